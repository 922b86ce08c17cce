"""How fresh a ledger is: sources by kind, those that fail, pulls and runs that failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from theodolite import ledger
from theodolite.model.brief import Brief, Fresh
from theodolite.model.gathering import Visit
from theodolite.model.profile import Profile
from theodolite.model.pull import Pull
from theodolite.model.watchlist import Watched
from theodolite.survey.briefing.making import brief
from theodolite.survey.briefing.window import window


def look(source: str, at: str, outcome: str, reason: str | None = None) -> Visit:
    """One look at a source."""
    return Visit(
        source=source,
        at=at,
        outcome=outcome,
        address=f"https://{source}.test/feed",
        reason=reason,  # type: ignore[arg-type]
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger that gathered of three sources, one of which fails, and pulled a table that was gone."""
    made = tmp_path / "l.sqlite"
    with ledger.open(made) as store:
        with store.begin("gather"):
            store.put_watched([
                Watched(name=name, shape="feed", address=f"https://{name}.test/feed", kind=kind)  # type: ignore[arg-type]
                for name, kind in (("office", "official"), ("daily", "press"), ("gazette", "press"))
            ])  # fmt: skip
            for name in ("office", "daily", "gazette"):
                store.put_visit(look(name, "2026-08-10T00:00:00+00:00", "unchanged"))
            store.put_visit(
                look("gazette", "2026-08-11T00:00:00+00:00", "missed", "HTTP 500\u202e after 3 tries")
            )
        with pytest.raises(ZeroDivisionError), store.begin("survey"):
            raise ZeroDivisionError("nothing to divide by")
        with store.begin("pull"):
            store.put_pull(
                Pull(source="epoch/x", at="2026-08-12T00:00:00+00:00", outcome="missed",
                     address="https://epoch.test/x.csv", reason="404")
            )  # fmt: skip
    return made


def told(path: Path, *, private: bool = True) -> dict[str, Fresh]:
    """What is said of each thing."""
    with ledger.open(path) as store:
        made: Brief = brief(store, Profile(), window(store, "x"), private=private)
    return {one.name: one for one in made.fresh}


def test_each_kind_of_source_says_when_one_last_answered_and_which_fail(path: Path) -> None:
    found = told(path)
    assert found["official"].words == "Official: one source, last answered on 10 August 2026."
    assert not found["official"].stale
    press = found["press"]
    assert press.stale and press.newest == "2026-08-10"
    assert press.words.endswith("; 1 failed when last asked: gazette.")
    (source,) = press.sources
    assert source.address == "https://gazette.test/feed"
    assert source.words == "gazette, 11 August 2026: HTTP 500[U+202E] after 3 tries"


def test_pulls_and_runs_that_failed_are_told_in_private_alone(path: Path) -> None:
    found = told(path)
    assert found["tables"].words == "One table could not be pulled when last tried: epoch/x."
    assert "did not end well: survey" in found["runs"].words
    assert "ZeroDivisionError" in found["runs"].sources[0].words
    assert not {"tables", "runs"} & set(told(path, private=False))
