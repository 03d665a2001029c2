/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The measures of an assessment as a document of their own. */
#include "report/measures.h"

#include "base/error.h"
#include "report/options.h"

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

static rapport_status write_json(const rapport__subject *s, rapport_writer writer, void *user)
{
    rapport__sink sink;
    rapport__json_out out;
    rapport__sink_init(&sink, writer, user);
    rapport__json_writer_init(&out, &sink, s->compact ? RAPPORT__JSON_COMPACT : RAPPORT__JSON_PRETTY);
    put_document(&out, s);
    return rapport__json_writer_finish(&out);
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

static rapport_status write_text(const rapport__subject *s, rapport_writer writer, void *user)
{
    rapport__pen pen;
    rapport__pen_init(&pen, writer, user, s->ascii, s->color);
    rapport__pen_ink(&pen, RAPPORT__BOLD);
    rapport__pen_sentence(&pen, 0);
    for (uint32_t party = 0; party < s->parties; party++) {
        rapport__pen_say(&pen, !party ? "" : party + 1 == s->parties ? " and " : ", ");
        rapport__pen_say(&pen, rapport__subject_party(s, party));
    }
    rapport__pen_full_stop(&pen);
    rapport__pen_ink(&pen, RAPPORT__PLAIN);
    if (!rapport__text_put_measures(&pen, s)) {
        rapport__pen_sentence(&pen, 0);
        rapport__pen_say(&pen, is_anything_measured(s) ? "What there is between so many parties is told in JSON only."
                                                       : "There is nothing to measure.");
        rapport__pen_full_stop(&pen);
    }
    rapport__text_put_patterns(&pen, s);
    return rapport__sink_flush(&pen.sink);
}

rapport_status rapport_measures_write(const rapport_result *result, const rapport_report_options *given, rapport_writer writer,
                                      void *user, rapport_error *error)
{
    rapport_report_options options;
    rapport__subject s = {.result = result};
    rapport_status status = rapport__report_options_read(given, &options, error);
    if (status)
        return status;
    if (!result || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a result and a writer are needed");
    if (!(s.assessment = rapport_result_assessment(result)))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the result is not computed yet");
    s.model = rapport_assessment_model(s.assessment);
    s.language = options.language;
    s.parties = rapport_assessment_count_parties(s.assessment);
    s.ascii = options.ascii;
    s.color = options.color;
    s.compact = options.compact;
    status = options.format == RAPPORT_JSON ? write_json(&s, writer, user) : write_text(&s, writer, user);
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}
