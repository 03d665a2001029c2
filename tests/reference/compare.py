#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Holds the command against the reference over random documents and over documents with one error each.

    compare.py COMMAND [--seeds N] [--first S] [--models FOLDER] [--keep FOLDER] [--show N] [--only valid|invalid]
    compare.py --self-test

COMMAND is run as `COMMAND assess FILE --format json`. Documents that differ stay in --keep (default: a new temporary
folder). Notes are no failures: they say where the documents leave room and the two chose differently.
Exit status 1 on any difference.
"""
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile

import generate
import reference
from reference import PRIVATE, ROOT, UNCHECKED

TOLERANCE = 1e-9
SECONDS = 60
LIFTS = 150  # the most lifts the reference recomputes for one document; it spreads them over the nodes


# ---------------------------------------------------------------- two results


def same_number(a, b):
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b))


def kind_of(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return {str: "text", dict: "object", list: "array", type(None): "null"}[type(value)]


def differences(expected, actual, path=""):
    """Sentences on what differs; keys that only the command has, and our private ones, are passed over."""
    if isinstance(expected, str) and expected == UNCHECKED:
        return
    if kind_of(expected) != kind_of(actual):
        yield "%s: command %s, reference %s" % (path, short(actual), short(expected))
    elif isinstance(expected, dict):
        for key, value in expected.items():
            if key in PRIVATE or path == "" and key == "measures":
                continue
            if key not in actual:
                yield "%s/%s: not printed, reference %s" % (path, key, short(value))
            elif key == "held_back":  # a set of names
                yield from differences(sorted(value), sorted(actual[key]), path + "/held_back")
            else:
                yield from differences(value, actual[key], "%s/%s" % (path, key))
    elif isinstance(expected, list):
        if len(expected) != len(actual):
            yield "%s: command has %d entries %s, reference %d %s" % (path, len(actual), short(actual), len(expected),
                short(expected))
        for i, (one, other) in enumerate(zip(expected, actual)):
            name = other.get("id") if isinstance(other, dict) and isinstance(other.get("id"), str) else None
            yield from differences(one, other, "%s/%d%s" % (path, i, "(%s)" % name if name else ""))
    elif kind_of(expected) == "number":
        if not same_number(expected, actual):
            yield "%s: command %r, reference %r" % (path, actual, expected)
    elif expected != actual:
        yield "%s: command %s, reference %s" % (path, short(actual), short(expected))


def short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 100 else text[:97] + "..."


def shape_faults(full, actual):
    """What must hold before anything can be compared: all nodes, views and gates are there, in order."""
    expected = full.result
    if not isinstance(actual, dict):
        return ["the result is not an object"]
    faults = []
    for key in ("joint", "views", "nodes", "gates"):
        if kind_of(actual.get(key)) != kind_of(expected[key]):
            faults.append("/%s: command %s" % (key, short(actual.get(key))))
    if faults:
        return faults
    for key in ("nodes", "gates"):
        ids = [[entry.get("id") for entry in result[key]] for result in (expected, actual)]
        if ids[0] != ids[1]:
            faults.append("/%s: command %s, reference %s" % (key, short(ids[1]), short(ids[0])))
    parties = set(expected["views"])
    if set(actual["views"]) != parties:
        faults.append("/views: command %s" % short(sorted(actual["views"])))
    for entry in actual["nodes"]:
        if set(entry.get("views", ())) != parties or "status" not in entry.get("joint", {}):
            faults.append("/nodes/(%s): views of %s" % (entry.get("id"), short(sorted(entry.get("views", ())))))
    return faults


def withheld_in(it, actual):
    hidden = reference.Hidden(it)
    for party in hidden.views:
        cells = [(ROOT, actual["views"][party])] + [(n["id"], n["views"][party]) for n in actual["nodes"]]
        hidden.views[party] = {key for key, cell in cells if cell.get("status") == "withheld"}
    cells = [(ROOT, actual["joint"])] + [(n["id"], n["joint"]) for n in actual["nodes"]]
    hidden.joint = {key for key, cell in cells if cell.get("status") == "withheld"}
    return hidden


def count(hidden):
    return len(hidden.joint) + sum(len(keys) for keys in hidden.views.values())


def more_than(one, other):
    return [key for key in one.joint - other.joint] + [key for p in one.views for key in one.views[p] - other.views[p]]


def judge(full, actual):
    """(differences, notes) of the command's result."""
    faults = shape_faults(full, actual)
    if faults:
        return faults, []
    it, notes = full.it, []
    hidden = withheld_in(it, actual)
    faults = ["anonymity: " + text for text in reference.anonymity_faults(it, full.views, full.joint, hidden)]
    more, fewer = more_than(hidden, full.hidden), more_than(full.hidden, hidden)
    if more:
        notes.append("the command withholds %d cells more (%d of the reference)" % (len(more), count(full.hidden)))
    if fewer and not faults:
        notes.append("the command withholds %d others instead" % len(fewer))
    expected = reference.finish(full, hidden)
    for want, gate in zip(expected["gates"], actual["gates"]):
        covered = want["value"] is None and want["_part"]
        if covered and {want["state"], gate.get("state")} == {"passed", "near-miss"}:
            notes.append("a gate over withheld cells is '%s', reference '%s'" % (gate.get("state"), want["state"]))
            want["state"] = gate["state"]
    faults += list(differences(expected, actual))
    faults += list(measure_differences(expected["measures"], actual.get("measures", {})))
    return faults, notes


