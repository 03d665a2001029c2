#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Shows that nothing which the anonymity floor withholds can be computed from what is printed.

    disclosure.py COMMAND [--seeds N] [--first S] [--models FOLDER] [--keep FOLDER]
    disclosure.py --self-test

A random assessment under weighted means (with together rules of every kind) is given to `COMMAND assess FILE --format json`.
The unknowns are the withheld values of criteria, one for every party and criterion. Everything printed that depends on them
(scores and bounds of groups and roots, in every view and in the joint one) is a linear equation in them once it is known who
answered what, the weights, and which party decides a minimum or maximum (of equal ones the first, then the last): all that is
treated as known. A value is determined by the equations if the unit vector of its unknown lies in the span of their rows.
Exact, in fractions; the right-hand sides do not matter. Contributions, leverage, gaps, lifts and perception are printed for
shown cells alone and follow from these.

Agreement, the four views and importance are no linear equations. Of them it is shown that they are made of shown cells alone: every
withheld answer and opinion is replaced by another one, and if the same cells are withheld then, not a byte of these sections may
differ. (If other cells are, which values can cause, the document is passed over.)

Documents whose weights differ by more than a million are left out: what weighs next to nothing does not show in the digits that
are printed, so that exact equations say too much of it.

Exit status 1 if any withheld value is determined.
"""
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile
from fractions import Fraction

import generate
import reference
from reference import ROOT

SECONDS = 60
MOST_NODES, MOST_PARTIES, WIDEST = 70, 4, 1e6


# ---------------------------------------------------------------- linear algebra


def subtract(row, other, factor):
    for unknown, value in other.items():
        left = row.get(unknown, 0) - factor * value
        if left:
            row[unknown] = left
        else:
            row.pop(unknown, None)


def determined(rows):
    """The unknowns that the rows determine: those that stand alone in the reduced echelon form."""
    pivots = {}
    for row in rows:
        row = dict(row)
        while row:
            lead = min(row)
            if lead not in pivots:
                pivots[lead] = {unknown: value / row[lead] for unknown, value in row.items()}
                break
            subtract(row, pivots[lead], row[lead])
    for lead in sorted(pivots, reverse=True):
        for other, row in pivots.items():
            if other < lead and lead in row:
                subtract(row, pivots[lead], row[lead])
    return sorted(lead for lead, row in pivots.items() if len(row) == 1)


# ---------------------------------------------------------------- what is printed, as equations


def weighted(parts):
    """The row of a weighted mean: parts are (weight, row)."""
    total, row = sum(weight for weight, part in parts), {}
    for weight, part in parts:
        for unknown, value in part.items():
            row[unknown] = row.get(unknown, 0) + weight / total * value
    return row


class Rows:
    """Rows of one view or of the joint one: `leaf(criterion, kind)` gives that of a criterion."""

    def __init__(self, cells, leaf):
        self.cells, self.leaf, self.known = cells, leaf, {}

    def of(self, node, kind):
        key = node.id, kind
        if key not in self.known:
            self.known[key] = self.leaf(node, kind) if node.children is None else self.of_group(node, kind)
        return self.known[key]

    def of_group(self, group, kind):
        if self.cells[group.id].score is None:
            return {}  # missing: bounds 0..100, whatever lies below
        parts = [child for child in group.counting() if self.cells[child.id].applies]
        if kind == "score":
            parts = [child for child in parts if self.cells[child.id].score is not None]
        return weighted([(Fraction(child.weight), self.of(child, kind)) for child in parts])


def view_rows(full, party, hidden):
    cells = full.views[party.id]

    def leaf(criterion, kind):
        unknown = criterion.id in hidden and cells[criterion.id].score is not None
        return {(party.id, criterion.id): Fraction(1)} if unknown else {}

    return Rows(cells, leaf)


def joint_rows(full, views, which):
    """`which` of the parties with the least or largest value decides: the first or the last, where they tie."""

    def leaf(criterion, kind):
        there = [p for p in full.it.parties if full.views[p.id][criterion.id].applies]
        answered = [p for p in there if full.views[p.id][criterion.id].score is not None]
        if not answered:
            return {}
        if criterion.together == "mean":
            return weighted([(Fraction(p.weight), views[p.id].of(criterion, kind) if p in answered else {})
                             for p in (answered if kind == "score" else there)])
        silent, end = len(answered) < len(there), {"min": "low", "max": "high"}[criterion.together]
        if silent and kind == end:
            return {}
        best = (min if criterion.together == "min" else max)(full.bare[p.id][criterion.id] for p in answered)
        deciders = [p for p in answered if full.bare[p.id][criterion.id] == best]
        return views[deciders[which].id].of(criterion, kind)

    return Rows(full.joint, leaf)


def equations(full, hidden, which):
    """Rows of everything shown of groups and roots."""
    views = {p.id: view_rows(full, p, hidden.views[p.id]) for p in full.it.parties}
    shown = [(views[p.id], hidden.views[p.id]) for p in full.it.parties] + [(joint_rows(full, views, which), hidden.joint)]
    for rows, covered in shown:
        for node in full.it.model.root.everything():
            if node.id in covered or not rows.cells[node.id].applies:
                continue
            for kind in ("score", "low", "high"):
                yield rows.of(node, kind)


def computable(full, hidden):
    found = set()
    for which in (0, -1):
        found.update(determined(equations(full, hidden, which)))
    return sorted(found)


# ---------------------------------------------------------------- documents and runs


def plain_tree(children):
    """Makes every group a weighted mean; returns the number of nodes."""
    count = len(children)
    for child in children:
        child.pop("power", None)
        count += plain_tree(child.get("criteria", ()))
    return count


def document(seed):
    """The assessment of a seed with a floor, its model inside, weighted means and few parties; None if it is too large."""
    case, rng = generate.document(seed), random.Random("disclosure %s" % seed)
    doc = json.loads(case.files[generate.MAIN].decode("utf-8"))
    if isinstance(doc["model"], dict) and "file" in doc["model"]:
        doc["model"] = json.loads(case.files[doc["model"]["file"]].decode("utf-8"))
    if isinstance(doc["model"], dict):
        doc["model"].pop("power", None)
        if plain_tree(doc["model"]["criteria"]) > MOST_NODES:
            return None
    elif doc["model"] == "forged-partnership":
        return None
    doc["anonymity_floor"] = rng.choice([2, 2, 3, 4])
    doc["parties"] = doc["parties"][:MOST_PARTIES]
    doc.pop("measures", None)
    add_opinions(doc, rng)
    return doc


def add_opinions(doc, rng):
    """Lets raters speak of parties with answers that they gave anyway, and parties state what matters."""
    ids = [party["id"] for party in doc["parties"]]
    for party in doc["parties"]:
        answered = sorted({key for rater in party["raters"] for key in rater["answers"] if key != "x"})
        if rng.random() < 0.5:
            party["importance"] = {key: rng.randrange(1, 9) for key in answered if rng.random() < 0.5}
        for rater in party["raters"]:
            for kind, others in (("about", ids), ("predicts", [other for other in ids if other != party["id"]])):
                some = {other: {key: value for key, value in rater["answers"].items() if key != "x" and rng.random() < 0.7}
                        for other in others if rng.random() < 0.7}
                rater[kind] = some


STATES = ("n/a", "dont-know", "declined")


def is_answer(value):
    return value is not None and value not in STATES and not isinstance(value, dict)


def given(rater):
    """The objects of answers of a rater: of itself, and by kind and party."""
    yield None, rater["answers"]
    for kind in ("about", "predicts"):
        for subject, answers in rater.get(kind, {}).items():
            yield (kind, subject), answers


def count_raters(party, what, key):
    found = 0
    for rater in party["raters"]:
        value = dict(given(rater)).get(what, {}).get(key)
        if isinstance(value, dict):
            value = value.get("answer")
        found += value is not None and value not in STATES
    return found


def spoil(doc, floor, withheld, rng):
    """A copy of the document with other answers and opinions in place of the withheld ones; how many there are."""
    copy, changed, known = json.loads(json.dumps(doc)), 0, {}
    for party in doc["parties"]:
        for rater in party["raters"]:
            for _, answers in given(rater):
                for key, value in answers.items():
                    if key != "x" and is_answer(value):
                        known.setdefault(key, []).append(value)
    for party in copy["parties"]:
        for rater in party["raters"]:
            for what, answers in given(rater):
                for key, value in answers.items():
                    if key == "x" or not is_answer(value):
                        continue
                    hidden = (key in withheld[party["id"]] if what is None else
                              party.get("voice") != "one" and count_raters(party, what, key) < floor)
                    if hidden:
                        answers[key] = rng.choice(known[key])
                        changed += answers[key] != value
    return copy, changed


def sections(actual):
    return {key: actual.get(key) for key in ("agreement", "perspectives")}


def marks(actual):
    """Which cells are withheld."""
    return [[cell["status"] == "withheld" for cell in [node["joint"]] + list(node["views"].values())]
            for node in actual["nodes"] + [{"joint": actual["joint"], "views": actual["views"]}]]


def interferes(command, doc, full, actual, place, rng):
    """None if nothing could be tried, else whether a section moves with what is withheld."""
    hidden = withheld_in(full, actual)
    copy, changed = spoil(doc, full.it.floor, hidden.views, rng)
    if not changed:
        return None
    other = assess(command, copy, place)
    assess(command, doc, place)  # leaves the document itself there
    return None if marks(other) != marks(actual) else sections(other) != sections(actual)


def withheld_in(full, actual):
    hidden = reference.Hidden(full.it)
    for party in hidden.views:
        cells = [(ROOT, actual["views"][party])] + [(n["id"], n["views"][party]) for n in actual["nodes"]]
        hidden.views[party] = {key for key, cell in cells if cell["status"] == "withheld"}
    cells = [(ROOT, actual["joint"])] + [(n["id"], n["joint"]) for n in actual["nodes"]]
    hidden.joint = {key for key, cell in cells if cell["status"] == "withheld"}
    return hidden


def bare(full):
    """Only what has too few raters, and the joint cells over it: what there would be without complementary suppression."""
    hidden = reference.Hidden(full.it)
    for party in full.it.parties:
        hidden.views[party.id] = reference.too_few(full.it, party, full.views[party.id])
        hidden.joint |= hidden.views[party.id]
    return hidden


def is_wide(it):
    weights = [node.weight for node in it.model.root.everything() if node.counts] + [party.weight for party in it.parties]
    return max(weights) / min(weights) > WIDEST


def assess(command, doc, place):
    with open(place, "w", encoding="utf-8") as stream:
        json.dump(doc, stream, ensure_ascii=False)
    done = subprocess.run(command + ["assess", place, "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, timeout=SECONDS)
    if done.returncode != 0:
        raise SystemExit("%s: exit status %d: %s" % (place, done.returncode, done.stderr.decode("utf-8", "replace").strip()))
    return reference.read_json(done.stdout)


def run(command, doc, models, place):
    """What the reference knows of a document, with the command's own scores as `bare`, and what the command prints."""
    open_doc = dict(doc, parties=[dict(party, voice="one") for party in doc["parties"]])  # which have no floor
    scores = assess(command, open_doc, place)["nodes"]
    actual = assess(command, doc, place)
    full = reference.assess_file(place, models, 1)
    full.bare = {p.id: {entry["id"]: entry["views"][p.id]["score"] for entry in scores} for p in full.it.parties}
    return full, actual


