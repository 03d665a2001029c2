#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The command and the module give the same bytes; the demonstration and the manual say what is so."""
import glob
import json
import os
import re
import subprocess
import sys
import unittest

import kit
from kit import data, rapport

DOCUMENTS = sorted(os.path.basename(path) for path in glob.glob(data("*.json")))
ASSESSMENTS = [name for name in DOCUMENTS if b'"format": "rapport-assessment/1"' in kit.read(data(name))]
MODELS = [name for name in DOCUMENTS if name.endswith("-model.json")]


def command(*words):
    if not kit.COMMAND:
        raise AssertionError("the path of the command is the third argument, or RAPPORT_COMMAND")
    environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1")
    environment.pop("LD_PRELOAD", None)  # what switches to a decimal comma needs its own locale
    return subprocess.run([kit.COMMAND, *words], stdout=subprocess.PIPE, check=True, timeout=60, env=environment).stdout


class SameBytes(unittest.TestCase):
    def test_there_is_something_to_compare(self):
        self.assertGreaterEqual(len(ASSESSMENTS), 5)
        self.assertGreaterEqual(len(MODELS), 1)

    def test_results(self):
        for name in ASSESSMENTS:
            with rapport.assess_file(data(name)) as result:
                for kind in ("fewest", "cheapest"):
                    rapport.band_gap(result, kind)
                self.assertEqual(result.to_json().encode("utf-8"), command("assess", data(name), "--json"), name)
                self.assertEqual(result.report().encode("utf-8"), command("assess", data(name)), name)
                self.assertEqual(result.report(ascii=True, language="de").encode("utf-8"),
                                 command("assess", data(name), "--ascii", "--language", "de"), name)
                self.assertEqual(result.report(color=True).encode("utf-8"),
                                 command("assess", data(name), "--color", "always"), name)

    def test_explanations(self):
        for name in ASSESSMENTS:
            with rapport.assess_file(data(name)) as result:
                for node in (result.nodes[0], result.criteria[-1]):
                    self.assertEqual(result.explain(node.id, "json").encode("utf-8"),
                                     command("explain", data(name), node.id, "--json"), (name, node.id))
                    self.assertEqual(result.explain(node.id, redact=True).encode("utf-8"),
                                     command("explain", data(name), node.id, "--redact"), (name, node.id))

    def test_plans(self):
        with rapport.assess_file(data("alliance.json")) as result, \
                rapport.Actions.open(data("actions.json"), result.assessment) as actions, \
                rapport.Plan.of(result, actions, 60) as plan:
            words = ("plan", data("alliance.json"), data("actions.json"), "--budget", "60")
            self.assertEqual(plan.to_json().encode("utf-8"), command(*words, "--json"))
            self.assertEqual(plan.report().encode("utf-8"), command(*words))

    def test_models(self):
        for name in MODELS:
            with rapport.Model.open(data(name)) as model:
                written = command("model", "show", data(name), "--json")
                self.assertEqual(model.to_json().encode("utf-8").rstrip(), written.rstrip())
                for overlay in model.overlays:
                    with model.with_overlay(overlay.id) as changed:
                        written = command("model", "show", data(name), "--json", "--overlay", overlay.id)
                        self.assertEqual(changed.to_json().encode("utf-8").rstrip(), written.rstrip())

    def test_one_line_says_the_same(self):
        for name in ASSESSMENTS:
            with rapport.assess_file(data(name)) as result:
                compact = result.to_json(compact=True)
                self.assertEqual(compact.strip().count("\n"), 0)
                self.assertEqual(json.loads(compact), result.to_dict())


class Pages(unittest.TestCase):
    def run_python(self, *words):
        environment = dict(os.environ, RAPPORT_LIBRARY=kit.LIBRARY, PYTHONIOENCODING="utf-8", PYTHONPATH=kit.MODULE)
        return subprocess.run([sys.executable, "-B", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60,
                              env=environment, encoding="utf-8", cwd=kit.SOURCE)

    def test_the_demonstration(self):
        for name in ASSESSMENTS:
            done = self.run_python(os.path.join(kit.MODULE, "demo.py"), data(name))
            self.assertEqual((done.returncode, done.stderr), (0, ""), name)
            with rapport.assess_file(data(name)) as result:
                hidden = any(node.contribution is None for node in result.criteria)
            self.assertEqual("There is no score to be explained" in done.stdout, hidden, name)
            for contributed, score in re.findall(r"contribute ([\d.]+) points: the score is ([\d.]+)", done.stdout):
                self.assertEqual(contributed, score)
        done = self.run_python(os.path.join(kit.MODULE, "demo.py"))
        self.assertIn("Nordlys", done.stdout)
        done = self.run_python(os.path.join(kit.MODULE, "demo.py"), data("nothing.json"))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertTrue(done.stderr.startswith("demo.py: "))
        self.assertNotIn("Traceback", done.stderr)

    def test_the_programs_of_the_manual_run_and_print_what_it_says(self):
        with open(os.path.join(kit.SOURCE, "docs", "python.md"), encoding="utf-8") as file:
            pairs = re.findall(r"^```python\n(.*?)^```\n(?:\n*```text\n(.*?)^```)?", file.read(), re.M | re.S)
        self.assertGreaterEqual(len(pairs), 5)
        self.assertTrue(any(printed for _, printed in pairs))
        for program, printed in pairs:
            done = self.run_python("-c", program)
            self.assertEqual((done.stderr, done.stdout), ("", printed), program)

    def test_the_manual_names_everything_that_the_module_offers(self):
        with open(os.path.join(kit.SOURCE, "docs", "python.md"), encoding="utf-8") as file:
            manual = file.read()
        for name in rapport.__all__:
            self.assertRegex(manual, rf"\b{name}\b")


if __name__ == "__main__":
    kit.main()
