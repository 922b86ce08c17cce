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
     r"投资(?!人|者|方|机构)|融资|估值|市值|股价|资本|资金|募|基金|风投|并购|收购|亿美元|亿元|营收|利润"
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


_JUDGED: tuple[tuple[Dimension, str], ...] = (
    ("patents", r"专利|授权率|维持年限"),
    (
        "talent",
        r"\A人\Z|的人\Z|人才|(?<!别)(?<!本)(?:缺|招)人|人员|工程师|毕业生|博士|科学家|人手|人力|师资|留学生|缺人"
        r"|教育|研究者|开发者不足|程序员"
        r"|招聘|薪酬|教授",
    ),
    ("origination", r"范式|首创|首[个款家]|第一[个款家](?:发|做|提出|推出)|发明|从0到1|从零到一"),
    ("energy", r"\A电\Z|等电|电力|能源|发电|供电|用电|电网|电价|核电|能耗|缺电|绿电|变压器"),
    ("data", r"数据(?!中心|处理器|显示)|语料|数据集|语言资源|标注"),
    (
        "capital",
        r"投资(?!人|者|方|机构)|融资|估值|资金|经费|拨款|缺钱|(?:^|缺|差)钱|烧钱|[亏赔付]钱|付费|风险投资|资本(?!家)|募|风投"
        r"|并购|营收|利润|现金|财力"
        r"|烧钱|缺钱|财大|亏损|盈利|收入|投入",
    ),
    (
        "compute",
        r"芯片|半导体|算力|GPU|晶圆|光刻|制程|先进工艺|数据中心|服务器|光模块"
        r"|(?<!Agent)(?<!Agent )(?<!智能体)集群|硬件|显卡|昇腾|超算|计算能力"
        r"|断供|算子|智算|(?:国产|显|加速)卡|加速卡|显存|内存|HBM|存储|代工|封装|运算"
        r"|EDA|设备|缺芯|缺卡|(?:是|缺)卡|良率|产能|减速器|零部件|传感器|晶体管|制造环节|材料",
    ),
    ("efficiency", r"(?<!合规)成本|价格|定价|便宜|效率|能效|性价比|功耗|昂贵|低廉|售价|费用|\A[慢贵]\Z"),
    (
        "research",
        r"论文|期刊|引用|科研|研发(?:能力|实力|水平)|基础研究|学术|原创|基础理论|研究(?!人员|报告|院|所|机构|者|团队|公司)|算法"
        r"|原始创新|创新|大学(?!生)|高校",
    ),
    ("policy", r"监管|政策|法规|法律|管制|禁令|制裁|立法|举国体制|审查|合规|治理|许可|规则|条文|丧失效力"),
    ("openness", r"开源|开放权重|闭源|开放(?=生态|社区|程度)"),
    (
        "adoption",
        r"用户|应用|普及|渗透|落地|市场|份额|市占率|采用|商业化|商用|装机|安装|下载|客户|销量|出货"
        r"|抢单|接单|加单|场景"
        r"|生态|渠道|订单|交付|机器人|量产|口碑"
        r"|CUDA|软件栈|工具链|文档|社区|开发工具|日活|月活|终端|热度|火热|追捧|风靡|火遍|家喻户晓|受欢迎|成为主流|成为常态",
    ),
    ("economy", r"GDP|经济|议价|产业链|供应链|产业|产值|就业|生产率|制造业|工业|创业|企业数量|出口|贸易"),
    (
        "capability",
        r"模型|能力|性能|最强|最先进|最聪明|动作|行走|步态|灵巧|续航|抓取|避障|水平|评测|基准|得分"
        r"|总分|排名|榜|参数|推理|(?<!人工)智能|技术"
        r"|幻觉|代码|编程|写作|数学"
        r"|画质|理解|视频|图像",
    ),
)
_JUDGED_BY = tuple((name, re.compile(pattern)) for name, pattern in _JUDGED)


def shown(wording: str) -> Dimension | None:
    """What a wording shows by itself."""
    return next((name for name, pattern in _JUDGED_BY if pattern.search(wording)), None)


def of_judgement(*wordings: str | None) -> Dimension:
    """Of a judgement: the first wording that shows one; of two in a wording, the first in the list."""
    for wording in wordings:
        if not wording:
            continue
        for name, pattern in _JUDGED_BY:
            if pattern.search(wording):
                return name
    return "capability"


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
