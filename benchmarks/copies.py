"""Near copies beside datasketch over one made collection, each side in a process of its own, in one run.

    python benchmarks/copies.py DATA --peer PYTHON [--count 100000] [--seed 4] [--from report] [--small]

DATA is a folder with the collections that `copies_made.py` names; PYTHON is a Python with datasketch, in an
environment of its own (`make bench-copies` makes both). A pair counts as right where both documents come from
one original. Recall is of (original, copy) by how the copy was made. Our time is of everything: texts read
from the file, sketches, pairs, verification. The peer is run as its documentation shows, from the same texts;
and from our shingles ready made, so that only its own work counts, with as many bands as ours and with as
many as its default of 128 places gives. `--small` runs a tenth first, for how time grows.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent


def ours(path: Path, target: Path, shingles: Path | None) -> dict[str, float]:
    """Find the pairs among a collection's documents; seconds and the highest memory of this process."""
    began = time.perf_counter()
    from theodolite.resolve.copies import Sketches
    from theodolite.resolve.copies.finding import near_pairs

    publishers: list[str | None] = []

    def texts() -> Iterator[str]:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                publishers.append(row["publisher"])
                yield row["text"]

    sketches = Sketches.of(texts())
    read = time.perf_counter()
    found = near_pairs([f"{k:09}" for k in range(len(publishers))], sketches, publishers)
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    alike = found.alike
    pairs = [(min(a, b), max(a, b)) for own in alike for a in own for b in own if a < b]
    for a, b in zip(found.found.first.tolist(), found.found.second.tolist(), strict=True):
        pairs += [(min(x, y), max(x, y)) for x in alike[a] for y in alike[b]]
    np.save(target, np.array(sorted(pairs), np.int64).reshape(-1, 2))
    if shingles:
        np.savez(shingles, shingles=sketches.shingles, starts=sketches.starts)
    print("\n".join(found.notes), file=sys.stderr)
    return {
        "seconds": seconds, "processor": used.ru_utime + used.ru_stime, "peak_mb": peak(),
        "reading": read - began,
    }  # fmt: skip


