#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Seeded random assessments that cover the documents' whole range, and a list of documents with one error each.

    generate.py --seed 7 [--count N] --out FOLDER     valid ones: FOLDER/7/assessment.json and what stands beside it
    generate.py --edges --out FOLDER                  valid ones at the limits
    generate.py --invalid --out FOLDER                FOLDER/<name>/assessment.json and FOLDER/invalid.json, the list

The same seed always gives the same bytes.
"""
import copy
import json
import os
import random
import sys

MAIN = "assessment.json"
BUILTINS = {}  # name -> (criteria as (id, level count), node ids, overlays); filled by `know_builtins`


class Case:
    """`files`: name to bytes; the one called MAIN is the assessment."""

    def __init__(self, name, files):
        self.name, self.files = name, files

    def write(self, folder):
        place = os.path.join(folder, self.name)
        os.makedirs(place, exist_ok=True)
        for name, data in self.files.items():
            with open(os.path.join(place, name), "wb") as stream:
                stream.write(data)
        return os.path.join(place, MAIN)


# ---------------------------------------------------------------- writing JSON in many shapes


class Style:
    """How a document is written down: order of keys, spaces, forms of numbers, escapes."""

    def __init__(self, rng):
        self.rng = rng
        self.shuffle = rng.random() < 0.3
        self.odd_numbers = rng.random() < 0.3
        self.escape = rng.random() < 0.2
        self.space = rng.choice(["", "", " ", "\n  ", "\r\n\t"])
        self.hosts = rng.random() < 0.1

    def text(self, value):
        if isinstance(value, dict):
            keys = list(value)
            if self.shuffle:
                self.rng.shuffle(keys)
            parts = ["%s:%s%s" % (self.string(k), self.space, self.text(value[k])) for k in keys]
            if self.hosts and "x" not in value and self.rng.random() < 0.3:
                parts.insert(self.rng.randrange(len(parts) + 1), '"x":' + self.rng.choice(
                    ['null', '{"any":[1,{"id":"x"}]}', '"\\u00fc"', '[[[[]]]]', '-0.0e-3']))
            return "{" + self.space + ("," + self.space).join(parts) + self.space + "}"
        if isinstance(value, list):
            return "[" + ("," + self.space).join(self.text(v) for v in value) + self.space + "]"
        if isinstance(value, bool) or value is None:
            return {True: "true", False: "false", None: "null"}[value]
        if isinstance(value, (int, float)):
            return self.number(value)
        return self.string(value)

    def number(self, value):
        plain = repr(value)
        if not self.odd_numbers:
            return plain
        forms = [plain, "%.17e" % value, ("%.17E" % value).replace("E+", "E")]
        if float(value).is_integer() and abs(value) < 1e15:
            forms += ["%d" % value, "%d.0" % value, "%d.000e0" % value, "%de+0" % value]
        form = self.rng.choice(forms)
        return form if float(form) == value else plain

    def string(self, text):
        if self.escape and text:
            i = self.rng.randrange(len(text))
            if 0x20 <= ord(text[i]) < 0x7F:
                return '"' + json.dumps(text[:i])[1:-1] + "\\u%04x" % ord(text[i]) + json.dumps(text[i + 1:])[1:-1] + '"'
        return json.dumps(text, ensure_ascii=self.escape)


def dump(rng, value):
    return Style(rng).text(value).encode("utf-8")


# ---------------------------------------------------------------- a random model


def random_number(rng, low, high):
    """A value between the ends that is sometimes an end, sometimes whole, sometimes anything."""
    shape = rng.random()
    if shape < 0.15:
        return rng.choice([low, high])
    if shape < 0.5:
        return rng.randint(int(low), int(high))
    if shape < 0.7:
        return round(rng.uniform(low, high), 2)
    return rng.uniform(low, high)


def random_label(rng):
    text = rng.choice(["Trust", "Vertrauen & Maß", "a \"quoted\" <b>", "信頼", "\U0001f91d", "", "tab\there", "line\nbreak"])
    return text if rng.random() < 0.7 else {"en": text, "de": text + "!"}


def random_id(rng, used, stem):
    while True:
        shape = rng.random()
        if shape < 0.8:
            name = "%s%d" % (stem, len(used))
        elif shape < 0.9:
            name = "".join(rng.choice("abxyz019._-") for i in range(rng.randint(1, 8)))
        else:
            name = "%s-%s" % (stem, "q" * rng.choice([1, 40, 62 - len(stem)]))
        name = name[:64]
        if name not in used and name not in ("x", "dont-know", "declined", "answer"):
            used.add(name)
            return name


def random_power(rng, wild):
    shape = rng.random()
    if shape < (0.2 if wild else 0.7):
        return None
    if shape < 0.75:
        return rng.choice([1, 0, -1, 2, 0.5, -0.5, 0.0, 3])
    if shape < 0.85:
        return rng.choice(["min", "max"])
    if shape < 0.93:
        return rng.choice([0.01, -0.01, 100, -100])
    size = 10 ** rng.uniform(-2, 2)
    return min(max(size, 0.01), 100) * rng.choice([1, -1])


def random_weight(rng, mode):
    if mode == "none" or rng.random() < 0.05:
        return None
    if mode == "whole":
        return rng.randint(1, 30)
    if mode == "extreme":
        return rng.choice([1e-12, 1e12, 10 ** rng.uniform(-12, 12), 1])
    return rng.uniform(0.01, 10)


def random_levels(rng):
    count = rng.choice([2, 3, 5, 5, 5, 7, 11, 101]) if rng.random() < 0.9 else rng.randint(2, 101)
    levels = [{} for i in range(count)]
    for i, level in enumerate(levels):
        if rng.random() < 0.3:
            level["id"] = "l%d" % i
        if rng.random() < 0.2:
            level["label"] = random_label(rng)
    scale = {"kind": "levels", "levels": levels}
    shape = rng.random()
    if shape < 0.3:
        points = sorted(random_number(rng, 0, 100) for i in levels)
        if points[0] == points[-1]:
            points[-1], points[0] = 100, 0
        if rng.random() < 0.3:
            points.reverse()
        for level, value in zip(levels, points):
            level["points"] = value
    elif shape < 0.5:
        scale["reversed"] = True
    elif shape < 0.55:
        scale["reversed"] = False
    return scale


def random_number_scale(rng):
    scale = {"kind": "number"}
    if rng.random() < 0.5:
        scale["unit"] = rng.choice(["%", "d", "€"])
    size = rng.choice([1, 100, 100, 1e-3, 1e6]) if rng.random() < 0.95 else rng.choice([1e-200, 1e200])
    spot = lambda count: sorted(rng.sample(range(-1000, 1001), count))
    place = lambda v: v * size / 100
    shape = rng.choice(["points", "linear", "range", "exponential"])
    if shape == "points":
        xs = spot(rng.choice([2, 2, 3, 5, 16]))
        scale["points"] = [[place(x), random_number(rng, 0, 100)] for x in xs]
    elif shape == "range":
        a, b, c, d = spot(4)
        scale["range"] = {"zero_below": place(a), "full_from": place(b), "full_to": place(b if rng.random() < 0.3 else c),
                          "zero_above": place(d)}
    else:
        ends = spot(2)
        rng.shuffle(ends)
        scale[shape] = {"worst": place(ends[0]), "best": place(ends[1])}
        if shape == "exponential":
            width = abs(place(ends[0]) - place(ends[1]))
            scale[shape]["rho"] = width * rng.choice([1, -1]) * rng.choice([1, 0.5, 0.1, 0.001, 1e5, 10 ** rng.uniform(-2, 2)])
    return scale


def random_scale(rng):
    kind = rng.choice(["levels", "levels", "number", "number", "yesno", "choice"])
    if kind == "levels":
        return random_levels(rng)
    if kind == "number":
        return random_number_scale(rng)
    if kind == "yesno":
        return {"kind": "yesno"}
    used = set()
    return {"kind": "choice", "choices": [{"id": random_id(rng, used, "c"), "points": random_number(rng, 0, 100)}
                                          for i in range(rng.randint(1, 5))]}


class Plan:
    """What kind of document this one is, drawn once, so that documents differ in kind and not only in detail."""

    def __init__(self, rng):
        r = rng.random()
        self.budget = 1 if r < 0.05 else rng.randint(2, 8) if r < 0.35 else rng.randint(8, 40) if r < 0.85 else \
            rng.randint(40, 150) if r < 0.97 else rng.randint(150, 600) if r < 0.995 else rng.randint(1000, 3000)
        self.deepest = rng.choice([0, 1, 2, 3, 3, 4, 6, 10]) if rng.random() < 0.94 else 32
        self.wild_powers = rng.random() < 0.5
        self.weights = rng.choice(["none", "whole", "whole", "real", "real", "extreme"])
        self.shadows = rng.choice([0, 0, 0.05, 0.2])  # how often a node does not count
        self.together = rng.random()
        self.targets = rng.choice([0, 0.1, 0.5])
        self.value = rng.choice(["any", "any", "any", "zero", "full", "same", "high"])
        self.missing = rng.choice([0, 0, 0, 0, 0.02, 0.02, 0.05, 0.1, 0.1, 0.3, 0.3, 0.9]) if rng.random() < 0.98 else 1
        self.not_applicable = rng.choice([0, 0, 0, 0.05, 0.05, 0.3]) if rng.random() < 0.97 else 2
        self.facts = rng.choice([0, 0, 0.1, 0.5])
        self.floor = rng.choice([None, None, None, 1, 2, 3, 5])
        r = rng.random()
        self.parties = 1 if r < 0.15 else 2 if r < 0.6 else rng.randint(3, 5) if r < 0.9 else rng.randint(6, 10) if r < 0.98 \
            else rng.randint(11, 64)
        if self.budget > 150:
            self.parties = min(self.parties, 3)
        self.raters = rng.choice([1, 1, 2, 3, 6])


def random_model(rng, plan):
    used, scales = set(), {}
    names = set()
    for i in range(rng.randint(1, 6)):
        scales[random_id(rng, names, "s")] = random_scale(rng)
    left = [plan.budget]
    nodes = []

    def node(depth, chain):
        entry = {"id": random_id(rng, used, "n")}
        weight = random_weight(rng, plan.weights)
        if weight is not None:
            entry["weight"] = weight
        if rng.random() < 0.1:
            entry["title"] = random_label(rng)
        if rng.random() < plan.targets:
            entry["target"] = random_number(rng, 0, 100)
        nodes.append(entry)
        if depth < plan.deepest and left[0] > 0 and (chain or rng.random() < 0.35):
            power = random_power(rng, plan.wild_powers)
            if power is not None:
                entry["power"] = power
            entry["criteria"] = children(depth + 1, chain)
            return entry
        left[0] -= 1
        entry["scale"] = rng.choice(list(scales))
        if rng.random() < plan.together:
            entry["together"] = rng.choice(["mean", "min", "max"])
        if rng.random() < 0.05:
            entry["question"] = random_label(rng)
        return entry

    def children(depth, chain):
        count = rng.randint(1, 3) if chain else rng.choice([1, 2, 3, 4, 5, 8])
        if depth == 0 and not chain:
            count = max(count, rng.randint(1, max(1, plan.budget // 4)))
        result = [node(depth, chain and i == 0) for i in range(count)]
        for entry in result:
            if rng.random() < plan.shadows:
                entry.update(rng.choice([{"weight": 0}, {"informational": True}]))
        if not any(counts(entry) for entry in result):
            entry = rng.choice(result)
            entry.pop("informational", None)
            if entry.get("weight") == 0:
                entry["weight"] = 1
        rng.shuffle(result)
        return result

    model = {"format": "rapport-model/1", "id": "model-%d" % rng.randint(0, 99), "version": "1.2.%d" % rng.randint(0, 9),
             "scales": scales, "criteria": children(0, plan.deepest == 32)}
    power = random_power(rng, plan.wild_powers)
    if power is not None:
        model["power"] = power
    if rng.random() < 0.3:
        model["target"] = random_number(rng, 0, 100)
    if rng.random() < 0.3:
        model["missing"] = rng.choice(["strict", "strict", "exclude"])
        if rng.random() < 0.8:
            model["minimum_coverage"] = rng.choice([0, 0.5, 1, rng.random()])
    if plan.floor and rng.random() < 0.5:
        model["anonymity_floor"] = plan.floor
    model["gates"] = random_gates(rng, nodes)
    model["bands"] = random_bands(rng)
    if rng.random() < 0.3:
        model["overlays"] = random_overlays(rng, model, nodes)
    for key in ("gates", "overlays"):
        if not model.get(key):
            model.pop(key, None)
    return model, nodes


def counts(entry):
    return entry.get("weight", 1) > 0 and not entry.get("informational", False)


def random_gates(rng, nodes):
    gates, used = [], set()
    for i in range(rng.choice([0, 0, 1, 2, 4, 8])):
        gate = {"id": random_id(rng, used, "g")}
        if rng.random() < 0.7:
            gate["node"] = rng.choice(nodes)["id"]
            gate["below"] = rng.choice([0, 12.5, 37.5, 50, 75, 100, random_number(rng, 0, 100)])
            if rng.random() < 0.7:
                gate["view"] = rng.choice(["any", "all", "joint"])
        else:
            gate["measure"] = rng.choice(["net-benefit", "balance", "burden-overload", "skill-coverage"])
            limit = {"net-benefit": rng.choice([0, 100, -50.5]), "balance": rng.choice([0.8, 0.5, 1]),
                     "burden-overload": rng.choice([1.5, 1, 2.25]), "skill-coverage": rng.choice([0.6, 1, 0])}[gate["measure"]]
            gate[rng.choice(["below", "above"])] = limit
            if gate["measure"] == "net-benefit" and rng.random() < 0.6:
                gate["view"] = rng.choice(["any", "all"])
        gate["effect"] = rng.choice(["fail", "cap", "cap", "cap", "flag"])
        if gate["effect"] == "cap":
            gate["cap"] = rng.choice([39, 54, 69, 0, 100, random_number(rng, 0, 100)])
        gates.append(gate)
    return gates


def random_bands(rng):
    if rng.random() < 0.4:
        starts = [0, 40, 55, 70, 85]
    else:
        starts = sorted({0} | {random_number(rng, 1, 100) for i in range(rng.randint(0, 6))})
    bands = []
    for i, start in enumerate(starts):
        band = {"id": "b%d" % i, "from": start}
        if i > 0 and rng.random() < 0.4:
            requires = {"every_group": rng.choice([70, 40, random_number(rng, 0, 100)]),
                "weakest_party": random_number(rng, 0, 100),
                        "balance": rng.choice([0.8, 0.5, 0, 1]), "coverage": rng.choice([0.9, 0.5, 1, 0]),
                        "no_undecided_gates": rng.random() < 0.8}
            band["requires"] = {k: v for k, v in requires.items() if rng.random() < 0.5}
        bands.append(band)
    return bands


def random_overlays(rng, model, nodes):
    overlays, names = {}, set()
    for i in range(rng.randint(1, 2)):
        weights, targets = {}, {}
        for entry in nodes:
            old = entry.get("weight", 1)
            if rng.random() < 0.2:
                factor = rng.choice([1.5, 0.5, 2, 1, rng.uniform(0.1, 10)])
                if old == 0 or 1e-12 <= old * factor <= 1e12:
                    weights[entry["id"]] = factor
            if rng.random() < 0.1:
                targets[entry["id"]] = random_number(rng, 0, 100)
        for group in [model] + [n for n in nodes if "criteria" in n]:
            others = [c for c in group["criteria"] if counts(c)]
            if len(others) > 1 and rng.random() < 0.05:
                weights[rng.choice(others)["id"]] = 0
        overlay = {"weights": weights, "targets": targets}
        overlays[random_id(rng, names, "o")] = {k: v for k, v in overlay.items() if v or rng.random() < 0.5}
    return overlays


# ---------------------------------------------------------------- a random assessment


def random_answer(rng, scale, value):
    """An answer that fits the scale; `value` leans it towards an end."""
    kind = scale["kind"]
    if kind == "levels":
        count = len(scale["levels"])
        level = {"zero": 1, "full": count, "same": min(2, count), "high": rng.randint((count + 1) // 2, count)}.get(
            value, rng.randint(1, count))
        if "id" in scale["levels"][level - 1] and rng.random() < 0.5:
            return scale["levels"][level - 1]["id"]
        return level
    if kind == "yesno":
        return {"zero": False, "full": True, "same": True}.get(value, rng.random() < 0.6)
    if kind == "choice":
        choices = sorted(scale["choices"], key=lambda c: (c["points"], c["id"]))
        return {"zero": choices[0], "full": choices[-1], "same": choices[0]}.get(value, rng.choice(choices))["id"]
    ends = number_ends(scale)
    if value == "zero":
        return ends[0]
    if value == "full":
        return ends[-1]
    if value == "same":
        return ends[0] + (ends[-1] - ends[0]) / 2
    low, high = min(ends), max(ends)
    shape = rng.random()
    if shape < 0.1:
        return rng.choice([low - (high - low), high + (high - low), 1e300, -1e300, 0, -0.0])
    if shape < 0.25:
        return rng.choice(ends)
    return rng.uniform(low, high)


def number_ends(scale):
    """Places that matter on a number scale, the worst first where there is one."""
    if "points" in scale:
        return [x for x, y in scale["points"]]
    if "range" in scale:
        r = scale["range"]
        return [r["zero_below"], r["zero_above"], r["full_to"], r["full_from"]]
    shape = scale.get("linear") or scale["exponential"]
    return [shape["worst"], shape["best"]]


def random_reaction(rng, plan, scale, blocked):
    """A rater's entry; Ellipsis stands for no entry at all."""
    if blocked:
        return None if rng.random() < 0.1 else Ellipsis
    r = rng.random()
    if r < plan.missing:
        answer = rng.choice([Ellipsis, None, "dont-know", "declined"])
    elif rng.random() < plan.not_applicable * 0.5:
        answer = "n/a"
    else:
        answer = random_answer(rng, scale, plan.value)
    if answer is not Ellipsis and rng.random() < 0.05:
        answer = {"answer": answer}
        if rng.random() < 0.5:
            answer["confidence"] = rng.choice([0, 1, 0.5])
        if rng.random() < 0.5:
            answer["note"] = random_label(rng)
        if rng.random() < 0.5:
            answer["evidence"] = ["contract 4711"][:rng.randint(0, 1)]
    return answer


