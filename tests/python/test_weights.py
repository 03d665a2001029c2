#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Weights and correlations through the Python module. Where the numbers come from stands in tests/unit/test_pairwise.c and its
neighbours; what is worked out here is worked out with fractions."""
import json
import subprocess
import unittest
from fractions import Fraction

import kit
from kit import data, rapport
from rapport import weights

FIRMS = [[61, 1.08, 4.33], [20.7, .26, 4.34], [16.3, 1.98, 2.53], [9, 3.29, 1.65], [5.4, 2.77, 2.33], [4, 4.12, 1.21],
         [-6.1, 3.52, 2.10], [-34.6, 3.31, .98]]


def close(test, found, wanted, delta=1e-12):
    test.assertEqual(len(found), len(wanted))
    for one, other in zip(found, wanted):
        test.assertAlmostEqual(one, float(other), delta=delta)


class Arrays(unittest.TestCase):
    def test_points_ranks_and_swing(self):
        close(self, weights.point_weights([2, 1, 1]), [.5, .25, .25])
        close(self, weights.rank_weights("roc", [2, 1, 3]), [Fraction(5, 18), Fraction(11, 18), Fraction(2, 18)])
        close(self, weights.rank_weights("ranksum", [1, 2, 2]), [.5, .25, .25])
        close(self, weights.swing_weights([100, 50, 30, 10], [None, None, 1, 1]), [2 / 3, 1 / 3, .25, 1 / 12])
        close(self, weights.swing_weights([3, 1]), [.75, .25])

    def test_swing_down_a_model(self):
        with rapport.Model.builtin("best-partner") as model:
            points = {node.id: 1.0 for node in model.nodes}
            found = weights.model_swing_weights(model, points)
            groups = [node for node in model.nodes if node.parent is None or node.depth == 1]
            self.assertAlmostEqual(sum(found[node.id] for node in groups), 1)
            with self.assertRaises(rapport.NotFound):
                weights.model_swing_weights(model, {"trusst": 1})

    def test_pairwise_comparisons(self):
        found, consistency = weights.pairwise_weights([[1, 2, None], [None, 1, 3], [None, None, 1]])
        close(self, found, [.6, .3, .1])
        self.assertEqual((consistency.missing, consistency.cr, consistency.reason, consistency.triad), (1, 0, "no-choice", None))
        found, consistency = weights.pairwise_weights([[1, 2, 3], [.5, 1, 4], [1 / 3, .25, 1]], geometric=True,
                                                      random_index="saaty-2005")
        self.assertEqual((consistency.triad, consistency.reconsider, consistency.ri), ((0, 1, 2), (0, 1), .52))
        self.assertAlmostEqual(consistency.triad_product, 8 / 3)
        self.assertIsNone(consistency.ksi)
        close(self, sum(weights.combine_pairwise([[[1, 2], [None, 1]], [[1, 8], [None, 1]]]), []), [1, 4, .25, 1])
        self.assertEqual(weights.combine_pairwise([[[1, None], [None, 1]]], [2]), [[1, None], [None, 1]])

    def test_best_worst(self):
        found, consistency = weights.best_worst_weights(1, 4, [2, 1, 4, 3, 8], [4, 8, 4, 2, 1])
        close(self, found, [Fraction(x, 65) for x in (16, 28, 8, 10, 3)])
        self.assertAlmostEqual(consistency.ksi, 4 / 65)
        self.assertIsNone(consistency.lambda_max)

    def test_raters(self):
        close(self, weights.combine_weights([[.5, .5], [.2, .8]], [2, 1]), [.4, .6])
        close(self, weights.combine_weights([[.5, .5], [.2, .8]], geometric=True), [1 / 3, 2 / 3])

    def test_what_makes_no_sense_is_refused(self):
        for error, wrong in ((rapport.BadValue, lambda: weights.point_weights([1, -1])),
                             (rapport.Undefined, lambda: weights.point_weights([0, 0])),
                             (rapport.BadValue, lambda: weights.rank_weights("rock", [1, 2])),
                             (rapport.BadArgument, lambda: weights.rank_weights("ahp", [1, 2])),
                             (rapport.BadValue, lambda: weights.swing_weights([1, 2], [None])),
                             (rapport.BadArgument, lambda: weights.swing_weights([1, 2], [1, None])),
                             (rapport.BadValue, lambda: weights.pairwise_weights([[1, 2]])),
                             (rapport.Undefined, lambda: weights.pairwise_weights([[1, None], [None, 1]])),
                             (rapport.BadValue, lambda: weights.combine_pairwise([[[1]], [[1, 1], [1, 1]]])),
                             (rapport.BadValue, lambda: weights.best_worst_weights(0, 1, [1, 2], [2])),
                             (rapport.BadValue, lambda: weights.combine_weights([[1], [.5, .5]]))):
            with self.assertRaises(error):
                wrong()


class Documents(unittest.TestCase):
    def test_raters_of_the_bundled_document(self):
        with rapport.Judgements.open(data("judgements.json")) as judgements:
            self.assertEqual((len(judgements), judgements.choices), (3, ("saaty-1980", "priorities")))
            self.assertEqual(judgements.row(0, "ranks"), [1, 2, 3, 3, 5])
            self.assertIsNone(judgements.row(7, "ranks"))
            with judgements.weights("swing") as found:
                self.assertEqual(found.method, "swing")
                self.assertAlmostEqual(sum(found.groups.values()), 1)
                self.assertEqual([one.id for one in found.raters], ["purchasing", "engineering", "logistics"])
            with judgements.weights("ahp") as found:
                self.assertIsNone(found.consistency)
                self.assertEqual(found.raters[1].consistency.missing, 1)
                self.assertAlmostEqual(found["price"], found.values[0])
                self.assertGreater(found.spread[0].highest, found.spread[0].lowest)
                self.assertTrue(0 < found.concordance < 1)
                self.assertEqual(found.choices, ("saaty-1980", "priorities"))
                with self.assertRaises(rapport.NotFound):
                    found["prise"]
            with judgements.choose("saaty-2005", "judgements").weights("ahp-geometric") as found:
                self.assertEqual(found.consistency.ri, 1.11)
                self.assertEqual(found.to_dict()["combine"], "judgements")

    def test_judgements_by_calls(self):
        with rapport.Judgements(["a", "b", "c"], {"g": ["a", "b"]}) as judgements:
            judgements.rater(points=[1, 1, 2], swing=[1, 3, 2], group_swing=[2], best="a", worst="c",
                             best_to_others=[1, 2, 4], others_to_worst=[4, 2, 1])
            for method, wanted in {"points": [.25, .25, .5], "swing": [1 / 8, 3 / 8, 1 / 2], "bwm": [4 / 7, 2 / 7, 1 / 7],
                                   "equal": [1 / 3] * 3}.items():
                with judgements.weights(method) as found:
                    close(self, found.values, wanted)
                    self.assertIsNone(found.concordance)
                    self.assertEqual(bool(found.spread), method != "equal")
            with self.assertRaises(rapport.NotFound):
                judgements.weights("roc")
            with self.assertRaises(rapport.BadValue):
                judgements.rater("anna", points=[1, 2])
            with self.assertRaises(rapport.BadValue):
                judgements.rater("bo", opinions=[1, 2, 3])

    def test_weights_from_candidates(self):
        with rapport.Candidates() as matrix:
            for id in "abc":
                matrix.criterion(id)
            for index, row in enumerate(FIRMS):
                matrix.candidate(f"f{index}", row)
            with rapport.weigh("critic", matrix) as found:
                close(self, found.values, [0.20222553978778002, 0.48090172901971945, 0.31687273119250053])
                self.assertEqual((found.raters, found.consistency, found.spread), ([], None, None))
            with self.assertRaises(rapport.BadValue) as caught:
                rapport.weigh("entropy", matrix)
            self.assertEqual(caught.exception.path, "/candidates/6/values/0")
            with self.assertRaises(rapport.BadArgument):
                rapport.weigh("ahp", matrix)

    def test_the_bytes_are_those_of_the_command(self):
        with rapport.Judgements.open(data("judgements.json")) as judgements:
            for method in ("ahp", "bwm", "swing"):
                written = subprocess.run([kit.COMMAND, "weights", data("judgements.json"), "--method", method, "--json"],
                                         stdout=subprocess.PIPE, check=True).stdout
                with judgements.weights(method) as found:
                    self.assertEqual(found.to_json().encode(), written)
                    self.assertEqual(json.loads(written)["weights"], found.values)
                    self.assertIn("purchasing" if method != "swing" else "Groups", found.report())

    def test_methods_come_from_the_library(self):
        methods = rapport.weighting_methods()
        self.assertEqual(list(methods), "points swing ranksum rankreciprocal roc ahp ahp-geometric bwm equal std entropy critic "
                         "merec".split())
        self.assertEqual(methods["merec"][1], "candidates")


class BackTesting(unittest.TestCase):
    def test_correlations(self):
        x, y = [1, 2, 3, 4, 5], [2, 1, 3, 5, 4]
        for kind, wanted in {"spearman": Fraction(4, 5), "kendall": Fraction(3, 5), "pearson": Fraction(4, 5),
                             "weighted-spearman": Fraction(4, 5), "ws": 1 - Fraction(91, 384)}.items():
            found = rapport.correlation(kind, x, y)
            self.assertAlmostEqual(found.value, float(wanted), msg=kind)
            self.assertEqual((found.reason, found.count), (None, 5))
        self.assertEqual(rapport.correlation("kendall", [1, 1], [1, 2]), (None, "no-variance", 2))
        with self.assertRaises(rapport.BadValue):
            rapport.correlation("kendall", [1, 1], [1])

    def test_ranks(self):
        self.assertEqual(weights.ranks([10, 30, 10]), [2.5, 1, 2.5])
        self.assertEqual(weights.ranks([10, 30, 10], direction="min"), [1.5, 3, 1.5])

    def test_the_area_under_the_curve(self):
        found = rapport.auc([3, 1, 2, 2], [True, False, True, False])
        self.assertEqual((found.value, found.good, found.bad), (.875, 2, 2))
        self.assertEqual(rapport.auc([1, 2], [True, True])[:3], (None, None, "one-outcome"))
        with self.assertRaises(rapport.BadValue):
            rapport.auc([1, 2], [True])


class Backtest(unittest.TestCase):
    def test_a_document_of_outcomes(self):
        with rapport.Backtest.open(data("outcomes.json")) as found:
            self.assertEqual((len(found), found.partnerships[:2]), (12, ["arctura", "belmont"]))
            self.assertAlmostEqual(found.auc.value, 32 / 36)
            self.assertEqual((found.auc.good, found.auc.bad, found.auc.reason), (6, 6, None))
            self.assertAlmostEqual(found.kendall.value, 28 / (66 * 36) ** .5)
            self.assertEqual(found.to_dict()["spearman"]["value"], found.spearman.value)
            self.assertIn("beyond chance", found.report())
        document = {"format": "rapport-outcomes/1", "scores": [1, 2], "outcomes": [3, 4]}
        with rapport.Backtest.read(json.dumps(document)) as found:
            self.assertEqual((found.spearman.value, found.auc, found.partnerships), (1, None, [None, None]))
        document["outcomes"] = [True, True]
        with rapport.Backtest.read(json.dumps(document)) as found:
            self.assertEqual((found.auc.value, found.auc.standard_error, found.auc.reason), (None, None, "one-outcome"))
            self.assertEqual((found.kendall.value, found.kendall.reason), (None, "no-variance"))
        with self.assertRaises(rapport.BadValue):
            rapport.Backtest.read(json.dumps(dict(document, outcomes=[True])))


if __name__ == "__main__":
    unittest.main(argv=[__file__])
