"""What the words around a judgement are on, where its own words do not say: the maker's trade, the sentences
before, the text."""

from __future__ import annotations

import re
from typing import get_args
from weakref import WeakKeyDictionary

from theodolite.catalog import vocabulary
from theodolite.extract import dimensions
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Scene
from theodolite.model.claim import Dimension

_MAKERS_OF_CHIPS = re.compile(
    r"\A(?:TSMC|ASML|SMIC|Nvidia|AMD|Intel|Micron|Samsung|SK Hynix|Tokyo Electron|Lasertec|SMEE|"
    r"Cerebras|Groq|"
    r"Tenstorrent|Rapidus|GlobalFoundries|CXMT|YMTC|Hygon|Cambricon|Huawei|Qualcomm|Broadcom|Kioxia|Nikon|Canon|"
    r"Infineon|Arm|Graphcore|Moore Threads|Biren|Lam Research|Applied Materials|KLA|Marvell|NXP|Renesas|"
    r"Ascend\b.*|Blackwell\b.*|Hopper\b.*|[ABH]\d00|MI\d{3}X?|Trainium\b.*|Kirin\b.*)\Z"
)
_SAYING: frozenset[Dimension] = frozenset(
    {"compute", "talent", "energy", "patents", "data", "openness", "research", "adoption", "efficiency"}
)
"""Dimensions that a whole text may be on; "capital" and "policy" have words that every text is full of."""
_TELLING: frozenset[Dimension] = frozenset({"capital", "policy", "economy", "access"})
_VOTED: tuple[Dimension, ...] = tuple(
    d for d in get_args(Dimension) if d in _SAYING or d in _TELLING or d == "capability"
)
"""In one order, so that the same words give the same dimension in every process."""
_TEXT = 40_000  # characters of a text that show what it is on
_CLAUSE, _SENTENCE, _EARLIER, _FADES, _WHOLE = 0.5, 1.0, 1.0, 0.5, 2.0
"""What a word of the clause, of the sentence, of the one before counts for; how that fades further back; and
what the share of all words of a text does."""
_COMMON = 0.5  # what a word of money, rules and markets counts for, which every text is full of
_BY_ITSELF = 1.0  # what speaks for capability where nothing else does
_LIKELY = {"model": 2.0, "unknown": 2.0, "organisation": 1.5, "group": 1.5}
"""How much more it does so of a product or a house than of a country."""
_BACK = 3  # sentences
_FEW = 10  # words of a text that say little of what it is on
_OF_TEXT: WeakKeyDictionary[Scene, dict[Dimension, float]] = WeakKeyDictionary()


def trade(who: Referent) -> Dimension | None:
    """What a house is in, where it is known for one thing."""
    return "compute" if _MAKERS_OF_CHIPS.match(who.name or "") or _what(who) == "chip" else None


def _what(who: Referent) -> str:
    """What a listed name is: "chip", "university"; empty for most."""
    entry = vocabulary.load().entries.get(who.name or "")
    return entry.what if entry is not None else ""


def of(parties: Parties, who: Referent, clause: str, sentence: str) -> Dimension:
    """What most of the words near a judgement are on, the nearer the more; capability where nothing leads."""
    reading = parties.scene.reading
    votes = dict.fromkeys(_VOTED, 0.0)
    votes["capability"] = _BY_ITSELF * _LIKELY.get(who.kind, 1.0)
    if _what(who) == "university":
        votes["research"] = _BY_ITSELF * 2
    weighed = [(clause, _CLAUSE), (sentence, _SENTENCE)]
    product = who.kind == "model"  # what is said of one is on what it can do, unless its sentence says else
    for back in range(1, min(0 if product else _BACK, parties.number) + 1):
        here = reading.sentences[parties.number - back]
        if not reading.parts.same(here.start, parties.sentence.start):
            break
        weighed.append((reading.content[here.start : here.end], _EARLIER * _FADES ** (back - 1)))
    for words, weight in weighed:
        for dimension, count in dimensions.counted(words).items():
            votes[dimension] += weight * min(count, 2) * (_COMMON if dimension in _TELLING else 1)
    shown = {} if product else _shares(parties.scene)
    for dimension in _SAYING & shown.keys():
        votes[dimension] += _WHOLE * shown[dimension]
    return max(votes, key=lambda d: (votes[d], d == "capability"))


def _shares(scene: Scene) -> dict[Dimension, float]:
    """Which share of the telling words of a text is on each dimension."""
    if scene not in _OF_TEXT:
        counts = dimensions.counted(scene.content[:_TEXT])
        whole = max(_FEW, counts.total())
        _OF_TEXT[scene] = {d: n / whole for d, n in counts.items() if n}
    return _OF_TEXT[scene]
