#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""A slow reference for `rapport assess X --format json`, written from the documents alone.

Every rule is the most literal program for its sentence: whole trees are recomputed for every question, nothing is
shared or cached. It knows nothing of the C code and must stay so; where the two differ, one of them has misread
the documents.

    reference.py [assess] FILE [--format json] [--models FOLDER]     prints the result, exit 65 on a bad document
    reference.py --self-test
"""
import calendar
import json
import math
import os
import re
import sys
from fractions import Fraction

sys.setrecursionlimit(100000)

STATES = ("n/a", "dont-know", "declined")
VIEWS = ("any", "all", "joint")
MEASURES = ("net-benefit", "burden-overload", "balance", "skill-coverage")
REQUIREMENTS = ("every_group", "weakest_party", "balance", "coverage", "no_undecided_gates")
PRIVATE = ("_cap", "_node", "_part")  # what our gates carry beside what is printed
UNCHECKED = "(unchecked)"  # stands where the documents leave a value open: the comparison passes over it
DEEPEST = 32
ROOT = ""


class Bad(Exception):
    """A document that FORMATS calls an error: the JSON Pointer of the culprit, and a sentence."""

    def __init__(self, path, message):
        super().__init__("%s: %s" % (path, message))
        self.path = path
        self.message = message


# ---------------------------------------------------------------- reading JSON


class Pairs(list):
    """An object as it was written, so that a key given twice can still be seen."""


class NotFinite:
    """The place of a NaN or Infinity literal, until its path is known."""


def read_json(data):
    """Bytes to plain Python values (numbers are floats); strict RFC 8259 with the rules of FORMATS on top."""
    if data.startswith(b"\xef\xbb\xbf"):
        raise Bad("", "a byte order mark is not JSON")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Bad("", "invalid UTF-8 at byte %d" % error.start)
    want(nesting(text) <= 500, "", "nested too deep")
    try:
        tree = json.loads(text, object_pairs_hook=Pairs, parse_int=float, parse_float=float,
                          parse_constant=lambda name: NotFinite())
    except ValueError as error:
        raise Bad("", str(error))
    return plain(tree, "")


def nesting(text):
    """How deep arrays and objects nest; close enough for text that is not JSON after all."""
    deepest = depth = 0
    for character in re.sub(r'"(\\.|[^"\\])*"', "", text, flags=re.DOTALL):
        depth += (character in "[{") - (character in "]}")
        deepest = max(deepest, depth)
    return deepest


def plain(value, path):
    if isinstance(value, Pairs):
        result = {}
        for key, inner in value:
            check_text(key, path)
            if key in result:
                raise Bad(path + "/" + escaped(key), "the key '%s' is given twice" % key)
            result[key] = plain(inner, path + "/" + escaped(key))
        return result
    if isinstance(value, list):
        return [plain(inner, "%s/%d" % (path, i)) for i, inner in enumerate(value)]
    if isinstance(value, str):
        check_text(value, path)
    if isinstance(value, NotFinite) or (isinstance(value, float) and not math.isfinite(value)):
        raise Bad(path, "not a finite number")
    return value


def check_text(text, path):
    for character in text:
        if 0xD800 <= ord(character) <= 0xDFFF:
            raise Bad(path, "a lone surrogate")
        if character == "\0":
            raise Bad(path, "U+0000")


# ---------------------------------------------------------------- small checks


def want(condition, path, message):
    if not condition:
        raise Bad(path, message)


def escaped(key):
    return key.replace("~", "~0").replace("/", "~1")


def an_object(value, path, known, required=()):
    want(isinstance(value, dict), path, "must be an object")
    for key in value:
        want(key == "x" or key in known, path + "/" + escaped(key), "unknown key '%s'" % key)
    for key in required:
        want(key in value, path, "the key '%s' is missing" % key)
    return value


def a_table(value, path):
    """An object whose keys are ids; gives the pairs without the host's `x`."""
    want(isinstance(value, dict), path, "must be an object")
    for key in value:
        if key != "x":
            an_id(key, path + "/" + escaped(key))
    return [(key, inner) for key, inner in value.items() if key != "x"]


def an_array(value, path, least=0, most=None):
    want(isinstance(value, list), path, "must be an array")
    want(len(value) >= least, path, "needs at least %d entries" % least)
    want(most is None or len(value) <= most, path, "has more than %s entries" % most)
    return value


def a_string(value, path):
    want(isinstance(value, str), path, "must be a string")
    return value


def an_id(value, path):
    a_string(value, path)
    want(1 <= len(value) <= 64 and all(c in "abcdefghijklmnopqrstuvwxyz0123456789._-" for c in value) and value != "x",
         path, "'%s' is not an id" % value)
    return value


def a_label(value, path):
    if isinstance(value, dict):
        for language, text in value.items():
            want(language == "x" or isinstance(text, str), path + "/" + language, "must be a string")
    else:
        want(isinstance(value, str), path, "must be a string or an object of translations")
    return value


def labels(entry, path, *keys):
    for key in keys:
        if key in entry:
            a_label(entry[key], path + "/" + key)


def a_number(value, path, low=-math.inf, high=math.inf):
    want(isinstance(value, float), path, "must be a number")
    want(low <= value <= high, path, "must lie in %s..%s" % (low, high))
    return value


def a_boolean(value, path):
    want(isinstance(value, bool), path, "must be true or false")
    return value


def one_of(value, path, choices):
    want(isinstance(value, str) and value in choices, path, "must be one of %s" % ", ".join(choices))
    return value


def a_floor(value, path):
    a_number(value, path, 1)
    want(value == int(value), path, "must be a whole number")
    return value


def positive(value, path):
    a_number(value, path)
    want(value > 0, path, "must be greater than 0")
    return value


def unique(value, seen, path):
    an_id(value, path)
    want(value not in seen, path, "the id '%s' is used twice" % value)
    seen.add(value)
    return value


# ---------------------------------------------------------------- scales


SCALE_KEYS = ("kind", "title", "description")


def check_scale(scale, path):
    want(isinstance(scale, dict), path, "must be an object")
    labels(scale, path, "title", "description")
    want("kind" in scale, path, "the key 'kind' is missing")
    kind = one_of(scale["kind"], path + "/kind", ("levels", "number", "yesno", "choice"))
    if kind == "levels":
        an_object(scale, path, SCALE_KEYS + ("levels", "reversed"), ("levels",))
        check_levels(scale, path)
    elif kind == "number":
        an_object(scale, path, SCALE_KEYS + ("unit", "points", "linear", "range", "exponential"))
        check_number_scale(scale, path)
    elif kind == "choice":
        an_object(scale, path, SCALE_KEYS + ("choices",), ("choices",))
        seen = set()
        for i, choice in enumerate(an_array(scale["choices"], path + "/choices", 1)):
            place = "%s/choices/%d" % (path, i)
            an_object(choice, place, ("id", "label", "points"), ("id", "points"))
            unique(choice["id"], seen, place + "/id")
            want(choice["id"] not in STATES, place + "/id", "the name of a state")
            a_number(choice["points"], place + "/points", 0, 100)
            a_label(choice.get("label", ""), place + "/label")
    else:
        an_object(scale, path, SCALE_KEYS)


