#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Rounds and trend through the Python module. The numbers are those of tests/unit/test_trend.c and test_comparison.c."""
import json
import os
import subprocess
import unittest

import kit
from kit import data, rapport

FALLING = [71, 69, 70, 66, 64, 62]
MODEL = {"format": "rapport-model/1", "id": "m", "version": "1", "bands": [{"id": "low", "from": 0}, {"id": "high", "from": 50}],
         "scales": {"n": {"kind": "number", "points": [[0, 0], [100, 100]]}},
         "criteria": [{"id": "trust", "scale": "n", "weight": 3, "together": "min"}, {"id": "q", "scale": "n"}],
         "gates": [{"id": "g", "node": "trust", "below": 30, "effect": "flag"}]}


def assessment(date, answers, model=MODEL, **more):
    return rapport.Assessment.read(json.dumps(
        {"format": "rapport-assessment/1", "id": "r" + date, "partnership": "P", "date": date, "model": model,
         "parties": [{"id": party, "raters": [{"id": "a", "answers": said}]} for party, said in answers.items()], **more}))


class Series(unittest.TestCase):
    def test_recency(self):
        self.assertAlmostEqual(rapport.trend.recency([40, None, 60, 80], span=4).value, 145 / 2.25)
        found = rapport.trend.recency([40, 60, 80], fade="half-life", span=1, times=[0, 1, 3])
        self.assertAlmostEqual(found.value, 100 / 1.375)
        self.assertEqual(rapport.trend.recency([None]).reason, "too-few")
        self.assertIsNone(rapport.trend.recency([]).value)

    def test_charts(self):
        found = rapport.trend.ewma(FALLING, 70, 4)
        self.assertAlmostEqual(found.averages[-1], 65.7304, delta=5e-5)
        self.assertAlmostEqual(found.low[-1], 65.4946, delta=5e-5)
        self.assertEqual((found.last, found.first_alarm, found.alarms), (None, None, [None] * 6))
        found = rapport.trend.cusum(FALLING, 70, 4, interval=2.5)
        self.assertEqual(found.low, [0, 0, 0, 0.5, 1.5, 3])
        self.assertEqual((found.alarms[-1], found.first_alarm, found.averages), ("low", 5, []))
        found = rapport.trend.ewma(FALLING, 70, 0)
        self.assertEqual((found.reason, found.averages, found.used), ("no-spread", [], 6))

    def test_slope(self):
        found = rapport.trend.slope([62, 64, None, 63, 60, 58, 57])
        self.assertEqual((found.slope, found.s, found.exact, found.skipped), (-1.5, -11, True, 1))
        self.assertAlmostEqual(found.p, 40 / 720)
        found = rapport.trend.slope([3])
        self.assertEqual((found.slope, found.p, found.reason, found.test_reason), (None, None, "too-few", "too-few"))
        self.assertEqual(rapport.trend.slope([3, 3]).test_reason, "no-spread")
        self.assertEqual(rapport.trend.slope([10, 20, 40], times=[100, 102, 104]).slope, 7.5)

    def test_what_makes_no_sense_is_refused(self):
        for call in (lambda: rapport.trend.slope([float("nan"), 1]), lambda: rapport.trend.slope([1, 2], times=[1]),
                     lambda: rapport.trend.slope([1, 2], times=[2, 1]), lambda: rapport.trend.recency([1], span=0),
                     lambda: rapport.trend.recency([1], fade="slow"), lambda: rapport.trend.ewma([1], 0, -1),
                     lambda: rapport.trend.ewma([1], 0, 1, limits="none"), lambda: rapport.trend.cusum([1], 0, 1, slack=-1)):
            self.assertRaises(rapport.BadValue, call)
        self.assertRaises(TypeError, rapport.trend.slope, ["1"])


