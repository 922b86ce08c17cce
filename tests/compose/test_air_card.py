"""Air cards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from theodolite.compose.air_card import air_card
from theodolite.compose.naming import as_subject
from theodolite.compose.said import picture


def card(specimen, quote, **changes):
    view = specimen.view()
    document = view.documents[0]
    claim = next(c for c in document.claims if quote in c.quote)
    finding = replace(view.findings[claim.id], **changes)
    marks = picture(view, "United States", "China").marks
    return air_card(finding, claim, document, view, marks)


def test_the_sentence_is_short_in_whole_months_and_a_range(specimen):
    found = card(specimen, "They are one to two")
    assert found.sentence == (
        "Ada Example said China lagged by 12 to 24 months; measured between 5 and 13 months on one measure, "
        "data to 30 April 2026."
    )
    assert len(found.sentence.split()) < 30


def test_every_sentence_stays_under_thirty_words(specimen):
    view = specimen.view()
    for document in view.documents:
        for claim in document.claims:
            if claim.id in view.findings:
                found = air_card(view.findings[claim.id], claim, document, view, ())
                assert len(found.sentence.split()) < 30


def test_a_long_name_never_makes_it_longer(specimen):
    view = specimen.view()
    claim = replace(view.documents[0].claims[0], speaker="the " + "very " * 40 + "long committee")
    found = air_card(specimen.finding(claim), claim, view.documents[0], view, ())
    assert len(found.sentence.split()) < 30 and "between 5 and 13 months" in found.sentence


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"verdict_then": "contradicted"}, "no measurement existed"),
        ({"verdict_then": "supported", "verdict_now": "contradicted", "outdated": True}, "it held then"),
        ({"verdict_then": "mixed"}, "true or false"),
    ],
)
def test_what_not_to_say(specimen, changes, words):
    assert any(words in n for n in card(specimen, "They are one to two", **changes).not_to_say)


def test_a_denial_is_not_said_to_be_a_claim(specimen):
    found = card(specimen, "The gap is not only")
    assert any("rejects it" in n for n in found.not_to_say)
    assert "denied" in found.sentence


def test_definition_age_and_who_disputes_it(specimen):
    found = card(specimen, "They are one to two")
    assert len(found.definition.split()) <= 10
    assert found.age_days == 32
    disputed = {m.claim.quote for m in found.disputed_by}
    assert "The gap is not only one to two years" in disputed
    assert "It is at least a year" not in disputed


def test_what_cannot_be_measured_says_so(specimen):
    found = card(specimen, "Our chips")
    assert found.sentence.startswith("No measurement can answer this claim") and found.age_days is None


@pytest.mark.parametrize(
    ("label", "subject"),
    [
        ("unsigned (The Daily)", "an unsigned text (The Daily)"),
        ("widely said", "many"),
        ("widely said (Ada Example)", "many (Ada Example)"),
        ("attributed to Ada Example", "words attributed to Ada Example"),
        ("Ada Example", "Ada Example"),
    ],
)
def test_a_label_becomes_the_subject_of_a_sentence(label, subject):
    assert as_subject(label) == subject
