"""Whole pages of the shapes that occur, written for this test, each with what a reader must find in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text
from theodolite.read import document

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Expected:
    """Metadata, sentences that must stand in the text, and words that must not."""

    file: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: str | None
    inside: tuple[str, ...]
    outside: tuple[str, ...]


EXPECTED = (
    Expected(
        "blog.html", "Counting the months", "Harriet Oake", "Slow Measures", "2025-02-11", "en",
        ("Mine is six months, and I hold it loosely", "goes back further than two years."),
        ("Recent posts", "analytics", "color: red", "2019", "Chips again"),
    ),
    Expected(
        "news_jsonld.html", "Start-up says its model needs a tenth of the computing",
        "Delia Warrick, Tomás Iriarte", "The Harbour Gazette", "2025-01-27", "en",
        ("trained a model for a tenth of the computing", "“It leaves out everything that came before,” one"),
        ("More stories", "Markets slide", "1931", "schema.org"),
    ),
    Expected(
        "chinese_news.utf8.html", "大模型差距正在缩小", "陈晓岚", "海港日报", "2024-05-15", "zh",
        ("中国最好的大模型与美国同行相比大约落后九个月", "“差距在缩小，但是没有消失，”她说", "要小得多"),
        ("备案号", "首页"),
    ),
    Expected(
        "no_date.html", "Notes on catching up", "Ines Calder", None, None, None,
        ("A follower that reaches a level nine months after the leader", "survives a change of scale."),
        (),
    ),
    Expected(
        "footer_dates.html", "What the export rules hold back", None, "Gantry Notes", None, "en",
        ("it is a year or more of delay",),
        ("Copyright", "I do not agree", "2031"),
    ),
    Expected(
        "wordpress.html", "Three charts on talent", "Marguerite Soll", None, "2024-09-03", "en",
        ("nearly half of those who leave for a doctorate", "cross in none of the years."),
        ("Which data set", "Archives", "thoughts on"),
    ),
    Expected(
        "nested_quotes.html", "A debate, retold", "Lena Okafor, Emil Brandt",
        "Proceedings of Small Meetings",
        "2024-11", "en",
        ("“When my colleague said, ‘we are two years behind,’ she meant the chips, not the models,” he",
         "“That does not mean the gap is only one to two years,” she answered", "she had in fact gone on."),
        (),
    ),
    Expected(
        "tables.html", "Notable models by country", None, "Tally Office", "2025-04-07", "en",
        ("best of their kind, widely cited or widely used", "| United States | 40 |", "| China | 15 |"),
        ("tally.example",),
    ),
    Expected(
        "listing.html", "Technology", None, "The Harbour Gazette", None, "en",
        ("a hall with ten thousand chips", "a list of forty companies"),
        ("datePublished",),
    ),
    Expected(
        "microdata.html", "Wie weit zurück?", "Jost Albers", "Werkstatt Messung", "2023-12-05", "de",
        ("Auf dem einen Maß sind es acht Monate",),
        (),
    ),
    Expected(
        "broken.html", "Unclosed & unwell", "Vera Lund", None, "2024-06-04", None,
        ("eighteen months behind the other, and by whom", "closes what it never opened"),
        ("<", "href"),
    ),
)  # fmt: skip
BY_NAME = pytest.mark.parametrize("page", EXPECTED, ids=lambda page: page.file)


def read(name: str) -> Text:
    return document(Snapshot((PAGES / name).read_bytes()), name)


@BY_NAME
def test_metadata_is_what_the_page_states_and_nothing_more(page: Expected) -> None:
    text = read(page.file)
    found = (text.title, text.author, text.publisher, text.published, text.language)
    assert found == (page.title, page.author, page.publisher, page.published, page.language)


@BY_NAME
def test_the_main_text_is_whole_and_nothing_else_is_in_it(page: Expected) -> None:
    content = read(page.file).content
    assert [words for words in page.inside if words not in content] == []
    assert [words for words in page.outside if words in content] == []


@BY_NAME
def test_the_same_bytes_give_the_same_text(page: Expected) -> None:
    assert read(page.file) == read(page.file)


@pytest.mark.parametrize("codec", ["gb18030", "gb2312"])
@pytest.mark.parametrize("header", [None, "text/html", "text/html; charset=GBK"])
def test_a_chinese_page_reads_the_same_in_its_own_character_set(codec: str, header: str | None) -> None:
    markup = (PAGES / "chinese_news.utf8.html").read_text(encoding="utf-8")
    text = document(Snapshot(markup.encode(codec), header), "page.html")
    assert text.content == read("chinese_news.utf8.html").content
    assert text.charset == "gb18030"


def test_canonical_addresses_are_taken() -> None:
    assert read("blog.html").address == "https://slow-measures.example/posts/counting-the-months/"
    assert read("no_date.html").address is None


def test_a_page_built_by_script_is_refused() -> None:
    with pytest.raises(Refusal, match="no text"):
        read("script_app.html")
