"""Predications of a parsed sentence: who does what to whom, the same for actives, passives and participles.

For rules of any kind. Everything here is syntax; `theodolite.extract.arguments` says who is meant.

- `find(parse)`: every verb of a sentence as a `Predication`, in order.
- `of(parse, verb)`: the predication of one verb token.
- `lemma(token)`: the plain form of a verb, the singular of a noun.
- `members(token)`: the heads of a coordinated list, the first included ("A, B and C").
- `behind(token, *prepositions)`: what stands behind a preposition of a noun or verb, lists expanded
  ("an investment from A and B").
- `is_negated(verb)`, `is_passive(verb)`, `auxiliaries(verb)`.

In a `Predication` the `agents` are who does it and the `patients` what it is done to, whatever the voice:
"A released B", "B was released by A", "B, released by A, ..." and "A, which released B, ..." give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.syntax import Parse

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Predication:
    """One verb with its roles. `prepositions`: preposition to the heads behind it, lists expanded."""

    verb: Any
    lemma: str
    particle: str
    passive: bool
    negated: bool
    tense: Tense | None
    modal: str | None
    agents: tuple[Any, ...]
    patients: tuple[Any, ...]
    recipients: tuple[Any, ...] = ()
    complements: tuple[Any, ...] = ()
    """Heads of what the subject is said to be: "A is a subsidiary of B"."""
    prepositions: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The plain form with its particle: "roll out"."""
        return f"{self.lemma} {self.particle}" if self.particle else self.lemma


_OBJECTS = ("dobj", "oprd", "attr")
_HELD = ("prep", "agent")  # what other nouns hang on a verb by
_HELPERS = ("aux", "auxpass")
_LONGEST_LIST = 40


def find(parse: Parse) -> Iterator[Predication]:
    """Every verb of a sentence with its roles, in order; auxiliaries are none."""
    for token in parse.tokens:
        if token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            yield of(parse, token)


def of(parse: Parse, verb: Any) -> Predication:
    """The predication of one verb. Participles ("backed by A") have their noun as the one it is done to."""
    known: Predication | None = parse.predications.get(verb.i)
    if known is None:
        known = parse.predications[verb.i] = _of(parse, verb)
    return known


def _of(parse: Parse, verb: Any) -> Predication:
    children = list(verb.children)
    labels = {c.dep_ for c in children}
    passive = is_passive(verb)
    subject = _own_subject(parse, verb) or _controller(verb) or parse.subject(verb)
    subjects = members(subject) if subject is not None and subject.i != verb.i else ()
    if len(subjects) > 1 and verb.dep_ == "relcl" and subjects[-1].i < verb.i and _is_of_one(verb):
        subjects = subjects[-1:]  # "A and B, which is building chips": B
    objects = _objects(verb, children)
    prepositions = _prepositions(verb, children) if not labels.isdisjoint(_HELD) else {}
    by = prepositions.get("by", ()) if passive else ()
    if passive:
        agents, patients = by, subjects
    else:
        agents, patients = subjects, objects
    helpers = auxiliaries(verb)
    modal = next((a.text.lower() for a in helpers if a.tag_ == "MD"), None) if helpers else None
    return Predication(
        verb=verb,
        lemma=_plain(verb),
        particle=next(c.text.lower() for c in children if c.dep_ == "prt") if "prt" in labels else "",
        passive=passive,
        negated=is_negated(verb),
        tense=_tense(verb, helpers, modal),
        modal=modal,
        agents=agents,
        patients=patients,
        recipients=_each(children, "dative", _dative) if "dative" in labels else (),
        complements=_each(children, "attr", members) if "attr" in labels else (),
        prepositions=prepositions,
    )


