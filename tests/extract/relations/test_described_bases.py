"""A model on another's architecture or technology is built on the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("content", "tie"),
    [
        ("Kimi K2 is built on DeepSeek's architecture.", ("Kimi K2", "built_on", "DeepSeek")),
        ("Kimi K2 is based on the DeepSeek V3 architecture.", ("Kimi K2", "built_on", "DeepSeek-V3")),
    ],
)
def test_what_one_is_built_on(read: Read, content: str, tie: tuple[str, str, str]) -> None:
    found = [c for c in read(content) if isinstance(c, Relation)]
    assert [(c.subject, c.predicate, c.object) for c in found] == [tie]


def test_the_style_of_a_city_is_nobodys(read: Read) -> None:
    assert not [c for c in read("The plan is built on hope and architecture.") if isinstance(c, Relation)]
