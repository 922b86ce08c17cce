"""What only looks like a judgement: places, and people beside a model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Assessment, Claim

Read = Callable[..., list[Claim]]


def _judged(read: Read, text: str) -> list[tuple[str | None, str | None]]:
    return [(c.subject, c.dimension) for c in read(text, ("assessment",)) if isinstance(c, Assessment)]


@pytest.mark.parametrize(
    "text",
    [
        "A welding robot hurt a man in Norway when it failed to stop in time.",
        "Scanners were tried at two ports in Norway. These systems failed to find the drugs.",
    ],
)
def test_a_place_is_not_judged_by_a_pronoun(read: Read, text: str) -> None:
    assert not _judged(read, text)


def test_a_country_that_acts_is_judged_by_a_pronoun(read: Read) -> None:
    assert _judged(read, "Norway built two foundries, but it failed to attract customers.")


def test_a_model_has_no_staff(read: Read) -> None:
    assert _judged(read, "Claude is excellent, engineers say.") == [("Claude", "capability")]


def test_a_pronoun_far_from_its_name_judges_nobody(read: Read) -> None:
    far = "OpenAI opened a hall in May. The weather was fine. Guests came by train. It is excellent."
    near = "OpenAI opened a hall in May. It is excellent at robotics."
    assert not _judged(read, far)
    assert _judged(read, near)


def test_small_is_no_weakness_of_a_model(read: Read) -> None:
    assert not _judged(read, "Microsoft launched Phi-4, a small model.")


def test_where_a_firm_is_from_is_not_judged(read: Read) -> None:
    text = "The Norwegian care company, Kiln, failed to find the cause."
    assert ("Norway", "capability") not in _judged(read, text)
