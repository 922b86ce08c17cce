"""Posts of a thread that was pasted as text: where each begins, and the nickname it is signed with."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATE = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
_FLOOR = r"(?:\d{1,4}\s?[楼层#Ff]|[#]\d{1,4}|楼主|沙发|板凳|地板)"
_POST = re.compile(
    rf"(?m)^[ \t>*-]{{0,4}}(?:[【\[（(]?{_FLOOR}[】\]）)]?\s{{0,2}}[:：|·]?\s{{0,2}}"
    r"(?P<name>@?[^\s:：，。]{2,20})(?=\Z|[ \t]*$|\s{1,3}(?:\d|回复|回覆|发表|发布|于|@|[|·(（])|[:：])"
    r"|(?P<name2>@?(?!编辑于|发布于|发表于|修改于|更新于)[^\s:：，。]{2,20})"
    r"\s{1,3}(?:(?:发表于|发布于|回复于|评论于|回复|回覆)[^\n。：:]{0,40}$"
    rf"|{_DATE}|\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?|\d{{1,3}}\s?(?:楼|层|分钟前|小时前|天前|个?赞))"
    r"[ \t]*$)[^\n]{0,60}"
)
_APPROVED = re.compile(
    r"(?m)^(?P<name>[^\n，。：:]{2,20})\n(?:[^\n。]{1,40}\n){0,2}?"
    r"(?:\d[\d,]*\s?(?:万)?\s?人?(?:赞同|也赞同)[^\n]{0,16}|赞同\s?\d[^\n]{0,16})$"
)
"""An answer's author above a line of those who agree, with a line on the author between."""
_BY = re.compile(
    r"(?m)^[ \t>*-]{0,4}(?:作者|答主|回答者|用户|网友|昵称|发帖人|评论者|ID|Id|id)\s?[：:]\s?"
    r"(?P<name>@?[^\s:：，。]{2,20})[^\n]{0,40}$"
)
_AT = re.compile(
    r"(?m)^[ \t>*-]{0,4}(?P<name>@[^\s:：，。@]{2,20})(?:\s?(?:回复|回覆)\s?@?[^\s:：]{2,20})?\s?[:：]"
)
_ANSWERS = re.compile(
    r"(?m)^[ \t>*-]{0,4}(?P<name>@?[^\s:：，。]{2,20})\s(?:回复|回覆|答|@)\s?@?[^\s:：]{2,20}\s?[:：]"
)
_LABEL = re.compile(
    r"(?m)^[ \t>*-]{0,4}(?P<name>@?[^\s:：，。！？“”【】]{2,16})\s?"
    r"(?:(?:回复|回覆)\s?@?[^\s:：]{2,20}\s?)?[:：](?=\s?\S)"
)
_THREAD = re.compile(r"forum|thread|discussion|comment|community|帖|论坛|讨论|评论区|问答", re.IGNORECASE)
_NO_NICKNAME = re.compile(
    r"来源|编辑|责编|审核|校对|链接|地址|备注|摘要|标题|时间|日期|地点|关键词|原文|图源|总结|提示|主题|说明|结论|背景|第.|其[一二三]"
    r"|例如|比如|首先|其次|最后|[一二三]是|因此|此外|但是|不过|另外|同时|问题|赞同|回复|引用|楼主\Z|https?|补充|注意|更新|问\Z|答\Z|[QA]\Z"
)


@dataclass(frozen=True, slots=True)
class Post:
    """Where the heading of a post begins and ends, and the place of the name in it."""

    start: int
    end: int
    name: tuple[int, int]


def find(content: str, kind: str) -> list[Post]:
    """The posts of a thread, in order; none where the text has fewer than two."""
    patterns = [_POST, _APPROVED, _BY, _AT, _ANSWERS]
    if _THREAD.search(kind):
        patterns.append(_LABEL)
    for pattern in patterns:
        if pattern is _ANSWERS and not _THREAD.search(kind):
            continue
        found = [_post(m) for m in pattern.finditer(content)]
        found = [p for p in found if not _NO_NICKNAME.match(content[slice(*p.name)].lstrip("@"))]
        names = {bare(content[slice(*p.name)]) for p in found}
        if len(found) >= 2 and (pattern is not _LABEL or len(names) >= 2):
            return (
                _with_answers(content, found)
                if pattern in (_AT, _ANSWERS) and _THREAD.search(kind)
                else found
            )
    return []


def _with_answers(content: str, found: list[Post]) -> list[Post]:
    """Beside the posts that answer somebody, those that answer nobody."""
    wider = [_post(m) for m in _LABEL.finditer(content)]
    wider = [p for p in wider if not _NO_NICKNAME.match(content[slice(*p.name)].lstrip("@"))]
    return wider if len(wider) >= len(found) else found


def _post(match: re.Match[str]) -> Post:
    return Post(match.start(), match.end(), match.span(str(match.lastgroup)))


def bare(name: str) -> str:
    """A nickname without the sign and the marks around it."""
    return name.lstrip("@").strip("【】[]（）() ")
