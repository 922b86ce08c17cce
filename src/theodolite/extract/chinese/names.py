"""Names in a Chinese text: those of the vocabulary, Latin names, national groups, and names nobody listed.

Names come in their canonical (English) form; what nobody listed is kept as found. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.catalog.vocabulary import Entry
from theodolite.extract.chinese import words
from theodolite.extract.words import known_names, lexicon
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.names import demonym

_VERSION = re.compile(
    r"(?:\s?大模型)?(?:[\s-]?[vV]?\d+(?:\.\d+)*(?:[a-zA-Z]{1,2}(?![A-Za-z]))?(?![\d%亿万年月日个倍款家名次项人件]"
    r"|\s?[年月日亿万个家名倍]|\.\d)"
    r"|[\s-]?[A-Z][A-Za-z]*\d*(?:\.\d+)?(?![A-Za-z]))(?:[\s-](?:Pro|Max|Mini|Turbo|Flash|Lite|Plus"
    r"|Preview|Air|Ultra|VL|Omni|Coder))*"
)
_JOINED = re.compile(r"[A-Za-z0-9]")
# Short words for a side that count only beside another side's, in a compound, or as what a thing is aimed at.
_PAIR = re.compile(
    r"(?<!其)(?P<a>[中美欧日韩英德法俄印])(?:[、和与及]?)(?P<b>[中美欧日韩英德法俄印])(?!国|洲|文|本|语"
    r"|方|元|度|军|企|式|团|金|间)"
    r"(?=两国|双方|关系|之间|在|AI|人工|差距|科技|博弈|竞争|大模型|模型|贸易|经贸|企业|公司|的|整体"
    r"|性能|机构|技术|芯片|对比|双|均|都|半导体|战|争|等|，|,|、|\s"
    r"|一流|总分|三)"
)
_AIMED = re.compile(r"(?<=[对在来赴访输驻反])(?P<a>华|美)(?!国|丽|好|为|元|人|夏|裔|侨|盛|中|东|北|南)")
_WESTERN = re.compile(r"欧美")
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
_HOME = re.compile(r"我国|本国|国内|国产|本土|我们国家|中国人")
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
        r"(?:的|本土|科技|人工智能|AI|大模型|互联网|芯片|半导体|初创|创业|大型|头部|民营|上市|主要"
        r"|领先|云|硬件|软件|国有|\s)*(?:企业|公司|厂商|巨头|大厂|竞争对手|对手|同行)"
    ),
    "labs": r"(?:的|顶尖|顶级|人工智能|AI|前沿|\s)*实验室",
    "researchers": r"(?:的|顶尖|顶级|人工智能|AI|科研|\s)*(?:研究人员|研究者|科研人员|学者|科学家)",
    "institutions": r"(?:的|科研|研究|学术|\s)*机构",
    "teams": r"(?:的|AI|科研|研发|研究|\s)*团队",
    "developers": r"(?:的|AI|\s)*开发者",
    "users": r"(?:的|互联网|AI|\s)*(?:用户|网民)",
    "chips": r"(?:的|AI|人工智能|先进|高端|国产|\s)*芯片",
    "open models": r"开源(?:大|AI|前沿|基础)*模型",
    "models": (
        r"(?:开源|闭源|生成式|人工智能|AI|大语言|大型|语言|推理|多模态|前沿|顶级|顶尖|领先|最佳"
        r"|最好的?|第一梯队|主流|先进|基础|通用|平均|的|\s)*(?:大模型|模型)"
    ),
}
_GROUP = re.compile("|".join(f"(?P<g{i}>{p})" for i, p in enumerate(_NOUNS.values())))
_GROUP_NAMES = tuple(_NOUNS)
_LEADING_MODELS = re.compile(
    r"(?:世界|全球|国际)(?:上)?(?:领先|顶尖|先进|一流|最先进|最好|顶级)的?(?:大)?模型"
)
_OPEN = re.compile(
    r"(?P<open>能(?:够)?(?:免费)?下载到?的(?:最好的?|最强的?)?(?:大?模型)?|可(?:自由|免费)?下载的?(?:大?模型)|开源(?:最好的|最强的|一方|派|这边)|开源(?=(?:落后|领先|追赶|追上|与闭源|和闭源|比闭源|跟闭源|不输|超过))|开源(?:AI|人工智能|大)?模型|开放(?:权重)?(?:AI)?模型|开源阵营)|(?P<closed>闭源(?:最好的|最强的|一方|派|巨头|阵营)(?:大?模型)?|(?:最好的|最强的|顶级|前沿)?闭源(?=[^，。]{0,3}(?:多少|差距|还有|两|一|三|半|几|约|至少|\d))|闭源(?:AI"
    r"|大)?模型|专有模型|闭源阵营)"
)
_LATIN = re.compile(
    r"(?<![A-Za-z0-9_./@-])(?:[A-Z][A-Za-z0-9&.+]*|[a-z]+[A-Z][A-Za-z0-9]*"
    r"|[a-z]{1,3}(?=-?\d))(?:[-·][A-Za-z0-9.]+)*"
    r"(?:\s(?:of|for|the|de|&)\s(?=[A-Z])|\s(?=[A-Z])"
    r"|(?:\s(?=\d+(?:\.\d+)?(?![\d,]*\s?(?:[亿万年月日个款名家%倍项美人篇种位次元件分GTKM]|多|余)))))?"
    r"(?:[A-Z0-9][A-Za-z0-9&.+-]*(?:\s(?=[A-Z]))?){0,5}(?:\s[vV]\d+(?:\.\d+){0,2})?"
)
_COMMON_LATIN = lexicon.words(
    """AI AIGC AGI API APP App Apps GPU CPU TPU NPU CEO CTO CFO COO CMO VP HR PR IPO GDP IT ID IP LLM LLMs
    MoE MOE RAG SDK SOTA OS PC 5G 4G 6G 3D 2D VR AR XR B2B ToB ToC SaaS IoT R&D UI UX PPT PDF URL HTTP
    HTTPS JSON CLI IDE MCP Token Tokens token tokens Agent Agents Transformer GitHub Elo ELO VC PE LP GP
    II III IV A B C D E F G H OK No Yes Pro Max Plus Mini Turbo RL SFT RLHF MIT Apache Benchmark FLOPS
    TFLOPS FLOPs GB TB PB MB GW MW KW W K M T Q1 Q2 Q3 Q4 H1 H2 Scaling Law Blog Docker Linux macOS
    Windows iOS Android Web Skill Skills WAIC CES GTC AIME MATH GPQA MMLU SWE OSWorld ARC AI+ EB Series
    Top TOP Insights ASIC FPGA HBM EUV DUV USD RMB CNY Source Claim Evidence Implication BF16 FP8 FP4
    NVFP4 INT4 INT8 GGUF Free Lite"""
)
_TITLED = re.compile(r"《([^《》\n]{2,40})》")
_PERSON_AFTER_TITLE = re.compile(
    rf"(?:{words.TITLES})(?:兼(?:{words.TITLES}))*(?:、(?:{words.TITLES}))*[\s]?(?P<name>[\u4e00-\u9fff]{{2,4}}?|[\u4e00-\u9fff]{{1,6}}[·][\u4e00-\u9fff]{{1,8}})"
    rf"(?=(?:近日|日前|此前|曾|还|也|则|在|对|向|于|就|等|与|和|及|自带|带|出任|今日|昨日|当天|公开|明确"
    rf"|如此|这样|进一步|同时|随后|给出|不|以|的|从|猜|接受|告诉"
    rf"|写|回|现|称|说|表|认|指|强|透|坦|直|补|提|谈|警|预|相|承|否|呼|解|判|宣|声|重|披|评|分|介|建|发"
    rf"|，|,|。|：|:|“|、|（|\(|\s|\Z))"
)
_PERSON_SPEAKS = re.compile(
    rf"(?:(?<=[，。：“”、\n])|\A|(?m:^))(?P<name>[\u4e00-\u9fff]{{2,3}})(?=(?:还|也|则|曾|并"
    rf"|对此)?(?:{words.TALK}))"
)
_FOREIGN_PERSON = re.compile(r"[\u4e00-\u9fff]{2,5}[·][\u4e00-\u9fff]{2,8}(?:[·][\u4e00-\u9fff]{2,6})?")
_ORGANISATION_END = re.compile(words.ORGANISATION_ENDS)
_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{1,14}\Z")
_LEADING = re.compile(rf"(?:{words.BEFORE_NAME}|{words.TITLES})")
_STOPS = re.compile(
    r"[的和与及由在对向是为被把从到就将已而且但或让给称之因其该这那有了着过等年月日个名位家不若只第某每类一两三档队产0-9]"
)


def find(content: str, home: str) -> tuple[Mention, ...]:
    """Every known name and group, in order, none overlapping; `home` is the text's own country."""
    titles = [m.span(1) for m in _TITLED.finditer(content)]
    known = merged(merged(_governments(content), _han(content)), known_names.find(_latin_only(content)))
    taken = list(merged(known, _sides(content, home)))
    inside = [m for m in taken if not (m.kind == "side" and _within(titles, m.start))]
    return tuple(_grouped(content, inside))


