#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Plans and band gaps through the Python module. Numbers as in tests/unit/test_plan.c and test_band_gap.c, and on paper."""
import json
import unittest

import kit
from kit import data, rapport


def five():
    """Five criteria of equal weight, 10 points each: n points more of one are n/5 of the score."""
    draft = rapport.Draft("m", "1")
    draft.piecewise("n", [(0, 0), (100, 100)], unit="pt")
    for id in "pqrst":
        draft.criterion(id, "n")
    draft.band("low", 0)
    draft.band("high", 20)
    with draft.build() as model:
        review = model.assessment("a", "P", "2026-01-31")
        rater = review.party("us").rater("r")
        for id in "pqrst":
            rater.answer(id, 10)
        return review


class Knapsacks(unittest.TestCase):
    def test_the_best_choice_is_not_the_greedy_one(self):
        found = rapport.knapsack([5, 8, 20, 15, 3], [3.75, 4, 6.9, 4.5, 1.5], 30)
        self.assertEqual(found, ([0, 1, 3], 28, 12.25, True, 12.25))
        self.assertEqual(rapport.knapsack([], [], 1).chosen, [])

    def test_wrong_numbers(self):
        for costs, gains, budget in (([1], [], 1), ([-1], [1], 1), ([1], [-1], 1), ([1], [1], -1)):
            with self.assertRaises(rapport.BadValue):
                rapport.knapsack(costs, gains, budget)


class Plans(unittest.TestCase):
    def test_a_plan_of_actions_made_by_hand(self):
        with five() as review, review.assess() as result, rapport.Actions.create(review) as actions:
            for id, node, cost, gain in zip("abcde", "pqrst", (5, 8, 20, 15, 3), (3.75, 4, 6.9, 4.5, 1.5)):
                actions.add(id, cost, {node: {"points": 5 * gain}}, title="Do " + id)
            self.assertEqual((len(actions), "c" in actions, "z" in actions), (5, True, False))
            self.assertEqual(actions.titles[0], "Do a")
            with rapport.Plan.of(result, actions, 30) as plan:
                self.assertEqual([step.id for step in plan.actions], ["a", "b", "d"])
                self.assertAlmostEqual(plan.gated_after, 22.25)
                self.assertEqual((plan.cost, plan.optimal, plan.band, plan.band_after), (28, True, "low", "high"))
                self.assertEqual([(r.id, r.reason) for r in plan.rejected], [("c", "outbid"), ("e", "outbid")])
                self.assertEqual((plan.budget, plan.gates_first, plan.phases, plan.gates), (30, False, [], {}))
                self.assertRaises(AttributeError, lambda: plan.colour)
                self.assertIn("3 actions: 22.2", repr(plan))
                self.assertEqual(plan.to_dict()["actions"][0]["id"], "a")

    def test_phases_requirements_exclusions(self):
        with five() as review, review.assess() as result, rapport.Actions.create(review) as actions:
            actions.phase("one", 3)
            actions.phase("two", 3)
            actions.add("first", 2, {}, phase="two")
            actions.add("then", 1, {"p": {"levels": 2}}, requires=["first"])
            actions.add("rival", 1, {"p": {"points": 5}}, excludes=["then"])
            actions.budget = 10
            with rapport.Plan.of(result, actions) as plan:
                self.assertEqual([(step.id, step.phase) for step in plan.actions], [("first", "two"), ("then", "two")])
                self.assertEqual([phase.cost for phase in plan.phases], [0, 3])
                self.assertEqual(plan.rejected[0].reason, "excluded")
            for bad in ({"p": {"points": 1, "levels": 1}}, {"p": {"pints": 1}}, {"p": {"points": 0}}):
                with self.assertRaises(rapport.BadValue):
                    actions.add("bad" + str(len(actions)), 1, bad)
            with self.assertRaises(rapport.NotFound):
                actions.add("lost", 1, {"p": {"points": 1, "party": "them"}})

    def test_the_bundled_actions(self):
        with rapport.assess_file(data("alliance.json")) as result, \
                rapport.Actions.open(data("actions.json"), result.assessment) as actions:
            self.assertEqual((actions.budget, actions.phases), (60, ["autumn", "winter"]))
            with rapport.Plan.of(result, actions, gates_first=True) as plan:
                self.assertEqual(plan.gates["weak-trust"][0], "breached")
                self.assertEqual(plan.breached_after, 0)
                self.assertLessEqual(plan.cost, 60)
                self.assertGreater(plan.bound, plan.gated)

    def test_a_plan_outlives_what_it_was_made_of(self):
        review = five()
        result = review.assess()
        actions = rapport.Actions.create(review)
        plan = rapport.Plan.of(result, actions, 1)
        for part in (actions, result, review):
            part.close()
        self.assertEqual(plan.actions, [])
        plan.close()
        self.assertRaises(rapport.Closed, lambda: plan.optimal)

    def test_errors_name_the_file(self):
        with five() as review:
            with self.assertRaises(rapport.NotFound) as raised:
                rapport.Actions.open(data("actions.json"), review)
            self.assertIn("actions.json", str(raised.exception))
            with self.assertRaises(rapport.BadDocument):
                rapport.Actions.read(json.dumps({"format": "rapport-actions/1"}), review)


class BandGaps(unittest.TestCase):
    def test_the_way_to_the_next_band(self):
        with five() as review, review.assess() as result:  # 20 is 10 more: 50 points of 12.5 a step, a fifth each
            gap = rapport.band_gap(result)
            self.assertEqual((gap.state, gap.band, gap.steps, gap.optimal), ("reachable", "high", 4, True))
            self.assertAlmostEqual(gap.gated, 20)
            self.assertEqual(sum(move.steps for move in gap.moves), 4)
            self.assertEqual(result.to_dict()["band_gap"]["fewest"]["steps"], 4)
            self.assertIsNone(result.to_dict()["band_gap"]["cheapest"])

    def test_with_costs(self):
        with five() as review, review.assess() as result:
            gap = rapport.band_gap(result, "cheapest", costs={"p": 5, "q": 1, "r": 5, "s": 5, "t": 5})
            self.assertEqual([(move.node, move.party, move.steps, move.cost) for move in gap.moves], [("q", "us", 4, 4)])
            self.assertEqual((gap.moves[0].before, gap.moves[0].after), (10, 60))
            self.assertRaises(rapport.NotFound, rapport.band_gap, result, band="hgih")
            self.assertRaises(rapport.BadValue, rapport.band_gap, result, "shortest")
            self.assertEqual(rapport.band_gap(result, band="low").state, "reachable")


if __name__ == "__main__":
    kit.main()
