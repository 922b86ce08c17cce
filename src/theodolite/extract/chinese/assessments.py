"""Assessments in Chinese: a side's strength or weakness, with no figure and no named other side.

Four frames find them: turns of phrase, adjectives as predicates, nouns of strength and weakness with what is
said of them, and verbs of lacking and having.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from theodolite.extract.chinese import dimensions, field_topics, judging, stance, unjudged, unsaid
from theodolite.extract.chinese.hit import Hit
from theodolite.extract.chinese.referents import is_thing, main_organisation, slot, speaks_for, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span, word_start
from theodolite.extract.chinese.ties import listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention
from theodolite.model.claim import Dimension

Direction = Literal["strength", "weakness"]
_KINDS = ("side", "group", "organisation", "model", "unknown")


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
    r"|帮助|需要|必须|应当|应该|(?<![供响适反效相回])应(?![用对])|(?<![主重首紧必需只])要(?!求|素|害"
    r"|塞|么|说|是)|(?<![理思联幻猜构])想|渴望|追求|培育|梦想|为什么"
    r"|为何|凭什么|如果|假如|只有|不只是|无论|不管|除非|一旦|推动|促进|加快|提升|增强|提高|追赶|进入"
    r"|冲击|迈向|跻身)[^，。；]{0,10}\Z"
)
_OTHER = re.compile(
    r"(?:比|较|超过|高于|优于|落后于?|领先于?|不如|低于|对比|相比|不及|媲美|与|和|跟|[色逊弱差强优胜高低快慢好]于)\s?\Z"
)
_OTHERS = re.compile(r"(?:于|了)?(?:其他国家|其它国家|其他地区|竞争对手|对手|同行|竞品|各国|全世界的总和)")


_OF_A_CLAUSE, _OF_A_SENTENCE = 8, 16
"""Turns of phrase that are asked who is meant: prose has at most four and seven."""
_TRIED_AT_MOST = 12_000
"""Turns of one text that are asked: a megabyte of prose holds some two thousand."""


def find(scene: Scene) -> Iterator[Draft]:
    """Every judgement on a side; one for a side, a direction and a dimension in a clause."""
    tried, sentence, here = 0, -1, 0
    for clause, hits in judging.hits(scene):
        seen: set[tuple[str, str, str]] = set()
        taken: list[tuple[int, int]] = []
        number = scene.sentence_at(clause.start)
        sentence, here = number, here if number == sentence else 0
        for hit in itertools.islice(hits, min(_OF_A_CLAUSE, _OF_A_SENTENCE - here)):
            tried, here = tried + 1, here + 1
            if tried > _TRIED_AT_MOST:
                scene.left_off["assessment"] = hit.start
                return
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


_FADES = re.compile(
    r"[^，。；]{0,6}?(?:难以为继|不再|消失|丧失|缩小(?!差距|与|和|代差)|削弱|减弱|流失|不大|有限|不明显|不复)"
)
_RATED = re.compile(r"以\s?[\d.]+[%分]\s?\Z")
_NOT_SAID = re.compile(
    r"(?:不是|并非|不等于|不代表|不意味着|谁)说[^，。；]{0,8}\Z|(?:不等于|不代表"
    r"|不意味着)[^，。；]{0,8}\Z"
)
_MADE_SO = re.compile(r"(?:让|令|使|叫)(?!我们|咱们)[^，。；]{1,10}\Z")
_BEHIND_OTHERS = frozenset(["落后", "逊色", "弱", "差", "慢", "薄弱", "滞后", "低", "掉队"])
"""Who is not so is strong."""
_RULES = re.compile(r"(?:法规|监管|管制|法案|政策|审批|禁令|条例|规定)[^，。；]{0,6}(?:让|令|使|叫)")
_RIVALS = re.compile(r"(?:同行|对手|后来者|竞争者|竞品|追赶者)[^，。；]{0,8}\Z")
_STOCKED = re.compile(r"年的?[^，。；]{0,6}(?:积累|沉淀|经验|底子|功底|传统|家底)")
_A_NOT_A = re.compile(r"会不会|是不是|能不能|有没有|要不要|行不行|好不好|够不够|强不强|到底|究竟")
_SHE = re.compile(r"(?<!其)[他她](?!们|国|人)|楼上|楼主")


def _judged(scene: Scene, clause: Span, hit: Hit) -> Iterator[Draft]:
    at, end = hit.start, hit.end
    before = scene.content[clause.start : at]
    weak = hit.weak
    if unjudged.is_none(scene.content, clause.start, at, end, clause.end, weak):
        return
    if weak and _RIVALS.search(before):
        return
    if (weak and _OVERCOME.search(before)) or (not weak and _SHAKEN.search(before)):
        return
    if not weak and _FADES.match(scene.content, end, clause.end):
        return
    if (
        _SHE.search(before)
        or _RATED.search(before)
        or judging.is_soonest(scene.content, clause.start, at - 2, end)
        or (weak and _MADE_SO.search(before) and not _RULES.search(before))
        or _A_NOT_A.search(scene.content, clause.start, clause.end)
    ):
        return
    stocked = scene.content.startswith("三天两头", at) or _STOCKED.search(scene.content, at, end) is not None
    if _GOAL.search(before) or (not stocked and _figures_between(scene, at, end)):
        return
    polarity: str | None = "asserted"
    turned = False
    if scene.content[at:end] in ("卡不住", "卡不了脖子"):
        weak, polarity = True, "denied"
    elif _NOT_SAID.search(before):
        polarity = "denied"
    elif _NEGATED.search(before):
        if weak and not (before.endswith("不") and scene.content[at:end] in _BEHIND_OTHERS):
            polarity = "denied"
        else:
            weak, turned = not weak, True
    elif _denied(scene, clause, at):
        polarity = None
    direction: Direction = "weakness" if weak else "strength"
    found = _dimensions(scene, clause, hit)
    number = scene.sentence_at(at)
    sides = _sides(scene, clause, hit)[:4]
    names = {side.name for side in sides}
    for side in sides:
        if _is_compared(scene, clause, names, at, end):
            continue
        start = (
            side.start
            if clause.start <= side.start < at
            else word_start(scene.content, max(clause.start, at - 30), clause.start)
        )
        stop = max(end, side.end if side.start >= at else end)
        slots: dict[str, Any] = {**slot(scene, "subject", side), "direction": direction}
        for dimension in found:
            override: dict[str, Any] = {"dimension": dimension}
            if polarity == "denied" or turned:
                override["polarity"] = polarity
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
_OPENED = re.compile(r"(?:说到|谈到|讲到|提到|论起?|至于|再说|要说)(?P<what>[^，。；：]{1,10})[，,]\s?\Z")

_AS_TO = re.compile(
    r"(?:\A|(?<=[，。；！？：\n“]))(?:而|但|其中)?(?:在|从|就|于|论)(?P<what>[^，。；：]{2,28}?)(?:上|方面|领域|来看|来说|而言|环节|层面|赛道)[，,]\s?\Z"
)


_ROWS = re.compile(r"、|和|与|以及")
_ITEMS = re.compile(r"[、]|和|与|以及|及|又|也")


def _dimensions(scene: Scene, clause: Span, hit: Hit) -> list[Dimension]:
    """The dimension; of "缺芯片、人才和数据" one for each that the words show."""
    topic = _TOPIC.search(scene.content, clause.start, clause.end)
    if topic is not None and hit.about is None and len(rows := _ITEMS.split(topic["what"])) > 1:
        each = list(dict.fromkeys(d for i in rows if (d := dimensions.shown(i)) is not None))
        if len(each) > 1:
            return each[:4]
    leads = hit.about is not None and hit.about[0] == hit.start  # "芯片和人才不足"
    before = scene.content[
        max(clause.start, hit.start - 18) : hit.about[1] if hit.about and leads else hit.start
    ]
    if (leads or hit.about is None) and len(rows := _ROWS.split(before)) > 1:
        each = [d for i in rows[-3:] if (d := dimensions.shown(i[-6:])) is not None]
        if len(set(each)) > 1 and dimensions.shown(rows[-1]) is not None:
            return list(dict.fromkeys(each))
    behind = hit.about is not None and (hit.weak or hit.about[0] > hit.start)
    own = scene.content[slice(*hit.about)] if hit.about and behind else ""
    items = [i for i in _ITEMS.split(own) if i.strip()]
    shown = [d for i in items if (d := dimensions.shown(i)) is not None] if len(items) > 1 else []
    several = list(dict.fromkeys(shown))
    return several[:4] if len(several) > 1 else [_dimension(scene, clause, hit)]


def _dimension(scene: Scene, clause: Span, hit: Hit) -> Dimension:
    """What the judgement is about: what the frame names, then the words before and behind the cue."""
    content = scene.content
    sentence = scene.sentences[scene.sentence_at(hit.start)]
    own = content[hit.about[0] : hit.about[1]] if hit.about else None
    if _RULES.search(content, clause.start, hit.start):
        return "policy"
    topic = _TOPIC.search(content, clause.start, clause.end) or _OPENED.search(
        content, max(sentence.start, clause.start - 16), clause.start
    )
    opened = _AS_TO.search(content, max(sentence.start, clause.start - 36), clause.start)
    sides = [m for m in scene.mentions_in(clause.start, hit.start) if m.kind in _KINDS]
    first = sides[-1].end if sides else clause.start
    if sides and sides[-1].noun in ("chips", "models"):
        first = sides[-1].start
    before = content[max(first, hit.start - 16) : hit.start]
    wordings = (
        own[-4:] if own and dimensions.shown(own[-4:]) != "capability" else None,  # the head stands last
        own,
        topic["what"] if topic else None,
        before,
        opened["what"] if opened else None,
        content[hit.start : min(clause.end, hit.end + 16)],
        content[clause.start : clause.end],
        content[max(sentence.start, clause.start - 40) : clause.start]
        if hit.end - clause.start < 18 and not _BUT.match(content, clause.start)
        else None,
    )
    return dimensions.of_judgement(*wordings)


_BUT = re.compile(r"\s?(?:但|却|不过|可是?|而|然而|只是|可惜)")


def _figures_between(scene: Scene, at: int, end: int) -> bool:
    """Whether the cue's own words hold a figure, or one follows right behind: that is a quantity or lag."""
    return any(
        f.kind in ("percent", "times", "duration", "money") or (f.kind == "count" and f.unit == "point")
        for f in scene.figures_in(at, end + 8)
    )


