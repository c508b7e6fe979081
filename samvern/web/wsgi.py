"""The WSGI application, used by the development server and by gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
application = get_wsgi_application()
