#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""An independent program for choosing among candidates: rankings, weights, and how sure they are.

Written from the documents and from the methods' papers, never from the C code. Values are exact fractions, roots and
logarithms have fifty digits, so that whatever differs from the command by more than its rounding is a difference of
definition. selection_check.py holds the command against it.
"""
import itertools
import random
from decimal import Decimal, getcontext
from fractions import Fraction as F

getcontext().prec = 50


class Refused(Exception):
    """What the documents refuse, with parts of paths of which one must be named."""

    def __init__(self, why, *paths):
        super().__init__(why)
        self.paths = paths or ("",)


def dec(x):
    """A fraction or decimal as a decimal of fifty digits."""
    return x if isinstance(x, Decimal) else Decimal(x.numerator) / Decimal(x.denominator)


def root(x):
    return dec(x).sqrt()


def power(x, exponent):
    if x == 0:
        return Decimal(0)
    return (dec(exponent) * dec(x).ln()).exp()


def mean_ranks(scores, lower_first=False, scale=None):
    """Average ranks; scores that the documents call tied are one."""
    scale = max([abs(s) for s in scores] or [0]) if scale is None else scale
    near = dec(F(scale)) * Decimal("1e-11") if not isinstance(scale, Decimal) else scale * Decimal("1e-11")
    order = sorted(range(len(scores)), key=lambda i: scores[i] if lower_first else -scores[i])
    ranks, start = [None] * len(scores), 0
    for k in range(1, len(order) + 1):
        if k == len(order) or abs(dec(scores[order[k]]) - dec(scores[order[k - 1]])) > near:
            for i in order[start:k]:
                ranks[i] = F(start + 1 + k, 2)
            start = k
    return ranks


# ---------------------------------------------------------------- the matrix


class Matrix:
    """The criteria that weigh anything, their columns as exact fractions of the doubles that the command reads."""

    def __init__(self, document, every_criterion=False):
        criteria = document["criteria"]
        rows = document["candidates"]
        kept = [j for j, c in enumerate(criteria) if every_criterion or c.get("weight", 1) > 0]
        self.names = [row["id"] for row in rows]
        self.criteria = [criteria[j] for j in kept]
        self.index = kept
        self.n, self.m = len(rows), len(kept)
        self.columns = [[F(float(row["values"][j])) for row in rows] for j in kept]
        total = sum(F(float(c.get("weight", 1))) for c in criteria)
        if total == 0 and not every_criterion:
            raise Refused("no criterion weighs anything")
        self.weights = [F(float(c.get("weight", 1))) / total for c in self.criteria] if total else None
        self.cost = [c.get("direction", "max") == "min" for c in self.criteria]

    def best(self, j):
        return min(self.columns[j]) if self.cost[j] else max(self.columns[j])

    def worst(self, j):
        return max(self.columns[j]) if self.cost[j] else min(self.columns[j])

    def bounds(self, j):
        ends = self.criteria[j].get("bounds")
        if ends is None:
            return min(self.columns[j]), max(self.columns[j])
        low, high = F(float(ends[0])), F(float(ends[1]))
        for i, x in enumerate(self.columns[j]):
            if not low <= x <= high:
                raise Refused("outside its bounds", "/candidates/%d/values/%d" % (i, self.index[j]))
        return low, high

    def positive(self, zero_costs=False):
        """For methods about ratios."""
        wrong = ["/candidates/%d/values/%d" % (i, self.index[j]) for j in range(self.m) for i, x in enumerate(self.columns[j])
                 if x < 0 or x == 0 and self.cost[j] and not zero_costs]
        if wrong:
            raise Refused("a ratio of nothing", *wrong)

    def scaled(self, kind, turn_round=True):
        """Columns after a normalization; costs turned round into benefits unless the method has its own rule."""
        return [self.scale(j, kind, turn_round) for j in range(self.m)]

    def scale(self, j, kind, turn_round):
        x, turn = self.columns[j], self.cost[j] and turn_round
        if kind in ("minmax", "bounds"):
            low, high = self.bounds(j) if kind == "bounds" else (min(x), max(x))
            if low == high:
                return [F(1)] * self.n
            return [(high - v if turn else v - low) / (high - low) for v in x]
        if kind == "none":
            return [-v for v in x] if turn else list(x)
        if kind in ("sum", "max") and min(x) < 0:
            raise Refused("below 0", "/%d" % self.index[j])
        if turn:
            if any(v == 0 for v in x):
                raise Refused("a cost of 0", "/%d" % self.index[j])
            x = [1 / v for v in x]
        if kind == "max":
            return [v / max(x) for v in x] if max(x) else [F(1)] * self.n
        if kind == "sum":
            return [v / sum(x) for v in x] if sum(x) else [F(1, self.n)] * self.n
        length = root(sum(v * v for v in x))
        return [dec(v) / length for v in x] if length else [1 / root(F(self.n))] * self.n


def total(weights, column_values):
    """Sum of weight times value over criteria, one a candidate."""
    n = len(column_values[0])
    return [sum((dec(w) * dec(c[i]) if isinstance(c[i], Decimal) else w * c[i])
                for w, c in zip(weights, column_values)) for i in range(n)]


# ---------------------------------------------------------------- rankings


def wsm(a, p):
    """Fishburn 1967."""
    return {"scores": total(a.weights, a.scaled(p.get("normalization", "bounds")))}


def product(weights, columns):
    scores = []
    for i in range(len(columns[0])):
        value = Decimal(1)
        for w, c in zip(weights, columns):
            value *= power(c[i], w)
        scores.append(value)
    return scores


def ratios(a, kind):
    """What the weighted product multiplies: 'none' divides by costs."""
    if kind in ("minmax", "bounds"):
        return a.scaled(kind)
    a.positive()
    if kind != "none":
        return a.scaled(kind)
    return [[1 / v for v in a.columns[j]] if a.cost[j] else a.columns[j] for j in range(a.m)]


def wpm(a, p):
    """Miller and Starr 1969: the product of x ** w."""
    return {"scores": product(a.weights, ratios(a, p.get("normalization", "max")))}


def waspas(a, p):
    """Zavadskas, Turskis, Antucheviciene, Zakarevicius 2012, eqs. 1 to 5 and 15."""
    r, share = ratios(a, p.get("normalization", "max")), dec(F(float(p.get("lambda", 0.5))))
    sums, products = total(a.weights, r), product(a.weights, r)
    return {"scores": [share * dec(s) + (1 - share) * q for s, q in zip(sums, products)]}


def topsis(a, p):
    """Hwang and Yoon 1981: costs are divided as benefits are; the ideal of a cost is its smallest value."""
    v = [[dec(w) * dec(x) for x in column]
         for w, column in zip(a.weights, a.scaled(p.get("normalization", "vector"), turn_round=False))]
    ends = [(min(c), max(c)) if cost else (max(c), min(c)) for c, cost in zip(v, a.cost)]
    scores = []
    for i in range(a.n):
        plus = sum((c[i] - best) ** 2 for c, (best, _) in zip(v, ends)).sqrt()
        minus = sum((c[i] - worst) ** 2 for c, (_, worst) in zip(v, ends)).sqrt()
        scores.append(minus / (plus + minus) if plus + minus else Decimal(1))
    return {"scores": scores}


def vikor(a, p):
    """Opricovic and Tzeng 2004, steps a to e; the compromise set of step e."""
    share, s, r = F(float(p.get("v", 0.5))), [], []
    regret = [[1 - u for u in column] for column in a.scaled(p.get("normalization", "minmax"))]
    for i in range(a.n):
        terms = [w * column[i] for w, column in zip(a.weights, regret)]
        s.append(sum(terms))
        r.append(max(terms))
    def part(x, all_x):
        return (x - min(all_x)) / (max(all_x) - min(all_x)) if max(all_x) > min(all_x) else F(0)
    q = [share * part(s[i], s) + (1 - share) * part(r[i], r) for i in range(a.n)]
    return {"scores": q, "s": s, "r": r, "compromise": compromise(a.names, q, s, r)}


def compromise(names, q, s, r):
    """None where the paper leaves room: several seconds of which one would belong to the set."""
    if len(q) == 1:
        return list(names)
    q, s, r = ([F(round(x * 10**9), 10**9) for x in column] for column in (q, s, r))
    order, gap = sorted(range(len(q)), key=lambda i: q[i]), F(round(F(10**9, len(q) - 1)), 10**9)
    first, second = order[0], order[1]
    if q[second] - q[first] < gap:
        return [names[i] for i in range(len(q)) if q[i] - q[first] < gap]
    if s[first] == min(s) or r[first] == min(r):
        return [names[first]]
    if len(order) > 2 and q[order[2]] == q[second]:
        return None
    return [names[i] for i in sorted((first, second))]


def preference(criterion, d):
    """Brans and Vincke 1985, table 1; d is how much better, as the rounded difference of two numbers."""
    rule = criterion.get("preference") or {"function": "usual"}
    kind, q, p, s = rule["function"], *(F(float(rule.get(k, 0))) for k in "qps")
    if d <= 0:
        return F(0)
    if kind == "usual":
        return F(1)
    if kind == "ushape":
        return F(d > q)
    if kind == "vshape":
        return min(F(1), d / p) if p else F(1)
    if kind == "level":
        return F(0) if d <= q else F(1, 2) if d <= p else F(1)
    if kind == "linear":
        return F(0) if d <= q else F(1) if d > p or p == q else (d - q) / (p - q)
    return F(1 - (dec(-d * d) / dec(2 * s * s)).exp()) if s else F(1)


def flows(a):
    def pi(i, k):
        value = F(0)
        for j in range(a.m):
            d = F(float(a.columns[j][i]) - float(a.columns[j][k]))
            value += a.weights[j] * preference(a.criteria[j], -d if a.cost[j] else d)
        return value
    others = max(1, a.n - 1)
    plus = [sum(pi(i, k) for k in range(a.n) if k != i) / others for i in range(a.n)]
    minus = [sum(pi(k, i) for k in range(a.n) if k != i) / others for i in range(a.n)]
    return plus, minus


NEAR = F(1, 10**11)


def promethee2(a, p):
    plus, minus = flows(a)
    net = [x - y for x, y in zip(plus, minus)]
    return {"scores": net, "positive": plus, "negative": minus, "net": net}


def promethee1(a, p):
    result = promethee2(a, p)
    plus, minus = result["positive"], result["negative"]
    def relation(i, k):
        ahead, behind = plus[i] - plus[k], minus[k] - minus[i]
        signs = {(x > NEAR) - (x < -NEAR) for x in (ahead, behind)} - {0}
        return "I" if not signs else "R" if len(signs) == 2 else "P" if 1 in signs else "<"
    result["relation"] = [[relation(i, k) for k in range(a.n)] for i in range(a.n)]
    return result


def reachable(n, edge):
    reach = [[i == k or edge[i][k] for k in range(n)] for i in range(n)]
    for via in range(n):
        for i in range(n):
            for k in range(n):
                reach[i][k] = reach[i][k] or reach[i][via] and reach[via][k]
    return reach


def kernel_of(n, edge):
    """Nobody in it outranks another in it, everybody else is outranked from it; circles are one (Roy 1968)."""
    reach = reachable(n, edge)
    class_of = [min(k for k in range(n) if reach[i][k] and reach[k][i]) for i in range(n)]
    state = {}
    while len(state) < len(set(class_of)):
        for c in set(class_of) - set(state):
            above = {class_of[i] for i in range(n) for k in range(n) if edge[i][k] and class_of[k] == c} - {c}
            if any(state.get(b) for b in above):
                state[c] = False
            elif all(b in state for b in above):
                state[c] = True
    return [state[c] for c in class_of]


def electre1(a, p):
    """Roy 1968; the discordance is relative to the widest range."""
    kind = p.get("normalization", "minmax")
    c_cut, d_cut = (F(str(p.get(k, v))) for k, v in (("concordance", 0.65), ("discordance", 0.35)))
    values = a.scaled(kind, turn_round=False)
    if kind == "bounds" and all("bounds" in c for c in a.criteria):
        widest = F(1)
    else:
        widest = max(max(v) - min(v) for v in values)
    def worse_by(i, k, j):
        return (values[j][i] - values[j][k]) * (1 if a.cost[j] else -1)
    con = [[sum(w for j, w in enumerate(a.weights) if worse_by(i, k, j) <= 0) for k in range(a.n)] for i in range(a.n)]
    dis = [[max(max(0, worse_by(i, k, j)) for j in range(a.m)) for k in range(a.n)] for i in range(a.n)]
    dis = [[dec(d) / dec(widest) if widest else Decimal(0) for d in row] for row in dis]
    out = [[int(i != k and dec(con[i][k]) >= dec(c_cut) - Decimal("1e-9") / 2 and dis[i][k] <= dec(d_cut) + Decimal("1e-9") / 2)
            for k in range(a.n)] for i in range(a.n)]
    chosen = kernel_of(a.n, out)
    return {"scores": [F(sum(out[i]) - sum(row[i] for row in out)) for i in range(a.n)], "concordance": con, "discordance": dis,
            "outranks": out, "kernel": [name for name, yes in zip(a.names, chosen) if yes]}


def credibility(a):
    """Roy 1978: concordance, weakened where a criterion is more discordant than the whole is concordant."""
    def pair(i, k):
        if i == k:
            return F(1), F(1)
        agree, against = [], []
        for j in range(a.m):
            limits = a.criteria[j].get("thresholds", {})
            q = F(float(limits.get("q", 0)))
            p = F(float(limits["p"])) if "p" in limits else q
            lead = a.columns[j][k] - a.columns[j][i]
            lead = -lead if a.cost[j] else lead
            agree.append(F(1) if lead <= q else F(0) if lead >= p else (p - lead) / (p - q))
            if "v" in limits:
                v = F(float(limits["v"]))
                against.append(F(0) if lead <= p else F(1) if lead >= v else (lead - p) / (v - p))
        c = sum(w * x for w, x in zip(a.weights, agree))
        sigma = c
        for d in against:
            if d > c:
                sigma *= (1 - d) / (1 - c)
        return c, sigma
    pairs = [[pair(i, k) for k in range(a.n)] for i in range(a.n)]
    return [[x[0] for x in row] for row in pairs], [[x[1] for x in row] for row in pairs]


def distil(n, sigma, alpha, beta, downward):
    """Classes by Roy's distillation, 1 the best; s(x) = alpha - beta x."""
    def s(x):
        return alpha - beta * x
    def qualified(group, cut):
        def beats(i, k):
            return i != k and sigma[i][k] > cut and sigma[i][k] > sigma[k][i] + s(sigma[i][k])
        return {i: sum(beats(i, k) - beats(k, i) for k in group) for i in group}
    left, classes = list(range(n)), []
    while left:
        group = left
        cut = max([sigma[i][k] for i in group for k in group if i != k] or [F(0)])
        while len(group) > 1 and cut > 0:
            cut = max([x for x in (sigma[i][k] for i in group for k in group if i != k) if x < cut - s(cut)] or [F(0)])
            q = qualified(group, cut)
            extreme = (max if downward else min)(q.values())
            group = [i for i in group if q[i] == extreme]
        classes.append(group)
        left = [i for i in left if i not in group]
    if not downward:
        classes.reverse()
    place = [None] * n
    for number, group in enumerate(classes, 1):
        for i in group:
            place[i] = number
    return place


