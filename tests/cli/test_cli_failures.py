#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Exit codes and messages: what the command does when something is wrong."""
import json
import os
import stat
import subprocess
import unittest

from command import (BAD_DATA, COMMAND, DONE, INTERNAL, MODEL, NO_INPUT, NO_OUTPUT, NOT_MET, USAGE, CommandTest, data, main, rapport,
                     sanitized, small)


class Require(CommandTest):
    """small() scores 62.5, fully covered, in the band "high"; alliance.json is capped at 54 by a breached gate."""

    def setUp(self):
        super().setUp()
        self.path = self.file("one.json", small())

    def met(self, *conditions, path=None):
        ran = rapport("assess", path or self.path, *sum((["--require", condition] for condition in conditions), []))
        self.assertIn(ran.code, (DONE, NOT_MET), ran.err)
        self.assertTrue(ran.out, "the report is written either way")
        self.assertEqual(ran.code == NOT_MET, bool(ran.err), ran.err)
        for line in ran.err.splitlines():
            self.assertTrue(line.startswith("rapport: not met: "), line)
        return ran.code == DONE

    def test_score(self):
        self.assertTrue(self.met("score>=62.5"))
        self.assertFalse(self.met("score>=62.6"))
        self.assertTrue(self.met("score >= 62.5"))
        self.assertTrue(self.met("score>=62.5000000001"), "compared as the library compares, to 1e-9")

    def test_score_is_meant_after_gates(self):
        alliance = data("alliance.json")
        self.assertTrue(self.met("score>=54", path=alliance))
        self.assertFalse(self.met("score>=55", path=alliance))
        self.assertTrue(self.met("ungated>=55", path=alliance))

    def test_band(self):
        self.assertTrue(self.met("band>=low"))
        self.assertTrue(self.met("band>=high"))
        self.assertFalse(self.met("band>=cooperative", path=data("alliance.json")))

    def test_coverage_and_bounds(self):
        # 19 of 20 points of weight answered by one of two sides only: coverage .975, bounds 52.125..54.625
        example = data("worked-example.json")
        self.assertTrue(self.met("coverage>=0.975", path=example))
        self.assertFalse(self.met("coverage>=0.98", path=example))
        self.assertTrue(self.met("lower>=52.125", path=example))
        self.assertFalse(self.met("lower>=53", path=example))

    def test_gates(self):
        self.assertFalse(self.met("no-breach", path=data("alliance.json")))
        self.assertTrue(self.met("no-breach", path=data("supplier.json")))
        self.assertFalse(self.met("no-undecided", path=data("consortium.json")))
        self.assertFalse(self.met("certain", path=data("consortium.json")))
        self.assertTrue(self.met("no-undecided", "certain"))

    def test_every_unmet_condition_is_said(self):
        ran = rapport("assess", data("alliance.json"), "--require", "no-breach", "--require", "score>=10", "--require",
                      "coverage>=1")
        self.assertEqual((ran.code, ran.err.count("\n")), (NOT_MET, 2))
        self.assertIn("weak-trust is breached", ran.err)

    def test_without_a_score_no_score_is_enough(self):
        silent = small(parties=[{"id": "a", "raters": [{"id": "r", "answers": {}}]}])
        path = self.file("silent.json", silent)
        self.assertFalse(self.met("score>=0", path=path))
        self.assertFalse(self.met("band>=low", path=path))
        self.assertTrue(self.met("coverage>=0", path=path))

    def test_a_file_is_written_although_a_condition_is_not_met(self):
        out = os.path.join(self.folder, "out.json")
        ran = rapport("assess", self.path, "--json", "-o", out, "--require", "score>=99")
        self.assertEqual((ran.code, ran.out), (NOT_MET, ""))
        self.assertTrue(os.path.getsize(out))

    def test_conditions_that_say_nothing_are_wrong_usage(self):
        for condition in ("", "score", "score>70", "score>=", "score>=x", "score>=101", "score>=-1", "score>=1e1",
                          "score>=1.2.3", "coverage>=1.5", "no-breach>=1", "band>=", "bnd>=low", "score=70", "score>=."):
            self.fails(USAGE, "assess", self.path, "--require", condition)
        self.fails(USAGE, "assess", self.path, "--require", "scor>=7", says="did you mean 'score'?")
        self.fails(USAGE, "assess", self.path, "--require", "band>=hihg", says="did you mean 'high'?")
        self.fails(USAGE, "assess", self.path, *["--require", "score>=1"] * 33)


