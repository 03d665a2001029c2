#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport backtest: the bundled outcomes, and what is refused. The arithmetic by hand stands in tests/unit/test_backtest.c."""
import math
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main


class Backtest(CommandTest):
    def test_the_bundled_outcomes(self):
        found = self.ok("backtest", data("outcomes.json"), "--json").json()
        self.assertEqual((found["format"], found["count"]), ("rapport-backtest/1", 12))
        self.assertAlmostEqual(found["auc"]["value"], 32 / 36)
        self.assertEqual((found["auc"]["good"], found["auc"]["bad"]), (6, 6))
        self.assertAlmostEqual(found["kendall"]["value"], 28 / math.sqrt(66 * 36))
        self.assertAlmostEqual(found["spearman"]["value"], 28 / 12 / math.sqrt(143 / 12))

    def test_the_text_fits_80_columns_and_can_be_read(self):
        out = self.ok("backtest", data("outcomes.json")).out
        self.assertLessEqual(max(map(len, out.splitlines())), 80)
        self.assertIn("12 partnerships, 6 good and 6 bad", out)
        self.assertIn("beyond chance", out)

    def test_what_makes_no_sense_is_refused(self):
        self.fails(NO_INPUT, "backtest", "nowhere.json")
        self.fails(USAGE, "backtest")
        self.fails(BAD_DATA, "backtest", data("ratings.json"), says='format must be "rapport-outcomes/1"')
        path = self.file("o.json", {"format": "rapport-outcomes/1", "scores": [1, 2], "outcomes": [1]})
        self.fails(BAD_DATA, "backtest", path, says="one for each score, 2")


if __name__ == "__main__":
    main()
