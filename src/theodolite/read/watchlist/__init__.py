"""A watchlist from a file: our own YAML, or OPML as feed readers export it.

`watchlist` is the door. `yaml_list` and `opml` divide a file into drafts, `entry` holds a draft to the rules
of the fields, `naming` gives names to those that state none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from theodolite.model.address import canonical_address
from theodolite.model.errors import Refusal
from theodolite.model.watchlist import Watched
from theodolite.read.charset import NotTextError, decode
from theodolite.read.media import xml_encoding
from theodolite.read.watchlist import opml, yaml_list
from theodolite.read.watchlist.entry import ENTRY_LIMIT, Draft, checked
from theodolite.read.watchlist.naming import names

_MOST_SAID = 100
_MOST_REFUSED = 1_000
"""After so many refusals the rest is not looked at: a file of nonsense costs no minutes, fills no screen."""

__all__ = ["ENTRY_LIMIT", "Watchlist", "watchlist"]

Drafts = Iterable[Draft | Refusal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """What a file lists, in its order, and what of it could not be taken.

    `title` is what an OPML file says of itself; `form` what the file is written in: "yaml" or "opml".
    """

    form: str
    entries: tuple[Watched, ...]
    refused: tuple[Refusal, ...] = ()
    title: str | None = None


def watchlist(content: bytes, name: str) -> Watchlist:
    """The entries of a file; `name` is its path or address, for refusals.

    What begins with "<" is OPML, all else YAML. Names are unique: an entry that states none is named by its
    title, else by its address. An entry that breaks a rule, has a name that is taken or an address that an
    earlier one has is refused with one line; the rest goes on. Raises Refusal for a file that cannot be
    taken apart or is over the limits.
    """
    form: Callable[[str, str], tuple[str | None, Drafts]]
    starts = content.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")[:1]
    label, form, limit = ("opml", opml.drafts, opml.LIMIT) if starts == b"<" else _YAML
    if len(content) > limit:
        raise Refusal(name, f"the watchlist is over the limit of {limit // 1024**2} MiB", "split it")
    try:
        written, _ = decode(content, xml_encoding(content) if label == "opml" else ())
    except NotTextError as error:
        raise Refusal(name, str(error), "save it as UTF-8") from None
    title, drafts = form(written.removeprefix("\ufeff"), name)
    taken, refused = _taken(drafts, name)
    return Watchlist(form=label, entries=taken, refused=_few(refused, name), title=title)


_YAML = ("yaml", yaml_list.drafts, yaml_list.LIMIT)


def _taken(drafts: Drafts, name: str) -> tuple[tuple[Watched, ...], tuple[Refusal, ...]]:
    """Checked entries with a name each. Refusals of the drafts themselves may come at the very end."""
    found: list[Watched] = []
    refused: list[Refusal] = []
    named: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for number, draft in enumerate(drafts):
        if number >= ENTRY_LIMIT:
            refused.append(Refusal(name, f"it lists more than {ENTRY_LIMIT:,} sources", "split it"))
            break
        try:
            if isinstance(draft, Refusal):
                raise draft
            one = checked(draft)
            at = canonical_address(one.address)
            if at in addresses:
                said = f"{one.address} is listed before ({addresses[at]})"
                raise Refusal(draft.place, said, "keep one of the two")
            if one.name and one.name in named:
                said = f"the name {one.name} is taken ({named[one.name]})"
                raise Refusal(draft.place, said, "give it a name of its own")
        except Refusal as refusal:
            refused.append(refusal)
            if len(refused) >= _MOST_REFUSED:
                break
            continue
        addresses[at] = draft.where
        if one.name:
            named[one.name] = draft.where
        found.append(one)
    given = names(found)
    return tuple(replace(one, name=name) for one, name in zip(found, given, strict=True)), tuple(refused)


def _few(refused: tuple[Refusal, ...], name: str) -> tuple[Refusal, ...]:
    """The first refusals and how many more there are."""
    more = len(refused) - _MOST_SAID
    if more <= 0:
        return refused
    said = f"{more:,} more entries are refused"
    if len(refused) >= _MOST_REFUSED:
        said += ", and what follows was not looked at"
    return (*refused[:_MOST_SAID], Refusal(name, said, "mend these first"))
