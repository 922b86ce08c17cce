"""Ties in Chinese by frame: who does it to whom, by a verb, behind a passive word, or in a noun."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from theodolite.extract.chinese import event_objects, making, money_ties, stance, tie_verbs, tries
from theodolite.extract.chinese.referents import (
    is_organisation,
    is_thing,
    main_organisation,
    speaking,
    subjects,
)
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import amount, draft, listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention


def _meaning(table: dict[str, str]) -> dict[str, str]:
    return {word: predicate for predicate, words in table.items() for word in words.split()}


_ACTIVE, _PASSIVE, _NOUNS = _meaning(tie_verbs.ACTIVE), _meaning(tie_verbs.PASSIVE), _meaning(tie_verbs.NOUNS)


_VERB = re.compile(
    rf"(?P<verb>{tries.pattern(_ACTIVE)})(?P<tail>[了过着出到至给向]{{0,2}})"
    r"(?!者|方|商|局|额|率|量(?!产)|权|会(?!议)|业|力|比|费|人(?!工|形)|性|型|界|级|版|类|日|期|期间|案"
    r"|金|规模|计划|成本|能力|水平|中心|团队|速度|场景|门槛|目标|管制(?!了)|于20|后|前|用的"
    r"|的(?:是)?(?=[，。；]|\Z))"
)


_BY = re.compile(
    rf"(?P<by>由|被(?!问|称|视为|认为|指|誉)|遭到?|受到?|获得?|得到|经|为|出自|来自)(?P<who>[^，。；：！？由被]{{1,40}}?)(?:于"
    rf"|在)?(?:[^，。；：！？、由被]{{0,14}}?)?(?:所|联合|独家|共同|全资|战略|率先|自主|牵头"
    rf"|负责)?(?P<verb>{tries.pattern(_PASSIVE)})(?!模型|平台|工具|师|稿|系统|软件|器|商|者|版)"
)


_IS_NOUN = re.compile(
    rf"(?:是|为|成为|成了|均是|都是|也是|仍是|均为|都为|系|则是|曾是|已是"
    rf"|作为)(?:了)?(?P<whose>[^，。；：！？]{{1,26}}?)(?:的|旗下的?"
    rf"|集团的?)?(?:[^，。；：！？的]{{0,6}}?)(?P<noun>{tries.pattern(_NOUNS)})(?:之一)?(?=[，。；、"
    rf"！\s]|\Z)"
)


_NOUN_IS = re.compile(
    rf"(?:的|其|旗下的?)?(?:[^，。；：！？的]{{0,6}}?)(?P<noun>{tries.pattern(_NOUNS)})(?:名单|阵容)?(?:里|中|当中)?(?:还|也|主要"
    rf"|则|目前|现在|现任)?(?:是|为|包括|有|分别是|分别为|涵盖|还有|含|囊括|包含|："
    rf"|:)(?:了)?(?P<who>[^。；！？]{{1,60}})"
)


_FILLER_STOP = re.compile(
    r"”|“(?!\Z)|的(?:创始人|股价|市值|CEO|员工|用户|估值)|给|以(?=[^来])|超过|相比|不如"
)


_KINDS = ("organisation", "unknown", "model", "side", "group", "person")


NEVER = re.compile(
    r"(?:不|没有?|未|无法|拒绝|尚未|从未|并未|不再|停止|不能|难以|能否|是否|如果|若|禁止|不得|可以|可"
    r"|能够|能|何时|什么时候|多久|能不能|有没有|会否|可否|应该|应|需要|考虑|不会|想|希望)(?:[^，。；]{0,4})\Z"
)


_REACH = {
    "develops": 26, "uses": 18, "built_on": 16, "funds": 18, "owns": 14, "supplies": 14, "restricts": 22,
    "partners_with": 10, "founded": 16, "leads": 14, "part_of": 10,
}  # fmt: skip


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie that a frame states, clause by clause."""
    for clause in scene.clauses:
        if clause.end - clause.start < 5:
            continue
        yield from _active(scene, clause)
        yield from _passive(scene, clause)
        yield from _nominal(scene, clause)
    yield from _apposed(scene)


_STUFF = ("chips", "models", "open models")


