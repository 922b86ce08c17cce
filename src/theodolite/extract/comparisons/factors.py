"""Multiples: how many times the subject is its object ("nearly triple", "one-fifth of", "twice as many
as")."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from theodolite.extract.comparisons.lexicon.degrees import COMPARATIVES
from theodolite.extract.words.gates import Gates

_F = re.IGNORECASE
_UNITS = {
    "half": 0.5, "a half": 0.5, "one-half": 0.5, "twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0,
    "treble": 3.0, "quadruple": 4.0, "quintuple": 5.0,
}  # fmt: skip
_NUMBERS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "hundred": 100, "a hundred": 100, "a thousand": 1000, "thousand": 1000, "a dozen": 12,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
    "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_VERBS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}

_NUM = r"(?:\d[\d,]*(?:\.\d+)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_PART = r"(?:" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r")s?"
_TIMES = rf"(?P<n>{_NUM})(?:\s?(?:to|-|–|or)\s?(?P<n2>{_NUM}))?(?:\s?(?:x|×)(?![\w])|\stimes|[- ]?fold\b)"
_FRACTION = (
    rf"(?:(?P<over>{_NUM})[- ](?P<under>{_PART})|1/(?P<slash>\d{{1,6}})(?:th|rd|nd|st)?|"
    r"(?P<share>\d+(?:\.\d+)?|one|two|three|five|ten)\s?(?:%|percent|per cent))"
)
_ORDERS = r"(?:(?P<orders>an?|one|two|three|four|\d)\sorders? of magnitude)"
_MORE = "(?:" + "|".join(sorted(COMPARATIVES, key=len, reverse=True)) + ")"
_SCALE = (
    r"revenue|revenues|price|cost|size|budget|spending|output|volume|valuation|value|capacity|compute|speed|"
    r"performance|accuracy|throughput|bandwidth|score|population|investment|funding|headcount|rate|total|number|figure|power|earnings|sales"
)
"""What is counted of somebody, of which a part is a multiple and no share."""
_NUMBERED = (
    r"(?:(?:an?|the|one)\s)?(?=(?-i:[A-Z][\w.-]*\d(?:[\w.-]*[^\Ws.])?|[A-Z][A-Za-z]+\s\d[\w.-]*[^\Ws.]|[A-Z][A-Za-z]+\s\d)"
    r"(?:['’]s\b|\s?[.,;)]|\s?\Z|\s(?:on|in|at|for|while|when|but|and|with|per)\b))"
)
"""A model or chip by its number, of which a part is a multiple: "60% of an H100"."""
_UNIT = r"(?P<unit>half|twice|double|thrice|triple|treble|quadruple|quintuple)"

MULTIPLE = re.compile(
    rf"\b(?!half\s(?:the|its|their)\s(?!(?:[\w-]+\s){{0,2}}?(?:{_SCALE}|weight|length|memory|time|parameters|width|"
    rf"area|accuracy|errors?|mistakes)\b))(?:(?:{_UNIT})\s(?P<how1>as\s[a-z]+(?=\s(?:[\w-]+\s){{0,4}}?as\s)|as\s(?:much|many|large|big|high|low|fast|good|long|expensive|cheap|"
    rf"powerful|efficient|likely|productive|often|well)\b|the\s|that\s(?:of|in)|those\s|what\s|its\s|"
    rf"their\s|of\s(?:(?:that|those)(?=\s(?:of|in|at|from)\b)|what|the\s(?:number|amount|size|level|price|cost|volume))|(?=(?-i:[A-Z])"
    rf"[\w.]+['’]s(?!\w)))"
    rf"|(?:{_TIMES})\s(?P<how2>as\s[a-z]+(?=\s(?:[\w-]+\s){{0,4}}?as\s)|as\s(?:much|many|large|big|high|low|fast|good|long|expensive|cheap|"
    rf"powerful|efficient|likely|productive|often|well)\b|{_MORE}\b|the\s|"
    rf"that\s(?:of|in)|those\s|what\s|its\s|their\s|(?=(?-i:[A-Z])[\w.]+['’]s(?!\w)))"
    rf"|(?:{_FRACTION})\s(?:of\s)?(?P<how3>as\s(?:much|many|large|big|high|low|fast|good|long|expensive|"
    rf"cheap|powerful|efficient|likely|productive|often|well)\b|the\s"
    rf"(?:number|amount|size|level|price|cost|volume|compute|figure|performance|speed|rate|parameters|output|"
    rf"power|capacity|budget)\b|the\s(?:computing power|electricity|energy|money|memory|chips|workforce|"
    rf"staff|capital|funding|sum|time|hardware)\s(?=(?:that\s|which\s)?(?:(?-i:[A-Z])|used\b|needed\b|consumed\b|"
    rf"it\s)|of\s(?:the\s)?(?-i:[A-Z]))|"
    rf"that\s(?:of|in|at|from)|those\s(?:of|in|at|from)|"
    rf"the\s(?=(?-i:[A-Z][a-z]+(?:ese|an|ish|ch|us))\s?(?:[.,;)]|\Z))|what\s|of\s(?:that\sof|what)|that\s(?:available|installed|recorded|offered|"
    rf"invested|spent|held|found|made|raised)\s(?:in|by|at|to|for)\s|(?:the\s)?(?=(?-i:[A-Z]|o\d|r\d)[\w.]*['’]s(?:\s(?:{_SCALE})\b|\s?[.,;)]|\s?\Z))|"
    rf"{_NUMBERED}|{_MORE}\b)"
    rf"|(?:{_ORDERS})\s(?P<how4>{_MORE}\b))",
    _F,
)
"""A multiple with the words that say of what."""

PART_OF_NAME = re.compile(
    rf"\b(?:(?P<over>{_NUM})[- ](?P<under>{_PART})|1/(?P<slash>\d{{1,6}})(?:th)?|"
    r"(?P<share>\d+(?:\.\d+)?)\s?%)\sof\s"
    r"(?=(?-i:[A-Z])[\w.]+(?:\s(?-i:[A-Z])[\w.]+){0,2}?(?:\s?[,;)!?]|\.?\s?\Z|\.\s|\s(?:last|this|in|for)\s))",
    _F,
)
"""A part of somebody by name: "it has raised a tenth of Anthropic"."""

GROWN = re.compile(
    r"\b(?P<verb>doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|"
    r"halv(?:es|ed|ing))\b(?!\s(?:down|the number of|that of|check|click|edged))",
    _F,
)
"""A change by a multiple ("has doubled"): the object is what it was before."""

GROWN_BY = re.compile(
    r"\b(?:(?:multipl|increas|grow|grew|rose|risen|rise|jump|surg|expand|climb|soar|leap)\w*\s(?:up\s)?"
    rf"(?:by\s)?(?:about\s|around\s|roughly\s|nearly\s|almost\s|over\s|more than\s)?(?:a factor of\s)?"
    rf"(?P<n>{_NUM})(?:[- ]?fold\b|\stimes\b|x\b)|multiplied by (?:a factor of )?(?P<by>{_NUM})\b|"
    rf"(?:increas|grow|grew|rose|risen|jump|surg|expand)\w*\sby a factor of\s(?P<of>{_NUM}))",
    _F,
)
"""A change by a multiple in figures: "has grown sixfold", "multiplied by 10"."""


FOLD = re.compile(
    rf"\b(?P<verb>(?:multipl|increas|gr[eo]w|rose|ris(?:e|ing)|jump|surg|expand|climb|soar|leap|scal|rais|boost|improv|"
    rf"enlarg|swell|swollen|fall|fell|drop|shr[aiu]nk|reduc)\w*|go(?:es|ing|ne)?|went|cut(?:s|ting)?)\s"
    rf"(?P<what>[^,;:.()]{{0,60}}?\s)?(?P<n>{_NUM})[- ]?fold\b"
    rf"(?!\s(?:increas|ris|jump|growth|leap|boost|expan|gain|improv))",
    _F,
)
"""A change in folds, some words behind its verb: "expanding the cluster twentyfold"."""
_FALLING = ("fall", "fell", "drop", "cut", "shr", "reduc")


def of_fold(match: re.Match[str]) -> float | None:
    """The factor of "expanding the cluster twentyfold", "has fallen tenfold"."""
    value = possible(_number(match["n"]))
    return 1 / value if value and match["verb"].lower().startswith(_FALLING) else value


def of_growth(match: re.Match[str]) -> float | None:
    """The factor of "has grown sixfold"."""
    return possible(_number(match["n"] or match["by"] or match["of"]))


PERCENT_BETTER = re.compile(
    r"\b(?P<gain>improvement|increase|gain|boost|reduction|jump)\s(?:of\s)(?P<p>\d+(?:\.\d+)?)\s?(?:%|"
    r"percent|per cent)|"
    rf"(?P<p2>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)\s(?P<how>{_MORE}\b|"
    r"improvement|increase|gain|boost|reduction)",
    _F,
)
_DOWN = re.compile(
    r"\b(?:less|fewer|smaller|lower|cheaper|weaker|slower|worse|shorter|lighter|reduction)\b", _F
)
_UP = re.compile(rf"\b{_MORE}\b", _F)


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple in the text: subject over object, and where its words stand."""

    factor: float
    start: int
    end: int

    @property
    def direction(self) -> str:
        """Above or below one."""
        return "above" if self.factor > 1 else "below"


