"""Where a study goes on speaking in sentences that name nobody; texts that retell one study."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from theodolite.extract.reading import Reading
from theodolite.extract.voices import digests, reporting
from theodolite.extract.voices.attribution import Reported
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.words import lexicon
from theodolite.extract.words.gates import Gates

_REACH = 14
"""Over how many sentences a study's subject may be taken up again in a later paragraph."""
_STUDIES = 60  # attributions looked back at

_PUBLISHED = re.compile(
    r"\b(?:study|report|survey|poll|index|edition|ranking|census|review|data|tables|interviews|Report|Index|"
    r"Survey|Study)\b[^.;]{0,120}?\b(?:published|released|issued|compiled|conducted|commissioned|produced|"
    r"presented|carried out|put out)\b(?:\s(?:today|this week|jointly|yesterday))?\sby\s(?:the\s)?(?=[A-Z])"
    r"|\b(?:[Ee]dition|[Rr]eport|[Ss]urvey|[Ss]tudy|[Ii]ndex)\sof\s[A-Z][^,.;]{2,60},\s(?:published|"
    r"released|issued)\s"
    r"by\s(?:the\s)?(?=[A-Z])"
)
_PUBLISHED_GATE = Gates(_PUBLISHED)
_STUDY_TALK = re.compile(
    r"\b(?:the|this|its|that|these)\s(?:\w+\s)?(?:report|study|survey|index|edition|authors|researchers|"
    r"findings|"
    r"poll|ranking|paper|data|analysis|sample|results)\b|\brespondents\b|\bsurveyed\b|\binterviewed\b"
    r"|\b(?:main|key)\sfindings\b|\bwe summari[sz]e\b",
    re.I,
)
_OWN_COMMENT = re.compile(
    r"(?:the|these|this|such)\s(?:findings?|results?|timing|news|announcement|conclusions?)\s(?:is|are|"
    r"was|were|"
    r"comes?|came|arrives?|may|might|should|will|could|raises?|matters?)\b|(?:I|we|my|our|you)\b|in my view",
    re.I,
)
_NOUN = re.compile(r"(?<![\w'’-])[a-z][a-z]{4,}(?![\w'’])")
_GOES_ON = re.compile(
    r"(?:however|furthermore|moreover|in addition|additionally|also|similarly|likewise|by contrast|"
    r"in contrast|by comparison|that compares|of (?:those|these|them)|among|another|the rest|the remaining|"
    r"only|just|out of|overall|the (?:share|figure|number|rate|gap)|in \d{4}|\d|in [A-Z]\w+,|some|about|"
    r"nearly|almost|fewer|more)\b",
    re.I,
)
_NUMBERED = re.compile(r"\d[\w.,]*\s(?:of\s|the\s)?(?P<noun>[a-z]{4,})")
_GENERAL = lexicon.words(
    """about above across after again against almost along among amount another around based because been
    before
    behind being below between billion business cases category chips china chinese closed companies company
    compared could country countries current currently decade different doing during each early either enough
    every except expected figure figures firms first fourth found further general given global global
    group groups
    growth growing half have higher highest however hundred important including increase increased industry
    industries intelligence january july june large larger largest last later latest leading least less
    level like
    little local lower major majority making many market markets means million model models month months
    more most
    much national nearly never number numbers often only open other others overall part past people
    percent percentage
    place points progress project range rank ranked ranks rather recent reached release released remain
    remained
    remains report reported result results roughly same second sector seven share shows similar since
    small some
    still strong study such system systems technology technologies tenth than that their them then there
    these they
    thing third those thousand three through time times today together total toward trillion twice under
    until used
    using value very well were what when where whether which while whole whose with within without work
    world would
    written year years according artificial according survey index research data published performance
    government
    american americans states united frontier capabilities training trained developed development"""
)


