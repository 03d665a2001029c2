#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Rankings against the definitions of the papers, written here a second time and as plainly as they stand there."""
import math
import random
import unittest

import kit
from kit import rapport


def normal(weights):
    return [w / sum(weights) for w in weights]


def columns(rows):
    return [list(column) for column in zip(*rows)]


def normalized(column, cost, how, bounds=None):
    """With costs turned into benefits."""
    low, high = bounds if how == "bounds" and bounds else (min(column), max(column))
    if how in ("minmax", "bounds"):
        return [1 if low == high else (high - x if cost else x - low) / (high - low) for x in column]
    if how == "none":
        return [-x if cost else x for x in column]
    if cost:
        column = [1 / x for x in column]
    return over(column, how)


def over(column, how):
    divisor = {"sum": math.fsum(column), "max": max(column), "vector": math.sqrt(math.fsum(x * x for x in column)),
               "none": 1}[how]
    return [x / divisor for x in column]


def wsm(p, how):
    r = [normalized(x, cost, how, b) for x, cost, b in zip(p.columns, p.costs, p.bounds)]
    return [math.fsum(w * r[j][i] for j, w in enumerate(p.weights)) for i in range(p.n)]


def wpm(p, how):
    r = [normalized(x, cost, how, b) for x, cost, b in zip(p.columns, p.costs, p.bounds)]
    return [math.prod(r[j][i] ** w for j, w in enumerate(p.weights)) for i in range(p.n)]


def waspas(p, share):
    return [share * a + (1 - share) * b for a, b in zip(wsm(p, "max"), wpm(p, "max"))]


def topsis(p, how):
    v = [[w * x for x in (over(column, how) if how != "minmax" else normalized(column, False, how))]
         for w, column in zip(p.weights, p.columns)]
    best = [min(x) if cost else max(x) for x, cost in zip(v, p.costs)]
    worst = [max(x) if cost else min(x) for x, cost in zip(v, p.costs)]
    away = [[math.sqrt(math.fsum((v[j][i] - point[j]) ** 2 for j in range(p.m))) for i in range(p.n)] for point in (best, worst)]
    return [minus / (plus + minus) for plus, minus in zip(*away)]


def vikor_terms(p):
    best = [min(x) if cost else max(x) for x, cost in zip(p.columns, p.costs)]
    worst = [max(x) if cost else min(x) for x, cost in zip(p.columns, p.costs)]
    terms = [[w * (b - x) / (b - f) if b != f else 0 for w, b, f, x in zip(p.weights, best, worst, row)] for row in p.rows]
    return [math.fsum(t) for t in terms], [max(t) for t in terms]


def vikor(p, v):
    s, r = vikor_terms(p)
    q = [v * (a - min(s)) / (max(s) - min(s)) + (1 - v) * (b - min(r)) / (max(r) - min(r)) for a, b in zip(s, r)]
    return s, r, q


def preference(d, kind, q, p, s):
    if d <= 0:
        return 0
    return {"usual": lambda: 1.0, "ushape": lambda: float(d > q), "vshape": lambda: min(d / p, 1),
            "level": lambda: (float(d > q) + float(d > p)) / 2,
            "linear": lambda: 0 if d <= q else min((d - q) / (p - q), 1),
            "gaussian": lambda: -math.expm1(-d * d / (2 * s * s))}[kind]()


def promethee(p):
    def pi(a, b):
        return math.fsum(w * preference((b[j] - a[j]) if cost else (a[j] - b[j]), *p.preferences[j])
                         for j, (w, cost) in enumerate(zip(p.weights, p.costs)))
    plus = [math.fsum(pi(a, b) for b in p.rows) / (p.n - 1) for a in p.rows]
    minus = [math.fsum(pi(b, a) for b in p.rows) / (p.n - 1) for a in p.rows]
    return plus, minus


