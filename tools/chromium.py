"""Find the Chromium that the browser tests drive."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

# The headless shell is the same engine without the windows, at half the work for the machine.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
DEBIAN_PACKAGES = ("chromium-headless-shell", "chromium")
"""The first that there is; older distributions have only the whole browser."""
MISSING = (
    "Fant ingen Chromium. Kjør: sudo apt-get install chromium-headless-shell "
    "(eller .venv/bin/playwright install chromium)."
)


def find() -> Path | None:
    """A Chromium on the search path, else the one that Playwright has downloaded, else None."""
    for name in NAMES:
        if path := shutil.which(name):
            return Path(path)
    with sync_playwright() as playwright:
        bundled = Path(playwright.chromium.executable_path)
    return bundled if bundled.exists() else None


def download() -> bool:
    """Let Playwright fetch its own Chromium; True when it succeeded."""
    print("Henter Chromium med Playwright …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(command, check=False).returncode == 0