def electre3(a, p):
    con, sigma = credibility(a)
    alpha, beta = F(str(p.get("alpha", 0.3))), F(str(p.get("beta", 0.15)))
    down, up = (distil(a.n, sigma, alpha, beta, way) for way in (True, False))
    def relation(i, k):
        signs = {(down[k] > down[i]) - (down[k] < down[i]), (up[k] > up[i]) - (up[k] < up[i])} - {0}
        return "I" if not signs else "R" if len(signs) == 2 else "P" if 1 in signs else "<"
    rel = [[relation(i, k) for k in range(a.n)] for i in range(a.n)]
    return {"scores": [F(row.count("P") - row.count("<")) for row in rel], "concordance": con, "credibility": sigma,
            "descending": down, "ascending": up, "relation": rel}


def copras(a, p):
    """Zavadskas and Kaklauskas 1996: Q = S+ + sum S- / (S- sum 1/S-)."""
    a.positive(zero_costs=True)
    v = a.scaled(p.get("normalization", "sum"), turn_round=False)
    plus, minus = ([sum(((dec(w) * dec(c[i])) for w, c, cost in zip(a.weights, v, a.cost) if cost == side), Decimal(0))
                    for i in range(a.n)] for side in (False, True))
    if any(a.cost):
        if any(x == 0 for x in minus):
            raise Refused("costs that add up to 0")
        whole, inverse = sum(minus), sum(1 / x for x in minus)
        plus = [x + whole / (y * inverse) for x, y in zip(plus, minus)]
    return {"scores": plus, "utility": [100 * x / max(plus) if max(plus) else Decimal(100) for x in plus]}