def _each(children: list[Any], label: str, told: Callable[[Any], tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(t for c in children if c.dep_ == label for t in told(c))


def _plain(verb: Any) -> str:
    """The plain form; behind "to", a modal or "do" a verb stands in it already ("to found")."""
    helpers = [c for c in verb.children if c.dep_ in _HELPERS]
    if helpers and not (verb.tag_ == "VBN" and any(c.tag_.startswith("VB") for c in helpers)):
        for helper in helpers:
            plain = helper.tag_ in ("TO", "MD") or helper.text.lower() in ("do", "does", "did")
            if plain and helper.dep_ == "aux":
                return str(verb.text).lower()
    found = lemma(verb)
    if verb.i >= 2 and verb.nbor(-1).text == "-" and verb.nbor(-2).text.lower() in _PREFIXES:
        return f"{verb.nbor(-2).text.lower()}-{found}"
    return found


_PREFIXES = ("fine", "co", "open", "re", "reverse", "pre", "post")


def _is_of_one(verb: Any) -> bool:
    """Whether a verb stands in the singular of the third person."""
    finite = [verb, *(c for c in verb.children if c.dep_ in _HELPERS)]
    return any(t.tag_ == "VBZ" or t.text.lower() == "was" for t in finite)


def _own_subject(parse: Parse, verb: Any) -> Any | None:
    """The noun right before the auxiliaries of a second clause, where the parser takes it for the end of the
    first: "A cannot enter B and C cannot enter D"."""
    if verb.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    helpers = [c for c in verb.children if c.dep_ in _HELPERS and c.i < verb.i]
    before = parse.tokens[helpers[0].i - 1] if helpers and helpers[0].i else None
    return before if before is not None and before.dep_ == "conj" and before.tag_.startswith("NN") else None


def _controller(verb: Any) -> Any | None:
    """Who is kept from it, or made to do it: "A bars B from selling", where B would sell."""
    if verb.dep_ != "pcomp":
        return None
    head = verb.head
    accused = head.text.lower() == "of" and lemma(head.head) in ("accuse", "suspect")
    if head.text.lower() == "of" and head.head.dep_ == "dobj":
        above = lemma(head.head.head)
        return head.head if above in ("accuse", "suspect") else None  # "of" hung on the accused
    if (accused or head.text.lower() in ("from", "into")) and head.head.tag_.startswith("VB"):
        if is_passive(head.head):
            return next((c for c in head.head.children if c.dep_ == "nsubjpass"), None)
        return next((c for c in head.head.children if c.dep_ == "dobj"), None)
    return None


def _begins_clause(token: Any) -> bool:
    """Whether a noun joined to an object is in truth the subject of the next clause."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.tag_ == "MD" and not following.head.is_ancestor(token)


def is_passive(verb: Any) -> bool:
    """Whether the subject (or the noun that a participle goes with) is what it is done to."""
    labels = {c.dep_ for c in verb.children}
    if "auxpass" in labels or "nsubjpass" in labels:
        return True
    if verb.tag_ == "VBD" and "agent" in labels:
        return labels.isdisjoint(("dobj", "nsubj"))
    if verb.tag_ != "VBN" or "aux" in labels:
        return False
    if "agent" in labels:
        return True
    if verb.dep_ == "conj":
        return is_passive(verb.head) and labels.isdisjoint(("nsubj", "dobj"))
    if verb.dep_ in ("acl", "advcl", "relcl"):
        return "dobj" not in labels
    return False


def is_negated(verb: Any) -> bool:
    """Whether the verb, or the one it completes, stands with a "not", "never" or "no longer"."""
    for _ in range(4):
        for child in verb.children:
            word = child.text.lower()
            if child.dep_ == "neg" or word in ("never", "hardly", "barely"):
                return True
            if word == "longer" and child.i and child.nbor(-1).text.lower() == "no":
                return True
        if verb.dep_ != "xcomp":
            return False
        verb = verb.head
    return False


def auxiliaries(verb: Any) -> list[Any]:
    """The auxiliaries of a verb, or of the one it is joined to where it has none ("has built and sold")."""
    for _ in range(3):
        found = [c for c in verb.children if c.dep_ in _HELPERS]
        if found or verb.dep_ != "conj":
            return found
        verb = verb.head
    return []


def _tense(verb: Any, auxiliary: list[Any], modal: str | None) -> Tense | None:
    helpers = {a.text.lower() for a in auxiliary}
    if modal in ("will", "shall", "'ll", "’ll", "would", "wo"):
        return "future"
    if helpers & {"to"} and verb.dep_ in ("xcomp", "acl", "advcl"):
        return "future" if verb.dep_ != "xcomp" else _tense(verb.head, auxiliaries(verb.head), None)
    if verb.tag_ == "VBD" or helpers & {"was", "were", "had", "did", "has", "have", "been", "'ve", "’ve"}:
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or helpers & {"is", "are", "am", "does", "do", "'re", "’re"}:
        return "present"
    return "past" if verb.tag_ == "VBN" else None


def members(token: Any) -> tuple[Any, ...]:
    """A head and everything joined to it by commas and "and", in order; not what is joined by "but"."""
    if not any(c.dep_ == "conj" for c in token.children):
        return (token,)
    found, queue = [token], [token]
    while queue and len(found) < _LONGEST_LIST:
        head = queue.pop(0)
        for child in head.children:
            if (
                child.dep_ == "conj"
                and child.i > head.i
                and child.tag_.startswith(("NN", "PRP", "CD", "JJ", "FW"))
            ):
                if _begins_clause(child):
                    continue
                found.append(child)
                queue.append(child)
    return tuple(sorted(found, key=lambda t: int(t.i)))


def behind(token: Any, *prepositions: str) -> tuple[Any, ...]:
    """The heads behind a preposition that hangs on `token`, lists expanded; any of them without a name."""
    found: list[Any] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and (
            not prepositions or child.text.lower() in prepositions
        ):
            found.extend(_behind(child))
    return tuple(found)


def _behind(preposition: Any) -> Iterator[Any]:
    for child in preposition.children:
        if child.dep_ == "pobj" and child.text.lower() == "top":
            yield from behind(child, "of")  # "on top of"
        elif child.dep_ == "pobj":
            yield from members(child)
        elif child.dep_ == "pcomp":
            yield child
        elif child.dep_ == "prep":
            yield from _behind(child)  # "out of", "on top of"


def _dative(child: Any) -> tuple[Any, ...]:
    return tuple(_behind(child)) if child.tag_ in ("IN", "TO") else members(child)


def _objects(verb: Any, children: list[Any]) -> tuple[Any, ...]:
    found = [t for c in children if c.dep_ in _OBJECTS and c.i > verb.i for t in members(c)]
    if found:
        return tuple(found)
    if verb.dep_ == "relcl":
        fronted = [c for c in children if c.dep_ == "dobj"]  # "the model that A released"
        has_subject = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in children)
        if has_subject and (not fronted or fronted[0].tag_ in ("WDT", "WP", "DT")):
            return (verb.head,)
    for child in children:  # "designs and makes chips"
        if child.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
            return tuple(t for c in child.children if c.dep_ == "dobj" for t in members(c))
    return ()


def _prepositions(verb: Any, children: list[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for child in children:
        if child.dep_ in _HELD:
            word = child.text.lower()
            heads = tuple(
                verb.head if t.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else t for t in _behind(child)
            )  # "B, in which A holds a stake"
            found[word] = (*found.get(word, ()), *heads)
    return found
