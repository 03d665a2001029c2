#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Every name in docs/essays.md is there: functions, criteria, measures, gates, patterns, overlays, sections of reports."""
import json
import os
import pathlib
import re
import unittest

SOURCE = pathlib.Path(os.environ.get("RAPPORT_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
MEASURES = ["net-benefit", "burden-overload", "balance", "skill-coverage"]  # those that gates may ask for
PATTERNS = ["dream", "orphan-vision", "busy", "drive-without-destination", "one-horse-team"]


def rows():
    for line in (SOURCE / "docs/essays.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 5 and cells[0] not in ("idea", "---"):
            yield cells


def quoted(cell):
    return re.findall(r"`([^`]+)`", cell)


def texts(*patterns):
    return "\n".join(path.read_text(encoding="utf-8") for pattern in patterns for path in sorted(SOURCE.glob(pattern)))


def nodes(groups):
    for node in groups:
        yield node["id"]
        yield from nodes(node.get("criteria", ()))


class Essays(unittest.TestCase):
    def setUp(self):
        self.models = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.glob("src/io/builtin/*.json"))]
        self.code = texts("src/analysis/*.c", "src/report/*.c")

    def named(self, column):
        return {name for row in rows() for name in quoted(row[column])}

    def test_the_page_has_both_essays(self):
        self.assertGreater(len(list(rows())), 60)
        for row in rows():
            self.assertTrue(row[0] and row[3] and row[4], row)

    def test_criteria_are_those_of_the_models(self):
        known = {node for model in self.models for node in nodes(model["criteria"])}
        self.assertEqual(self.named(1) - known, set())

    def test_every_criterion_of_both_models_answers_an_idea(self):
        for model in self.models:
            if model["id"] == "own-readiness":
                continue
            groups = {group["id"] for group in model["criteria"]} | {"vision", "leadership", "strategy", "triad"}
            self.assertEqual(set(nodes(model["criteria"])) - groups - self.named(1), set(), model["id"])

    def test_measures_gates_patterns_and_overlays_exist(self):
        known = set(MEASURES) | set(PATTERNS)
        known |= {gate["id"] for model in self.models for gate in model.get("gates", ())}
        known |= {overlay for model in self.models for overlay in model.get("overlays", ())}
        known |= set(re.findall(r'\[RAPPORT_MEASURE_\w+\] =\s*\{\s*"([a-z-]+)"', self.code))
        self.assertEqual(self.named(2) - known, set())

    def test_functions_are_in_the_headers(self):
        headers = texts("include/rapport/*.h")
        wanted = set(re.findall(r"\b(rapport_\w+)\(\)", (SOURCE / "docs/essays.md").read_text(encoding="utf-8")))
        self.assertEqual({name for name in wanted if not re.search(r"\b%s\(" % name, headers)}, set())

    def test_sections_are_those_of_the_reports(self):
        sections = {part.strip() for row in rows() for part in row[4].split(":")}
        self.assertEqual({name for name in sections if '"' + name not in self.code}, set())


if __name__ == "__main__":
    unittest.main()
