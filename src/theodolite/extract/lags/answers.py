"""How long somebody has to go, asked first or said without what for: "To catch up with Intel? Two years."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from theodolite.extract.lags import cues, followers, parties, questions
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.matching import Matching
from theodolite.extract.lags.sides import SideFinder, Sides
from theodolite.extract.referents import Referent

_NEAR = 300  # characters before a stretch in which what it is for may stand
_GOAL = re.compile(
    rf"(?:\A|[,;:—]\s|\b(?:but|and|that|so|"
    rf"yet)\s)(?:for\s(?P<who>[^,;.?!]{{2,50}}?)\s)?(?:to\s)?\b{cues.MATCH}\b"
    r"(?P<mid>[^;!]{0,110}?)\s?(?P<link>\?\s|,\s|—\s?|:\s|"
    r"\s(?:will|would|could|may|might|can|should|is|was|has|had|['’]ll)\s|\s(?=took\s|takes\s|required\s|needs\s))"
    r"(?P<more>[^;.?!]{0,50}?)\Z",
    re.I,
)
_TAKES = re.compile(
    r"(?:(?:likely|probably|still|certainly|going|to|also|not|have)\s){0,4}(?:take|takes|took|taken|need|needs|require|required|cost)\s"
    r"(?P<who>(?:[\w.’'-]+\s){0,5}?)(?:(?:at least|another|about|only|as long as|perhaps|maybe|"
    r"a good)\s*)*\Z",
    re.I,
)
_NEEDED_BY = re.compile(
    r"(?P<by>[^,;.?!]{2,40}?)\s(?:(?:will|would|may|might|could)\s(?:\w+\s)?)?(?:needs?|needed|requires?|required)\s"
    r"(?:(?:at least|another|about|only|perhaps|maybe|some)\s)*\Z",
    re.I,
)
_GUESS = re.compile(
    r"(?:(?-i:(?:[A-Z][\w.’'-]*\s?){1,4}|[QA]):\s)?[\"“‘']?"
    r"(?:[^,]{0,40},\s|[^,;.?!]{2,60}?\s(?:said|says|thinks?|answered|"
    r"replied)\s[^,;.?!]{0,20},\s)?(?:(?:yes|yeah|well|oh|hmm|so|right|honestly|roughly|about|at least|some|"
    r"another|in|by|perhaps|"
    r"maybe|probably|around|only|just|nearly|almost|about|still|currently|now|today|"
    r"somewhere around|more like|"
    r"i would|i['’]d|we would|we['’]d|i might|you could|one could|i|we|they|it|he|she|that|"
    r"that['’]s|it['’]s|it is|that is|"
    r"they['’]re|they are|it was|would be|would|might be|could be|may be|is|the answer is|"
    r"the answer was|say|guess|put it at|"
    r"think|reckon|believe|make that|call it|it['’]s probably|behind by|ahead by|what|"
    r"within),?:?\s)*[\"“]?\Z",
    re.I,
)
_ASKED_HERE = re.compile(
    r"\b(?:asked|asks|question|questioned|wonder\w*|when asked)\b[^;?!]{0,60}?\bhow (?:far|long|"
    r"much|big|wide|large)\b[^;?!]{4,120}?"
    r"(?P<answer>[,:]\s(?:[^,;:?!]{0,50}?\s)?(?:said|says|answered|answers|replied|replies|guessed|"
    r"estimated|told\s\w+|put it at|"
    r"responded|thought)[,:]?\s(?:that\s)?(?:it\s(?:was|is)\s)?[\"“‘]?"
    r"(?:(?:about|around|roughly|perhaps|maybe|probably|at least|only|just|some)\s)*)\Z",
    re.I,
)
_GIVE = re.compile(
    r"\b(?:give|allow|grant)\s(?P<who>(?:us|me|them|it|(?:the\s)?[\w.’-]+(?:\s[\w.’-]+){0,2}))\s"
    r"(?:(?:another|about|just|only|maybe|say|at most)\s)*\Z",
    re.I,
)
_AND_WILL = re.compile(
    r"(?:\s(?:or so|more))?,?\s(?:and\s(?:it|they|we|the\s\w+)(?:['’]ll|\s(?:will|can|could|may))|"
    r"to)\s(?:\w+\s){0,3}?"
    rf"(?:{cues.MATCH}|be (?:there|level|as good|in the first (?:group|tier)|at the (?:front|top|"
    rf"frontier))|get there)\b",
    re.I,
)
_NEEDS = re.compile(
    r"\b(?P<verb>needs?|needed|(?:will|would|may|might|could|['’]ll)\s(?:\w+\s)?need)\s"
    r"(?:(?:about|another|at least|only|just|perhaps|maybe|a further|some)\s*)*\Z",
    re.I,
)
_ENDS = re.compile(
    r"\s*(?:[.!;\"”…]|,\s|—|–|\Z)|\s(?:at (?:the )?(?:moment|most|least|best|present)|now|today|"
    r"currently|behind|"
    r"ahead|or so|or thereabouts|maybe|perhaps|give or take|i (?:would|think|guess))\b",
    re.I,
)
_RACE = re.compile(
    r"\b(?:behind|ahead|lags?|lead|leads|gap|match|matched|catch|caught|rival|rivals|race|frontier|"
    r"first|better|"
    r"best|beat|answer|respond|level|impressive|launch\w*|releas\w*|unveil\w*)\b",
    re.I,
)


class Answer(Matching):
    """A stretch said where what it is for stands before it, or is left out."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._asked_here, self._goal_first, self._goal_asked, self._far, self._needs, self._give)

    def _goal_first(self) -> Found | None:
        """ "Closing the gap with Intel will take Arm five years", "to catch up, I'd say three years"."""
        match = _GOAL.search(self.before, max(0, len(self.before) - _NEAR))
        if match is None:
            return None
        more = match["more"]
        takes = _TAKES.match(more)
        if match["link"].strip() == "," and (needed := _NEEDED_BY.match(more)):
            return self._needed_by(match, needed)
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
        reached = parties.goal(self.finder, offset + match.start("mid"), follower) if follower else None
        found = self._behind_goal(follower, (offset + match.start(), self.figure.end), reached)
        past = takes and re.search(r"\b(?:took|taken|required)\b", takes.group())
        return replace(found, reading="record") if found and past else found

    def _needed_by(self, goal: re.Match[str], needed: re.Match[str]) -> Found | None:
        """ "To catch up with Intel, Arm will need two years"."""
        offset = self.sentence.start
        follower = self.finder.object_at(offset + goal.start("more") + needed.start("by"))
        if follower is None:
            return None
        cue = (offset + goal.start(), self.figure.end)
        return self._matched(follower, cue, "catch_up", goal_at=offset + goal.start("mid"))

    def _goal_asked(self) -> Found | None:
        """ "To catch up with Intel? Two years.": the answer to a question."""
        if not self.number or not _GUESS.match(self.before):
            return None
        before = self.scene.reading.sentences[self.number - 1]
        words = self.content[max(before.start, before.end - questions.ASKED) : before.end]
        match = questions.GOAL_ASKED.search(words)
        if match is None or not words.rstrip().endswith("?") or not _ENDS.match(self.after):
            return None
        if sides := questions.goal(self.scene, self.number - 1):
            place = (self.figure.opening, self.figure.end)
            leader = sides.leader or self.finder.default_other(sides.follower)
            past = re.search(r"\b(?:did|took|has|have)\b", words)
            return self.found(Sides(sides.follower, leader), place, "record" if past else "catch_up")
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

    def _asked_here(self) -> Found | None:
        """ "Asked how far behind Intel Arm was, he said two years"."""
        match = _ASKED_HERE.search(self.before)
        if match is None or not _ENDS.match(self.after):
            return None
        known = questions.asked(self.scene, self.number, self.sentence.start + match.start("answer"))
        return self.found(known, (self.figure.opening, self.figure.end)) if known else None

    def _far(self) -> Found | None:
        """ "How far behind is Arm? Two years.": the answer to a question."""
        if not self.number or not _GUESS.match(self.before) or not _ENDS.match(self.after):
            return None
        if not questions.before(self.scene, self.number):
            return None
        known = questions.topic(self.scene, self.number - 1)
        return self.found(known, (self.figure.opening, self.figure.end)) if known else None

    def _give(self) -> Found | None:
        """ "Give Arm two years and it will match Intel"."""
        given = _GIVE.search(self.before)
        goal = _AND_WILL.match(self.after) if given else None
        if given is None or goal is None:
            return None
        offset = self.sentence.start
        follower = parties.within(self.finder, offset + given.start("who"), offset + given.end("who"))
        if follower is None and given["who"].strip().lower() in ("us", "me"):
            follower = followers.ourselves(
                self.finder, (offset + given.start("who"), offset + given.end("who"))
            )
        if follower is None:
            return None
        cue = (offset + given.start(), self.figure.end + goal.end())
        return self._matched(follower, cue, "catch_up", goal_at=cue[1])

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
