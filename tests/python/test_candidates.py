#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Candidates and rankings through the Python module; tests/python/test_ranking_definitions.py has the numbers."""
import json
import subprocess
import unittest

import kit
from kit import data, rapport


class Matrix(unittest.TestCase):
    def setUp(self):
        self.matrix = rapport.Candidates()
        self.addCleanup(self.matrix.close)
        self.matrix.criterion("price", weight=3, direction="min", bounds=(0, 100), ideal=5, thresholds=(1, 2), veto=9,
                              preference=("linear", {"q": 1, "p": 4}))
        self.matrix.criterion("trust", bounds=(0, 100))

    def test_what_goes_in_comes_out(self):
        m = self.matrix
        m.candidate("north", [40, None]).candidate("south", [(30, 50), 75]).rows([[1, None]])
        self.assertEqual((len(m), m.ids, m.criteria), (3, ["north", "south", None], ["price", "trust"]))
        self.assertEqual(m.values, [[40, None], [(30, 50), 75], [1, None]])
        self.assertEqual(m.weights, [3, 1])
        m.weights = [1, 2]
        self.assertEqual(m.weights, [1, 2])
        m.exclude("south", "late").exclude(2, "small")
        self.assertEqual(m.excluded, {"south": "late", 2: "small"})
        self.assertEqual(m.exclude("south", None).excluded, {2: "small"})
        m.set_parameter("lambda", .25).set_parameter("normalization", "sum")
        self.assertEqual(m.parameters, {"lambda": .25, "normalization": "sum"})

    def test_what_makes_no_sense_is_refused(self):
        m = self.matrix
        for error, call in ((rapport.BadValue, lambda: m.candidate("a", [1])),
                            (rapport.BadValue, lambda: m.candidate("a", [1, (1, 2, 3)])),
                            (rapport.BadValue, lambda: m.candidate("A", [1, 2])),
                            (rapport.BadValue, lambda: m.candidate(None, [1, float("nan")])),
                            (TypeError, lambda: m.candidate(None, [1, "2"])),
                            (rapport.BadValue, lambda: m.rows([[1]])),
                            (rapport.BadValue, lambda: setattr(m, "weights", [1])),
                            (rapport.NotFound, lambda: m.exclude("nobody", "late")),
                            (rapport.BadArgument, lambda: m.criterion("late")),
                            (rapport.BadValue, lambda: m.rank("best")),
                            (rapport.NotFound, lambda: m.rank("wsm", lamda=1)),
                            (rapport.BadValue, lambda: m.rank("vikor", v=2))):
            if error is rapport.BadArgument:
                m.candidate("north", [1, 2])
            with self.assertRaises(error):
                call()
        with self.assertRaises(rapport.NotFound):
            rapport.Candidates().criterion("a", preference=("linear", {"r": 1}))
        with self.assertRaises(rapport.BadValue):
            rapport.Candidates().criterion("a", direction="up")

    def test_a_ranking(self):
        self.matrix.candidate("north", [40, 50]).candidate("south", [20, 30]).candidate("east", [90, 0]).exclude("east", "late")
        found = self.matrix.rank("wsm")
        self.assertEqual((found.method, found.parameters), ("wsm", {"normalization": "bounds"}))
        self.assertEqual(found.scores, [(3 * .6 + .5) / 4, (3 * .8 + .3) / 4, None])
        self.assertEqual((found.ranks, found.order, found.is_open), ([2, 1, None], [1, 0], False))
        self.assertIsNone(found.chosen)
        self.assertIsNone(found.best_ranks)
        with self.assertRaises(AttributeError):
            found.nonsense
        self.assertIn("Knocked out", found.report())
        self.assertEqual(found.to_dict()["excluded"], [{"id": "east", "reason": "late"}])
        relation = self.matrix.rank("promethee1").pairs("relation")
        self.assertEqual([row[2] for row in relation], [None] * 3)
        self.assertEqual(relation[0][0], "I")

    def test_a_ranking_outlives_the_name_of_its_matrix(self):
        found = rapport.Candidates.open(data("candidates.json")).rank("topsis")
        self.assertEqual(len(found.to_dict()["scores"]), 8)

    def test_open_values(self):
        self.matrix.candidate("north", [40, None]).candidate("south", [20, 30])
        found = self.matrix.rank("wsm")
        self.assertTrue(found.is_open)
        self.assertEqual((found.scores[0], found.ranks), (None, [None, None]))
        self.assertAlmostEqual(found.lowest_scores[0], .45)
        self.assertAlmostEqual(found.highest_scores[0], .7)
        self.assertEqual((found.best_ranks, found.worst_ranks), ([1, 1], [2, 2]))

    def test_methods_tell_what_they_take(self):
        methods = rapport.ranking_methods()
        self.assertEqual(len(methods), 15)
        self.assertEqual(methods["vikor"].parameters[0][:5], ("v", "weight of the mean regret", .5, 0, 1))
        self.assertTrue(methods["vikor"].lower_is_better and methods["wsm"].takes_intervals)
        self.assertEqual(methods["vikor"].parameters[1].words, ["minmax", "bounds"])


class Assessments(unittest.TestCase):
    def rated(self, model, name, level):
        review = model.assessment(id=name, partnership=name, date="2026-01-01")
        rater = review.party("us", voice="one").rater("r")
        for node in model.nodes:
            if node.kind == "criterion":
                rater.answer(node.id, level)
        return review.assess()

    def test_results_become_candidates(self):
        with rapport.Model.builtin("best-partner") as model, rapport.Candidates() as matrix:
            matrix.result("north", self.rated(model, "n", 4), level=1).result("south", self.rated(model, "s", 2), level=1)
            matrix.result("east", self.rated(model, "e", 1), level=1)
            self.assertEqual(len(matrix.criteria), 6)
            self.assertEqual(matrix.values[0], [75] * 6)
            self.assertIn("integrity", matrix.excluded["east"])
            for score, wanted in zip(matrix.rank("wsm").scores, (.75, .25)):
                self.assertAlmostEqual(score, wanted)
            self.assertEqual((matrix.files, matrix.level), ([], 1))
            with self.assertRaises(rapport.BadArgument):
                matrix.result("west", self.rated(model, "w", 3))

    def test_documents_name_files(self):
        with rapport.Candidates.read('{"format": "rapport-candidates/1", "level": 1, "assessments": [{"file": "a.json"},'
                                     ' {"file": "b.json", "id": "b"}]}') as matrix:
            self.assertEqual((matrix.files, matrix.level), ([("a.json", None), ("b.json", "b")], 1))


class Documents(unittest.TestCase):
    def test_the_bytes_are_those_of_the_command(self):
        with rapport.Candidates.open(data("candidates.json")) as matrix:
            for method in rapport.ranking_methods():
                shown = subprocess.run([kit.COMMAND, "rank", data("candidates.json"), "--method", method, "--json"], check=True,
                                       stdout=subprocess.PIPE, encoding="utf-8").stdout
                found = matrix.rank(method)
                self.assertEqual(found.to_json(), shown)
                self.assertEqual(found.to_dict(), json.loads(shown))

    def test_problems_have_their_place(self):
        with self.assertRaises(rapport.BadValue) as caught:
            rapport.Candidates.read('{"format": "rapport-candidates/1", "criteria": [{"id": "a"}],\n'
                                    ' "candidates": [{"id": "b", "values": [1, 2]}]}')
        self.assertEqual((caught.exception.path, caught.exception.line), ("/candidates/0/values", 2))


if __name__ == "__main__":
    kit.main()
