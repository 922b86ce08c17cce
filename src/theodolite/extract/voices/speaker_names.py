"""How a document names those who speak: in the fullest form it gives, groups as they are named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract.voices import reporting
from theodolite.extract.voices.antecedents import SpeakerAntecedents
from theodolite.extract.voices.attribution import Reported, lately
from theodolite.extract.voices.speaker_words import (
    BODIES,
    DESCRIBED,
    NAMED_BODY,
    NOBODY,
    ONE_PERSON,
    OWNER,
    POSTS,
)
from theodolite.extract.voices.turns import UP
from theodolite.extract.words import lexicon, names
from theodolite.extract.words.names import Mention
from theodolite.extract.words.syntax import Parse

_CAP = re.compile(r"[A-Z][\w.'’-]*\w|[A-Z]\.?")
_OPENERS = frozenset(
    ("As", "In", "For", "To", "But", "And", "Yet", "While", "When", "Asked", "After", "Like")
)
_SOURCES = frozenset(
    ("person", "people", "source", "sources", "insider", "insiders", "official", "officials")
)
_COUNTED = re.compile(r"(?:an?|one|two|three|four|five|six|some|several|many)\s")
_SPOKEN = 20  # attributions looked back at
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Tt]hat)\s(?P<noun>[a-z-]+)")
_RESEARCHERS = lexicon.words(
    "researchers scientists economists scholars authors team academics engineers group"
)
_LATER = 2000
"""Characters over which the maker of a study may be named behind it."""
_TRIM = re.compile(r"\A(?:the|a|an|its|their|his|her)\s+", re.I)
_NAME_BESIDE = re.compile(
    rf",\s(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?(?P<name>[{UP}][\w'’-]+(?:\s(?:(?:al-|el-)?[{UP}][\w'’.-]+|(?:van|von|de|der|den|bin|al|da|di|la|du|dos)(?=\s))){{1,4}})(?=,)"
)
_NAME_TAIL = re.compile(r"['’]s?\Z")

_ARTICLES = frozenset({"the", "a", "an"})


class SpeakerNames(SpeakerAntecedents):
    """Names of those who report in one document. `own` is the text's own speaker."""

    def of(
        self, parse: Parse, token: Any, number: int, before: Sequence[Reported] | None = None
    ) -> tuple[str, str, bool] | None:
        """(fullest name, words used, is a body) of a noun phrase that reports; None where it is nobody."""
        word = token.text.lower()
        if word in reporting.FIRST_PERSON:
            return None
        start, end = parse.phrase(token)
        start += len(self.content[start:end]) - len(self.content[start:end].lstrip("#*_ "))
        words = self.content[start:end]
        if word in reporting.PRONOUNS:
            return self._antecedent(word, number, before)
        if word in reporting.STUDY or (token.tag_.startswith("NN") and word.rstrip("s") in reporting.STUDY):
            return self._study(parse, token, number, before)
        if again := self._again(words, number, before):
            return again
        if _is_that_body(token, words):
            carried = self._antecedent("it", number, before) or self._company_before(number, start)
            if carried:
                return carried
        if re.fullmatch(r"(?:[Tt]he|[Ii]ts)\s(?:study['’]s\s|report['’]s\s)?authors", words):
            for earlier in (before or ())[-20:][::-1]:
                if earlier.study and number - earlier.sentence <= 14:
                    return earlier.name, words, True
            if made := self._company_before(number, start):
                return made
        if person := self._by_description(parse, token, words, number, before):
            return person
        if (named := NAMED_BODY.match(_TRIM.sub("", words))) and word in BODIES:
            shown = named["name"].strip()
            if not any(m.kind == "side" for m in self.reading.mentions_in(start, end)):
                return self.fullest(shown, start), words, True
        known = self._known(parse, token, start, end)
        if known:
            return known
        proper = _proper(parse, token, self.content) or self._by_post(parse, token)
        if proper:
            joined = [m.name for m in self._joined if m.start <= start and proper in m.name]
            proper = joined[-1] if joined and joined[-1].startswith(proper) else proper
            return self.fullest(proper, start), proper, self._is_body(proper, parse.span(token)[1])
        if word in reporting.PEOPLE or (
            token.tag_ in ("NNS", "NN")
            and token.dep_ != "expl"
            and word.endswith(("ers", "ists", "ors", "ants"))
        ):
            if word in _SOURCES and words.lower().startswith("the "):
                told = next((r for r in lately(before, number, 6) if not r.body), None)
                if told and told.name[:1].islower():
                    return told.name, words, False
            if token.tag_ == "NN" and re.match(r"(?:[Tt]he|[Tt]his)\s", words) and word not in BODIES:
                person = self._antecedent("he", number, before, far=False)
                if person and person[0] != self.own:
                    return person
            shown = (
                " ".join(_TRIM.sub("", words).split()) if word not in ("one",) else " ".join(words.split())
            )
            if not any(c.isupper() for c in shown[1:]) and not parse.doc[token.left_edge.i].tag_.startswith(
                "NNP"
            ):
                shown = shown[:1].lower() + shown[1:]
            return shown, words, False
        return None

    def anyone(self, parse: Parse, token: Any) -> tuple[str, str, bool] | None:
        """Whoever tells something, by the words used, where nothing else shows who it is: "a banker from
        Leeds", "PIF's governor, Lamia al-Otaibi"."""
        word = token.text.lower()
        if token.tag_[:2] not in ("NN", "CD", "DT", "JJ") or word in NOBODY or token.dep_ == "expl":
            return None
        if word in _ARTICLES:  # "the agency reports", where the parser takes both words behind for nouns
            return None
        start, end = parse.phrase(token)
        words = " ".join(self.content[start:end].split()).strip("#*_ ")
        if not words or len(words) > 120 or words.lower().startswith("no "):
            return None
        if named := _NAME_BESIDE.match(self.content, end, end + 60):
            return named["name"], named["name"], False
        if words.isalpha() and words.istitle():  # one capitalised word: a firm whose name is a common word
            return self.fullest(words, start), words, True
        shown = _TRIM.sub("", words)
        return (shown if shown[:1].isupper() else shown[:1].lower() + shown[1:]), words, word in BODIES

    def _again(
        self, words: str, number: int, before: Sequence[Reported] | None
    ) -> tuple[str, str, bool] | None:
        """ "The analysts", "the ministry", "the team": those who were named more fully before."""
        noun = _DEFINITE.fullmatch(words)
        if noun is None:
            return None
        for earlier in reversed((before or ())[-_SPOKEN:]):
            if number - earlier.sentence > 8:
                return None
            named = [word.lower() for word in earlier.name.split()]
            research = noun["noun"] in _RESEARCHERS and not _RESEARCHERS.isdisjoint(named)
            if len(named) > 1 and (research or noun["noun"] in named):
                return earlier.name, words, earlier.body
        return None

    def told(self, words: str) -> tuple[str, str, bool] | None:
        """Some people by the words used, where these count them: "two people on the sell side"."""
        people = _COUNTED.match(words) and not reporting.PEOPLE.isdisjoint(words.lower().split())
        return (words, words, False) if people else None

    def group(self, words: str) -> tuple[str, str, bool] | None:
        """Several people by their calling and house: "Researchers at a Munich institute"."""
        head = re.match(
            r"(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z-]+|[A-Z][a-z]+)(?=\s(?:at|of|from|in|with)\s|\Z)", words
        )
        return (words, words, False) if head and head["noun"].lower() in reporting.PEOPLE else None

    def _by_description(
        self, parse: Parse, token: Any, words: str, number: int, before: Sequence[Reported] | None
    ) -> tuple[str, str, bool] | None:
        """ "The former Kiln chief", "the Nobel laureate": a person spoken of before, by post."""
        if token.text.lower() not in ONE_PERSON or not re.match(r"[Tt]he\s(?!first|next|latest)", words):
            return None
        after = parse.span(token)[1]
        if re.match(r",?\s(?:of|at|for|[A-Z])", self.content[after : after + 8]):
            return None  # "the head of the agency", "the director, Ana Ruiz": somebody new
        found = self._antecedent("he", number, before, far=False)
        return (found[0], words, False) if found and found[0] != self.own else None

    def _by_post(self, parse: Parse, token: Any) -> str | None:
        """The person whose post heads the phrase: "X founder, chairperson and CEO Zhao Hejuan"."""
        if not token.tag_.startswith("NN") or token.tag_ == "NNS":
            return None
        post = token.text.lower() in reporting.PEOPLE
        for other in token.subtree:
            near = token.i < other.i < token.i + (12 if post else 4)
            between = parse.doc.text[token.idx + len(token) : other.idx]
            if other.dep_ == "conj" and re.match(r"\s(?:at|of|for|from|in)\s[^,]*\Z", between):
                continue  # "a professor at Hill and Dale University"
            if (
                other.dep_ in ("appos", "conj")
                and near
                and (post or not re.search(r"[,;:(]|\band\b", between))
            ):
                proper = _proper(parse, other, self.content)
                if proper and " " in proper:
                    return proper
        beside = _NAME_BESIDE.match(self.content, end := parse.phrase(token)[1], end + 60) if post else None
        return beside["name"] if beside else None

    def _known(self, parse: Parse, token: Any, start: int, end: int) -> tuple[str, str, bool] | None:
        """A name of the vocabulary that heads the phrase, in the fullest form that the document has."""
        at = parse.span(token)[0]
        for mention in self.reading.mentions_in(max(0, at - 60), at + 90):
            if mention.start <= at < mention.end and mention.kind in (
                "organisation",
                "person",
                "side",
                "group",
            ):
                words = self.content[mention.start : mention.end]
                if mention.kind in ("side", "group"):
                    return " ".join(words.split()), words, mention.kind == "side" and not mention.adjective
                return (
                    self.fullest_known(mention.name, words, mention.kind == "person"),
                    words,
                    mention.kind == "organisation",
                )
        return None

    def _study(
        self, parse: Parse, token: Any, number: int, before: Sequence[Reported] | None
    ) -> tuple[str, str, bool] | None:
        """The organisation behind "a study by X", "X's survey", "the X report"; a bare "the report" is
        the last one."""
        s = self.reading.sentences[number]
        start, end = parse.phrase(token)
        if maker := self._maker_of(parse, token, number, before):
            return maker
        by = re.compile(
            r"(?:\s(?!says?\b|said\b|found\b|finds?\b|shows?\b|showed\b|estimat|warn|puts?\b|not(?:es|"
            r"ed)\b|that\b|and\b|against\b)[\w-]+){0,4}?\s(?:by|from|of|at|released by|published by|"
            r"conducted by|compiled by|commissioned by)\s+(?:(?:the|a|an|researchers?|analysts?|"
            r"economists?|scientists?|folks|people|team|testers|engineers?|at|of|in|from|U\.S\.|think tank|"
            r"research firm|consultancy|"
            r"market research firm|data provider|data firm|investment bank|bank|consulting firm)\s+)*"
        )
        after = by.match(self.content, parse.span(token)[1], min(s.end, parse.span(token)[1] + 80))
        places = [(after.end(), after.end())] if after else []
        if places:
            named = self.at(places[0][0], s.end)
            if named:
                return named
        inside = [m for m in self.reading.mentions_in(start, end) if m.kind in ("organisation", "person")]
        if inside:
            words = self.content[inside[0].start : inside[0].end]
            return self.fullest_known(inside[0].name, words, inside[0].kind == "person"), words, True
        proper = self.reading.unknown_in(start, end)
        if proper:
            if described := DESCRIBED.match(self.content, proper[0].start, s.end):
                return self.at(described.end(), s.end)
            name = _NAME_TAIL.sub("", proper[0].name)
            return name, name, True
        words = " ".join(self.content[start:end].split())
        if words.lower() == token.text.lower() and token.dep_ in ("dobj", "pobj"):
            return None  # "disputes estimates that ..." names nobody
        if (
            re.match(r"(?i)(?:the|its|their|this|that|those|these)\b", words)
            or words.lower() == token.text.lower()
        ):
            for earlier in lately(before, number, 30):
                near = number - earlier.sentence <= (30 if earlier.study else 1)
                if (earlier.body and near) or (_by_researchers(earlier) and number - earlier.sentence <= 8):
                    return earlier.name, words, True
        if named := self._named_later(token.text.lower(), end):
            return named
        opens = parse.doc[token.left_edge.i].tag_.startswith("NNP")
        return (words if opens else words[:1].lower() + words[1:]), words, True

    def _named_later(self, noun: str, at: int) -> tuple[str, str, bool] | None:
        """Who made a study that a later sentence names: "a tally ... The tally, drawn up by Kiln, ..."."""
        later = re.compile(
            rf"\b[Tt]h(?:e|is|at)\s{re.escape(noun)},?\s(?:(?:which|that)\s)?(?:(?:was|is|were|are)\s)?(?:drawn\sup|"
            r"compiled|published|produced|conducted|carried\sout|released|commissioned|put\stogether|run|prepared|"
            r"written|done|issued)\s(?:\w+\s)?by\s(?:the\s)?(?:[A-Z][\w-]+-based\s)?(?=[A-Z])"
        )
        found = later.search(self.content, at, at + _LATER)
        return self.at(found.end(), found.end() + 120) if found else None

    def _maker_of(
        self, parse: Parse, token: Any, number: int, before: Sequence[Reported] | None
    ) -> tuple[str, str, bool] | None:
        """Who made a study: "data that X provided", "a survey X commissioned", "the ministry's figures"."""
        for child in token.children:
            if child.dep_ == "relcl":
                maker = next((c for c in child.children if c.dep_ == "nsubj" and c.i > token.i), None)
                if maker is not None and (maker.tag_.startswith("NN")):
                    named = self.of(parse, maker, number, before)
                    return (named[0], named[1], True) if named else None
            if child.dep_ == "poss" and child.tag_.startswith("NN"):
                named = self.of(parse, child, number, before)
                return (_NAME_TAIL.sub("", named[0]), _NAME_TAIL.sub("", named[1]), True) if named else None
            if child.i == token.i + 1 and child.dep_ == "appos" and child.tag_.startswith("NNP"):
                return self.at(parse.span(child)[0], parse.span(child)[1] + 60)
            if child.dep_ == "prep" and child.text.lower() in ("from", "by", "of"):
                for other in child.children:
                    if other.dep_ == "pobj" and _is_that_body(
                        other, self.content[slice(*parse.phrase(other))]
                    ):
                        named = self.of(parse, other, number, before)
                        return (named[0], named[1], True) if named else None
        return None

    def holder(self, words: str) -> tuple[str, str, bool] | None:
        """The person behind "Kiln's chief", "the founder of Kiln": whom the text gives that post there."""
        owner = next((m for m in names.find(words) if m.kind == "organisation"), None)
        name = owner.name if owner else (match["org"] if (match := OWNER.match(words)) else None)
        if name is None:
            return self._titled(words)
        ways = {
            re.escape(name),
            *(re.escape(words[m.start : m.end]) for m in names.find(words) if m is owner),
        }
        placed = re.compile(rf"\b(?:{'|'.join(sorted(ways))})\b")
        known = vocabulary.load().entries
        for mention in self._perhaps_people:
            near = self.content[mention.end : mention.end + 110].split(". ")[0]
            entry = known.get(mention.name)
            if (entry is not None and entry.organisation == name) or (
                re.match(r",\s(?:the|a|an|who)\b", near) and POSTS.search(near) and placed.search(near)
            ):
                return self.fullest_known(mention.name, mention.name, True), words, False
        return self._titled(words)

    def _titled(self, words: str) -> tuple[str, str, bool] | None:
        """Whom the text calls by the same post: "White House official David Sacks"."""
        name = self._by_post_before.get(words.split()[-1].lower()) if words.split() else None
        return (self.fullest_known(name, name, True), words, False) if name else None

    @cached_property
    def _joined(self) -> tuple[Mention, ...]:
        """Names that nobody listed of two houses or people: "Holt & Pine"."""
        return tuple(m for m in self.reading.unknown if " & " in m.name)

    def someone(
        self, start: int, end: int, number: int, before: Sequence[Reported]
    ) -> tuple[str, str, bool] | None:
        """Who some words mean: a pronoun, a name, a post, "the agency"; None where they name nobody."""
        words = self.content[start:end].strip(" ,")
        if words.lower() in ("he", "she", "they", "it"):
            return self._antecedent(words.lower(), number, before)
        parse = self.reading.parse(number)
        token = parse.head_of(start, start + len(words))
        found = self.of(parse, token, number, before) if token is not None else None
        if found is None and token is not None and words.startswith(("the ", "a ", "an ", "one ", "two ")):
            return self.anyone(parse, token)
        if found and found[0][:1].islower() and (maker := self.maker_before(number, before)) and found[2]:
            return maker
        return found


