"""What a document is compared by: its terms, in one script and, where names and figures carry it, one
language.

Kinds of terms, each with its own weight: names of the vocabulary in canonical form, names with a version
("opus 4.1"), figures, concepts of what news tells of, English words and pairs of words, pairs of Han
characters. A term is `bridging` where a document in the other language could have the same one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from theodolite.resolve.stories.scanning import Part, scan
from theodolite.resolve.stories.script import HAN, plain

LEAD = 700
"""Characters of a text that are read: news tells what happened at its beginning."""
_TITLE_MOST = 400
_TITLE_WEIGHT = 2.0
_TITLELESS = 160
_SENTENCE = re.compile(r"[。！？\n]|[.!?](?=\s)")

WEIGHTS = {
    "name": 1.1, "side": 0.5, "version": 2.0, "figure": 0.9, "concept": 0.7, "proper": 1.5, "code": 1.5,
    "word": 1.0, "pair": 0.6, "han": 0.7,
}  # fmt: skip
"""What a kind of term weighs; chosen on the development halves that docs/stories.md names."""
BRIDGES = {
    "name": 1.0, "side": 1.0, "version": 1.0, "figure": 1.0, "concept": 2.0, "proper": 0.6, "code": 1.0
}  # fmt: skip
"""What a kind weighs across languages beside its weight within one. A proper word is often transcribed."""
_SUREST = ("word", "han", "pair", "concept", "side", "figure", "proper", "code", "name", "version")
_NAMING = frozenset({"name", "version", "proper", "code"})


@dataclass(frozen=True, slots=True)
class Terms:
    """A document's terms with how much each counts before rarity is known.

    `counts` maps a term to its weight by kind, place and (logarithmic) frequency; `title` are those of the
    title. `bridging` maps those that carry over to the other language to what they weigh there.
    `title_names` and `names` are canonical names and proper words in the title and anywhere;
    `title_versions` and `versions` map the word before a version to the versions seen. `han` says whether
    it is written in Han characters.
    """

    counts: dict[str, float]
    title: tuple[str, ...]
    bridging: dict[str, float]
    title_names: frozenset[str]
    names: frozenset[str]
    title_versions: dict[str, frozenset[str]]
    versions: dict[str, frozenset[str]]
    han: bool


def terms(title: str | None, text: str | None) -> Terms:
    """The terms of a document. Never raises: an empty document has none."""
    head, lead = _told(title, text)
    first, second = scan(head), scan(lead)
    weights: dict[str, float] = {}
    kinds: dict[str, str] = {}
    for part, weight in ((first, _TITLE_WEIGHT), (second, 1.0)):
        for kind, term in part.found:
            weights[term] = weights.get(term, 0.0) + weight
            kinds[term] = max(kinds.get(term, kind), kind, key=_SUREST.index)
    counts = {t: WEIGHTS[kinds[t]] * (1 + math.log(w)) for t, w in weights.items()}
    both = head + lead
    return Terms(
        counts=counts,
        title=tuple(dict.fromkeys(t for _, t in first.found)),
        bridging={t: BRIDGES[kinds[t]] for t in counts if kinds[t] in BRIDGES},
        title_names=_names(first),
        names=_names(first) | _names(second),
        title_versions=_versions(first.versions),
        versions=_versions([*first.versions, *second.versions]),
        # One Han character says as much as several letters.
        han=len(HAN.findall(both)) * 8 > len(both),
    )


def _told(title: str | None, text: str | None) -> tuple[str, str]:
    """Title and beginning of the text, which does not say the title again."""
    head = plain((title or "")[:_TITLE_MOST]).strip()
    lead = plain((text or "")[:LEAD]).strip()
    if head:
        return head, lead.removeprefix(head)
    end = _SENTENCE.search(lead, 0, _TITLELESS)
    at = end.end() if end else min(len(lead), _TITLELESS)
    return lead[:at], lead[at:]


def _names(part: Part) -> frozenset[str]:
    return frozenset(t for kind, t in part.found if kind in _NAMING)


def _versions(found: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    by: dict[str, set[str]] = {}
    for word, version in found:
        by.setdefault(word, set()).add(version)
    return {word: frozenset(versions) for word, versions in by.items()}
