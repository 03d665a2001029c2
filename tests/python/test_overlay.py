#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Overlays from end to end: what the built-in models' do, and every way to ask for one."""
import json
import subprocess
import tempfile
import unittest

import kit
from kit import data, rapport

# By kind: what weighs half as much again, with the target 100, and what weighs half. Nodes are in one model or the other.
OVERLAYS = {
    "supplier": ("shared-customer-result aims-tomorrow more-than-price", "integration-readiness"),
    "customer": ("joint-innovation customer-voice aims-today", "fair-rivalry"),
    "technology": ("joint-innovation confidentiality distinctive related", "customer-voice"),
    "channel": ("stronger-offer fair-rivalry early-with-customer", "chain-reach"),
    "consortium": ("shared-by-all guiding-coalition commitment burden-balance", "integration-readiness"),
    "rival": ("fair-rivalry confidentiality benefit-balance", "integration-readiness aims-tomorrow"),
    "merger": ("integration-readiness values-and-conduct integrity", "more-than-price"),
}
MODELS = ("best-partner", "forged-partnership")


def command(*words):
    return subprocess.run([kit.COMMAND, *words], capture_output=True, text=True, encoding="utf-8", check=False)


class BuiltIn(unittest.TestCase):
    def test_each_node_of_an_overlay_is_in_one_of_the_models(self):
        known = set()
        for name in MODELS:
            with rapport.Model.builtin(name) as model:
                known |= {node.id for node in model.nodes}
        for up, down in OVERLAYS.values():
            self.assertLessEqual(set((up + " " + down).split()), known)

    def test_a_model_has_the_overlays_that_concern_its_nodes_and_no_others(self):
        for name in MODELS:
            with rapport.Model.builtin(name) as model:
                ids = {node.id for node in model.nodes}
                wanted = {kind for kind, (up, down) in OVERLAYS.items() if ids & set((up + " " + down).split())}
                self.assertEqual({overlay.id for overlay in model.overlays}, wanted, name)
                self.assertEqual(len(wanted), 7 if name == "best-partner" else 3)

    def test_weights_and_targets_are_those_of_the_table_and_nothing_else_changes(self):
        for name in MODELS:
            with rapport.Model.builtin(name) as model:
                for overlay in model.overlays:
                    up, down = (set(words.split()) for words in OVERLAYS[overlay.id])
                    with model.with_overlay(overlay.id) as changed:
                        self.compare(model, changed, up, down, (name, overlay.id))

    def compare(self, model, changed, up, down, where):
        self.assertNotEqual(model.fingerprint, changed.fingerprint)
        self.assertEqual(changed.overlay, where[1])
        for before, after in zip(model.nodes, changed.nodes):
            factor = 1.5 if before.id in up else .5 if before.id in down else 1
            self.assertEqual((after.entered, after.weight), (before.weight, before.weight * factor), (where, before.id))
            self.assertEqual(after.target_replaced, before.id in up, (where, before.id))
            if before.id in up:
                self.assertEqual(after.target, 100, (where, before.id))
            elif before.kind == "criterion":
                self.assertEqual(after.target, before.target, (where, before.id))

    def test_a_dimension_keeps_its_points(self):
        with rapport.Model.builtin("best-partner") as model, model.with_overlay("technology") as changed:
            node = changed.node("joint-innovation")  # 6 of 4 + 6 + 2 + 2 in a dimension of 12 points of 100
            self.assertAlmostEqual(node.share, .12 * 6 / 14, places=15)


