"""What touches a profile: names with their versions, makers and other scripts, sides, dimensions."""

from __future__ import annotations

import pytest

from theodolite.model.profile import Profile
from theodolite.survey.briefing.choosing import Reader, Topic


@pytest.mark.parametrize(
    ("name", "topic", "touched"),
    [
        ("DeepSeek", Topic(names=frozenset({"DeepSeek"})), True),
        ("DeepSeek", Topic(names=frozenset({"DeepSeek-V4"})), True),
        ("Alibaba", Topic(names=frozenset({"Qwen"})), True),
        ("DeepSeek", Topic(words="深度求索发布新模型"), True),
        ("DeepSeek", Topic(words="The DeepSeek price fell"), True),
        ("DeepSeek", Topic(words="DeepSeeker is another"), False),
        ("DeepSeek", Topic(names=frozenset({"OpenAI"}), words="nothing of it"), False),
        ("Meta", Topic(words="a meta analysis of metadata"), False),
        ("Zorblax Institute", Topic(words="said the Zorblax Institute today"), True),
    ],
)
def test_a_name_is_met(name: str, topic: Topic, touched: bool) -> None:
    assert (Reader(Profile(names=(name,))).touched(topic) is not None) is touched


def test_without_interests_everything_is_told() -> None:
    assert Reader(Profile()).touched(Topic()) == ()


def test_limits_hold_whatever_is_touched() -> None:
    reader = Reader(Profile(names=("OpenAI",), sources=("official",)))
    topic = Topic(names=frozenset({"OpenAI"}))
    assert reader.touched(topic) is None, "a kind of source that is not known keeps to no limit"
    assert reader.interests(topic) == ("OpenAI",), "what is measured has no kind of source"


def test_the_least_verdict() -> None:
    reader = Reader(Profile(least="mixed"))
    told = [
        v for v in ("contradicted", "supported", "mixed", "undecided", "not checkable") if reader.decided(v)
    ]
    assert told == ["contradicted", "supported", "mixed"]
    assert Reader(Profile(least="contradicted")).decided("supported"), "both decide alike"
