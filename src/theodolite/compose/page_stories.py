"""The pages of stories: what several documents tell of one event, by day and by size, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from theodolite.compose.context import Context, Entry
from theodolite.compose.outside import file_stem, language_of, linkable
from theodolite.compose.page import Page
from theodolite.compose.verdicts import badge
from theodolite.compose.words import day_words, shortened
from theodolite.model.article import Article
from theodolite.model.story import Headline, Story, ToldStory

INDEX = "stories/index.html"
NAV = (INDEX, "Stories")
_LARGEST = "stories/largest.html"
_ABOUT = "What several of the documents read tell of one event, in English and Chinese together."
_NEWEST = 150
"""Stories on the first page; those of each month stand on a page of their own."""
_LARGEST_MOST = 100
_CLAIMS = 40
"""Claims that a story's page quotes; each document's page has all of its own."""
_NAMES = 6
_TITLE = 300
_KINDS = {
    "official": "official source", "wire": "news agency", "press": "press", "blog": "blog", "forum": "forum",
    "research": "research",
}  # fmt: skip


class StoryPages:
    """Every page of stories that more than one document tells."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        several = (t for t in ctx.view.stories if len(t.articles) > 1)
        self.told = sorted(several, key=lambda t: (t.story.last, len(t.articles), t.story.id), reverse=True)
        self.documents = {d.text.sha256: d for d in reversed(ctx.view.documents)}
        self._rows: dict[str, dict[str, Any]] = {}

    def pages(self) -> list[Page]:
        """The list by day, the pages of months, the largest, then one page a story."""
        if not self.told:
            return []
        months = [(m, list(own)) for m, own in groupby(self.told, key=lambda t: t.story.last[:7])]
        listed = [self._list(INDEX, "Stories", self.told[:_NEWEST], months, len(self.told) > _NEWEST)]
        if len(self.told) > _NEWEST:
            listed += [
                self._list(f"stories/{m}.html", f"Stories of {day_words(m)}", own, months, True)
                for m, own in months
            ]
        by_size = sorted(self.told, key=_size)
        return [*listed, self._largest(by_size[:_LARGEST_MOST]), *(self._page(t) for t in self.told)]

    def _list(
        self,
        path: str,
        title: str,
        told: Sequence[ToldStory],
        months: Sequence[tuple[str, Sequence[ToldStory]]],
        linked: bool,
    ) -> Page:
        days = [
            {"day": day, "rows": [self._row(t) for t in own]}
            for day, own in groupby(told, key=lambda t: t.story.last)
        ]
        values = {
            "heading": title, "days": days, "all": self.ctx.count("stories", len(self.told)),
            "largest": _LARGEST, "by_size": None, "index": INDEX, "single": self._single(),
            "months": [(f"stories/{m}.html", day_words(m)) for m, _ in months] if linked else [],
        }  # fmt: skip
        return Page(path=path, template="stories.html", title=title, description=_ABOUT, values=values)

    def _largest(self, told: Sequence[ToldStory]) -> Page:
        values = {
            "heading": "Stories most told", "days": [], "by_size": [self._row(t) for t in told], "months": [],
            "all": self.ctx.count("stories", len(self.told)), "largest": _LARGEST, "index": INDEX,
            "single": self._single(),
        }  # fmt: skip
        return Page(
            path=_LARGEST,
            template="stories.html",
            title="Stories most told",
            description=_ABOUT,
            values=values,
        )

    def _single(self) -> str:
        """The count of documents that alone tell of something."""
        return self.ctx.count("stories/single", sum(len(t.articles) == 1 for t in self.ctx.view.stories))

    def _row(self, told: ToldStory) -> dict[str, Any]:
        """A story in a list; its counts are put into the store once."""
        story = told.story
        if story.id not in self._rows:
            key, entries = f"story/{file_stem(story.id)}", self._entries(told)
            verdicts = dict.fromkeys((e.verdict, e.draft) for e in entries if e.held)
            self._rows[story.id] = {
                "path": story_path(story), "titles": _titles(story), "span": span(story),
                "documents": self.ctx.count(f"{key}/documents", len(told.articles)),
                "origins": self._count(f"{key}/origins", story.origins),
                "one_origin": story.origins == 1,
                "publishers": _listed(story.publishers, 4),
                # What one document alone names is hardly what the story is about.
                "names": [name for name, count in story.names[:_NAMES] if count > 1],
                "tally": [badge(verdict, draft) for verdict, draft in verdicts],
            }  # fmt: skip
        return self._rows[story.id]

    def _count(self, key: str, n: int | None) -> str | None:
        return None if n is None else self.ctx.count(key, n)

    def _page(self, told: ToldStory) -> Page:
        story, row = told.story, self._row(told)
        entries = self._entries(told)
        title = row["titles"][0]["title"]
        key = f"story/{file_stem(story.id)}"
        values = {
            **row,
            "index": INDEX,
            "most_told": [
                {"name": name, "count": self.ctx.count(f"{key}/name/{n}", count)}
                for n, (name, count) in enumerate(story.names)
            ],
            "sides": [
                {"name": name, "count": self.ctx.count(f"{key}/side/{n}", count)}
                for n, (name, count) in enumerate(story.sides)
            ],
            "told": list(self._folded(told)),
            "entries": entries[:_CLAIMS],
            "left": self._count(f"{key}/left", len(entries) - _CLAIMS) if len(entries) > _CLAIMS else None,
        }
        about = f"{span(story)}: told by {_listed(story.publishers, 4) or 'publishers not known'}."
        return Page(
            path=story_path(story), template="story.html", title=title, description=about, values=values
        )

    def _folded(self, told: ToldStory) -> Iterator[dict[str, Any]]:
        """The documents by day, each with its copies under it."""
        copies: dict[str, list[Article]] = {}
        for article in told.articles:
            if article.id in told.copy_of:
                copies.setdefault(told.copy_of[article.id], []).append(article)
        originals = (a for a in told.articles if a.id not in told.copy_of)
        key = f"story/{file_stem(told.story.id)}/copies"
        for n, article in enumerate(sorted(originals, key=lambda a: (a.published or a.day, a.id))):
            own = copies.get(article.id, [])
            yield {
                **self._document(article),
                "copies": [self._document(a) for a in own],
                "count": self.ctx.count(f"{key}/{n}", len(own)),
                "one": len(own) == 1,
            }

    def _document(self, article: Article) -> dict[str, Any]:
        """A line for a document: its title and where it is; never its text."""
        title = shortened(article.title or "without a title", _TITLE)
        read = self.documents.get(article.text_sha256)
        when = day_words(article.published[:10]) if article.published else f"seen {day_words(article.day)}"
        kind = _KINDS.get(article.kind or "", "")
        return {
            "title": title, "lang": language_of(title, article.language),
            "address": linkable(article.address),
            "byline": ", ".join(p for p in (article.publisher, kind, when) if p),
            "page": f"documents/{file_stem(read.id)}.html" if read else None,
        }  # fmt: skip

    def _entries(self, told: ToldStory) -> list[Entry]:
        """The claims of a story's documents, what was held against data first; of copies once."""
        found: dict[str, Entry] = {}
        for article in told.articles:
            document = self.documents.get(article.text_sha256)
            if document is None or article.id in told.copy_of:
                continue
            for claim in document.claims:
                entry = self.ctx.entry_of.get(claim.id)
                if entry is not None:
                    found.setdefault(claim.id, entry)
        return sorted(found.values(), key=lambda e: not e.held)


def story_path(story: Story) -> str:
    """The page of a story, from the site's root."""
    return f"stories/{file_stem(story.id)}.html"


def _size(told: ToldStory) -> tuple[int, int, str]:
    return -(told.story.origins or 0), -len(told.articles), told.story.id


def span(story: Story) -> str:
    """The days of a story in words."""
    if story.first == story.last:
        return day_words(story.first)
    return f"{day_words(story.first)} to {day_words(story.last)}"


def _titles(story: Story) -> list[Mapping[str, str]]:
    """The headlines with their languages, at least one."""
    found: Iterable[Headline] = story.headlines
    made = [{"title": shortened(h.title, _TITLE), "lang": language_of(h.title, h.language)} for h in found]
    return list(made) or [{"title": "Documents without a title", "lang": "en"}]


def _listed(names: Sequence[str], most: int) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (" and others" if more > 0 else "")
