/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SCORE_KIT_H
#define RAPPORT_SCORE_KIT_H
/*
 * Partnerships in one line, so that a test shows its tree beside its numbers. For one test program each.
 *
 * A tree:    "g:2^0(p:3 q!@80) r~ t#five"   group g of weight 2 and exponent 0 with p (weight 3) and q (together by the
 *            minimum, target 80), informational r, and t on the scale "five". After the name, in any order: ~ #scale :weight
 *            ^power @target, ! for the minimum, ? for the maximum; ^min and ^max are exponents.
 * Parties:   "us: p 40 q - | p 60 q n/a; them/2!: p 80"   two raters for us, one for them; them weighs 2 and speaks as one.
 *            "us: *3 p 40" is a rater of weight 3. - is "don't know", / is "declined", nothing is no reaction.
 *
 * On the scale "n" an answer of 0..100 is worth itself, to the last bit: between its knots 0, 64, 96 and 100 the widths are
 * powers of two. "five" has five levels, 0 25 50 75 100 points; "odd" has three of 0, 10 and 100, "fine" of
 * 0, 0.5 and 100; "yes" is yes or no.
 */
#include "testkit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/document.h"
#include "rapport/gap.h"

typedef struct sk {
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
} sk;

typedef struct sk_page { /* JSON that is being written; ' stands for " */
    char text[1 << 16];
    size_t length;
} sk_page;

static inline void sk_add(sk_page *page, const char *text, size_t length)
{
    assert_true(page->length + length < sizeof page->text);
    for (size_t i = 0; i < length; i++)
        page->text[page->length++] = text[i] == '\'' ? '"' : text[i];
    page->text[page->length] = '\0';
}

static inline void sk_put(sk_page *page, const char *text)
{
    sk_add(page, text, strlen(text));
}

/* Copies the word at *at; words end at a blank or one of the signs of the notation. */
static inline void sk_word(sk_page *page, const char **at)
{
    size_t length = strcspn(*at, " ~#:^!?@()|;");
    sk_add(page, *at, length);
    *at += length;
}

static inline void sk_key(sk_page *page, const char *key, const char **at, const char *quote)
{
    ++*at;
    sk_put(page, key);
    sk_put(page, quote);
    sk_word(page, at);
    sk_put(page, quote);
}

static inline const char *sk_blanks(const char *at)
{
    return at + strspn(at, " ");
}

static inline void sk_node_text(sk_page *page, const char **at)
{
    const char *scale = "','scale':'n";
    sk_page shape = {{0}, 0};
    sk_put(page, "{'id':'");
    sk_word(page, at);
    sk_put(page, "'");
    for (;;) {
        if (**at == '~')
            sk_put(&shape, ",'informational':true"), ++*at;
        else if (**at == '#')
            sk_key(&shape, ",'scale':", at, "'"), scale = NULL;
        else if (**at == ':')
            sk_key(&shape, ",'weight':", at, "");
        else if (**at == '^')
            sk_key(&shape, ",'power':", at, (*at)[1] == 'm' ? "'" : "");
        else if (**at == '!')
            sk_put(&shape, ",'together':'min'"), ++*at;
        else if (**at == '?')
            sk_put(&shape, ",'together':'max'"), ++*at;
        else if (**at == '@')
            sk_key(&shape, ",'target':", at, "");
        else
            break;
    }
    sk_add(page, shape.text, shape.length);
    if (**at != '(' && scale)
        sk_put(page, ",'scale':'n'");
}

static inline void sk_tree(sk_page *page, const char *at)
{
    sk_put(page, "'criteria':[");
    for (int first = 1; *(at = sk_blanks(at));) {
        if (*at == ')') {
            sk_put(page, "]}");
            first = 0;
            at++;
            continue;
        }
        if (!first)
            sk_put(page, ",");
        sk_node_text(page, &at);
        first = *at == '(';
        sk_put(page, first ? ",'criteria':[" : "}");
        at += first;
    }
    sk_put(page, "]");
}

static inline void sk_answer(sk_page *page, const char **at)
{
    sk_put(page, "'");
    sk_word(page, at);
    sk_put(page, "':");
    *at = sk_blanks(*at);
    if (**at == '-' || **at == '/')
        sk_put(page, **at == '-' ? "'dont-know'" : "'declined'"), ++*at;
    else if (**at == 'n')
        sk_put(page, "'n/a'"), *at += 3;
    else
        sk_word(page, at);
}

static inline void sk_rater(sk_page *page, const char **at, unsigned number)
{
    char head[64];
    snprintf(head, sizeof head, "%s{'id':'r%u'", number ? "," : "", number);
    sk_put(page, head);
    *at = sk_blanks(*at);
    if (**at == '*')
        sk_key(page, ",'weight':", at, "");
    sk_put(page, ",'answers':{");
    for (int first = 1; *(*at = sk_blanks(*at)) && **at != '|' && **at != ';'; first = 0) {
        if (!first)
            sk_put(page, ",");
        sk_answer(page, at);
    }
    sk_put(page, "}}");
}

