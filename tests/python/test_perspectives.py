#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Several raters, four views and importance through the Python module. Numbers by hand, as in the C tests of the same names."""
import json
import math
import unittest

import kit
from kit import data, rapport

m = rapport.measures
TREE = {"format": "rapport-model/1", "id": "m", "version": "1", "bands": [{"id": "low", "from": 0}],
        "scales": {"five": {"kind": "levels", "levels": [{"id": "none"}, {}, {}, {}, {"id": "full"}]},
                   "yes": {"kind": "yesno"}},
        "criteria": [{"id": "people", "weight": 3, "criteria": [{"id": "trust", "weight": 2, "scale": "five"},
                                                                {"id": "care", "scale": "five"}]},
                     {"id": "papers", "scale": "yes"}]}


def review():
    with rapport.Model.read(json.dumps(TREE)) as model:
        made = model.assessment("a", "A and B", "2026-09-30")
    for rater, level in enumerate((4, 4, 5, 3)):
        made.party("us").rater(f"r{rater}").answer("trust", level)
    made.party("them").rater("t").answers({"trust": 2, "care": 3})
    return made


class Agreement(unittest.TestCase):
    def test_a_criterion(self):
        with review() as it, it.assess() as result:
            found = result.consensus("us", "rwg", "trust")
            self.assertAlmostEqual(found.value, 2 / 3, 12)
            self.assertEqual((found.reading, found.raters, found.reason, found.limit), ("moderate", 4, None, None))
            self.assertAlmostEqual(result.consensus("us", "awg", "trust").value, 2 / 3, 12)
            self.assertAlmostEqual(result.consensus("us", "ad", "trust").value, 12.5, 12)
            self.assertAlmostEqual(result.consensus("us", "ad", "trust").limit, 125 / 6, 12)

    def test_a_group_and_what_has_no_value(self):
        with review() as it, it.assess() as result:
            self.assertEqual(result.consensus("us", "icc1", "people").reason, "too-few-units")
            self.assertAlmostEqual(result.consensus("us", "rwgj").value, 2 / 3, 12)
            found = result.consensus("them", "rwg", "trust")
            self.assertEqual((found.value, found.reason, found.raters), (None, "too-few-raters", 1))
            with self.assertRaises(rapport.BadArgument):
                result.consensus("us", "rwg", "people")
            with self.assertRaises(rapport.BadValue):
                result.consensus("us", "rgw", "trust")

    def test_a_floor_protects(self):
        with review() as it:
            it.anonymity_floor = 5
            with it.assess() as result:
                self.assertEqual(result.consensus("us", "rwg", "trust").reason, "protected")

    def test_the_same_in_json(self):
        with rapport.Assessment.open(data("alliance.json")) as it, it.assess() as result:
            whole = result.to_dict()["agreement"]
            self.assertEqual(list(whole), ["nordlys", "zuraw"])
            for party, found in whole.items():
                for entry in found["criteria"]:
                    self.assertEqual(entry["rwg"], result.consensus(party, "rwg", entry["id"]).value)
                for entry in found["groups"]:
                    self.assertEqual(entry["cronbach"], result.consensus(party, "cronbach", entry["id"]).value)
                self.assertEqual(found["overall"]["krippendorff"], result.consensus(party, "krippendorff").value)
            text = result.explain("trust", "json")
            self.assertEqual(json.loads(text)["views"]["nordlys"]["agreement"]["rwg"], 0.75)
            self.assertIn("agreement: r_wg\u00a00.75, strong agreement".replace("\u00a0", " "),
                          result.explain("trust").replace("\u00a0", " "))


