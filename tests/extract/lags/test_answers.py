"""Lags whose length stands apart from what it measures: answers, medians, what it takes to come level."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]
Months = tuple[float | None, float | None]


def lags(found: list[Claim]) -> list[tuple[str | None, Months, str]]:
    """Follower, months and polarity of the lags among some claims."""
    return [(c.follower, (c.low_months, c.high_months), c.polarity) for c in found if isinstance(c, Lag)]


@pytest.mark.parametrize(
    ("text", "follower", "months"),
    [
        ("How far behind is Portugal? Six years, by most counts.", "Portugal", (72, 72)),
        ("Can Huawei catch up with Nvidia? Four years, perhaps.", "Huawei", (48, 48)),
        ("Closing the gap with Nvidia will take Huawei at least five years.", "Huawei", (60, None)),
        ("Japan is far behind Taiwan. For Japan to catch up, I'd say seven years.", "Japan", (84, 84)),
        ("Some matched it soon. But the French labs need four months.", "French labs", (4, 4)),
        ("We timed how far China is behind the United States. The median was eight months.", "China", (8, 8)),
        (
            "Estimates of the lag of Korean models range from six to twenty months.",
            "South Korean models",
            (6, 20),
        ),
        ("Korean engineers put CXMT three years back, possibly four.", "CXMT", (36, 48)),
        ("Zhipu is maybe three months off Claude.", "Zhipu AI", (3, 3)),
        ("Norway is where Finland was in 2020.", "Norway", (60, 60)),
        ("Norway got its first exascale machine six years after Finland.", "Norway", (72, 72)),
        ("Tencent was a year late to open models.", "Tencent", (12, 12)),
        ("Alderan Labs is about nine months behind OpenAI.", "Alderan Labs", (9, 9)),
        ("It took Alderan Labs nine months to match GPT-4.", "Alderan Labs", (9, 9)),
        ("Chinese labs are four months behind on coding, tops.", "Chinese labs", (None, 4)),
    ],
)
def test_a_length_apart_from_its_cue(read: Read, text: str, follower: str, months: Months) -> None:
    assert (follower, months, "asserted") in lags(read(text))


def test_last_year_it_was_more(read: Read) -> None:
    text = "Europe is two years behind China. Last year it was three. In robots it is closer to five."
    assert [m for _, m, _ in lags(read(text))] == [(24, 24), (36, 36), (60, 60)]


def test_each_of_several_denied(read: Read) -> None:
    found = lags(read("DeepSeek isn't six months behind OpenAI, or twelve."))
    assert found == [("DeepSeek", (6, 6), "denied"), ("DeepSeek", (12, 12), "denied")]


@pytest.mark.parametrize(
    ("text", "trend", "polarity"),
    [
        ("The distance between Huawei and Nvidia has not shrunk since 2023.", "narrowing", "denied"),
        ("The gap between Huawei and Nvidia has hardly moved.", "steady", "asserted"),
        ("The gap between Huawei and Nvidia is gone.", "narrowing", "asserted"),
        ("I wouldn't say Huawei is catching up with Nvidia.", "narrowing", "denied"),
        ("Huawei is falling behind Nvidia.", "widening", "asserted"),
    ],
)
def test_a_gap_that_has_or_has_not_moved(read: Read, text: str, trend: str, polarity: str) -> None:
    (lag,) = (c for c in read(text) if isinstance(c, Lag))
    assert (lag.follower, lag.trend, lag.polarity) == ("Huawei", trend, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "The order is two weeks behind and the ship left late.",
        "Nobody is more than six months ahead of anyone else.",
        "Catching up with Nvidia would be dear, Xu said of Huawei.",
        "Europe is two years behind China. The average age in its labs is fifty-one.",
        "The reviewers need four weeks.",
    ],
)
def test_no_more_than_is_said(read: Read, text: str) -> None:
    assert len(lags(read(text))) == text.startswith("Europe")
