"""The case page when the person stays elsewhere than with the institution that is responsible."""

from datetime import date

import pytest

from samvern.apps.saker.public import Deltakerbilde, Deltakerslag
from tests.web.sak.conftest import Show, words
from tests.web.sak.laget import AHUS, OUS, bilde, row


@pytest.mark.krav("N-9.7")
def test_the_header_and_the_parties_say_both_when_the_person_stays_elsewhere(show: Show) -> None:
    since = date(2024, 6, 3)
    parties = (
        Deltakerbilde(Deltakerslag.INSTITUSJON, AHUS, since, None),
        Deltakerbilde(Deltakerslag.OPPHOLDSSTED, OUS, since, None),
    )
    text = words(show(bilde(rad=row(oppholdssted=OUS), deltakere=parties)))
    assert "Er nå Åpen døgnenhet, DPS Oslo universitetssykehus siden 3. juni 2024" in text
    assert "Ansvarlig institusjon Akershus universitetssykehus Helse Sør-Øst RHF" in text
    assert "Akershus universitetssykehus Ansvarlig institusjon fra 3. juni 2024" in text
    assert "Oslo universitetssykehus Oppholdssted fra 3. juni 2024" in text


@pytest.mark.krav("N-9.7", "TR-A4")
def test_who_may_know_the_place_alone_is_told_the_place(show: Show) -> None:
    hidden = frozenset({"institusjon", "oppholdsform", "sikkerhetsnivaa"})
    seen = row(institusjon=None, oppholdsform="", sikkerhetsnivaa=None, siden=None, skjult=hidden)
    text = words(show(bilde(rad=seen)))
    assert "Oppholdssted Åpen døgnenhet, DPS Akershus universitetssykehus" in text
    assert "Er nå" not in text
