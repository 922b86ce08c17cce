"""Asides that say who speaks, by their words where syntax shows none: "..., she recalled, ..."."""

from __future__ import annotations

import re

from theodolite.extract.reading import Reading
from theodolite.extract.voices import reporting
from theodolite.extract.voices.attribution import Reported, lately
from theodolite.extract.voices.quotations import holds
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.voices.speaker_words import BODIES, ONE_PERSON
from theodolite.extract.words import lexicon

_ASIDE = re.compile(
    r"[,—–]\s(?P<who>(?:he|she|they|it|(?:one|two|three|four|some|several|many)\s[^,;:.—]{3,40}?|the\s[^,;:.—]{3,50}?|[A-Z][^,;:—]{1,60}?|data\sfrom\s[^,;:.—]{2,40}?|"
    r"an?\s(?:new\s|recent\s)?(?:study|survey|report|analysis|poll|count|tally)\s[^,;:.—]{2,60}?))\s"
    r"(?:(?:has|have|had|also|itself|later|then|now)\s){0,2}"
    r"(?P<verb>(?!(?:from|at|of|for|with|in|on|who|that|to|and)\b)[a-z]+)"
    r"(?P<rest>\s(?:on|in|at|to|last|this|during|yesterday|today|earlier|recently|reporters|lawmakers|investors|"
    r"the)\b[^,;:.—]{0,50})?(?=[,;—–]|\s[—–]|[.!]?[\"”]?\s*\Z)"
)
TURN = re.compile(r";|[,—–]\s(?:but|while|whereas|although|though|yet)\b|:\s")
"""Where what an aside speaks of ends."""
_INVERTED = re.compile(
    r"[,—–][\"”’]?\s(?P<verb>[a-z]+)\s(?P<who>(?:an?\s|the\s|[A-Z])(?:U\.S\.|[^,;:.—]){2,60}?)"
    r"(?=[,;—–]|[.!]?[\"”]?\s*\Z)"
)
_VERBS = frozenset(
    word
    for word in reporting.SAY | reporting.FIND
    if not word.endswith("ing") and word not in ("see", "sees", "put", "puts", "bet", "hold", "know", "feel")
)

_GIVERS = (reporting.PEOPLE | reporting.STUDY | BODIES | ONE_PERSON) - {"one"}
_TOLD = lexicon.words(
    "said says noted notes added adds warned warns argued argues wrote writes told recalled explained"
)


def find(
    reading: Reading,
    names: SpeakerNames,
    quotations: tuple[tuple[int, int], ...],
    number: int,
    before: list[Reported],
) -> list[Reported]:
    """Asides of one sentence for which `before`, in order of its sentences, holds nobody yet."""
    s = reading.sentences[number]
    text = reading.content[s.start : s.end]
    found = []
    for match in (*_ASIDE.finditer(text), *_INVERTED.finditer(text)):
        at = s.start + match.start("who")
        if match["verb"] not in _VERBS or holds(quotations, at) or len(text[: match.start()].split()) < 2:
            continue
        if any(r.text.lower() in match["who"].lower() for r in lately(before, number)):
            continue
        if match["who"].split()[-1] in ("is", "are", "was", "were", "be", "been", "being"):
            continue  # a passive
        if match["who"][:4] == "the " and not _gives(match["who"]):
            continue
        inverted = match.re is _INVERTED
        if inverted and match["verb"] not in _TOLD:
            continue
        named = (
            not inverted
            and match["who"][:1].isupper()
            and not set(match["who"].lower().split()) & reporting.STUDY
        )
        if named and (match["rest"] or match["verb"] not in _TOLD):
            continue
        who = names.someone(at, s.start + match.end("who"), number, before)
        if who is None:
            continue
        start, end = around(text, s.start, match.start(), match.end())
        found.append(Reported(start, end, who[0], who[1], who[2], number))
    return found


def _gives(who: str) -> bool:
    """Whether some words end in who can speak, or in the place that who can speak is from."""
    words = who.lower().split()
    if words[-1] in _GIVERS:
        return True
    head = re.split(r"\s(?:from|at|of|for|with|in)\s", who.lower())[0].split()
    return head[-1] in _GIVERS or head[-1].endswith(("ist", "yer", "ker", "ant", "man", "woman"))


def around(text: str, offset: int, opens: int, closes: int) -> tuple[int, int]:
    """The clause around an aside, as places in the document; `opens` and `closes` are its own in `text`."""
    begin = max((m.end() for m in TURN.finditer(text, 0, opens)), default=0)
    end = TURN.search(text, closes)
    return offset + begin, offset + (end.start() if end else len(text))
