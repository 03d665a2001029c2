#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The bundled alliance through an analyst's eyes: both views, gaps, and what if one thing after the other got better.

    demo.py [ASSESSMENT]

Takes the library from RAPPORT_LIBRARY or, where that is not set, from the newest build in the build folders.
"""
import glob
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

import rapport  # noqa: E402

STEPS = 6


def load():
    """The library of the newest build that can be loaded; a sanitizer's cannot."""
    if os.environ.get("RAPPORT_LIBRARY"):
        return rapport.load()
    builds = [path for name in ("librapport.so", "librapport.dylib", "rapport.dll")
              for path in glob.glob(os.path.join(ROOT, "build", "*", "src", name))]
    for path in sorted(builds, key=os.path.getmtime, reverse=True):
        try:
            return rapport.load(path)
        except rapport.LibraryError:
            pass
    return rapport.load()


def points(value, sign=""):
    return "    –" if value is None else format(value, sign + "5.1f")


def print_views(result):
    joint = result.joint
    names = [view.title for view in result.views]
    print(f"{result.assessment.partnership}, {result.assessment.date}")
    band = "no band" if joint.band is None else result.model.bands[joint.band].title
    print(f"{band}: {points(joint.gated).strip()} after gates, {points(joint.score).strip()} before, "
          f"{joint.coverage or 0:.0%} answered\n")
    print(f"{'':28}" + "".join(f"{name[:18]:>20}" for name in names) + f"{'joint':>8}")
    for node in result.nodes:
        if node.of.depth == 1:
            print(f"{node.title[:28]:28}" + "".join(f"{points(cell.score):>20}" for cell in node.views.values())
                  + f"{points(node.score):>8}")
    print(f"{'Overall':28}" + "".join(f"{points(view.score):>20}" for view in result.views) + f"{points(joint.score):>8}")


def print_gates(result):
    gates = [gate for gate in result.gates if gate.state not in ("passed", "not-applicable")]
    print("\nGates that did not simply pass" + ("" if gates else ": none"))
    for gate in gates:
        print(f"  {gate.title}: {gate.state}" + (", and holds the score down" if gate.binding else ""))


def print_perception(result):
    seen = [(gap, node) for node in result.criteria for gap in node.perception if gap.notable]
    print("\nWhere the views differ most" + ("" if seen else ": nowhere"))
    for gap, node in sorted(seen, key=lambda pair: -abs(pair[0].gap))[:STEPS]:
        print(f"  {node.title[:34]:34} {points(gap.gap, '+')}  {gap.of} against {gap.against or 'all others'}: {gap.kind}")


def print_contributions(result):
    shares = [node.contribution for node in result.criteria]
    if None in shares:
        print("\nThere is no score to be explained, or part of it is withheld.")
        return
    print(f"\n{len(shares)} criteria contribute {sum(shares):.6f} points: the score is {result.joint.score:.6f}")


def raise_to_target(review, criterion):
    """Lets everyone who answered below the target answer at it; how many did."""
    target, raised = criterion.target, 0
    steps = [step.number for step in criterion.of.scale.steps if step.points >= target] or [None]
    for rater in review.raters:
        answer = rater.answer_to(criterion.id)
        if steps[0] is not None and answer.points is not None and answer.points < target:
            rater.answer(criterion.id, steps[0])
            raised += 1
    return raised


def print_what_if(review, result):
    print("\nWhat if one rated criterion after the other reached its target?")
    print(f"  {'':34} {'raters':>6} {'score':>7} {'gated':>7}  band")
    rated = [node for node in result.priorities if review.fact_about(node.id).state == "unanswered"]
    for criterion in rated[:STEPS]:
        raised = raise_to_target(review, criterion)
        now = review.assess().joint  # the result of before stays as it was
        print(f"  {criterion.title[:34]:34} {raised:6} {points(now.score):>7} {points(now.gated):>7}  {now.band}")


def main():
    load()
    path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "examples", "data", "alliance.json")
    with rapport.Assessment.open(path) as review, review.assess() as result:
        print_views(result)
        print_gates(result)
        print_perception(result)
        print_contributions(result)
        print_what_if(review, result)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:  # the reader has left: nothing to complain of
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (rapport.Error, rapport.LibraryError, OSError) as error:
        sys.exit(f"demo.py: {error}")
