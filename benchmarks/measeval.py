"""Quantities in scientific text: spans found beside quantulum3's, on the same texts in one run.

    python benchmarks/measeval.py MEASEVAL.zip [--part eval]

MEASEVAL is the zip of texts and tables of SemEval-2021 task 8 (MeasEval). Its spans of type Quantity are the
truth. A span is found where a predicted one overlaps it, each used once, the longest overlap first; "half"
asks in addition that the two share at least half of their union, "exact" that both their ends are the same.
Ours are the figures and the dates that the reader of texts sees, put into the task's form: without articles,
with the words of a bound, lists and ranges of one unit as one span. Theirs are the spans of
`quantulum3.parser.parse` as it is installed (pip install quantulum3, without its classifier).

The last line is stricter: the quantity claims that `extract.claims` makes of the same texts. A true span is
found where the quote of a claim overlaps it and an end of the claim's value is a number of the span; dates
are no claims, so that they count as missed.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator

from theodolite import extract
from theodolite.extract.reading import Reading
from theodolite.extract.words import no_figures
from theodolite.extract.words.number_grammar import ONES
from theodolite.model.origin import Origin
from theodolite.model.text import Text

Span = tuple[int, int]
Documents = list[tuple[str, str, list[Span]]]

_ORIGIN = Origin(location="bench")
_ARTICLE = re.compile(r"(?:(?:an?|the|only|just|merely|barely|their|some)\s+)+", re.I)
_AHEAD = re.compile(r"\b(?:between|over|within|before|near|circa|past|last|upper)\s?\Z", re.I)
_BETWEEN = re.compile(r"\s?[,;]?\s(?:and|or|to|and the)\s|,\s|\s?[–—×x-]\s?")
_APART = re.compile(r"[^.;]{0,80}\brespectively\b")
_NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_RANGES = frozenset(("to", "–", "—", "-", "×", "x"))


def documents(path: str, part: str) -> Iterator[tuple[str, str, list[Span]]]:
    """Name, text and true spans of each document of one part."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for name in sorted(n for n in names if n.startswith(f"{part}/text/") and n.endswith(".txt")):
            stem = name.rsplit("/", 1)[1].removesuffix(".txt")
            table = f"{part}/tsv/{stem}.tsv"
            if table not in names:
                continue
            rows = csv.DictReader(io.StringIO(archive.read(table).decode("utf-8")), delimiter="\t")
            spans = [
                (int(r["startOffset"]), int(r["endOffset"])) for r in rows if r["annotType"] == "Quantity"
            ]
            yield stem, archive.read(name).decode("utf-8"), spans


def _text(content: str) -> Text:
    return Text(snapshot="0" * 64, reader="bench/1", content=content)


def ours(content: str) -> list[Span]:
    """The figures and dates of a text as the extractor sees them, in the task's way of writing spans."""
    reading = Reading(_text(content), _ORIGIN)
    figures = [(f.opening, f.end, f.unit or "") for f in reading.figures]
    cited = no_figures.citations(content)
    dates = [
        (p.start, p.end, "date")
        for p in reading.periods
        if any(c.isdigit() for c in content[p.start : p.end])
        and not any(a < p.end and p.start < b for a, b in cited)
        and not any(a < p.end and p.start < b for a, b, _ in figures)
    ]
    found: list[tuple[int, int, str]] = []
    for start, end, unit in sorted(figures + dates):
        if article := _ARTICLE.match(content, start, end):
            start = article.end()
        if found and _is_list(content, found[-1], (start, end, unit)):
            found[-1] = (found[-1][0], end, unit)
            continue
        if ahead := _AHEAD.search(content, max(0, start - 20), start):
            start = ahead.start()
        found.append((start, end, unit))
    return [(start, end) for start, end, _ in found]


