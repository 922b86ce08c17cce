"""One stretch of time in one sentence, and what every rule on it shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.lags import followers, parties
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.sides import SideFinder, Sides
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Scene
from theodolite.extract.words.numbers import Figure

_MORE = re.compile(r"(?:more|longer|greater)\sthan\s", re.I)
_UNREAL = re.compile(
    r"\b(?:unrealistic|unlikely|impossible|implausible|inconceivable|doubtful|no reason|"
    r"hard to)\b[^;.]{0,70}\Z",
    re.I,
)
_MARKS = str.maketrans({mark: " " for mark in '"“”*_'})  # a gap is a gap inside quotation marks as well


_BOUND = re.compile(
    r"(?:\s[\w.’'-]+){0,5}?,\s(?:(?P<least>at least|at the (?:very )?least|minimum|at a minimum|or more|"
    r"if not more)|"
    r"tops|at most|at the (?:very )?most|max|maximum|or less)\b"
)
_OF_A_PLACE = re.compile(
    r"\s(?:(?:trained|made|built|developed|designed|released|launched|run|backed|owned|created|produced|born)\s(?:in|by|at|with)|"
    r"from|in|by|of|at)\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}"
)
_NOBODY = re.compile(r"(?:nobody|no one|no[- ]?one|none|neither)\b", re.I)


_THINGS = re.compile(
    r"(?:.*\s)?(?:orders?|ships?|deliver(?:y|ies)|schedule|payments?|rent|construction|works?|flights?|"
    r"trains?|paperwork|"
    r"build|trial|tenants?)\Z"
)


def _is_plain_thing(follower: Referent) -> bool:
    """ "The order is two weeks behind": its time, no side."""
    return follower.kind == "unknown" and bool(_THINGS.match(follower.name or ""))


def _anybody(follower: Referent) -> bool:
    """ "A company that is two years behind", "rivals are a year behind": nobody in particular."""
    if re.fullmatch(
        r"(?:(?:the|this|that|its|their|most|many|some)\s)?(?:countr(?:y|ies)|nations?|compan(?:y|"
        r"ies)|firms?|"
        r"rivals|competitors|peers|technolog(?:y|ies)|others|continent|industry|people|one)",
        follower.text,
        re.I,
    ):
        return follower.kind == "unknown"
    return follower.kind == "unknown" and bool(
        re.match(
            r"(?:(?:an?|any|no|every|each|some)\s|(?:some|any|every)(?:body|one)\b)", follower.text, re.I
        )
    )


class Stretch:
    """A stretch of time that some rule may read as a lag."""

    def __init__(self, scene: Scene, number: int, figure: Figure) -> None:
        self.scene = scene
        self.number = number
        self.figure = figure
        self.sentence = scene.reading.sentences[number]
        self.content = scene.content
        self.before = (scene.content[self.sentence.start : figure.opening]).translate(_MARKS)
        self.after = (scene.content[figure.end : self.sentence.end]).translate(_MARKS)

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        raise NotImplementedError

    def read(self) -> Found | None:
        """The lag by the first rule that fits, or None."""
        for rule in self.rules():
            if found := rule():
                return found
        return None

    @property
    def finder(self) -> SideFinder:
        return SideFinder(self.scene, self.number)

    def _at_most(self) -> tuple[float | None, float | None] | None:
        """ "It is unrealistic to expect a lead of more than a year or two": no more than two years."""
        months = self.figure.months
        opening = self.content[self.figure.opening : self.figure.start]
        if not months or months[0] is None or months[1] is not None or not _MORE.match(opening):
            return None
        if not _UNREAL.search(self.before):
            return None
        words = self.content[self.figure.start : self.figure.end + 9]
        second = re.search(r"\ba\s\w+\sor\s(?P<n>two|three)\b", words)
        times = {"two": 2, "three": 3}[second["n"]] if second else 1
        return None, months[0] * times

    def _told_apart(self, follower: Referent) -> Referent | None:
        """ "A model trained in Oslo": one in particular, by the name behind it."""
        place = _OF_A_PLACE.match(self.content, follower.end, self.figure.opening)
        if place is None or follower.name is None:
            return None
        words = place.group()
        return replace(
            follower, name=follower.name + words, text=follower.text + words, end=follower.end + len(words)
        )

    def found(
        self, sides: Sides | None, cue: tuple[int, int], reading: str | None = "standing", **more: object
    ) -> Found | None:
        if sides is None or (sides.follower is None and sides.leader is None):
            return None
        finder = self.finder
        sides = Sides(parties.exact(finder, sides.follower), parties.exact(finder, sides.leader))
        follower = (
            sides.follower
            or followers.the_rest(finder, self.figure.end)
            or finder.default_other(sides.leader, False)
            or followers.rivals(sides.leader)
        )
        told = None
        if sides.follower is not None and _anybody(sides.follower):
            told = self._told_apart(sides.follower)
            follower = told or follower
        leader = sides.leader or finder.default_other(sides.follower)
        if (
            follower is not None
            and leader is not None
            and re.match(r"(?:we|us|i)\b", follower.text, re.I)
            and follower.side == leader.side
            and leader.kind != "side"
        ):
            # Who speaks of "us" behind somebody is hardly of that side.
            follower = finder.default_other(leader, False)
        if (
            follower is None
            or not follower.name
            or re.search(
                r"(?i)\bno(?:ne|body| one|t one)?\s(?:\w+\s)?\Z|\A\Zx",
                self.content[max(0, follower.start - 10) : follower.start],
            )
            or (leader and leader.name == follower.name)
            or follower.kind == "person"
            or follower.name in OBSERVERS
            or (leader and _NOBODY.match(leader.text))
            or _NOBODY.match(follower.text)
            or (sides.leader is None and _is_plain_thing(follower))
            or self.content[follower.end : follower.end + 1] == ":"  # the label of a turn
            or (sides.follower is not None and told is None and _anybody(sides.follower))
        ):
            return None
        low, high = self._at_most() or self.figure.months or (None, None)
        if (
            low is not None
            and low == high
            and (bound := _BOUND.match(self.content, self.figure.end, self.sentence.end))
        ):
            low, high = (low, None) if bound["least"] else (None, high)
        found = Found(
            follower, leader, low, high, cue, reading, figure=(self.figure.opening, self.figure.end)
        )
        if low is None and high is None:
            return None
        if leader and follower.kind == leader.kind == "model" and follower.maker == leader.maker is not None:
            return None  # two models of one maker are no two sides
        return replace(found, **more) if more else found  # type: ignore[arg-type]
