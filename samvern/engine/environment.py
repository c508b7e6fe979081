"""Reading and judging the `SAMVERN_*` environment. No Django here, so the CLI can use it at once.

`production_faults` is the one gate in front of `samvern server`: a non-empty list means that the
server must not start.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

PRODUCTION = "produksjon"
DEVELOPMENT = "utvikling"
DEFAULT_KEY = "kun-til-utvikling-0123456789-abcdefghijklmnopqrstuvwxyz-ikke-hemmelig"
SHORTEST_KEY = 50
FEWEST_DIFFERENT_CHARACTERS = 10
DEFAULT_HOSTS = ("127.0.0.1", "localhost", "[::1]")
TRUE = frozenset({"1", "ja", "true", "yes", "on"})
FALSE = frozenset({"", "0", "nei", "false", "no", "off"})


def flag(env: Mapping[str, str], name: str) -> bool:
    """Read an on/off variable. Raises ValueError (Norwegian text) on anything unclear."""
    value = env.get(name, "").strip().lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ValueError(f"{name} skal være 1 eller 0, ikke «{env[name]}».")


def is_production(env: Mapping[str, str]) -> bool:
    """Whether `SAMVERN_MILJOE` says production. Unknown values raise ValueError: fail closed."""
    value = env.get("SAMVERN_MILJOE", DEVELOPMENT).strip().lower()
    if value not in {PRODUCTION, DEVELOPMENT}:
        raise ValueError(
            f"SAMVERN_MILJOE skal være «{DEVELOPMENT}» eller «{PRODUCTION}», ikke «{value}»."
        )
    return value == PRODUCTION


def hosts(env: Mapping[str, str]) -> list[str]:
    """Host names from `SAMVERN_ALLOWED_HOSTS` (comma separated), or this machine only."""
    given = [h.strip() for h in env.get("SAMVERN_ALLOWED_HOSTS", "").split(",") if h.strip()]
    return given or list(DEFAULT_HOSTS)


def _weak_key(key: str) -> bool:
    return len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_DIFFERENT_CHARACTERS


def production_faults(env: Mapping[str, str]) -> list[str]:
    """Everything in `env` that must stop a production start, in Norwegian, all at once.

    An empty list means that the environment is fit for production.
    """
    found = []
    try:
        if not is_production(env):
            found.append(f"SAMVERN_MILJOE er ikke satt til «{PRODUCTION}».")
    except ValueError as fault:
        found.append(str(fault))
    for name, meaning in (("SAMVERN_DEBUG", "Feilsøking"), ("SAMVERN_DEMO", "Demodata")):
        try:
            if flag(env, name):
                found.append(f"{meaning} ({name}) er ikke lov i produksjon.")
        except ValueError as fault:
            found.append(str(fault))
    key = env.get("SAMVERN_SECRET_KEY", "")
    if not key or key == DEFAULT_KEY:
        found.append("SAMVERN_SECRET_KEY mangler eller er nøkkelen til utvikling.")
    elif _weak_key(key):
        found.append(f"SAMVERN_SECRET_KEY er for svak: bruk minst {SHORTEST_KEY} tilfeldige tegn.")
    if not env.get("SAMVERN_ALLOWED_HOSTS", "").strip():
        found.append("SAMVERN_ALLOWED_HOSTS mangler.")
    elif any("*" in host for host in hosts(env)):
        found.append("SAMVERN_ALLOWED_HOSTS kan ikke ha jokertegn.")
    try:
        database(env, Path("var"))
    except ValueError as fault:
        found.append(str(fault))
    return found


def database(env: Mapping[str, str], var: Path) -> dict[str, object]:
    """Django's settings for one database, from `SAMVERN_DATABASE_URL`.

    Without the variable: SQLite in `var/samvern.sqlite3`. `sqlite:////absolute/path` and
    `postgresql://user:password@host:port/name?sslmode=require` are understood. Anything else
    raises ValueError; the message never repeats the address, since it may hold a password.
    """
    address = env.get("SAMVERN_DATABASE_URL", "").strip()
    if not address:
        return sqlite(str(var / "samvern.sqlite3"))
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = None, None
    if parts and parts.scheme == "sqlite" and parts.path.startswith("/") and len(parts.path) > 1:
        return sqlite(unquote(parts.path[1:]) or ":memory:")
    name = unquote(parts.path[1:]) if parts else ""
    if not parts or parts.scheme not in {"postgres", "postgresql"} or not name:
        raise ValueError("SAMVERN_DATABASE_URL er ikke en adresse til SQLite eller PostgreSQL.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def sqlite(name: str) -> dict[str, object]:
    """SQLite as it is safe for a server: WAL, full synchronisation, immediate write locks."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        },
    }