def random_people(rng, plan, scale_of, facts):
    parties, used = [], set()
    dead = {name for name in scale_of if rng.random() < plan.not_applicable * 0.3}
    for i in range(plan.parties):
        party = {"id": random_id(rng, used, "p"), "raters": []}
        if rng.random() < 0.4:
            party["weight"] = rng.choice([1, 2, 0.5, 1e12, 1e-12]) if plan.weights == "extreme" else rng.uniform(0.1, 5)
        if rng.random() < 0.5:
            party["voice"] = rng.choice(["raters", "one"])
        if rng.random() < 0.1:
            party["title"] = random_label(rng)
        raters = set()
        for j in range(0 if rng.random() < 0.06 else rng.randint(1, plan.raters)):
            rater = {"id": random_id(rng, raters, "r"), "answers": {}}
            if rng.random() < 0.3:
                rater["weight"] = rng.choice([1, 3, rng.uniform(0.1, 5)])
            if rng.random() < 0.1:
                rater["role"] = "purchasing lead"
            lazy = rng.random() < 0.1
            for name, scale in scale_of.items():
                if lazy and rng.random() < 0.7:
                    continue
                reaction = "n/a" if name in dead and name not in facts else random_reaction(rng, plan, scale, name in facts)
                if reaction is not Ellipsis:
                    rater["answers"][name] = reaction
            party["raters"].append(rater)
        parties.append(party)
    return parties


