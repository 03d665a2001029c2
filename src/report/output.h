/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_OUTPUT_H
#define RAPPORT_SRC_REPORT_OUTPUT_H
/* Where a report goes: lines for people through the pen, or a document for programs. */
#include "rapport/report.h"
#include "report/json_parts.h"
#include "report/pen.h"

typedef struct rapport__output {
    bool json;             /* whether the document is asked for, not the lines */
    rapport__pen pen;      /* its sink takes the document too */
    rapport__json_out out; /* begun if `json` */
} rapport__output;

void rapport__output_open(rapport__output *to, const rapport_report_options *options, rapport_writer writer, void *user);

/* Hands out what is still held back, and says what kept anything from being written. */
rapport_status rapport__output_close(rapport__output *to, rapport_error *error);

#endif
