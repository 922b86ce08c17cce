"""Whose a Chinese figure is: the name beside it, the topic of its clause, the firm, or the whole world."""

from __future__ import annotations

import re

from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.referents import subjects, world
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

_WORLD = re.compile(r"全球|全世界|世界")
_BESIDE = re.compile(r"\s?(?:的|为|是|则|达|约|近|超过?|贡献|拥有|有|占|：|:|与|\(|（|\s){0,3}")
SHARE_OF = re.compile(
    r"占(?!据|比|用|领)(?P<of>[^，。；%]{1,22}?)(?:总量|总数|总额)?的?(?:约|近|超过?|逾|比例?"
    r"|比重)?(?:达到?|为)?\s?\Z"
)
_TO = re.compile(r"[至到在向于]\s?\Z")
_FIRMS_MONEY = re.compile(r"融资|估值|市值|营收|亏损|利润|募资|轮投资|股价|年化收入|经常性收入")


def _is_place(scene: Scene, mention: Mention, clause: Span) -> bool:
    """Whether a name only says where: a side behind a preposition, or a benchmark."""
    before = scene.content[max(clause.start, mention.start - 2) : mention.start]
    return mention.noun == "title" or (mention.kind == "side" and _TO.search(before) is not None)


def _firm(scene: Scene, figure: Figure, clause: Span) -> Mention | None:
    """Who raised or earned it, where the topic is a product and the sentence names its maker before."""
    if not _FIRMS_MONEY.search(scene.content, clause.start, min(clause.end, figure.end + 12)):
        return None
    topic = next(iter(subjects(scene, figure.start)), None)
    if topic is None or not scene.is_thing(topic):
        return None
    first = scene.sentences[scene.sentence_at(figure.start)].start
    firms = [m for m in scene.mentions_in(first, topic.start) if m.kind in ("organisation", "unknown")]
    return next((m for m in firms if not scene.is_thing(m) and m.noun != "title"), None)


_REACHING = re.compile(r"(?:覆盖|支持|遍及|面向|服务|横跨|涵盖|销往|在)了?\s?(?:全球|全世界|世界)")


def find(scene: Scene, figure: Figure, clause: Span, before: str) -> Mention | None:
    """Whose figure it is: the name right before it, else the topic of the clause, else the whole world."""
    beside = scene.mentions_in(max(clause.start, figure.start - 24), figure.start)
    share = SHARE_OF.search(before)
    if share:
        beside = tuple(m for m in beside if m.end <= clause.start + share.start())
        before = before[: share.start()]
    if beside and beside[-1].kind != "person" and not _is_place(scene, beside[-1], clause):
        between = scene.content[beside[-1].end : figure.start]
        if _BESIDE.fullmatch(between):
            return beside[-1]
    own = [m for m in subjects(scene, figure.start) if m.start >= clause.start]
    if figure.kind == "money" and (firm := _firm(scene, figure, clause)) is not None:
        return firm
    if own:
        return own[0]
    if (found := _WORLD.search(before)) and not _REACHING.search(before):
        return world(clause.start + found.start())
    topics = subjects(scene, figure.start)
    return topics[0] if topics else None
