"""The table before and after: what is worst first, and what is said not to change."""

from datetime import date

import pytest

from samvern.apps.saker.public import FAAR, MISTER, Endring, Endringsbilde
from samvern.engine.avslag import Feil, ForTidlig, IkkeNaa, Nektet, Ugyldig
from samvern.law.text import Text
from samvern.web.registrering import avslag
from samvern.web.registrering.endringer import show

TODAY = date(2026, 11, 23)


def deadline(regel: str, before: tuple[str, date] | None, after: tuple[str, date] | None,
             alvor: int = 20) -> Endring:  # fmt: skip
    def side(given: tuple[str, date] | None) -> dict[str, object] | None:
        if given is None:
            return None
        status, day = given
        return {"dato": day, "status": status, "siste_virkedag": None, "lovdato": None,
                "grunn": Text(status, status)}  # fmt: skip

    name = Text(regel, regel)
    return Endring("frist", regel, name, None, side(before), side(after), alvor)


def part(fra: str, before: str | None, after: str | None, slag: str = "institusjon",
         tilgang: str = "") -> Endring:  # fmt: skip
    who = Text("Akershus universitetssykehus", "Akershus universitetssjukehus")

    def side(words: str | None) -> dict[str, object] | None:
        told = Text(f"{who.nb}, {words}", f"{who.nn}, {words}")
        return {"tekst": told, "navn": who, "tilgang": tilgang} if words else None

    name = Text("Institusjon", "Institusjon")
    return Endring("deltaker", f"{slag}:{fra}", name, None, side(before), side(after), 30)


def picture(*changes: Endring, **other: object) -> Endringsbilde:
    fields: dict[str, object] = {
        "uendret": 11,
        "oppgaver_nye": (),
        "oppgaver_lukket": (),
        "faar_se": (),
        "avvik": (),
        "krever_grunn": False,
        "siste_nr": 24,
    }
    return Endringsbilde(changes, **fields | other)  # type: ignore[arg-type]


def test_a_new_status_stands_before_a_date_that_moves_and_a_minimum_time_last() -> None:
    old, new = date(2023, 12, 6), date(2023, 12, 5)
    found = show(
        picture(
            deadline("F-05", ("naadd", old), ("naadd", new), 85),
            deadline("F-11", ("aapen", old), ("aapen", new), 25),
            deadline("F-12", ("loeper", date(2026, 12, 6)), ("loeper", date(2026, 12, 5)), 25),
            deadline("F-06", ("oppfylt", old), ("oppfylt_for_sent", new), 75),
        ),
        TODAY,
    )
    assert [line.regel for line in found.linjer] == ["F-06", "F-12", "F-11", "F-05"]
    assert found.overskrift.nb == "4 frister endrer seg"
    assert [line.forskjell.nb for line in found.linjer if line.forskjell] == [
        "1\u00a0dag tidligere"
    ] * 4


def test_a_duty_close_by_is_urgent_and_a_right_is_not() -> None:
    near = date(2026, 12, 5)
    duty, right = show(
        picture(
            deadline("F-12", None, ("loeper", near)), deadline("F-11", None, ("aapen", near), 10)
        ),
        TODAY,
    ).linjer
    assert duty.etter is not None and duty.etter.haster
    assert right.etter is not None and not right.etter.haster


def test_a_part_that_ends_is_one_line_and_access_is_not_said_to_stay() -> None:
    found = show(
        picture(
            part("2023-12-06", "fra 6. des. 2023", None, tilgang=MISTER),
            part("2023-12-06", None, "6. des. 2023 – 19. nov. 2026"),
            part("2026-11-20", None, "fra 20. nov. 2026", tilgang=FAAR),
        ),
        TODAY,
    )
    assert [(bool(line.foer), bool(line.etter)) for line in found.linjer] == [
        (True, True), (False, True)
    ]  # fmt: skip
    assert [text.nb for text in found.faar_se] == [
        "Akershus universitetssykehus mister tilgangen",
        "Akershus universitetssykehus får tilgang til saken",
    ]
    assert [text.nb for text in found.likt] == ["Status og sted", "11 frister er uendret"]


def test_who_follows_the_case_in_nk_changes_nobodys_access() -> None:
    found = show(picture(part("2026-11-20", None, "20. nov. –", "saksbehandler")), TODAY)
    assert found.faar_se == ()


def test_a_deviation_is_said_once() -> None:
    words = Text("For tidlig.", "For tidleg.")
    finding = Endring("varsel", "W:h3", Text("Nytt funn", "Nytt funn"), None, None,
                      {"tekst": words}, 50)  # fmt: skip
    found = show(picture(finding, avvik=(words,), krever_grunn=True), TODAY)
    assert (found.linjer, found.avvik) == ((), (words,))


def test_equal_tasks_are_counted() -> None:
    task = Text("Be om mottaksdatoen", "Be om mottaksdatoen")
    found = show(picture(oppgaver_nye=(task, task, task)), TODAY)
    assert [text.nb for text in found.oppgaver_nye] == ["Be om mottaksdatoen (3)"]


@pytest.mark.parametrize(
    ("refusal", "icon", "title"),
    [
        (Nektet, "laas", "Du kan ikke dette"),
        (IkkeNaa, "strek-ring", "Ikke mulig nå"),
        (Ugyldig, "aattekant", "Dette er ikke gyldig"),
    ],
)
def test_each_kind_of_no_has_a_shape_of_its_own(
    refusal: type[Nektet | IkkeNaa | Ugyldig], icon: str, title: str
) -> None:
    made = avslag.of(refusal([Feil("", "KODE", Text("Derfor.", "Difor."))]))
    assert (made.ikon, made.tittel.nb, made.dag) == (icon, title, None)


def test_too_early_says_the_earliest_day() -> None:
    fault = Feil("", "FOR_TIDLIG", Text("Siste klagefrist.", "Siste klagefrist."),
                 tidligst=date(2026, 11, 27))  # fmt: skip
    made = avslag.of(ForTidlig([fault]))
    assert made.ikon == "ring-stiplet"
    assert made.dag is not None
    assert made.dag.nb.replace("\u00a0", " ") == "Tidligst fredag 27. november 2026."
    late = avslag.of(ForTidlig([fault._replace(kode="FRIST_UTLOPT", tidligst=None)]))
    assert (late.tittel.nb, late.dag) == ("For sent etter loven", None)
