"""Who says a quotation: whoever is named right before it or right behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from theodolite.extract.chinese import spokespeople, words
from theodolite.extract.chinese.reported import Reported, mention_in, reported_by
from theodolite.extract.chinese.sentences import Span

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_AFTER = re.compile(rf"[。！？，,]?[”\"](?P<who>[^，。；：\n“”]{{1,40}}?)(?:如此)?(?P<verb>{words.TALK})")
_ENDS = re.compile(r"[。！？\n]")


def of_quotation(scene: Scene, quote: Span, reported: list[Reported]) -> Reported | None:
    """The speaker named right before a quotation or right behind it."""
    for said in reported:
        if said.start <= quote.start <= said.start + 4 and not _ENDS.search(
            scene.content, said.start, quote.start
        ):
            return said
    after = _AFTER.match(scene.content, quote.end - 1) or _AFTER.match(scene.content, quote.end)
    if after:
        who = mention_in(scene, after.start("who"), after.end("who"))
        if who is not None:
            return reported_by(who, scene.content)
        earlier = [r for r in reported if r.start < quote.start and r.person]
        if re.search("[他她]", after["who"]) and earlier:
            return earlier[-1]
        if (post := spokespeople.find(scene, after.start("who"), after.end("who"))) is not None:
            return post
        group = re.search(words.GROUPS, after["who"])
        if group:
            return Reported(0, 0, group.group(), group.group(), None, True)
    return None
