"""Reported speech in Chinese: who is said to say, write, expect or find which words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from theodolite.extract.chinese import signatures, spokespeople, studies, words
from theodolite.extract.chinese.reported import Reported, mention_in, reported_by
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene


_VERB = re.compile(
    rf"(?=[{''.join(sorted({w[0] for w in f'{words.TALK}|{words.FINDING}'.split('|')}))}])"
    rf"(?<!小)(?<!不用)(?<!不必)(?<!更别)(?<!据)(?<!可以)(?<!来)(?<!或者)(?<!传)(?<!再)(?<!也就是)(?<!俗)(?<!简)(?<!名)(?<!号)(?"
    rf"<!宣)(?<!堪)(?<!职)(?<!被)(?P<verb>{words.TALK}|{words.FINDING})"
    r"(?!法|明书|器|屏|卡|为(?!什)|之为|呼|号|谓|不上|到底|起来|是(?:一|世)|白了|得|标|数|出台|重|定|南"
    r"|性|意图|方法|了一个|书|会上|中心)"
)
_QUOTE_NEXT = re.compile(r"[：:，,]?\s?[“\"]")
_PRONOUN = re.compile(
    r"(?:\A|[，。；：“”\s])(?:但|而|同时|此外|不过|随后|对此|另外)?[，]?(?P<who>他们?|她|其"
    r"|这位[\u4e00-\u9fff]{1,6})(?=\Z"
    r"|[\u4e00-\u9fff]{0,10}\Z)"
)
_GROUP = re.compile(
    rf"(?P<who>{words.GROUPS})(?:普遍|常常?|总|一直|老|都|也|均|则|此前|曾|大多|纷纷|随后|昨[日天]"
    rf"|今[日天]|日前|近日|当[日天]|上[月周]"
    rf"|\d{{1,2}}日)*(?:在[^，。]{{2,16}}?(?:上|时|中|里|会)|向[^，。]{{2,12}}"
    rf"|对[^，。]{{2,16}})?(?:还|也|则|只|被问及此事时)?\Z"
)
_ONE_OF = re.compile(
    r"[一二两三](?:名|位|个)(?:不愿[^，。]{2,8}的)?(?:发言人|官员|高管|负责人|主管|工程师|员工"
    r"|前员工|研究员|教授)[^，。]{0,18}\Z"
)
_CONSENSUS = re.compile(r"普遍|公认|一致|广泛|共识")
_OBLIQUE = re.compile(r"(?:对|向|与|跟|同|针对|接受|谈|告诉|就|关于|被|让|使|令|和)\Z")
_STUDY = re.compile(rf"(?:{words.REPORTS}|博客|官方|官网|计划|备忘录)(?:[^，。；]{{0,8}})\Z")
_BARE_STUDY = re.compile(
    rf"(?:\A|[，。；：\s])(?:该|这份|这项|上述|此|本|最新|《)?(?:{words.REPORTS}|结果)》?(?:中|还|也|里"
    rf"|最后|同时|进一步|结果|内容)?(?:明确)?\Z"
)
_ACCORDING = re.compile(
    r"(?:根据|依据(?!是)|据|按照|按)(?P<who>[^，。；：\n“”]{1,46}?)(?P<what>"
    + words.REPORTS
    + r"|说法|介绍|预测|估计|计算|测算|分析|指示|透露|称|了解|看法|观点|规定|爆料)"
    r"(?:[^，。；：\n]{0,14}?)(?=[，：:]|,)"
)
_AS_SAID = re.compile(r"据(?P<who>[^，。；：\n“”]{2,16}?)(?P<what>讲|说|称|透露|介绍)(?![法明为道，：])")
_EYES = re.compile(
    r"(?:在|以)(?P<who>[^，。；：\n]{1,24}?)(?:看来|眼中|眼里|的调研中|的调查中|的研究中|的报告中)[，,]?"
)
_FOR = re.compile(r"(?:\A|(?<=[，。；]))对于?(?P<who>[^，。；：\n]{1,10}?)(?:来说|而言|来讲)[，,]")
_HEADLINE = re.compile(
    r"(?m)^[#\s【\[]{0,4}(?:\d{1,2}[:：]\d\d[\s】\]"
    r"|]{0,3})?(?P<who>[\u4e00-\u9fffA-Za-z·\s]{2,16}?)[：:](?!//)"
)
_STARTS_AGAIN = re.compile(r"(?:此外|同时|另外|不过|而且|但|然而)?[，,]?(?:他们?|她)(?!国|人|处)")
_STUDY_AGAIN = re.compile(
    r"(?:该|这份|这项|此|上述)?(?:报告|研究|调查|数据|文章|论文)(?:还|也|把|将|同时|进一步|特别|采用"
    r"|显示|指出|认为|预计)"
)
_SURVEYED = re.compile(
    r"报告|研究|调查|调研|数据|论文|白皮书|评测|评估|统计|测试|指数|蓝皮书|年鉴|测算|估计|估算"
)
_MYSELF = re.compile(
    r"记者(?:从[^，。；]{2,20}|在[^，。；]{2,20}|近?日|梳理|独家)*\Z|(?:\A|[，。；：、\s]|但|而|不过|所以)(?:我|笔者|本文|小编|在下)(?:却|倒|则|还|也|就|会|要|想|的"
    r"|个人|始终|一直|依然|更|反而|不禁|只能)*\Z"
)
_COMMENT = re.compile(
    r"这一(?:结果|发现|结论|数字)|(?:记者|本刊|本报|编者|笔者|我(?!国|们国|省|市)|另据|此前|值得注意)"
    r"|(?:不过|然而|但是|可是|但(?!该)|在我|换句话说|换言之|可见|这意味着|所以|显然)"
)
_RATES = re.compile(
    r"(?:维持|重申|给予|上调|下调|予以|首次覆盖)[^。；，]{0,14}?(?:评级|目标价|买入|增持|减持|持有"
    r"|中性|跑赢|沽售|评级)"
)
_QUOTING = re.compile(
    r"(?:援引|引述|引用|转引)(?P<who>[^，。；：]{2,24}?)(?:的话|的消息|消息|的说法|的观点)?(?:报道称"
    r"|报道|称|说|指出|透露|表示|写道)"
)
_ON = re.compile(r"在[^，。]{0,6}\Z")
_SOMEBODY = re.compile(
    r"(?:但|而|不过|然而|随后|同时|可)?(?P<who>[\u4e00-\u9fff]{2,4}?)(?:在[^，。]{1,20}?(?:上|中|里|会|时))?(?:还|也|则|曾|随后|昨天|今天|近日)*\Z"
)
_ON_IT = re.compile(r"(?:平台|账号|帐号|官网|视频号|公众号)?[上中里]")
_OCCASION = re.compile(r"在[^，。；的]{1,16}?(?:会上|论坛上|上|中|里|期间|时)")
_LIMIT = 90
_BACK = 64  # quotations before a place of which one may still last


def find(scene: Scene, quotations: list[Span], signed: bool) -> list[Reported]:
    """Every attribution in order of its place; in a signed text a figure's source has its sentence."""
    found: list[Reported] = []
    last: Reported | None = None
    if whole := studies.whole_text(scene):
        found.append(whole)
        last = whole
    for sentence in scene.sentences:
        here = list(_in_sentence(scene, sentence, quotations, last))
        if summed := studies.summed(scene, sentence):
            found.append(summed)
        if not here and last is not None and _goes_on(scene, sentence, last):
            here = [replace(last, start=sentence.start, end=sentence.end)]
        found.extend(here)
        if here:
            last = here[-1]
            if not signed:  # "据X统计" is a study, though its verb alone tells nothing of one
                last = next((r for r in here if r.study and r.name == last.name), last)
        elif last is not None and scene.content.find("\n", last.end, sentence.start) >= 0:
            last = last if last.person or last.study else None
    return sorted(found, key=lambda r: r.start)


