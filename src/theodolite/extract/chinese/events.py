"""Dated events in Chinese: who did what on which day, month or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.chinese import dimensions, stance, tries
from theodolite.extract.chinese.referents import slot, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.periods import Period

ACTIONS = {
    word: action
    for action, listed in {
        "released": "发布 放出 放出来 上架 公开 出版 发行 释出 推送 横空出世 诞生 问世 面世 出炉 首发 发了",
        "launched": "推出 上线 发射 推出了 开售 开卖 首飞 升空 亮出",
        "open-sourced": "开源",
        "published": "公布 发表 刊发 刊登 披露了 公示 发文 撰文 出具 印发 编制",
        "announced": "宣布 官宣 宣告 通报 声明 透露 预告",
        "acquired": "收购 并购 买下 吞并",
        "invested": "投资 注资 入股 领投 增资 斥资",
        "founded": "成立 创立 创办 创建 设立 组建 注册成立 建立 揭牌 挂牌 成立了 创设",
        "signed": "签署 签订 签约 签下",
        "passed": "通过 表决通过 审议通过 三读 颁布",
        "issued": "出台 下发 发出 颁布了 发放 签发 下达 发布了",
        "took effect": "生效 施行 实施 执行 落地",
        "banned": "禁止 封禁 禁用 屏蔽 下架 叫停 取缔",
        "restricted": "限制 收紧 制裁 断供",
        "received": "获得 获批 获颁 拿到 拿下 获 赢得 荣获 斩获 收到 接获 中标",
        "completed": "完成 达成 建成 竣工 投产 投入使用 投运 投用 量产 实现 落成 交付 下线",
        "appointed": "任命 聘请 委任 提名",
        "became head of": "出任 担任 接任 就任 上任 升任 履新 接棒 当选",
        "held": "召开 举行 举办 主办 开幕 闭幕 召集",
        "started": "启动 开始 开工 动工 启用 开展 展开 发起 着手 开建 奠基 试运行 试点 启程",
        "was shown": "亮相 展出 展示 演示 首秀 登场",
        "opened": "开放 开业 开张 开通 全面开放 开园 开馆",
        "topped": "登顶 夺冠 击败 战胜 超越 打破 刷新 问鼎 摘得",
        "sued": "起诉 控告 提起诉讼 诉诸 指控",
        "suspended": "暂停 中止 停止 终止 停产 停售 停运 撤回 撤销 解散 解除",
        "closed": "关闭 关停 倒闭 破产",
        "joined": "加入 入职 加盟",
        "left": "离职 辞职 退出 离开 卸任 下台 辞去 去世 逝世",
        "approved": "批准 核准 放行 批复 同意 许可",
        "ordered": "下令 要求 责令 命令 采购 订购 下单",
        "cancelled": "取消 废除 推翻 否决 驳回 搁置",
        "listed": "列入 纳入 拉入",
        "was listed": "上市 敲钟 登陆 挂牌上市 递交 提交 申请",
        "met": "会见 会面 会谈 会晤 访问 到访 考察 出席 参观",
        "disclosed": "披露 曝光 曝出 泄露 泄漏 公开了",
        "proposed": "提出 提议 倡议 建议",
        "raised": "融资 募资 筹集 募集",
        "upgraded": "升级 更新 迭代 改版 迁移 迁至 搬至 切换",
        "fined": "罚款 处罚 处以 判处 判决 裁定 裁决 裁员 解雇 解聘",
        "bought": "购买 购入 买入 租下 部署 采用 接入 引进",
        "trained": "训练 训练出 研制 研制出 研发 研制成功 微调 复现",
        "reached": "突破 达到 跌破 超过 升至 暴跌 大跌 蒸发 暴涨",
    }.items()
    for word in listed.split()
}
_VERB = re.compile(tries.pattern(ACTIONS))
_BY = re.compile(r"(?:由|被|经|遭)(?P<who>[^，。；]{1,20}?)(?:于|在)?\s?\Z")
_STATES = ("下降", "增长")
_NO_ACT = (
    "突破",
    "达到",
    "超过",
    "升至",
    "实现",
    "开始",
    "建议",
    "要求",
    "透露",
    "融资",
    "训练",
    "同意",
    "声明",
    "执行",
    "实施",
    "开展",
    "落地",
    "更新",
    "出席",
    "公开",
    "采购",
    "限制",
    "收紧",
    "采用",
    "部署",
    "研发",
    "申请",
    "指控",
    "处罚",
    "升级",
    "演示",
    "展示",
    "交付",
    "通报",
)
_FIRST = ("宣布",)
_NOT_DATED = re.compile(r"(?:截至|截止|到|至|自从?|从|预计|计划|有望|将于|拟于|定于|早在)\s?\Z")
_DATED_SINCE = re.compile(r"自\s?\Z")
_GAP = 46
_DATE_LAST = re.compile(rf"(?P<verb>{tries.pattern(ACTIONS)})[了]?(?:于|在)\s?\Z")
_OBJECT = re.compile(r"(?:了|过|的)?(?P<what>[^，。；！？\n]{2,28})")
_PASSIVE = ("model",)


def find(scene: Scene) -> Iterator[Draft]:
    """Every dated event, at most one for a date."""
    for period in scene.periods:
        if not period.iso or "/" in period.iso or period.iso[:7] > (scene.published or "9999")[:7]:
            continue
        draft = _event(scene, period)
        if draft:
            yield draft


def _event(scene: Scene, period: Period) -> Draft | None:
    number = scene.sentence_at(period.start)
    sentence = scene.sentences[number]
    before = scene.content[max(sentence.start, period.start - 6) : period.start]
    if _NOT_DATED.search(before) or re.match(
        r"\s?(?:以来|年?底?前|之前|以前|间|版|的\d|电[（(，\s]|讯[，。：\s]|消息[，,])",
        scene.content[period.end : period.end + 4],
    ):
        return None
    verb = _verb(scene, period, sentence)
    if verb is None:
        return None
    agent = _agent(scene, verb.start(), period, sentence)
    if agent is None:
        return None
    thing = _thing(scene, verb, sentence)
    end = max(thing[1], period.end) if thing else max(verb.end(), period.end)
    start = min(period.start, agent.start) if agent.start >= sentence.start else period.start
    slots: dict[str, Any] = {
        **slot(scene, "subject", agent),
        "action": ACTIONS[verb.group()],
        "object": thing[0].name if thing and isinstance(thing[0], Mention) else thing[0] if thing else None,
        "object_text": None,
        "object_side": thing[0].side if thing and isinstance(thing[0], Mention) else None,
        "date": period.iso,
    }
    if thing and isinstance(thing[0], Mention):
        slots["object_text"] = scene.text.content[thing[0].start : thing[0].end]
    dimension = dimensions.of(scene.content[start:end], default="capability")
    return Draft("event", start, max(end, verb.end()), verb.start(), number, slots, {"dimension": dimension})


def _verb(scene: Scene, period: Period, sentence: Span) -> re.Match[str] | None:
    """The first act behind the date, in its clause or the next; else the act right before "于"."""
    behind = _DATE_LAST.search(scene.content, max(sentence.start, period.start - 8), period.start)
    if behind and (found := _VERB.fullmatch(scene.content, behind.start("verb"), behind.end("verb"))):
        return found
    limit = min(sentence.end, period.end + _GAP)
    stop = next((p.start for p in scene.periods_in(period.end, limit) if p.iso), limit)
    for match in _VERB.finditer(scene.content, period.end, stop):
        between = scene.content[period.end : match.start()]
        if len(re.findall(r"[，,；]", between)) > 1 or "”" in between:
            return None
        if re.match(
            r"(?:会|量|日|方|人|者|公司|额|率|后|前)", scene.content[match.end() : match.end() + 2]
        ) and not re.match(r"会[^上议]", scene.content[match.end() : match.end() + 2]):
            continue
        if match.group() in _NO_ACT and not _is_act(scene, match):
            continue
        if scene.content.startswith("起", period.end) and ACTIONS[match.group()] not in (
            "took effect",
            "banned",
            "restricted",
            "suspended",
            "opened",
            "started",
        ):
            return None
        if not _acts(scene, match, sentence) or stance.negated(scene.content, match.start(), period.end):
            continue
        if re.search(
            r"将(?:会|要|于|在|正式|陆续|全面|首次|继续|再|把)?\Z|预计|计划(?!的)|有望|拟于|拟在",
            scene.content[max(sentence.start, period.start - 8) : match.start()],
        ):
            return None
        return match
    return None


def _is_act(scene: Scene, verb: re.Match[str]) -> bool:
    """Whether a word that mostly describes names an act: "了" or a name stands right behind it."""
    if ACTIONS[verb.group()] == "reached":
        return False
    behind = scene.content[verb.end() : verb.end() + 2]
    named = scene.mentions_in(verb.end(), min(len(scene.content), verb.end() + 14))
    ends = re.match(r"[，。；！”\s]|\Z", behind) is not None
    return (
        behind.startswith(("了", "过"))
        or bool(named and named[0].start - verb.end() <= 3)
        or (ends and ACTIONS[verb.group()] in ("took effect",))
    )


def _acts(scene: Scene, verb: re.Match[str], sentence: Span) -> bool:
    """Whether a word that may be a noun is a verb here: something follows that it was done to."""
    behind = scene.content[verb.end() : verb.end() + 12]
    if behind.startswith("的"):
        return any(
            m.start - verb.end() <= 14
            for m in scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))
        )
    if verb.group() in ("投资", "限制", "通过", "开放", "获得", "加入", "禁止", "达成", "收购"):
        direct = any(
            m.start - verb.end() <= 3
            for m in scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))
        )
        money = any(
            f.kind == "money" and f.start - verb.end() <= 2
            for f in scene.figures_in(verb.end(), min(sentence.end, verb.end() + 16))
        )
        return direct or money or behind.startswith(("了", "过")) or verb.group() in ("获得", "禁止", "开放")
    return True


def _agent(scene: Scene, at: int, period: Period, sentence: Span) -> Mention | None:
    """Who acted: the topic before the verb; of a passive the thing itself."""
    kinds = ("organisation", "side", "person", "unknown", "model", "group")
    if by := _BY.search(
        scene.content, max(sentence.start, min(at, period.start) - 24), min(at, period.start)
    ):
        agents = [m for m in scene.mentions_in(by.start("who"), by.end("who")) if m.kind in kinds]
        people = [m for m in agents if m.kind == "person"]
        if agents:
            return (people or agents)[-1]
    between = [m for m in scene.mentions_in(period.end, at) if m.kind in kinds and m.noun != "title"]
    own = _itself(scene, at, period)
    if own is not None:
        return own
    people = [m for m in between if m.kind == "person"]
    found = people[-1:] or between[:1]
    if found and found[0].kind == "side" and len(between) > 1 and between[1].kind == "organisation":
        found = between[1:2]
    if not found:
        found = [m for m in subjects(scene, at, kinds) if m.start >= sentence.start]
    return found[0] if found else None


_ITSELF = re.compile(
    r"生效|施行|开放|全面开放|上线|亮相|问世|面世|发布|诞生|横空出世|首秀|登场|开售|上架|开源|出炉|首飞"
)


def _itself(scene: Scene, at: int, period: Period) -> Mention | None:
    """What took effect or was opened, where nothing follows that it was done to: the last thing before."""
    verb = _ITSELF.match(scene.content, at)
    if verb is None or not re.match(r"[了]?(?:[，。；！”\s]|\Z)", scene.content[verb.end() : verb.end() + 2]):
        return None
    before = scene.mentions_in(min(period.end, scene.clause_at(at).start), at)
    if verb.group() in ("生效", "施行") and before:
        return before[-1]
    things = [m for m in before if m.kind == "model" or m.noun == "product"]
    marked = things and re.search(
        r"(?:将|把)\s?\Z", scene.content[max(0, things[-1].start - 2) : things[-1].start]
    )
    return things[-1] if things and not marked else None


def _thing(scene: Scene, verb: re.Match[str], sentence: Span) -> tuple[Mention | str, int] | None:
    """What it was done to: the name behind the verb, else the words there."""
    clause = scene.clause_at(verb.start())
    named = [m for m in scene.mentions_in(verb.end(), min(clause.end, verb.end() + 40)) if m.kind != "person"]
    if named:
        return named[0], named[0].end
    words = _OBJECT.match(scene.content, verb.end(), clause.end)
    if words:
        return scene.text.content[words.start("what") : words.end("what")], words.end("what")
    return None
