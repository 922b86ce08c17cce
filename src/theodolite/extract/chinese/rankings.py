"""Comparisons in Chinese that no verb or "than" states: places, hopeless chases, growth, ellipsis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from theodolite.extract.chinese.clause_rules import first_of
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.referents import compared, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

Direction = Literal["above", "below", "equal"]
Found = tuple[Mention, Mention, Direction, int, int, float | None]
"""Subject, object, direction, where the cue begins and ends, the factor."""

_B = r"(?P<b>[^，。；：！？]{1,24}?)"
_FRAMES: tuple[tuple[Direction, str], ...] = (
    ("below", rf"(?:排|列|居|位居|位列|落|跟|紧跟|跟随|紧随|屈居|仅次于|排名)(?:在|于)?{_B}(?:之后|后面|身后"
        rf"|之下|后头|其后)"),
    ("below", rf"(?:难望|难以望|不能望|望)(?:及)?{_B}(?:的)?(?:之)?项背"),
    ("below", rf"(?:对|令人对){_B}望尘莫及|(?:难以|无法|不能|没法|未能|远未|还未|尚未)(?:企及|匹敌|比肩|超越"
        rf"|撼动|赶超|追上|追平|达到)(?P<b2>[^，。；：！？]{{1,20}})"),
    ("below", rf"(?:无法|难以|没法|不能|很难|(?<!不)难|还不能|尚不能|不可|不足以)(?:与|和|跟|同){_B}(?:相比"
        rf"|抗衡|匹敌|相提并论|比肩|竞争|媲美|同日而语|较量|并论|相较|比)"),
    ("below", rf"(?:与|和|跟){_B}(?:相比)?[，]?(?:还|仍|都|则|也|就|明显|完全|根本|已)*(?:不可同日而语"
        rf"|不在一个量级|不在一个层次|不在同一|差了?[一几两]?个?(?:量级|档次|身位|段位|大截|截|代)"
        rf"|相去甚远|相差甚远|相距甚远|落后(?:不少|很多|一截|一大截)|逊色(?:不少|很多)?|稍逊|略逊"
        rf"|处于下风|落于下风|落下风|差得(?:很)?远|不占优势|相形见绌|(?:还|仍|尚)?(?:有"
        rf"|存在)(?:着)?(?:不小|较大|很大|明显|一定|相当|巨大|显著)?的?(?:差距|距离))"),
    ("below", rf"(?:不是|并非|远不是|还不是){_B}的?对手"),
    ("below", rf"(?:连|只是|只有|仅是|不及|不到|不足|相当于){_B}(?:的)?(?:零头|九牛一毛|一小部分|一个零头)"),
    ("below", rf"被{_B}(?:远远|大幅|全面|迅速|彻底|狠狠)?(?:甩开|甩在身后|甩在后面|拉开|反超|超越|超过|赶超"
        rf"|碾压|击败|比下去|抛在身后|取代|打败|压制|领先|吊打)"),
    ("below", rf"(?:输给|败给|败于|不敌|(?<![不毫])逊于|(?<![不毫])逊色于|让位于|落后于|不如|不及|比不上"
     rf"|比不过"
        rf"|赶不上|追不上|跟不上|拼不过|打不过|干不过|玩不过|弱于|稍逊于|略逊于"
        rf"|略低于){_B}(?=[，。；！\s”]|\Z|的|太|很|不少|一)"),
    ("above", rf"(?:把|将){_B}(?:远远|大幅|全面|迅速|彻底|狠狠)?(?:地)?(?:甩开|挤到了?身后"
        rf"|甩到了?身后|挤到了?后面|踩在脚下|甩在身后|甩在后面|甩在了身后"
        rf"|抛在身后|抛在后面|比下去|拉下马|挤下|斩于马下|甩出)"),
    ("above", rf"(?:令|让|使){_B}(?:望尘莫及|相形见绌|黯然失色|汗颜|自叹不如|难以企及|望其项背|无法企及)"),
    ("above", rf"(?:排|走|跑|站|居|位居|领先)(?:在|于)?{_B}(?:之前|前面|之上|前头)"),
    ("above", rf"(?:力压|压过|压倒|盖过|赢过|胜过|胜了|赢了|打赢|击败|战胜|打败|碾压|吊打|秒杀|甩开|反超|超越"
        rf"|赶超|超过|超出|高过|强过|好过|大过|多过|快过|赛过|完胜|险胜|力克|领先|优于|强于|好于|高于"
        rf"|快于|多于|大于|远超|远胜|跑赢|压制|完爆|超了)(?:了|于)?{_B}(?=[，。；！\s”]|\Z|的|一|近|约|不"
        rf"|两|\d)"),
    ("equal", rf"(?:不输给?|不输于|不逊于|不亚于|不弱于|不差于|不逊色于|并不逊色于|毫不逊色于|不落后于|不下于"
        rf"|堪比|堪与|媲美|比肩|看齐|匹敌|追平|打平|持平于|旗鼓相当于|达到了?|接近|逼近|直逼|赶上"
        rf"|追上|对标|对齐|齐平于|等同于|等于){_B}(?:的)?(?=[，。；！\s”]|\Z|水平|水准|级别|的)"),
    ("equal", rf"(?:与|和|跟|同|可与|足以与|能与){_B}(?:已|已经|基本|大致|大体|几乎|差不多|都|均|也|则|可以"
        rf"|能够?|完全|不过是|仍|还)*(?:处于|处在|站在|在|是|属)?(?:同一(?:水平|梯队|量级|档次|起跑线"
        rf"|层次|级别|水准)|一个(?:水平|级别|量级|档次)|难分(?:高下|伯仲|胜负)|势均力敌|不分(?:上下|高下"
        rf"|伯仲|胜负)|不相上下|平分秋色|打成平手|等量齐观|旗鼓相当|并驾齐驱|平起平坐|半斤八两|相当|持平"
        rf"|齐平|看齐|比肩|媲美|抗衡|匹敌|一较高下|分庭抗礼|掰手腕|差不多|大致相同|基本一致|没有差距"
        rf"|没什么差距|差距不大|相差无几|几乎没有差距|差距很小|相差不大)"),
    ("equal", rf"不比{_B}(?:差|弱|低|慢|少|逊色|落后)"),
)  # fmt: skip
UNNAMED = re.compile(
    r"(?:目前|当前|现有|市场上?的?|行业内?的?|业内的?|全球的?|所有|大多数|绝大多数|其他|其它"
    r"|任何(?:一个)?(?:其他)?|自家的?|自己的?|同期的?|其)?"
    r"(?:上一代(?:产品|模型|芯片|机型|版本|系统)?|前一代(?:产品|模型|芯片|机型|版本)?|前代(?:产品"
    r"|模型|芯片|机型|版本)?|上代(?:产品|模型|芯片|机型)?|初代(?:产品|模型|机型|芯片)?"
    r"|第[一二三四五]代(?:产品|模型|机型|芯片)?|前作|前身|老款|旧款|旧版本?|上一版本?|竞品|竞争对手|对手"
    r"|同行|同类(?:型|主流|顶级|开源|闭源)?的?(?:产品|模型|机型|方案|芯片)?"
    r"|同级别?(?:[^，。；、]{0,4}?(?:产品|模型|车型|芯片))?|主流(?:产品|模型|机型|方案)"
    r"|(?:行业|市场|全球|世界|全国|业界|同业|国际)(?:平均|均值|先进|领先)?(?:水平|均值|水准)|其他国家"
    r"|其它国家|(?:一个)?国家|其他(?:地区|公司|企业|模型|厂商|产品|平台|对手|语言|行业)"
    r"|传统(?:[^，。；、]{0,4}?(?:方案|方法|模型|产品|企业|机器人|训练|对齐|架构|芯片))?|世界其他地区的?(?:总和)?"
    r"|人类(?:水平|专家|基准|工程师|医生|研究员|选手|程序员|平均水平)?|现有(?:方案|方法|产品|模型)|以往(?:产品)?|预期|此前"
    r"|海外(?:产品|同行|竞品|厂商)|国外(?:同行|产品|同类产品|竞品)?|进口(?:产品|芯片|设备|部件)"
    r"|单一模型|闭源对手|后来者|同龄人)"
)
_THAN = re.compile(
    rf"(?:(?:相?比于?|相较于?|较之?|与|和|跟|同|对比)(?P<g>{UNNAMED.pattern})(?:相比|比较|相较)?"
    rf"|(?:比|较)(?P<g2>{UNNAMED.pattern})|比(?P<we>我们"
    rf"|咱们)(?:的)?[^，。；]{{0,10}}?(?=还?要?更?[多高快强低少慢弱])"
    rf"|(?<!相)(?:比|较)(?P<g3>(?![^，。；]{{0,12}}(?:去年|上年|同期|上月|上季|年前|此前|年初|往年"
    rf"|年|原来|过去|上期|前一|以前|上一))"
    rf"[^，。；比较]{{2,14}}?)(?=(?:高|低|多|少|快|慢|长|短|贵|便宜)(?:了|出)?(?:约|近|超过?|逾)?\d))"
)
_THEY = re.compile(r"人家|对方|他们|别人")
_CHANGED = re.compile(
    r"[^。；！？]{0,28}?(?P<v>提升|提高|增加|增长|上升|扩大|延长|快|高出?|多出?|长|强|大|降低|减少"
    r"|下降|缩短|减轻|缩小|低|少|慢|轻|便宜|短|节省|降|省|更|翻)(?:了|出|约|近|超过?|逾|至|到|达"
    r"|不少于|上|整整|幅)*"
)
_DOWN = re.compile(r"降|减|缩|低|少|慢|轻|便宜|短|省|小")
_TIMES_OF = re.compile(
    rf"(?:是|为|达|达到|相当于|约为|约是|只有|仅为|仅有|仅是|不到|接近|只是"
    rf"|超过)(?:了)?(?P<g>{UNNAMED.pattern})的"
)
_NOT_NOW = re.compile(
    r"(?:为了|(?<![认成作因视变])为(?=\Z)|(?<![所足可])以(?=\Z)|旨在|力图|致力于|试图|希望|想要?|力争|争取|如何|怎样|能否|是否|谁能|目标是|有望|(?<![主重首需])要"
    r"|应该|必须|不是|并非|并未|没有|尚未|未能|如果|若|一旦)(?:[^，。；]{0,5})\Z"
)
_KINDS = ("side", "group", "organisation", "model", "unknown")
_WIN = re.compile(
    r"(?:(?P<up>更胜一筹|略胜一筹|技高一筹|稍胜一筹|棋高一着|占上风|占据上风|领先一步|领先半步"
    r"|先行一步)|(?P<down>略逊一筹|稍逊一筹|略逊|棋差一着|慢一步|落后一步|处于下风"
    r"|落了下风))(?=[，。；！？”的\s]|\Z)"
)
_ELLIPSIS = re.compile(
    r"(?:已|已经|几乎|差不多|可能|甚至|实现|完成|开始|全面|基本|大致|也许|终于|如今|正在|部分|了|早已|率先|就"
    r"|才)(?:已经?|实现了?|完成了?|全面|大幅|完全|基本|局部)?(?:(?P<up>反超|赶超|超越|超车|超过)"
    r"|(?P<same>追平|持平|赶上|追上|比肩|看齐|打平|打成平手|不相上下|旗鼓相当"
    r"|平起平坐))(?:了)?(?=[，。；！”\s]|\Z)"
)
_GROWN = re.compile(
    r"(?:(?P<two>翻了?一番|翻番|翻了?一?倍|翻倍|增[长加]了?一倍|增至两倍|涨了一倍|实现翻番)"
    r"|(?P<four>翻了?两番)|(?P<half>减半|腰斩|砍半|下降一半|降了一半|减少一半"
    r"|缩水一半))(?=[，。；！”\s]|\Z|至|到|，)"
)
_BASE = re.compile(
    r"(?:是|为|达|达到|接近|近|约为|约|相当于|超过|已是|几乎是|增至|升至|不到|仅为"
    r"|只有)\s?(?P<base>(?:19|20)\d\d年(?:同期|全年)?|去年(?:同期|全年)?|上年(?:同期)?|前一年|上一年"
    r"|[一两三四五六七八九十\d]+年前|上季度|同期|此前|过去|原来|之前|往年|现在|目前|当前"
    r"|如今)的(?P<n>约|近|大约|不到)?"
)


Rule = Callable[[Scene, Span], Iterator[Found]]


def _frame(direction: Direction, pattern: re.Pattern[str]) -> Rule:
    """The rule that one pattern makes."""

    def rule(scene: Scene, clause: Span) -> Iterator[Found]:
        for match in first_of(pattern, scene, clause):
            yield from _framed(scene, clause, match, direction)

    return rule


def _wins(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "A更胜一筹"."""
    for match in _WIN.finditer(scene.content, clause.start, clause.end):
        for subject in subjects(scene, match.start(), _KINDS)[:1]:
            other = _other(scene, clause, subject)
            if other is not None:
                yield subject, other, "above" if match["up"] else "below", match.start(), match.end(), None


