"""Six-digit codes from a shared secret and the time. Pure; RFC 4226 and RFC 6238 with SHA-1.

A code holds for 30 seconds; the one before and the one after are taken too, for clocks that differ.
"""

import base64
import hmac
import secrets
import struct
from datetime import datetime
from hashlib import sha1
from typing import Final
from urllib.parse import quote, urlencode

PERIOD: Final = 30
DIGITS: Final = 6
SLACK: Final = 1
_SECRET_BYTES: Final = 20


def new_secret() -> str:
    """A random secret of 160 bits, in base32 as authenticator apps take it."""
    return base64.b32encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def code(secret: str, counter: int) -> str:
    """The code of one period (RFC 4226, section 5.3)."""
    key = base64.b32decode(secret, casefold=True)
    digest = hmac.new(key, struct.pack(">Q", counter), sha1).digest()
    offset = digest[-1] & 0x0F
    number = struct.unpack_from(">I", digest, offset)[0] & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def counter_at(moment: datetime) -> int:
    """The number of the 30-second period that a moment is in. Raises ValueError when naive."""
    if moment.tzinfo is None:
        raise ValueError("Tidspunktet mangler tidssone.")
    return int(moment.timestamp()) // PERIOD


def matching_counter(secret: str, typed: str, moment: datetime, after: int) -> int | None:
    """The period whose code was typed, if it is near and later than `after`; else None."""
    digits = "".join(typed.split())
    found = None
    now = counter_at(moment)
    # Every period is compared, so that the time taken says nothing.
    for counter in range(now - SLACK, now + SLACK + 1):
        same = hmac.compare_digest(code(secret, counter).encode(), digits.encode())
        if same and counter > after:
            found = counter
    return found


def address(secret: str, account: str, issuer: str = "Samvern") -> str:
    """The `otpauth:` address that a QR code holds."""
    fields = {"secret": secret, "issuer": issuer, "digits": DIGITS, "period": PERIOD}
    return f"otpauth://totp/{quote(issuer)}:{quote(account)}?{urlencode(fields)}"
