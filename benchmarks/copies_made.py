"""A collection of made documents with planted copies and with what only looks like a copy.

    python benchmarks/copies_made.py DATA OUT.jsonl --count 100000 --seed 2 --from report

Ordinary documents are made by a Markov chain over real texts (words of English with one word of memory,
characters of Chinese with one or two), so that words, their frequencies and the chance overlap of unrelated
texts are like those of the texts; lengths are lognormal. `--from tuning` learns from incidents and a Chinese
daily, `--from report` from another daily in both languages and from harvested summaries: what is tuned on one
is reported on the other. One line a document: `text`, `publisher`, `language`, `kind`, and `of`, the line it
is a copy of.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

EDITS = (0.01, 0.03, 0.05)
CROP = 0.2
_ANY = re.compile(r"\s+")


def learned(data: Path, which: str) -> tuple[str, str]:
    """Real English and Chinese to learn from."""
    if which == "tuning":
        with (data / "docs-ai-incident-database" / "incidents.csv").open(
            encoding="utf-8", newline=""
        ) as rows:
            english = "\n".join(f"{r['title']}. {r['description']}" for r in csv.DictReader(rows))
        chinese = "\n".join(r["text"] for r in _lines(data / "docs-juya-ai-daily-zh" / "items.jsonl.gz"))
        return english, chinese
    pages = list(_lines(data / "docs-ai-insight-daily-4lang" / "daily.jsonl.gz"))
    harvest = _lines(data / "docs-ai-daily-harvest" / "scored_articles.jsonl.gz")
    told = (f"{r['summary']}{r['core_point']}{r['why_matters']}" for r in harvest)
    english = "\n".join(p["text"] for p in pages if p["lang"] == "en")
    return english, "\n".join([*(p["text"] for p in pages if p["lang"] == "cn"), *told])


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


class Chain:
    """Makes token sequences like those it learned from."""

    def __init__(self, tokens: Sequence[str], twice: float, joint: str) -> None:
        self.words = list(dict.fromkeys(tokens))
        number = {word: k for k, word in enumerate(self.words)}
        self.ids = np.array([number[token] for token in tokens])
        self.joint, self.twice = joint, twice
        one = self.ids[:-1]
        two = one * len(self.words) + np.concatenate(([0], one[:-1]))
        self.groups = [self._grouped(key) for key in (one, two)]

    @staticmethod
    def _grouped(key: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        order = np.argsort(key, kind="stable")
        ordered = key[order]
        low, high = np.searchsorted(ordered, key, "left"), np.searchsorted(ordered, key, "right")
        return order, low, high

    def made(self, lengths: np.ndarray, rng: np.random.Generator) -> Iterator[str]:
        """A text of each length, in tokens."""
        for begin in range(0, lengths.size, 4000):
            part = lengths[begin : begin + 4000]
            place = rng.integers(0, self.ids.size - 1, part.size)
            rows = np.empty((part.size, part.max()), np.int32)
            for step in range(rows.shape[1]):
                rows[:, step] = self.ids[place]
                again = rng.random(part.size) < self.twice
                (order, low, high), (order2, low2, high2) = self.groups
                pick = rng.random(part.size)
                first = order[(low[place] + pick * (high[place] - low[place])).astype(np.int64)]
                second = order2[(low2[place] + pick * (high2[place] - low2[place])).astype(np.int64)]
                place = np.where(again, second, first) + 1
                place[place >= self.ids.size - 1] = 0
            for row, length in zip(rows, part, strict=True):
                yield self.joint.join(self.words[k] for k in row[:length])


class Language:
    """Making and spoiling texts of one language."""

    def __init__(self, name: str, text: str, rng: random.Random) -> None:
        self.name, self.rng = name, rng
        self.spaced = name == "en"
        tokens = text.split() if self.spaced else list(_ANY.sub("", text))
        self.chain = Chain(tokens, 0.0 if self.spaced else 0.6, " " if self.spaced else "")
        self.median, self.least, self.most = (220, 30, 3000) if self.spaced else (430, 60, 6000)
        self.word = 1 if self.spaced else 2

    def texts(self, count: int, rng: np.random.Generator, length: tuple[int, int] | None = None) -> list[str]:
        """So many texts, of lengths as in news or evenly between two."""
        if length:
            sizes = rng.integers(*length, count)
        else:
            sizes = np.exp(np.log(self.median) + 0.75 * rng.standard_normal(count)).astype(int)
        return list(self.chain.made(np.clip(sizes, self.least, self.most), rng))

    def tokens(self, text: str) -> list[str]:
        """Words, or characters."""
        return text.split() if self.spaced else list(text)

    def joined(self, tokens: Sequence[str]) -> str:
        """The text of tokens."""
        return self.chain.joint.join(tokens)

    def edited(self, text: str, rate: float) -> str:
        """Words put in, taken out, replaced and moved: `rate` of all; a Chinese word is two characters."""
        tokens = self.tokens(text)
        edits = round(rate * len(tokens) / (self.word * 0.9 if not self.spaced else 1))
        for _ in range(max(1, edits)):
            at = self.rng.randrange(len(tokens))
            what = self.rng.random()
            new = [self.rng.choice(self.chain.words) for _ in range(self.word)]
            if what < 0.5:
                tokens[at : at + self.word] = new
            elif what < 0.7:
                del tokens[at : at + self.word]
            elif what < 0.9:
                tokens[at:at] = new
            else:
                tokens[at : at + 2 * self.word] = (
                    tokens[at + self.word : at + 2 * self.word] + tokens[at : at + self.word]
                )
        return self.joined(tokens)

    def cropped(self, text: str) -> str:
        """A fifth cut away: at the beginning, at the end, or in the middle."""
        tokens = self.tokens(text)
        cut = round(CROP * len(tokens))
        at = self.rng.choice((0, len(tokens) - cut, self.rng.randrange(len(tokens) - cut + 1)))
        return self.joined(tokens[:at] + tokens[at + cut :])

    def dressed(self, text: str) -> str:
        """The same words with other spaces, widths, capitals and marks."""
        if self.spaced:
            return text.upper().replace(" ", "\u00a0\n").replace(", ", " — ")
        return text.replace("，", ", ").replace("。", ".\n").replace("“", '"')


class Maker:
    """The plan of the collection: how many of what."""

    def __init__(self, english: str, chinese: str, seed: int) -> None:
        self.rng, self.array = random.Random(seed), np.random.default_rng(seed)
        self.languages = [Language("en", english, self.rng), Language("zh", chinese, self.rng)]
        self.rows: list[dict[str, Any]] = []

    def put(
        self, lang: Language, text: str, kind: str, of: int | None = None, publisher: str | None = None
    ) -> int:
        """Add a document; its number."""
        self.rows.append(
            {"text": text, "language": lang.name, "kind": kind, "of": of, "publisher": publisher}
        )
        return len(self.rows) - 1

    def make(self, count: int) -> list[dict[str, Any]]:
        """`count` documents, a tenth of them copies, a tenth only alike."""
        for lang in self.languages:
            self.plant(lang, count // 20)
            self.alike(lang, count // 20)
        for lang, part in zip(self.languages, (2, 1), strict=True):
            for text in lang.texts((count - len(self.rows)) // part, self.array):
                self.put(lang, text, "ordinary")
        order = list(range(len(self.rows)))
        self.rng.shuffle(order)
        place = {old: new for new, old in enumerate(order)}
        made = [self.rows[old] for old in order]
        for row in made:
            row["of"] = None if row["of"] is None else place[row["of"]]
        return made

    def plant(self, lang: Language, count: int) -> None:
        """Originals and their copies of every kind; a tenth of the originals is of 30 words."""
        strange = lang.texts(20, self.array, (20 * lang.word, 80 * lang.word))
        ways = {
            "same words": lang.dressed,
            **{f"edits {rate:.0%}": (lambda t, r=rate: lang.edited(t, r)) for rate in EDITS},
            "crop 20%": lang.cropped,
            "boilerplate before": lambda t: f"{self.rng.choice(strange)}\n{t}",
            "boilerplate after": lambda t: f"{t}\n{self.rng.choice(strange)}",
            "crop and edits 3%": lambda t: lang.edited(lang.cropped(t), 0.03),
            "edits 5% and boilerplate": lambda t: f"{lang.edited(t, 0.05)}\n{self.rng.choice(strange)}",
            "crop and boilerplate": lambda t: f"{self.rng.choice(strange)}\n{lang.cropped(t)}",
        }
        names = list(ways)
        originals = lang.texts(count * 9 // 10, self.array)
        short = lang.texts(count - len(originals), self.array, (30 * lang.word, 40 * lang.word))
        for text in originals:
            of = self.put(lang, text, "original")
            for _ in range(self.rng.choice((1, 1, 1, 1, 2, 4))):
                name = self.rng.choice(names)
                self.put(lang, ways[name](text), name, of)
                count -= 1
            if count <= len(short):
                break
        for text in short:
            of = self.put(lang, text, "original")
            name = self.rng.choice(("same words", "edits 5%", "crop 20%"))
            self.put(lang, ways[name](text), f"short: {name}", of)

    def alike(self, lang: Language, count: int) -> None:
        """What shares text and is no copy: forms, results, digests, releases, banners, footers."""
        each = max(2, count // 6)
        words = self.chain_words(lang)
        for kind, changed, figures in (("form", 0.2, False), ("results", 0.08, True)):
            for n in range(max(1, each // 50)):
                form = lang.tokens(lang.texts(1, self.array, (120 * lang.word, 300 * lang.word))[0])
                slots = self.rng.sample(range(len(form)), round(changed * len(form)))
                for _ in range(50):
                    filled = list(form)
                    for at in slots:
                        number = f"{self.rng.randrange(2, 9999)}"
                        filled[at] = number if figures or self.rng.random() < 0.2 else self.rng.choice(words)
                    self.put(
                        lang, lang.joined(filled), kind, None, f"{kind} {lang.name} {n}" if n % 2 else None
                    )
        items = lang.texts(6 * each + 2, self.array, (40 * lang.word, 80 * lang.word))
        frame = lang.texts(2, self.array, (40 * lang.word, 60 * lang.word))
        for n in range(each):
            told = items[6 * n : 6 * n + 8]
            self.put(lang, "\n".join([frame[0], *told, frame[1]]), "digest", None, f"digest {lang.name}")
            if n % 4 == 0:
                self.put(lang, told[2], "item of a digest")
        for n in range(max(1, each // 40)):
            about = lang.texts(1, self.array, (80 * lang.word, 120 * lang.word))[0]
            for text in lang.texts(40, self.array, (60 * lang.word, 200 * lang.word)):
                self.put(lang, f"{text}\n{about}", "release", None, f"company {lang.name} {n}")
        banner, footer = (
            lang.texts(1, self.array, (n * lang.word, (n + 1) * lang.word))[0] for n in (60, 150)
        )
        for text in lang.texts(each, self.array):
            self.put(lang, f"{banner}\n{text}", "banner")
        for text in lang.texts(each, self.array, (40 * lang.word, 80 * lang.word)):
            self.put(lang, f"{text}\n{footer}", "footer", None, f"newsletter {lang.name}")

    @staticmethod
    def chain_words(lang: Language) -> list[str]:
        """Words that fill a form."""
        return lang.chain.words


def main() -> None:
    """Write a collection."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="which", choices=("tuning", "report"), default="tuning")
    args = parser.parse_args()
    write(Maker(*learned(args.data, args.which), args.seed).make(args.count), args.out)


def write(rows: list[dict[str, Any]], path: Path) -> None:
    """One line a document."""
    with path.open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
