"""Comparisons in Chinese that no verb or "than" states: places, hopeless chases, growth, ellipsis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from theodolite.extract.chinese.clause_rules import first_of
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.ranking_frames import FRAMES, Direction
from theodolite.extract.chinese.referents import compared, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

Found = tuple[Mention, Mention, Direction, int, int, float | None]
"""Subject, object, direction, where the cue begins and ends, the factor."""

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
    r"|(?:旗舰|标准|基础|普通|完整|满血|正式|预览|原始|基座|专业|轻量|开源|免费|付费|早期)(?:版本?|模型|款)"
    r"|单一模型|闭源对手|后来者|同龄人)"
)
_THAN = re.compile(
    rf"(?:(?:相?比于?|相较于?|较之?|对比|(?:与|和|跟|同)(?={UNNAMED.pattern}(?:[^，。；]{{0,6}})?(?:相?比|相较)))(?P<g>{UNNAMED.pattern})(?:相比|比较|相较)?"
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
    *((_frame(way, pattern), (pattern,)) for way, pattern in ((w, re.compile(p)) for w, p in FRAMES)),
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
