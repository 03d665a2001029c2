# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Runs the command under test: argv[1] or RAPPORT_COMMAND; the sources: argv[2] or RAPPORT_SOURCE."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

_paths = [word for word in sys.argv[1:] if not word.startswith("-")]
COMMAND = os.path.abspath(_paths[0] if _paths else os.environ["RAPPORT_COMMAND"])
SOURCE = os.path.abspath(_paths[1] if len(_paths) > 1 else os.environ["RAPPORT_SOURCE"])
DATA = os.path.join(SOURCE, "examples", "data")

DONE, NOT_MET, USAGE, BAD_DATA, NO_INPUT, INTERNAL, NO_OUTPUT = 0, 1, 2, 65, 66, 70, 74


def data(name):
    return os.path.join(DATA, name)


def sanitized():
    """A sanitizer reserves far more address space than it uses."""
    with open(COMMAND, "rb") as handle:
        return b"__asan_init" in handle.read()


class Ran:
    """What one run of the command left behind."""

    def __init__(self, code, out, err):
        self.code, self.raw, self.out, self.err = code, out, out.decode("utf-8"), err.decode("utf-8")

    def json(self):
        return json.loads(self.out)


def rapport(*words, stdin=b"", cwd=None, env=None, **more):
    """Runs the command; env adds to the environment, None in it takes away."""
    changes = dict(env or {})
    if any(key.startswith(("LC_", "LANG")) for key in changes):
        changes["LD_PRELOAD"] = None  # what switches to a locale with decimal commas needs that very locale
    surroundings = {key: value for key, value in dict(os.environ, **changes).items() if value is not None}
    if isinstance(stdin, str):
        stdin = stdin.encode("utf-8")
    done = subprocess.run([COMMAND] + [str(word) for word in words], input=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, cwd=cwd, env=surroundings, timeout=100, **more)
    return Ran(done.returncode, done.stdout, done.stderr)


class CommandTest(unittest.TestCase):
    """A test with a folder of its own."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as handle:
            handle.write(content if isinstance(content, bytes) else
                         (content if isinstance(content, str) else json.dumps(content)).encode("utf-8"))
        return path

    def ok(self, *words, **more):
        ran = rapport(*words, **more)
        self.assertEqual((ran.code, ran.err), (DONE, ""), words)
        return ran

    def fails(self, code, *words, says=None, **more):
        """It ends with this code, says so on standard error in one line, and writes no data."""
        ran = rapport(*words, **more)
        self.assertEqual(ran.code, code, (words, ran.err))
        self.assertEqual(ran.out, "", words)
        self.assertTrue(ran.err.startswith("rapport: ") and ran.err.endswith("\n"), ran.err)
        self.assertEqual(ran.err.count("\n"), 1, ran.err)
        if says is not None:
            self.assertIn(says, ran.err)
        return ran


MODEL = {
    "format": "rapport-model/1", "id": "small", "version": "1", "scales": {"ladder": {"kind": "levels", "levels": [{}] * 5}},
    "criteria": [{"id": "trust", "weight": 3, "scale": "ladder"}, {"id": "price", "weight": 1, "scale": "ladder"}],
    "bands": [{"id": "low", "from": 0}, {"id": "high", "from": 50}],
    "overlays": {"supplier": {"weights": {"price": 3}}},
}


def small(**changes):
    """An assessment of two criteria: trust 75 and price 25 points, 3 to 1, so (3*75 + 25)/4 = 62.5."""
    document = {
        "format": "rapport-assessment/1", "id": "one", "partnership": "A and B", "date": "2026-01-01", "model": MODEL,
        "parties": [{"id": "a", "raters": [{"id": "r", "answers": {"trust": 4, "price": 2}}]}],
    }
    document.update(changes)
    return document


def main():
    del sys.argv[1:1 + len(_paths)]
    unittest.main()
