"""What the door itself refuses: with a code, in the reader's form, never echoing what was sent."""

import gzip
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client, RequestFactory, override_settings

from samvern.api import koder as codes
from samvern.api import problem, rot
from samvern.apps.saker.models import Hendelse
from samvern.engine import audit
from samvern.engine.avslag import Feil, ForTidlig
from samvern.law.text import Text
from tests.api.klient import Sender, data_of, koder, sti
from tests.apps.saker.verden import Verden, ny_sak

SECRET = "Kari-Marerittvik"
DEEP = b'{"a":' * 30 + b"1" + b"}" * 30


@pytest.mark.krav("TR-X12")
@pytest.mark.parametrize(
    "raw",
    [
        b"[]",
        b'"tekst"',
        b"null",
        b"{",
        b'{"saksnr": "S-2026-1"} {}',
        b'{"saksnr": "S-2026-1", "saksnr": "S-2026-2"}',
        b'{"saksnr": NaN}',
        b'{"saksnr": 1e999}',
        b'{"saksnr": ' + b"9" * 5000 + b"}",
        b'{"saksnr": "\\ud800"}',
        b'{"\\udfff": 1}',
        b'{"saksnr": "S\\u0000"}',
        b"\xff\xfe{}",
        b"{'saksnr': 1}",
        DEEP,
        b"[" * 100_000,
        b'{"a": "' + b'\\"' * 60_000,
        json.dumps({SECRET: SECRET}).encode()[:-1],
    ],
)
def test_a_body_that_is_not_one_json_object_is_refused(silje: Sender, raw: bytes) -> None:
    answer = silje.send("POST", "/saker/sok", raw=raw)
    assert {kode for _, kode in koder(answer, 400)} == {"UGYLDIG_JSON"}
    assert SECRET.encode() not in answer.content


def test_a_bracket_in_a_text_is_no_level_and_a_double_name_is_named(silje: Sender) -> None:
    deep = {"saksnr": "[{" * 30}
    assert koder(silje.post("/saker/sok", deep), 422) == [("saksnr", "UGYLDIG_VERDI")]
    twice = silje.send("POST", "/saker/sok", raw=b'{"saksnr": 1, "saksnr": 2}')
    assert koder(twice, 400) == [("saksnr", "UGYLDIG_JSON")]
    hidden = silje.send("POST", "/saker/sok", raw=b'{"12345678901": 1, "12345678901": 2}')
    assert koder(hidden, 400) == [("", "UGYLDIG_JSON")]


@pytest.mark.krav("TR-X12")
@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
     "application/json; charset=latin-1", "application/jsonp"],
)  # fmt: skip
def test_only_json_is_taken(silje: Sender, kind: str) -> None:
    answer = silje.send("POST", "/saker/sok", {"saksnr": "S-2026-1"}, Content_Type=kind)
    assert koder(answer, 415) == [("", "FEIL_INNHOLDSTYPE")]


def test_a_body_is_needed(silje: Sender) -> None:
    assert koder(silje.send("POST", "/saker/sok"), 415) == [("", "FEIL_INNHOLDSTYPE")]
    assert koder(silje.send("POST", "/saker/sok", raw=b" "), 400) == [("", "UGYLDIG_JSON")]


def test_nothing_compressed_and_nothing_too_large(silje: Sender) -> None:
    packed = gzip.compress(b"{}")
    answer = silje.send("POST", "/saker/sok", raw=packed, Content_Encoding="gzip")
    assert koder(answer, 415) == [("", "FEIL_INNHOLDSTYPE")]
    for size in (codes.LARGEST + 1, 3 * 1024 * 1024):
        large = silje.send("POST", "/saker/sok", raw=b" " * size)
        assert koder(large, 413) == [("", "FOR_STOR")]
    fits = silje.send("POST", "/saker/sok", raw=b"{}" + b" " * (codes.LARGEST - 2))
    assert fits.status_code == 422
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10):
        assert koder(silje.post("/saker/sok", {"saksnr": "S-2026-1"}), 413) == [("", "FOR_STOR")]


