"""Rows of one file of Epoch AI's chip counts: what the file's name says is put beside what its rows say."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

_ESTIMATED = re.compile(r"Estimates generated on: (\d{2}-\d{2}-\d{4})")
# Four spellings of one column over the 24 files.
_ONE_NAME = {
    "compute estimate in h100e (median)": "H100e",
    "h100e (5th percentile)": "H100e (5th percentile)",
    "compute estimate in h100e (5th percentile)": "H100e (5th percentile)",
    "h100e (95th percentile)": "H100e (95th percentile)",
    "compute estimate in h100e (95th percentile)": "H100e (95th percentile)",
    "number of units": "Units",
    "number of units (median)": "Units",
    "number of units (5th percentile)": "Units (5th percentile)",
    "number of units (95th percentile)": "Units (95th percentile)",
}


def rows(content: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """One row of the file with Counted, Span, Detail and Estimated on added. ValueError for no such table."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    told = _told_by(file)
    for row in reader:
        cells = {_ONE_NAME.get(k.strip().casefold(), k.strip()): (v or "").strip()
                 for k, v in row.items() if isinstance(k, str) and not isinstance(v, list)}  # fmt: skip
        estimated = _ESTIMATED.search(cells.get("Notes", ""))
        yield reader.line_num, cells | told | {"Estimated on": estimated[1] if estimated else ""}


def _told_by(file: str) -> dict[str, str]:
    """What a file's name says of all its rows."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1].casefold()
    if "cumulative" in name:
        span = "cumulative"
    else:
        span = "fiscal quarter" if "fiscal_quarter" in name else "quarter"
    by_chip = "by_chip" in name or "chip_timelines" in name
    return {
        "Counted": "owned" if "owners" in name else "shipped",
        "Span": span,
        "Detail": "chip" if by_chip else "total",
    }
