/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which library is running. */
#include "rapport/base.h"

#define TEXT(number) #number
#define JOIN(major, minor, patch) TEXT(major) "." TEXT(minor) "." TEXT(patch)

uint32_t rapport_version(void)
{
    return RAPPORT_VERSION_MAJOR * 10000 + RAPPORT_VERSION_MINOR * 100 + RAPPORT_VERSION_PATCH;
}

const char *rapport_version_text(void)
{
    return JOIN(RAPPORT_VERSION_MAJOR, RAPPORT_VERSION_MINOR, RAPPORT_VERSION_PATCH);
}

int32_t rapport_algorithm(void)
{
    return RAPPORT_ALGORITHM;
}
