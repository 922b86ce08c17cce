"""Speakers without a name, reporters, guests of an interview, and for whom "we" stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("content", "speaker"),
    [
        ("一位做广告系统的技术总监告诉我，成本下降了30%。", "一位做广告系统的技术总监"),
        ("昆仑万维的一位副总裁抱怨，合规费用上涨了40%。", "昆仑万维的一位副总裁"),
        ("现场工作人员确认，展台接待了2600人。", "现场工作人员"),
        ("部长在签字仪式上指出，本地区有六亿人口。", "部长"),
        ("澄川科技创始人表示，订单已有3000台。", "澄川科技创始人"),
        ("花旗维持“买入”评级，目标价由14.2元上调至15元。", "Citigroup"),
        ("《南岸晚报》援引知情人士的话报道，阿里巴巴将裁员2000人。", "知情人士"),
        ("订单据管理层讲有150亿美元。", "管理层"),
    ],
)
def test_unnamed_speakers(read: Read, content: str, speaker: str) -> None:
    found = read(content, "quantity")
    assert found
    assert {c["speaker"] for c in found} == {speaker}


def test_a_title_is_the_person_who_bears_it(read: Read) -> None:
    found = read("副市长罗文静出席了会议。副市长说，产值达到400亿元。", "quantity")
    assert [c["speaker"] for c in found] == ["罗文静"]


def test_a_reporter_signs_but_an_agency_does_not(read: Read) -> None:
    own = read("本报杭州3月2日电（记者 沈若溪）杭州去年的机器人产值达300亿元。", "quantity")
    agency = read("远航通讯社杭州3月2日电（记者 沈若溪）杭州去年的机器人产值达300亿元。", "quantity")
    assert (own[0]["speaker"], agency[0]["speaker"]) == ("沈若溪", None)


INTERVIEW = """江予安今年四十岁，在合肥建了一个小组。

问：经费如何？

答：学校给了1200万元。

问：学生呢？

答：有16名学生。"""


def test_answers_are_the_guests(read: Read) -> None:
    assert {c["speaker"] for c in read(INTERVIEW, "quantity") if "名学生" in c["quote"]} == {"江予安"}


def test_we_of_a_founder_is_the_firm(read: Read) -> None:
    text = "江予安是杭州一家机器人公司的联合创始人。\n\n江予安说：“我们打广告打不过字节。”"
    (found,) = read(text, "comparison")
    assert (found["subject"], found["object"]) == ("杭州一家机器人公司", "ByteDance")


def test_we_against_another_country_is_the_country(read: Read) -> None:
    text = "江予安是杭州一家机器人公司的联合创始人。\n\n江予安说：“我们比美国落后两年。”"
    (found,) = read(text, "lag")
    assert (found["follower"], found["leader"]) == ("China", "United States")
