"""Score extracted claims against the annotated documents of this folder.

A predicted claim finds an annotated one where the kinds are equal, the quotes overlap and the slots that
define the kind agree. Each annotated claim is found at most once, each prediction finds at most one.
Lines below full confidence are neutral: finding one counts for nothing, missing one costs nothing.
Run as a program it prints a table by set, kind and document; `--show NAME` lists what a development
document's extraction missed and added (held-out documents are never shown).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
HERE = Path(__file__).resolve().parent
KINDS = ("lag", "quantity", "comparison", "relation", "event", "assessment")
SETS = ("development", "held-out", "development, chinese", "held-out, chinese")
FIGURES = ("recall", "precision", "f1", "speaker")

# ---- agreement of slots -------------------------------------------------------------------------

_COUNTRIES = {
    "china": "china chinese beijing prc mainland",
    "usa": "united_states u.s us usa america american americans washington",
    "uk": "united_kingdom u.k uk britain british",
    "europe": "europe european eu european_union europeans",
    "korea": "south_korea korea korean south_korean",
    "uae": "united_arab_emirates uae emirates emirati",
    "japan": "japan japanese",
    "india": "india indian",
    "germany": "germany german",
    "france": "france french",
    "taiwan": "taiwan taiwanese",
    "norway": "norway norwegian",
    "saudi": "saudi_arabia saudi",
}
_COUNTRY = {
    spelling.replace("_", " "): name for name, all_ in _COUNTRIES.items() for spelling in all_.split()
}
_COUNTRY_RE = re.compile(
    r"\b(" + "|".join(re.escape(s) for s in sorted(_COUNTRY, key=len, reverse=True)) + r")\b\.?"
)
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of in at on and or s its their own company companies firm firms lab labs laboratory "
        "laboratories developer developers model models system systems ai dr mr ms inc ltd",
    )
)


def words(name: str | None) -> frozenset[str]:
    """The words of a name that tell it from others, countries and their adjectives as one."""
    if not name:
        return frozenset()
    plain = _COUNTRY_RE.sub(lambda m: f" {_COUNTRY[m.group(1)]} ", name.casefold())
    found = re.findall(r"[^\W_]+(?:\.\d+)?", plain)
    kept = frozenset(w[:-1] if len(w) > 4 and w.endswith("s") else w for w in found if w not in _EMPTY_WORDS)
    return kept or frozenset(found)


def same_name(a: str | None, b: str | None) -> bool:
    """Both absent, or one's words within the other's, or at least half of all words shared."""
    left, right = words(a), words(b)
    if not left or not right:
        return not left and not right
    shared = left & right
    return bool(shared) and (shared in (left, right) or 2 * len(shared) >= len(left | right))


def same_number(a: float | None, b: float | None, within: float = 0.01) -> bool:
    """Both open, or equal to one part in a hundred."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= within * max(abs(a), abs(b))


def same_date(a: str | None, b: str | None) -> bool:
    """Either not given, or the coarser the beginning of the finer."""
    return not a or not b or a.startswith(b) or b.startswith(a)


_UNITS = {
    "%": "percent",
    "per cent": "percent",
    "person": "people",
    "persons": "people",
    "yuan": "cny",
    "rmb": "cny",
}


def same_unit(a: str | None, b: str | None) -> bool:
    """Either not given, or a word in common (singular or plural)."""

    def parts(unit: str) -> set[str]:
        unit = _UNITS.get(unit.casefold(), unit.casefold())
        return {w[:-1] if len(w) > 3 and w.endswith("s") else w for w in re.findall(r"[^\W_]+", unit)}

    return not a or not b or bool(parts(a) & parts(b))


def _lag(g: Row, p: Row) -> bool:
    ends = same_number(g["low_months"], p.get("low_months")) and same_number(
        g["high_months"], p.get("high_months")
    )
    no_stretch = g["low_months"] is None and g["high_months"] is None
    return (
        ends
        and same_name(g["follower"], p.get("follower"))
        and g["polarity"] == p.get("polarity", "asserted")
        and (not no_stretch or g["trend"] == p.get("trend"))
    )


def _quantity(g: Row, p: Row) -> bool:
    return (
        same_number(g["value_low"], p.get("value_low"))
        and same_number(g["value_high"], p.get("value_high"))
        and same_unit(g["unit"], p.get("unit"))
    )


