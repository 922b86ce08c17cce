"""What a pronoun or "the company" goes back to: the fitting name of the greatest salience before it.

Salience follows Lappin and Leass (1994, An algorithm for pronominal anaphora resolution): a name weighs the
more the nearer its sentence, the higher its role in it and the oftener the text has named it; names that do
not agree in number and kind, and those that share a clause with a plain object pronoun, are out. Only the
sentence itself is parsed; in the sentences before, the role is read off the words beside the name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.reading import Reading
from theodolite.extract.referents import lexicon, likings, salience
from theodolite.extract.referents.likings import Liking
from theodolite.extract.referents.referent import Referent, from_mention
from theodolite.extract.referents.resumed import Resumed
from theodolite.extract.referents.unlisted import Unlisted
from theodolite.extract.voices.spoken import Voices
from theodolite.extract.words.names import Mention
from theodolite.extract.words.syntax import SUBJECTS, Parse

_NEARNESS = (1.0, 0.6, 0.36, 0.22)
"""What a weight counts for in the sentence itself and in those before it."""
_MOST, _OFTEN, _KEPT = 134.0, 12.0, 40.0
"""What a role can weigh at most, how often a name stands there, and that the pronoun has just meant it."""
_LIKED = 45.0
"""What a name of the kind that goes with what is said of "it" counts for more."""
_FAINT = 50.0
"""Below this weight a name is no likely antecedent where the text is about another."""
_NEAR = 400
"""Characters before "the company" in which one house alone is named."""
_LOOK_BACK = 1500
"""Characters of a sentence in which a name is looked for: a bound for texts without full stops."""
_JOINED = re.compile(r"-[A-Za-z]")
_STATE = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:government|authorities|leadership|leaders|state|economy|industry|sector|side|"
    r"administration|ecosystem|military)\b"
)
"""What makes an adjective the side itself: "the Chinese government"."""

_TOPIC = re.compile(r"(?:\A|[.!?:\n]\s?|[.!?:\n]\s(?:And|But|So|The|Well|Now)[^,.;:!?\n]{0,40},?\s)\Z")
"""What stands before a name that opens its sentence, or says who is meant: "The new one, Plano, they"."""

_FORMS = {
    form: forms
    for forms in (("they", "their", "them"), ("it", "its"), ("he", "his", "him"), ("she", "her"))
    for form in forms
}

Fits = Callable[[Mention], bool]


class Antecedents:
    """The names of one document that pronouns and descriptions go back to."""

    def __init__(self, reading: Reading, voices: Voices, unlisted: Unlisted) -> None:
        self.reading = reading
        self.voices = voices
        self.content = reading.content
        self.unlisted = unlisted
        self.resumed = Resumed(reading, self._resume)
        self._weights: dict[tuple[object, ...], float] = {}

    def _resume(self, at: int) -> Referent | None:
        """Whom "the company" at the head of a sentence means, where nobody else can be meant."""

        def fits(mention: Mention) -> bool:
            return is_organisation(mention, ("", "investor")) and mention.name not in OBSERVERS

        found = self.described(at, fits, (), self.house)
        near = {m.name for m in self.names(max(0, at - _NEAR), at) if fits(m)}
        return found if found and (near == {found.name} or found.name == self.house) else None

    # --- pronouns

    def of_pronoun(self, parse: Parse, token: Any, number: int, plural: bool) -> Referent | None:
        """What a pronoun stands for: the name it takes up right behind, the subject that governs it, else the
        most salient name that agrees."""
        if taken_up := self._taken_up(parse, token):
            return from_mention(self.content, taken_up)
        kept = self._kept_up(parse, token, number, plural)
        found = self._meant(parse, token, number, plural, kept)
        return self._as_side(found, plural) if found else None

    def _taken_up(self, parse: Parse, token: Any) -> Mention | None:
        """The name that talk sets before its clause: "Plano, they've built theirs on R1"."""
        at = parse.span(token)[0]
        if token.dep_ not in SUBJECTS or self.content[at - 2 : at] != ", ":
            return None
        person = token.text.lower() in lexicon.PERSONS
        for mention in self.names(max(0, at - 60), at - 2):
            opens = _TOPIC.search(self.content, max(0, mention.start - 60), mention.start)
            if (
                mention.end == at - 2
                and opens
                and (mention.kind == "person") == person
                and not mention.adjective
            ):
                return mention
        return None

    def _meant(
        self, parse: Parse, token: Any, number: int, plural: bool, kept: str | None = None
    ) -> Mention | None:
        agrees = self._agreeing(parse, token, plural, token.text.lower() in lexicon.PERSONS)
        barred = self._barred(parse, token)

        def fits(mention: Mention) -> bool:
            return agrees(mention) and not _overlaps(mention, barred)

        liking = None if plural or token.text.lower() in lexicon.PERSONS else likings.of(token)
        if (found := self._governing(parse, token, fits)) and (liking is None or found.kind == liking):
            return found
        ranked = self._ranked(parse.span(token)[0], number, fits, kept, liking)
        return ranked if ranked is not None and ranked.kind == liking else found or ranked

    def _kept_up(self, parse: Parse, token: Any, number: int, plural: bool) -> str | None:
        """Whom the same pronoun stood for earlier in the sentence."""
        same = _FORMS.get(token.text.lower(), ())
        for earlier in parse.tokens[max(0, token.i - 40) : token.i]:
            if earlier.text.lower() in same and earlier.tag_.startswith("PRP"):
                found = self._meant(parse, earlier, number, plural)
                return found.name if found else None
        return None

    def _agreeing(self, parse: Parse, token: Any, plural: bool, person: bool) -> Fits:
        at = parse.span(token)[0]
        # Who speaks is asked only where it can matter, as it takes the syntax of all who are quoted.
        home: Collection[str | None] = ()
        if self._houses and (speaker := self.voices.at(at, at + 1).speaker):
            home = self._houses.get(speaker, ())

        @cache
        def own() -> str | None:
            spoken = self.voices.at(at, at + 1).speaker or self.voices.own_at(at)[0]
            return self.voices.side_of_we(at) if spoken else None

        def fits(mention: Mention) -> bool:
            if not _stands_alone(mention, self.content) or (mention.kind == "person") != person:
                return False
            if plural and mention.kind == "model" and mention.name != mention.name.rstrip("s"):
                return False
            if plural and mention.kind == "model":
                return False
            if not plural and _is_many(mention):
                return False
            # "They" in somebody's mouth are not that somebody's own side or house.
            if plural and mention.kind == "side" and mention.name == own():
                return False
            return mention.name not in home

        return fits

    def _governing(self, parse: Parse, token: Any, fits: Fits) -> Mention | None:
        """The subject of a verb above the pronoun, the nearest first."""
        at = parse.span(token)[0]
        plain = token.text.lower() not in lexicon.REFLEXIVE
        verb = parse.verb_above(token)
        for step in range(6):
            subject = parse.subject(verb) if verb.tag_.startswith(("VB", "MD")) else None
            if (
                subject is not None
                and subject.i < token.i
                and not (plain and step == 0 and verb.i != token.i)
            ):
                start, end = parse.phrase(subject)
                if not start <= at < end and (found := self._head_or_first(parse, subject, fits)):
                    return found
            if verb.head.i == verb.i:
                break
            verb = parse.verb_above(verb.head)
        return None

    def _head_or_first(self, parse: Parse, subject: Any, fits: Fits) -> Mention | None:
        """The name that is a subject, else the first name in its phrase."""
        found = self.names(*parse.phrase(subject))
        at = parse.span(subject)[0]
        for mention in found:
            if mention.start <= at < mention.end and not mention.adjective:
                return mention if fits(mention) else None
        if subject.text.lower() in lexicon.AGAINST:
            return None
        return next(
            (m for m in found if fits(m) or (m.kind == "side" and fits(replace(m, adjective=False)))), None
        )

    def _barred(self, parse: Parse, token: Any) -> list[tuple[int, int]]:
        """The places of the other arguments of the verb that the pronoun goes with: they are others."""
        if token.tag_ == "PRP$":  # "Ernie Bot, its rival", "X is its owner": not the bot's own rival
            head = token.head
            said_of = head.head if head.dep_ == "appos" else None
            if head.dep_ == "attr" and head.text.lower() in lexicon.RELATED:
                said_of = parse.subject(head.head)
            return [parse.phrase(said_of)] if said_of is not None else []
        if token.text.lower() in lexicon.REFLEXIVE:
            return []
        return self.beside(parse, token)

    def beside(self, parse: Parse, token: Any) -> list[tuple[int, int]]:
        """The places of what stands before a noun or pronoun as another argument of its verb; the noun that
        a relative clause describes is one ("Microsoft, which owns a part of the company")."""
        verb = parse.verb_above(token)
        arguments = ("nsubj", "nsubjpass", "dobj", "dative", "pobj", "attr")
        found = [
            parse.phrase(child)
            for child in verb.children
            if child.dep_ in arguments and child.i != token.i and child.i < token.i
        ]
        if verb.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP") and c.dep_ == "nsubj" for c in verb.children):
            head = verb.head
            found.append((parse.span(head.left_edge)[0], parse.span(head)[1]))
        at = parse.span(token)[0]
        return [(start, end) for start, end in found if not start <= at < end]

    def _as_side(self, mention: Mention, plural: bool) -> Referent:
        """ "They" after "the Chinese model": the Chinese."""
        if plural and mention.kind == "group" and mention.side and not _is_many(mention):
            return Referent(mention.side, mention.name, mention.side, mention.start, mention.end, "side")
        return from_mention(self.content, mention)

    @cached_property
    def _houses(self) -> dict[str, set[str | None]]:
        """The organisations of the people whom the text names."""
        found: dict[str, set[str | None]] = {}
        for mention in self.reading.mentions:
            if mention.kind == "person":
                found.setdefault(mention.name, set()).add(mention.maker)
        return found

    # --- descriptions

    def described(
        self, at: int, fits: Fits, barred: Sequence[tuple[int, int]] = (), topic: str | None = None
    ) -> Referent | None:
        """The most salient name before a place that fits a description ("the start-up"), none at the places
        that are `barred`; `topic` is the one that the text is about, which counts for more."""
        number = self.reading.sentence_at(at)
        best = self._best(at, number, lambda m: fits(m) and not _overlaps(m, barred), topic)
        found = best[1] if best else None
        if topic and (best is None or best[0] < _FAINT):
            number = bisect_left(self._of_house, at, key=lambda m: m.start) - 1
            if number >= 0 and self._of_house[number].name == topic and fits(self._of_house[number]):
                found = self._of_house[number]
        if found is None:
            for mention in reversed(self.reading.mentions_in(max(0, at - 1200), at)):
                if fits(mention) and not _overlaps(mention, barred):
                    found = mention
                    break
        return from_mention(self.content, found) if found else None

    @cached_property
    def house(self) -> str | None:
        """The organisation that the text is about: named in its title and oftener than any other."""
        counts: Counter[str] = Counter()
        for mention in self.names(0, len(self.content)):
            if is_organisation(mention, ("", "investor")) and mention.name not in OBSERVERS:
                counts[mention.name] += 4 if self._in_title(mention) else 1
        ranked = counts.most_common(2)
        if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and 3 * ranked[0][1] < 4 * ranked[1][1]):
            return None
        return ranked[0][0]

    @cached_property
    def _of_house(self) -> list[Mention]:
        """Where the text names the organisation that it is about."""
        return [m for m in self.names(0, len(self.content)) if m.name == self.house]

    def _in_title(self, mention: Mention) -> bool:
        first = self.reading.sentences[0] if self.reading.sentences else None
        return first is not None and first.kind == "heading" and mention.end <= first.end

    def pair_before(self, at: int) -> tuple[Referent, Referent] | None:
        """The last two names of one kind before a place: whom "the former" and "the latter" mean."""
        found = [m for m in self.names(max(0, at - 500), at) if _stands_alone(m, self.content)]
        for i in range(len(found) - 1, 0, -1):
            first, second = found[i - 1], found[i]
            if first.name != second.name and first.kind == second.kind and second.start - first.end < 160:
                return from_mention(self.content, first), from_mention(self.content, second)
        return None

    # --- salience

    def _ranked(
        self, at: int, number: int, fits: Fits, kept: str | None = None, liking: Liking | None = None
    ) -> Mention | None:
        """The most salient name before a place; the earlier of two equals.

        `kept` is whom the same pronoun has just meant, `liking` the kind that goes with what is said of it:
        such names count for more.
        """
        best = self._best(at, number, fits, kept, liking)
        return best[1] if best else None

    def _best(
        self, at: int, number: int, fits: Fits, kept: str | None, liking: Liking | None = None
    ) -> tuple[float, Mention] | None:
        best: tuple[float, Mention] | None = None
        more = (_KEPT if kept else 0) + (_LIKED if liking else 0)
        for back, mention in self._candidates(at, number, liking == "organisation"):
            if best is not None and best[0] > _MOST * _NEARNESS[back] + _OFTEN + more:
                break  # no name so far back weighs as much
            if fits(mention):
                weight = self._weight(mention) * _NEARNESS[back] + salience.often(self.content, mention, at)
                weight += _KEPT if mention.name == kept else 0
                weight += _LIKED if mention.kind == liking else 0
                if best is None or weight > best[0]:
                    best = (weight, mention)
        return best

    def _weight(self, mention: Mention) -> float:
        """How salient a name is in its sentence; every pronoun behind it asks."""
        key = (mention.start, mention.end, mention.kind, mention.name, mention.adjective)
        if key not in self._weights:
            self._weights[key] = salience.weight(self.content, mention)
        return self._weights[key]

    def _candidates(self, at: int, number: int, resumed: bool) -> Iterator[tuple[int, Mention]]:
        for back in range(min(len(_NEARNESS), number + 1)):
            sentence = self.reading.sentences[number - back]
            end = at if back == 0 else sentence.end
            for mention in self.names(max(sentence.start, end - _LOOK_BACK), end):
                yield back, mention
            if resumed and back and (again := self.resumed.at(number - back)):
                yield back, again

    def names(self, start: int, end: int) -> list[Mention]:
        """Listed and unlisted names between two places, in order."""
        more = self.unlisted.within(start, end)
        listed = self.reading.mentions_in(start, end)
        return sorted((*listed, *more), key=lambda m: m.start) if more else list(listed)


def _overlaps(mention: Mention, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in places)


def _is_many(mention: Mention) -> bool:
    """Whether a name stands for several: "Chinese companies", "open models"."""
    return mention.kind == "group" and (mention.noun or mention.name).endswith("s")


def _stands_alone(mention: Mention, content: str) -> bool:
    """Whether a name is a thing by itself, not said of another ("Chinese", "China-based", "GPT-style")."""
    if mention.kind == "unknown" or _JOINED.match(content, mention.end):
        return False
    if mention.kind == "side" and mention.adjective:
        return bool(_STATE.match(content, mention.end))
    return True


def is_organisation(mention: Mention, what: tuple[str, ...]) -> bool:
    """Whether a name is an organisation of one of these kinds (as the vocabulary's `kind` says)."""
    if mention.kind != "organisation":
        return False
    entry = vocabulary.load().entries.get(mention.name)
    unlisted = "government" if mention.name.endswith((" administration", " government")) else ""
    return (entry.what if entry else unlisted) in what


def is_chip(name: str) -> bool:
    """Whether a model of the vocabulary is a chip, whatever its version."""
    return name.startswith(_chips())


@cache
def _chips() -> tuple[str, ...]:
    return tuple(e.name for e in vocabulary.load().entries.values() if e.what == "chip")