class FourViews(unittest.TestCase):
    def test_what_is_said_comes_back(self):
        with review() as it:
            rater = it.party("us").rater("r0").about("them", {"trust": "full", "papers": False, "care": "dont-know"})
            rater.predicts("them", {"trust": 3})
            self.assertEqual(rater.said_of("them", "trust"), rapport.Answer("answered", 5, 100.0))
            self.assertEqual(rater.said_of("them", "papers"), rapport.Answer("answered", False, 0.0))
            self.assertEqual(rater.said_of("them", "care").state, "dont-know")
            self.assertEqual(rater.said_of("them", "trust", "predicts").value, 3)
            self.assertEqual(rater.said_of("us", "trust").state, "unanswered")
            rater.about("them", {"trust": None})
            self.assertEqual(rater.said_of("them", "trust").state, "unanswered")
            with self.assertRaises(rapport.BadValue):
                rater.predicts("us", {"trust": 3})
            with self.assertRaises(rapport.BadValue):
                rater.about("them", {"trust": 6})
            with self.assertRaises(rapport.NotFound):
                rater.about("nobody", {"trust": 6})

    def test_what_follows(self):
        with review() as it:
            it.party("us").rater("r0").about("us", {"trust": 5, "care": 4}).predicts("them", {"trust": 3, "care": 3})
            it.party("them").rater("t").about("us", {"trust": 3, "care": 5})
            with it.assess() as result:
                seen = result.perspective("self-enhancement", "us", "them")
                self.assertAlmostEqual(seen.value, (2 * 50 - 25) / 3, 12)
                self.assertEqual((seen.criteria, seen.bias, seen.reason), (2, None, None))
                known = result.perspective("understanding", "us", "them")
                self.assertAlmostEqual(known.value, 1 - 2 * 25 / 3 / 100, 12)
                self.assertAlmostEqual(known.bias, 50 / 3, 12)
                self.assertEqual(result.perspective("understanding", "us", "them", "care").value, 1)
                self.assertAlmostEqual(result.perspective("regard", "them", "us").value, (2 * 50 + 100) / 3, 12)
                self.assertEqual(result.perspective("regard", "us", "them").reason, "not-said")
                self.assertEqual([(o.kind, o.of, o.against, o.node, o.points) for o in result.opinions],
                                 [("about", "us", "us", "trust", 100), ("about", "us", "us", "care", 75),
                                  ("about", "them", "us", "trust", 50), ("about", "them", "us", "care", 100),
                                  ("predicts", "us", "them", "trust", 50), ("predicts", "us", "them", "care", 50)])

    def test_a_result_is_stale_after_an_opinion(self):
        with review() as it, it.assess() as result:
            it.party("us").rater("r0").about("us", {"trust": 5})
            with self.assertRaises(rapport.Stale):
                result.report()

    def test_the_same_in_json_and_text(self):
        with rapport.Assessment.open(data("alliance.json")) as it, it.assess() as result:
            found = result.to_dict()["perspectives"]
            self.assertEqual({key: len(pairs) for key, pairs in found.items()},
                             {"regard": 2, "self_enhancement": 2, "understanding": 2})
            for key, pairs in found.items():
                for pair in pairs:
                    whole = result.perspective(key.replace("_", "-"), pair["of"], pair["against"])
                    self.assertEqual((pair["value"], pair["criteria"], pair["withheld"]),
                                     (whole.value, whole.criteria, whole.withheld))
                    for node in pair["nodes"]:
                        self.assertEqual(node["value"], result.perspective(key.replace("_", "-"), pair["of"], pair["against"],
                                                                           node["id"]).value)
            self.assertIn("How the parties see each other", result.report())
        with rapport.Assessment.open(data("supplier.json")) as it, it.assess() as result:
            self.assertNotIn("perspectives", result.to_dict())
            self.assertNotIn("importance", result.to_dict())
            self.assertNotIn("see each other", result.report())
            self.assertNotIn("What matters", result.report())