@unittest.skipUnless(kit.COMMAND, "needs the command")
class Ways(unittest.TestCase):
    def setUp(self):
        with open(data("worked-example.json"), encoding="utf-8") as file:
            self.document = json.load(file)

    def assess(self, *words, **more):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump({**self.document, **more}, file)
            file.flush()
            return command(words[0], file.name, *words[1:])

    def model(self, *words, **more):
        return json.loads(self.assess("assess", "--json", *words, **more).stdout)["model"]

    def test_by_kind_by_option_and_by_python_it_is_the_same_model(self):
        by_option, by_kind = self.model("--overlay", "rival"), self.model(kind="rival")
        self.assertEqual(by_option, by_kind)
        with rapport.Model.builtin("best-partner") as model, model.with_overlay("rival") as changed:
            self.assertEqual((by_kind["overlay"], by_kind["fingerprint"]), ("rival", changed.fingerprint))
        with rapport.Assessment.read(json.dumps(self.document), overlay="rival") as read, read.assess() as result:
            self.assertEqual(json.loads(result.to_json())["model"], by_option)

    def test_the_option_goes_over_the_kind_and_an_empty_one_applies_none(self):
        self.assertEqual(self.model("--overlay", "merger", kind="rival")["overlay"], "merger")
        self.assertIsNone(self.model("--overlay=", kind="rival")["overlay"])

    def test_a_kind_without_an_overlay_is_only_a_label(self):
        self.assertEqual(self.model(kind="neighbour"), self.model())

    def test_an_unknown_overlay_is_told_the_nearest(self):
        failed = self.assess("assess", "--overlay", "suplier")
        self.assertEqual(failed.returncode, 2)
        self.assertIn("no overlay 'suplier'; did you mean 'supplier'?", failed.stderr)
        with rapport.Model.builtin("best-partner") as model, self.assertRaises(rapport.NotFound) as caught:
            model.with_overlay("suplier")
        self.assertIn("supplier", str(caught.exception))
        with self.assertRaises(rapport.NotFound) as caught:
            rapport.Assessment.read(json.dumps(self.document), overlay="suplier")
        self.assertIn('did you mean "supplier"?', str(caught.exception))

    def test_the_report_names_it(self):
        self.assertIn("\nBest partner 1.0.0, overlay rival\n", self.assess("assess", kind="rival").stdout)
        self.assertIn("\nBest partner 1.0.0, overlay rival\n", self.assess("explain", "trust", kind="rival").stdout)

    def test_a_score_is_that_of_the_multiplied_weights(self):
        # Trust and honesty under "merger": integrity 6 * 1.5. Joint values 25 75 75 25 (docs/scoring.md), weights 7 9 5 2.
        found = json.loads(self.assess("assess", "--json", kind="merger").stdout)
        node = next(node for node in found["nodes"] if node["id"] == "trust-and-honesty")
        parts = [next(n for n in found["nodes"] if n["id"] == i)
                 for i in ("trust", "integrity", "confidentiality", "unguarded-cooperation")]
        self.assertEqual([part["weight"] for part in parts], [7, 9, 5, 2])
        self.assertAlmostEqual(node["joint"]["score"], sum(p["weight"] * p["joint"]["score"] for p in parts) / 23)
        self.assertEqual([part["target"] for part in parts], [75, 100, 75, 75])

    def test_an_explanation_shows_weights_as_entered_multiplied_and_normalised(self):
        found = json.loads(self.assess("explain", "integrity", "--json", kind="merger").stdout)["node"]
        self.assertEqual([(w["id"], w["entered"], w["factor"], w["weight"]) for w in found["weights"]],
                         [("trust-and-honesty", 20, 1, 20), ("integrity", 6, 1.5, 9)])
        self.assertAlmostEqual(found["weights"][1]["of_siblings"], 9 / 23)
        self.assertAlmostEqual(found["share"], .2 * 9 / 23)
        self.assertEqual((found["target"], found["target_replaced"]), (100, True))
        shown = self.assess("explain", "integrity", "--ascii", kind="merger").stdout
        self.assertIn("9, entered as 6, times 1.5 by the overlay merger, which is", shown)
        self.assertIn("  Normalised    20.00 % for Trust and honesty, of that 39.13 % for Integrity\n", shown)
        self.assertIn("100.0, set by the overlay merger", shown)


if __name__ == "__main__":
    kit.main()
