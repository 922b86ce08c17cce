"""A ledger's documents as trends count them: what was gathered, and what was surveyed from files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from theodolite import ledger
from theodolite.catalog import vocabulary
from theodolite.engine import map_ordered
from theodolite.extract.mentions import VERSION, Named, named
from theodolite.ledger.base import AsOf, Ledger, TextEntry
from theodolite.model.article import Article
from theodolite.model.claim import Claim
from theodolite.model.copies import Copies
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.text import Text
from theodolite.model.trends import OFS, Of, TrendReport
from theodolite.survey.copies import copies_of
from theodolite.survey.gathering.articles import articles
from theodolite.survey.place import existing_ledger
from theodolite.survey.trends.report import RATE, trends
from theodolite.survey.trends.told import Told

STEP = "mentions"
"""What the ledger's cache knows the names of a text by."""
_TOGETHER = 100
"""Texts that are read and looked through at a time."""
_Asked = tuple[str, str | None, str | None]


def trends_in(
    path: Path | None, since: dt.date | None = None, until: dt.date | None = None,
    of: Sequence[Of] = OFS, rate: float = RATE,
) -> TrendReport:  # fmt: skip
    """What moves in a ledger's documents. Raises Refusal where there is no ledger."""
    with ledger.open(existing_ledger(path), create=False) as store:
        return trends(told_in(store), since, until, of, rate)


def trends_of(store: Ledger, day: dt.date) -> TrendReport:
    """What moves in a ledger's documents published by a day."""
    return trends([t for t in told_in(store) if t.day is None or t.day <= day])


def told_in(store: Ledger, as_of: AsOf = None) -> list[Told]:
    """Every document of the ledger, now or at `as_of`, with its names and claims; outside a run, as it begins
    its own."""
    gathered = articles(store, as_of)
    every = [
        *gathered,
        *_surveyed(store, {edition.text_sha256 for edition in store.editions(as_of=as_of)}, as_of),
    ]
    units = _units(copies_of(store, every)) if len(every) > 1 else {}
    names = _names(store, every)
    claims: dict[str, list[Claim]] = {}
    for known in store.claims(as_of):
        claims.setdefault(known.value.text_sha256, []).append(known.value)
    return [
        Told(
            article=article, unit=units.get(article.id, article.id), names=names[_asked(article)],
            claims=tuple(claims.get(article.text_sha256, ())),
        )
        for article in every
    ]  # fmt: skip


def _units(found: Copies) -> Mapping[str, str]:
    return {member.document: group.id for group in found.groups for member in group.members}


def _surveyed(store: Ledger, gathered: set[str], as_of: AsOf) -> list[Article]:
    """Texts that came by no source of the watchlist, as articles; the place they are from is their source."""
    made = []
    for entry in store.texts(as_of):
        if entry.text_sha256 not in gathered and entry.snapshot.newest:
            made.append(_article(entry))
    return made


def _article(entry: TextEntry) -> Article:
    origin = entry.origin
    address = origin.address or (origin.location if "://" in origin.location else None)
    publisher = origin.publisher or entry.publisher
    source = publisher or (urlsplit(address).hostname if address else None) or "documents"
    published = origin.published or entry.published
    seen = entry.snapshot.first_fetched
    return Article(
        id=entry.text_sha256, text_sha256=entry.text_sha256, title=origin.title or entry.title,
        address=address, publisher=publisher, author=origin.author or entry.author,
        language=origin.language or entry.language, published=published,
        basis="page" if published else "fetch", first_seen=seen, last_changed=seen, editions=1,
        sources=(source,),
    )  # fmt: skip


def _asked(article: Article) -> _Asked:
    return article.text_sha256, article.title, article.language


def _names(store: Ledger, every: Sequence[Article]) -> dict[_Asked, tuple[Named, ...]]:
    """The names of each text with its title: kept, or found now and kept where nobody else writes."""
    found: dict[_Asked, tuple[Named, ...]] = {}
    missing = []
    for asked in dict.fromkeys(_asked(article) for article in every):
        kept = store.derived(STEP, _key(asked))
        if kept is None:
            missing.append(asked)
        else:
            found[asked] = tuple(Named(*row) for row in json.loads(kept))
    for low in range(0, len(missing), _TOGETHER * 8):
        found |= _found(store, missing[low : low + _TOGETHER * 8])
    return found


def _found(store: Ledger, missing: Sequence[_Asked]) -> dict[_Asked, tuple[Named, ...]]:
    texts = [(store.text_by_sha(sha), title, language) for sha, title, language in missing]
    batches = [texts[k : k + _TOGETHER] for k in range(0, len(texts), _TOGETHER)]
    made = [names for some in map_ordered(named_each, batches, workers=1) for names in some]
    try:
        with store.begin("mentions", {}):
            for asked, names in zip(missing, made, strict=True):
                rows = [[n.name, n.sort, n.side] for n in names]
                store.put_derived(STEP, _key(asked), json.dumps(rows, ensure_ascii=False).encode())
    except Refusal:
        pass  # Another process writes, or nobody may: what is not kept is found again.
    return dict(zip(missing, made, strict=True))


def _key(asked: _Asked) -> str:
    return digest(VERSION, vocabulary.digest(), *asked)


def named_each(texts: Sequence[tuple[Text | None, str | None, str | None]]) -> list[tuple[Named, ...]]:
    """The names of some texts, in their order; none where a text is not there."""
    return [named(text, title, language) if text else () for text, title, language in texts]
