"""Any number of sides on one page: every pair in months, both measures, no pair with itself."""

from __future__ import annotations

import datetime as dt
import re

from theodolite.compose.landscape.view import Landscape
from theodolite.compose.landscape.view_pairs import SidesApart, SideStanding, SidesView
from theodolite.compose.pages import compose_site
from theodolite.compose.survey_view import SurveyView
from theodolite.model.basis import Basis
from theodolite.model.scores import Vintage

DAY = dt.date(2026, 3, 1)
BASIS = Basis(
    source="made/index", vintage=Vintage(file="made.csv", sha256="a" * 64, date=DAY), citation="Made",
    licence="CC0",
)  # fmt: skip


def _apart(leader: str, follower: str, lag: float, *, censored: str | None = None) -> SidesApart:
    limits = (None, None) if censored else (lag * 0.8, lag * 1.2)
    return SidesApart(
        leader=leader, follower=follower, gap=lag, gap_low=None, gap_high=None, lag=lag, lag_low=limits[0],
        lag_high=limits[1], censored=censored,
    )  # fmt: skip


def _page(*, publishable: bool = True, private: bool = True) -> str | None:
    names = ("Atlantis", "<b>Bor</b>", "open weights")
    lags = {("Atlantis", "<b>Bor</b>"): (6.5, None), ("Atlantis", "open weights"): (3.0, "left")}
    basis = Basis(
        source=BASIS.source, vintage=BASIS.vintage, citation="Made", licence="CC0", publishable=publishable
    )
    view = SidesView(
        measure="Made index", unit="point", as_of=DAY,
        standings=tuple(
            SideStanding(side=n, models=4, model=f"{n} 1", date=DAY, level=100.0 - k)
            for k, n in enumerate(names)
        ),
        pairs=tuple(
            _apart(a, b, lags.get((a, b), (0.0, None))[0], censored=lags.get((a, b), (0.0, None))[1])
            for a in names for b in names if a != b
        ),
        basis=basis,
    )  # fmt: skip
    site = compose_site(SurveyView(generated_for=DAY, landscape=Landscape(sides=(view,)), private=private))
    return site.files.get("sides.html")  # type: ignore[return-value]


def test_every_pair_stands_in_the_square() -> None:
    page = _page()
    assert page is not None
    assert "5.2 to 7.8" in re.sub(r"<[^>]*>", "", page)
    assert "at least" in page
    assert "&lt;b&gt;Bor&lt;/b&gt;" in page
    assert "<b>Bor" not in page


def test_a_side_that_is_not_behind_shows_no_limits() -> None:
    page = _page()
    assert page is not None
    assert "0.0 to 0.0" not in page


def test_what_may_not_be_published_is_not_in_a_public_build() -> None:
    assert _page(publishable=False, private=False) is None
    assert _page(publishable=False) is not None
