"""Publish a site: check it, draw its charts, write it, swap it in."""

from __future__ import annotations

from pathlib import Path

from theodolite.model.errors import TheodoliteError
from theodolite.model.site import Site
from theodolite.publish.folder import swapped_in
from theodolite.publish.render import Pictures, drawn
from theodolite.publish.validate import faults


class UnsoundSiteError(TheodoliteError):
    """The composed site broke its own rules and was not written: a fault of this program, not of the input.

    `faults` says each in words. Report it with the command that led to it.
    """

    def __init__(self, found: list[str]) -> None:
        super().__init__(f"the site was not written, {len(found)} faults; first: {found[0]}")
        self.faults = found


def publish(site: Site, out: Path, kept: Pictures | None = None) -> Path:
    """Write `site` to the folder `out` and return the path of its front page.

    Nothing is written where the site has a fault (`UnsoundSiteError`) or `out` holds something else than an
    earlier site (`Refusal`). The whole folder is swapped in at the end: a run that is killed leaves the
    earlier site as it was. The same site gives the same bytes. Pictures that are `kept` are not drawn again.
    """
    found = faults(site)
    if found:
        raise UnsoundSiteError(found)
    with swapped_in(out) as folder:
        for path, text in sorted(site.files.items()):
            _write(folder / path, text.encode())
        for chart in site.charts:
            for name, content in drawn(chart, kept):
                _write(folder / "charts" / name, content)
    return out / "index.html"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