static inline void sk_parties(sk_page *page, const char *at)
{
    sk_put(page, "'parties':[");
    for (int first = 1; *(at = sk_blanks(at)); first = 0) {
        size_t name = strcspn(at, "/!:");
        sk_put(page, first ? "{'id':'" : ",{'id':'");
        sk_add(page, at, name);
        sk_put(page, "'");
        at += name;
        if (*at == '/')
            sk_key(page, ",'weight':", &at, "");
        if (*at == '!')
            sk_put(page, ",'voice':'one'"), at++;
        assert_int_equal(*at, ':');
        at = sk_blanks(at + 1);
        sk_put(page, ",'raters':[");
        for (unsigned i = 0; *at && *at != ';'; i++) {
            sk_rater(page, &at, i);
            at += *at == '|';
        }
        sk_put(page, "]}");
        at += *at == ';';
    }
    sk_put(page, "]");
}

/* `settings` are further keys of the model, `rest` of the assessment; each NULL or JSON such as "'target':80,'power':0". */
static inline sk sk_open(const char *tree, const char *settings, const char *parties, const char *rest)
{
    static sk_page page;
    sk it = {0};
    rapport_error error;
    page.length = 0;
    sk_put(&page, "{'format':'rapport-assessment/1','id':'a','partnership':'P','date':'2026-01-31','model':"
                  "{'format':'rapport-model/1','id':'m','version':'1','scales':{"
                  "'n':{'kind':'number','points':[[0,0],[64,64],[96,96],[100,100]]},"
                  "'five':{'kind':'levels','levels':[{},{},{},{},{}]},"
                  "'odd':{'kind':'levels','levels':[{'points':0},{'points':10},{'points':100}]},'yes':{'kind':'yesno'},"
                  "'fine':{'kind':'levels','levels':[{'points':0},{'points':0.5},{'points':100}]}},");
    sk_tree(&page, tree);
    if (!settings || !strstr(settings, "'bands'"))
        sk_put(&page, ",'bands':[{'id':'low','from':0},{'id':'high','from':50}]");
    sk_put(&page, settings ? "," : "");
    sk_put(&page, settings ? settings : "");
    sk_put(&page, "},");
    sk_parties(&page, parties);
    sk_put(&page, rest ? "," : "");
    sk_put(&page, rest ? rest : "");
    sk_put(&page, "}");
    if (rapport_assessment_read(page.text, -1, NULL, NULL, NULL, &it.model, &it.assessment, &error))
        fail_msg("%s: %s in %s", error.path, error.message, page.text);
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    return it;
}

static inline void sk_close(sk *it)
{
    rapport_result_destroy(it->result);
    rapport_assessment_destroy(it->assessment);
    rapport_model_destroy(it->model);
}

/* The node of an id; "" is the root. */
static inline uint32_t sk_node(const sk *it, const char *id)
{
    uint32_t node = *id ? rapport_model_find(it->model, id) : RAPPORT_ROOT;
    assert_int_not_equal(node, RAPPORT_NONE);
    return node;
}

static inline rapport_cell sk_cell(const sk *it, uint32_t view, const char *id)
{
    rapport_cell cell = {.struct_size = sizeof cell};
    assert_ok(rapport_result_get_cell(it->result, view, sk_node(it, id), &cell));
    return cell;
}

static inline double sk_score(const sk *it, uint32_t view, const char *id)
{
    rapport_cell cell = sk_cell(it, view, id);
    assert_true(cell.status == RAPPORT_CELL_OK || cell.status == RAPPORT_CELL_INCOMPLETE);
    return cell.score;
}

static inline rapport_finding sk_finding(const sk *it, const char *id)
{
    rapport_finding finding = {.struct_size = sizeof finding};
    assert_ok(rapport_result_get_finding(it->result, sk_node(it, id), &finding));
    return finding;
}

static inline rapport_outcome sk_outcome(const sk *it)
{
    rapport_outcome outcome = {.struct_size = sizeof outcome};
    assert_ok(rapport_result_get_outcome(it->result, &outcome));
    return outcome;
}

static inline rapport_gate_result sk_gate(const sk *it, uint32_t gate)
{
    rapport_gate_result found = {.struct_size = sizeof found};
    assert_ok(rapport_result_get_gate(it->result, gate, &found));
    return found;
}

#define SK_ALMOST 1e-12 /* a few roundings of numbers up to 100 */

/* All that a cell with a score says. */
static inline void sk_expect(const sk *it, uint32_t view, const char *id, int32_t status, double score, double coverage,
                             double lower, double upper)
{
    rapport_cell cell = sk_cell(it, view, id);
    assert_int_equal(cell.status, status);
    assert_close(cell.score, score, SK_ALMOST);
    assert_close(cell.coverage, coverage, SK_ALMOST);
    assert_close(cell.lower, lower, SK_ALMOST);
    assert_close(cell.upper, upper, SK_ALMOST);
}

/* A cell that is complete: its bounds are its score. */
static inline void sk_expect_ok(const sk *it, uint32_t view, const char *id, double score)
{
    sk_expect(it, view, id, RAPPORT_CELL_OK, score, 1, score, score);
}

/* A cell without a score: missing, not applicable or withheld. */
static inline void sk_expect_none(const sk *it, uint32_t view, const char *id, int32_t status)
{
    double score = -1;
    sk_expect(it, view, id, status, 0, 0, 0, status == RAPPORT_CELL_MISSING ? 100 : 0);
    assert_int_equal(rapport_result_get_score(it->result, view, sk_node(it, id), &score), RAPPORT_UNDEFINED);
    assert_true(score == -1);
}

#endif
