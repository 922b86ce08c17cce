"""Which kinds of names can stand on the two sides of a tie: a company funds, a model does not."""

from __future__ import annotations

import re

from theodolite.extract.arguments import is_named
from theodolite.extract.referents import Referent
from theodolite.extract.relations.lexicon import ARTEFACTS, FUNDED, RESTRICTED, USED
from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Predicate

_BODIES = frozenset({"organisation", "side", "unknown", "group"})
_ACTORS = _BODIES | {"person"}
_SUBJECTS: dict[Predicate, frozenset[str]] = {
    "funds": _ACTORS,
    "built_on": frozenset({"model", "unknown", "group", "organisation", "thing"}),
    "develops": _ACTORS,
    "founded": frozenset({"person", "unknown"}),
    "leads": frozenset({"person", "unknown"}),
    "partners_with": _BODIES,
    "owns": _ACTORS,
    "supplies": _BODIES,
    "uses": _ACTORS | {"model"},
    "restricts": frozenset({"side", "organisation", "unknown", "group", "person"}),
    "part_of": _ACTORS | {"model"},
}
_OBJECTS: dict[Predicate, frozenset[str]] = {
    "funds": frozenset({"organisation", "unknown", "group", "model", "side", "thing"}),
    "built_on": frozenset({"model", "unknown", "organisation", "group"}),
    "develops": frozenset({"model", "unknown", "thing"}),
    "founded": frozenset({"organisation", "unknown", "model"}),
    "leads": frozenset({"organisation", "unknown", "thing"}),
    "partners_with": _BODIES,
    "owns": frozenset({"organisation", "unknown", "model"}),
    "supplies": _BODIES,
    "uses": frozenset({"model", "unknown", "thing", "organisation", "group"}),
    "restricts": frozenset({"side", "group", "organisation", "model", "unknown", "thing"}),
    "part_of": frozenset({"organisation", "unknown", "side"}),
}
_VAGUE = re.compile(
    r"\A(?:(?:its own|own|new|more|other|better|own|such|different|various|many|further|first|next|same|"
    r"similar|good|great|similar|comparable|native|equivalent|rival|competitive|certain|several|"
    r"powerful|best|latest|AI|smart|training|inference)\s)*(?:AI|algorithms?|processors?|models?|chips?|LLMs?|technology|technologies|tools?|systems?|"
    r"products?|versions?|services?|"
    r"platforms?|solutions?|features?|data|software|machines?|stack|applications?|networks?|language|index|"
    r"engine|"
    r"content|power|source|access|capacity|infrastructure|clusters?|"
    r"data cent(?:er|re)s?|computing|compute)\Z",
    re.I,
)


def fit(subject: Referent, predicate: Predicate, other: Referent) -> bool:
    """Whether a tie between these two is one that a reader would list."""
    if not subject.name or not other.name or subject.name == other.name:
        return False
    if predicate == "built_on" and subject.kind == "thing" and not _is_built(subject.name):
        return False
    if predicate == "uses" and subject.kind == "thing":
        if other.kind == "model" and _PRODUCTS.search(subject.name):
            return True
        return _HOUSES.search(subject.name or "") is not None and other.kind in ("model", "organisation")
    if predicate in ("funds", "owns") and subject.kind == "thing":
        return _FUNDERS.search(subject.name) is not None and other.kind in (
            "organisation",
            "model",
            "unknown",
        )
    if predicate == "develops" and other.kind == "thing" and other.name.startswith(f"{subject.name}-"):
        return False  # "A-powered" is not A's own
    if other.kind == "thing" and _TOLD_BEFORE.match(other.text) and _BARE_HOUSES.fullmatch(other.name):
        return False
    if predicate == "uses" and other.kind == "thing" and _is_own(subject, other):
        return False
    if predicate in ("supplies", "restricts") and other.kind == "thing" and _HOUSES.search(other.name):
        return subject.kind in ("organisation", "side") or (
            subject.kind == "unknown" and predicate == "supplies"
        )
    if subject.kind not in _SUBJECTS[predicate] or other.kind not in _OBJECTS[predicate]:
        return False
    if predicate == "uses" and other.kind == "group":
        return is_named(subject) and (other.name or "").split()[-1] in USED
    if other.kind == "thing" and predicate == "leads":
        return _UNIT.search(other.name) is not None and (subject.kind == "person" or " " in subject.name)
    if other.kind == "thing":
        return _is_artefact(subject, predicate, other)
    if predicate in ("founded", "leads") and subject.kind == "unknown":
        return " " in subject.name and not _ROUND.match(other.name)
    if predicate == "leads" and _ROUND.match(other.name):
        return False
    if predicate == "part_of" and other.kind == "unknown" and " " not in other.name:
        return not _GENERIC_BODY.match(other.name)
    if predicate in ("supplies", "partners_with", "owns"):
        return "group" not in (subject.kind, other.kind) or subject.kind != other.kind
    if predicate == "built_on" and other.kind == "unknown" and other.name == other.name.lower():
        return False
    return is_named(subject) or predicate == "built_on"


def _is_built(name: str) -> bool:
    return _BUILT.search(name) is not None or (name[:1].isupper() and " " not in name)


def is_product(party: Referent) -> bool:
    """A model of the vocabulary, or a name that ends with a version ("Kestrel-2")."""
    return party.kind == "model" or (
        party.kind == "unknown" and _VERSION.search(party.name or "") is not None
    )


_VERSION = re.compile(r"[-\s][vVRK]?\d{1,2}(?:\.\d+)?[a-zB]?\Z")


def is_house(party: Referent) -> bool:
    """ "Two domestic customers": houses without a name, but more than the bare word."""
    name = party.name or ""
    told = party.kind == "thing" and " " in name
    return told and _HOUSES.search(name) is not None and _FOLK.search(name) is None


