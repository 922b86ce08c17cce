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
_GAP = 3  # words that may stand between two of a turn
_SLOT = 9  # words of the other side inside a turn
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
_FIXED = frozenset(
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
        if word in _FIXED or not word.isalpha():
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


_FORMS = _plain_forms()
_BY_FIRST: dict[str, list[Turn]] = defaultdict(list)
for _turn in TURNS:
    _BY_FIRST[_turn.words[0]].append(_turn)
for _listed in _BY_FIRST.values():
    _listed.sort(key=lambda t: -len(t.words))
_ANYWHERE = frozenset(
    [
        "a",
        "the",
        "no",
        "not",
        "be",
        "in",
        "on",
        "at",
        "of",
        "one",
        "up",
        "within",
        "same",
        "get",
        "go",
        "make",
        "have",
        "put",
        "come",
        "give",
        "take",
        "show",
        "leave",
        "run",
        "win",
        "do",
        "to",
        "with",
        "over",
        "and",
        "its",
    ]
)
_TELLING = frozenset(["behind", "ahead", "past", "above", "below", "beneath", "beyond", "beside"])


def _rare(turn: Turn) -> str:
    """The word of a turn that is least often there by chance."""
    words = [w for w in turn.words if w != "_" and w not in _ANYWHERE]
    rich = [w for w in words if w not in _FIXED or w in _TELLING]
    return max(rich or words or turn.words, key=len)


_WRITTEN: dict[str, frozenset[str]] = {
    word: frozenset(form for form, plain in _FORMS.items() if word in plain)
    for word in {w for turn in TURNS for w in turn.words if w != "_"}
}
_BY_SIGN: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
for _turn in TURNS:
    _needed = tuple(_WRITTEN[w] for w in _turn.words if w != "_")
    for _form in _WRITTEN[_rare(_turn)]:
        _BY_SIGN[_form].append(_needed)
_HYPHENED = frozenset(
    word for table in (phrases.ABOVE, phrases.BELOW, phrases.EQUAL) for word in table.split() if "-" in word
)
SIGNS = frozenset(_BY_SIGN) | _HYPHENED
"""Written words of which one stands in every sentence with a turn."""


def may_hold(words: frozenset[str]) -> bool:
    """Whether a sentence with these words may hold a turn: all words of one are there in some form."""
    for sign in words & SIGNS:
        if sign in _HYPHENED:
            return True
        if any(all(words & forms_of for forms_of in needed) for needed in _BY_SIGN[sign]):
            return True
    return False


def find(parse: Parse) -> Iterator[Match]:
    """The turns of a sentence in order of their first words, the longest of each place; none overlapping."""
    tokens = parse.tokens
    plain = [_FORMS.get(t.text.lower(), frozenset()) for t in tokens]
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
    return bool(_FORMS.get(token.text.lower(), frozenset()) & verbs.EQUAL)


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
        found = _next(tokens, plain, at, word, _SLOT if inside else _GAP, inside or _by_head(tokens[i], k))
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
    for j in range(at + 1, min(len(tokens), at + 2 + (reach if not loose else _SLOT))):
        token = tokens[j]
        if word in plain[j]:
            if loose and j - at - 1 > _GAP and first.tag_.startswith("NN") and token.head.i != first.i:
                return None
            return j
        if token.text in ";:.?!—" or (token.text == "," and not loose):
            return None
        if not loose and not token.tag_.startswith(_LOOSE):
            return None
        if loose and token.tag_ in ("VBZ", "VBD", "VBP", "MD"):
            return None
    return None
