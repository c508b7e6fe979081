#!/usr/bin/env bash
# Mutation testing of the law's arithmetic. mutmut lives in an environment of its own, because it is heavy and
# seldom needed. Arguments are handed to `mutmut run` (for example a module pattern).
set -euo pipefail
cd "$(dirname "$0")/.."
environment=var/venv-tunge
if ! $environment/bin/python -c 'import sys' 2>/dev/null; then
    python=$(tools/find_python.sh)
    mkdir -p var
    "$python" -m venv "$environment"
fi
$environment/bin/python tools/install.py tunge
# Django is not part of what is mutated, and its settings would be imported for every mutant.
unset DJANGO_SETTINGS_MODULE
PATH="$PWD/$environment/bin:$PATH" mutmut run "$@"
mkdir -p var/test
PATH="$PWD/$environment/bin:$PATH" mutmut results --all true | sed 's/^ *//; /: not checked$/d' >var/test/mutasjon.txt
echo "── Utfall (alle mutanter med utfall: var/test/mutasjon.txt; vis en: $environment/bin/mutmut show NAVN)"
sed 's/.*: //' var/test/mutasjon.txt | sort | uniq -c
