"""What looks like a judgement in Chinese and judges nobody: attributes, aims, what is solved or feared."""

from __future__ import annotations

import re

_ATTRIBUTE = re.compile(
    r"[、和且及与并而]{1,2}[^，。；！？、]{0,14}?(?:、[^，。；、]{1,8}){0,2}的\s?[“A-Za-z\u4e00-\u9fff]"
)
_SELF = re.compile(r"自主\Z")
_SELF_DONE = re.compile(
    r"地|武器|决策|执行|任务|运行|完成|发现|驾驶|研发|智能|式|AI|Agent|系统|的(?:任务|武器|系统)"
)
_KEPT = re.compile(
    r"(?:保持|实现|确保|提升|提高|增强|保证|维持|影响|追求|兼顾|带来|强调)[^，。；]{0,20}(?:的|在)\Z"
)
_FEARED = re.compile(r"等?[^，。；]{0,4}(?:风险|问题|痛点|挑战|隐患|担忧)")
_FEAR = re.compile(
    r"(?:可能|带来|警示|警告|提醒|应对|缓解|针对|避免|防范|防止|引发|导致|面对|降低|规避|潜在)[^。；]{0,60}\Z"
)
_SOLVED = re.compile(
    r"(?:解决|克服|缓解|消除|攻克|应对|填补|弥补|摆脱|规避|避免|减少|防止|打破|突破|破(?!产|坏)|修复|改善)了?[^，。；]{0,44}\Z"
)
_AIMS = re.compile(
    r"(?:原则|方针|目标|价值观?|维度|要素|指标|愿景|使命|理念|宗旨|主张|强调|兼顾|追求|呼吁|倡导|提出)[^。；]{0,40}\Z"
)
_CALLED = re.compile(
    r"(?:将|把)[^，。；]{1,24}(?:称为|视为|形容为|誉为|定义为|比作|称作|描述为|看作)[^，。；]{0,24}\Z"
)
_GROUNDS = re.compile(
    r"(?:缺乏|缺少|没有|尚?无)[^，。；]{0,8}(?:依据|根据|证据|授权|收入|消息|回应|计划|时间表|结论|先例|影响|变化|必要|关系)"
)
_OTHER_SUBJECT = re.compile(
    r"(?:且|但|而|尽管|虽然|其中|因此|同时|目前|不过|由于|因为|如果|[，\s])*(?:部分|很多|许多|一些|大多数|普通|这些|该|其他)?"
    r"(?:用户|开发者|消费者|测试环境|实验|评测|评估|投资者|员工|患者|外界|社区|网友|人们|公众|读者|学生|研究者|从业者|人类|现有方法|传统方法)"
    r"(?!的?(?:增长|规模|数|量|活跃|基础|体验|流失|口碑|生态))"
)
_LED = re.compile(
    r"(?:了|着)?(?:[^，。；]{1,16}(?:构建|研发|开发|设计|轮|项目|工作|制定|训练|讨论|谈判|改革|起草|投资|收购|运营|部署)|者)"
)
_NAMED_BEHIND = re.compile(
    r"的(?:旗舰|开源|全新|最新|新一代|多模态|推理)*(?:模型|芯片|产品|平台|系统|工具)?\s?[A-Z][A-Za-z0-9]"
)
_EARLY = re.compile(r"(?:早期|初级|起步|萌芽|初步)阶段\Z")
_TALKS = re.compile(r"考虑|谈判|讨论|洽谈|磋商|筹备|商讨|评估|计划|测试|项目|工作")
_HEALTH = re.compile(r"(?:全球|公共|人类|心理|身体|推进|促进|改善|医疗)\Z")
_USERS = re.compile(r"用户|开发者|管理员|企业可|客户")
_PLAIN_SUBJECT = re.compile(
    r"(?:理由是|原因是|因为|由于|指出|称|认为|表示)\s?(?:(?:MCP|API|CLI|SDK|RAG|Agents?|LLMs?|GPU|Skills?|IDE|MoE)\s?[\u4e00-\u9fff]"
    r"|(?:新一代|现有|通用|大型|传统)[^，。；]{0,6}(?:模型|技术|方案|方法|系统)(?:在|的|已|极|非常|更))"
)
_OFFERED = re.compile(r"力?的(?:薪|待遇|价格|福利|激励|利率|条件|报酬)")
_PROVIDED = re.compile(r"的(?:前提|情况下|条件下|场景|环境下)")
_HELD_BACK = re.compile(
    r"发展|能力|性能|增长|扩张|规模|产能|进步|创新|竞争力|潜力|空间|速度|效率|表现|水平|应用|落地"
)
_FOUND = re.compile(r"(?:挖掘|发现|找出|检测|识别|排查|曝光|定位|揭示)出?了?[^，。；]{0,40}\Z")
_GOOD_LESS = re.compile(
    r"(?:幻觉|错误|误差|延迟|时延|成本|门槛|失败|拒答|功耗|能耗|风险|偏见|价格|占用|消耗|失误|故障|漏检|误报)[^，。；]{0,10}(?:降|减|缩|下滑|收窄)[^，。；]{0,2}\Z"
)
_BURDEN = re.compile(r"(?:体积|耗时|消耗|损失|压力|争议|工程量|开销)[^，。；]{0,2}\Z")
_FEATURE = re.compile(
    r"[^，。；]{0,4}?亮点(?:之一)?(?:是|在于)(?:引入|支持|新增|推出|提供|采用|自|一|“|其|可|能|将|对)"
)
_CAUSED = re.compile(r"(?:归因于|归咎于|起因于)[^，。；]{0,24}\Z")
_TO_DO = re.compile(r"[亟急]需(?:建立|加强|推进|解决|出台|制定|改革|完善|明确|推动|更新|升级)")
_SMALL = re.compile(r"(?:体积|尺寸|成本|价格|延迟|时延|功耗|能耗|误差|参数量?|费用|门槛)(?:最|更)[小低少]")
_ANY_AI = re.compile(
    r"(?:当前|目前|现有|现在|今天)的?(?:AI|人工智能|大模型|大语言模型|智能体|机器)(?:系统|模型|技术)?[^，。；]{0,20}，\Z"
)
_UPDATED = re.compile(r"(?:更新|太多|偏好|一致|最新|过[快多高大强长]|更长)\Z")
_SOONEST = re.compile(
    r"最[快早迟慢](?:\s?(?:\d|第|有望|或|料|可|今|明|下|本|于|在|将|也|要|会|可能|年|[一二三四五六七八九十]{1,2}月)|[^，。；]{0,4}\d)"
)


