# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Rapport assesses partnerships: what each side says in; score, gaps and reasons out.

    with rapport.Model.builtin("best-partner") as model, \\
            model.assessment("2026-q3", "Northwind and Contoso", "2026-09-30") as review:
        review.party("northwind", voice="one").rater("anna").answer("trust", 4)
        result = review.assess()
        print(result.joint.score, result.joint.band, result.node("trust").gap)

Over the shared library, which is found in this order: load(path), the environment's RAPPORT_LIBRARY, beside this package,
where the system keeps its libraries. docs/python.md is the manual.
"""
from __future__ import annotations

from typing import Optional

from . import measures
from ._library import lib as _lib
from .assessment import DECLINED, DONT_KNOW, NOT_APPLICABLE, Answer, Assessment, ModelSource, Party, Rater
from .candidates import Candidates, Method, Parameter, Ranking, ranking_methods
from .draft import Draft
from .errors import (BadArgument, BadDocument, BadSyntax, BadValue, Closed, Duplicate, Error, LibraryError, Limit, NoMemory,
                     NotFound, Stale, Undefined, WriteFailed)
from .model import Model, PathLike, builtin_models, builtin_text
from .parts import Band, Gate, Node, Overlay, Scale, Step
from .ratings import Agreement, Ratings, agreement
from .robustness import LeftOut, Robustness, Standing, Tornado, WeightChange, WeightInterval
from .result import (Bounds, Cell, GateResult, Joint, NodeResult, Perception, PerceptionSummary, Requirement, Result, View,
                     assess_file)

__all__ = ["DECLINED", "DONT_KNOW", "NOT_APPLICABLE", "Agreement", "Answer", "Assessment", "BadArgument",
           "BadDocument", "BadSyntax", "BadValue", "Band", "Bounds", "Candidates", "Cell", "Closed", "Draft",
           "Duplicate", "Error", "Gate", "GateResult", "Joint", "LeftOut", "LibraryError", "Limit", "Method", "Model",
           "ModelSource", "NoMemory", "Node", "NodeResult", "NotFound", "Overlay", "Parameter", "Party", "Perception",
           "PerceptionSummary", "Ranking", "Rater", "Ratings", "Requirement", "Result", "Robustness", "Scale",
           "Stale", "Standing", "Step", "Tornado", "Undefined", "View", "WeightChange", "WeightInterval",
           "WriteFailed", "agreement", "algorithm", "assess_file", "builtin_models", "builtin_text", "load",
           "measures", "ranking_methods", "version"]


def load(path: Optional[PathLike] = None) -> str:
    """Loads the shared library, from a path or from where it is found; returns the path. Nothing needs it but a path."""
    return _lib.load(path)


def version() -> str:
    """Version of the library that is running, such as "0.1.0"."""
    return _lib.rapport_version_text().decode()


def algorithm() -> int:
    """Version of the numbers: raised whenever the same input could give another result."""
    return _lib.rapport_algorithm()