def random_measures(rng, parties):
    names = [party["id"] for party in parties]
    measures = {}

    def table(low, high, whole):
        keep = names if rng.random() < 0.8 else [n for n in names if rng.random() < 0.7]
        if rng.random() < 0.1:
            return {name: 100 for name in keep}
        return {name: rng.randint(low, high) if whole else rng.uniform(low, high) for name in keep}

    if rng.random() < 0.7:
        measures["benefits"] = table(-20 if rng.random() < 0.2 else 0, 1000, rng.random() < 0.5)
    if rng.random() < 0.6:
        measures["burdens"] = table(0, 500, rng.random() < 0.5)
    if rng.random() < 0.4:
        measures["alternatives"] = table(-200, 500, rng.random() < 0.5)
    if rng.random() < 0.4:
        measures["agreed_shares"] = {k: v for k, v in table(0 if rng.random() < 0.2 else 1, 10, rng.random() < 0.5).items()}
    if rng.random() < 0.4:
        skills = ["design", "logistics", "law"]
        measures["skills"] = {
            "required": {s: rng.choice([1, 2, 0.5, 0]) for s in skills if rng.random() < 0.8},
            "parties": {n: {s: random_number(rng, 0, 1) if rng.random() < 0.9 else 1
                            for s in measures_skills(rng, skills)} for n in names if rng.random() < 0.9}}
        required = measures["skills"]["required"]
        for table_ in measures["skills"]["parties"].values():
            for skill in list(table_):
                if skill not in required:
                    del table_[skill]
    return measures


def measures_skills(rng, skills):
    return [s for s in skills if rng.random() < 0.7]


def know_builtins(folder):
    """Learns the shape of the built-in models from their documents, so that random answers can be given to them."""
    for entry in sorted(os.listdir(folder)) if folder and os.path.isdir(folder) else []:
        if entry.endswith(".json"):
            with open(os.path.join(folder, entry), "rb") as stream:
                model = json.loads(stream.read().decode("utf-8"))
            scale_of = {}

            def walk(children):
                for child in children:
                    if "criteria" in child:
                        walk(child["criteria"])
                    else:
                        scale_of[child["id"]] = model["scales"][child["scale"]]

            walk(model["criteria"])
            BUILTINS[entry[:-5]] = (scale_of, sorted(model.get("overlays", {})))


def document(seed):
    rng = random.Random("rapport %s" % seed)
    plan = Plan(rng)
    files = {}
    doc = {"format": "rapport-assessment/1", "id": "a-%s" % seed, "partnership": rng.choice(["Northwind and Contoso",
        "信頼", """ "&" """]),
           "date": "%04d-%02d-%02d" % (rng.choice([1970, 2000, 2024, 2026]), rng.randint(1, 12), rng.randint(1, 28))}
    if rng.random() < 0.05:
        doc["date"] = rng.choice(["2024-02-29", "2000-02-29", "2026-12-31", "2026-04-30"])
    place = rng.random()
    overlays = []
    if BUILTINS and place < 0.06:
        doc["model"] = rng.choice(sorted(BUILTINS))
        scale_of, overlays = BUILTINS[doc["model"]]
    else:
        model, nodes = random_model(rng, plan)
        scale_of = {n["id"]: model["scales"][n["scale"]] for n in nodes if "scale" in n}
        overlays = sorted(model.get("overlays", {}))
        if place < 0.2:
            name = rng.choice(["model.json", "other model.json"])
            doc["model"] = {"file": name}
            files[name] = dump(rng, model)
        else:
            doc["model"] = model
    if rng.random() < 0.6 and overlays:
        doc["kind"] = rng.choice(overlays)
    elif rng.random() < 0.1:
        doc["kind"] = "just a label"
    if plan.floor and rng.random() < 0.7:
        doc["anonymity_floor"] = plan.floor
    facts = {name: random_answer(rng, scale, plan.value) for name, scale in scale_of.items() if rng.random() < plan.facts}
    if facts or rng.random() < 0.1:
        doc["facts"] = facts
    doc["parties"] = random_people(rng, plan, scale_of, facts)
    if rng.random() < 0.4:
        doc["measures"] = random_measures(rng, doc["parties"])
    files[MAIN] = dump(rng, doc)
    return Case(str(seed), files)


