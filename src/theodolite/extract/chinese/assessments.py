"""Assessments in Chinese: a side's strength or weakness, with no figure and no named other side.

Four frames find them: turns of phrase, adjectives as predicates, nouns of strength and weakness with what is
said of them, and verbs of lacking and having.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from theodolite.extract.chinese import dimensions, judgements, stance, tries
from theodolite.extract.chinese.referents import is_thing, slot, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

Direction = Literal["strength", "weakness"]
_KINDS = ("side", "group", "organisation", "model", "unknown")


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
    rf"|(?<=底子|基础|根基|实力|能力|速度|效率|进展|力量|动作|反应|生态|性能|韧性|后劲|底气|人才|市场"
    rf"|算力|电力|资金)(?:(?P<high2>[强好快足厚稳牢多])|(?P<low2>[薄弱差少慢小浅缺]))[，。；！]"
    rf"|(?:很|非常|太|极|十分|相当|较|比较|特别|最|更|偏|过|挺|蛮|够"
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
    rf"(?<![在当若短紧急空欠])(?P<lack>{_any(judgements.LACKING)}|没有(?=足够|自己的|成熟|真正的?"
    rf"|可靠|像样|统一|完整|核心|先进|本土|顶级|世界级|[^，。；]{{0,8}}(?:优势|能力|人才|数据|芯片"
    rf"|算力|竞争力|话语权|生态)(?:[，。；]|\Z)))(?!陷|口|席|点|货|憾|乏(?:经验)?的|氧|少不了|一不可"
    rf"|了就)(?:的)?(?:不是(?P<not>[^，。；：！？]{{1,14}})[，,](?:而?是))?(?:就?是)?(?P<what>[^，。"
    rf"；：！？]{{1,24}})"
)
_IS = (
    r"(?:才|就|也|则|主要|恰恰|依然|仍然?|正|更|无疑|并|又|都|恰|可能|或许|其实)?(?:在于|是|为"
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
    r"(?P<what>[\u4e00-\u9fffA-Za-z]{1,10}?)最(?:(?:多|强|大|快|好|高|早|先进|领先|活跃|积极|成功|稳|完整|成熟)|(?P<low>少|弱|小|慢|低|差|晚|落后|薄弱))的"
    r"(?:[^，。；是]{0,8})?(?:依旧|依然|仍然?|还|则|当|要|就|自然|一直|始终|都)?(?:是|属|数|非|莫过于)(?P<whose>[^，。；]{2,40})"
)
_NEEDED = re.compile(
    r"(?:全世界|全球|世界|各国|大家|别人|行业|整个[^，。；]{1,6}|谁)[^，。；]{0,6}?(?:离不开|绕不开|得靠|要靠|都靠|依赖|依靠|仰赖|少不了|绕不过)"
    r"(?P<whose>[^，。；]{2,16})"
)
_RELIES = re.compile(
    r"(?:严重|高度|过度|过于|极度|完全|十分|非常|仍然?|依然|还|主要|长期|几乎(?:完全)?|大量|至今|大多"
    r"|绝大部分|很大程度上)(?:都|要|得|只能)?(?:依赖于?|依靠|仰赖|仰仗|受制于|受限于"
    r"|靠)(?P<what>[^，。；：！？]{0,20})"
)
_NEGATED = re.compile(
    r"(?:不|并不|不算|算不上|谈不上|称不上|并非|绝非|不再|尚未|并未|没有|没|未|未必|难言|难称|不是"
    r"|不够|并没有|毫无|无)(?:那么|太|很|特别|怎么|能|会|什么|任何|明显|多少|真正|十分|那样|再)?\Z"
)
_OVERCOME = re.compile(
    r"(?:突破|解决|克服|缓解|打破|攻克|弥补|消除|避免|补齐|补上|摆脱|扭转|告别|破解|补|走出|防止|破除"
    r"|应对)了?[^，。；]{0,20}\Z"
)
_SHAKEN = re.compile(
    r"(?:削弱|动摇|挑战|威胁|失去|丧失|维持|维护|捍卫|争夺|各有|转化为|打破|撼动|侵蚀|缩小|蚕食|抵消"
    r"|取代|终结|冲击|挽回|夺回)[^，。；]{0,20}\Z"
)
_GOAL = re.compile(
    r"(?:(?<!已)(?<!已经)成为(?!了)|争取|力争|希望|目标|(?<![成作认])为了|旨在|努力|谁(?!也)|如何"
    r"|怎样|是否|能否|确保|寻求|打造|建成|建设|致力于|助力"
    r"|帮助|需要|必须|应当|应该|应(?![用对])|要(?!求|素|害|塞|么|说|是)|想|渴望|追求|培育|梦想|为什么"
    r"|为何|凭什么|如果|假如|只有|不只是|无论|不管|除非|一旦|推动|促进|加快|提升|增强|提高|追赶|进入"
    r"|冲击|迈向|跻身)[^，。；]{0,10}\Z"
)
_OTHER = re.compile(r"(?:比|较|超过|高于|优于|落后于?|领先于?|不如|低于|对比|相比|不及|媲美|与|和|跟)\s?\Z")
_OTHERS = re.compile(r"(?:于|了)?(?:其他国家|其它国家|其他地区|竞争对手|对手|同行|竞品|各国|全世界的总和)")
_BAD_NOUN = re.compile(
    r"(?:差距|风险|压力|问题|缺口|亏损|损失|影响|分歧|竞争|债务|争议|变化|下降|下滑|难度|成本|差异"
    r"|担忧|焦虑|冲击|意义|危害|负担|隐患|威胁|泡沫|偏见|短缺|代价|矛盾|依赖|失业|幻觉|进口|赤字|限制"
    r"|管制|障碍|审查|污染)[^，。；]{0,8}\Z"
)
_CHEAP = re.compile(
    r"(?:成本|价格|费用|门槛|能耗|功耗|电价|售价|定价|错误率|幻觉率|失误率|误差|延迟|时延|流失率"
    r"|负债率?|依赖度|失业率|投入|代价|碳排放|故障率|要求)[^，。；]{0,8}\Z"
)
_SCALED = re.compile(
    r"(?:人口|资金|钱|机会|岗位|客户|动作|起步|反应|成长|根基|力量|语料|资源|企业|公司|规模|市场|存量"
    r"|数量|人才|用户|数据|能力|实力|性能|速度|效率|水平|质量|良率|份额|占比|储备|积累|基础|体量|精度"
    r"|产能|算力|渗透率|普及率|采用率|使用率|活跃度|关注度|声量|潜力|进步|进展|发展|增长|增速|迭代"
    r"|推进|落地|态度|意愿|投资|投入|体验|口碑|表现|效果|成绩|做得|追得|走得|跑得|产量|销量|出货量"
    r"|声誉|地位|基数|热情|氛围|生态|成果|论文|专利|订单|韧性|底子|人气|力度|参与度|自主率|自给率"
    r"|国产化率|转化率|利用率|天花板|含量|深度|广度|厚度|接受度|信任度|效应|品牌|竞争力"
    r"|影响力)[^，。；]{0,6}\Z"
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A judgement: its cue, which way it goes, and the words that show its dimension before all else."""

    start: int
    end: int
    weak: bool
    about: tuple[int, int] | None = None
    whose: tuple[int, int] | None = None


