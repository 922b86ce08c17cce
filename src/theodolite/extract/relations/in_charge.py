"""What somebody is hired to lead, and what somebody is known for having led or founded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.names import Mention

_KNOWN_FOR = re.compile(
    r"(?:,\s[^.;:()]{1,60})?\s(?:[\w’'-]+\s){0,6}?(?:known|famous|storied|credited|celebrated|remembered|renowned|"
    r"respected|fortune|wealth|money|name)\s(?:for|with|from|by)\s"
    r"(?:(?P<founded>(?:co-?)?founding|setting\sup|starting|establishing)|(?P<leads>leading|heading|running|chairing))\s"
    r"(?:(?:the|an?|its)\s)?(?:(?!(?:of|in|to|for|by|with|from|at|and|or|that|which)\b)[a-z][\w-]+\s){0,4}"
)
""" "B is best known for founding A", "B, who made a fortune from running A": between the two names."""
_TO_LEAD = re.compile(
    r"(?:,\s[^.;:()]{1,60},|\sfrom\s[A-Z][\w.&-]*)?,?\sto\s(?:help\s)?(?:lead|head|run|oversee|direct|manage)\s"
    r"(?P<the>its|their|the|an?)\s(?P<unit>(?:[\w-]+\s){1,5}?(?:unit|team|group|lab|laboratory|division|department|"
    r"programme|program|arm|board))\b(?!\s(?:of|at|for)\b)"
)


def known_for(between: str) -> re.Match[str] | None:
    """What the words between a person and a house tell of what the person is known for, if they do."""
    return _KNOWN_FOR.fullmatch(between) if "ing " in between else None


def to_lead(row: NamedRow, house: Referent, person: Referent, start: int, named: Mention) -> Iterator[Tie]:
    """ "A hired B to lead its new chip team": that team."""
    match = _TO_LEAD.match(row.content, named.end, min(row.sentence.end, named.end + 120))
    if match is None or not is_person(person):
        return
    name = match["unit"] if match["the"] in ("a", "an", "the") else f"{house.name} {match['unit']}"
    unit = Referent(name, match["unit"], house.side, *match.span("unit"), "thing")
    if parties.fit(person, "leads", unit):
        yield Tie(person, "leads", unit, start, match.end(), named.end)
