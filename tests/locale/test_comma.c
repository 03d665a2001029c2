/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Proves that the comma runs run under a comma: the first argument is what 0.5 must look like. */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char text[16];
    snprintf(text, sizeof text, "%.1f", 0.5);
    printf("%s\n", text);
    return argc != 2 || strcmp(text, argv[1]) != 0;
}
