"""Lags with a stretch of time: "two years behind", "a six-month lead", "took 18 months to match"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract import objections
from theodolite.extract.lags import answers, cues, ellipsis, followers, movements, questions, second
from theodolite.extract.lags.again import Again
from theodolite.extract.lags.broad import Broad
from theodolite.extract.lags.claims import Found, draft
from theodolite.extract.lags.levels import Levels
from theodolite.extract.lags.matching import Matching
from theodolite.extract.lags.responses import Responses
from theodolite.extract.lags.sides import SideFinder
from theodolite.extract.lags.standing import Named, Standing
from theodolite.extract.lags.then import Then
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import numbers
from theodolite.extract.words.numbers import Figure

_MONTHS = {"years": 12.0, "months": 1.0, "weeks": 0.23, "decades": 120.0, "quarters": 3.0}
_IN_A_SENTENCE = 8  # stretches of time of one sentence that are read: prose holds a few
_IN_A_TEXT = 3000  # and of one text: a megabyte of prose on gaps holds some hundreds
_OLD_END = re.compile(
    r"\bfrom\s+(?:(?:about|around|roughly|nearly|some|over|more than|an? |the |at least|an estimated)\s*)*\Z",
    re.I,
)


def find(scene: Scene) -> Iterator[Draft]:
    """Every lag with a stretch of time; leaders that a sentence leaves out are held against the others."""
    drafts = list(_find(scene))
    alike: dict[tuple[Any, ...], dict[str, Any]] = {}
    by_sentence: dict[int, list[Draft]] = {}
    for one in drafts:
        by_sentence.setdefault(one.sentence, []).append(one)
        if one.slots["leader_text"]:
            alike.setdefault(_length(one), one.slots)
    for one in drafts:
        if one.slots["leader"] is None or one.slots["leader_text"]:
            continue
        same = alike.get(_length(one))
        beside = [d for d in by_sentence[one.sentence] if d is not one]
        if same:  # a headline leaves out what the text says in full
            one.slots.update(leader=same["leader"], leader_side=same["leader_side"])
        elif any(one.slots["leader"] == d.slots["follower_side"] for d in beside):
            one.slots.update(leader=None, leader_side=None)  # both trail some third
    yield from drafts
    yield from objections.drafts(scene.content, scene.reading.sentences, drafts)


def _length(one: Draft) -> tuple[Any, ...]:
    """What two lags of one length share."""
    return one.slots["follower"], one.slots["low_months"], one.slots["high_months"]


def _find(scene: Scene) -> Iterator[Draft]:
    """Every lag with a stretch of time, sentence by sentence."""
    scene.reading.prepare(_asked(scene))
    tried = 0
    for number, sentence in enumerate(scene.reading.sentences):
        near = bool(scene.pairs) and number - scene.reading.sentence_at(scene.pairs[-1][0]) <= 2
        asks = questions.before(scene, number)
        if (
            not near
            and not asks
            and not cues.may_tell(scene.reading.words[number], scene.content, sentence.start, sentence.end)
        ):
            continue
        figures = [
            f
            for f in scene.reading.figures_in(sentence.start, sentence.end)
            if f.kind == "duration" and f.months
        ]
        figures += ellipsis.worded(scene, number, figures)
        figures = [_risen(scene, f, sentence.start) for f in figures]
        figures = ellipsis.merged(scene, figures, sentence.end)
        figures = second.doubled(scene, figures, sentence.start)
        figures += _bare(scene, sentence.start, sentence.end, figures)
        figures += _elided(scene, sentence.start, sentence.end, figures)
        figures += _ago(scene, sentence.start, sentence.end, figures)
        figures += ellipsis.without_unit(scene, number, figures)
        figures += ellipsis.since(scene, sentence.start, sentence.end)
        tried += min(len(figures), _IN_A_SENTENCE)
        if tried > _IN_A_TEXT:
            scene.left_off["lag"] = sentence.start
            return
        before: Figure | None = None
        for figure in sorted(figures, key=lambda f: f.start)[:_IN_A_SENTENCE]:
            found = _read(scene, number, figure)
            if found and before is not None and found.trend is None:
                found = replace(found, trend=movements.between(scene.content, before, figure))
            before = figure
            if found:
                scene.reading.taken.append((figure.opening, figure.end))
                scene.readings[figure.opening] = found.reading
                leader = found.leader if found.leader and found.leader.name else None
                if found.follower.text.lower() != "you":
                    scene.pairs.append((figure.start, found.follower, leader))
                for one in (found, *_likewise(scene, number, found)):
                    yield draft(scene, number, one)
        if not any(scene.reading.sentence_at(p[0]) == number for p in scene.pairs[-1:]):
            _topic(scene, number)


def _likewise(scene: Scene, number: int, found: Found) -> Iterator[Found]:
    """The same lag of further followers, or behind further leaders: "two years behind OpenAI and Google"; a
    length measured by the first ("and longer in chips")."""
    finder = SideFinder(scene, number)
    yield from second.longer(scene, found, finder.sentence.end)
    for follower in followers.joined(finder, found.follower):
        if follower.end <= found.cue[0] and (found.leader is None or follower.name != found.leader.name):
            yield replace(found, follower=follower)
    for leader in followers.joined(finder, found.leader):
        if leader.name != found.follower.name and leader.start > found.follower.end:
            yield replace(found, leader=leader)


def _asked(scene: Scene) -> list[int]:
    """The numbers of the sentences that ask how far or name a gap, and of the answers: they are parsed
    together, as one by one they cost twice the time."""
    asking = [
        n for n, words in enumerate(scene.reading.words) if words & _TOPICS and questions.names_gap(scene, n)
    ]
    answering = [
        n + 1 for n in asking if n + 1 < len(scene.reading.sentences) and questions.before(scene, n + 1)
    ]
    return asking + answering


def _topic(scene: Scene, number: int) -> None:
    """A question of how far, or a gap with its sides, is what a length in the next sentence is about."""
    if not scene.reading.words[number] & _TOPICS:
        return
    sides = questions.topic(scene, number)
    if sides and sides.follower and sides.follower.name and sides.follower.kind != "person":
        leader = sides.leader if sides.leader and sides.leader.name else None
        scene.pairs.append((scene.reading.sentences[number].start, sides.follower, leader))


_TOPICS = frozenset(
    (
        "behind",
        "lag",
        "lags",
        "gap",
        "ahead",
        "trail",
        "trails",
        "trailing",
        "lagging",
        "distance",
        "back",
        "good",
        "where",
    )
)


def _bare(scene: Scene, start: int, end: int, known: list[Figure]) -> list[Figure]:
    """ "Years behind": at least one year, open above."""
    found: list[Figure] = []
    if not _GAP_TALK.search(scene.content, start, end):
        return found
    for match in cues.BARE.finditer(scene.content, start, end):
        a, b = match.span("unit" if match["unit"] else "unit2")
        if match["unit2"] and _FROM_TO.search(scene.content, max(start, a - 90), a):
            continue  # "has shrunk to a matter of months": how it moves, with no length
        if not any(f.start < b and a < f.end for f in known):
            unit = scene.content[a:b].lower()
            opens = match.start("lead") if match["unit2"] and match["lead"] else a
            found.append(
                Figure(
                    a,
                    b,
                    opens,
                    1.0,
                    None,
                    "duration",
                    unit[:-1],
                    (_MONTHS[unit], None),
                    worded=True,
                    vague=True,
                )
            )
    return found


_FROM_TO = re.compile(
    r"\b(?:shr[aiu]nk\w*|narrow\w*|fall\w*|fell|cut|clos\w+|reduced|compressed|dwindled|down)\s(?:[^;.?!]{0,50}?\s)?to\s"
    r"(?:(?:a matter of|mere|only|just|a few short)\s)*\Z",
    re.I,
)
_ROSE = re.compile(
    r"\b(?:grown|grew|widened|widening|risen|rose|increased|stretched|lengthened|gone|went|expanded|"
    r"doubled|tripled)\s"
    r"(?:from|since [^,;]{3,30} from)\s+(?:about |around |roughly |some |just |only )*\Z",
    re.I,
)


def _risen(scene: Scene, figure: Figure, start: int) -> Figure:
    """ "Has grown from five months to fifteen" is no range: it stands at its end."""
    ends = figure.months
    if not ends or ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        return figure
    if ends[0] > ends[1]:  # "from a year to two months"
        return replace(figure, months=(ends[1], ends[1]), change=False)
    if not _ROSE.search(scene.content, max(start, figure.start - 60), figure.start):
        return figure
    return replace(figure, months=(ends[1], ends[1]), change=False)


def _elided(scene: Scene, start: int, end: int, known: list[Figure]) -> list[Figure]:
    """The new end of "from 20 months to four": it takes the unit of the old one."""
    found = []
    for old in known:
        if not (old.change and old.months and old.low):
            continue
        link = re.compile(r"\s+to\s+(?:about |perhaps |just |only |roughly |around |maybe |some )*").match(
            scene.content, old.end, end
        )
        new = next(
            (f for f in scene.reading.figures_in(old.end, end) if link and f.start == link.end()), None
        )
        if (
            new is not None
            and new.kind == "count"
            and new.low is not None
            and not new.scaled
            and old.months[0]
        ):
            factor = old.months[0] / old.low
            months = (new.low * factor, new.high * factor if new.high is not None else None)
            found.append(replace(new, kind="duration", unit=old.unit, months=months, change=False))
    return found


_GAP_TALK = re.compile(
    r"\b(?:behind|ahead|lag\w*|trail\w*|gaps?|leads?|led|advantage|edge|distance|head[- ]?start|"
    r"disadvantage)\b",
    re.I,
)
_LEVEL_AGO = re.compile(
    r"\b(?:where|what|like|level|comparable|equivalent|par|as good as|matche?[sd]?|similar to|puts?|"
    r"place[sd]?|"
    r"sits?|stands?|as (?:well|fast|capable|strong|much))\b",
    re.I,
)


def _ago(scene: Scene, start: int, end: int, known: list[Figure]) -> list[Figure]:
    """Stretches that a date rule took ("a year ago"), where a level is compared with that of then."""
    if not re.search(r"\b(?:ago|earlier|back|before)\b", scene.content[start:end]) or not _LEVEL_AGO.search(
        scene.content, start, end
    ):
        return []
    raw = numbers.find(scene.content, start, end)
    dated = [
        p
        for p in scene.reading.periods_in(start, end)
        if re.search(r"\b(?:ago|earlier|back|before)\Z", scene.content[p.start : p.end])
    ]
    found = [
        f
        for f in raw
        for p in dated
        if f.kind == "duration" and f.months and f.start < p.end and p.start < f.end
    ]
    return [f for f in found if not any(k.start < f.end and f.start < k.end for k in known)]


def _read(scene: Scene, number: int, figure: Figure) -> Found | None:
    """The lag that a stretch of time is part of, or None."""
    start = scene.reading.sentences[number].start
    if figure.change and _OLD_END.search(scene.content[start : figure.opening]):
        return None  # where the gap came from is not where it stands
    for reading in (
        Standing,
        Matching,
        Levels,
        Responses,
        Named,
        Then,
        Broad,
        answers.Answer,
        ellipsis.Elliptical,
        Again,
    ):
        if found := reading(scene, number, figure).read():
            return found
    return None
