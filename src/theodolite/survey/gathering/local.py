"""Sources that no page stands behind: folders of files, and the catalogue's tables of data."""

from __future__ import annotations

from pathlib import Path

from theodolite.gather.files import now, walk
from theodolite.ledger import BusyRefusal
from theodolite.model import identity
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.gathering import Missed
from theodolite.survey.archive.pullable import source as source_named
from theodolite.survey.archive.pulling import Hosts, pull
from theodolite.survey.gathering.look import Look
from theodolite.survey.gathering.states import Found, state
from theodolite.survey.gathering.work import Work


def look_at_folder(look: Look, work: Work) -> None:
    """Every file of a folder is a document of its own; one that was changed is another state of it."""
    source = look.source
    top = Path(source.address)
    try:
        empty = all(child.name.startswith(".") for child in top.iterdir())
    except NotADirectoryError:
        empty = False  # a single file is a folder of one
    except OSError as error:
        said = "there is no such folder" if isinstance(error, FileNotFoundError) else str(error.strerror)
        look.fail(Refusal(str(top), said, "mend the watchlist"))
        return work.release(look)
    look.outcome = "taken"
    if empty:  # nothing was put into it so far: no fault
        return work.release(look)
    for found in walk([top]):
        if isinstance(found, Refusal):
            look.refusals.append(Refusal(f"{source.name} ({found.place})", found.reason, found.mend))
            continue
        look.listed += 1
        document = identity.digest("file", found.origin.location)
        newest = work.known.newest.get(document)
        if newest is not None and newest.snapshot == found.snapshot.sha256:
            continue
        if work.known.answered(found.snapshot.sha256):
            continue
        bytes_of = Found(
            snapshot=found.snapshot, location=found.origin.location, address=None, at=found.fetched_at
        )
        try:
            made = state(source, document, bytes_of, newest, origin=found.origin)
        except Refusal as refusal:
            look.refusals.append(Refusal(f"{source.name} ({refusal.place})", refusal.reason, refusal.mend))
            work.put_missed(
                Missed(
                    document=document, source=source.name, at=now(), address=found.origin.location,
                    reason=refusal.reason, lasting=True, stated=found.snapshot.sha256,
                )
            )  # fmt: skip
            continue
        look.new += newest is None
        look.edited += newest is not None and made.text is not None
        work.put_state(made)
    work.release(look)


def look_at_data(look: Look, work: Work, hosts: Hosts) -> None:
    """Pull one of the catalogue's tables; the vintage is kept as `theodolite pull` keeps it."""
    work.writer.flush()  # a pull is a run of its own
    try:
        source = source_named(look.source.address)
    except Misuse as misuse:
        look.fail(Refusal(look.source.address, str(misuse), "mend the watchlist"))
        return work.release(look)
    try:
        pulled = pull(work.ledger, source, hosts)
    except BusyRefusal as busy:  # another process writes: this one table waits for the next look
        look.fail(busy)
        return work.release(look)
    if pulled.refusal is not None:
        look.fail(pulled.refusal)
    if pulled.pull is not None:
        look.at, look.status, look.snapshot = pulled.pull.at, pulled.pull.status, pulled.pull.snapshot
        look.address = pulled.pull.address
        if pulled.pull.outcome == "vintage":
            look.outcome, look.listed, look.new = "taken", 1, 1
        elif pulled.pull.outcome == "unchanged":
            look.outcome, look.listed = "unchanged", 1
    work.release(look)
