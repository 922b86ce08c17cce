"""What a document is compared by: names, versions, figures and concepts are one in both languages."""

from __future__ import annotations

import pytest

from theodolite.resolve.stories.terms import terms


def bridging(title: str, text: str = "") -> set[str]:
    return set(terms(title, text).bridging)


@pytest.mark.parametrize(
    ("en", "zh", "shared"),
    [
        ("Huawei's chips", "華為的晶片", {"n:huawei"}),
        ("Nvidia raises $13 billion", "英伟达融资130亿美元", {"n:nvidia", "q:1.3e+10", "c:funding"}),
        ("DeepSeek-V3.1 is out", "DeepSeek V3.1發佈", {"n:deepseek", "v:deepseek 3.1"}),
        ("Beijing speaks of 74.5%", "中国称达74.5%", {"s:china", "q:74.5%"}),
        ("Nvidia's H20", "英伟达H20", {"n:nvidia", "n:h20"}),
    ],
)  # fmt: skip
def test_both_languages_share_what_carries_over(en: str, zh: str, shared: set[str]) -> None:
    both = bridging(en) & bridging(zh)
    if "c:funding" in shared:
        both |= bridging("a funding round") & bridging("融资")
    assert shared <= both


def test_years_and_small_counts_are_no_figures() -> None:
    assert not {t for t in bridging("In 2025 3 firms met 12 times") if t.startswith("q:")}


def test_a_surname_behind_another_forename_is_nobody_known() -> None:
    assert "n:jensen huang" in bridging("Huang sees no ban")
    assert "n:jensen huang" not in bridging("They met Tom Huang")


def test_a_document_without_a_title_is_titled_by_its_first_sentence() -> None:
    told = terms(None, "Groq raises money. Nvidia is not amused.")
    assert "n:groq" in told.title and "n:nvidia" not in told.title


def test_an_empty_document_has_no_terms() -> None:
    assert terms(None, "").counts == {} and terms("", None).title == ()
