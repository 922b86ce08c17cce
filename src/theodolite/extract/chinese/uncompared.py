"""What looks like a comparison in Chinese and is none: aims, attributes, quotas, who stands near a firm."""

from __future__ import annotations

import re

from theodolite.extract.chinese import words

_AIM = re.compile(
    r"(?:必须|确保|保证|务必|需要|应当|要求|目标|旨在|力争|力求|希望|争取|打算|能否|是否|如何|声称要|想要)[^，。；]{0,28}\Z"
)
_ATTRIBUTE = re.compile(
    r"(?:领先|超越|超过|接近|对齐|对标|媲美|相当)的|不输[入出]|对齐(?:研究|技术|团队|训练|方法|问题|税|微调|科学|行为|失败|风险|评估|工作)"
)
_SIDE_BY_SIDE = re.compile(r"[与和][^，。；]{0,40}并列[，]?(?:作为|呈现|展示|显示|存放)")
_MATCHES = re.compile(r"高度?(?:相关|吻合|重合|契合|一致)")
_QUOTA = re.compile(r"\s?倍?\s?(?:的|以上)?(?:使用)?(?:额度|用量|限额|配额|积分|调用量|速率限制|次数)")
_NEAR_TO = re.compile(r"接近[^，。；]{1,14}?(?:人士|的人|知情|消息源|高层)")
_OF_A_PLAN = re.compile(
    r"(?:此前|以往|原来|过去|之前)(?:计划|需|预期|预计|披露|报道|单独|公布|承诺|设定|的?(?:计划|预期|模式|方式))"
)


def is_none(content: str, first: int, cue: int, end: int) -> bool:
    """Whether the words at `cue` to `end`, of a clause from `first` on, set nothing against another."""
    said = content[cue : end + 12]
    return bool(
        _AIM.search(content[max(first, cue - 40) : cue])
        or _ATTRIBUTE.match(said)
        or _QUOTA.match(content, end)
        or _SIDE_BY_SIDE.match(content, cue)
        or _MATCHES.search(content, cue, end + 8)
        or (said.startswith("接近") and _NEAR_TO.search(said))
        or _OF_A_PLAN.search(said)
    )


_COUNTED = frozenset(
    [
        "models",
        "companies",
        "chips",
        "users",
        "talent",
        "funds",
        "robots",
        "parameters",
        "researchers",
        "patents",
    ]
)
_NUMBER = re.compile(r"的?(?:总?数|量|规模|人数|总量)")


_METRIC = re.compile(words.alternation(words.METRICS))


def metric(near: str, grown: str | None) -> str | None:
    """The first metric that the words name, of what can be counted only its number; of what grew the last."""
    if grown is not None and (last := [m.group() for m in _METRIC.finditer(grown)][-1:]):
        return words.METRICS[last[0]]
    for match in _METRIC.finditer(near):
        if words.METRICS[match.group()] not in _COUNTED or _NUMBER.match(near, match.end()):
            return words.METRICS[match.group()]
    return None


_NO_FIELD = re.compile(
    r"表现|基准|优于|超过|超越|测试|多[项个方]|这|该|其|\d|开发者|大会|平台|目前|时间|情况|背景"
)


_FIELD = re.compile(
    r"(?:在|(?<![次低高优强弱后多少大小快慢好等先胜亚逊差])于)([^，。；在]{2,14}?)(?:上|方面|领域|中(?!国)|能力上|测试中)"
)


def field(near: str) -> str | None:
    """The words of a field ("在视频理解上") where they name one."""
    named = _FIELD.search(near)
    if named is None or _NO_FIELD.search(named.group(1)):
        return None
    return re.sub(r"等(?:多?个?)?\Z", "", named.group(1)).strip() or None
