"""The words of English for one side trailing another: with a stretch of time, and for the gap's trend."""

from __future__ import annotations

import re
from functools import lru_cache

from theodolite.extract.words.folded import Folded
from theodolite.extract.words.gates import Gates

_F = re.IGNORECASE
MATCH = (
    r"(?:catch(?:es|ing)? up|caught up|clos(?:e|es|ed|ing) (?:the|this|that|its|their|our) (?:gap|distance)|"
r"bridge the (?:gap|distance)|(?:dr(?:aws?|ew|awn|awing)|be|pull(?:s|ed|ing)?|com(?:e|es|ing)|"
r"came) (?:level|even|abreast)|be on (?:an? )?(?:par|equal footing)|catch(?=\s(?-i:[A-Z]))|"
r"caught(?=\s(?-i:[A-Z]))|"
    r"reach(?:es|ed|"
r"ing)? (?:(?:full )?parity|what|where|(?:today|tomorrow)['’]s|the (?:same )?level|the level|the performance|"
r"the capabilit\w+|GPT|o1|"
r"similar|comparable|that level)"
    r"|(?:get|got|gets|be|arrive|come|stand)\s(?:to\s)?where|"
    r"come up with (?:an? )?(?:answer|response|rival|match)|(?:do|build|achieve|repeat|copy|deliver) what|"
    r"make up (?:the |that |its |their )?(?:ground|distance|difference|lost)"
    r"|(?<=to\s)answer(?=\s(?:(?-i:[A-Z])|o\d))|match(?:es|ed|ing)?|equal(?:s|led|ed|ling)?|replicat\w+|reproduc\w+|rival(?:s|ed|led|"
r"ing)?|overtak\w+|overtook|surpass\w*|leapfrog\w*|mimic\w*|attain\w* parity"
    r"|(?:develop|build|built|produc|releas|launch|train|creat|mak|made|deliver|unveil|ship|publish|field|"
r"introduc|com)\w*\s(?:\w+\s){0,3}?(?:an?\s|its\s|their\s|own\s|with\s|up\s|out\s|"
r"the\s)?(?:[\w-]+\s){0,4}?(?:comparable|similar|equivalent|equal|akin|on par|rival|"
r"of the same|like it|matching|competitive|as good as|close to|counterpart|of its own)"
    r"|(?:develop|build|produc|mak|design|manufactur)\w*\s(?:its|their)\sown\b)"
)  # fmt: skip

