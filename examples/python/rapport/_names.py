# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The words of the documents for the constants of the headers."""
from . import _constants as c

NODE_KINDS = {c.RAPPORT_GROUP: "group", c.RAPPORT_CRITERION: "criterion"}
SCALE_KINDS = {c.RAPPORT_LEVELS: "levels", c.RAPPORT_NUMBER: "number", c.RAPPORT_YESNO: "yesno", c.RAPPORT_CHOICE: "choice"}
TOGETHER = {c.RAPPORT_MEAN: "mean", c.RAPPORT_MIN: "min", c.RAPPORT_MAX: "max"}
MISSING = {c.RAPPORT_EXCLUDE: "exclude", c.RAPPORT_STRICT: "strict"}
GATE_VIEWS = {c.RAPPORT_ANY_VIEW: "any", c.RAPPORT_ALL_VIEWS: "all", c.RAPPORT_JOINT_VIEW: "joint"}
EFFECTS = {c.RAPPORT_FAIL: "fail", c.RAPPORT_CAP: "cap", c.RAPPORT_FLAG: "flag"}
MEASURES = {c.RAPPORT_NET_BENEFIT: "net-benefit", c.RAPPORT_BURDEN_OVERLOAD: "burden-overload",
            c.RAPPORT_BALANCE: "balance", c.RAPPORT_SKILL_COVERAGE: "skill-coverage"}
PARTS = {c.RAPPORT_OF_MODEL: "model", c.RAPPORT_OF_NODE: "node", c.RAPPORT_OF_SCALE: "scale", c.RAPPORT_OF_GATE: "gate",
         c.RAPPORT_OF_BAND: "band", c.RAPPORT_OF_OVERLAY: "overlay"}
LABELS = {c.RAPPORT_TITLE: "title", c.RAPPORT_DESCRIPTION: "description", c.RAPPORT_QUESTION: "question",
          c.RAPPORT_ANCHOR: "anchor"}
DEMANDS = {c.RAPPORT_EVERY_GROUP: "every_group", c.RAPPORT_WEAKEST_PARTY: "weakest_party",
           c.RAPPORT_NEEDS_BALANCE: "balance", c.RAPPORT_NEEDS_COVERAGE: "coverage",
           c.RAPPORT_NO_UNDECIDED_GATES: "no_undecided_gates"}
ANSWER_STATES = {c.RAPPORT_UNANSWERED: "unanswered", c.RAPPORT_ANSWERED: "answered", c.RAPPORT_NOT_APPLICABLE: "n/a",
                 c.RAPPORT_DONT_KNOW: "dont-know", c.RAPPORT_DECLINED: "declined"}
REACTIONS = {word: state for state, word in ANSWER_STATES.items() if word in ("n/a", "dont-know", "declined")}
VOICES = {c.RAPPORT_VOICE_RATERS: "raters", c.RAPPORT_VOICE_ONE: "one"}
SECTIONS = {c.RAPPORT_BENEFITS: "benefits", c.RAPPORT_BURDENS: "burdens", c.RAPPORT_ALTERNATIVES: "alternatives",
            c.RAPPORT_AGREED_SHARES: "agreed_shares"}
SOURCES = {c.RAPPORT_MODEL_BUILTIN: "builtin", c.RAPPORT_MODEL_FILE: "file", c.RAPPORT_MODEL_INLINE: "inline"}
CELL_STATES = {c.RAPPORT_CELL_OK: "ok", c.RAPPORT_CELL_INCOMPLETE: "incomplete", c.RAPPORT_CELL_MISSING: "missing",
               c.RAPPORT_CELL_NOT_APPLICABLE: "not-applicable", c.RAPPORT_CELL_WITHHELD: "withheld"}
GATE_STATES = {c.RAPPORT_GATE_PASSED: "passed", c.RAPPORT_GATE_NEAR_MISS: "near-miss", c.RAPPORT_GATE_BREACHED: "breached",
               c.RAPPORT_GATE_UNDECIDED: "undecided", c.RAPPORT_GATE_NOT_APPLICABLE: "not-applicable"}
PERCEPTIONS = {c.RAPPORT_SHARED_STRENGTH: "shared-strength", c.RAPPORT_SHARED_WEAKNESS: "shared-weakness",
               c.RAPPORT_BLIND_SPOT: "blind-spot", c.RAPPORT_HIDDEN_STRENGTH: "hidden-strength"}
GAINS = {c.RAPPORT_WIN_WIN: "win-win", c.RAPPORT_WIN_LOSE: "win-lose", c.RAPPORT_LOSE_LOSE: "lose-lose"}
PATTERNS = {c.RAPPORT_DREAM: "dream", c.RAPPORT_ORPHAN_VISION: "orphan-vision", c.RAPPORT_BUSY: "busy",
            c.RAPPORT_DRIVE_WITHOUT_DESTINATION: "drive-without-destination", c.RAPPORT_ONE_HORSE_TEAM: "one-horse-team"}
