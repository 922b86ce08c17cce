"""Words that look like a judgement and are none: "leading to a fine", "a huge reminder", "relations between".

`kept(scene, draft)`: a draft that is told; None for one of these, and for one person or thing of a country.
"""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.extract import nationals
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words.names import Mention

_NONE = re.compile(
    r"(?:lead|leads|leading|led)\sto\b|"
    r"(?:is\s|was\s|serves\sas\s)?(?:an?\s)?(?:huge|stark|big|good|strong|sharp|powerful|great)\sreminder\b|"
    r"(?:is\s|are\s|keep\s)?top\sof\smind\b|no\sjoke\b|handcuffed(?!\sby)|legitimate\b|confused\sabout|"
    r"(?:damag|strain|undermin|harm|hurt|disrupt|weaken|jeopardi[sz])\w*\s(?:\w+\s){0,2}?(?:relations|ties|trust|"
    r"confidence|elections?|votes?)\b|"
    r"kill\w*\s(?:[\w-]+\s){0,4}?(?:workers?|drivers?|man|woman|men|women|people|pedestrians?|passengers?|persons?|"
    r"cyclists?|motorcyclists?|child|children|boy|girl|employees?|son|daughter|wife|husband|residents?|in|at)\b"
    r"|destroy\w*\s(?:by\s)?(?:[\w-]+\s){0,3}(?:strikes?|missiles?|drones?|bombs?|fires?|attacks?|earthquakes?|radars?)\b",
    re.I,
)
_ITS_PEOPLE = re.compile(
    r"(?:['’]s?)?\s(?:\w+\s)?(?:drivers?|users?|employees?|customers?|owners?|passengers?|riders?|subscribers?|shoppers?)\b"
    r"(?!\s(?:assist\w*|mode|interface|experience|base|growth))"
)
_USED_BY = re.compile(
    r"\b(?:deployed|used|adopted|rolled\sout|operated|tested|bought|purchased|procured|installed)\sby\s(?:the\s)?\Z"
)


_MENU = 3
_NUMBERED = re.compile(r"\b[A-Z][\w’'-]+\s(?:No\.|Number)\s\d+\b")


def kept(scene: Scene, draft: Draft) -> Draft | None:
    """The draft, unless its words judge nobody."""
    if _NONE.match(scene.content, draft.cue) or _is_size(scene, draft):
        return None
    sentence = scene.reading.sentences[draft.sentence]
    if scene.content.count("|", sentence.start, sentence.end) >= _MENU:
        return None  # a menu of a page
    if _NUMBERED.search(scene.content, max(sentence.start, draft.cue - 24), draft.cue + 6):
        return None  # "Secondary School No. 1 in Quito"
    if _is_of_people(scene, draft) or _is_of_a_place(scene, draft) or _is_far(scene, draft):
        return None
    return nationals.retold(scene, _of_its_model(scene, _no_staff(scene, draft)))


_SIZE = re.compile(r"(?:an?\s|the\s)?(?:very\s|much\s)?(?:small|smaller|smallest|tiny|mini)\b", re.I)


def _is_size(scene: Scene, draft: Draft) -> bool:
    """Whether a model is only called small, which is no weakness of one."""
    if draft.slots.get("direction") != "weakness" or not _SIZE.match(scene.content, draft.cue):
        return False
    sentence = scene.reading.sentences[draft.sentence]
    named = scene.reading.mentions_in(sentence.start, sentence.end)
    return any(m.kind == "model" for m in named)


def _no_staff(scene: Scene, draft: Draft) -> Draft:
    """A model has no people of its own: what is said of it beside "engineers" is on what it can do."""
    sentence = scene.reading.sentences[draft.sentence]
    if draft.override.get("dimension") != "talent" or not any(
        m.kind == "model" and m.name == draft.slots.get("subject")
        for m in scene.reading.mentions_in(sentence.start, sentence.end)
    ):
        return draft
    return replace(draft, override={**draft.override, "dimension": "capability"})


def _of_its_model(scene: Scene, draft: Draft) -> Draft:
    """ "Leading models like Google Veo 3": Veo 3, where a house only stands before its model's name."""
    near = scene.reading.mentions_in(
        draft.start, min(draft.end + 40, scene.reading.sentences[draft.sentence].end)
    )
    own = [i for i, m in enumerate(near) if m.name == draft.slots.get("subject") and m.kind == "organisation"]
    model: Mention | None = None
    for i in own:
        behind = near[i + 1] if i + 1 < len(near) else None
        if behind is None or behind.kind != "model" or behind.maker != near[i].name:
            return draft
        if scene.content[near[i].end : behind.start].strip("*") != " ":
            return draft
        model = behind
    if model is None:
        return draft
    told = {"subject": model.name, "subject_text": scene.content[model.start : model.end]}
    slots = {**draft.slots, **told, "subject_side": model.side}
    return replace(draft, slots=slots, end=max(draft.end, model.end))