def copras(p):
    d = [[w * x for x in over(column, "sum")] for w, column in zip(p.weights, p.columns)]
    plus = [math.fsum(d[j][i] for j in range(p.m) if not p.costs[j]) for i in range(p.n)]
    minus = [math.fsum(d[j][i] for j in range(p.m) if p.costs[j]) for i in range(p.n)]
    if not any(p.costs):
        return plus
    return [a + min(minus) * sum(minus) / (b * math.fsum(min(minus) / x for x in minus)) for a, b in zip(plus, minus)]


def aras(p):
    rows = [[min(x) if cost else max(x) for x, cost in zip(p.columns, p.costs)]] + p.rows
    r = [over([1 / x if cost else x for x in column], "sum") for column, cost in zip(columns(rows), p.costs)]
    s = [math.fsum(w * r[j][i] for j, w in enumerate(p.weights)) for i in range(p.n + 1)]
    return [x / s[0] for x in s[1:]]


def edas(p):
    average = [math.fsum(x) / p.n for x in p.columns]
    sign = [-1 if cost else 1 for cost in p.costs]
    sp = [math.fsum(w * max(0, g * (x - a)) / a for w, g, x, a in zip(p.weights, sign, row, average)) for row in p.rows]
    sn = [math.fsum(w * max(0, g * (a - x)) / a for w, g, x, a in zip(p.weights, sign, row, average)) for row in p.rows]
    return [(a / max(sp) + 1 - b / max(sn)) / 2 for a, b in zip(sp, sn)]


def mabac(p):
    v = [[w * (t + 1) for t in normalized(x, cost, "minmax")] for w, x, cost in zip(p.weights, p.columns, p.costs)]
    g = [math.prod(x) ** (1 / p.n) for x in v]
    return [math.fsum(v[j][i] - g[j] for j in range(p.m)) for i in range(p.n)]


def marcos(p):
    best = [min(x) if cost else max(x) for x, cost in zip(p.columns, p.costs)]
    worst = [max(x) if cost else min(x) for x, cost in zip(p.columns, p.costs)]
    s = [math.fsum(w * (b / x if cost else x / b) for w, cost, b, x in zip(p.weights, p.costs, best, row))
         for row in [worst] + p.rows + [best]]
    found = []
    for x in s[1:-1]:
        minus, plus = x / s[0], x / s[-1]
        f_minus, f_plus = plus / (plus + minus), minus / (plus + minus)
        found.append((plus + minus) / (1 + (1 - f_plus) / f_plus + (1 - f_minus) / f_minus))
    return found


def spotis(p):
    ideal = [b[0] if cost else b[1] for b, cost in zip(p.bounds, p.costs)]
    return [math.fsum(w * abs(x - s) / abs(b[1] - b[0]) for w, x, s, b in zip(p.weights, row, ideal, p.bounds))
            for row in p.rows]


def electre1(p):
    r = [normalized(x, cost, "minmax") for x, cost in zip(p.columns, p.costs)]
    widest = max(max(x) - min(x) for x in r)
    c = [[math.fsum(w for j, w in enumerate(p.weights) if r[j][a] >= r[j][b]) for b in range(p.n)] for a in range(p.n)]
    d = [[max(0, max((r[j][b] - r[j][a]) / widest for j in range(p.m))) for b in range(p.n)] for a in range(p.n)]
    return c, d


def credibility(p):
    def worse(j, a, b):
        return p.rows[a][j] - p.rows[b][j] if p.costs[j] else p.rows[b][j] - p.rows[a][j]

    def partial(j, d):
        q, strict, _ = p.thresholds[j]
        return 1 if d <= q else 0 if d >= strict else (strict - d) / (strict - q)

    def against(j, d):
        _, strict, veto = p.thresholds[j]
        return 0 if veto is None or d <= strict else 1 if d >= veto else (d - strict) / (veto - strict)

    found = [[0.0] * p.n for _ in range(p.n)]
    for a in range(p.n):
        for b in range(p.n):
            c = math.fsum(w * partial(j, worse(j, a, b)) for j, w in enumerate(p.weights))
            found[a][b] = c
            for j in range(p.m):
                d = against(j, worse(j, a, b))
                if d > c:
                    found[a][b] *= (1 - d) / (1 - c)
    return found


