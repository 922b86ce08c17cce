"""A gathered document as trends count it: its day, what it speaks of, and of what it is a copy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from theodolite.extract.mentions import Named
from theodolite.model.article import Article
from theodolite.model.claim import Claim
from theodolite.model.trends import Example, Of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article with the names and claims of its text.

    `unit` is what it counts as: the group of copies that it is in, which counts once a day, else itself.
    """

    article: Article
    unit: str
    names: tuple[Named, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day it was published; None where only the day of fetching or no whole day is known.

        A day after that on which it was seen is none (but one, for the zones of the earth).
        """
        stated = self.article.published
        if self.article.basis == "fetch" or not stated or len(stated) < 10:
            return None
        try:
            day = dt.date.fromisoformat(stated[:10])
            seen = dt.date.fromisoformat(self.article.first_seen[:10])
        except ValueError:
            return None
        return day if (day - seen).days <= 1 else None

    def speaks_of(self, what: Of) -> set[str]:
        """The names, the dimensions or the kinds of claims that it holds."""
        if what == "names":
            return {one.name for one in self.names}
        if what == "dimensions":
            return {str(claim.dimension) for claim in self.claims if claim.dimension}
        return {str(claim.kind) for claim in self.claims}

    def example(self) -> Example:
        """The document as something to look at."""
        article = self.article
        return Example(
            title=article.title or article.address or article.id,
            day=article.day,
            source=article.publisher or next(iter(article.sources), ""),
            address=article.address,
            text_sha256=article.text_sha256,
        )