def _sides(scene: Scene, clause: Span, hit: Hit) -> list[Mention]:
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
    if hit.home:
        side = scene.voices.at(hit.start, hit.start + 1).side or scene.ours
        return [Mention(hit.start, hit.start, side, "side", side)]
    if (thing := field_topics.of(scene, clause, hit.start)) is not None:
        return [thing]
    found = [m for m in subjects(scene, hit.start, _KINDS) if _can_be_judged(scene, m)]
    opens = _IT.match(scene.content, clause.start) is not None and hit.start - clause.start < 60
    first_of = scene.sentences[scene.sentence_at(hit.start)].start
    near = [
        m for m in found
        if m.start >= clause.start or m.start == m.end or (opens and m.start >= first_of)
    ]  # fmt: skip
    if near and clause.start and _ENVIED.search(scene.content, hit.start, hit.end):
        near = [m for m in subjects(scene, clause.start - 2, _KINDS) if m.name != near[0].name]
    if near:
        return near
    behind = [
        m for m in scene.mentions_in(hit.start, min(clause.end, hit.end + 10)) if m.start <= hit.end + 2
    ]
    if behind and behind[0].kind in ("model", "side", "group", "organisation") and not hit.about:
        return behind[:1]
    own = speaks_for(scene, clause, hit.start)
    quoted = scene.voices.at(hit.start, hit.end).speaker != scene.voices.own
    if own is not None and (quoted or own.noun == "place"):
        return [own]
    sentence = scene.sentences[scene.sentence_at(hit.start)]
    known = [m for m in found if m.kind != "unknown" or m.noun == "place" or not m.name.isascii()]
    if len({m.name for m in known}) > 1:
        known = [m for m in known if m.name == scene.home]
    main = main_organisation(scene) if scene.voices.own else None
    owned = main is not None and bool(known) and known[0].name == main.name  # a person's own text
    if known and (
        "\n" in scene.content[known[0].end : clause.start] or (owned and known[0].end < sentence.start)
    ):
        known = []
    if not known and _nobodys(scene, clause, hit.start):
        side = scene.voices.at(hit.start, hit.start + 1).side or scene.ours
        return [Mention(hit.start, hit.start, side, "side", side)]
    if not known or clause.start - known[0].start >= 120:
        return []
    shown = hit.about is not None and dimensions.shown(scene.content[slice(*hit.about)]) is not None
    shown = shown or dimensions.shown(scene.content[clause.start : clause.end]) is not None
    if known[0].start < sentence.start and not shown:
        return []  # a turn of phrase in a new sentence that names neither a side nor a thing
    apart = "\n" in scene.content[known[0].end : clause.start] or known[0].name == scene.voices.own
    return [] if apart and known[0].start < clause.start else known[:2]


