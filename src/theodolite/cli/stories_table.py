"""Stories for a reader at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.model.errors import plain

if TYPE_CHECKING:
    from theodolite.model.story import Story
    from theodolite.survey.stories import StoriesReport

_MOST_PUBLISHERS = 4


def show(found: StoriesReport, top: int | None) -> None:
    """Print one line a story, then what was left out, and warnings."""
    console = Console()
    table = Table(expand=True)
    table.add_column("Last day", no_wrap=True)
    table.add_column("Story", overflow="fold", ratio=5)
    table.add_column("Told by", overflow="fold", ratio=3)
    for name in ("Texts", "Origins"):
        table.add_column(name, justify="right", min_width=len(name))
    for told in found.stories[:top]:
        # Titles and names come from outside: a Text is never read as markup.
        table.add_row(*_cells(told.story))
    if found.stories:
        console.print(table)
    left = len(found.stories) - len(found.stories[:top])
    if left:
        console.print(Text(f"and {left:,} more: --top 0 prints all"))
    for warning in found.warnings:
        console.print(Text(f"warning: {warning}"))


def _cells(story: Story) -> tuple[Text, ...]:
    # Each line by itself: what breaks a line in a title is no line of ours.
    titles = "\n".join(plain(h.title) for h in story.headlines[:2]) or "no title"
    more = len(story.publishers) - _MOST_PUBLISHERS
    publishers = ", ".join(story.publishers[:_MOST_PUBLISHERS]) + (f" and {more} more" if more > 0 else "")
    return (
        Text(story.last), Text(titles), Text(plain(publishers or "not known")),
        Text(str(len(story.documents))), Text("-" if story.origins is None else str(story.origins)),
    )  # fmt: skip
