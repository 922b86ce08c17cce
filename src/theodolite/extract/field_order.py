"""In which order the sides of the field stand where a text does not say, and who only reports on them."""

from __future__ import annotations

import re

from theodolite.catalog import vocabulary

# In this order a gap is measured: the earlier leads where the text does not say.
LEADERS = (
    "closed models",
    "United States",
    "China",
    "Taiwan",
    "Europe",
    "European Union",
    "United Kingdom",
    "South Korea",
    "Japan",
    "open models",
)
CHIP_LEADERS = ("Netherlands", "Taiwan", "United States", "South Korea", "Japan", "Europe", "China", "India")
_CHIPS = re.compile(
    r"\b(?:chip\w*|semiconductor\w*|lithograph\w*|foundr\w+|nodes?|wafers?|memory|fabs?|process)\b", re.I
)
_SOFT = re.compile(r"\b(?:models?|AI|LLMs?|chatbots?|algorithms?|adoption)\b")
# Who reports or measures a gap is no side of it; nor are those who are named as a state's voice in it.
OBSERVERS = frozenset(
    {e.name for e in vocabulary.load().entries.values() if e.observer}
    | {"White House", "Congress", "OECD", "Stanford University", "Center for AI Standards and Innovation"}
)


def is_about_chips(words: str) -> bool:
    """Whether words speak of chips rather than of models: the order of the sides is another there."""
    return len(_CHIPS.findall(words)) > len(_SOFT.findall(words))


def in_order(first: str, second: str, chips: bool = False) -> tuple[str, str]:
    """(follower, leader) of two sides: the order of the field where the text does not say."""
    order = CHIP_LEADERS if chips else LEADERS

    def rank(name: str) -> int:
        return order.index(name) if name in order else len(order) - 1

    if first == "open models" or second == "open models":
        return ("open models", second if first == "open models" else first)
    return (first, second) if rank(first) >= rank(second) else (second, first)
