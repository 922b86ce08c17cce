"""The day of publication, by order of trust: what the feed states, what the page states, else the fetch.

(R's: dates from the text and rules for disagreement follow here.)
"""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.model.gathering import DateBasis


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, ISO 8601 as precise as stated, and where it was found."""

    published: str | None
    basis: DateBasis


def dated(*, feed: str | None, page: str | None, text: str, at: str) -> Dated:
    """The most trusted of the dates stated for a document; `at` is the moment of fetching."""
    if feed:
        return Dated(feed, "feed")
    if page:
        return Dated(page, "page")
    return Dated(at[:10], "fetch")