class Importance(unittest.TestCase):
    def test_what_parties_state(self):
        with review() as it:
            us = it.party("us")
            us.states({"people": 1, "papers": 1})
            self.assertEqual((us.importance("people"), us.importance("trust"), it.party("them").importance("people")),
                             (1, None, None))
            with self.assertRaises(rapport.BadValue):
                us.states({"people": -1})
            with it.assess() as result:
                self.assertAlmostEqual(result.importance("trust", "us"), 1 / 3, 12)
                self.assertAlmostEqual(result.importance("trust", "them"), 1 / 2, 12)
                self.assertAlmostEqual(result.importance("trust"), 1 / 3, 12)
                self.assertIsNone(result.importance_gap("us", "them"))
                gap = result.importance_gap("us")
                self.assertAlmostEqual(gap.apart, 1 / 4, 12)
                self.assertEqual(gap.node, "papers")
                places = result.importance_performance()
                self.assertEqual([place.node for place in places], ["trust", "care"])
            us.states({"papers": 0, "people": 0})
            with it.assess() as result:
                self.assertIsNone(result.importance("trust", "us"))
                self.assertIsNone(result.importance_gap("us"))
                self.assertEqual(result.importance_performance("us"), [])

    def test_the_same_in_json(self):
        with rapport.Assessment.open(data("alliance.json")) as it, it.assess() as result:
            found = result.to_dict()["importance"]
            places = {place.node: place for place in result.importance_performance()}
            for node in found["nodes"]:
                self.assertEqual(node["importance"], result.importance(node["id"]))
                self.assertEqual(node["stated"], {party: result.importance(node["id"], party) for party in ("nordlys", "zuraw")})
                if node["id"] in places:
                    self.assertEqual((node["quadrant"], node["priority"]), places[node["id"]][1:5:3])
            self.assertAlmostEqual(sum(place.importance for place in places.values()), 1, 12)
            gap = result.importance_gap("nordlys", "zuraw")
            self.assertEqual(found["gaps"][0], {"of": "nordlys", "against": "zuraw", "apart": gap.apart, "largest": gap.largest,
                                                "node": gap.node})

    def test_arrays(self):
        found = m.importance_performance([9, 8, 2, 1], [20, 90, 30, 80])
        self.assertEqual(found.quadrants, ["concentrate-here", "keep-up", "low-priority", "possible-overkill"])
        self.assertEqual((found.importance_cut, found.performance_cut), (5, 55))
        self.assertAlmostEqual(found.priorities[2], 1 / 8 - 1 / 7, 12)
        found = m.importance_performance([9, None, 2, 1], [20, 90, 30, 80], [20, 0, 31, 80], "targets")
        self.assertEqual(found.quadrants, ["keep-up", None, "low-priority", "possible-overkill"])
        self.assertEqual((found.priorities[1], found.performance_cut), (None, None))
        found = m.importance_performance([1, 2], [10, 80], cut="midpoints", importance_range=(0, 3), performance_range=(0, 100))
        self.assertEqual((found.importance_cut, found.performance_cut), (1.5, 50))
        self.assertIsNone(m.importance_performance([None], [1]))
        self.assertIsNone(m.importance_performance([], []))
        for bad in (math.nan, math.inf):
            with self.assertRaises(rapport.BadValue):
                m.importance_performance([bad, 1], [1, 2])
        with self.assertRaises(rapport.BadValue):
            m.importance_performance([1, 2], [1])

    def test_derived(self):
        found = m.derived_importance([[1, 4, 1, 7], [2, 3, 3, 7], [3, 2, 2, None], [4, 1, 5, 7]], [1, 2, 3, 4])
        self.assertEqual((found[0], found[1], found[3]), (1, -1, None))
        self.assertAlmostEqual(found[2], 5.5 / math.sqrt(5 * 8.75), 12)
        self.assertIsNone(m.derived_importance([[1], [2]], [1, 2]))
        with self.assertRaises(rapport.BadValue):
            m.derived_importance([[1], [2]], [1, 2, 3])


if __name__ == "__main__":
    kit.main()
