#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What the Python module promises, beyond what the library does."""
import datetime
import json
import math
import unittest

import kit
from kit import data, rapport

CRITERIA = ("benefit-balance joint-surplus more-than-price every-party-succeeds common-horizon strategic-fit "
            "values-and-conduct own-readiness shared-customer-result stronger-offer customer-voice aims-today aims-tomorrow "
            "communication understanding trust integrity confidentiality unguarded-cooperation chain-reach joint-innovation "
            "fair-rivalry integration-readiness").split()
# The worked check of docs/scoring.md: levels in the order above, 0 where the answer is "don't know".
OURS = [4, 4, 3, 4, 4, 4, 4, 3, 4, 3, 3, 4, 3, 4, 3, 4, 5, 4, 3, 3, 3, 4, 2]
THEIRS = [2, 3, 2, 3, 3, 4, 4, 3, 4, 3, 0, 3, 2, 3, 2, 2, 4, 4, 2, 3, 2, 3, 0]
TREE = {"format": "rapport-model/1", "id": "m", "version": "1", "bands": [{"id": "low", "from": 0}],
        "scales": {"grades": {"kind": "levels", "levels": [{"id": "bad"}, {}, {"id": "good"}]},
                   "days": {"kind": "number", "linear": {"worst": 30, "best": 10}},
                   "seal": {"kind": "yesno"},
                   "place": {"kind": "choice", "choices": [{"id": "near", "points": 100}, {"id": "far", "points": 40}]}},
        "criteria": [{"id": "grade", "scale": "grades"}, {"id": "delay", "scale": "days"}, {"id": "sealed", "scale": "seal"},
                     {"id": "from", "scale": "place"}, {"id": "both", "criteria": [{"id": "inner", "scale": "grades"}]}]}


def tree(**changes):
    return rapport.Model.read(json.dumps({**TREE, **changes}))


def review(model):
    return model.assessment("a", "A and B", "2026-09-30")


def worked():
    with rapport.Model.builtin("best-partner") as model:
        made = model.assessment("worked", "Ours and theirs", datetime.date(2026, 1, 31))
    for party, levels in (("ours", OURS), ("theirs", THEIRS)):
        rater = made.party(party, voice="one").rater("one")
        for criterion, level in zip(CRITERIA, levels):
            rater.answer(criterion, level or rapport.DONT_KNOW)
    return made