def check_levels(scale, path):
    levels = an_array(scale["levels"], path + "/levels", 2, 101)
    seen = set()
    for i, level in enumerate(levels):
        place = "%s/levels/%d" % (path, i)
        an_object(level, place, ("id", "label", "points"))
        if "id" in level:
            unique(level["id"], seen, place + "/id")
        a_label(level.get("label", ""), place + "/label")
        if "points" in level:
            a_number(level["points"], place + "/points", 0, 100)
    given = [level["points"] for level in levels if "points" in level]
    want(len(given) in (0, len(levels)), path + "/levels", "points on all levels or on none")
    rising = all(a <= b for a, b in zip(given, given[1:]))
    falling = all(a >= b for a, b in zip(given, given[1:]))
    want(rising or falling, path + "/levels", "points must be monotone")
    a_boolean(scale.get("reversed", False), path + "/reversed")
    want(not (scale.get("reversed") and given), path + "/reversed", "not together with points")


def check_number_scale(scale, path):
    a_label(scale.get("unit", ""), path + "/unit")
    shapes = [key for key in ("points", "linear", "range", "exponential") if key in scale]
    want(len(shapes) == 1, path, "needs exactly one of points, linear, range, exponential")
    place = path + "/" + shapes[0]
    shape = scale[shapes[0]]
    if shapes[0] == "points":
        an_array(shape, place, 2, 16)
        for i, knot in enumerate(shape):
            an_array(knot, "%s/%d" % (place, i), 2, 2)
            a_number(knot[0], "%s/%d/0" % (place, i))
            a_number(knot[1], "%s/%d/1" % (place, i), 0, 100)
            want(i == 0 or knot[0] > shape[i - 1][0], "%s/%d/0" % (place, i), "x must rise strictly")
    elif shapes[0] == "range":
        keys = ("zero_below", "full_from", "full_to", "zero_above")
        an_object(shape, place, keys, keys)
        a, b, c, d = [a_number(shape[key], place + "/" + key) for key in keys]
        want(a < b <= c < d, place, "needs zero_below < full_from <= full_to < zero_above")
    else:
        keys = ("worst", "best") + (("rho",) if shapes[0] == "exponential" else ())
        an_object(shape, place, keys, keys)
        for key in keys:
            a_number(shape[key], place + "/" + key)
        want(shape["worst"] != shape["best"], place, "worst and best are equal")
        want(shape.get("rho", 1.0) != 0, place + "/rho", "must not be 0")


def level_points(scale):
    levels = scale["levels"]
    if "points" in levels[0]:
        return [level["points"] for level in levels]
    points = [float(Fraction(100 * i, len(levels) - 1)) for i in range(len(levels))]
    return points[::-1] if scale.get("reversed") else points


def between(x, x0, y0, x1, y1):
    x, x0, y0, x1, y1 = [Fraction(v) for v in (x, x0, y0, x1, y1)]
    return float(y0 + (y1 - y0) * (x - x0) / (x1 - x0))


def along(x, knots):
    """Piecewise linear through the knots, flat beyond their ends."""
    if x <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in zip(knots, knots[1:]):
        if x <= x1:
            return between(x, x0, y0, x1, y1)
    return knots[-1][1]


def number_points(scale, x):
    if "points" in scale:
        return along(x, scale["points"])
    if "range" in scale:
        r = scale["range"]
        if r["full_from"] <= x <= r["full_to"]:
            return 100.0
        if x < r["full_from"]:
            return along(x, [(r["zero_below"], 0.0), (r["full_from"], 100.0)])
        return along(x, [(r["full_to"], 100.0), (r["zero_above"], 0.0)])
    shape = scale["linear"] if "linear" in scale else scale["exponential"]
    worst, best = Fraction(shape["worst"]), Fraction(shape["best"])
    distance = abs(best - worst)
    u = (Fraction(x) - worst) * (1 if best > worst else -1)
    u = min(max(u, Fraction(0)), distance)
    if "linear" in scale:
        return float(100 * u / distance)
    rho = Fraction(shape["rho"])
    if distance / abs(rho) < Fraction(1, 10**12):
        return float(100 * u / distance)  # the limit for a large rho
    if rho > 0:
        return 100 * one_minus_exp(u / rho) / one_minus_exp(distance / rho)
    # 1 - e^(u/a) over 1 - e^(R/a), both turned by e^(-R/a) so that nothing overflows
    a = -rho
    return 100 * exp_minus((distance - u) / a) * one_minus_exp(u / a) / one_minus_exp(distance / a)


def exp_minus(y):
    return math.exp(-float(y)) if y < 800 else 0.0


def one_minus_exp(y):
    return -math.expm1(-float(y)) if y < 800 else 1.0


def answer_points(scale, value, path):
    """Points of a bare answer or fact, or the error that it does not fit its scale."""
    kind = scale["kind"]
    if kind == "levels":
        if isinstance(value, float):
            want(value == math.floor(value) and 1 <= value <= len(scale["levels"]), path, "no such level")
            return level_points(scale)[int(value) - 1]
        want(isinstance(value, str), path, "needs a level number or level id")
        for level, points in zip(scale["levels"], level_points(scale)):
            if level.get("id") == value:
                return points
        raise Bad(path, "unknown level '%s'" % value)
    if kind == "number":
        want(isinstance(value, float), path, "needs a number")
        return number_points(scale, value)
    if kind == "yesno":
        want(isinstance(value, bool), path, "needs true or false")
        return 100.0 if value else 0.0
    want(isinstance(value, str), path, "needs the id of a choice")
    for choice in scale["choices"]:
        if choice["id"] == value:
            return choice["points"]
    raise Bad(path, "unknown choice '%s'" % value)


# ---------------------------------------------------------------- the model


class Node:
    """A group or criterion; the root is a group with the empty id."""

    def __init__(self):
        self.id, self.path, self.parent = ROOT, "", None
        self.weight, self.informational, self.power = 1.0, False, 1.0
        self.own_target, self.target = None, None
        self.children, self.scale, self.together = None, None, "mean"

    @property
    def counts(self):
        return self.weight > 0 and not self.informational

    def counting(self):
        return [child for child in self.children if child.counts]

    def counts_all_the_way(self, top=None):
        """True if this node and every group above it (up to, and without, `top` or the root) counts."""
        node = self
        while node is not top and node.parent is not None:
            if not node.counts:
                return False
            node = node.parent
        return True

    def everything(self):
        """This node and all below it in model order, groups before their children."""
        yield self
        for child in self.children or ():
            yield from child.everything()

    def is_below(self, other):
        node = self
        while node is not None:
            if node is other:
                return True
            node = node.parent
        return False


class Model:
    pass


MODEL_KEYS = ("format", "id", "version", "title", "description", "missing", "minimum_coverage", "anonymity_floor", "power",
              "target", "scales", "criteria", "gates", "bands", "overlays")
GROUP_KEYS = ("id", "title", "question", "description", "weight", "power", "target", "informational", "criteria")
CRITERION_KEYS = ("id", "title", "question", "description", "weight", "target", "informational", "scale", "together",
                  "anchors")


