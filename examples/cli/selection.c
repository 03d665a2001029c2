/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>

/* Reads the candidates that the first argument names; on failure says why and leaves nothing behind. */
int candidates_load(const struct options *options, rapport_candidates **out)
{
    const char *path = options->arguments[0];
    struct text json;
    rapport_error error;
    *out = NULL;
    int code = file_read(path, &json);
    if (!code && rapport_candidates_read(json.bytes, json.length, NULL, out, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    return code;
}