def distillation(sigma, pick):
    """The classes, first the one that is taken out first; s(x) = 0.3 - 0.15 x."""
    rest, classes = list(range(len(sigma))), []
    while rest:
        group = rest
        level = max((sigma[a][b] for a in group for b in group if a != b), default=0)
        while len(group) > 1 and level > 0:
            limit = level - (0.3 - 0.15 * level)
            level = max((sigma[a][b] for a in group for b in group if a != b and sigma[a][b] < limit - 1e-9), default=0)

            def beats(a, b):
                return sigma[a][b] > level + 1e-10 and sigma[a][b] > sigma[b][a] + 0.3 - 0.15 * sigma[a][b] + 1e-10

            standing = {a: sum(beats(a, b) - beats(b, a) for b in group if b != a) for a in group}
            group = [a for a in group if standing[a] == pick(standing.values())]
        classes.append(group)
        rest = [a for a in rest if a not in group]
    return classes


class Problem:
    """Random numbers, some of them the same, none of them 0."""

    KINDS = ("usual", "ushape", "vshape", "level", "linear", "gaussian")

    def __init__(self, seed):
        r = random.Random(seed)
        self.n, self.m = r.randint(2, 14), r.randint(1, 6)
        self.raw = [r.choice((1, 2, 2.5, 7)) for _ in range(self.m)]
        self.weights = normal(self.raw)
        self.costs = [r.random() < .4 for _ in range(self.m)]
        scale = [10 ** r.randint(-3, 4) for _ in range(self.m)]
        self.rows = [[scale[j] * (r.randint(1, 12) if r.random() < .5 else r.uniform(1, 12)) for j in range(self.m)]
                     for _ in range(self.n)]
        self.columns = columns(self.rows)
        self.bounds = [(0.0, 13.0 * s) for s in scale]
        self.preferences = [(r.choice(self.KINDS), s * r.randint(0, 3), s * r.randint(4, 9), s * r.uniform(1, 5)) for s in scale]
        self.thresholds = [(s * r.randint(0, 2), s * r.randint(3, 5), s * r.randint(6, 11) if r.random() < .5 else None)
                           for s in scale]

    def matrix(self):
        made = rapport.Candidates()
        for j in range(self.m):
            kind, q, p, s = self.preferences[j]
            made.criterion(f"c{j}", weight=self.raw[j], direction="min" if self.costs[j] else "max", bounds=self.bounds[j],
                           preference=(kind, {"q": q, "p": p, "s": s}), thresholds=self.thresholds[j][:2],
                           veto=self.thresholds[j][2])
        return made.rows(self.rows)


