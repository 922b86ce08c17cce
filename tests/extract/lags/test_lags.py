"""Lags: who is behind whom, by how long, in how many ways English says it, and what is no lag."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]
ASSERTED, DENIED = "asserted", "denied"

# (text, [(follower, leader, low, high, trend, polarity)]); "?" is not looked at.
LAGS = [
    (
        "Chinese labs are roughly seven months behind their American rivals, Epoch AI estimates.",
        [("Chinese labs", "United States", 7, 7, None, ASSERTED)],
    ),
    (
        "The United States is 18 months ahead of China in frontier models.",
        [("China", "United States", 18, 18, None, ASSERTED)],
    ),
    ("OpenAI has a two-year lead over everyone else.", [("?", "OpenAI", 24, 24, None, ASSERTED)]),
    (
        "Huawei's Ascend chips trail Nvidia's best by about three years.",
        [("Huawei", "Nvidia", 36, 36, None, ASSERTED)],
    ),
    (
        "China lags the U.S. by three to six months in large language models, White House adviser "
        "David Sacks said.",
        [("China", "United States", 3, 6, None, ASSERTED)],
    ),
    (
        "The gap between U.S. and Chinese AI models has shrunk to just three months.",
        [("Chinese models", "United States", 3, 3, "narrowing", ASSERTED)],
    ),
    (
        "The gap between the two countries has narrowed from two years to six months. The US and "
        "China both know it.",
        [("China", "United States", 6, 6, "narrowing", ASSERTED)],
    ),
    (
        "It took DeepSeek only four months to match OpenAI's o1.",
        [("DeepSeek", "OpenAI", 4, 4, None, ASSERTED)],
    ),
    (
        "DeepSeek matched o1 just two months after its release.",
        [("DeepSeek", "OpenAI", 2, 2, None, ASSERTED)],
    ),
    (
        "China will need at least five years to catch up with ASML in lithography.",
        [("China", "ASML", 60, None, None, ASSERTED)],
    ),
    (
        "SMIC is five years behind TSMC in leading-edge chips, Raimondo said.",
        [("SMIC", "TSMC", 60, 60, None, ASSERTED)],
    ),
    (
        "Open models lag closed ones by about a year.",
        [("open models", "closed models", 12, 12, None, ASSERTED)],
    ),
    (
        "Europe is years behind the United States and China in AI compute.",
        [
            ("Europe", "United States", 12, None, None, ASSERTED),
            ("Europe", "China", 12, None, None, ASSERTED),
        ],
    ),
    (
        "China is behind by at least a year and may be falling further behind.",
        [("China", None, 12, None, None, ASSERTED), ("China", None, None, None, "widening", ASSERTED)],
    ),
    (
        "China is rapidly closing the gap with the United States.",
        [("China", "United States", None, None, "narrowing", ASSERTED)],
    ),
    (
        "The AI gap between China and America is widening, analysts say.",
        [("China", "United States", None, None, "widening", ASSERTED)],
    ),
    (
        "Alibaba's Qwen is catching up fast with OpenAI.",
        [("Qwen", "OpenAI", None, None, "narrowing", ASSERTED)],
    ),
    (
        "I don't think China is two years behind the U.S. anymore.",
        [("China", "United States", 24, 24, None, DENIED)],
    ),
    (
        "It is a myth that Chinese models are a year behind American ones.",
        [("Chinese models", "United States", 12, 12, None, DENIED)],
    ),
    ("China is not two years behind.", [("China", None, 24, 24, None, DENIED)]),
    (
        "The claim that China trails the US by two years is simply wrong.",
        [("China", "United States", 24, 24, None, DENIED)],
    ),
    (
        "U.S. export controls have left Chinese chipmakers five years behind.",
        [("Chinese chipmakers", "United States", 60, 60, None, ASSERTED)],
    ),
    (
        "Analysts put Chinese chipmakers about five years behind TSMC.",
        [("Chinese chipmakers", "TSMC", 60, 60, None, ASSERTED)],
    ),
    (
        "America's lead over China in AI is now six to nine months, Kai-Fu Lee said.",
        [("China", "United States", 6, 9, None, ASSERTED)],
    ),
    (
        "Lee said China was six to nine months behind in large models but just three months "
        "behind in some core technologies. The US leads.",
        [("China", "United States", 6, 9, None, ASSERTED), ("China", "United States", 3, 3, None, ASSERTED)],
    ),
    (
        "The United States extended its lead over China last year.",
        [("China", "United States", None, None, "widening", ASSERTED)],
    ),
    (
        "Washington's lead is shrinking. China has noticed.",
        [("China", "United States", None, None, "narrowing", ASSERTED)],
    ),
    (
        "Chinese models are where American models were a year ago.",
        [("Chinese models", "United States models", 12, 12, None, ASSERTED)],
    ),
    (
        "Within 18 months of GPT-4's release, Chinese labs had built comparable models.",
        [("Chinese labs", "United States", None, 18, None, ASSERTED)],
    ),
    (
        "China could overtake the US within five years.",
        [("China", "United States", None, 60, None, ASSERTED)],
    ),
    (
        "China has a two-year advantage over the US in drone manufacturing.",
        [("United States", "China", 24, 24, None, ASSERTED)],
    ),
    (
        "Despite the sanctions, the lag is just three months between China and the United States.",
        [("China", "United States", 3, 3, None, ASSERTED)],
    ),
    (
        "Anthropic is about six months ahead of Google, one engineer wrote.",
        [("Google", "Anthropic", 6, 6, None, ASSERTED)],
    ),
    (
        "Britain risks falling further behind the United States.",
        [("United Kingdom", "United States", None, None, "widening", ASSERTED)],
    ),
    (
        "DeepSeek V3 is roughly on par with models from Anthropic and OpenAI from seven to ten "
        "months earlier.",
        [
            ("DeepSeek-V3", "Anthropic", 7, 10, None, ASSERTED),
            ("DeepSeek-V3", "OpenAI", 7, 10, None, ASSERTED),
        ],
    ),
    (
        "Chinese AI labs remain anywhere from nine to 12 months behind the frontier. The U.S. still leads.",
        [("Chinese AI labs", "United States", 9, 12, None, ASSERTED)],
    ),
    (
        "The performance gap between the best open and closed models was roughly one year.",
        [("open models", "closed models", 12, 12, None, ASSERTED)],
    ),
    (
        "Nvidia's head start of a decade over Huawei will be hard to erode.",
        [("Huawei", "Nvidia", 120, 120, None, ASSERTED)],
    ),
    ("Meta fell a full year behind OpenAI.", [("Meta", "OpenAI", 12, 12, None, ASSERTED)]),
    (
        "Does anyone believe Europe is only a year behind America?",
        [("Europe", "United States", 12, 12, None, DENIED)],
    ),
    (
        "The gap has barely changed: Chinese frontier models still trail American ones by some eight months.",
        [
            ("Chinese models", "United States", 8, 8, None, ASSERTED),
            ("?", "?", None, None, "steady", ASSERTED),
        ],
    ),
    (
        "On average, Chinese models have lagged US models by 7 months since 2023.",
        [("Chinese models", "United States models", 7, 7, None, ASSERTED)],
    ),
    (
        "China's AI industry is two to three years away from matching Nvidia's H100.",
        [("China", "United States", 24, 36, None, ASSERTED)],
    ),
    (
        "Chinese companies have pulled ahead of America in humanoid robots.",
        [("United States", "Chinese companies", None, None, "widening", ASSERTED)],
    ),
    (
        "China is less than a year behind, and the gap with the United States is closing.",
        [
            ("China", "United States", None, 12, None, ASSERTED),
            ("China", "United States", None, None, "narrowing", ASSERTED),
        ],
    ),
    (
        "Chinese chip tools are at least a decade behind, ASML's chief executive said.",
        [("?", "?", 120, None, None, ASSERTED)],
    ),
    (
        "It would take China 10 to 15 years to replicate ASML's EUV machines.",
        [("China", "ASML", 120, 180, None, ASSERTED)],
    ),
]

MORE = [
    ("America is losing its lead over China, said Eric Schmidt.", "China", None, None, "narrowing"),
    ("The distance between Chinese and American models has barely changed.", "China", None, None, "steady"),
    ("By some measures the Chinese are gaining on the Americans.", "China", None, None, "narrowing"),
    ("China is falling further behind Taiwan's TSMC.", "China", None, None, "widening"),
    ("Qwen3 trails GPT-5 by eight months.", "Qwen3", 8, 8, None),
    ("DeepSeek is within three months of OpenAI.", "DeepSeek", None, 3, None),
    ('China is "years behind" the United States.', "China", 12, None, None),
    ("Closed models are about 15 months ahead of open ones.", "open models", 15, 15, None),
    ("The lag between Chinese and American models fell from 20 months to four.", "China", 4, 4, "narrowing"),
    ("Within two years, China will overtake America, he predicts.", "China", None, 24, None),
    ("Our best estimate is a 7-month gap between Chinese and U.S. models.", "China", 7, 7, None),
]

NO_LAGS = [
    "The two-year gap between GPT-3 and GPT-4 was unusual.",
    "The project is two years behind schedule, and China knows it.",
    "The gap is narrow. China and the United States differ.",
    "Beijing is racing to close the gap with Washington.",
    "By some measures China does well.",
    "We are one to two generations behind.",
    "China lags behind the U.S. in AI.",
    "The gender gap in tech is closing.",
    "China is trying to catch up with the United States.",
    "OpenAI spent two years building GPT-5.",
    "He worked at Baidu for three years before joining Google.",
    "The company launched its model two years ago.",
    "Two years after ChatGPT's debut, investors are nervous about China.",
    "Huawei's founder Ren Zhengfei said its Ascend chip still lags behind the U.S. by a generation.",
    "If China were two years behind, nobody in Washington would worry.",
    "Half a year is all that separates DeepSeek from OpenAI.",
    "No Chinese model has matched GPT-4 in two years.",
    "The once-yawning gap is now measured in months, not years, for China and the US.",
]


def _lags(claims: list[Claim]) -> list[Lag]:
    return [c for c in claims if isinstance(c, Lag)]


def _same(expected: object, found: object) -> bool:
    if expected == "?" or expected == found:
        return True
    both = isinstance(expected, str) and isinstance(found, str)
    return both and str(expected).split()[0] == str(found).split()[0]


@pytest.mark.parametrize(("text", "expected"), LAGS)
def test_lags(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    found = [
        (c.follower, c.leader, c.low_months, c.high_months, c.trend, c.polarity) for c in _lags(read(text))
    ]
    assert len(found) == len(expected), found
    for one in expected:
        assert any(all(_same(a, b) for a, b in zip(one, got, strict=True)) for got in found), found


@pytest.mark.parametrize(("text", "follower", "low", "high", "trend"), MORE)
def test_more_ways_to_say_it(
    read: Read, text: str, follower: str, low: float | None, high: float | None, trend: str | None
) -> None:
    (lag,) = _lags(read(text))
    assert str(lag.follower).split()[0].replace("Chinese", "China") == follower.split()[0]
    assert (lag.low_months, lag.high_months, lag.trend) == (low, high, trend)


@pytest.mark.parametrize("text", NO_LAGS)
def test_no_lags(read: Read, text: str) -> None:
    assert _lags(read(text)) == []


def test_readings(read: Read) -> None:
    standing, record, ahead = (
        "Chinese models are a year behind American ones.",
        "It took DeepSeek four months to match o1.",
        "China will need five years to catch up with the United States.",
    )
    assert [_lags(read(t))[0].reading for t in (standing, record, ahead)] == [
        "standing",
        "record",
        "catch_up",
    ]
    assert _lags(read(record))[0].anchor == "o1"
    assert _lags(read(ahead))[0].forecast


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("China is five years behind the United States in chips.", "compute"),
        ("China is two years behind the United States in large language models.", "capability"),
        ("The talent gap between China and the United States is closing.", "talent"),
        ("SMIC is about five years behind TSMC in semiconductor manufacturing.", "compute"),
    ],
)
def test_a_lag_says_what_is_behind(read: Read, text: str, dimension: str) -> None:
    assert _lags(read(text))[0].dimension == dimension


def test_these_copies_are_resolved(read: Read) -> None:
    text = "Many Chinese models are copies of Llama. These copies are one to two years behind OpenAI."
    (lag,) = _lags(read(text))
    assert (lag.follower_side, lag.leader) == ("China", "OpenAI")
    assert (lag.low_months, lag.high_months) == (12, 24)


def test_the_gap_is_that_of_the_sentence_before(read: Read) -> None:
    text = "Europe is two years behind the United States. I think the gap will widen. China is watching."
    trend = _lags(read(text))[-1]
    assert (trend.follower, trend.leader, trend.trend, trend.forecast) == (
        "Europe",
        "United States",
        "widening",
        True,
    )


def test_where_a_gap_came_from_is_not_where_it_stands(read: Read) -> None:
    text = "China has cut its lag behind the United States from two years to six months."
    found = _lags(read(text))
    assert [(c.low_months, c.high_months) for c in found] == [(6, 6)]
