"""Copies among what was gathered: sketches and credits kept by text, groups, firsts, independent origins."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from theodolite import ledger
from theodolite.catalog import vocabulary
from theodolite.ledger.base import Ledger
from theodolite.model.article import Article
from theodolite.model.copies import Copies, CopyGroup, Independence
from theodolite.model.identity import digest
from theodolite.resolve.copies import VERSION, Sketches, copies, credit, credited, independent, with_firsts
from theodolite.survey.caching import keep
from theodolite.survey.gathering.articles import articles
from theodolite.survey.place import existing_ledger

_BATCH = 500
"""Texts that are read and kept at a time."""


def copies_of(store: Ledger, gathered: Sequence[Article]) -> Copies:
    """The groups of copies among gathered documents, who told first, and whom each credits.

    What a text gives is kept in the ledger under its hash, so that a new batch costs what it is; where
    another process writes, it is made and not kept.
    """
    read = _Reader(store)
    sketches = Sketches()
    credits = {}
    for article, (sketch, lines) in zip(gathered, read.each(gathered), strict=True):
        sketches.put(sketch)
        if found := credit(article.id, lines, article.publisher, article.author):
            credits[article.id] = found
    return with_firsts(_paired(store, gathered, sketches), gathered, credits)


_COPIES = TypeAdapter(Copies)


def _paired(store: Ledger, gathered: Sequence[Article], sketches: Sketches) -> Copies:
    """The groups without their firsts: stories, trends and the brief of one survey ask for the same ones."""
    owners = [_owner(a) for a in gathered]
    rows = [(a.id, a.text_sha256, owner) for a, owner in zip(gathered, owners, strict=True)]
    step, key = f"copies/{VERSION}", digest(json.dumps(rows))
    if (kept := store.derived(step, key)) is not None:
        try:
            return _COPIES.validate_json(kept)
        except ValidationError:
            pass  # what cannot be read is worked out again
    made = copies([a.id for a in gathered], sketches, owners)
    keep(store, "copies", [(step, key, _COPIES.dump_json(made))])
    return made


def _owner(article: Article) -> str | None:
    """Whose pages a document's page is like: its publisher's, else its host's."""
    try:
        return article.publisher or urlsplit(article.address or "").hostname
    except ValueError:
        return None


class _Reader:
    """What is needed of each text: kept, or made and kept."""

    def __init__(self, store: Ledger) -> None:
        self._store = store
        self._steps = (f"sketch/{VERSION}", f"credited/1/{vocabulary.digest()}")

    def each(self, gathered: Sequence[Article]) -> Iterator[tuple[bytes, list[tuple[str, str]]]]:
        """The sketch as bytes and the lines of credit of each document's text."""
        for low in range(0, len(gathered), _BATCH):
            names = [a.text_sha256 for a in gathered[low : low + _BATCH]]
            known = {name: self._kept(name) for name in dict.fromkeys(names)}
            if missing := [name for name, kept in known.items() if kept is None]:
                made = self._made(missing)
                self._keep(made)
                known |= made
            for name in names:
                kept = known[name]
                assert kept is not None
                yield kept[0], [(who, words) for who, words in json.loads(kept[1])]

    def _kept(self, name: str) -> tuple[bytes, bytes] | None:
        sketch, lines = (self._store.derived(step, name) for step in self._steps)
        if sketch is None or lines is None:
            return None
        try:
            Sketches().put(sketch)
        except ValueError:
            return None
        return sketch, lines

    def _made(self, names: Sequence[str]) -> dict[str, tuple[bytes, bytes]]:
        texts = [self._store.text_by_sha(name) for name in names]
        contents = [text.content if text else "" for text in texts]
        sketches = Sketches.of(contents)
        return {
            name: (sketches.packed(k), json.dumps(credited(content)).encode())
            for k, (name, content) in enumerate(zip(names, contents, strict=True))
        }

    def _keep(self, made: dict[str, tuple[bytes, bytes]]) -> None:
        keep(
            self._store, "copies",
            ((step, name, value) for name, values in made.items()
             for step, value in zip(self._steps, values, strict=True)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesReport:
    """The groups of copies of a ledger that answer a query.

    `independent` counts the origins among the documents whose titles answer the query; None without one.
    """

    query: str | None
    copies: Copies
    groups: tuple[CopyGroup, ...]
    articles: dict[str, Article]
    independent: Independence | None
    warnings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Everything as JSON values."""
        known = self.copies
        return {
            "schema_version": "1", "query": self.query, "documents": known.compared, "short": known.short,
            "wordless": known.wordless, "count": len(self.groups),
            "groups": [self._group(group) for group in self.groups],
            "independent": self.independent.to_json() if self.independent else None,
            "notes": list(known.notes), "warnings": list(self.warnings),
        }  # fmt: skip

    def _group(self, group: CopyGroup) -> dict[str, Any]:
        return {
            "id": group.id, "kind": group.kind, "centre": group.centre, "least_resemblance": group.least,
            "independent_origins": independent(self._articles(group), self.copies).count,
            "first": asdict(group.first) if group.first else None,
            "members": [{**asdict(member), **self._about(member.document)} for member in group.members],
        }  # fmt: skip

    def _articles(self, group: CopyGroup) -> list[Article]:
        return [self.articles[d] for d in group.documents]

    def _about(self, document: str) -> dict[str, Any]:
        article = self.articles[document]
        credited_by = self.copies.credits.get(document)
        return {
            "title": article.title, "publisher": article.publisher, "address": article.address,
            "published": article.published, "basis": article.basis, "first_seen": article.first_seen,
            "credit": asdict(credited_by) if credited_by else None,
        }  # fmt: skip

    def flat(self) -> Iterator[dict[str, Any]]:
        """One row a member of a group."""
        for made in map(self._group, self.groups):
            first = made["first"] or {}
            for member in made["members"]:
                named = member.pop("credit")
                yield {
                    "group": made["id"], "group_kind": made["kind"], **member,
                    "credit": named["name"] if named else None,
                    "is_first": first.get("document") == member["document"],
                    "first_by": first.get("rule"), "first_credited": first.get("credited"),
                    "first_why": first.get("why"), "independent_origins": made["independent_origins"],
                }  # fmt: skip


def copies_in(path: Path | None, query: str | None = None) -> CopiesReport:
    """The groups of copies among what a ledger has gathered, the largest first; of those with every word of
    `query` in a member's title, where one is given. Raises Refusal where there is no ledger."""
    with ledger.open(existing_ledger(path), create=False) as store:
        gathered = articles(store)
        found = copies_of(store, gathered)
    known = {a.id: a for a in gathered}
    words = (query or "").casefold().split()
    answering = {a.id for a in gathered if all(w in (a.title or "").casefold() for w in words)}
    groups = [g for g in found.groups if not words or answering & set(g.documents)]
    groups.sort(key=lambda g: (-len(g.members), g.id))
    warnings = []
    if not gathered:
        warnings.append("nothing was gathered into this ledger: run `theodolite gather` first")
    elif not groups:
        warnings.append("no document is a copy of another" if not words else "no copies answer")
    if not words:
        warnings.append(
            "independent: null, because origins are counted of documents on one matter: give words"
        )
    return CopiesReport(
        query=query, copies=found, groups=tuple(groups), articles=known,
        independent=independent([known[d] for d in sorted(answering)], found) if words else None,
        warnings=tuple(warnings),
    )  # fmt: skip
