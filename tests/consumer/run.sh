#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
#
# run.sh WORK-FOLDER
# Installs Rapport, shared and static, moves the installation, and builds examples/quickstart.c against it in every way
# that a host may choose. All of them must print the same.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)
rm -rf "$work/made"
mkdir "$work/made"
quickstart=$source/examples/quickstart.c
unset DESTDIR CMAKE_PREFIX_PATH PKG_CONFIG_PATH LD_LIBRARY_PATH || :
if command -v ninja >/dev/null 2>&1; then
    CMAKE_GENERATOR=Ninja
    export CMAKE_GENERATOR
fi

quietly() {
    if ! "$@" >"$work/log" 2>&1; then
        printf 'failed: %s\n' "$*"
        cat "$work/log"
        exit 1
    fi
}

# ran WAY PROGRAM...: the output of the first way is what the others must print
ran() {
    way=$1
    shift
    "$@" >"$work/made/$way.out" || { echo "$way: exit status $?"; exit 1; }
    [ -s "$work/made/$way.out" ] || { echo "$way: prints nothing"; exit 1; }
    if [ ! -f "$work/expected" ] || [ "$way" = shared-find_package ]; then
        cp "$work/made/$way.out" "$work/expected"
    fi
    cmp "$work/expected" "$work/made/$way.out" || { echo "$way: prints something else"; exit 1; }
    echo "$way: good"
}

for kind in shared static; do
    flag=OFF
    [ $kind = static ] || flag=ON
    quietly cmake -S "$source" -B "$work/$kind" -DBUILD_SHARED_LIBS=$flag -DCMAKE_BUILD_TYPE=Release \
        -DRAPPORT_BUILD_EXAMPLES=OFF -DCMAKE_INSTALL_PREFIX="$work/made/$kind-first"
    quietly cmake --build "$work/$kind"
    quietly cmake --install "$work/$kind"
    mv "$work/made/$kind-first" "$work/made/$kind"
    prefix=$work/made/$kind
    libdir=$(dirname "$(find "$prefix" -name 'librapport.*' | head -n 1)")

    # Nothing in the package may remember where it was built or first installed.
    if grep -rlF -e "$work/$kind" -e "$work/made/$kind-first" -e "$source" "$libdir/cmake" "$libdir/pkgconfig"; then
        echo "the package remembers where it was built"
        exit 1
    fi

    quietly cmake -S "$here/find_package" -B "$work/made/$kind-find_package" -DCMAKE_PREFIX_PATH="$prefix"
    quietly cmake --build "$work/made/$kind-find_package"
    ran "$kind-find_package" "$work/made/$kind-find_package/app"

    PKG_CONFIG_PATH=$libdir/pkgconfig
    export PKG_CONFIG_PATH
    also=
    [ $kind = shared ] || also=--static
    # shellcheck disable=SC2046 # flags are words
    quietly "${CC:-cc}" -std=c11 "$quickstart" -o "$work/made/$kind-pkg-config" $(pkg-config --cflags --libs $also rapport)
    ran "$kind-pkg-config.run" env LD_LIBRARY_PATH="$libdir" "$work/made/$kind-pkg-config"
    unset PKG_CONFIG_PATH
done

# The runtime component alone is what a running host needs, and has no headers.
quietly cmake --install "$work/shared" --component runtime --prefix "$work/made/runtime"
[ -z "$(find "$work/made/runtime" -name '*.h' -o -name '*.cmake' -o -name '*.pc')" ] || { echo "runtime has headers"; exit 1; }
ran runtime env LD_LIBRARY_PATH="$(dirname "$(find "$work/made/runtime" -name 'librapport.so.*' | head -n 1)")" \
    "$work/made/shared-pkg-config"

for way in add_subdirectory fetchcontent; do
    quietly cmake -S "$here/$way" -B "$work/$way"
    quietly cmake --build "$work/$way"
    ran "$way" "$work/$way/app"
    quietly cmake --install "$work/$way" --prefix "$work/made/$way-installed"
    [ -z "$(find "$work/made/$way-installed" -type f 2>/dev/null)" ] || { echo "$way: installs Rapport unasked"; exit 1; }
done

# A host that adds the folder gets the library alone.
if grep -lE 'testkit|rapport-cli|example_' "$work/add_subdirectory/build.ninja" 2>/dev/null; then
    echo "add_subdirectory brings more than the library"
    exit 1
fi