def peak() -> float:
    """The highest memory of this process in MB; `getrusage` may tell that of the one which began it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024


class Truth:
    """What was planted: the family of each document, and how each copy was made."""

    def __init__(self, path: Path) -> None:
        self.rows: list[dict[str, Any]] = []
        lengths: dict[str, list[int]] = defaultdict(list)
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                text = row.pop("text")
                lengths[row["language"]].append(len(text.split()) if row["language"] == "en" else len(text))
                self.rows.append(row)
        self.family = np.array([k if r["of"] is None else r["of"] for k, r in enumerate(self.rows)])
        self.lengths = lengths

    def told(self) -> str:
        """The collection in a sentence."""
        parts = []
        for language, unit in (("en", "words"), ("zh", "characters")):
            own = self.lengths[language]
            low, median, high = statistics.quantiles(own, n=20)[0], statistics.median(own), max(own)
            high = statistics.quantiles(own, n=20)[-1]
            parts.append(
                f"{len(own):,} {language} ({low:.0f}, {median:.0f}, {high:.0f} {unit} at 5, 50, 95%)"
            )
        copies = sum(r["of"] is not None for r in self.rows)
        return f"{len(self.rows):,} documents: {', '.join(parts)}; {copies:,} are copies"

    def judged(self, path: Path) -> dict[str, Any]:
        """Precision of the pairs found, recall by how a copy was made."""
        pairs = np.load(path)
        right = self.family[pairs[:, 0]] == self.family[pairs[:, 1]]
        found = set(map(tuple, pairs.tolist()))
        by: dict[str, list[bool]] = defaultdict(list)
        for k, row in enumerate(self.rows):
            if row["of"] is not None:
                by[f"{row['kind']} {row['language']}"].append((min(k, row["of"]), max(k, row["of"])) in found)
        short = [hit for kind, hits in by.items() if kind.startswith("short") for hit in hits]
        two = [hit for kind, hits in by.items() if " and " in kind for hit in hits]
        single = (hits for kind, hits in by.items() if not kind.startswith("short") and " and " not in kind)
        one = [hit for hits in single for hit in hits]
        wrong = defaultdict(int)
        for a, b in pairs[~right].tolist():
            kinds = sorted({self.rows[a]["kind"], self.rows[b]["kind"]})
            wrong[" + ".join(kinds)] += 1
        return {
            "pairs": len(pairs), "precision": float(right.mean()) if len(pairs) else None,
            "one change": _share(one), "about 30 words": _share(short), "two changes": _share(two),
            "all": _share(one + short + two),
            "by": {kind: _share(hits) for kind, hits in sorted(by.items())},
            "wrong": dict(sorted(wrong.items(), key=lambda item: -item[1])[:6]),
        }  # fmt: skip


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else float("nan")


def run(command: list[str]) -> dict[str, float]:
    """A side in a process of its own; what it measured."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def compare(path: Path, work: Path, peer: str | None) -> dict[str, dict[str, float]]:
    """Every side over one collection, printed; what each measured."""
    truth = Truth(path)
    print(truth.told())
    shingles = work / "shingles.npz"
    sides = {"ours": [sys.executable, __file__, "--alone", str(path), str(work / "ours.npy"), str(shingles)]}
    if peer:
        script = str(HERE / "copies_peer.py")
        for way, bands, source in (
            ("given", 64, shingles),
            ("given", 42, shingles),
            ("documented", 42, path),
        ):
            name = f"datasketch, {bands} bands, {'shingles given' if way == 'given' else 'as documented'}"
            sides[name] = [peer, script, way, str(bands), str(source), str(work / f"{way}{bands}.npy")]
    measured = {}
    for name, command in sides.items():
        measured[name] = run(command)
        found = truth.judged(Path(command[4] if name == "ours" else command[-1]))
        used = measured[name]
        spent = f"{used['seconds']:.1f} s, {used['processor']:.1f} of processors, {used['peak_mb']:.0f} MB"
        by = ", ".join(
            f"{kind} {found[kind]:.4f}" for kind in ("one change", "two changes", "about 30 words")
        )
        told = f"precision {found['precision']:.4f}, recall {found['all']:.4f} ({by})"
        print(f"{name}: {spent}\n    {found['pairs']:,} pairs, {told}")
        if name == "ours":
            for kind, share in found["by"].items():
                print(f"    {kind}: {share:.4f}")
            print(f"    wrong pairs: {found['wrong']}")
    for name in list(measured)[1:]:
        ratios = {k: measured["ours"][k] / measured[name][k] for k in ("seconds", "processor", "peak_mb")}
        print(f"ours over {name}: " + ", ".join(f"{k} {v:.2f}" for k, v in ratios.items()))
    return measured


def main() -> None:
    """Make the collection, run each side, compare."""
    if sys.argv[1:2] == ["--alone"]:
        path, target, shingles = (Path(a) for a in sys.argv[2:5])
        print(json.dumps(ours(path, target, shingles)))
        return
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--peer", help="a Python that has datasketch")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--from", dest="which", choices=("tuning", "report"), default="report")
    parser.add_argument("--small", action="store_true", help="also a tenth of it, for how time grows")
    args = parser.parse_args()
    made = import_module("copies_made")
    learned = made.learned(args.data, args.which)
    with tempfile.TemporaryDirectory() as folder:
        seen = []
        for count in ([args.count // 10] if args.small else []) + [args.count]:
            path = Path(folder) / f"{count}.jsonl"
            made.write(made.Maker(*learned, args.seed).make(count), path)
            seen.append(compare(path, Path(folder), args.peer)["ours"])
        if args.small:
            few, many = seen
            times = many["processor"] / few["processor"]
            print(f"ten times the documents: {times:.1f} times the processor time")


if __name__ == "__main__":
    main()
