"""Items that sources list, each on its way to a document.

An item is answered by the page it links to; where that cannot be had, or pages are not to be fetched, by what
the feed itself holds of it. Two sources that list one page ask for it once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from theodolite.gather.answers import PassingRefusal
from theodolite.gather.exchange import Answer
from theodolite.model.errors import Refusal
from theodolite.model.gathering import Edition, Entry, Missed
from theodolite.model.listed import Listed, Listing
from theodolite.model.snapshot import Snapshot
from theodolite.model.watchlist import Watched
from theodolite.read.choose import document
from theodolite.read.items import item_document, items
from theodolite.survey.gathering.entries import at_address, has_page, moment_of, only_words_changed
from theodolite.survey.gathering.look import Look
from theodolite.survey.gathering.states import Found, State, is_teaser, repeated, state, validators
from theodolite.survey.gathering.work import Work

AGAIN = dt.timedelta(days=1)
"""A page whose feed only words it differently (a count of comments) is asked for again after this long."""
_LISTS = 8
_NOT_YET = frozenset({403, 404})
"""A feed can list a page before its host shows it: such an answer lasts when it is given a second time."""


@dataclass(slots=True)
class Asker:
    """A source that waits for an item. `listing` is the feed it stands in, where it is at hand."""

    look: Look
    entry: Entry
    listing: Listing | None


@dataclass(slots=True)
class Items:
    """The items of one round."""

    work: Work
    _wanted: dict[str, list[Asker]] = field(default_factory=dict)
    _read: dict[str, Listing] = field(default_factory=dict)

    def due(self, source: Watched, entry: Entry) -> bool:
        """Whether an item that a source lists now is to be noted and had."""
        known = self.work.known
        if not known.due(entry):
            return False
        newest = known.state_of(entry.document)
        before = known.entries.get(entry.source, {}).get(entry.document)
        if newest is None or not newest.whole or not (source.full_text and has_page(entry)):
            return True
        if not only_words_changed(before, entry):
            return True
        return moment_of(entry.at) - moment_of(newest.at) >= AGAIN

    def want(self, look: Look, entry: Entry, listing: Listing | None) -> None:
        """Have an item that was put among the entries."""
        if any(one.entry.stated == entry.stated for one in self._wanted.get(entry.document, ())):
            return  # another part of the same sitemap has asked
        look.waiting += 1
        asker = Asker(look, entry, listing)
        newest = self.work.known.state_of(entry.document)
        if not entry.address or not has_page(entry) or not look.source.full_text:
            self._words(asker, None)
            self.work.release(asker.look)
        elif newest is not None and newest.whole and self._said_by_another(newest, entry):
            self._same(asker, newest, look.at)
        elif entry.document in self._wanted:
            self._wanted[entry.document].append(asker)
        else:
            self._wanted[entry.document] = [asker]
            kept = validators(newest if newest is not None and newest.whole else None)
            taken = self._taker(entry.document)
            self.work.fetching.ask(entry.address, kept, taken)

    def _said_by_another(self, newest: Edition, entry: Entry) -> bool:
        """Whether a page that is kept was asked for on other sources' word, and this one, which names it for
        the first time, has no news of it."""
        if self.work.known.told(newest.document, entry.source):
            return False
        return entry.updated is None or moment_of(entry.updated) <= moment_of(newest.at)

    def _item(self, asker: Asker) -> tuple[Listing, Listed] | None:
        """What the feed holds of an item; read again from its bytes where an earlier look listed it. None of
        a sitemap's: it holds addresses."""
        if asker.look.source.shape == "sitemap":
            return None
        listing = asker.listing or self._earlier(asker)
        found = listing.items if listing else ()
        number = asker.entry.number
        return (listing, found[number - 1]) if listing and number <= len(found) else None

    def _earlier(self, asker: Asker) -> Listing | None:
        """A list that an earlier look brought; the last few are kept, as many items of one list wait."""
        feed = asker.entry.feed
        if feed not in self._read:
            kept = self.work.ledger.snapshot(feed)
            if kept is None:
                return None
            if len(self._read) >= _LISTS:
                self._read.pop(next(iter(self._read)))
            self._read[feed] = items(kept, asker.look.source.address)
        return self._read[feed]

    def _taker(self, identity: str) -> Callable[[Answer | Refusal], None]:
        return lambda outcome: self._take(identity, outcome)

    def _take(self, identity: str, outcome: Answer | Refusal) -> None:
        askers = self._wanted.pop(identity)
        newest = self.work.known.state_of(identity)
        if isinstance(outcome, Answer):
            try:
                if outcome.content is None and newest is not None:
                    for asker in askers:
                        self._same(asker, newest, outcome.at)
                    return
                self._page(askers, identity, outcome)
                return
            except Refusal as refusal:
                outcome = refusal
        for asker in askers:
            self._missed(asker, outcome)

    def _page(self, askers: list[Asker], identity: str, answer: Answer) -> None:
        """The page that answered, for the first who asked; the others see the same state."""
        first = askers[0]
        check_redirect(first.entry.address or "", answer.address)
        identity, newest = self._redirected(first, identity, answer)
        found = Found(
            snapshot=Snapshot(answer.content or b"", answer.media_type), location=first.entry.address or "",
            address=answer.address, at=answer.at, status=answer.status, etag=answer.validators.etag,
            last_modified=answer.validators.last_modified,
        )  # fmt: skip
        made = state(first.look.source, identity, found, newest, first.entry)
        made = self._fuller(first, made, newest)
        self._put(first, made, newest)
        for other in askers[1:]:
            self._same(other, made.edition, answer.at)

    def _fuller(self, asker: Asker, made: State, newest: Edition | None) -> State:
        """What the feed holds of the item in place of a page that is but a teaser of it."""
        held = self._item(asker) if made.text is not None else None
        if held is None or made.text is None:
            return made
        words = document(item_document(*held), asker.entry.address or asker.look.source.address)
        if not is_teaser(made.text, held[1], words):
            return made
        found = Found(
            snapshot=item_document(*held), location=asker.entry.address or asker.look.source.address,
            address=asker.entry.address, at=made.edition.at,
        )  # fmt: skip
        return state(asker.look.source, made.edition.document, found, newest, asker.entry)

    def _redirected(self, asker: Asker, identity: str, answer: Answer) -> tuple[str, Edition | None]:
        """The identity by the address that answered: two feeds name one page by addresses of their own. Where
        that page is known under another title of the same source, it is a page that stands for many."""
        known, final = self.work.known, at_address(answer.address)
        newest, other = known.newest.get(identity), known.newest.get(final)
        if final == identity or newest is not None:
            return identity, newest
        if known.leads_to(identity) == final:
            return final, other
        if other is not None and other.source == asker.entry.source and other.title != asker.entry.title:
            return identity, newest
        return final, other

    def _put(self, asker: Asker, made: State, newest: Edition | None) -> None:
        if newest is None:
            asker.look.new += 1
        elif newest.whole and made.edition.whole and newest.text_sha256 != made.edition.text_sha256:
            asker.look.edited += 1
        self.work.put_state(made)
        self.work.release(asker.look)

    def _same(self, asker: Asker, edition: Edition, at: str) -> None:
        self.work.put_state(repeated(edition, asker.look.source, at, asker.entry.stated))
        self.work.release(asker.look)

    def _missed(self, asker: Asker, refusal: Refusal) -> None:
        """Note why the page was not had, and keep the feed's own words of it meanwhile."""
        entry, at = asker.entry, asker.look.at
        status = getattr(refusal, "status", None)
        lasting = not isinstance(refusal, PassingRefusal) or self.work.known.last_try(entry, at)
        if status in _NOT_YET and not self.work.known.was_tried(entry):
            lasting = False
        missed = Missed(
            document=entry.document, source=entry.source, at=at, address=entry.address or "",
            reason=refusal.reason, status=status, lasting=lasting,
            stated=entry.stated,
        )  # fmt: skip
        self.work.put_missed(missed)
        place = entry.address or asker.look.source.address
        asker.look.refusals.append(Refusal(f"{entry.source} ({place})", refusal.reason, refusal.mend))
        if not self.work.known.has_words(entry):
            self._words(asker, refusal.reason)
        self.work.release(asker.look)

    def _words(self, asker: Asker, reason: str | None) -> None:
        """What the feed itself holds of the item, as a document. `reason` is why the page was not had."""
        entry, source = asker.entry, asker.look.source
        try:
            held = self._item(asker)
            if held is None or not (held[1].title or held[1].content):
                if reason is None:
                    raise Refusal(entry.address or source.address, "nothing is said of it", "look there")
                return
            found = Found(
                snapshot=item_document(*held), location=entry.address or source.address,
                address=entry.address, at=asker.look.at, whole=reason is None, reason=reason,
            )  # fmt: skip
            newest = self.work.known.state_of(entry.document)
            if reason is not None and newest is not None and newest.whole:
                return  # an earlier state of the page is more than what the feed says of it
            made = state(source, entry.document, found, newest, entry)
        except Refusal as refusal:
            asker.look.refusals.append(
                Refusal(f"{source.name} ({refusal.place})", refusal.reason, refusal.mend)
            )
            missed = Missed(
                document=entry.document, source=source.name, at=asker.look.at,
                address=entry.address or source.address, reason=refusal.reason, lasting=True,
                stated=entry.stated,
            )  # fmt: skip
            self.work.put_missed(missed)
            return
        if newest is None:
            asker.look.new += 1
        elif newest.whole and made.edition.text_sha256 != newest.text_sha256:
            asker.look.edited += 1
        self.work.put_state(made)


def check_redirect(asked: str, answered: str) -> None:
    """Refuse a page that stands for whatever is gone: a site's front, or its door."""
    if at_address(answered) == at_address(asked):
        return
    path = urlsplit(answered).path.casefold()
    if path in ("", "/") and urlsplit(asked).path not in ("", "/"):
        raise Refusal(answered, "it redirects to the front page", "the page may be gone")
    if any(word in path.split("/") for word in ("login", "signin", "sign-in", "consent", "captcha")):
        raise Refusal(answered, "it redirects to a page that asks who is there", "open it in a browser")