_IT = re.compile(r"\s?(?:但|而|且|并且|而且|同时)?(?:它(?!们)|其(?![中他它实余次间一二三]))")


def _nobodys(scene: Scene, clause: Span, at: int) -> bool:
    """Whether a sentence on a thing of the field names nobody: then it is of the speaker's own country."""
    if dimensions.shown(scene.content[clause.start : clause.end]) is None:
        return False
    if scene.main_thing is not None or not any(m.kind in ("side", "group") for m in scene.known):
        return False  # the text is about a product, or about no country
    counts = Counter(m.side for m in scene.known if m.side and m.start < at)
    if any(n > counts[scene.home] for side, n in counts.items() if side != "United States"):
        return False  # or about another one
    first = scene.sentences[scene.sentence_at(at)].start
    return not scene.mentions_in(first, clause.end) and not _SOMEBODY.search(scene.content, first, clause.end)


_SOMEBODY = re.compile(
    r"其(?!中|他|它|实|余)|[它他她]|该|这[款家个位]|那[款家个位]|公司|平台|系统"
    r"|[决结]定|国内|全国"
)
_ENVIED = re.compile(r"(?:学|羡慕|抄|偷|抢|拿|挖|换)不(?:来|走|会|到|动)\Z")


def _can_be_judged(scene: Scene, mention: Mention) -> bool:
    """Whether a name that nobody listed is a model or an organisation by its form."""
    if mention.kind != "unknown" or mention.noun == "place":
        return True
    return is_thing(scene, mention) or not mention.name.isascii()