class Usage(CommandTest):
    def test_a_missing_command(self):
        ran = rapport()
        self.assertEqual((ran.code, ran.out), (USAGE, ""))
        self.assertIn("rapport --help", ran.err)

    def test_unknown_commands(self):
        self.fails(USAGE, "asess", "x.json", says="did you mean 'assess'?")
        self.fails(USAGE, "modles", says="did you mean 'models'?")
        self.fails(USAGE, "model", "chek", "x.json", says="did you mean 'check'?")
        self.fails(USAGE, "model", says="rapport model show")
        self.fails(USAGE, "model", "--json", says="rapport model show")
        self.fails(USAGE, "--verison", says="did you mean '--version'?")
        self.assertNotIn("did you mean", self.fails(USAGE, "elephants").err)
        self.fails(USAGE, "help", "asess", says="did you mean 'assess'?")

    def test_unknown_options(self):
        path = data("alliance.json")
        self.fails(USAGE, "assess", path, "--jsn", says="did you mean '--json'?")
        self.fails(USAGE, "assess", path, "--requires=score>=1", says="did you mean '--require'?")
        self.fails(USAGE, "assess", path, "-x")
        self.fails(USAGE, "assess", path, "--full", says="rapport assess has no option '--full'")
        self.fails(USAGE, "models", "--require", "score>=1")
        self.fails(USAGE, "explain", path, "trust", "--require", "score>=1")

    def test_options_with_wrong_values(self):
        path = data("alliance.json")
        self.fails(USAGE, "assess", path, "--format", "jsn", says="did you mean 'json'?")
        self.fails(USAGE, "assess", path, "--color", "sometimes")
        self.fails(USAGE, "assess", path, "--format", says="needs a value")
        self.fails(USAGE, "assess", path, "-o", says="needs a value")
        self.fails(USAGE, "assess", path, "--json=yes", says="takes no value")

    def test_wrong_numbers_of_arguments(self):
        path = data("alliance.json")
        self.fails(USAGE, "assess", says="usage: rapport assess ASSESSMENT")
        self.fails(USAGE, "assess", path, path, says="one argument too many")
        self.fails(USAGE, "explain", path, says="usage: rapport explain ASSESSMENT NODE")
        self.fails(USAGE, "models", "best-partner")
        self.fails(USAGE, "model", "show")
        self.fails(USAGE, "model", "check")

    def test_names_that_the_model_does_not_have(self):
        path = data("alliance.json")
        self.fails(USAGE, "explain", path, "trsut", says="did you mean 'trust'?")
        self.fails(USAGE, "assess", path, "--overlay", "suplier", says="did you mean 'supplier'?")
        self.fails(USAGE, "assess", self.file("one.json", small()), "--overlay", "suplier", says="did you mean 'supplier'?")
        self.fails(USAGE, "model", "show", "best-partner", "--overlay", "suplier", says="did you mean 'supplier'?")

    def test_two_documents_cannot_both_come_from_standard_input(self):
        self.fails(USAGE, "assess", "-", "--model", "-", stdin="{}")


