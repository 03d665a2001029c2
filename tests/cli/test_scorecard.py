#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport scorecard: numbers worked out by hand, both arithmetics, and what is refused."""
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main

STANDINGS = [{"standing_name": "Poor", "min_grade": 0, "max_grade": 50}, {"standing_name": "Fair", "min_grade": 50, "max_grade": 80},
             {"standing_name": "Good", "min_grade": 80, "max_grade": 100}]


class Scorecard(CommandTest):
    def card(self, *totals, **more):
        criteria = [{"criteria_name": "a", "weight": 100, "formula": "{v}"}]
        periods = [{"end_date": "2026-%02d-28" % (12 - i), "criteria": criteria,
                    "variables": [{"param_name": "v", "value": total}]} for i, total in enumerate(totals)]
        return self.file("scorecard.json", {"format": "rapport-scorecard/1", "periods": periods,
                                            "scorecard": {"name": "s", "criteria": criteria, "standings": STANDINGS, **more}})

    def found(self, path, *words):
        return self.ok("scorecard", path, "--json", *words).json()

    def test_two_months(self):
        found = self.found(self.card(80, 57))  # (80 + 57 * 11/12) / (23/12) = 69
        self.assertEqual(found["erpnext"]["score"], 69)
        self.assertAlmostEqual(found["ours"]["score"], 69)
        self.assertEqual((found["format"], found["standing"]), ("rapport-scorecard-result/1", "Fair"))

    def test_the_arithmetic_chooses_the_score(self):
        path = self.card(79.96)
        self.assertEqual(self.found(path)["standing"], "Fair")
        self.assertEqual(self.found(path, "--arithmetic", "ours")["score"], self.found(path)["ours"]["score"])
        found = self.found(path, "--arithmetic", "erpnext")
        self.assertEqual((found["arithmetic"], found["score"], found["standing"]), ("erpnext", 80, "Good"))

    def test_what_erpnext_refuses_has_no_score_there(self):
        found = self.found(self.card(50, weighting_function="{total_score} / {period_number}"), "--arithmetic=erpnext")
        self.assertEqual((found["score"], found["erpnext"]["refused"], found["ours"]["score"]), (None, "weighting", 50))

    def test_nothing_known_is_no_score(self):
        found = self.found(self.card())
        self.assertEqual((found["score"], found["erpnext"]["score"]), (None, 100))
        self.assertIn("none: nothing is known", self.ok("scorecard", self.card()).out)

    def test_the_report_shows_both(self):
        shown = self.ok("scorecard", data("scorecard.json"), "--ascii").out
        self.assertIn("Score         95.1, Excellent", shown)
        self.assertIn("In ERPNext    83.6, Excellent", shown)
        self.assertIn("Where the two differ, and why", shown)

    def test_what_is_refused(self):
        self.fails(USAGE, "scorecard", data("scorecard.json"), "--arithmetic", "erpnex", says="did you mean 'erpnext'")
        self.fails(NO_INPUT, "scorecard", "missing.json", says="missing.json")
        self.fails(BAD_DATA, "scorecard", data("ratings.json"), says="/format")
        self.fails(BAD_DATA, "scorecard", self.card(1, weighting_function="__import__('os')"), says="/scorecard/weighting_function")

    def test_help_starts_with_examples(self):
        self.assertTrue(self.ok("scorecard", "--help").out.startswith("Examples:\n"))


if __name__ == "__main__":
    main()
