"""An explanation names the rule, the word it saw, and the words behind each slot."""

from __future__ import annotations

from theodolite import extract
from theodolite.model.origin import Origin
from theodolite.model.text import Text


def _explained(content: str) -> list[str]:
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    made = extract.found(text, Origin(location="a.txt", published="2025-03-01"))
    return ["\n".join(extract.explanation(text, c, made.by[c.id, c.start])) for c in made.claims]


def test_rule_cue_slots_and_speaker_are_named() -> None:
    shown = _explained(
        "Maria Olsen said that it does not mean China is two years behind the U.S. in AI chips."
    )
    lag = next(s for s in shown if s.startswith("lag"))
    assert "found by     lags.stretches" in lag
    assert 'United States (from "the U.S.' in lag or 'United States (from "U.S.' in lag
    assert "Maria Olsen" in lag and "reported" in lag
    assert 'denied       by "does not mean"' in lag


def test_a_hedge_shows_the_word_that_hedges() -> None:
    shown = _explained("China may be a year behind the United States in AI.")
    assert any('hedged       by "may"' in s for s in shown)


def test_every_claim_has_its_explanation() -> None:
    content = "\n\n".join(["China is a year behind the United States in AI."] * 2)
    assert sum(s.startswith("lag") for s in _explained(content)) == 2
