"""A match told in the order of time: "six months later, B matched A"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from theodolite.extract.lags import cues, parties
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.matching import Matching
from theodolite.extract.lags.sides import Sides
from theodolite.extract.referents import Referent, from_mention

_LATER = re.compile(
    r"(?:['’]s?)?\s(?:or so\s)?(?:later|on|afterwards|after(?=[,.;]))(?=\s*[,.;:!)—]|\s|\Z)", re.I
)
_DELAY = re.compile(
    r"\b(?:with|after|at)\s(?:an?|only|just|the)\s(?:[\w-]+\s)?(?:delay|lag|gap|wait|interval|remove)\sof\s"
    r"(?:(?:about|some|around|roughly|only|just|nearly)\s)*\Z",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:will|would|may|might|could|can|['’]ll|was|is)\s(?:\w+\s)?(?:be|take|(?<=was\s)|(?<=is\s))\s?(?:(?:at|"
    r"another|only|just|about|perhaps|probably|likely|still|as long as|some)\s)*\Z",
    re.I,
)
_UNTIL = re.compile(r"\s(?:or (?:so|more)\s)?(?:before|until|till)\s", re.I)
_LEADS = re.compile(
    r"\b(?:where|what|when|wherever|whatever)\s(?P<whom>[^,;.?!]{2,50}?)\s(?:leads?|goes|does|did|led|went)\b,?\s"
    r"(?P<who>[^,;.?!]{2,50}?)\s(?:usually\s|often\s|then\s)?(?:follow|come|copi|copy|do|match|catche)\w*\s(?:\w+\s){0,2}\Z",
    re.I,
)
_SAME = re.compile(
    r"\s(?:after|behind)\s(?P<whom>(?:the\s)?(?-i:[A-Z])[^,;.?!]{1,40}?)(?:\s(?:did|had))?,\s(?P<who>[^,;.?!]{2,40}?)\s(?:has\s|have\s|had\s|"
    r"finally\s|also\s)?(?:got there|gets there|did (?:the same|so|it|likewise)|done (?:the same|"
    r"so)|followed(?: suit)?|"
    r"arrived|caught up|drew level|has (?:one|its own)|had (?:one|its own))\b",
    re.I,
)
_PAST = re.compile(
    r"(?:caught|closed|matched|reached|replicated|reproduced|equal+ed|overtook|overtaken|surpassed|passed|built|rivall?ed|"
    r"drew|drawn|got|attained|did|pulled|produced|released|launched|had|came|made|achieved|copied|delivered|repeated)\b",
    re.I,
)


class Levels(Matching):
    """A match whose stretch stands beside it in the order of time."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._later, self._before, self._leads, self._same)

    def _later(self) -> Found | None:
        """ "B matched A six months later", "B reached its level with a delay of six months"."""
        later = _LATER.match(self.after)
        delay = _DELAY.search(self.before)
        if not later and not delay:
            return None
        start, end = self.sentence.start, self.sentence.end
        for match in list(re.finditer(rf"\b{cues.MATCH}\b", self.content[start:end], re.I))[:_TRIED]:
            at = start + match.start()
            verb = self.finder.parse.at(at)
            if verb is None or not _PAST.match(match.group()) or not _is_verb(verb):
                continue
            follower = self.finder.follower_of(at) or self._right_before(at)
            if not parties.is_somebody(self.finder, follower) or follower is None:
                continue
            leader = parties.goal(self.finder, start + match.end(), follower)
            if leader is None or (leader.kind == "unknown" and not leader.name[:1].isupper()):  # type: ignore[index]
                continue
            cue = (min(at, self.figure.opening), max(self.figure.end, start + match.end()))
            return self._matched(follower, cue, "record", goal_at=start + match.end())
        return None

    def _right_before(self, at: int) -> Referent | None:
        """The name right before a verb, where the parse lost it ("Six months later Arm matched")."""
        for mention in self.scene.reading.mentions_in(max(self.sentence.start, at - 50), at):
            if mention.end == at - 1 and not (mention.adjective and mention.kind == "side"):
                return from_mention(self.content, mention)
        return None

    def _before(self) -> Found | None:
        """ "It will be two years before B matches A"."""
        until = _UNTIL.match(self.after)
        if not until or not _BEFORE.search(self.before):
            return None
        match = re.compile(rf"(?P<who>[^,;.?!]{{2,60}}?)\s(?:\w+\s){{0,3}}?{cues.MATCH}\b", re.I).match(
            self.after, until.end()
        )
        if not match:
            return None
        follower = self.finder.object_at(self.figure.end + match.start("who"))
        cue = (self.figure.opening, self.figure.end + match.end())
        return self._matched(follower, cue, "catch_up", goal_at=cue[1]) if follower else None

    def _leads(self) -> Found | None:
        """ "Where A leads, B follows a year later"."""
        match = _LEADS.search(self.before) if _LATER.match(self.after) else None
        if not match:
            return None
        start = self.sentence.start
        leader, follower = (self.finder.object_at(start + match.start(g)) for g in ("whom", "who"))
        if not (parties.is_somebody(self.finder, leader) and parties.is_somebody(self.finder, follower)):
            return None
        return self.found(Sides(follower, leader), (start + match.start(), self.figure.end))

    def _same(self) -> Found | None:
        """ "Six months after A, B got there"."""
        match = _SAME.match(self.after)
        if not match:
            return None
        leader, follower = (
            parties.within(self.finder, self.figure.end + match.start(g), self.figure.end + match.end(g))
            for g in ("whom", "who")
        )
        if not (parties.is_somebody(self.finder, leader) and parties.is_somebody(self.finder, follower)):
            return None
        cue = (self.figure.opening, self.figure.end + match.end())
        return self.found(Sides(follower, leader), cue, "record")


_TRIED = 4  # verbs of matching of one sentence that are tried


def _is_verb(token: Any) -> bool:
    return bool(token.tag_.startswith("VB"))
