"""The date of publication as a text's own head or dateline states it, in English and Chinese.

Only what stands where such a date stands is taken: a line of the head that is a date and nothing but what
goes with one (a label, a byline, a time, a source), or the dateline that a report begins with. A date inside
a sentence is part of the story and never taken; nor is one of a change; nor two that differ.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from theodolite.read.stated_date import iso

_HEAD_LINES = 12
_HEAD_CHARACTERS = 3000
_LONGEST_LINE = 140
_PARAGRAPH = 100
"""A line of so many characters, or a third of them in Han, is the body: the head ends before it."""
_LONGEST_PIECE = 50
_NEAR_DAYS = 60

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_ENGLISH = rf"{_WEEKDAY}(?:{_NTH} {_MONTH},? \d{{4}}|{_MONTH} {_NTH},? \d{{4}})"
_HAN_DIGITS = "〇○零一二三四五六七八九"
_CHINESE = (
    r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
    rf"|[{_HAN_DIGITS}]{{4}}年[{_HAN_DIGITS}十]{{1,2}}月[{_HAN_DIGITS}十]{{1,3}}日"
)
_DATE = rf"(?P<date>{_ENGLISH}|{_CHINESE}|\d{{4}}(?P<s>[-/.])\d{{1,2}}(?P=s)\d{{1,2}})(?!\d)"
_TIME = (
    r"(?:[,，T ]{0,3}(?:at |@ ?)?(?:[上下]午|凌晨|晚上?)? ?\d{1,2}[:：h.]\d{2}(?:[:：]\d{2})?(?:\.\d+)?"
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:Z\b|[+-]\d{2}:?\d{2}|[A-Z]{2,4}\b(?:[+-]\d{1,2})?))?)?"
    r"(?: ?[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
)
_LABEL = (
    r"(?:(?:first |originally )?(?:published|posted|issued|filed|dated)(?: (?:on|at))?"
    r"|(?:date|day) (?:published|posted|of publication)|publication date|pub(?:lished)? date"
    r"|posted by .{1,40}? on|for immediate release|date"
    r"|发布时间|发布日期|发表时间|发布于|发表于|发表日期|刊发时间|出版时间|成文日期|印发日期|日期|时间|原创|首发|于)"
)
_PERSON = r"(?-i:[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}|[\u4e00-\u9fff·]{2,10}|[a-z]\w{2,20})"
_BYLINE = (
    r"(?:(?:by|written by|作者|文|撰文|记者|楼主) ?[:：/|]? ?[^\W\d_][^\d|·•:：/]{1,50}?"
    r"(?: ?[|·•/,，–—-] ?| (?:on )?)"
    rf"|{_PERSON} ?[|·•] ?)"
)
_FURNITURE = (
    r"(?:(?:by|in|from|via|source|updated?|last|modified|reading time|share|article|comments?|filed under"
    r"|edited)\b.*"
    r"|(?:文章)?(?:来源|来自|作者|编辑|责编|责任编辑|阅读|浏览|点击|评论|字号|字体|打印|分享|更新|记者|发布于).*"
    r"|(?:发表于|原创|已编辑|首次发布|发布$).*"
    r"|(?:~|about |约)?\d+[\d,.万k]* ?"
    r"(?:-? ?min(?:ute)?s?\b.*|comments?\b.*|views?\b.*|分钟.*|次?阅读.*|评论.*|次浏览.*))"
)
_BEHIND = rf"(?:(?: ?(?:[|·•/,，]|–|—|-{{1,2}}) ?| |(?=[\u4e00-\u9fff])){_FURNITURE}| ?[|·•] ?{_PERSON})"
_SIGNED_LINE = re.compile(
    rf"[\u4e00-\u9fff·]{{2,6}} {_DATE} \d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?{_BEHIND}?", re.IGNORECASE
)
"""A name before a day with its time; a day alone behind a word can be that of what the word names."""
_LINE = re.compile(
    rf"(?:(?P<label>{_LABEL}) ?[:：]? ?|{_BYLINE})?[\[(（]?{_DATE}[\])）]?{_TIME}{_BEHIND}?",
    re.IGNORECASE,
)
_DAY_AND_NAME = re.compile(rf"{_DATE}{_TIME} ?[–—-] ?{_PERSON}", re.IGNORECASE)
"""Enough to know a line of the head, not to know that the day is that of publication."""
_PIECE = re.compile(rf"{_DATE}{_TIME}", re.IGNORECASE)
_CHANGED = re.compile("updated|modified|edited|更新|修改", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:location|venue|place|where|address|time|speakers?|register|地点|地址|会场|主讲人?|报名) ?[:：]",
    re.IGNORECASE,
)
_BARE_LABELS = frozenset({"date", "日期", "时间"})

_CITY = r"[A-Z][A-Z .'’-]{2,30}[A-Z](?:, [A-Z][\w.]{0,15}(?: [A-Z][\w.]{1,15}){0,2})?"
_DAY = rf"(?P<date>{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_AGENCY = r"(?:\([A-Za-z][\w .&/-]{1,30}\)|/[A-Za-z][\w .=-]{1,40}/)"
_DASH = r"(?:--?|–|—)"
_DATELINES = (
    re.compile(rf"{_CITY}, (?i:{_DAY}),? ?(?:{_AGENCY} ?)?{_DASH}"),
    re.compile(rf"{_CITY} ?{_DASH}? ?{_AGENCY} ?(?:{_DASH} ?)?(?i:{_DAY}) ?{_DASH}"),
    re.compile(rf"{_CITY} \((?i:{_DAY})\) ?{_DASH}"),
    re.compile(rf"{_CITY} ?{_DASH} ?(?i:{_DAY}) ?{_DASH}"),
    re.compile(
        r"(?!据|根据)[\w·/ ]{2,16}?(?P<date>(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日) ?(?:电|讯|消息)"
        r"(?=[\s（(，,：:—])"
    ),
    re.compile(
        rf"[\[【(（]?[\u4e00-\u9fff]{{2,6}}[，, ]{{0,2}}(?P<date>{_CHINESE})[\]】)）]?"
        r"(?:[，, ]{0,2}/[^/]{2,12}/)?(?:(?<=[\]】)）])| ?(?:——|—|--|–))"
    ),
)
_DIGITS = {c: str(n) for n, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}


def text_date(content: str, received: dt.date | None = None, near: str | None = None) -> str | None:
    """ "YYYY-MM-DD" where the head of a text states when it was published, else None.

    `near` is a date known otherwise (of its address, or the year the page states), as ISO 8601: it gives a
    dateline without a year its year, which it has not without. `received` as in `stated_date.iso`.

    >>> text_date("BEIJING, May 15 (Xinhua) -- A chip was shown.", near="2024")
    '2024-05-15'
    """
    head = list(_head(content[:_HEAD_CHARACTERS]))
    labelled: set[str] = set()
    plain: set[str] = set()
    event = any(_EVENT.match(line) for line in head)
    for line in head:
        found = _LINE.fullmatch(line) or _SIGNED_LINE.fullmatch(line) or _among_others(line)
        day = iso(_western(found["date"]), received) if found else None
        if found is None or day is None:
            continue
        label = (found.groupdict().get("label") or "").lower()
        if event and (not label or label in _BARE_LABELS):
            continue
        (labelled if label and label not in _BARE_LABELS else plain).add(day)
    for days in (labelled, plain):
        if days:
            return days.pop() if len(days) == 1 else None
    return _dateline(content, received, near)


def is_date_line(line: str) -> bool:
    """Whether a line is a date, with a label, a byline, a name or a source at the most."""
    words = " ".join(line.split()).strip("*_#> ")
    if not words or len(words) > _LONGEST_LINE:
        return False
    forms = (_LINE, _SIGNED_LINE, _DAY_AND_NAME)
    return any(form.fullmatch(words) for form in forms) or _among_others(words) is not None


def _among_others(line: str) -> re.Match[str] | None:
    """The one date in a line of short pieces between bars or dots ("Harbour | Number 118 | 15 May 2024")."""
    pieces = [piece.strip() for piece in re.split(r"[|·•]", line)]
    if len(pieces) < 3 or any(len(piece) > _LONGEST_PIECE or _CHANGED.search(piece) for piece in pieces):
        return None
    found = [match for piece in pieces if (match := _PIECE.fullmatch(piece))]
    return found[0] if len(found) == 1 else None


def _head(content: str) -> Iterator[str]:
    """The lines before the first paragraph, white space run together, without Markdown's signs."""
    count = 0
    for raw in content.splitlines():
        line = " ".join(raw.split()).strip("*_#> ")
        if not line:
            continue
        count += 1
        if count > _HEAD_LINES or _is_body(line):
            return
        if len(line) <= _LONGEST_LINE:
            yield line


