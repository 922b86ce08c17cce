"""Which unlisted names are models and products."""

from __future__ import annotations

import re

from theodolite.extract.words.known_names import Mention

_NAMED = re.compile(
    r"(?:名为|代号为?是?|命名为|取名为?|叫做|名叫|更名为|发布了?|推出了?|上线了?|开源了?)[“「《\"\s]{0,3}\Z"
)
_FIRM = re.compile(
    r"[”」》\"]?\s?的?[^，。；]{0,14}?(?:公司|企业|机构|团队|实验室|初创|创始人|组织|部门|基金|联盟|平台上|者)"
)


def is_thing(content: str, mention: Mention) -> bool:
    """Whether an unlisted name is a model or product, by its form or the words around it."""
    if mention.kind == "model":
        return True
    if mention.noun == "product":
        return True
    if mention.kind != "unknown" or mention.noun == "title":
        return False
    if re.fullmatch(r"[vV]?\d[\d.]*", mention.name):
        return False
    if re.search(r"\d|-", mention.name):
        return True
    around = content[max(0, mention.start - 16) : mention.start]
    after = content[mention.end : mention.end + 8]
    if _NAMED.search(around):
        return not _FIRM.match(content, mention.end)
    return bool(
        re.search(
            r"(?:模型|芯片|产品|系统|工具|平台|框架|智能体|应用|机器人|引擎|助手|家族|系列"
            r"|版)[的“「《”\s]{0,3}\Z",
            around,
        )
        or re.match(
            r"[”」》]?\s?(?:系列)?(?:大?模型|芯片|智能体|框架|系统|应用|预览版|平台|助手|引擎)", after
        )
    )
