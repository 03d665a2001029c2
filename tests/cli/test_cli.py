#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What the commands print for good input."""
import os
import subprocess
import unittest

from command import BAD_DATA, COMMAND, MODEL, SOURCE, CommandTest, data, main, rapport, small

BUILTIN = ["best-partner", "forged-partnership", "own-readiness"]
PARTNERSHIPS = ["alliance.json", "supplier.json", "consortium.json", "readiness.json", "worked-example.json"]


class WorkedExample(CommandTest):
    """Every number by hand from the table of criteria: docs/scoring.md shows the arithmetic."""

    GROUPS = ["mutual-gain", "lasting-alignment", "customer-at-the-centre", "openness-of-aims", "trust-and-honesty",
              "idea-to-market"]

    def setUp(self):
        super().setUp()
        self.result = self.ok("assess", data("worked-example.json"), "--format", "json").json()
        self.nodes = {node["id"]: node for node in self.result["nodes"]}

    def groups(self, cell):
        return ["%.2f" % cell(self.nodes[group])["score"] for group in self.GROUPS]

    def test_our_view(self):
        ours = self.result["views"]["ours"]
        self.assertEqual((ours["status"], ours["score"], ours["coverage"], ours["bounds"]), ("ok", 67.5, 1, [67.5, 67.5]))
        self.assertEqual(self.groups(lambda node: node["views"]["ours"]), "70.45 70.83 60.71 62.50 80.00 50.00".split())

    def test_their_view(self):
        theirs = self.result["views"]["theirs"]
        self.assertEqual("%.4f" % theirs["score"], "49.2091")
        self.assertEqual((theirs["status"], theirs["coverage"], theirs["bounds"]), ("incomplete", 0.95, [46.5, 51.5]))
        self.assertEqual(self.groups(lambda node: node["views"]["theirs"]), "37.50 63.89 63.64 37.50 52.50 40.00".split())

    def test_the_joint_view(self):
        joint = self.result["joint"]
        self.assertEqual((joint["status"], joint["score"], joint["gated"], joint["coverage"], joint["bounds"]),
                         ("incomplete", 53.125, 53.125, 0.975, [52.125, 54.625]))
        self.assertEqual((joint["band"], joint["band_certain"]), ("transactional", True))
        # 43.1818, 67.3611, 60.7142…, 50, 53.75, 43.75
        self.assertEqual(self.groups(lambda node: node["joint"]), "43.18 67.36 60.71 50.00 53.75 43.75".split())

    def test_contributions_add_up_to_the_joint_score(self):
        total = sum(node["joint"]["contribution"] for node in self.result["nodes"] if node["id"] not in self.GROUPS)
        self.assertAlmostEqual(total, 53.125, delta=1e-9)

    def test_the_largest_perception_gaps_are_benefit_balance_and_trust(self):
        gaps = {name: node["perception"][0]["gap"] for name, node in self.nodes.items()
                if name not in self.GROUPS and node["perception"]}
        self.assertEqual(max(gaps.values()), 50)
        self.assertEqual([name for name, gap in gaps.items() if gap == 50], ["benefit-balance", "trust"])

    def test_the_weighted_mean_perception_gap(self):
        both = [node for name, node in self.nodes.items() if name not in self.GROUPS and node["perception"]]
        mean = (sum(node["weight"] * node["perception"][0]["gap"] for node in both) / sum(node["weight"] for node in both))
        self.assertAlmostEqual(mean, 20.0, delta=1e-9)

    def test_weak_trust_is_breached_and_does_not_bind(self):
        gate = next(gate for gate in self.result["gates"] if gate["id"] == "weak-trust")
        self.assertEqual((gate["state"], gate["binding"], gate["value"]), ("breached", False, 25))
        # trust: share .07, joint 25, target 75
        trust = self.nodes["trust"]
        self.assertEqual((trust["joint"]["score"], trust["gap"], round(trust["lift"], 9)), (25, 50, 3.5))


