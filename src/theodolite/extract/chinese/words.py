"""Closed lists of Chinese words that several rules ask for."""

from __future__ import annotations

import re

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤岳闻"
    "颜倪庄莱温芦柯柳"
    "蓝阎邝凌宁季庞殷施樊伍俞尤翁辛管祝左涂骆章褚裴霍翟葛穆卜柏单卓包应屈苗艾鲍华鄢邢牛喻路耿舒费焦关"
    "梅盛古童欧冉聂"
    "乔阮游詹池甘岑桂隋栾荣佟卫蒲麦桑郎丛仇屠柴饶臧尧冼敖练晏粟"
)
COMPOUND_SURNAMES = (
    "闻人", "夏侯", "公孙", "长孙", "宇文", "轩辕", "钟离", "南宫", "百里", "西门", "独孤", "端木", "呼延",
    "公冶", "太史", "申屠",
    "澹台", "濮阳", "淳于", "单于", "拓跋", "欧阳", "司马", "诸葛", "上官", "皇甫", "尉迟", "令狐", "司徒",
    "慕容",
)  # fmt: skip

TITLES = (
    r"联合创始人|联合创办人|创始合伙人|共同创办人|创始人|创办人|首席执行官|首席科学家|首席技术官"
    r"|首席经济学家|首席分析师"
    r"|首席运营官|首席财务官|执行长|董事长|副董事长|董事会主席|总经理|副总经理|副总裁|总裁|执行董事"
    r"|管理合伙人|合伙人"
    r"|总设计师|负责人|理事长|秘书长|院长|副院长|校长|所长|主任|副主任|部长|副部长|局长|司长|主席|总统"
    r"|总理|首相"
    r"|发言人|教授|副教授|院士|研究员|科学家|工程师|分析师|经济学家|专家|博士|CEO|CTO|COO|CFO"
    r"|AI\s?科学家|掌门人|掌舵人"
    r"|学者|委员|代表|顾问|高管|创业者|企业家|投资人|博主|主播|议员|官员|国务卿|国家主席|大使|主编|编辑|记者"
)
TITLE = re.compile(TITLES)

HEADS = (
    r"首席执行官|执行长|CEO|董事长|总裁|总经理|董事会主席|国家主席|主席|总统|总理|首相|校长|院长|所长"
    r"|理事长|掌门人|掌舵人|部长|局长"
    r"|负责人|创始主管合伙人"
)
FOUNDERS = r"联合创始人|联合创办人|共同创办人|创始人|创办人|创始合伙人|创始主管合伙人"

ORGANISATION_ENDS = (
    r"大学|研究院|研究所|研究中心|实验室|有限公司|公司|集团|基金会|基金|委员会|协会|联盟|联合会|银行"
    r"|证券|资本|科技|创投"
    r"|信息中心|创中心|中心|学院|商学院|咨询|智库|部委|财政部|商务部|国防部|国务院|科技部|工信部|发改委"
    r"|网信办|科学院|出版社|电视台|通讯社|机构"
    r"|机器人(?!技术|产业|行业|公司|市场|厂商|企业|领域|大会|产品|项目|研发|制造|本体|量|在|的|等|会"
    r"|能|可|进|走|行|学|抓|叠|和|及|数|马)"
    r"|半导体(?!设备|产业|行业|制造|技术|公司|市场|厂商|企业|领域|材料|芯片|供应|出口|管制|的|和|等)"
    r"|微电子|动力(?=[，。、发推宣与和获在完的])"
    r"|存储(?=[，。、发推宣与和获在完要的])|汽车(?=[，。、发推宣与和获在完旗])|重工|光电"
    r"|通信(?=[，。、发推宣与和获在完])|控股|创投|电子(?=[，。、发推宣与和获在完旗])"
    r"|工业(?=[，。、发推宣与和获在完将旗则的称表])|信实工业|控股公司|电信(?=[，。、发推宣与和获])"
    r"|保护局|监管局|竞争局|专员公署|监督机构|管理署|事务局|安全局|智造|智驾"
    r"|医疗(?=[，。、发推宣与和获完])|制药|软件园|产业园|数据局|统计局|安全局|管理局|能源局|日报|时报"
    r"|晚报|周刊|新闻社|新闻|财经|媒体|传媒|杂志"
)
# What stands before a name and is no part of it.
BEFORE_NAME = (
    r"国家|我国|美国|中国|法国|英国|德国|日本|韩国|海外|国内|国外|全球|著名|知名|头部|研究机构"
    r"|市场研究机构|咨询公司|初创公司|创业公司"
    r"|科技巨头|巨头|芯片巨头|数据巨头|独角兽|公司|企业|机构|媒体|大厂|平台|旗下|其中|以及|包括|由|据"
    r"|与|和|及|对|向|在|从|以|的|为|是|给|让|被|把"
    r"|将|而|但|并|或|如|等|称|说|到|于|该|此|这家|那家|一家|多家|两家|家|名|位|个|来自|联合|作为|根据"
    r"|按照|通过|随着|针对|关于|目前|如今"
)

