"""How one side moves towards the other or away from it, with no word for the gap: "catching up"."""

from __future__ import annotations

import re

_F = re.IGNORECASE
_OWNER = r"(?:the\s|its\s|their\s)?[\w.&’'-]{1,24}(?:\s[\w.&’'-]{1,24}){0,2}"

CATCHING = re.compile(
    r"\b(?P<verb>(?:catching|catches) up|"
    r"gain(?:s|ed|ing)?\s(?:(?:more|much|some|a lot of|considerable|fast|steadily|"
    r"rapidly)\s)?(?:ground\s)?(?:fast\s|rapidly\s)?"
    r"(?:on|against)(?=\s(?:the\s|its\s|their\s|both\s)?(?:(?-i:[A-Z])|closed|leaders?|leading|frontier|western|rivals?|"
    r"incumbents?|it\b|them\b))|"
    r"clos(?:es?|ed|ing)\s(?:fast\s|rapidly\s|quickly\s)?in\s(?:fast\s|rapidly\s)?on|clos(?:es|ed|"
    r"ing) fast on|"
    r"creep(?:s|ing)? up on|crept up on|"
    r"(?:nipping|snapping|biting) at (?:the heels of|(?=" + _OWNER + r"['’]s?\sheels))|"
    r"hot on the heels of|"
    r"breathing down (?:the necks? of|(?=" + _OWNER + r"['’]s?\snecks?))|"
    r"(?:makes?|making|made) up (?:(?:some|much|a lot of|lost|considerable|the)\s)?ground|"
    r"(?:draw|edg|inch|creep|pull|get|mov|com|grow|sneak)(?:s|es|ing|ting)?\s(?:(?:ever|much|even|"
    r"still|steadily|a step|a little)\s)?"
    r"(?:closer|nearer) to|(?:drew|drawn|crept|got|came|come|edged|inched|moved|pulled)\s(?:(?:ever|"
    r"much|even|a step)\s)?"
    r"(?:closer|nearer) to|"
    r"converg(?:es?|ed|ing) (?:with|on|towards?)|"
    r"(?<=\s)catching(?=\s(?:the\s)?(?-i:[A-Z])))\b",
    _F,
)
CLOSING = re.compile(
    r"(?:gain|clos\w+\s(?:in|on|fast|rapidly|quickly)\b|creep|crept|converg|catching\s(?!up))", _F
)
"""Words for coming closer that are said of many other things: only towards somebody."""
NEARER = re.compile(r"(?:closer|nearer) to\Z|\Aconverg", _F)
"""Words that also say how friendly two are: only of models, groups of them, and where a race is spoken of."""
WILL_CATCH = re.compile(
    r"\b(?:will|would|could|may|might|can|should|likely to|expected to|able to|capacity to|"
    r"['’]ll|going to|poised to)\s(?:(?:not|never|soon|eventually|also|still|even|probably|"
    r"likely|be able to|have the capacity to|ultimately|quickly|fully|"
    r"one day)\s){0,3}(?P<verb>catch up|close the gap|narrow the gap|draw level)\b",
    _F,
)
_BEHIND_WHOM = (
    r"\bbehind\b(?=\s(?:the\s|both\s|its\s|their\s)?(?:(?-i:[A-Z])|closed\b|open\b|leading\b|frontier\b))"
)
FALLING = re.compile(
    r"\b(?:fall(?:s|en|ing)?|fell|slip(?:s|ped|ping)?|drop(?:s|ped|ping)?|drift(?:s|ing|ed)?|"
    r"slid(?:es?|ing)?|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|sink(?:s|ing)?|sank)\s(?:(?:ever|even|"
    r"still|much|a little|"
    r"slightly|yet)\s)?(?:further|farther)\s(?:and (?:further|farther)\s)?behind\b|\b(?:is|are|"
    r"['’]s|['’]re|keeps?|"
    r"been|was|were)\s(?:(?:rapidly|steadily|now|also|already|fast|slowly|quickly)\s)?(?:falling|slipping|dropping|sliding)\s"
    + _BEHIND_WHOM
    + r"|\b(?:continu(?:es?|ed|ing)|begins?|began|begun|start(?:s|ed|ing)?) to (?:fall|slip|drop|slide)\s"
    + _BEHIND_WHOM,
    _F,
)
LOSING = re.compile(
    r"\b(?:los(?:t|es?|ing)|ced(?:ed|es?|ing)|giv(?:en?|ing) up|yield(?:ed|s|ing)?)\s(?:(?:more|"
    r"further|still|yet|much|some|a lot of|considerable)"
    r"\s){0,2}ground\b",
    _F,
)
PULLING = re.compile(
    r"\bpull(?:s|ed|ing)?\s(?:(?:further|farther|even|well|steadily)\s)?(?:ahead|away|clear)\s(?:of|"
    r"from)\b|\b(?:pull|mov|rac|forg|surg|edg|stretch|draw|speed|leap|push|jump|go|get)(?:s|es|ed|ing|ting)?\s"
    r"(?:(?:even|ever|still)\s)?(?:further|farther)\s(?:and (?:further|farther)\s)?(?:ahead|away|"
    r"in front|clear)\b"
    r"(?:\s(?:of|from)\b)?",
    _F,
)
LEAVING = re.compile(
    r"\b(?:leav(?:es?|ing)|left)\s(?P<whom>(?:[\w.&’'-]+\s){1,5}?)(?:(?:ever|even|still|yet)\s)?(?:further|farther)\s"
    r"(?:and (?:further|farther)\s)?behind\b",
    _F,
)
