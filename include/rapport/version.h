/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_VERSION_H
#define RAPPORT_VERSION_H
/**
 * @file
 * @brief The one place where the version is written; CMake, the package and the documents read it here.
 */

/** Breaking changes. */
#define RAPPORT_VERSION_MAJOR 0
/** Additions; while MAJOR is 0, breaking changes too. */
#define RAPPORT_VERSION_MINOR 1
/** Corrections. */
#define RAPPORT_VERSION_PATCH 0
/** Raised whenever the same input could give another number. */
#define RAPPORT_ALGORITHM 1

#endif
