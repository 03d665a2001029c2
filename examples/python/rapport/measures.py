# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Measures of a partnership over plain sequences of numbers: docs/measures.md says what each means.

Tables are sequences of rows. Parties, skills, aims and so on are numbered from 0. A measure that does not exist is None.
"""
from __future__ import annotations

import ctypes
from ctypes import byref, c_double, c_int32, c_uint32
from typing import Any, Iterable, List, NamedTuple, Optional, Sequence, Tuple

from . import _constants as c
from . import _names as names
from . import _structs as structs
from ._catalog import code
from ._library import check, lib
from ._text import real, whole, yes_or_no
from .errors import BadValue

Numbers = Iterable[float]
Table = Iterable[Iterable[float]]
Pair = Tuple[int, int]


class Gain(NamedTuple):
    """kind is "win-win", "win-lose" or "lose-lose"; nash, the n-th root of the product, is None unless it is win-win."""

    kind: str
    surplus: float
    worst: float
    worst_party: int
    nash: Optional[float]


class Balance(NamedTuple):
    """balance is against the agreed shares; the others are about equality."""

    balance: float
    jain: float
    jain_rescaled: float
    smallest_to_largest: float


class Equity(NamedTuple):
    """ratios are benefit share / contribution share of each party; index is the lowest over the highest."""

    index: float
    ratios: List[float]
    lowest_party: int
    highest_party: int


class Overload(NamedTuple):
    """ratio is None where party bears something and agreed to nothing; overloaded is how many are above 1.5."""

    ratio: Optional[float]
    party: int
    overloaded: int
    patterns: Tuple[str, ...]


class SkillFit(NamedTuple):
    """How different the skills are, and how good that is."""

    distance: float
    cosine: float
    fit: float


class SkillCoverage(NamedTuple):
    """Of all, of each alone, and how much of it the best party would lack without the others."""

    all: float
    alone: List[float]
    best_party: int
    need: float
    holes: int


class Work(NamedTuple):
    """beyond are the tasks beyond the knowledge of those who do them; focus is None if nobody knows anything."""

    beyond: List[int]
    beyond_share: float
    focus: Optional[float]


class Alignment(NamedTuple):
    """Overlap over pairs; lowest_pair is who and with whom, for transparency who believes and whose aims they are."""

    mean: float
    lowest: float
    lowest_pair: Pair
    pairs: int


class SharedVision(NamedTuple):
    """Points of the party that shares it least."""

    value: float
    weakest_party: int


class Triad(NamedTuple):
    """bottleneck is "vision", "leadership" or "strategy"."""

    score: float
    bottleneck: str
    lowest: float
    harmony: float
    evenness: float
    patterns: Tuple[str, ...]


class PlanChain(NamedTuple):
    """dreams are goals, orphans actions; the last two shares are None without strategies, without actions."""

    served: float
    backed: float
    dreams: List[int]
    orphans: List[int]
    aimless: int
    idle: int
    unready: int
    strategies_acted: Optional[float]
    actions_ready: Optional[float]


class Coalition(NamedTuple):
    """shares are of each party, value is the lowest times the agreement."""

    value: float
    shares: List[float]
    weakest_party: int


class Scenarios(NamedTuple):
    """Three numbers a plan, and the plan that each of the three attitudes takes."""

    means: List[float]
    minima: List[float]
    regrets: List[float]
    highest_mean: int
    highest_minimum: int
    least_regret: int


class Decisions(NamedTuple):
    """both is the harmonic mean."""

    speed: float
    accuracy: float
    both: float


class ValueChain(NamedTuple):
    """earliest and latest are None without joint work; holes are the stages between them that lack it."""

    reach: float
    earliest: Optional[int]
    latest: Optional[int]
    holes: List[int]


class Dependence(NamedTuple):
    """asymmetry is ours minus theirs."""

    joint: float
    asymmetry: float


class Network(NamedTuple):
    """weakest_link and widest are (number, pair), the pair of the widest difference beginning with who trusts more."""

    mutual: float
    asymmetry: float
    weakest_link: Tuple[float, Pair]
    widest: Tuple[float, Pair]
    density: float
    reciprocity: Optional[float]
    centralisation: Optional[float]
    islands: int
    brokers: List[int]


# ---------------------------------------------------------------- arrays in and out


def _numbers(values: Numbers) -> Any:
    found = [real(value) for value in values]
    return (c_double * len(found))(*found)


def _optional(values: Optional[Numbers], count: int, what: str) -> Any:
    return None if values is None else _same(_numbers(values), count, what)


def _flags(values: Iterable[bool]) -> Any:
    found = [yes_or_no(bool(value)) for value in values]
    return (c_int32 * len(found))(*found)


def _indices(values: Iterable[int]) -> Any:
    found = [whole(value) for value in values]
    return (c_uint32 * len(found))(*found)


def _same(array: Any, count: int, what: str) -> Any:
    """An array that must be as long as another one."""
    if len(array) != count:
        raise BadValue(f"{what}: {len(array)} where there are {count}")
    return array


def _rows(rows: Iterable[Iterable[Any]], what: str, columns: Optional[int] = None) -> Tuple[List[Any], int, int]:
    """A table, row after row, with its size."""
    table = [list(row) for row in rows]
    width = columns if columns is not None else len(table[0]) if table else 0
    for row in table:
        _same(row, width, what)
    return [value for row in table for value in row], len(table), width


def _room(count: int) -> Any:
    return (c_double * count)()


def _fill(kind: Any, name: str, *arguments: Any) -> Any:
    """The struct that a function fills as its last argument; None where the measure does not exist."""
    out = kind(struct_size=ctypes.sizeof(kind))
    status = getattr(lib, name)(*arguments, byref(out))
    if status == c.RAPPORT_UNDEFINED:
        return None
    check(status)
    return out


def _number(name: str, *arguments: Any) -> Optional[float]:
    out = c_double()
    status = getattr(lib, name)(*arguments, byref(out))
    if status == c.RAPPORT_UNDEFINED:
        return None
    check(status)
    return out.value


def _exists(value: float, there: int) -> Optional[float]:
    return value if there else None


def _patterns(bits: int) -> Tuple[str, ...]:
    return tuple(word for bit, word in names.PATTERNS.items() if bits & bit)


# ---------------------------------------------------------------- gain, balance and burden


def net_benefits(benefits: Numbers, burdens: Optional[Numbers] = None,
                 alternatives: Optional[Numbers] = None) -> Optional[List[float]]:
    """What each party is better off by than with its best alternative."""
    gets = _numbers(benefits)
    net = _room(len(gets))
    status = lib.rapport_net_benefit_compute(gets, _optional(burdens, len(gets), "burdens"),
                                             _optional(alternatives, len(gets), "alternatives"), len(gets), net)
    if status == c.RAPPORT_UNDEFINED:
        return None
    check(status)
    return list(net)


def gain(net: Numbers) -> Optional[Gain]:
    """Win-win class, joint surplus, worst-off party and Nash product of net benefits."""
    values = _numbers(net)
    out = _fill(structs.rapport_gain, "rapport_gain_compute", values, len(values))
    return out and Gain(names.GAINS[out.kind], out.surplus, out.worst, out.worst_party, _exists(out.nash, out.has_nash))


def synergy(together: float, alone: Numbers) -> Optional[float]:
    """What all achieve together beyond the sum of what they would achieve alone, relative to that."""
    values = _numbers(alone)
    return _number("rapport_synergy_compute", real(together), values, len(values))


def balance(amounts: Numbers, agreed: Optional[Numbers] = None) -> Optional[Balance]:
    """How evenly amounts are spread, or how much as agreed."""
    values = _numbers(amounts)
    out = _fill(structs.rapport_balance, "rapport_balance_compute", values, _optional(agreed, len(values), "agreed"),
                len(values))
    return out and Balance(out.balance, out.jain, out.jain_rescaled, out.smallest_to_largest)


def equity(benefits: Numbers, contributions: Numbers) -> Optional[Equity]:
    """What each gets against what it puts in."""
    gets = _numbers(benefits)
    ratios = _room(len(gets))
    out = _fill(structs.rapport_equity, "rapport_equity_compute", gets,
                _same(_numbers(contributions), len(gets), "contributions"), len(gets), ratios)
    return out and Equity(out.index, list(ratios), out.lowest_party, out.highest_party)


def overload(burdens: Numbers, agreed: Optional[Numbers] = None) -> Optional[Overload]:
    """The largest burden share against the agreed one."""
    values = _numbers(burdens)
    out = _fill(structs.rapport_overload, "rapport_overload_compute", values, _optional(agreed, len(values), "agreed"),
                len(values))
    return out and Overload(_exists(out.ratio, out.has_ratio), out.party, out.overloaded, _patterns(out.patterns))


# ---------------------------------------------------------------- skills


def skill_fit(ours: Numbers, theirs: Numbers, optimum: float = 0.5) -> Optional[SkillFit]:
    """Distance of two parties' skills, and whether they are distinctive yet related."""
    values = _numbers(ours)
    out = _fill(structs.rapport_skill_fit, "rapport_skill_fit_compute", values,
                _same(_numbers(theirs), len(values), "theirs"), len(values), real(optimum))
    return out and SkillFit(out.distance, out.cosine, out.fit)


