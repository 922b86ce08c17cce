"""What a Chinese speaker does with a statement: denies it, leaves it open, foretells it, sets a condition."""

from __future__ import annotations

import re

from theodolite.model.claim import Polarity

_DENIES_AFTER = re.compile(
    r"[”’]?[，,。]?(?:但|可|不过|然而)?[，]?(?:我|笔者|他|她)?(?:并?不认为如此|不这么看|不信|并不相信"
    r"|不同意|不敢苟同|不认同|不以为然|不赞同)"
    r"|[”’]?[，,]?(?:这种|这样的|这个|这一|此)(?:说法|看法|观点|推论|判断|论调"
    r"|结论)[^。！？]{0,16}?(?:不|错|荒谬|否认|误|站不住|夸大|过时|片面)"
    r"|(?:这种|这样的|的|等)?(?:说法|看法|观点|推论|判断|论调|传言|报道|假设|结论"
    r"|传闻)[^。！？]{0,24}?(?:不|错|荒谬|否认|误|无稽|不实|站不住)"
    r"|[^。！]{0,16}?[?？][^。！]{0,16}(?:荒谬|错|不对|胡说|无稽之谈|做梦|否认|误区|并非|不是|不可能)"
    r"|[^。！？]{0,20}?(?:是(?:一个|一种|最大的|常见的)?(?:误区|误解|错觉|神话)|太荒谬|是错误的"
    r"|完全错误|是一种误解|是误区|并不成立|并不属实|不是事实|不符合事实)"
    r"|[^。！？]{0,30}(?:直言|回应|称)[“\"]?(?:太荒谬|荒谬|错|无稽)"
    r"|[”’]?(?:这种|这样的|的|这个|之类的?)?(?:说法|看法|观点|判断|论调|传言|结论)[^。！？，]{0,8}(?:过时|夸大|夸张|片面|没有根据|缺乏依据|不成立)"
    r"|[”’]?[，,]?[^。！？，]{0,6}(?:纯属|完全是|纯粹是)(?:夸大|夸张|胡说|误解|误读|想象|臆测|无稽|谣言|一厢情愿|神话)"
)
_FRAME = re.compile(
    r"误区|误解|误以为|错误地认为|不代表|不等于|不意味着|并不意味|不意味|不同意|不认同|不赞同|并不认为"
    r"|不认为|不相信|驳斥|反驳|否认|谬论|神话|谎言|不能说|很难说"
    r"|不能盲目认为|不应认为|不存在|并不存在|没有证据"
)
_NOT = re.compile(
    r"(?:并不是|并非|绝非|绝不是|远非|远不是|远远不是|不仅仅是|不再是|不再|不是(?!吗)|不会|并不|并没有"
    r"|并未|没有(?!.{0,4}[比得])|不太可能|不可能|尚未|从未|未必|未能"
    r"|无法|难以|谈不上|不算|不)(?:一个|在|只有|只|仅|那么|明显|真正|完全|直接|已经|会|是|能|被|像|比"
    r"|可以|存在)?\Z"
)
_HEDGE = re.compile(
    r"可能|也许|或许|或将|或可|或会|或已|大概率|大概会|兴许|估计|预计|据悉|据称|据传|传闻|传出|传言"
    r"|有消息称|消息称|似乎|看似|疑似|恐怕|恐将|恐会|料将|料会|看上去|推测|猜测|有可能"
    r"|有望|或者会|不一定|应该会|理论上|疑|被曝|据报道称"
)
_FORECAST = re.compile(
    r"将(?:会|要|在|于|达|超|有|成|为|是|由|继续|进一步|可能|持续|推出|发布|增长|突破|面临|带来|使|让"
    r"|影响|能|对标|获得|部署|投资|扩大|建|产生|从|占|缩小|拉大|主导"
    r"|保持|迎来|实现|不|很快|率先|彻底|重塑|改变|形成|投入|全面|需要|以|对|向|全员|上线|开放|接入|面向"
    r"|取代|超过|超越|落后|领先|达到|增至|增加|升至|降至|新增)"
    r"|将(?=[^，。；]{0,8}(?:增长|达到|超过|突破|落后|领先|投资|推出|上线|缩小|扩大))|未来|预计|有望"
    r"|即将|今后|明年|后年|拟(?!合|人)|计划(?:在|于|将|对|向"
    r"|投|推|建|用|到|今)|下一代|年底前|年内|到20[3-9]\d年|必将|终将|料将|或将|会在|迟早|会(?=很快|继续"
    r"|有|成为|达到|超过|是|出现|带来|落后|领先|拥有|赶上|追上)"
)
_NO_FORECAST = re.compile(r"(?:过去|曾|已经?|此前)[^，。；]{0,8}\Z")
_CONDITION = re.compile(
    r"(?:如果|(?<![\u4e00-\u9fff])若|倘若|假如|要是|一旦|只要|除非|假设|鉴于|前提是|只有)(?!干"
    r"|虚)[^，。；！？\n]{2,60}(?=[，。；！？\n]|\Z)"
)
_QUESTION = re.compile(r"[?？][”\"’」]?\s*\Z|(?:吗|呢)[?？。]?\Z|[?？]")


