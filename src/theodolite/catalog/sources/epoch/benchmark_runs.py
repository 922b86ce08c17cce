"""Epoch's benchmarking hub: one CSV a benchmark, or the zip of all of them, brought to one shape."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from theodolite.catalog.yaml_files import parse

_LARGEST = 50_000_000
"""Bytes of one file inside the zip. The largest there is holds some 0.4 MB."""


@cache
def columns() -> dict[str, dict[str, Any]]:
    """By file name without its ending: name of the benchmark, score column, full score, chance."""
    text = (resources.files(__package__) / "benchmark_columns.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = parse(text)["benchmarks"]
    return found


def rows(content: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """One row a run. Raises ValueError for a file of another shape, or a zip that holds none of them."""
    if content[:2] == b"PK":
        yield from _zipped(content)
        return
    yield from _one(content, file)


def _zipped(content: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        known = [i for i in archive.infolist() if _stem(i.filename) in columns()]
        if not known:
            raise ValueError("no benchmark in the zip")
        for info in known:
            if info.file_size > _LARGEST:
                raise ValueError(f"{info.filename[:60]} is too large")
            yield from _one(archive.read(info), info.filename)


def _one(content: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    entry = columns()[_stem(file)]
    csv.field_size_limit(4_000_000)
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    if entry["column"] not in (reader.fieldnames or ()):
        raise ValueError(f"no column {entry['column']}")
    own = str(not _stem(file).endswith("_external") and _stem(file) != "swe_bench_bash")
    line = 2
    for row in reader:
        cells = {name: text for name, text in row.items() if name and isinstance(text, str)}
        raw = cells.get(entry["column"], "").strip()
        yield line, {
            **cells, "benchmark": entry["name"], "raw": raw, "score": _share(raw, entry["full"]),
            "chance": "" if entry["chance"] is None else str(entry["chance"]), "own": own,
        }  # fmt: skip
        line = reader.line_num + 1


def _share(raw: str, full: float | None) -> str:
    """The score as a share of a full one; blank where the scale has no end, as written if no number."""
    if full is None:
        return ""
    try:
        return repr(float(raw) / full)
    except ValueError:
        return raw


def _stem(file: str) -> str:
    return file.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".csv")
