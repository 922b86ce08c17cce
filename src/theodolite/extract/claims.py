"""From drafts to claims: voice, stance, dates, groups and identities are added, and the quote is proved."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from theodolite.extract import ahead, languages, rules, said, scope, stance
from theodolite.extract.chinese import sayings
from theodolite.extract.chinese.scene import Scene as ChineseScene
from theodolite.extract.markup import Unmarked, unmarked
from theodolite.extract.reading import Reading
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.voices.voice import Voice
from theodolite.model import identity
from theodolite.model.claim import KINDS, Assessment, Claim, Comparison, Event, Kind, Lag, Quantity, Relation
from theodolite.model.errors import Refusal
from theodolite.model.origin import Origin
from theodolite.model.text import Text

VERSION = "rules/16"
"""Names the state of the rules; with `vocabulary.digest()` it is the version of a reading."""


_MARKS_BEFORE = re.compile(r"(?:[\s\ufeff]|[#>*•]+(?=[\s#>*•]))*")
"""A byte-order mark, a heading's or a list item's sign: they stand before what is said."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a text was read into: its claims in order of place, which rule found each of them and at which
    word (`by`, keyed by claim id and start), and what was left unread, in a line each."""

    claims: list[Claim]
    by: dict[tuple[str, int], Draft]
    unread: tuple[Refusal, ...] = ()


def claims(text: Text, origin: Origin, *, document: str | None = None) -> list[Claim]:
    """The claims of a text, in order of place; the same input gives the same claims.

    `document` is the document's id: by default a digest of the origin's address, or of the text where it has
    none. Languages without rules give an empty list. Raises nothing for any text.
    """
    return found(text, origin, document=document).claims


def found(text: Text, origin: Origin, *, document: str | None = None) -> Found:
    """The claims of a text as `claims` gives them, with the rules that found them and what was not read."""
    read = unmarked(text)
    opened = [_Drafted(scene) for scene in _opened(read.text, origin)]
    _draft(opened)
    return _found(text, origin, read, opened, document)


_BATCH = 128  # texts that are opened together, so that their sentences are parsed together
_BATCH_CHARACTERS = 200_000


def each(pairs: Iterable[tuple[Text, Origin]]) -> Iterator[Found]:
    """What `found` gives, for one text after the other; many short texts take a fraction of the time."""
    waiting: list[tuple[Text, Origin]] = []
    size = 0
    for pair in pairs:
        waiting.append(pair)
        size += len(pair[0].content)
        if len(waiting) == _BATCH or size > _BATCH_CHARACTERS:
            yield from _uninterrupted(waiting)
            waiting, size = [], 0
    yield from _uninterrupted(waiting)


def _uninterrupted(pairs: list[tuple[Text, Origin]]) -> list[Found]:
    """A batch read without the search for lost cycles, which would walk through all its trees again and again
    while none of them is done with: it is made once behind the batch."""
    searching = gc.isenabled()
    gc.disable()
    try:
        return list(_batch(pairs))
    finally:
        if searching:
            gc.enable()
            gc.collect(1)


def _batch(pairs: list[tuple[Text, Origin]]) -> Iterator[Found]:
    read = [unmarked(text) for text, _ in pairs]
    opened = [
        [_Drafted(scene) for scene in _opened(plain.text, origin)]
        for plain, (_, origin) in zip(read, pairs, strict=True)
    ]
    _draft([one for found in opened for one in found])
    for (text, origin), plain, found in zip(pairs, read, opened, strict=True):
        yield _found(text, origin, plain, found, None)


def _opened(text: Text, origin: Origin) -> list[Scene | ChineseScene]:
    """A scene for each language of a text."""
    return [
        ChineseScene(stretch, origin) if language == "zh" else Scene(Reading(stretch, origin))
        for language, stretch in languages.stretches(text, origin)
    ]


class _Drafted:
    """One language of a text with the drafts of its rules, and what the rules left unread."""

    def __init__(self, scene: Scene | ChineseScene) -> None:
        self.scene = scene
        self.language = "en" if isinstance(scene, Scene) else "zh"
        self.drafts: list[Draft] = []
        self.unread: list[tuple[Kind, int]] = []

    def close(self) -> None:
        """Name what the scene itself has left off."""
        if isinstance(self.scene, Scene) and self.scene.reading.figures_until is not None:
            self.scene.left_off["quantity"] = self.scene.reading.figures_until
        known = {kind for kind, _ in self.unread}
        self.unread += [(kind, at) for kind, at in self.scene.left_off.items() if kind not in known]

    def said(self) -> Iterator[tuple[Draft, dict[str, Any]]]:
        """Each draft with its claim's values, but for identities and quotes."""
        scene = self.scene
        for draft in self.drafts:
            values = _claim(scene, draft) if isinstance(scene, Scene) else sayings.values(scene, draft)
            if values is not None:
                yield draft, values


