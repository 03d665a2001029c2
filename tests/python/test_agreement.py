#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Agreement through the Python module. The numbers are those of tests/unit/test_agreement.c, where their sources stand."""
import json
import subprocess
import unittest

import kit
from kit import data, rapport

SHROUT = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]
OBSERVERS = [[1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
             [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]]


class Indices(unittest.TestCase):
    def test_intraclass_correlations(self):
        for index, value in {"icc1": .17, "icc2": .29, "icc3": .71, "icc1k": .44, "icc2k": .62, "icc3k": .91}.items():
            self.assertAlmostEqual(rapport.agreement(index, SHROUT).value, value, delta=.005)
        found = rapport.agreement("icc2", SHROUT, confidence=0.95)
        self.assertEqual((found.raters, found.units, found.ratings, found.df1, found.df2), (4, 6, 24, 5, 15))
        self.assertAlmostEqual(found.lower, .019, delta=.0005)
        self.assertIsNone(found.chi_square)

    def test_krippendorffs_alpha(self):
        for metric, value in {"nominal": .7434, "ordinal": .8154, "interval": .8491, "ratio": .7974}.items():
            self.assertAlmostEqual(rapport.agreement("krippendorff", OBSERVERS, metric=metric).value, value, delta=.00005)
        self.assertEqual(rapport.agreement("krippendorff", OBSERVERS).units, 11)

    def test_within_a_unit(self):
        unit = [[4], [4], [5], [3]]
        self.assertAlmostEqual(rapport.agreement("rwg", unit, options=5).value, 2 / 3)
        self.assertAlmostEqual(rapport.agreement("rwg", unit, lowest=1, highest=5).value, .5)
        self.assertAlmostEqual(rapport.agreement("awg", unit, options=5).value, 2 / 3)
        self.assertAlmostEqual(rapport.agreement("ad", unit, around="median").value, .5)

    def test_what_does_not_exist_is_none_with_a_reason(self):
        for rows, reason in (([], "too-few-raters"), ([[1, 2]], "too-few-raters"), ([[1], [2]], "too-few-units"),
                             ([[2, 2], [2, 2]], "no-variance")):
            found = rapport.agreement("kendall", rows)
            self.assertEqual((found.value, found.reason), (None, reason))
            self.assertIn(reason, repr(found))

    def test_what_makes_no_sense_is_refused(self):
        for error, index, rows, more in ((rapport.BadValue, "icc", SHROUT, {}),
                                         (rapport.BadValue, "krippendorff", SHROUT, {"metric": "euclid"}),
                                         (rapport.BadArgument, "rwg", SHROUT, {}),
                                         (rapport.BadValue, "rwg", SHROUT, {"lowest": 1}),
                                         (rapport.BadValue, "awg", SHROUT, {"options": 5}),
                                         (rapport.BadValue, "ad", [[1], [1, 2]], {}),
                                         (rapport.BadValue, "ad", [[float("nan")], [1]], {}),
                                         (TypeError, "ad", [["4"], [1]], {})):
            with self.assertRaises(error):
                rapport.agreement(index, rows, **more)
        with self.assertRaises(AttributeError):
            rapport.agreement("icc1", SHROUT).nonsense


class Documents(unittest.TestCase):
    def test_the_bundled_table(self):
        with rapport.Ratings.open(data("ratings.json")) as ratings:
            self.assertEqual((ratings.options, ratings.lowest, ratings.highest), (5, None, None))
            self.assertEqual((ratings.raters[0], ratings.units[-1]), ("purchasing", "spare-parts"))
            self.assertEqual([len(row) for row in ratings.table], [12] * 6)
            self.assertIn(None, ratings.table[-1])
            found = ratings.agreement("rwg")
            again = rapport.agreement("rwg", ratings.table, options=5)
            self.assertEqual(found.value, again.value)
            self.assertIn(f"for {ratings.units[found.least_unit]} to", found.report())

    def test_the_bytes_are_those_of_the_command(self):
        with rapport.Ratings.open(data("ratings.json")) as ratings:
            for index in ("krippendorff", "icc1", "ad", "cronbach"):
                shown = subprocess.run([kit.COMMAND, "agreement", data("ratings.json"), "--index", index, "--json"], check=True,
                                       stdout=subprocess.PIPE, encoding="utf-8").stdout
                self.assertEqual(ratings.agreement(index).to_json(), shown)
                self.assertEqual(ratings.agreement(index).to_dict(), json.loads(shown))

    def test_errors_have_their_place(self):
        with self.assertRaises(rapport.BadValue) as caught:
            rapport.Ratings.read('{"format": "rapport-ratings/1",\n "ratings": [[1, 2], [3]]}')
        self.assertEqual((caught.exception.path, caught.exception.line), ("/ratings/1", 2))


if __name__ == "__main__":
    kit.main()