class WorkedCheck(unittest.TestCase):
    """Every number is that of the worked check, to the digits that it gives."""

    def setUp(self):
        self.result = worked().assess()
        self.groups = [node for node in self.result.nodes if node.kind == "group"]

    def close(self, actual, expected, digits):
        self.assertLessEqual(abs(actual - expected), 0.5000001 * 10 ** -digits)

    def test_our_view(self):
        view = self.result.view("ours")
        self.assertEqual((view.status, view.score, view.coverage, view.bounds), ("ok", 67.5, 1.0, (67.5, 67.5)))
        for group, score in zip(self.groups, (70.45, 70.83, 60.71, 62.50, 80.00, 50.00)):
            self.close(group.views["ours"].score, score, 2)

    def test_their_view(self):
        view = self.result.view("theirs")
        self.assertEqual(view.status, "incomplete")
        self.close(view.score, 49.2091, 4)
        self.assertAlmostEqual(view.coverage, 0.95, 12)
        self.assertAlmostEqual(view.bounds.lower, 46.5, 12)
        self.assertAlmostEqual(view.bounds.upper, 51.5, 12)
        for group, score in zip(self.groups, (37.50, 63.89, 63.64, 37.50, 52.50, 40.00)):
            self.close(group.views["theirs"].score, score, 2)

    def test_the_joint_view(self):
        joint = self.result.joint
        self.assertEqual((joint.status, joint.score, joint.gated, joint.band), ("incomplete", 53.125, 53.125, "transactional"))
        self.assertAlmostEqual(joint.coverage, 0.975, 12)
        self.assertAlmostEqual(joint.bounds.lower, 52.125, 12)
        self.assertAlmostEqual(joint.bounds.upper, 54.625, 12)
        for group, score in zip(self.groups, (43.18, 67.36, 60.71, 50.00, 53.75, 43.75)):
            self.close(group.score, score, 2)

    def test_how_the_views_differ(self):
        (pair,) = self.result.perception
        self.assertEqual((pair.of, pair.against, pair.criteria, pair.largest), ("ours", "theirs", 21, 50.0))
        self.assertAlmostEqual(pair.mean, 20.0, 12)
        largest = [node.id for node in self.result.criteria for gap in node.perception if gap.gap == 50]
        self.assertEqual(largest, ["benefit-balance", "trust"])
        self.assertEqual(self.result.node("trust").perception, [("ours", "theirs", 50.0, "blind-spot", True)])

    def test_the_gate_that_is_breached_and_does_not_bind(self):
        breached = [gate for gate in self.result.gates if gate.state == "breached"]
        self.assertEqual([(gate.id, gate.value, gate.binding, gate.of.cap) for gate in breached],
                         [("weak-trust", 25.0, False, 54.0)])

    def test_contributions_add_up_to_the_score(self):
        self.assertAlmostEqual(sum(node.contribution for node in self.result.criteria), 53.125, 10)

    def test_one_criterion_by_hand(self):
        """Trust: weight 7 of 20, in a group of 20 of 100; the lower of 75 and 25 points counts; the target is level 4."""
        trust = self.result.node("trust")
        self.assertAlmostEqual(trust.share, 0.07, 15)
        self.assertEqual((trust.score, trust.target, trust.gap), (25.0, 75.0, 50.0))
        for number, expected in ((trust.contribution, 1.75), (trust.severity, 3.5), (trust.lift, 3.5), (trust.leverage, 0.07)):
            self.assertAlmostEqual(number, expected, 12)
        self.assertEqual({node.id for node in self.result.priorities[:2]}, {"benefit-balance", "trust"})


class Taste(unittest.TestCase):
    def test_the_example_of_the_module_and_the_manual(self):
        with rapport.Model.builtin("best-partner") as model, \
                model.assessment("2026-q3", "Northwind and Contoso", "2026-09-30") as review:
            review.party("northwind", voice="one").rater("anna").answer("trust", 4)
            result = review.assess()
            self.assertEqual((result.joint.score, result.joint.band, result.node("trust").gap), (75.0, "collaborative", 0.0))

    def test_every_file_of_the_examples_can_be_assessed(self):
        for name in ("alliance", "consortium", "readiness", "supplier", "worked-example"):
            with rapport.assess_file(data(name + ".json")) as result:
                self.assertEqual(result.to_dict()["format"], "rapport-result/1")
                self.assertIn(result.model.bands[result.joint.band].title, result.report())
                for node in result.nodes:
                    self.assertEqual(json.loads(result.explain(node.id, "json"))["node"]["id"], node.id)

    def test_every_number_is_that_of_the_json(self):
        for name in ("alliance", "consortium", "readiness", "supplier", "worked-example"):
            with rapport.assess_file(data(name + ".json")) as result:
                document = result.to_dict()
                self.assertEqual([node.id for node in result.nodes], [node["id"] for node in document["nodes"]])
                self.assertEqual([node.id for node in result.priorities], document["priorities"])
                for key in ("status", "score", "gated", "coverage", "band", "band_certain"):
                    self.assertEqual(getattr(result.joint, key), document["joint"][key])
                for node, written in zip(result.nodes, document["nodes"]):
                    for key in ("weight", "share", "target", "gap", "severity", "lift"):
                        self.assertEqual(getattr(node, key), written[key])
                    self.assertEqual(node.perception, [tuple(gap[key] for key in ("of", "against", "gap", "class", "notable"))
                                                       for gap in written["perception"]])
                    if node.kind == "criterion":
                        self.assertEqual(node.contribution, written["joint"]["contribution"])
                        self.assertEqual(node.leverage, written["joint"]["leverage"])
                    for party, cell in node.views.items():
                        self.same_cell(cell, written["views"][party])
                for view in result.views:
                    self.same_cell(view.cell, document["views"][view.id])
                    self.assertEqual(view.band, document["views"][view.id]["band"])
                for gate, written in zip(result.gates, document["gates"]):
                    self.assertEqual((gate.id, gate.state, gate.of.effect, gate.binding, gate.value),
                                     tuple(written[key] for key in ("id", "state", "effect", "binding", "value")))

    def same_cell(self, cell, written):
        bounds = None if cell.bounds is None else list(cell.bounds)
        self.assertEqual((cell.status, cell.score, cell.coverage, bounds),
                         tuple(written[key] for key in ("status", "score", "coverage", "bounds")))


