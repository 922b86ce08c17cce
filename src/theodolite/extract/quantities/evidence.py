"""The words that carry a figure, and the noun that it hangs on."""

from __future__ import annotations

import re

from theodolite.extract.quantities.subject_words import OWNERS, PERSONS, PRODUCTS
from theodolite.extract.quantities.subjects import SubjectFinder
from theodolite.extract.referents import Referent
from theodolite.extract.words.numbers import Figure

_MEASURED = re.compile(
    r"(?:ime|orizon|age|ength|atency|ower|apacity|ueue|acklog|ork|ait|elay|orizon|ifetime|ise|ate|pan|peed|emand|upply|ption|tion|ion|ment|"
    r"ness|ity|ance|ence|ing|memory|window|life|run|load|need|use|output|cost|draw|footprint|bandwidth|budget|job|task|contract)s?\Z"
)
"""How nouns of what can be measured end."""


def governing_noun(finder: SubjectFinder, figure: Figure) -> str | None:
    """The noun that the figure hangs on, or its verb's subject where that is no name: the metric
    of last resort."""
    token = finder.parse.head_of(figure.start, figure.end)
    if token is None:
        return None
    subject = finder.parse.subject(finder.parse.verb_above(token))
    if subject is None or not subject.tag_.startswith("NN") or finder.inside(subject, figure):
        return None
    start, end = finder.parse.phrase(subject)
    words = " ".join(re.sub(r"(?i)\A(?:the|a|an|its|their|his|her)\s", "", finder.content[start:end]).split())
    at = finder.parse.span(subject)[0]
    if any(m.start <= at < m.end for m in finder.scene.reading.mentions_in(start, end)):
        return None
    if subject.text.lower() in PRODUCTS | PERSONS:
        return None  # "an 82-year-old woman lost ..." is a figure of no woman
    if subject.tag_.startswith("NNP") or subject.text.lower() in OWNERS:
        return None  # who has the figure is not what it is a figure of
    if (figure.kind == "duration" or figure.unit in ("g", "kg")) and not _MEASURED.search(
        subject.text.lower()
    ):
        return None  # "the robot runs for eight hours" is no figure of robots
    return words[:80] or None


def extent(finder: SubjectFinder, figure: Figure, subject: Referent | None, end: int) -> tuple[int, int]:
    """The quote: the clause with the figure where it is short, else from subject to figure, else
    the figure."""
    end = min(max(end, figure.end), finder.sentence.end)
    start = figure.opening
    if subject and subject.text and finder.sentence.start <= subject.start < finder.sentence.end:
        if subject.end <= figure.opening and figure.opening - subject.start <= 110:
            start = subject.start
        elif subject.start >= figure.end and subject.end - figure.end <= 90:
            end = max(end, subject.end)
    if start == figure.opening:
        token = finder.parse.head_of(figure.start, figure.end)
        if token is not None:
            a, b = finder.parse.clause(finder.parse.verb_above(token))
            if a <= figure.opening and b >= figure.end and b - a <= 140:
                start, end = a, max(b, end)
    while end > figure.end and finder.content[end - 1] in " ,;:\n\t":
        end -= 1
    return max(start, finder.sentence.start), min(end, finder.sentence.end)
