"""What a statement is about, by the words around its figure or gap."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from theodolite.extract.words.folded import Folded
from theodolite.extract.words.gates import Gates
from theodolite.model.claim import Dimension

# In order: the first that matches the nearest words wins. Nearest first: what is counted, then the sentence.
_RULES: tuple[tuple[Dimension, str], ...] = (
    ("patents", r"patents?|patent famil\w+|inventions? filed"),
    ("talent", r"talent|researchers?|engineers?|scientists?|graduates?|degrees?|PhDs?|students?|workforce|"
r"head-?count|employees?|staff|hires?|hiring|brain drain|developers hired|specialists?|"
r"universit\w+ graduates"),
    ("energy", r"electricit\w+|energy|power (?:plants?|grid|supply|demand|capacity|generation)|gigawatts?|"
r"megawatts?|[GMTk]Wh?|terawatt|nuclear|solar|emissions|carbon|grid"),
    ("compute", r"chips?|semiconductors?|GPUs?|compute|computing|lithograph\w+|wafers?|foundr\w+|"
r"process(?:or|ors| node| nodes)|chipmak\w+|accelerators?|EUV|DUV|memory|HBM|"
r"supercomput\w+|data cent(?:er|re)s?|FLOPs?|servers?|clusters?|hardware|fabs?|nodes?|"
r"[AH]\d00s?"),
    ("capital", r"invest\w*|fund\w*|rais(?:ed|ing|e)|valuation|valued|venture|VC|VCs|market (?:cap|value|"
r"capitali[sz]ation)|stock|shares?(?= (?:price|fell|rose|jump|drop|in|of the company))|"
r"share price|spend\w*|capex|capital expenditure|expenditure|deals?|budget|subsid\w+|"
r"revenues?|profits?|sales|earnings|dividend|loan|IPO|bonds?|backing|stake|fine[sd]?|"
r"billion-dollar"),
    ("efficiency", r"cost\w*|price\w*|cheap\w*|efficien\w+|per (?:million )?tokens?|pric(?:e|ing)|"
r"tokens per second|latency|inference speed|cheaper|discount"),
    ("research", r"papers?|publications?|citations?|research(?:ed)?|journals?|conference|scientific|"
r"accuracy|labs?|institutions?|breakthroughs?|NeurIPS|stud(?:y|ies)"),
    ("data", r"data ?sets?|datasets?|training data|data market|corpus|corpora|tokens?|data points?|data"),
    ("policy", r"regulat\w+|polic\w+|laws?|bills?|export controls?|restrictions?|bans?|banned|sanctions?|"
r"tariffs?|legislat\w+|governance|rules|entity list|licen[cs]es?"),
    ("openness", r"open[- ]?(?:source|weights?)|downloads?|openly|open models?"),
    ("adoption", r"users?|adopt\w+|customers?|usage|use (?:AI|it)|using|uses|deploy\w*|subscribers?|visits?|"
r"visitors|installed|installs|market share|app|apps|enterprises|compan(?:y|ies)|businesses|"
r"firms|executives|employees use|consumers?|rely|relies|respondents|implement\w*|patients|"
r"drivers|rides?|shipments?|shipped|traffic"),
    ("economy", r"GDP|econom\w+|jobs?|productivity|growth|exports?|imports?|trade|market(?: size)?|worth|"
r"dollars|industry|unemploy\w+|wages?|inflation|worth of"),
    ("capability", r"models?|benchmarks?|scores?|scored|capabilit\w+|performance|parameters?|reasoning|MMLU|"
r"Elo|GPT\S*|frontier|intelligence|accuracy|leaderboard|ranked|tasks?|context"),
    ("access", r"access\w*|available|availability|blocked"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.I)) for name, pattern in _RULES)
_FOLDED = tuple((name, Folded(pattern)) for name, pattern in _COMPILED)


def of(*wordings: str | None, default: Dimension | None = None) -> Dimension | None:
    """The dimension of the first wording that shows one; `default` where none does."""
    for wording in wordings:
        if wording and (found := _shown(wording)):
            return found
    return default


@lru_cache(maxsize=256)
def _shown(wording: str) -> Dimension | None:
    """The dimension that a wording shows; a sentence is asked about as often as it has figures."""
    return next((name for name, pattern in _FOLDED if pattern.search(wording)), None)


# What is behind: by default models' capability, unless the gap is one of something else.
_LAG_ORDER = (
    "patents",
    "talent",
    "energy",
    "compute",
    "capital",
    "data",
    "policy",
    "adoption",
    "efficiency",
    "economy",
)


def of_lag(*wordings: str | None) -> Dimension:
    """What a gap is in, by the words nearest to it; capability where nothing else is named."""
    rules = dict(_COMPILED)
    for wording in wordings:
        if not wording:
            continue
        for name in _LAG_ORDER:
            if name in ("economy", "adoption", "efficiency", "data", "capital") and not re.search(
                rf"\b(?:in|of|on)\b[^.;]*{''}", wording
            ):
                continue
            if rules[name].search(wording):  # type: ignore[index]
                return name  # type: ignore[return-value]
        if re.search(
            r"\b(?:research|papers|publications|fundamental science|basic science)\b", wording, re.I
        ) and not re.search(r"\bmodels?\b", wording):
            return "research"
    return "capability"


# What a judgement or comparison is on. Words that name the thing itself come before words that stand near it.
_JUDGED: tuple[tuple[Dimension, str], ...] = (
    ("policy", r"(?:chips?|energy|data|AI|talent|industrial|visa|research|innovation|immigration|cloud|trade|"
               r"technology|tech|export|copyright|privacy|competition) "
               r"(?:polic(?:y|ies)|laws?|regulations?|legislation|strateg(?:y|ies))"),
    ("efficiency", r"for (?:its|their) size"),
    ("economy", r"commercial (?:results?|success|payoff)|(?:los(?:es|ing|e|t)|made|"
               r"makes?|making) (?:[a-z]+ ){0,2}money|a profit|"
                r"loss-making|in the red"),
    ("adoption", r"(?:catch(?:es|ing)?|caught) on|foothold|in droves|office workers|"
                 r"take[ns]? up|taking up|took up"),
    ("patents", r"patents?|patent \w+|intellectual property"),
    ("talent", r"talent\w*|researchers?|engineers?|scientists?|graduates?|degrees?|PhDs?|students?|"
               r"workforce|staff|"
               r"head-?count|brain drain|human capital|experts(?= (?:in|from))|skills?|professionals|"
               r"labou?r force|workers|recruit\w*|doctorates?|postdocs?|poach\w*|coders?|programmers?|"
               r"emigrat\w+|salaries|(?:shortage|lack|dearth|scarcity) of people|"
               r"people (?:who|to) (?:can|run|build|handle)|"
               r"people (?:it|they|we) (?:has |have )?(?:train|hire)\w*|"
               r"(?:los(?:e|es|ing|t)|keep(?:s|ing)?|kept) (?:its |their |our |the )?(?:best |own )?people|"
               r"(?:brightest|finest|best) minds|"
               r"(?:attracts?|attract\w+|keeps?|retains?) (?:anybody|anyone|people)"),
    ("energy", r"electricit\w+|energy|power (?:plants?|grid|supply|generation|capacity)|gigawatts?|"
               r"nuclear|solar|grid|hydropower|wind farms?|hydroelectric\w*|"
               r"generating capacity|renewables?|megawatts?|blackouts?|\A[\s,]*(?:the\s)?power[\s,]*\Z|"
               r"power (?:side|front|system)s?|"
               r"(?:plenty of|shortage of|ample|abundant|scarce|short of|lack of) power(?! of)|"
               r"(?<!computing )(?<!processing "
               r")power(?= (?:is|are|was|remains?|"
               r"has|costs?|prices?|bills?|lines?|shortages?|cuts?|stations?)\b)|"
               r"(?:consum\w+|draws?|uses?|enough|cheap|more|less) (?:more |less |too much )?power(?! of)"),
    ("compute", r"chips?|semiconductors?|GPUs?|compute|computing|lithograph\w+|wafers?|foundr\w+|"
                r"chipmak\w+|EUV|DUV|"
                r"memory|HBM\w*|DRAM|supercomput\w+|data[ -]cent(?:er|re)s?|FLOPs?|FLOPS|servers?|"
                r"clusters?|hardware|"
                r"fabs?|nodes?|"
                r"(?:chip|chipmaking|lithography|foreign|fab) (?:equipment|tools)|"
                r"[AH]\d00s?|process(?:or|ors| node| nodes)|accelerators?|nm|nanomet\w+|Ascend|CUDA|"
                r"packaging|yields?|TPUs?|ROCm|CANN|scanners?|light source|(?:base |memory )?dies|"
                r"tape-?outs?|clouds?(?= (?:providers?|capacity|infrastructure|regions?|compan\w+|giants?))|"
                r"silicon(?! valley)|infrastructure|advanced manufacturing|manufacturing process\w*|\d+nm"),
    ("patents", r"inventions?"),
    ("data", r"data(?![ -]cent)(?:sets?)?|datasets?|corpus|corpora"),
    ("openness", r"openness|open(?:[- ](?:source|weights?))? models?|"
                 r"open(?:[- ](?:source|weights?))?(?:[- ]models?)? (?:story|frontier|space|"
                 r"scene|ecosystem|race|landscape|world|community)|(?:downloadable|free) weights|open[- "
                 r"]?sourc(?:ing|e (?:practices|principles|movement|community|ecosystem|"
                 r"culture|strategy|approach|release|licen[cs]e))|"
                 r"(?:Apache|MIT|permissive|open|free)(?: \d\.\d)? "
                 r"licen[cs]es?|open[- ](?:weights?|source)(?=\s*(?:[,.;:!?)]|now|and|too|but|\Z))|"
                 r"open[- ]sourced|weights (?:are|were|is) (?:open|free|public\w*|"
                 r"available|downloadable|on Hugging)|(?:released?|publish\w*|shar\w+|giv\w+ away|gave away) "
                 r"(?:its |their |the |all |model )?weights|free to download|download\w* (?:free|for free)|"
                 r"giv(?:e|es|ing|en) away|gave away|(?:fully|truly|mostly|entirely) (?:open|"
                 r"closed)|closed source"),
    ("policy", r"regulat\w+|polic(?:y|ies)|laws?|legislat\w+|governance|export controls?|restrictions?|"
               r"sanctions?|"
               r"tax(?:es|ation| breaks| holidays| credits)|ministr(?:y|ies)|censorship|ethical|ethics|"
               r"rules(?= (?:for|on))|(?:tough|tougher|strict|stricter|new|"
               r"heavy|tight|onerous|excessive) rules|government support|bureaucra\w+|red tape|"
               r"content control|sovereign\w*|policymakers?|lawmakers?|regulators?|"
               r"maintaining control|state support|national strateg\w+|government"),
    ("capital", r"invest\w*|fund(?:s|ed|ing)?|well-funded|"
                r"start-?up (?:environment|scene|ecosystem)|rais(?:ed|ing)|valuation|valued|venture|VCs?|"
                r"market cap\w*|deep pockets|"
                r"(?:can['’]t|cannot|couldn['’]t|could not) afford|acquirers?|backers?|"
                r"seed rounds?|stock|share price|spend\w*|"
                r"capex|capital|debts?|expenditures?|deals?|budgets?|subsid\w+|financ\w+|outlays?|cash\S*|losses|"
                r"money"),
    ("economy", r"GDP|econom(?:y|ies|ic)|productivity|growth|exports|trade|revenues?|profit\w*|sales|"
                r"earnings|jobs|wages|(?:core|main|its|their|China|cloud|overseas) business|presence in"),
    ("efficiency", r"costs?(?! US)|prices?|pric(?:ed|ing|ey)|cheap\w*|cost-\w+|efficien\w+|low-cost|"
                   r"affordab\w+|expensive|tokens per second|latency|"
                   r"inference speed|inexpensive|faster|speed"),
    ("research", r"(?<!on )papers?|publications?|citations?|cited|research(?! labs?| firm| organi[sz]ation)|"
                 r"journals?|science|scientific|fundamental|basic science|"
                 r"breakthroughs?|conferences?|(?:basic|pure) theory|inventi(?:on|ve)\w*|protein\w*|"
                 r"laborator(?:y|ies)|academic (?:departments?|institutions?)|academia|"
                 r"originality|innovation(?= (?:capab|"
                 r"capacity))|technological innovation|innovations?|innovat\w+"),
    ("adoption", r"users?|adopt\w*|customers?|usage|deploy\w*|diffusion|subscribers?|consumers?|market "
                 r"shares?|market sizes?|commerciali[sz]\w+|"
                 r"first-mover|installations?|"
                 r"applications?|apps?|industr(?:y|ial) (?:use|applications?)|uptake|enterprise\w*|"
                 r"downloaded|household name|most talked-about|vast "
                 r"market|downloads?|popular\w*|integrat\w+|real[- ]world use|popular|use of|implement\w*|"
                 r"uses?(?= of)|in use"),
    ("access", r"access\w*|availab\w+|blocked|wait-?lists?|free (?:for|to) (?:everyone|all|anyone)"),
    ("research", r"universit\w+"),
    ("compute", r"self-sufficien\w+|self-relian\w+"),
    ("capability", r"(?<!open )(?<!source )(?<!weights )(?<!weight )models?|benchmarks?|capabilit\w+|"
                   r"performance|reasoning|frontier|"
                   r"(?:AI|capable|advanced|powerful) systems?|leaderboards?|LLMs?|coding|robot\w+"),
)  # fmt: skip
_JUDGEMENTS = tuple(
    (name, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.I)) for name, pattern in _JUDGED
)
_GATES = Gates(*(pattern for _, pattern in _JUDGEMENTS))
_LETTERS = re.compile(r"[^\W\d_]+")


_MODELS = re.compile(
    r"\b(?:(?<!open )(?<!source )(?<!weight )models?|LLMs?|benchmarks?|capabilit\w+|"
    r"performance|reasoning|chatbots?)\b",
    re.I,
)


def of_judgement(*wordings: str | None) -> Dimension:
    """What a judgement or a comparison is on: the first wording that shows a dimension, nearest words first;
    capability where none does."""
    return next((found for w in wordings if w and (found := judged(w))), "capability")


def by_most(wording: str) -> Dimension:
    """The dimension that most words of a longer stretch show; capability where none leads."""
    counts = counted(wording)
    counts["capability"] = len(_MODELS.findall(wording))
    best = max(counts, key=lambda name: (counts[name], name == "capability"))
    return best if counts[best] else "capability"


@lru_cache(maxsize=256)
def counted(wording: str) -> Counter[Dimension]:
    """How many words of a stretch show each dimension. Not to be changed by whoever asks: it is kept."""
    found: Counter[Dimension] = Counter()
    opened = _opened(wording)
    for number, (name, pattern) in enumerate(_JUDGEMENTS):
        found[name] += len(pattern.findall(wording)) if number in opened else 0
    return found


def _opened(wording: str) -> frozenset[int]:
    """The numbers of the patterns of judgements that a wording may have, by its words."""
    return _GATES.opened(_LETTERS.findall(wording.lower()))


@lru_cache(maxsize=512)
def judged(wording: str) -> Dimension | None:
    """The dimension that the words of a judgement show, if any."""
    opened = sorted(_opened(wording))
    return next(
        (name for name, pattern in map(_JUDGEMENTS.__getitem__, opened) if pattern.search(wording)), None
    )
