"""Chinese verbs of dated acts, each with the English verb in the past that a claim names it by."""

from __future__ import annotations

import re

from theodolite.extract.words import lexicon

ACTIONS = {
    word: action
    for action, listed in {
        "released": "发布 放出 放出来 上架 公开 出版 发行 释出 推送 横空出世 诞生 问世 面世 出炉 首发 发了",
        "launched": "推出 上线 发射 推出了 开售 开卖 首飞 升空 亮出",
        "open-sourced": "开源",
        "published": "公布 发表 刊发 刊登 披露了 公示 发文 撰文 出具 印发 编制",
        "announced": "宣布 官宣 宣告 通报 声明 透露 预告 放榜 公告",
        "acquired": "收购 并购 买下 吞并",
        "invested": "投资 注资 入股 领投 增资 斥资",
        "founded": "成立 创立 创办 创建 设立 组建 注册成立 建立 揭牌 挂牌 成立了 创设",
        "signed": "签署 签订 签约 签下",
        "passed": "通过 表决通过 审议通过 三读 颁布",
        "issued": "出台 下发 发出 颁布了 发放 签发 下达",
        "took effect": "生效 施行 实施 执行 落地",
        "banned": "禁止 封禁 禁用 屏蔽 下架 叫停 取缔 不让 不准 不许",
        "restricted": "限制 收紧 制裁 断供",
        "received": "获得 获批 获颁 拿到 拿下 获 赢得 荣获 斩获 收到 接获 中标",
        "completed": "完成 达成 建成 竣工 投产 投入使用 投运 投用 量产 实现 落成 交付 下线",
        "appointed": "任命 聘请 委任 提名",
        "became head of": "出任 担任 接任 就任 上任 升任 履新 接棒 当选",
        "held": "召开 举行 举办 主办 开幕 闭幕 召集 主持",
        "started": "启动 开始 开工 动工 启用 开展 展开 发起 着手 开建 奠基 试运行 试点 启程",
        "was shown": "亮相 展出 展示 演示 首秀 登场 揭幕 揭晓",
        "opened": "开放 开业 开张 开通 全面开放 开园 开馆",
        "topped": "登顶 夺冠 击败 战胜 超越 打破 刷新 问鼎 摘得",
        "sued": "起诉 控告 提起诉讼 诉诸 指控",
        "suspended": "暂停 中止 停止 终止 停产 停售 停运 撤回 撤销 解散 解除",
        "closed": "关闭 关停 倒闭 破产",
        "joined": "加入 入职 加盟 跳槽 转投 任教",
        "left": "离职 辞职 退出 离开 卸任 下台 辞去 去世 逝世 退休",
        "approved": "批准 核准 放行 批复 同意 许可",
        "ordered": "下令 要求 责令 命令 采购 订购 下单",
        "cancelled": "取消 废除 推翻 否决 驳回 搁置",
        "listed": "列入 纳入 拉入",
        "was listed": "上市 敲钟 登陆 挂牌上市",
        "filed": "递交 提交 申请",
        "met": "会见 会面 会谈 会晤 访问 到访 考察 出席 参观",
        "disclosed": "披露 曝光 曝出 泄露 泄漏 公开了",
        "proposed": "提出 提议 倡议 建议",
        "raised": "融资 募资 筹集 募集",
        "upgraded": "升级 更新 迭代 改版 迁移 迁至 搬至 切换",
        "reset": "重置",
        "retired": "退役 停服",
        "fixed": "修复",
        "fined": "罚款 处罚 处以 判处 判决 裁定 裁决",
        "laid off": "裁员 解雇 解聘",
        "bought": "购买 购入 买入 租下",
        "deployed": "部署",
        "adopted": "采用 接入 引进 预装 换上 换用",
        "sold": "出售 卖出 转让 剥离 变卖 卖掉",
        "delayed": "推迟 延期 延后 跳票",
        "resumed": "恢复 重启 复工 重返 回到 返回",
        "changed the price": "上调 下调 降价 涨价 加征 削减",
        "hired": "聘用 招募 挖走 招揽 挖来",
        "merged": "合并 分拆",
        "expanded": "扩建 扩产 追加",
        "investigated": "立案 约谈 传唤 逮捕 抓获 扣押",
        "returned home": "回国 归国",
        "shipped": "出货 供货",
        "graduated": "毕业",
        "trained": "训练 训练出 研制 研制出 研发 研制成功 微调 复现",
        "reached": "突破 达到 跌破 超过 升至 暴跌 大跌 蒸发 暴涨",
    }.items()
    for word in listed.split()
}
UNSURE = lexicon.words(
    "突破 达到 超过 升至 实现 开始 建议 要求 透露 融资 训练 同意 修复 声明 执行 实施 开展 落地 更新 "
    "出席 公开 采购 限制 收紧 采用 部署 研发 申请 指控 处罚 升级 演示 "
    "展示 交付 通报 恢复 追加 合并 回到 返回 上调 下调 削减"
)
"""Words that mostly describe: an act only with "了" or a name right behind."""

NEEDS_SOMEBODY = re.compile(
    r"完成[^，。；]{0,24}(?:融资|轮|收购|并购|交易)|宣布|签署|签订|签约|投资|收购|融资|募资|任命|起诉|聘请|创立|创办"
    r"|披露|领投|注资|批准|收紧|放榜"
)
"""What only a person or an organisation does, never a product."""
NEEDS_PERSON = re.compile(r"毕业|回国|归国|辞职|辞去|离职|入职|任教|退休|跳槽|出任|担任|就任|卸任")
"""What only a person does."""
