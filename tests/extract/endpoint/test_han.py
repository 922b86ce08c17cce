"""Whose name a phrase in Chinese characters is, with whose it is in front and what it is behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.endpoint.grounding import Ground
from theodolite.extract.endpoint.han import whole
from theodolite.model.origin import Origin
from theodolite.model.text import Text


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("豆包大模型", "Doubao"),
        ("豆包大模型1.6 lite", "Doubao 1.6 lite"),
        ("阿里巴巴的千问模型", "Qwen"),
        ("智谱GLM-4.5", "GLM-4.5"),
        ("昇騰系列晶片", "Ascend"),
        ("DeepSeek公司", "DeepSeek"),
        ("华为技术有限公司", "Huawei"),
        ("中国高校", "Chinese universities"),
        ("中国", "China"),
        ("李开复", "Kai-Fu Lee"),
    ],
)
def test_one_name(words: str, name: str) -> None:
    found = whole(words, "China")
    assert found is not None
    assert found == (name, "China")


@pytest.mark.parametrize(
    "words",
    ["豆包手机", "中国大学毕业生的论文", "百度和腾讯", "李开复的公司", "华为员工", "云雀七号", "Larch"],
)
def test_more_or_less_than_one_name(words: str) -> None:
    assert whole(words, "China") is None


@given(words=st.text(max_size=60))
def test_no_words_break_it(words: str) -> None:
    found = whole(words, "China")
    assert found is None or found[0]


def _ground(content: str) -> Ground:
    return Ground(Text(snapshot="0" * 64, reader="made/1", content=content), Origin(location="made.txt"))


def test_a_speaker_whom_the_vocabulary_has_in_english_is_named_so() -> None:
    ground = _ground("李开复说，美国的芯片产业领先。王小树表示同意。")
    listed, unlisted = ground.speaker("李开复"), ground.speaker("王小树")
    assert listed is not None and (listed.name, listed.side) == ("Kai-Fu Lee", "China")
    assert unlisted is not None and unlisted.name == "王小树"


def test_a_group_in_english_may_stand_for_one_in_chinese() -> None:
    ground = _ground("李开复说，美国的芯片产业领先。")
    found = ground.name("United States chip industry")
    assert found is not None and found.side == "United States"
    assert ground.name("Canadian chip industry") is None
    assert _ground("The United States leads in chips.").name("United States whaling fleet") is None
