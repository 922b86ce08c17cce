from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text
from theodolite.read import document
from theodolite.read import pdf as reader

Maker = Callable[..., bytes]
LINES = ["China is about two years behind the United States,", "said one of the speakers."]


def read(content: bytes, name: str = "report.pdf") -> Text:
    return document(Snapshot(content), name)


def refusal(content: bytes, name: str = "report.pdf") -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(content, name)
    assert caught.value.place == name
    assert "\n" not in str(caught.value)
    return caught.value


def test_pages_are_joined_by_an_empty_line(pdf: Maker) -> None:
    text = read(pdf([LINES, ["Second page."]]))
    assert text.content == "\n".join(LINES) + "\n\nSecond page."
    assert text.reader == "pdf/1"


def test_title_and_author_come_from_the_file_and_its_creation_date_is_no_publication(pdf: Maker) -> None:
    info = {"Title": "Counting the gap", "Author": "Rui Ma", "CreationDate": "D:20240515100000Z"}
    text = read(pdf([LINES], info=info))
    assert (text.title, text.author, text.published) == ("Counting the gap", "Rui Ma", None)


def test_a_hyphen_at_the_end_of_a_line_stays_as_printed_where_pdfium_joins_the_lines(pdf: Maker) -> None:
    content = read(pdf([["A lag of two-", "year length", "is open."]])).content
    assert content == "A lag of two-year length\nis open."


@pytest.mark.parametrize("junk", ["Microsoft Word - draft.doc", "untitled", "report_v3.indd"])
def test_a_title_that_a_program_wrote_is_none(pdf: Maker, junk: str) -> None:
    assert read(pdf([LINES], info={"Title": junk})).title is None


@pytest.mark.parametrize(
    "xmp",
    [
        "<x:xmpmeta><prism:publicationDate>2024-05-15</prism:publicationDate></x:xmpmeta>",
        '<x:xmpmeta><rdf:Description prism:publicationDate="2024-05-15T00:00:00Z"/></x:xmpmeta>',
        "<prism:publicationDate><rdf:Seq><rdf:li>2024-05-15</rdf:li></rdf:Seq></prism:publicationDate>",
    ],
)
def test_the_date_of_publication_in_xmp_is_taken(pdf: Maker, xmp: str) -> None:
    assert read(pdf([LINES], xmp=xmp)).published == "2024-05-15"


def test_an_encrypted_file_is_refused_with_the_mend(pdf: Maker) -> None:
    refused = refusal(pdf([LINES], password="secret"))
    assert "encrypted" in refused.reason
    assert "password" in refused.mend


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_refused(pdf: Maker, kept: float) -> None:
    whole = pdf([LINES] * 20)
    assert "truncated" in refusal(whole[: int(len(whole) * kept)]).reason


def test_a_damaged_file_is_refused() -> None:
    assert "damaged" in refusal(b"%PDF-1.7\nnothing of use\n%%EOF\n").reason


def test_a_file_that_is_no_pdf_is_refused() -> None:
    assert "not a PDF" in refusal(b"Just words.").reason


def test_a_scan_is_refused_and_says_so(pdf: Maker) -> None:
    assert "OCR" in refusal(pdf([[]])).mend


def test_content_goes_before_name(pdf: Maker) -> None:
    assert read(pdf([LINES]), "report.html").reader == "pdf/1"


def test_a_pdf_under_the_name_of_a_text_is_refused(pdf: Maker) -> None:
    assert ".pdf" in refusal(pdf([LINES]), "report.txt").mend


def test_too_many_pages_are_refused(pdf: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PAGE_LIMIT", 3)
    assert "limit of 3" in refusal(pdf([LINES] * 4)).reason
    assert read(pdf([LINES] * 3)).content


def test_too_much_text_is_refused(pdf: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "TEXT_LIMIT", 100)
    assert "characters" in refusal(pdf([LINES] * 3)).reason


def test_the_same_bytes_give_the_same_text(pdf: Maker) -> None:
    content = pdf([LINES, LINES])
    assert read(content) == read(content)
