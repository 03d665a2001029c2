/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What past scores were worth, for people and as rapport-backtest/1. */
#include "rapport/backtest.h"

#include "base/error.h"
#include "report/json_parts.h"
#include "report/options.h"
#include "report/output.h"
#include "report/text_parts.h"

#define DECIMALS 4

typedef struct page {
    uint32_t count;
    rapport_correlation spearman, kendall;
    rapport_auc auc;
    bool judged; /* whether good is told from bad */
} page;

static page read_page(const rapport_backtest *backtest)
{
    page p = {
        .spearman.struct_size = sizeof p.spearman, .kendall.struct_size = sizeof p.kendall, .auc.struct_size = sizeof p.auc};
    p.count = rapport_backtest_count(backtest);
    (void)rapport_backtest_get_correlation(backtest, RAPPORT_CORRELATION_SPEARMAN, &p.spearman);
    (void)rapport_backtest_get_correlation(backtest, RAPPORT_CORRELATION_KENDALL, &p.kendall);
    p.judged = rapport_backtest_get_auc(backtest, &p.auc) == RAPPORT_OK;
    return p;
}

/* ---- JSON. ---- */

static const char *word_of_reason(int32_t reason)
{
    static const char *const words[] = {NULL, "too-few", "no-variance", "one-outcome"};
    return words[reason];
}

static void put_correlation(rapport__json_out *out, const rapport_correlation *c)
{
    rapport__json_put_key(out, rapport_correlation_name(c->kind));
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_number_member(out, "value", c->has_value, c->value);
    rapport__json_text_member(out, "reason", word_of_reason(c->reason));
    rapport__json_end(out);
}

static void put_auc(rapport__json_out *out, const page *p)
{
    rapport__json_put_key(out, "auc");
    if (!p->judged) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_number_member(out, "value", p->auc.has_value, p->auc.value);
    rapport__json_text_member(out, "reason", word_of_reason(p->auc.reason));
    rapport__json_number_member(out, "standard_error", p->auc.has_value, p->auc.standard_error);
    rapport__json_integer_member(out, "good", true, p->auc.good);
    rapport__json_integer_member(out, "bad", true, p->auc.bad);
    rapport__json_end(out);
}

static void write_json(rapport__json_out *out, const page *p)
{
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "format", "rapport-backtest/1");
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    rapport__json_integer_member(out, "count", true, p->count);
    put_correlation(out, &p->spearman);
    put_correlation(out, &p->kendall);
    put_auc(out, p);
    rapport__json_end(out);
}

/* ---- Text. ---- */

static void say_why_not(rapport__pen *pen, int32_t reason)
{
    static const char *const words[] = {"", "there are fewer than two partnerships", "on one side all are the same",
                                        "all came out well, or none did"};
    rapport__pen_say(pen, "undefined: ");
    rapport__pen_say(pen, words[reason]);
}

static void write_correlation(rapport__pen *pen, const char *label, const rapport_correlation *c, const char *meaning)
{
    rapport__text_label(pen, label);
    if (c->has_value) {
        rapport__pen_say_fixed(pen, c->value, DECIMALS);
        rapport__pen_say(pen, meaning);
    } else {
        say_why_not(pen, c->reason);
    }
    rapport__pen_full_stop(pen);
}

/* Two standard errors either way, which is how far chance goes in 19 of 20 cases. */
static const char *reading_of(const rapport_auc *auc)
{
    if (auc->value - 2 * auc->standard_error > .5)
        return "higher scores did go with good outcomes, beyond chance";
    if (auc->value + 2 * auc->standard_error < .5)
        return "higher scores went with bad outcomes, beyond chance";
    return "no more than chance could do with so few; .5 says nothing";
}

static void write_auc(rapport__pen *pen, const page *p)
{
    rapport__text_label(pen, "AUC");
    if (!p->judged) {
        rapport__pen_say(pen, "not asked: \"good_from\" would say which outcomes are good");
        rapport__pen_full_stop(pen);
        return;
    }
    if (!p->auc.has_value) {
        say_why_not(pen, p->auc.reason);
        rapport__pen_full_stop(pen);
        return;
    }
    rapport__pen_say_fixed(pen, p->auc.value, DECIMALS);
    rapport__pen_say(pen, ", standard error ");
    rapport__pen_say_fixed(pen, p->auc.standard_error, DECIMALS);
    rapport__pen_say(pen, ": how often a good one had the higher score than a bad one");
    rapport__pen_full_stop(pen);
    rapport__text_label(pen, "Reading");
    rapport__pen_say(pen, reading_of(&p->auc));
    rapport__pen_full_stop(pen);
}

static void write_text(rapport__pen *pen, const page *p)
{
    rapport__pen_put(pen, "What were past scores worth?");
    rapport__pen_line(pen);
    rapport__text_label(pen, "From");
    rapport__text_say_count(pen, p->count);
    rapport__pen_say(pen, p->count == 1 ? " partnership" : " partnerships");
    if (p->judged) {
        rapport__pen_say(pen, ", ");
        rapport__text_say_count(pen, p->auc.good);
        rapport__pen_say(pen, " good and ");
        rapport__text_say_count(pen, p->auc.bad);
        rapport__pen_say(pen, " bad");
    }
    rapport__pen_full_stop(pen);
    write_correlation(pen, "Spearman", &p->spearman, ": how alike the orders of scores and outcomes are");
    write_correlation(pen, "Kendall", &p->kendall, ": of two, how much oftener the better had the higher score");
    write_auc(pen, p);
}

rapport_status rapport_backtest_write(const rapport_backtest *backtest, const rapport_report_options *options,
                                      rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport__output to;
    page p;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!backtest || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a back-test and a writer are needed");
    p = read_page(backtest);
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        write_json(&to.out, &p);
    else
        write_text(&to.pen, &p);
    return rapport__output_close(&to, error);
}
