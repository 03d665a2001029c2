#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""ERPNext's supplier scorecards, a second time, after docs/erpnext.md: Python itself is the oracle for its arithmetic.

  scorecard.py FILE                       what it comes to, as JSON
  scorecard.py --self-test                against numbers worked out by hand
  scorecard.py --compare COMMAND --seeds N   against the command, over random scorecards
"""
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

STANDARD = "{total_score} * max( 0, min ( 1 , (12 - {period_number}) / 12) )"
KNOWN = {"__builtins__": {}, "max": max, "min": min, "int": int, "float": float, "round": round}


class Refused(Exception):
    pass


def solve(text):
    try:
        value = eval(text.strip(" \t"), dict(KNOWN))  # formulas of our own making alone
    except Exception as fault:
        raise Refused(text) from fault
    if isinstance(value, complex):
        raise Refused(text)
    return value


def replaced(text, variables, write):
    text = text.replace("\r", "").replace("\n", "")
    for variable in variables:
        text = text.replace("{" + variable["param_name"] + "}", write(variable))
    return text.replace("&lt;", "<").replace("&gt;", ">")


def two_decimals(variable):
    return "{:.2f}".format(variable["value"]) if variable.get("value") else "0.0"


def erpnext_score(criterion, variables):
    if criterion.get("formula") and (variables or criterion.get("score") is None):
        value = solve(replaced(criterion["formula"], variables, two_decimals))
        return min(criterion["max_score"], max(0, value))
    if criterion.get("score") is None:
        raise Refused("no score")
    return criterion["score"]


def erpnext_total(period):
    if period.get("total_score") is not None:
        return float(period["total_score"])
    weight = 0
    for criterion in period["criteria"]:
        weight += criterion["weight"]
    if weight != 100:
        raise Refused("weights")
    total = 0
    for criterion in period["criteria"]:
        total += erpnext_score(criterion, period.get("variables") or []) * criterion["weight"] / 100.0
    if not math.isfinite(total):
        raise Refused("total")
    return float(total)


def submitted(document):
    return sorted((p for p in document["periods"] if p.get("docstatus", 1) == 1), key=lambda p: p["end_date"], reverse=True)


def weighed(document, period, number, total):
    function = document["scorecard"].get("weighting_function") or STANDARD
    text = function.replace("{period_number}", str(number)).replace("{total_score}", total)
    return solve(replaced(text, period.get("variables") or [], two_decimals))


def check(card):
    reached, weight = 0, 0
    for i, one in enumerate(card["standings"]):
        for k, other in enumerate(card["standings"]):
            if i != k and one["max_grade"] > other["min_grade"] and one["min_grade"] < other["max_grade"]:
                raise Refused("standings overlap")
            if other["min_grade"] == reached:
                reached = other["max_grade"]
    if reached < 100:
        raise Refused("standings end early")
    for criterion in card["criteria"]:
        weight += criterion["weight"]
    if weight != 100:
        raise Refused("weights")


def erpnext(document):
    """Score, unrounded score, standing; raises Refused."""
    card, score, most = document["scorecard"], 0, 0
    check(card)
    for number, period in enumerate(submitted(document)):
        most += weighed(document, period, number, "100")
        score += weighed(document, period, number, str(erpnext_total(period)))
    unrounded = 100.0 * (score / most) if most > 0 else 100
    if not math.isfinite(unrounded):
        raise Refused("score")
    rounded, standing = round(unrounded, 1) if most > 0 else 100, None
    for at in card["standings"]:
        if (not at["min_grade"] or at["min_grade"] <= rounded) and (not at["max_grade"] or at["max_grade"] > rounded):
            standing = at["standing_name"]
    return rounded, unrounded, standing


def our_score(criterion, variables):
    """The score as a share of its maximum, exactly; None where it is missing."""
    if criterion.get("formula") and (variables or criterion.get("score") is None):
        text = criterion["formula"].replace("\r", "").replace("\n", "")
        first = {}
        for variable in variables:
            first.setdefault(variable["param_name"], variable)
        used = [v for v in first.values() if "{" + v["param_name"] + "}" in text]
        if any(v.get("value") is None for v in used):
            return None
        try:
            value = solve(replaced(text, used, lambda v: "(%r)" % float(v["value"])))
        except Refused:
            return None
        if value != value:
            return None
    elif criterion.get("score") is None:
        return None
    else:
        value = criterion["score"]
    most = criterion["max_score"]
    return Fraction(min(most, max(0, value))) / Fraction(most) if most > 0 else None


def ours(document):
    """Score and coverage, exactly but for the weights of the periods; None for no score."""
    known = total = weights = coverage = Fraction(0)
    for number, period in enumerate(submitted(document)):
        try:
            weight = weighed(document, period, number, "100") / 100
        except Refused:
            weight = None
        if weight is None or not 0 <= weight <= 1e100:
            weight = max(0, (12 - number) / 12)
        scores = [(Fraction(c["weight"]), our_score(c, period.get("variables") or [])) for c in period["criteria"]
                  if c["max_score"] > 0]
        there = sum(w for w, s in scores if s is not None)
        whole = sum(w for w, s in scores)
        weights += Fraction(weight)
        if there and weight:
            known += Fraction(weight)
            total += Fraction(weight) * 100 * sum(w * s for w, s in scores if s is not None) / there
            coverage += Fraction(weight) * there / whole
    return (float(total / known) if known else None), (float(coverage / weights) if weights else 0.0)


def summary(document):
    out = {"ours": dict(zip(("score", "coverage"), ours(document)))}
    try:
        out["erpnext"] = dict(zip(("score", "unrounded", "standing"), erpnext(document)))
    except Refused:
        out["erpnext"] = {"score": None, "unrounded": None, "standing": None}
    return out


# --- by hand ---------------------------------------------------------------------------------------------------------------

STANDINGS = [{"standing_name": "Poor", "min_grade": 0.0, "max_grade": 50.0},
             {"standing_name": "Fair", "min_grade": 50.0, "max_grade": 80.0},
             {"standing_name": "Good", "min_grade": 80.0, "max_grade": 100.0}]


def simple(*totals):
    criteria = [{"criteria_name": "a", "weight": 100.0, "max_score": 100.0, "formula": "{v}"}]
    periods = [{"end_date": "2026-%02d-28" % (12 - i), "criteria": criteria, "total_score": t,
                "variables": [{"param_name": "v", "value": t}]} for i, t in enumerate(totals)]
    return {"format": "rapport-scorecard/1", "periods": periods,
            "scorecard": {"supplier": "s", "criteria": criteria, "standings": STANDINGS}}


def self_test():
    # 80 with weight 12/12, 57 with 11/12: (80 + 52.25) / (100 + 91.666...) = 132.25 / 191.666... = 0.69
    assert erpnext(simple(80.0, 57.0))[0] == 69.0
    assert abs(ours(simple(80.0, 57.0))[0] - 69) < 1e-12
    assert erpnext(simple())[::2] == (100, None) and ours(simple()) == (None, 0.0)
    assert erpnext(simple(100.0))[::2] == (100.0, None)
    assert erpnext(simple(79.96))[::2] == (80.0, "Good")
    assert erpnext(simple(0.25))[0] == 0.2 and erpnext(simple(0.35))[0] == 0.3  # 0.35 is below 0.35
    one = simple(50.0)
    one["scorecard"]["criteria"] = [{"weight": w} for w in (33.3, 33.3, 33.4)]
    assert sum([33.3, 33.3, 33.4]) == 100  # this one is lucky
    one["scorecard"]["criteria"] = [{"weight": w} for w in (30.9, 33.3, 35.8)]
    assert 30.9 + 33.3 + 35.8 != 100
    assert summary(one)["erpnext"]["score"] is None
    print("every number is as by hand")


# --- random ----------------------------------------------------------------------------------------------------------------

FORMULAS = ["(({a} / {b}) if {b} > 0 else 1) * 100", "100 - {a} * 2", "max(0, min({a}, {b})) % 7", "{a} // {b}", "{a} ** 2",
            "100 if {a} &gt; {b} else 40", "({a} &lt; {b} &lt;= 50) * 60 + 5", "not {a} or {b}", "{a} and {b} and 100",
            "round({a} * {b}, 1)", "int({a}) % 13 + float({b})", "-{a} + {b}", "100 - ({a} / {b})", "2 ** 3 ** 2 % 100",
            "max({a}, {b}, 3)\n * 1.5", "{a} - -{b} * +2", "1 / 3 + .5 + 5. + 1e1", "90 if {a} else 10 if {b} else 30",
            "{a} % -7 + 20", "-7 // 2 + -{a} % 5", "({a} == {b}) + 1", "100 * ({a} != {b})", "{a} >= 10 and 80 or 20",
            "round({a})", "7 // 2 * 10 + 7 % 3", "1 &lt; 2 &lt; 3 != 4", "{a} ** 0.5 * 10", "{c} + 1", "10 ** 3 - 950"]
WEIGHTINGS = [None, None, "{total_score}", "{total_score} * 0.5 ** {period_number}", "{total_score} / ({period_number} + 1)",
              "{total_score} - {period_number}", "{total_score} if {period_number} < 3 else 0", "{total_score} / {period_number}",
              "-{total_score}", "{total_score} * {a} / 100", "0"]
WEIGHTS = [[100.0], [50.0, 50.0], [40.0, 35.0, 25.0], [33.3, 33.3, 33.4], [30.9, 33.3, 35.8], [60.0, 30.0]]


def expression(draw, depth):
    """Any expression of the language; powers only of small numbers, so that whole ones stay below 2^53."""
    kind = draw.randrange(13) if depth else draw.randrange(3)
    part = lambda: expression(draw, depth - 1)  # noqa: E731
    if kind < 3:
        return draw.choice(["{a}", "{b}", "0", "1", "2", "7", "10", "0.5", "2.5", ".25", "3.", "1e2", "True", "False"])
    if kind == 3:
        return "(" + part() + ")"
    if kind == 4:
        return draw.choice(["-", "+", "not ", "- -"]) + "(" + part() + ")"
    if kind == 5:
        return part() + " if " + part() + " else " + part()
    if kind == 6:
        return draw.choice(["max", "min"]) + "(" + ", ".join(part() for _ in range(draw.randint(2, 4))) + ")"
    if kind == 7:
        return draw.choice(["int(%s)", "float(%s)", "round(%s, 1)", "round(%s)"]) % part()
    if kind == 8:
        return "%s ** %s" % (draw.choice(["2", "-3", "10", "1.5", "(0.5)", "-2.0"]), draw.choice(["0", "2", "3", "-1", "2.0"]))
    if kind == 9:
        return part() + draw.choice([" < ", " &lt;= ", " > ", ">=", "==", " != "]) + part() + draw.choice(["", " < 5", " == 1"])
    if kind == 10:
        return part() + draw.choice([" and ", " or "]) + part()
    return part() + draw.choice([" + ", "-", " * ", "/", "//", " % "]) + part()


def readable(formula):
    """Whether Python reads it: our reader refuses what Python's does."""
    text = formula.replace("{a}", "1").replace("{b}", "1").replace("&lt;", "<")
    try:
        compile(text, "formula", "eval")
    except SyntaxError:
        return False
    return True


