"""A side of a lag of whatever kind: a name listed or not, a pronoun, "the company", whose lead it is, who is
given one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.lags import cues, followers
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lemmas, lexicon, names

if TYPE_CHECKING:
    from theodolite.extract.lags.sides import SideFinder

_ARTICLE = re.compile(r"\s*(?:(?:the|this|that|both|either|even|just|only)\s+)?", re.I)
_PRONOUNS = lexicon.words("it them they its theirs us we ours")
_NO_SIDE = re.compile(
    r"\b(?:gaps?|leads?|lags?|rich|poor|theory|practice|rhetoric|reality|men|women|supply|demand|expectations?|"
    r"release|launch|announcement|start|end|beginning|version|generation)\b",
    re.I,
)
"""Heads of phrases between which there are gaps of other kinds."""


def is_somebody(sides: SideFinder, found: Referent | None) -> bool:
    """Whether a referent can be a side: of a kind we know, of a country, or with a name of its own."""
    if found is None or not found.name or found.kind == "person" or found.name in OBSERVERS:
        return False
    return bool(found.side) or found.kind != "unknown" or is_named(sides, found)


_STANDS_FOR = re.compile(r"(?:it|they|them|its|their|(?:the|this|that)\s[a-z-]+)\Z", re.I)
"""Words that stand for a name before: "it", "the company"."""


def is_named(sides: SideFinder, found: Referent | None) -> bool:
    """Whether a referent is somebody whose name nobody listed: not a plain word at the head of a sentence."""
    if found is None or not found.name or found.kind != "unknown":
        return False
    here = sides.scene.reading.unknown_in(max(sides.sentence.start, found.start - 4), found.end + 1)
    if any(m.name == found.name and m.name not in names.COMMON for m in here):
        return True
    return bool(_STANDS_FOR.match(found.text)) and found.name[:1].isupper()


def in_place(sides: SideFinder, start: int, end: int) -> Referent | None:
    """The side that a phrase between two places names, where no listed name does."""
    content = sides.scene.content
    article = _ARTICLE.match(content, start, end)
    at = article.end() if article else start
    for mention in sides.scene.reading.unknown_in(at, end):
        if mention.start == at and mention.name not in names.COMMON:
            return Referent(
                mention.name, content[mention.start : mention.end], mention.side, mention.start, mention.end
            )
    token = sides.parse.at(at)
    if token is None or not start <= sides.parse.span(token)[0] < end:
        return None
    if token.text.lower() in _PRONOUNS:
        found = sides.of(token)
    else:
        head = sides.parse.object_from(at)
        if head is None or not head.tag_.startswith("NN") or _NO_SIDE.search(content, at, end):
            return None
        found = sides.of(head)
    if not is_somebody(sides, found) or found.start < start - 4 or found.end > end + 1:
        return None
    return found


_FRONT = re.compile(
    r"\s*(?P<front>(?:the\s)?(?:(?:global|world|AI|industry|current|closed|technological|technology|proprietary|research)\s){0,2}"
    r"(?:frontier(?:\s(?:labs?|models?|AI|systems?))?|state[- ]of[- ]the[- ]art|cutting edge|"
    r"leading edge|front-?runners?)|"
    r"(?:the\s)?(?:global|world|industry|market|AI|technology|field['’]s)\sleaders?)\b(?!\s(?:with|over)\b)",
    re.I,
)


def front(sides: SideFinder, start: int, end: int) -> Referent | None:
    """Those in front who have no name: "the frontier", "frontier labs", "industry leaders"."""
    match = _FRONT.match(sides.scene.content, start, end)
    if match is None:
        return None
    words = match["front"]
    name = re.sub(r"(?i)\Athe\s", "", words)
    return Referent(name, words, None, match.start("front"), match.end("front"), FRONT)


FRONT = "front"
_APPOSED = re.compile(
    r"(?:['’]s)?\s(?:(?:(?:AI|tech|chip|search|internet|e-commerce|memory|foundry|market|leading|biggest|largest|top|flagship|"
    r"state-owned|private)\s){0,2}(?:company|firm|start-?up|lab|laboratory|giant|maker|chip-?maker|developer|group|leader|"
    r"rival|upstart|unicorn|house|team|powerhouse|champion|outfit)\s)?"
)


def exact(sides: SideFinder, found: Referent | None) -> Referent | None:
    """The house or model that stands in apposition: "Taiwan's TSMC", "the French start-up Mistral"."""
    if found is None or found.kind not in ("side", "group", "person") or not found.text:
        return found
    content = sides.scene.content
    if not sides.sentence.start <= found.start <= found.end <= sides.sentence.end:
        return found
    for mention in sides.scene.reading.mentions_in(found.start, min(sides.sentence.end, found.end + 60)):
        if mention.start <= found.start or mention.kind not in ("organisation", "model"):
            continue
        inside = mention.end <= found.end
        return (
            from_mention(content, mention)
            if inside or _APPOSED.fullmatch(content, found.end, mention.start)
            else found
        )
    return found


def side_in(sides: SideFinder, start: int, end: int, other: int | None = None) -> Referent | None:
    """The side between two places; without a name where it is "the rest"."""
    found = sides.scene.reading.mentions_in(start, end)
    if found:
        return followers.sharing(sides, found[-1], end, other) or from_mention(sides.scene.content, found[0])
    words = sides.scene.content[start:end]
    rest = cues.THE_REST.search(words) or re.match(r"\s*(?:us|ourselves|them|theirs|ours)\b", words)
    if not rest:
        return front(sides, start, end) or in_place(sides, start, end)
    token = sides.parse.at(start + rest.start())
    if token is not None and token.text.lower() in ("us", "ourselves", "ours"):
        return sides.of(token)
    return Referent("", rest.group(), None, start + rest.start(), start + rest.end())


_HOLD = lexicon.words(
    """have hold enjoy keep maintain retain face suffer command boast preserve claim gain get build open carry
    establish possess own sustain secure win lose"""
)


def holder(sides: SideFinder, at: int) -> Referent | None:
    """Who has the gap or the lead at a place, where it is a pronoun: "it has a lead of", "they face"."""
    token = sides.parse.at(at)
    if token is None:
        return None
    verb = sides.parse.verb_above(token)
    if lemmas.lemma(verb) not in _HOLD:
        return None
    subject = sides.parse.subject(verb)
    if subject is None or subject.i >= verb.i or subject.text.lower() not in ("it", "they"):
        return None
    found = sides.of(subject)
    return found if is_somebody(sides, found) else None


_GIVE = lexicon.words(
    "give hand grant offer provide buy earn win leave cede allow guarantee deliver afford bring"
)


def given(sides: SideFinder, at: int) -> Referent | None:
    """To whom a lead at a place is given: "the rules have given OpenAI a lead of"."""
    token = sides.parse.at(at)
    if token is None:
        return None
    verb = sides.parse.verb_above(token)
    if lemmas.lemma(verb) not in _GIVE or sides.parse.span(verb)[0] > at:
        return None
    found = sides.object_at(sides.parse.span(verb)[1])
    return found if found and found.end <= at and is_somebody(sides, found) else None


_HAVING = re.compile(
    r"\s(?:(?:that|which)\s)?(?!(?:over|of|on|with|in|for|to|against|and|between|from)\b)(?P<who>[^,;.?!]{2,40}?)\s(?:still\s|now\s|once\s)?(?:has|have|had|holds?|held|enjoys?|enjoyed|"
    r"built|opened|claims?|maintains?)\b",
    re.I,
)


def having(sides: SideFinder, noun_end: int, before: int) -> Referent | None:
    """Whose a lead is by the clause that follows it: "the lead that OpenAI has over"."""
    match = _HAVING.match(sides.scene.content, noun_end, before)
    found = within(sides, match.start("who"), match.end("who")) if match else None
    return found if is_somebody(sides, found) else None


def within(sides: SideFinder, start: int, end: int) -> Referent | None:
    """The side that is named between two places, or that the phrase there stands for."""
    for mention in sides.scene.reading.mentions_in(start, end):
        return from_mention(sides.scene.content, mention)
    at = start + len(sides.scene.content[start:end]) - len(sides.scene.content[start:end].lstrip())
    return in_place(sides, at, end)


def possessor(sides: SideFinder, start: int, end: int) -> Referent | None:
    """Whose a gap or lead is, where a possessive in front of its noun is no listed name: "Kestrel's lead",
    "the company's lag"."""
    content = sides.scene.content
    for token in reversed(sides.parse.within(start, end)):
        if token.tag_ != "POS":
            continue
        owner = _owner(token)
        if owner is None:
            return None
        words = re.fullmatch(r"\s(?:[\w.-]+\s){0,4}", content[sides.parse.span(token)[1] : end])
        if not words:
            return None
        first = sides.parse.span(owner)[0]
        unlisted = [m for m in sides.scene.reading.unknown_in(start, end) if m.start <= first < m.end]
        if unlisted and unlisted[0].name not in names.COMMON:
            m = unlisted[0]
            return Referent(m.name, content[m.start : m.end], m.side, m.start, m.end)
        found = sides.of(owner)
        return found if is_somebody(sides, found) else None
    return None


def _owner(mark: Any) -> Any | None:
    """The noun that a possessive mark belongs to."""
    return mark.head if mark.head.tag_.startswith(("NN", "PR", "JJ")) else None


_WITH = re.compile(r"(?:\sup)?\s(?:with|on|to|over|of|the level of)\s")


_OFFER = re.compile(
    r"[^,;.?!]{0,60}?\b(?:offers?|donations?|bids?|prices?|salar(?:y|ies)|pay|discounts?|pledges?|commitments?|proposals?|"
    r"contributions?|fees?|rates?|orders?|tariffs?)\b",
    re.I,
)
"""What is matched with money, not with skill."""


def goal(sides: SideFinder, at: int, follower: Referent) -> Referent | None:
    """Whom a verb of matching that ends at a place is about: "to catch up with Kestrel"."""
    if _OFFER.match(sides.scene.content, at, sides.sentence.end):
        return None
    link = _WITH.match(sides.scene.content, at, sides.sentence.end)
    place = link.end() if link else at
    found = sides.object_at(place) or front(sides, place, sides.sentence.end)
    return found if found and is_somebody(sides, found) and found.name != follower.name else None


_BE_VERB = re.compile(
    r"(?P<who>[\w”\"])\s(?:is|are|was|were|has|have|had|may|might|could|will|would|can)(?:\s(?:been|be|now|also|still|fast|"
    r"already|steadily|rapidly|quickly|slowly|only|even|gradually)){0,3}\s\Z",
    re.I,
)


def before_verb(sides: SideFinder, at: int) -> Referent | None:
    """The side that stands right before the auxiliaries of what begins at a place, where the parse errs."""
    start = max(sides.sentence.start, at - 120)
    match = _BE_VERB.search(sides.scene.content, start, at)
    token = sides.parse.at(match.start("who")) if match else None
    if token is None or not token.tag_.startswith(("NN", "PR", "CD")):
        return None
    found = sides.of(token)
    return found if is_somebody(sides, found) else None
