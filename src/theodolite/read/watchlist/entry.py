"""One entry of a watchlist, held to the rules of its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from theodolite.catalog.sources.terms import raw_definitions
from theodolite.model.address import absolute
from theodolite.model.errors import Refusal
from theodolite.model.nearness import do_you_mean
from theodolite.model.text import canonical
from theodolite.model.watchlist import KINDS, SHAPES, Watched

FIELDS = tuple(one.name for one in fields(Watched))
"""What an entry may say, in the order in which it is written."""

ENTRY_LIMIT = 10_000
"""The most entries of a watchlist."""
LINE_LIMIT = 300
"""The longest title, publisher or licence, in characters."""
TAGS_LIMIT = 30
TAG_LIMIT = 80
"""The most tags of an entry, and the longest."""
MOST_LIMIT = 10_000
"""The most items of one look that an entry may ask for."""

_NAME = re.compile(r"[^\W_][\w.-]{0,79}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_YES = frozenset(("true", "yes", "on", "1"))
_NO = frozenset(("false", "no", "off", "0"))
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry as it is written. `where` is its place within the file, `place` that with the file's name.

    `stated` has each field's own words, for tags also a list; what is not stated is not there.
    """

    place: str
    where: str
    stated: Mapping[str, str | list[str]]


class Unfit(ValueError):  # noqa: N818 - it is not raised out of this module
    """Why a value does not do, and what would."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason, mend)
        self.reason, self.mend = reason, mend


def checked(draft: Draft) -> Watched:
    """The entry; its name is empty where none is stated. Raises Refusal naming place, field and mend."""
    stated = draft.stated
    made: dict[str, Any] = {"name": "", "shape": "feed"}
    for field in stated:
        if field not in FIELDS:
            mend = do_you_mean(field, FIELDS) or f"an entry has {', '.join(FIELDS)}"
            raise Refusal(draft.place, f"the field {field[:40]} is none", mend)
    for field, written in stated.items():
        try:
            made[field] = _RULES[field](written)
        except Unfit as unfit:
            raise Refusal(draft.place, f"{field}: {unfit.reason}", unfit.mend) from None
    try:
        made["address"] = _address(made["shape"], made.get("address"))
    except Unfit as unfit:
        raise Refusal(draft.place, f"address: {unfit.reason}", unfit.mend) from None
    return Watched(**made)


def _text(value: str | list[str]) -> str:
    if isinstance(value, list):
        raise Unfit("it is a list", "give one text")
    shown = _CONTROL.sub("\ufffd", " ".join(canonical(value).split()))
    if not shown:
        raise Unfit("it is empty", "give it a value or leave the field out")
    if len(shown) > LINE_LIMIT:
        raise Unfit(f"it has {len(shown):,} characters", f"give at most {LINE_LIMIT}")
    return shown


def _name(value: str | list[str]) -> str:
    name = _text(value)
    if not _NAME.fullmatch(name):
        mend = "give 1 to 80 letters, digits, dots, hyphens or underscores, a letter or digit first"
        raise Unfit(f"{name[:80]!r} is no name", mend)
    return name


def _of(words: tuple[str, ...]) -> Callable[[str | list[str]], str]:
    def rule(value: str | list[str]) -> str:
        word = _text(value)
        if word not in words:
            raise Unfit(f"{word[:40]!r} is none", do_you_mean(word, words) or f"give {', '.join(words)}")
        return word

    return rule


def _written(value: str | list[str]) -> str:
    """An address as it stands; what it must be hangs on the shape, which may come after it."""
    if isinstance(value, list) or not value.strip():
        raise Unfit("it is empty" if not isinstance(value, list) else "it is a list", "give one address")
    return canonical(value).strip()


def _address(shape: str, written: str | None) -> str:
    if written is None:
        raise Unfit("it is missing", "give the address of the source")
    if shape == "data":
        return _catalogued(written)
    if shape == "folder":
        if len(written) > 4096 or _CONTROL.search(written):
            raise Unfit("it is no path", "give the folder's path")
        return written
    return _web(written)


def _web(written: str | list[str]) -> str:
    address = absolute(written)
    if address is None:
        raise Unfit(
            f"{str(written)[:80]!r} is no web address", "give one that begins with https:// or http://"
        )
    return address


def _catalogued(name: str) -> str:
    """The name of a table of the catalogue that is there to be fetched."""
    known = {str(one["name"]): one.get("download") for one in raw_definitions()}
    if known.get(name):
        return name
    if name in known:
        raise Unfit(f"{name} has no address to download from", "watch the folder you save it in")
    near = do_you_mean(name, [one for one, download in known.items() if download])
    raise Unfit(f"no source {name[:80]!r} in the catalogue", near or "see `theodolite pull --list`")


def _language(value: str | list[str]) -> str:
    found = _LANGUAGE.fullmatch(_text(value))
    if found is None:
        raise Unfit(f"{_text(value)[:40]!r} is no language code", "give en, zh, de and the like")
    return found[1].lower()


def _tags(value: str | list[str]) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else value.split(",")
    tags = tuple(dict.fromkeys(_text(part) for part in parts if part.strip()))
    if len(tags) > TAGS_LIMIT:
        raise Unfit(f"there are {len(tags)}", f"give at most {TAGS_LIMIT}")
    for tag in tags:
        if len(tag) > TAG_LIMIT:
            raise Unfit(f"{tag[:40]!r} goes on for {len(tag)} characters", f"give at most {TAG_LIMIT}")
    return tags


def _whether(value: str | list[str]) -> bool:
    word = _text(value).lower()
    if word not in _YES | _NO:
        raise Unfit(f"{word[:40]!r} is neither", "give true or false")
    return word in _YES


def _count(value: str | list[str]) -> int:
    word = _text(value)
    if not (word.isascii() and word.isdigit() and len(word) < 9 and 1 <= int(word) <= MOST_LIMIT):
        raise Unfit(f"{word[:40]!r} is no such number", f"give 1 to {MOST_LIMIT}")
    return int(word)


_RULES: dict[str, Callable[[str | list[str]], Any]] = {
    "name": _name, "shape": _of(SHAPES), "address": _written, "title": _text, "publisher": _text,
    "kind": _of(KINDS), "language": _language, "tags": _tags, "home": _web, "full_text": _whether,
    "most": _count, "about": _tags, "licence": _text, "may_republish": _whether, "confirmed": _web,
}  # fmt: skip
