"""What may stand between two names where no verb ties them: "Alibaba's Qwen", "A-backed B"."""

from __future__ import annotations

import re
from collections.abc import Callable

from theodolite.extract.referents import Referent
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.parties import is_product
from theodolite.model.claim import Predicate

ARTEFACT = (
    r"(?:models?|LLMs?|chatbots?|chips?|processors?|GPUs?|accelerators?|assistants?|systems?|apps?|tools?|"
    r"platforms?|"
    r"agents?|products?|phones?|smartphones?|robots?|software|services?|series|family|line|AI|"
    r"supercomputers?|version|"
    r"release|flagship|offering|competitor|rival|answer|alternative|generator|engine|bot|family|"
    r"compiler|framework|library|device|scanner|toolkit|benchmark|dataset|car|cars|language)"
)
WORDS = (
    r"(?:(?!(?:of|to|in|on|with|for|by|that|which|is|was|and|but|from|as|at|than|over|into|said|"
    r"says)\b)[\w.+'’-]+,?\s){0,%d}?"
)
POSS = r"['’]s?\s"
HOUSE_WORDS = (
    r"(?:(?:[A-Z][a-z]+(?:an|ese|ish|ch)|U\.?S\.?|UK|[A-Z][a-z]+['’]s|Paris|London|Beijing|Hangzhou|Shanghai|Shenzhen|"
    r"Toronto|[A-Z][\w.]+-(?:based|backed|owned|led|funded|listed)|AI|tech|technology|fellow|rival|internet|search|e-commerce|chip|cloud|"
    r"software|social\smedia|gaming|smartphone|local|domestic|state-owned|private|big)\s){0,4}?"
    r"(?:(?:start-?ups?|firm|company|lab|laboratory|giant|group|developer|maker|chipmaker|house|unicorn|"
    r"conglomerate|outfit|team|leader|champion)\s)?"
)
"""What a house may be called before its name: "from (Chinese start-up) A"."""

_CALLED = r"(?:called|named|dubbed|nicknamed|code-?named|branded|known\sas|christened)"
_HAS = (
    r"(?:(?:has|have|had|will|now|also|already|just|recently|today)\s){0,3}(?:has|have|had|offers?|"
    r"sells?|makes?|runs?|"
    r"operates?|owns?|built|builds|unveiled|launched|launches|released|introduced|developed|develops|"
    r"trained|trains|"
    r"announced|created|designed|designs|plans|produced|is\s(?:working\son|developing|building|training|"
    r"testing|preparing)|"
    r"published|shipped|open-sourced|showed\soff|presented)"
)

_Rule = tuple[re.Pattern[str], Predicate, bool, Callable[[Referent, Referent], bool] | None]
"""What stands between the two names, the predicate, whether the first name is the object, a further test."""


def _is_model(_: Referent, made: Referent) -> bool:
    return made.kind in ("model", "unknown")


def _bodies(first: Referent, second: Referent) -> bool:
    return first.kind in ("organisation", "unknown") and second.kind in ("organisation", "unknown")


def _compile(pattern: str, flags: int = re.I) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def _made_here(first: Referent, made: Referent) -> bool:
    """A model of this maker, or a name with a version that nobody has listed."""
    return is_product(made) and made_by(first, made)


def _houses_of_name(first: Referent, second: Referent) -> bool:
    return first.kind == "organisation" and second.kind == "organisation"


_PLAIN_ADJECTIVE = (
    r"(?:new|newest|latest|first|own|next|upcoming|small|smaller|larger|flagship|open|open-source|"
    r"open-weight|popular|"
    r"free|cheap|big|multimodal|multilingual|AI|language|coding|reasoning|vision|chatbot|model|assistant|"
    r"chip|"
    r"[\w-]+-(?:parameter|language|nanometre|nanometer))"
)
_SHARE = r"(?:(?:\d[\d.]*(?:%|\spercent|\sper\scent)|majority|controlling|minority|large|small|big)\s)?"

