"""Parties told by where or what they are: "companies in China", "the Hangzhou start-up"."""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.catalog import vocabulary
from theodolite.extract.referents import Referent
from theodolite.extract.relations.named import first_place
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon, names

_PEOPLE = lexicon.words(
    """companies firms labs laboratories startups start-ups researchers universities developers banks
    hospitals schools
    governments chipmakers carmakers manufacturers engineers scientists institutions institutes customers
    buyers users
    factories consumers businesses enterprises teams investors operators providers students hyperscalers
    automakers
    retailers insurers coders programmers"""
)
_IN = re.compile(
    r"\s(?:(?:based|headquartered|located)\s)?(?:in|from|across|throughout)\s(?:the\s|mainland\s){0,2}"
)
_HOW_MANY = re.compile(
    r"\A(?:(?:multiple|several|various|other|more|many|most|some|few|two|three|four|dozens\sof)\s)+", re.I
)
_DESCRIBED = re.compile(
    r"(?:company|firm|start-?up|lab|laboratory|group|giant|lender|maker|developer|chipmaker|bank|team|house|outfit|"
    r"institute|university|unicorn|carmaker|retailer|operator|conglomerate|challenger|business)\Z"
)
_DEFINITE = re.compile(r"(?:the|this)\s|(?:its|their)\s|[A-Z]\w+['’]s\s", re.I)


def placed(scene: Scene, party: Referent) -> Referent:
    """ "Companies in China" are Chinese companies."""
    last = (party.name or "").split()[-1:]
    if party.kind != "thing" or not last or last[0].lower() not in _PEOPLE:
        return party
    where = _IN.match(scene.content, party.end)
    found = scene.reading.mentions_in(where.end(), where.end() + 40) if where else ()
    if where is None or not found or found[0].start != where.end() or found[0].kind != "side":
        return party
    side = found[0].side
    if not side or found[0].adjective:
        return party
    plain = _HOW_MANY.sub("", party.name or "")
    plain = plain[:1].lower() + plain[1:]
    return replace(party, name=f"{names.demonym(side)} {plain}", side=side, kind="group", end=found[0].end)


def maker_of(scene: Scene, doer: Referent, made: Referent) -> Referent:
    """ "The country's largest lender has released B": whoever the vocabulary has as its maker, where the text
    names them."""
    if doer.kind != "thing" or made.kind != "model" or not made.maker:
        return doer
    told = _DESCRIBED.search(doer.name or "") and _DEFINITE.match(doer.text)
    if not told or first_place(scene, made.maker) is None:
        return doer
    side = vocabulary.load().side_of(made.maker)
    return replace(doer, name=made.maker, side=side, kind="organisation")
