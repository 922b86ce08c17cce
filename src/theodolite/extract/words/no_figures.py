"""What looks like a figure and is none: addresses, references, labels of figures and tables, versions, list
numbers, scores of comments, generations of chips."""

from __future__ import annotations

import re
from collections.abc import Iterable

from theodolite.extract.words.figure import Figure
from theodolite.extract.words.folded import Folded

Span = tuple[int, int]

_LABEL = (
    r"(?:p|pp|page|chapter|section|figure|fig|table|step|part|phase|article|volume|vol|appendix|misconception|myth|"
    r"lesson|rule|tip|level|tier|item|comment|incident|episode|version|no|nos|number|category|route|grade|round|"
    r"season|act|exhibit|note|question|point|reason|line|room|flight|type|scheme|equation|eqn?|ref|reference)"
)
_MORE = (
    r"(?:(?:,\s?|,?\s(?:and|or|to)\s|\s?[-–&]\s?)\(?\d{1,3}(?:\.\d{1,2}){0,2}[A-Za-z]?\)?"
    r"(?![\w%]|[.,]\d|\s?(?:million|billion)))"
)
# No figure at all, whatever follows: addresses, links, references, labels, citations.
_WEB = r"https?://\S+|www\.\S+"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}"
_ADDRESS = (
    r"\]\([^)\s]{0,2000}\)"
    r"|\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"
    # One boundary for all that begin at one: elsewhere it is asked for once, not nine times.
    rf"|\b(?:(?:figures|figs|tables|eqs|equations|refs|sections|phases|schemes|nos)\.?\s\(?\d+[A-Za-z]?\)?{_MORE}{{1,8}}"
    rf"|{_LABEL}s?\.?\s#?\d+(?:\.\d+)*(?:\s?[-–]\s?\d+)?(?:[A-Za-z](?![\w.]\w))?\b"
    r"(?!\s?(?:%|percent|million|billion|trillion))"
    r"|(?:equations?|eqn?s?|refs?)\.?\s\(\d{1,3}[a-z]?\)"
    r"|et al\.?,?\s\(?\d{4}[a-z]?(?:[,;]\s?(?:\d{4})?[a-z]?\b)*"
    r"|\d{1,4}\s?pp\b(?=\.|,|;|\)|\s?[£$€(]|\s*$)"
    r"|H\.\s?R\.\s?\d{1,5}|S\.\s\d{2,4}\b"
    r"|(?:19|20)\d\d[a-h]\b|(?:arXiv|doi|ISBN)[:\s]\S+)"
)
# No figure unless a unit of measure follows: "top 10" is none, the "top 10 cm" are.
_BARE = (
    r"\b\d[\d,]{0,12}\s(?:comments?|upvotes?|replies)\b"
    r"|(?m:^[ \t]*(?:#{1,6}[ \t]+)?(?:[-*•][ \t]+)?\(?\d{1,3}[.):][ \t])"
    r"|(?m:^[ \t]*(?:[01]?\d|2[0-3])[.:][0-5]\d(?=[ \t]+(?:[–—-][ \t]+)?[\"“A-Z]))"
    r"|(?<=\bour )(?:[01]?\d|2[0-3])[.:][0-5]\d(?=\s(?:post|entry|update|item)\b)"
    r"|\bbetween \d{1,2} and \d{1,2}(?=\s?(?:[ap]m\b|o[’']clock))"
    r"|\+?\d{1,3}[ -]\(?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{4}\b"
    r"|#\d+|\bv\d+(?:\.\d+)+|\b\d+\.\d+\.\d+\b"
    r"|\b\d+\s(?:points?|upvotes?|karma|likes?|replies|comments?|votes?)\s(?:by\b|·|\||•|"
    r"\d+\s\w+\sago)|\|\s*\d+\s(?:comments?|points?)"
    r"|\(-?\d+\s(?:points?|upvotes?|karma|likes?)\b[^)\n]{0,30}\)|\(?\bscore:\s?-?\d+"
    r"|\b(?:(?:Fortune|Forbes|S&P|Nasdaq|NASDAQ|CSI|FTSE|Russell|Nikkei|Project|Agenda|Industry|"
    r"Industrie|Web|Area|Windows|Boeing|Airbus|Category|Vision)\s\d+(?:\.\d+)?\b"
    r"|(?:top|bottom)[\s-]\d+\b|AI\s\d\.\d\b|[2-6]G\b|24/7\b|9/11\b|[1-3]D\b)"
)
_EITHER = Folded(re.compile(f"(?P<address>{_WEB}|{_ADDRESS})|{_BARE}", re.IGNORECASE))
# A mail address is tried at every letter of every word: only where a text has its sign at all.
_EITHER_OR_MAIL = Folded(re.compile(f"(?P<address>{_WEB}|{_MAIL}|{_ADDRESS})|{_BARE}", re.IGNORECASE))
# Numbers in brackets behind a word are references where a text cites so; elsewhere they may be counts.
_REFERENCE = re.compile(
    r"(?<=[a-z)\]] )\((?!\d{1,3}(?:,\d{3})+\))\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12}\)(?=\s?[.,;:)]|\s[a-z])"
)
_SCHOLARLY = re.compile(r"\bet al\b|\b(?:Fig|Figs|Eq|Eqs)\.\s?\(?\d|\b(?:Table|Figure)s?\s\d")
_CHIPS = re.compile(
    r"\b(?:ASML|EUV|DUV|scanners?|wafers?|nodes?|chips?|chipmak\w+|GPUs?|foundr(?:y|ies)|TSMC|SMIC|lithography|processors?|AI)\b"
)


def places(content: str, numbered: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Where no figure stands, and where none stands without a unit of measure behind it; each in order.

    `numbered`: the stretches around digits, in which they all lie."""
    never: list[Span] = []
    bare: list[Span] = []
    either = _EITHER_OR_MAIL if "@" in content else _EITHER
    for start, end in numbered:
        for match in either.finditer(content, start, end):
            (never if match["address"] else bare).append(match.span())
    if _SCHOLARLY.search(content):
        never += [m.span() for m in _REFERENCE.finditer(content)]
        never.sort()
    return never, bare


def without_generations(content: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures, without lengths in nanometres that name a generation of chips: "a 7 nm chip"."""
    found = tuple(figures)
    if not any(_may_be_generation(f) for f in found) or not _CHIPS.search(content):
        return found
    return tuple(f for f in found if not _may_be_generation(f))


def _may_be_generation(figure: Figure) -> bool:
    end = figure.high if figure.high is not None else figure.low
    return figure.unit == "nm" and end is not None and 1 <= end <= 180 and end == int(end)


_MONTH = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_CITATION = re.compile(
    rf"\b(?:(?!(?:{_MONTH}))[A-Z][\w’'-]{{1,30}}(?:\s(?:and|&)\s[A-Z][\w’'-]{{1,30}})?|et al\.?),?"
    r"\s\(?(?:19|20)\d\d[a-z]?"
    r"(?:[,;]\s(?:19|20)\d\d[a-z]?|[,;]\s?[a-z]\b)*(?=[;,)]|\s?$)"
)


def citations(content: str) -> list[Span]:
    """Where works are cited by name and year: "(Okoye and Brandt, 2011, 2014)"."""
    return [m.span() for m in _CITATION.finditer(content)]
