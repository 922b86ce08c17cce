"""The overview: a sentence for each dimension, small pictures, and the way to everything else."""

from __future__ import annotations

from typing import Any

from theodolite.compose.landscape.page_dimension import (
    finding,
    lead,
    over_time,
    panels,
    ranked_groups,
    scale_of,
    trimmed,
)
from theodolite.compose.landscape.page_pair import pair_title
from theodolite.compose.landscape.parts import Book, dimension_path, pair_path, source_path
from theodolite.compose.landscape.view import DimensionView, Landscape
from theodolite.compose.outside import readable_stem

_MOST_PANELS = 4


def overview_page(book: Book) -> None:
    """Add the overview."""
    land = book.land
    book.page(
        "landscape.html", "overview", "The landscape",
        "Each dimension of AI, each pair of sides, each model and each source, with pictures.",
        dimensions=[_dimension(book, d) for d in land.dimensions],
        bare=_is_bare(land),
        pairs=[
            {"path": path, "title": pair_title(p), "lags": book.leads.get(path, ())}
            for p in land.pairs
            for path in (pair_path(p.leader, p.follower),)
        ],
        sources=[
            {
                "path": source_path(s.id), "title": s.title, "producer": s.producer, "licence": s.licence,
                "publish": s.publish,
            }
            for s in land.sources
        ],
        rankings=[r.measure for r in land.rankings],
        models=bool(land.models), disagreements=land.disagreements is not None, chips=land.chips is not None,
        dependence=bool(land.dependence), forecasts=bool(land.forecasts),
    )  # fmt: skip


def _is_bare(land: Landscape) -> bool:
    """Whether most indicators show no data, so that a reader should know where the data comes from."""
    own = [i for d in land.dimensions for i in d.indicators]
    return sum(bool(i.values) for i in own) * 2 < len(own)


def _dimension(book: Book, dimension: DimensionView) -> dict[str, Any]:
    """A dimension by its first indicator with a picture."""
    path = dimension_path(dimension.id)
    first = next((t for t in map(trimmed, dimension.indicators) if t.values), None)
    shown: dict[str, Any] = {
        "panels": (),
        "picture": None,
        "label": None,
        "unit": None,
        "source": None,
        "hollow": False,
    }
    if first is not None:
        scale = scale_of(first)
        groups = ranked_groups(first)[:_MOST_PANELS] if over_time(first) else []
        shown = {
            "panels": panels(book, first, scale, groups) if groups else (),
            "picture": first.title, "unit": scale.words, "label": finding(book, first, scale),
            "source": book.source_line(first.basis, "") if first.basis else None,
            "hollow": any(not v.settled for v in first.values if v.group in groups),
        }  # fmt: skip
    return {
        "path": path, "title": dimension.title, "about": dimension.about, "lead": lead(dimension), **shown,
        "indicators": [
            {
                "title": i.title, "kind": i.kind, "at": f"{path}#{readable_stem(i.id)}",
                "data": bool(i.values),
            }
            for i in dimension.indicators
        ],
    }  # fmt: skip
