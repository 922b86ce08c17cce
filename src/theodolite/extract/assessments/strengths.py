"""Wordings of strength."""

from __future__ import annotations

import re

from theodolite.extract.assessments.cue import ANY, BE, GOOD, HAVE, SUPERLATIVE, Cue, Way, one_of
from theodolite.model.claim import Dimension

_LEADER = one_of(
    "leaders?, powerhouses?, front-?runners?, pioneers?, superpowers?, heavyweights?, champions?, "
    "trailblazers?, giants?",
    "vanguard, juggernauts?, trend-?setters?, pacesetters?, winners?, leading light, leading force, "
    "leading player",
    "leading country, leading nation, leading hub, leading cent(?:er|re), leading company, leading position",
    "leading destination, leading role, leading supplier, leading provider, leading developer, leading lab",
    "leading market, leading source, leading producer, leading maker, major player, major force, major "
    "hub, key player",
    "force to be reckoned with, contributors?, hotbeds?, bright spot, success stor(?:y|ies), real deal, "
    "real innovation",
)
_TOP = one_of(
    "in the lead, out in front, in front, at the forefront, at the very forefront, at the frontier, at "
    "the cutting edge",
    "at the leading edge, at the top, at the helm, at the vanguard, second to none, on top, at an advantage",
    "in pole position, on the rise, on the up, in the ascendancy, in rude health, up to speed, "
    "in a class of (?:its|their) own, well[- ]positioned, well[- ]placed, "
    "in a strong position, in a league of (?:its|"
    "their) own",
)
_PRAISED = one_of(
    "unmatched, unrivall?ed, unparalleled, world-class, state-of-the-art, cutting-edge, best-in-class, "
    "strong, impressive",
    "remarkable, thriving, booming, dominant, prominent, formidable, excellent, outstanding, superb, "
    "competitive",
    "first class, world class",
    "innovative, rising quickly, really good, very good, good at, great at, winning, blessed, flourishing,"
    " hard to beat",
    "global frontrunners?, world beaters?, far superior, brilliant, amazing, incredible, stunning, "
    "exceptional, stellar",
    "phenomenal, fantastic, solid, powerful, world-leading, top-notch, first-rate, top-tier, "
    "extraordinary, resilient",
    "astonishing, sophisticated, highly competitive, agile, nimble, efficient, mighty, robust, second "
    "only to none, awesome",
    "truly competitive, unbeatable, way better, much better, a whole different beast, a game[- ]changer, "
    "a triumph, a success",
    "accurate, reliable, well-funded",
    "doing well, doing great, in good shape, widely used, widely adopted, hugely popular, popular, highly "
    "capable, promising",
)
_POSITION = one_of(
    "lead, leads, edge, upper hand, head start, advantages?, first place, top spot, top position, top "
    "place, top rank",
    "top slot, crown, dominance, supremacy, monopoly, near-monopoly, lion['’]s share, leadership, "
    "stranglehold, chokehold",
    "prominent position, dominant position, leading position, commanding position, strong position",
    "central position, key position, pivotal role, leading role, central role, dominant share, strong "
    "foothold",
    "prominent role, unique position, strong presence, decisive advantage, competitive advantage, huge "
    "advantage, moat, key role",
    "critical role, crucial role, plenty of, a wealth of, an abundance of, no shortage of, vital role, "
    "commanding lead, first-mover advantage",
)
_ASSETS = one_of(
    "talent, pool, base, ecosystem, capabilit\\w+, resources?, infrastructure, data, market, markets, "
    "industry, team",
    "foundations?, position, support, engineers?, workforce, capacity, research, universit\\w+, "
    "environment, supply",
    "companies, models, strengths?, performance, momentum, community, culture, network, tradition, "
    "talents, innovations?",
)
_GOES_WELL = one_of(
    "excel(?:s|led|ling)?, thriv(?:es|ed|ing|e), flourish(?:es|ed|ing)?, prosper(?:s|ed), triumph(?:s|ed),"
    " stands? out",
    "stood out, impress(?:es|ed), surges? ahead, surged ahead, strid(?:es|ing|e) forward, rac(?:es|ed|ing)"
    " ahead",
    "forg(?:es|ed|ing) ahead, push(?:es|ed|ing)? ahead, prevail(?:s|ed)?, pull(?:s|ed|ing) ahead, "
    "punch(?:es)? above, benefits? from, benefited from",
    "capitali[sz](?:es|ed|ing) on, rises? quickly, rising quickly, rising rapidly, cracked the code, has "
    "what it takes",
    "improv(?:es|ed|ing) (?:rapidly|quickly|steadily|fast), learning (?:rapidly|quickly|fast), doing "
    "(?:\\w+ly )?well",
    "(?:rapidly|quickly|steadily) (?:learning|improving|advancing|rising|growing|progressing|innovating)",
    "advanc(?:es|ed|ing) (?:rapidly|quickly|fast), lead(?:s)? decisively, broken? the [\\w ]{2,30}barrier",
    "achiev(?:es|ed|ing|e) (?:rapid|mass|remarkable|major|significant|great|widespread|impressive)",
    "deliver(?:s|ed|ing) (?:solid|strong|impressive|remarkable|outstanding), master(?:s|ed), "
    "outclass(?:es|ed)? everyone",
    "overc(?:ame|omes?) (?:the )?\\w+, tak(?:es|en|ing) off, took off, (?:is|are) winning, lead(?:s|ing)? "
    "from the front",
    "set(?:s|ting)? the (?:standard|pace|bar|agenda|benchmark), raised the bar, pav(?:es|ed|ing) the way, "
    "shocked the world",
    "turned? heads, tak(?:es|ing|en) the world by storm, took the world by storm, defied expectations, "
    "exceeded expectations",
    "ha(?:s|ve) (?:mastered|cracked|nailed), nailed it, scal(?:es|ed|ing) (?:rapidly|quickly|fast)",
    "mov(?:es|ed|ing) (?:fast|faster|quickly|rapidly), grow(?:s|ing|n)? (?:rapidly|quickly|fast), grew "
    "(?:rapidly|quickly|fast)",
    "innovat(?:es|ed|ing) (?:rapidly|quickly|fast|faster), dominat(?:es|ed|ing), outpac(?:es|ed|ing) "
    "everyone",
)
_RANKING = one_of(
    "leaderboards?, rankings?, lists?, charts?, benchmarks?, tables?, index(?:es)?, indices, arena"
)