_PLACED = re.compile("领先|落后|占优|上风|下风|劣势")
_VYING = re.compile(r"[^，。；]{0,4}(?:同台|竞争|抗衡|较量|掰手腕|一战|叫板|比肩|竞技)")
_OPENED_WITH = re.compile(
    r"(?:相比|相较|比起来)(?:之下)?[，,]\s?\Z|(?:相比于?|相较于?|比起|较之)[^，。；]{1,10}[，,]\s?\Z"
)


def _is_compared(scene: Scene, clause: Span, judged: set[str], at: int, end: int) -> bool:
    """Whether another side is named in the clause to compare with: then it is no assessment."""
    if _PLACED.search(scene.content, at, end) and unsaid.stands(scene, clause, at, end):
        return True
    if _OTHERS.search(scene.content, end if scene.content.endswith("手", 0, end) else end - 2, clause.end):
        return True
    if _OPENED_WITH.search(scene.content, max(0, clause.start - 12), clause.start):
        return True
    for mention in scene.mentions_in(clause.start, clause.end):
        if mention.kind not in ("side", "group", "organisation", "model") or mention.name in judged:
            continue
        if at <= mention.start < end and (
            scene.content.startswith("吸引", at) or _VYING.match(scene.content, mention.end, end)
        ):
            continue  # "has what it takes to compete with B"
        before = scene.content[max(clause.start, mention.start - 4) : mention.start]
        if scene.content.startswith("相比", mention.end) or (
            0 <= mention.start - end <= 2
            and re.search("领先|落后|不过|不上|不赢|不及|不如|逊", scene.content[at:end])
        ):
            return True
        if _OTHER.search(before) and not re.search(r"、[^，。]{0,10}\Z", before):
            return True
    return False