def find(scene: Scene) -> Iterator[Draft]:
    """Every judgement on a side; one for a side, a direction and a dimension in a clause."""
    for clause in scene.clauses:
        seen: set[tuple[str, str, str]] = set()
        taken: list[tuple[int, int]] = []
        for hit in _hits(scene, clause):
            if any(hit.start < b and a < hit.end for a, b in taken):
                continue
            drafts = list(_judged(scene, clause, hit))
            if drafts:
                taken.append((hit.start, hit.end))
            for draft in drafts:
                key = (draft.slots["subject"], draft.slots["direction"], draft.override["dimension"])
                if key not in seen:
                    seen.add(key)
                    yield draft


def _hits(scene: Scene, clause: Span) -> Iterator[_Hit]:
    """The frames in the order in which they win a place."""
    content, a, b = scene.content, clause.start, clause.end
    for match in _LIES.finditer(content, a, min(len(content), b + 40)):
        if match.start() < b:
            end, at = min(match.end(), b), match.start("what")
            yield _Hit(match.start(), end, match["weak"] is not None, (at, max(b, scene.clause_at(at).end)))
    for match in _MOST.finditer(content, a, b):
        yield _Hit(
            match.start(), match.end(), match["low"] is not None, (a, match.end("what")), match.span("whose")
        )
    for match in _NEEDED.finditer(content, a, b):
        yield _Hit(match.start(), match.end(), False, (a, match.end()), match.span("whose"))
    for match in _CHOKED.finditer(content, a, min(len(content), b + 26)):
        if match.start() < b:
            yield _Hit(match.start(), match.end(), True, match.span("what"))
    for match in _LACKS.finditer(content, a, min(len(content), b + 26)):
        if match.start() < b:
            yield _Hit(match.start(), match.end(), True, (match.start("what") - 1, match.end()))
    for match in _RELIES.finditer(content, a, b):
        yield _Hit(match.start(), match.end(), True, match.span("what"))
    for match in _HINDERS.finditer(content, a, b):
        yield _Hit(match.start(), match.end(), True, (a, match.start()), match.span("whom"))
    for match in _MAKES.finditer(content, a, b):
        yield _Hit(
            match.start(), match.end(), match["weak"] is not None, (a, match.start()), match.span("whose")
        )
    for match in _HAS.finditer(content, a, b):
        yield _Hit(match.start(), match.end(), match["weak"] is not None, match.span("what"))
    for match in _TURN.finditer(content, a, b):
        yield _Hit(match.start(), match.end(), match["weak"] is not None)
    for pattern in (_RANKED, _PATTERNS):
        for match in pattern.finditer(content, a, b):
            yield _Hit(match.start(), match.end(), match["weak"] is not None)
    for match in _ADJECTIVE.finditer(content, a, min(len(content), b + 1)):
        weak = _adjective(content, match, a)
        if weak is not None:
            yield _Hit(match.start(), match.end(), weak)


