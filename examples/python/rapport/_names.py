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
WAYS = {c.RAPPORT_FEWEST_STEPS: "fewest", c.RAPPORT_CHEAPEST_STEPS: "cheapest"}
REACHES = {c.RAPPORT_BAND_REACHABLE: "reachable", c.RAPPORT_BAND_REACHED: "reached",
           c.RAPPORT_BAND_OUT_OF_REACH: "out-of-reach", c.RAPPORT_BAND_NOT_FOUND: "not-found"}
OBSTACLES = {c.RAPPORT_OBSTACLE_SCORE: "score", c.RAPPORT_OBSTACLE_GATE: "gate", c.RAPPORT_OBSTACLE_DEMAND: "requirement"}
ACTION_EFFECTS = {c.RAPPORT_EFFECT_POINTS: "points", c.RAPPORT_EFFECT_LEVELS: "levels", c.RAPPORT_EFFECT_TO_LEVEL: "to_level"}
REJECTIONS = {c.RAPPORT_REJECTED_BUDGET: "budget", c.RAPPORT_REJECTED_EXCLUDED: "excluded", c.RAPPORT_REJECTED_IDLE: "idle",
              c.RAPPORT_REJECTED_OUTBID: "outbid", c.RAPPORT_REJECTED_UNEXAMINED: "unexamined"}
GAINS = {c.RAPPORT_WIN_WIN: "win-win", c.RAPPORT_WIN_LOSE: "win-lose", c.RAPPORT_LOSE_LOSE: "lose-lose"}
PATTERNS = {c.RAPPORT_DREAM: "dream", c.RAPPORT_ORPHAN_VISION: "orphan-vision", c.RAPPORT_BUSY: "busy",
            c.RAPPORT_DRIVE_WITHOUT_DESTINATION: "drive-without-destination", c.RAPPORT_ONE_HORSE_TEAM: "one-horse-team",
            c.RAPPORT_ORPHAN_ACTIONS: "orphan-actions"}
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
           c.RAPPORT_NO_POSITIVE_VARIANCE: "no-positive-variance", c.RAPPORT_PROTECTED: "protected",
           c.RAPPORT_TOO_MANY_ITEMS: "too-many-items", c.RAPPORT_NOT_SAID: "not-said"}
AGREEMENTS = {c.RAPPORT_LACK_OF_AGREEMENT: "lack", c.RAPPORT_WEAK_AGREEMENT: "weak",
              c.RAPPORT_MODERATE_AGREEMENT: "moderate", c.RAPPORT_STRONG_AGREEMENT: "strong",
              c.RAPPORT_VERY_STRONG_AGREEMENT: "very-strong"}
OPINIONS = {c.RAPPORT_ABOUT: "about", c.RAPPORT_PREDICTS: "predicts"}
ASPECTS = {c.RAPPORT_SELF_ENHANCEMENT: "self-enhancement", c.RAPPORT_REGARD: "regard",
           c.RAPPORT_UNDERSTANDING: "understanding"}
CUTS = {c.RAPPORT_CUT_MEANS: "means", c.RAPPORT_CUT_MIDPOINTS: "midpoints", c.RAPPORT_CUT_TARGETS: "targets"}
QUADRANTS = {c.RAPPORT_NO_QUADRANT: None, c.RAPPORT_CONCENTRATE_HERE: "concentrate-here", c.RAPPORT_KEEP_UP: "keep-up",
             c.RAPPORT_LOW_PRIORITY: "low-priority", c.RAPPORT_POSSIBLE_OVERKILL: "possible-overkill"}
TREND_REASONS = {c.RAPPORT_TREND_DEFINED: None, c.RAPPORT_TREND_TOO_FEW: "too-few", c.RAPPORT_TREND_NO_SPREAD: "no-spread",
                 c.RAPPORT_TREND_ALL_FADED: "all-faded"}
FADES = {c.RAPPORT_LINEAR_FADE: "linear", c.RAPPORT_HALF_LIFE: "half-life"}
LIMITS = {c.RAPPORT_VARYING_LIMITS: "varying", c.RAPPORT_ASYMPTOTIC_LIMITS: "asymptotic"}
ALARMS = {c.RAPPORT_ALARM_LOW: "low", c.RAPPORT_ALARM_HIGH: "high"}
CAUSES = {c.RAPPORT_COMPARABLE: None, c.RAPPORT_TOO_FEW_ROUNDS: "too-few-rounds", c.RAPPORT_WRONG_ORDER: "wrong-order",
          c.RAPPORT_NO_COMMON_PARTY: "no-common-party", c.RAPPORT_NO_COMMON_CRITERIA: "no-common-criteria",
          c.RAPPORT_TOO_LITTLE_COMMON: "too-little-common"}