class Models(CommandTest):
    def test_lists_the_built_in_models(self):
        lines = self.ok("models").out.splitlines()
        self.assertEqual([line.split()[0] for line in lines if line[:1].strip()], BUILTIN)

    def test_lists_them_as_json(self):
        listed = self.ok("models", "--json").json()
        self.assertEqual([model["id"] for model in listed], BUILTIN)
        self.assertEqual(listed[0]["criteria"], 23)
        self.assertIn("supplier", listed[0]["overlays"])
        self.assertRegex(listed[0]["fingerprint"], "^sha256:[0-9a-f]{64}$")

    def test_titles_come_in_the_wanted_language(self):
        self.assertIn("Bester Partner", self.ok("models", "--language", "de").out)
        self.assertIn("Best partner", self.ok("models").out)

    def test_shows_a_built_in_model(self):
        out = self.ok("model", "show", "best-partner").out
        self.assertIn("  7.0%       7    75.0    Trust [trust], the weakest party counts\n", out)
        self.assertIn(" 22.0%      22    75.0  Mutual gain [mutual-gain]\n", out)
        self.assertIn("Trust weak: if trust is below 37.5 in any view, the score is at most 54\n", out)
        self.assertIn("  from  85  Best partner [best-partner]\n", out)
        self.assertIn("if every group has at least 70, every party says at least 75, the balance is at least 0.8, the "
                      "coverage is at least 0.9, no gate is undecided", " ".join(out.split()))

    def test_shows_questions_and_anchors_in_full(self):
        short, full = (self.ok("model", "show", "own-readiness", *more).out for more in ([], ["--full"]))
        self.assertGreater(full.count("\n"), short.count("\n") + 9 * 5)
        self.assertTrue(all(len(line) <= 80 for line in full.splitlines() if line.startswith("          ")))

    def test_shows_a_model_with_an_overlay(self):
        # more-than-price: weight 4, times 1.5 for suppliers
        out = self.ok("model", "show", "best-partner", "--overlay", "supplier").out
        self.assertRegex(out, r"\n +[0-9.]+% +6 +100\.0    More than price")
        self.assertIn(", overlay supplier\n", out)

    def test_writes_json_that_it_reads_and_writes_again_alike(self):
        for name in BUILTIN + [data("supplier-model.json")]:
            first = self.ok("model", "show", name, "--json").raw
            again = self.ok("model", "show", self.file("copy.json", first), "--json").raw
            self.assertEqual(first, again)
            self.assertEqual(self.fingerprint(name), self.fingerprint(self.file("copy.json", first)))

    def fingerprint(self, name):
        return next(line for line in self.ok("model", "show", name).out.splitlines() if line.startswith("sha256:"))

    def test_checks_a_good_model(self):
        path = data("supplier-model.json")
        self.assertEqual(self.ok("model", "check", path).out, path + ": ok\n")
        self.assertEqual(self.ok("model", "check", path, "--json").json(), {"count": 0, "problems": []})

    def test_reports_every_problem_of_a_model_with_its_place(self):
        path = self.file("bad.json", '{ "format": "rapport-model/1", "id": "bad", "version": "1",\n'
                                     '  "scales": { "ladder": { "kind": "levels", "levels": [{}, {}] } },\n'
                                     '  "criteria": [ { "id": "trust", "weight": -1, "scale": "ladder" },\n'
                                     '                { "id": "price", "wieght": 1, "scale": "ladder" } ],\n'
                                     '  "bands": [ { "id": "low", "from": 10 } ] }\n')
        ran = rapport("model", "check", path)
        lines = ran.out.splitlines()
        self.assertEqual(ran.code, BAD_DATA)
        self.assertEqual(len(lines), 3, ran.out)
        # the -1 is the 44th character of line 3, the 10 the 37th of line 5
        self.assertTrue(lines[0].startswith(path + ":3:44: /criteria/0/weight: "), lines[0])
        self.assertTrue(lines[1].startswith(path + ":4:") and "/criteria/1/wieght: " in lines[1] and "weight" in lines[1], lines[1])
        self.assertTrue(lines[2].startswith(path + ":5:37: /bands/0/from: "), lines[2])
        self.assertEqual(ran.err, "rapport: %s: 3 problems\n" % path)

    def test_reports_problems_as_json(self):
        ran = rapport("model", "check", self.file("bad.json", dict(MODEL, version=7)), "--json")
        problem, = ran.json()["problems"]
        self.assertEqual((ran.code, problem["path"], problem["line"]), (BAD_DATA, "/version", 1))
        self.assertGreater(problem["column"], 1)