def self_test():
    one, two, three = Fraction(1), Fraction(2), Fraction(3)
    assert determined([]) == []
    assert determined([{"a": one}]) == ["a"]
    assert determined([{"a": one, "b": one}]) == []
    assert determined([{"a": one, "b": one}, {"a": two, "b": two}]) == []
    assert determined([{"a": one, "b": one}, {"a": one, "b": two}]) == ["a", "b"]
    # b by itself; a and c only together
    assert determined([{"a": one, "b": one, "c": one}, {"a": two, "b": three, "c": two}]) == ["b"]
    assert determined([{"a": one, "b": one}, {"b": one, "c": one}, {"c": one, "a": one}]) == ["a", "b", "c"]
    assert determined([{"a": one, "b": -one}, {"b": one, "c": -one}, {"c": one, "a": -one}]) == []
    scale = {"kind": "number", "points": [[0, 0], [100, 100]]}
    leaf = lambda name, weight: {"id": name, "weight": weight, "scale": "n"}
    doc = {"format": "rapport-assessment/1", "id": "a", "partnership": "P", "date": "2026-01-31", "anonymity_floor": 2,
           "model": {"format": "rapport-model/1", "id": "m", "version": "1", "scales": {"n": scale},
                     "criteria": [leaf("p", 1), leaf("q", 2), leaf("r", 3)], "bands": [{"id": "b", "from": 0}]},
           "parties": [{"id": "us", "raters": [{"id": "1", "answers": {"p": 10, "q": 20, "r": 30}},
                                               {"id": "2", "answers": {"q": 20, "r": 30}}]}]}
    full = reference.assess_bytes(json.dumps(doc).encode("utf-8"), None, 1)
    full.bare = {"us": {key: cell.score for key, cell in full.views["us"].items()}}
    assert bare(full).views["us"] == {"p"}
    assert computable(full, bare(full)) == [("us", "p")]
    hidden = bare(full)
    hidden.views["us"].add("q")
    hidden.joint.add("q")
    assert computable(full, hidden) == []
    print("disclosure: the test can fail")
    return 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    options, command = {"--seeds": "300", "--first": "0", "--models": None, "--keep": None}, None
    while arguments:
        argument = arguments.pop(0)
        if argument in options and arguments:
            options[argument] = arguments.pop(0)
        elif command is None and not argument.startswith("--"):
            command = shlex.split(argument)
        else:
            print(__doc__, file=sys.stderr)
            return 2
    if command is None:
        print(__doc__, file=sys.stderr)
        return 2
    generate.know_builtins(options["--models"])
    keep = options["--keep"] or tempfile.mkdtemp(prefix="rapport-disclosure-")
    os.makedirs(keep, exist_ok=True)
    tried = values = without = failed = spoilt = 0
    for seed in range(int(options["--first"]), int(options["--first"]) + int(options["--seeds"])):
        doc = document(seed)
        if doc is None:
            continue
        place = os.path.join(keep, "%d.json" % seed)
        full, actual = run(command, doc, options["--models"], place)
        if is_wide(full.it):
            os.remove(place)
            continue
        hidden = withheld_in(full, actual)
        tried += any(hidden.views.values())
        values += sum(full.views[p][key].score is not None for p, keys in hidden.views.items() for key in keys)
        without += len(computable(full, bare(full)))
        moves = interferes(command, doc, full, actual, place, random.Random("spoilt %s" % seed))
        spoilt += moves is not None
        if moves:
            failed += 1
            print("%s: agreement or opinions tell what is withheld" % place)
            continue
        found = computable(full, hidden)
        if found:
            failed += 1
            print("%s: computable: %s" % (place, ", ".join("%s of %s" % (key, party) for party, key in found)))
        else:
            os.remove(place)
    print("%d documents with %d withheld cells; %d with values that can be computed (%d values without complementary "
          "suppression)" % (tried, values, failed, without))
    print("%d documents with other answers in place of the withheld ones" % spoilt)
    if not spoilt:
        print("no document could be tried with other answers: this shows nothing")
    if not without:
        print("none of these documents needs complementary suppression: this shows nothing")
    return 1 if failed or not without or not spoilt else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