def skill_coverage(importance: Numbers, levels: Table) -> Optional[SkillCoverage]:
    """Coverage of what is required, one row of levels (0..1) a party."""
    weights = _numbers(importance)
    table, parties, skills = _rows(levels, "levels", len(weights))
    alone = _room(parties)
    out = _fill(structs.rapport_skill_coverage, "rapport_skill_coverage_compute", weights, _numbers(table), parties, skills,
                alone)
    return out and SkillCoverage(out.all, list(alone), out.best_party, out.need, out.holes)


def skill_shares(importance: Numbers, levels: Table) -> Optional[List[float]]:
    """What each party adds to the coverage of all: Shapley values."""
    weights = _numbers(importance)
    table, parties, skills = _rows(levels, "levels", len(weights))
    shares = _room(parties)
    status = lib.rapport_skill_shapley_compute(weights, _numbers(table), parties, skills, shares)
    if status == c.RAPPORT_UNDEFINED:
        return None
    check(status)
    return list(shares)


def skill_uniqueness(ours: Numbers, rivals: Table = (), importance: Optional[Numbers] = None,
                     held_from: float = 0.5) -> Optional[float]:
    """1 / number of holders of the skills that we hold, weighted; a skill is held from a level on."""
    values = _numbers(ours)
    table, count, skills = _rows(rivals, "rivals", len(values))
    return _number("rapport_skill_uniqueness_compute", _optional(importance, skills, "importance"), values, _numbers(table),
                   count, skills, real(held_from), None)