# ---------------------------------------------------------------- one document with everything in it


def rich():
    """A valid assessment that uses every key of both documents; each invalid one is this with one thing changed."""
    model = {
        "format": "rapport-model/1", "id": "supplier-review", "version": "1.0.0", "title": "Supplier review",
        "description": {"en": "All keys", "de": "Alle"}, "missing": "exclude", "minimum_coverage": 0.5, "anonymity_floor": 1,
        "power": 1, "target": 75,
        "scales": {
            "maturity": {"kind": "levels", "levels": [{"id": "absent", "label": "Absent"}, {"label": "One-sided"},
                                                      {"label": "Agreed"}, {"label": "Measured"}, {"id": "top"}]},
            "turned": {"kind": "levels", "levels": [{}, {}, {}], "reversed": True},
            "given": {"kind": "levels", "levels": [{"points": 0}, {"points": 30}, {"points": 100}]},
            "on-time": {"kind": "number", "unit": "%", "points": [[80, 0], [95, 80], [100, 100]]},
            "lead-time": {"kind": "number", "linear": {"worst": 30, "best": 5}},
            "window": {"kind": "number", "range": {"zero_below": 0, "full_from": 10, "full_to": 20, "zero_above": 40}},
            "curve": {"kind": "number", "exponential": {"worst": 0, "best": 10, "rho": 5}},
            "certified": {"kind": "yesno"},
            "region": {"kind": "choice", "choices": [{"id": "local", "label": "Local", "points": 100},
                                                     {"id": "overseas", "points": 40}]}},
        "criteria": [
            {"id": "honesty", "title": "Honesty", "weight": 20, "power": 0, "target": 80, "informational": False, "criteria": [
                {"id": "trust", "title": "Trust", "question": "Do you?", "weight": 7, "scale": "maturity", "together": "min",
                 "target": 75, "informational": False, "anchors": ["a", "b", "c", {"en": "d"}, "e"]},
                {"id": "integrity", "weight": 6, "scale": "maturity", "together": "max"}]},
            {"id": "delivery", "weight": 10, "scale": "on-time"}, {"id": "speed", "scale": "lead-time"},
            {"id": "stock", "scale": "window"}, {"id": "growth", "scale": "curve"}, {"id": "audit", "scale": "certified"},
            {"id": "place", "scale": "region"}, {"id": "risk", "scale": "turned"}, {"id": "step", "scale": "given"}],
        "gates": [
            {"id": "breach", "title": "Breach", "node": "integrity", "view": "any", "below": 12.5, "effect": "fail"},
            {"id": "weak", "node": "trust", "view": "joint", "below": 37.5, "effect": "cap", "cap": 54},
            {"id": "win-lose", "measure": "net-benefit", "view": "all", "below": 0, "effect": "flag"},
            {"id": "overload", "measure": "burden-overload", "above": 1.5, "effect": "cap", "cap": 54}],
        "bands": [
            {"id": "at-risk", "title": "At risk", "from": 0}, {"id": "cooperative", "from": 40},
            {"id": "best", "from": 85, "requires": {"every_group": 70, "weakest_party": 75, "balance": 0.8, "coverage": 0.9,
                                                    "no_undecided_gates": True}}],
        "overlays": {"supplier": {"weights": {"delivery": 1.5}, "targets": {"trust": 100}}}}
    return {
        "format": "rapport-assessment/1", "id": "2026-q3", "partnership": "Northwind and Contoso", "date": "2026-09-30",
        "kind": "supplier", "model": model, "anonymity_floor": 1,
        "parties": [
            {"id": "northwind", "title": "Northwind", "weight": 1, "voice": "raters", "raters": [
                {"id": "n1", "role": "purchasing lead", "weight": 1, "answers": {
                    "trust": 4, "integrity": "dont-know", "place": "local", "audit": True, "speed": 12.5, "stock": None,
                    "risk": {"answer": 3, "confidence": 0.8, "note": "seen", "evidence": ["contract 4711"]}}},
                {"id": "n2", "answers": {"trust": "top"}}]},
            {"id": "contoso", "voice": "one", "raters": [{"id": "c1", "answers": {"trust": 2, "growth": "declined"}}]}],
        "facts": {"delivery": 96.5, "step": 2},
        "measures": {
            "benefits": {"northwind": 420000, "contoso": 310000}, "burdens": {"northwind": 150000, "contoso": 90000},
            "alternatives": {"northwind": 300000, "contoso": 250000}, "agreed_shares": {"northwind": 0.5, "contoso": 0.5},
            "skills": {"required": {"design": 3}, "parties": {"northwind": {"design": 0.9}, "contoso": {"design": 0.1}}},
            "aims": {"now": {"northwind": {"growth": 3, "cost": 1}, "contoso": {"growth": 1, "cost": 3}}, "future": {},
                     "believed": {"now": {"northwind": {"contoso": {"growth": 1, "cost": 1}}}}},
            "plan_chain": {"vision": [], "strategies": [], "actions": []}}}


# ---------------------------------------------------------------- the last value that is still right


def edges():
    """Valid documents at the limits, next to which the invalid ones stand."""
    m, c, a = M, M + "/criteria/", N1 + "/answers/"
    changes = [
        ("rich", "/id", "2026-q3"), ("id-64", "/id", "q" * 64), ("id-signs", "/id", "-._0"), ("id-one", c + "1/id", "delivery"),
        ("id-xx", "/id", "xx"), ("date-leap", "/date", "2024-02-29"), ("date-leap-400", "/date", "2000-02-29"),
        ("date-last", "/date", "2026-12-31"), ("weight-least", c + "2/weight", 1e-12), ("weight-most", c + "2/weight", 1e12),
        ("weight-zero", c + "0/weight", 0), ("party-weight", "/parties/1/weight", 1e-9), ("power-least", c + "0/power", 0.01),
        ("power-minus-least", c + "0/power", -0.01), ("power-most", c + "0/power", 100), ("power-minus-most",
        c + "0/power", -100),
        ("power-min", c + "0/power", "min"), ("power-max", c + "0/power", "max"), ("root-power-min", m + "/power", "min"),
        ("target-0", m + "/target", 0), ("target-100", c + "0/criteria/0/target", 100), ("floor-1", "/anonymity_floor", 1),
        ("floor-2", "/anonymity_floor", 2), ("floor-whole", m + "/anonymity_floor", 3.0), ("coverage-0",
        m + "/minimum_coverage", 0),
        ("strict", m + "/missing", "strict"), ("levels-101", m + "/scales/turned/levels", [{}] * 101),
        ("levels-flat", m + "/scales/given/levels", [{"points": 5}, {"points": 5}, {"points": 70}]),
        ("knots-16", m + "/scales/on-time/points", [[6 * i, 100 - 5 * i] for i in range(16)]),
        ("range-point", m + "/scales/window/range", {"zero_below": 0, "full_from": 10, "full_to": 10, "zero_above": 12.5}),
        ("rho-minus", m + "/scales/curve/exponential/rho", -0.001), ("band-100", m + "/bands/2/from", 100),
        ("one-band", m + "/bands", [{"id": "all", "from": 0}]), ("no-gates", m + "/gates", []), ("gate-0",
        m + "/gates/0/below", 0),
        ("gate-100", m + "/gates/0/below", 100), ("cap-0", m + "/gates/3/cap", 0), ("level-1", a + "trust", 1),
        ("level-last", a + "trust", 5), ("level-float", a + "trust", 4.0), ("level-id", a + "trust", "absent"),
        ("answer-null", a + "risk/answer", None), ("answer-na", a + "risk/answer", "n/a"), ("answer-x", a + "x", {"any": 1}),
        ("fact-rated-null", a + "delivery", None), ("fact-far", "/facts/delivery", 1e308), ("facts-x", "/facts/x", [1]),
        ("raters-0", "/parties/1/raters", []), ("confidence-0", a + "risk/confidence", 0), ("kind-label", "/kind", "friend"),
        ("parties-64", "/parties", [{"id": "p%d" % i, "raters": []} for i in range(62)] + rich()["parties"]),
        ("measures-0", "/measures", {}), ("overlay-0", m + "/overlays/supplier", {}), ("title-none", "/parties/0/title",
        {"en": "N"})]
    cases = [Case("edge-" + name, {MAIN: encoded(changed(path, value))}) for name, path, value in changes]
    bare = rich()
    for key in ("kind", "anonymity_floor", "facts", "measures"):
        del bare[key]
    for key in ("title", "description", "missing", "minimum_coverage", "anonymity_floor", "power", "target", "gates",
        "overlays"):
        del bare["model"][key]
    cases.append(Case("edge-bare", {MAIN: encoded(bare)}))
    deep = small([nested(32)])
    deep["parties"][0]["raters"][0]["answers"]["leaf"] = True
    cases.append(Case("edge-deep-32", {MAIN: encoded(deep)}))
    text = encoded(rich()).decode("utf-8")
    swaps = [("pair", '"Northwind"', '"\\ud83e\\udd1d"'), ("crlf", "\n", "\r\n"), ("minus-zero", '"growth": "declined"',
        '"growth": -0.0e-9'),
             ("small-number", '"speed": 12.5', '"speed": 1e-400'), ("exponent", '"speed": 12.5', '"speed": 125E-1'),
             ("escaped-key", '"speed": 12.5', '"\\u0073peed": 12.5'), ("slash", '"Northwind"', '"a\\/b\\u007f"')]
    for name, old, new in swaps:
        assert old in text, old
        cases.append(Case("edge-" + name, {MAIN: text.replace(old, new).encode("utf-8")}))
    spaced = " \t\r\n" + text + "\n\n "
    cases.append(Case("edge-space", {MAIN: spaced.encode("utf-8")}))
    return cases


