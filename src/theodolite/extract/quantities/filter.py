"""Which figures are claims: not incidental small numbers, rates' bases, multiples or suppositions."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re

from theodolite.extract import stance
from theodolite.extract.quantities.change import CHANGE_VERB
from theodolite.extract.quantities.durations import is_measured
from theodolite.extract.quantities.elliptic import stands_bare
from theodolite.extract.quantities.small_counts import DETERMINED, INCIDENTAL, counts_things
from theodolite.extract.reading import Reading
from theodolite.extract.words.names import COMMON
from theodolite.extract.words.numbers import Figure

_CHANGED = re.compile(rf"\b{CHANGE_VERB}\b[^;]{{0,40}}\Z", re.I)
_CHANGE_NOUN = re.compile(
    r"\b(?:increase|growth|reduction|rise|drop|decline|decrease|improvement|expansion|gain|jump|surge|speed-?up|"
    r"scale-?up|cut|fall|grow|decrease|trend|curve)\b[^;:.]{0,30}\b(?:of|is|by|was|at|to)\s(?:about|roughly|some|~)?\s?\Z",
    re.I,
)
_A_YEAR = re.compile(
    r"\s?(?:(?:per|a|each|every)\s(?:year|month|quarter|decade)\b|annually\b|yearly\b|"
    r"(?:\w+\s)?(?:increase|growth|reduction|rise|drop|decline|decrease|improvement|expansion|gain|jump|surge)\b)",
    re.I,
)
_THAN = re.compile(
    r"\s+(?i:more|less|fewer|as (?:many|much)|the |that of|larger|bigger|higher|faster|slower|"
    r"cheaper|better|greater|smaller|lower|longer|stronger|what|its|their|over|those|than)\b|"
    r"\s+[A-Z]"
)
_PER = re.compile(r"(?:\bper|\b(?:for )?every|\beach|/)\s*\Z", re.I)
_RATE = re.compile(r"[$€£¥]\s?\d[\d.,]*\s(?:a|an|/)\s*\Z|\b(?:dollars|cents|yuan|RMB)\s(?:a|per)\s*\Z", re.I)
_STUDY_SAMPLE = re.compile(
    r"\b(?:out of|survey(?:ed)?(?: of)?(?: more than| over| some| nearly| about)?|polled|"
    r"interviewed|a sample of|asked|poll of|questioned|spoke (?:to|with)|talked (?:to|with)|interviews? with|survey of|n\s?=)\s*(?:more than|over|some|nearly|"
    r"about|around)?\s*\Z",
    re.I,
)
_IDIOM = re.compile(r"\s*(?:sure|certain|agree|right|correct|convinced|true)\b", re.I)
_HEADLINE_AGE = re.compile(r"[-\s]years?[-\s]old\b|,?\s?aged?\b", re.I)
_PRODUCT_SIZE = re.compile(
    r"[bB]\b(?!\s?(?:param|model|-param|yuan|dollars|in\b|LLM|dense|active|total|weights))"
)
_WINDOW = 320  # characters before and behind a figure that rules look at


def is_claim(reading: Reading, figure: Figure, sentence: tuple[int, int]) -> bool:
    """Whether a figure states something about somebody that could be checked."""
    content = reading.content
    before = content[max(sentence[0], figure.opening - _WINDOW) : figure.opening]
    after = content[figure.end : min(sentence[1], figure.end + _WINDOW)]
    if figure.kind == "count" and _is_age(reading, figure, before, after):
        return False
    led = before + content[figure.opening : figure.start]
    if _is_scenery(figure, content[figure.start : figure.end], led, after):
        return False
    if reading.is_taken(figure.start, figure.end) or stance.hypothetical(content, sentence, figure.start):
        return False
    if _is_asked(content[sentence[0] : sentence[1]], before, after):
        return False
    if figure.worded and re.search(r"\bnot\s\Z", before):
        return False  # "tens of thousands, not millions" holds no millions
    if figure.kind != "duration" and (_PER.search(before) or _RATE.search(before)):
        return False
    return {
        "money": _money,
        "percent": _percent,
        "duration": _lasting,
        "measure": _always,
        "times": _times,
        "count": _count,
    }[figure.kind](figure, before, after, content)


_THE = re.compile(r"\b(?:the|these|those|all|its|all the|our|their)\s\Z", re.I)
_SCENERY = re.compile(
    r"\s(?:[A-Za-z-]+\s){0,2}?(?:countries|states|members|member states|economies|nations|pillars|provinces|territories|"
    r"jurisdictions|signatories|capitals|governments)\b(?!\s(?:that|which|have|has|were|are|had))"
)
_RESOLUTION = re.compile(r"\d{1,2}[Kk]")
_SCREEN = re.compile(
    r"\s(?:[A-Za-z-]+\s)?(?:U?HD\b|videos?|resolution|displays?|screens?|cameras?|images?|monitors?)", re.I
)
_APART = re.compile(r"\s(?:miles|kilomet(?:er|re)s|met(?:er|re)s|feet|yards|km)\s(?:away|apart)\b")
_OPENS_YEAR = re.compile(r"\b(?:by|in|since|until|from|after|before|during|around|through|of)\s\Z", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_EXCHANGE = re.compile(r"\s?=\s?\d|\s(?:equals|buys)\s\d")
_EXCHANGED = re.compile(r"[$€£]\s?1\s?(?:=|equals|buys)\s?\Z")
_TOP_PART = re.compile(
    r"\b(?<!at )(?:(?:most|least|best|worst|highest|lowest)(?:[\s-][a-z]+)?|top|bottom|richest|poorest|upper)\s\Z",
    re.I,
)


def _is_scenery(figure: Figure, written: str, before: str, after: str) -> bool:
    """Whether a figure only says which ones are meant: "the 27 member states", "the most cited 1 per cent", a rate
    of exchange, a year that the reading of dates has missed."""
    if figure.kind == "count":
        value = figure.low or figure.high or 0
        if (_RESOLUTION.fullmatch(written) and _SCREEN.match(after)) or _APART.match(after):
            return True
        if _YEAR.fullmatch(written) and _OPENS_YEAR.search(before) and re.match(r"\s[a-z]|,", after):
            return True
        return value < 250 and bool(_THE.search(before) and _SCENERY.match(after))
    if figure.kind == "money":
        return bool(_EXCHANGED.search(before) or (_EXCHANGE.match(after) and (figure.low or 0) <= 1))
    return figure.kind == "percent" and not figure.fraction and bool(_TOP_PART.search(before))


_MULTIPLE = re.compile(
    r"\s(?:(?:its|their|forward|trailing|annual|expected|projected|estimated|next year[’']s|this year[’']s|last year[’']s)\s){0,3}"
    r"(?:earnings|sales|revenues?|profits?|book value|EBITDA|run[- ]rate|bookings)\b",
    re.I,
)
_PART_NUMBER = re.compile(r"\b(?:an?|my|his|her|one|used|old|single)\s\Z", re.I)
_SIZE_CLASS = re.compile(
    r"\b(?:firms|companies|businesses|organi[sz]ations|enterprises|those|plants|factories|employers|shops|startups|start-ups|"
    r"members|manufacturers|banks|makers|[a-z]+ers)\s(?:with|of|employing)\s\Z",
    re.I,
)
_STAFF = re.compile(r"\s(?:or more\s)?(?:employees|staff|workers|people)\b", re.I)
_SUPERLATIVE = re.compile(
    r"\s(?:largest|biggest|best|top|most|leading|highest|fastest)\b[^.;]{3,60},\s", re.I
)
_OF_SO_MANY = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|(?:twenty|thirty|forty|fifty)(?:-\w+)?|\d+)\sof\s"
    r"(?:(?:the|its|their|our|those)\s)?\Z",
    re.I,
)
_POINTS = re.compile(r"[\s-]points?\b(?!\sof\b)", re.I)
_POINTS_OFF = re.compile(
    r"[\s-]points?\s(?:(?:or so|on average)\s)?(?:ahead|behind|lower|higher|above|below|clear|better|worse|up|down|short|more|"
    r"less|lead|gap|in (?:[A-Z]|the)|on\s(?:the\s)?[A-Z])",
    re.I,
)
_WITHIN = re.compile(r"\bwithin\b", re.I)
_SERIES = re.compile(r"\s(?:series|family|class|line)\b")
_AGED = re.compile(r"(?:\A|\s)[A-Z][\w’'-]+\s[A-Z][\w’'-]+,\s\Z")
_NAME_OPENS = re.compile(r"\W*(?P<word>[A-Z][a-z]+)[ -]")
_ASKS = re.compile(
    r"[\W_]*(?:(?:and|but|so|or|then|well|okay|ok|now|yes|no|right)\b[\s,]+)*(?:who|whom|whose|what|when|where|why|how|which|is|are|"
    r"was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|am|(?:is|are|was|do|does|did|ca|wo|has)n[’']t)\b",
    re.I,
)


def _is_asked(sentence: str, before: str, after: str) -> bool:
    """Whether a figure stands in a question; a statement with a question mark ("China is at 4%?") states it."""
    if not sentence.rstrip().endswith("?") or re.search(r"[\"”]", after):
        return False
    clause = re.split(r"[.,;:—–]\s", before)[-1]
    return bool(_ASKS.match(sentence) or _ASKS.match(clause))


def _is_age(reading: Reading, figure: Figure, before: str, after: str) -> bool:
    """Whether a number behind the name of a person is an age: "says Jane Doe, 61"."""
    if (
        figure.worded
        or figure.scaled
        or not 14 <= (figure.low or 0) < 100
        or not re.match(r"[.,;]|\Z", after)
    ):
        return False
    if not _AGED.search(before[-60:]):
        return False
    named = reading.mentions_in(max(0, figure.start - 30), figure.start)
    return not any(m.end >= figure.start - 2 and m.kind in ("side", "organisation", "model") for m in named)


def _always(figure: Figure, before: str, after: str, content: str) -> bool:
    return True


_SIZED = re.compile(
    r"\b(?:rounds|deals|contracts|transactions|purchases|orders|grants|companies|firms|investments|incomes|turnover|revenues?|projects)"
    r"(?:\s(?:of|worth|with (?:sales|revenues?|turnover) of))?\s\Z",
    re.I,
)


def _money(figure: Figure, before: str, after: str, content: str) -> bool:
    if _SIZED.search(before) and content[figure.opening : figure.start].strip():
        return False  # "rounds above $100 million" names a class
    if figure.high is None and figure.worded and re.search(r"\bin\s\Z", before):
        return False  # "in billions of dollars" names a unit
    return figure.low != 0 and not re.match(r"[\s-]dollar question", after)


def _percent(figure: Figure, before: str, after: str, content: str) -> bool:
    return not (figure.low in (100.0, 110.0, 1000.0) and _IDIOM.match(after)) and not re.match(
        r"\s?(?:threshold|rule)\b", after
    )


def _times(figure: Figure, before: str, after: str, content: str) -> bool:
    """A rise by so many times is a figure; so many times more than another is a comparison. So is how often
    something was done: "downloaded 900,000 times"."""
    if done_times(before) and not _THAN.match(after):
        return True
    if _MULTIPLE.match(after):
        return True
    if _THAN.match(after):
        return False
    return bool(_CHANGED.search(before) or _CHANGE_NOUN.search(before) or _A_YEAR.match(after))


def _lasting(figure: Figure, before: str, after: str, content: str) -> bool:
    return is_measured(figure, before, after)


def _count(figure: Figure, before: str, after: str, content: str) -> bool:
    value = figure.low if figure.low is not None else figure.high
    written = content[figure.start : figure.end]
    if value is None or _HEADLINE_AGE.match(after) or _STUDY_SAMPLE.search(before):
        return False
    if _SIZE_CLASS.search(before) and _STAFF.match(after):
        return False  # "firms with more than 250 employees"
    if value <= 100 and re.search(r"\bof\s(?:the\s)?\Z", before) and _SUPERLATIVE.match(after):
        return False  # "of the 40 largest models, 33 were ..."
    if value <= 100 and not figure.scaled and _OF_SO_MANY.search(before[-40:]):
        return False  # "four of the five leaderboards" counts four
    if _WITHIN.match(content[figure.opening : figure.start]) and re.match(r"\spoints?\sof\b", after):
        return True
    if _SERIES.match(after) and written.isdigit() and value >= 100:
        return False  # "the 910 series"
    if (figure.worded or (value < 13 and value == int(value))) and _POINTS.match(after):
        return bool(_POINTS_OFF.match(after) or _CHANGED.search(before) or re.search(r"\bby\s\Z", before))
    if (
        _PART_NUMBER.search(content, max(0, figure.start - 8), figure.start)
        and 1000 <= value < 10000
        and written.isdigit()
        and re.match(r"\s?[.,;)]|\Z|\s(?!\w+s\b)|\s(?:has|is|was|does|costs|gets|runs|needs)\b", after)
    ):
        return False  # "on a 4090"
    if value < 100 and (opens := _NAME_OPENS.fullmatch(before)) and opens["word"] not in COMMON:
        return False  # "Lantern 3 came out"
    if (
        _PRODUCT_SIZE.search(written + after[:14])
        and figure.scaled
        and not figure.worded
        and re.search(r"\d[bB]\Z", written)
    ):
        return False
    if figure.worded and not figure.scaled:
        return counts_things(value, before, after)
    if (
        not figure.scaled
        and value < 13
        and "." not in written
        and (DETERMINED.search(before) or INCIDENTAL.match(after))
    ):
        return False
    if not figure.scaled and value < 100 and re.match(r"\s*(?:[.,;:)\]\n]|\Z)", after):
        near = content[max(0, figure.start - 60) : figure.start]
        return bool(
            _SET_BESIDE.search(before)
            or _SET_BESIDE.search(near)
            or _GAPPED.search(before[-200:])
            or stands_bare(before, after)
        )
    if figure.vague or (
        figure.high is None
        and figure.worded
        and re.match(r"\s+of\s+(?:the\s)?(?:years|miles|times|thousands)\b", after)
    ):
        return False
    if re.match(
        r"-(?!(?:billion|million|trillion|parameter|param|token|person|member|GPU|chip|employee|"
        r"strong|plus|qubit|acre|user|megawatt|gigawatt|core|layer|billion-parameter))\w",
        after,
    ):
        return False
    return bool(re.match(r"[\s-]+(?:[A-Za-z\"“(]|\d[A-Z]\s[a-z])|\s*[,.;:)\]]|\Z", after))


_DONE = re.compile(
    r"\b(?P<verb>downloaded|cited|viewed|starred|forked|installed|visited|shared|watched|played|copied|streamed|oversubscribed|"
    r"subscribed|patched|revised|tested|launched|run|delayed|raided|fined|sanctioned|updated)(?:\sby)?\s?"
    r"(?:,?\s?(?:I want to say|I think|what),?\s|(?:some|about|around|roughly|nearly|almost|over|more than|at least)\s){0,2}\Z"
)
_DEEDS = {
    "downloaded": "download", "cited": "citation", "viewed": "view", "starred": "star", "forked": "fork",
    "installed": "installation", "visited": "visit",
}  # fmt: skip


def done_times(before: str) -> str | None:
    """The unit of how often something was done ("downloaded 900,000 times"); None where no verb says so."""
    done = _DONE.search(before[-90:])
    return _DEEDS.get(done["verb"], "times") if done else None


_SET_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|against|from|to|up from|down from|than|for|"
    r"scor\w+|of|at|reach\w+|total\w+|had|has|only|just|and|with|counted|found|filed|published|released|won|was|were|"
    r"is)\s*(?:just|only|about|some|around)?\s*\Z",
    re.I,
)
# "The U.S. made 40 models, China 15": a name and a number where the verb is left out.
_GAPPED = re.compile(r"\d[^;:.()]{0,80}(?:,|\band|\bwhile)\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z]\w*){0,2}\s\Z")
_BESIDE = re.compile(
    r"(?:['’]s|\b(?:versus|vs\.?|against|compared with|compared to|with|had|for|and|to|"
    r"than))\s+(?:just|only)?\s?\Z",
    re.I,
)


def stands_beside(content: str, figure: Figure, sentence: tuple[int, int]) -> bool:
    """A small number in words that stands beside a counted figure: "15 models ... and Europe's three"."""
    value = figure.low
    if figure.kind != "count" or not figure.worded or figure.scaled or value is None or not 2 <= value <= 99:
        return False
    before = content[max(sentence[0], figure.opening - _WINDOW) : figure.opening]
    after = content[figure.end : min(sentence[1], figure.end + _WINDOW)]
    return bool(
        _BESIDE.search(before) and re.match(r"\s*(?:[.,;)]|\Z)|\s(?:from|for|in|on)\s(?:the\s)?[A-Z]", after)
    )
