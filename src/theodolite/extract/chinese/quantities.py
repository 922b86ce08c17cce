"""Quantities in Chinese: which figures are claims, whose they are, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.chinese import counts, dimensions, figure_owners, metrics, words
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.referents import slot
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span, word_start
from theodolite.extract.scene import Draft
from theodolite.extract.words import lexicon
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.periods import Period

_COUNTED = re.compile(words.alternation(words.COUNTED), re.IGNORECASE)
_NOUN_PHRASE = re.compile(r"[^，。；、：！？,;:()（）“”\n]{0,14}")
_PHRASE_ENDS = re.compile(
    r"[的对在是和与占达已将由以及被把并才就了]|参加|参与|使用|提供|进行|组成|之间|当中|中(?!心|国|学|介|间件)|获得|来自"
)
_GROWTH = re.compile(
    r"(?:增长|增加|提升|上涨|上升|激增|增|涨|提高|下降|降低|下跌|减少|缩减|跌|降|翻|扩大|飙升|暴涨"
    r"|提速|加速|加快|缩短|节省|节约|下滑|跃升|收窄|压缩|省|增幅[^，。]{0,4}|跌幅[^，。]{0,4}"
    r"|升)(?:了|超过?|逾|约"
    r"|近|达到?|幅度|高达|\s){0,3}\Z"
)
_GROWTH_BEHIND = re.compile(r"\s?(?:以上)?的?(?:[^，。；]{0,4})?(?:增长|提升|增幅|涨幅|降幅|提速|改进)")
_SHARE = re.compile(r"(?:占比?|比例|份额|占有率|渗透率|普及率|率)[^，。；]{0,16}\Z")
_RANK = re.compile(r"(?:排名|位居|位列|排在|名列|排行|列|居|跃居|跃升至|排|升至)[^，。；\d]{0,8}\Z")
_HYPOTHETICAL = re.compile(r"(?:如果|假设|假如|倘若|(?<![\u4e00-\u9fff])若|比如说|设想)[^，。；]{0,20}\Z")
_SKIPPED = lexicon.words("岁 层 行 步 代 届 轮 期 种 类 门 样 级 节 批 对 帧 集 词")
_GENERAL = ("个", "项", "种", "类", "大", "条")
_TIMES = ("分钟", "秒", "小时", "字节", "字", "帧", "词")
_SMALL_ONLY = frozenset(["席", "亩", "吨", "卡"])
_RATE_BASE = re.compile(r"每\s?\Z")
_NO_COUNT = re.compile(
    r"(?:第|版本?|型号|代号|编号|邮编|电话|热线|股票代码|ISBN|DOI|学号|序号|页码)\s?\Z", re.IGNORECASE
)
_STAFF = re.compile(r"(?:雇员|员工|职工|人数)(?:超过|不足|少于|多于|不到|至少|在)?\s?\Z")
_SIZE_CLASS = re.compile(r"\s?人?(?:以上|以下)?的?[^，。；]{0,4}(?:企业|公司|工厂|机构|厂商|团队|商家)")
"""Firms of a size are a class: "雇员超过250人的企业"."""
_BOUND = re.compile(r"以[上下内]\Z")
_SCOPE = re.compile(r"(?:对于|针对|面向)[^，。；]{0,12}\Z")
_WHEN = re.compile(r"当[^，。；]{0,20}\Z")
_MEMORY = re.compile(r"(?:内存|显存|存储)\s?\Z")
_DEVICE = re.compile(r"\s?(?:以上)?的[^，。；]{0,4}(?:手机|电脑|设备|机器|笔记本|服务器|显卡)")
_BECAUSE = re.compile(r"\s?(?:是被|是因为|是由于|的原因|的功劳|要归功)")
_LISTED = re.compile(r"(?:^|\n)\s*\Z")
_URL = re.compile(
    r"https?://[^\s\u4e00-\u9fff]{1,2000}|\b[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){0,3}\.(?:com|cn"
    r"|org|net|html?|ai|io)\b"
    r"|\[[^\[\]\n]{0,200}\]\([^()\n]{0,2000}\)"
)
_RENMINBI = re.compile(r"人民币|RMB|CNY|¥|￥")
_SUM = re.compile(r"\s?的?(?:现金|资金|融资|投资|债务|估值|市值|营收|贷款|拨款|预算)")
_CARD = re.compile(
    r"\s?(?:的)?(?:英伟达|华为)?\s?(?:[A-Z]{1,3}\d{2,4}|\d{3}[A-Z]|昇腾|GPU|显卡|加速卡|算力卡|卡|芯片)"
)
_THINGS = frozenset(
    ["factory", "fab", "data center", "lab", "chip", "hospital", "university", "version", "startup"]
)
_KIND_OF = re.compile(r"\s?(?:的|集群|机|服务器|互联|规模|级)")
_ALONE = re.compile(r"\s?(?:都|也)?(?:不到|左右|而已)?(?:吧|呢|啊)?[，。？！?\s]*\Z")
_UNITS_OF_COUNT = ("point", "token")


def find(scene: Scene) -> Iterator[Draft]:
    """Every figure that is a claim, in order."""
    for match in _URL.finditer(scene.content):
        for inside in scene.figures_in(*match.span()):
            scene.take(inside.start, inside.end)
    yield from counts.ratios(scene)
    for figure in scene.figures:
        if scene.is_taken(figure.start, figure.end):
            continue
        draft = _draft(scene, figure)
        if draft:
            yield draft


def _draft(scene: Scene, figure: Figure) -> Draft | None:
    number = scene.sentence_at(figure.start)
    sentence = scene.sentences[number]
    clause = scene.clause_at(figure.start)
    before = scene.content[clause.start : figure.start]
    if _HYPOTHETICAL.search(scene.content[max(sentence.start, figure.start - 30) : figure.start]):
        return None
    if figure.kind == "duration":
        return _lasting(scene, figure, clause, sentence, before)
    after = scene.content[figure.end : figure.end + 12]
    if _SCOPE.search(before) and re.match(r"[^，。；]{0,5}的", after):
        return None
    if _WHEN.search(before) and re.match(r"[^，。；]{0,6}时", after):
        return None
    if _BOUND.search(scene.content[figure.start : figure.end]) and _SIZE_CLASS.match(after):
        return None
    if _RATE_BASE.search(before) or _NO_COUNT.search(before):
        return None
    counted, end = _noun(scene.content, figure, clause)
    if counted == "application" and "专利" in scene.content[sentence.start : sentence.end]:
        counted = "patent application"
    unit = _unit(scene, figure, counted, before, scene.content[sentence.start : clause.start])
    few = counts.small(scene, figure, before)
    unit = few or unit
    if unit is None or not (few or _is_claim(scene, figure, before, counted)):
        return None
    if counts.is_size_class(scene, figure, before):
        return None
    owner = figure_owners.find(scene, figure, clause, before)
    metric = metrics.find(scene, figure, unit, before, counted, clause)
    statistic = _statistic(scene, figure, before)
    share_of = figure_owners.SHARE_OF.search(before)
    start = _start(scene, figure, clause, owner)
    slots: dict[str, Any] = {
        **slot(scene, "subject", owner),
        "metric": metric,
        "value_low": _plain(figure.low),
        "value_high": _plain(figure.high),
        "unit": unit,
        "period": _period(scene, figure, clause, sentence),
        "statistic": statistic,
        "of": share_of["of"] if share_of and figure.kind == "percent" else None,
        "counted": "constant prices"
        if _CONSTANT.search(scene.content, figure.end, figure.end + 48)
        else None,
    }
    near = scene.content[max(clause.start, figure.start - 16) : end]
    dimension = dimensions.of(
        near, scene.content[clause.start : clause.end], scene.content[sentence.start : sentence.end]
    )
    return Draft("quantity", start, end, figure.start, number, slots, {"dimension": dimension})


_CONSTANT = re.compile(r"不变价|可比价")
_LASTS = re.compile(
    r"(?:谈了|磨了|搞了|攒了|耗了|跑了|走了|熬了|追了|忙了|满打满算|等了?|得等|要等|花了?|花费|用了?"
    r"|耗时|历时|够用|只够|撑了?|排了?|排队|做了|干了|从业|任职|当了|待了|工作了?|读了|学了|为期|周期|工期"
    r"|交期|有效期|寿命|账期|期限|需要|需|训练了?|跑了|试了|持续了?|长达|(?<=平均)要)(?:快|才|多|约"
    r"|大约|近|将近|整整|足足|不到|超过|至少|最多|为|是|要|只|仅|了|用|达|要等|平均){0,3}\s?\Z"
)
_LASTED = re.compile(
    r"(?:多一点|左右|多)?(?:(?:就|才)(?:能)?(?:通|建|完|拿|批|到|招|找|见|签|学|修|换|排|回本|盈利"
    r"|上线|开工|落地|投产|并网|交付|学会|跑)|的(?:工作)?(?:经验|周期|工期|交期|合同|协议|供货|贷款"
    r"|期限|寿命|工夫|功夫|训练))"
)
_NO_LENGTH = re.compile(r"\s?(?:之?前|之?后|以来|以内|之?内|里|来|间|的?差距|落后|领先|追|赶)")
_LENGTHS = (
    ("年", "year", 12.0),
    ("季度", "quarter", 3.0),
    ("月", "month", 1.0),
    ("周", "week", 12 / 52),
    ("星期", "week", 12 / 52),
    ("天", "day", 12 / 365),
)


def _lasting(scene: Scene, figure: Figure, clause: Span, sentence: Span, before: str) -> Draft | None:
    """How long something takes or lasts: "要等五年", "十四个月就通了"."""
    after = scene.content[figure.end : figure.end + 8]
    worked = re.match(r"了(?=[，。；！])", after) and re.search(
        r"[做干搞教当写修管]了?[^，。；]{0,8}\Z", before
    )
    if _NO_LENGTH.match(after) or not (worked or _LASTS.search(before) or _LASTED.match(after)):
        return None
    written = scene.content[figure.start : figure.end]
    unit, size = next(((u, s) for word, u, s in _LENGTHS if word in written), ("month", 1.0))
    if "半" in written and figure.low is not None and figure.low < size:
        unit, size = "month", 1.0
    low = None if figure.low is None else _plain(round(figure.low / size, 2))
    high = None if figure.high is None else _plain(round(figure.high / size, 2))
    if after.startswith("多"):
        high = None
    owner = figure_owners.find(scene, figure, clause, before)
    slots: dict[str, Any] = {
        **slot(scene, "subject", owner),
        "metric": "duration",
        "value_low": low,
        "value_high": high,
        "unit": unit,
        "period": None,
        "statistic": "stock",
        "of": None,
    }
    dimension = dimensions.of(
        scene.content[clause.start : clause.end], scene.content[sentence.start : sentence.end]
    )
    start = _start(scene, figure, clause, owner)
    number = scene.sentence_at(figure.start)
    return Draft("quantity", start, figure.end, figure.start, number, slots, {"dimension": dimension})


def _plain(value: float | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == int(value) else value


def _noun(content: str, figure: Figure, clause: Span) -> tuple[str | None, int]:
    """The counted noun behind a figure, in English, and where the words end."""
    if figure.kind != "count" or figure.unit in _UNITS_OF_COUNT:
        return None, figure.end
    phrase = _NOUN_PHRASE.match(content, figure.end, max(clause.end, figure.end))
    text = phrase.group() if phrase else ""
    if stop := _PHRASE_ENDS.search(text):
        text = text[: stop.start()]
    found = list(_COUNTED.finditer(text))
    if found:
        noun = found[0] if figure.classifier is None else found[-1]
        return words.COUNTED[_key(noun.group())], figure.end + noun.end()
    other = re.match(r"(?!人)[\u4e00-\u9fff]{2,6}", text.strip())
    if figure.classifier == "个" and text.startswith("人"):
        return "people", figure.end + 1
    plain = re.split(r"[为转与及跨了是在将可能并后前中从来让使给以、]", other.group())[0] if other else ""
    if len(plain) > 1 and figure.classifier in _GENERAL and (figure.low or figure.high or 0) >= 20:
        return plain, figure.end + text.index(plain) + len(plain)
    return ("" if other and figure.classifier in _GENERAL else None), figure.end


def _key(word: str) -> str:
    if word in words.COUNTED:
        return word
    return next(k for k in words.COUNTED if k.lower() == word.lower())


def _unit(scene: Scene, figure: Figure, counted: str | None, before: str, earlier: str) -> str | None:
    """The canonical unit; None where the figure counts nothing that is said."""
    if figure.unit == "CNY" and not _RENMINBI.search(scene.content[figure.start : figure.end]):
        return scene.currency
    if figure.unit is not None:
        return figure.unit
    after = scene.content[figure.end : figure.end + 10]
    lump = "个亿" in scene.content[figure.start : figure.end] and not counted
    if (
        figure.classifier is None
        and (figure.low or figure.high or 0) >= 1e6
        and (lump or _SUM.match(after) or counts.is_sum(before, after))
    ):
        return scene.currency
    if figure.classifier in ("张", "块", "片") and _CARD.match(after):
        return "chip"
    if re.search(r"激活\s?\Z", before):
        return "parameter"
    if _SIZE.search(scene.content[figure.start : figure.end]) and counted in (*_SIZED, None, ""):
        return "parameter"
    if counted:
        return counted
    classifier = figure.classifier
    if counted == "":
        return None
    if classifier in _TIMES or classifier in (
        "人",
        "名",
        "位",
        "页",
        "股",
        "席",
        "篇",
        "户",
        "亩",
        "平方米",
        "吨",
    ):
        return words.CLASSIFIER_UNITS[classifier]
    if (classifier is None and _OWN_NOUN.match(after)) or (
        classifier == "个" and re.match(r"\s?[A-Za-z]{3}", after)
    ):
        return None
    near = before if classifier else before[-14:]
    behind = list(_COUNTED.finditer(near)) or (
        list(_COUNTED.finditer(earlier)) if classifier and classifier not in "处次条项件" else []
    )
    if behind:
        unit = words.COUNTED[_key(behind[-1].group())]
        return "patent application" if unit == "application" and "专利" in before + earlier else unit
    if classifier:
        return words.CLASSIFIER_UNITS.get(classifier)
    return None


_NAME_BEFORE = re.compile(r"[A-Za-z][A-Za-z.-]*\s?\Z")
_SIZE = re.compile(r"\d\s?[BT]\Z")
_SIZED = ("model", "version", "company", "paper", "expert", "chip", "product")
"""With these, or alone, "70B" is the size of a model."""
_OWN_NOUN = re.compile(
    r"\s?(?!大关|左右|以上|以下|规模|级|关口|上下|不等|之多|多|余|的|以内|出头|这|那|个|和|与|及|或"
    r"|至|到|并|且|而|但|则|也|已|都|均|在|是|为)"
    r"[\u4e00-\u9fff]{2}"
)


def _is_claim(scene: Scene, figure: Figure, before: str, counted: str | None) -> bool:
    if (
        figure.kind == "percent"
        and not before.strip()
        and _ALONE.match(scene.content[figure.end : scene.clause_at(figure.start).end])
    ):
        return False
    after = scene.content[figure.end : figure.end + 16]
    if re.match(r"-[A-Za-z]", after):
        return False  # "1-bit模型"
    if (_MEMORY.search(before) and _DEVICE.match(after)) or (
        figure.kind == "percent" and _BECAUSE.match(after)
    ):
        return False
    numbered = counted in ("model", "version") and figure.classifier is None and (figure.low or 0) < 20
    if numbered and _NAME_BEFORE.search(before):
        return False  # "Beta 2模型" is a name
    if figure.kind == "count" and counted != "country" and re.match(r"国的?(?:企业|公司|机构)", after):
        return False  # "14国企业" counts no firms
    if _STAFF.search(before) and _SIZE_CLASS.match(after):
        return False
    if figure.kind == "rank":
        return (figure.low or 0) >= 2 and bool(_RANK.search(before))
    if figure.kind == "times":
        return bool(_GROWTH.search(before) or _GROWTH_BEHIND.match(after))
    if figure.kind != "count" or figure.unit in _UNITS_OF_COUNT:
        return True
    if figure.classifier in _SKIPPED and not (counted == "language" and (figure.low or 0) >= 3):
        return False
    if (
        figure.words
        and figure.classifier not in _SMALL_ONLY
        and not (counted in ("factory", "fab") or (counted in _THINGS and (figure.low or 0) >= 3))
    ):
        return False
    if figure.classifier == "卡" and _KIND_OF.match(scene.content, figure.end):
        return False
    if figure.classifier is None and counted is None and (figure.low or figure.high or 0) < 10000:
        return False
    return not (
        figure.classifier in ("次", "个", "项", "件", "只", "条", "款")
        and counted is None
        and (figure.low or figure.high or 0) < 2
    )


def _statistic(scene: Scene, figure: Figure, before: str) -> str:
    after = scene.content[figure.end : figure.end + 10]
    if figure.kind == "rank":
        return "rank"
    if _GROWTH.search(before) or _GROWTH_BEHIND.match(after) or figure.kind == "times":
        return "change"
    if figure.kind == "percent":
        return "share"
    if re.search(r"累计|总共|合计", before[-12:]):
        return "cumulative"
    if figure.kind == "money" and re.search(r"营收|收入|利润|投资|融资|支出|开支", before[-16:]):
        return "flow"
    return "stock"


def _period(scene: Scene, figure: Figure, clause: Span, sentence: Span) -> str | None:
    """The period of the clause, nearest before the figure; else the one that opens the sentence."""
    own = [p for p in scene.periods_in(clause.start, clause.end) if p.iso and not _is_base(scene, p)]
    if own:
        before = [p for p in own if p.end <= figure.start]
        return (before[-1] if before else own[0]).iso
    opening = [p for p in scene.periods_in(sentence.start, clause.start) if p.iso and not _is_base(scene, p)]
    if opening and not scene.content[sentence.start : opening[0].start].strip(" ，,据截至到在自从"):
        return opening[0].iso
    return opening[-1].iso if opening and clause.start - opening[-1].end <= 4 else None


_SAID_OF = re.compile(r"[^，。；]{0,6}?(?:发布|推出|上线|成立|开源|公布|收购|创立|签署|获批)的")


def _is_base(scene: Scene, period: Period) -> bool:
    """Whether a date is what is compared with."""
    if _SAID_OF.match(scene.content, period.end):
        return True
    return bool(re.search(r"(?:与|较|比|相比)\s?\Z", scene.content[max(0, period.start - 3) : period.start]))


def _start(scene: Scene, figure: Figure, clause: Span, owner: Mention | None) -> int:
    """From the owner in the clause, or the clause's own words."""
    if owner is not None and clause.start <= owner.start < figure.start and figure.start - owner.start < 60:
        return owner.start
    return word_start(scene.content, max(clause.start, figure.start - 24), clause.start)
