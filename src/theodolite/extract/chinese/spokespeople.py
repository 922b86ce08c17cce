"""Who speaks without a name in a Chinese text: by a post, by whom one belongs to, by what one does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from theodolite.extract.chinese import words
from theodolite.extract.chinese.reported import Reported, reported_by

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_ROLE = (
    rf"(?:{words.TITLES}|技术总监|销售总监|总监|产品经理|项目经理|经理|主管|市长|副市长|省长|书记"
    rf"|行长|处长|站长|厂长|厂务"
    r"|工作人员|现场工作人员|员工|职员|律师|同学|朋友|老板|医生|老师|学生|开发者|用户|居民|同事|玩家"
    r"|从业者|业内人士|业界人士"
    r"|知情人士|人士|消息人士|官方人士|操盘手|采购|运维|程序员|算法工程师|合伙人|店员|股东|买家"
    r"|供应商|经销商|代理商|博士生)"
)
_WHERE = (
    r"(?:近日|日前|今[日天]|昨[日天]|周[一二三四五六日]|\d{1,2}日|还|也|则|曾|此前|随后|终于|公开"
    r"|坚持|私下|匿名|明确|一再"
    r"|反复|多次|立即|当场|向?本[报刊社]记者|对我|向我|跟我|都|普遍|在[^，。]{1,20}?(?:上|时|中|里"
    r"|会|间|后|前)"
    r"|对[^，。]{1,14}|向[^，。]{1,14}|就[^，。]{1,16}|接受[^，。]{2,14}(?:采访|专访)时"
    r"|被问及[^，。]{1,10}时)*"
)
_ONE = re.compile(
    rf"(?P<who>(?:[\u4e00-\u9fffA-Za-z]{{2,12}}(?:的|内部的?)?)?(?:一|两|三|四|几|多|某|另一"
    rf"|其中一)(?:位|名|个)"
    rf"(?:[^，。；：“”]{{0,16}}?)?{_ROLE}){_WHERE}\Z"
)
_STRAY = re.compile(
    r"\A(?:据|但|而|不过|另外|此外|同时|有|来自|对|向|与|和|接近|其中(?!一)|当地"
    r"|随后|上个?月|去年|今年)+"
)
_OF = re.compile(rf"(?:的|[（(][^）)]{{1,16}}[）)])?(?:[\u4e00-\u9fff]{{0,8}}?){_ROLE}(?:[兼、暨和]{_ROLE})*")
_PEOPLE_OF = re.compile(r"的(?:人|朋友|人员|同学|同事)")
_BARE = re.compile(
    rf"(?:\A|[，。；：“”\s])(?P<who>(?:现场)?工作人员|主办方|校方|院方|厂方|部长|副?市长|局长|院长"
    rf"|校长|新闻发言人|发言人|总理"
    rf"|总统|首相|主席|创始人|负责人|董事长|总裁|总经理|首席执行官|执行长|主任|所长|理事长|秘书长){_WHERE}\Z"
)


def find(scene: Scene, start: int, at: int) -> Reported | None:
    """The post or kind of person that ends right before a verb of saying; None where a person is named."""
    if any(m.kind == "person" for m in scene.mentions_in(start, at)):
        return None
    before = scene.content[start:at]
    if one := _ONE.search(before):
        first = one.start("who")
        stray = _STRAY.match(one["who"])
        if stray and stray.end() < len(one["who"]) - 3:
            first += stray.end()
        return _named(scene, start + first, start + one.end("who"))
    for mention in reversed(scene.mentions_in(start, at)):
        if mention.kind not in ("organisation", "unknown", "side") or mention.noun in ("title", "product"):
            continue
        post = _OF.match(before, mention.end - start) or _PEOPLE_OF.match(before, mention.end - start)
        if post and re.fullmatch(_WHERE, before[post.end() :]):
            return _named(scene, mention.start, start + post.end())
        break
    if bare := _BARE.search(before):
        return _holder(scene, bare["who"], start) or _named(
            scene, start + bare.start("who"), start + bare.end("who")
        )
    return None


def _named(scene: Scene, start: int, end: int) -> Reported:
    text = scene.text.content[start:end]
    return Reported(start, end, text, text, None, True)


def _holder(scene: Scene, post: str, at: int) -> Reported | None:
    """The person whom the text has named with this post before."""
    for mention in reversed(scene.mentions_in(max(0, at - 1500), at)):
        if mention.kind == "person" and scene.content.startswith(post, mention.start - len(post)):
            return reported_by(mention, scene.content)
    return None