@pytest.mark.krav("TR-X12")
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "POSTX"])
def test_other_methods_are_refused_and_told_which_are_taken(silje: Sender, method: str) -> None:
    for path, allowed in (("/saker", "GET, POST"), ("/meg", "GET"), ("/openapi.json", "GET")):
        answer = silje.send(method, path)
        assert (answer.status_code, answer["Allow"]) == (405, allowed)
        if method != "HEAD":
            assert koder(answer, 405) == [("", "METODE_IKKE_TILLATT")]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("side=0", ("side", "UGYLDIG_VERDI")),
        ("side=1e3", ("side", "UGYLDIG_VERDI")),
        ("side=%D9%A1", ("side", "UGYLDIG_VERDI")),
        ("side=1&side=2", ("side", "UGYLDIG_VERDI")),
        ("per_side=30", ("per_side", "UGYLDIG_VERDI")),
        ("mine=ja", ("mine", "UGYLDIG_VERDI")),
        ("status=tull", ("status", "UGYLDIG_VERDI")),
        ("domstype=tull", ("domstype", "UGYLDIG_VERDI")),
        ("sorter=navn", ("sorter", "UGYLDIG_VERDI")),
        ("rhf=1", ("rhf", "UGYLDIG_VERDI")),
        ("frist_innen=20261201", ("frist_innen", "UGYLDIG_VERDI")),
        (f"{SECRET}=1", ("", "UGYLDIG_VERDI")),
        ("aktoer=x", ("aktoer", "UGYLDIG_VERDI")),
    ],
)
def test_a_query_is_read_as_strictly_as_a_body(
    silje: Sender, query: str, told: tuple[str, str]
) -> None:
    answer = silje.send("GET", f"/saker?{query}")
    assert told in koder(answer, 422)
    assert SECRET.encode() not in answer.content


@pytest.mark.krav("TR-A3")
def test_hidden_missing_and_no_address_are_the_same_bytes(silje: Sender, verden: Verden) -> None:
    paths = (
        sti(verden.embete), sti(verden.embete, "/hendelser"), "/tull", "/", "/saker/",
        "/saker/ikke-en-id", "/saker/a%0Ab", sti(verden.embete, "/hendelser/0/historikk"),
        "/openapi.json/", "/saker/S-2026-0001", "/saker/" + "A" * 3000,
    )  # fmt: skip
    answers = [silje.get(path) for path in paths]
    assert {one.status_code for one in answers} == {404}
    assert len({one.content for one in answers}) == 1
    assert len({tuple(sorted(one.headers.items())) for one in answers}) == 1


@pytest.mark.parametrize(
    ("header", "form"),
    [("nn", "nn"), ("nn-NO,nb;q=0.5", "nn"), ("nb", "nb"), ("en,nn;q=0.1", "nn"), ("en", "nb"),
     ("", "nb"), ("x" * 5000, "nb"), ("no, nn;q=0.9", "nb")],
)  # fmt: skip
def test_a_refusal_is_in_the_form_asked_for(db: None, header: str, form: str) -> None:
    answer = Client().get("/api/v1/tull", headers={"Accept-Language": header})
    assert answer["Content-Language"] == form
    assert data_of(answer, 404)["title"] == codes.TITLER[404].lang("nn" if form == "nn" else "nb")


def test_what_the_law_sets_a_date_for_says_the_date() -> None:
    refused = ForTidlig(
        [Feil("skjedde", "FOR_TIDLIG", Text("For tidlig.", "For tidleg."), "strl/65",
              date(2027, 2, 1))]
    )  # fmt: skip
    found = data_of(problem.of_refusal(RequestFactory().get("/"), refused), 409)
    assert found["title"] == "Loven setter en dato"
    assert found["feil"] == [
        {"sti": "skjedde", "kode": "FOR_TIDLIG", "melding": "For tidlig.", "hjemmel": "strl/65",
         "tidligst": "2027-02-01"}
    ]  # fmt: skip


@pytest.mark.krav("TR-L1")
def test_what_cannot_be_logged_is_not_shown_and_a_fault_is_no_traceback(
    silje: Sender, verden: Verden, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    sak, before = ny_sak(verden).sak, Hendelse.objects.count()
    original = audit.record

    def fails(actor: Any, handling: str, **rest: Any) -> int:
        if handling == "sak.vist":
            raise RuntimeError(SECRET)
        return original(actor, handling, **rest)

    monkeypatch.setattr(audit, "record", fails)
    answer = silje.get(sti(sak))
    assert koder(answer, 500) == [("", "INTERN_FEIL")]
    assert b"RuntimeError" not in answer.content
    assert SECRET.encode() not in answer.content
    assert "Uventet feil" in caplog.text
    assert Hendelse.objects.count() == before


@pytest.mark.krav("TR-L9")
def test_refusals_put_no_address_in_the_technical_log(
    silje: Sender, verden: Verden, caplog: Any
) -> None:
    silje.get(f"/saker/{SECRET}")
    silje.send("POST", f"/saker/sok?{SECRET}=1", {SECRET: SECRET})
    assert SECRET not in caplog.text
    assert silje.tekst[37:] not in caplog.text


def test_no_answer_is_kept_by_a_cache(silje: Sender) -> None:
    for path in ("/meg", "/saker", "/tull", "/openapi.json"):
        answer = silje.get(path)
        assert answer["Cache-Control"] == "no-store"
        assert {"Authorization", "Accept-Language"} <= set(answer["Vary"].split(", "))
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers


def test_every_code_of_the_door_has_words_and_a_title() -> None:
    named = {value for name, value in vars(codes).items() if name.isupper() and value == name}
    assert named == set(codes.TEKSTER)
    assert all(one.nb and one.nn for one in codes.TEKSTER.values())
    assert rot.HANDLERS[-1][0] is Exception
