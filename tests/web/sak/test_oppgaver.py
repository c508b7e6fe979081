"""What waits in a case, on its page: nearest first, each with a place of its own."""

import re
from dataclasses import replace
from datetime import date

from samvern.apps.saker.public import anker
from samvern.engine.roller import Rolle
from samvern.web.sak.frister import compute_for
from tests.web.sak.conftest import Show
from tests.web.sak.laget import EMBETE, TODAY, VIEWER, bilde, task


def test_each_party_of_a_rule_has_a_place_of_its_own_and_the_nearest_task_is_first(
    show: Show,
) -> None:
    regnet = compute_for(bilde())
    rows = [row for row in regnet.rader if row.regel.id == "F-20"]
    assert len({row.anker for row in rows}) == len(rows) > 3
    last, *others = (
        replace(
            task("F-20", "Klagefrist", "Se kvitteringene", None, TODAY),
            anker=anker("frist", row.frist.regel, row.frist.ref, row.frist.part, row.frist.n),
            dato=date(2027 + n, 1, 1),
        )
        for n, row in enumerate(reversed(rows))
    )
    content = show(bilde(oppgaver=(*others, last)))
    links = re.findall(r'<li id="oppgave-\d+"><a href="#([^"]+)"', content)
    assert links == [row.anker for row in reversed(rows)]
    assert all(content.count(f'id="{place}"') == 1 for place in links)


def _first_task(content: str) -> str:
    rest = content[content.index('id="oppgave-1"') :]
    return rest[: rest.index("</li>")]


def test_ones_own_step_leads_to_the_form_and_never_to_a_place_that_is_not_there(
    show: Show,
) -> None:
    prosecutor = replace(VIEWER, rolle=Rolle.STATSADVOKAT)
    mine = task("F-12", "Treårsfristen", "Beslutt opphør", EMBETE, date(2026, 12, 4))
    can = ("opprettholdelse_underskrevet",)
    content = show(bilde(oppgaver=(mine,), kan_registrere=can), viewer=prosecutor)
    step = _first_task(content)
    assert f'href="/saker/{mine.sak}/hendelser/ny/opprettholdelse_underskrevet/"' in step
    assert f'href="#{mine.anker}"' in step
    assert "Registrer underskriften" in step
    elsewhere = show(bilde(oppgaver=(mine,), kan_registrere=()), viewer=prosecutor)
    assert "/hendelser/ny/" not in _first_task(elsewhere)
    hidden = replace(mine, anker="frist-f87")
    assert "<a" not in _first_task(show(bilde(oppgaver=(hidden,))))