def can(scene: Scene, predicate: str, mention: Mention, acts: bool) -> bool:
    """Whether a name can stand on this side of a tie."""
    thing, org = is_thing(scene, mention), is_organisation(scene, mention)
    side, person = mention.kind == "side", mention.kind == "person"
    group = mention.kind == "group"
    if acts:
        return {
            "develops": org or side, "uses": org or thing or side, "built_on": thing or org,
            "funds": org or side or person, "owns": org or person, "supplies": org or side,
            "restricts": side or org, "partners_with": org or side, "founded": person,
            "leads": person, "part_of": org or person,
        }[predicate] and not (group and mention.noun in _STUFF[:2] and predicate != "built_on")  # fmt: skip
    return {
        "develops": thing,
        "uses": thing or mention.kind == "organisation" or (group and mention.noun in _STUFF),
        "built_on": thing or mention.kind == "organisation",
        "funds": org, "owns": org, "supplies": org or side or group, "restricts": not person,
        "partners_with": org or side, "founded": org, "leads": org or side, "part_of": org,
    }[predicate]  # fmt: skip


def actors(scene: Scene, predicate: str, at: int) -> list[Mention]:
    """Who acts: the topic of the clause, or the one carried from before."""
    found = [m for m in subjects(scene, at, _KINDS) if m.end <= at or m.start == m.end]
    found = [speaking(scene, m, at) for m in found]
    sentence = scene.sentences[scene.sentence_at(at)]
    if found and found[0].end < sentence.start and len({m.name for m in found}) > 1:
        return []  # of a row in another sentence nobody can tell who is meant
    if predicate == "uses":
        found = [m for m in found if m.start >= sentence.start or m.kind != "side"]
    able = [m for m in found if can(scene, predicate, m, True)]
    if able or not found:
        return able[:6]
    return []


def _objects(scene: Scene, predicate: str, start: int, end: int) -> list[Mention]:
    """What it is done to: the first fitting name near, with those joined to it."""
    limit = min(end, start + _REACH[predicate])
    if predicate == "develops" and scene.mentions_in(start, limit):
        head = event_objects.find(scene, start, end)
        if isinstance(head, tuple) and isinstance(head[0], Mention) and can(scene, predicate, head[0], False):
            return [m for m in listed(scene, head[0], end) if can(scene, predicate, m, False)][:8]
        start = head[1] if head is not None else start
    for mention in scene.mentions_in(start, end):
        if re.search(r"[由被经受获]\s?\Z", scene.content[start : mention.start]):
            continue  # "加入由A支持的B": B
        if mention.start > limit or _FILLER_STOP.search(scene.content[start : mention.start]):
            return []
        if can(scene, predicate, mention, False):
            first = _own(scene, mention, end, predicate)
            return [m for m in listed(scene, first, end) if can(scene, predicate, m, False)][:8]
        if mention.kind not in ("side", "organisation", "group", "unknown", "person"):
            return []
    found = _THING.search(scene.content, start, min(limit, start + 12))
    if found and predicate in ("develops", "uses", "restricts", "built_on"):
        if predicate == "develops" and not re.search(
            r"(?:自研|研发|开发|打造|研制|推出|生产|制造|量产|造出)[了过着出]?\Z",
            scene.content[max(0, start - 4) : start],
        ):
            return []
        return [Mention(found.start(), found.end(), tie_verbs.THINGS[found.group()], "unknown", None)]
    return []


_THING = re.compile(tries.pattern(tie_verbs.THINGS))


def _own(scene: Scene, mention: Mention, end: int, predicate: str) -> Mention:
    """The product of "A的B" and "A B"."""
    if predicate in ("funds", "owns", "restricts", "partners_with") or mention.kind == "model":
        return mention
    for other in scene.mentions_in(mention.end, min(end, mention.end + 14)):
        between = scene.content[mention.end : other.start]
        if is_thing(scene, other) and re.fullmatch(
            r"\s?(?:的|旗下的?|最新的?|自研的?|公司的?)?\s?[“]?", between
        ):
            return other
    return mention


_VERBS_OF_A_CLAUSE = 10  # that are read: prose holds two or three, and no clause runs over 160 characters


_BARRED = re.compile(r"(?:不能|不得|无法|不准|禁止|不许|不再|停止)[^，。；]{0,16}\Z")


