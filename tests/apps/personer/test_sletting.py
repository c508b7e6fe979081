"""Erasing a person: two persons, one transaction, nothing readable, the rest untouched."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from samvern.apps.noekler.models import Datanoekkel
from samvern.apps.personer import public as personer
from samvern.apps.personer.koder import Adressebeskyttelse, Slettegrunn
from samvern.apps.personer.models import Personnummer, Slettevedtak
from samvern.engine import audit
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Nektet
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.personer.folk import LEDER, NK, number, picture, refused, register, rows, viewer
from tests.apps.personer.test_endringer import ACTS, ready

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-D3", "TR-L8")]


def erase(person: object, who: Viewer = LEDER, **change: object) -> None:
    how = {"besluttet_av": NK.bruker, "bekreftet_av": who.bruker} | change
    personer.slett_innhold(who, person, **how, grunn=Slettegrunn.VEDTAK_OM_SLETTING)  # type: ignore[arg-type]


def test_an_erased_person_shows_as_erased_and_cannot_be_found() -> None:
    person, other = ready(), register(4)
    erase(person)
    shown = picture(person)
    assert shown.slettet and str(shown.navn) == "«slettet»" and str(shown.nummer) == "«slettet»"
    with translation.override("nn"):
        assert str(shown.navn) == "«sletta»"
    assert (shown.foedselsdato, shown.alder, shown.bostedskommune) == (None, None, "")
    for seed in (1, 7):
        assert personer.finn_paa_nummer(NK, number(seed).siffer) == ()
    assert not Personnummer.objects.filter(person=person, indeks__isnull=False).exists()
    assert not Datanoekkel.objects.filter(subjekt=person, innpakket__isnull=False).exists()
    sealed = [
        value
        for line in personer.historikk(person)
        for name, value in line.verdier.items()
        if name not in ("slag", "utsteder", "kjoenn", "adressebeskyttelse", "ukjent_identitet")
    ]
    assert {str(value) for value in sealed if value is not None} == {"«slettet»"}
    (numbers,) = personer.numre_for([person]).values()
    assert {str(one.nummer) for one in numbers} == {"«slettet»"}
    (ways,) = personer.kontaktopplysninger([person]).values()
    assert {str(one.verdi) for one in ways} == {"«slettet»"}
    # Nobody else is touched, and the number may be registered anew.
    assert str(picture(other).navn) == "Zebrafine Merkelund"
    assert register(1) != person


def test_who_decided_and_who_confirmed_is_kept_and_logged() -> None:
    person, before = register(), audit.head().nr
    erase(person)
    kept = Slettevedtak.objects.get(person=person)
    assert (kept.besluttet_av, kept.bekreftet_av) == (NK.bruker, LEDER.bruker)
    (entry,) = audit.records(before + 1)
    assert (entry["handling"], entry["objekt"]) == ("person.slettet", str(person))
    assert entry["grunn"] == "vedtak_om_sletting" and "personnavn.etternavn" in str(
        entry["skrevet"]
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        Slettevedtak.objects.update(besluttet_av=new_id())


def test_what_is_refused() -> None:
    person, keys = register(), list(Datanoekkel.objects.values())
    refused(Nektet, "IKKE_KOMPETANT", lambda: erase(person, besluttet_av=LEDER.bruker))
    refused(Nektet, "IKKE_KOMPETANT", lambda: erase(person, bekreftet_av=new_id()))
    refused(Nektet, "IKKE_TILGANG", lambda: erase(person, viewer(Rolle.NK_LEDER)))
    for rolle in set(Rolle) - {Rolle.NK_LEDER}:
        who = viewer(rolle, bekreftet=True)
        refused(Nektet, "IKKE_TILGANG", lambda who=who: erase(person, who))  # type: ignore[misc]
    before = rows()
    with pytest.raises(FinnesIkke):
        erase(new_id())
    assert rows() == before and list(Datanoekkel.objects.values()) == keys
    assert str(picture(person).navn) == "Zebrafine Merkelund"


def test_nothing_happens_to_an_erased_person() -> None:
    person, other = ready(), register(4)
    erase(person)
    refused(IkkeNaa, "FEIL_TILSTAND", lambda: erase(person))
    for name in sorted(set(ACTS) - {"trekk"}):
        refused(IkkeNaa, "FEIL_TILSTAND", lambda name=name: ACTS[name](NK, person, 3))  # type: ignore[misc]
    grunn = personer.Koblingsgrunn.NYTT_NUMMER
    refused(IkkeNaa, "FEIL_TILSTAND", lambda: personer.koble(NK, person, other, grunn))


def test_what_cannot_be_logged_is_not_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    person, before = register(), rows()

    def broken(*_: object, **__: object) -> int:
        raise DatabaseError

    monkeypatch.setattr(audit, "record", broken)
    with pytest.raises(DatabaseError):
        erase(person)
    assert rows() == before
    assert str(picture(person).navn) == "Zebrafine Merkelund"


def test_protection_stands_after_erasure() -> None:
    person = register(adressebeskyttelse="strengt_fortrolig")
    erase(person)
    assert picture(person).adressebeskyttelse is Adressebeskyttelse.STRENGT_FORTROLIG
