/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The measures of an assessment as a document of their own. */
#include "report/measures.h"

#include "report/output.h"

static void put_document(rapport__json_out *out, const rapport__subject *s)
{
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "format", "rapport-measured/1");
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    rapport__json_put_key(out, "parties");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t party = 0; party < s->parties; party++)
        rapport__json_put_text(out, rapport_assessment_party_id(s->assessment, party));
    rapport__json_end(out);
    rapport__json_put_measures(out, s);
    rapport__json_put_patterns(out, s);
    rapport__json_end(out);
}

/* Whether there is a measure at all, told here or not. */
static bool is_anything_measured(const rapport__subject *s)
{
    bool any = false;
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure < RAPPORT_MEASURE_END && !any; measure++) {
        rapport_measure_info info = {.struct_size = sizeof info};
        (void)rapport_measure_get_info(measure, &info);
        any = rapport__has_measure(s, measure, &info);
    }
    return any;
}

static void write_text(rapport__pen *pen, const rapport__subject *s)
{
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_sentence(pen, 0);
    for (uint32_t party = 0; party < s->parties; party++) {
        rapport__pen_say(pen, !party ? "" : party + 1 == s->parties ? " and " : ", ");
        rapport__pen_say(pen, rapport__subject_party(s, party));
    }
    rapport__pen_full_stop(pen);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    if (!rapport__text_put_measures(pen, s)) {
        rapport__pen_sentence(pen, 0);
        rapport__pen_say(pen, is_anything_measured(s) ? "What there is between so many parties is told in JSON only."
                                                      : "There is nothing to measure.");
        rapport__pen_full_stop(pen);
    }
    rapport__text_put_patterns(pen, s);
}

rapport_status rapport_measures_write(const rapport_result *result, const rapport_report_options *given, rapport_writer writer,
                                      void *user, rapport_error *error)
{
    rapport_report_options options;
    rapport__subject s;
    rapport__output to;
    rapport_status status = rapport__subject_open(&s, result, given, &options, writer, error);
    if (status)
        return status;
    rapport__output_open(&to, &options, writer, user);
    if (to.json)
        put_document(&to.out, &s);
    else
        write_text(&to.pen, &s);
    return rapport__output_close(&to, error);
}
