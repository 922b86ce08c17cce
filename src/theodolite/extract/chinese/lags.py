"""Lags in Chinese: who is how long behind whom, how long a match took or takes, where the gap tends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from theodolite.extract import objections
from theodolite.extract.chinese import lag_courses, lag_drafts, lag_ellipsis, lag_sides, lag_trends
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.lag_sides import Cue
from theodolite.extract.chinese.lag_trends import GAP as _GAP
from theodolite.extract.chinese.referents import slot
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_FILL = (
    r"(?:约为?|大约|大概|大致|平均|至少|至多|最多|最少|近|整整|已经?|仅仅?|只有|只|有|了|可能|也就|也"
    r"|就|是|在|差不多|还|仍|依然|达到?|长达|多达|不到|超过|不足|剩下?|仅剩|或许|也许|大概|恐怕|估计"
    r"|不过|缩至|缩到|缩小到|缩短到|缩短至|缩小至|收窄到|收窄至|扩大到|扩大至|拉大到|拉大至|保持在"
    r"|维持在|为|了|着|上|少说|接近|将近|逾|只剩下?|其实|目前|如今|已经|依旧|平均|起码|整体|总体|普遍"
    r"|也|都|要|得)"
)
_DONE_LATER = r"(?:量产|推出|发布|上市|投产|起步|出现|落地|布局|开始|商用|部署|面世|做出来?|进入|完成)了?"
_BEHIND = re.compile(
    rf"(?:落后|滞后|落伍|慢|晚|迟)(?:于|了)?(?P<other>[^，。；,]{{0,24}}?){_FILL}{{0,4}}\s?\Z"
)
_PLANNED = re.compile(r"(?:市场)?预期|(?:原)?计划|原定|预定|预计|进度|日程|时间表")
_GAP_AHEAD = re.compile(
    rf"(?:{_GAP})[^，。；：,]{{0,26}}\Z|(?:{_GAP})[^。；]{{0,22}}[，,](?:目前|现在|如今"
    rf"|当前)?{_FILL}{{0,4}}\s?\Z"
    rf"|(?:{_GAP})[^。；]{{0,22}}[，,][^。；，]{{0,24}}(?:到|至|为|是|说|约|只有|只剩下?|有"
    rf"|在){_FILL}{{0,3}}\s?\Z"
)
_SHORT_BY = re.compile(
    rf"(?<![误时落温偏逆顺])(?:只|还|仅|约|大约|也就|相|仍)?(?:相差|相隔|隔着|隔|差着|差了|差(?!异|分"
    rf"|价|额|距|别)){_FILL}{{0,3}}\s?\Z"
)
_GAP_BEHIND = re.compile(rf"(?:左右|上下|以上|以内)?的?(?:技术|时间)?(?:{_GAP}|落后)")
_AHEAD = re.compile(
    rf"(?:领先|超前)(?!模型|水平|的|企业|地位|技术|公司)(?:于|了"
    rf"|优势)?(?P<other>[^，。；,]{{0,20}}?){_FILL}{{0,4}}\s?\Z"
)
_THAN_BEHIND = re.compile(
    rf"(?:比|较|相比)(?P<other>[^，。；]{{1,24}}?)[，]?(?:要|还|仍|大约|至少|整整|大概|足足"
    rf"|普遍)*(?:差|慢|晚|迟|落后|滞后|弱)(?:了|着|上|出)?(?:{_DONE_LATER})?{_FILL}{{0,4}}\s?\Z"
)
_THAN_AHEAD = re.compile(
    rf"(?:比|较|相比)(?P<other>[^，。；]{{1,24}}?)[，]?(?:要|还|仍|大约|至少|整整|大概|足足"
    rf"|普遍)*(?:早|快|领先|提前|超前|先进)(?:了|着|上|出)?(?:{_DONE_LATER})?{_FILL}{{0,4}}\s?\Z"
)
_CATCH_BEFORE = re.compile(
    rf"(?:要|想|若要|想要|才能|完全|真正|全面|彻底)*(?P<verb>追赶上?|追上|赶上|追平|赶超|追到|追齐"
    rf"|迎头赶上|超越|超过|弥合(?:差距)?|缩小差距|补上|补齐(?:短板)?|达到|做到|实现(?:自主|自给"
    rf"|国产替代|赶超|追平)|造出|量产|抹平(?:差距)?|填平|走完)"
    rf"(?P<other>[^，。；]{{0,24}}?)(?:的话)?[，,]?(?:预计|恐怕|大概|至少|可能|起码|估计|最快|恐|都"
    rf"|也|据估计|过去|以前|原来|从前|现在|如今|我看|在我看来|少说|最少|保守估计|还|仍|尚|另|再"
    rf"|少则)*(?:[\u4e00-\u9fff]{{0,8}}?)(?:至少|起码|还|仍|大概|可能|恐怕)*(?:需要?|要|得|须|花|用|等"
    rf"|有)(?:再|要|花|用|等|上|有|费)*{_FILL}{{0,4}}\s?\Z"
)
_TOOK_BEFORE = re.compile(
    rf"(?P<verb>追赶?上|赶上|追平|赶超|复现|做出|达到|补上"
    rf"|弥合)(?P<other>[^，。；]{{0,20}}?)[，,]?(?:前后|总共|一共|只|仅|才|前前后后|中间|整个过程"
    rf"|大约|大概|差不多|就)*(?:用了?|花了?|耗时|历时|只用了|相隔|隔了|等了|经历了"
    rf"|耗费了?){_FILL}{{0,3}}\s?\Z"
)
_SHAKEN_OFF = re.compile(
    rf"被(?P<by>[^，。；]{{1,16}}?)(?:远远|已经?|整整|足足|大约|又)?(?:甩开|甩下|落下|拉下|抛下|抛开|拉开|甩在身后|甩在后面)(?:了|出)?{_FILL}{{0,3}}\s?\Z"
    rf"|(?:把|将)(?P<whom>[^，。；]{{1,16}}?)(?:远远|已经?|整整|足足|大约|又)?(?:甩开|甩下|落下|抛下|抛开|拉开|甩在身后|甩在后面)(?:了|出)?{_FILL}{{0,3}}\s?\Z"
    rf"|(?:甩开|抛离|抛开|拉开)了?(?P<off>[^，。；]{{1,16}}?){_FILL}{{0,3}}\s?\Z"
)
_SHORT_OF = re.compile(rf"(?<![时落温偏逆相误])差(?P<other>[^，。；距]{{1,14}}?){_FILL}{{0,3}}\s?\Z")
_AWAY = re.compile(
    rf"(?:离|距离?|距|和|与|跟)(?P<other>[^，。；]{{1,16}}?)[，]?(?:大概|大约|也就|可能|恐怕|至少"
    rf"|起码|其实|目前|现在)*(?:(?:还|仍|尚|只)(?:有|差|剩下?|隔着?)|隔着?|相隔){_FILL}{{0,4}}\s?\Z"
)
_RATHER = re.compile(
    rf"(?:有人说|有的说|也有人?说|我看|实际上?|现在看?|如今|目前|眼下|最短时?|最长时?|最多|最快|最慢"
    rf"|又(?:降|缩|扩|拉|升)(?:到|至)|(?:年底?|季度|上半年|下半年)(?:又|再|已)?"
    rf"(?:降|缩|缩短|缩小|扩大|拉大|升)(?:到|至)|而是|甚至是?|有人说是|也可能是|或许是|或者说是"
    rf"|实际上是|其实是|应该是){_FILL}{{0,3}}\s?\Z"
)
_AGO_LEVEL = re.compile(r"(?:左右|多)?(?:之|以)?前的?(?:水平|水准|状态|技术|样子|程度|模型)")
_AT_LEVEL = re.compile(
    r"(?:相当于|停留在|处于|还是|只有|仅为|达到|接近|等于|是|在|才到|只到"
    r"|不过是)(?P<other>[^，。；]{1,16}?)(?:在)?(?:约|大约|近|差不多)?\s?\Z"
)
_AHEAD_BEHIND = re.compile(r"的?(?:领先|先发)(?:优势|地位|身位)?")
_MATCHED = re.compile(
    r"(?P<between>[^。；！？]{0,14}?)(?P<verb>追赶?上|赶上|追平|赶超|追到|追齐|迎头赶上|跟了上来"
    r"|追了上来|赶了上来|跟上来|平起平坐|并驾齐驱|持平|打平|看齐|掰手腕|补齐差距"
    r"|弥合差距|抹平差距|复现(?:出|了|其)?"
    r"|(?:达到|拥有|做出|具备|超越|超过|复现|对标|推出|训练出|有|拿出|发布|跟上|跟进"
    r"|做出来|做到|做成|摸到)(?=[^。；]{0,24}?(?:类似|相比|相当|水平"
    r"|同等|同级|比肩|媲美|对标|差不多|平替|开源版|替代|级别|水准|量级)))"
)
_RELEASED = re.compile(
    r"(?P<who>[^，。；！？]{0,16}?)(?:发布|推出|问世|上线|面世|亮相|发了?|公布"
    r"|开源)了?(?P<what>[^，。；！？]{0,20}?)(?:之?后|以来)"
    r"[，]?(?:仅|只|仅仅|只过了|不到|短短|大约|约|才|大概|差不多|过了)*\s?\Z"
)
_ANSWERED = re.compile(
    r"(?:之?后|左右|内|多)?[，]?(?P<b>[^，。；！？]{0,20}?)(?:就|便|才|即|已经?|也)[^，。；！？]{0,4}?"
    r"(?:拿出|推出|发布|复现|跟上|跟进|有|做出|追上|追平|开源|上线|训练出|放出|端出|交出)"
)
_LATER = re.compile(r"后(?:就|便|才|已经?)?[^，。；]{0,6}(?:跟上|跟进|追上|追平|赶上)")
_NEVER = re.compile(
    r"(?:之?内|以内)?(?:可能|未必|恐怕|也|都|很|根本|绝对|肯定|基本|还|仍|是|怕是|恐|大概|显然|几乎)*"
    r"(?:做不出|追不上|赶不上|追赶不上|补不上|造不出"
    r"|(?:无法|难以|没法|很难|不可能|不太可能|别想|休想|看不到|没有?希望|没有?可能"
    r"|难)[^，。；]{0,8}?(?:追上|赶上|追平|赶超|超越|弥合|补上|追赶|补齐|造出|做到))"
)
_LEAST = re.compile(r"(?:至少|起码|最少|少说)[^，。；]{0,6}\Z")
_LEAST_LEAD = re.compile(r"(?:至少|起码|最少|少说)(?:也|都|要|还|仍|就)?\Z")
_MOST = re.compile(r"(?:最多|顶多|至多|不超过|不到|用不了|要不了)[^，。；]{0,6}\Z")
_MOST_LEAD = re.compile(r"(?:最多|顶多|至多)(?:也|都|就|只|也就)?\Z")
_WITHIN = re.compile(r"\s?(?:之内|以内|内)")
_NO_LESS = re.compile(
    r"(?:时间|工夫|功夫|以上)?[，,]?(?:是|都|就|恐怕)?(?:不行|不可能|谈不上|追不上|赶不上|很难"
    r"|办不到|做不到|下不来|补不上)"
)
_TOOK = re.compile(r"(?:用了|花了|耗时|历时|仅用|只用|用时|经过|短短|时隔)[^，。；]{0,8}\Z")
_DONE = re.compile(r"[^。；，]{0,6}(?:就|便|才|已经?|即)\Z|了\Z")
_NOT_SO = re.compile(r"(?:并?不是|并非|绝非|远非|远不是|并不只?是|不仅仅?是)")
_OLD_END = re.compile(r"(?:从|由)[^，。；]{0,10}\Z")
_NEW_END = re.compile(r"[^，。；]{0,8}(?:缩|收|扩|拉|降|变|减|增|到|至)")


_MADE_AT_MOST = 4_000
"""Lags of one text; no more drafts of a kind are told of one (`rules.BUDGET`)."""


def find(scene: Scene) -> Iterator[Draft]:
    """Every lag: those with a stretch of time first, then trends without one."""
    if not scene.mentions and "我" not in scene.content:
        return  # nobody who could be behind
    made: list[Draft] = []
    for figure in (f for f in scene.figures if f.kind == "duration"):
        if len(made) > _MADE_AT_MOST:
            scene.left_off.setdefault("lag", figure.start)
            scene.take(figure.start, figure.end)  # what is not read as a lag is no quantity for that
        elif draft := _stretch(scene, figure):
            scene.take(figure.start, figure.end)
            made += [draft, *_others(scene, draft)]
    yield from made
    yield from objections.drafts(scene.content, scene.sentences, made)
    yield from lag_courses.find(scene)


def _others(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """The same lag of those that are named with the follower ("Kimi和GLM跟Claude还差半年")."""
    follower, leader = scene.gaps[-1][1:]
    yield from _further_leaders(scene, draft, follower, leader)
    if follower is None or follower.end <= draft.start - 40:
        return
    near = [
        m
        for m in scene.mentions_in(max(0, follower.start - 30), follower.end + 30)
        if m.kind not in ("person",)
    ]
    for beside in near:
        first, second = sorted((beside, follower), key=lambda m: m.start)
        joined = re.fullmatch(r"\s?(?:、|和|与|及|以及)\s?", scene.content[first.end : second.start])
        of_leader = leader is not None and leader.side is not None and beside.side == leader.side
        if not joined or of_leader or beside.name in (follower.name, leader.name if leader else None):
            continue
        if (leader is not None and first.name == leader.name) or (
            re.search(r"(?:与|和)\s?\Z", scene.content[first.end : second.start])
            and _is_pair(scene, first, second)
        ):
            continue
        slots = {**draft.slots, **slot(scene, "follower", beside)}
        yield Draft("lag", draft.start, draft.end, draft.cue, draft.sentence, slots, dict(draft.override))


def _further_leaders(
    scene: Scene, draft: Draft, follower: Mention | None, leader: Mention | None
) -> Iterator[Draft]:
    """The same lag behind those that are named with the leader ("落后OpenAI和谷歌半年")."""
    if leader is None or follower is None or not draft.start - 4 <= leader.start < leader.end <= draft.end:
        return
    first = last = leader
    found: list[Mention] = []
    for beside in scene.mentions_in(leader.end, min(draft.end, leader.end + 40)):
        if beside.kind == "person" or not _ROW.fullmatch(scene.content[last.end : beside.start]):
            break
        found.append(beside)
        last = beside
    for beside in reversed(scene.mentions_in(max(0, leader.start - 40), leader.start)):
        between = scene.content[beside.end : first.start]
        pair = between == "" and beside.kind == first.kind == "side"
        if beside.kind == "person" or beside.name == follower.name or not (pair or _ROW.fullmatch(between)):
            break
        found.append(beside)
        first = beside
    if any(m.name == follower.name for m in found):
        return  # "A与B的差距"
    if found and re.search(
        r"(?:与|和|跟|同|比|于|后|先|离|距|过|上|平|较|晚|慢|差)\s?\Z",
        scene.content[max(0, first.start - 2) : first.start],
    ):
        for beside in found[:3]:
            slots = {**draft.slots, **slot(scene, "leader", beside)}
            yield Draft("lag", draft.start, draft.end, draft.cue, draft.sentence, slots, dict(draft.override))


_ROW = re.compile(r"\s?(?:、|和|与|及|以及)\s?")


def _is_pair(scene: Scene, first: Any, second: Any) -> bool:
    """Whether the two are set against each other ("A与B的差距")."""
    return (
        re.match(
            r"[^，。；]{0,10}(?:差距|之间|相差|落差|代差|相比)", scene.content[second.end : second.end + 14]
        )
        is not None
    )


def _stretch(scene: Scene, figure: Figure) -> Draft | None:
    """The lag that a stretch of time belongs to, if its words say so."""
    number = scene.sentence_at(figure.start)
    sentence = scene.sentences[number]
    before = scene.content[max(sentence.start, figure.start - 48) : figure.start]
    after = scene.content[figure.end : min(sentence.end, figure.end + 48)]
    if _OLD_END.search(before) and _NEW_END.match(after):
        return None
    cue = _cue(scene, before, after, figure)
    if cue is None:
        return None
    low, high = figure.low, figure.high
    middle = scene.content[cue.start : figure.start]
    denied, without = _NOT_SO.search(middle) is not None, False
    if re.search(r"不止|不只", middle):
        high, denied = None, False
    lead = scene.content[max(sentence.start, cue.start - 8) : cue.start]
    if cue.kind == "never":
        low, high = (low if low is not None else high), None
    elif _NO_LESS.match(after) and re.search(r"没有?\Z", before):
        high, without = None, True
    elif _LEAST.search(middle) or _LEAST_LEAD.search(lead):
        high = None
    elif (
        low is not None
        and low == high
        and (
            _MOST.search(middle)
            or _MOST_LEAD.search(lead)
            or (cue.reading == "catch_up" and _WITHIN.match(after))
        )
    ):
        low = None
    follower, leader = lag_sides.of(scene, sentence, cue)
    if follower is None and leader is None:
        return None
    if "与其说" in scene.content[sentence.start : cue.start]:
        return None
    trend = lag_trends.near(scene, figure.start, figure.end) if cue.reading == "standing" else None
    slots = lag_drafts.slots(scene, follower, leader, low, high, trend, cue.reading)
    slots["anchor"] = lag_sides.anchor(scene, cue, sentence) if cue.reading != "standing" else None
    start, end = lag_drafts.extent(scene, sentence.start, cue, figure, follower, leader)
    scene.gaps.append((figure.start, follower, leader))
    override: dict[str, Any] = {"dimension": lag_drafts.dimension(scene, start, end, sentence.start)}
    if cue.kind == "never" or without:
        override["polarity"] = "asserted"
    elif denied:
        override["polarity"] = "denied"
    return Draft("lag", start, end, min(cue.start, figure.start), number, slots, override)


_APART, _COMPARED, _MATCH = (
    frozenset("离距和与跟"),
    frozenset("比较"),
    frozenset("追赶超弥缩补达做实造量抹填走复"),
)
"""Characters without one of which these cues cannot stand: a cheap look before the patterns."""


def _named(scene: Scene, start: int, end: int, stop: int) -> tuple[int, int]:
    """The place of the other side behind a verb, with the name that begins there."""
    first = next((m for m in scene.mentions_in(start, stop) if m.start <= start + 1), None)
    return start, max(end, first.end if first else end)


def _cue(scene: Scene, before: str, after: str, figure: Figure) -> Cue | None:
    """What makes the stretch a lag."""
    at = figure.start - len(before)
    if (behind := _BEHIND.search(before)) and not _PLANNED.match(behind["other"]):
        return Cue(
            "behind", at + behind.start(), figure.end, "standing", (at + behind.start("other"), figure.start)
        )
    if ahead := _AHEAD.search(before):
        return Cue(
            "ahead", at + ahead.start(), figure.end, "standing", (at + ahead.start("other"), figure.start)
        )
    if rather := _RATHER.search(before):
        last = scene.gaps[-1] if scene.gaps else None
        if last and 0 < figure.start - last[0] < 70 and "。" not in scene.content[last[0] : figure.start]:
            return Cue("gap", at + rather.start(), figure.end, "standing")
    if ("开" in before or "下" in before or "甩" in before) and (off := _SHAKEN_OFF.search(before)):
        other = (at + off.start(off.lastgroup or 0), at + off.end(off.lastgroup or 0))
        if scene.mentions_in(*other):
            way: Literal["behind", "ahead"] = "behind" if off["by"] else "ahead"
            return Cue(way, at + off.start(), figure.end, "standing", other)
    near = set(before)
    if near & _APART and (away := _AWAY.search(before)):
        later = max(away["other"].rfind(word) for word in "跟与离") + 1  # "A和B跟C" is of C
        other = (at + away.start("other") + later, at + away.end("other"))
        if re.search(r"前沿|水平|梯队|最好|顶尖|先进|领先|一流|对手", away["other"]) or scene.mentions_in(
            *other
        ):
            return Cue("behind", other[0] - 1, figure.end, "standing", other)
    if near & _COMPARED and (than := _THAN_BEHIND.search(before)):
        return Cue(
            "behind",
            at + than.start(),
            figure.end,
            "standing",
            (at + than.start("other"), at + than.end("other")),
        )
    if near & _COMPARED and (than := _THAN_AHEAD.search(before)):
        return Cue(
            "ahead",
            at + than.start(),
            figure.end,
            "standing",
            (at + than.start("other"), at + than.end("other")),
        )
    if (level := _AGO_LEVEL.match(after)) and (place := _AT_LEVEL.search(before)):
        return Cue(
            "behind",
            at + place.start(),
            figure.end + level.end(),
            "standing",
            (at + place.start("other"), figure.start),
        )
    if near & _MATCH and (took := _TOOK_BEFORE.search(before)):
        return Cue(
            "match",
            at + took.start(),
            figure.end,
            "record",
            _named(scene, at + took.start("other"), at + took.end("other"), figure.start),
        )
    if near & _MATCH and (chase := _CATCH_BEFORE.search(before)):
        return Cue(
            "match",
            at + chase.start(),
            figure.end,
            "catch_up",
            _named(scene, at + chase.start("other"), at + chase.end("other"), figure.start),
        )
    if (released := _RELEASED.search(before)) and (answer := _ANSWERED.match(after)):
        other = (at + released.start("who"), at + released.end("what"))
        return Cue("match", figure.start, figure.end + answer.end(), "record", other)
    if never := _NEVER.match(after):
        return Cue("never", figure.start, figure.end + never.end(), "catch_up")
    if gap := _GAP_BEHIND.match(after):
        return Cue("gap", figure.start, figure.end + gap.end(), "standing")
    if later := _LATER.match(after):
        return Cue("match", figure.start, figure.end + later.end(), "record")
    if lead := _AHEAD_BEHIND.match(after):
        return Cue("ahead", figure.start, figure.end + lead.end(), "standing")
    if gap := _GAP_AHEAD.search(before):
        return Cue("gap", at + gap.start(), figure.end, "standing")
    if (lack := _SHORT_OF.search(before)) and scene.mentions_in(
        at + lack.start("other"), at + lack.end("other")
    ):
        other = (at + lack.start("other"), at + lack.end("other"))
        return Cue("behind", at + lack.start(), figure.end, "standing", other)
    if short := _SHORT_BY.search(before):
        return Cue("gap", at + short.start(), figure.end, "standing")
    if (matched := _MATCHED.match(after)) and not re.search(r"[，,].*[，,]", matched["between"]):
        took = _TOOK.search(before) or (
            _DONE.search(matched["between"]) and re.match(r"了", after[matched.end() :])
        )
        return Cue("match", figure.start, figure.end + matched.end(), "record" if took else "catch_up")
    return lag_ellipsis.find(scene, figure, before)
