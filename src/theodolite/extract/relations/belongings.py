"""Ties that stand between two names without a verb: "Alibaba's Qwen", "A-backed B", "B, the maker of A"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from theodolite.catalog import vocabulary
from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow, first_place
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.names import Mention
from theodolite.model.claim import Predicate

_ARTEFACT = (
    r"(?:models?|LLMs?|chatbots?|chips?|processors?|GPUs?|accelerators?|assistants?|systems?|apps?|tools?|"
    r"platforms?|"
    r"agents?|products?|phones?|smartphones?|robots?|software|services?|series|family|line|AI|"
    r"supercomputers?|version|"
    r"release|flagship|offering|competitor|rival|answer|alternative|generator|engine|bot|family|"
    r"compiler|framework|library|device|scanner|toolkit|benchmark|dataset|car|cars|language)"
)
_WORDS = (
    r"(?:(?!(?:of|to|in|on|with|for|by|that|which|is|was|and|but|from|as|at|than|over|into|said|"
    r"says)\b)[\w.+'’-]+,?\s){0,%d}?"
)
_POSS = r"['’]s?\s"

_Rule = tuple[re.Pattern[str], Predicate, bool, Callable[[Referent, Referent], bool] | None]
"""What stands between the two names, the predicate, whether the first name is the object, a further test."""


def made_by(maker: Referent, made: Referent) -> bool:
    """Whether the vocabulary does not say otherwise; houses of one family are one."""
    if made.kind != "model" or not made.maker or maker.kind not in ("organisation", "unknown"):
        return made.kind == "unknown" and maker.kind in ("organisation", "unknown")
    if maker.name == made.maker:
        return True
    entries = vocabulary.load().entries
    known = entries.get(made.maker)
    names = {made.maker, *(known.aliases if known else ())}
    same = any(n.split()[0] == (maker.name or "").split()[0] for n in names)
    return same or maker.name in _HOUSES.get(made.maker, ())


_HOUSES = {
    "Google DeepMind": ("Google", "Alphabet"),
    "Google": ("Google DeepMind", "Alphabet"),
    "Microsoft": ("GitHub",),
    "Alibaba": ("Ant Group",),
    "Meta": ("Facebook",),
}


def _is_model(_: Referent, made: Referent) -> bool:
    return made.kind in ("model", "unknown")


def _bodies(first: Referent, second: Referent) -> bool:
    return first.kind in ("organisation", "unknown") and second.kind in ("organisation", "unknown")


def _compile(pattern: str, flags: int = re.I) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_RULES: tuple[_Rule, ...] = (
    # "Alibaba's (latest) Qwen": the maker as the vocabulary has it
    (_compile(_POSS + _WORDS % 6), "develops", False, lambda a, b: b.kind == "model" and made_by(a, b)),
    # "A's new model, B", "A and its chatbot B", "A's rival to C, B"
    (
        _compile(rf"(?:{_POSS}|\sand\sits\s){_WORDS % 6}{_ARTEFACT},?\s(?:called\s|named\s|dubbed\s)?"),
        "develops",
        False,
        lambda a, b: _is_model(a, b) and (b.kind == "unknown" or made_by(a, b)),
    ),
    # "A's answer to C, B"
    (
        _compile(
            rf"{_POSS}{_WORDS % 3}(?:answer|rival|alternative|response|"
            rf"challenger)\sto\s[\w.-]+(?:\s[\w.-]+)?,\s"
        ),
        "develops",
        False,
        lambda a, b: b.kind == "unknown" or made_by(a, b),
    ),
    # "B, A's newest model", "B, the newest model from A", "B, a chatbot developed by A", "B from A"
    (
        _compile(
            rf",\s(?:one\sof\s)?(?:(?:the|its|an?)\s)?{_WORDS % 6}{_ARTEFACT}\s(?:(?:developed|made|built|"
            rf"created|released|launched|"
            rf"designed|trained|introduced|unveiled|produced)\s)?(?:from|by|of)\s(?:the\s)?{_WORDS % 4}"
        ),
        "develops",
        True,
        lambda a, b: _is_model(b, a) and b.kind != "group",
    ),
    (
        _compile(r"\s(?:from|by)\s(?:the\s)?"),
        "develops",
        True,
        lambda a, b: a.kind == "model" and made_by(b, a),
    ),
    # "A, the maker of B", "B maker A", "B's developer, A"
    (
        _compile(
            rf",\s(?:the|an?)\s{_WORDS % 3}(?:maker|developer|creator|company|startup|start-up|lab|firm|"
            rf"team)\s"
            rf"(?:of|behind)\s(?:the\s)?{_WORDS % 4}"
        ),
        "develops",
        False,
        _is_model,
    ),
    (
        _compile(r"(?:['’]s)?[\s-](?:maker|developer|creator)s?,?\s"),
        "develops",
        True,
        lambda a, b: a.kind == "model" and b.kind in ("organisation", "unknown"),
    ),
    # "A co-founded B", "B was open-sourced by A", "the B models from A"
    (
        _compile(rf"(?:,\swho)?\s(?:(?:has|had|later|also)\s)?(?:co-)?founded\s(?:the\s)?{_WORDS % 3}"),
        "founded",
        False,
        None,
    ),
    (
        _compile(
            r"\s(?:was|were|is|has been|have been)\s(?:\w+ly\s)?(?:open-sourced|co-developed|"
            r"co-created)\sby\s(?:the\s)?"
        ),
        "develops",
        True,
        lambda a, b: a.kind == "model",
    ),
    (
        _compile(rf"\s{_ARTEFACT}\s(?:from|by|of)\s(?:the\s)?"),
        "develops",
        True,
        lambda a, b: a.kind == "model" and b.kind in ("organisation", "unknown"),
    ),
    # "A-backed B", "B, with funding from A", "A's investment in B", "B investor A"
    (_compile(rf"-(?:backed|funded|financed)\s{_WORDS % 5}"), "funds", False, None),
    (
        _compile(
            rf",?\s(?:with|after|following)\s(?:the\s|an?\s)?{_WORDS % 5}(?:funding|investment|backing|"
            rf"support|money|"
            rf"financing|capital)\s(?:\w+\s){{0,2}}?from\s(?:the\s)?"
        ),
        "funds",
        True,
        _bodies,
    ),
    (
        _compile(rf"{_POSS}{_WORDS % 6}(?:investments?|stake|bet)\s(?:in|on|into)\s(?:the\s)?"),
        "funds",
        False,
        None,
    ),
    (
        _compile(rf",\s(?:an?|the)\s{_WORDS % 3}(?:investor|backer|shareholder)\s(?:in|of)\s(?:the\s)?"),
        "funds",
        False,
        None,
    ),
    # "A-owned B", "B's parent A", "A's acquisition of B", "A's subsidiary B"
    (_compile(rf"-owned\s{_WORDS % 5}"), "owns", False, None),
    (
        _compile(r"(?:['’]s)?[\s-](?:parent|owner)(?:\scompany)?,?\s"),
        "owns",
        True,
        lambda a, b: b.kind in ("organisation", "unknown"),
    ),
    (
        _compile(
            rf"{_POSS}{_WORDS % 5}(?:acquisition|purchase|takeover|buyout|"
            rf"buy)\sof\s(?:the\s)?{_WORDS % 3}"
        ),
        "owns",
        False,
        _bodies,
    ),
    (
        _compile(
            rf",\s(?:an?|the)\s{_WORDS % 4}(?:subsidiary|unit|division|arm|affiliate|branch|spin-?off|"
            rf"agency|office|lab)\s"
            r"(?:of|from|inside|within|at|in|under)\s"
            r"(?:the\s)?"
        ),
        "part_of",
        False,
        _bodies,
    ),
    (
        _compile(rf"{_POSS}{_WORDS % 3}(?:subsidiary|unit|division|arm|affiliate|lab)s?,?\s(?:called\s)?"),
        "part_of",
        True,
        _bodies,
    ),
    (
        _compile(rf",\s(?:an?|the)\s{_WORDS % 5}(?:run|operated|overseen)\sby\s(?:the\s)?"),
        "part_of",
        False,
        _bodies,
    ),
    # "A's partnership with B", "a partnership between A and B"
    (
        _compile(
            rf"{_POSS}{_WORDS % 4}(?:partnership|alliance|collaboration|tie-up|deal|agreement|contract|"
            rf"joint venture)\s"
            rf"with\s(?:the\s)?{_WORDS % 3}"
        ),
        "partners_with",
        False,
        None,
    ),
    # "A's use of B", "A's reliance on B"
    (
        _compile(rf"{_POSS}{_WORDS % 3}(?:use|adoption|deployment|integration)\sof\s(?:the\s)?{_WORDS % 3}"),
        "uses",
        False,
        None,
    ),
    (
        _compile(
            rf"{_POSS}{_WORDS % 3}(?:reliance|dependence|dependency)\s(?:on|upon)\s(?:the\s)?{_WORDS % 3}"
        ),
        "uses",
        False,
        None,
    ),
    # "B-based A", "A, a copy of B", "A, based on B"
    (
        _compile(
            rf",\s(?:an?|the)\s{_WORDS % 4}(?:copy|clone|fork|derivative|variant|wrapper|(?:fine-tuned|"
            rf"distilled)\s"
            rf"version)\s(?:of|around|on)\s{_WORDS % 3}"
        ),
        "built_on",
        False,
        lambda a, b: b.kind == "model",
    ),
    (
        _compile(rf"-(?:based|derived)\s{_WORDS % 3}"),
        "built_on",
        True,
        lambda a, b: a.kind == "model" and b.kind in ("model", "unknown"),
    ),
)
_NOT_ITSELF = re.compile(
    r"-(?:backed|owned|funded|based|led)\b|[-\s](?:competitor|rival|style|like|type|killer|alternative|level|class|powered|era|equivalent)\b"
)
_OWNS = re.compile(r"['’]s\b")
_MAKER_OF = re.compile(
    r"\b(?:maker|developer|creator|company|firm|lab|startup|start-up)s?\s(?:of|behind)\s(?:the\s)?\Z", re.I
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties that possessives, compounds and appositions of one sentence state."""
    done: set[tuple[str | None, Predicate, str | None]] = set()
    for first, a, second, b, between in row.pairs(3):
        if (first.adjective and first.kind == "side") or (second.adjective and second.kind == "side"):
            continue
        beyond = any(
            first.end <= m.start and m.end <= second.start and m.kind != "side" for m, _ in row.names
        )
        for pattern, predicate, turned, test in _RULES:
            if (
                beyond
                and not _BACKED.search(between)
                and not (predicate == "develops" and first.kind in ("organisation", "unknown"))
            ):
                continue
            if not pattern.fullmatch(between.rstrip("\"“‘'")) or (test and not test(a, b)):
                continue
            if (
                _is_bare(row, second, between)
                or _NOT_ITSELF.match(row.content, second.end)
                or (turned and _OWNS.match(row.content, second.end))
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
    yield from _state_owned(row)


_BACKED = re.compile(r"-(?:backed|owned|based|funded|led|controlled|headquartered)\s\Z")


def _is_bare(row: NamedRow, made: Mention, between: str) -> bool:
    """ "Google's Gemini": says whose Gemini is where it is named first; later it is a way to name it."""
    if between not in ("'s ", "’s ", "' ", "’ ") or _DESCRIBED.match(row.content, made.end):
        return False
    first = first_place(row.scene, made.name)
    return first is not None and first < made.start


_DESCRIBED = re.compile(rf",\s(?:an?|the|its|which|released|launched|introduced)\b|\s{_ARTEFACT}\b")


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
        if other.kind != b.kind:
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


_OWNED_BY = re.compile(_POSS + _WORDS % 4)
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


_ASIDE = re.compile(r"s?(?:,\s|\s\()(?:the\s)?")
_OWN_KIND = re.compile(rf"['’]s?\s{_WORDS % 5}{_ARTEFACT}\b")


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
    rf"controlled)\s{_WORDS % 4},?\s?\Z",
    re.I,
)
