"""Whose a thing is that is compared: what a maker tells of its model, one open model, parts of a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]


def _of(read: Read, text: str) -> list[tuple[str, str, str]]:
    rows = [c.to_json() for c in read(text, ("comparison",))]
    return [(row["subject"], row["direction"], row["object"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Baidu showed a model that it says beats GPT-4o.", ("Baidu", "above", "GPT-4o")),
        ("Huawei sells a chip the company claims is slower than the A100.", ("Huawei", "below", "A100")),
        ("Meta unveiled an open-source model that rivals GPT-4o.", ("Meta", "equal", "GPT-4o")),
        ("Meta says its open-source model beats GPT-4o.", ("Meta", "above", "GPT-4o")),
        ("Old firms adopt chatbots faster than young firms.", ("Old firms", "above", "young firms")),
        ("Rural schools use AI more slowly than urban ones.", ("Rural schools", "below", "urban schools")),
        ("Intel has yet to build a chip on par with the H100.", ("Intel", "below", "H100")),
        ("Baidu's bot competes favourably with ChatGPT.", ("Baidu", "equal", "ChatGPT")),
        ("Grok 3 beats OpenAI GPT-4o.", ("Grok 3", "above", "GPT-4o")),
    ],
)
def test_who_is_compared(read: Read, text: str, told: tuple[str, str, str]) -> None:
    assert _of(read, text) == [told]


def test_one_goes_on_being_ahead(read: Read) -> None:
    found = _of(read, "Japan is behind Germany in chips but still ahead in robots.")
    assert found == [("Japan", "below", "Germany"), ("Japan", "above", "Germany")]


@pytest.mark.parametrize(
    "text",
    [
        "Mistral says its China rivals Baidu and Tencent copied it.",
        "Baidu's models are approaching OpenAI's.",
        "The firms grew faster than companies had expected.",
        "Brazil wants rules in line with their values.",
    ],
)
def test_nobody_is_compared(read: Read, text: str) -> None:
    assert not _of(read, text)