class Studies:
    """The studies of one document. `reported` are all its attributions, in order of their sentences."""

    def __init__(self, reading: Reading, names: SpeakerNames, reported: Sequence[Reported]) -> None:
        self.reading = reading
        self.content = reading.content
        self.reported = reported
        self.digest = digests.told(reading)
        self.centre = self.digest or lead(reading, names) or sole(reported)
        self._carried: dict[int, Reported | None] = {}
        self._begun: dict[int, Reported | None] = {}  # the first study of a paragraph, up to each sentence

    def carried(self, number: int) -> Reported | None:
        """The study whose figures a sentence without a speaker goes on with."""
        if number not in self._carried:
            self._carried[number] = self._find(number)
        return self._carried[number]

    def _find(self, number: int) -> Reported | None:
        here = self.reading.sentences[number]
        if here.kind == "heading" or _OWN_COMMENT.match(self.content, here.start, here.end):
            return None
        at = bisect_left(self.reported, number, key=lambda r: r.sentence)
        before = self.reported[max(0, at - _STUDIES) : at]
        if self.digest and number > self.digest.sentence and self._is_digested(here.paragraph, before):
            return self.digest
        if before and self.reading.sentences[before[-1].sentence].paragraph == here.paragraph:
            # What the paragraph says without figures after a study's finding is the text's own telling.
            last = before[-1]
            counts = last.study or any(r.study and r.name == last.name for r in before)
            return last if counts and self._goes_on(number, last.sentence) else None
        if self.centre is not None and self._retold and number > self.centre.sentence:
            return self.centre
        if not self.reading.figures_in(here.start, here.end):
            return None
        return self._taken_up(number, [r for r in before if r.study]) or self._same_paragraph(number)

    def _is_digested(self, paragraph: int, before: Sequence[Reported]) -> bool:
        """Whether nobody else has spoken before in this paragraph of a digest."""
        said = before and self.reading.sentences[before[-1].sentence].paragraph == paragraph
        return not said or before[-1].study

    def _goes_on(self, number: int, told: int) -> bool:
        """Whether a sentence goes on with what a study told in one before it: it speaks of the study, or
        has figures and says by its opening or by what they count that they belong there."""
        here = self.reading.sentences[number]
        if _STUDY_TALK.search(self.content, here.start, here.end):
            return True
        if not self.reading.figures_in(here.start, here.end):
            return False
        if _GOES_ON.match(self.content, here.start, here.end):
            return True
        mine = self._subjects(number) | self._numbered(number)
        return any(mine & (self._subjects(n) | self._numbered(n)) for n in {told, number - 1} if n >= told)

    def _taken_up(self, number: int, studies: list[Reported]) -> Reported | None:
        """The last study, where its subject is taken up again in a later paragraph."""
        if not studies or number - studies[-1].sentence > _REACH:
            return None
        last = studies[-1]
        told = {r.sentence for r in studies if r.name == last.name}
        mine = self._subjects(number)
        enough = min(2, len(mine))
        for other in told:
            shared = mine & self._subjects(other)
            if shared and (len(shared) >= enough or shared & self._numbered(number) & self._numbered(other)):
                return last
        return None

    def _same_paragraph(self, number: int) -> Reported | None:
        """What the sentence before goes on with, this one does as well."""
        if (
            not number
            or self.reading.sentences[number - 1].paragraph != self.reading.sentences[number].paragraph
        ):
            return None
        before = number - 1
        if before not in self._begun:
            # Filled in order, so that a long paragraph costs one step a sentence and no deep recursion.
            first = before
            while (
                first
                and first - 1 not in self._begun
                and self.reading.sentences[first - 1].paragraph == self.reading.sentences[first].paragraph
            ):
                first -= 1
            for n in range(first, before + 1):
                same = n and self.reading.sentences[n - 1].paragraph == self.reading.sentences[n].paragraph
                self._begun[n] = (self._begun.get(n - 1) if same else None) or self.carried(n)
        return self._begun[before]

    @cached_property
    def _retold(self) -> bool:
        """Whether the text speaks of its study in every third paragraph or more often."""
        paragraphs = {s.paragraph for s in self.reading.sentences if s.kind != "heading"}
        talk = {
            s.paragraph for s in self.reading.sentences if _STUDY_TALK.search(self.content, s.start, s.end)
        }
        return 3 * len(talk) >= len(paragraphs)

    def _numbered(self, number: int) -> frozenset[str]:
        """The nouns right behind the figures of a sentence, cut to their stems."""
        s = self.reading.sentences[number]
        return frozenset(match["noun"][:6] for match in _NUMBERED.finditer(self.content, s.start, s.end))

    def _subjects(self, number: int) -> frozenset[str]:
        """What a sentence counts: its plain nouns of some length, cut to their stems."""
        s = self.reading.sentences[number]
        words = (match.group() for match in _NOUN.finditer(self.content, s.start, s.end))
        return frozenset(word[:6] for word in words if word not in _GENERAL and _counted(word))


def _counted(word: str) -> bool:
    """Verbs and adjectives by their endings say nothing of what is counted."""
    return not re.search(r"(?:ly|ed|able|ous|ive|ful)\Z", word)


def lead(reading: Reading, names: SpeakerNames) -> Reported | None:
    """The study that the text opens with: "The third edition of X, published by Y, draws on ..."."""
    for number, sentence in enumerate(reading.sentences[:4]):
        may = _PUBLISHED_GATE.may(reading.words[number])
        match = _PUBLISHED.search(reading.content, sentence.start, sentence.end) if may else None
        if not match:
            continue
        named = names.at(match.end(), sentence.end)
        if named and not (set(named[0].split()) & reporting.ROLES):
            return Reported(sentence.start, sentence.end, named[0], named[1], True, number, True)
    return None


def sole(reported: Sequence[Reported]) -> Reported | None:
    """The one study that a text reports from twice or more."""
    studies = [r for r in reported if r.study and r.name[:1].isupper()]
    same = len({r.name for r in studies}) == 1 and len({r.sentence for r in studies}) >= 2
    return studies[0] if same else None