BASES = {c.RAPPORT_SAME_MODEL: "same-model", c.RAPPORT_RESCORED: "rescored"}
LEFT_OUT = {c.RAPPORT_ONLY_OLDER: "only-older", c.RAPPORT_ONLY_NEWER: "only-newer", c.RAPPORT_OTHER_KIND: "other-kind",
            c.RAPPORT_OTHER_LEVELS: "other-levels", c.RAPPORT_OTHER_UNIT: "other-unit",
            c.RAPPORT_OTHER_OPTIONS: "other-options"}
TARGETS = {c.RAPPORT_TARGET_AS_BEFORE: None, c.RAPPORT_NEWLY_MET: "newly-met", c.RAPPORT_NEWLY_MISSED: "newly-missed"}
WARNINGS = {c.RAPPORT_WARN_GATE_BREACHED: "gate-breached", c.RAPPORT_WARN_GATE_NEAR_MISS: "gate-near-miss",
            c.RAPPORT_WARN_TRUST_FALLING: "trust-falling", c.RAPPORT_WARN_GAP_WIDENING: "gap-widening",
            c.RAPPORT_WARN_COVERAGE_FALLING: "coverage-falling", c.RAPPORT_WARN_SILENT_PARTY: "silent-party",
            c.RAPPORT_WARN_SHARE_DRIFTING: "share-drifting", c.RAPPORT_WARN_EWMA: "ewma", c.RAPPORT_WARN_CUSUM: "cusum",
            c.RAPPORT_WARN_PARTY_JOINED: "party-joined", c.RAPPORT_WARN_PARTY_LEFT: "party-left",
            c.RAPPORT_WARN_RENAMED: "renamed"}
BASELINES = {c.RAPPORT_BASELINE_GIVEN: "given", c.RAPPORT_BASELINE_FIRST: "first-rounds"}
ARITHMETICS = {c.RAPPORT_OURS: "ours", c.RAPPORT_ERPNEXT: "erpnext"}
DIFFERENCES = {c.RAPPORT_DIFFERS_SCORE: "score", c.RAPPORT_DIFFERS_STANDING: "standing",
               c.RAPPORT_DIFFERS_NO_HISTORY: "no-history", c.RAPPORT_DIFFERS_TOP_OPEN: "top-open",
               c.RAPPORT_DIFFERS_ROUNDED: "rounded-score", c.RAPPORT_DIFFERS_WEIGHTS: "weights",
               c.RAPPORT_DIFFERS_STANDINGS: "standings", c.RAPPORT_DIFFERS_MISSING: "missing-variable",
               c.RAPPORT_DIFFERS_VARIABLE: "rounded-variable", c.RAPPORT_DIFFERS_MAX_SCORE: "max-score",
               c.RAPPORT_DIFFERS_FORMULA: "formula", c.RAPPORT_DIFFERS_WEIGHTING: "weighting",
               c.RAPPORT_DIFFERS_STORED_SCORE: "stored-score", c.RAPPORT_DIFFERS_STORED_TOTAL: "stored-total",
               c.RAPPORT_DIFFERS_STORED_SUPPLIER: "stored-supplier-score",
               c.RAPPORT_DIFFERS_STORED_STANDING: "stored-standing", c.RAPPORT_DIFFERS_CRITERIA: "other-criteria",
               c.RAPPORT_DIFFERS_NO_SCALE: "no-scale"}
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
LISTS = {c.RAPPORT_LIST_SKILLS: "skills", c.RAPPORT_LIST_RIVALS: "rivals", c.RAPPORT_LIST_TASKS: "tasks",
         c.RAPPORT_LIST_AIMS: "aims", c.RAPPORT_LIST_GOALS: "goals", c.RAPPORT_LIST_STRATEGIES: "strategies",
         c.RAPPORT_LIST_ACTIONS: "actions", c.RAPPORT_LIST_ROLES: "roles", c.RAPPORT_LIST_DECISIONS: "decisions",
         c.RAPPORT_LIST_PLANS: "plans", c.RAPPORT_LIST_SCENARIOS: "scenarios", c.RAPPORT_LIST_STAGES: "stages",
         c.RAPPORT_LIST_TOPICS: "topics"}
