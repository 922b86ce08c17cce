"""What a figure counts, in what unit, as which statistic: from the words around it."""

from __future__ import annotations

import re
from typing import Literal

from theodolite.extract.quantities.change import CHANGE_VERB
from theodolite.extract.words import lexicon
from theodolite.extract.words.numbers import Figure

Statistic = Literal["stock", "flow", "cumulative", "share", "change", "rank", "threshold"]

_STOP = re.compile(
    r"\s(?:in|on|at|by|for|from|to|with|across|among|over|under|between|during|since|after|"
    r"before|through|into|per|that|which|who|whose|where|when|while|as|than|and|or|but|is|are|"
    r"was|were|has|have|had|will|would|can|could|may|might|"
    r"according|compared|worldwide|globally|today|yesterday|last|next|this|each|every|working|living|using|"
    r"based|published|filed|released|made|led|including|annually|daily|monthly|a\s(?:day|week|"
    r"month|year)|due|because|so|if|not|being|said|says|waiting|reached|trained|surveyed)\b|"
    r"[,.;:()\[\]!?\"”“—–]|\s-\s|\n",
    re.I,
)
_COMPOUNDS = (
    "data point",
    "data center",
    "data centre",
    "patent family",
    "patent application",
    "patent filing",
    "research paper",
    "percentage point",
    "square foot",
    "square meter",
    "square kilometre",
    "square kilometer",
    "job posting",
    "view",
    "active user",
)
_PEOPLE = lexicon.words(
    "people persons person humans individuals men women human individual us strong adults employees",
    "engineers researchers scientists workers students graduates farmers staff staffers professors",
    "academics practitioners technicians postdocs executives residents inhabitants citizens voters pupils",
    "teachers doctors nurses soldiers lawyers candidates undergraduates candidate respondents specialists",
    "experts hires colleagues refugees migrants",
)
"""What is counted in people; users, customers, developers and authors are counted as such."""
_MEMBERS = ("member", "members")
_BODIES = lexicon.words("faculty staff team crew board family committee cabinet lab union")
"""What people are members of; other members may be states or firms."""
_NOTHING = lexicon.words("anything something one ones thing things each way ways overall total")
_IRREGULAR = {
    "people": "people",
    "data": "data point",
    "series": "series",
    "papers": "paper",
    "analyses": "analysis",
    "indices": "index",
    "children": "child",
    "women": "woman",
    "men": "man",
    "hertz": "hertz",
    "feet": "foot",
    "lives": "life",
    "aircraft": "aircraft",
}


def noun_phrase(after: str) -> tuple[str, int]:
    """(words, length) of the counted noun that follows a figure: "AI investment deals"."""
    if joined := re.match(r"-(?P<noun>[A-Za-z]+)(?=[\s,.-])", after):
        return joined["noun"], joined.end()
    lead = re.match(r"(?:[\s-]|\s?of\s)?(?:of\s(?:the\s|its\s|their\s)?)?(?:or (?:so|more)\s)?", after)
    offset = lead.end() if lead else 0
    rest = after[offset : offset + 120]
    stop = _STOP.search(" " + rest)
    words = rest[: max(0, stop.start() - 1)] if stop and stop.start() > 0 else ("" if stop else rest)
    tokens = words.split()[:6]
    shown = " ".join(tokens)
    return shown, offset + (
        rest.find(tokens[-1], max(0, len(shown) - len(tokens[-1]) - 4)) + len(tokens[-1]) if tokens else 0
    )


def singular(noun: str) -> str:
    """The singular of an English noun, as far as rules go."""
    lower = noun.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if lower.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun[-1:] == "s" and noun[:-1].isupper() and len(noun) > 2:
        return noun[:-1]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun


def unit_of(words: str) -> str | None:
    """The counted noun in the singular: the head of the phrase, or a compound that is one thing."""
    tokens = [t for t in re.split(r"[\s]+", words.strip(" -")) if t]
    if not tokens:
        return None
    head = tokens[-1].split("-")[-1].strip("'’\"*_`")
    if head.lower() in _PEOPLE or (
        head.lower() in _MEMBERS and tokens[-2:-1] and tokens[-2].lower() in _BODIES
    ):
        return "people"
    if head.lower() in _NOTHING:
        return None
    one = singular(head)
    if len(tokens) > 1:
        two = f"{tokens[-2]} {one}".lower()
        if two in _COMPOUNDS:
            return two
    return one if re.search(r"[A-Za-z]", one) else None


def statistic(figure: Figure, clause_before: str, after: str, unit: str | None) -> Statistic:
    """Which kind of figure it is."""
    near = clause_before[-90:]
    if re.match(r"[\w\s-]{0,20}?\b(?:threshold|limit|cap|ceiling)\b", after.strip(), re.I) or re.search(
        r"\b(?:threshold|limit|cap|ceiling)\s(?:of|at|is)\s*\Z", near, re.I
    ):
        return "threshold"
    if figure.kind == "percent":
        if re.match(r"\s+of\b", after) or re.search(
            r"\b(?:share|account\w*|compris\w+|represent\w+|proportion|percentage|make up|makes up|"
            r"made up|majority)\b",
            near,
            re.I,
        ):
            return "share"
        if re.search(rf"\b{CHANGE_VERB}\b", near[-45:], re.I) or re.match(
            r"\s+(?:increase|rise|growth|drop|decline|fall|cut|jump|surge|reduction|improvement|gain|"
            r"more|less|higher|lower|cheaper|faster|year-on-year|year-over-year)",
            after,
            re.I,
        ):
            return "change"
        return "share"
    if figure.kind == "times":
        return "change"
    if re.search(
        r"\b(?:cumulative\w*|in total|a total of|so far|to date|since|combined|altogether|all told)\b",
        near + after[:60],
        re.I,
    ):
        return "cumulative"
    if re.search(rf"\b{CHANGE_VERB}\s(?:by|of)\s*\Z", near, re.I):
        return "change"
    if figure.kind == "money":
        return (
            "stock"
            if re.search(
                r"\b(?:valu\w+|worth|market cap\w*|assets|cash|fund of|stake|holds?|debt)\b",
                near + after[:40],
                re.I,
            )
            else "flow"
        )
    if unit in (
        "deal",
        "filing",
        "paper",
        "patent",
        "publication",
        "sale",
        "shipment",
        "patent application",
        "patent filing",
        "unit",
        "download",
        "visit",
        "view",
    ):
        return "flow"
    return "stock"


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
)
_PERSONAL = re.compile(
    r"\A(?:year|month|quarter|third|half|quarters|fifth|tenth|week|day|it|they|he|she|we|which|"
    r"that|this|there|company|firm|and|who|China|us|is|was|has|had|to|reported|estimated)\Z",
    re.I,
)


def money_metric(clause_before: str, after: str) -> str | None:
    """What a sum of money is: "AI investment", "revenue", "valuation"."""
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
                r"(?i)\b(?:the|its|their|a|an|that|and|has|have|had|can|be|been|is|was|were|are|will|could|"
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