def _is_artefact(subject: Referent, predicate: Predicate, other: Referent) -> bool:
    """Whether a common noun names what the field makes or uses, and closely enough to be worth a claim."""
    name = other.name or ""
    core = re.split(r"\s(?:in|at|near|of|outside)\s", name.lower())[0]
    head = re.split(r"[\s-]", core)[-1] if name else ""
    head = head if head in USED | RESTRICTED | FUNDED else head.removesuffix("s")
    if predicate == "develops":
        if subject.kind not in ("organisation", "unknown", "group", "side") or _COUNTED.match(name):
            return False
        if _ANOTHERS.match(name):
            return False
        if _HARDWARE.fullmatch(name) or _OWN_HARDWARE.fullmatch(name):
            return is_named(subject)
        made = head in ARTEFACTS or head.removesuffix("s") in ARTEFACTS
        return (made or " for " in name) and " " in name and not _VAGUE.match(name)
    if predicate == "funds":
        return (
            subject.kind in ("side", "organisation", "unknown") and head in FUNDED and not _VAGUE.match(name)
        )
    if predicate == "uses":
        return head in USED and not _VAGUE.match(name)
    if head in RESTRICTED and " " not in name and head in _TOO_BARE:
        return False
    return predicate == "restricts" and subject.kind == "side" and head in RESTRICTED


def _is_own(user: Referent, ware: Referent) -> bool:
    """ "A uses A's models": what somebody makes is in use there anyway."""
    return user.kind == "organisation" and (ware.name or "").startswith((f"{user.name} ", f"{user.name}'"))


_OWN_HARDWARE = re.compile(
    r"own (?:(?:AI|custom|in-house|advanced) )?(?:chips|processors|models|AI models)", re.I
)
_TOLD_BEFORE = re.compile(r"(?:the|these|those|both|all)\s", re.I)
_BARE_HOUSES = re.compile(
    r"(?:(?:two|three|four|five|six|other|both|same)\s)*(?:companies|firms|start-?ups|labs|businesses|groups)",
    re.I,
)
"""Houses that the words before have named: who they are is not told here."""
_TOO_BARE = words(
    """access export exports import imports sale sales shipment shipments transfer transfers use supply trade
    chip chips model models system systems technology technologies tool tools product products equipment
    investment investments data flow flows"""
)


_PRODUCTS = re.compile(
    r"(?:\A|[\s-])(?:assistants?|chatbots?|apps?|bots?|tools?|services?|agents?|platforms?|products?|"
    r"search engines?|robots?|cars|phones?|clusters?|supercomputers?)\Z",
    re.I,
)
_BUILT = re.compile(
    r"(?:\A|[\s-])(?:models?|systems?|assistants?|chatbots?|apps?|bots?|tools?|services?|agents?|platforms?|products?|"
    r"engines?|versions?|generations?|planner|robots?|cars|software|copilots?|LLMs?|copies|releases?|family|series|"
    r"editions?|search|weights|features?|algorithms?|ones?|stack|code|framework|network|part|technology|AI)\Z",
    re.I,
)
_FOLK = re.compile(
    r"\b(?:engineers|researchers|students|teachers|farmers|employees|staff|users|artists|doctors|lawyers|hobbyists|"
    r"coders|programmers|scientists|entrepreneurs|households|consumers|officials|people)\Z"
)
_FUNDERS = re.compile(
    r"(?:\A(?:\w+\s)?(?:foundations|investors|donors|banks|funds|ministries|philanthropists|governments)|"
    r"\w\s(?:fund|foundation|ministry|bank|billionaire|agency|trust|philanthropist|conglomerate))\Z"
)
_UNIT = re.compile(
    r"\w\s(?:unit|team|group|lab|laboratory|division|department|office|programme|program|agency|institute|centre|"
    r"center|project|consortium|task force|committee|board|practice|arm|bureau|directorate)"
    r"(?:\s(?:of|at|in|for)\s.+)?\Z"
)
_ANOTHERS = re.compile(r"[A-Z][\w-]+['’]s?\s")
_COUNTED = re.compile(r"(?:more|fewer|less|most|every|each|any|no)\b", re.I)
_ROUND = re.compile(r"(?:Series|Round|Seed)\b")
_GENERIC_BODY = re.compile(r"(?:Sub)?(?:[Cc]ommittee|[Cc]ommission|[Bb]oard|[Cc]ouncil|House|Senate)\Z")
_HARDWARE = re.compile(
    r"(?:(?:AI|own|high-end|advanced|its own) )?(?:GPUs|LLMs|large language models|humanoids|supercomputers|"
    r"humanoid robots|accelerators|semiconductors|AI chips|high-end chips|advanced chips)",
    re.I,
)
_HOUSES = re.compile(
    r"\b(?:companies|firms|start-?ups|developers|researchers|engineers|universities|hospitals|banks|"
    r"agencies|labs|schools|businesses|enterprises|employees|staff|students|teachers|farmers|ministries|"
    r"governments|consumers|artists|doctors|lawyers|clinics|factories|carmakers|automakers|insurers|lenders|"
    r"retailers|utilities|officials|civil servants|entrepreneurs|scientists|clients|buyers|hobbyists|coders|"
    r"manufacturers|chipmakers|operators|providers|hyperscalers|entities|laboratories|warehouses|households|"
    r"programmers|users|customers|teams|contractors|departments|bodies|vendors|suppliers|distributors|"
    r"subsidiaries|brokers|hospital|bank|insurer|university|ministry|retailer|carmaker|clinic|law firm|"
    r"utility|broker|lender|telecoms? operator)\Z",
    re.I,
)
