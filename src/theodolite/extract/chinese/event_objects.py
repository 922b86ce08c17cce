"""What a dated act in Chinese was done to: the name that words behind the verb come down to, or these."""

from __future__ import annotations

import re

from theodolite.extract.chinese.scene import Scene
from theodolite.extract.words.known_names import Mention

_PHRASE = re.compile(r"(?:了|过)?\s?(?P<what>[^，。；！？\n]{1,60})")
_LONGEST = 36
_MODIFIES = re.compile(r"[”」》]?\s?[^，。；、和与及]{0,14}?的(?!是)")
_CLASS = re.compile(
    r"[”」》]?\s?(?:等|[（(][^）)]{1,24}[）)]|\s|(?:系列|开源|多模态|推理|语言|旗舰|基础|视频|图像|语音|大|小|新)*(?:模型|产品|芯片|版本|智能体|机器人|应用"
    r"|平台|框架|系统|工具|助手|服务|功能|套件|插件|项目|计划|公司|团队|家族)|正式版|测试版|预览版|[Bb]eta版?|版|API|系列|一事|股份|股权|业务|\Z)"
)
_LEAD = re.compile(
    r"(?:了|过|其|自家|旗下|旗舰|最新|全新|新一代|新|首个|首款|一款|这款|名为|名叫|代号|开源|开放|多模态|推理|语言|视频|图像|语音|基础|轻量|级|大|小"
    r"|模型|产品|芯片|版本|智能体|机器人|应用|平台|框架|系统|工具|助手|服务|功能|套件|插件|公司|企业|实验室|团队|初创|创业|对|向|给|与|和|AI|的|为|[“《「\s])*"
)
_WHEN = re.compile(r"(?:之际|期间|时)(?:披露|表示|称|透露|指出|宣布|说|确认)\Z")
_TRAILS = re.compile(r"(?:的|之|等|了|并|和|与|在|以|将|为)+\Z")


def find(scene: Scene, at: int, end: int) -> tuple[Mention | str, int] | None:
    """The object behind a verb that ends at `at`, within a clause that ends at `end`, and where it ends."""
    phrase = _PHRASE.match(scene.content, at, end)
    if phrase is None:
        return None
    first, last = phrase.span("what")
    if re.match(r"[于在自从且并以]", phrase["what"]):
        return None  # "成立于2024年"
    if again := re.match(r"(?:发布|推出|上线|开源|开放)了?\s?(?=[^，。；]{2})", phrase["what"]):
        first += again.end()  # "开源发布A"
    named = [m for m in scene.mentions_in(first, last) if m.kind != "person" and m.noun != "title"]
    for number, mention in enumerate(named):
        follower = named[number + 1] if number + 1 < len(named) else None
        if follower is not None and _owns(scene, mention, follower):
            continue
        if _heads(scene, first, mention, last):
            return mention, mention.end
        if not _MODIFIES.match(scene.content, mention.end, last):
            break
    words = scene.text.content[first:last][:_LONGEST]
    if last - first > _LONGEST:
        words = words.rpartition("的")[0] or words
    words = _TRAILS.sub("", _WHEN.sub("", words.strip().removeprefix("的")))
    return (words, first + len(scene.text.content[first:last][:_LONGEST])) if len(words) > 1 else None


_PUT = re.compile(r"[把将](?P<what>[^，。；把将]{1,24})\Z")


def put(scene: Scene, verb: int) -> tuple[Mention | str, int] | None:
    """What stands behind 把 or 将 before its verb: "把B开源了"."""
    match = _PUT.search(scene.content, scene.clause_at(verb).start, verb)
    named = [m for m in scene.mentions_in(*match.span("what")) if m.kind != "person"] if match else []
    if match is None or not named or verb - named[-1].end > 6:
        return None
    if match.group().startswith("将") and named[0].start - match.start("what") > 1:
        return None  # "将于今年面向A开放"
    return named[-1], verb


def _owns(scene: Scene, mention: Mention, follower: Mention) -> bool:
    """Whether the next name is what this one owns or makes ("Google 的 Gemini")."""
    between = scene.content[mention.end : follower.start]
    return mention.kind in ("organisation", "side") and bool(
        re.fullmatch(r"\s?(?:的|旗下的?|公司的?)?\s?[^，。；、的]{0,8}\s?", between)
    )


def _heads(scene: Scene, first: int, mention: Mention, last: int) -> bool:
    """Whether a name is what the words come down to, not a part of what stands before their noun."""
    lead = scene.content[first : mention.start]
    opened = _LEAD.fullmatch(lead) or re.search(
        r"的[^的，]{0,10}(?:模型|智能体|产品|系统|平台|工具|芯片|框架|应用|版本|助手|公司)?[“《\s]{0,2}\Z",
        lead,
    )
    behind = _CLASS.match(scene.content, mention.end, last)
    if not opened or behind is None:
        return False
    return not _MODIFIES.match(scene.content, behind.end(), last)
