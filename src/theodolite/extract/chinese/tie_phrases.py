"""Ties in Chinese by turns of phrase: what one runs on, who stands behind whom, who bans what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from theodolite.extract.chinese import tie_frames, tie_verbs, tries
from theodolite.extract.chinese.clause_rules import ClauseRules
from theodolite.extract.chinese.referents import (
    is_organisation,
    is_thing,
    main_organisation,
    own_firm,
    subjects,
)
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import draft, listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_WHAT_IT_USES = re.compile(
    r"(?:用|跑|使|装|搭载|依靠|靠|仰仗|采购|买|租)的(?:还|都|仍|也|主要|大多|全|多半|一直|基本|依然"
    r"|仍然|其实|正|就)*是(?P<what>[^，。；]{1,26})"
)
_WITH_IT = re.compile(
    r"(?:用|拿|借助|依托|靠|凭)(?P<what>[^，。；用拿]{2,22}?)(?:来|去|上|集群)*(?:完成了?|进行了?)?"
    r"(?:预训练|训练|微调|训|跑|推理|部署|开发|打造|加速|做推理|做训练|搭建|支撑|写代码|编程|处理"
    r"|办公|做客服)"
)
_BEHIND = re.compile(
    r"(?P<who>[^，。；]{1,14}?)(?:的)?(?:背后|身后|后面)(?:还)?(?:站着|有着?|是|则是)(?P<by>[^，。；]{1,20})"
)
_AT_ITS_BACK = re.compile(
    r"(?:在)(?:[^，。；]{0,8}?)(?:背后|后面|身后)(?:站着|撑腰|撑着|支持|托底"
    r"|兜底|输血)"
)
_SHOULDERS = re.compile(r"站在(?P<base>[^，。；]{2,20}?)(?:的)?(?:架构|模型|技术|基础|代码)?(?:的)?肩膀上")
_OUT_OF = re.compile(
    r"(?:从|由)(?P<base>[^，。；从由]{2,22}?)(?:直接|一步步)?(?:微调|蒸馏|蒸|改造|改|继承|衍生|演化"
    r"|派生|迁移|裁剪|剪枝)(?:而|过|出)?(?:来|出来)"
)
_WORKED_AT = re.compile(
    r"(?<!现)在(?P<org>[^，。；在]{2,16}?)(?:待|工作|任职|供职|就职|上班|做研究|做博士后|做实习|实习"
    r"|干)(?:了|过|多年)"
)
_JOINTLY = re.compile(
    r"由(?P<who>[^，。；由]{2,50}?)(?:共同|联合|携手|一起|合资|合作)(?:营运|运营|开发|研发|研制|建设"
    r"|建立|建造|打造|设立|成立|推出|发布|出资|创办|管理|承担|训练|主办|发起)"
)
_TIGHTENS = re.compile(
    r"(?:收紧|加强|升级|扩大|强化|加码|拧紧|再次收紧"
    r"|进一步收紧)了?(?:对[^，。；]{1,8}的?)?(?:[^，。；的]{0,10}?)"
    r"(?:出口许可|出口管制|出口限制|许可证?|出口管控|管制|禁令|技术封锁|芯片禁令)"
)
_BANNED_SO = re.compile(
    r"(?:一纸|一道|一条|出台|下达|发布|颁布|祭出|的|新)?(?:禁令|禁售令|封杀令|新规"
    r"|限令)[，,：:]?(?P<what>[^。；！？]{0,24}?)"
    r"(?:就|便)?(?:不能|不得|不准|无法|不许|没法)(?:再)?(?:卖|出口|进口|买|用|销售|出售|使用)"
)
_CURBS = re.compile(
    r"(?:政府|方面)?(?:的|对我们的?|对华的?|对中国的?|再次|继续|一再|持续)?(?:芯片|技术"
    r"|出口)?(?:管制|断供|封锁|制裁|打压|围堵|遏制|禁令|禁运)(?!措施?升级)"
)
_MOST_USED = re.compile(
    r"(?:用|买|采购|部署|装|跑|租)得最多的(?:还|仍|依然|一直"
    r"|当然)?是(?P<a>[^，。；]{2,16})(?:[，,]其次(?:是|为)(?P<b>[^，。；]{2,16}))?"
    r"(?:[，,](?:还有|再次是|然后是|以及|再就是)(?:一部分|少量|一些|一点)?(?P<c>[^，。；]{2,16}))?"
)
_BASE_IS = re.compile(
    r"(?:的)?(?:底座|基座|底子|基础模型|内核|骨干|底层)(?:模型|架构)?(?:用的)?(?:是|为|来自|还是"
    r"|依然是|仍是|就是)(?P<base>[^，。；]{2,20})"
)
_ADDS_ORDERS = re.compile(r"(?:也|都|均|还)?(?:有|在|继续|纷纷)?(?:加|追加)(?:了)?(?:订)?单")
_ENGAGED = re.compile(
    r"(?:从事|专注于?|主攻|主营|深耕|专攻)(?P<what>[^，。；]{2,14}?)(?:的)?(?:研发"
    r"|研制|开发|生产|制造|设计)(?:与[^，。；]{2,6})?的"
)
_MADE = ("model", "organisation", "unknown")
_THING = re.compile(tries.pattern(tie_verbs.THINGS))


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie that such a phrase states."""
    return _RULES.find(scene)


