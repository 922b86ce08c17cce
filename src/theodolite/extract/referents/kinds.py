"""What kind of thing the words around a capitalised name show it to be: an organisation, a model, a person.

Each kind has its signs: the name's own words ("Foothill Labs", "Kestrel-14B"), what stands beside it
("the start-up Foothill", "Foothill, a maker of chips"), what belongs to it ("Foothill's customers") and what
it does ("Foothill raised ..."). Signs differ in weight; the greatest that any place of a text shows counts.
"""

from __future__ import annotations

import re

from theodolite.extract.words import lexicon
from theodolite.extract.words.names import MentionKind

_BODY = lexicon.words(
    """Labs Lab Inc Corp Technologies Technology Group Holding Holdings Institute Capital Ventures Robotics
    Systems Semiconductor Semiconductors Networks Research Analytics Media Industries Intelligence
    Computing Compute Partners Foundation Association Company Co Ltd Limited Corporation Bank Motors
    Electronics Software Solutions Cloud Energy Studios International Dynamics Works Micro Materials
    Interactive Entertainment Games University College Council Center Centre Agency Securities Insights
    Consulting Innovations AI Semantics Data Logistics Pharma Therapeutics Health Biotech Aerospace
    Airlines Insurance Telecom Mobile Digital Equity Investments Investment Advisors Associates Growth
    Fund Trust Federation Union Committee Commission Forum Ministry Department Authority Observatory
    GmbH AG SA S.A SE plc PLC NV BV AB Oy SpA LLC LLP KK"""
)
BODIES = lexicon.words(
    """Commission Union Department Institute Ministry Council Agency Authority Observatory Committee
    Foundation Fund Bank University Centre Center Bureau Academy Association Federation Parliament
    Institution Society"""
)
"""Nouns that with a capital and an article mean a body named in full before: "the Institute"."""
OF_THE_UNION = frozenset(("Commission", "Union", "Parliament"))
_INSTITUTION = re.compile(
    r"(?:\A|\s)(?:Ministry|Department|Bureau|Office|University|Institute|Institution|Centre|Center|College|"
    r"School|Academy|Council|Committee|Commission|Society|Association|Federation|Observatory|Agency|Authority|"
    r"Chamber|Foundation|Fund|Alliance|Coalition|Division|Faculty|Laboratory|Forum|Bank)\s(?:of|for|on)\s"
)
_SHAPED = re.compile(r"[A-Z][A-Za-z]{2,}-(?:[A-Z]?\d+(?:\.\d+)?[A-Za-z]{0,2})\Z")
_ORG_NOUN = (
    r"(?:company|firm|start-?up|lab|laboratory|group|maker|developer|chipmaker|giant|provider|manufacturer|"
    r"foundry|vendor|conglomerate|unicorn|outfit|supplier|tank|institute|platform|investor|operator|studio|"
    r"consultancy|broker|brokerage|retailer|carmaker|shipbuilder|utility|insurer|bank|fund|subsidiary|affiliate|"
    r"rival|competitor|spin-?(?:off|out)|business|agency|association|university|house|house|arm|shareholder|"
    r"backer|fintech|lender|spin-?out|association|charity|foundation|regulator|federation|builder|society|buyer|toolmaker)"
)
_MODEL_NOUN = (
    r"(?:model|models|chatbot|system|app|assistant|tool|LLM|chip|processor|agent|compiler|benchmark|machine|"
    r"supercomputer|accelerator|language\smodels|library|software|network)"
)
_DESCRIBED = (
    r",\s(?:an?|the|one\sof\sthe|its|whose|another)\s"
    r"(?:(?!(?:at|of|in|for|from|with|who|by|to|that|which|and|is|was)\s)[\w’'-]+\s){0,6}?"
)
_AFTER_ORG = re.compile(rf"(?!,\swhose)(?:\s\([^)]{{1,40}}\))?{_DESCRIBED}{_ORG_NOUN}\b")
_AFTER_MODEL = re.compile(
    rf"(?!,\swhose){_DESCRIBED}(?:family\sof\s(?:[\w-]+\s){{0,3}})?{_MODEL_NOUN}\b|"
    r"\s(?:model|chatbot|LLM|chip|compiler)s?\b"
)
_BEFORE_ORG = re.compile(rf"\b{_ORG_NOUN},?\s(?:called\s|named\s|known\sas\s)?[\"“]?\Z")
_BEFORE_MODEL = re.compile(rf"\b{_MODEL_NOUN},?\s(?:called\s|named\s|dubbed\s|is\scalled\s)?[\"“]?\Z")
_OWNED_ORG = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}?(?:customers|clients|employees|staff|shareholders|investors|founders?|co-founders?|"
    r"chief\sexecutive|chief|CEO|CTO|shares|valuation|revenues?|sales|profits?|losses|board|engineers|researchers|"
    r"headquarters|owners?|backers|spokes(?:man|woman|person)|funding|round|stake|listing)\b"
)
_WHOSE_ORG = re.compile(
    r",\swhose\s(?!(?:[\w-]+\s){0,3}(?:start-?up|company|firm|lab|studio|outfit|business)\b)(?:[\w-]+\s){0,4}?(?:software|platform|products|models|services|chips|customers|tools|systems|"
    r"technology|clients|machines|founders?|shares|stake|revenues?|engineers|investors|app|data\scent(?:er|re)s)\b"
)
_OWNER_ORG = re.compile(
    r"\b(?:chief\sexecutive(?:\sofficer)?|CEO|CTO|co-founder|founder|spokes(?:man|woman|person)|employees?|"
    r"engineers?|researchers?|customers?|shareholders?|stakes?|shares|investors?|executives?)\s"
    r"(?:of|at|for|from)\s(?:the\s)?\Z",
    re.I,
)
_FOUNDED_ORG = re.compile(r"\b(?:co-?)?(?:founded|founder\sof|founders\sof)\s(?:the\s)?\Z")
_IS_A = (
    r"\s(?:is|was|became|remains)\s(?:(?:now|still|also|itself)\s)?(?:an?|the|one\sof\s(?:the|its|their))\s"
    r"(?:(?!(?:at|of|in|for|from|with|who|by|to|that|which|and|is|was)\s)[\w’'-]+\s){0,5}?"
)
_IS_ORG = re.compile(rf"{_IS_A}{_ORG_NOUN}s?\b(?!\s(?:of|for)\s(?:concern|interest))")
_IS_MODEL = re.compile(rf"{_IS_A}{_MODEL_NOUN}s?\b")
_POST_ORG = re.compile(
    r"\s(?:CEO|CTO|CFO|COO|(?:co-)?founder|chief\s(?:executive|scientist|technology|operating|financial)(?:\sofficer)?|"
    r"chairman|chairwoman|boss|spokes(?:man|woman|person))\s(?=[A-Z])"
)
_BASED_ORG = re.compile(r"\b[A-Z][\w’']+-(?:based|headquartered|listed|backed)\s\Z")
_MODEL_NAME = re.compile(r"[A-Za-z]*(?:GPT|BERT|LLM|LLaMA|Llama)(?:-[A-Za-z]\w*)?\Z")
_PASSIVE_ORG = re.compile(
    r"\b(?:acquired|owned|backed|funded|bought|operated|hosted|supplied|sold|licensed|controlled)\sby\s\Z"
)
_DOES_ORG = re.compile(
    r"(?:,\swhich)?\s(?:has\s|had\s|have\s|today\s|yesterday\s|also\s|recently\s|later\s|then\s|now\s|will\s|is\s|was\s|to\s)*"
    r"(?:raised|launched|released|unveiled|announced|hired|acquired|employs?|develops|developed|makes|sells|builds|"
    r"introduced|ships|trained|open-sourced|plans|reported|recorded|invested|partnered|expects|competes|supplies|"
    r"manufactures|designs|operates|backed|founded\sin|founded\sby|set\sup\sin|bought|secures?|secured|entered\sinto|"
    r"signed|licensed|resells|licenses|serves|runs\sdata|owned\sby|declined\sto)\b"
)
_DOES_MODEL = re.compile(
    r"\s(?:also\s)?(?:outperform\w*|beats?|surpass\w*|scor(?:es|ed)|tops?|topped|matche[sd]|"
    r"was\s(?:trained|released)|rank(?:s|ed)|achieve[sd]|costs?\b|runs\son|hallucinates|downloads?\b|"
    r"has\sbeen\sdownloaded)"
)
_SAYS = re.compile(r"\s(?:said|says|told|added|wrote|argued|explained|noted|writes|asked)\b")
_BEGAN = re.compile(r"\s(?:has\s|had\s)?(?:co-?)?founded\s(?:the\s)?(?:[a-z-]+\s){0,3}[A-Z]")
_SAID = re.compile(r"[,.!?”\"’']\s(?:said|says|added|wrote|recalled|explained|argued)\s\Z")
_BESIDE_PERSON = re.compile(
    r",\s(?:\d\d|who|an?\s\w+\s(?:at|with))\b|"
    r",\s(?:the\s|an?\s|[\w.’'-]+['’]s\s)?(?:[\w-]+\s){0,3}?(?:(?:co-)?founder|CEO|director|president|"
    r"chief\s(?:executive|scientist|technology|economist|operating|financial|product|engineer|of)|"
    r"head(?=\sof)|professor|analyst|chairman|researcher|(?:partner|fellow)(?=\s(?:at|in))|senator|minister|"
    r"lawyer|economist|engineer|scientist|spokes(?:man|woman|person)|Chief|Director|President|Senior|"
    r"Professor|Head|deputy|Deputy)\b"
)
_TITLED = re.compile(
    r"\b(?:CEO|founder|co-founder|chairman|president|director|professor|analyst|Dr|Mr|Ms|Mrs|Professor|President|"
    r"Senator|Minister|chief|scientist|researcher|officer|executive|entrepreneur|lawmaker|minister|Ambassador|"
    r"governor|engineer|By|by\sour\scorrespondent)\.?,?\s\Z"
)
_PLACED = re.compile(r"\b(?:in|near|outside)\s\Z")
_TITLE_WORD = re.compile(
    r"\b(?:CEO|CTO|CFO|COO|President|Chairman|Chairwoman|Founder|Director|Professor|Minister|Secretary|Senator)\b"
)
_FORM = re.compile(
    r",?\s(?:Inc|Ltd|Limited|Corp|Corporation|Co|GmbH|AG|S\.?A|SE|plc|PLC|NV|N\.V|BV|B\.V|AB|Oy|SpA|S\.p\.A|LLC|"
    r"LLP|KK)\.?\Z"
)
_NO_BODY = re.compile(
    r"(?:Sovereign|National|Responsible|Generative|Global|Public|Private|Open|Physical|Agentic|Enterprise|Big|"
    r"Frontier|Safe|Trustworthy|Medical|Military|Industrial|Regional|Local|Consumer)\s"
    r"(?:AI|Data|Cloud|Research|Digital|Intelligence|Energy|Health|Compute|Computing|Media)\Z"
)
_NO_NAMES = lexicon.words(
    """GenAI LLM LLMs AGI ASI GPU GPUs CPU CPUs API APIs CEO NLP ML IP IPO GDP VC R&D PhD English Arabic
    Internet Web Act Bill EUV DUV HBM DRAM NAND LNG JSON PDF RAM OP PR MoE RL RLHF SOTA EV EVs CAGR
    Series Government House Parliament Budget Members"""
)


