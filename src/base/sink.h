/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_SINK_H
#define RAPPORT_SRC_BASE_SINK_H
/* Text on its way to the host's writer. Small pieces are gathered; the first failure sticks and ends all writing, so that
 * printers need to look at `status` once, at their end. Pieces never end inside a character. */
#include <stddef.h>
#include <stdint.h>

#include "rapport/base.h"

#define RAPPORT__SINK_BYTES 1024

typedef struct rapport__sink {
    rapport_writer write;
    void *user;
    rapport_status status; /* RAPPORT_OK, or the first failure; a printer may set it to end the writing */
    uint32_t used;
    char buffer[RAPPORT__SINK_BYTES];
} rapport__sink;

void rapport__sink_init(rapport__sink *sink, rapport_writer write, void *user);

void rapport__sink_bytes(rapport__sink *sink, const char *text, size_t length);
void rapport__sink_text(rapport__sink *sink, const char *text); /* NUL-terminated */
void rapport__sink_char(rapport__sink *sink, char byte);

/* Hands over what is gathered, and returns the status. To be called at the end. */
rapport_status rapport__sink_flush(rapport__sink *sink);

#endif