def _framed(scene: Scene, clause: Span, match: re.Match[str], direction: Direction) -> Iterator[Found]:
    group = "b" if match.groupdict().get("b") else "b2"
    inside = [
        m for m in scene.mentions_in(match.start(group), min(clause.end, match.end(group) + 24))
        if m.kind in _KINDS and m.noun != "title" and m.start < match.end(group) + 2
    ]  # fmt: skip
    far = 2 if match.group().startswith(("达到", "接近", "等于")) else 8
    if not inside or inside[0].start - match.start(group) > far:
        general = UNNAMED.match(scene.content, match.start(group), clause.end)
        if not general or _NOT_NOW.search(
            scene.content[max(clause.start, match.start() - 10) : match.start()]
        ):
            return
        other = _unnamed(scene, general)
        if direction == "equal" and _multiplied(scene, other):
            return
        for subject in _topic(scene, match.start()):
            yield subject, other, direction, match.start(), max(match.end(), other.end), None
        return
    before = scene.content[max(clause.start, match.start() - 10) : match.start()]
    if _NOT_NOW.search(before):
        return
    if scene.figures_in(match.start(), inside[0].start):
        return
    others = _joined(scene, inside)
    if direction == "equal" and _multiplied(scene, others[-1]):
        return
    if re.search(r"(?:谁|没人|无人)(?:也|都|能)*\Z", before):
        return
    for subject in compared(scene, match.start(), set())[:4]:
        for other in others[:3]:
            if other.name != subject.name and other.name != subject.maker:
                yield subject, other, direction, match.start(), max(match.end(), other.end), None


