/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>

/* The model that a document of candidates names for all its assessments; NULL if each has its own. */
static int load_common_model(const char *path, const struct text *json, rapport_model **out)
{
    static char name[4097];
    rapport_error error;
    if (rapport_candidates_read_model(json->bytes, json->length, NULL, name, sizeof name, out, &error))
        return complain_error(path, &error);
    if (!*name)
        return DONE;
    return model_load_beside(path, name, out);
}

/* An assessment under a model that was handed over. */
static int load_under(const rapport_model *model, const char *path, struct review *out)
{
    struct text json;
    rapport_error error;
    int code = file_read(path, &json);
    *out = (struct review){0};
    if (!code && rapport_assessment_read(json.bytes, json.length, model, NULL, NULL, &out->made, &out->assessment, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    if (!code && rapport_result_create(NULL, &out->result))
        code = complain_memory();
    if (!code && rapport_result_compute(out->result, out->assessment, &error))
        code = complain_error(path, &error);
    if (code)
        review_drop(out);
    return code;
}

static int add_assessment(const struct options *options, const rapport_model *model, const char *path, const char *id,
                          rapport_candidates *candidates)
{
    struct options one = *options;
    struct review review;
    rapport_error error;
    one.arguments[0] = path;
    one.model = one.overlay = NULL;
    int code = model ? load_under(model, path, &review) : review_load(&one, &review);
    if (code)
        return code;
    if (rapport_candidates_add_result(candidates, id ? id : rapport_assessment_id(review.assessment), review.result,
                                      rapport_candidates_level(candidates), &error))
        code = complain_error(path, &error);
    review_drop(&review);
    return code;
}

static int add_assessments(const struct options *options, const struct text *json, rapport_candidates *candidates)
{
    const char *path = options->arguments[0];
    rapport_model *model = NULL;
    int code = load_common_model(path, json, &model);
    for (uint32_t i = 0; i < rapport_candidates_count_files(candidates) && !code; i++) {
        char *beside = path_beside(path, rapport_candidates_file(candidates, i));
        code = beside ? add_assessment(options, model, beside, rapport_candidates_file_id(candidates, i), candidates)
                      : complain_memory();
        free(beside);
    }
    rapport_model_destroy(model);
    return code;
}

/* Reads the candidates that the first argument names, with the assessments that they name; on failure says why and leaves
 * nothing behind. */
int candidates_load(const struct options *options, rapport_candidates **out)
{
    const char *path = options->arguments[0];
    struct text json;
    rapport_error error;
    *out = NULL;
    int code = file_read(path, &json);
    if (!code && rapport_candidates_read(json.bytes, json.length, NULL, out, &error))
        code = complain_error(path, &error);
    if (!code && rapport_candidates_count_files(*out))
        code = add_assessments(options, &json, *out);
    free(json.bytes);
    if (code) {
        rapport_candidates_destroy(*out);
        *out = NULL;
    }
    return code;
}
