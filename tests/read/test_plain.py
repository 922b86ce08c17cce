from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text, canonical
from theodolite.read import document, limits

CHINESE = "中国的大模型与美国相比落后大约两年，一位研究者在会上说，但是这个差距正在缩小。"
TRADITIONAL = "中國的大型語言模型與美國相比落後大約兩年，一位研究者在會議上這樣說，但是差距正在縮小。"
FRENCH = "L'écart entre les deux côtés était déjà réduit à quelques mois l'été passé, à en croire l'élève."


def read(content: bytes, name: str = "note.txt", media_type: str | None = None) -> Text:
    return document(Snapshot(content, media_type), name)


@given(st.text(min_size=1))
def test_a_text_is_the_file_code_point_for_code_point(words: str) -> None:
    content = words.encode()
    try:
        text = read(content)
    except Refusal as refusal:
        # Only what is mostly control characters, or carries another format's magic, is no text.
        assert "binary" in refusal.reason or refusal.reason.startswith("this is")
    else:
        if text.charset == "utf-8":
            assert text.content == words.replace("\0", "\ufffd")
        assert len(text.content) == len(words) or text.charset != "utf-8"


@given(st.text(alphabet=st.characters(codec=None, categories=["Cs", "Lu", "Lo", "Cc", "So"])))
def test_canonical_is_idempotent_and_keeps_offsets(words: str) -> None:
    once = canonical(words)
    assert canonical(once) == once
    assert len(once) == len(words)
    once.encode("utf-8")


@pytest.mark.parametrize(
    "words", ["a\r\nb\rc\n", "  \n", "e\u0301\u00e9", "\U0001f600 \u200b\u2028", "a\tb", "\ufeffx"]
)
def test_newlines_spaces_and_normal_form_stay(words: str) -> None:
    assert read(words.encode()).content == words


def test_nul_and_lone_surrogates_become_replacement_characters_one_for_one() -> None:
    content = b"gap\0of two" + "\ud800 years \udfff".encode("utf-8", "surrogatepass")
    assert read(content).content == "gap\ufffdof two\ufffd years \ufffd"


def test_markup_in_a_text_file_is_text() -> None:
    words = "<html><body><script>alert(1)</script><p>Two years.</p></body></html>"
    assert read(words.encode()).content == words
    assert read(b'<?xml version="1.0"?><rss><channel/></rss>').reader == "plain/3"


@pytest.mark.parametrize(
    ("words", "codec", "charset"),
    [
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (CHINESE, "utf-8", "utf-8"),
        ("差距 gap" + CHINESE, "utf-16", "utf-16-le"),
        ("The gap is two years.", "utf-16-le", "utf-16-le"),
        ("The gap is two years.", "utf-16-be", "utf-16-be"),
        (CHINESE, "utf-32", "utf-32-le"),
        (FRENCH, "cp1252", "cp1252"),
    ],
)
def test_other_character_sets_are_found_and_recorded(words: str, codec: str, charset: str) -> None:
    text = read(words.encode(codec))
    assert text.content.lstrip("\ufeff") == words
    assert text.charset == charset


def test_a_short_chinese_text_in_gb18030_is_found() -> None:
    assert read("中国落后美国两年。".encode("gb18030")).content == "中国落后美国两年。"


def test_a_declared_set_is_used_where_utf8_does_not_fit() -> None:
    words = "Пример текста о разрыве в два года"
    text = read(words.encode("koi8-r"), "https://example.org/a.txt", "text/plain; charset=KOI8-R")
    assert (text.content, text.charset) == (words, "koi8-r")


def test_one_broken_byte_does_not_make_a_utf8_text_another_set() -> None:
    content = CHINESE.encode() + b"\xff" + CHINESE.encode()
    text = read(content)
    assert (text.content, text.charset) == (CHINESE + "\ufffd" + CHINESE, "utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\x7fELF\x02\x01\x01" + bytes(64),
        b"PK\x03\x04" + bytes(range(256)),
        b"\x1f\x8b\x08\x00" + bytes(range(256)),
        bytes(range(256)) * 8,
        bytes(4096),
        bytes((i * 73 + i // 7) % 256 for i in range(5000)),
    ],
)
def test_a_binary_file_under_the_name_of_a_text_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        read(content)
    assert caught.value.place == "note.txt"


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Refusal, match="empty"):
        read(b"")


def test_a_text_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_LIMIT", 10)
    assert read(b"0123456789").content == "0123456789"
    with pytest.raises(Refusal, match="limit of 10"):
        read(b"0123456789a")


FRONT = """---
title: The gap, counted
author: [Rui Ma, Bo Li]
date: 2024-05-15
lang: en
---
# Other

Two years.
"""


def test_front_matter_gives_metadata_and_stays_in_the_text() -> None:
    text = read(FRONT.encode(), "a.md")
    assert text.content == FRONT
    assert (text.title, text.author, text.published, text.language) == (
        "The gap, counted", "Rui Ma, Bo Li", "2024-05-15", "en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("# The gap\n\nTwo years.", "The gap"),
        ("```\n# a comment\n```\n# The gap #\n", "The gap"),
        ("Intro.\n\n## Second level\n", None),
        ("---\n[[[[\n---\n# The gap\n", "The gap"),
        ("---\ndate: 2024-13-45\n---\n# The gap\n", "The gap"),
        ("no heading", None),
    ],
)
def test_the_first_heading_of_a_markdown_file_is_its_title(words: str, title: str | None) -> None:
    text = read(words.encode(), "a.md")
    assert (text.title, text.content, text.published) == (title, words, None)


def test_hostile_front_matter_says_nothing() -> None:
    bomb = "---\na: &a [x,x]\n" + "".join(
        f"{c}: &{c} [*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert read((bomb + "title: *i\n---\nwords").encode(), "a.md").title is None
    assert read(("---\ntitle: " + "[" * 20000 + "\n---\nwords").encode(), "a.md").title is None
    assert read(b'---\ntitle: "a\\uD800b\\0"\n---\nwords', "a.md").title == "a\ufffdb\ufffd"


def test_a_plain_text_has_no_title() -> None:
    assert read(b"# The gap\n\nTwo years.", "a.txt").title is None
