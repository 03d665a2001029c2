# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The reference against numbers that come from the documents, closed forms and hand arithmetic.

Run by `reference.py --self-test`. Each function is one sentence that must hold.
"""
import json
import math
import os
import random
import sys

import reference
from reference import Bad, assess, finish, read_assessment, read_json

LEVELS = {"kind": "levels", "levels": [{"id": "absent"}, {}, {}, {}, {}]}
PERCENT = {"kind": "number", "points": [[0, 0], [100, 100]]}
BANDS = [{"id": "low", "from": 0}, {"id": "high", "from": 50}]
BEST_PARTNER_BANDS = [
    {"id": "at-risk", "from": 0}, {"id": "transactional", "from": 40}, {"id": "cooperative", "from": 55},
    {"id": "collaborative", "from": 70},
    {"id": "best-partner", "from": 85, "requires": {"every_group": 70, "weakest_party": 75, "balance": 0.8, "coverage": 0.9,
                                                    "no_undecided_gates": True}}]
# the tables of the best-partner model, `!` marks the together rule min
BEST_PARTNER = [
    ("gain", 22, "balance:7! surplus:6 more:4 succeed:5!"), ("alignment", 18, "horizon:5 fit:5 values:5 own:3"),
    ("customer", 14, "result:6 offer:5 voice:3"), ("openness", 14, "today:4 tomorrow:4 communication:3 understanding:3"),
    ("honesty", 20, "trust:7! integrity:6! confidentiality:5! unguarded:2"), ("market", 12,
    "chain:4 joint:4 rivalry:2 ready:2")]
OURS = "4 4 3 4 4 4 4 3 4 3 3 4 3 4 3 4 5 4 3 3 3 4 2".split()
THEIRS = "2 3 2 3 3 4 4 3 4 3 - 3 2 3 2 2 4 4 2 3 2 3 -".split()


def close(actual, expected, within=1e-12):
    assert actual is not None and abs(actual - expected) <= within, "%r is not %r" % (actual, expected)


def model(criteria, **more):
    base = {"format": "rapport-model/1", "id": "m", "version": "1", "criteria": criteria, "bands": BANDS,
            "scales": {"levels": LEVELS, "percent": PERCENT, "yesno": {"kind": "yesno"}}}
    base.update(more)
    return base


def document(criteria, answers, more=None, **settings):
    """`answers`: {party: [{criterion: answer} per rater]}"""
    parties = [{"id": party, "raters": [{"id": "r%d" % i, "answers": a} for i, a in enumerate(raters)]}
               for party, raters in answers.items()]
    doc = {"format": "rapport-assessment/1", "id": "a", "partnership": "P", "date": "2026-09-30",
        "model": model(criteria, **settings),
           "parties": parties}
    doc.update(more or {})
    return doc


def run(doc, find=None):
    return finish(assess(read_assessment(read_json(json.dumps(doc).encode()), find)))


def one(criteria, answers, **settings):
    """One party, one rater."""
    return run(document(criteria, {"a": [answers]}, **settings))


def leaf(name, weight=1, scale="percent", **more):
    return dict({"id": name, "weight": weight, "scale": scale}, **more)


def group(name, children, weight=1, **more):
    return dict({"id": name, "weight": weight, "criteria": children}, **more)


def node(result, name):
    return next(entry for entry in result["nodes"] if entry["id"] == name)


def refused(doc, path):
    try:
        run(doc)
    except Bad as error:
        assert error.path == path, "%s instead of %s" % (error.path, path)
    else:
        raise AssertionError("accepted, but %s is wrong" % path)


# ---------------------------------------------------------------- the worked check of the best-partner model


def best_partner():
    criteria, names = [], []
    for dimension, weight, text in BEST_PARTNER:
        children = []
        for part in text.split():
            name, points = part.rstrip("!").split(":")
            names.append(name)
            children.append(leaf(name, int(points), "levels", together="min" if part.endswith("!") else "mean"))
        criteria.append(group(dimension, children, weight))
    gates = []
    for name, steps in (("integrity", [("fail", 12.5, None), ("cap", 37.5, 54)]),
                        ("confidentiality", [("fail", 12.5, None), ("cap", 37.5, 69)]),
                        ("trust", [("cap", 12.5, 39), ("cap", 37.5, 54)])):
        for effect, below, cap in steps:
            gates.append({"id": "%s-%s" % (name, below), "node": name, "below": below, "effect": effect})
            if cap:
                gates[-1]["cap"] = cap
    gates.append({"id": "win-lose", "measure": "net-benefit", "below": 0, "effect": "cap", "cap": 54})
    return criteria, names, gates


def answers_of(names, levels):
    return {name: "dont-know" if level == "-" else int(level) for name, level in zip(names, levels)}


def the_worked_check_gives_every_digit():
    criteria, names, gates = best_partner()
    doc = document(criteria, {"us": [answers_of(names, OURS)], "them": [answers_of(names, THEIRS)]}, gates=gates,
                   bands=BEST_PARTNER_BANDS)
    check_worked(run(doc), names, [d for d, w, t in BEST_PARTNER])


def check_worked(result, names, dimensions):
    ours, theirs, joint = result["views"]["us"], result["views"]["them"], result["joint"]
    close(ours["score"], 67.5)
    assert ours["status"] == "ok" and ours["coverage"] == 1 and ours["bounds"] == [ours["score"]] * 2
    for name, want in zip(dimensions, (70.45, 70.83, 60.71, 62.50, 80.00, 50.00)):
        close(node(result, name)["views"]["us"]["score"], want, 0.0051)
    close(theirs["score"], 49.2091, 0.00005)
    close(theirs["coverage"], 0.95)
    close(theirs["bounds"][0], 46.5)
    close(theirs["bounds"][1], 51.5)
    for name, want in zip(dimensions, (37.50, 63.89, 63.64, 37.50, 52.50, 40.00)):
        close(node(result, name)["views"]["them"]["score"], want, 0.0051)
    close(joint["score"], 53.125)
    close(joint["coverage"], 0.975)
    close(joint["bounds"][0], 52.125)
    close(joint["bounds"][1], 54.625)
    assert joint["status"] == "incomplete" and joint["band"] == "transactional" and joint["band_certain"]
    for name, want in zip(dimensions, (43.18, 67.36, 60.71, 50.00, 53.75, 43.75)):
        close(node(result, name)["joint"]["score"], want, 0.0051)
    close((ours["score"] + theirs["score"]) / 2, 58.35, 0.005)
    gaps = [(n["share"], n["perception"][0]["gap"]) for n in result["nodes"] if n["id"] in names and n["perception"]]
    assert len(gaps) == 21
    close(sum(w * g for w, g in gaps) / sum(w for w, g in gaps), 20.0)
    assert max(g for w, g in gaps) == 50
    largest = [n["id"] for n in result["nodes"] if n["id"] in names and n["perception"] and n["perception"][0]["gap"] == 50]
    assert largest == [names[0], names[15]], largest  # benefit balance and trust
    fired = [g for g in result["gates"] if g["state"] == "breached"]
    assert len(fired) == 1 and fired[0]["effect"] == "cap" and fired[0]["binding"] is False and fired[0]["value"] == 25
    close(joint["gated"], 53.125)
    trust = node(result, names[15])
    close(trust["share"], 0.07)
    close(trust["joint"]["contribution"], 1.75)
    close(trust["joint"]["leverage"], 0.07)
    assert trust["gap"] == 50 and trust["perception"][0]["class"] == "blind-spot" and trust["perception"][0]["notable"]
    close(trust["severity"], 3.5)
    close(trust["lift"], 3.5)
    parts = [n["joint"]["contribution"] for n in result["nodes"] if n["joint"]["contribution"] is not None]
    close(math.fsum(parts), 53.125, 1e-10)


def the_built_in_model_gives_the_worked_check_too():
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "io", "builtin")
    if not os.path.isfile(os.path.join(folder, "best-partner.json")):
        return "left out: the built-in model is not there"
    find = reference.finder(".", folder)
    shape = reference.read_model(find("name", "best-partner", "/model"), "")
    nodes = list(shape.root.everything())[1:]
    names, dimensions = [n.id for n in nodes if n.children is None], [n.id for n in nodes if n.children is not None]
    doc = document([], {"us": [answers_of(names, OURS)], "them": [answers_of(names, THEIRS)]}, {"model": "best-partner"})
    for party in doc["parties"]:
        party["voice"] = "one"
    check_worked(run(doc, find), names, dimensions)


# ---------------------------------------------------------------- scales


def points(scale, *answers):
    reference.check_scale(plain(scale), "")
    return [reference.answer_points(plain(scale), plain(a), "") for a in answers]


def plain(value):
    return read_json(json.dumps(value).encode())


def scales_give_the_points_of_their_formulas():
    assert points(LEVELS, 1, 2, 3, 4, 5, "absent") == [0, 25, 50, 75, 100, 0]
    assert points(dict(LEVELS, reversed=True), 1, 2, 5, "absent") == [100, 75, 0, 100]
    assert points({"kind": "levels", "levels": [{"points": 90}, {"points": 20}]}, 1, 2) == [90, 20]
    # the on-time scale of the model document: 80 at 95, a fifth of the way to 80 at 83
    knots = {"kind": "number", "points": [[80, 0], [95, 80], [100, 100]]}
    assert points(knots, 0, 80, 83, 95, 97.5, 100, 1e300) == [0, 0, 16, 80, 90, 100, 100]
    # lead time, 30 worst and 5 best: 10 days are 20 of 25 days better than the worst
    assert points({"kind": "number", "linear": {"worst": 30, "best": 5}}, 31, 30, 10, 5, 4) == [0, 0, 80, 100, 100]
    tent = {"kind": "number", "range": {"zero_below": 10, "full_from": 20, "full_to": 30, "zero_above": 50}}
    assert points(tent, 5, 10, 15, 20, 25, 30, 40, 50, 60) == [0, 0, 50, 100, 100, 100, 50, 0, 0]
    # halfway with R = 2 rho: (1 - 1/e)/(1 - 1/e^2) = 1/(1 + 1/e); with -rho the mirror image
    curve = lambda rho: {"kind": "number", "exponential": {"worst": 0, "best": 10, "rho": rho}}
    close(points(curve(5), 5)[0], 100 / (1 + math.exp(-1)), 1e-12)
    close(points(curve(-5), 5)[0], 100 / (1 + math.exp(1)), 1e-12)
    assert points(curve(-1e-3), 0, 9, 10, 11) == [0, 0, 100, 100]
    close(points(curve(1e30), 4)[0], 40)
    down = {"kind": "number", "exponential": {"worst": 10, "best": 0, "rho": 5}}
    close(points(down, 5)[0], 100 / (1 + math.exp(-1)), 1e-12)
    assert points({"kind": "yesno"}, True, False) == [100, 0]
    assert points({"kind": "choice", "choices": [{"id": "local", "points": 40}]}, "local") == [40]


# ---------------------------------------------------------------- means


def power_means_are_the_textbook_ones():
    equal = lambda *values: [(1.0, float(v)) for v in values]
    close(reference.power_mean(0, equal(90, 90, 20)), (90 * 90 * 20) ** (1 / 3), 1e-12)
    close(reference.power_mean(0, equal(90, 90, 20)), 54.5, 0.05)
    close(reference.power_mean(0, equal(75, 75, 0)), 17.8, 0.05)  # the floor: 5625^(1/3)
    close(reference.power_mean(-1, equal(30, 60)), 40)
    close(reference.power_mean(2, equal(30, 40)), math.sqrt(1250), 1e-12)
    close(reference.power_mean(0.5, [(1.0, 0.0), (1.0, 100.0)]), 25)
    close(reference.power_mean(-100, equal(0, 0)), 1)
    close(reference.power_mean(100, [(1.0, 100.0), (1.0, 100.0)]), 100)
    close(reference.power_mean(100, [(1e-12, 100.0), (1e12, 1.0)]), 100 * 10 ** -0.24, 1e-9)  # (1e-24)^(1/100)
    close(reference.power_mean(0.01, [(1.0, 100.0), (1.0, 0.0)]), 100 * 0.5 ** 100, 1e-30)
    assert reference.power_mean("min", equal(30, 0.5)) == 0.5 and reference.power_mean("max", equal(30, 40)) == 40


def thresholds_are_compared_in_billionths():
    assert reference.at_least(84.99999999999999, 85) and not reference.at_least(84.999999998, 85)
    assert reference.rounded(0.1 + 0.2) == reference.rounded(0.3) == 300000000


# ---------------------------------------------------------------- missing, coverage, bounds


def missing_answers_are_left_out_and_bounded():
    tree = [group("g", [leaf("p", 3), leaf("q", 1)], 2), leaf("r", 2), leaf("s", 1)]
    result = one(tree, {"p": 40, "r": 80, "s": "n/a"})
    joint = result["joint"]
    close(joint["score"], 60)  # g is 40 with its full weight, s does not apply
    close(joint["coverage"], (0.75 + 1) / 2)
    close(joint["bounds"][0], (30 + 80) / 2)
    close(joint["bounds"][1], (55 + 80) / 2)
    assert joint["status"] == "incomplete" and joint["band"] == "high" and joint["band_certain"]
    assert node(result, "g")["joint"]["status"] == "incomplete"
    assert node(result, "q")["joint"] == {"status": "missing", "score": None, "coverage": 0, "bounds": [0, 100],
                                          "contribution": None, "leverage": None}
    assert node(result, "s")["joint"]["status"] == "not-applicable" and node(result, "s")["joint"]["bounds"] is None
    close(node(result, "p")["lift"], 17.5)  # g rises from 40 to 75, half of it arrives
    close(node(result, "p")["joint"]["contribution"], 20)
    close(node(result, "r")["joint"]["contribution"], 40)
    close(node(result, "p")["share"], 0.3)  # static: 3/4 of 2/5
    assert node(result, "q")["gap"] is None and node(result, "q")["lift"] is None


def nothing_is_never_a_number():
    result = one([leaf("p")], {})
    assert result["joint"]["status"] == "missing" and result["joint"]["bounds"] == [0, 100]
    assert result["joint"]["score"] is None and result["joint"]["band"] is None
    result = one([leaf("p")], {"p": "n/a"})
    assert result["joint"]["status"] == "empty" and result["joint"]["coverage"] is None
    result = one([leaf("p"), leaf("q")], {"p": 50}, missing="strict", minimum_coverage=0.6)
    assert result["joint"]["status"] == "missing" and result["joint"]["coverage"] == 0.5
    assert result["joint"]["bounds"] == [25, 75] and node(result, "p")["joint"]["contribution"] is None
    assert node(result, "p")["gap"] == 25 and node(result, "p")["lift"] is None
    result = one([leaf("p"), leaf("q")], {"p": 50}, missing="strict", minimum_coverage=0.5)
    assert result["joint"]["status"] == "incomplete" and result["joint"]["score"] == 50


def not_applicable_needs_one_voice():
    tree = [leaf("p"), leaf("q")]
    answers = {"a": [{"p": "n/a", "q": 50}, {"p": "dont-know"}], "b": [{"p": "n/a", "q": 50}, {"p": None}]}
    result = run(document(tree, answers))
    assert node(result, "p")["views"]["a"]["status"] == "missing"
    assert node(result, "p")["views"]["b"]["status"] == "not-applicable"
    assert node(result, "p")["joint"]["status"] == "missing"


def zeros_for_bounds_pass_through_the_floor():
    tree = [group("g", [leaf("p"), leaf("q")], power=0), group("h", [leaf("r")], power=0), leaf("s")]
    result = one(tree, {"p": 64, "s": 100})
    low, high = node(result, "g")["joint"]["bounds"]
    close(low, 8)  # sqrt(64 * 1)
    close(high, 80)
    assert node(result, "h")["joint"]["bounds"] == [0, 100] and node(result, "h")["joint"]["status"] == "missing"
    close(result["joint"]["bounds"][0], (8 + 0 + 100) / 3, 1e-12)


def the_joint_view_waits_for_the_silent_party():
    tree = [leaf("p", together="min"), leaf("q", together="max"), leaf("r"), leaf("s", together="min")]
    doc = document(tree, {"a": [{"p": 80, "q": 80, "r": 80, "s": "n/a"}], "b": [{"s": 30}]})
    doc["parties"][1]["weight"] = 3
    result = run(doc)
    assert node(result, "p")["joint"]["bounds"] == [0, 80] and node(result, "q")["joint"]["bounds"] == [80, 100]
    assert node(result, "r")["joint"]["bounds"] == [20, 95] and node(result, "r")["joint"]["score"] == 80
    assert node(result, "p")["joint"]["coverage"] == 0.25 and node(result, "p")["joint"]["status"] == "incomplete"
    assert node(result, "s")["joint"]["status"] == "ok" and node(result, "s")["joint"]["score"] == 30


# ---------------------------------------------------------------- what counts


def what_does_not_count_is_shown_and_moves_nothing():
    tree = [leaf("p"), group("i", [leaf("q"), leaf("r", 3)], informational=True), leaf("z", 0)]
    result = one(tree, {"p": 50, "q": 0, "r": 100, "z": 10})
    assert result["joint"]["score"] == 50 and node(result, "i")["joint"]["score"] == 75
    for name in ("q", "r", "z"):
        entry = node(result, name)
        assert entry["share"] == entry["severity"] == entry["lift"] == 0
        assert entry["joint"]["contribution"] == entry["joint"]["leverage"] == 0
    assert node(result, "z")["gap"] == 65 and node(result, "i")["share"] == 0 and node(result, "p")["share"] == 1


def extremes_split_by_weight():
    children = [leaf("p", 1, "levels"), leaf("q", 3, "levels"), leaf("r", 5, "levels")]
    result = one([group("g", children, power="min")], {"p": 2, "q": 2, "r": 3})  # 25 points split 1 : 3
    assert [node(result, n)["joint"]["contribution"] for n in "pqr"] == [6.25, 18.75, 0]
    assert [node(result, n)["joint"]["leverage"] for n in "pqr"] == [0.25, 0.75, 0]
    assert [node(result, n)["lift"] for n in "pqr"] == [0, 0, 0]  # the tied one holds it down
    assert node(result, "g")["lift"] == 50 and node(result, "g")["joint"]["contribution"] is None


def leverage_is_the_derivative():
    rng = random.Random(5)
    for power in (1, 0, -1, 2, 0.5, 3.7, -20, 0.01):
        tree = [group("g", [leaf("p", 2), leaf("q", 3)], 2, power=power), leaf("r", 3)]
        values = {name: rng.uniform(20, 90) for name in "pqr"}
        result = one(tree, values, power=-1)
        for name in "pqr":
            step = 1e-4
            up, down = (one(tree, dict(values, **{name: values[name] + s}), power=-1)["joint"]["score"] for s in (step, -step))
            close(node(result, name)["joint"]["leverage"], (up - down) / (2 * step), 1e-6)
        # Euler: x dS/dx adds up to S, and each term is the contribution
        for name in "pqr":
            entry = node(result, name)["joint"]
            close(entry["contribution"], entry["leverage"] * entry["score"], 1e-9)


def leverage_below_the_floor_and_without_bound():
    result = one([leaf("p"), leaf("q")], {"p": 0.5, "q": 64}, power=0)
    assert node(result, "p")["joint"]["leverage"] == 0
    close(result["joint"]["score"], 8)
    close(node(result, "q")["joint"]["leverage"], 0.5 * 8 / 64)
    close(node(result, "p")["joint"]["contribution"], 4)  # geometric: by weight
    result = one([leaf("p"), leaf("q")], {"p": 0, "q": 64}, power=0.5)
    assert node(result, "p")["joint"]["leverage"] is None and node(result, "p")["joint"]["contribution"] == 0
    result = one([leaf("p"), leaf("q")], {"p": 0, "q": 64}, power=2)
    assert node(result, "p")["joint"]["leverage"] == 0


def targets_of_groups_come_from_their_children():
    tree = [group("g", [leaf("p", 1, target=100), leaf("q", 3)]), group("h", [leaf("r", target=0), leaf("s", target=64)],
        power=0),
            group("k", [leaf("t", target=10)], target=90), group("m", [leaf("u", target=20), leaf("v", target=30)],
                power="min")]
    result = one(tree, {}, target=60)
    assert [node(result, n)["target"] for n in "gqkmt"] == [70, 60, 90, 20, 10]
    close(node(result, "h")["target"], 8)


def an_overlay_is_another_model():
    tree = [leaf("p"), leaf("q", 2)]
    overlays = {"supplier": {"weights": {"q": 1.5}, "targets": {"p": 100}}}
    result = run(document(tree, {"a": [{"p": 0, "q": 100}]}, {"kind": "supplier"}, overlays=overlays))
    assert result["joint"]["score"] == 75 and node(result, "q")["weight"] == 3 and node(result, "p")["target"] == 100
    assert result["model"]["overlay"] == "supplier"
    result = run(document(tree, {"a": [{"p": 0, "q": 99}]}, {"kind": "friend"}, overlays=overlays))
    assert result["joint"]["score"] == 66 and result["model"]["overlay"] is None


# ---------------------------------------------------------------- gates and bands


def states(answers, gates, tree=None, more=None, **settings):
    result = run(document(tree or [leaf("p"), leaf("q")], answers, more, gates=gates, **settings))
    return [(g["state"], g["value"]) for g in result["gates"]], result


def gate(name, view="any", below=50, effect="flag", **more):
    return dict({"id": name, "node": "p", "view": view, "below": below, "effect": effect}, **more)


def gates_are_judged_on_bounds():
    three = [gate("any"), gate("all", "all"), gate("joint", "joint")]
    assert states({"a": [{"p": 40}], "b": [{"p": 80}]}, three)[0] == [("breached", 40), ("passed", 80), ("near-miss", 60)]
    assert states({"a": [{"p": 70}], "b": [{}]}, three)[0] == [("undecided", 70), ("passed", 70), ("undecided", 70)]
    assert states({"a": [{"p": 40}], "b": [{}]}, three)[0] == [("breached", 40), ("undecided", 40), ("undecided", 40)]
    assert states({"a": [{"p": 55}], "b": [{"p": "n/a"}]}, three)[0] == [("near-miss", 55)] * 3
    assert states({"a": [{"p": "n/a"}], "b": [{"p": "n/a"}]}, three)[0] == [("not-applicable", None)] * 3
    assert states({"a": [{}]}, [gate("zero", below=0)])[0] == [("passed", None)]
    assert states({"a": [{"p": 62.5}]}, [gate("edge")])[0] == [("passed", 62.5)]


def caps_and_fails_bind():
    found, result = states({"a": [{"p": 40, "q": 100}]}, [gate("c", effect="cap", cap=54), gate("d", effect="cap", cap=60)])
    assert result["joint"]["score"] == 70 and result["joint"]["gated"] == 54 and result["joint"]["band"] == "high"
    assert [g["binding"] for g in result["gates"]] == [True, False]
    found, result = states({"a": [{"p": 40, "q": 100}]}, [gate("c", effect="fail"), gate("d", effect="cap", cap=60)])
    assert result["joint"]["gated"] == 0 and result["joint"]["band"] == "low" and result["joint"]["band_certain"]
    found, result = states({"a": [{"q": 100}]}, [gate("c", effect="fail")])
    assert found == [("undecided", None)] and result["joint"]["gated"] == 100 and not result["joint"]["band_certain"]


def requirements_hold_a_band_back():
    bands = BANDS + [{"id": "mid", "from": 60, "requires": {"coverage": 1}},
                     {"id": "top", "from": 70, "requires": {"every_group": 70, "weakest_party": 75, "coverage": 0.9,
                                                            "no_undecided_gates": True}}]
    tree = [group("g", [leaf("p")]), group("h", [leaf("q"), leaf("r")], 3)]
    found, result = states({"a": [{"p": 60, "q": 100}]}, [], tree, bands=bands)
    joint = result["joint"]
    close(joint["score"], 90)
    assert joint["band"] == "high" and joint["held_back"] == ["every_group", "coverage"]
    assert joint["band_certain"]  # both bounds, 52.5 and 90, end in "high"
    found, result = states({"a": [{"p": 80, "q": 100, "r": 100}], "b": [{"p": 74, "q": 74, "r": 74}]}, [], tree, bands=bands)
    assert result["joint"]["band"] == "mid" and result["joint"]["held_back"] == ["weakest_party"]


def a_band_is_certain_only_if_both_bounds_give_it():
    assert not one([leaf("p"), leaf("q")], {"p": 80})["joint"]["band_certain"]  # 40..90
    assert one([leaf("p", 2), leaf("q")], {"p": 80})["joint"]["band_certain"]  # 53.3..86.7


def measures_follow_their_formulas():
    gates = [{"id": m + w, "measure": m, w: t, "effect": "flag"} for m, w, t in
             (("net-benefit", "below", 0), ("balance", "below", 0.8), ("burden-overload", "above", 1.5),
                 ("skill-coverage", "below", 0.6))]
    people = {"a": [{}], "b": [{}]}
    measures = {"benefits": {"a": 60, "b": 40}, "burdens": {"a": 80, "b": 20}, "alternatives": {"a": -30, "b": 20},
                "skills": {"required": {"design": 3, "logistics": 2}, "parties": {"a": {"design": 0.9},
                    "b": {"logistics": 0.8}}}}
    found, result = states(people, gates, more={"measures": measures})
    assert [s for s, v in found] == ["passed", "passed", "breached", "passed"]
    assert found[0][1] == 0 and result["measures"]["net-benefit"] == {"a": 10, "b": 0}
    for (state, value), want in zip(found[1:], (0.8, 1.6, 0.86)):  # skills: (3*.9 + 2*.8)/5
        close(value, want, 1e-12)
    assert [s for s, v in states(people, gates)[0]] == ["not-applicable"] * 4
    found, result = states(people, gates, more={"measures": {"benefits": {"a": 1}, "burdens": {"a": 2}, "skills": {}}})
    assert [s for s, v in found] == ["undecided"] * 4 and result["measures"] == {}
    found = states(people, gates, more={"measures": {"burdens": {"a": 1, "b": 1}, "agreed_shares": {"a": 0, "b": 3}}})[0]
    assert found[2] == ("breached", None)
    three = {"measures": {"benefits": {"a": 70, "b": 20, "c": 10}}}
    close(states(dict(people, c=[{}]), gates, more=three)[1]["measures"]["balance"], 0.45)
    alone = states({"a": [{}]}, gates, more={"measures": {"benefits": {"a": 5}, "burdens": {"a": 7}}})[0]
    assert [s for s, v in alone] == ["breached", "not-applicable", "passed", "not-applicable"]


# ---------------------------------------------------------------- gaps between the parties


def perception_is_signed_and_weighed_against_noise():
    entry = node(run(document([leaf("p")], {"a": [{"p": 80}, {"p": 90}], "b": [{"p": 70}, {"p": 80}]})), "p")["perception"][0]
    # variances 50 and 50: noise 1.96 sqrt(50/2 + 50/2) = 13.86 > 10
    assert entry == {"of": "a", "against": "b", "gap": 10, "class": "shared-strength", "notable": False}
    entry = node(run(document([leaf("p")], {"a": [{"p": 90}, {"p": 90}], "b": [{"p": 70}, {"p": 70}]})), "p")["perception"][0]
    assert entry["class"] == "blind-spot" and entry["notable"]
    steps = [leaf("p", scale="levels"), leaf("q")]
    result = run(document(steps, {"a": [{"p": 4, "q": 70}], "b": [{"p": 3, "q": 82}]}))
    assert node(result, "p")["perception"][0]["notable"]
    assert not node(result, "q")["perception"][0]["notable"] and node(result,
        "q")["perception"][0]["class"] == "hidden-strength"
    many = run(document([leaf("p")], {"p%d" % i: [{"p": 10 * i}] for i in range(9)}))
    entries = node(many, "p")["perception"]
    assert len(entries) == 9 and entries[8]["against"] is None and entries[8]["gap"] == 45  # 80 against 0..70


# ---------------------------------------------------------------- anonymity


def hidden_cells(result):
    views = {(n["id"], p) for n in result["nodes"] for p, c in n["views"].items() if c["status"] == "withheld"}
    return views, {n["id"] for n in result["nodes"] if n["joint"]["status"] == "withheld"}


def few_raters_are_covered():
    tree = [group("g", [leaf("p"), leaf("q"), leaf("r")]), leaf("s")]
    full = {"p": 50, "q": 60, "r": 70, "s": 80}
    doc = document(tree, {"a": [dict(full, q=None), dict(full, q=None), full], "b": [full]}, {"anonymity_floor": 3})
    doc["parties"][1]["voice"] = "one"
    result = run(doc)
    # q has one rater; r, the next in order, covers it; the group and the root have three
    assert hidden_cells(result) == ({("q", "a"), ("r", "a")}, {"q", "r"})
    assert node(result, "q")["lift"] is None and node(result, "q")["perception"] == [] and node(result, "g")["lift"] is not None
    assert result["joint"]["status"] == "ok" and node(result, "q")["views"]["b"]["score"] == 60


def a_lone_child_takes_its_parents_along():
    tree = [group("g", [leaf("p")])]
    doc = document(tree, {"a": [{"p": 50}, {"p": 60}]}, {"anonymity_floor": 3}, gates=[gate("any", below=20)])
    result = run(doc)
    assert hidden_cells(result)[1] == {"p",
        "g"} and result["joint"]["status"] == "withheld" and result["joint"]["bounds"] is None
    assert result["gates"][0]["value"] is None and result["views"]["a"]["status"] == "withheld"
    assert hidden_cells(run(dict(doc, anonymity_floor=2)))[1] == set()


# ---------------------------------------------------------------- errors


def errors_name_the_place():
    tree = [leaf("p"), leaf("q", scale="levels")]
    for answers, path in (({"p": "five"}, "p"), ({"q": 2.5}, "q"), ({"q": 0}, "q"), ({"q": 6}, "q"), ({"z": 1}, "z"),
                          ({"q": True}, "q"), ({"p": {"answer": 1, "confidence": 2}}, "p/confidence")):
        refused(document(tree, {"a": [answers]}), "/parties/0/raters/0/answers/" + path)
    refused(document(tree, {"a": [{"p": "n/a"}]}, {"facts": {"p": 5}}), "/parties/0/raters/0/answers/p")
    refused(document(tree, {"a": [{}]}, {"date": "2026-02-29"}), "/date")
    refused(document([leaf("p", 0)], {"a": [{}]}), "/model/criteria")
    for text, path in (('{"a":1,"a":2}', "/a"), ('{"b":{"a":NaN}}', "/b/a"), ('["\\ud800"]', "/0"), ('[1e999]', "/0"),
                       ('["\\u0000"]', "/0"), ("[1", ""), ("[] x", ""), ("\ufeff[]", "")):
        try:
            read_json(text.encode("utf-8", "surrogatepass"))
        except Bad as error:
            assert error.path == path, (text, error.path)
        else:
            raise AssertionError(text)


def main():
    failed = 0
    checks = [(n, f) for n, f in globals().items() if callable(f) and getattr(f, "__code__", None)
              and f.__module__ == __name__ and f.__code__.co_argcount == 0 and n.count("_") >= 2 and n != "main"]
    for name, check in checks:
        try:
            note = check()
            print("ok    %s%s" % (name.replace("_", " "), " (%s)" % note if note else ""))
        except Exception as error:
            import traceback
            traceback.print_exc()
            print("FAIL  %s: %s %s" % (name.replace("_", " "), type(error).__name__, error))
            failed += 1
    print("%d checks, %d failed" % (len(checks), failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
