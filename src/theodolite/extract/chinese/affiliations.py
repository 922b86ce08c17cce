"""For whom a person of a Chinese text speaks: the firm or city that the text names with the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from theodolite.extract.chinese import things, words
from theodolite.extract.chinese.referents import main_organisation
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_POST = (
    rf"(?:{words.TITLES}|{words.HEADS}|{words.FOUNDERS}|总监|经理|副市长|市长|书记|产品经理|技术总监"
    rf"|合伙人|发言人|部门?负责人|主管|老板)"
)
_BETWEEN = re.compile(
    rf"(?:的|旗下"
    rf"|[（(][^）)\n]{{1,16}}[）)])?[\u4e00-\u9fffA-Za-z\s]{{0,10}}?{_POST}(?:[兼、和及暨]{{1}}[\u4e00-\u9fff]{{0,6}}?{_POST})*的?\s?"
)
_IS_OF = re.compile(
    rf"[，]?(?:今年[^，。]{{1,6}}岁[，])?(?:现在?|目前)?(?:是|系|为|任|担任|现任"
    rf"|就任)(?P<of>[^，。；：\n]{{2,24}}?)的?(?:首席|联合|共同)?{_POST}"
)
_WORKS = re.compile(
    r"[^，。；：\n]{0,10}?(?:就职于|任职于|供职于|创办了?|创立了?"
    r"|加入了?)(?P<of>[^，。；：\n]{2,20})"
)
_FIRM = re.compile(
    r"(?<=[是为任])(?:[\u4e00-\u9fffA-Za-z]{0,6}的?)?一家[^，。；：\n的]{0,14}?(?:公司|企业|机构"
    r"|实验室|工作室|基金|高校|研究所|厂|律所|医院|银行|平台|团队)"
    rf"(?=的?(?:首席|联合|共同)?{_POST})"
)
_FIRMS_OWN = re.compile(
    rf"(?:\A|[，。；：“”\s]|[该本])(?:公司|集团)(?:的)?[\u4e00-\u9fff]{{0,6}}?{_POST}(?:[兼、和及暨][\u4e00-\u9fff]{{0,6}}?{_POST})?\Z"
)
"""Before a person's name: a post in the firm that the text is about."""
_OFFICE = re.compile(
    r"市[\u4e00-\u9fff]{2,12}(?:局|委|办|厅|署|会|院|中心)|市(?:长|委)"
    r"|省[\u4e00-\u9fff]{2,10}(?:厅|局|委)"
)


def find(scene: Scene) -> dict[str, Mention]:
    """Each person's firm, office or city by the person's name; the first that the text names."""
    found: dict[str, Mention] = {}
    city = scene.city
    for person in scene.mentions:
        if person.kind != "person" or person.name in found:
            continue
        official = city is not None and _is_official(scene, person)
        own = None if official else _before(scene, person) or _behind(scene, person)
        if official and city is not None:
            own = Mention(person.start, person.start, city, "unknown", "China", noun="place")
        if own is not None:
            found[person.name] = own
    return found


def _is_official(scene: Scene, person: Mention) -> bool:
    """Whether an office of a city or province stands before the name."""
    return _OFFICE.search(scene.content, max(0, person.start - 24), person.start) is not None


def described(content: str) -> Iterator[Mention]:
    """A firm without a name that somebody is said to head or to have founded ("上海一家创业公司")."""
    for match in _FIRM.finditer(content[:3000]):
        name = match.group()
        yield Mention(*match.span(), name, "organisation", None, noun="described")


def _before(scene: Scene, person: Mention) -> Mention | None:
    """ "岚岫科技创始人祝晚晴": the organisation right before the post."""
    if _FIRMS_OWN.search(scene.content, max(0, person.start - 24), person.start):
        return main_organisation(scene)
    near = scene.mentions_in(max(0, person.start - 44), person.start)
    for mention in reversed(near):
        if mention.kind in ("organisation", "unknown") and mention.noun not in ("title", "product"):
            if _BETWEEN.fullmatch(scene.content, mention.end, person.start):
                return None if things.is_thing(scene.content, mention) else mention
        elif mention.kind == "person":
            return None
    return None


def _behind(scene: Scene, person: Mention) -> Mention | None:
    """ "林若川是X的联合创始人": X, where nobody named it by its words ("上海一家创业公司")."""
    stop = min(len(scene.content), person.end + 60)
    stated = _IS_OF.match(scene.content, person.end, stop) or _WORKS.match(scene.content, person.end, stop)
    if stated is None:
        return None
    inside = [
        m
        for m in scene.mentions_in(*stated.span("of"))
        if m.kind in ("organisation", "unknown") and m.noun not in ("title", "product")
    ]
    if inside:
        return inside[-1]
    return None
