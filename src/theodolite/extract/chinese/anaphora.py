"""Words that stand for a name said before (该公司, 这款模型, 前者, 后者): mentions of that name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from theodolite.extract.chinese import subject_matter
from theodolite.extract.words.known_names import Mention

_WORDS = re.compile(
    r"(?P<org>(?:该|这家|这间|那家)(?:[\u4e00-\u9fff]{0,6}?)(?:公司|企业|机构|研究院|研究所|实验室"
    r"|厂商|集团|基金|巨头|独角兽)|该(?:校|所|院|社|行|司|台))"
    r"|(?P<thing>(?:该|这款|这个|这一|此款)(?:[\u4e00-\u9fff]{0,4}?)(?:模型|芯片|系统|产品|机器人"
    r"|加速卡|处理器|智能体))(?!的?研究|领域|行业)"
    r"|(?P<latter>后者)|(?P<former>前者)"
)
_FAR = 220  # characters that a word like this reaches back


def find(
    content: str, mentions: Sequence[Mention], is_thing: Callable[[Mention], bool]
) -> tuple[Mention, ...]:
    """The mentions with those that such words stand for, in order."""
    main = subject_matter.main_thing(content, mentions)
    found = list(mentions)
    starts = [m.start for m in found]
    for match in _WORDS.finditer(content):
        at = bisect_left(starts, match.start())
        if at < len(found) and found[at].start < match.end():
            continue
        if at and found[at - 1].end > match.start():
            continue
        meant = _meant(content, match, found[:at], is_thing)
        if match["thing"]:
            meant = subject_matter.meant(content, main, match.start(), meant)
        if meant is not None:
            found.insert(at, replace(meant, start=match.start(), end=match.end()))
            starts.insert(at, match.start())
    return tuple(found)


_BESIDE = re.compile(r"(?:以|基于|用|拿|比|与|和|跟|同|超过|优于|对标|接近|采用|搭载|适配)[^，。；]{0,3}\Z")


_STATE = re.compile(r"(?:公司|企业|厂商|集团|巨头|独角兽)\Z")
_NO_FIRM = re.compile(
    r"Pentagon|Department|Ministry|Commission|Court|Congress|Senate|Administration|Agency|White House|Reuters"
    r"|Times|Information|Journal|Bloomberg|Axios|法院|部|委员会|国会|政府|局|社|报|网|Arena"
)
_ASIDE = re.compile(
    r"(?:与|和|跟|同|向|对|给|为|从|由|被|据|在|获|比|于|以及|、|及|包括|联合|携手|通过|使用|采用|超过|来自|援引|针对|基于|接入|的)\s?\Z"
)


def _acting(content: str, match: re.Match[str], firms: list[Mention]) -> Mention | None:
    """The firm meant: the one that the nearest sentence is about, not whom it deals with."""
    if _STATE.search(match.group()):
        firms = [m for m in firms if not _NO_FIRM.search(m.name)] or firms
    if not firms:
        return None
    listed = [m for m in firms if m.kind == "organisation"]
    if _STATE.search(match.group()) and firms[-1].kind != "organisation" and listed:
        firms = listed if match.start() - listed[-1].end < 240 else firms
    topics = [m for m in firms if not _ASIDE.search(content[max(0, m.start - 3) : m.start])]
    if not topics:
        return firms[-1]
    last = topics[-1]
    first = max(content.rfind(mark, 0, last.start) for mark in "。！？\n")
    return next(m for m in topics if m.start > first)


def _meant(
    content: str, match: re.Match[str], before: list[Mention], is_thing: Callable[[Mention], bool]
) -> Mention | None:
    near = [
        m
        for m in before[-60 if match["org"] else -12 :]
        if match.start() - m.end <= (900 if match["org"] else _FAR) and m.noun != "title"
    ]
    if match["thing"]:
        things = [m for m in near if is_thing(m)]
        topics = [m for m in things if not _BESIDE.search(content[max(0, m.start - 6) : m.start])]
        chosen = topics or things
        return chosen[-1] if chosen else None
    if match["org"]:
        firms = [m for m in near if m.kind == "organisation" or (m.kind == "unknown" and not is_thing(m))]
        return _acting(content, match, firms)
    names: list[Mention] = []
    for mention in reversed(near):
        owner = bool(names) and mention.name == names[-1].maker
        if mention.kind != "person" and not owner and mention.name not in {n.name for n in names}:
            names.append(mention)
    if len(names) < 2:
        return None
    return names[0] if match["latter"] else names[1]
