#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport plan: the knapsack of the design, budgets, phases, and what is refused. Numbers as in tests/unit/test_plan.c."""
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main

MODEL = {"format": "rapport-model/1", "id": "m", "version": "1", "bands": [{"id": "low", "from": 0}, {"id": "high", "from": 20}],
         "scales": {"n": {"kind": "number", "points": [[0, 0], [100, 100]]}},
         "criteria": [{"id": id, "scale": "n"} for id in "pqrst"]}
ACTIONS = [{"id": id, "cost": cost, "effects": {node: {"points": 5 * gain}}}
           for id, node, cost, gain in zip("abcde", "pqrst", (5, 8, 20, 15, 3), (3.75, 4, 6.9, 4.5, 1.5))]


class Plan(CommandTest):
    def review(self):
        return self.file("review.json", {
            "format": "rapport-assessment/1", "id": "a", "partnership": "P", "date": "2026-01-31", "model": MODEL,
            "parties": [{"id": "us", "raters": [{"id": "r", "answers": {id: 10 for id in "pqrst"}}]}]})

    def actions(self, actions, **more):
        return self.file("actions.json", {"format": "rapport-actions/1", "actions": actions, **more})

    def test_the_best_choice_is_not_the_greedy_one(self):
        found = self.ok("plan", self.review(), self.actions(ACTIONS), "--budget", "30", "--json").json()
        self.assertEqual((found["format"], found["optimal"], found["cost"]), ("rapport-plan/1", True, 28))
        self.assertEqual([step["id"] for step in found["actions"]], ["a", "b", "d"])
        self.assertAlmostEqual(found["after"]["gated"], 22.25)
        self.assertEqual((found["before"]["band"], found["after"]["band"]), ("low", "high"))
        self.assertEqual({one["id"]: one["reason"] for one in found["rejected"]}, {"c": "outbid", "e": "outbid"})

    def test_the_budget_of_the_file(self):
        found = self.ok("plan", self.review(), self.actions(ACTIONS, budget=5), "--json").json()
        self.assertEqual((found["budget"], [step["id"] for step in found["actions"]]), (5, ["a"]))
        found = self.ok("plan", self.review(), self.actions(ACTIONS, budget=5), "--budget=3", "--json").json()
        self.assertEqual((found["budget"], [step["id"] for step in found["actions"]]), (3, ["e"]))

    def test_nothing_that_helps_is_a_plan_too(self):
        out = self.ok("plan", self.review(), self.actions(ACTIONS), "--budget", "0").out
        self.assertIn("No action that can be afforded would help.", out)

    def test_the_bundled_actions(self):
        out = self.ok("plan", data("alliance.json"), data("actions.json"), "--ascii").out
        self.assertIn("autumn: 22.00 of 25.00", out)
        self.assertIn("Gates removed Trust weak", out)
        self.assertTrue(all(len(line) <= 80 for line in out.splitlines()))
        first = self.ok("plan", data("alliance.json"), data("actions.json"), "--gates-first", "--budget", "4", "--json").json()
        self.assertEqual((first["gates_first"], first["after"]["breached"]), (True, 0))

    def test_assess_tells_the_way_to_the_next_band(self):
        found = self.ok("assess", self.review(), "--json").json()["band_gap"]
        self.assertEqual((found["fewest"]["steps"], found["fewest"]["optimal"], found["cheapest"]["steps"]), (4, True, 4))

    def test_wrong_usage(self):
        review, actions = self.review(), self.actions(ACTIONS)
        self.fails(USAGE, "plan", review, actions, says="--budget is missing")
        self.fails(USAGE, "plan", review, says="usage: rapport plan ASSESSMENT ACTIONS")
        for budget in ("-1", "x", "", "1e3"):
            self.fails(USAGE, "plan", review, actions, "--budget=" + budget, says="--budget needs a number")
        self.fails(USAGE, "plan", review, actions, "--gates-frist", says="did you mean '--gates-first'?")
        self.fails(USAGE, "plan", "-", "-", says="cannot both come from standard input")
        self.fails(USAGE, "assess", review, "--budget", "1", says="has no option '--budget'")

    def test_bad_files(self):
        self.fails(NO_INPUT, "plan", self.review(), "not-there.json", "--budget", "1")
        self.fails(BAD_DATA, "plan", self.review(), self.actions([{"id": "a", "cost": 1, "requires": ["b"]},
                                                                  {"id": "b", "cost": 1, "requires": ["a"]}]),
                   "--budget", "1", says="circle: a > b > a")
        self.fails(BAD_DATA, "plan", self.review(), self.actions([{"id": "a", "cost": 1, "effects": {"pp": {"points": 1}}}]),
                   "--budget", "1", says="/actions/0/effects/pp: ")
        self.fails(BAD_DATA, "plan", self.review(), data("alliance.json"), "--budget", "1", says="rapport-actions/1")


if __name__ == "__main__":
    main()
