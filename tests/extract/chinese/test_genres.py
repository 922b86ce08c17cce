"""Who speaks, by genre: threads under nicknames, interviews, reports, speeches, signed columns, wire news."""

from __future__ import annotations

import re

import pytest

from theodolite import extract
from theodolite.model.origin import Origin
from theodolite.model.text import Text

A, B, C = "国产大模型落后美国约六个月。", "国产芯片落后美国三年。", "我们公司去年买了500台服务器。"
THREAD = {"kind": "forum", "title": "差多少"}
TALK = {"kind": "interview"}
TITLED = {**TALK, "title": "专访云汐科技CEO陈以南：芯片差三年"}
GUEST = {**TALK, "speaker": "陈以南"}


@pytest.mark.parametrize(
    ("content", "origin"),
    [
        (
            f"1楼 老猫不吃鱼 2026-03-02 10:11\n<老猫不吃鱼>{A}\n\n"
            f"2楼 Kappa_91 2026-03-02 10:30\n<Kappa_91>{B}",
            THREAD,
        ),
        (f"老猫不吃鱼：<老猫不吃鱼>{A}\n\nKappa_91 回复 老猫不吃鱼：<Kappa_91>{B}", THREAD),
        (f"【楼主】晚来天欲雪\n<晚来天欲雪>{A}\n\n【1楼】大肉包\n<大肉包>{B}", THREAD),
        (f"@芯片老炮：<芯片老炮>{B}\n@海底捞月：<海底捞月>{C}", {}),
        (f"作者：芯片老炮\n赞同：128\n<芯片老炮>{B}\n\n作者：海底捞月\n赞同：33\n<海底捞月>{C}", THREAD),
        (
            f"芯片老炮\n半导体从业十年\n128 人赞同了该回答\n\n<芯片老炮>{B}\n\n编辑于 2026-03-02\n\n"
            f"海底捞月\n33 人赞同了该回答\n\n<海底捞月>{C}",
            THREAD,
        ),
        (f"问：差距呢？\n答：<陈以南>{B}\n问：设备呢？\n答：<陈以南>{C}", TITLED),
        (f"记者：差距呢？\n\n陈以南：<陈以南>{B}\n\n记者：设备呢？\n\n陈以南：<陈以南>{C}", TALK),
        (f"主持人 林小满：欢迎。\n嘉宾 陈以南：<陈以南>{B}\n嘉宾 李慕青：<李慕青>{C}", {"kind": "podcast"}),
        (
            "<~>陈以南的公司去年出货量达到1200万台。\n\n问：差距呢？\n"
            f"答：<陈以南>{B}\n问：设备呢？\n答：<陈以南>{C}",
            GUEST,
        ),
        (f"一、差距\n\n<云图研究院>{B}", {"kind": "report", "publisher": "云图研究院"}),
        (f"一、差距\n\n<~>{B}", {"kind": "report", "publisher": "深潮新闻"}),
        ("据云图研究院统计，<云图研究院>去年中国机器人出货量达到50万台。<云图研究院>同比增长20%。", {}),
        (f"近日，云图研究院发布《2026中国算力发展报告》。报告显示，<云图研究院>{B}", {}),
        (
            f"<顾衡之>{C}据高盛估计，<Goldman Sachs>美国今年投资增长20%。"
            f"<顾衡之>{A}", {"kind": "speech",
            "speaker": "顾衡之"},
        ),
        (
            f"“<陈以南>{B}”云汐科技CEO陈以南说。"
            f"“<李慕青>{C}”砺石资本合伙人李慕青表示。",
            {"kind": "press release"},
        ),
        (f"李慕青说，<李慕青>{A}在陈以南看来，<陈以南>{B}", {}),
        (f"本报记者 方以宁 北京报道\n\n<方以宁>{A}", {"kind": "news"}),
    ],
)  # fmt: skip
def test_speaker(content: str, origin: dict[str, str]) -> None:
    """Each mark says who speaks the sentence behind it, "~" nobody."""
    marks, text, last = [], "", 0
    for mark in re.finditer(r"<([^>]+)>", content):
        text += content[last : mark.start()]
        marks.append((len(text), mark[1]))
        last = mark.end()
    text += content[last:]
    sidecar = Origin(location="test", language="zh", published="2026-03-05", **origin)
    claims = extract.claims(Text(snapshot="0" * 64, reader="test/1", content=text), sidecar)
    for at, name in marks:
        said = [c.speaker or "~" for c in claims if at <= c.start < text.index("。", at)]
        assert said and set(said) == {name}, (text[at : at + 20], said)
