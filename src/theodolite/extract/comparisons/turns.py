"""Turns of phrase found in a parsed sentence: which words stand where, whatever stands between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from theodolite.extract.comparisons.lexicon import phrases, verbs
from theodolite.extract.words.lemmas import forms
from theodolite.extract.words.syntax import Parse

Direction = Literal["above", "below", "equal"]
GAP = 3  # words that may stand between two of a turn
SLOT = 9  # words of the other side inside a turn
_LOOSE = ("RB", "RBR", "RBS", "DT", "PRP$", "JJ", "JJR", "JJS", "CD", "HYPH", "PDT", "VBG", "VBN")
_OWNERS = frozenset(("its", "their", "our", "his", "her", "my", "your"))


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase in plain words; `verb`: one verb with the other side as its object."""

    words: tuple[str, ...]
    direction: Direction
    verb: bool = False

    @property
    def slot(self) -> bool:
        """Whether the other side stands inside."""
        return "_" in self.words


@dataclass(frozen=True, slots=True)
class Match:
    """A turn in a sentence: its first and last token, and the tokens of its slot."""

    turn: Turn
    first: Any
    last: Any
    slot: tuple[Any, ...] = ()


def _entries() -> Iterator[Turn]:
    tables: tuple[tuple[str, Direction], ...] = (
        (phrases.ABOVE, "above"),
        (phrases.BELOW, "below"),
        (phrases.EQUAL, "equal"),
    )
    for table, direction in tables:
        for line in table.replace("\n\n", ";").split(";"):
            if words := tuple(line.replace("-", " ").split()):
                yield Turn(words, direction)
    single: tuple[tuple[frozenset[str], Direction], ...] = (
        (verbs.ABOVE, "above"),
        (verbs.BELOW, "below"),
        (verbs.EQUAL, "equal"),
    )
    for listed, direction in single:
        for verb in sorted(listed):
            yield Turn((verb,), direction, verb=True)


TURNS = tuple(_entries())
FIXED = frozenset(
    [
        "of",
        "to",
        "with",
        "in",
        "on",
        "over",
        "against",
        "from",
        "than",
        "as",
        "a",
        "an",
        "the",
        "for",
        "by",
        "and",
        "it",
        "at",
        "up",
        "out",
        "upon",
        "alongside",
        "past",
        "above",
        "below",
        "behind",
        "ahead",
        "under",
        "beyond",
        "beside",
        "next",
        "near",
        "no",
        "not",
        "one",
        "off",
        "away",
        "into",
        "that",
    ]
)


def _plain_forms() -> dict[str, frozenset[str]]:
    """Written form to the plain words of turns that it may be."""
    found: dict[str, set[str]] = defaultdict(set)
    plain = {word for turn in TURNS for word in turn.words if word != "_"}
    for word in plain:
        found[word].add(word)
        if word in FIXED or not word.isalpha():
            continue
        for form in (*forms([word]), word + "s"):
            found[form].add(word)
    for form, word in verbs.IRREGULAR.items():
        found[form].add(word)
    for form in ("am", "is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "remains", "remained"):
        found[form].add("be")
    for form in _OWNERS:
        found[form].add("its")
    return {form: frozenset(words) for form, words in found.items()}


FORMS = _plain_forms()
_BY_FIRST: dict[str, list[Turn]] = defaultdict(list)
for _turn in TURNS:
    _BY_FIRST[_turn.words[0]].append(_turn)
for _listed in _BY_FIRST.values():
    _listed.sort(key=lambda t: -len(t.words))


def find(parse: Parse) -> Iterator[Match]:
    """The turns of a sentence in order of their first words, the longest of each place; none overlapping."""
    tokens = parse.tokens
    plain = [FORMS.get(t.text.lower(), frozenset()) for t in tokens]
    taken = -1
    for i in range(len(tokens)):
        if i <= taken:
            continue
        candidates = [turn for word in plain[i] for turn in _BY_FIRST.get(word, ())]
        for turn in sorted(candidates, key=lambda t: -len(t.words)):
            found = _match(tokens, plain, i, turn)
            if found is not None:
                yield found
                taken = i if turn.verb or turn.words[0] == "be" else found.last.i
                break


def levels(token: Any) -> bool:
    """Whether a verb puts its subject level with its object."""
    return bool(FORMS.get(token.text.lower(), frozenset()) & verbs.EQUAL)


def is_verb(token: Any) -> bool:
    """Whether a form that is also a noun is a verb here."""
    word = token.text.lower()
    if word in verbs.RATHER_NOUNS or word in ("beats", "trailing", "trailed"):
        return bool(token.tag_.startswith("VB")) and token.dep_ not in ("amod", "compound")
    if token.tag_ == "VBG" and token.i and token.nbor(-1).tag_ in (",", ":", "HYPH"):
        return True  # "..., surpassing B"
    return token.dep_ not in ("amod", "compound")


def _match(tokens: list[Any], plain: list[frozenset[str]], i: int, turn: Turn) -> Match | None:
    at, slot = i, (0, 0)
    words = turn.words
    for k in range(1, len(words)):
        word = words[k]
        if word == "_":
            continue
        inside = words[k - 1] == "_"
        found = _next(tokens, plain, at, word, SLOT if inside else GAP, inside or _by_head(tokens[i], k))
        if found is None:
            return None
        if inside:
            slot = (at + 1, found)
        at = found
    if (
        turn.slot
        and words[0] in ("place", "rank", "put")
        and any(t.text == "," for t in tokens[slot[0] : slot[1]])
    ):
        return None  # "placed ninth, two places below B"
    if turn.slot and not any(t.tag_.startswith(("NN", "PRP", "DT", "CD")) for t in tokens[slot[0] : slot[1]]):
        return None
    return Match(turn, tokens[i], tokens[at], tuple(tokens[slot[0] : slot[1]]))


def _by_head(first: Any, place: int) -> bool:
    """Whether the second word of a turn may stand far from its noun: "lead in chips over Japan"."""
    return place == 1 and bool(first.tag_.startswith("NN"))


def _next(
    tokens: list[Any], plain: list[frozenset[str]], at: int, word: str, reach: int, loose: bool
) -> int | None:
    first = tokens[at]
    for j in range(at + 1, min(len(tokens), at + 2 + (reach if not loose else SLOT))):
        token = tokens[j]
        if word in plain[j]:
            if loose and j - at - 1 > GAP and first.tag_.startswith("NN") and token.head.i != first.i:
                return None
            return j
        if token.text in ";:.?!—" or (token.text == "," and not loose):
            return None
        if not loose and not token.tag_.startswith(_LOOSE):
            return None
        if loose and token.tag_ in ("VBZ", "VBD", "VBP", "MD"):
            return None
    return None
