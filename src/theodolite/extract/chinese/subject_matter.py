"""Which model or product a Chinese text is about: what its head introduces and its rest rates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from theodolite.catalog import vocabulary
from theodolite.extract.chinese import things
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_HEAD = 220  # characters from the start in which a text says what it is about
_MADE = re.compile(
    r"(?:发布|推出|上线|开源|开放|预告|公布|更新|升级|测试|内测|亮相|带来|首发|打造|研发|开发|训练|公开|曝光|面世|放出|研制|打造)"
    r"(?!会)(?P<what>[^，。；：！？\n]{0,40})\Z"
)
_BESIDE = re.compile(
    r"(?:基于|采用|使用|集成|接入|支持|兼容|搭载|超越|超过|优于|媲美|比肩|对标|接近|逼近|与|和|比|较|相比|为|在|向|从|通过|由|以|用|由|专为|面向|含|包括)"
    r"[^，。；：]{0,12}\Z"
)


def main_thing(content: str, mentions: Sequence[Mention]) -> Mention | None:
    """What the title or the first sentence says is released, shown or tested, where the text comes back to
    it; the one named most."""
    counts: dict[str, int] = {}
    scores: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for mention in mentions[:400]:
        if not things.is_thing(content, mention):
            continue
        counts[mention.name] = counts.get(mention.name, 0) + 1
        if mention.start > _HEAD:
            continue
        first.setdefault(mention.name, mention)
        before = content[max(0, mention.start - 48) : mention.start]
        made = _MADE.search(before)
        if made and not _BESIDE.search(made["what"]):
            scores[mention.name] = scores.get(mention.name, 0) + 3
        elif mention.start < 4 and (out := _OUT.match(content, mention.end)):
            line = content.find("\n", out.end())
            if out["verb"] != "上线" and any(out.end() <= m.start < line for m in mentions[:12]):
                continue  # "A发布B" is about B
            scores[mention.name] = scores.get(mention.name, 0) + 4
    fit = [n for n in scores if scores[n] > 2 and (counts[n] > 1 or scores[n] > 3)]
    if not fit:
        return None
    fit = [n for n in fit if not any(o != n and o.startswith(n) for o in fit)]
    shown = [n for n in fit if first[n].start < 4]  # what the title opens with comes out, not where
    fit = shown or fit
    return first[max(fit, key=lambda n: (counts[n] + scores[n], -first[n].start))]


_OUT = re.compile(r"[^，。；\n]{0,12}?(?P<verb>发布|上线|开源|亮相|推出|更新|登场|面世|公布|升级|开放)")
_REACH = 900
_OPENS = re.compile(r"(?:\A|[。！？\n；，：”])\s?(?:而|但|目前|此外|同时|今年的?|新的?)?\s?[“《]?\Z")


_NOUN = re.compile(r"模型|芯片|机器人|加速卡|处理器|智能体")


def _is_such(content: str, main: Mention, words: str) -> bool:
    """Whether a thing is what a word for it says: "该芯片" is no model."""
    noun = _NOUN.search(words)
    if noun is None or (noun.group() == "模型" and main.kind == "model"):
        return True
    return noun.group() in content[max(0, main.start - 24) : main.end + 24]


def meant(content: str, main: Mention | None, at: int, near: Mention | None) -> Mention | None:
    """What "该模型" is at a place: what a sentence since has introduced, else what the text is about, else
    the one named last."""
    if main is None or main.start >= at or at - main.start > _REACH:
        return near
    if not _is_such(content, main, content[at : at + 12]):
        return near
    if near is None or near.name == main.name:
        return main
    before = content[max(0, near.start - 48) : near.start]
    made = _MADE.search(before)
    clause = re.split(r"[，。；！？\n]", before)[-1]
    if content[main.start : main.end] in clause:
        return main  # "A已上线B": of A
    opens = _OPENS.search(before)
    return near if opens or (made and not _BESIDE.search(made["what"])) else main


_RATED = re.compile(
    r"性能|表现(?!出)|得分|分数|准确率|精度|成绩|基准|评测|盲测|跑分|参数|上下文|延迟|时延|吞吐|推理速度|生成速度|[Tt]oken|榜|能力(?!建设)|效果|画质|智能水平"
    r"|媲美|超越|优于|逼近|比肩|前代|上一代|上代|同级|同类"
)
_FIRM = re.compile(
    r"营收|收入|估值|融资|股价|市值|投资|员工|用户|人才|团队|公司|企业|算力|数据中心|电力|战略|市场|高管|业务"
)


_OWN_TO_A_THING = re.compile(
    r"性能|功能|表现(?!出)|得分|分数|准确率|精度|参数|上下文|延迟|推理|生成|能力(?!建设)|效果|画质|成本|价格|定价|速度|训练"
)


def is_rated(wording: str) -> bool:
    """Whether words speak of what a model or product has: "其性能"."""
    return _OWN_TO_A_THING.search(wording) is not None


def _is_chip(mention: Mention) -> bool:
    entry = vocabulary.load().entries.get(mention.name)
    return entry is not None and entry.what == "chip"


def rated(scene: Scene, found: list[Mention], start: int, end: int) -> list[Mention]:
    """Of a clause that names nobody and says how well something does: the text's model, not its maker."""
    if not found or found[0].kind == "person":
        return found
    main = scene.main_thing
    if main is None or not 0 < start - main.start < _REACH:
        return found
    if things.is_thing(scene.content, found[0]) and not _is_chip(found[0]):
        return found
    clause = scene.content[start:end]
    return [main] if _RATED.search(clause) and not _FIRM.search(clause) else found
