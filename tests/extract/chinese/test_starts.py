"""What patterns may begin with: no match is lost, and what cannot match is not asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from theodolite.extract.chinese import (
    comparisons,
    judging,
    making,
    money_ties,
    posts,
    rankings,
    restrictions,
    sentences,
    tie_phrases,
    tie_places,
)
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.starts import Starts, index

GOLD = sorted((Path(__file__).resolve().parents[2] / "gold").rglob("zh_*.txt"))
MODULES = (comparisons, judging, making, money_ties, posts, rankings, restrictions, tie_phrases, tie_places)


def _asked(content: str, *patterns: str) -> list[int]:
    """The patterns that are asked in a text of one clause."""
    starts = Starts(*((re.compile(pattern),) for pattern in patterns))
    return [n for _, asked in starts.clauses(index(content, [Span(0, len(content))]), 1) for n in asked]


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("短板|缺(?:人|钱)", "他们缺钱", "短期缺货"),
        ("(?<!不)[领超]先", "明显领先", "首领走先"),
        ("(?:已|早)?经?落后", "也落后了", "落下来了"),
        ("[^，。]{0,6}?最强的", "全国最强的队", "全国最多的队"),
        ("(?P<a>一|两)年(?=前|后)", "两年前", "两个月"),
        ("得", "做得好", "做不好"),
        (r"很{1,3}好", "很很好", "很差"),
    ],
)
def test_only_what_may_begin_is_asked(pattern: str, yes: str, no: str) -> None:
    assert _asked(yes, pattern) == [0]
    assert _asked(no, pattern) == []


@pytest.mark.parametrize("pattern", [r"\d+年", "(?i)ai", "(?:好)?", "[^，]+"])
def test_what_has_no_certain_beginning_is_asked_everywhere_or_where_it_must(pattern: str) -> None:
    assert _asked("2020年AI好", pattern) == [0]


def test_a_pair_may_end_right_behind_its_clause() -> None:
    assert [n for n, _ in Starts((re.compile("缺钱"),)).clauses(index("他缺钱", [Span(0, 2)]), 1)] == [0]


def test_clauses_and_patterns_come_in_order() -> None:
    content = "缺人，领先，缺人又领先"
    clauses = sentences.clauses(content, Span(0, len(content)))
    starts = Starts((re.compile("领先"),), (re.compile("缺人"), re.compile("缺钱")))
    assert list(starts.clauses(index(content, clauses), 3)) == [(0, [1]), (1, [0]), (2, [0, 1])]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.rpartition(".")[2])
def test_no_match_is_lost(module: object) -> None:
    patterns = [held for held in vars(module).values() if isinstance(held, re.Pattern)]
    starts = Starts(*((pattern,) for pattern in patterns))
    for path in GOLD:
        content = path.read_text(encoding="utf-8")
        clauses = [c for s in sentences.split(content) for c in sentences.clauses(content, s)]
        asked = dict(starts.clauses(index(content, clauses), len(clauses)))
        for number, clause in enumerate(clauses):
            for which, pattern in enumerate(patterns):
                if match := pattern.search(content, clause.start, clause.end):
                    assert which in asked[number] or not match.group(), (pattern.pattern[:60], match.group())