def is_none(content: str, first: int, start: int, end: int, clause_end: int, weak: bool) -> bool:
    """Whether a cue at `start` to `end` of a clause that begins at `first` says nothing of a side."""
    before, cue = content[first:start], content[start:end]
    behind = content[end : min(len(content), end + 32)]
    return bool(
        _UPDATED.search(cue)
        or _SOONEST.search(content[max(first, start - 1) : min(clause_end, end + 8)])
        or (len(cue) <= 6 and _ATTRIBUTE.match(behind))
        or (_SELF.search(cue) and _SELF_DONE.match(behind))
        or (len(cue) <= 4 and _KEPT.search(before))
        or (weak and _FEARED.match(behind) and _FEAR.search(content[max(0, start - 90) : start]))
        or (weak and (_SOLVED.search(before) or _GROUNDS.search(content, start, clause_end)))
        or _CALLED.search(before)
        or (_is_item(before, behind) and _AIMS.search(content[max(0, start - 60) : start]))
        or _OTHER_SUBJECT.match(before)
        or ("主导" in cue[-3:] and _LED.match(behind))
        or (cue.startswith("限制") and not _HELD_BACK.search(cue))
        or (weak and _FOUND.search(before))
        or _SMALL.search(cue)
        or (not weak and _CAUSED.search(before))
        or before.endswith(("被", "选择", "未达", "未及", "未能达到", "达不到", "未到"))
        or _TO_DO.match(content, start)
        or (weak and re.search(r"(?:预估|估计|预期|准备)\Z", before))
        or (weak and _GOOD_LESS.search(before + cue))
        or _FEATURE.match(content, start)
        or (not weak and _BURDEN.search(before))
        or (
            before.startswith(("因其", "其", "由于其"))
            and _ANY_AI.search(content[max(0, first - 40) : first])
        )
        or _OFFERED.match(behind)
        or _NAMED_BEHIND.match(behind)
        or (_EARLY.search(cue) and _TALKS.search(content, max(0, first - 60), start))
        or ("健康" in cue and _HEALTH.search(before))
        or (cue.endswith("控制权") and _USERS.search(content, max(0, first - 50), start))
        or _PLAIN_SUBJECT.search(before)
        or (_PROVIDED.match(behind) and "在" in before)
    )


def _is_item(before: str, behind: str) -> bool:
    """Whether a word is one of a row between marks."""
    return bool(re.search(r"、[^，。；、]{0,8}\Z", before) or (before == "" and behind.startswith("、"))) or (
        behind.startswith("、") and len(before) <= 8
    )
