"""What one survey hands to the pages: plain values, nothing to look up and no clock.

The order of the rooms (`survey`) fills a `SurveyView`; `compose.pages.compose_site` turns it into pages and
chart descriptions. Everything a page says must stand here: a page never opens a ledger, a file or a socket.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from theodolite.compose.figure_series import FigureSeries
from theodolite.compose.landscape.view import Landscape
from theodolite.model.brief import Brief
from theodolite.model.claim import Claim
from theodolite.model.errors import Refusal
from theodolite.model.finding import Finding
from theodolite.model.groups import ClaimedRange, Group
from theodolite.model.health import Health
from theodolite.model.inside import Clash
from theodolite.model.news import News
from theodolite.model.origin import Origin
from theodolite.model.record import Record
from theodolite.model.scores import Vintage
from theodolite.model.story import ToldStory
from theodolite.model.text import Text
from theodolite.model.trends import TrendReport


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document that was read: its text, where it comes from, and its claims in order of place.

    `id` is the document's id as it stands in `Claim.document`. `origin` should already hold what the reader
    found (title, publisher, date) where the sidecar left it open.
    """

    id: str
    origin: Origin
    text: Text
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """One vintage of one data file: its origin (licence, citation, address) and vintage (file, date, hash).

    `name` is the catalogue's name of the source, the same word as in `Held.source` and `LagSeries.source`.
    """

    name: str
    origin: Origin
    vintage: Vintage
    rows: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierPoint:
    """A record: the day, the level in the measure's unit, its 90% limits, and the model that set it."""

    date: dt.date
    level: float
    low: float | None
    high: float | None
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierView:
    """The records of one side on one measure, in order of date (strictly rising levels)."""

    measure: str
    unit: str
    side: str
    points: tuple[FrontierPoint, ...]
    source: str
    vintage: Vintage
    observed_until: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class LagDay:
    """The measured lag on one day, in months.

    `by_definition` gives the value under each definition (keys of `LagSeries.definitions`; leave out one that
    is undefined that day). `low` and `high` limit 90% of the draws within the default definition. `ceiling`
    is the longest lag the data could show that day. `censored` as in `Estimate`, of the default definition.
    """

    day: dt.date
    by_definition: Mapping[str, float]
    low: float | None
    high: float | None
    ceiling: float | None
    censored: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LagSeries:
    """The measured lag of one pair of sides on one measure, by day.

    `definitions` maps a short key to its words ("tolerance 0 points"); `default` is one of the keys.
    `first_vintage` is the date of the earliest vintage of this measure: every day before it is measured in
    hindsight (None: no vintage has a date, all of it is hindsight). Days need not be consecutive; every day
    or every week will do, in order.
    """

    measure: str
    leader: str
    follower: str
    definitions: Mapping[str, str]
    default: str
    days: tuple[LagDay, ...]
    first_vintage: dt.date | None
    source: str
    vintage: Vintage


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """A gap report as the `gap` contract has it (`report` is that JSON), of one measure."""

    measure: str
    leader: str
    follower: str
    unit: str
    source: str
    report: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionView:
    """One fixed definition that claims are held against.

    `name` is the word in `Held.definition`; `ten_words` says it in ten words or fewer, for the air cards;
    `description` in full. `kind` is what it is for ("lags", "figures").
    """

    name: str
    ten_words: str
    description: str
    quantity: str | None = None
    kind: str = "lags"


def _default_side_names() -> Mapping[str, tuple[str, ...]]:
    return {
        "China": ("China", "Chinese"),
        "United States": ("United States", "American", "U.S.", "US"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyView:
    """Everything the pages say.

    - `generated_for`: the day the site speaks of. Ages are counted to it; the clock is never asked.
    - `documents`: every document read. `findings`: by claim id; a claim without one has not been held.
    - `same`: claim ids to the ids of the same claim told in other documents or languages.
    - `gaps`, `frontiers`, `lag_series`: per measure and pair of sides; the first gap and the first series are
      the headline pair. `figure_series`: the series that figures were held against, each once for a subject.
      `data`: every vintage that is held. `definitions`: what claims were held against.
    - `side_names`: for each side the names and demonyms that mean the whole of it in a canonical slot
      ("Chinese" in "Chinese companies"); a follower that is not the whole side is not drawn on its axis.
    - `private`: whole texts may be shown, and every page says so. `refusals`: what could not be used.
    - `embedded`: the data or the documents are the embedded default rather than the user's own.
    - `groups`: propositions that several claims make, or that somebody disputes. `ranges`: what is claimed
      over time, by pair of sides. `inside`: what does not fit inside one document.
    - `stories`: what gathered documents tell of one event, each document in one. `health`: how the watched
      sources are, None where nothing was gathered. `trends`: what moves in the documents, or None.
    - `landscape`: dimensions, pairs, ranks, models, sources, chips and ties, or None.
    - `record`: every issue of the findings, what people judged and what was put right, or None.
    - `news`: what became known, the earliest first: what the feeds tell; without it there are none.
      `address`: the site's own, ending with a slash, None where the site does not know it.
    - `brief`: what is new of the last days, or None.
    """

    generated_for: dt.date
    documents: tuple[DocumentView, ...] = ()
    findings: Mapping[str, Finding] = field(default_factory=dict)
    same: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gaps: tuple[GapView, ...] = ()
    frontiers: tuple[FrontierView, ...] = ()
    lag_series: tuple[LagSeries, ...] = ()
    figure_series: tuple[FigureSeries, ...] = ()
    data: tuple[DataView, ...] = ()
    definitions: tuple[DefinitionView, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    side_names: Mapping[str, tuple[str, ...]] = field(default_factory=_default_side_names)
    private: bool = False
    embedded: bool = False
    software_version: str = ""
    landscape: Landscape | None = None
    groups: tuple[Group, ...] = ()
    ranges: tuple[ClaimedRange, ...] = ()
    inside: tuple[Clash, ...] = ()
    stories: tuple[ToldStory, ...] = ()
    health: Health | None = None
    trends: TrendReport | None = None
    record: Record | None = None
    news: tuple[News, ...] = ()
    address: str | None = None
    brief: Brief | None = None