def measure_differences(expected, actual):
    for key, value in expected.items():
        if key in actual and kind_of(actual[key]) == kind_of(value):
            yield from differences(value, actual[key], "/measures/" + key)


# ---------------------------------------------------------------- running


class Run:
    """What is counted over all documents."""

    def __init__(self, command, models, keep, show):
        self.command, self.models, self.show = shlex.split(command), models, show
        self.keep = keep or tempfile.mkdtemp(prefix="rapport-compare-")
        self.failed, self.done, self.notes = 0, 0, {}

    def call(self, place):
        """(exit status, stdout, stderr); the status is None after SECONDS."""
        try:
            done = subprocess.run(self.command + ["assess", place, "--format", "json"], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=SECONDS)
            return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            return None, b"", ""

    def note(self, text, name):
        self.notes.setdefault(text, []).append(name)

    def finished(self, case, place, faults):
        self.done += 1
        if not faults:
            for name in case.files:
                os.remove(os.path.join(os.path.dirname(place), name))
            os.rmdir(os.path.dirname(place))
            return
        self.failed += 1
        print("%s (%s): %d differences" % (case.name, place, len(faults)))
        for text in faults[:self.show]:
            print("    " + text)
        sys.stdout.flush()


def try_valid(run, case):
    place = case.write(run.keep)
    full = reference.assess_file(place, run.models, LIFTS)
    status, out, err = run.call(place)
    if status != 0:
        return run.finished(case, place, ["exit status %s instead of 0: %s" % (status, err.strip()[:300])])
    try:
        actual = reference.read_json(out)
    except reference.Bad as error:
        return run.finished(case, place, ["the result is not strict JSON: %s" % error])
    faults, notes = judge(full, actual)
    if err:
        notes.append("something on stderr: " + err.strip()[:100])
    for text in notes:
        run.note(text, case.name)
    run.finished(case, place, faults)


def try_invalid(run, case):
    place = case.write(run.keep)
    status, out, err = run.call(place)
    faults = []
    if status == 0 and case.unsure:
        run.note("accepted where the documents leave room", case.name)
    elif status != 65:
        faults.append("exit status %s instead of 65 (%s at %s) %s" % (status, case.rule, case.path, err.strip()[:200]))
    else:
        if case.within not in err:
            faults.append("the message does not name %s (%s): %s" % (case.within, case.rule, err.strip()[:300]))
        elif case.path not in err:
            run.note("the path is shorter than the reference's", case.name)
        if case.mention and case.mention not in err:
            faults.append("the message does not name '%s': %s" % (case.mention, err.strip()[:300]))
        if not err.strip():
            faults.append("no message on stderr")
        if out:
            faults.append("a refused document printed something: %r" % out[:80])
    if faults and case.unsure and status in (0, 65):
        for text in faults:
            run.note("doubtful: " + text, case.name)
        faults = []
    run.finished(case, place, faults)


