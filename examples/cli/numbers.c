/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* Digits with at most one point, up to 15 of them: then both steps are exact and the quotient is the nearest double. */
int number_read(const char *text, double *out)
{
    double digits = 0, scale = 1;
    int count = 0, point = 0, negative = *text == '-';
    for (text += negative; *text; text++) {
        if (*text == '.' && !point) {
            point = 1;
            continue;
        }
        if (*text < '0' || *text > '9' || ++count > 15)
            return 0;
        digits = digits * 10 + (*text - '0');
        scale *= point ? 10 : 1;
    }
    *out = (negative ? -digits : digits) / scale;
    return count > 0;
}

/* Whatever the locale puts between the digits becomes a point. */
static const char *with_point(char buffer[NUMBER_SIZE])
{
    char *to = buffer;
    for (const char *from = buffer; *from; from++) {
        if (strchr("0123456789+-eE", *from))
            *to++ = *from;
        else if (to > buffer && to[-1] != '.')
            *to++ = '.';
    }
    *to = '\0';
    return buffer;
}

/* Digits that read back as the same number, no more than are needed beyond 15. */
const char *number_write(char buffer[NUMBER_SIZE], double value)
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(buffer, NUMBER_SIZE, "%.*g", digits, value);
        if (strtod(buffer, NULL) == value) /* the same locale writes and reads */
            break;
    }
    return with_point(buffer);
}

/* Six digits, for the eye. */
const char *number_short(char buffer[NUMBER_SIZE], double value)
{
    snprintf(buffer, NUMBER_SIZE, "%.6g", value);
    return with_point(buffer);
}

const char *number_fixed(char buffer[NUMBER_SIZE], double value, int decimals)
{
    snprintf(buffer, NUMBER_SIZE, "%.*f", decimals, value);
    return with_point(buffer);
}
