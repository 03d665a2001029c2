# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The types of the headers, under their own names and in their order.

`char *` is a plain pointer where the text need not end with a NUL: in buffers and in what a writer is handed.
"""
from ctypes import (CFUNCTYPE, POINTER, Structure, c_char, c_char_p, c_double, c_int32, c_int64, c_uint32, c_uint64,
                    c_void_p)


class rapport_model(Structure):
    """Opaque."""


class rapport_draft(Structure):
    """Opaque."""


class rapport_assessment(Structure):
    """Opaque."""


class rapport_result(Structure):
    """Opaque."""


class rapport_ratings(Structure):
    """Opaque."""


class rapport_backtest(Structure):
    """Opaque."""


class rapport_comparison(Structure):
    """Opaque."""


class rapport_candidates(Structure):
    """Opaque."""


class rapport_sensitivity(Structure):
    """Opaque."""


class rapport_dominance(Structure):
    """Opaque."""


class rapport_sampling(Structure):
    """Opaque."""


class rapport_acceptability(Structure):
    """Opaque."""


class rapport_confidence(Structure):
    """Opaque."""


class rapport_ranking(Structure):
    """Opaque."""


class rapport_actions(Structure):
    """Opaque."""


class rapport_plan(Structure):
    """Opaque."""


class rapport_judgements(Structure):
    """Opaque."""


class rapport_weights(Structure):
    """Opaque."""


rapport_writer = CFUNCTYPE(c_int32, c_void_p, POINTER(c_char), c_int64)


class rapport_error(Structure):
    _fields_ = [("status", c_int32), ("line", c_uint32), ("column", c_uint32), ("reserved", c_uint32),
                ("path", c_char * 480), ("message", c_char * 272)]


class rapport_allocator(Structure):
    _fields_ = [("alloc", CFUNCTYPE(c_void_p, c_void_p, c_uint64)),
                ("realloc", CFUNCTYPE(c_void_p, c_void_p, c_void_p, c_uint64)),
                ("free", CFUNCTYPE(None, c_void_p, c_void_p)),
                ("user", c_void_p)]


class rapport_buffer(Structure):
    _fields_ = [("text", POINTER(c_char)), ("capacity", c_int64), ("needed", c_int64)]


class rapport_gate(Structure):
    _fields_ = [("struct_size", c_uint32), ("effect", c_int32), ("node", c_uint32), ("measure", c_int32),
                ("view", c_int32), ("above", c_int32), ("threshold", c_double), ("cap", c_double)]


class rapport_band(Structure):
    _fields_ = [("struct_size", c_uint32), ("demands", c_uint32), ("from", c_double), ("every_group", c_double),
                ("weakest_party", c_double), ("balance", c_double), ("coverage", c_double)]


class rapport_node(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("parent", c_uint32), ("depth", c_uint32),
                ("end", c_uint32), ("scale", c_uint32), ("together", c_int32), ("informational", c_int32),
                ("weight", c_double), ("share", c_double), ("power", c_double), ("target", c_double),
                ("entered", c_double), ("target_replaced", c_int32), ("reserved", c_uint32)]


class rapport_cell(Structure):
    _fields_ = [("struct_size", c_uint32), ("status", c_int32), ("score", c_double), ("coverage", c_double),
                ("lower", c_double), ("upper", c_double), ("raters", c_uint32), ("reserved", c_uint32)]


class rapport_outcome(Structure):
    _fields_ = [("struct_size", c_uint32), ("has_score", c_int32), ("score", c_double), ("gated", c_double),
                ("band", c_uint32), ("band_certain", c_int32), ("reached", c_uint32), ("reserved", c_uint32)]


class rapport_gate_result(Structure):
    _fields_ = [("struct_size", c_uint32), ("state", c_int32), ("binding", c_int32), ("has_value", c_int32),
                ("value", c_double)]


class rapport_demand(Structure):
    _fields_ = [("struct_size", c_uint32), ("band", c_uint32), ("demand", c_uint32), ("culprit", c_uint32),
                ("needed", c_double), ("actual", c_double), ("has_actual", c_int32), ("reserved", c_int32)]


class rapport_finding(Structure):
    _fields_ = [("struct_size", c_uint32), ("has", c_uint32), ("contribution", c_double), ("leverage", c_double),
                ("target", c_double), ("gap", c_double), ("severity", c_double), ("lift", c_double)]


class rapport_perception(Structure):
    _fields_ = [("struct_size", c_uint32), ("of", c_uint32), ("against", c_uint32), ("notable", c_int32),
                ("gap", c_double), ("kind", c_int32), ("reserved", c_int32)]


class rapport_perception_summary(Structure):
    _fields_ = [("struct_size", c_uint32), ("of", c_uint32), ("against", c_uint32), ("criteria", c_uint32),
                ("mean", c_double), ("mean_absolute", c_double), ("rms", c_double), ("largest", c_double),
                ("largest_node", c_uint32), ("reserved", c_uint32)]


class rapport_band_gap_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("band", c_uint32), ("reserved", c_uint32),
                ("work_limit", c_uint64)]


class rapport_band_gap(Structure):
    _fields_ = [("struct_size", c_uint32), ("state", c_int32), ("band", c_uint32), ("optimal", c_int32),
                ("steps", c_uint32), ("moves", c_uint32), ("obstacles", c_uint32), ("withheld", c_int32),
                ("cost", c_double), ("score", c_double), ("gated", c_double)]


class rapport_move(Structure):
    _fields_ = [("struct_size", c_uint32), ("node", c_uint32), ("party", c_uint32), ("steps", c_uint32),
                ("from", c_double), ("to", c_double), ("cost", c_double)]


class rapport_obstacle(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("index", c_uint32), ("culprit", c_uint32),
                ("needed", c_double), ("best", c_double), ("has_best", c_int32), ("reserved", c_int32)]


class rapport_plan_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("has_budget", c_int32), ("budget", c_double), ("gates_first", c_int32),
                ("reserved", c_uint32), ("work_limit", c_uint64)]


class rapport_plan_summary(Structure):
    _fields_ = [("struct_size", c_uint32), ("optimal", c_int32), ("chosen", c_uint32), ("rejected", c_uint32),
                ("has_budget", c_int32), ("gates_first", c_int32), ("budget", c_double), ("cost", c_double),
                ("score", c_double), ("gated", c_double), ("score_after", c_double), ("gated_after", c_double),
                ("bound", c_double), ("band", c_uint32), ("band_after", c_uint32), ("breached", c_uint32),
                ("breached_after", c_uint32)]


class rapport_plan_step(Structure):
    _fields_ = [("struct_size", c_uint32), ("action", c_uint32), ("phase", c_uint32), ("idle", c_uint32),
                ("cost", c_double), ("gain", c_double), ("score", c_double), ("gated", c_double)]


class rapport_plan_rejection(Structure):
    _fields_ = [("struct_size", c_uint32), ("action", c_uint32), ("reason", c_int32), ("idle", c_uint32),
                ("cost", c_double)]


class rapport_plan_phase(Structure):
    _fields_ = [("struct_size", c_uint32), ("actions", c_uint32), ("capacity", c_double), ("cost", c_double),
                ("score", c_double), ("gated", c_double)]


class rapport_knapsack(Structure):
    _fields_ = [("struct_size", c_uint32), ("optimal", c_int32), ("count", c_uint32), ("reserved", c_uint32),
                ("cost", c_double), ("gain", c_double), ("bound", c_double)]


class rapport_agreement_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("metric", c_int32), ("around", c_int32), ("null_distribution", c_int32),
                ("options", c_uint32), ("reserved", c_uint32), ("lowest", c_double), ("highest", c_double),
                ("confidence", c_double), ("rater_stride", c_int64), ("unit_stride", c_int64)]


class rapport_agreement(Structure):
    _fields_ = [("struct_size", c_uint32), ("index", c_int32), ("has_value", c_int32), ("reason", c_int32),
                ("value", c_double), ("has", c_uint32), ("raters", c_uint32), ("units", c_uint32), ("ratings", c_uint32),
                ("floored", c_uint32), ("off_center", c_uint32), ("metric", c_int32), ("around", c_int32),
                ("options", c_uint32), ("reserved", c_uint32), ("lowest", c_double), ("highest", c_double),
                ("observed", c_double), ("expected", c_double), ("least", c_double), ("greatest", c_double),
                ("least_unit", c_uint32), ("greatest_unit", c_uint32), ("limit", c_double), ("chi_square", c_double),
                ("ms_units", c_double), ("ms_within", c_double), ("ms_raters", c_double), ("ms_error", c_double),
                ("raters_per_unit", c_double), ("f", c_double), ("df1", c_double), ("df2", c_double),
                ("confidence", c_double), ("lower", c_double), ("upper", c_double)]


class rapport_consensus(Structure):
    _fields_ = [("struct_size", c_uint32), ("index", c_int32), ("has_value", c_int32), ("reason", c_int32),
                ("value", c_double), ("limit", c_double), ("raters", c_uint32), ("criteria", c_uint32),
                ("ratings", c_uint32), ("reading", c_int32), ("floored", c_int32), ("off_center", c_int32)]


class rapport_opinion(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("of", c_uint32), ("against", c_uint32),
                ("node", c_uint32), ("raters", c_uint32), ("withheld", c_int32), ("reserved", c_int32),
                ("points", c_double)]


class rapport_perspective(Structure):
    _fields_ = [("struct_size", c_uint32), ("aspect", c_int32), ("of", c_uint32), ("against", c_uint32),
                ("has_value", c_int32), ("reason", c_int32), ("criteria", c_uint32), ("withheld", c_uint32),
                ("value", c_double), ("bias", c_double), ("first", c_double), ("second", c_double)]


class rapport_importance_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("cut", c_int32), ("lowest_importance", c_double),
                ("highest_importance", c_double), ("lowest_performance", c_double), ("highest_performance", c_double)]


class rapport_importance_axes(Structure):
    _fields_ = [("struct_size", c_uint32), ("cut", c_int32), ("criteria", c_uint32), ("has_priorities", c_int32),
                ("importance", c_double), ("performance", c_double), ("lowest_importance", c_double),
                ("highest_importance", c_double), ("lowest_performance", c_double), ("highest_performance", c_double)]


class rapport_importance_place(Structure):
    _fields_ = [("struct_size", c_uint32), ("quadrant", c_int32), ("importance", c_double),
                ("performance", c_double), ("priority", c_double), ("has_priority", c_int32), ("reserved", c_int32)]


class rapport_importance_summary(Structure):
    _fields_ = [("struct_size", c_uint32), ("of", c_uint32), ("against", c_uint32), ("largest_node", c_uint32),
                ("largest", c_double), ("apart", c_double)]


class rapport_recency(Structure):
    _fields_ = [("struct_size", c_uint32), ("reason", c_int32), ("value", c_double), ("weight", c_double), ("used",
                c_uint32), ("faded", c_uint32), ("skipped", c_uint32), ("reserved", c_uint32)]


class rapport_chart(Structure):
    _fields_ = [("struct_size", c_uint32), ("reason", c_int32), ("low", c_double), ("high", c_double), ("value",
                c_double), ("used", c_uint32), ("skipped", c_uint32), ("alarms", c_uint32), ("first_alarm", c_uint32),
                ("last", c_int32), ("reserved", c_uint32)]


class rapport_slope(Structure):
    _fields_ = [("struct_size", c_uint32), ("reason", c_int32), ("test_reason", c_int32), ("exact", c_int32),
                ("slope", c_double), ("intercept", c_double), ("s", c_double), ("variance", c_double), ("z",
                c_double), ("p", c_double), ("tau", c_double), ("used", c_uint32), ("skipped", c_uint32)]


class rapport_comparison_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("fade", c_int32), ("trust", c_char_p), ("node", c_char_p), ("span",
                c_double), ("mean", c_double), ("sigma", c_double), ("lambda", c_double), ("width", c_double),
                ("slack", c_double), ("interval", c_double), ("minimum_common", c_double), ("widening", c_double),
                ("coverage_fall", c_double), ("share_drift", c_double), ("baseline", c_uint32), ("limits", c_int32)]


class rapport_round(Structure):
    _fields_ = [("struct_size", c_uint32), ("active", c_int32), ("own_model", c_int32), ("status", c_int32),
                ("has_score", c_int32), ("band", c_uint32), ("score", c_double), ("gated", c_double), ("coverage",
                c_double)]


class rapport_change(Structure):
    _fields_ = [("struct_size", c_uint32), ("has", c_uint32), ("older_status", c_int32), ("newer_status", c_int32),
                ("older", c_double), ("newer", c_double), ("delta", c_double), ("target", c_double), ("closure",
                c_double), ("target_change", c_int32), ("reserved", c_int32)]


class rapport_perception_change(Structure):
    _fields_ = [("struct_size", c_uint32), ("has", c_uint32), ("older", c_double), ("newer", c_double), ("delta",
                c_double), ("widening", c_double)]


class rapport_gate_change(Structure):
    _fields_ = [("struct_size", c_uint32), ("has", c_uint32), ("older_state", c_int32), ("newer_state", c_int32),
                ("older", c_double), ("newer", c_double)]


class rapport_left_out(Structure):
    _fields_ = [("struct_size", c_uint32), ("reason", c_int32), ("round", c_uint32), ("node", c_uint32)]


class rapport_round_trend(Structure):
    _fields_ = [("struct_size", c_uint32), ("used", c_uint32), ("skipped", c_uint32), ("recent_reason", c_int32),
                ("slope_reason", c_int32), ("test_reason", c_int32), ("chart_reason", c_int32), ("baseline", c_int32),
                ("recent", c_double), ("slope", c_double), ("s", c_double), ("z", c_double), ("p", c_double), ("tau",
                c_double), ("mean", c_double), ("sigma", c_double), ("average", c_double), ("lower", c_double),
                ("upper", c_double), ("cusum_low", c_double), ("cusum_high", c_double), ("exact", c_int32),
                ("ewma_alarm", c_int32), ("cusum_alarm", c_int32), ("ewma_alarms", c_uint32), ("cusum_alarms",
                c_uint32), ("reserved", c_uint32)]


class rapport_trend_point(Structure):
    _fields_ = [("struct_size", c_uint32), ("has_score", c_int32), ("has_chart", c_int32), ("ewma_alarm", c_int32),
                ("cusum_alarm", c_int32), ("reserved", c_int32), ("score", c_double), ("average", c_double), ("lower",
                c_double), ("upper", c_double), ("cusum_low", c_double), ("cusum_high", c_double)]


class rapport_warning(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("view", c_uint32), ("against", c_uint32), ("node",
                c_uint32), ("gate", c_uint32), ("round", c_uint32), ("has", c_uint32), ("before", c_double), ("now",
                c_double), ("limit", c_double)]


class rapport_scorecard(Structure):
    """Opaque."""


class rapport_scorecard_outcome(Structure):
    _fields_ = [("struct_size", c_uint32), ("arithmetic", c_int32), ("has_score", c_int32),
                ("refused", c_int32), ("standing", c_uint32), ("periods", c_uint32), ("score", c_double),
                ("unrounded", c_double), ("coverage", c_double), ("lower", c_double), ("upper", c_double)]


class rapport_scorecard_period(Structure):
    _fields_ = [("struct_size", c_uint32), ("has", c_uint32), ("docstatus", c_int32), ("number", c_uint32),
                ("erpnext_total", c_double), ("stored_total", c_double), ("erpnext_score", c_double),
                ("weight", c_double), ("our_weight", c_double), ("our_score", c_double),
                ("coverage", c_double), ("lower", c_double), ("upper", c_double)]


class rapport_scorecard_criterion(Structure):
    _fields_ = [("struct_size", c_uint32), ("has", c_uint32), ("weight", c_double), ("max_score", c_double),
                ("erpnext_score", c_double), ("stored_score", c_double), ("our_points", c_double)]


class rapport_scorecard_difference(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("period", c_uint32), ("criterion", c_uint32),
                ("variable", c_uint32), ("has", c_uint32), ("erpnext", c_double), ("ours", c_double)]


class rapport_gain(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("surplus", c_double), ("worst", c_double),
                ("nash", c_double), ("worst_party", c_uint32), ("has_nash", c_int32)]


class rapport_balance(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("balance", c_double), ("jain", c_double),
                ("jain_rescaled", c_double), ("smallest_to_largest", c_double)]


class rapport_equity(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("index", c_double), ("lowest", c_double),
                ("highest", c_double), ("lowest_party", c_uint32), ("highest_party", c_uint32)]


class rapport_overload(Structure):
    _fields_ = [("struct_size", c_uint32), ("party", c_uint32), ("ratio", c_double), ("has_ratio", c_int32),
                ("overloaded", c_uint32), ("patterns", c_uint32), ("reserved", c_uint32)]


class rapport_skill_fit(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("distance", c_double), ("cosine", c_double),
                ("fit", c_double)]


class rapport_skill_coverage(Structure):
    _fields_ = [("struct_size", c_uint32), ("best_party", c_uint32), ("all", c_double),
                ("best_alone", c_double), ("need", c_double), ("holes", c_uint32), ("reserved", c_uint32)]


class rapport_work(Structure):
    _fields_ = [("struct_size", c_uint32), ("beyond", c_uint32), ("beyond_share", c_double),
                ("focus", c_double), ("has_focus", c_int32), ("reserved", c_uint32)]


class rapport_alignment(Structure):
    _fields_ = [("struct_size", c_uint32), ("pairs", c_uint32), ("mean", c_double), ("lowest", c_double),
                ("one", c_uint32), ("other", c_uint32)]


class rapport_shared_vision(Structure):
    _fields_ = [("struct_size", c_uint32), ("weakest_party", c_uint32), ("value", c_double)]


class rapport_triad(Structure):
    _fields_ = [("struct_size", c_uint32), ("bottleneck", c_int32), ("score", c_double), ("lowest", c_double),
                ("harmony", c_double), ("evenness", c_double), ("patterns", c_uint32), ("reserved", c_uint32)]


class rapport_plan_links(Structure):
    _fields_ = [("struct_size", c_uint32), ("goals", c_uint32), ("strategies", c_uint32), ("actions", c_uint32),
                ("links", c_uint32), ("steps", c_uint32), ("goal_weights", POINTER(c_double)),
                ("link_strategy", POINTER(c_uint32)), ("link_goal", POINTER(c_uint32)),
                ("step_action", POINTER(c_uint32)), ("step_strategy", POINTER(c_uint32)),
                ("ready", POINTER(c_int32))]


class rapport_plan_chain(Structure):
    _fields_ = [("struct_size", c_uint32), ("dreams", c_uint32), ("orphans", c_uint32), ("aimless", c_uint32),
                ("idle", c_uint32), ("unready", c_uint32), ("served", c_double), ("backed", c_double),
                ("strategies_acted", c_double), ("actions_ready", c_double)]


class rapport_coalition(Structure):
    _fields_ = [("struct_size", c_uint32), ("weakest_party", c_uint32), ("share", c_double), ("value", c_double)]


class rapport_scenarios(Structure):
    _fields_ = [("struct_size", c_uint32), ("highest_mean", c_uint32), ("highest_minimum", c_uint32),
                ("least_regret", c_uint32)]


class rapport_decisions(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("speed", c_double), ("accuracy", c_double),
                ("both", c_double)]


class rapport_value_chain(Structure):
    _fields_ = [("struct_size", c_uint32), ("earliest", c_uint32), ("latest", c_uint32), ("holes", c_uint32),
                ("reach", c_double)]


class rapport_dependence(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("joint", c_double), ("asymmetry", c_double)]


class rapport_network(Structure):
    _fields_ = [("struct_size", c_uint32), ("brokers", c_uint32), ("mutual", c_double), ("weakest", c_double),
                ("asymmetry", c_double), ("widest", c_double), ("density", c_double), ("reciprocity", c_double),
                ("centralisation", c_double), ("weakest_one", c_uint32), ("weakest_other", c_uint32),
                ("widest_trusting", c_uint32), ("widest_trusted", c_uint32), ("islands", c_uint32),
                ("has_reciprocity", c_int32), ("has_centralisation", c_int32), ("reserved", c_uint32)]


class rapport_measure_info(Structure):
    _fields_ = [("struct_size", c_uint32), ("scope", c_int32), ("unit", c_int32), ("reserved", c_uint32),
                ("name", c_char_p), ("title", c_char_p), ("group", c_char_p)]


class rapport_pattern(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_uint32), ("mention", c_int32), ("reserved", c_uint32)]


class rapport_report_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("format", c_int32), ("ascii", c_int32), ("color", c_int32),
                ("compact", c_int32), ("redact", c_int32), ("language", c_char_p)]


class rapport_candidates_criterion(Structure):
    _fields_ = [("struct_size", c_uint32), ("direction", c_int32), ("weight", c_double), ("has", c_uint32),
                ("preference", c_int32), ("preference_q", c_double), ("preference_p", c_double), ("preference_s", c_double),
                ("indifference", c_double), ("strict", c_double), ("veto", c_double), ("lowest", c_double),
                ("highest", c_double), ("ideal", c_double), ("weight_lowest", c_double),
                ("weight_highest", c_double), ("importance", c_uint32), ("reserved", c_uint32)]


class rapport_candidates_value(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("low", c_double), ("high", c_double)]


class rapport_method(Structure):
    _fields_ = [("struct_size", c_uint32), ("method", c_int32), ("name", c_char_p), ("title", c_char_p),
                ("purpose", c_char_p), ("needs", c_char_p), ("source", c_char_p), ("parameters", c_uint32),
                ("lower_is_better", c_int32), ("takes_intervals", c_int32), ("reserved", c_int32)]


class rapport_method_parameter(Structure):
    _fields_ = [("struct_size", c_uint32), ("words", c_uint32), ("name", c_char_p), ("about", c_char_p),
                ("word", c_char_p), ("value", c_double), ("least", c_double), ("most", c_double)]


class rapport_parameter(Structure):
    _fields_ = [("name", c_char_p), ("text", c_char_p), ("number", c_double)]


class rapport_ranking_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("count", c_uint32), ("parameters", POINTER(rapport_parameter))]


class rapport_consistency(Structure):
    _fields_ = [("struct_size", c_uint32), ("reason", c_int32), ("has", c_uint32), ("missing", c_uint32),
                ("lambda_max", c_double), ("ci", c_double), ("ri", c_double), ("cr", c_double),
                ("ri_incomplete", c_double), ("cr_incomplete", c_double), ("gci", c_double), ("ksi", c_double),
                ("triad_product", c_double), ("triad_first", c_uint32), ("triad_second", c_uint32),
                ("triad_third", c_uint32), ("row", c_uint32), ("column", c_uint32), ("reserved", c_uint32),
                ("judged", c_double), ("implied", c_double)]


class rapport_spread(Structure):
    _fields_ = [("struct_size", c_uint32), ("has_sd", c_int32), ("lowest", c_double), ("highest", c_double),
                ("sd", c_double)]


class rapport_correlation(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("has_value", c_int32), ("reason", c_int32),
                ("count", c_uint32), ("reserved", c_uint32), ("value", c_double)]


class rapport_auc(Structure):
    _fields_ = [("struct_size", c_uint32), ("has_value", c_int32), ("reason", c_int32), ("good", c_uint32),
                ("bad", c_uint32), ("reserved", c_uint32), ("value", c_double), ("standard_error", c_double)]


class rapport_sensitivity_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("whole_range", c_int32), ("swing", c_double)]


class rapport_weight_interval(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("weight", c_double), ("winner_low", c_double),
                ("winner_high", c_double), ("order_low", c_double), ("order_high", c_double)]


class rapport_weight_change(Structure):
    _fields_ = [("struct_size", c_uint32), ("candidate", c_uint32), ("criterion", c_uint32), ("reserved", c_uint32),
                ("from", c_double), ("to", c_double), ("size", c_double)]


class rapport_tornado(Structure):
    _fields_ = [("struct_size", c_uint32), ("low_first", c_uint32), ("high_first", c_uint32), ("reserved", c_uint32),
                ("low", c_double), ("high", c_double), ("low_score", c_double), ("high_score", c_double),
                ("low_margin", c_double), ("high_margin", c_double)]


class rapport_leave_one_out(Structure):
    _fields_ = [("struct_size", c_uint32), ("first", c_uint32), ("winner_changes", c_int32), ("order_changes", c_int32),
                ("has_tau", c_int32), ("reserved", c_int32), ("tau", c_double)]


class rapport_standing(Structure):
    _fields_ = [("struct_size", c_uint32), ("dominated", c_int32), ("potentially_best", c_int32),
                ("certainly_possible", c_int32), ("has_margin", c_int32), ("reserved", c_int32), ("margin", c_double),
                ("certain_margin", c_double)]


class rapport_weight_rules(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("lowest", POINTER(c_double)),
                ("highest", POINTER(c_double)), ("importance", POINTER(c_uint32))]


class rapport_sampling_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("draws", c_int64), ("seed", c_int64),
                ("rules", POINTER(rapport_weight_rules)), ("deviations", POINTER(c_double))]


class rapport_sampling_info(Structure):
    _fields_ = [("struct_size", c_uint32), ("exact", c_int32), ("draws", c_int64), ("blocks", c_int64), ("seed", c_int64),
                ("acceptance", c_double), ("uncertain", c_int32), ("reserved", c_int32)]


class rapport_robustness(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("candidates", POINTER(rapport_candidates)),
                ("sensitivity", POINTER(rapport_sensitivity)), ("dominance", POINTER(rapport_dominance)),
                ("sampling", POINTER(rapport_sampling)), ("acceptability", POINTER(rapport_acceptability)),
                ("confidence", POINTER(rapport_confidence))]
