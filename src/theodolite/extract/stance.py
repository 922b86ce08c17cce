"""How a statement is made: asserted or denied, left open, about the future, on a condition."""

from __future__ import annotations

import re
from typing import Literal

HEDGE = re.compile(
    r"\b(?:may(?! \d)|might|could(?! (?:not|only|get|choose|afford)\b)|(?<!more )(?<!less )likely|"
    r"unlikely|probably|possibly|perhaps|maybe|potentially|"
    r"reportedly|allegedly|supposedly|apparently|seemingly|estimated|"
    r"(?:is|are|was|were|has been|have been) (?:widely )?(?:said|thought|believed|rumou?red|"
    r"reported|understood|considered) to|rumou?red|seems?|seemed|appears? to|appeared to|"
    r"(?:is|are|was|were) expected to|expected to|arguably|presumably|conceivably|supposed to|"
    r"hop(?:es?|ed|ing) to|in (?:\w+ )?talks|I want to say|if (?:the |its |their |our )?(?:[\w'’-]+ ){1,4}"
    r"(?:is|are) (?:right|correct|to be believed|accurate))\b"
)
FORECAST = re.compile(
    r"\b(?:will|won['’]t|shall|would(?! have\b)|wouldn['’]t|going to|gonna|poised to|set to|"
    r"on track (?:to|for)|on course (?:to|for)|bound to|due to (?:reach|hit|be)|about to|"
    r"scheduled (?:to|for)|slated (?:to|for)|due (?:at|in|by|on|next|this|before|out)|hopes? to|committed to|"
    r"in (?:\w+ )?talks|"
    r"(?:is|are|now|there (?:is|are)) to be|"
    r"(?:is|are) expected to|expected to|projected|projects|forecasts?|predicts?|"
    r"by the end of the decade|plans? to|aims? to|intends? to|pledged to|(?:is|"
    r"are) to (?:reach|hit|rise)|"
    r"in the coming (?:years|months)|(?:is|are) likely to (?!be\b|have\b))\b|['’]ll\b"
)
_MODAL_FUTURE = re.compile(
    r"\b(?:may|might|could(?! (?:not|only|get|choose|afford)\b))\s+"
    r"(?:(?:not|well|still|also|even|never|soon|eventually|potentially|only)\s+)*"
    r"(?!be\b(?! able)|have\b|already\b)[a-z]+"
)
_CONDITION = re.compile(
    r"\b(?:if|given that|assuming(?: that)?|provided(?: that)?|unless|as long as|"
    r"on condition that|in case|were it not for|once|upon)\s[^,;.:!?—]{3,160}",
    re.I,
)
_DENIAL_BEFORE = re.compile(
    r"\b(?:(?:nobody|no one|hardly anyone)\s(?:\w+\s){0,3}?"
    r"(?:thinks?|believes?|says?|claims?|argues?|expects?)"
    r"|(?:does|do|did|would|should)(?:\s?n[o'’]t|\snot)\s(?:necessarily\s|really\s|"
    r"actually\s)?(?:mean|imply|suggest|show|prove|follow|indicate|think|believe|agree|buy|accept|"
    r"see)"
    r"|would(?:n['’]t|\snot)\s(?:say|claim|argue)"
    r"|(?:not|never|n['’]t|hardly|far from|no longer|nor)\s(?:(?:\w+\s){0,2})?(?:true|the case|"
    r"correct|accurate|a situation|evidence|mean|imply)"
    r"|misconceptions?(?:\s\d+)?\s?(?::|that|is\b|about)|(?:myth|fallacy)(?:\s\d+)?\s?(?::|"
    r"that|is\b|about)|mistaken (?:belief|idea|view|notion|assumption)|"
    r"despite the (?:impression|perception|notion|myth|misperception|illusion) (?:that|of)|"
    r"misguided|wrong to|"
    r"mistake to|misleading to|disingenuous to|absurd to|nonsense|unfounded|"
    r"(?:challeng|reject|refut|disput|den[iy]|dismiss|debunk|rebut|question|contest|contradict|"
    r"disprov|scoff)\w*\s(?:at\s)?(?:the|this|that|any|such|claims?|suggestions?|reports?)\b"
    r"|(?:no one|nobody)\s(?:in \w+\s)?should\s(?:\w+\s){0,4}?"
    r"(?:think|believe|thought|idea|notion|comfort)"
    r"|push(?:es|ed|ing)? back (?:against|on)|contrary to|there(?:['’]s| is|"
    r" was) no (?:evidence|sign|indication|proof|reason)|no (?:evidence|sign|proof|"
    r"indication) (?:that|of)"
    r"|(?:does|do|did)(?:\s?n[o'’]t|\snot)[\"”’]?\s(?:recogni[sz]e|accept|share|support|endorse|"
    r"bear out|back)|"
    r"doubts? (?:that|whether|if)|i disagree|(?:is|are)(?:n['’]t|\snot) (?:convinced|"
    r"sure) that|(?:in)?accurate to (?:say|claim)|(?:cannot|can['’]t) say(?! wh| how)|forget (?:the|"
    r"about))(?![\w])",
    re.I,
)
_DENIAL_AFTER = re.compile(
    r"^[^;?!]{0,60}?\b(?:is|was|are|were|seems|sounds|looks)\s(?:(?:simply|just|flatly|plainly|"
    r"completely|entirely|totally|also|always|really|clearly|a|an|pure|utter)\s){0,3}"
    r"(?:wrong|false|untrue|nonsense|myth|misleading|outdated|inaccurate|misconception|fallacy|"
    r"mistaken|incorrect|exaggerated|(?:very |too |far too |overly |wildly )?optimistic|far-fetched|"
    r"a stretch|"
    r"fanciful|unrealistic|hopelessly naive|naive|wishful thinking|not true|not accurate|not correct|"
    r"unfounded|absurd|baseless|fantasy|fiction|delusion|illusion|fairy tale|laughable|ludicrous|"
    r"preposterous)\b"
    r"|^[^;?!]{0,60}?\b(?:laughed out of|does not hold|do(?:es)?n['’]t hold|does not stand|collapses under|"
    r"does not survive)\b",
    re.I,
)
_OBJECTION = 200
_OBJECTS = re.compile(
    r"^[^;?!.]{0,60}?\b(?:is|was|are|were|seems)\s(?:\w+\s){0,2}?(?:mislead\w*|meaningless|disingenuous|pointless|"
    r"nonsens\w*|absurd|simplistic|beside the point|the wrong (?:way|measure|metric|yardstick|question))\b",
    re.I,
)
_TURN = re.compile(r"[;,]\s(?:but|while|whereas|although|though|yet|and)\b|\sbut\b", re.I)
_DENIAL_NEXT = re.compile(
    r"[\"”’]?\s+[\"“]?(?:(?:But|Yet|No|Well)[,:]?\s)?(?:(?:That|This|It|that|this|it|Such talk|"
    r"The claim|The idea)"
    r"(?:['’]s|\s(?:is|was|isn['’]t|wasn['’]t|seems|sounds))\s(?:(?:simply|just|flatly|plainly|all|"
    r"also|really|clearly|"
    r"an?|pure|utter|complete|not)\s){0,3}(?:wrong|false|untrue|nonsense|myth|misleading|true|"
    r"accurate|correct|so|"
    r"mistaken|incorrect|exaggeration|exaggerated|fairy tale|rubbish|unfounded|absurd|the case)|"
    r"Nonsense|Rubbish|"
    r"(?:They|It|We)\s(?:are|is|do|does|have|has)(?:n['’]t|\snot)(?=\s?[.!])|"
    r"Not (?:so|true)|Wrong|Hardly|I disagree|I (?:don['’]t|do not|cannot|can['’]t) "
    r"(?:buy|believe|accept|agree|share))\b"
)
_NOT_NEAR = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|do|does|did|has|have|had|wo|ca|would|could|should|will|"
    r"can)\s?(?:not|n['’]t)|\bnot|\bno longer|\bnever|\bhardly|\bneither|"
    r"\bnowhere near)\s+(?:(?!only|just|merely|to\b|more|less|even)\w+\s+){0,3}\Z",
    re.I,
)
_RHETORICAL = re.compile(r"\b(?:really|truly|indeed|actually|imply|mean|just|only|merely|such|so)\b", re.I)
_RELATIVE = re.compile(r"\b(?:which|who|whose)\b")
_SPLIT = re.compile(
    r";|[,—–-]\s(?:but|while|whereas|although|though|however|yet|and (?:that|it|the|they|he|"
    r"she|we|this))\b|,\s(?:whose|which|who)\b|,\s(?:holding|arguing|saying|adding|noting|insisting)\sthat\b|"
    r"\bwhat\s(?:[\w'’-]+\s){1,4}(?:does|do|did)\s(?:not|n['’]t)\s(?:show|say|mention|tell)\sis\b|\bbut\b|"
    r"\b(?:because|since|whereas)\b",
    re.I,
)