def aras(a, p):
    """Zavadskas and Turskis 2010."""
    a.positive()
    s = [F(0)] * (a.n + 1)
    for j in range(a.m):
        best = a.best(j)
        if p.get("optimum") == "ideal" and "ideal" in a.criteria[j]:
            best = F(float(a.criteria[j]["ideal"]))
        if best < 0 or a.cost[j] and best == 0:
            raise Refused("an ideal that is no ratio", "/criteria/%d" % a.index[j])
        column = [best] + a.columns[j]
        column = [1 / x for x in column] if a.cost[j] else column
        for i, x in enumerate(column):
            s[i] += a.weights[j] * (x / sum(column) if sum(column) else F(1, a.n + 1))
    if s[0] == 0:
        raise Refused("an optimum of 0")
    return {"scores": [x / s[0] for x in s[1:]], "optimality": s[1:]}


def edas(a, p):
    """Keshavarz Ghorabaee, Zavadskas, Olfat, Turskis 2015."""
    sp, sn = [F(0)] * a.n, [F(0)] * a.n
    for j in range(a.m):
        average = sum(a.columns[j]) / a.n
        if min(a.columns[j]) == max(a.columns[j]) and average >= 0:
            continue  # all are on the average, 0 too
        if average <= 0:
            raise Refused("an average that is not above 0")
        for i, x in enumerate(a.columns[j]):
            d = (average - x if a.cost[j] else x - average) / average
            sp[i] += a.weights[j] * max(F(0), d)
            sn[i] += a.weights[j] * max(F(0), -d)
    scores = []
    for x, y in zip(sp, sn):
        nsp = x / max(sp) if max(sp) else F(0)
        nsn = 1 - y / max(sn) if max(sn) else F(1)
        scores.append((nsp + nsn) / 2)
    return {"scores": scores}