def _active(scene: Scene, clause: Span) -> Iterator[Draft]:
    content = scene.content
    for match in itertools.islice(_VERB.finditer(content, clause.start, clause.end), _VERBS_OF_A_CLAUSE):
        at = match.start()
        before = content[max(clause.start, at - 8) : at]
        if (
            NEVER.search(before)
            or re.search(r"(?:被|遭|所|的|遭到)\Z", before)
            or (
                re.match(r"[进到入至]|的(?!是)", content[match.end() - len(match["tail"]) :][:2])
                and _ACTIVE[match["verb"]] in ("uses", "funds", "owns")
            )
        ):
            continue
        predicate = _sense(content, match, clause)
        if predicate in ("partners_with", "leads"):
            continue
        if predicate == "supplies" and _BARRED.search(content, clause.start, at):
            continue
        objects = _objects(scene, predicate, match.end(), clause.end)
        if match["verb"] in ("跟投", "参投", "领投") and not content.startswith("了", match.end()):
            objects = []
        if predicate in ("owns", "funds") and money_ties.FAILED.search(content, match.end(), clause.end):
            continue
        if predicate == "uses" and _A_TIME.match(content, match.end()):
            continue  # "用了四个月就追平了o1"
        if not objects or (predicate == "uses" and making.LICENCE.match(content, objects[0].end, clause.end)):
            continue
        names = {m.name for m in objects}
        money = amount(scene, clause.start, clause.end) if predicate in ("funds", "owns") else (None, None)
        able_actors = actors(scene, predicate, at)
        if predicate in ("funds", "owns"):
            able_actors = [m for m in money_ties.together(scene, at) if can(scene, predicate, m, True)]
        for actor in able_actors:
            if actor.name in names or (
                predicate == "part_of" and actor.kind == "person" and match["verb"] == "属于"
            ):
                continue
            for other in objects:
                if (
                    match["verb"] == "接入"
                    and is_thing(scene, actor)
                    and all(is_organisation(scene, o) and o.name not in _ALSO_MODELS for o in objects)
                ):
                    yield draft(scene, predicate, other, actor, (at, match.end()), at, money)
                    continue
                if (
                    predicate == "develops"
                    and other.maker
                    and actor.kind in ("organisation", "unknown")
                    and not making.is_theirs(actor, other)
                ):
                    continue
                if predicate == "uses" and other.maker == actor.name:
                    continue
                if predicate == "built_on" and "出" in match["tail"]:  # "在V4上微调出了法律模型"
                    yield draft(scene, predicate, other, actor, (at, match.end()), at, money)
                    continue
                yield draft(scene, predicate, actor, other, (at, match.end()), at, money)


_ALSO_MODELS = frozenset(("DeepSeek", "Mistral AI"))
"""Houses whose name is their models' as well: an app that is joined with one uses it."""
_A_TIME = re.compile(
    r"了?(?:不到|大约|大概|约|近|短短|整整)?[\d〇零一二两三四五六七八九十百半几数]{1,5}个?多?(?:年|月|周|星期|天|小时|季度)"
)


def _sense(content: str, match: re.Match[str], clause: Span) -> str:
    """The predicate of a verb here: what is used to be distilled is built on."""
    predicate = _ACTIVE[match["verb"]]
    behind = content[match.end() : clause.end]
    if predicate == "uses" and re.search(
        r"蒸馏|微调|套壳|相同的?架构|架构(?=[，。]|\Z)|的架构|权重|二次开发|底座|基座", behind[:24]
    ):
        return "built_on"
    if match["verb"] in ("基于", "建立在", "构建于") and re.search(
        r"芯片|集群|GPU|NPU|算力|处理器|硬件|昇腾", behind[:20]
    ):
        return "uses"
    return predicate