def polarity(
    content: str, sentence: tuple[int, int], start: int, end: int, cue: int, plain: bool = False
) -> Literal["asserted", "denied"] | None:
    """Whether the speaker holds what stands at `start` to `end` (its cue at `cue`), rejects it, or,
    with None,
    only asks."""
    before = content[sentence[0] : start]
    inside = content[start:cue]
    after = content[end : sentence[1]]
    if _denied(_last_clause(before), inside, after, plain):
        return "denied"
    if "?" in content[end : sentence[1]] or content[end - 1 : end] == "?":
        asked = content[sentence[0] : sentence[1]]
        return "denied" if _RHETORICAL.search(asked) else None
    if not plain and _denied_next(content, sentence):
        return "denied"
    return "asserted"


def _denied_next(content: str, sentence: tuple[int, int]) -> bool:
    """Whether the next sentence rejects what this one reports: "They say that ... That is not true"."""
    told = re.search(
        r"\b(?:sa(?:y|ys|id|ying)|claim\w*|argu\w+|believ\w+|think\w*|told|tells?|hear|fashionable|common|"
        r"often|assum\w+|"
        r"repeat\w*|insist\w*|suggest\w*|idea|belief|view|headlines?|talk)\b",
        content[sentence[0] : sentence[1]],
        re.I,
    )
    after = _DENIAL_NEXT.match(content, sentence[1], sentence[1] + 90)
    if not told or not after:
        return False
    words = after.group().lower()
    plainly = re.search(r"\b(?:true|accurate|correct|so|the case)\Z", words)
    return not plainly or bool(re.search(r"\bnot\b|n['’]t\b", words))


