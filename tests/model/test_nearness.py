"""What somebody who mistyped a name may have meant."""

from __future__ import annotations

import pytest

from theodolite.model.nearness import do_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "words", "found"),
    [
        ("Chna", ("China", "Chile", "France"), ("China",)),
        ("private_investment", ("private-investment", "private-investment-per-head"),
         ("private-investment", "private-investment-per-head")),
        ("OPENAI", ("OpenAI", "OpenBMB"), ("OpenAI",)),
        ("notable", ("all-models", "notable-models"), ("notable-models",)),
        ("", ("China",), ()), ("zzz", ("China",), ()), ("x" * 100_000, ("China",), ()),
    ],
)  # fmt: skip
def test_close_names(word: str, words: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert nearest(word, words) == found


def test_a_question_or_nothing() -> None:
    assert do_you_mean("Chna", ("China",)) == "do you mean China?"
    assert do_you_mean("zzz", ("China",)) == ""
