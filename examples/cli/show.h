/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_CLI_SHOW_H
#define RAPPORT_CLI_SHOW_H
/* The page that `rapport model show` writes. */
#include "cli.h"

struct page {
    struct output out;
    const rapport_model *model;
    const struct options *options;
};

const char *show_id(const struct page *page, int32_t part, uint32_t index);
const char *show_title(const struct page *page, int32_t part, uint32_t index);
const char *show_label(const struct page *page, int32_t part, uint32_t index, uint32_t step, int32_t label);

/* show_rules.c: scales, gates, bands, overlays. */
void show_rules(struct page *page);

#endif
