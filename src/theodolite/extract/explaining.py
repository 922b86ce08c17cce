"""Why a claim reads as it does: which rule found it at which word, and which words filled what.

What is shown is what the rules worked with, not a story told afterwards: the rule is the module that made the
draft, the words of a name slot are the words it was resolved from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract import stance
from theodolite.extract.scene import Draft
from theodolite.extract.words import sentences
from theodolite.model.claim import Claim
from theodolite.model.text import Text

_WIDTH = 12  # characters of the column of names
_MARGIN = 400  # characters before a claim in which its sentence begins


def lines(text: Text, claim: Claim, draft: Draft) -> Iterator[str]:
    """The explanation of one claim, a line for each thing, without its place in the list."""
    yield f'{claim.kind}  {claim.id[:12]}  characters {claim.start} to {claim.end}: "{_flat(claim.quote)}"'
    yield _line("found by", f'{draft.rule}, at "{_word(text.content, draft.cue)}" (character {draft.cue})')
    for name, value in _slots(claim):
        words = getattr(claim, f"{name}_text", None)
        side = getattr(claim, f"{name}_side", None)
        yield _line(name, _value(value) + _from(value, words) + (f", of {side}" if side else ""))
    yield _line("speaker", _speaker(claim))
    for name, words in _stance(text, claim, draft):
        yield _line(name, words)
    for name in ("condition", "scope", "dimension", "said_on", "group"):
        if value := getattr(claim, name):
            yield _line(name, str(value))


def _slots(claim: Claim) -> Iterator[tuple[str, Any]]:
    for name in claim.SLOTS:
        value = getattr(claim, name)
        if value is not None and name != "dimension":
            yield name, value


def _speaker(claim: Claim) -> str:
    if claim.speaker is None:
        return "nobody is named: the text's own voice" if claim.attribution == "own_voice" else "not named"
    how = {"direct": "in quotation marks", "indirect": "reported", "own_voice": "whose text it is"}
    shown = claim.speaker + _from(claim.speaker, claim.speaker_text)
    if claim.attribution:
        shown += f", {how.get(claim.attribution, claim.attribution)}"
    return shown + (f", citing {claim.cites}" if claim.cites else "")


def _stance(text: Text, claim: Claim, draft: Draft) -> Iterator[tuple[str, str]]:
    sentence = _sentence(text.content, claim)
    words = stance.signs(text.content, sentence, claim.start, claim.end)
    for name, holds in (
        ("denied", claim.polarity == "denied"),
        ("hedged", claim.hedged),
        ("forecast", claim.forecast),
    ):
        if holds:
            found = words.get(name)
            yield name, f'by "{_flat(found)}"' if found else "by the rule that found it"


def _sentence(content: str, claim: Claim) -> tuple[int, int]:
    """The sentence that a claim begins in, found again in its surroundings."""
    low = max(0, claim.start - _MARGIN)
    around = sentences.split(content[low : claim.end + _MARGIN])
    for s in around:
        if s.start + low <= claim.start < s.end + low:
            return s.start + low, max(s.end + low, claim.end)
    return claim.start, claim.end


def _word(content: str, at: int) -> str:
    """The word at a place, or for a script without spaces the two characters there."""
    end = at
    while end < len(content) and end - at < 40 and (content[end].isalnum() or content[end] in "-'’$%."):
        end += 1
        if "\u3400" <= content[at] <= "\u9fff" and end - at == 2:
            break
    return content[at : max(end, at + 1)].rstrip(".")


def _value(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)


def _from(value: Any, words: str | None) -> str:
    return f' (from "{_flat(words)}")' if words and words != value else ""


def _flat(words: str) -> str:
    return " ".join(words.split())


def _line(name: str, what: str) -> str:
    return f"  {name:<{_WIDTH}} {what}"
