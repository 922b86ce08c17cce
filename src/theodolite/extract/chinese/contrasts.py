"""Comparisons in Chinese by opening phrases, "not as ... as", by how far, and against the past."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from theodolite.extract.chinese import judgements, tries
from theodolite.extract.chinese.ranking_frames import Direction
from theodolite.extract.chinese.rankings import Found, share
from theodolite.extract.chinese.referents import compared, subjects, us
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

_KINDS = ("organisation", "model", "side", "group", "unknown")
_WELL = judgements.STRONG_ADJECTIVES + " 高 多 大 强 快 好 优 贵 长 深 广 厚 早 聪明 懂 稳 热 火 新"
_ILL = judgements.WEAK_ADJECTIVES + " 低 少 小 弱 慢 差 窄 薄 旧 短 晚 浅 便宜"
GOOD, BAD = tries.pattern(_WELL.split()), tries.pattern(_ILL.split())
"""Patterns of what is well and what is ill, or more and less."""

_OPENS = re.compile(r"(?:相比于?|比起|相较于?|较之于?|对比)\s?\Z")
_WITH = re.compile(r"(?:与|和|跟|同|拿)\s?\Z")
_CLOSES = re.compile(
    r"(?:[^，。；、]{0,10}?)(?:相比|比较|比起来|相较|对比"
    r"|(?<!没法)(?<!不能)(?<!无法)(?<!没得)比)(?:之下|而言|来说)?[，,]\s?"
)
_COMMA = re.compile(r"(?:[^，。；、]{0,6})[，,]\s?")
_POORER = (
    r"(?:还|仍|都|尚|依然|确实|明显|显然|已经?|总体|整体|普遍|也|就|要|显得)*(?:(?:有|存在)(?:着"
    r"|一?些|一定|不小|较大|很大|明显|巨大|显著)*的?(?:差距|距离)|落后|逊色|不如|不及|处于下风"
    r"|处于劣势|相形见绌|相形失色|可以忽略不计|不值一提|微不足道|没法比|差得(?:太|很)?(?:远|多)"
    r"|差远了|差了?一(?:大?截|点|些|个档次)|略逊一筹|稍逊一筹|稍逊|欠缺|短板明显|不占优)"
)
_BETTER = (
    r"(?:还|仍|都|依然|确实|明显|显然|已经?|总体|整体|普遍|也|就|要)*(?:遥遥领先|领先|占优|占上风"
    r"|更胜一筹|略胜一筹|胜出|更具优势|优势明显|有(?:明显|显著|巨大|很大|一定)?的?优势|不落下风)"
)
_DEGREE = r"(?:更|还要?|要|都|明显|显著|大幅|稍|略|得)*"
_TAIL = r"(?:得多|很多|不少|许多|一些|一点|多了|一大截|一截)?(?=[，。；！”]|\Z|了)"
_SAID = re.compile(
    rf"(?P<what>[^，。；！？]{{0,22}}?)(?:(?P<low>{_POORER})|(?P<high>{_BETTER})"
    rf"|{_DEGREE}(?:(?P<bad>{BAD})|(?P<good>{GOOD})){_TAIL})"
)
_NOT_AS = re.compile(
    rf"(?:没有?|不像|不(?!比)如)(?P<b>[^，。；！？]{{1,16}}?)(?:的)?(?:那么|这么|那样|一样|来得"
    rf"|那般)?(?:{GOOD}|{BAD}){_TAIL}"
)
_BY_FAR = re.compile(
    r"(?P<v>高|低|强|弱|快|慢|领先|落后|多|少|差|输|胜|甩开?|逊|超出|好过)(?:了|出"
    r"|过)?(?P<b>[^，。；！？]{1,14}?)"
    r"(?:一大截|一截|一头|一筹|一档|一个(?:档次|身位|量级|级别|头)|几个(?:档次|身位)|几条街|十条街"
    r"|半代|[一两三]代|不少|很多|太多)(?=[，。；！”]|\Z|了)"
)
_NO_MATCH = re.compile(
    r"(?:与|和|跟|同)(?P<b>[^，。；！？]{1,16}?)(?:当然|完全|根本|还是?|也|就|确实|自然|压根|是)*"
    r"(?:没法比|不能比|比不了|没得比|没有可比性|无法相比|无法相提并论|不是一个(?:量级|级别|档次)|没有可比)"
)
_ALIKE = re.compile(
    r"[^，。；！？]{0,14}?(?:没(?:有|什么)?(?:多大|太大|明显|本质|什么)?的?(?:区别|差别|差距|不同"
    r"|差)|差不多|不相上下|旗鼓相当"
    r"|半斤八两|难分(?:高下|伯仲|胜负|上下)|持平|打平|打成平手|平分秋色|势均力敌|处于同一(?:水平"
    r"|梯队|档次)|一样(?:强|快|好|差|贵|慢)|伯仲之间|相差无几|大同小异)"
)
_THEY_OVER_US = re.compile(
    rf"(?:人家|对方|他们|别人)[^，。；]{{0,20}}?比(?P<we>我们|咱们)[^，。；]{{0,10}}?(?:还|要|都"
    rf"|更)*(?:(?P<bad>{BAD})|(?P<good>{GOOD})){_TAIL}"
)
_PAST = re.compile(
    r"(?:只有|仅有|仅为|仅是|还?不到|不足|相当于|达到?|约为|大约是|是|为)(?:了)?(?P<b>原来|从前|以前"
    r"|之前|此前|过去|原先|当初|早先)的(?:约|大约|近)?"
)
NOBODY = re.compile(r"(?:谁|没人|无人|没有人|没有(?:哪|任何)[^，。；]{0,6})(?:也|都|能|敢|可以|还)*\Z")


def _named(scene: Scene, start: int, end: int) -> list[Mention]:
    return [m for m in scene.mentions_in(start, end) if m.kind in _KINDS and m.noun != "title"]


def _opening(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "相比B，A更 ...", "与B、C相比，我们还有差距"."""
    content = scene.content
    first = next(iter(_named(scene, clause.start, clause.end)), None)
    if first is None or first.start - clause.start > 16:
        return
    before = content[max(clause.start, first.start - 5) : first.start]
    opens, with_ = _OPENS.search(before), _WITH.search(before)
    sentence = scene.sentences[scene.sentence_at(clause.start)]
    others = _row(scene, first, sentence.end)
    closed = (_COMMA if opens else _CLOSES if with_ else re.compile(r"(?!)")).match(
        content, others[-1].end, sentence.end
    )
    if closed is None:
        return
    names = {m.name for m in others}
    for part in [c for c in scene.clauses_of(sentence) if c.start >= closed.end() - 1][:2]:
        said = _SAID.match(content, part.start, part.end)
        if said is None and _CHANGED.search(content, part.start, part.end):
            return  # what has changed is what is compared
        if said is None or scene.is_taken(part.start, part.end):
            continue
        down = bool(said["low"] or said["bad"])
        figure = next((f for f in scene.figures_in(said.end(), min(part.end, said.end() + 8))), None)
        if figure is not None and figure.kind == "duration":
            return
        own = [m for m in _named(scene, part.start, said.end()) if m.name not in names][:1]
        for subject in own or compared(scene, said.end() if said["what"] else part.start, names)[:1]:
            for other in others:
                end = figure.end if figure else said.end()
                yield subject, other, _way(down), first.start, end, share(figure, down)
        return


