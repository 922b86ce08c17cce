"""Names without a listed ending, by the words with which a Chinese text brings them in.

Nothing in "云汐" shows a company. "云汐完成A轮融资", "由云汐领投", "收购云汐" and "初创公司云汐" do: such
words are looked for, and the characters before or behind them, up to a mark or to a word that is in no name,
are the name, unless they hold a plain word. A name that was brought in once is found wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import plain_words, tries, words
from theodolite.extract.words.known_names import Mention

_CLASSES = (
    r"(?:公司|企业|厂商|机构|巨头|独角兽|供应商|开发商|制造商|服务商|运营商"
    r"|新秀|大厂|龙头|团队|股东|平台|初创|品牌)"
)
_CLASSED = (
    r"(?:初创|创业|科技|芯片|人工智能|AI|具身智能|机器人|自动驾驶|大模型|半导体|软件|激光雷达|算力|存储|云计算|光模块|服务器|GPU|商业航天|量化|母|子)"
    r"(?:公司|企业|厂商|机构|巨头|独角兽|供应商|新秀|龙头)|独角兽(?:公司|企业)?|投资机构|老股东|新股东"
)
"""What a firm is, right before its name."""
_POSTS = r"联合创始人|联合创办人|创始人|创办人|创始团队|首席(?!次)|CEO|CTO|COO|CFO|董事长|总裁|总经理|副总裁"
_STRONG = re.compile(
    r"(?:是|系|为)(?:国内|中国|全球|本土|当地|[\u4e00-\u9fff]{2,4}的)?(?:一[家间]|首家|最大的|知名的?|领先的)[^，。；\n]{0,16}?"
    r"(?:公司|企业|厂商|机构|实验室|独角兽|初创|服务商|供应商|开发商|制造商|工作室|平台)"
    r"|(?:是|系|为)(?:国内|中国|全球)?[^，。；\n是]{0,8}(?:公司|企业|厂商|独角兽)(?=[，。；])"
    r"|(?:成立|创立|创办|创建)于|总部(?:位于|设在|设于|在)|由[^，。；\n]{2,24}?(?:创立|创办|创建|成立)"
    r"|(?:完成|获得?|拿到|拿下|启动|敲定|披露)了?[^，。；、\n]{0,16}?(?:融资|轮投资|战略投资|注资)"
    r"|(?:联合|独家)?(?:领投|跟投|参投)(?!方)"
    rf"|(?:的)?(?:{_POSTS})|（(?:[036]\d{{5}}|\d{{4,5}}\.HK)"
    r"|(?:仍|还|共|合计|目前|已)*持有[^，。；\n]{1,24}?(?:股份|股权)|作为(?:最[早大]的?|主要|早期|第一大|重要)*[^，。；\n]{0,8}(?:投资[方人者]|股东)"
    r"|(?:的)?(?:新一轮|首轮|上一轮)?(?:[A-H]\+?轮|天使轮|种子轮|股东|投资方|母公司|子公司|控股股东|供应商|供应链|股权)"
)
"""Behind a firm's name, whatever stands further on."""
_ACTS = re.compile(
    r"(?:宣布|发布|推出|开源|上线|公布|放出|中标|官宣|收购|入股|领投|表示|称|旗下的?|团队(?:发布|推出|开源|表示|称))"
)
"""Behind a firm's name that opens its clause, and that the text has more than once."""
_AHEAD = re.compile(
    r"(?:收购|并购|入股|控股|押注|注资|领投|跟投|参投|创立|创办|创建|加入|加盟|离开|入职|任职于|供职于|就职于|隶属于|出任|担任|执掌"
    r"|制裁|封禁|携手|联手|牵手|联合|接替|参股|持股|持有|投资(?![者人额方]|机构|银行|基金|组合|回报|建议))了?(?P<done>[\u4e00-\u9fff]{2,6}?)"
    r"(?=[，。；、）)]|的(?!是)|并|约?\d|CEO|首席|董事长|总裁|总经理|发布|推出|共建|共同|打造|开发|[A-D]\+?轮)"
    r"|(?:与|和|同|跟|联合|携手|牵手|联手)(?P<beside>[\u4e00-\u9fff]{2,6}?)(?=(?:已|将|近日|正式|共同|、[\u4e00-\u9fff]{2,6}?)*"
    r"(?:达成|签署|签订|签约|签了|合作|宣布|共同|联合|联手|携手|共建|成立|建立|展开|合资|的合作|发布|推出))"
    r"|(?:向|为|给|对|从|找)(?P<to>[\u4e00-\u9fff]{2,6}?)(?=(?:批量|独家|首批|直接|正式)*"
    r"(?:供货|供应|出货|代工|追加|提供|交付|采购|订购|出售|离职|挖来|挖走|分拆|独立|拿货|进货|的收购|投资))"
    r"|(?:把|将)(?P<put>[\u4e00-\u9fff]{2,6}?)(?=(?:列入|拉入|纳入|收入囊中|并入|收归|等[\u4e00-\u9fff\d]{0,6}列入))"
    r"|(?:被|由|遭|获|受)(?P<by>[\u4e00-\u9fff]{2,6}?)(?=(?:等)?(?:联合|全资|独家|战略)?(?:收购|控股|采用|研发|开发|代工|投资|领投|供应|打造|推出))"
    r"|(?:是|成为|为|系|作为)(?P<of>[\u4e00-\u9fff]{2,6}?)(?=的?(?:全资|控股|最大|主要|重要|核心|独家|早期|首批|第一大|长期)*的?"
    r"(?:子公司|供应商|投资方|投资人|股东|客户|合作伙伴|代工厂|母公司|竞争对手))"
    r"|(?:投资方|投资人|投资机构|股东|新股东|老股东|客户|合作伙伴|合作方|供应商|领投方|跟投方)(?:名单里|中|当中|里|阵容)?(?:还|也|主要|则)?"
    r"(?:包括|为|有|是|涵盖|分别为|分别是|囊括)了?(?P<listed>[\u4e00-\u9fff]{2,6}?)(?=[、，。；]|和|与|以及|及|等)"
    rf"|(?:{_CLASSED})(?P<called>[\u4e00-\u9fff]{{2,5}}?)"
    r"(?=[，。、（；]|宣布|近日|日前|发布|推出|开源|上线|完成|获得?|创始|CEO|首席|与|和|联合|称|表示|已|也|的(?!公司|企业|模型)|正)"
)
"""Before a name."""
_RUN = re.compile(r"[\u4e00-\u9fff]{2,14}\Z")
_ADVERBS = re.compile(
    r"(?:正式|近日|近期|日前|今日|今天|昨日|昨天|昨晚|今晨|刚刚|刚|已经?|也|还|都|又|再次|首次|随后|同步|率先|全面|将|会|曾|最近|目前|现在"
    r"|正在|正|均|于|在|则|即将|今年|去年|明年|拟|计划|本周|上周|本月|上月|当天|当日|同时|先后|陆续|连续|低调|高调|突然|官方|方面|等|的|\d)+\Z"
)
_CUT = re.compile(rf"(?:{plain_words.CUTS}|(?:{_CLASSES}))(?=[\u4e00-\u9fff]{{2,}}\Z)")
_ROW = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,8})(?:、|和|与|及|以及)\Z")
_LONGEST_ROW = 8


