"""Whether a turn of phrase may stand in a sentence, told by its words alone and before it is parsed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from theodolite.extract.comparisons.lexicon import phrases, verbs
from theodolite.extract.comparisons.turns import FIXED, FORMS, GAP, SLOT, TURNS, Turn
from theodolite.extract.words import lexicon

_ANYWHERE = lexicon.words(
    """a the no not be in on at of one up within same get go make have put come give take show leave run win
    do to with over and its"""
)
_PLACED = phrases.NAMED_ONLY - {"behind", "ahead of"}  # whoever stands there may go without a name
_TELLING = lexicon.words("behind ahead past above below beneath beyond beside")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|(?P<stop>[;:.?!—](?=\s|\Z))")
_REACH = 120  # characters behind a verb in which its object by name begins
_NO_NOUN = (
    r"(?<!\b(?:the|any|our|its|his|her)\s)(?<!\b(?:an|no|my)\s)(?<!\ba\s)(?<!\b(?:this|each|last|next)\s)"
)


@dataclass(frozen=True, slots=True)
class _Needed:
    """The written forms of a turn's words in order, each with the words that may stand before it."""

    turn: Turn
    forms: tuple[frozenset[str], ...]
    reach: tuple[int, ...]


_WRITTEN: dict[str, frozenset[str]] = {
    word: frozenset(form for form, plain in FORMS.items() if word in plain)
    for word in {w for turn in TURNS for w in turn.words if w != "_"}
}


def _rare(turn: Turn) -> str:
    """The word of a turn that is least often there by chance."""
    words = [w for w in turn.words if w != "_" and w not in _ANYWHERE]
    rich = [w for w in words if w not in FIXED or w in _TELLING]
    return max(rich or words or turn.words, key=len)


def _needed(turn: Turn) -> _Needed:
    kept = [(k, w) for k, w in enumerate(turn.words) if w != "_"]
    reach = [SLOT + 1 if k == 1 or turn.words[k - 1] == "_" else GAP + 1 for k, _ in kept]
    return _Needed(turn, tuple(_WRITTEN[w] for _, w in kept), tuple(reach))


_BY_SIGN: dict[str, list[_Needed]] = defaultdict(list)
for _turn in TURNS:
    _what = _needed(_turn)
    for _form in _WRITTEN[_rare(_turn)]:
        _BY_SIGN[_form].append(_what)
_HYPHENED = frozenset(
    word for table in (phrases.ABOVE, phrases.BELOW, phrases.EQUAL) for word in table.split() if "-" in word
)
SIGNS = frozenset(_BY_SIGN) | _HYPHENED
"""Written words of which one stands in every sentence with a turn."""

Named = Callable[[int, int], bool]
"""Whether a party by name stands between two places."""


def may_hold(words: frozenset[str], content: str, start: int, end: int, named: Named) -> bool:
    """Whether the sentence between two places, with these words in lower case, may hold a turn: all words of
    one are there in their order, near enough; a verb of many senses has a party by name behind it."""
    signs = words & SIGNS
    if not signs:
        return False
    order: list[tuple[str, int]] = []
    for sign in signs:
        if sign in _HYPHENED:
            return True
        for needed in _BY_SIGN[sign]:
            if any(words.isdisjoint(forms) for forms in needed.forms):
                continue
            if needed.turn.verb:
                if _verb(needed.turn.words[0], sign, content, start, end, named):
                    return True
            elif len(needed.forms) == 1:
                return True
            else:
                order = order or [(m.group().lower(), m.end()) for m in _WORD.finditer(content, start, end)]
                if _in_order(needed, order, named):
                    return True
    return False


def _in_order(needed: _Needed, order: list[tuple[str, int]], named: Named) -> bool:
    last = [i for i, (word, _) in enumerate(order) if word in needed.forms[0]]
    for forms, reach in zip(needed.forms[1:], needed.reach[1:], strict=True):
        near = {j for i in last for j in range(i + 1, min(len(order), i + 1 + reach))}
        last = sorted(j for j in near if order[j][0] in forms)
    if last and " ".join(needed.turn.words) in _PLACED:
        return any(named(order[i][1], order[i][1] + _REACH) for i in last)
    return bool(last)


@cache
def _written(word: str, as_verb: bool) -> re.Pattern[str]:
    """A written form; `as_verb`: with no article before it, and no figure right behind."""
    return re.compile(rf"{_NO_NOUN if as_verb else ''}\b{re.escape(word)}\b(?!\s[$€£¥~]?\d)", re.I)


def _verb(verb: str, sign: str, content: str, start: int, end: int, named: Named) -> bool:
    rather = sign in verbs.RATHER_NOUNS
    for match in _written(sign, rather).finditer(content, start, end):
        if verb == "trump" and match.group() == "Trump":
            continue
        if verb not in verbs.NAMED_ONLY or named(match.end(), min(end, match.end() + _REACH)):
            return True
    return False
