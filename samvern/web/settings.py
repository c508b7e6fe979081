"""Django settings, all from the environment (`SAMVERN_*`, see docs/drift.md).

Development is the default so that `make run` needs nothing. `SAMVERN_MILJOE=produksjon` turns on
secure cookies, HTTPS and hashed static files, and refuses to load at all while
`production_faults` has something to say.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from samvern.engine.environment import (
    database,
    flag,
    hosts,
    is_production,
    production_faults,
    secret_key,
)

PACKAGE = Path(__file__).resolve().parent
VAR = Path(os.environ.get("SAMVERN_VAR", PACKAGE.parent.parent / "var"))

try:
    PRODUCTION = is_production(os.environ)
    DEBUG = flag(os.environ, "SAMVERN_DEBUG")
    DEMO = flag(os.environ, "SAMVERN_DEMO")
    DATABASES = {"default": database(os.environ, VAR)}
except ValueError as fault:
    raise ImproperlyConfigured(str(fault)) from fault
if PRODUCTION and (faults := production_faults(os.environ)):
    raise ImproperlyConfigured(" ".join(faults))

if not os.environ.get("SAMVERN_DATABASE_URL", "").strip():
    # SQLite makes its file, but not the folder it lies in.
    VAR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = secret_key(os.environ)
ALLOWED_HOSTS = hosts(os.environ)

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "samvern.web",
    "samvern.apps.apinoekler",
    "samvern.apps.brukere",
    "samvern.apps.noekler",
    "samvern.apps.personer",
    "samvern.apps.revisjon",
    "samvern.apps.saker",
    "samvern.apps.utkast",
    "samvern.apps.utvalg",
    "samvern.apps.virksomheter",
]
ROOT_URLCONF = "samvern.web.urls"
WSGI_APPLICATION = "samvern.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    # First those that only add headers: SecurityMiddleware answers by itself when the host is
    # wrong or the request is not encrypted, and what stands after it never sees those answers.
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samvern.web.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samvern.web.middleware.preferences",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "samvern.web.innlogging.middleware.innlogging",
    # Innermost, so that what a view refuses is answered before anything else sees it.
    "samvern.web.innlogging.middleware.Avslagssvar",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "samvern.web.context.frame",
            ],
        },
    }
]

# Language: bokmål is the source, nynorsk the catalogue. The choice is the reader's own (a cookie,
# see middleware.preferences); the browser's language list is never used, since a browser that
# asks for English would get English dates in a Norwegian page.
USE_I18N = True
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk")]
LOCALE_PATHS = [path.parent for path in sorted(PACKAGE.glob("**/locale/nn"))]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
# Numbers are written by our own filter (`tall`), so that years and case numbers stay whole.
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    # Designsystemet draws some icons with CSS masks written as data addresses.
    "img-src": [CSP.SELF, "data:"],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "object-src": [CSP.NONE],
    "manifest-src": [CSP.SELF],
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^helse$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "samvern.web.pages.errors.csrf_failure"
PREFERENCE_COOKIE_SECURE = PRODUCTION

# Users and sessions: docs/brukere.md. How long a session lives by our own clock, and that it dies
# with the role, stands in samvern.web.innlogging.oekt; the cookie only has to live as long.
AUTH_USER_MODEL = "brukere.Bruker"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-samvern" if PRODUCTION else "samvern_oekt"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# A file of cases from the calculator is well below this; anything larger goes to the CLI.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 2
# Uploads stay in memory: the calculator promises that nothing is stored.
FILE_UPLOAD_HANDLERS = ["samvern.web.uploads.BoundedMemoryHandler"]

# What people write into the forms is never logged: no request bodies, no query strings,
# no words of exceptions.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_input": {"()": "samvern.web.logs.WithoutInput"}},
    "formatters": {
        "line": {
            "()": "samvern.web.logs.WithoutValues",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["without_input"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
    },
}
