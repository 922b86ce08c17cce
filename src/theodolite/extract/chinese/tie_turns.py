"""More ties in Chinese by turns of phrase: who works where, whose product, who paid, who is barred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import words
from theodolite.extract.chinese.clause_rules import ClauseRules
from theodolite.extract.chinese.referents import is_organisation, is_thing, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import draft, listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_MAKER_BEHIND = re.compile(
    r"(?:是|出自|来自)(?P<org>[^，。；是]{2,14}?)(?:做|造|开发|研发|推出|训练"
    r"|打造|出品|研制)(?:出来|出)?的(?=[，。；！”]|\Z)"
)
_MAKES_IT = re.compile(
    r"(?:做|造|开发|推出|研发|训练"
    r"|打造)(?:出)?(?P<thing>[^，。；的]{2,16})的(?=(?P<org>[^，。；]{2,14}))"
)
_PAID_BY = re.compile(
    r"(?:拿到|拿了|拿|接受|获得|引入|吸引|融到)了?(?P<by>[^，。；]{2,20}?)(?:的)?(?:钱|资金|投资"
    r"|注资|入股|真金白银)"
)
_TOOK_PART = re.compile(
    r"(?:参与|参加|加入|跟进)(?:了"
    r"|到)?(?P<target>[^，。；]{2,16}?)(?:的)?(?:[ABCDＡ-Ｚ天使种子战略Pre\-+轮新一最]{0,6})(?:融资"
    r"|轮投资|轮|增资)"
)
_ACCUSED = re.compile(
    r"(?:指控|指责|指|怀疑|声称|控诉|投诉)(?P<who>[^，。；]{2,14}?)(?:非法|违规|大量|涉嫌|利用|通过"
    r"|偷偷|擅自|系统性)*(?:蒸馏|抄袭|复制|窃取|盗用|偷)了?(?:其|它的|自家|自己的|该公司)"
)
_LISTED_BY = re.compile(
    r"被(?P<who>[^，。；]{2,10}?)(?:再次|正式|突然)?(?:列入|拉进|拉入|纳入|加入|放进|列进"
    r"|写进)了?[^，。；]{0,10}(?:名单|清单)"
)
_USED_TO = re.compile(
    r"(?:曾经?|曾先后|早年|此前|之前|目前|现)在(?P<org>[^，。；在]{2,16}?)(?:工作|任职|供职|就职"
    r"|上班|做研究|读博|做博士后|实习|负责|担任|从事)"
)
_IN_CHARGE = re.compile(
    r"在(?P<org>[^，。；在]{2,14}?)(?:负责|主管|带领"
    r"|做)(?P<what>[^，。；]{1,10}?)的(?P<who>[\u4e00-\u9fff·]{2,5})"
)
_HIRED = re.compile(
    r"从(?P<old>[^，。；从]{2,16}?)(?:挖来|挖走|挖到|请来|引进"
    r"|招来)了?(?P<who>[^，。；]{2,16})"
)
_APPOSED = re.compile(
    rf"[，,、（(]\s?(?P<org>[^，。；：（）()]{{2,16}}?)(?:的)?(?P<post>(?:{words.FOUNDERS}"
    rf"|{words.HEADS})+)(?=[，。；）)])"
)
_BASE_WE = re.compile(
    r"(?:用|拿|以)(?P<base>[^，。；用拿]{2,18}?)(?:做|当|作|作为)(?:了)?(?:底座"
    r"|基座|底子|基础模型|骨干|起点)"
)


_COPIERS = ("organisation", "model", "unknown")


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie that such a turn states."""
    yield from _RULES.find(scene)
    yield from _holders(scene)


def _firms(scene: Scene, span: tuple[int, int]) -> list[Mention]:
    return [m for m in scene.mentions_in(*span) if is_organisation(scene, m) and m.kind != "group"]


def _topic(scene: Scene, at: int, kinds: tuple[str, ...]) -> list[Mention]:
    """The topic of the sentence, not one carried from further back."""
    first = scene.sentences[scene.sentence_at(at)].start
    return [m for m in subjects(scene, at, kinds) if first <= m.start and m.end <= at]


def _firm_topic(scene: Scene, at: int) -> list[Mention]:
    return [m for m in _topic(scene, at, ("organisation", "unknown")) if is_organisation(scene, m)]