_FIELD = re.compile(
    r"人工智能|大模型|模型|芯片|智能|算法|算力|谷歌|微软|英伟达|苹果公司|阿里|百度|腾讯|华为|开源|推理"
)
_MASKED = re.compile(r"[^\x00-\xff个亿万年月日倍款家名次项人件]")


def _latin_only(content: str) -> str:
    """The text for Latin names: Chinese characters blanked, and where the Chinese speaks of the field,
    "AI" in its place, so that a doubtful name has its evidence."""
    masked = list(_MASKED.sub(" ", content))
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


def _insert(taken: list[Mention], starts: list[int], mention: Mention, over: bool = False) -> None:
    """Put a mention in its place, unless the place is taken."""
    at = bisect_left(starts, mention.start)
    if over and at < len(taken) and taken[at].start == mention.start and taken[at].kind == "side" and taken[at].end < mention.end:
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
        _insert(taken, starts, mention)
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
            name, stop = f"{entry.name}{joint}{bare}", version.end()
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
            _insert(
                found,
                starts,
                Mention(match.start(), group.end(), f"foreign {noun}", "group", None, noun=noun),
            )
    for match in _LEADING_MODELS.finditer(content):
        _insert(found, starts, Mention(*match.span(), "leading models", "group", None, noun="models"))
    for match in _OPEN.finditer(content):
        name = "open models" if match["open"] else "closed models"
        _insert(found, starts, Mention(*match.span(), name, "group", None, noun="models"))
    yield from found


