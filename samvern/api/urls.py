"""The addresses under /api/v1/, each behind the same door.

The door turns every answer into one a program can read (405 and 404 too), and keeps all of it out
of caches. It is exempt from the CSRF check because no cookie opens anything here.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, path, re_path
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from samvern.api import dokument, koder, problem
from samvern.api.problem import Stans
from samvern.api.rot import api

type View = Callable[..., HttpResponse]

READ_ONLY: Final = ("GET",)


class Doer:
    """The door in front of one address. `operations` are those of the address, with their check."""

    def __init__(self, view: View, operations: list[Any]) -> None:
        self._view = view
        self.operations = operations

    @csrf_exempt
    def svar(self, request: HttpRequest, **wanted: Any) -> HttpResponse:
        """The answer of the operation, or a problem."""
        used = [one.operation_id for one in self.operations if request.method in one.methods]
        request.operasjon = used[0] if used else ""  # type: ignore[attr-defined]
        return _finished(request, self._view(request, **wanted))


def _finished(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    if isinstance(answer, HttpResponseNotAllowed):
        stopped = Stans(405, koder.METODE_IKKE_TILLATT, Allow=_sorted(answer["Allow"]))
        answer = problem.of_stop(request, stopped)
    answer["Cache-Control"] = "no-store"
    patch_vary_headers(answer, ("Authorization", "Accept-Language"))
    # Django would log the address of a refusal, and somebody may put a number of a person there.
    # What was refused is in the audit log; an unexpected fault is logged where it is caught.
    answer._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
    return answer


def _sorted(allowed: str) -> str:
    # Ninja writes a set, in whatever order it has.
    return ", ".join(sorted(allowed.split(", ")))


@csrf_exempt
def describe(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    if request.method not in READ_ONLY:
        return _finished(request, HttpResponseNotAllowed(READ_ONLY))
    return _finished(request, dokument.openapi(request))


@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponse:
    """What is no address: the same bytes as for a case that is hidden or missing."""
    return _finished(request, problem.of_stop(request, Stans(404, koder.FINNES_IKKE)))


def _operations() -> Iterator[URLPattern]:
    """One pattern for each operation, as ninja makes them, with the door in front."""
    for router in api._get_bound_routers():  # noqa: SLF001 -- nothing public tells both
        views = [view for view in router.path_operations.values() for _ in view.operations]
        for pattern, view in zip(router.urls_paths(router.prefix), views, strict=True):
            door = Doer(cast(View, pattern.callback), view.operations)
            yield path(str(pattern.pattern), door.svar, name=pattern.name)


urlpatterns: list[URLPattern] = [
    path("openapi.json", describe, name="api_openapi"),
    *_operations(),
    # Anything at all, also what has a line break in it.
    re_path("", nothing, name="api_ingenting"),
]
