#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Measures over plain sequences: every worked check of docs/measures.md, through ctypes."""
import math
import unittest

import kit
from kit import rapport

m = rapport.measures
BAD = (math.nan, math.inf, -math.inf)


class Checks(unittest.TestCase):
    def close(self, actual, expected):
        if isinstance(expected, (list, tuple)):
            self.assertEqual(len(actual), len(expected))
            for one, other in zip(actual, expected):
                self.close(one, other)
        elif isinstance(expected, float):
            self.assertAlmostEqual(actual, expected, 12)
        else:
            self.assertEqual(actual, expected)

    def test_gain(self):
        net = m.net_benefits([420, 310], [150, 90], [300, -50])
        self.assertEqual(net, [-30, 270])
        self.assertEqual(m.net_benefits([1, 2]), [1, 2])
        self.close(m.gain(net), ("win-lose", 240, -30, 0, None))
        self.close(m.gain([9, 4]), ("win-win", 13, 4, 1, 6.0))
        self.close(m.synergy(130, [60, 40]), 0.3)

    def test_balance(self):
        self.close(m.balance([60, 40]), (0.8, 25 / 26, 12 / 13, 2 / 3))
        self.close(m.balance([80, 20]), (0.4, 25 / 34, 8 / 17, 0.25))
        self.close(m.balance([70, 20, 10]), (0.45, 50 / 81, 23 / 54, 1 / 7))
        self.close(m.balance([7, 7], [3, 1]).balance, 2 / 3)

    def test_equity_and_overload(self):
        self.close(m.equity([60, 40], [7, 7]), (2 / 3, [1.2, 0.8], 1, 0))
        self.close(m.overload([60, 40], [3, 1]), (1.6, 1, 1, ("one-horse-team",)))
        self.close(m.overload([60, 40], [1, 0]), (None, 1, 1, ("one-horse-team",)))

    def test_skills(self):
        self.close(m.skill_fit([.5, .3, .2, 0], [0, .2, .3, .5]), (0.6, 0.12 / 0.38, 0.96))
        levels = [[.9, .3, 0], [.4, .8, 0]]
        self.close(m.skill_coverage([3, 2, 1], levels), (4.3 / 6, [3.3 / 6, 2.8 / 6], 0, 1 / 6, 1))
        self.close(m.skill_shares([3, 2, 1], levels), [2.4 / 6, 1.9 / 6])
        self.close(m.skill_uniqueness([1, .5, .4], [[1, 0, 1], [1, .6, 0]], [1, 3, 7]), 11 / 24)
        self.assertEqual(m.skill_uniqueness([1]), 1)
        self.close(m.work([5, 3, 2], [.5, .6, .9], [0, 1, 1], [[.8, .9, .2], [.3, .6, .4]]), ([2], 0.2, 0.88))
        self.assertIsNone(m.work([1], [1], [0], [[0]]).focus)

    def test_aims(self):
        self.close(m.aim_overlap([40, 30, 20, 10], [25] * 4), 0.8)
        self.close(m.aim_alignment([[5, 0], [2, 2], [0, 7]]), (1 / 3, 0.0, (0, 2), 3))
        believed = [[[0, 0], [1, 1]], [[6, 2], [0, 0]]]
        self.close(m.aim_transparency(believed, [[3, 1], [1, 3]]), (0.875, 0.75, (0, 1), 2))
        self.assertEqual(m.opposed_aims([[1, -1, 0], [1, .5, -1]]), [1])

    def test_vision(self):
        self.close(m.shared_vision([80, 60], [.9, .5]), (30.0, 1))
        self.close(m.boldness(40, 70, 100), 0.5)
        self.close(m.horizon_overlap([3, 5]), 0.6)
        found = m.triad(90, 90, 20)
        self.close(found, ((90 * 90 * 20) ** (1 / 3), "strategy", 20, 0.3, 1.0, ("dream",)))
        self.assertEqual(m.triad(90, 20, 20).patterns, ("dream", "orphan-vision"))

    def test_plan_chain(self):
        found = m.plan_chain([5, 3, 2], 3, [(0, 0), (1, 0), (1, 1)], [True, False, False, True], [(0, 0), (1, 1), (2, 1)])
        self.close(found, (0.8, 0.5, [2], [3], 1, 1, 2, 2 / 3, 0.5))
        self.close(m.plan_chain([1], 0, [], [], []), (0.0, 0.0, [0], [], 0, 0, 0, None, None))

    def test_coalition_scenarios_decisions(self):
        self.close(m.coalition([[1, 0, 1], [1, 0, 1]], [[2, 1, 1], [1, 1, 0]], 0.8), (0.4, [0.75, 0.5], 1))
        self.close(m.scenarios([[80, 60, 20], [60, 60, 50], [90, 40, 30]]),
                   ([160 / 3, 170 / 3, 160 / 3], [20, 50, 30], [30, 30, 20], 1, 1, 2))
        self.assertEqual(m.scenarios([[80, 60], [90, 40]], [1, 3]).highest_mean, 0)
        self.close(m.decisions([5] * 8 + [6] * 2, [5] * 10, [True, False] * 5), (0.8, 0.5, 8 / 13))

    def test_value_chain_and_price(self):
        self.close(m.value_chain([0, 1, 0, 0, 1], [1, 2, 3, 2, 2]), (0.4, 1, 4, [2, 3]))
        self.close(m.value_chain([0, 0]), (0.0, None, None, []))
        self.close(m.price_dominance([1, 0, 0], [6, 3, 1]), 0.6)

    def test_dependence_and_networks(self):
        self.assertEqual(m.dependence(7, 3), (10, 4))
        row = [[math.nan, 80, 20, 20], [80, 0, 80, 20], [20, 80, 0, 80], [20, 20, 80, 0]]
        self.close(m.network(row, 50), (50, 0, (20, (0, 2)), (0, (0, 1)), 0.5, 1, 1 / 3, 1, [1, 2]))
        self.close(m.network([[0, 1], [1, 0]], 50)[5:], (None, None, 2, []))


