"""Made texts and what others do to them when they copy them."""

from __future__ import annotations

import random

_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
_HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对"
    "成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)


def words(rng: random.Random, count: int) -> str:
    """So many made words with a full stop after some."""
    found = ["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3))) for _ in range(count)]
    return " ".join(w + "." * (k % 12 == 11) for k, w in enumerate(found))


def han(rng: random.Random, count: int) -> str:
    """So many characters."""
    return "".join(rng.choices(_HAN, k=count))


def edited(rng: random.Random, text: str, rate: float) -> str:
    """Words put in the place of others; a share of all."""
    tokens = text.split()
    for at in rng.sample(range(len(tokens)), round(rate * len(tokens))):
        tokens[at] = words(rng, 1)
    return " ".join(tokens)


def cropped(text: str) -> str:
    """A fifth cut away at the end."""
    return text[: len(text) * 4 // 5]
