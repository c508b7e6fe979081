"""The numbers on the demo's cards: those of each one's own list, in one query, and nothing more."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samvern.apps.saker.public import arbeidsliste, oppgaver_i_dag
from samvern.engine.lesing import reading
from samvern.law.text import Text
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft
from tests.spoersmaal import questions


def test_the_numbers_are_those_of_each_ones_list(verden: Verden) -> None:
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-04"))
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    sak = ny_sak(verden, dom("2026-10-01"), rettskraft("2026-10-26")).sak
    fa = {"faglig_ansvarlig": str(verden.fa.id)}
    foer(verden.silje, sak, hendelse("faglig_ansvarlig_endret", "2026-10-28", **fa))
    viewers = [verden.silje, verden.fa.viewer(), verden.sa.viewer()]
    oppgaver_i_dag(viewers)
    with CaptureQueriesContext(connection) as asked:
        told = oppgaver_i_dag(viewers)
    assert len([sql for sql in questions(asked.captured_queries) if "saksoppgave" in sql]) == 1
    for viewer in viewers:
        with reading(viewer, "arbeidsliste.vist") as lest:
            counts = arbeidsliste(viewer).antall
            lest.saw(())
        due = sum(counts.values())
        if not due:
            assert viewer.bruker not in told
            continue
        words = told[viewer.bruker]
        assert words.nb.startswith(f"{due} oppgave")
        assert (f", {counts['over_fristen']} over fristen" in words.nb) is bool(
            counts["over_fristen"]
        )
    assert set(told) == {viewers[0].bruker, viewers[1].bruker}
    assert told[viewers[0].bruker] != told[viewers[1].bruker]


def test_nobody_is_told_of_what_they_do_not_see(verden: Verden) -> None:
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-04"))
    assert oppgaver_i_dag([]) == {}
    assert set(oppgaver_i_dag([verden.fa.viewer(), verden.silje])) == {verden.silje.bruker}
    assert oppgaver_i_dag([verden.silje])[verden.silje.bruker] != Text("", "")
