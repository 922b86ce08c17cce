"""Another length for the gap spoken of last: "others say four months", "that is up from six"."""

from __future__ import annotations

import re
from collections.abc import Callable

from theodolite.extract.lags import cues
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.ellipsis import scene_reading
from theodolite.extract.lags.sides import Sides
from theodolite.extract.lags.stretch import Stretch

_TOPIC = (
    r"(?:(?:and|but|so|now|then|yet|still|today|privately|publicly)[,\s]+)*"
    r"(?:(?:in|at|by|on|for|among|if|when|as|with|counting|measured|measuring|judged|judging|looking|excluding|including|using|"
    r"taking|leaving|adjusting|adjusted|according to|last|this|a year ago|two years ago|"
    r"earlier)\b[^;.?!]{0,70}?,\s){0,2}"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|only|just|some|at least|perhaps|maybe|probably|"
    r"more like|closer to|nearer|now|"
    r"still|as (?:much|little|long|many) as|,?\swhat,?|what,)\s)*[\"“]?"
)
_GAP = r"(?:it|this|that|them|the\s(?:gap|figure|number|lag|distance|lead|delay|interval|difference|answer))"
_SAID = re.compile(
    rf"\A\W*{_TOPIC}(?P<who>(?:[\w.’'&-]+\s){{1,7}}?)"
    rf"(?:(?:would\s|will\s|might\s|now\s|have\s|has\s|had\s)?(?:puts?|set|sets|placed?|"
    rf"places)\s{_GAP}\s(?:at|closer to|nearer|between|to)|"
    rf"(?:estimate[sd]?|reckon(?:s|ed)?|calculate[sd]?|measure[sd]?)\s(?:(?:{_GAP}|"
    rf"that\sit)\s)?(?:at\s|to be\s|is\s|was\s)?|"
    rf"(?:say|says|said|think|thinks|thought|guess|guesses|guessed|answered|suggest|suggests|suggested|counted|counts|found|"
    rf"finds|gets?|got|heard|hear)\s(?:(?:that\s)?(?:it|the gap|the lag)(?:\sis|\swas|"
    rf"['’]s)\s)?)\s?{_ABOUT}\Z",
    re.I,
)
_STATED = re.compile(
    rf"\A\W*{_TOPIC}(?:it|that|this|the\s(?:gap|figure|number|lag|distance|lead|delay|interval|difference)|they)"
    r"(?:['’](?:s|re)(?:,\swhat,)?|\s(?:(?:could|may|might|will|would|should|must)\s(?:soon\s|even\s|well\s|"
    r"by then\s)?(?:be|become|reach|fall to|"
    r"shrink to|grow to)|is|was|are|were|had been|has been|stood at|stands at|used to be))\s"
    rf"(?:(?:up|down)\sfrom\s)?{_ABOUT}\Z",
    re.I,
)
_BESIDE = re.compile(
    rf"\A\W*(?:that|this|it|which)\s(?:compare[sd]?\s(?:with|to)|contrasts\swith|is\s(?:up|down)\sfrom|was)\s{_ABOUT}\Z",
    re.I,
)
_BARE = re.compile(rf"\A\W*{_TOPIC}(?:(?:for|in|on)\s[\w\s-]{{2,30}}[,:]\s)?(?:not\sso\s)?{_ABOUT}\Z", re.I)
_CUT_TO = re.compile(
    r"\b(?:(?:cut|narrow|shr[aiu]nk|br(?:ing|ought)|reduc|lower|shorten|compress|squeez|trim|push|t(?:ake|ook))\w*|"
    r"(?P<more>widen|stretch|rais|lengthen)\w*)\s(?:that|this|it|the gap|the lag|"
    r"the distance)\s(?:gap\s|lead\s|lag\s)?"
    rf"(?:down\s|back\s|up\s)?to\s{_ABOUT}\Z",
    re.I,
)
_TOOK = re.compile(rf"\b(?:took|taken|needed|required)\s{_ABOUT}\Z", re.I)
_STOPS = re.compile(r"\s*(?:[.!;)\"”]|\Z)")
_ENDS = re.compile(
    r"\s*(?:[.!?;)\"”…]|,|—|–|\Z)|\s(?:at (?:the )?(?:moment|most|least|best|present)|now|today|"
    r"or so|or thereabouts|behind|"
    r"tops|maybe|perhaps|give or take|instead|(?:in|for|on|by|when|at|back in)\s(?!(?:jail|prison|"
    r"office|court)\b)|"
    r"(?:a|two|three|\d)\s(?:years?|months?)\s(?:ago|earlier|before)\b)"
)
_SAYS = re.compile(
    r"[\"”]?\s?[,—]\s?(?:(?:according to)\s|[^,;.?!]{2,40}?\s(?:say|says|said|think|thinks|reckon|"
    r"reckons|guess|guesses|estimates?)\b|"
    r"(?:say|says|said)\s)|[\"”]?\s*[.!?]?\s*\Z"
)
_NO_GAP = re.compile(
    r"\b(?:ago|old|later|earlier|prison|jail|deadline|contract|warranty|training|trained|leave|battery|payback|term|tenure)\b",
    re.I,
)