_EARLIEST = re.compile(r"最[快早慢迟]\Z")
_NEXT_TIME = re.compile(r"(?:也|都)?(?:可能|将|会|要|于|在|到|今|明|下|本|后|年|\d)")
# What is judged here is a wording, a number or a person, not a side.
_NOT_A_SIDE = re.compile(
    r"(?:提法|说法|观点|意义|草案|方案|数字|结论|样本|口径|判断|标准|讨论|文章|报告|答案|问题|比喻|标题|帖子|楼上|楼主|心情|情绪|气氛"
    r"|比例|比率|篇幅|时间|日子|天气|价值观|关系|关心|兴趣|话题)(?:的|上|都|也)?\Z"
)
_FADES = re.compile(r"[^，。；]{0,6}?(?:难以为继|不再|消失|丧失|缩小|削弱|减弱|流失|不大|有限|不明显|不复)")
_RATED = re.compile(r"以\s?[\d.]+[%分]\s?\Z")
_SHE = re.compile(r"(?<!其)[他她](?!们|国|人)|楼上|楼主")


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
    if match["high"] or match["low"]:
        if _CHEAP.search(before):
            return match["high"] is not None
        return match["low"] is not None if _SCALED.search(before) else None
    if match["strong"] and _BAD_NOUN.search(before):
        return None
    if len(match.group()) == 1 and not _SCALED.search(before):
        return None
    return match["weak"] is not None


def _judged(scene: Scene, clause: Span, hit: _Hit) -> Iterator[Draft]:
    at, end = hit.start, hit.end
    before = scene.content[clause.start : at]
    weak = hit.weak
    if (weak and _OVERCOME.search(before)) or (not weak and _SHAKEN.search(before)):
        return
    if not weak and _FADES.match(scene.content, end, clause.end):
        return
    if (
        _SHE.search(before)
        or _RATED.search(before)
        or (
            _EARLIEST.search(scene.content[max(clause.start, at - 2) : end])
            and (_NEXT_TIME.match(scene.content, end))
        )
    ):
        return
    if _GOAL.search(before) or _figures_between(scene, at, end):
        return
    polarity: str | None = "asserted"
    if scene.content[at:end] in ("卡不住", "卡不了脖子"):
        weak, polarity = True, "denied"
    elif _NEGATED.search(before):
        if weak:
            polarity = "denied"
        else:
            weak = True
    elif _denied(scene, clause, at):
        polarity = None
    direction: Direction = "weakness" if weak else "strength"
    dimension = _dimension(scene, clause, hit)
    number = scene.sentence_at(at)
    for side in _sides(scene, clause, hit)[:4]:
        if _is_compared(scene, clause, side, at, end):
            continue
        start = side.start if clause.start <= side.start < at else max(clause.start, at - 30)
        stop = max(end, side.end if side.start >= at else end)
        slots: dict[str, Any] = {**slot(scene, "subject", side), "direction": direction}
        override: dict[str, Any] = {"dimension": dimension}
        if polarity == "denied":
            override["polarity"] = "denied"
        yield Draft("assessment", start, _object_end(clause, stop), at, number, slots, override)


