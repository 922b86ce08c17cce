"""Units behind a figure, as science and industry write them: "mg L−1", "m/s", "°C", "‰", "GB/s", "tokens/s".

A unit is read word by word from the vocabulary, never by one pattern over all units: the time is that of
a few look-ups. A symbol of one letter counts only where it can hardly be something else ("5G", "4K").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from theodolite.catalog import vocabulary

_MOST_PARTS = 5  # "kg m2 s−3 A−1 mol−1" has five; more is no unit
_PER = {
    "second": "s",
    "sec": "s",
    "hr": "h",
    "hour": "h",
    "minute": "min",
    "d": "day",
    "y": "year",
    "yr": "year",
}
_SPACES = " \u00a0\u2009\u202f\u2002"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends at `end`: its `symbol`, the `factor` from the value as written to it, and whether it
    is a stretch of `time` (then `symbol` is the word: "hour")."""

    end: int
    symbol: str
    factor: float = 1.0
    time: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    symbol: str
    factor: float
    exponent: int
    end: int
    token: str
    marked: bool  # with an exponent


def _symbols() -> tuple[dict[str, tuple[str, float]], frozenset[str], dict[str, str]]:
    """Every symbol with what it stands for and its factor; those of compounds only; the stretches of time."""
    known = vocabulary.load()
    rows = known.units
    found: dict[str, tuple[str, float]] = {}
    for base, prefixes in rows["prefixed"].items():
        for prefix in ("", *prefixes):
            found[prefix + base] = (prefix + base, 1.0)
    found |= {symbol: (symbol, 1.0) for symbol in rows["plain"]}
    found |= {word: (symbol, 1.0) for word, symbol in rows["words"].items()}
    found |= {other: (symbol, 1.0) for other, symbol in rows["same"].items()}
    for base, words in known.measures.items():
        found |= {word: (base, factor) for word, factor in words.items()}
    found |= {s.replace("μ", "µ"): found[s] for s in list(found) if "μ" in s}
    return found, frozenset(rows["compound_only"]), rows["time"]


_KNOWN, _COMPOUND_ONLY, _TIME = _symbols()
_NAMES = frozenset(vocabulary.load().units["words"]) | frozenset(
    word for row in vocabulary.load().measures.values() for word in row
)
_COUNTED: dict[str, str] = vocabulary.load().units["counted"]
_OVER = frozenset(vocabulary.load().units["per"])
_PHRASES: dict[str, list[str]] = {}
for _name in sorted(_KNOWN, key=len, reverse=True):
    if " " in _name or "-" in _name:
        _PHRASES.setdefault(re.split("[ -]", _name)[0], []).append(_name)