def mabac(a, p):
    """Pamucar and Cirovic 2015."""
    scores = [Decimal(0)] * a.n
    for w, column in zip(a.weights, a.scaled(p.get("normalization", "minmax"))):
        v = [dec(w) * (dec(x) + 1) for x in column]
        border = product([F(1, a.n)] * a.n, [[x] for x in v])[0]
        scores = [s + x - border for s, x in zip(scores, v)]
    return {"scores": scores}


def marcos(a, p):
    """Stevic, Pamucar, Puska, Chatterjee 2020."""
    a.positive()
    s, worst = [F(0)] * a.n, F(0)
    for j in range(a.m):
        best = a.best(j)
        def ratio(x):
            return (best / x if a.cost[j] else x / best) if best or a.cost[j] else F(1)
        worst += a.weights[j] * ratio(a.worst(j))
        s = [old + a.weights[j] * ratio(x) for old, x in zip(s, a.columns[j])]
    if worst == 0:
        raise Refused("the worst is 0 everywhere")
    scores = []
    for x in s:
        minus, plus = x / worst, x  # the ideal's own sum is the sum of the weights, 1
        f_minus, f_plus = plus / (plus + minus), minus / (plus + minus)
        scores.append((plus + minus) / (1 + (1 - f_plus) / f_plus + (1 - f_minus) / f_minus))
    return {"scores": scores}


def spotis(a, p):
    """Dezert, Tchamova, Han, Tacnet 2020."""
    scores = [F(0)] * a.n
    for j, c in enumerate(a.criteria):
        if "bounds" not in c:
            raise Refused("spotis without bounds", "/criteria/%d" % a.index[j])
        low, high = a.bounds(j)
        ideal = F(float(c["ideal"])) if "ideal" in c else low if a.cost[j] else high
        scores = [s + a.weights[j] * abs(x - ideal) / (high - low) for s, x in zip(scores, a.columns[j])]
    return {"scores": scores}


METHODS = {f.__name__: f for f in (wsm, wpm, waspas, topsis, vikor, promethee1, promethee2, electre1, electre3, copras, aras,
                                   edas, mabac, marcos, spotis)}
UNIT_SCALE = ("vikor", "promethee1", "promethee2", "edas", "mabac", "spotis")


def rank(document, method, parameters):
    a = Matrix(document)
    if a.n == 0:
        raise Refused("nobody to rank")
    result = METHODS[method](a, {**document.get("parameters", {}), **parameters})
    lower = method in ("vikor", "spotis")
    result["ranks"] = mean_ranks(result["scores"], lower, F(1) if method in UNIT_SCALE else None)
    result["lower_is_better"] = lower
    result["candidates"] = a.names
    return result


def ends_of(value, criterion):
    low, high = criterion["bounds"] if value is None else (value["low"], value["high"]) if isinstance(value, dict) else (value, value)
    return low, high


def rank_open(document, method, parameters):
    """Values that are intervals or missing: each moves its own score alone, and one way, so its ends give the score's."""
    criteria, ends = document["criteria"], []
    for better in (True, False):
        rows = []
        for row in document["candidates"]:
            values = []
            for value, c in zip(row["values"], criteria):
                low, high = ends_of(value, c)
                if method == "spotis" and "ideal" in c:  # nearest to or furthest from the ideal
                    nearest = min(max(c["ideal"], low), high)
                    values.append(nearest if better else max((low, high), key=lambda x: abs(F(float(x)) - F(float(c["ideal"])))))
                else:
                    values.append(high if better != (c.get("direction", "max") == "min") else low)
            rows.append({"id": row["id"], "values": values})
        ends.append(rank({**document, "candidates": rows}, method, parameters)["scores"])
    sign = -1 if method == "spotis" else 1
    best, worst = [[sign * dec(x) for x in side] for side in ends]
    near = max(abs(x) for x in best + worst) * Decimal("1e-11")
    def place(own, others):
        return 1 + sum(F(x > own + near) + F(abs(x - own) <= near, 2) for x in others)
    n, places = len(best), []
    for i in range(n):
        places.append([place(best[i], worst[:i] + worst[i + 1:]), place(worst[i], best[:i] + best[i + 1:])])
    return {"score_bounds": [sorted((sign * b, sign * w)) for b, w in zip(best, worst)], "rank_bounds": places,
            "ranks_given": [p[0] if p[0] == p[1] else None for p in places]}


# ---------------------------------------------------------------- weights from data


def share_out(parts):
    whole = sum(parts)
    if whole == 0 and len(parts) == 1:
        return [F(1)]  # one criterion has all the weight, whatever it says
    if whole == 0:
        raise Refused("nothing to divide among the criteria")
    return [x / whole for x in parts]


def deviation(column):
    mean = sum(column) / len(column)
    return root(sum((x - mean) ** 2 for x in column) / len(column))


def minmax(a, j):
    low, high = min(a.columns[j]), max(a.columns[j])
    return [(F(1) if low == high else (high - x if a.cost[j] else x - low) / (high - low)) for x in a.columns[j]]


def weigh_equal(a):
    return [F(1, a.m)] * a.m


