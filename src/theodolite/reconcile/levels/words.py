"""Words of capability in general, of one being the better, and of counted things, in English and Chinese."""

from __future__ import annotations

import re

_FIELD = (
    r"(?:a\.?i\.?|artificial intelligence|gen(?:erative)?[- ]ai|人工智能|ai ?模型|大模型|模型|基础模型|"
    r"生成式)"
)
GENERAL = re.compile(
    rf"(?:the |its |their |our |overall |general |raw |frontier |leading |foundational? |large |language |"
    rf"advanced |best |state[- ]of[- ]the[- ]art |open(?:[- ](?:source|weights?))? |closed(?:[- ]source)? |"
    rf"{_FIELD}\s*)*"
    rf"(?:{_FIELD}|models?|llms?|language models?|systems?|capabilit(?:y|ies)|performance|quality|levels?|"
    r"technolog(?:y|ies)|frontier|model capability|intelligence|race|field|能力|水平|性能|技术|实力)?",
    re.I,
)
"""What is compared, where it is capability itself and not one trade."""
BETTER = re.compile(
    r"\b(?:behind|ahead|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|lead(?:s|ing)?|led|outperform\w*|surpass\w*|"
    r"overt(?:ake|akes|ook|aken)|overtaking|exceed\w*|eclips\w*|beat(?:s|en|ing)?|best(?:s|ed)|"
    r"top(?:s|ped)|match(?:es|ed|ing)?|rival(?:s|led|ling)?|catch(?:es|ing)? up|caught up|"
    r"clos(?:es?|ed|ing) the gap|gap|on (?:a )?par|level with|equal to|equals?|comparable|similar|akin|"
    r"as (?:good|capable|strong|powerful)|"
    r"(?:is|are|was|were|be|been|much|far|slightly|a bit|clearly|still|now) (?:better|worse|stronger|weaker|"
    r"inferior|superior)|(?:better|worse|stronger|weaker) (?:models?|systems?|ai)|superior|inferior|"
    r"more (?:capable|powerful|advanced|intelligent)|less (?:capable|powerful|advanced)|"
    r"pulls? (?:ahead|away))\b|"
    r"(?<=still )below|well below|below (?=[A-Z])|"
    r"(?:higher|lower|better|worse|superior|inferior) performance|"
    r"(?:advance(?:s|ment)?|leap|step up|improvement) (?:\w+ )?(?:compared (?:to|with)|over|on|from)|"
    r"低于|高于|落后|領先|领先|追平|赶上|趕上|追上|超过|超越|不如|不及|强于|弱于|媲美|比肩|相当|差距|接近|看齐|胜过|"
    r"优于|逊于|打不过|甩开",
    re.I,
)
"""That one of two is the better, or that they are level."""
COUNTED = re.compile(
    r"\b(?:more|fewer|less|most|fewest|number of|share of|how many)\s+"
    r"(?!capable|powerful|advanced|intelligent)(?:\w+\s){0,3}\w+|"
    r"\b(?:price|cost|cheap\w*|expensive|users?|revenue|market|sales|volume|invest\w*|"
    r"patents?|papers?|developers|engineers|talent|degrees|speed|faster|slower|tokens? per|parameters)\b|"
    r"价格|成本|用户|市场|投资|专利|论文|人才|速度|参数|数量|规模",
    re.I,
)
"""Things that are counted: a comparison of them is one of figures."""
TRADE = re.compile(
    r"\b(?:cod(?:e|ing)|programming|math(?:s|ematics)?|translation|ocr|vision|images?|videos?|speech|voices?|"
    r"audio|robot\w*|medic\w+|health\w*|legal|law|financ\w+|military|memory|ram|latency|"
    r"agentic|tool use|benchmarks?|leaderboards?|[\w-]*bench|mmlu\S*|gpqa\S*|aime\S*|humaneval|gsm8k)\b|"
    r"编码|编程|代码|数学|翻译|识别|图像|图片|视频|语音|音频|医疗|医学|法律|金融|机器人|内存|显存|延迟|"
    r"基准|榜单|评测|测评|测试|指标|工具调用|Bench|OCR|RAM(?![a-z])",
    re.I,
)
"""One trade, or one test of many: a measure of capability in general does not show it."""
NOT_ALWAYS = re.compile(
    r"\b(?:sometimes|occasionally|at times|on occasion|often|in (?:some|certain|many|several) "
    r"(?:\w+ )?(?:cases|respects|areas|ways|tasks|tests|instances|domains|fields))\b"
    r"|有时|偶尔|时而|(?:部分|某些|一些|个别|多项|多个)(?:任务|场景|方面|领域|情况)",
    re.I,
)
"""That one is the better here and there, which says nothing of capability in general."""
FIRST = re.compile(
    r"\b(?:leads? (?:the (?:world|way|pack|field|race)|everyone|all|in)|"
    r"(?:is|are|was|were|be) (?:still )?leading|"
    r"(?:overall|clear|commanding|global|undisputed|our|its|their|america['’]?s?|china['’]?s?) lead|"
    r"dominates?|dominat(?:ed|ing)|dominance|number one|no\. ?1|(?:first|top) (?:place|spot|rank)|"
    r"(?:comes?|came|ranks?|ranked) first|second to none|unrivall?ed|unmatched|"
    r"(?:the|world['’]s) (?:best|strongest|leading|top|most (?:advanced|capable|powerful)) (?:\w+ )?"
    r"(?:models?|systems?|ai|llms?)|the most (?:advanced|capable|powerful)|"
    r"ahead of (?:everyone|everybody|the world|the pack|all))\b|"
    r"全球领先|世界领先|领先全球|领先世界|继续领先|仍然领先|遥遥领先|第一|最强|最先进|榜首|主导|领跑|无人能及",
    re.I,
)
"""That a side stands first among all."""
CAPABILITY = re.compile(
    r"\b(?:a\.?i\.?|models?|llms?|frontier|capab\w+|systems?|overall lead)\b|人工智能|模型|能力|前沿", re.I
)
"""What it is first in, where that is capability."""
NOT_FIRST = re.compile(
    r"\b(?:not|no longer|rather than|never|n['’]t|without|hardly)\b|并非|不再|没有|不是", re.I
)
"""Words that take a place away again."""
AMONG = re.compile(r"\b(?:one of|among|some of)\b|之一", re.I)
"""That a side is one of several in front."""
JOINED = r"(?:,|，|、|\band\b|&|\bas well as\b|\bor\b|和|与|及)"
"""What joins the names of a list: of several together none is said to be first."""
