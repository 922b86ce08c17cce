"""Cities and provinces of China in Chinese texts: who a local text is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from theodolite.extract.words.known_names import Mention

_NAMES = {
    "北京": "Beijing", "上海": "Shanghai", "深圳": "Shenzhen", "广州": "Guangzhou", "杭州": "Hangzhou",
    "成都": "Chengdu", "武汉": "Wuhan", "南京": "Nanjing", "天津": "Tianjin", "合肥": "Hefei",
    "苏州": "Suzhou", "西安": "Xi'an", "重庆": "Chongqing", "东莞": "Dongguan", "珠海": "Zhuhai",
    "无锡": "Wuxi", "宁波": "Ningbo", "长沙": "Changsha", "厦门": "Xiamen", "青岛": "Qingdao",
    "大连": "Dalian", "济南": "Jinan", "郑州": "Zhengzhou", "贵阳": "Guiyang", "贵州": "Guizhou",
    "内蒙古": "Inner Mongolia", "广东": "Guangdong", "浙江": "Zhejiang", "江苏": "Jiangsu",
    "四川": "Sichuan", "安徽": "Anhui", "中关村": "Zhongguancun", "张江": "Zhangjiang",
}  # fmt: skip
_ANY = "|".join(_NAMES)
_PLACE = re.compile(
    rf"(?P<name>{_ANY})(?:市"
    rf"|省)?(?=[，。、；：的在将是有从于为与和及同比已也还则正去今上下年共累计仍都]|人工智能|AI|智能"
    rf"|产业|企业|算力|相比|之所以|等地|\s)"
)


def find(content: str) -> Iterator[Mention]:
    """Places that stand by themselves, not as the head of a longer name."""
    for match in _PLACE.finditer(content):
        yield Mention(*match.span(), _NAMES[match["name"]], "unknown", "China", noun="place")


def home(content: str, title: str | None) -> str | None:
    """The city or province that a text is about: its title or first words name it, and it comes back."""
    head = f"{title or ''}\n{content[:120]}"
    counts = Counter(m.group() for m in re.finditer(_ANY, content))
    named = [n for n in counts if n in head and counts[n] >= 3]
    if not named:
        return None
    best = max(named, key=lambda n: counts[n])
    return _NAMES[best] if counts[best] * 2 > sum(counts.values()) else None


_GOVERNMENT = re.compile(rf"(?:{_ANY})(?:市|省)?(?:人民)?(?:政府|市委|省委|市政府)")


def governments(content: str) -> Iterator[Mention]:
    """Governments of cities and provinces, as written."""
    for match in _GOVERNMENT.finditer(content):
        yield Mention(*match.span(), match.group(), "organisation", "China")


def is_capital(content: str, mention: Mention) -> bool:
    """Whether "北京" is the city: in a text about another city, not the state's voice."""
    return content[mention.start : mention.end] == "北京" and not re.match(
        "方面|当局|政府|对此|表示|认为", content[mention.end : mention.end + 2]
    )
