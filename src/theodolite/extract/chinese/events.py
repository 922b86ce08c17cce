"""Dated events in Chinese: who did what on which day, month or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from theodolite.extract.chinese import dimensions, event_authors, event_objects, event_verbs
from theodolite.extract.chinese.event_acts import ACTIONS, NEEDS_PERSON, NEEDS_SOMEBODY, UNSURE
from theodolite.extract.chinese.referents import slot, subjects, topics
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.periods import Period

_BY = re.compile(r"(?:由|被|经|遭)(?P<who>[^，。；]{1,20}?)(?:于|在)?\s?\Z")
_ONCE_MEANT = re.compile(r"原(?:定|计划|承诺|本|拟)|曾(?:承诺|计划|打算|希望)")
_NOT_DATED = re.compile(r"(?:截至|截止|到|至|自从?|从)\s?\Z")


_SUPPOSED = re.compile(r"如果|假如|倘若|假使|要是|一旦|万一|若(?!干)")
"""What follows is supposed, and has not happened."""


def find(scene: Scene) -> Iterator[Draft]:
    """Every dated event, at most one for a date."""
    for number, period in enumerate(scene.periods):
        if period.iso and (dated := _one(_in_year(scene, number))):
            yield from _event(scene, dated)
        elif scene.published is None and _DAY_OR_MONTH.search(scene.content, period.start, period.end):
            yield from _event(scene, period)  # of which year nobody can tell: the date stays null
    for label in _entries(scene):
        if not any(p.iso for p in scene.periods_in(label.end, scene.sentence_end(label.end))):
            yield from _event(scene, label)


_DAY_OR_MONTH = re.compile(r"[\d一二三四五六七八九十]\s?[月日号]")
_MONTH_ALONE = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月")
_TOGETHER = re.compile(r"\s?(?:和|与|及|、|至|到|以及)\s?")


def _in_year(scene: Scene, number: int) -> Period:
    """A month without a year: of the year of the date that it is joined to, or the next to come."""
    period = scene.periods[number]
    iso = period.iso or ""
    if "/" in iso or "W" in iso or not _MONTH_ALONE.match(scene.content, period.start, period.end):
        return period
    before = scene.periods[number - 1] if number else None
    if before and before.iso and _TOGETHER.fullmatch(scene.content, before.end, period.start):
        return replace(period, iso=before.iso[:4] + iso[4:])
    clause = scene.clause_at(period.start)
    ahead = _TO_COME.search(scene.content, max(0, period.start - 8), period.start) or (
        "宣布" in scene.content[clause.start : period.start]
        and not _ALREADY.search(scene.content, clause.start, clause.end)
    )
    if ahead and scene.published and iso[:7] < scene.published[:7]:
        return replace(period, iso=str(int(iso[:4]) + 1) + iso[4:])
    return period


_ALREADY = re.compile(r"已|了|曾|去年|此前|上")
_TO_COME = re.compile(r"(?:将|预计|计划|拟|定于|有望|最早|最快)(?:会|要|于|在|到|最快|最早|可)*\s?\Z")


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
    if (
        _NOT_DATED.search(before)
        or before.rstrip().endswith("每")
        or _ONCE_MEANT.search(scene.content, scene.clause_at(period.start).start, period.start)
        or _SUPPOSED.search(scene.content, scene.clause_at(period.start).start, period.start)
    ):
        return
    if re.match(
        r"\s?(?:以来|年?底?前|之前|以前|间|版|的\d|电[（(，\s]|讯[，。：\s]|消息[，,]"
        r"|(?:财年|财务)?(?:财报|业绩|营收|年报|季报|报告|预算|目标|大会|款|度))",
        scene.content[period.end : period.end + 5],
    ):
        return
    verb = event_verbs.dated(scene, period, sentence)
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
        if re.match(r"最终|未来|后续|届时|长期", scene.content[clause.start : clause.end]):
            continue
        lead = _NEXT.match(scene.content, clause.start, clause.end)
        found = event_verbs.VERB.match(scene.content, lead.end(), clause.end) if lead else None
        if (
            found
            and (found.group() not in UNSURE or event_verbs.is_act(scene, found))
            and event_verbs.acts(scene, found, sentence)
        ):
            yield found


def _acted(scene: Scene, period: Period, verb: re.Match[str], agents: list[Mention]) -> Iterator[Draft]:
    """One act as drafts, one for each who acted."""
    number = scene.sentence_at(period.start)
    sentence = scene.sentences[number]
    agent = agents[0]
    thing = event_objects.find(scene, verb.end(), scene.clause_at(verb.start()).end)
    thing = event_objects.put(scene, verb.start()) or thing
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
    first = _first_of_row(scene, agent, sentence.start)
    return listed(scene, first, verb.start(), (agent.kind, "organisation", "person"))[:8]


def _first_of_row(scene: Scene, mention: Mention, start: int) -> Mention:
    """The first of the names of its kind that are joined to one."""
    for other in reversed(scene.mentions_in(start, mention.start)):
        between = scene.content[other.end : mention.start]
        if other.kind != mention.kind or not re.fullmatch(r"\s?(?:、|和|与|及|以及)\s?", between):
            break
        if re.search(r"[与和对向]\s?\Z", scene.content[max(start, other.start - 2) : other.start]):
            break
        mention = other
    return mention


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
    if (author := event_authors.find(scene, at, sentence)) is not None:
        return author
    first = scene.clause_at(at).start
    if _PASSIVE.search(scene.content, max(first, at - 6), at):
        undergone = [m for m in scene.mentions_in(first, at) if m.kind != "person" and m.noun != "title"]
        if undergone:
            return undergone[-1]
    between = [
        m
        for m in topics(scene, period.end, at, kinds)
        if not _WITH.search(scene.content[max(0, m.start - 4) : m.start])
    ]
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


_PASSIVE = re.compile(r"被[^，。；]{0,4}\Z")
_WITH = re.compile(
    r"(?:联合|携手|会同|通过|齐聚|前往|抵达|访问|造访|现身|赴|到访|参观|召见|[把将])了?[“\s]?\Z"
)
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
    r"生效|施行|上市|量产|落地|开放|全面开放|上线|亮相|问世|面世|发布|诞生|横空出世|首秀|登场|开售|上架|开源|出炉|首飞"
)


def _itself(scene: Scene, at: int, period: Period) -> Mention | None:
    """What took effect or was opened, where nothing follows that it was done to: the last thing before."""
    verb = _ITSELF.match(scene.content, at)
    if verb is None or not re.match(r"[了]?(?:[，。；！”\s]|\Z)", scene.content[verb.end() : verb.end() + 2]):
        return None
    before = scene.mentions_in(min(period.end, scene.clause_at(at).start), at)
    if verb.group() in ("生效", "施行") and before:
        return before[-1]
    things = [m for m in before if m.kind == "model" or m.noun == "product" or scene.is_thing(m)]
    marked = things and re.search(
        r"(?:将|把)[“\s]?\Z", scene.content[max(0, things[-1].start - 2) : things[-1].start]
    )
    if things or marked:
        return things[-1] if things and not marked else None
    first = scene.clause_at(at).start
    named = scene.mentions_in(first, at)
    of = scene.content.rfind("的", first, min(period.start, at)) + 1
    if named and named[-1].end >= of and not _PART.match(scene.content, named[-1].end):
        return None
    return _plain(scene, max(first, of) if named else first, at, period)


_PLAIN = re.compile(
    r"(?:宣布|表示|称|透露|指出)?(?!并|且|而|但|或|他|她|我|你|每|这|那|各|预计|最早|最快|将|同时|目前|随后|此外|计划|它|该|公司|官方|双方|正式|全面|有望|届时|现在|此|已|后者|前者)其?"
    r"(?P<what>[\u4e00-\u9fffA-Za-z\s]{2,16}?)(?:的)?(?:预计|将|计划|有望|最早|最快|或|拟|已|于|在|\s)*\Z"
)


_PART = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,8}?(?:芯片|手机|平台|设备|系统|眼镜|机器人|处理器|电脑|汽车)")


def _plain(scene: Scene, first: int, at: int, period: Period) -> Mention | None:
    """What came out, in plain words, where its clause has no name: "首批平台预计年底上市"."""
    said = _PLAIN.fullmatch(scene.content[first : min(period.start, at)].strip())
    if said is None:
        return None
    words = said["what"].strip()
    start = scene.content.index(words, first)
    return Mention(start, start + len(words), scene.text.content[start : start + len(words)], "unknown", None)
