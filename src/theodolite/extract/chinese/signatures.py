"""Who signs a Chinese text, and whose turn it is in a talk."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite.catalog import vocabulary
from theodolite.extract.chinese import introduced_people, script, thread_posts, words

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_BYLINE = re.compile(
    r"(?m)^[\s#*]{0,4}(?:(?:原文)?作者|文|撰文|口述|演讲者?"
    r"|主讲人?)\s?[：:|丨｜/]\s?(?P<name>[\u4e00-\u9fff·]{2,8}"
    r"|[A-Z][A-Za-z .]{2,30})\s*(?=$|[（(，,|丨｜/])"
)
_PERSON_NAME = (
    r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,10}"
    r"|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){1,2})"
)
_SIGNED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:本文|原文)?(?:作者|撰文|撰稿|文字|文|執筆|执笔|口述|主讲|演讲|演讲者|讲者|署名|专栏"
        rf"|专栏作家|特约评论员|评论员"
        rf"|特约撰稿|主笔|By|by|BY)\s?(?:[：:|丨｜/／·•◎@]|\s)\s?(?P<name>{_PERSON_NAME})\s*(?=\Z|[（(，,"
        rf"|丨｜/／\s])",
        rf"[◎◆●■▲※]\s?(?P<name>{_PERSON_NAME})\s*(?=\Z|[（(，,|丨｜/／\s])",
        rf"(?P<name>{_PERSON_NAME})\s?(?:[/／|丨｜·]|◎)\s?(?:[^。，]{{0,16}}?(?:专栏|作家|评论|评论员"
        rf"|主笔|教授|研究员|学者"
        rf"|特约|撰文|文|记者|律师|分析师|顾问|总监))\Z",
        rf"[【\[](?P<name>{_PERSON_NAME})(?:专栏|观点|评论|专文)[】\]]?",
        rf"(?P<name>{_PERSON_NAME})(?:专栏|专文)(?=\Z|[：:\s｜|])",
        rf"(?P<name>{_PERSON_NAME})\s?[（(](?:作者)?[^）)。]{{2,40}}(?:教授|研究员|作家|评论员|主笔|学者"
        rf"|院长|所长|主任|创办人"
        rf"|创始人|顾问|总监|分析师|工程师|董事|律师|专栏|博士|合伙人|执行长|CEO)[）)]\Z",
        rf"[（(](?:本文)?作者(?P<name>{_PERSON_NAME})(?=[，,]?(?:为|是|系|现任|曾任|任|，"
        rf"|,))[^）)]{{2,80}}[）)]",
        rf"[（(](?:本文)?作者(?:为|是|系)[^）)。]{{2,40}}?(?:教授|研究员|作家|评论员|主笔|学者|院长|所长"
        rf"|主任|创办人|创始人"
        rf"|顾问|总监|分析师|工程师|律师|博士)\s?(?P<name>{_PERSON_NAME})[）)]",
        rf"(?P<name>{_PERSON_NAME})\s{{1,4}}(?:发表于|发布于|撰于|写于|\d{{4}}[-年/.])[^。]{{0,30}}\Z",
        rf"(?:\d{{4}}[-年/.]\d{{1,2}}[-月/.]\d{{1,2}}日?|[^，。：]{{2,8}}(?:评论|时报|日报|周刊|观察|论坛"
        rf"|网))\s{{1,4}}"
        rf"(?:文\s?[：:/／]?\s?)?(?P<name>{_PERSON_NAME})\Z",
        rf"(?P<name>{_PERSON_NAME})\Z",
    )
)
_LEAD = re.compile(
    r"(?:以下|下文|本文)[^。\n]{0,12}?(?:是|为|根据"
    r"|整理自)[^。\n]{0,24}?(?P<name>[\u4e00-\u9fff·]{2,6}?)(?:在[^。\n]{0,30})?的?(?:演讲|讲话|发言"
    r"|致辞|口述|分享)(?:全文|实录"
    r"|内容|整理)"
    r"|(?:整理自|摘自|选自|编译自|译自)[^。\n]{0,30}?(?P<name2>[\u4e00-\u9fff·]{2,6}?)(?:在[^。\n]{0,30})?的?"
    r"(?:演讲|讲话|发言|致辞|口述|分享|谈话|采访|专访)"
)
_LABEL = re.compile(
    r"(?m)^[ \t*]{0,6}(?P<name>[\u4e00-\u9fff·]{2,8}|[A-Z][A-Za-z .]{1,24}"
    r"|[QA问答])\s?(?:[（(][^（）()\n]{1,24}[）)])?\*{0,2}[：:]\*{0,2}(?=\s?\S)"
)
_NO_LABEL = re.compile(
    r"来源|作者|编辑|责编|审核|校对|链接|地址|注|备注|摘要|标题|时间|日期|地点|导语|关键词|文章|项目"
    r"|原文|论文|图源|核心|总结|亮点|提示|主题|观点|第.|说明|结论|背景"
    r"|其[一二三]|目录|标签|价格|优势|缺点|特点|参数|功能|问题|答案|结果|例如|比如|首先|其次|最后|一是"
    r"|二是|三是|因此|此外|但是|不过|另外|同时|重点|影响|意义|启示|论据|主张"
)


_PERSON = re.compile(
    rf"(?:{'|'.join(words.COMPOUND_SURNAMES)})[\u4e00-\u9fff]{{1,2}}\Z"
    rf"|(?:[{''.join(sorted(words.SURNAMES))}][\u4e00-\u9fff]{{1,2}}|主持人|记者|嘉宾"
    rf"|[\u4e00-\u9fff]{{2,4}}(?:日报"
    rf"|新闻|财经|周刊|晚报|科技|报)|[\u4e00-\u9fff]{{2,4}}·[\u4e00-\u9fff]{{2,5}})\Z"
)


_ORGANISATION = re.compile(rf"(?:{words.ORGANISATION_ENDS}|部|局|会|办公室|厅|司|协会)\Z")


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of talk of one person."""

    start: int
    end: int
    name: str | None
    text: str