def denial_end(content: str, sentence: tuple[int, int], end: int) -> int:
    """Where the words end that say of a statement why it misleads ("is misleading, because months ..."); else
    where the statement ends."""
    after = content[end : min(sentence[1], end + _OBJECTION)]
    if not _OBJECTS.match(after):
        return end
    stop = re.search(r"[.;!?\"”]|,[\"”]?\s(?:said|says|argued|argues|wrote|added|he|she|they)\b", after)
    words = after[: stop.start()] if stop else after[: after.rfind(" ")]
    return end + len(words.rstrip(" ,"))


def disowned(content: str, sentence: tuple[int, int]) -> bool:
    """Whether the one who writes rejects in the next sentence, in the first person, what another was told to
    say: the other still holds it."""
    after = _DENIAL_NEXT.match(content, sentence[1], sentence[1] + 90)
    return after is not None and re.search(r"\bI\s", after.group()) is not None


def _denied(before: str, inside: str, after: str, plain: bool) -> bool:
    inside = _last_clause(inside)
    turn = _TURN.search(after)
    after = after[: turn.start()] if turn else after
    framed = _DENIAL_BEFORE.search(before) or _DENIAL_BEFORE.search(inside) or _DENIAL_AFTER.match(after)
    if framed or plain:
        return bool(framed)
    return bool(_NOT_NEAR.search(inside) or (not inside.strip() and _NOT_NEAR.search(before)))


def _last_clause(before: str) -> str:
    """What stands before, from the last turn ("but", ";") on."""
    turns = list(_SPLIT.finditer(before))
    return before[turns[-1].end() :] if turns else before