def find(content: str) -> Iterator[Mention]:
    """Firms that are brought in so, each at one place."""
    for match in _STRONG.finditer(content):
        for start, end in _before(content, match.start(), match.group().endswith("投")):
            yield Mention(start, end, content[start:end], "unknown", None)
    for match in _AHEAD.finditer(content):
        group = str(match.lastgroup)
        if is_name(match[group]):
            yield Mention(*match.span(group), match[group], "unknown", None)
    for match in _ACTS.finditer(content):
        named = _ending(content, match.start())
        if named is None or not _opens(content, named[0]):
            continue
        name = content[slice(*named)]
        if content.count(name) > 1:
            person = len(name) == 3 and name[0] in words.SURNAMES
            yield Mention(*named, name, "person" if person else "unknown", None)


_OPENS = re.compile(r"(?:\A|[，。；：！？\n“]|近日|日前|今[日天]|昨[日天]|据悉|[年月日])[\s*#]{0,4}\Z")


def _opens(content: str, at: int) -> bool:
    """Whether a clause opens at a place, but for a date before it."""
    return _OPENS.search(content, max(0, at - 6), at) is not None


def _before(content: str, at: int, row: bool) -> Iterator[tuple[int, int]]:
    """The name that ends at a place, and of a row those joined to it."""
    for _ in range(_LONGEST_ROW):
        named = _ending(content, at)
        if named is None:
            return
        yield named
        joined = _ROW.search(content, max(0, named[0] - 12), named[0]) if row else None
        if joined is None:
            return
        at = joined.end("name")


def _ending(content: str, at: int) -> tuple[int, int] | None:
    """The name that ends right before a place, without the adverbs behind it and the words before it."""
    window = content[max(0, at - 24) : at]
    if adverbs := _ADVERBS.search(window):
        window = window[: adverbs.start()]
    run = _RUN.search(window)
    if run is None:
        return None
    end = max(0, at - 24) + run.end()
    name = run.group()
    cuts = list(_CUT.finditer(name))
    if cuts:
        name = name[cuts[-1].end() :]
    elif len(run.group()) == 14:
        return None
    return (end - len(name), end) if is_name(name) else None


def is_name(name: str) -> bool:
    """Whether some characters can be a name: short, and with no plain word before its ending."""
    bare = _ENDS.sub("", name)
    return 2 <= len(bare) <= 5 and _PLAIN.search(bare) is None


_ENDS = re.compile(
    r"(?:科技|智能|资本|集团|机器人|半导体|创投|投资|基金|证券|算力|智算|网络|软件|信息|数据|存储|微电子|电子|光电|汽车|医疗|动力|能源|新能源"
    r"|通信|云|实验室|智驾|互联|生物|精密|光学|激光|材料|航天|文化|股份|实业|微|光子|量子|控股|咨询|传媒|数科|芯)\Z"
)


_PLAIN = re.compile(rf"{tries.pattern(plain_words.WORDS)}|[{plain_words.CHARACTERS}]")