LEDGER_SECTIONS = {c.RAPPORT_SECTION_CONTRIBUTIONS: "contributions", c.RAPPORT_SECTION_SYNERGY: "synergy",
                   c.RAPPORT_SECTION_RIVALS: "rivals", c.RAPPORT_SECTION_TASKS: "tasks",
                   c.RAPPORT_SECTION_AIMS_NOW: "aims_now", c.RAPPORT_SECTION_AIMS_FUTURE: "aims_future",
                   c.RAPPORT_SECTION_BELIEVED_NOW: "believed_now",
                   c.RAPPORT_SECTION_BELIEVED_FUTURE: "believed_future", c.RAPPORT_SECTION_SUPPORT: "support",
                   c.RAPPORT_SECTION_SHARED_VISION: "shared_vision", c.RAPPORT_SECTION_BOLDNESS: "boldness",
                   c.RAPPORT_SECTION_TRIAD: "triad", c.RAPPORT_SECTION_PLAN_CHAIN: "plan_chain",
                   c.RAPPORT_SECTION_COALITION: "coalition", c.RAPPORT_SECTION_SCENARIOS: "scenarios",
                   c.RAPPORT_SECTION_DECISIONS: "decisions", c.RAPPORT_SECTION_VALUE_CHAIN: "value_chain",
                   c.RAPPORT_SECTION_PRICE: "price", c.RAPPORT_SECTION_HORIZONS: "horizons",
                   c.RAPPORT_SECTION_DEPENDENCE: "dependence", c.RAPPORT_SECTION_NETWORK: "network"}
ENTRIES = {c.RAPPORT_ENTRY_CONTRIBUTION: "contribution", c.RAPPORT_ENTRY_TOGETHER: "together",
           c.RAPPORT_ENTRY_ALONE: "alone", c.RAPPORT_ENTRY_OPTIMUM: "optimum", c.RAPPORT_ENTRY_HELD_FROM: "held_from",
           c.RAPPORT_ENTRY_RIVAL_LEVEL: "rival_level", c.RAPPORT_ENTRY_TASK_WORK: "task_work",
           c.RAPPORT_ENTRY_TASK_LEVEL: "task_level", c.RAPPORT_ENTRY_TASK_SKILL: "task_skill",
           c.RAPPORT_ENTRY_TASK_PARTY: "task_party", c.RAPPORT_ENTRY_AIM_NOW: "aim_now",
           c.RAPPORT_ENTRY_AIM_FUTURE: "aim_future", c.RAPPORT_ENTRY_BELIEVED_NOW: "believed_now",
           c.RAPPORT_ENTRY_BELIEVED_FUTURE: "believed_future", c.RAPPORT_ENTRY_SUPPORT: "support",
           c.RAPPORT_ENTRY_WANTED: "wanted", c.RAPPORT_ENTRY_WANTED_AGREEMENT: "wanted_agreement",
           c.RAPPORT_ENTRY_VISION_CRITERION: "vision_criterion", c.RAPPORT_ENTRY_TODAY: "today",
           c.RAPPORT_ENTRY_ASKED: "asked", c.RAPPORT_ENTRY_FEASIBLE: "feasible", c.RAPPORT_ENTRY_VISION: "vision",
           c.RAPPORT_ENTRY_LEADERSHIP: "leadership", c.RAPPORT_ENTRY_STRATEGY: "strategy",
           c.RAPPORT_ENTRY_GOAL_WEIGHT: "goal_weight", c.RAPPORT_ENTRY_SERVES: "serves",
           c.RAPPORT_ENTRY_CARRIES_OUT: "carries_out", c.RAPPORT_ENTRY_OWNED: "owned", c.RAPPORT_ENTRY_DATED: "dated",
           c.RAPPORT_ENTRY_MEASURED: "measured", c.RAPPORT_ENTRY_ROLE_WEIGHT: "role_weight",
           c.RAPPORT_ENTRY_ROLE_HELD: "role_held", c.RAPPORT_ENTRY_COALITION_AGREEMENT: "coalition_agreement",
           c.RAPPORT_ENTRY_PAYOFF: "payoff", c.RAPPORT_ENTRY_PROBABILITY: "probability",
           c.RAPPORT_ENTRY_TAKEN: "taken", c.RAPPORT_ENTRY_DUE: "due", c.RAPPORT_ENTRY_REVERSED: "reversed",
           c.RAPPORT_ENTRY_STAGE_WEIGHT: "stage_weight", c.RAPPORT_ENTRY_JOINT: "joint",
           c.RAPPORT_ENTRY_TOPIC_WEIGHT: "topic_weight", c.RAPPORT_ENTRY_ABOUT_PRICE: "about_price",
           c.RAPPORT_ENTRY_HORIZON: "horizon", c.RAPPORT_ENTRY_DEPENDENCE: "dependence",
           c.RAPPORT_ENTRY_TRUST: "trust", c.RAPPORT_ENTRY_TRUST_CUT: "trust_cut"}
