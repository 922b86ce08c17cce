"""Further ways to be behind by a stretch of time: off the pace, adrift of, set back, apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from theodolite.extract.lags import parties
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.sides import Sides
from theodolite.extract.lags.stretch import Stretch
from theodolite.extract.referents import Referent

_TO_THE_REAR = re.compile(
    r"(?:['’]s?)?(?:\s(?:or so|or more|or two))?,?\s+(?:(?:still|already|roughly|at least|further)\s)?"
    r"(?:adrift(?:\sof|\sfrom)?|off\s(?:the\s|its\s|their\s)?(?:\w+\s)?(?:pace|frontier|lead|best|front|"
    r"state[- ]of[- ]the[- ]art|cutting edge|leading edge)(?:\sset by|\sof)?|back\sof|down\son|astern\sof|"
    r"to the rear of|in the wake of|removed from|short of|shy of|slower than|"
    r"late(?:r)? (?:to|than)|late (?:in|with)|"
    r"in arrears|in the dust of|below)\b",
    re.I,
)
_FROM_FRONT = re.compile(
    r"\s+(?:away\s)?from\s(?=(?:the\s|its\s|their\s|American\s|US\s|U\.S\.\s|Western\s)?(?:[\w-]+\s)?"
    r"(?:frontier|state[- ]of[- ]the[- ]art|cutting edge|leading edge|leaders?|best|top|"
    r"parity|front-?runners?)\b)",
    re.I,
)
_OFF = re.compile(r"\s+off\s(?=(?:the\s)?[A-Z])")
_PLACED = re.compile(
    r"(?:\b(?:is|are|was|were|be|still|remains?|sits?|stands?|puts?|perhaps|maybe)|['’](?:s|"
    r"re))\s[^,;]{0,30}\Z"
)
_FOLLOWS = re.compile(
    r"\b(?P<verb>follow(?:s|ed|ing)?|shadow(?:s|ed|ing)?|track(?:s|ed|ing)?|mirror(?:s|ed|ing)?|"
    r"parallel(?:s|ed|ing)?|com(?:e|es|ing)|came|run(?:s|ning)?|ran|"
    r"keeps? pace with)\b(?P<mid>[^;?!]{0,90}?)\s"
    r"(?:by|at|with|after)\s(?:(?:an?|the|its|their|some|about|around|roughly|average|typical|visible|"
    r"estimated)\s)*"
    r"(?:(?:lag|delay|gap|distance|interval|remove|time lag)\sof\s(?:(?:about|some|around|"
    r"roughly|only|just)\s)*)?"
    r"[\"“]?\Z",
    re.I,
)
_HELD_BACK = re.compile(
    r"\b(?:set(?:s|ting)?|put(?:s|ting)?|held|hold(?:s|ing)?|knock(?:s|ed)?|throw(?:s|n)?|threw|"
    r"push(?:es|ed)?|"
    r"leaves?|left|delay(?:s|ed)?|slow(?:s|"
    r"ed)?)\s(?P<who>[^,;]{2,60}?)\s(?:back\s)?(?:by\s)?(?:(?:about|some|at least|"
    r"as much as|roughly|perhaps)\s)*\Z",
    re.I,
)
_BACK_AFTER = re.compile(r"\s+(?:back|behind|in the past)\b", re.I)
_APART = re.compile(
    r"(?:['’]s?)?\s+(?:(?:now|still|only|may|might|could|would|at most|"
    r"or so)\s){0,2}(?:separat(?:e|es|ed|ing)|"
    r"divid(?:e|es|ed|ing)|apart|lies?\sbetween|stands?\sbetween|elapsed\sbetween|passed\sbetween|between)\b",
    re.I,
)

_GENERATIONS = re.compile(
    r"\b(?:an?|one|two|three|half a|full|whole|several)\s(?:(?:full|whole|chip|process|hardware|model|"
    r"technology)\s)?(?:generations?|nodes?)\s(?P<way>behind|ahead(?:\sof)?)\b(?P<whom>\s[^,;.?!()—–]{2,40}?)?"
    r"(?:,\s(?:or|that is|which (?:is|means|makes))|\s?[(—–]|,|\sor)\s?(?:(?:about|roughly|some|around|"
    r"perhaps|say|nearly|at least)\s)*\Z",
    re.I,
)


class Broad(Stretch):
    """A stretch that no nearer rule could read."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._rear, self._off, self._follows, self._held_back, self._apart, self._generations)

    def _follower(self, at: int) -> Referent | None:
        finder = self.finder
        return finder.follower_of(at, self.figure.opening) or finder.last_name(self.figure.opening)

    def _rear(self) -> Found | None:
        """ "A good three years off the pace set by DeepMind", "six years adrift of Beijing"."""
        match = _TO_THE_REAR.match(self.after) or _FROM_FRONT.match(self.after)
        if not match:
            return None
        end = self.figure.end + match.end()
        leader = self.finder.object_at(end)
        follower = self._follower(self.figure.start)
        if "later than" in match.group() and not (
            parties.is_somebody(self.finder, leader) and parties.is_somebody(self.finder, follower)
        ):
            return None  # "later than planned"
        return self.found(Sides(follower, leader), (self.figure.opening, end))

    def _off(self) -> Found | None:
        """ "Maybe three months off Claude": a name, not a pace."""
        match = _OFF.match(self.after)
        if not match or not _PLACED.search(self.before):
            return None
        end = self.figure.end + match.end()
        leader = self.finder.object_at(end)
        if leader is None or leader.kind == "person":
            return None
        return self.found(Sides(self._follower(self.figure.start), leader), (self.figure.opening, end))

    def _follows(self) -> Found | None:
        """ "Follows the American curve with a delay of 25 months"."""
        match = _FOLLOWS.search(self.before)
        plain = match is not None and match["verb"].lower() in (
            "come",
            "comes",
            "came",
            "coming",
            "run",
            "runs",
            "ran",
        )
        if match is None or (plain and not re.search(r"\bbehind\b|\bafter\b", match["mid"])):
            return None
        offset = self.sentence.start
        finder = self.finder
        at = offset + match.start("verb")
        leader = finder.object_at(offset + match.end("verb")) if match["mid"].strip() else None
        follower = finder.subject_of(at)
        if follower is None or follower.kind == "unknown":
            follower = finder.last_name(at) or follower
        if leader is None or follower is None or "unknown" in (leader.kind, follower.kind):
            return None
        return self.found(Sides(follower, leader), (at, self.figure.end))

    def _held_back(self) -> Found | None:
        """ "Controls have set Chinese chipmaking back by three years"."""
        match = _HELD_BACK.search(self.before)
        if match is None or not (" back" in match.group() or _BACK_AFTER.match(self.after)):
            return None
        finder = self.finder
        at = self.sentence.start + match.start("who")
        follower = finder.object_at(at)
        if follower is None or (follower.side is None and follower.kind == "unknown"):
            return None
        relative = re.search(r"\b(?:relative to|compared (?:with|to)|behind|against)\s", self.after)
        leader = finder.object_at(self.figure.end + relative.end()) if relative else None
        return self.found(Sides(follower, leader), (at, self.figure.end))

    def _apart(self) -> Found | None:
        """ "Fully two years separate Alibaba's best coder from Anthropic's"."""
        match = _APART.match(self.after)
        if match and re.search(r"\b(?:gap|lag|lead|distance|difference)s?\sof\s[^,;]{0,20}\Z", self.before):
            return None  # any such gap, or one that nearer rules have read
        sides = self.finder.pair(self.figure.end, self.sentence.end) if match else None
        if match and sides is None and "apart" in match.group().lower():
            sides = self.finder.pair(self.sentence.start, self.sentence.end)
        return self.found(sides, (self.figure.opening, self.figure.end + match.end())) if match else None

    def _generations(self) -> Found | None:
        """ "A generation behind Nvidia, or about two years": the length said in another measure first."""
        match = _GENERATIONS.search(self.before)
        if not match or not re.match(r"\s*(?:[.,;)—–]|\Z)|\s(?:in|on|for|at)\b", self.after):
            return None
        offset, finder = self.sentence.start, self.finder
        at = offset + match.start("way")
        other = finder.object_at(offset + match.end("way")) if match["whom"] else None
        subject = finder.follower_of(at) or finder.last_name(at)
        ahead = match["way"].lower().startswith("ahead")
        sides = Sides(other, subject) if ahead else Sides(subject, other)
        return self.found(sides, (offset + match.start(), self.figure.end)) if subject else None