def formula(draw):
    if draw.random() < 0.4:
        return draw.choice(FORMULAS)
    while True:
        made = expression(draw, 4)
        if len(made) < 2000 and readable(made):
            return made


def number(draw):
    return draw.choice([0, 0.0, 1, 10, 100, -5.0, 0.004, 0.005, 2.675, 12.345, 33.333, 1e-9, 1e15, 123456.789, 50, -0.001,
                        draw.uniform(0, 120), round(draw.uniform(0, 100), 2)])


def make(draw):
    weights = draw.choice(WEIGHTS)
    criteria = [{"criteria_name": "c%d" % i, "weight": w, "max_score": draw.choice([100.0, 100, 10, 60.0]),
                 "formula": formula(draw)} for i, w in enumerate(weights)]
    periods = []
    for i in range(draw.choice([0, 1, 2, 3, 8, 14])):
        variables = [{"param_name": n, "value": None if draw.random() < 0.08 else number(draw)} for n in "ab"]
        period = {"name": "P%d" % i, "end_date": "2026-%02d-%02d" % (draw.randint(1, 12), draw.randint(1, 28)),
                  "docstatus": draw.choice([0, 1, 1, 1, 1, 2]), "criteria": criteria, "variables": variables}
        if draw.random() < 0.5:
            period["total_score"] = draw.choice([100.0, 0.0, 99.95, 84.25, draw.uniform(0, 100), 73])
        periods.append(period)
    ends = draw.choice([[0, 30, 50, 80, 100], [0, 50, 100], [0, 60, 90], [10, 50, 100]])
    standings = [{"standing_name": "s%d" % i, "min_grade": float(a), "max_grade": float(b)}
                 for i, (a, b) in enumerate(zip(ends, ends[1:]))]
    draw.shuffle(standings)
    card = {"supplier": "Supplier", "criteria": criteria, "standings": standings, "docstatus": 0, "owner": "someone"}
    function = draw.choice(WEIGHTINGS)
    if function:
        card["weighting_function"] = function
    return {"format": "rapport-scorecard/1", "scorecard": card, "periods": periods}


