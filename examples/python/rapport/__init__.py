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

from . import measures, trend, weights
from ._library import lib as _lib
from .assessment import DECLINED, DONT_KNOW, NOT_APPLICABLE, Answer, Assessment, ModelSource, Party, Rater
from .backtest import Backtest
from .candidates import Candidates, Method, Parameter, Ranking, ranking_methods
from .draft import Draft
from .errors import (BadArgument, BadDocument, BadSyntax, BadValue, Closed, Duplicate, Error, LibraryError, Limit, NoMemory,
                     NotFound, Stale, Undefined, WriteFailed)
from .ledger import Ledger, Measures, Pattern, read_measures
from .model import Model, PathLike, builtin_models, builtin_text
from .parts import Band, Gate, Node, Overlay, Scale, Step
from .perspectives import Consensus, ImportanceGap, Opinion, Perspective, Place
from .planning import (Actions, BandGap, Knapsack, Move, Obstacle, Plan, PlanPhase, PlanRejection, PlanStep, band_gap,
                       knapsack)
from .ratings import Agreement, Ratings, agreement
from .result import (Bounds, Cell, GateResult, Joint, NodeResult, Perception, PerceptionSummary, Requirement, Result, View,
                     assess_file)
from .robustness import Robustness, Standing, Tornado, WeightChange, WeightInterval, Without
from .rounds import Change, Comparison, GateChange, LeftOut, PerceptionChange, Point, Round, RoundWarning, Trend, compare
from .scorecard import Scorecard, ScorecardDifference, ScorecardOutcome, ScorecardPeriod
from .weights import (Area, Consistency, Correlation, Judgements, RaterWeights, Spread, Weights, auc, correlation, weigh,
                      weighting_methods)

__all__ = ["Actions", "Agreement", "Answer", "Area", "Assessment", "BadArgument", "BadDocument", "BadSyntax",
           "BadValue", "Backtest", "Band", "BandGap", "Bounds", "Candidates", "Cell", "Change", "Closed", "Comparison", "Consensus",
           "Consistency", "Correlation", "DECLINED", "DONT_KNOW", "Draft", "Duplicate", "Error", "Gate", "GateChange",
           "GateResult", "ImportanceGap", "Joint", "Judgements", "Knapsack", "Ledger", "LeftOut", "LibraryError",
           "Limit", "Measures", "Method", "Model", "ModelSource", "Move", "NOT_APPLICABLE", "NoMemory", "Node",
           "NodeResult", "NotFound", "Obstacle", "Opinion", "Overlay", "Parameter", "Party", "Pattern", "Perception",
           "PerceptionChange", "PerceptionSummary", "Perspective", "Place", "Plan", "PlanPhase", "PlanRejection",
           "PlanStep", "Point", "Ranking", "Rater", "RaterWeights", "Ratings", "Requirement", "Result", "Robustness",
           "Round", "RoundWarning", "Scale", "Scorecard", "ScorecardDifference", "ScorecardOutcome", "ScorecardPeriod",
           "Spread", "Stale", "Standing", "Step", "Tornado", "Trend", "Undefined", "View", "WeightChange",
           "WeightInterval", "Weights", "Without", "WriteFailed", "agreement", "algorithm", "assess_file", "auc",
           "band_gap", "builtin_models", "builtin_text", "compare", "correlation", "knapsack", "load", "measures",
           "ranking_methods", "read_measures", "trend", "version", "weigh", "weighting_methods", "weights"]


def load(path: Optional[PathLike] = None) -> str:
    """Loads the shared library, from a path or from where it is found; returns the path. Nothing needs it but a path."""
    return _lib.load(path)


def version() -> str:
    """Version of the library that is running, such as "0.1.0"."""
    return _lib.rapport_version_text().decode()


def algorithm() -> int:
    """Version of the numbers: raised whenever the same input could give another result."""
    return _lib.rapport_algorithm()
