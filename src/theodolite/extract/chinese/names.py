"""Names in a Chinese text: those of the vocabulary, Latin names, national groups, and names nobody listed.

Names come in their canonical (English) form; what nobody listed is kept as found. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.catalog.vocabulary import Entry
from theodolite.extract.chinese import latin
from theodolite.extract.words import known_names
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.names import demonym

TITLED = re.compile(r"《([^《》\n]{2,40})》")

_VERSION = re.compile(
    r"(?:\s?大模型)?(?:[\s-]?[vV]?\d+(?:\.\d+)*(?:[a-zA-Z]{1,2}(?![A-Za-z]))?(?![\d%亿万年月日个倍款"
    r"家名次项人件]"
    r"|\s?[年月日亿万个家名倍]|\.\d)"
    r"|[\s-]?[A-Z][A-Za-z]*\d*(?:\.\d+)?(?![A-Za-z]))(?:[\s-](?:Pro|Max|Mini|Turbo|Flash|Lite|Plus"
    r"|Preview|Air|Ultra|VL|Omni|Coder))*"
)
_WHOLE = re.compile(r"\s?(?P<name>[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*)")
_JOINED = re.compile(r"[A-Za-z0-9]")
# Short words for a side that count only beside another side's, in a compound, or as what a thing is aimed at.
_PAIR = re.compile(
    r"(?<!其)(?P<a>[中美欧日韩英德法俄印])(?:[、和与及]?)(?P<b>[中美欧日韩英德法俄印])(?!国|洲|文|本|语"
    r"|方|元|度|军|企|式|团|金|间)"
    r"(?=两国|双方|关系|之间|在|AI|人工|差距|科技|博弈|竞争|大模型|模型|贸易|经贸|企业|公司|的|整体"
    r"|性能|机构|技术|芯片|对比|双|均|都|半导体|战|争|等|，|,|、|\s"
    r"|一流|总分|三|晚|早|慢|快|落后|领先|相比|那样)"
)
_AIMED = re.compile(r"(?<=[对在来赴访输驻反])(?P<a>华|美)(?!国|丽|好|为|元|人|夏|裔|侨|盛|中|东|北|南)")
_WESTERN = re.compile(r"欧美")
_AT_HOME_AND_ABROAD = re.compile(
    r"中(?=外(?:之间)?(?:AI|人工智能|大模型|模型|芯片|企业|技术|的|在)[^，。；\n]{0,12}(?:差距|相比|对比|水平))"
)
_FIRMS = re.compile(r"(?P<a>[中美日韩德法英])(?=企业?(?!图|稳|及))(?P<n>企)")
_SHORT = {
    "中": "China",
    "华": "China",
    "美": "United States",
    "欧": "Europe",
    "日": "Japan",
    "韩": "South Korea",
    "英": "United Kingdom",
    "德": "Germany",
    "法": "France",
    "俄": "Russia",
    "印": "India",
}
# Words of the text's own country; Taiwan's papers mean Taiwan.
_HOME = re.compile(r"我国|本国|国内(?!第[一二三四五六七八九十\d]|首位|排名|外)|国产|本土|我们国家|中国人")
_ADMINISTRATION = re.compile(r"(?:特朗普|川普|拜登|奥巴马)政府")
_EXTRA = {
    "华府": "United States",
    "美国大陆": "United States",
    "大陆": "China",
    "陆企": "China",
    "内地": "China",
}
_ABROAD = re.compile(r"国外|海外|境外|国际")
_NOUNS = {
    "companies": (
        r"(?:的|本土|科技|人工智能|AI|大模型|互联网|芯片|半导体|前[一二三四五六七八九十\d]{1,2}大"
        r"|初创|创业|大型|头部|民营|上市|主要"
        r"|领先|云|硬件|软件|国有|\s)*(?:企业|公司|厂商|巨头|大厂|竞争对手|对手|同行)"
    ),
    "labs": r"(?:的|顶尖|顶级|人工智能|AI|前沿|\s)*实验室",
    "researchers": r"(?:的|顶尖|顶级|人工智能|AI|科研|\s)*(?:研究人员|研究者|科研人员|学者|科学家)",
    "institutions": r"(?:的|科研|研究|学术|\s)*机构",
    "teams": r"(?:的|AI|科研|研发|研究|\s)*团队",
    "developers": r"(?:的|AI|\s)*开发者",
    "users": r"(?:的|互联网|AI|\s)*(?:用户|网民)",
    "chips": r"(?:的|AI|人工智能|先进|高端|国产|\s)*(?:芯片|GPU|显卡|加速卡|算力卡|AI卡"
    r"|卡(?![位脖口顿车通点]))",
    "open models": r"开源(?:大|AI|前沿|基础)*模型",
    "models": (
        r"(?:头部|开源|闭源|生成式|人工智能|AI|大语言|大型|语言|推理|多模态|前沿|顶级|顶尖|领先|最佳"
        r"|最好的?|第一梯队|主流|先进|基础|通用|平均|的|\s)*(?:大模型|模型)"
    ),
}
_GROUP = re.compile("|".join(f"(?P<g{i}>{p})" for i, p in enumerate(_NOUNS.values())))
_GROUP_NAMES = tuple(_NOUNS)
_LEADING_MODELS = re.compile(
    r"(?:世界|全球|国际)(?:上)?(?:领先|顶尖|先进|一流|最先进|最好|顶级)的?(?:大)?模型"
)
_OPEN = re.compile(
    r"(?P<open>能(?:够)?(?:免费)?下载到?的(?:最好的?|最强的?)?(?:大?模型)?|可(?:自由"
    r"|免费)?下载的?(?:大?模型)|开源(?:最好的|最强的|一方|派|这边)|开源(?=(?:落后|领先|追赶|追上"
    r"|与闭源|和闭源|比闭源|跟闭源|不输|超过|不如|赶上|追平|逼近|接近|想|要追))|(?<![A-Za-z0-9])开源(?:AI|人工智能|大)?模型|开放(?:权重)?(?:AI)?模型"
    r"|开源阵营)|(?P<closed>闭源(?:最好的|最强的|一方|派|巨头|阵营)(?:大?模型)?|(?:最好的|最强的|顶级"
    r"|前沿)?闭源(?=[^，。]{0,3}(?:多少|差距|还有|两|一|三|半|几|约|至少|\d))|闭源(?:AI"
    r"|大)?模型|(?:(?<=[如过平越近上及])|(?<=[于赶上超]过)|(?<=于))闭源(?=[，。；！？”、,]|\Z)|专有模型|闭源阵营)"
)


def find(content: str, home: str) -> tuple[Mention, ...]:
    """Every known name and group, in order, none overlapping; `home` is the text's own country."""
    titles = [m.span(1) for m in TITLED.finditer(content)]
    known = merged(merged(_governments(content), _han(content)), known_names.find(_latin_only(content)))
    taken = list(merged(known, _sides(content, home)))
    inside = [
        m for m in taken
        if not (m.kind == "side" and (_within(titles, m.start) or _is_theirs(content, m, taken, home)))
    ]  # fmt: skip
    return latin.completed(content, _grouped(content, inside))


