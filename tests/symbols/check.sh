#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
#
# check.sh NM OBJDUMP LIBRARY OBJECT...
# What the library shows, wants and keeps: exported names, globals of the objects, imports, writable data.
set -eu
LC_ALL=C
export LC_ALL
nm=$1 objdump=$2 library=$3
shift 3

# Three for the heap, four for memory, two for text, and the one of libm that IEEE 754 defines to the last bit.
allowed='malloc realloc free memcpy memmove memset memcmp strlen strcmp sqrt'
failed=0

# complain WHAT LIST: a list that should be empty
complain() {
    if [ -n "$2" ]; then
        printf '%s:\n%s\n' "$1" "$2"
        failed=1
    fi
}

case $library in
*.so*)
    exported=$("$nm" -D --defined-only "$library" | awk '{ print $NF }')
    complain 'exported, but not rapport_<noun>' "$(printf '%s\n' "$exported" | grep -v '^rapport_[a-z]' || :)"
    [ -n "$exported" ] || complain 'exports' 'nothing'
    ;;
esac

globals=$("$nm" -g --defined-only "$@" | awk 'NF == 3 { print $3 }')
complain 'global, but not rapport_' "$(printf '%s\n' "$globals" | grep -v '^rapport_' || :)"
[ -n "$globals" ] || complain 'globals' 'none'

# A checked variant that a distribution's flags put in counts as the function; the stack guard is the compiler's.
wanted=$("$nm" -u "$@" | awk '$1 == "U" { print $2 }' | sed 's/@.*//; s/^__\(.*\)_chk$/\1/' |
    grep -v -e '^rapport_' -e '^__stack_chk_fail' -e '^stack_chk_fail' -e '^_GLOBAL_OFFSET_TABLE_$' -e '^$' | sort -u)
for name in $wanted; do
    case " $allowed " in
    *" $name "*) ;;
    *) complain 'wants a function that it may not' "$name" ;;
    esac
done

# Constant tables of pointers lie in .data.rel.ro, which the loader closes; nothing may lie in the other two.
complain 'writable data' "$("$objdump" -h "$@" | awk '
    / file format / { file = $1 }
    $2 ~ /^\.(data|bss|tdata|tbss)/ && $2 !~ /^\.data\.rel\.ro/ && $3 !~ /^0+$/ { print file, $2 }')"
complain 'common data' "$("$nm" "$@" | awk '$2 == "C" { print $3 }')"

[ "$failed" -eq 0 ] && printf 'imports: %s\n' "$(printf '%s\n' "$wanted" | tr '\n' ' ')"
exit "$failed"
