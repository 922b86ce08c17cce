"""What a Chinese claim is about: capability, compute, talent and so on, by the words nearest to it."""

from __future__ import annotations

import re

from theodolite.model.claim import Dimension

_RULES: tuple[tuple[Dimension, str], ...] = (
    ("patents", r"专利|申请量"),
    ("talent", r"人才|研究人员|科研人员|工程师|毕业生|员工|博士|学历|科学家|作者|人力|裁员"),
    ("energy", r"电力|能源|发电|用电|电网|吉瓦|兆瓦|千瓦|核电|碳排放|能耗"),
    ("compute",
     r"芯片|半导体|算力|GPU|晶圆|光刻|制程|数据中心|服务器|集群|硬件|显卡|昇腾|超算"
     r"|计算能力|计算力|加速卡"),
    ("capital",
     r"投资|融资|估值|市值|股价|资本|资金|募|基金|风投|并购|收购|亿美元|亿元|营收|利润"
     r"|收入|投入|支出|现金|债务|占股|股权"),
    ("efficiency", r"成本|价格|定价|降价|便宜|效率|能效|性价比"),
    ("data", r"数据集|训练数据|语料|数据市场|数据资源|中文数据|数据规模|数据弹药"),
    ("research", r"论文|期刊|引用|科研|研究产出|研究成果|学术|被引|基础研究|顶会|科学"),
    ("policy", r"监管|政策|法规|法律|出口管制|管制|禁令|制裁|立法|举国体制|规划|审查"),
    ("openness", r"开源|开放权重|闭源"),
    ("adoption",
     r"用户|应用|普及|渗透|落地|市场份额|市占率|采用率|商业化|装机|安装|下载|客户|销量"
     r"|市场|机器人"),
    ("economy", r"GDP|经济|产业规模|产值|就业|生产率|产业"),
    ("capability", r"模型|能力|性能|水平|评测|基准|得分|总分|排名|榜|参数|推理|智能"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _RULES)


def of(*wordings: str | None, default: Dimension | None = None) -> Dimension | None:
    """The dimension of the first wording that shows one; of two in a wording, the first in the list."""
    for wording in wordings:
        if wording:
            for name, pattern in _COMPILED:
                if pattern.search(wording):
                    return name
    return default


def of_assessment(near: str, clause: str, before: str) -> Dimension:
    """Of a judgement: the words next to the cue first, then the clause, then what stands before it."""
    return of(near, clause, before) or "capability"


_LAG = ("patents", "talent", "energy", "compute", "capital", "data", "research")


def of_gap(*wordings: str | None) -> Dimension:
    """Of a gap: capability unless it is plainly one of something else."""
    for wording in wordings:
        if not wording:
            continue
        for name, pattern in _COMPILED:
            if name in _LAG and pattern.search(wording) and not re.search(r"模型|大模型", wording):
                return name
    return "capability"
