"""Quantities: whose figure, how much, in what unit; and the figures that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]

# (text, [(subject, low, high, unit)]); "?" is not looked at.
QUANTITIES = [
    (
        "Anthropic raised $13 billion at a valuation of $183 billion in September 2025.",
        [
            ("Anthropic", 13000000000.0, 13000000000.0, "USD"),
            ("Anthropic", 183000000000.0, 183000000000.0, "USD"),
        ],
    ),
    (
        "China filed more than 38,000 generative AI patents between 2014 and 2023, compared with "
        "6,276 from the United States.",
        [("China", 38000, None, "patent"), ("United States", 6276, 6276, "patent")],
    ),
    (
        "DeepSeek's V3 model has 671 billion parameters, of which 37 billion are active for each token.",
        [
            ("DeepSeek-V3", 671000000000.0, 671000000000.0, "parameter"),
            ("DeepSeek-V3", 37000000000.0, 37000000000.0, "parameter"),
        ],
    ),
    (
        "DeepSeek said it trained the model on 2,048 H800 GPUs for $5.6 million.",
        [("DeepSeek", 2048, 2048, "GPU"), ("DeepSeek", 5600000.0, 5600000.0, "USD")],
    ),
    ("ChatGPT has 800 million weekly active users.", [("ChatGPT", 800000000.0, 800000000.0, "user")]),
    (
        "Nvidia's revenue rose 56% to $46.7 billion in the second quarter of 2025.",
        [("Nvidia", 56, 56, "percent"), ("Nvidia", 46700000000.0, 46700000000.0, "USD")],
    ),
    ("Half of the world's top AI researchers come from China.", [("China", 50, 50, "percent")]),
    (
        "One in three companies already uses generative AI, according to McKinsey.",
        [("companies", 33.3, 33.3, "percent")],
    ),
    (
        "In 2024, U.S. private AI investment grew to $109.1 billion, nearly 12 times China's $9.3 billion.",
        [
            ("United States", 109100000000.0, 109100000000.0, "USD"),
            ("China", 9300000000.0, 9300000000.0, "USD"),
        ],
    ),
    (
        "U.S.-based institutions produced 40 notable AI models in 2024, compared with China's 15 "
        "and Europe's three.",
        [("United States", 40, 40, "model"), ("China", 15, 15, "model"), ("Europe", 3, 3, "model")],
    ),
    (
        "China ranked second globally with 15 notable models.",
        [("China", 2, 2, "rank"), ("China", 15, 15, "model")],
    ),
    (
        "Huawei plans to make 600,000 Ascend 910C chips next year, about double this year's total.",
        [("Huawei", 600000, 600000, "chip")],
    ),
    (
        "Microsoft will spend up to $80 billion on data centers in fiscal 2025.",
        [("Microsoft", None, 80000000000.0, "USD")],
    ),
    (
        "Alibaba pledged 380 billion yuan ($53 billion) over three years for cloud and AI infrastructure.",
        [
            ("Alibaba", 380000000000.0, 380000000000.0, "CNY"),
            ("Alibaba", 53000000000.0, 53000000000.0, "USD"),
        ],
    ),
    (
        "Training GPT-4 cost more than $100 million, Sam Altman has said.",
        [("GPT-4", 100000000.0, None, "USD")],
    ),
    ("The facility will draw 1.2 gigawatts of power by 2026.", [("?", 1200000000.0, 1200000000.0, "W")]),
    ("Grok 3 was trained on 100,000 Nvidia H100 chips.", [("Grok 3", 100000, 100000, "chip")]),
    (
        "Claude 3.5 Sonnet scored 64% on the benchmark, against 38% for its predecessor.",
        [("Claude 3.5 Sonnet", 64, 64, "percent"), ("?", 38, 38, "percent")],
    ),
    (
        "Chinese models accounted for 17% of downloads on Hugging Face, overtaking the U.S. share of 15.8%.",
        [("Chinese models", 17, 17, "percent"), ("?", 15.8, 15.8, "percent")],
    ),
    (
        "About 70 percent of Chinese AI researchers stay in the country, up from 58 percent in 2019.",
        [("Chinese researchers", 70, 70, "percent"), ("?", 58, 58, "percent")],
    ),
    ("Nvidia controls between 80% and 95% of the market for AI chips.", [("Nvidia", 80, 95, "percent")]),
    (
        "The share of firms using AI jumped from 55% in 2023 to 78% in 2024.",
        [("?", 55, 55, "percent"), ("?", 78, 78, "percent")],
    ),
    ("The startup employs fewer than 200 people.", [("?", None, 200, "people")]),
    ("Tens of thousands of GPUs sit idle across China.", [("China", 10000, None, "GPU")]),
    ("The price fell to $0.14 per million input tokens.", [("?", 0.14, 0.14, "USD")]),
    ("It supports a context window of 128,000 tokens.", [("?", 128000, 128000, "token")]),
    (
        "Sales slumped 12 per cent year on year to €3.2bn.",
        [("?", 12, 12, "percent"), ("?", 3200000000.0, 3200000000.0, "EUR")],
    ),
    (
        "The United States hosts 5,427 data centers, more than ten times as many as any other country.",
        [("United States", 5427, 5427, "data center")],
    ),
    (
        "Beijing's third state chip fund raised 344 billion yuan.",
        [("China", 344000000000.0, 344000000000.0, "CNY")],
    ),
    ("Only 6 of the top 50 models were Chinese.", [("?", 6, 6, "model")]),
    ("Compute used to train frontier models doubles every five months.", [("?", 5, 5, "month")]),
    (
        "At least 20 Chinese companies have released models with more than 10 billion parameters.",
        [("Chinese companies", 20, None, "company"), ("Chinese companies", 10000000000.0, None, "parameter")],
    ),
    (
        "China's core AI industry exceeded 700 billion yuan in 2024, growing more than 20% "
        "annually for several years.",
        [("China", 700000000000.0, None, "CNY"), ("China", 20, None, "percent")],
    ),
    (
        "Meta will have 1.3 million GPUs by the end of the year, Zuckerberg said.",
        [("Meta", 1300000.0, 1300000.0, "GPU")],
    ),
    ("More than 4,500 AI firms operate in China.", [("China", 4500, None, "firm")]),
    (
        "The model was trained on 14.8 trillion tokens with 2.8 million GPU hours.",
        [("?", 14800000000000.0, 14800000000000.0, "token"), ("?", 2800000.0, 2800000.0, "hour")],
    ),
    ("The stock rose 60 times in a year.", [("?", 60, 60, "times")]),
    ("A 70-billion-parameter model runs on it.", [("?", 70000000000.0, 70000000000.0, "parameter")]),
    (
        "Investment fell by a third to $2 billion across 68 deals.",
        [("?", 2000000000.0, 2000000000.0, "USD"), ("?", 68, 68, "deal")],
    ),
    (
        "OpenAI's o3 got 25.2% on FrontierMath; no other model tops 2%.",
        [("o3", 25.2, 25.2, "percent"), ("?", None, 2, "percent")],
    ),
]

NO_QUANTITIES = [
    "GPT-5 was released on August 7, 2025, and Llama 4 in April.",
    "The two countries signed three agreements in 2023.",
    "There are three reasons for this and five misconceptions.",
    "If a model needs 90% accuracy and you only have 50%, you cannot ship it.",
    "Suppose 30% of jobs vanish.",
    "See page 14 and Figure 3 for details; call +1 415 555 0100.",
    "1. China is catching up\n2. Chips matter",
    "The 40-year-old founder runs Moonshot AI.",
    "H100s are 2x faster than A100s, and the model is three times cheaper.",
    "DeepSeek-V3 costs one-tenth as much as GPT-4.",
    "Spending doubled and profits tripled.",
    "She was one of the two winners in 2016.",
    "SMIC makes 7nm chips with 5G support on Windows 11.",
]


def _quantities(claims: list[Claim]) -> list[Quantity]:
    return [c for c in claims if isinstance(c, Quantity)]


def _same(expected: object, found: object) -> bool:
    if expected == "?" or expected == found:
        return True
    if isinstance(expected, str) and isinstance(found, str):
        return expected.lower() in found.lower() or found.lower() in expected.lower()
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return abs(expected - found) <= 1e-6 * abs(expected)
    return False


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantities(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    claims = _quantities(read(text, published="2025-12-01"))
    found = [(c.subject, c.value_low, c.value_high, c.unit) for c in claims]
    assert len(found) == len(expected), found
    for one in expected:
        assert any(all(_same(a, b) for a, b in zip(one, got, strict=True)) for got in found), found


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_no_quantities(read: Read, text: str) -> None:
    assert _quantities(read(text)) == []


def test_periods_belong_to_their_clause(read: Read) -> None:
    text = "China drew $2 billion in 68 deals, down from 2022's $5.5 billion in 377 deals."
    found = {c.value_low: c.period for c in _quantities(read(text))}
    assert found == {2000000000: None, 68: None, 5500000000: "2022", 377: "2022"}


def test_a_period_that_opens_the_sentence_holds_for_all_of_it(read: Read) -> None:
    text = "In 2024, Meta spent $38 billion, while Google spent $52 billion."
    assert [c.period for c in _quantities(read(text))] == ["2024", "2024"]


def test_sample_and_share(read: Read) -> None:
    text = (
        "Out of 1,400 executives surveyed, 60 percent are waiting, while only 6 percent of "
        "companies have trained staff."
    )
    found = _quantities(read(text))
    assert [(c.value_low, c.sample) for c in found] == [(60, "1,400 executives"), (6, "1,400 executives")]
    assert found[1].of == "companies"


def test_statistics(read: Read) -> None:
    cases = {
        "China's share of patents is 61 percent.": "share",
        "Nvidia's revenue rose 56 percent.": "change",
        "China ranked second in research.": "rank",
        "China filed 38,000 patents between 2014 and 2023.": "cumulative",
        "The United States hosts 5,427 data centers.": "stock",
    }
    assert {t: _quantities(read(t))[0].statistic for t in cases} == cases


def test_yen_and_yuan_share_a_sign(read: Read) -> None:
    assert _quantities(read("China's fund raised ¥300 billion."))[0].unit == "CNY"
    assert _quantities(read("Japan's fund raised ¥300 billion."))[0].unit == "JPY"


def test_what_something_is_compared_with_is_as_much_as_it_says(read: Read) -> None:
    found = _quantities(read("Tencent spent 13 billion yuan, less than the 19 billion yuan of the spring."))
    assert [(c.value_low, c.value_high) for c in found] == [(13e9, 13e9), (19e9, 19e9)]


def test_the_whole_may_open_the_sentence(read: Read) -> None:
    found = _quantities(read("Of all patents filed in 2024, 58% came from China."))
    assert [(c.value_low, c.of) for c in found] == [(58, "patents filed in 2024")]


def test_a_base_is_of_the_figure_s_own_clause(read: Read) -> None:
    found = _quantities(
        read("The margin was 30 percent. Sales saw an increase of 88 percent over the prior year.")
    )
    assert [c.base for c in found] == [None, "the prior year"]
    found = _quantities(read("Nvidia made $30 billion, and its staff work harder than the founders do."))
    assert [c.base for c in found] == [None]


def test_tokens_per_second_are_no_tonnes(read: Read) -> None:
    found = _quantities(read("DeepSeek's model makes tokens at 120 t/s on one card."))
    assert [(c.value_low, c.unit) for c in found] == [(120, "token/s")]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("DeepSeek was last valued at $150 million.", "valuation"),
        ("A sale would value the maker of the Kimi chatbot at about $6.2 billion.", "valuation"),
        ("Kiln closed a $40 million Series B financing in Germany.", "Series B financing"),
        ("SoftBank put three billion dollars into OpenAI.", "investment"),
        ("xAI burns $1 billion a month.", "cash burned"),
        ("DeepSeek was sold in 2014 for $400 million.", "price"),
        ("DeepSeek's model scored 74.9 on SWE-bench Verified.", "score on SWE-bench Verified"),
        ("The campus in Norway is to be 500 megawatts.", "campus in Norway"),
        ("Baidu employs 640 people.", "employees"),
        ("Qwen has been downloaded more than 900,000 times.", "downloads"),
    ],
)
def test_metrics(read: Read, text: str, metric: str) -> None:
    assert [c.metric for c in _quantities(read(text))] == [metric]


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("China released 44 models in 2025.", "flow"),
        ("China has released 44 models.", "cumulative"),
        ("China cut the budget of its national science foundation for research by about 20%.", "change"),
        ("The share of worried people in Norway went up nine points since 2023.", "change"),
    ],
)
def test_what_was_done_adds_up_or_is_of_a_time(read: Read, text: str, statistic: str) -> None:
    assert [c.statistic for c in _quantities(read(text))] == [statistic]
