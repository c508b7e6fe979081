"""What looks entered twice is told before saving; it can be saved all the same."""

import re
from uuid import UUID

import pytest
from django.test import Client

from samvern.apps.saker.models import Hendelse
from samvern.apps.saker.public import feilfoer_hendelse
from samvern.engine import ids
from samvern.web.registrering.gjentakelse import repeated
from tests.apps.saker.verden import Verden, foer, hendelse
from tests.web.registrering.skjema import log, new, send, text, words
from tests.web.sak.laget import bilde

REPORT = {"skjedde": "10.12.2026", "n": "1", "kilde": "skjema"}
SAID = "Er dette registrert fra før?"


def preview(client: Client, sak: UUID, kode: str = "statusrapport_sendt", **typed: str) -> str:
    form = client.get(new(sak, kode))
    page = send(client, form, new(sak, kode), "se", **typed)
    assert page.status_code == 200
    return text(page)


def test_a_second_report_for_the_same_year_is_asked_about_and_can_be_saved(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    first = foer(verden.silje, sak, hendelse("statusrapport_sendt", "2025-11-19", n=1))
    before = log()
    again = {**REPORT, "skjedde": "20.11.2025"}
    page = preview(silje, sak, **again)
    assert SAID in page
    assert re.sub(r"\s", " ", f"«Statusrapport sendt, år 1» er registrert før, 19. nov. 2025, som "
                  f"hendelse {first.nr}.") in re.sub(r"\s", " ", page)  # fmt: skip
    assert f'href="/saker/{sak}/hendelser/{first.nr}/rett/"' in page
    assert log() == before
    assert SAID not in preview(silje, sak, **{**again, "n": "2"})
    form = silje.get(new(sak, "statusrapport_sendt"))
    saved = send(silje, form, new(sak, "statusrapport_sendt"), "lagre", **again)
    assert saved.status_code == 302
    assert Hendelse.objects.filter(sak=sak, type="statusrapport_sendt").count() == 2


def test_what_is_struck_out_is_no_repetition(verden: Verden, silje: Client, sak: UUID) -> None:
    first = foer(verden.silje, sak, hendelse("statusrapport_sendt", "2025-11-19", n=1))
    feilfoer_hendelse.utfoer(
        verden.silje, sak, first.nr, {"grunn": "Feil sak."},
        forventet_nr=first.nr, noekkel=str(ids.new_id()),
    )  # fmt: skip
    assert SAID not in preview(silje, sak, **{**REPORT, "skjedde": "20.11.2025"})


@pytest.mark.parametrize(("day", "first"), [("1.6.2022", True), ("1.6.2024", False)])
def test_with_a_new_judgment_the_years_begin_anew(day: str, first: bool) -> None:
    picture = bilde()
    reports = [e for e in picture.hendelser if e.type == "statusrapport_sendt" and e.raa["n"] == 1]
    numbers = sorted(e.nr for e in reports)
    assert len(numbers) == 2
    found = repeated(picture, "statusrapport_sendt", {"skjedde": [day], "n": ["1"]})
    assert found is not None
    assert found.nr == (numbers[0] if first else numbers[1])


def test_another_kind_of_event_is_never_a_repetition(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    foer(verden.silje, sak, hendelse("statusrapport_sendt", "2025-11-19", n=1))
    typed = {"skjedde": "20.11.2025", "kilde": "skjema"}
    assert SAID not in preview(silje, sak, "helseopplysningsskjema_sendt", **typed)


def test_a_source_that_is_not_chosen_is_asked_for_as_a_list(silje: Client, sak: UUID) -> None:
    form = silje.get(new(sak, "statusrapport_sendt"))
    page = send(silje, form, new(sak, "statusrapport_sendt"), "se", skjedde="10.12.2025")
    assert page.status_code == 422
    assert "Kilde: Velg fra listen." in words(page)
    assert "Rapportår: Velg ett av svarene." in words(page)