_GATE = Gates(
    re.compile(
        "|".join((*_UNITS, *_PARTS, *_VERBS))
        + "|times|fold|magnitude|percent|cent|fraction|sliver|factor|multiplied"
    )
)
_SIGN = re.compile(r"%|×|1/\d|x\b|X\b")


def may_hold(said: Collection[str], content: str, start: int, end: int) -> bool:
    """Whether the sentence between two places, with these words in lower case, may hold any of the multiples
    that are listed here, or a bare one: each has a word of the gate or one of the signs."""
    return _GATE.may(said) or _SIGN.search(content, start, end) is not None


def find(content: str, start: int, end: int) -> list[Multiple]:
    """The multiples between two places, in order."""
    found = []
    for match in MULTIPLE.finditer(content, start, end):
        value = possible(_value(match))
        if value and value != 1:
            found.append(Multiple(value, match.start(), match.end()))
    return found


_BY = re.compile(
    rf"\b(?:by (?:more than |over |about |around |roughly |nearly |almost |some |a ratio of |"
    rf"at least |close to )?"
    rf"(?:a factor of (?:(?:about|around|roughly|nearly|almost|some|over|more than|at least) )?"
    rf"(?P<by>{_NUM})|(?P<n>{_NUM})\s?(?:times|x\b|×|-?fold\b)|"
    rf"an? (?P<order>order of magnitude)|"
    rf"(?P<ratio>{_NUM})[ -]to[ -](?:one|1)\b)|(?P<fold>two|three|four|five|six|seven|eight|nine|ten)fold\b)",
    _F,
)


