"""The collections that `stories.py` is measured on, as documents with the event of each."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import hashlib
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.model.story import Telling

_OWN = Path(__file__).parents[1] / "tests" / "gold" / "stories" / "items.jsonl"
_PER_DAY = 200


@dataclass(frozen=True)
class Labelled:
    """Documents, and the true event of each by document."""

    name: str
    told: list[Telling]
    events: dict[str, str]


def halves(event: str) -> str:
    """The half of an event, fixed by its name: parameters were chosen on "dev" alone."""
    return "dev" if int(hashlib.sha256(event.encode()).hexdigest(), 16) % 2 == 0 else "held out"


def telling(identity: str, day: str, title: str | None, text: str, at: str = "", **rest: Any) -> Telling:
    """A document known on its day."""
    return Telling(id=identity, day=day, at=at or day, seen=day, title=title, text=text, **rest)


def news(folder: Path) -> tuple[Labelled, Labelled]:
    """The 240 links, in two readings of the labels.

    "joined": a link whose label opened a new event belongs to the event that it opened (the data keep its
    number), so that later links assigned to that event are with it; where the labels take an assignment
    back, the link is alone. "literal": every link labelled "new_event" is alone.
    """
    rows = [
        json.loads(line)
        for line in (folder / "news-clustering-eval" / "clustering_eval_dataset_v1.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    ]
    told, joined, literal = [], {}, {}
    for row in rows:
        link, name = row["link"], row["sample_id"]
        day = link["published_at"][:10]
        told.append(
            telling(
                name, day, link["title"], _plain(link["description"]), link["published_at"],
                language=link["lang_hint"], publisher=link["domain"],
            )
        )  # fmt: skip
        label = row["labels"]["event_id_or_new_event"]
        taken_back = row["source"]["observed_enforced_action"]["action"] == "assign" and label == "new_event"
        joined[name] = f"own {name}" if taken_back else str(link["final_event_id"])
        literal[name] = f"own {name}" if label == "new_event" else str(label)
    return Labelled("joined", told, joined), Labelled("literal", told, literal)


def _plain(markup: str | None) -> str:
    """A description without its tags, which stand escaped and cut off in the data."""
    text = html.unescape(html.unescape(markup or ""))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*(?:>|$)", " ", text))


def own() -> Labelled:
    """The hand-written items."""
    rows = [json.loads(line) for line in _OWN.read_text(encoding="utf-8").splitlines()]
    told = [
        telling(
            r["id"], r["published"][:10], r["title"], r["text"], r["published"], language=r["language"],
            publisher=r["publisher"], kind=r["kind"],
        )
        for r in rows
    ]  # fmt: skip
    return Labelled("own items", told, {r["id"]: r["event"] for r in rows})


def parallel(folder: Path) -> Labelled:
    """Items of daily pages in Chinese and English, by day and number: each pair one event.

    Only pages whose items are numbered alike in both languages. What a page tells again on another day
    counts as another event here, so precision is under-stated.
    """
    by_day: dict[str, dict[str, list[tuple[tuple[int, int], str]]]] = defaultdict(dict)
    with gzip.open(
        folder / "docs-ai-insight-daily-4lang" / "daily.jsonl.gz", "rt", encoding="utf-8"
    ) as lines:
        for row in map(json.loads, lines):
            if row["lang"] in ("cn", "en"):
                by_day[row["date"]][row["lang"]] = list(_items(row["text"]))
    told, events = [], {}
    for day, both in sorted(by_day.items()):
        if len(both) < 2 or [k for k, _ in both["cn"]] != [k for k, _ in both["en"]]:
            continue
        for language, items in both.items():
            for n, (_, text) in enumerate(items):
                name = f"{day}-{n}-{language}"
                told.append(telling(name, day, None, text, language={"cn": "zh"}.get(language, language)))
                events[name] = f"{day}-{n}"
    return Labelled("parallel pages", told, events)


def _items(page: str) -> Iterator[tuple[tuple[int, int], str]]:
    section = -1
    for line in re.sub(r"\[[^\]]*\]\([^)]*\)", " ", page).split("\n"):
        section += line.startswith("#")
        found = re.match(r"\s*(\d+)\.\s+(.*)", line)
        if found and len(found[2]) > 40:
            yield (section, int(found[1])), found[2].replace("**", "").strip()


def many(folder: Path, count: int) -> list[Telling]:
    """So many documents made of real items in both languages, 200 a day, each item again after a month."""
    items = list(_real(folder))
    mixed = sorted(range(len(items)), key=lambda k: hashlib.sha256(str(k).encode()).hexdigest())
    start = dt.date(2024, 1, 1)
    return [
        telling(
            f"{k:06d}", (start + dt.timedelta(days=k // _PER_DAY)).isoformat(), *items[mixed[k % len(items)]]
        )
        for k in range(count)
    ]


def _real(folder: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(folder / "docs-juya-ai-daily-zh" / "items.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from ((r["title"], r["text"]) for r in map(json.loads, lines))
    path = folder / "docs-ai-daily-harvest" / "scored_articles.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for r in map(json.loads, lines):
            yield r["title"], f"{r.get('summary') or ''} {r.get('core_point') or ''}"
    with (folder / "docs-ai-incident-database" / "incidents.csv").open(encoding="utf-8", newline="") as rows:
        yield from ((r["title"], r["description"]) for r in csv.DictReader(rows))
    yield from ((t.text[:70], t.text) for t in parallel(folder).told)
