#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What measures are made from, and the measures of an assessment, from Python."""
import json
import os
import unittest

import kit
from kit import rapport

LISTS = ("skills", "rivals", "tasks", "aims", "goals", "strategies", "actions", "roles", "decisions", "plans", "scenarios",
         "stages", "topics")


class Calls(unittest.TestCase):
    def setUp(self):
        model = rapport.Model.builtin("best-partner")
        self.review = model.assessment("a", "Us and them", "2026-01-31")
        self.review.party("us", voice="one")
        self.review.party("them", voice="one")
        self.ledger = self.review.ledger

    def test_entries_go_in_and_come_out(self):
        self.assertIsNone(self.ledger.get("trust", "us", "them"))
        self.ledger.set("trust", "us", "them", 80)
        self.ledger.set("trust", "them", "us", 60.0)
        self.ledger.set("serves", "joint-lab", "best-sensor", True)
        self.assertEqual((self.ledger.get("trust", "us", "them"), self.ledger.get("trust", "them", "us")), (80, 60))
        self.assertEqual(self.ledger.items("goals"), ["best-sensor"])
        with self.review.assess() as result:
            self.assertEqual(result.measures.value("mutual-trust"), 60)
            self.assertEqual(result.measures.value("served"), 1)
            self.assertIsNone(result.measures.value("actions-ready"))
            self.assertEqual(result.measures.why("actions-ready"), "nothing")
            self.assertIsNone(result.measures.why("mutual-trust"))
            self.assertEqual(result.measures.why("price-dominance"), "not-there")
            self.assertEqual(result.measures.named("idle"), ["joint-lab"])

    def test_items_have_titles(self):
        self.ledger.set_title("goals", "moon", {"en": "A flag on the moon", "de": "Eine Fahne auf dem Mond"})
        self.ledger.set_title("plans", "now", "Build now")
        self.assertEqual(self.ledger.items("goals"), ["moon"])
        self.assertEqual(self.ledger.title("goals", "moon", "de"), "Eine Fahne auf dem Mond")
        self.assertEqual(self.ledger.title("goals", "moon"), "A flag on the moon")
        self.assertEqual(self.ledger.title("plans", "now", "de"), "Build now")
        with self.assertRaises(rapport.BadArgument):
            self.ledger.set_title("skills", "welding", "Welding")
        with self.review.assess() as result:
            self.assertIn("dream: no strategy serves A flag on the moon\n", result.measures.report())
            self.assertEqual(result.measures.named("dreams"), ["moon"])

    def test_every_list_takes_items(self):
        for name in LISTS:
            self.assertEqual(self.ledger.add(name, "one"), 0)
            self.assertEqual(self.ledger.items(name), ["one"])
        with self.assertRaises(rapport.Duplicate):
            self.ledger.add("aims", "one")
        with self.assertRaises(rapport.BadValue):
            self.ledger.add("dreams", "one")

    def test_every_table_has_its_places(self):
        from rapport import _names as names, ledger
        self.assertLessEqual(set(ledger._AXES), set(names.ENTRIES.values()))
        given = {"task_skill": "welding", "task_party": "us", "vision_criterion": "trust"}
        for table in names.ENTRIES.values():
            where = ["us" if axis == "party" else "one" for axis in ledger._AXES.get(table, ())]
            self.ledger.set(table, *where, given.get(table, 0))
            self.assertIsNotNone(self.ledger.get(table, *where), table)

    def test_sections_open(self):
        self.assertFalse(self.ledger.has("network"))
        self.ledger.open("network")
        self.assertTrue(self.ledger.has("network"))
        self.assertEqual(self.review.assess().measures.why("mutual-trust"), "incomplete")

    def test_skills_work_with_those_of_the_party(self):
        self.review.require_skills({"design": 1})
        self.ledger.add("skills", "law")
        self.review.party("us").skills({"design": 0.5, "law": 1})
        self.review.party("them").skills({})
        self.assertEqual(self.review.assess().measures.value("skill-coverage"), 0.5)

    def test_wrong_places_are_refused(self):
        for refused in (lambda: self.ledger.set("trust", "us", 5), lambda: self.ledger.set("trust"),
                        lambda: self.ledger.set("horizon", "us", "far"), lambda: self.ledger.get("together", "us")):
            with self.assertRaises(TypeError):
                refused()
        for refused in (lambda: self.ledger.set("trust", "us", "then", 5), lambda: self.ledger.get("goal_weight", "none")):
            with self.assertRaises(rapport.NotFound):
                refused()
        for refused in (lambda: self.ledger.set("trust", "us", "them", 101), lambda: self.ledger.set("thrust", 1),
                        lambda: self.ledger.set("together", float("nan"))):
            with self.assertRaises(rapport.BadValue):
                refused()

    def test_a_result_of_before_is_stale(self):
        with self.review.assess() as result:
            self.ledger.set("together", 5)
            with self.assertRaises(rapport.Stale):
                result.measures.value("synergy")


