"""The frames in which Chinese judges: turns of phrase, adjectives, nouns, verbs of having and lacking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import colloquial, dimensions, judgements, mastery, tries
from theodolite.extract.chinese.hit import Hit
from theodolite.extract.chinese.judging_frames import Frame, Frames, said
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span


def _any(table: str) -> str:
    return tries.pattern(table.split())


_STRONG, _WEAK = _any(judgements.STRONG_NOUNS), _any(judgements.WEAK_NOUNS)
_NOUN = rf"(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))"
_DEGREE = rf"(?:{_any(judgements.DEGREES)}|[“‘\s]){{0,4}}"
_ENDS = (
    r"(?=[了的得着极]{0,2}(?:很|多|无比|异常|不少|许多|至极)?[”’]?(?:[，,。；;！!？?：:、\n“)）]|\Z"
    r"|[，]?(?:但|而|却|且|并|并且|以及|和|，)))"
)
_TURN = re.compile(rf"(?P<weak>{_any(judgements.WEAK_TURNS)})|(?P<strong>{_any(judgements.STRONG_TURNS)})")
_ADJECTIVE = re.compile(
    rf"(?P<weak>{_any(judgements.WEAK_ADJECTIVES)}){_ENDS}"
    rf"|(?P<strong>{_any(judgements.STRONG_ADJECTIVES)}){_ENDS}"
    rf"|(?<=意愿|利润|预算|显存|内存|带宽|规模|产能|潜力|口碑|精度|续航|质量|良率|经验|资源|数据"
    rf"|体量|声量|底子"
    rf"|基础|根基|实力|能力|速度|效率|进展|力量|动作|反应|生态|性能|韧性|后劲|底气|人才|市场"
    rf"|算力|电力|资金)(?:就|也|又|都|还|真|还真)?(?:(?P<high2>[强好快足厚稳牢多大高])"
    rf"|(?P<low2>[薄弱差少慢小浅缺低]))[，。；！]"
    rf"|(?:很|非常|太|极|十分|相当|较|比较|特别|最|更|偏|过|挺|蛮|够|越来越|愈发|日益|日渐|还|仍"
    rf"|仍然|依然|尚|真|是真|着实|确实|略"
    rf"|得)(?:(?P<high>[高多大强快好足深广厚稳新长])|(?P<low>[低少小弱慢差浅窄薄旧短]))(?!于|过"
    rf"|的(?!是)){_ENDS}"
)
_RANKED = re.compile(
    rf"(?:是|成为|成了|已成|为|达到|达|处于|处在|跻身|位居|位列|稳居|高居|居|占据|占|堪称|属于|进入"
    rf"|迈入|做到|做成|拿下|坐上|坐稳|登上|仍在|还在|还是|停留在|排在|排名|名列|落到)"
    rf"(?:了)?[^，。；！？]{{0,12}}?(?:(?P<strong>{_any(judgements.STRONG_RANKS)})"
    rf"|(?P<weak>{_any(judgements.WEAK_RANKS)}))(?:地位|位置|水平|行列|队伍|之列|之一)?{_ENDS}"
)
_PATTERNS = re.compile(rf"(?P<weak>{judgements.WEAK_PATTERNS})|(?P<strong>{judgements.STRONG_PATTERNS})")
_SHORT = re.compile(rf"{_DEGREE}\Z")
_HAS = re.compile(
    rf"{_any(judgements.HAVING)}(?:着|了|过)?(?P<what>[^，。；：！？]{{0,16}}?){_NOUN}(?!在于|是|的是)"
)
_LACKS = re.compile(
    rf"(?<![在当若短紧急空欠不])(?P<lack>{_any(judgements.LACKING)}|没有(?=足够|自己的|成熟|真正的?"
    rf"|可靠|像样|统一|完整|核心|先进|本土|顶级|世界级|[^，。；]{{0,8}}(?:优势|能力|人才|数据|芯片"
    rf"|算力|竞争力|话语权|生态)(?:[，。；]|\Z)))(?!陷|口|席|点|货|憾|乏(?:经验)?的|氧|少不了|一不可"
    rf"|了就)(?:的)?(?:不是(?P<not>[^，。；：！？]{{1,14}})[，,](?:而?是))?(?:就?是)?(?P<what>(?:[^，。；：！？、]"
    rf"|、(?!缺|没有|少了?)){{1,24}})"
)
_IS = (
    r"(?:才|就|也|则|还|主要|恰恰|依然|仍然?|正|更|无疑|并|又|都|恰|可能|或许|其实)?(?:在于?|是|为"
    r"|来自于?|源于|体现在|集中在|包括|表现为|表现在|莫过于|当属)(?:其|它|他们|在)?"
)
_LIES = re.compile(
    rf"{_NOUN}(?:之一|所在|之处)?[”’]?(?:从来|向来|一直|并|往往|其实|也)?(?:不(?:是|在于"
    rf"|在)[^，。；]{{1,16}}[，,](?:而|却|反而)?)?{_IS}(?P<what>[^。；！？\n]{{1,40}})"
)
_MAKES = re.compile(
    rf"(?:才是|就是|正是|仍是|依然是|也是|是|成为|成了|已成|构成|构成了|堪称|乃是|属于|无疑是"
    rf"|成)(?:了)?(?P<whose>[^，。；：！？]{{0,24}}?){_NOUN}(?:之一|所在)?(?=[，。；！”\s]|\Z)"
)
_HINDERS = re.compile(
    r"(?:制约|束缚|掣肘|拖累|困扰|阻碍|限制|削弱|卡住|拖慢|绊住|拖垮|困住)(?:了"
    r"|着)(?P<whom>[^，。；：！？]{1,24})"
)
_CHOKED = re.compile(
    r"(?:真正)?(?:卡脖子|缺|短板|短缺|薄弱|吃亏|头疼|棘手|欠缺|稀缺)的(?:环节|地方|领域"
    r"|部分)?(?:[，]?)(?:还?是|在于|就是|仍是)(?P<what>[^，。；：！？]{1,24})"
)
_MOST = re.compile(
    r"(?P<what>[\u4e00-\u9fffA-Za-z]{0,10}?)(?<![聊谈说提问])(?<![聊谈说提问讨论关担买租]得)最(?:(?:多"
    r"|强|大|快|好|高|早|先进|领先|活跃|积极|成功|稳|完整|成熟)|(?P<low>少|弱|小|慢|低|差|晚|落后|薄弱))的"
    r"(?:[^，。；是]{0,8})?(?:依旧|依然|仍然?|还|则|当|要|就|自然|一直|始终|都)?(?:是|属|数|非"
    r"|莫过于)(?P<whose>[^，。；]{2,40})"
)
_IS_MOST = re.compile(
    r"(?:是|成为了?|成了|已成|堪称|拥有着?|有着?|握有|掌握着?|坐拥|聚集了?|做出了?|造出了?|建成了?"
    r"|训练出了?)(?:了)?"
    r"(?P<what>[^，。；！？]{0,22}?最(?:多|强|大|快|好|高|早|先进|领先|活跃|积极|成功|稳|完整|成熟"
    r"|受欢迎|流行|便宜|聪明|可靠|丰富"
    r"|密集|齐全|好用|有影响力|有活力|有竞争力|重要|(?P<low>少|弱|小|慢|低|差|晚|落后|薄弱|贵"
    r"|难用))的[^，。；！？]{1,16})"
    r"(?=[，。；！？”]|\Z)"
)
_HAS_GOOD = re.compile(
    rf"(?<![没只还所稍含])有(?:着|一支|一批|一大批|一套|一个|很|非常|更|最"
    rf"|了)*(?:{_any(judgements.STRONG_ADJECTIVES)})的(?P<what>[^，。；]{{1,12}})"
)
_BOTH = re.compile(
    r"既(?:有|不缺)[^，。；]{1,12}[，,、]?(?:又|也|还)(?:有|不缺)[^，。；]{1,12}(?:[，,](?:还|更"
    r"|也)有[^，。；]{1,12})?"
)
_NEEDED = re.compile(
    r"(?:全世界|全球|世界|各国|大家|别人|行业|整个[^，。；]{1,6}|谁)[^，。；]{0,6}?(?:离不开|绕不开"
    r"|得靠|要靠|都靠|依赖|依靠|仰赖|少不了|绕不过)"
    r"(?P<whose>[^，。；]{2,16})"
)
_RELIES = re.compile(
    r"(?:严重|高度|过度|过于|极度|完全|十分|非常|仍然?|依然|还|主要|长期|几乎(?:完全)?|大量|至今|大多"
    r"|绝大部分|很大程度上)(?:都|要|得|只能)?(?:依赖于?|依靠|仰赖|仰仗|受制于|受限于"
    r"|靠)(?!人[，。；！”]|人\Z|他人|别人)(?P<what>[^，。；：！？]{0,20})"
)
_BAD_NOUN = re.compile(
    r"(?:差距|风险|压力|问题|缺口|亏损|损失|影响|分歧|竞争|债务|争议|变化|下降|下滑|难度|成本|差异"
    r"|担忧|焦虑|冲击|意义|危害|负担|隐患|威胁|泡沫|偏见|短缺|代价|矛盾|依赖|失业|幻觉|进口|赤字|限制"
    r"|管制|障碍|审查|污染)[^，。；]{0,8}\Z"
)
_TROUBLES = re.compile(rf"{_WEAK}|问题|挑战|困难|风险|难处|麻烦")
_ILLS = re.compile(r"(?:坑|毛病|漏洞|缺陷|故障|水分|泡沫|阻力|负担|缺口|限制|短板|幻觉)\Z")
_CHEAP = re.compile(
    r"(?:成本|价格|费用|门槛|能耗|功耗|电价|售价|定价|错误率|幻觉率|失误率|误差|延迟|时延|流失率"
    r"|负债率?|依赖度|失业率|代价|碳排放|故障率|要求)[^，。；]{0,8}\Z"
)
_SCALED = re.compile(
    r"(?:人口|资金|钱|机会|岗位|客户|动作|起步|反应|成长|根基|力量|语料|资源|企业|公司|规模|市场|存量"
    r"|数量|人才|用户|数据|能力|实力|性能|速度|效率|水平|质量|良率|份额|占比|储备|积累|基础|体量|精度"
    r"|产能|算力|渗透率|普及率|采用率|使用率|活跃度|关注度|声量|潜力|进步|进展|发展|增长|增速|迭代"
    r"|推进|落地|态度|意愿|投资|投入|体验|口碑|表现|效果|成绩|做得|追得|走得|跑得|产量|销量|出货量"
    r"|声誉|地位|基数|热情|氛围|生态|成果|论文|专利|订单|韧性|底子|人气|力度|参与度|自主率|自给率"
    r"|国产化率|转化率|利用率|天花板|含量|深度|广度|厚度|接受度|信任度|效应|品牌|竞争力"
    r"|影响力|[\u4e00-\u9fff]率|(?:自由|开放|成熟|活跃|完成|自主|集成|透明)度|年限|续航|寿命|文档|手册|教程|画质|售后|服务|显存|内存|带宽|进度"
    r"|节奏|步伐|写代码|写作|前端|后端|代码|数学|推理|语音|中文|英文|发音|理解|翻译|经费|薪酬|待遇"
    r"|工资|工艺|技术|工程化|软件|硬件|网络|电网|电源|供电|产业链|供应链)[^，。；]{0,6}\Z"
)


_EARLIEST = re.compile(r"最[快早慢迟]\Z")
_NEXT_TIME = re.compile(r"(?:也|都)?(?:可能|将|会|要|于|在|到|今|明|下|本|后|年|\d)")
# What is judged here is a wording, a number or a person, not a side.
_NOT_A_SIDE = re.compile(
    r"(?:提法|说法|观点|意义|草案|方案|数字|结论|样本|口径|判断|标准|讨论|文章|报告|答案|问题|比喻"
    r"|标题|帖子|楼上|楼主|心情|情绪|气氛"
    r"|比例|比率|篇幅|时间|日子|天气|价值观|关系|关心|兴趣|话题)(?:的|上|都|也)?\Z"
)


def is_soonest(content: str, first: int, at: int, end: int) -> bool:
    """Whether "the earliest" only dates something to come."""
    return _EARLIEST.search(content[max(first, at) : end]) is not None and bool(
        _NEXT_TIME.match(content, end)
    )


def _adjective(content: str, match: re.Match[str], first: int) -> bool | None:
    """Which way an adjective goes with its noun; None where it says nothing."""
    degree = _SHORT.search(content, first, match.start())
    before = content[first : degree.start() if degree else match.start()]
    if not before.strip("，。； 但而却且并也又还就都") and len(match.group()) <= 2:
        return None
    if _NOT_A_SIDE.search(before) or (
        _EARLIEST.search(content[max(first, match.start() - 1) : match.end()])
        and _NEXT_TIME.match(content, match.end())
    ):
        return None
    if match.group() in judgements.DEGREES.split() and re.search(r"[差下落增提]", before[-3:]):
        return None
    if match["high2"] or match["low2"]:
        return match["low2"] is not None
    if match.group().startswith("得多"):
        how = content[match.start() - 1]
        if how in "小少低弱慢差薄浅窄短":
            return not _CHEAP.search(before[:-1])
        return False if how in "大强快好高厚广深" else None
    if match.group() == "不少" and not _SCALED.search(before):
        return None
    if match.group() == "不多" and before.endswith("差"):
        return None
    if match["high"] and _ILLS.search(before):
        return True
    if match["high"] or match["low"]:
        if _CHEAP.search(before):
            return match["high"] is not None
        return match["low"] is not None if _SCALED.search(before) else None
    if match["strong"] and _BAD_NOUN.search(before):
        return None
    if len(match.group()) == 1 and not _SCALED.search(before):
        return None
    return match["weak"] is not None


def _lies(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    end, at = min(match.end(), clause.end), match.start("what")
    about = (at, max(clause.end, scene.clause_at(at).end))
    yield Hit(match.start(), end, match["weak"] is not None, about)


def _most(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    if not _TROUBLES.search(scene.content, match.start(), match.start("whose")):
        about = (clause.start, match.start("whose"))
        yield Hit(match.start(), match.end(), match["low"] is not None, about, match.span("whose"))


_NO_MERIT = re.compile(
    r"(?:变量|问题|挑战|障碍|风险|困难|难题|争议|差别|不同|区别|变化|特点|原因|敌人|悬念|看点|任务|目标|教训|感受|感触|担心|担忧|心愿"
    r"|阻力|瓶颈|短板|软肋|威胁|误区|误解|痛点|隐患|遗憾|不确定性|压力|竞争|对手|成本|开支|支出|一笔|一次|一环|时刻)\Z"
)


def _is_most(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    if not _NO_MERIT.search(match["what"]):
        yield Hit(match.start(), match.end(), match["low"] is not None, match.span("what"))


def _both(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    yield Hit(match.start(), min(match.end(), clause.end), False, match.span())


def _needed(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    yield Hit(match.start(), match.end(), False, (clause.start, match.end()), match.span("whose"))


def _lacks(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    yield Hit(match.start(), match.end(), True, (match.start("what") - 1, match.end()))


def _hinders(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    yield Hit(match.start(), match.end(), True, (clause.start, match.start()), match.span("whom"))


def _makes(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    about, weak = (clause.start, match.start()), match["weak"] is not None
    yield Hit(match.start(), match.end(), weak, about, match.span("whose"))


_PLAINLY = {"强": False, "好": False, "稳": False, "弱": True, "差": True, "烂": True}
"""Adjectives that judge whatever they are said of."""
_NAMING = ("side", "group", "organisation", "model", "unknown")


def _plainly(scene: Scene, clause: Span, match: re.Match[str]) -> bool | None:
    """Which way "strong" or "poor" goes, said of something that the words or a name right before show."""
    word = match["high"] or match["low"] or match.group()
    if word not in _PLAINLY:
        return None
    degree = _SHORT.search(scene.content, clause.start, match.start())
    stop = degree.start() if degree else match.start()
    if stop == match.start() and len(match.group()) == 1:
        return None
    before = scene.content[max(clause.start, stop - 8) : stop]
    if _NOT_A_SIDE.search(before) or _ILLS.search(before) or _CHEAP.search(before):
        return None
    named = [m for m in scene.mentions_in(max(clause.start, stop - 16), stop) if m.kind in _NAMING]
    return _PLAINLY[word] if named or dimensions.shown(before) is not None else None


def _is_so(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Hit]:
    weak = _adjective(scene.content, match, clause.start)
    if weak is None:
        weak = _plainly(scene, clause, match)
    if weak is not None:
        yield Hit(match.start(), match.end(), weak)


_FRAMES = Frames(
    *colloquial.OF_HOME,
    *mastery.FRAMES,
    Frame(_LIES, _lies, beyond=40),
    Frame(_MOST, _most),
    Frame(_BOTH, _both, beyond=30),
    Frame(_NEEDED, _needed),
    Frame(_CHOKED, said(True, "what"), beyond=26),
    Frame(_LACKS, _lacks, beyond=26),
    Frame(_RELIES, said(True, "what")),
    Frame(_HINDERS, _hinders),
    Frame(_MAKES, _makes),
    Frame(_IS_MOST, _is_most),
    Frame(_HAS, said(about="what")),
    Frame(_HAS_GOOD, said(False, "what")),
    Frame(_TURN, said()),
    Frame(_RANKED, said()),
    Frame(_PATTERNS, said()),
    Frame(_ADJECTIVE, _is_so, beyond=1),
    *colloquial.PLAIN,
)


def hits(scene: Scene) -> Iterator[tuple[Span, Iterator[Hit]]]:
    """The clauses that may judge, each with its judgements in the order in which they win a place."""
    return _FRAMES.find(scene)
