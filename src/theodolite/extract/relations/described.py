"""The same product told twice: by its name, and by what the words beside the name call it.

"A released B, an open model" says that A made B, not that it made "open model" besides; and "A released the B
language model" made B.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from theodolite.extract.proper_names import unlisted
from theodolite.extract.referents import from_mention
from theodolite.extract.relations.tie import Tie
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.names import Mention

_APPOSED = re.compile(
    r"[*\"”'’]*(?:\s\([^()]{0,60}\))?(?:,|\s[–—-]|:)\s[*]*(?:(?:an?|the|its|their|our)\s)?[*]*(?:[\w+-]+,?\s){0,3}?"
)
_LANGUAGES = frozenset(
    (
        "Rust",
        "Python",
        "Go",
        "Java",
        "JavaScript",
        "TypeScript",
        "C++",
        "Kotlin",
        "Swift",
        "Ruby",
        "Julia",
        "Scala",
    )
)
_KIND_OF_THING = lexicon.words(
    """model models llm llms chatbot assistant agent agents system systems tool tools app platform
    family series version framework generator engine software chip chips"""
)


_ANYBODY = frozenset(
    ("Users", "Developers", "People", "Researchers", "Scammers", "Customers", "Students", "Engineers")
)
_CLAUSE = re.compile(r"\s(?:has|have|had|will|is|are|was|were|can|could|would)\s")
_ADJECTIVE = re.compile(
    r"AI-?(?:generated|cloned|powered|altered|enabled|driven|assisted|made|based)|"
    r"\S.{0,60}-(?:based|powered|driven|equipped|style|made|built|owned|backed|designed|led|compatible)",
    re.I,
)


def named(scene: Scene, tie: Tie) -> Tie:
    """The tie with the model's own name: "the upgraded PaLM 2 language model" is PaLM 2."""
    thing = tie.object
    words = (thing.name or "").split()
    if thing.kind not in ("unknown", "thing") or not words or words[-1].lower() not in _KIND_OF_THING:
        return tie
    if tie.predicate == "develops" and thing.kind == "thing" and (beside := _named_before(scene, tie)):
        return replace(tie, object=from_mention(scene.content, beside))
    inside = scene.reading.mentions_in(thing.start, thing.end)
    if len(inside) != 1 or inside[0].kind != "model" or _HYPHEN.match(scene.content, inside[0].end):
        return tie
    return replace(tie, object=from_mention(scene.content, inside[0]))


def _named_before(scene: Scene, tie: Tie) -> Mention | None:
    """ "B, the Arabic model (which A trained)": B."""
    at = tie.object.start - 2
    if not scene.content.startswith(", ", at) or not _ARTICLE.match(tie.object.text):
        return None
    known = [m for m in scene.reading.mentions_in(max(0, at - 60), at) if m.kind == "model"]
    beside = [m for m in (*known, *unlisted(scene, max(0, at - 60), at)) if m.end == at]
    return beside[0] if beside and beside[0].name != tie.subject.name else None


_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?)\s")
_HYPHEN = re.compile(r"-|[’']s\b")


def is_again(scene: Scene, tie: Tie, others: Iterable[Tie]) -> bool:
    """Whether a tie repeats another of its sentence by a description, or is with a programming language."""
    if tie.subject.name in _LANGUAGES or tie.object.name in _LANGUAGES:
        return True
    if tie.subject.name in _ANYBODY or _CLAUSE.search(tie.object.name or ""):
        return True
    if _ADJECTIVE.fullmatch(tie.subject.name or "") or _ADJECTIVE.fullmatch(tie.object.name or ""):
        return True
    thing = tie.object
    if tie.predicate != "develops" or thing.kind not in ("unknown", "thing"):
        return False
    words = (thing.name or "").split()
    if not words or words[-1].lower() not in _KIND_OF_THING:
        return False
    return any(
        other is not tie
        and other.predicate == tie.predicate
        and other.subject.name == tie.subject.name
        and other.object.kind == "model"
        and _is_beside(scene, other.object.start, other.object.end, thing.start, thing.end)
        for other in others
    )


def _is_beside(scene: Scene, start: int, end: int, a: int, b: int) -> bool:
    """Whether a description holds a name, or stands right behind it."""
    return a <= start < b or (end <= a and _APPOSED.fullmatch(scene.content, end, a) is not None)