def near(a, b):
    return a == b or (a is not None and b is not None and abs(a - b) <= 1e-9 * max(1, abs(a)))


def compare_criteria(got, document):
    for shown, period in zip(got["periods"], document["periods"]):
        for k, criterion in enumerate(period["criteria"] if period["docstatus"] == 1 else ()):
            try:
                value = erpnext_score(criterion, period["variables"])
            except Refused:
                value = None
            ours = our_score(criterion, period["variables"])
            found = shown["criteria"][k]
            same = near(found["erpnext"], value) if "** 0.5" in criterion["formula"] else found["erpnext"] == value
            assert same, "%s: %r, not %r" % (criterion["formula"], found["erpnext"], value)
            assert near(found["points"], None if ours is None else float(100 * ours)), "%s: ours %r, not %r" % (
                criterion["formula"], found["points"], ours)


def compare(command, document, file):
    file.write_text(json.dumps(document), encoding="utf-8")
    ran = subprocess.run([command, "scorecard", str(file), "--json", "--arithmetic", "erpnext"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    got, wanted = json.loads(ran.stdout), summary(document)
    compare_criteria(got, document)
    power = "** 0.5" in json.dumps(document)  # a root is not the same in the last place on every machine
    for key, value in wanted["erpnext"].items():
        same = near(got["erpnext"][key], value) if power and key == "unrounded" else got["erpnext"][key] == value
        assert same, "erpnext %s: %r, not %r" % (key, got["erpnext"][key], value)
    for key, value in wanted["ours"].items():
        assert near(got["ours"][key], value), "ours %s: %r, not %r" % (key, got["ours"][key], value)


def main():
    if sys.argv[1] == "--self-test":
        self_test()
    elif sys.argv[1] == "--compare":
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "scorecard.json")
            for seed in range(int(sys.argv[4])):
                document = make(random.Random(seed))
                try:
                    compare(sys.argv[2], document, file)
                except AssertionError as fault:
                    sys.exit("seed %d: %s\n%s" % (seed, fault, json.dumps(document)))
        print("%s scorecards agree" % sys.argv[4])
    else:
        print(json.dumps(summary(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))), indent=2))


if __name__ == "__main__":
    main()