def work(amounts: Numbers, required: Numbers, assigned: Iterable[int], levels: Table) -> Optional[Work]:
    """Work beyond knowledge and focus: amount, required level and party of each task; one row of levels a party."""
    loads = _numbers(amounts)
    table, parties, tasks = _rows(levels, "levels", len(loads))
    beyond = (c_uint32 * tasks)()
    out = _fill(structs.rapport_work, "rapport_work_compute", loads, _same(_numbers(required), tasks, "required"),
                _same(_indices(assigned), tasks, "assigned"), _numbers(table), parties, tasks, beyond, tasks)
    return out and Work(beyond[:out.beyond], out.beyond_share, _exists(out.focus, out.has_focus))


# ---------------------------------------------------------------- aims and vision


def aim_overlap(ours: Numbers, theirs: Numbers) -> Optional[float]:
    """Overlap of two sets of priorities: what two want, or what one believes and the other states."""
    values = _numbers(ours)
    return _number("rapport_aim_overlap_compute", values, _same(_numbers(theirs), len(values), "theirs"), len(values))


def _alignment(out: Any) -> Optional[Alignment]:
    return out and Alignment(out.mean, out.lowest, (out.one, out.other), out.pairs)


def aim_alignment(weights: Table) -> Optional[Alignment]:
    """Overlap of the aims of all pairs, one row of weights a party."""
    table, parties, aims = _rows(weights, "weights")
    return _alignment(_fill(structs.rapport_alignment, "rapport_aim_alignment_compute", _numbers(table), parties, aims))


def aim_transparency(believed: Sequence[Sequence[Numbers]], stated: Table) -> Optional[Alignment]:
    """How well the parties know each other's aims: believed[a][b] is what a believes b to want; zeros where not asked."""
    table, parties, aims = _rows(stated, "stated")
    cells, rows, _ = _rows([cell for row in believed for cell in _same(list(row), parties, "believed")], "believed", aims)
    if rows != parties * parties:
        raise BadValue(f"believed: {rows} rows where there are {parties * parties}")
    return _alignment(_fill(structs.rapport_alignment, "rapport_aim_transparency_compute", _numbers(cells), _numbers(table),
                            parties, aims))


def opposed_aims(support: Table) -> Optional[List[int]]:
    """The aims that one party supports (up to 1) and another opposes (down to -1)."""
    table, parties, aims = _rows(support, "support")
    opposed, count = (c_uint32 * aims)(), c_uint32()
    status = lib.rapport_aim_conflict_compute(_numbers(table), parties, aims, opposed, aims, byref(count))
    if status == c.RAPPORT_UNDEFINED:
        return None
    check(status)
    return opposed[:count.value]


