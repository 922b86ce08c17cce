"""Whose words a place in a document is: the text's own voice, and every attribution with its reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract import quotations, reporting
from theodolite.extract.reading import Reading
from theodolite.extract.syntax import Parse
from theodolite.model.claim import Attribution


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at a place. `speaker` is in the fullest form the document gives; None is the unsigned text."""

    speaker: str | None
    text: str | None
    side: str | None
    attribution: Attribution
    via: tuple[str, ...] = ()
    cites: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody is reported to say: the words from `start` to `end`. `body`: a study or an organisation."""

    start: int
    end: int
    name: str
    text: str
    body: bool
    sentence: int


_CAP = re.compile(r"[A-Z][\w.'’-]*\w|[A-Z]\.?")
_TRIM = re.compile(r"\A(?:the|a|an|its|their|his|her)\s+", re.I)
_NAME_TAIL = re.compile(r"['’]s?\Z")


class Voices:
    """All attributions of one document, found once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.content = reading.content
        self.quotations = tuple(q for q in quotations.find(reading.content) if quotations.is_speech(reading.content, *q))
        self.own, self.own_side = self._own()

    # --- the text's own voice

    def _own(self) -> tuple[str | None, str | None]:
        """The speaker of the body: option or sidecar, byline, the text's own lead, in that order."""
        origin, text = self.reading.origin, self.reading.text
        signed = origin.speaker or _person(origin.author) or _person(text.author)
        name = signed or self._byline() or self._lead()
        return name, self._side_of_speaker(name) if name else None

    def _byline(self) -> str | None:
        for match in reporting.BYLINE.finditer(self.content[:1200]):
            if _person(match["name"]):
                return match["name"].strip()
        return None

    def _lead(self) -> str | None:
        """A speech that the text itself introduces: "The following is the speech of X", "X said in a speech"."""
        head = self.content[:2500]
        introduced = reporting.LEAD_SPEECH.search(head)
        first_person = len(re.findall(r"\b(?:I|we|our|my|us|I'm|I've)\b", self.content, re.I))
        if first_person < max(6, len(self.content.split()) // 120):
            return None
        if self.reading.origin.kind not in ("speech", "interview", "talk", "opinion", "remarks") and not introduced:
            return None
        found = re.search(
            r"(?:speech|remarks|address|keynote|talk|testimony|statement|lecture)(?: delivered| given| made)?\s+(?:by|of|from)\s+(?:[\w'’,.-]+\s){0,6}?(?P<a>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})"
            r"|said\s+(?:[\w'’,.-]+\s){0,8}?(?P<b>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2}),? in (?:a|his|her|the)\b",
            head,
        )
        name = (found["a"] or found["b"]) if found else None
        return name if name and _person(name) else None

    def _side_of_speaker(self, name: str) -> str | None:
        """The side of "we" in a speaker's mouth: the person's, the organisation's, the publisher's."""
        known = vocabulary.load()
        for mention in self.reading.mentions:
            if mention.kind in ("person", "organisation") and mention.name == name and mention.side:
                return mention.side
        if side := known.side_of(name):
            return side
        for match in re.finditer(re.escape(name), self.content):
            near = self.reading.mentions_in(max(0, match.start() - 120), match.end() + 120)
            for mention in near:
                if mention.kind == "organisation" and mention.side:
                    return mention.side
        if publisher := self.reading.origin.publisher:
            from theodolite.extract import names

            for mention in names.find(publisher):
                if mention.side:
                    return mention.side
        return self._side_of_we() or self._side_by_place(self.reading.origin.publisher or "") or self._side_by_place(self.content[:800])

    def _side_by_place(self, words: str) -> str | None:
        """The side of the first city named."""
        for entry in vocabulary.load().entries.values():
            if any(re.search(rf"(?<!\w){re.escape(place)}(?!\w)", words) for place in entry.places):
                return entry.name
        return None

    def _side_of_we(self) -> str | None:
        """The side that the first person stands for in the words themselves ("we in China", "our country")."""
        match = re.search(r"\b(?:we|us|here) in (the )?([A-Z][\w.]+(?: [A-Z]\w+)?)", self.content)
        if match:
            for mention in self.reading.mentions_in(match.start(), match.end()):
                if mention.kind == "side":
                    return mention.side
        return None

    # --- attributions

    @cached_property
    def reported(self) -> tuple[Reported, ...]:
        """Every attribution, in order of its sentence."""
        cued = [i for i, s in enumerate(self.reading.sentences) if _CUE.search(self.content, s.start, s.end)]
        self.reading.prepare(cued)
        found: list[Reported] = []
        for i in cued:
            found.extend(self._according(i))
            found.extend(self._verbs(i, found))
        return tuple(found)

    def _according(self, number: int) -> list[Reported]:
        s = self.reading.sentences[number]
        found = []
        for match in reporting.ACCORDING.finditer(self.content, s.start, s.end):
            if match.group().lower().startswith("per") and not self.content[match.end() : match.end() + 1].isupper():
                continue
            parse = self.reading.parse(number)
            token = parse.object_from(match.end())
            if token is None:
                continue
            named = self._name(parse, token, number)
            if named:
                start, end = self._reach(s.start, s.end, match.start())
                found.append(Reported(start, end, named[0], named[1], named[2], number))
        return found

    def _reach(self, start: int, end: int, at: int) -> tuple[int, int]:
        """ "according to" reaches its sentence, up to a semicolon."""
        semicolon = self.content.find(";", start, end)
        if semicolon < 0:
            return start, end
        return (start, semicolon) if at < semicolon else (semicolon + 1, end)

    def _verbs(self, number: int, before: list[Reported]) -> list[Reported]:
        s = self.reading.sentences[number]
        parse = self.reading.parse(number)
        found = []
        for token in parse.doc:
            word = token.text.lower()
            if word not in reporting.SAY and word not in reporting.FIND:
                continue
            if not token.tag_.startswith("VB") or (token.tag_ == "VBN" and _passive(token)):
                continue
            if _in_speech(self.quotations, parse.span(token)[0]) and _in_speech(self.quotations, s.start):
                continue
            subject = parse.subject(token)
            if subject is None or subject.i == token.i:
                continue
            clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i != token.i), None)
            if clause is None and word in reporting.CLAUSE_ONLY and not self._quoted(s.start, s.end):
                continue
            named = self._name(parse, subject, number, before)
            if named is None or not _may_report(word, subject, named[2]):
                continue
            start, end = self._said(parse, token, subject, clause, s)
            found.append(Reported(start, end, named[0], named[1], named[2], number))
        return found

    def _quoted(self, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in self.quotations)

    def _said(self, parse: Parse, verb: Any, subject: Any, clause: Any, s: Any) -> tuple[int, int]:
        """What the verb reports: its clause, or what stands on the other side of it."""
        at = parse.span(verb)[0]
        if clause is not None:
            hull = parse.hull(list(clause.subtree))
            if hull and hull[0] > at:
                # What is joined to the clause later in the sentence is said as well.
                nested = _in_speech(self.quotations, at)
                return hull[0], max(hull[1], s.end if _is_main(verb) and not nested else hull[1])
            if hull:
                return min(hull[0], s.start if _is_root(verb) else hull[0]), hull[1]
        if parse.span(subject)[0] > at or _comma_before(parse, verb, subject):
            return s.start, at
        return at, s.end

    # --- names of speakers

    def _name(self, parse: Parse, token: Any, number: int, before: list[Reported] | None = None) -> tuple[str, str, bool] | None:
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
        known = self._known(parse, token, start, end)
        if known:
            return known
        proper = _proper(parse, token, self.content) or self._by_post(parse, token)
        if proper:
            return self.fullest(proper, start), proper, False
        if word in reporting.PEOPLE or (token.tag_ in ("NNS", "NN") and token.dep_ != "expl" and word.endswith(("ers", "ists", "ors", "ants"))):
            shown = " ".join(_TRIM.sub("", words).split()) if word not in ("one",) else " ".join(words.split())
            if word in ("company", "startup", "firm", "lab", "government") and re.match(r"(?i)the |it\b", words):
                carried = self._antecedent("it", number, before)
                if carried:
                    return carried
            if not any(c.isupper() for c in shown[1:]):
                shown = shown[:1].lower() + shown[1:]
            return shown, words, False
        return None

    def _by_post(self, parse: Parse, token: Any) -> str | None:
        """The person whose post heads the phrase: "X founder, chairperson and CEO Zhao Hejuan"."""
        if token.text.lower() not in reporting.PEOPLE or token.tag_ == "NNS":
            return None
        for other in token.subtree:
            if other.dep_ in ("appos", "conj") and other.i > token.i and other.i - token.i < 12:
                proper = _proper(parse, other, self.content)
                if proper and " " in proper:
                    return proper
        return None

    def _known(self, parse: Parse, token: Any, start: int, end: int) -> tuple[str, str, bool] | None:
        """A name of the vocabulary that heads the phrase, in the fullest form that the document has."""
        at = parse.span(token)[0]
        for mention in self.reading.mentions_in(max(0, at - 60), at + 90):
            if mention.start <= at < mention.end and mention.kind in ("organisation", "person", "side", "group"):
                words = self.content[mention.start : mention.end]
                if mention.kind in ("side", "group"):
                    return " ".join(words.split()), words, False
                return self.fullest_known(mention.name, words, mention.kind == "person"), words, mention.kind == "organisation"
        return None

    def _study(self, parse: Parse, token: Any, number: int, before: list[Reported] | None) -> tuple[str, str, bool] | None:
        """The organisation behind "a study by X", "X's survey", "the X report"; a bare "the report" is the last one."""
        s = self.reading.sentences[number]
        start, end = parse.phrase(token)
        by = re.compile(r"(?:\s(?!says?\b|said\b|found\b|finds?\b|shows?\b|showed\b|estimat|warn|puts?\b|not(?:es|ed)\b|that\b|and\b|against\b)[\w-]+){0,4}?\s(?:by|from|of|at|released by|published by|conducted by|compiled by|commissioned by)\s+(?:(?:the|a|an|researchers?|analysts?|economists?|scientists?|at|of|in|from|U\.S\.|think tank|research firm|consultancy|market research firm|data provider|data firm|investment bank|bank|consulting firm)\s+)*")
        after = by.match(self.content, parse.span(token)[1], min(s.end, parse.span(token)[1] + 80))
        places = [(after.end(), after.end())] if after else []
        if places:
            named = self._name_at(places[0][0], s.end)
            if named:
                return named
        inside = [m for m in self.reading.mentions_in(start, end) if m.kind in ("organisation", "person")]
        if inside:
            words = self.content[inside[0].start : inside[0].end]
            return self.fullest_known(inside[0].name, words, inside[0].kind == "person"), words, True
        proper = [m for m in self.reading.unknown if start <= m.start and m.end <= end]
        if proper:
            name = _NAME_TAIL.sub("", proper[0].name)
            return name, name, True
        words = " ".join(self.content[start:end].split())
        if re.match(r"(?i)(?:the|its|their|this|that|those|these)\b", words) or words.lower() == token.text.lower():
            for earlier in reversed(before or ()):
                if earlier.body and number - earlier.sentence <= 8:
                    return earlier.name, words, True
        return words[:1].lower() + words[1:], words, True

    def _name_at(self, start: int, end: int) -> tuple[str, str, bool] | None:
        """The name that begins at a place."""
        for mention in self.reading.mentions_in(start, end):
            if mention.start - start <= 1 and mention.kind in ("organisation", "person", "side"):
                words = self.content[mention.start : mention.end]
                return self.fullest_known(mention.name, words, mention.kind == "person"), words, True
        match = re.compile(r"[A-Z][\w&.'’-]*(?:\s(?:of|for|and|the|on|&)?\s?[A-Z][\w&.'’-]*)*").match(self.content, start, end)
        if match:
            name = _NAME_TAIL.sub("", match.group().rstrip(".,"))
            return name, name, True
        return None

    def _antecedent(self, word: str, number: int, before: list[Reported] | None) -> tuple[str, str, bool] | None:
        """Who "he", "she", "they", "it" is: the last one who was reported."""
        person = self._person_before(number) if word in ("he", "she") else None
        for earlier in reversed(before or ()):
            if number - earlier.sentence > 6:
                break
            if (word in ("it", "the")) == earlier.body or word in ("they", "who"):
                if person and earlier.sentence < number - 1:
                    return person
                return earlier.name, word, earlier.body
        return person or ((self.own, word, False) if word in ("he", "she") and self.own else None)

    def _person_before(self, number: int) -> tuple[str, str, bool] | None:
        """The last person named in a sentence or the one before it."""
        sentence = self.reading.sentences[number]
        start = self.reading.sentences[max(0, number - 1)].start
        people = [m for m in self.reading.mentions_in(start, sentence.end) if m.kind == "person"]
        titled = [m for m in self.reading.unknown if start <= m.start < sentence.end and set(m.name.split()) & reporting.ROLES]
        for mention in sorted((*people, *titled), key=lambda m: m.start)[-1:]:
            words = [w for w in self.content[mention.start : mention.end].split() if w not in reporting.ROLES]
            if words:
                return self.fullest(" ".join(words), mention.start), " ".join(words), False
        return None

    def fullest_known(self, name: str, words: str, person: bool) -> str:
        """The longest way in which the document writes a name of the vocabulary."""
        ways = [self.content[m.start : m.end] for m in self.reading.mentions if m.name == name and m.kind in ("organisation", "person")]
        longest = max((*ways, words), key=len)
        if person and " " not in longest:
            return self.fullest(longest, 0)
        return name if not person and name in ways else longest

    def fullest(self, name: str, at: int) -> str:
        """The fullest form in which the document gives a person's name: "Ma" is "Rui Ma"."""
        if " " in name:
            return name
        candidates = self._full_names.get(name, ())
        earlier = [full for start, full in candidates if start <= at]
        return earlier[-1] if earlier else (candidates[0][1] if candidates else name)

    @cached_property
    def _full_names(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        people = [m for m in self.reading.mentions if m.kind == "person"]
        for mention in sorted((*self.reading.unknown, *people), key=lambda m: m.start):
            words = [w for w in self.content[mention.start : mention.end].split() if w not in reporting.ROLES]
            if 2 <= len(words) <= 4 and all(_CAP.fullmatch(w) or w.islower() for w in words):
                for key in {words[0], words[-1]}:
                    found.setdefault(key, []).append((mention.start, " ".join(words)))
        return found

    # --- the answer

    def at(self, start: int, end: int) -> Voice:
        """Who says what stands between two places."""
        number = self.reading.sentence_at(start)
        own = self._part_voice(start) or (self.own, self.own_side)
        direct = _in_speech(self.quotations, (start + end) // 2) and _in_speech(self.quotations, start)
        inner = [r for r in self.reported if r.sentence == number and r.start <= (start + end) // 2 < r.end]
        s = self.reading.sentences[number]
        consensus = bool(reporting.CONSENSUS.search(self.content, s.start, end))
        chosen = min(inner, key=lambda r: (r.end - r.start, -r.start), default=None) or self._carried(number, start, direct)
        if chosen is None:
            attribution: Attribution = "consensus" if consensus else "direct" if direct and own[0] is None else "own_voice"
            return Voice(own[0], None, own[1], attribution, cites=self._cites(s.start, s.end))
        side = self._side_of(chosen)
        attribution = "direct" if direct else "consensus" if consensus else "indirect"
        return Voice(chosen.name, chosen.text, side, attribution, self._via(s.start, s.end, chosen), self._cites(s.start, s.end))

    def side_of_we(self, at: int) -> str | None:
        """Whose side "we" and "our" are: in a quotation that of who is quoted, whatever others are said to think in
        it; elsewhere that of the text's own speaker."""
        number = self.reading.sentence_at(at)
        quoted = _in_speech(self.quotations, at)
        inner = [r for r in self.reported if r.sentence == number and r.start <= at < r.end]
        outside = [r for r in inner if not any(a <= r.start - 1 and r.end < b for a, b in self.quotations)] or inner
        widest = max(outside, key=lambda r: r.end - r.start, default=None) or (self._carried(number, at, quoted) if quoted else None)
        if quoted or self.own is None:
            return self._side_of(widest) or self._home_of(widest) if widest else self.own_side
        return self.own_side

    def _home_of(self, reported: Reported) -> str | None:
        return self._side_of_speaker(reported.name)

    def _part_voice(self, at: int) -> tuple[str | None, str | None] | None:
        """A part of the text speaks with its own author, not with that of another part."""
        part = self.reading.part_at(at)
        if part is None:
            return None
        name = _person(part.author)
        return (name, self._side_of_speaker(name) if name else None) if name or self.own is None or part.kind != "article" else None

    def _carried(self, number: int, at: int, direct: bool) -> Reported | None:
        """The speaker of a sentence that names none: of the quotation it is in, or of the study it goes on with."""
        here = self.reading.sentences[number]
        same = [r for r in self.reported if self.reading.sentences[r.sentence].paragraph == here.paragraph]
        before = [r for r in same if r.sentence < number]
        if direct:
            after = [r for r in same if r.sentence > number]
            last = [r for r in self.reported if r.sentence < number and number - r.sentence <= 3]
            for group in (before[-1:], after[:1], last[-1:]):
                if group:
                    return group[0]
            return None
        if not before or before[-1].sentence != max(r.sentence for r in before):
            return None
        last_one = before[-1]
        opening = self.content[here.start : here.start + 40]
        if re.match(r"(?i)I\b|we\b", opening) or self._quoted(here.start, here.end):
            return None
        goes_on = bool(reporting.CONNECTIVE.match(opening))
        near = number - last_one.sentence <= (4 if last_one.body else 1)
        if last_one.body:
            return last_one if near and (goes_on or number - last_one.sentence == 1 or self._all_body(before, number)) else None
        return last_one if near and goes_on and self.own is None and not re.match(r"(?i)meanwhile|but\b|still", opening) else None

    def _all_body(self, before: list[Reported], number: int) -> bool:
        return all(r.body and r.name == before[-1].name for r in before)

    def _side_of(self, reported: Reported) -> str | None:
        known = vocabulary.load()
        for mention in self.reading.mentions:
            if mention.kind in ("person", "organisation", "side", "group") and self.content[mention.start : mention.end] in (reported.name, reported.text):
                return mention.side
        return known.side_of(reported.name)

    def _cites(self, start: int, end: int) -> str | None:
        """The source that is named behind the speaker ("citing IDC data")."""
        for match in reporting.CITING.finditer(self.content, start, end):
            if match.group().lower().startswith("based on") and not re.search(r"data|figures|estimate|research|stud|report|survey|analysis", match.group(), re.I):
                continue
            named = self._name_at(match.end(), end)
            if named:
                return named[0]
        return None

    def _via(self, start: int, end: int, chosen: Reported) -> tuple[str, ...]:
        """The outlet to which it was said, where the sentence names one."""
        for match in reporting.VIA.finditer(self.content, start, end):
            named = self._name_at(match.end(), end)
            if named and named[0] != chosen.name:
                return (named[0],)
        return ()


_CUE = re.compile(r"\b(?:" + "|".join(sorted((reporting.SAY | reporting.FIND), key=len, reverse=True)) + r"|according|per|view|opinion|words)\b", re.I)

def _person(name: str | None) -> str | None:
    """The author's name where it is one: not a desk, an agency or "staff"."""
    name = re.sub(r"\A(?:by|von|from)\s+", "", (name or "").strip(), flags=re.I)
    if not name or reporting.STAFF.search(name) or len(name) > 60 or "://" in name or not re.search(r"\w", name):
        return None
    return name


def _in_speech(spans: tuple[tuple[int, int], ...], at: int) -> bool:
    return any(a <= at < b for a, b in spans)


def _passive(token: Any) -> bool:
    return any(c.dep_ == "auxpass" for c in token.children) or (token.dep_ in ("acl", "amod") and token.head.i != token.i)


def _is_root(token: Any) -> bool:
    return bool(token.head.i == token.i)


def _is_main(token: Any) -> bool:
    """The main verb, or the verb of what a main verb reports."""
    while token.dep_ in ("ccomp", "conj") and token.head.i != token.i:
        token = token.head
    return bool(token.head.i == token.i)


def _may_report(word: str, subject: Any, body: bool) -> bool:
    """ "shows", "finds", "suggests" report for studies and bodies; "says" for everybody."""
    if word in reporting.SAY:
        return True
    if re.match(r"show|demonstrat|track|record|rank|place", word):
        return subject.text.lower() in reporting.STUDY
    return body or subject.text.lower() in reporting.PEOPLE | reporting.STUDY or subject.tag_.startswith("NNP")


def _comma_before(parse: Parse, verb: Any, subject: Any) -> bool:
    """ "..., Leong said.": the subject stands right before a verb that ends the sentence."""
    first = parse.phrase(subject)[0] - parse.offset
    lead = parse.doc.text[:first].rstrip()
    rest = parse.doc.text[parse.span(verb)[1] - parse.offset :].strip(" .\"”")
    return lead.endswith((",", '"', "”", "—")) and len(rest.split()) <= 12 and len(lead.split()) >= 4


def _proper(parse: Parse, token: Any, content: str) -> str | None:
    """The capitalised name that ends at the head of a phrase, without titles: "Zhao Hejuan"."""
    words: list[str] = []
    i = token.i
    while i >= 0:
        word = parse.doc[i].text
        if not (word[:1].isupper() and word[:1].isalpha()) or (words and (word in reporting.ROLES or parse.doc[i].whitespace_ == "")):
            break
        words.insert(0, word)
        i -= 1
    if not words or not token.tag_.startswith("NNP"):
        return None
    return " ".join(words) if words[0] not in ("The", "This", "These", "Many", "Some") else " ".join(words[1:]) or None
