"""What became known, as entries of feeds: frozen as it was, with the page where it stands.

An entry says what the pages may say. In a public build that is a quote and no more of a text, nothing of a
source that may not be published, and no verdict on a named person's words that no person has accepted or that
was superseded: what a page shows only while asking not to be indexed, a feed leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from theodolite.compose.context import Context, Entry
from theodolite.compose.feeds.feed import Item
from theodolite.compose.feeds.wording import GAPS, SUPERSEDED, figure_words, title_line, verdict_line
from theodolite.compose.landscape.parts import pair_path, source_path
from theodolite.compose.outside import file_name, plain
from theodolite.compose.record.issues import kept_back, page_of
from theodolite.compose.words import day_words, the
from theodolite.model.news import GapMoved, NewClaim, NewCorrection, News, NewVerdict, NewVintage
from theodolite.model.record import Correction
from theodolite.model.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry with what it tells of, and the row of its claim where it is of one."""

    item: Item
    news: News
    entry: Entry | None = None


class Telling:
    """Makes entries of what became known."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        record = ctx.view.record
        self._persons = {
            name for name, voice in (record.voices if record else {}).items() if voice == "person"
        }
        self._drafts = record.drafts if record else frozenset()

    def told(self, every: tuple[News, ...]) -> Iterator[Told]:
        """An entry for each that may be told, in the order given."""
        for news in every:
            if isinstance(news, NewClaim):
                made = self._claim(news)
            elif isinstance(news, NewVerdict):
                made = self._verdict(news)
            elif isinstance(news, NewCorrection):
                made = self._correction(news)
            elif isinstance(news, NewVintage):
                made = self._vintage(news)
            else:
                made = self._gap(news)
            if made is not None:
                yield made

    # -- claims and verdicts -----------------------------------------------------------------------------
    def _claim(self, news: NewClaim) -> Told | None:
        entry = self._entry(news.claim.id, news.claim.saying_id)
        if entry is None:
            return None  # no longer read as saying this: the log of corrections has it
        said = self._verdict_then(news.version, entry) if news.version else None
        html = self._quote(entry) + self._facts(entry) + (_p(said) if said else "")
        tags = (*self._tags(entry), *self._tag_of(news.version, entry))
        return self._made(news, entry, f"{entry.speaker}: {self._gist(entry)}", html, tags)

    def _verdict(self, news: NewVerdict) -> Told | None:
        entry = self._entry(news.claim.id, news.claim.saying_id)
        if entry is None or self._unsaid(news.version):
            return None
        version = news.version
        turn = "First verdict:" if news.before is None else f"Verdict changed from {_words(news.before)} to"
        title = f"{turn} {_words(version.verdicts)}. {entry.speaker}: {self._gist(entry)}"
        html = self._quote(entry) + self._facts(entry) + self._judged(version, entry)
        path = page_of(self.ctx, version) or entry.finding_page or entry.row
        tags = ("verdict", *self._tags(entry)[1:], *self._tag_of(version, entry))
        return self._made(news, entry, title, html, tags, path)

    def _correction(self, news: NewCorrection) -> Told | None:
        one, version = news.correction, news.version
        entry = self.ctx.entry_of.get(version.claim.id)
        if self._unsaid(version):
            return None
        back = kept_back(self.ctx, version)
        after = "taken back" if one.present is None else f"now {one.after}"
        title = f"Correction: {one.name}, was {one.before}, {after}"
        why = "" if back else "".join(_p(self.ctx.public(line)) for line in one.why)
        html = (self._quote(entry) if entry else "") + _p(f"Was: {one.before}. {_sentence(after)}") + why
        path = self._correction_path(one, version)
        tags = ("correction", version.claim.kind)
        made = _item(news, one.day, title, f"Was {one.before}, {after}.", html, path, tags)
        return Told(item=made, news=news, entry=entry)

    def _correction_path(self, one: Correction, version: Version) -> str:
        record = self.ctx.view.record
        present = record.lineages.get(version.claim.id, ())[-1:] if record and one.present else ()
        found = [path for v in (*present, version) if (path := page_of(self.ctx, v))]
        return found[0] if found else "corrections.html"

    def _made(
        self, news: NewClaim | NewVerdict, entry: Entry, title: str, html: Markup, tags: tuple[str, ...],
        path: str | None = None,
    ) -> Told:  # fmt: skip
        where = path or entry.finding_page or entry.row
        item = _item(news, entry.said or "", title, entry.claim.quote, html, where, tags)
        return Told(item=item, news=news, entry=entry)

    @cached_property
    def _by_saying(self) -> Mapping[str, Entry]:
        """A row of each saying: after an edit of its page the claim has another id."""
        return {e.claim.saying_id: e for e in reversed(self.ctx.entries)}

    def _entry(self, claim_id: str, saying_id: str) -> Entry | None:
        return self.ctx.entry_of.get(claim_id) or self._by_saying.get(saying_id)

    def _gist(self, entry: Entry) -> str:
        return entry.gist.striptags()

    def _quote(self, entry: Entry) -> Markup:
        quote = Markup('<blockquote lang="{}"><p>{}</p></blockquote>')
        return quote.format(entry.lang, plain(entry.claim.quote))

    def _facts(self, entry: Entry) -> Markup:
        claim = entry.claim
        said = day_words(entry.said) if entry.said else "no date given"
        about = [f"Kind: {claim.kind}", f"dimension: {claim.dimension or 'none named'}"]
        about += ["denied"] if claim.polarity == "denied" else []
        about += ["a forecast"] if claim.forecast else []
        return _p(f"{entry.speaker}, {said}, in {entry.document_title}.") + _p(f"{'; '.join(about)}.")

    def _verdict_then(self, version: Version, entry: Entry) -> str | None:
        """The verdict that came with the claim, and that it is another by now."""
        if self._unsaid(version):
            return verdict_line("draft") if entry.draft else None
        lineage = self._lineage(version)
        later = SUPERSEDED if lineage and lineage[-1].verdicts != version.verdicts else ""
        return verdict_line(*version.verdicts, draft=entry.draft) + later

    def _judged(self, version: Version, entry: Entry) -> Markup:
        back = kept_back(self.ctx, version)
        sentence = back or self.ctx.public(version.finding.sentence)
        line = verdict_line(*version.verdicts, draft=entry.draft and version.stands)
        return _p(line) + _p(sentence) + _p(f"Issued as {version.name}.")

    def _unsaid(self, version: Version) -> bool:
        """Whether a feed may not tell this verdict: in a public build a draft, or superseded, on a person."""
        if self.ctx.view.private:
            return False
        if version.claim.id in self._drafts:
            return True
        return version.claim.speaker in self._persons and not version.stands

    def _lineage(self, version: Version) -> tuple[Version, ...]:
        record = self.ctx.view.record
        return tuple(record.lineages.get(version.claim.id, ())) if record else ()

    def _tags(self, entry: Entry) -> tuple[str, ...]:
        claim = entry.claim
        return ("claim", claim.kind, *((claim.dimension,) if claim.dimension else ()))

    def _tag_of(self, version: Version | None, entry: Entry) -> tuple[str, ...]:
        if version is None:
            return ()
        return ("draft",) if self._unsaid(version) else tuple(dict.fromkeys(version.verdicts))

    # -- data ----------------------------------------------------------------------------------------------
    def _vintage(self, news: NewVintage) -> Told | None:
        if not (self.ctx.view.private or (news.publishable and news.source not in self.ctx.barred)):
            return None
        land = self.ctx.view.landscape
        known = next((s for s in land.sources if s.id == news.source), None) if land else None
        name = known.title if known else news.source
        rows = f", {news.rows:,} rows" if news.rows else ""
        words = f"{name}: the vintage of {day_words(news.day)} was taken in{rows}."
        html = _p(words) + _p(f"File {file_name(news.file)}, SHA-256 {news.sha256}.")
        path = source_path(news.source) if known else "sources.html"
        title = f"New vintage: {name}, {day_words(news.day)}"
        item = _item(news, news.day, title, words, html, path, ("vintage", news.source))
        return Told(item=item, news=news)

    def _gap(self, news: GapMoved) -> Told | None:
        if not (self.ctx.view.private or (news.publishable and news.source not in self.ctx.barred)):
            return None
        lead = next((f for f in news.figures if f.quantity == "backward_lag_months"), news.figures[0])
        who = f"{the(news.follower, start=True)} behind {the(news.leader)}, {news.measure}"
        title = f"{who}: {GAPS.get(lead.quantity, lead.quantity).lower()} {figure_words(lead)}"
        dated = f"vintage of {day_words(news.day)}" if news.day else "vintage without a date"
        before = f", before it {day_words(news.before_day)}" if news.before_day else ""
        words = f"{who}, {dated}{before}; models to {day_words(news.until)}."
        rows = [f"{GAPS.get(f.quantity, f.quantity)}: {figure_words(f)}" for f in news.figures]
        items = Markup("").join(Markup("<li>{}</li>").format(plain(row)) for row in rows)
        html = _p(words) + Markup("<ul>{}</ul>").format(items) + _p(f"SHA-256 {news.sha256}.")
        summary = f"{words} {rows[news.figures.index(lead)]}."
        tags = ("gap", news.measure)
        item = _item(news, news.until or "", title, summary, html, self._gap_path(news), tags)
        return Told(item=item, news=news)

    def _gap_path(self, news: GapMoved) -> str:
        land = self.ctx.view.landscape
        shown = {(p.leader, p.follower) for p in land.pairs} if land else set()
        pair = news.leader, news.follower
        return pair_path(*pair) if pair in shown else "gap.html"


def _item(
    news: News, day: str, title: str, summary: str, html: Markup, path: str, tags: tuple[str, ...]
) -> Item:
    """An entry with hidden characters written out in all of it."""
    return Item(
        key=news.id, at=news.at, day=day, title=title_line(plain(title)), html=str(html), path=path,
        summary=plain(summary), language="en", tags=tuple(dict.fromkeys(plain(tag) for tag in tags)),
    )  # fmt: skip


def _p(words: str | Markup) -> Markup:
    return Markup("<p>{}</p>").format(plain(words))


def _words(verdicts: tuple[str, str]) -> str:
    then, now = verdicts
    return then if then == now else f"{then} (on the day), {now} (today)"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
