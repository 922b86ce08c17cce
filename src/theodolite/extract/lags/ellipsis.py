"""Lags that lean on the one before: a length said anew, a unit left out, a second length after the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from theodolite.extract.lags import cues, second
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.sides import Sides
from theodolite.extract.lags.stretch import Stretch
from theodolite.extract.scene import Scene
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.number_grammar import MONTHS, ONES
from theodolite.extract.words.numbers import Figure

_SPREAD = re.compile(
    r"\s?(?:,|—|–|\()\s?(?:or\s)?(?:perhaps|maybe|possibly|even|or)\s(?:as (?:much|many|long) as\s)?", re.I
)
_CUE_BETWEEN = re.compile(
    r"\s(?:behind|ahead|back|off|adrift)(?:\s(?:of\s)?[^,;.()?!]{2,40})?(?=\s?[,—(])", re.I
)
_OR_SO = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{'|'.join(list(ONES)[2:])})[\s-](?:or[\s-]so|odd|ish)[\s-](?P<unit>year|month|"
    rf"week|decade)s?\b",
    re.I,
)
_BY = re.compile(
    r"\b(?:lag|trail|behind|ahead|lead|led)\w*\b[^;?!]{0,40}?\sby\s+(?:(?:about|around|some|only|just|"
    r"roughly)\s)*\Z",
    re.I,
)
_AGAIN = re.compile(
    r"[,;]\s(?:and\s|but\s|or\s|then\s)?(?:(?:about|around|some|only|just|roughly|nearly)\s)*\Z", re.I
)
_LIMIT = re.compile(r"\s(?:on|in|by|for|according|at|when|as)\b", re.I)
_STOP = re.compile(
    r"\s*(?:[.,;:!)—]|\Z)|\sthe last time\b|\s(?:on|in|for|at|when|as|and|but|last|this|according)\b", re.I
)
_RESTATED = re.compile(
    r"\A\W*(?:(?:and|but|so|now|today|maybe|perhaps|probably|actually|really|realistically|honestly|"
    r"then|yet|i think|(?:he|she|they|i|we|[a-z]+)\s(?:now\s)?(?:says?|said|thinks?|thought|believes?|"
    r"reckons?|guess(?:es|ed)?)(?:\sthat)?(?:\snow)?|"
    r"i would say|we think|more like|if anything)[,\s]+)*"
    r"(?:(?:(?:a|one|two|three)\syears?\s(?:ago|earlier|before)|(?:last|this)\s\w+|(?:in|at|by|on|for|"
    r"among|if|when|as)\s"
    r"[^;.?!]{2,70}?),?\s){0,2}?"
    r"(?:(?:they|it|we|he|she|that)(?:['’](?:re|s)|\s(?:are|is|were|was|may be|might be|could be|would be|"
    r"had been|has been|stood at|needed|took|need|stands at))|"
    r"i(?:['’]d| would) (?:say|put it at|guess)|(?:an?|the|my|his|her|their|one)\s[^,;.?!]{2,50}?\s(?:said|"
    r"says|thinks|guessed|reckons|puts? it at)|(?:(?:the|their|our|his|her|its|my|that|"
    r"this)\s(?:[\w-]+\s){0,3})?"
    r"(?:number|figure|estimate|answer|guess|count|verdict|reading|interval|gap|lag|"
    r"(?:median|mean|average|mode|consensus)(?!\s(?!answer|estimate|lag|gap|delay|is|was|comes?|came|"
    r"now|for|in|over|works?)))"
    r"\b[^.;?!]{0,60}?"
    r"\s(?:is|was|would be|(?:comes?|came|works?|worked)\s(?:out\s)?(?:to|at)|stands? at|stood at|of|"
    r"gave))\s*"
    r"(?:(?:now|still|only|just|probably|perhaps|maybe|likely|more like|closer to|nearer to|nearer|"
    r"really|around|some|"
    r"about)\s+)*[\"“]?\Z",
    re.I,
)
_FIGURE_OF = re.compile(
    r"\b(?:figure|estimate|number|reading|value|result|lag|interval)\s(?:of|is|was|at|stands at|"
    r"now stands at)\s*\Z",
    re.I,
)
_ALSO = re.compile(
    r"\A(?:\s(?:behind|ahead of)\s[^,;.?!]{2,40}?)?\s(?:for|in|on|at|by|with|"
    r"according to)\s[^;.?!]{2,90}?(?:,|\sand|\sbut)"
    r"\s(?:and\s|but\s|by\s|then\s|only\s|just\s|about\s|some\s|nearly\s){0,3}\Z",
    re.I,
)
_GAPPED = re.compile(
    r"\A[^;.?!]{0,70}?(?:,?\s(?:and|but|while)\s|,\s(?=[A-Z]))(?P<who>(?:an?|the)\s[^,;.]{3,50}?|"
    r"[A-Z][^,;.]{1,40}?)\s"
    r"(?:(?:only|just|about|some|another|almost|nearly)\s)*\Z"
)


_HALVES = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(list(ONES)[1:])})[\s-]and[\s-]a[\s-]half[\s-](?P<unit>year|month|"
    rf"decade)s?\b"
    rf"|\b(?P<half>half|half-a)[\s-](?P<unit2>year|decade)\b(?=[\s-](?:gap|lead|lag|behind|ahead|"
    rf"advantage|head))",
    re.I,
)


_FROM = re.compile(r"\bfrom\s(?:\w+\s)?\Z", re.I)


def _ranges(scene: Scene, figures: list[Figure], end: int) -> list[Figure]:
    """The figures with those of two units as one: "six months to a year"."""
    found: list[Figure] = []
    for figure in sorted(figures, key=lambda f: f.start):
        last = found[-1] if found else None
        between = (
            scene.content[last.end : figure.opening] if last and last.end <= figure.opening < end else ""
        )
        if (
            last
            and last.months
            and figure.months
            and re.fullmatch(r"\s(?:to|and even|or even|or)\s(?:perhaps\s|maybe\s|even\s)?", between)
            and last.unit != figure.unit
            and last.months[0] is not None
            and figure.months[1] is not None
            and last.months[0] < figure.months[1]
            and not _FROM.search(scene.content, max(0, last.opening - 12), last.opening)
        ):
            found[-1] = replace(last, end=figure.end, months=(last.months[0], figure.months[1]))
            scene.reading.taken.append((figure.start, figure.end))
        else:
            found.append(figure)
    return found


def merged(scene: Scene, figures: list[Figure], end: int) -> list[Figure]:
    """The figures with the second thoughts that follow them: "ten months, perhaps twelve"."""
    found: list[Figure] = []
    for figure in _ranges(scene, figures, end):
        cue = _CUE_BETWEEN.match(scene.content, figure.end, end)
        link = _SPREAD.match(scene.content, cue.end() if cue else figure.end, end)
        more = next(
            (
                f
                for f in scene.reading.figures_in(figure.end, end)
                if link and f.opening <= link.end() <= f.start
            ),
            None,
        )
        per = _per_unit(figure)
        if more is None or not figure.months or per is None or figure.months[0] is None or more.low is None:
            found.append(figure)
            continue
        top = (
            more.months[1]
            if more.months
            else more.low * per
            if more.kind == "count" and not more.scaled
            else None
        )
        if top is None or not figure.months[0] < top <= 4 * figure.months[0] or denied(scene, figure):
            found.append(figure)
            continue
        found.append(replace(figure, end=figure.end if cue else more.end, months=(figure.months[0], top)))
        scene.reading.taken.append((more.start, more.end))
    return found


_WORDED = Gates(_HALVES, _OR_SO)


def worded(scene: Scene, number: int, known: list[Figure]) -> Iterator[Figure]:
    """ "5 or so years", "one-and-a-half years": what lies between the number and its unit."""
    if not _WORDED.may(scene.reading.words[number]):
        return
    start, end = scene.reading.sentences[number].start, scene.reading.sentences[number].end
    for halved in _HALVES.finditer(scene.content, start, end):
        if any(f.start < halved.end() and halved.start() < f.end for f in known):
            continue
        count = halved["n"] or ""
        whole = float(count) if count.isdigit() else float(ONES.get(count.lower(), 0))
        unit = (halved["unit"] or halved["unit2"]).lower()
        length = (whole + 0.5) * MONTHS[unit]
        place = halved.span()
        yield Figure(*place, place[0], whole + 0.5, whole + 0.5, "duration", unit, (length, length))
    for match in _OR_SO.finditer(scene.content, start, end):
        if any(f.start < match.end() and match.start() < f.end for f in known):
            continue
        value = float(match["n"]) if match["n"].isdigit() else float(ONES[match["n"].lower()])
        unit = match["unit"].lower()
        months = value * MONTHS[unit]
        yield Figure(
            match.start(),
            match.end(),
            match.start(),
            value,
            value,
            "duration",
            unit,
            (months, months),
            approximate=True,
        )


_MOVED_TO = re.compile(
    r"\b(?:shr[aiu]nk|narrowed|fallen|fell|widened|grown|grew|cut|reduced|been cut|stretched|closed|"
    r"come down|came down)\s"
    r"(?:down\s)?to\s(?:(?:about|just|only|perhaps|maybe|around|some)\s)*\Z",
    re.I,
)
SINCE = "since"
_WHERE_IN = re.compile(
    r"\b(?:is|are|['’]re|stands?|sits?|now)\s(?:\w+\s){0,2}?(?:where|"
    r"what)\s(?P<who>[^,;.?!]{2,50}?)\s(?:was|were|stood|had been)\s"
    r"(?:back\s)?in\s(?:\w+\s)?(?P<year>20\d\d)\b"
)
_OWN_YEAR = re.compile(r"\b(?:in|of)\s(?P<year>20\d\d)\b|\b(?P<today>today)\b")


def since(scene: Scene, start: int, end: int) -> Iterator[Figure]:
    """ "We are where China was in 2021": so many years ago, by the text's date or the year named before."""
    for match in _WHERE_IN.finditer(scene.content, start, end):
        own = _OWN_YEAR.search(scene.content, start, match.start())
        part = scene.reading.part_at(match.start())
        day = (part.published if part else None) or scene.reading.published
        year = own["year"] if own and own["year"] else day[:4] if day else None
        if year and year.isdigit() and 0 < int(year) - int(match["year"]) < 30:
            months = 12.0 * (int(year) - int(match["year"]))
            place = match.span("year")
            yield Figure(*place, place[0], months, months, "duration", SINCE, (months, months), worded=True)