def _multiplied(scene: Scene, other: Mention) -> bool:
    """Whether a multiple or share of it follows: "达到了A的4倍"."""
    return any(f.kind in ("times", "percent") for f in scene.figures_in(other.end, other.end + 8))


def _unnamed(scene: Scene, match: re.Match[str], group: str | int = 0) -> Mention:
    """The rival or predecessor without a name, in the text's own words, or the name right behind these."""
    start, end = match.span(group)
    near = scene.mentions_in(end, end + 30)
    if (
        near
        and near[0].kind in ("model", "unknown")
        and not scene.content[end : near[0].start].strip()
        and near[0].noun != "title"
    ):
        return near[0]
    return Mention(start, end, scene.text.content[start:end], "unknown", None)


def _us(scene: Scene, match: re.Match[str]) -> Mention:
    """ "We", where something is set against us: the speaker's side."""
    side = scene.voices.at(match.start(), match.end()).side or scene.home
    return Mention(*match.span("we"), side, "side", side)


def _topic(scene: Scene, at: int) -> list[Mention]:
    return compared(scene, at, set())[:2]


def unnamed(scene: Scene, clause: Span) -> Iterator[Found]:
    """Against a predecessor or rivals without a name: "比上一代快30%", "是同类产品的两倍"."""
    content = scene.content
    sentence = scene.sentences[scene.sentence_at(clause.start)]
    for match in _THAN.finditer(content, clause.start, clause.end):
        group = next(g for g in ("g", "g2", "g3", "we") if match[g])
        if any(m.start < match.end(group) < m.end for m in scene.mentions_in(match.start(), clause.end)):
            continue
        if group == "we" and _THEY.search(content, clause.start, match.start()):
            continue
        if group == "g3" and any(m.kind in _KINDS for m in scene.mentions_in(*match.span("g3"))):
            continue
        changed = _CHANGED.match(content, match.end(), min(sentence.end, match.end() + 48))
        if changed is None:
            continue
        behind = [m for m in scene.mentions_in(match.end(), changed.start("v")) if m.kind in _KINDS]
        named = behind[0] if behind and behind[0].start - match.end(group) <= 1 and group != "we" else None
        own = (behind[:1] if named is None else []) or _topic(scene, match.start())
        figure = next(
            (
                f
                for f in scene.figures_in(changed.start("v"), min(sentence.end, changed.end() + 10))
                if f.start - changed.end() <= 2
            ),
            None,
        )
        down = _DOWN.search(changed["v"]) is not None
        for subject in [m for m in own if named is None or m.name != named.name][:1]:
            end = figure.end if figure else changed.end()
            yield (
                subject,
                named or (_us(scene, match) if group == "we" else _unnamed(scene, match, group)),
                "below" if down else "above",
                match.start(),
                end,
                share(figure, down),
            )
    for match in _TIMES_OF.finditer(content, clause.start, clause.end):
        figure = next(
            (
                f
                for f in scene.figures_in(match.end(), min(clause.end, match.end() + 8))
                if f.start - match.end() <= 2
            ),
            None,
        )
        value = None if figure is None else figure.low if figure.low is not None else figure.high
        if figure is None or value is None or figure.kind not in ("times", "percent"):
            continue
        factor = value / 100 if figure.kind == "percent" else value
        for subject in _topic(scene, match.start())[:1]:
            yield (
                subject,
                _unnamed(scene, match, "g"),
                "above" if factor > 1 else "below",
                match.start(),
                figure.end,
                round(factor, 4),
            )


