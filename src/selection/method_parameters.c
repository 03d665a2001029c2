/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What a method is told: by the options of the call, by the matrix, or by its defaults. */
#include "selection/ranking.h"

#include <string.h>

#include "base/number.h"
#include "base/struct.h"

static void path_of(char *path, size_t size, const char *name)
{
    rapport__append(path, size, "/parameters");
    rapport__append_key(path, size, name);
}

/* The names, or words, that would have been right. */
static void append_known(char *out, size_t size, const char *name)
{
    rapport__append(out, size, *out ? ", " : "; known are ");
    rapport__append(out, size, name);
}

static rapport_status refuse_name(const rapport__contest *c, const char *name)
{
    char path[sizeof c->error->path] = "", known[160] = "";
    path_of(path, sizeof path, name);
    for (uint32_t i = 0; i < rapport__method_parameters(c->method); i++)
        append_known(known, sizeof known, c->method->parameters[i].name);
    return FAIL(c->error, RAPPORT_NOT_FOUND, path, c->method->name, " has no parameter \"", name, "\"", known);
}

static rapport_status refuse_word(const rapport__contest *c, const rapport__parameter_rule *rule)
{
    char path[sizeof c->error->path] = "", known[160] = "";
    path_of(path, sizeof path, rule->name);
    for (uint32_t i = 0; rule->words[i]; i++)
        if (rule->allowed & 1u << i)
            append_known(known, sizeof known, rule->words[i]);
    return FAIL(c->error, RAPPORT_BAD_VALUE, path, "this is no ", rule->name, " of ", c->method->name, known);
}

static rapport_status refuse_number(const rapport__contest *c, const rapport__parameter_rule *rule)
{
    char path[sizeof c->error->path] = "", least[RAPPORT__NUMBER_SIZE], most[RAPPORT__NUMBER_SIZE];
    path_of(path, sizeof path, rule->name);
    rapport__number_write(rule->least, least);
    rapport__number_write(rule->most, most);
    return FAIL(c->error, RAPPORT_BAD_VALUE, path, rule->name, " of ", c->method->name, " must be a number from ", least,
                " to ", most);
}

/* The place of a word among those of a rule, allowed or not; -1 if it is none. */
static int32_t word_of(const rapport__parameter_rule *rule, const char *text)
{
    for (int32_t i = 0; text && rule->words[i]; i++)
        if (!strcmp(text, rule->words[i]))
            return i;
    return -1;
}

static rapport_status take(rapport__contest *c, uint32_t k, const char *text, double number)
{
    const rapport__parameter_rule *rule = &c->method->parameters[k];
    if (rule->words) {
        int32_t word = word_of(rule, text);
        if (word < 0 || !(rule->allowed & 1u << word))
            return refuse_word(c, rule);
        c->out->word[k] = word;
        return RAPPORT_OK;
    }
    if (text || !(number >= rule->least && number <= rule->most))
        return refuse_number(c, rule);
    c->out->number[k] = number + 0.0;
    return RAPPORT_OK;
}

static uint32_t find(const rapport__method *method, const char *name)
{
    for (uint32_t k = 0; k < rapport__method_parameters(method); k++)
        if (!strcmp(method->parameters[k].name, name))
            return k;
    return RAPPORT_NONE;
}

/* A parameter of the matrix may be meant for another method, and so may the word that it is. */
static rapport_status take_of_matrix(rapport__contest *c, const rapport__parameter *p)
{
    char path[sizeof c->error->path] = "";
    uint32_t k = find(c->method, p->name);
    if (k != RAPPORT_NONE) {
        const rapport__parameter_rule *rule = &c->method->parameters[k];
        if (rule->words && word_of(rule, p->text) >= 0 && !(rule->allowed & 1u << word_of(rule, p->text)))
            return RAPPORT_OK;
        return take(c, k, p->text, p->number);
    }
    for (int32_t method = RAPPORT_WSM; method < RAPPORT_METHOD_END; method++)
        if (find(rapport__method_of(method), p->name) != RAPPORT_NONE)
            return RAPPORT_OK;
    path_of(path, sizeof path, p->name);
    return FAIL(c->error, RAPPORT_NOT_FOUND, path, "no method has a parameter \"", p->name, "\"");
}

rapport_status rapport__contest_parameters(rapport__contest *c, const rapport_ranking_options *options)
{
    const rapport_candidates *matrix = c->out->candidates;
    rapport_ranking_options given;
    rapport_status status;
    if (rapport__struct_in(&given, sizeof given, options) || (given.count && !given.parameters))
        return FAIL(c->error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size, or no parameters");
    for (uint32_t k = 0; k < rapport__method_parameters(c->method); k++) {
        c->out->number[k] = c->method->parameters[k].value;
        c->out->word[k] = c->method->parameters[k].word;
    }
    for (uint32_t i = 0; i < matrix->parameter_count; i++)
        if ((status = take_of_matrix(c, &matrix->parameters[i])))
            return status;
    for (uint32_t i = 0; i < given.count; i++) {
        const rapport_parameter *p = &given.parameters[i];
        uint32_t k = p->name ? find(c->method, p->name) : RAPPORT_NONE;
        if (k == RAPPORT_NONE)
            return refuse_name(c, p->name ? p->name : "");
        if ((status = take(c, k, p->text, p->number)))
            return status;
    }
    return RAPPORT_OK;
}
