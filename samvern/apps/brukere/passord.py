"""Passwords: what is good enough, one-time passwords, and comparing without telling anything.

Texts are ours in both written forms; the list of common passwords is Django's. Passwords are
stored with scrypt (`PASSWORD_HASHERS`).
"""

import secrets
from datetime import timedelta
from typing import Final

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.views.decorators.debug import sensitive_variables

from samvern.apps.brukere.models import Bruker
from samvern.engine.avslag import Feil
from samvern.law.text import Text

SHORTEST: Final = 14
LONGEST: Final = 200
ONE_TIME_LASTS: Final = timedelta(hours=72)
_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is misread on paper
_GROUPS: Final = 4
_GROUP: Final = 5

_TOO_SHORT = Text(
    f"Passordet må ha minst {SHORTEST} tegn. Tre eller fire ord er lett å huske.",
    f"Passordet må ha minst {SHORTEST} teikn. Tre eller fire ord er lett å hugse.",
)
_TOO_LONG = Text(
    f"Passordet kan ha høyst {LONGEST} tegn.", f"Passordet kan ha høgst {LONGEST} teikn."
)
_COMMON = Text("Dette passordet er mye brukt. Velg et annet.",
               "Dette passordet er mykje brukt. Vel eit anna.")  # fmt: skip
_OWN_NAME = Text(
    "Passordet kan ikke inneholde navnet ditt eller brukernavnet.",
    "Passordet kan ikkje innehalde namnet ditt eller brukarnamnet.",
)
_SAME = Text(
    "Velg et annet passord enn engangspassordet.", "Vel eit anna passord enn eingongspassordet."
)
_DIFFERENT = Text("De to passordene er ikke like.", "Dei to passorda er ikkje like.")


def new_code(groups: int = _GROUPS, size: int = _GROUP) -> str:
    """A random code to be read from paper, in groups: `abcde-fghjk-…`."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(size)) for _ in range(groups))


@sensitive_variables()
def is_right(bruker: Bruker | None, passord: str) -> bool:
    """Whether the password is the user's. Takes as long when there is no such user."""
    if bruker is None or not bruker.has_usable_password():
        make_password(passord[:LONGEST])
        return False
    return len(passord) <= LONGEST and bruker.check_password(passord)


@sensitive_variables()
def faults(bruker: Bruker, passord: str, gjentatt: str) -> list[Feil]:
    """Everything that is wrong with a new password; empty when it can be used."""
    found = []
    folded = passord.lower()
    own = [part for part in (*bruker.navn.lower().split(), bruker.brukernavn.split("@")[0])
           if len(part) >= 4]  # fmt: skip
    if len(passord) < SHORTEST:
        found.append(_TOO_SHORT)
    if len(passord) > LONGEST:
        found.append(_TOO_LONG)
    elif _is_common(passord):
        found.append(_COMMON)
    if any(part in folded for part in own):
        found.append(_OWN_NAME)
    if not found and bruker.check_password(passord):
        found.append(_SAME)
    fault = [Feil("passord", "UGYLDIG_VERDI", text) for text in found]
    if passord != gjentatt:
        fault.append(Feil("gjentatt", "UGYLDIG_VERDI", _DIFFERENT))
    return fault


def _is_common(passord: str) -> bool:
    # A common password repeated, or with digits after it, is as common.
    bare = passord.lower().rstrip("0123456789!.")
    for size in range(1, len(bare) // 2 + 1):
        if len(bare) % size == 0 and bare == bare[:size] * (len(bare) // size):
            bare = bare[:size]
            break
    try:
        for word in (passord, bare):
            CommonPasswordValidator().validate(word)
    except ValidationError:
        return True
    return len(set(bare)) < 5
