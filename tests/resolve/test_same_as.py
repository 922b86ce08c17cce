"""One claim in two languages is one; claims that differ in what is said stay apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite import extract
from theodolite.model.claim import Claim, Lag, Quantity
from theodolite.model.origin import Origin
from theodolite.model.text import Text
from theodolite.resolve import same_as


def _claims(content: str, name: str, kind: str) -> list[Claim]:
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    origin = Origin(location=name, language=name, published="2025-06-01")
    made = extract.claims(text, origin, document=name)
    return [c for c in made if c.kind == kind]


PAIRS = [
    ("lag", "Chinese AI models are seven months behind American ones.", "中国的模型落后美国七个月。"),
    ("lag", "China is one to two years behind the United States.", "中国落后美国一到两年。"),
    ("lag", "The AI gap between China and the United States is narrowing.", "中美AI差距正在缩小。"),
    ("quantity", "Moonshot AI raised $300 million in 2024.", "2024年，月之暗面融资3亿美元。"),
    ("quantity", "China had 515 million users in June 2025.", "2025年6月，中国有5.15亿用户。"),
    ("relation", "Alibaba is funding Moonshot AI, a startup.", "阿里巴巴投资了月之暗面。"),
    ("relation", "Baidu released Ernie Bot.", "百度发布了文心一言。"),
    ("event", "OpenAI released ChatGPT on 30 November 2022.", "OpenAI在2022年11月30日发布ChatGPT。"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "english", "chinese"), PAIRS)
def test_a_claim_made_in_both_languages_is_one(kind: str, english: str, chinese: str) -> None:
    first, second = _claims(english, "en", kind), _claims(chinese, "zh", kind)
    assert first and second
    shared = {same_as.key(c) for c in first} & {same_as.key(c) for c in second}
    assert shared, ([c.slots for c in first], [c.slots for c in second])
    assert any(len({c.document for c in group}) == 2 for group in same_as.across([*first, *second]))


def _lag(**changes: object) -> Lag:
    base = Lag(
        text_sha256="0", document="a", source="a", quote="q", start=0, end=1,
        follower="China", follower_side="China", leader="United States", leader_side="United States",
        subject="AI", low_months=12, high_months=24, reading="standing", dimension="capability",
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {"polarity": "denied"},
        {"low_months": 6},
        {"high_months": None},
        {"leader": "Europe", "leader_side": "Europe"},
    ],
)
def test_what_is_said_keeps_claims_apart(changes: dict[str, object]) -> None:
    assert same_as.key(_lag()) != same_as.key(_lag(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"speaker": "Kai-Fu Lee"},
        {"hedged": True},
        {"document": "b", "quote": "别的话", "start": 40, "end": 44},
        {"follower": "Chinese models"},
        {"low_months": 12.0},
        {"trend": "narrowing"},
    ],
)
def test_who_says_it_and_how_does_not(changes: dict[str, object]) -> None:
    assert same_as.compatible(_lag(), _lag(**changes))


def test_another_dimension_or_scope_is_another_claim() -> None:
    assert not same_as.compatible(_lag(), _lag(dimension="compute"))
    assert not same_as.compatible(_lag(), _lag(scope="视频生成"))


def _quantity(period: str | None) -> Quantity:
    return Quantity(
        text_sha256="0", document="a", source="a", quote="q", start=0, end=1, subject="China",
        subject_side="China", metric="users", value_low=5, value_high=5, unit="user", period=period,
    )  # fmt: skip


def test_periods_keep_apart_only_where_both_are_stated() -> None:
    assert same_as.compatible(_quantity("2025"), _quantity("2025-06"))
    assert same_as.compatible(_quantity(None), _quantity("2025-06"))
    assert not same_as.compatible(_quantity("2024"), _quantity("2025"))
    assert len(same_as.groups([_quantity(None), _quantity("2024"), _quantity("2025")])) == 2


@given(
    st.lists(
        st.sampled_from([_lag(), _lag(low_months=6), _quantity("2024"), _quantity("2025"), _quantity(None)])
    )
)
def test_every_claim_is_in_one_group(claims: list[Claim]) -> None:
    found = same_as.groups(claims)
    assert sorted(map(id, (c for g in found for c in g))) == sorted(map(id, claims))
    assert all(same_as.compatible(a, b) for g in found for a in g for b in g)
