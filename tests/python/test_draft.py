#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""A model that is built by calls is the one that its document gives, to the fingerprint and to the last label."""
import json
import math
import unittest

import kit
from kit import data, rapport


def draft_of(document):
    """The calls that a document stands for."""
    power = document.get("power", 1)
    draft = rapport.Draft(document["id"], document["version"], title=document.get("title"),
                          description=document.get("description"), missing=document.get("missing", "exclude"),
                          minimum_coverage=document.get("minimum_coverage", 1), power=power,
                          anonymity_floor=document.get("anonymity_floor", 1), target=document.get("target", 75))
    for id, scale in document.get("scales", {}).items():
        add_scale(draft, id, scale)
    for node in document["criteria"]:
        add_node(draft, "", node)
    for gate in document.get("gates", []):
        draft.gate(**gate)
    for band in document["bands"]:
        band = dict(band)
        draft.band(band.pop("id"), band.pop("from"), **band)
    for id, overlay in document.get("overlays", {}).items():
        draft.overlay(id, **overlay)
    return draft


def add_scale(draft, id, scale):
    kind = scale["kind"]
    words = {key: scale[key] for key in ("title", "description", "unit") if key in scale}
    if kind == "levels":
        levels = scale["levels"]
        points = [level["points"] for level in levels] if "points" in levels[0] else None
        draft.levels(id, len(levels), reversed=scale.get("reversed", False), points=points, **words,
                     ids=[level.get("id") for level in levels], labels=[level.get("label") for level in levels])
    elif kind == "yesno":
        draft.yesno(id, **words)
    elif kind == "choice":
        draft.choice(id, {option["id"]: option["points"] for option in scale["choices"]}, **words,
                     labels=[option.get("label") for option in scale["choices"]])
    elif "points" in scale:
        draft.piecewise(id, scale["points"], **words)
    else:
        (shape,) = set(scale) & {"linear", "range", "exponential"}
        getattr(draft, shape)(id, **words, **scale[shape])


def add_node(draft, parent, node):
    more = {key: value for key, value in node.items() if key not in ("id", "criteria", "scale", "x")}
    if "scale" in node:
        draft.criterion(node["id"], node["scale"], parent=parent, **more)
    else:
        draft.group(node["id"], parent=parent, **more)
        for child in node["criteria"]:
            add_node(draft, node["id"], child)


class SameModel(unittest.TestCase):
    def same(self, text):
        with draft_of(json.loads(text)) as draft:
            self.assertEqual(draft.check(), [])
            built = draft.build()
        with built, rapport.Model.read(text) as read:
            self.assertEqual((built.fingerprint, built.document), (read.fingerprint, read.document))
            self.assertEqual(built.to_json(), read.to_json())

    def test_the_built_in_models(self):
        for name in rapport.builtin_models():
            self.same(rapport.builtin_text(name))

    def test_the_bundled_model_with_every_kind_of_scale(self):
        self.same(kit.read(data("supplier-model.json")).decode("utf-8"))

    def test_what_the_bundled_models_lack(self):
        self.same(json.dumps({
            "format": "rapport-model/1", "id": "m", "version": "1", "power": "max", "target": 60,
            "scales": {"s": {"kind": "levels", "levels": [{}, {}]}},
            "criteria": [{"id": "a", "power": "min", "informational": True, "criteria": [{"id": "b", "scale": "s", "weight": 0},
                                                                                       {"id": "d", "scale": "s"}]},
                         {"id": "c", "scale": "s", "together": "max"}],
            "gates": [{"id": "g", "measure": "burden-overload", "above": 1.5, "effect": "flag"},
                      {"id": "h", "measure": "net-benefit", "view": "all", "below": -5, "effect": "fail"},
                      {"id": "i", "node": "a", "view": "joint", "below": 20, "effect": "cap", "cap": 0}],
            "bands": [{"id": "low", "from": 0}, {"id": "high", "from": 50, "requires": {"no_undecided_gates": True}}]}))