class Assess(CommandTest):
    def test_every_bundled_partnership_is_assessed(self):
        for name in PARTNERSHIPS:
            for form in ("text", "json"):
                self.assertTrue(self.ok("assess", data(name), "--format", form).out)

    def test_the_demo_has_a_breached_gate_that_binds(self):
        result = self.ok("assess", data("alliance.json"), "--json").json()
        self.assertEqual(result["model"]["overlay"], "technology")
        self.assertGreater(result["joint"]["score"], 54)
        self.assertEqual(result["joint"]["gated"], 54)
        self.assertEqual([(gate["id"], gate["binding"]) for gate in result["gates"] if gate["state"] == "breached"],
                         [("weak-trust", True)])

    def test_the_text_fits_80_columns(self):
        for name in PARTNERSHIPS:
            for line in self.ok("assess", data(name), env={"LC_ALL": "C.UTF-8"}).out.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_an_inactive_period_says_so_and_asks_for_nothing(self):
        answer = self.ok("assess", data("rounds/2025-q3.json"))
        self.assertEqual(answer.out.splitlines()[2:], ["", "  Joint score   none: the period is inactive, and comparisons skip it"])
        found = self.ok("assess", data("rounds/2025-q3.json"), "--json").json()
        self.assertIs(found["assessment"]["inactive"], True)
        self.assertNotIn("inactive", self.ok("assess", data("alliance.json"), "--json").json()["assessment"])

    def test_patterns_stand_beside_the_gates_with_titles(self):
        out = self.ok("assess", data("consortium.json")).out
        self.assertLess(out.index("\nGates\n"), out.index("\nPatterns\n  dream: no strategy serves Young doctors stay\n"))
        self.assertLess(out.index("\nPatterns\n"), out.index("\nWhat would lift the score most"))
        self.assertIn("no strategy serves Junge Ärztinnen und Ärzte bleiben\n",
                      self.ok("assess", data("consortium.json"), "--language", "de").out)

    def test_json_is_short_for_format_json(self):
        path = data("alliance.json")
        self.assertEqual(self.ok("assess", path, "--json").raw, self.ok("assess", path, "--format=json").raw)

    def test_the_last_of_contradicting_options_holds(self):
        path = data("alliance.json")
        self.assertEqual(self.ok("assess", path, "--json", "--format", "text").raw, self.ok("assess", path).raw)

    def test_options_may_stand_anywhere(self):
        path = data("alliance.json")
        self.assertEqual(self.ok("assess", "--json", path).raw, self.ok("assess", path, "--json").raw)

    def test_behind_two_dashes_everything_is_an_argument(self):
        self.file("--json", small())
        self.assertIn("A and B", self.ok("assess", "--", "--json", cwd=self.folder).out)

    def test_small_numbers_by_hand(self):
        # (3*75 + 1*25)/4 as written; as for a supplier price weighs 3*1: (3*75 + 3*25)/6
        path = self.file("one.json", small())
        score = lambda *more: self.ok("assess", path, "--json", *more).json()["joint"]["score"]
        self.assertEqual(score(), 62.5)
        self.assertEqual(score("--overlay", "supplier"), 50)
        path = self.file("one.json", small(kind="supplier"))
        self.assertEqual(score(), 50)
        self.assertEqual(score("--overlay="), 62.5)

    def test_reads_an_assessment_from_standard_input(self):
        with open(data("alliance.json"), "rb") as handle:
            piped = self.ok("assess", "-", "--json", stdin=handle.read())
        self.assertEqual(piped.raw, self.ok("assess", data("alliance.json"), "--json").raw)

    def test_a_model_file_lies_beside_the_assessment(self):
        self.file("deep/models/m.json", dict(MODEL, id="beside"))
        path = self.file("deep/one.json", small(model={"file": "models/m.json"}))
        self.assertEqual(self.ok("assess", path, "--json").json()["model"]["id"], "beside")
        self.assertEqual(self.ok("assess", "one.json", "--json", cwd=os.path.dirname(path)).json()["joint"]["score"], 62.5)

    def test_with_standard_input_a_model_file_lies_in_the_current_folder(self):
        self.file("m.json", dict(MODEL, id="here"))
        with open(self.file("one.json", small(model={"file": "m.json"})), "rb") as handle:
            ran = self.ok("assess", "-", "--json", stdin=handle.read(), cwd=self.folder)
        self.assertEqual(ran.json()["model"]["id"], "here")

    def test_another_model_takes_the_place_of_the_documents(self):
        other = dict(MODEL, id="other", criteria=[{"id": "trust", "scale": "ladder"}, {"id": "price", "scale": "ladder"}])
        path = self.file("one.json", small())
        result = self.ok("assess", path, "--json", "--model", self.file("other.json", other)).json()
        self.assertEqual((result["model"]["id"], result["joint"]["score"]), ("other", 50))

    def test_a_model_from_standard_input(self):
        with open(self.file("m.json", dict(MODEL, id="piped")), "rb") as handle:
            ran = self.ok("assess", self.file("one.json", small()), "--model", "-", "--json", stdin=handle.read())
        self.assertEqual(ran.json()["model"]["id"], "piped")

    def test_a_name_of_a_built_in_model_replaces_the_model(self):
        path = self.file("one.json", small(parties=[{"id": "a", "voice": "one", "raters": [{"id": "r", "answers": {"trust": 4}}]}]))
        self.assertEqual(self.ok("assess", path, "--model", "best-partner", "--json").json()["model"]["id"], "best-partner")

    def test_labels_come_in_the_wanted_language(self):
        path = data("supplier.json")
        self.assertIn("Krisenfestigkeit", self.ok("assess", path, "--language", "de").out)
        self.assertIn("Resilience", self.ok("assess", path).out)


