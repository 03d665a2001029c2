/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_TESTS_RANKING_KIT_H
#define RAPPORT_TESTS_RANKING_KIT_H
/* Small decision matrices, and rankings of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/rapport.h"
#include "testkit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define WITH(...) ((rapport_candidates_criterion){.struct_size = sizeof(rapport_candidates_criterion), __VA_ARGS__})

static inline void add_criterion(rapport_candidates *m, rapport_candidates_criterion about)
{
    char id[16];
    snprintf(id, sizeof id, "c%u", rapport_candidates_count_criteria(m) + 1);
    assert_ok(rapport_candidates_add_criterion(m, id, &about, NULL, NULL));
}

/* Candidates a1, a2, ... over criteria c1, c2, ...; `directions` such as "+-+". */
static inline rapport_candidates *matrix_of(uint32_t rows, const char *directions, const double *weights, const double *values)
{
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    for (uint32_t j = 0; directions[j]; j++)
        add_criterion(m, WITH(.weight = weights ? weights[j] : 1,
                              .direction = directions[j] == '-' ? RAPPORT_MINIMIZE : RAPPORT_MAXIMIZE));
    for (uint32_t i = 0; i < rows; i++) {
        char id[16];
        snprintf(id, sizeof id, "a%u", i + 1);
        assert_ok(rapport_candidates_add_candidate(m, id, NULL, NULL));
        for (uint32_t j = 0; directions[j]; j++, values++)
            assert_ok(rapport_candidates_set_value(m, i, j, *values, *values, NULL));
    }
    return m;
}

static inline rapport_ranking *rank_with(const rapport_candidates *m, int32_t method, const char *name, const char *text,
                                         double number)
{
    rapport_parameter parameter = {name, text, number};
    rapport_ranking_options options = {sizeof options, name ? 1 : 0, &parameter};
    rapport_ranking *ranking;
    rapport_error error;
    rapport_status status = rapport_ranking_compute(m, method, &options, NULL, &ranking, &error);
    if (status)
        fail_msg("%d %s: %s", status, error.path, error.message);
    return ranking;
}

static inline rapport_ranking *rank(const rapport_candidates *m, int32_t method)
{
    return rank_with(m, method, NULL, NULL, 0);
}

static inline void expect_values(const rapport_ranking *ranking, int32_t what, const double *wanted, double tolerance)
{
    const double *found = rapport_ranking_values(ranking, what);
    assert_non_null(found);
    for (uint32_t i = 0; i < rapport_candidates_count(rapport_ranking_candidates(ranking)); i++)
        assert_close(found[i], wanted[i], tolerance);
}

static inline void expect_refused(const rapport_candidates *m, int32_t method, const char *name, const char *text,
                                  double number, rapport_status wanted, const char *path, const char *message)
{
    rapport_parameter parameter = {name, text, number};
    rapport_ranking_options options = {sizeof options, name ? 1 : 0, &parameter};
    rapport_ranking *ranking = (rapport_ranking *)1;
    rapport_error error;
    rapport_status status = rapport_ranking_compute(m, method, &options, NULL, &ranking, &error);
    assert_null(ranking);
    if (status != wanted || strcmp(error.path, path) != 0 || !strstr(error.message, message))
        fail_msg("wanted %d %s: …%s…\nfound %d %s: %s", wanted, path, message, status, error.path, error.message);
}

#endif
