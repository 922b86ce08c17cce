"""Turns of phrase that compare: what is found where, and that the cheap sign never hides one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from theodolite.extract.comparisons import foreseen, turns
from theodolite.extract.comparisons.lexicon import verbs
from theodolite.extract.words import syntax
from theodolite.extract.words.lemmas import forms
from theodolite.model.claim import Claim, Comparison

Read = Callable[..., list[Claim]]


def _found(read: Read, text: str, **origin: Any) -> set[tuple[str | None, str | None, str | None]]:
    return {
        (c.subject, c.direction, c.object)
        for c in read(text, ("comparison",), **origin)
        if isinstance(c, Comparison)
    }


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("has raced past", "above"),
        ("towers over", "above"),
        ("gets the better of", "above"),
        ("runs rings around", "above"),
        ("enjoys a commanding lead in software over", "above"),
        ("ranks above", "above"),
        ("plays second fiddle to", "below"),
        ("has lost out to", "below"),
        ("pales beside", "below"),
        ("is at a disadvantage to", "below"),
        ("is nowhere near", "below"),
        ("is no", "below"),
        ("keeps pace with", "equal"),
        ("can hold its own against", "equal"),
        ("stands shoulder to shoulder with", "equal"),
        ("is in the same league as", "equal"),
        ("is indistinguishable from", "equal"),
    ],
)
def test_turns_of_phrase(read: Read, words: str, direction: str) -> None:
    assert _found(read, f"Huawei {words} Nvidia.") == {("Huawei", direction, "Nvidia")}


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Huawei was overtaken by Nvidia last spring.", "below"),
        ("Huawei is outgunned by Nvidia in software.", "below"),
        ("Huawei leaves Nvidia in the dust on price.", "above"),
        ("Huawei puts Nvidia to shame in networking.", "above"),
        ("Tests put Huawei slightly below Nvidia.", "below"),
        ("Huawei Surpasses Nvidia", "above"),
        ("Huawei has yet to match Nvidia in software.", "below"),
        ("Huawei has matched neither Nvidia nor AMD in software.", "below"),
        ("Huawei almost overtook Nvidia in shipments.", "below"),
    ],
)
def test_passives_slots_headlines_and_failures(read: Read, text: str, direction: str) -> None:
    assert ("Huawei", direction, "Nvidia") in _found(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The venture was led by Nvidia and Huawei.",
        "The company behind Nvidia rose early.",
        "Nvidia expects to beat forecasts.",
        "Without controls that bite, Nvidia wants to outpace Huawei.",
        "Nobody shows how far behind Huawei is.",
    ],
)
def test_other_senses_of_the_same_words(read: Read, text: str) -> None:
    assert _found(read, text) == set()


def test_a_list_in_a_headline_names_each(read: Read) -> None:
    assert _found(read, "Huawei ranks just behind Nvidia, AMD and Intel") == {
        ("Huawei", "below", "Nvidia"),
        ("Huawei", "below", "AMD"),
        ("Huawei", "below", "Intel"),
    }


def test_by_so_many_to_one_and_by_percent_are_factors(read: Read) -> None:
    found = [c for c in read("China outnumbers India by six to one.", ("comparison",))]
    assert [c.factor for c in found if isinstance(c, Comparison)] == [6.0]
    found = [c for c in read("China outspends India by 40 percent.", ("comparison",))]
    assert [c.factor for c in found if isinstance(c, Comparison)] == [pytest.approx(1.4)]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([t for t in turns.TURNS if not t.slot]),
    st.lists(st.sampled_from(["Huawei", "Nvidia", "the", "chips", "well", "far", "now"]), max_size=3),
)
def test_the_cheap_sign_never_hides_a_turn(turn: turns.Turn, before: list[str]) -> None:
    """Whatever the parser finds, the words alone have shown before."""
    assume(
        not (turn.verb and before[-1:] == ["the"])
    )  # with an article it is a noun, whatever the parser says
    text = " ".join([*before, *turn.words, "Nvidia"])
    words = frozenset(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text.lower()))
    (parse,) = syntax.parse([(text, 0)])
    if list(turns.find(parse)):
        assert foreseen.may_hold(words, text, 0, len(text), lambda start, end: True)


@given(st.sampled_from(sorted(verbs.ABOVE)))
def test_every_form_of_a_verb_is_a_sign(verb: str) -> None:
    written = [f for f in forms([verb]) if f in foreseen.SIGNS]
    assert verb in written and f"{verb}s" in written


@pytest.mark.parametrize(
    ("text", "subject", "other", "direction"),
    [
        ("Llama was passed by Qwen in downloads.", "Qwen", "Llama", "above"),
        (
            "Korean models sit below the best American ones.",
            "South Korean models",
            "United States models",
            "below",
        ),
        (
            "Northlight has released Lantern 2. On EuroEval, the model outscores Gemma 3 27B.",
            "Lantern 2",
            "Gemma 3 27B",
            "above",
        ),
    ],
)
def test_who_stands_on_each_side(
    read: Callable[..., list[Claim]], text: str, subject: str, other: str, direction: str
) -> None:
    found = [c for c in read(text, ("comparison",)) if isinstance(c, Comparison)]
    assert [(c.subject, c.object, c.direction) for c in found] == [(subject, other, direction)]


@pytest.mark.parametrize(
    "text",
    [
        "A law passed by China hurts Nvidia.",
        "ByteDance buys as many B200s as it wants.",
        "Demand on the machine is six times what it can supply.",
        "Others say China's lead in power generation will tell.",
    ],
)
def test_what_is_no_comparison(read: Callable[..., list[Claim]], text: str) -> None:
    assert not read(text, ("comparison",))


def test_only_those_named_have_more(read: Callable[..., list[Claim]]) -> None:
    text = "German plants hold 449 robots for every 10,000 people, and only South Korea and China have more."
    found = [c for c in read(text, ("comparison",)) if isinstance(c, Comparison)]
    assert [(c.subject, c.object, c.direction) for c in found] == [
        ("South Korea", "Germany", "above"),
        ("China", "Germany", "above"),
    ]


def test_a_factor_of_roughly_six(read: Callable[..., list[Claim]]) -> None:
    found = read("Computing power in the United States exceeded that in China by a factor of roughly six.")
    assert [c.factor for c in found if isinstance(c, Comparison)] == [6.0]


def test_who_tests_says_where_it_stands(read: Callable[..., list[Claim]]) -> None:
    found = read("Independent testing by Kiln Review put Claude slightly below Gemini.", ("comparison",))
    assert [(c.subject, c.object, c.speaker) for c in found if isinstance(c, Comparison)] == [
        ("Claude", "Gemini", "Kiln Review")
    ]
