"""The words of English that hold one side against another, by the way their object follows."""

from __future__ import annotations

import re

from theodolite.extract.words import lexicon

_F = re.IGNORECASE

ABOVE_VERB = re.compile(
    r"\b(?:out(?:perform|pac|strip|spend|compet|produc|rank|class|number|sell|match|gun|shin|rac|scor|"
    r"smart|weigh|"
    r"innovat|build)\w*|out(?:did|do|does|doing|done|run|runs|ran|spent|sold|built)|surpass\w*|exceed(?:s|"
    r"ed|ing)?|"
    r"beat(?:s|en|ing)?|eclips\w+|dwarf(?:s|ed|ing)?|overtak(?:e|es|en|ing)|overtook|leapfrog(?:s|ged|"
    r"ging)?|"
    r"tops?|topped|topping|bested|bests|trounc\w+|crush(?:es|ed|ing)|leads?|led|leading|edg(?:ed|es|ing)"
    r" out|"
    r"overshadow\w*|dethron\w+|defeat(?:s|ed|ing)?|pass(?:ed|es)|overhaul(?:ed|s)|lap(?:s|ped))\b",
    _F,
)
"""Verbs whose subject stands above their object, in every form."""

EQUAL_VERB = re.compile(
    r"\b(?:match(?:es|ed|ing)?|rival(?:s|ed|ing|led|ling)?|equal(?:s|ed|led|ing|ling)?|mirror(?:s|ed)|"
    r"emulat(?:es|ed))\b",
    _F,
)
"""Verbs whose subject stands level with their object."""

_FAR = (
    r"(?:(?:far|well|still|also|already|way|only|just|slightly|a bit|somewhat|significantly|"
    r"substantially|significantly|considerably|closely|\w+ly|much|lengths|leagues|generations?|years|"
    r"decades|light-years)\s){0,3}"
)
BELOW = re.compile(
    rf"\b(?P<cue>(?:lag(?:s|ged|ging)?|trail(?:s|ed|ing)?)\s{_FAR}(?:behind\s)?|"
    rf"(?:fall(?:s|en|ing)?|fell)\s{_FAR}(?:short of|behind)\s|behind\s|inferior to\s|no match for\s|"
    r"second only to\s|(?:second|third|runner-up|distant second) (?:to|behind|after)\s|"
    r"(?:hot |hard |close )on the heels of\s|los(?:es|ing|t) out to\s|worse off than\s|outgunned by\s|in "
    r"the shadow of\s|(?:just |only )?a (?:small |tiny |mere )?fraction of\s)",
    _F,
)
"""What stands below; its object follows."""

ABOVE = re.compile(
    r"\b(?P<cue>ahead of\s|superior to\s|(?:a|an|the|its|their|our|his|her|clear|real|big|strong|slight|"
    r"significant|"
    r"considerable|huge|major|decisive|structural|substantial|key|comparative|technological|competitive|"
    r"important|"
    r"'s|’s|AI|AI's)\s(?:[\w-]+\s){0,2}?(?:superiority|advantages?|lead|edge|dominance|supremacy|victory) "
    r"over\s|"
    r"(?:superiority|advantages?|edge|dominance|supremacy) over\s|(?:improvement|advance|advancement|leap|"
    r"upgrade|step up|jump|"
    r"step forward|progress|gains?|improvements|advances)\s(?:[\w-]+\s){0,3}?(?:over|from|on|upon|"
    r"compared (?:to|with)|relative to)\s)",
    _F,
)
"""What stands above; its object follows."""

CANNOT = re.compile(
    r"\b(?P<cue>(?:can(?:not|['’]t|\snot)|could(?:n['’]t|\snot)|unable to|not able to|fail(?:s|ed|ing)? "
    r"to|struggl(?:es|ed|ing|e) to|ha(?:s|ve) yet to|yet to|"
    r"can (?:barely|hardly))\s(?:yet\s|really\s|fully\s|easily\s|even\s)?(?:match|equal|rival|surpass|"
    r"compete with|keep up with|keep pace with|beat|replicate)\s)",
    _F,
)
"""Who cannot match another stands below it."""

