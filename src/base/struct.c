/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/struct.h"

#include <string.h>

/* The struct_size of a caller's struct; 0 if that cannot be one. */
static uint32_t size_of(const void *given)
{
    uint32_t size;
    memcpy(&size, given, sizeof size);
    return size >= 8 && size <= 4096 ? size : 0;
}

rapport_status rapport__struct_out(void *out, const void *filled, uint32_t size)
{
    uint32_t room = out ? size_of(out) : 0;
    if (!room)
        return RAPPORT_BAD_ARGUMENT;
    memcpy((char *)out + sizeof room, (const char *)filled + sizeof room, (room < size ? room : size) - sizeof room);
    if (room > size)
        memset((char *)out + size, 0, room - size);
    return RAPPORT_OK;
}

rapport_status rapport__struct_in(void *options, uint32_t size, const void *given)
{
    uint32_t there = given ? size_of(given) : 0;
    memset(options, 0, size);
    if (!given)
        return RAPPORT_OK;
    if (!there)
        return RAPPORT_BAD_ARGUMENT;
    for (uint32_t i = size; i < there; i++)
        if (((const unsigned char *)given)[i])
            return RAPPORT_BAD_ARGUMENT;
    memcpy(options, given, there < size ? there : size);
    return RAPPORT_OK;
}