# ---------------------------------------------------------------- one error each


class Invalid(Case):
    """`path`: where the reference puts the error; `within`: the part every reader must name; `mention`: a word the message
    must hold; `unsure`: the documents do not say it in so many words, so that a reader may accept it."""

    def __init__(self, name, rule, data, path, within=None, mention=None, unsure=False, files=None, extra=None):
        super().__init__(name, dict(extra or {}))
        self.files[MAIN] = data
        self.rule, self.path = rule, path
        self.within = path if within is None else within
        self.mention, self.unsure = mention, unsure


M = "/model"
N1 = "/parties/0/raters/0"
REMOVE = object()


def at(doc, path):
    for part in path.split("/")[1:]:
        doc = doc[int(part)] if isinstance(doc, list) else doc[part]
    return doc


def changed(path, value):
    doc = copy.deepcopy(rich())
    if path == "":
        return value
    head, _, last = path.rpartition("/")
    owner = at(doc, head)
    if value is REMOVE:
        del owner[last]
    elif isinstance(owner, list):
        owner[int(last):int(last) + 1] = [value]
    else:
        owner[last] = value
    return doc


def encoded(doc):
    return json.dumps(doc, ensure_ascii=False, indent=1).encode("utf-8")


REQUIRED = {"": "format id partnership date model parties", M: "format id version criteria bands", M + "/criteria/0": "id",
            M + "/criteria/0/criteria/0": "id", M + "/scales/maturity": "kind levels",
            M + "/scales/region": "kind choices", M + "/scales/region/choices/0": "id points", M + "/scales/certified": "kind",
            M + "/scales/lead-time/linear": "worst best", M + "/scales/curve/exponential": "worst best rho",
            M + "/scales/window/range": "zero_below full_from full_to zero_above", M + "/gates/0": "id effect",
            M + "/bands/1": "id from", "/parties/0": "id raters", N1: "id answers"}