def unknown(content: str, known: tuple[Mention, ...], publisher: str | None = None) -> tuple[Mention, ...]:
    """Names that nobody listed, kept as found: Latin words, titled persons, organisations by their ending."""
    taken = list(known)
    starts = [m.start for m in taken]
    for mention in (
        *_titles(content),
        *_published_by(content, publisher),
        *_quoted_things(content),
        *_latin(content),
        *_persons(content),
        *_organisations(content),
        *_bought(content),
    ):
        _insert(taken, starts, mention, over=True)
    listed = set(map(id, known))
    new = {m.name: m for m in taken if id(m) not in listed}
    for mention in (*_again(content, new), *_short_forms(content, new)):
        _insert(taken, starts, mention)
    return tuple(m for m in taken if id(m) not in listed)


def _again(content: str, new: dict[str, Mention]) -> Iterator[Mention]:
    """A name that was introduced once is the same name wherever it stands."""
    listed = [n for n in new if len(n) > 1 and (_HAN_NAME.fullmatch(n) or new[n].noun == "product")][:200]
    if not listed:
        return
    firsts = "".join(re.escape(c) for c in sorted({n[0] for n in listed}))
    for match in re.finditer(f"(?=[{firsts}])(?:{words.alternation(listed)})", content):
        yield replace(new[match.group()], start=match.start(), end=match.end())


