"""Wordings of weakness."""

from __future__ import annotations

import re

from theodolite.extract.assessments.cue import ANY, BE, Cue, Way, one_of
from theodolite.model.claim import Dimension

_HINDER = one_of(
    "hinder(?:s|ed|ing)?, hamper(?:s|ed|ing)?, hobbl(?:es|ed|ing|e), handicap(?:s|ped)?, stifl(?:es|ed|"
    "ing|e)",
    "chok(?:es|ed|ing|e) off, chok(?:es|ed|ing|e), crippl(?:es|ed|ing|e), stymi(?:es|ed|e), stymieing",
    "constrain(?:s|ed|ing)?, imped(?:es|ed|ing|e), slow(?:s|ed|ing)? down, slow(?:s|ed|ing)?, "
    "undermin(?:es|ed|ing|e)",
    "weaken(?:s|ed|ing)?, hurt(?:s|ing)?, damag(?:es|ed|ing|e), thwart(?:s|ed|ing)?, obstruct(?:s|ed|ing)?",
    "throttl(?:es|ed|ing|e), squeez(?:es|ed|ing|e), erod(?:es|ed|ing|e), restrain(?:s|ed|ing)?, "
    "plagu(?:es|ed|ing|e)",
    "bottleneck(?:s|ed), holds? back, holding back, held back, (?:hold|holds|holding|held) (?:\\w+ ){1,"
    "3}back",
    "set(?:s|ting)? back, threaten(?:s|ed|ing)?, jeopardi[sz](?:es|ed|ing|e), starv(?:es|ed|ing|e), "
    "kneecap\\w*",
    "deprived?, depriv(?:es|ing), hit(?:s|ting)? hard",
)
_TROUBLE = one_of(
    "disadvantages?, shortages?, deficienc(?:y|ies), deficits?, bottlenecks?, constraints?, shortfalls?, "
    "hurdles?",
    "obstacles?, challenges?, difficult(?:y|ies), headwinds?, limitations?, barriers?, setbacks?, "
    "scarcity, crunch",
    "weakness(?:es)?, threat, threats, struggles?, squeeze, crisis, brain drain, dead end, lack, "
    "problems?, pressures?",
)
_WEAK = one_of(
    "weak, weaker, poor, slow, sluggish, stagnant, stuck, scarce, insufficient, inadequate, immature, "
    "underdeveloped",
    "vulnerable, inferior, fragile, limited, constrained, hamstrung, behind the curve, irrelevant, "
    "inaccessible, useless",
    "unprepared, out of reach, fragmented, lacking, at a disadvantage, at a \\w+ disadvantage, dependent "
    "on, reliant on",
    "in trouble, in serious trouble, left out, unreliable, uncompetitive, a laggard, laggards, "
    "disadvantaged, doomed",
    "a disappointment, way down the list, far down the list, short of, unable to, a distant (?:second|"
    "third|fourth|fifth)",
    "supply-constrained, capacity-constrained, compute-constrained, either irrelevant, not competitive, "
    "not profitable, bad, terrible, hopeless, broken, inefficient, "
    "unstable, obsolete",
    "outdated, primitive, janky, costly, expensive, isolated, desperate, starved, short-staffed, "
    "understaffed, underfunded",
    "a mess, a nightmare, a strategic nightmare, a problem, a weak spot, a weak point, a challenge, a "
    "concern, a bubble",
    "overrated, overhyped, overvalued, disappointing, mediocre, unimpressive, lackluster, lacklustre, "
    "subpar, unprofitable",
    "under pressure, in decline, in crisis, in retreat, at risk, on the back foot, "
    "out of step, off the pace, out of date",
    "out of its depth, out of money, in the doldrums, on the ropes, on the decline, "
    "in short supply, behind the times",
    "in the slow lane, a long way off, nowhere near ready",
    "losing, losing ground, losing out, bleeding, bleeding out, declining, falling apart, going nowhere, "
    "scrambling",
    "unsustainable, low-quality, of poor quality, relatively scarce, hard to come by, thin, shaky, "
    "precarious",
)
_PREDICATE = (
    r"(?=[^\w\s]|\s(?:in|on|at|for|to|and|but|because|when|as|by|with|from|due|right|now|than|enough|of|"
    r"here|there|"
    r"today|if|while|or|amid|after|since|without|the|a|an|its|their|what|these|this|that|about|again|"
    r"upon|like|until)\b|\s?\Z)"
)
"""What may follow a word that stands as the predicate: "is weak in", not "is a weak excuse"."""
_LACKS = one_of(
    "lack, lacks, lacked, lacking, do(?:es)?n['’]t (?:yet )?have, do(?:es)? not (?:yet )?have, "
    "did(?:n['’]t| not) have",
    "(?:has|have|had) (?:only )?(?:little|limited|insufficient|scant|"
    "neither|hardly any|barely any|(?:almost|virtually|practically) no)",
    "(?:has|have|had) no(?! (?:real |serious |credible |true |obvious |clear |direct |close |"
    "known |proper )?(?:idea|rivals?|competitors?|competition|equals?|"
    "peers?|match|substitute|doubt|choice|plans?|comment|intention|"
    "longer|sign|more than|problem|"
    "reason|need))",
    "struggl(?:es|ed|ing|e), suffer(?:s|ed|ing)? from, failed to, fails to, failing to, can(?: only)? barely",
    "needs? more time, run(?:s|ning)? out of, ran out of, run(?:s|ning)? short of, ran short of, "
    "miss(?:es|ed) out",
    "falls? short, fallen short, fell short, falling short, falter(?:s|ed|ing), stumbl(?:es|ed|ing), "
    "squander(?:s|ed|ing)",
    "play(?:s|ing)? catch[- ]?up, needs? to catch up, lost ground, losing its (?:lead|edge), flounder(?:s|"
    "ed|ing)",
    "stagnat(?:es|ed|ing), (?:can ?not|can['’]t) (?:yet )?(?:match|compete|keep up|produce|make|build|"
    "manufacture|scale)",
    "(?:can ?not|can['’]t|could not|couldn['’]t) (?:yet |even |easily |simply )?(?:mass-produce|replicate|"
    "access|buy|get|afford|keep)",
    "scrambl(?:es|ed|ing|e) (?:for|to), (?:do|does|did)(?:n['’]t| not) (?:yet )?(?:possess|own|produce|"
    "make), ha(?:s|ve)n['’]t (?:got|had)",
    "los(?:es|ing) (?:money|billions), burn(?:s|ed|ing)? (?:cash|money|through), fell behind, paid the "
    "price, pays? the price",
    "bet(?:s|ting)? (?:everything|the farm|it all), under-?perform(?:s|ed|ing)?, backfir(?:es|ed|ing)",
    "hit a wall, hits a wall, hit a ceiling, plateau(?:s|ed|ing), drag(?:s|ged|ging) (?:its|their) feet",
)
_LACK = one_of(
    "bottlenecks?, weakness(?:es)?, weak (?:point|spot|link)s?, shortcomings?, disadvantages?, shortages?,"
    " scarcity",
    "deficienc(?:y|ies), inferiority, Achilles['’] heel, vulnerabilit(?:y|ies), brain drain, lack of, "
    "absence of",
    "dependence on, over-?reliance on, reliance on, (?:main|primary|biggest|key|major|greatest) "
    "(?:obstacle|hurdle|problem|challenge)",
    "inability to",
)


