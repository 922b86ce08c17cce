"""A quote that is not exactly at its offsets is refused by the store itself."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from theodolite.model.errors import Refusal
from theodolite.model.text import canonical

BLOCK = 4096

EVIDENCE = 'INSERT INTO evidence (text, "start", "end", quote) VALUES (?, ?, ?, ?)'

# Characters of one to four bytes, combining marks, a joiner, line ends, byte-order mark, the replacement.
HARD = "aé中𝔸👩\u200d\u0301\r\n\ufeff\ufffd\U0010ffff"


@pytest.mark.parametrize(
    "content",
    [
        "plain words and more of them",
        "line one\r\nline two\rline three\nend",
        "𝔸𝔹 astral 👩\u200d🔬 joined \U0010ffff",
        "e\u0301 is not é: cafe\u0301",
        "中国的人工智能落后十八个月。",
        "\ufeffbyte-order mark first",
        canonical("a\x00b\ud800c and on"),
    ],
)
def test_every_exact_stretch_is_kept_and_every_shifted_one_refused(
    ledger_factory: Any, make: Any, content: str
) -> None:
    store = ledger_factory.open()
    with store.begin("test"):
        text = make.document(store, content)
        n = len(content)
        for start, end in [(0, n), (0, 1), (n - 1, n), (1, n - 1), (2, 5)]:
            assert store.put_claims(text.sha256, "rules/1", [make.lag(text, start, end)]) == 1
    for start, end in [(0, n - 1), (3, 6)]:
        moved = content[start + 1 : end + 1]
        if moved != content[start:end]:
            with pytest.raises(ledger_factory.refused, match="not at its offsets"):
                ledger_factory.execute(EVIDENCE, (text.sha256, start, end, moved))


def test_what_cannot_be_a_quote_is_refused(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("test"):
        text = make.document(store, "abc def ghi")
    name = text.sha256
    for wrong in [
        (name, 0, 0, ""),
        (name, 3, 3, ""),
        (name, -3, 0, "ghi"),
        (name, -1, 2, "abc"),
        (name, 3, 0, "abc"),
        (name, 0, 99, "abc def ghi"),
        (name, 9, 12, "hi"),
        (name, 0, 3, "abc def"),
        (name, 0, 3, "ab"),
        (name, 0, 3, "abC"),
        (name, 0, 3, "abc\x00"),
        (name, 0, 3, "abc\x00 anything"),
        (name, 0, 3, "\x00bc"),
        (name, 0, 4, "abc\x00"),
        (name, 0, 3, b"abc"),
        (name, 0, 3, None),
        (name, None, 3, "abc"),
        (name, 0, None, "abc"),
        (name, 0.0, "x", "abc"),
        ("0" * 64, 0, 3, "abc"),
        (None, 0, 3, "abc"),
    ]:
        with pytest.raises(ledger_factory.refused):
            ledger_factory.execute(EVIDENCE, wrong)
    # Lenient inserts skip or replace on a conflict: not past the guard.
    for how in ("INSERT OR IGNORE", "INSERT OR REPLACE"):
        with pytest.raises(ledger_factory.refused):
            ledger_factory.execute(EVIDENCE.replace("INSERT", how), (name, 0, 3, "xyz"))
    assert ledger_factory.execute("SELECT count(*) FROM evidence") == [(0,)]
    ledger_factory.execute(EVIDENCE, (name, 0, 3, "abc"))


def test_bytes_that_are_no_utf8_are_no_quote(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("test"):
        text = make.document(store, "é\u0301 abc")
    good = "é\u0301 abc".encode()
    for wrong in [
        good + b"\x80",
        b"\x80" + good[2:],
        good[:2] + b"\x80" + good[2:],
        b"\xed\xa0\x80" + good[2:],
    ]:
        with pytest.raises(ledger_factory.refused):
            ledger_factory.execute(
                EVIDENCE.replace("?, ?, ?, ?", "?, 0, 6, CAST(? AS TEXT)"), (text.sha256, wrong)
            )


def test_a_text_whose_blocks_are_missing_has_no_quotes(ledger_factory: Any) -> None:
    ledger_factory.open()
    name = "a" * 64
    ledger_factory.execute("INSERT INTO text (sha256, length) VALUES (?, ?)", (name, BLOCK * 2))
    block = "INSERT INTO text_block (text, n, content) VALUES (?, ?, ?)"
    ledger_factory.execute(block, (name, 1, "x" * BLOCK))
    for start, end in [(0, 5), (BLOCK - 2, BLOCK + 2)]:
        with pytest.raises(ledger_factory.refused, match="missing"):
            ledger_factory.execute(EVIDENCE, (name, start, end, "x" * (end - start)))
    ledger_factory.execute(EVIDENCE, (name, BLOCK, BLOCK + 5, "xxxxx"))
    for n, content in [(0, "x"), (0, "x" * (BLOCK + 1)), (0, "\x00" * BLOCK), (2, "x"), (-1, "x" * BLOCK)]:
        with pytest.raises(ledger_factory.refused):
            ledger_factory.execute(block, (name, n, content))


def test_quotes_across_the_borders_of_blocks_in_a_megabyte(ledger_factory: Any, make: Any) -> None:
    content = (HARD * (1_000_000 // len(HARD) + 1))[:1_000_000]
    store = ledger_factory.open()
    with store.begin("test"):
        text = make.document(store, content)
        spans = [
            (0, 1), (BLOCK - 1, BLOCK), (BLOCK, BLOCK + 1), (BLOCK - 1, BLOCK + 1), (BLOCK, 2 * BLOCK),
            (10, 3 * BLOCK + 7), (999_000, 1_000_000), (999_999, 1_000_000), (100 * BLOCK, 101 * BLOCK + 1),
        ]  # fmt: skip
        claims = [make.lag(text, start, end) for start, end in spans]
        assert store.put_claims(text.sha256, "rules/1", claims) == len(spans)
        # Put two characters in another order anywhere: each piece of the quote is compared.
        for start, end in spans:
            quote = content[start:end]
            for at in {0, len(quote) // 2, len(quote) - 1}:
                altered = quote[:at] + ("b" if quote[at] != "b" else "c") + quote[at + 1 :]
                with pytest.raises(Refusal, match="not at its offsets"):
                    store.put_claims(text.sha256, "rules/1", [make.lag(text, start, end, quote=altered)])
                with pytest.raises(ledger_factory.refused):
                    ledger_factory.execute(EVIDENCE, (text.sha256, start + 1, end + 1, altered))
        with pytest.raises(Refusal):
            store.put_claims(text.sha256, "rules/1", [make.lag(text, 999_999, 1_000_001, quote="xy")])
    assert store.text(text.snapshot, "plain/1").content == content
    assert sorted((k.value.start, k.value.end) for k in store.claims()) == sorted(spans)


def test_one_wrong_quote_keeps_none_of_its_text_and_leaves_the_rest(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("test"):
        text = make.document(store, "China is 12 to 24 months behind.")
        other = make.document(store, "Another text.", "b.txt")
        claims = [make.lag(text, 0, 5), make.lag(text, 6, 8, quote="was")]
        with pytest.raises(Refusal, match="rules/1 must keep its offsets"):
            store.put_claims(text.sha256, "rules/1", claims)
        assert list(store.claims()) == []
        assert not store.extracted(text.sha256, "rules/1")
        store.put_claims(other.sha256, "rules/1", [make.lag(other, 0, 7)])
    assert [k.value.quote for k in store.claims()] == ["Another"]
    assert ledger_factory.execute("SELECT quote FROM evidence") == [("Another",)]


@pytest.mark.parametrize("quote", ["Chin\ud800", "Chin\x00"])
def test_unstorable_characters_in_a_quote_are_a_refusal(ledger_factory: Any, make: Any, quote: str) -> None:
    store = ledger_factory.open()
    with store.begin("test"):
        text = make.document(store, "China")
        with pytest.raises(Refusal):
            store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5, quote=quote)])


_CHARACTERS = st.text(
    st.one_of(st.sampled_from(list(HARD + "\x00\ud800 ab")), st.characters()), min_size=1, max_size=60
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=_CHARACTERS, pad=st.sampled_from([0, BLOCK - 20, 2 * BLOCK - 5]), data=st.data())
def test_any_exact_span_is_kept_and_any_altered_one_refused(
    ledger_factory: Any, make: Any, head: str, pad: int, data: st.DataObject
) -> None:
    content = canonical(head + "𝔸" * pad + head + "z")
    store = type(ledger_factory)(Path(tempfile.mkdtemp(dir=ledger_factory.path.parent)) / "l").open()
    try:
        with store.begin("test"):
            text = make.document(store, content)
            n = len(content)
            start = data.draw(st.one_of(st.integers(0, n - 1), st.integers(max(0, n - 70), n - 1)))
            end = data.draw(st.integers(start + 1, min(n, start + 100)))
            quote = content[start:end]
            at = data.draw(st.integers(0, len(quote) - 1))
            drawn = data.draw(_CHARACTERS)[0]
            for altered in (
                quote[:at] + drawn + quote[at + 1 :],
                quote[:at] + quote[at + 1 :],
                quote + drawn,
                quote[::-1],
            ):
                if altered != quote:
                    with pytest.raises(Refusal):
                        store.put_claims(text.sha256, "rules/1", [make.lag(text, start, end, quote=altered)])
            assert store.put_claims(text.sha256, "rules/1", [make.lag(text, start, end)]) == 1
    finally:
        store.close()