def read_model(doc, path):
    an_object(doc, path, MODEL_KEYS, ("format", "id", "version", "criteria", "bands"))
    one_of(doc["format"], path + "/format", ("rapport-model/1",))
    model = Model()
    model.id = an_id(doc["id"], path + "/id")
    model.version = a_string(doc["version"], path + "/version")
    labels(doc, path, "title", "description")
    model.missing = one_of(doc.get("missing", "exclude"), path + "/missing", ("exclude", "strict"))
    model.minimum_coverage = a_number(doc.get("minimum_coverage", 1.0), path + "/minimum_coverage", 0, 1)
    model.anonymity_floor = a_floor(doc.get("anonymity_floor", 1.0), path + "/anonymity_floor")
    model.target = a_number(doc.get("target", 75.0), path + "/target", 0, 100)
    model.scales = {}
    for key, scale in a_table(doc.get("scales", {}), path + "/scales"):
        check_scale(scale, path + "/scales/" + key)
        model.scales[key] = scale
    model.root = Node()
    model.root.path = path
    model.root.power = read_power(doc.get("power", 1.0), path + "/power")
    model.nodes = {}
    read_children(model, model.root, doc["criteria"], path + "/criteria", 0)
    model.gates = read_gates(model, doc.get("gates", []), path + "/gates")
    model.bands = read_bands(doc["bands"], path + "/bands")
    model.overlays = read_overlays(model, doc.get("overlays", {}), path + "/overlays")
    settle_targets(model)
    model.overlay = None
    return model


def read_power(value, path):
    if isinstance(value, str):
        return one_of(value, path, ("min", "max"))
    a_number(value, path, -100, 100)
    want(value == 0 or abs(value) >= 0.01, path, "must be 0 or at least 0.01 in magnitude")
    return value


def read_weight(value, path):
    a_number(value, path, 0)
    want(value == 0 or 1e-12 <= value <= 1e12, path, "must be 0 or lie in 1e-12..1e12")
    return value


def read_children(model, group, entries, path, depth):
    group.children = []
    for i, entry in enumerate(an_array(entries, path, 1)):
        group.children.append(read_node(model, group, entry, "%s/%d" % (path, i), depth))
    want(group.counting(), path, "no child counts: the sum of the weights is 0")


def read_node(model, parent, entry, path, depth):
    want(isinstance(entry, dict), path, "must be an object")
    want(("criteria" in entry) != ("scale" in entry), path, "needs exactly one of 'criteria' and 'scale'")
    an_object(entry, path, GROUP_KEYS if "criteria" in entry else CRITERION_KEYS, ("id",))
    node = Node()
    node.parent, node.path = parent, path
    node.id = an_id(entry["id"], path + "/id")
    want(node.id not in model.nodes, path + "/id", "the id '%s' is used twice" % node.id)
    model.nodes[node.id] = node
    labels(entry, path, "title", "question", "description")
    node.weight = read_weight(entry.get("weight", 1.0), path + "/weight")
    node.informational = a_boolean(entry.get("informational", False), path + "/informational")
    if "target" in entry:
        node.own_target = a_number(entry["target"], path + "/target", 0, 100)
    if "criteria" in entry:
        want(depth < DEEPEST, path, "groups nest deeper than %d" % DEEPEST)
        node.power = read_power(entry.get("power", 1.0), path + "/power")
        read_children(model, node, entry["criteria"], path + "/criteria", depth + 1)
    else:
        a_string(entry["scale"], path + "/scale")
        want(entry["scale"] in model.scales, path + "/scale", "unknown scale '%s'" % entry["scale"])
        node.scale = model.scales[entry["scale"]]
        node.together = one_of(entry.get("together", "mean"), path + "/together", ("mean", "min", "max"))
        if "anchors" in entry:
            want(node.scale["kind"] == "levels", path + "/anchors", "anchors are for levels")
            count = len(node.scale["levels"])
            for i, anchor in enumerate(an_array(entry["anchors"], path + "/anchors", count, count)):
                a_label(anchor, "%s/anchors/%d" % (path, i))
    return node


def read_gates(model, entries, path):
    seen = set()
    for i, gate in enumerate(an_array(entries, path)):
        place = "%s/%d" % (path, i)
        an_object(gate, place, ("id", "title", "description", "node", "measure", "view", "below", "above", "effect",
            "cap"), ("id", "effect"))
        unique(gate["id"], seen, place + "/id")
        labels(gate, place, "title", "description")
        one_of(gate["effect"], place + "/effect", ("fail", "cap", "flag"))
        want(("cap" in gate) == (gate["effect"] == "cap"), place, "'cap' belongs to the effect cap, and only there")
        if "cap" in gate:
            a_number(gate["cap"], place + "/cap", 0, 100)
        want(("node" in gate) != ("measure" in gate), place, "needs exactly one of 'node' and 'measure'")
        want(("below" in gate) != ("above" in gate), place, "needs its threshold")
        if "node" in gate:
            a_string(gate["node"], place + "/node")
            want(gate["node"] in model.nodes, place + "/node", "unknown node '%s'" % gate["node"])
            want("below" in gate, place, "a gate on a node takes 'below'")
            a_number(gate["below"], place + "/below", 0, 100)
            one_of(gate.get("view", "any"), place + "/view", VIEWS)
        else:
            one_of(gate["measure"], place + "/measure", MEASURES)
            threshold = "below" if "below" in gate else "above"
            a_number(gate[threshold], place + "/" + threshold)
            want("view" not in gate or gate["measure"] == "net-benefit", place + "/view", "the measure is not per party")
            one_of(gate.get("view", "any"), place + "/view", ("any", "all"))
    return entries


def read_bands(entries, path):
    seen, last = set(), None
    for i, band in enumerate(an_array(entries, path, 1)):
        place = "%s/%d" % (path, i)
        an_object(band, place, ("id", "title", "description", "from", "requires"), ("id", "from"))
        unique(band["id"], seen, place + "/id")
        labels(band, place, "title", "description")
        a_number(band["from"], place + "/from", 0, 100)
        if i == 0:
            want(band["from"] == 0, place + "/from", "the first band starts at 0")
            want("requires" not in band, place + "/requires", "the first band has no conditions")
        else:
            want(band["from"] > last, place + "/from", "bands must rise strictly")
        last = band["from"]
        requires = an_object(band.get("requires", {}), place + "/requires", REQUIREMENTS)
        for key, value in requires.items():
            if key in ("every_group", "weakest_party"):
                a_number(value, place + "/requires/" + key, 0, 100)
            elif key in ("balance", "coverage"):
                a_number(value, place + "/requires/" + key, 0, 1)
            elif key == "no_undecided_gates":
                a_boolean(value, place + "/requires/" + key)
    return entries


def read_overlays(model, entries, path):
    overlays = {}
    for name, overlay in a_table(entries, path):
        place = path + "/" + name
        an_object(overlay, place, ("title", "description", "weights", "targets"))
        labels(overlay, place, "title", "description")
        weights, targets = {}, {}
        for key, factor in a_table(overlay.get("weights", {}), place + "/weights"):
            want(key in model.nodes, "%s/weights/%s" % (place, key), "unknown node '%s'" % key)
            a_number(factor, "%s/weights/%s" % (place, key), 0)
            weights[key] = read_weight(model.nodes[key].weight * factor, "%s/weights/%s" % (place, key))
        for key, target in a_table(overlay.get("targets", {}), place + "/targets"):
            want(key in model.nodes, "%s/targets/%s" % (place, key), "unknown node '%s'" % key)
            targets[key] = a_number(target, "%s/targets/%s" % (place, key), 0, 100)
        for group in model.root.everything():
            if group.children:
                want(any(weights.get(c.id, c.weight) > 0 and not c.informational for c in group.children), place,
                     "no child of '%s' counts any more" % group.id)
        overlays[name] = (weights, targets)
    return overlays


def settle_targets(model):
    def target(node):
        if node.children is None:
            value = model.target if node.own_target is None else node.own_target
        else:
            for child in node.children:
                target(child)
            value = power_mean(node.power, [(c.weight, c.target) for c in node.counting()])
            if node.own_target is not None:
                value = node.own_target
        node.target = value

    target(model.root)


