"""A piece of text taken apart: names, versions, figures, concepts, words and pairs, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from theodolite.catalog.happenings import stop
from theodolite.resolve.stories.amounts import amounts
from theodolite.resolve.stories.known import PIECE, Known, concept, han, han_concepts, latin, pieces
from theodolite.resolve.stories.script import HAN

_STOP = stop()
_VERSION = re.compile(r"[a-z]?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?$")
_NUMBERED = re.compile(r"v\d{1,3}(?:\.\d{1,2}){0,2}$")
_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


@dataclass(slots=True)
class Part:
    """What a piece of text has, in order: (kind, term), and (word, version) of what has a version."""

    found: list[tuple[str, str]] = field(default_factory=list)
    versions: list[tuple[str, str]] = field(default_factory=list)


def scan(content: str) -> Part:
    """All terms of a text, which must be `script.plain`."""
    part = Part()
    covered: list[tuple[int, int]] = []
    for start, end, term in amounts(content):
        part.found.append(("figure", f"q:{term}"))
        covered.append((start, end))
    tokens = sorted([*_latin_tokens(content), *_han_tokens(content, part)])
    words = _Words(part, capitals=not _title_case(content), foreign=HAN.search(content) is not None)
    inside = 0
    for k, token in enumerate(tokens):
        while inside < len(covered) and covered[inside][1] <= token[0]:
            inside += 1
        figure = inside < len(covered) and covered[inside][0] <= token[0]
        following = _folded(tokens[k + 1][3]) if k + 1 < len(tokens) else None
        words.take(token, following, first=k == 0, figure=figure)
    return part


_Token = tuple[int, int, str, str]
"""Start, end, "name" or "side" where it is one (else ""), the name or piece."""


def _title_case(content: str) -> bool:
    """Whether nearly every longer word begins with a capital: then capitals tell nothing of names."""
    if HAN.search(content):
        return False
    long = [m.group() for m in PIECE.finditer(content) if len(m.group()) > 3 and m.group()[0].isalpha()]
    return sum(w[0].isupper() for w in long) * 10 > len(long) * 7


def _latin_tokens(content: str) -> Iterator[_Token]:
    found = [m for m in PIECE.finditer(content) if not HAN.match(m.group())]
    at = 0
    while at < len(found):
        name, length = _name_at(found, at)
        if name is not None:
            yield found[at].start(), found[at + length - 1].end(), "side" if name.side else "name", name.name
            at += length
        else:
            yield found[at].start(), found[at].end(), "", found[at].group()
            at += 1


def _name_at(found: list[re.Match[str]], at: int) -> tuple[Known | None, int]:
    first = found[at].group()
    if not (first[0].isupper() or first[0].isdigit() or any(c.isupper() for c in first)):
        return None, 0
    for split, known in latin().get(_folded(first), ()):
        here = found[at : at + len(split)]
        if len(here) == len(split) and all(_folded(m.group()) == s for m, s in zip(here, split, strict=True)):
            if known.person and len(split) == 1 and _forename_before(found, at):
                continue
            return known, len(split)
    return None, 0


def _forename_before(found: list[re.Match[str]], at: int) -> bool:
    """Whether a surname stands behind another capitalised word: then it may be anybody's."""
    if at == 0 or found[at].start() - found[at - 1].end() != 1:
        return False
    before = found[at - 1].group()
    return before[0].isupper() and not before.isupper() and before.casefold() not in _STOP.en


def _folded(piece: str) -> str:
    folded = piece.casefold()
    return folded[:-2] if folded.endswith("'s") else folded


