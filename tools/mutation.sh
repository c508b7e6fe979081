#!/usr/bin/env bash
# Mutation testing of the law's arithmetic (docs/mutasjon.md). Arguments are handed on: for example
# `tools/mutation.sh --sekunder 600 calendar klage`.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh dev
exec .venv/bin/python -m tools.mutasjon "$@"
