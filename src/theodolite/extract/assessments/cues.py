"""The words of English that judge a side, by where the side stands: each cue names its way and what it says.

`subject`: the subject of the cue's verb, or what the cue describes. `agent`: who stands behind "by". `patient`: whom
something holds back. `owner`: whose the noun is, else the subject of its verb. `named`: a name right behind the cue.
`place`: "in China, there is no ...".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Way = Literal["subject", "agent", "patient", "owner", "named", "place"]
Direction = Literal["strength", "weakness"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording. `alone`: only without another party as its object, which would make it a comparison."""

    name: str
    way: Way
    direction: Direction
    pattern: re.Pattern[str]
    alone: bool = False
    advice: bool = False


def _cue(
    name: str, way: Way, direction: Direction, pattern: str, alone: bool = False, advice: bool = False
) -> Cue:
    return Cue(name, way, direction, re.compile(rf"\b(?:{pattern})", re.I), alone, advice)


_BE = r"(?:is|are|was|were|be|been|being|remain(?:s|ed|ing)?|become(?:s)?|became|stay(?:s|ed)?|stand(?:s)?|stood|continu(?:es?|ed|ing) to be|['’]re|['’]s)"
_HAVE = r"(?:ha(?:s|ve|d|ving)|hold(?:s|ing)?|held|enjoy(?:s|ed|ing)?|maintain(?:s|ed|ing)?|boast(?:s|ed|ing)?|possess(?:es|ed|ing)?|keep(?:s|ing)?|kept|retain(?:s|ed|ing)?|gain(?:s|ed|ing)?|command(?:s|ed|ing)?|secur(?:es?|ed|ing)|wield(?:s|ed)?|['’]ve|take(?:s|n)?|took|claim(?:s|ed)?|occup(?:y|ies|ied)|establish(?:es|ed))"
_MUCH = r"(?:(?:a|an|the|its|their|our|any|some|no|very|so|more|far|still|also|already|currently|now|such|of|one|clearly|arguably|undoubtedly|undeniably|indeed|truly|much|just|even|all)\s|\w+ly\s)"
_ADJ = r"(?:[\w’'-]+\s)"
_SUPER = (
    r"(?:largest|biggest|leading|best|strongest|fastest|top|highest|greatest|foremost|premier|dominant|number[- ]one|No\.?\s?1|"
    r"most\s(?:advanced|capable|powerful|valuable|popular|competitive|innovative|sophisticated|important|influential|active|prolific|"
    r"efficient|successful|prominent|impressive|significant|used|widely[- ]used|ambitious|complete|accurate|intelligent|cited|cost-effective))"
)
_LEADER = (
    r"(?:leaders?|powerhouses?|front-?runners?|pioneers?|superpowers?|heavyweights?|champions?|trailblazers?|giants?|vanguard|juggernauts?|"
    r"trend-?setters?|pacesetters?|winners?|forces?|leading (?:light|force|player|country|nation|hub|center|centre|company|position|destination|role|supplier|provider|developer|lab|market|source|producer|maker)|"
    r"major (?:player|force|hub)|key player|contributors?|hubs?|hotbeds?|stronghold|bright spot|success stor(?:y|ies)|beneficiar(?:y|ies)|real deal)"
)
_GOOD = (
    r"(?:strong|stronger|strongest|deep|vast|abundant|ample|rich|robust|world-class|cutting-edge|state-of-the-art|impressive|remarkable|outstanding|"
    r"excellent|superb|formidable|unmatched|unrivall?ed|unparalleled|enormous|huge|massive|significant|substantial|considerable|major|clear|big|large|unique|"
    r"decisive|structural|natural|key|important|competitive|comparative|commanding|dominant|prominent|leading|thriving|vibrant|mature|"
    r"dynamic|favou?rable|solid|great|good|better|unfair|first-mover|real|early|overwhelming|insurmountable|strategic|central|crucial|powerful|top|first|pole)"
)
_HINDER = (
    r"(?:hinder(?:s|ed|ing)?|hamper(?:s|ed|ing)?|hobbl(?:es?|ed|ing)|handicap(?:s|ped)?|stifl(?:es?|ed|ing)|chok(?:es?|ed|ing)(?: off)?|cripp?l(?:es?|ed|ing)|"
    r"stymi(?:es?|ed|ing)|constrain(?:s|ed|ing)?|imped(?:es?|ed|ing)|imperil(?:s|ed)?|slow(?:s|ed|ing)?(?: down)?|undermin(?:es?|ed|ing)|curb(?:s|ed|ing)?|weaken(?:s|ed|ing)?|"
    r"hurt(?:s|ing)?|damag(?:es?|ed|ing)|thwart(?:s|ed|ing)?|obstruct(?:s|ed|ing)?|throttl(?:es?|ed|ing)|squeez(?:es?|ed|ing)|erod(?:es?|ed|ing)|"
    r"restrain(?:s|ed|ing)?|plagu(?:es?|ed|ing)|bottleneck(?:s|ed)|hold(?:s|ing)? back|held back|hold(?:s|ing)? (?:\w+\s){1,2}back|held (?:\w+\s){1,2}back|set(?:s|ting)? back|limit(?:s|ed|ing)?|threaten(?:s|ed|ing)?|jeopardi[sz](?:es?|ed|ing)|"
    r"cut(?:s|ting)? off|block(?:s|ed|ing)?|starv(?:es?|ed|ing)|depriv(?:es?|ed|ing)|hit(?:s|ting)? hard|kneecap\w*)"
)
_TROUBLE = (
    r"(?:disadvantages?|shortages?|deficienc(?:y|ies)|deficits?|bottlenecks?|constraints?|shortfalls?|hurdles?|obstacles?|challenges?|difficult(?:y|ies)|"
    r"headwinds?|limitations?|barriers?|setbacks?|problems?|pressures?|lack|scarcity|crunch|weakness(?:es)?|risks?|threats?|gaps? in|struggles?|dependenc[ey]|reliance|squeeze|crisis|brain drain|dead end)"
)

