"""Nouns that say what one party is to another: "a backer of B", "B's supplier", "the brainchild of B".

A role is read as "HOLDER is NOUN of OTHER". `turned`: the other is the subject of the tie ("the work
of B": B develops it). Where a noun says different things of persons and of things, `person` holds the
other reading ("the brainchild of" a person is founded, that of a house is made).
"""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.extract.words import lexicon
from theodolite.model.claim import Predicate


@dataclass(frozen=True, slots=True)
class Role:
    """What the holder of a role is to the other party, which stands behind one of `on` or is its owner."""

    predicate: Predicate
    on: tuple[str, ...] = ("of",)
    turned: bool = False
    owned: bool = True
    """Whether "B's NOUN" names the same role."""
    person: Predicate | None = None


def _roles(role: Role, nouns: str) -> dict[str, Role]:
    """Each noun, and its plural."""
    found: dict[str, Role] = {}
    for noun in lexicon.in_order(nouns):
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        found |= {noun: role, plural: role}
    return found


ROLES: dict[str, Role] = {
    **_roles(
        Role("funds", ("of", "in", "behind")),
        "backer investor shareholder funder sponsor benefactor financier patron bankroller stakeholder angel "
        "co-investor underwriter",
    ),
    **_roles(
        Role("develops", ("of", "behind")),
        "maker developer creator manufacturer builder designer producer inventor originator steward crafter",
    ),
    **_roles(
        Role("develops", ("behind",), owned=False), "company firm startup start-up lab team group outfit"
    ),
    **_roles(Role("develops", ("of", "to"), owned=False), "home birthplace cradle"),
    **_roles(
        Role("develops", ("of", "by", "from"), turned=True, person="founded"),
        "brainchild creation handiwork invention offspring",
    ),
    **_roles(Role("develops", ("of", "by"), turned=True, owned=False), "work product"),
    **_roles(Role("develops", (), turned=True), "answer response riposte challenger rival alternative"),
    **_roles(Role("owns", ("of",)), "owner parent proprietor acquirer"),
    **_roles(Role("owns", ("of",), turned=True), "property possession"),
    **_roles(
        Role("supplies", ("to", "of", "for")),
        "supplier provider vendor purveyor contractor subcontractor foundry landlord distributor",
    ),
    **_roles(Role("supplies", ("of", "for"), turned=True), "customer client tenant licensee subscriber"),
    **_roles(Role("uses", ("of",), owned=False), "user adopter buyer purchaser importer"),
    **_roles(Role("partners_with", ("of", "with", "to")), "partner collaborator ally teammate"),
    **_roles(
        Role("built_on", ("of", "around", "on", "for", "from"), owned=False),
        "copy clone fork derivative wrapper descendant replica remake knock-off knockoff imitation "
        "adaptation reskin variant distillation rehash rebadge reworking",
    ),
    **_roles(
        Role("part_of", ("of", "at", "in", "inside", "within", "under", "from")),
        "subsidiary unit division arm affiliate branch department spin-off spinoff offshoot spinout spin-out "
        "offspring sub-brand department",
    ),
    **_roles(Role("part_of", ("of",), owned=False), "part member signatory"),
    **_roles(Role("part_of", ("of",)), "alumnus alumna employee veteran alum"),
    **_roles(Role("founded", ("of",)), "founder co-founder cofounder father mother"),
}
"""Singulars and plurals of role nouns."""

UNITS: dict[str, Role] = _roles(
    Role("part_of", ("of", "at", "inside", "within", "under"), owned=False),
    "agency institute lab laboratory tank office bureau centre center programme program studio team group "
    "initiative faculty school department consortium outfit",
)
"""Nouns for a body, which is part of the one behind "of"."""

MODIFIERS_NEVER = lexicon.words(
    """that which who whom whose said says told but because while if when than as is was are were has have had
    will would can could may might should not no nor or to in on for with by from at into over under after
    before since until of against between among through without did does do where"""
)
"""Words that cannot stand between a name and its role: what they begin is another phrase."""

LISTS = lexicon.words("include includes included including are is were was counts like")
"""Words between a role in the plural and those who hold it."""
BEING = lexicon.words("is was are were became become remains remain being been")