FURTHER_MEASURES = {c.RAPPORT_MEASURE_SURPLUS: "surplus", c.RAPPORT_MEASURE_GAIN: "gain",
                    c.RAPPORT_MEASURE_WORST_BENEFIT: "worst-benefit", c.RAPPORT_MEASURE_NASH_PRODUCT: "nash-product",
                    c.RAPPORT_MEASURE_SYNERGY: "synergy", c.RAPPORT_MEASURE_JAIN: "jain",
                    c.RAPPORT_MEASURE_JAIN_RESCALED: "jain-rescaled",
                    c.RAPPORT_MEASURE_SMALLEST_TO_LARGEST: "smallest-to-largest",
                    c.RAPPORT_MEASURE_BURDEN_BALANCE: "burden-balance", c.RAPPORT_MEASURE_EQUITY: "equity",
                    c.RAPPORT_MEASURE_EQUITY_RATIO: "equity-ratio",
                    c.RAPPORT_MEASURE_COVERAGE_ALONE: "coverage-alone", c.RAPPORT_MEASURE_SKILL_NEED: "skill-need",
                    c.RAPPORT_MEASURE_SKILL_SHAPLEY: "skill-shapley",
                    c.RAPPORT_MEASURE_SKILL_DISTANCE: "skill-distance",
                    c.RAPPORT_MEASURE_SKILL_COSINE: "skill-cosine", c.RAPPORT_MEASURE_SKILL_FIT: "skill-fit",
                    c.RAPPORT_MEASURE_UNIQUENESS: "uniqueness", c.RAPPORT_MEASURE_WORK_BEYOND: "work-beyond",
                    c.RAPPORT_MEASURE_WORK_FOCUS: "work-focus", c.RAPPORT_MEASURE_ALIGNMENT_NOW: "alignment-now",
                    c.RAPPORT_MEASURE_OVERLAP_NOW: "overlap-now",
                    c.RAPPORT_MEASURE_TRANSPARENCY_NOW: "transparency-now", c.RAPPORT_MEASURE_KNOWN_NOW: "known-now",
                    c.RAPPORT_MEASURE_ALIGNMENT_FUTURE: "alignment-future",
                    c.RAPPORT_MEASURE_OVERLAP_FUTURE: "overlap-future",
                    c.RAPPORT_MEASURE_TRANSPARENCY_FUTURE: "transparency-future",
                    c.RAPPORT_MEASURE_KNOWN_FUTURE: "known-future", c.RAPPORT_MEASURE_SHARED_VISION: "shared-vision",
                    c.RAPPORT_MEASURE_BOLDNESS: "boldness", c.RAPPORT_MEASURE_HORIZON_OVERLAP: "horizon-overlap",
                    c.RAPPORT_MEASURE_TRIAD: "triad", c.RAPPORT_MEASURE_TRIAD_LOWEST: "triad-lowest",
                    c.RAPPORT_MEASURE_HARMONY: "harmony", c.RAPPORT_MEASURE_EVENNESS: "evenness",
                    c.RAPPORT_MEASURE_SERVED: "served", c.RAPPORT_MEASURE_BACKED: "backed",
                    c.RAPPORT_MEASURE_STRATEGIES_ACTED: "strategies-acted",
                    c.RAPPORT_MEASURE_ACTIONS_READY: "actions-ready", c.RAPPORT_MEASURE_COALITION: "coalition",
                    c.RAPPORT_MEASURE_COALITION_SHARE: "coalition-share",
                    c.RAPPORT_MEASURE_DECISION_SPEED: "decision-speed",
                    c.RAPPORT_MEASURE_DECISION_ACCURACY: "decision-accuracy",
                    c.RAPPORT_MEASURE_DECISIONS: "decisions", c.RAPPORT_MEASURE_PLAN_MEAN: "plan-mean",
                    c.RAPPORT_MEASURE_PLAN_MINIMUM: "plan-minimum", c.RAPPORT_MEASURE_PLAN_REGRET: "plan-regret",
                    c.RAPPORT_MEASURE_CHAIN_REACH: "chain-reach",
                    c.RAPPORT_MEASURE_PRICE_DOMINANCE: "price-dominance",
                    c.RAPPORT_MEASURE_JOINT_DEPENDENCE: "joint-dependence",
                    c.RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY: "dependence-asymmetry",
                    c.RAPPORT_MEASURE_MUTUAL_TRUST: "mutual-trust", c.RAPPORT_MEASURE_WEAKEST_LINK: "weakest-link",
                    c.RAPPORT_MEASURE_TRUST_ASYMMETRY: "trust-asymmetry",
                    c.RAPPORT_MEASURE_WIDEST_ASYMMETRY: "widest-asymmetry",
                    c.RAPPORT_MEASURE_TRUST_DENSITY: "trust-density", c.RAPPORT_MEASURE_RECIPROCITY: "reciprocity",
                    c.RAPPORT_MEASURE_CENTRALISATION: "centralisation", c.RAPPORT_MEASURE_ISLANDS: "islands"}
