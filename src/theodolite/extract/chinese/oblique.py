"""Names behind a preposition or a verb of comparing: a Chinese clause is not about them."""

from __future__ import annotations

import re

from theodolite.extract.words.known_names import Mention

_OBLIQUE = re.compile(
    r"(?:对|向|与|跟|同|针对|比|较|相比|据|按|由|被|给|受|于|除了?|根据|按照|接受|相较于|不同于|基于|用"
    r"|为|当|随着|使用|采用|如|像|比如|例如|在|离|距|距离|超过"
    r"|优于|媲美|比肩|逼近|强于|弱于|高于|低于|击败|胜过|达到|取得|位居|位列|跻身|稳居|名列|支持|兼容|搭载|匹配|匹敌|接入|调用|集成|适配|选址|位于|落户|地处|仅次于|通过|对于|联合|携手|会同|获得"
    r"|来自|出自|超越|接近|不到|不足|不及|高于|低于|优于|逊于|快于|慢于|多于|少于|强于|弱于|胜过"
    r"|不输|打不过|比不上|赶不上|追平|追上|赶上"
    r"|媲美|逼近|相当于|等于|仅次于|跑在|不如|领先|落后|从|追赶|对标|包括)(?:部分|多款|多个|主流|所有|众多)?\s?\Z"
)
_SHARE_OF_IT = re.compile(r"的(?:约|近|大约|不到|将近)?[一二两三四五六七八九十百半\d]")
_MEASURED = re.compile(r"(?:是|为|到|有|约|及|足|于)\s?[“]?\Z")
_INSIDE = re.compile(r"\s?(?:设备|手机|系统|应用|浏览器)(?:上|中|里)(?![线架市调述国传下游海涨升文英等])")
_SET_AGAINST = re.compile(
    r"(?:超越|超过|反超|优于|媲美|比肩|逼近|领先|击败|胜过|对标|不输|不逊于|不亚于|落后于|不如|仅为|只有|相当于|堪比)"
    r"了?[^，。；、]{0,16}(?:[^\s]的|公司|企业|巨头|旗下[^，。；、]{0,5})\s?\Z"
)
_ENDS_A_PHRASE = frozenset("的司业头型品片手理下")
"""What a verb of comparing governs with words before it: "超越了上一代万亿参数级的B" is not about B."""
_BY_MEANS = re.compile(r"(?:通过|借助|引入)[^，。；]{0,8}\Z")


def is_oblique(content: str, mention: Mention, start: int) -> bool:
    """Whether a mention stands behind a preposition in its clause, so that it is not the topic."""
    if content.startswith(("相比", "比起来", "相较", "看来"), mention.end):
        return True
    if _SHARE_OF_IT.match(content, mention.end) and _MEASURED.search(
        content[max(start, mention.start - 4) : mention.start]
    ):
        return True
    if _INSIDE.match(content, mention.end) and mention.kind in ("model", "unknown"):
        return True
    if _BY_MEANS.search(content[max(start, mention.start - 12) : mention.start]):
        return True
    if content[mention.start - 2 : mention.start].rstrip()[-1:] in _ENDS_A_PHRASE and _SET_AGAINST.search(
        content, max(start, mention.start - 24), mention.start
    ):
        return True
    return _OBLIQUE.search(content, max(start, mention.start - 6), mention.start) is not None