def canonical(name: str) -> str:
    """The canonical form of a name as written, in either script; itself where nobody listed it."""
    known = vocabulary.load()
    if name in known.entries:
        return name
    for way in known.han().get(name[:1], ()):
        if way.written == name and way.entry is not None:
            return way.entry.name
    return next((e.name for e in known.entries.values() if name in e.aliases), name)


def of(scene: Scene) -> str | None:
    """Who speaks the body: option or sidecar, byline, the text's own lead, in this order."""
    stated = scene.origin.speaker or scene.origin.author or scene.text.author
    if stated:
        return canonical(stated.strip()) if not _is_desk(stated) else None
    head = scene.content[:600]
    if (byline := _BYLINE.search(head)) and not _is_desk(byline["name"]):
        return canonical(scene.text.content[byline.start("name") : byline.end("name")].strip())
    if lead := _LEAD.search(scene.content[:3000]):
        return _led(scene, lead)
    return _signed(scene) or _spoken_for(scene) or _told(scene) or _reported_by(scene) or _reports(scene)


_REPORT = re.compile(r"\b(?:report|white ?paper|survey|study)\b|报告|白皮书", re.IGNORECASE)
_PRESS = re.compile(r"新闻|日报|晚报|时报|周刊|周报|网\Z|财经|媒体|传媒|通讯社|观察|频道|资讯|头条|早报|快讯")


def _reports(scene: Scene) -> str | None:
    """The institution that published a report: it speaks in it, where it is no paper that tells of one."""
    publisher = scene.origin.publisher
    if not publisher or not _REPORT.search(scene.origin.kind or "") or _PRESS.search(publisher):
        return None
    return canonical(publisher.strip())


