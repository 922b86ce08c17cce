"""What was gathered, a value for each document in its newest state."""

from __future__ import annotations

from theodolite.ledger.base import AsOf, Ledger
from theodolite.model.article import Article
from theodolite.model.gathering import Edition
from theodolite.model.origin import Origin
from theodolite.model.text import Text
from theodolite.model.watchlist import Watched


def articles(ledger: Ledger, as_of: AsOf = None) -> list[Article]:
    """Every document of the watchlist's sources, known now or at `as_of`, in the order of first arrival.

    A text is had by `ledger.text_by_sha(article.text_sha256)`; claims name it in `text_sha256`.
    """
    states: dict[str, list[Edition]] = {}
    for edition in ledger.editions(as_of=as_of):
        states.setdefault(edition.document, []).append(edition)
    watched = {one.name: one for one in ledger.watched(as_of)}
    languages = {entry.text_sha256: entry.language for entry in ledger.texts(as_of)}
    return [_article(found, watched, languages) for found in states.values()]


def texts_gathered(ledger: Ledger) -> list[tuple[Origin, Text]]:
    """The newest text of every gathered document with its origin; of the same words at two addresses the
    first."""
    states: dict[str, list[Edition]] = {}
    for edition in ledger.editions():
        states.setdefault(edition.document, []).append(edition)
    found: dict[str, tuple[Origin, Text]] = {}
    for document in states.values():
        newest = newest_of(document)
        text = ledger.text(newest.snapshot, newest.reader)
        if newest.text_sha256 not in found and text is not None:
            found[newest.text_sha256] = _origin(ledger, newest), text
    return list(found.values())


def _origin(ledger: Ledger, edition: Edition) -> Origin:
    """The origin under which a state was found: the same bytes can stand at several addresses."""
    origins = ledger.origins(edition.snapshot)
    return next((one for one in origins if one.address == edition.address), origins[0])


def _article(states: list[Edition], watched: dict[str, Watched], languages: dict[str, str | None]) -> Article:
    newest = newest_of(states)
    sources = tuple(dict.fromkeys(state.source for state in states))
    of = watched.get(sources[0])
    texts = [
        state for n, state in enumerate(states) if not n or state.text_sha256 != states[n - 1].text_sha256
    ]
    return Article(
        id=newest.document,
        text_sha256=newest.text_sha256,
        title=newest.title,
        address=newest.address,
        publisher=of.publisher or of.title if of else None,
        author=newest.author,
        language=languages.get(newest.text_sha256) or (of.language if of else None),
        published=newest.published,
        basis=newest.basis,
        first_seen=states[0].at,
        last_changed=texts[-1].at,
        editions=len(texts),
        sources=sources,
        kind=of.kind if of else None,
        tags=tuple(dict.fromkeys(tag for name in sources for tag in _tags(watched.get(name)))),
    )


def newest_of(states: list[Edition]) -> Edition:
    """The last whole state, else the last of all: what a feed says of a page is less than the page."""
    return next((state for state in reversed(states) if state.whole), states[-1])


def _tags(source: Watched | None) -> tuple[str, ...]:
    return source.tags if source else ()
