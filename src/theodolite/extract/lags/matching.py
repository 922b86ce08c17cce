"""The time it took, takes or will take to match: records and forecasts of catching up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from theodolite.extract.lags import cues, followers, parties
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.sides import Sides
from theodolite.extract.lags.stretch import Stretch
from theodolite.extract.referents import Referent, from_mention

_BY_WHOM = re.compile(r"(?<=(?:were|been) )\w+ed\sby\s|(?<=(?:is|as|be) )\w+ed\sby\s")


class Matching(Stretch):
    """A stretch that it takes one side to match the other."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (
            self._took,
            self._faster,
            self._match_in,
            self._suffices,
            self._in_then_match,
            self._after_release,
            self._after_other,
            self._launch_to_copy,
            self._catch_noun,
            self._away,
        )

    def _took(self) -> Found | None:
        need = cues.NEED.search(self.before)
        goal = cues.TO_MATCH.match(self.after)
        if not need or not goal:
            return None
        offset = self.sentence.start
        finder = self.finder
        past = need["verb"].lower() in ("took", "taken", "needed", "required", "spent")
        cue = (offset + need.start("verb"), self.figure.end + goal.end())
        follower = None
        if need["who"] and need["who"].strip():
            follower = parties.within(finder, offset + need.start("who"), offset + need.end("who"))
        if goal["who"]:
            follower = follower or finder.object_at(self.figure.end + goal.start("who"))
        if re.match(r"\s*(?:more\s|longer\s)?(?:before|until|till)\b", self.after):
            until = [
                m
                for m in self.scene.reading.mentions_in(self.figure.end, self.figure.end + goal.end())
                if m.kind != "side" or not m.adjective
            ]
            follower = follower or (from_mention(self.content, until[0]) if until else None)
        follower = (
            follower
            or finder.follower_of(offset + need.start("verb"))
            or finder.last_name(self.figure.opening)
            or followers.stranger_before(finder, offset + need.start("verb"))
        )
        reading = "record" if past and not self._modal(need.start()) else "catch_up"
        return self._matched(follower, cue, reading, goal_at=cue[1])

    def _modal(self, at: int) -> bool:
        return bool(
            re.search(
                r"\b(?:will|would|may|might|could|can|should|have|likely|['’]ll)\s(?:\w+\s){0,3}\Z",
                self.before[:at],
                re.I,
            )
        )

    def _match_in(self) -> Found | None:
        """ "matched GPT-4 within a year", "could catch up in two years", "might not catch up in a decade"."""
        opening = self.content[self.figure.opening : self.figure.start]
        within = re.match(r"(?:well\s)?(?:within|inside)\s", opening, re.I)
        match = cues.last(cues.MATCH_IN, self.before + (within.group() if within else ""))
        if (
            not match
            or re.match(r"[-\w]|\s+(?:ago|old)\b", self.after)
            or re.match(r"\w+\s\$?\d", match.group())
        ):
            return None
        offset = self.sentence.start
        lead = self.before[: match.start()]
        if cues.MEANT.search(lead):
            return None  # "meant to help Europe catch up in ten years": an aim
        verb = match.group().split()[0].lower()
        plain = bool(
            re.match(
                r"(?:in|within|over|inside|after|before|for)\b",
                match.group()[match.end("mid") - match.start() :].strip(),
                re.I,
            )
        )
        if not plain or re.search(r"\bfor\s*(?:the|about|around)?\s*\Z", match.group()):
            return None
        finder = self.finder
        follower = (
            self._by(offset + match.start())
            or finder.follower_of(offset + match.start())
            or finder.last_name(offset + match.start())
        )
        if follower is None and re.search(r"(?i)\b(?:they|it)\b", lead[-40:]) and (known := finder.topic()):
            follower = known.follower
        negated = bool(cues.NOT_ABLE.search(lead[-45:])) and not re.search(
            r"\bnot (?:only|just)\b", lead[-45:]
        )
        past = bool(
            re.match(
                r"(?:caught|closed|matched|reached|replicated|reproduced|equal+ed|overtook|surpassed|"
                r"developed|built|produced|released|launched|trained|created|made|delivered|rivall?ed|"
                r"unveiled|drew)\b",
                verb,
            )
        )
        cue = (offset + match.start(), self.figure.end)
        low, high = self.figure.months or (None, None)
        if negated and re.search(
            r"\b(?:might|may|could|will|can|would|able|won['’]t|can['’]t|unable|unlikely|impossible)\b",
            lead[-60:],
            re.I,
        ):
            # Not within this time is at least this time.
            found = self._matched(follower, cue, "catch_up", goal_at=offset + match.start("mid"))
            return (
                replace(found, low=low if low is not None else high, high=None, polarity="asserted")
                if found
                else None
            )
        return self._matched(
            follower, cue, "record" if past else "catch_up", goal_at=offset + match.start("mid")
        )

    def _faster(self) -> Found | None:
        """ "Will catch up faster than two decades": at most so long."""
        match = cues.last(cues.FASTER, self.before)
        if not match:
            return None
        finder = self.finder
        at = self.sentence.start + match.start()
        follower = finder.follower_of(at) or finder.last_name(at)
        if follower is None and (known := finder.topic()):
            follower = known.follower
        found = self._matched(follower, (at, self.figure.end), "catch_up")
        if found is None:
            return None
        return replace(found, low=None, high=found.high if found.high is not None else found.low)

    def _suffices(self) -> Found | None:
        """ "Five years would not suffice to close the gap": more than five."""
        match = cues.SUFFICE.match(self.after)
        if not match:
            return None
        finder = self.finder
        follower = finder.object_at(self.figure.end + match.start("who")) if match["who"] else None
        known = finder.topic(6)
        follower = follower or (known.follower if known else None)
        if follower is None:
            sides = finder.default_pair(self.figure.start)
            follower = sides.follower if sides else None
        found = self._matched(follower, (self.figure.opening, self.figure.end + match.end()), "catch_up")
        if found is None:
            return None
        doubted = re.search(
            r"\b(?:doubt|not|never|hardly|n[’']t|unlikely|"
            r"impossible)\b",
            self.before[-40:] + match.group(),
            re.I,
        )
        low, high = self.figure.months or (None, None)
        if doubted:
            return replace(found, low=high if high is not None else low, high=None, polarity="asserted")
        return replace(found, low=None, high=high if high is not None else low)

    def _after_other(self) -> Found | None:
        """ "Estonia opened its service five months after Singapore's": the later of two alike."""
        match = cues.AFTER_OTHER.match(self.after)
        done = cues.BROUGHT_OUT.search(self.before)
        if not match or not done:
            return None
        finder = self.finder
        leader = finder.object_at(self.figure.end + match.start("who"))
        follower = finder.subject_of(self.sentence.start + done.start())
        if leader is None or follower is None or leader.kind == "person" or leader.name == follower.name:
            return None
        compared = match["rel"].lower().endswith("than")
        if compared and not parties.is_somebody(finder, follower):
            return None  # "the date is two months later than"
        kinds = {leader.kind, follower.kind}
        if len(kinds) > 1 and "unknown" not in kinds and kinds != {"model", "organisation"}:
            return None
        cue = (self.sentence.start + done.start(), self.figure.end + match.end())
        if match["rel"].lower() in ("before", "earlier than", "ahead of"):
            follower, leader = leader, follower
        return self.found(Sides(follower, leader), cue, "record")

    def _launch_to_copy(self) -> Found | None:
        """ "Six months from American launch to Chinese copy"."""
        match = cues.LAUNCH_TO_COPY.match(self.after)
        if not match:
            return None
        leader, follower = (
            self.scene.reading.mentions_in(self.figure.end + match.start(g), self.figure.end + match.end(g))
            for g in ("first", "second")
        )
        if not leader or not follower:
            return None
        sides = Sides(from_mention(self.content, follower[0]), from_mention(self.content, leader[0]))
        return self.found(sides, (self.figure.opening, self.figure.end + match.end()), "record")

    def _catch_noun(self) -> Found | None:
        """ "It is a five-year catch-up": so long will it take."""
        match = cues.CATCH_NOUN.match(self.after)
        if not match:
            return None
        finder = self.finder
        known = finder.topic(3)
        follower = known.follower if known else finder.last_name(self.figure.opening)
        return self._matched(follower, (self.figure.opening, self.figure.end + match.end()), "catch_up")

    def _in_then_match(self) -> Found | None:
        """ "Within five years we could overtake ...": the stretch stands in front."""
        opening = self.content[self.figure.opening : self.figure.start]
        if not re.search(
            r"(?:\A|[,;:—\"“]\s*|\b(?:that|but|and|said|says)\s)(?:in|within)\s(?:\w+\s){0,2}\Z",
            self.before + opening,
            re.I,
        ):
            return None
        match = re.match(
            rf"(?:['’]\s?time)?,?\s(?P<who>(?:[\w.’'-]+\s){{1,6}}?)(?:will|could|may|might|would|can|"
            rf"['’]ll|should)\s(?:\w+\s){{0,3}}?{cues.MATCH}\b",
            self.after,
            re.I,
        )
        if not match:
            return None
        finder = self.finder
        follower = finder.object_at(self.figure.end + match.start("who")) or finder.last_name(
            self.figure.end + match.end("who")
        )
        cue = (self.figure.opening, self.figure.end + match.end())
        return self._matched(follower, cue, "catch_up", goal_at=cue[1])

    def _after_release(self) -> Found | None:
        """ "four months after o1 appeared, DeepSeek matched it"; "matched GPT-4 eighteen months later"."""
        match = cues.AFTER.match(self.after)
        if not match:
            return None
        within = cues.WITHIN.search(self.before[-40:] + " ") or self.figure.low is None
        relation = match["rel"].lower()
        if relation in ("of", "from") and not within:
            return None
        matching = re.search(
            rf"\b{cues.MATCH}\b", self.content[self.sentence.start : self.sentence.end], re.I
        )
        if not matching or (re.match(r"(?:caught up|close)", matching.group(), re.I) and not self._anchor()):
            return None
        if relation in ("after", "of", "since", "following", "from") and not re.search(
            r"\b(?:releas\w*|launch\w*|debut\w*|unveil\w*|introduc\w*|publi\w*|appear\w*|came out|"
            r"announc\w*|arriv\w*|o\d|GPT\S*|ChatGPT|Claude|Gemini|Llama|Sora|it|its)\b",
            match["mid"],
        ):
            return None
        finder = self.finder
        at = self.sentence.start + matching.start()
        follower = self._by(at) or finder.subject_of(at) or finder.last_name(at)
        if follower is None or (follower.kind == "unknown" and not follower.text[:1].isupper()):
            return None
        cue = (
            min(at, self.figure.opening),
            max(self.figure.end + match.end("rel"), self.sentence.start + matching.end()),
        )
        return self._matched(follower, cue, "record", needs_anchor=True)

    def _by(self, at: int) -> Referent | None:
        """Who matched it in the passive: "had been matched by Larch"."""
        match = _BY_WHOM.match(self.content, at, self.sentence.end)
        return self.finder.object_at(match.end()) if match else None

    def _anchor(self) -> Referent | None:
        """The named model of the sentence that was matched: not the follower's own."""
        models = [
            m
            for m in self.scene.reading.mentions_in(self.sentence.start, self.sentence.end)
            if m.kind == "model"
        ]
        return from_mention(self.content, models[0]) if models else None

    def _matched(
        self,
        follower: Referent | None,
        cue: tuple[int, int],
        reading: str,
        needs_anchor: bool = False,
        goal_at: int | None = None,
    ) -> Found | None:
        """A record or a forecast of catching up, with what is to be matched; its name may begin at
        `goal_at`."""
        if follower is None or not follower.name:
            return None
        anchor = None
        for m in self.scene.reading.mentions_in(self.sentence.start, self.sentence.end):
            if (
                m.kind == "model"
                and m.name != follower.name
                and m.maker != follower.name
                and (
                    m.side != follower.side
                    or follower.side is None
                    or follower.kind in ("organisation", "model")
                )
            ):
                anchor = m  # the last one: nearest to what it took
        named_goal = followers.stranger_goal(self.finder, cue, follower) if anchor is None else None
        if needs_anchor and anchor is None:
            return None
        finder = self.finder
        leader: Referent | None = None
        if anchor is not None:
            name = anchor.side if follower.kind in ("side", "group") else anchor.maker
            leader = (
                Referent(
                    name,
                    self.content[anchor.start : anchor.end],
                    anchor.side,
                    anchor.start,
                    anchor.end,
                    "side",
                )
                if name
                else None
            )
        if leader is None and goal_at is not None:
            named_goal = named_goal or parties.goal(finder, goal_at, follower)
        leader = leader or named_goal
        if leader is None:
            explicit = [
                m
                for m in self.scene.reading.mentions_in(cue[0], self.sentence.end)
                if m.name != follower.name
                and (m.side != follower.side or m.kind == follower.kind == "organisation")
                and m.kind in ("side", "group", "organisation")
            ]
            leader = (
                Referent(
                    explicit[0].name,
                    self.content[explicit[0].start : explicit[0].end],
                    explicit[0].side,
                    explicit[0].start,
                    explicit[0].end,
                    explicit[0].kind,
                )
                if explicit
                else finder.default_other(follower)
            )
        named = anchor is not None or (leader is not None and leader.text)
        if (reading == "record" and anchor is None and leader is None) or (
            follower.kind == "unknown" and not named
        ):
            return None
        subject = self._goal(cue)
        return self.found(
            Sides(follower, leader),
            cue,
            reading,
            anchor=(
                anchor.name
                if anchor
                else named_goal.name
                if named_goal and named_goal.kind == "model"
                else None
            )
            if reading == "record"
            else None,
            subject=subject,
        )

    def _goal(self, cue: tuple[int, int]) -> str | None:
        match = re.search(
            r"\b(?:an?|the|its|their)\s(?:[\w-]+\s){0,3}?(?:model|chip|system|version|chatbot|"
            r"product)s?\b(?:\s(?:comparable to|similar to|equivalent to|on par with|akin to|"
            r"like)\s[\w.-]+(?:\s\d[\w.]*)?)?",
            self.content[cue[0] : cue[1] + 60],
        )
        return " ".join(match.group().split()) if match else None

    def _away(self) -> Found | None:
        match = cues.AWAY.match(self.after)
        if not match:
            return None
        finder = self.finder
        follower = finder.subject_of(self.figure.start) or finder.last_name(self.figure.opening)
        cue = (self.figure.opening, self.figure.end + match.end())
        return self._matched(follower, cue, "catch_up", goal_at=cue[1])
