"""Who put out a report in Chinese on the day that a sentence names."""

from __future__ import annotations

import re

from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

_STUDY = re.compile(
    r"(?:发布|公布|发表|出版|推出|更新)了?(?:的|其|一[份篇项])?[^，。；“”]{0,16}?"
    r"(?:报告|数据|白皮书|榜单|指数|论文|调查|预测|蓝皮书|排行榜)(?!的)"
)
_RIGHT_BEFORE = re.compile(r"(?:于|在|近日|日前|最新|正式|联合|共同|昨[天日]|今[天日]|[\d年月日号]|\s)*")


def find(scene: Scene, at: int, sentence: Span) -> Mention | None:
    """Who puts out a report: one who measures others is no topic of a sentence, but has done this."""
    if _STUDY.match(scene.content, at) is None:
        return None
    named = scene.mentions_in(max(sentence.start, at - 40), at)
    if not named or named[-1].kind not in ("organisation", "unknown") or named[-1].noun == "title":
        return None
    return named[-1] if _RIGHT_BEFORE.fullmatch(scene.content, named[-1].end, at) else None
