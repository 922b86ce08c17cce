"""How Chinese says what one is good at, has plenty of, or cannot do without: "以X见长", "不擅长X", "不缺X",
"谁也比不了".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from theodolite.extract.chinese.hit import Hit
from theodolite.extract.chinese.judging_frames import Frame, said
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span

_END = r"(?=[，。；！？”、\s]|\Z)"
_GOODS = (
    r"(?:钱|电|地|人|卡|场景|数据|市场|资金|人才|算力|能源|土地|用户|工厂|订单|技术|水|芯片|客户|生态|原创|耐心|流量|渠道|工程师"
    r"|设备|经验|应用|好模型|显卡|资本|语料|电力|现金)"
)
_SKILL = re.compile(
    r"(?P<weak>(?:并不|从不|不)(?:太|大|怎么|是很|那么|算)?)?(?<!所)(?:最|更|很|非常|特别|一向|向来|尤其)?(?:擅长|善于|精于|长于|拿手)(?:的)?(?:是|就是)?(?!的)"
    r"(?P<what>[^，。；：！？的]{1,14})"
)
_FAMED = re.compile(
    r"(?:见长|著称|闻名|取胜|制胜|称雄|立足|突围|打天下|站稳(?:了)?脚跟|翻(?:了)?身|出圈|杀出|赢得(?:了)?[^，。；]{0,6}(?:市场|客户|用户|口碑|订单))(?!的)"
)
_FOR = re.compile(r"(?:(?<!可)以|靠|凭借?|依靠|仗着|倚仗)(?P<what>[^，。；：！？]{1,14}?)\Z")
_NOT_LACKING = re.compile(
    r"(?:并|从|根本|完全|普遍|一点都?|从来|也|都|都|既)?(?:不缺|不愁|不差(?=钱|电|人)|从来不缺)(?P<what>[^，。；：！？]{1,12})"
    rf"|有的是(?P<what2>{_GOODS})"
)
_HAS_NONE = re.compile(
    rf"(?:(?<![有能])没(?P<what2>钱|电|卡)|(?:就是|偏偏|唯独|却|只是|可惜|独独|既|又|也|还是|但)没(?:有)?(?P<what>(?:好|足够的?|像样的?|自己的?)?{_GOODS})){_END}"
)
_OWN = re.compile(
    r"(?<![没只还所])有(?:着|了)?自己(?:研发|自研|家)?的(?P<what>(?:芯片|数据|云|模型|大模型|生态|晶圆厂|算力|操作系统|框架|工厂|渠道|数据中心|客户|硬件|终端)[^，。；]{0,14})"
)
_RICH = re.compile(
    rf"(?<![没只所含还])有(?P<what>好(?:学校|大学|工程师|数据|老师|产品|技术|模型|市场)|钱|电|人才|算力|场景|资金|能源|耐心|工程师|底子|积累){_END}"
)
_AMPLE = re.compile(
    r"(?P<what>钱|卡|电|人才|数据|场景|算力|资金|工程师|用户|订单|论文|专利|资本|客户|应用|项目|机会|供应链|产业链|配套|链条|门类)"
    r"(?:也|都|更|很|又|真|特别|最)?(?:(?P<strong>多|足|全|齐|密度高|密|够用|便宜|充裕|扎实|用不完)|(?P<weak>少|紧|不够|不足|不多|贵|荒|断档))"
    r"(?=[、，。；！？”\s]|\Z)"
)
_ONLY_FAULT = re.compile(
    r"(?:就是|只是|可惜|唯一的?(?:缺点|问题|毛病)是|缺点是|毛病是)(?:太|有点|稍微|略|还是|实在|比较|确实)?(?P<what>慢|贵|难用|不稳定?|笨|傻|耗电|费电|卡|乱|短|不好用|不准|啰嗦)"
    rf"(?:了|一?点|了点)?{_END}"
)
_DRAGS = re.compile(r"(?:拖|扯)(?:着|了)?(?P<whom>[^，。；：！？]{1,12}?)的?后腿")
_NO_RIVAL = re.compile(
    r"(?:没有(?:哪一?[家个款国]|人|谁|任何(?:一[家个款])?[^，。；]{0,6}?)|没人|无人|(?:没|无)一[家个款])(?:也|都|能够?|可以|敢|真正)*"
    r"(?:赢过|比得上|比得过|追得上|追上|超过|超越|撼动|取代|替代|匹敌|打得过|挑战|替得了|比得了)(?P<whose>[^，。；：！？]{2,14})"
    r"|(?:谁也|谁都|别[家人国]也?都?|其他[家人]也?都?|旁人)(?:比不了|追不上|赶不上|比不上|替代不了|撼动不了|学不来|抄不走|做不到|做不出来|望尘莫及)"
)
_PEOPLE = re.compile(r"(?:用户|人们|大家|我们人类|读者|开发者)[^，。；]{0,6}\Z")


def _no_rival(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    whose = match.span("whose") if match["whose"] else None
    if whose and not scene.mentions_in(*whose):
        return ()
    return (Hit(match.start(), match.end(), False, None, whose),)


def _drags(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    whom = match.span("whom")
    named = scene.mentions_in(*whom)
    about = (clause.start, match.start())
    return (Hit(match.start(), match.end(), True, about, whom if named else None),)


def _famed(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    by = _FOR.search(scene.content, clause.start, match.start())
    return (Hit(by.start(), match.end(), False, by.span("what")),) if by else ()


def _skilled(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    if _PEOPLE.search(scene.content, max(clause.start, match.start() - 12), match.start()):
        return ()
    return (Hit(match.start(), match.end(), match["weak"] is not None, match.span("what")),)


def _plenty(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    return (Hit(match.start(), match.end(), False, match.span("what" if match["what"] else "what2")),)


def _none(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    return (Hit(match.start(), match.end(), True, match.span("what" if match["what"] else "what2")),)


_LISTED = re.compile(
    r"(?:首先|其次|再次|最后|然后|再就是|另外|第[一二三四五]|[一二三四]|其[一二三])[，,、]?(?:则|就)?(?:是|在于?|出在)(?P<what>[^，。；：！？是]{1,8})(?=[，。；！]|\Z)"
)
_ASKED = re.compile(
    r"(?:(?P<weak>问题|困难|短板|瓶颈|挑战|软肋|不足|难处|症结|原因)|(?P<strong>优势|长处|强项|底气|长板|胜算))[^。！\n]{0,6}(?:在哪里?|是什么|何在|在什么地方|有哪些|有(?:两|三|四|几)[个点条方])"
)


def _listed(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    """ "问题出在哪里？首先是钱 ... 其次是人": one for each."""
    asked = list(_ASKED.finditer(scene.content, max(0, match.start() - 220), match.start()))
    if not asked:
        return ()
    return (Hit(match.start(), match.end(), asked[-1]["weak"] is not None, match.span("what")),)


def _ample(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    if match["what"] == "人才" and scene.content.endswith("的", 0, match.start()) and match["weak"] is None:
        return ()
    return (Hit(match.start(), match.end(), match["weak"] is not None, match.span("what")),)


_FIRST = re.compile(
    r"(?:(?<!不)(?<!就)(?<!便)是|成为|成了|已成)(?:了)?(?P<what>(?:[^，。；：！？]{0,10}?(?:国内|全球|世界|全国|国际|业界|行业"
    r"|业内|亚洲|欧洲|中国|美国|人类|史上|历史上)(?:上|内|中|范围内)?的?第一[个款家](?!月|季|半|版|步|阶段)"
    r"|[^，。；：！？]{0,10}?首[个款家])[^，。；：！？]{2,40})"
)


def _first(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    """ "成为国内首个 ... 的模型": who was first."""
    at = match.start("what")
    cue = re.search("首[个款家位]|第一[个款家]", match["what"])
    if (
        cue is None
        or _NOT_FIRST.search(scene.content, clause.start, match.start())
        or _BUYER.search(match["what"])
    ):
        return ()
    return (Hit(match.start(), match.end(), False, (at, at + cue.end())),)


_NOT_FIRST = re.compile(r"(?:这|此|那|差点|险些|几乎|[使让令][其之它]|或许?|可能|不)\Z")
_BUYER = re.compile(r"(?:客户|用户|合作伙伴|伙伴|买家|目标|步骤|问题|原因)\Z")
_GROWS = re.compile(
    r"(?<![的一])(?:(?:蓬勃|飞速|快速|高速|迅速|迅猛|强势|加速|爆发式|井喷式|指数级)(?:发展|增长|崛起|扩张)|(?:增长|崛起|扩张|发展)(?:飞快|显著|迅速|极快))(?=[，。；！？”、]|\Z|阶段|期)"
)
_NO_GAIN = re.compile(
    r"随着|伴随|由于|为了|推动|促进|支持|支撑|需求|消耗|能耗|风险|成本|压力|排放|负债|债务|亏损|诈骗|攻击|犯罪|裁员|失业|开支|支出|费用"
)


def _grows(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    """ "产业蓬勃发展", not "随着A的快速发展"."""
    if _NO_GAIN.search(scene.content, clause.start, match.start()):
        return ()
    return (Hit(match.start(), match.end(), False),)


_SHOWS = re.compile(
    r"(?:展示|展现|体现|彰显|证明|凸显|反映|印证|列举)出?了?(?:其)?(?P<whose>[^，。；：！？]{0,24}?)(?:的)?(?:竞争力|(?:硬|软|雄厚|综合|技术|创新|研发)?实力|领先地位|过人之处|优势)(?=[，。；！？”、]|\Z)"
)


def _shows(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
    """ "A向世界展示了B的竞争力": B's where it is named, else the topic's."""
    named = scene.mentions_in(*match.span("whose"))
    return (
        Hit(match.start(), match.end(), False, match.span("whose"), match.span("whose") if named else None),
    )


FRAMES = (
    Frame(_SHOWS, _shows),
    Frame(_GROWS, _grows),
    Frame(_FIRST, _first),
    Frame(_NOT_LACKING, _plenty),
    Frame(_NO_RIVAL, _no_rival),
    Frame(_DRAGS, _drags),
    Frame(_FAMED, _famed),
    Frame(_SKILL, _skilled),
    Frame(_HAS_NONE, _none),
    Frame(_OWN, said(False, "what")),
    Frame(_RICH, said(False, "what")),
    Frame(_AMPLE, _ample),
    Frame(_LISTED, _listed),
    Frame(_ONLY_FAULT, said(True, "what")),
)
"""Frames of mastery and plenty, in the order in which they win a place."""
