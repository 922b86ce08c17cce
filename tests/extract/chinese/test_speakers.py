"""Who speaks in a Chinese text, by its opening, its labels and the words around what is said."""

from __future__ import annotations

import pytest

from theodolite.extract import claims
from theodolite.model.origin import Origin
from theodolite.model.text import Text

BODY = "挪威在人工智能领域落后芬兰两年。我们有150名研究人员。"


@pytest.mark.parametrize(
    ("content", "words", "who"),
    [
        ("李文是长林智能的创始人。他在论坛上表示，挪威落后芬兰两年。", "两年", "李文"),
        (f"编者按：本文整理自长林智能创始人李文在闭门会上的发言。\n\n{BODY}", "两年", "李文"),
        (
            "问：落后多少？\n答：挪威落后芬兰两年。\n问：人呢？\n答：有150名研究人员。\n（受访者：李文）",
            "150",
            "李文",
        ),
        (
            "《北欧算力报告》要点（奥尔德研究院）\n\n1. 挪威专利占全球6%。\n2. 芬兰领先挪威七个月。",
            "6%",
            "奥尔德研究院",
        ),
        (
            "在李文看来，挪威落后芬兰两年。对他来说，芯片才是瓶颈。李文坦言，公司有150名研究人员。",
            "150",
            "李文",
        ),
        ("李文在微博上写道：“挪威落后芬兰两年。”", "两年", "李文"),
        ("阿里巴巴在财报中称，云业务收入增长34%。", "34%", "Alibaba"),
        (
            "主持人：欢迎两位。\n李文（长林创始人）：挪威落后芬兰两年。\n孙博（维拉）：差距只有半年。\n李文：我们有150名研究人员。\n",
            "半年",
            "孙博",
        ),
    ],
)
def test_who_says_it(content: str, words: str, who: str) -> None:
    text = Text(snapshot="0" * 64, reader="plain/1", content=content)
    found = claims(text, Origin(location="a.txt", published="2026-02-01", language="zh"))
    assert {c.speaker for c in found if words in c.quote} == {who}
