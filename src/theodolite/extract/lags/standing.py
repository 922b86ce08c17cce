"""Where the gap stands: "two years behind", "a six-month lead", "the gap is a year"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from theodolite.extract.lags import cues, followers, movements, parties
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.sides import Sides
from theodolite.extract.lags.stretch import Stretch

_GAP_WORD = re.compile(
    r"(?:lag|deficit|delay|handicap|disadvantage|shortfall|distance|backwardness)s?\b", re.I
)


class Standing(Stretch):
    """A stretch by which one side is behind."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (
            self._within,
            self._behind,
            self._back,
            self._ahead,
            self._lag_by,
            self._behind_someone,
            self._lead_by,
            self._gap_noun,
            self._lead_noun,
        )

    def _within(self) -> Found | None:
        """ "is within three months of OpenAI"."""
        opening = self.content[self.figure.opening : self.figure.start]
        if not re.match(r"(?:well\s)?within\s", opening, re.I) or not re.match(
            r"\s+of\s(?=[A-Z]|the\s|its\s|their\s|his\s|her\s)", self.after
        ):
            return None
        if re.match(
            r"\s+of\s(?:the\s)?(?:release|launch|[\w.-]+['’]s|debut|its (?:release|launch|debut|own|"
            r"first)|being)",
            self.after,
        ):
            return None
        placed = re.search(
            r"\b(?:put|puts|putting|place[sd]?|placing|brings?|brought)\s[^,;]{2,60}\Z", self.before
        )
        if not placed and not re.search(
            r"\b(?:is|are|was|were|be|been|now|come|came|got|gets?|moved?|remains?)\s*\Z", self.before
        ):
            return None
        finder = self.finder
        of = self.figure.end + len(" of ")
        leader = finder.object_at(of)
        if placed:
            verb_end = self.sentence.start + placed.start() + len(placed.group().split()[0])
            follower = finder.object_at(verb_end) or finder.last_name(self.figure.opening)
            if leader is None and (its := re.match(r"\s*(?:its|their|his|her)\b", self.content[of:])):
                token = finder.parse.at(of + its.end() - 1)
                leader = finder.of(token) if token is not None else None
            return (
                self.found(Sides(follower, leader), (self.figure.opening, of))
                if follower and leader
                else None
            )
        if leader is None or leader.kind == "unknown":
            return None
        return self.found(
            Sides(finder.subject_of(self.figure.start) or finder.last_name(self.figure.opening), leader),
            (self.figure.opening, of),
        )

    def _behind(self) -> Found | None:
        match = cues.BEHIND.match(self.after)
        if not match:
            return None
        cue_end = self.figure.end + match.end()
        finder = self.finder
        at = self.figure.end + match.start() + len(match.group()) - len(match.group().split()[-1])
        leader = finder.object_at(cue_end)
        resumed = self._resumed()
        if resumed is not None:
            return self.found(
                Sides(resumed.follower, leader or resumed.leader), (self.figure.opening, cue_end)
            )
        with_whom = _WITH_WHOM.search(self.before)
        follower = parties.within(finder, *self._place(with_whom, "who")) if with_whom else None
        follower = follower or finder.follower_of(at, self.figure.opening)
        follower = follower or finder.last_name(self.figure.opening)
        if follower and leader and follower.name == leader.name:
            follower = finder.last_name(self.figure.opening)
        if follower is None and leader is None and (known := finder.topic(1)):
            follower, leader = known.follower, known.leader  # "Not three years behind."
        trend = movements.to_length(self.before)
        found = self.found(Sides(follower, leader), (self.figure.opening, cue_end), trend=trend)
        bound = re.match(
            r"(?:\s[\w.’'-]+){0,4}?,?\s(?:(?P<low>at least|minimum|or more|if not more)|"
            r"(?P<high>at most|at worst))\b",
            self.content[cue_end : self.sentence.end],
            re.I,
        )
        if found and bound and bound["low"]:
            return replace(found, high=None)
        return replace(found, low=None) if found and bound else found

    def _place(self, match: re.Match[str], group: str) -> tuple[int, int]:
        """Where a group of a match in the words before stands in the text."""
        return self.sentence.start + match.start(group), self.sentence.start + match.end(group)

    def _back(self) -> Found | None:
        """ "I would put open models a year back", "it sits two years back"."""
        match = re.match(r"\s+back\b(?=\s*(?:[.,;!)]|\Z)|\s(?:from|of|and|but|on|in)\s)", self.after)
        placed = _PLACED.search(self.before)
        if not match or not (placed or self._verbless()):
            return None
        finder = self.finder
        end = self.figure.end + match.end()
        pronoun = re.search(r"\b(?:it|them|they|we|us)(?:['’]re)?\s(?:\w+\s)?\Z", self.before, re.I)
        follower = finder.last_name(self.figure.opening) if not pronoun else None
        follower = follower or finder.follower_of(self.figure.start, self.figure.opening)
        leader = finder.object_at(end) if match.group().endswith(("of ", "from ")) else None
        found = self.found(Sides(follower, leader), (self.figure.opening, end)) if follower else None
        least = re.match(
            r"(?:\s[\w.’'-]+){0,4}?,?\s(?:at (?:the )?(?:very )?least|minimum|at a minimum|or more)\b",
            self.content[end : self.sentence.end],
        )
        return replace(found, high=None) if found and least else found

    def _verbless(self) -> bool:
        """ "... and then the Dutch ones maybe half a year back": the verb stands once, before."""
        match = _VERBLESS.search(self.before) or cues.AS_I_SAY.search(self.before)
        if match is None:
            return False
        if match.re is cues.AS_I_SAY:
            start = self.sentence.start + match.start("who")
            return bool(self.scene.reading.mentions_in(start, start + len(match["who"])))
        start = self.sentence.start + match.start("who")
        verbs = any(t.tag_.startswith("VB") for t in self.finder.parse.within(start, self.figure.opening))
        return not verbs and bool(self.scene.reading.mentions_in(start, self.figure.opening))

    def _resumed(self) -> Sides | None:
        """The sides of the lag before in this sentence where only its length is said anew: "not years
        behind, but rather six months behind"."""
        taken = [end for _, end in self.scene.reading.taken_in(self.sentence.start, len(self.content))]
        if not taken:
            return None
        between = self.content[max(taken) : self.figure.opening]
        turn = list(re.finditer(r"\b(?:but|rather|instead|or|and|maybe|perhaps)\b", between, re.I))
        if not turn or max(taken) > self.figure.opening:
            return None
        after = max(taken) + turn[-1].end()
        new = re.search(
            r"\b(?:it|they|we|he|she|I|that|this|who|which)\b", self.content[after : self.figure.opening]
        )
        if new or self.scene.reading.mentions_in(after, self.figure.opening):
            return None
        return self.finder.topic(0)

    def _ahead(self) -> Found | None:
        match = cues.AHEAD.match(self.after)
        if not match:
            return None
        cue_end = self.figure.end + match.end()
        of = re.match(r"\s+(?:of|over|than)\b", self.content[cue_end : self.sentence.end])
        finder = self.finder
        leader = finder.subject_of(self.figure.end + match.end() - 2, self.figure.opening)
        if leader is None and (we := _WE.search(self.before)):
            leader = followers.ourselves(
                finder, (self.sentence.start + we.start("we"), self.sentence.start + we.end("we"))
            )
        leader = leader or finder.last_name(self.figure.opening)
        follower = finder.object_at(cue_end + of.end()) if of else None
        return self.found(Sides(follower, leader), (self.figure.opening, cue_end + (of.end() if of else 0)))

    def _lag_by(self) -> Found | None:
        match = cues.LAG_BY.search(self.before)
        if not match:
            return None
        offset = self.sentence.start
        finder = self.finder
        if self._other_stretch(offset + match.start("verb")):
            return None
        follower = finder.follower_of(offset + match.start("verb")) or finder.last_name(
            offset + match.start()
        )
        middle = offset + match.end("verb")
        skip = re.match(
            r"\s+(?:behind|badly|far|well|slightly)\b(?:\s+behind\b)?",
            self.content[middle : self.figure.opening],
        )
        leader = finder.object_at(middle + (skip.end() if skip else 0)) if match["mid"].strip() else None
        return self.found(Sides(follower, leader), (offset + match.start("verb"), self.figure.end))

    def _behind_someone(self) -> Found | None:
        """ "Is behind the others two to five years": the stretch follows without "by"."""
        match = cues.BEHIND_WHOM.search(self.before)
        if not match or not re.match(
            r"\s*(?:[.,;!)]|\Z)|\s(?:in|on|at|depending|now|today|"
            r"or)\b",
            self.after,
        ):
            return None
        finder = self.finder
        at = self.sentence.start + match.start("verb")
        leader = finder.object_at(self.sentence.start + match.start("whom"))
        if leader is None and not cues.THE_REST.search(match["whom"]):
            return None
        follower = finder.follower_of(at) or finder.last_name(at)
        return self.found(Sides(follower, leader), (at, self.figure.end))

    def _other_stretch(self, start: int) -> bool:
        """Whether another stretch of time stands between a cue and this one: "lags by six months, as it
        has for two years"."""
        return any(
            f.kind == "duration" and f.end <= self.figure.opening
            for f in self.scene.reading.figures_in(start, self.figure.opening)
        )

    def _lead_by(self) -> Found | None:
        match = cues.LEAD_BY.search(self.before)
        if not match or _OF_SOMETHING.match(self.after):
            return None
        offset = self.sentence.start
        finder = self.finder
        leader = finder.subject_of(offset + match.start("verb")) or finder.last_name(offset + match.start())
        middle = offset + match.end("verb")
        skip = re.match(r"\s+of\b", self.content[middle : self.figure.opening])
        follower = finder.object_at(middle + (skip.end() if skip else 0)) if match["mid"].strip() else None
        return self.found(Sides(follower, leader), (offset + match.start("verb"), self.figure.end))

    def _lead_noun(self) -> Found | None:
        match = cues.LEAD_NOUN.match(self.after)
        if not match:
            return None
        finder = self.finder
        noun_at, noun_end = self.figure.end + match.start("noun"), self.figure.end + match.end("noun")
        owner = (
            finder.owner(max(self.sentence.start, self.figure.opening - 40), self.figure.opening)
            if self._owned_by_possessive()
            else None
        )
        leader = owner or parties.holder(finder, noun_at) or parties.given(finder, noun_at)
        leader = leader or finder.subject_of(noun_at) or finder.last_name(self.figure.opening)
        follower = finder.partner(noun_end, self.sentence.end)
        sides = Sides(follower, leader) if follower or leader else finder.default_pair(noun_at)
        return self.found(sides, (self.figure.opening, noun_end))

    def _owned_by_possessive(self) -> bool:
        return bool(
            re.search(
                r"(?:['’]s?|\b(?:its|their|our))\s+(?:\w+\s)?\Z",
                self.content[self.sentence.start : self.figure.opening],
            )
        )

    def _gap_noun(self) -> Found | None:
        match = cues.GAP_NOUN.match(self.after)
        if not match or self._other_gap(match.group()):
            return None
        noun_end = self.figure.end + match.end("noun")
        return self.found(self._gap_sides(self.figure.opening, noun_end), (self.figure.opening, noun_end))

    def _gap_is(self) -> Found | None:
        match = cues.GAP_IS.search(self.before)
        if (
            not match
            or self._other_gap(self.before[: match.end()])
            or re.match(r"['’]?s?\s+(?:ago|old|earlier)\b", self.after)
            or _OF_SOMETHING.match(self.after)
        ):
            return None
        offset = self.sentence.start
        if ";" in match["mid"] or self._any_gap(offset + match.start()):
            return None
        noun = match["noun"].lower()
        if noun == "interval" and not (
            self.finder.between(*self.finder.clause(offset + match.start()))
            or self.finder.topic(1) is not None
        ):
            return None
        finder = self.finder
        cue = (offset + match.start("noun"), self.figure.end)
        trend = movements.of_length(self.before[: match.start()], match["mid"])
        if noun in ("lead", "head start", "advantage", "edge", "cushion", "moat", "jump", "headstart"):
            if pair := finder.pair(*finder.clause(cue[0])):
                return self.found(pair, cue, trend=trend)
            subject = finder.subject_of(cue[0])
            leader = (
                followers.gap_of(finder, offset + match.end("noun"), self.figure.opening)
                or parties.having(finder, offset + match.end("noun"), self.figure.opening)
                or parties.given(finder, cue[0])
                or finder.owner(max(offset, cue[0] - 40), cue[0])
                or subject
            )
            behind = max(offset + match.end("noun"), leader.end if leader else 0)
            other = finder.partner(behind, self.figure.opening) or finder.partner(
                self.figure.end, self.sentence.end
            )
            if other is None and subject and leader and subject.name != leader.name:
                known = subject.kind in ("organisation", "group", "side", "model")
                other = subject if known or parties.is_named(finder, subject) else None
            sides = (
                Sides(other if other != leader else None, leader)
                if other or leader
                else finder.default_pair(cue[0])
            )
            return self.found(sides, cue, trend=trend)
        return self.found(self._gap_sides(cue[0], cue[1]), cue, trend=trend)

    def _any_gap(self, at: int) -> bool:
        """ "A gap of two years can vanish": any such gap, not this one; or the least and most it ever was."""
        lead = self.content[max(self.sentence.start, at - 16) : at]
        if re.search(r"\b(?:minimum|maximum|smallest|largest|record|average annual)\s\Z", lead, re.I):
            return True
        return bool(
            re.search(r"(?:\A|[\s\"“])(?:an?|any|no|such a)\s(?:[\w-]+\s)?\Z", lead, re.I)
            and re.search(r"\b(?:can|could|would|may|might|does|do|will)\b", self.after[:60])
        )

    def _gap_sides(self, start: int, end: int) -> Sides | None:
        """The sides of a gap: "between A and B", "A's gap with B", else those the document is about."""
        finder = self.finder
        if found := finder.pair(*finder.clause(start)):
            return found
        noun = _GAP_WORD.match(self.content, start, end)
        of = (
            followers.gap_of(finder, noun.end(), end) or followers.gap_for(finder, end, self.sentence.end)
            if noun
            else None
        )
        owner = of or finder.owner(max(self.sentence.start, start - 45), start)
        partner = finder.partner(end, self.sentence.end) or finder.partner(of.end if of else start, end)
        if owner is None:
            subject = parties.holder(finder, start) or finder.subject_of(start)
            owner = subject if subject and (subject.side or subject.kind != "unknown") else None
        if owner and partner and owner.name != partner.name:
            return Sides(owner, partner)
        if owner and owner.side == "United States" and not partner:
            return finder.default_pair(start) or Sides(None, owner)
        if owner or partner:
            return Sides(owner if owner != partner else None, partner)
        return finder.default_pair(start)

    def _other_gap(self, words: str) -> bool:
        return bool(cues.OTHER_GAP.search(words))


_WE = re.compile(r"\b(?P<we>we)(?:['’]re|\s(?:are|were|have been))\s(?:[a-z]+\s){0,2}\Z", re.I)
_OF_SOMETHING = re.compile(r"\s+of\s[a-z]")
_WITH_WHOM = re.compile(
    r"(?:\A|[,;—]\s)(?:and\s|but\s)?with\s(?P<who>[^,;.]{2,50}?)\s(?:still\s|now\s|about\s)?\Z", re.I
)
_PLACED = re.compile(
    r"(?:\b(?:put|puts|putting|place[sd]?|sits?|is|are|was|were|be|remains?|stands?|still|lies|lie|"
    r"ranks?)|['’]re|['’]s)\s[^,;]{0,50}\Z"
)
_VERBLESS = re.compile(
    r"(?:[,;:—]\s|\b)(?:and|but|then|with)\s(?P<who>(?:the\s)?[^,;.?!]{3,40}?\s)\Z",
)


class Named(Standing):
    """The gap named at a distance from its stretch: tried once nothing nearer fits."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._gap_is,)
