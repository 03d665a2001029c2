/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_BUILTIN_H
#define RAPPORT_SRC_IO_BUILTIN_H
/* The models of src/io/builtin, as the build wrote them into the library (cmake/RapportEmbed.cmake). */
#include <stdint.h>

typedef struct rapport__builtin {
    const char *name; /* of the file, without .json */
    const char *text; /* UTF-8, and a NUL that length does not count */
    uint32_t length;
} rapport__builtin;

extern const rapport__builtin rapport__builtins[]; /* sorted by name */
extern const uint32_t rapport__builtin_count;

#endif
