#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The golden documents through ctypes: tests/golden/NAME.json against NAME.expected.json, as tests/golden/test_golden.c."""
import glob
import json
import os
import unittest

import kit
from kit import rapport

FOLDER = os.path.join(kit.SOURCE, "tests", "golden")
NAMES = sorted(os.path.basename(path)[:-len(".expected.json")] for path in glob.glob(os.path.join(FOLDER, "*.expected.json")))


def differences(expected, actual, where):
    """Sentences on what is expected and is not there; "x" says how an expectation was worked out."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key != "x":
                yield from differences(value, actual[key], where + "/" + key) if key in actual else [where + "/" + key]
    elif isinstance(expected, list) and isinstance(actual, list):
        if expected and isinstance(expected[0], dict) and "id" in expected[0]:
            found = {entry["id"]: entry for entry in actual}
            pairs = [(entry["id"], entry, found.get(entry["id"])) for entry in expected]
        else:
            pairs = [(str(i), *pair) for i, pair in enumerate(zip(expected, actual))]
            if len(expected) != len(actual):
                yield "%s: %d entries instead of %d" % (where, len(actual), len(expected))
        for name, one, other in pairs:
            yield from differences(one, other, where + "/" + name)
    elif any(isinstance(value, bool) or not isinstance(value, (int, float)) for value in (expected, actual)):
        if expected is not actual and expected != actual or isinstance(expected, bool) != isinstance(actual, bool):
            yield "%s: %r instead of %r" % (where, actual, expected)
    elif not abs(expected - actual) <= 1e-9:
        yield "%s: %r instead of %r" % (where, actual, expected)


class Golden(unittest.TestCase):
    def test_every_document_has_an_expectation(self):
        documents = {os.path.basename(path) for path in glob.glob(os.path.join(FOLDER, "*.json"))}
        self.assertGreaterEqual(len(NAMES), 6)
        self.assertEqual(documents, {name + end for name in NAMES for end in (".json", ".expected.json")})
        with open(os.path.join(FOLDER, "test_golden.c"), encoding="utf-8") as file:
            text = file.read()
        for name in NAMES:
            self.assertIn("GOLDEN(%s)" % name, text)

    def test_results(self):
        for name in NAMES:
            with open(os.path.join(FOLDER, name + ".expected.json"), encoding="utf-8") as file:
                expected = json.load(file)
            with rapport.assess_file(os.path.join(FOLDER, name + ".json")) as result:
                self.assertEqual(list(differences(expected, json.loads(result.to_json()), name)), [])

    def test_a_wrong_expectation_is_seen(self):
        actual = {"a": [1, {"b": None}], "c": [{"id": "d", "e": 0.5}], "f": True}
        self.assertEqual(list(differences(actual, actual, "")), [])
        for wrong in ({"g": 1}, {"a": [1]}, {"a": [1, {"b": 0}]}, {"c": [{"id": "d", "e": 0.500001}]}, {"c": [{"id": "h"}]},
                      {"f": 1}, {"a": None}):
            self.assertNotEqual(list(differences(wrong, actual, "")), [], wrong)


if __name__ == "__main__":
    kit.main()
