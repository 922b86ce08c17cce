"""Judgements by adjectives and by nouns of rank: what somebody is said to be, or to have as a quality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.assessments import about, judgement, ranks
from theodolite.extract.assessments import topics as in_topic
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement, turned
from theodolite.extract.assessments.lexicon import adjectives, nouns, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Dimension

WORDS = (
    adjectives.STRONG
    | adjectives.WEAK
    | adjectives.RANKING
    | adjectives.LOW
    | frozenset(adjectives.ON)
    | frozenset(adjectives.AGAINST)
    | adjectives.BEING
    | adjectives.BEING_BAD
    | nouns.ROLE_STRONG
    | nouns.ROLE_WEAK
    | nouns.PROBLEM
    | nouns.BOON
    | nouns.SORE
    | nouns.SWEET
    | frozenset(
        {
            "most",
            "best",
            "largest",
            "biggest",
            "highest",
            "fastest",
            "greatest",
            "cheapest",
            "deepest",
            "finest",
        }
    )
)
_WORTH = (
    adjectives.STRONG | adjectives.WEAK | adjectives.RANKING | adjectives.LOW | frozenset(adjectives.ON)
    | frozenset(adjectives.AGAINST) | adjectives.BEING | adjectives.BEING_BAD | adjectives.RULED
    | {"open", "full"}
)  # fmt: skip
"""Words that say something of what they stand with; others do so in a degree, joined by a hyphen or "too"."""
_LEAST = words(
    "worst weakest slowest lowest least smallest poorest fewest latest newest youngest oldest closest "
    "nearest earliest recent"
)


def _is_whole(token: Any) -> bool:
    """Whether an adjective is all that is said: "is quick", not "is quick to adopt"."""
    return token.dep_ == "acomp" and not any(c.dep_ in ("xcomp", "prep", "ccomp") for c in token.children)


_JUDGING = ("JJ", "VB", "RB", "NN")
_FAST = words("quick fast snappy responsive speedy")


def sense(word: str) -> tuple[Direction, Dimension | None] | None:
    """Which way an adjective judges, and on what where it says so itself."""
    if word in adjectives.ON:
        return "strength", adjectives.ON[word]
    if word in adjectives.AGAINST:
        return "weakness", adjectives.AGAINST[word]
    if word in adjectives.STRONG:
        return "strength", None
    if word in adjectives.WEAK:
        return "weakness", None
    return None


def whole(parties: Parties, token: Any) -> str:
    """A word with what a hyphen joins before it: "cost" - "effective"."""
    word = str(token.text.lower())
    i = token.i
    tokens = parties.parse.tokens
    while i >= 2 and tokens[i - 1].text == "-" and not tokens[i - 2].whitespace_:
        word = f"{tokens[i - 2].text.lower()}-{word}"
        i -= 2
    return word


def find(parties: Parties) -> Iterator[Judgement]:
    """The judgements of a sentence by adjectives, superlatives and nouns of rank."""
    tokens = parties.parse.tokens
    for token in tokens:
        tag = token.tag_
        if not tag.startswith(_JUDGING) and token.dep_ != "amod":
            continue
        joined = token.i > 1 and tokens[token.i - 1].text == "-"
        if tag.startswith("NN") and (joined or lemma(token) in ranks.WORDS):
            ranking: Iterable[Judgement] = ranks.by_rank(parties, token)
        else:
            ranking = ()
        if (
            token.text.lower() not in _WORTH
            and not joined
            and tag not in ("JJR", "JJS", "RBS")
            and token.dep_ not in ("acomp", "conj")
        ):
            yield from ranking
            continue  # most words by far
        word = whole(parties, token)
        found = sense(word) or (sense(token.text.lower()) if "-" not in word else None)
        if found is None and word == "open" and _is_said(token) and not _is_open_to(token):
            found = ("strength", "openness")
        if found is None and word == "full" and _is_full_of_trouble(token):
            found = ("weakness", None)
        if found is None and token.tag_ == "JJR" and token.dep_ in ("acomp", "conj"):
            found = _by_comparative(word)
        if found is None and word in adjectives.BEING and _is_said(token) and not _is_focused(token):
            found = ("strength", None)
        elif found is None and word in adjectives.BEING_BAD and _is_said(token):
            found = ("weakness", None)
        if (
            token.dep_ in ("acomp", "conj")
            and any(c.text.lower() == "too" for c in token.children)
            and word != "good"
        ):
            found = ("weakness", adjectives.AGAINST.get(word))
        elif found is None and word in adjectives.RULED and judgement.is_rule(parties, token):
            found = ("weakness", "policy")
        if found == ("strength", None) and word in _FAST and _is_whole(token):
            found = ("strength", "efficiency")
        if found is not None and _is_deed(token):
            continue
        if found is not None and token.tag_.startswith(("JJ", "VB", "RB", "NN")):
            yield from _by_adjective(parties, token, word, *found)
        elif token.dep_ == "amod" and (word in adjectives.RANKING or word in adjectives.LOW):
            way: Direction = "weakness" if word in adjectives.LOW else "strength"
            if lemma(token.head) in nouns.PLAYER:
                yield from ranks.said_to_be(parties, token.head, way, "standing")
        elif token.tag_ in ("JJS", "RBS") and token.text.lower() not in _LEAST:
            yield from _by_superlative(parties, token)
        yield from ranking


def _is_focused(token: Any) -> bool:
    return token.tag_.startswith("VB") and any(c.dep_ == "prep" for c in token.children)


def _is_open_to(token: Any) -> bool:
    return any(c.text.lower() in ("to", "on", "until", "at", "from", "for") for c in token.children)


def _is_full_of_trouble(token: Any) -> bool:
    """ "Full of holes"."""
    held = [g for c in token.children if c.text.lower() == "of" for g in c.children]
    return any(lemma(t) in nouns.WEAK | _HOLES for t in held)


_HOLES = words("hole loophole bug error flaw mistake gap contradiction nonsense jargon leak crack")


def _is_deed(token: Any) -> bool:
    """Whether a participle is what somebody did, rather than what somebody is: "had closed most of that",
    "organised by A"."""
    if not token.tag_.startswith("VB"):
        return False
    beside = {c.dep_ for c in token.children}
    if "agent" in beside and token.text.lower() in adjectives.STRONG:
        return True
    return bool(beside & {"dobj", "aux", "ccomp"}) and "auxpass" not in beside


def _is_said(token: Any) -> bool:
    """Whether an adjective is what is said of somebody, and stands before no noun."""
    if token.tag_.startswith("VB") and any(c.dep_ in ("agent", "dobj") for c in token.children):
        return False  # "was organised by", "is focused on"
    return token.dep_ in ("acomp", "conj", "ROOT", "oprd") or (
        token.dep_ == "attr" and not any(token.children)
    )


def _by_adjective(
    parties: Parties, token: Any, word: str, direction: Direction, dimension: Dimension | None
) -> Iterator[Judgement]:
    head = _first_of_list(token)
    if head.dep_ == "amod":
        if token.tag_ == "JJR":
            return
        if word in adjectives.ONLY_PREDICATE and dimension is None:
            if head.head.dep_ in ("attr", "oprd") and lemma(head.head) not in nouns.WEAK:
                yield from ranks.said_to_be(parties, head.head, direction, "standing")
            return
        yield from _is_made(parties, head.head, direction)
        return
    verb = _copula(head)
    if verb is None or _is_measured(token):
        return
    if (_compares(token) or token.tag_ in ("JJR", "RBR")) and not _has_changed(verb, token):
        return
    subject = parties.parse.subject(verb)
    if subject is None:
        return
    if any(c.text.lower() in ("only", "as", "how", "so") and c.i < head.i for c in head.children):
        return  # "is only good if", "as strong as"
    if word in _OF_WHAT_IS_SAID and subject.text.lower() in ("they", "he", "she", "we", "i", "that", "this"):
        return
    held = next((c for c in verb.children if c.dep_ == "dobj" and c.i < head.i), None)
    small = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < head.i), None)
    active = verb.tag_ != "VBN" and not any(c.dep_ == "auxpass" for c in verb.children)
    if lemma(verb) in _CALLING and held is None and small is None and subject.i < verb.i and active:
        return  # "called the visit productive" says nothing of who called it so
    if head.dep_ == "ccomp" and small is not None and head.tag_.startswith("JJ"):
        who, on = judgement.whose(parties, small)  # "consider it weak"
        subject = small
    elif head.dep_ in ("oprd", "acomp", "ccomp") and held is not None:  # "leaves the market empty"
        who, on = judgement.whose(parties, held)
        subject = held
    else:
        who, on = judgement.subjects(parties, verb)
    if not who or lemma(subject) in _NO_MEANS or not matters(parties, subject):
        return
    topics = [_tail(parties, token)] if not judgement.is_party(parties, subject) else []
    topics = (
        [judgement.phrase(parties, subject), *topics]
        if not judgement.is_party(parties, subject)
        else [_tail(parties, token)]
    )
    start, end = parties.parse.span(token)
    if any(c.text.lower() == "less" for c in token.children):
        direction = "weakness" if direction == "strength" else "strength"  # "has become less open"
    if dimension is not None:
        dimension = in_topic.thing(parties, subject, dimension)
    elif word in in_topic.OF_MEANS:
        behind = [c for c in (*token.children, *token.head.children) if c.i > token.i and c.dep_ == "prep"]
        if behind and dimensions.judged(parties.words(*_tail(parties, token))) is None:
            return  # "rich in history"
        dimension = None if behind or not judgement.is_party(parties, subject) else "capital"
    by = parties.parse.subject(verb) if lemma(verb) in _CALLING and subject.i > verb.i else None
    yield Judgement(
        "adjective",
        who,
        turned(token, direction),
        token,
        start,
        end,
        tuple(topics),
        dimension or on,
        speaker=judgement.teller(parties, by) if by is not None else None,
    )


_CALLING = words("call consider deem regard find think judge term dub label describe rate")
"""Verbs whose subject is who judges."""


_OF_WHAT_IS_SAID = words("wrong clear fine good okay sorry late dead finished")
_NO_MEANS = words(
    "plan filing proposal offer bid request bill statement report letter speech meeting visit flight "
    "trip deal"
    "answer question argument idea forecast estimate guess promise reply complaint lawsuit listing"
)
"""What is somebody's without being a means of theirs: what is said of it is not said of them."""


