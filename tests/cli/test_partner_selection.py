#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What the example of a choice among partners prints, held against itself and against the values in it."""
import os
import re
import subprocess
import unittest

from command import COMMAND, main

EXAMPLE = os.path.join(os.path.dirname(COMMAND), "examples", "example_partner_selection")
DIMENSIONS = ["mutual-gain", "lasting-alignment", "customer-at-the-centre", "openness-of-aims", "trust-and-honesty",
              "idea-to-market"]
WEIGHTS = [22, 18, 14, 14, 20, 12]  # of the model best-partner


def numbers(line):
    return [float(word) for word in re.findall(r"[-+]?\d+\.\d+", line)]


class PartnerSelection(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        env = {key: value for key, value in os.environ.items() if key != "LD_PRELOAD" and not key.startswith(("LC_", "LANG"))}
        done = subprocess.run([EXAMPLE], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=100, check=True)
        cls.out = done.stdout.decode("ascii")
        cls.parts = cls.out.split("\n\n")

    def part(self, title):
        found = [part for part in self.parts if part.startswith(title)]
        self.assertEqual(len(found), 1, title)
        return found[0].splitlines()[1:]

    def test_who_is_knocked_out_is_named_with_the_gate_and_ranked_by_no_method(self):
        self.assertEqual(self.parts[0], "Knocked out: eastvale breaches the gate integrity-breach")
        self.assertEqual(self.out.count("eastvale"), 1)

    def test_three_methods_rank_the_seven_others(self):
        for title in ("VIKOR:", "PROMETHEE II:", "Weighted sum:"):
            self.assertEqual(len(self.part(title)), 7, title)

    def test_the_contributions_are_weight_times_difference_and_add_up_to_the_lead(self):
        lines = self.part("Why corvid is ahead of fennoscan")
        self.assertEqual([line.split()[0] for line in lines], DIMENSIONS + ["together"])
        total = 0
        for line, weight in zip(lines, WEIGHTS):
            first, second, part = numbers(line)
            self.assertAlmostEqual(part, weight / 100 * (first - second) / 100, delta=0.00035)  # points are rounded to .1
            total += part
        self.assertAlmostEqual(numbers(lines[-1])[0], total, delta=0.0004)
        scores = [numbers(line)[-1] for line in self.part("Weighted sum:")]
        self.assertAlmostEqual(numbers(lines[-1])[0], scores[0] - scores[1], delta=0.00011)

    def test_weight_intervals_contain_the_weights_and_the_smallest_change_lies_at_an_end(self):
        lines = self.part("How sure is that?")
        ends = {}
        for name, weight in zip(DIMENSIONS, WEIGHTS):
            line = next(line for line in lines if line.split()[0] == name)
            stated, low, high = numbers(line)
            self.assertEqual(stated, weight)
            self.assertTrue(low <= weight <= high, line)
            ends[name] = low, high
        name, start, end, rival = re.search(r"change: (\S+) from (\S+)% to (\S+)% makes (\S+) as good", lines[-1]).groups()
        self.assertIn(float(end), ends[name])
        self.assertEqual(rival, "fennoscan")
        inner = [abs(end - weight) for weight, pair in zip(WEIGHTS, ends.values()) for end in pair if 0 < end < 100]
        self.assertAlmostEqual(abs(float(end) - float(start)), min(inner), places=6)

    def test_the_end_of_an_interval_is_where_two_lines_meet(self):
        """The last criterion has d = .6875 - .4583 more and the others r less: level at t = r / (d + r)."""
        lines = self.part("Why corvid is ahead of fennoscan")
        parts = [numbers(line)[-1] for line in lines]
        d, r = parts[5] / .12, -sum(parts[:5]) / .88
        line = next(line for line in self.part("How sure is that?") if line.split()[0] == "idea-to-market")
        self.assertAlmostEqual(numbers(line)[1] / 100, r / (d + r), delta=0.001)

    def test_shares_of_first_and_second_place_add_up_to_one(self):
        lines = self.part("  of all weights")[:7]
        for column in (0, 1):
            self.assertAlmostEqual(sum(numbers(line)[column] for line in lines), 100, delta=0.4)
        self.assertEqual(lines[0].split()[0], "corvid")


if __name__ == "__main__":
    main()
