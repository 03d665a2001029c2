# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Where the library, the sources and the command are: arguments 1 to 3, or the environment as tests/CMakeLists.txt sets it."""
import os
import sys
import unittest

_paths = [word for word in sys.argv[1:] if not word.startswith("-")]


def _path(position, variable):
    given = _paths[position] if len(_paths) > position else os.environ.get(variable)
    return os.path.abspath(given) if given else None


LIBRARY = _path(0, "RAPPORT_LIBRARY")
SOURCE = _path(1, "RAPPORT_SOURCE") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMMAND = _path(2, "RAPPORT_COMMAND")
DATA = os.path.join(SOURCE, "examples", "data")
MODULE = os.path.join(SOURCE, "examples", "python")

sys.dont_write_bytecode = True
sys.path.insert(0, MODULE)

import rapport  # noqa: E402

if LIBRARY is None:
    sys.exit("usage: " + os.path.basename(sys.argv[0]) + " LIBRARY [SOURCE [COMMAND]]")
rapport.load(LIBRARY)


def data(name):
    return os.path.join(DATA, name)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    unittest.main(argv=[sys.argv[0]] + [word for word in sys.argv[1:] if word.startswith("-")])
