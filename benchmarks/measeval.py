"""Quantities in scientific text: spans found beside quantulum3's, on the same texts in one run.

    python benchmarks/measeval.py MEASEVAL.zip [--part eval]

MEASEVAL is the zip of texts and tables of SemEval-2021 task 8 (MeasEval). Its spans of type Quantity are the
truth. A span is found where a predicted one overlaps it, each used once, the longest overlap first; "half"
asks in addition that the two share at least half of their union. Ours are the figures that the reader of texts
sees (numbers with units, ranges, worded numbers, dates left out); theirs are the spans of `quantulum3.parser.parse`
as it is installed (pip install quantulum3, without its classifier).
"""

from __future__ import annotations

import argparse
import csv
import io
import time
import zipfile
from collections.abc import Callable, Iterator

from theodolite.extract.reading import Reading
from theodolite.model.origin import Origin
from theodolite.model.text import Text

Span = tuple[int, int]


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


def ours(content: str) -> list[Span]:
    """The figures of a text as the extractor sees them."""
    reading = Reading(Text(snapshot="0" * 64, reader="bench/1", content=content), Origin(location="bench"))
    return [(f.opening, f.end) for f in reading.figures]


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


def score(name: str, find: Callable[[str], list[Span]], docs: list[tuple[str, str, list[Span]]]) -> None:
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
    for label, least in (("overlap", 0.0), ("half", 0.5)):
        hit = sum(matched(s, p, least) for (_, _, s), p in zip(docs, found, strict=True))
        line += f"   {label}: recall {hit / true:.3f} precision {hit / max(predicted, 1):.3f}"
    print(f"{line}   {seconds:.1f} s, failed on {failed} texts")


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
        return
    score("quantulum3", theirs, docs)


if __name__ == "__main__":
    main()
