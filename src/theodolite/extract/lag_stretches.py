"""Lags with a stretch of time: "two years behind", "a six-month lead", "took 18 months to match"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from theodolite.extract import lag_cues as cues
from theodolite.extract.lag_claims import Found, draft
from theodolite.extract.lag_sides import SideFinder, Sides
from theodolite.extract.numbers import Figure
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Draft, Scene

_MONTHS = {"years": 12.0, "months": 1.0, "weeks": 0.23, "decades": 120.0, "quarters": 3.0}
_OLD_END = re.compile(r"\bfrom\s+(?:(?:about|around|roughly|nearly|some|over|more than|an? |the |at least|an estimated)\s*)*\Z", re.I)


def find(scene: Scene) -> Iterator[Draft]:
    """Every lag with a stretch of time, sentence by sentence."""
    for number, sentence in enumerate(scene.reading.sentences):
        if not cues.CUE.search(scene.content, sentence.start, sentence.end):
            continue
        figures = [f for f in scene.reading.figures_in(sentence.start, sentence.end) if f.kind == "duration" and f.months]
        figures += _bare(scene, sentence.start, sentence.end, figures)
        figures += _ago(scene, sentence.start, sentence.end, figures)
        for figure in sorted(figures, key=lambda f: f.start):
            found = _Stretch(scene, number, figure).read()
            if found:
                scene.reading.taken.append((figure.opening, figure.end))
                if found.leader is not None and found.leader.name:
                    scene.pairs.append((figure.start, found.follower, found.leader))
                yield draft(scene, number, found)


def _bare(scene: Scene, start: int, end: int, known: list[Figure]) -> list[Figure]:
    """ "Years behind": at least one year, open above."""
    found = []
    for match in cues.BARE.finditer(scene.content, start, end):
        a, b = match.span("unit")
        if not any(f.start < b and a < f.end for f in known):
            unit = match["unit"].lower()
            found.append(Figure(a, b, a, 1.0, None, "duration", unit[:-1], (_MONTHS[unit], None), worded=True, vague=True))
    return found


_LEVEL_AGO = re.compile(r"\b(?:where|what|level|comparable|equivalent|par|as good as|matche?[sd]?|similar to)\b", re.I)


def _ago(scene: Scene, start: int, end: int, known: list[Figure]) -> list[Figure]:
    """Stretches that a date rule took ("a year ago"), where a level is compared with that of then."""
    from theodolite.extract import numbers

    if not re.search(r"\b(?:ago|earlier)\b", scene.content[start:end]) or not _LEVEL_AGO.search(scene.content, start, end):
        return []
    raw = numbers.find(scene.content, start, end)
    dated = [p for p in scene.reading.periods_in(start, end) if re.search(r"\b(?:ago|earlier)\Z", scene.content[p.start : p.end])]
    found = [f for f in raw for p in dated if f.kind == "duration" and f.months and f.start < p.end and p.start < f.end]
    return [f for f in found if not any(k.start < f.end and f.start < k.end for k in known)]


class _Stretch:
    """One stretch of time in one sentence, read as a lag if its words are those of one."""

    def __init__(self, scene: Scene, number: int, figure: Figure) -> None:
        self.scene = scene
        self.number = number
        self.figure = figure
        self.sentence = scene.reading.sentences[number]
        self.content = scene.content
        self.before = scene.content[self.sentence.start : figure.opening]
        self.after = scene.content[figure.end : self.sentence.end]

    def read(self) -> Found | None:
        """The lag, or None."""
        if _OLD_END.search(self.before) and self.figure.change:
            return None  # where the gap came from is not where it stands
        for rule in (self._behind, self._ahead, self._lag_by, self._lead_by, self._gap_noun, self._lead_noun,
                     self._took, self._match_in, self._in_then_match, self._after_release, self._gap_is, self._away, self._then_level):  # fmt: skip
            found = rule()
            if found:
                return found
        return None

    @property
    def finder(self) -> SideFinder:
        return SideFinder(self.scene, self.number)

    def _found(self, sides: Sides | None, cue: tuple[int, int], reading: str | None = "standing", **more: object) -> Found | None:
        if sides is None or (sides.follower is None and sides.leader is None):
            return None
        finder = self.finder
        follower = sides.follower or finder.the_rest(self.figure.end) or finder.default_other(sides.leader)
        leader = sides.leader or finder.default_other(sides.follower)
        if follower is None or not follower.name or re.search(r"(?i)\bno(?:ne|body| one|t one)?\s(?:\w+\s)?\Z|\A\Zx", self.content[max(0, follower.start - 10) : follower.start]) or (leader and leader.name == follower.name):
            return None
        low, high = self.figure.months or (None, None)
        found = Found(follower, leader, low, high, cue, reading, figure=(self.figure.opening, self.figure.end))
        return replace(found, **more) if more else found  # type: ignore[arg-type]

    def _behind(self) -> Found | None:
        match = cues.BEHIND.match(self.after)
        if not match:
            return None
        cue_end = self.figure.end + match.end()
        finder = self.finder
        at = self.figure.end + match.start() + len(match.group()) - len(match.group().split()[-1])
        leader = finder.object_at(cue_end)
        follower = finder.subject_of(at, self.figure.opening) or finder.last_name(self.figure.opening)
        if follower and leader and follower.name == leader.name:
            follower = finder.last_name(self.figure.opening)
        found = self._found(Sides(follower, leader), (self.figure.opening, cue_end))
        bound = re.match(r"[^;?!]{0,40}?\b(?:(?P<low>at least|minimum|or more|if not more)|(?P<high>at most|max|tops|at worst))\b", self.content[cue_end : self.sentence.end], re.I)
        if found and bound and bound["low"]:
            return replace(found, high=None)
        return replace(found, low=None) if found and bound else found

    def _ahead(self) -> Found | None:
        match = cues.AHEAD.match(self.after)
        if not match:
            return None
        cue_end = self.figure.end + match.end()
        of = re.match(r"\s+(?:of|over)\b", self.content[cue_end : self.sentence.end])
        finder = self.finder
        leader = finder.subject_of(self.figure.end + match.end() - 2, self.figure.opening) or finder.last_name(self.figure.opening)
        follower = finder.object_at(cue_end + of.end()) if of else None
        return self._found(Sides(follower, leader), (self.figure.opening, cue_end + (of.end() if of else 0)))

    def _lag_by(self) -> Found | None:
        match = cues.LAG_BY.search(self.before)
        if not match:
            return None
        offset = self.sentence.start
        finder = self.finder
        follower = finder.subject_of(offset + match.start("verb")) or finder.last_name(offset + match.start())
        middle = offset + match.end("verb")
        skip = re.match(r"\s+(?:behind|badly|far|well|slightly)\b(?:\s+behind\b)?", self.content[middle : self.figure.opening])
        leader = finder.object_at(middle + (skip.end() if skip else 0)) if match["mid"].strip() else None
        return self._found(Sides(follower, leader), (offset + match.start("verb"), self.figure.end))

    def _lead_by(self) -> Found | None:
        match = cues.LEAD_BY.search(self.before)
        if not match:
            return None
        offset = self.sentence.start
        finder = self.finder
        leader = finder.subject_of(offset + match.start("verb")) or finder.last_name(offset + match.start())
        middle = offset + match.end("verb")
        skip = re.match(r"\s+of\b", self.content[middle : self.figure.opening])
        follower = finder.object_at(middle + (skip.end() if skip else 0)) if match["mid"].strip() else None
        return self._found(Sides(follower, leader), (offset + match.start("verb"), self.figure.end))

    def _lead_noun(self) -> Found | None:
        match = cues.LEAD_NOUN.match(self.after)
        if not match:
            return None
        finder = self.finder
        noun_at, noun_end = self.figure.end + match.start("noun"), self.figure.end + match.end("noun")
        owner = finder.owner(max(self.sentence.start, self.figure.opening - 40), self.figure.opening) if self._owned_by_possessive() else None
        leader = owner or finder.subject_of(noun_at) or finder.last_name(self.figure.opening)
        follower = finder.partner(noun_end, self.sentence.end)
        sides = Sides(follower, leader) if follower or leader else finder.default_pair(noun_at)
        return self._found(sides, (self.figure.opening, noun_end))

    def _owned_by_possessive(self) -> bool:
        return bool(re.search(r"(?:['’]s?|\b(?:its|their|our))\s+(?:\w+\s)?\Z", self.content[self.sentence.start : self.figure.opening]))

    def _gap_noun(self) -> Found | None:
        match = cues.GAP_NOUN.match(self.after)
        if not match or self._other_gap(match.group()):
            return None
        noun_end = self.figure.end + match.end("noun")
        return self._found(self._gap_sides(self.figure.opening, noun_end), (self.figure.opening, noun_end))

    def _gap_is(self) -> Found | None:
        match = cues.GAP_IS.search(self.before)
        if not match or self._other_gap(self.before[: match.end()]) or re.match(r"['’]?s?\s+(?:ago|old|earlier)\b", self.after):
            return None
        offset = self.sentence.start
        noun = match["noun"].lower()
        finder = self.finder
        cue = (offset + match.start("noun"), self.figure.end)
        trend = self._to_trend(match["mid"])
        if noun in ("lead", "head start", "advantage", "edge"):
            leader = finder.owner(max(offset, cue[0] - 40), cue[0]) or finder.subject_of(cue[0])
            other = finder.partner(offset + match.end("noun"), self.figure.opening) or finder.partner(self.figure.end, self.sentence.end)
            sides = Sides(other if other != leader else None, leader) if other or leader else finder.default_pair(cue[0])
            return self._found(sides, cue, trend=trend)
        return self._found(self._gap_sides(cue[0], cue[1]), cue, trend=trend)

    def _to_trend(self, words: str) -> str | None:
        """ "has shrunk to six months" says where it stands and how it moves."""
        if re.search(r"\b(?:narrow|shr[aiu]nk|clos(?:ed|ing)(?![- ](?:source|models|ones|weights|AI))|cut|reduc|fallen|fell|down|compress|shorten|trimm|dropp)\w*", words, re.I):
            return "narrowing"
        return "widening" if re.search(r"\b(?:wide[nr]|grow|grew|stretch|increas|expand)\w*", words, re.I) else None

    def _gap_sides(self, start: int, end: int) -> Sides | None:
        """The sides of a gap: "between A and B", "A's gap with B", else those the document is about."""
        finder = self.finder
        if found := finder.pair(self.sentence.start, self.sentence.end):
            return found
        owner = finder.owner(max(self.sentence.start, start - 45), start)
        partner = finder.partner(end, self.sentence.end) or finder.partner(start, end)
        if owner is None:
            subject = finder.subject_of(start)
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
            follower = finder.object_at(offset + need.start("who"))
        if goal["who"]:
            follower = follower or finder.object_at(self.figure.end + goal.start("who"))
        if re.match(r"\s*(?:more\s|longer\s)?(?:before|until|till)\b", self.after):
            until = [m for m in self.scene.reading.mentions_in(self.figure.end, self.figure.end + goal.end()) if m.kind != "side" or not m.adjective]
            follower = follower or (from_mention(self.content, until[0]) if until else None)
        follower = follower or finder.subject_of(offset + need.start("verb")) or finder.last_name(self.figure.opening)
        return self._matched(follower, cue, "record" if past and not self._modal(need.start()) else "catch_up")

    def _modal(self, at: int) -> bool:
        return bool(re.search(r"\b(?:will|would|may|might|could|can|should|have|likely|['’]ll)\s(?:\w+\s){0,3}\Z", self.before[:at], re.I))

    def _match_in(self) -> Found | None:
        """ "matched GPT-4 within a year", "could catch up in two years", "might not catch up in a decade"."""
        opening = self.content[self.figure.opening : self.figure.start]
        within = re.match(r"(?:well\s)?(?:within|inside)\s", opening, re.I)
        match = cues.MATCH_IN.search(self.before + (within.group() if within else ""))
        if not match or re.match(r"[-\w]|\s+(?:ago|old)\b", self.after) or re.match(r"\w+\s\$?\d", match.group()):
            return None
        offset = self.sentence.start
        lead = self.before[: match.start()]
        verb = match.group().split()[0].lower()
        plain = bool(re.match(r"(?:in|within|over|inside|after|before|for)\b", match.group()[match.end("mid") - match.start() :].strip(), re.I))
        if not plain or re.search(r"\bfor\s*(?:the|about|around)?\s*\Z", match.group()):
            return None
        finder = self.finder
        follower = finder.subject_of(offset + match.start()) or finder.last_name(offset + match.start())
        negated = bool(cues.NOT_ABLE.search(lead[-45:])) and not re.search(r"\bnot (?:only|just)\b", lead[-45:])
        past = bool(re.match(r"(?:caught|closed|matched|reached|replicated|reproduced|equal+ed|overtook|surpassed|developed|built|produced|released|launched|trained|created|made|delivered|rivall?ed|unveiled|drew)\b", verb))
        cue = (offset + match.start(), self.figure.end)
        low, high = self.figure.months or (None, None)
        if negated and re.search(r"\b(?:might|may|could|will|can|would|able|won['’]t|can['’]t|unable|unlikely|impossible)\b", lead[-60:], re.I):
            # Not within this time is at least this time.
            found = self._matched(follower, cue, "catch_up")
            return replace(found, low=low if low is not None else high, high=None, polarity="asserted") if found else None
        return self._matched(follower, cue, "record" if past else "catch_up")

    def _in_then_match(self) -> Found | None:
        """ "Within five years we could overtake ...": the stretch stands in front."""
        opening = self.content[self.figure.opening : self.figure.start]
        if not re.search(r"(?:\A|[,;:—\"“]\s*|\b(?:that|but|and|said|says)\s)(?:in|within)\s(?:\w+\s){0,2}\Z", self.before + opening, re.I):
            return None
        match = re.match(rf"(?:['’]\s?time)?,?\s(?P<who>(?:[\w.’'-]+\s){{1,6}}?)(?:will|could|may|might|would|can|['’]ll|should)\s(?:\w+\s){{0,3}}?{cues.MATCH}\b", self.after, re.I)
        if not match:
            return None
        finder = self.finder
        follower = finder.object_at(self.figure.end + match.start("who")) or finder.last_name(self.figure.end + match.end("who"))
        return self._matched(follower, (self.figure.opening, self.figure.end + match.end()), "catch_up")

    def _after_release(self) -> Found | None:
        """ "four months after o1 appeared, DeepSeek matched it"; "matched GPT-4 eighteen months later"."""
        match = cues.AFTER.match(self.after)
        if not match:
            return None
        rest = self.content[self.figure.end : self.sentence.end]
        within = cues.WITHIN.search(self.before[-40:] + " ") or self.figure.low is None
        relation = match["rel"].lower()
        if relation in ("of", "from") and not within:
            return None
        matching = re.search(rf"\b{cues.MATCH}\b", self.content[self.sentence.start : self.sentence.end], re.I)
        if not matching or re.match(r"(?:caught up|close)", matching.group(), re.I) and not self._anchor():
            return None
        if relation in ("after", "of", "since", "following", "from") and not re.search(r"\b(?:releas\w*|launch\w*|debut\w*|unveil\w*|introduc\w*|publi\w*|appear\w*|came out|announc\w*|arriv\w*|o\d|GPT\S*|ChatGPT|Claude|Gemini|Llama|Sora|it|its)\b", match["mid"]):
            return None
        finder = self.finder
        at = self.sentence.start + matching.start()
        follower = finder.subject_of(at) or finder.last_name(at)
        if follower is None or follower.kind == "unknown":
            return None
        del rest
        cue = (min(at, self.figure.opening), max(self.figure.end + match.end("rel"), self.sentence.start + matching.end()))
        return self._matched(follower, cue, "record", needs_anchor=True)

    def _anchor(self) -> Referent | None:
        """The named model of the sentence that was matched: not the follower's own."""
        models = [m for m in self.scene.reading.mentions_in(self.sentence.start, self.sentence.end) if m.kind == "model"]
        return from_mention(self.content, models[0]) if models else None

    def _matched(self, follower: Referent | None, cue: tuple[int, int], reading: str, needs_anchor: bool = False) -> Found | None:
        """A record or a forecast of catching up, with what is to be matched."""
        if follower is None or not follower.name:
            return None
        anchor = None
        for m in self.scene.reading.mentions_in(self.sentence.start, self.sentence.end):
            if m.kind == "model" and m.name != follower.name and m.maker != follower.name and (m.side != follower.side or follower.side is None or follower.kind in ("organisation", "model")):
                anchor = m  # the last one: nearest to what it took
        if needs_anchor and anchor is None:
            return None
        finder = self.finder
        leader: Referent | None = None
        if anchor is not None:
            name = anchor.side if follower.kind in ("side", "group") else anchor.maker
            leader = Referent(name, self.content[anchor.start : anchor.end], anchor.side, anchor.start, anchor.end, "side") if name else None
        if leader is None:
            explicit = [m for m in self.scene.reading.mentions_in(cue[0], self.sentence.end) if m.name != follower.name and m.side != follower.side and m.kind in ("side", "group", "organisation")]
            leader = Referent(explicit[0].name, self.content[explicit[0].start : explicit[0].end], explicit[0].side, explicit[0].start, explicit[0].end, explicit[0].kind) if explicit else finder.default_other(follower)
        named = anchor is not None or (leader is not None and leader.text)
        if (reading == "record" and anchor is None and leader is None) or (follower.kind == "unknown" and not named):
            return None
        subject = self._goal(cue)
        return self._found(Sides(follower, leader), cue, reading, anchor=anchor.name if anchor and reading == "record" else None, subject=subject)

    def _goal(self, cue: tuple[int, int]) -> str | None:
        match = re.search(r"\b(?:an?|the|its|their)\s(?:[\w-]+\s){0,3}?(?:model|chip|system|version|chatbot|product)s?\b(?:\s(?:comparable to|similar to|equivalent to|on par with|akin to|like)\s[\w.-]+(?:\s\d[\w.]*)?)?", self.content[cue[0] : cue[1] + 60])
        return " ".join(match.group().split()) if match else None

    def _away(self) -> Found | None:
        match = cues.AWAY.match(self.after)
        if not match:
            return None
        finder = self.finder
        follower = finder.subject_of(self.figure.start) or finder.last_name(self.figure.opening)
        return self._matched(follower, (self.figure.opening, self.figure.end + match.end()), "catch_up")

    def _then_level(self) -> Found | None:
        """ "where U.S. models were a year ago"."""
        if not cues.AGO.match(self.after) or not cues.AGO_LEVEL.search(self.before):
            return None
        level = cues.AGO_LEVEL.search(self.before)
        assert level is not None
        finder = self.finder
        at = self.sentence.start + level.start()
        leaders = [m for m in self.scene.reading.mentions_in(at, self.figure.opening)]
        followers = [m for m in self.scene.reading.mentions_in(self.sentence.start, at) if not (m.adjective and m.kind == "side")]
        if not leaders or not followers or leaders[0].side == followers[-1].side:
            return None
        sides = Sides(from_mention(self.content, followers[-1]), from_mention(self.content, leaders[0]))
        del finder
        return self._found(sides, (at, self.figure.end))
