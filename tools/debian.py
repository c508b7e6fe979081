"""Debian packages that the tests need beside Python: installed when that is possible."""

import os
import shutil
import subprocess


def can_install() -> bool:
    """True on Debian and its relatives when we are root."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> bool:
    """Install packages with apt-get, after one refresh of its lists; True when it succeeded."""
    print(f"Installerer {' '.join(packages)} …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update", "-q"], ["apt-get", "install", "-yq", *packages])
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode
        == 0
        for command in commands
    )