def _led(scene: Scene, lead: re.Match[str]) -> str:
    """The person whose speech follows, without the post before the name: "创始人李文" is "李文"."""
    group = "name" if lead["name"] else "name2"
    people = [m for m in scene.mentions_in(*lead.span(group)) if m.kind == "person"]
    if people:
        return people[-1].name
    name = lead[group]
    length = next((n for n in (3, 2, 4) if len(name) > n and _PERSON.fullmatch(name[-n:])), len(name))
    return canonical(scene.text.content[lead.end(group) - length : lead.end(group)].strip())


_REPORTER = re.compile(
    r"(?:本[报刊社网台])?(?:特约|驻[^，。\n]{1,6}|见习|实习)?(?:记者|通讯员|特派员)\s?[：:]?\s?"
    r"(?P<name>[\u4e00-\u9fff]{2,3}(?:[、\s][\u4e00-\u9fff]{2,3}){0,2})\s?(?=[）)】|/]|报道|摄|发自|\s)"
)


_AGENCY = re.compile(r"(?:通讯社|新华社|中新社|(?<!本)社)[^。\n]{0,20}电")


def _reported_by(scene: Scene) -> str | None:
    """The reporter whom the dateline or the last line of a news text names."""
    for first, last in ((0, 400), (max(0, len(scene.content) - 120), len(scene.content))):
        for found in _REPORTER.finditer(scene.content, first, last):
            names = re.split(r"[、\s]", found["name"])
            if _AGENCY.search(scene.content, max(0, found.start() - 40), found.start()):
                return None  # an agency's report is the agency's
            signs = list(itertools.takewhile(_can_sign, names))  # "方以宁 北京报道": one name
            if signs:
                at = found.start("name")
                return scene.text.content[at : at + len("、".join(signs))]
    return None


_TOLD = re.compile(
    rf"(?m)(?:讲述[人者]?|口述[人者]?|受访[人者]|采访对象|被访者|发言人|演讲人|主讲|述)\s?[：:|｜/]\s?(?P<name>{_PERSON_NAME})(?=$|[\s（(，,。|｜；;])"
    rf"|^[\s#]{{0,4}}(?P<name2>{_PERSON_NAME})(?:口述|自述|讲述)"
    rf"|(?:我叫|我是|大家好，我是)(?P<name3>[\u4e00-\u9fff]{{2,4}})(?=[，。,])"
)
_INTERVIEWED = re.compile(
    rf"(?:受访[人者]|采访对象|被访者|受访嘉宾|嘉宾)\s?[：:|｜/]\s?(?P<name>{_PERSON_NAME})(?=$|[\s（(）)，,。|｜；;])",
    re.M,
)
_SPOKESPERSON = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{2,14}(?:新闻)?发言人)(?P<name>[\u4e00-\u9fff]{2,3})?(?:就|关于|答|回应|发表|的谈话)"
)
_STATEMENT = re.compile(r"声明|公开信|谈话|倡议书|statement|letter", re.IGNORECASE)
_DATE_LINE = re.compile(r"[\d〇零一二三四五六七八九十\s年月日./-]{4,20}")
_OWN_VOICE = re.compile(r"我们|我会|我司|本公司|本会|本所|我所|我校|我院")


def _told(scene: Scene) -> str | None:
    """Who tells the text as his or her own story."""
    found = _TOLD.search(scene.content[:1200])
    if found is None:
        return None
    group = next(g for g in ("name", "name2", "name3") if found[g])
    if group == "name3" and (not _can_sign(found[group]) or "我" not in scene.content[600:]):
        return None
    return canonical(scene.text.content[slice(*found.span(group))].strip())


