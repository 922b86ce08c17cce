"""Comparisons in Chinese: one side above, below or equal to another, with a factor where one is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from theodolite.catalog import vocabulary
from theodolite.extract.chinese import (
    contrasts,
    distances,
    judgements,
    levels,
    multiples,
    opposed,
    rankings,
    tries,
    uncompared,
    unsaid,
)
from theodolite.extract.chinese.clause_rules import ClauseRules, first_of
from theodolite.extract.chinese.comparison_drafts import asserted, at_most, draft_of, drafted
from theodolite.extract.chinese.referents import owned as owned_by
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

Direction = Literal["above", "below", "equal"]


_ABOVE = (
    r"超过|超越|赶超|反超|远超|优于|胜过|领先于?|高于|强于|击败|碾压|好于|大于|多于|力压|战胜|打败"
    r"|甩开|抛离|跑赢|大幅领先|快于|压倒"
)


_BELOW = (
    r"落后于?|滞后于?|不如|不及|(?<![得达看拿买找想])不到|逊于|逊色于|低于|弱于|少于|仅次于|次于|输给|赶不上|比不上|差于|慢于"
    r"|难敌|不敌|紧随"
)


_EQUAL = r"媲美|比肩|对标|接近|追平|追上|赶上|持平于|等同于|匹敌|相当于|达到(?=[^，。]{1,16}(?:水平|水准))"


_VERB = re.compile(rf"(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<equal>{_EQUAL})")


_FILL = (
    r"(?:了|于|过|其|的|整个|全部|所有|大多数|绝大多数|已完成[^，。]{1,8}的|目前|当前|现有|主要|同期|最强的?"
    r"|最好的?|最新的?|一众|多数|包括|人类专家|\s){0,4}"
)


_GENERIC = re.compile(
    rf"{_FILL}(?P<what>其他国家|其它国家|世界其他地区的?(?:总和)?|其他(?:所有)?(?:地区|公司|企业|模型"
    rf"|厂商|产品)|(?:[^，。；\s]{{0,6}})?竞品"
    rf"|竞争对手|对手|同行|同类(?:模型|产品)?|同级别?(?:[^，。；]{{0,4}})?模型"
    r"|人类(?:水平|专家|基准|平均水平)?|前代(?:产品|模型)?|上一代(?:产品|模型)?|前作|前身|世界(?:先进"
    r"|平均|领先)?水平|全球平均(?:水平)?|国际(?:先进|领先)水平"
    r"|现有方法|传统方法|以往)"
)


_MODIFIED = re.compile(r"\s?|[^，。；、和与]{1,12}的\s?")
"""Between "the last" and its name: "上一代万亿参数级的B"."""


_THAN = re.compile(r"(?:相?比于?|相较于?|较之?|与|和|跟|同)\s?\Z")


_CHEAP = ("便宜", "低廉", "实惠")


_MORE_SO = tries.pattern(w for w in judgements.STRONG_ADJECTIVES.split() if w not in _CHEAP)


_MORE = re.compile(
    r"[^，。；！？]{0,18}?(?:要|更|还|都|高出|多出)?(?:(?P<above>高|多|快|强|大|好|优|贵|领先|出色|先进"
    r"|丰富|雄厚|深厚|增加|增长|提升|便宜得多)"
    rf"|(?:(?P<above2>{_MORE_SO})|(?P<below2>{tries.pattern(judgements.WEAK_ADJECTIVES.split())}))(?!\s?[A-Z]|人工|企业|公司|实验室|机构|厂商|科技)"
    r"|(?P<above3>早|长|深|广|厚|久|重|远|新|稳|严|难|聪明|值钱|耐用|实用|激进|积极)|(?P<below>低|少"
    r"|慢|弱|小|差|晚|落后|减少|下降|便宜|逊色|薄弱|不足))(?!于|度|型|数|量|个|约|家|模型|的|幅)"
    r"|[^，。；！？]{0,8}?(?:更加?为?|还要|要)(?:(?P<below3>糟|乱|笨|脆|累|惨|蠢|没[\u4e00-\u9fff]{1,3}|缺[\u4e00-\u9fff]{1,2})"
    r"|(?P<above4>有[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,3}))(?:一?些|一点|得多|太多|许多)?(?=[，。；！？”\s]|\Z)"
    r"|(?P<above5>有(?:优势|竞争力|潜力|前途|底气|经验|耐心|味道|性价比|实力|话语权|看头|灵气|后劲|活力|钱))(?=[，。；！？”\s]|\Z)"
)


_SAME = re.compile(
    r"(?P<mid>[^，。；！？]{0,16}?)(?:相当|持平|比肩|媲美|不相上下|打平|看齐|并驾齐驱|旗鼓相当|齐平"
    r"|不分伯仲|相近|相媲美|(?:高度|十分|非常|极为|极其|惊人地?|几乎)?(?:相似|相仿|雷同)(?!性|度|的)|如出一辙|并列|平起平坐|伯仲之间|(?<!最)接近|无明显差异)"
)


_WITH_B = re.compile(r"(?:与|和|跟|同|相比|对比|相较于?)(?:[\u4e00-\u9fff]{1,4}的)?\s?\Z")


_PURPOSE = re.compile(
    r"(?:为了|(?<![认成作因视变])为(?=\Z)|旨在|力图|致力于|试图|不必|等到|直到|(?<![可足所得难])以(?=(?:远|大幅|明显|略)?\Z)|希望|(?<![思理联幻构])想要?"
    r"|(?<![主重首需只])要(?!\Z))(?:远|全面|彻底)?[^，。；]{0,6}\Z"
)


_UNREACHED = re.compile(
    r"(?:无法|难以|没法|很难|不能|尚未|还没有?|没有?|未能?|远未|难|不足以|不可能|没能)(?:真正|完全)?\Z"
)
"""Before "equals" and "reaches": who cannot is below."""
_BARE_NOT = re.compile(r"没有?|不能")
_PART_OF_IT = re.compile(r"(?:的)?(?:零头|一半|一小部分|几分之一|九牛一毛)")


_RELATIVE = re.compile(r"[^，。；]{0,16}?的(?:模型|企业|公司|国家|产品|系统)(?:有|共|数量|达|包括)")


def find(scene: Scene) -> Iterator[Draft]:
    """Every comparison once, clause by clause; what a lag has used is left out."""
    seen: dict[tuple[object, ...], set[object]] = {}
    near: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    makers: dict[tuple[int, int], set[str | None]] = {}
    clauses: set[tuple[object, ...]] = set()
    for draft in at_most(scene, _found(scene)):
        slots = draft.slots
        pair = (draft.sentence, slots["subject"], slots["object"])
        before = seen.setdefault(pair, set())
        wide = draft.override.get("polarity") == "asserted" and not slots["factor"]
        places = near.setdefault((draft.sentence, slots["subject"]), [])
        joined = slots["object"] not in makers.get((draft.sentence, draft.cue), set())
        here = (scene.clause_at(draft.cue).start, *pair)
        beside = any(a < draft.end and draft.cue < b and not (a == draft.cue and joined) for a, b in places)
        again = slots["direction"] in before and (not slots["factor"] or slots["factor"] in before)
        if again or (wide and (here in clauses or beside)):
            continue
        if uncompared.is_none(scene.content, scene.clause_at(draft.cue).start, draft.cue, draft.end):
            continue
        places.append((draft.cue, draft.end))
        entry = vocabulary.load().entries.get(str(slots["object"]))
        makers.setdefault((draft.sentence, draft.cue), set()).update(
            {entry.maker, entry.organisation} if entry else set()
        )
        if slots["subject"] != slots["object"]:
            before.update((slots["direction"], slots["factor"]))
            clauses.add(here)
            yield draft


def _found(scene: Scene) -> Iterator[Draft]:
    """The drafts of every rule, the surest first."""
    yield from multiples.find(scene)
    yield from _BY_VERB_OR_THAN.find(scene)
    for low, high, cue, end, polarity in distances.find(scene):
        yield draft_of(scene, low, high, "below", cue, end, None, polarity)
    yield from _BY_PLACE.find(scene)


def _object(scene: Scene, at: int, end: int) -> Mention | None:
    """What is named right behind a verb: a name, or a general word for others."""
    filled = re.compile(_FILL + r"[“\"（(]?").match(scene.content, at, end)
    stop = filled.end() if filled else at
    mentions = scene.mentions_in(at, end)
    for mention in mentions:
        if mention.start <= stop + 1 and mention.kind != "person" and mention.noun != "title":
            if prior := rankings.PRIOR.match(scene.content, mention.end, end):
                name = scene.text.content[mention.start : prior.end()]
                return Mention(mention.start, prior.end(), name, "unknown", mention.side)
            return owned_by(scene, mention, mentions)
        break
    generic = _GENERIC.match(scene.content, at, end)
    if generic:
        near = scene.mentions_in(generic.end(), min(end, generic.end() + 40))
        if (
            near
            and near[0].kind in ("model", "unknown")
            and _MODIFIED.fullmatch(scene.content, generic.end(), near[0].start)
        ):
            return near[0]
        name = scene.text.content[generic.start("what") : generic.end("what")]
        return Mention(generic.start("what"), generic.end("what"), name, "unknown", None)
    return None


def _by_verb(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A超过B", "A不如B", "A接近B"."""
    for match in first_of(_VERB, scene, clause):
        sentence = scene.sentences[scene.sentence_at(match.start())]
        reach = clause.end if match["below"] else sentence.end
        if scene.is_taken(match.start(), min(reach, match.end() + 24)) and (
            match["below"] or match.group()[0] in "追赶达"
        ):
            continue
        other = _object(scene, match.end(), clause.end)
        if other is None or _PURPOSE.search(scene.content[clause.start : match.start()]):
            continue
        if _RELATIVE.match(scene.content, other.end, clause.end) or (
            match["equal"] and _PART_OF_IT.match(scene.content, other.end, clause.end)
        ):
            continue
        if match["above"] and scene.is_taken(other.end, min(clause.end, other.end + 6)):
            continue
        direction: Direction = "above" if match["above"] else "below" if match["below"] else "equal"
        if direction == "below" and re.search(r"不\Z", scene.content[clause.start : match.start()]):
            direction = "equal"
        polarity = "asserted" if direction == "equal" and match["below"] else None
        unreached = _UNREACHED.search(scene.content, clause.start, match.start())
        if unreached and (match["equal"] or (match["above"] and not _BARE_NOT.match(unreached.group()))):
            direction, polarity = "below", "asserted"
        behind = scene.content[other.end : other.end + 12]
        if (
            direction == "equal"
            and match.group().startswith(("追", "赶"))
            and re.match(r"[^，。]{0,8}(?:时间|需要)", behind)
        ):
            continue
        if direction == "equal" and any(
            f.kind in ("percent", "times") and f.start - other.end <= 3
            for f in scene.figures_in(other.end, min(clause.end, other.end + 12))
        ):
            continue
        if match.group() in ("接近", "达到") and scene.figures_in(match.end(), match.end() + 10):
            continue
        for subject in multiples.subjects_of(scene, match.start(), other):
            yield draft_of(
                scene, subject, other, direction, match.start(), _end(scene, other, clause), None, polarity
            )
            for joined in levels.joined(scene, other, clause.end):
                if joined.name != subject.name:
                    yield draft_of(
                        scene, subject, joined, direction, match.start(), joined.end, None, polarity
                    )


