"""Counted things with names or quotation marks before them, ranks before a name, either of two ranks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]


def _of(read: Read, text: str) -> list[tuple[object, object, object, object]]:
    rows = [c.to_json() for c in read(text, ("quantity",))]
    return [(r["subject"], r["value_low"], r["value_high"], r["unit"]) for r in rows]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Huawei linked 512 Huawei Ascend 910B accelerators.", ("Huawei", 512, 512, "accelerator")),
        ('Meta closed 7,000 "ghost reader" accounts.', ("Meta", 7000, 7000, "account")),
        ("Norway ranks second or third in every list.", ("Norway", 2, 3, "rank")),
        ("Asia's third-largest cloud provider Alibaba hired lawyers.", ("Alibaba", 3, 3, "rank")),
        ("Google is pouring billions into Finland.", ("Google", 1e9, None, "USD")),
        ("The H100 delivers 990 TeraFLOPS.", ("H100", 9.9e14, 9.9e14, "FLOP/s")),
    ],
)
def test_what_is_counted(read: Read, text: str, told: tuple[object, ...]) -> None:
    assert told in _of(read, text)


def test_no_rank_of_what_it_belongs_to(read: Read) -> None:
    assert not [r for r in _of(read, "Tencent is the second-largest investor in Sweden.") if r[0] == "Sweden"]
