"""Names behind a description, posts in pairs, heads of state: whom the words mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]
Triple = tuple[str | None, str | None, str | None]


def ties(found: list[Claim]) -> set[Triple]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


@pytest.mark.parametrize(
    ("text", "stated", "unstated"),
    [
        (
            "Tamarack Labs grew. Its investors include Japan's biggest carmaker Toyota and SK Telecom.",
            [("Toyota", "funds", "Tamarack Labs"), ("SK Telecom", "funds", "Tamarack Labs")],
            [("Japan", "funds", "Tamarack Labs")],
        ),
        (
            "Tamarack Labs raised $40 million from the Lidl owner Quillon Group, Bosch and Toyota.",
            [("Quillon Group", "owns", "Lidl"), ("Toyota", "funds", "Tamarack Labs")],
            [("Lidl", "funds", "Tamarack Labs"), ("Bosch", "owns", "Lidl")],
        ),
        (
            "Tamarack Labs grew. Its backers include Vera Stolz's own fund, Stolz Capital.",
            [("Stolz Capital", "funds", "Tamarack Labs")],
            [("Vera Stolz", "funds", "Tamarack Labs")],
        ),
        (
            "Vera Stolz, head of Intel in Ireland and co-founder of Tamarack Labs, stayed.",
            [("Vera Stolz", "leads", "Intel"), ("Vera Stolz", "founded", "Tamarack Labs")],
            [("Vera Stolz", "founded", "Intel")],
        ),
        (
            "Vera Stolz, a professor at Oxford and a former Intel engineer, stayed.",
            [("Vera Stolz", "part_of", "Intel")],
            [("Vera Stolz", "leads", "Intel")],
        ),
        (
            "It was enough, said Vera Stolz, vice chair and president of Intel.",
            [("Vera Stolz", "leads", "Intel")],
            [("Vera Stolz", "part_of", "Intel")],
        ),
        (
            "It was enough, said Vera Stolz, deputy head of Intel.",
            [("Vera Stolz", "part_of", "Intel")],
            [("Vera Stolz", "leads", "Intel")],
        ),
        (
            "Intel chief Vera Stolz and Intel's chief scientist Rolf Amann stayed.",
            [("Vera Stolz", "leads", "Intel"), ("Rolf Amann", "part_of", "Intel")],
            [("Rolf Amann", "leads", "Intel")],
        ),
        (
            "Hungarian President Vera Stolz met Norwegian Prime Minister Rolf Amann.",
            [("Vera Stolz", "leads", "Hungary"), ("Rolf Amann", "leads", "Norway")],
            [("Vera Stolz", "leads", "Norway")],
        ),
    ],
)
def test_whom_a_description_means(
    read: Read, text: str, stated: list[Triple], unstated: list[Triple]
) -> None:
    found = ties(read(text))
    assert found.issuperset(stated)
    assert found.isdisjoint(unstated)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Intel asked Nvidia and partners including Toyota and Bosch.", ("Nvidia", "partners_with", "Bosch")),
        (
            "It is a joint venture between Toyota, German group Bosch and Nvidia.",
            ("Toyota", "partners_with", "Bosch"),
        ),
        ("Vera Stolz is best known for founding Mistral AI.", ("Vera Stolz", "founded", "Mistral AI")),
        ("Vera Stolz made her name by running Intel.", ("Vera Stolz", "leads", "Intel")),
        ("Intel hired Vera Stolz to run its Berlin lab.", ("Vera Stolz", "leads", "Intel Berlin lab")),
        ("Intel is old. Habana, the company's chip unit, is not.", ("Habana", "part_of", "Intel")),
    ],
)
def test_further_words_between_names(read: Read, text: str, stated: Triple) -> None:
    assert stated in ties(read(text))


@pytest.mark.parametrize(
    ("text", "unstated"),
    [
        ("A competition between Toyota and Nvidia began.", ("Toyota", "partners_with", "Nvidia")),
        ("Vera Stolz is known for leaving Intel.", ("Vera Stolz", "leads", "Intel")),
        ("Intel hired Vera Stolz to please its board.", ("Vera Stolz", "leads", "Intel board")),
    ],
)
def test_words_that_only_look_so(read: Read, text: str, unstated: Triple) -> None:
    assert unstated not in ties(read(text))
