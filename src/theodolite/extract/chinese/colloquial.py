"""How Chinese judges in plain talk: what one cannot get done, what holds one back, what a curb did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from theodolite.extract.chinese.hit import Hit
from theodolite.extract.chinese.judging_frames import Frame, Made, in_sentence, said
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span

_DONE = r"(?:上来?|下来|来|去|出来?|起来?|动|到|了|住|成|开|好|过来?|赢|通|全|稳|准|回来?)"
_VERBS = "追跟拿造做卖留招出进跑转批建接买赚收撑扛供养修补练训搭连融抢推铺落走爬升提搞弄装调打挤"
_CANNOT = re.compile(rf"(?<!离)[{_VERBS}]不{_DONE}(?!多久|几|着|的(?:坎|心)|[一半两三四五六七八九十\d])")
_CAN = re.compile(
    rf"(?<![说算谈值])[{_VERBS}]得(?:上来|下来|出来?|起来|动|住|成|赢|通)(?![吗么？?]"
    rf"|的(?:是|话))"
)
_OTHERS = re.compile(
    r"(?:别人|别家|对手|他人|谁|没人|无人|外人|外界|旁人|普通人|用户|消费者|大家|让"
    r"|令|使|叫|把)[^，。；]{0,8}\Z"
)
_WHERE = re.compile(
    r"(?:(?P<strong>优势|强项|长处|底气|本钱|胜算|机会)|(?P<weak>短板|弱点|软肋|瓶颈|难点|痛点"
    r"|症结))(?:到底|究竟|又|都|主要)*(?:在哪里?|是什么|在何处|何在|有哪些)"
    r"[？?]\s?(?P<what>(?:[一第]?是?[在靠凭是][^，。；？！]{1,10}[，、,]?){1,5})"
)
_HOLDS_BACK = re.compile(
    r"(?:真正|最|一直|始终|长期)?(?:困住|卡住|拖住|围住|绊住|压垮|难倒|限制|制约|束缚|拖累|拖慢|妨碍"
    r"|困扰|掣肘|卡)了?(?P<whom>我们|咱们|中国|国内|[^，。；的]{1,8})"
    r"(?:脖子)?的[，,]?(?:恰恰|其实|往往|反而"
    r"|不是[^，。；]{1,14}[，,]而?)?(?:还)?是(?P<what>[^，。；！？]{1,20})"
)
_CAUSE = r"(?:断供|禁令|管制|制裁|封锁|出口限制|限制|打压|围堵|卡脖子|黑名单|禁运|出口管制)"
_FORCED = re.compile(
    rf"{_CAUSE}[^，。；]{{0,10}}?(?:逼出|倒逼|催生|成就|成全|帮了?|促成|激发|推动|加速|加快|激励"
    rf"|逼着|刺激|迫使|反而让)了?(?P<what>[^，。；]{{1,20}})"
)
_NONE_OF = re.compile(
    r"(?:没有(?:一[个家款项件篇]|哪[个家款])|无一|一个也没有|没一个)[^，。；]{0,10}?(?:出自|来自"
    r"|属于|是由|由|归|是)(?P<whose>[^，。；]{2,16})"
)
_BUSINESS = re.compile(
    r"(?:是|成为?了?|成了)(?:一[门个套种项支条])?(?:很|非常|相当|比较|十分|早已)?(?:成熟|完整|强大"
    r"|庞大|先进|顶尖|完善|发达|稳定|健全|高效)的(?P<what>[^，。；]{1,12})"
)
_STILL = re.compile(
    r"还(?:在|停留在|处于|只是|只能|得)(?:等|排队|补课|摸索|试错|起步|靠手工|手工|按条|按件|纸上"
    r"|讨论|争论|爬坡|靠补贴|吃老本|打基础|学步|模仿|抄|追赶?|找|烧钱|亏钱|人工|实验室|PPT|看别人"
    r"|求人)(?P<what>[^，。；]{0,12})"
)
_SEEN = re.compile(
    r"(?:全世界|全球|世界|大家|谁|业内|同行|外界|所有人|对手|有目共睹)[^，。；]{0,4}都?(?:看得见"
    r"|看在眼里|承认|认可|服气|羡慕|眼红|佩服|叹服|看得到)"
)
_NO_GOOD = re.compile(
    r"没有(?:一[个款家套])?(?:什么)?(?:能用|像样|拿得出手|可用|合适|成熟|好用|自己|真正|够格|靠谱"
    r"|现成)的(?P<what>[^，。；]{0,10})"
)
_STANDING = re.compile(
    r"(?:(?P<strong>优等生|尖子生|学霸|领跑者|排头兵|头号玩家|顶流|王者|标杆|老大|一把好手|行家|高手"
    r"|狠角色|黑马|常胜将军|带头人|最前排|前排|第一排|第一阵营)"
    r"|(?P<weak>后进生|差生|跟跑者|陪跑|陪跑者|配角|看客|旁观者|追随者|门外汉|学徒|小学生|新手"
    r"|打工者|替补|二流|三流|末流|最后一排|后排))(?:了|的位置|的角色|之一)?(?=[，。；！”\s]|\Z)"
)
_IS_THAT = re.compile(
    r"(?:是|成为|成了|已成|当|做|沦为|站到|站上|坐到|坐上|坐在|站在|挤进|挤到|排到"
    r"|充当|算)(?:了)?[^，。；是]{0,10}\Z"
)


_TROUBLE = re.compile(
    r"的(?:真正)?(?:问题|麻烦|难处|心病|烦恼|软处|难题|困难|挑战|(?P<strong>牌|长板|卖点|看家本事"
    r"|家当|拿手戏|过人之处|秘诀|本事))(?:主要|恰恰|其实|一直|从来|反而|也|就|则|更)*"
    r"(?:不(?:是|在于?)[^，。；]{1,14}[，,]\s?(?:而|却|反而)?)?(?:是|在于|在"
    r"|出在)(?P<what>[^，。；！？]{1,18})"
)
_WINS_BY = re.compile(
    r"(?:(?P<strong>赢|胜|强|厉害)|(?P<weak>输|弱|差|败|吃亏|亏|卡|难|缺))在(?:了"
    r"|起跑线上的?是?)?(?P<what>[^，。；！？]{1,12}?)(?:上|方面|环节)?(?=[，。；！？”]|\Z)"
)
_CUTS_COST = re.compile(
    r"把[^，。；]{0,10}(?P<what>成本|价格|门槛|功耗|延迟|能耗|售价|单价"
    r"|费用)[^，。；]{0,6}(?:打|降|压|砍|拉)了?(?:下来|到|低|掉)"
)
_BROUGHT_UP = re.compile(
    r"(?:做|造|训|拿|养|培养|积累|积攒|攒|孵化|跑|建|长|沉淀)(?:出来?|下|起"
    r"|成)了?(?P<what>[^，。；]{0,8}?(?:一流|顶尖|世界级|最好|最强|像样|全球领先|一批|一大批|大量"
    r"|庞大|完整|成熟|深厚)[^，。；]{1,14})"
)
_YEARS_OF = re.compile(
    r"有(?:着|了)?[^，。；]{0,4}(?:[几数]十年|多年|十几年|二十年|长期"
    r"|深厚)的?(?P<what>[^，。；]{0,6}(?:积累|沉淀|经验|底子|功底|传统|家底))"
)
_GRIPS = re.compile(
    r"(?:把|握|攥|掐|扼|拿捏)(?:住|着)了?(?P<what>[^，。；]{0,12}?)(?:命门|咽喉|命脉"
    r"|关口|钥匙|阀门|话语权)"
)
_RULES_HURT = re.compile(
    r"(?P<what>制度|监管|备案|审批|政策|规定|合规|法案|签证)[^，。；]{0,10}?(?:拖慢|拖累|束缚|卡住"
    r"|吓退|吓跑|赶走|扼杀|压住|捆住|说变就变|朝令夕改|一刀切)"
)
_KEEPS_PEOPLE = re.compile(
    r"(?:留住|吸引|引来|挖来|聚集|网罗|招揽|汇聚|笼络|招到"
    r"|攒下)了?(?P<what>[^，。；没不]{0,12}(?:工程师|人才|科学家|博士|毕业生|头脑|高手|研究员|开发者))"
)
_SO_MUCH = re.compile(
    r"(?:[多大强快好高便宜]得(?:用不完|惊人|离谱|吓人|出奇|可怕|数不清|看不过来)"
    r"|(?:钱|融资|订单|客户|人才|电|卖|算力|资金)(?:也|都|并)?不愁)"
)
_FAULTS = re.compile(
    r"(?:坑|毛病|漏洞|缺陷|故障|水分|泡沫|阻力|门道|限制|掣肘|规矩)(?:还|也|又|仍"
    r"|确实|实在)?(?:很|太|挺|特别|非常|不少|一堆|一大堆)?(?:多|大|不少|一堆)(?=[，。；！]|\Z)"
)


_GOODS = r"(?:钱|电|地|人|场景|数据|市场|资金|人才|算力|能源|土地|用户|工厂|订单|技术|水)"
_HAS_ALL = re.compile(rf"(?<![没只还所])有{_GOODS}(?:[、，,]\s?(?:也|又|还)?有{_GOODS})+")
_EACH = re.compile(rf"有(?P<item>{_GOODS})")
_LEANS = re.compile(r"(?:仍|还|依然|始终|都|也|依旧)离不开(?P<what>[^，。；]{2,14})")
_NOT_STOPPED = re.compile(
    r"(?:未能|没能|没有|没|无法|并未)(?:能)?(?:阻止|拦住|挡住|打垮|打死|压垮|遏制住?|难倒|拖住"
    r"|吓住)了?(?P<whom>[^，。；]{1,14})"
)


_ITEM = re.compile(r"[在靠凭是](?P<item>[^，。；？！、]{1,10})")


def _listed(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    """ "优势在哪？在电，在人": one for each."""
    base = match.start("what")
    for item in _ITEM.finditer(match["what"]):
        span = (base + item.start("item"), base + item.end("item"))
        yield Hit(
            match.start() if item.start() == 0 else span[0] - 1,
            span[1],
            match["weak"] is not None,
            span,
            None,
            True,
        )


def _forced(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    yield Hit(match.start(), match.end(), False, match.span(), match.span("what"), True)


def _none_of(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    about = (max(0, clause.start - 30), clause.end)
    yield Hit(match.start(), match.end(), True, about, match.span("whose"))


def _troubled(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    yield Hit(match.start(), match.end(), match["strong"] is None, match.span("what"))


def _has_all(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    for item in _EACH.finditer(match.group()):
        at = match.start() + item.start()
        yield Hit(at, at + len(item.group()), False, (at + 1, at + len(item.group())))


def _stands(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    if _IS_THAT.search(scene.content, max(clause.start, match.start() - 14), match.start()):
        yield Hit(match.start(), match.end(), match["weak"] is not None)


def _unless_others(made: Made) -> Made:
    """Not where somebody else cannot, or can."""

    def checked(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
        if _OTHERS.search(scene.content, max(clause.start, match.start() - 10), match.start()):
            return ()
        return made(scene, clause, match)

    return checked


OF_HOME = (
    Frame(_WHERE, _listed, beyond=60),
    in_sentence(_HOLDS_BACK, said(True, "what", "whom", home=True), beyond=24),
    in_sentence(_FORCED, _forced),
)
"""Frames that are about the speaker's own country where nobody is named: they win over all others."""
PLAIN = (
    Frame(_NONE_OF, _none_of),
    Frame(_BUSINESS, said(False)),
    Frame(_SEEN, said(False)),
    Frame(_STILL, said(True, "what")),
    Frame(_NO_GOOD, said(True, "what")),
    in_sentence(_TROUBLE, _troubled),
    in_sentence(_WINS_BY, _troubled),
    *(
        Frame(pattern, said(False, "what"))
        for pattern in (_CUTS_COST, _BROUGHT_UP, _YEARS_OF, _GRIPS, _KEEPS_PEOPLE)
    ),
    Frame(_RULES_HURT, said(True, "what")),
    Frame(_SO_MUCH, said(False)),
    Frame(_FAULTS, said(True)),
    in_sentence(_HAS_ALL, _has_all),
    Frame(_NOT_STOPPED, said(False, "whom", "whom")),
    Frame(_LEANS, _unless_others(said(True, "what"))),
    Frame(_STANDING, _stands),
    Frame(_CANNOT, _unless_others(said(True))),
    Frame(_CAN, _unless_others(said(False))),
)
"""Frames that all others win over."""
