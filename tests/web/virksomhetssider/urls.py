"""Every address of the product, and those of the pages tested here."""

from django.urls import include, path

from samvern.web.urls import handler400, handler403, handler404, handler500
from samvern.web.urls import urlpatterns as product

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = [*product, path("virksomheter/", include("samvern.web.virksomhetssider.urls"))]
