"""Models and products that a Chinese text brings in: between marks behind what is done with a product, with a
version, or behind the word for what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import introduced_names
from theodolite.extract.words.known_names import Mention

_HAN = r"[\u4e00-\u9fff]"
_KIND = (
    r"(?:模型|芯片|处理器|加速卡|机器人|智能体|操作系统|平台|框架|引擎|助手|工具|系统|应用|产品|眼镜|手机|算法|数据集|集群|服务器|推理卡"
    r"|训练卡)"
)
_DONE = (
    r"(?:发布|推出|上线|开源|自研|研发|打造|训练|开放|更新|升级|放出|首发|亮相|接入|基于|采用|使用|部署|名为|叫做?|取名|命名为|代号|改用|换成"
    r"|内置|搭载|微调|蒸馏|套壳)"
)
_VERSION = (
    r"(?:[VvXxRrSs]?\d{1,2}\.\d{1,2}|[A-Z]{1,2}\d{1,3})(?![\d.%A-Za-z]|\s?[亿万年月日倍个元美块张台次小天])"
)
_MARKED = re.compile(
    rf"[“「『](?P<version>{_HAN}{{2,5}}[\s-]?[A-Z]{{0,3}}\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}[A-Z]?)[”」』]"
    rf"|{_DONE}[了过出]?(?:[\u4e00-\u9fffA-Za-z0-9]{{0,8}}[的款个代])?(?:{_HAN}{{0,6}}{_KIND})?"
    rf"[“「『](?P<marked>{_HAN}{{2,5}})[”」』](?=[，。；、（\n]|\Z|正式|后|的|和|与|并|等|作为|做|系列|大?{_KIND})"
    rf"|(?:把|将)(?:自家|自研|旗下)?的?(?:{_HAN}{{0,8}}{_KIND})?[“「『](?P<put>{_HAN}{{2,5}})[”」』]"
    rf"(?={_HAN}{{0,6}}(?:开源|接入|部署|集成|上线|用于|预装|嵌入))"
    rf"|[“「『](?P<is>{_HAN}{{2,5}})[”」』](?=[是为][^，。；\n]{{0,20}}?{_KIND}|系列|大?模型|芯片)"
)
_NUMBERED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<alone>{_HAN}{{2,4}})\s?{_VERSION}"
    rf"|(?:{_DONE}|[把将与和的、由]|模型|芯片|机器人)了?(?P<named>{_HAN}{{2,4}}?)\s?{_VERSION}"
)
_IS_A = re.compile(
    rf"(?:(?<=[，。；：\n])|\A)(?P<name>{_HAN}{{2,6}})(?=是(?:[^，。；\n是]{{0,14}}?的)?一[款个套颗][^，。；\n]{{0,16}}?{_KIND}"
    r"|[是为][^，。；\n]{1,16}?(?:推出|研发|开发|发布|自研|训练|打造)的)"
    rf"|(?:大模型|大语言模型|推理模型|世界模型|多模态模型|基座模型|AI芯片|人形机器人|操作系统)(?P<kind>{_HAN}{{2,4}})"
    r"(?=[，。；、（]|正式|发布|上线|开源)"
)
_COMMON = re.compile(r"大脑|小脑|门槛|黑箱|幻觉|泡沫|焦虑|革命|浪潮|时代")


def find(content: str) -> Iterator[Mention]:
    """Every such product, each at one place."""
    for match in _MARKED.finditer(content):
        group = str(match.lastgroup)
        bare = match[group].rstrip("0123456789.- ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if introduced_names.is_name(bare) and not _COMMON.search(bare):
            yield Mention(*match.span(group), match[group], "unknown", None, noun="product")
    for match in _NUMBERED.finditer(content):
        group = "alone" if match["alone"] else "named"
        if introduced_names.is_name(match[group]):
            start = match.start(group)
            yield Mention(start, match.end(), content[start : match.end()], "unknown", None, noun="product")
    for match in _IS_A.finditer(content):
        group = str(match.lastgroup)
        if introduced_names.is_name(match[group]):
            yield Mention(*match.span(group), match[group], "unknown", None, noun="product")
