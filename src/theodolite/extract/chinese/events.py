"""Dated events in Chinese: who did what on which day, month or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from theodolite.extract.chinese import dimensions, event_objects, stance, tries
from theodolite.extract.chinese.event_acts import ACTIONS, NEEDS_PERSON, NEEDS_SOMEBODY, UNSURE
from theodolite.extract.chinese.referents import slot, subjects, topics
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.periods import Period

_VERB = re.compile(tries.pattern(ACTIONS))
_BY = re.compile(r"(?:由|被|经|遭)(?P<who>[^，。；]{1,20}?)(?:于|在)?\s?\Z")
_NOT_DATED = re.compile(r"(?:截至|截止|到|至|自从?|从)\s?\Z")
_GAP = 46
_DATE_LAST = re.compile(rf"(?P<verb>{tries.pattern(ACTIONS)})[了]?(?:于|在)\s?\Z")


def find(scene: Scene) -> Iterator[Draft]:
    """Every dated event, at most one for a date."""
    for period in scene.periods:
        if period.iso and (dated := _one(period)):
            yield from _event(scene, dated)
    for label in _entries(scene):
        if not any(p.iso for p in scene.periods_in(label.end, scene.sentence_end(label.end))):
            yield from _event(scene, label)


def _one(period: Period) -> Period | None:
    """The period, of a quarter or half its year; None for a span of years."""
    first, _, last = (period.iso or "").partition("/")
    if not last:
        return period
    return replace(period, iso=first[:4]) if len(first) == 7 and first[:4] == last[:4] else None


_HOUR = r"(?:[01]?\d|2[0-3])(?:[:：][0-5]\d|[点时](?:[0-5]?\d分?)?)"
_HAN_HOUR = r"[一二两三四五六七八九十]{1,3}[点时](?:[零〇一二三四五六七八九十]{1,3}分?|半|整)?"
_ENTRY = re.compile(
    rf"(?m)^[ \t*·•>|【\[(（-]{{0,4}}(?:[上下中]午|早上|傍晚|晚[上间]?|凌晨)?[ ]?(?:{_HOUR}|{_HAN_HOUR})"
    rf"[ \t】\]）)|:：，,—-]{{0,4}}"
)
_ENTRIES = 3  # lines that open with a time of day make a live report


def _entries(scene: Scene) -> list[Period]:
    """The entries of a live report: each is of the day on which the text was published."""
    if len(scene.published or "") != 10:
        return []
    found = [Period(m.start(), m.end(), scene.published) for m in _ENTRY.finditer(scene.content)]
    return found if len(found) >= _ENTRIES else []


def _event(scene: Scene, period: Period) -> Iterator[Draft]:
    sentence = scene.sentences[scene.sentence_at(period.start)]
    before = scene.content[max(sentence.start, period.start - 6) : period.start]
    if _NOT_DATED.search(before) or re.match(
        r"\s?(?:以来|年?底?前|之前|以前|间|版|的\d|电[（(，\s]|讯[，。：\s]|消息[，,]"
        r"|(?:财年|财务)?(?:财报|业绩|营收|年报|季报|报告|预算|目标|大会|款|年度))",
        scene.content[period.end : period.end + 5],
    ):
        return
    verb = _verb(scene, period, sentence)
    agents = _agents(scene, verb, period, sentence) if verb is not None else []
    if verb is None or not agents:
        return
    yield from _acted(scene, period, verb, agents)
    if scene.content.startswith("的", verb.end()):
        return  # "2025年10月出版的书，访问了 ...": what follows is said of the book
    for further in _serial(scene, verb, sentence):
        yield from _acted(scene, period, further, agents)


_NEXT = re.compile(
    r"\s?(?:并且?|又|还|随后|随即|同时|同年|后来|接着|之后|再|也|与\S{1,8}(?:共同|一起|联合))?(?:在[^，。；]{1,12}?)?\s?"
)


def _serial(scene: Scene, verb: re.Match[str], sentence: Span) -> Iterator[re.Match[str]]:
    """Acts of the same one in the clauses behind that begin with a verb, up to the next date."""
    stop = next((p.start for p in scene.periods_in(verb.end(), sentence.end)), sentence.end)
    clauses = [c for c in scene.clauses_of(sentence) if verb.end() <= c.start and c.end <= stop]
    for clause in clauses[:3]:
        lead = _NEXT.match(scene.content, clause.start, clause.end)
        found = _VERB.match(scene.content, lead.end(), clause.end) if lead else None
        if found and (found.group() not in UNSURE or _is_act(scene, found)) and _acts(scene, found, sentence):
            yield found


def _acted(scene: Scene, period: Period, verb: re.Match[str], agents: list[Mention]) -> Iterator[Draft]:
    """One act as drafts, one for each who acted."""
    number = scene.sentence_at(period.start)
    sentence = scene.sentences[number]
    agent = agents[0]
    thing = event_objects.find(scene, verb.end(), scene.clause_at(verb.start()).end)
    end = max(thing[1], period.end) if thing else max(verb.end(), period.end)
    start = min(period.start, agent.start) if agent.start >= sentence.start else period.start
    slots: dict[str, Any] = {
        **slot(scene, "subject", agent),
        "action": _action(scene, verb, agent),
        "object": thing[0].name if thing and isinstance(thing[0], Mention) else thing[0] if thing else None,
        "object_text": None,
        "object_side": thing[0].side if thing and isinstance(thing[0], Mention) else None,
        "date": period.iso,
    }
    if thing and isinstance(thing[0], Mention):
        slots["object_text"] = scene.text.content[thing[0].start : thing[0].end]
    override: dict[str, Any] = {"dimension": dimensions.of(scene.content[start:end], default="capability")}
    if _is_ahead(scene, period, verb, sentence):
        override["forecast"] = True
    for one in agents:
        slots = {**slots, **slot(scene, "subject", one)}
        yield Draft("event", start, max(end, verb.end()), verb.start(), number, slots, override)


_MADE = re.compile(
    r"汽车|新车|整车|车型|首车|飞机|客机|舰|船|列车|机组|生产线|产线|首台|首辆|首架|第\S{1,6}[台辆架]"
)
_ON_SALE = re.compile(
    r"售价|眼镜|手机|耳机|音箱|设备|新品|车型|汽车|硬件|机器人|玩具|手表|平板|笔记本|新药|疫苗"
)


def _action(scene: Scene, verb: re.Match[str], agent: Mention) -> str:
    """The English verb; a service goes offline where a car leaves the line, a device goes on sale."""
    sentence = scene.sentences[scene.sentence_at(verb.start())]
    around = scene.content[sentence.start : sentence.end]
    if verb.group() == "下线" and not _MADE.search(around):
        return "retired"
    if verb.group() == "上市" and (scene.is_thing(agent) or _ON_SALE.search(around)):
        return "went on sale"
    return ACTIONS[verb.group()]


_AHEAD = re.compile(
    r"将(?:会|要|于|在|正式|陆续|全面|首次|继续|再|把)?\Z|会\Z|预计|计划(?!的)|有望|拟|定于|料|即将|准备"
)


def _monday(iso: str) -> str:
    """The first day of a week, so that it can be set against a date; any other date as it is."""
    if re.fullmatch(r"\d{4}-W\d\d", iso):
        return date.fromisocalendar(int(iso[:4]), min(53, max(1, int(iso[6:]))), 1).isoformat()
    return iso


def _is_ahead(scene: Scene, period: Period, verb: re.Match[str], sentence: Span) -> bool:
    """Whether it is yet to happen."""
    iso, published = _monday(period.iso or ""), scene.published or "9999"
    before = scene.content[max(sentence.start, min(period.start, verb.start()) - 6) : verb.start()]
    return iso[: len(published)] > published[: len(iso)] or _AHEAD.search(before) is not None


def _agents(scene: Scene, verb: re.Match[str], period: Period, sentence: Span) -> list[Mention]:
    """Who acted, with those joined; only somebody can sign or raise, a product can not."""
    agent = _agent(scene, verb.start(), period, sentence)
    first_person = _I.search(scene.content[scene.clause_at(verb.start()).start : verb.start()])
    if first_person and (speaker := scene.voices.at(verb.start(), verb.end())).speaker:
        return [Mention(verb.start(), verb.start(), speaker.speaker, "person", speaker.side)]
    if NEEDS_PERSON.match(scene.content, verb.start()) and (agent is None or agent.kind != "person"):
        people = [m for m in subjects(scene, verb.start(), ("person",)) if m.kind == "person"]
        return people[:1] or ([agent] if agent is not None and agent.kind == "unknown" else [])
    if agent is not None and NEEDS_SOMEBODY.match(scene.content, verb.start()) and scene.is_thing(agent):
        before = [
            m
            for m in scene.mentions_in(sentence.start, verb.start())
            if m.kind in ("organisation", "unknown", "person") and m.noun != "title" and not scene.is_thing(m)
        ]
        agent = before[0] if before else None
    if (agent is None or agent.start < sentence.start) and (both := _both(scene, verb, sentence)):
        return both
    if agent is None or agent.end > verb.start():
        return [agent] if agent else []
    return listed(scene, agent, verb.start(), (agent.kind, "organisation", "person"))[:4]


_I = re.compile(r"(?<![自本])我(?!们|国|方|校|省|市|司|院|所|厂|的(?!确))")


def _both(scene: Scene, verb: re.Match[str], sentence: Span) -> list[Mention]:
    """ "双方签署 ...": the two that were named last before."""
    if not re.search(r"双方|两国|两家", scene.content[sentence.start : verb.start()]):
        return []
    first = scene.sentences[max(0, scene.sentence_at(sentence.start) - 2)].start
    named = [
        m for m in scene.mentions_in(first, sentence.start) if m.kind in ("organisation", "side", "unknown")
    ]
    names = list(dict.fromkeys(m.name for m in named))[-2:]
    return [next(m for m in named if m.name == name) for name in names] if len(names) == 2 else []


def _verb(scene: Scene, period: Period, sentence: Span) -> re.Match[str] | None:
    """The first act behind the date, in its clause or the next; else the act right before "于"."""
    behind = _DATE_LAST.search(scene.content, max(sentence.start, period.start - 8), period.start)
    if behind and (found := _VERB.fullmatch(scene.content, behind.start("verb"), behind.end("verb"))):
        return found
    limit = min(sentence.end, period.end + _GAP)
    stop = next((p.start for p in scene.periods_in(period.end, limit) if p.iso), limit)
    for match in _VERB.finditer(scene.content, period.end, stop):
        between = scene.content[period.end : match.start()]
        if len(re.findall(r"[，,；]", between)) > 1 or "”" in between:
            return None
        if _NO_VERB.match(scene.content, match.end()) or _NOT_DONE.search(between):
            continue
        if match.group() in UNSURE and not _is_act(scene, match):
            continue
        if scene.content.startswith("起", period.end) and ACTIONS[match.group()] not in (
            "took effect",
            "banned",
            "restricted",
            "suspended",
            "opened",
            "started",
        ):
            return None
        if not _acts(scene, match, sentence, period.end) or stance.negated(
            scene.content, match.start(), period.end
        ):
            continue
        if ACTIONS[match.group()] in _SAID:
            return _told(scene, match, min(stop, scene.clause_at(match.start()).end))
        return match
    return None


_NO_VERB = re.compile(
    r"会(?![^上议])|量|日(?!本)|方(?!舟)|人(?!工|形)|者|公司|额|率|后|前|速度|时间|时(?=[，。]|表示|披露|称)|仪式|阶段|资金|成本|模式"
    r"|(?:了)?(?:表示|称|指出|说[，：])|页面?(?=[的，。]|速)"
)
_NOT_DONE = re.compile(
    r"(?:要求|呼吁|敦促|督促|旨在|用于|用来|允许|支持|帮助|能够?|可以?|可|推动|考虑|拒绝|威胁|讨论|探讨|谈判|寻求|试图|有意|打算|希望|如何|是否"
    r"|为了|以便|协助|鼓励|禁止|获)[^，。；]{0,14}\Z"
)
_SAID = frozenset(["announced", "disclosed"])


def _told(scene: Scene, said: re.Match[str], end: int) -> re.Match[str] | None:
    """ "宣布推出A": the act that is announced; a word of announcing alone only before its object."""
    for match in _VERB.finditer(scene.content, said.end(), end):
        between = scene.content[said.end() : match.start()]
        if _NO_VERB.match(scene.content, match.end()) or _NOT_DONE.search(between):
            continue
        if ACTIONS[match.group()] in _SAID or scene.content.startswith("的", match.end()):
            continue
        if match.group() in UNSURE and not (_is_act(scene, match) or not between):
            continue
        return match
    content = scene.content[said.end() : end].lstrip("了过 ")
    return None if len(content) < 2 or re.match(r"将|已|称|，|其(?!中)|：|正|会", content) else said


def _is_act(scene: Scene, verb: re.Match[str]) -> bool:
    """Whether a word that mostly describes names an act: "了" or a name stands right behind it."""
    if ACTIONS[verb.group()] == "reached":
        return False
    behind = scene.content[verb.end() : verb.end() + 2]
    named = scene.mentions_in(verb.end(), min(len(scene.content), verb.end() + 14))
    ends = re.match(r"[，。；！”\s]|\Z", behind) is not None
    return (
        behind.startswith(("了", "过"))
        or bool(named and named[0].start - verb.end() <= 3)
        or (ends and ACTIONS[verb.group()] in ("took effect",))
    )


_LAW = re.compile(
    r"了|[^，。；]{0,10}?(?:法案|法律|草案|决议|条例|议案|审查|审核|认证|备案|验收|法(?=[，。]))"
)
_ADOPTED = re.compile(r"[^，。；]{1,20}(?:采纳|采用|认可|好评|支持|青睐|邀请|推荐)(?=[，。；]|\Z)")


def _acts(scene: Scene, verb: re.Match[str], sentence: Span, dated: int | None = None) -> bool:
    """Whether a word that may be a noun is a verb here: something follows that it was done to."""
    behind = scene.content[verb.end() : verb.end() + 12]
    dated = verb.start() if dated is None else dated
    if verb.group() == "通过" and not _LAW.match(behind):
        return False
    if verb.group() in ("获", "获得") and _ADOPTED.match(scene.content, verb.end()):
        return False
    if behind.startswith("的"):
        said = next(iter(scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))), None)
        return (
            said is not None
            and said.start - verb.end() <= 14
            and not re.search(
                r"[，。；与和同]",
                scene.content[dated : verb.start()] + scene.content[verb.end() : said.start],
            )
        )
    if verb.group() in ("投资", "限制", "通过", "开放", "获得", "加入", "禁止", "达成", "收购"):
        direct = any(
            m.start - verb.end() <= 3
            for m in scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))
        )
        money = any(
            f.kind == "money" and f.start - verb.end() <= 2
            for f in scene.figures_in(verb.end(), min(sentence.end, verb.end() + 16))
        )
        return direct or money or behind.startswith(("了", "过")) or verb.group() in ("获得", "禁止", "开放")
    return True


def _agent(scene: Scene, at: int, period: Period, sentence: Span) -> Mention | None:
    """Who acted: the topic before the verb; of a passive the thing itself."""
    kinds = ("organisation", "side", "person", "unknown", "model", "group")
    if by := _BY.search(
        scene.content, max(sentence.start, min(at, period.start) - 24), min(at, period.start)
    ):
        agents = [m for m in scene.mentions_in(by.start("who"), by.end("who")) if m.kind in kinds]
        people = [m for m in agents if m.kind == "person"]
        if agents:
            return (people or agents)[-1]
    beside = scene.mentions_in(max(sentence.start, period.start - 24), period.start)
    if (
        beside
        and beside[-1].end == period.start
        and beside[-1].kind in ("organisation", "unknown", "person")
        and beside[-1].noun != "title"
    ):
        return beside[-1]
    if (named := _attributed(scene, at, period, sentence)) is not None:
        return named
    between = topics(scene, period.end, at, kinds)
    own = _itself(scene, at, period)
    if own is not None:
        return own
    people = [m for m in between if m.kind == "person"]
    found = people[-1:] or between[:1]
    if found and found[0].kind == "side" and len(between) > 1 and between[1].kind == "organisation":
        found = between[1:2]
    if not found:
        carried = _carried(scene, period, sentence, at)
        found = [
            m
            for m in subjects(scene, at, kinds)
            if m.start >= sentence.start or (carried and m.kind in ("person", "organisation", "unknown"))
        ]
    return found[0] if found else None


_ATTRIBUTE = re.compile(
    r"(?:成立|创立|创办|组建|设立|上市|发布|推出|上线|开源|面世|问世|首发)的(?:[^，。；“”的]{0,8}?)[“《]?\s?"
)


def _attributed(scene: Scene, at: int, period: Period, sentence: Span) -> Mention | None:
    """ "2022年成立的A": A, where nobody is named as who did it."""
    made = _ATTRIBUTE.match(scene.content, at)
    if made is None or scene.mentions_in(max(sentence.start, period.start - 14), at):
        return None
    behind = scene.mentions_in(made.end() - 8, min(sentence.end, made.end() + 14))
    named = [m for m in behind if m.start >= at and m.noun != "title"]
    fits = (
        named and named[0].kind in ("organisation", "model", "unknown") and named[0].start <= made.end() + 1
    )
    return named[0] if fits else None


_TAKEN_UP = re.compile(r"(?<!其)他(?!们|人|国)|她|它|该|其(?!中|他|它|实|余)|公司|集团")


def _carried(scene: Scene, period: Period, sentence: Span, at: int) -> bool:
    """Whether the one of the sentence before acts: by a pronoun, or left out behind a date that opens."""
    if _TAKEN_UP.search(scene.content, sentence.start, at):
        return True
    opens = period.start - sentence.start <= 1
    return opens and "\n" not in scene.content[max(0, sentence.start - 2) : sentence.start]


_ITSELF = re.compile(
    r"生效|施行|开放|全面开放|上线|亮相|问世|面世|发布|诞生|横空出世|首秀|登场|开售|上架|开源|出炉|首飞"
)


def _itself(scene: Scene, at: int, period: Period) -> Mention | None:
    """What took effect or was opened, where nothing follows that it was done to: the last thing before."""
    verb = _ITSELF.match(scene.content, at)
    if verb is None or not re.match(r"[了]?(?:[，。；！”\s]|\Z)", scene.content[verb.end() : verb.end() + 2]):
        return None
    before = scene.mentions_in(min(period.end, scene.clause_at(at).start), at)
    if verb.group() in ("生效", "施行") and before:
        return before[-1]
    things = [m for m in before if m.kind == "model" or m.noun == "product"]
    marked = things and re.search(
        r"(?:将|把)\s?\Z", scene.content[max(0, things[-1].start - 2) : things[-1].start]
    )
    return things[-1] if things and not marked else None
