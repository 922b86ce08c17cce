"""Who wrote which report, plan or study in Chinese, by the words of putting out before its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese.referents import is_organisation
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.ties import draft
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_WRITTEN = re.compile(
    r"\s?(?:等(?:机构|单位|部门)?)?(?:近日|日前|最新|最近|今[年日天]|去年|昨[日天]|正式|首次|于?[\d年月日初底末]{2,11}|\s)*(?:联合|共同|牵头|组织)?"
    r"(?:(?:发布|公布|编制|编写|撰写|出版|印发|推出|起草|出具|公开|出台|制定)(?:并[发公]布)?了?的(?:最新|首份|一份|新版|年度|\s)*|的)[^，。；：《》的、在对于]{0,6}\Z"
)
_DOCUMENT = re.compile(
    r"报告|白皮书|蓝皮书|指数|榜单|意见|计划|规划|方案|指南|办法|条例|法案|行动|战略|纲要|手册|标准|规定|研究|调查|展望|分析"
)
_JOINED = re.compile(r"\s?(?:、|和|与|及|以及|联合|携手)\s?")
_OF_PRESS = re.compile(r"(?:日报|时报|周刊|杂志|晚报|新闻)\Z")


def find(scene: Scene) -> Iterator[Draft]:
    """ "A与B联合发布的《年度报告》": A and B made it."""
    for title in scene.mentions:
        if title.noun != "title" or not _DOCUMENT.search(scene.content, title.start, title.end):
            continue
        first = scene.sentences[scene.sentence_at(title.start)].start
        at = title.start - 1  # before the mark that opens it
        near = [m for m in scene.mentions_in(max(first, at - 60), at) if m.noun != "title"]
        if not near or not _is_author(scene, near[-1]):
            continue
        if not _WRITTEN.match(scene.content[near[-1].end : at]):
            continue
        for author in _with(scene, near):
            yield draft(scene, "develops", author, title, (author.start, title.end + 1), title.start)


def _is_author(scene: Scene, mention: Mention) -> bool:
    return is_organisation(scene, mention) and mention.kind != "group" and not _OF_PRESS.search(mention.name)


def _with(scene: Scene, near: list[Mention]) -> list[Mention]:
    """The last name with those that are joined to it before."""
    found = near[-1:]
    for mention in reversed(near[:-1]):
        if not _is_author(scene, mention) or not _JOINED.fullmatch(
            scene.content, mention.end, found[0].start
        ):
            break
        found.insert(0, mention)
    return found