def share(figure: Figure | None, down: bool) -> float | None:
    """The factor of "30% more" or "half as much again"."""
    if figure is None or figure.kind not in ("percent", "times") or figure.unit == "percentage point":
        return None
    value = figure.low if figure.low is not None else figure.high
    if value is None:
        return None
    if figure.kind == "times":
        return None if down else round(1 + value, 4)
    return round(1 - value / 100, 4) if down else round(1 + value / 100, 4)


PRIOR = re.compile(r"\s?的?(?:前代|上一代|前作|旧版|老款)(?:模型|产品|版本)?(?![\sA-Za-z0-9]*[A-Za-z0-9])")


def _joined(scene: Scene, inside: list[Mention]) -> list[Mention]:
    """The first name with those joined to it; of an owner and its product the product."""
    found = [inside[0]]
    if prior := PRIOR.match(scene.content, inside[0].end):
        name = scene.text.content[inside[0].start : prior.end()]
        return [Mention(inside[0].start, prior.end(), name, "unknown", inside[0].side)]
    for mention in inside[1:]:
        between = scene.content[found[-1].end : mention.start]
        if re.fullmatch(r"\s?(?:、|和|与|及|以及|或)\s?", between):
            found.append(mention)
        elif re.fullmatch(r"\s?(?:的|旗下的?|最新的?|公司的?)?\s?", between):
            found[-1] = mention
        else:
            break
    return found