def apply_overlay(model, name):
    weights, targets = model.overlays[name]
    for key, weight in weights.items():
        model.nodes[key].weight = weight
    for key, target in targets.items():
        model.nodes[key].own_target = target
    model.overlay = name
    settle_targets(model)


# ---------------------------------------------------------------- the assessment


class Assessment:
    pass


class Party:
    pass


def read_assessment(doc, find_model):
    """`find_model(kind, name, path)` gives the document of a model that is built in ("name") or beside it ("file")."""
    keys = ("format", "id", "partnership", "date", "kind", "model", "anonymity_floor", "parties", "facts", "measures")
    an_object(doc, "", keys, ("format", "id", "partnership", "date", "model", "parties"))
    one_of(doc["format"], "/format", ("rapport-assessment/1",))
    it = Assessment()
    it.id = an_id(doc["id"], "/id")
    it.partnership = a_string(doc["partnership"], "/partnership")
    it.date = a_date(doc["date"], "/date")
    kind = a_string(doc.get("kind", ""), "/kind")
    it.model = resolve_model(doc["model"], find_model)
    if kind in it.model.overlays:
        apply_overlay(it.model, kind)
    it.floor = max(it.model.anonymity_floor, a_floor(doc.get("anonymity_floor", 1.0), "/anonymity_floor"))
    it.facts = {}
    for key, value in a_table(doc.get("facts", {}), "/facts"):
        node = a_criterion(it.model, key, "/facts/" + key)
        it.facts[key] = answer_points(node.scale, value, "/facts/" + key)
    it.parties = []
    seen = set()
    for i, entry in enumerate(an_array(doc["parties"], "/parties", 1, 64)):
        it.parties.append(read_party(it, entry, "/parties/%d" % i, seen))
    it.measures = read_measures(it, doc.get("measures", {}), "/measures")
    return it


def a_date(value, path):
    a_string(value, path)
    digits = value[0:4] + value[5:7] + value[8:10]
    want(len(value) == 10 and value[4] == "-" and value[7] == "-" and len(digits) == 8
         and all(c in "0123456789" for c in digits), path, "must be YYYY-MM-DD")
    year, month, day = int(value[0:4]), int(value[5:7]), int(value[8:10])
    want(1 <= month <= 12, path, "no such month")
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 29 if month == 2 and leap else calendar.mdays[month]
    want(1 <= day <= days, path, "no such day")
    return value


def resolve_model(value, find_model):
    if isinstance(value, str):
        return read_model(find_model("name", value, "/model"), "")
    want(isinstance(value, dict), "/model", "must be a name, a file or a model")
    if "file" not in value:
        return read_model(value, "/model")
    an_object(value, "/model", ("file",), ("file",))
    name = a_string(value["file"], "/model/file")
    want(name and not name.startswith("/") and ".." not in name.split("/"), "/model/file", "must stay beside the assessment")
    return read_model(find_model("file", name, "/model/file"), "")


def a_criterion(model, key, path):
    want(key in model.nodes, path, "unknown criterion '%s'" % key)
    want(model.nodes[key].scale is not None, path, "'%s' is a group" % key)
    return model.nodes[key]


def read_party(it, entry, path, seen):
    an_object(entry, path, ("id", "title", "weight", "voice", "raters", "importance"), ("id", "raters"))  # UNCHECKED: importance
    party = Party()
    party.id = unique(entry["id"], seen, path + "/id")
    a_label(entry.get("title", ""), path + "/title")
    party.weight = positive(entry.get("weight", 1.0), path + "/weight")
    party.voice = one_of(entry.get("voice", "raters"), path + "/voice", ("raters", "one"))
    party.reactions = {}  # criterion -> list of (rater, rater's weight, points or state)
    raters = set()
    for i, rater in enumerate(an_array(entry["raters"], path + "/raters")):
        place = "%s/raters/%d" % (path, i)
        an_object(rater, place, ("id", "role", "weight", "answers", "about", "predicts"), ("id", "answers"))  # UNCHECKED: the last two
        unique(rater["id"], raters, place + "/id")
        a_label(rater.get("role", ""), place + "/role")
        weight = positive(rater.get("weight", 1.0), place + "/weight")
        for key, answer in a_table(rater["answers"], place + "/answers"):
            reaction = read_answer(it, key, answer, place + "/answers/" + key)
            if reaction is not None:
                party.reactions.setdefault(key, []).append((i, weight, reaction))
    return party


def read_answer(it, key, answer, path):
    """Points, a state, or None for no reaction."""
    node = a_criterion(it.model, key, path)
    value, place = answer, path
    if isinstance(answer, dict):
        an_object(answer, path, ("answer", "confidence", "note", "evidence"), ("answer",))
        if "confidence" in answer:
            a_number(answer["confidence"], path + "/confidence", 0, 1)
        a_label(answer.get("note", ""), path + "/note")
        for i, reference in enumerate(an_array(answer.get("evidence", []), path + "/evidence")):
            a_label(reference, "%s/evidence/%d" % (path, i))
        value, place = answer["answer"], path + "/answer"
    if value is None:
        return None
    want(key not in it.facts, path, "'%s' has a fact already" % key)
    if isinstance(value, str) and value in STATES:
        return value
    return answer_points(node.scale, value, place)


def read_measures(it, doc, path):
    keys = ("benefits", "burdens", "alternatives", "agreed_shares", "skills", "aims", "plan_chain")
    an_object(doc, path, keys)
    known = [party.id for party in it.parties]

    def per_party(table, place, check):
        result = {}
        for key, value in a_table(table, place):
            want(key in known, place + "/" + key, "unknown party '%s'" % key)
            result[key] = check(value, place + "/" + key)
        return result

    def shares(table, place):
        return {key: a_number(value, place + "/" + key, 0) for key, value in a_table(table, place)}

    measures = {}
    for key in ("benefits", "alternatives"):
        if key in doc:
            measures[key] = per_party(doc[key], path + "/" + key, a_number)
    for key in ("burdens", "agreed_shares"):
        if key in doc:
            measures[key] = per_party(doc[key], path + "/" + key, lambda value, place: a_number(value, place, 0))
    if "skills" in doc:
        skills = an_object(doc["skills"], path + "/skills", ("required", "parties"))
        measures["skills"] = {
            "required": shares(skills.get("required", {}), path + "/skills/required"),
            "parties": per_party(skills.get("parties", {}), path + "/skills/parties",
                                 lambda table, place: {k: a_number(v, place + "/" + k) for k, v in a_table(table, place)})}
    if "aims" in doc:
        aims = an_object(doc["aims"], path + "/aims", ("now", "future", "believed"))
        for key in ("now", "future"):
            per_party(aims.get(key, {}), path + "/aims/" + key, shares)
        believed = an_object(aims.get("believed", {}), path + "/aims/believed", ("now", "future"))
        for key in ("now", "future"):
            per_party(believed.get(key, {}), path + "/aims/believed/" + key,
                      lambda table, place: per_party(table, place, shares))
    if "plan_chain" in doc:
        chain = an_object(doc["plan_chain"], path + "/plan_chain", ("vision", "strategies", "actions"))
        for key in ("vision", "strategies", "actions"):
            an_array(chain.get(key, []), path + "/plan_chain/" + key)
    return measures


# ---------------------------------------------------------------- arithmetic


def rounded(x):
    """The value in whole billionths, as thresholds are compared."""
    return math.floor(Fraction(x) * 10**9 + Fraction(1, 2))


