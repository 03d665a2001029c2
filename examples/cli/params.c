/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <string.h>

int param_number(const char *param, const char *value, double least, double most, double *out)
{
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    if (number_read(value, out) && *out >= least && *out <= most)
        return DONE;
    return complain(USAGE, "--param %s needs a number from %s to %s", param, number_short(low, least),
                    number_short(high, most));
}

int param_whole(const char *param, const char *value, uint32_t least, uint32_t most, uint32_t *out)
{
    double number = 0;
    int code = param_number(param, value, least, most, &number);
    *out = (uint32_t)number;
    return !code && *out != number ? complain(USAGE, "--param %s needs a whole number", param) : code;
}

int param_word(const char *param, const char *value, const char *const *known, int32_t *out)
{
    struct nearest word = {.word = value};
    char what[80];
    for (int32_t i = 0; known[i]; i++) {
        if (!strcmp(value, known[i])) {
            *out = i;
            return DONE;
        }
        nearest_try(&word, known[i]);
    }
    snprintf(what, sizeof what, "--param %.*s cannot be", (int)strcspn(param, "="), param);
    return complain_unknown(USAGE, &word, what);
}
