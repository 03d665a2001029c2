/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_WORDS_H
#define RAPPORT_SRC_REPORT_WORDS_H
/* The words that documents use for constants. */
#include <stdbool.h>
#include <stdint.h>

const char *rapport__word_of_status(int32_t status, bool root);
const char *rapport__word_of_class(int32_t kind);
const char *rapport__word_of_gate_state(int32_t state);
const char *rapport__word_of_effect(int32_t effect);
const char *rapport__word_of_view(int32_t view);
const char *rapport__word_of_measure(int32_t measure);
const char *rapport__word_of_demand(uint32_t demand);
const char *rapport__word_of_reach(int32_t state);
const char *rapport__word_of_rejection(int32_t reason);
const char *rapport__word_of_together(int32_t together);
const char *rapport__word_of_scale(int32_t kind);
const char *rapport__word_of_answer(int32_t state);

#endif