TALK = (
    r"明确表示|公开表示|表示|认为|指出|强调|透露|坦言|直言|写道|回应称|回应|补充说|补充道|补充|提到"
    r"|谈到|谈及|提醒|警告称|警告|预测|预计|预言"
    r"|相信|猜测|承认|否认|呼吁|解释|判断|宣称|声称|重申|披露|坚信|感叹|断言|主张|坦承|表明|评价|总结"
    r"|告诉|分析称|分析|介绍称|介绍"
    r"|说道|说过|说|称|建议|发文|发帖|撰文|估计|估算|分享|批评|质疑|抱怨|透漏|反驳|看来"
)
FINDING = (
    r"显示|揭示|发现|指出|认为|表明|称|预计|预测|写道|得出|提到|统计|披露|获悉|了解到|测算|估计|强调"
    r"|指|报道称|报道|报导|评估"
)
REPORTS = (
    r"报告|研究|调查|调研|数据|论文|白皮书|文章|榜单|评测|评估|统计|测试|指数|报道|消息|公告|声明"
    r"|博客|文件|排名|备忘录|蓝皮书|年鉴"
)
_WHO = (
    r"业界人士|业内人士|业内|业界|分析人士|分析师|知情人士|消息人士|消息灵通人士|专家|学者|网友|投资人|投资者"
    r"|研究者|研究人员|观察人士|行业观察者|观察者|经济学家|官员|外界|舆论|市场人士|从业者|科学家们?|工程师"
    r"|高管|开发者|受访者|与会者|与会专家|评论人士|评论者|批评者|支持者|反对者|乐观者|悲观者|怀疑者|人士|观点"
    r"|人|媒体|声音|分析|同行|内部人士|创业者|企业家|员工|负责人|议员|券商|机构|教授|代表|用户"
)
GROUPS = (
    rf"(?:(?:[一两三四五六七八九十几数多某有\d]{{1,3}}|好几)(?:位|名|个|些|家)|某|许多|不少|一些"
    rf"|有些?|很多|大多数|大部分"
    rf"|部分|众多|更多|少数|个别|多数)(?:[^，。；：、“”\n]{{0,16}}?的)?(?:[\u4e00-\u9fff]{{0,8}}?)(?:{_WHO})"
    rf"|(?:不愿|匿名|接近)[^，。；：、“”\n]{{0,14}}?的?(?:{_WHO})"
    r"|其中一(?:人|位|名)|(?:(?:公司|集团|企业|厂方|校方|院方|银行|工厂)的?)?(?:管理层|高层|高管)"
    r"|(?:知情的?|熟悉[^，。；：“”\n]{2,12}的|了解[^，。；：“”\n]{2,12}的)(?:业界|业内)?人士"
    r"|[\u4e00-\u9fffA-Za-z]{2,10}(?:一名|一位|一个)(?:不愿[^，。]{2,8}的)?(?:发言人|官员|高管|负责人|主管|工程师|员工"
    r"|前员工|研究员|教授)|[\u4e00-\u9fff]{2,8}的(?:业者|从业者|同行)|业者|(?:外交部|商务部|国防部|财政部|政府|公司"
    r"|白宫)(?:新闻)?发言人"
    r"|业界人士|业内人士|业内|业界|分析人士|分析师|知情人士|消息人士|专家|学者|网友|观察人士|经济学家"
    r"|外界|舆论"
    r"|市场人士|从业者|科学家们|有观点|有声音|有分析|有人|媒体|批评者|支持者|反对者|市场|坊间"
)
COUNTED = {
    "公司": "company", "企业": "company", "厂商": "company", "初创公司": "startup", "创业公司": "startup",
    "机构": "institution",
    "专利": "patent", "论文": "paper", "模型": "model", "用户": "user", "参数": "parameter",
    "员工": "people", "个人电脑": "PC", "手机": "phone", "机台": "machine", "光刻机": "machine",
    "国家和地区": "country", "国家": "country", "城市": "city", "芯片": "chip", "显卡": "GPU", "GPU": "GPU",
    "图形处理器": "GPU",
    "加速卡": "accelerator",
    "晶体管": "transistor", "数据中心": "data center", "机器人": "robot", "项目": "project",
    "开发者": "developer",
    "研究人员": "researcher", "科学家": "scientist", "工程师": "engineer", "学生": "student",
    "人才": "people", "专家": "expert",
    "交易": "deal", "融资": "deal", "订单": "order", "基站": "base station", "作者": "author",
    "工厂": "factory", "下载": "download",
    "应用": "app", "产品": "product", "语言": "language", "基金": "fund", "合作伙伴": "partner",
    "客户": "customer", "岗位": "job",
    "受访者": "respondent", "高管": "executive", "任务": "task", "测试": "test", "榜单": "list",
    "晶圆厂": "fab", "版本": "version", "场景": "scenario", "案例": "case",
    "股票": "share", "普通股": "share", "汽车": "car", "车辆": "vehicle", "订阅": "subscriber",
    "会员": "subscriber", "词元": "token",
    "token": "token", "上下文": "token", "服务器": "server", "标准": "standard", "技术": "technology",
    "漏洞": "vulnerability",
    "城": "city", "市场": "market", "大学": "university", "高校": "university", "实验室": "lab",
    "医院": "hospital", "文章": "article",
    "数据集": "dataset", "席位": "seat", "职位": "job", "毕业生": "graduate", "网站": "site",
    "门店": "store", "家庭": "household",
    "农田": "mu", "耕地": "mu", "商家": "merchant", "活动": "event", "改进": "improvement",
    "语种": "language", "方言": "dialect",
    "星标": "star", "颗星": "star", "网民": "user", "视频": "video", "图片": "image", "图像": "image",
    "样本": "sample", "广告主": "advertiser", "消费者": "consumer", "申请": "application",
    "字符": "character", "次调用": "call",
}  # fmt: skip
CLASSIFIER_UNITS = {
    "号": "people", "人": "people", "名": "people", "位": "people", "人次": "visit", "户": "user",
    "家": "company",
    "篇": "paper", "页": "page", "股": "share",
    "起": "deal", "笔": "deal", "席": "seat", "台": "unit", "颗": "chip", "枚": "chip", "块": "chip",
    "张": "card", "辆": "vehicle",
    "卡": "card", "款": "model", "亿次": "time", "次": "time", "字": "character", "吨": "tonne", "亩": "mu",
    "小时": "hour",
    "分钟": "minute", "秒": "second", "届": "edition", "层": "layer", "词": "word", "倍速": "times",
    "平方米": "square metre",
    "公里": "kilometre", "岁": "year of age", "件": "item", "项": "item", "个": "item", "种": "kind",
    "只": "item", "座": "unit", "部": "unit",
    "字节": "byte", "帧": "frame", "代": "generation", "集": "episode", "架": "aircraft", "艘": "ship",
    "城": "city",
}  # fmt: skip
METRICS = {
    "投资": "investment", "融资": "funding", "估值": "valuation", "营收": "revenue", "收入": "revenue",
    "营业收入": "revenue",
    "净利润": "net profit", "利润": "profit", "市值": "market value", "专利申请": "patent applications",
    "专利": "patents", "论文": "papers",
    "引用": "citations", "被引": "citations", "用户": "users", "日活": "daily active users",
    "月活": "monthly active users",
    "参数": "parameters", "激活": "active parameters", "份额": "market share", "市占率": "market share",
    "占比": "share",
    "增长": "growth", "下载": "downloads", "员工": "employees", "得分": "score", "总分": "score",
    "平均分": "score", "成绩": "score",
    "准确率": "accuracy", "正确率": "accuracy", "普及率": "adoption", "采用率": "adoption", "销量": "sales",
    "出货": "shipments",
    "成本": "cost", "价格": "price", "定价": "price", "算力": "compute", "芯片": "chips", "人才": "talent",
    "研究人员": "researchers",
    "企业": "companies", "模型": "models", "基金": "funds", "资产": "assets", "债务": "debt",
    "股价": "share price",
    "产值": "output", "规模": "size", "支出": "spending", "开支": "capital spending", "预算": "budget",
    "能耗": "energy use",
    "上下文": "context length", "概率": "probability", "基站": "base stations", "机器人": "robots",
    "产能": "capacity", "装机": "installations",
    "投资权": "investment", "代价": "price", "速度": "speed", "效率": "efficiency", "差距": "gap",
    "分差": "gap", "进口": "imports", "出口": "exports",
    "现金": "cash", "收购": "acquisition price", "股权": "stake", "份": "share", "错误率": "error rate",
    "需求": "demand",
}  # fmt: skip


def alternation(words: object) -> str:
    """A pattern of words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]