class Answers(unittest.TestCase):
    def setUp(self):
        self.review = review(tree())
        self.rater = self.review.party("p").rater("r")

    def given(self, criterion, value):
        return self.rater.answer(criterion, value).answer_to(criterion)[:3]

    def test_a_level_by_number_by_id_and_as_pandas_keeps_it(self):
        self.assertEqual(self.given("grade", 2), ("answered", 2, 50.0))
        self.assertEqual(self.given("grade", "good"), ("answered", 3, 100.0))
        self.assertEqual(self.given("grade", 1.0), ("answered", 1, 0.0))

    def test_a_number(self):
        self.assertEqual(self.given("delay", 15), ("answered", 15.0, 75.0))  # (30 - 15) / (30 - 10)

    def test_yes_and_no(self):
        self.assertEqual(self.given("sealed", True), ("answered", True, 100.0))
        self.assertEqual(self.given("sealed", False), ("answered", False, 0.0))

    def test_an_option(self):
        self.assertEqual(self.given("from", "far"), ("answered", "far", 40.0))

    def test_reactions_that_are_no_answers(self):
        for criterion in ("grade", "delay", "sealed", "from"):
            for reaction in (rapport.NOT_APPLICABLE, rapport.DONT_KNOW, rapport.DECLINED):
                self.assertEqual(self.given(criterion, reaction), (reaction, None, None))
            self.assertEqual(self.given(criterion, None), ("unanswered", None, None))

    def test_what_is_not_an_answer_is_refused_and_changes_nothing(self):
        self.rater.answers({"grade": 2, "delay": 20, "sealed": True, "from": "near"})
        for criterion, value, error in (
                ("grade", 4, rapport.BadValue), ("grade", 0, rapport.BadValue), ("grade", -1, rapport.BadValue),
                ("grade", 2 ** 32 + 2, rapport.BadValue), ("grade", 2.5, rapport.BadValue),
                ("grade", math.nan, rapport.BadValue),
                ("grade", True, TypeError), ("grade", "fine", rapport.NotFound), ("grade", b"good", TypeError),
                ("delay", math.nan, rapport.BadValue), ("delay", math.inf, rapport.BadValue),
                ("delay", 10 ** 400, rapport.BadValue), ("delay", "15", TypeError), ("delay", True, TypeError),
                ("sealed", 1, TypeError), ("sealed", "yes", TypeError),
                ("from", 1, TypeError), ("from", "nowhere", rapport.NotFound),
                ("both", 3, rapport.BadArgument), ("nothing", 3, rapport.NotFound)):
            with self.subTest(criterion=criterion, value=value), self.assertRaises(error):
                self.rater.answer(criterion, value)
        self.assertEqual([self.rater.answer_to(criterion).value for criterion in ("grade", "delay", "sealed", "from")],
                         [2, 20.0, True, "near"])

    def test_a_slip_of_the_pen_is_told(self):
        with self.assertRaisesRegex(rapport.NotFound, 'did you mean "grade"'):
            self.rater.answer("grede", 1)
        with self.assertRaisesRegex(rapport.NotFound, 'did you mean "good"'):
            self.rater.answer("grade", "god")
        with self.assertRaisesRegex(rapport.NotFound, 'did you mean "best-partner"'):
            rapport.builtin_text("best-partners")

    def test_what_stands_beside_an_answer(self):
        self.rater.answer("grade", 2, confidence=0.5, note="Größe", evidence=["a", "b"])
        self.rater.answer("delay", 20, note={"de": "spät", "en": "late"}, evidence="c")
        self.assertEqual(self.rater.answer_to("grade"), ("answered", 2, 50.0, 0.5, ((None, "Größe"),), ("a", "b")))
        self.assertEqual(self.rater.answer_to("delay")[3:], (None, (("de", "spät"), ("en", "late")), ("c",)))
        with self.assertRaises(rapport.BadValue):
            self.rater.answer("grade", 2, confidence=1.5)

    def test_facts(self):
        self.review.fact("delay", 30)
        self.assertEqual(self.review.fact_about("delay")[:3], ("answered", 30.0, 0.0))
        self.assertEqual(self.review.fact_about("grade").state, "unanswered")
        with self.assertRaises(rapport.BadValue):
            self.rater.answer("delay", 15)  # a criterion has a fact or ratings, never both

    def test_parties_and_raters_are_added_once(self):
        self.assertEqual(self.review.party("p").index, 0)
        self.assertEqual(self.review.party("p").rater("r").index, 0)
        self.review.party("q", weight=2, voice="one", title={"en": "Queue", "de": "Schlange"}).rater("r", weight=3, role="boss")
        self.assertEqual(self.review.parties.ids, ["p", "q"])
        self.assertEqual([(rater.party.id, rater.id, rater.weight, rater.role) for rater in self.review.raters],
                         [("p", "r", 1.0, ""), ("q", "r", 3.0, "boss")])
        queue = self.review.parties["q"]
        self.assertEqual((queue.weight, queue.voice, queue.label("de"), queue.label("en")), (2.0, "one", "Schlange", "Queue"))
        for again in (lambda: self.review.party("q", voice="one"), lambda: queue.rater("r", weight=1)):
            with self.assertRaises(rapport.Duplicate):
                again()

    def test_raters_of_a_document_are_found(self):
        with rapport.Assessment.open(data("supplier.json")) as assessment:
            rater = assessment.party("hartmann").rater("quality")
            self.assertEqual((rater.role, rater.index), ("Qualitätssicherung", 1))
            self.assertEqual(len(assessment.raters), 5)

    def test_amounts_and_the_balance_by_hand(self):
        """Benefits 60 to 40 against equal shares: 1 - (0.1 + 0.1) / 2 / (1 - 0.5) = 0.8."""
        self.review.party("q")
        self.assertFalse(self.review.has_amounts("benefits"))
        self.assertIsNone(self.review.assess().measure("balance"))
        self.review.amounts("benefits", {"p": 60, "q": 40})
        self.assertTrue(self.review.has_amounts("benefits"))
        self.assertEqual(self.review.parties["p"].amount("benefits"), 60.0)
        self.assertIsNone(self.review.parties["p"].amount("burdens"))
        result = self.review.assess()
        self.assertAlmostEqual(result.measure("balance"), 0.8, 12)
        self.assertEqual(result.measure("net-benefit", "q"), 40.0)
        with self.assertRaises(TypeError):
            result.measure("net-benefit")
        for wrong in (math.nan, math.inf):
            with self.assertRaises(rapport.BadValue):
                self.review.amounts("benefits", {"p": wrong})

    def test_skills_by_hand(self):
        """Importance 3 and 1; the best covers .9 and .5: (3 * .9 + .5) / 4 = 0.8."""
        self.review.party("q")
        self.review.require_skills({"design": 3, "logistics": 1})
        self.review.parties["p"].skills({"design": 0.9})
        self.assertIsNone(self.review.assess().measure("skill-coverage"))
        self.review.parties["q"].skills({"design": 0.2, "logistics": 0.5})
        self.assertAlmostEqual(self.review.assess().measure("skill-coverage"), 0.8, 12)
        with self.assertRaises(rapport.NotFound):
            self.review.parties["q"].skills({"desing": 0.2})


