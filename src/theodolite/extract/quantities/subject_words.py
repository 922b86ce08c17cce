"""The words between a figure and the name that it belongs to."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from typing import Any

from theodolite.extract.words import lexicon

LOCAL_BEFORE = re.compile(
    r"(?:['’]s?\s+(?:[\w-]+\s){0,4}|\s(?:with|at|has|had|boasts?|accounts? for|lagging with|on|"
    r"reached|of|holds?|controls?|for|is|was|scored|scores?|,)\s+(?:(?:just|only|about|some|"
    r"around|nearly|a|the|over|more than|less than|at least|up to|roughly|almost)\s+)*|"
    r"\s*[:(]\s*)\Z",
    re.I,
)
LOCAL_AFTER = re.compile(r"\s+(?:[\w-]+\s){0,4}?(?:in|from|for|by|at|among|of)\s+(?:the\s)?\Z", re.I)
STUDY_WORD = re.compile(
    r"\b(?:study|report|survey|research|analysis|index|data|according|citing|estimates?)\b", re.I
)
NOUNY = ("NN", "JJ", "VBG", "VBN", "HYPH", "POS", "FW", "CD")
NOT_COUNTED = lexicon.words(
    "today yesterday tomorrow now last next this past each every year-on-year worldwide globally percent per"
)
MEASURES = lexicon.words(
    "revenue revenues sales turnover income utilization utilisation cost costs price prices margin margins profit profits loss",
    "losses spending capex expenditure budget valuation round transaction sale deal training pretraining share ratio rate scale",
    "number total count average median output capacity yield score bill queue headcount workforce staff ownership bookings",
    "backlog investment investments funding stake shares stock debt cash premium latency accuracy bandwidth memory throughput",
    "management executives spokesperson spokesman spokeswoman figure period run-rate use usage consumption demand proceeds contract order orders shipments downloads deliveries",
)
"""What is measured of somebody: where such a word is subject, the figure belongs to whom the passage is about."""
OWNERS = lexicon.words(
    "company firm group startup start-up lab labs laboratory maker bank ministry government country continent nation",
    "university institute team developer developers companies firms start-ups startups institutions jurisdictions countries",
    "management executives spokesperson spokesman spokeswoman officials evaluators researchers scientists people investors",
)
TELLING = lexicon.words(
    "say says said saying tell tells told think thinks thought believe believes believed reckon reckons reckoned expect",
    "expects expected estimate estimates estimated report reports reported announce announces announced hear heard",
    "argue argues argued know knows knew guess guesses",
)
"""Verbs of those who tell a figure, which is another's."""
PUTTING = lexicon.words(
    "put puts value values valued valuing price prices priced peg pegs pegged estimate estimates estimated"
)
AT = re.compile(r"\bat\s\Z")
AT_WORK = re.compile(
    r"\b(?:in|at|on)\s(?P<where>(?:my|our)\s(?:own\s)?(?:[a-z-]+\s){0,2}?(?:lab|laboratory|group|school|department|faculty|"
    r"institute|university|company|firm|team|office|clinic|hospital|class|floor))\b",
    re.I,
)
DAYS = lexicon.words("year month week quarter decade century today yesterday tomorrow")
OF_THEM = re.compile(r"\s+of\s(?:them|those|these)\b(?!\s[a-z]+s\b)")
LEADS = lexicon.words("of the its their our my more most additional new other or so -")
"""Words between a figure and the noun that it counts."""
LEADING = re.compile(r"\A(?:[A-Za-z]+\s){0,3}[$€£]?\d[\d,.]*\s")
OPENS = re.compile(
    r"(?:\A|[,;:—]\s|\b(?:that|and|while|but|because|whereas|said|says|found|shows?|showed|"
    r"only|with|versus|vs|against|compared with|compared to|than|where|although|though|"
    r"surveyed,|institutions,)\s)(?:\W|about\s|around\s|only\s|"
    r"just\s)*\Z",
    re.I,
)
ORIGIN = re.compile(
    r"(?:\s+of\s+[^,;]{2,60}?)?\s+(?:now\s)?(?:(?:come|comes|came|are|is|were|originate\w*|"
    r"hail\w*|graduated)\s(?:originally\s)?from|have|had|list\w*)\s(?P<who>[A-Z]|the [A-Z])"
)
WHOLE = re.compile(
    r"\s+(?:of\s+)?(?:the\s|all\s|its\s|their\s)?(?P<what>[a-zA-Z][\w’' -]{2,60}?)(?=\s(?:in|"
    r"who|that|which|with|at|said|say|says|are|is|was|were|have|has|had|use|uses|used|rely|"
    r"plan|will|now|believe|expect|do|already|come|came|"
    r"report|reported|agree|working|surveyed|globally|worldwide|think|consider|regularly|still|"
    r"currently|would|could|can|from|prefer|trust|want|live|work|go|went|adopted|spend|fear|"
    r"also)\b|[,.;])"
)
NO_WHOLE = re.compile(
    r"(?:them|these|those|which|whom|us|had|have|has|was|were|are|is|came|comes?|went|for|in|now|said|last|this)\b",
    re.I,
)
"""What follows a share and is not its whole: a pronoun, or a verb where the whole stands elsewhere."""
FRONTED = re.compile(
    r"(?:\A|[\"“(]|,\sand\s)Of\s(?:(?:the|all|its|their|our|my)\s){0,2}(?P<what>(?!course\b|these\b|those\b|them\b|which\b|every\b)"
    r"[^,;:]{3,80}),\s(?:(?:only|just|about|around|some|nearly|almost|roughly|at least)\s)*\Z"
)
"""The whole that opens a sentence: "Of all capital invested, 58% ..."."""
GENERATIVE = re.compile(r"\b(?:[Gg]en ?AI|Generative AI)\b")
LIST = re.compile(r"\s?,\s(?:and\s|or\s)?|\s(?:and|or|&)\s")
RESPECTIVELY = re.compile(r"(?:\s[\w-]+){0,3},?\srespectively\b")
ABOUT = r"(?:(?:around|about|roughly|some|nearly|only|just|at least|more than|over|up to|a|an|the)\s){0,2}"
NEXT = re.compile(rf"\s(?:(?:team|group)\s)?{ABOUT}")
LEFT_OUT = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b)[^;:()]{0,100}(?:[,;]|\band|\bwhile|\bbut)\s(?:in\s|for\s|at\s)?(?:the\s)?\Z"
)
"""Before a name whose verb is left out behind another figure: "119 patents, Baidu 640"."""
BRACKET = re.compile(rf"\s?\({ABOUT}")
WHICH = re.compile(
    r",\s(?:which|who)\s(?:has|had|have|holds?|held|saw|sold|made|spent|raised|won|scored|reached|grew|fell|"
    rf"rose|filed|owns?|runs?|counts?|employs?|produced|accounts? for)\b[^,;:()]{{0,90}}\s{ABOUT}"
)
SCORING = re.compile(rf"\s(?:\w+ly\s)?[a-z]{{3,14}}ing\s{ABOUT}")
NOUNS = re.compile(r"(?:\s[a-z][\w-]*){1,3}\s")
OWNS = re.compile(
    r"\s(?:has|had|have|contain\w*|uses?|used|holds?|held|owns?|owned|employ\w+|claim\w*|report\w*|"
    r"ship\w*|sold|sells|made|makes|filed|needs?|needed|spent|ran|runs|won)\b"
)
OF_WHAT = re.compile(
    r"(?i)(?:the\s)?(?:total\s|overall\s|combined\s|annual\s)?(?:number|count|share|amount|volume|"
    r"total)\sof\s"
)
DID = re.compile(
    r"\s(?:also\s|has\s|had\s|have\s|\w+ly\s)?(?:[a-z]+ed|has|had|have|won|grew|spent|made|rose|fell|sold|"
    r"held|led|drew|saw)"
    r"\s(?:[^,;:()]{0,40}\s)?"
)
PREPOSITION = re.compile(
    r"(?:\b(?:from|of|in|by|at|to|for|with|on|against|than|into|over)|['’]s?)\s(?:the\s)?\Z", re.I
)
HEADLINE = re.compile(r"(?:Alleged(?:ly)?|Purported(?:ly)?|Reported(?:ly)?|Fake|Apparent)\b")
"""What opens a headline that tells no subject by a name."""
SYMBOLS = re.compile(r"\A[^\w\"“'‘(#$@]+")
PRODUCTS = frozenset(
    ("model", "models", "chatbot", "system", "assistant", "chip", "agent", "series", "version")
)
NOBODY = re.compile(r"\d+\Z|(?:on|in|at|with|from|to|of|for|by)\s|(?:\w+\s)*(?:ones|one)\Z")
"""What is no subject: a phrase with a preposition, "the main ones"."""
PERSONS = frozenset(
    (
        "woman",
        "man",
        "boy",
        "girl",
        "student",
        "teacher",
        "resident",
        "retiree",
        "victim",
        "couple",
        "teen",
        "teenager",
    )
)
MAKING = lexicon.words(
    """order orders ordered force forces forced require requires required direct directed compel compelled induce
    induced trick tricked tell told ask asked persuade persuaded convince convinced allow allows allowed"""
)


def made_to(verb: Any) -> Any | None:
    """Who is made to do it: "the court ordered A to pay $3 million"."""
    head = verb.head
    if verb.dep_ != "xcomp" or head.text.lower() not in MAKING:
        return None
    return next(
        (c for c in head.children if c.dep_ == "dobj" and c.tag_ != "PRP" and head.i < c.i < verb.i), None
    )


SINGLE = lexicon.words(
    """scammer scammers fraudster fraudsters man woman boy girl student teacher resident hacker hackers robot gang
    judge driver victim caller couple teenager retiree system algorithm program programme"""
)
"""Who or what is not the place that stands behind it."""
ARTICLE = re.compile(r"\A(?:an?|the|one|another)\s", re.I)
