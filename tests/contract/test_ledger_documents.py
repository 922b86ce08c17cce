"""Origins, snapshots, fetches and texts: every vintage kept, nothing kept twice."""

from __future__ import annotations

import random
from typing import Any

import pytest

from theodolite.ledger import LedgerError, NoRunError
from theodolite.ledger import base as ledger_base
from theodolite.model.errors import Refusal
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Part, Text

DAY = "2026-08-11T00:00:00+00:00"
NEXT = "2026-08-12T08:00:00+08:00"


def gathered(content: bytes, location: str = "a.txt", at: str = DAY, **more: Any) -> Gathered:
    return Gathered(Origin(location=location, **more), Snapshot(content, "text/plain"), at, 200)


@pytest.mark.parametrize(
    "content",
    [b"", b"abc", b"abc" * 100_000, random.Random(1).randbytes(300_000), bytes(range(256))],
    ids=["empty", "short", "packs well", "packs badly", "every byte"],
)
def test_bytes_come_back_as_they_came(ledger_factory: Any, content: bytes) -> None:
    store = ledger_factory.open()
    with store.begin("test"):
        assert store.put_gathered(gathered(content)) is True
        assert store.put_gathered(gathered(content)) is False
    again = ledger_factory.open()
    snapshot = again.snapshot(Snapshot(content).sha256)
    assert snapshot == Snapshot(content, "text/plain")
    assert again.snapshot("0" * 64) is None
    assert again.check() == []


