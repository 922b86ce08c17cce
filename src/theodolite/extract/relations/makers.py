"""Whether a house is who made a model, as far as the vocabulary knows."""

from __future__ import annotations

from theodolite.catalog import vocabulary
from theodolite.extract.referents import Referent


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
