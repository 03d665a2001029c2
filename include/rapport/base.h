/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_BASE_H
#define RAPPORT_BASE_H
/**
 * @file
 * @brief Foundations: status, error detail, memory, text out, version.
 */
#include <stdint.h>

#include "rapport/version.h"

/* How a public function leaves the library, or comes into a program. */
#if defined(_WIN32) && !defined(RAPPORT_STATIC) && defined(RAPPORT_BUILDING)
#define RAPPORT_LINKAGE __declspec(dllexport)
#elif defined(_WIN32) && !defined(RAPPORT_STATIC)
#define RAPPORT_LINKAGE __declspec(dllimport)
#elif defined(__GNUC__) && !defined(RAPPORT_STATIC)
#define RAPPORT_LINKAGE __attribute__((visibility("default")))
#else
#define RAPPORT_LINKAGE
#endif
#define RAPPORT_API RAPPORT_LINKAGE

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup base Foundations
 * Status codes, error detail, memory, text out, version.
 *
 * @par Rules that hold for every function
 * - A call that can fail returns a ::rapport_status; #RAPPORT_OK is 0. On failure nothing has changed, and `*out` is NULL
 *   where the call would have handed out an object.
 * - What comes out through an `out` parameter of a `create`, `read` or `load` function belongs to the caller and has a
 *   `destroy`. What a function *returns* is borrowed: it lives as long as the object that was asked.
 * - Text in is UTF-8. A `length` of -1 means that the text ends with a NUL. Ids are 1 to 64 characters of `a-z 0-9 . _ -`.
 * - Functions on `const` objects may run at the same time in any number of threads; a non-const object needs exclusive use;
 *   there is no other state.
 * - `error` may be NULL everywhere and need not be initialised.
 * - The object that a call works on is never NULL, except where `destroy` takes it. Any other pointer may be NULL where its
 *   description says so; elsewhere a NULL is refused with #RAPPORT_BAD_ARGUMENT.
 * - A host's callback must return normally: it may not jump out or throw through the library.
 * @{
 */

/** What a call came to. Zero is success; a value keeps its meaning for ever. */
typedef int32_t rapport_status;

enum {
    RAPPORT_OK = 0,           /**< Success. */
    RAPPORT_NO_MEMORY = 1,    /**< The allocator returned NULL. */
    RAPPORT_BAD_ARGUMENT = 2, /**< An argument broke its documented contract: NULL, an index that is not there, a NaN. */
    RAPPORT_BAD_SYNTAX = 3,   /**< The text is not JSON as RFC 8259 defines it, or not UTF-8. */
    RAPPORT_BAD_DOCUMENT = 4, /**< The JSON is sound but not what the format says: unknown key, wrong type, missing key. */
    RAPPORT_BAD_VALUE = 5,    /**< A value lies outside its range, or contradicts another one. */
    RAPPORT_DUPLICATE = 6,    /**< The id, key or answer is there already. */
    RAPPORT_NOT_FOUND = 7,    /**< Nothing has that id or name. */
    RAPPORT_LIMIT = 8,        /**< A documented maximum (depth, nodes, parties, raters, bytes) is passed. */
    RAPPORT_WRITE_FAILED = 9, /**< The host's writer reported a failure. */
    RAPPORT_UNDEFINED = 10,   /**< The value asked for does not exist here; it is not zero. */
    RAPPORT_STATUS_END        /**< One past the last status; not a status. */
};

/** An index that means "none". */
#define RAPPORT_NONE UINT32_MAX

/** What there can be at the most of anything that is counted. */
enum {
    RAPPORT_MAX_NODES = 65536,        /**< Groups and criteria of a model, the root included. */
    RAPPORT_MAX_DEPTH = 32,           /**< Groups inside groups, the root not counted. */
    RAPPORT_MAX_PARTIES = 64,         /**< Parties of an assessment. */
    RAPPORT_MAX_RATERS = 100000,      /**< Raters of an assessment, over all parties. */
    RAPPORT_MAX_LEVELS = 101,         /**< Levels of a scale. */
    RAPPORT_MAX_KNOTS = 16,           /**< Points of a piecewise-linear value function. */
    RAPPORT_MAX_OPTIONS = 256,        /**< Options of a choice scale. */
    RAPPORT_MAX_SCALES = 20000,       /**< Scales of a model. */
    RAPPORT_MAX_GATES = 20000,        /**< Gates of a model. */
    RAPPORT_MAX_OVERLAYS = 256,       /**< Overlays of a model. */
    RAPPORT_MAX_ID = 64,              /**< Bytes of an id. */
    RAPPORT_MAX_DOCUMENT = 1073741824 /**< Bytes of a document. */
};

/**
 * Name of a status, such as "bad value".
 * @param[in] status any value.
 * @return a static string, never NULL; "unknown status" for a value that is none.
 */
RAPPORT_API const char *rapport_status_name(rapport_status status);

/**
 * What went wrong, where, in words. Owned by the caller, filled on failure only, of this size for ever.
 *
 * `path` points into the caller's own data: `/criteria/2/weight` in a document, `/criteria/trust/weight` for a model built
 * by calls. A path or message that does not fit is cut at a character and ends with "…".
 */
typedef struct rapport_error {
    rapport_status status; /**< The value that the call returned. */
    uint32_t line;         /**< Line in the document, from 1; 0 if there is no document. */
    uint32_t column;       /**< Column in characters, from 1; 0 if there is no document. */
    uint32_t reserved;     /**< 0. */
    char path[480];        /**< JSON Pointer (RFC 6901), NUL-terminated; "" is the whole document. */
    char message[272];     /**< One English sentence without a full stop, UTF-8, NUL-terminated. */
} rapport_error;

/** Memory functions of the host. All three are required; NULL in place of the whole struct means libc. */
typedef struct rapport_allocator {
    void *(*alloc)(void *user, uint64_t size);                /**< As `malloc`; size > 0. NULL means no memory. */
    void *(*realloc)(void *user, void *block, uint64_t size); /**< As `realloc`; block is never NULL, size > 0. */
    void (*free)(void *user, void *block);                    /**< As `free`; block is never NULL. */
    void *user;                                               /**< Handed to all three. */
} rapport_allocator;

/**
 * Takes a piece of text out of the library.
 * @param[in] user what the host passed beside the writer.
 * @param[in] text UTF-8, not NUL-terminated; a piece may end in the middle of a line, never of a character.
 * @param[in] length bytes, > 0.
 * @return 0 to go on; anything else stops the call with #RAPPORT_WRITE_FAILED.
 */
typedef int32_t (*rapport_writer)(void *user, const char *text, int64_t length);

/** A caller's buffer to write text into; see rapport_buffer_write(). */
typedef struct rapport_buffer {
    char *text;       /**< Where the text goes; NULL only if capacity is 0. */
    int64_t capacity; /**< Bytes of text, >= 0. */
    int64_t needed;   /**< Bytes written so far, had there been room; start at 0. */
} rapport_buffer;

/**
 * A ::rapport_writer that fills a ::rapport_buffer; pass the buffer as `user`.
 *
 * The text is NUL-terminated as long as `needed < capacity`. Writing goes on counting when the buffer is full, so that a
 * first call with capacity 0 tells the size: `needed` bytes, and one for the NUL.
 * @param[in,out] buffer a ::rapport_buffer.
 * @param[in] text the piece.
 * @param[in] length bytes, >= 0.
 * @return 0, always.
 */
RAPPORT_API int32_t rapport_buffer_write(void *buffer, const char *text, int64_t length);

/**
 * Version of the library that is running.
 * @return `MAJOR * 10000 + MINOR * 100 + PATCH`.
 */
RAPPORT_API uint32_t rapport_version(void);

/**
 * Version of the library that is running, as text.
 * @return a static string such as "0.1.0".
 */
RAPPORT_API const char *rapport_version_text(void);

/**
 * Version of the numbers: raised whenever the same input could give another result.
 * @return #RAPPORT_ALGORITHM of the library that is running.
 */
RAPPORT_API int32_t rapport_algorithm(void);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