def test_reading_the_same_bytes_again_adds_nothing(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    sizes = []
    for _ in range(2):
        with store.begin("survey"):
            one = gathered("text é 中".encode(), title="T")
            store.put_gathered(one)
            store.put_text(Text(snapshot=one.snapshot.sha256, reader="plain/1", content="text é 中"))
        rows = store.info()["rows"]
        sizes.append({table: n for table, n in rows.items() if table != "run"})
    assert sizes[0] == sizes[1]


def test_every_vintage_and_every_origin_is_kept(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        store.put_gathered(gathered(b"2025,1", "eci.csv"))
        store.put_gathered(gathered(b"same", "copy.csv"))
    first = store.runs()[0].ended
    with store.begin("survey"):
        store.put_gathered(gathered(b"2026,2", "eci.csv", NEXT))
        store.put_gathered(gathered(b"same", "copy.csv", NEXT, title="now with a title"))
    old, same, new = store.snapshots()
    assert [store.snapshot(e.sha256).content for e in (old, same, new)] == [b"2025,1", b"same", b"2026,2"]
    assert [e.newest for e in (old, same, new)] == [False, True, True]
    assert [o.title for o in same.origins] == ["now with a title", None]
    assert [o.title for o in store.origins(same.sha256)] == ["now with a title", None]
    # Times are kept in UTC, whatever zone they came in.
    assert (same.first_fetched, same.last_fetched) == (
        "2026-08-11T00:00:00.000000+00:00",
        "2026-08-12T00:00:00.000000+00:00",
    )
    then = store.snapshots(as_of=first)
    assert [e.sha256 for e in then] == [old.sha256, same.sha256]
    assert then[0].newest
    assert store.snapshots(as_of="2001-01-01") == []


def test_origins_with_awkward_words_come_back_whole(ledger_factory: Any) -> None:
    # A file name that is no UTF-8 reaches Python with lone surrogates; a sidecar can hold U+0000.
    origin = Origin(location="caf\udce9/中.txt", title="a\x00b 'quoted' \U0001f52d", may_republish=True)
    store = ledger_factory.open()
    with store.begin("survey"):
        store.put_gathered(Gathered(origin, Snapshot(b"x"), DAY))
    assert ledger_factory.open().snapshots()[0].origins == (origin,)


def test_a_fetch_that_brought_nothing_is_logged_once(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey") as run:
        for _ in range(2):
            store.put_missed(Origin(location="https://example.org/x"), DAY, "not found", 404)
        assert run.counts["missed"] == 1
    found = ledger_factory.execute("SELECT status, reason, snapshot FROM fetch")
    assert found == [(404, "not found", None)]
    assert store.snapshots() == []


@pytest.mark.parametrize("when", ["2026-08-11T00:00:00", "2026-08-11", "yesterday", ""])
def test_a_time_without_a_zone_is_refused(ledger_factory: Any, when: str) -> None:
    store = ledger_factory.open()
    with store.begin("survey"), pytest.raises(Refusal):
        store.put_gathered(gathered(b"x", at=when))
    assert store.snapshots() == []


def test_a_snapshot_over_the_limit_is_refused(ledger_factory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from theodolite.ledger.sqlite import documents

    assert documents.MAX_SNAPSHOT_BYTES == ledger_base.MAX_SNAPSHOT_BYTES == 256 * 2**20
    monkeypatch.setattr(documents, "MAX_SNAPSHOT_BYTES", 1000)
    store = ledger_factory.open()
    with store.begin("survey"):
        store.put_gathered(gathered(b"x" * 1000))
        with pytest.raises(Refusal, match="larger"):
            store.put_gathered(gathered(b"x" * 1001))


def test_texts_come_back_with_metadata_and_parts(ledger_factory: Any) -> None:
    content = "\ufeffone\r\ntwo 中 \U0001f52d" * 3000
    one = gathered(b"<html>")
    text = Text(
        snapshot=one.snapshot.sha256, reader="html/2", content=content, charset="utf-8", title="T\x00",
        author="A", publisher="P", published="2024-05", language="en", address="https://example.org",
        parts=(Part(start=0, end=5, kind="item", author="B", place="item 1"), Part(start=5, end=9)),
    )  # fmt: skip
    store = ledger_factory.open()
    with store.begin("survey"):
        store.put_gathered(one)
        assert store.text(one.snapshot.sha256, "html/2") is None
        assert store.put_text(text) is True
        assert store.put_text(text) is False
        assert store.put_text(Text(snapshot=one.snapshot.sha256, reader="html/1", content="")) is True
    again = ledger_factory.open()
    assert again.text(one.snapshot.sha256, "html/2") == text
    assert again.text_by_sha(text.sha256) == text
    assert again.text(one.snapshot.sha256, "html/1").content == ""
    assert again.text_by_sha("0" * 64) is None
    (entry,) = again.texts()  # the latest reading of the one snapshot
    assert (entry.reader, entry.length, entry.origin.location) == ("html/1", 0, "a.txt")


def test_offsets_are_fixed_for_ever(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, "one reading")
        for other in (
            Text(snapshot=text.snapshot, reader="plain/1", content="another reading"),
            Text(snapshot=text.snapshot, reader="plain/1", content="one reading", title="T"),
        ):
            with pytest.raises(Refusal, match="new version"):
                store.put_text(other)
        with pytest.raises(Refusal, match="canonical"):
            store.put_text(Text(snapshot=text.snapshot, reader="plain/2", content="a\x00b"))
        with pytest.raises(LedgerError):
            store.put_text(Text(snapshot="0" * 64, reader="plain/1", content="of nothing"))
    assert store.text(text.snapshot, "plain/1") == text


def test_nothing_is_written_outside_a_run(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    for write in (
        lambda: store.put_gathered(gathered(b"x")),
        lambda: store.put_missed(Origin(location="x"), DAY, "gone"),
        lambda: store.put_text(Text(snapshot="0" * 64, reader="plain/1", content="x")),
        lambda: store.put_claims("0" * 64, "rules/1", []),
        lambda: store.put_observations("gap", "gap/1", []),
        lambda: store.put_findings("reconcile/1", []),
        lambda: store.put_derived("fit", "k", b""),
    ):
        with pytest.raises(NoRunError):
            write()


def test_search_finds_words_and_chinese_without_spaces(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    if not store.info()["search"]:
        pytest.skip("this Python's SQLite has no FTS5")
    with store.begin("survey"):
        zh = make.document(store, "专家认为，中国人工智能落后美国约十八个月。", "zh.txt")
        en = make.document(store, "China trails the U.S. by 18 months, said an OpenAI executive.", "en.txt")
        make.document(store, "Nothing of the kind.", "no.txt")

    def found(query: str) -> list[str]:
        return [hit.text_sha256 for hit in store.search(query)]

    for query in ("人工智能", "工智", "十八个月", "月", "中", "人工智能 美国"):
        assert found(query) == [zh.sha256], query
    for query in ("openai", "China trails", '18 "months" AND', "EXECUTIVE"):
        assert found(query) == [en.sha256] if "AND" not in query else True
    assert found("智人") == found("China Nothing") == found("") == found("?!*") == []
    (hit,) = store.search("OpenAI executive")
    assert en.content[hit.start : hit.end] == "OpenAI"
    for hostile in ('"', "a OR", "NEAR(", "words:", "*", "^a", "a -b", "' ; DROP TABLE text --", "\x00"):
        store.search(hostile)