class Missing(unittest.TestCase):
    """Missing is never zero: a number that does not exist is None."""

    def test_nothing_answered(self):
        with review(tree()) as made:
            made.party("p").rater("r")
            joint = made.assess().joint
            self.assertEqual((joint.status, joint.score, joint.gated, joint.coverage, joint.bounds, joint.band, joint.reached),
                             ("missing", None, None, 0.0, (0.0, 100.0), None, None))
            node = made.assess().node("grade")
            self.assertEqual((node.score, node.contribution, node.leverage, node.gap, node.severity, node.lift), (None,) * 6)

    def test_nothing_applicable_is_empty(self):
        with review(tree()) as made:
            made.party("p").rater("r").answers(dict.fromkeys(("grade", "delay", "sealed", "from", "inner"), "n/a"))
            result = made.assess()
            self.assertEqual(result.joint[:5], ("empty", None, None, None, None))
            self.assertEqual(result.view("p").status, "empty")
            self.assertEqual(result.node("both").joint.status, "not-applicable")
            self.assertEqual(result.perception, [])

    def test_few_raters_are_withheld(self):
        with review(tree()) as made:
            self.assertEqual(made.anonymity_floor, 1)
            made.anonymity_floor = 3
            self.assertEqual(made.anonymity_floor, 3)
            made.party("p").rater("r").answers({"grade": 2, "delay": 20, "sealed": True, "from": "near", "inner": 2})
            result = made.assess()
            self.assertEqual(result.joint[:6], ("withheld", None, None, None, None, None))
            self.assertEqual(result.node("grade").views["p"], ("withheld", None, None, None, None))
            self.assertIsNone(result.node("grade").gap)

    def test_strict_models(self):
        with review(tree(missing="strict", minimum_coverage=0.5)) as made:
            self.assertEqual((made.model.missing, made.model.minimum_coverage), ("strict", 0.5))
            made.party("p").rater("r").answer("grade", 2)
            result = made.assess()
            self.assertEqual((result.joint.status, result.joint.score, result.node("grade").score), ("missing", None, 50.0))


