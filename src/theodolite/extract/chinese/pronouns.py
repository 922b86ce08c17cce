"""What a pronoun of a Chinese text may stand for: "it" that opens a sentence, "the company" of a release."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from theodolite.extract.chinese import things
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_OWN_FIRM = re.compile(
    r"(?:\A|[，。；：“”、]|对|为|与|向|由|据|是|而|但|目前|未来|此外|同时|其中)\s?(?P<we>公司|本公司"
    r"|我司|我们|官方|企业)(?!的?(?:产品经理|高管|员工们))"
)


def publisher(scene: Scene, start: int, text: str) -> Mention | None:
    """ "公司" and "我们" in a company's own release: the one who published it."""
    publisher = scene.origin.publisher
    if not publisher or not re.search("press|release|announcement", scene.origin.kind or ""):
        return None
    found = _OWN_FIRM.search(text)
    if not found:
        return None
    name = next((m for m in scene.mentions if scene.text.content[m.start : m.end] == publisher), None)
    if name is None:
        return None
    return replace(name, start=start + found.start("we"), end=start + found.end("we"))


def is_taken_up(scene: Scene, meant: Mention, start: int) -> bool:
    """Whether a sentence that opens with "it" is about what the one before it named."""
    number = scene.sentence_at(start)
    opens = start <= scene.voices.opening(scene.sentences[number].start, start) + 1
    known = meant.kind in ("model", "side", "group", "organisation") or things.is_thing(scene.content, meant)
    return (
        opens
        and known
        and scene.sentence_at(meant.start) == number - 1
        and "\n" not in scene.content[meant.end : start]
    )