def rule_errors():
    """(name, rule, path of the change, new value[, exact path[, path every reader must name[, unsure]]])"""
    m = M
    c = m + "/criteria/"
    yield "format-version", "the format is known", "/format", "rapport-assessment/2"
    yield "format-other", "the format is this document's", "/format", "rapport-model/1"
    yield "model-format", "the format of the model", m + "/format", "rapport-model/0"
    for i, wrong in enumerate(["", "X", "a b", "ä", "a/b", "x", "q" * 65, "Trust", "a\n"]):
        yield "id-%d" % i, "ids are 1..64 of a-z 0-9 . _ -", "/id", wrong
        yield "node-id-%d" % i, "ids are 1..64 of a-z 0-9 . _ -", c + "1/id", wrong
    for place in ("/parties/0/id", N1 + "/id", m + "/id", m + "/gates/0/id", m + "/bands/0/id",
                  m + "/scales/region/choices/0/id", m + "/scales/maturity/levels/0/id"):
        yield "id-at" + place.replace("/", "-"), "ids are 1..64 of a-z 0-9 . _ -", place, "Not an id"
    for i, wrong in enumerate(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "26-01-01", "2026/01/01",
                               "2026-01-01T00:00", "", "1900-02-29", "2026-01-00", " 2026-01-01", "2026-01-1a", "-026-01-01"]):
        yield "date-%d" % i, "a real date", "/date", wrong
    for i, wrong in enumerate([-1, 1e-13, 1e13, -1e-300, 1e-300]):
        yield "weight-%d" % i, "non-zero weights lie in 1e-12..1e12", c + "1/weight", wrong
        yield "group-weight-%d" % i, "non-zero weights lie in 1e-12..1e12", c + "0/weight", wrong
    for i, wrong in enumerate([0.009, -0.009, 100.5, -101, "avg", "inf", "MIN"]):
        yield "power-%d" % i, "powers are 0, 0.01..100 in magnitude, min or max", c + "0/power", wrong
        yield "root-power-%d" % i, "powers are 0, 0.01..100 in magnitude, min or max", m + "/power", wrong
    for i, wrong in enumerate([-1, 100.5]):
        for place in (m + "/target", c + "0/target", c + "0/criteria/0/target", m + "/overlays/supplier/targets/trust",
                      m + "/gates/1/cap", m + "/bands/2/requires/every_group", m + "/bands/2/requires/weakest_party",
                      m + "/scales/region/choices/0/points", m + "/scales/given/levels/2/points",
                      m + "/scales/on-time/points/1/1"):
            yield "points%s-%d" % (place.replace("/", "-"), i), "points lie in 0..100", place, wrong
        yield "band-from-%d" % i, "bands lie in 0..100", m + "/bands/2/from", wrong
        yield "threshold-%d" % i, "thresholds of nodes are points", m + "/gates/0/below", wrong, None, None, True
    for i, wrong in enumerate([-0.1, 1.1]):
        for place in (m + "/minimum_coverage", m + "/bands/2/requires/balance", m + "/bands/2/requires/coverage",
                      N1 + "/answers/risk/confidence"):
            yield "share%s-%d" % (place.replace("/", "-"), i), "lies in 0..1", place, wrong
    for place in (m + "/anonymity_floor", "/anonymity_floor"):
        for i, wrong in enumerate([-1, 2.5]):
            yield "floor%s-%d" % (place.replace("/", "-"), i), "the floor is a whole number from 1", place, wrong
        yield "floor%s-0" % place.replace("/", "-") + "z", "the floor is a whole number from 1", place, 0, None, None, True
    for i, wrong in enumerate([0, -1]):
        yield "party-weight-%d" % i, "party weights are > 0", "/parties/0/weight", wrong
        yield "rater-weight-%d" % i, "rater weights are > 0", N1 + "/weight", wrong
    for place, wrong in ((m + "/missing", "worst"), (c + "0/criteria/0/together", "median"), ("/parties/0/voice", "two"),
                         (m + "/gates/0/view", "some"), (m + "/gates/0/effect", "warn"), (m + "/scales/certified/kind",
                         "bool")):
        yield "choice" + place.replace("/", "-"), "one of the words listed", place, wrong

    # scales
    yield "levels-1", "2..101 levels", m + "/scales/turned/levels", [{}]
    yield "levels-0", "2..101 levels", m + "/scales/turned/levels", []
    yield "levels-102", "2..101 levels", m + "/scales/turned/levels", [{}] * 102
    yield "levels-some-points", "points on all levels", m + "/scales/given/levels", [{"points": 0}, {}, {"points": 100}]
    yield "levels-zigzag", "monotone points", m + "/scales/given/levels", [{"points": 0}, {"points": 60},
        {"points": 50}], None, m + "/scales/given"
    yield "levels-reversed-points", "reversed not together with points", m + "/scales/given", dict(
        rich()["model"]["scales"]["given"], reversed=True), m + "/scales/given/reversed", m + "/scales/given"
    yield "levels-twice", "ids are unique in their list", m + "/scales/turned/levels", [{"id": "a"}, {"id": "b"},
        {"id": "a"}], \
        m + "/scales/turned/levels/2/id", m + "/scales/turned/levels/2"
    knots = m + "/scales/on-time/points"
    yield "knots-1", "2..16 knots", knots, [[0, 0]]
    yield "knots-17", "2..16 knots", knots, [[i, i] for i in range(17)]
    yield "knots-equal", "x strictly increasing", knots, [[80, 0], [80, 80]], knots + "/1/0", knots + "/1"
    yield "knots-falling", "x strictly increasing", knots, [[80, 0], [70, 80]], knots + "/1/0", knots + "/1"
    yield "knot-short", "a knot is a pair", knots + "/1", [95]
    yield "knot-long", "a knot is a pair", knots + "/1", [95, 80, 1]
    yield "number-none", "exactly one of the shapes", m + "/scales/lead-time", {"kind": "number"}
    yield "number-two", "exactly one of the shapes", m + "/scales/lead-time", {
        "kind": "number", "linear": {"worst": 3, "best": 5}, "points": [[0, 0], [1, 100]]}
    yield "linear-flat", "worst and best differ", m + "/scales/lead-time/linear", {"worst": 5, "best": 5}
    yield "curve-flat", "worst and best differ", m + "/scales/curve/exponential", {"worst": 5, "best": 5, "rho": 1}
    yield "curve-rho", "rho is not 0", m + "/scales/curve/exponential/rho", 0
    for i, four in enumerate([(10, 10, 20, 40), (0, 20, 10, 40), (0, 10, 40, 40), (40, 20, 10, 0)]):
        yield "range-%d" % i, "zero_below < full_from <= full_to < zero_above", m + "/scales/window/range", dict(
            zip(("zero_below", "full_from", "full_to", "zero_above"), four))
    yield "choices-0", "a choice has choices", m + "/scales/region/choices", [], None, None, True
    yield "choices-twice", "ids are unique in their list", m + "/scales/region/choices/1/id", "local", None, \
        m + "/scales/region/choices/1"
    for state in ("dont-know", "declined"):
        yield "choice-" + state, "choice ids may not be a state's name", m + "/scales/region/choices/1/id", state
    yield "scale-id", "ids are 1..64 of a-z 0-9 . _ -", m + "/scales/A b", {"kind": "yesno"}
    yield "reversed-yesno", "unknown keys", m + "/scales/certified/reversed", True, None, m + "/scales/certified"
    yield "points-on-levels", "unknown keys", m + "/scales/turned/points", [[0, 0], [1, 1]], None, m + "/scales/turned"

    # nodes
    yield "criteria-0", "criteria are not empty", m + "/criteria", []
    yield "group-0", "criteria are not empty", c + "0/criteria", []
    yield "criteria-and-scale", "exactly one of criteria and scale", c + "0/scale", "maturity", c + "0", c + "0"
    yield "neither", "exactly one of criteria and scale", c + "1", {"id": "delivery", "weight": 10}
    yield "scale-unknown", "the scale exists", c + "1/scale", "on-tim"
    yield "scale-inline", "the scale is named", c + "1/scale", {"kind": "yesno"}
    yield "node-twice", "node ids are unique in the whole model", c + "2/id", "trust", None, c + "2"
    yield "node-as-group", "node ids are unique in the whole model", c + "2/id", "honesty", None, c + "2"
    yield "group-sum", "the sum of counting siblings is positive", c + "0/criteria", [
        {"id": "trust", "scale": "maturity", "weight": 0}, {"id": "integrity", "scale": "maturity",
            "informational": True}], None, c + "0"
    yield "anchors-short", "an anchor for every level", c + "0/criteria/0/anchors", ["a", "b"], None, None, True
    yield "anchors-elsewhere", "anchors are for levels", c + "1/anchors", ["a"], None, c + "1", True
    yield "together-group", "together is a criterion's", c + "0/together", "min", None, c + "0", True
    yield "power-criterion", "power is a group's", c + "1/power", 2, None, c + "1", True

    # gates
    g = m + "/gates/"
    yield "gate-twice", "ids are unique in their list", g + "1/id", "breach", None, g + "1"
    yield "gate-node", "the node exists", g + "0/node", "integrty"
    yield "gate-measure", "the measure exists", g + "2/measure", "profit"
    yield "gate-both", "exactly one of node and measure", g + "0/measure", "balance", g + "0"
    yield "gate-neither", "exactly one of node and measure", g + "0", {"id": "breach", "below": 12.5, "effect": "fail"}
    yield "gate-threshold", "a gate needs its threshold", g + "0", {"id": "breach", "node": "trust", "effect": "fail"}
    yield "gate-measure-threshold", "a gate needs its threshold", g + "2", {"id": "w", "measure": "balance", "effect": "fail"}
    yield "gate-two-thresholds", "below or above", g + "3/below", 1, g + "3"
    yield "gate-node-above", "node gates take below", g + "0", {"id": "b", "node": "trust", "above": 5, "effect": "fail"}
    yield "gate-cap", "cap needs cap", g + "1", {"id": "weak", "node": "trust", "below": 37.5, "effect": "cap"}
    yield "gate-idle-cap", "cap belongs to cap", g + "0/cap", 54, g + "0", None, True
    yield "gate-view", "view only where the measure is per party", g + "3/view", "any", None, g + "3"

    # bands
    b = m + "/bands"
    yield "bands-0", "bands cover 0..100", b, []
    yield "bands-hole", "the first band starts at 0", b + "/0/from", 5, None, b + "/0"
    yield "bands-equal", "bands rise strictly", b + "/2/from", 40, None, b + "/2"
    yield "bands-falling", "bands rise strictly", b + "/2/from", 20, None, b + "/2"
    yield "bands-twice", "ids are unique in their list", b + "/2/id", "at-risk", None, b + "/2"
    yield "bands-first", "the first band is without requires", b + "/0/requires", {"coverage": 0.5}, None, b + "/0"

    # overlays
    o = m + "/overlays/supplier"
    yield "overlay-node", "the node exists", o + "/weights/deliver", 2
    yield "overlay-target", "the node exists", o + "/targets/deliver", 2
    yield "overlay-factor", "weights are not negative", o + "/weights/delivery", -1
    yield "overlay-huge", "weights lie in 1e-12..1e12", o + "/weights/delivery", 1e13, None, None, True
    yield "overlay-sum", "the sum of counting siblings is positive", o + "/weights", {"trust": 0, "integrity": 0}, o, m, True
    yield "overlay-id", "ids are 1..64 of a-z 0-9 . _ -", m + "/overlays/A", {}

    # answers
    a = N1 + "/answers/"
    for i, wrong in enumerate([0, 6, -1, 2.5, 1e300, "tops", True, "", "Absent"]):
        yield "level-%d" % i, "a level number or level id", a + "trust", wrong
    for i, wrong in enumerate(["12", True, "local"]):
        yield "number-%d" % i, "a number", a + "speed", wrong
    for i, wrong in enumerate([1, 0, "true", "yes"]):
        yield "boolean-%d" % i, "a boolean", a + "audit", wrong
    for i, wrong in enumerate([1, True, "mars", "Local"]):
        yield "region-%d" % i, "a choice id", a + "place", wrong
    for i, wrong in enumerate([[], [1], "na", "N/A", "don't-know", "unanswered", "missing"]):
        yield "answer-%d" % i, "an answer or a state", a + "trust", wrong
    yield "answer-object", "an answer or a state", a + "risk/answer", 9, None, a + "risk"
    yield "answer-empty", "an answer has an answer", a + "risk", {}, None, None, True
    yield "answer-nested", "an answer is bare", a + "risk/answer", {"answer": 1}, None, a + "risk"
    yield "answer-unknown", "answers are for known ids", a + "trusty", 3
    yield "answer-group", "answers are not for groups", a + "honesty", 3
    yield "answer-fact", "no rating of a criterion with a fact", a + "delivery", 90
    for state in ("n/a", "dont-know", "declined"):
        yield "answer-fact-" + state.replace("/", ""), "no rating of a criterion with a fact", a + "delivery", state, \
            None, None, True
    yield "evidence-item", "evidence is text", a + "risk/evidence", [4711], a + "risk/evidence/0", a + "risk/evidence"
    yield "fact-unknown", "facts are for known ids", "/facts/delivary", 90
    yield "fact-group", "facts are not for groups", "/facts/honesty", 3
    for i, wrong in enumerate(["n/a", "dont-know", {"answer": 90}, True, [90]]):
        yield "fact-%d" % i, "a fact is a bare value, never a state", "/facts/delivery", wrong
    yield "fact-null", "a fact is a bare value, never a state", "/facts/delivery", None, None, None, True
    for i, wrong in enumerate([0, 4, 1.5]):
        yield "fact-level-%d" % i, "a fact fits its scale", "/facts/step", wrong

    # people
    yield "parties-0", "1..64 parties", "/parties", []
    yield "parties-65", "1..64 parties", "/parties", [{"id": "p%d" % i, "raters": []} for i in range(65)]
    yield "party-twice", "ids are unique in their list", "/parties/1/id", "northwind", None, "/parties/1"
    yield "rater-twice", "ids are unique in their list", "/parties/0/raters/1/id", "n1", None, "/parties/0/raters/1"

    # measures
    s = "/measures/"
    for key in ("benefits", "burdens", "alternatives", "agreed_shares"):
        yield "measure-" + key, "the party exists", s + key + "/fabrikam", 1
        yield "measure-text-" + key, "a number", s + key + "/contoso", "1"
    yield "measure-skills", "the party exists", s + "skills/parties/fabrikam", {}
    yield "measure-aims", "the party exists", s + "aims/now/fabrikam", {}
    yield "measure-believed", "the party exists", s + "aims/believed/now/northwind/fabrikam", {}
    yield "measure-share", "shares are not negative", s + "agreed_shares/contoso", -1, None, None, True
    yield "measure-burden", "burdens are not negative", s + "burdens/contoso", -1, None, None, True
    yield "measure-required", "needs are not negative", s + "skills/required/design", -1, None, None, True

    # where the model comes from
    yield "model-unknown", "the built-in model exists", m, "no-such-model"
    yield "model-number", "a name, a file or a model", m, 5
    yield "model-empty", "a name, a file or a model", m, {}
    for i, name in enumerate(["/tmp/model.json", "../model.json", "a/../model.json", "a/..", ".."]):
        yield "model-file-%d" % i, "absolute paths and .. are refused", m + "", {"file": name}, m + "/file", m
    yield "model-file-number", "the file is named", m, {"file": 5}, m + "/file", m


