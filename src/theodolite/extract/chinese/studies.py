"""Studies that speak through a whole Chinese text, or a paragraph that is summed up as theirs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from theodolite.extract import field_order
from theodolite.extract.chinese import words
from theodolite.extract.chinese.reported import Reported, mention_in, reported_by
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_STUDY_KIND = re.compile(r"report|survey|study|paper|summary", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"[^。；\n“”]{0,24}?(?:出版|发布|公布|推出|发表|撰写|完成|编写|编制|主编|进行|委托)[^。；\n]{0,12}?"
    r"(?=《|报告|调查|白皮书|指数|研究|论文)"
)
_SUMMARY = re.compile(r"主要(?:结论|发现|内容)|摘要|要点|核心(?:结论|发现)|执行摘要|内容提要|报告(?:的)?要点")
_TITLED = re.compile(
    r"(?P<whose>[^《》（(：:\n]{2,30})?(?:《[^》\n]{2,40}》|[^（(《\n]{0,20}?(?:报告|白皮书|研究|调查|指数))(?:的)?"
    r"(?:主要结论|主要发现|核心发现|核心观点|关键发现|要点|摘要|概要|速览|内容提要)(?:[（(](?P<who>[^）)\n]{2,30})[）)])?"
)
"""A title that says whose report is summed up: "《全球算力报告》要点（奥尔德研究院）"."""
_SUMMED = re.compile(
    r"(?:这|上述|以上)(?:就?是|些数字来自|些数据来自|一结论来自)(?P<who>[^。，；\n]{2,40}?)(?:得出|给出"
    r"|提出|公布|发布|评测|统计)?的?(?:结论|判断|数据"
    r"|数字|观点|看法|说法|预测|结果|评测|分析)"
    r"|(?P<whose>[^。，；\n]{2,40}?)给出了?(?:上述|以上|这些)(?:数字|数据|结论)"
)


def whole_text(scene: Scene) -> Reported | None:
    """The organisation of a study that the text is a summary of: it speaks all through."""
    head = scene.content[:500]
    kind = _STUDY_KIND.search(scene.origin.kind or "")
    if not (kind or _SUMMARY.search(head)):
        return None
    if titled := _TITLED.match(scene.content[:120].partition("\n")[0]):
        group = "whose" if titled["whose"] else "who"
        who = mention_in(scene, *titled.span(group))
        if who is not None and who.kind in ("organisation", "unknown"):
            return replace(
                reported_by(who, scene.content),
                start=titled.end(), end=len(scene.content), study=True, person=False,
            )  # fmt: skip
    for sentence in scene.sentences[:4]:
        for mention in scene.mentions_in(sentence.start, sentence.end):
            if mention.kind not in ("organisation", "unknown", "person") or mention.noun == "title":
                continue
            if _PUBLISHED.match(scene.content, mention.end, sentence.end):
                return replace(
                    reported_by(mention, scene.content),
                    start=sentence.end, end=len(scene.content), study=True, person=False,
                )  # fmt: skip
    return None


def summed(scene: Scene, sentence: Span) -> Reported | None:
    """ "这是X得出的结论": what stands before it in the paragraph is X's."""
    match = _SUMMED.search(scene.content, sentence.start, sentence.end)
    if not match:
        return None
    group = "who" if match["who"] else "whose"
    who = mention_in(scene, match.start(group), match.end(group))
    start = scene.content.rfind("\n", 0, sentence.start) + 1
    if who is None or start >= sentence.start:
        return None
    return replace(reported_by(who, scene.content), start=start, end=sentence.start)


_STUDIED = re.compile(rf"(?:{words.REPORTS}|访谈)")


def unnamed(scene: Scene, at: int, last: Reported | None) -> Reported:
    """A study without a name: that of the organisation named with one shortly before."""
    content = scene.content
    for mention in reversed(scene.mentions_in(max(0, at - 260), at)):
        behind = re.match(r"[^。\n，]{0,40}", content[mention.end :][:40]).group()  # type: ignore[union-attr]
        wider = content[mention.end : mention.end + 60]
        studied = _STUDIED.search(behind) or re.search(r"进行[^。]{0,40}(?:研究|调研|调查)", wider)
        if studied and mention.kind in ("organisation", "unknown") and mention.noun != "title":
            mention = _first_of(scene, mention)
            return replace(reported_by(mention, content), study=True)
    if last is not None and last.study:
        return last
    return Reported(at, at, None, None, None)


def _first_of(scene: Scene, mention: Mention) -> Mention:
    """Of "A与B联合发布的报告" A."""
    for other in scene.mentions_in(max(0, mention.start - 16), mention.start)[-1:]:
        if other.kind == mention.kind and re.fullmatch(
            r"[与和及、]", scene.content[other.end : mention.start]
        ):
            return other
    return mention


def outlet(scene: Scene, sentence: Span) -> Reported | None:
    """Whose report the sentence before speaks of: "《某某日报》... 。报道称"."""
    before = scene.sentences[max(0, scene.sentence_at(sentence.start) - 1)]
    named = [m for m in scene.mentions_in(before.start, before.start + 16) if m.name in field_order.OBSERVERS]
    return reported_by(named[0], scene.content) if named else None
