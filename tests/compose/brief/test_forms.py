"""A brief in every form: the same words, and words from outside mean nothing in any of them."""

from __future__ import annotations

import email
import email.policy
import io
import re
from dataclasses import replace
from email.message import EmailMessage
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from briefed import HARM, Made
from markdown_it import MarkdownIt

from theodolite import ledger
from theodolite.compose.brief import letter, markdown, page, printed
from theodolite.compose.brief.quoting import line
from theodolite.model.brief import Brief, Window
from theodolite.model.profile import Profile
from theodolite.publish.typeset import pdf
from theodolite.survey.briefing.making import brief
from theodolite.survey.briefing.window import window


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """A brief over a whole ledger of two rounds, harmful words and Chinese among them."""
    ledgers = Made(tmp_path_factory.mktemp("brief") / "l.sqlite").first().second()
    with ledger.open(ledgers.path) as store:
        return brief(store, Profile(length="full"), Window(since=ledgers.rounds[0], until=ledgers.rounds[1],
                                                           why="the test's"))  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """The brief of an empty ledger."""
    with ledger.open(tmp_path_factory.mktemp("brief") / "e.sqlite") as store:
        return brief(store, Profile(), window(store, "everything"))


class Elements(HTMLParser):
    """The tags and addresses of a page, and its words."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def _said(made: Brief) -> list[str]:
    """What every form must say."""
    return [line(one.sentence) for one in made.lines]


def _flat(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("make", [page.html, letter.page])
def test_html_says_every_sentence_and_runs_nothing(made: Brief, make: object) -> None:
    found = Elements(make(made))  # type: ignore[operator]
    for sentence in _said(made):
        assert _flat(sentence) in _flat(found.words), sentence
    names = {tag for tag, _ in found.tags}
    assert not names & {"script", "img", "iframe", "object", "link", "form"}
    for tag, given in found.tags:
        assert not any(name.startswith("on") for name in given), tag
        assert given.get("src") is None
        if tag == "a":
            assert re.match(r"https?://|#", str(given["href"]))
    assert "中国只落后六个月到一年" in found.words
    assert "\u202e" not in found.words


def test_the_page_stands_alone_and_is_in_order(made: Brief) -> None:
    found = Elements(page.html(made))
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    ids = [given["id"] for _, given in found.tags if given.get("id")]
    assert len(ids) == len(set(ids))
    assert any(given.get("lang") == "zh" for _, given in found.tags)
    assert "@media print" in page.html(made) and "prefers-color-scheme" in page.html(made)


def test_markdown_renders_to_the_same_words_and_no_markup_from_outside(made: Brief) -> None:
    text = markdown.markdown(made)
    rendered = MarkdownIt("commonmark").render(text)
    found = Elements(rendered)
    for sentence in _said(made):
        assert _flat(sentence) in _flat(found.words), sentence
    assert {tag for tag, _ in found.tags} <= {"h1", "h2", "h3", "p", "ul", "li", "strong", "a"}
    addresses = {given["href"] for tag, given in found.tags if tag == "a"}
    assert addresses and all(re.match(r"https?://example\.(org|cn|kr)/", str(a)) for a in addresses)
    linked = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    assert "<table" not in linked and "<s>" not in linked
    assert not re.search(r"(?<!\\)https?://", re.sub(r"\(<[^>]*>\)", "", text)), (
        "no bare address becomes a link"
    )


@pytest.mark.parametrize("text", ["1. one", "- a", "+ a", "# a", "> a", "=== a", "* a", "12) b", "a\n\n# b"])
def test_no_sentence_begins_a_block(text: str) -> None:
    rendered = MarkdownIt("commonmark").render(f"- {markdown.escaped(text)}")
    assert {tag for tag, _ in Elements(rendered).tags} == {"ul", "li"}


def test_the_letter_is_a_message_that_asks_nothing_of_anybody(made: Brief) -> None:
    raw = letter.letter(made)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage) and not message.defects
    assert message.get_content_type() == "multipart/alternative"
    plain, html = message.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert message["Date"].datetime.isoformat()[:19] == str(made.window.until)[:19]
    assert re.fullmatch(r"<[0-9a-f]{32}@theodolite\.invalid>", message["Message-ID"])
    assert message["Subject"] == made.title and str(message["From"]).endswith("theodolite.invalid>")
    body = plain.get_content()  # type: ignore[attr-defined]
    for sentence in _said(made):
        assert _flat(sentence) in _flat(body), sentence
    assert not re.search(r"\b(src|background)=|url\(|@import", html.get_content())  # type: ignore[attr-defined]
    assert all(len(row) <= 998 for row in raw.split(b"\r\n")) and raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_a_title_cannot_add_a_header(made: Brief) -> None:
    bad = replace(made, title="Brief\r\nBcc: somebody@example.org\r\n\r\n<b>")
    message = email.message_from_bytes(letter.letter(bad), policy=email.policy.default)
    assert message["Bcc"] is None and "Bcc: somebody" in str(message["Subject"])


def _print(made: Brief) -> bytes:
    return pdf(printed.description(), printed.data(made))


def _text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    return "\n".join(p.get_textpage().get_text_range() for p in document)


def test_print_has_selectable_words_in_both_scripts_and_is_tagged(made: Brief) -> None:
    content = _print(made)
    told = _flat(_text(content)).replace("\ufffe", "-").replace("\u2011", "-")
    assert "中国只落后六个月到一年" in told
    assert _flat("Undecided before, contradicted now") in told
    assert b"/StructTreeRoot" in content and b"/MarkInfo" in content and b"<pdfuaid:part>1" in content
    assert b"CreationDate" not in content or b"19700101" in content


def test_what_no_font_has_is_printed_as_its_code_point_and_said(made: Brief) -> None:
    told = _flat(_text(_print(made)))
    assert "[U+C564]" in told and "noglyphinthefontsathand" in told


def test_nothing_from_outside_is_markup_in_print(made: Brief) -> None:
    told = _flat(_text(_print(made)))
    assert "#import" in told and _flat("\\begin{x}") in told
    document = pypdfium2.PdfDocument(io.BytesIO(_print(made)))
    assert len(document) >= 2


def test_every_form_of_an_empty_ledger_is_honest(empty: Brief) -> None:
    told = "The ledger holds nothing yet"
    assert told in page.html(empty) and told in markdown.markdown(empty) and told in letter.text(empty)
    assert _flat(told) in _flat(_text(_print(empty)))
    message = email.message_from_bytes(letter.letter(empty), policy=email.policy.default)
    assert message["Date"].datetime.year == 1970


def test_the_harm_is_there_as_words(made: Brief) -> None:
    assert HARM[:8] in Elements(page.html(made)).words


def test_nothing_of_the_machine_is_in_print(made: Brief) -> None:
    assert str(Path.home()).encode() not in _print(made)


def test_of_a_denial_the_label_says_what_the_verdict_is_on(made: Brief) -> None:
    first = replace(made.parts[0].lines[0], denied=True, draft=False)
    bad = replace(made, parts=(replace(made.parts[0], lines=(first,)),))
    assert 'What is denied is <span class="verdict contradicted' in page.html(bad)
    for told in (markdown.markdown(bad), letter.text(bad), letter.page(bad)):
        assert "what is denied is contradicted" in told
    assert _flat("What is denied is contradicted.") in _flat(_text(_print(bad)))


def test_a_chinese_name_of_a_profile_is_a_header_that_reads(made: Brief) -> None:
    named = replace(made, title=f"{made.title}, for 编辑部")
    raw = letter.letter(named)
    assert raw.isascii()
    assert email.message_from_bytes(raw, policy=email.policy.default)["Subject"] == named.title
