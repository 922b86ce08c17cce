"""The grammar of figures in Chinese: numbers, shares, multiples, money, ranges and open ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from theodolite.extract.chinese import numerals
from theodolite.extract.chinese.numerals import Number
from theodolite.extract.chinese.units import CURRENCY, MEASURES, MONTHS, SIGNS

FigureKind = Literal["count", "percent", "money", "duration", "times", "rank", "measure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start` to `end`. None is an open end. `unit` is canonical where the figure names it
    (a currency, `percent`, `times`, `rank`, `month`, a measure), else None; `classifier` is the Chinese
    measure word, `noun_at` where the counted noun would begin. Durations are in months."""

    start: int
    end: int
    low: float | None
    high: float | None
    kind: FigureKind
    unit: str | None
    classifier: str | None = None
    words: bool = False
    """Whether the number is a small one in Han: those often only count ways or sides."""


_HAN = r"[零〇一二两三四五六七八九十百千万亿]"
_ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
_MULTIPLE = (
    r"(?:\s?(?:个亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|兆(?=元|美元|韩元|日圆|日元|韩圆)))"
)
_LATIN_MULTIPLE = r"(?:\s?(?:K|M|B|T|k)(?![A-Za-z]))"
_VAGUE = r"(?:数|几|上|好几)?(?:十几?|百|千|万|亿|百万|千万|十万|十亿|百亿|千亿|万亿)"
_PLUS = r"(?:\s?(?:多|余|来|几))"
_NUMBER = (
    rf"(?:(?P<a#>{_ARABIC})(?P<p#>{_PLUS})?(?P<m#>{_MULTIPLE}|{_LATIN_MULTIPLE})?"
    rf"|(?P<h#>(?:{_HAN}|半)+)(?P<q#>{_PLUS})?(?P<n#>{_MULTIPLE})?"
    rf"|(?P<v#>(?:数|几|上|好几)(?:十|百|千|万|亿|百万|千万|十万|十亿|百亿|千亿|万亿)|几|数))"
)


def _numbered(n: int) -> str:
    """The pattern of the first or the second number."""
    return _NUMBER.replace("#", str(n))


_LOWER = (
    r"(?<![通超经])过了|破了|超过了?|超出|已?超|逾|突破了?|高于|多于|大于|至少|起码|不少于|不低于"
    r"|不下|最少|最低|少说"
    r"|达到或超过|上看"
)
_UPPER = (
    r"不到|不足|跌破|跌穿|降破|未到|未满|少于|低于|小于|不超过|不高于|至多|最多|至高|最高(?:募资"
    r"|融资|投资|可)?|最大|顶多"
    r"|多不过|以内|仅不到|近乎不到"
)
_ABOUT = (
    r"约为?|大约|约合|将近|接近|近|大概|差不多|左右|几乎|平均|仅|只有|只|达到?|高达|共计?|累计|为|至|是|到|的"
)
CLASSIFIERS = (
    r"人次|号(?=人)|平方米|平方公里|公里|亿次|立方米|家|项|件|个|名|人|位|篇|块|枚|颗|张|款|台|辆|座"
    r"|次|种|所|条"
    r"|只|股|套|户|起|笔|场"
    r"|部|页|字|席|支|架|艘|倍速|级|岁|本|份|卡|吨|亩|轮|届|集|处|门|类|星|期|队|组|对|批|词|节|行|步"
    r"|层|代|样|片(?!叫|哗|叶|面|区)|字节|帧|秒|分钟|小时"
)
_DURATION = (
    r"(?P<du>个多?月|个季度|季度|年|周|个星期|星期|天)(?!代|度|级|会|报|间|底|初|末|月"
    r"|[一二三四五六七八九十\d]|轻)"
)
_UNIT = (
    rf"(?P<pp>个百分点|百分点)|(?P<pc>%)|(?P<cheng>成)(?!为|功|本|立|员|果|长|熟|就|绩|都|交|分|品"
    rf"|型)(?P<ch2>[一二三四五六七八九半])?"
    rf"|(?P<zhe>折)|(?P<times>倍)|(?P<share>分之(?P<num>{_HAN}+))"
    rf"|(?P<pre>亿|万)?(?P<money>{'|'.join(CURRENCY.values())})"
    rf"|(?P<measure>{'|'.join(sorted(map(re.escape, MEASURES), key=len, reverse=True))})(?![A-Za-z])"
    rf"|{_DURATION}(?P<hf>半)?"
    rf"|(?P<point>分)(?!\s?\d\d?\s?秒|钟|数|辨|之|别|布|析|为|类|享|歧|子|化|成|割|支|散|工|段|层)"
    rf"|(?P<token>[Tt]okens?|词元)|(?P<cl>{CLASSIFIERS})"
)
_PATTERN = re.compile(
    rf"(?P<sign>US\$|HK\$|NT\$|\$|€|£|¥|￥|人民币|RMB\s?)?"
    rf"(?P<ord>第)?(?P<bfz>百分之)?{_numbered(1)}"
    rf"(?:(?P<u1>%|个?百分点|年半?|个半?月|个季度|季度|周|亿美元|亿元)?\s?(?P<to>-|–|—|~|至|到|或"
    rf"|、)\s?(?P<hb>近|约)?(?:US\$|\$"
    rf"|百分之)?{_numbered(2)})?"
    rf"(?P<more>{_PLUS})?\s?(?:{_UNIT})?(?P<tail>\s?(?:以上|之上|有余|以下|以内|之内|不到|左右"
    rf"|上下(?!文)|多(?!个|模)|余))?"
)
_SHARE_FIRST = _PATTERN  # "16%至218亿美元" is two figures: the first ends behind its sign
_BEFORE = re.compile(
    rf"(?:(?P<low>{_LOWER})|(?P<high>{_UPPER})|(?P<about>{_ABOUT}))\s?(?P<about2>约|近|有|了|达|到|至"
    rf"|个)?\s?\Z"
)
_UP_TO = re.compile(r"(?:部署|支持|提供|带来|可|能够?|将|管线|最多|授予)[^，。；]{0,18}高达\s?\Z")
_START = re.compile(r"[\d零〇一二两三四五六七八九十百千万半数几上好多]")
_SMALL_NOT = re.compile(
    r"(?:唯|万|统|之|另|同|单|第|逐|任|某|每|这|那|进|近|任何|不|无|其中|划|专|如|始终如|合|归|规)\Z"
)