def _other(scene: Scene, clause: Span, subject: Mention) -> Mention | None:
    """The other side that this or the preceding sentence names."""
    number = scene.sentence_at(clause.start)
    for sentence in reversed(scene.sentences[max(0, number - 1) : number + 1]):
        named = [
            m for m in scene.mentions_in(sentence.start, sentence.end)
            if m.kind == subject.kind
            and m.name not in (subject.name, subject.maker)
            and m.maker != subject.name
        ]  # fmt: skip
        if named:
            return named[0] if len({m.name for m in named}) == 1 else None
    return None


def _left_out(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "...此后可能已经追平": of the two that the gap before is between."""
    matches = list(_ELLIPSIS.finditer(scene.content, clause.start, clause.end))
    if not scene.gaps or not matches:
        return
    at, follower, leader = scene.gaps[-1]
    near = [g for g in scene.gaps if 0 <= clause.start - g[0] < 160] or [(at, follower, leader)]
    at, follower, leader = near[-1]
    if follower is None or leader is None or not 0 <= clause.start - at < 160:
        return
    for match in matches:
        if not re.search(
            r"(?:尚未|没有|未能|难以|无法|不)[^，。]{0,4}\Z", scene.content[clause.start : match.start()]
        ):
            yield follower, leader, "above" if match["up"] else "equal", match.start(), match.end(), None


def growth(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "翻了一番", "接近2023年的两倍": against what it was before."""
    content = scene.content
    for match in _GROWN.finditer(content, clause.start, clause.end):
        subject = _grown(scene, clause, match.start())
        if subject is not None:
            factor = 2.0 if match["two"] else 4.0 if match["four"] else 0.5
            before = Mention(match.start(), match.start(), "before", "unknown", None)
            yield subject, before, "above" if factor > 1 else "below", match.start(), match.end(), factor
    for match in _BASE.finditer(content, clause.start, clause.end):
        figure = next(
            (
                f
                for f in scene.figures_in(match.end() - 2, min(clause.end, match.end() + 8))
                if f.kind == "times"
            ),
            None,
        )
        subject = _grown(scene, clause, match.start()) if figure else None
        if figure is None or subject is None:
            continue
        value = figure.low if figure.low is not None else figure.high
        base = match["base"]
        year = re.match(r"(?:19|20)\d\d", base)
        other = Mention(
            match.start("base"), match.end("base"), year.group() if year else base, "unknown", None
        )
        scene.take(figure.start, figure.end)
        yield subject, other, "above" if (value or 2) > 1 else "below", match.start(), figure.end, value


_PHRASE = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,10}?)(?:已|将|约|共|合计|总计|累计)?(?:达到?|为|是|增至|升至|超过|约"
    r"|近|突破|涨至)[^，。]{0,14}\Z"
)


