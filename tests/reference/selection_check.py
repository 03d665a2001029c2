#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Holds `rapport rank`, `weights` and `robust` against selection.py over random documents and over broken ones.

    selection_check.py COMMAND [--seeds N] [--first S] [--only rank|weights|robust|sampling|broken] [--show N]
    selection_check.py --self-test
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction

import selection

TOLERANCE = 1e-9
CHOICES = {"wsm": ("none", "sum", "max", "minmax", "vector", "bounds"), "wpm": ("none", "sum", "max", "minmax", "vector", "bounds"),
           "waspas": ("sum", "max", "minmax", "vector", "bounds"), "topsis": ("none", "sum", "max", "minmax", "vector", "bounds"),
           "vikor": ("minmax", "bounds"), "electre1": ("none", "sum", "max", "minmax", "vector", "bounds"),
           "copras": ("none", "sum", "max", "vector"), "mabac": ("minmax", "bounds")}


# ---------------------------------------------------------------- two answers


def same_number(a, b):
    return abs(a - b) <= max(TOLERANCE * max(abs(a), abs(b)), 1e-13)


def differences(expected, actual, path=""):
    """Sentences; what the reference leaves open (None as a value of a key) is passed over."""
    if isinstance(expected, (Fraction, Decimal)):
        expected = float(expected)
    if isinstance(expected, dict):
        for key, value in expected.items():
            if value is not None:
                if not isinstance(actual, dict) or key not in actual:
                    yield "%s/%s is not printed" % (path, key)
                else:
                    yield from differences(value, actual[key], "%s/%s" % (path, key))
    elif isinstance(expected, (list, tuple)):
        if not isinstance(actual, list) or len(actual) != len(expected):
            yield "%s: %s, reference %s" % (path, actual, expected)
        else:
            for i, (one, other) in enumerate(zip(expected, actual)):
                yield from differences(one, other, "%s/%d" % (path, i))
    elif isinstance(expected, bool) or isinstance(expected, str) or expected is None:
        if expected != actual or type(expected) is not type(actual):
            yield "%s: %r, reference %r" % (path, actual, expected)
    elif isinstance(actual, bool) or not isinstance(actual, (int, float)) or not same_number(expected, actual):
        yield "%s: %r, reference %r" % (path, actual, expected)


