"""How long somebody has to go, asked first or said without what for: "To catch up with Intel? Two years."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from theodolite.extract.lags import cues, followers
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.matching import Matching
from theodolite.extract.lags.sides import SideFinder, Sides
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Scene

_HOW_FAR = re.compile(
    r"\bhow\s(?:far|long|much|many\s(?:years|months|weeks))\s(?:(?P<first>[^,;.?!]{2,70}?)\s)?"
    r"(?P<way>behind|ahead|trails?|lags?|leads?)\b(?:\s(?:behind|of)\b)?",
    re.I,
)
_BE = re.compile(
    r"\s*(?:is|are|was|were|has|have|had|really|now|still|might|may|be|been|actually|lag|lags|fall|fell)\b",
    re.I,
)
_NEAR = 300  # characters before a stretch in which what it is for may stand
_ASKED = 90  # characters of a question that the next sentence answers
_GOAL = re.compile(
    rf"(?:\A|[,;:—]\s|\b(?:but|and|that|so|"
    rf"yet)\s)(?:for\s(?P<who>[^,;.?!]{{2,50}}?)\s)?(?:to\s)?\b{cues.MATCH}\b"
    r"(?P<mid>[^;!]{0,110}?)\s?(?P<link>\?\s|,\s|—\s?|:\s|"
    r"\s(?:will|would|could|may|might|can|should|is|was|['’]ll)\s)(?P<more>[^;.?!]{0,50}?)\Z",
    re.I,
)
_TAKES = re.compile(
    r"(?:(?:likely|probably|still|certainly|going|to|also|not|have)\s){0,4}(?:take|taken|need|require|cost)\s"
    r"(?P<who>(?:[\w.’'-]+\s){0,5}?)(?:(?:at least|another|about|only|as long as|perhaps|maybe|"
    r"a good)\s*)*\Z",
    re.I,
)
_GUESS = re.compile(
    r"(?:[^,]{0,40},\s)?(?:(?:i|we)(?:['’]d| would| might)\s(?:say|guess|put it at|think)\s|(?:i|"
    r"we)\s(?:think|guess|"
    r"reckon)\s|make that\s|call it\s|maybe\s|perhaps\s|probably\s|about\s|at least\s|some\s|another\s|"
    r"in\s)*\Z",
    re.I,
)
_NEEDS = re.compile(
    r"\b(?P<verb>needs?|needed|(?:will|would|may|might|could|['’]ll)\s(?:\w+\s)?need)\s"
    r"(?:(?:about|another|at least|only|just|perhaps|maybe|a further|some)\s*)*\Z",
    re.I,
)
_ENDS = re.compile(r"\s*(?:[.!\"”]|,\s(?:not|maybe|perhaps|if|at|tops|by|according|\w+\ssa(?:ys|id)\b)|\Z)")
_RACE = re.compile(
    r"\b(?:behind|ahead|lags?|lead|leads|gap|match|matched|catch|caught|rival|rivals|race|frontier|"
    r"first|better|"
    r"best|beat|answer|respond|level|impressive|launch\w*|releas\w*|unveil\w*)\b",
    re.I,
)


def names_gap(scene: Scene, number: int) -> bool:
    """Whether a sentence asks how far, or names a gap: then `asked` and `gap` look at its syntax."""
    sentence = scene.reading.sentences[number]
    return any(p.search(scene.content, sentence.start, sentence.end) for p in (_HOW_FAR, _GAP))


def asked(scene: Scene, number: int) -> Sides | None:
    """Who is behind whom in a question of how far: "asked how far behind Taiwan they were"."""
    sentence = scene.reading.sentences[number]
    match = _HOW_FAR.search(scene.content, sentence.start, sentence.end)
    if match is None:
        return None
    finder = SideFinder(scene, number)
    first = _first_in(finder, *match.span("first")) if match["first"] else None
    after = finder.object_at(_past_be(scene.content, match.end(), sentence.end))
    leads = match["way"].lower().startswith(("ahead", "lead"))
    if first is None:  # "how far behind are they", "how far behind the Chinese were"
        after, first = None, after
    return Sides(after, first) if leads else Sides(first, after)


_GAP = re.compile(r"\b(?:lag|gap|distance)\b", re.I)


def gap(scene: Scene, number: int) -> Sides | None:
    """The sides of a gap that a sentence names without its length: "we measured the lag of Korean models"."""
    sentence = scene.reading.sentences[number]
    match = _GAP.search(scene.content, sentence.start, sentence.end)
    if match is None or cues.OTHER_GAP.search(
        scene.content[max(sentence.start, match.start() - 25) : match.end()]
    ):
        return None
    finder = SideFinder(scene, number)
    if pair := finder.pair(*finder.clause(match.start())):
        return pair
    owner = followers.gap_of(finder, match.end(), sentence.end) or finder.owner(
        max(sentence.start, match.start() - 45), match.start()
    )
    if owner is None or owner.side == "United States":
        return None
    partner = finder.partner(max(match.end(), owner.end), sentence.end)
    return Sides(owner, partner if partner and partner.name != owner.name else finder.default_other(owner))


def _past_be(content: str, at: int, end: int) -> int:
    be = _BE.match(content, at, end)
    return be.end() if be else at


def _first_in(finder: SideFinder, start: int, end: int) -> Referent | None:
    content = finder.scene.content
    at = _past_be(content, start, end)
    while at < end and content[at] == " ":
        at += 1
    token = finder.parse.at(at)
    if token is not None and token.tag_.startswith("PRP"):
        found = finder.of(token)
        return found if found.name else None
    return finder.object_at(at)


def questions(scene: Scene, number: int) -> bool:
    """Whether the sentence before asks how far or how long, so that this one may only answer."""
    if not number:
        return False
    before = scene.reading.sentences[number - 1]
    start = max(before.start, before.end - _ASKED)
    if "?" not in scene.content[before.end - 2 : before.end]:
        return False
    return bool(
        _HOW_FAR.search(scene.content, start, before.end)
        or _GOAL_ASKED.search(scene.content, start, before.end)
    )


_GOAL_ASKED = re.compile(rf"\b{cues.MATCH}\b", re.I)


class Answer(Matching):
    """A stretch said where what it is for stands before it, or is left out."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._goal_first, self._goal_asked, self._far, self._needs)

    def _goal_first(self) -> Found | None:
        """ "Closing the gap with Intel will take Arm five years", "to catch up, I'd say three years"."""
        match = _GOAL.search(self.before, max(0, len(self.before) - _NEAR))
        if match is None:
            return None
        more = match["more"]
        takes = _TAKES.match(more)
        if not takes and not (match["link"].strip() in (",", "—", ":") and _GUESS.match(more)):
            return None
        if re.match(r"\s(?:ago|later|earlier|after|before|behind|ahead)\b", self.after):
            return None
        offset = self.sentence.start
        who = match.span("who") if match["who"] else None
        if takes and takes["who"].strip():
            at = offset + match.start("more") + takes.start("who")
            who = (at - offset, at - offset + len(takes["who"]))
        follower = self.finder.object_at(offset + who[0]) if who else None
        return self._behind_goal(follower, (offset + match.start(), self.figure.end))

    def _goal_asked(self) -> Found | None:
        """ "To catch up with Intel? Two years.": the answer to a question."""
        if not self.number or not _GUESS.match(self.before):
            return None
        before = self.scene.reading.sentences[self.number - 1]
        words = self.content[max(before.start, before.end - _ASKED) : before.end]
        match = _GOAL_ASKED.search(words)
        if match is None or not words.rstrip().endswith("?") or not _ENDS.match(self.after):
            return None
        asking = SideFinder(self.scene, self.number - 1)
        at = before.end - len(words) + match.start()
        leader = asking.object_at(before.end - len(words) + match.end() + _with(words[match.end() :]))
        follower = asking.follower_of(at)
        if follower is not None and (follower.kind == "unknown" or (leader and follower.name == leader.name)):
            follower = None  # the label of a turn, or nobody but whom they are to catch up with
        return self._behind_goal(follower, (self.figure.opening, self.figure.end), leader)

    def _behind_goal(
        self, follower: Referent | None, cue: tuple[int, int], leader: Referent | None = None
    ) -> Found | None:
        finder = self.finder
        if follower is None:
            known = finder.topic(3)
            follower = known.follower if known else None
        if follower is None and (
            side := self.scene.voices.at(*cue).side or self.scene.voices.own_at(cue[0])[1]
        ):
            follower = Referent(side, "", side, cue[0], cue[0], "side")
        if follower is None:
            return None
        if leader is None:
            return self._matched(follower, cue, "catch_up")
        if leader.name == follower.name:
            return None
        return self.found(Sides(follower, leader), cue, "catch_up")

    def _far(self) -> Found | None:
        """ "How far behind is Arm? Two years.": the answer to a question."""
        if not self.number or not _GUESS.match(self.before) or not _ENDS.match(self.after):
            return None
        if not questions(self.scene, self.number):
            return None
        known = asked(self.scene, self.number - 1)
        return self.found(known, (self.figure.opening, self.figure.end)) if known else None

    def _needs(self) -> Found | None:
        """ "The French labs need four months": to come level, where a race is spoken of."""
        match = _NEEDS.search(self.before, max(0, len(self.before) - _NEAR))
        if match is None or not _ENDS.match(self.after):
            return None
        first = self.scene.reading.sentences[max(0, self.number - 2)].start
        if not _RACE.search(self.content, first, self.sentence.end):
            return None
        at = self.sentence.start + match.start("verb")
        follower = self.finder.follower_of(at)
        if follower is None or follower.kind not in ("group", "side") or not follower.side:
            return None
        found = self._matched(follower, (at, self.figure.end), "catch_up")
        return replace(found, anchor=None) if found else None


def _with(words: str) -> int:
    lead = re.match(r"\s(?:with|on|to|over)\s", words)
    return lead.end() if lead else 0
