"""Copies are found, what only looks like one is not, and nothing depends on the order."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
import retold
from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite.model.copies import Copies
from theodolite.resolve.copies import Sketches, copies
from theodolite.resolve.copies.finding import MOST_EXACT
from theodolite.resolve.copies.frequent import LEAST_OF_ALL, PUBLISHER_KNOWN


def found(texts: Mapping[str, str], publishers: Mapping[str, str] | None = None) -> Copies:
    known = publishers or {}
    return copies(list(texts), Sketches.of(texts.values()), [known.get(name) for name in texts])


def grouped(made: Copies) -> list[list[str]]:
    return sorted(sorted(g.documents) for g in made.groups)


RNG = random.Random(6)
STORY = retold.words(RNG, 300)
OTHERS = {f"other{k}": retold.words(RNG, 300) for k in range(30)}
ZH = retold.han(RNG, 600)


@pytest.mark.parametrize(
    "copy",
    [
        STORY.upper().replace(" ", "\n"),
        retold.edited(random.Random(1), STORY, 0.05),
        retold.cropped(STORY),
        f"{retold.words(RNG, 60)} {STORY}",
        f"{STORY} {retold.words(RNG, 250)}",
        retold.edited(random.Random(2), retold.cropped(STORY), 0.03),
    ],
    ids=["dressed", "edits", "crop", "before", "after", "crop and edits"],
)
def test_a_copy_is_found(copy: str) -> None:
    made = found({"story": STORY, "copy": copy, **OTHERS})
    assert grouped(made) == [["copy", "story"]]


def test_a_chinese_copy_is_found() -> None:
    made = found(
        {"a": ZH, "crop": retold.cropped(ZH), "more": f"阅读更多：{retold.han(RNG, 100)}\n{ZH}", **OTHERS}
    )
    assert grouped(made) == [["a", "crop", "more"]]
    (group,) = made.groups
    assert group.centre == "a" and group.kind == "near" and 0.75 < group.least < 0.9


def test_exact_copies_are_told_from_near_ones() -> None:
    near = retold.edited(random.Random(3), STORY, 0.03)
    made = found({"a": STORY, "b": STORY.replace(".", " ,"), "c": near})
    (group,) = made.groups
    versions = {m.document: m.version for m in group.members}
    assert versions["a"] == versions["b"] != versions["c"]
    kinds = {m.document: m.kind for m in group.members}
    assert kinds["a"] == kinds["b"] and sorted(kinds.values()).count("near") in (1, 2)


def test_of_short_texts_only_exact_copies_count() -> None:
    line = "OpenAI releases a new model for everybody today"
    made = found(
        {"a": line, "b": line + "!", "c": line.replace("new", "small"), "d": "Read more", "e": "read more"}
    )
    assert grouped(made) == [["a", "b"]]
    assert (made.short, made.wordless) == (2, 2)


def test_what_every_site_says_in_a_few_words_is_no_copy() -> None:
    pages = {f"p{k}": "Please enable JavaScript to continue" for k in range(MOST_EXACT + 1)}
    made = found(pages)
    assert not made.groups and "few words" in made.notes[0]
    del pages["p0"]
    assert len(found(pages).groups) == 1


def test_thirty_words_with_one_changed_are_a_near_copy() -> None:
    item = retold.words(random.Random(4), 30)
    tokens = item.split()
    tokens[10] = "changed"
    assert grouped(found({"a": item, "b": " ".join(tokens), **OTHERS})) == [["a", "b"]]


def test_a_form_with_other_figures_is_no_copy() -> None:
    form = retold.words(random.Random(5), 200).split()
    slots = range(5, 200, 16)

    def report(seed: int) -> str:
        rng, filled = random.Random(seed), list(form)
        for at in slots:
            filled[at] = str(rng.randrange(10**6))
        return " ".join(filled)

    made = found({f"q{k}": report(k) for k in range(4)} | OTHERS)
    assert not made.groups
    assert any("other figures" in note for note in made.notes)


def test_what_a_publisher_puts_on_each_makes_no_copies() -> None:
    rng = random.Random(7)
    footer = retold.words(rng, 150)
    letters = {f"n{k}": f"{retold.words(rng, 50)} {footer}" for k in range(PUBLISHER_KNOWN)}
    made = found(letters | OTHERS, dict.fromkeys(letters, "The Letter"))
    assert not made.groups


def test_what_many_share_makes_no_copies_and_is_told() -> None:
    rng = random.Random(8)
    banner = retold.words(rng, 120)
    pages = {f"p{k}": f"{banner} {retold.words(rng, 40)}" for k in range(LEAST_OF_ALL + 20)}
    made = found(pages | {"story": f"{banner} {STORY}", "copy": STORY})
    assert grouped(made) == [["copy", "story"]]
    assert any("many share" in note for note in made.notes)


def test_boilerplate_of_some_is_told_from_what_is_retold() -> None:
    rng = random.Random(9)
    box = retold.words(rng, 90)
    pages = {f"p{k}": f"{retold.words(rng, 25 if k < 4 else 250)} {box}" for k in range(60)}
    assert not found(pages).groups


@pytest.mark.parametrize("often", [10, 60, 190])
def test_a_story_told_by_many_is_one_group(often: int) -> None:
    rng = random.Random(10)
    told = {f"s{k}": f"{retold.edited(rng, STORY, 0.03)} {retold.words(rng, 20)}" for k in range(often)}
    (group,) = found(told | OTHERS).groups
    assert len(group.members) == often


def test_small_changes_do_not_join_what_has_nothing_in_common() -> None:
    rng = random.Random(11)
    tokens = retold.words(rng, 900).split()
    windows = {f"w{k:02}": " ".join(tokens[k * 40 : k * 40 + 300]) for k in range(15)}
    made = found(windows)
    spans = [[int(d[1:]) for d in g.documents] for g in made.groups]
    assert spans and all(max(own) - min(own) <= 4 for own in spans)


@given(st.randoms(use_true_random=False))
@settings(max_examples=15)
def test_the_order_makes_no_difference(rng: random.Random) -> None:
    made = random.Random(12)
    texts = {
        **{f"a{k}": retold.edited(made, STORY, 0.04) for k in range(5)},
        **{f"b{k}": ZH[: 600 - 60 * k] for k in range(4)},
        "c": STORY, "d": STORY, **OTHERS,
    }  # fmt: skip
    names = list(texts)
    rng.shuffle(names)
    assert found({name: texts[name] for name in names}) == found(texts)


@given(st.lists(st.text(max_size=200), max_size=12))
def test_any_texts_can_be_compared_and_each_is_in_one_group_at_most(texts: list[str]) -> None:
    made = found({str(k): text for k, text in enumerate([*texts, *texts])})
    members = [d for g in made.groups for d in g.documents]
    assert len(members) == len(set(members))
    assert all(len(g.members) >= 2 for g in made.groups)


def test_a_text_and_its_twin_are_always_together() -> None:
    made = found({"x": ZH, "y": ZH, **OTHERS})
    assert grouped(made) == [["x", "y"]]
    (group,) = made.groups
    assert group.kind == "exact" and group.least == 1.0


@pytest.mark.parametrize("text", ["字" * 5000, "la " * 5000, "。" * 5000, "1 " * 5000])
def test_monotony_is_compared_in_good_time(text: str) -> None:
    made = found({str(k): text + str(k) * 3 for k in range(50)})
    assert made.compared == 50


def test_identities_must_be_different_and_as_many_as_texts() -> None:
    with pytest.raises(ValueError, match="twice"):
        copies(["a", "a"], Sketches.of(["one", "two"]))
    with pytest.raises(ValueError, match="as many"):
        copies(["a"], Sketches.of(["one", "two"]))


def test_of_nothing_there_are_no_copies() -> None:
    assert copies([], Sketches.of([])).groups == ()
