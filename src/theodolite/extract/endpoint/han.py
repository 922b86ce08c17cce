"""What a phrase in Chinese characters names as a whole: "豆包大模型1.6 lite", "智谱GLM-4.5", "中国高校".

A model gives names as the text has them, with whose it is in front and what it is behind; the vocabulary
knows the name alone.
"""

from __future__ import annotations

import re

from theodolite.extract.chinese import names, script
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.names import demonym

_PRODUCT = re.compile(
    r"(?:系列)?的?(?:AI|人工智能|推理|开源|多模态|智能)?"
    r"(?:大语言模型|语言模型|大?模型|芯片|加速卡|显卡|处理器|助手|应用|机器人|平台)?(?:系列|家族)?"
)
_BODY = re.compile(r"(?:的?(?:集团|公司|科技|官方|团队|股份|有限公司)){0,3}")
_VERSION = re.compile(r"\s?(?P<version>[A-Za-z0-9][\w.+-]*(?:\s[A-Za-z0-9][\w.+-]*){0,3})")
_PEOPLE = {
    "universities": "大学|高校|院校",
    "graduates": "毕业生",
    "students": "(?:留)?学生",
    "investors": "投资者|投资人|投资机构",
    "engineers": "工程师",
    "scientists": "科学家",
    "entrepreneurs": "企业家|创业者",
    "users": "用户",
    "papers": "论文",
    "patents": "专利",
    "robots": "机器人",
}
_GROUPS = tuple((noun, re.compile(f"的?(?:AI|人工智能)?(?:{said})")) for noun, said in _PEOPLE.items())


def whole(words: str, home: str) -> tuple[str, str | None] | None:
    """The name in canonical form and its side; None where the phrase is more, or less, than one name.

    `home` is the country that "国产" and "本土" mean.
    """
    plain = script.simplified(words)
    found = names.find(plain, home)
    if not found or not _begins(plain, found):
        return None
    last = found[-1]
    rest = plain[last.end :]
    if last.kind == "model":
        if _PRODUCT.fullmatch(rest):
            return last.name, last.side
        version = _VERSION.fullmatch(rest)
        return (f"{last.name} {version['version']}", last.side) if version else None
    if len(found) > 1:
        return None
    if last.kind == "side":
        return next(
            ((f"{demonym(last.name)} {noun}", last.name) for noun, said in _GROUPS if said.fullmatch(rest)),
            (last.name, last.side) if not rest else None,
        )
    named = not rest or (last.kind == "organisation" and _BODY.fullmatch(rest))
    return (last.name, last.side) if named else None


def _begins(plain: str, found: tuple[Mention, ...]) -> bool:
    """Whether nothing but makers and countries stands in front of the last name."""
    at = 0
    for mention in found[:-1]:
        if mention.start != at or mention.kind not in ("organisation", "side"):
            return False
        at = mention.end + (plain[mention.end : mention.end + 1] in ("的", " "))
    return found[-1].start == at
