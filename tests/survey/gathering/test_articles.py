"""Documents in their newest state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from theodolite import ledger
from theodolite.model.gathering import Edition
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text
from theodolite.model.watchlist import Watched
from theodolite.survey.gathering.articles import articles

DAY = "2026-11-2{}T10:00:00.000000+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with ledger.open(tmp_path / "l.sqlite") as opened:
        yield opened


def put(store: Any, day: int, content: str, source: str = "lab", **more: Any) -> None:
    with store.begin("gather"):
        store.put_watched(
            [Watched(name=source, shape="feed", address=f"https://{source}.test/f",
                     publisher=source.title(),
                     kind="press", tags=(source, "ai"))]
        )  # fmt: skip
        snapshot = Snapshot(content.encode(), "text/plain")
        at = DAY.format(day)
        store.put_gathered(Gathered(Origin(location="https://lab.test/1"), snapshot, at))
        text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content, language="en")
        store.put_text(text)
        values = {
            "document": "d", "source": source, "at": at, "address": "https://lab.test/1", "title": content,
            "snapshot": snapshot.sha256, "reader": "plain/1", "text_sha256": text.sha256,
        }  # fmt: skip
        store.put_edition(Edition(**{**values, **more}))


def test_an_edit_is_no_new_article(store: Any) -> None:
    put(store, 1, "First words.", published="2026-11-20", basis="feed")
    put(store, 2, "First words.", source="press", published="2026-11-20", basis="feed")
    put(store, 3, "Other words.", published="2026-11-20T08:00:00+00:00", basis="page")
    (one,) = articles(store)
    assert (one.title, one.editions, one.sources) == ("Other words.", 2, ("lab", "press"))
    assert (one.first_seen, one.last_changed) == (DAY.format(1), DAY.format(3))
    assert (one.day, one.basis, one.language) == ("2026-11-20", "page", "en")
    assert (one.publisher, one.kind, one.tags) == ("Lab", "press", ("lab", "ai", "press"))
    (then,) = articles(store, as_of=store.runs()[0].ended)
    assert (then.title, then.editions) == ("First words.", 1)


def test_a_whole_page_goes_before_what_the_feed_says_of_it(store: Any) -> None:
    put(store, 1, "The whole page.")
    put(store, 2, "The feed's words.", whole=False, reason="status 403")
    (one,) = articles(store)
    assert one.title == "The whole page."
    assert one.day == "2026-11-21"  # no date stated: the day it was seen
