/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of models: check and read agree, problems are in order, and what is read can be written and read again. */
#include <stdlib.h>
#include <string.h>

#include "rapport/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

typedef struct text_out {
    char *text;
    size_t used, room;
} text_out;

static int32_t keep(void *user, const char *text, int64_t length)
{
    text_out *out = user;
    if (out->used + (size_t)length > out->room) {
        out->room = 2 * (out->used + (size_t)length);
        out->text = realloc(out->text, out->room);
        need(out->text != NULL);
    }
    memcpy(out->text + out->used, text, (size_t)length);
    out->used += (size_t)length;
    return 0;
}

static void write_and_read_again(const rapport_model *model)
{
    text_out first = {NULL, 0, 0}, second = {NULL, 0, 0};
    rapport_model *again;
    need(!rapport_model_write(model, keep, &first));
    need(!rapport_model_read(first.text, (int64_t)first.used, NULL, &again, NULL));
    need(!strcmp(rapport_model_document(model), rapport_model_document(again)));
    need(!strcmp(rapport_model_fingerprint(model), rapport_model_fingerprint(again)));
    need(!rapport_model_write(again, keep, &second));
    need(first.used == second.used && !memcmp(first.text, second.text, first.used));
    rapport_model_destroy(again);
    free(first.text);
    free(second.text);
}

static void look_at(const rapport_error *problems, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        need(problems[i].status > RAPPORT_OK && problems[i].status < RAPPORT_STATUS_END && !problems[i].reserved);
        need(problems[i].line && problems[i].column && *problems[i].message);
        need(strlen(problems[i].path) < sizeof problems[i].path && strlen(problems[i].message) < sizeof problems[i].message);
        need(!i || problems[i - 1].line < problems[i].line ||
             (problems[i - 1].line == problems[i].line && problems[i - 1].column <= problems[i].column));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { CAPACITY = 5 };
    static rapport_error problems[CAPACITY], error;
    const char *json = size ? (const char *)data : "";
    rapport_model *model;
    uint32_t count;
    rapport_status status = rapport_model_read(json, (int64_t)size, NULL, &model, &error);
    need(!rapport_model_check(json, (int64_t)size, NULL, problems, CAPACITY, &count));
    need((status == RAPPORT_OK) == (count == 0) && (status == RAPPORT_OK) == (model != NULL));
    look_at(problems, count < CAPACITY ? count : CAPACITY);
    if (status)
        need(!memcmp(&error, &problems[0], sizeof error));
    else
        write_and_read_again(model);
    rapport_model_destroy(model);
    return 0;
}
