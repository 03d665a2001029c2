/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/comparison.h"

#include "base/error.h"
#include "report/options.h"
#include "report/output.h"

const char *rapport__rounds_node(const rapport__rounds *r, uint32_t node)
{
    return node == RAPPORT_ROOT ? "the whole"
                                : rapport_model_label(r->model, RAPPORT_OF_NODE, node, 0, RAPPORT_TITLE, r->language);
}

const char *rapport__rounds_view(const rapport__rounds *r, uint32_t view)
{
    return view == RAPPORT_JOINT ? "joint" : rapport_comparison_party_title(r->comparison, view, r->language);
}

rapport_round rapport__rounds_round(const rapport__rounds *r, uint32_t round)
{
    rapport_round out = {.struct_size = sizeof out};
    (void)rapport_comparison_get_round(r->comparison, round, &out);
    return out;
}

rapport_change rapport__rounds_change(const rapport__rounds *r, uint32_t view, uint32_t node)
{
    rapport_change out = {.struct_size = sizeof out};
    (void)rapport_comparison_get_change(r->comparison, r->previous, r->newest, view, node, &out);
    return out;
}

rapport_warning rapport__rounds_warning(const rapport__rounds *r, uint32_t index)
{
    rapport_warning out = {.struct_size = sizeof out};
    (void)rapport_comparison_get_warning(r->comparison, index, &out);
    return out;
}

rapport_left_out rapport__rounds_left_out(const rapport__rounds *r, uint32_t index, const char **id)
{
    rapport_left_out out = {.struct_size = sizeof out};
    (void)rapport_comparison_get_left_out(r->comparison, index, id, &out);
    return out;
}

rapport_node rapport__rounds_node_is(const rapport__rounds *r, uint32_t node)
{
    rapport_node out = {.struct_size = sizeof out};
    (void)rapport_model_get_node(r->model, node, &out);
    return out;
}

const char *rapport__word_of_left_out(int32_t reason)
{
    static const char *const words[] = {"only-older",   "only-newer", "other-kind",
                                        "other-levels", "other-unit", "other-options"};
    return words[reason - RAPPORT_ONLY_OLDER];
}

const char *rapport__word_of_warning(int32_t kind)
{
    static const char *const words[] = {"gate-breached", "gate-near-miss", "trust-falling", "gap-widening", "coverage-falling",
                                        "silent-party",  "share-drifting", "ewma",          "cusum",        "party-joined",
                                        "party-left",    "renamed"};
    return words[kind - RAPPORT_WARN_GATE_BREACHED];
}

const char *rapport__word_of_trend_reason(int32_t reason)
{
    static const char *const words[] = {NULL, "too-few", "no-spread", "all-faded"};
    return words[reason];
}

static rapport__rounds look_at(const rapport_comparison *comparison, const rapport_report_options *options)
{
    rapport__rounds r = {.comparison = comparison, .language = options->language};
    r.model = rapport_comparison_model(comparison);
    r.rounds = rapport_comparison_count_rounds(comparison);
    r.newest = rapport_comparison_newest(comparison, &r.previous);
    r.latest = rapport_comparison_assessment(comparison, r.newest);
    r.parties = rapport_comparison_count_parties(comparison);
    r.current = rapport_assessment_count_parties(r.latest);
    r.used.struct_size = sizeof r.used;
    (void)rapport_comparison_get_options(comparison, &r.used);
    return r;
}

rapport_status rapport_comparison_write(const rapport_comparison *comparison, const rapport_report_options *options,
                                        rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport__rounds r;
    rapport__output to;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!comparison || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a comparison and a writer are needed");
    r = look_at(comparison, &chosen);
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        rapport__comparison_json(&to.out, &r);
    else
        rapport__comparison_text(&to.pen, &r);
    return rapport__output_close(&to, error);
}
