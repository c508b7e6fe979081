"""The access table of `koordineringsenheten.md` part 4 as data: role by kind of content.

A cell is letters and conditions: R read, W record, V decide or sign, m the least that is needed,
nothing for no access. What the conditions mean here is `Vilkaar`; where the source is open to more
than one reading, docs/tilgang.md says which is used and why. A role without a column sees nothing.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from samvern.apps.saker.koder import Innhold
from samvern.engine.roller import Rolle


class Vilkaar(StrEnum):
    """What stands in parentheses in a cell."""

    EGEN_REGION = "egen region"
    EGET_EMBETE = "eget embete"
    PAATALE_HENDELSER = "bare påtalehendelser"
    EGEN_SAK = "egen sak"
    FOR_KOMMISJONEN = "sak for kommisjonen"
    OVERFOERTE = "overførte"
    VED_UNNDRAGELSE = "sted ved unndragelse"
    KOPI = "kopi"
    UTTALELSE = "uttalelse"
    UTKAST = "utkast"
    BEGJAERING = "begjæring"
    JA_NEI = "ja eller nei"
    NOEDVENDIGE = "nødvendige"
    PAA_KLAGE = "på klage"
    EGEN_STRAFFESAK = "egen straffesak"
    HELSEINFO = "helseinformasjon"
    AGGREGERT = "samlede tall"
    GODKJENT_UTTREKK = "godkjent uttrekk"
    EGEN = "egen"
    EGEN_INSTITUSJON = "egen institusjon"


class Celle(NamedTuple):
    """One cell: letters in the order R, W, V, m, and the conditions for them."""

    bokstaver: str
    vilkaar: tuple[Vilkaar, ...] = ()

    @property
    def maskert(self) -> bool:
        """Whether only the least is shown: m, or R with a condition that limits what is read."""
        return "m" in self.bokstaver or bool(SMALE & set(self.vilkaar))

    @property
    def leses(self) -> bool:
        """Whether anything is read. Who records or decides must read it too; a draft is not in the
        log, so a role that only drafts reads nothing there."""
        return bool(self.bokstaver) and Vilkaar.UTKAST not in self.vilkaar

    @property
    def skrives(self) -> bool:
        """Whether the role may record or decide something of this kind."""
        return bool({"W", "V"} & set(self.bokstaver)) and Vilkaar.UTKAST not in self.vilkaar

    def __str__(self) -> str:
        if not self.bokstaver:
            return "–"
        conditions = ", ".join(self.vilkaar)
        return f"{self.bokstaver} ({conditions})" if conditions else self.bokstaver


SMALE: Final = frozenset({Vilkaar.JA_NEI, Vilkaar.NOEDVENDIGE, Vilkaar.HELSEINFO})
"""Conditions that leave a reader with that it is there and when, not with what is written."""

INGEN: Final = Celle("")
V = Vilkaar
_R, _RW, _W, _V, _M = Celle("R"), Celle("RW"), Celle("W"), Celle("V"), Celle("m")

type Kolonne = dict[Innhold, Celle]

_NK: Final[Kolonne] = {
    Innhold.SAK: _RW,
    Innhold.PLASSERING: _RW,
    Innhold.OVERFOERING: _R,
    Innhold.KLAGE: _R,
    Innhold.ENDRINGSBEGJAERING: _R,
    Innhold.STATUSRAPPORT: Celle("R", (V.KOPI,)),
    Innhold.HELSEOPPLYSNINGSSKJEMA: _RW,
    Innhold.OPPHOER: _R,
    Innhold.KRIMINALOMSORG: _R,
    Innhold.VARSLING: Celle("m", (V.JA_NEI,)),
    Innhold.UTVISNING: _R,
    Innhold.UTLEVERING: _V,
    Innhold.REVISJON: _R,
}

TABELL: Final[dict[Rolle, Kolonne]] = {
    Rolle.NK: _NK,
    Rolle.NK_LEDER: _NK,
    Rolle.FAGLIG_ANSVARLIG: {
        Innhold.SAK: _R,
        Innhold.PLASSERING: _RW,
        Innhold.OVERFOERING: _V,
        Innhold.KLAGE: _W,
        Innhold.ENDRINGSBEGJAERING: _W,
        Innhold.STATUSRAPPORT: _V,
        Innhold.HELSEOPPLYSNINGSSKJEMA: _V,
        Innhold.OPPHOER: Celle("RW", (V.UTTALELSE,)),
        Innhold.KRIMINALOMSORG: Celle("V", (V.BEGJAERING,)),
        Innhold.VARSLING: _V,
        Innhold.FORNAERMET: _R,
        Innhold.UTVISNING: Celle("R", (V.HELSEINFO,)),
        Innhold.REVISJON: Celle("R", (V.EGEN,)),
    },
    Rolle.INSTITUSJON: {
        Innhold.SAK: _R,
        Innhold.PLASSERING: _RW,
        Innhold.OVERFOERING: _R,
        Innhold.KLAGE: _R,
        Innhold.ENDRINGSBEGJAERING: _R,
        Innhold.STATUSRAPPORT: _R,
        Innhold.HELSEOPPLYSNINGSSKJEMA: _R,
        Innhold.KRIMINALOMSORG: _R,
        Innhold.VARSLING: _R,
        Innhold.FORNAERMET: _M,
        Innhold.REVISJON: Celle("R", (V.EGEN_INSTITUSJON,)),
    },
    Rolle.RHF: {
        Innhold.SAK: Celle("R", (V.EGEN_REGION,)),
        Innhold.PLASSERING: _RW,
        Innhold.OVERFOERING: _R,
        Innhold.KRIMINALOMSORG: _R,
        Innhold.UTLEVERING: Celle("R", (V.AGGREGERT,)),
    },
    Rolle.STATSADVOKAT: {
        Innhold.SAK: Celle("RW", (V.EGET_EMBETE, V.PAATALE_HENDELSER)),
        Innhold.PLASSERING: _R,
        Innhold.OVERFOERING: _R,
        Innhold.KLAGE: _RW,
        Innhold.ENDRINGSBEGJAERING: _W,
        Innhold.STATUSRAPPORT: _R,
        Innhold.OPPHOER: _V,
        Innhold.KRIMINALOMSORG: _V,
        Innhold.VARSLING: Celle("R", (V.NOEDVENDIGE,)),
        Innhold.FORNAERMET: Celle("R", (V.NOEDVENDIGE,)),
        Innhold.UTVISNING: _R,
    },
    Rolle.POLITI: {
        Innhold.SAK: Celle("m", (V.EGEN_SAK,)),
        Innhold.PLASSERING: Celle("m", (V.VED_UNNDRAGELSE,)),
        Innhold.OPPHOER: Celle("W", (V.UTKAST,)),
        Innhold.VARSLING: _M,
        Innhold.FORNAERMET: Celle("R", (V.EGEN_STRAFFESAK,)),
        Innhold.UTVISNING: _R,
    },
    Rolle.KONTROLLKOMMISJON: {
        Innhold.SAK: Celle("R", (V.FOR_KOMMISJONEN,)),
        Innhold.PLASSERING: _R,
        Innhold.OVERFOERING: _R,
        Innhold.KLAGE: _V,
        Innhold.ENDRINGSBEGJAERING: _V,
    },
    Rolle.STATSFORVALTER: {
        Innhold.SAK: _M,
        Innhold.VARSLING: Celle("V", (V.PAA_KLAGE,)),
        Innhold.FORNAERMET: _M,
    },
    Rolle.KRIMINALOMSORG: {
        Innhold.SAK: Celle("R", (V.OVERFOERTE,)),
        Innhold.PLASSERING: _R,
        Innhold.OVERFOERING: _M,
        Innhold.STATUSRAPPORT: _M,
        Innhold.KRIMINALOMSORG: _W,
    },
    Rolle.FORSKER: {Innhold.UTLEVERING: Celle("R", (V.GODKJENT_UTTREKK,))},
    Rolle.REVISOR: {Innhold.REVISJON: _R},
}
"""`systemdrift` has no column (rule 3). `revisor` is a role of the register with the log only."""

NK_ROLLER: Final = frozenset({Rolle.NK, Rolle.NK_LEDER})
SAKSROLLER_I_ORDEN: Final = tuple(
    rolle for rolle, kolonne in TABELL.items() if Innhold.SAK in kolonne
)
SAKSROLLER: Final = frozenset(SAKSROLLER_I_ORDEN)
"""The roles that can see a case at all."""


def celle(rolle: Rolle, innhold: Innhold) -> Celle:
    """The cell of the table; empty for a role without a column."""
    return TABELL.get(rolle, {}).get(innhold, INGEN)


# Which of the roles with W or V on the row a type of event comes from (part 2.2, «Hvem»). NK is not
# listed: it records everything on rows it writes, and reproduces what others have decided.
_FA, _INST, _RHF = Rolle.FAGLIG_ANSVARLIG, Rolle.INSTITUSJON, Rolle.RHF
_SA, _KK, _SF, _KO = (
    Rolle.STATSADVOKAT,
    Rolle.KONTROLLKOMMISJON,
    Rolle.STATSFORVALTER,
    Rolle.KRIMINALOMSORG,
)

AVSENDERE: Final[dict[str, frozenset[Rolle]]] = {
    "tiltale": frozenset({_SA}),
    "tiltale_trukket": frozenset({_SA}),
    "annen_utgang": frozenset({_SA}),
    "paatale_fastsatt": frozenset({_SA}),
    "dom_avsagt": frozenset({_SA}),
    "dom_forkynt": frozenset({_SA}),
    "dom_mottatt_paatale": frozenset({_SA}),
    "dom_vedtatt": frozenset({_SA}),
    "anke": frozenset({_SA}),
    "dom_rettskraftig": frozenset({_SA}),
    "annet_vedtak": frozenset(),
    "saksbehandler_tildelt": frozenset(),
    "behandlingsansvar_fastsatt": frozenset({_RHF}),
    "faglig_ansvarlig_endret": frozenset({_INST}),
    "innleggelse": frozenset({_INST, _FA}),
    "intern_overfoering": frozenset({_FA}),
    "permisjon": frozenset({_FA}),
    "varsel_statsadvokat": frozenset({_FA}),
    "unndragelse": frozenset({_INST, _FA}),
    "unndragelse_avsluttet": frozenset({_INST, _FA}),
    "overfoering_gjennomfoert": frozenset({_INST, _FA}),
    "helseopplysningsskjema_sendt": frozenset({_FA}),
    "statusrapport_sendt": frozenset({_FA}),
    "begjaering_opphoer": frozenset({_FA, _SA}),
    "opphoersbegjaering_trukket": frozenset({_FA, _SA}),
    "opprettholdelse_underskrevet": frozenset({_SA}),
    "sak_oversendt_retten": frozenset({_SA}),
    "opphoer": frozenset({_SA}),
    "overfoeringsvedtak": frozenset({_FA}),
    "vedtak_mottatt": frozenset({_FA, _SA}),
    "vedtak_akseptert": frozenset({_FA, _SA}),
    "klage": frozenset({_FA, _SA}),
    "klage_oversendt": frozenset({_FA}),
    "klage_tatt_til_foelge": frozenset({_FA}),
    "klage_trukket": frozenset({_FA, _SA, _KK}),
    "klage_avgjort": frozenset({_KK, _SF}),
    "klage_avslaatt": frozenset({_KK}),
    "pasientklage": frozenset({_FA, _KK}),
    "sak_brakt_inn": frozenset({_FA, _KK}),
    "endringsbegjaering": frozenset({_FA, _SA}),
    "endringsavslag_endelig": frozenset({_FA, _KK}),
    "endringsklage": frozenset({_FA, _SA}),
    "endring_trukket": frozenset({_FA, _SA, _KK}),
    "begjaering_5_6": frozenset({_FA}),
    "proeveloeslatelse": frozenset({_SA}),
    "gjeninnsettelse": frozenset({_SA, _KO}),
    "tilbakefoering": frozenset({_FA, _KO}),
    "uenighet_5_8": frozenset({_FA, _KO}),
    # The directorate decides and is no role here: only NK writes down what it decided.
    "uenighet_5_8_avgjort": frozenset(),
    "varslingsoenske": frozenset({_FA}),
    "varsel_sendt": frozenset({_FA}),
    "varslingsvedtak": frozenset({_FA}),
    "varslingsklage_oversendt": frozenset({_FA}),
    "utvisningsvedtak": frozenset(),
    "utreise": frozenset(),
    "retur_til_riket": frozenset(),
    "retur_avgjort": frozenset({_SA}),
}

ANSVARETS: Final = frozenset({"faglig_ansvarlig_endret"})
"""What only the institution that is responsible does, not the place of stay (N-9.3, N-9.7)."""
PAATALEHENDELSER: Final = frozenset({"retur_avgjort", "vedtak_mottatt", "vedtak_akseptert"})
"""What the prosecution does itself on rows where it otherwise reads (LF-K5, N-11.3, journey 7).
Part of its W on the first row, «påtale-hendelser»."""

EGEN_PART: Final[dict[str, frozenset[str]]] = dict.fromkeys(
    (
        "klage",
        "klage_trukket",
        "endringsbegjaering",
        "endringsklage",
        "endring_trukket",
        "vedtak_mottatt",
        "vedtak_akseptert",
    ),
    frozenset({"paatale"}),
)
"""Where the prosecution speaks as one of the parties, it records for itself only."""

OM_VEDTAK: Final = frozenset(
    {
        "vedtak_mottatt",
        "vedtak_akseptert",
        "klage",
        "klage_tatt_til_foelge",
        "klage_trukket",
        "klage_avgjort",
    }
)
"""Types that are about another entry; they belong to the same row of the table as that one when it
is a decision on notification (N-20.8)."""
