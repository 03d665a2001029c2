/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/sha256.h"

#include <string.h>

/* Section 4.2.2: the first 32 bits of the fractions of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, unsigned count)
{
    return x >> count | x << (32 - count);
}

static uint32_t word_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Section 6.2.1, the message schedule. */
static void expand(uint32_t schedule[64], const unsigned char *block)
{
    for (int t = 0; t < 16; t++)
        schedule[t] = word_at(block + 4 * t);
    for (int t = 16; t < 64; t++) {
        uint32_t near = schedule[t - 2], far = schedule[t - 15];
        schedule[t] = (rotate(near, 17) ^ rotate(near, 19) ^ near >> 10) + schedule[t - 7] +
                      (rotate(far, 7) ^ rotate(far, 18) ^ far >> 3) + schedule[t - 16];
    }
}

/* Section 6.2.2 with the standard's variable names. */
static void compress(uint32_t state[8], const unsigned char *block)
{
    uint32_t schedule[64], a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    expand(schedule, block);
    for (int t = 0; t < 64; t++) {
        uint32_t t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + constants[t] + schedule[t];
        uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1;
        d = c, c = b, b = a, a = t1 + t2;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void rapport__sha256_init(rapport__sha256 *hash)
{
    /* Section 5.3.3: the first 32 bits of the fractions of the square roots of the first eight primes. */
    static const rapport__sha256 start = {
        {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}, 0, {0}};
    *hash = start;
}

void rapport__sha256_update(rapport__sha256 *hash, const void *data, size_t length)
{
    const unsigned char *bytes = data;
    size_t held = (size_t)(hash->length % 64);
    hash->length += length;
    if (held && length >= 64 - held) {
        memcpy(hash->block + held, bytes, 64 - held);
        compress(hash->state, hash->block);
        bytes += 64 - held;
        length -= 64 - held;
        held = 0;
    }
    for (; length >= 64; bytes += 64, length -= 64)
        compress(hash->state, bytes);
    if (length)
        memcpy(hash->block + held, bytes, length);
}

void rapport__sha256_final(rapport__sha256 *hash, unsigned char digest[RAPPORT__SHA256_SIZE])
{
    static const unsigned char padding[64] = {0x80}; /* section 5.1.1 */
    unsigned char bits[8];
    size_t held = (size_t)(hash->length % 64);
    for (int i = 0; i < 8; i++)
        bits[i] = (unsigned char)(hash->length << 3 >> (56 - 8 * i));
    rapport__sha256_update(hash, padding, held < 56 ? 56 - held : 120 - held);
    rapport__sha256_update(hash, bits, sizeof bits);
    for (int i = 0; i < RAPPORT__SHA256_SIZE; i++)
        digest[i] = (unsigned char)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
}

void rapport__sha256_text(const unsigned char digest[RAPPORT__SHA256_SIZE], char out[RAPPORT__SHA256_TEXT_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < RAPPORT__SHA256_SIZE; i++) {
        *out++ = digits[digest[i] >> 4];
        *out++ = digits[digest[i] & 15];
    }
    *out = '\0';
}
