"""theodolite brief: what is new since the last one, for a reader's profile."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from theodolite.cli.options import LedgerOption, chosen_format, day
from theodolite.cli.refusals import finish
from theodolite.model.errors import Misuse, Refusal

if TYPE_CHECKING:
    from theodolite.model.brief import Brief
    from theodolite.model.profile import Length

_FORMATS = ("table", "markdown", "html", "eml", "pdf", "json")


def brief(
    profile: str = typer.Option(
        None, "--profile", help="A file of readers' profiles, FILE or FILE#name. None: everything, ranked."
    ),
    since: str = typer.Option(None, "--since", help="From this day on, instead of since the last brief."),
    as_of: str = typer.Option(
        None, "--as-of", help="The brief as of a day, or of a moment with its zone: an old one made again."
    ),
    length: str = typer.Option(None, "--length", help="short, normal or full, instead of the profile's."),
    private: bool = typer.Option(
        True, "--private/--public", help="Public: no drafts, nothing of sources that may not be published."
    ),
    out: Path = typer.Option(None, "--out", help="The file to write instead of printing; pdf needs one."),
    ledger: LedgerOption = None,
    format: str = typer.Option("table", "--format", help="table, markdown, html, eml, pdf or json."),
) -> None:
    """Print what is new: verdicts, measured moves, stories, claims, corrections, each with its source."""
    form = chosen_format("eml" if format == "email" else format, *_FORMATS)
    if form == "pdf" and out is None and sys.stdout.isatty():
        raise Misuse(
            "--format pdf: name a file with --out, or send it on: theodolite brief --format pdf > FILE"
        )
    first = day(since, "--since")
    moment = _moment(as_of)
    chosen = _length(length)
    from theodolite.survey.briefing.making import brief_for

    made, refusals = brief_for(ledger, profile, chosen, first, moment, private=private, form=form)
    _write(_bytes(made, form), out)
    finish(refusals)


def _length(given: str | None) -> Length | None:
    """How long. Misuse for any other word."""
    from theodolite.model.profile import LENGTHS

    found = next((one for one in LENGTHS if one == given), None)
    if given is not None and found is None:
        raise Misuse(f"--length {given[:40]}: choose {', '.join(LENGTHS)}")
    return found


def _moment(given: str | None) -> str | None:
    """A day, or a moment with its zone. Misuse for anything else."""
    if given is None:
        return None
    try:
        if dt.datetime.fromisoformat(given).tzinfo is not None or len(given) == len("2026-11-22"):
            return given
    except ValueError:
        pass
    raise Misuse(f"--as-of {given[:40]}: give a day as YYYY-MM-DD, or a moment with its zone")


def _bytes(made: Brief, form: str) -> bytes:
    """The brief in a form."""
    if form == "json":
        import json

        told = json.dumps(made.to_json(), ensure_ascii=False, indent=2, allow_nan=False)
        return f"{told}\n".encode()
    if form == "eml":
        from theodolite.compose.brief.letter import letter

        return letter(made)
    if form == "pdf":
        from theodolite.compose.brief import printed
        from theodolite.publish.typeset import pdf

        until = made.window.until
        return pdf(
            printed.description(), printed.data(made), dt.datetime.fromisoformat(until) if until else None
        )
    if form == "html":
        from theodolite.compose.brief.page import html

        return html(made).encode()
    if form == "markdown":
        from theodolite.compose.brief.markdown import markdown

        return markdown(made).encode()
    from theodolite.compose.brief.letter import text

    return text(made).encode()


def _write(content: bytes, out: Path | None) -> None:
    """To the file, or printed. Refusal where the file cannot be written."""
    if out is None:
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:  # a stand-in for a terminal, in tests
            sys.stdout.write(content.decode("utf-8", "replace"))
        else:
            sys.stdout.flush()
            stream.write(content)
            stream.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Refusal(str(out), error.strerror or "cannot be written", "name another file") from None