def _is_body(line: str) -> bool:
    return len(line) >= _PARAGRAPH or sum("\u4e00" <= c <= "\u9fff" for c in line) >= _PARAGRAPH // 2


def _western(date: str) -> str:
    """A date in Chinese numerals in digits; any other as it is."""
    if date[0] not in _DIGITS:
        return date
    year, rest = date.split("年")
    month, day = rest.removesuffix("日").split("月")
    return f"{''.join(_DIGITS[c] for c in year)}年{_number(month)}月{_number(day)}日"


def _number(written: str) -> int:
    """A number below one hundred in Chinese numerals."""
    tens, ten, units = written.rpartition("十")
    value = int(_DIGITS.get(units, "0")) if units else 0
    return value + (10 * int(_DIGITS.get(tens, "1")) if ten else 0)


def _dateline(content: str, received: dt.date | None, near: str | None) -> str | None:
    """The date that the report's first paragraph begins with."""
    lines = [" ".join(raw.split()) for raw in content[:_HEAD_CHARACTERS].splitlines()]
    for line in [line for line in lines if line][:_HEAD_LINES]:
        for form in _DATELINES:
            if found := form.match(line):
                return _with_year(re.sub(r"(?<=[年月]) | (?=[年月日])", "", found["date"]), received, near)
        if _is_body(line):
            return None
    return None


def _with_year(date: str, received: dt.date | None, near: str | None) -> str | None:
    """The date, in the year nearest to `near` where it states none."""
    if re.search(r"\d{4}", date):
        return iso(date, received)
    if near is None or not re.match(r"\d{4}", near):
        return None
    year = int(near[:4])
    chinese = "月" in date
    options = [year] if len(near) == 4 else [year - 1, year, year + 1]
    days = [iso(f"{y}年{date}" if chinese else f"{date} {y}", received) for y in options]
    if len(near) == 4:
        return days[0]
    middle = dt.date.fromisoformat(near[:10] if len(near) >= 10 else f"{near[:7]}-15")
    close = [d for d in days if d and abs((dt.date.fromisoformat(d) - middle).days) <= _NEAR_DAYS]
    return close[0] if len(close) == 1 else None
