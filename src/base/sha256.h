/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_SHA256_H
#define RAPPORT_SRC_BASE_SHA256_H
/* SHA-256 (FIPS 180-4, 2015), in pieces of any size. */
#include <stddef.h>
#include <stdint.h>

#define RAPPORT__SHA256_SIZE 32      /* bytes of a digest */
#define RAPPORT__SHA256_TEXT_SIZE 65 /* its hexadecimal text with the final NUL */

typedef struct rapport__sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    unsigned char block[64];
} rapport__sha256;

void rapport__sha256_init(rapport__sha256 *hash);
void rapport__sha256_update(rapport__sha256 *hash, const void *data, size_t length);

/* After this the hash must be initialised again. */
void rapport__sha256_final(rapport__sha256 *hash, unsigned char digest[RAPPORT__SHA256_SIZE]);

/* 64 lower-case hexadecimal digits. */
void rapport__sha256_text(const unsigned char digest[RAPPORT__SHA256_SIZE], char out[RAPPORT__SHA256_TEXT_SIZE]);

#endif
