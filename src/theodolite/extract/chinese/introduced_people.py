"""People whom a Chinese text brings in without a title before the name: by what they found, head or join.

A surname and one or two characters are a name where such words stand around them ("陈以南离开A，创办了B",
"由陈以南和李慕青创立", "任命陈以南为首席执行官"), unless the characters hold a plain word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import plain_words, tries, words
from theodolite.extract.words.known_names import Mention

_SURNAME = rf"(?:{'|'.join(words.COMPOUND_SURNAMES)}|[{''.join(sorted(words.SURNAMES))}])"
_NAME = rf"(?:{_SURNAME}[\u4e00-\u9fff]{{1,2}}?)"
_POST = (
    r"首席执行官|首席科学家|首席技术官|首席|CEO|CTO|COO|CFO|董事长|总裁|总经理|副总裁|联合创始人|创始人|创办人|负责人|院长|所长|校长|研究员|教授"
    r"|工程师|分析师|合伙人|掌门人|发言人|总监|主管"
)
_DONE = (
    rf"(?:(?:正式|已|已经|又|先后|近日|日前|随后|今年|去年|宣布|将|于|在|自|和[\u4e00-\u9fff]{{2,3}}|(?:19|20)?\d\d年|\d{{1,2}}月|\d{{1,2}}日|[上本]个?[月周]|[昨今][日天]|周[一二三四五六日]|第[一二三四]季度|年?底|[年月]?初|春|秋)*"
    r"(?:离开|加入|加盟|入职|创办|创立|创建|出任|担任|接任|接替|执掌|掌舵|任(?:[\u4e00-\u9fffA-Za-z]{2,10}(?:董事长|总裁|CEO|首席|总经理|院长))"
    r"|曾(?:是|在|任|于|先后|担任|供职|就职|效力)|此前(?:是|在|任|于|曾|担任|供职|就职|效力)|现任|毕业于|本科毕业|博士毕业|离职|辞职|卸任|跳槽"
    r"|就职于|任职于|供职于|从[^，。；]{2,12}?(?:离职|跳槽|毕业|加入|回国)|(?:带队|带领|率领|率队)|获(?:得)?[^，。；]{0,8}博士)"
    rf"|是[^，。；]{{2,16}}?(?:{_POST})|[，（(][^，。；（）()]{{2,20}}?(?:{_POST})(?=[，。；）)]))"
)
_AND = r"(?:和|与|、|及|以及)"
_PEOPLE = re.compile(
    rf"(?:(?<=[，。；：！？、“”\n\s])|\A)(?P<acts>{_NAME})(?={_DONE})"
    rf"|由(?:[前原][^，。；由]{{2,14}}?(?:员工|研究员|工程师|高管|科学家|教授|负责人|副总裁|总监|骨干|成员))?(?P<by>{_NAME})"
    rf"(?=(?:{_AND}{_NAME})*(?:等人?)?(?:于[^，。；]{{2,8}})?(?:联合|共同|一手|亲自|独自|领衔|牵头|带头|主导)?(?:创立|创办|创建|执掌|掌舵|领导|领衔|带队|带领|出任|担任|接任|主导))"
    rf"|(?:任命|聘请|聘任|委任|提名|选举|挖来|请来|引进|邀请)(?:了)?(?P<named>{_NAME})(?=为|担任|出任|任|加盟|加入|接任|，|。)"
    rf"|在(?P<eyes>{_NAME})(?=看来|眼中|眼里)|(?:(?<=[，。；”\n\s])|\\A)(?P<says>{_NAME})(?=则|也|还|并|对此|随后|坦承|笑|摇头|反驳|不同意|告诉(?:我|记者|本)"
    r"|(?:在[^，。；]{2,18}?(?:时|中|上|里))?(?:说|表示|称|认为|指出|透露|坦言|强调|写道|回应|补充))"
    rf"|(?:接替|接棒)(?P<before>{_NAME})(?=[，。；]|担任|出任|任|成为)"
    rf"|(?:创始人|创办人|{_POST})(?:是|为|由|叫)(?:[前原][^，。；]{{2,10}}?)?(?P<post>{_NAME})(?={_AND}|[，。；（(]|担任|出任)"
    rf"|(?:创始人|创办人|{_POST})(?P<titled>{_NAME})(?=毕业|带|率|此|出身|生于|是|也|还|曾|则|早|离|加|创|任|今|近|日前|在|于|对|说|表|称|认|和|与|、|，|。|；|（|\()"
)
_SECOND = re.compile(
    rf"{_AND}(?P<name>{_NAME})(?=(?:等人?)?(?:于[^，。；]{{2,8}})?(?:联合|共同|一手)?(?:创立|创办|创建|执掌|担任|出任|，|。|加入|加盟|、|和|离开|离职))"
)
_GIVEN = frozenset("以可和与及之若所其多少大小前后里外间内好")  # in no firm's name, but in people's
_NO_NAME = re.compile(
    rf"{tries.pattern(w for w in plain_words.WORDS | plain_words.NO_PEOPLE if len(w) > 1)}"
    rf"|[{''.join(sorted(set(plain_words.CHARACTERS) - _GIVEN))}]"
)


def find(content: str) -> Iterator[Mention]:
    """Every such person, each at one place."""
    for match in _PEOPLE.finditer(content):
        group = str(match.lastgroup)
        if not is_name(match[group]):
            continue
        yield Mention(*match.span(group), match[group], "person", None)
        joined = _SECOND.match(content, match.end(group))
        if joined is not None and is_name(joined["name"]):
            yield Mention(*joined.span("name"), joined["name"], "person", None)


def is_name(name: str) -> bool:
    """Whether some characters that begin with a surname can be a person's name."""
    return _NO_NAME.search(name) is None and not name.endswith(("年", "月", "日", "家", "国", "市", "省"))
