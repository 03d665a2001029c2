/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The one table of methods, which the command, the documents and the Python module read. */
#include "selection/ranking.h"

#include <string.h>

#include "base/struct.h"

_Static_assert(sizeof(void *) != 8 || sizeof(rapport_method) == 64, "the layout of rapport_method is part of the ABI");
_Static_assert(sizeof(void *) != 8 || sizeof(rapport_method_parameter) == 56,
               "the layout of rapport_method_parameter is part of the ABI");

#define BIT(what) (1u << (what))

static const char *const normalizations[] = {"none", "sum", "max", "minmax", "vector", "bounds", NULL};
static const char *const optima[] = {"data", "ideal", NULL};

enum { ALL = 63, NOT_NONE = 62, BY_RANGE = BIT(RAPPORT__MINMAX) | BIT(RAPPORT__BOUNDS) };

#define NORMALIZATION(allowed, word)                                                                                           \
    {                                                                                                                          \
        "normalization", "how criteria are made comparable", 0, 0, 0, normalizations, allowed, word                            \
    }
#define NUMBER(name, about, value, least, most)                                                                                \
    {                                                                                                                          \
        name, about, value, least, most, NULL, 0, 0                                                                            \
    }

#define POSITIVE "no value below 0, and costs above 0"

static const rapport__method methods[] = {
    {.name = "wsm",
     .title = "Weighted sum",
     .purpose = "most points on average",
     .needs = "",
     .source = "Fishburn 1967",
     .run = rapport__rank_wsm,
     .takes_intervals = true,
     .parameters = {NORMALIZATION(ALL, RAPPORT__BOUNDS)}},
    {.name = "wpm",
     .title = "Weighted product",
     .purpose = "best in proportion, weak spots count more",
     .needs = POSITIVE,
     .source = "Bridgman 1922; Miller and Starr 1969",
     .run = rapport__rank_wpm,
     .takes_intervals = true,
     .parameters = {NORMALIZATION(ALL, RAPPORT__MAX)}},
    {.name = "waspas",
     .title = "WASPAS",
     .purpose = "weighted sum and weighted product, mixed",
     .needs = POSITIVE,
     .source = "Zavadskas, Turskis, Antucheviciene and Zakarevicius 2012",
     .run = rapport__rank_waspas,
     .room = 1,
     .takes_intervals = true,
     .parameters = {NUMBER("lambda", "share of the weighted sum", 0.5, 0, 1), NORMALIZATION(NOT_NONE, RAPPORT__MAX)}},
    {.name = "topsis",
     .title = "TOPSIS",
     .purpose = "near the ideal and far from the anti-ideal",
     .needs = "",
     .source = "Hwang and Yoon 1981",
     .run = rapport__rank_topsis,
     .room = 1,
     .parameters = {NORMALIZATION(ALL, RAPPORT__VECTOR)}},
    {.name = "vikor",
     .title = "VIKOR",
     .purpose = "compromise between the mean and the worst regret",
     .needs = "",
     .source = "Opricovic and Tzeng 2004",
     .run = rapport__rank_vikor,
     .gives = BIT(RAPPORT_MEAN_REGRET) | BIT(RAPPORT_WORST_REGRET) | BIT(RAPPORT_CHOSEN),
     .index = 2,
     .lower_is_better = true,
     .parameters = {NUMBER("v", "weight of the mean regret", 0.5, 0, 1), NORMALIZATION(BY_RANGE, RAPPORT__MINMAX)}},
    {.name = "promethee1",
     .title = "PROMETHEE I",
     .purpose = "preference flows; who cannot be compared",
     .needs = "preference functions, or else \"usual\"",
     .source = "Brans and Vincke 1985",
     .run = rapport__rank_promethee,
     .gives = BIT(RAPPORT_POSITIVE_FLOW) | BIT(RAPPORT_NEGATIVE_FLOW),
     .room = 3,
     .index = 2,
     .compares_pairs = true},
    {.name = "promethee2",
     .title = "PROMETHEE II",
     .purpose = "net preference flows",
     .needs = "preference functions, or else \"usual\"",
     .source = "Brans and Vincke 1985",
     .run = rapport__rank_promethee,
     .gives = BIT(RAPPORT_POSITIVE_FLOW) | BIT(RAPPORT_NEGATIVE_FLOW),
     .room = 3,
     .index = 2},
    {.name = "electre1",
     .title = "ELECTRE I",
     .purpose = "who outranks whom; the kernel worth a closer look",
     .needs = "",
     .source = "Roy 1968",
     .run = rapport__rank_electre1,
     .gives = BIT(RAPPORT_CHOSEN),
     .pair_tables = 2,
     .room = 1,
     .index = 4,
     .compares_pairs = true,
     .parameters = {NUMBER("concordance", "least concordance of outranking", 0.65, 0, 1),
                    NUMBER("discordance", "most discordance of outranking", 0.35, 0, 1), NORMALIZATION(ALL, RAPPORT__MINMAX)}},
    {.name = "electre3",
     .title = "ELECTRE III",
     .purpose = "credibility of outranking, with thresholds and vetoes",
     .needs = "thresholds, or else every difference counts and none is a veto",
     .source = "Roy 1978",
     .run = rapport__rank_electre3,
     .gives = BIT(RAPPORT_DESCENDING) | BIT(RAPPORT_ASCENDING),
     .pair_tables = 2,
     .room = 1,
     .index = 4,
     .compares_pairs = true,
     .parameters = {NUMBER("alpha", "discrimination at credibility 0", 0.3, 0, 1),
                    NUMBER("beta", "how far it falls up to credibility 1", 0.15, 0, 1)}},
    {.name = "copras",
     .title = "COPRAS",
     .purpose = "shares of benefits, and of costs in reverse",
     .needs = "no value below 0",
     .source = "Zavadskas and Kaklauskas 1996",
     .run = rapport__rank_copras,
     .gives = BIT(RAPPORT_UTILITY),
     .room = 1,
     .parameters = {NORMALIZATION(ALL, RAPPORT__SUM)}},
    {.name = "aras",
     .title = "ARAS",
     .purpose = "share of what the best of everything would reach",
     .needs = POSITIVE,
     .source = "Zavadskas and Turskis 2010",
     .run = rapport__rank_aras,
     .gives = BIT(RAPPORT_UTILITY),
     .parameters = {{"optimum", "what is best: the best of the data, or the criterion's ideal", 0, 0, 0, optima, 3, 0}}},
    {.name = "edas",
     .title = "EDAS",
     .purpose = "distances above and below the average",
     .needs = "averages above 0",
     .source = "Keshavarz Ghorabaee, Zavadskas, Olfat and Turskis 2015",
     .run = rapport__rank_edas,
     .room = 1},
    {.name = "mabac",
     .title = "MABAC",
     .purpose = "distances from the geometric mean of all",
     .needs = "",
     .source = "Pamucar and Cirovic 2015",
     .run = rapport__rank_mabac,
     .parameters = {NORMALIZATION(NOT_NONE, RAPPORT__MINMAX)}},
    {.name = "marcos",
     .title = "MARCOS",
     .purpose = "utility against the ideal and the anti-ideal",
     .needs = POSITIVE,
     .source = "Stevic, Pamucar, Puska and Chatterjee 2020",
     .run = rapport__rank_marcos},
    {.name = "spotis",
     .title = "SPOTIS",
     .purpose = "distance from the ideal within fixed bounds",
     .needs = "bounds of every criterion",
     .source = "Dezert, Tchamova, Han and Tacnet 2020",
     .run = rapport__rank_spotis,
     .lower_is_better = true,
     .takes_intervals = true},
};

