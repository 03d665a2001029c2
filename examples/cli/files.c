/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#define SEPARATORS "/\\:"
#else
#define SEPARATORS "/"
#endif

static int too_large(const char *path)
{
    return complain(BAD_DATA, "%s: larger than a document may be (%ld bytes)", path_shown(path), (long)RAPPORT_MAX_DOCUMENT);
}

/* Bytes that are still to come, or -1 for a pipe and the like. */
static int64_t bytes_ahead(FILE *file)
{
    long here = ftell(file);
    if (here < 0 || fseek(file, 0, SEEK_END))
        return -1;
    long end = ftell(file);
    return fseek(file, here, SEEK_SET) || end < here ? -1 : (int64_t)end - here;
}

/* Doubles the room; at most one byte more than the longest document, which is how a longer one is noticed. */
static int grow(struct text *text, int64_t *room, int64_t ahead)
{
    const int64_t most = (int64_t)RAPPORT_MAX_DOCUMENT + 1;
    int64_t wanted = *room ? *room * 2 : ahead > 0 && ahead < most ? ahead + 1 : 1 << 16;
    if (wanted > most)
        wanted = most;
    char *bytes = realloc(text->bytes, (size_t)wanted);
    if (!bytes)
        return complain_memory();
    text->bytes = bytes;
    *room = wanted;
    return DONE;
}

static int read_all(FILE *file, const char *path, struct text *out)
{
    int64_t room = 0, ahead = bytes_ahead(file);
    if (ahead > RAPPORT_MAX_DOCUMENT && getc(file) != EOF) /* a folder pretends to be huge but cannot be read */
        return too_large(path);
    for (;;) {
        if (out->length == room) {
            int code = grow(out, &room, ahead);
            if (code)
                return code;
        }
        size_t got = fread(out->bytes + out->length, 1, (size_t)(room - out->length), file);
        out->length += (int64_t)got;
        if (out->length > RAPPORT_MAX_DOCUMENT)
            return too_large(path);
        if (got == 0 && ferror(file))
            return complain(NO_INPUT, "cannot read %s: %s", path_shown(path), strerror(errno));
        if (got == 0)
            return DONE;
    }
}

/* Reads a file as a whole; the caller frees the bytes. */
int file_read(const char *path, struct text *out)
{
    *out = (struct text){NULL, 0};
    int standard = !strcmp(path, "-");
    FILE *file = standard ? stdin : fopen(path, "rb");
    if (!file)
        return complain(NO_INPUT, "cannot open %s: %s", path, strerror(errno));
    int code = read_all(file, path, out);
    if (!standard)
        fclose(file);
    if (code) {
        free(out->bytes);
        *out = (struct text){NULL, 0};
    }
    return code;
}

/* The path of a file that lies in the same folder; the caller frees it. NULL without memory. */
char *path_beside(const char *path, const char *name)
{
    size_t folder = 0, length = strlen(name) + 1;
    for (size_t i = 0; path[i]; i++)
        if (strchr(SEPARATORS, path[i]))
            folder = i + 1;
    char *joined = malloc(folder + length);
    if (joined) {
        memcpy(joined, path, folder);
        memcpy(joined + folder, name, length);
    }
    return joined;
}
