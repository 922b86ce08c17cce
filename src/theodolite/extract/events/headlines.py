"""What the title of a dated text tells as news, in the present tense: "Larch unveils Kestrel 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from theodolite.extract.events import happenings
from theodolite.extract.events.happening import regular
from theodolite.extract.lags.claims import slot
from theodolite.extract.proper_names import listed, unlisted, with_number
from theodolite.extract.referents import from_mention
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words.lemmas import IRREGULAR, verb_lemma
from theodolite.extract.words.names import Mention

_FIRST = 2  # sentences in which a title stands
_WORD = re.compile(
    r"\s(?:(?:finally|quietly|formally|officially|now|again|"
    r"also)\s)?(?P<verb>[A-Za-z][a-z-]+)(?P<part>\s(?:up|out|off|down))?\s"
)
_UNSURE = frozenset(
    """add plan want show need face race set look call say tell ask warn urge claim deny report open test
    target rank press question
    use host offer order charge tap move return step turn join sit split share issue name cut fall drop
    drive hold top train test
    update switch extend commit agree appeal fine""".split()  # noqa: SIM905
)
"""Verbs whose present tense in a title says too little, or is a noun as often."""
_ACTORS = ("organisation", "unknown", "side", "person")


def find(scene: Scene) -> Iterator[Draft]:
    """The happening that a title tells, on the day of the text."""
    published = scene.reading.published
    if not published or len(published) < 7:
        return
    for number, sentence in enumerate(scene.reading.sentences[:_FIRST]):
        if sentence.kind != "heading":
            continue
        names = (*listed(scene, sentence.start, sentence.end), *unlisted(scene, sentence.start, sentence.end))
        for mention in sorted(names, key=lambda m: m.start)[:1]:
            yield from _told(scene, number, mention, names)


def _told(scene: Scene, number: int, mention: Mention, names: tuple[Mention, ...]) -> Iterator[Draft]:
    sentence, content = scene.reading.sentences[number], scene.content
    opens = not content[sentence.start : mention.start].strip(" #*\"“‘'")
    word = _WORD.match(content, mention.end, sentence.end)
    if (
        word is None
        or not opens
        or mention.kind not in _ACTORS
        or (mention.adjective and mention.kind == "side")
    ):
        return
    verb = _present().get(word["verb"].lower())
    if verb is None:
        return
    thing = next(
        (
            with_number(content, m)
            for m in names
            if word.end() <= m.start <= word.end() + 12 and not m.adjective
        ),
        None,
    )
    published = scene.reading.published or ""
    slots = {
        **slot("subject", from_mention(content, mention)),
        "action": _past(verb) + (word["part"] or ""),
        **slot("object", from_mention(content, thing) if thing is not None else None),
        "date": published[:10],
    }
    end = thing.end if thing is not None else sentence.end
    yield Draft("event", mention.start, end, word.start("verb"), number, slots, {"forecast": False})


@cache
def _present() -> dict[str, str]:
    """Written form of the third person to the plain form of verbs that surely happen."""
    sure = happenings.VERBS - happenings.TRANSITIVE - happenings.NO_EVENT - happenings.STATIVE - _UNSURE
    forms = {
        verb: (verb + ("es" if verb.endswith(("sh", "ch", "ss", "x")) else "s"))
        for verb in sure
        if "_" not in verb
    }
    forms |= {verb: verb[:-1] + "ies" for verb in sure if verb.endswith("y") and verb[-2:-1] not in "aeou"}
    return {form: verb for verb, form in sorted(forms.items()) if verb_lemma(form) == verb}


@cache
def _past(verb: str) -> str:
    irregular = [
        form for form, plain in IRREGULAR.items() if plain == verb and not form.endswith(("ing", "s"))
    ]
    return happenings.PAST.get(verb) or (irregular[0] if irregular else regular(verb))