_AT_LARGE = words(
    "industry sector ecosystem position performance record approach strategy progress growth lead "
    "edge dominance"
    "team company firm lab start-up startup maker developer government economy effort work technology "
    "product"
    "system machine tool platform service ambition prospect future outlook base foundation success "
    "rise advance"
    "response culture environment supplier provider player country nation region side market field scene one "
    "model chip release launch version app assistant chatbot agent robot car network institution "
    "department campus"
    "standing role share presence reach scale size output share line range portfolio pace speed supply chain "
    "rule law policy restriction control sanction curb ban act tariff legislation leadership "
    "management institute centre center agency office unit bureau enforcement process capability"
)


def matters(parties: Parties, subject: Any) -> bool:
    """Whether what is somebody's is a thing of the field: not "our summers"."""
    if not subject.tag_.startswith("NN") or judgement.is_party(parties, subject):
        return True
    word = lemma(subject)
    if word in _AT_LARGE or word in about.OF_A_SIDE or word in about.OF_A_THING:
        return True
    return dimensions.judged(parties.words(*parties.parse.phrase(subject))) is not None


def _first_of_list(token: Any) -> Any:
    for _ in range(4):
        if token.dep_ != "conj" or not token.head.tag_.startswith(("JJ", "VBN", "RB")):
            break
        token = token.head
    return token


