"""Whom noun phrases of a sentence name: sides, organisations, models and groups, by owner, kind or list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract.comparisons import party_words
from theodolite.extract.comparisons.lexicon.degrees import RIVALS
from theodolite.extract.comparisons.unlisted import Unlisted
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon, names
from theodolite.extract.words.names import Mention

_PRODUCT = frozenset(
    ("model", "system", "chip", "release", "version", "machine", "tool", "assistant", "processor")
)
_MADE = lexicon.words("model models system systems tool tools version approach approaches method methods")
_NOT_NOW = lexicon.words("previous earlier older old last prior former first other original existing past")
_ASIDE = re.compile(r"(?i)(?:\b(?:on|from|with|like|against|than|to|of|in)|[\d,]{2,})\s(?:the\s)?\Z")
_EVERY = re.compile(r"(?:every|any|each|no|most any)\s", re.I)
_OWN = re.compile(
    r"\b(?:its|their)\s(?:(?:new|own|latest|first|flagship|free|small|best|[\w.-]+-\w+)\s){0,2}\Z", re.I
)
_ITS = re.compile(r"['’]s?\s(?:[a-z][\w-]*\s){0,2}")


class Phrases(Unlisted):
    """The parties that noun phrases of one parsed sentence name."""

    def _apposed(self, token: Any) -> list[Referent]:
        """ "Its rival, Baidu", "U.S. giants IBM and Google": the names behind a common noun."""
        if (
            not token.tag_.startswith("NN")
            or self.covering(self.parse.span(token)[0])
            or token.text.lower() in party_words.PERSONS
        ):
            return []
        makes = token.text.lower() in party_words.MAKERS
        for child in token.children:
            if child.dep_ == "appos" and child.i > token.i and self._is_name(child):
                return [r for m in _members(child) if (r := self.one(m)) is not None]
            if makes and child.dep_ == "prep" and child.text.lower() in ("of", "behind"):
                for made in child.children:
                    for other in made.children:
                        if other.dep_ == "appos" and self._is_name(other):
                            return [r for m in _members(other) if (r := self.one(m)) is not None]
                    named = self.covering(self.parse.span(made)[0])
                    if named and named.kind == "model" and named.maker:
                        side = vocabulary.load().side_of(named.maker)
                        start, end = self.parse.phrase(token)
                        return [
                            Referent(named.maker, self.words(start, end), side, start, end, "organisation")
                        ]
        return []

    def _is_name(self, token: Any) -> bool:
        held = self.covering(self.parse.span(token)[0])
        return held is not None and held.kind in ("organisation", "model")

    def _closely(self, group: Referent) -> list[Referent]:
        """ "U.S. giants IBM and Google": the names that follow with no comma."""
        found: list[Referent] = []
        at = group.end
        for mention in self.scene.reading.mentions_in(group.end, self.sentence.end):
            between = self.words(at, mention.start)
            if between != " " if not found else not re.fullmatch(r",?\s(?:and\s)?", between):
                break
            if mention.kind not in ("organisation", "model"):
                break
            found.append(from_mention(self.scene.content, mention))
            at = mention.end
        return found

    def of(self, token: Any, among: bool = True) -> list[Referent]:
        """The parties that the noun phrase headed by `token` names, one for each member of a list; the
        members
        of "firms such as A and B" rather than the firms."""
        if among and (examples := self.examples(token)):
            return examples
        if named := self._apposed(token):
            return named
        if shared := self.shared(token):
            return shared
        found = [r for member in _members(token) if (r := self.one(member)) is not None]
        if len(found) == 1 and found[0].kind == "group" and (named := self._closely(found[0])):
            return named
        return list({(r.name, r.start): r for r in found}.values())

    def one(self, token: Any) -> Referent | None:
        """The party that a single phrase names, or whose it is; None where it is nobody's."""
        if token.i not in self.resolved:
            self.resolved[token.i] = self._one(token)
        return self.resolved[token.i]

    def _one(self, token: Any) -> Referent | None:
        word = token.text.lower()
        if word in party_words.PRONOUNS and token.text != "US":
            return self._meant(token)
        start, end = self.parse.phrase(token)
        at = self.parse.span(token)[0]
        if mention := self.covering(at):
            described = any(c.dep_ in ("relcl", "acl") and c.i > token.i for c in token.children)
            if described and mention.kind == "group" and mention.side is None and self.one_of(mention):
                return self.one(token.head) if token.dep_ == "appos" else None
            return self._named(mention, start, end)
        if word in party_words.PERSONS:
            return None
        if product := self.product_of(token, start, at):
            return product
        if word not in party_words.ACTS and (named := self._named_before(token, start, end, at)):
            return named
        if found := self._owner(token, start, end):
            return None if word in party_words.ACTS else found
        if token.tag_.startswith("NNP") and (name := self.unlisted(at)):
            return self.in_full(name) or from_mention(self.scene.content, name)
        if owner := self.owner_unlisted(start, at):
            return (
                None
                if word in party_words.ACTS
                else replace(owner, text=self.words(start, end), start=start, end=end)
            )
        if found := self._maker_of(token):
            return found
        if found := self._made_in(token):
            return found
        if party_words.THIS_EVENT.search(self.words(start, end)):
            return self._event(start)
        if re.match(r"(?i)(?:the|this|that|these|those|such)\s", self.words(start, end)):
            known = self._known(self.scene.referents.of(self.parse, token, self.number))
            if word in _PRODUCT and self._is_aside(known) and (new := self.presented()):
                return replace(new, text=self.words(start, end), start=start, end=end)
            return known
        return None

    def _is_aside(self, found: Referent | None) -> bool:
        """Whether what a word was taken for stands aside ("on EuroEval", "some 6,000 H100s"), if it was taken
        for anything."""
        if found is None or found.kind == "unknown":
            return True
        first = self.scene.reading.sentences[max(0, self.number - 2)].start
        content = self.scene.content
        same = [m for m in self.scene.reading.mentions_in(first, found.start) if m.name == found.name]
        return bool(same) and all(_ASIDE.search(content, max(0, m.start - 24), m.start) for m in same)

    def _maker_of(self, token: Any) -> Referent | None:
        """Who brought what is spoken of: "the shock brought by GPT-3", "chips made by SMIC"."""
        for child in token.children:
            if child.dep_ == "acl" and child.tag_ == "VBN":
                for by in child.children:
                    if by.dep_ == "agent":
                        for held in by.children:
                            if held.dep_ == "pobj" and held.i > token.i:
                                return self.one(held)
        return None

    def _made_in(self, token: Any) -> Referent | None:
        """ "Patents filed in China": the place that something was done in, of a thing or of the one joined
        to it."""
        for noun in _members(token):
            for child in noun.children:
                if child.dep_ == "acl" and child.tag_ == "VBN":
                    for place in child.children:
                        if place.dep_ == "prep" and place.text.lower() in ("in", "from"):
                            for held in place.children:
                                found = (
                                    self.covering(self.parse.span(held)[0]) if held.dep_ == "pobj" else None
                                )
                                if found and found.kind == "side":
                                    return from_mention(self.scene.content, found)
        return None

    def _event(self, at: int) -> Referent | None:
        """ "This event", "the release": the last product or house named in this sentence or the one
        before."""
        first = self.scene.reading.sentences[max(0, self.number - 1)].start
        found = [m for m in self.scene.reading.mentions_in(first, at) if m.kind in ("model", "organisation")]
        models = [m for m in found if m.kind == "model"]
        return from_mention(self.scene.content, (models or found)[-1]) if found else None

    def _meant(self, token: Any) -> Referent | None:
        """Whom a pronoun means. "They" of whom the sentence names nobody are rather a group that was
        spoken of
        than who restricts it."""
        word = token.text.lower()
        found = self._known(self.scene.referents.of(self.parse, token, self.number))
        at = self.parse.span(token)[0]
        if word in ("it", "its") and self._is_aside(found) and (new := self.presented()):
            return replace(new, text=self.words(at, at + len(word)), start=at, end=at + len(word))
        if word in ("it", "its") and found and self._is_far(found) and (topic := self.topic_unlisted(1)):
            return replace(topic, text=self.words(at, at + len(word)), start=at, end=at + len(word))
        doubtful = found is None or self._is_far(found) or self._is_object(found)
        if word in ("it", "its") and doubtful and (near := self._unlisted_subject(token)):
            return replace(near, text=self.words(at, at + len(word)), start=at, end=at + len(word))
        if word not in ("they", "them", "their", "it", "its") or (found and found.kind not in ("side",)):
            return found
        if any(not m.adjective for m in self.scene.reading.mentions_in(self.sentence.start, at)):
            return found
        plural = word.startswith("the")
        for back in (1, 2, 3):
            if self.number < back:
                break
            before = self.scene.reading.sentences[self.number - back]
            held = [
                m
                for m in self.scene.reading.mentions_in(before.start, before.end)
                if m.kind in (("group", "side") if plural else ("side", "organisation"))
                and not party_words.RESTRICTS.match(self.words(m.end, m.end + 40))
                and not (m.kind == "side" and m.adjective)
            ]
            groups = [m for m in held if m.kind == "group"]
            if held:
                chosen = (groups or held)[0] if plural else held[0]
                shown = self.words(*self.parse.span(token))
                return replace(
                    from_mention(self.scene.content, chosen), text=shown, start=at, end=at + len(shown)
                )
        if found is None and not plural and (topic := self.topic_unlisted()):
            shown = self.words(*self.parse.span(token))
            return replace(topic, text=shown, start=at, end=at + len(shown))
        return found

    def _is_object(self, found: Referent) -> bool:
        """Whether a pronoun was taken for a name that the sentence holds its subject against."""
        before = self.words(max(self.sentence.start, found.start - 16), found.start)
        return bool(re.search(r"\b(?:than|of|as|over|to|against|with|behind)\s(?:the\s)?\Z", before))

    def _unlisted_subject(self, token: Any) -> Referent | None:
        """The name that nobody listed which is the subject of a clause before a pronoun."""
        for earlier in self.parse.tokens[max(0, token.i - 40) : token.i]:
            if earlier.dep_ in ("nsubj", "nsubjpass") and earlier.tag_.startswith("NNP"):
                at = self.parse.span(earlier)[0]
                if not self.covering(at) and (name := self.unlisted(at)):
                    return from_mention(self.scene.content, name)
        return None

    def _is_far(self, found: Referent) -> bool:
        """Whether neither this sentence nor the one before names what a pronoun was taken for."""
        first = self.scene.reading.sentences[max(0, self.number - 1)].start
        return all(m.name != found.name for m in self.scene.reading.mentions_in(first, self.sentence.end))

    def _known(self, found: Referent) -> Referent | None:
        if not found.name or found.kind in ("person", "unknown") or found.name in OBSERVERS:
            return None
        return found

    def _named(self, mention: Mention, start: int, end: int) -> Referent | None:
        if mention.kind == "person" or mention.name in OBSERVERS:
            return None
        found = from_mention(self.scene.content, mention)
        if mention.kind == "group" and mention.side is None and (owner := self._owner_before(mention.start)):
            return owner
        if mention.kind == "side" and found.text.split()[0] in party_words.HUBS:
            found = replace(found, name=found.text)  # a hub is not the country that it stands for elsewhere
        if mention.kind == "group" and re.search(r"['’]s?\s", found.text):
            found = replace(found, end=mention.end)
        return found

    def _owner_before(self, at: int) -> Referent | None:
        """ "Kimi K2's open weights": whose they are."""
        for mention in self.scene.reading.mentions_in(max(self.sentence.start, at - 60), at):
            if mention.kind in ("model", "organisation") and re.fullmatch(
                r"['’]s?\s", self.words(mention.end, at)
            ):
                return from_mention(self.scene.content, mention)
        own = _OWN.search(self.words(max(self.sentence.start, at - 30), at))
        token = self.parse.at(max(self.sentence.start, at - 30) + own.start()) if own else None
        return self._meant(token) if token is not None else None

    def covering(self, at: int) -> Mention | None:
        """The name that stands at a place."""
        for mention in self.scene.reading.mentions_in(max(0, at - 60), at + 60):
            if mention.start <= at < mention.end and not (mention.adjective and mention.kind == "side"):
                return mention
        return None

    def _named_before(self, token: Any, start: int, end: int, at: int) -> Referent | None:
        """What stands right before its kind: "Baidu's Ernie Bot models", "their open-source counterparts",
        "its Chinese rivals"."""
        found = [m for m in self.scene.reading.mentions_in(start, at) if at - m.end <= 1]
        if not found or found[-1].kind == "person":
            return None
        mention, noun = found[-1], token.text.lower()
        words = self.words(start, end)
        if mention.kind in ("model", "group"):
            return replace(from_mention(self.scene.content, mention), text=words, start=start, end=end)
        if mention.kind != "side" or not mention.side:
            return None
        if noun + "s" in party_words.PLURAL_THINGS and _EVERY.match(words):
            noun += "s"  # "every European model"
        if noun in party_words.PLURAL_THINGS:
            return Referent(f"{names.demonym(mention.side)} {noun}", words, mention.side, start, end, "group")
        return None

    def _owner(self, token: Any, start: int, end: int) -> Referent | None:
        """Whose a phrase is: "China's industry", "Chinese industry", "the industry in China", "its
        industry"."""
        rival = token.text.lower() in RIVALS and not _is_own(token)
        for child in token.children:
            if rival and child.dep_ == "poss":
                if any(c.dep_ == "amod" and c.i > child.i for c in token.children):
                    continue  # "its Swiss rival"
                return None
            if child.dep_ == "poss" and child.text.lower() in (*party_words.PRONOUNS, "whose"):
                found = self._meant(child)
                if found:
                    return replace(found, text=self.words(start, end), start=start, end=end)
        best: Mention | None = None
        for mention in self.scene.reading.mentions_in(start, end):
            if mention.kind == "person" or mention.name in OBSERVERS:
                continue
            before = self.words(max(start, mention.start - 14), mention.start)
            if re.search(
                r"\b(?:by|to|with|against|than|via|using|behind|over|about|on)\s(?:the\s)?\Z", before
            ):
                continue
            placed = re.search(r"\b(?P<where>in|from|at|on|into)\s(?:the\s)?\Z", before)
            holds = placed and placed["where"] in ("from", "at") and token.text.lower() in party_words.HELD
            if mention.kind in ("organisation", "model") and placed and not holds:
                continue
            best = mention
            break
        if best is None:
            return self._owner_deep(token)
        best = self._owned(best, end)
        noun = token.text.lower()
        if best.kind == "side" and best.side and noun in party_words.PLURAL_THINGS:
            return Referent(
                f"{names.demonym(best.side)} {noun}", self.words(start, end), best.side, start, end, "group"
            )
        found = from_mention(self.scene.content, best)
        if best.kind == "side" and found.text.split()[0] in party_words.HUBS:
            found = replace(found, name=found.text)
        return replace(found, text=self.words(start, end), start=start, end=end)

    def _owned(self, owner: Mention, end: int) -> Mention:
        """ "Downloads of Alibaba's Qwen", "the share of Taiwan's TSMC": the one that the owner's name only
        places."""
        for mention in self.scene.reading.mentions_in(owner.end, end)[:1]:
            between = self.words(owner.end, mention.start)
            if mention.kind in ("model", "organisation") and _ITS.fullmatch(between):
                return mention
        return owner

    def _owner_deep(self, token: Any) -> Referent | None:
        """ "The efficacy of our models": the owner in what hangs on the phrase."""
        for child in token.children:
            if child.dep_ == "prep" and child.text.lower() in ("of", "in", "for", "at", "from"):
                for held in child.children:
                    if held.dep_ == "pobj" and held.i > token.i:
                        if held.text.lower() in ("country", "nation", "continent", "bloc"):
                            return self._known(self.scene.referents.of(self.parse, held, self.number))
                        for inner in held.children:
                            if inner.dep_ == "poss" and inner.text.lower() in party_words.PRONOUNS:
                                return self._known(self.scene.referents.of(self.parse, inner, self.number))
        return None

    def examples(self, token: Any) -> list[Referent]:
        """The members after "such as"; none where the phrase itself is a national group."""
        if (own := self.covering(self.parse.span(token)[0])) and own.kind == "group":
            return []
        for child in token.children:
            if child.dep_ == "prep" and child.i > token.i:
                at = self.parse.span(child)
                if party_words.LISTS.search(self.words(max(self.sentence.start, at[0] - 6), at[1]).strip()):
                    if len(named := self.listed(at[1] + 1)) > 1:
                        return named
                    for held in child.children:
                        if held.dep_ == "pobj":
                            found = [r for m in _members(held) if (r := self.one(m)) is not None]
                            if found:
                                return found
        return []


def _is_own(token: Any) -> bool:
    """ "Its model", "our new system": what a house makes now, not the one before or a rival's."""
    if token.text.lower() not in _MADE:
        return False
    return not any(c.dep_ in ("amod", "nummod") and c.text.lower() in _NOT_NOW for c in token.children)


def _members(token: Any) -> Iterator[Any]:
    """The heads of a list: "A, B and C"."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and not child.tag_.startswith(("VB", "MD")):
            yield from _members(child)