BEHIND = re.compile(
    r"(?:['’]s?)?[\"”]?(?:,\s(?:not|rather than|instead of)\s[^,;]{3,24},)?(?:\s(?:or so|"
    r"or more|at most|at least|or less))?(?:\s(?:and|or)\s(?:[\w-]+\s){1,3}(?:generations?|nodes?|steps?))?"
    r",?\s+(?:(?:technologically|"
    r"technically|already|still|further|roughly|effectively|well)\s)?"
    r"(?:behind|late to the|in arrears of)\b(?!\s(?:schedule|bars|the wheel|the scenes|"
    r"the curve|closed\s(?:doors?|curtains?)|it all|me\b|you\b|deadline|on (?:his|her|their) ))",
    _F,
)
AHEAD = re.compile(
    r"(?:['’]s?)?[\"”]?(?:\s(?:or so|or more))?,?\s+(?:(?:technologically|technically|still|further|"
    r"roughly|out|well)\s)?(?:ahead|in front|(?:further|farther) along)\b(?!\s(?:of (?:schedule|"
    r"time|its|the (?:release|launch|"
    r"election|deadline|event|summit|conference|curve)|plan|expectations)))",
    _F,
)
LEAD_NOUN = re.compile(
    r"(?:['’]s?)?[\s-]+(?:[\w-]+[\s-]){0,3}?(?P<noun>leads?|head[- ]start|advantages?|edge|"
    r"cushion|moat|buffer|jump)\b(?!\s(?:time|investor|author|by\b))",
    _F,
)
GAP_NOUN = re.compile(
    r"(?:['’]s?)?[\s-]+(?:[\w-]+[\s-]){0,3}?(?P<noun>gap|lag|deficit|disparity|difference|"
    r"time lag|lag time|distance|handicap|disadvantage|shortfall|gulf|remove|divide|delay(?= behind))\b",
    _F,
)
LAG_BY = re.compile(
    r"\b(?P<verb>lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|fall(?:s|en|ing)? behind|fell behind|"
    r"(?:is|are|was|were|remains?|remained|stays?|be|been|being|far|well) behind|"
    r"behind)\b(?P<mid>[^;?!]{0,110}?)\s(?:by|for)\s+"
    r"(?:(?:an? )?(?:average|median|estimated|margin)(?: of)?\s+|between\s|from\s|somewhere\s|"
    r"anywhere\s|perhaps\s|maybe\s|as (?:much|little) as\s)*[\"“]?\Z",
    _F,
)
BEHIND_WHOM = re.compile(
    r"\b(?P<verb>(?:(?:is|are|was|were|remains?|sits?|stands?|['’]s(?!\slag)|['’]re)\s(?:\w+\s)?|trailing\s|"
    r"lagging\s|fell\s|falls?\s)behind|"
    r"trails|(?<!\bthe )(?<!\bits )trail|lags|"
    r"(?<!\bthe )(?<!\bits )(?<!\ba )(?<!['’]s )(?<!s['’] )lag)\s(?P<whom>(?:the\s|"
    r"its\s|their\s|all\s)?[\w.’'-]+(?:\s[\w.’'-]+){0,3}?),?\s*\Z",
    _F,
)
LEAD_BY = re.compile(
    r"\b(?P<verb>leads?|led|leading|(?:is|are|was|were|remains?|stays?|be|still|well|"
    r"far) ahead|ahead of|outpac\w+|"
    r"outrun\w*|outstrip\w*|outdistanc\w+)\b(?P<mid>[^;?!]{0,90}?)\sby\s+(?:(?:an? )?(?:average|"
    r"median|estimated|"
    r"margin)(?: of)?\s+|perhaps\s|maybe\s)*[\"“]?\Z",
    _F,
)
# A lead that lasted a decade says how long somebody was ahead, not by how much: "last" is no verb of it.
GAP_IS = re.compile(
    r"\b(?P<noun>gap|lag|lead|disparity|difference|distance|head start|advantage|delay|"
    r"timeline|interval|edge|cushion|moat|disadvantage|shortfall|gulf|divide|jump|headstart)s?\b(?!\stimes?\b)(?P<mid>[^;?!]{0,130}?)"
    r"(?:\b(?:is|was|are|were|be|been|being|at|to|of|stands? at|stood at|amounts? to|"
    r"amounted to|equals?|remains?|remained|as|into|totals?|reached|averag\w+|comes? to|"
    r"measur\w+|exceed\w*|spans?|[’']s|put at|than|under|below|"
    r"within|rang(?:es?|ed|ing)|:)|,|—|\()\s*"
    r"(?:(?:an? )?(?:average|mean|median)(?: of)?\s+|(?:now|still|only|just|merely|probably|"
    r"perhaps|maybe|possibly|somewhere|likely|indeed|really|currently|today|not(?: even)?|"
    r"n['’]t(?: even)?|no longer|"
    r"as (?:little|much|small|short|long|wide) as|roughly|actually|estimated|at|a matter of|closer to|"
    r"between|from|"
    r"more like)\s+)*[\"“]?\Z",
    _F,
)
NEED = re.compile(
    r"\b(?P<verb>took|takes?|taken|taking|needs?|needed|needing|requires?|required|spend|"
    r"spent)\b(?P<who>(?:\s(?!to\b|for\b)[\w.’'-]+){0,5}?)\s*(?:(?:at|another|an additional|"
    r"a further|an extra|an?|only|just|merely|about|barely|roughly|perhaps|maybe|as (?:little|"
    r"long|much) as)\s+)*[\"“]?\Z",
    _F,
)
TO_MATCH = re.compile(
    rf"\s*(?:more\s|longer\s)?(?:,?\s?for\s(?P<who>[^,;.]{{2,60}}?)\s)?(?:to|before|until|till|"
    rf"in order to)\s(?:[\w’'.-]+\s){{0,6}}?{MATCH}",
    _F,
)
MATCH_IN = re.compile(
    rf"\b{MATCH}\b(?P<mid>[^;?!]{{0,110}}?)\s(?:in|within|over|inside|after|before|"
    rf"for)\s+(?:(?:as little as|the (?:next|coming|space of|span of)|just|only|under|about|"
    rf"around|less than|another|a matter of|the|roughly|perhaps|maybe|at least)\s+)*[\"“]?\Z",
    _F,
)
WITHIN = re.compile(
    r"\b(?:within|in|inside|less than|just|only|under|barely|roughly|about|some)\s*(?:(?:just|"
    r"only|about|under|less than)\s+)*\Z",
    _F,
)
AFTER = re.compile(
    r"(?:['’]s?)?\s*(?:or so\s)?(?:(?P<rel>later|after|of|since|following|from)\b)(?P<mid>[^;?!]{0,120})", _F
)
AWAY = re.compile(
    r"\s+(?:away\s)?from\s(?:catching|matching|closing|reaching|rivall?ing|overtaking|parity|"
    r"producing|replicating|competing|having|being able|building|developing|mass)\w*",
    _F,
)
AGO_LEVEL = re.compile(
    r"\b(?:where|what|level|at the level|comparable to|equivalent to|on par with|as good as|"
    r"matches?|matched|resembl\w+|performance of|close to|equals?|like|as well as|as (?:good|strong|"
    r"capable|fast) as)\b[^;?!]{0,90}\Z",
    _F,
)
AGO = re.compile(r"\s+(?:ago|earlier|before|old(?:er)?)\b", _F)
FASTER = re.compile(
    rf"\b{MATCH}\b[^;?!]{{0,60}}?\s(?:faster|sooner|quicker|earlier|in (?:less|fewer)) than\s*\Z", _F
)
SUFFICE = re.compile(
    rf"\s(?:(?:would|will|might|may|could|can|is|are|was|were|be|do|does|not|hardly|never|ever)\s){{0,3}}"
    rf"(?:suffice[sd]?|(?:enough|sufficient)(?:\stime)?)\s(?:for\s(?P<who>[^,;.]{{2,50}}?)\s)?to\s"
    rf"(?:[\w’'.-]+\s){{0,3}}?{MATCH}",
    _F,
)
CATCH_NOUN = re.compile(r"[\s-]+(?:catch[- ]?up|chase|climb|slog)\b(?!\s(?:call|meeting|session))", _F)
AS_I_SAY = re.compile(
    r"(?:\A|[,;:—]\s|\b(?:and|but|then)\s)(?P<who>(?:the\s)?[\w.’'-]+(?:\s[\w.’'-]+){0,2}),\s"
    r"(?:(?:um|uh|er|well|oh|like),?\s)?(?:i(?:['’]d|\swould)?\s(?:say|guess|think|reckon)|maybe|perhaps|probably|"
    r"call it),?\s(?:[a-z]+\s)?\Z",
    _F,
)
""" "The mainland, um, I'd say four years back"."""
LAUNCH_TO_COPY = re.compile(
    r"[^.;?!]{0,24}?\bfrom\s(?P<first>[^.;?!,]{2,40}?)\s(?:launch|release|debut|original|announcement|"
    r"paper|product)"
    r"\sto\s(?P<second>[^.;?!,]{2,40}?)\s(?:copy|clone|answer|equivalent|rival|response|replica|"
    r"counterpart|match)\b",
    _F,
)
AFTER_OTHER = re.compile(
    r"\s+(?P<rel>after|behind|later than|before|earlier than|"
    r"ahead of)\s(?:the\s)?(?P<who>(?:[A-Z]|o\d)[\w.&-]*(?:\s[\w.&-]+){0,3}?)"
    r"(?:['’]s?\b|\s(?:did|had|have|has|were|was)\b|(?=\s*(?:[.,;]|\Z)))"
)
BROUGHT_OUT = re.compile(
    r"\b(?:introduc\w+|launch\w+|releas\w+|open(?:ed|s)|unveil\w+|deliver\w+|ship(?:ped|s)|deploy\w+|"
    r"roll(?:ed|s) out|"
    r"field(?:ed|s)|publish\w+|complet\w+|finish\w+|start(?:ed|s)|pass(?:ed|es)|adopt\w+|"
    r"(?:came|comes|got|gets|turned) (?:to|out)|appeared|debuted|landed|emerged|went live|"
    r"enter(?:ed|s)|follow(?:ed|s)|arriv(?:ed|es)|began|begins|built|"
    r"builds|reach(?:ed|es)?|came(?=\s(?:just\s|only\s|some\s|about\s)?\Z)|"
    r"did(?=\sso\b|\sit\b|\sthe same\b|\slikewise\b)|does so|made it|had|got|install\w+|approv\w+)\b",
    _F,
)
NOT_ABLE = re.compile(r"\b(?:not|n[’']t|never|unable|hardly|unlikely|impossible|no way|doubtful)\b", _F)
BARE = re.compile(
    r"\b(?<!the\s)(?P<unit>years|months|weeks|decades|quarters)(?P<tail>[\"”'’]{0,2}\s+(?:or (?:more|"
    r"even decades)\s)?(?:behind|ahead of)\b|,?\s(?:not|rather than|instead of)\s(?:years|decades|months)\b)"
    r"|\b(?:by|to|is|was|at|within|only|just|mere|merely|perhaps|maybe|in)\s(?P<lead>(?:(?:only|just|"
    r"merely|mere|"
    r"perhaps|maybe|a matter of|a question of|a few short)\s)*)(?P<unit2>years|months|weeks|decades)"
    r"(?=\s*(?:[.,;:)\"”’]|\Z)|\s(?:at (?:this|most|best|the)|now|today|rather|when|in (?:AI|"
    r"the|terms)|behind|as)\b)",
    _F,
)