def _copula(token: Any) -> Any | None:
    """The verb that an adjective completes, or the participle itself."""
    if token.tag_ in ("VBN", "VBD", "VBG", "JJ") and any(c.dep_ == "auxpass" for c in token.children):
        return token
    if token.tag_ == "VBG" and any(c.dep_ == "aux" for c in token.children):
        return token
    if token.tag_ == "VBN" and token.dep_ in ("acl", "advcl"):
        return token
    if token.dep_ in (
        "acomp",
        "oprd",
        "attr",
        "ccomp",
        "advmod",
        "prep",
        "conj",
    ) and token.head.tag_.startswith(("VB", "MD")):
        return token.head if lemma(token.head) in verbs.COPULAS else None
    return None


def _compares(token: Any) -> bool:
    """Whether "than" stands behind: then it is a comparison."""
    return any(c.text.lower() == "than" for c in token.subtree)


_STRETCHES = words("years year months month weeks decades decade generations points percent steps")


_CHANGING = words("get become grow turn keep")
_BEFORE = words("before ever was were used expected once last previously earlier")


def _has_changed(verb: Any, token: Any) -> bool:
    """ "Is getting better", "is better than it was": nobody else is behind "than"."""
    behind = next((c for c in token.subtree if c.text.lower() == "than"), None)
    if behind is None:
        return lemma(verb) in _CHANGING
    return any(c.text.lower() in _BEFORE for c in behind.head.subtree if c.i > behind.i)