def _goes_on(scene: Scene, sentence: Span, last: Reported) -> bool:
    """Whether a sentence takes up the speaker of the one before; a study speaks to the end of its
    paragraph."""
    if last.study and scene.content.find("\n", last.end, sentence.start) < 0:
        return not _COMMENT.match(scene.content, sentence.start)
    again = _STARTS_AGAIN if last.person else _STUDY_AGAIN
    return bool(again.match(scene.content, sentence.start)) and sentence.start - last.end < 400


def _in_sentence(
    scene: Scene, sentence: Span, quotations: list[Span], last: Reported | None
) -> Iterator[Reported]:
    content = scene.content
    begun = bisect_left(quotations, sentence.end, key=lambda q: q.start)
    spans = [q for q in quotations[max(0, begun - _BACK) : begun] if q.end > sentence.start]
    according = [
        *_ACCORDING.finditer(content, sentence.start, sentence.end),
        *_AS_SAID.finditer(content, sentence.start, sentence.end),
    ]
    for match in according:
        said = _according(scene, match, last)
        if said and content.startswith("另", match.start() - 1):
            yield Reported(match.start(), match.end(), None, None, None, own=True)
        if said:
            clause = scene.clause_at(match.start())
            inside = clause.start if clause.end > match.end() and match.re is _AS_SAID else match.end()
            yield replace(said, start=inside, end=_reach(content, sentence, spans, match.end()))
    for match in _RATES.finditer(content, sentence.start, sentence.end):
        banks = [
            m
            for m in scene.mentions_in(sentence.start, match.start())
            if m.kind in ("organisation", "unknown")
        ]
        if banks and match.start() - banks[-1].end <= 8:
            yield replace(reported_by(banks[-1]), start=banks[-1].end, end=sentence.end)
    quoting: list[tuple[int, int]] = []
    for match in _QUOTING.finditer(content, sentence.start, sentence.end):
        if quoted := _quoted(scene, match):
            quoting.append(match.span())
            yield replace(quoted, start=match.end(), end=_reach(content, sentence, spans, match.end()))
    for match in _FOR.finditer(content, sentence.start, sentence.end):
        people = [m for m in scene.mentions_in(*match.span("who")) if m.kind == "person"]
        said = reported_by(people[-1]) if people else last if match["who"][0] in "他她" else None
        if said and said.person:
            yield replace(said, start=match.end(), end=sentence.end)
    for match in _EYES.finditer(content, sentence.start, sentence.end):
        who = mention_in(scene, match.start("who"), match.end("who"))
        said = reported_by(who) if who else last if re.search("[他她]", match["who"]) else None
        if said:
            yield replace(said, start=match.end(), end=sentence.end)
    headline = _HEADLINE.match(content, sentence.start)
    if headline and (who := _whole_mention(scene, headline)):
        yield replace(reported_by(who), start=headline.end(), end=sentence.end)
    for match in _VERB.finditer(content, sentence.start, sentence.end):
        if any(q.start <= match.start() < q.end and q.start > sentence.start - 1 for q in spans):
            continue
        if any(a <= match.start() < b for a, b in quoting):
            continue
        said = _speaker(scene, sentence, match, last)
        if said:
            last = replace(
                said,
                start=match.end(),
                end=_reach(content, sentence, spans, match.end()),
                said_on=_said_on(scene, sentence, match.start()),
            )
            yield last