NARROWING = re.compile(
    r"\b[\"“‘']?(?P<verb>(?:rapidly |quickly |steadily |fast |gradually |slowly |nearly |almost |"
    r"further |sharply )?(?:narrow|clos|shrink|shrank|shrunk|shorten|reduc|bridg|eras|whittl|"
    r"cut|compress|erod|chip|eliminat|losing|loses)\w*)[\"”’']?(?:\s(?:down|away at|into|"
    r"in on))?\s(?P<det>(?:the|"
    r"this|that|its|their|our|his|her|America['’]s|U\.S\.|US|any|(?:much|most|some|half|part) of (?:the|"
    r"its|their|that))\s(?:[\w'’.-]+\s){0,4}?)(?P<noun>gap|lead|distance|lag|deficit|disparity|"
    r"head[- ]?start|"
    r"advantage|edge)\b",
    _F,
)
WIDENING = re.compile(
    r"\b(?P<verb>(?:widen|extend|lengthen|stretch|broaden|enlarg|increas|expand|deepen|grow|"
    r"build)\w*)(?:\son)?\s(?P<det>(?:the|this|that|its|their|our|America['’]s|U\.S\.|"
    r"US)\s(?:[\w'’.-]+\s){0,4}?)(?P<noun>gap|lead|distance|lag|deficit|disparity|advantage|"
    r"edge)\b(?!\s(?:generation|time))",
    _F,
)
GAP_MOVES = re.compile(
    r"\b(?P<noun>gap|lead|distance|lag|deficit|disparity|difference(?=\sbetween)|interval|delay(?=\sbehind)|"
    r"head start)\b(?P<mid>(?:[^;?!]{0,90}?))\b(?P<verb>(?:is|are|was|were|has|have|had|been|"
    r"be|being|keeps?|kept|go(?:es|ing)? on|went on|more than|almost|nearly|continues? to|"
    r"continued to|may|might|could|will|appears? to|"
    r"seems? to|to|may have|has not|hasn['’]t|have|not|rapidly|quickly|steadily|fast|further|"
    r"also|already|now|since|only|gradually|slowly|still|only|even|significantly|dramatically|"
    r"considerably|sharply|actually|been|likely|\s)+?"
    r"(?P<way>narrow(?:s|ed|ing)\b|(?:(?<=will\s)|(?<=may\s)|(?<=could\s)|(?<=to\s)|"
    r"(?<=might\s)|(?<=would\s))(?:narrow|close)\b(?!\sto\b)|clos(?:es|ed|ing)\b(?!\sto\b|"
    r"[- ](?:source|models|"
    r"ones|weights?|AI))|shrink(?:s|ing)?|shrank|shrunk|shrunken|shorten(?:s|ed|ing)?|eroding|"
    r"eroded|erodes?|evaporat\w+|vanish\w*|disappear\w*|dwindl\w+|wide[nr](?:s|ed|ing)?|"
    r"grow(?:s|n|ing)?|grew|expand(?:s|ed|ing)?|increas(?:es|ed|ing)|lengthen\w*|broaden\w*|"
    r"deepen\w*|(?:getting|become|becoming|becomes|got) (?:smaller|bigger|"
    r"wider|narrower|larger|shorter|longer)|(?:un|not |barely |hardly |"
    r"scarcely )chang(?:ed|ing)|"
    r"halv(?:ed|es|ing)|doubl(?:ed|es|ing)|trebled|tripled|stable|steady|constant|the same|stagnant|"
    r"(?:un|not |n['’]t |barely |hardly |scarcely |little )(?:shifted|moved|budged)|gone(?!\s(?:up|on|"
    r"from|to|back|beyond|"
    r"through)\b)|narrower|smaller|(?:larger|wider|bigger|longer)(?=\sthan\b)|re-?open(?:s|ed|ing)?|"
    r"open(?:s|ed|ing)?(?:\sback)?\sup(?=\sagain|\s(?:by|in)\s\d|[.,;])))\b",
    _F,
)
GAP_ADJECTIVE = re.compile(
    r"\b(?P<way>narrowing|shrinking|closing|dwindling|widening|growing|"
    r"expanding)\s(?:[\w-]+\s){0,2}?(?P<noun>gap|lead|distance|lag|advantage|divide)\b",
    _F,
)
HEADLINE = re.compile(
    r"\b(?P<way>Narrow(?:s|ed|ing)|Clos(?:es|ed|ing)|Shrinks|Cuts|Trims|Widen(?:s|ed|ing)|Extend(?:s|"
    r"ed|ing)|Lengthens|"
    r"Stretches|Expands|Increases)\s(?:(?:[A-Z][\w.’'-]*|in|the|its)\s){0,4}?(?P<noun>Gap|Lead|Lag|"
    r"Distance|Advantage|Edge)\b"
)
THE_MORE = re.compile(
    r"\bthe\s(?P<way>wider|bigger|larger|greater|narrower|smaller|shorter|longer)\s(?:the|this|that|"
    r"its|their|our)\s"
    r"(?:[\w-]+\s){0,2}?(?P<noun>gap|distance|lead|lag|advantage|deficit)\b(?:\s(?:gets|grows|becomes|"
    r"is|will be))?",
    _F,
)
GAP_STOPS = re.compile(
    r"\b(?P<noun>gap|distance|lead|lag|deficit)\b[^;?!.]{0,50}?\b(?:has\s|have\s|had\s)?(?:also\s|now\s)?"
    r"(?:stopped|ceased|quit|stops)\s(?P<way>shrinking|narrowing|closing|widening|growing|falling)\b",
    _F,
)
MARKS = re.compile(
    r"\b(?:represent|mark|mean|signal|reflect|indicat|constitut|amount|point)\w*\s(?:to\s)?(?:an?|"
    r"some|the)?\s?"
    r"(?:[\w-]+\s){0,2}?(?P<way>widening|narrowing|shrinking)\b(?!\s(?:of\s)?(?:the\s)?(?:gap|lead|"
    r"lag|distance))",
    _F,
)
PURPOSE = re.compile(
    r"\b(?:to|race to|trying to|try to|tries to|tried to|attempts? to|efforts? to|effort to|"
    r"effort at|hopes? to|hoping to|aims? to|aiming to|seek(?:s|ing)? to|want(?:s|ed)? to|"
    r"struggl\w+ to|need(?:s)? to|must|should|in order to|bid to|plans? to|goal of|"
    r"help(?:s|ed|ing)?(?: \w+){0,3}|let(?: \w+){0,2}|allow\w*(?: \w+){0,3}(?: to)?|"
    r"enabl\w*(?: \w+){0,3}(?: to)?|aimed at|instead of|without|ways? of|for|of|how to|"
    r"focused on|dream of|chance of|towards?|prevent\w*(?: \w+){0,3} from|"
    r"keep\w*(?: \w+){0,3} from|stop\w*(?: \w+){0,3} from|before|be)\s+(?:\w+ly\s)?\Z",
    _F,
)
MEANT = re.compile(
    r"\b(?:(?:meant|designed|intended|plan|plans|aims?|aiming|hopes?|hoping|wants?|wanted|seeks?|pledged|vowed|bid)\s(?:it\s|them\s)?to|"
    r"goal\s(?:of|is\sto)|aim\s(?:of|is\sto))\s(?:help\s(?:[\w.]+\s){1,3}?(?:to\s)?)?\Z",
    _F,
)
OTHER_GAP = re.compile(
    r"\b(?:gender|wage|pay|income|skills?|wealth|digital|knowledge|trade|generation|supply|"
    r"demand|supply-demand|air|credibility|trust|racial|achievement|rural|urban|regulatory|"
    r"governance|price|valuation|liability|accountability|age|information|expectation|"
    r"expectations|understanding|security|safety|sim-to-real|reality|orange|budget|modality|domain|distribution|"
    r"generali[sz]ation|funding|financing|"
    r"tax)[\s-]+(?:gap|divide|lag)",
    _F,
)
THE_REST = re.compile(
    r"\b(?:rivals?|competitors?|peers|everyone else|the rest|others|challengers|counterparts|"
    r"followers|the field|the pack|chasing|laggards)\b",
    _F,
)
FRONTIER = re.compile(
    r"\b(?:frontier|state of the art|state-of-the-art|cutting edge|leading edge|leaders?|"
    r"front-?runners?|best|front)\b",
    _F,
)
CUE = re.compile(
    r"\b(?:behind|back|ahead|adrift|off|late|range|slower|older|elapsed|well as|apart|separat\w*|where|"
    r"follow\w*|lag\w*|trail\w*|"
    r"leads?|led|gap|gaps|catch\w*[ -]?up|caught up|"
    r"head[- ]start|advantage|edge|disparity|difference|distance|deficit|match\w*|comparable|"
    r"within|gain\w*|losing|loses|lost|lose|ceded|took|takes?|needs?|needed|reach\w*|equal\w*|level|"
    r"bridg\w*|shr[aiu]nk\w*|narrow\w*|wid\w+|wider|smaller|suffice|enough|from|after|creeping|"
    r"inching|later|time|closer|nearer|converg\w*|neck|catching|outpac\w*|outstrip\w*|front|along|divide|"
    r"similar|equivalent|on par|parity|replicat\w*|"
    r"reproduc\w*|rival\w*|overtak\w*|overtook|"
    r"surpass\w*|close|closing|closed|heels|ground|ago|earlier|pull\w*|leapfrog\w*)\b",
    _F,
)


_GATE = Gates(CUE)
_FOLDED = Folded(CUE)


@lru_cache(maxsize=1024)  # asked for a length of time, and again for a trend
def may_tell(words: frozenset[str], content: str, start: int, end: int) -> bool:
    """Whether a sentence with these words, from `start` to `end`, has a cue at all."""
    if not _GATE.may(words):
        return False
    if any(map(_is_cue, words)):
        return True
    return any(map(_may_hold_cue, words)) and _FOLDED.search(content, start, end) is not None


@lru_cache(maxsize=16_384)
def _is_cue(word: str) -> bool:
    return CUE.fullmatch(word) is not None


_OF_PHRASES = frozenset(("well", "caught", "head", "par"))


@lru_cache(maxsize=16_384)
def _may_hold_cue(word: str) -> bool:
    """Whether a word that is no cue may hold one ("gap-closing") or be part of one ("caught up")."""
    return word in _OF_PHRASES or word.startswith("catch") or not word.isalpha()


def last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The match of a pattern that begins last: the nearest verb of matching."""
    found = None
    at = 0
    for _ in range(6):
        match = pattern.search(words, at)
        if match is None:
            return found
        found, at = match, match.start() + 1
    return found