def _comparison(g: Row, p: Row) -> bool:
    factor = g["factor"] is None or same_number(g["factor"], p.get("factor"), 0.05)
    return factor and g["direction"] == p.get("direction") and same_name(g["subject"], p.get("subject"))


def _relation(g: Row, p: Row) -> bool:
    ends = same_name(g["subject"], p.get("subject")) and same_name(g["object"], p.get("object"))
    return ends and g["predicate"] == p.get("predicate")


def _event(g: Row, p: Row) -> bool:
    return same_name(g["subject"], p.get("subject")) and same_date(g["date"], p.get("date"))


def _assessment(g: Row, p: Row) -> bool:
    same = g["dimension"] == p.get("dimension") and g["direction"] == p.get("direction")
    return same and same_name(g["subject"], p.get("subject"))


_AGREE: dict[str, Callable[[Row, Row], bool]] = {
    "lag": _lag,
    "quantity": _quantity,
    "comparison": _comparison,
    "relation": _relation,
    "event": _event,
    "assessment": _assessment,
}


def agree(gold: Row, predicted: Row) -> bool:
    """Whether a prediction says what an annotated line says, in one of the readings the line allows."""
    if gold["kind"] != predicted.get("kind"):
        return False
    if not (predicted["start"] < gold["end"] and gold["start"] < predicted["end"]):
        return False
    readings = [{}, *gold.get("also", ())]
    return any(_AGREE[gold["kind"]]({**gold, **reading}, predicted) for reading in readings)


# ---- matching and rates -------------------------------------------------------------------------


def required(row: Row) -> bool:
    """Whether missing this line costs anything."""
    return bool(row.get("confidence", 1.0) >= 1.0)


def match(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """Gold index to predicted index: a largest matching, required lines before optional ones."""

    def overlap(i: int, j: int) -> int:
        g, p = gold[i], predicted[j]
        return int(min(g["end"], p["end"]) - max(g["start"], p["start"]))

    edges = {
        i: sorted((j for j, p in enumerate(predicted) if agree(g, p)), key=lambda j: -overlap(i, j))
        for i, g in enumerate(gold)
    }
    holder: dict[int, int] = {}  # predicted index -> gold index

    def place(i: int, tried: set[int]) -> bool:
        for j in edges[i]:
            if j not in tried:
                tried.add(j)
                if j not in holder or place(holder[j], tried):
                    holder[j] = i
                    return True
        return False

    for i in sorted(edges, key=lambda i: not required(gold[i])):
        place(i, set())
    return {i: j for j, i in holder.items()}


@dataclass(slots=True)
class Tally:
    """Counts of one kind, which add up over documents."""

    required: int = 0
    hits: int = 0
    counted: int = 0  # predictions that are right or wrong, without those that found an optional line
    voiced: int = 0  # hits whose speaker is settled
    speakers: int = 0  # of these, hits with the right speaker

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.required + other.required,
            self.hits + other.hits,
            self.counted + other.counted,
            self.voiced + other.voiced,
            self.speakers + other.speakers,
        )

    def rates(self) -> dict[str, float]:
        """Recall, precision, their harmonic mean, and the share of hits with the right speaker."""
        recall = self.hits / self.required if self.required else 1.0
        precision = self.hits / self.counted if self.counted else float(not self.required)
        f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        speaker = self.speakers / self.voiced if self.voiced else 1.0
        return {"recall": recall, "precision": precision, "f1": f1, "speaker": speaker}


def tally(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Tally]:
    """Counts by kind for ONE document."""
    found = match(gold, predicted)
    counts = {kind: Tally() for kind in KINDS}
    for p in predicted:
        counts[p["kind"]].counted += 1
    for i, g in enumerate(gold):
        count = counts[g["kind"]]
        count.required += required(g)
        if i not in found:
            continue
        if not required(g):
            count.counted -= 1
            continue
        count.hits += 1
        if not g.get("speaker_disputed"):
            count.voiced += 1
            count.speakers += same_name(g["speaker"], predicted[found[i]].get("speaker"))
    return counts