def _cue(
    name: str,
    way: Way,
    pattern: str,
    alone: bool = False,
    advice: bool = False,
    dimension: Dimension | None = None,
) -> Cue:
    compiled = re.compile(pattern if way == "before" else rf"\b(?:{pattern})", re.I)
    return Cue(name, way, "strength", compiled, alone, advice, dimension)


_WHAT_IS_LED = one_of(
    "way, world, pack, field, charge, race, industry, market, globe, list, rankings?, leaderboards?, "
    "charts?, push",
    "frontier, revolution, sector, pack",
)
CUES: tuple[Cue, ...] = (
    _cue("dominates", "subject", r"dominat(?:e|es|ed|ing)\b(?!\sby\b)"),
    _cue(
        "dominated by",
        "agent",
        r"(?:dominated|controlled|monopoli[sz]ed|cornered)\s(?:\w+ly\s)?by\b",
    ),
    _cue("-dominated", "named", r"(?<=\w-)dominated\b"),
    _cue(
        "leads the way",
        "subject",
        rf"(?:leads?|led|leading|driv(?:es?|ing))\sthe\s(?:[\w-]+\s)?{_WHAT_IS_LED}\b",
    ),
    _cue(
        "leads",
        "subject",
        r"(?:leads?|led|leading)\s(?:the world|world|globally|worldwide|internationally|decisively|"
        r"clearly|in|on|there|when|"
        r"overall|both)\b",
        alone=True,
    ),
    _cue("still leads", "subject", r"leads\b(?=[.,;!?]|\s(?:and|but|because|as)\b)", alone=True),
    _cue("ahead", "subject", rf"{BE}\s{ANY}{{0,3}}?(?:ahead\b(?!\s(?:of|by)\b)|{_TOP}\b)", alone=True),
    _cue(
        "is wanted",
        "subject",
        rf"{BE}\s{ANY}{{0,2}}?(?:in\s(?:great|high|strong|huge|hot|enormous|heavy|big)\sdemand|all\sthe\srage|sold\sout|"
        r"(?:the|an?)\s(?:[\w-]+\s)?(?:default|preferred|go-to|favou?rite|standard)\s(?:choice|model|option|tool|platform|"
        r"pick|assistant|base|supplier))\b|"
        r"sell(?:s|ing)?\s(?:very\s|really\s)?(?:well|briskly|fast|like\shot\s?cakes)\b|"
        r"(?:won|winning|wins)\sover\s(?:the\s)?(?:developers|customers|users|consumers)\b",
        dimension="adoption",
    ),
    _cue("is strong", "subject", rf"{BE}\s{ANY}{{0,3}}?[\"“‘']?{_PRAISED}\b(?!\sfrom\b)", alone=True),
    _cue("holds the lead", "subject", rf"{HAVE}\s{ANY}{{0,4}}?{_POSITION}\b", alone=True),
    _cue(
        "holds the top",
        "subject",
        rf"{HAVE}\s{ANY}{{0,2}}?(?:top|No\.?\s?1|number[- ]one|first)\s{ANY}{{0,3}}?(?:spot|position|"
        rf"place|rank|slot)\b",
    ),
    _cue("has the most", "subject", rf"{HAVE}\s(?:the\s)?{SUPERLATIVE}\s"),
    _cue(
        "has strong",
        "subject",
        rf"{HAVE}\s{ANY}{{0,2}}?{GOOD},?\s(?:and\s)?{ANY}{{0,3}}?{_ASSETS}\b",
        advice=True,
    ),
    _cue(
        "produces many",
        "subject",
        r"(?:produc(?:es|ed|ing|e)|trains?|trained|graduat(?:es|ed|e)|turn(?:s|ed)? out|publish(?:es|ed)|"
        r"fil(?:es|ed))\s"
        r"(?:the\smost|a (?:substantial|large|huge|vast|great|significant|enormous) (?:number|amount|"
        r"volume|share)|"
        r"most of|vast numbers)",
    ),
    _cue(
        "has the means",
        "subject",
        r"ha(?:s|ve)\s(?:the|all the|enough|both the|plenty of|ample)\s(?:[\w-]+\s){0,2}?(?:power plants?|"
        r"engineers?|talent|chips?|capital|money|data|compute|resources|scale|expertise|know-how|capacity|"
        r"infrastructure|energy|electricity|users|researchers|scientists|people|brains|skills|factories|customers|"
        r"computers|patents|universities|brainpower|students|grid|labs|workers|markets?)\b(?!\s[Aa]ct\b)",
    ),
    _cue(
        "has potential", "subject", r"ha(?:s|ve)\s(?:the|great|huge|enormous|significant|vast)\spotential\b"
    ),
    _cue("goes well", "subject", rf"{_GOES_WELL}\b"),
    _cue(
        "comes up",
        "subject",
        r"(?:ha(?:s|ve|d)\s(?:now\s|already\s|largely\s|nearly\s|almost\s|finally\s|quickly\s|more\sor\sless\s|"
        r"all\sbut\s){0,2}(?:caught\sup|overtaken|come\s(?:a\s(?:very\s)?long\sway|of\sage)|turned\sthe\scorner|"
        r"gained\sground|found\s(?:its|their)\sfeet|improved\s(?:a\slot|greatly|markedly|enormously|dramatically|"
        r"hugely|substantially|considerably|tremendously|out\sof\sall\srecognition|beyond\srecognition|so\smuch|"
        r"a\sgreat\sdeal))|"
        r"(?:is|are|was|were|['’]re|['’]s)\s(?:\w+ly\s|now\s|fast\s)?(?:catching\sup|gaining\sground|closing\sin))\b"
        r"(?!\s(?:[\w-]+ly\s|fast\s)?(?:with|to|on|in\sthe)\b)",
        alone=True,
    ),
    _cue(
        "more with less",
        "subject",
        r"do(?:es|ing)?\s(?:so much |far |much )?more with less\b",
        dimension="efficiency",
    ),
    _cue(
        "makes progress",
        "subject",
        r"ma(?:kes?|de|king)\s(?:\w+\s){0,3}?(?:strides|progress|breakthroughs?|advances|headway|leaps|"
        r"gains|inroads)\b",
    ),
    _cue(
        "gains ground",
        "subject",
        r"(?:gain|pick|build|attract|draw)(?:s|ed|ing)?\s(?:up\s)?(?:\w+\s)?(?:traction|momentum|market "
        r"share|steam|top talent)\b",
    ),
    _cue(
        "controls most",
        "subject",
        r"(?:control|account|produc|mak|own|host|hold|suppl|represent|manufactur)(?:s|es|ed|e|ies|"
        r"ing)?\s(?:for\s)?(?:most\b|the (?:vast |overwhelming )?"
        r"majority|nearly all|almost all|the bulk|the lion['’]s share)",
    ),
    _cue(
        "first to",
        "subject",
        rf"{BE}\s(?:\w+\s)?(?:the\s)(?:world['’]s\s)?first\s(?:[\w-]+\s){{0,4}}?(?:to|that|able|"
        rf"capable|with)\b",
        dimension="origination",
    ),
    _cue(
        "only one",
        "subject",
        rf"{BE}\s(?:\w+\s)?(?:the\s)(?:world['’]s\s)?(?:only|sole)\s(?:[\w-]+\s){{0,4}}?(?:to|that|able|"
        rf"capable|with|making|maker|supplier|producer|provider|manufacturer|source)\b",
    ),
    _cue(
        "capable of",
        "subject",
        rf"{BE}\s{ANY}{{0,2}}?(?:rich in|highly skilled|world leading|capable of|good enough|fully "
        rf"capable)\b",
    ),
    _cue(
        "tops a ranking",
        "subject",
        rf"(?:top(?:s|ped|ping)?|sweeps?|swept)\s(?:[\w-]+\s){{0,6}}?{_RANKING}\b",
    ),
    _cue(
        "ranks first",
        "subject",
        r"(?:rank(?:s|ed|ing)?|comes?|came|coming|plac(?:es|ed)|finish(?:es|ed)|sits?|sitting|sat|listed)\s"
        r"(?:\w+ly\s|the\s|as\s|in\s|near\s|at\s|now\s){0,4}(?:first|highest|top|number one|No\.?\s?1|#1|"
        r"best|"
        r"among the (?:top|best|most|world['’]s|leading|strongest))\b",
    ),
    _cue(
        "superlative",
        "subject",
        rf"(?:{BE}|as)\s(?:{ANY}{{0,3}}?)(?:the|its|their|our|one of|among|an?|(?-i:[A-Z])[\w.]*['’]s|"
        rf"(?:country|nation|world|"
        rf"industry|region|continent|company|field)['’]s)\s(?:{ANY}{{0,3}}?){SUPERLATIVE}\b",
        alone=True,
    ),
    _cue(
        "leader",
        "subject",
        rf"(?:{BE}|as)\s(?:\w+\s)?(?:an?|the|one of the|among the|its|their|our|(?-i:[A-Z])[\w.]*['’]s|"
        rf"(?:the\s)?(?:country|nation|world|industry|"
        rf"region)['’]s)\s(?:{ANY}{{0,4}}?){_LEADER}\b",
        alone=True,
    ),
    _cue(
        "well-funded",
        "named",
        one_of(
            "well-funded, well-capitali[sz]ed, deep-pocketed, cash-rich, cost-effective, cost-efficient, "
            "world-leading",
            "market-leading, best-in-class, industry-leading, high-performing, fast-growing, highly "
            "valued, leading",
            "dominant, powerhouse, heavyweight, champion",
        )
        + r"(?=[\s,])",
    ),
    _cue(
        "most advanced, such as",
        "named",
        rf"{SUPERLATIVE}(?:\s(?!spenders?|buyers?|customers?|importers?|losers?|borrowers?|cuts?|risks?|deals?)"
        rf"[\w’'-]+){{1,5}}?(?:,?\s(?:such as|like|including)|,|\s[—–-])\s(?=(?-i:[A-Z]))",
    ),
    _cue(
        "called the most",
        "named",
        rf"(?:calls?|called|considers?|considered|ranks?|names?|named|describes?|hails?|rates?|rated)"
        rf"\s(?:it|(?:(?-i:[A-Z])[\w.-]*\s?){{1,3}})"
        rf"\s(?:as\s)?(?:the|one of the)\s(?:world['’]s\s)?{SUPERLATIVE}\b",
    ),
    _cue(
        "all are from",
        "named",
        r"(?:top|best|leading|most advanced|top-tier|frontier|strongest|open|largest|"
        r"biggest)\s[^.;,]{2,40}?\b(?:is|are|"
        r"been|were|was)\s(?:all\s|mostly\s|"
        r"nearly all\s|almost all\s|still\s|largely\s|mainly\s|predominantly\s|overwhelmingly\s|"
        r"increasingly\s)?(?=(?-i:[A-Z]))",
    ),
    _cue(
        "dominance",
        "owner",
        one_of(
            "dominance, supremacy, leadership(?= (?:in|on|position|role|status)), "
            "pre-?eminence, prowess, superiority, primacy, strengths(?! "
            "and weak), advantages(?! and dis)",
            "advantage, technological edge, competitive edge, monopoly, stranglehold",
        )
        + r"\b(?!\s(?:over|of open)\b)",
        alone=True,
    ),
    _cue(
        "apposed superlative",
        "before",
        rf"(?<=[,(–—])\s?(?:the|one of the|among the|an?|its|(?-i:[A-Z])[\w.]*['’]s|the\s[a-z]+['’]s)"
        rf"\s{ANY}{{0,3}}?(?:{SUPERLATIVE}|leader)\b",
    ),
    _cue(
        "strength lies",
        "owner",
        r"(?:strengths?|advantages?|edge)\s(?:lies?|is|are|comes?|rests?)\b",
    ),
    _cue(
        "controls supply",
        "subject",
        r"controls?\s(?:the\s|most of the\s|much of the\s|nearly all\s)?(?:[\w-]+\s){0,2}?(?:supply|"
        r"market|flow|production|"
        r"choke ?points?)\b",
    ),
    _cue(
        "shows ability",
        "owner",
        r"(?:demonstrat|show|prov|highlight|underscor|underlin|testif)\w*\s(?:[\w.]+['’]s?\s|its\s|their\s)"
        r"(?:growing\s|own\s)?(?:ability|capacity|capability|strength|prowess|resilience)\b",
    ),
    _cue(
        "superior",
        "subject",
        r"(?:with|ha(?:s|ve)|boasts?)\s(?:its\s|their\s)?(?:superior|world-class|best-in-class|"
        r"unmatched|unrivall?ed)\s[a-z]+",
    ),
    _cue(
        "home to",
        "subject",
        r"(?:is|are|remains?)\shome\sto\s(?:[\w-]+\s){0,3}?(?:most|many|world['’]s|some of the|leading|"
        r"top|largest|biggest)\b",
    ),
)
"""Every wording of strength; the first that takes a place keeps it."""
