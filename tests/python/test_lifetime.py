#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Every native object is destroyed once, after what was made with it, and never used afterwards."""
import gc
import importlib
import io
import os
import subprocess
import sys
import tempfile
import threading
import unittest

import kit
from kit import data, rapport

lib = importlib.import_module("rapport._library").lib
CYCLES = 4000  # of a model with overlay, an assessment and two results: 16,000 objects and more
ROOM = 4096  # KiB that the process may grow by while they come and go


class Destroyed:
    """Notes every call of a destroy function while it is in force, as (kind, address)."""

    KINDS = ("model", "draft", "assessment", "result")

    def __enter__(self):
        self.calls, self._real = [], {}
        for kind in self.KINDS:
            name = f"rapport_{kind}_destroy"
            self._real[name] = getattr(lib, name)
            setattr(lib, name, self._noting(kind, self._real[name]))
        return self

    def _noting(self, kind, real):
        def destroy(pointer):
            self.calls.append(kind)
            return real(pointer)
        return destroy

    def __exit__(self, *_):
        for name, real in self._real.items():
            setattr(lib, name, real)


def review(model):
    made = model.assessment("a", "A and B", "2026-09-30")
    made.party("p", voice="one").rater("r").answer("trust", 4)
    return made


class Lifetime(unittest.TestCase):
    def setUp(self):
        gc.collect()

    def test_closing_twice_destroys_once(self):
        with Destroyed() as destroyed:
            model = rapport.Model.builtin("best-partner")
            model.close()
            model.close()
            with rapport.Model.builtin("best-partner"):
                pass
            self.assertEqual(destroyed.calls, ["model"] * 2)

    def test_what_is_dropped_is_destroyed(self):
        with Destroyed() as destroyed:
            review(rapport.Model.builtin("best-partner")).assess()
            self.assertEqual(destroyed.calls, ["result", "assessment", "model"])

    def test_what_is_made_keeps_what_it_was_made_with(self):
        with Destroyed() as destroyed:
            with rapport.Model.builtin("best-partner") as model, review(model) as made:
                result = made.assess()
            del model, made
            gc.collect()
            self.assertEqual(destroyed.calls, [])
            self.assertEqual((result.joint.score, result.model.id, result.assessment.id), (75.0, "best-partner", "a"))
            self.assertIn("Best partner", result.report())
            result.close()
            del result
            self.assertEqual(destroyed.calls, ["result", "assessment", "model"])

    def test_order_holds_in_cycles_too(self):
        """The collector finalises the members of a cycle in any order; the library wants its own."""
        with Destroyed() as destroyed:
            for _ in range(20):
                model = rapport.Model.builtin("own-readiness")
                made = model.assessment("a", "A", "2026-09-30")
                made.party("p")
                loop = [model, made, made.assess()]
                loop.append(loop)
                del model, made, loop
                gc.collect()
            self.assertEqual(destroyed.calls, ["result", "assessment", "model"] * 20)

    def test_nothing_is_destroyed_when_making_fails(self):
        with Destroyed() as destroyed:
            for text in ("{", "{}"):
                with self.assertRaises(rapport.Error):
                    rapport.Model.read(text)
                with self.assertRaises(rapport.Error):
                    rapport.Assessment.read(text)
            with self.assertRaises(rapport.Error):
                rapport.Draft("No id", "1")
            self.assertEqual(destroyed.calls, [])

    def test_a_result_that_cannot_be_computed_is_destroyed(self):
        with rapport.Model.builtin("best-partner") as model, model.assessment("a", "A", "2026-09-30") as made:
            with Destroyed() as destroyed:
                with self.assertRaises(rapport.BadArgument):
                    made.assess()
                self.assertEqual(destroyed.calls, ["result"])

    def test_the_model_that_a_document_brings_goes_with_it(self):
        with Destroyed() as destroyed:
            rapport.Assessment.open(data("alliance.json")).close()
            self.assertEqual(destroyed.calls, ["assessment", "model"])
        with Destroyed() as destroyed:
            rapport.Assessment.open(data("supplier.json")).close()  # the file's model, and the one with its overlay
            self.assertEqual(sorted(destroyed.calls), ["assessment", "model", "model"])

    def test_use_after_close(self):
        draft = rapport.Draft("m", "1")
        model = rapport.Model.builtin("best-partner")
        made = review(model)
        result = made.assess()
        node, party, rater, gate = model.node("trust"), made.parties[0], made.raters[0], result.gates[0]
        seen, view, scale = result.node("trust"), result.views[0], model.node("trust").scale
        for thing in (draft, model, made, result):
            self.assertFalse(thing.closed)
            thing.close()
            self.assertTrue(thing.closed)
            self.assertIn("closed", repr(thing) if thing is not draft else "closed")
        for act in (lambda: model.id, lambda: model.nodes, lambda: model.to_json(), lambda: model.with_overlay("supplier"),
                    lambda: model.assessment("a", "A", "2026-09-30"), lambda: model.write(io.StringIO()),
                    lambda: model.__enter__(), lambda: node.title, lambda: node.children, lambda: scale.steps,
                    lambda: rapport.Assessment.read(kit.read(data("alliance.json")), model),
                    lambda: made.id, lambda: made.parties, lambda: made.assess(), lambda: made.model, lambda: made.party("p"),
                    lambda: made.fact("trust", 1), lambda: made.amounts("benefits", {}), lambda: party.title,
                    lambda: party.rater("s"), lambda: rater.answer("trust", 1), lambda: rater.answer_to("trust"),
                    lambda: setattr(made, "anonymity_floor", 3),
                    lambda: result.joint, lambda: result.nodes, lambda: result.views, lambda: result.report(),
                    lambda: result.to_dict(), lambda: result.explain("trust"), lambda: result.write(io.StringIO()),
                    lambda: result.assessment, lambda: result.model, lambda: result.priorities, lambda: result.perception,
                    lambda: result.measure("balance"), lambda: gate.state, lambda: seen.joint, lambda: seen.lift,
                    lambda: seen.perception, lambda: view.score, lambda: view.band,
                    lambda: draft.band("low", 0), lambda: draft.check(), lambda: draft.build()):
            with self.subTest(line=act.__code__.co_firstlineno, names=act.__code__.co_names), self.assertRaises(rapport.Closed):
                act()

    def test_closing_what_a_property_handed_out_leaves_the_owner(self):
        with rapport.Model.builtin("best-partner") as model, review(model) as made, made.assess() as result:
            self.assertIs(result.model, result.model)
            for handed in (made.model, result.model, result.assessment):
                handed.close()
            self.assertEqual((made.model.id, result.model.id, result.assessment.id), ("best-partner", "best-partner", "a"))
            made.raters[0].answer("trust", 2)
            self.assertEqual(made.assess().joint.score, 25.0)