def _quoted(scene: Scene, match: re.Match[str]) -> Reported | None:
    """Whom a report quotes: a name, else a kind of people."""
    if (who := mention_in(scene, *match.span("who"))) is not None:
        return reported_by(who, scene.content)
    group = re.search(words.GROUPS, match["who"])
    if group is None:
        return None
    at = match.start("who")
    text = scene.text.content[at + group.start() : at + group.end()]
    return Reported(0, 0, text, text, None, True)


def _reach(content: str, sentence: Span, spans: list[Span], start: int) -> int:
    """To the end of the sentence, or of the quotation that opens behind the verb."""
    if _QUOTE_NEXT.match(content, start):
        ends = [q.end for q in spans if q.start <= start + 4]
        return max([sentence.end, *ends])
    return sentence.end


def _said_on(scene: Scene, sentence: Span, at: int) -> str | None:
    """The day of saying, where the sentence dates it before the verb."""
    days = [p.iso for p in scene.periods_in(sentence.start, at) if p.iso and len(p.iso) == 10]
    return days[-1] if days else None


def _speaker(scene: Scene, sentence: Span, match: re.Match[str], last: Reported | None) -> Reported | None:
    """Who says it: the name, group or study before the verb in its clause, or who spoke last."""
    content, at = scene.content, match.start()
    opened = max(
        (content.rfind(mark, sentence.start, at) for mark in ("，", ",", "。", "；", "：", "”", "？", "！")),
        default=-1,
    )
    start = max(sentence.start, opened + 1, at - _LIMIT)
    before = content[start:at]
    if _MYSELF.search(before):
        return Reported(at, at, None, None, None, own=True)
    finding = re.fullmatch(words.FINDING, match["verb"]) is not None or bool(_STUDY.search(before))
    if (post := spokespeople.find(scene, start, at)) is not None:
        return post
    official = _ONE_OF.search(before)
    if not official and (found := _named(scene, start, at, finding)):
        return found
    if group := _GROUP.search(before):
        who = group["who"]
        if re.search("媒体|外界|报", who) and match["verb"].startswith("报"):
            return None
        who = scene.text.content[start + group.start("who") : start + group.end("who")]
        consensus = bool(_CONSENSUS.search(before)) and not re.match("有|一", who)
        return Reported(at, at, who, who, None, True, consensus)
    if finding and _BARE_STUDY.search(content[max(sentence.start, at - 24) : at]):
        return studies.unnamed(scene, at, last)
    if re.search(r"官方\Z", before.removesuffix("数据").removesuffix("还").removesuffix("也")):
        return _official(scene, at)
    if not before.strip() and match["verb"].startswith("报"):
        return studies.outlet(scene, sentence)
    if pronoun := _PRONOUN.search(before):
        named = last or (_introduced(scene, sentence) if pronoun["who"] in ("他", "她") else None)
        if named is not None:
            return named
    if (
        len(before) <= 8
        and start > sentence.start
        and re.match(r"(?:并|还|也|但|且|只|仅|同时|进一步|则|又|其|直言|坦言|强调|指出|\Z)", before)
    ):
        return (
            last
            if last is not None and (last.start >= sentence.start or last.person)
            else _topic(scene, sentence, start)
        )
    if (
        not before.strip()
        and last is not None
        and last.person
        and match["verb"] not in ("预计", "称", "说", "指", "分析", "评估", "统计")
    ):
        return last
    if not before.strip() and start > sentence.start:
        return _topic(scene, sentence, start)
    somebody = _SOMEBODY.match(before)
    if somebody and signatures.is_person(somebody["who"]):
        name = scene.text.content[start + somebody.start("who") : start + somebody.end("who")]
        return Reported(at, at, name, name, None, True)
    return None


