"""Running something in threads, each with a database connection of its own."""

import threading
from collections.abc import Callable, Sequence

from django.db import connection


def in_threads[T](jobs: Sequence[Callable[[], T]]) -> list[T]:
    """Run all jobs at once; what they gave, in order. The first error is raised here."""
    results: dict[int, T] = {}
    errors: list[BaseException] = []
    start = threading.Barrier(len(jobs))

    def work(number: int, job: Callable[[], T]) -> None:
        try:
            start.wait()
            results[number] = job()
        except BaseException as error:  # noqa: BLE001 -- raised again in the caller's thread
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [results[number] for number in range(len(jobs))]
