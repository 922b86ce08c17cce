"""Feeds, sitemaps and watched pages: the look at the source itself, before any item it lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.gather.exchange import Answer
from theodolite.model.errors import Refusal
from theodolite.model.gathering import Edition, Visit
from theodolite.model.identity import sha256
from theodolite.model.listed import Listed, Listing
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.read.items import items
from theodolite.read.sitemap import sitemap
from theodolite.survey.gathering.entries import at_address, entries_of
from theodolite.survey.gathering.items import Items, check_redirect
from theodolite.survey.gathering.look import Look
from theodolite.survey.gathering.states import Found, repeated, state, validators
from theodolite.survey.gathering.work import Taken, Work

CHILDREN = 20
"""Sitemaps of an index that are looked at, the latest changed first."""


@dataclass(slots=True)
class Lists:
    """The looks of one round. A look is held open by a wait of its own until all its items are asked for.

    `anew` names the sources of which something else is to be taken than before: their lists are read again.
    """

    work: Work
    items: Items
    anew: frozenset[str] = frozenset()

    def begin(self, look: Look) -> None:
        """Ask for the source; what it lists follows when it comes."""
        look.waiting += 1
        look.address = look.source.address
        if look.source.shape == "page":
            newest = self.work.known.newest.get(at_address(look.source.address))
            kept = validators(newest)
            self.work.fetching.ask(look.address, kept, self._taker(look, newest))
            return
        kept = validators(self._before(look))
        self.work.fetching.ask(look.address, kept, self._taker(look, None), is_list=True)

    def _before(self, look: Look) -> Visit | None:
        """The last look at the same address for the same items."""
        before = self.work.known.visits.get(look.source.name)
        if before is None or look.source.name in self.anew:
            return None
        return before if before.address == look.source.address else None

    def _taker(self, look: Look, newest: Edition | None) -> Taken:
        def taken(outcome: Answer | Refusal) -> None:
            if isinstance(outcome, Refusal):
                look.fail(outcome, getattr(outcome, "status", None))
                self._pending(look)
                return self.work.release(look)
            look.at, look.status = outcome.at, outcome.status
            before = self._before(look) if outcome.content is None else None
            look.etag = outcome.validators.etag or (before.etag if before else None)
            look.last_modified = outcome.validators.last_modified or (
                before.last_modified if before else None
            )
            try:
                self._page(look, outcome, newest) if look.source.shape == "page" else self._list(
                    look, outcome
                )
            except Refusal as refusal:
                look.fail(refusal, outcome.status)
                look.etag = look.last_modified = None
                self._pending(look)
            return self.work.release(look)

        return taken

    # -- a page ----------------------------------------------------------------------------------------
    def _page(self, look: Look, answer: Answer, newest: Edition | None) -> None:
        source = look.source
        identity = at_address(source.address)
        if answer.content is None and newest is not None:
            look.outcome, look.snapshot = "unchanged", newest.snapshot
            if newest.source != source.name:
                self.work.put_state(repeated(newest, source, answer.at, None))
            return
        check_redirect(source.address, answer.address)
        found = Found(
            snapshot=Snapshot(answer.content or b"", answer.media_type), location=source.address,
            address=answer.address, at=answer.at, status=answer.status, etag=answer.validators.etag,
            last_modified=answer.validators.last_modified,
        )  # fmt: skip
        made = state(source, identity, found, newest)
        look.listed, look.outcome, look.snapshot = 1, "taken", made.edition.snapshot
        if newest is None:
            look.new = 1
        elif made.text is None:
            look.outcome = "unchanged"
            if newest.source == source.name and validators(newest) == validators(made.edition):
                return  # the look itself says that it was seen: not a row of it each hour
        else:
            look.edited = 1
        self.work.put_state(made)

    # -- a list ----------------------------------------------------------------------------------------
    def _list(self, look: Look, answer: Answer) -> None:
        before = self._before(look)
        content = answer.content
        if content is None or (before is not None and before.snapshot == sha256(content)):
            look.outcome = "unchanged"
            look.snapshot = before.snapshot if before else None
            look.listed = before.listed if before else 0
            self._pending(look)
            self._undated_children(look)
            return
        listing, sent = self._listing(look, answer, content)
        look.outcome, look.snapshot, look.listed = "taken", sent.sha256, len(listing.items)
        self._keep(look, sent, listing, answer)
        if listing.kind == "sitemap index":
            self._children(look, listing.items)
            return
        self._entries(look, listing, sent.sha256)

    def _listing(self, look: Look, answer: Answer, content: bytes) -> tuple[Listing, Snapshot]:
        sent = Snapshot(content, answer.media_type)
        received = dt.datetime.fromisoformat(answer.at).date()
        read = sitemap if look.source.shape == "sitemap" else items
        listing = read(sent, answer.address, received)
        for refusal in listing.refused:
            look.refusals.append(
                Refusal(f"{look.source.name} ({refusal.place})", refusal.reason, refusal.mend)
            )
        return listing, sent

    def _keep(self, look: Look, sent: Snapshot, listing: Listing, answer: Answer) -> None:
        """The list's own bytes, before anything that refers to them."""
        source = look.source
        origin = Origin(
            location=source.address, address=answer.address, title=source.title or listing.title,
            publisher=source.publisher or listing.publisher, kind="feed", language=source.language,
            licence=source.licence, may_republish=source.may_republish,
        )  # fmt: skip
        gathered = Gathered(origin, sent, fetched_at=answer.at, status=answer.status)

        self.work.writer.put(lambda store: _ignore(store.put_gathered(gathered)), len(sent.content))

    def _entries(self, look: Look, listing: Listing, sent: str) -> None:
        """Note what is new among the items, then ask for it and for what an earlier look left."""
        named = entries_of(
            look.source, listing, sent, look.at, self.work.known.entries.get(look.source.name, ())
        )
        look.taken += len(named)
        due = [entry for entry, _ in named if self.items.due(look.source, entry)]
        self.work.put_entries(due)
        asked = {entry.document for entry in due}
        if due:
            self.work.writer.flush()
        for entry in due:
            self.items.want(look, entry, listing)
        self._pending(look, asked)

    def _pending(self, look: Look, asked: set[str] | None = None) -> None:
        """Ask again for what earlier looks could not have, and for pages that may have been edited."""
        for entry in self.work.known.pending(look.source.name):
            if entry.document not in (asked or ()):
                self.items.want(look, entry, None)
        if look.source.full_text and look.outcome != "missed":
            for entry in self.work.known.aged(look.source.name, look.at):
                if entry.document not in (asked or ()):
                    self.items.want(look, entry, None)

    def _undated_children(self, look: Look) -> None:
        """An index that does not date its sitemaps stays the same when they change."""
        sent = self.work.ledger.snapshot(look.snapshot) if look.snapshot else None
        if look.source.shape != "sitemap" or sent is None:
            return
        index = sitemap(sent, look.source.address)
        if index.kind == "sitemap index":
            self._children(look, [child for child in index.items if not child.updated])

    def _children(self, look: Look, listed: Sequence[Listed]) -> None:
        latest = sorted(listed, key=lambda item: item.updated or "", reverse=True)[:CHILDREN]
        for child in latest:
            if child.address:
                look.waiting += 1
                kept = self.work.known.lists.get(child.address)
                self.work.fetching.ask(child.address, kept, self._child(look, child), is_list=True)

    def _child(self, look: Look, child: Listed) -> Taken:
        def taken(outcome: Answer | Refusal) -> None:
            try:
                if isinstance(outcome, Refusal):
                    raise outcome
                if outcome.content is None:
                    return self.work.release(look)
                listing, sent = self._listing(look, outcome, outcome.content)
                if listing.kind == "sitemap index":
                    raise Refusal(str(child.address), "an index within an index", "watch it by itself")
                self._keep(look, sent, listing, outcome)
                look.listed += len(listing.items)
                self._entries(look, listing, sent.sha256)
                if child.address:
                    self.work.known.lists[child.address] = outcome.validators
            except Refusal as refusal:
                place = f"{look.source.name} ({child.address})"
                look.refusals.append(Refusal(place, refusal.reason, refusal.mend))
            return self.work.release(look)

        return taken


def _ignore(new: bool) -> None:
    """A put that says whether the bytes are new, as one that says nothing."""