TRIAD = {c.RAPPORT_VISION: "vision", c.RAPPORT_LEADERSHIP: "leadership", c.RAPPORT_STRATEGY: "strategy"}
FORMATS = {c.RAPPORT_TEXT: "text", c.RAPPORT_JSON: "json"}
INDICES = {c.RAPPORT_RWG: "rwg", c.RAPPORT_RWGJ: "rwgj", c.RAPPORT_AWG: "awg", c.RAPPORT_AD: "ad",
           c.RAPPORT_ICC1: "icc1", c.RAPPORT_ICC1K: "icc1k", c.RAPPORT_ICC2: "icc2", c.RAPPORT_ICC2K: "icc2k",
           c.RAPPORT_ICC3: "icc3", c.RAPPORT_ICC3K: "icc3k", c.RAPPORT_KENDALL: "kendall",
           c.RAPPORT_KRIPPENDORFF: "krippendorff", c.RAPPORT_CRONBACH: "cronbach"}
METRICS = {c.RAPPORT_ORDINAL: "ordinal", c.RAPPORT_NOMINAL: "nominal", c.RAPPORT_INTERVAL: "interval",
           c.RAPPORT_RATIO: "ratio"}
CENTERS = {c.RAPPORT_AROUND_MEAN: "mean", c.RAPPORT_AROUND_MEDIAN: "median"}
NULL_DISTRIBUTIONS = {c.RAPPORT_NULL_UNIFORM: "uniform"}
REASONS = {c.RAPPORT_DEFINED: None, c.RAPPORT_TOO_FEW_RATERS: "too-few-raters", c.RAPPORT_TOO_FEW_UNITS: "too-few-units",
           c.RAPPORT_NOTHING_PAIRABLE: "nothing-pairable", c.RAPPORT_TOO_FEW_COMPLETE: "too-few-complete",
           c.RAPPORT_NO_VARIANCE: "no-variance", c.RAPPORT_NEGATIVE_RATINGS: "negative-ratings",
           c.RAPPORT_NO_POSITIVE_VARIANCE: "no-positive-variance"}
DIRECTIONS = {c.RAPPORT_MAXIMIZE: "max", c.RAPPORT_MINIMIZE: "min"}
PREFERENCES = {c.RAPPORT_PREFER_USUAL: "usual", c.RAPPORT_PREFER_USHAPE: "ushape", c.RAPPORT_PREFER_VSHAPE: "vshape",
               c.RAPPORT_PREFER_LEVEL: "level", c.RAPPORT_PREFER_LINEAR: "linear", c.RAPPORT_PREFER_GAUSSIAN: "gaussian"}
VALUES = {c.RAPPORT_VALUE_MISSING: "missing", c.RAPPORT_VALUE_NUMBER: "number", c.RAPPORT_VALUE_INTERVAL: "interval"}
METHODS = {c.RAPPORT_WSM: "wsm", c.RAPPORT_WPM: "wpm", c.RAPPORT_WASPAS: "waspas", c.RAPPORT_TOPSIS: "topsis",
           c.RAPPORT_VIKOR: "vikor", c.RAPPORT_PROMETHEE1: "promethee1", c.RAPPORT_PROMETHEE2: "promethee2",
           c.RAPPORT_ELECTRE1: "electre1", c.RAPPORT_ELECTRE3: "electre3", c.RAPPORT_COPRAS: "copras",
           c.RAPPORT_ARAS: "aras", c.RAPPORT_EDAS: "edas", c.RAPPORT_MABAC: "mabac", c.RAPPORT_MARCOS: "marcos",
           c.RAPPORT_SPOTIS: "spotis"}
RANKED = {c.RAPPORT_SCORE: "scores", c.RAPPORT_RANK: "ranks", c.RAPPORT_LOWEST_SCORE: "lowest_scores",
          c.RAPPORT_HIGHEST_SCORE: "highest_scores", c.RAPPORT_BEST_RANK: "best_ranks", c.RAPPORT_WORST_RANK: "worst_ranks",
          c.RAPPORT_MEAN_REGRET: "mean_regrets", c.RAPPORT_WORST_REGRET: "worst_regrets",
          c.RAPPORT_POSITIVE_FLOW: "positive_flows", c.RAPPORT_NEGATIVE_FLOW: "negative_flows",
          c.RAPPORT_UTILITY: "utilities", c.RAPPORT_DESCENDING: "descending", c.RAPPORT_ASCENDING: "ascending",
          c.RAPPORT_CHOSEN: "chosen"}
PAIRED = {c.RAPPORT_CONCORDANCE: "concordance", c.RAPPORT_DISCORDANCE: "discordance",
          c.RAPPORT_CREDIBILITY: "credibility", c.RAPPORT_OUTRANKS: "outranks", c.RAPPORT_RELATION: "relation"}
RELATIONS = {c.RAPPORT_WORSE: "<", c.RAPPORT_INDIFFERENT: "I", c.RAPPORT_PREFERRED: "P", c.RAPPORT_INCOMPARABLE: "R"}
CHANGES = {c.RAPPORT_CHANGE_EUCLIDEAN: "euclidean", c.RAPPORT_CHANGE_ABSOLUTE: "absolute",
           c.RAPPORT_CHANGE_RELATIVE: "relative"}
DOMINANCE = {c.RAPPORT_DOMINATES_NOT: "not", c.RAPPORT_DOMINATES_POSSIBLY: "possibly",
             c.RAPPORT_DOMINATES_CERTAINLY: "certainly"}
