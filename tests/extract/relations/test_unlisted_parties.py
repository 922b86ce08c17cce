"""Ties of names that nobody listed, of the house that a text is about, and of parties left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]


def ties(found: list[Claim]) -> set[tuple[str | None, str | None, str | None]]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


STATED = [
    (
        "GHENT, Belgium, 4 May 2024 - Larkin AI, the speech company owned by Groupe Morel, opened a lab.",
        ("Groupe Morel", "owns", "Larkin AI"),
    ),
    (
        "Larkin AI raised 40 million euros. The round was led by Fenwick Ventures, with participation from "
        "Oslo Capital and existing investors Bpifrance and Nvidia.",
        ("Fenwick Ventures", "funds", "Larkin AI"),
    ),
    (
        "Larkin AI raised 40 million euros. The round was led by Fenwick Ventures, with participation from "
        "Oslo Capital and existing investors Bpifrance and Nvidia.",
        ("Nvidia", "funds", "Larkin AI"),
    ),
    (
        "Larkin AI sells software for factories. Its customers include Airbus, Siemens and Thales.",
        ("Larkin AI", "supplies", "Siemens"),
    ),
    (
        "Moonshot AI declined to comment. Alibaba, a shareholder since 2024, also declined.",
        ("Alibaba", "funds", "Moonshot AI"),
    ),
    (
        "Mistral AI raised money again. ASML, the Dutch toolmaker, is its largest shareholder.",
        ("ASML", "owns", "Mistral AI"),
    ),
    (
        "Tallis, founded in 2021 by former DeepMind researchers Ilse Brandt and Omar Faye, trains models.",
        ("Omar Faye", "founded", "Tallis"),
    ),
    ("In 2014 DeepMind was sold to Google.", ("Google", "owns", "Google DeepMind")),
    (
        "AMD said it had completed the purchase of Corvid Systems, a compiler start-up in Leeds.",
        ("AMD", "owns", "Corvid Systems"),
    ),
    (
        "The government of Kenya has pledged 50 million dollars to Silica Park.",
        ("Kenya", "funds", "Silica Park"),
    ),
    ("Anthropic still pays Google for most of its compute.", ("Anthropic", "uses", "Google")),
    ("TSMC depends on coaters from Tokyo Electron.", ("TSMC", "uses", "Tokyo Electron")),
    ("Our team moved everything to Qwen2.5 last month.", ("our team", "uses", "Qwen2.5")),
    ("Volkswagen has rolled out Claude 3 to 90,000 employees.", ("Volkswagen", "uses", "Claude 3")),
    (
        "Meridia Cloud, a portfolio company of Mubadala, opened an office.",
        ("Mubadala", "owns", "Meridia Cloud"),
    ),
    (
        "Malaysia now requires permits for the export of American AI chips.",
        ("Malaysia", "restricts", "export of American AI chips"),
    ),
    (
        "Corvid Systems has entered into a five-year agreement with Mistral AI to serve German factories.",
        ("Corvid Systems", "partners_with", "Mistral AI"),
    ),
    ("xAI put Grok 5 out on Thursday.", ("xAI", "develops", "Grok 5")),
    (
        "Moonshot AI is in talks with investors including Alibaba about new money.",
        ("Alibaba", "funds", "Moonshot AI"),
    ),
    (
        "Baidu is cautious. Its newest chatbot, Ernie 5, is late.",
        ("Baidu", "develops", "Ernie 5"),
    ),
    (
        "Siemens has chosen Corvid Systems to supply its compilers.",
        ("Corvid Systems", "supplies", "Siemens"),
    ),
]


@pytest.mark.parametrize(("text", "tie"), STATED)
def test_ties_of_unlisted_and_left_out_parties(read: Read, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(text))


NOT_STATED = [
    # a dateline is nobody's partner
    (
        "HONG KONG, Jan 22 (Harbour Desk) - Moonshot AI is in talks with investors including Tencent.",
        "Tencent",
    ),
    # the one who gives is not the one who takes
    (
        "Larkin AI raised money again. The round was led by Fenwick Ventures, with money from Oslo Capital.",
        ("Oslo Capital", "funds", "Fenwick Ventures"),
    ),
    ("CloudMatrix is Huawei's answer to the NVL72.", ("NVL72", "develops", "CloudMatrix")),
    ("Bram Oort, deputy director of the Larch Institute, spoke.", ("Bram Oort", "leads", "Larch Institute")),
    ("The kernel was hard to get round, as anything from IBM to Huawei is.", ("IBM", "funds", "Huawei")),
    ("Qwen3 is small. It runs on sixteen H100s.", ("Qwen3", "built_on", "H100")),
]


@pytest.mark.parametrize(("text", "tie"), NOT_STATED)
def test_what_is_no_tie(read: Read, text: str, tie: tuple[str, str, str] | str) -> None:
    found = ties(read(text))
    if isinstance(tie, str):
        assert {subject for subject, _, _ in found} == {tie}
    else:
        assert tie not in found