def at_least(a, b):
    return rounded(a) >= rounded(b)


def mean(pairs):
    """Σ w x / Σ w over (w, x): plain sums in order, which is the definition and not an approximation of it."""
    top, total = 0.0, 0.0
    for w, x in pairs:
        top += w * x
        total += w
    return top / total


def is_number(power):
    return power not in ("min", "max")


def floored(power, x):
    return max(x, 1.0) if is_number(power) and power <= 0 else x


def power_mean(power, pairs):
    """The weighted power mean of (weight, points), points under 1 counting as 1 for p <= 0."""
    values = [floored(power, x) for w, x in pairs]
    weights = [w for w, x in pairs]
    if power == "min":
        return min(values)
    if power == "max":
        return max(values)
    if power == 1:
        result = mean(list(zip(weights, values)))
    else:
        scale = max(values) if power >= 0 else min(values)
        if scale == 0:
            return 0.0
        if power == 0:
            result = scale * math.exp(mean([(w, math.log(x / scale)) for w, x in zip(weights, values)]))
        else:
            result = scale * mean([(w, (x / scale) ** power) for w, x in zip(weights, values)]) ** (1 / power)
    return min(result, 100.0)


# ---------------------------------------------------------------- the tree, once for every view and for the joint


class Cell:
    def __init__(self, status, score, coverage, low, high, raters=0):
        self.status, self.score, self.coverage = status, score, coverage
        self.low, self.high, self.raters = low, high, raters
        if score is not None:
            self.low, self.high = min(low, score), max(high, score)

    @property
    def applies(self):
        return self.status != "not-applicable"


def not_applicable():
    return Cell("not-applicable", None, None, None, None)


def missing():
    return Cell("missing", None, 0.0, 0.0, 100.0)


def fill(node, leaf, cells):
    """The cells of this node and all below it into `cells`; `leaf(criterion)` gives those of the criteria."""
    if node.children is None:
        cells[node.id] = leaf(node)
        return cells[node.id]
    for child in node.children:
        fill(child, leaf, cells)
    part = [(child.weight, cells[child.id]) for child in node.counting() if cells[child.id].applies]
    valued = [(w, cell) for w, cell in part if cell.score is not None]
    if not part:
        cell = not_applicable()
    elif not valued:
        cell = missing()
    else:
        cell = Cell("ok" if all(c.status == "ok" for w, c in part) else "incomplete",
                    power_mean(node.power, [(w, c.score) for w, c in valued]),
                    mean([(w, c.coverage) for w, c in part]),
                    power_mean(node.power, [(w, c.low) for w, c in part]),
                    power_mean(node.power, [(w, c.high) for w, c in part]))
    cells[node.id] = cell
    return cell


def view_cells(it, party):
    def leaf(criterion):
        if criterion.id in it.facts:
            points = it.facts[criterion.id]
            return Cell("ok", points, 1.0, points, points)
        reactions = party.reactions.get(criterion.id, [])
        answers = [(w, value) for rater, w, value in reactions if not isinstance(value, str)]
        if answers:
            points = min(mean(answers), 100.0)
            return Cell("ok", points, 1.0, points, points, len(answers))
        if reactions and all(value == "n/a" for rater, w, value in reactions):
            return not_applicable()
        return missing()

    cells = {}
    fill(it.model.root, leaf, cells)
    for group in it.model.root.everything():
        if group.children is not None:
            cells[group.id].raters = len(raters_below(it, party, group))
    return cells


def raters_below(it, party, group):
    """The raters with an answer to a criterion that counts on every step up to this group."""
    found = set()
    for node in group.everything():
        if node.children is None and node.counts_all_the_way(group):
            for rater, weight, value in party.reactions.get(node.id, []):
                if not isinstance(value, str):
                    found.add(rater)
    return found


def join(together, pairs):
    return power_mean(1 if together == "mean" else together, pairs)


def joint_cells(it, views):
    def leaf(criterion):
        part = [(p.weight, views[p.id][criterion.id]) for p in it.parties]
        part = [(w, cell) for w, cell in part if cell.applies]
        answered = [(w, cell.score) for w, cell in part if cell.score is not None]
        if not part:
            return not_applicable()
        if not answered:
            return missing()
        return Cell("ok" if len(answered) == len(part) else "incomplete", join(criterion.together, answered),
                    math.fsum(w for w, x in answered) / math.fsum(w for w, c in part),
                    join(criterion.together, [(w, cell.low) for w, cell in part]),
                    join(criterion.together, [(w, cell.high) for w, cell in part]))

    cells = {}
    fill(it.model.root, leaf, cells)
    return cells


# ---------------------------------------------------------------- explaining


def shares(model):
    result = {ROOT: 1.0}
    for node in model.root.everything():
        if node.children is not None:
            total = math.fsum(child.weight for child in node.counting())
            for child in node.children:
                result[child.id] = result[node.id] * child.weight / total if child.counts else 0.0
    return result


def extreme(power, values):
    return min(values) if power == "min" else max(values)


def split(node, joint):
    """How a group's contribution is shared out: {child: part}, the parts adding up to 1."""
    valued = [(c, c.weight, floored(node.power, joint[c.id].score)) for c in node.counting() if joint[c.id].score is not None]
    values = [x for c, w, x in valued]
    if not is_number(node.power):
        best = extreme(node.power, values)
        raw = [w if x == best else 0.0 for c, w, x in valued]
    elif max(values) == 0:
        raw = [w for c, w, x in valued]
    elif node.power == 0:
        raw = [w for c, w, x in valued]
    else:
        scale = max(values) if node.power > 0 else min(values)
        raw = [w * (x / scale) ** node.power for c, w, x in valued]
    total = math.fsum(raw)
    return {c.id: part / total for (c, w, x), part in zip(valued, raw)}


def contributions(model, joint):
    result = {ROOT: joint[ROOT].score}
    for node in model.root.everything():
        if node.children is None:
            continue
        parts = split(node, joint) if joint[node.id].score is not None else {}
        for child in node.children:
            result[child.id] = result[node.id] * parts.get(child.id, 0.0)
    return result


def slopes(node, joint):
    """∂M/∂x of a group with respect to each valued counting child; None where it has no bound."""
    valued = [(c, c.weight, joint[c.id].score) for c in node.counting() if joint[c.id].score is not None]
    values = [x for c, w, x in valued]
    total = math.fsum(w for c, w, x in valued)
    value = joint[node.id].score
    result = {}
    for child, weight, x in valued:
        if not is_number(node.power):
            best = extreme(node.power, values)
            tied = math.fsum(w for c, w, y in valued if y == best)
            result[child.id] = weight / tied if x == best else 0.0
        elif node.power == 1 or max(values) == 0 < node.power:
            result[child.id] = weight / total
        elif node.power <= 0 and rounded(x) < rounded(1):
            result[child.id] = 0.0
        elif x == 0:
            result[child.id] = 0.0 if node.power > 1 else None
        elif value == 0:
            result[child.id] = UNCHECKED  # the mean is not 0 but below the smallest double
        else:
            result[child.id] = weight / total * math.exp((node.power - 1) * (math.log(x) - math.log(value)))
    return result


def leverages(model, joint):
    result = {ROOT: 1.0}
    for node in model.root.everything():
        if node.children is None:
            continue
        steps = slopes(node, joint) if joint[node.id].score is not None else {}
        for child in node.children:
            result[child.id] = chain(result[node.id], steps.get(child.id, 0.0))
    return result