def pool(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Counts by kind over several documents."""
    total = {kind: Tally() for kind in KINDS}
    for one in tallies:
        total = {kind: total[kind] + one[kind] for kind in KINDS}
    return total


def score(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Rates by kind for one document: recall, precision, f1, speaker."""
    return {kind: count.rates() for kind, count in tally(gold, predicted).items()}


def evidence(text: str, predicted: Sequence[Row]) -> float:
    """The share of predictions whose quote stands at its offsets: anything but 1 is a bug."""
    exact = [text[p["start"] : p["end"]] == p["quote"] for p in predicted]
    return sum(exact) / len(exact) if exact else 1.0


# ---- documents ----------------------------------------------------------------------------------


def load(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def place(name: str, suffix: str) -> Path:
    """Where a file of a document is: in this folder or in `wide/`."""
    here = HERE / f"{name}{suffix}"
    return here if here.exists() else HERE / "wide" / f"{name}{suffix}"


def sets(readme: Path = HERE / "README.md") -> dict[str, list[str]]:
    """The documents of each set, as the README lists them under the headings that are `SETS`."""
    found: dict[str, list[str]] = {}
    heading = None
    for line in readme.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:].strip().lower()
        elif heading in SETS and (item := re.match(r"- `(\w+)`", line)):
            found.setdefault(heading, []).append(item.group(1))
    return found


def extracted(document: Path) -> tuple[str, list[dict[str, Any]]]:
    """The text that the reader made of a document, and its claims as JSON rows."""
    import yaml

    from theodolite.extract import claims
    from theodolite.model.origin import Origin
    from theodolite.model.snapshot import Snapshot
    from theodolite.read import document as read

    sidecar = document.with_name(document.name + ".origin.yml")
    said: dict[str, Any] = yaml.safe_load(sidecar.read_text(encoding="utf-8")) if sidecar.exists() else {}
    stated: dict[str, Any] = {slot: str(value) for slot, value in said.items()}
    origin = Origin(location=str(document), **stated)
    text = read(Snapshot(document.read_bytes()), document.name)
    return text.content, [claim.to_json() for claim in claims(text, origin)]


def table(counts: Mapping[str, Mapping[str, Tally]]) -> str:
    """One line for each title and kind that has anything to count."""
    lines = [f"{'':22} {'kind':11} {'found':>9} {'extra':>6}" + "".join(f" {f:>9}" for f in FIGURES)]
    for title, kinds in counts.items():
        for kind, count in kinds.items():
            if count.required or count.counted:
                rates = count.rates()
                found = f"{count.hits}/{count.required}"
                figures = "".join(f" {rates[f]:9.3f}" for f in FIGURES)
                lines.append(f"{title:22} {kind:11} {found:>9} {count.counted - count.hits:6}{figures}")
    return "\n".join(lines)


def show(name: str) -> str:
    """What was missed and added in a development document."""
    if not any(name in names for title, names in sets().items() if title.startswith("development")):
        raise SystemExit(f"{name} is not a development document: only those are shown")
    gold = load(place(name, ".jsonl"))
    _, predicted = extracted(place(name, ".txt"))
    found = match(gold, predicted)
    missed = [g for i, g in enumerate(gold) if required(g) and i not in found]
    extra = [p for j, p in enumerate(predicted) if j not in found.values()]
    rows = [("MISSED", row) for row in missed] + [("EXTRA", row) for row in extra]
    hide = ("id", "saying_id", "document", "source", "confidence")
    lines = []
    for word, row in rows:
        kept = {k: v for k, v in row.items() if k not in hide and v is not None}
        lines.append(f"{word} {json.dumps(kept, ensure_ascii=False)}")
    return "\n".join(lines)


def main() -> None:
    """Print the table of both sets, or with `--show NAME` the lines of one development document."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", metavar="NAME")
    chosen = parser.parse_args()
    if chosen.show:
        sys.stdout.write(show(chosen.show) + "\n")
        return
    for title, names in sets().items():
        rows: dict[str, dict[str, Tally]] = {}
        exact = []
        for name in names:
            text, predicted = extracted(place(name, ".txt"))
            exact.append(evidence(text, predicted))
            rows[name] = tally(load(place(name, ".jsonl")), predicted)
        rows = {title.upper(): pool(rows.values()), **rows}
        sys.stdout.write(f"{table(rows)}\nevidence {min(exact):.3f}\n\n")


if __name__ == "__main__":
    main()
