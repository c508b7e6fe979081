"""Copy the third-party front-end files we serve into the repository.

Run `python tools/hent_statisk.py`. It installs the exact versions below with npm in a temporary
folder, copies the few files we use, strips source-map lines (a missing map stops the manifest
storage), and writes a manifest with version, licence and SHA-256 for each copy. The copies are
committed, so that running Samvern needs no Node.

    python tools/hent_statisk.py            fetch and write
    python tools/hent_statisk.py --sjekk    only compare the committed copies with the manifests
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent
STATISK = ROT / "samvern" / "web" / "static" / "vendor"
TESTER = ROT / "tests" / "vendor"
SOURCE_MAP = re.compile(rb"(?m)^[ \t]*(?://|/\*)[#@][ \t]*sourceMappingURL=[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package: the version we pin, its licence, and which files go where."""

    name: str
    version: str
    licence: str
    licence_file: str
    files: tuple[tuple[str, str], ...]
    target: Path = STATISK


PACKAGES = (
    Package(
        "@digdir/designsystemet-css",
        "1.22.0",
        "MIT",
        "LICENSE",
        (("dist/src/index.css", "designsystemet/designsystemet.css"),),
    ),
    Package(
        "@digdir/designsystemet-theme",
        "1.11.0",
        "MIT",
        "LICENSE",
        (("src/themes/designsystemet.css", "designsystemet/tema.css"),),
    ),
    Package("htmx.org", "4.0.1", "0BSD", "LICENSE", (("dist/htmx.min.js", "htmx/htmx.min.js"),)),
    Package(
        "@fontsource-variable/inter",
        "5.3.0",
        "OFL-1.1",
        "LICENSE",
        (
            ("files/inter-latin-wght-normal.woff2", "inter/inter-latin.woff2"),
            ("files/inter-latin-ext-wght-normal.woff2", "inter/inter-latin-ext.woff2"),
        ),
    ),
    Package("axe-core", "4.14.1", "MPL-2.0", "LICENSE", (("axe.min.js", "axe.min.js"),), TESTER),
)


def sha256(path: Path) -> str:
    """Hex digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def install(folder: Path) -> Path:
    """Install the pinned packages with npm in `folder`; return its node_modules."""
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    wanted = [f"{p.name}@{p.version}" for p in PACKAGES]
    subprocess.run(
        ["npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", *wanted],
        cwd=folder,
        check=True,
    )
    return folder / "node_modules"


def copy(modules: Path, package: Package) -> list[dict[str, str]]:
    """Copy one package's files; return their manifest rows."""
    rows = []
    for source, target in package.files:
        content = (modules / package.name / source).read_bytes()
        if target.endswith((".css", ".js")):
            content = SOURCE_MAP.sub(b"", content)
        path = package.target / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        rows.append(
            {
                "fil": target,
                "pakke": package.name,
                "versjon": package.version,
                "lisens": package.licence,
                "sha256": sha256(path),
            }
        )
    return rows


def licences(modules: Path, target: Path) -> str:
    """One Markdown page with the full licence text of every package copied to `target`."""
    parts = ["# Licences of the third-party files in this folder\n"]
    for package in (p for p in PACKAGES if p.target == target):
        text = (modules / package.name / package.licence_file).read_text(encoding="utf-8").strip()
        quoted = "\n".join(f"    {line}".rstrip() for line in text.splitlines())
        files = ", ".join(f"`{file}`" for _, file in package.files)
        heading = f"## {package.name} {package.version} ({package.licence})"
        parts.append(f"{heading}\n\nFiles: {files}\n\n{quoted}\n")
    return "\n".join(parts)


def fetch() -> None:
    """Install, copy, and write manifests and licence pages."""
    with tempfile.TemporaryDirectory() as folder:
        modules = install(Path(folder))
        for target in (STATISK, TESTER):
            rows = [row for p in PACKAGES if p.target == target for row in copy(modules, p)]
            manifest = json.dumps({"filer": rows}, indent=2, ensure_ascii=False) + "\n"
            (target / "manifest.json").write_text(manifest, encoding="utf-8")
            (target / "LICENSES.md").write_text(licences(modules, target), encoding="utf-8")


def faults() -> list[str]:
    """Every difference between the committed copies, the manifests and the pins above."""
    found = []
    for target in (STATISK, TESTER):
        rows = json.loads((target / "manifest.json").read_text(encoding="utf-8"))["filer"]
        listed = {row["fil"] for row in rows}
        pinned = {file for p in PACKAGES if p.target == target for _, file in p.files}
        versions = {p.name: p.version for p in PACKAGES}
        on_disk = {
            str(path.relative_to(target))
            for path in target.rglob("*")
            if path.is_file() and path.name not in {"manifest.json", "LICENSES.md"}
        }
        found += [f"{target.name}: {file} mangler i manifestet" for file in on_disk - listed]
        found += [f"{target.name}: {file} er ikke som festet" for file in pinned ^ listed]
        for row in rows:
            path = target / row["fil"]
            if not path.exists() or sha256(path) != row["sha256"]:
                found.append(f"{target.name}: {row['fil']} har ikke summen i manifestet")
            if versions.get(row["pakke"]) != row["versjon"]:
                found.append(f"{target.name}: {row['pakke']} har en annen versjon enn den festede")
    return found


def main() -> int:
    """Entry point; exit code 1 when `--sjekk` finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sjekk", action="store_true", help="only compare with the manifests")
    if not parser.parse_args().sjekk:
        fetch()
    found = faults()
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
