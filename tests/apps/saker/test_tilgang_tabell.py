"""The access table, cell by cell against the requirement, and what the cells come to."""

import pytest

from samvern.apps.saker import access, tilgangstabell
from samvern.apps.saker.access import Blikk, Grunnlag, Handling, Innsyn, Relasjon
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import Innhold
from samvern.apps.saker.tilgangstabell import celle
from samvern.engine.avslag import Nektet
from samvern.engine.roller import ROLLENAVN, Rolle
from tests.apps.saker.tilgangsbilder import seer
from tools import lag_tilgang

pytestmark = pytest.mark.krav("TR-A1", "TR-A4")

# Part 4 of the requirement, transcribed by itself: letters only, «.» for none.
KOLONNER = (
    Rolle.NK,
    Rolle.FAGLIG_ANSVARLIG,
    Rolle.INSTITUSJON,
    Rolle.RHF,
    Rolle.STATSADVOKAT,
    Rolle.POLITI,
    Rolle.KONTROLLKOMMISJON,
    Rolle.STATSFORVALTER,
    Rolle.KRIMINALOMSORG,
    Rolle.FORSKER,
)
KILDEN = {
    Innhold.SAK: "RW R R R RW m R m R .",
    Innhold.PLASSERING: "RW RW RW RW R m R . R .",
    Innhold.OVERFOERING: "R V R R R . R . m .",
    Innhold.KLAGE: "R W R . RW . V . . .",
    Innhold.ENDRINGSBEGJAERING: "R W R . W . V . . .",
    Innhold.STATUSRAPPORT: "R V R . R . . . m .",
    Innhold.HELSEOPPLYSNINGSSKJEMA: "RW V R . . . . . . .",
    Innhold.OPPHOER: "R RW . . V W . . . .",
    Innhold.KRIMINALOMSORG: "R V R R V . . . W .",
    Innhold.VARSLING: "m V R . R m . V . .",
    Innhold.FORNAERMET: ". R m . R R . m . .",
    Innhold.UTVISNING: "R R . . R R . . . .",
    Innhold.UTLEVERING: "V . . R . . . . . R",
    Innhold.REVISJON: "R R R . . . . . . .",
}
CELLER = [
    (rolle, innhold, letters)
    for innhold, row in KILDEN.items()
    for rolle, letters in zip(KOLONNER, row.split(), strict=True)
]


@pytest.mark.parametrize(("rolle", "innhold", "letters"), CELLER)
def test_every_cell_is_that_of_the_requirement(
    rolle: Rolle, innhold: Innhold, letters: str
) -> None:
    assert (celle(rolle, innhold).bokstaver or ".") == letters


@pytest.mark.parametrize(("rolle", "innhold", "letters"), CELLER)
def test_every_cell_allows_what_its_letters_say_and_no_more(
    rolle: Rolle, innhold: Innhold, letters: str
) -> None:
    level = Blikk(rolle, Relasjon(unndratt=True)).kan_lese(innhold)
    if letters == "." or (rolle, innhold) == (Rolle.POLITI, Innhold.OPPHOER):
        assert level is None
    elif letters == "m":
        assert level is Innsyn.MASKERT
    else:
        assert level is not None
    writes = bool({"W", "V"} & set(letters)) and rolle is not Rolle.POLITI
    assert celle(rolle, innhold).skrives is writes


def test_the_other_roles() -> None:
    for innhold in Innhold:
        assert celle(Rolle.NK_LEDER, innhold) == celle(Rolle.NK, innhold)
        assert celle(Rolle.SYSTEMDRIFT, innhold).bokstaver == ""
        only_log = "R" if innhold is Innhold.REVISJON else ""
        assert celle(Rolle.REVISOR, innhold).bokstaver == only_log


@pytest.mark.parametrize("rolle", [Rolle.SYSTEMDRIFT, Rolle.REVISOR, Rolle.FORSKER])
@pytest.mark.parametrize("handling", list(Handling))
def test_a_role_without_cases_is_refused_everything(rolle: Rolle, handling: Handling) -> None:
    with pytest.raises(Nektet) as caught:
        access.may(seer(rolle), handling, kode="klage")
    assert caught.value.kode == "IKKE_TILGANG"