def _by_researchers(reported: Reported) -> bool:
    """ "Researchers from Kiln University", "scientists at Kiln": whose study it is."""
    words = [word.lower() for word in reported.name.split()]
    return len(words) > 1 and words[0] in _RESEARCHERS


def _is_that_body(token: Any, words: str) -> bool:
    """ "The company", "the Swedish firm", "the UN-affiliated agency": a body spoken of before."""
    return token.text in BODIES and bool(
        re.fullmatch(r"(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[A-Z][\w’'-]*\s){0,3}[a-z-]+", words)
    )


def _proper(parse: Parse, token: Any, content: str) -> str | None:
    """The capitalised name that ends at the head of a phrase, without titles: "Zhao Hejuan"."""
    words: list[str] = []
    i = token.i
    while i >= 0:
        word = parse.doc[i].text
        if i == 0 and words and word in _OPENERS:
            break
        if i >= 2 and parse.doc[i - 1].text == "-" and not parse.doc[i - 1].whitespace_:
            word = f"{parse.doc[i - 2].text}-{word}"  # "Wu Cheng-wen"
        if not (word[:1].isupper() and word[:1].isalpha()) or (
            words
            and (word in reporting.ROLES or parse.doc[i].whitespace_ == "" or re.search(r"\w\w\.\Z", word))
        ):
            break
        words.insert(0, word)
        i -= 1 + 2 * word.count("-")
    if not words or not token.tag_.startswith("NNP"):
        return None
    return (
        " ".join(words)
        if words[0] not in ("The", "This", "These", "Many", "Some")
        else " ".join(words[1:]) or None
    )
