"""`samvern hendelser` and the table of event types in the manual say what the reader accepts."""

from pathlib import Path

import pytest

from samvern.cli import hendelser
from samvern.law.event import HENDELSESTYPER, Hendelsestype, Verdi
from samvern.law.event_texts import kodetekst
from samvern.law.intake import read_case
from tests.cli.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "kommandolinje.md"
VALUES: dict[Verdi, object] = {
    Verdi.DATO: "2025-01-02",
    Verdi.KLOKKESLETT: "09:30",
    Verdi.HELTALL: 1,
    Verdi.JA_NEI: True,
    Verdi.TEKST: "tekst",
    Verdi.ID: "X1",
}


def row(kind: Hendelsestype) -> str:
    """The line of the manual's table for one event type."""
    own = [f"`{f.navn}`" if f.paakrevd else f"(`{f.navn}`)" for f in kind.felt]
    return f"| `{kind.kode}` | {kind.navn.nb} | {', '.join(own)} |".replace("|  |", "| |")


def test_tabellen_i_dokumentet_har_alle_hendelsestypene() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = lines.index("| type | navn | felt |") + 2
    assert lines[start : start + len(HENDELSESTYPER)] == [row(k) for k in HENDELSESTYPER.values()]
    assert not lines[start + len(HENDELSESTYPER)].startswith("|")


def test_listen_har_alle_hendelsestypene_i_rekkefoelge(samvern: Run) -> None:
    ran = samvern("hendelser")
    listed = [line.split("  ")[0].strip() for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert listed[: len(HENDELSESTYPER)] == list(HENDELSESTYPER)
    assert "dom_rettskraftig              Dom rettskraftig\n" in ran.out
    assert "Vedtak motteke" in samvern("hendelser", "--maalform", "nn").out


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_siden_for_en_type_har_feltene_med_grenser(samvern: Run, maalform: str) -> None:
    for kind in HENDELSESTYPER.values():
        ran = samvern("hendelser", kind.kode.upper(), "--maalform", maalform)
        assert (ran.code, ran.err) == (0, "")
        for felt in (f for f in kind.felt if f.koder):
            assert all(f"– {code}: " in ran.out for code in felt.koder), (kind.kode, felt.navn)
    received = " ".join(samvern("hendelser", "vedtak_mottatt").out.split())
    assert "part: Hvem én av kodene" in received
    assert f"– paatale: {kodetekst('paatale').nb}" in received
    assert "fornaermet_2" in received
    assert "av typen annet_vedtak, overfoeringsvedtak, varslingsvedtak" in received
    assert "heltall, 1–3" in samvern("hendelser", "statusrapport_sendt").out
    assert "heltall, ≥ 1" in samvern("hendelser", "observasjon_forlenget").out
    started = samvern("hendelser", "observasjon_startet").out
    assert "klokkeslett: Klokkeslett (kan utelates)" in started


def test_en_hendelse_skrevet_etter_listen_leses(samvern: Run) -> None:
    """What the command says is enough to write the event, and nothing more is needed."""
    rows = samvern("hendelser", "--json").data()["hendelser"]
    assert [r["type"] for r in rows] == list(HENDELSESTYPER)
    for kind in rows:
        for only_required in (True, False):
            event: dict[str, object] = {"type": kind["type"]}
            case: list[dict[str, object]] = [event]
            for felt in kind["felt"]:
                if only_required and not felt["paakrevd"]:
                    continue
                if felt["verdi"] == "ref":
                    pointed = HENDELSESTYPER[felt["peker_paa"][0]]
                    case.insert(0, _event(pointed, id="P1"))
                    event["ref"] = "P1"
                elif felt["verdi"] in ("kode", "kodeliste"):
                    code = felt["koder"][-1]
                    event[felt["navn"]] = [code] if felt["verdi"] == "kodeliste" else code
                else:
                    event[felt["navn"]] = VALUES[Verdi(felt["verdi"])]
            data = {"type": "tph", "per_dato": "2025-01-03", "hendelser": case}
            sak, faults = read_case(data)
            assert sak is not None, (kind["type"], only_required, faults)


def _event(kind: Hendelsestype, **known: object) -> dict[str, object]:
    required = [f for f in hendelser.fields(kind) if f.paakrevd]
    values = {f.navn: f.koder[0] if f.koder else VALUES[f.verdi] for f in required}
    return {"type": kind.kode, **values, **known}


def test_en_type_som_data(samvern: Run) -> None:
    data = samvern("hendelser", "dom_forkynt", "--json").data()
    assert data["skjema"] == "samvern-frister/1"
    (kind,) = data["hendelser"]
    assert kind["gjelder"] == ["tidsbestemt", "tidsubestemt"]
    assert [(f["navn"], f["paakrevd"]) for f in kind["felt"]] == [
        ("dato", True),
        ("ref", True),
        ("id", False),
    ]


@pytest.mark.parametrize("typed", ["finnes_ikke", "\x1b[31m", ""])
def test_en_type_som_ikke_finnes(samvern: Run, typed: str) -> None:
    ran = samvern("hendelser", typed)
    assert (ran.code, ran.out) == (2, "")
    assert "finnes ikke. «samvern hendelser» viser alle" in ran.err
    assert "\x1b" not in ran.err
