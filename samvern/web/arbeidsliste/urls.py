"""Addresses of the work list and the register. A case's own pages stand with the case."""

from django.urls import path

from samvern.apps.brukere import public as brukere
from samvern.apps.saker import public as saker
from samvern.web.arbeidsliste import eksport, finnsak, listeside, mitt, registerside

# Here every app is ready, and the page that asks has not been asked for yet.
brukere.registrer_oppgaver(saker.oppgaver_i_dag)

urlpatterns = [
    path("arbeidsliste/", listeside.work_list, name="arbeidsliste"),
    path("arbeidsliste/utskrift/", listeside.paper, name="arbeidsliste_utskrift"),
    path("arbeidsliste/utvalg/", mitt.change_list, name="arbeidsliste_utvalg"),
    path("saker/", registerside.register, name="register"),
    path("saker/finn/", finnsak.find_case, name="finn_sak"),
    path("saker/utvalg/", mitt.change_register, name="register_utvalg"),
    path("saker/eksport/", eksport.export, name="register_eksport"),
]
