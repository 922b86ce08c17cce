"""Descriptions by country or town: which of the names before they mean."""

from __future__ import annotations

import pytest

from theodolite.catalog import vocabulary
from theodolite.extract.words import names

MEANT = [
    ("Baidu is hiring. The Chinese company wants talent.", "Chinese company", "Baidu"),
    ("Mistral AI is hiring. This French start-up wants talent.", "French start-up", "Mistral AI"),
    ("Nvidia met Huawei. The Shenzhen-based group said little.", "Shenzhen-based group", "Huawei"),
    ("Nvidia met Huawei. The Santa Clara chipmaker said little.", "Santa Clara chipmaker", "Nvidia"),
    ("Tencent beat Baidu. The Chinese gaming giant rose.", "Chinese gaming giant", "Tencent"),
    ("Qwen3 is out. The Chinese model is cheap.", "Chinese model", "Qwen3"),
    ("SMIC grew. Rules bar the Shanghai foundry from buying.", "Shanghai foundry", "SMIC"),
    ("ASML grew. The Dutch toolmaker, which sells to TSMC, rose.", "Dutch toolmaker", "ASML"),
]


@pytest.mark.parametrize(("text", "words", "name"), MEANT)
def test_a_description_is_the_name_before_it(text: str, words: str, name: str) -> None:
    at = text.index(words)
    found = [m for m in names.find(text) if m.start == at]
    assert [(m.name, text[m.start : m.end]) for m in found] == [(name, words)]


OPEN = [
    "Baidu is hiring. A Chinese company wants talent.",
    "Nvidia is hiring. The Chinese company wants talent.",
    "Baidu is hiring. The Chinese company that left wants talent.",
    "Baidu is hiring. The Chinese company Zonglu wants talent.",
    "Qwen3 is out. Prices fell. Everybody was glad. The Chinese model is cheap.",
    "Huawei grew. Kestrel, a Shenzhen lender, shrank; and in the end, after much talk, it closed. "
    "The Shenzhen group said little.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_fits_nobody_stays_as_it_is(text: str) -> None:
    at = max(text.rfind("company"), text.rfind("model"), text.rfind("group"))
    assert not [m for m in names.find(text) if m.start <= at < m.end and m.kind in ("organisation", "model")]


def test_who_has_a_seat_is_known() -> None:
    known = vocabulary.load()
    for town, houses in known.seats.items():
        assert {known.entries[house].kind for house in houses} == {"organisation"}, town


FORMS = [
    ("Semiconductor Manufacturing International Corp rose.", "SMIC"),
    ("Taiwan Semiconductor Manufacturing Co., Ltd. rose.", "TSMC"),
    ("Alibaba Group Holding Ltd rose.", "Alibaba"),
    ("Huawei Technologies Co. is private.", "Huawei"),
]


@pytest.mark.parametrize(("text", "name"), FORMS)
def test_legal_forms_belong_to_the_name(text: str, name: str) -> None:
    (found,) = names.find(text)
    assert found.name == name
    assert text[found.end :].strip() in ("rose.", "is private.")
