"""Who is meant in a Chinese text: the topic of a clause, and what short words and pronouns stand for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from theodolite.extract import field_order
from theodolite.extract.chinese import oblique, pronouns, subject_matter, things
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_AMONG = re.compile(r"(?:AI|大?模型|企业|厂商|公司|阵营)?(?:里|当中|之中)")
_IT_MODEL = re.compile(
    r"(?:该|这款|这一|此|这个|新|其)(?:[\u4e00-\u9fff]{0,4})?(?:模型|产品|芯片|版本|系统|平台|工具"
    r"|框架)|新模型|新版"
)
_IT_ORG = re.compile(
    r"(?:该|这家|这间|该家)(?:[\u4e00-\u9fff]{0,4})?(?:公司|企业|机构|实验室|团队|厂商|平台|初创)"
    r"|(?:\A|[，。；：“”\s]|但|而|目前|此外|同时|由|[说称指]|表示|透露)(?P<bare>公司|官方|企业|集团"
    r"|本公司|管理层)(?!的?(?:高管|员工|都|们|[、和与]))"
)
_IT = re.compile(r"其(?!中|他|它|实|余|次|间|一|二|三)|它们?(?!处)|该项目|两者|二者|前者|后者|此举")
_ITS = re.compile(
    r"\s?(?:尽管|虽然|但|不过|而|然而|因为|由于|而且|并且|且|同时|此外|所以|因此|可)(?:其(?![中他它实余次间一二三])|它们?(?!处))"
)
_BEFORE_IT = " 尽管虽然但不过而因为由于且并同时此外所以可"
_WE = re.compile(r"我们|咱们|我国|我方")
_HE = re.compile(r"(?:他|她)(?!们|人|国|处)|本人|我(?!们|国|方)")
OBSERVERS = field_order.OBSERVERS | {"LMArena", "Hugging Face"}
NAMED = ("organisation", "unknown", "side", "group", "person", "model")


def topics(scene: Scene, start: int, end: int, kinds: tuple[str, ...] = NAMED) -> list[Mention]:
    """The mentions between two places that can be a topic, in order; of an apposition the last."""
    found: list[Mention] = []
    aside: Mention | None = None
    for mention in scene.mentions_in(start, end):
        if mention.noun == "title" or _in_brackets(scene.content, start, mention.start):
            continue
        if mention.kind == "side" and _AMONG.match(scene.content, mention.end):
            continue
        between = scene.content[aside.end : mention.start] if aside else None
        if oblique.is_oblique(scene.content, mention, start) or (
            between is not None
            and re.fullmatch(
                r"\s?(?:的|旗下的?|、|前代及|上一代及|前代和|和|与|及|以及|系列|或|等)?\s?(?:的)?"
                r"(?:(?:\d{4}\s?年|\d{1,2}\s?月|[今去前]年)?(?:底|初|末)?(?:发布|推出|开源|研发|开发|打造|训练)的|(?:旗下|公司|巨头|的)"
                r"[^，。；、]{0,6}(?:模型|芯片|产品|助手|助理))?\s?",
                between,
            )
        ):
            aside = mention
        elif mention.kind in kinds and mention.name not in OBSERVERS:
            found.append(mention)
    return found


def _topics_of(scene: Scene, start: int, end: int, kinds: tuple[str, ...]) -> list[Mention]:
    """The topics of a whole clause or sentence, which many places further on ask for again."""
    known, key = _TOPICS.setdefault(scene, {}), (start, end, kinds)
    if key not in known:
        known[key] = topics(scene, start, end, kinds)
    return known[key]


_TOPICS: WeakKeyDictionary[Scene, dict[tuple[int, int, tuple[str, ...]], list[Mention]]] = WeakKeyDictionary()


def _in_brackets(content: str, start: int, at: int) -> bool:
    """Whether a place is inside brackets that were opened in the clause."""
    before = content[max(start, at - 24) : at]
    if "(" not in before and "（" not in before:
        return False
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def head(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """The first topic with those joined to it; an owner gives way to what it owns ("百度的文心一言")."""
    if not mentions:
        return []
    chosen = [mentions[0]]
    for mention in mentions[1:]:
        between = scene.content[chosen[-1].end : mention.start]
        if (
            re.fullmatch(
                r"\s?(?:[的（(“「《]|旗下的?|(?<=[的下\s])[^，。；、的]{0,6}(?:助手|助理|应用|芯片|机器人|平台|产品|系统)|政府|公司|本土|最新|近[期日]|今[日年]|刚刚|新|(?:推出|发布|开源|研发|开发|打造|自研|训练)的?|合资的?"
                r"|(?:创立|创办|创建|联合创立|共同创立)的[^，。；、的]{0,8}"
                r"|共同组建的?|组建的?|宣布|确认|证实|官宣|预告|总统|创始人|AI|大?模型|\s)*\s?",
                between,
            )
            and len(between) <= 14
            and mention.kind != "side"
        ):
            chosen[-1] = mention
        elif (
            re.fullmatch(r"(?:[（(][^）)]{0,20}[）)])?\s?(?:、|和|与|及|以及|,)\s?", between)
            and len(chosen) < 8
        ):
            chosen.append(mention)
        else:
            break
    return chosen


_LEADS_IN = re.compile(
    r"\s?(?:作为|身为|凭借|依托|得益于|受益于|面对"
    r"|(?:虽然|尽管|虽说|即便|即使)(?=[^，。；]{1,10}[，,]))"
)


def _ahead(scene: Scene, clause: Span, kinds: tuple[str, ...]) -> list[Mention]:
    """Whom the clause behind opens with: "作为先行者，A ..." is of A."""
    behind = scene.clause_at(clause.end + 1)
    sentence = scene.sentences[scene.sentence_at(clause.start)]
    if behind.start <= clause.start or behind.start >= sentence.end:
        return []
    found = topics(scene, behind.start, behind.end, kinds)
    return head(scene, found) if found and found[0].start - behind.start <= 3 else []


_BEGINS = re.compile(r"\s?(?:公司|官方|其(?!中|他|余|次|实|间)|它|他(?!们)|她)")


def subjects(scene: Scene, at: int, kinds: tuple[str, ...] = NAMED) -> list[Mention]:
    """What a clause is about at a place: its own topic, else that of the clauses and sentences before."""
    clause = scene.clause_at(at)
    named = _topics_of(scene, scene.voices.opening(clause.start, at), max(at, clause.end), kinds)
    own = head(scene, [m for m in named if m.end <= at])
    if own:
        return own
    text = scene.content[clause.start : at]
    if _LEADS_IN.match(scene.content, clause.start) and (ahead := _ahead(scene, clause, kinds)):
        return ahead

    def rated(found: list[Mention]) -> list[Mention]:
        if "model" not in kinds:
            return found
        return subject_matter.rated(scene, found, clause.start, max(at, clause.end))

    meant = _pronoun(scene, clause.start, text)
    if meant is not None and meant.kind in kinds:
        return rated([meant])
    sentence = scene.sentences[scene.sentence_at(at)] if scene.sentences else clause
    opened = scene.voices.opening(sentence.start, at)
    for earlier in reversed(
        [c for c in scene.clauses_of(sentence) if c.end <= clause.start and c.end > opened]
    ):
        found = head(scene, _topics_of(scene, max(earlier.start, opened), earlier.end, kinds))
        if found and _BEGINS.match(scene.content, max(earlier.start, opened), found[0].start):
            stood = _pronoun(scene, earlier.start, scene.content[earlier.start : found[0].start])
            found = [stood] if stood is not None and stood.kind in kinds else found
        if found:
            return rated(_made(scene, found, earlier.end, kinds))
        meant = _pronoun(scene, earlier.start, scene.content[earlier.start : earlier.end])
        if meant is not None and meant.kind in kinds:
            return rated([meant])
    if scene.content[max(0, sentence.start - 1) : sentence.start].strip() == "" and sentence.start:
        main = main_organisation(scene)  # a paragraph that names nobody goes on about the text's own
        if main is not None and main.kind in kinds:
            return rated([main])
    return rated(_before(scene, sentence.start, kinds))


def compared(scene: Scene, at: int, others: set[str]) -> list[Mention]:
    """Who is compared: the topic of its sentence, or of the one before where it is one side alone."""
    found = [m for m in subjects(scene, at) if m.name not in others and m.kind != "person"]
    found = [m for m in found if m.end <= at or m.start == m.end]
    sentence = scene.sentences[scene.sentence_at(at)]
    if found and found[0].end < sentence.start:
        main = main_organisation(scene)
        apart = "\n" in scene.content[found[0].end : sentence.start]
        apart = apart and (main is None or main.name != found[0].name)
        return [] if apart or len({m.name for m in found}) > 1 else found
    return found[:6]


def _before(scene: Scene, start: int, kinds: tuple[str, ...]) -> list[Mention]:
    """The topic of the sentence before, in the same paragraph or right above it."""
    number = scene.sentence_at(start)
    for earlier in reversed(scene.sentences[max(0, number - 2) : number]):
        opened = scene.voices.opening(earlier.start, earlier.end - 1)
        found = head(scene, _topics_of(scene, opened, earlier.end, kinds))
        if found:
            return found
    return []


_MAKING = re.compile(r"发布|推出|开源|上线|研发|更新|升级|公布|带来|亮出|首发|打造")


def _made(scene: Scene, found: list[Mention], end: int, kinds: tuple[str, ...]) -> list[Mention]:
    """After "A发布了B" the talk is of B."""
    if "model" not in kinds or found[0].kind not in ("organisation", "unknown") or is_thing(scene, found[0]):
        return found
    if not _MAKING.search(scene.content, found[-1].end, end):
        return found
    things = [m for m in scene.mentions_in(found[-1].end, end) if is_thing(scene, m)]
    return things[-1:] or found


def _pronoun(scene: Scene, start: int, text: str) -> Mention | None:
    if own := pronouns.publisher(scene, start, text):
        return own
    if we := _WE.search(text):
        side = scene.voices.at(start, start + 1).side or scene.ours
        at = start + we.start()
        return us(scene, Mention(at, at + len(we.group()), side, "side", side))
    if _IT_MODEL.search(text):
        near = last(scene, start, ("model", "unknown"), model=True)
        return subject_matter.meant(scene.content, scene.main_thing, start, near)
    if firm := _IT_ORG.search(text):
        main = (own_firm(scene, start) or main_organisation(scene)) if firm["bare"] else None
        return main or last(scene, start, ("organisation", "unknown"), newest=True)
    if _HE.search(text):
        return last(scene, start, ("person",))
    if it := (_IT.match(text) or _ITS.match(text)):
        if "排名" in text or "分" in text:
            return last(scene, start, ("model", "unknown"), model=True)
        named = last(scene, start, NAMED)
        if named is not None and it.group()[-1] == "其" and subject_matter.is_rated(text):
            end = scene.sentence_end(named.start)
            if start < end:  # "A发布了B，其性能 ..." is of B
                return _made(scene, [named], start, NAMED)[0]
        if named is None or (_ITS.match(text) is None and it.group()[-1] not in "其它"):
            return named
        meant = _made(scene, [named], min(start, scene.sentence_end(named.start)), NAMED)[0]
        if pronouns.is_taken_up(scene, meant, start):
            at = start + it.end() - len(it.group().lstrip(_BEFORE_IT))
            return replace(meant, start=at, end=start + it.end())
        return named if _IT.match(text) else None
    return None


def us(scene: Scene, mention: Mention) -> Mention:
    """ "We" of one who speaks for a firm or a city, where the sentence sets no country against another."""
    if scene.content[mention.start : mention.end] not in ("我们", "咱们"):
        return mention
    own = own_firm(scene, mention.start)
    sentence = scene.sentences[scene.sentence_at(mention.start)]
    if own is None or any(
        m.kind in ("side", "group") and m.side and m.noun not in ("users", "developers")
        for m in scene.mentions_in(sentence.start, sentence.end)
    ):
        return mention
    return replace(own, start=mention.start, end=mention.end)


def own_firm(scene: Scene, at: int) -> Mention | None:
    """For whom the one speaks who speaks at a place."""
    speaker = scene.voices.at(at, at + 1).speaker
    if speaker is None and scene.voices.quotation_at(at, at + 1) is not None:
        first = scene.content.rfind("\n", 0, at) + 1  # a second quotation of one paragraph is of the same one
        speaker = next((m.name for m in scene.mentions_in(first, at) if m.kind == "person"), None)
    return scene.affiliations.get(speaker) if speaker else None


def speaks_for(scene: Scene, clause: Span, at: int) -> Mention | None:
    """The city, or the firm, of one who is quoted in a sentence that names nobody."""
    own = own_firm(scene, at)
    sentence = scene.sentences[scene.sentence_at(at)]
    opened = scene.voices.opening(sentence.start, at)
    if own is None or scene.mentions_in(opened, clause.end):
        return None
    return replace(own, start=clause.start, end=clause.start)


def speaking(scene: Scene, mention: Mention, at: int) -> Mention:
    """A mention in a tie: "we" of one who speaks for a firm or for himself is not the country."""
    if scene.content[mention.start : mention.end] not in ("我们", "咱们"):
        return mention
    voice = scene.voices.at(at, at + 1)
    if voice.speaker is None or voice.speaker == voice.side:
        return mention
    if (own := us(scene, mention)) is not mention:
        return own
    if voice.attribution != "own_voice":
        firm = main_organisation(scene)  # who is quoted speaks for the firm, where the text is about one
        return mention if firm is None else replace(firm, start=mention.start, end=mention.end)
    return replace(mention, name=voice.speaker, kind="unknown", side=voice.side)


_TITLE_REACH = 160  # characters from the start in which a text names what it is about


def main_organisation(scene: Scene) -> Mention | None:
    """The organisation that a text is about: its title or first sentence names it, and it comes back."""
    if scene not in _MAIN:
        _MAIN[scene] = _main_organisation(scene)
    return _MAIN[scene]


_MAIN: WeakKeyDictionary[Scene, Mention | None] = WeakKeyDictionary()


def _main_organisation(scene: Scene) -> Mention | None:
    counts: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for mention in scene.mentions[:600]:
        if is_organisation(scene, mention) and mention.kind != "group":
            counts[mention.name] = counts.get(mention.name, 0) + 1
            first.setdefault(mention.name, mention)
    early = [n for n, m in first.items() if m.start < _TITLE_REACH and counts[n] > 1]
    publisher = scene.origin.publisher
    if publisher in early:
        return first[str(publisher)]
    if not early:
        return next((m for m in first.values() if m.noun == "described" and m.start < _TITLE_REACH), None)
    best = max(early, key=lambda n: counts[n])
    rival = max((counts[n] for n in counts if n != best), default=0)
    return first[best] if counts[best] > rival else None


def last(
    scene: Scene, at: int, kinds: tuple[str, ...], model: bool = False, newest: bool = False
) -> Mention | None:
    """The topic of these kinds that was named last before a place: the first of its sentence."""
    number = scene.sentence_at(at)
    for sentence in reversed(scene.sentences[max(0, number - (6 if model else 3)) : number + 1]):
        found = [m for m in topics(scene, sentence.start, min(sentence.end, at), kinds)]
        if model:
            found = [m for m in found if m.kind == "model" or is_thing(scene, m)]
        if found:
            return found[-1] if model or newest else found[0]
    return None


def is_thing(scene: Scene, mention: Mention) -> bool:
    """Whether a name is a model or product, by its form or the words around it."""
    return things.is_thing(scene.content, mention)


def is_organisation(scene: Scene, mention: Mention) -> bool:
    """Whether a mention can act like an organisation."""
    return mention.kind in ("organisation", "group") or (
        mention.kind == "unknown" and not is_thing(scene, mention) and mention.noun not in ("title", "place")
    )


def slot(scene: Scene, name: str, mention: Mention | None) -> dict[str, Any]:
    """The three fields of a name slot."""
    if mention is None:
        return {name: None, f"{name}_text": None, f"{name}_side": None}
    text = scene.text.content[mention.start : mention.end]
    return {name: mention.name, f"{name}_text": text or None, f"{name}_side": mention.side}


def world(start: int) -> Mention:
    """The whole world, as somebody that has figures."""
    return Mention(start, start, "world", "unknown", None)


_OWN = re.compile(r"\s?(?:的|旗下的?|新推出的|最新的?)?\s?")


def owned(scene: Scene, mention: Mention, mentions: tuple[Mention, ...]) -> Mention:
    """The model of "Meta的Llama 3.1", not its maker."""
    for other in mentions if mention.kind != "model" else ():
        if other.start > mention.end + 8:
            break
        between = scene.content[mention.end : other.start]
        made = other.kind in ("model", "unknown") or other.noun == "models"
        owned = other.start >= mention.end and _OWN.fullmatch(between)
        if made and owned:
            return other
    return mention