class Errors(unittest.TestCase):
    def test_the_place_in_the_document(self):
        text = '{\n  "format": "rapport-model/1",\n  "id": "Ä",' + json.dumps(TREE)[1:].replace('"id": "m",', "", 1) \
            .replace('"format": "rapport-model/1",', "", 1)
        with self.assertRaises(rapport.BadValue) as caught:
            rapport.Model.read(text)
        self.assertEqual((caught.exception.line, caught.exception.column, caught.exception.path), (3, 9, "/id"))
        self.assertTrue(str(caught.exception).startswith("3:9: /id: "))

    def test_syntax_and_text_that_is_not_utf8(self):
        for text, line, column in (('{"format"\n  x', 2, 3), (b'{"\xff"', 1, 3), ('{"a": "\ud800"}', 1, 8)):
            with self.assertRaises(rapport.BadSyntax) as caught:
                rapport.Model.read(text)
            self.assertEqual((caught.exception.line, caught.exception.column), (line, column))

    def test_every_problem_in_the_order_of_the_document(self):
        broken = json.dumps({**TREE, "criteria": [{"id": "a", "weight": -1, "scale": "grades"}, {"id": "b", "scale": "no"}]})
        problems = rapport.Model.check(broken)
        self.assertEqual([(type(problem), problem.path) for problem in problems],
                         [(rapport.BadValue, "/criteria/0/weight"), (rapport.NotFound, "/criteria/1/scale")])
        self.assertEqual(rapport.Model.check(json.dumps(TREE)), [])
        many = json.dumps({**TREE, "criteria": [{"id": f"n{i}", "weight": -1, "scale": "grades"} for i in range(200)]})
        self.assertEqual(len(rapport.Model.check(many)), 200)

    def test_an_exception_a_status(self):
        model = tree()
        for error, act in ((rapport.NotFound, lambda: rapport.Model.builtin("nobody")),
                           (rapport.BadDocument, lambda: rapport.Model.read("{}")),
                           (rapport.BadValue, lambda: model.assessment("Not an id", "A", "2026-09-30")),
                           (rapport.BadValue, lambda: model.assessment("a", "A", "2026-02-30")),
                           (rapport.BadValue, lambda: model.assessment("a\0b", "A", "2026-02-20")),
                           (rapport.BadArgument, lambda: review(model).assess()),
                           (rapport.NotFound, lambda: model.with_overlay("supplier")),
                           (rapport.NotFound, lambda: model.nodes["nothing"])):
            with self.assertRaises(error) as caught:
                act()
            self.assertIs(type(caught.exception), error)
            self.assertEqual(caught.exception.status, error.status)
            self.assertTrue(caught.exception.message)

    def test_they_are_what_python_calls_them_too(self):
        with self.assertRaises(ValueError):
            rapport.Model.read("{}")
        with self.assertRaises(LookupError):
            rapport.Model.builtin("nobody")

    def test_the_file_is_named(self):
        with self.assertRaises(rapport.BadDocument) as caught:
            rapport.Model.open(data("alliance.json"))
        self.assertEqual(caught.exception.source, data("alliance.json"))
        self.assertTrue(str(caught.exception).startswith(data("alliance.json") + ":"))
        with self.assertRaises(FileNotFoundError):
            rapport.assess_file(data("nothing.json"))

    def test_more_parties_than_there_may_be(self):
        with review(tree()) as made:
            for index in range(64):
                made.party(f"p{index}")
            with self.assertRaises(rapport.Limit):
                made.party("p64")


