"""A judgement as a frame finds it, and what the frames share: who is meant, what turns it round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

from theodolite.extract.assessments import about
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.lexicon import negations
from theodolite.extract.comparisons import party_words
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon
from theodolite.model.claim import Dimension


@dataclass(frozen=True, slots=True)
class Judgement:
    """`who` is judged, by the `token`; `topics` are the words that show on what, nearest first."""

    name: str
    who: tuple[Referent, ...]
    direction: Direction
    token: Any
    start: int
    end: int
    topics: tuple[tuple[int, int], ...] = ()
    dimension: Dimension | None = None
    denied: bool = False
    speaker: str | None = None
    """Who judges, where the words themselves say it: "the minister praised it"."""


OTHER: dict[Direction, Direction] = {"strength": "weakness", "weakness": "strength"}
_POLICY = lexicon.words(
    """
    restriction restrictions control controls policy policies rule rules regulation regulations law
    laws act sanctions tariffs curbs ban bans government administration approach strategy
    legislation bureaucracy
    """
)


def teller(parties: Parties, token: Any) -> str | None:
    """Who judges with "praises it", "calls it weak": a person in full, others as named."""
    start, end = parties.parse.phrase(token)
    if not token.tag_.startswith("NN"):
        return None
    said = parties.words(start, end)
    if token.tag_.startswith("NNP") and said[:1].isupper():
        return parties.scene.voices.names.fullest(said, start)
    return re.sub(r"\A(?:[Tt]he|[Aa]n?)\s", "", said)


def turned(token: Any, direction: Direction) -> Direction:
    """The direction with what denies the cue taken into account: "no longer strong" is a weakness."""
    return OTHER[direction] if is_denied(token) else direction


def is_denied(token: Any) -> bool:
    """Whether "not", "no", "hardly" or the like stands with a word, or with the verb that it completes."""
    count, origin = 0, token
    for _ in range(4):
        for child in token.children:
            word = child.text.lower()
            if child.i > origin.i and origin.tag_.startswith("NN"):
                continue  # "is the problem, not the quality"
            below = {c.text.lower() for c in child.children}
            if (word in negations.NOT and not _not_only(child)) or (
                word in ("longer", "yet", "all") and below & {"no", "not"}
            ):
                count += 1
            if child.dep_ in ("nsubj", "nsubjpass") and _is_none(child):
                count += 1
        if token.dep_ == "xcomp" and token.head.text.lower() in _ENDING:
            count += 1
        if token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            break  # a clause of its own
        if token.dep_ in ("acomp", "attr", "xcomp", "conj", "oprd", "dobj") and token.head.i != token.i:
            token = token.head
            continue
        break
    return count % 2 == 1


def _is_none(subject: Any) -> bool:
    """ "No European lab", "not one Indian model", "hardly any of them"."""
    said = {c.text.lower() for c in subject.children if c.i < subject.i}
    if said & {"no", "neither"} or subject.text.lower() == "none":
        return True
    first = {g.text.lower() for c in subject.children for g in c.children if c.i < subject.i}
    return bool(
        (said | first) & {"one", "any", "single"} and (said | first) & {"not", "hardly", "scarcely", "barely"}
    )


_ENDING = lexicon.words("yet failed fails fail stop stops stopped stopping ceased ceases quit")
"""Verbs that deny what completes them: "has stopped bleeding"."""


def _not_only(token: Any) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.text.lower() in ("only", "just", "merely", "doubt", "least")


def is_rule(parties: Parties, adjective: Any) -> bool:
    """Whether an adjective is said of rules."""
    noun = adjective.head if adjective.dep_ == "amod" else parties.parse.subject(adjective.head)
    return noun is not None and noun.text.lower() in _POLICY


def whose(parties: Parties, token: Any) -> tuple[tuple[Referent, ...], Dimension | None]:
    """Whom a phrase names, or whose it is; the rules of a side are the side, judged in its policy."""
    if token.text.lower() in _POLICY:
        start, end = parties.parse.phrase(token)
        for mention in parties.scene.reading.mentions_in(start, end):
            if mention.kind == "side":
                found = from_mention(parties.scene.content, mention)
                return (replace(found, text=parties.words(start, end), start=start, end=end),), "policy"
        return (), None
    parts = tuple(r for r in parties.of(token) if fits(r))
    return parts or _region(parties, token) or about.ours(parties, token), None


def _region(parties: Parties, token: Any) -> tuple[Referent, ...]:
    """ "The continent's ambitions": the last side named before."""
    for word in (token, *(c for c in token.children if c.dep_ == "poss")):
        if word.text.lower() in ("continent", "bloc", "region", "island", "kingdom"):
            start, end = parties.parse.phrase(token)
            for mention in reversed(parties.scene.reading.mentions_in(max(0, start - 1200), start)):
                if mention.kind == "side" and mention.name in _REGIONS.get(
                    word.text.lower(), (mention.name,)
                ):
                    found = from_mention(parties.scene.content, mention)
                    return (replace(found, text=parties.words(start, end), start=start, end=end),)
    return ()


_REGIONS = {"continent": ("Europe", "European Union", "Africa", "Asia"), "bloc": ("European Union", "Europe"),
            "island": ("Taiwan", "Japan"), "kingdom": ("Saudi Arabia", "United Kingdom")}  # fmt: skip


def subjects(parties: Parties, verb: Any) -> tuple[tuple[Referent, ...], Dimension | None]:
    """Whom a verb's subject names, or whose it is."""
    if (made := _made_to(verb)) is not None:
        return whose(parties, made)
    subject = parties.parse.subject(verb)
    if subject is not None and subject.text.lower() in _POLICY:
        return whose(parties, subject)
    found = tuple(r for r in parties.subjects(verb) if fits(r))
    if not found and subject is not None:
        found = _region(parties, subject)
    if (
        found
        and subject is not None
        and found[0].name in _NO_COUNTRIES
        and subject.text.lower() in ("country", "nation")
    ):
        own = about.side(parties, parties.parse.span(subject)[0], but=_NO_COUNTRIES)
        found = (replace(own, text=found[0].text, start=found[0].start, end=found[0].end),) if own else ()
    if not found and verb.tag_.startswith("VB") and verb.dep_ not in ("amod", "compound"):
        found = tuple(
            r
            for r in parties.close_before(parties.parse.span(verb)[0])
            if fits(r) and not r.text.endswith("s")
        )
    if not found and subject is not None:
        found = about.ours(parties, subject) or about.holder(parties, subject)
    if parallel := they(parties, verb):
        return parallel, None
    if (
        subject is not None
        and subject.text.lower() == "they"
        and found
        and found[0].kind in ("organisation", "model")
    ):
        found = _many(parties, subject) or found
    if subject is not None and subject.text.lower() == "they" and not any(r.kind != "group" for r in found):
        found = _people(parties, subject) or found
    return found, None


