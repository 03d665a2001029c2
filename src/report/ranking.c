/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/ranking.h"

#include "base/error.h"
#include "base/number.h"
#include "report/options.h"

rapport_method rapport__ranking_method_of(const rapport_ranking *ranking)
{
    rapport_method method = {.struct_size = sizeof method};
    (void)rapport_method_get(rapport_ranking_method(ranking), &method);
    return method;
}

const char *rapport__ranking_name(const rapport_candidates *candidates, uint32_t candidate, char room[RAPPORT__CANDIDATE_SIZE])
{
    const char *id = rapport_candidates_id(candidates, candidate);
    char digits[RAPPORT__NUMBER_SIZE];
    if (*id)
        return id;
    rapport__number_write(candidate + 1.0, digits);
    room[0] = '\0';
    rapport__append(room, RAPPORT__CANDIDATE_SIZE, "#");
    rapport__append(room, RAPPORT__CANDIDATE_SIZE, digits);
    return room;
}

static rapport_status write_json(const rapport_ranking *ranking, bool compact, rapport_writer writer, void *user)
{
    rapport__sink sink;
    rapport__json_out out;
    rapport__sink_init(&sink, writer, user);
    rapport__json_writer_init(&out, &sink, compact ? RAPPORT__JSON_COMPACT : RAPPORT__JSON_PRETTY);
    rapport__ranking_json(&out, ranking);
    return rapport__json_writer_finish(&out);
}

rapport_status rapport_ranking_write(const rapport_ranking *ranking, const rapport_report_options *options,
                                     rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport__pen pen;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!ranking || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a ranking and a writer are needed");
    if (chosen.format == RAPPORT_JSON) {
        status = write_json(ranking, chosen.compact, writer, user);
    } else {
        rapport__pen_init(&pen, writer, user, chosen.ascii, chosen.color);
        rapport__ranking_text(&pen, ranking);
        status = rapport__sink_flush(&pen.sink);
    }
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}
