"""What is kept for a while: fetched once, forgotten after its time and when told to."""

import pytest

from samvern.engine.minne import Minne


def test_it_fetches_what_it_does_not_hold_and_forgets_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    asked: list[set[str]] = []

    def fetch(keys: set[str]) -> dict[str, int]:
        asked.append(keys)
        return {key: len(key) for key in keys if key != "nobody"}

    kept: Minne[str, int] = Minne(60)
    assert kept.get_many(["a", "bb", "nobody"], fetch) == {"a": 1, "bb": 2}
    assert kept.get_many(["a", "ccc", "nobody"], fetch) == {"a": 1, "ccc": 3}
    assert asked == [{"a", "bb", "nobody"}, {"ccc", "nobody"}]
    now[0] = 60.0
    kept.get_many(["a"], fetch)
    assert asked[-1] == {"a"}
    kept.forget()
    kept.get_many(["a"], fetch)
    assert asked[-1] == {"a"}
    assert len(asked) == 4
