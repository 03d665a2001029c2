#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The README shows what is really there."""
import os
import re
import subprocess
import sys
import unittest

from command import SOURCE, CommandTest, data, main, sanitized

LIBRARY = os.environ.get("RAPPORT_LIBRARY", "")


def read(*path):
    with open(os.path.join(SOURCE, *path), encoding="utf-8") as handle:
        return handle.read()


def blocks(text):
    """Fenced blocks as (language, content)."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S)


class Readme(CommandTest):
    def test_the_program_is_the_quickstart_example(self):
        snippet = read("examples", "quickstart.c").split("//! [quickstart]\n")[1]
        programs = [content for language, content in blocks(read("README.md")) if language == "c"]
        self.assertEqual(programs[0], snippet)

    def test_the_picture_is_the_report_of_the_demo(self):
        report = self.ok("assess", data("alliance.json"), env={"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}).out
        pictures = [content for language, content in blocks(read("README.md")) if language == "text"]
        self.assertEqual(pictures[0], report)

    @unittest.skipIf(sanitized() or not LIBRARY.endswith((".so", ".dylib", ".dll")), "needs the shared library as it is")
    def test_the_python_program_runs(self):
        program = next(content for language, content in blocks(read("README.md")) if language == "python")
        env = dict(os.environ, PYTHONPATH=os.path.join(SOURCE, "examples", "python"), PYTHONDONTWRITEBYTECODE="1")
        out = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, env=env, check=True, timeout=100).stdout
        # level 4 of 5 is 75 points, all that is answered; from 70 on collaborative; the target is 75
        self.assertEqual(out.decode("ascii").split(), ["75.0", "collaborative", "0.0"])

    def test_every_file_that_it_names_is_there(self):
        for page in ("README.md", os.path.join("docs", "cli.md")):
            text = read(page)
            for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
                self.assertTrue(os.path.exists(os.path.join(SOURCE, os.path.dirname(page), target)), (page, target))

    def test_the_manual_names_every_command_option_condition_and_exit_code(self):
        manual = read("docs", "cli.md")
        for command in ([], ["models"], ["model", "show"], ["model", "check"], ["assess"], ["explain"],
                        ["compare"], ["plan"], ["measure"], ["agreement"], ["rank"], ["weights"], ["robust"], ["scorecard"]):
            text = self.ok(*command, "--help").out
            for word in re.findall(r"--[a-z]+", text) + re.findall(r"^ {20,}([a-z-]+)(?:>=| {2})", text, re.M):
                self.assertIn(word, manual, command)
        codes = re.findall(r"(\d+) ", self.ok("--help").out.split("Exit codes:")[1].split("\n\n")[0])
        self.assertEqual(codes, re.findall(r"^\| (\d+) \|", manual, re.M))


if __name__ == "__main__":
    main()