_TOKEN = re.compile(r"[°º˚]\s?[CFNSEWK](?![A-Za-z])|[°º˚‰℃]|[A-Za-zμµΩÅ\u2126\u212a\u212b]+[⊙☉]?")
_EXPONENT = re.compile(
    r"\^?\(?[−‐-–-]\s?(?P<minus>[1-6])\)?|(?P<up>⁻?)(?P<high>[¹²³⁴⁵⁶])|\^?(?P<plain>[2-6])"
)
_HIGH = {"¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6}
_JOIN = re.compile(r"\s?(?P<over>[/⁄])\s?|\sper\s(?=(?:second|minute|hour)\b)|\s?(?P<dot>[·⋅∙*])\s?|\s")
_COUNTS_FOLLOW = re.compile(
    r"[\s-](?:[a-z]+[\s-])?(?:param|token|user|people|download|active|view|star|context|visitor|customer|employee|"
    r"image|sample|row|line|example|worker|job|student|follower|subscriber|player|patent|page|record|book|word|unit)"
)


def read(text: str, at: int, end: int, worded: bool = False) -> Unit | None:
    """The unit that follows a number ending at `at`, None where there is none. After a number in words only
    names count ("two gigawatts"), symbols do not ("one A")."""
    if at >= end:
        return None
    gap = text[at] if text[at] in _SPACES or text[at] == "-" else ""
    start = at + len(gap)
    phrase = _phrase(text, start, end)
    if phrase:
        return phrase
    first = _part(text, start, end)
    if first is None or (worded and first.token not in _NAMES):
        return None
    parts = _compound(text, first, end)
    if not parts:
        return None
    stop = parts[-1].end
    if len(parts) == 1 and not first.marked:
        if first.token in _TIME:
            clear = gap and not (gap == "-" and len(first.token) == 1 and first.token != "h")
            return Unit(stop, _TIME[first.token], time=True) if clear else None
        if len(first.token) == 1 and not _clear(text, first.token, gap, stop, end):
            return None
        if first.token in _COMPOUND_ONLY or first.token in _COUNTED:
            return None
    if not gap and first.token in _COMPOUND_ONLY and len(parts) == 1:
        return None
    return Unit(stop, _written(parts), _factor(parts))


def _phrase(text: str, start: int, end: int) -> Unit | None:
    """A name of several words: "degrees Celsius", "terawatt-hours"."""
    word = _TOKEN.match(text, start, end)
    for name in _PHRASES.get(word.group(), ()) if word else ():
        stop = start + len(name)
        if text.startswith(name, start) and stop <= end and not text[stop : stop + 1].isalnum():
            return Unit(stop, *_KNOWN[name])
    return None


def _part(text: str, start: int, end: int, over: bool = False) -> _Part | None:
    """One symbol with its exponent; `over`: behind a stroke, where words of time and of heads count too."""
    match = _TOKEN.match(text, start, end)
    if not match:
        return None
    token = match.group().replace(" ", "")
    if token in _KNOWN:
        symbol, factor = _KNOWN[token]
    elif (over and token in _OVER) or token in _TIME or token in _COUNTED:
        symbol, factor = _PER.get(token, _COUNTED.get(token, token)), 1.0
    elif token[0] in "º˚" and "°" + token[1:] in _KNOWN:
        symbol, factor = "°" + token[1:], 1.0
    else:
        return None
    return _raised(text, _Part(symbol, factor, 1, match.end(), token, False), end)


def _raised(text: str, part: _Part, end: int) -> _Part | None:
    """The part with the exponent behind it; None where a further letter or digit shows that it is no unit."""
    stop, exponent, marked = part.end, 1, False
    raised = _EXPONENT.match(text, stop, end)
    if raised and not _next_figure(text, raised, end):
        marked, stop = True, raised.end()
        if raised["minus"]:
            exponent = -int(raised["minus"])
        elif raised["high"]:
            exponent = _HIGH[raised["high"]] * (-1 if raised["up"] else 1)
        else:
            exponent = int(raised["plain"])
    following = text[stop : stop + 1] if stop < end else ""
    if following.isalnum() or following in ("_", "'", "’"):
        return None
    return _Part(part.symbol, part.factor, exponent, stop, part.token, marked)


def _next_figure(text: str, raised: re.Match[str], end: int) -> bool:
    """Whether what looks like an exponent begins a further figure: "5 m-6 m", "10 km-20 km"."""
    after = text[raised.end() : min(raised.end() + 4, end)]
    if re.match(r"[\d.,]\d|\d", after):
        return True
    return bool(raised["minus"] and raised.group()[0] in "-–‐" and re.match(r"\s?(?:[mkcμn]?m\b|%|°)", after))


def _compound(text: str, first: _Part, end: int) -> list[_Part]:
    """The parts of a unit that begins with `first`; empty where a count of things is over nothing."""
    parts, kept = [first], 1
    while len(parts) < _MOST_PARTS:
        join = _JOIN.match(text, parts[-1].end, end)
        if not join:
            break
        per = join.end() - join.start() > 4  # "gigabits per second"
        if per and first.token in _TIME:
            break
        over = per or bool(join["over"])
        part = _part(text, join.end(), end, over)
        if part is None:
            break
        if first.token in _COUNTED and not (over and part.token in _OVER) and part.exponent > 0:
            break
        exponent = -part.exponent if over else part.exponent
        parts.append(_Part(part.symbol, part.factor, exponent, part.end, part.token, part.marked))
        # Behind a space alone a symbol counts where it, or one behind it, has a power below zero: "mA h g−1".
        if over or join["dot"] or part.exponent < 0:
            kept = len(parts)
    return parts[:kept]


def _clear(text: str, symbol: str, gap: str, stop: int, end: int) -> bool:
    """Whether a symbol of one letter is a unit where it stands."""
    after = text[stop : min(stop + 40, end)]
    if symbol in "°‰ΩÅ":
        return True
    if not gap and symbol not in "VWLJN":
        return False
    if gap == "-" and symbol.isupper() and symbol not in "VWN":
        return False
    if symbol.isupper() and re.match(r"\s[A-Z][a-z]|\.[A-Z]|[&'’-]", after):
        return False
    return symbol not in "KMTm" or not _COUNTS_FOLLOW.match(
        after
    )  # they stand for thousands and more as well


def _written(parts: list[_Part]) -> str:
    """The unit in one way of writing: "mg/L", "m/s2", "m2/(V s)", "1/cm"."""
    above = [p.symbol + (str(p.exponent) if p.exponent > 1 else "") for p in parts if p.exponent > 0]
    below = [p.symbol + (str(-p.exponent) if p.exponent < -1 else "") for p in parts if p.exponent < 0]
    if not below:
        return " ".join(above)
    return f"{' '.join(above) or '1'}/{below[0] if len(below) == 1 else '(' + ' '.join(below) + ')'}"


def _factor(parts: list[_Part]) -> float:
    factor = 1.0
    for part in parts:
        factor *= part.factor**part.exponent
    return factor
