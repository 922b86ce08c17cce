"""The noun that a figure counts, by the syntax of its sentence."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.quantities.subject_words import LEADS, NOT_COUNTED, NOUNY
from theodolite.extract.words.numbers import Figure
from theodolite.extract.words.syntax import Parse

_NAME = re.compile(r"[A-Z]+\d[\w]*|\d+[A-Z]\b")
_QUOTES = ('"', "“", "”")
_JOINTS = ("-", "/", "&", "'s", "’s")


def counted_noun(parse: Parse, content: str, figure: Figure, words: str, length: int) -> tuple[str, int]:
    """The noun phrase that a figure counts, by its tags; `words` and `length` are what the words
    alone show."""
    if content[figure.end : figure.end + 1] == "-" and words:
        return words, length
    kept: list[Any] = []
    quoted = False
    for token in parse.after(figure.end):
        at = parse.span(token)[0]
        if token.tag_ == "_SP" or not token.text.strip():
            continue
        if at > figure.end + 110 or len(kept) >= 8:
            break
        lead = not kept and token.text.lower() in LEADS
        if lead and token.text.lower() == "the" and content[figure.end : at].strip() != "of":
            break  # "29,000 the year before" counts no years
        if lead:
            continue
        if token.tag_ == "CD" and not kept:
            if _NAME.match(content, at):
                continue  # "350,000 H100-class chips", "5G stations"
            if " of " in content[figure.end : at]:
                continue  # "four of the five leaderboards"
            break  # "15 two years earlier" counts no years
        if token.tag_ == "CC" and kept and not any(t.tag_.startswith("NN") for t in kept):
            continue  # "tenured or tenure-track scientists"
        if token.text in _QUOTES and (quoted or (not kept and content[at + 1 : at + 2].strip())):
            quoted = True
            continue  # '5,000 "ghost" accounts'
        named = token.tag_ == "VB" or (kept and token.tag_[:2] == "VB" and kept[-1].tag_[:3] == "NNP")
        name = named and token.text[:1].isupper()  # "200,000 Ascend chips"
        if not (name or token.tag_.startswith(NOUNY)) and token.text not in _JOINTS:
            break
        if token.text.lower() in NOT_COUNTED or (
            kept and content[parse.span(kept[-1])[1] : at].strip(' *_`"“”') not in ("", "or", "and")
        ):
            break
        kept.append(token)
    value = figure.low if figure.low is not None else figure.high
    if (
        kept
        and value is not None
        and value < 100
        and not figure.scaled
        and all(re.match(r"[A-Z][a-z]*\Z|AI\Z|[A-Z]+\Z", t.text) for t in kept)
    ):
        return "", 0  # "24 AI News" is a name
    while kept and not kept[-1].tag_.startswith("NN"):
        kept.pop()
    if not kept:
        return "", 0
    hull = parse.hull(kept)
    assert hull is not None
    shown = " ".join(re.sub(r"[*_`\"“”]", " ", content[hull[0] : hull[1]]).split())
    return shown, hull[1] - figure.end
