/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Text into a caller's buffer. */
#include <string.h>

#include "rapport/base.h"

int32_t rapport_buffer_write(void *buffer, const char *text, int64_t length)
{
    rapport_buffer *out = buffer;
    int64_t room = out->capacity - out->needed, fits = length < room ? length : room;
    if (fits > 0)
        memcpy(out->text + out->needed, text, (size_t)fits);
    out->needed += length;
    if (out->needed < out->capacity)
        out->text[out->needed] = '\0';
    return 0;
}
