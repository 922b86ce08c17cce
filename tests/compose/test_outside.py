"""Text from outside, made safe."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.compose.outside import (
    csv_text,
    escape_json,
    file_stem,
    language_of,
    linkable,
    plain,
    shown,
    slug,
)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//host/x",
        "file:///etc/passwd",
        "javascript://host/%0aalert(1)",
        "ftp://host/x",
        "http://",
        "https:///x",
        "http://a b/",
        "http://a\u202e/",
        None,
        7,
        "http://[::1",
    ],
)
def test_only_plain_web_addresses_are_linked(address):
    assert linkable(address) is None


def test_web_addresses_are_linked():
    assert linkable("https://example.org/a?b=c&d=e#f") == "https://example.org/a?b=c&d=e#f"


def test_hidden_characters_are_written_out():
    assert plain("a\u202eb\x00c\u2028d") == "a[U+202E]b[U+0000]c[U+2028]d"
    assert shown("<b>\u202e") == '&lt;b&gt;<span class="hidden-char">[U+202E]</span>'


@given(st.text())
def test_shown_text_holds_no_markup_of_its_own(text):
    bare = shown(text).replace('<span class="hidden-char">', "").replace("</span>", "")
    assert "<" not in bare and ">" not in bare and '"' not in bare


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_in_a_table_is_disarmed(text):
    rows = list(csv.reader(io.StringIO(csv_text(["a"], [[text]]), newline="")))
    assert rows[1] == ["'" + text]


_CELL = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(_CELL, _CELL), max_size=4))
def test_a_table_reads_back(rows):
    read = list(csv.reader(io.StringIO(csv_text(["a", "b"], rows), newline="")))
    assert len(read) == len(rows) + 1
    for row, back in zip(rows, read[1:], strict=True):
        assert [b.removeprefix("'") if b != c else b for b, c in zip(back, map(plain, row), strict=True)] == [
            plain(c) for c in row
        ]


@given(st.text())
def test_escaped_json_has_the_same_values_and_no_tag(text):
    escaped = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == text
    assert not set(escaped) & set("<>&\u2028\u2029\u202e")


def test_numbers_stay_numbers():
    assert csv_text(["n"], [[-1.5], [3], [None], [True]]) == "n\n-1.5\n3\n\ntrue\n"


@given(st.text())
def test_file_names_are_safe_everywhere(text):
    for name in (file_stem(text), slug(text)):
        assert name and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


def test_names_that_lose_letters_stay_apart():
    assert slug("A/B") != slug("A:B") and slug("Epoch Capabilities Index") == "epoch-capabilities-index"


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        ("中国落后", None, "zh"),
        ("China trails", "zh", "en"),
        ("日本のモデル", None, "ja"),
        ("Le modèle", "fr", "fr"),
        ("x", '"><script>', "en"),
        ("", None, "en"),
    ],
)
def test_language(text, told, language):
    assert language_of(text, told) == language