def _han_tokens(content: str, part: Part) -> list[_Token]:
    """Names in runs of Han characters; the rest of the runs goes into `part` as pairs and concepts."""
    tokens: list[_Token] = []
    for run in _RUN.finditer(content):
        written, start, plain_from = run.group(), run.start(), 0
        at = 0
        while at < len(written):
            hit = next((r for r in han().get(written[at], ()) if written.startswith(r[0], at)), None)
            if hit is None:
                at += 1
                continue
            _han_pairs(written[plain_from:at], part)
            if hit[1] is not None:
                kind = "side" if hit[1].side else "name"
                tokens.append((start + at, start + at + len(hit[0]), kind, hit[1].name))
            at += len(hit[0])
            plain_from = at
        _han_pairs(written[plain_from:], part)
    return tokens


def _han_pairs(run: str, part: Part) -> None:
    at = 0
    while at < len(run):
        word = next((w for w in han_concepts().get(run[at], ()) if run.startswith(w[0], at)), None)
        if word is not None:
            part.found.append(("concept", f"c:{word[1]}"))
        at += len(word[0]) if word else 1
    for one, other in pairwise(run):
        if one not in _STOP.han and other not in _STOP.han:
            part.found.append(("han", f"h:{one}{other}"))


class _Words:
    """Goes through tokens in order and notes what each is, knowing the one before."""

    def __init__(self, part: Part, *, capitals: bool, foreign: bool) -> None:
        self.part, self.capitals, self.foreign = part, capitals, foreign
        self.end = -9
        """Where the token before ended."""
        self.named: str | None = None
        """The token before as what a version may follow: a name, a capitalised word or a code."""
        self.stem: str | None = None
        """The token before as the first of a pair."""

    def take(self, token: _Token, following: str | None, *, first: bool, figure: bool) -> None:
        """Note one token; `figure` where it stands inside an amount that was already noted."""
        start, end, kind, written = token
        near = start - self.end <= 1
        named, stem = (self.named, self.stem) if near else (None, None)
        self.end, self.named, self.stem = end, None, None
        if kind:
            self._name(kind, written)
            return
        word = _folded(written)
        if any(c.isdigit() for c in word):
            self._code(word, named, figure=figure)
        elif len(word) > 1:
            self._word(written, word, stem, following, first=first)

    def _note(self, kind: str, term: str) -> None:
        self.part.found.append((kind, term))

    def _name(self, kind: str, name: str) -> None:
        """A name; of one that ends in its version ("Ascend 950", in Chinese often not one name) that, too."""
        self._note(kind, f"{kind[0]}:{name}")
        split = pieces(name)
        self.named = split[-1]
        if len(split) > 1 and _VERSION.match(split[-1]):
            self._version(split[-2], split[-1])

    def _version(self, named: str, written: str) -> None:
        version = written.removeprefix("v")
        self._note("version", f"v:{named} {version}")
        self.part.versions.append((named, version))

    def _code(self, word: str, named: str | None, *, figure: bool) -> None:
        if _NUMBERED.match(word):
            # "DeepSeek releases V3.1": a version stands alone as often as behind its name.
            self.part.versions.append(("v", word.removeprefix("v")))
        if named is not None and _VERSION.match(word):
            self._version(named, word)
        elif not figure and any(c.isalpha() for c in word):
            self._note("code", f"w:{word}")
            self.named = word

    def _word(self, written: str, word: str, stem: str | None, following: str | None, *, first: bool) -> None:
        happening = concept(word, following)
        if happening:
            self._note("concept", f"c:{happening}")
        if word in _STOP.en:
            return
        capital = written[0].isupper() and word not in _STOP.capitalised
        # The first word of a piece has a capital anyway, if it is not all capitals.
        proper = self.foreign or (capital and self.capitals and not (first and written[1:].islower()))
        own = stemmed(word)
        self._note("proper" if proper else "word", f"w:{own}")
        if stem is not None:
            self._note("pair", f"p:{stem} {own}")
        self.stem = own
        self.named = word if capital else None


def stemmed(word: str) -> str:
    """An English word without its plural (Harman 1991, "How effective is suffixing?", the S stemmer)."""
    if len(word) > 3 and word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "us":
        return word[:-1]
    return word
