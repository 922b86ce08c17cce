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
    "attendees participants delegates passengers applicants interns",
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


_TITLED = lexicon.words(
    """star victim view user customer account time domain minor image video report answer book patient file
    message word site chatbot bot record conversation key accident death case deal citation student employee
    investor country state city download visit brand cup suspect website page post model system photo"""
)
"""What headlines write with a capital and count."""


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
    head = head.strip("⭐🌟✨")
    one = singular(head)
    if one.lower() in _TITLED and one.istitle():
        one = one.lower()  # "Stars", the "Victims" of a headline
    if len(tokens) > 1:
        two = f"{tokens[-2]} {one}".lower()
        if two in _COMPOUNDS:
            return two
    return one if re.search(r"[A-Za-z]", one) else None


_BY = re.compile(rf"\b{CHANGE_VERB}\b[^;,]{{0,80}}\bby\s*\Z", re.I)
_DONE = (
    r"(?:released|published|filed|produced|launched|sold|shipped|delivered|trained|graduated|raised|secured|signed|built|registered|"
    r"downloaded|completed|installed|granted|invested|spent|moved|opened)"
)
_SO_FAR = re.compile(
    rf"\b(?:has|have)\s(?:been\s|now\s|already\s|since\s|also\s){{0,2}}{_DONE}\s(?:[a-z]+\s){{0,3}}\Z", re.I
)
"""What is done by now adds up: "has raised 22 million"."""
_IN_A_TIME = re.compile(rf"(?<!been )(?<!has )(?<!have )\b{_DONE}\s\Z", re.I)
"""What was done is done in some time: "released 44"."""


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
        if (
            _BY.search(near)
            or re.search(rf"\b{CHANGE_VERB}\b", near[-45:], re.I)
            or re.match(
                r"\s+(?:increase|rise|growth|drop|decline|fall|cut|jump|surge|reduction|improvement|gain|"
                r"more|less|higher|lower|cheaper|faster|year-on-year|year-over-year)",
                after,
                re.I,
            )
        ):
            return "change"
        return "share"
    if figure.kind == "times":
        return "change" if unit == "times" else "cumulative"  # "downloaded 900,000 times"
    if unit in ("point", "percentage point") and re.search(rf"\b{CHANGE_VERB}\s(?:by\s)?\Z", near, re.I):
        return "change"
    if re.search(
        r"\b(?:cumulative\w*|in total|a total of|so far|to date|since|combined|altogether|all told)\b",
        near + after[:60],
        re.I,
    ):
        return "cumulative"
    if re.search(rf"\b{CHANGE_VERB}\s(?:by|of)\s*\Z", near, re.I):
        return "change"
    if _SO_FAR.search(near):
        return "cumulative"
    if _IN_A_TIME.search(near):
        return "flow"
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
