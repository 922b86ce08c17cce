"""Stories depend on the documents alone: not on their order, the run or the hash seed; and they stay."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import gold, telling

from theodolite.model.story import Grouped, Telling
from theodolite.resolve.stories import grouped


def story_of(found: list[Grouped]) -> dict[str, str]:
    return {member: story.id for story in found for member in story.members}


def test_every_document_is_in_exactly_one_story() -> None:
    told, _ = gold()
    found = grouped(told)
    members = [m for story in found for m in story.members]
    assert sorted(members) == sorted(t.id for t in told)
    assert all(story.id == story.members[0] for story in found)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_given_does_not_matter(seed: int) -> None:
    told, _ = gold()
    mixed = random.Random(seed).sample(told, len(told))
    assert grouped(mixed) == grouped(told)


def test_a_document_given_twice_counts_once() -> None:
    told, _ = gold()
    assert grouped([*told, *told[:9]]) == grouped(told)


def test_a_later_day_leaves_what_was_settled() -> None:
    told, _ = gold()
    days = sorted({t.seen for t in told})
    whole = story_of(grouped(told))
    formerly = {old: story.id for story in grouped(told) for old in story.formerly}
    for day in days[:-1]:
        part = story_of(grouped([t for t in told if t.seen <= day]))
        assert {m: formerly.get(s, s) for m, s in part.items()} == {m: whole[m] for m in part}


def test_what_is_published_early_and_found_late_moves_nothing() -> None:
    told, _ = gold()
    before = story_of(grouped(told))
    late = telling("late", "OpenAI launches GPT-5", "GPT-5 is out.", "2025-08-07", seen="2025-10-02")
    after = story_of(grouped([*told, late]))
    assert {m: s for m, s in after.items() if m != "late"} == before


def test_another_hash_seed_gives_the_same() -> None:
    code = (
        "from tellings import gold; from theodolite.resolve.stories import grouped; "
        "print([(s.id, s.members) for s in grouped(gold()[0])])"
    )
    made = os.pathsep.join(p for p in sys.path if p)
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": made},
        ).stdout
        for seed in ("1", "77")
    }  # fmt: skip
    assert len(runs) == 1


def test_both_languages_meet_where_names_carry_it() -> None:
    en = telling("en", "Huawei unveils Ascend 950 with its own memory", "The chip comes in 2026.")
    zh = telling("zh", "华为发布昇腾950，采用自研内存", "该芯片将于2026年推出。")
    other = telling("other", "Cambricon posts a record profit", "Shares rose 10%.")
    found = story_of(grouped([en, zh, other]))
    assert found["en"] == found["zh"] != found["other"]


def test_successive_models_are_two_stories() -> None:
    one = telling("one", "DeepSeek releases V3.1", "DeepSeek-V3.1 is out today, with open weights.")
    two = telling("two", "DeepSeek releases V3.2", "DeepSeek-V3.2 is out today, with open weights.")
    assert len(grouped([one, two])) == 2


def test_rounds_of_two_firms_on_one_day_are_two_stories() -> None:
    one = telling("one", "Figure raises $1 billion in Series C", "The round was led by Parkway.")
    two = telling("two", "Groq raises $750 million in new round", "The round was led by Disruptive.")
    assert len(grouped([one, two])) == 2


def test_a_month_later_it_is_another_event() -> None:
    told = [
        telling(
            str(k), "Nvidia opens a laboratory in Boston", "The laboratory is for quantum computing.", day
        )
        for k, day in enumerate(("2025-09-01", "2025-09-02", "2025-11-20"))
    ]
    assert [s.members for s in grouped(told)] == [("0", "1"), ("2",)]


HOSTILE = [
    None, "", " ", "a", "华", "。", "\u202e\u0000\ud800", "A" * 200_000, "1 " * 50_000, "$" * 5000 + "1",
    "9" * 5000, "100%" * 3000, "<script>alert(1)</script>", "Claude " * 4000, "华为" * 40_000,
    "\U0001f600" * 900,
]  # fmt: skip


def test_hostile_titles_and_texts_are_only_documents() -> None:
    told = [telling(f"{k}", title, title or "") for k, title in enumerate(HOSTILE)]
    assert sorted(m for s in grouped(told) for m in s.members) == sorted(str(k) for k in range(len(HOSTILE)))


def test_empty_documents_are_stories_of_their_own() -> None:
    assert len(grouped([telling(str(k), None) for k in range(5)])) == 5


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        grouped([telling("a", "A title", day="soon")])


_WORDS = st.sampled_from(
    [
        "Nvidia",
        "Huawei",
        "华为",
        "芯片",
        "chips",
        "export",
        "$5",
        "billion",
        "3.1",
        "GPT-5",
        "法案",
        "the",
        "bans",
        "，.",
    ]
)
_Row = tuple[list[str], list[str], int, int]
_TELLINGS = st.lists(
    st.tuples(
        st.lists(_WORDS, max_size=8), st.lists(_WORDS, max_size=12), st.integers(1, 28), st.integers(0, 2)
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_TELLINGS, st.randoms(use_true_random=False))
def test_any_documents_in_any_order(
    rows: list[tuple[list[str], list[str], int, int]], mix: random.Random
) -> None:
    told: list[Telling] = []
    for k, (title, text, day, late) in enumerate(rows):
        made = telling(f"{k:02d}", " ".join(title), " ".join(text), f"2025-09-{day:02d}")
        told.append(replace(made, seen=f"2025-10-{late + 1:02d}"))
    whole = grouped(told)
    mixed = list(told)
    mix.shuffle(mixed)
    assert grouped(mixed) == whole
    # What was known the day before is put as it was, but for stories that were joined.
    joined = {old: story.id for story in whole for old in story.formerly}
    now = story_of(whole)
    for member, story in story_of(grouped([t for t in told if t.seen < "2025-10-02"])).items():
        assert now[member] == joined.get(story, story)