def _introduced(scene: Scene, sentence: Span) -> Reported | None:
    """The person that the sentence before opens with: "李文是奥比斯的创始人。他表示 ..."."""
    number = scene.sentence_at(sentence.start)
    if not number:
        return None
    before = scene.sentences[number - 1]
    for mention in scene.mentions_in(before.start, min(before.end, before.start + 12))[:1]:
        if mention.kind == "person" or (
            mention.kind == "unknown" and mention.noun is None and signatures.is_person(mention.name)
        ):
            return replace(reported_by(mention, scene.content), person=True)
    return None


def _topic(scene: Scene, sentence: Span, at: int) -> Reported | None:
    """The person that the sentence began with ("X接受采访时，表示 ...")."""
    people = [m for m in scene.mentions_in(sentence.start, at) if m.kind == "person"]
    return reported_by(people[-1]) if people else None


def _named(scene: Scene, start: int, at: int, finding: bool) -> Reported | None:
    """The last person before the verb, else the last organisation that may say things."""
    content = scene.content
    mentions = [
        m
        for m in scene.mentions_in(start, at)
        if not _OBLIQUE.search(content[start : m.start][-3:])
        and not (_ON_IT.match(content, m.end) and _ON.search(content, start, m.start))
    ]
    people = [m for m in mentions if m.kind == "person" and at - m.end < 40]
    if people:
        return reported_by(people[-1], content)
    tail = content[mentions[-1].end : at] if mentions else ""
    for mention in reversed(mentions):
        between = content[mention.end : at]
        study = bool(_STUDY.search(between)) or (mention.noun == "title" and len(between) < 10)
        if mention.noun == "title" and not study:
            continue
        if mention.noun == "title" and len(mentions) > 1 and (owner := _owner(content, mentions, mention)):
            return replace(reported_by(owner, content), study=True)
        if study and finding:
            return replace(reported_by(mention, content), study=True)
        if (
            mention.kind in ("organisation", "unknown")
            and len(_OCCASION.sub("", between)) <= 12
            and not re.search(r"[的是在了将]", _OCCASION.sub("", tail))
        ):
            return reported_by(mention, content)
        if mention.kind == "side" and re.fullmatch(
            r"(?:政府|当局|官员|方面|外交部|商务部)?(?:还|也|则|随后)?", between
        ):
            return reported_by(mention, content)
    return None