class Models(unittest.TestCase):
    def test_the_built_in_ones(self):
        self.assertEqual(rapport.builtin_models(), ["best-partner", "forged-partnership", "own-readiness"])
        for name in rapport.builtin_models():
            with rapport.Model.builtin(name) as model, rapport.Model.read(rapport.builtin_text(name)) as read:
                self.assertEqual((model.id, model.document), (name, read.document))
                self.assertEqual(rapport.Model.read(model.to_json()).to_json(), model.to_json())

    def test_the_tree(self):
        with rapport.Model.builtin("best-partner") as model:
            self.assertEqual([node.id for node in model.criteria], CRITERIA)
            self.assertEqual([group.weight for group in model.root.children], [22.0, 18.0, 14.0, 14.0, 20.0, 12.0])
            trust = model.node("trust")
            self.assertEqual((trust.kind, trust.together, trust.power), ("criterion", "min", None))
            self.assertEqual(trust.parent.parent.index, 0)
            self.assertEqual(len(trust.anchors), 5)
            self.assertIn(trust.id, [node.id for node in trust.parent.descendants])
            self.assertEqual([(step.number, step.points) for step in trust.scale.steps],
                             [(1, 0.0), (2, 25.0), (3, 50.0), (4, 75.0), (5, 100.0)])
            self.assertEqual([band.start for band in model.bands], [0.0, 40.0, 55.0, 70.0, 85.0])
            self.assertEqual(model.bands["best-partner"].requires, {"every_group": 70.0, "weakest_party": 75.0, "balance": 0.8,
                                                                     "coverage": 0.9, "no_undecided_gates": True})
            self.assertIsNone(model.root.parent)

    def test_scales_and_points(self):
        with rapport.Model.open(data("supplier-model.json")) as model:
            scales = model.scales
            self.assertEqual(scales["on-time"].knots, [(80.0, 0.0), (95.0, 80.0), (100.0, 100.0)])
            self.assertEqual((scales["on-time"].unit, scales["on-time"].points(87.5), scales["on-time"].rho), ("%", 40.0, None))
            self.assertEqual((scales["defects"].rho, scales["certified"].points(True)), (-800.0, 100.0))
            self.assertEqual((scales["origin"].points("europe"), scales["practice"].points(4)), (80.0, 80.0))
            self.assertEqual(scales["origin"].step("overseas").number, 3)
            self.assertEqual(model.node("price-level").informational, True)
            self.assertEqual(model.node("resilience").power, -1.0)
            self.assertEqual((model.label(language="de"), model.label(language="en")), ("Gusslieferant", "Castings supplier"))
            gate = model.gates["lopsided"]
            self.assertEqual((gate.measure, gate.node, gate.threshold, gate.above, gate.cap),
                             ("balance", None, 0.6, False, None))

    def test_overlays(self):
        with rapport.Model.open(data("supplier-model.json")) as model:
            single = model.with_overlay("single-source")
            self.assertEqual(model.overlays.ids, ["single-source", "prototype"])
            self.assertNotEqual(single.fingerprint, model.fingerprint)
        self.assertEqual((single.overlay, single.node("resilience").weight), ("single-source", 24.0))  # 16 * 1.5
        self.assertEqual(single.node("safety-stock").weight, 12.0)  # 6 * 2
        self.assertEqual((len(single.overlays), single.node("second-melt-shop").target), (0, 100.0))

    def test_catalogues(self):
        with tree() as model:
            self.assertEqual(len(model.nodes), 6)
            self.assertEqual(model.nodes[-1].id, "inner")
            self.assertEqual([node.id for node in model.nodes[1:3]], ["delay", "sealed"])
            self.assertIn("delay", model.nodes)
            self.assertNotIn("", model.nodes)
            self.assertIsNone(model.nodes.get("nothing"))
            with self.assertRaises(IndexError):
                model.nodes[6]

    def test_names_in_any_script(self):
        with review(tree(title="Бюро — 事務所 🤝")) as made:
            made.party("p", title="Żuraw ✓").rater("r", role="směnová mistrová").answer("grade", 2, note="“tiếng Việt”")
            self.assertEqual((made.model.title, made.parties["p"].title), ("Бюро — 事務所 🤝", "Żuraw ✓"))
            self.assertIn("Żuraw ✓", made.assess().report())
            self.assertEqual(json.loads(made.assess().explain("grade", "json"))["node"]["id"], "grade")
            self.assertEqual(made.party("p").rater("r").answer_to("grade").notes, ((None, "“tiếng Việt”"),))


