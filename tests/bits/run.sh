#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
#
# run.sh WORK-FOLDER
# The same bytes everywhere: builds the command with GCC and Clang, unoptimised, fully optimised, and with every
# instruction of this machine (fused multiply-add among them), and compares what each makes of the bundled documents.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)

shopt -s nullglob
documents=("$source"/examples/data/*.json "$source"/tests/golden/*.json "$source"/tests/golden/*/*.json)

# Everything that the command says about every document, exit status included.
results() {
    local document form status
    "$1" models || echo "exit status $?"
    for document in "${documents[@]}"; do
        for form in json text; do
            status=0
            "$1" assess "$document" --format "$form" 2>&1 || status=$?
            echo "${document#"$source"/} $form: exit status $status"
        done
    done
}

first=
for build in gcc:-O0 gcc:-O3 clang:-O0 clang:-O3 gcc:-O3:-march=native clang:-O3:-march=native; do
    IFS=: read -r compiler level machine <<<"$build"
    folder=$work/${build//:/}
    if ! {
        cmake -G Ninja -S "$source" -B "$folder" -DCMAKE_C_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=None \
            -DCMAKE_C_FLAGS="$level $machine" -DBUILD_SHARED_LIBS=OFF -DRAPPORT_BUILD_EXAMPLES=ON &&
        cmake --build "$folder" --target rapport-cli
    } >"$folder.log" 2>&1; then
        cat "$folder.log"
        exit 1
    fi
    results "$folder/rapport" >"$folder.results"
    printf '%s  %s\n' "$(sha256sum <"$folder.results" | cut -c 1-16)" "$compiler $level $machine"
    if [[ -z $first ]]; then
        first=$folder.results
        good=$(grep -c 'json: exit status 0$' "$first" || :)
        [[ $good -ge 3 ]] || { echo "only $good documents could be assessed"; cat "$first"; exit 1; }
    fi
    cmp "$first" "$folder.results"
done
echo "The same bytes from ${#documents[@]} documents, $good of them assessed."