def _draft(opened: Sequence[_Drafted]) -> None:
    """Run the rules over texts, kind by kind: what the rules of one kind need stays in the processor's cache
    from text to text, and what those of all kinds need does not."""
    ahead.prepare([one.scene for one in opened if isinstance(one.scene, Scene)])
    for language, kinds in rules.RULES.items():
        spoken = [one for one in opened if one.language == language]
        for kind in kinds:
            for one in spoken:
                one.drafts += rules.drafts(one.scene, language, kind, one.unread)
    for one in opened:
        one.close()
    ahead.prepare_voices([one.scene for one in opened if one.drafts and isinstance(one.scene, Scene)])


def _found(
    text: Text, origin: Origin, read: Unmarked, drafted: list[_Drafted], document: str | None
) -> Found:
    work = document or identity.document(origin.address or text.address, text.sha256)
    shared: dict[str, Any] = {"text_sha256": text.sha256, "document": work, "source": origin.location}
    made: list[Claim] = []
    by: dict[tuple[str, int], Draft] = {}
    unread: list[Refusal] = []
    for part in drafted:
        for draft, values in part.said():
            start, end = read.span(values["start"], values["end"])
            placed = {**values, "start": start, "end": end}
            made.append(KINDS[draft.kind](**shared, quote=text.content[start:end], **placed))
            by.setdefault((made[-1].id, made[-1].start), _placed(draft, read))
        unread += [_unread(origin, kind, read.place(at)) for kind, at in part.unread]
    made.sort(key=lambda c: (c.start, c.end, c.KIND, repr(c.slots)))
    return Found(_grouped(_distinct(made)), by, tuple(unread))


def _placed(draft: Draft, read: Unmarked) -> Draft:
    start, end = read.span(draft.start, draft.end)
    return replace(draft, start=start, end=end, cue=read.place(draft.cue))


def _unread(origin: Origin, kind: str, at: int) -> Refusal:
    return Refusal(
        origin.location,
        f"more {kind} claims than are read from one text: those from character {at} on were left out",
        "give the text in parts",
    )


def _claim(scene: Scene, draft: Draft) -> dict[str, Any] | None:
    """The values of the claim of a draft; None where the words only ask."""
    sentence = scene.reading.sentences[draft.sentence]
    span = (sentence.start, sentence.end)
    content = scene.content
    start, end = _with_denial(content, span, draft)
    polarity = draft.override.get("polarity") or stance.polarity(
        content, span, draft.start, draft.end, draft.cue, draft.kind in ("quantity", "relation", "event")
    )
    if polarity is None or (draft.kind == "lag" and stance.hypothetical(content, span, draft.cue)):
        return None
    if polarity == "denied" and draft.kind == "quantity":
        start, end = draft.start, draft.end
    start += len(_MARKS_BEFORE.match(content, start, end).group())  # type: ignore[union-attr]
    voice = scene.voices.at(draft.start, draft.end, draft.cue)
    if voice.speaker and voice.speaker == draft.override.get("not_by"):
        own = scene.voices.own
        voice = Voice(own if own != voice.speaker else None, None, None, "own_voice")
    if "speaker" in draft.override:
        voice = Voice(draft.override["speaker"], None, None, "own_voice")
    if polarity == "denied" and _is_named(voice) and stance.disowned(content, span):
        plain = stance.polarity(content, span, draft.start, draft.end, draft.cue, plain=True)
        polarity = plain or polarity
    part = scene.reading.part_at(draft.start)
    hedged = stance.hedged(content, span, draft.start, draft.end)
    forecast = stance.forecast(content, span, draft.start, draft.end)
    if draft.slots.get("reading") == "catch_up" and polarity == "asserted":
        forecast = True
    return said.values(
        draft,
        (start, end),
        voice,
        part,
        scene.reading.published,
        polarity=polarity,
        hedged=draft.override.get("hedged", hedged),
        forecast=draft.override.get("forecast", forecast),
        condition=_condition(content, span, start, end),
        scope=scope.find(scene, draft),
    )


