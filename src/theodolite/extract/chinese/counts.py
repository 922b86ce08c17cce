"""Counts in Chinese that figures alone do not show: "seven in ten", a few people or rounds behind a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.chinese import dimensions, numerals
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.referents import slot, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft

_N = r"[一二两三四五六七八九十百\d]{1,4}"
_ONE = r"(?:家|个|人|位|名|台|次|篇|款|所|成)"
_IN = re.compile(
    rf"(?:(?:每|平均每)(?P<a>{_N}){_ONE}[\u4e00-\u9fff]{{0,6}}?[，,]?(?:中|里|当中|里面)?(?:就"
    rf"|便)?(?:有|会有)(?P<b>{_N}){_ONE}"
    rf"|(?P<a2>{_N}){_ONE}[\u4e00-\u9fff]{{0,4}}?(?:里头?|中|当中|里面)[，,]?(?:就|便|只|大约|差不多"
    rf"|至少)*有(?P<b2>{_N}){_ONE})"
)
_DONE = re.compile(
    r"(?:(?P<verb>[\u4e00-\u9fff])(?:了|着|过)|完成|运营|拥有|共有|建有|建成|设有|经历|先后|接连"
    r"|连续|一共|总共)(?:整整|足足|大约|差不多|近|约|至少|快)?\s?\Z"
)
_PEOPLE = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:律师|工程师|教授|博士|学生|同事|研究员|员工|专家|老师"
    r"|程序员|科学家|顾问|人)"
)
_NOUNS = {
    "轮融资": "round",
    "轮投资": "round",
    "轮谈判": "round",
    "轮裁员": "round",
    "轮": "round",
    "次": "time",
}
_LEAVES = frozenset("走来招去裁挖辞调派请聘带留")


def ratios(scene: Scene) -> Iterator[Draft]:
    """ "十家里有七家", "每三家就有一家": a share in percent; its figures are used up."""
    for match in _IN.finditer(scene.content):
        group = ("a", "b") if match["a"] else ("a2", "b2")
        whole, part = (_value(match[g]) for g in group)
        if not whole or not part or part > whole or whole > 1000:
            continue
        for figure in scene.figures_in(match.start(), match.end() + 1):
            scene.take(figure.start, figure.end)
        share = round(part / whole * 100, 1)
        number = scene.sentence_at(match.start())
        clause = scene.clause_at(match.start())
        owners = [m for m in subjects(scene, match.start()) if m.start >= scene.sentences[number].start]
        slots: dict[str, Any] = {
            **slot(scene, "subject", owners[0] if owners else None),
            "metric": "share",
            "value_low": share,
            "value_high": share,
            "unit": "percent",
            "period": None,
            "statistic": "share",
            "of": None,
        }
        near = scene.content[clause.start : max(clause.end, match.end())]
        override: dict[str, Any] = {"dimension": dimensions.of(near, default="adoption")}
        yield Draft("quantity", match.start(), match.end(), match.start(), number, slots, override)


def _value(word: str) -> float | None:
    return float(word) if word.isdigit() else numerals.number_of(word)


def small(scene: Scene, figure: Figure, before: str) -> str | None:
    """The unit of a small count behind a verb that is done ("请了十二个律师", "改了四次"); else None."""
    low = figure.low or 0
    if (
        not 2 <= low <= 99
        or figure.kind != "count"
        or figure.classifier not in ("个", "位", "名", "轮", "次")
    ):
        return None
    done = _DONE.search(before)
    if done is None:
        return None
    after = scene.content[figure.end : figure.end + 8]
    if figure.classifier in ("轮", "次"):
        return "round" if figure.classifier == "轮" else "time"
    if _PEOPLE.match(after):
        return "people"
    ends = re.match(r"[，。；！]|\Z", after)
    if figure.classifier in ("位", "名") or (ends and done["verb"] in _LEAVES):
        return "people"
    return None


_GIVEN = re.compile(
    r"(?:给|投|拨|批|砸|花|融|募|赚|亏|拿|罚|奖|出|捐|借|付)(?:到|出)?了?(?:整整|约"
    r"|大约|近|将近|至少|超过)?\s?\Z"
)


def is_sum(before: str, after: str) -> bool:
    """Whether a bare million or more is money: what is given, spent or raised, with nothing counted."""
    return _GIVEN.search(before) is not None and re.match(r"[，。；！]|\Z", after) is not None


_BARE_POWER = re.compile(r"(?:[百千万]?亿|[百千]万|千亿|万亿)(?:级|参数|规模)?")


def is_size_class(scene: Scene, figure: Figure, before: str) -> bool:
    """ "一个千亿参数的模型", "一度电": a kind of thing, not a figure."""
    written = scene.content[figure.start : figure.end]
    if _BARE_POWER.match(written) and re.search(r"(?:一个|一款|个|款|这种|这类|某个)\s?\Z", before):
        return True
    return written.startswith("一度")