def _denied(scene: Scene, clause: Span, at: int) -> bool:
    return stance.negated(scene.content, at, clause.start)


def _object_end(clause: Span, at: int) -> int:
    """With the noun that the cue governs, where it ends the clause."""
    return clause.end if 0 <= clause.end - at <= 12 else at


_TOPIC = re.compile(
    r"(?:在|于|论|就|从|对|单说|说到|至于)(?P<what>[^，。；：]{1,20}?)(?:上|方面|领域|环节|层面|来说"
    r"|而言|来看|端|中|里|赛道|市场)"
)


def _dimension(scene: Scene, clause: Span, hit: _Hit) -> str:
    """What the judgement is about: what the frame names, then the words before and behind the cue."""
    content = scene.content
    sentence = scene.sentences[scene.sentence_at(hit.start)]
    own = content[hit.about[0] : hit.about[1]] if hit.about else None
    topic = _TOPIC.search(content, clause.start, clause.end)
    sides = [m for m in scene.mentions_in(clause.start, hit.start) if m.kind in _KINDS]
    first = sides[-1].end if sides else clause.start
    if sides and sides[-1].noun in ("chips", "models"):
        first = sides[-1].start
    wordings = (
        own,
        topic["what"] if topic else None,
        content[max(first, hit.start - 16) : hit.start],
        content[hit.start : min(clause.end, hit.end + 10)],
        content[clause.start : clause.end],
        content[max(sentence.start, clause.start - 40) : clause.start]
        if hit.end - clause.start < 10
        else None,
    )
    return dimensions.of_judgement(*wordings)


def _figures_between(scene: Scene, at: int, end: int) -> bool:
    """Whether the cue's own words hold a figure, or one follows right behind: that is a quantity or lag."""
    return any(
        f.kind in ("percent", "times", "duration", "money") or (f.kind == "count" and f.unit == "point")
        for f in scene.figures_in(at, end + 8)
    )


def _sides(scene: Scene, clause: Span, hit: _Hit) -> list[Mention]:
    """Whose strength: whom the frame names, else the topic, else a name right behind the cue."""
    if hit.whose:
        named = [m for m in scene.mentions_in(*hit.whose) if m.kind in _KINDS and _can_be_judged(scene, m)]
        if named:
            return (
                listed(scene, named[0], hit.whose[1], _KINDS)[:4] if hit.start < hit.whose[0] else named[:1]
            )
        if re.search("我们|咱们|我国", scene.content[hit.whose[0] : hit.whose[1]]):
            side = scene.voices.at(hit.start, hit.start + 1).side or scene.home
            return [Mention(hit.whose[0], hit.whose[0] + 2, side, "side", side)]
    found = [m for m in subjects(scene, hit.start, _KINDS) if _can_be_judged(scene, m)]
    near = [m for m in found if m.start >= clause.start or m.start == m.end]
    if near:
        return near
    behind = [
        m for m in scene.mentions_in(hit.start, min(clause.end, hit.end + 10)) if m.start <= hit.end + 2
    ]
    if behind and behind[0].kind in ("model", "side", "group", "organisation") and not hit.about:
        return behind[:1]
    known = [m for m in found if m.kind != "unknown" or not m.name.isascii()]
    return known[:2] if known and clause.start - known[0].start < 120 else []


def _can_be_judged(scene: Scene, mention: Mention) -> bool:
    """Whether a name that nobody listed is a model or an organisation by its form."""
    if mention.kind != "unknown" or mention.noun == "place":
        return True
    return is_thing(scene, mention) or not mention.name.isascii()


def _is_compared(scene: Scene, clause: Span, side: Mention, at: int, end: int) -> bool:
    """Whether another side is named in the clause to compare with: then it is no assessment."""
    if _OTHERS.search(scene.content, end - 2, clause.end):
        return True
    for mention in scene.mentions_in(clause.start, clause.end):
        if mention.kind not in ("side", "group", "organisation", "model") or mention.name == side.name:
            continue
        before = scene.content[max(clause.start, mention.start - 4) : mention.start]
        if scene.content.startswith("相比", mention.end) or (
            0 <= mention.start - end <= 2 and re.search("领先|落后", scene.content[at:end])
        ):
            return True
        if _OTHER.search(before) and not re.search(r"、[^，。]{0,10}\Z", before):
            return True
    return False