def _is_named(voice: Voice) -> bool:
    """Whether somebody with a name is quoted: what "some say" is told to be rejected, not held by another."""
    quoted = voice.attribution in ("direct", "indirect") and voice.speaker is not None
    return quoted and all(word[:1].isupper() for word in (voice.speaker or "").split()[:2])


def _condition(content: str, span: tuple[int, int], start: int, end: int) -> str | None:
    found = stance.condition(content, span, start, end)
    return found if found and len(found) < end - start + 200 else None


def _with_denial(content: str, span: tuple[int, int], draft: Draft) -> tuple[int, int]:
    """A denied lag is quoted with the words that deny it, where they stand close before or right behind."""
    if draft.kind != "lag":
        return draft.start, draft.end
    end = stance.denial_end(content, span, draft.end)
    if draft.start - span[0] > 90:
        return draft.start, end
    if stance.polarity(content, span, draft.start, draft.end, draft.cue) == "denied":
        start = stance.clause_start(content, span, draft.start)
        while start < draft.start and not content[start].isalnum():
            start += 1
        return start, end
    return draft.start, end


def _distinct(made: list[Claim]) -> list[Claim]:
    """Without the second of two drafts that say the same at overlapping places."""
    kept: list[Claim] = []
    for claim in made:
        key = _key(claim)
        if not any(_key(k) == key and claim.start < k.end and k.start < claim.end for k in kept[-12:]):
            kept.append(claim)
    return kept


def _key(claim: Claim) -> tuple[Any, ...]:
    """What makes two claims of one document the same one: its slots, but for wording."""
    if isinstance(claim, Lag):
        return (
            "lag",
            claim.follower,
            claim.leader,
            claim.low_months,
            claim.high_months,
            claim.trend,
            claim.dimension,
        )
    if isinstance(claim, Quantity):
        return (
            "quantity",
            claim.subject_side or claim.subject,
            claim.value_low,
            claim.value_high,
            claim.unit,
            claim.statistic,
        )
    if isinstance(claim, Relation):
        return ("relation", claim.subject, claim.predicate, claim.object, claim.polarity)
    if isinstance(claim, Event):
        return ("event", claim.subject, claim.object, claim.date)
    if isinstance(claim, Comparison):
        sides = (claim.subject, claim.object, claim.direction)
        return ("comparison", *sides, claim.factor, claim.metric, claim.polarity)
    if isinstance(claim, Assessment):
        return ("assessment", claim.subject, claim.dimension, claim.direction, claim.polarity)
    return (claim.KIND, *claim.slots)


def _grouped(made: list[Claim]) -> list[Claim]:
    """Repeats of one claim share a group, named by the first of them; each stays listed at its place."""
    places: dict[tuple[Any, ...], list[int]] = {}
    for i, claim in enumerate(made):
        places.setdefault(_key(claim), []).append(i)
    found = list(made)
    for indices in places.values():
        if len(indices) > 1:
            name = identity.digest("group", *(str(made[indices[0]].id),))[:16]
            for i in indices:
                found[i] = replace(made[i], group=name)
    return found