def has_body(name: str) -> bool:
    """Whether a name's own words make it an organisation's."""
    words = name.split()
    if not 2 <= len(words) <= 9 or _TITLE_WORD.search(name) or _NO_BODY.match(name):
        return False
    return (len(words) <= 6 and words[-1].rstrip(".") in _BODY) or bool(_INSTITUTION.search(name))


def shown(content: str, start: int, name: str, opens: bool) -> tuple[MentionKind, int] | None:
    """The kind that one place of a name shows, and the weight of its sign; `opens`: it begins a sentence."""
    if name in _NO_NAMES or len(name) < 3 or _TITLE_WORD.search(name) or _NO_BODY.match(name):
        return None
    end = start + len(name)
    before = content[max(0, start - 40) : start]
    words = name.split()
    if has_body(name):
        return "organisation", 6
    if _SHAPED.match(name) or _MODEL_NAME.match(name):
        return "model", 5
    beside = _BESIDE_PERSON.match(content, end) and not _PLACED.search(before)
    if 2 <= len(words) <= 4 and (beside or _TITLED.search(before)):
        return "person", 4
    if _AFTER_ORG.match(content, end) or _WHOSE_ORG.match(content, end) or _BEFORE_ORG.search(before):
        return "organisation", 4
    if len(words) <= 4 and _IS_ORG.match(content, end) and not _PLACED.search(before):
        return "organisation", 4
    if len(words) > 4:
        return None
    if _AFTER_MODEL.match(content, end) or _BEFORE_MODEL.search(before) or _IS_MODEL.match(content, end):
        return "model", 3
    if _POST_ORG.match(content, end) or _BASED_ORG.search(before):
        return "organisation", 3
    if _OWNED_ORG.match(content, end) or _hangs_on_organisation(before):
        return "organisation", 2
    if 2 <= len(words) <= 4 and _BEGAN.match(content, end):
        return "person", 2
    if len(words) >= 2 and (_SAYS.match(content, end) or _SAID.search(before)):
        return "person", 1
    if _DOES_MODEL.match(content, end):
        return "model", 1
    if _DOES_ORG.match(content, end) and (len(words) > 1 or not opens):
        return "organisation", 1
    return None


def _hangs_on_organisation(before: str) -> bool:
    """ "Founder of", "customers of", "acquired by": what stands right before an organisation's name."""
    last = before.split()[-1:]  # searched is only where the last word may end a sign
    if not last or not (last[0].lower() in _SIGNS_END or last[0].endswith("founded")):
        return False
    return any(sign.search(before) for sign in (_FOUNDED_ORG, _OWNER_ORG, _PASSIVE_ORG))


_SIGNS_END = frozenset(("of", "at", "for", "from", "by", "the"))


def without_form(name: str) -> str:
    """An organisation's name without its legal form: "Helvane" of "Helvane S.A."."""
    return _FORM.sub("", name)


def listed(content: str, end: int, before: str) -> bool:
    """Whether a name that ends at a place is one of several named together: none is "it"."""
    return _LISTED.match(content, end) is not None or _LISTS.search(before) is not None


_LISTED = re.compile(r"(?:,\s[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}){0,4},?\sand\s(?:the\s)?[A-Z]")
_LISTS = re.compile(r"[A-Z][\w.&-]*,?\sand\s(?:the\s)?\Z")
