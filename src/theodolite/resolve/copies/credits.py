"""Lines of credit: where a document says that it has its text from.

A dateline ("LONDON (Reuters) -", "新华社北京5月1日电"), a label of its own ("来源：新华社", "转自", "via The
Verge") or a sentence ("This article was originally published at ..."). Only the beginning and the end of a
text are read: in between it reports what others said. A service that spreads press releases for whoever pays
is no origin of them. Names are made one by the vocabulary's press ("路透社" is Reuters).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.model.copies import Credit
from theodolite.model.errors import plain

HEAD, TAIL = 600, 500
"""Code points at the beginning and at the end of a text that are read."""
_LONGEST = 60

_EN_NAME = r"(?P<name>[A-Z0-9][^\n,;:：|()\[\]<>\"“”。，]{1,60})"
_ZH_NAME = r"[《「“\"]?(?P<name>[^\s，。；：、|丨（）()\[\]【】《》「」“”\"<>]{2,24})"
_STATED = (
    re.compile(
        r"(?i:\b(?:(?:this|the) (?:article|story|post|piece|report) )?(?:(?:was|is|has been) )?"
        r"(?:originally|first) (?:published|appeared|ran|posted) (?:at|on|in|by)(?: the)?"
        r"|\b(?:republished|reprinted|reproduced|reposted|syndicated|translated) "
        r"(?:with (?:the )?permission (?:from|of)|from))\s*[:：]?\s+" + _EN_NAME
    ),
    re.compile(
        r"(?:^|[\s（(【\[|丨·。])(?:(?:文章|本文|稿件|新闻|新聞|信息|内容|消息)?(?:来源|來源|出处|出處)(?:于|於|自)?\s*[:：丨|]|"
        r"(?:文章|本文|内容)?(?:转自|轉自|转载自|轉載自|转载于|原载于?|原載於?|首发于|首發於|编译自|編譯自|摘自)\s*[:：丨|]?)\s*"
        + _ZH_NAME,
        re.MULTILINE,
    ),
)
"""Words that leave no doubt: any name after them counts."""
_LABELLED = (
    re.compile(r"(?im:^\W{0,3}(?:source|via)\s*[:：]\s*)" + _EN_NAME),
    re.compile(r"(?im:(?:^|\()\s*via\s+)" + _EN_NAME),
    re.compile(r"(?m:^)[^\n]{0,70}?[(（](?P<name>[^()（）\n]{2,40})[)）]\s*(?:[-–—]|--)"),
    re.compile(
        r"(?:^|[\s（(【\[])[据據]?(?P<name>[\u4e00-\u9fff]{2,6}社)(?=[^。\n，]{0,14}?(?:\d{1,2}月)?\d{1,2}日(?:综合|專)?[电電讯訊])",
        re.MULTILINE,
    ),
    re.compile(r"[（(](?P<name>[\u4e00-\u9fff]{2,8})[)）]\s*$", re.MULTILINE),
    re.compile(r"(?m:^)By (?:[^\n]{0,40}?,\s*)?(?P<name>[A-Z][^\n,]{1,40})(?m:$)"),
)
"""Words that may say something else as well: only the name of a publisher of news counts after them."""
_AGENCIES = {
    "ANI": "Asian News International", "IANS": "Indo-Asian News Service", "PTI": "Press Trust of India",
    "UPI": "United Press International", "dpa": "Deutsche Presse-Agentur", "EFE": "Agencia EFE",
    "TASS": "TASS", "ANSA": "ANSA", "中新社": "China News Service", "中国新闻社": "China News Service",
    "中新网": "China News Service", "中通社": "Hong Kong China News Agency", "塔斯社": "TASS",
    "美联社": "Associated Press", "The Associated Press": "Associated Press",
    "德新社": "Deutsche Presse-Agentur",
}  # fmt: skip
"""Agencies that the vocabulary of claims does not need."""
_PLACES = frozenset({"Hacker News", "Stack Overflow", "Wikipedia", "arXiv"})
"""Where things are found, and not who told them."""
_NOBODY = re.compile(
    r"(?i)^(?:网络|網絡|互联网|互聯網|综合|綜合|本站|本网|本報|本报|原创|原創|internet|web|staff|agencies|company|"
    r"pr ?newswire|business ?wire|globe ?newswire|accesswire|newsfile|ein presswire|美通社|"
    r"getty.*|shutterstock.*)$"
)
_END = re.compile(r"(?i)[.!?](?:\s|$)|\s+(?:and|on|in|at|by|under|with|here|[-–—|]|20\d\d|\d{1,2} )\b.*$")


def credited(content: str) -> list[tuple[str, str]]:
    """(name, words) of every line of credit at the beginning and the end of a text, the surest first."""
    parts = (content[:HEAD], content[HEAD:][-TAIL:])
    found: dict[str, str] = {}
    for patterns, anybody in ((_STATED, True), (_LABELLED, False)):
        for part in parts:
            for pattern in patterns:
                for match in pattern.finditer(part):
                    if name := _named(match["name"], anybody=anybody):
                        found.setdefault(name, plain(match[0])[:120])
    return list(found.items())


def credit(
    document: str, lines: Sequence[tuple[str, str]], publisher: str | None = None, author: str | None = None
) -> Credit | None:
    """Whom a document credits with its text, by its lines of credit (see `credited`) and its author where
    that is an agency; None where nobody, or only its own publisher."""
    known = _known(author) if author and len(author) <= _LONGEST else None
    stated = [(known, plain(author or "")), *lines] if known else lines
    own = publisher_name(publisher)
    return next(
        (Credit(document=document, name=name, words=words) for name, words in stated if name != own), None
    )


def publisher_name(name: str | None) -> str | None:
    """A publisher's name as credits name it: the vocabulary's where it has one."""
    return (_known(name) or " ".join(name.split())) if name and name.strip() else None


def _named(words: str, *, anybody: bool) -> str | None:
    """The name that words begin with; one that nobody knows counts where `anybody` may be meant."""
    words = words.strip(" 　\t《》“”\"'")
    for short in (words, _END.split(words)[0].strip()):
        if known := _known(short):
            return known
    short = _END.split(words)[0].strip(" .")
    if not anybody or len(short) < 2 or len(short) > _LONGEST or _NOBODY.match(short):
        return None
    return short if re.search(r"[^\W\d_]", short) else None


def _known(words: str) -> str | None:
    folded = _folded(words)
    press, chinese = _press()
    if folded in press:
        return press[folded]
    return next((name for start, name in chinese if folded.startswith(start)), None)


def _folded(words: str) -> str:
    return re.sub(r"^the |[^\w]+", "", " ".join(words.casefold().split()))


@cache
def _press() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Every way to write a publisher of news, and the Chinese agencies' names, which run into a place's."""
    found = {_folded(word): name for word, name in _AGENCIES.items()}
    for entry in vocabulary.load().entries.values():
        if entry.what == "press" and entry.name not in _PLACES:
            for word in (entry.name, *entry.aliases, *entry.zh):
                found.setdefault(_folded(word), entry.name)
    chinese = sorted((w for w in found if w.endswith("社") and len(w) > 2), key=len, reverse=True)
    return found, tuple((w, found[w]) for w in chinese)