def _spoken_for(scene: Scene) -> str | None:
    """Who gives a statement: a spokesperson in its title, an organisation below it, else the publisher."""
    title = script.simplified(scene.origin.title or "") or scene.content[:60].partition("\n")[0]
    if (post := _SPOKESPERSON.search(title)) is not None:
        if post["name"] and _can_sign(post["name"]):
            return canonical(post["name"])
        return post["post"]
    if not _STATEMENT.search(f"{scene.origin.kind or ''} {title}") or not _OWN_VOICE.search(scene.content):
        return None
    for line in [m for m in re.finditer(r"[^\n]+", scene.content) if m.group().strip()][-4:]:
        text = line.group().strip(" *#_>—-－\u3000")
        if _DATE_LINE.fullmatch(text):
            continue
        if 3 <= len(text) <= 30 and _ORGANISATION.search(text) and not re.search("[，。：；]", text):
            at = line.start() + line.group().find(text)
            return canonical(scene.text.content[at : at + len(text)])
    return scene.origin.publisher


_BODY_LINES, _LONGEST_BYLINE = 6, 60


def _signed(scene: Scene) -> str | None:
    """The name in a short line above the body, or in one below it."""
    lines = [m for m in re.finditer(r"[^\n]+", scene.content[:1500]) if m.group().strip(" *#_>")]
    last = [m for m in re.finditer(r"[^\n]+", scene.content) if m.group().strip()][-3:]
    above = [m for m in lines[:_BODY_LINES] if "。" not in m.group()]
    for line in [*above, *last]:
        text = line.group().strip(" *#_>—-－\u3000")
        if (
            len(text) > (_LONGEST_BYLINE if line in above else 140)
            or text == (scene.origin.title or "").strip()
        ):
            continue
        for number, pattern in enumerate(_SIGNED):
            bare = number == len(_SIGNED) - 1
            found = pattern.fullmatch(text) if bare else pattern.search(text)
            if (
                not found
                or _is_desk(found["name"])
                or not _can_sign(found["name"])
                or (bare and line not in above)
            ):
                continue
            at = line.start() + line.group().find(found["name"])
            return canonical(scene.text.content[at : at + len(found["name"])].strip())
    return None


def _can_sign(name: str) -> bool:
    """Whether a name in a byline is a person's by its form."""
    return name.isascii() or "·" in name or _PERSON.fullmatch(name) is not None


def is_person(name: str) -> bool:
    """Whether a name has the form of a Chinese person's."""
    return _PERSON.fullmatch(name) is not None


def _is_desk(name: str) -> bool:
    """A newsroom or an agency signs nothing."""
    return bool(
        re.search(
            r"编辑部|记者|社$|网$|报$|频道|综合|中心|编译|团队|Reuters|Bloomberg|[Nn]ewsroom|[Ss]taff", name
        )
    )


_ANY_LABEL = re.compile(
    r"(?m)^[ \t*]{0,6}(?P<name>【[^\n】]{1,12}】|[^\s：:，。！？“”\d【][^\n：:，。！？“”]{0,15}?)"
    r"(?:\s?\*{0,2}[：:]\*{0,2}|(?<=】))(?=\s?\S)"
)
_TURNS = 3  # labels that nobody knows as names are turns where two of them come back this often in all


def turns(scene: Scene) -> list[Turn]:
    """Labelled paragraphs and posts of a thread, where at least two are; each goes on to the next label."""
    posts = thread_posts.find(scene.content, scene.origin.kind or "")
    if len(posts) >= 2:
        ends = [p.start for p in posts[1:]] + [len(scene.content)]
        return [
            Turn(
                p.end,
                end,
                _bare(thread_posts.bare(scene.text.content[slice(*p.name)])),
                scene.content[slice(*p.name)],
            )
            for p, end in zip(posts, ends, strict=True)
        ]
    labels = _labels(scene)
    names = [m["name"] for m in labels]
    if len(labels) < 2 or (len(set(names)) == len(names) and len(labels) > 4):
        return []
    found: list[Turn] = []
    for match, end in _with_ends(scene, labels):
        written = _bare(scene.text.content[slice(*match.span("name"))])
        plain = _bare(match["name"])
        name = canonical(plain)
        name = written if name == plain else name
        speaker = (
            (
                scene.origin.speaker
                or _spoken_for(scene)
                or _answers(scene)
                or _guest(scene, labels[0].start())
                or _in_title(scene)
            )
            if name in ("A", "答")
            else None
            if name in ("Q", "问")
            else name
        )
        found.append(Turn(match.end(), end, speaker, match["name"]))
    return found


