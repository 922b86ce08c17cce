"""Parties that nobody listed: new products and small houses, by capitals and by what stands around."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from theodolite.extract import dimensions, proper_names
from theodolite.extract.comparisons import party_words
from theodolite.extract.comparisons.nearby import Nearby
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words.names import Mention

_WORD = re.compile(r"\b[a-z][\w’'-]*\b")
_TITLED = re.compile(rf"\b(?:{party_words.TITLES})\.?\s\Z")
_HEADING = 22  # characters of what is no full sentence
_FURTHEST = 6  # sentences looked back at most, headings included
_BROUGHT_OUT = 10  # sentences looked back for what a text presents
_BRINGS_OUT = re.compile(
    r"\b(?:releas|launch|unveil|introduc|present|publish|debut|announc|open[- ]sourc|shipp|roll|put)[a-z]*\s"
    r"(?:out\s)?(?:[a-z][\w-]*\s){0,4}?(?=[A-Z])"
)
_SMALL: WeakKeyDictionary[Scene, frozenset[str]] = WeakKeyDictionary()
"""The words that a text writes with a small letter."""


class Unlisted(Nearby):
    """A parsed sentence with the names in it that the vocabulary does not know."""

    def in_full(self, name: Mention) -> Referent | None:
        """ "Sonnet" after "Claude 3.5 Sonnet": the name that the text gives in full before."""
        for mention in reversed(self.scene.reading.mentions_in(max(0, name.start - 6000), name.start)):
            if mention.kind == "model" and mention.name.endswith(" " + name.name):
                return replace(
                    from_mention(self.scene.content, mention), text=name.name, start=name.start, end=name.end
                )
        return None

    def product_of(self, token: Any, start: int, at: int) -> Referent | None:
        """ "Anthropic's Opus": a product that nobody listed, of the house named before it."""
        if not token.tag_.startswith("NNP"):
            return None
        owner = next(
            (m for m in self.scene.reading.mentions_in(start, at) if m.kind in ("organisation", "side")), None
        )
        if owner is None or not re.match(r"['’]s?\s", self.words(owner.end, owner.end + 3)):
            return None
        found = self.unlisted(at)
        if (
            found is None
            and owner.kind == "organisation"
            and at - owner.end in (2, 3)
            and not self._is_word(token.text)
        ):
            found = Mention(at, at + len(token.text), token.text, "model", owner.side)
        if found is None or found.start - owner.end > 3:
            return None
        return replace(from_mention(self.scene.content, found), side=owner.side, kind="model")

    def unlisted(self, at: int) -> Mention | None:
        for mention in self.scene.reading.unknown_in(self.sentence.start, self.sentence.end):
            if mention.start <= at < mention.end:
                plain = mention.name
                if self.words(mention.end, mention.end + 1) == ":":
                    return None  # who speaks
                if mention.start == self.sentence.start and " " not in plain and self._is_word(plain):
                    return None
                if (
                    party_words.MONTH.match(plain)
                    or (len(plain) < 3 and not re.search(r"\d", plain))
                    or self._is_person(plain)
                ):
                    return None
                return proper_names.with_number(self.scene.content, mention)
        return None

    def _is_word(self, name: str) -> bool:
        """Whether a word is capitalised only because it opens the sentence."""
        if self.scene not in _SMALL:
            _SMALL[self.scene] = frozenset(_WORD.findall(self.scene.content))
        return all(part.lower() in _SMALL[self.scene] for part in name.split()) or (
            dimensions.judged(name) is not None
        )

    def _is_person(self, name: str) -> bool:
        """Whether a name that nobody listed is one who speaks here, or carries a title."""
        if name.split()[-1] in self.scene.speakers:
            return True
        content, (at, end) = self.scene.content, (self.sentence.start, self.sentence.end)
        while (at := content.find(name, at, end)) >= 0:
            if _TITLED.search(content, max(self.sentence.start, at - 16), at):
                return True
            at += 1
        return False

    def owner_unlisted(self, start: int, at: int) -> Referent | None:
        """ "Kestrel's accuracy": the name before the noun, whose it is."""
        for mention in self.scene.reading.unknown_in(start, at):
            if re.match(r"['’]s?\s", self.words(mention.end, mention.end + 3)) and (
                found := self.unlisted(mention.start)
            ):
                return from_mention(self.scene.content, found)
        return None

    def presented(self) -> Referent | None:
        """The product that one of the last sentences brings out: "Northlight has released Lantern 2"."""
        for back in range(1, min(_BROUGHT_OUT, self.number) + 1):
            before = self.scene.reading.sentences[self.number - back]
            if not self.scene.reading.parts.same(before.start, self.sentence.start):
                return None
            for match in _BRINGS_OUT.finditer(self.scene.content, before.start, before.end):
                at = match.end()
                known = self.scene.reading.mentions_in(at, before.end)[:1]
                if known and known[0].start == at and known[0].kind == "model":
                    return from_mention(self.scene.content, known[0])
                new = self.scene.reading.unknown_in(at, before.end)[:1]
                if new and new[0].start == at and known[:1] != new[:1]:
                    name = proper_names.with_number(self.scene.content, new[0])
                    if re.search(r"\d", name.name):
                        return replace(from_mention(self.scene.content, name), kind="model")
        return None

    def topic_unlisted(self, reach: int = 2) -> Referent | None:
        """What "it" takes up in a text on something new: the name that opened one of the last sentences."""
        back, counted = 0, 0
        while counted < reach and back < self.number:
            back += 1
            before = self.scene.reading.sentences[self.number - back]
            if before.end - before.start < _HEADING and back < _FURTHEST:
                continue  # "Much faster.": a heading is about nothing by itself
            counted += 1
            for mention in self.scene.reading.unknown_in(before.start, before.end):
                if (
                    mention.start - before.start > 4
                    or proper_names.is_capitalised_name(self.scene, mention, before.start) is False
                ):
                    break
                if not self._is_person(mention.name) and not party_words.MONTH.match(mention.name):
                    return from_mention(
                        self.scene.content, proper_names.with_number(self.scene.content, mention)
                    )
        return None
