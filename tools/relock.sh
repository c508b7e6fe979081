#!/usr/bin/env bash
# Resolve the requirement files anew and write hashed lock files without host names. All of them are held
# to the pins of the development lock, so that what is tested is what is delivered: resolved alone, the
# product would get newer versions of shared packages than a test tool allows.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
    local name=$1
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-header \
        --upgrade "$@" "$name.in" -o "$name.lock"
    echo "$name.lock"
}
lock requirements-uv
lock requirements-dev
lock requirements -c requirements-dev.lock
