"""Ties that stand between two names without a verb: "Alibaba's Qwen", "A-backed B", "B, the maker of A"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.named import NamedRow, first_place
from theodolite.extract.relations.owned_rules import ARTEFACT, POSS, RULES, WORDS
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.names import Mention
from theodolite.model.claim import Predicate

_NOT_ITSELF = re.compile(
    r"-(?:backed|owned|funded|based|led)\b|[-\s](?:competitor|rival|style|like|type|killer|alternative|level|class|powered|era|equivalent)\b"
)
_OWNS = re.compile(r"['’]s\b")
_LISTED_ON = re.compile(r"(?:\s[A-Z]\w+){0,2}\sand\s")
_MAKER_OF = re.compile(
    r"\b(?:maker|developer|creator|company|firm|lab|startup|start-up)s?\s(?:of|behind)\s(?:the\s)?\Z", re.I
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties that possessives, compounds and appositions of one sentence state."""
    done: set[tuple[str | None, Predicate, str | None]] = set()
    for first, a, second, b, between in row.pairs(3):
        if (first.adjective and first.kind == "side") or (second.adjective and second.kind == "side"):
            continue
        fitting = _fitting(between)
        if not fitting:
            continue
        beyond = any(
            first.end <= m.start and m.end <= second.start and m.kind not in ("side", "group")
            for m, _ in row.names
        ) and not _BACKED.search(between)
        for number in fitting:
            _, predicate, turned, test = RULES[number]
            if beyond and not (predicate == "develops" and first.kind in ("organisation", "unknown")):
                continue
            if test and not test(a, b):
                continue
            if (
                _is_bare(row, second, between)
                or _NOT_ITSELF.match(row.content, second.end)
                or (turned and _OWNS.match(row.content, second.end))
                or (predicate == "part_of" and turned and _LISTED_ON.match(row.content, second.end))
                or (
                    predicate == "funds"
                    and turned
                    and row.content[max(0, first.start - 4) : first.start] == " by "
                )
            ):
                continue
            for tie in _ties(row, first, a, second, b, predicate, turned):
                key = (tie.subject.name, tie.predicate, tie.object.name)
                if key not in done:
                    done.add(key)
                    yield tie
            break
    yield from _makers(row)
    yield from _products(row)
    yield from _described(row)
    yield from _which_made(row)
    yield from _state_owned(row)


_ANY = re.compile("|".join(f"(?:{rule[0].pattern})" for rule in RULES), re.I)


@lru_cache(maxsize=16_384)
def _fitting(between: str) -> tuple[int, ...]:
    """The numbers of the rules for what stands between two names: much the same stands there every time."""
    shown = between.rstrip("\"“‘'")
    if _ANY.fullmatch(shown) is None:  # of most words none
        return ()
    return tuple(number for number, rule in enumerate(RULES) if rule[0].fullmatch(shown))


_BACKED = re.compile(r"-(?:backed|owned|based|funded|led|controlled|headquartered)\s\Z")


def _is_bare(row: NamedRow, made: Mention, between: str) -> bool:
    """ "Google's Gemini": whose Gemini is, where the text tells it first; later a way to name it."""
    if between not in ("'s ", "’s ", "' ", "’ ") or _DESCRIBED.match(row.content, made.end):
        return False
    first = first_place(row.scene, made.name)
    if first is None or first >= made.start:
        return False
    maker = row.names[row.index_of(made) - 1]
    reading = row.scene.reading
    return any(
        near.name == maker[1].name
        for m in reading.mentions_in(0, made.start)
        if m.name == made.name
        for near in reading.mentions_in(max(0, m.start - _TOLD), min(m.end + _TOLD, maker[0].start))
    )


_TOLD = 80  # characters beside a name within which its maker tells whose it is


_DESCRIBED = re.compile(rf",\s(?:an?|the|its|which|released|launched|introduced)\b|\s{ARTEFACT}\b")


def _ties(
    row: NamedRow,
    first: Mention,
    a: Referent,
    second: Mention,
    b: Referent,
    predicate: Predicate,
    turned: bool,
) -> Iterator[Tie]:
    """One tie, or one for each name of the list that follows."""
    followers = row.list_from(row.index_of(second)) if predicate in ("funds", "develops") else [b]
    for other in followers:
        if other.kind != b.kind and not {other.kind, b.kind} <= {"organisation", "unknown"}:
            break
        if predicate == "develops" and not turned and other is not b and not made_by(a, other):
            break
        subject, target = (other, a) if turned else (a, other)
        if parties.fit(subject, predicate, target):
            yield Tie(subject, predicate, target, first.start, max(second.end, other.end), first.end)