def shared_vision(means: Numbers, agreements: Numbers) -> Optional[SharedVision]:
    """The least over the parties of mean (points) times agreement (r_wg)."""
    values = _numbers(means)
    out = _fill(structs.rapport_shared_vision, "rapport_shared_vision_compute", values,
                _same(_numbers(agreements), len(values), "agreements"), len(values))
    return out and SharedVision(out.value, out.weakest_party)


def boldness(today: float, target: float, feasible: float) -> Optional[float]:
    """How much of the way from today to the best that is feasible a vision asks for."""
    return _number("rapport_boldness_compute", real(today), real(target), real(feasible))


def horizon_overlap(horizons: Numbers) -> Optional[float]:
    """The shortest horizon / the longest."""
    values = _numbers(horizons)
    return _number("rapport_horizon_overlap_compute", values, len(values))


# ---------------------------------------------------------------- vision, leadership, strategy


def triad(vision: float, leadership: float, strategy: float) -> Triad:
    """The three together, in points."""
    out = _fill(structs.rapport_triad, "rapport_triad_compute", real(vision), real(leadership), real(strategy))
    return Triad(out.score, names.TRIAD[out.bottleneck], out.lowest, out.harmony, out.evenness, _patterns(out.patterns))


def plan_chain(goals: Numbers, strategies: int, links: Iterable[Pair], ready: Iterable[bool],
               steps: Iterable[Pair]) -> Optional[PlanChain]:
    """From goals (weights) to actions (ready or not): links are (strategy, goal), steps (action, strategy)."""
    weights, flags, served, carried = _numbers(goals), _flags(ready), list(links), list(steps)
    dreams, orphans = (c_uint32 * len(weights))(), (c_uint32 * len(flags))()
    plan = structs.rapport_plan_links(
        ctypes.sizeof(structs.rapport_plan_links), len(weights), whole(strategies), len(flags), len(served), len(carried),
        weights, _indices(link[0] for link in served), _indices(link[1] for link in served),
        _indices(step[0] for step in carried), _indices(step[1] for step in carried), flags)
    out = _fill(structs.rapport_plan_chain, "rapport_plan_chain_compute", byref(plan), dreams, len(dreams), orphans,
                len(orphans))
    return out and PlanChain(out.served, out.backed, dreams[:out.dreams], orphans[:out.orphans], out.aimless, out.idle,
                             out.unready, _exists(out.strategies_acted, strategies), _exists(out.actions_ready, len(flags)))


def coalition(held: Iterable[Iterable[bool]], weights: Optional[Table] = None, agreement: float = 1) -> Optional[Coalition]:
    """Key roles held by committed people, one row of roles a party, times their agreement."""
    flags, parties, roles = _rows(held, "held")
    table = None if weights is None else _same(_numbers(_rows(weights, "weights", roles)[0]), parties * roles, "weights")
    shares = _room(parties)
    out = _fill(structs.rapport_coalition, "rapport_coalition_compute", table, _flags(flags), parties, roles, real(agreement),
                shares)
    return out and Coalition(out.value, list(shares), out.weakest_party)


def scenarios(payoffs: Table, probabilities: Optional[Numbers] = None) -> Optional[Scenarios]:
    """What plans bring in several futures, one row of payoffs a plan."""
    table, plans, futures = _rows(payoffs, "payoffs")
    means, minima, regrets = _room(plans), _room(plans), _room(plans)
    out = _fill(structs.rapport_scenarios, "rapport_scenario_compute", _numbers(table),
                _optional(probabilities, futures, "probabilities"), plans, futures, means, minima, regrets)
    return out and Scenarios(list(means), list(minima), list(regrets), out.highest_mean, out.highest_minimum, out.least_regret)


def decisions(taken: Numbers, due: Numbers, reversed_: Iterable[bool]) -> Optional[Decisions]:
    """Speed and accuracy: how long each decision took, how long it might, whether it was taken back."""
    times = _numbers(taken)
    out = _fill(structs.rapport_decisions, "rapport_decision_compute", times, _same(_numbers(due), len(times), "due"),
                _same(_flags(reversed_), len(times), "reversed"), len(times))
    return out and Decisions(out.speed, out.accuracy, out.both)


def value_chain(joint: Iterable[bool], weights: Optional[Numbers] = None) -> Optional[ValueChain]:
    """Share of the stages with joint work, from idea to product."""
    flags = _flags(joint)
    holes = (c_uint32 * len(flags))()
    out = _fill(structs.rapport_value_chain, "rapport_value_chain_compute", _optional(weights, len(flags), "weights"), flags,
                len(flags), holes, len(flags))
    there = out and out.earliest != c.RAPPORT_NONE
    return out and ValueChain(out.reach, out.earliest if there else None, out.latest if there else None, holes[:out.holes])


