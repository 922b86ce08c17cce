"""Who has the floor where a text is of several voices: talk, interviews, live blogs, pages of letters."""

from __future__ import annotations

import re

from theodolite.extract.reading import Reading
from theodolite.extract.voices import interviews, letters, posts, turns
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.voices.turns import UP, Turn

_FIRST_LABEL = re.compile(
    r"(?m)^[ \t]*[*_]{0,3}(?:Q|A|Question|Answer|Interviewer|Host|Moderator)\b(?=[*_]{0,3}[ \t]?(?:\(|:|\.))"
)
_NOT_ASKED = re.compile(r"\b(?:by|with host|hosts?|interviewer|presenter|photographs?)[: ]*\Z", re.I)
_QUOTES_A_REPORT = re.compile(
    rf"\b(?:quot\w+|shar\w+|cit\w+|excerpt\w*|from|summari[sz]\w+)\s[^.:\n]{{0,40}}?\b(?:report|story|article|post|"
    rf"piece|analysis)\s(?:from|by|in|at|on)\s(?:the\s)?(?P<name>[{UP}][\w.’'&-]*(?:\s[{UP}&][\w.’'&-]*)*):\s"
)
_FULL_NAME = re.compile(rf"[{UP}][\w'’-]*\w(?: (?:al-|el-)?[{UP}][\w.'’-]*){{1,2}}")


def find(reading: Reading, names: SpeakerNames) -> tuple[Turn, ...]:
    """The stretches of a text that are one voice's own, in order."""
    content, spans = reading.text.content, reading.parts.own_spans
    label = _FIRST_LABEL.search(content)
    labelled = turns.find(
        content, _guest(reading, names, label.start() if label else 0), spans, names.by_initials
    )
    if labelled or reading.parts.is_discussion:
        return labelled or _passed_on(reading)
    if written := letters.find(content, reading.origin.title) or posts.find(content):
        return written
    is_interview = (reading.origin.kind or "").lower() == "interview"
    if stretches := interviews.find(content, is_interview, spans):
        guest = _guest(reading, names, stretches[0][0])
        host = names.own if names.own != guest else None
        return interviews.turns(stretches, guest, host) if guest else ()
    return ()


def _passed_on(reading: Reading) -> tuple[Turn, ...]:
    """The report that a discussion begins with and somebody only passes on: "a reader quotes a report from
    the Courier: ..."."""
    found = []
    for part in reading.text.parts:
        if part.kind == "article" and part.author is None:
            match = _QUOTES_A_REPORT.search(reading.content, part.start, min(part.end, part.start + 400))
            if match:
                found.append(Turn(match.end(), part.end, match["name"]))
    return tuple(found)


def _guest(reading: Reading, names: SpeakerNames, till: int) -> str | None:
    """Who answers where nothing says so: the first person of the lines that introduce the talk."""
    if reading.origin.speaker:
        return reading.origin.speaker
    known = [m for m in reading.mentions_in(0, till) if m.kind == "person"]
    others = [m for m in reading.unknown_in(0, till) if _FULL_NAME.fullmatch(m.name)]
    for mention in sorted((*known, *others), key=lambda m: m.start):
        if not _NOT_ASKED.search(reading.content, max(0, mention.start - 20), mention.start):
            return names.fullest(mention.name, mention.start)
    return None