def _owner(content: str, mentions: list[Mention], title: Mention) -> Mention | None:
    """The organisation right before a report's title."""
    before = [m for m in mentions if m.end <= title.start and m.kind in ("organisation", "unknown", "side")]
    near = before[-1] if before else None
    return near if near and title.start - near.end <= 8 and near.noun != "title" else None


def _official(scene: Scene, at: int) -> Reported | None:
    """ "The company": the organisation named last."""
    found = [m for m in scene.mentions_in(max(0, at - 300), at) if m.kind in ("organisation", "unknown")]
    return reported_by(found[0]) if found else None


def _according(scene: Scene, match: re.Match[str], last: Reported | None) -> Reported | None:
    """ "据X报道": X; nobody for "it is reported"."""
    who = mention_in(scene, match.start("who"), match.end("who"), last=False)
    surveyed = _SURVEYED.fullmatch(match["what"]) is not None
    if who is None:  # "据云图研究院统计": the name reaches over the first word for a study
        wider = mention_in(scene, match.start("who"), match.end(), last=False)
        if wider is not None and wider.start < match.end("who") < wider.end:
            who = wider
            surveyed = _SURVEYED.search(scene.content, wider.end, match.end()) is not None
    if who is not None:
        return replace(reported_by(who, scene.content), study=who.kind != "person" and surveyed)
    if re.search(r"[他她]", match["who"]) and last is not None:
        return last
    if "官方" in match["who"]:
        return _official(scene, match.start())
    group = re.search(words.GROUPS, match["who"])
    if (
        group
        and match["what"] in ("称", "透露", "消息", "报道", "说法", "爆料", "报告", "说", "讲", "表示", "指")
        and not re.search("媒体|外界", group.group())
    ):
        at = match.start("who")
        named = scene.text.content[at + group.start() : at + group.end()]
        return Reported(0, 0, named, named, None, True)
    return None


def _whole_mention(scene: Scene, match: re.Match[str]) -> Mention | None:
    """The person who is the whole of a headline's label."""
    found = scene.mentions_in(match.start("who"), match.end("who"))
    people = [m for m in found if m.kind in ("person", "organisation")]
    if len(people) == 1 and people[0].end == match.end("who"):
        return people[0]
    return None
