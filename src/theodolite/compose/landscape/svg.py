"""Small pictures inside a page, as plain SVG elements: classes and attributes, no style and no script.

Colours come from the stylesheet, so one picture serves light and dark. Text from outside is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from theodolite.compose.outside import plain

Point = tuple[float, float]


def element(name: str, *content: Markup | str, **attributes: str | float | None) -> Markup:
    """An element: `class_` is class, underscores are dashes, numbers have one decimal, None is left out."""
    # Put together by hand, since a page has thousands: whatever is no Markup yet is escaped here.
    said = "".join(
        f' {escape(key.rstrip("_").replace("_", "-"))}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(c if isinstance(c, Markup) else escape(plain(c)) for c in content)
    return Markup(f"<{name}{said}>{inner}</{name}>" if inner else f"<{name}{said}/>")


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return plain(value)
    return f"{value:.1f}".removesuffix(".0") if abs(value) >= 0.05 else "0"


def picture(width: float, height: float, parts: Iterable[Markup], label: str | None = None) -> Markup:
    """A whole picture. `label` says what it shows; without one the page's text says it already."""
    said: dict[str, str | float | None] = (
        {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    )
    return element(
        "svg", *parts, class_="plot", viewBox=f"0 0 {_value(width)} {_value(height)}", width=width,
        height=height, focusable="false", **said,
    )  # fmt: skip


def line(a: Point, b: Point, kind: str) -> Markup:
    """A straight line of a class."""
    return element("line", x1=a[0], y1=a[1], x2=b[0], y2=b[1], class_=kind)


def path(points: Sequence[Point], kind: str, *, steps: bool = False, closed: bool = False) -> Markup:
    """A line through points, straight or in steps (level until the next point)."""
    out = [f"M{_value(points[0][0])},{_value(points[0][1])}"]
    for x, y in points[1:]:
        out.append(f"H{_value(x)}V{_value(y)}" if steps else f"L{_value(x)},{_value(y)}")
    return element("path", d="".join(out) + ("Z" if closed else ""), class_=kind)


def dot(at: Point, kind: str, r: float = 3.5) -> Markup:
    """A round mark."""
    return element("circle", cx=at[0], cy=at[1], r=r, class_=kind)


def text(at: Point, words: str, kind: str = "tick", anchor: str = "start") -> Markup:
    """Words at a place."""
    return element("text", words, x=at[0], y=at[1], class_=kind, text_anchor=anchor)


def box(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A rectangle."""
    return element("rect", x=x, y=y, width=max(width, 0.6), height=height, class_=kind)


def hatched(x: float, y: float, width: float, height: float) -> list[Markup]:
    """A hollow box with slanting lines: a value that is not settled, told without colour."""
    parts = [box(x, y, width, height, "hollow")]
    at = x - height + 5
    while at < x + width:
        a, b = max(at, x), min(at + height, x + width)
        if b > a:
            parts.append(line((a, y + height - (a - at)), (b, y + height - (b - at)), "hatch"))
        at += 5
    return parts


def arrow(at: Point, to: int, kind: str = "mark") -> Markup:
    """A small arrow head at the end of a level line; `to` is 1 for right and -1 for left."""
    x, y = at
    return path([(x - 6 * to, y - 4.5), (x, y), (x - 6 * to, y + 4.5)], f"{kind} open")
