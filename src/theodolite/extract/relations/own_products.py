"""Products of the house that a text is about: "its new model, A", "A, the firm's chatbot", "the maker of A".

Whose they are is left out there. Where the vocabulary knows the maker of A, and the text
names it, that is who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from theodolite.catalog import vocabulary
from theodolite.extract.product_words import NO_PRODUCTS
from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow, first_place
from theodolite.extract.relations.posts import is_person, last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon
from theodolite.extract.words.names import Mention

_NOUN = (
    r"(?:models?|LLMs?|chatbots?|chips?|processors?|GPUs?|accelerators?|assistants?|systems?|apps?|platforms?|agents?|"
    r"robots?|smartphones?|supercomputers?|flagship|compilers?|frameworks?|librar(?:y|ies)|devices?|software|scanners?|generators?|products?)"
)
_HOUSE = (
    r"(?:[Ii]ts|[Tt]heir|[Oo]ur|(?:[Tt]he|[Tt]his)\s"
    r"(?:company|start-?up|firm|lab|group|chipmaker|developer)['’]s)"
)
_WORDS = (
    r"(?:(?!(?:of|to|in|on|with|for|by|that|which|is|was|and|but|from|as|at|than|over|rival)\b)"
    r"[\w.+-]+,?\s){0,5}?"
)
_BEFORE = re.compile(
    rf"\b(?P<whose>{_HOUSE})\s{_WORDS}{_NOUN},?\s(?:(?:called|named|dubbed|codenamed|known\sas)\s)?[\"“'‘]?\Z"
)
_BEHIND = re.compile(rf"[\"”'’]?(?:,|\s\()\s?(?P<whose>{_HOUSE})\s{_WORDS}{_NOUN}(?=[,.;:)\s])")
_MAKER = re.compile(
    r"\b[Tt]he\s(?:[\w-]+\s){0,3}?(?:maker|developer|creator|company|lab|start-?up|firm)\s(?:of|behind)\s(?:the\s)?\Z"
)
_IS_MAKER = re.compile(r"[\s-](?:maker|developer|creator|parent|owner)\b(?!\s[A-Z])")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his)\s(?:[\w-]+\s){0,2}?\Z")
_ITS = re.compile(rf"(?<![\w’'])(?P<whose>{_HOUSE})\s(?:[\w-]+\s){{0,3}}?[\"“'‘]?\Z")
_NAMED_KIND = re.compile(
    rf"[\"”'’]?(?:(?:,|,?\sand|\sor)\s[A-Z][\w.-]+){{0,2}}\s(?:[a-z-]+\s){{0,2}}?{_NOUN}\b"
)
_ROLE_OF = re.compile(
    r",\s(?:which\sis\s)?(?:an?|the)\s(?:[\w.-]+\s){0,4}?"
    r"(?:developer|maker|designer|manufacturer|producer|builder|creator)\sof\s"
    r"(?P<what>(?:(?!(?:and|that|which|who|whose|based|in|from|with|to)\b)[\w/-]+\s?){2,8}?)(?=[,.;)]|\s(?:based|that|which|in)\b)"
)

CUES = lexicon.words(
    "its their our company's company’s start-up startup's startup’s firm's firm’s lab's lab’s "
    "which that maker developer creator designer manufacturer producer builder "
    "behind company group firm lab chipmaker startup"
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The products of one sentence whose maker it leaves out."""
    if row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    for mention, made in row.names:
        yield from _kind_of_maker(row, mention, made)
        yield from _only_maker(row, mention, made)
        if made.kind not in ("model", "unknown") or (made.kind == "unknown" and is_person(made)):
            continue
        before = row.content[max(row.sentence.start, mention.start - 80) : mention.start]
        behind = _BEHIND.match(row.content, mention.end, min(row.sentence.end, mention.end + 80))
        if match := _BEFORE.search(before):
            start, end = mention.start - len(before) + match.start(), mention.end
            made_by = _maker(row, made, start)
        elif (
            (its := _ITS.search(before))
            and made.name not in NO_PRODUCTS
            and (
                _NAMED_KIND.match(row.content, mention.end, min(row.sentence.end, mention.end + 40))
                or _is_bare(row, made, its, before)
            )
        ):
            start, end = mention.start - len(before) + its.start(), mention.end
            made_by = _maker(row, made, start)
        elif behind:
            start, end = mention.start, behind.end()
            made_by = _maker(row, made, mention.start)
        elif made.kind == "model" and (maker := _IS_MAKER.match(row.content, mention.end)):
            if not _DEFINITE.search(before):
                continue
            start, end = mention.start, maker.end()
            made_by = _listed_maker(row, made)
        elif made.kind == "model" and (maker := _MAKER.search(before)):
            start, end = mention.start - len(before) + maker.start(), mention.end
            made_by = _listed_maker(row, made)
        else:
            continue
        if made_by is not None and made_by.kind in _MAKERS and parties.fit(made_by, "develops", made):
            yield Tie(made_by, "develops", made, start, end, start)