class Missing(unittest.TestCase):
    def test_what_does_not_exist_is_none(self):
        for none in (m.net_benefits([]), m.gain([1]), m.synergy(1, [0, 0]), m.balance([0, 0]), m.equity([1, 1], [0, 1]),
                     m.overload([0]), m.skill_fit([0], [1]), m.skill_coverage([], []), m.skill_shares([0], [[1]]),
                     m.skill_uniqueness([0]), m.work([0], [1], [0], [[1]]), m.aim_overlap([0], [1]), m.aim_alignment([[1]]),
                     m.aim_transparency([[[0], [0]], [[0], [0]]], [[1], [1]]), m.opposed_aims([[1]]), m.shared_vision([1], [1]),
                     m.boldness(1, 2, 1), m.horizon_overlap([0, 0]), m.plan_chain([0], 0, [], [], []), m.coalition([]),
                     m.scenarios([]), m.decisions([], [], []), m.value_chain([]), m.price_dominance([]), m.network([[0]], 1)):
            self.assertIsNone(none)

    def test_what_is_no_number_is_refused(self):
        for bad in BAD:
            for refused in (lambda: m.balance([1, bad]), lambda: m.triad(bad, 1, 1), lambda: m.net_benefits([bad]),
                            lambda: m.network([[0, bad], [1, 0]], 1), lambda: m.scenarios([[bad]])):
                with self.assertRaises(rapport.BadValue):
                    refused()
        with self.assertRaises(TypeError):
            m.balance(["1", "2"])

    def test_arrays_that_do_not_fit_are_refused(self):
        for refused in (lambda: m.balance([1, 2], [1]), lambda: m.equity([1, 2], [1]), lambda: m.skill_coverage([1], [[1, 1]]),
                        lambda: m.aim_alignment([[1, 2], [1]]), lambda: m.network([[0, 1]], 1),
                        lambda: m.aim_transparency([[[1]]], [[1], [1]]), lambda: m.coalition([[1]], [[1], [1]]),
                        lambda: m.decisions([1], [1], [])):
            with self.assertRaises(rapport.BadValue):
                refused()
        with self.assertRaises(rapport.BadArgument):
            m.plan_chain([1], 1, [(0, 1)], [], [])


if __name__ == "__main__":
    kit.main()