def _is_theirs(content: str, mention: Mention, taken: list[Mention], home: str) -> bool:
    """Whether "本土" is that of another country, which the sentence names before."""
    if content[mention.start : mention.end] not in ("本土", "本国"):
        return False
    start = max(0, mention.start - 120)
    first = max(start, *(content.rfind(mark, start, mention.start) for mark in "。！？\n"))
    before = bisect_left(taken, mention.start, key=lambda m: m.start)
    near = taken[max(0, before - 12) : before]
    return any(m.kind == "side" and m.start >= first and m.name != home for m in near)


_FIELD = re.compile(
    r"人工智能|大模型|模型|芯片|智能|算法|算力|谷歌|微软|英伟达|苹果公司|阿里|百度|腾讯|华为|开源|推理"
)
_PARTED = re.compile(r"(?<=[A-Za-z0-9])(?![个亿万年月日倍款家名次项人件])[\u3400-\u9fff、](?=[A-Za-z0-9])")
_MASKED = re.compile(r"[^\x00-\xff个亿万年月日倍款家名次项人件]")


_STOPPED = str.maketrans("，。；：！？、（）“”", ",,,,,,,,,,,")  # two names beside a mark are not one


def _latin_only(content: str) -> str:
    """The text for Latin names: Chinese characters blanked, and where the Chinese speaks of the field,
    "AI" in its place, so that a doubtful name has its evidence."""
    masked = list(_MASKED.sub(" ", content.translate(_STOPPED)))
    for match in _PARTED.finditer(content):  # "R1比o1" is not one name
        masked[match.start()] = ";"
    for match in _FIELD.finditer(content):
        start, end = match.span()
        beside = content[start - 1 : start] + content[end : end + 1]
        if end - start > 3:
            masked[start + 1 : start + 3] = "AI"
        elif not re.search(r"[A-Za-z0-9.-]", beside):
            masked[start : start + 2] = "AI"
    return "".join(masked)


def _within(places: list[tuple[int, int]], at: int) -> bool:
    """Whether a place is inside one of some places in order."""
    number = bisect_left(places, (at + 1, 0)) - 1
    return number >= 0 and places[number][0] <= at < places[number][1]


def insert(taken: list[Mention], starts: list[int], mention: Mention, over: bool = False) -> None:
    """Put a mention in its place, unless the place is taken."""
    at = bisect_left(starts, mention.start)
    if (
        over
        and at < len(taken)
        and taken[at].start == mention.start
        and taken[at].kind == "side"
        and taken[at].end < mention.end
    ):
        del taken[at], starts[at]
    if (at and taken[at - 1].end > mention.start) or (at < len(taken) and taken[at].start < mention.end):
        return
    taken.insert(at, mention)
    starts.insert(at, mention.start)


