"""What the words around a judgement are on, where its own words do not say: the maker's trade, the sentences
before, the text."""

from __future__ import annotations

import re
from collections import Counter
from weakref import WeakKeyDictionary

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
_SAYING = frozenset(
    {"compute", "talent", "energy", "patents", "data", "openness", "research", "adoption", "efficiency"}
)
"""Dimensions that a whole text may be on; "capital" and "policy" have words that every text is full of."""
_BEFORE = 300  # characters that show what is spoken of
_TEXT = 40_000  # characters of a text that show what it is on
_OF_TEXT: WeakKeyDictionary[Scene, Dimension | None] = WeakKeyDictionary()


def trade(who: Referent) -> Dimension | None:
    """What a house is in, where it is known for one thing."""
    return "compute" if _MAKERS_OF_CHIPS.match(who.name or "") else None


def of(parties: Parties, who: Referent) -> Dimension:
    """The dimension of a judgement that does not say what it is on; capability where nothing does."""
    if who.kind == "model":
        return "capability"
    end = parties.sentence.end
    near = _led(parties.words(max(0, parties.sentence.start - _BEFORE), end), least=3)
    return near or _text(parties.scene) or "capability"


def _text(scene: Scene) -> Dimension | None:
    if scene not in _OF_TEXT:
        _OF_TEXT[scene] = _led(scene.content[:_TEXT], least=3)
    return _OF_TEXT[scene]


def _led(words: str, least: int) -> Dimension | None:
    """The dimension that far more words show than any other, if there is one."""
    counts: Counter[Dimension] = dimensions.counted(words)
    ranked = counts.most_common(2)
    first = next((d for d, _ in ranked if d in _SAYING), None)
    if first is None or counts[first] < least:
        return None
    others = max((n for d, n in counts.items() if d != first), default=0)
    return first if counts[first] >= 1.5 * others else None