def _maker(row: NamedRow, made: Referent, at: int) -> Referent | None:
    if made.maker:
        return _listed_maker(row, made)
    for mention, referent in row.names:  # "and A has built its own model, B": A
        near = referent.kind in ("organisation", "unknown") and mention.end <= at
        if near and _DOES.fullmatch(row.content, mention.end, at):
            return replace(referent, kind="organisation")
    return last_house(row, at)


_ONLY = re.compile(
    r"(?:\A|[.;:,]\s|\b(?:the|of|for|and|with|by|on|in|to|from)\s)(?P<what>[A-Za-z][\w-]*(?:\s[a-z][\w-]*){1,4}),\s"
    r"(?:which\s[^,.;]{1,80},?\sand\s)?(?:which|that)\s(?:only\s)?\Z"
)
_ALONE_MAKES = re.compile(
    r"\s(?:alone\s)?(?:makes?|produces?|builds?|designs?|manufactures?|develops?|made|built|designed)\b"
)


def _only_maker(row: NamedRow, mention: Mention, house: Referent) -> Iterator[Tie]:
    """ "Ultraviolet scanners, which only A makes": parsers take A and its verb for one noun."""
    if house.kind not in ("organisation", "unknown") or not _ALONE_MAKES.match(row.content, mention.end):
        return
    at = max(row.sentence.start, mention.start - 160)
    match = _ONLY.search(row.content[at : mention.start])
    if match is None:
        return
    start, end = at + match.start("what"), at + match.end("what")
    made = Referent(match["what"], match["what"], None, start, end, "thing")
    if parties.fit(house, "develops", made):
        yield Tie(house, "develops", made, start, mention.end, mention.start)


def _is_bare(row: NamedRow, made: Referent, its: re.Match[str], before: str) -> bool:
    """ "A says its B is better": the maker that the vocabulary gives B stands before it in the sentence."""
    if not made.maker or its["whose"].lower() not in ("its", "their") or its.end("whose") + 1 != len(before):
        return False
    return any(r.name == made.maker and m.end < made.start for m, r in row.names)


def _kind_of_maker(row: NamedRow, mention: Mention, house: Referent) -> Iterator[Tie]:
    """ "A, a developer of control software for robots"."""
    if house.kind not in ("organisation", "unknown") or not row.content.startswith(", ", mention.end):
        return
    match = _ROLE_OF.match(row.content, mention.end, min(row.sentence.end, mention.end + 150))
    if match is None:
        return
    what = match["what"].strip()
    made = Referent(what, what, None, match.start("what"), match.start("what") + len(what), "thing")
    if parties.fit(house, "develops", made):
        yield Tie(house, "develops", made, mention.start, made.end, mention.end)


_MAKERS = ("organisation", "unknown")
_DOES = re.compile(
    r"\s(?:(?:has|have|had|also|then|now|will|today|recently)\s){0,2}"
    r"(?:built|builds|made|makes|trained|trains|released|releases|launched|launches|unveiled|unveils|developed|"
    r"develops|introduced|announced|published|open-sourced|uses|runs|shipped|sells)\s"
)


def _listed_maker(row: NamedRow, made: Referent) -> Referent | None:
    """The maker that the vocabulary gives a model, where the text names it."""
    if not made.maker or first_place(row.scene, made.maker) is None:
        return None
    side = vocabulary.load().side_of(made.maker)
    return Referent(made.maker, made.text, side, made.start, made.start, "organisation")
