"""What a document reports others to have said, each with its reach: "X said that ...", "according to X"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import Any

from theodolite.extract.reading import Reading
from theodolite.extract.voices import (
    accounts,
    asides,
    cues,
    headlines,
    later_named,
    quoted,
    reporting,
    studies,
    tellers,
)
from theodolite.extract.voices.attribution import Reported
from theodolite.extract.voices.quotations import holds
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.words.sentences import Sentence
from theodolite.extract.words.syntax import SUBJECTS, Parse

_JOINED = re.compile(
    r",\s(?:and|but|while|whereas)\s(?=(?:its|their|his|her|the|it|they|he|she|[A-Z][\w’'-]*)\s"
    r"(?:[\w’'-]+\s){0,4}?(?:is|are|was|were|has|have|had|will|would|takes?|took|[a-z]+(?:s|ed))\b)"
)
_THIS = re.compile(r"this (?:\w+ )?(?:paper|report|brief|study|note|article|review|essay|post)")
_ITSELF = re.compile(r"(?:this|the|our) (?:\w+ )?(?:paper|report|brief|study|note|article|review)")
"""A text that speaks of itself speaks with its own voice."""
_I_BEFORE = re.compile(
    r"\bI(?:['’]d)?\s(?:(?:would|could|did?|do|should|must|might|just|also)(?:n['’]t)?\s){0,2}\Z"
)
_TO_STUDY = re.compile(
    r"\sto\s(?:an?|the|its|their|his|her)\s[^,;:.]{0,50}?\b(?:index|survey|report|study|ranking|poll|tally|data|"
    r"figures|paper|analysis|numbers|estimates?)\b[^,;:.]{0,40}?\s(?:in\swhich|that|which|showing|where)\s"
)
_OWNS_UP = re.compile(r"\s(?:about\s|some\s|around\s|up\sto\s|only\s|nearly\s|another\s|just\s)?[$€£]?\d")
_JUST_THIS = re.compile(r"\b(?:and|but|which)\s(?:[\w’'-]+\s?){1,3},\s(?:in|by|on|from)\s\w+\s\w+(?=,\Z)")
"""What alone an account in commas is of: "frightened Congress and produced, by his reckoning, 900 papers"."""
_BESIDE_IT = re.compile(
    r"(?:The|An?|Its|Their)\s(?!\w+\sof\b)[a-z][^,;:.]{2,60},\s(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}),\s"
)
"""A name in apposition before the verb: "The charity behind it, Kiln, said ..."."""
_FOUND_IT = re.compile(
    r"\s(?:it|them|this|(?:the|its|their)\s[\w’' -]{2,40}?)\s(?:to\sbe|level|equal|ahead|behind|better|worse|"
    r"faster|slower|weaker|stronger|cheaper|no\s\w+er|comparable|on\sa\spar|well\s\w+)\b"
)
_NAME_BEFORE = re.compile(
    r"(?:\A|[,;—“\"]\s?|\b(?:but|and|while|as|that)\s)(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,5})"
    r"(?:,\s(?:(?:the|a|an|who|one of)\s|(?=[a-z]))[^,;:.]{2,80},)?\s(?:also\s|has\s|had\s|then\s|later\s)?\Z"
    r"|,\s(?P<name2>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}),\s\Z"
)


class Attributions:
    """All attributions of one document, found once. `quotations` are the places of direct speech."""

    def __init__(
        self, reading: Reading, quotations: tuple[tuple[int, int], ...], names: SpeakerNames
    ) -> None:
        self.reading = reading
        self.content = reading.content
        self.quotations = quotations
        self.names = names
        self._of_studies: set[str] = set()
        self._known = 0  # attributions whose studies are among them

    @cached_property
    def reported(self) -> tuple[Reported, ...]:
        """Every attribution, in order of its sentence."""
        self.reading.prepare(found_in := cues.said_in(self.reading))
        cued = set(found_in)
        found: list[Reported] = []
        for i in sorted(
            {*cued, *(i for i, s in enumerate(self.reading.sentences) if not i or s.kind == "heading")}
        ):
            if titled := headlines.find(self.reading, self.names, i):
                found.extend(titled)
                continue
            if i not in cued:
                continue
            found.extend(self._according(i, found))
            found.extend(self._account(i, found))
            found.extend(accounts.find(self.reading, self.names, self.quotations, i, found))
            found.extend(self._colon(i))
            found.extend(self._introduced(i, found))
            found.extend(self._verbs(i, found))
            found.extend(asides.find(self.reading, self.names, self.quotations, i, found))
            found.extend(quoted.find(self.reading, self.names, self.quotations, i, found))
            found.extend(quoted.dashed(self.reading, self.names, i))
        settled = headlines.settled(found, studies.lead(self.reading, self.names))
        settled = later_named.found(self.reading, settled)
        is_report = (self.reading.origin.kind or "").lower() in ("report", "paper", "study")
        return tuple(r for r in settled if not (_ITSELF if is_report else _THIS).fullmatch(r.name))

    def _colon(self, number: int) -> list[Reported]:
        """A line of a known person: "Musk: China is a year behind"."""
        s = self.reading.sentences[number]
        match = cues.COLON.match(self.content, s.start, s.end)
        if not match:
            return []
        people = [
            m for m in self.reading.mentions_in(match.start("name"), match.end("name")) if m.kind == "person"
        ]
        name = self.names.fullest(match["name"], s.start)
        if not people and (" " not in name or name == match["name"]):
            return []
        if people:
            name = self.names.fullest_known(people[0].name, match["name"], True)
        return [Reported(match.end(), s.end, name, match["name"], False, number)]

    def _according(self, number: int, before: list[Reported]) -> list[Reported]:
        s = self.reading.sentences[number]
        found = []
        for match in reporting.ACCORDING.finditer(self.content, s.start, s.end):
            if (
                match.group().lower().startswith("per")
                and not self.content[match.end() : match.end() + 1].isupper()
                and not _REPORT_OF.match(self.content, match.end(), s.end)
            ):
                continue
            parse = self.reading.parse(number)
            token = parse.object_from(match.end())
            if token is None:
                continue
            named = (
                self.names.of(parse, token, number, before)
                or self.names.at(match.end(), s.end)
                or self.names.anyone(parse, token)
            )
            if named:
                start, end = self._reach(s.start, s.end, match.start())
                found.append(Reported(start, end, named[0], named[1], named[2], number, named[2]))
        return found

    def _account(self, number: int, before: list[Reported]) -> list[Reported]:
        """ "in his view", "by Epoch AI's count": the account of whoever it is."""
        s = self.reading.sentences[number]
        found = []
        for match in reporting.ACCOUNT.finditer(self.content, s.start, s.end):
            if holds(self.quotations, match.start()):
                continue
            named = (
                self.names.possessor(match["who"], number, before)
                if match["who"]
                else self.names.at(match.start("name"), s.end)
            )
            if named:
                start, end = self._reach(s.start, s.end, match.start())
                if match["who"] and (inner := _JUST_THIS.search(self.content, start, match.end() + 1)):
                    start = inner.start()
                study = named[2] and not match["who"]
                found.append(Reported(start, end, named[0], named[1], named[2], number, study))
        for match in reporting.OPINION.finditer(self.content, s.start, s.end):
            parse = self.reading.parse(number)
            owner = parse.at(match.start())
            verb = parse.verb_above(owner) if owner is not None else None
            subject = parse.subject(verb) if verb is not None else None
            named = self.names.of(parse, subject, number, before) if subject is not None else None
            if named:
                found.append(Reported(match.end(), s.end, named[0], named[1], named[2], number))
        return found

    def _introduced(self, number: int, before: list[Reported]) -> list[Reported]:
        """What a colon opens is said by whoever speaks before it: "Ortiz gave her figures: China has ..."."""
        s = self.reading.sentences[number]
        match = reporting.INTRODUCES.search(self.content, s.start, s.end)
        if not match or holds(self.quotations, match.start()):
            return []
        parse = self.reading.parse(number)
        verb = parse.at(match.start())
        if verb is None or not verb.tag_.startswith("VB"):
            return []
        subject = self._named_before(parse, verb, s) or parse.subject(verb)
        named = self.names.of(parse, subject, number, before) if subject is not None else None
        if named is None or subject is None or not (named[2] or tellers.is_person(subject)):
            return []
        return [Reported(match.end(), s.end, named[0], named[1], named[2], number, False)]

    def _reach(self, start: int, end: int, at: int) -> tuple[int, int]:
        """ "according to" reaches its sentence up to a semicolon; behind ", and" with a clause, that one."""
        semicolon = self.content.find(";", start, end)
        if semicolon >= 0:
            start, end = (start, semicolon) if at < semicolon else (semicolon + 1, end)
        joined = list(_JOINED.finditer(self.content, start, at))
        return (joined[-1].end(), end) if joined else (start, end)

    def _verbs(self, number: int, before: list[Reported]) -> list[Reported]:
        s = self.reading.sentences[number]
        parse = self.reading.parse(number)
        found: list[Reported] = []
        for token in parse.doc:
            word = token.text.lower()
            if word not in reporting.SAY and word not in reporting.FIND:
                continue
            if not token.tag_.startswith("VB") or (token.tag_ == "VBN" and tellers.passive(token)):
                continue
            if holds(self.quotations, parse.span(token)[0]) and holds(self.quotations, s.start):
                continue
            subject = self._named_before(parse, token, s) or parse.subject(token)
            subject = tellers.who(token, subject) if subject is not None else None
            if _I_BEFORE.search(self.content, max(s.start, parse.span(token)[0] - 24), parse.span(token)[0]):
                continue
            if subject is not None and subject.text.lower() == "it" and subject.head.i != token.i:
                continue  # "it is unrealistic to expect": nobody's it
            if subject is None or subject.i == token.i or self._is_model(parse, subject):
                continue
            if _MINE.match(self.content, parse.phrase(subject)[0]) and not tellers.is_person(subject):
                continue  # "my back of the envelope says": the writer's own
            clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i != token.i), None)
            shown = False
            rest = self.content[parse.span(token)[1] : min(s.end, parse.span(token)[1] + 140)]
            if word in ("put", "puts") and reporting.PUT_OUT.match(rest):
                continue  # "This is Loom 5, Kiln put it out on Thursday"
            if word.startswith(("admit", "add", "post", "record")) and _OWNS_UP.match(rest):
                continue  # "admits 60 students a year", "added about 60 gigawatts"
            ends = subject.i < token.i and tellers.comma_before(parse, token, subject)
            if clause is None and tellers.only_describes(token, subject, ends):
                continue  # "a professor who advises two of them", "the delay that the Commission proposed"
            if (
                clause is None
                and word in reporting.CLAUSE_ONLY
                and not ends
                and not self.quoted(s.start, s.end)
            ):
                placed = reporting.PLACES.fullmatch(word) and reporting.PLACED.search(rest)
                shown = tellers.shows(word, subject)
                points = word.startswith("point") and _TO_STUDY.match(rest)
                found_out = (
                    word in ("found", "finds")
                    and subject.text.lower() in ("he", "she")
                    and _OWNS_UP.match(rest)
                ) or (word in ("found", "finds", "find") and _FOUND_IT.match(rest))
                if not (placed or shown or points or found_out or self._labels(word, subject)):
                    continue
                if word.startswith("count") and _AMONG.match(rest):
                    continue  # "counts twelve banks among its customers" has them
                if word in ("put", "puts", "places", "placed") and (
                    reporting.INVESTS.match(rest) or reporting.PUT_OUT.match(rest)
                ):
                    continue  # "put $31 billion into start-ups" spends money
            named = (
                self._opener(subject, ends, s)
                or self._sampled(subject, number, before)
                or self.names.of(parse, subject, number, [*before, *found])
            )
            if named is None and word in reporting.TELL and (clause is not None or ends):
                named = self.names.anyone(parse, subject)
            if named is None or not tellers.may_report(word, subject, named[2]):
                continue
            if shown and not named[0][:1].isupper():
                continue  # of an unnamed report the text itself tells
            start, end = self._said(parse, token, subject, clause, s)
            study = (
                named[2]
                and not shown
                and (
                    word in reporting.FINDING
                    or subject.text.lower() in reporting.STUDY
                    or named[0] in self._studies(before)
                )
            )
            found.append(Reported(start, end, named[0], named[1], named[2], number, study))
        return found

    def _studies(self, before: list[Reported]) -> set[str]:
        """Who has told of a study so far. `before` only grows, and is walked through once."""
        for one in before[self._known :]:
            if one.study:
                self._of_studies.add(one.name)
        self._known = len(before)
        return self._of_studies

    def _aside(
        self, parse: Parse, verb: Any, subject: Any, clause: Any, s: Sentence
    ) -> tuple[int, int] | None:
        """The clause around an aside that says who speaks: "the lead, Ortiz told the panel, has shrunk"."""
        first, last = parse.phrase(subject)
        at, after = parse.span(verb)
        inverted = first > at
        opens = min(first, at)
        if not tellers.inner(self.content[s.start : opens]) or (inverted and first - after > 12):
            return None
        close = max(last, after) if inverted else after
        rest = _AFTER_VERB.match(self.content, close, s.end)
        if rest is None or (rest.group().strip() and clause is not None and clause.left_edge.i > verb.i):
            return None
        if rest.group().strip() and self.reading.figures_in(rest.start(), rest.end()):
            return None
        if not rest.group().strip() and rest.end() >= s.end - 1:
            return None  # it ends the sentence
        text = self.content[s.start : s.end]
        return asides.around(text, s.start, opens - s.start, rest.end() - s.start)

    def _is_model(self, parse: Parse, subject: Any) -> bool:
        """A model says and adds nothing ("they released R1, which added a second stage")."""
        at = parse.span(subject)[0]
        near = self.reading.mentions_in(max(0, at - 40), at + 60)
        return any(m.kind == "model" and m.start <= at < m.end for m in near) or (
            self.content[at - 1 : at] in ('"', "“") and subject.tag_.startswith("NNP")
        )

    def _labels(self, word: str, subject: Any) -> bool:
        """ "Ortiz calls the shortage acute": a person, or whom a pronoun of persons stands for."""
        if word not in reporting.LABELS:
            return False
        if subject.text.lower() in ("he", "she") or subject.text.lower() in reporting.PEOPLE:
            return True
        return subject.text in self.names.people_words

    def _named_before(self, parse: Parse, verb: Any, s: Sentence) -> Any | None:
        """The name right before a verb that has no subject of its own: where the parser lost it in a list
        of names ("according to the Courier, Ana Ruiz, the head of Kiln, believes")."""
        at = parse.span(verb)[0]
        if beside := _BESIDE_IT.fullmatch(self.content, s.start, at):
            return parse.at(beside.end("name") - 1)
        if any(child.dep_ in SUBJECTS for child in verb.children):
            return None
        match = _NAME_BEFORE.search(self.content, s.start, at)
        return parse.at(match.end(match.lastgroup or 0) - 1) if match else None

    def _opener(self, subject: Any, ends: bool, s: Sentence) -> tuple[str, str, bool] | None:
        """ "Kiln will hire 900 people, it said": who opens the sentence says it."""
        if not ends or subject.text.lower() not in ("it", "the"):
            return None
        for mention in self.reading.mentions_in(s.start, s.start + 60)[:1]:
            if mention.kind == "organisation" and not re.search(
                r"\w{4}", self.content[s.start : mention.start]
            ):
                words = self.content[mention.start : mention.end]
                return self.names.fullest_known(mention.name, words, False), words, True
        return None

    def _sampled(self, subject: Any, number: int, before: list[Reported]) -> tuple[str, str, bool] | None:
        """Those whom a survey asked answer in its name: "Managers say that 12% ..." after a survey by X."""
        s = self.reading.sentences[number]
        if subject.text.lower() not in reporting.SAMPLED or not before or not before[-1].study:
            return None
        near = number - before[-1].sentence <= 2
        figures = any(f.kind == "percent" for f in self.reading.figures_in(s.start, s.end))
        return (before[-1].name, subject.text, True) if near and figures else None

    def quoted(self, start: int, end: int) -> bool:
        at = bisect_left(self.quotations, (end, 0))
        return at > 0 and start < self.quotations[at - 1][1]

    def _said(self, parse: Parse, verb: Any, subject: Any, clause: Any, s: Sentence) -> tuple[int, int]:
        """What the verb reports: its clause, or what stands on the other side of it."""
        at = parse.span(verb)[0]
        if aside := self._aside(parse, verb, subject, clause, s):
            return aside
        if clause is not None:
            hull = parse.hull(list(clause.subtree))
            if hull and hull[0] > at:
                # What is joined to the clause later in the sentence is said as well.
                nested = holds(self.quotations, at)
                return hull[0], max(hull[1], s.end if tellers.is_main(verb) and not nested else hull[1])
            if hull:
                return min(hull[0], s.start if tellers.is_root(verb) else hull[0]), hull[1]
        if parse.span(subject)[0] > at or tellers.comma_before(parse, verb, subject):
            return s.start, at
        return at, min(s.end, tellers.clause_end(parse, verb) or s.end)


_REPORT_OF = re.compile(
    r"(?:an?|the)\s[^,;.]{0,40}?\b(?:report|study|survey|analysis|data|figures|estimates?)\b"
)
_MINE = re.compile(r"[Mm]y\s")
_AMONG = re.compile(r"[^;:.]{0,90}?\b(?:among|as)\b")
_AFTER_VERB = re.compile(r"[^,;:.?!—–)\n]{0,60}?(?=[,;.)]|\s[—–]|\Z)")
