/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/*
 * Stands in for libFuzzer: gives a target every file of the folders named, then each file cut short, and with bytes
 * changed, dropped and doubled by a fixed generator. Each input lies in a block of exactly its size, so that a sanitizer
 * sees one byte too many.
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CUTS 400u    /* prefixes of a file, evenly spread */
#define CHANGES 400u /* changed copies of a file */

static uint64_t state = 1;

static size_t below(size_t limit) /* xorshift64*, Vigna 2016 */
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (size_t)((state * UINT64_C(2685821657736338717) >> 33) % limit);
}

static void feed(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy)
        abort();
    if (size)
        memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

/* Characters that mean something to a reader of JSON or numbers, and some that must not. */
static const char telling[] = "{}[]\",:\\/-+.eE019tfn \n\t\x01\x7F\x80\xBF\xC3\xED\xF4\xFF";

static size_t change(uint8_t *data, size_t size, size_t room)
{
    size_t at = below(size), length;
    switch (below(4)) {
    case 0:
        data[at] = (uint8_t)telling[below(sizeof telling)];
        return size;
    case 1:
        data[at] ^= (uint8_t)(1u << below(8));
        return size;
    case 2: /* drop a stretch */
        length = 1 + below(size - at < 16 ? size - at : 16);
        memmove(data + at, data + at + length, size - at - length);
        return size - length;
    default: /* double a stretch */
        length = 1 + below(size - at < 16 ? size - at : 16);
        if (size + length > room)
            return size;
        memmove(data + at + length, data + at, size - at);
        return size + length;
    }
}

static void replay(const uint8_t *data, size_t size)
{
    size_t step = size / CUTS + 1, room = size + 256;
    uint8_t *bent = malloc(room);
    if (!bent)
        abort();
    feed(data, size);
    for (size_t cut = 0; cut < size; cut += step)
        feed(data, cut);
    for (unsigned i = 0; size && i < CHANGES; i++) {
        size_t now = size;
        memcpy(bent, data, size);
        for (size_t changes = 1 + below(4); now && changes; changes--)
            now = change(bent, now, room);
        feed(bent, now);
    }
    free(bent);
}

static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    long size = -1;
    uint8_t *data = NULL;
    int done = file && !fseek(file, 0, SEEK_END) && (size = ftell(file)) >= 0 && !fseek(file, 0, SEEK_SET) &&
               (data = malloc((size_t)size + 1)) && fread(data, 1, (size_t)size, file) == (size_t)size;
    if (done)
        replay(data, (size_t)size);
    else
        fprintf(stderr, "cannot read %s\n", path);
    free(data);
    if (file)
        fclose(file);
    return done;
}

static int replay_folder(const char *folder, unsigned *files)
{
    char path[4096];
    struct stat about;
    struct dirent *entry;
    DIR *entries = opendir(folder);
    int done = entries != NULL;
    while (done && (entry = readdir(entries))) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (stat(path, &about) || !S_ISREG(about.st_mode))
            continue;
        done = replay_file(path);
        ++*files;
    }
    if (entries)
        closedir(entries);
    return done;
}

int main(int argc, char **argv)
{
    unsigned files = 0;
    for (int i = 1; i < argc; i++) {
        if (!replay_folder(argv[i], &files)) {
            fprintf(stderr, "cannot replay %s\n", argv[i]);
            return 1;
        }
    }
    printf("%u files\n", files);
    return files == 0; /* an empty corpus proves nothing */
}
