"""Which page has a feed, and of what: a page that changes has a feed of its own changes.

The front page's feed is everything. A correction that is a changed verdict is told as that, save in the feed
of the log itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from theodolite.compose.beliefs import beliefs
from theodolite.compose.context import Context
from theodolite.compose.feeds.items import Told
from theodolite.compose.landscape.parts import dimension_path, pair_path, source_path
from theodolite.compose.landscape.view import DimensionView
from theodolite.compose.page_said_figures import said_path
from theodolite.compose.record.speakers import speakers
from theodolite.model.claim import Lag
from theodolite.model.news import GapMoved, NewClaim, NewCorrection, NewVerdict, NewVintage

_OF_DIMENSION = {
    "papers and patents": ("research", "patents"),
    "chips": ("compute",),
    "models": ("openness", "origination"),
}
"""Claims' dimensions that a page of the landscape is about, where it has another name."""

Chosen = Callable[[Told], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page that has a feed: what it is called, what it is of, and the entries that belong in it: those that
    are `chosen`, or those of some `claims` (there are many pages of few claims)."""

    page: str
    title: str
    about: str
    chosen: Chosen | None = None
    claims: frozenset[str] = frozenset()


def wanted(ctx: Context, told: Iterable[Told], series: Iterable[tuple[str, str]]) -> Iterator[Wanted]:
    """Every page that has a feed, in the order of the site. `series` are (indicator, title) of the pages of
    what was said of one series."""
    changed = frozenset((t.news.claim.id, t.news.at) for t in told if isinstance(t.news, NewVerdict))
    yield Wanted(
        page="index.html", title="Theodolite", chosen=lambda t: not _same(t, changed),
        about="Everything that became known: claims, verdicts, corrections, vintages and gaps.",
    )  # fmt: skip
    yield Wanted(
        page="claims.html", title="Claims", chosen=lambda t: _of_claim(t) and not _same(t, changed),
        about="New claims, new and changed verdicts, corrections.",
    )  # fmt: skip
    yield Wanted(
        page="said.html", title="Said against measured",
        chosen=lambda t: is_said(t) and t.entry is not None and t.entry.held,
        about="Claims that something was measured for, and their verdicts.",
    )  # fmt: skip
    yield from _of_series(series)
    yield Wanted(
        page="gap.html", title="The gap", chosen=lambda t: isinstance(t.news, GapMoved),
        about="Gaps of two sides as each new vintage has them.",
    )  # fmt: skip
    yield from _of_landscape(ctx)
    yield from _of_beliefs(ctx)
    yield Wanted(
        page="sources.html", title="Sources", chosen=lambda t: isinstance(t.news, NewVintage),
        about="Vintages of the data, as they were taken in.",
    )  # fmt: skip
    if ctx.view.record is not None:
        yield from _of_record(ctx)


def _of_series(series: Iterable[tuple[str, str]]) -> Iterator[Wanted]:
    for indicator, title in series:
        yield Wanted(
            page=said_path(indicator), title=f"Said of {title}", chosen=_bound_to(indicator),
            about=f"Claims held against this series, and their verdicts: {title}.",
        )  # fmt: skip


def _of_landscape(ctx: Context) -> Iterator[Wanted]:
    land = ctx.view.landscape
    if land is None:
        return
    for one in land.dimensions:
        yield Wanted(
            page=dimension_path(one.id), title=one.title, chosen=_in_dimension(one),
            about=f"Claims on this dimension and vintages of its data: {one.about}",
        )  # fmt: skip
    for pair in land.pairs:
        name = f"{pair.follower} behind {pair.leader}"
        yield Wanted(
            page=pair_path(pair.leader, pair.follower), title=name,
            chosen=_of_pair(pair.leader, pair.follower),
            about=f"The gap as each new vintage has it, and what was said of it: {name}.",
        )  # fmt: skip
    if land.forecasts:
        yield Wanted(
            page="forecast.html", title="Forecasts",
            chosen=lambda t: is_said(t) and t.entry is not None and t.entry.claim.forecast,
            about="What documents foretell, and what became of it.",
        )  # fmt: skip
    for source in land.sources:
        if ctx.view.private or source.publish:
            yield Wanted(
                page=source_path(source.id), title=source.title, chosen=_from_source(source.id),
                about=f"Vintages of {source.title}, as they were taken in.",
            )  # fmt: skip


def _of_beliefs(ctx: Context) -> Iterator[Wanted]:
    found = beliefs(ctx.view.groups, ctx.entry_of)
    every = frozenset(v.claim_id for b in found for v in b.voices)
    about = "What some hold and others reject, as it is said."
    yield Wanted(page="beliefs/index.html", title="Beliefs", claims=every, about=about)
    for one in found:
        own = frozenset(v.claim_id for v in one.voices)
        yield Wanted(
            page=one.path, title=one.group.proposition, claims=own,
            about=f"Who says so and who rejects it: {one.group.proposition}",
        )  # fmt: skip


def _of_record(ctx: Context) -> Iterator[Wanted]:
    record = ctx.view.record
    assert record is not None
    yield Wanted(
        page="corrections.html", title="Corrections", chosen=lambda t: isinstance(t.news, NewCorrection),
        about="Findings that were issued again with something put right, or taken back.",
    )  # fmt: skip
    found = speakers(ctx, record)
    yield Wanted(
        page="speakers/index.html", title="Speakers", about="What named speakers said.",
        claims=frozenset(e.claim.id for one in found for e in one.entries),
    )  # fmt: skip
    for one in found:
        yield Wanted(
            page=one.path, title=one.name, about=f"What {one.name} said, each with its quote.",
            claims=frozenset(e.claim.id for e in one.entries),
        )  # fmt: skip


def _of_claim(told: Told) -> bool:
    return isinstance(told.news, NewClaim | NewVerdict | NewCorrection)


def is_said(told: Told) -> bool:
    """Whether it is a new claim or a verdict."""
    return isinstance(told.news, NewClaim | NewVerdict)


def _same(told: Told, changed: frozenset[tuple[str, str]]) -> bool:
    """Whether a correction is a changed verdict that is told already."""
    return isinstance(told.news, NewCorrection) and (told.news.claim.id, told.news.at) in changed


def _bound_to(indicator: str) -> Chosen:
    def chosen(told: Told) -> bool:
        finding = told.entry.finding if told.entry else None
        bound = (finding.binding or {}).get("indicator") if finding else None
        return is_said(told) and bound is not None and str(bound) == indicator

    return chosen


def _in_dimension(one: DimensionView) -> Chosen:
    names = frozenset((one.id, *_OF_DIMENSION.get(one.id.replace("-", " "), ())))
    rests_on = frozenset(i.basis.source for i in one.indicators if i.basis is not None)

    def chosen(told: Told) -> bool:
        news = told.news
        if isinstance(news, NewVintage):
            return news.source in rests_on
        if isinstance(news, GapMoved):
            return one.id == "capability"
        return is_said(told) and told.entry is not None and told.entry.claim.dimension in names

    return chosen


def _of_pair(leader: str, follower: str) -> Chosen:
    def chosen(told: Told) -> bool:
        news = told.news
        if isinstance(news, GapMoved):
            return (news.leader, news.follower) == (leader, follower)
        claim = told.entry.claim if told.entry else None
        return (
            is_said(told) and isinstance(claim, Lag) and {claim.leader, claim.follower} == {leader, follower}
        )

    return chosen


def _from_source(source: str) -> Chosen:
    return lambda t: isinstance(t.news, NewVintage) and t.news.source == source
