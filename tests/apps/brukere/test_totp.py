"""Six-digit codes: the test vectors of the standards, and each code once."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from samvern.apps.brukere import totp

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("counter", "expected"),
    [(0, "755224"), (1, "287082"), (2, "359152"), (3, "969429"), (4, "338314"), (5, "254676"),
     (6, "287922"), (7, "162583"), (8, "399871"), (9, "520489")],
)  # fmt: skip
def test_rfc_4226_appendix_d(counter: int, expected: str) -> None:
    assert totp.code(SECRET, counter) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"),
     (2000000000, "279037"), (20000000000, "353130")],
)  # fmt: skip
def test_rfc_6238_appendix_b_last_six_digits(seconds: int, expected: str) -> None:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    assert totp.code(SECRET, totp.counter_at(moment)) == expected
    assert totp.matching_counter(SECRET, expected, moment, after=0) == seconds // 30


def test_one_period_to_each_side_and_never_backwards() -> None:
    moment = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    here = totp.counter_at(moment)
    for distance, taken in ((-2, False), (-1, True), (0, True), (1, True), (2, False)):
        typed = totp.code(SECRET, here + distance)
        assert (totp.matching_counter(SECRET, typed, moment, after=0) is not None) is taken
    assert totp.matching_counter(SECRET, totp.code(SECRET, here), moment, after=here) is None
    assert totp.matching_counter(SECRET, totp.code(SECRET, here - 1), moment, after=here) is None


@pytest.mark.parametrize("typed", ["", "12345", "æøåæøå", "١٢٣٤٥٦", "1" * 400])
def test_nonsense_is_only_wrong(typed: str) -> None:
    assert totp.matching_counter(SECRET, typed, datetime(2026, 1, 1, tzinfo=UTC), 0) is None


def test_blanks_in_the_code_do_not_matter() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    digits = totp.code(SECRET, totp.counter_at(moment))
    assert totp.matching_counter(SECRET, f" {digits[:3]} {digits[3:]} ", moment, 0) is not None


def test_secrets_are_random_and_the_address_holds_them() -> None:
    first, second = totp.new_secret(), totp.new_secret()
    assert first != second
    assert len(base64.b32decode(first)) == 20
    parts = urlsplit(totp.address(first, "kari@example.no"))
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert parts.path == "/Samvern:kari%40example.no"
    assert parse_qs(parts.query)["secret"] == [first]


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tidssone"):
        totp.counter_at(datetime(2026, 1, 1))  # noqa: DTZ001
