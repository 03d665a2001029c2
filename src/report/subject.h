/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_SUBJECT_H
#define RAPPORT_SRC_REPORT_SUBJECT_H
/* What a report is about, and short ways to ask it. Every node, view, gate and band given must be there. */
#include <stdbool.h>

#include "rapport/report.h"

typedef struct rapport__subject {
    const rapport_result *result;
    const rapport_assessment *assessment;
    const rapport_model *model;
    const char *language; /* NULL for any */
    uint32_t parties, nodes, gates;
    bool redact;
} rapport__subject;

/* Looks at what a report is asked for; fills the options too. RAPPORT_BAD_ARGUMENT. */
rapport_status rapport__subject_open(rapport__subject *s, const rapport_result *result, const rapport_report_options *given,
                                     rapport_report_options *options, rapport_writer writer, rapport_error *error);

rapport_node rapport__subject_node(const rapport__subject *s, uint32_t node);
rapport_gate rapport__subject_gate(const rapport__subject *s, uint32_t gate);
rapport_band rapport__subject_band(const rapport__subject *s, uint32_t band);
rapport_cell rapport__subject_cell(const rapport__subject *s, uint32_t view, uint32_t node);
rapport_finding rapport__subject_finding(const rapport__subject *s, uint32_t node);
rapport_outcome rapport__subject_outcome(const rapport__subject *s);
rapport_gate_result rapport__subject_gate_result(const rapport__subject *s, uint32_t gate);
rapport_demand rapport__subject_held_back(const rapport__subject *s, uint32_t index);
bool rapport__subject_perception(const rapport__subject *s, uint32_t pair, uint32_t node, rapport_perception *out);

/* Which numbers of a cell exist. */
bool rapport__cell_has_score(const rapport_cell *cell);
bool rapport__cell_has_bounds(const rapport_cell *cell); /* and its coverage */

/* Ids and titles; never NULL. */
const char *rapport__subject_id(const rapport__subject *s, int32_t part, uint32_t index);
const char *rapport__subject_title(const rapport__subject *s, int32_t part, uint32_t index);
const char *rapport__subject_party(const rapport__subject *s, uint32_t party); /* its title */

/* The nodes below the root in model order: the first child of a group, then sibling after sibling until the group's end. */
uint32_t rapport__subject_next_sibling(const rapport__subject *s, uint32_t node);

/* Whether some cell of the view is withheld for the anonymity floor. */
bool rapport__subject_withholds(const rapport__subject *s, uint32_t view);

/* Whether a party's raters are protected by a floor: then no report names them. */
bool rapport__subject_protects(const rapport__subject *s, uint32_t party);

/* Whether the raw answers of a party to a criterion may be shown: see docs/reports.md. */
bool rapport__subject_discloses(const rapport__subject *s, uint32_t party, uint32_t criterion);

/* The party of a rater. */
uint32_t rapport__subject_party_of(const rapport__subject *s, uint32_t rater);

/* Whether the party's raters answered nothing at all, as far as that may be said; "not applicable" is a reaction. */
bool rapport__subject_is_silent(const rapport__subject *s, uint32_t party);

#endif
