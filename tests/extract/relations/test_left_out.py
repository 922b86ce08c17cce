"""Ties of which a party is left out or stood in for, and money told around its figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]
Triple = tuple[str | None, str | None, str | None]


def ties(found: list[Claim]) -> dict[Triple, float | int | None]:
    """The relations of some claims, as triples, with their amounts."""
    return {(c.subject, c.predicate, c.object): c.amount for c in found if isinstance(c, Relation)}


MONEY = [
    (
        "SoftBank borrowed again. The group has by now pledged something like $12 billion to OpenAI.",
        ("SoftBank", "funds", "OpenAI"),
        12e9,
    ),
    (
        "Larkin AI closed its round. Fenwick and Oslo Capital put in $25 million last year.",
        ("Oslo Capital", "funds", "Larkin AI"),
        25e6,
    ),
    (
        "The ministry plans a fellowship for returning researchers, for which Kenya has set aside 48 million "
        "dollars.",
        ("Kenya", "funds", "fellowship for returning researchers"),
        48e6,
    ),
    (
        "Chile has found 70 million dollars for a national cluster.",
        ("Chile", "funds", "national cluster"),
        70e6,
    ),
    (
        "In Japan, Rapidus builds a plant. The state has so far promised 1.7 trillion yen. Japan hopes.",
        ("Japan", "funds", "Rapidus"),
        1.7e12,
    ),
]


@pytest.mark.parametrize(("text", "tie", "amount"), MONEY)
def test_money_is_read_around_its_figure(read: Read, text: str, tie: Triple, amount: float) -> None:
    assert ties(read(text)).get(tie) == amount


STATED = [
    ("Larkin AI makes wafers. The technology was licensed from IBM.", ("IBM", "supplies", "Larkin AI")),
    ("Orfeo 2 is already in pilot use at Proximus and the bank KBC.", ("KBC", "uses", "Orfeo 2")),
    (
        "Larkin AI opened a lab. Through a new partnership with Nokia, it will sell to carriers.",
        ("Larkin AI", "partners_with", "Nokia"),
    ),
    (
        "Volcano Engine, the ByteDance subsidiary, hired twenty people.",
        ("Volcano Engine", "part_of", "ByteDance"),
    ),
    (
        "Alibaba reported earnings. T-Head, its semiconductor arm, grew.",
        ("T-Head", "part_of", "Alibaba"),
    ),
    (
        "Larkin AI grew slowly, in Ghent, and in 2019 Siemens bought it.",
        ("Siemens", "owns", "Larkin AI"),
    ),
    (
        "The crates held B200 chips, which cannot be exported to China.",
        ("United States", "restricts", "China"),
    ),
    ("Orfeo 2 was paid for by a pension fund.", ("pension fund", "funds", "Orfeo 2")),
    ("Silica One, with 2,100 Nvidia GH200 superchips, opened in May.", ("Silica One", "uses", "GH200")),
    ("ByteDance's Doubao runs on Nvidia chips bought before 2022.", ("Doubao", "uses", "Nvidia chips")),
    (
        "01.AI, which quit pretraining and now builds on DeepSeek, has 200 staff.",
        ("01.AI", "built_on", "DeepSeek"),
    ),
    (
        "Rosa Idris, who heads the customs department's strategic trade unit, declined to comment.",
        ("Rosa Idris", "leads", "customs department's strategic trade unit"),
    ),
    ("SenseTime has been on the Entity List since 2019.", ("United States", "restricts", "SenseTime")),
    ("The Pentagon has awarded contracts to Anthropic and xAI.", ("xAI", "supplies", "Pentagon")),
    ("OpenAI agreed to buy 6 gigawatts of AMD chips.", ("AMD", "supplies", "OpenAI")),
    (
        "Nvidia's governor, Yasir al-Rumayyan, spoke first.",
        ("Yasir al-Rumayyan", "leads", "Nvidia"),
    ),
    ("Mistral AI borrowed. Erik Thedeen, its chairman, said so.", ("Erik Thedeen", "leads", "Mistral AI")),
    ("SEB has licensed Mistral Large.", ("SEB", "uses", "Mistral Large")),
    (
        "Most Chinese banks now use DeepSeek, and ICBC has built its own model, Gongyin.",
        ("ICBC", "develops", "Gongyin"),
    ),
    ("Mistral AI closed its round. ASML now owns 11% of it.", ("ASML", "owns", "Mistral AI")),
]


@pytest.mark.parametrize(("text", "tie"), STATED)
def test_a_party_left_out_is_found(read: Read, text: str, tie: Triple) -> None:
    assert tie in ties(read(text))


NOT_STATED = [
    ("Larkin AI was built in Ghent, and in 2019 Siemens bought it.", ("Larkin AI", "owns", "Ghent")),
    (
        "The Netherlands has stopped ASML from selling its newest machines to China.",
        ("ASML", "supplies", "China"),
    ),
    ("Beijing told companies to stop buying Nvidia's H20.", ("China", "uses", "H20")),
    ("Foxconn assembles Nvidia's servers in Houston.", ("Foxconn", "develops", "Nvidia's servers")),
    ("China bans its civil servants from using ChatGPT.", ("China", "restricts", "United States")),
    ("Tesla signed a $16 billion deal with Samsung for AI6 chips.", ("Tesla", "partners_with", "AI6")),
    (
        "Meta bought 49% of Scale AI and hired its founder, Alexandr Wang.",
        ("Alexandr Wang", "founded", "Meta"),
    ),
    (
        "Washington keeps a single export control officer for Southeast Asia.",
        ("United States", "restricts", "Southeast Asia"),
    ),
    (
        "Omar Faye has built a model, Orfeo 2, with money from his fund Oslo Capital.",
        ("Oslo Capital", "develops", "Orfeo 2"),
    ),
    ("Nobody in Egypt promised 300 million dollars to Silica Park.", ("Egypt", "funds", "Silica Park")),
    (
        "Microsoft and Meta will put $390 billion into data centers in 2025.",
        ("Meta", "funds", "data centers in 2025"),
    ),
]


@pytest.mark.parametrize(("text", "tie"), NOT_STATED)
def test_who_only_stands_near_by_is_no_party(read: Read, text: str, tie: Triple) -> None:
    assert tie not in ties(read(text))
