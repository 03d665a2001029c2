/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/random.h"

#include <string.h>

enum { ROUNDS = 10, WIDE = RAPPORT__PHILOX_WIDE };

static const uint32_t factor_0 = 0xD2511F53u, factor_1 = 0xCD9E8D57u; /* multipliers */
static const uint32_t step_0 = 0x9E3779B9u, step_1 = 0xBB67AE85u;     /* how the key goes on: golden ratio, sqrt(3) - 1 */

void rapport__philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4])
{
    uint32_t a = counter[0], b = counter[1], c = counter[2], d = counter[3], k = key[0], l = key[1];
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t p = (uint64_t)factor_0 * a, q = (uint64_t)factor_1 * c;
        a = (uint32_t)(q >> 32) ^ b ^ k;
        b = (uint32_t)q;
        c = (uint32_t)(p >> 32) ^ d ^ l;
        d = (uint32_t)p;
        k += step_0;
        l += step_1;
    }
    out[0] = a;
    out[1] = b;
    out[2] = c;
    out[3] = d;
}

void rapport__random_init(rapport__random *random, uint64_t seed, uint64_t number, uint32_t part)
{
    *random = (rapport__random){.seed = seed, .number = number, .part = part};
}

/* WIDE counters in step; loops of fixed length, so that a compiler makes vectors of them. */
static void fill_group(const rapport__random *random, uint32_t *out)
{
    uint32_t a[WIDE], b[WIDE], c[WIDE], d[WIDE];
    uint32_t k = (uint32_t)random->seed, l = (uint32_t)(random->seed >> 32);
    for (uint32_t i = 0; i < WIDE; i++) {
        a[i] = random->at + i;
        b[i] = random->part;
        c[i] = (uint32_t)random->number;
        d[i] = (uint32_t)(random->number >> 32);
    }
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t i = 0; i < WIDE; i++) {
            uint64_t p = (uint64_t)factor_0 * a[i], q = (uint64_t)factor_1 * c[i];
            a[i] = (uint32_t)(q >> 32) ^ b[i] ^ k;
            b[i] = (uint32_t)q;
            c[i] = (uint32_t)(p >> 32) ^ d[i] ^ l;
            d[i] = (uint32_t)p;
        }
        k += step_0;
        l += step_1;
    }
    memcpy(out, a, sizeof a);
    memcpy(out + WIDE, b, sizeof b);
    memcpy(out + 2 * WIDE, c, sizeof c);
    memcpy(out + 3 * WIDE, d, sizeof d);
}

void rapport__random_fill(rapport__random *random, uint32_t *out, size_t count)
{
    uint32_t last[4 * WIDE];
    while (count >= 4 * WIDE) {
        fill_group(random, out);
        random->at += WIDE;
        out += 4 * WIDE;
        count -= 4 * WIDE;
    }
    if (count) {
        fill_group(random, last);
        random->at += WIDE;
        memcpy(out, last, count * sizeof *out);
    }
}
