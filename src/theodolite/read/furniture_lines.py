"""Lines of a page that say by themselves that they are no part of its article, in English and Chinese.

Each expression is matched against a whole line.
"""

from __future__ import annotations

import re

_BARE = "[^。！？!?，：“”他她]"

_ANYWHERE = (
    # English
    r"advertisements?(?: ?[·•—–-].{0,30})?|scroll to continue",
    r"ad|image|print|save|listen|read more|back to top|skip to .{0,30}",
    r"loading", r"share(?: (?:this|on|to|via)\b.{0,30})?|follow us\b.{0,40}",
    r"(?:our standards|related|(?:read|see|watch|listen) (?:more|next|also)|also (?:read|see)|sign up|more"
    r"|click here|don['’]t miss|must read)\s?[:：].{0,120}",
    r"more (?:stories|articles|news|posts)\b.{0,100}", r"\d+ min(?:ute)?s? read|(?:text|font) size",
    r"subscribe\b.{0,60}|sign up\b.{0,80}|log in\b.{0,40}",
    r"copyright (?:©|\(c\))? ?(?:19|20)\d\d\b.{0,150}|https?://\S+|reading time\b.{0,20}",
    r"(?:copyright )?(?:©|\(c\) ?\d{4}).{0,120}|.{0,60}all rights reserved.{0,40}",
    r"download (?:the |this )?(?:full )?.{0,40}\bpdf\b.{0,20}|(?:print|e-?mail) this (?:page|article)",
    # Chinese
    r"[（(\[【]?\s*(?:责任?编辑?|責任編輯|编辑|編輯|校对|审核|编审|监制|来源|來源|文章来源|作者|本文作者|字号|字體|分享|浏览次数"
    r"|浏览|点击|阅读|文章关键词)\s*[:：].{0,60}",
    r"[小中大]字号|(?:打印|关闭|收藏|分享|举报|點讚|点赞)(?:本页|窗口|到[:：]?.{0,12}|让更多人看到)?|我要反馈",
    r"(?:请|請)?(?:继续|繼續)(?:往下)?(?:阅读|閱讀).{0,8}|返回.{1,6}，?查看更多|查看更多|展开全文",
    r"阅读原文|阅读全文|點擊閱讀.{0,10}",
    # Without the punctuation of a sentence: people in stories scan and download things as well.
    rf"{_BARE}{{0,20}}(?:扫一扫|掃一掃|扫码|掃碼|长按识别){_BARE}{{0,40}}|关注(?:我们的)?(?:微信)?公众号.{{0,40}}",
    rf"{_BARE}{{0,20}}(?:下载|下載|打开|打開|[现現]在用){_BARE}{{0,8}}(?:APP|客户端|客戶端)[^。！？]{{0,40}}",
    r".{0,20}(?:版权|版權)(?:声明|所有|聲明).{0,80}|(?:特别|免责|平台|广告|郑重)声明[:：].{0,120}",
    r".{0,10}未经.{0,12}(?:不得|禁止|严禁|请勿)转载.{0,20}",
    r"本文(?:由|来自|系|为|转载自|首发).{0,60}(?:原创|授权|转载|出品|版权|首发).{0,60}",
    r"《[^》]{2,20}》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日.{0,16}[)）]",
    r"(?:编辑|編輯|发布|發布|更新|修改)于\s*\d{4}.{0,40}",
)  # fmt: skip
_AFTER = (
    # English
    r"updates to this page", r"related (?:content|articles?|stories|posts|topics|links|news)",
    r"read (?:next|more)|up next|what to read next|explore more.{0,40}",
    r"more (?:from|on|in|stories)\b.{0,40}", r"you (?:may|might) also (?:like|enjoy).{0,20}",
    r"recommended(?: for you| reading)?|most (?:read|popular|viewed)|trending(?: now)?",
    r"share this(?: post| article| story)?|leave a (?:reply|comment)|join the conversation",
    r"(?:\d+ )?comments?|discussion about this post|(?:about )?(?:the )?(?:authors?|contributors?)",
    r"submission history|access paper|bibliographic and citation tools|assets ?\d*",
    # Chinese
    r"相关(?:阅读|新闻|报道|推荐|文章|链接|解读|稿件)|相關(?:新聞|閱讀|報導|文章)|(?:推荐|延伸|拓展)阅读",
    r"推薦閱讀|延伸閱讀|猜你喜欢|热门(?:排行|文章|推荐|评论)|熱門新聞|更多(?:精彩|阅读|文章|推荐).{0,6}",
    r"\d+ ?条评论|网友评论|网友回应|網友回應|附件下载",
)  # fmt: skip
_LONGEST = 200

_ANYWHERE_PATTERN = re.compile(rf"(?:{'|'.join(_ANYWHERE)})[\s.…。>»→]*", re.IGNORECASE)
_AFTER_PATTERN = re.compile(rf"(?:{'|'.join(_AFTER)})[:：]?", re.IGNORECASE)


def is_furniture_line(line: str) -> bool:
    """Whether a line belongs to the page and not to its article, wherever it stands."""
    words = line.strip()
    return 0 < len(words) <= _LONGEST and _ANYWHERE_PATTERN.fullmatch(words) is not None


def ends_the_article(line: str) -> bool:
    """Whether a line is a heading below which no words of the article come."""
    words = line.strip("-*# \t")
    return 0 < len(words) <= _LONGEST and _AFTER_PATTERN.fullmatch(words) is not None
