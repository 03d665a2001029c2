#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport agreement: the check values, whose sources stand in tests/unit/test_agreement.c, and what is refused."""
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main

OBSERVERS = [[1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
             [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]]


class Agreement(CommandTest):
    def ratings(self, rows, **more):
        return self.file("ratings.json", {"format": "rapport-ratings/1", "ratings": rows, **more})

    def value(self, rows, index, *params, **more):
        words = sum((["--param", param] for param in params), [])
        found = self.ok("agreement", self.ratings(rows, **more), "--index", index, "--json", *words).json()
        self.assertEqual((found["format"], found["index"]), ("rapport-agreement/1", index))
        return found["value"]

    def test_check_values(self):
        unit = [[4], [4], [5], [3]]
        self.assertAlmostEqual(self.value(unit, "rwg", options=5), 2 / 3)
        self.assertAlmostEqual(self.value(unit, "awg", options=5), 2 / 3)
        self.assertAlmostEqual(self.value(unit, "rwgj", "options=5"), 2 / 3)
        self.assertAlmostEqual(self.value(unit, "ad"), .5)
        groups = [[4, 2, 3, 5], [5, 3, 3, 4], [4, 2, 4, 5]]
        self.assertAlmostEqual(self.value(groups, "icc1"), .75)
        self.assertAlmostEqual(self.value(groups, "icc1k"), .9)
        ranks = [[1, 2, 3, 4, 5], [1, 3, 2, 5, 4], [2, 1, 3, 4, 5]]
        self.assertAlmostEqual(self.value(ranks, "kendall"), .84444, delta=5e-6)
        items = [[4, 5, 3, 4, 2], [4, 4, 3, 5, 2], [3, 5, 2, 4, 3]]
        self.assertAlmostEqual(self.value(items, "cronbach"), .87097, delta=5e-6)
        for metric, alpha in {"nominal": .7434, "ordinal": .8154, "interval": .8491, "ratio": .7974}.items():
            self.assertAlmostEqual(self.value(OBSERVERS, "krippendorff", "metric=" + metric), alpha, delta=5e-5)

    def test_parameters_go_over_the_file(self):
        unit = [[4], [4], [5], [3]]
        self.assertAlmostEqual(self.value(unit, "rwg", "lowest=1", "highest=5", lowest=0, highest=8), 0.5)
        self.assertAlmostEqual(self.value(unit, "rwg", "options=9", options=5), 0.9)  # 1 - (2/3)/(80/12)
        self.assertAlmostEqual(self.value([[8], [1], [2], [1]], "ad", "around=median"), 2)

    def test_icc_is_short_for_icc1(self):
        path = data("ratings.json")
        self.assertEqual(self.ok("agreement", path, "--index", "icc").raw, self.ok("agreement", path, "--index=icc1").raw)

    def test_a_confidence(self):
        path = data("ratings.json")
        wide, narrow = (self.ok("agreement", path, "--index", "icc3", "--json", "--param", "confidence=" + level).json()
                        for level in ("0.99", "0.8"))
        self.assertLess(wide["interval"][0], narrow["interval"][0])
        self.assertEqual(wide["parameters"], {"confidence": 0.99})

    def test_without_a_value_there_is_a_reason(self):
        found = self.ok("agreement", self.ratings([[1, 2, 3]]), "--index", "krippendorff", "--json").json()
        self.assertEqual((found["value"], found["reason"], found["raters"]), (None, "too-few-raters", 1))
        self.assertIn("undefined: ", self.ok("agreement", self.ratings([[1, 2, 3]]), "--index", "krippendorff").out)

    def test_the_bundled_table_shows_every_index(self):
        for index in ("rwg rwgj awg ad icc1 icc1k icc2 icc2k icc3 icc3k kendall krippendorff cronbach").split():
            out = self.ok("agreement", data("ratings.json"), "--index", index).out
            self.assertRegex(out, r"\n  Value +-?[0-9.]+\n", index)
            self.assertTrue(all(len(line) <= 80 for line in out.splitlines()))

    def test_wrong_usage(self):
        path = data("ratings.json")
        self.fails(USAGE, "agreement", path, says="--index is missing")
        self.fails(USAGE, "agreement", path, "--index", "kripendorff", says="did you mean 'krippendorff'?")
        self.fails(USAGE, "agreement", path, "--index", "ad", "--param", "arround=mean", says="did you mean 'around'?")
        self.fails(USAGE, "agreement", path, "--index", "kendall", "--param", "metric=nominal",
                   says="has no parameter 'metric'")
        self.fails(USAGE, "agreement", path, "--index", "krippendorff", "--param", "metric=nominl",
                   says="did you mean 'nominal'?")
        for param in ("metric", "=5", "metric=", "options=1", "options=5.5", "options=x", "options=1000001", "lowest=9",
                      "highest=-3"):
            self.fails(USAGE, "agreement", path, "--index", "rwg", "--param", param)
        self.fails(USAGE, "agreement", path, "--index", "icc1", "--param", "confidence=1")
        self.fails(USAGE, "agreement", path, "--index", "rwg", *["--param", "options=5"] * 33, says="more than 32")
        self.fails(USAGE, "agreement", self.ratings([[1], [2]]), "--index", "rwg", says="--param options=5")
        self.fails(USAGE, "agreement", says="usage: rapport agreement RATINGS")
        self.fails(USAGE, "assess", data("alliance.json"), "--index", "rwg", says="has no option '--index'")

    def test_bad_files(self):
        self.fails(NO_INPUT, "agreement", "not-there.json", "--index", "ad")
        self.fails(BAD_DATA, "agreement", self.ratings([[1, 2], [3]]), "--index", "ad", says="/ratings/1: ")
        self.fails(BAD_DATA, "agreement", self.ratings([[1], [6]], options=5), "--index", "awg", says="/ratings/1/0: ")
        self.fails(BAD_DATA, "agreement", data("alliance.json"), "--index", "ad", says='format must be "rapport-ratings/1"')

    def test_standard_input_and_a_file_out(self):
        with open(data("ratings.json"), "rb") as file:
            text = file.read()
        out = self.file("out.txt", "old")
        self.ok("agreement", "-", "--index", "ad", "-o", out, stdin=text)
        with open(out, encoding="utf-8") as file:
            self.assertTrue(file.read().startswith("Average deviation\n"))


if __name__ == "__main__":
    main()
