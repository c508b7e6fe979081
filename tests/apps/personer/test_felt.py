"""Every column is declared, every code frozen, and no class of column lies about itself."""

from enum import StrEnum

import pytest
from django.apps import apps

from samvern.apps.personer import felt, koder
from samvern.apps.personer.felt import FELT, Innsyn, Klasse, Lagring
from samvern.apps.personer.models import VERSJONERTE
from samvern.engine.crypto import EncryptedText
from samvern.law.text import Text

FROZEN = {
    koder.Kjoenn: "ikke_oppgitt kvinne mann",
    koder.Adressebeskyttelse: "fortrolig ingen klientadresse strengt_fortrolig",
    koder.Kontaktslag: "epost oppholdsadresse postadresse telefon",
    koder.Endringsgrunn: (
        "adressebeskyttelse folkeregisteret identitet_fastslaatt opplyst_av_myndighet"
        " opplyst_av_personen registrert rettelse"
    ),
    koder.Koblingsgrunn: "dobbeltregistrert feil_kobling identitet_fastslaatt nytt_nummer",
    koder.Slettegrunn: "feilregistrert lagringstid_ute vedtak_om_sletting",
}
NAMES: dict[type[StrEnum], object] = {
    koder.Kjoenn: koder.KJOENNSNAVN,
    koder.Adressebeskyttelse: koder.BESKYTTELSESNAVN,
    koder.Kontaktslag: koder.KONTAKTNAVN,
    koder.Endringsgrunn: koder.GRUNNAVN,
    koder.Koblingsgrunn: koder.KOBLINGSNAVN,
    koder.Slettegrunn: koder.SLETTENAVN,
    felt.Formaal: felt.FORMAALSNAVN,
}


def stored() -> dict[tuple[str, str], bool]:
    """Every column of the app, and whether it is sealed."""
    return {
        (model._meta.db_table, field.attname): isinstance(field, EncryptedText)
        for model in apps.get_app_config("personer").get_models()
        for field in model._meta.concrete_fields
    }


@pytest.mark.krav("TR-D4")
def test_every_column_is_declared_once() -> None:
    declared = [(one.tabell, one.kolonne) for one in FELT]
    assert len(declared) == len(set(declared))
    assert set(declared) == set(stored())
    assert len(declared) > 60


@pytest.mark.krav("TR-D4")
def test_what_is_declared_is_whole_and_true() -> None:
    sealed = stored()
    for one in FELT:
        assert one.formaal and one.hjemmel and one.hvorfor.nb and one.hvorfor.nn
        assert sealed[one.tabell, one.kolonne] == (one.klasse is Klasse.FORSEGLET), one
        about = one.klasse in (Klasse.FORSEGLET, Klasse.KODE)
        assert not about or one.innsyn is Innsyn.UTSKRIFT, one
        assert (one.klasse is Klasse.FORSEGLET) == (one.lagring is Lagring.TIL_SLETTING), one


def test_the_history_shows_every_column_about_the_person() -> None:
    shown = {
        (model._meta.db_table, name) for model in VERSJONERTE for name in model.SEALED + model.OPEN
    }
    about = {
        (one.tabell, one.kolonne)
        for one in FELT
        if one.klasse in (Klasse.FORSEGLET, Klasse.KODE) and one.tabell != "personkobling"
    }
    assert shown == about


@pytest.mark.parametrize("codes", FROZEN, ids=lambda codes: codes.__name__)
def test_stored_codes_are_frozen(codes: type[StrEnum]) -> None:
    assert sorted(codes) == FROZEN[codes].split()


@pytest.mark.parametrize("codes", NAMES, ids=lambda codes: codes.__name__)
def test_every_code_has_a_name_in_both_forms(codes: type[StrEnum]) -> None:
    names = NAMES[codes]
    assert isinstance(names, dict) and set(names) == set(codes)
    assert all(isinstance(text, Text) and text.nb and text.nn for text in names.values())


def test_norwegian_bokmaal_and_nynorsk_are_not_mixed_up() -> None:
    for one in FELT:
        assert " ikkje " not in one.hvorfor.nb and " ikke " not in one.hvorfor.nn