def find(content: str, start: int = 0, end: int | None = None) -> list[Figure]:
    """Every figure between two places, in order, none overlapping. Dates are not told apart here."""
    stop = len(content) if end is None else end
    found: list[Figure] = []
    position = start
    while begin := _START.search(content, position, stop):
        match = _PATTERN.match(content, _with_sign(content, begin.start(), start), stop)
        figure = _figure(content, match, start) if match and match.end() > match.start() else None
        if figure:
            found.append(figure)
        position = max(begin.end(), figure.end if figure else _past(content, begin))
    more = [*_halves(content, found, start, stop), *_powers(content, found, start, stop)]
    return sorted([*found, *more], key=lambda f: f.start)


_OVER = re.compile(
    r"(?:突破|超过|破|过|超|逾)了?(?P<n>万亿|千亿|百亿|十亿|亿|千万|百万)(?P<money>美元|元|人民币"
    r"|港元|欧元)?(?![级万亿])"
)


def _powers(content: str, found: list[Figure], start: int, stop: int) -> list[Figure]:
    """ "用户破亿", "市值超万亿美元": at least that."""
    taken = {at for f in found for at in range(f.start, f.end)}
    figures = []
    for match in _OVER.finditer(content, start, stop):
        if match.start("n") in taken:
            continue
        money = match["money"] and next(c for c, p in CURRENCY.items() if re.fullmatch(p, match["money"]))
        low = numerals.multiple_of(match["n"])
        kind: FigureKind = "money" if money else "count"
        figures.append(Figure(match.start("n"), match.end(), low, None, kind, money or None))
    return figures


_HALF = re.compile(r"(?P<low>超过?|逾)?(?P<high>不到|不足)?(?:一半|半数|(?P<over>过半))(?!导|径|途)")


def _halves(content: str, found: list[Figure], start: int, stop: int) -> list[Figure]:
    """Halves in words are fifty percent."""
    taken = {at for f in found for at in range(f.start, f.end)}
    halves = []
    for match in _HALF.finditer(content, start, stop):
        if match.start() not in taken:
            low = None if match["high"] else 50.0
            high = None if match["low"] or match["over"] else 50.0
            halves.append(Figure(match.start(), match.end(), low, high, "percent", "percent"))
    return halves


def _past(content: str, begin: re.Match[str]) -> int:
    """Behind the digits of what is no figure: "2" of "12" is not tried by itself."""
    at = begin.end()
    if content[begin.start()].isdigit():
        while at < len(content) and (content[at].isdigit() or content[at] == "."):
            at += 1
    return at


def _with_sign(content: str, at: int, start: int) -> int:
    for length in (4, 3, 2, 1):
        if at - length >= start and content[at - length : at].strip() in (*SIGNS, "人民币", "RMB"):
            return at - length
    if content[max(start, at - 1) : at] == "第":
        return at - 1
    if content.startswith("百分之", max(start, at - 3)) and at - 3 >= start:
        return at - 3
    return at


