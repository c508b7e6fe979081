"""F-20, F-21, F-42, F-68 and F-69: complaints on decisions, one per party (frister.md 4.4)."""

from datetime import date

from tests.oracle.kalender import EN_DAG, om, virkedag_fra
from tests.oracle.notat import Hendelse, Hendelser, Notat, alle, dager, foerste

TRE_PARTER = ("domfelt", "paaroerende", "paatale")


def overfoering(ut: Notat, h: Hendelser, siste_doegndag: date) -> None:
    """F-20, F-21 and early execution for each transfer decision; takes the F-05 date."""
    for vedtak in h.get("overfoeringsvedtak", ()):
        navn = vedtak["id"]
        ferdige = [
            _part(ut, h, navn, part) for part in dict.fromkeys(vedtak.get("parter") or TRE_PARTER)
        ]
        dato = _tidligste(ut, h, vedtak, ferdige)
        for gjort in dager(h, "overfoering_gjennomfoert", ref=navn):
            if dato is None or gjort < dato:
                ut.varsel("A-GJENNOMFORT-FOR-TIDLIG", navn)
            if vedtak["retning"] == "mildere" and gjort <= siste_doegndag:
                ut.varsel("A-DOGNOPPHOLD-BRUTT", navn)


def _tidligste(
    ut: Notat, h: Hendelser, vedtak: Hendelse, ferdige: list[date | None]
) -> date | None:
    navn = vedtak["id"]
    if vedtak.get("haster") or vedtak["retning"] == "til_doegn":
        ut.frist("F-21", vedtak["dag"], "aapen", ref=navn)
        dag: date = vedtak["dag"]
        return dag
    if alle(h, "klage_avgjort", ref=navn, utfall="medhold"):
        ut.frist("F-21", None, "bortfalt", ref=navn)
        return None
    kjente = [ferdig for ferdig in ferdige if ferdig is not None]
    if len(kjente) < len(ferdige):
        ut.frist("F-21", None, "sperret", ref=navn)
        return None
    ut.frist("F-21", max(kjente), ut.rett(max(kjente)), ref=navn)
    return max(kjente)


def _part(ut: Notat, h: Hendelser, vedtak: str, part: str) -> date | None:
    """Show F-20 for one party and return the day the party is done, None while it is not."""
    frist = klagefrist(ut, h, "F-20", vedtak, part)
    aksept = foerste(h, "vedtak_akseptert", ref=vedtak, part=part)
    if frist is None and aksept is None:
        ut.varsel("W-MANGLER-MOTTATT", vedtak)
        return None
    # A complaint cannot be late against a deadline that has not begun to run.
    klager = [
        dag for dag in dager(h, "klage", ref=vedtak, part=part) if frist is None or dag <= frist
    ]
    if klager:
        return foerste(h, "klage_avgjort", fra=klager[-1], ref=vedtak)
    # § 5-4 second paragraph: once the deadline is out, a later acceptance delays nothing.
    ferdig = [dag for dag in (aksept, frist + EN_DAG if frist else None) if dag is not None]
    # T24: the bar stood until the day a complaint made in time was withdrawn.
    trukket = [
        date.fromisoformat(klage["trukket"])
        for klage in alle(h, "klage, trukket", ref=vedtak, part=part)
        if frist is None or klage["dag"] <= frist
    ]
    return max([min(ferdig), *trukket]) if ferdig else None


def klagefrist(ut: Notat, h: Hendelser, regel: str, vedtak: str, part: str) -> date | None:
    """One party's complaint deadline; None and nothing shown before it is received."""
    mottatt = foerste(h, "vedtak_mottatt", ref=vedtak, part=part)
    if mottatt is None:
        return None
    # § 4-10 got its one week on 1 January 2007; older decisions have the general three.
    truffet = foerste(h, "annet_vedtak", id=vedtak)
    kort = regel == "F-69" and truffet is not None and truffet >= date(2007, 1, 1)
    nominell = om(mottatt, uker=1 if kort else 3)
    frist = virkedag_fra(nominell)
    klaget = foerste(h, "klage", ref=vedtak, part=part)
    akseptert = foerste(h, "vedtak_akseptert", ref=vedtak, part=part) is not None
    ut.frist(regel, frist, ut.klage(frist, klaget, akseptert), nominell, ref=vedtak, part=part)
    return frist


def _mottakere(h: Hendelser, vedtak: str) -> list[str]:
    return list(dict.fromkeys(mottak["part"] for mottak in alle(h, "vedtak_mottatt", ref=vedtak)))


def varsling(ut: Notat, h: Hendelser) -> None:
    """F-42 for each recipient, in every type of case, with or without a judgment."""
    for vedtak in h.get("varslingsvedtak", ()):
        for part in _mottakere(h, vedtak["id"]):
            klagefrist(ut, h, "F-42", vedtak["id"], part)


def andre_vedtak(ut: Notat, h: Hendelser) -> None:
    """F-69 (one week) for § 4-10, F-68 (three weeks) for the rest; administrative care only."""
    for vedtak in h.get("annet_vedtak", ()):
        regel = "F-69" if vedtak["art"] == "4-10" else "F-68"
        for part in _mottakere(h, vedtak["id"]):
            klagefrist(ut, h, regel, vedtak["id"], part)
