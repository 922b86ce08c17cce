"""What "it" stands for where a house and its model are both near, and whose a thing is that two names own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]

MEANT = [
    ("Baidu launched Ernie 4.5 in March. It costs $0.55 per million tokens.", "Ernie 4.5"),
    ("Baidu launched Ernie 4.5 in March. It employs 40,000 people.", "Baidu"),
    ("Huawei sells the Ascend 910C. It has 128 GB of memory.", "Ascend 910C"),
    ("Shares of Taiwan's TSMC rose 4%.", "TSMC"),
    ("Moonshot AI built Kimi K2. It hired 300 people.", "Moonshot AI"),
]


@pytest.mark.parametrize(("text", "subject"), MEANT)
def test_by_what_is_said_of_it(read: Read, text: str, subject: str) -> None:
    assert [c.subject for c in read(text) if isinstance(c, Quantity)] == [subject]
