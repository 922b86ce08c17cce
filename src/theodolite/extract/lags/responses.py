"""The answer of one house to another's product: "DeepSeek's answer to o1 came four months later"."""

from __future__ import annotations

import re
from collections.abc import Callable

from theodolite.extract.lags import cues, parties
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.matching import Matching
from theodolite.extract.lags.sides import Sides
from theodolite.extract.referents import Referent, from_mention

_NOUN = (
    r"(?:answer|response|reply|rival|equivalent|alternative|counterpart|competitor|challenger|clone|copy|match|riposte|"
    r"version)"
)
_ABOUT = r"(?:(?:just|only|about|some|around|roughly|barely|nearly|almost|less than|within|after)\s)*\Z"
_CAME = re.compile(
    rf"(?P<whose>[^,;.?!]{{2,40}}?)['’]s?\s(?:[\w-]+\s){{0,2}}?{_NOUN}\sto\s(?P<whom>[^,;.?!]{{1,40}}?)\s(?:came|arrived|followed|"
    rf"appeared|was\s(?:released|launched|ready|out)|took|landed|emerged)(?:\sout)?\s{_ABOUT}",
    re.I,
)
_HAD = re.compile(
    r"(?P<who>[^,;.?!]{2,40}?)\s(?:had|has|have|launched|released|unveiled|shipped|introduced|built|presented|published|"
    rf"followed with)\s(?:an?|its|their|his|her)\s(?:own\s)?(?:[\w-]+\s){{0,2}}?{_NOUN}(?:\s(?:to|"
    rf"of)\s(?P<whom>[^,;.?!]{{1,40}}?))?"
    rf"(?:\sof\s(?:its|their)\sown)?\s{_ABOUT}",
    re.I,
)
_TIME = re.compile(
    r"\btime\s(?:that\s)?(?:it\s(?:took|takes)\s(?P<took>[^,;.?!]{2,40}?)\sto|(?P<needed>[^,;.?!]{2,40}?)\s(?:needed|needs|took|takes)\s"
    rf"to)\s(?P<match>{cues.MATCH})(?P<mid>[^;.?!]{{0,60}}?)\s(?:was|is|averaged|averages|"
    rf"has been)\s(?:on average\s)?{_ABOUT}",
    re.I,
)
_LATER = re.compile(r"(?:['’]s?)?\s(?:or so\s)?(?:later|after|on)\b")
_RELEASED = re.compile(
    r"\b(?:releas|launch|unveil|introduc|announc|publish|present|debut|ship)\w*|\b(?:came out|"
    r"showed|brought out|rolled out)\b"
)


class Responses(Matching):
    """How long the answer of one side to the other took."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._came, self._had, self._time)

    def _came(self) -> Found | None:
        match = _CAME.search(self.before) if _LATER.match(self.after) else None
        return self._told(match, "whose", "whom") if match else None

    def _had(self) -> Found | None:
        """ "B had an equivalent four months later"."""
        match = _HAD.search(self.before) if _LATER.match(self.after) else None
        return self._told(match, "who", "whom") if match else None

    def _time(self) -> Found | None:
        """ "The time it took B to match A was four months"."""
        match = _TIME.search(self.before)
        if match is None or not re.match(r"\s*(?:[.,;!)]|\Z)|\s(?:on|in|for|last|at)\b", self.after):
            return None
        group = "took" if match["took"] else "needed"
        follower = self._party(match, group)
        cue = (self.sentence.start + match.start(), self.figure.end)
        goal_at = self.sentence.start + match.end("match")
        return self._matched(follower, cue, "record", goal_at=goal_at) if follower else None

    def _told(self, match: re.Match[str], who: str, whom: str) -> Found | None:
        follower = self._party(match, who)
        leader = self._party(match, whom) if match[whom] else self._released()
        if follower is None or leader is None or leader.name in (follower.name, follower.maker):
            return None
        if match[whom] and leader.kind != "model":
            return None  # "Arm's response to Intel": a letter, or a lawsuit
        if leader.kind == "model" and leader.maker == follower.name:
            return None
        cue = (self.sentence.start + match.start(who), self.figure.end)
        anchor = leader.name if leader.kind == "model" else None
        return self.found(Sides(follower, leader), cue, "record", anchor=anchor)

    def _party(self, match: re.Match[str], group: str) -> Referent | None:
        found = parties.within(self.finder, *(self.sentence.start + at for at in match.span(group)))
        return found if parties.is_somebody(self.finder, found) else None

    def _released(self) -> Referent | None:
        """What the sentence before says was released."""
        if not self.number:
            return None
        before = self.scene.reading.sentences[self.number - 1]
        if not _RELEASED.search(self.content, before.start, before.end):
            return None
        found = self.scene.reading.mentions_in(before.start, before.end)
        models = [m for m in found if m.kind == "model"]
        known = models or [m for m in found if m.kind == "organisation"]
        return from_mention(self.content, known[0]) if known else None
