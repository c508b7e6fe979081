#!/bin/sh
# Bring .venv in order for `run` (what the product needs) or `dev` (tests and checks as well).
# Called by every make command; does nothing, quickly, when all is in place.
set -eu
cd "$(dirname "$0")/.."
kind="${1:-dev}"

# A .venv that was copied from another folder, or whose Python is gone or too old, is made anew.
usable='import sys, os
ok = sys.version_info >= (3, 12) and os.path.samefile(sys.prefix, ".venv")
sys.exit(0 if ok else 1)'
if ! .venv/bin/python -c "$usable" 2>/dev/null; then
    python=$(tools/find_python.sh)
    echo "Lager .venv med $python"
    rm -rf .venv
    "$python" -m venv .venv
fi
exec .venv/bin/python tools/install.py "$kind"
