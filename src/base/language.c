/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/language.h"

#include <string.h>

#include "base/text.h"

bool rapport__language_valid(const char *language)
{
    size_t length = rapport__span(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    return length >= 1 && length <= 35 && !language[length] && strcmp(language, "x") != 0;
}

int rapport__language_rank(const char *has, const char *wanted)
{
    if (has && wanted && !strcmp(has, wanted))
        return 2;
    return has && !strcmp(has, "en");
}