def _many(parties: Parties, pronoun: Any) -> tuple[Referent, ...]:
    """ "They" are rather the firms that were spoken of last than one firm."""
    reading = parties.scene.reading
    at, end = parties.parse.span(pronoun)
    for back in range(min(3, parties.number + 1)):
        here = reading.sentences[parties.number - back]
        if not reading.parts.same(here.start, parties.sentence.start):
            break
        for mention in reversed(reading.mentions_in(here.start, min(here.end, at))):
            if mention.kind == "group" and mention.side and (mention.noun or "").endswith("s"):
                found = from_mention(parties.scene.content, mention)
                return (replace(found, text=pronoun.text, start=at, end=end),)
    return ()


def they(parties: Parties, verb: Any) -> tuple[Referent, ...]:
    """ "The Chinese are not starved of money, they are starved of chips": the subject of the clause that the
    same verb stands beside."""
    own = parties.parse.subject(verb)
    if own is None or own.text.lower() != "they":
        return ()
    for child in (verb.head, *verb.children):
        if (
            child.i < verb.i
            and child.dep_ in ("ccomp", "ROOT")
            and child.tag_.startswith("VB")
            and child.i != verb.i
        ):
            subject = parties.parse.subject(child)
            if subject is not None and subject.tag_ in ("NNPS", "NNS") and child.text == verb.text:
                return tuple(r for r in parties.of(subject) if fits(r))
    return ()


def _people(parties: Parties, pronoun: Any) -> tuple[Referent, ...]:
    """ "They", where no group is named: those of the country that the paragraph spoke of last."""
    reading = parties.scene.reading
    at, end = parties.parse.span(pronoun)
    for back in (0, 1, 2, 3):
        if parties.number < back:
            break
        here = reading.sentences[parties.number - back]
        for mention in reversed(reading.mentions_in(here.start, min(here.end, at))):
            if mention.kind == "group" and (mention.noun or "").endswith("s"):
                return ()
            if mention.kind in ("side", "group") and mention.side:
                found = from_mention(parties.scene.content, mention)
                return (replace(found, name=mention.side, kind="side", text=pronoun.text, start=at, end=end),)
    return ()


_NO_COUNTRIES = frozenset(("Asia", "Europe", "Africa", "European Union", "Middle East", "Latin America"))
_MAKING = lexicon.words(
    """
    force forces forced compel compels compelled make makes made help helps helped allow allows
    allowed enable enables enabled let lets cause causes caused lead leads led push pushes pushed
    drive drives drove leave leaves left
    """
)


