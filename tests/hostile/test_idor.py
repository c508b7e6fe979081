"""Every address and identifier in one person's answers, asked for by everyone who may not.

Insiders take part in a case and crawl all they can reach. What they were given, and every route of
the URLconf that takes a case, is then asked for by outsiders: other roles, and the same roles at
other organisations. They get what they would get for a case that does not exist, and nothing
changes. Source: trust table A2, A3.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponseBase
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.exceptions import NoReverseMatch

from samvern.apps.saker import rader
from samvern.apps.saker.actions import opprett_sak
from samvern.apps.saker.models import Hendelse, Sak, Saksdeltaker
from samvern.engine import clock
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import KINDS, Person, log_in, organisation, person
from tests.apps.saker.verden import PERSON, Verden, dom, foer, hendelse, lag_verden, rettskraft

# SQLite, where the first fence stands alone: PostgreSQL's own would hide a hole in it. The second
# is tried by test_gjerdet_sett and the tests of the row filter.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.en_database,
    pytest.mark.slow,
    pytest.mark.krav("TR-A2", "TR-A3"),
]

NAME, NOTE = "Zinkefossheim", "Fyrtaarnmerknad"
INSIDE = (
    Rolle.NK,
    Rolle.FAGLIG_ANSVARLIG,
    Rolle.INSTITUSJON,
    Rolle.RHF,
    Rolle.STATSADVOKAT,
    Rolle.POLITI,
)
REFUSED = frozenset({302, 401, 403, 404, 405})
LINK = re.compile(r"""(?:href|action|src|hx-get|hx-post|hx-delete)=["']([^"'#]+)""")
UUID_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
VARIES = re.compile(r'value="[A-Za-z0-9]{64}"|nonce-?="?[^" ]+|data-naa="[^"]*"')
MOST_PAGES = 40
ABOUT_CASES = ("/saker/", "/arbeidsliste/", "/api/")
"""Where answers about cases come from; the rest is the law, reference data and settings."""


@dataclass(frozen=True)
class World:
    sak: UUID
    saksnr: str
    inside: tuple[Person, ...]
    outside: tuple[Person, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """What nobody outside may be shown."""
        return (str(self.sak), self.saksnr, NAME, NOTE)


def _place_of_stay() -> UUID:
    return organisation("STED", "helseforetak")


def _case(verden: Verden) -> UUID:
    first = hendelse(
        "tiltale", "2023-11-01", paastand="tidsubestemt", embete=str(verden.embete),
        politidistrikt=str(verden.politi),
    )  # fmt: skip
    opened = opened_with(verden, [first, dom(), rettskraft(ref="h2")])
    for later in (
        hendelse("behandlingsansvar_fastsatt", "2024-02-02", rhf=str(verden.rhf),
                 institusjon=str(verden.institusjon)),
        hendelse("innleggelse", "2024-02-03", NOTE, institusjon=str(verden.institusjon),
                 oppholdsform="doegn"),
        # The person stays elsewhere than with the one responsible: both see the case (N-9.7).
        hendelse("innleggelse", "2026-06-01", institusjon=str(_place_of_stay()),
                 oppholdsform="doegn", kom_fra="institusjon"),
        hendelse("faglig_ansvarlig_endret", "2024-02-04", faglig_ansvarlig=str(verden.fa.id)),
    ):  # fmt: skip
        foer(verden.silje, opened, later)
    return opened


def opened_with(verden: Verden, events: list[dict[str, object]]) -> UUID:
    from_form = {"person": {**PERSON, "etternavn": NAME}, "hendelser": events}
    return opprett_sak.utfoer(verden.silje, from_form, noekkel=str(uuid4())).sak


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        verden = lag_verden()
        sak = _case(verden)
        own = {
            Rolle.NK: verden.nk,
            Rolle.FAGLIG_ANSVARLIG: verden.fa,
            Rolle.STATSADVOKAT: verden.sa,
        }
        inside = (
            *(own.get(rolle) or person(rolle, f"Inne {rolle}") for rolle in INSIDE),
            person(Rolle.INSTITUSJON, "Inne ved stedet", virksomhet=_place_of_stay()),
        )
        elsewhere = {
            rolle: organisation(f"ANNEN-{rolle}", KINDS.get(rolle, ("helseforetak", ""))[0])
            for rolle in Rolle
        }
        outside = tuple(
            person(rolle, f"Ute {rolle}", virksomhet=elsewhere[rolle])
            for rolle in Rolle
            if rolle not in {Rolle.NK, Rolle.NK_LEDER}
        )
        saksnr = Sak.objects.get(pk=sak).saksnr
        yield World(sak, saksnr, inside, outside)


def client_of(who: Person) -> Client:
    client = Client(enforce_csrf_checks=True)
    log_in(client, who)
    return client


def text_of(answer: HttpResponseBase) -> str:
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return html.unescape(body.decode("utf-8", "replace"))


def crawl(client: Client) -> tuple[dict[str, str], set[str]]:
    """What stands at every address that somebody is given, from the start page on, and every id."""
    waiting = [one for one in without_arguments() if about_cases(one)]
    seen: dict[str, str] = {}
    ids: set[str] = set()
    asked: set[tuple[str, frozenset[str]]] = set()
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop()
        if not about_cases(address) or shape(address) in asked:
            continue
        asked.add(shape(address))
        answer = client.get(address)
        body = seen[address] = text_of(answer)
        if answer.status_code != 200:
            continue
        ids |= set(UUID_FORM.findall(body))
        waiting += [link for link in LINK.findall(body) if link not in seen]
    return seen, ids


def about_cases(address: str) -> bool:
    return address == "/" or address.startswith(ABOUT_CASES)


def routes(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from routes(one)
        else:
            yield one


def without_arguments() -> list[str]:
    return [reverse(one.name) for one in routes() if one.name and not one.pattern.converters
            and _reversible(one.name)]  # fmt: skip


def _reversible(name: str) -> bool:
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True


def with_case(sak: UUID, ids: set[str]) -> set[str]:
    """Every address of the URLconf about a case, with every id an insider was given."""
    found = set()
    for one in routes():
        names = one.pattern.converters
        if not one.name or "sak" not in names:
            continue
        values = {
            "sak": [str(sak)], "nr": ["1"], "kode": ["klage", "opphoer"],
        }  # fmt: skip
        choices = [values.get(name, sorted(ids)) for name in names]
        for chosen in product(*choices):
            found.add(reverse(one.name, kwargs=dict(zip(names, chosen, strict=True))))
    return found


def shape(address: str) -> tuple[str, frozenset[str]]:
    """A route and a set of parameters: the values differ, not the question."""
    path, _, query = address.partition("?")
    named = frozenset(part.partition("=")[0] for part in query.split("&"))
    return resolve(path).route, named


def counted() -> tuple[int, int, list[int]]:
    return (
        Hendelse.objects.count(),
        Saksdeltaker.objects.count(),
        list(Sak.objects.order_by("pk").values_list("siste_nr", flat=True)),
    )


def test_nothing_an_insider_was_given_opens_for_an_outsider(world: World) -> None:
    addresses: set[str] = set()
    ids: set[str] = set()
    for who in world.inside:
        assert rader.er_synlig(who.viewer(), world.sak, clock.today()), who.kode
        seen, given = crawl(client_of(who))
        addresses |= {one for one in seen if str(world.sak) in one}
        ids |= given
    assert str(world.sak) in ids, "the crawl never came to the case"
    addresses = set({shape(one): one for one in sorted(addresses)}.values()) | with_case(
        world.sak, {one for one in ids if one != str(world.sak)}
    )
    assert len(addresses) >= 8, addresses
    before = counted()
    for who in world.outside:
        assert not rader.er_synlig(who.viewer(), world.sak, clock.today()), who.kode
        replay(client_of(who), world, addresses)
    assert counted() == before


def replay(client: Client, world: World, addresses: set[str]) -> None:
    client.get("/")
    token = client.cookies["csrftoken"].value if "csrftoken" in client.cookies else ""
    compared: set[tuple[str, str]] = set()
    for address, method in product(sorted(addresses), ("get", "post")):
        if method == "post" and "?" in address:
            continue
        headers = {"X-CSRFToken": token} if method == "post" else {}
        answer = getattr(client, method)(address, headers=headers)
        assert answer.status_code in REFUSED, (method, address, answer.status_code)
        body = text_of(answer)
        assert not [mark for mark in world.marks[1:] if mark in body], (method, address)
        kind = (method, re.sub(r"\d+", "", UUID_FORM.sub("", address)))
        if kind not in compared:
            # Once for each route and method: the same as for a case that is not there.
            compared.add(kind)
            missing = address.replace(str(world.sak), str(uuid4()))
            other = getattr(client, method)(missing, headers=headers)
            assert same(answer, other), (method, address)


def same(one: HttpResponseBase, other: HttpResponseBase) -> bool:
    """Whether two answers say the same, apart from tokens and the address asked for."""

    def plain(answer: HttpResponseBase) -> tuple[int, str]:
        return answer.status_code, UUID_FORM.sub("", VARIES.sub("", text_of(answer)))

    return plain(one) == plain(other)


def test_no_page_of_an_outsider_mentions_the_case(world: World) -> None:
    for who in world.outside:
        client = client_of(who)
        seen, ids = crawl(client)
        assert str(world.sak) not in ids, who.kode
        for address, body in seen.items():
            assert not [mark for mark in world.marks if mark in body], (who.kode, address)
