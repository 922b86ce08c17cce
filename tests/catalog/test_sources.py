"""Source definitions and country names: strictly parsed, and of one mind with the vocabulary."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from theodolite.catalog import vocabulary
from theodolite.catalog.sources import SourceDefinition, by_name, definitions, recognise
from theodolite.catalog.sources.countries import countries, country


def test_names_are_unique_and_found() -> None:
    names = [d.name for d in definitions()]
    assert len(set(names)) == len(names)
    assert by_name("epoch/capabilities_index").measure == "Epoch Capabilities Index"
    with pytest.raises(KeyError, match="no source definition named nobody"):
        by_name("nobody")


def test_a_definition_with_a_stranger_field_or_shape_does_not_parse() -> None:
    good = by_name("generic/score_table").model_dump()
    assert SourceDefinition.model_validate(good)
    with pytest.raises(ValidationError):
        SourceDefinition.model_validate({**good, "colour": "red"})
    with pytest.raises(ValidationError):
        SourceDefinition.model_validate({**good, "shape": "cube"})


def test_required_and_telling_fields_have_columns() -> None:
    for definition in definitions():
        assert {*definition.required, *definition.recognised_by} <= definition.columns.keys()


def test_publishers_go_before_the_generic_shapes() -> None:
    header = ("Model version", "ECI Score", "Release date", "Country")
    found = recognise(header)
    assert found is not None
    assert found.name == "epoch/capabilities_index_versions"
    generic = recognise(("NAME", "score", "when"))
    assert generic is not None
    assert generic.name == "generic/score_table"
    assert recognise(("a", "b")) is None


def test_every_alias_of_the_vocabulary_means_the_same_country_here() -> None:
    ours = set(countries().canonical.values())
    for entry in vocabulary.load().entries.values():
        if entry.kind == "side" and entry.name in ours:
            for alias in (entry.name, *entry.aliases, *entry.zh):
                assert country(alias) == entry.name


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Czechia", "Czech Republic"), ("the U.K.", "United Kingdom"), ("俄罗斯", "Russia"), ("Nowhere", None)],
)
def test_one_name_a_country(name: str, expected: str | None) -> None:
    assert country(name) == expected


def test_members_of_blocs_are_countries_we_know() -> None:
    assert len(countries().members["European Union"]) == 27
    for members in countries().members.values():
        assert all(country(m) == m for m in members)