def _made_to(verb: Any) -> Any | None:
    """Whom another verb makes do it: "rules that compel European firms to lean on others"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or head.text.lower() not in _MAKING:
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    return next((c for c in head.children if c.dep_ == "dobj" and head.i < c.i < verb.i), None)


def settled(parties: Parties, found: Iterable[Referent]) -> list[Referent]:
    """Whose the open models are, where the words before say it: "DeepSeek's open models" are DeepSeek's.
    Without words that are capitalised only because they open a sentence or a heading."""
    return [
        _owner(parties, r) if r.kind == "group" and r.side is None else _as_companies(r)
        for r in found
        if r.kind != "unknown" or _is_somebody(parties, r)
    ]


_FIRMS = re.compile(
    r"\A(?P<whose>Chinese|United States)\s(?:AI\s|tech\s)?(?:firms|businesses|enterprises|corporations)\Z"
)


_OF_A_COUNTRY = lexicon.words(
    "papers paper patents patent publications articles journals inventions filings data datasets "
    "rules laws regulations policies grids exports results budgets subsidies prices investments training"
)


def _as_companies(who: Referent) -> Referent:
    """The firms of the two great rivals by one name; a country for what is only a product of its work."""
    if who.kind == "group" and who.side and (who.name or "").rsplit(" ", 1)[-1].lower() in _OF_A_COUNTRY:
        return replace(who, name=who.side, kind="side")
    match = _FIRMS.match(who.name or "") if who.kind == "group" else None
    return replace(who, name=f"{match['whose']} companies") if match else who


_CAPITALISED = re.compile(
    r"(?P<inside>(?<=[a-z,;’'\"] ))?\b(?P<name>[A-Z][a-z]+)\b"
    r"(?P<named>(?=\s\d|['’]s?\s|,\s(?:an?|the|which|whose)\s))?"
)
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_NAMES: WeakKeyDictionary[Scene, frozenset[str]] = WeakKeyDictionary()
"""The single capitalised words of a text that stand inside of sentences, or often and never small."""


def _is_somebody(parties: Parties, who: Referent) -> bool:
    """Whether a name that nobody listed is plainly one: written like one, or inside of a sentence too."""
    name = who.name or ""
    if name.isupper() and " " in name:
        return False
    if who.text != name or not name.isalpha() or name[1:] != name[1:].lower():
        return True
    if parties.scene not in _NAMES:
        _NAMES[parties.scene] = frozenset(_named_in(parties.scene.content))
    return name in _NAMES[parties.scene]


def _named_in(content: str) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for match in _CAPITALISED.finditer(content):
        counts[match["name"]] += 1
        if match["inside"] is not None or match["named"] is not None:
            yield match["name"]
    small = set(_SMALL.findall(content))
    yield from (name for name, count in counts.items() if count > 1 and name.lower() not in small)


def _owner(parties: Parties, who: Referent) -> Referent:
    for mention in parties.scene.reading.mentions_in(max(parties.sentence.start, who.start - 60), who.end):
        between = parties.words(mention.end, who.end)
        if mention.kind in ("organisation", "side", "model") and re.match(
            r"['’]s?\s(?:[\w-]+\s){0,4}?[\w-]+\Z", between
        ):
            return from_mention(parties.scene.content, mention)
    return who


_LACKS = lexicon.words("lack shortage scarcity dearth absence shortages want paucity deficit")


def is_of_another(parties: Parties, noun: Any, who: Referent) -> bool:
    """ "A shortage of A's chips": A is not short of them."""
    if noun.text.lower() not in _LACKS or who.kind not in ("organisation", "model"):
        return False
    at = parties.parse.span(noun)[1]
    held = parties.scene.reading.mentions_in(at, at + 60)
    return any(m.name == who.name and parties.words(at, m.start).startswith(" of ") for m in held)


def fits(who: Referent) -> bool:
    """Whether somebody can be judged: no person, and nothing without a name."""
    return bool(who.name) and who.kind != "person"


def phrase(parties: Parties, token: Any) -> tuple[int, int]:
    """A noun with all that hangs on it, without clauses."""
    start, end = parties.parse.phrase(token)
    return start, end


def is_party(parties: Parties, token: Any) -> bool:
    """Whether a phrase is somebody, rather than something of somebody's."""
    if token.text.lower() in party_words.PRONOUNS and token.text != "US":
        return True
    return parties.covering(parties.parse.span(token)[0]) is not None or is_people(parties, token)


def is_people(parties: Parties, token: Any) -> bool:
    """ "The Chinese": the word for a people, with no noun behind it."""
    if not any(c.text.lower() == "the" and c.dep_ == "det" for c in token.children):
        return False
    at = parties.parse.span(token)[0]
    return any(
        m.start <= at < m.end and m.adjective and m.kind == "side"
        for m in parties.scene.reading.mentions_in(max(0, at - 30), at + 30)
    )