SCOPES = {c.RAPPORT_SCOPE_WHOLE: "whole", c.RAPPORT_SCOPE_PARTY: "party", c.RAPPORT_SCOPE_PAIR: "pair",
          c.RAPPORT_SCOPE_TOWARDS: "towards", c.RAPPORT_SCOPE_PLAN: "plan"}
UNITS = {c.RAPPORT_UNIT_AMOUNT: "amount", c.RAPPORT_UNIT_SHARE: "share", c.RAPPORT_UNIT_RATIO: "ratio",
         c.RAPPORT_UNIT_POINTS: "points", c.RAPPORT_UNIT_CLASS: "class", c.RAPPORT_UNIT_COUNT: "count"}
WHY = {c.RAPPORT_WHY_NONE: None, c.RAPPORT_WHY_NOT_THERE: "not-there", c.RAPPORT_WHY_ONE_PARTY: "one-party",
       c.RAPPORT_WHY_INCOMPLETE: "incomplete", c.RAPPORT_WHY_NOTHING: "nothing", c.RAPPORT_WHY_ZERO: "zero",
       c.RAPPORT_WHY_NEGATIVE: "negative", c.RAPPORT_WHY_WITHHELD: "withheld", c.RAPPORT_WHY_UNBOUNDED: "unbounded",
       c.RAPPORT_WHY_UNANSWERED: "unanswered", c.RAPPORT_WHY_NOT_WIN_WIN: "not-win-win",
       c.RAPPORT_WHY_NO_TIES: "no-ties", c.RAPPORT_WHY_TWO_PARTIES: "two-parties",
       c.RAPPORT_WHY_NOBODY_ABLE: "nobody-able", c.RAPPORT_WHY_NOT_FEASIBLE: "not-feasible",
       c.RAPPORT_WHY_OUT_OF_RANGE: "out-of-range"}
MENTIONS = {c.RAPPORT_MENTION_WORST_OFF: "worst-off", c.RAPPORT_MENTION_MOST_BURDENED: "most-burdened",
            c.RAPPORT_MENTION_GETS_LEAST: "gets-least", c.RAPPORT_MENTION_GETS_MOST: "gets-most",
            c.RAPPORT_MENTION_BEST_ALONE: "best-alone", c.RAPPORT_MENTION_SKILL_HOLES: "skill-holes",
            c.RAPPORT_MENTION_BEYOND: "beyond", c.RAPPORT_MENTION_FURTHEST_NOW: "furthest-now",
            c.RAPPORT_MENTION_LEAST_KNOWN_NOW: "least-known-now",
            c.RAPPORT_MENTION_FURTHEST_FUTURE: "furthest-future",
            c.RAPPORT_MENTION_LEAST_KNOWN_FUTURE: "least-known-future", c.RAPPORT_MENTION_OPPOSED: "opposed",
            c.RAPPORT_MENTION_SHARES_LEAST: "shares-least", c.RAPPORT_MENTION_DREAMS: "dreams",
            c.RAPPORT_MENTION_AIMLESS: "aimless", c.RAPPORT_MENTION_IDLE: "idle",
            c.RAPPORT_MENTION_ORPHANS: "orphans", c.RAPPORT_MENTION_UNREADY: "unready",
            c.RAPPORT_MENTION_WEAKEST_SIDE: "weakest-side", c.RAPPORT_MENTION_HIGHEST_MEAN: "highest-mean",
            c.RAPPORT_MENTION_HIGHEST_MINIMUM: "highest-minimum", c.RAPPORT_MENTION_LEAST_REGRET: "least-regret",
            c.RAPPORT_MENTION_EARLIEST: "earliest", c.RAPPORT_MENTION_LATEST: "latest",
            c.RAPPORT_MENTION_CHAIN_HOLES: "chain-holes", c.RAPPORT_MENTION_WEAKEST_PAIR: "weakest-pair",
            c.RAPPORT_MENTION_WIDEST_PAIR: "widest-pair", c.RAPPORT_MENTION_BROKERS: "brokers",
            c.RAPPORT_MENTION_BOTTLENECK: "bottleneck"}