class Again(Stretch):
    """A length whose sides are those of the lag before, in a sentence of its own."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._said, self._cut_to, self._took_too, self._bare)

    def _said(self) -> Found | None:
        """ "Others put it at four months", "measured by downloads, it is two", "that is up from six"."""
        match = next((m for p in (_STATED, _SAID, _BESIDE) if (m := p.match(self.before))), None)
        if match is None or not _ENDS.match(self.after) or _NO_GAP.search(self.after[:30]):
            return None
        known = self._known(2 if match.re is not _BESIDE else 1)
        if known is None or cues.OTHER_GAP.search(self.before):
            return None
        start = self.sentence.start + len(self.before) - len(self.before.lstrip())
        return self.found(known, (start, self.figure.end), self._reading())

    def _cut_to(self) -> Found | None:
        """ "The next model cut that to seven months"."""
        match = _CUT_TO.search(self.before)
        known = self._known(2) if match and _ENDS.match(self.after) else None
        if match is None or known is None:
            return None
        trend = "widening" if match["more"] else "narrowing"
        return self.found(known, (self.sentence.start + match.start(), self.figure.end), trend=trend)

    def _took_too(self) -> Found | None:
        """ "The first model had taken two years": to match what was matched in the sentence before."""
        match = _TOOK.search(self.before)
        if match is None or not _STOPS.match(self.after) or self._reading() not in ("record", "catch_up"):
            return None
        known = self._known(1)
        follower = self.finder.subject_of(self.sentence.start + match.start())
        if known is None or follower is None or follower.kind == "person" or not follower.name:
            return None
        if known.leader is not None and known.leader.name == follower.name:
            return None
        sides = Sides(follower, known.leader)
        return self.found(sides, (self.sentence.start + match.start(), self.figure.end), "record")

    def _bare(self) -> Found | None:
        """ "In maths, two months."; "six months, some say"."""
        if not _BARE.match(self.before) or not (says := _SAYS.match(self.after)):
            return None
        told = re.search(r"\w", says.group()) or re.search(r",\s", self.before)
        if not told and not self._spoken_of():
            return None  # "Six months." may measure anything
        known = self._known(1)
        if known is None or not (self._measured() or self._spoken_of()):
            return None
        return self.found(known, (self.figure.opening, self.figure.end), self._reading())

    def _known(self, sentences: int) -> Sides | None:
        known = self.finder.topic(sentences)
        return known if known and known.follower and known.follower.name else None

    def _last(self) -> tuple[int, int] | None:
        """The stretch that was read last, in this sentence or the two before."""
        first = self.scene.reading.sentences[max(0, self.number - 2)].start
        taken = [
            t for t in self.scene.reading.taken_in(first, self.figure.opening) if t[1] <= self.figure.opening
        ]
        return max(taken) if taken else None

    def _measured(self) -> bool:
        """Whether the sentence right before gave the gap a length."""
        last = self._last()
        return last is not None and last[0] >= self.scene.reading.sentences[max(0, self.number - 1)].start

    def _spoken_of(self) -> bool:
        """Whether the sentence right before says who is behind whom, with no length."""
        first = self.scene.reading.sentences[max(0, self.number - 1)].start
        return any(place == first for place, _, _ in self.finder.recent(self.sentence.start)[:1])

    def _reading(self) -> str | None:
        last = self._last()
        return scene_reading(self.scene, last[0]) if last else "standing"