def weigh_std(a):
    """Diakoulaki, Mavrotas, Papayannakis 1995: the standard deviation of the scaled values."""
    return share_out([deviation(minmax(a, j)) for j in range(a.m)])


def weigh_entropy(a):
    """Shannon 1948; Zeleny 1982; Hwang and Yoon 1981."""
    parts = []
    for column in a.columns:
        if min(column) < 0:
            raise Refused("shares of what is not there")
        if min(column) == max(column):
            parts.append(Decimal(0))  # as even as can be; one candidate, too
            continue
        shares = [dec(x / sum(column)) for x in column]
        entropy = -sum(x * x.ln() for x in shares if x > 0) / Decimal(a.n).ln()
        parts.append(1 - entropy)
    return share_out(parts)


def weigh_critic(a):
    """Diakoulaki et al. 1995: deviation times the sum of 1 - r; a constant criterion says nothing, whatever r is."""
    scaled = [minmax(a, j) for j in range(a.m)]
    spread = [deviation(x) for x in scaled]
    def r(j, k):
        mj, mk = sum(scaled[j]) / a.n, sum(scaled[k]) / a.n
        return dec(sum((x - mj) * (y - mk) for x, y in zip(scaled[j], scaled[k])) / a.n) / (spread[j] * spread[k])
    return share_out([spread[j] * sum((1 - r(j, k) for k in range(a.m) if spread[k] and k != j), Decimal(0)) if spread[j]
                      else Decimal(0) for j in range(a.m)])


def weigh_merec(a):
    """Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis, Antucheviciene 2021."""
    logs = []
    for j, column in enumerate(a.columns):
        if min(column) <= 0:
            raise Refused("the logarithm of nothing")
        logs.append([abs(dec(x / max(column) if a.cost[j] else min(column) / x).ln()) for x in column])
    parts = [Decimal(0)] * a.m
    for i in range(a.n):
        everything = (1 + sum(column[i] for column in logs) / a.m).ln()
        for j in range(a.m):
            parts[j] += abs((1 + (sum(column[i] for column in logs) - logs[j][i]) / a.m).ln() - everything)
    return share_out(parts)


DATA_WEIGHTS = {"equal": weigh_equal, "std": weigh_std, "entropy": weigh_entropy, "critic": weigh_critic, "merec": weigh_merec}


# ---------------------------------------------------------------- weights from judgements


def by_place(ranks, of_place):
    """Who shares a rank shares the mean of what the places would get."""
    order, parts, done = sorted(range(len(ranks)), key=lambda i: ranks[i]), [None] * len(ranks), 0
    while done < len(order):
        same = [i for i in order if ranks[i] == ranks[order[done]]]
        for i in same:
            parts[i] = sum(of_place(k, len(ranks)) for k in range(done + 1, done + len(same) + 1)) / len(same)
        done += len(same)
    return share_out(parts)


def weigh_ranks(method, ranks):
    """Stillwell, Seaver, Edwards 1981; Barron and Barrett 1996."""
    return by_place(ranks, {"ranksum": lambda k, n: F(n + 1 - k), "rankreciprocal": lambda k, n: F(1, k),
                            "roc": lambda k, n: sum(F(1, i) for i in range(k, n + 1)) / n}[method])


def completed(matrix):
    """Judgements with the other side filled in; None where nobody judged."""
    n = len(matrix)
    a = [[None if x is None else float(x) for x in row] for row in matrix]
    return [[1.0 if i == k else a[i][k] if a[i][k] is not None else 1 / a[k][i] if a[k][i] is not None else None
             for k in range(n)] for i in range(n)]


def hangs_together(a):
    return all(reachable(len(a), [[x is not None for x in row] for row in a])[0])


def eigen(matrix):
    """Principal eigenvalue and vector; a missing pair is 0, and 1 more on the diagonal (Saaty 1980, Harker 1987)."""
    n = len(matrix)
    a = [[0.0 if x is None else x for x in row] for row in matrix]
    for i in range(n):
        a[i][i] += sum(x is None for x in matrix[i])
    w, value = [1.0 / n] * n, 0.0
    for _ in range(1000):
        v = [sum(x * y for x, y in zip(row, w)) for row in a]
        value, v = sum(v), [x / sum(v) for x in v]
        if max(abs(x - y) for x, y in zip(v, w)) < 1e-16:
            break
        w = v
    return value, w


def solve(a, b):
    """Gauss-Jordan over any field; None if there is not exactly one answer."""
    n = len(a)
    rows = [list(row) + [y] for row, y in zip(a, b)]
    for c in range(n):
        pivot = max(range(c, n), key=lambda i: abs(rows[i][c]))
        if rows[pivot][c] == 0:
            return None
        rows[c], rows[pivot] = rows[pivot], rows[c]
        for i in range(n):
            if i != c and rows[i][c] != 0:
                factor = rows[i][c] / rows[c][c]
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[c])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def geometric(matrix):
    """Crawford and Williams 1985; with gaps the logarithmic least squares (Bozoki, Fulop, Ronyai 2010)."""
    n = len(matrix)
    logs = [[None if x is None else dec(F(x)).ln() for x in row] for row in matrix]
    # both sides of a judgement are observations: sum over k of (l_ik - l_ki)/2 = sum over k of (y_i - y_k)
    laplace = [[Decimal(-1 if matrix[i][k] is not None else 0) if i != k
                else Decimal(sum(matrix[i][o] is not None for o in range(n)) - 1) for k in range(n)] for i in range(n)]
    right = [sum(((logs[i][k] - logs[k][i]) / 2 for k in range(n) if k != i and logs[i][k] is not None), Decimal(0)) for i in range(n)]
    laplace[0], right[0] = [Decimal(k == 0) for k in range(n)], Decimal(0)
    return share_out([y.exp() for y in solve(laplace, right)])


RI_SAATY_1980 = [0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]
CI_BEST_WORST = [0, .44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]  # Rezaei 2015, table 1


