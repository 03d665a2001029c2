/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_OPTIONS_H
#define RAPPORT_SRC_REPORT_OPTIONS_H
/* The options that every report takes. */
#include "rapport/report.h"

/* Loads and checks a caller's options. RAPPORT_BAD_ARGUMENT. */
rapport_status rapport__report_options_read(const rapport_report_options *given, rapport_report_options *out,
                                            rapport_error *error);

#endif