def _is_list(content: str, one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two spans are one list or range of the same unit: "34 and 38 °C", "from 10 ms to 0.1 ms"."""
    between = content[one[1] : other[0]]
    if one[2] != other[2] or len(between) > 12 or not _BETWEEN.fullmatch(between):
        return False
    own = not content[one[1] - 1].isdigit()  # with a unit of its own, each of a list stands for itself
    return between.strip(" ,") in _RANGES or (not own and not _APART.match(content, other[1]))


def theirs(content: str) -> list[Span]:
    """The spans that quantulum3 gives; none for a text on which it fails."""
    from quantulum3 import parser

    return [tuple(q.span) for q in parser.parse(content)]


def overlap(a: Span, b: Span) -> int:
    """Characters that two spans share."""
    return min(a[1], b[1]) - max(a[0], b[0])


def matched(true: list[Span], predicted: list[Span], least: float) -> int:
    """How many true spans are found, each predicted one used once."""
    pairs = sorted(
        ((overlap(t, p), i, j) for i, t in enumerate(true) for j, p in enumerate(predicted)), reverse=True
    )
    used_true: set[int] = set()
    used: set[int] = set()
    for shared, i, j in pairs:
        union = max(true[i][1], predicted[j][1]) - min(true[i][0], predicted[j][0])
        if shared > 0 and shared >= least * union and i not in used_true and j not in used:
            used_true.add(i)
            used.add(j)
    return len(used)


def score(name: str, find: Callable[[str], list[Span]], docs: Documents) -> None:
    """Print recall and precision of one reader over all documents."""
    began, failed = time.process_time(), 0
    found = []
    for _, content, _ in docs:
        try:
            found.append(find(content))
        except Exception:
            found.append([])
            failed += 1
    seconds = time.process_time() - began
    true, predicted = sum(len(s) for _, _, s in docs), sum(map(len, found))
    line = f"{name:12} {predicted:5} spans"
    for label, least in (("overlap", 0.0), ("half", 0.5), ("exact", 1.0)):
        hit = sum(matched(s, p, least) for (_, _, s), p in zip(docs, found, strict=True))
        line += f"   {label}: recall {hit / true:.3f} precision {hit / max(predicted, 1):.3f}"
    print(f"{line}   {seconds:.1f} s, failed on {failed} texts")


def numbers_of(words: str) -> set[float]:
    """The numbers of a true span as it writes them, and times the thousands that a word or prefix means."""
    plain = {float(n.replace(",", "")) for n in _NUMBER.findall(words)}
    plain |= {float(ONES[w]) for w in re.findall(r"[a-z]+", words.lower()) if w in ONES}
    scaled = re.search(r"[kMGT](?:W|B|b)|illion|thousand", words)
    return {n * 1000**k for n in plain for k in (range(5) if scaled else range(1))}


def score_claims(docs: Documents) -> None:
    """Print how many true spans are quantity claims with the same number."""
    true = hit = made = used = 0
    for _, content, spans in docs:
        claims = [c.to_json() for c in extract.claims(_text(content), _ORIGIN) if c.kind == "quantity"]
        made, true, right = made + len(claims), true + len(spans), set()
        for start, end in spans:
            values = numbers_of(content[start:end])
            agree = [
                i
                for i, c in enumerate(claims)
                if c["start"] < end
                and start < c["end"]
                and any(abs(v) in values for v in (c["value_low"], c["value_high"]) if v is not None)
            ]
            hit += bool(agree)
            right.update(agree)
        used += len(right)
    print(
        f"claims       {made:5} quantity claims with the same number: "
        f"recall {hit / true:.3f} precision {used / max(made, 1):.3f}"
    )


def main() -> None:
    """Compare both on one part of the data."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("zip")
    asked.add_argument("--part", default="eval", choices=["train", "eval", "trial"])
    options = asked.parse_args()
    docs = list(documents(options.zip, options.part))
    print(f"{options.part}: {len(docs)} texts, {sum(len(s) for _, _, s in docs)} spans of quantities")
    score("theodolite", ours, docs)
    try:
        import quantulum3  # noqa: F401
    except ImportError:
        print("quantulum3   not installed: pip install quantulum3")
    else:
        score("quantulum3", theirs, docs)
    score_claims(docs)


if __name__ == "__main__":
    main()
