"""The words for dates that stand with a happening, as patterns: what they resolve to is said in `dates`."""

from __future__ import annotations

import re
from collections.abc import Collection

from theodolite.extract.words import lexicon
from theodolite.extract.words.gates import Gates

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\."
_MONTH = rf"(?P<m>{_FULL}|{_SHORT})"
_DAYED = rf"(?:{_FULL}|{_SHORT}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
"""A month with a day, of which the short form needs no stop: "Nov 3"."""
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_PARTS = (
    r"(?:end|start|beginning|middle|close|turn|course|rest|remainder|(?:first|second|third|fourth|last|final|"
    r"opening|closing|early)\s(?:few\s|two\s|three\s)?(?:weeks?|days?|half|part|fortnight)|"
    r"(?:better|greater|early|latter|later|first|last|best)\spart|most|much|all|part|middle)\sof\s"
)
"""What a month may be a part of: "the end of March", "most of February"."""
UNDATED = re.compile(
    rf"(?<![\w-])(?:(?:[Ii]n|[Oo]n|[Ll]ast|[Tt]his|[Tt]his past|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Ss]ince|"
    rf"[Bb]y|[Dd]uring|[Tt]hrough|[Tt]hroughout|[Ff]rom|[Ee]ffective|as\sof|{_PARTS[:-2]})[\s-])"
    rf"(?:(?:early|late|mid|the\sfollowing|the\snext)[\s-])?{_MONTH}"
    r"(?:\s(?P<d>\d{1,2})(?:st|nd|rd|th)?)?(?P<y>,?\s(?:of\s)?last\syear)?(?![\w-])(?!,?\s(?:of\s)?(?:19|20)\d\d)|"
    rf"(?<![\w-])(?:[Oo]n\s|(?P<before>[Ll]ast\s)|[Tt]his\s(?:past\s)?|(?P<next>[Nn]ext\s)|[Ll]ate\s|[Ee]arly\s)?"
    rf"(?P<w>{_WEEKDAY})(?:\s(?:morning|afternoon|evening|night|lunchtime))?(?![\w-]|['’]s)"
    rf"(?!,?\s(?:the\s)?(?:(?:{_DAYED})\s\d|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_DAYED}))|"
    rf"(?<![\w-])(?P<m3>{_DAYED})\s(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\w-]|:\d|\s?%|,\d\d\d)"
    rf"(?!,?\s(?:19|20)\d\d)|"
    rf"(?<![\w-])(?:on\s)?(?:the\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_DAYED})(?![\w-])(?!,?\s(?:19|"
    rf"20)\d\d)|"
    r"\b(?P<today>[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight|[Ee]arlier today)(?!['’]s)\b|"
    r"\b(?P<night>[Ll]ast night)\b|\b(?P<tomorrow>[Tt]omorrow)(?!['’]s)\b|"
    r"\b(?:[Oo]ver|[Aa]t|[Tt]his|[Ll]ast|[Dd]uring)\s(?:the\s)?(?:past\s)?(?P<weekend>weekend)\b|"
    r"\b(?P<n>\d{1,2}|an?|one|two|three|four|five|six|ten)\s(?P<unit>day|week)s?\s(?:ago|earlier)\b|"
    r"\b(?P<tens>a|one|two|three|four|five)\s(?P<decade>decade)s?\sago\b|"
    r"(?<![\w-])[Oo]n\sthe\s(?P<nth>\d{1,2})(?:st|nd|rd|th)\b(?!\s(?:of|floor|day|century|anniversary|[A-Z]))|"
    r"\b(?:[Aa]t the (?:start|beginning|end) of|[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s(?P<month>(?:the|"
    r"this) month)\b",
)
NO_DAY = frozenset(
    """every each until till through by a any black cyber good super since following most same per alternate
    between""".split()  # noqa: SIM905
)
"""Words before a weekday that make it no day: "every Monday", "Black Friday"."""
SHORT_YEAR = re.compile(
    r"\b(?:[Ii]n|[Bb]ack in|[Ss]ince|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|[Ss]ummer|"
    r"[Ss]pring|[Aa]utumn|[Ff]all)(?:\s(?:early|late|mid))?[\s-]"
    rf"(?P<year>(?:{_FULL}\s)?['’](?P<yy>[0-3]\d))(?![\w'’])"
)
""" "In '22"."""
_ORDINALS = tuple(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth
    thirty-first""".split()  # noqa: SIM905
)
ORDINALS = {word: i for i, word in enumerate(_ORDINALS, 1)}
IN_WORDS = re.compile(rf"\b[Oo]n\sthe\s(?P<nth>{'|'.join(reversed(_ORDINALS))})(?=[,.;:)]|\sand\b|\Z)")
PART = re.compile(
    r"\b(?:(?:(?:[Ii]n|[Dd]uring|[Bb]y|[Ff]or|[Aa]t|[Oo]ver|[Ll]ate\sin|[Ee]arly\sin|[Ee]nd\sof|[Ss]tart\sof)\s)?(?:the|this\syear['’]s)\s"
    r"(?P<o>first|second|third|fourth|final|last)(?:\s(?:fiscal|calendar))?\s(?P<unit>quarter|half)|"
    r"(?:[Ii]n|[Dd]uring|[Bb]y|[Ff]or)\s(?P<q>[QH])(?P<k>[1-4]))\b"
    r"(?:\s(?:of\s)?(?P<of>this|last|next)\syear)?"
    r"(?!,?\s(?:of\s)?(?:the\s)?(?:(?:19|20)\d\d|FY|fiscal|game|century|decade|match|season|week|month|day))"
)
AFTER = re.compile(
    r"\b(?:(?:the|that)\ssame\s(?P<same>day|week|month|year)|(?:in\s|later\s)?(?<!earlier\s)that\s(?P<that>week|month|year|spring|summer|autumn)|"
    r"(?:the\s(?:following|next)\s(?P<next>day|week|month|year)|"
    r"the\s(?P<after>day|week|month|year)\safter|the\s(?P<before>day|week|month|year)\sbefore(?!\s\w)|"
    r"(?P<n>an?|one|two|three|four|five|six|ten|\d{1,2})\s(?P<unit>day|week|month|year)s?\s"
    r"(?:later|after\sthat|(?P<back>before\sthat|previously))))(?!\sthe\b)\b",
    re.I,
)
"""Dates that hang on the one named before: "the day after", "two months later"."""
THAT_YEAR = re.compile(
    rf"\b(?:(?:[Ii]n|[Oo]n|most\sof|much\sof|all\sof)\s)?(?:(?:(?:early|late|mid)[\s-])?{_MONTH}(?:\s(?P<d>\d{{1,2}}))?,?"
    r"\s(?:of\s)?(?:that|the\ssame|the\s(?P<following>following|next))\syear|"
    rf"(?P<that>that|the\ssame)\s{_MONTH.replace('P<m>', 'P<m2>')})\b"
)
""" "In July that year"."""
BARE = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|an?|[Tt]his|[Ll]ast)|['’]s)\s"
    rf"{_MONTH}(?=\s(?:public\s|first\s)?(?:release|launch|debut|listing|visit|acquisition|"
    r"takeover|unveiling|announcement|ban|meeting|summit|hearing|ruling|resignation|departure|flotation|IPO|rollout|"
    r"arrest|decision|deal|signing|opening|closure|merger|outage|breach|purchase|vote|verdict|update|"
    r"election|appointment|founding|raid|recall|lawsuit|upgrade|shutdown|leak|premiere|buyout|lay-?offs?)s?\b)"
)
"""A month before what happened then: "the July release"."""
POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?\Z|\d{4}-\d\d/\d{4}-\d\d\Z")
RELATIVE = re.compile(
    r"(?:(?:last|this|next|previous|the\scurrent)\s(?:fiscal\s|calendar\s|financial\s)?(?:year|month|week|quarter)|"
    r"(?:earlier|later)\sthis\syear|last\s[A-Z]\w+|\w+\s(?:year|month|week|day)s?\s(?:ago|earlier)|yesterday|"
    r"(?:in\s|by\s)?[A-Z]\w+\.?\s(?:of\s)?(?:this|last)\syear)",
    re.I,
)
"""A period that only the day of its text can date."""
OF_YEARS = re.compile(r"\A(?:last|this|next|\w+)\s(?:\w+\s)?years?\b|this\syear\Z", re.I)
_SIGN_IN_WORDS = re.compile(
    rf"\b(?:{_FULL}|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\s\d{1,2}|"
    r"\d (?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|"
    r"spring|summer|autumn|fall|Christmas|\w+day|today|weekend|"
    r"tonight|quarter|half|(?:days?|weeks?|months?|years?)\s(?:later|after|before)|"
    r"(?:[Ll]ast|[Tt]his|[Pp]ast|[Nn]ext|[Tt]hat|following|same|previous)\s(?:\w+\s)?"
    r"(?:day|night|week|month|year|morning|afternoon|evening)|"
    r"the month|[Yy]esterday|[Tt]omorrow|ago|earlier)\b|"
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
_SIGN_GATE = Gates(
    re.compile(
        rf"(?i:{_FULL}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|fall|Christmas|"
        r"tonight|quarter|half|day|night|week|month|year|morning|afternoon|evening|tomorrow|ago|earlier)"
    )
)
"""What every sign in words has: of "that year" the year, as "that" is in every other sentence."""
_SIGN_IN_FIGURES = re.compile(r"\b(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)|Q[1-4]|H[12])\b|\s['’][0-3]\d\b")
_DIGIT = re.compile(r"\d")
_SIGN_BY_ENDING = re.compile(r"\b\w+(?:th|rst|cond)(?=[,.;:)])")
_ENDING = re.compile(r"(?:th|rst|cond)[,.;:)]")


def may_date(said: Collection[str], content: str, start: int, end: int) -> bool:
    """Whether a sentence, with these words in lower case, has what it must have to be looked at for a date.

    Each kind of sign is looked for only where something that is quickly found speaks for it."""
    return (
        (_SIGN_GATE.may(said) and _SIGN_IN_WORDS.search(content, start, end) is not None)
        or (
            _DIGIT.search(content, start, end) is not None
            and _SIGN_IN_FIGURES.search(content, start, end) is not None
        )
        or (
            _ENDING.search(content, start, end) is not None
            and _SIGN_BY_ENDING.search(content, start, end) is not None
        )
    )


SEASON = re.compile(
    r"(?<![\w-])(?i:in|over|during|by|this|(?P<last>last)|(?P<next>next)|at|(?:just\s|shortly\s)before|early|late)\s"
    r"(?:(?:the|this|last|next|early|late|past|following)\s){0,2}"
    r"(?P<s>spring|summer|autumn|fall|Christmas)\b"
    r"(?!\s(?:of|in|school|term|event|camp|semester|internship|short|from|below|behind|apart|back|for|to)\b|-|"
    r",?\s(?:of\s)?(?:19|20)\d\d)"
)
LENGTH = re.compile(r"\b(?:part|half|most|much|lot) of\s\Z")
"""Behind these a year is a length: "the better part of a year earlier"."""
NAMED = frozenset((*MONTHS, *DAYS)) | lexicon.words(
    """jan feb mar apr jun jul aug sep sept oct nov dec today tonight morning afternoon evening night tomorrow
    weekend ago earlier month"""
)
"""Words of which one stands in every match of `UNDATED` but for "on the 18th"."""
NTH = re.compile(r"\d(?:st|nd|rd|th)\b")
SEASONS = frozenset(("spring", "summer", "autumn", "fall", "christmas"))
PARTS = frozenset(("quarter", "half", "q1", "q2", "q3", "q4", "h1", "h2"))
