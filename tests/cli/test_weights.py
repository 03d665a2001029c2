#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport weights: the check values, whose sources stand in tests/unit/test_pairwise.c and its neighbours, and what is refused."""
import json
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main

FIRMS = [[61, 1.08, 4.33], [20.7, .26, 4.34], [16.3, 1.98, 2.53], [9, 3.29, 1.65], [5.4, 2.77, 2.33], [4, 4.12, 1.21],
         [-6.1, 3.52, 2.10], [-34.6, 3.31, .98]]
JUDGED = "points swing ranksum rankreciprocal roc ahp ahp-geometric bwm equal"


class Weights(CommandTest):
    def judged(self, method, *words, **said):
        count = len(next(iter(said.values())))
        path = self.file("judgements.json", {"format": "rapport-judgements/1", "criteria": list("abcdef"[:count]), **said})
        found = self.ok("weights", path, "--method", method, "--json", *words).json()
        self.assertEqual((found["format"], found["method"]), ("rapport-weights/1", method))
        self.assertAlmostEqual(sum(found["weights"]), 1)
        return found

    def expect(self, found, wanted):
        self.assertEqual(len(found), len(wanted))
        for one, other in zip(found, wanted):
            self.assertAlmostEqual(one, other, places=12)

    def test_check_values(self):
        school = [[1, 4, 3, 1, 3, 4], [1 / 4, 1, 7, 3, 1 / 5, 1], [1 / 3, 1 / 7, 1, 1 / 5, 1 / 5, 1 / 6],
                  [1, 1 / 3, 5, 1, 1, 1 / 3], [1 / 3, 5, 5, 1, 1, 3], [1 / 4, 1, 6, 3, 1 / 3, 1]]
        found = self.judged("ahp", pairwise=school)
        self.expect(found["weights"], [0.32077018326310675, 0.1395027454209413, 0.03476830769965566, 0.12848601846309246,
                                       0.23738999474001612, 0.13908275041318774])
        consistency = found["consistency"]
        self.assertAlmostEqual(consistency["lambda_max"], 7.419870101921265, places=12)
        self.assertEqual(consistency["ri"], 1.24)
        self.assertAlmostEqual(consistency["cr"], consistency["ci"] / 1.24)
        self.assertEqual(consistency["triad"]["criteria"], ["b", "d", "e"])
        self.assertEqual((consistency["reconsider"]["row"], consistency["reconsider"]["column"]), ("b", "e"))
        found = self.judged("bwm", best_to_others=[2, 1, 4, 3, 8], others_to_worst=[4, 8, 4, 2, 1], best="b", worst="e")
        self.expect(found["weights"], [x / 65 for x in (16, 28, 8, 10, 3)])
        self.assertAlmostEqual(found["consistency"]["ksi"], 4 / 65)
        self.assertAlmostEqual(found["consistency"]["cr"], 4 / 65 / 4.47)
        self.expect(self.judged("roc", ranks=[1, 2, 3, 4])["weights"], [x / 48 for x in (25, 13, 7, 3)])
        self.expect(self.judged("ranksum", ranks=[1, 2, 3, 4])["weights"], [.4, .3, .2, .1])
        self.expect(self.judged("rankreciprocal", ranks=[1, 2, 3, 4])["weights"], [x / 25 for x in (12, 6, 4, 3)])
        self.expect(self.judged("points", points=[2, 1, 1])["weights"], [.5, .25, .25])
        self.expect(self.judged("swing", swing=[2, 1, 1])["weights"], [.5, .25, .25])
        self.assertIsNone(self.judged("swing", points=[2, 1, 1])["consistency"])

    def test_weights_from_candidates(self):
        path = self.file("firms.json", {"format": "rapport-candidates/1", "criteria": [{"id": id} for id in "abc"],
                                        "candidates": [{"id": f"f{i}", "values": row} for i, row in enumerate(FIRMS)]})
        found = self.ok("weights", path, "--method", "critic", "--json").json()
        self.expect(found["weights"], [0.20222553978778002, 0.48090172901971945, 0.31687273119250053])
        self.assertEqual((found["consistency"], found["raters"]), (None, []))
        self.expect(self.ok("weights", path, "--method", "equal", "--json").json()["weights"], [1 / 3] * 3)
        self.fails(BAD_DATA, "weights", path, "--method", "merec", says='/candidates/6/values/0')
        for method in ("std", "entropy", "critic", "merec", "equal"):
            self.assertIn("trust", self.ok("weights", data("candidates.json"), "--method", method).out)

    def test_raters_of_the_bundled_document(self):
        path = data("judgements.json")
        for method in JUDGED.split():
            out = self.ok("weights", path, "--method", method).out
            self.assertTrue(all(len(line) <= 80 for line in out.splitlines()), out)
            self.assertRegex(out, r"\n  innovation +0\.[0-9]{4}  ")
            self.assertTrue(self.ok("weights", path, "--method", method, "--ascii").out.isascii())
        apart = self.ok("weights", path, "--method", "ahp", "--json").json()
        self.assertEqual((apart["consistency"], apart["combine"], len(apart["raters"])), (None, "priorities", 3))
        self.expect(apart["spread"]["lowest"], [min(row) for row in zip(*(r["weights"] for r in apart["raters"]))])
        together = self.ok("weights", path, "--method", "ahp", "--json", "--param", "combine=judgements",
                           "--param", "random_index=saaty-2005").json()
        self.assertEqual((together["consistency"]["ri"], together["combine"]), (1.11, "judgements"))

    def test_wrong_usage(self):
        path = data("judgements.json")
        self.fails(USAGE, "weights", path, says="--method is missing")
        self.fails(USAGE, "weights", path, "--method", "swings", says="did you mean 'swing'?")
        self.fails(USAGE, "weights", path, "--method", "ahp", "--param", "combin=judgements", says="did you mean 'combine'?")
        self.fails(USAGE, "weights", path, "--method", "ahp", "--param", "combine=judgement", says="did you mean 'judgements'?")
        self.fails(USAGE, "weights", path, "--method", "ahp", "--param", "random_index=saaty", says="random_index cannot be")
        self.fails(USAGE, "weights", path, "--method", "roc", "--param", "random_index=saaty-1980", says="has no parameter")
        self.fails(USAGE, "weights", data("candidates.json"), "--method", "critic", "--param", "combine=judgements",
                   says="has no parameter")

    def test_bad_documents(self):
        self.fails(NO_INPUT, "weights", "nowhere.json", "--method", "ahp")
        self.fails(NO_INPUT, "weights", "nowhere.json", "--method", "equal")
        self.fails(BAD_DATA, "weights", data("candidates.json"), "--method", "ahp", says="rapport-judgements/1")
        self.fails(BAD_DATA, "weights", data("judgements.json"), "--method", "critic", says="rapport-candidates/1")
        lacking = self.file("lacking.json", {"format": "rapport-judgements/1", "criteria": ["a", "b"], "ranks": [1, 2]})
        self.fails(BAD_DATA, "weights", lacking, "--method", "ahp", says='lack "pairwise"')
        apart = self.file("apart.json", {"format": "rapport-judgements/1", "criteria": ["a", "b"],
                                         "pairwise": [[1, None], [None, 1]]})
        self.fails(BAD_DATA, "weights", apart, "--method", "ahp", says="/pairwise/1")
        self.fails(BAD_DATA, "weights", data("judgements.json"), "--method", "roc", "--param", "combine=judgements")

    def test_the_schemas_name_every_key(self):
        with open(data("../../docs/schema/rapport-weights-1.schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        for words in (("ahp",), ("bwm",), ("swing",), ("ahp", "--param", "combine=judgements")):
            found = self.ok("weights", data("judgements.json"), "--json", "--method", *words).json()
            self.assertEqual(set(found), set(schema["required"]))
            kinds = [kind["properties"] for kind in schema["$defs"]["consistency"]["anyOf"][1:]]
            for one in [found] + found["raters"]:
                self.assertTrue(one["consistency"] is None or set(one["consistency"]) in [set(kind) for kind in kinds])
        with open(data("../../docs/schema/rapport-judgements-1.schema.json"), encoding="utf-8") as file:
            schema = json.load(file)["properties"]
        with open(data("judgements.json"), encoding="utf-8") as file:
            document = json.load(file)
        self.assertLessEqual(set(document), set(schema))
        self.assertLessEqual(set(document["raters"][0]), set(schema["raters"]["items"]["properties"]))


if __name__ == "__main__":
    main()