CUES: tuple[Cue, ...] = (
    # --- strengths
    _cue("dominates", "subject", "strength", r"dominat(?:e|es|ed|ing)\b(?!\sby\b)"),
    _cue(
        "dominated by",
        "agent",
        "strength",
        r"(?:dominated|controlled|led|monopoli[sz]ed|driven|spearheaded|pioneered|headed|cornered)\s(?:\w+ly\s)?by\b",
    ),
    _cue("dominated", "named", "strength", r"(?<=[\w]-)dominated\b"),
    _cue(
        "leads the way",
        "subject",
        "strength",
        r"(?:lead(?:s|ing)?|led)\s(?:the\s(?:way|world|pack|field|charge|race|industry|market|globe|list|ranking|rankings|leaderboards?|chart|charts|push)\b|world\b|globally\b|worldwide\b|internationally\b|decisively\b|clearly\b|in\b|on\b|there\b|when\b|by a\b|with\b|overall\b|both\b)",
        alone=True,
    ),
    _cue(
        "still leads",
        "subject",
        "strength",
        r"(?<!-)leads\b(?=[.,;!?]|\s(?:and|but|because|as)\b)",
        alone=True,
    ),
    _cue(
        "ahead",
        "subject",
        "strength",
        rf"{_BE}\s(?:\w+\s){{0,3}}?(?:ahead\b|in the lead\b|out in front\b|in front\b|at the (?:very\s)?(?:forefront|frontier|cutting edge|leading edge|top|head|helm|vanguard)\b|second to none\b|on top\b|at an advantage\b|in pole position\b|well[- ]positioned\b|well[- ]placed\b|unmatched\b|unrivall?ed\b|unparalleled\b|world-class\b|state-of-the-art\b|cutting-edge\b|best-in-class\b|strong\b|impressive\b|remarkable\b|thriving\b|booming\b|dominant\b|prominent\b|formidable\b|excellent\b|outstanding\b|superb\b|superior\b|competitive\b|innovative\b|rising quickly\b|good at\b|really good\b|very good\b|great at\b|capable\b|winning\b|blessed\b|global frontrunner|flourishing\b|indispensable\b|viable\b|ready\b(?=\sto\b)|cheap\b|affordable\b|efficient\b)",
        alone=True,
    ),
    _cue(
        "takes the lead",
        "subject",
        "strength",
        rf"{_HAVE}\s(?:\w+\s){{0,4}}?(?:leads?|edge|upper hand|head start|advantages?|first place|top (?:spot|position|place|rank|slot)|(?:top|No\.?\s?1|number[- ]one)\s(?:[\w-]+\s){{0,3}}?(?:spot|position|place)|crown|dominance|supremacy|monopoly|near-monopoly|lion['’]s share|(?:prominent|dominant|leading|commanding|strong|central|key|pivotal|unique|advantageous|favou?rable)\s(?:\w+\s)?(?:position|role|place|foothold|presence|ecosystem|share|market)|leadership|stranglehold|potential|chokehold)\b",
        alone=True,
    ),
    _cue(
        "has strong",
        "subject",
        "strength",
        rf"{_HAVE}\s(?:\w+\s){{0,1}}?(?:{_GOOD},?\s(?:and\s)?){{1,2}}{_ADJ}{{0,3}}?(?:talent|pool|base|ecosystem|capabilit\w+|resources?|infrastructure|data|market|industry|foundations?|team|position|support|engineers?|workforce|capacity|research|universit\w+|environment|supply|companies|models|strengths?|performance|momentum|community|culture|network|tradition|talents)\b",
    ),
    _cue(
        "produces many",
        "subject",
        "strength",
        rf"(?:produc(?:es?|ed|ing)|train(?:s|ed)|graduat(?:es?|ed)|churn(?:s|ed)? out|turn(?:s|ed)? out|publish(?:es|ed)|fil(?:es|ed))\s(?:the\smost|a (?:substantial|large|huge|vast|great|significant|enormous) (?:number|amount|volume|share)|many\b|most of|more\b(?![^.;]*\bthan)|vast numbers)",
    ),
    _cue(
        "excels",
        "subject",
        "strength",
        r"(?:excel(?:s|led|ling)?|thriv(?:es?|ed|ing)|shin(?:es|ing)|flourish(?:es|ed|ing)?|prosper(?:s|ed)|succeed(?:s|ed)|triumph(?:s|ed)|outshin(?:es|ed)|soar(?:s|ed)|wins\b|won\b(?!\sa\sNobel)|stand(?:s)? out|stood out|impress(?:es|ed)|surge[sd]?\sahead|stride[sd]? forward|strid(?:es|ing|e) forward|rac(?:es|ed|ing) ahead|forg(?:es|ed|ing) ahead|pull(?:s|ed|ing) ahead|punch(?:es)? above|ma(?:kes?|de|king)\s(?:\w+\s){0,3}?(?:strides|progress|breakthroughs?|advances|headway|leaps|gains|inroads)|doing\s(?:\w+ly\s)?well|does more with less|do more with less|lead(?:s)? decisively|benefit(?:s|ed|ing)?\sfrom|capitali[sz](?:es|ed|ing) on|catapult\w*|ris(?:es|en|ing)\s(?:quickly|rapidly|fast)|crack(?:s|ed) the code|broke(?:n)?\sthe\s[\w ]{2,30}barrier|has what it takes|improv(?:es|ed|ing) (?:rapidly|quickly|steadily|fast)|learning\s(?:rapidly|quickly|fast)|(?:rapidly|quickly|steadily) (?:learning|improving|advancing|rising|growing|progressing|innovating)|advanc(?:es|ed|ing) (?:rapidly|quickly|fast))\b",
    ),
    _cue(
        "tops",
        "subject",
        "strength",
        r"(?:top(?:s|ped|ping)?|dominat(?:es|ed))\s(?:the|all|both|several|every|four|three|two|global|world|most)\b[^,.;]{0,40}?\b(?:leaderboards?|rankings?|lists?|charts?|benchmarks?|tables?|indexes|indices|index|spots?|arena)\b",
    ),
    _cue(
        "ranks first",
        "subject",
        "strength",
        r"(?:rank(?:s|ed|ing)?|com(?:es?|ing)|came|plac(?:es|ed)|finish(?:es|ed)|sit(?:s|ting)?|sat|list(?:ed))\s(?:\w+ly\s|the\s|as\sthe\s|as\s|in\s(?:the\s)?|near\s|at\s|now\s){0,3}(?:first|highest|top|number one|No\.?\s?1|#1|best|among the (?:top|best|most|world['’]s|leading|strongest))\b",
    ),
    _cue(
        "superlative",
        "subject",
        "strength",
        rf"{_BE}\s(?:\w+\s){{0,2}}?(?:among|one of|some of|as|by far|considered|widely considered|regarded as|seen as|arguably|considered to be|as one of)?\s?(?:the|its|their|our|China['’]s|America['’]s|the (?:world|country|nation|industry|region|globe|continent|West|field|company)['’]s|Europe['’]s|Asia['’]s|Japan['’]s|India['’]s|[A-Z]\w+['’]s)\s(?:\w+\s|\w+-\w+\s){{0,2}}?{_SUPER}\b",
        alone=True,
    ),
    _cue(
        "leader",
        "subject",
        "strength",
        rf"(?:{_BE}|emerg(?:es|ed|ing) as|seen as|regarded as|position(?:s|ed|ing)\s(?:itself|themselves) as|establish(?:es|ed)\sitself as|hailed as|known as|become|as)\s(?:(?:a|an|the|one of the|among the|its|their|our|now|still|clearly|the (?:world|industry|nation|country|region)['’]s)\s){{1,2}}(?:[\w’'-]+\s){{0,4}}?{_LEADER}\b(?!\sof staff)",
        alone=True,
    ),
    _cue(
        "well-funded",
        "named",
        "strength",
        r"(?:well-funded|well-capitali[sz]ed|deep-pocketed|cash-rich|cost-effective|cost-efficient|world-leading|market-leading|best-in-class|world-class|industry-leading|high-performing|cutting-edge|state-of-the-art|fast-growing|highly valued|leading|dominant|powerhouse|heavyweight|flagship|top-ranked|champion)\b(?=[\s,])",
    ),
    _cue(
        "most advanced such as",
        "named",
        "strength",
        rf"(?:the|today['’]s|world['’]s|their|its)\s(?:[\w’'-]+\s){{0,2}}?{_SUPER}\s(?:[\w’'-]+\s){{1,5}}?(?:such as|like|including|,|—|–)\s",
    ),
    _cue(
        "calls it the most",
        "patient",
        "strength",
        rf"(?:call(?:s|ed)|consider(?:s|ed)|rank(?:s|ed)|nam(?:es|ed)|describ(?:es|ed)|hail(?:s|ed)|rat(?:es|ed))\s(?:[\w’'.-]+\s){{1,4}}?(?:as\s)?(?:the|its|China['’]s|America['’]s|one of the)\s(?:world['’]s\s)?{_SUPER}\b",
    ),
    _cue(
        "dominance",
        "owner",
        "strength",
        rf"(?:dominance|supremacy|leadership|preeminence|prowess|superiority|primacy|strengths?|advantages?|technological edge|competitive edge|monopoly|stranglehold|breakthroughs?)\b(?!\sof\sopen\b)(?!\sover\b)",
        alone=True,
    ),
    _cue(
        "home to",
        "subject",
        "strength",
        r"(?:is|are|remains?)\shome\sto\s(?:[\w-]+\s){0,3}?(?:most|many|world['’]s|some of the|leading|top|largest|biggest)\b",
    ),
    # --- weaknesses
    _cue(
        "behind",
        "subject",
        "weakness",
        r"(?:lag(?:s|ged|ging)?(?:\s(?:far|well|badly|significantly))?(?:\sbehind)?|(?:fall(?:s|en|ing)?|fell|left|slip(?:s|ped|ping)?)\s(?:far |further |well |badly )?behind|trail(?:s|ed|ing)|(?:is|are|was|were|remains?|['’]re|stay|stays|be)\s(?:\w+\s){0,2}?behind)\b",
        alone=True,
    ),
    _cue(
        "lacks",
        "subject",
        "weakness",
        r"(?:lack(?:s|ed|ing)?\b(?!\sof\b)|(?:do(?:es)?|did)(?:\snot|n['’]t)\s(?:yet\s)?have\b|ha(?:s|ve|d)\s(?:no|little|few|limited|insufficient|scant|only limited|neither|yet to)\b(?!\s(?:idea|doubt|choice|plan|comment|intention|intentions|plans|longer|sign|more than|to do))|struggl(?:es?|ed|ing)\b|suffer(?:s|ed|ing)?\sfrom|fail(?:s|ed|ing)\sto|(?:is|are|was|were|remains?)\sunable\sto|can(?:not|['’]t|\snot)\s(?:yet\s)?(?:match|compete|keep up|produce|make|build|manufacture|mass-produce|scale|replicate|access|buy|catch up)|can(?:\sonly)?\sbarely|need(?:s|ed)\smore\stime|(?:is|are|was|were)\s(?:\w+ly\s|still\s)?short\sof|run(?:s|ning)? (?:out of|short of)|ran (?:out of|short of)|miss(?:es|ed)? out|fall(?:s|en|ing)? short|fell short|falter(?:s|ed|ing)|stumbl(?:es|ed|ing)|squander(?:s|ed|ing)|play(?:s|ing)? catch[- ]?up|need(?:s)? to catch up|lost ground|losing (?:its|their) (?:lead|edge)|way down the list|bleed(?:s|ing)?|flounder(?:s|ed|ing)|stagnat(?:es|ed|ing)|declin(?:es|ed|ing) (?:sharply|steadily))\b",
    ),
    _cue(
        "is weak",
        "subject",
        "weakness",
        rf"{_BE}\s(?:\w+\s){{0,3}}?(?:weak(?:er|est)?\b|poor\b|slow\b|sluggish\b|stagnant\b|stuck\b|scarce\b|insufficient\b|inadequate\b|immature\b|underdeveloped\b|vulnerable\b|inferior\b|fragile\b|limited\b|constrained\b|hamstrung\b|behind the curve\b|irrelevant\b|inaccessible\b|useless\b|unprepared\b|out of reach\b|fragmented\b|lacking\b|at a (?:\w+\s)?disadvantage\b|dependent on\b|(?:heavily|highly|overly) reliant on\b|reliant on\b|in trouble\b|at risk\b|in danger\b|under pressure\b|left out\b|short\b|struggling\b|no match\b|unreliable\b|uncompetitive\b|expensive\b|a laggard\b|laggards\b|problematic\b|disadvantaged\b|doomed\b|far from\b(?!\sthe only))",
    ),
    _cue(
        "finds itself stuck",
        "subject",
        "weakness",
        r"(?:find(?:s|ing)?|found)\s(?:it|them|our)sel(?:f|ves)\s(?:[\w-]+\s){0,4}?(?:stuck|stagnant|behind|unable|constrained|short|cut off|trapped|locked out|squeezed|vulnerable|disadvantage)\b",
    ),
    _cue(
        "faces",
        "subject",
        "weakness",
        rf"(?:fac(?:es?|ed|ing)|confront(?:s|ed)?(?:\swith)?|encounter(?:s|ed)|grappl(?:es?|ed|ing) with|contend(?:s|ing)? with|wrestl(?:es|ing) with|run(?:s)? into|hit(?:s)?|pos(?:es|ed)|suffer(?:s|ed|ing)?|ha(?:s|ve|d)|experienc(?:es?|ed|ing)|under)\s(?:[\w’'-]+,?\s){{0,6}}?{_TROUBLE}\b",
    ),
    _cue(
        "depends on",
        "subject",
        "weakness",
        r"(?:(?:still|mostly|heavily|largely|overly|highly|too|mainly|almost entirely|entirely|critically|deeply)\s(?:depend|rel(?:y|ies|ied)|reliant|dependent)\w*\s(?:\w+\s)?on|(?:depend(?:s|ed)?|rel(?:y|ies|ied))\s(?:heavily|mostly|largely|mainly|entirely|almost entirely|too much)\s(?:up)?on|(?:depend(?:s)?|rel(?:y|ies)|reliant|dependent)\son\s(?:foreign|imported|American|US|U\.S\.|Western|overseas|outside|others))\b",
    ),
    _cue("hinders", "patient", "weakness", rf"{_HINDER}\b"),
    _cue(
        "bottleneck",
        "owner",
        "weakness",
        r"(?:bottlenecks?|weakness(?:es)?|weak (?:point|spot|link)|shortcomings?|disadvantages?|shortages?|scarcity|deficienc(?:y|ies)|inferiority|Achilles['’] heel|vulnerabilit(?:y|ies)|brain drain|(?:lack|absence) of|dependence on|reliance on|main obstacle|main hurdle|primary hurdle|biggest (?:problem|challenge|obstacle|hurdle)|inability to|failure to|drawbacks?|lagging position)\b",
    ),
    _cue(
        "follower",
        "owner",
        "weakness",
        r"(?:as|is|are|remains?|be)\sa\s(?:\w+\s){0,2}?(?:follower|laggard|copycat|imitator|latecomer|distant (?:second|third|fourth))\b",
    ),
    _cue(
        "progress is sluggish",
        "subject",
        "weakness",
        r"progress\s(?:remains|is|has been)\s(?:\w+\s)?(?:sluggish|slow|limited)\b",
    ),
    _cue(
        "no mature",
        "place",
        "weakness",
        r"there\s(?:is|are|was|were)\s(?:still\s|currently\s|simply\s)?(?:no|not (?:a|an|any|enough)|little|few|hardly any|a (?:lack|shortage|scarcity|dearth) of|insufficient)\b",
    ),
    _cue(
        "yet to show",
        "subject",
        "weakness",
        r"(?:ha(?:s|ve)\syet\sto\s(?:show|prove|produce|demonstrate|develop|build|achieve|match|make|deliver|reach|overcome)|ha(?:s|ve)(?:n['’]t|\snot)\s(?:yet\s)?(?:reached|met|achieved|produced|built|developed|managed|mastered|solved)|cannot\s(?:yet\s)?be\s(?:fully\s)?(?:leveraged|realis?ed|exploited|used|accessed)|can['’]t\sbe\s(?:fully\s)?(?:leveraged|used)|(?:remains|is) uncertain whether (?=it|China|they))\b",
    ),
    _cue(
        "gamble",
        "subject",
        "weakness",
        r"(?:is|are|was|be)\s(?:a|an)\s(?:[\w-]+\s){0,3}?(?:gamble|bad strategy|dead end|failure|flop|disappointment|mistake|weak point|bubble|liability|losing battle)\b",
    ),
)
"""Every cue; the first that takes a place keeps it."""

