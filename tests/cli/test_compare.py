#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""rapport compare: the bundled rounds, rounds by hand, parameters, and what is refused."""
import copy
import json
import os
import unittest

from command import BAD_DATA, NO_INPUT, USAGE, CommandTest, data, main

MODEL = {"format": "rapport-model/1", "id": "m", "version": "1", "bands": [{"id": "low", "from": 0}, {"id": "high", "from": 50}],
         "scales": {"n": {"kind": "number", "points": [[0, 0], [100, 100]]}},
         "criteria": [{"id": "trust", "scale": "n", "weight": 3, "together": "min"}, {"id": "quality", "scale": "n"}]}
BUNDLED = [data(os.path.join("rounds", name + ".json")) for name in ("2025-q2", "2025-q3", "2025-q4", "2026-q1", "2026-q2")] + \
    [data("alliance.json")]


class Compare(CommandTest):
    def round(self, date, us, them=None, model=MODEL, **more):
        parties = [{"id": "us", "voice": "one", "raters": [{"id": "a", "answers": us}]}]
        if them is not None:
            parties.append({"id": "them", "voice": "one", "raters": [{"id": "b", "answers": them}]})
        return self.file(date + ".json", {"format": "rapport-assessment/1", "id": "r" + date, "partnership": "P", "date": date,
                                          "model": model, "parties": parties, **more})

    def series(self, scores):
        return [self.round(f"2026-0{1 + i}-01", {"trust": x, "quality": x}) for i, x in enumerate(scores)]

    def test_changes_by_hand(self):
        older = self.round("2026-01-31", {"trust": 40, "quality": 50}, {"trust": 80, "quality": 70})
        newer = self.round("2026-04-30", {"trust": 60, "quality": 80}, {"trust": 70, "quality": 80})
        found = self.ok("compare", older, newer, "--json").json()
        self.assertEqual((found["format"], found["basis"], found["common"]), ("rapport-comparison/1", "same-model", 1))
        self.assertEqual(found["whole"]["joint"], {"older": 45, "newer": 65, "delta": 20, "closure": 20 / 30, "target": None})
        self.assertEqual(found["nodes"][1]["joint"], {"older": 60, "newer": 80, "delta": 20, "closure": 1, "target": "newly-met"})
        self.assertEqual(found["nodes"][0]["views"]["them"]["delta"], -10)
        self.assertEqual(found["nodes"][0]["perception"],
                         [{"of": "us", "against": "them", "older": -40, "newer": -10, "widening": -30}])
        self.assertEqual([r["band"] for r in found["rounds"]], ["low", "high"])
        text = self.ok("compare", older, newer, "--ascii").out
        for line in ("  Joint score                             45.0 > 65.0   +20.0   67 % of gap",
                     "  quality                                 60.0 > 80.0   +20.0   target met",
                     "  them                                    77.5 > 72.5    -5.0   target missed",
                     "  2026-04-30   65.0  [###############........]  high"):
            self.assertIn(line + "\n", text)
        self.assertNotIn("To watch", text)

    def test_check_values(self):
        found = self.ok("compare", *self.series([71, 69, 70, 66, 64, 62]), "--json", "--param", "mean=70", "--param",
                        "sigma=4").json()["trends"][0]
        self.assertAlmostEqual(found["points"][5]["average"], 65.7304, delta=5e-5)
        self.assertAlmostEqual(found["points"][5]["lower"], 65.4946, delta=5e-5)
        self.assertEqual([p["cusum_low"] for p in found["points"]], [0, 0, 0, .5, 1.5, 3])
        found = self.ok("compare", *self.series([62, 64, 63, 60, 58, 57]), "--json").json()["trends"][0]
        self.assertEqual((found["slope"], found["s"], found["exact"]), (-1.5, -11, True))
        self.assertAlmostEqual(found["p"], 40 / 720)

    def test_the_bundled_rounds(self):
        answer = self.ok("compare", *BUNDLED, "--node", "openness-of-aims")
        self.assertLess(max(map(len, answer.out.splitlines())), 81)
        self.assertLess(len(answer.out.splitlines()), 60)
        for words in ("5 rounds, and 1 inactive", "To watch", "2025-09-30  inactive", "Trust: recently", "Openness of aims: recently",
                      "What changed most"):
            self.assertIn(words, answer.out)
        self.assertNotIn("scored again", answer.out)
        found = self.ok("compare", *BUNDLED, "--json").json()
        self.assertEqual((found["previous"], found["newest"], found["rounds"][1]["active"]), (4, 5, False))
        kinds = [w["kind"] for w in found["warnings"]]
        for kind in ("gate-breached", "gate-near-miss", "trust-falling", "gap-widening", "share-drifting", "ewma"):
            self.assertIn(kind, kinds)
        own = self.ok("assess", data("alliance.json"), "--json").json()
        self.assertEqual(found["rounds"][5]["score"], own["joint"]["score"])
        self.assertEqual(found["whole"]["views"]["nordlys"]["newer"], own["views"]["nordlys"]["score"])

    def test_an_older_edition_is_scored_again_and_said_to_be(self):
        paths = [data(os.path.join("rounds", "2025-q1.json"))] + BUNDLED
        self.assertIn("scored again", self.ok("compare", *paths).out)
        found = self.ok("compare", *paths, "--json").json()
        self.assertEqual(found["basis"], "rescored")
        self.assertEqual([(left["id"], left["reason"]) for left in found["left_out"]],
                         [("customer-voice", "other-levels"), ("aims-tomorrow", "only-newer"),
                          ("integration-readiness", "only-newer"), ("service-levels", "only-older")])
        self.assertEqual([r.get("own_model") for r in found["rounds"]], [False, True, None, True, True, True, True])
        ids = [node["id"] for node in found["nodes"]]
        self.assertIn("trust", ids)
        self.assertNotIn("aims-tomorrow", ids)

    def test_parameters(self):
        paths = self.series([71, 69, 70, 66, 64, 62])
        params = sum((["--param", p] for p in ("fade=half-life", "span=2", "mean=70", "sigma=4", "lambda=0.2", "width=3",
                                               "limits=asymptotic", "slack=0.25", "interval=5", "baseline=4", "trust=quality",
                                               "widening=10", "coverage-fall=0.1", "share-drift=0.2",
                                               "minimum-common=0.4")), [])
        found = self.ok("compare", *paths, "--json", *params).json()["parameters"]
        self.assertEqual(found, {"fade": "half-life", "span": 2, "lambda": .2, "width": 3, "limits": "asymptotic", "slack": .25,
                                 "interval": 5, "baseline": None, "minimum_common": .4, "widening": 10, "coverage_fall": .1,
                                 "share_drift": .2, "trust": "quality", "node": None})
        for bad in ("fade=slow", "span=0", "lambda=2", "baseline=2.5", "baseline=1", "limits=none", "sigma=0", "mean=70",
                    "smoothing=1", "trust=nobody", "mean=nan", "widening=1e3"):
            self.fails(USAGE, "compare", *paths, "--param", bad)
        self.assertIn('"lambda"', self.fails(USAGE, "compare", *paths, "--param", "lamda=0.2").err.replace("'", '"'))

    def test_what_is_refused(self):
        a, b = self.round("2026-01-31", {"trust": 1}), self.round("2026-02-28", {"trust": 2})
        self.assertIn("from the oldest to the newest", self.fails(BAD_DATA, "compare", b, a).err)
        self.fails(USAGE, "compare", a)
        self.fails(USAGE, "compare", "-", "-")
        self.fails(USAGE, "compare", a, b, "--node", "nothing")
        self.fails(USAGE, "compare", a, b, "--overlay")
        self.fails(NO_INPUT, "compare", a, "nowhere.json")
        other = copy.deepcopy(MODEL)
        for criterion in other["criteria"]:
            criterion["id"] = "another-" + criterion["id"]
        answer = self.fails(BAD_DATA, "compare", a, self.round("2026-03-31", {}, model=other))
        self.assertIn("no criterion was asked alike", answer.err)
        rest = self.round("2026-04-30", {}, inactive=True)
        self.assertIn("two rounds that are not inactive", self.fails(BAD_DATA, "compare", a, rest).err)
        self.ok("compare", a, rest, self.round("2026-05-31", {"trust": 3}))
        bad = self.round("2026-06-30", {"trust": 3}, inactive=True)
        answer = self.fails(BAD_DATA, "compare", a, bad)
        self.assertIn("/parties/0/raters/0/answers/trust", answer.err)
        self.assertIn("inactive", answer.err)

    def test_a_round_may_come_from_standard_input(self):
        a = self.round("2026-01-31", {"trust": 1})
        with open(self.round("2026-02-28", {"trust": 2}), "rb") as file:
            text = file.read()
        self.assertEqual(self.ok("compare", a, "-", "--json", stdin=text).json()["whole"]["joint"]["delta"], 1)

    def test_hostile_text_stays_text(self):
        a = self.round("2026-01-31", {"trust": 1}, partnership="\x1b[31mred\nP")
        b = self.round("2026-02-28", {"trust": 2})
        text = self.ok("compare", a, b).out
        self.assertNotIn("\x1b", text)
        self.assertIn("was called", text)


if __name__ == "__main__":
    main()
