#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport rank: numbers whose sources stand in tests/unit/test_ranking.c, reports, assessments, and what is refused."""
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main, small

METHODS = ("wsm wpm waspas topsis vikor promethee1 promethee2 electre1 electre3 copras aras edas mabac marcos spotis").split()


class Rank(CommandTest):
    def candidates(self, criteria, rows, **more):
        return self.file("candidates.json", {
            "format": "rapport-candidates/1", "criteria": criteria,
            "candidates": [{"id": f"a{i}", "values": row} for i, row in enumerate(rows, 1)], **more})

    def aircraft(self, **more):
        weights = zip((.2, .1, .1, .1, .2, .3), ("max", "max", "max", "min", "max", "max"))
        return self.candidates([{"id": f"c{j}", "weight": w, "direction": d} for j, (w, d) in enumerate(weights)],
                               [[2, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5], [1.8, 2000, 21000, 4.5, 7, 7],
                                [2.2, 1800, 20000, 5, 5, 5]], **more)

    def found(self, path, method, *words):
        found = self.ok("rank", path, "--method", method, "--json", *words).json()
        self.assertEqual((found["format"], found["method"]), ("rapport-ranking/1", method))
        return found

    def test_a_published_example(self):
        found = self.found(self.aircraft(), "topsis")
        for score, published in zip(found["scores"], (.643, .268, .613, .312)):
            self.assertAlmostEqual(score, published, delta=.0006)
        self.assertEqual(found["ranks"], [1, 4, 2, 3])
        self.assertEqual(found["candidates"], ["a1", "a2", "a3", "a4"])
        self.assertEqual(found["parameters"], {"normalization": "vector"})
        self.assertEqual((found["excluded"], found["lower_is_better"]), ([], False))

    def test_what_each_method_adds(self):
        added = {"vikor": {"s", "r", "compromise"}, "promethee1": {"positive", "negative", "net", "relation"},
                 "promethee2": {"positive", "negative", "net"}, "electre1": {"concordance", "discordance", "outranks", "kernel"},
                 "electre3": {"concordance", "credibility", "descending", "ascending", "relation"}, "copras": {"utility"},
                 "aras": {"optimality"}}
        common = set(self.found(data("candidates.json"), "wsm"))
        for method in METHODS:
            found = self.found(data("candidates.json"), method)
            self.assertEqual(set(found) - common, added.get(method, set()))
            self.assertEqual(len(found["scores"]), 8)
            self.assertEqual(sum(found["ranks"]), 36)
        vikor = self.found(data("candidates.json"), "vikor")
        self.assertIn(vikor["candidates"][vikor["ranks"].index(1)], vikor["compromise"])
        outranks = self.found(data("candidates.json"), "electre1")["outranks"]
        self.assertEqual({cell for row in outranks for cell in row}, {0, 1})
        relation = self.found(data("candidates.json"), "promethee1")["relation"]
        for i, row in enumerate(relation):
            for k, cell in enumerate(row):
                self.assertEqual({"P": "<", "<": "P", "I": "I", "R": "R"}[cell], relation[k][i])

    def test_parameters_go_over_the_file(self):
        path = self.aircraft(parameters={"normalization": "minmax", "lambda": .25})
        self.assertEqual(self.found(path, "topsis")["parameters"], {"normalization": "minmax"})
        self.assertEqual(self.found(path, "topsis", "--normalization", "sum")["parameters"], {"normalization": "sum"})
        self.assertEqual(self.found(path, "topsis", "--param", "normalization=max")["parameters"], {"normalization": "max"})
        self.assertEqual(self.found(path, "waspas")["parameters"], {"lambda": .25, "normalization": "minmax"})
        self.assertEqual(self.found(path, "waspas", "--param=lambda=1")["parameters"]["lambda"], 1)

    def test_texts_name_the_method_and_fit_80_columns(self):
        for method in METHODS:
            out = self.ok("rank", data("candidates.json"), "--method", method).out
            self.assertTrue(out.startswith("Ranking by "), out)
            self.assertLessEqual(max(map(len, out.splitlines())), 80)
            for name in ("arctura", "halden"):
                self.assertIn(name, out)
            self.assertTrue(self.ok("rank", data("candidates.json"), "--method", method, "--ascii").out.isascii())
        self.assertIn("Compromise", self.ok("rank", data("candidates.json"), "--method", "vikor").out)
        self.assertIn("Kernel", self.ok("rank", data("candidates.json"), "--method", "electre1").out)
        self.assertIn("Incomparable", self.ok("rank", data("candidates.json"), "--method", "promethee1").out)

    def test_open_values_give_ends(self):
        bounds = {"bounds": [0, 100]}
        path = self.candidates([{"id": "p", **bounds}, {"id": "q", **bounds}],
                               [[80, 60], [50, {"low": 40, "high": 60}], [90, None], [10, 10]])
        found = self.found(path, "wsm")
        self.assertEqual([score is None for score in found["scores"]], [False, True, True, False])
        self.assertEqual(found["ranks"], [None, None, None, 4])
        self.assertEqual(found["rank_bounds"], [[1, 2], [2, 3], [1, 3], [4, 4]])
        for ends, wanted in zip(found["score_bounds"], ([.7, .7], [.45, .55], [.45, .95], [.1, .1])):
            for end, value in zip(ends, wanted):
                self.assertAlmostEqual(end, value)
        out = self.ok("rank", path, "--method", "wsm").out
        self.assertIn("missing or intervals", out)
        self.fails(BAD_DATA, "rank", path, "--method", "topsis", says='candidate "a2" on "q": the method needs a number')

    def test_several_methods_are_held_against_each_other(self):
        found = self.ok("rank", data("candidates.json"), "--method", "wsm,vikor", "--json").json()
        self.assertEqual(found["format"], "rapport-rankings/1")
        for row in found["rankings"]:  # the same as one at a time
            self.assertEqual(row, {"method": row["method"], "ranks": self.found(data("candidates.json"), row["method"])["ranks"]})
        # by wsm halden, corvid, fennoscan, arctura, garonne, delphi, ... have the vikor ranks 6 3 2 1 4 5 7 8: of 28 pairs
        # 5 + 2 + 1 are the other way round, so tau is (20 - 8) / 28
        self.assertEqual(found["kendall"][0][0], 1)
        self.assertAlmostEqual(found["kendall"][0][1], 12 / 28)
        self.assertEqual(found["kendall"][0][1], found["kendall"][1][0])
        out = self.ok("rank", data("candidates.json"), "--method", "wsm,vikor").out
        self.assertRegex(out, r"wsm +halden, corvid, fennoscan")
        self.assertRegex(out, r"vikor +0\.43 +0\.43 with wsm")

    def test_all_methods_fit_80_columns_and_those_that_cannot_say_why(self):
        found = self.ok("rank", data("candidates.json"), "--method", "all", "--json").json()
        self.assertEqual([row["method"] for row in found["rankings"]], METHODS)
        found = self.ok("rank", self.aircraft(), "--method", "all", "--json").json()
        self.assertEqual({row["method"]: row["refused"] for row in found["rankings"] if row["ranks"] is None},
                         {"spotis": 'spotis: "c0": the method needs bounds'})
        self.assertEqual(found["kendall"][METHODS.index("spotis")], [None] * 15)
        self.assertEqual(found["rankings"][3]["ranks"], [1, 4, 2, 3])
        for path in (data("candidates.json"), self.aircraft()):
            self.assertLessEqual(max(map(len, self.ok("rank", path, "--method", "all").out.splitlines())), 80)
        self.assertRegex(self.ok("rank", self.aircraft(), "--method", "all").out, r'Not ranked by\n  spotis: "c0"')

    def test_several_methods_with_ties_open_values_and_many_candidates(self):
        path = self.candidates([{"id": "p"}], [[2], [1], [2]])
        self.assertRegex(self.ok("rank", path, "--method", "wsm,edas").out, r"wsm +a1 = a3, a2")
        path = self.candidates([{"id": "p", "bounds": [0, 100]}], [[80], [None], [10]])
        found = self.ok("rank", path, "--method", "wsm,topsis", "--json").json()
        self.assertEqual([row["ranks"] for row in found["rankings"]], [[None, None, None], None])
        self.assertEqual(found["kendall"], [[None, None], [None, None]])
        self.assertIn("? could have more than one rank", self.ok("rank", path, "--method", "wsm,topsis").out)
        path = self.candidates([{"id": "p"}], [[i] for i in range(14)])
        self.assertIn("a3, and 2 more", self.ok("rank", path, "--method", "wsm,edas").out)
        path = self.candidates([{"id": "p"}], [[1]])  # one candidate: nothing to be alike in
        self.assertNotIn("How alike", self.ok("rank", path, "--method", "wsm,edas").out)

    def test_several_methods_that_make_no_sense_are_refused(self):
        path = self.aircraft()
        self.fails(USAGE, "rank", path, "--method", "wsm,topsys", says="did you mean 'topsis'?")
        self.fails(USAGE, "rank", path, "--method", "wsm,", says="no method is called")
        self.fails(USAGE, "rank", path, "--method", "wsm,edas,wsm", says="names wsm twice")
        self.fails(USAGE, "rank", path, "--method", "all", "--param", "v=1", says="goes with one method")
        self.fails(USAGE, "rank", path, "--method", "all", "--normalization", "sum", says="goes with one method")
        self.fails(NO_INPUT, "rank", "nowhere.json", "--method", "all")
        path = self.candidates([{"id": "p", "weight": 0}], [[1], [2]])
        self.fails(BAD_DATA, "rank", path, "--method", "all", says="no criterion has a weight above 0")

    def test_what_makes_no_sense_is_refused(self):
        path = self.aircraft()
        self.fails(USAGE, "rank", path, says="--method is missing")
        self.fails(USAGE, "rank", path, "--method", "topsys", says="did you mean 'topsis'?")
        self.fails(USAGE, "rank", path, "--method", "waspas", "--param", "lamda=1", says="did you mean 'lambda'?")
        self.fails(USAGE, "rank", path, "--method", "waspas", "--param", "lambda=2", says="a number from 0 to 1")
        self.fails(USAGE, "rank", path, "--method", "topsis", "--normalization", "vektor", says="did you mean 'vector'?")
        self.fails(USAGE, "rank", path, "--method", "edas", "--normalization", "sum", says="edas has no parameter")
        self.fails(NO_INPUT, "rank", "nowhere.json", "--method", "wsm")
        self.fails(BAD_DATA, "rank", path, "--method", "spotis", says="needs bounds")
        self.fails(BAD_DATA, "rank", data("alliance.json"), "--method", "wsm", says='format must be "rapport-candidates/1"')
        self.fails(BAD_DATA, "rank", self.aircraft(parameters={"normalisation": "sum"}), "--method", "wsm",
                   says="no method has a parameter")

    def assessed(self, *names, **more):
        return self.file("candidates.json", {"format": "rapport-candidates/1",
                                             "assessments": [{"file": name + ".json", "id": name} for name in names], **more})

    def answer(self, name, **answers):
        self.file(name + ".json", small(parties=[{"id": "a", "raters": [{"id": "r", "answers": answers}]}]))

    def test_assessments_are_candidates(self):
        self.answer("north", trust=4, price=2)
        self.answer("south", trust=3, price=5)
        found = self.found(self.assessed("north", "south"), "wsm")
        self.assertEqual(found["candidates"], ["north", "south"])
        self.assertEqual(found["scores"], [.625, .625])  # (3 * .75 + .25) / 4 and (3 * .5 + 1) / 4
        self.assertEqual(found["ranks"], [1.5, 1.5])
        self.answer("south", trust=3)
        found = self.found(self.assessed("north", "south"), "wsm")
        self.assertEqual(found["score_bounds"], [[.625, .625], [.375, .625]])
        self.answer("south", trust=3, price=5, integrity=1)
        self.fails(BAD_DATA, "rank", self.assessed("north", "south"), "--method", "wsm", says="integrity")

    def test_a_gate_knocks_out(self):
        document = small(parties=[{"id": "a", "raters": [{"id": "r", "answers": {"trust": 1, "price": 5}}]}])
        model = dict(document["model"], gates=[{"id": "no-trust", "node": "trust", "below": 12.5, "effect": "fail"}])
        self.file("models/m.json", model)
        self.file("south.json", document)
        self.answer("north", trust=4, price=2)
        path = self.assessed("north", "south", model={"file": "models/m.json"})
        found = self.found(path, "topsis")
        self.assertEqual(found["excluded"], [{"id": "south", "reason": "no-trust"}])
        self.assertEqual((found["scores"][1], found["ranks"]), (None, [1, None]))
        out = self.ok("rank", path, "--method", "wsm").out
        self.assertIn("Knocked out", out)
        self.assertIn("south: no-trust", out)
        found = self.ok("rank", path, "--method", "wsm,topsis", "--json").json()
        self.assertEqual(found["excluded"], [{"id": "south", "reason": "no-trust"}])
        self.assertEqual([row["ranks"] for row in found["rankings"]], [[1, None]] * 2)
        self.assertIn("Knocked out south (no-trust)", self.ok("rank", path, "--method", "wsm,topsis").out)

    def test_other_models_and_paths_are_refused(self):
        self.answer("north", trust=4, price=2)
        self.file("south.json", small(kind="supplier"))  # another overlay
        self.fails(BAD_DATA, "rank", self.assessed("north", "south"), "--method", "wsm", says="another model")
        self.fails(NO_INPUT, "rank", self.assessed("north", "west"), "--method", "wsm", says="west.json")
        self.fails(BAD_DATA, "rank", self.assessed("../north"), "--method", "wsm", says="beside the candidates")
        self.fails(BAD_DATA, "rank", self.assessed("north", "north"), "--method", "wsm", says="already")


if __name__ == "__main__":
    main()
