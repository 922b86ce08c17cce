"""Stories over the specimen's two documents, with a copy, a hostile title and one of no title at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from theodolite.compose import DocumentView
from theodolite.model.article import Article
from theodolite.model.story import Headline, Story, ToldStory

HOSTILE = '<script>alert("t")</script> \u202e "quoted" & co'


def article(
    identity: str, text_sha256: str, title: str | None, day: str = "2025-08-07", **rest: Any
) -> Article:
    """A gathered document."""
    values: dict[str, Any] = {
        "id": identity, "text_sha256": text_sha256, "title": title, "address": f"https://example.org/{identity}",
        "publisher": "Harbour Post", "author": None, "language": "en", "published": day, "basis": "feed",
        "first_seen": f"{day}T09:00:00+00:00", "last_changed": f"{day}T09:00:00+00:00", "editions": 1,
        "sources": ("harbour-post",), "kind": "press",
    }  # fmt: skip
    return Article(**(values | rest))


def told(*articles: Article, copies: dict[str, str] | None = None, **rest: Any) -> ToldStory:
    """A story of documents, the first of which has the headline."""
    titled = [a for a in articles if a.title]
    heads = tuple(
        Headline(title=a.title or "", document=a.id, language=a.language, publisher=a.publisher, kind=a.kind)
        for a in titled[:2]
    )
    values: dict[str, Any] = {
        "id": articles[0].id, "headlines": heads, "first": min(a.day for a in articles),
        "last": max(a.day for a in articles), "documents": tuple(a.id for a in articles),
        "publishers": tuple(dict.fromkeys(a.publisher for a in articles if a.publisher)),
        "languages": ("en",),
        "kinds": ("press",), "names": (("OpenAI", 2), ("Gamma", 1)), "sides": (("United States", 2),),
        "origins": 2,
    }  # fmt: skip
    return ToldStory(story=Story(**(values | rest)), articles=articles, copy_of=copies or {})


def stories(documents: Sequence[DocumentView]) -> tuple[ToldStory, ...]:
    """Two stories of several documents and one of one."""
    speech, dispatch = (d.text.sha256 for d in documents)
    return (
        told(
            article("a1", speech, HOSTILE),
            article("a2", dispatch, "芯片落后三年", "2025-08-08", language="zh", publisher="晨光科技"),
            article("a3", "0" * 64, f"A copy of {HOSTILE}", address="javascript:alert(1)"),
            copies={"a3": "a1"},
        ),
        told(
            article("b1", "1" * 64, None, "2025-07-30"),
            article("b2", "2" * 64, None, "2025-07-31", published=None, basis="fetch"),
            names=(), sides=(), origins=None,
        ),
        told(article("c1", "3" * 64, "Alone")),
    )  # fmt: skip