def _by_comparative(word: str) -> tuple[Direction, Dimension | None] | None:
    """Which way "smarter" or "deeper" judges, by the plain word."""
    stem = word[:-2] if word.endswith("er") else word
    for plain in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem, stem[:-1]):
        if found := sense(plain):
            return found
        if plain in adjectives.BEING:
            return "strength", None
    return None


def _is_measured(token: Any) -> bool:
    """Whether a stretch or a figure says how far: "ten years behind"."""
    return any(
        c.text.lower() in _STRETCHES or c.dep_ in ("nummod", "quantmod") or c.text[:1].isdigit()
        for c in token.children
    )


def _tail(parties: Parties, token: Any) -> tuple[int, int]:
    """What hangs on a word behind it: "strong in robotics"."""
    start, end = parties.parse.span(token)
    last = token
    for child in token.children:
        if child.i > token.i and child.dep_ in ("prep", "xcomp", "pobj"):
            last = child.right_edge
    for child in token.head.children if token.dep_ in ("acomp", "attr", "oprd") else ():
        if child.i > token.i and child.dep_ == "prep":
            last = child.right_edge if child.right_edge.i > last.i else last
    return start, max(end, min(parties.parse.ends[last.i], end + 160))


def _is_made(parties: Parties, noun: Any, direction: Direction) -> Iterator[Judgement]:
    """ "China is a formidable supplier", "R1, a cost-effective model"."""
    plain = lemma(noun)
    if not noun.tag_.startswith("NN") or plain in nouns.WEAK | ranks.NO_STANDING | _NO_MEANS:
        return
    if noun.dep_ in ("attr", "oprd") or (noun.dep_ == "appos" and not judgement.is_party(parties, noun)):
        yield from ranks.said_to_be(parties, noun, direction, "standing")


def _by_superlative(parties: Parties, token: Any) -> Iterator[Judgement]:
    """ "Is the world's largest maker", "TSMC, the most advanced foundry"."""
    noun = token.head
    if token.dep_ == "advmod" and token.text.lower() == "most" and noun.dep_ == "amod":
        if noun.text.lower() in _LEAST or ((found := sense(noun.text.lower())) and found[0] == "weakness"):
            return
        noun = noun.head
    elif token.dep_ != "amod":
        return
    if not noun.tag_.startswith("NN") or lemma(noun) in nouns.WEAK | nouns.RELATED:
        return
    yield from ranks.said_to_be(parties, noun, "strength", "superlative")
