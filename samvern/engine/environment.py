"""Reading and judging the `SAMVERN_*` environment. No Django here, so the CLI can use it at once.

`production_faults` is the one gate in front of `samvern server`: a non-empty list means that the
server must not start.
"""

import re
from collections.abc import Mapping
from ipaddress import IPv6Address
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from samvern.engine import keyring

PRODUCTION = "produksjon"
DEVELOPMENT = "utvikling"
DEFAULT_KEY = "kun-til-utvikling-0123456789-abcdefghijklmnopqrstuvwxyz-ikke-hemmelig"
SHORTEST_KEY = 50
FEWEST_DIFFERENT_CHARACTERS = 20
DEFAULT_HOSTS = ("127.0.0.1", "localhost", "[::1]")
TRUE = frozenset({"1", "ja", "true", "yes", "on"})
FALSE = frozenset({"", "0", "nei", "false", "no", "off"})
_UNSAFE_START = "django-insecure-"
_LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_HOST_NAME = re.compile(rf"{_LABEL}(\.{_LABEL})*", re.ASCII | re.IGNORECASE)
_SQLITE = "django.db.backends.sqlite3"
_BAD_ADDRESS = "SAMVERN_DATABASE_URL er ikke en adresse til SQLite eller PostgreSQL."


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
    return _given_hosts(env) or list(DEFAULT_HOSTS)


def _given_hosts(env: Mapping[str, str]) -> list[str]:
    return [h.strip() for h in env.get("SAMVERN_ALLOWED_HOSTS", "").split(",") if h.strip()]


def _is_host(host: str) -> bool:
    """Whether Django can match the host: a name, or an IPv6 address in brackets; nothing more."""
    if host.startswith("[") and host.endswith("]"):
        try:
            IPv6Address(host[1:-1])
        except ValueError:
            return False
        return True
    return len(host) <= 253 and _HOST_NAME.fullmatch(host) is not None


def _host_faults(env: Mapping[str, str]) -> list[str]:
    given = _given_hosts(env)
    if not given:
        return ["SAMVERN_ALLOWED_HOSTS mangler."]
    if any("*" in host for host in given):
        return ["SAMVERN_ALLOWED_HOSTS kan ikke ha jokertegn."]
    wrong = [ascii(host[:60]) for host in given if not _is_host(host)]
    if not wrong:
        return []
    words = "skal ha vertsnavn som samvern.example.no, uten https://, port og punktum først"
    return [f"SAMVERN_ALLOWED_HOSTS {words}. Dette er ikke vertsnavn: {', '.join(wrong)}."]


def secret_key(env: Mapping[str, str]) -> str:
    """Return Django's signing key, without blanks around it; the public one when none is given."""
    return env.get("SAMVERN_SECRET_KEY", "").strip() or DEFAULT_KEY


def _repeats(key: str) -> bool:
    """Whether the key is one piece written over and over, the last time perhaps cut short."""
    return any(key[size:] == key[:-size] for size in range(1, len(key) // 2 + 1))


def _weak_key(key: str) -> bool:
    return (
        len(key) < SHORTEST_KEY
        or len(set(key)) < FEWEST_DIFFERENT_CHARACTERS
        or key.startswith(_UNSAFE_START)
        or _repeats(key)
    )


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
    key = secret_key(env)
    if DEFAULT_KEY in key:
        found.append("SAMVERN_SECRET_KEY mangler eller er nøkkelen til utvikling.")
    elif _weak_key(key):
        found.append(f"SAMVERN_SECRET_KEY er for svak: bruk minst {SHORTEST_KEY} tilfeldige tegn.")
    found += _host_faults(env)
    found += keyring.faults(env)
    if env.get("SAMVERN_KLOKKE", "").strip():
        found.append("En annen klokke (SAMVERN_KLOKKE) er ikke lov i produksjon.")
    try:
        settings = database(env, Path("/var"))
    except ValueError as fault:
        found.append(str(fault))
    else:
        if settings["ENGINE"] == _SQLITE and not str(settings["NAME"]).startswith("/"):
            found.append(
                "SAMVERN_DATABASE_URL skal ha hele stien til SQLite-filen i produksjon: "
                "sqlite:////mappe/fil."
            )
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
        raise ValueError(_BAD_ADDRESS) from None
    name = unquote(parts.path[1:])
    if not name.strip() or not name.isprintable():
        raise ValueError(_BAD_ADDRESS)
    if parts.scheme == "sqlite" and not parts.netloc and not name.endswith("/"):
        return sqlite(name)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(_BAD_ADDRESS)
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
        "ENGINE": _SQLITE,
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        },
    }
