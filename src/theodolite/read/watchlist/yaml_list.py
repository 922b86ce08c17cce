"""A watchlist in YAML, divided into drafts.

It is read event by event, so that each entry's line is known, a value stays the words that stand there
(`no` is Norwegian, not false), and what no watchlist needs is refused before anything is made of it:
anchors and aliases, which can grow a small file without end, tags, and deep nesting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from theodolite.model.errors import Refusal
from theodolite.read.watchlist.entry import Draft

LIMIT = 1024**2
"""The largest file, in bytes."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEPTH = 5
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_EACH = "begin each source with `- `, its fields under it as `field: value`"


@dataclass(frozen=True, slots=True)
class _Text:
    """A value; None where it is YAML's null."""

    line: int
    text: str | None


@dataclass(frozen=True, slots=True)
class _Items:
    line: int
    items: list[_Node]


@dataclass(frozen=True, slots=True)
class _Pairs:
    line: int
    pairs: list[tuple[_Node, _Node]]


_Node = _Text | _Items | _Pairs


def drafts(written: str, name: str) -> tuple[None, Iterator[Draft | Refusal]]:
    """No title, and each entry as a draft or its refusal. Raises Refusal for what is no list of entries."""
    top = _parsed(written, name)
    if not isinstance(top, _Items) or not top.items:
        said = "it lists no source" if top is None or isinstance(top, _Items) else "it is no list of sources"
        raise Refusal(name, said, _EACH)
    return None, (_draft(node, number, name) for number, node in enumerate(top.items, start=1))


def _draft(node: _Node, number: int, name: str) -> Draft | Refusal:
    where = f"line {node.line}, entry {number}"
    place = f"{name} {where}"
    if isinstance(node, _Text) and node.text:
        return Draft(place=place, where=where, stated={"address": node.text})
    if not isinstance(node, _Pairs):
        return Refusal(place, "it is neither an address nor fields", _EACH)
    stated: dict[str, str | list[str]] = {}
    lines: dict[str, int] = {}
    for key, value in node.pairs:
        if not isinstance(key, _Text) or not key.text:
            return Refusal(f"{name} line {key.line}, entry {number}", "a field has no name", _EACH)
        field = key.text
        if field in lines:
            said = f"the field {field[:40]} stands in it twice (line {lines[field]} before)"
            return Refusal(f"{name} line {key.line}, entry {number}", said, "keep one of the two")
        lines[field] = key.line
        if isinstance(value, _Pairs) or (
            isinstance(value, _Items) and not all(isinstance(part, _Text) for part in value.items)
        ):
            return Refusal(f"{name} line {value.line}, entry {number}",
                           f"{field[:40]}: it has fields or lists of its own", "give one text")  # fmt: skip
        if isinstance(value, _Items):
            stated[field] = [part.text for part in value.items if isinstance(part, _Text) and part.text]
        elif value.text is not None:
            stated[field] = value.text
    known = stated.get("name") or stated.get("title")
    if isinstance(known, str):
        place = f"{place} ({known[:60]})"
    return Draft(place=place, where=where, stated=stated)


def _parsed(written: str, name: str) -> _Node | None:
    """The only document of the file; None where there is none."""
    try:
        return _document(yaml.parse(written, Loader=_LOADER), name)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{name} line {mark.line + 1}" if mark else name
        said = f"this is not YAML ({error.problem or error.context or 'it breaks off'})"
        mend = "mend this line or the one before; quote texts that hold `: ` or ` #`"
        raise Refusal(place, said, mend) from None
    except yaml.YAMLError as error:
        said = f"this is not YAML ({' '.join(str(error).split())[:120]})"
        raise Refusal(name, said, "save it as plain text in UTF-8") from None


def _document(events: Iterator[Any], name: str) -> _Node | None:
    found: _Node | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Refusal(f"{name} line {_line_of(event)}", "a second document begins here",
                              "keep one list in a file")  # fmt: skip
        elif isinstance(event, yaml.NodeEvent):
            found = _node(event, events, name, 1)
    return found


def _node(event: Any, events: Iterator[Any], name: str, depth: int) -> _Node:
    line = _line_of(event)
    place = f"{name} line {line}"
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise Refusal(place, "it has an alias or anchor (& or *)", "write the value out, or quote the text")
    if event.tag not in (None, "!"):
        raise Refusal(place, f"it has the tag {event.tag[:40]}", "leave the tag out, or quote the text")
    if isinstance(event, yaml.ScalarEvent):
        nothing = event.style in (None, "") and event.value in _NOTHING
        return _Text(line, None if nothing else event.value)
    if depth >= _DEPTH:
        raise Refusal(place, "lists and fields are nested too deep", _EACH)
    inner = _inner(events, name, depth + 1)
    if isinstance(event, yaml.SequenceStartEvent):
        return _Items(line, list(inner))
    return _Pairs(line, list(zip(inner, inner, strict=True)))


def _inner(events: Iterator[Any], name: str, depth: int) -> Iterator[_Node]:
    """Nodes up to the end of what holds them."""
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield _node(event, events, name, depth)


def _line_of(event: Any) -> int:
    return int(event.start_mark.line) + 1