def _grown(scene: Scene, clause: Span, at: int) -> Mention | None:
    """What grew: the topic, else the plain words before the figure."""
    named = [m for m in subjects(scene, at, _KINDS) if m.start >= clause.start - 60]
    if named:
        return named[0]
    sentence = scene.sentences[scene.sentence_at(at)]
    before = scene.content[sentence.start : at].rstrip("，, ")
    phrase = _PHRASE.search(before[-40:])
    if phrase is None:
        return None
    name = phrase["what"].rpartition("的")[2] or phrase["what"]
    place = sentence.start + max(0, len(before) - 40) + phrase.end("what") - len(name)
    return Mention(place, place + len(name), scene.text.content[place : place + len(name)], "unknown", None)


STANDINGS: tuple[tuple[Rule, tuple[re.Pattern[str], ...]], ...] = (
    *((_frame(way, pattern), (pattern,)) for way, pattern in ((w, re.compile(p)) for w, p in _FRAMES)),
    (_wins, (_WIN,)),
)
"""The rules for one clause, each with what it cannot do without: who stands where."""
LEFT_OUT: tuple[Rule, tuple[re.Pattern[str], ...]] = (_left_out, (_ELLIPSIS,))
"""Of the two of the gap before, whatever figure stands near."""
CHANGES: tuple[tuple[Rule, tuple[re.Pattern[str], ...]], ...] = (
    (unnamed, (_THAN, _TIMES_OF)),
    (growth, (_GROWN, _BASE)),
)
"""What is set against somebody without a name, or against what it was."""
