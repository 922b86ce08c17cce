"""Claims marked in their text."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from theodolite.compose.marking import anchor, around, excerpts, whole
from theodolite.model.claim import Lag
from theodolite.model.text import Text


class Nesting(HTMLParser):
    """Text inside each mark, by claim; raises where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.text: dict[str, str] = {}
        self.ids: list[str] = []
        self.all = ""
        self.feed(html)
        assert not self.stack

    def handle_starttag(self, tag, attrs):
        if tag == "mark":
            values = dict(attrs)
            self.stack.append(values["data-claim"])
            if "id" in values:
                self.ids.append(values["id"])

    def handle_endtag(self, tag):
        if tag == "mark":
            self.stack.pop()

    def handle_data(self, data):
        self.all += data
        for claim in self.stack:
            self.text[claim] = self.text.get(claim, "") + data


def _claim(text: Text, start: int, end: int, speaker: str = "A", low: float = 1) -> Lag:
    return Lag(
        text_sha256=text.sha256,
        document="d",
        source="d",
        quote=text.content[start:end],
        start=start,
        end=end,
        speaker=speaker,
        low_months=low,
    )


_CONTENT = st.text(st.sampled_from("ab <&>\"'.\n中"), min_size=4, max_size=60)


@given(
    _CONTENT, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), min_size=1, max_size=6, unique=True)
)
def test_every_claim_is_marked_once_and_holds_exactly_its_quote(content, places):
    text = Text(snapshot="0" * 64, reader="plain/1", content=content)
    claims = []
    for k, (start, length) in enumerate(places):
        end = min(len(content), start + length)
        if start < end and content[start:end].strip():
            claims.append(_claim(text, start, end, low=k))
    found = Nesting("".join(str(b.html) for b in whole(text, claims)))
    assert sorted(found.ids) == sorted(anchor(c) for c in claims)
    for claim in claims:
        inside = found.text[anchor(claim)]
        quote = claim.quote.replace("\n", "")
        # lines of nothing but spaces are left out of the page; all else of the quote is inside its mark
        assert inside.replace(" ", "") == quote.replace(" ", "")


def test_every_claim_stands_in_one_margin():
    text = Text(snapshot="0" * 64, reader="plain/1", content="One two.\nThree four five.\nSix.")
    claims = [_claim(text, 0, 8), _claim(text, 4, 24, low=2), _claim(text, 15, 25, low=3)]
    blocks = whole(text, claims)
    assert sorted(c.id for b in blocks for c in b.claims) == sorted(c.id for c in claims)


def test_an_excerpt_has_at_most_a_sentence_either_side():
    content = "Zero. First one. Second one. The quote here. Third one. Fourth one. Fifth."
    start = content.index("The quote here")
    low, high = around(content, start, start + len("The quote here"))
    assert content[low:high] == "Second one. The quote here. Third one. "
    text = Text(snapshot="0" * 64, reader="plain/1", content=content)
    page = "".join(str(b.html) for b in excerpts(text, [_claim(text, start, start + 14)]))
    assert "First" not in page and "Fourth" not in page


def test_a_quote_inside_a_sentence_gets_the_rest_of_it_and_no_more():
    content = "Zero one. Before it the quote here and after it. Third one."
    start = content.index("the quote here")
    low, high = around(content, start, start + 14)
    assert content[low:high] == "Before it the quote here and after it. "


def test_an_abbreviation_inside_a_sentence_does_not_end_it():
    content = "First. The gap between the U.S. and them is small. Next one."
    start = content.index("is small")
    low, high = around(content, start, start + 8)
    assert content[low:high] == "The gap between the U.S. and them is small. Next one."


def test_chinese_sentences_end_at_their_own_marks():
    content = "第一句。第二句。中国落后。第三句。第四句。"
    start = content.index("中国落后")
    low, high = around(content, start, start + 4)
    assert content[low:high] == "第二句。中国落后。第三句。"


def test_no_sentence_end_in_sight_still_shows_little():
    content = "x" * 5000 + "quote" + "y" * 5000
    low, high = around(content, 5000, 5005)
    assert high - low <= 5 + 1200