class Changes(unittest.TestCase):
    def test_an_older_result_keeps_its_numbers_and_writes_no_texts(self):
        with rapport.Model.builtin("best-partner") as model, review(model) as made:
            before = made.assess()
            made.raters[0].answer("trust", 2)
            made.party("q", voice="one")
            after = made.assess()
            self.assertEqual((before.joint.score, after.joint.score), (75.0, 25.0))
            self.assertEqual((len(before.views), len(after.views)), (1, 2))
            self.assertNotIn("q", before.views)
            for text in (before.report, before.to_json, lambda: before.explain("trust"), lambda: before.write(io.StringIO())):
                with self.assertRaises(rapport.Stale):
                    text()
            self.assertIn("Best partner", after.report())

    def test_what_is_refused_does_not_age_a_result(self):
        with rapport.Model.builtin("best-partner") as model, review(model) as made:
            result = made.assess()
            with self.assertRaises(rapport.BadValue):
                made.raters[0].answer("trust", 9)
            self.assertIn("Best partner", result.report())


class Writers(unittest.TestCase):
    def setUp(self):
        self.result = rapport.assess_file(data("alliance.json"))

    def test_pieces_add_up_to_the_text(self):
        pieces, file = [], io.StringIO()
        self.result.write(pieces.append)
        self.result.write(file, "json")
        self.assertGreater(len(pieces), 1)
        self.assertEqual("".join(pieces), self.result.report())
        self.assertEqual(file.getvalue(), self.result.to_json())
        pieces.clear()
        self.result.model.write(pieces.append)
        self.assertEqual("".join(pieces), self.result.model.to_json())

    def test_text_longer_than_the_first_buffer(self):
        text = importlib.import_module("rapport._text")
        whole, first = self.result.to_json(), text.FIRST_BUFFER
        for capacity in (1, len(whole.encode("utf-8")) - 1, len(whole.encode("utf-8")), len(whole.encode("utf-8")) + 1):
            text.FIRST_BUFFER = capacity
            try:
                self.assertEqual(self.result.to_json(), whole)
            finally:
                text.FIRST_BUFFER = first

    def test_what_a_writer_raises_comes_out_as_it_was(self):
        cause = OSError("disk")

        def writer(_):
            raise RuntimeError("full") from cause

        for write in (self.result.write, self.result.model.write):
            with self.assertRaisesRegex(RuntimeError, "full") as caught:
                write(writer)
            self.assertIs(caught.exception.__cause__, cause)
        with self.assertRaises(KeyboardInterrupt):
            self.result.write(lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        self.assertIn("Nordlys", self.result.report())

    def test_a_writer_that_closes_what_is_being_written(self):
        for thing in (self.result.model, self.result):
            pieces = []
            thing.write(lambda piece: (pieces.append(piece), thing.close()))
            self.assertGreater(len("".join(pieces)), 1000)
            self.assertTrue(thing.closed)


class Memory(unittest.TestCase):
    def test_a_hundred_thousand_objects_leave_nothing_behind(self):
        """Apart from the counted destructions: what the process holds does not grow. In a process of its own."""
        script = f"""
import resource, sys
sys.path[:0] = [{kit.MODULE!r}, {os.path.dirname(os.path.abspath(__file__))!r}]
import rapport
rapport.load({kit.LIBRARY!r})
draft = rapport.Draft("m", "1")
draft.levels("s", 5, labels=["a", "b", "c", "d", "e"])
draft.criterion("trust", "s", anchors=["1", "2", "3", "4", "5"])
draft.band("low", 0)
def cycle():
    with draft.build() as model, model.assessment("a", "A", "2026-09-30") as made:
        made.party("p").rater("r").answer("trust", 3, note="a note")
        first, second = made.assess(), made.assess()
        if first.joint.score != 50:
            sys.exit("wrong")
def many(count):
    for index in range(count):
        cycle()
        if index % 100 == 0:
            for text in ("{{", b"\\xff"):
                try:
                    rapport.Model.read(text)
                except rapport.BadSyntax:
                    pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
many(1000)
print(-many(0) + many({CYCLES}))
"""
        done = subprocess.run([sys.executable, "-B", "-c", script], stdout=subprocess.PIPE, check=True, timeout=110)
        self.assertLess(int(done.stdout) // (1024 if sys.platform == "darwin" else 1), ROOM)


class Threads(unittest.TestCase):
    def test_one_model_in_many_threads(self):
        with rapport.Model.builtin("best-partner") as model:
            expected, found = review(model).assess().to_json(), []

            def work():
                for _ in range(20):
                    with review(model) as made, made.assess() as result:
                        found.append(result.to_json() == expected)

            threads = [threading.Thread(target=work) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(found, [True] * 160)


class Loading(unittest.TestCase):
    """Each in a process of its own: a library is loaded once."""

    def run_python(self, code, library=None, module=kit.MODULE):
        environment = {key: value for key, value in os.environ.items() if key != "RAPPORT_LIBRARY"}
        environment["PYTHONPATH"] = module
        if library is not None:
            environment["RAPPORT_LIBRARY"] = library
        done = subprocess.run([sys.executable, "-B", "-c", "import rapport\n" + code], env=environment, timeout=100,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        return done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1]

    def test_a_path_the_environment_and_the_folder_beside(self):
        version = rapport.version()
        self.assertEqual(self.run_python(f"rapport.load({kit.LIBRARY!r}); print(rapport.version())"), version)
        self.assertEqual(self.run_python("print(rapport.version())", kit.LIBRARY), version)
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(os.path.join(kit.MODULE, "rapport"), os.path.join(folder, "rapport"))
            name = "librapport.dylib" if sys.platform == "darwin" else "librapport.so"
            os.symlink(kit.LIBRARY, os.path.join(folder, name))
            self.assertEqual(self.run_python("print(rapport.load())", module=folder), os.path.join(folder, name))

    def test_a_path_goes_before_the_environment(self):
        self.assertEqual(self.run_python(f"print(rapport.load({kit.LIBRARY!r}))", "/nowhere/librapport.so"), kit.LIBRARY)

    def test_importing_loads_nothing(self):
        self.assertEqual(self.run_python("print('imported')", "/nowhere/librapport.so"), "imported")

    def test_what_is_no_library(self):
        for library in ("/nowhere/librapport.so", os.path.join(kit.SOURCE, "LICENSE")):
            self.assertIn("LibraryError: the Rapport library cannot be loaded", self.run_python("rapport.version()", library))

    def test_another_library_than_ours(self):
        code = "import _ctypes; print(rapport.load(_ctypes.__file__))"
        self.assertIn("it lacks rapport_", self.run_python(code))

    def test_another_version(self):
        code = ("import rapport._constants as c, rapport._library as l; c.RAPPORT_VERSION_MINOR += 1; rapport.version()")
        self.assertIn("LibraryError: this module is for version", self.run_python(code, kit.LIBRARY))

    def test_a_second_library(self):
        self.assertIn("LibraryError: the library is loaded already",
                      self.run_python("rapport.version(); rapport.load('/nowhere/librapport.so')", kit.LIBRARY))
        self.assertEqual(self.run_python(f"rapport.version(); print(rapport.load({kit.LIBRARY!r}))", kit.LIBRARY), kit.LIBRARY)


if __name__ == "__main__":
    kit.main()