_QUOTED_THING = re.compile(
    r"[“‘](?P<name2>[^“”‘’\s，。、！？]{2,14})[”’](?=(?:系列|开源)?(?:大?模型|芯片|人形机器人|机器人|操作系统|处理器|加速卡|智能体|平台(?!经济)))|(?:模型|芯片|产品|系统|工具|平台|机器人|智能体|应用|处理器|加速卡|框架|助手|引擎|手机|汽车|项目|计划|品牌|服务|集群|系列|命名为"
    r"|取名|名为|名叫|叫做|代号|人形机器人|软件|终端|数据集|开源库|算法)(?:家族|系列|版)?\s?[“‘](?P<name>[^“”‘’\s，。、！？]{2,14})[”’]"
)
_SHORTENED = re.compile(
    r"(?P<full>[\u4e00-\u9fffA-Za-z0-9·]{2,20})[（(](?:以下)?(?:简称|下称)[：:]?\s?[“‘]?(?P<short>[^“”‘’）)\s]{2,10})[”’]?[）)]"
)
_SHORTER = re.compile(r"(?:科技|机器人|智能|半导体|咨询|资本|集团|公司|有限公司|电子|存储|汽车|能源|动力|微电子|光电|创投|证券|研究院|研究所|智库|实验室|通信|软件|医疗|制药|智驾|基金|控股)\Z")


def _published_by(content: str, publisher: str | None) -> Iterator[Mention]:
    """The one who published the text, where it is named in it."""
    if publisher and len(publisher) > 1:
        for match in re.finditer(re.escape(publisher), content):
            yield Mention(*match.span(), publisher, "unknown", None)


def _quoted_things(content: str) -> Iterator[Mention]:
    """A product's name in quotation marks: "人形机器人“渡川2”"."""
    for match in _QUOTED_THING.finditer(content):
        group = "name" if match["name"] else "name2"
        yield Mention(*match.span(group), match[group], "unknown", None, noun="product")


def _short_forms(content: str, new: dict[str, Mention]) -> Iterator[Mention]:
    """The shorter form of an organisation that nobody listed stands for the whole name."""
    for name, mention in list(new.items())[:100]:
        end = _SHORTER.search(name)
        bare = name[: end.start()] if end and _HAN_NAME.fullmatch(name) else ""
        if 2 <= len(bare) <= 4 and not _PLAIN.fullmatch(bare) and not known_names_han(bare):
            for at in re.finditer(re.escape(bare), content):
                yield replace(mention, start=at.start(), end=at.end())
    for match in _SHORTENED.finditer(content):
        full = next((m for n, m in new.items() if match["full"].endswith(n)), None)
        if full is not None:
            for at in re.finditer(re.escape(match["short"]), content):
                yield replace(full, start=at.start(), end=at.end())


def known_names_han(word: str) -> bool:
    """Whether the vocabulary has a Chinese name that begins so."""
    return any(way.written.startswith(word) for way in vocabulary.load().han().get(word[0], ()))


def _titles(content: str) -> Iterator[Mention]:
    for match in _TITLED.finditer(content):
        yield Mention(*match.span(1), match.group(1), "unknown", None, noun="title")


def _bought(content: str) -> Iterator[Mention]:
    """What is bought, founded or headed is a name, even where nothing else tells."""
    for match in _OBJECT_NAME.finditer(content):
        if not _NO_OBJECT.search(match["name"]):
            yield Mention(*match.span("name"), match["name"], "unknown", None)


def _latin(content: str) -> Iterator[Mention]:
    for match in _LATIN.finditer(content):
        name = match.group().rstrip(" .-&+")
        at, pieces = match.start(), name.split()
        while pieces and pieces[0] in _COMMON_LATIN:
            at += len(pieces[0]) + 1
            pieces = pieces[1:]
        while pieces and (pieces[-1] in _COMMON_LATIN or pieces[-1] in ("of", "for", "the", "&")):
            pieces = pieces[:-1]
        name = " ".join(pieces)
        if len(name) > 1 and not name.replace(".", "").isdigit() and content.startswith(name, at):
            yield Mention(at, at + len(name), name, "unknown", None)


def _persons(content: str) -> Iterator[Mention]:
    for match in _PERSON_SPEAKS.finditer(content):
        if is_person_name(match["name"]):
            yield Mention(*match.span("name"), match["name"], "person", None)
    for match in _PERSON_AFTER_TITLE.finditer(content):
        name = match["name"]
        if "·" in name or is_person_name(name):
            yield Mention(*match.span("name"), name, "person", None)
    for match in _FOREIGN_PERSON.finditer(content):
        name = re.sub(rf"\A.*(?:{words.TITLES}|的|人|由|和|与)", "", match.group())
        if "·" in name:
            yield Mention(match.end() - len(name), match.end(), name, "person", None)