def invalid():
    """Every invalid document, each with the rule that it breaks."""
    cases = []
    for entry in rule_errors():
        name, rule, path, value, exact, within, unsure = (list(entry) + [None] * 3)[:7]
        cases.append(Invalid(name, rule, encoded(changed(path, value)), exact or path, within, None, bool(unsure)))
    cases += missing_keys() + unknown_keys() + wrong_types() + broken_texts() + deep_ones() + beside()
    names = [case.name for case in cases]
    assert len(set(names)) == len(names), sorted(n for n in names if names.count(n) > 1)
    return cases


def missing_keys():
    cases = []
    for place, keys in REQUIRED.items():
        for key in keys.split():
            name = "missing%s-%s" % (place.replace("/", "-"), key)
            cases.append(Invalid(name, "required keys", encoded(changed(place + "/" + key, REMOVE)), place, None, key))
    return cases


# objects whose keys are ids of something, where any id may stand
TABLES = ("/facts", M + "/scales", M + "/overlays", N1 + "/answers")


def objects(value, path=""):
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from objects(inner, path + "/" + key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from objects(inner, "%s/%d" % (path, i))


def is_table(path):
    """True for objects whose keys are ids or languages and not ours."""
    parts = path.split("/")
    return (path in TABLES or parts[-1] in ("answers", "weights", "targets", "required", "now", "future", "benefits", "burdens",
                                            "alternatives", "agreed_shares") or "parties" in parts[2:] or "aims" in parts[2:-1]
            and parts[-1] != "believed" or parts[-1] == "description" or "anchors" in parts)


def unknown_keys():
    cases, seen = [], set()
    for path, value in objects(rich()):
        shape = (tuple(sorted(value)), path.count("/"))
        if is_table(path) or shape in seen:
            continue
        seen.add(shape)
        for key in ("wieght",) if path else ("wieght", "X", ""):
            doc = changed(path + "/" + key, 1) if path else dict(rich(), **{key: 1})
            cases.append(Invalid("unknown%s-%s" % (path.replace("/", "-"), key or "empty"), "unknown keys are errors",
                encoded(doc),
                                 path + "/" + key, path, key or None))
    return cases


def leaves(value, path=""):
    """Every place in the document, containers too, without the whole."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, path + "/" + key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from leaves(inner, "%s/%d" % (path, i))


def wrong_types():
    """A value of a type that its key never takes, at every key."""
    cases, seen = [], set()
    for path, value in leaves(rich()):
        if path == M or "/answers/" in path and path.count("/") == 6:
            continue  # these take many types; the rules above cover them
        generic = "/".join("*" if part.isdigit() else part for part in path.split("/"))
        if generic in seen or path.startswith("/facts/"):
            continue
        seen.add(generic)
        if isinstance(value, bool):
            wrongs = ["true", 1]
        elif isinstance(value, (int, float)):
            wrongs = ["7", True, []]
        elif isinstance(value, str):
            wrongs = [7, [], False]
        elif isinstance(value, dict):
            wrongs = [[], 7]
        elif isinstance(value, list):
            wrongs = [{}, 7]
        else:
            continue
        if path.endswith(M + "/criteria/0/power"):
            wrongs = [True, []]
        for i, wrong in enumerate(wrongs + [None]):
            if wrong is None and "/answers/" in path:
                continue
            doubtful = any(part in path for part in ("/unit", "/role", "/plan_chain", "/partnership", "/note"))
            cases.append(Invalid("type%s-%d" % (path.replace("/", "-"), i), "every key has its type",
                encoded(changed(path, wrong)), path,
                                 None, None, wrong is None or (doubtful and isinstance(wrong, dict))))
    cases.append(Invalid("type-document", "the document is an object", b"[]", ""))
    cases.append(Invalid("type-document-null", "the document is an object", b"null", ""))
    return cases


def broken_texts():
    good = encoded(rich())
    text = good.decode("utf-8")

    def swap(old, new, count=1):
        assert old in text, old
        return text.replace(old, new, count).encode("utf-8", "surrogatepass")

    cases = [
        ("empty", "JSON", b"", ""), ("space", "JSON", b" \n", ""), ("word", "JSON", b"nul", ""),
        ("bom", "no byte order mark (RFC 8259)", b"\xef\xbb\xbf" + good, ""),
        ("trailing", "trailing text", good + b" x", ""), ("trailing-object", "trailing text", good + b"{}", ""),
        ("trailing-nul", "trailing text", good + b"\0", ""),
        ("comma", "JSON", good[:-2] + b",}", ""), ("comment", "JSON", b"// no\n" + good, ""),
        ("single-quotes", "JSON", swap('"kind": "supplier"', "'kind': 'supplier'"), ""),
        ("utf16", "UTF-8", text.encode("utf-16"), ""),
        ("nan", "numbers are finite", swap('"minimum_coverage": 0.5', '"minimum_coverage": NaN'), M + "/minimum_coverage"),
        ("infinity", "numbers are finite", swap('"target": 75', '"target": Infinity'), M + "/target"),
        ("minus-infinity", "numbers are finite", swap('"target": 75', '"target": -Infinity'), M + "/target"),
        ("overflow", "numbers do not overflow", swap('"delivery": 96.5', '"delivery": 1e309'), "/facts/delivery"),
        ("overflow-minus", "numbers do not overflow", swap('"delivery": 96.5', '"delivery": -1e400'), "/facts/delivery"),
        ("overflow-digits", "numbers do not overflow", swap('"delivery": 96.5', '"delivery": ' + "9" * 400), "/facts/delivery"),
        ("leading-zero", "JSON", swap('"target": 75', '"target": 075'), ""), ("plus", "JSON", swap('"target": 75',
        '"target": +75'), ""),
        ("dot", "JSON", swap('"target": 75', '"target": 75.'), ""), ("no-zero", "JSON", swap('"target": 75',
        '"target": .75'), ""),
        ("hexadecimal", "JSON", swap('"target": 75', '"target": 0x4b'), ""), ("exponent", "JSON", swap('"target": 75',
        '"target": 75e'), ""),
        ("decimal-comma", "JSON", swap('"delivery": 96.5', '"delivery": 96,5'), ""),
        ("capital", "JSON", swap("true", "True"), ""),
        ("duplicate", "duplicate keys", swap('"kind": "supplier"', '"kind": "supplier", "kind": "supplier"'), "/kind"),
        ("duplicate-deep", "duplicate keys", swap('"trust": 4', '"trust": 4, "trust": 4'), N1 + "/answers/trust"),
        ("duplicate-escaped", "duplicate keys", swap('"trust": 4', '"trust": 4, "\\u0074rust": 4'), N1 + "/answers/trust"),
        ("duplicate-x", "duplicate keys", swap('"kind": "supplier"', '"kind": "supplier", "x": {"a": 1, "a": 2}'), "/x/a"),
        ("surrogate", "lone surrogates", swap('"title": "Northwind"', '"title": "\\ud800"'), "/parties/0/title"),
        ("surrogate-low", "lone surrogates", swap('"title": "Northwind"', '"title": "\\udc00 a"'), "/parties/0/title"),
        ("surrogate-turned", "lone surrogates", swap('"title": "Northwind"', '"title": "\\udc00\\ud800"'), "/parties/0/title"),
        ("surrogate-x", "lone surrogates", swap('"kind": "supplier"', '"kind": "supplier", "x": "\\ud83d"'), "/x"),
        ("surrogate-raw", "invalid UTF-8", swap('"title": "Northwind"', '"title": "\ud800"'), ""),
        ("nul", "U+0000", swap('"title": "Northwind"', '"title": "a\\u0000b"'), "/parties/0/title"),
        ("nul-raw", "U+0000", swap('"title": "Northwind"', '"title": "a\0b"'), ""),
        ("control", "JSON", swap('"title": "Northwind"', '"title": "a\nb"'), ""),
        ("escape", "JSON", swap('"title": "Northwind"', '"title": "\\q"'), ""),
        ("escape-short", "JSON", swap('"title": "Northwind"', '"title": "\\u12"'), ""),
        ("latin1", "invalid UTF-8", good.replace(b'"title": "Northwind"', b'"title": "M\xfcller"'), ""),
        ("overlong", "invalid UTF-8", good.replace(b'"title": "Northwind"', b'"title": "\xc0\xaf"'), ""),
        ("beyond", "invalid UTF-8", good.replace(b'"title": "Northwind"', b'"title": "\xf4\x90\x80\x80"'), ""),
        ("half", "invalid UTF-8", good.replace(b'"title": "Northwind"', b'"title": "\xe2\x82"'), ""),
    ]
    for i in range(1, 12):
        cases.append(("truncated-%d" % i, "JSON", good[:len(good) * i // 12], ""))
    cases.append(("truncated-last", "JSON", good[:-1], ""))
    return [Invalid("text-" + name, rule, data, path) for name, rule, data, path in cases]


def nested(depth):
    """A chain of `depth` named groups with one criterion at its end."""
    node = {"id": "leaf", "scale": "certified"}
    for i in range(depth):
        node = {"id": "g%d" % i, "criteria": [node]}
    return node


def small(criteria):
    return {"format": "rapport-assessment/1", "id": "a", "partnership": "P", "date": "2026-09-30",
            "parties": [{"id": "p", "raters": [{"id": "r", "answers": {}}]}],
            "model": {"format": "rapport-model/1", "id": "m", "version": "1", "scales": {"certified": {"kind": "yesno"}},
                      "criteria": criteria, "bands": [{"id": "b", "from": 0}]}}


def deep_ones():
    path = M + "/criteria/0" * 33
    cases = [Invalid("deep-33", "groups nest up to 32 deep", encoded(small([nested(33)])), path, M),
             Invalid("deep-40", "groups nest up to 32 deep", encoded(small([nested(40)])), path, M)]
    for depth in (1000, 100000):
        text = encoded(small([])).replace(b'"criteria": []', b'"criteria": ' + b'[{"criteria":' * depth + b"[]" + b"}]" * depth)
        cases.append(Invalid("deep-%d" % depth, "groups nest up to 32 deep", text, "", ""))
    weightless = small([{"id": "a", "scale": "certified", "weight": 0}, {"id": "b", "scale": "certified",
        "informational": True}])
    cases.append(Invalid("root-sum", "the sum of counting siblings is positive", encoded(weightless), M + "/criteria", M))
    hidden = small([{"id": "a", "scale": "certified"},
                    {"id": "g", "weight": 0, "criteria": [{"id": "b", "scale": "certified", "weight": 0}]}])
    cases.append(Invalid("shadow-sum", "the sum of counting siblings is positive", encoded(hidden),
        M + "/criteria/1/criteria", M + "/criteria/1"))
    return cases


def beside():
    """Errors in a model that stands in a file of its own: the path starts at that document."""
    doc = rich()
    model = doc["model"]
    doc["model"] = {"file": "model.json"}
    cases = []
    for name, path, value in (("weight", "/criteria/1/weight", -1), ("band", "/bands/0/from", 1), ("format", "/format",
        "rapport-assessment/1")):
        broken = copy.deepcopy(model)
        head, _, last = path.rpartition("/")
        at(broken, head)[last] = value
        cases.append(Invalid("beside-" + name, "the model beside is checked too", encoded(doc), path,
            extra={"model.json": encoded(broken)}))
    cases.append(Invalid("beside-text", "the model beside is checked too", encoded(doc), "",
        extra={"model.json": encoded(model)[:-5]}))
    cases.append(Invalid("beside-key", "unknown keys are errors", encoded(dict(doc, model={"file": "model.json", "name": "a"})),
                         M + "/name", M, extra={"model.json": encoded(model)}))
    return cases


# ---------------------------------------------------------------- the command


def main(arguments):
    options = {"--seed": "0", "--count": "1", "--out": None, "--models": None}
    wants_invalid = wants_edges = False
    arguments = list(arguments)
    while arguments:
        argument = arguments.pop(0)
        if argument == "--invalid":
            wants_invalid = True
        elif argument == "--edges":
            wants_edges = True
        elif argument in options and arguments:
            options[argument] = arguments.pop(0)
        else:
            print(__doc__, file=sys.stderr)
            return 2
    if options["--out"] is None:
        print(__doc__, file=sys.stderr)
        return 2
    if wants_invalid:
        listing = []
        for case in invalid():
            case.write(options["--out"])
            listing.append({"name": case.name, "rule": case.rule, "path": case.path, "within": case.within,
                "mention": case.mention,
                            "unsure": case.unsure})
        with open(os.path.join(options["--out"], "invalid.json"), "w") as stream:
            json.dump(listing, stream, indent=1)
        print("%d invalid documents" % len(listing))
        return 0
    if wants_edges:
        for case in edges():
            print(case.write(options["--out"]))
        return 0
    know_builtins(options["--models"])
    for seed in range(int(options["--seed"]), int(options["--seed"]) + int(options["--count"])):
        print(document(seed).write(options["--out"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
