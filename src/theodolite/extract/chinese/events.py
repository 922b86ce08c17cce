"""Dated events in Chinese: who did what on which day, month or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.chinese import dimensions, stance
from theodolite.extract.chinese.referents import slot, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.periods import Period

ACTIONS = {
    "发布": "released", "推出": "launched", "上线": "launched", "开源": "open-sourced", "公布": "published",
    "发表": "published",
    "宣布": "announced", "收购": "acquired", "投资": "invested", "成立": "founded", "创立": "founded",
    "创办": "founded",
    "签署": "signed", "通过": "passed", "出台": "issued", "生效": "took effect", "禁止": "banned",
    "限制": "restricted",
    "获得": "received", "完成": "completed", "任命": "appointed", "出任": "became head of", "召开": "held",
    "举行": "held",
    "启动": "started", "亮相": "was shown", "问世": "came out", "面世": "came out", "开放": "opened",
    "登顶": "topped",
    "起诉": "sued", "暂停": "suspended", "关闭": "closed", "加入": "joined", "离职": "left",
    "辞职": "resigned", "入职": "joined",
    "批准": "approved", "下令": "ordered", "取消": "cancelled", "列入": "listed", "发射": "launched",
    "开业": "opened", "上市": "was listed",
    "达成": "reached", "会见": "met", "访问": "visited", "披露": "disclosed", "提出": "proposed",
    "开幕": "opened",
}  # fmt: skip
_VERB = re.compile("|".join(ACTIONS))
_FIRST = ("宣布",)
_NOT_DATED = re.compile(r"(?:截至|截止|到|至|自从?|从|预计|计划|有望|将于|拟于|定于|早在)\s?\Z")
_DATED_SINCE = re.compile(r"自\s?\Z")
_GAP = 46
_OBJECT = re.compile(r"(?:了|过|的)?(?P<what>[^，。；！？\n]{2,28})")
_PASSIVE = ("model",)


def find(scene: Scene) -> Iterator[Draft]:
    """Every dated event, at most one for a date."""
    for period in scene.periods:
        if not period.iso or "/" in period.iso or period.iso[:7] > (scene.published or "9999")[:7]:
            continue
        draft = _event(scene, period)
        if draft:
            yield draft


def _event(scene: Scene, period: Period) -> Draft | None:
    number = scene.sentence_at(period.start)
    sentence = scene.sentences[number]
    before = scene.content[max(sentence.start, period.start - 6) : period.start]
    if _NOT_DATED.search(before) or re.match(
        r"\s?(?:以来|年?底?前|之前|以前|起|间|版)", scene.content[period.end : period.end + 4]
    ):
        return None
    verb = _verb(scene, period, sentence)
    if verb is None:
        return None
    agent = _agent(scene, verb.start(), period, sentence)
    if agent is None:
        return None
    thing = _thing(scene, verb, sentence)
    end = thing[1] if thing else verb.end()
    start = min(period.start, agent.start) if agent.start >= sentence.start else period.start
    slots: dict[str, Any] = {
        **slot(scene, "subject", agent),
        "action": ACTIONS[verb.group()],
        "object": thing[0].name if thing and isinstance(thing[0], Mention) else thing[0] if thing else None,
        "object_text": None,
        "object_side": thing[0].side if thing and isinstance(thing[0], Mention) else None,
        "date": period.iso,
    }
    if thing and isinstance(thing[0], Mention):
        slots["object_text"] = scene.text.content[thing[0].start : thing[0].end]
    dimension = dimensions.of(scene.content[start:end], default="capability")
    return Draft("event", start, max(end, verb.end()), verb.start(), number, slots, {"dimension": dimension})


def _verb(scene: Scene, period: Period, sentence: Span) -> re.Match[str] | None:
    """The first act behind the date, in its clause or the next; else the act right before "于"."""
    limit = min(sentence.end, period.end + _GAP)
    stop = next((p.start for p in scene.periods_in(period.end, limit) if p.iso), limit)
    for match in _VERB.finditer(scene.content, period.end, stop):
        between = scene.content[period.end : match.start()]
        if len(re.findall(r"[，,；]", between)) > 1 or "”" in between:
            return None
        if re.match(
            r"(?:会|量|日|方|人|者|公司|额|率|后|前)", scene.content[match.end() : match.end() + 2]
        ) and not re.match(r"会[^上议]", scene.content[match.end() : match.end() + 2]):
            continue
        if not _acts(scene, match, sentence) or stance.negated(scene.content, match.start(), period.end):
            continue
        if re.search(
            r"将(?!其|该|此|部分)|预计|计划|有望",
            scene.content[max(sentence.start, period.start - 8) : match.start()],
        ):
            return None
        return match
    return None


def _acts(scene: Scene, verb: re.Match[str], sentence: Span) -> bool:
    """Whether a word that may be a noun is a verb here: something follows that it was done to."""
    behind = scene.content[verb.end() : verb.end() + 12]
    if behind.startswith("的"):
        return any(
            m.start - verb.end() <= 14
            for m in scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))
        )
    if verb.group() in ("投资", "限制", "通过", "开放", "获得", "加入", "禁止", "达成", "收购"):
        direct = any(
            m.start - verb.end() <= 3
            for m in scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))
        )
        money = any(
            f.kind == "money" and f.start - verb.end() <= 2
            for f in scene.figures_in(verb.end(), min(sentence.end, verb.end() + 16))
        )
        return direct or money or behind.startswith(("了", "过")) or verb.group() in ("获得", "禁止", "开放")
    return True


def _agent(scene: Scene, at: int, period: Period, sentence: Span) -> Mention | None:
    """Who acted: the topic before the verb; of a passive the thing itself."""
    kinds = ("organisation", "side", "person", "unknown", "model", "group")
    between = [m for m in scene.mentions_in(period.end, at) if m.kind in kinds and m.noun != "title"]
    people = [m for m in between if m.kind == "person"]
    found = people[-1:] or between[:1]
    if found and found[0].kind == "side" and len(between) > 1 and between[1].kind == "organisation":
        found = between[1:2]
    if not found:
        found = [m for m in subjects(scene, at, kinds) if m.start >= sentence.start]
    return found[0] if found else None


def _thing(scene: Scene, verb: re.Match[str], sentence: Span) -> tuple[Mention | str, int] | None:
    """What it was done to: the name behind the verb, else the words there."""
    clause = scene.clause_at(verb.start())
    named = [m for m in scene.mentions_in(verb.end(), min(clause.end, verb.end() + 40)) if m.kind != "person"]
    if named:
        return named[0], named[0].end
    words = _OBJECT.match(scene.content, verb.end(), clause.end)
    if words:
        return scene.text.content[words.start("what") : words.end("what")], words.end("what")
    return None