_CHANGED = re.compile(r"提升|提高|增加|增长|减少|下降|降低|缩短|改善|优化|节省|上升")


def _row(scene: Scene, first: Mention, end: int) -> list[Mention]:
    """A name with those joined to it, not over a comma."""
    found = [first]
    for mention in scene.mentions_in(first.end, min(end, first.end + 40)):
        if not _AND.fullmatch(scene.content, found[-1].end, mention.start):
            break
        found.append(mention)
    return found[:4]


def _way(down: bool) -> Direction:
    return "below" if down else "above"


def _not_as(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "A没有B成熟"."""
    for match in _NOT_AS.finditer(scene.content, clause.start, clause.end):
        named = _named(scene, match.start("b"), match.end())
        if not named or named[0].start > match.start("b") + 2:
            continue
        for subject in compared(scene, match.start(), {named[0].name}):
            if subject.start >= clause.start:
                yield subject, named[0], "below", match.start(), match.end(), None


def _by_far(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "A低B一大截", "A甩B几条街"."""
    for match in _BY_FAR.finditer(scene.content, clause.start, clause.end):
        named = _named(scene, *match.span("b"))
        if not named or named[0].start > match.start("b") + 1:
            continue
        down = match["v"] in ("低", "弱", "慢", "落后", "少", "差", "输", "逊")
        for subject in compared(scene, match.start(), {named[0].name}):
            yield subject, named[0], _way(down), match.start(), match.end(), None


def _no_match(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "跟B没法比"."""
    for match in _NO_MATCH.finditer(scene.content, clause.start, clause.end):
        named = _named(scene, *match.span("b"))
        if not named or named[0].start > match.start("b") + 1:
            continue
        first = scene.sentences[scene.sentence_at(match.start())].start
        for subject in compared(scene, match.start(), {named[0].name}):
            if subject.start >= first:
                yield subject, named[0], "below", match.start(), match.end(), None


_AND = re.compile(r"\s?(?:和|与|跟|、)\s?")


def _alike(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "A和B没区别"."""
    named = _named(scene, clause.start, clause.end)
    for a, b in itertools.pairwise(named):
        pair = a.end == b.start and a.kind == b.kind == "side"
        if not (pair or _AND.fullmatch(scene.content, a.end, b.start)) or a.name == b.name:
            continue
        alike = _ALIKE.match(scene.content, b.end, clause.end)
        if alike and not scene.figures_in(b.end, alike.end()):
            yield a, b, "equal", a.start, alike.end(), None


def _they(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "人家的算力比我们多": the one named last is above us."""
    for match in _THEY_OVER_US.finditer(scene.content, clause.start, clause.end):
        near = [
            m
            for m in _named(scene, max(0, match.start() - 60), match.start())
            if m.kind in ("organisation", "side", "group", "model")
        ]
        side = scene.voices.at(match.start(), match.end()).side or scene.home
        ours = us(scene, Mention(*match.span("we"), side, "side", side))
        if near and near[-1].name != ours.name:
            yield near[-1], ours, _way(bool(match["bad"])), match.start(), match.end(), None


_THEIRS = re.compile(
    r"(?:只有|仅有|仅为|只是|还?不到|不足|不及|相当于|达到?|约为|大约是|是|为)(?:了)?(?P<b>对方|人家"
    r"|它们?|他们|前者|后者|别人)的(?:约|大约|近|将近)?"
)


def _of_them(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "价格只有对方的三十分之一", "也不到它的一半": of whom a gap or the words before name."""
    for match in _THEIRS.finditer(scene.content, clause.start, clause.end):
        figure = next(iter(scene.figures_in(match.end() - 6, min(clause.end, match.end() + 10))), None)
        if figure is None or figure.kind not in ("percent", "times") or figure.start - match.end() > 2:
            continue
        if match["b"] in ("前者", "后者") and scene.mentions_in(*match.span("b")):
            continue
        value = figure.low if figure.low is not None else figure.high
        named = [m for m in subjects(scene, match.start()) if m.end <= match.start() and m.kind != "person"]
        gap = next((g for g in reversed(scene.gaps) if 0 <= match.start() - g[0] < 110), None)
        other = gap[2] if gap is not None and match["b"] in ("对方", "人家", "别人", "后者") else None
        names = {m.name for m in named[:1]}
        other = other or next(
            (
                m
                for m in reversed(_named(scene, max(0, match.start() - 70), match.start()))
                if m.name not in names
            ),
            None,
        )
        if value is None or not named or other is None or other.name in names:
            continue
        factor = round(value / 100 if figure.kind == "percent" else value, 4)
        scene.take(figure.start, figure.end)
        yield (
            named[0],
            replace(other, start=match.start("b"), end=match.end("b")),
            _way(factor < 1),
            match.start(),
            figure.end,
            factor,
        )


_NONE_LEFT = re.compile(
    r"(?:已经?|早就?|早已|几乎|基本上?|现在|其实|根本)(?:没有|没什么|不存在"
    r"|看不到|谈不上)(?:什么|任何|多少|明显)?的?(?:差距|代差|差别)了?(?=[，。；！”]|\Z)"
)


def _no_gap(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "已经没有差距了": the two of the gap spoken of before."""
    for match in _NONE_LEFT.finditer(scene.content, clause.start, clause.end):
        gap = next((g for g in reversed(scene.gaps) if 0 <= match.start() - g[0] < 160), None)
        if gap and gap[1] is not None and gap[2] is not None:
            yield gap[1], gap[2], "equal", match.start(), match.end(), None


def _past(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "速度只有原来的七成": against what it was before."""
    for match in _PAST.finditer(scene.content, clause.start, clause.end):
        figure = next(iter(scene.figures_in(match.end() - 2, min(clause.end, match.end() + 10))), None)
        if figure is None or figure.kind not in ("percent", "times") or figure.start - match.end() > 2:
            continue
        value = figure.low if figure.low is not None else figure.high
        if value is None:
            continue
        factor = round(value / 100 if figure.kind == "percent" else value, 4)
        before = Mention(*match.span("b"), scene.text.content[slice(*match.span("b"))], "unknown", None)
        for subject in compared(scene, match.start(), set())[:1]:
            scene.take(figure.start, figure.end)
            yield subject, before, _way(factor < 1), match.start(), figure.end, factor


RULES: tuple[tuple[Callable[[Scene, Span], Iterator[Found]], tuple[re.Pattern[str], ...]], ...] = (
    (_of_them, (_THEIRS,)),
    (_no_gap, (_NONE_LEFT,)),
    (_opening, (_OPENS, _WITH)),
    (_not_as, (_NOT_AS,)),
    (_by_far, (_BY_FAR,)),
    (_no_match, (_NO_MATCH,)),
    (_alike, (_ALIKE,)),
    (_they, (_THEY_OVER_US,)),
    (_past, (_PAST,)),
)
"""The rules for one clause, each with what it cannot do without."""