EQUAL = re.compile(
    r"\b(?P<cue>(?:on|at|near|nearing|reach(?:es|ed|ing)?|achiev(?:es|ed|ing)|approach(?:es|ing)|close to)"
    r"\s(?:a\s|near[- ])?par(?:ity)?\swith\s|parity with\s|"
    r"comparable (?:\w+\s){0,2}?(?:to|with)\s|equivalent (?:\w+\s){0,1}?(?:to|of)\s|equal (?:to|with)\s|"
    r"akin to\s|similar (?:in \w+\s)?to\s|"
    r"competitive with\s|(?:draw\w*|drawn|drew)?\s?level with\s|neck[- ](?:and|to)[- ]neck with\s|tied "
    r"with\s|"
    r"as (?:good|capable|powerful|strong|advanced|fast|efficient|large|big|significant|important|cheap|"
    r"accurate|smart|"
    r"competitive|high|much|many|effective|popular|innovative|rich)(?:\s[\w-]+){0,3}? as\s|"
    r"indistinguishable from\s|on (?:the same|a) level (?:as|with)\s|"
    r"(?:at|on) the same level as\s|caught up (?:with|to)\s|(?:close|near) to the (?:performance|level|"
    r"capabilit\w+) of\s|"
    r"in the same league as\s|not (?:\w+\s){0,2}(?:different|far) from\s|(?:very|quite|roughly|remarkably|"
    r"surprisingly) close to\s|(?:perform\w*|do(?:es)?|scor\w+|fares?|works?) (?:just |about |nearly |"
    r"almost |roughly )?as well as\s|no (?:worse|weaker) than\s)",
    _F,
)
"""What stands level; its object follows."""

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
    r"ahead by\b|(?:is|are|was|were|remains|['’]s|['’]re)\s(?:\w+\s)?leading\sin\b|leads?\s(?:(?!globally)\w+ly\s)?in\b|(?:maintain|hold|have|keep|retain|enjoy)(?:s|ed|"
    r"ing)?\s(?:[\w’'-]+\s){1,4}?(?:lead|advantage|edge)\b(?!\sover\b)|"
    r"(?:has|had|held|kept)\s(?:[\w’'-]+\s){1,4}?(?:lead|advantage|edge)\b(?!\sover\b))",
    _F,
)
"""Who is ahead, with the other side left out or said elsewhere."""

BARE = re.compile(r"\b(?:more|fewer|less|higher|larger|bigger|stronger|greater|better|lower|smaller)\b", _F)
"""A comparative whose other side may stand elsewhere."""

LEVEL = re.compile(
    r"\b(?P<cue>(?:drawn|drew|draws|pulled|pulls) (?:level|even)|caught up|(?:on|at) par(?:ity)?|neck[- "
    r"](?:and|to)[- ]neck|level pegging)\b(?!\s(?:with|to)\b)",
    _F,
)
"""Who stands level, with the other side left out or said elsewhere."""

LIKE = re.compile(
    r"\b(?:is|are|was|were|['’]s|looks?|become|became|becomes)\s(?:(?:now|just|much|more|a bit|today)"
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
    r"(?:significant|wide|large|huge|big|vast|substantial|considerable|enormous|real|massive|sizeable|sizable|great|"
    r"immense|stark|small|slim|narrow|tiny|modest|clear|major|yawning|marked|noticeable|persistent|deep|stubborn|"
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
    r"\b(?:narrow|clos|shrink|shrunk|shrank|widen|shut|bridg|vanish|eras|disappear|grow|grew|reduc|falling|fell|fallen|"
    r"halv|eliminat|evaporat|remov|end|gone|shorten|cut)\w*",
    _F,
)
"""A gap that moves is a lag's trend."""

LOWER = lexicon.words(
    "less fewer worse lower smaller weaker slower poorer cheaper later shorter lighter narrower scarcer "
    "thinner "
    "simpler tougher"
)
"""Comparatives that put their subject below."""