WORDS = re.compile(
    r"\b(?:dominat|dominan|controlled|monopol|driven by|spearhead|pioneer|headed by|lead|led\b|ahead|front|forefront|cutting|world-class|state-of-the-art|"
    r"best|largest|biggest|strong|fastest|top\b|topp|tops\b|highest|greatest|foremost|premier|number[- ]one|No\.?\s?1|#1|first\b|most\b|advantage|edge\b|"
    r"upper hand|head start|crown|suprem|share\b|potential|powerhouse|superpower|heavyweight|champion|trailblaz|giant|vanguard|juggernaut|"
    r"trend-?setter|pacesetter|winner|winning|wins\b|won\b|force\b|major|key\b|contribut|hub|hotbed|success|beneficiar|real deal|deep|vast|abundant|ample|rich\b|robust|"
    r"impress|remarkabl|outstanding|excel|superb|formidabl|unmatch|unrival|unparallel|thriv|vibrant|mature|position|many\b|substantial|flourish|prosper|"
    r"succeed|triumph|soar|st(?:an|oo)ds? out|stride|strid|forg|punch|progress|breakthrough|advanc|headway|leaps|gains|inroads|well\b|more with less|benefit|"
    r"capitali[sz]|rising|rapidly|quickly|steadily|rank|comes?\b|came\b|places?d?\b|sits?\b|cost-e|market-leading|high-performing|flagship|prowess|primacy|"
    r"preeminen|superior|stranglehold|chokehold|home to|blessed|booming|prominent|competitive|innovative|good\b|great\b|capable|indispensab|viable|cheap|affordab|efficien|"
    r"lag|behind|trail|lack|not have|n['’]t have|has no|have no|had no|little|few\b|limited|insufficient|struggl|suffer|fail|unable|cannot|can['’]t|can not|barely|more time|short|"
    r"out of|falter|stumbl|squander|catch|lost ground|losing|flounder|stagna|declin|weak|poor|slow|sluggish|stuck|scarc|inadequa|immatur|underdevelop|"
    r"vulnerab|inferior|fragile|constrain|hamstrung|irrelevant|inaccessib|useless|unprepar|fragment|disadvantag|depend|relian|rel(?:y|ies|ied)\b|trouble|at risk|"
    r"danger|pressure|left out|unreliab|uncompet|expensive|problem|doomed|far from|fac(?:e|es|ed|ing)\b|confront|encounter|grappl|contend|wrestl|pos(?:es|ed)\b|"
    r"hinder|hamper|hobbl|handicap|stifl|chok|crip|stymi|imped|imperil|undermin|curb|hurt|damag|thwart|obstruct|throttl|squeez|erod|restrain|plagu|"
    r"bottleneck|hold|held|set(?:s|ting)? back|limit|threaten|jeopard|cut(?:s|ting)? off|block|starv|depriv|kneecap|drawback|obstacle|hurdle|challeng|follower|laggard|"
    r"copycat|imitator|latecomer|distant|no\b|yet\b|haven['’]t|hasn['’]t|not yet|uncertain|gamble|bad strategy|dead end|flop|disappoint|mistake|bubble|liabilit|down the list|broke)",
    re.I,
)
"""A sentence without one of these judges nobody."""