class Documents(unittest.TestCase):
    def test_where_the_model_is(self):
        self.assertEqual(rapport.Assessment.model_of(kit.read(data("supplier.json"))), ("file", "supplier-model.json"))
        self.assertEqual(rapport.Assessment.model_of(kit.read(data("alliance.json"))), ("builtin", "best-partner"))

    def test_a_model_and_an_overlay_in_place_of_the_documents(self):
        text = kit.read(data("supplier.json"))
        with self.assertRaises(rapport.NotFound):
            rapport.Assessment.read(text)  # nobody hands the file over
        with rapport.Model.open(data("supplier-model.json")) as model:
            plain, prototype = (rapport.Assessment.read(text, model, overlay) for overlay in ("", "prototype"))
        self.assertIsNone(plain.model.overlay)
        self.assertEqual(prototype.model.overlay, "prototype")
        self.assertEqual(rapport.assess_file(data("supplier.json")).model.overlay, "single-source")

    def test_what_the_document_says_of_itself(self):
        with rapport.Assessment.open(data("supplier.json")) as made:
            self.assertEqual((made.id, made.date), ("2026-slevarna-kamenac", "2026-08-14"))
            self.assertEqual(made.partnership, "Hartmann Pumpenbau and Slévárna Kameňáč")
            self.assertEqual(made.fact_about("distance").value, "region")


if __name__ == "__main__":
    kit.main()