def _figure(content: str, match: re.Match[str], start: int) -> Figure | None:
    first = numerals.read(match, 1)
    if first is None:
        return None
    if match["u1"] in ("%", "百分点", "个百分点") and match["to"] and not (match["pc"] or match["pp"]):
        match = _SHARE_FIRST.match(content, match.start(), match.end("u1")) or match
    second = numerals.read(match, 2) if match["to"] else None
    if second and match["to"] in "、" and not (match["a1"] is None and match["a2"] is None):
        return None
    kind, unit, factor = _unit(match)
    if kind is None or _is_part(content, match, kind, first) or _is_top(content, match.start(), kind):
        return None
    if kind == "count" and not unit and not match["cl"] and match["a1"] and _is_score(content, match):
        unit = "point"
    low, high = _values(first, second, match)
    share = match["share"]
    if share:
        numerator = numerals.number_of(match["num"])
        if not first.low or numerator is None:
            return None
        low = high = round(numerator / (first.low * first.multiple) * 100, 2)
    elif factor != 1.0:
        low = None if low is None else _tidy(low * factor)
        high = None if high is None else _tidy(high * factor)
    if match["hf"] and low is not None and high is not None:
        half = MONTHS[match["du"]] / 2 if match["du"] in MONTHS else 0.0
        low, high = (low + half if second is None else low), high + half
    if match["du"] and second and (own := _lead_unit(match)) is not None:
        low = first.low * first.multiple * own[0] + own[1]
    if match["ch2"]:
        extra = 5.0 if match["ch2"] == "半" else float(numerals.DIGITS[match["ch2"]])
        low = high = (low or 0) + extra
    low, high = _opened(content, match, start, low, high)
    low, high = None if low is None else _tidy(low), None if high is None else _tidy(high)
    return Figure(
        _begin(content, match), match.end(), low, high, kind, unit, match["cl"], first.small and not share
    )


def _lead_unit(match: re.Match[str]) -> tuple[float, float] | None:
    """Of "半年到九个月": months in the first unit, and what a "半" behind it adds."""
    unit = match["u1"] or ""
    bare = unit.replace("半", "")
    if bare not in MONTHS:
        return None
    return MONTHS[bare], MONTHS[bare] / 2 if unit != bare else 0.0


def _begin(content: str, match: re.Match[str]) -> int:
    return match.start() + (len(match.group()) - len(match.group().lstrip()))


def _tidy(value: float) -> float:
    return round(value, 6) if abs(value) < 1e6 else round(value, 2)


def _values(first: Number, second: Number | None, match: re.Match[str]) -> tuple[float | None, float | None]:
    """Low and high, a multiple behind the range belonging to both ends."""
    if second is None:
        low = first.low * first.multiple
        if first.high is None or match["more"]:
            return low, None
        return low, first.high * first.multiple
    multiple = first.multiple
    if multiple == 1.0 and not match["u1"]:
        multiple = second.multiple
    elif match["u1"] and match["u1"].startswith("亿"):
        multiple = first.multiple * 1e8
    if second.multiple == 1.0 and match["u1"] and match["u1"].startswith("亿"):
        second.multiple = 1e8
    top = second.high if second.high is not None else second.low
    return first.low * multiple, top * second.multiple


def _unit(match: re.Match[str]) -> tuple[FigureKind | None, str | None, float]:
    """Kind, canonical unit and the factor to it."""
    if match["ord"]:
        plain = match["cl"] in (None, "名", "位") and not match["u1"] and match["du"] is None
        return ("rank", "rank", 1.0) if plain else (None, None, 1.0)
    if match["sign"]:
        sign = match["sign"].strip()
        return "money", SIGNS.get(sign, "CNY"), 1e8 if match["pre"] == "亿" else 1.0
    if match["bfz"] or match["pc"]:
        return "percent", "percent", 1.0
    if match["pp"]:
        return "percent", "percentage point", 1.0
    if match["cheng"]:
        return "percent", "percent", 10.0
    if match["share"]:
        return "percent", "percent", 1.0
    if match["times"]:
        return "times", "times", 1.0
    if match["money"]:
        factor = {"亿": 1e8, "万": 1e4}.get(match["pre"] or "", 1.0)
        return "money", next(c for c, p in CURRENCY.items() if re.fullmatch(p, match["money"])), factor
    if match["measure"]:
        unit, factor = MEASURES[match["measure"]]
        return "measure", unit, factor
    if match["du"]:
        word = match["du"].replace("多", "").replace("个星期", "星期")
        return "duration", "month", MONTHS[word]
    if match["point"]:
        return "count", "point", 1.0
    if match["token"]:
        return "count", "token", 1.0
    if match["zhe"]:
        return None, None, 1.0
    return "count", None, 1.0


