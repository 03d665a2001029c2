#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport measure: measures by themselves and those of an assessment; tests/unit/test_measured.c has the check values."""
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main

DEAL = {"format": "rapport-measures/1", "parties": ["us", "them"], "benefits": {"us": 60, "them": 40},
        "plan_chain": {"vision": [{"id": "moon"}]}}


class Measure(CommandTest):
    def deal(self, **more):
        return self.file("measures.json", {**DEAL, **more})

    def test_numbers_names_and_patterns(self):
        found = self.ok("measure", self.deal(triad={"vision": 90, "leadership": 90, "strategy": 20}), "--json").json()
        self.assertEqual((found["format"], found["parties"]), ("rapport-measured/1", ["us", "them"]))
        self.assertAlmostEqual(found["measures"]["balance"], .8)
        self.assertAlmostEqual(found["measures"]["jain"], 25 / 26)
        self.assertAlmostEqual(found["measures"]["triad"], 54.5, delta=.05)
        self.assertEqual(found["measures"]["gain"], "win-win")
        self.assertEqual(found["measures"]["net-benefit"], {"us": 60, "them": 40})
        self.assertIsNone(found["measures"]["actions-ready"])
        self.assertEqual(found["measures"]["reasons"]["actions-ready"], "nothing")
        self.assertEqual(found["measures"]["named"]["dreams"], ["moon"])
        self.assertEqual(found["patterns"], [{"id": "dream"}, {"id": "dream", "names": "dreams", "of": ["moon"]}])

    def test_pairs(self):
        found = self.ok("measure", self.deal(dependence={"us": 7, "them": 3}), "--json").json()["measures"]
        self.assertEqual(found["joint-dependence"], [{"parties": ["us", "them"], "value": 10}])
        self.assertEqual(found["dependence-asymmetry"], [{"of": "us", "towards": "them", "value": 4},
                                                         {"of": "them", "towards": "us", "value": -4}])

    def test_pairs_of_three_and_four(self):
        for count in (3, 4):
            parties = [f"p{i}" for i in range(count)]
            path = self.file("some.json", {"format": "rapport-measures/1", "parties": parties,
                                           "dependence": {party: i for i, party in enumerate(parties)}})
            found = self.ok("measure", path, "--json").json()["measures"]
            self.assertEqual([pair["parties"] for pair in found["joint-dependence"]],
                             [[a, b] for i, a in enumerate(parties) for b in parties[i + 1:]])
            self.assertEqual([(it["of"], it["towards"]) for it in found["dependence-asymmetry"]],
                             [(a, b) for a in parties for b in parties if a != b])

    def test_text(self):
        out = self.ok("measure", self.deal()).out
        self.assertTrue(out.startswith("us and them\n"), out)
        self.assertIn("Balance of benefits  0.80\n", out)
        self.assertIn("dreams: moon", out)
        self.assertIn("dream: no strategy serves moon\n", out)
        for line in self.ok("measure", data("measures.json")).out.splitlines():
            self.assertLessEqual(len(line), 80)

    def test_nothing_to_measure(self):
        path = self.file("none.json", {"format": "rapport-measures/1", "parties": ["us"]})
        self.assertEqual(self.ok("measure", path).out, "us\nThere is nothing to measure.\n")
        found = self.ok("measure", path, "--json").json()
        self.assertEqual((found["measures"], found["patterns"]), ({}, []))

    def test_an_assessment(self):
        measured = self.ok("measure", data("consortium.json"), "--json").json()
        whole = self.ok("assess", data("consortium.json"), "--json").json()
        self.assertEqual(measured["measures"], whole["measures"])
        self.assertEqual(measured["patterns"], whole["patterns"])
        self.assertIn("triad", measured["measures"])

    def test_what_is_refused(self):
        path = self.file("bad.json", {**DEAL, "benefits": {"uss": 1}})
        self.fails(BAD_DATA, "measure", path, says='did you mean "us"?')
        self.fails(BAD_DATA, "measure", self.file("other.json", {"format": "rapport-ratings/1", "ratings": []}))
        self.fails(BAD_DATA, "measure", self.file("other.json", []))
        self.fails(NO_INPUT, "measure", "nowhere.json")
        self.fails(USAGE, "measure", self.deal(), "--model", "best-partner", says="no model")
        self.fails(USAGE, "measure")

    def test_help_starts_with_examples(self):
        self.assertTrue(self.ok("measure", "--help").out.startswith("Examples:\n  rapport measure "))


if __name__ == "__main__":
    main()
