"""What a figure is a figure of: "revenue", "share of patents", "score on MMLU", "power"."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re

from theodolite.extract.quantities.change import CHANGE_VERB
from theodolite.extract.quantities.durations import metric as lasting
from theodolite.extract.words.numbers import Figure

_BY_UNIT = {
    "W": "power",
    "Wh": "energy",
    "FLOP": "computation",
    "FLOP/s": "computing power",
    "byte": "memory",
    "bit/s": "speed",
    "token/s": "tokens per second",
    "percentage point": "percentage points",
}
_ON_TEST = re.compile(
    r"\s?on\s(?:the\s)?(?P<test>(?!January|February|March|April|May\b|June|July|August|September|October|November|December)"
    r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}(?:\s20\d\d)?)(?![\w-])(?!\s?\d)"
)
_TESTED = re.compile(
    r"\b(?:scor\w+|benchmark|bench|eval\w*|exam|test|MMLU|GPQA|AIME|HLE|MATH|QA|accuracy|model|is at|was at)\b",
    re.I,
)
_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
)
_EMPLOYS = re.compile(r"\bemploy\w*\s(?:\w+\s){0,2}\Z", re.I)


def metric_of(
    figure: Figure, unit: str | None, before: str, sentence_before: str, after: str, words: str
) -> str | None:
    """The metric as the words around the figure give it; `before` is its clause, `words` the noun that it counts."""
    if unit in ("percent", "point") and (tested := _tested(sentence_before, after)):
        return tested
    if figure.kind == "money":
        return money_metric(before, after) or money_metric(sentence_before, after)
    if figure.kind == "percent":
        return percent_metric(before, after)
    if figure.kind == "times" and unit != "times":
        return f"{unit}s"  # "downloaded 900,000 times"
    if words == "people" and _EMPLOYS.search(before):
        return "employees"
    if figure.kind == "measure" and re.search(r"\bweigh(?:s|ed|ing)?\s(?:\w+\s){0,3}\Z", before):
        return "weight"
    if figure.kind in ("count", "measure"):
        return words or None
    if figure.kind == "duration":
        if re.search(r"doubl", before, re.I):
            return "doubling time"
        return "training time" if re.search(r"\btrain", before, re.I) else lasting(figure, before, after)
    return None


_IN_TEST = re.compile(
    r"\sin\s(?:the\s)?(?P<test>(?:[A-Z][\w.’'-]*\s){1,4})(?:[Bb]enchmark|[Tt]est|[Ee]xam)\b"
)


def _tested(before: str, after: str) -> str | None:
    """What is scored on a test: "74.9 on SWE-bench", "87% in the ARC-AGI benchmark"."""
    if named := _IN_TEST.match(after):
        return f"score on {named['test'].strip()}"
    test = _ON_TEST.match(after)
    if test is None or _DAYS.match(test["test"]):
        return None
    near = _TESTED.search(before[-60:]) or _TESTED.search(test["test"]) or "ench" in test["test"]
    return f"score on {test['test']}" if near else None


def by_unit(unit: str | None) -> str | None:
    """What a unit alone tells of the metric, where no word does."""
    return _BY_UNIT.get(unit or "")


_OF_MONEY = re.compile(
    r"\s+(?:in|of|worth of)\s+(?P<what>(?!(?:the\s)?(?:year|past|last|first|second|third|"
    r"fourth|19|20)|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|China|the U|Europe|India|a deal|an?\s|"
    r"\d)[A-Za-z][\w’' -]{2,50}?)(?=\s(?:across|in|from|by|for|to|over|this|last|at|with|on|"
    r"and|as|since|after|during|between|into|led|through|through|than|that|which|or)\b|"
    r"[,.;:()]|\Z)"
)
_NEXT_NOUN = re.compile(
    r"[\s-]+(?P<what>(?:(?!(?:at|in|on|for|to|from|by|and|with|as|over|across|into|of|the|a|an|"
    r"this|last|per)\s)[a-zA-Z-]+\s){0,3}?(?:investment|investments|fund|funding round|funding|"
    r"round|valuation|deal|contract|budget|loan|fine|plan|project|initiative|package|"
    r"acquisition|stake|market|revenue|cluster|data cent(?:er|re)|price|bid|chip fund|company|"
    r"startup|capex|offer|order|grant|programme|program|subsidy|subsidies|impairment|pledge|"
    r"commitment|sale|backing|bet|injection|purchase|partnership|salary|bonus|package|facility|"
    r"payout|settlement|profit|loss|IPO|raise))\b",
    re.I,
)
_NOUN_OF = re.compile(
    r"\b(?P<what>(?:(?!the\b|a\b|an\b|its\b|their\b|and\b|with\b|of\b|at\b|in\b|to\b|for\b|"
    r"has\b|had\b|by\b|from\b|on\b|is\b|as\b)[\w’'.-]+\s){0,3}?(?!of\b|at\b|"
    r"to\b)[\w’'-]+)\s(?:of|at|to|is|was|were|are|reached|hit|totall?ed|totals|exceeded|"
    r"exceeds|surpassed|topped|stood at|stands at|amounted to|amounts to|came to|climbed to|"
    r"rose to|grew to|fell to|dropped to|jumped to|surged to|increased to|declined to|"
    r"will reach|could reach|may reach|to reach|would reach|around|worth|will be|"
    r"averaged)\s*(?:just|only|about|around|roughly|nearly|some|a|an|almost|approximately|"
    r"more than|over|less than|under|at least|up to)*\s*\Z",
    re.I,
)
_BY_VERB = (
    (re.compile(r"\b(?:valu(?:ed|ing|es)|worth)\b[^;]{0,30}\Z", re.I), "valuation"),
    (re.compile(r"\brais(?:ed|ing|es|e)\b[^;]{0,40}\Z", re.I), "funds raised"),
    (
        re.compile(
            r"\b(?:invest(?:ed|ing|s)?|pour(?:ed|ing)?|pump(?:ed)?|plough(?:ed)?|inject(?:ed)?|"
            r"back(?:ed)?|commit(?:ted)?|pledg(?:ed|e))\b[^;]{0,50}\Z",
            re.I,
        ),
        "investment",
    ),
    (
        re.compile(
            r"\b(?:spen[dt]|spends|spending|splash\w*|budget\w*|allocat\w+|earmark\w*|shell\w* out|"
            r"paid|pay|pays|paying)\b[^;]{0,50}\Z",
            re.I,
        ),
        "spending",
    ),
    (
        re.compile(r"\b(?:cost|costs|costing|priced|charg\w+|sells? for|sold for|fees?)\b[^;]{0,40}\Z", re.I),
        "cost",
    ),
    (
        re.compile(
            r"\b(?:earn(?:ed|s|ing)?|generat(?:ed|es|ing)|revenues?|sales|book(?:ed)?)\b[^;]{0,50}\Z", re.I
        ),
        "revenue",
    ),
    (re.compile(r"\b(?:bought|acquir\w+|purchas\w+|buy(?:s|ing)?)\b[^;]{0,50}\Z", re.I), "purchase price"),
    (re.compile(r"\b(?:fined?|penalt\w+)\b[^;]{0,40}\Z", re.I), "fine"),
    (re.compile(r"\b(?:sav(?:e|es|ed|ing|ings))\b[^;]{0,30}\Z", re.I), "money saved"),
    (re.compile(r"\b(?:los(?:t|es|e|ing|s))\b[^;]{0,40}\Z", re.I), "loss"),
    (re.compile(r"\bburn(?:s|ed|ing|t)?\b[^;]{0,30}\Z", re.I), "cash burned"),
    (
        re.compile(r"\b(?:seek(?:s|ing)?|sought|hopes? to (?:bring in|get))\b[^;]{0,40}\Z", re.I),
        "funds sought",
    ),
    (re.compile(r"\b(?:sold|sells?)\b[^;]{0,60}\bfor\s[^;]{0,15}\Z", re.I), "price"),
    (re.compile(r"\b(?:receiv(?:e|es|ed|ing)|gets?|got)\s[^;]{0,15}\Z", re.I), "payment"),
    (re.compile(r"\b(?:set aside|allot\w*|committ?\w*)\b[^;]{0,30}\Z", re.I), "money set aside"),
)
_PERSONAL = re.compile(
    r"\A(?:year|month|quarter|third|half|quarters|fifth|tenth|week|day|it|they|he|she|we|which|"
    r"that|this|there|company|firm|and|who|China|us|is|was|has|had|to|reported|estimated)\Z",
    re.I,
)


_VALUED_AT = re.compile(r"\bvalu(?:e|es|ed|ing)\b[^;,]{0,70}\bat\s(?:\w+\s){0,2}\Z", re.I)
_SERIES = re.compile(r"\s(?P<what>Series\s[A-K]\+?(?:\s(?:financing|funding|round|extension|raise))?)\b")
_PUT = re.compile(r"\b(?:put|puts|putting|plow\w*|sunk|sank|sink\w*|pour\w*|pump\w*)\b[^;]{0,50}\Z", re.I)
_VERBAL = re.compile(
    r"\b(?:was|is|were|are|hopes|wants|plans|expects|seeks|running|whose|valued|raised|worth|which|that)\b"
)


def money_metric(clause_before: str, after: str) -> str | None:
    """What a sum of money is: "AI investment", "revenue", "valuation"."""
    if re.match(r"\s(?:post|pre)-money\b", after) or _VALUED_AT.search(clause_before):
        return "valuation"
    if round_ := _SERIES.match(after):
        return " ".join(round_["what"].split())
    if re.match(r"\s+(?:(?:more|each|over the years)\s)?into\s", after) and _PUT.search(clause_before):
        return "investment"
    if match := _OF_MONEY.match(after):
        done = next((metric for pattern, metric in _BY_VERB if pattern.search(clause_before)), None)
        return (
            f"{done} in {_clean(match['what'])}"
            if done in ("investment", "spending", "loss") and after.lstrip().startswith("in ")
            else _clean(match["what"])
        )
    if match := _NEXT_NOUN.match(after):
        return _clean(match["what"])
    if (
        (match := _NOUN_OF.search(clause_before))
        and not _PERSONAL.match(match["what"].split()[-1])
        and match["what"].split()[-1][0].islower()
        and not _VERBAL.search(match["what"])
    ):
        return _clean(match["what"])
    for pattern, metric in _BY_VERB:
        if pattern.search(clause_before):
            return metric
    return None


def percent_metric(clause_before: str, after: str) -> str | None:
    """What a percentage is: "share of top AI institutions", "revenue increase"."""
    of = re.match(
        r"\s+of\s+(?P<what>[^,.;:()\"”]{2,90}?)(?=\s(?:in|by|for|who|that|which|with|at|said|say|"
        r"are|is|was|were|have|has|had|use|uses|used|rely|now|will|would|could|to|from|on|as|than|"
        r"compared|according|while|and|but|last|this|since|come|comes|came|went|go|goes|over)\b|"
        r"[,.;:()\"”]|\Z)",
        after,
    )
    if of:
        what = _clean(of["what"])
        verb = re.match(
            r"\s+(?P<verb>(?:are|is|were|have|has|had|use|uses|used|rely|relies|say|said|plan|believe|"
            r"come|came|will|now|do|expect|consider|agree|report)\b[^,.;:]{2,80})",
            after[of.end() :],
        )
        return (
            f"share of {what} that {verb['verb'].strip()}"
            if verb and re.search(r"(?:\A|[.;,]\s*|\b(?:that|and|only|while|but)\s+)\Z", clause_before)
            else f"share of {what}"
        )
    word = re.match(
        r"\s+(?:[\w-]+\s){0,2}?(?P<what>increase|rise|growth|drop|decline|fall|jump|surge|"
        r"reduction|improvement|gain|stake|share|accuracy|tariffs?|discount|margin|chance|"
        r"probability|cut|premium)\b(?P<rest>\s(?:in|of)\s[a-zA-Z][\w’' -]{2,40})?",
        after,
        re.I,
    )
    if word:
        return _clean(word.group())
    if match := _NOUN_OF.search(clause_before):
        last = match["what"].split()[-1]
        if last[0].islower() and not _PERSONAL.match(last):
            return _clean(match["what"])
    made = re.search(
        r"\b(?P<verb>cut|cuts|lower(?:s|ed)|slash(?:es|ed)|reduc(?:es|ed)|rais(?:es|ed)|"
        r"increas(?:es|ed)|boost(?:s|ed)|improv(?:es|ed))"
        r"\s(?:the\s|its\s|their\s)?(?P<what>[\w’'-]+(?:\s[\w’'-]+){0,2}?)(?:\s(?:of|on|"
        r"for)\s[^,;]{2,40})?\sby\s(?:\w+\s){0,2}\Z",
        clause_before,
        re.I,
    )
    if made:
        up = re.match(r"rais|increas|boost|improv", made["verb"], re.I)
        return f"{_clean(made['what'])} {'increase' if up else 'decline'}"
    changed = re.search(
        rf"(?P<what>(?:[\w’'-]+\s){{0,2}}[\w’'-]+)\s(?:\w+ly\s|has\s|have\s|"
        rf"had\s)?(?P<verb>{CHANGE_VERB})\s(?:by\s)?(?:about |around |nearly |more than |over |"
        rf"just |roughly )?\Z",
        clause_before,
        re.I,
    )
    if changed:
        down = re.match(
            r"fell|fall|drop|declin|plung|slump|tumbl|shr|decreas|down|cut|reduc|lower|slash|slid|los|"
            r"sank|crash|dip",
            changed["verb"],
            re.I,
        )
        return _clean(
            re.sub(
                r"(?i)\b(?:\w+edly|the|its|their|a|an|that|and|has|have|had|can|be|been|is|was|were|are|will|could|"
                r"may|by)\b",
                " ",
                changed["what"],
            )
        ) + (" decline" if down else " increase")
    named = re.search(
        r"\b(?:share of|percentage of|proportion of|destination for|source of|"
        r"market for)\s(?P<what>[\w’' -]{3,50}?)\s(?:at|is|was|with|of|to)\s*\Z",
        clause_before,
    )
    return f"share of {_clean(named['what'])}" if named else None


def _clean(words: str) -> str:
    """Without articles, quotes and hyphens at the ends."""
    return " ".join(
        re.sub(
            r"\A(?:\s*(?:the|a|an|its|their|all|total|new|fresh)\b)+|[\"“”*_]", " ", words, flags=re.I
        ).split()
    ).strip(" -’'")
