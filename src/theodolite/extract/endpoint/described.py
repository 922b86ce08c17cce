"""Descriptions in a text's own words: somebody without a name, whom the text calls so in two places.

"Foothill's speech model" where the text has "Foothill" and, further on, "the speech model": every word is the
text's, only their order is not. What holds a word that the text does not have is no description.
"""

from __future__ import annotations

import re

from theodolite.extract.endpoint.locate import holds
from theodolite.extract.words import lexicon

_LONGEST = 12
"""Words of a description; a longer one says something, rather than naming somebody."""
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_JOINING = lexicon.words(
    """
    a an the of by in at for from to and or with on as its their his her our this that these those own who
    which
    """
)
_PIECE = re.compile("[\u3400-\u9fff]+|[^\u3400-\u9fff\\s]+")
_HAN = re.compile("[\u3400-\u9fff]")
_JOINING_HAN = frozenset("的之和与與及所在等家位名个個们們这那该該其")
_STEM = 5


def described(text: str, words: str) -> bool:
    """Whether a phrase is put together from words of the text, names whole and other words in any form."""
    if _HAN.search(words):
        return all(_han(text, p) if _HAN.match(p) else holds(text, p) for p in _PIECE.findall(words))
    told = [w for w in _WORD.findall(words.replace("’s", "").replace("'s", "")) if w.lower() not in _JOINING]
    return 0 < len(told) <= _LONGEST and all(_stands(text, word) for word in told)


def _stands(text: str, word: str) -> bool:
    """A name as it is written, any other word by its beginning."""
    if holds(text, word):
        return True
    return (
        word.islower()
        and len(word) > _STEM
        and re.search(rf"\b{re.escape(word[:_STEM])}", text, re.I) is not None
    )


def _han(text: str, run: str) -> bool:
    """Whether a run of characters falls into stretches of two and more that stand in the text."""
    at = 0
    while at < len(run):
        end = next((e for e in range(len(run), at + 1, -1) if run[at:e] in text), at)
        if end == at:
            if run[at] not in _JOINING_HAN:
                return False
            end = at + 1
        at = end
    return any(c not in _JOINING_HAN for c in run)
