"""One person or thing from a country is not the country: "a South Korean man", "a Dutch camera".

`retold(scene, draft)`: a draft whose subject is a country by such words, with the person or thing for its
subject where it has a figure, and None where it judges or compares.
"""

from __future__ import annotations

from dataclasses import replace

from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.names import Mention

_PERSONS = lexicon.words(
    """man men woman women boy boys girl girls teen teens teenager teenagers child children kid kids
    student students pupil pupils teacher teachers resident residents user users voter voters
    shopper shoppers driver drivers worker patient patients victim victims tourist tourists veteran
    veterans politician politicians actor actors actress singer musician celebrity celebrities
    influencer journalist journalists lawyer lawyers attorney judge doctor nurse couple family
    families mother father parent parents daughter son sister brother wife husband pedestrian
    passenger passengers customer customers consumer consumers candidate activist activists
    businessman businesswoman billionaire footballer athlete author writer artist nationals national
    speakers speaker names name faces face accent accents homeowner homeowners widow grandmother
    grandfather pensioner retiree"""
)
_OF_THE_COUNTRY = lexicon.words(
    """government state army military parliament economy market industry sector side ministry
    administration authorities authority central people public nation bank team delegation
    leadership programme program effort ecosystem model lab startup start-up company firm giant
    maker chipmaker group developer chip system start-ups strategy policy approach lead advantage
    edge progress push drive capacity share spending investment grid regulator court law rule ban
    police rival competitor competition talent workforce infrastructure compute"""
)
_CLIMB = 4


def retold(scene: Scene, draft: Draft) -> Draft | None:
    """The draft about the person or thing; None where nobody is judged or compared that way."""
    side = draft.slots.get("subject_side")
    if not side or draft.slots.get("subject") != side:
        return draft
    if draft.kind != "quantity" and _leans(scene, draft, str(side)):
        return None
    mention = _mention(scene, draft, str(side))
    named = _individual(scene, draft.sentence, mention) if mention is not None else None
    if named is None or mention is None:
        return draft
    if draft.kind != "quantity":
        return None
    name = scene.content[mention.start : named]
    return replace(draft, slots={**draft.slots, "subject": name, "subject_text": name})


def _leans(scene: Scene, draft: Draft, side: str) -> bool:
    """Whether the country stands only in "pro-Russian" or "anti-Chinese"."""
    sentence = scene.reading.sentences[draft.sentence]
    named = [m for m in scene.reading.mentions_in(sentence.start, sentence.end) if m.name == side]
    return bool(named) and all(scene.content.endswith(("pro-", "anti-"), 0, m.start) for m in named)


def _mention(scene: Scene, draft: Draft, side: str) -> Mention | None:
    """The adjective that a draft's country was read from: its text, nearest to the cue."""
    text = str(draft.slots.get("subject_text") or "")
    sentence = scene.reading.sentences[draft.sentence]
    found = [
        m
        for m in scene.reading.mentions_in(sentence.start, sentence.end)
        if m.kind == "side" and m.name == side
        if scene.content[m.start : m.end] in text or text in scene.content[m.start : m.end]
    ]
    if not all(_stands_before(scene, m, side, draft.kind == "quantity") for m in found):
        return None
    return min(found, key=lambda m: abs(m.start - draft.cue)) if found else None


def _stands_before(scene: Scene, mention: Mention, side: str, counted: bool) -> bool:
    """Whether a mention may belong to a noun behind it: "Dutch", "London-based", "an Ottawa couple"."""
    said = scene.content[mention.start : mention.end]
    if mention.adjective or scene.content.startswith("-based", mention.end):
        return True
    if said == side or not counted:
        return said != side
    return said.isalpha() and not said.isupper()  # a city that stands for its country


def _individual(scene: Scene, number: int, mention: Mention) -> int | None:
    """Where the phrase of one person or thing ends that the adjective stands before."""
    parse = scene.reading.parse(number)
    first = token = parse.at(mention.end - 1)
    for _ in range(_CLIMB):
        if token is None or token.dep_ not in ("amod", "compound", "nmod", "poss", "npadvmod"):
            break
        token = token.head
    if first is None or token is None or token.i <= first.i or not token.tag_.startswith("NN"):
        return None
    words = [t.text.lower() for t in parse.tokens[first.i + 1 : token.i + 1]]
    one = token.tag_ in ("NN", "NNP") and any(c.text.lower() in ("a", "an", "one") for c in token.children)
    if not _PERSONS.isdisjoint(words) or (one and token.text.lower() not in _OF_THE_COUNTRY):
        return int(parse.span(token)[1])
    return None