def chain(outer, inner):
    if outer == 0.0 or inner == 0.0:
        return 0.0
    if outer is None or inner is None:
        return None
    if UNCHECKED in (outer, inner):
        return UNCHECKED
    return outer * inner


def delicate(model, joint):
    """Groups where the last bit of a child's computed score decides a tie or the floor: {group id}."""
    result = set()
    for node in model.root.everything():
        if node.children is None:
            continue
        scores = [(c, joint[c.id].score) for c in node.counting() if joint[c.id].score is not None]
        if not scores:
            continue
        if not is_number(node.power):
            best = extreme(node.power, [x for c, x in scores])
            near = [(c, x) for c, x in scores if abs(x - best) <= 1e-9]
            if len(near) > 1 and (any(x != best for c, x in near) or any(inexact(c, joint) for c, x in near)):
                result.add(node.id)
        elif node.power <= 0:
            if any(abs(x - 1) <= 1e-9 and (x != 1 or inexact(c, joint)) for c, x in scores):
                result.add(node.id)
        elif node.power != 1 and 0 < min(x for c, x in scores) < 1e-250:
            result.add(node.id)
        elif 0 <= joint[node.id].score < 1e-250 and any(x > 0 for c, x in scores):
            result.add(node.id)
    return result


def inexact(node, joint):
    """True where powers or a curve are at work, so that two honest programs may differ in the last bit of the score."""
    score = joint[node.id].score
    if score is None:
        return False
    if node.children is None:
        return node.scale["kind"] == "number" and score not in (0.0, 100.0)
    return node.power not in (1, "min", "max") or any(inexact(child, joint) for child in node.counting())


def under_delicate(node, delicate_groups):
    node = node.parent
    while node is not None:
        if node.id in delicate_groups:
            return True
        node = node.parent
    return False


def score_with(node, joint, changed, value):
    """The score of a node after the whole tree below it is computed again with one joint value replaced."""
    if node is changed:
        return value
    if node.children is None:
        return joint[node.id].score
    valued = [(c.weight, score_with(c, joint, changed, value)) for c in node.counting()]
    valued = [(w, x) for w, x in valued if x is not None]
    return power_mean(node.power, valued) if valued else None


# ---------------------------------------------------------------- gaps between the parties


def sample_variance(values):
    exact = [Fraction(v) for v in values]
    centre = sum(exact) / len(exact)
    return float(sum((v - centre) ** 2 for v in exact) / (len(exact) - 1))


def rater_points(party, node):
    return [value for rater, w, value in party.reactions.get(node.id, []) if not isinstance(value, str)]


def notable_step(node):
    if node.children is None and node.scale["kind"] == "levels":
        points = level_points(node.scale)
        steps = [abs(b - a) for a, b in zip(points, points[1:]) if b != a]
        return min(steps) if steps else math.inf
    return 12.5


def is_notable(node, gap, one, other):
    if node.children is None and one is not None:
        a, b = rater_points(one, node), rater_points(other, node)
        if len(a) >= 2 and len(b) >= 2:
            noise = 1.96 * math.sqrt(sample_variance(a) / len(a) + sample_variance(b) / len(b))
            return rounded(abs(gap)) > rounded(noise)
    step = notable_step(node)
    return step < math.inf and at_least(abs(gap), step)


def perception_class(of, against, target):
    if at_least(of, target):
        return "shared-strength" if at_least(against, target) else "blind-spot"
    return "hidden-strength" if at_least(against, target) else "shared-weakness"


def perception(it, views, node):
    entries = []
    seen = [(party, views[party.id][node.id].score) for party in it.parties if views[party.id][node.id].score is not None]
    if len(it.parties) > 8:
        for party, score in seen:
            others = [(p.weight, x) for p, x in seen if p is not party]
            if others:
                entries.append((party.id, None, score, mean(others), None, None))
    else:
        for i, (one, score) in enumerate(seen):
            for other, against in seen[i + 1:]:
                entries.append((one.id, other.id, score, against, one, other))
    return [{"of": of, "against": against, "gap": a - b, "class": perception_class(a, b, node.target),
             "notable": is_notable(node, a - b, one, other)} for of, against, a, b, one, other in entries]


# ---------------------------------------------------------------- measures and gates


class Undecided(Exception):
    """A section is there but does not say enough."""


def complete(table, it):
    if any(party.id not in table for party in it.parties):
        raise Undecided
    return [table[party.id] for party in it.parties]


def normalised(values):
    total = math.fsum(values)
    if total <= 0 or min(values) < 0:
        raise Undecided
    return [value / total for value in values]


def agreed(it):
    if "agreed_shares" in it.measures:
        return normalised(complete(it.measures["agreed_shares"], it))
    return [1 / len(it.parties)] * len(it.parties)


def balance(it):
    given, agreed_shares = normalised(complete(it.measures["benefits"], it)), agreed(it)
    return 1 - math.fsum(abs(s - a) for s, a in zip(given, agreed_shares)) / 2 / (1 - min(agreed_shares))


def burden_overload(it):
    pairs = zip(normalised(complete(it.measures["burdens"], it)), agreed(it))
    return max(s / a if a > 0 else math.inf if s > 0 else 0.0 for s, a in pairs)


def net_benefits(it):
    benefits = complete(it.measures["benefits"], it)
    burdens = complete(it.measures["burdens"], it) if "burdens" in it.measures else [0.0] * len(benefits)
    others = complete(it.measures["alternatives"], it) if "alternatives" in it.measures else [0.0] * len(benefits)
    return {p.id: math.fsum([b, -c, -d]) for p, b, c, d in zip(it.parties, benefits, burdens, others)}


def skill_coverage(it):
    required, parties = it.measures["skills"]["required"], it.measures["skills"]["parties"]
    complete(parties, it)
    total = math.fsum(required.values())
    if total <= 0:
        raise Undecided
    best = {skill: max(min(max(parties[p.id].get(skill, 0.0), 0.0), 1.0) for p in it.parties) for skill in required}
    return math.fsum(need * best[skill] for skill, need in required.items()) / total


def measure(it, name):
    """(state, value): "ok" with its value, "undecided" or "not-applicable"."""
    section = {"net-benefit": "benefits", "balance": "benefits", "burden-overload": "burdens", "skill-coverage": "skills"}[name]
    if section not in it.measures:
        return "not-applicable", None
    if name == "balance" and len(it.parties) == 1:
        return "not-applicable", None
    work = {"net-benefit": net_benefits, "balance": balance, "burden-overload": burden_overload,
            "skill-coverage": skill_coverage}[name]
    try:
        return "ok", work(it)
    except Undecided:
        return "undecided", None


def measure_gate(it, gate):
    state, value = measure(it, gate["measure"])
    if state != "ok":
        return state, None
    if "below" in gate:
        hit = lambda v: not at_least(v, gate["below"])
    else:
        hit = lambda v: v == math.inf or rounded(v) > rounded(gate["above"])
    if gate["measure"] != "net-benefit":
        if value == math.inf:
            return ("breached" if "above" in gate else "passed"), None
        return ("breached" if hit(value) else "passed"), value
    values = list(value.values())
    view = gate.get("view", "any")
    breached = any(hit(v) for v in values) if view == "any" else all(hit(v) for v in values)
    shown = min(values) if view == "any" else max(values)
    return ("breached" if breached else "passed"), shown if "below" in gate else UNCHECKED


