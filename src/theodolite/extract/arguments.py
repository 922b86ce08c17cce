"""Who is meant by the arguments of a predication: names, pronouns, "the company", members of lists.

- `Arguments(scene, number)`: the arguments of one sentence; `None`-safe through `Arguments.parse`.
- `.of(token)`: the `Referent` of a noun phrase, by its head. Stricter than `referents.of`: a phrase that only
  holds a name somewhere ("a rival of Baidu") is not that name.
- `.all(tokens)`: the referents of several heads. A general word with named members gives the members
  ("models such as Llama and Qwen"), one with an apposition its name ("its rival, Baidu").
- `is_named(referent)`: a listed or capitalised name or a national group, not just a common noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract import argument_words as lists
from theodolite.extract import product_words, proper_names
from theodolite.extract.proper_names import is_capitalised_name, listed, may_be_name, unlisted, with_number
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words import names, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.names import Mention
from theodolite.extract.words.syntax import Parse

_THE_COUNTRY = re.compile(r"[Tt]h(?:e|is)\s(?:country|nation|bloc|kingdom|city-state)\b")
_LEAD = re.compile(
    r"\A(?:the|a|an|this|that|these|those|its|their|our|his|her|whose|some|many|most|all|both|several|any|each)\s+",
    re.I,
)


def is_named(referent: Referent | None) -> bool:
    """Whether somebody or something with a name (or a national group) is meant."""
    if referent is None or not referent.name:
        return False
    return referent.kind != "thing"


def as_found(mention: Mention) -> Mention:
    """A name that nobody listed has no kind because its surroundings suggest one: a tie tells more."""
    return replace(mention, kind="unknown") if mention.kind in _SUGGESTED else mention


_SUGGESTED = ("organisation", "model", "person")


class Arguments:
    """The arguments of one parsed sentence."""

    def __init__(self, scene: Scene, number: int, parse: Parse) -> None:
        self.scene = scene
        self.number = number
        self.parse = parse
        self.content = scene.content
        self.sentence = scene.reading.sentences[number]
        self.mentions = listed(scene, self.sentence.start, self.sentence.end)
        self.unknown: tuple[Mention, ...] = tuple(
            map(as_found, unlisted(scene, self.sentence.start, self.sentence.end))
        )
        self._known: dict[int, list[Referent | None]] = {}

    def all(self, tokens: Iterable[Any]) -> list[Referent]:
        """The referents of some heads, each once, in order."""
        found: dict[tuple[str | None, int], Referent] = {}
        heads = list(tokens)
        for token in heads:
            if self._begins_a_later(token, heads):
                continue
            for referent in self._meant(token):
                if referent is not None and referent.name:
                    found.setdefault((referent.name, 0), referent)
        return list(found.values())

    def _meant(self, token: Any) -> list[Referent | None]:
        """Who is meant by one head: several rules ask for the same."""
        if token.i not in self._known:
            instead: list[Referent | None] = [*self._named_instead(token)]
            self._known[token.i] = instead or [self.of(token)]
        return self._known[token.i]

    def _begins_a_later(self, token: Any, heads: list[Any]) -> bool:
        """Whether another head stands further on in the same name ("open source" + "models")."""
        at = self.parse.span(token)[0]
        mention = self.mention_at(at)
        return mention is not None and any(at < self.parse.span(t)[0] < mention.end for t in heads)

    def of(self, token: Any) -> Referent | None:
        """What the noun phrase headed by `token` stands for; None where it stays open."""
        word = token.text.lower() if token.text != "US" else token.text
        if word in lists.MYSELF:
            return self._speaker(token)
        if token.tag_.startswith(("PRP", "W")) or word in lists.PRONOUNS:
            found = self.scene.referents.of(self.parse, token, self.number)
            if found.kind == "group" and word in ("it", "its", "itself"):
                return self._house_before(token)
            return found if found.name and found.name.lower() not in lists.OPEN else None
        if ours := self._ours(token):
            return ours
        if token.text.lower() in ("former", "latter"):
            found = self.scene.referents.of(self.parse, token, self.number)
            return found if found.name and found.name.lower() not in ("former", "latter") else None
        at = self.parse.span(token)[0]
        if (beside := self._stands_beside(token)) is not None:
            return beside
        mention = self.mention_at(at)
        if mention and mention.kind == "group" and mention.side is None:
            return self._thing(token, *self._phrase(token))  # "open models" in the words used
        if mention:
            return from_mention(self.content, mention)
        if timed := proper_names.before_time(self.content, at, (*self.mentions, *self.unknown)):
            return from_mention(self.content, timed)
        start, end = self._phrase(token)
        if (state := self._state(token, start, end)) is not None:
            return state
        if (named := self._compound(token, start, end)) is not None:
            return named
        if (owned := self._owned(token, start, end)) is not None:
            return owned
        if self._is_definite_product(token, start):
            return self.topic(("model",), start) or self._thing(token, start, end)
        if self._is_definite_company(token, start):
            found = self.scene.referents.of(self.parse, token, self.number)
            if found.name and found.kind not in ("unknown", "group"):
                return found
        return self._thing(token, start, end)

    def _ours(self, token: Any) -> Referent | None:
        """ "Our team", "my company": a group of its own, in the words used."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is None or owner.text.lower() not in ("our", "my"):
            return None
        if token.text.lower() not in lists.OUR_HOUSES:
            return None
        start, end = self._phrase(token)
        words = self.content[start:end]
        return Referent(words.lower(), words, None, start, end, "group")

    def _house_before(self, token: Any) -> Referent | None:
        """ "It" is no group: what the sentences before are about."""
        start, end = self.parse.span(token)
        found = self.topic(("organisation", "model"), start)
        return replace(found, start=start, end=end) if found else None

    def topic(self, kinds: tuple[str, ...], at: int) -> Referent | None:
        """Who this sentence, else one of the three before, names first: that is what it is about."""
        for n in range(self.number, max(-1, self.number - 4), -1):
            sentence = self.scene.reading.sentences[n]
            for mention in listed(self.scene, sentence.start, min(at, sentence.end)):
                if mention.kind in kinds:
                    return from_mention(self.content, mention)
        return None

    def mention_at(self, at: int) -> Mention | None:
        """The name (listed, or as found) that holds a place; no bare demonym."""
        for mention in self.mentions:
            if mention.start <= at < mention.end and not (mention.adjective and mention.kind == "side"):
                return mention
        for mention in self.unknown:
            whole = with_number(self.content, mention)
            if whole.start <= at < whole.end and self._is_name(mention):
                return whole
        return None

    def _is_name(self, mention: Mention) -> bool:
        """Whether a capitalised word is a name: by what stands around it, or by its tag where it begins."""
        if is_capitalised_name(self.scene, mention, self.sentence.start):
            return True
        first = self.parse.at(mention.start)
        return may_be_name(mention) and first is not None and first.tag_ == "NNP"

    def _phrase(self, token: Any) -> tuple[int, int]:
        """From the first modifier of a head to the head."""
        first = token
        for child in token.children:
            if child.i < token.i and child.dep_ in (
                "amod", "compound", "nmod", "poss", "det", "nummod", "npadvmod", "advmod", "quantmod", "nsubj"
            ):  # fmt: skip
                edge = child.left_edge
                first = edge if edge.i < first.i else first
        return self.parse.span(first)[0], self.parse.span(token)[1]

    def _state(self, token: Any, start: int, end: int) -> Referent | None:
        """ "The Biden administration" is the state; "Chinese cloud firms" are the group."""
        word = token.text.lower()
        for mention in self.scene.reading.mentions_in(start, end):
            if mention.kind == "side" and mention.side:
                words = self.content[start:end]
                if word in lists.STATE:
                    return Referent(mention.name, words, mention.side, start, end, "side")
                if word in lists.KINDS:
                    name = f"{names.demonym(mention.name)} {token.text.lower()}"
                    return Referent(name, words, mention.side, start, end, "group")
        if word in lists.STATE:  # "the government of Kenya"
            for inner in predications.behind(token, "of"):
                named = self.mention_at(self.parse.span(inner)[0])
                if named is not None and named.kind == "side" and named.side:
                    return Referent(
                        named.side, self.content[start : named.end], named.side, start, named.end, "side"
                    )
        who = re.search(r"(Biden|Trump|Obama|Clinton|Bush)(?:['’]s)?(?:\s\w*)?\Z", self.content[start:end])
        if who and word.startswith("administration"):
            name = f"{who[1]} administration"
            return Referent(name, self.content[start:end], "United States", start, end, "side")
        return None

    def _speaker(self, token: Any) -> Referent | None:
        """ "I" is who speaks here; "we" the house of a speaker who has one, else the speaker's side."""
        start, end = self.parse.span(token)
        words = self.content[start:end]
        name = self.scene.voices.at(start, end, start).speaker
        if words.lower() in ("i", "me", "my", "myself"):
            return Referent(name, words, None, start, end, "person") if name else None
        entry = vocabulary.load().entries.get(name or "")
        house = entry.organisation if entry and entry.kind == "person" else None
        if house:
            return Referent(house, words, vocabulary.load().side_of(house), start, end, "organisation")
        publisher = self.scene.reading.origin.publisher
        if not name and publisher and self.content.count(publisher) > 1:
            entry = vocabulary.load().entries.get(publisher)
            return Referent(publisher, words, entry.side if entry else None, start, end, "organisation")
        found = self.scene.referents.of(self.parse, token, self.number)
        return found if found.name and found.name.lower() not in lists.OPEN else None

    def _owned(self, token: Any, start: int, end: int) -> Referent | None:
        """ "Meta's engineers" are Meta; "China's Big Fund" and "Grammarly's assistant" keep their names."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is not None and owner.tag_ in ("NN", "NNS") and token.text.lower() in product_words.PRODUCT:
            words = self.content[start:end]  # "the ministry's chatbot"
            return Referent(_LEAD.sub("", words), words, None, start, end, "model")
        mention = self.mention_at(self.parse.span(owner)[0]) if owner is not None else None
        if mention is None or mention.kind not in ("organisation", "side", "unknown", "model"):
            return None
        word = token.text.lower()
        if word in lists.HOUSE and mention.kind == "organisation":
            return replace(from_mention(self.content, mention), start=start, end=end)
        if word not in lists.OWN_BODIES and word not in product_words.PRODUCT:
            return None
        plain = " ".join(re.sub(r"['’]s?(?=\s)", "", self.content[start:end]).split())
        kind = "model" if word in product_words.PRODUCT else "unknown"
        return Referent(_LEAD.sub("", plain), self.content[start:end], mention.side, start, end, kind)

    def _stands_beside(self, token: Any) -> Referent | None:
        """What a common noun describes: "Llama 3.1, an open model (released in July)"."""
        if token.dep_ == "attr" and lemma(token.head) == "be" and token.tag_ == "NN":
            return self._described(token)
        if token.dep_ != "appos" or token.tag_ != "NN" or token.i < token.head.i:
            return None
        named = self.mention_at(self.parse.span(token.head)[0])
        if named is None or named.kind not in ("model", "organisation", "person", "unknown"):
            return None
        _start, end = self._phrase(token)
        return replace(from_mention(self.content, named), end=max(end, named.end))

    def _described(self, token: Any) -> Referent | None:
        """ "R1 is the model (that was released in May)": R1."""
        subject = self.parse.subject(token.head)
        if (
            subject is None
            or subject.i >= token.i
            or not any(c.dep_ in ("relcl", "acl") for c in token.children)
        ):
            return None
        found = self.of(subject)
        return found if found is not None and is_named(found) else None

    def _compound(self, token: Any, start: int, end: int) -> Referent | None:
        """ "The Google DeepMind team" is Google DeepMind, "the H20 chip" the H20."""
        word = token.text.lower()
        at = self.parse.span(token)[0]
        for mention in (*self.mentions, *self.unknown):
            if mention.start >= start and mention.end == at - 1:
                if (
                    mention.kind == "unknown"
                    and not (word.endswith("s") and mention.name.isupper())
                    and mention.name not in product_words.NO_PRODUCTS
                    and word.removesuffix("s") in product_words.PRODUCT
                    and "'" not in mention.name
                ):
                    return replace(from_mention(self.content, mention), start=start, end=end)
                house = mention.kind == "organisation" and word in lists.HOUSE
                thing = mention.kind == "model" and word.removesuffix("s") in product_words.BEFORE_NAME
                if house or thing:
                    return replace(from_mention(self.content, mention), start=start, end=end)
        return None

    def _is_definite_company(self, token: Any, start: int) -> bool:
        word = token.text.lower()
        if word in ("business", "group", "maker", "developer") and any(
            c.dep_ in ("compound", "nmod") and c.i < token.i for c in token.children
        ):
            return False  # "the data-centre business" is a part of one
        its = re.match(r"(?i)(?:the|this|his|her|its|their|our)\s", self.content[start : start + 6])
        return bool((its and word in lists.COMPANY) or _THE_COUNTRY.match(self.content, start, start + 20))

    def _is_definite_product(self, token: Any, start: int) -> bool:
        """ "The chatbot", "the AI tool": the one named before; not "the tool that ..."."""
        if token.tag_ != "NN" or token.text.lower() not in product_words.NAMED_PRODUCT:
            return False
        if any(c.dep_ in ("relcl", "acl", "prep") and c.i > token.i for c in token.children):
            return False
        return bool(re.match(r"(?i)(?:the|this)\s", self.content[start : start + 5]))

    def _thing(self, token: Any, start: int, end: int) -> Referent | None:
        plain = _LEAD.sub("", " ".join(re.sub(r"[*_`#>]", " ", self.content[start:end]).split()))
        plain = re.sub(r"['’]s?\Z", "", plain)
        return Referent(plain, self.content[start:end], None, start, end, "thing") if plain else None

    def _named_instead(self, token: Any) -> list[Referent]:
        """The names that stand for a general word: in apposition, or as its examples."""
        at = self.parse.span(token)[0]
        if (mention := self.mention_at(at)) and mention.kind != "group":
            return []
        examples = [
            t
            for child in token.children
            if child.dep_ == "prep" and child.text.lower() in ("as", "including", "like")
            for t in predications.behind(token, child.text.lower())
        ]
        found = [r for r in (self.of(t) for t in examples) if is_named(r)] or self._administrations(token)
        if not found and token.tag_ in ("NN", "CD", "NNP"):
            named = self._right_behind(token) or self._called(token) or self._apposed(token, 3)
            kind = "model" if self._is_product(token) else None
            found += [_of_kind(from_mention(self.content, named), kind)] if named else []
        return [r for r in found if r is not None]

    def _administrations(self, token: Any) -> list[Referent | None]:
        """ "The Biden and Trump administrations"."""
        if token.text.lower() != "administrations":
            return []
        start, end = self._phrase(token)
        names_found = re.findall(r"Biden|Trump|Obama|Clinton|Bush", self.content[start:end])
        words = self.content[start:end]
        return [
            Referent(f"{n} administration", words, "United States", start, end, "side") for n in names_found
        ]

    def _is_product(self, token: Any) -> bool:
        """Whether a noun, or what stands beside it, is a kind of product ("an open source model, 01.AI")."""
        beside = [c for c in token.children if c.dep_ == "appos"]
        return any(t.text.lower() in product_words.PRODUCT for t in (token, *beside))

    def _right_behind(self, token: Any) -> Mention | None:
        """The name that follows its kind without a comma: "the model Llama 3"."""
        end = self.parse.span(token)[1]
        named = self.mention_at(end + 1) if token.text.lower() in product_words.BEFORE_NAME else None
        return named if named and named.start == end + 1 and self.content[end] == " " else None

    def _called(self, token: Any) -> Mention | None:
        """ "A model called Kestrel", "its new chip, dubbed the M1"."""
        end = self.parse.span(token)[1]
        match = _CALLED.match(self.content, end)
        return self.mention_at(match.end()) if match else None

    def _apposed(self, token: Any, depth: int) -> Mention | None:
        """The name that stands beside a noun between commas, also beside what stands beside it."""
        for child in token.children:
            if child.dep_ == "appos":
                named = self.mention_at(self.parse.span(child)[0])
                if named and named.kind != "group":
                    return named
                if depth and (further := self._apposed(child, depth - 1)):
                    return further
        return None


_CALLED = re.compile(
    r",?\s(?:(?:also|now|then|which (?:is|was)|that (?:is|was)|it)\s)?"
    r"(?:called|named|dubbed|nicknamed|codenamed|branded|known as|titled)\s(?:the\s)?[\"“'‘]?"
)


def _of_kind(referent: Referent, kind: str | None) -> Referent:
    return replace(referent, kind=kind) if kind and referent.kind == "organisation" else referent
