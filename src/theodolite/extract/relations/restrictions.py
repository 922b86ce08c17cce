"""Ties that words for restrictions state: "U.S. export controls on chips to China", "the ban on Huawei"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from theodolite.extract.referents import Referent
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.tie import Tie
from theodolite.extract.scene import Scene
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.names import Mention

_NOUN = (
    r"(?:restrictions?|curbs?|bans?(?!\s(?:its|their|all|any|the)\b)|sanctions?|embargo(?:es)?|blockade|crackdowns?|prohibitions?|"
    r"blacklist(?:ing)?|"
    r"controls|limits|limitations|constraints|(?:licensing|export|chip|licen[cs]e|diffusion) "
    r"(?:controls?|rules?|limits|requirements?)|"
    r"chokehold|entity list|containment|"
    r"rules(?=\son\s(?:the\s)?(?:[\w-]+\s)?(?:chips?|semiconductors?|technology|tech|AI|GPU)\s(?:exports?|sales)))(?!\sofficers?\b)"
)
RULE = re.compile(rf"\b{_NOUN}\b", re.I)
CUE = RULE
GATE = Gates(CUE)
# What may stand between the one who restricts and the word for it: "U.S. (chip export) controls".
_OWN = re.compile(
    r"(?:['’]s?)?\s(?:(?:government|administration|Commerce Department|Department of Commerce|"
    r"officials)(?:['’]s?)?\s)?"
    r"(?:(?:AI|chips?|exports?|semiconductor|trade|technology|tech|advanced|new|tighter|tightened|strict|"
    r"stringent|sweeping|"
    r"ongoing|current|latest|investment|outbound|hardware|GPU|own|economic|import|recent|so-called|tough|"
    r"tougher|harsh|"
    r"severe|legal|compute|and)\s){0,5}\Z",
    re.I,
)
# "restrictions on U.S. export of chips", "limits on American investment"
_ON_OWN = re.compile(r"\s(?:on|over)\s(?:the\s)?", re.I)
_OWN_DEED = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:exports?|investments?|investing|sales|technology|chips?|capital)\b", re.I
)
_IMPOSED = re.compile(
    r"\s(?:[\w-]+\s){0,8}?(?:imposed|introduced|set|placed|enforced|announced)\sby\s(?:the\s)?\Z", re.I
)
_TO = re.compile(
    r"\s(?:(?:on|against|over|for|of|to|into|toward|towards|aimed at|targeting|in)\s(?:[\w.,'’-]+\s){0,8}?)"
    r"(?:(?:to|into|against|on|for|in|by|from|at|targeting)\s)?(?:the\s|mainland\s)?\Z",
    re.I,
)
_THING = re.compile(
    r"\s(?:on|of|over|against)\s(?:the\s)?(?:exports? of\s|exporting\s|sales? of\s|access to\s)?"
    r"(?P<what>(?:[\w-]+\s){0,4}?(?:chips?|semiconductors?|GPUs?|processors?|technolog(?:y|ies)|equipment|"
    r"tools|"
    r"accelerators?|AI|exports?|investments?|minerals|rare earths?|models?))\b",
    re.I,
)
_SUFFERS = re.compile(
    r"\A\W{0,2}(?:\w+\s){0,2}?(?:under|faces?|faced|facing|hit by|subject to|target of|targeted "
    r"by)\s(?:the\s)?(?:\w+\s){0,2}\Z",
    re.I,
)
_NO_PARTY = re.compile(
    r"\b(?:lift|eas|relax|loosen|remov|without|circumvent|evad|oppos)\w*\s(?:[\w-]+\s){0,3}\Z", re.I
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties that words for restrictions in one sentence state."""
    content, sentence = row.content, row.sentence
    done: set[tuple[str | None, str | None]] = set()
    for match in RULE.finditer(content, sentence.start, sentence.end):
        who = _restrictor(row, match) or _usual(row, match)
        if who is None:
            continue
        mention, restrictor = who
        target = _target(row, match, mention, restrictor)
        if mention is None and (target is None or target.kind == "thing" or not _is_new(row, match, target)):
            continue
        if target is None or target.name == restrictor.name or (restrictor.name, target.name) in done:
            continue
        done.add((restrictor.name, target.name))
        places = [match.span()]
        if mention is not None:
            places.append((mention.start, mention.end))
        if sentence.start <= target.start < target.end <= sentence.end:
            places.append((target.start, target.end))
        start, end = min(a for a, _ in places), max(b for _, b in places)
        yield Tie(restrictor, "restricts", target, start, end, match.start())


