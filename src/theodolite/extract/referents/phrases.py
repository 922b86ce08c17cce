"""Who or what a noun phrase stands for: a name, a pronoun, "the company", "China's industry"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.reading import Reading
from theodolite.extract.referents import kinds, lexicon
from theodolite.extract.referents.antecedents import Antecedents, is_organisation
from theodolite.extract.referents.descriptions import Descriptions
from theodolite.extract.referents.houses import Houses
from theodolite.extract.referents.referent import Referent, from_mention, placed
from theodolite.extract.referents.sides import LeftOutSides
from theodolite.extract.referents.unlisted import Unlisted
from theodolite.extract.voices.spoken import Voices
from theodolite.extract.words import names
from theodolite.extract.words.names import Mention
from theodolite.extract.words.syntax import Parse

_ARTICLE = re.compile(
    r"\A(?:the|a|an|this|that|these|those|its|their|our|some|many|most|all|both|such|any|each|"
    r"every|other)\s+",
    re.I,
)
_OWNED_WITHIN = 24
"""Characters between an owner and the name of what is its: "Taiwan's contract maker TSMC"."""
_SOMEBODY = ("person", "organisation", "model")
_OF = re.compile(r"\bof\s+(?:[\w’']+\s)?\Z")


class Referents:
    """Resolves phrases of one document."""

    def __init__(self, reading: Reading, voices: Voices, unlisted: Unlisted) -> None:
        self.reading = reading
        self.voices = voices
        self.content = reading.content
        self._antecedents = Antecedents(reading, voices, unlisted)
        self._descriptions = Descriptions(reading, voices, self._antecedents)
        self._sides = LeftOutSides(reading)
        self._houses = Houses(reading, voices, self._antecedents.unlisted)

    def of(self, parse: Parse, token: Any, number: int) -> Referent:
        """What the noun phrase headed by `token` stands for. `name` is None where a pronoun stays open."""
        word = lexicon.noun(token) if token.text != "US" else token.text
        start, end = parse.phrase(token)
        words = self.content[start:end]
        if word in lexicon.FIRST:
            return self._ourselves(words, start, end)
        if word in lexicon.SINGULAR or word in lexicon.PLURAL:
            return self._pronoun(parse, token, number)
        at = parse.span(token)[0]
        if mention := self._covering(start, end, at):
            if word in lexicon.COMPANY and mention.kind == "group":
                meant = self._descriptions.of_a_side(parse, token, words, start, mention.side)
                return placed(meant, words, start, end) if meant else from_mention(self.content, mention)
            return from_mention(self.content, mention)
        if word in ("former", "latter") and (two := self._antecedents.pair_before(start)):
            return placed(two[word == "latter"], words, start, end)
        if named := self._apposed(parse, token):
            return placed(from_mention(self.content, named), words, start, end)
        if (mine := _first_person(token)) is not None and not self._inside(start, end):
            return self._mine(mine, word, words, start, end)
        owner = self._possessor(parse, token, number)
        if house := self._house_of(owner) if word in lexicon.COMPANY else None:
            return Referent(house, words, vocabulary.load().side_of(house), start, end, "organisation")
        if owner and owner.name and owner.kind != "person":
            return placed(owner, words, start, end)
        if word in lexicon.COMPANY and (carried := self._descriptions.of(parse, token, words, start)):
            return placed(carried, words, start, end)
        if mention := self._owner(parse, token, start, end):
            if _is_one_of(mention, words) and (carried := self._descriptions.of(parse, token, words, start)):
                return placed(carried, words, start, end)
            return self._owned(mention, token, words, start, end)
        if token.text in kinds.BODIES and (body := self._antecedents.unlisted.body(token.text, at)):
            return placed(from_mention(self.content, body), words, start, end)
        if earlier := self._descriptions.of(parse, token, words, start):
            return placed(earlier, words, start, end)
        return self._plain(words, start, end)

    # --- pronouns

    def antecedent(self, parse: Parse, token: Any, number: int, plural: bool) -> Referent | None:
        """What a pronoun stands for; None where nothing before it agrees with it."""
        return self._antecedents.of_pronoun(parse, token, number, plural)

    def _pronoun(self, parse: Parse, token: Any, number: int) -> Referent:
        start, end = parse.phrase(token)
        words = self.content[start:end]
        head = _relative_head(token)
        if head is not None:
            return placed(self.of(parse, head, number), words, start, end)
        found = self.antecedent(parse, token, number, plural=token.text.lower() in lexicon.PLURAL)
        return placed(found, words, start, end) if found else Referent(None, words, None, start, end)

    def house_of_we(self, at: int) -> str | None:
        """The organisation that "we" at a place stands for, if it does for one."""
        return self._houses.of_we(at)

    def _ourselves(self, words: str, start: int, end: int) -> Referent:
        if founder := self._houses.founder(start):
            return Referent(founder, words, None, start, end, "person")
        if house := self._houses.of_we(start):
            home = vocabulary.load().side_of(house)
            return Referent(house, words, home, start, end, "organisation")
        side = self.voices.side_of_we(start) or self.voices.own_at(start)[1]
        return Referent(side, words, side, start, end, "side")

    def _house_of(self, owner: Referent | None) -> str | None:
        """Whose company "her company" is."""
        if owner is None or owner.name is None or owner.kind not in ("person", "unknown"):
            return None
        return self._houses.of_person(owner.name) or owner.maker

    def _inside(self, start: int, end: int) -> bool:
        """Whether a phrase names somebody that it is said of: "our Chinese rivals"."""
        return any(m.adjective or m.kind == "group" for m in self.reading.mentions_in(start, end))

    def _mine(self, mine: str, word: str, words: str, start: int, end: int) -> Referent:
        """Whose what is "ours" or "mine" is: the speaker's house's, where houses have such; the country's; a
        place of work itself, in the words used where the text does not name it."""
        if word in lexicon.WORKPLACES:
            return self.at_work(words, start, end)
        if word in lexicon.OPPONENTS:
            return self._opponent(word, words, start, end)
        if word in lexicon.RELATED or mine == "my":
            return Referent(_named_so(words), words, None, start, end)
        found = self._ourselves(words, start, end)
        if found.kind == "organisation" and word in lexicon.NATIONAL:
            side = self.voices.side_of_we(start) or self.voices.own_at(start)[1]
            return Referent(side, words, side, start, end, "side")
        return found if found.name else Referent(_named_so(words), words, None, start, end)

    def at_work(self, words: str, start: int, end: int) -> Referent:
        """The place of work that "my lab" is, in the words used where the text does not name it."""
        ours = words[:3].lower() == "our"
        house = self._houses.at_work(start) or (self._houses.of_we(start) if ours else None)
        if house:
            return Referent(house, words, vocabulary.load().side_of(house), start, end, "organisation")
        return Referent(_named_so(words), words, None, start, end)

    def _opponent(self, word: str, words: str, start: int, end: int) -> Referent:
        """ "Our adversary": the other one of the two sides that the text is about."""
        own = self.voices.side_of_we(start) or self.voices.own_at(start)[1]
        if own and own in self.main_sides and len(self.main_sides) == 2 and not word.endswith("s"):
            other = next(side for side in self.main_sides if side != own)
            if self._houses.of_we(start) is None:
                return Referent(other, words, other, start, end, "side")
        return Referent(_named_so(words), words, None, start, end)

    def _possessor(self, parse: Parse, token: Any, number: int) -> Referent | None:
        """Whose the thing is that a phrase names, where a pronoun or a description says so: "its chips", "the
        company's chips"."""
        for child in token.children:
            if child.dep_ != "poss":
                continue
            word = child.text.lower()
            if word in ("its", "their", "his", "her", "whose"):
                plural = word == "their"
                head = _relative_head(child) if word == "whose" else None
                return (
                    self.of(parse, head, number)
                    if head is not None
                    else self.antecedent(parse, child, number, plural)
                )
            if word in lexicon.COMPANY or word in lexicon.COUNTRY or word in lexicon.REGIONS:
                start, end = parse.phrase(child)
                return self._descriptions.of(parse, child, self.content[start:end], start)
        return None

    # --- names inside the phrase

    def _apposed(self, parse: Parse, token: Any) -> Mention | None:
        """The name that stands beside somebody's founder or rival: "DeepSeek's parent, High-Flyer, owns"."""
        if token.text.lower() not in lexicon.RELATED or not any(c.dep_ == "poss" for c in token.children):
            return None
        for child in token.children:
            if child.dep_ == "appos" and child.i > token.i:
                at = parse.span(child)[0]
                near = self._antecedents.names(max(0, at - 60), at + 60)
                return next((m for m in near if m.start <= at < m.end and m.kind in _SOMEBODY), None)
        return None

    def _covering(self, start: int, end: int, at: int) -> Mention | None:
        for mention in (*self.reading.mentions_in(start, end), *self._around(at)):
            if mention.start <= at < mention.end and not (mention.adjective and mention.kind == "side"):
                return mention
        return None

    def _around(self, at: int) -> tuple[Mention, ...]:
        return self.reading.mentions_in(max(0, at - 60), at + 60)

    def _owner(self, parse: Parse, token: Any, start: int, end: int) -> Mention | None:
        """The name inside a phrase that says whose or from where: "China's AI industry", "the Chinese
        sector"."""
        found = self.reading.mentions_in(start, end)
        for i, mention in enumerate(found):
            after = self.content[mention.end : mention.end + 2]
            if after in ("'s", "’s") or after[:1] in "'’" or mention.adjective:
                owned = found[i + 1] if i + 1 < len(found) and mention.kind == "side" else mention
                near = owned.start - mention.end <= _OWNED_WITHIN  # "shares of Taiwan's TSMC" are TSMC's
                return owned if near and owned.kind in ("organisation", "model") else mention
        return found[0] if found else None

    def _owned(self, mention: Mention, token: Any, words: str, start: int, end: int) -> Referent:
        word = token.text.lower()
        if (
            mention.kind == "model"
            and word in lexicon.THINGS
            and not mention.adjective
            and _OF.search(self.content[start : mention.start])
        ):
            return self._plain(words, start, end)  # copies of Llama are not Llama
        side = mention.side or mention.name
        if mention.kind == "side" and word in lexicon.THINGS:
            return Referent(f"{names.demonym(side)} {token.text}", words, mention.side, start, end, "group")
        return Referent(mention.name, words, mention.side, start, end, mention.kind, mention.maker)

    def _plain(self, words: str, start: int, end: int) -> Referent:
        """The words as found, without article; a capitalised name in its full form."""
        plain = re.sub(r"\A[#>\s]+", "", words).replace("*", " ")
        shown = re.sub(r"['’]s?\Z", "", " ".join(_ARTICLE.sub("", plain).split()))
        if re.fullmatch(r"[A-Z][A-Za-z]+", shown):
            if mention := self._by_last_word.get(shown):
                return placed(from_mention(self.content, mention), words, start, end)
            shown = self._antecedents.unlisted.full(shown)
        return Referent(shown or None, words, None, start, end)

    @cached_property
    def _by_last_word(self) -> dict[str, Mention]:
        """The first organisation of the text whose name, in several words, ends in a word."""
        found: dict[str, Mention] = {}
        for mention in self.reading.mentions:
            words = self.content[mention.start : mention.end]
            if mention.kind == "organisation" and " " in words:
                found.setdefault(words[words.rindex(" ") + 1 :], mention)
        return found

    def house(self, at: int, but: Collection[str | None] = ()) -> Referent | None:
        """The organisation that the words before a place are about; none of `but`."""
        return self._antecedents.described(
            at,
            lambda m: (
                is_organisation(m, ("", "investor", "university"))
                and m.name not in OBSERVERS
                and m.name not in but
            ),
        )

    def organisations(self, start: int, end: int) -> list[Mention]:
        """The organisations named between two places, listed or shown to be one by the text; in order."""
        return [
            m
            for m in self._antecedents.names(start, end)
            if is_organisation(m, ("", "investor", "university")) and not m.adjective
        ]

    # --- sides that the words leave out

    @property
    def main_sides(self) -> tuple[str, ...]:
        """The two sides that the document speaks of most, the first the more so."""
        return self._sides.main_sides

    def other_side(self, side: str | None, near: int, ahead: bool = True) -> str | None:
        """The side that a statement about `side` is held against where the words leave it out."""
        return self._sides.other_side(side, near, ahead)

    def pair(self, near: int) -> tuple[str, str] | None:
        """(follower, leader) of "the gap" with no sides."""
        return self._sides.pair(near)

    def order(self, first: str, second: str, near: int) -> tuple[str, str]:
        """(follower, leader) of two sides: as the field has them, in chips otherwise than in models."""
        return self._sides.order(first, second, near)


def _first_person(token: Any) -> str | None:
    """ "Our" or "my" before a noun."""
    owner = next((c.text.lower() for c in token.children if c.dep_ == "poss"), None)
    return owner if owner in ("our", "my") else None


def _named_so(words: str) -> str | None:
    """The words used, without "our" or "my"."""
    return re.sub(r"\A(?:[Oo]ur|[Mm]y)(?:\s(?:very\s)?own)?\s", "", " ".join(words.split())) or None


def _relative_head(token: Any) -> Any | None:
    """What a relative pronoun stands for: the noun that its clause describes."""
    if token.tag_ not in ("WDT", "WP", "WP$"):
        return None
    verb = token.head
    for _ in range(6):
        if verb.dep_ == "relcl":
            return verb.head if verb.head.i < token.i else None
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _is_one_of(mention: Mention, words: str) -> bool:
    """Whether a phrase describes one thing of a side that may have been named ("the Chinese model")."""
    definite = re.match(r"(?i)(?:the|this|that)\s", words)
    return bool(definite) and (mention.kind == "side" and mention.adjective)
