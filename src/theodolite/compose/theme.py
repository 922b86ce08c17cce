"""How charts look: light and dark, wide and narrow; colours that colour-blind readers can tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one variant. `measures` are for the first, second, ... measure; `sides` for two sides."""

    name: str
    dark: bool
    ink: str
    soft: str
    grid: str
    paper: str
    measures: tuple[str, ...]
    sides: tuple[str, str]


LIGHT = Theme(
    "light", False, "#1d2329", "#59636e", "#e3e6ea", "#ffffff",
    ("#2166ac", "#b35806", "#5e3c99"), ("#2166ac", "#b35806"),
)  # fmt: skip
DARK = Theme(
    "dark", True, "#e8eaed", "#a9b1ba", "#333a42", "#14181c",
    ("#79b8ff", "#f5a35c", "#c3a6ff"), ("#79b8ff", "#f5a35c"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """One variant of a chart: its theme and the size of its plot in pixels."""

    theme: Theme
    width: int
    height: int
    narrow: bool

    @property
    def variant(self) -> str:
        """The file-name part: "light", "dark", "narrow-light", "narrow-dark"."""
        return f"narrow-{self.theme.name}" if self.narrow else self.theme.name


def frames(wide: tuple[int, int] = (720, 400), narrow: tuple[int, int] = (270, 400)) -> tuple[Frame, ...]:
    """The four variants of every chart, with the plot sizes given."""
    return tuple(
        Frame(theme, *size, is_narrow)
        for size, is_narrow in ((wide, False), (narrow, True))
        for theme in (LIGHT, DARK)
    )


def config(frame: Frame) -> dict[str, Any]:
    """The chart-wide settings of a variant: one font, quiet axes, no frame."""
    t = frame.theme
    axis = {
        "labelColor": t.soft, "titleColor": t.soft, "gridColor": t.grid, "domainColor": t.soft,
        "tickColor": t.soft, "labelFont": FONT, "titleFont": FONT, "labelFontSize": 12, "titleFontSize": 12,
        "titleFontWeight": "normal", "tickSize": 4,
    }  # fmt: skip
    return {
        "background": t.paper,
        "font": FONT,
        "view": {"stroke": None},
        "axis": axis,
        "text": {"font": FONT, "fontSize": 12, "color": t.ink},
        "title": {
            "anchor": "start", "font": FONT, "fontSize": 14 if frame.narrow else 16, "color": t.ink,
            "subtitleColor": t.soft, "subtitleFont": FONT, "subtitleFontSize": 12, "fontWeight": "bold",
            "subtitlePadding": 4, "offset": 12,
        },
    }  # fmt: skip
