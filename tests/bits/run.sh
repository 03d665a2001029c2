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

# What one call says, exit status included.
say() {
    local status=0
    "$@" 2>&1 || status=$?
    echo "${*:2}: exit status $status" | sed "s|$source/||g"
}

# All other commands, every method of each, on the bundled documents of theirs.
others() {
    local data=$source/examples/data form method
    for form in json text; do
        say "$1" compare "$data"/rounds/20*.json --format "$form"
        say "$1" plan "$data/alliance.json" "$data/actions.json" --format "$form"
        say "$1" plan "$data/alliance.json" "$data/actions.json" --gates-first --budget 100 --format "$form"
        say "$1" measure "$data/measures.json" --format "$form"
        say "$1" scorecard "$data/scorecard.json" --format "$form"
        for method in wsm wpm waspas topsis vikor promethee1 promethee2 electre1 electre3 copras aras edas mabac marcos spotis; do
            say "$1" rank "$data/candidates.json" --method "$method" --format "$form"
        done
        for method in points swing ranksum rankreciprocal roc ahp ahp-geometric bwm equal; do
            say "$1" weights "$data/judgements.json" --method "$method" --format "$form"
        done
        for method in std entropy critic merec equal; do
            say "$1" weights "$data/candidates.json" --method "$method" --format "$form"
        done
        say "$1" robust "$data/candidates.json" --format "$form"
    done
}

# Everything that the command says about every document, exit status included.
results() {
    local document form status
    "$1" models || echo "exit status $?"
    others "$1"
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
