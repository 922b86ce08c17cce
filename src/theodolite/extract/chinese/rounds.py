"""Rounds of money in Chinese, where the one who raised is named in another clause or sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese.referents import is_organisation, is_thing, main_organisation, own_firm
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import draft
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_ROUND = re.compile(r"融资|轮|增资|募资|战投|投资方|领投|跟投")
_LED = re.compile(
    r"(?:由|获|获得|得到|来自)?(?P<who>[^。；！？]{2,80}?)(?:等)?(?:机构|基金|老股东|知名机构|产业方"
    r"|投资方|公司|多家[^，。；]{0,6})?(?:联合|共同|独家|继续|也|均|都|持续|战略|分别|超额|追加"
    r"|参与了?|与了?)*"
    r"(?:领投|跟投|参投|投资|追投|加码|出资|认购|增持|参与(?=[，。；]|本轮)|跟进|加持|注资|入局"
    r"|入股)(?=[，。；！”\s]|\Z|了?本轮|了?此轮|此次|这一轮)"
)
_NOUN = re.compile(
    r"(?:投资方|投资者|投资机构|领投方|跟投方|参投方|参与方|股东|新股东|老股东|出资方)(?:还|也|主要"
    r"|则|阵容)?(?:包括|为|有|是|分别为|涵盖|囊括|还有|名单包括)(?:了)?(?P<who>[^。；！？]{2,80})"
)


def find(scene: Scene) -> Iterator[Draft]:
    """ "本轮融资由A领投，B、C跟投，老股东D继续加码": A to D fund the one who raises."""
    for sentence in scene.sentences:
        text = scene.content[sentence.start : sentence.end]
        if not _ROUND.search(text):
            continue
        raiser = _raiser(scene, sentence)
        if raiser is None:
            continue
        for clause in scene.clauses_of(sentence):
            for pattern in (_LED, _NOUN):
                end = sentence.end if pattern is _NOUN else clause.end
                for match in pattern.finditer(scene.content, clause.start, end):
                    yield from _backers(scene, match, raiser)
                    if pattern is _NOUN:
                        break


def _backers(scene: Scene, match: re.Match[str], raiser: Mention) -> Iterator[Draft]:
    """Everybody named between, but for the one who raises."""
    for mention in scene.mentions_in(match.start("who"), match.end("who"))[:16]:
        if mention.name == raiser.name or not is_organisation(scene, mention) or mention.kind == "group":
            continue
        yield draft(scene, "funds", mention, raiser, (match.start(), match.end()), match.start())


_COMPLETED = re.compile(r"(?:完成|获得|宣布|披露)[^。；]{0,30}?(?:融资|轮投资|战略投资)")
_GOT_IT = re.compile(r"(?:拿|融|募|到手)(?:到|了|完|过)+[^。；]{0,6}(?:[一两三]?笔|[一两三]?轮|融资|投资|亿)")
_RAISES = re.compile(
    r"(?:[^，。；]{0,14}?|今[日天]宣布[^。；]{0,40}?，[^，。；]{0,14}?)(?:宣布|已|近日|日前|今日|今天|刚刚|正式|顺利)?(?:完成|获得?|宣布|拿到|启动"
    r"|敲定|正在)[^。；]{0,24}?(?:融资|轮|战略投资|注资)"
)


def _raiser(scene: Scene, sentence: Span) -> Mention | None:
    """Who completed the round, here or in the three sentences before."""
    number = scene.sentence_at(sentence.start)
    for earlier in reversed(scene.sentences[max(0, number - 3) : number + 1]):
        for mention in scene.mentions_in(earlier.start, earlier.end):
            if not is_organisation(scene, mention) or is_thing(scene, mention) or mention.kind == "group":
                continue
            if _RAISES.match(scene.content, mention.end, earlier.end):
                return mention
        if _COMPLETED.search(scene.content, earlier.start, earlier.end):
            return own_firm(scene, sentence.end - 1) or main_organisation(scene)
        if _GOT_IT.search(scene.content, earlier.start, earlier.end):
            return own_firm(scene, sentence.end - 1)
    return None