def _who(scene: Scene, predicate: str, at: int) -> list[Mention]:
    found = tie_frames.actors(scene, predicate, at)
    first = scene.sentences[scene.sentence_at(at)].start
    far = found and found[0].end < first and len({m.name for m in found}) > 1
    return [] if far else found[:2]


def _uses(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "我们用的还是A800", "A用B训练": A uses B; what is its own product it makes."""
    for pattern in (_WHAT_IT_USES, _WITH_IT):
        for match in pattern.finditer(scene.content, clause.start, clause.end):
            before = scene.content[max(clause.start, match.start() - 6) : match.start()]
            if tie_frames.NEVER.search(before):
                continue
            named = [m for m in scene.mentions_in(*match.span("what")) if is_thing(scene, m)]
            if not named or (pattern is _WITH_IT and named[-1].end < match.end("what") - 8):
                continue
            for actor in _who(scene, "uses", match.start()):
                for thing in listed(scene, named[0], match.end("what"))[:4]:
                    if not is_thing(scene, thing) or actor.name == thing.name:
                        continue
                    predicate = "develops" if thing.maker == actor.name else "uses"
                    yield draft(scene, predicate, actor, thing, match.span(), match.start())


def _backed(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A背后站着B", "B在后面站着": B funds A."""
    for match in _BEHIND.finditer(scene.content, clause.start, clause.end):
        firms = [m for m in scene.mentions_in(*match.span("who")) if is_organisation(scene, m)]
        backers = [m for m in scene.mentions_in(*match.span("by")) if is_organisation(scene, m)]
        if firms and backers and backers[0].start - match.start("by") <= 3:
            for backer in listed(scene, backers[0], match.end("by"))[:4]:
                if backer.name != firms[-1].name and is_organisation(scene, backer):
                    yield draft(scene, "funds", backer, firms[-1], match.span(), match.start())
    for match in _AT_ITS_BACK.finditer(scene.content, clause.start, clause.end):
        own = [m for m in scene.mentions_in(clause.start, match.start()) if is_organisation(scene, m)]
        inside = [m for m in scene.mentions_in(match.start(), match.end()) if is_organisation(scene, m)]
        if not own or own[-1].end < match.start() - 1:
            continue
        inside = inside or [m for m in subjects(scene, max(0, clause.start - 2)) if is_organisation(scene, m)]
        for firm in inside[-1:]:
            if firm.name != own[-1].name:
                yield draft(scene, "funds", own[-1], firm, match.span(), match.start())


def _built(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "站在B的肩膀上", "从B微调来的"."""
    for pattern in (_SHOULDERS, _OUT_OF):
        for match in pattern.finditer(scene.content, clause.start, clause.end):
            bases = [
                m
                for m in scene.mentions_in(*match.span("base"))
                if m.kind in ("model", "organisation", "unknown")
            ]
            own = [
                m
                for m in subjects(scene, match.start(), ("model", "unknown", "organisation"))
                if m.end <= match.start()
            ]
            for subject in own[:1]:
                for base in bases[-1:]:
                    if base.name != subject.name:
                        yield draft(scene, "built_on", subject, base, match.span(), match.start())


def _worked(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "我在A待了九年": who speaks, or the person named, belonged to A."""
    for match in _WORKED_AT.finditer(scene.content, clause.start, clause.end):
        firms = [
            m
            for m in scene.mentions_in(*match.span("org"))
            if is_organisation(scene, m) and m.kind != "group"
        ]
        if not firms or firms[0].start > match.start("org") + 1:
            continue
        before = scene.content[clause.start : match.start()]
        people = [m for m in scene.mentions_in(clause.start, match.start()) if m.kind == "person"]
        voice = scene.voices.at(match.start(), match.end())
        if not people and re.search(r"我(?!们|国|方)", before) and voice.speaker:
            people = [Mention(match.start(), match.start(), voice.speaker, "person", voice.side)]
        people = people or [m for m in subjects(scene, match.start(), ("person",)) if m.kind == "person"]
        for person in people[-1:]:
            yield draft(scene, "part_of", person, firms[0], match.span(), match.start())


def _jointly(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "由A与B共同运营": they are partners."""
    for match in _JOINTLY.finditer(scene.content, clause.start, clause.end):
        named = [
            m for m in scene.mentions_in(*match.span("who")) if m.kind in ("organisation", "unknown", "side")
        ]
        named = [m for m in named if is_organisation(scene, m)] or named
        if len(named) >= 2 and named[0].start <= match.start("who") + 4:
            for other in named[1:4]:
                if other.name != named[0].name:
                    yield draft(scene, "partners_with", named[0], other, match.span(), match.start())


def _restricts(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "美国收紧出口许可", "一纸禁令，H20不能卖了"."""
    content = scene.content
    sentence = scene.sentences[scene.sentence_at(clause.start)]
    for match in _TIGHTENS.finditer(content, clause.start, clause.end):
        who = [
            m
            for m in subjects(scene, match.start(), ("side",))
            if m.kind == "side" and m.end <= match.start()
        ]
        others = [
            m for m in scene.mentions_in(sentence.start, sentence.end)
            if m.kind in ("side", "group") and who and m.side and m.side != who[0].side
        ]  # fmt: skip
        if not who or who[0].start < sentence.start:
            continue
        target = others[0] if others else None
        if target is None and who[0].name == "United States" and scene.home == "China":
            target = Mention(match.start(), match.start(), "China", "side", "China")
        if target is not None:
            target = replace(target, name=str(target.side), kind="side")
            yield _asserted(draft(scene, "restricts", who[0], target, match.span(), match.start()))
    for match in _BANNED_SO.finditer(content, clause.start, sentence.end):
        if match.start() >= clause.end:
            break
        who = [
            m for m in scene.mentions_in(clause.start, match.start()) if m.kind in ("side", "organisation")
        ]
        things = [
            m for m in scene.mentions_in(*match.span("what")) if is_thing(scene, m) or m.noun == "chips"
        ]
        for thing in things[:1]:
            if who and who[-1].name != thing.name:
                yield _asserted(draft(scene, "restricts", who[-1], thing, match.span(), match.start()))


def _curbs(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "美国的管制", "美国断供": the United States restrict China, where nobody else is named."""
    if scene.home != "China":
        return
    for side in scene.mentions_in(clause.start, clause.end):
        if side.kind != "side" or side.name != "United States":
            continue
        curb = _CURBS.match(scene.content, side.end, clause.end)
        before = scene.content[max(clause.start, side.start - 3) : side.start]
        if curb is None or re.search(r"[对向和与、或受被遭]\s?\Z", before):
            continue
        behind = scene.mentions_in(curb.end(), min(clause.end, curb.end() + 14))
        if behind and behind[0].start - curb.end() <= 3 and behind[0].side != "United States":
            continue  # "美国制裁A"
        target = Mention(curb.start(), curb.start(), "China", "side", "China")
        yield _asserted(draft(scene, "restricts", side, target, (side.start, curb.end()), side.start))


def _most_used(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "用得最多的是A，其次是B": the topic, or the speaker's firm, uses them; "底座是B": built on it."""
    end = scene.sentence_end(clause.start)
    for match in _MOST_USED.finditer(scene.content, clause.start, end):
        if match.start() >= clause.end:
            break
        own = own_firm(scene, match.start())
        users = [own] if own else [m for m in _who(scene, "uses", match.start()) if is_organisation(scene, m)]
        for group in ("a", "b", "c"):
            used = (
                [m for m in scene.mentions_in(*match.span(group)) if m.kind != "person"]
                if match[group]
                else []
            )
            for thing in used[-1:]:
                for user in users[:1]:
                    if user.name != thing.name:
                        yield draft(scene, "uses", user, thing, match.span(), match.start(group))
    for match in _BASE_IS.finditer(scene.content, clause.start, clause.end):
        bases = [m for m in scene.mentions_in(*match.span("base")) if is_thing(scene, m)]
        if not bases or bases[0].start > match.start("base") + 6:
            continue
        own_things = [m for m in subjects(scene, match.start(), _MADE) if m.end <= match.start()]
        for subject in own_things[:1]:
            if (
                subject.start >= scene.sentences[scene.sentence_at(match.start())].start
                and subject.name != bases[0].name
            ):
                yield draft(scene, "built_on", subject, bases[0], match.span(), match.start())


def _asserted(made: Draft) -> Draft:
    """A ban's own "not" denies nothing."""
    made.override["polarity"] = "asserted"
    return made


def _orders(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "阿里也有加单": the firm that the text is about supplies it."""
    seller = main_organisation(scene)
    for match in _ADDS_ORDERS.finditer(scene.content, clause.start, clause.end):
        buyers = [m for m in scene.mentions_in(clause.start, match.start()) if is_organisation(scene, m)]
        if not buyers or seller is None or buyers[-1].end < match.start() - 2:
            continue
        for buyer in listed(scene, buyers[0], match.start())[:4]:
            if buyer.name != seller.name and is_organisation(scene, buyer):
                yield draft(scene, "supplies", seller, buyer, match.span(), match.start())


def _engaged(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "从事人形机器人研发的A": A develops them."""
    for match in _ENGAGED.finditer(scene.content, clause.start, clause.end):
        thing = _THING.search(scene.content, *match.span("what"))
        firms = [
            m
            for m in scene.mentions_in(match.end(), min(clause.end, match.end() + 10))
            if is_organisation(scene, m)
        ]
        if thing and firms and firms[0].start <= match.end() + 4:
            name = tie_verbs.THINGS[thing.group()]
            made = Mention(thing.start(), thing.end(), name, "unknown", None)
            yield draft(scene, "develops", firms[0], made, match.span(), match.start())


_RULES = ClauseRules[Draft](
    (_uses, (_WHAT_IT_USES, _WITH_IT)),
    (_backed, (_BEHIND, _AT_ITS_BACK)),
    (_built, (_SHOULDERS, _OUT_OF)),
    (_worked, (_WORKED_AT,)),
    (_jointly, (_JOINTLY,)),
    (_restricts, (_TIGHTENS, _BANNED_SO)),
    (_curbs, (_CURBS,)),
    (_orders, (_ADDS_ORDERS,)),
    (_engaged, (_ENGAGED,)),
    (_most_used, (_MOST_USED, _BASE_IS)),
    least=5,
)
