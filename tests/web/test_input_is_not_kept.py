"""What people send is never written to a log or to disk."""

import logging
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from samvern.web import urls
from samvern.web.logs import WithoutInput, WithoutValues


def take(request: HttpRequest) -> HttpResponse:
    file = request.FILES["fil"]
    assert isinstance(file, UploadedFile)
    return HttpResponse(f"{type(file).__name__} {file.size} {file.read().decode()[:9]}")


urlpatterns = [*urls.urlpatterns, path("tar-imot", take)]
handler400 = urls.handler400


def test_logs_hold_no_request_and_no_query() -> None:
    record = logging.LogRecord(
        "django.request",
        logging.WARNING,
        "f",
        1,
        "Not Found: %s",
        ("/x?dato=1.1.2026&navn=Kari",),
        None,
    )
    record.request = RequestFactory().post("/x", {"navn": "Kari"})
    assert WithoutInput().filter(record)
    assert "Kari" not in record.getMessage()
    assert "2026" not in record.getMessage()
    assert not hasattr(record, "request")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('"GET /x?navn=Kari Nordmann HTTP/1.1" 200 5', '"GET /x?… HTTP/1.1" 200 5'),
        ("GET /x?navn='Kari' \"N\" HTTP/1.1", "GET /x?… HTTP/1.1"),
        ("GET /x?navn= HTTP/1.1 Kari HTTP/1.1", "GET /x?… HTTP/1.1"),
        ("GET /x?navn= HTTP/1.1 Kari", "GET /x?…"),
        ("/x?navn=Kari\tNordmann\r", "/x?…"),
        ("/x?navn=Kari\nneste linje", "/x?…\nneste linje"),
        ("/x", "/x"),
    ],
)
def test_a_query_is_removed_whole(said: str, kept: str) -> None:
    record = logging.LogRecord("django.server", logging.INFO, "f", 1, said, (), None)
    WithoutInput().filter(record)
    assert record.getMessage() == kept


def fail(value: str) -> None:
    try:
        int(value)
    except ValueError as first:
        raise LookupError(f"fant ikke {value}") from first


def test_an_exception_is_logged_without_its_words() -> None:
    name = "Kari Nordmann"
    with pytest.raises(LookupError) as raised:
        fail(name)
    caught = (raised.type, raised.value, raised.tb)
    record = logging.LogRecord("django.request", logging.ERROR, "f", 1, "Feil", (), caught)
    logging.Formatter().format(record)
    assert name in str(record.exc_text)
    WithoutInput().filter(record)
    written = WithoutValues().format(record)
    assert name not in written
    assert written.index("builtins.ValueError") < written.index("builtins.LookupError")
    assert "int(value)" in written
    assert "test_an_exception_is_logged_without_its_words" in written


def test_the_settings_write_exceptions_without_their_words() -> None:
    (handler,) = (h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler)
    assert isinstance(handler.formatter, WithoutValues)
    assert any(isinstance(f, WithoutInput) for f in handler.filters)


@override_settings(ROOT_URLCONF="tests.web.test_input_is_not_kept")
def test_a_small_file_is_read_in_memory(client: Client) -> None:
    response = client.post("/tar-imot", {"fil": SimpleUploadedFile("sak.json", b'{"type":1}')})
    assert response.content == b'InMemoryUploadedFile 10 {"type":1'


@override_settings(ROOT_URLCONF="tests.web.test_input_is_not_kept")
@pytest.mark.parametrize("size", [2 * 1024 * 1024 + 1, 6 * 1024 * 1024])
def test_a_large_file_is_refused_in_words(client: Client, size: int) -> None:
    response = client.post("/tar-imot", {"fil": SimpleUploadedFile("sak.json", b"x" * size)})
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "Filen er for stor" in response.content.decode()


@pytest.mark.krav("TR-L9")
@pytest.mark.parametrize(
    "written", ["17857517911", "178575 17911", "178575%2017911", "178575-17911"]
)
def test_an_identity_number_typed_as_a_path_is_not_logged(written: str) -> None:
    record = logging.LogRecord("django", logging.WARNING, "", 1, "Not Found: %s", (written,), None)
    WithoutInput().filter(record)
    assert record.getMessage() == "Not Found: …"


def test_our_own_ids_stay_readable_in_the_log() -> None:
    key = "12345678-1234-4123-8123-123456789012"
    record = logging.LogRecord("django", logging.WARNING, "", 1, f"Not Found: {key}", (), None)
    WithoutInput().filter(record)
    assert key in record.getMessage()