def price_dominance(is_price: Iterable[bool], weights: Optional[Numbers] = None) -> Optional[float]:
    """Share of price among the topics."""
    flags = _flags(is_price)
    return _number("rapport_price_dominance_compute", _optional(weights, len(flags), "weights"), flags, len(flags))


# ---------------------------------------------------------------- importance and performance


class Quadrants(NamedTuple):
    """One quadrant and one priority a criterion; None for what does not take part, and priorities None without a range."""

    quadrants: List[Optional[str]]
    priorities: List[Optional[float]]
    importance_cut: float
    performance_cut: Optional[float]


def _range(given: Optional[Tuple[float, float]], what: str) -> Tuple[float, float]:
    if given is None:
        return 0.0, 0.0
    return real(given[0], what), real(given[1], what)


def importance_performance(importance: Sequence[Optional[float]], performance: Sequence[Optional[float]],
                           targets: Optional[Numbers] = None, cut: str = "means", *,
                           importance_range: Optional[Tuple[float, float]] = None,
                           performance_range: Optional[Tuple[float, float]] = None) -> Optional[Quadrants]:
    """The quadrants of Martilla and James. A criterion with None on either side does not take part."""
    there = [a is not None and b is not None for a, b in zip(importance, performance)]
    if len(importance) != len(performance):
        raise BadValue(f"performance: {len(performance)} numbers where there are {len(importance)}")
    options = structs.rapport_importance_options(ctypes.sizeof(structs.rapport_importance_options),
                                                 code(names.CUTS, cut, "cut"),
                                                 *_range(importance_range, "importance_range"),
                                                 *_range(performance_range, "performance_range"))
    kinds, numbers = (c_int32 * len(there))(), _room(len(there))
    axes = _fill(structs.rapport_importance_axes, "rapport_importance_compute", _numbers(x or 0 for x in importance),
                 _numbers(x or 0 for x in performance), _optional(targets, len(there), "targets"),
                 (ctypes.c_uint8 * len(there))(*there), len(there), byref(options), kinds, numbers)
    return axes and Quadrants([names.QUADRANTS[kind] for kind in kinds],
                              [x if on and axes.has_priorities else None for x, on in zip(numbers, there)],
                              axes.importance, None if cut == "targets" else axes.performance)


def derived_importance(values: Sequence[Sequence[Optional[float]]], outcome: Numbers) -> Optional[List[Optional[float]]]:
    """Pearson's r of each criterion (a column) with an outcome over a portfolio (a row each); its size is the importance."""
    rows = [list(row) for row in values]
    results = _numbers(outcome)
    if len(rows) != len(results) or any(len(row) != len(rows[0]) for row in rows):
        raise BadValue("values: as many rows as outcomes, all of the same length")
    columns = len(rows[0]) if rows else 0
    flat = [x for row in rows for x in row]
    found, counts = _room(columns), (c_uint32 * columns)()
    status = lib.rapport_derived_importance_compute(_numbers(x or 0 for x in flat), results,
                                                    (ctypes.c_uint8 * len(flat))(*[x is not None for x in flat]),
                                                    len(rows), columns, found, counts)
    if status == c.RAPPORT_UNDEFINED:
        return None
    check(status)
    return [r if count else None for r, count in zip(found, counts)]


# ---------------------------------------------------------------- dependence and networks


def dependence(ours: float, theirs: float) -> Dependence:
    """How much two parties depend on each other, and who more."""
    out = _fill(structs.rapport_dependence, "rapport_dependence_compute", real(ours), real(theirs))
    return Dependence(out.joint, out.asymmetry)


def network(trust: Table, cut: float) -> Optional[Network]:
    """Trust among several, trust[a][b] in points; from the cut on it is a tie. The diagonal is not looked at."""
    table, parties, columns = _rows(trust, "trust")
    if columns != parties:
        raise BadValue(f"trust: {columns} columns where there are {parties} rows")
    brokers = (c_uint32 * parties)()
    out = _fill(structs.rapport_network, "rapport_network_compute", _numbers(table), parties, real(cut), brokers, parties)
    return out and Network(out.mutual, out.asymmetry, (out.weakest, (out.weakest_one, out.weakest_other)),
                           (out.widest, (out.widest_trusting, out.widest_trusted)), out.density,
                           _exists(out.reciprocity, out.has_reciprocity), _exists(out.centralisation, out.has_centralisation),
                           out.islands, brokers[:out.brokers])
