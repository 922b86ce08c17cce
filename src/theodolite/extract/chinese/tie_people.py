"""Who heads, founded or is of what in Chinese where the person stands behind the firm, or the post last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import words
from theodolite.extract.chinese.clause_rules import ClauseRules, by_matches
from theodolite.extract.chinese.referents import is_organisation, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.ties import draft
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_POST = rf"(?:{words.FOUNDERS}|(?:联席|代理|执行|轮值|临时|新任)?(?:{words.HEADS}))"
_NAMED = re.compile(
    rf"(?:任命|聘请|聘任|委任|选举|推选|提拔|宣布由|改由|由)(?P<who>[^，。；]{{2,16}}?)(?:正式)?(?:为|担任|出任|任|接任|兼任)(?:公司|集团)?(?:的)?(?:新任|新一任|全球|首任)?(?P<post>{_POST})"
)
_TAKES = re.compile(
    rf"(?:正式)?(?:担任|出任|接任|升任|转任|兼任|就任|任|成为|当选)(?:了)?(?P<org>[^，。；]{{2,20}}?)(?:的)?(?:新任|新一任|全球|首任|联席|代理|执行|轮值)?(?P<post>{_POST})"
)
_HEADED = re.compile(
    rf"(?:的)?(?:现任|首任|新任)?(?P<post>{_POST})(?:是|为|由|换成了?|变为|改为|叫)(?:前?[^，。；]{{0,12}}?)(?P<who>[^，。；]{{2,14}})"
)
_IS_BOTH = re.compile(
    rf"(?:是|为|系)(?P<org>[^，。；是]{{2,20}}?)的?(?:{words.FOUNDERS})\s?(?:兼任?|、|和|及|暨|与)\s?"
    rf"(?:联席|现任)?(?P<post>{words.HEADS})"
)
_LED_BY = re.compile(
    r"(?:由|交由|归)(?P<who>[^，。；由]{2,16}?)(?:亲自|一手|全面|负责)?(?:执掌|掌舵|领导|领衔|带领|带队|率领|主持|负责|统管|主管|挂帅|操盘)(?!创|成立|发起|投|打造|完成|开发|研发|制定)"
)
_STAFF = (
    r"(?:首席(?:科学家|技术官|运营官|财务官|产品官|经济学家|分析师|架构师|研究员)|副总裁|高级副总裁|技术总监|研发总监|产品总监|总监|技术负责人|算法负责人|研发负责人"
    r"|业务负责人|产品负责人|部门负责人|总工程师|副总工程师|研究员|高级研究员|工程师|分析师|科学家|产品经理|合伙人|教授|副教授|院士|副院长|副主任|CTO|COO|CFO|发言人|员工|顾问|总设计师|架构师)"
)
_BELONGS = re.compile(
    rf"(?:的|旗下)?(?:[\u4e00-\u9fffA-Za-z]{{0,8}}?)(?:高级|资深|前沿|执行)?{_STAFF}(?:兼[^，。；]{{2,8}})?\s?"
)
_ONCE = re.compile(r"前|原|曾|离职")


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie of a person to a firm that such words state."""
    yield from _RULES.find(scene)
    yield from _staff(scene)


def _people(scene: Scene, span: tuple[int, int]) -> list[Mention]:
    return [m for m in scene.mentions_in(*span) if m.kind == "person"]


def _firm(scene: Scene, at: int) -> list[Mention]:
    """The firm that the clause is about."""
    found = subjects(scene, at, ("organisation", "unknown"))
    return [m for m in found if is_organisation(scene, m) and m.kind != "group"][:1]


def _tie(scene: Scene, post: str, person: Mention, firm: Mention, places: tuple[int, int]) -> Iterator[Draft]:
    if person.name == firm.name:
        return
    if re.search(words.FOUNDERS, post):
        yield draft(scene, "founded", person, firm, places, places[0])
    if re.search(words.HEADS, post) and not post.startswith("副"):
        yield draft(scene, "leads", person, firm, places, places[0])


def _appointed(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A任命X为首席执行官"."""
    people = _people(scene, match.span("who"))
    for firm in _firm(scene, match.start()) if people else []:
        yield from _tie(scene, match["post"], people[-1], firm, match.span())


def _taken(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "X任A董事长", "X接替Y担任A的CEO"."""
    if re.search(
        r"曾|前|不再|拒绝|卸|责|主\Z|现?任\Z", scene.content[max(start, match.start() - 2) : match.start()]
    ):
        return
    firms = [m for m in scene.mentions_in(*match.span("org")) if is_organisation(scene, m)]
    people = [m for m in subjects(scene, match.start(), ("person",)) if m.end <= match.start()]
    if firms and people and firms[-1].end >= match.end("org") - 4:
        yield from _tie(scene, match["post"], people[0], firms[-1], match.span())


def _headed(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A的CEO是X"."""
    people = _people(scene, match.span("who"))
    firms = [m for m in scene.mentions_in(start, match.start() + 1) if is_organisation(scene, m)]
    firms = firms[-1:] or _firm(scene, match.start())
    if people and firms and people[0].start - match.start("who") <= 2:
        yield from _tie(scene, match["post"], people[0], firms[-1], match.span())


def _both(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "X是A的创始人、CEO": both posts."""
    firms = [m for m in scene.mentions_in(*match.span("org")) if is_organisation(scene, m)]
    people = [m for m in subjects(scene, match.start(), ("person",)) if m.end <= match.start()]
    if firms and people and firms[-1].end >= match.end("org") - 1:
        yield draft(scene, "founded", people[0], firms[-1], match.span(), match.start())
        yield from _tie(scene, match["post"], people[0], firms[-1], match.span())


def _led(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A由X执掌"."""
    people = _people(scene, match.span("who"))
    firms = [m for m in scene.mentions_in(start, match.start()) if is_organisation(scene, m)]
    if people and firms and match.start() - firms[-1].end <= 4:
        yield draft(scene, "leads", people[-1], firms[-1], match.span(), match.start())


def _staff(scene: Scene) -> Iterator[Draft]:
    """ "A首席科学家X": X is of A."""
    for person in scene.mentions:
        if person.kind != "person":
            continue
        near = scene.mentions_in(max(0, person.start - 30), person.start)
        for firm in reversed(near):
            if firm.kind not in ("organisation", "unknown") or not is_organisation(scene, firm):
                break
            held = _BELONGS.fullmatch(scene.content, firm.end, person.start)
            if held and not _ONCE.search(held.group()) and not re.search(words.FOUNDERS, held.group()):
                yield draft(scene, "part_of", person, firm, (firm.start, person.end), firm.start)
            break


_RULES = ClauseRules[Draft](
    by_matches(_NAMED, _appointed),
    by_matches(_TAKES, _taken),
    by_matches(_HEADED, _headed),
    by_matches(_LED_BY, _led),
    by_matches(_IS_BOTH, _both),
)