def polarity(content: str, sentence: tuple[int, int], start: int, end: int, cue: int) -> Polarity | None:
    """Whether the statement at `start` to `end` with its cue at `cue` is denied; None where it is only
    asked."""
    first, last = sentence
    clause = _clause_start(content, first, cue)
    if _DENIES_AFTER.match(content, end, min(len(content), end + 60)):
        return "denied"
    if _asked(content, end, last):
        return None
    before = content[max(first, start - 40) : max(start, first)]
    if _FRAME.search(before) and not re.search(r"[。；]", before):
        return "denied"
    inside = content[clause:cue]
    if _FRAME.search(inside) or _NOT.search(inside):
        return "denied"
    return "asserted"


_ASKS_ALL = re.compile(r"吗|呢|是否|是不是|对不对|难道|怎么")


def _asked(content: str, end: int, last: int) -> bool:
    """Whether the sentence ends as a question."""
    tail = content[end : min(last + 1, end + 80)]
    question = _QUESTION.search(tail)
    if question is None or re.search(r"[。！]", tail[: question.start()]):
        return False
    later = re.split(r"[，,；]", tail[: question.start()], maxsplit=1)
    return len(later) == 1 or _ASKS_ALL.search(later[0]) is not None


def _clause_start(content: str, first: int, at: int) -> int:
    return max([first, *(content.rfind(mark, first, at) + 1 for mark in "，,；;：:。“")])


def negated(content: str, at: int, first: int) -> bool:
    """Whether a "not" stands right before a place."""
    return bool(_NOT.search(content[max(first, at - 8) : at]))


def hedged(content: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether the speaker leaves it open: in its clause, or in what opens the sentence."""
    first, last = sentence
    clause = _clause_start(content, first, start)
    if _HEDGE.search(content, clause, min(last, end + 6)):
        return True
    lead = content[max(first, clause - 14) : clause]
    return bool(
        re.search(r"(?:据悉|据称|据传|传闻|预计|估计|猜测|可能|或许|也许|似乎)[^，。]{0,6}[，,：:]?\Z", lead)
    )


def forecast(content: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether it speaks of the future, in its clause or right before it."""
    first, last = sentence
    clause = _clause_start(content, first, start)
    found = _FORECAST.search(content, clause, min(last, end + 2))
    if found:
        return not _NO_FORECAST.search(content[max(clause, found.start() - 10) : found.start()])
    lead = content[max(first, clause - 20) : clause]
    return bool(
        re.search(
            r"(?:预计|预测|预言|未来[^，。]{0,8}|今后[^，。]{0,4}|到20[3-9]\d年|明年[^，。]{0,6})[，,：:]?\Z",
            lead,
        )
    )


def condition(content: str, sentence: tuple[int, int], start: int) -> str | None:
    """The condition that the sentence sets, in its own words."""
    first, last = sentence
    found = [m for m in _CONDITION.finditer(content, first, last) if abs(m.start() - start) < 90]
    return found[0].group() if found else None
