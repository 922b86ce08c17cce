"""The names of a sentence in a row, and what stands between them: for ties that need no syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from theodolite.extract.arguments import as_found
from theodolite.extract.proper_names import is_capitalised_name, listed, unlisted, with_number
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.names import Mention

_RUN_BEFORE = re.compile(r"((?:[A-Z][\w&.-]*\s){1,3})\Z")
_PLACE_NOT_NAME = re.compile(
    r"(?:The|In|And|But|For|While|When|Of|As|From|To|By|With|Meanwhile|Mainland)\s", re.I
)
_PARTICLE = re.compile(r"\s(?:(?:al|el)-|(?:bin|ibn|van|von|ter|ten)\s(?:(?:de[rn]?|al)\s)?)[A-Z][\w-]+")
Pair = tuple[Mention, Referent, Mention, Referent, str]
"""Two names as they stand, whom they name, and the words between them."""
_NEAREST = 200  # characters between two names beyond which no pattern reaches


class NamedRow:
    """The names of one sentence in order; a place inside a longer proper name is that name."""

    def __init__(self, scene: Scene, number: int) -> None:
        self.scene = scene
        self.number = number
        self.content = scene.content
        self.sentence = scene.reading.sentences[number]
        self.names = self._names()
        self._pairs: dict[int, list[Pair]] = {}
        self._leading: frozenset[int] | None = None

    def _names(self) -> list[tuple[Mention, Referent]]:
        start, end = self.sentence.start, self.sentence.end
        others = tuple(map(as_found, unlisted(self.scene, start, end)))
        found = [
            (m, from_mention(self.content, m))
            for m in listed(self.scene, start, end)
            if not any(o.start < m.start and m.end == o.end for o in others)
        ]
        for m in others:
            if is_capitalised_name(self.scene, m, start):
                if found and found[-1][0].end > m.start >= found[-1][0].start:
                    continue  # the end of a name that goes on over "al-"
                whole = self._over_particle(with_number(self.content, m))
                found.append((whole, from_mention(self.content, whole)))
        found.sort(key=lambda pair: pair[0].start)
        starts = {m.start for m, _ in found}
        return [self._whole(m, r) for m, r in found if not (_is_kind(m) and m.end + 1 in starts)]

    def _over_particle(self, mention: Mention) -> Mention:
        """ "Yasir al-Rumayyan", "Ursula von der Leyen": one name."""
        match = _PARTICLE.match(self.content, mention.end, self.sentence.end)
        if match is None or not mention.name[:1].isupper():
            return mention
        return replace(mention, name=mention.name + match.group(), end=match.end())

    def _whole(self, mention: Mention, referent: Referent) -> tuple[Mention, Referent]:
        """ "TechBuzz China" is a name of its own, not the country."""
        if mention.kind != "side" or mention.adjective:
            return mention, referent
        before = self.content[max(self.sentence.start, mention.start - 40) : mention.start]
        run = _RUN_BEFORE.search(before)
        if not run or _PLACE_NOT_NAME.match(run.group()):
            return mention, referent
        start = mention.start - len(run.group())
        if self.scene.reading.mentions_in(start, mention.start):
            return mention, referent
        name = self.content[start : mention.end]
        return (
            replace(mention, start=start, name=name, kind="unknown"),
            Referent(name, name, None, start, mention.end, "unknown"),
        )

    def pairs(self, reach: int = 4) -> list[Pair]:
        """Every two names that stand at most `reach` names apart, with the words between them."""
        if reach not in self._pairs:  # a dozen rules ask for them
            self._pairs[reach] = list(self._apart(reach))
        return self._pairs[reach]

    def _apart(self, reach: int) -> Iterator[Pair]:
        for i, (first, a) in enumerate(self.names):
            for second, b in self.names[i + 1 : i + 1 + reach]:
                if second.start - first.end > _NEAREST:
                    break
                if second.start >= first.end:
                    yield first, a, second, b, self.content[first.end : second.start]

    def list_from(self, index: int) -> list[Referent]:
        """The name at `index` and those that go on from it by commas and "and", each as it is described: of
        "Japan's biggest carmaker Toyota" it is Toyota."""
        index = self.described(index)
        found = [self.names[index][1]]
        while index + 1 < len(self.names) and _NEXT.fullmatch(self._before(index + 1)):
            after = self.described(index + 1)
            if self.names[after][0].adjective != self.names[index][0].adjective:
                break
            found.append(self.names[after][1])
            index = after
        return found

    def described(self, index: int) -> int:
        """Where the name stands that a phrase with the one at `index` before it leads to."""
        if self._leading is None:
            self._leading = self._find_leading()
        while index in self._leading:
            index += 1
        return index

    def _find_leading(self) -> frozenset[int]:
        """The names that only begin the description of the next one."""
        words = self.scene.reading.words[self.number]
        owners = not words.isdisjoint(_OWNERS)
        found = []
        for i, (mention, _) in enumerate(self.names[:-1]):
            nation = mention.kind == "side" or (mention.kind == "group" and mention.side is not None)
            leads = owners and _DESCRIBES.fullmatch(self._before(i + 1))
            if leads or (nation and _OF_NATION.fullmatch(self._before(i + 1))):
                found.append(i)
        return frozenset(found)

    def list_to(self, index: int) -> list[Referent]:
        """The names of a list that ends with the one at `index` ("A, B and C"), joined by "and" at last."""
        start = index
        while start and _NEXT.fullmatch(between := self._before(start)):
            if start == index and "and" not in between and "as well" not in between:
                break
            if self.names[start - 1][0].adjective != self.names[index][0].adjective:
                break
            start -= 1
        return [referent for _, referent in self.names[start : index + 1]]

    def _before(self, index: int) -> str:
        """What stands between the name before and the one at `index`."""
        return self.content[self.names[index - 1][0].end : self.names[index][0].start]

    def index_of(self, mention: Mention) -> int:
        """Where a name stands in the row."""
        return next(i for i, (m, _) in enumerate(self.names) if m.start == mention.start)


_WORDS = (
    r"(?:(?!(?:of|in|to|for|by|with|from|at|and|or|that|which|is|was|said|has|will|its|bought|sold|met|told|led|left|made|won|saw|"
    r"\w+(?<![-e])ed)\b)[A-Za-z][\w-]*\s){0,6}?"
)
_OWNERS = lexicon.words(
    """company companies firm fund bank maker giant group arm unit start-up startup manufacturer lab
    laboratory operator retailer investor conglomerate developer owner parent subsidiary vehicle
    business multinational agency carrier insurer platform provider supplier institute university
    champion unicorn entrepreneur billionaire rival heavyweight player powerhouse specialist titan
    behemoth broker exchange consultancy utility contractor foundry designer newcomer financier creator
    founder co-founder cofounder boss chief chairman affiliate chipmaker carmaker automaker drugmaker
    phonemaker toolmaker planemaker toymaker gamemaker robotmaker"""
)
"""What stands before the name of whom it means: "Japan's biggest carmaker", "the Larch owner"."""
_HOUSE = rf"(?:{'|'.join(sorted(_OWNERS))})"
_DESCRIBES = re.compile(
    rf"['’]s?\s{_WORDS}{_HOUSE},?\s|\s(?:[a-z][\w-]*\s){{0,2}}(?:owner|parent|maker|creator|developer|operator|founder|co-founder|"
    rf"cofounder|boss|chief|chairman|subsidiary|affiliate)\s(?:company\s|group\s)?"
)
""" "Japan's biggest carmaker", "the Larch owner", before the name of whom they mean."""
_OF_NATION = re.compile(rf"\s{_WORDS}{_HOUSE}\s|['’]s\s|\s(?:-based\s)?")
""" "French bank", "South Korea's", "the Japanese"."""


def first_place(scene: Scene, name: str | None) -> int | None:
    """Where a text first has a name of the vocabulary; None where it has it nowhere."""
    if scene not in _FIRST:
        places: dict[str, int] = {}
        for mention in scene.reading.mentions:
            places.setdefault(mention.name, mention.start)
        _FIRST[scene] = places
    return _FIRST[scene].get(name or "")


_FIRST: WeakKeyDictionary[Scene, dict[str, int]] = WeakKeyDictionary()


def _is_kind(mention: Mention) -> bool:
    """ "The Chinese startup 01.AI": the kind of the name that follows, not a party of its own."""
    return mention.kind == "group" and mention.side is not None and not (mention.noun or "s").endswith("s")


_NEXT = re.compile(
    r"(?:\s\([^)]{1,30}\))?(?:,\s(?:and\s)?|\sand\s|\sas well as\s|,?\s&\s)"
    r"(?:(?:the|his|her|its|their)\s)?(?:(?:firm|company|rivals?|giants?|start-?up|chipmaker|investors?|"
    r"owner|parent|founder|US|Chinese|fellow|existing|new|shareholders?|backers?|by)\s){0,2}"
    r"|['’]s\s(?:[a-z]+\s){0,2}(?:arm|unit|fund)(?:,\s(?:and\s)?|\sand\s)"
    r"(?:(?:existing|earlier|new)\s(?:investor|backer|shareholder)\s)?|"
    r"\s(?:Ventures|Capital)(?:,?\sand\s|,\s)(?:(?:existing|new|earlier)\s)?(?:investors?\s)?|,?\sand\s(?:existing|earlier|new|fellow)\s(?:investor|backer|shareholder)s?\s"
    r"|(?:,\s(?:and\s)?|\sand\s|\sas well as\s)(?:(?:the|an?)\s)?(?:(?:world|country|nation)['’]s\s)?"
    rf"{_WORDS}{_HOUSE}\s"
    r"|,?\sand\sthe\s(?:(?!(?:of|to|in|on|for|by|with|from|at|that)\b)[a-z][a-z-]+\s){1,2}"
)
