#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport robust: closed forms, the same bytes for the same seed, and what is refused."""
import math
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main

UNIT = {"bounds": [0, 1]}


class Robust(CommandTest):
    def matrix(self, rows, weights, **more):
        criteria = [{"id": "c%d" % i, "weight": weight, **UNIT, **more} for i, weight in enumerate(weights)]
        candidates = [{"id": "p%d" % i, "values": row} for i, row in enumerate(rows)]
        return self.file("matrix.json", {"format": "rapport-candidates/1", "criteria": criteria, "candidates": candidates})

    def found(self, *args):
        return self.ok("robust", *args, "--json").json()

    def test_two_criteria_by_hand(self):
        """(1, 0) against (0, 1) with .7 and .3: level at equal weights, each first for half of all."""
        found = self.found(self.matrix([[1, 0], [0, 1]], [7, 3]), "--draws", "40000", "--seed", "5")
        self.assertEqual(found["format"], "rapport-robustness/1")
        self.assertEqual(found["candidates"], ["p0", "p1"])
        self.assertEqual(found["draws"], 40000)
        for interval, keeps in zip(found["weight_intervals"], ([.5, 1], [0, .5])):
            for key in ("keeps_winner", "keeps_order"):
                for end, exact in zip(interval[key], keeps):
                    self.assertAlmostEqual(end, exact, delta=1e-12)
        change = found["smallest_change"]
        self.assertAlmostEqual(change["euclidean"]["distance"], math.sqrt(.08))
        self.assertEqual(change["euclidean"]["winner"], "p1")
        self.assertAlmostEqual(change["absolute"]["change"], .2)
        self.assertAlmostEqual(change["relative"]["change"], 2 / 7)
        self.assertEqual(change["relative"]["criterion"], "c0")
        first = found["rank_acceptability"][0][0]
        self.assertAlmostEqual(first, .5, delta=4 * .0025)
        self.assertAlmostEqual(found["pairwise_winning"][0][1], first)
        self.assertAlmostEqual(found["central_weights"][0][0], .75, delta=.01)
        self.assertEqual(found["confidence"], [1, 1])
        self.assertAlmostEqual(found["standard_error"], math.sqrt(first * (1 - first) / 40000))

    def test_rows_and_columns_add_up_to_one(self):
        found = self.found(data("candidates.json"), "--draws", "9999")
        table = found["rank_acceptability"]
        for line in table + [list(column) for column in zip(*table)]:
            self.assertAlmostEqual(sum(line), 1, delta=1e-12)
        pairs = found["pairwise_winning"]
        for i, row in enumerate(pairs):
            for k, share in enumerate(row):
                self.assertAlmostEqual(share + pairs[k][i], 1, delta=1e-12)

    def test_the_same_seed_gives_the_same_bytes(self):
        path = data("candidates.json")
        once = self.ok("robust", path, "--draws", "5000", "--seed", "3", "--json").raw
        self.assertEqual(once, self.ok("robust", path, "--draws", "5000", "--seed", "3", "--json").raw)
        self.assertNotEqual(once, self.ok("robust", path, "--draws", "5000", "--seed", "4", "--json").raw)

    def test_an_interval_leaves_out_what_needs_numbers(self):
        path = self.matrix([[1, 0], [{"low": .2, "high": .6}, None]], [1, 1])
        found = self.found(path, "--draws", "5000")
        for key in ("weight_intervals", "smallest_change", "tornado", "scores", "ranks", "without_criterion"):
            self.assertIsNone(found[key], key)
        self.assertEqual(found["needs_number"], {"candidate": "p1", "criterion": "c0", "value": "interval"})
        self.assertEqual(len(found["rank_acceptability"]), 2)
        text = " ".join(self.ok("robust", path, "--draws", "5000").out.split())
        self.assertIn("c0 of p1 is an interval", text)

    def test_rules_for_weights_come_with_the_document(self):
        """The first weight at least the second: (1, 0) is then always first."""
        document = {"format": "rapport-candidates/1",
                    "criteria": [{"id": "a", "importance": 1, **UNIT}, {"id": "b", "importance": 2, **UNIT}],
                    "candidates": [{"id": "one", "values": [1, 0]}, {"id": "two", "values": [0, 1]}]}
        found = self.found(self.file("m.json", document), "--draws", "5000")
        self.assertEqual(found["rank_acceptability"], [[1, 0], [0, 1]])
        document["criteria"][1].update(weight_bounds=[.6, 1])
        self.fails(BAD_DATA, "robust", self.file("m.json", document), says="with the order of importance, add up to more than 1")

    def test_the_whole_range_of_a_tornado(self):
        path = self.matrix([[1, 0], [0, 1]], [7, 3])
        found = self.found(path, "--draws", "1", "--param", "swing=all")
        self.assertEqual([t["weight"] for t in found["tornado"]], [[0, 1], [0, 1]])
        self.assertEqual(found["tornado"][0]["first"], ["p1", "p0"])
        found = self.found(path, "--draws", "1", "--param", "swing=0.5")
        self.assertAlmostEqual(found["tornado"][0]["weight"][0], .35)

    def test_reports_keep_to_80_columns(self):
        text = self.ok("robust", data("candidates.json"), "--draws", "2000").out
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertIn("How often each comes where", text)
        plain = self.ok("robust", data("candidates.json"), "--draws", "2000", "--ascii").out
        self.assertTrue(plain.isascii())

    def test_what_is_refused(self):
        path = data("candidates.json")
        for words in (["--draws", "0"], ["--draws", "1.5"], ["--draws", "x"], ["--seed", "-1"], ["--param", "swing=0"],
                      ["--param", "swing=101"], ["--param", "swign=1"]):
            self.fails(USAGE, "robust", path, *words)
        self.fails(NO_INPUT, "robust", "nowhere.json")
        self.fails(BAD_DATA, "robust", self.matrix([[2, 0]], [1, 1]), says="outside the bounds")
        self.fails(BAD_DATA, "robust", self.matrix([], [1, 1]), says="there are no candidates")


if __name__ == "__main__":
    main()
