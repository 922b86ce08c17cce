"""Who founded and who leads what in Chinese, by titles before names and by verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import words
from theodolite.extract.chinese.clause_rules import ClauseRules, between
from theodolite.extract.chinese.referents import main_organisation, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.ties import draft, organisations
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_BEFORE = re.compile(
    rf"(?P<unit>[^，。；：“”、\n]{{0,12}}?)(?P<titles>(?:{words.TITLES}|{words.HEADS}"
    rf"|{words.FOUNDERS})(?:(?:兼"
    rf"|、|和|及|与|暨|、\s)*(?:{words.TITLES}|{words.HEADS}|{words.FOUNDERS}|[\u4e00-\u9fff]{{1,8}}(?:合伙人"
    rf"|负责人)))*)\s?\Z"
)
_LISTED = re.compile(
    rf"(?P<unit>[^，。；：“”、\n]{{0,12}}?)(?P<titles>(?:{words.TITLES}|{words.HEADS}|{words.FOUNDERS})+)"
    rf"、[^，。；：“”\n]{{2,24}}?(?:{words.TITLES}|合伙人)\s?"
)
_FOUNDED = re.compile(r"(?:创办|创立|创建|联合创办|联合创立|共同创立|成立)(?:了|的)?")
_LEADS = re.compile(
    r"(?:出任|担任|执掌|掌舵|领导|接任|升任)(?:了)?(?P<org>[^，。；]{0,24}?)(?P<title>CEO|首席执行官"
    r"|执行长|董事长|总裁|总经理|主席|院长|所长|负责人)"
)
_BY = re.compile(
    r"由(?P<who>[^，。；]{2,16}?)(?:等人?)?(?:联合|领衔|牵头|一手)?"
    r"(?P<verb>领导|执掌|创办|创立|创建|主导)的"
)
_HEAD = re.compile(rf"(?<!副)(?:{words.HEADS})")
_FOUNDER = re.compile(words.FOUNDERS)
_OWN_HEAD = re.compile(
    rf"(?:公司|集团|企业|(?:{words.FOUNDERS})兼)(?:的)?(?:执行|联席)?(?:{words.HEADS})(?:兼(?:{words.TITLES}))?\s?\Z"
)
_NO_HEAD = re.compile(
    r"(?:技术|产品|研究|副|前|原|财务|运营|销售|业务|部门?|事业部|中国区|算法|市场|事务部)(?:首席)?\Z"
    r"|前|原任|曾任"
)


_POSTS = rf"(?:{words.TITLES}|{words.HEADS}|{words.FOUNDERS})"
_AS = re.compile(
    rf"(?P<unit>)的?(?P<titles>{_POSTS}(?:(?:兼|、|和|及|与|暨|，)*{_POSTS})*)[，、]\s?(?:著名的?|知名的?)?\Z"
)


def find(scene: Scene) -> Iterator[Draft]:
    """Every post that is named with its holder."""
    for person in scene.mentions:
        if person.kind != "person" and not (person.kind == "unknown" and person.noun != "title"):
            continue
        yield from _titled(scene, person)
    yield from _RULES.find(scene)


_AS_WHAT = re.compile(r"(?:作为|身为)[^，。；]{0,12}\Z")


def _titled(scene: Scene, person: Mention) -> Iterator[Draft]:
    """ "OpenAI创始人兼首席执行官山姆·奥特曼"."""
    sentence = scene.sentences[scene.sentence_at(person.start)]
    first = max(sentence.start, person.start - 50)
    mentions = [
        m
        for m in scene.mentions_in(first, person.start)
        if m.kind in ("organisation", "unknown", "side", "model") and m.noun != "title"
    ]
    bare = person.kind != "person"
    hit = False
    for mention in reversed(mentions):
        found = _BEFORE.fullmatch(scene.content, mention.end, person.start) or (
            _LISTED.fullmatch(scene.content, mention.end, person.start) if hit else None
        )
        if not found or (bare and found["titles"].strip() == ""):
            continue
        if re.search(r"[的]?(?:前|原)(?:任)?\Z", found["unit"]):
            return
        hit = True
        yield from _posts(scene, person, mention, found)
    if not hit and mentions and (found := _AS.fullmatch(scene.content, mentions[-1].end, person.start)):
        at = mentions[-1].start
        if _AS_WHAT.search(scene.content, max(first, at - 14), at):  # "作为A的创始人，X"
            yield from _posts(scene, person, mentions[-1], found)
            hit = True
    if not hit:
        yield from _same_topic(scene, person, sentence.start)


def _same_topic(scene: Scene, person: Mention, first: int) -> Iterator[Draft]:
    """ "创始人王慧文": of the organisation that the sentence is about."""
    before = scene.content[max(first, person.start - 12) : person.start]
    headed = _OWN_HEAD.search(before)
    if headed and (main := main_organisation(scene)) and main.name != person.name:
        at = person.start - len(headed.group())
        yield draft(scene, "leads", person, main, (at, person.end), at)
    found = re.search(rf"(?:{words.FOUNDERS})\s?\Z", before)
    if not found:
        return
    at = max(first, person.start - len(found.group()) - 1)
    owners = [m for m in scene.mentions if m.name == person.maker][:1] if person.maker else []
    owners = owners or organisations(scene, subjects(scene, at, ("organisation", "unknown")))
    if owners:
        at = person.start - len(found.group())
        yield draft(scene, "founded", person, owners[0], (at, person.end), at)


def _posts(scene: Scene, person: Mention, owner: Mention, found: re.Match[str]) -> Iterator[Draft]:
    titles, at = found["titles"], found.start("titles")
    unit = found["unit"]
    if _FOUNDER.search(titles) and owner.kind != "side" and len(unit) <= 6:
        yield draft(scene, "founded", person, owner, (owner.start, person.end), at)
    head = _HEAD.search(titles)
    if head and not _NO_HEAD.search(unit + titles[: head.start()]):
        political = re.search(r"主席|总统|总理|首相", head.group())
        if political if owner.kind == "side" else len(unit) <= 5:
            yield draft(scene, "leads", person, owner, (owner.start, person.end), at)


def _by_verb(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    for match in _FOUNDED.finditer(scene.content, start, end):
        people = [m for m in subjects(scene, match.start(), ("person",)) if m.end <= match.start()]
        speaker = scene.voices.at(match.start(), match.end())
        first_person = re.search(r"我(?!们|国|方)", scene.content[start : match.start()])
        if first_person and speaker.speaker:
            at = start + first_person.start()
            people = [Mention(at, at + 1, speaker.speaker, "person", speaker.side)]
        objects = organisations(
            scene, [m for m in scene.mentions_in(match.end(), end) if m.start - match.end() <= 24]
        )
        clause_own = [p for p in people if p.start >= start]
        if clause_own and objects:
            yield draft(scene, "founded", clause_own[0], objects[0], match.span(), match.start())
    for match in _LEADS.finditer(scene.content, start, end):
        people = subjects(scene, match.start(), ("person",))
        objects = organisations(scene, list(scene.mentions_in(match.start("org"), match.end("org"))))
        if (
            people
            and objects
            and not re.search(r"曾|前", scene.content[max(start, match.start() - 3) : match.start()])
        ):
            yield draft(scene, "leads", people[0], objects[0], match.span(), match.start())
    for match in _BY.finditer(scene.content, start, end):
        people = [m for m in scene.mentions_in(match.start("who"), match.end("who")) if m.kind == "person"]
        objects = organisations(
            scene, [m for m in scene.mentions_in(match.end(), end) if m.start - match.end() <= 4]
        )
        if people and objects:
            predicate = "leads" if match["verb"] in ("领导", "执掌", "主导") else "founded"
            yield draft(
                scene,
                predicate,
                people[0],
                objects[-1] if len(objects) > 1 and objects[1].start - objects[0].end < 4 else objects[0],
                match.span(),
                match.start(),
            )


_RULES = ClauseRules[Draft](between(_by_verb, _FOUNDED, _LEADS, _BY))
