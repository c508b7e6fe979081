"""Install the locked dependencies and the package itself into the environment that runs this file.

Standard library only: it runs before anything is installed. A stamp in the environment records what
is installed, so that a second start costs a few milliseconds.

The package itself needs no build step: a path file makes the checkout importable, and a small
launcher stands for the console script named in pyproject.toml. That avoids a build backend, which
would have to be downloaded without the protection of the hashed lock files.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = Path(sys.prefix)
STAMP = ENVIRONMENT / "samvern-oppsett.json"
LOCKS = {
    "run": ROOT / "requirements.lock",
    "dev": ROOT / "requirements-dev.lock",
}
PIP = (
    *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
    *("--require-hashes", "-r"),
)
# The dev lock holds every pin of the run lock (tests/structure/test_locks.py), so an environment
# made for tests also serves.
GOOD_ENOUGH = {"run": ("run", "dev"), "dev": ("dev",)}


def fingerprint(kind: str) -> str:
    """What an environment of this kind is made of: locks, Python, place and this program."""
    digest = hashlib.sha256(f"{sys.version} {ENVIRONMENT} {ROOT}".encode())
    for path in (LOCKS[kind], ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(kind: str) -> bool:
    """True when the stamp says that the environment already serves this kind."""
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return False
    return any(stamp == {"kind": k, "key": fingerprint(k)} for k in GOOD_ENOUGH[kind])


def run(*command: str | Path, quiet: bool = False) -> bool:
    """Run a command in the checkout; True when it succeeded. Quiet hides what it prints."""
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=output, stderr=output)
    return done.returncode == 0


def find_uv() -> Path | None:
    """The locked uv, installed with pip if it can be had. It only makes the installation faster."""
    uv = ENVIRONMENT / "bin" / "uv"
    wanted = (ROOT / "requirements-uv.lock").read_text().split("\n", 1)[0].split("==")[1].split()[0]
    if uv.exists():
        shown = subprocess.run(
            [uv, "--version"], capture_output=True, text=True, check=False
        ).stdout
        if wanted in shown.split():
            return uv
    if not run(*PIP, "requirements-uv.lock", quiet=True):
        print("Fikk ikke uv; bruker pip, som tar litt lengre tid.", flush=True)
        return None
    return uv


def install(kind: str) -> bool:
    """Install exactly the locked files, each checked against its hash; uv first, else plain pip."""
    lock = LOCKS[kind]
    uv = find_uv()
    if uv is not None:
        os.environ["UV_PYTHON_DOWNLOADS"] = "never"
        os.environ.setdefault("UV_LINK_MODE", "copy")
        sync = (uv, "pip", "sync", "--quiet", "--require-hashes", "--python", sys.executable)
        if run(*sync, lock):
            return True
        print("uv kom ikke gjennom; prøver med pip.", file=sys.stderr)
    return run(*PIP, lock)


def install_package() -> None:
    """Make the checkout importable and write the console scripts that pyproject.toml names."""
    site_packages = Path(sysconfig.get_path("purelib"))
    (site_packages / "samvern.pth").write_text(f"{ROOT}\n")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for name, target in project["scripts"].items():
        module, function = target.split(":")
        launcher = ENVIRONMENT / "bin" / name
        # The kernel cuts long interpreter lines and splits them at blanks; /bin/sh does not. The
        # same text is a no-op string to Python.
        launcher.write_text(
            "#!/bin/sh\n"
            f'\'\'\'\'exec "{sys.executable}" "$0" "$@"\n'
            "' '''\n"
            "import sys\n"
            f"from {module} import {function}\n"
            f"sys.exit({function}())\n"
        )
        launcher.chmod(0o755)


def main(kind: str) -> int:
    """Install what `kind` needs unless it is there; 0 when the environment is in order."""
    if is_current(kind):
        return 0
    print(f"Installerer avhengigheter ({LOCKS[kind].name}) …", flush=True)
    STAMP.unlink(missing_ok=True)
    if not install(kind):
        print("Kunne ikke installere avhengighetene; se meldingene over.", file=sys.stderr)
        return 1
    install_package()
    STAMP.write_text(json.dumps({"kind": kind, "key": fingerprint(kind)}))
    return 0


if __name__ == "__main__":
    if sys.prefix == sys.base_prefix or shutil.which("python", path=ENVIRONMENT / "bin") is None:
        sys.exit("Kjør tools/setup.sh; dette programmet installerer i det miljøet det kjører i.")
    sys.exit(main(sys.argv[1]))
