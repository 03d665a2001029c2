/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_STRUCT_H
#define RAPPORT_SRC_BASE_STRUCT_H
/* Public structs that begin with `uint32_t struct_size`, between library and callers of other versions. */
#include "rapport/base.h"

/* Fills a caller's struct with the first of its own struct_size bytes of `filled`; what is beyond ours becomes 0.
 * RAPPORT_BAD_ARGUMENT if `out` is NULL, or its struct_size is below 8 or above 4096. */
rapport_status rapport__struct_out(void *out, const void *filled, uint32_t size);

/* Loads a caller's options: a missing tail is 0, an unknown tail must be 0, NULL is all 0. RAPPORT_BAD_ARGUMENT otherwise. */
rapport_status rapport__struct_in(void *options, uint32_t size, const void *given);

#endif
