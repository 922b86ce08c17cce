"""A story as a sentence: its headline as a document has it, and how many tell it."""

from __future__ import annotations

from theodolite.compose.brief.quoting import MOST_WORDS, cut, line, quoted, short, words
from theodolite.compose.outside import linkable
from theodolite.compose.words import count_words, day_words
from theodolite.model.article import Article
from theodolite.model.brief import Source
from theodolite.model.period import day_of
from theodolite.model.story import ToldStory

_SOURCES = 4


def story_sentence(told: ToldStory, new: int, claims: int) -> str:
    """ "“Headline”: five documents of three publishers, two independent origins; three of them new." """
    story = told.story
    title = story.headline.title if story.headline else "No document has a title"
    own, goes_on = cut(line(title))
    documents = count_words(len(told.articles), "document")
    publishers = f" of {count_words(len(story.publishers), 'publisher')}" if len(story.publishers) > 1 else ""
    origins = "" if story.origins is None else f", {count_words(story.origins, 'independent origin')}"
    grown = f"; {count_words(new, 'of them', 'of them')} new" if new < len(told.articles) else ""
    read = f"; {count_words(claims, 'new claim')}" if claims else ""
    lead = f"{quoted(own, goes_on)}: {documents}{publishers}{origins}{grown}"
    whole = f"{lead}{read}."
    return whole if words(whole) <= MOST_WORDS else f"{lead}."


def article_source(article: Article) -> Source:
    """A gathered document."""
    parts = [f"“{short(article.title or 'untitled', 80)}”"]
    parts += [short(article.publisher)] if article.publisher else []
    parts += [f"published {day_words(day_of(article.published))}"] if article.published else ["no date"]
    return Source(
        kind="document", words=", ".join(parts), id=article.id, address=linkable(article.address),
        day=day_of(article.published),
    )  # fmt: skip


def story_sources(told: ToldStory) -> tuple[Source, ...]:
    """The documents of a story that are no copies, the first four."""
    own = [a for a in told.articles if a.id not in told.copy_of] or list(told.articles)
    first = told.story.headline.document if told.story.headline else own[0].id
    own.sort(key=lambda a: a.id != first)
    return tuple(article_source(a) for a in own[:_SOURCES])