def _restrictor(row: NamedRow, match: re.Match[str]) -> tuple[Mention, Referent] | None:
    """Whose restrictions they are, where the words say so."""
    content = row.content
    for mention, referent in reversed(row.names):
        if (
            (
                mention.end <= match.start()
                and referent.side
                and mention.kind in ("side", "organisation", "group")
            )
            and mention.kind == "side"
            and _OWN.fullmatch(content[mention.end : match.start()])
        ):
            return mention, _state(referent)
        if (
            mention.end <= match.start()
            and mention.kind == "person"
            and referent.side
            and content.startswith(("'s ", "’s "), mention.end)
            and _OWN.fullmatch(content[mention.end : match.start()])
        ):
            return mention, referent  # "Biden's chip restrictions"
    for mention, referent in row.names:
        if mention.start < match.end() or mention.kind not in ("side", "group", "organisation"):
            continue
        between = content[match.end() : mention.start]
        if mention.kind == "side" and _IMPOSED.search(between):
            return mention, _state(referent)
        if _ON_OWN.fullmatch(between) and mention.kind == "side" and _OWN_DEED.match(content, mention.end):
            return mention, _state(referent)
    return None


def _usual(row: NamedRow, match: re.Match[str]) -> tuple[None, Referent] | None:
    """Whose export rules they are where this sentence leaves it out: those that the text is about."""
    if not _OF_TRADE.search(row.content, max(row.sentence.start, match.start() - 40), match.end() + 40):
        return None
    side = usual(row.scene)
    return (None, Referent(side, "", side, match.start(), match.start(), "side")) if side else None


def usual(scene: Scene) -> str | None:
    """The state that a text names most often as the one who restricts."""
    if scene not in _USUAL:
        counts: Counter[str] = Counter()
        for n, s in enumerate(scene.reading.sentences):
            if not RULE.search(scene.content, s.start, s.end):
                continue
            row = NamedRow(scene, n)
            for match in RULE.finditer(scene.content, s.start, s.end):
                found = _restrictor(row, match)
                if found and found[1].side:
                    counts[found[1].side] += 1
        _USUAL[scene] = counts.most_common(1)[0][0] if counts else None
        if not counts and {"United States", "China"} <= set(scene.referents.main_sides):
            _USUAL[scene] = "United States"
    return _USUAL[scene]


def _is_new(row: NamedRow, match: re.Match[str], target: Referent) -> bool:
    """Whether rules of nobody's are worth saying: the party stands in this sentence, near by."""
    here = row.sentence.start <= target.start < target.end <= row.sentence.end
    return here and abs(target.start - match.start()) < 80


_ON_MODEL = re.compile(
    r"\son\s(?:(?:the|exports?|sales?|shipments?|of)\s){0,4}(?:[A-Z][\w.-]+(?:['’]s)?\s)?(?:(?:new|advanced)\s)?"
)
_USUAL: WeakKeyDictionary[Scene, str | None] = WeakKeyDictionary()
_SALES = re.compile(
    r"['’]s?\s(?:\w+\s){0,3}?(?:sales|exports|shipments|business|deliveries)\s(?:to|in|with)\s"
)
_OF_TRADE = re.compile(r"\b(?:exports?|chips?|semiconductors?|GPUs?|trade|technology|licen[cs]\w+)\b", re.I)


def _state(referent: Referent) -> Referent:
    name = referent.side if referent.kind == "side" and referent.side else referent.name
    return Referent(name, referent.text, referent.side, referent.start, referent.end, "side")


def _target(
    row: NamedRow, match: re.Match[str], own: Mention | None, restrictor: Referent
) -> Referent | None:
    """The party restricted, where one is named: after the word, else in its sentence; else the thing."""
    others = [
        (m, r)
        for m, r in row.names
        if m is not own
        and r.side != restrictor.side
        and m.kind in ("side", "group", "organisation", "model")
        and r.side
    ]
    after = [(m, r) for m, r in others if m.start >= match.end()]
    for m, r in row.names:
        if m.kind == "model" and _ON_MODEL.fullmatch(row.content[match.end() : m.start]):
            return r  # "the controls on Nvidia's H20"
    for m, r in after:
        if _SALES.match(row.content, m.end):
            continue
        if _TO.fullmatch(row.content[match.end() : m.start]):
            return _party(m, r)
    for m, r in others:
        if (
            own is not None
            and m.end <= own.start
            and m.kind in ("organisation", "group")
            and _SUFFERS.search(row.content[m.end : own.start])
        ):
            return r
    sides = [(m, r) for m, r in others if m.kind in ("side", "group")]
    if sides:
        nearest = min(sides, key=lambda pair: abs(pair[0].start - match.start()))
        return _party(*nearest)
    return _from_context(row, match, restrictor) or _thing(row, match)


def _party(mention: Mention, referent: Referent) -> Referent:
    return _state(referent) if mention.kind == "side" else referent


def _from_context(row: NamedRow, match: re.Match[str], restrictor: Referent) -> Referent | None:
    """The side meant in the sentences before, where a pronoun of this one takes it up or the document is
    about the two."""
    scene = row.scene
    other = scene.referents.other_side(restrictor.name, match.start(), ahead=False)
    if other is None or {other, restrictor.name} != set(scene.referents.main_sides):
        return None
    return Referent(other, "", other, match.start(), match.start(), "side")


def _thing(row: NamedRow, match: re.Match[str]) -> Referent | None:
    what = _THING.match(row.content, match.end())
    if not what:
        return None
    return Referent(what["what"], what["what"], None, what.start("what"), what.end("what"), "thing")
