"""The glossary: one source, complete, and its forbidden spellings hit nothing that is right."""

from itertools import product

from django.test import Client

from samvern.law import event
from samvern.web.ordliste import read_glossary
from samvern.web.statuser import STATUSES
from tools import lag_ordliste

GLOSSARY = read_glossary()


def test_the_page_in_docs_is_made_from_the_source() -> None:
    assert lag_ordliste.TARGET.read_text(encoding="utf-8") == lag_ordliste.page(GLOSSARY)


def test_every_term_is_complete() -> None:
    assert len(GLOSSARY.terms) >= 60
    for term in GLOSSARY.terms:
        assert term.word.nb and term.word.nn and term.english, term
        assert term.code or (term.about and term.about.nb and term.about.nn), term


def test_terms_and_codes_stand_once() -> None:
    identifiers = [term.identifier for term in GLOSSARY.terms if term.code]
    assert len(identifiers) == len(set(identifiers))
    words = [term.word.nb for group in GLOSSARY.groups[:5] for term in group.terms]
    assert len(words) == len(set(words))


def test_every_event_and_status_is_in_the_glossary() -> None:
    codes = {term.code for term in GLOSSARY.terms if term.code}
    assert codes == set(STATUSES) | set(event.HENDELSESTYPER)


def test_forbidden_spellings_hit_no_correct_identifier() -> None:
    right = {term.identifier for term in GLOSSARY.terms}
    parts = {part for identifier in right for part in identifier.split("_")} | right
    forbidden = {spelling for term in GLOSSARY.terms for spelling in term.forbidden}
    assert forbidden.isdisjoint(parts)
    assert not [(bad, good) for bad, good in product(forbidden, right) if f"_{bad}_" in f"_{good}_"]
    assert "opphor" in forbidden


def test_translated_event_names_lead_to_real_events() -> None:
    for row in GLOSSARY.translations:
        if row.where == "fristmotoren":
            words = row.ours.replace(",", " ").replace(";", " ").split()
            assert any(word in event.HENDELSESTYPER for word in words), row


def test_the_page_shows_every_term(client: Client) -> None:
    html = client.get("/ordliste/").content.decode()
    assert html.count("<tr role") == len(GLOSSARY.terms) + len(GLOSSARY.groups)
