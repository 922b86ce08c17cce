"""Who is behind whom in a Chinese gap: by its words, the gap before, or the order of the field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from theodolite.extract import field_order
from theodolite.extract.chinese import lag_unnamed
from theodolite.extract.chinese.lag_unnamed import SIDES
from theodolite.extract.chinese.referents import subjects, us
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that make a lag. `other`: where the side that is named behind the verb stands."""

    kind: Literal["behind", "ahead", "gap", "match", "never"]
    start: int
    end: int
    reading: Literal["standing", "record", "catch_up"]
    other: tuple[int, int] | None = None
    carried: bool = False
    """Whether it leans on the gap before it, whose sides it has."""


_WITH = re.compile(r"(?:与|和|跟|同|离|距离?|距|较|相比|比|对)\s?\Z")
_JOINED = re.compile(r"[^，。；]{0,14}?(?:与|和|跟|同|、|相比|对比|离|距离?|较)\s?(?:目前|当前)?\s?\Z")
_SAID = re.compile(r"否认|不认同|不同意|反驳|驳斥|承认|认为|声称|估计|相信|警告(?=[^，。]{0,4})")
_STILL = re.compile(r"仍|还有|尚有|还存在|依然有|依旧")
_THEM = re.compile(r"两国|双方|两者|二者|彼此")
_WE = re.compile(r"我们|咱们|我方")
_OTHER = re.compile(
    r"对方|对手|前沿|他们|最前沿|世界(?:领先|先进|一流|顶尖)?(?:水平|模型)?|国际(?:领先|先进)?水平"
    r"|国际(?:领先|先进|前沿)"
)


def of(scene: Scene, sentence: Span, cue: Cue) -> tuple[Mention | None, Mention | None]:
    """(follower, leader); None where the text leaves one out and nothing tells it."""
    follower, leader = _by_words(scene, sentence, cue)
    if cue.kind in ("gap", "behind") and (follower is None or follower.start == follower.end):
        own = _theirs(scene, sentence, cue)
        if own is not None and (leader is None or own.name != leader.name):
            follower = own
    return follower, leader


_THEIRS = re.compile(
    r"其(?![中他它实余次间])|自己|自家|他们|(?<![A-Za-z\u4e00-\u9fff])(?:该)?公司|(?<!其)它们?"
)


def _theirs(scene: Scene, sentence: Span, cue: Cue) -> Mention | None:
    """Of whom a gap is that "its" or "theirs" names: who speaks or is spoken of before in the sentence."""
    found = _THEIRS.search(scene.content, sentence.start, cue.end)
    if found is None:
        return None
    before = [
        m
        for m in scene.mentions_in(sentence.start, found.start())
        if m.kind in SIDES and m.noun != "title" and m.name not in field_order.OBSERVERS
    ]
    if before:
        return before[0]
    number = scene.sentence_at(sentence.start)
    return _topic_of(scene, scene.sentences[number - 1]) if number else None


def _topic_of(scene: Scene, sentence: Span) -> Mention | None:
    """The first side that a sentence names."""
    return next(
        (m for m in scene.mentions_in(sentence.start, sentence.end) if m.kind in SIDES and m.noun != "title"),
        None,
    )


def _by_words(scene: Scene, sentence: Span, cue: Cue) -> tuple[Mention | None, Mention | None]:
    first = _opening(scene, sentence, cue)
    last = lag_unnamed.last_gap(scene, cue.start) if cue.carried else None
    if last is not None and cue.start - last[0] < 150 and last[1] is not None:
        return last[1], last[2]
    if cue.kind == "behind":
        return _behind(scene, cue, first)
    if cue.kind == "ahead":
        follower, leader = _behind(scene, cue, first)
        if leader is None and follower is not None and follower.side == "United States":
            last = lag_unnamed.last_gap(scene, cue.start)
            leader = last[1] if last and last[1] else _home(scene, cue.start)
        return (leader, follower) if follower else (None, None)
    found = _named(scene, cue, first)
    if cue.kind in ("match", "never"):
        return _matching(scene, cue, first, found)
    return _gap(scene, cue, first, found)


def _opening(scene: Scene, sentence: Span, cue: Cue) -> int:
    """Where the speaker's own introduction ends."""
    first = scene.voices.opening(sentence.start, cue.start)
    said = _SAID.search(scene.content, first, cue.start)
    named = scene.mentions_in(said.end(), cue.start) if said else ()
    return said.end() if said and named else first  # whoever denies it is not behind


def _named(scene: Scene, cue: Cue, first: int) -> list[Mention]:
    """The sides that the sentence names before the end of the cue."""
    found = [m for m in scene.mentions_in(first, cue.end) if m.kind in SIDES and m.noun != "title"]
    return [m for m in _without_owners(scene, found) if m.name not in field_order.OBSERVERS]


