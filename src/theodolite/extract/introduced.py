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
    releasing launching unveiling introducing announcing presenting publishing open-sourcing sourcing"""
)
_VERB = re.compile(
    r"\b(?:(?:releas|launch|unveil|introduc|announc|present|publish|showcas|deploy|debut)(?:es|ed|ing|s)|"
    r"open-?sourc(?:es|ed|ing)|roll(?:s|ed|ing)\sout|ship(?:s|ped|ping)|drop(?:s|ped|ping))\b"
)
_MODEL = (
    r"(?:models?|LLMs?|SLMs?|VLMs?|chatbots?|assistants?|agents?|systems?|chips?|processors?|accelerators?|GPUs?|"
    r"robots?|series|family|versions?|weights|tools?|platforms?|generators?|reasoners?|app|framework)"
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
    r"[*\"”'’]*(?:\s\([^()]{0,40}\))?(?:,\s(?:an?|the|its|which|with|featuring)\b|:\s|\s[–—-]\s|"
    rf"\s(?:with|featuring)\b|\s(?:[\w-]+\s){{0,3}}{_MODEL}\b)"
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
_SINGULAR = re.compile(r"\b(?:model|LLM|system|agent|chatbot|version|assistant|tool|generator)\b", re.I)
_PLURAL = re.compile(r"\b(?:most|best|all|other|many|leading|rival|these|those|several|some)\b", re.I)


@dataclass(frozen=True, slots=True)
class Launch:
    """A product that a sentence introduces: by whom, from which verb on, and where its name stands."""

    maker: str | None
    verb: int
    product: Referent


_FOUND: WeakKeyDictionary[Scene, dict[int, list[Launch]]] = WeakKeyDictionary()


def launches(scene: Scene, number: int) -> list[Launch]:
    """The products that a sentence introduces, in order, looked up once."""
    known = _FOUND.setdefault(scene, {})
    if number not in known:
        known[number] = [] if scene.reading.words[number].isdisjoint(_SIGNS) else _look(scene, number)
    return known[number]


def _look(scene: Scene, number: int) -> list[Launch]:
    reading, content = scene.reading, scene.content
    sentence = reading.sentences[number]
    unlisted = (scene.unlisted.known(m) for m in reading.unknown_in(sentence.start, sentence.end))
    named = sorted((*reading.mentions_in(sentence.start, sentence.end), *unlisted), key=lambda m: m.start)
    products = [m for m in named if m.kind == "model" or (m.kind == "unknown" and _is_product(content, m))]
    found: list[Launch] = []
    for verb in _VERB.finditer(content, sentence.start, sentence.end):
        ahead = [m for m in products if m.start >= verb.end()]
        first = next((m for m in ahead if _TO_PRODUCT.fullmatch(content, verb.end(), m.start)), None)
        if first is None or first.start - verb.end() > 110:
            continue
        makers = [m for m in named if m.end <= verb.start() and m.kind in ("organisation", "unknown")]
        maker = makers[-1].name if makers else None
        found.append(Launch(maker, verb.start(), from_mention(content, first)))
        last = first
        for m in ahead:
            if m.start < last.end:
                continue
            joined = _NEXT.fullmatch(content, last.end, m.start)
            near = content[max(last.end, m.start - 40) : m.start]
            if joined or (_FURTHER.search(near) and _DESCRIBED.match(content, m.end)):
                found.append(Launch(maker, verb.start(), from_mention(content, m)))
                last = m
    return found


def _is_product(content: str, mention: Mention) -> bool:
    """Whether a name that nobody listed is described as a thing right behind it."""
    return bool(_DESCRIBED.match(content, mention.end, mention.end + 90)) and not _POST.search(mention.name)


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
    """The same draft about the product, where its words describe the product that the sentence launches."""
    subject, side = draft.slots.get("subject"), draft.slots.get("subject_side")
    launch = about(scene, draft.sentence, draft.cue)
    if launch is None or launch.product.name in (subject, draft.slots.get("object")):
        return draft
    if draft.kind == "quantity" and not _may_be_its(draft):
        return draft
    text = str(draft.slots.get("subject_text") or "")
    kind_of_it = bool(subject and _BARE.fullmatch(str(subject))) and not _is_plural(scene, draft, launch)
    thing = bool(subject) and not side and str(subject)[:1].islower() and _SINGULAR.search(text)
    if subject is not None and subject != launch.maker and not kind_of_it and not thing:
        return draft
    product = launch.product
    slots = {
        **draft.slots,
        "subject": product.name,
        "subject_text": product.text,
        "subject_side": product.side,
    }
    return replace(draft, slots=slots, start=min(draft.start, product.start), end=max(draft.end, product.end))


def _may_be_its(draft: Draft) -> bool:
    unit = str(draft.slots.get("unit"))
    return not (len(unit) == 3 and unit.isupper()) and unit not in _NOT_ITS


def _is_plural(scene: Scene, draft: Draft, launch: Launch) -> bool:
    """Whether "open models" are meant as a group, not the one that is launched."""
    words = scene.content[launch.product.end : draft.cue]
    return bool(_PLURAL.search(words)) and not _SINGULAR.search(words)
