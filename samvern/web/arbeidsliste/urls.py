"""Addresses of the work list and the register. A case's own pages stand with the case."""

from django.urls import path

from samvern.web.arbeidsliste import eksport, finnsak, listeside, mitt, registerside

urlpatterns = [
    path("arbeidsliste/", listeside.work_list, name="arbeidsliste"),
    path("arbeidsliste/utskrift/", listeside.paper, name="arbeidsliste_utskrift"),
    path("arbeidsliste/utvalg/", mitt.change_list, name="arbeidsliste_utvalg"),
    path("saker/", registerside.register, name="register"),
    path("saker/finn/", finnsak.find_case, name="finn_sak"),
    path("saker/utvalg/", mitt.change_register, name="register_utvalg"),
    path("saker/eksport/", eksport.export, name="register_eksport"),
]
