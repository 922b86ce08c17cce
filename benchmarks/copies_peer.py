"""datasketch's MinHashLSH over the same collection; run by a Python that has datasketch and nothing of ours.

    python copies_peer.py documented BANDS COLLECTION.jsonl PAIRS.npy
    python copies_peer.py given BANDS SHINGLES.npz PAIRS.npy

`documented` is what its documentation shows: shingles as strings, MinHash with its own hash, all inserted,
then each queried. `given` gets the shingles' hashes ready made from a file and keeps nothing it need not:
each one is queried, then inserted. Both use bands of 3 places and keep pairs of enough estimated resemblance.
Prints seconds and the highest memory as JSON.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from datasketch import MinHash, MinHashLSH

ROWS, WORDS, SIGNS = 3, 3, 4
LEAST, ALIKE = 12, 0.35
_UNIT = re.compile(r"[^\W_\u3400-\u9fff]+|[\u3400-\u9fff]")


def shingled(text: str) -> set[str]:
    """The shingles of a text, as ours: three words, or four characters of Han."""
    found = _UNIT.findall(unicodedata.normalize("NFKC", text).casefold())
    made = set()
    for k, unit in enumerate(found):
        size = SIGNS if "\u3400" <= unit <= "\u9fff" else WORDS
        if k + size <= len(found):
            made.add(" ".join(found[k : k + size]))
    return made


def documented(path: Path, bands: int) -> Iterator[tuple[int, int]]:
    """Every text made a MinHash, all inserted, each queried."""
    lsh = MinHashLSH(num_perm=bands * ROWS, params=(bands, ROWS))
    kept: dict[int, MinHash] = {}
    with path.open(encoding="utf-8") as lines:
        for k, line in enumerate(lines):
            shingles = shingled(json.loads(line)["text"])
            if len(shingles) < LEAST:
                continue
            made = MinHash(num_perm=bands * ROWS)
            made.update_batch([s.encode("utf-8") for s in shingles])
            kept[k] = made
    with lsh.insertion_session() as session:
        for k, made in kept.items():
            session.insert(k, made)
    for k, made in kept.items():
        for other in lsh.query(made):
            if other < k and made.jaccard(kept[other]) >= ALIKE:
                yield other, k


def given(path: Path, bands: int) -> Iterator[tuple[int, int]]:
    """Ready-made hashes; each queried and then inserted; signatures kept in one array."""
    with np.load(path) as saved:
        shingles, starts = saved["shingles"], saved["starts"]
    lsh = MinHashLSH(num_perm=bands * ROWS, params=(bands, ROWS))
    plain = MinHash(num_perm=bands * ROWS, hashfunc=int)
    kept = np.zeros((starts.size - 1, bands * ROWS), plain.hashvalues.dtype)
    for k in range(starts.size - 1):
        own = shingles[starts[k] : starts[k + 1]]
        if own.size < LEAST:
            continue
        made = plain.copy()
        made.update_batch(own.tolist())
        kept[k] = made.hashvalues
        near = np.array([int(other) for other in lsh.query(made)], np.int64)
        lsh.insert(k, made)
        for other in near[(kept[near] == kept[k]).mean(axis=1) >= ALIKE].tolist():
            yield other, k


def main() -> None:
    """One way, over one collection."""
    way, bands, source, target = sys.argv[1:]
    began = time.perf_counter()
    pairs = sorted({"documented": documented, "given": given}[way](Path(source), int(bands)))
    seconds = time.perf_counter() - began
    np.save(target, np.array(pairs, np.int64).reshape(-1, 2))
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = {"seconds": seconds, "processor": used.ru_utime + used.ru_stime, "peak_mb": peak()}
    print(json.dumps(spent))


def peak() -> float:
    """The highest memory of this process in MB; `getrusage` may tell that of the one which began it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
