"""Whose words a place in a document is: the text's own voice, and every attribution with its reach."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, cached_property

from theodolite.catalog import vocabulary
from theodolite.extract.parts import OF_OTHERS
from theodolite.extract.reading import Reading
from theodolite.extract.voices import floor, homes, lists, quotations, quoted, reporting, signatures
from theodolite.extract.voices.attribution import NOBODY, Reported, Succession, named_first
from theodolite.extract.voices.attributions import Attributions
from theodolite.extract.voices.quotations import holds
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.voices.studies import Studies
from theodolite.extract.voices.turns import Turn
from theodolite.extract.voices.voice import Voice
from theodolite.extract.words import names
from theodolite.model.claim import Attribution
from theodolite.model.text import Part

_NO_HOMES = frozenset(
    ("United States", "China", "Europe", "European Union", "Africa", "Asia", "Latin America", "North America",
     "Southeast Asia", "Gulf states", "Middle East", "Silicon Valley", "Taiwan")
)  # fmt: skip
"""Sides that texts from everywhere speak of."""

_AT_HOME = (
    r"\b(?:(?:I|[Ww]e|[Hh]e|[Ss]he|{name})(?:\s[a-z]+)?\s(?:runs?|lives?|works?|teach(?:es)?|leads?|manages?|"
    r"heads?|founded|grew up|am|was born|study|studies|edits?|farms?)|{name}\s[^.!?;:\n]{{0,50}}?\bto\s"
    r"(?:found|run|lead|start)|(?:[Mm]y|[Oo]ur)\s(?:own\s)?(?:lab\w*|"
    r"company|firm|office|school|group|team|clinic|factory|university|house|home|street|town|city))"
    r"\s?[^.!?;:\n]{{0,60}}?\b(?:in|from|near|outside)\s(?P<town>[A-Z]\w+(?:\s[A-Z]\w+)?)"
)


@cache
def _towns() -> dict[str, str]:
    """Every town of the vocabulary and its country."""
    return {place: e.name for e in vocabulary.load().entries.values() for place in e.places}


class Voices:
    """All attributions of one document, found once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.content = reading.content
        self._sides: dict[str, str | None] = {}
        self._named_sides: dict[tuple[str, str], str | None] = {}
        self.quotations = tuple(
            q for q in quotations.find(reading.content) if quotations.is_speech(reading.content, *q)
        )
        self.own, self.own_side = self._own()
        self.names = SpeakerNames(reading, self.own)
        self.attributions = Attributions(reading, self.quotations, self.names)

    @cached_property
    def studies(self) -> Studies:
        """What studies go on to tell."""
        return Studies(self.reading, self.names, self.reported)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Who has the floor where, in a text of several voices."""
        return floor.find(self.reading, self.names)

    @property
    def reported(self) -> tuple[Reported, ...]:
        """Every attribution, in order of its sentence."""
        return self.attributions.reported

    def _own(self) -> tuple[str | None, str | None]:
        """The speaker of the body: option or sidecar, byline, the text's own lead, in that order."""
        reading = self.reading
        written, author = self.content, reading.text.author
        if reading.parts.is_discussion:
            written = "\n\n".join(self.content[a:b] for a, b in reading.parts.own_spans)
            author = author or next((p.author for p in reading.text.parts if p.kind == "article"), None)
        name = signatures.of(reading.origin, author, written)
        return name, self._side_of_speaker(name) if name else None

    @cached_property
    def _by_sentence(self) -> dict[int, list[Reported]]:
        return _grouped(self.reported, lambda r: r.sentence)

    @cached_property
    def _by_paragraph(self) -> dict[int, Succession]:
        found = _grouped(self.reported, lambda r: self.reading.sentences[r.sentence].paragraph)
        return {paragraph: Succession(reported) for paragraph, reported in found.items()}

    @cached_property
    def _turn_starts(self) -> list[int]:
        return [t.start for t in self.turns]

    def _turn_at(self, at: int) -> Turn | None:
        number = bisect_right(self._turn_starts, at) - 1
        return self.turns[number] if number >= 0 and at < self.turns[number].end else None

    def _side_of_speaker(self, name: str) -> str | None:
        """The side of "we" in a speaker's mouth: the person's, the organisation's, the publisher's."""
        if name not in self._sides:
            self._sides[name] = self._find_side(name)
        return self._sides[name]

    def _find_side(self, name: str) -> str | None:
        known = vocabulary.load()
        for mention in self.reading.mentions:
            if mention.kind in ("person", "organisation") and mention.name == name and mention.side:
                return mention.side
        if side := known.side_of(name) or homes.of_we(self.reading, tuple(self.reading.parts.own_spans)):
            return side
        formerly: str | None = None
        for match in re.finditer(re.escape(name), self.content):
            near = self.reading.mentions_in(max(0, match.start() - 120), match.end() + 120)
            for mention in near:  # of the line itself: a title above it names anybody
                first, last = min(match.start(), mention.start), max(match.end(), mention.end)
                if mention.kind != "organisation" or not mention.side or "\n" in self.content[first:last]:
                    continue
                if not _FORMERLY.search(self.content, max(first - 30, 0), mention.start):
                    return mention.side
                formerly = formerly or mention.side
        if publisher := self.reading.origin.publisher:
            for mention in names.find(publisher):
                if mention.side:
                    return mention.side
        return (
            homes.of_office(self.reading, name)
            or homes.found(self.reading, name, self.reading.parts.own_spans)
            or self._side_by_place(self.reading.origin.publisher or "")
            or self._side_of_home(name)
            or formerly
            or self._side_of_subject
            or homes.not_theirs(self.reading, self.reading.parts.own_spans)
        )

    def _side_of_home(self, name: str) -> str | None:
        """The country of the town where a speaker lives or works: "I run a lab in Suzhou"."""
        whose = re.compile(_AT_HOME.format(name=re.escape(name.split()[-1])))
        for match in whose.finditer(self.content):
            if side := _towns().get(match["town"]):
                return side
        return None

    @cached_property
    def _side_of_subject(self) -> str | None:
        """The country that a text of unknown home is most about, beside the two that all compare with."""
        counts: Counter[str] = Counter()
        for start, end in self.reading.parts.own_spans:
            named = (m.side for m in self.reading.mentions_in(start, end) if m.kind in ("side", "group"))
            towns = (_towns().get(m.name) for m in self.reading.unknown_in(start, end))
            counts.update(side for side in (*named, *towns) if side)
        others = max((counts.pop(side, 0) for side in _NO_HOMES), default=0)
        ranked = counts.most_common(2)
        if ranked and 2 * ranked[0][1] < others:
            return None  # it is about those two, and compares them with others
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
            return None
        return ranked[0][0]

    def _side_by_place(self, words: str) -> str | None:
        """The side of the first city named."""
        for entry in vocabulary.load().entries.values():
            if any(re.search(rf"(?<!\w){re.escape(place)}(?!\w)", words) for place in entry.places):
                return entry.name
        return None

    def _side_of_we(self, spans: Sequence[tuple[int, int]] | None = None) -> str | None:
        """The side that the first person stands for in the words themselves ("we in China"): those of
        the text's own author, or those in `spans`."""
        for start, end in self.reading.parts.own_spans if spans is None else spans:
            if match := _WE_IN.search(self.content, start, end):
                for mention in self.reading.mentions_in(match.start(), match.end()):
                    if mention.kind == "side":
                        return mention.side
        return None

    def at(self, start: int, end: int, cue: int | None = None) -> Voice:
        """Who says what stands between two places; `cue` is the place of the word that carries it."""
        number = self.reading.sentence_at(start)
        turn = self._turn_at(start)
        # A label is nobody's words.
        own = (self.own, self.own_side) if turn and end <= turn.words else self.own_at(start)
        direct = holds(self.quotations, (start + end) // 2) and holds(self.quotations, start)
        places = {(start + end) // 2, (start + end) // 2 if cue is None else cue}
        here = self._by_sentence.get(number, ())
        inner = [r for r in here if any(r.start <= p < r.end for p in places)]
        if inner and not direct and _IN_PASSING.search(self.content, self._from(inner), max(places)):
            inner = []  # "analysts say A, which makes them, is late": who makes them the text itself says
        s = self.reading.sentences[number]
        consensus = bool(reporting.CONSENSUS.search(self.content, s.start, end))
        chosen = min(inner, key=lambda r: (r.end - r.start, -r.start), default=None) or self._carried(
            number, start, direct
        )
        if chosen is None:
            repeated = (part := self.reading.part_at(start)) is not None and part.kind == "quotation"
            attribution: Attribution = (
                "consensus"
                if consensus
                else "direct"
                if repeated or (direct and own[0] is None)
                else "own_voice"
            )
            return Voice(own[0], None, own[1], attribution, cites=self._cites(s.start, s.end))
        side = self._side_of(chosen)
        attribution = "direct" if direct else "consensus" if consensus else "indirect"
        return Voice(
            chosen.name,
            chosen.text,
            side,
            attribution,
            self._via(s.start, s.end, chosen),
            self._cites(s.start, s.end),
            self._said_on(s.start, s.end, start, end),
        )

    @staticmethod
    def _from(inner: Sequence[Reported]) -> int:
        """Where the innermost of some attributions begins."""
        return min(inner, key=lambda r: (r.end - r.start, -r.start)).start

    def side_of_we(self, at: int) -> str | None:
        """Whose side "we" and "our" are: in a quotation that of who is quoted, whatever others are
        said to think in
        it; elsewhere that of the text's own speaker."""
        number = self.reading.sentence_at(at)
        quoted = holds(self.quotations, at)
        inner = [r for r in self._by_sentence.get(number, ()) if r.start <= at < r.end]
        outside = [
            r for r in inner if not any(a <= r.start - 1 and r.end < b for a, b in self.quotations)
        ] or inner
        widest = max(outside, key=lambda r: r.end - r.start, default=None) or (
            self._carried(number, at, quoted) if quoted else None
        )
        own, side = self.own_at(at)
        if quoted or own is None:
            return self._side_of(widest) or self._home_of(widest) if widest else side
        return side

    def own_at(self, at: int) -> tuple[str | None, str | None]:
        """Who speaks at a place where nobody else is said to, and that speaker's side."""
        if at < self._preamble:
            return None, None
        return self._part_voice(at) or (self.own, self.own_side)

    @cached_property
    def _preamble(self) -> int:
        """Where a speech begins that others have put some lines on its speaker before."""
        return signatures.preamble(self.content, self.own) if self.own and self.reading.origin.speaker else 0

    def _home_of(self, reported: Reported) -> str | None:
        return self._side_of_speaker(reported.name)

    def _part_voice(self, at: int) -> tuple[str | None, str | None] | None:
        """A turn of talk speaks with its own voice, and a part of the text with its own author."""
        part = self.reading.part_at(at)
        if part is not None and part.kind in OF_OTHERS:
            return signatures.person(part.author), self._side_of_commenter(part)
        if turn := self._turn_at(at):
            name = self.names.fullest(turn.name, at) if turn.name else None
            return name, self._side_of_speaker(name) if name else None
        if part is None:
            return None
        if part.kind == "article" and self.reading.origin.speaker:
            return None
        name = signatures.person(part.author)
        return (
            (name, self._side_of_speaker(name) if name else None)
            if name or self.own is None or part.kind != "article"
            else None
        )

    def _side_of_commenter(self, part: Part) -> str | None:
        """Of somebody on a board nothing is known but what is said there: "we in Norway"."""
        known = vocabulary.load().side_of(part.author) if part.author else None
        return known or self._side_of_we([(part.start, part.end)])

    def _carried(self, number: int, at: int, direct: bool) -> Reported | None:
        """The speaker of a sentence that names none: of the quotation it is in, or of the study it
        goes on with."""
        here = self.reading.sentences[number]
        same = self._by_paragraph.get(here.paragraph, NOBODY)
        before = same.before(number)
        if direct:
            first = self._run_of_quotation(number)
            last = named_first(
                [
                    r
                    for n in range(max(0, first - 3), number)
                    for r in self._by_sentence.get(n, ())
                    if self.reading.parts.same(self.reading.sentences[n].start, here.start)
                ]
            )
            if near := before or same.after(number):
                return near
            alone = quoted.alone(self.reading, self.names, self.quotations, number)
            return alone or (last[-1] if last else None)
        if here.kind == "item" and (listed := lists.giver(self.reading, self._by_sentence, number)):
            return listed
        opening = self.content[here.start : here.start + 40]
        if re.match(r"(?i)I\b|we\b", opening) or self.attributions.quoted(here.start, here.end):
            return None
        if self._turn_at(at) is None and (study := self.studies.carried(number)):
            said = self.reading.sentences[study.sentence]
            if self.reading.parts.same(said.start, here.start):
                return study
        if lister := lists.counter(self.reading, self.names, self._by_sentence, number):
            return lister
        if before is None or before.study or number - before.sentence > 1 or self.own is not None:
            return None
        goes_on = reporting.CONNECTIVE.match(opening)
        breaks = re.match(
            r"(?i)meanwhile|but\b|still|the (?:report|study|survey|paper|index|poll)\b", opening
        )
        return before if goes_on and not breaks else None

    def _run_of_quotation(self, number: int) -> int:
        """The first of the sentences that go on with one quotation, or with one after another."""
        for _ in range(12):
            if not number or not holds(self.quotations, self.reading.sentences[number - 1].start):
                break
            number -= 1
        return number

    def _side_of(self, reported: Reported) -> str | None:
        key = (reported.name, reported.text)
        if key not in self._named_sides:
            self._named_sides[key] = self._find_named_side(reported)
        return self._named_sides[key]

    def _find_named_side(self, reported: Reported) -> str | None:
        known = vocabulary.load()
        for mention in self.reading.mentions:
            if mention.kind in ("person", "organisation", "side", "group") and self.content[
                mention.start : mention.end
            ] in (reported.name, reported.text):
                return mention.side
        return known.side_of(reported.name)

    def _cites(self, start: int, end: int) -> str | None:
        """The source that is named behind the speaker ("citing IDC data")."""
        for match in reporting.CITING.finditer(self.content, start, end):
            if match.group().lower().startswith("based on") and not re.search(
                r"data|figures|estimate|research|stud|report|survey|analysis", match.group(), re.I
            ):
                continue
            named = self.names.at(match.end(), end)
            if named:
                return named[0]
        return None

    def _said_on(self, first: int, last: int, start: int, end: int) -> str | None:
        """The day of saying where the sentence dates it: "said on 8 May 2024"."""
        for period in self.reading.periods_in(first, last):
            dated = _SAID_ON.search(self.content, first, period.start)
            if (
                period.iso
                and "/" not in period.iso
                and dated
                and dated.end() == period.start
                and not start <= period.start < end
            ):
                return period.iso
        return None

    def _via(self, start: int, end: int, chosen: Reported) -> tuple[str, ...]:
        """The outlet to which it was said, where the sentence names one."""
        for match in reporting.VIA.finditer(self.content, start, end):
            named = self.names.at(match.end(), end)
            if named and named[0] != chosen.name:
                return (named[0],)
        return ()


_FORMERLY = re.compile(
    r"\b(?:former\w*|ex-\w*|previously|once|after|before|until|left|leaving|years|used\sto|worked|spent|rival|unlike|against|"
    r"competitor|than|joined\sfrom|came\sfrom)\b[^.;\n]{0,40}\Z"
)
"""Before a house that somebody was at, or is not of."""
_IN_PASSING = re.compile(r",\s(?:which|who|whose)\s[^,;:.!?—–\n]*\Z")
_WE_IN = re.compile(r"\b(?:[Ww]e|us|[Hh]ere) in (the )?([A-Z][\w.]+(?: [A-Z]\w+)?)")
_SAID_ON = re.compile(
    r"\b(?:said|told|wrote|noted|argued|warned|added|announced|testified|posted|estimated|"
    r"stated)\b(?:(?!\b(?:that|after|before|when|since|if|was|were|is|are|had|has|will|would)\b)"
    r"[^,.;:\"“”]){0,50}?\s"
    r"(?:on\s|in\s|during\s|earlier\s)?(?:\w+day,\s)?\Z"
)


def _grouped(reported: Sequence[Reported], key: Callable[[Reported], int]) -> dict[int, list[Reported]]:
    found: dict[int, list[Reported]] = {}
    for one in reported:
        found.setdefault(key(one), []).append(one)
    return found