class Definitions(unittest.TestCase):
    def close(self, found, wanted, what):
        self.assertEqual(len(found), len(wanted))
        for x, y in zip(found, wanted):
            self.assertLessEqual(abs(x - y), 1e-12 + 1e-10 * abs(y), what)

    def each(self, times=150):
        for seed in range(times):
            p = Problem(seed)
            with p.matrix() as matrix:
                yield p, matrix, seed

    def varied(self):
        """Where no definition divides by 0: on every criterion somebody is better than another one."""
        return (x for x in self.each() if all(min(c) < max(c) for c in x[0].columns))

    def test_sums_products_and_shares(self):
        for p, m, seed in self.each():
            for how in ("none", "sum", "max", "minmax", "vector", "bounds"):
                self.close(m.rank("wsm", normalization=how).scores, wsm(p, how), (seed, how))
            for how in ("sum", "max", "minmax", "vector", "bounds"):
                self.close(m.rank("wpm", normalization=how).scores, wpm(p, how), (seed, how))
            self.close(m.rank("waspas", **{"lambda": .3}).scores, waspas(p, .3), seed)
            self.close(m.rank("copras").scores, copras(p), seed)
            self.close(m.rank("aras").scores, aras(p), seed)
            self.close(m.rank("marcos").scores, marcos(p), seed)
            self.close(m.rank("mabac").scores, mabac(p), seed)
            self.close(m.rank("spotis").scores, spotis(p), seed)

    def test_distances(self):
        for p, m, seed in self.varied():
            for how in ("none", "sum", "max", "minmax", "vector"):
                self.close(m.rank("topsis", normalization=how).scores, topsis(p, how), (seed, how))
            self.close(m.rank("edas").scores, edas(p), seed)

    def test_vikor(self):
        for p, m, seed in self.varied():
            terms = vikor_terms(p)
            if any(max(x) - min(x) < 1e-9 for x in terms):
                continue  # the definition would divide rounding noise by rounding noise
            s, r, q = vikor(p, .6)
            found = m.rank("vikor", v=.6)
            self.close(found.mean_regrets, s, seed)
            self.close(found.worst_regrets, r, seed)
            self.close(found.scores, q, seed)

    def test_promethee(self):
        for p, m, seed in self.each(400):
            found = m.rank("promethee2")
            plus, minus = promethee(p)
            self.close(found.positive_flows, plus, seed)
            self.close(found.negative_flows, minus, seed)
            self.assertAlmostEqual(sum(found.scores), 0, delta=1e-12)

    def test_electre_1(self):
        for p, m, seed in self.each():
            if all(min(c) == max(c) for c in p.columns):
                continue
            found = m.rank("electre1", concordance=.6, discordance=.45)
            c, d = electre1(p)
            for what, wanted in (("concordance", c), ("discordance", d)):
                for x, y in zip(found.pairs(what), wanted):
                    self.close(x, y, (seed, what))
            outranks = [[a != b and round(c[a][b] - .6, 9) >= 0 and round(d[a][b] - .45, 9) <= 0 for b in range(p.n)]
                        for a in range(p.n)]
            self.assertEqual(found.pairs("outranks"), outranks)
            self.kernel(found.chosen, outranks, seed)

    def kernel(self, chosen, outranks, seed):
        """Who is outside is outranked from inside; inside nobody outranks another one but in a circle."""
        n = len(chosen)
        reach = [row[:] for row in outranks]
        for k in range(n):
            for i in range(n):
                for j in range(n):
                    reach[i][j] = reach[i][j] or (reach[i][k] and reach[k][j])
        same = [[i == j or (reach[i][j] and reach[j][i]) for j in range(n)] for i in range(n)]
        for b in range(n):
            from_inside = any(chosen[a] and not same[a][k] and same[b][k] and outranks[a][k] for a in range(n)
                              for k in range(n))
            self.assertEqual(chosen[b] == 0, from_inside, (seed, b))

    def test_electre_3(self):
        for p, m, seed in self.each(250):
            found = m.rank("electre3")
            sigma = credibility(p)
            for x, y in zip(found.pairs("credibility"), sigma):
                self.close(x, y, seed)
            down, up = distillation(sigma, max), distillation(sigma, min)[::-1]
            for classes, places in ((down, found.descending), (up, found.ascending)):
                for place, group in enumerate(classes, 1):
                    for a in group:
                        self.assertEqual(places[a], place, seed)

    def test_many_values_cost_no_accuracy(self):
        r = random.Random(7)
        for kind in Problem.KINDS:
            for spread in (10, 1000):
                values = [r.choice((r.uniform(0, spread), r.randint(0, spread), 3.0)) for _ in range(700)]
                with rapport.Candidates() as m:
                    m.criterion("c", preference=(kind, {"q": 1, "p": 4, "s": 2.5})).rows([[x] for x in values])
                    found = m.rank("promethee2").positive_flows
                for i in range(0, 700, 7):
                    wanted = math.fsum(preference(values[i] - x, kind, 1, 4, 2.5) for x in values) / 699
                    self.assertLessEqual(abs(found[i] - wanted), 2e-15, kind)


if __name__ == "__main__":
    kit.main()