class Explain(CommandTest):
    def test_explains_a_criterion(self):
        out = self.ok("explain", data("worked-example.json"), "trust").out
        self.assertIn("Trust", out)

    def test_explains_as_json(self):
        self.assertIsInstance(self.ok("explain", data("worked-example.json"), "trust", "--json").json(), dict)

    def test_explains_a_group(self):
        self.assertIn("Mutual gain", self.ok("explain", data("worked-example.json"), "mutual-gain").out)

    def test_redacts_notes(self):
        note = "By our own books"
        answers = {"trust": {"answer": 4, "note": note, "evidence": ["ledger 7"]}, "price": 2}
        path = self.file("one.json", small(parties=[{"id": "a", "voice": "one", "raters": [{"id": "r", "answers": answers}]}]))
        for form in ("text", "json"):
            open_record = self.ok("explain", path, "trust", "--format", form).out
            redacted = self.ok("explain", path, "trust", "--format", form, "--redact").out
            self.assertIn(note, open_record)
            self.assertIn("ledger 7", open_record)
            self.assertNotIn(note, redacted)
            self.assertNotIn("ledger 7", redacted)

    def test_keeps_answers_of_few_raters_to_itself(self):
        # consortium.json, floor 3: two of the city's three raters answered on creativity; its sibling in model order goes
        # with it, or the group would give it away.
        path = data("consortium.json")
        nodes = {node["id"]: node for node in self.ok("assess", path, "--json").json()["nodes"]}
        withheld = [name for name, node in nodes.items() if node["views"]["zgorzyce"]["status"] == "withheld"]
        self.assertEqual(withheld, ["creativity", "virtual-teamwork"])
        self.assertEqual([name for name, node in nodes.items() if node["joint"]["status"] == "withheld"], withheld)
        city = self.ok("explain", path, "creativity").out.split("\nZg")[1].split("\n\n")[0]
        self.assertIn("withheld", city)
        self.assertNotIn("points", city)


