"""What people send is never written to a log or to disk."""

import logging
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from samvern.web import urls
from samvern.web.logs import WithoutInput


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