def by_factor(words: str) -> float | None:
    """The factor of "by a factor of 23", "by six to one", "fivefold"."""
    match = _BY.search(words)
    if match is None:
        return None
    if match["order"]:
        return 10.0
    return possible(_number(match["by"] or match["n"] or match["ratio"] or match["fold"]))


_BY_PERCENT = re.compile(r"\bby (?:\w+ )?(?P<p>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)(?! points?)", _F)


def by_percent(words: str) -> float | None:
    """The factor of "by 40 percent", of a verb that puts its subject above."""
    match = _BY_PERCENT.search(words)
    return possible(1 + float(match["p"]) / 100) if match else None


_WORDS = re.compile(
    rf"(?P<unit>twice|double|triple|quadruple|half)\b|(?P<over>{_NUM})[- ](?P<under>{_PART})\b|"
    rf"(?P<n>{_NUM})(?:\stimes|x|-?fold)|1/(?P<slash>\d{{1,4}})|"
    r"(?P<share>\d{1,2})\s?(?:%|percent|per cent)",
    _F,
)


def of_words(words: str) -> float | None:
    """The factor that a bare multiple begins with: "twice as much", "a fifth of the cost"."""
    match = _WORDS.match(words)
    if match is None:
        return None
    if match["unit"]:
        return _UNITS[match["unit"].lower()]
    if match["n"]:
        return possible(_number(match["n"]))
    if match["slash"] or match["share"]:
        return possible(1 / max(1, int(match["slash"])) if match["slash"] else int(match["share"]) / 100)
    under = match["under"].lower()
    return possible(_number(match["over"]) / _PARTS[under if under in _PARTS else under.removesuffix("s")])