class Rounds(unittest.TestCase):
    def pair(self):
        return (assessment("2026-01-31", {"us": {"trust": 40, "q": 50}, "them": {"trust": 80, "q": 70}}),
                assessment("2026-04-30", {"us": {"trust": 60, "q": 80}, "them": {"trust": 70, "q": 80}}))

    def test_what_changed(self):
        with rapport.compare(self.pair()) as both:
            self.assertEqual((both.basis, both.common, both.previous, both.newest), ("same-model", 1, 0, 1))
            whole = both.change()
            self.assertEqual((whole.older, whole.newer, whole.delta), (45, 65, 20))
            self.assertAlmostEqual(both.change("trust").closure, 20 / 35)
            self.assertEqual(both.change("q").target_change, "newly-met")
            self.assertEqual(both.change("trust", "them").delta, -10)
            self.assertEqual(both.change("trust", "them", older=1, newer=0).delta, 10)
            self.assertEqual(both.perception_change("us", "them", "trust"), (-40, -10, 30, -30))
            self.assertEqual(both.gate_change("g"), ("near-miss", "passed", 40, 60))
            self.assertEqual([(r.score, r.band, r.active) for r in both.rounds], [(45, "low", True), (65, "high", True)])
            self.assertEqual((both.parties, both.left_out, both.warnings), (["us", "them"], [], []))

    def test_different_models_are_scored_again(self):
        newer = json.loads(json.dumps(MODEL))
        newer["criteria"].append({"id": "new", "scale": "n"})
        newer["criteria"][0]["weight"] = 1
        older, later = assessment("2026-01-31", {"us": {"trust": 40, "q": 80}}), \
            assessment("2026-04-30", {"us": {"trust": 60, "q": 80, "new": 1}}, newer)
        both = rapport.compare([older, later])
        self.assertEqual((both.basis, both.change()), ("rescored", (60, 70, 10, 75, 10 / 15, None)))
        self.assertEqual(both.left_out, [("new", "only-newer", 0)])
        self.assertAlmostEqual(both.common, 2 / 3)
        self.assertEqual([r.own_model for r in both.rounds], [False, True])

    def test_a_trend_over_rounds(self):
        rounds = [assessment(f"2026-0{1 + i}-01", {"us": {"trust": x, "q": x}}) for i, x in enumerate(FALLING)]
        with rapport.Assessment.read(json.dumps(
                {"format": "rapport-assessment/1", "id": "rest", "partnership": "P", "date": "2026-02-15", "model": MODEL,
                 "inactive": True, "parties": [{"id": "us", "raters": []}]})) as rest:
            self.assertTrue(rest.inactive)
            made = rapport.compare(rounds[:2] + [rest] + rounds[2:], mean=70, sigma=4, node="q")
        found = made.trend()
        self.assertAlmostEqual(found.points[-1].average, 65.7304, delta=5e-5)
        self.assertEqual((found.used, found.skipped, found.baseline, found.chart_reason), (6, 1, "given", None))
        self.assertEqual(found.points[2], (None,) * 8)
        self.assertEqual(made.rounds[2][2:], (False, False, None, None, None, None, None))
        self.assertEqual(made.trend("q").slope, found.slope)
        self.assertEqual(made.trend("trust", "us").used, 6)
        self.assertEqual([(w.kind, w.view, w.node, w.before, w.now) for w in made.warnings],
                         [("trust-falling", "us", "trust", 66, 62)])
        found = rapport.compare(rounds).trend()
        self.assertEqual((found.baseline, found.mean, found.sigma), ("first-rounds", 70, 1))
        self.assertEqual(rapport.compare(rounds[:3]).trend().chart_reason, "too-few")

    def test_what_cannot_be_compared_names_its_cause(self):
        spring, autumn = self.pair()
        with self.assertRaises(rapport.BadValue) as caught:
            rapport.compare([autumn, spring])
        self.assertEqual(caught.exception.cause, "wrong-order")
        for rounds, cause in (([spring], "too-few-rounds"), ([], "too-few-rounds"),
                              ([assessment("2026-01-01", {"others": {"q": 1}}), spring], "no-common-party")):
            with self.assertRaises(rapport.Undefined) as caught:
                rapport.compare(rounds)
            self.assertEqual(caught.exception.cause, cause)
        with self.assertRaises(rapport.NotFound) as caught:
            rapport.compare([spring, autumn], node="nothing")
        self.assertIsNone(caught.exception.cause)
        both = rapport.compare([spring, autumn])
        self.assertRaises(rapport.NotFound, both.change, "nothing")
        self.assertRaises(rapport.NotFound, both.change, "q", "nobody")
        self.assertRaises(rapport.NotFound, both.gate_change, "nothing")
        self.assertRaises(rapport.NotFound, both.trend, "q")
        self.assertRaises(rapport.BadArgument, both.change, older=5)

    def test_an_assessment_that_changes_makes_it_stale(self):
        spring, autumn = self.pair()
        both = rapport.compare([spring, autumn])
        autumn.party("late")
        for ask in (lambda: both.change(), lambda: both.rounds, lambda: both.to_json(), lambda: both.trend()):
            self.assertRaises(rapport.Stale, ask)

    def test_a_comparison_keeps_what_it_needs(self):
        spring, autumn = self.pair()
        both = rapport.compare([spring, autumn])
        spring.close()
        autumn.close()
        del spring, autumn
        self.assertEqual(both.change().delta, 20)
        both.close()
        self.assertRaises(rapport.Closed, both.change)

    def test_inactive(self):
        spring, _ = self.pair()
        with self.assertRaises(rapport.BadValue):
            spring.inactive = True
        self.assertFalse(spring.inactive)
        with self.assertRaises(TypeError):
            spring.inactive = 1

    def test_the_bytes_are_those_of_the_command(self):
        names = [os.path.join("rounds", name + ".json") for name in ("2025-q2", "2025-q3", "2025-q4", "2026-q1", "2026-q2")]
        paths = [data(name) for name in names + ["alliance.json"]]
        with rapport.compare([rapport.Assessment.open(path) for path in paths]) as all_rounds:
            text = subprocess.run([kit.COMMAND, "compare", *paths, "--json"], check=True, stdout=subprocess.PIPE).stdout
            self.assertEqual(all_rounds.to_json().encode(), text)
            self.assertEqual(all_rounds.to_dict()["format"], "rapport-comparison/1")
            self.assertIn("To watch", all_rounds.report())


if __name__ == "__main__":
    kit.main()