RULES: tuple[_Rule, ...] = (
    # "the parent company of B", "the acquisition of B by A", "B is majority-owned by A", "A holds 30% of B"
    (
        _compile(
            rf",\s(?:the|a)\s{WORDS % 2}(?:parent|holding|mother|owner)(?:\scompany|\sgroup|\sfirm)?\sof"
            rf"\s(?:the\s)?"
        ),
        "owns",
        False,
        _bodies,
    ),
    (
        _compile(rf"{POSS}{WORDS % 3}(?:acquisition|takeover|purchase|buyout)\sby\s(?:the\s)?"),
        "owns",
        True,
        _bodies,
    ),
    (_compile(rf"{POSS}{WORDS % 2}sale\sto\s(?:the\s)?"), "owns", True, _houses_of_name),
    (
        _compile(
            r"(?:,)?\s(?:(?:which\s)?(?:is|was|are|remains|became|has\sbeen)\s)?(?:now\s|still\s|already"
            r"\s|partly\s)?"
            r"(?:\d[\d.]*(?:%|\spercent|\sper\scent)[\s-]|majority[\s-]|half[\s-]|part[\s-]|wholly\s|"
            r"fully\s|jointly\s|co-)?"
            r"(?:owned|controlled|held)\sby\s(?:the\s)?(?:[a-z]+\s){0,3}"
        ),
        "owns",
        True,
        _bodies,
    ),
    (
        _compile(
            r"(?:,?\swhich)?\s(?:(?:also|still|now|already)\s)?(?:holds|held|has|had|keeps|kept|took|"
            r"owns|controls)\s"
            r"(?:about\s|some\s|nearly\s|almost\s|just\sover\s|more\sthan\s|roughly\s)?(?:\d[\d.]*(?:%|"
            r"\spercent|\sper\scent)|half|"
            r"a\s(?:third|quarter|fifth|tenth|majority))\s(?:stake\s)?(?:of|in)\s(?:the\s)?"
        ),
        "owns",
        False,
        _bodies,
    ),
    (
        _compile(rf"{POSS}{_SHARE}{WORDS % 2}(?:stake|shareholding|holding)\s(?:in|of)\s(?:the\s)?"),
        "owns",
        False,
        _bodies,
    ),
    (_compile(r"\s(?:has\s)?(?:agreed\sto\s)?(?:sold|sell)\sitself\sto\s(?:the\s)?"), "owns", True, _bodies),
    (
        _compile(r"\s(?:is|are|was|ended\sup)\s(?:now\s|still\s)?in\sthe\shands\sof\s(?:the\s)?"),
        "owns",
        True,
        _bodies,
    ),
    # "M is from A", "A-made M", "the newest model from A is M", "A's models include M", "A has a model, M"
    (
        _compile(r"\s(?:is|was|are)\s(?:also\s)?(?:from|by)\s(?:the\s)?"),
        "develops",
        True,
        lambda a, b: _made_here(b, a),
    ),
    (_compile(rf"-(?:made|built|designed|developed|trained)\s{WORDS % 3}"), "develops", False, _made_here),
    (
        _compile(rf"{POSS}(?:{_PLAIN_ADJECTIVE}\s){{0,3}}"),
        "develops",
        False,
        lambda a, b: b.kind == "unknown" and _made_here(a, b),
    ),
    (
        _compile(
            rf"{POSS}{WORDS % 3}{ARTEFACT}\s(?:now\s)?(?:include|includes|such\sas|like|are)\s(?:the\s)?"
        ),
        "develops",
        False,
        _made_here,
    ),
    (
        _compile(rf"\s(?:has|offers?|sells?|have)\s(?:an?|its\sown|the)\s{WORDS % 4}{ARTEFACT},\s"),
        "develops",
        False,
        _made_here,
    ),
    # "Alibaba's (latest) Qwen": the maker as the vocabulary has it
    (_compile(POSS + WORDS % 6), "develops", False, lambda a, b: b.kind == "model" and made_by(a, b)),
    # "A's new model, B", "A and its chatbot B", "A's rival to C, B"
    (
        _compile(rf"(?:{POSS}|\sand\sits\s){WORDS % 6}{ARTEFACT},?\s(?:called\s|named\s|dubbed\s)?"),
        "develops",
        False,
        lambda a, b: _is_model(a, b) and (b.kind == "unknown" or made_by(a, b)),
    ),
    # "A's chatbot is called B", "A has a chatbot, called B"
    (
        _compile(
            rf"{POSS}{WORDS % 5}{ARTEFACT},?\s(?:is|was|are|will\sbe)\s(?:also\s|now\s)?(?:{_CALLED}\s)?"
        ),
        "develops",
        False,
        lambda a, b: _is_model(a, b) and (b.kind == "unknown" or made_by(a, b)),
    ),
    (
        _compile(rf"(?:,\swhich)?\s{_HAS}\s(?:an?|its|their|the|two)\s{WORDS % 6}{ARTEFACT},?\s{_CALLED}\s"),
        "develops",
        False,
        lambda a, b: _is_model(a, b) and (b.kind == "unknown" or made_by(a, b)),
    ),
    # "A's answer to C, B"
    (
        _compile(
            rf"{POSS}{WORDS % 3}(?:answer|rival|alternative|response|"
            rf"challenger)\sto\s[\w.-]+(?:\s[\w.-]+)?"
            rf"(?:,\s|\s(?:is|was)\s(?:called\s|named\s|dubbed\s|known\sas\s)?)"
        ),
        "develops",
        False,
        lambda a, b: b.kind == "unknown" or made_by(a, b),
    ),
    # "B, A's newest model", "B, the newest model from A", "B, a chatbot developed by A", "B from A"
    (
        _compile(
            rf"(?:,\s|\s?[—–]\s?|\s-\s|\s\()(?:one\sof\s)?(?:(?:the|its|an?)\s)?{WORDS % 6}"
            rf"{ARTEFACT}\s(?:(?:developed|made|built|created|released|launched|"
            rf"designed|trained|introduced|unveiled|produced)\s)?(?:from|by|of)\s(?:the\s)?{WORDS % 4}"
        ),
        "develops",
        True,
        lambda a, b: _is_model(b, a) and b.kind != "group",
    ),
    (
        _compile(r"\s\((?:the\s)?(?:maker\sof\s|developer\sof\s|with\s|of\s)?"),
        "develops",
        False,
        lambda a, b: b.kind == "model" and bool(b.maker) and made_by(a, b),
    ),
    (
        _compile(rf"\s(?:(?:which\s)?(?:came|comes|hails)\s)?(?:from|by)\s(?:(?:the|an?)\s)?{HOUSE_WORDS}"),
        "develops",
        True,
        lambda a, b: _made_here(b, a) and b.kind in ("organisation", "unknown"),
    ),
    # "A, the maker of B", "B maker A", "B's developer, A"
    (
        _compile(
            rf",\s(?:the|an?)\s{WORDS % 3}(?:maker|developer|creator|company|startup|start-up|lab|firm|"
            rf"team)\s"
            rf"(?:of|behind)\s(?:the\s)?{WORDS % 4}"
        ),
        "develops",
        False,
        _is_model,
    ),
    # "A, the start-up whose new B model", "A, whose B"
    (
        _compile(
            rf",\s(?:(?:the|an?)\s{WORDS % 6}(?:company|start-?up|firm|lab|maker|group|team|house|"
            rf"developer)\s)?whose\s{WORDS % 4}"
        ),
        "develops",
        False,
        lambda a, b: b.kind == "model" and bool(b.maker) and made_by(a, b),
    ),
    (
        _compile(r"(?:['’]s)?[\s-](?:maker|developer|creator)s?,?\s"),
        "develops",
        True,
        lambda a, b: a.kind == "model" and b.kind in ("organisation", "unknown"),
    ),
    # "A co-founded B", "B was open-sourced by A", "the B models from A"
    (
        _compile(rf"(?:,\swho)?\s(?:(?:has|had|later|also)\s)?(?:co-)?founded\s(?:the\s)?{WORDS % 3}"),
        "founded",
        False,
        None,
    ),
    (
        _compile(
            r"\s(?:was|were|is|has been|have been)\s(?:\w+ly\s)?(?:open-sourced|co-developed|"
            r"co-created)\sby\s(?:the\s)?"
        ),
        "develops",
        True,
        lambda a, b: a.kind == "model",
    ),
    (
        _compile(rf"\s{ARTEFACT}\s(?:from|by|of)\s(?:the\s)?"),
        "develops",
        True,
        lambda a, b: a.kind == "model" and b.kind in ("organisation", "unknown"),
    ),
    # "A-backed B", "B, with funding from A", "A's investment in B", "B investor A"
    (_compile(rf"-(?:backed|funded|financed)\s{WORDS % 5}"), "funds", False, None),
    (
        _compile(
            rf",?\s(?:with|after|following)\s(?:the\s|an?\s)?{WORDS % 5}(?:funding|investment|backing|"
            rf"support|money|"
            rf"financing|capital)\s(?:\w+\s){{0,2}}?from\s(?:the\s)?"
        ),
        "funds",
        True,
        _bodies,
    ),
    (
        _compile(rf"{POSS}{WORDS % 6}(?:investments?|stake|bet)\s(?:in|on|into)\s(?:the\s)?"),
        "funds",
        False,
        None,
    ),
    (
        _compile(rf",\s(?:an?|the)\s{WORDS % 3}(?:investor|backer|shareholder)\s(?:in|of)\s(?:the\s)?"),
        "funds",
        False,
        None,
    ),
    # "A-owned B", "B's parent A", "A's acquisition of B", "A's subsidiary B"
    (_compile(rf"-owned\s{WORDS % 5}"), "owns", False, None),
    (
        _compile(r"(?:['’]s)?[\s-](?:parent|owner)(?:\scompany)?,?\s"),
        "owns",
        True,
        lambda a, b: b.kind in ("organisation", "unknown"),
    ),
    (
        _compile(
            rf"{POSS}{WORDS % 5}(?:acquisition|purchase|takeover|buyout|"
            rf"buy)\sof\s(?:the\s)?{WORDS % 3}"
        ),
        "owns",
        False,
        _bodies,
    ),
    (
        _compile(
            rf",\s(?:an?|the)\s{WORDS % 4}(?:subsidiary|unit|division|arm|affiliate|branch|spin-?off|"
            rf"agency|office|lab)\s"
            r"(?:of|from|inside|within|at|in|under)\s"
            r"(?:the\s)?"
        ),
        "part_of",
        False,
        _bodies,
    ),
    (
        _compile(rf"{POSS}{WORDS % 3}(?:subsidiary|unit|division|arm|affiliate|lab)s?,?\s(?:called\s)?"),
        "part_of",
        True,
        _bodies,
    ),
    # "B, a joint effort of A and C"
    (
        _compile(
            rf",\s(?:an?|the)\s{WORDS % 3}(?:effort|work|creation|product|project|brainchild)\s"
            r"(?:of|by|between|from)\s(?:the\s)?"
        ),
        "develops",
        True,
        lambda a, b: is_product(a) and b.kind in ("organisation", "unknown"),
    ),
    (
        _compile(rf",\s(?:an?|the)\s{WORDS % 5}(?:run|operated|overseen)\sby\s(?:the\s)?"),
        "part_of",
        False,
        _bodies,
    ),
    # "A's partnership with B", "a partnership between A and B"
    (
        _compile(
            rf"{POSS}{WORDS % 4}(?:partnership|alliance|collaboration|tie-up|deal|agreement|contract|"
            rf"joint venture)\s"
            rf"with\s(?:the\s)?{WORDS % 3}"
        ),
        "partners_with",
        False,
        None,
    ),
    # "A's use of B", "A's reliance on B"
    (
        _compile(rf"{POSS}{WORDS % 3}(?:use|adoption|deployment|integration)\sof\s(?:the\s)?{WORDS % 3}"),
        "uses",
        False,
        None,
    ),
    (
        _compile(rf"{POSS}{WORDS % 3}(?:reliance|dependence|dependency)\s(?:on|upon)\s(?:the\s)?{WORDS % 3}"),
        "uses",
        False,
        None,
    ),
    # "B-based A", "A, a copy of B", "A, based on B"
    (
        _compile(
            rf",\s(?:an?|the)\s{WORDS % 4}(?:copy|clone|fork|derivative|variant|wrapper|(?:fine-tuned|"
            rf"distilled)\s"
            rf"version)\s(?:of|around|on)\s{WORDS % 3}"
        ),
        "built_on",
        False,
        lambda a, b: b.kind == "model",
    ),
    (
        _compile(rf"-(?:based|derived)\s{WORDS % 3}"),
        "built_on",
        True,
        lambda a, b: a.kind == "model" and b.kind in ("model", "unknown"),
    ),
)