_Static_assert(sizeof methods / sizeof *methods == RAPPORT_METHOD_END - RAPPORT_WSM, "every method has a row");

const rapport__method *rapport__method_of(int32_t method)
{
    return method >= RAPPORT_WSM && method < RAPPORT_METHOD_END ? &methods[method - RAPPORT_WSM] : NULL;
}

uint32_t rapport__method_parameters(const rapport__method *method)
{
    uint32_t count = 0;
    while (count < RAPPORT__METHOD_PARAMETERS && method->parameters[count].name)
        count++;
    return count;
}

int32_t rapport_method_find(const char *name)
{
    for (int32_t method = RAPPORT_WSM; name && method < RAPPORT_METHOD_END; method++)
        if (!strcmp(name, rapport__method_of(method)->name))
            return method;
    return 0;
}

rapport_status rapport_method_get(int32_t method, rapport_method *out)
{
    const rapport__method *found = rapport__method_of(method);
    rapport_method filled;
    if (!found)
        return RAPPORT_BAD_ARGUMENT;
    filled = (rapport_method){.struct_size = sizeof filled,
                              .method = method,
                              .name = found->name,
                              .title = found->title,
                              .purpose = found->purpose,
                              .needs = found->needs,
                              .source = found->source,
                              .parameters = rapport__method_parameters(found),
                              .lower_is_better = found->lower_is_better,
                              .takes_intervals = found->takes_intervals};
    return rapport__struct_out(out, &filled, sizeof filled);
}

static const rapport__parameter_rule *rule_of(int32_t method, uint32_t parameter)
{
    const rapport__method *found = rapport__method_of(method);
    return found && parameter < rapport__method_parameters(found) ? &found->parameters[parameter] : NULL;
}

rapport_status rapport_method_get_parameter(int32_t method, uint32_t parameter, rapport_method_parameter *out)
{
    const rapport__parameter_rule *rule = rule_of(method, parameter);
    rapport_method_parameter filled;
    if (!rule)
        return RAPPORT_BAD_ARGUMENT;
    filled = (rapport_method_parameter){.struct_size = sizeof filled,
                                        .name = rule->name,
                                        .about = rule->about,
                                        .word = rule->words ? rule->words[rule->word] : NULL,
                                        .value = rule->value,
                                        .least = rule->least,
                                        .most = rule->most};
    while (rapport_method_parameter_word(method, parameter, filled.words))
        filled.words++;
    return rapport__struct_out(out, &filled, sizeof filled);
}

const char *rapport_method_parameter_word(int32_t method, uint32_t parameter, uint32_t word)
{
    const rapport__parameter_rule *rule = rule_of(method, parameter);
    for (uint32_t i = 0; rule && rule->words && rule->words[i]; i++)
        if (rule->allowed & BIT(i) && !word--)
            return rule->words[i];
    return NULL;
}
