"""The words and patterns of figures in English; `numbers` puts them together."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re

from theodolite.catalog import vocabulary
from theodolite.extract.words import lexicon
from theodolite.model.period import DAYS_PER_MONTH

_ONES_IN_ORDER = lexicon.in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "seventeen eighteen nineteen",
)
ONES = {word: i for i, word in enumerate(_ONES_IN_ORDER)}
TENS = {
    word: 10 * (i + 2)
    for i, word in enumerate(lexicon.in_order("twenty thirty forty fifty sixty seventy eighty ninety"))
}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "crore": 1e7, "dozen": 12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9,
    "bln": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
PLURALS = {"tens": 10.0, "10s": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "100s": 1e2,
            "thousands": 1e3, "1000s": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}  # fmt: skip
MONTHS = {"year": 12.0, "yr": 12.0, "month": 1.0, "week": 7 / DAYS_PER_MONTH, "day": 1 / DAYS_PER_MONTH,
           "quarter": 3.0, "decade": 120.0, "century": 1200.0, "centurie": 1200.0, "hour": 1 / DAYS_PER_MONTH / 24,
           "minute": 1 / DAYS_PER_MONTH / 1440, "second": 1 / DAYS_PER_MONTH / 86400}  # fmt: skip

_units = vocabulary.load()
SIGNS = {sign: code for code, entry in _units.currencies.items() for sign in entry["signs"]} | {
    "¥": "¥",
    "￥": "¥",
}
SIGNS_IN_LOWER_CASE = {sign.lower(): code for sign, code in SIGNS.items()}
MONEY_WORDS = {word.lower(): code for code, entry in _units.currencies.items() for word in entry["words"]}


def _any(words: dict[str, object] | tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_SMALL = (
    rf"(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(ONES)[1:10])}))?|(?:{'|'.join(reversed(list(ONES)))})"
)
_DECIMALS = rf"\s+point(?:\s+(?:{'|'.join(list(ONES)[:10])}))+"
_SCALE_WORD = (
    r"(?:hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|mln|bln|bn|mn|tn|trn)"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+"
# Powers of ten, with a sign or a superscript, and as plain text keeps them: "3.7 × 106", "2 × 10−8", "10−8".
_POWER = (
    rf"(?:(?:{_DIGITS})\s?[x×*·]\s?)?10(?:\^|\*\*)\(?[−–-]?\d{{1,2}}\)?|(?:(?:{_DIGITS})\s?[x×·]\s?)?10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}}"
    rf"|(?:{_DIGITS})\s?×\s?10(?:[−–-]\s?\d{{1,2}}|[1-9]\d?)(?![\d%]|[.,]\d)|10−\d{{1,2}}(?!\d|\s?(?:%|per|[mbt]r?illion))|\d(?:\.\d+)?[eE][+−-]?\d{{1,2}}"
)
VALUE = re.compile(
    rf"""(?:
      (?:(?P<sign>{_any(list(SIGNS))})\s?)?
      (?:(?P<power>{_POWER})
        |(?P<digits>(?!10{{1,3}}s\b)(?:{_DIGITS}))(?:(?P<suffix>bn|mn|tn|trn|mln|bln|[kKmMbBtT])(?![A-Za-z0-9²³⁻−]|/(?:s|min|h)\b)|[\s-]?(?P<scale>{_SCALE_WORD}(?:[ -]{_SCALE_WORD})?)\b)?
      )
      |\b(?:
         (?P<plural>(?:tens|10s|dozens|scores(?=\sof)|hundreds|100s|thousands|1000s)(?:\s+of\s+(?:hundreds\s+of\s+)?(?:thousands|millions|billions|trillions)\b)?|millions|billions|trillions)
           (?:\s+(?:or|and|if\snot|or\seven|and\seven|upon)\s+(?:even\s+)?(?:hundreds\s+of\s+)?(?:thousands|millions|billions|trillions)\b)?
        |(?P<half>half)[\s-]a[\s-](?P<halfscale>million|billion|trillion|dozen)\b
        |(?P<single>an?)(?=\s(?:gigawatt|megawatt|terawatt|petabyte|exabyte|exaflop)\b)
        |(?P<halfpart>half)[\s-]an?(?=[\s-]per\s?cent)
        |(?P<vague>several|a\s+few|a\s+couple(?:\s+of)?|a\s+handful\s+of)\s+(?P<vaguescale>hundred|thousand|million|billion|trillion|dozen)\b
        |(?P<article>a|an|another)\s+(?P<artscale>(?:hundred|thousand|million|billion|trillion|dozen)(?:\s(?:thousand|million|billion|trillion))?)\b
        |(?P<words>(?:{_SMALL})(?:{_DECIMALS}|\s+and\s+a\s+half(?=\s+(?:{_SCALE_WORD}|to|or|times|percent)\b))?)(?:[\s-](?P<wordscale>{_SCALE_WORD}(?:\s(?:and\s)?(?:{_SMALL}))?(?:\s(?:thousand|million|billion|trillion|lakh|crore))?))?(?:\b|(?=fold\b))
      )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LETTERED = [sign for sign in SIGNS if re.fullmatch(r"[A-Za-z]{1,4}[$¥.]?", sign)]
_BEGINNINGS = ("a", "an", "another", "half", "several", *ONES, *TENS, *PLURALS)
_FIRST_LETTERS = "".join(sorted({word[0] for word in _BEGINNINGS}))  # looked at before all words are tried
START = re.compile(
    r"(?<![\w#@&^_/\\$€£¥])(?<![\w][.,:’'])(?<![A-Za-z][-–])(?<!\d[-–])(?<![\w)\]]−)"
    rf"(?=\.?\d|[$€£¥￥₩₹₪₽₱₫₦₺₸]|(?=[A-Z]{{1,4}}[$¥.]?\s?\d)(?:{_any(_LETTERED)})\s?\d|元|(?=[{_FIRST_LETTERS}])(?:{'|'.join(_BEGINNINGS)})(?:fold)?\b)",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"\s?(?:(?:wt|vol|at|mol|mass)\.?\s?)?(?:%|％)|[\s-](?:percent(?!age)|per\s?cent|pct)\b|(?P<pp>[\s-](?:percentage[ -]points?|ppts?|pp)\b)",
    re.I,
)
POINT = re.compile(r"[\s-]?points?\b", re.I)
MONEY_WORD = re.compile(rf"[\s-](?:worth of )?(?P<word>{_any(list(MONEY_WORDS))})\b(?![-'’])", re.I)
DURATION = re.compile(
    r"(?P<gap>[\s-]|\s?-\s?to\s?)(?:(?:full|whole|calendar|additional|more|further|consecutive|straight|short|long|good|solid|fiscal)[\s-])?"
    r"(?P<unit>year|yr|month|week|day|quarter|decade|century|centurie|hour|minute|second)(?P<s>s?)\b(?!-old)(?!\s+old\b)",
    re.I,
)
SMALL_MONEY: dict[str, tuple[str, float]] = {
    "cent": ("USD", 0.01), "cents": ("USD", 0.01), "pence": ("GBP", 0.01), "paise": ("INR", 0.01), "grand": ("USD", 1e3),
}  # fmt: skip
SUBUNIT = re.compile(
    rf"[\s-](?P<word>{'|'.join(SMALL_MONEY)})\b(?![-'’])(?!\s(?:chall|prize|design|slam|jury|scale))", re.I
)
ODD = re.compile(r"-(?:something|odd)\b", re.I)
HALF_MORE = re.compile(r"\s+and\s+a\s+half\b", re.I)
MONEY_SCALE = re.compile(r"\s(?P<scale>bn|mn|tn|trn|mln|bln|[kmbKMBT])(?![\w'’&²³⁻−]|/\w)")
RATIO = re.compile(
    r"(?!24/7|9/11)(?P<over>\d{1,3})(?:/|:(?![0-5]\d\s?(?:[ap]\.?m\b|[A-Z]{2,4}\b)))(?P<under>\d{1,4})(?:th\b)?(?![\w/:]|[.,]\d)"
)
TIMES = re.compile(r"\s?(?:times|x|×)(?![\w]|\s?\d)|[\s-]?fold\b", re.I)
TOLERANCE = re.compile(r"\s?(?:±|\+/[-−–]|\+[-−])\s?(?:\d+(?:\.\d+)?|\.\d+)")
RANGE = re.compile(
    r"\s?(?:–|—|-|~|‐|‑)\s?|−(?=\d{1,3}(?:\.\d+)?\s?%)|\s+(?:to|or|and|through)\s+(?:(?:as\s+(?:much|many|high)\s+as|around|about|nearly|perhaps|even|maybe)\s+|[<>~∼≈]\s?)?|-to-|-or-",
    re.I,
)
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


STRETCH = re.compile(
    r"(?:(?P<half>half(?:\s+of)?\s+an?)|(?P<vague>(?:several|a\s+few|(?:just\s+)?few|many|a\s+couple\s+of|a\s+couple|a\s+number\s+of|multiple))|(?P<one>an?|another))\s+"
    r"(?:(?:full|whole|single|further|short|good|mere)\s+)?(?P<unit>year|month|week|day|quarter|decade|century|centurie|hour)(?P<s>s?)\b(?!-)"
    r"(?:(?P<andhalf>\s+and\s+a\s+half)\b|\s+or\s+(?P<ortwo>two|so|more)\b)?",
    re.I,
)
