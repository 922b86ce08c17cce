"""The words of English that hold one side against another, by the way their object follows."""

from __future__ import annotations

import re

_F = re.IGNORECASE

NOT_FAR = re.compile(
    r"(?:\bnot|n['’]t)\s(?:all\s|that\s|so\s|too\s|very\s|really\s|even\s){0,3}(?:far|much|long|wide|"
    r"great)\s?\Z",
    re.I,
)
"""Who is not far behind is behind."""

FROM_TO = re.compile(
    r"\b(?P<cue>(?:leap|jump|step|advance|improvement|upgrade|progress)\sfrom\s)(?P<old>[^;,.]{2,40}?)"
    r"\sto\s(?=(?-i:[A-Z]))",
    _F,
)
"""From an older thing to a newer one that stands above it."""

BEHIND = re.compile(
    r"\b(?P<cue>(?:lag(?:s|ged|ging)?|trail(?:s|ed|ing)?)(?:\s(?:far|well|badly|significantly|slightly)"
    r")?(?:\sbehind)?|"
    r"(?:fall(?:s|en|ing)?|fell|lagged|left)\s(?:far |further |well |badly )?behind|behind|generations? "
    r"back)\b",
    _F,
)
"""Who is behind, with the other side left out or said elsewhere."""

AHEAD = re.compile(
    r"\b(?P<cue>(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?|still|['’]s|['’]re)\s(?:[\w’'-]+\s){0,"
    r"3}?(?:ahead|in the lead|in front)\b(?!\sof\b)|"
    r"(?:but|and|though|yet)\s(?:actually|even|now|already|still|slightly|far|well)\sahead(?=\s(?:in|on)\b)|"
    r"ahead by\b|(?:is|are|was|were|remains|['’]s|['’]re)\s(?:\w+\s)?leading\sin\b|"
    r"leads(?=\s?[;,.](?:\s|\Z))|leads?\sby\b|leads?\s(?:(?!globally)\w+ly\s)?in\b|(?:maintain|hold|have|keep|retain|enjoy)(?:s|ed|"
    r"ing)?\s(?:[\w’'-]+\s){1,4}?(?:lead|advantage|edge)\b(?!\sover\b)|"
    r"(?:has|had|held|kept)\s(?:[\w’'-]+\s){1,4}?(?:lead|advantage|edge)\b(?!\sover\b))",
    _F,
)
"""Who is ahead, with the other side left out or said elsewhere."""

LEVEL = re.compile(
    r"\b(?P<cue>(?:drawn|drew|draws|pulled|pulls) (?:level|even)|caught up|(?:on|at) par(?:ity)?|neck[- "
    r"](?:and|to)[- ]neck|level pegging)\b(?!\s(?:with|to)\b)",
    _F,
)
"""Who stands level, with the other side left out or said elsewhere."""

LIKE = re.compile(
    r"\b(?:is|are|was|were|['’]s|looks?|become|became|becomes|feels?|performs?|behaves?|"
    r"reads?|works?)\s(?:(?:now|just|much|more|a bit|today)"
    r"\s){0,2}(?P<cue>like\s)(?:the\s)?(?=(?-i:[A-Z]))"
)
"""One side is as another is or was."""

THAN = re.compile(r"\bthan\s")
COMPARED = re.compile(
    r"\b(?:compared\s(?:to|with)|in comparison (?:to|with)|relative to|versus|vs\.?|not only compared to)\s",
    _F,
)
RIVAL_TO = re.compile(
    r"\b(?P<cue>(?:contender|rival|equivalent|answer|competitor|match|counterpart|peer|challenger|"
    r"analogue)s?\s"
    r"(?:to|for|of)\s)",
    _F,
)
NONE_BEFORE = re.compile(
    r"\b(?P<no>no|nobody|without an?|lacks an?|yet to (?:\w+\s){1,2}an?)\s(?:(?!no\s)[\w-]+\s){0,6}\Z", _F
)
"""Who has no rival to somebody: the words before "rival to"."""

GAP = re.compile(
    r"\b(?P<cue>(?:gap|gulf|disparity|divide|chasm|imbalance|shortfall)\s(?:[\w-]+\s){0,4}?between\s)"
    r"(?P<both>[^;?!.]{0,4}[^;?!]{3,70})",
    _F,
)
"""What lies between two sides, the first or the second of which stands below."""

_SIZE = (
    r"(?:significant|wide|large|huge|big|vast|substantial|considerable|enormous|real|massive|"
    r"sizeable|sizable|great|"
    r"immense|stark|small|slim|narrow|tiny|modest|clear|major|yawning|marked|noticeable|persistent|"
    r"deep|stubborn|"
    r"remarkable|striking|minor|minimal|negligible|visible|wider|larger|bigger|obvious|serious|growing)"
)
GAP_SIZE = re.compile(
    rf"\b(?:{_SIZE}\s(?:[\w-]+\s){{0,3}}?(?:gap|gulf|disparity|divide|chasm|imbalance|shortfall)|"
    rf"(?:is|are|was|remains?|remained|stays?|looks?|seems?|could)\s(?:[\w-]+,?\s){{0,7}}?{_SIZE}\b|"
    r"(?:there|still)\s(?:is|are|remains?|exists?)\s(?:still\s)?an?\s)",
    _F,
)
"""How large a gap is: what is only spoken of is not stated."""

GAP_MOVES = re.compile(
    r"\b(?:narrow|clos|shrink|shrunk|shrank|widen|shut|bridg|vanish|eras|disappear|grow|grew|reduc|"
    r"falling|fell|fallen|"
    r"halv|eliminat|evaporat|remov|end|gone|shorten|cut)\w*",
    _F,
)
"""A gap that moves is a lag's trend."""