def _passive(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "B由A开发", "B被A收购", "B获A投资"."""
    content = scene.content
    for match in _BY.finditer(content, clause.start, clause.end):
        predicate = _PASSIVE[match["verb"]]
        if match["by"] in ("获", "获得", "得到") and predicate not in ("funds", "uses"):
            continue
        if (
            match["by"] == "为"
            and predicate == "develops"
            and "所" not in content[match.start() : match.end()]
        ):
            continue  # "专为A设计" is made for A
        if match["by"] in ("为", "来自", "经") and predicate not in ("funds", "develops", "owns"):
            continue
        agents = [
            m
            for m in scene.mentions_in(match.start("who"), match.start("verb"))
            if can(scene, predicate, m, True)
        ]
        if not agents:
            continue
        people = [m for m in agents if m.kind == "person"]
        agents = people if people and predicate in ("founded", "leads") else agents
        topics = [
            m
            for m in subjects(scene, match.start(), _KINDS)
            if m.end <= match.start() and can(scene, predicate, m, False)
        ]
        if not topics and predicate == "supplies":
            topics = [m for m in actors(scene, "uses", match.start()) if is_organisation(scene, m)]
        behind = scene.mentions_in(match.end(), min(clause.end, match.end() + 16))
        if content.startswith("的", match.end()):
            topics = [m for m in behind if can(scene, predicate, m, False)][:1]
        for agent in agents[:8]:
            for topic in topics[:2]:
                if agent.name != topic.name:
                    money = (
                        amount(scene, clause.start, clause.end)
                        if predicate in ("funds", "owns")
                        else (None, None)
                    )
                    yield draft(scene, predicate, agent, topic, match.span(), match.start(), money)


def _nominal(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A是B的股东", "B的股东包括A、C"."""
    content = scene.content
    for match in _IS_NOUN.finditer(content, clause.start, clause.end):
        owners = [m for m in scene.mentions_in(match.start("whose"), match.end("whose")) if m.noun != "title"]
        if not owners and re.fullmatch(r"其|它|公司", match["whose"]):
            owners = [m for m in _earlier(scene, clause) if is_organisation(scene, m)][:1]
        if (
            not owners
            or stance.negated(content, match.start(), clause.start)
            or "不再" in content[clause.start : match.start()]
        ):
            continue
        found = [m for m in subjects(scene, match.start(), _KINDS) if m.end <= match.start()]
        for actor in found[:6]:
            yield from _noun(scene, match, actor, owners[-1 if match["noun"] in ("产品", "作品") else 0])
    for match in _NOUN_IS.finditer(
        content, clause.start, scene.sentences[scene.sentence_at(clause.start)].end
    ):
        if match.start() >= clause.end:
            break
        own = [
            m
            for m in scene.mentions_in(clause.start, match.start("noun"))
            if is_organisation(scene, m) or is_thing(scene, m)
        ]
        own = own or [m for m in subjects(scene, match.start(), _KINDS) if is_organisation(scene, m)]
        if not own and (main := main_organisation(scene)):
            own = [main]
        first = next(
            (
                m
                for m in scene.mentions_in(match.start("who"), match.end("who"))
                if m.start - match.start("who") <= 8
            ),
            None,
        )
        if own and first is not None:
            for name in listed(scene, first, match.end("who"), _KINDS)[:12]:
                mutual = _NOUNS[match["noun"]] == "partners_with"
                yield from _noun(scene, match, *((own[-1], name) if mutual else (name, own[-1])))


_BESIDE = ("funds", "supplies", "partners_with", "owns", "uses", "part_of")
_BESIDE_NOUN = tries.pattern(w for w in _NOUNS if _NOUNS[w] in _BESIDE and len(w) > 1)
_APPOSED = re.compile(
    r"(?:的|旗下的?)?(?:最大的?|主要的?|第一大|早期|核心|独家|长期|唯一|前|重要|关键)?"
    rf"(?P<noun>{_BESIDE_NOUN})\s?"
)


def _apposed(scene: Scene) -> Iterator[Draft]:
    """ "OpenAI的最大股东微软": the noun stands between the two names."""
    mentions = scene.mentions
    for owner, own in itertools.pairwise(mentions):
        if not 2 <= own.start - owner.end <= 14 or owner.noun == "title":
            continue
        match = _APPOSED.fullmatch(scene.content, owner.end, own.start)
        if match and _NOUNS[match["noun"]] != "part_of":
            yield from _noun(scene, match, own, owner)
        elif match and is_organisation(scene, own):
            yield draft(scene, "part_of", own, owner, (owner.start, own.end), owner.start)


def _earlier(scene: Scene, clause: Span) -> list[Mention]:
    sentence = scene.sentences[scene.sentence_at(clause.start)]
    return list(scene.mentions_in(sentence.start, clause.start))


def _noun(scene: Scene, match: re.Match[str], actor: Mention, owner: Mention) -> Iterator[Draft]:
    predicate = _NOUNS[match["noun"]]
    if predicate == "uses":
        predicate, actor, owner = "supplies", owner, actor
    if match["noun"] in ("作品", "产物", "自研产品", "自研模型", "自研芯片"):
        actor, owner = owner, actor
    if (
        actor.name != owner.name
        and can(scene, predicate, actor, True)
        and can(scene, predicate, owner, False)
    ):
        yield draft(
            scene,
            predicate,
            actor,
            owner,
            (min(actor.start, match.start()), match.start("noun") + len(match["noun"])),
            match.start(),
        )
