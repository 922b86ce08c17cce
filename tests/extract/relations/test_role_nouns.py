"""Role nouns, rounds of money, plain order, and restrictions told from the side of who meets them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]

STATED = [
    ("Tencent, an early backer of Moonshot AI, sold its shares.", "Tencent", "funds", "Moonshot AI"),
    ("Moonshot AI's backers include Alibaba and Tencent.", "Tencent", "funds", "Moonshot AI"),
    ("Grok is xAI's answer to ChatGPT.", "xAI", "develops", "Grok"),
    ("MacroPolo, the think tank of the Paulson Institute, counted them.", "MacroPolo", "part_of", "Paulson"),
    ("Moonshot AI grew fast. Its investors include Alibaba.", "Alibaba", "funds", "Moonshot AI"),
    ("SSI is the brainchild of Ilya Sutskever.", "Ilya Sutskever", "founded", "Safe Superintelligence"),
    (
        "Mistral AI raised money in a round led by Nvidia, with Salesforce joining.",
        "Salesforce",
        "funds",
        "Mistral",
    ),
    ("Mistral AI raised 600 million euros from Nvidia and Salesforce.", "Nvidia", "funds", "Mistral"),
    ("Nvidia snapped up Deci in April.", "Nvidia", "owns", "Deci"),
    ("Italy pulled the plug on ChatGPT over privacy worries.", "Italy", "restricts", "ChatGPT"),
    ("Sam Altman was named chief executive of OpenAI.", "Sam Altman", "leads", "OpenAI"),
    ("China told companies to stop buying the H20.", "China", "restricts", "H20"),
    (
        "U.S. export controls on China bite. Iran cannot import these chips at all.",
        "United States",
        "restricts",
        "Iran",
    ),
    ("Nvidia's chip sales to China fell.", "Nvidia", "supplies", "China"),
]
SILENT = [
    ("The company will partner with Arm and Nvidia.", "partners_with", "Arm"),
    ("Masayoshi Son, OpenAI CEO Sam Altman and others came.", "leads", "SoftBank"),
    ("Backers of open models include lawyers.", "funds", "lawyers"),
    ("Nvidia and other suppliers of chips grew.", "supplies", "Nvidia"),
    ("Deals were led by large outlays in OpenAI and Anthropic.", "funds", "OpenAI"),
]


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), STATED)
def test_ties_without_syntax(read: Read, text: str, subject: str, predicate: str, object_: str) -> None:
    found = {(c.subject, c.predicate, c.object) for c in read(text) if isinstance(c, Relation)}
    assert any(s == subject and p == predicate and object_ in (o or "") for s, p, o in found), found


@pytest.mark.parametrize(("text", "predicate", "object_"), SILENT)
def test_what_looks_alike(read: Read, text: str, predicate: str, object_: str) -> None:
    found = [c for c in read(text) if isinstance(c, Relation) and c.predicate == predicate]
    assert object_ not in {c.object for c in found}
    assert object_ not in {c.subject for c in found}