def _made(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "X是A做的", "做X的A", "用X做底座"."""
    for match in _MAKER_BEHIND.finditer(scene.content, clause.start, clause.end):
        firms = _firms(scene, match.span("org"))
        things = [m for m in scene.mentions_in(clause.start, match.start()) if is_thing(scene, m)]
        if firms and things and firms[-1].end >= match.end("org") - 3:
            yield draft(scene, "develops", firms[-1], things[-1], match.span(), match.start())
    for match in _MAKES_IT.finditer(scene.content, clause.start, clause.end):
        firms = [m for m in _firms(scene, match.span("org")) if m.start <= match.start("org") + 1]
        things = [m for m in scene.mentions_in(*match.span("thing")) if is_thing(scene, m)]
        if firms and things and things[-1].end == match.end("thing"):
            yield draft(scene, "develops", firms[0], things[-1], match.span(), match.start())
    for match in _BASE_WE.finditer(scene.content, clause.start, clause.end):
        bases = [m for m in scene.mentions_in(*match.span("base")) if is_thing(scene, m)]
        for own in _topic(scene, match.start(), ("organisation", "model", "unknown"))[:1]:
            if bases and bases[-1].name != own.name:
                yield draft(scene, "built_on", own, bases[-1], match.span(), match.start())


def _paid(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "B拿到了A的钱", "A参与了B的融资"."""
    for match in _PAID_BY.finditer(scene.content, clause.start, clause.end):
        backers = _firms(scene, match.span("by"))
        for raiser in _firm_topic(scene, match.start())[:1]:
            for backer in listed(scene, backers[0], match.end("by"))[:6] if backers else []:
                if backer.name != raiser.name and is_organisation(scene, backer):
                    yield draft(scene, "funds", backer, raiser, match.span(), match.start())
    for match in _TOOK_PART.finditer(scene.content, clause.start, clause.end):
        targets = _firms(scene, match.span("target"))
        for backer in _firm_topic(scene, match.start())[:4]:
            if targets and targets[-1].name != backer.name:
                yield draft(scene, "funds", backer, targets[-1], match.span(), match.start())


def _copied(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A指控B蒸馏其模型": B is built on A."""
    for match in _ACCUSED.finditer(scene.content, clause.start, clause.end):
        copier = [m for m in scene.mentions_in(*match.span("who")) if m.kind in _COPIERS]
        for accuser in _topic(scene, match.start(), ("organisation", "unknown"))[:1]:
            if copier and copier[-1].name != accuser.name:
                yield draft(scene, "built_on", copier[-1], accuser, match.span(), match.start())


def _barred(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "B被A列入黑名单"."""
    for match in _LISTED_BY.finditer(scene.content, clause.start, clause.end):
        who = [m for m in scene.mentions_in(*match.span("who")) if m.kind in ("side", "organisation")]
        for target in _topic(scene, match.start(), ("organisation", "unknown", "group"))[:4]:
            if who and who[-1].name != target.name:
                yield draft(scene, "restricts", who[-1], target, match.span(), match.start())


def _people(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "曾在A工作", "在A负责算法的X", "B从A挖来了X"."""
    for match in _USED_TO.finditer(scene.content, clause.start, clause.end):
        firms = [m for m in _firms(scene, match.span("org")) if m.start <= match.start("org") + 1]
        for person in [m for m in _topic(scene, match.start(), ("person",)) if m.kind == "person"][:1]:
            if firms:
                yield draft(scene, "part_of", person, firms[0], match.span(), match.start())
    for match in _IN_CHARGE.finditer(scene.content, clause.start, clause.end):
        people = [m for m in scene.mentions_in(*match.span("who")) if m.kind == "person"]
        firms = _firms(scene, match.span("org"))
        if people and firms:
            yield draft(scene, "part_of", people[0], firms[-1], match.span(), match.start())
    for match in _HIRED.finditer(scene.content, clause.start, clause.end):
        people = [m for m in scene.mentions_in(*match.span("who")) if m.kind == "person"]
        for firm in _firm_topic(scene, match.start())[:1]:
            if people:
                yield draft(scene, "part_of", people[0], firm, match.span(), match.start())


def _holders(scene: Scene) -> Iterator[Draft]:
    """ "林舟，云岭科技首席执行官": the post stands behind the name."""
    for person in scene.mentions:
        if person.kind != "person":
            continue
        post = _APPOSED.match(scene.content, person.end, min(len(scene.content), person.end + 40))
        firms = _firms(scene, post.span("org")) if post else []
        if post is None or not firms or firms[-1].end < post.end("org") - 4:
            continue
        founder = re.search(words.FOUNDERS, post["post"])
        predicate = "founded" if founder else "leads"
        yield draft(scene, predicate, person, firms[-1], (person.start, post.end()), person.start)


_RULES = ClauseRules[Draft](
    (_made, (_MAKER_BEHIND, _MAKES_IT, _BASE_WE)),
    (_paid, (_PAID_BY, _TOOK_PART)),
    (_copied, (_ACCUSED,)),
    (_barred, (_LISTED_BY,)),
    (_people, (_USED_TO, _IN_CHARGE, _HIRED)),
    least=4,
)