class Command:
    def __init__(self, program, folder):
        self.program, self.file = program, os.path.join(folder, "document.json")

    def run(self, verb, document, *options):
        """(exit status, answer or None, standard error)"""
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(document if isinstance(document, str) else json.dumps(document))
        done = subprocess.run([self.program, verb, self.file, "--json", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, timeout=60)
        def strict(word):
            raise ValueError(word)
        return done.returncode, json.loads(done.stdout, parse_constant=strict) if done.stdout else None, done.stderr.decode()


def hold(command, verb, document, options, expected):
    """Differences of one call; `expected` computes the reference's answer."""
    status, answer, err = command.run(verb, document, *options)
    try:
        wanted = expected()
    except selection.Refused as refusal:
        if status != 65:
            return ["exit status %d, reference refuses: %s" % (status, refusal)]
        if answer is not None or not err.strip() or not any(path in err for path in refusal.paths):
            return ["refused as '%s', reference: %s %s" % (err.strip(), refusal, refusal.paths)]
        return []
    if status != 0:
        return ["exit status %d: %s; reference %s" % (status, err.strip(), plain(wanted))]
    return list(differences(wanted, answer))


def plain(value):
    text = repr({k: v if isinstance(v, (str, bool)) else json.dumps(v, default=float) for k, v in value.items()})
    return text if len(text) < 300 else text[:300] + "..."


# ---------------------------------------------------------------- random documents


def column(rng, n, kind):
    if kind == "integer":
        return [rng.randint(1, 9) for _ in range(n)]
    if kind == "few":
        return [rng.choice([1, 2, 4]) for _ in range(n)]
    if kind == "zeros":
        return [rng.choice([0, 0, 1, 2, 5]) for _ in range(n)]
    if kind == "constant":
        return [rng.choice([0, 3, 7.5])] * n
    if kind == "negative":
        return [rng.choice([-4, -1.5, 0, 2, 3.25, 8]) for _ in range(n)]
    if kind == "decimal":
        return [round(rng.uniform(0.1, 2), 1) for _ in range(n)]
    if kind == "large":
        return [rng.randint(10**5, 10**7) for _ in range(n)]
    return [rng.uniform(1, 100) for _ in range(n)]


ORDINARY = ("integer", "decimal", "large", "real", "few")
ODD = ORDINARY + ("zeros", "constant", "negative")


def candidates(rng):
    n, m = rng.choice([1, 2, 2, 3, 4, 5, 6, 7]), rng.choice([1, 2, 3, 3, 4, 5])
    kinds = ORDINARY if rng.random() < 0.6 else ODD
    columns = [column(rng, n, rng.choice(kinds)) for _ in range(m)]
    if n > 2 and rng.random() < 0.2:  # two equal candidates
        for values in columns:
            values[n - 1] = values[0]
    criteria = []
    for j, values in enumerate(columns):
        c = {"id": "c%d" % j, "direction": rng.choice(["max", "min"]),
             "weight": rng.choice([1, 2, 3, 0.5, 0.3, round(rng.uniform(0.1, 5), 3)])}
        if rng.random() < 0.1 and j:
            c["weight"] = 0
        width = max(values) - min(values) or 1
        if rng.random() < 0.5:
            c["bounds"] = [min(values) - rng.choice([0, 1]), max(values) + rng.choice([0.5, 2])]
            if rng.random() < 0.3:
                c["ideal"] = rng.choice([c["bounds"][0], c["bounds"][1], (c["bounds"][0] + c["bounds"][1]) / 2])
        kind = rng.choice(["", "usual", "ushape", "vshape", "level", "linear", "gaussian"])
        q = rng.choice([0, 1, 2, width / 4])
        p = q + rng.choice([0.5, 1, width / 2])
        if kind:
            names = {"usual": (), "ushape": "q", "vshape": "p", "level": "qp", "linear": "qp", "gaussian": "s"}[kind]
            c["preference"] = {"function": kind, **{name: {"q": q, "p": p, "s": width / 3}[name] for name in names}}
        if rng.random() < 0.7:
            c["thresholds"] = {"q": q, "p": p}
            if rng.random() < 0.5:
                c["thresholds"]["v"] = p + rng.choice([1, width / 2])
        criteria.append(c)
    document = {"format": "rapport-candidates/1", "criteria": criteria,
                "candidates": [{"id": "a%d" % i, "values": [values[i] for values in columns]} for i in range(n)]}
    if all(c["weight"] == 0 for c in criteria):
        criteria[0]["weight"] = 1
    return document


def opened(rng, document):
    """Some values become intervals or missing, and every criterion gets bounds."""
    for j, c in enumerate(document["criteria"]):
        values = [row["values"][j] for row in document["candidates"]]
        c["bounds"] = [min(values) - 1, max(values) + 1]
        if "ideal" in c:
            c["ideal"] = rng.choice([c["bounds"][0], c["bounds"][1], values[0]])
        for row in document["candidates"]:
            if rng.random() < 0.3:
                x = row["values"][j]
                row["values"][j] = rng.choice([None, {"low": x - 0.5, "high": x + 0.25}, {"low": x, "high": x + 1}])
    return document


def ruled(rng, document):
    """What is known of the weights."""
    m = len(document["criteria"])
    for c in document["criteria"]:
        if rng.random() < 0.3:
            c["weight_bounds"] = rng.choice([[0, 0.6], [0.1, 1], [0.05, 0.7]]) if m > 1 else [0, 1]
        if rng.random() < 0.4:
            c["importance"] = rng.randint(1, 3)
    if m == 2:  # two upper bounds alone could leave too little room
        for c in document["criteria"]:
            c.pop("weight_bounds", None)
    return document


def parameters(rng, method):
    p = {}
    if method in CHOICES and rng.random() < 0.6:
        p["normalization"] = rng.choice(CHOICES[method])
    for name, owner, values in (("v", "vikor", (0, 0.25, 0.6, 1)), ("lambda", "waspas", (0, 0.3, 1)),
                                ("concordance", "electre1", (0.5, 0.6, 0.75, 1)), ("discordance", "electre1", (0, 0.25, 0.5, 1)),
                                ("optimum", "aras", ("data", "ideal")), ("alpha", "electre3", (0.2, 0.3)), ("beta", "electre3", (0, 0.1))):
        if owner == method and rng.random() < 0.5:
            p[name] = rng.choice(values)
    return p


def judgements(rng):
    m = rng.choice([1, 2, 3, 4, 5, 6])
    document = {"format": "rapport-judgements/1", "criteria": ["c%d" % j for j in range(m)]}
    matrix = [[1.0] * m for _ in range(m)]
    for i in range(m):
        for k in range(i + 1, m):
            x = rng.choice([1, 2, 3, 5, 7, 9, 0.5, 0.2, 1 / 3, 1 / 7, rng.uniform(0.2, 5)])
            matrix[i][k], matrix[k][i] = x, 1 / x
    style = rng.random()
    for i in range(m):
        for k in range(i + 1, m):
            if style < 0.3 and rng.random() < 0.35:
                matrix[i][k] = matrix[k][i] = None
            elif style > 0.7:
                matrix[k][i] = None  # one side alone
    document["pairwise"] = matrix
    document["ranks"] = [rng.randint(1, m) for _ in range(m)]
    if rng.random() < 0.5:
        document["ranks"] = rng.sample(range(1, m + 1), m)
    document["points"] = [rng.choice([0, 10, 25, 40, round(rng.uniform(1, 100), 2)]) for _ in range(m)]
    document["swing"] = [rng.choice([0, 30, 80, 100]) for _ in range(m)]
    if m > 1:
        best, worst = rng.sample(range(m), 2)
        top = rng.randint(2, 9)
        others = [1 if j == best else top if j == worst else rng.randint(1, top) for j in range(m)]
        to_worst = [1 if j == worst else top if j == best else rng.randint(1, top) for j in range(m)]
        document.update(best="c%d" % best, worst="c%d" % worst, best_to_others=others, others_to_worst=to_worst)
    return document


def raters(rng):
    m = rng.choice([2, 3, 4])
    people = []
    while len(people) < 3:
        one = judgements(rng)
        if len(one["criteria"]) == m and all(x is not None for row in one["pairwise"] for x in row):
            one["points"][0] = 10
            people.append({"id": "r%d" % len(people), "weight": rng.choice([1, 2, 0.5]), **{k: v for k, v in one.items()
                           if k not in ("format", "criteria", "swing")}})
    return {"format": "rapport-judgements/1", "criteria": ["c%d" % j for j in range(m)], "raters": people}


BROKEN = [  # (what, a change of a good document as text, what the message must name)
    ("a wrong format", lambda d: {**d, "format": "rapport-candidates/2"}, "/format"),
    ("no format", lambda d: {k: v for k, v in d.items() if k != "format"}, "format"),
    ("no criteria", lambda d: {**d, "criteria": []}, "/criteria"),
    ("too few values", lambda d: change(d, ("candidates", 1, "values"), [1]), "/candidates/1/values"),
    ("too many values", lambda d: change(d, ("candidates", 1, "values"), [1] * 9), "/candidates/1/values"),
    ("a text for a value", lambda d: change(d, ("candidates", 1, "values", 0), "3"), "/candidates/1/values/0"),
    ("true for a value", lambda d: change(d, ("candidates", 0, "values", 1), True), "/candidates/0/values/1"),
    ("an interval upside down", lambda d: change(d, ("candidates", 0, "values", 1), {"low": 3, "high": 1}), "/candidates/0/values/1"),
    ("half an interval", lambda d: change(d, ("candidates", 0, "values", 1), {"low": 3}), "/candidates/0/values/1"),
    ("a negative weight", lambda d: change(d, ("criteria", 0, "weight"), -1), "/criteria/0/weight"),
    ("a weight in words", lambda d: change(d, ("criteria", 0, "weight"), "3"), "/criteria/0/weight"),
    ("a strange direction", lambda d: change(d, ("criteria", 0, "direction"), "maximum"), "/criteria/0/direction"),
    ("an unknown key", lambda d: change(d, ("criteria", 0, "wieght"), 1), "weight"),
    ("an unknown key of a candidate", lambda d: change(d, ("candidates", 0, "value"), []), "values"),
    ("two of one id", lambda d: change(d, ("candidates", 1, "id"), "a0"), "/candidates/1"),
    ("two criteria of one id", lambda d: change(d, ("criteria", 1, "id"), "c0"), "/criteria/1"),
    ("an id of x", lambda d: change(d, ("candidates", 1, "id"), "x"), "/candidates/1/id"),
    ("bounds upside down", lambda d: change(d, ("criteria", 0, "bounds"), [5, 1]), "/criteria/0/bounds"),
    ("one bound", lambda d: change(d, ("criteria", 0, "bounds"), [5]), "/criteria/0/bounds"),
    ("an unknown preference function", lambda d: change(d, ("criteria", 0, "preference"), {"function": "gauss"}), "/criteria/0/preference"),
    ("p below q", lambda d: change(d, ("criteria", 0, "preference"), {"function": "linear", "q": 3, "p": 1}), "/criteria/0/preference"),
    ("a Gaussian without s", lambda d: change(d, ("criteria", 0, "preference"), {"function": "gaussian"}), "/criteria/0/preference"),
    ("v below p", lambda d: change(d, ("criteria", 0, "thresholds"), {"q": 1, "p": 4, "v": 2}), "/criteria/0/thresholds"),
    ("negative q", lambda d: change(d, ("criteria", 0, "thresholds"), {"q": -1}), "/criteria/0/thresholds"),
    ("an overflowing number", lambda d: json.dumps(d).replace("4.5", "1e999"), ":1:"),
    ("not a number", lambda d: json.dumps(d).replace("4.5", "NaN"), ":1:"),
    ("a text that ends early", lambda d: json.dumps(d)[:-5], ":1:"),
    ("text behind the end", lambda d: json.dumps(d) + "]", ":1:"),
    ("a key twice", lambda d: json.dumps(d).replace('"criteria"', '"format": "rapport-candidates/1", "criteria"'), "format"),
    ("an array", lambda d: "[]", ""),
    ("nothing", lambda d: "", ""),
    ("a null", lambda d: "null", ""),
    ("a null where candidates are", lambda d: {**d, "candidates": None}, "/candidates"),
    ("parameters in a list", lambda d: {**d, "parameters": [1]}, "/parameters"),
]

BROKEN_JUDGEMENTS = [  # (method, document without format and criteria, what must be named)
    ("ahp", {"pairwise": [[1, 2], [0.5, 1]]}, "/pairwise"),
    ("ahp", {"pairwise": [[1, 2, 3], [0.5, 1], [1, 1, 1]]}, "/pairwise/1"),
    ("ahp", {"pairwise": [[1, 2, 3], [0.5, 1, 2], [3, 0.5, 1]]}, "/pairwise"),
    ("ahp", {"pairwise": [[2, 2, 3], [0.5, 1, 2], [1 / 3, 0.5, 1]]}, "/pairwise/0/0"),
    ("ahp", {"pairwise": [[1, -2, 3], [-0.5, 1, 2], [1 / 3, 0.5, 1]]}, "/pairwise"),
    ("ahp", {"pairwise": [[1, 0, 3], [0, 1, 2], [1 / 3, 0.5, 1]]}, "/pairwise"),
    ("ahp", {"pairwise": [[1, 2, None], [0.5, 1, None], [None, None, 1]]}, "pairwise"),
    ("ahp-geometric", {"pairwise": [[1, 2, None], [0.5, 1, None], [None, None, 1]]}, "pairwise"),
    ("ahp", {"pairwise": 3}, "/pairwise"),
    ("ahp", {}, ""),
    ("roc", {"ranks": [1, 2]}, "/ranks"),
    ("roc", {"ranks": [0, 1, 2]}, "/ranks/0"),
    ("ranksum", {"ranks": [1, 2, "3"]}, "/ranks/2"),
    ("points", {"points": [0, 0, 0]}, "points"),
    ("points", {"points": [1, -1, 0]}, "/points/1"),
    ("swing", {"swing": [1, None, 0]}, "/swing/1"),
    ("bwm", {"best": "c0", "worst": "c9", "best_to_others": [1, 2, 3], "others_to_worst": [3, 2, 1]}, "/worst"),
    ("bwm", {"best": "c0", "worst": "c0", "best_to_others": [1, 2, 3], "others_to_worst": [3, 2, 1]}, "worst"),
    ("bwm", {"best": "c0", "worst": "c2", "best_to_others": [2, 2, 3], "others_to_worst": [3, 2, 1]}, "/best_to_others/0"),
    ("bwm", {"best": "c0", "worst": "c2", "best_to_others": [1, 2, 3], "others_to_worst": [3, 2, 2]}, "/others_to_worst/2"),
    ("bwm", {"best": "c0", "worst": "c2", "best_to_others": [1, 0, 3], "others_to_worst": [3, 2, 1]}, "/best_to_others/1"),
    ("bwm", {"best": "c0", "worst": "c2", "best_to_others": [1, 2, 3]}, "others_to_worst"),
]


def change(document, path, value):
    copy = json.loads(json.dumps(document))
    owner = copy
    for part in path[:-1]:
        owner = owner[part]
    owner[path[-1]] = value
    return copy


# ---------------------------------------------------------------- what is tried


def try_rank(command, seed):
    rng = random.Random(seed)
    document = candidates(rng)
    for method in selection.METHODS:
        p = parameters(rng, method)
        options = ["--method", method] + [x for k, v in p.items() for x in ("--param", "%s=%s" % (k, v))]
        yield " ".join(options), document, hold(command, "rank", document, options, lambda: selection.rank(document, method, p))


def try_open(command, seed):
    rng = random.Random(seed)
    document = opened(rng, candidates(rng))
    for method, *options in (("wsm",), ("spotis",), ("wpm", "--normalization", "bounds"), ("waspas", "--normalization", "bounds")):
        p = {"normalization": "bounds"} if options else {}
        status, answer, err = command.run("rank", document, "--method", method, *options)
        wanted = selection.rank_open(document, method, p)
        if status:
            faults = ["exit status %d: %s" % (status, err.strip())]
        elif "score_bounds" not in answer:
            faults = [] if all(low == high for low, high in wanted["score_bounds"]) else ["no score_bounds"]
        else:
            faults = list(differences({k: wanted[k] for k in ("score_bounds", "rank_bounds")}, answer))
            faults += list(differences(wanted["ranks_given"], answer["ranks"], "/ranks"))
        yield "open values, " + method, document, faults


def try_weights(command, seed):
    rng = random.Random(seed)
    matrix, said = candidates(rng), judgements(rng)
    for method in selection.DATA_WEIGHTS:
        yield method, matrix, hold(command, "weights", matrix, ["--method", method], lambda: selection.weigh(matrix, method))
    for method in ("ranksum", "rankreciprocal", "roc", "points", "swing", "ahp", "ahp-geometric") + (("bwm",) if "best" in said else ()):
        yield method, said, hold(command, "weights", said, ["--method", method], lambda: selection.weigh(said, method))


    together = raters(rng)
    for method in ("points", "roc", "ahp", "ahp-geometric", "bwm"):
        for combine in ("priorities", "priorities-geometric") + (("judgements",) if method.startswith("ahp") else ()):
            yield method, together, hold(command, "weights", together, ["--method", method, "--param", "combine=" + combine],
                                         lambda: selection.weigh_together(together, method, combine))


def robust_differences(wanted, answer):
    yield from differences({k: wanted[k] for k in ("candidates", "scores", "ranks", "weight_intervals")}, answer)
    ours, theirs = wanted["euclidean"], answer["smallest_change"]["euclidean"]
    if (ours is None) != (theirs is None):
        yield "smallest change: %s, reference %s" % (theirs, ours)
    elif ours:
        yield from differences(ours, theirs, "/smallest_change/euclidean")
    if wanted["one_weight"] != "open":
        for name, best in wanted["one_weight"].items():
            entry = answer["smallest_change"][name]
            if (best is None) != (entry is None):
                yield "/smallest_change/%s: %s, reference %s" % (name, entry, best)
            elif best:
                yield from differences({"change": best[0]}, entry, "/smallest_change/" + name)
    for name in ("tornado", "without_criterion", "without_candidate"):
        for i, entry in enumerate(wanted[name]):
            if entry is not None:
                yield from differences(entry, answer[name][i], "/%s/%d" % (name, i))
                if "tau" in entry and (entry["tau"] is None) != (answer[name][i]["tau"] is None):
                    yield "/%s/%d/tau: %s, reference %s" % (name, i, answer[name][i]["tau"], entry["tau"])
    for i, entry in enumerate(answer["dominance"]):
        if wanted["margins"][i] is not None:
            yield from differences({"margin": wanted["margins"][i], "potentially_best": wanted["margins"][i] >= -Fraction(1, 10**10),
                                    "dominated_by": wanted["dominated_by"][i]}, entry, "/dominance/%d" % i)


def hold_robust(command, document, options):
    status, answer, err = command.run("robust", document, *options)
    try:
        wanted = selection.robust(document)
    except selection.Refused as refusal:
        return [] if status == 65 and any(path in err for path in refusal.paths) else ["exit status %d %s, reference refuses: %s" % (status, err, refusal)]
    return list(robust_differences(wanted, answer)) if status == 0 else ["exit status %d: %s" % (status, err.strip())]


def try_robust(command, seed):
    document = candidates(random.Random(seed))
    yield "", document, hold_robust(command, document, ["--draws", "100"])


def apart(p, q, n, k):
    """Whether two shares of n and k draws are more than four standard errors apart."""
    mean = (p * n + q * k) / (n + k)
    return abs(p - q) > 4 * (mean * (1 - mean) * (1 / n + 1 / k)) ** 0.5 + 3.0 / min(n, k)


def sampling_differences(document, answer, draws, mine, seed):
    shares, wins, central = selection.sample(document, mine, seed)
    for key, wanted in (("rank_acceptability", shares), ("pairwise_winning", wins)):
        for i, row in enumerate(wanted):
            for k, value in enumerate(row):
                if apart(value, answer[key][i][k], mine, draws):
                    yield "/%s/%d/%d: %r, reference %r" % (key, i, k, answer[key][i][k], value)
    for i, row in enumerate(central):
        theirs = answer["central_weights"][i]
        if shares[i][0] > 0.05:
            for j, value in enumerate(row):  # a weight deviates by at most .5 from its mean
                if theirs is None or abs(value - theirs[j]) > 4 * 0.5 * (1 / (shares[i][0] * mine) + 1 / (shares[i][0] * draws)) ** 0.5:
                    yield "/central_weights/%d: %r, reference %r" % (i, theirs, row)
                    break


def try_sampling(command, seed):
    rng = random.Random(seed)
    document = candidates(rng)
    document = ruled(rng, document) if seed % 2 else document
    document = opened(rng, document) if seed % 4 > 1 else document
    status, answer, err = command.run("robust", document, "--draws", "40000", "--seed", str(seed))
    faults = ["exit status %d: %s" % (status, err)] if status else list(sampling_differences(document, answer, 40000, 4000, seed))
    yield "sampling", document, faults


def try_broken(command, seed):
    good = {"format": "rapport-candidates/1", "criteria": [{"id": "c0", "weight": 2}, {"id": "c1", "direction": "min"}],
            "candidates": [{"id": "a0", "values": [4.5, 1]}, {"id": "a1", "values": [2, 3]}]}
    calls = [("rank", "--method", "wsm"), ("weights", "--method", "std"), ("robust", "--draws", "10")]
    for verb, *options in calls:
        status, _, err = command.run(verb, good, *options)
        yield "the good document", good, [] if status == 0 else ["%s: exit status %d: %s" % (verb, status, err)]
        for what, bend, named in BROKEN:
            document = bend(good)
            status, answer, err = command.run(verb, document, *options)
            ok = status == 65 and answer is None and named in err
            yield what, document, [] if ok else ["%s, %s: exit status %d, wants 65 and '%s': %s" % (verb, what, status, named, err.strip())]
    for method, body, named in BROKEN_JUDGEMENTS:
        document = {"format": "rapport-judgements/1", "criteria": ["c0", "c1", "c2"], **body}
        status, answer, err = command.run("weights", document, "--method", method)
        ok = status == 65 and answer is None and named in err
        yield method, document, [] if ok else ["exit status %d, wants 65 and '%s': %s" % (status, named, err.strip())]


TRIALS = {"rank": (try_rank, 1), "open": (try_open, 1), "weights": (try_weights, 1), "robust": (try_robust, 2), "sampling": (try_sampling, 0), "broken": (try_broken, 0)}


# ---------------------------------------------------------------- the comparison must be able to fail


def as_printed(result):
    return json.loads(json.dumps(result, default=float))


def spots(value, path=()):
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from spots(inner, path + (key,))
    elif value is not None:
        yield path


def bent(value, rng):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return rng.choice([value + 1e-8 * max(1.0, abs(value)), None, str(value)])
    return value + "x"


def self_test():
    by_hand()
    rng, seen = random.Random(5), 0
    for seed in range(60):
        document, said = candidates(random.Random(seed)), judgements(random.Random(seed))
        results = []
        for method in selection.METHODS:
            results.append((lambda m=method: selection.rank(document, m, {})))
        for method in ("ahp", "ahp-geometric", "roc", "critic", "bwm"):
            results.append((lambda m=method: selection.weigh(document if m == "critic" else said, m)))
        for result in results:
            try:
                wanted = result()
            except (selection.Refused, KeyError):
                continue
            text = json.dumps(wanted, default=float)
            assert not list(differences(wanted, json.loads(text)))
            for path in rng.choices(list(spots(json.loads(text))), k=2):
                copy = json.loads(text)
                owner = copy
                for part in path[:-1]:
                    owner = owner[part]
                owner[path[-1]] = bent(owner[path[-1]], rng)
                assert list(differences(wanted, copy)), (path, "a changed value was not seen")
                seen += 1
    assert apart(0.5, 0.6, 4000, 40000) and not apart(0.5, 0.51, 4000, 40000)
    print("%d planted differences seen" % seen)


def close(expected, actual, near=5e-4):
    assert len(expected) == len(actual) and all(abs(e - float(a)) <= near for e, a in zip(expected, actual)), (expected, actual)


def by_hand():
    """The reference itself: closed forms and hand arithmetic."""
    plain_document = {"criteria": [{"id": "c0", "weight": 0.7}, {"id": "c1", "weight": 0.3}],
                      "candidates": [{"id": "a", "values": [1, 0]}, {"id": "b", "values": [0, 1]}]}
    sure = selection.robust(plain_document)
    close([0.5, 1, 0, 0.5], sure["weight_intervals"][0]["keeps_winner"] + sure["weight_intervals"][1]["keeps_order"], 1e-15)
    close([0.08 ** 0.5, 0.5, 0.5], [sure["euclidean"]["distance"], *sure["euclidean"]["weights"]], 1e-15)
    close([1, 1], sure["margins"], 1e-15)
    # rank order centroid of three: 11/18, 5/18, 2/18; rank sum 3, 2, 1 of 6; reciprocal 6, 3, 2 of 11
    close([11 / 18, 5 / 18, 2 / 18], selection.weigh_ranks("roc", [1, 2, 3]), 1e-15)
    close([3 / 6, 2 / 6, 1 / 6], selection.weigh_ranks("ranksum", [1, 2, 3]), 1e-15)
    close([6 / 11, 3 / 11, 2 / 11], selection.weigh_ranks("rankreciprocal", [1, 2, 3]), 1e-15)
    # Rezaei 2016, buying a car: quality, price, comfort, safety, style; .2462 .4308 .1231 .1538 .0462, ksi .0615
    ksi, w, only = selection.weigh_bwm(1, 4, [2, 1, 4, 3, 8], [4, 8, 4, 2, 1])
    close([0.0615, 0.2462, 0.4308, 0.1231, 0.1538, 0.0462], [ksi, *w], 5e-5)
    assert only
    ksi, w, only = selection.weigh_bwm(0, 2, [1, 2, 4], [4, 2, 1])
    close([0, 4 / 7, 2 / 7, 1 / 7], [ksi, *w], 1e-15)
    # n = 2 is always consistent; a 3 x 3 with x12 = 2, x23 = 2, x13 = 2: lambda = 1 + t + 1/t with t the cube root of 2
    w, consistency, _ = selection.weigh_ahp("ahp", [[1, 2, 2], [.5, 1, 2], [.5, .5, 1]])
    t = 2 ** (1 / 3)
    close([1 + t + 1 / t], [consistency["lambda_max"]], 1e-12)
    # Harker 1987, section 2: judgements 2 and 2 with the third missing agree with 4, 2, 1
    w, consistency, gaps = selection.weigh_ahp("ahp", [[1, 2, None], [.5, 1, 2], [None, .5, 1]])
    close([4 / 7, 2 / 7, 1 / 7, 3], [*w, consistency["lambda_max"]], 1e-12)
    assert gaps
    # the largest and smallest of two: TOPSIS 1 and 0, VIKOR 0 and 1
    two = {"criteria": [{"id": "c"}], "candidates": [{"id": "a", "values": [2]}, {"id": "b", "values": [1]}]}
    close([1, 0], selection.rank(two, "topsis", {})["scores"], 1e-15)
    close([0, 1], selection.rank(two, "vikor", {})["scores"], 1e-15)
    close([1, -1], selection.rank(two, "promethee2", {})["scores"], 1e-15)
    # MARCOS of two ratios 1 and 1/2: K+ 1, .5, K- 2, 1; f(K-) 1/3, f(K+) 2/3; (K+ + K-) / (1 + 1/2 + 2)
    close([3 / 3.5, 1.5 / 3.5], selection.rank(two, "marcos", {})["scores"], 1e-15)


# ---------------------------------------------------------------- the program


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", choices=list(TRIALS))
    parser.add_argument("--show", type=int, default=3)
    options = parser.parse_args()
    held = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        command = Command(options.command, folder)
        for name, (trial, often) in TRIALS.items():
            if options.only not in (None, name):
                continue
            for seed in range(options.first, options.first + (options.seeds * often if often else 1 if name == "broken" else 8)):
                for what, document, faults in trial(command, seed):
                    held += 1
                    if faults:
                        wrong += 1
                        print("%s, seed %d, %s: %s\n    %s" % (name, seed, what, "; ".join(faults[:options.show]),
                            document if isinstance(document, str) else json.dumps(document)))
    print("%d answers held against the reference, %d differ" % (held, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