def weigh_ahp(method, matrix):
    a = completed(matrix)
    n = len(a)
    if not hangs_together(a):
        raise Refused("a criterion that is compared with none")
    gaps = any(x is None for row in a for x in row)
    value, w = eigen(a)
    if method == "ahp-geometric":
        w = [float(x) for x in geometric(a)]
        filled = [[w[i] / w[k] if a[i][k] is None else a[i][k] for k in range(n)] for i in range(n)]
        value = sum(sum(filled[i][k] * w[k] for k in range(n)) / w[i] for i in range(n)) / n
    ci = (value - n) / (n - 1) if n > 1 else 0.0
    ri = RI_SAATY_1980[n - 1]
    return w, {"lambda_max": value, "ci": ci, "ri": ri, "cr": ci / ri if ri else 0.0}, gaps


def maximum(c, a, b):
    """Largest c x with a x <= b, b >= 0, x >= 0: simplex in fractions, Bland's rule. (value, x)"""
    n, m = len(c), len(a)
    rows = [list(map(F, a[i])) + [F(i == k) for k in range(m)] + [F(b[i])] for i in range(m)]
    goal, basis = [F(x) for x in c] + [F(0)] * (m + 1), list(range(n, n + m))
    while True:
        enter = next((j for j in range(n + m) if goal[j] > 0), None)
        if enter is None:
            break
        steps = [(rows[i][-1] / rows[i][enter], basis[i], i) for i in range(m) if rows[i][enter] > 0]
        if not steps:
            raise ArithmeticError("no largest")
        i = min(steps)[2]
        pivot = rows[i][enter]
        rows[i] = [x / pivot for x in rows[i]]
        for k in range(m):
            if k != i and rows[k][enter]:
                factor = rows[k][enter]
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i])]
        factor = goal[enter]
        goal = [x - factor * y for x, y in zip(goal, rows[i])]
        basis[i] = enter
    x = [F(0)] * (n + m)
    for i in range(m):
        x[basis[i]] = rows[i][-1]
    return -goal[-1], x[:n]


def weigh_bwm(best, worst, others, to_worst):
    """Rezaei 2016, the linear model, exactly: the smallest ksi with abs(w_B - a_Bj w_j) and abs(w_j - a_jW w_W) <= ksi.

    Put x = w / ksi: the largest sum of x with abs(...) <= 1; ksi is one over it. Returns (ksi, w, whether w is the only one)."""
    m, rows = len(others), []
    for j in range(m):
        for one, times, two in ((best, others[j], j), (j, to_worst[j], worst)):
            if one != two:
                row = [F(0)] * m
                row[one] += 1
                row[two] -= F(float(times))
                rows += [row, [-x for x in row]]
    try:
        value, x = maximum([F(1)] * m, rows, [F(1)] * len(rows))
    except ArithmeticError:  # consistent: weights that agree with everything
        return F(0), share_out([1 / F(float(v)) for v in others]), True
    w = [v / value for v in x]
    for sign in (1, -1):  # another optimum would show where a little more is given for some weights than for others
        reward = [10**9 + sign * F(3**k, 3**m) for k in range(m)]
        if maximum(reward, rows, [F(1)] * len(rows))[1] != x:
            return 1 / value, w, False
    return 1 / value, w, True


def sample_deviation(x):
    mean = sum(x) / len(x)
    return (sum((y - mean) ** 2 for y in x) / (len(x) - 1)).sqrt()


def concordance(rows):
    """Kendall's W, corrected for ties (Kendall and Babington Smith 1939); None where everybody ties everything."""
    k, n = len(rows), len(rows[0])
    ranks = [mean_ranks([F(x) for x in row]) for row in rows]
    ties = sum(count ** 3 - count for row in ranks for count in (row.count(r) for r in set(row)))
    sums = [sum(column) for column in zip(*ranks)]
    below = k * k * n * (n * n - 1) - k * ties
    return (12 * sum(x * x for x in sums) - 3 * k * k * n * (n + 1) ** 2) / F(below) if below else None


def weigh_together(document, method, combine):
    """Several raters: Aczel and Saaty 1983 for judgements, weighted means of the weights otherwise (Forman, Peniwati 1998)."""
    raters = document["raters"]
    shares = [F(float(r.get("weight", 1))) for r in raters]
    shares = [x / sum(shares) for x in shares]
    if combine == "judgements":
        m = len(document["criteria"])
        whole = [[None] * m for _ in range(m)]
        matrices = [completed(r["pairwise"]) for r in raters]
        for i in range(m):
            for k in range(m):
                said = [(share, a[i][k]) for share, a in zip(shares, matrices) if a[i][k] is not None]
                if said:
                    value = product([share / sum(x for x, _ in said) for share, _ in said], [[F(x)] for _, x in said])[0]
                    whole[i][k] = float(value)
        return {"weights": weigh_ahp(method, whole)[0]}
    each = [weigh({**document, **rater}, method)["weights"] for rater in raters]
    if any(w is None for w in each):
        return {"weights": None}
    spread = {"lowest": [min(c) for c in zip(*each)], "highest": [max(c) for c in zip(*each)],
              "sd": [sample_deviation([dec(F(x)) for x in c]) for c in zip(*each)]}
    result = {"spread": spread, "concordance": concordance(each)}
    if combine == "priorities":
        return {**result, "weights": [sum(dec(share) * dec(F(w[j])) for share, w in zip(shares, each)) for j in range(len(each[0]))]}
    return {**result, "weights": share_out([product(shares, [[F(w[j])] for w in each])[0] for j in range(len(each[0]))])}


