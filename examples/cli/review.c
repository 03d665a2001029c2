/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

static int is_builtin(const char *name)
{
    for (uint32_t i = 0; i < rapport_builtin_count(); i++)
        if (!strcmp(name, rapport_builtin_name(i)))
            return 1;
    return 0;
}

/* A name that is neither built in nor looks like a path was probably meant to be built in. */
static int unknown_model(const char *name)
{
    struct nearest model = {.word = name};
    for (uint32_t i = 0; i < rapport_builtin_count(); i++)
        nearest_try(&model, rapport_builtin_name(i));
    return complain_unknown(NO_INPUT, &model, "no built-in model and no file is called");
}

static int read_model(const char *path, rapport_model **out)
{
    if (!strpbrk(path, "./\\") && strcmp(path, "-") != 0) {
        FILE *file = fopen(path, "rb");
        if (!file)
            return unknown_model(path);
        fclose(file);
    }
    struct text json;
    rapport_error error;
    int code = file_read(path, &json);
    if (!code && rapport_model_read(json.bytes, json.length, NULL, out, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    return code;
}

static int unknown_overlay(const rapport_model *model, const char *overlay)
{
    struct nearest name = {.word = overlay};
    for (uint32_t i = 0; i < rapport_model_count_overlays(model); i++)
        nearest_try(&name, rapport_model_part_id(model, RAPPORT_OF_OVERLAY, i, 0));
    return complain_unknown(USAGE, &name, "the model has no overlay");
}

static int lay_over(rapport_model **model, const char *overlay)
{
    rapport_model *made;
    rapport_error error;
    uint32_t index = rapport_model_find_overlay(*model, overlay);
    if (index == RAPPORT_NONE)
        return unknown_overlay(*model, overlay);
    if (rapport_model_copy_with_overlay(*model, index, NULL, &made, &error))
        return complain_error(rapport_model_id(*model), &error);
    rapport_model_destroy(*model);
    *model = made;
    return DONE;
}

/* A built-in model by name, or else a file; overlay may be NULL or "" for none. */
int model_load(const char *name, const char *overlay, rapport_model **out)
{
    rapport_error error;
    int code = DONE;
    *out = NULL;
    if (!is_builtin(name))
        code = read_model(name, out);
    else if (rapport_model_load_builtin(name, NULL, out, &error))
        code = complain_error(name, &error);
    if (!code && overlay && *overlay)
        code = lay_over(out, overlay);
    if (code) {
        rapport_model_destroy(*out);
        *out = NULL;
    }
    return code;
}

/* The model in a file that a document names. */
int model_load_beside(const char *path, const char *name, rapport_model **out)
{
    char *beside = path_beside(path, name);
    if (!beside)
        return complain_memory();
    struct text model;
    rapport_error error;
    int code = file_read(beside, &model);
    if (!code && rapport_model_read(model.bytes, model.length, NULL, out, &error))
        code = complain_error(beside, &error);
    free(model.bytes);
    free(beside);
    return code;
}

/* The model that the command line or, as a file, the assessment names; NULL where the library finds it by itself. */
static int load_model(const struct options *options, const struct text *json, rapport_model **out)
{
    const char *path = options->arguments[0];
    static char name[4096];
    rapport_error error;
    int32_t source;
    if (options->model)
        return model_load(options->model, NULL, out);
    if (rapport_assessment_find_model(json->bytes, json->length, NULL, &source, name, sizeof name, &error))
        return complain_error(path, &error);
    if (source != RAPPORT_MODEL_FILE)
        return DONE;
    return model_load_beside(path, name, out);
}

/* An error in the document, unless the document is sound and only the wanted overlay is not there. */
static int complain_reading(const struct options *options, const struct text *json, struct review *out,
                            const rapport_error *error)
{
    const char *path = options->arguments[0];
    if (options->overlay && *options->overlay && error->status == RAPPORT_NOT_FOUND &&
        !rapport_assessment_read(json->bytes, json->length, out->model, "", NULL, &out->made, &out->assessment, NULL))
        return unknown_overlay(rapport_assessment_model(out->assessment), options->overlay);
    return complain_error(path, error);
}

/* Computes what is in a text that the first argument named; on failure says why, and leaves what there is to review_drop(). */
int review_load_text(const struct options *options, const struct text *json, struct review *out)
{
    rapport_error error;
    int code = load_model(options, json, &out->model);
    if (code)
        return code;
    if (rapport_assessment_read(json->bytes, json->length, out->model, options->overlay, NULL, &out->made, &out->assessment,
                                &error))
        return complain_reading(options, json, out, &error);
    if (rapport_result_create(NULL, &out->result))
        return complain_memory();
    if (rapport_result_compute(out->result, out->assessment, &error))
        return complain_error(options->arguments[0], &error);
    return DONE;
}

/* Reads and computes what the first argument names; on failure says why and leaves nothing behind. */
int review_load(const struct options *options, struct review *out)
{
    *out = (struct review){0};
    const char *path = options->arguments[0];
    if (options->model && !strcmp(options->model, "-") && !strcmp(path, "-"))
        return complain(USAGE, "model and assessment cannot both come from standard input");
    struct text json;
    int code = file_read(path, &json);
    if (!code)
        code = review_load_text(options, &json, out);
    free(json.bytes);
    if (code)
        review_drop(out);
    return code;
}

/* The ways to the next band, where there is a score; nonzero without memory. */
int review_find_ways(struct review *review)
{
    rapport_band_gap_options options = {.struct_size = sizeof options};
    for (options.kind = RAPPORT_FEWEST_STEPS; options.kind <= RAPPORT_CHEAPEST_STEPS; options.kind++)
        if (rapport_result_compute_band_gap(review->result, &options, NULL, NULL) == RAPPORT_NO_MEMORY)
            return 1;
    return 0;
}

void review_drop(struct review *review)
{
    rapport_result_destroy(review->result);
    rapport_assessment_destroy(review->assessment);
    rapport_model_destroy(review->made);
    rapport_model_destroy(review->model);
}