def summary(run):
    for text in sorted(run.notes):
        names = run.notes[text]
        print("note  %s: %s%s" % (text, ", ".join(names[:12]), " and %d more" % (len(names) - 12) if len(names) > 12 else ""))
    print("%d documents, %d differ%s" % (run.done, run.failed, ", kept in %s" % run.keep if run.failed else ""))
    return 1 if run.failed else 0


# ---------------------------------------------------------------- the comparison must be able to fail


def places(value, path=()):
    """Paths to every scalar of a result that the reference answers for."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in PRIVATE:
                yield from places(inner, path + (key,))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from places(inner, path + (i,))
    elif value != UNCHECKED:
        yield path


def bent(value, rng):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return rng.choice([value + 1e-6 * max(1.0, abs(value)), None])
    return "bent" if value is None or rng.random() < 0.5 else None


def self_test():
    """Unchanged results agree; every single changed value is seen; a bared cell is seen."""
    rng, bends, bared = random.Random(3), 0, 0
    for case in [generate.document(seed) for seed in range(25)] + generate.edges():
        def find(kind, name, path):
            return reference.read_json(case.files[name])

        full = reference.assess_bytes(case.files[generate.MAIN], find, LIFTS)
        result = reference.finish(full)
        text = json.dumps(reference.printable(result))
        faults, notes = judge(full, json.loads(text))
        assert not faults and not notes, (case.name, faults[:3], notes[:3])
        spots = [p for p in places(result) if p[0] not in ("measures",)]
        for path in rng.sample(spots, min(12, len(spots))):
            copy = json.loads(text)
            owner = copy
            for part in path[:-1]:
                owner = owner[part]
            owner[path[-1]] = bent(owner[path[-1]], rng)
            faults, notes = judge(full, copy)
            assert faults, (case.name, path, "a changed value was not seen")
            bends += 1
        covered = [e for e in result["nodes"] if e["joint"]["status"] == "withheld"]
        if covered:
            copy = json.loads(text)
            entry = next(e for e in copy["nodes"] if e["id"] == covered[0]["id"])
            entry["joint"] = reference.printable(next(e for e in full.result["nodes"] if e["id"] == entry["id"])["joint"])
            assert judge(full, copy)[0], (case.name, "a bared cell was not seen")
            bared += 1
    for case in generate.invalid():
        def find(kind, name, path):
            if name not in case.files:
                raise reference.Bad(path, "there is no model '%s'" % name)
            return reference.read_json(case.files[name])

        try:
            reference.assess_bytes(case.files[generate.MAIN], find)
        except reference.Bad as error:
            assert error.path == case.path, (case.name, error.path, case.path)
        else:
            raise AssertionError("the reference accepts " + case.name)
    print("%d changed values seen, %d bared cells seen, %d invalid documents refused" % (bends, bared, len(generate.invalid())))
    assert bends > 500 and bared > 5
    return 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    options = {"--seeds": "500", "--first": "0", "--models": None, "--keep": None, "--show": "8", "--only": "both"}
    command, arguments = None, list(arguments)
    while arguments:
        argument = arguments.pop(0)
        if argument in options and arguments:
            options[argument] = arguments.pop(0)
        elif command is None and not argument.startswith("--"):
            command = argument
        else:
            command = None
            break
    if command is None:
        print(__doc__, file=sys.stderr)
        return 2
    run = Run(command, options["--models"], options["--keep"], int(options["--show"]))
    generate.know_builtins(options["--models"])
    if options["--only"] != "invalid":
        for seed in range(int(options["--first"]), int(options["--first"]) + int(options["--seeds"])):
            try_valid(run, generate.document(seed))
        for case in generate.edges():
            try_valid(run, case)
    if options["--only"] != "valid":
        for case in generate.invalid():
            try_invalid(run, case)
    return summary(run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