def clause_start(content: str, sentence: tuple[int, int], start: int) -> int:
    """Where the clause begins that `start` stands in, as far as turns of the sentence show."""
    turns = list(_SPLIT.finditer(content, sentence[0], start))
    return turns[-1].end() if turns else sentence[0]


def hedged(content: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether the speaker leaves it open. The month of May is no hedge."""
    return bool(HEDGE.search(_own_words(content, sentence, start, end)))


def forecast(content: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether it speaks of the future."""
    words = _own_words(content, sentence, start, end)
    return bool(FORECAST.search(words) or _MODAL_FUTURE.search(words))


def _own_words(content: str, sentence: tuple[int, int], start: int, end: int) -> str:
    """The statement with what governs it: its clause from the last turn, comma or reporting verb on."""
    begin = clause_start(content, sentence, start)
    lead = content[begin:start]
    cut = max(lead.rfind(", "), lead.rfind(" that "), lead.rfind(" and "))
    if cut >= 0 and len(lead) - cut > 30:
        lead = lead[cut:]
    if _RELATIVE.search(content, start, end):
        lead = ""  # what a relative clause says of a name stands by itself
    return lead + content[start:end]


def condition(content: str, sentence: tuple[int, int], start: int, end: int) -> str | None:
    """The condition that the sentence sets: "if ...", "given that ...", "once ..."."""
    for match in _CONDITION.finditer(content, sentence[0], sentence[1]):
        if match.group().lower().startswith("once") and re.match(
            r"(?i)once (?:a|more|again|every|considered)\b", match.group()
        ):
            continue
        before = content[max(sentence[0], match.start() - 10) : match.start()].lower()
        if re.search(r"\b(?:as|even|ask|asked|wonder|whether|see|only)\s\Z", before) and not before.endswith(
            ("even ", "only ")
        ):
            continue
        return match.group().strip()
    return None


def hypothetical(content: str, sentence: tuple[int, int], start: int) -> bool:
    """Whether a figure stands inside a supposition or in advice to the listener ("suppose 50%", "if
    you're at 89%")."""
    before = content[sentence[0] : start]
    supposed = list(
        re.finditer(
            r"\b(?:if|suppose|supposing|imagine|let['’]s say|say,|what if|assume|assuming|"
            r"hypothetically|even if|whether)\b",
            before,
            re.I,
        )
    )
    if supposed:
        tail = before[supposed[-1].end() :]
        if re.search(r"\A\s\S[^,]{8,90}?\s(?:it|they|we|he|she|that)(?:['’]ll| will| would have)\b", tail):
            return False  # "if they ship it they'll be two years ahead": the consequence is claimed
        # The main clause after the comma is no supposition any more.
        if "," not in re.sub(r",\s(?:and|or|say|for example)\b", " ", tail) or re.search(
            r"\byou(?:['’]re|r)?\b", tail, re.I
        ):
            return True
    if re.search(r"\bwe (?:will )?need\s(?:[\w.]+\s){0,3}\Z", before, re.I):
        return True
    return bool(
        re.search(
            r"\b(?:you(?:['’]re|['’]ll| need| are| can| could| should| want| get| have)|consider a|"
            r"take a|let us say)\b[^;]{0,60}\Z",
            before,
            re.I,
        )
        and not re.search(r"[\"“”]", before[-80:])
    )


def signs(content: str, sentence: tuple[int, int], start: int, end: int) -> dict[str, str]:
    """The words that deny, hedge or put into the future what stands between two places, where there are."""
    words = _own_words(content, sentence, start, end)
    before = _last_clause(content[sentence[0] : start])
    inside, after = content[start:end], content[end : sentence[1]]
    denial = (
        _DENIAL_BEFORE.search(before)
        or _DENIAL_BEFORE.search(inside)
        or _DENIAL_AFTER.match(after)
        or _NOT_NEAR.search(inside)
        or _NOT_NEAR.search(before)
    )
    found = {"denied": denial, "hedged": HEDGE.search(words)}
    found["forecast"] = FORECAST.search(words) or _MODAL_FUTURE.search(words)
    return {name: match.group().strip() for name, match in found.items() if match}