def weigh(document, method):
    """{'weights', 'consistency'} from one person's judgements, or from candidates."""
    if method in DATA_WEIGHTS and "candidates" in document:
        a = Matrix(document, every_criterion=True)
        if method != "equal" and a.n == 0:
            raise Refused("no candidates")
        return {"weights": DATA_WEIGHTS[method](a)}
    m = len(document["criteria"])
    if method == "equal":
        return {"weights": [F(1, m)] * m}
    if method in ("ranksum", "rankreciprocal", "roc"):
        return {"weights": weigh_ranks(method, document["ranks"])}
    if method in ("points", "swing"):
        if not any(document[method]):
            raise Refused("all points are 0")
        return {"weights": share_out([F(float(x)) for x in document[method]])}
    if method in ("ahp", "ahp-geometric"):
        w, consistency, gaps = weigh_ahp(method, document["pairwise"])
        if gaps and method == "ahp-geometric":
            consistency = {}
        return {"weights": w, "consistency": consistency}
    names = document["criteria"]
    best, worst = names.index(document["best"]), names.index(document["worst"])
    ksi, w, only = weigh_bwm(best, worst, document["best_to_others"], document["others_to_worst"])
    result = {"weights": w if only else None, "consistency": {"ksi": ksi}}
    top = document["best_to_others"][worst]
    if float(top).is_integer() and 2 <= top <= 9:
        result["consistency"]["cr"] = ksi / F(str(CI_BEST_WORST[int(top) - 1]))
    return result


# ---------------------------------------------------------------- how sure


def first_and_level(d, rest, t):
    return t * d + (1 - t) * rest


def interval(pairs, weight):
    """Ends of t in 0..1 around the weight between which t d + (1 - t) r stays >= 0 for all pairs (== 0 where it is 0)."""
    low, high = F(0), F(1)
    for d, r in pairs:
        now = first_and_level(d, r, weight)
        if now == 0 and (d != 0 or r != 0):
            low = high = weight
        elif d != r:
            level = r / (r - d)
            if 0 <= level <= 1:
                if level > weight:
                    high = min(high, level)
                else:
                    low = max(low, level)
    return [low, high]


def tau_b(x, y):
    up = down = x_ties = y_ties = 0
    for i, k in itertools.combinations(range(len(x)), 2):
        sign = ((x[i] > x[k]) - (x[i] < x[k])) * ((y[i] > y[k]) - (y[i] < y[k]))
        up, down = up + (sign > 0), down + (sign < 0)
        x_ties, y_ties = x_ties + (x[i] != x[k]), y_ties + (y[i] != y[k])
    return dec(F(up - down)) / (dec(F(x_ties)).sqrt() * dec(F(y_ties)).sqrt()) if x_ties and y_ties else None


def projection(w, d):
    """Nearest weights (not negative, sum 1) at which the difference d is level, by trying which weights are 0. (square, weights)"""
    best, m = None, len(w)
    for size in range(1, m + 1):
        for kept in itertools.combinations(range(m), size):
            # w_j - mu d_j - tau on what is kept; two equations for mu and tau
            a = [[sum(d[j] * d[j] for j in kept), sum(d[j] for j in kept)], [sum(d[j] for j in kept), F(size)]]
            b = [sum(d[j] * w[j] for j in kept), sum(w[j] for j in kept) - 1]
            answer = solve(a, b)
            if answer is None:
                if any(d[j] != d[kept[0]] for j in kept) or d[kept[0]] != 0:
                    continue
                answer = [F(0), b[1] / size]
            v = [w[j] - answer[0] * d[j] - answer[1] if j in kept else F(0) for j in range(m)]
            if min(v) >= 0:
                square = sum((x - y) ** 2 for x, y in zip(v, w))
                if best is None or square < best[0]:
                    best = square, v
    return best


def utilities(document):
    a = Matrix({**document, "criteria": document["criteria"]}, every_criterion=True)
    return a, [[column[i] for column in a.scaled("bounds")] for i in range(a.n)]


def order_of(scores):
    """Scores rounded to 1e-9: who is tied is the same number."""
    return [round(s * 10**9) for s in scores]


def robust(document):
    """What can be said exactly; None for an answer that a tie leaves open."""
    a, u = utilities(document)
    if a.weights is None or a.n == 0:
        raise Refused("nothing to compare")
    w, n, m = a.weights, a.n, a.m
    scores = [sum(x * y for x, y in zip(w, row)) for row in u]
    rounded = order_of(scores)
    order = sorted(range(n), key=lambda i: -rounded[i])
    firsts = [i for i in range(n) if rounded[i] == max(rounded)]
    first = firsts[0]
    result = {"scores": scores, "ranks": mean_ranks([F(r) for r in rounded], False, F(0)), "candidates": a.names}
    intervals = []
    for j in range(m):
        def line(i, k):
            d = u[i][j] - u[k][j]
            rest = scores[i] - scores[k] - w[j] * d
            return d, rest / (1 - w[j])
        if w[j] == 1:
            intervals.append({"keeps_winner": [F(1), F(1)], "keeps_order": [F(1), F(1)], "weight": w[j]})
            continue
        everyone = [line(i, k) for i, k in zip(order, order[1:])]
        intervals.append({"weight": w[j], "keeps_winner": interval([line(first, k) for k in range(n) if k != first], w[j]),
                          "keeps_order": interval(everyone, w[j])})
    result["weight_intervals"] = intervals
    rivals = []
    for k in range(n):
        if k != first:
            d = [x - y for x, y in zip(u[first], u[k])]
            near = projection(w, d) if any(x < 0 for x in d) or scores[k] == scores[first] else None
            if near:
                rivals.append((near[0], k, near[1]))
    result["euclidean"] = None
    if rivals:
        square, k, weights = min(rivals)
        close = sum(abs(root(r[0]) - root(square)) < Decimal("1e-9") for r in rivals)
        result["euclidean"] = {"distance": root(square), "winner": a.names[k] if close == 1 else None,
                               "weights": weights if close == 1 else None}
    result["one_weight"] = one_weight(a, u, scores, w, first)
    result["tornado"] = [tornado(a, u, scores, w, first, j) for j in range(m)]
    result["without_criterion"] = [left_out(rounded, order_of([sum(x * y for i, (x, y) in enumerate(zip(w, row)) if i != j) / (1 - w[j])
                                                               for row in u]), a.names) if w[j] != 1 else None for j in range(m)]
    result["without_candidate"] = [without(document, rounded, a.names, i) if n > 1 else None for i in range(n)]
    result["margins"] = [margin(u, i) for i in range(n)]
    result["dominated_by"] = [[a.names[k] for k in range(n) if k != i and all(x >= y for x, y in zip(u[k], u[i]))
                               and u[k] != u[i]] for i in range(n)]
    return result


