"""Passages: together the text, none too long, cut at borders."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.endpoint.chunks import AROUND, chunks
from theodolite.extract.endpoint.locate import holds, places

pieces = st.lists(
    st.sampled_from(["China is behind. ", "\n\n", "\n", "落后两年。", "word ", "x" * 50, "   ", "A. B! "]),
    max_size=60,
)


@given(pieces=pieces, most=st.integers(20, 300))
def test_passages_are_the_text_without_gap_or_overlap(pieces: list[str], most: int) -> None:
    content = "".join(pieces)
    position = 0
    for chunk in chunks(content, most):
        assert not content[position : chunk.start].strip()
        assert 0 < chunk.end - chunk.start <= most
        assert 0 <= chunk.start - chunk.context <= AROUND
        assert 0 <= chunk.after - chunk.end <= AROUND // 2
        position = chunk.end
    assert not content[position:].strip()


def test_the_cut_is_between_paragraphs_then_lines_then_sentences() -> None:
    def ends(content: str) -> list[str]:
        return [content[c.start : c.end] for c in chunks(content, 40)]

    assert (
        ends("First one here. Second.\n\nThird one. Fourth one. Fifth.")[0] == "First one here. Second.\n\n"
    )
    assert ends("First one here. Second.\nThird one. Fourth one. Fifth.")[0] == "First one here. Second.\n"
    assert ends("First one here, a second. Third one, fourth, fifth.")[0] == "First one here, a second. "
    assert ends("中国落后美国两年左右的时间。" * 4)[0] == "中国落后美国两年左右的时间。" * 2


def test_a_quote_is_found_exactly_first() -> None:
    text = 'a "b" c “b” d'
    assert places(text, '"b"', 0, len(text)) == [(2, 5)]
    assert places(text, "“b”", 0, len(text)) == [(8, 11)]
    assert places(text, "«b»", 0, len(text)) == [(2, 5), (8, 11)]
    assert places(text, "b", 6, len(text)) == [(9, 10)]
    assert places(text, "B", 0, len(text)) == places(text, " ", 0, len(text)) == []


def test_time_grows_with_the_text_only() -> None:
    """Words that nearly stand in a text at every place of it cost no more than others."""
    text = "a " * 500_000
    begun = time.process_time()
    for n in range(20):
        assert not holds(text, "a " * 180 + f"b{n}")
        assert places(text[:6000], "a  " * 1200 + f"b{n}", 0, 6000) == []
    assert time.process_time() - begun < 4


def test_words_are_whole_words() -> None:
    assert holds("Many said so to Ma.", "Ma") and not holds("Many said so.", "Ma")
    assert holds("在中国企业中", "中国") and holds("the U.S. lead", "u.s.")
    assert not holds("text", " ") and not holds("text", "t" * 5000)


@given(text=st.text(alphabet="ab .\n'’\"“-–", max_size=60), quote=st.text(alphabet="ab .'\"-", max_size=8))
def test_every_place_is_in_the_text_and_says_the_same(text: str, quote: str) -> None:
    for start, end in places(text, quote, 0, len(text)):
        assert 0 <= start < end <= len(text)
        assert [c for c in text[start:end] if c in "ab."] == [c for c in quote if c in "ab."]