def _cue(
    name: str,
    way: Way,
    pattern: str,
    alone: bool = False,
    advice: bool = False,
    dimension: Dimension | None = None,
) -> Cue:
    compiled = re.compile(rf"\b(?:{pattern})", re.I)
    return Cue(name, way, "weakness", compiled, alone, advice, dimension)


CUES: tuple[Cue, ...] = (
    _cue(
        "behind",
        "subject",
        r"(?:lag(?:s|ged|ging)?(?:\s(?:far|well|badly|significantly))?(?:\sbehind)?|(?:fall(?:s|en|ing)?|"
        r"fell|left|slip(?:s|ped|"
        r"ping)?)\s(?:far |further |well |badly )?behind|trail(?:s|ed|ing)|"
        rf"{BE}\s{ANY}{{0,4}}?behind)\b"
        r"(?!\s(?:the|with|closed|bars|its (?:decision|words?|promises?|claims?))\b)",
        alone=True,
    ),
    _cue("lacks", "subject", rf"{_LACKS}\b"),
    _cue("is weak", "subject", rf"{BE}\s{ANY}{{0,3}}?[\"“‘']?{_WEAK}\b{_PREDICATE}"),
    _cue(
        "finds itself stuck",
        "subject",
        r"(?:find(?:s|ing)?|found)\s(?:it|them|our)sel(?:f|ves)\s(?:[\w-]+\s){0,4}?(?:stuck|stagnant|"
        r"behind|unable|constrained|"
        r"short|cut off|trapped|locked out|squeezed|vulnerable|at a disadvantage)\b",
    ),
    _cue(
        "faces trouble",
        "subject",
        rf"(?:fac(?:es|ed|ing|e)|confront(?:s|ed)?|encounter(?:s|ed)|grappl(?:es|ed|ing|e) with|"
        rf"contend(?:s|ing)? with|wrestl(?:es|ing) with|"
        rf"experienc(?:es|ed|ing|e)|suffer(?:s|ed|ing)?)\s{ANY}{{0,5}}?{_TROUBLE}\b|ha(?:s|ve|d)"
        rf"\s(?:(?:an?|some|serious|major|significant|big|its|"
        rf"severe|real|growing|talent|chip|structural)\s){{0,3}}{_TROUBLE}\b",
    ),
    _cue(
        "depends on",
        "subject",
        r"(?:(?:mostly|heavily|largely|overly|highly|too|mainly|almost entirely|entirely|critically|"
        r"deeply)\s(?:depend|rel(?:y|ies|ied)|"
        r"reliant|dependent)\w*\s(?:\w+\s)?on|(?:depend(?:s|ed)?|rel(?:y|ies|ied))\s(?:heavily|mostly|"
        r"largely|mainly|entirely|almost "
        r"entirely|too much)\s(?:up)?on|(?:depends?|rel(?:y|ies)|reliant|dependent)\son\s(?:foreign|"
        r"imported|American|US|U\.S\.|"
        r"Western|overseas|outside|others))\b",
    ),
    _cue(
        "risks falling",
        "subject",
        r"risk(?:s|ed|ing)?\s(?:falling|losing|being|becoming|missing|squandering|ceding|getting)\b",
    ),
    _cue(
        "declines",
        "subject",
        r"(?:has|have|is|are)\s(?:\w+ly\s|been\s)?(?:declined|declining|deteriorated|deteriorating|"
        r"weakened|weakening|eroded|eroding|dwindled|"
        r"dwindling|waned|waning|collapsed|collapsing|plummeted|slumped|slipped|stalled|stalling)"
        r"\b(?!\sto\b)",
    ),
    _cue(
        "decline in",
        "owner",
        r"(?:decline|drop|fall|erosion|exodus|collapse|slump)\s(?:in|of)\s(?=its|their|our|the\s(?:US|"
        r"U\.S|country))",
    ),
    _cue(
        "doubted",
        "named",
        r"(?:question(?:s|ed|ing)?|doubt(?:s|ed|ing)?|(?:is|remains?) (?:uncertain|unclear|doubtful|to "
        r"be seen))\s"
        r"(?:if|whether)\s(?=[^,.;]{2,60}\s(?:can|could|will|would|is able|are able)\b)",
    ),
    _cue(
        "hard for",
        "named",
        r"(?:hard|harder|difficult|challenging|impossible|tough|tougher|harder still)\sfor\s",
    ),
    _cue(
        "is cut off",
        "subject",
        r"(?:cut off from|shut out of|locked out of|starved of|deprived of|"
        r"without access to|no (?:longer\s)?access to)\b",
    ),
    _cue(
        "loses",
        "subject",
        r"los(?:es|ing|t|e)\s(?:its|their|our|ground|out|market share|momentum|top|talent|researchers|the "
        r"(?:lead|edge|race|initiative))\b",
    ),
    _cue(
        "is not enough",
        "subject",
        r"(?:is|are|was|were|am)(?:\snot|n['’]t)\s(?:yet\s|really\s|nearly\s)?(?:ready|able|enough|"
        r"sufficient|mature|competitive|profitable|up to|there yet|"
        r"capable|strong|good|well)\b",
    ),
    _cue(
        "too weak",
        "subject",
        rf"{BE}\s(?:\w+\s)?too\s(?:slow|weak|small|expensive|late|reliant|dependent|fragmented|costly|"
        rf"risk-averse|far behind)\b",
    ),
    _cue(
        "worst",
        "subject",
        rf"(?:{BE})\s{ANY}{{0,3}}?(?:the|one of the|among the|its|(?-i:[A-Z])[\w.]*['’]s)\s{ANY}{{0,2}}?"
        r"(?:weakest|worst|slowest|poorest|feeblest|least\s[a-z]+)\b",
    ),
    _cue(
        "late",
        "subject",
        rf"(?:{BE}|came|comes?|coming|arriv(?:es|ed))\s{ANY}{{0,2}}?late\s(?:to|in)\b(?!\s\d)",
    ),
    _cue(
        "is not wanted",
        "subject",
        r"(?:fall(?:s|en|ing)?|fell|gone|is|are|was|were)\sout\sof\s(?:favou?r|fashion)\b|"
        r"(?:find(?:s|ing)?|found|has|have|had|attract(?:s|ed)?|draw(?:s|n)?|won)\s(?:only\s|very\s|too\s)?(?:few|no|hardly\sany)\s"
        r"(?:takers|customers|users|buyers|clients|subscribers|adopters)\b|"
        r"sell(?:s|ing)?\s(?:very\s|rather\s)?(?:poorly|badly)\b",
        dimension="adoption",
    ),
    _cue(
        "finds it hard",
        "subject",
        r"(?:find(?:s|ing)?|found)\sit\s(?:[\w-]+\s){0,2}?(?:hard(?:er)?|difficult|impossible|tough(?:er)?|tricky|"
        r"a\sstruggle)\s(?:to\s(?!believe|imagine|see|understand|accept|say|tell|explain|picture|resist)|for\s)|(?:has|have|had|having)\sa\s(?:hard|tough|difficult|rough)\stime"
        r"(?=\s(?:with|in|on|at|[a-z]+ing)\b|[.,;])",
    ),
    _cue(
        "of little worth",
        "subject",
        rf"{BE}\s{ANY}{{0,2}}?of\s(?:little|no|limited|poor|low|dubious|doubtful|questionable|uneven|mixed)\s"
        r"(?:real\s|practical\s)?(?:value|quality|use|worth|calibre|consequence|relevance|importance)\b",
    ),
    _cue(
        "has never managed",
        "subject",
        r"(?:still|yet)\s(?:has|have|had)\s(?:yet\s)?to\s(?:prove|show|demonstrate|learn|catch|find|master|deliver|convince)\b|"
        r"(?:(?:has|have|had)\s)?never\s(?:really\s|quite\s|yet\s)?(?:found|managed|learn(?:ed|t)|mastered|recovered|"
        r"caught\s(?:up|on)|got\s(?:going|there)|took\soff|taken\soff)\b|"
        r"no\slonger\s(?:publish|attract|lead|matter|compete|innovate|produce|dominate|train|deliver|excel|count)"
        r"(?:es|s)?\b(?!\sonly\b)",
    ),
    _cue(
        "far from there",
        "subject",
        r"(?:ha(?:s|ve|d)\s(?:still\s|yet\s)?an?\s(?:very\s)?long\sway\sto\sgo|"
        r"(?:ha(?:s|ve|d)|with)\s(?:very\s|precious\s)?little\sto\sshow|"
        r"ha(?:s|ve|d)(?:n['’]t|\snot|\snever)\s(?:yet\s|quite\s|really\s)?(?:kept\s(?:up|pace)|caught\s(?:up|on)|"
        r"delivered|recovered|taken\soff|broken\sthrough)|"
        r"(?:is|are|was|were|['’]re|['’]s)\s(?:simply\s|now\s|still\s|all\sbut\s|effectively\s|already\s){0,2}(?:no\smatch|"
        r"nowhere(?!\s(?:else|to\sgo))|out\sof\s(?:the\s(?:race|running|game|picture)|contention)|"
        r"not\s(?:even\s)?in\sthe\s(?:race|running|game)|a\s(?:very\s)?long\sway\s(?:off|behind|from))|"
        r"ha(?:s|ve)\s(?:now\s|quietly\s|effectively\s|all\sbut\s)?(?:left|quit|abandoned|dropped\sout\sof|bowed\sout\sof|"
        r"withdrawn\sfrom|lost\sinterest\sin)\sthe\s(?:[\w-]+\s){0,2}?(?:race|field|contest|running|game|market))\b",
        alone=True,
    ),
    _cue("hinders", "patient", rf"{_HINDER}\b"),
    _cue(
        "follower",
        "owner",
        r"(?:(?:status|role|position|place)\s)?(?:as|is|are|remains?|be)\san?\s(?:\w+\s){0,2}?(?:follower|"
        r"laggard|copycat|imitator|latecomer)\b",
        advice=True,
    ),
    _cue("lack", "owner", rf"{_LACK}\b"),
    _cue(
        "progress is sluggish",
        "owner",
        r"progress\s(?:remains|is|has been)\s(?:\w+\s)?(?:sluggish|slow|limited)\b",
    ),
    _cue(
        "there is no",
        "place",
        r"there\s(?:(?:is|are|was|were)n['’]t\s(?:an?|any|enough)|(?:is|are|was|were)\s(?:still\s|"
        r"currently\s|simply\s)?(?:no|not (?:an?|any|enough)|"
        r"little|few|hardly any|a (?:lack|shortage|"
        r"scarcity|dearth) of|insufficient))\b(?!\s(?:\w+\s)?(?:doubt|need|reason|evidence|sign|"
        r"question|way|point|"
        r"longer|one|differences?|plans?|mention|word|agreement|date|change|figures?|hurry|guarantee)\b)",
    ),
    _cue(
        "yet to show",
        "subject",
        r"(?:ha(?:s|ve|d)\syet\sto\s(?!announce|say|decide|comment|respond|confirm|sign|be\b|disclose|reply|set|"
        r"choose|name|vote|rule|approve|issue|grant|publish|answer|clear|agree|pass|ratify|start|begin|visit|see|hear)[a-z]+|"
        r"ha(?:s|ve)(?:n['’]t|\snot)\s(?:yet\s)?(?:reached|met|achieved|produced|built|developed|managed|"
        r"mastered|solved)|"
        r"can(?:not|['’]t)\s(?:yet\s)?be\s(?:fully\s)?(?:leveraged|reali[sz]ed|exploited|used|accessed))\b",
    ),
    _cue(
        "gamble",
        "subject",
        r"(?:is|are|was|be)\san?\s(?:[\w-]+\s){0,3}?(?:gamble|dead end|failure|flop|disappointment|weak "
        r"point|liability|"
        r"losing battle)\b",
    ),
)
"""Every wording of weakness; the first that takes a place keeps it."""
