#!/bin/sh
# Print the path of a Python that Samvern can use (3.12 or newer), or one clear line and exit 1.
# Every candidate is run, not only looked up: a pyenv shim exists for versions that are not selected,
# and then fails. SAMVERN_PYTHON names a Python to use instead.
set -u

real_path() { # real_path CANDIDATE: the interpreter behind a command, if it runs and is new enough
    "$1" -c 'import sys; sys.version_info >= (3, 12) or sys.exit(1); print(sys.executable)' 2>/dev/null
}

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

if [ -n "${SAMVERN_PYTHON:-}" ]; then
    found=$(real_path "$SAMVERN_PYTHON") && can_make_venv "$found" && { echo "$found"; exit 0; }
    echo "SAMVERN_PYTHON=$SAMVERN_PYTHON er ikke en Python 3.12 eller nyere med venv." >&2
    exit 1
fi

without_venv=""
pyenv_versions="${PYENV_ROOT:-${HOME:-/root}/.pyenv}/versions"
for candidate in python3.13 python3.12 python3.14 python3 python \
    "$pyenv_versions"/3.13*/bin/python "$pyenv_versions"/3.12*/bin/python \
    "$pyenv_versions"/3.14*/bin/python /usr/local/bin/python3.1[2-9] /opt/python*/bin/python3; do
    found=$(real_path "$candidate") || continue
    [ -n "$found" ] || continue
    can_make_venv "$found" && { echo "$found"; exit 0; }
    without_venv="$found"
done

# Debian keeps venv in a package of its own.
if [ -n "$without_venv" ]; then
    package=$("$without_venv" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installerer $package …" >&2
        { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq "$package"; } >&2
        can_make_venv "$without_venv" && { echo "$without_venv"; exit 0; }
    fi
    echo "Python ($without_venv) mangler venv. Kjør: sudo apt-get install $package" >&2
    exit 1
fi
echo "Fant ingen Python 3.12 eller nyere. Debian 13 / Ubuntu 24.04: sudo apt-get install python3 python3-venv. Ellers: pyenv install 3.13, eller sett SAMVERN_PYTHON=/sti/til/python." >&2
exit 1
