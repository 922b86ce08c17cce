"""Who signs a Chinese text, and whose turn it is in a talk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite.catalog import vocabulary
from theodolite.extract.chinese import words

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_BYLINE = re.compile(
    r"(?m)^[\s#*]{0,4}(?:(?:原文)?作者|文|撰文|口述|演讲者?"
    r"|主讲人?)\s?[：:|丨｜/]\s?(?P<name>[\u4e00-\u9fff·]{2,8}"
    r"|[A-Z][A-Za-z .]{2,30})\s*(?=$|[（(，,|丨｜/])"
)
_LEAD = re.compile(
    r"(?:以下|下文|本文)[^。\n]{0,12}?(?:是|为|根据"
    r"|整理自)[^。\n]{0,24}?(?P<name>[\u4e00-\u9fff·]{2,6}?)(?:在[^。\n]{0,30})?的?(?:演讲|讲话|发言"
    r"|致辞|口述|分享)(?:全文|实录"
    r"|内容|整理)"
)
_LABEL = re.compile(
    r"(?m)^[ \t*]{0,6}(?P<name>[\u4e00-\u9fff·]{2,8}|[A-Z][A-Za-z .]{1,24}"
    r"|[QA问答])\s?\*{0,2}[：:]\*{0,2}(?=\s?\S)"
)
_NO_LABEL = re.compile(
    r"来源|作者|编辑|责编|审核|校对|链接|地址|注|备注|摘要|标题|时间|日期|地点|导语|关键词|文章|项目"
    r"|原文|论文|图源|核心|总结|亮点|提示|主题|观点|第.|说明|结论|背景"
    r"|其[一二三]|目录|标签|价格|优势|缺点|特点|参数|功能|问题|答案|结果|例如|比如|首先|其次|最后|一是"
    r"|二是|三是|因此|此外|但是|不过|另外|同时|重点|影响|意义|启示|论据|主张"
)


_PERSON = re.compile(
    rf"(?:[{''.join(sorted(words.SURNAMES))}][\u4e00-\u9fff]{{1,2}}|主持人|记者|嘉宾"
    rf"|[\u4e00-\u9fff]{{2,4}}(?:日报"
    rf"|新闻|财经|周刊|晚报|科技|报)|[\u4e00-\u9fff]{{2,4}}·[\u4e00-\u9fff]{{2,5}})\Z"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of talk of one person."""

    start: int
    end: int
    name: str | None
    text: str


def canonical(name: str) -> str:
    """The canonical form of a name as written, in either script; itself where nobody listed it."""
    known = vocabulary.load()
    if name in known.entries:
        return name
    for way in known.han().get(name[:1], ()):
        if way.written == name and way.entry is not None:
            return way.entry.name
    return next((e.name for e in known.entries.values() if name in e.aliases), name)


def of(scene: Scene) -> str | None:
    """Who speaks the body: option or sidecar, byline, the text's own lead, in this order."""
    stated = scene.origin.speaker or scene.origin.author or scene.text.author
    if stated:
        return canonical(stated.strip()) if not _is_desk(stated) else None
    head = scene.content[:600]
    found = _BYLINE.search(head) or _LEAD.search(scene.content[:3000])
    if found and not _is_desk(found["name"]):
        return canonical(found["name"].strip())
    return None


def _is_desk(name: str) -> bool:
    """A newsroom or an agency signs nothing."""
    return bool(
        re.search(
            r"编辑部|记者|社$|网$|报$|频道|综合|中心|编译|团队|Reuters|Bloomberg|[Nn]ewsroom|[Ss]taff", name
        )
    )


def turns(scene: Scene) -> list[Turn]:
    """Labelled paragraphs, where at least two are; each goes on to the next label."""
    labels = [m for m in _LABEL.finditer(scene.content) if _is_label(m["name"])]
    names = [m["name"] for m in labels]
    if len(labels) < 2 or (len(set(names)) == len(names) and len(labels) > 4):
        return []
    found: list[Turn] = []
    for i, match in enumerate(labels):
        end = labels[i + 1].start() if i + 1 < len(labels) else len(scene.content)
        name = canonical(match["name"].strip())
        speaker = scene.origin.speaker if name in ("A", "答") else None if name in ("Q", "问") else name
        found.append(Turn(match.end(), end, speaker, match["name"]))
    return found


def _is_label(name: str) -> bool:
    """Whether the words before a colon can be who talks."""
    if _NO_LABEL.match(name):
        return False
    return (
        bool(re.fullmatch(r"[QA问答]|[A-Z][A-Za-z .]+", name))
        or canonical(name) != name
        or _PERSON.match(name) is not None
    )
