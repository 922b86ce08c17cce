"""Comparisons by comparatives: "more than", "higher performance compared to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import cues, frames, senses, told, who
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.lexicon import degrees as lexicon
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import of_number, subjects_of
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon as words
from theodolite.extract.words.lemmas import lemma


def find(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for match in cues.THAN.finditer(content, sentence.start, sentence.end):
        if of_number(parties, match):
            continue
        degree = comparative(parties, match.start())
        if degree is None or not frames.claimed(parties.parse, degree):
            continue
        if (
            _NOBODY.match(content, match.end())
            or _BUT.match(content, match.end())
            or _expected(parties, match.end())
        ):
            continue  # a superlative, or what had been looked for
        objects = who.others(parties, match.end(), named=False)
        objects = objects or who.things(parties, match.end())
        if not objects or all(o.name is None and o.text.lower() == "it" for o in objects):
            continue
        if _ITSELF.match(content, match.end()):
            continue  # "builds more than it needs"
        if degree.i == 0 and all(o.text.lower() in ("it", "that", "this", "them") for o in objects):
            continue
        objects = _with_figures(parties, objects)
        start = parties.parse.span(degree)[0]
        subjects = _placed(parties, degree, match) or _chosen(parties, degree, match)
        subjects = subjects or told.antecedent(parties, start)
        subjects = subjects or who.subjects(parties, degree, objects, start)
        if subjects:
            if senses.is_rare(parties, subjects[0]):
                continue
            nobody = senses.is_nobody(parties, degree)
            if nobody and any(r.kind == "unknown" for r in subjects):
                continue  # "no model is better than B": a superlative
            way = "equal" if _is_no(parties, degree) else direction_of(parties, degree)
            yield Found(
                subjects,
                objects,
                way,
                start,
                match.end(),
                degree,
                denied=nobody and way != "equal",
                sure=way == "equal",
            )


def _chosen(parties: Parties, degree: Any, than: re.Match[str]) -> list[Referent]:
    """ "More developers use A than B": A, which stands right before "than"."""
    noun = degree.head
    if degree.dep_ != "amod" or noun.dep_ != "nsubj" or not noun.head.tag_.startswith("VB"):
        return []
    if parties.of(noun):
        return []  # "more Chinese firms use A than American firms do"
    for child in noun.head.children:
        between = than.start() - parties.parse.span(child)[1]
        if child.dep_ == "dobj" and 0 < between < _CHOSEN:
            found = parties.one(child)
            return [found] if found is not None else []
    return []


_CHOSEN = 40  # characters between what more of them choose and "than"


def _is_no(parties: Parties, degree: Any) -> bool:
    """ "No better than B", "no less accurate than B": level with it."""
    before = [t.text.lower() for t in parties.parse.tokens[max(0, degree.i - 2) : degree.i]]
    return before[-1:] == ["no"] or (before[:1] == ["no"] and before[-1] in ("more", "less", "any"))


_NOBODY = re.compile(
    r"(?:any(?:one|body|thing)\b(?!\s(?:in|at|from|of|the|an?|we|I|it|they|he|she|[A-Z]\w*)\b)|anyone else\b|"
    r"ever\b|any other\s[a-z]+\b(?!\s(?:[a-z]+ed|in|on|from|of|we|I|it|they|with|to|at)\b)|"
    r"any single\b|any (?:benchmark|number|report|statistic)s?\b|(?:every|all) (?:other|others)\b"
    r"(?!\s[\w\s]{3,30}\s(?:combined|put together|taken together|together)\b)|"
    r"everyone else\b|anywhere\b)"
)
"""Whoever stands above them all has no rival by name."""
_BUT = re.compile(
    r"(?:any|every|all|those of any)\b[^,;.]{0,40}?\s"
    r"(?:except|besides|save|other than|apart from|aside from|but(?=\s(?:the\s)?[A-Z]))\s"
)
"""Who stands above all but one is not held against that one."""
_ITSELF = re.compile(r"(?:it|they|he|she)\s(?:[a-z]+ly\s)?(?!(?:did|was|were|had)\b)[a-z]+\b")
_LOOKED_FOR = words.words(
    """expect expected expects hope hoped anticipated anticipate forecast predicted thought think told
    supposed assumed planned needed need admit admits admitted realise realize suggests suggest imagine
    believe believed guessed guess bargained care used"""
)


def _expected(parties: Parties, at: int) -> bool:
    """ "More than buyers were told to expect": no other side."""
    token = parties.parse.at(at)
    if token is None:
        return False
    for later in parties.parse.tokens[token.i : token.i + 8]:
        if later.text in ",;.:":
            return False
        if later.tag_.startswith("VB") and later.text.lower() in _LOOKED_FOR:
            return True
    return False


def _placed(parties: Parties, degree: Any, match: re.Match[str]) -> list[Referent]:
    """ "Trust is higher in A than in B", "In A, costs are lower than in B": the place before."""
    after = parties.words(match.end(), match.end() + 8)
    if not after.startswith(("in ", "for ", "among ", "at ")):
        return []
    start = parties.parse.span(degree)[1]
    between = re.search(
        r"\b(?:in|for|among|at)\s(?:the\s)?(?=[A-Z]|our\s|their\s|its\s)", parties.words(start, match.start())
    )
    if between:
        return parties.after(start + between.end())
    inside = re.search(r"\b(?:in|at)\s(?=(?:a|an|one|the|every)\s)", parties.words(start, match.start()))
    head = parties.parse.object_from(start + inside.end()) if inside else None
    if head is not None and (found := parties.of(head) or who.plain(parties, head)):
        return found
    first = re.match(r"(?:In|For|Among|At|Across)\s(?:the\s)?", parties.words(parties.sentence.start, start))
    return parties.after(parties.sentence.start + first.end()) if first else []


def _with_figures(parties: Parties, objects: list[Referent]) -> list[Referent]:
    """ "Than in A (70%), B (65%) and C": the members that figures stand between."""
    found = list(objects)
    at = found[-1].end
    for mention in parties.scene.reading.mentions_in(at, parties.sentence.end):
        if not re.fullmatch(
            r"\s?(?:\([^)]{1,30}\))?,?\s(?:and\s)?(?:in\s)?(?:the\s)?", parties.words(at, mention.start)
        ):
            break
        if mention.kind == "person" or mention.adjective:
            break
        between = parties.words(at, mention.start)
        if "(" not in between and (
            mention.kind != found[0].kind or not re.search(r"\b(?:and|or)\b", between)
        ):
            break
        if _compares_itself(parties, mention.end):
            break
        found.append(from_mention(parties.scene.content, mention))
        at = mention.end
    return list({r.name: r for r in found}.values())


def _compares_itself(parties: Parties, at: int) -> bool:
    """ "... and Ghana fewer still": who has a comparative of his own is no member of a list."""
    following = re.match(r"\s(\w+)", parties.words(at, min(parties.sentence.end, at + 20)))
    return following is not None and following[1].lower() in lexicon.COMPARATIVES


def comparative(parties: Parties, at: int) -> Any | None:
    """The comparative that "than" belongs to: the nearest before it."""
    for token in reversed(parties.parse.within(max(parties.sentence.start, at - 90), at)):
        if token.tag_ in ("JJR", "RBR") or (
            token.text.lower() in lexicon.COMPARATIVES and not token.tag_.startswith(("NN", "VB"))
        ):
            following = parties.parse.tokens[token.i + 1] if token.i + 1 < len(parties.parse.tokens) else None
            if following is not None and following.tag_ in ("JJR",):
                continue
            return token
        if token.text in (";", ":") or token.text.lower() in ("than", "other", "rather"):
            return None
    return None


_FALLING = frozenset(
    ("fall", "drop", "decline", "shrink", "decrease", "slump", "lag", "trail", "suffer", "struggle")
)


_ILL = words.words(
    """slow slowly sluggish sluggishly poorly badly weakly modest modestly primitive backward limited
    rudimentary sparse sparsely scarce rarely seldom infrequently"""
)
"""What is the less of a thing the more of it there is: who grows more slowly stands below."""


def direction_of(parties: Parties, degree: Any) -> Direction:
    """Above or below, by the comparative."""
    below = degree.text.lower() in lexicon.LOWER
    if (
        degree.text.lower() in ("more", "less")
        and degree.dep_ == "advmod"
        and degree.head.text.lower() in _ILL
    ):
        below = not below  # "more slowly than"
    if degree.dep_ == "advmod" and lemma(degree.head) in _FALLING:
        below = not below  # "fell more than B's"
    return "below" if below else "above"


def compared(parties: Parties) -> Iterator[Found]:
    """ "Higher performance compared to Y": a comparative or a verb of change with the object behind
    "compared"."""
    content, sentence = parties.scene.content, parties.sentence
    for match in cues.COMPARED.finditer(content, sentence.start, sentence.end):
        before = content[max(sentence.start, match.start() - 110) : match.start()]
        inferior = re.search(
            r"\b(?P<how>inferiority|inferior|superiority|superior|disadvantage|advantage)\b", before, re.I
        )
        degree = (
            comparative(parties, match.start())
            if not inferior
            else parties.parse.at(match.start() - len(before) + inferior.start())
        )
        if (
            degree is None
            or re.search(r"[;.]\s", before[before.rfind(degree.text) :])
            or not frames.claimed(parties.parse, degree)
        ):
            continue
        start = parties.parse.span(degree)[0]
        if re.match(r"\w+\sthan\b", content[start : match.start()]):
            continue
        objects = parties.after(match.end())
        if not objects:
            continue
        subjects = subjects_of(parties, degree, objects, start)
        if not subjects:
            continue
        down = (inferior and inferior["how"].lower().startswith(("inf", "dis"))) or direction_of(
            parties, degree
        ) == "below"
        yield Found(subjects, objects, "below" if down else "above", start, match.end(), degree)
        if inferior:
            yield from _joined(parties, subjects, objects, match.end())


def _joined(parties: Parties, subjects: list[Referent], objects: list[Referent], at: int) -> Iterator[Found]:
    """ "... inferior in A to Y, yet have larger B and stronger C": the same two sides are compared on."""
    tail = parties.words(at, parties.sentence.end)
    turn = re.search(r",?\s(?:yet|but|though|although|while)\s", tail)
    if turn is None or any(parties.scene.reading.mentions_in(at + turn.end(), parties.sentence.end)):
        return
    for token in parties.parse.after(at + turn.end()):
        if token.tag_ in ("JJR", "RBR") and token.dep_ == "amod":
            start = parties.parse.span(token)[0]
            end = parties.parse.phrase(token.head)[1]
            yield Found(subjects, objects, direction_of(parties, token), start, end, token)
