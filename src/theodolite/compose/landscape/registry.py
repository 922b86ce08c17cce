"""Which model a name means on the site, and one key for each of its levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup

from theodolite.compose.landscape.parts import model_path
from theodolite.compose.landscape.view import Landscape, ModelView, RankRow
from theodolite.compose.outside import readable_stem
from theodolite.compose.tables import Cell


class Registry:
    """Models by the names that sources give them; a name of two models means neither."""

    def __init__(self, land: Landscape) -> None:
        self.models = land.models
        self._of: dict[str, str | None] = {}
        for model in land.models:
            self._add({model.id, model.name, *model.names, *(row.model for _, row in model.levels)}, model)

    def _add(self, names: Iterable[str], model: ModelView) -> None:
        for name in names:
            known = self._of.setdefault(name, model.id)
            if known != model.id:
                self._of[name] = None

    def link(self, name: str, root: str) -> Cell:
        """The name, as a link where it means one model of the site."""
        found = self._of.get(name)
        if found is None and name not in self._of and name.endswith(")"):
            found = self._of.get(name.rpartition(" (")[0])  # a version in brackets stands on its model's page
        if found is None:
            return name
        return Markup('<a href="{}{}">{}</a>').format(root, model_path(found), name)


def with_own_ids(models: Sequence[ModelView]) -> tuple[ModelView, ...]:
    """The models with ids that no other has: a second of one id is told by its place."""
    seen: set[str] = set()
    made = []
    for k, model in enumerate(models):
        own = model if model.id not in seen else replace(model, id=f"{model.id}-{k}")
        seen.add(own.id)
        made.append(own)
    return tuple(made)


@lru_cache(maxsize=20_000)
def level_key(measure: str, row: RankRow) -> str:
    """The key of a row's level: the same row has one key on every page, two rows of one name have two."""
    told = f"{row.model}\0{row.date}\0{row.level!r}\0{row.low!r}\0{row.high!r}\0{row.rank}"
    return f"level/{readable_stem(measure)}/{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
