"""What a sentence introduces: "A releases B, a model with ..." goes on about B, not about A.

- `about(scene, number, at)`: the product that the words at a place describe, if the sentence launches one.
- `retold(scene, draft)`: a draft whose subject is the house that launches, or only a bare description of the
  product, given to the product itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.names import Mention

_SIGNS = lexicon.words(
    """releases released launches launched unveils unveiled introduces introduced announces announced
    presents presented publishes published open-sources open-sourced opensourced opensources sources sourced
    rolls rolled ships shipped debuts debuted showcases showcased deploys deployed drops dropped
    latest newest releasing launching unveiling introducing announcing presenting publishing open-sourcing
    sourcing"""
)
_VERB = re.compile(
    r"\b(?:(?:releas|launch|unveil|introduc|announc|present|publish|showcas|deploy|debut)(?:es|ed|ing|s)|"
    r"open-?sourc(?:es|ed|ing)|roll(?:s|ed|ing)\sout|ship(?:s|ped|ping)|drop(?:s|ped|ping))\b"
)
_MODEL = (
    r"(?:models?|LLMs?|SLMs?|VLMs?|chatbots?|assistants?|agents?|systems?|chips?|processors?|accelerators?|GPUs?|"
    r"robots?|series|family|versions?|weights|tools?|platforms?|generators?|reasoners?|app|framework|project|library|"
    r"engine|suite|feature|technology)"
)
_TO_PRODUCT = re.compile(
    r"\s(?:(?!(?:in|on|for|with|by|at|than|against|over|to|as|that|which|who|into|from|about|after|before|under|"
    r"based|using|called|says?|said|since|no|not|like|unlike|through|via|during)\b)[\w’'&+./*-]+\s){0,9}?"
    rf"(?:(?:{_MODEL}|preview|release)\s?(?:,|of|named|called|dubbed|:|–|—)\s)?(?:the\s|an?\s)?[*\"“'‘]*"
)
_NEXT = re.compile(
    r"(?:\s\([^()]{0,40}\))?(?:,\s|,?\s(?:and|&|as\swell\sas|alongside)\s|,\salong\swith\s)(?:the\s|an?\s)?"
    rf"(?:(?:(?!and\b|with\b|in\b|on\b)[\w+-]+\s){{0,3}}?{_MODEL}\s)?[*\"“'‘]*"
)
_FURTHER = re.compile(r",?\s(?:and|&|alongside|along\swith|as\swell\sas)\s(?:the\s|an?\s)?[*\"“'‘]*\Z")
_DESCRIBED = re.compile(
    r"[*\"”'’]*(?:\s?[(\[][^()\[\]]{0,40}[)\]])?[*]*(?:,\s[*]*(?:an?|the|its|which|with|featuring|based|built|designed|"
    r"trained|[a-z]+ing)\b|:\s|\s[–—-]\s|"
    rf"\s(?:with|featuring)\b|\s[*]*(?:[\w-]+\s){{0,3}}[*]*{_MODEL}\b)"
)
_ELSEWHERE = re.compile(
    r";|\b(?:compared\s(?:to|with)|versus|up\sfrom|down\sfrom)\s(?:\w+\s){0,3}\Z|[.!?]\s|\b(?:its|their)\s(?:[\w-]+\s){0,2}(?:lead|leadership|position|valuation|shares?|users|customers|"
    r"dominance|portfolio|ecosystem|lineup|revenues?|business|stock|investors?|rivals?|competitors?)\b|"
    r",\s(?:and\s)?(?:strengthen|reinforc|cement|expand|solidify|bolster|intensify|signal|mark|escalat|"
    r"heighten|rais|rattl|spark|prompt|trigger|send|put|fuell?|help|giv|bring|extend|join|follow|add\sto|"
    r"deepen|widen|narrow)\w*ing\b|,\s(?:and|but|while|as|after|before|when|because|though|where)\s"
    r"(?:\w+\s){0,4}?(?:has|have|had|said|says|was|were|is|are|will|plans|expects|aims|claims)\b|"
    r"\b(?:after|before|while|as|since|when|because|amid|following)\s(?:it|they|he|she|the\scompany|"
    r"[a-z]+ing)\b"
)
_BARE = re.compile(r"(?:open|closed|proprietary)(?:-source|-weights?)?\smodels\Z")
_SINGULAR = re.compile(
    r"\b(?:model|LLM|system|agent|chatbot|version|assistant|tool|generator|project|framework|library|platform)\b",
    re.I,
)
_PLURAL = re.compile(r"\b(?:most|best|all|other|many|leading|rival|these|those|several|some)\b", re.I)


@dataclass(frozen=True, slots=True)
class Launch:
    """A product that a sentence introduces: by whom (every name before the verb), and where it stands."""

    makers: frozenset[str]
    verb: int
    product: Referent


_FOUND: WeakKeyDictionary[Scene, dict[int, list[Launch]]] = WeakKeyDictionary()


def launches(scene: Scene, number: int) -> list[Launch]:
    """The products that a sentence introduces, in order, looked up once."""
    known = _FOUND.setdefault(scene, {})
    if number not in known:
        said = scene.reading.words[number]
        known[number] = [] if said.isdisjoint(_SIGNS) else _look(scene, number)
        if not known[number] and "is" in said and not said.isdisjoint(_THINGS):
            known[number] = _defined(scene, number)
    return known[number]


_NEAR = 110  # characters between a verb and what it launches
_REACH = 500  # and the last of the products that it launches
_MOST = 16  # names that are looked at behind one verb


def _look(scene: Scene, number: int) -> list[Launch]:
    reading, content = scene.reading, scene.content
    sentence = reading.sentences[number]
    unlisted = (scene.unlisted.known(m) for m in reading.unknown_in(sentence.start, sentence.end))
    named = sorted((*reading.mentions_in(sentence.start, sentence.end), *unlisted), key=lambda m: m.start)
    products = [
        m
        for m in named
        if (m.kind == "model" and m.name not in _KINDS) or (m.kind == "unknown" and _is_product(content, m))
    ]
    found: list[Launch] = []
    for verb in _VERB.finditer(content, sentence.start, sentence.end):
        ahead = [m for m in products if verb.end() <= m.start <= verb.end() + _REACH][:_MOST]
        first = next((m for m in ahead if _TO_PRODUCT.fullmatch(content, verb.end(), m.start)), None)
        if first is None or first.start - verb.end() > _NEAR:
            continue
        makers = frozenset(
            m.name for m in named if m.end <= verb.start() and m.kind in ("organisation", "unknown")
        )
        found.append(Launch(makers, verb.start(), from_mention(content, first)))
        last = first
        for m in ahead:
            if m.start < last.end or content.startswith(("-based", "-powered"), m.end):
                continue
            joined = _NEXT.fullmatch(content, last.end, m.start)
            near = content[max(last.end, m.start - 40) : m.start]
            if joined or (_FURTHER.search(near) and _DESCRIBED.match(content, m.end)):
                found.append(Launch(makers, verb.start(), from_mention(content, m)))
                last = m
    return found or _newest(scene, number, named, products)


def _newest(scene: Scene, number: int, named: list[Mention], products: list[Mention]) -> list[Launch]:
    """ "Its latest model, B": whatever is done with it."""
    sentence = scene.reading.sentences[number]
    for match in _ITS_NEW.finditer(scene.content, sentence.start, sentence.end):
        for mention in products:
            if mention.start == match.end():
                makers = frozenset(m.name for m in named if m.end <= match.start() and m.kind != "person")
                return [Launch(makers, match.start(), from_mention(scene.content, mention))]
    return []


_ITS_NEW = re.compile(
    r"\b(?:its|their)\s[*]*(?:brand[\s-])?(?:new|latest|newest|upgraded|first|own|next-gen(?:eration)?)\s[*]*"
    rf"(?:[\w-]+\s){{0,4}}{_MODEL}[*]*,?\s[*\"“'‘]*"
)


def _defined(scene: Scene, number: int) -> list[Launch]:
    """ "Larch is an open-source library for ...": what a sentence that opens with a name defines."""
    sentence = scene.reading.sentences[number]
    near = (sentence.start, min(sentence.end, sentence.start + 60))
    named = (*scene.reading.mentions_in(*near)[:1], *scene.reading.unknown_in(*near)[:1])
    for mention in sorted(named, key=lambda m: m.start)[:1]:
        lead = scene.content[sentence.start : mention.start]
        if not _LEAD.fullmatch(lead) or mention.kind not in ("model", "unknown"):
            return []
        if _IS_A.match(scene.content, mention.end, sentence.end):
            return [Launch(frozenset(), mention.start, from_mention(scene.content, mention))]
    return []


_THINGS = lexicon.words(
    "project framework library tool engine model platform app software toolkit system agent assistant"
)
_LEAD = re.compile(r"[\s#*>_\"“'‘\d.()-]*(?:The\s)?[*]*")
_IS_A = re.compile(
    r"[*\"”'’]*\sis\s(?:an?|the)\s[*]*(?:(?!of\b|for\b|that\b)[\w+/-]+[*,]*\s){0,6}?[*]*"
    r"(?:project|framework|library|tool|engine|model|platform|app|software|toolkit|system|agent|assistant)\b"
)


def _is_product(content: str, mention: Mention) -> bool:
    """Whether a name that nobody listed is described as a thing right behind it."""
    if mention.name in _KINDS or _POST.search(mention.name):
        return False
    if content[mention.start - 1 : mention.start] in ('"', "“", "‘") or _WRITTEN.search(mention.name):
        return True
    return bool(_DESCRIBED.match(content, mention.end, mention.end + 90))


_WRITTEN = re.compile(r"[a-z][A-Z]|[A-Z]{2,}-[A-Z0-9]|[A-Za-z]\d")
"""What names of products are written like: "MonkeyOCR", "VRAG-RL", "Emu3"."""


_KINDS = frozenset(
    ("OCR", "TTS", "ASR", "RAG", "LLM", "LLMs", "VLM", "SLM", "API", "APIs", "SDK", "IDE", "CLI", "GUI",
     "SOTA", "AI", "MoE", "NLP", "GPU")
)  # fmt: skip
"""Kinds of things that are written like names."""


_POST = re.compile(
    r"\b(?:CEO|CTO|President|Minister|Professor|Dr|Mr|Ms|Mrs|Director|University|Institute|Inc)\b"
)


def about(scene: Scene, number: int, at: int) -> Launch | None:
    """The product that the words at a place describe; None where they are about somebody else."""
    known = launches(scene, number)
    before = [one for one in known if one.product.end <= at]
    if before:
        last = before[-1]
        if _ELSEWHERE.search(scene.content, last.product.end, at):
            return None
        later = _VERB.search(scene.content, last.product.end, at)
        return None if later and _AND.search(scene.content[later.start() - 8 : later.start()]) else last
    for one in known:
        if one.verb < at < one.product.start and _AHEAD.fullmatch(scene.content, at, one.product.start):
            return one
    return None


_AND = re.compile(r"\b(?:and|also|,)\s\Z")
_AHEAD = re.compile(
    r"[\w.,-]{1,14}(?:\s(?!(?:in|on|for|with|by|at|than|to|users?|customers?|people)\b)[\w.’'-]+){0,6}"
    rf"(?:\s{_MODEL}(?:,|\s(?:named|called|dubbed|of))?|\sthe)?\s[*\"“'‘]*"
)
_NOT_ITS = lexicon.words(
    "people user customer subscriber employee country developer business company partner"
)


def retold(scene: Scene, draft: Draft) -> Draft:
    """The same draft about the product, where its words describe the product that the sentence launches, or
    "it" and "the model" go on about the one launched before."""
    launch = about(scene, draft.sentence, draft.cue)
    if launch is not None and _is_its(scene, draft, launch):
        return _given(draft, launch.product, min(draft.start, launch.product.start))
    if launch is None and (called := _called(scene, draft)) is not None:
        return _given(draft, called, draft.start)
    if launch is None and (before := _before(scene, draft)) is not None:
        return _given(draft, before.product, draft.start)
    return draft


def _given(draft: Draft, product: Referent, start: int) -> Draft:
    text = draft.slots.get("subject_text") if start == draft.start else product.text
    told = {"subject": product.name, "subject_text": text or product.text, "subject_side": product.side}
    end = max(draft.end, product.end) if product.start >= start else draft.end
    return replace(draft, slots={**draft.slots, **told}, start=start, end=end)


def _is_its(scene: Scene, draft: Draft, launch: Launch) -> bool:
    """Whether what a draft says of the maker, or of a model without a name, is said of the product."""
    subject, side = draft.slots.get("subject"), draft.slots.get("subject_side")
    if launch.product.name in (subject, draft.slots.get("object")):
        return False
    if draft.kind == "quantity" and not _may_be_its(draft):
        return False
    text = str(draft.slots.get("subject_text") or "")
    kind_of_it = bool(subject and _BARE.fullmatch(str(subject))) and not _is_plural(scene, draft, launch)
    thing = bool(subject) and not side and _is_bare(str(subject), text)
    return (
        subject is None or subject in launch.makers or kind_of_it or thing or _is_base(scene, draft, launch)
    )


def _is_base(scene: Scene, draft: Draft, launch: Launch) -> bool:
    """Whether the subject is only what the product is built on or part of: "B, a model in A that leads"."""
    for mention in scene.reading.mentions_in(launch.product.end, draft.cue):
        if mention.name == draft.slots.get("subject") and mention.kind == "model":
            before = scene.content[max(launch.product.end, mention.start - 40) : mention.start]
            return scene.content.startswith("-based", mention.end) or bool(_PART_OF.search(before))
    return False


_PART_OF = re.compile(rf"\b{_MODEL}\s(?:in|on|for|from|of|inside|based\son|built\son|powered\sby)\s[*]*\Z")


def _is_bare(subject: str, text: str) -> bool:
    """Whether a subject is only what a model may be called: "the large model", not "o3 mini"."""
    return subject[:1].islower() and subject in text and _SINGULAR.search(subject) is not None


def _called(scene: Scene, draft: Draft) -> Referent | None:
    """ "An image model named B": B."""
    text = str(draft.slots.get("subject_text") or "")
    sentence = scene.reading.sentences[draft.sentence]
    at = scene.content.find(text, sentence.start, sentence.end) if _SINGULAR.search(text) else -1
    named = _NAMED.match(scene.content, at + len(text)) if at >= 0 else None
    if named is None:
        return None
    found = (
        *scene.reading.mentions_in(named.end(), sentence.end)[:1],
        *scene.reading.unknown_in(named.end(), sentence.end)[:1],
    )
    return next((from_mention(scene.content, m) for m in found if m.start == named.end()), None)


_NAMED = re.compile(r",?\s(?:named|called|dubbed|codenamed|known\sas)\s[*\"“'‘]*")
_BACK = 3  # sentences that "it" is looked up in
_IT = re.compile(
    r"(?:it|its|this|itself|(?:its|the|this)\s(?:[\w-]+\s){0,3}(?:model|system|chatbot|assistant|agent|version|tool|project|framework|library|"
    r"platform|toolkit|performance|capabilit(?:y|ies)|architecture|results?|scores?|quality)|"
    r"its\s(?!(?:\w+\s)?(?:lead|leadership|position|valuation|shares?|users|customers|staff|workers|employees|engineers|"
    r"researchers|founders?|CEO|chief|headquarters|business|revenues?|stock|investors?|rivals?|competitors?|cloud|"
    r"dominance|reputation|spending|investments?|research|funding|plans?|strategy)\b)[\w\s“”\"*-]{3,60})\Z",
    re.I,
)


def _before(scene: Scene, draft: Draft) -> Launch | None:
    """The product that one of the last sentences launched, where the subject is only a word for it."""
    text = str(draft.slots.get("subject_text") or "")
    subject = draft.slots.get("subject")
    if not _IT.match(text) or (draft.kind == "quantity" and draft.slots.get("unit") not in _SIZES):
        return None
    paragraph = scene.reading.sentences[draft.sentence].paragraph
    for number in range(draft.sentence - 1, max(-1, draft.sentence - 1 - _BACK), -1):
        if scene.reading.sentences[number].paragraph != paragraph:
            return None
        if known := launches(scene, number):
            last = known[-1]
            bare = _is_bare(str(subject), text) or bool(
                _BARE.fullmatch(str(subject)) and _SINGULAR.search(text)
            )
            other = last.product.name in (subject, draft.slots.get("object"))
            return (
                last
                if len(known) == 1 and not other and (bare or subject in last.makers or subject in _KINDS)
                else None
            )
    return None


_SIZES = frozenset(("star", "download", "parameter", "token", "percent", "rank", "point"))


def _may_be_its(draft: Draft) -> bool:
    unit = str(draft.slots.get("unit"))
    return not (len(unit) == 3 and unit.isupper()) and unit not in _NOT_ITS


def _is_plural(scene: Scene, draft: Draft, launch: Launch) -> bool:
    """Whether "open models" are meant as a group, not the one that is launched."""
    words = scene.content[launch.product.end : draft.cue]
    return bool(_PLURAL.search(words)) and not _SINGULAR.search(words)