class Drafts(unittest.TestCase):
    def draft(self):
        draft = rapport.Draft("m", "1")
        draft.levels("s", 5)
        draft.criterion("a", "s", weight=2)
        draft.band("low", 0)
        return draft

    def test_what_keeps_it_from_being_built(self):
        with rapport.Draft("m", "1") as draft:
            draft.group("empty")
            problems = draft.check()
            self.assertEqual([problem.path for problem in problems], ["/criteria/empty/criteria", "/bands"])
            with self.assertRaises(rapport.BadValue):
                draft.build()

    def test_more_problems_than_the_first_room(self):
        with rapport.Draft("m", "1") as draft:
            draft.band("low", 0)
            for index in range(100):
                draft.group(f"g{index}")
            self.assertEqual([problem.path for problem in draft.check()],
                             [f"/criteria/g{index}/criteria" for index in range(100)])

    def test_numbers_that_are_none_are_refused_with_their_path(self):
        with self.draft() as draft:
            for act, path in ((lambda: draft.criterion("b", "s", weight=math.nan), "/criteria/b/weight"),
                              (lambda: draft.criterion("c", "s", weight=math.inf), "/criteria/c/weight")):
                with self.assertRaises(rapport.BadValue) as caught:
                    act()
                self.assertEqual(caught.exception.path, path)
            with self.assertRaises(rapport.BadValue):
                draft.linear("x", 1, math.nan)

    def test_words_and_ids_that_are_not_there(self):
        with self.draft() as draft:
            for error, act in ((rapport.NotFound, lambda: draft.criterion("b", "scale")),
                               (rapport.NotFound, lambda: draft.criterion("b", "s", parent="nobody")),
                               (rapport.NotFound, lambda: draft.gate("g", "fail", node="b", below=1)),
                               (rapport.NotFound, lambda: draft.overlay("o", weights={"b": 2})),
                               (rapport.BadValue, lambda: draft.criterion("b", "s", together="average")),
                               (rapport.BadValue, lambda: draft.group("b", power="mean")),
                               (rapport.BadValue, lambda: draft.gate("g", "stop", node="a", below=1)),
                               (rapport.BadValue, lambda: draft.gate("g", "cap", node="a", below=1)),
                               (rapport.BadValue, lambda: draft.gate("g", "fail", node="a", above=1)),
                               (rapport.BadValue, lambda: draft.gate("g", "fail", node="a", measure="balance", below=1)),
                               (rapport.BadValue, lambda: draft.piecewise("p", [(1, 2, 3), (4, 5, 6)])),
                               (rapport.BadValue, lambda: draft.label("page", "a", "text")),
                               (rapport.Duplicate, lambda: draft.yesno("s"))):
                with self.assertRaises(error):
                    act()

    def test_labels_in_languages_and_what_the_host_keeps(self):
        with self.draft() as draft:
            draft.label("node", "a", {"en": "Trust", "de": "Vertrauen"})
            draft.label("model", "", "House rules")
            draft.label("scale", "s", "Best", step=5)
            draft.extra("/criteria/0", {"crm": [1, "ä"]})
            with draft.build() as model:
                self.assertEqual((model.node("a").label(language="de"), model.title), ("Vertrauen", "House rules"))
                self.assertEqual(model.scales["s"].steps[4].title, "Best")
                self.assertEqual(model.to_dict()["criteria"][0]["x"], {"crm": [1, "ä"]})

    def test_a_draft_outlives_its_models_and_they_it(self):
        draft = self.draft()
        first = draft.build()
        first.close()
        draft.criterion("b", "s")
        second = draft.build()
        draft.close()
        self.assertEqual([node.id for node in second.nodes], ["a", "b"])
        with self.assertRaises(rapport.Closed):
            draft.build()


if __name__ == "__main__":
    kit.main()
