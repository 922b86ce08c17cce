"""What was gathered, as entries of feeds: documents as they were first seen, and stories from the moment at
which a second document told of the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from theodolite.compose.context import Context
from theodolite.compose.feeds.feed import Item
from theodolite.compose.feeds.wording import title_line
from theodolite.compose.outside import file_stem, plain
from theodolite.compose.page_stories import INDEX as STORIES
from theodolite.compose.page_stories import story_path
from theodolite.compose.words import day_words
from theodolite.model.article import Article
from theodolite.model.identity import digest
from theodolite.model.story import ToldStory

DOCUMENTS = "documents/index.html"
_UNTITLED = "A document without a title"


def gathered(ctx: Context) -> Iterator[tuple[str, str, str, tuple[Item, ...]]]:
    """(page, title, what it is of, entries) of each page of gathered documents that has a feed."""
    several = [t for t in ctx.view.stories if len(t.articles) > 1]
    if several:
        about = "Events that several documents tell of, from the moment a second one did."
        yield STORIES, "Stories", about, tuple(_story(t) for t in several)
    pages = {d.text.sha256: f"documents/{file_stem(d.id)}.html" for d in reversed(ctx.view.documents)}
    articles = {a.id: a for t in ctx.view.stories for a in t.articles if a.text_sha256 in pages}
    if articles:
        items = tuple(_document(a, pages[a.text_sha256]) for a in articles.values())
        yield DOCUMENTS, "Documents", "Documents as they were first seen; an edit is no new one.", items


def _story(told: ToldStory) -> Item:
    """Of the first two documents, so that the entry stays as it is when more come."""
    first, second = sorted(told.articles, key=lambda a: (a.first_seen, a.id))[:2]
    lines = Markup("").join(Markup("<li>{}</li>").format(plain(_line(a))) for a in (first, second))
    return _item(
        digest("news", "story", told.story.id), second, first.title or second.title or _UNTITLED,
        "; ".join((_line(first), _line(second))), Markup("<p>Told by:</p><ul>{}</ul>").format(lines),
        story_path(told.story), ("story",),
    )  # fmt: skip


def _document(article: Article, path: str) -> Item:
    line = _line(article)
    html = Markup("<p>{}</p>").format(plain(line))
    tags = ("document", *((article.kind,) if article.kind else ()), *article.tags)
    return _item(
        digest("news", "document", article.id), article, article.title or _UNTITLED, line, html, path, tags
    )


def _line(article: Article) -> str:
    when = day_words(article.published[:10]) if article.published else f"seen {day_words(article.day)}"
    by = ", ".join(part for part in (article.publisher, when) if part)
    return f"{title_line(article.title or _UNTITLED)} ({by})"


def _item(
    key: str, seen: Article, title: str, summary: str, html: Markup, path: str, tags: Sequence[str]
) -> Item:  # fmt: skip
    return Item(
        key=key, at=seen.first_seen, day=seen.day, title=title_line(plain(title)), summary=plain(summary),
        html=str(html), path=path, language="en", tags=tuple(dict.fromkeys(plain(tag) for tag in tags)),
    )  # fmt: skip