# What each role records itself, transcribed from part 2.2; NK apart.
FOERER = {
    Rolle.FAGLIG_ANSVARLIG: "begjaering_5_6 begjaering_opphoer endringsavslag_endelig "
    "endringsbegjaering endringsklage helseopplysningsskjema_sendt innleggelse intern_overfoering "
    "klage klage_oversendt overfoering_gjennomfoert overfoeringsvedtak pasientklage permisjon "
    "sak_brakt_inn statusrapport_sendt tilbakefoering unndragelse unndragelse_avsluttet "
    "varsel_statsadvokat varslingsklage_oversendt varslingsvedtak vedtak_akseptert vedtak_mottatt "
    "endring_trukket klage_tatt_til_foelge klage_trukket opphoersbegjaering_trukket uenighet_5_8 "
    "varsel_sendt varslingsoenske",
    Rolle.INSTITUSJON: "faglig_ansvarlig_endret innleggelse overfoering_gjennomfoert unndragelse "
    "unndragelse_avsluttet",
    Rolle.RHF: "behandlingsansvar_fastsatt",
    Rolle.STATSADVOKAT: "anke annen_utgang begjaering_opphoer dom_avsagt dom_forkynt "
    "dom_mottatt_paatale dom_rettskraftig dom_vedtatt endringsbegjaering endringsklage "
    "gjeninnsettelse klage opphoer opprettholdelse_underskrevet paatale_fastsatt proeveloeslatelse "
    "retur_avgjort sak_oversendt_retten tiltale tiltale_trukket vedtak_akseptert vedtak_mottatt "
    "endring_trukket klage_trukket opphoersbegjaering_trukket",
    Rolle.POLITI: "",
    Rolle.KONTROLLKOMMISJON: "endring_trukket endringsavslag_endelig klage_avgjort klage_avslaatt "
    "klage_trukket pasientklage sak_brakt_inn",
    Rolle.STATSFORVALTER: "klage_avgjort",
    Rolle.KRIMINALOMSORG: "gjeninnsettelse tilbakefoering uenighet_5_8",
}


@pytest.mark.parametrize("rolle", list(FOERER))
def test_each_role_records_its_own_events_and_no_other(rolle: Rolle) -> None:
    blikk = Blikk(rolle)
    assert {k for k in SAKSARTER if blikk.kan_registrere(k)} == set(FOERER[rolle].split())
    assert {blikk.kan_registrere(k) for k in SAKSARTER} <= {Grunnlag.EGET, None}


@pytest.mark.parametrize("rolle", [Rolle.NK, Rolle.NK_LEDER])
def test_nk_records_its_rows_and_reproduces_the_others(rolle: Rolle) -> None:
    own = {Innhold.SAK, Innhold.PLASSERING, Innhold.HELSEOPPLYSNINGSSKJEMA}
    for kode, art in SAKSARTER.items():
        wanted = Grunnlag.EGET if art.innhold in own else Grunnlag.GJENGITT
        if art.innhold is Innhold.VARSLING:
            assert Blikk(rolle).kan_registrere(kode) is None
        else:
            assert Blikk(rolle).kan_registrere(kode) is wanted, kode


def test_every_event_type_has_a_sender_and_no_unknown_one_does() -> None:
    assert set(tilgangstabell.AVSENDERE) == set(SAKSARTER)


@pytest.mark.krav("N-12.2", "N-12.4", "N-5.7", "N-9.3")
@pytest.mark.parametrize(
    ("rolle", "kode"),
    [
        (Rolle.KONTROLLKOMMISJON, "opphoer"),
        (Rolle.KONTROLLKOMMISJON, "begjaering_opphoer"),
        (Rolle.FAGLIG_ANSVARLIG, "opphoer"),
        (Rolle.INSTITUSJON, "overfoeringsvedtak"),
        (Rolle.INSTITUSJON, "permisjon"),
        (Rolle.FAGLIG_ANSVARLIG, "faglig_ansvarlig_endret"),
        (Rolle.STATSADVOKAT, "innleggelse"),
        (Rolle.RHF, "dom_rettskraftig"),
        (Rolle.POLITI, "unndragelse"),
        (Rolle.NK, "varslingsvedtak"),
    ],
)
def test_who_is_not_competent_is_told_who_is(rolle: Rolle, kode: str) -> None:
    with pytest.raises(Nektet) as caught:
        access.may(seer(rolle), Handling.REGISTRERE, kode=kode)
    fault = caught.value.feil[0]
    assert fault.kode == "IKKE_KOMPETANT"
    senders = tilgangstabell.AVSENDERE[kode]
    assert senders and all(ROLLENAVN[one].nb in fault.melding.nb for one in senders)


