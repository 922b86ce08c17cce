"""What a comparison leaves to the sentences around it, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Comparison

Read = Callable[..., list[Claim]]
Three = tuple[str | None, str | None, str | None]


def _found(read: Read, text: str) -> set[Three]:
    return {
        (c.subject, c.direction, c.object) for c in read(text, ("comparison",)) if isinstance(c, Comparison)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MiniMax-M3 is out. Feels smarter than Qwen3-235B for refactors.",
            ("MiniMax-M3", "above", "Qwen3-235B"),
        ),
        (
            "Everyone compares Nubo with Dropbox. Nubo is cheaper.",
            ("Nubo", "below", "Dropbox"),
        ),
        (
            "Cohere was small. Mistral overtook Cohere in May, and Anthropic sells more licences.",
            ("Anthropic", "above", "Cohere"),
        ),
        (
            "India and Brazil signed a deal. The two countries are neck and neck.",
            ("India", "equal", "Brazil"),
        ),
        (
            "China leads the United States in patents but trails it in citations.",
            ("China", "below", "United States"),
        ),
    ],
)
def test_sides_from_before(read: Read, text: str, expected: Three) -> None:
    assert expected in _found(read, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China added more capacity in 2024 than we have built in a decade.", ("China", "above", None)),
        ("Falcon 3 beat Jais and Gemini, but Qwen did worse than either.", ("Qwen", "below", None)),
    ],
)
def test_another_side_that_has_no_name_stays_open(read: Read, text: str, expected: Three) -> None:
    assert expected in _found(read, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing from China has yet matched GPT-5.", ("China", "below", "GPT-5")),
        ("Nobody in Japan can match TSMC.", ("Japan", "below", "TSMC")),
        ("There is no European equivalent of Nvidia.", ("Europe", "below", "Nvidia")),
        ("Italy was outspent by Spain on chips.", ("Italy", "below", "Spain")),
        ("Samsung lost first place in DRAM to SK hynix.", ("Samsung", "below", "SK Hynix")),
        ("Kimi K2 sat within a point or two of Claude on the charts.", ("Kimi K2", "equal", "Claude")),
        ("The minister told us that Canada was ahead of Britain.", ("Canada", "above", "United Kingdom")),
        ("Phi's score fell more than Claude's.", ("Phi", "below", "Claude")),
        ("Arabic speakers prefer Falcon to ChatGPT.", ("Falcon", "above", "ChatGPT")),
        ("I find Claude and GPT-5 about equal.", ("Claude", "equal", "GPT-5")),
        ("There isn't much between Claude and GPT-5.", ("Claude", "equal", "GPT-5")),
        ("Europe is tiny compared with the US.", ("Europe", "below", "United States")),
        ("Next to OpenAI's, the Swiss budget looks tiny.", ("Switzerland", "below", "OpenAI")),
        ("Claude > ChatGPT for code.", ("Claude", "above", "ChatGPT")),
        ("The Saudi fund, bigger than Norway's, put in a share.", ("Saudi Arabia", "above", "Norway")),
        ("Israel, whose population is smaller than Sweden's, raised more.", ("Israel", "below", "Sweden")),
    ],
)
def test_ordinary_constructions(read: Read, text: str, expected: Three) -> None:
    assert expected in _found(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI has more users than anyone.",
        "India trains more coders than any other country.",
        "HBM4 costs a good deal more than buyers were told to expect.",
        "Were it left out, the Union would rank behind Israel.",
        "Few labs can match DeepMind.",
        "The Emirates lead it.",
    ],
)
def test_no_other_side_or_not_claimed(read: Read, text: str) -> None:
    assert _found(read, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We tried Grok 5. Claude was ahead by three points.", ("Claude", "above", "Grok 5")),
        ("Aria is behind Claude in maths and ahead of it in French.", ("Aria", "above", "Claude")),
        ("Compared to Gemma, Qwen makes fewer mistakes.", ("Qwen", "below", "Gemma")),
        (
            "Samsung's chip, though slower than Nvidia's, costs a fifth as much.",
            ("Samsung", "below", "Nvidia"),
        ),
        (
            "There are more GPUs in one Texas hall than in all of Africa.",
            ("one Texas hall", "above", "Africa"),
        ),
    ],
)
def test_pronouns_and_topics_for_a_side(read: Read, text: str, expected: Three) -> None:
    assert expected in _found(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chinese makers supply more than half the Chinese market.",
        "Anthropic has more customers, Menlo Ventures estimates.",
    ],
)
def test_shares_and_estimators_are_no_side(read: Read, text: str) -> None:
    assert _found(read, text) == set()


def test_who_estimates_is_no_member_of_a_list(read: Read) -> None:
    found = _found(read, "Anthropic has more customers than OpenAI, Menlo Ventures estimates.")
    assert found == {("Anthropic", "above", "OpenAI")}


def test_the_last_member_of_a_list_may_compare_for_itself(read: Read) -> None:
    found = _found(read, "Kenya has fewer data centres than Nigeria, and Ghana fewer still.")
    assert found == {("Kenya", "below", "Nigeria")}


def _factors(read: Read, text: str) -> list[tuple[str | None, float | None, str | None]]:
    return [
        (c.subject, None if c.factor is None else round(c.factor, 3), c.object)
        for c in read(text, ("comparison",))
        if isinstance(c, Comparison)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anthropic was valued at $350 billion, more than 50 times what Moonshot is asking for.",
            ("Anthropic", 50, "Moonshot AI"),
        ),
        ("Moonshot made 1/50th of Anthropic's revenue last year.", ("Moonshot AI", 0.02, "Anthropic")),
        ("Tencent's outlay was less than a third of Alibaba's.", ("Tencent", 0.333, "Alibaba")),
        (
            "The compute of Britain stands at a tenth of that available in France.",
            ("United Kingdom", 0.1, "France"),
        ),
        ("Nvidia sells the H200 at a 30% premium to AMD.", ("Nvidia", 1.3, "AMD")),
    ],
)
def test_multiples_and_whom_they_measure(read: Read, text: str, expected: tuple[str, float, str]) -> None:
    assert expected in _factors(read, text)


def test_a_change_in_folds_is_of_what_the_verb_changes(read: Read) -> None:
    found = _factors(
        read, "The Government is committed to expanding the Isambard cluster twentyfold by 2030."
    )
    assert [(s, f) for s, f, _ in found] == [("Isambard cluster", 20)]