_PRONOUN = re.compile(
    r"(?:it|its|(?:these|those|this|that)\s(?:tools?|systems?|models?|robots?|devices?|bots?|chatbots?|apps?|machines?|"
    r"programs?|videos?|images?))\Z",
    re.I,
)
_PERSON_IN = re.compile(
    r"(?:\w+\s){0,3}?(?:man|men|woman|women|people|person|child|children|boys?|girls?|students?|residents?|workers?|"
    r"employees?|drivers?|voters?|users?|victims?|patients?)\s(?:in|from|across)\s",
    re.I,
)
_PLACED = re.compile(r"\b(?:in|near|across|throughout|outside|at|around|inside)\s(?:the\s)?\Z", re.I)
_BEFORE = 1500
_FAR = 4  # sentences


def _is_of_a_place(scene: Scene, draft: Draft) -> bool:
    """Whether a country only says where something is: "a robot in Peru. It failed", "a man in Peru"."""
    side = draft.slots.get("subject_side")
    if not side or side != draft.slots.get("subject"):
        return False
    said = str(draft.slots.get("subject_text") or "")
    if _PERSON_IN.match(said) or said.lower() in ("this", "that", "these", "those") or _is_firm(scene, draft):
        return True
    if not _PRONOUN.match(said):
        return False
    before = scene.reading.mentions_in(max(0, draft.start - _BEFORE), draft.cue)
    named = [m for m in before if m.name == side]
    return bool(named) and all(_PLACED.search(scene.content, max(0, m.start - 16), m.start) for m in named)


_FIRM = re.compile(r"(?:\s[\w-]+){1,4},\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2},\s")


def _is_firm(scene: Scene, draft: Draft) -> bool:
    """Whether a country's word only says where a named firm is from: "the Dutch care company, Kiln, ..."."""
    sentence = scene.reading.sentences[draft.sentence]
    before = scene.reading.mentions_in(sentence.start, draft.cue)
    named = [m for m in before if m.name == draft.slots.get("subject")]
    return bool(named) and all(m.adjective and _FIRM.match(scene.content, m.end) for m in named)


_IT = re.compile(r"(?:it|its|itself)\Z", re.I)
_THEY = re.compile(r"(?:they|them|their|themselves)\Z", re.I)
_GOES_ON = re.compile(
    r"\W*(?:it|its|the\s(?:model|company|lab|firm|system|tool|framework|startup|start-up))\b", re.I
)


def _is_far(scene: Scene, draft: Draft) -> bool:
    """Whether a pronoun stands too far from its name to be sure: "it" beyond the sentence before, unless that
    goes on about the same; "they" in another sentence than one firm or model."""
    said = str(draft.slots.get("subject_text") or "")
    it, they = _IT.match(said), _THEY.match(said)
    if not it and not they:
        return False
    around = (max(0, draft.start - _BEFORE), draft.cue)
    near = [
        m
        for m in (*scene.reading.mentions_in(*around), *scene.reading.unknown_in(*around))
        if m.name == draft.slots.get("subject")
    ]
    back = min((draft.sentence - scene.reading.sentence_at(m.start) for m in near), default=_FAR)
    if they:
        group = {m.name for m in near if m.kind == "group" and (m.noun or "").endswith("s")}
        reach = 1 if draft.slots.get("subject") in group else 0
        return back > reach and draft.slots.get("subject") != draft.slots.get("subject_side")
    if back <= 1:
        return False
    before = scene.reading.sentences[draft.sentence - 1] if draft.sentence else None
    return back > _FAR or before is None or not _GOES_ON.match(scene.content, before.start)


def _is_of_people(scene: Scene, draft: Draft) -> bool:
    """Whether it is on a house's customers, or on what a house only uses: "a Tesla driver fell asleep"."""
    sentence = scene.reading.sentences[draft.sentence]
    before_it = (sentence.start, draft.cue)
    named = [
        m
        for m in (*scene.reading.mentions_in(*before_it), *scene.reading.unknown_in(*before_it))
        if m.name == draft.slots.get("subject") and m.kind in ("organisation", "model", "unknown")
    ]
    if not named:
        return False
    last = named[-1]
    before = scene.content[max(sentence.start, last.start - 30) : last.start]
    return bool(_ITS_PEOPLE.match(scene.content, last.end, draft.cue) or _USED_BY.search(before))
