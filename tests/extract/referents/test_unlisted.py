"""Names that nobody listed: their kinds, their full forms, and who is meant by them."""

from __future__ import annotations

import pytest

from theodolite.extract.reading import Reading
from theodolite.extract.referents.referent import Referent
from theodolite.extract.scene import Scene
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Snapshot
from theodolite.read import document


def _scene(text: str, **said: str) -> Scene:
    return Scene(Reading(document(Snapshot(text.encode()), "text.txt"), Origin(location="text.txt", **said)))


def _kinds(text: str) -> dict[str, tuple[str, str]]:
    scene = _scene(text)
    found = map(scene.unlisted.known, scene.reading.unknown)
    return {scene.content[m.start : m.end]: (m.kind, m.name) for m in found}


def _meant(scene: Scene, word: str, last: bool = False) -> Referent:
    found = []
    for number in range(len(scene.reading.sentences)):
        parse = scene.reading.parse(number)
        assert parse is not None
        found += [(parse, t, number) for t in parse.tokens if t.text == word]
    parse, token, number = found[-1 if last else 0]
    return scene.referents.of(parse, token, number)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It sold the plant to Ravel, a Busan start-up.", "Ravel", "organisation"),
        ("The plant went to Ravel, whose mapping software is used at sea.", "Ravel", "organisation"),
        ("She met the founder of Ravel yesterday.", "Ravel", "organisation"),
        ("They praised Ravel's customers.", "Ravel", "organisation"),
        ("They met at Orchard Growth.", "Orchard Growth", "organisation"),
        (
            "They wrote to the Lisse Centre for Growth Finance.",
            "Lisse Centre for Growth Finance",
            "organisation",
        ),
        ("It gave away Tidal-14B.", "Tidal-14B", "model"),
        ("It gave away the chatbot Tidal.", "Tidal", "model"),
        ("They met Ana Delgado, who reads maps.", "Ana Delgado", "person"),
        ("They met Ana Delgado, head of maps.", "Ana Delgado", "person"),
        ("They bought Quarry Pike, a subsidiary of an insurer.", "Quarry Pike", "organisation"),
        ("They live in Hillerup.", "Hillerup", "unknown"),
    ],
)
def test_kinds_by_what_the_text_shows(text: str, name: str, kind: str) -> None:
    assert _kinds(text)[name][0] == kind


def test_short_names_are_full_ones() -> None:
    found = _kinds(
        "The money went to Haven Semantics and to Ana Delgado, who reads maps. With Haven gone, "
        "Delgado left. They sued Marlow S.A., a maker of locks."
    )
    assert found["Haven"] == ("organisation", "Haven Semantics")
    assert found["Delgado"] == ("person", "Ana Delgado")
    assert found["Marlow S.A"] == ("organisation", "Marlow")


def test_a_body_by_its_noun_is_the_one_named_before() -> None:
    scene = _scene(
        "The Kestrel Institute for Rivers published an index. Critics say the Institute counts boats."
    )
    assert _meant(scene, "Institute", last=True).name == "Kestrel Institute for Rivers"
    scene = _scene("Europe waits. The Commission has set aside 20 billion euros.")
    assert _meant(scene, "Commission").name == "European Commission"
    assert (
        _meant(_scene("Norway waits. The Commission has set aside money."), "Commission").name == "Commission"
    )


def test_the_company_is_nobody_beside_it() -> None:
    scene = _scene(
        "OpenAI opens an office\n\nOpenAI opened it in May. Microsoft, which owns a quarter of the company, "
        "was not there."
    )
    assert _meant(scene, "company").name == "OpenAI"
    scene = _scene("Ravel, a mapping start-up, did well. ASML is its largest shareholder.")
    assert _meant(scene, "its").name == "Ravel"


def test_a_description_in_apposition_is_the_name_before_it() -> None:
    scene = _scene("Nvidia sold it. The round was led by MGX, the Abu Dhabi investor.")
    assert _meant(scene, "investor").name == "MGX"


def test_we_of_a_company_is_the_company() -> None:
    text = (
        'Ravel makes maps for ships.\n\n"We are two years away," said Ana Delgado, chief executive of Ravel.'
    )
    assert _meant(_scene(text), "We").name == "Ravel"
    text = "Ravel makes maps. Ravel sells them.\n\nToday we employ 300 people."
    assert _meant(_scene(text, publisher="Ravel"), "we").name in ("Ravel", None)
    official = '"We are a trading nation," said Ana Delgado, the deputy trade minister of Malaysia.'
    assert _meant(_scene(official), "We").kind != "organisation"


def test_a_model_keeps_its_number_and_a_measure_is_no_model() -> None:
    text = (
        "Lantern 2, a 24-billion-parameter language model, is out. On NordEval, a benchmark of 8 languages, "
        "the model beats GPT-4o."
    )
    assert _meant(_scene(text), "model", last=True).name == "Lantern 2"


def test_a_name_set_before_its_clause_is_what_the_clause_is_about() -> None:
    text = "OpenAI has eleven vendors. The planning one, Plano AI, they have a backend of their own."
    assert _meant(_scene(text), "they").name == "Plano AI"


def test_a_town_in_which_somebody_is_is_no_person() -> None:
    assert _kinds("It will be somebody in Fountain Hill, who has never met my aunt.") == {
        "Fountain Hill": ("unknown", "Fountain Hill")
    }