def _without_owners(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Names in order, but for "OpenAI" of "OpenAI的GPT-4", "法国" of "法国的Mistral"."""
    return [m for m, behind in zip_longest(found, found[1:]) if not _owns(scene, m, behind)]


def _owns(scene: Scene, mention: Mention, behind: Mention | None) -> bool:
    """Whether the name right behind another is that one's."""
    return (
        behind is not None
        and (
            (behind.kind == "model" and mention.kind == "organisation")
            or (mention.kind == "side" and behind.kind in ("organisation", "model"))
        )
        and re.fullmatch(r"\s?(?:的|旗下的?)?\s?", scene.content[mention.end : behind.start]) is not None
    )


def _behind(scene: Scene, cue: Cue, first: int) -> tuple[Mention | None, Mention | None]:
    """The topic is behind; the other is named behind the verb, or was said to be compared with."""
    others = [m for m in scene.mentions_in(*cue.other) if m.kind in SIDES] if cue.other else []
    if cue.other and not others and (us := _WE.search(scene.content, *cue.other)):
        others = [Mention(us.start(), us.end(), scene.ours, "side", scene.ours)]
    before = [m for m in scene.mentions_in(first, cue.start) if m.kind in SIDES and m.noun != "title"]
    compared = [m for m in before if _WITH.search(scene.content[max(first, m.start - 4) : m.start])]
    ends = {m.end for m in compared if m.kind == "side"}
    compared += [m for m in before if m.kind == "side" and m.start in ends]
    places = {m.start for m in compared}
    own = [m for m in _without_owners(scene, before) if m.start not in places]
    leader = others[0] if others else compared[-1] if compared else None
    if leader is None and cue.other and (foreign := _OTHER.search(scene.content, *cue.other)):
        leader = Mention(
            *foreign.span(), scene.text.content[foreign.start() : foreign.end()], "unknown", None
        )
    follower = _we(scene, first, cue.start) or _last_clause(scene, own, cue.start)
    if follower is None:
        topics = [m for m in subjects(scene, cue.start, SIDES) if leader is None or m.name != leader.name]
        follower = topics[0] if topics else None
    return _completed(scene, cue.start, follower, leader)


def _last_clause(scene: Scene, found: list[Mention], at: int) -> Mention | None:
    """The first of the mentions in the clause of a place, else the last one before."""
    clause = scene.clause_at(at)
    inside = [m for m in found if m.start >= clause.start]
    if inside or not found:
        return inside[0] if inside else None
    topics = [m for m in subjects(scene, at, SIDES) if m.name in {f.name for f in found}]
    return topics[0] if topics else found[-1] if found else None


def _we(scene: Scene, first: int, at: int) -> Mention | None:
    """ "We": the text's own country; the speaker's own firm, where the sentence sets it against another."""
    found = _WE.search(scene.content, max(first, at - 30), at)
    if found is None:
        return None
    side = scene.voices.at(found.start(), found.end()).side or scene.ours
    country = Mention(found.start(), found.end(), side, "side", side)
    sentence = scene.sentences[scene.sentence_at(found.start())]
    rivals = scene.mentions_in(sentence.start, sentence.end)
    return us(scene, country) if any(m.kind in ("organisation", "model") for m in rivals) else country


def _gap(scene: Scene, cue: Cue, first: int, found: list[Mention]) -> tuple[Mention | None, Mention | None]:
    """A gap between two, in the order of the field where both are countries' own."""
    near = [m for m in found if m.start >= cue.start - 44]
    we = _we(scene, first, cue.start)
    if we is not None and not any(m.side == we.side for m in near):
        leader = near[0] if near else None
        if leader is None and (other := _OTHER.search(scene.content, we.end, cue.end)):
            leader = Mention(*other.span(), scene.text.content[other.start() : other.end()], "unknown", None)
        return _completed(scene, cue.start, we, leader)
    if any(m.kind in ("side", "group") for m in near) and not any(
        _WITH.search(scene.content[max(first, m.start - 3) : m.start]) for m in near
    ):
        sides = [m for m in near if m.kind in ("side", "group")]
        near = sides if len(sides) == 1 or scene.content[sides[0].end : sides[1].start] == "" else near
    if len(near) >= 2:
        for a, b in zip(reversed(near[:-1]), reversed(near[1:]), strict=True):
            between = scene.content[a.end : b.start]
            row = (
                between.strip() == "、" and a is not near[0] and _WITH.search(scene.content[first : a.start])
            )
            if not row and (between == "" or _JOINED.fullmatch(between)):
                still = _STILL.search(scene.content, b.end, cue.end)
                if still and between and {a.side, b.side} != {"China", "United States"}:
                    return a, b
                return _ordered(scene, a, b)
    with_ = [m for m in near if _WITH.search(scene.content[max(first, m.start - 3) : m.start])]
    if with_:
        leader = with_[-1]
        others = [m for m in near if m.name != leader.name and (m.side is None or m.side != leader.side)]
        follower = others[0] if others else _topic(scene, with_[-1].start, leader)
        if follower is None and leader.side != scene.home:
            follower = _home(scene, leader.start)
        return follower, leader
    inside = scene.clause_at(cue.start)
    near = [m for m in near if m.kind in ("side", "group") or m.start >= inside.start or not m.side]
    if len({m.side for m in near}) == 1 and near[0].side == "United States" != scene.ours:
        last = lag_unnamed.last_gap(scene, cue.start)
        return last[1] if last and last[1] else _home(scene, cue.start), near[0]
    if near and not _THEM.search(scene.content[max(first, cue.start - 20) : cue.end]):
        return _completed(
            scene,
            cue.start,
            near[-1] if _OTHER.search(scene.content, near[-1].end, cue.end) else near[0],
            None,
        )
    return lag_unnamed.from_before(scene, cue.start)


def _ordered(scene: Scene, a: Mention, b: Mention) -> tuple[Mention, Mention]:
    """The one named first is behind, but countries keep the order of the field."""
    theirs = "organisation" not in (a.kind, b.kind) or (a.side, b.side) == ("United States", "China")
    if a.side and b.side and a.side != b.side and theirs:
        chips = bool(re.search(r"芯片|半导体|光刻|晶圆|制程", scene.content[a.start : b.end + 30]))
        follower, _ = field_order.in_order(a.side, b.side, chips)
        return (a, b) if a.side == follower else (b, a)
    return a, b


def _topic(scene: Scene, at: int, other: Mention) -> Mention | None:
    return next((m for m in subjects(scene, at, SIDES) if m.name != other.name), None)


def _home(scene: Scene, at: int) -> Mention:
    return Mention(at, at, scene.home, "side", scene.home)


def _matching(
    scene: Scene, cue: Cue, first: int, found: list[Mention]
) -> tuple[Mention | None, Mention | None]:
    """Who will match: the topic; whom: what the verb names, else by the order of the field."""
    topic = subjects(scene, cue.start, SIDES)
    clause_of = scene.clause_at(cue.end - 1)
    if not topic and clause_of.start > cue.start:
        topic = [m for m in found if clause_of.start <= m.start][:1]
    follower = _we(scene, first, cue.start) or (topic[0] if topic else None)
    if cue.other is not None:
        named = [m for m in scene.mentions_in(*cue.other) if m.kind in SIDES]
        later = [m for m in found if m.start >= cue.other[1]]
        if later and not any(cue.start - 30 <= m.start < cue.start for m in found):
            follower = later[0]
        follower = follower or next((m for m in found if m.end <= cue.start), None)
        if cue.reading == "record" and cue.start >= cue.other[1]:
            return _answering(scene, cue, found)
        if named:
            return follower, named[-1] if len(named) > 1 and named[0].end == named[-1].start else named[0]
        if foreign := _OTHER.search(scene.content, *cue.other):
            at = foreign.span()
            return follower, Mention(*at, scene.text.content[at[0] : at[1]], "unknown", None)
        return _completed(scene, cue.start, follower, None)
    clause = scene.clause_at(cue.end - 1)
    near = scene.mentions_in(cue.end - 3, min(clause.end, cue.end + 24))
    behind = [m for m in near if m.kind in SIDES and m.start - cue.end <= 10]
    behind = [m for m in behind if follower is None or m.name != follower.name]
    return _completed(scene, cue.start, follower, behind[0] if behind else None)


def _answering(scene: Scene, cue: Cue, found: list[Mention]) -> tuple[Mention | None, Mention | None]:
    """ "A发布X后四个月，B就拿出了Y": B behind A."""
    named = [m for m in scene.mentions_in(*(cue.other or (0, 0))) if m.kind in SIDES]
    behind = [m for m in found if m.start >= cue.start]
    we = _we(scene, cue.start, cue.end)
    follower = behind[0] if behind else we
    leader = named[0] if named else None
    if follower is None or (leader is not None and follower.name == leader.name):
        return None, None
    return _completed(scene, cue.start, follower, leader)


def anchor(scene: Scene, cue: Cue, sentence: Span) -> str | None:
    """The named model that is or was to be matched."""
    found = [m for m in scene.mentions_in(sentence.start, sentence.end) if m.kind == "model"]
    return found[0].name if found else None


def _completed(
    scene: Scene, at: int, follower: Mention | None, leader: Mention | None
) -> tuple[Mention | None, Mention | None]:
    """A side that is left out is the one of the gap before, or the United States to China."""
    if follower is not None and leader is not None:
        return follower, leader
    before = lag_unnamed.last_gap(scene, at)
    if follower is None and leader is None:
        return lag_unnamed.from_before(scene, at)
    other = lag_unnamed.counterpart(scene, at, follower or leader)
    if other is not None:
        return (follower, other) if leader is None else (other, leader)
    if leader is None and follower is not None:
        if before and before[2] is not None and before[2].side != follower.side:
            return follower, before[2]
        near = lag_unnamed.named_near(scene, at, follower)
        if near is not None and follower.side == "United States":
            return near, follower
        if near is not None and near.side == "United States":
            return follower, near
        if follower.side == "China" and any(
            m.name == "United States" or m.side == "United States" for m in scene.known
        ):
            return follower, Mention(at, at, "United States", "side", "United States")
        return follower, None
    if before and before[1] is not None and leader is not None and before[1].side != leader.side:
        return before[1], leader
    if leader is not None and leader.side == "United States":
        return _home(scene, at), leader
    return follower, leader