class BadData(CommandTest):
    def test_an_error_names_file_line_column_and_path(self):
        text = '{ "format": "rapport-assessment/1", "id": "one", "partnership": "A", "date": "2026-01-01",\n' \
               '  "model": "own-readiness",\n' \
               '  "parties": [ { "id": "a", "raters": [ { "id": "r",\n' \
               '    "answers": { "long-view": 9 } } ] } ] }\n'
        path = self.file("bad.json", text)
        # line 4: the 9 is the 31st character
        self.fails(BAD_DATA, "assess", path, says="rapport: %s:4:31: /parties/0/raters/0/answers/long-view: " % path)
        self.fails(BAD_DATA, "assess", "-", stdin=text, says="rapport: <stdin>:4:31: /parties/0/raters/0/answers/long-view: ")

    def test_columns_count_characters(self):
        text = '{ "partnership": "Żółć", "parteis": 1, "format": "rapport-assessment/1", "id": "one", "date": "2026-01-01", ' \
               '"model": "own-readiness", "parties": [ { "id": "a", "raters": [ { "id": "r", "answers": {} } ] } ] }'
        ran = self.fails(BAD_DATA, "assess", self.file("bad.json", text))
        # the key "parteis" is the 26th character, its value the 37th; in bytes both would be four more
        self.assertRegex(ran.err, r":1:(26|37): /parteis: ")
        self.assertIn("parties", ran.err)

    def test_what_is_not_json(self):
        whole = small_text()
        for name, text in {"empty": "", "cut": whole[:len(whole) // 2], "binary": bytes(range(256)), "array": "[]",
                           "trailing": whole + "x", "nan": whole.replace("2026", "NaN", 1), "deep": "[" * 100000,
                           "utf-8": b'{"format": "\xff"}', "nul": b'{"format": "a\\u0000"}',
                           "surrogate": b'{"format": "\\ud800"}', "bom": "\ufeff" + whole,
                           "twice": whole.replace('"id": "one"', '"id": "one", "id": "two"')}.items():
            path = self.file(name + ".json", text)
            self.fails(BAD_DATA, "assess", path, says="rapport: %s:1:" % path)
            self.fails(BAD_DATA, "model", "show", path)
            ran = rapport("model", "check", path)
            self.assertEqual(ran.code, BAD_DATA, name)
            self.assertTrue(ran.out.startswith(path + ":"), ran.out)

    def test_a_bad_model_file_is_named_itself(self):
        beside = self.file("m.json", dict(MODEL, version=7))
        path = self.file("one.json", small(model={"file": "m.json"}))
        self.fails(BAD_DATA, "assess", path, says="rapport: %s:1:" % beside)
        self.fails(BAD_DATA, "assess", self.file("two.json", small()), "--model", beside, says="/version: ")

    def test_a_model_file_elsewhere_is_refused(self):
        self.file("m.json", MODEL)
        for name in (os.path.join(self.folder, "m.json"), "../m.json", "sub/../../m.json", ".."):
            path = self.file("sub/one.json", small(model={"file": name}))
            self.fails(BAD_DATA, "assess", path, says=": /model/file: ")

    def test_an_unknown_built_in_model_in_a_document(self):
        self.fails(BAD_DATA, "assess", self.file("one.json", small(model="best-partners")), says="best-partner")

    def test_messages_cannot_steer_the_terminal(self):
        path = self.file("esc.json", '{ "format": "rapport-assessment/1", "\\u001b[2J\\u009b\\n": 1 }')
        ran = rapport("assess", path)
        self.assertEqual((ran.code, ran.err.count("\n")), (BAD_DATA, 1))
        self.assertNotIn("\x1b", ran.err)
        self.assertNotIn("\x9b", ran.err)
        ran = rapport("model", "check", path)
        self.assertNotIn("\x1b", ran.out + ran.err)

    def test_labels_of_a_shown_model_cannot_steer_the_terminal_or_turn_the_writing(self):
        steering = "\u001b[2J\u009b\u202e\u2066\u200f\u2028\u2029"
        path = self.file("m.json", dict(MODEL, title="a" + steering + "b \u20ac\u2014"))
        ran = rapport("model", "show", path)
        self.assertEqual((ran.code, ran.err), (DONE, ""))
        self.assertIn("a?[2J??????b \u20ac\u2014", ran.out)

    def test_a_file_larger_than_a_document_may_be_is_refused_unread(self):
        path = os.path.join(self.folder, "huge.json")
        with open(path, "wb") as handle:
            handle.truncate((1 << 30) + 1)  # a hole: takes no room on the disk
        for command in (["assess", path], ["model", "check", path], ["model", "show", path]):
            self.fails(BAD_DATA, *command, says="larger than a document may be (1073741824 bytes)")


def small_text():
    return json.dumps(small())


class NoInput(CommandTest):
    def test_files_that_are_not_there(self):
        missing = os.path.join(self.folder, "none.json")
        for command in (["assess", missing], ["explain", missing, "trust"], ["model", "show", missing],
                        ["model", "check", missing], ["assess", data("alliance.json"), "--model", missing]):
            self.fails(NO_INPUT, *command, says=missing)

    def test_a_folder_is_not_a_file(self):
        self.fails(NO_INPUT, "assess", self.folder, says=self.folder)

    def test_a_model_file_that_is_not_beside_the_assessment(self):
        path = self.file("one.json", small(model={"file": "m.json"}))
        self.fails(NO_INPUT, "assess", path, says=os.path.join(self.folder, "m.json"))

    def test_a_misspelt_built_in_model(self):
        self.fails(NO_INPUT, "model", "show", "bestpartner", says="did you mean 'best-partner'?", cwd=self.folder)
        self.fails(NO_INPUT, "assess", data("alliance.json"), "--model", "best-parntner", says="did you mean 'best-partner'?",
                   cwd=self.folder)
        self.file("plainly", MODEL)  # a file without a dot is a file all the same
        self.ok("model", "show", "plainly", cwd=self.folder)

    def test_closed_standard_input(self):
        ran = run_in_shell('"$0" assess - <&-')
        self.assertEqual((ran.returncode, ran.stdout), (NO_INPUT, b""))
        self.assertIn(b"<stdin>", ran.stderr)


@unittest.skipUnless(os.name == "posix" and not sanitized(), "needs a limit on address space, which no sanitizer bears")
class NoMemory(CommandTest):
    def test_memory_that_runs_out(self):
        import resource

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28))

        path = os.path.join(self.folder, "large.json")
        with open(path, "wb") as handle:
            handle.truncate(1 << 29)  # a hole: takes no room on the disk
        for command in (["assess", path], ["model", "check", path], ["model", "show", path]):
            self.fails(INTERNAL, *command, says="there is not enough memory", preexec_fn=limit)


