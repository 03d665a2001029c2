/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Preloaded into a program, switches it to the locale of its environment before main. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void __attribute__((constructor)) use_the_locale(void)
{
    if (!setlocale(LC_ALL, "")) {
        fputs("the locale of LC_ALL is not to be had\n", stderr);
        _Exit(70);
    }
}
