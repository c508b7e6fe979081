"""«Velg person»: the demo's way in. Outside the demo there is no such page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from samvern.apps.brukere import autentisering
from samvern.apps.brukere import public as brukere
from samvern.engine import clock
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.law.text import Text
from samvern.web.innlogging import neste, oekt

_SENTENCE: Final = gettext_lazy("Dom til tvungent psykisk helsevern")
_POLICE: Final = gettext_lazy("Politi og kriminalomsorg")
_CONTROL: Final = gettext_lazy("Tilsyn og drift")
GROUPS: Final = (_SENTENCE, _POLICE, _CONTROL)
_GROUP_OF: Final[dict[Rolle, Promise]] = {
    Rolle.POLITI: _POLICE,
    Rolle.KRIMINALOMSORG: _POLICE,
    Rolle.STATSFORVALTER: _CONTROL,
    Rolle.FORSKER: _CONTROL,
    Rolle.REVISOR: _CONTROL,
    Rolle.SYSTEMDRIFT: _CONTROL,
}


@dataclass(frozen=True, slots=True)
class Inngang:
    """One card: a person in a role, and what there is to do today."""

    rolle: brukere.Rollebilde
    oppgaver: list[Text]


@dataclass(frozen=True, slots=True)
class Gruppe:
    """Cards under a heading. `aapen` adds the way in without logging in."""

    navn: Promise
    innganger: list[Inngang]
    aapen: bool = False


def only_in_demo(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """404, as for a page that does not exist, outside the demo."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return wrapped


@never_cache
@only_in_demo
def velg_person(request: HttpRequest) -> HttpResponse:
    """Everyone one can be. POST logs in as one of them, in that role."""
    roles = brukere.demo_persons(clock.today())
    if request.method == "POST":
        chosen = [role for role in roles if str(role.noekkel) == request.POST.get("rolle", "")]
        if not chosen:
            raise Http404
        return _be(request, chosen[0])
    tasks = brukere.demo_oppgaver(lambda: brukere.viewers_of_roles(roles))
    # In the order of the list of roles: the coordination unit first.
    ordered = sorted(roles, key=lambda role: list(Rolle).index(role.rolle))
    cards = [Inngang(role, tasks.get(role.bruker, [])) for role in ordered]
    groups = [
        Gruppe(name, [card for card in cards if _GROUP_OF.get(card.rolle.rolle, _SENTENCE) is name],
               name is _CONTROL)
        for name in GROUPS
    ]  # fmt: skip
    context = {
        "grupper": [group for group in groups if group.innganger or group.aapen],
        "neste": neste.wanted(request),
        "tomt": not roles,
    }
    return render(request, "innlogging/velg_person.html", context)


def _be(request: HttpRequest, role: brukere.Rollebilde) -> HttpResponse:
    user = brukere.user(role.bruker)
    if user is None:
        raise Http404
    autentisering.complete(user, new_id(), handling="innlogging.demo")
    oekt.begin(request, user)
    viewer = oekt.choose_role(request, role)
    autentisering.note(viewer, "rolle.valgt")
    oekt.of(request).viewer = viewer
    return HttpResponseRedirect(neste.first_page(request))
