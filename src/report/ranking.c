/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/ranking.h"

#include "base/error.h"
#include "base/number.h"
#include "report/options.h"
#include "report/output.h"

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

rapport_status rapport_ranking_write(const rapport_ranking *ranking, const rapport_report_options *options,
                                     rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport__output to;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!ranking || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a ranking and a writer are needed");
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        rapport__ranking_json(&to.out, ranking);
    else
        rapport__ranking_text(&to.pen, ranking);
    return rapport__output_close(&to, error);
}