_OR_THIS = re.compile(r"(?:\s(?:behind|ahead)(?:\sof)?\s[^,;.?!]{2,30})?,?\sor\s(?:even\s)?")
_NOT_THIS = re.compile(r"(?:n['’]t|\bnot|\bneither)\s(?:(?:really|actually|even|just)\s)?\Z", re.I)


def _clause(before: str) -> str:
    """What stands before, from the last turn on: "...; now it is", "... and today it is"."""
    near = max(0, len(before) - _CLAUSE)
    turns = list(_NEW_CLAUSE.finditer(before, near))
    return before[turns[-1].end() :] if turns else before if not near else ""


_CLAUSE = 260  # characters that a length said anew may stand behind
_NEW_CLAUSE = re.compile(r";\s|,\s(?:and|but|yet)\s|\s(?:and|but)\s(?=now\b|today\b)")


def denied(scene: Scene, figure: Figure) -> bool:
    """ "It isn't three months behind, or seven": no range, and both denied."""
    before = scene.content[max(0, figure.opening - 60) : figure.opening]
    if _NOT_THIS.search(before):
        return True
    return bool(re.search(r"(?:n['’]t|\bnot)\s[^;.?!]{3,40}?,\sor\s(?:even\s)?\Z", before))


def without_unit(scene: Scene, number: int, known: list[Figure]) -> Iterator[Figure]:
    """Numbers that take the unit of the lag before: "it trailed by eleven", "about two months on their
    numbers, eight on ours", "a Danish firm nine"."""
    sentence = scene.reading.sentences[number]
    for count in scene.reading.figures_in(sentence.start, sentence.end):
        if count.kind != "count" or count.scaled or count.low is None or not 0 < count.low <= 48:
            continue
        old = _last_stretch(scene, number, count.start, known)
        per = _per_unit(old) if old else None
        if old is None or per is None:
            continue
        before = scene.content[sentence.start : count.opening]
        after = scene.content[count.end : sentence.end]
        here = old.start >= sentence.start
        between = scene.content[old.end : count.opening] if here else ""
        fits = (
            (_BY.search(before) and _STOP.match(after))
            or (here and _AGAIN.search(between) and _LIMIT.match(after) and len(between) < 70)
            or (here and _GAPPED.match(between) and re.match(r"\s*(?:[.,;]|\Z)|\sand\s", after))
            or (_RESTATED.search(_clause(before)) and _STOP.match(after))
            or (here and _MOVED_TO.search(between) and _STOP.match(after))
            or (here and _OR_THIS.fullmatch(between) and _STOP.match(after) and denied(scene, old))
        )
        if fits:
            high = count.high * per if count.high is not None else None
            yield replace(count, kind="duration", unit=old.unit, months=(count.low * per, high), worded=True)


