#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Robustness through the Python module. The numbers are those of tests/unit/test_sensitivity.c and its neighbours."""
import gc
import json
import math
import subprocess
import unittest

from kit import COMMAND, main, data, rapport


def matrix(rows, weights, **more):
    made = rapport.Candidates()
    for index, weight in enumerate(weights):
        made.criterion(f"c{index}", weight=weight, bounds=(0, 1), **more)
    for index, row in enumerate(rows):
        made.candidate(f"p{index}", row)
    return made


class Robustness(unittest.TestCase):
    def test_two_criteria_by_hand(self):
        with matrix([[1, 0], [0, 1]], [7, 3]) as m:
            found = m.robustness(draws=40000, seed=5)
        self.assertEqual((found.first, found.ranks, found.draws, found.exact), (0, [1, 2], 40000, True))
        self.assertAlmostEqual(found.scores[0], .7)
        self.assertAlmostEqual(found.weight_intervals[0].keeps_winner[0], .5)
        change = found.smallest_change()
        self.assertEqual((change.winner, change.criterion), (1, None))
        self.assertAlmostEqual(change.size, math.sqrt(.08))
        self.assertAlmostEqual(change.weights[0], .5)
        self.assertAlmostEqual(found.smallest_change("relative").size, 2 / 7)
        self.assertAlmostEqual(found.tornado[0].margin[0], .12)
        self.assertEqual(found.without_criterion[0].winner, 1)
        self.assertEqual(found.without_candidate[0].winner, 1)
        self.assertAlmostEqual(found.rank_acceptability[0][0], .5, delta=.01)
        self.assertAlmostEqual(found.winning(0, 1), found.rank_acceptability[0][0])
        self.assertAlmostEqual(sum(found.central_weights[1]), 1)
        self.assertEqual(found.confidence, [1, 1])
        self.assertAlmostEqual(found.standard_error(.5), .0025)
        self.assertAlmostEqual(found.standings[0].margin, 1)
        self.assertEqual(found.standings[0].dominated_by, {})

    def test_nobody_changes_what_is_dominated(self):
        found = matrix([[1, .5], [.9, .5]], [1, 1]).robustness(draws=100)
        self.assertIsNone(found.smallest_change())
        self.assertEqual(found.standings[1].dominated_by, {0: "certainly"})
        self.assertIsNone(found.central_weights[1])
        self.assertIsNone(found.confidence[1])

    def test_what_needs_numbers_is_undefined_and_the_rest_is_there(self):
        found = matrix([[.5], [(.2, .6)]], [1]).robustness(draws=40000)
        with self.assertRaises(rapport.Undefined) as caught:
            found.scores
        self.assertEqual(caught.exception.path, "/candidates/1/values/0")
        self.assertAlmostEqual(found.rank_acceptability[1][0], .25, delta=.01)

    def test_deviations_make_values_normal(self):
        found = matrix([[.5], [.4]], [1]).robustness(draws=40000, deviations=[[0], [.1]])
        self.assertAlmostEqual(found.rank_acceptability[1][0], .15866, delta=.01)
        with self.assertRaises(rapport.BadValue):
            matrix([[.5], [.4]], [1]).robustness(deviations=[[0]])

    def test_an_order_of_importance(self):
        with rapport.Candidates() as m:
            m.criterion("a", bounds=(0, 1), importance=1).criterion("b", bounds=(0, 1), importance=2, weight_bounds=(.1, 1))
            m.candidate("one", [1, 0]).candidate("two", [0, 1])
            self.assertEqual(m.robustness(draws=1000).rank_acceptability, [[1, 0], [0, 1]])

    def test_knocked_out_is_none(self):
        found = matrix([[1, 1], [.5, .2]], [1, 1]).exclude(0, "a gate").robustness(draws=100)
        self.assertEqual(found.ranks, [None, 1])
        self.assertEqual(found.rank_acceptability, [None, [1]])
        self.assertIsNone(found.standings[0])
        self.assertIsNone(found.winning(0, 1))

    def test_the_bytes_are_those_of_the_command(self):
        path = data("candidates.json")
        found = rapport.Candidates.open(path).robustness(draws=5000, seed=9)
        printed = subprocess.run([COMMAND, "robust", path, "--draws", "5000", "--seed", "9", "--json"], check=True,
                                 stdout=subprocess.PIPE).stdout
        self.assertEqual(found.to_json().encode(), printed)
        self.assertEqual(json.loads(found.to_json(compact=True)), found.to_dict())
        self.assertIn("How often each comes where", found.report())

    def test_the_matrix_may_go_first(self):
        m = matrix([[1, 0], [0, 1]], [7, 3])
        found = m.robustness(draws=100)
        m.close()
        del m
        gc.collect()
        self.assertIn("rapport-robustness/1", found.to_json())
        found.close()
        for use in (lambda: found.scores, lambda: found.standings, lambda: found.confidence, found.report):
            with self.assertRaises(rapport.Closed):
                use()

    def test_errors_leave_nothing_behind(self):
        with self.assertRaises(rapport.BadValue):
            matrix([[2, 0]], [1, 1]).robustness()
        with self.assertRaises(rapport.BadArgument):
            matrix([[1, 0]], [1, 1]).robustness(draws=-1)


if __name__ == "__main__":
    main()