class Words(unittest.TestCase):
    """The table of measures is the library's; the module and the page follow it."""

    def test_names_are_those_of_the_library(self):
        from rapport import _names as names
        from rapport._library import filled, lib
        from rapport._structs import rapport_measure_info
        for table in (names.MEASURES, names.FURTHER_MEASURES):
            for measure, name in table.items():
                self.assertEqual(filled(rapport_measure_info, "rapport_measure_get_info", measure).name.decode(), name)
        for mention, name in names.MENTIONS.items():
            self.assertEqual(lib.rapport_mention_name(mention).decode(), name)
        for reason, name in names.WHY.items():
            self.assertEqual(lib.rapport_measure_reason_name(reason), name and name.encode())
        for kind, name in names.PATTERNS.items():
            self.assertEqual(lib.rapport_pattern_name(kind).decode(), name)

    def test_the_page_and_the_schemas_have_every_measure(self):
        from rapport import _names as names
        page = kit.read(os.path.join(kit.SOURCE, "docs", "measures.md")).decode()
        every = [*names.MEASURES.values(), *names.FURTHER_MEASURES.values()]
        for name in every:
            self.assertRegex(page, rf"\| `{name}` \|")
        for name in names.MENTIONS.values():
            self.assertIn(f"*{name}*", page)
        for name in filter(None, names.WHY.values()):
            self.assertTrue(f"`{name}`" in page or name == "not-there", name)
        for schema in ("result", "measured"):
            read = json.loads(kit.read(os.path.join(kit.SOURCE, "docs", "schema", f"rapport-{schema}-1.schema.json")))
            self.assertEqual(list(read["properties"]["measures"]["properties"]), every + ["reasons", "named"])
            self.assertEqual(read["properties"]["measures"]["properties"]["named"]["propertyNames"]["enum"],
                             list(names.MENTIONS.values()))


class Documents(unittest.TestCase):
    def setUp(self):
        self.text = kit.read(kit.data("measures.json"))

    def test_a_document_is_read_and_reported(self):
        with rapport.read_measures(self.text) as review, review.assess() as result:
            found = json.loads(result.measures.report("json"))
            self.assertEqual(found["format"], "rapport-measured/1")
            self.assertEqual(found["measures"]["balance"], result.measures.value("balance"))
            self.assertIn("kvarner, tidevand and saltmarsh", result.measures.report())
            self.assertEqual(result.measures.value("gain"), found["measures"]["gain"])
            self.assertEqual([p.id for p in result.measures.patterns], [p["id"] for p in found["patterns"]])
            for name, ids in found["measures"]["named"].items():
                self.assertEqual(result.measures.named(name), ids)

    def test_values_are_those_of_their_parties_and_plans(self):
        with rapport.read_measures(self.text) as review, review.assess() as result:
            found = json.loads(result.measures.report("json"))["measures"]
            for pair in found["skill-fit"]:
                self.assertEqual(result.measures.value("skill-fit", *reversed(pair["parties"])), pair["value"])
            for pair in found["known-now"]:
                self.assertEqual(result.measures.value("known-now", pair["of"], pair["towards"]), pair["value"])
            for plan, value in found["plan-regret"].items():
                self.assertEqual(result.measures.value("plan-regret", plan), value)
            for party, value in found["net-benefit"].items():
                self.assertEqual(result.measures.value("net-benefit", party), value)
            for name in ("plan-mean", "net-benefit"):
                with self.assertRaises(rapport.NotFound):
                    result.measures.value(name, "nobody")
            with self.assertRaises(TypeError):
                result.measures.value("skill-fit", "kvarner")
            with self.assertRaises(rapport.NotFound):
                result.measures.value("skill-fitt")

    def test_patterns_name_who_is_concerned(self):
        with rapport.read_measures(self.text) as review, review.assess() as result:
            self.assertEqual([tuple(p) for p in result.measures.patterns],
                             [("dream", []), ("one-horse-team", ["saltmarsh"]), ("dream", ["open-sea-data"]),
                              ("orphan-actions", ["trade-fair"])])

    def test_a_wrong_document_is_refused(self):
        with self.assertRaises(rapport.NotFound) as caught:
            rapport.read_measures(self.text.replace(b'"kvarner": 640', b'"kvaner": 640'))
        self.assertEqual(caught.exception.path, "/benefits/kvaner")


if __name__ == "__main__":
    kit.main()
