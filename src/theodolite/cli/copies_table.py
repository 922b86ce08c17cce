"""Groups of copies for a reader at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.model.errors import plain

if TYPE_CHECKING:
    from theodolite.model.copies import CopyGroup
    from theodolite.survey.copies import CopiesReport

_MOST_NAMES = 4


def show(found: CopiesReport, top: int | None) -> None:
    """Print one line a group, the largest first; then what was counted, what was capped, and warnings."""
    console = Console()
    table = Table(expand=True)
    table.add_column("Title", overflow="fold", ratio=5)
    table.add_column("Copies", justify="right", min_width=6)
    table.add_column("Kind", min_width=5)
    table.add_column("Alike", justify="right", min_width=5)
    table.add_column("Publishers", overflow="fold", ratio=3)
    table.add_column("First", overflow="fold", ratio=4)
    for group in found.groups[:top]:
        # Titles and names come from outside: a Text is never read as markup.
        table.add_row(*(Text(plain(cell)) for cell in _cells(found, group)))
    if found.groups:
        console.print(table)
    left = len(found.groups) - len(found.groups[:top])
    if left:
        console.print(Text(f"and {left:,} more: --top 0 prints all"))
    members = sum(len(g.members) for g in found.copies.groups)
    spare = members - len(found.copies.groups)
    console.print(Text(f"{found.copies.compared:,} documents; {spare:,} are copies of another"))
    if found.independent is not None:
        told = sum(len(own) for own in found.independent.origins)
        line = f"{told:,} titles have these words: {found.independent.count:,} independent origins"
        console.print(Text(line))
    for note in found.copies.notes:
        console.print(Text(f"note: {note}"))
    for warning in found.warnings:
        if not warning.startswith("independent:"):
            console.print(Text(f"warning: {warning}"))


def _cells(found: CopiesReport, group: CopyGroup) -> tuple[str, ...]:
    members = [found.articles[d] for d in group.documents]
    centre = found.articles[group.centre]
    names = list(dict.fromkeys(m.publisher or next(iter(m.sources), "") for m in members))
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    first = group.first
    told = ""
    if first is not None:
        document = found.articles.get(first.document or "")
        name = first.credited or (document.publisher or document.title if document else None)
        told = f"{name or 'not decided'}: {first.why}"
    return (
        centre.title or centre.address or centre.id, str(len(members)), group.kind, f"{group.least:.0%}",
        ", ".join(names[:_MOST_NAMES]) + more, told,
    )  # fmt: skip