def merged(first: Iterable[Mention], second: Iterable[Mention]) -> tuple[Mention, ...]:
    """Both in order; of the second only what overlaps nothing of the first."""
    taken = list(first)
    starts = [m.start for m in taken]
    for mention in second:
        insert(taken, starts, mention)
    return tuple(taken)


def _han(content: str) -> Iterator[Mention]:
    """Chinese names of the vocabulary, the longest first, with the versions of families."""
    index = vocabulary.load().han()
    position = 0
    for at, character in enumerate(content):
        if at < position or character not in index:
            continue
        for way in index[character]:
            if len(way.written) == 1 or not content.startswith(way.written, at):
                continue
            end = at + len(way.written)
            position = end
            if way.written == "中资" and content[at - 1 : at] in ("集", "其", "从", "当"):
                break  # "集中资源"
            if way.entry is not None and _is_meant(content, at, end, way.entry):
                yield _mention(content, at, end, way.entry, way.adjective)
            break


def _is_meant(content: str, at: int, end: int, entry: Entry) -> bool:
    """Whether an ambiguous name is meant: words that it needs stand in the text around it."""
    if not entry.zh_needs:
        return True
    around = content[max(0, at - 120) : at] + "\n" + content[end : end + 120]
    return any(word in around for word in entry.zh_needs)


def _mention(content: str, at: int, end: int, entry: Entry, adjective: bool) -> Mention:
    name, stop = entry.name, end
    if entry.family or entry.kind == "model":
        version = _VERSION.match(content, end)
        if version and (bare := version.group().replace("大模型", "").strip(" -")):
            joint = entry.joint if entry.joint is not None else " "
            whole = _WHOLE.match(content, end)
            if whole and whole["name"].startswith(bare):
                version, bare = whole, whole["name"]
            own = bare.casefold().startswith(entry.name.casefold())
            name, stop = (bare if own else f"{entry.name}{joint}{bare}"), version.end()
    return Mention(at, stop, name, entry.kind, entry.side, adjective, entry.maker or entry.organisation)


def _governments(content: str) -> Iterator[Mention]:
    """A president's administration is the country, not the person."""
    for match in _ADMINISTRATION.finditer(content):
        yield Mention(*match.span(), "United States", "side", "United States")


def _sides(content: str, home: str) -> Iterator[Mention]:
    """Sides in short words: 中美, 对华, 美企, 我国."""
    for match in _PAIR.finditer(content):
        for group in ("a", "b"):
            side = _SHORT[match[group]]
            if match["a"] != match["b"]:
                yield Mention(*match.span(group), side, "side", side, True)
    for match in _WESTERN.finditer(content):
        for at in (match.start(), match.start() + 1):
            yield Mention(at, at + 1, _SHORT[content[at]], "side", _SHORT[content[at]], True)
    for match in _AT_HOME_AND_ABROAD.finditer(content):
        yield Mention(*match.span(), "China", "side", "China", True)
    for match in _AIMED.finditer(content):
        yield Mention(*match.span("a"), _SHORT[match["a"]], "side", _SHORT[match["a"]])
    for match in _FIRMS.finditer(content):
        side = _SHORT[match["a"]]
        yield Mention(*match.span(), f"{demonym(side)} companies", "group", side, noun="companies")
    for match in _HOME.finditer(content):
        yield Mention(*match.span(), home, "side", home, True)
    for word, side in _EXTRA.items():
        for match in re.finditer(word, content):
            yield Mention(*match.span(), side, "side", side)


def _grouped(content: str, known: list[Mention]) -> Iterator[Mention]:
    """Sides before a collective noun become groups; groups by openness and foreign groups are added."""
    found: list[Mention] = []
    for i, mention in enumerate(known):
        limit = known[i + 1].start if i + 1 < len(known) else len(content)
        alone = mention.end - mention.start == 1 and not content.startswith("企", mention.end)
        group = None if alone or mention.kind != "side" else _GROUP.match(content, mention.end, limit)
        if group and group.lastgroup and not content.startswith("的", mention.end + (len(group.group()) - 1)):
            noun = _GROUP_NAMES[int(group.lastgroup[1:])]
            name = f"{demonym(mention.name)} {noun}"
            found.append(Mention(mention.start, group.end(), name, "group", mention.side, True, noun=noun))
        else:
            found.append(mention)
    starts = [m.start for m in found]
    for match in _ABROAD.finditer(content):
        group = _GROUP.match(content, match.end())
        if group and group.lastgroup:
            noun = _GROUP_NAMES[int(group.lastgroup[1:])]
            insert(
                found,
                starts,
                Mention(match.start(), group.end(), f"foreign {noun}", "group", None, noun=noun),
            )
    for match in _LEADING_MODELS.finditer(content):
        insert(found, starts, Mention(*match.span(), "leading models", "group", None, noun="models"))
    for match in _OPEN.finditer(content):
        name = "open models" if match["open"] else "closed models"
        insert(found, starts, Mention(*match.span(), name, "group", None, noun="models"))
    yield from found


@cache
def side_of(name: str | None) -> str | None:
    """The side of a canonical name."""
    return vocabulary.load().side_of(name)
