"""`/helse`: is this process able to serve? Asked by load balancers, so it never redirects."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


def database_answers() -> bool:
    """Whether the database answers a real question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False


def migrations_done() -> bool:
    """Whether every migration the code knows has been run on the database."""
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 with `{"status":"ok",…}` when ready, otherwise 503. Says nothing about the set-up."""
    answers = database_answers()
    migrated = answers and migrations_done()
    ready = answers and migrated
    return JsonResponse(
        {
            "status": "ok" if ready else "ikke_klar",
            "database": answers,
            "migreringer": migrated,
        },
        status=200 if ready else 503,
    )