def test_emergency_access_is_reading_only() -> None:
    relasjon = Relasjon(noed=True)
    for rolle in tilgangstabell.SAKSROLLER - tilgangstabell.NK_ROLLER:
        blikk = Blikk(rolle, relasjon)
        assert not any(blikk.kan_registrere(kode) for kode in SAKSARTER)
        with pytest.raises(Nektet) as caught:
            access.krev_registrering(blikk, "klage")
        assert caught.value.kode == "IKKE_TILGANG"


@pytest.mark.krav("N-11.3", "N-10.2")
@pytest.mark.parametrize("kode", sorted(tilgangstabell.EGEN_PART))
def test_the_prosecution_speaks_for_itself_only(kode: str) -> None:
    blikk = Blikk(Rolle.STATSADVOKAT)
    access.krev_verdier(blikk, kode, {"part": "paatale"})
    with pytest.raises(Nektet):
        access.krev_verdier(blikk, kode, {"part": "domfelt"})
    access.krev_verdier(Blikk(Rolle.FAGLIG_ANSVARLIG), kode, {"part": "domfelt"})


@pytest.mark.krav("N-20.8", "N-12.2")
def test_complaints_about_notification_go_to_the_state_administrator_only() -> None:
    for rolle, om, allowed in (
        (Rolle.STATSFORVALTER, Innhold.VARSLING, True),
        (Rolle.STATSFORVALTER, Innhold.OVERFOERING, False),
        (Rolle.STATSFORVALTER, None, False),
        (Rolle.KONTROLLKOMMISJON, Innhold.VARSLING, False),
        (Rolle.KONTROLLKOMMISJON, Innhold.OVERFOERING, True),
        (Rolle.NK, Innhold.VARSLING, False),
        (Rolle.NK, Innhold.OVERFOERING, True),
    ):
        assert Blikk(rolle).kan_gjelde("klage_avgjort", om) is allowed, (rolle, om)
    with pytest.raises(Nektet):
        access.krev_verdier(Blikk(Rolle.NK), "klage", {"part": "fornaermet"}, Innhold.VARSLING)


def test_nobody_corrects_the_decision_of_another() -> None:
    nk, sa, fa = Blikk(Rolle.NK), Blikk(Rolle.STATSADVOKAT), Blikk(Rolle.FAGLIG_ANSVARLIG)
    assert not nk.kan_rette("opphoer", Rolle.STATSADVOKAT)
    assert nk.kan_rette("opphoer", Rolle.NK_LEDER)
    assert nk.kan_rette("dom_rettskraftig", Rolle.STATSADVOKAT)
    assert sa.kan_rette("opphoer", Rolle.NK)
    assert not sa.kan_rette("klage", Rolle.FAGLIG_ANSVARLIG)
    assert not fa.kan_rette("opphoer", Rolle.NK)
    with pytest.raises(Nektet) as caught:
        access.krev_retting(nk, "opphoer", Rolle.STATSADVOKAT)
    assert caught.value.kode == "IKKE_KOMPETANT"


def test_only_nk_opens_cases_and_reviews() -> None:
    for handling in (Handling.OPPRETTE, Handling.ETTERKONTROLL):
        access.may(seer(Rolle.NK), handling)
        with pytest.raises(Nektet) as caught:
            access.may(seer(Rolle.STATSADVOKAT), handling)
        assert caught.value.kode == "IKKE_KOMPETANT"


def test_reading_what_the_role_does_not_read() -> None:
    access.may(seer(Rolle.STATSADVOKAT), Handling.SE, innhold=Innhold.OPPHOER)
    with pytest.raises(Nektet) as caught:
        access.may(seer(Rolle.KONTROLLKOMMISJON), Handling.SE, innhold=Innhold.OPPHOER)
    assert caught.value.kode == "IKKE_TILGANG"


def test_the_page_about_access_is_the_tables() -> None:
    assert lag_tilgang.TARGET.read_text(encoding="utf-8") == lag_tilgang.page(), (
        "docs/tilgang.md er ikke laget av tabellene: kjør python -m tools.lag_tilgang"
    )