def _per_unit(figure: Figure) -> float | None:
    """Months to one of the figure's unit."""
    return MONTHS.get(figure.unit or "")


def _last_stretch(scene: Scene, number: int, before: int, known: list[Figure]) -> Figure | None:
    """The stretch of time last read as a lag, in this sentence or the two before it; in this one also one
    that is still to be read."""
    here = [f for f in known if f.end <= before]
    if here:
        return here[-1]
    first = scene.reading.sentences[max(0, number - 2)].start
    return next(
        (
            f
            for f in reversed(scene.reading.figures_in(first, before))
            if f.kind == "duration" and f.months and scene.reading.is_taken(f.start, f.end)
        ),
        None,
    )


class Elliptical(Stretch):
    """A length whose sides are those of the lag before."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._gapped, self._then, self._also, self._restated)

    def _known(self, sentences: int) -> Sides | None:
        known = self.finder.topic(sentences)
        return known if known and known.follower and known.follower.name else None

    def _gapped(self) -> Found | None:
        """ "It took a French firm nine months and a Swiss one twelve"; the verb stands once."""
        last = self._last_here()
        match = _GAPPED.match(self.content[last[1] : self.figure.opening]) if last else None
        known = self._known(0)
        if (
            last is None
            or match is None
            or known is None
            or not re.match(r"\s*(?:[.,;]|\Z)|\sand\s", self.after)
        ):
            return None
        at = last[1] + match.start("who")
        who = self.finder.object_at(at)
        if who is None or not who.name or known.follower is None or who.name == known.follower.name:
            return None
        by = re.search(r"\sby\s*\Z", self.content[at : self.figure.opening])
        sides = Sides(known.follower, who) if by else Sides(who, known.leader)
        return self.found(sides, (at, self.figure.end), scene_reading(self.scene, last[0]))

    def _then(self) -> Found | None:
        """ "Seven months behind, against a year and a half in 2024": the same gap, some time before."""
        last = self._last_here()
        known = self._known(0)
        if last is None or known is None or not second.THEN_AFTER.match(self.after):
            return None
        if not second.THEN.match(self.content[last[1] : self.figure.opening]):
            return None
        return self.found(known, (self.figure.opening, self.figure.end), scene_reading(self.scene, last[0]))

    def _last_here(self) -> tuple[int, int] | None:
        """The stretch of this sentence that was read last."""
        here = self.scene.reading.taken_in(self.sentence.start, self.figure.opening)
        taken = [t for t in here if t[1] <= self.figure.opening]
        return max(taken) if taken else None

    def _also(self) -> Found | None:
        """ "Two years for chips and as much as five for the machines that make them"."""
        last = self._last_here()
        known = self._known(0)
        if last is None or known is None:
            return None
        between = self.content[last[1] : self.figure.opening]
        denials = self.figure.worded and bool(_OR_THIS.fullmatch(between))
        if not denials and not _LIMIT.match(self.after):
            return None
        if not (_ALSO.match(between) or (self.figure.worded and _AGAIN.search(between))) and not denials:
            return None
        if self.scene.reading.mentions_in(last[1], self.figure.opening) and re.search(
            r"\b(?:is|are|was)\b", between
        ):
            return None
        more = {"polarity": "denied"} if denials else {}
        return self.found(known, (self.figure.opening, self.figure.end), **more)

    def _restated(self) -> Found | None:
        """ "Maybe they are six months."; "the updated figure of four months"."""
        match = _RESTATED.search(_clause(self.before)) or _FIGURE_OF.search(self.before)
        if match is None:
            return None
        whole = not _FIGURE_OF.search(self.before)
        if whole and not re.match(
            r"\s*(?:[.,;!)—–]|\Z)|\s(?:at (?:most|best|least)|or so|or more|now|tops|today|behind|in|on|"
            r"the last time|for|"
            r"instead|and|but)\b",
            self.after,
        ):
            return None
        known = self._known(2)
        if known is None or cues.OTHER_GAP.search(self.before):
            return None
        start = self.sentence.start + (
            len(self.before) - len(self.before.lstrip()) if whole else match.start()
        )
        return self.found(known, (start, self.figure.end))


def scene_reading(scene: Scene, start: int) -> str | None:
    """The reading of the lag whose stretch stands at a place."""
    return scene.readings.get(start, "standing")
