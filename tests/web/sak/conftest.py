"""A world with people and a case that has been through most things, and the page as text."""

import html
import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.shortcuts import render
from django.test import Client, RequestFactory
from django.utils import translation

from samvern.apps.saker.public import Saksbilde
from samvern.engine.viewer import Viewer
from samvern.law.text import Maalform
from samvern.web.sak import valg
from samvern.web.sak.side import context
from tests.apps.saker.conftest import felles_verden, keep, once, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft
from tests.web.arbeidsliste.conftest import As, som
from tests.web.sak.laget import TODAY, VIEWER, moment

__all__ = ["As", "felles_verden", "keep", "quick_hasher", "ring", "som", "verden"]

type Show = Callable[..., str]


def words(content: str) -> str:
    """The words of a page, without markup."""
    bare = re.sub(r"<(script|style|title|desc)\b.*?</\1>|<[^>]+>", " ", content, flags=re.DOTALL)
    return " ".join(html.unescape(bare).replace("\u00a0", " ").split())


def part(content: str, first: str, last: str) -> str:
    """The words between two marks in the page."""
    return words(content[content.index(first) : content.index(last)])


@pytest.fixture
def show() -> Show:
    """Makes the page of a picture: its HTML, for an address, a viewer and a written form."""

    def make(
        bilde: Saksbilde,
        query: str = "",
        *,
        viewer: Viewer = VIEWER,
        form: Maalform = "nb",
        paper: bool = False,
    ) -> str:
        request = RequestFactory().get(f"/saker/x/{query}")
        chosen = valg.read(request.GET, TODAY)
        with translation.override(form):
            given = context(bilde, chosen, viewer, skrevet=moment(TODAY) if paper else None)
            return render(request, "sak/side.html", given).content.decode()

    return make


def make_sak(verden: Verden) -> UUID:
    """A case three years old: placed, reported on, with a transfer decided, all recorded by NK."""
    made = ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-06")).sak
    place = {"institusjon": str(verden.institusjon), "oppholdsform": "doegn"}
    silje = verden.silje
    for data in (
        hendelse("paatale_fastsatt", "2023-12-06", embete=str(verden.embete)),
        hendelse(
            "behandlingsansvar_fastsatt",
            "2023-12-06",
            rhf=str(verden.rhf),
            institusjon=str(verden.institusjon),
        ),
        hendelse("faglig_ansvarlig_endret", "2023-12-07", faglig_ansvarlig=str(verden.fa.id)),
        hendelse("innleggelse", "2023-12-07", **place),
        hendelse("overfoeringsvedtak", "2026-11-02", retning="mildere"),
        hendelse("vedtak_mottatt", "2026-11-03", ref="h7", part="domfelt"),
    ):
        foer(silje, made, data)
    return made


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: UUID, verden: Verden) -> UUID:
    return felles_sak


@pytest.fixture
def nk(som: As, verden: Verden) -> Client:
    """The caseworker in NK, logged in."""
    return som(verden.nk)
