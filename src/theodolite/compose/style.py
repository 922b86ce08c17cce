"""The stylesheet: written once, with each verdict's colours from where they are defined."""

from __future__ import annotations

from importlib import resources

from theodolite.compose.verdicts import LOOKS

_FILES = ("style.css", "landscape.css", "record.css", "health.css", "brief.css")


def stylesheet() -> str:
    """The whole style.css."""
    static = resources.files("theodolite.compose").joinpath("static")
    base = "".join(static.joinpath(name).read_text(encoding="utf-8") for name in _FILES)
    light = "".join(f".{look.slug}{{--verdict:{look.light}}}\n" for look in LOOKS.values())
    dark = "".join(f".{look.slug}{{--verdict:{look.dark}}}\n" for look in LOOKS.values())
    return f"{base}\n{light}@media (prefers-color-scheme: dark){{\n{dark}}}\n"
