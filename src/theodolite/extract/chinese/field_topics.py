"""A thing of the field that a Chinese sentence is about and names first: "大模型仍不成熟"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene

_NAMES = {
    "大语言模型": "large language models",
    "语言大模型": "large language models",
    "多模态大模型": "multimodal models",
    "多模态模型": "multimodal models",
    "视觉语言模型": "vision language models",
    "推理模型": "reasoning models",
    "基础模型": "foundation models",
    "基座模型": "foundation models",
    "世界模型": "world models",
    "扩散模型": "diffusion models",
    "视频模型": "video models",
    "小模型": "small models",
    "大模型": "large models",
    "强化学习": "reinforcement learning",
    "机器学习": "machine learning",
    "深度学习": "deep learning",
    "联邦学习": "federated learning",
    "具身智能": "embodied AI",
    "人形机器人": "humanoid robots",
    "自动驾驶": "autonomous driving",
    "AI智能体": "AI agents",
    "AI 智能体": "AI agents",
    "智能体": "AI agents",
    "AI Agent": "AI agents",
    "AI助手": "AI assistants",
    "AI 助手": "AI assistants",
    "AI编程": "AI coding",
    "生成式人工智能": "generative AI",
    "生成式AI": "generative AI",
    "生成式 AI": "generative AI",
    "通用人工智能": "AGI",
    "人工智能": "AI",
    "AI": "AI",
}
_FIRST = re.compile(
    r"\s?(?:(?:但是?|而且?|不过|然而|目前|当前|现在|如今|今天|今年|近年来|眼下|现阶段|此外|另外|同时|首先|其次|总体而言|总的来说|事实上|其实|所以|因此|因为|由于"
    r"|虽然|尽管|即使|即便|(?:主要|关键|最大的?)?(?:问题|原因|难点)(?:是|在于))[，,]?\s?)*(?:的|这些|所有|许多|很多|大多数|多数|现有的?|当前的?|主流的?)?"
    r"(?P<name>" + "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True)) + ")"
    r"(?!\s?(?:公司|企业|厂商|巨头|初创|独角兽|领域|赛道|竞赛|行业|产业|市场|部门|团队|实验室|研究|人才|专家|监管|治理|投资|战略|政策|政府|指数|专利|论文|应用之年|法案|教育|芯片|产品|生成|内容|工具|技术人员|摘要|日报|\d|[A-Za-z]))"
)


def of(scene: Scene, clause: Span, at: int) -> Mention | None:
    """What a clause is about before a place, where its sentence names nobody before it."""
    match = _FIRST.match(scene.content, clause.start, at)
    if match is None:
        return None
    first = scene.sentences[scene.sentence_at(clause.start)].start
    if scene.mentions_in(first, at):
        return None
    return Mention(*match.span("name"), _NAMES[match["name"]], "group", None, noun="field")
