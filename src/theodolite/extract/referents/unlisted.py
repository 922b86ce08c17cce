"""What kind of thing a capitalised name is that nobody listed, by what the text says of it.

A name is an organisation, a model or a person where its own words ("Foothill Labs"), what stands beside it
("the start-up Foothill", "Foothill, a maker of chips") or what it does ("Foothill raised ...") show it. Other
capitalised words name nothing that a pronoun could stand for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from theodolite.catalog import vocabulary
from theodolite.extract.reading import Reading
from theodolite.extract.referents import kinds
from theodolite.extract.words import names
from theodolite.extract.words.names import Mention

_VERSION = re.compile(
    r"\s(v?\d{1,2}(?:\.\d{1,2})?)(?![\w%]|[.,]\d|\s(?:per|percent|million|billion|points?)\b)"
)


class Unlisted:
    """The unlisted names of one document whose kind the text shows."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def within(self, start: int, end: int) -> list[Mention]:
        """Those between two places, each with its kind, under its full name."""
        if not self._kinds:
            return []
        named = map(self.known, self._reading.unknown_in(start, end))
        return [mention for mention in named if mention.kind != "unknown"]

    def known(self, mention: Mention) -> Mention:
        """The same name with its kind, under its full name; as it is where the text shows no kind."""
        if mention.name in kinds.BODIES:
            return self.body(mention.name, mention.start) or mention
        known = self._kinds.get(mention.name)
        if known and known[0] == "model" and (version := self._version(mention)):
            return replace(mention, kind="model", name=f"{known[1]} {version[1]}", end=version.end())
        return replace(mention, kind=known[0], name=known[1]) if known else mention

    def _version(self, mention: Mention) -> re.Match[str] | None:
        """The number behind a model's name: "Lantern 2"."""
        return _VERSION.match(self._reading.content, mention.end)

    def body(self, word: str, at: int) -> Mention | None:
        """The body that "the Commission" or "the Institute" at a place means: the last one of that noun that
        the text has named in full; in a text on Europe the Union's."""
        named = self._bodies.get(word, ())
        number = bisect_right(named, at, key=lambda m: m.start) - 1
        if number >= 0:
            return replace(named[number], start=at, end=at + len(word))
        entry = vocabulary.load().entries.get(f"European {word}") if word in kinds.OF_THE_UNION else None
        if entry is None or entry.kind not in ("organisation", "side") or not self._is_on_europe:
            return None
        return Mention(at, at + len(word), entry.name, entry.kind, entry.side)

    @cached_property
    def _bodies(self) -> dict[str, list[Mention]]:
        """The nouns of bodies, each with the full names that have it, in order."""
        found: dict[str, list[Mention]] = {}
        unlisted = (m for m in self._reading.unknown if m.name not in kinds.BODIES)
        named = (*self._reading.mentions, *map(self.known, unlisted))
        for mention in sorted(named, key=lambda m: m.start):
            words = mention.name.split()
            if mention.kind in ("organisation", "side") and len(words) > 1:
                for word in kinds.BODIES.intersection(words):
                    found.setdefault(word, []).append(mention)
        return found

    @cached_property
    def _is_on_europe(self) -> bool:
        return any(m.side in ("Europe", "European Union") for m in self._reading.mentions)

    def full(self, name: str) -> str:
        """The full name of an unlisted organisation that is written short: "Foothill" of "Foothill Labs"."""
        known = self._kinds.get(name)
        return known[1] if known else name

    def kind(self, name: str) -> names.MentionKind | None:
        """The kind that the text shows a name to be of; None where it shows none."""
        known = self._kinds.get(name)
        return known[0] if known else None

    @cached_property
    def _kinds(self) -> dict[str, tuple[names.MentionKind, str]]:
        """Every name of a known kind: its kind and its full name."""
        best: dict[str, tuple[int, names.MentionKind]] = {}
        content = self._reading.content
        for mention in self._reading.unknown:
            if mention.name in names.COMMON:
                continue
            opens = self._opens(mention.start)
            sign = kinds.shown(content, mention.start, mention.name, opens)
            if not sign and (version := self._version(mention)):
                sign = kinds.shown(content, mention.start, mention.name + version.group(), opens)
                sign = sign if sign and sign[0] == "model" else None
            if sign and sign[1] > best.get(mention.name, (0, "unknown"))[0]:
                best[mention.name] = (sign[1], sign[0])
        found = {
            name: (kind, kinds.without_form(name) if kind == "organisation" else name)
            for name, (_, kind) in best.items()
        }
        for short, full in self._shortened(found).items():
            found[short] = found[full]
        return found

    def _shortened(self, found: Mapping[str, tuple[names.MentionKind, str]]) -> dict[str, str]:
        """Names that the text writes in one word too: "Foothill" of "Foothill Labs"."""
        alone = {m.name for m in self._reading.unknown if " " not in m.name and len(m.name) > 2}
        fulls: dict[str, set[str]] = {}
        for name, (kind, _) in found.items():
            words = name.split()
            if len(words) > 1 and kind != "model":
                for part in {words[0], words[-1]} if kind == "person" else {words[0]}:
                    fulls.setdefault(part, set()).add(name)
        return {
            part: next(iter(names_))
            for part, names_ in fulls.items()
            if len(names_) == 1 and part in alone and part not in names.COMMON
        }

    def _opens(self, at: int) -> bool:
        """Whether a word opens its sentence, where any word is capitalised."""
        sentence = self._reading.sentences[self._reading.sentence_at(at)]
        return not self._reading.content[sentence.start : at].strip(" #*>\"“'")