def is_person_name(name: str) -> bool:
    """Whether two to four characters can be a Chinese person's name."""
    if name[:2] in words.COMPOUND_SURNAMES:
        return len(name) in (3, 4)
    return name[0] in words.SURNAMES and len(name) in (2, 3) and not re.search(r"[的们等在是有了]", name)


def _organisations(content: str) -> Iterator[Mention]:
    """Runs of characters that end like an organisation, from the last word that cannot be in a name."""
    last = 0
    for match in _ORGANISATION_END.finditer(content):
        run = _RUN.search(content[max(last, match.start() - 14) : match.start()])
        if not run:
            continue
        start = match.start() - len(run.group())
        last = match.end()
        name = content[start:last]
        stops = list(_STOPS.finditer(content, start, match.start()))
        if stops:
            start = stops[-1].end()
            name = content[start:last]
        classes = list(_CLASS.finditer(content, start, match.start()))
        if classes and match.start() - classes[-1].end() >= 2:
            start = classes[-1].end()
            name = content[start:last]
        while (lead := _LEADING.match(name)) and not _STATE.match(name):
            start += lead.end()
            name = name[lead.end() :]
        bare = re.sub(rf"(?:{words.ORGANISATION_ENDS})\Z", "", name)
        bare = _COUNTRY.sub("", bare)
        if 2 <= len(bare) <= (7 if _WEAK_END.search(name) else 12) and not _PLAIN.fullmatch(bare):
            yield Mention(start, match.end(), name, "unknown", None)


_CLASS = re.compile(
    r"(?:初创|创业|科技|芯片|半导体|研究|咨询|数据|软件|硬件|互联网|机器人|模型|上市|子|母|龙头|头部|投资|风投|评测|测评"
    r"|云计算|云服务|存储|制造|设备|代工)?(?:企业|公司|机构|厂商|巨头|独角兽|供应商|运营商|开发商|制造商|龙头|新贵|品牌|智库"
    r"|团队|股东|投资方|客户|合作伙伴|新秀|大厂|服务商|竞争对手|对手|伙伴)"
)
_STATE = re.compile(r"国家.*(?:局|委员会|基金|实验室)")
_COUNTRY = re.compile(r"\A(?:印度|日本|韩国|意大利|西班牙|沙特|阿联酋|新加坡|以色列|加拿大|荷兰|俄罗斯|巴西|越南|马来西亚|印尼|瑞典|瑞士|欧洲|欧盟|台湾|香港|北京|上海|中国|美国|英国|法国|德国)市?")
_WEAK_END = re.compile(r"(?:公司|科技|智能|媒体|机构|中心|新闻|财经|资本|基金|信息中心|局)\Z")
_PLAIN = re.compile(
    r"(?:大型|科技|人工|国家|重点|数据|上市|互联网|半导体|初创|创业|芯片|核心|投资|风险|研究|先进|智算"
    r"|超算|计算|前沿|金融|新闻|官方|外国|主流"
    r"|资料|四足|双足|人形|工业|发展|服务|大型|中型|小型|建设|新建"
    r"|智能|通用|具身|信息|信息技术|技术|新|最|全|国际|高|科研|联合|大模型|模型|独角兽|头部|私营|民营"
    r"|同类|商业|大|小|人工智能|私募|股权|产业|母|子"
    r"|分|总|云|软件|硬件|汽车|测试|评测|咨询|权威|第三方|相关|本地|跨国|巨头|厂商|公共|政府|社交|外"
    r"|顶尖|顶级|知名|服务|运营|[A-Z]+)+"
)
_HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,14}")
_OBJECT_NAME = re.compile(
    r"(?:全面收购|收购|并购|控股|创立了?|创办了?|出任|担任"
    r"|入主)了?(?P<name>[\u4e00-\u9fff]{2,6}?)(?=[，。、,；）)\s“]|CEO|首席|董事长|总裁"
    r"|总经理|\Z)"
)
_NO_OBJECT = re.compile(
    r"[了过的一多家个该其这那和等]|交易|案例|公司|企业|股权|资产|业务|团队|初创|要约|计划|协议|主席"
    r"|顾问|负责|总"
)


@cache
def side_of(name: str | None) -> str | None:
    """The side of a canonical name."""
    return vocabulary.load().side_of(name)
