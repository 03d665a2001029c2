#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
#
# cmake/bootstrap.sh demo|test
# Installs what the named workflow needs and this machine lacks (Debian and Ubuntu), then runs it. Any other workflow of
# CMakePresets.json may be named as well.
set -eu

workflow=${1:-}
case $workflow in
'' | -*)
    echo "usage: cmake/bootstrap.sh demo|test" >&2
    exit 2
    ;;
esac
cd "$(dirname "$0")/.."
tools=build/tools # where a newer CMake goes if the distribution's is too old
PATH=$PATH:/usr/local/bin:/usr/bin:/bin
export PATH

has() { command -v "$1" >/dev/null 2>&1; }

# What is missing, as Debian calls it.
missing() {
    { has cc && has gcc || has clang; } || echo gcc
    [ -e /usr/include/stdio.h ] || echo libc6-dev
    has cmake || echo cmake
    has ninja || echo ninja-build
    [ "$workflow" != demo ] || return 0
    has pkg-config || echo pkg-config
    has python3 || echo python3
    has nm && has objdump || echo binutils
    pkg-config --exists 'cmocka >= 1.1.5' 2>/dev/null || echo libcmocka-dev
    pkg-config --exists jansson 2>/dev/null || echo libjansson-dev
    has localedef && [ -e /usr/share/i18n/locales/de_DE ] || echo locales
}

new_enough() {
    has cmake || return 1
    version=$(cmake --version | sed -n '1s/[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    # shellcheck disable=SC2086 # two words
    set -- $version
    [ "${1:-0}" -gt 3 ] || { [ "${1:-0}" -eq 3 ] && [ "${2:-0}" -ge 25 ]; }
}

give_up() {
    needs="a C11 compiler, CMake 3.25 or newer, Ninja"
    [ "$workflow" = demo ] ||
        needs="$needs, cmocka 1.1.5 or newer, jansson, pkg-config, Python 3, nm, objdump and the sources of glibc's locales"
    cat >&2 <<END
$1

The workflow "$workflow" needs $needs.
With these in place, run:  cmake --workflow --preset $workflow
END
    exit 1
}

updated=
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
apt() {
    has apt-get || give_up "This machine lacks $*, and it has no apt-get to install that with."
    [ "$(id -u)" -eq 0 ] || has sudo || give_up "This machine lacks $*; run this script as root, or install sudo."
    echo "Installing: $*"
    if [ -z "$updated" ]; then
        as_root apt-get update -q || : # the install below says what it could not find
        updated=1
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

lacking=$(missing | tr '\n' ' ')
# shellcheck disable=SC2086 # a list of packages
[ -z "$lacking" ] || apt $lacking

if ! new_enough; then
    PATH=$PWD/$tools/bin:$PATH
    if ! new_enough; then
        has apt-get || give_up "This machine's CMake is older than 3.25."
        echo "CMake is older than 3.25 here; a newer one goes into $tools."
        python3 -c 'import ensurepip, venv' 2>/dev/null || apt python3-venv
        if ! { python3 -m venv "$tools" && "$tools/bin/python3" -m pip install --quiet 'cmake>=3.25,<4'; }; then
            give_up "A CMake of 3.25 or newer could not be installed."
        fi
        hash -r # forget where cmake was
    fi
fi

exec cmake --workflow --preset "$workflow"
