"""How many independent origins documents have: copies, one agency's report and one publisher count once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from theodolite.model.article import Article
from theodolite.model.copies import Copies, Independence, Joined, SameOrigin
from theodolite.resolve.copies.credits import publisher_name
from theodolite.resolve.union import Union

_Key = tuple[str, str]


def independent(articles: Sequence[Article], copies: Copies) -> Independence:
    """The independent origins among documents, whatever story or other group they were taken from.

    One origin are copies of each other; documents that credit the same source, and that source's own; and
    documents of one publisher. The same whatever the order of the documents; `count` is the number.
    """
    group = {d: g.id for g in copies.groups for d in g.documents}
    ordered = sorted(articles, key=lambda a: a.id)
    sets = Union(article.id for article in ordered)
    seen: dict[_Key, tuple[str, SameOrigin]] = {}
    joined: list[Joined] = []
    for article in ordered:
        for key, rule, detail in _keys(article, group, copies):
            first, before = seen.setdefault(key, (article.id, rule))
            if sets.join(first, article.id):
                both = rule if rule == before else "credited publisher"
                joined.append(Joined(first=first, again=article.id, rule=both, detail=detail))
    origins: dict[str, list[str]] = {}
    for article in ordered:
        origins.setdefault(sets.root(article.id), []).append(article.id)
    return Independence(origins=tuple(tuple(own) for own in origins.values()), joined=tuple(joined))


def _keys(article: Article, group: dict[str, str], copies: Copies) -> Iterator[tuple[_Key, SameOrigin, str]]:
    """What a document shares with others of its origin, the strongest first."""
    if article.id in group:
        yield ("group", group[article.id]), "copy", "nearly the same text"
    own = publisher_name(article.publisher)
    if credit := copies.credits.get(article.id):
        yield ("voice", credit.name), "same credit", credit.name
    if own:
        yield ("voice", own), "same publisher", own
