"""Who restricts and who supplies whom in Chinese: export controls, bans, sales."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese.clause_rules import ClauseRules, between
from theodolite.extract.chinese.referents import subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.ties import draft, organisations
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_CONTROL = r"出口管制|出口限制|出口禁令|管制|限制|禁令|制裁|封锁|禁运|断供|打压|遏制|围堵|禁售"
_AIMED = re.compile(
    rf"(?:对|向|针对)(?P<whom>[^，。；]{{1,16}}?)(?:的|实施|施加|采取|加强|出口|进行|升级|执行|半导体"
    rf"|先进|高端|人工智能|芯片|技术|科技|设备"
    rf"|AI)[^，。；]{{0,16}}?(?P<how>{_CONTROL})"
)
_CHIP_CONTROL = re.compile(
    rf"[^，。；]{{0,10}}?(?:芯片|半导体|GPU|算力|技术|AI)[^，。；]{{0,8}}?(?:{_CONTROL})"
    rf"|(?:政府)?[^，。；]{{0,6}}?(?:出口管制"
    rf"|出口限制|出口禁令)"
)
_BAN = re.compile(r"(?:限制|禁止|封锁|制裁|遏制|打压|阻止|禁用)了?")
_NO_EXPORT = re.compile(r"(?:不得|禁止|无法|不准|禁)(?:出口|出售|销售|输出|供应)(?:至|到|给|往)")
_SUPPLY = re.compile(
    r"(?:向|给|为)(?P<whom>[^，。；]{1,24}?)(?:供应|提供|出售|销售|交付|供货|输送"
    r"|出货)(?P<what>[^，。；]{0,30})"
)
_REFUSED = re.compile(
    r"(?:不再|停止|暂停|终止|拒绝|中止|禁止|不准|无法|不能|不得|不会|没有"
    r"|未)[^，。；向给为]{0,6}\Z"
)
_LOOSE = re.compile(r"解除|放宽|松绑|取消|放松|豁免|允许|废除")


def find(scene: Scene) -> Iterator[Draft]:
    """Every restriction and supply."""
    yield from _RULES.find(scene)
    yield from _controls(scene)


def _sides(scene: Scene, start: int, end: int) -> list[Mention]:
    return [m for m in scene.mentions_in(start, end) if m.kind in ("side", "group", "organisation")]


def _aimed(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """ "美国对华芯片出口管制"."""
    for match in _AIMED.finditer(scene.content, start, end):
        whom = _sides(scene, match.start("whom"), match.end("whom"))
        if not whom:
            continue
        who = _actor(scene, match.start(), whom[0])
        if who is not None:
            for target in whom[:3]:
                yield draft(scene, "restricts", who, target, match.span(), match.start())


def _actor(scene: Scene, at: int, whom: Mention) -> Mention | None:
    """Who restricts: the topic that is a side; the United States where China is restricted in chips."""
    found = [
        m
        for m in subjects(scene, at, ("side", "organisation"))
        if m.name != whom.name and m.side != whom.side
    ]
    if found:
        return found[0]
    clause = scene.clause_at(at)
    near = scene.content[clause.start : clause.end + 40]
    if (
        whom.side == "China"
        and re.search(r"芯片|出口|GPU|[AH]\d00|半导体", near)
        and any(m.side == "United States" for m in scene.known)
    ):
        return Mention(at, at, "United States", "side", "United States")
    return None


def _controls(scene: Scene) -> Iterator[Draft]:
    """ "美国芯片出口管制": the thing is restricted where nobody is named; of a group its side."""
    for mention in scene.mentions:
        if (
            mention.kind not in ("side", "group")
            or mention.side is None
            or (mention.kind == "group" and mention.noun != "chips")
        ):
            continue
        at = mention.start + 2 if mention.kind == "group" else mention.end
        found = _CHIP_CONTROL.match(scene.content, at)
        if not found or re.search(r"对|向|针对|等地|实施|规避|滥用|绕过|违反", found.group()):
            continue
        if re.search(r"(?:对|向|或|和|、)\s?\Z", scene.content[max(0, mention.start - 2) : mention.start]):
            continue
        if re.search(r"限制\Z", found.group()) and "出口" not in found.group():
            continue
        around = scene.content[max(0, mention.start - 4) : found.end()]
        sentence = scene.sentences[scene.sentence_at(mention.start)]
        who = Mention(mention.start, mention.start + 2, mention.side, "side", mention.side)
        hit = re.search(r"减缓(?P<whom>中国)|打击(?P<x>中国)", scene.content[sentence.start : sentence.end])
        if _LOOSE.search(around[:4]):
            continue
        whom = (
            next((m for m in _sides(scene, sentence.start, sentence.end) if m.side == "China"), None)
            if hit
            else None
        )
        yield draft(scene, "restricts", who, whom or "chips", (mention.start, found.end()), mention.start)


def _banned(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """ "中国禁止美光的产品": the named party is restricted; "不得出口至中国"."""
    for match in _NO_EXPORT.finditer(scene.content, start, end):
        whom = _sides(scene, match.end(), min(end, match.end() + 6))
        if whom and (who := _exporter(scene, match.start(), whom[0])):
            yield draft(scene, "restricts", who, whom[0], (start, whom[0].end), match.start())
    for match in _BAN.finditer(scene.content, start, end):
        if re.search(r"[被遭]\Z", scene.content[start : match.start()]):
            continue
        whom = _sides(scene, match.end(), min(end, match.end() + 20))
        if not whom:
            continue
        target = whom[0]
        named = [m for m in whom if m.kind == "organisation"]
        target = named[0] if named else target
        own = _object_of(target)
        who = _actor(scene, match.start(), own)
        if who is not None:
            yield draft(scene, "restricts", who, own, (match.start(), target.end), match.start())


def _object_of(target: Mention) -> Mention:
    """China for its chips: a thing of a side stands for the side."""
    if target.kind == "group" and target.noun in ("chips", "models") and target.side:
        return Mention(target.start, target.end, target.side, "side", target.side)
    return target


def _exporter(scene: Scene, at: int, whom: Mention) -> Mention | None:
    if whom.side == "China":
        return Mention(at, at, "United States", "side", "United States")
    return _actor(scene, at, whom)


def _supplied(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """ "A向B供应C"; services and explanations to a public are no supply."""
    for match in _SUPPLY.finditer(scene.content, start, end):
        if _REFUSED.search(scene.content[max(start, match.start() - 14) : match.start()]):
            continue
        whom = _sides(scene, match.start("whom"), match.end("whom"))
        what = scene.mentions_in(match.start("what"), match.end("what"))
        goods = re.search(r"芯片|GPU|模型|算力|设备|技术|硬件|晶片|产品", match["what"]) or any(
            m.kind == "model" for m in what
        )
        if not whom or not goods:
            continue
        suppliers = [
            m
            for m in subjects(scene, match.start(), ("organisation", "unknown", "side"))
            if m.name != whom[0].name
        ]
        named = organisations(scene, list(scene.mentions_in(max(start, match.start() - 20), match.start())))
        for supplier in named[-1:] or suppliers[:1]:
            if supplier.name != whom[0].name:
                yield draft(scene, "supplies", supplier, whom[0], match.span(), match.start())


_RULES = ClauseRules[Draft](
    between(_aimed, _AIMED),
    between(_banned, _NO_EXPORT, _BAN),
    between(_supplied, _SUPPLY),
)