WEIGHTINGS = {c.RAPPORT_WEIGHTS_POINTS: "points", c.RAPPORT_WEIGHTS_SWING: "swing", c.RAPPORT_WEIGHTS_RANK_SUM: "ranksum",
              c.RAPPORT_WEIGHTS_RANK_RECIPROCAL: "rankreciprocal", c.RAPPORT_WEIGHTS_ROC: "roc",
              c.RAPPORT_WEIGHTS_AHP: "ahp", c.RAPPORT_WEIGHTS_AHP_GEOMETRIC: "ahp-geometric",
              c.RAPPORT_WEIGHTS_BEST_WORST: "bwm", c.RAPPORT_WEIGHTS_EQUAL: "equal", c.RAPPORT_WEIGHTS_DEVIATION: "std",
              c.RAPPORT_WEIGHTS_ENTROPY: "entropy", c.RAPPORT_WEIGHTS_CRITIC: "critic", c.RAPPORT_WEIGHTS_MEREC: "merec"}
WEIGHTING_INPUTS = {c.RAPPORT_FROM_JUDGEMENTS: "judgements", c.RAPPORT_FROM_CANDIDATES: "candidates",
                    c.RAPPORT_FROM_EITHER: "either"}
RANDOM_INDICES = {c.RAPPORT_RANDOM_SAATY_1980: "saaty-1980", c.RAPPORT_RANDOM_SAATY_2005: "saaty-2005",
                  c.RAPPORT_RANDOM_ALONSO_LAMATA: "alonso-lamata"}
COMBINATIONS = {c.RAPPORT_COMBINE_PRIORITIES: "priorities", c.RAPPORT_COMBINE_PRIORITIES_GEOMETRIC: "priorities-geometric",
                c.RAPPORT_COMBINE_JUDGEMENTS: "judgements"}
CR_REASONS = {c.RAPPORT_CR_MEASURED: None, c.RAPPORT_CR_NO_CHOICE: "no-choice", c.RAPPORT_CR_BEYOND_TABLE: "beyond-table",
              c.RAPPORT_CR_NO_DIFFERENCE: "no-difference", c.RAPPORT_CR_NOT_ASKED: "not-asked"}
JUDGED = {c.RAPPORT_JUDGED_POINTS: "points", c.RAPPORT_JUDGED_SWING: "swing", c.RAPPORT_JUDGED_GROUP_SWING: "group_swing",
          c.RAPPORT_JUDGED_RANKS: "ranks", c.RAPPORT_JUDGED_PAIRWISE: "pairwise",
          c.RAPPORT_JUDGED_BEST_TO_OTHERS: "best_to_others", c.RAPPORT_JUDGED_OTHERS_TO_WORST: "others_to_worst"}
CORRELATIONS = {c.RAPPORT_CORRELATION_SPEARMAN: "spearman", c.RAPPORT_CORRELATION_KENDALL: "kendall",
                c.RAPPORT_CORRELATION_PEARSON: "pearson", c.RAPPORT_CORRELATION_WEIGHTED_SPEARMAN: "weighted-spearman",
                c.RAPPORT_CORRELATION_WS: "ws"}
CORRELATION_REASONS = {c.RAPPORT_CORRELATION_DEFINED: None, c.RAPPORT_CORRELATION_TOO_FEW: "too-few",
                       c.RAPPORT_CORRELATION_NO_VARIANCE: "no-variance", c.RAPPORT_CORRELATION_ONE_OUTCOME: "one-outcome"}
CHANGES = {c.RAPPORT_CHANGE_EUCLIDEAN: "euclidean", c.RAPPORT_CHANGE_ABSOLUTE: "absolute",
           c.RAPPORT_CHANGE_RELATIVE: "relative"}
DOMINANCE = {c.RAPPORT_DOMINATES_NOT: "not", c.RAPPORT_DOMINATES_POSSIBLY: "possibly",
             c.RAPPORT_DOMINATES_CERTAINLY: "certainly"}
