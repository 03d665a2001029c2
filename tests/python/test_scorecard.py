#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Scorecards of ERPNext through Python."""
import json
import subprocess
import unittest

import kit
from kit import data, rapport


def small(*values):
    """One criterion that is the variable v; a period for each value, the newest first."""
    card = rapport.Scorecard("Harbour")
    for name, low, high in (("Poor", 0, 50), ("Fair", 50, 80), ("Good", 80, 100)):
        card.standing(name, low, high)
    card.criterion("a", 100)
    for i, value in enumerate(values):
        card.period("P%d" % i, "2026-%02d-28" % (12 - i), [{"name": "a", "weight": 100, "formula": "{v}"}], {"v": value})
    return card


class Scorecards(unittest.TestCase):
    def test_both_arithmetics_of_two_periods(self):
        # (80 + 57 * 11/12) / (1 + 11/12) = 132.25 / (23/12) = 69
        with small(80, 57) as card:
            self.assertEqual((card.erpnext.score, card.erpnext.standing, card.erpnext.refused), (69.0, "Fair", None))
            self.assertAlmostEqual(card.ours.score, 69, places=11)
            self.assertEqual((card.ours.standing, card.ours.coverage, card.ours.periods), ("Fair", 1.0, 2))
            self.assertTrue(card.fingerprint.startswith("sha256:"))

    def test_a_change_is_computed_anew(self):
        with small(80) as card:
            self.assertEqual(card.erpnext.score, 80)
            card.period("older", "2026-01-31", [{"name": "a", "weight": 100, "score": 57.0}], {}, total=57)
            self.assertEqual(card.erpnext.score, 69)
            self.assertEqual([p.number for p in card.periods], [0, 1])

    def test_nothing_known_is_no_score(self):
        with small() as card:
            self.assertEqual((card.erpnext.score, card.erpnext.standing), (100, None))
            self.assertEqual((card.ours.score, card.ours.bounds, card.fingerprint), (None, (0, 100), None))
            self.assertEqual([d.kind for d in card.differences], ["score", "no-history", "top-open"])

    def test_what_is_missing_is_named(self):
        with small(None) as card:
            missing = [d for d in card.differences if d.kind == "missing-variable"]
            self.assertEqual(missing, [("missing-variable", "P0", "a", "v", 0.0, None)])
            self.assertEqual(card.erpnext.score, 0)
            self.assertIsNone(card.ours.score)

    def test_the_stored_result_is_held_against_the_computed_one(self):
        with small(80).stored(79, "Poor") as card:
            kinds = [d.kind for d in card.differences]
            self.assertIn("stored-supplier-score", kinds)
            self.assertIn("stored-standing", kinds)
            self.assertEqual(card.status, "Poor")

    def test_the_bundled_scorecard_is_read(self):
        with rapport.Scorecard.open(data("scorecard.json")) as card:
            self.assertEqual((card.supplier, card.status), ("Harbour Castings", "Excellent"))
            self.assertEqual(card.standings, ["Very Poor", "Poor", "Average", "Excellent"])
            self.assertEqual([p.docstatus for p in card.periods], [1] * 6 + [0])
            self.assertIsNone(card.periods[6].number)
            self.assertEqual(card.periods[5].criteria[2].max_score, 10)
            self.assertIn("Harbour", repr(card))
            self.assertEqual(card.to_dict(arithmetic="erpnext")["score"], card.erpnext.score)
            self.assertIn("in ERPNext's arithmetic", card.report(arithmetic="erpnext", ascii=True))

    @unittest.skipUnless(kit.COMMAND, "needs the command")
    def test_the_bytes_are_those_of_the_command(self):
        for whose in ("ours", "erpnext"):
            ran = subprocess.run([kit.COMMAND, "scorecard", data("scorecard.json"), "--json", "--arithmetic", whose],
                                 capture_output=True, check=True)
            with rapport.Scorecard.open(data("scorecard.json")) as card:
                self.assertEqual(card.to_json(arithmetic=whose), ran.stdout.decode())

    def test_faults_say_where(self):
        document = json.loads(kit.read(data("scorecard.json")))
        document["periods"][0]["criteria"][0]["formula"] = "abs({tot_cost_shipments})"
        with self.assertRaises(rapport.BadValue) as caught:
            rapport.Scorecard.read(json.dumps(document))
        self.assertEqual(caught.exception.path, "/periods/0/criteria/0/formula")
        with self.assertRaises(rapport.BadValue):
            rapport.Scorecard("s", "{total_score} +")
        with self.assertRaises(ValueError):
            small(1).report(arithmetic="mine")


if __name__ == "__main__":
    kit.main()