def _end(scene: Scene, other: Mention, clause: Span) -> int:
    tail = re.match(r"\s?的?(?:水平|总和|表现|性能|能力|竞争对手)", scene.content[other.end : clause.end])
    return other.end + (tail.end() if tail else 0)


_BIGGER = re.compile(r"(?<!对)(?<!占)(?:相?比于?|相较于?|较|比)\s?(?:最佳|最好的?|其|普通)?\s?\Z")


def _by_than(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A比B高", "与B相当", "A与B仍有差距"."""
    for other in scene.mentions_in(clause.start, clause.end):
        if other.kind == "person" or other.noun == "title":
            continue
        before = scene.content[max(clause.start, other.start - 4) : other.start]
        than = _BIGGER.search(before)
        owned = owned_by(scene, other, scene.mentions_in(other.start, clause.end))
        at = owned.end
        more = _MORE.match(scene.content, at, clause.end) if than else None
        at_than = other.start - len(before) + (than.start() if than else 0)
        if more and scene.is_taken(more.start(), min(clause.end, more.end() + 8)):
            continue
        if more and "倍" not in more.group()[:2]:
            direction: Direction = "below" if more["below"] or more["below2"] or more["below3"] else "above"
            polarity = None
            if direction == "below" and re.search(r"不\Z", scene.content[clause.start : at_than]):
                direction, polarity = "equal", "asserted"  # "no worse than B"
            near = scene.figures_in(more.end(), clause.end)
            figure = near[0] if near and near[0].start - more.end() <= 3 else None
            for subject in multiples.subjects_of(scene, at_than, owned):
                for than_whom in (owned, *levels.joined(scene, owned, more.end())):
                    yield draft_of(
                        scene, subject, than_whom, direction, other.start,
                        _figure_end(scene, more.end(), clause),
                        rankings.share(figure, direction == "below"), polarity,
                    )  # fmt: skip
            continue
        if _WITH_B.search(scene.content[max(clause.start, other.start - 8) : other.start]):
            for found in opposed.against(scene, clause, owned):
                yield draft_of(scene, *found)
        if _THAN.search(before) and not than:
            yield from _same(scene, clause, owned, before)


def _figure_end(scene: Scene, at: int, clause: Span) -> int:
    """With the figure that says by how much."""
    found = scene.figures_in(at, clause.end)
    return found[0].end if found and found[0].start - at <= 4 else at


def _same(scene: Scene, clause: Span, other: Mention, before: str) -> Iterator[Draft]:
    joined = _THAN.search(before)
    at = other.start - len(before) + (joined.start() if joined else 0)
    same = _SAME.match(scene.content, other.end, clause.end)
    if not same or scene.figures_in(other.end, same.end()):
        return
    for subject in multiples.subjects_of(scene, at, other):
        yield draft_of(scene, subject, other, "equal", other.start, same.end())


_BY_VERB_OR_THAN = ClauseRules[Draft](
    (_by_verb, (_VERB,)),
    (_by_than, (_BIGGER, _WITH_B, _THAN)),
    *(drafted(*rule) for rule in (opposed.BOTH, *contrasts.RULES)),
)
_BY_PLACE = ClauseRules[Draft](
    *(asserted(*rule, untaken=True) for rule in (*levels.RULES, *rankings.STANDINGS)),
    *(asserted(*rule) for rule in (*rankings.CHANGES, rankings.LEFT_OUT, *unsaid.RULES)),
)