def node_gate(gate, views, joint):
    """(state, value, the cells that take part)"""
    view, limit = gate.get("view", "any"), gate["below"]
    cells = [("joint", joint[gate["node"]])] if view == "joint" else [(p, view_[gate["node"]]) for p, view_ in views.items()]
    cells = [(who, cell) for who, cell in cells if cell.applies]
    if not cells:
        return "not-applicable", None, []
    below = [not at_least(cell.high, limit) for who, cell in cells]
    above = [at_least(cell.low, limit) for who, cell in cells]
    if view == "all":
        state = "breached" if all(below) else "passed" if any(above) else "undecided"
    else:
        state = "breached" if any(below) else "passed" if all(above) else "undecided"
    scores = [cell.score for who, cell in cells if cell.score is not None]
    value = None
    if scores:
        value = max(scores) if view == "all" else min(scores)
        if state == "passed" and rounded(value - limit) < rounded(12.5):
            state = "near-miss"
    return state, value, [who for who, cell in cells]


def gate_results(it, views, joint):
    result = []
    for gate in it.model.gates:
        if "node" in gate:
            state, value, part = node_gate(gate, views, joint)
        else:
            (state, value), part = measure_gate(it, gate), []
        result.append({"id": gate["id"], "state": state, "effect": gate["effect"], "value": value,
                       "_cap": {"fail": 0.0, "cap": gate.get("cap"), "flag": None}[gate["effect"]],
                       "_node": gate.get("node"), "_part": part})
    return result


def after_gates(score, gates):
    for gate in gates:
        if gate["state"] == "breached" and gate["_cap"] is not None:
            score = min(score, gate["_cap"])
    return score


def has_failed(gates):
    return any(gate["state"] == "breached" and gate["effect"] == "fail" for gate in gates)


# ---------------------------------------------------------------- bands


def failed_requirements(it, requires, gates, coverage, groups, parties):
    """Names of the conditions that do not hold; `groups` and `parties` are scores, None where there is none."""
    failed = []
    if "every_group" in requires and not all(x is not None and at_least(x, requires["every_group"]) for x in groups):
        failed.append("every_group")
    if "weakest_party" in requires and not all(x is not None and at_least(x, requires["weakest_party"]) for x in parties):
        failed.append("weakest_party")
    if "balance" in requires:
        state, value = measure(it, "balance")
        if state == "undecided" or (state == "ok" and not at_least(value, requires["balance"])):
            failed.append("balance")
    if "coverage" in requires and not at_least(coverage, requires["coverage"]):
        failed.append("coverage")
    if requires.get("no_undecided_gates") and any(gate["state"] == "undecided" for gate in gates):
        failed.append("no_undecided_gates")
    return failed


def threshold_band(model, score):
    """Index of the highest band that the score reaches."""
    return max(i for i, band in enumerate(model.bands) if i == 0 or at_least(score, band["from"]))


def band_of(it, gated, gates, coverage, groups, parties):
    """(band id, what held it back)"""
    if has_failed(gates):
        return it.model.bands[0]["id"], []
    held_back = []
    for band in reversed(it.model.bands[:threshold_band(it.model, gated) + 1]):
        failed = failed_requirements(it, band.get("requires", {}), gates, coverage, groups, parties)
        if not failed:
            return band["id"], held_back
        held_back += [name for name in failed if name not in held_back]
    raise AssertionError("the first band has no conditions")


def root_status(it, cell):
    """(status, score) of a root after the policy for missing answers."""
    if not cell.applies:
        return "empty", None
    if it.model.missing == "strict" and not at_least(cell.coverage, it.model.minimum_coverage):
        return "missing", None
    return cell.status, cell.score


def joint_root(it, views, joint, gates):
    cell = joint[ROOT]
    status, score = root_status(it, cell)
    result = {"status": status, "score": score, "gated": None, "coverage": cell.coverage, "bounds": bounds(cell),
              "band": None, "band_certain": False, "held_back": []}
    if score is None:
        return result
    groups = [joint[n.id] for n in it.model.root.counting() if n.children is not None and joint[n.id].applies]
    parties = [views[p.id][ROOT] for p in it.parties if views[p.id][ROOT].applies]
    result["gated"] = after_gates(score, gates)
    result["band"], result["held_back"] = band_of(it, result["gated"], gates, cell.coverage, [g.score for g in groups],
                                                  [root_status(it, v)[1] for v in parties])
    low, _ = band_of(it, after_gates(cell.low, gates), gates, cell.coverage, [g.low for g in groups], [v.low for v in parties])
    high, _ = band_of(it, after_gates(cell.high, gates), gates, cell.coverage, [g.high for g in groups],
                      [v.high for v in parties])
    undecided = any(gate["state"] == "undecided" for gate in gates)
    result["band_certain"] = not undecided and low == high == result["band"]
    return result


def is_binding(gate, score, gated):
    if score is None or gate["state"] != "breached" or gate["_cap"] is None:
        return False
    return rounded(gate["_cap"]) < rounded(score) and rounded(gate["_cap"]) == rounded(gated)


# ---------------------------------------------------------------- anonymity


class Hidden:
    """Ids of the withheld cells: `views` by party, and `joint` (the root is the empty id)."""

    def __init__(self, it):
        self.views = {party.id: set() for party in it.parties}
        self.joint = set()


def too_few(it, party, cells):
    if party.voice != "raters":
        return set()
    return {key for key, cell in cells.items() if 0 < cell.raters < it.floor}


def groups_upwards(node):
    for child in node.children:
        if child.children is not None:
            yield from groups_upwards(child)
    yield node


def spread(model, facts, cells, hidden):
    """Complementary suppression until nothing changes. A fact stands in every view: withholding it hides nothing."""
    before = None
    while before != hidden:
        before = set(hidden)
        for group in groups_upwards(model.root):
            siblings = group.counting()
            seen = [c for c in siblings if c.id not in hidden and c.id not in facts and cells[c.id].score is not None]
            covered = [i for i, c in enumerate(siblings) if c.id in hidden]
            if len(covered) == 1:
                turned = siblings[covered[0] + 1:] + siblings[:covered[0]]
                following = [c for c in turned if c in seen]
                hidden.add(following[0].id if following else group.id)
            elif group.id in hidden and not covered and seen:
                hidden.add(seen[0].id)


def withhold(it, views, joint):
    hidden = Hidden(it)
    for party in it.parties:
        hidden.views[party.id] = too_few(it, party, views[party.id])
        spread(it.model, it.facts, views[party.id], hidden.views[party.id])
        hidden.joint |= hidden.views[party.id]
    spread(it.model, it.facts, joint, hidden.joint)
    return hidden


def anonymity_faults(it, views, joint, hidden):
    """What a set of withheld cells leaves open, whoever chose the set: a list of sentences, empty if it is closed."""
    faults = []
    floor_on = False
    for party in it.parties:
        mine = hidden.views[party.id]
        due = too_few(it, party, views[party.id])
        floor_on = floor_on or bool(due)
        faults += ["view %s of '%s' has too few raters and is shown" % (party.id, key) for key in due - mine]
        faults += ["the joint cell of '%s' is shown over a withheld view" % key for key in mine - hidden.joint]
        faults += open_sets(it.model, it.facts, views[party.id], mine, "view " + party.id)
    faults += open_sets(it.model, it.facts, joint, hidden.joint, "joint")
    if not floor_on and (hidden.joint or any(hidden.views.values())):
        faults.append("cells are withheld although every one has raters enough")
    return faults


