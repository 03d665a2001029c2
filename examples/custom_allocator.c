/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */

/* A host that hands out memory itself: it counts, sets a limit, and sees that running out of memory is refused cleanly and
 * that computing again allocates nothing. Ends with 1 if any of this is not so. */
#include <rapport/rapport.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

//! [allocator]
struct purse {
    uint64_t limit, used, most, calls;
};

/* The size stands in front of each block, in a header that keeps the block aligned. */
union header {
    uint64_t size;
    max_align_t alignment;
};

static void *take(void *user, uint64_t size)
{
    struct purse *purse = user;
    purse->calls++;
    if (size > purse->limit - purse->used)
        return NULL;
    union header *header = malloc(sizeof *header + (size_t)size);
    if (!header)
        return NULL;
    header->size = size;
    purse->used += size;
    purse->most = purse->used > purse->most ? purse->used : purse->most;
    return header + 1;
}

static void give_back(void *user, void *block)
{
    struct purse *purse = user;
    union header *header = (union header *)block - 1;
    purse->used -= header->size;
    free(header);
}

static void *resize(void *user, void *block, uint64_t size)
{
    struct purse *purse = user;
    union header *header = (union header *)block - 1;
    purse->calls++;
    if (size > header->size && size - header->size > purse->limit - purse->used)
        return NULL; /* the old block stays as it is */
    uint64_t before = header->size;
    header = realloc(header, sizeof *header + (size_t)size);
    if (!header)
        return NULL;
    purse->used += size - before;
    purse->most = purse->used > purse->most ? purse->used : purse->most;
    header->size = size;
    return header + 1;
}
//! [allocator]

struct review {
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
};

static rapport_status answer_everything(rapport_assessment *assessment, rapport_error *error)
{
    const rapport_model *model = rapport_assessment_model(assessment);
    uint32_t party, rater;
    rapport_status status = rapport_assessment_add_party(assessment, "us", 1, RAPPORT_VOICE_ONE, &party, error);
    if (!status)
        status = rapport_assessment_add_rater(assessment, party, "me", 1, &rater, error);
    for (uint32_t i = 1; i < rapport_model_count_nodes(model) && !status; i++) {
        rapport_node node = {.struct_size = sizeof node};
        status = rapport_model_get_node(model, i, &node);
        if (!status && node.kind == RAPPORT_CRITERION)
            status = rapport_assessment_set_level(assessment, rater, i, 1 + i % 5, error);
    }
    return status;
}

static rapport_status prepare(struct review *review, const rapport_allocator *memory, rapport_error *error)
{
    rapport_status status = rapport_model_load_builtin("own-readiness", memory, &review->model, error);
    if (!status)
        status = rapport_assessment_create(review->model, "mine", "Us", "2026-01-01", memory, &review->assessment, error);
    if (!status)
        status = answer_everything(review->assessment, error);
    if (!status)
        status = rapport_result_create(memory, &review->result);
    return status ? status : rapport_result_compute(review->result, review->assessment, error);
}

static void drop(struct review *review)
{
    rapport_result_destroy(review->result);
    rapport_assessment_destroy(review->assessment);
    rapport_model_destroy(review->model);
}

/* With every limit that is too small: no memory, said so, and every byte given back. */
static int refuses_cleanly(struct purse *purse, const rapport_allocator *memory)
{
    rapport_status status = RAPPORT_NO_MEMORY;
    for (purse->limit = 64; status; purse->limit *= 2) {
        struct review review = {0};
        rapport_error error = {0};
        status = prepare(&review, memory, &error);
        drop(&review);
        printf("with %7llu bytes: %s\n", (unsigned long long)purse->limit, rapport_status_name(status));
        if ((status != RAPPORT_OK && status != RAPPORT_NO_MEMORY) || purse->used != 0)
            return 0;
    }
    return 1;
}

static int computes_again_without_memory(struct purse *purse, const rapport_allocator *memory)
{
    struct review review = {0};
    rapport_error error = {0};
    purse->limit = 1 << 24;
    int good = !prepare(&review, memory, &error);
    uint64_t calls = purse->calls;
    for (int i = 0; i < 1000 && good; i++)
        good = !rapport_result_compute(review.result, review.assessment, &error);
    printf("computing 1000 times more: %llu allocations\n", (unsigned long long)(purse->calls - calls));
    good = good && purse->calls == calls;
    drop(&review);
    return good && purse->used == 0;
}

int main(void)
{
    struct purse purse = {0};
    rapport_allocator memory = {take, resize, give_back, &purse};
    int good = refuses_cleanly(&purse, &memory) && computes_again_without_memory(&purse, &memory);
    printf("at most %llu bytes at a time, %llu left over\n", (unsigned long long)purse.most, (unsigned long long)purse.used);
    return good ? 0 : 1;
}
