"""The choices of the fields in a form: each field its own, whatever was shown before it."""

from datetime import date

from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.engine import lesing
from samvern.web.registrering.felter import needs_lookup
from samvern.web.registrering.oppslag import look_up
from tests.apps.saker.verden import Verden


def test_every_field_with_codes_of_its_own_offers_those_and_no_other_fields(
    verden: Verden,
) -> None:
    counted = 0
    for art in SAKSARTER.values():
        typed = {"felt_skjedde": [date(2026, 1, 2).isoformat()]}
        with lesing.reading(verden.silje, "proeve"):
            found = look_up(verden.silje, None, art.felt, typed, "felt_")
        for felt in art.felt:
            if felt.koder and needs_lookup(felt):
                assert [code for code, _ in found[felt.navn]] == list(felt.koder), felt.navn
                counted += 1
    assert counted >= 4
