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

from . import measures, weights
from ._library import lib as _lib
from .assessment import DECLINED, DONT_KNOW, NOT_APPLICABLE, Answer, Assessment, ModelSource, Party, Rater
from .candidates import Candidates, Method, Parameter, Ranking, ranking_methods
from .draft import Draft
from .errors import (BadArgument, BadDocument, BadSyntax, BadValue, Closed, Duplicate, Error, LibraryError, Limit, NoMemory,
                     NotFound, Stale, Undefined, WriteFailed)
from .model import Model, PathLike, builtin_models, builtin_text
from .parts import Band, Gate, Node, Overlay, Scale, Step
from .ratings import Agreement, Ratings, agreement
from .result import (Bounds, Cell, GateResult, Joint, NodeResult, Perception, PerceptionSummary, Requirement, Result, View,
                     assess_file)
from .weights import (Area, Consistency, Correlation, Judgements, RaterWeights, Spread, Weights, auc, correlation, weigh,
                      weighting_methods)

__all__ = ["DECLINED", "DONT_KNOW", "NOT_APPLICABLE", "Agreement", "Answer", "Area", "Assessment", "BadArgument",
           "BadDocument", "BadSyntax", "BadValue", "Band", "Bounds", "Candidates", "Cell", "Closed", "Consistency",
           "Correlation", "Draft", "Duplicate", "Error", "Gate", "GateResult", "Joint", "Judgements", "LibraryError",
           "Limit", "Method", "Model", "ModelSource", "NoMemory", "Node", "NodeResult", "NotFound", "Overlay",
           "Parameter", "Party", "Perception", "PerceptionSummary", "Ranking", "Rater", "RaterWeights", "Ratings",
           "Requirement", "Result", "Scale", "Spread", "Stale", "Step", "Undefined", "View", "Weights", "WriteFailed",
           "agreement", "algorithm", "assess_file", "auc", "builtin_models", "builtin_text", "correlation", "load",
           "measures", "ranking_methods", "version", "weigh", "weighting_methods", "weights"]


def load(path: Optional[PathLike] = None) -> str:
    """Loads the shared library, from a path or from where it is found; returns the path. Nothing needs it but a path."""
    return _lib.load(path)


def version() -> str:
    """Version of the library that is running, such as "0.1.0"."""
    return _lib.rapport_version_text().decode()


def algorithm() -> int:
    """Version of the numbers: raised whenever the same input could give another result."""
    return _lib.rapport_algorithm()