_TALKED_TO = re.compile(
    r"(?:专访|对话|采访|访谈|对谈|独家|访)[^：:，。！？|｜\n]{0,24}?(?P<name>[\u4e00-\u9fff]{2,4})(?=\s*[：:，。｜|—\s！？]|\Z)"
    r"|^(?P<opens>[\u4e00-\u9fff]{2,4})\s?[：:]|[|｜]\s?(?P<ends>[\u4e00-\u9fff]{2,4})\Z"
)


def _in_title(scene: Scene) -> str | None:
    """The person whom the title of an interview names: the shortest end of the words that is a name."""
    found = _TALKED_TO.search(script.simplified(scene.origin.title or ""))
    if found is None:
        return None
    words_ = str(found[str(found.lastgroup)])
    fits = [words_[-n:] for n in (3, 2, 4) if len(words_) >= n and _PERSON.fullmatch(words_[-n:])]
    return next((canonical(n) for n in fits if introduced_people.is_name(n)), None)


def _answers(scene: Scene) -> str | None:
    """Who is named as the one interviewed, at the head or at the end."""
    found = _INTERVIEWED.search(scene.content)
    return canonical(scene.text.content[slice(*found.span("name"))].strip()) if found else None


def _guest(scene: Scene, end: int) -> str | None:
    """Who answers in an interview: the person whom its head names most, the first of equals."""
    people = [m for m in scene.mentions_in(0, end) if m.kind == "person"]
    names = [m.name for m in people]
    return max(dict.fromkeys(names), key=names.count) if names else None


def _with_ends(scene: Scene, labels: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], int]]:
    """Each label with the place where the next begins."""
    yield from zip(labels, [*(m.start() for m in labels[1:]), len(scene.content)], strict=True)


_ROLE = re.compile(
    r"(?:主持人|嘉宾|主播|对话者|对谈嘉宾|受访者|受访人|主讲人?|讲者|发言人|讲述人?|记者|网友|听众|观众)[\s·|｜]+(?=\S)"
)


def _bare(name: str) -> str:
    """A label without what stands in brackets behind it and the role before it."""
    name = re.sub(r"\s*[（(【\[].*\Z", "", name.strip().lstrip("【["), count=1).rstrip("】] ")
    return _ROLE.sub("", name, count=1)


def _labels(scene: Scene) -> list[re.Match[str]]:
    """Labels that name who talks; else those that come back, as in a talk of two under nicknames."""
    labels = [m for m in _LABEL.finditer(scene.content) if _is_label(m["name"])]
    roles = [m for m in _ANY_LABEL.finditer(scene.content) if _names_person(m["name"])]
    labels = sorted({m.start(): m for m in (*labels, *roles)}.values(), key=lambda m: m.start())
    counts = Counter(_bare(m["name"]) for m in _ANY_LABEL.finditer(scene.content))
    again = {n for n, c in counts.items() if c > 1 and not _NO_LABEL.match(n)}
    if len(again) < 2 or sum(counts[n] for n in again) <= max(_TURNS, len(labels)):
        return labels
    known = {m.start() for m in labels}
    return [
        m
        for m in _ANY_LABEL.finditer(scene.content)
        if _bare(m["name"]) in again or m.start() in known or _names_person(m["name"])
    ]


def _names_person(label: str) -> bool:
    """Whether a label is a role and a person's name: "嘉宾 李文"."""
    return _ROLE.match(label) is not None and _PERSON.fullmatch(_bare(label)) is not None


def _is_label(name: str) -> bool:
    """Whether the words before a colon can be who talks."""
    if _NO_LABEL.match(name):
        return False
    name = _ROLE.sub("", name, count=1)
    return (
        bool(re.fullmatch(r"[QA问答]|[A-Z][A-Za-z .]+", name))
        or canonical(name) != name
        or _PERSON.match(name) is not None
    )
