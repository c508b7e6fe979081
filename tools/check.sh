#!/usr/bin/env bash
# Every check that needs no test data: format, lint, types, import layers, house rules.
# All of them run, so that one run shows every fault; the exit status is 1 if any failed.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=()
step() {
    local name=$1
    shift
    echo "── $name"
    "$@" || failed+=("$name")
}

step "format (ruff)" $bin/ruff format --check .
step "stil (ruff)" $bin/ruff check .
step "typer (mypy)" $bin/mypy
step "lag (import-linter)" $bin/lint-imports
step "husregler" $bin/python -m pytest -q tests/structure

if ((${#failed[@]})); then
    printf 'Sjekken feilet: %s\n' "$(IFS=,; echo "${failed[*]}")" >&2
    exit 1
fi
echo "Sjekken er i orden."