def run_in_shell(line, *words, **more):
    return subprocess.run(["sh", "-c", line, COMMAND] + list(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=100, **more)


@unittest.skipUnless(os.name == "posix", "needs a shell")
class NoOutput(CommandTest):
    COMMANDS = ["models", "models --json", "model show best-partner", "model show best-partner --json", "--help",
                "--version", 'model check "$1/supplier-model.json"', 'assess "$1/alliance.json"',
                'assess "$1/alliance.json" --json', 'explain "$1/alliance.json" trust']

    def test_a_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full here")
        for command in self.COMMANDS:
            ran = run_in_shell('"$0" ' + command + " > /dev/full", data(""))
            self.assertEqual(ran.returncode, NO_OUTPUT, (command, ran.stderr))
            self.assertIn(b"rapport: cannot write standard output: ", ran.stderr)
            ran = run_in_shell('"$0" ' + command.replace("--help", "models").replace("--version", "models") + " -o /dev/full",
                               data(""))
            self.assertEqual(ran.returncode, NO_OUTPUT, (command, ran.stderr))

    def test_a_closed_standard_output(self):
        for command in self.COMMANDS:
            ran = run_in_shell('"$0" ' + command + " >&-", data(""))
            self.assertEqual(ran.returncode, NO_OUTPUT, (command, ran.stderr))

    def test_a_reader_who_leaves(self):
        big = self.file("big.json", dict(MODEL, criteria=[{"id": "c%d" % i, "scale": "ladder"} for i in range(5000)], overlays={}))
        ran = run_in_shell('{ "$0" model show "$1"; echo $? >&2; } | :', big)
        self.assertEqual(ran.stderr, b"%d\n" % NO_OUTPUT)  # and silently: whoever closed the pipe knows

    def test_closed_streams_do_not_end_up_in_files(self):
        out = os.path.join(self.folder, "out.json")
        ran = run_in_shell('"$0" assess "$1" --json -o "$2" --require "score>=99" <&- >&- 2>&-', data("alliance.json"), out)
        self.assertEqual(ran.returncode, NOT_MET)
        with open(out, "rb") as handle:
            self.assertEqual(handle.read(), rapport("assess", data("alliance.json"), "--json").raw)

    def test_a_message_that_cannot_be_written_does_no_harm(self):
        ran = run_in_shell('"$0" assess nowhere.json 2>&-', cwd=self.folder)
        self.assertEqual(ran.returncode, NO_INPUT)


class OutputFile(CommandTest):
    def setUp(self):
        super().setUp()
        self.out = os.path.join(self.folder, "out.txt")

    def test_it_holds_what_standard_output_would(self):
        for command in (["models"], ["model", "show", "best-partner"], ["model", "check", data("supplier-model.json")],
                        ["assess", data("alliance.json")], ["explain", data("alliance.json"), "trust"]):
            for option in (["-o", self.out], ["-o" + self.out], ["--output", self.out], ["--output=" + self.out]):
                self.assertEqual(self.ok(*command, *option).out, "")
                with open(self.out, "rb") as handle:
                    self.assertEqual(handle.read(), self.ok(*command).raw)
        self.assertEqual(os.listdir(self.folder), ["out.txt"])

    def test_a_dash_is_standard_output(self):
        self.assertEqual(self.ok("models", "-o", "-").raw, self.ok("models").raw)

    def test_bad_data_leaves_the_old_file_alone(self):
        self.file("out.txt", "old")
        self.fails(BAD_DATA, "assess", self.file("bad.json", "{"), "-o", self.out)
        with open(self.out, encoding="utf-8") as handle:
            self.assertEqual(handle.read(), "old")
        self.assertEqual(sorted(os.listdir(self.folder)), ["bad.json", "out.txt"])

    def test_a_folder_that_is_not_there(self):
        self.fails(NO_OUTPUT, "models", "-o", os.path.join(self.folder, "none", "out.txt"), says="cannot write ")

    def test_a_folder_in_the_place_of_the_file(self):
        self.fails(NO_OUTPUT, "models", "-o", self.folder, says="cannot write ")

    @unittest.skipUnless(os.name == "posix", "needs permissions and devices")
    def test_permissions_stay_and_devices_survive(self):
        self.file("out.txt", "old")
        os.chmod(self.out, 0o600)
        self.ok("models", "-o", self.out)
        self.assertEqual(stat.S_IMODE(os.stat(self.out).st_mode), 0o600)
        self.ok("models", "-o", "/dev/null")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    @unittest.skipUnless(os.path.exists("/proc/self"), "needs a limit on the size of files")
    def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(self):
        import resource
        import signal

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        self.file("out.txt", "old")
        self.fails(NO_OUTPUT, "assess", data("alliance.json"), "-o", self.out, says="cannot write", preexec_fn=limit)
        with open(self.out, encoding="utf-8") as handle:
            self.assertEqual(handle.read(), "old")
        self.assertEqual(os.listdir(self.folder), ["out.txt"])


if __name__ == "__main__":
    main()