class Appearance(CommandTest):
    PATH = data("alliance.json")

    def is_ascii(self, env, *more):
        """Whether blocks are drawn with ASCII; titles and names stay as they are."""
        blocks = set(self.ok("assess", self.PATH, *more, env=dict({"LC_ALL": None, "LC_CTYPE": None, "LANG": None}, **env)).out)
        return not any(0x2500 <= ord(character) <= 0x25ff for character in blocks)

    def test_block_characters_need_a_locale_with_utf8(self):
        self.assertFalse(self.is_ascii({"LANG": "de_DE.UTF-8"}))
        self.assertFalse(self.is_ascii({"LANG": "pl_PL.utf8"}))
        self.assertFalse(self.is_ascii({"LC_CTYPE": "C.UTF-8", "LANG": "C"}))
        self.assertTrue(self.is_ascii({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}))
        self.assertTrue(self.is_ascii({"LANG": "de_DE.ISO-8859-1@euro"}))
        self.assertTrue(self.is_ascii({"LANG": "de_DE"}))
        self.assertTrue(self.is_ascii({}))

    def test_ascii_can_be_asked_for(self):
        self.assertTrue(self.is_ascii({"LANG": "de_DE.UTF-8"}, "--ascii"))

    def test_colour_is_for_terminals_or_on_demand(self):
        self.assertNotIn("\x1b", self.ok("assess", self.PATH).out)
        self.assertIn("\x1b[", self.ok("assess", self.PATH, "--color", "always").out)
        self.assertIn("\x1b[", self.ok("assess", self.PATH, "--color=always", env={"NO_COLOR": "1"}).out)
        self.assertNotIn("\x1b", self.ok("assess", self.PATH, "--color", "never").out)

    @unittest.skipUnless(hasattr(os, "fork"), "needs a pseudo-terminal")
    def test_colour_on_a_terminal_unless_no_color(self):
        self.assertIn(b"\x1b[", self.on_terminal({"NO_COLOR": None, "TERM": "xterm"}))
        self.assertIn(b"\x1b[", self.on_terminal({"NO_COLOR": "", "TERM": "xterm"}))
        self.assertNotIn(b"\x1b", self.on_terminal({"NO_COLOR": "1", "TERM": "xterm"}))
        self.assertNotIn(b"\x1b", self.on_terminal({"NO_COLOR": None, "TERM": "dumb"}))

    def on_terminal(self, env):
        import pty
        outer, inner = pty.openpty()
        surroundings = {key: value for key, value in dict(os.environ, **env).items() if value is not None}
        child = subprocess.Popen([COMMAND, "assess", self.PATH], stdin=subprocess.DEVNULL, stdout=inner, env=surroundings)
        os.close(inner)
        out = b""
        try:
            while True:
                piece = os.read(outer, 65536)
                if not piece:
                    break
                out += piece
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(outer)
        self.assertEqual(child.wait(), 0)
        return out


class Help(CommandTest):
    def test_help_starts_with_examples(self):
        self.assertTrue(self.ok("--help").out.startswith("Examples:\n  rapport "))
        for command in (["models"], ["model", "show"], ["model", "check"], ["assess"], ["explain"]):
            out = self.ok(*command, "--help").out
            self.assertTrue(out.startswith("Examples:\n  rapport " + " ".join(command)), out)
            self.assertEqual(out, self.ok("help", *command).out)
            self.assertEqual(out, self.ok(*command, "-h").out)

    def test_help_names_every_command_and_exit_code(self):
        out = self.ok("-h").out
        for word in ("models", "model show", "model check", "assess", "explain", "0", "1", "2", "65", "66", "70", "74"):
            self.assertIn(word, out)

    def test_help_fits_80_columns_and_names_what_it_shows(self):
        for command in ([], ["models"], ["model", "show"], ["model", "check"], ["assess"], ["explain"]):
            for line in self.ok(*command, "--help").out.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_version(self):
        with open(os.path.join(SOURCE, "include", "rapport", "version.h"), encoding="utf-8") as handle:
            words = handle.read().split()
        number = lambda name: words[words.index("RAPPORT_" + name) + 1]
        expected = "rapport %s.%s.%s (algorithm %s)\n" % tuple(
            number(name) for name in ("VERSION_MAJOR", "VERSION_MINOR", "VERSION_PATCH", "ALGORITHM"))
        self.assertEqual(self.ok("--version").out, expected)


if __name__ == "__main__":
    main()