def moved(u, w, j, t):
    """Scores with weight j at t, the others keeping their proportions."""
    return [t * row[j] + (1 - t) * sum(x * y for i, (x, y) in enumerate(zip(w, row)) if i != j) / (1 - w[j]) for row in u]


def one_weight(a, u, scores, w, first):
    """Smallest move of one weight that lets somebody pass: (absolute, relative), each (size, criterion, to), or None; the
    string 'open' where an end of the range decides."""
    best = {"absolute": None, "relative": None}
    if sum(x == order_of([scores[first]])[0] for x in order_of(scores)) > 1:
        return {name: (F(0), None, None) for name in best}  # somebody shares the first place already
    for j in range(a.m):
        if w[j] == 1:
            continue
        ends = [moved(u, w, j, F(t)) for t in (0, 1)]
        for k in range(a.n):
            if k == first:
                continue
            r, d = (x[first] - x[k] for x in ends)
            if abs(scores[first] - scores[k]) < F(1, 10**8) or min(abs(r), abs(d)) < F(1, 10**8):
                return "open"
            if r * d < 0:
                t = r / (r - d)
                sizes = {"absolute": abs(t - w[j])}
                if w[j]:
                    sizes["relative"] = abs(t - w[j]) / w[j]
                for name, size in sizes.items():
                    if best[name] is None or size < best[name][0]:
                        best[name] = size, j, t
    return best


def tornado(a, u, scores, w, first, j):
    if w[j] == 1:
        return None
    low, high = max(F(0), w[j] * F(8, 10)), min(F(1), w[j] * F(12, 10))
    both = [moved(u, w, j, t) for t in (low, high)]
    leads = [x[first] - max([y for i, y in enumerate(x) if i != first], default=x[first]) for x in both]
    names = [a.names[order_of(x).index(max(order_of(x)))] for x in both]
    return {"weight": [low, high], "score": [x[first] for x in both], "margin": leads, "first": names}


def left_out(before, after, names):
    firsts = [{i for i, x in enumerate(scores) if x == max(scores)} for scores in (before, after)]
    pairs = itertools.combinations(range(len(before)), 2)
    return {"winner": names[min(firsts[1])], "winner_changes": firsts[0] != firsts[1], "tau": tau_b(before, after),
            "order_changes": any((before[i] > before[k]) - (before[i] < before[k]) != (after[i] > after[k]) - (after[i] < after[k])
                                 for i, k in pairs)}


def without(document, before, names, i):
    rest = {**document, "candidates": [c for k, c in enumerate(document["candidates"]) if k != i]}
    a, u = utilities(rest)
    after = order_of([sum(x * y for x, y in zip(a.weights, row)) for row in u])
    return left_out(before[:i] + before[i + 1:], after, names[:i] + names[i + 1:])


def margin(u, i):
    """Largest over the weights of the smallest lead over anybody: a game, with 2 added so that it is positive."""
    rivals = [[x - y + 2 for x, y in zip(u[i], row)] for k, row in enumerate(u) if k != i]
    if not rivals:
        return None
    # value of the game: 1 / max of sum y over columns, in the rivals' view; rows are criteria
    value, _ = maximum([F(1)] * len(rivals), [list(column) for column in zip(*rivals)], [F(1)] * len(u[i]))
    return 1 / value - 2


def keeps_rules(w, criteria):
    for c, x in zip(criteria, w):
        low, high = c.get("weight_bounds", (0, 1))
        if not low <= x <= high:
            return False
    return all(x >= y for (c, x), (d, y) in itertools.permutations(list(zip(criteria, w)), 2)
               if c.get("importance", 0) and c["importance"] < d.get("importance", 0))


def draw_weights(rng, criteria):
    """Uniform on the simplex; what breaks the rules is thrown away."""
    while True:
        cuts = [0.0] + sorted(rng.random() for _ in range(len(criteria) - 1)) + [1.0]
        w = [y - x for x, y in zip(cuts, cuts[1:])]
        if keeps_rules(w, criteria):
            return w


def scaled_ends(document):
    """Each value as the ends of its scaled value; open ones need bounds."""
    if any(v is None or isinstance(v, dict) for row in document["candidates"] for v in row["values"]):
        ends = []
        for row in document["candidates"]:
            ends.append([])
            for v, c in zip(row["values"], document["criteria"]):
                low, high = c["bounds"]
                two = [(x - low) / (high - low) for x in ends_of(v, c)]
                ends[-1].append(sorted(1 - x for x in two) if c.get("direction") == "min" else two)
        return ends
    return [[(float(x), float(x)) for x in row] for row in utilities(document)[1]]


def sample(document, draws, seed):
    """Rank acceptabilities, pairwise winning and central weights by drawing weights and open values; ties share."""
    rng, ends = random.Random(seed), scaled_ends(document)
    n, m = len(ends), len(ends[0])
    share, wins, sums = [[0.0] * n for _ in range(n)], [[0.0] * n for _ in range(n)], [[0.0] * m for _ in range(n)]
    for _ in range(draws):
        w = draw_weights(rng, document["criteria"])
        scores = [round(sum(x * (low if low == high else rng.uniform(low, high)) for x, (low, high) in zip(w, row)), 12) for row in ends]
        for i in range(n):
            above, same = sum(s > scores[i] for s in scores), scores.count(scores[i])
            for place in range(above, above + same):
                share[i][place] += 1 / same
            for k in range(n):
                wins[i][k] += 1.0 if scores[i] > scores[k] else 0.5 if scores[i] == scores[k] else 0.0
            if above == 0:
                sums[i] = [x + y / same for x, y in zip(sums[i], w)]
    central = [[x / row[0] for x in total] if row[0] else None for row, total in zip(share, sums)]
    return ([[x / draws for x in row] for row in share], [[x / draws for x in row] for row in wins], central)
