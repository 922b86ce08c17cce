"""Names that no vocabulary lists, kept as found: Latin words, titled persons, organisations by their ending,
products in quotation marks, the publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from theodolite.catalog import vocabulary
from theodolite.extract.chinese import (
    introduced_names,
    introduced_people,
    introduced_products,
    latin,
    names,
    words,
)
from theodolite.extract.words import lexicon
from theodolite.extract.words.known_names import Mention

_PERSON_AFTER_TITLE = re.compile(
    rf"(?:{words.TITLES})(?:兼(?:{words.TITLES}))*(?:、(?:{words.TITLES}))*[\s]?(?P<name>[\u4e00-\u9f"
    rf"ff]{{2,4}}?|[\u4e00-\u9fff]{{1,6}}[·][\u4e00-\u9fff]{{1,8}})"
    rf"(?=(?:近日|日前|此前|出席|参加|率队|会见|主持|致辞|前往|访问|受访|受邀|没有|未|已|都|均|又|才"
    rf"|曾|还|也|则|在|对|向|于|就|等|与|和|及|自带|带|出任|今日|昨日|当天|公开|明确"
    rf"|如此|这样|进一步|同时|随后|给出|不|以|的|从|猜|接受|告诉|创办|创立|创建|领导|带领|领衔|牵头|率队|执掌|担任|主导"
    rf"|离职|辞职|加入|[下上本]月|[下上本]周|昨日|昨天|今日|今天|今年|去年|明年|将|会在|会于|当时|已经|\d"
    rf"|写|回|现|称|说|表|认|指|强|透|坦|直|补|提|谈|警|预|相|承|否|呼|解|判|宣|声|重|披|评|分|介|建|发"
    rf"|，|,|。|：|:|“|、|（|\(|\s|\Z))"
)

_PERSON_SPEAKS = re.compile(
    rf"(?:(?<=[，。：“”、\n])|\A|(?m:^))(?P<name>[\u4e00-\u9fff]{{2,3}})(?=(?:还|也|则|曾|并"
    rf"|对此)?(?:{words.TALK}))"
)

_AFFILIATED_PERSON = re.compile(
    rf"(?:大学|学院|中心|研究所|研究院|实验室|智库|银行|证券|公司|集团|基金|基金会|资本|咨询|协会|机构|工会)"
    rf"的(?:高级|资深|首席)?(?:{words.TITLES})?(?P<name>[\u4e00-\u9fff]{{2,6}}?)(?=(?:还|也|则|曾|并"
    rf"|对此|此前|上周"
    rf"|昨日|今日|周[一二三四五六日])?(?:认为|表示|指出|说(?!法|明)|称|警告|提醒|强调|坦言|预计|估计"
    rf"|写道|告诉|透露|直言))"
)

# A Chinese person by what is said of one: a title behind the name, an age, a birth, what one is called.
_PERSON_BY_CONTEXT = re.compile(
    rf"(?:(?<=名叫)|(?<=名为)|(?<=叫做)|(?<=学者)|(?<=采访了)|(?<=采访到)|(?<=妻子)|(?<=丈夫)"
    rf"|(?<=同事)|(?<=导师))"
    rf"(?P<called>[{''.join(sorted(words.SURNAMES))}][\u4e00-\u9fff]{{1,2}})(?=[，。、的（(说是在于]|\s)"
    rf"|(?<![\u4e00-\u9fff])(?P<name>[{''.join(sorted(words.SURNAMES))}][\u4e00-\u9fff]{{1,2}}?)(?="
    rf"(?:(?:是|系|现任|任|出任|为)[^，。；“”]{{2,24}}?(?:{words.TITLES})|教授|博士|院士|先生|女士"
    rf"|老师|工程师|研究员|主任|院长|副教授)(?![\u4e00-\u9fff]{{0,3}}[、和])"
    rf"|[（(]?[，,]?(?:今年)?(?:\d\d|[一二三四五六七八九十]{{2,3}})岁|出生于|生于|毕业于|本科毕业|博士毕业"
    rf"|毕业后|从[^，。；]{{2,14}}毕业|回国|归国|辞去|辞职|离职|入职"
    rf"|加入了?|曾任|现任|就职于|任职于|供职于|创办|创立|(?:19|20)\d\d年|带着|告诉(?:我|记者|本)|今年\d\d)"
)

_FOREIGN_PERSON = re.compile(r"[\u4e00-\u9fff]{2,5}[·][\u4e00-\u9fff]{2,8}(?:[·][\u4e00-\u9fff]{2,6})?")

_BEHIND_PERSON = re.compile(
    r"在|说|表示|认为|指出|称|的|对|与|和|于|是|也|还|则|曾|就|将|告诉|写|警告|强调|坦言|透露|接受"
    r"|向|近日|日前|此前|宣布|领导|创办|教授|博士|先生|女士"
)

_ORGANISATION_END = re.compile(words.ORGANISATION_ENDS)

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{1,14}\Z")

_LEADING = re.compile(rf"(?:{words.BEFORE_NAME}|{words.TITLES})")

_STOPS = re.compile(
    r"如果|[的和与及由在对向是为被把从到就将已而且但或让给称之因其该这那有了着过等年月日个名位家不若只第某"
    r"每类一两三档队产括含座0-9]"
)

_QUOTED_THING = re.compile(
    r"[“‘](?P<name2>[^“”‘’\s，。、！？]{2,14})[”’](?=(?:系列|开源)?(?:大?模型|芯片|人形机器人|机器人"
    r"|操作系统|处理器|加速卡|智能体|平台(?!经济)))|(?:模型|芯片|产品|系统|工具|平台|机器人|智能体"
    r"|应用|处理器|加速卡|框架|助手|引擎|手机|汽车|项目|计划|品牌|服务|集群|系列|命名为"
    r"|取名|名为|名叫|叫做|代号|人形机器人|软件|终端|数据集|开源库|算法)(?:家族|系列"
    r"|版)?\s?[“‘](?P<name>[^“”‘’\s，。、！？]{2,14})[”’]"
)

_SHORTENED = re.compile(
    r"(?P<full>[\u4e00-\u9fffA-Za-z0-9·]{2,20})[（(](?:以下)?(?:简称"
    r"|下称)[：:]?\s?[“‘]?(?P<short>[^“”‘’）)\s]{2,10})[”’]?[）)]"
)

_SHORTER = re.compile(
    r"(?:科技|机器人|智能|半导体|咨询|资本|集团|公司|有限公司|电子|存储|汽车|能源|动力|微电子|光电"
    r"|创投|证券|研究院|研究所|智库|实验室|通信|软件|医疗|制药|智驾|基金|控股)\Z"
)

_CLASS = re.compile(
    r"(?:初创|创业|科技|芯片|半导体|研究|咨询|数据|软件|硬件|互联网|机器人|模型|上市|子|母|龙头|头部"
    r"|投资|风投|评测|测评"
    r"|云计算|云服务|存储|制造|设备|代工)?(?:企业|公司|机构|厂商|巨头|独角兽|供应商|运营商|开发商"
    r"|制造商|龙头|新贵|品牌|智库"
    r"|团队|股东|投资方|客户|合作伙伴|新秀|大厂|服务商|竞争对手|对手|伙伴)"
)

_CLASS_ONLY = re.compile(r"(?:公司|企业|厂商|巨头|机构|供应商|品牌)\Z")  # right before a name: its class

_ACTED_ON = re.compile(
    r"收购|并购|入股|(?:(?:\A|战略|洽谈|曾|追加)投资)|领投|跟投|参投|押注|控股(?!集团|公司)|制裁|起诉|加入|加盟|任职于|就职于|供职于"
    r"|隶属于|属于|牵手|携手|联手|(?:\A联合)|限制|禁止|退出|离开|接入|采购|买下|参股|持有|持股|击败|挖走|共建|宣布|采用|使用|依赖|投中"
    r"|聘请|起诉|指控|告赢|超越|对标|已?进入了?|打入|切入|拿下|中标|斩获|获得|任职|吸引|\A(?:获|任|跟|同|随|帮|替|找)"
)
"""What is done to the organisation behind it: no part of its name."""

_STATE = re.compile(r"国家.*(?:局|委员会|基金|实验室)")

_COUNTRY = re.compile(
    r"\A(?:印度|日本|韩国|意大利|西班牙|沙特|阿联酋|新加坡|以色列|加拿大|荷兰|俄罗斯|巴西|越南"
    r"|马来西亚|印尼|瑞典|瑞士|欧洲|欧盟|台湾|香港|北京|上海|中国|美国|英国|法国|德国)市?"
)

_WEAK_END = re.compile(r"(?:公司|科技|智能|媒体|机构|中心|新闻|财经|资本|基金|信息中心|局)\Z")

_PLAIN = re.compile(
    r"(?:大型|科技|人工|国家|重点|数据|上市|互联网|半导体|初创|创业|芯片|核心|投资|风险|研究|先进|智算"
    r"|超算|计算|前沿|金融|新闻|官方|外国|主流"
    r"|资料|四足|双足|人形|工业|发展|服务|大型|中型|小型|建设|新建"
    r"|智能|通用|具身|信息|信息技术|技术|新|最|全|国际|高|科研|联合|大模型|模型|独角兽|头部|私营|民营"
    r"|同类|商业|大|小|人工智能|私募|股权|产业|母|子"
    r"|分|总|云|软件|硬件|汽车|测试|评测|咨询|权威|第三方|相关|本地|跨国|巨头|厂商|公共|政府|社交|外"
    r"|联邦|情报|国资|监管|执法|司法|评级|慈善|非营利|营利|行业|外部|内部|独立|空间|视觉|语言|群体|多家|部分"
    r"|顶尖|顶级|知名|服务|运营|[A-Z]+)+"
)

_HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,14}")

_OBJECT_NAME = re.compile(
    r"(?:初创|创业|芯片|科技|AI|人工智能|机器人|自动驾驶|大模型|背后的?|母|半导体|软件|量化|数据"
    r"|存储|激光雷达|算力)(?:公司|企业|厂商)"
    r"(?P<own>[\u4e00-\u9fff]{2,6}?)(?=被|由|宣布|近日|日前|，|。|、|创始|CEO|获|完成|发布|推出|称"
    r"|表示|（|\()|(?:全面收购|收购|并购|控股|创立了?|创办了?|出任|担任"
    r"|入主)了?(?P<name>[\u4e00-\u9fff]{2,6}?)(?=[，。、,；）)\s“]|CEO|首席|董事长|总裁"
    r"|总经理|\Z)"
)

_NO_OBJECT = re.compile(
    r"[了过的一多家个该其这那和等]|股东|董事|首席|院长|教授|校长|主任|所长|负责|主席|总裁|经理|交易|案例"
    r"|公司|企业|股权|资产|业务|团队|初创|要约|计划|协议|主席"
    r"|顾问|负责|总"
)


def unknown(content: str, known: tuple[Mention, ...], publisher: str | None = None) -> tuple[Mention, ...]:
    """Names that nobody listed, kept as found: Latin words, titled persons, organisations by their ending."""
    taken = list(known)
    starts = [m.start for m in taken]
    for mention in (
        *_titles(content),
        *_published_by(content, publisher),
        *_quoted_things(content),
        *introduced_products.find(content),
        *latin.find(content),
        *_persons(content),
        *introduced_people.find(content),
        *_organisations(content),
        *introduced_names.find(content),
        *_bought(content),
    ):
        names.insert(taken, starts, mention, over=True)
    for mention in list(_joined(content, taken)):
        names.insert(taken, starts, mention)
    listed = set(map(id, known))
    begins = set(starts)
    taken = [m for m in taken if id(m) in listed or m.end not in begins or not _CLASS_ONLY.search(m.name)]
    starts = [m.start for m in taken]
    new = {m.name: m for m in taken if id(m) not in listed}
    for mention in (*_again(content, new), *_short_forms(content, new)):
        names.insert(taken, starts, mention)
    return tuple(m for m in taken if id(m) not in listed)


def _again(content: str, new: dict[str, Mention]) -> Iterator[Mention]:
    """A name that was introduced once is the same name wherever it stands."""
    listed = [n for n in new if len(n) > 1 and (_HAN_NAME.fullmatch(n) or new[n].noun == "product")][:200]
    if not listed:
        return
    firsts = "".join(re.escape(c) for c in sorted({n[0] for n in listed}))
    for match in re.finditer(f"(?=[{firsts}])(?:{words.alternation(listed)})", content):
        yield replace(new[match.group()], start=match.start(), end=match.end())


# What stands in a row with a name is a name: "客户包括蔚来、X和Y".
_BESIDE = re.compile(
    r"(?:[（(][^（）()\n]{1,12}[）)])?、(?P<name>[\u4e00-\u9fff]{2,6}?)(?=[、，。；（(]|和|与|以及"
    r"|及|等|都|均|的|共同|分别|联合|在|也|则|已|跟投|领投|参投|\Z)"
)
_LAST = re.compile(
    r"(?:和|与|以及|及)(?P<name>[\u4e00-\u9fff]{2,6}?)(?=[，。；（(]|等|都|均|共同|分别|联合|跟投"
    r"|领投|参投|参与|投资|\Z)"
)
_ROW = re.compile(r"(?:、|包括|囊括|涵盖|[是为有由给])\Z")
_COMMON = re.compile(
    r"公司|企业|机构|高校|大学|政府|其他|其它|多家|国家|行业|产业|市场|技术|模型|芯片|数据|算力|人才"
    r"|服务|产品|应用|平台|能力"
    r"|方面|领域|部门|团队|客户|用户|伙伴|资本方|股东|一些|很多|部分|系统|设备|软件|硬件|材料|能源"
    r"|电力|汽车|金融|医疗|教育"
    r"|制造|研发|生产|销售|开源|闭源|国产|自研|两家|三家|不少|我们|他们|自己|北京|上海|深圳|广州"
    r"|杭州|成都|武汉|合肥|南京"
    r"|推理|训练|机器|电池|零部件|政策|资金|投资|研究|存储|内存|散热|封装|电源|光刻|刻蚀|清洗|云"
    r"|网络|安全|手机|电脑|的|了|是|有|不|和|与"
)


def _joined(content: str, taken: list[Mention]) -> Iterator[Mention]:
    """Names in a row with an organisation that is known."""
    begun = {m.start for m in taken}  # a known name in a row carries it on by itself
    for mention in taken:
        if mention.kind not in ("organisation", "unknown") or mention.noun in ("title", "product"):
            continue
        at, listed = mention.end, False
        while found := _BESIDE.match(content, at):
            if found.start("name") in begun or _COMMON.search(found["name"]):
                break
            begun.add(found.start("name"))
            yield Mention(*found.span("name"), found["name"], "unknown", None)
            at, listed = found.end("name"), True
        last = _LAST.match(content, at)
        row = listed or _ROW.search(content, max(0, mention.start - 3), mention.start)
        if last and row and introduced_names.is_name(last["name"]) and not _COMMON.search(last["name"]):
            yield Mention(*last.span("name"), last["name"], "unknown", None)


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
    for match in names.TITLED.finditer(content):
        yield Mention(*match.span(1), match.group(1), "unknown", None, noun="title")


def _bought(content: str) -> Iterator[Mention]:
    """What is bought, founded or headed is a name, even where nothing else tells."""
    for match in _OBJECT_NAME.finditer(content):
        group = "own" if match["own"] else "name"
        if not _NO_OBJECT.search(match[group]) and (group == "name" or not _COMMON.search(match[group])):
            yield Mention(*match.span(group), match[group], "unknown", None)


def _persons(content: str) -> Iterator[Mention]:
    for match in _PERSON_SPEAKS.finditer(content):
        if is_person_name(match["name"]):
            yield Mention(*match.span("name"), match["name"], "person", None)
    for match in _PERSON_BY_CONTEXT.finditer(content):
        group = "name" if match["name"] else "called"
        if is_person_name(match[group]) and match[group] not in _NO_PERSON:
            yield Mention(*match.span(group), match[group], "person", None)
    for match in _AFFILIATED_PERSON.finditer(content):
        if not re.search(rf"[们的员人者家师长队]|报告|研究|数据|团队|调查|{words.REPORTS}", match["name"]):
            yield Mention(*match.span("name"), match["name"], "person", None)
    for match in _PERSON_AFTER_TITLE.finditer(content):
        name = match["name"]
        if "·" in name or is_person_name(name):
            yield Mention(*match.span("name"), name, "person", None)
    for match in _FOREIGN_PERSON.finditer(content):
        name = re.sub(rf"\A.*(?:{words.TITLES}|[作学记笔]者|合著者|的|人|由|和|与)(?=.*·)", "", match.group())
        start = match.end() - len(name)
        if (tail := _BEHIND_PERSON.search(name, name.rfind("·") + 3)) is not None:
            name = name[: tail.start()]
        if "·" in name:
            yield Mention(start, start + len(name), name, "person", None)


_NO_PERSON = lexicon.words(
    "高级 安全 单位 任何 何时 方向 于是 应该 金融 万一 全部 全国 全年 成为 白天 常年 前年 高校 高管 关于"
)


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
        acts = list(_ACTED_ON.finditer(name))
        if acts and introduced_names.is_name(name[acts[-1].end() :]):
            start += acts[-1].end()
            name = content[start:last]
        while (lead := _LEADING.match(name)) and not _STATE.match(name):
            start += lead.end()
            name = name[lead.end() :]
        bare = re.sub(rf"(?:{words.ORGANISATION_ENDS})\Z", "", name)
        if re.search("进行|提供|使用|支持|实现|用于|通过|包括|能力", bare):
            continue
        bare = _COUNTRY.sub("", bare)
        if 2 <= len(bare) <= (7 if _WEAK_END.search(name) else 12) and not _PLAIN.fullmatch(bare):
            yield Mention(start, match.end(), name, "unknown", None)
