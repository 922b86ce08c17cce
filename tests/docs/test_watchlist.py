"""docs/watchlist.md has the list that is shipped, and its example is a watchlist."""

from __future__ import annotations

import re
from pathlib import Path

from theodolite.catalog import watchlist as shipped
from theodolite.model.watchlist import Watched
from theodolite.read.watchlist import watchlist

PAGE = Path(__file__).parents[2] / "docs" / "watchlist.md"


def confirmations() -> list[str]:
    head = ["| confirmed by | of | tried |", "| --- | --- | --- |"]
    return head + [
        f"| [{one.name}]({one.address}) | {one.seen or ''} | {'yes' if one.answered else ''} |"
        for one in sorted(shipped.confirmations().values(), key=lambda one: (one.seen or "", one.name))[::-1]
    ]


def sources() -> list[str]:
    head = ["| source | address | kind | language | shape | confirmed by |", "| --- " * 6 + "|"]
    by_address = {one.address: one.name for one in shipped.confirmations().values()}
    notes = {one.name: one.note for one in shipped.sources() if one.note}
    return head + [_row(one, by_address, notes) for one in shipped.default()]


def _row(one: Watched, by_address: dict[str, str], notes: dict[str, str]) -> str:
    page = by_address.get(one.confirmed or "") or f"[its publisher]({one.confirmed})"
    title = f"{one.title} ({notes[one.name]})" if one.name in notes else one.title
    return f"| {title} | `{one.address}` | {one.kind} | {one.language} | {one.shape} | {page} |"


def test_the_tables_are_of_the_shipped_list() -> None:
    written = PAGE.read_text(encoding="utf-8")
    for table in (confirmations(), sources()):
        assert "\n".join(table) in written, "put in place of the table:\n" + "\n".join(table)
    assert f"{len(shipped.default())} public sources" in written


def test_the_example_is_one() -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    found = watchlist(example.encode(), "example")
    assert found.refused == ()
    assert [one.name for one in found.entries] == [
        "qbitai.com", "import-ai", "ai-act", "press-releases", "epoch-notable-models",
    ]  # fmt: skip