def open_sets(model, facts, cells, hidden, name):
    faults = []
    for group in groups_upwards(model.root):
        siblings = group.counting()
        covered = [c for c in siblings if c.id in hidden]
        seen = [c for c in siblings if c.id not in hidden and c.id not in facts and cells[c.id].score is not None]
        if len(covered) == 1 and (seen or group.id not in hidden):
            faults.append("%s: '%s' is the only one withheld in '%s'" % (name, covered[0].id, group.id))
        if group.id in hidden and not covered and seen:
            faults.append("%s: '%s' is withheld but none of its children" % (name, group.id))
    return faults


def betraying(group, hidden, above=1.0, under=False):
    """Ids of the nodes that count all the way below a withheld group where an exponent other than 1 would tell its value."""
    under = under or group.id in hidden.joint and (group.power != 1.0 or above != 1.0)
    for child in group.counting():
        if under:
            yield child.id
        if child.children is not None:
            yield from betraying(child, hidden, group.power, under)


def cover(model, result, hidden):
    """Takes out of a full result what is withheld."""
    telling = set(betraying(model.root, hidden))
    blank = {"status": "withheld", "score": None, "coverage": None, "bounds": None}
    for party, keys in hidden.views.items():
        if ROOT in keys:
            result["views"][party].update(blank, band=None)
    root_hidden = ROOT in hidden.joint
    if root_hidden:
        result["joint"].update(blank, gated=None, band=None, band_certain=False, held_back=[])
    for entry in result["nodes"]:
        for party, keys in hidden.views.items():
            if entry["id"] in keys:
                entry["views"][party].update(blank, raters=UNCHECKED)
        if root_hidden:
            entry["joint"].update(contribution=None, leverage=None)
            entry["lift"] = None
        if entry["id"] in telling:
            entry["joint"].update(contribution=None, leverage=None)
            entry["lift"] = None
        if entry["id"] in hidden.joint:
            entry["joint"].update(blank, contribution=None, leverage=None)
            entry.update(gap=None, severity=None, lift=None, perception=[])
    for gate in result["gates"]:
        if root_hidden:
            gate["binding"] = False
        for who in gate["_part"]:
            if gate["_node"] in (hidden.joint if who == "joint" else hidden.views[who]):
                gate["value"] = None
    return result


# ---------------------------------------------------------------- the result


def bounds(cell):
    return None if not cell.applies else [cell.low, cell.high]


class Full:
    """A full result with nothing withheld, beside what is needed to judge and to cover it."""


def assess(it, lifts=None):
    """`lifts`: the most nodes whose lift is computed (each costs a whole tree); the others are UNCHECKED."""
    full = Full()
    full.it = it
    views = full.views = {party.id: view_cells(it, party) for party in it.parties}
    joint = full.joint = joint_cells(it, views)
    gates = gate_results(it, views, joint)
    root = joint_root(it, views, joint, gates)
    for gate in gates:
        gate["binding"] = is_binding(gate, root["score"], root["gated"])
    full.result = {
        "format": "rapport-result/1", "algorithm": 1.0,
        "model": {"id": it.model.id, "version": it.model.version, "overlay": it.model.overlay},
        "assessment": {"id": it.id, "partnership": it.partnership, "date": it.date},
        "joint": root, "views": {party.id: view_root(it, views[party.id][ROOT]) for party in it.parties},
        "nodes": node_results(it, views, joint, root, lifts), "gates": gates, "measures": measure_results(it)}
    full.hidden = withhold(it, views, joint)
    return full


def view_root(it, cell):
    status, score = root_status(it, cell)
    band = None if score is None else it.model.bands[threshold_band(it.model, score)]["id"]
    return {"status": status, "score": score, "coverage": cell.coverage, "bounds": bounds(cell), "band": band}


def node_results(it, views, joint, root, lifts):
    nodes = [node for node in it.model.root.everything() if node.id != ROOT]
    share, touchy = shares(it.model), delicate(it.model, joint)
    scored = root["score"] is not None
    contribution = contributions(it.model, joint) if scored else {}
    leverage = leverages(it.model, joint) if scored else {}
    every = 1 if lifts is None else max(1, -(-len(nodes) // lifts))
    entries = []
    for i, node in enumerate(nodes):
        cell = joint[node.id]
        shown = {"status": cell.status, "score": cell.score, "coverage": cell.coverage, "bounds": bounds(cell),
                 "contribution": None, "leverage": None}
        entry = {"id": node.id, "weight": node.weight, "share": share[node.id], "joint": shown, "target": node.target,
                 "gap": None, "severity": None, "lift": None, "perception": perception(it, views, node)}
        if cell.score is not None:
            entry["gap"] = max(0.0, node.target - cell.score)
            entry["severity"] = share[node.id] * entry["gap"]
            counts = node.counts_all_the_way()
            if scored and not counts:
                entry["lift"] = 0.0
            elif scored:
                entry["lift"] = lift(it, joint, node, entry["gap"]) if i % every == 0 else UNCHECKED
            if scored and node.children is None:
                shown["contribution"] = contribution[node.id] if counts else 0.0
                shown["leverage"] = leverage[node.id] if counts else 0.0
                if counts and under_delicate(node, touchy):
                    shown["contribution"] = shown["leverage"] = UNCHECKED
        entry["views"] = {p: {"status": c.status, "score": c.score, "coverage": c.coverage, "bounds": bounds(c),
                              "raters": c.raters} for p, c in ((p, cells[node.id]) for p, cells in views.items())}
        entries.append(entry)
    return entries


def lift(it, joint, node, gap):
    if gap == 0:
        return 0.0
    return score_with(it.model.root, joint, node, node.target) - joint[ROOT].score


def measure_results(it):
    result = {}
    for name in MEASURES:
        state, value = measure(it, name)
        if state == "ok":
            result[name] = None if value == math.inf else value
    return result


def finish(full, hidden=None):
    """The result to compare with: what `hidden` names (by default our own choice) is taken out."""
    return cover(full.it.model, json.loads(json.dumps(full.result)), hidden or full.hidden)


# ---------------------------------------------------------------- from outside


def finder(folder, models):
    def find(kind, name, path):
        if kind == "name":
            want(models is not None and an_id(name, path), path, "unknown model '%s'" % name)
            place = os.path.join(models, name + ".json")
        else:
            place = os.path.join(folder, name)
        want(os.path.isfile(place), path, "there is no model '%s'" % name)
        with open(place, "rb") as stream:
            return read_json(stream.read())

    return find


def assess_bytes(data, find_model, lifts=None):
    return assess(read_assessment(read_json(data), find_model), lifts)


def assess_file(name, models=None, lifts=None):
    with open(name, "rb") as stream:
        return assess_bytes(stream.read(), finder(os.path.dirname(name) or ".", models), lifts)


def printable(value):
    """The result as the command would print it: without our own marks."""
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items() if key not in PRIVATE}
    if isinstance(value, list):
        return [printable(inner) for inner in value]
    return None if value == UNCHECKED else value


def main(arguments):
    if "--self-test" in arguments:
        import selftest
        return selftest.main()
    models, names = None, []
    arguments = list(arguments)
    while arguments:
        argument = arguments.pop(0)
        if argument == "--models":
            models = arguments.pop(0)
        elif argument == "--format":
            arguments.pop(0)
        elif argument != "assess" or names:
            names.append(argument)
    if len(names) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        result = finish(assess_file(names[0], models))
    except Bad as error:
        print("%s: %s: %s" % (names[0], error.path or "(document)", error.message), file=sys.stderr)
        return 65
    print(json.dumps(printable(result), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