def _makers(row: NamedRow) -> Iterator[Tie]:
    """ "The creator of B, A"."""
    for first, made, second, maker, between in row.pairs(1):
        before = row.content[max(row.sentence.start, first.start - 40) : first.start]
        noun = _MAKER_OF.search(before) if between == ", " and maker.kind == "organisation" else None
        if noun and parties.fit(maker, "develops", made):
            yield Tie(maker, "develops", made, first.start - len(noun.group()), second.end, first.start)


def _products(row: NamedRow) -> Iterator[Tie]:
    """ "A's latest B smartphone", where nobody has listed B."""
    for first, maker, second, made, between in row.pairs(1):
        behind = _KIND_BEHIND.match(row.content, second.end)
        if (
            behind
            and made.kind == "unknown"
            and maker.kind == "organisation"
            and _OWNED_BY.fullmatch(between)
        ) and parties.fit(maker, "develops", made):
            yield Tie(maker, "develops", made, first.start, behind.end(), first.end)


_OWNED_BY = re.compile(POSS + WORDS % 4)
_KIND_BEHIND = re.compile(
    r"\s(?:smart)?(?:models?|chatbots?|chips?|processors?|GPUs?|accelerators?|assistants?|apps?|phones?|"
    r"robots?|tablet|"
    r"laptops?|supercomputers?|LLMs?)\b"
)


def _described(row: NamedRow) -> Iterator[Tie]:
    """ "B, A's newest model", "B (A's chatbot)"."""
    for first, made, second, maker, between in row.pairs(1):
        behind = _OWN_KIND.match(row.content, second.end)
        if not behind or maker.kind not in ("organisation", "unknown") or not _ASIDE.fullmatch(between):
            continue
        closed = row.content.startswith((",", ".", ";", ")", " from "), behind.end())
        if closed and parties.fit(maker, "develops", made):
            yield Tie(maker, "develops", made, first.start, behind.end(), first.end)


_ASIDE = re.compile(
    r"s?(?:,\s|\s\(|,?\s(?:which\s)?(?:is|was|are|were|remains|became)\s(?:now\s|also\s)?)(?:the\s)?"
)
_OWN_KIND = re.compile(rf"['’]s?\s{WORDS % 5}{ARTEFACT}\b(?:\s(?:of|for)\s(?:[a-z-]+\s){{0,2}}[a-z-]+)?")


_WHICH = re.compile(rf",\s(?:the|an?|its)\s{WORDS % 6}{ARTEFACT}\s(?:(?:which|that)\s)?")
_MADE_IT = re.compile(
    r"\s(?:(?:has|had|have|also|itself|first|recently)\s){0,2}(?:developed|built|trained|released|launched|made|designed|"
    r"unveiled|published|introduced|created|announced|open-sourced|sells|makes|ships|put\sout)\b"
)


def _which_made(row: NamedRow) -> Iterator[Tie]:
    """ "B, the Arabic model which A developed"."""
    for first, made, second, maker, between in row.pairs(2):
        if made.kind not in ("model", "unknown") or maker.kind not in ("organisation", "unknown"):
            continue
        did = _MADE_IT.match(row.content, second.end, min(row.sentence.end, second.end + 60))
        if did and _WHICH.fullmatch(between) and parties.fit(maker, "develops", made):
            yield Tie(maker, "develops", made, first.start, did.end(), second.end)


def _state_owned(row: NamedRow) -> Iterator[Tie]:
    """ "Its state-owned company, B": owned by the state named last."""
    for mention, owned in row.names:
        before = row.content[max(row.sentence.start, mention.start - 70) : mention.start]
        if owned.kind not in ("organisation", "unknown") or not _STATE_OWNED.search(before):
            continue
        for known in reversed(row.scene.reading.mentions_in(max(0, mention.start - 400), mention.start)):
            if known.kind == "side" and known.side:
                owner = Referent(known.side, before, known.side, mention.start, mention.start, "side")
                yield Tie(owner, "owns", owned, mention.start, mention.end, mention.start)
                break


_STATE_OWNED = re.compile(
    rf"\b(?:its|the (?:country|kingdom|state)['’]s)\s(?:own\s)?state-(?:owned|run|"
    rf"controlled)\s{WORDS % 4},?\s?\Z",
    re.I,
)
