"""Who is judged by a cue."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from theodolite.extract.assessments import about, judgement, topics
from theodolite.extract.assessments.cue import Cue
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import predications

FIRST = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


def anchor(parties: Parties, match: re.Match[str]) -> Any:
    """The token of a cue that its clause hangs on: its first verb or noun."""
    tokens = parties.parse.within(match.start(), match.end())
    for token in tokens:
        if token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass"):
            return token
    for token in reversed(tokens):
        if token.tag_.startswith("NN"):
            return token
    return tokens[0] if tokens else parties.parse.at(match.start())


def of(parties: Parties, cue: Cue, match: re.Match[str], token: Any) -> list[Referent]:
    """The parties that a cue judges; none where nobody with a name is meant."""
    return _WAYS[cue.way](parties, match, token)


def _subject(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    if not token.tag_.startswith(("VB", "MD")):
        if token.tag_.startswith("NN") and token.dep_ == "appos" and (found := parties.of(token.head)):
            return found
        token = parties.parse.verb_above(token)
    found = (
        list(judgement.they(parties, token))
        or parties.subjects(token)
        or _itself(parties, token)
        or parties.close_before(match.start())
    )
    subject = parties.parse.subject(token)
    if found or subject is None:
        return found
    return list(about.ours(parties, subject) or about.holder(parties, subject))


def _itself(parties: Parties, verb: Any) -> list[Referent]:
    """Who otherwise only reports, where the judgement is on it by name."""
    subject = parties.parse.subject(verb)
    named = parties.covering(parties.parse.span(subject)[0]) if subject is not None else None
    return [from_mention(parties.scene.content, named)] if named and named.kind == "organisation" else []


def _agent(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    if token.tag_.startswith("VB"):
        act = predications.of(parties.parse, token)
        found = [r for t in act.agents for r in parties.of(t)] if act.passive else []
        if any(re.match(r"(?i)(?:their|its|his|her|our)\s", r.text) for r in found):
            return []
        named = parties.listed(match.end() + 1)
        if found or named:
            return _once(found if len(found) >= len(named) else named)
    return [
        r for r in parties.after(match.end() + 1) if not re.match(r"(?i)(?:their|its|his|her|our)\s", r.text)
    ]


def _patient(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    if not token.tag_.startswith("VB"):
        return _struck(parties, match)
    if (own := judgement.they(parties, token)) and predications.is_passive(token):
        return list(own)
    act = predications.of(parties.parse, token)
    found = [r for t in act.patients for r in _held(parties, t)]
    return _once([_not_itself(parties, act.agents, r) for r in found if r.kind != "model"])


def _struck(parties: Parties, match: re.Match[str]) -> list[Referent]:
    """The sides behind a verb that the parser took for a noun."""
    stop = topics.end(parties, match.end())
    return [
        from_mention(parties.scene.content, m)
        for m in parties.scene.reading.mentions_in(match.end(), stop)
        if m.kind in ("side", "group")
    ]


def _not_itself(parties: Parties, agents: tuple[Any, ...], who: Referent) -> Referent:
    """ "The curbs of A have slowed its progress": "it" is not A, but the side that the text holds against
    A."""
    if not re.match(r"(?i)(?:its|their|it|them)\b", who.text) or not who.side:
        return who
    for token in agents:
        start = parties.parse.starts[token.left_edge.i]
        stop = parties.parse.ends[token.right_edge.i]
        if any(m.side == who.side for m in parties.scene.reading.mentions_in(start, stop)):
            other = parties.scene.referents.other_side(who.side, who.start, ahead=False)
            if other:
                return replace(who, name=other, side=other)
    return who


def _held(parties: Parties, token: Any) -> list[Referent]:
    """Whom something strikes: the side of the object, or every side in what hangs on it ("in both A and
    B")."""
    own = parties.of(token)
    for child in token.children:
        if child.dep_ == "prep" and child.text.lower() in ("in", "of", "for", "at", "by"):
            placed = [r for held in child.children if held.dep_ == "pobj" for r in parties.of(held)]
            if len(placed) > len(own):
                return placed
    if own:
        return own
    head = token.head
    for child in head.children:
        if child.dep_ == "prep" and child.text.lower() in ("in", "across", "at", "for") and child.i > head.i:
            placed = [r for held in child.children if held.dep_ == "pobj" for r in parties.of(held)]
            if placed:
                return placed
    return _place(parties, None, token)


def _owner(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    nouns = [t for t in parties.parse.within(match.start(), match.end()) if t.tag_.startswith("NN")]
    noun = nouns[-1] if nouns else token
    if noun.tag_.startswith("NN"):
        own = parties.one(noun)
        if (
            own is not None
            and own.start < match.end() + 60
            and not judgement.is_of_another(parties, noun, own)
        ):
            return [own]
    verb = parties.parse.verb_above(noun)
    if noun.dep_ in ("attr", "dobj", "acomp") and (found := parties.subjects(verb)):
        return found
    if noun.dep_ in ("nsubj", "nsubjpass"):
        for child in verb.children:
            if child.dep_ == "attr" and (found := parties.of(child)):
                return found
        despite = [
            m
            for m in parties.scene.reading.mentions_in(parties.sentence.start, match.start())
            if m.kind in ("organisation", "side", "model")
        ]
        if despite and re.search(
            r"\b(?:[Dd]espite|[Ff]or|[Aa]t|[Ii]n)\s\Z",
            parties.words(max(0, despite[0].start - 8), despite[0].start),
        ):
            return [from_mention(parties.scene.content, despite[0])]
    return _ours(parties, noun)


def _ours(parties: Parties, token: Any) -> list[Referent]:
    """The speaker's side, where the sentence speaks of "us" or "our" things."""
    for word in parties.parse.tokens:
        if word.text.lower() in ("our", "we", "us") and word.text != "US":
            own = parties.one(word)
            return [own] if own else list(about.ours(parties, word))
    return []


def _named(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    """The name that a cue stands before: "well-funded startups such as A", "Today's best models, such as
    B", "the
    leading lab C"; or is joined to: "Chinese-dominated"."""
    content, reading = parties.scene.content, parties.scene.reading
    if content[match.start() - 1] == "-":
        return [
            from_mention(content, m)
            for m in reading.mentions_in(max(0, match.start() - 30), match.start())
            if m.end == match.start() - 1
        ]
    if content[match.end() - 1] == " ":
        first = next(
            (m for m in reading.mentions_in(match.end(), match.end() + 40) if m.start == match.end()), None
        )
        if first is not None and first.adjective and first.side and first.kind == "side":
            return [from_mention(content, first)]
        named = parties.listed(match.end())
        return named if len(named) > 1 else parties.after(match.end())
    first = parties.parse.at(match.end() + 1)
    if match.group().split()[-1] != match.group() and (called := _called(parties, match)):
        return called
    head = first
    for _ in range(4):
        if head is None or head.tag_.startswith("NN"):
            break
        head = head.head
    if head is None or not head.tag_.startswith("NN"):
        return []
    if examples := parties.examples(head):
        return examples
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i:
            return parties.of(child)
    if head.dep_ == "appos":
        own = parties.one(head.head)
        return [own] if own else []
    own_name = parties.covering(parties.parse.span(head)[0])
    if own_name is not None and own_name.kind in ("organisation", "model"):
        return parties.of(head)
    return []


def _before(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    """The name that an apposition follows: "Nvidia, the world's largest chip designer"."""
    found = [
        m
        for m in parties.scene.reading.mentions_in(
            max(parties.sentence.start, match.start() - 60), match.start()
        )
        if re.fullmatch(r"\s?[,(–—]?\s?", parties.words(m.end, match.start()))
        and m.kind in ("organisation", "model", "side")
    ]
    return [from_mention(parties.scene.content, m) for m in found if not (m.kind == "side" and m.adjective)]


def _called(parties: Parties, match: re.Match[str]) -> list[Referent]:
    """ "Calls it the most capable": what stands between the verb and the praise."""
    found = [
        m
        for m in parties.scene.reading.mentions_in(match.start(), match.end())
        if m.kind in ("model", "organisation")
    ]
    if found:
        return [from_mention(parties.scene.content, found[0])]
    for token in parties.parse.within(match.start(), match.end()):
        if token.text.lower() == "it":
            own = parties.one(token)
            return [own] if own else []
    return []


def _place(parties: Parties, match: re.Match[str] | None, token: Any) -> list[Referent]:
    """ "In China, there is no ...": the place that the clause is set in."""
    limit = parties.parse.span(token)[0]
    opened = re.search(r"\b[Ii]n\s(?:the\s)?(?=[A-Z])", parties.words(parties.sentence.start, limit))
    if opened:
        found = [r for r in parties.after(parties.sentence.start + opened.end()) if r.kind == "side"]
        if found:
            return found
    if match is not None:
        tail = parties.words(match.end(), parties.sentence.end)
        placed = re.search(r"\b(?:in|for|at)\s(?:the\s)?(?=[A-Z])", tail)
        if placed:
            return [
                r
                for r in parties.after(match.end() + placed.end())
                if r.kind in ("side", "organisation", "group")
            ]
    return []


def _once(found: list[Referent]) -> list[Referent]:
    return list({(r.name, r.start): r for r in found}.values())


_WAYS = {
    "subject": _subject,
    "agent": _agent,
    "patient": _patient,
    "owner": _owner,
    "named": _named,
    "before": _before,
    "place": _place,
}
