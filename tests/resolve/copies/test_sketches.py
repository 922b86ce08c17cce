"""What of a text is kept to find its copies, and that it is the same wherever it is made."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import numpy as np
import pytest
import retold
from hypothesis import given
from hypothesis import strategies as st

from theodolite.resolve.copies import Sketches
from theodolite.resolve.copies.sketches import MOST_KEPT
from theodolite.resolve.copies.units import MOST_POINTS, units

SAME = [
    ("The model, GPT-4, scored 3.5% on 1,000 tasks.", "the  model ＧＰＴ-4\nscored 3.5 ％ on 1000 tasks"),
    ("据新华社报道，中国的模型发布了。", "据新华社报道 中国的模型\u200b发布了"),
    ("臺灣的晶片產業與發展", "台湾的晶片产业与发展"),
    ("Les modèles d’IA", "LES MODE\u0300LES D'IA"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_space_width_case_marks_and_script_make_no_difference(one: str, other: str) -> None:
    sketches = Sketches.of([one, other])
    assert sketches.digest(0) == sketches.digest(1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("scored 3.5 points", "scored 35 points"),
        ("not one of them", "one of them not"),
        ("中国美国", "美国中国"),
    ],
)
def test_other_words_figures_and_order_do(one: str, other: str) -> None:
    sketches = Sketches.of([one, other])
    assert sketches.digest(0) != sketches.digest(1)


def test_units_are_words_and_characters() -> None:
    found = units(["AI 芯片 is 3.5 here", "", "!?", "\ud800 a"])
    assert found.starts.tolist() == [0, 6, 6, 6, 7]
    assert found.signs.tolist() == [False, True, True, False, False, False, False]
    assert found.figures.tolist() == [False, False, False, False, True, False, False]


@pytest.mark.parametrize("text", ["", "...", "\ud800\udfff\x00", "\u200b", "a", "\n" * 1000, "́" * 50])
def test_what_has_no_words_has_no_shingles(text: str) -> None:
    sketches = Sketches.of([text, "one two three four"])
    assert sketches.starts.tolist() == [0, 0, 2]


def test_twenty_five_megabytes_of_one_letter_are_one_word() -> None:
    sketches = Sketches.of(["a" * 25_000_000, "字" * 3_000_000])
    assert sketches.units.tolist() == [1, MOST_POINTS]
    assert sketches.starts.tolist() == [0, 0, 1]


def test_of_a_very_long_text_an_even_sample_is_kept() -> None:
    text = retold.words(random.Random(1), 40_000)
    sketches = Sketches.of([text])
    assert MOST_KEPT // 2 < sketches.shingles.size <= MOST_KEPT
    assert sketches.levels[0] == 3


@given(st.lists(st.text(), max_size=8))
def test_a_text_has_the_same_sketch_alone_and_among_others(texts: list[str]) -> None:
    together = Sketches.of(texts)
    assert [together.packed(k) for k in range(len(texts))] == [Sketches.of([t]).packed(0) for t in texts]


def test_a_sketch_comes_back_from_its_bytes() -> None:
    made = Sketches.of(["one two three four 5", "据新华社报道"])
    back = Sketches()
    for k in range(2):
        back.put(made.packed(k))
    assert np.array_equal(back.signatures, made.signatures)
    assert np.array_equal(back.shingles, made.shingles) and np.array_equal(back.figures, made.figures)


@pytest.mark.parametrize("packed", [b"", b"x" * 20, b"x" * 1000])
def test_other_bytes_are_no_sketch(packed: bytes) -> None:
    with pytest.raises(ValueError, match="not a sketch"):
        Sketches().put(packed)


def test_a_sketch_is_the_same_in_every_process() -> None:
    code = (
        "from theodolite.resolve.copies import Sketches;"
        "print(Sketches.of(['one two three 4 five', '新华社报道说']).packed(1).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, check=True,
            capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1