def _is_part(content: str, match: re.Match[str], kind: str, first: Number) -> bool:
    """Whether the characters are part of another word: "一般", "万一", "上海", "3.0 版", "GPT-4"."""
    at, end = match.start(), match.end()
    if match["v1"]:
        return _is_vague_word(content, match, kind, at, end)
    if match["a1"] is not None:
        return _is_version(content, match, kind, at, end)
    if kind == "count" and match["cl"] is None and match["point"] is None and match["token"] is None:
        named = re.match(r"\s?[\u4e00-\u9fff]", content[end : end + 2])
        size = first.low * first.multiple
        given = size >= 100000 and _GIVEN.search(content[max(0, at - 4) : at])
        if given:
            return False
        return size < 10000 or not named or match["h1"] in ("万", "亿", "千万", "百万")
    if match["point"] and re.search("[点时][零〇]?\\Z", content[max(0, at - 2) : at]):
        return True  # "十点零五分"
    if re.fullmatch("一一|二一|一二?一", match["h1"]) or (match["h1"] == "十" and match["point"]):
        return True  # "唯一一家", "十分接近"
    if match["h1"] in ("万", "千", "百", "十万") and kind == "count" and match["cl"] in (None, "卡", "家"):
        return True  # "万卡集群": a kind of thing, not how many
    if at and _SMALL_NOT.search(content[max(0, at - 3) : at]) and first.small and kind == "count":
        return True
    return bool(match["h1"] == "半" and kind == "count")


_GIVEN = re.compile(r"[给投拨批砸花融募赚亏][到出]?了\Z")
_TOP = re.compile(r"(?<![以之此从目空当])前\s?\Z")


def _is_top(content: str, at: int, kind: str) -> bool:
    """ "前十名", "前1%": the top of a list is no figure."""
    return kind in ("count", "percent", "rank") and _TOP.search(content[max(0, at - 3) : at]) is not None


def _is_vague_word(content: str, match: re.Match[str], kind: str, at: int, end: int) -> bool:
    """Whether "数", "几", "上百" is no number here."""
    word = match["v1"]
    if word[-1] in "万亿" and re.match(r"[\u4e00-\u9fff]", content[end : end + 1]):
        return False
    if len(word) == 1 and kind == "count":
        return True
    if word[0] == "上" and at and content[at - 1] not in "，。、,. 了有过近达":
        return True
    return not (match["cl"] or match["money"] or match["du"] or match["pc"] or match["times"])


_SCORED = re.compile(
    r"(?:得分|总分|平均分|均分|成绩|跑分|评分|分数)(?:分别|仅|高)?(?:为|达到?|是|约|有|至)?了?\s?\Z"
)
_SCORE = re.compile(r"\s?的(?:总|平均)?(?:成绩|得分|高分|分数|跑分|评分)")


def _is_score(content: str, match: re.Match[str]) -> bool:
    """Whether a bare number is a score: "得分86.4", "86.4的成绩"."""
    before = content[max(0, match.start() - 10) : match.start()]
    if match["a1"] in ("985", "211"):
        return False  # kinds of universities
    return bool(_SCORED.search(before) or _SCORE.match(content, match.end()))


def _is_version(content: str, match: re.Match[str], kind: str, at: int, end: int) -> bool:
    """Whether digits belong to a name, a version, a time or an address."""
    before, after = content[at - 1 : at], content[end : end + 1]
    joined = before.isascii() and (before.isalnum() or before in "-_./:#@")
    if before and (joined or before in "第×"):
        return before != "第"
    bare = match["cl"] is None and kind == "count" and match["m1"] is None and match["point"] is None
    if bare and after and after.isascii() and after.isalpha():
        return True
    if bare and "." in match["a1"] and match["token"] is None:
        return not _is_score(content, match)
    listed = content[end : end + 1] in (".", "、", ")", "）") and not content[
        max(0, at - 40) : at
    ].rpartition("\n")[2].strip(" *#-(（")
    if bare and listed:
        return True
    unit = re.match(r"\s?(?:版|号|代|nm|纳米|月|日|点|时|[:：/]\d)", content[end : end + 4])
    return content[end : end + 1] == "×" or (bare and unit is not None)


def _opened(
    content: str, match: re.Match[str], start: int, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """Ends that words around the figure open: "超过", "不到", "以上", "多"."""
    tail = (match["tail"] or "").strip()
    if "来" in ((match["p1"] or "") + (match["q1"] or "") + (match["more"] or "")):
        high = low  # "六十来人" is about sixty
    if tail in ("以上", "之上", "有余", "多", "余"):
        return low, None
    if tail in ("以下", "以内", "之内", "不到"):
        return None, high
    if match["du"] == "个多月":
        return low, None
    before = content[max(start, match.start() - 8) : match.start()]
    if re.search(r"高达\s?\Z", before) and _UP_TO.search(
        content[max(start, match.start() - 24) : match.start()]
    ):
        return None, high
    for _ in range(3):
        found = _BEFORE.search(before)
        if not found:
            break
        if found["low"]:
            return low, None
        if found["high"]:
            return None, high if high is not None else low
        before = before[: found.start()]
    return low, high