INCREASE = re.compile(
    rf"\b(?:{_TIMES})\s(?:increase|rise|jump|improvement|growth|leap|boost|expansion|gain)\b|\bup (?:by "
    rf")?(?P<up>{_NUM})(?:[- ]?fold\b|\stimes\b)",
    _F,
)
"""A growth by a multiple: "a tenfold increase from", "up sevenfold"."""


def of_increase(match: re.Match[str]) -> float | None:
    """The factor of a growth by a multiple; None for a range."""
    return None if match["n2"] else possible(_number(match["n"] or match["up"]))


def of_verb(verb: str) -> float:
    """The factor of "doubled", "tripled", "halved"."""
    return next(value for stem, value in _VERBS.items() if verb.lower().startswith(stem))


PREMIUM = re.compile(
    r"\b(?:(?P<way>premium|discount)\sof\s(?:[a-z]+\s){0,3}?(?P<p>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)|"
    r"(?P<p2>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)\s(?P<way2>premium|discount))\s(?:to|over|on|against)\s",
    _F,
)
"""How far one price stands above or below another: "at a 30% discount to B"."""


def of_premium(match: re.Match[str]) -> float | None:
    """The factor of "a premium of 50% to"."""
    part = float(match["p"] or match["p2"]) / 100
    return possible(1 - part if (match["way"] or match["way2"]).lower() == "discount" else 1 + part)


def of_percent(match: re.Match[str]) -> float | None:
    """The factor of "an improvement of 100%", "30% faster"; None where a fall leaves nothing."""
    part = float(match["p"] or match["p2"]) / 100
    down = _DOWN.search(match.group())
    return possible(1 - part if down else 1 + part)


def _value(match: re.Match[str]) -> float | None:
    how = next((match[name] for name in ("how1", "how2", "how3", "how4") if match[name]), "").lower()
    down = bool(_DOWN.search(how))
    if match["unit"]:
        return _UNITS[match["unit"].lower()]
    if match["n"] or match["orders"]:
        if match["n2"]:
            return None
        value = _number(match["n"]) if match["n"] else float(10.0 ** _number(match["orders"]))
        return 1 / value if down and value else value
    if match["share"]:
        part = _number(match["share"]) / 100
    elif match["slash"]:
        part = 1 / max(1, int(match["slash"]))
    else:
        under = match["under"].lower()
        part = _number(match["over"]) / _PARTS[under if under in _PARTS else under.removesuffix("s")]
    if down:
        return 1 - part
    return 1 + part if _UP.search(how) and not how.startswith("as") else part


def of_count(words: str) -> float | None:
    """The factor that a bare number is: "seven"."""
    return possible(_number(words))


def of_part(match: re.Match[str]) -> float | None:
    """The factor of "a tenth of Anthropic"."""
    if match["slash"] or match["share"]:
        return possible(1 / max(1, int(match["slash"])) if match["slash"] else float(match["share"]) / 100)
    under = match["under"].lower()
    return possible(_number(match["over"]) / _PARTS[under if under in _PARTS else under.removesuffix("s")])


def possible(value: float | None) -> float | None:
    """The factor, where it can be one: above nought and below a trillion."""
    return value if value is not None and 0 < value < 1e12 else None


def _number(words: str) -> float:
    plain = words.lower().replace(",", "")
    return float(_NUMBERS[plain]) if plain in _NUMBERS else float(plain)
