"""Every address of the web door. A subject with many pages has its own `urls.py`."""

from django.urls import URLPattern, URLResolver, include, path

from samvern.web.pages import content, glossary, health, preferences

urlpatterns: list[URLPattern | URLResolver] = [
    path("", content.front_page, name="forside"),
    path("regelverk/", include("samvern.web.regelverk.urls")),
    path("ordliste/", glossary.glossary, name="ordliste"),
    path("hjelp/", content.help_page, name="hjelp"),
    path("om/", content.about, name="om"),
    path("tilgjengelighet/", content.accessibility, name="tilgjengelighet"),
    path("personvern/", content.privacy, name="personvern"),
    path("hurtigtaster/", content.shortcuts, name="hurtigtaster"),
    path("innstillinger/maalform", preferences.choose_language, name="velg_maalform"),
    path("innstillinger/farge", preferences.choose_colour, name="velg_farge"),
    path("innstillinger/hurtigtaster", preferences.choose_shortcuts, name="velg_hurtigtaster"),
    path("fristberegner/", include("samvern.web.fristberegner.urls")),
    path("helse", health.health, name="helse"),
    path("", include("samvern.web.innlogging.urls")),
    path("", include("samvern.web.arbeidsliste.urls")),
    path("noedtilgang/", include("samvern.web.noedtilgang.urls")),
    path("brukere/", include("samvern.web.brukersider.urls")),
    path("virksomheter/", include("samvern.web.virksomhetssider.urls")),
    path("saker/", include("samvern.web.registrering.urls")),
    path("api/v1/", include("samvern.api.urls")),
    path("", include("samvern.web.apisider.urls")),
    path("saker/", include("samvern.web.sak.urls")),
]

handler400 = "samvern.web.pages.errors.bad_request"
handler403 = "samvern.web.pages.errors.denied"
handler404 = "samvern.web.pages.errors.not_found"
handler500 = "samvern.web.pages.errors.server_error"
