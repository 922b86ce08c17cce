"""What a ledger knew at both ends of a window: the stuff that a brief is made of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from theodolite.compose.brief.quoting import BESIDE_A_SENTENCE, Limits, around, sentence_at
from theodolite.compose.survey_view import DocumentView
from theodolite.ledger.base import Ledger, TextEntry
from theodolite.model.article import Article
from theodolite.model.brief import Quote, Window
from theodolite.model.claim import Claim
from theodolite.model.groups import Group
from theodolite.model.identity import document
from theodolite.model.text import Text
from theodolite.model.version import Version
from theodolite.resolve.groups import Told, grouped
from theodolite.survey.documents import filled
from theodolite.survey.gathering.articles import articles
from theodolite.survey.news import may_be_published, private_bytes
from theodolite.survey.record.judging import Judged, judged
from theodolite.survey.record.recording import is_draft
from theodolite.survey.record.versions import Lineage, lineages, present


@dataclass(frozen=True, kw_only=True)
class State:
    """What a ledger knew when the window ended, and what of it was new.

    `claims` stand at the end, by id; `new` are the ids of those whose saying was not known when it began.
    `lineages` have the issues of findings up to the end, `before` and `now` the ones in force at either end.
    `texts` are by their hash, `new_texts` those that were not known before; `articles` are by document, with
    those that are new.
    """

    store: Ledger
    window: Window
    claims: Mapping[str, Claim]
    new: frozenset[str]
    lineages: Mapping[str, Lineage]
    before: Mapping[str, Version]
    now: Mapping[str, Version]
    texts: Mapping[str, TextEntry]
    new_texts: frozenset[str]
    articles: Mapping[str, Article]
    new_articles: frozenset[str]
    judged: Judged

    def spread(self, claim: Claim) -> tuple[int, int]:
        """(independent origins, documents) of what a claim says: of those that assert it, or that deny it."""
        group = self.group_of.get(claim.id)
        own = [v for v in group.voices if v.polarity == claim.polarity] if group else []
        return (len({v.origin for v in own}), len({v.document for v in own})) if own else (1, 1)

    def kept_back(self, source: str | None, sha256: str | None) -> bool:
        """Whether figures of a file must not be published: by its source's licence, or as it was private."""
        return sha256 in self._private or (source is not None and not may_be_published(source))

    @cached_property
    def _private(self) -> frozenset[str | None]:
        return frozenset(private_bytes(self.store))

    @cached_property
    def drafts(self) -> frozenset[str]:
        """Claims of named people whose present verdict nobody had accepted by the end."""
        return frozenset(claim for claim, found in self.lineages.items() if is_draft(found, self.judged))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every proposition that was made by the end."""
        wanted = dict.fromkeys(c.text_sha256 for c in self.claims.values())
        return tuple(grouped(self.claims.values(), {sha: self._told(sha) for sha in wanted}))

    @cached_property
    def group_of(self) -> Mapping[str, Group]:
        """Claim ids to the proposition that they are of; an assessment may be of none."""
        return {v.claim_id: g for g in self.groups for v in g.voices}

    def document(self, claim: Claim) -> DocumentView | None:
        """Where a claim stands, without the text itself."""
        return self._views.get(claim.text_sha256)

    def view(self, sha: str) -> DocumentView:
        """The document of a text, without the text itself."""
        return self._views[sha]

    def article_of(self, sha: str) -> Article | None:
        """The gathered document that has this text; None for one that no watchlist brought."""
        return self._by_text.get(sha)

    def quote(self, claim: Claim, most: Limits = BESIDE_A_SENTENCE) -> tuple[Quote, int]:
        """The sentence in which a claim stands, exact, and where the whole of it begins."""
        content = self._content(claim.text_sha256)
        if content is None:  # the words of the claim are all there is
            whole = around(claim.quote, 0, len(claim.quote), most)
            return replace(whole, start=claim.start, end=claim.start + whole.end), claim.start
        where = sentence_at(content, claim.start, claim.end)
        return around(content, claim.start, claim.end, most), where[0]

    @cached_property
    def _content(self) -> Callable[[str], str | None]:
        """The words of a text by its hash; a few are kept, as the claims of one come together."""

        @lru_cache(maxsize=16)
        def content(sha: str) -> str | None:
            text = self.store.text_by_sha(sha)
            return text.content if text else None

        return content

    def article(self, claim: Claim) -> Article | None:
        """The gathered document that a claim is of; None for one that no watchlist brought."""
        return self.articles.get(claim.document) or self._by_text.get(claim.text_sha256)

    @cached_property
    def _by_text(self) -> Mapping[str, Article]:
        return {a.text_sha256: a for a in self.articles.values()}

    @cached_property
    def _views(self) -> Mapping[str, DocumentView]:
        return {sha: _view(entry) for sha, entry in self.texts.items()}

    def _told(self, sha: str) -> Told:
        text, view = self.store.text_by_sha(sha), self._views.get(sha)
        return Told(origin=view.origin if view else None, content=text.content if text else None)


def state(store: Ledger, window: Window, works: Collection[str] | None = None) -> State:
    """What the ledger knew at both ends of a window that has an end; of `works` (ids of documents, as claims
    name them) alone where they are given."""
    since, until = window.since, window.until
    assert until is not None, "an empty ledger has no state"
    every = {
        claim: found
        for claim, own in lineages(store).items()
        if (found := clipped(own, until)) and (works is None or found[-1].claim.document in works)
    }
    claims = {
        k.value.id: k.value for k in store.claims(as_of=until) if works is None or k.value.document in works
    }
    texts = {e.text_sha256: e for e in store.texts(as_of=until)}
    gathered = {a.id: a for a in articles(store, until)}
    if works is not None:
        told = {c.text_sha256 for c in claims.values()}
        texts = {sha: e for sha, e in texts.items() if sha in told or _view(e).id in works}
        gathered = {i: a for i, a in gathered.items() if a.text_sha256 in texts}
    earlier = {a.id for a in articles(store, since)} if since else set()
    older = {e.text_sha256 for e in store.texts(as_of=since)} if since else set()
    return State(
        store=store,
        window=window,
        claims=claims,
        new=frozenset(claims) - _known(store, since, claims),
        lineages=every,
        before=_in_force(every, since) if since else {},
        now=_in_force(every, until),
        texts=texts,
        new_texts=frozenset(texts) - older,
        articles=gathered,
        new_articles=frozenset(gathered) - earlier,
        judged=judged(store, until),
    )


def _known(store: Ledger, since: str | None, claims: Mapping[str, Claim]) -> frozenset[str]:
    """The claims whose saying was known by a moment, also if it stood at another place or was taken back."""
    if since is None:
        return frozenset()
    old = [k.value for k in store.claims(ever=True) if k.known_from and k.known_from <= since]
    ids, sayings = {c.id for c in old}, {c.saying_id for c in old}
    return frozenset(i for i, c in claims.items() if i in ids or c.saying_id in sayings)


def clipped(lineage: Lineage, moment: str) -> Lineage:
    """The issues that were known by a moment, as they stood then."""
    found = tuple(v for v in lineage if v.known_from <= moment)
    if found and found[-1].known_to and found[-1].known_to > moment:
        found = (*found[:-1], replace(found[-1], known_to=None))
    return found


def _in_force(every: Mapping[str, Lineage], moment: str) -> dict[str, Version]:
    then = {claim: clipped(own, moment) for claim, own in every.items()}
    return {claim: last for claim, own in then.items() if own and (last := present(own)) is not None}


def _view(entry: TextEntry) -> DocumentView:
    """A document as sentences name it: what its origin and its reader say of it, and none of its words."""
    text = Text(
        snapshot=entry.snapshot.sha256, reader=entry.reader, content="", title=entry.title,
        author=entry.author, publisher=entry.publisher, published=entry.published, language=entry.language,
    )  # fmt: skip
    origin = filled(entry.origin, text)
    return DocumentView(id=document(origin.address, entry.text_sha256), origin=origin, text=text)
