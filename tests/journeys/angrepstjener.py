"""A Samvern in which every free text is an attack, and one case is opened as an emergency.

Run as a program: `python -m tests.journeys.angrepstjener PORT`; see `saktjener`.
"""

import django

django.setup()

from samvern.apps.saker.models import Sak  # noqa: E402
from samvern.apps.saker.public import aapne_noedtilgang  # noqa: E402
from samvern.engine.roller import Rolle  # noqa: E402
from tests.apps.brukere.personer import organisation, person, session_of  # noqa: E402
from tests.apps.saker.verden import (  # noqa: E402
    PERSON,
    dom,
    foer,
    hendelse,
    lag_verden,
    ny_sak,
    rettskraft,
)
from tests.journeys.servering import serve  # noqa: E402

MARK = "x-angrep"
"""The name of an element that no page has: where it is, somebody's text has become markup."""
KORTE = (
    "<x-angrep>A</x-angrep><img src=x onerror=angrep()>",
    "'\"><svg/onload=angrep()><x-angrep>B",
    '=HYPERLINK("javascript:angrep()")<x-angrep>C',
)
"""At most a hundred signs, which a name may have."""
LINJE = (
    "</title></textarea><script>angrep()</script><x-angrep>D <a href='javascript:angrep()'>D</a>"
)
LANG = "\n".join((
    *KORTE,
    LINJE,
    "{{ 7|add:7 }}{% debug %}${angrep()}`${angrep()}`",
    "<iframe srcdoc='<script>parent.angrep()</script>'></iframe><x-angrep>E",
    "<style>*{display:none}</style><base href=//x.example/><meta http-equiv=refresh content=0>",
    "&lt;x-angrep&gt;F <div hx-get=/saker/ hx-trigger=load></div><math><mtext><x-angrep>G",
    "--><!--<x-angrep>--!> ]]><x-angrep>",
    "+cmd|' /C calc'!A0 @SUM(1+1) \uff1d1+1",
))  # fmt: skip


def fill() -> dict[str, str]:
    """A case, its person, its bodies and its users, all of them named by an attacker."""
    verden = lag_verden()
    hospital = organisation("ANGREP-HF", "helseforetak", KORTE[1])
    office = organisation("ANGREP-SA", "statsadvokatembete", KORTE[2])
    doctor = person(Rolle.FAGLIG_ANSVARLIG, KORTE[0], virksomhet=hospital)
    who = {
        **PERSON, "fornavn": KORTE[0], "mellomnavn": KORTE[2], "etternavn": KORTE[1],
        "ukjent_grunn": LANG[:500],
    }  # fmt: skip
    written = {"kilde_ref": LINJE, "merknad": LANG}
    first = {**dom("2023-11-20"), **written}
    made = ny_sak(verden, first, rettskraft("2023-12-06"), person=who).sak
    for data in (
        hendelse("paatale_fastsatt", "2023-12-06", LANG, embete=str(office)),
        hendelse("faglig_ansvarlig_endret", "2023-12-06", faglig_ansvarlig=str(doctor.id)),
        hendelse("innleggelse", "2023-12-06", LANG, institusjon=str(hospital),
                 oppholdsform="doegn"),
    ):  # fmt: skip
        foer(verden.silje, made, {**written, **data})
    saksnr = Sak.objects.get(pk=made).saksnr
    other = ny_sak(verden).sak
    place = {"institusjon": str(verden.institusjon), "oppholdsform": "doegn"}
    foer(verden.silje, other, hendelse("innleggelse", "2024-02-02", **place))
    elsewhere = person(Rolle.FAGLIG_ANSVARLIG, KORTE[0])
    on_call = person(Rolle.FAGLIG_ANSVARLIG, "Vera Vakt")
    reason = {"saksnr": saksnr, "grunn": "vakt", "begrunnelse": LANG[:1000]}
    opened = aapne_noedtilgang.utfoer(elsewhere.viewer(bekreftet=True), reason)
    return {
        "sak": str(made),
        "annen": Sak.objects.get(pk=other).saksnr,
        "noedtilgang": str(opened.noedtilgang),
        "nk": session_of(verden.nk),
        "drift": session_of(person(Rolle.SYSTEMDRIFT, "Drift")),
        "lege": session_of(doctor),
        "vakt": session_of(elsewhere),
        "lege2": session_of(on_call),
        "ubekreftet": session_of(on_call, bekreftet=False),
    }


if __name__ == "__main__":
    serve(fill)
