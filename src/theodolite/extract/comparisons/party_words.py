"""The words that tell parties from what only looks like one."""

from __future__ import annotations

import re

from theodolite.extract.words import lexicon

PRONOUNS = lexicon.words(
    "we us our ours ourselves it its itself they them their theirs themselves which who that this these those"
)
PERSONS = lexicon.words(
    "ceo cto cfo founder co-founder cofounder president chairman chairwoman minister secretary chief "
    "director "
    "executive executives official officials analyst analysts spokesperson spokesman spokeswoman economist "
    "professor expert experts head officer lawmakers policymakers leaders leader senator investor investors "
    "people citizens workers employees users consumers journalist journalists author authors boss veteran"
)
ACTS = lexicon.words(
    "restrictions restriction controls control tariffs tariff sanctions sanction curbs curb ban bans policy "
    "policies rules rule measures tensions tension war race competition rivalry law laws act bill "
    "regulation "
    "regulations report reports study research survey article paper statement decision export exports "
    "government administration gap story news question debate relationship relations conflict phase stage "
    "era period "
    "days moment time years history decade century past future approach view"
)
PLURAL_THINGS = lexicon.words(
    "models companies firms labs startups developers makers giants players contenders chips systems "
    "researchers engineers scientists universities institutions entrants entries chipmakers manufacturers "
    "counterparts rivals peers competitors alternatives ones offerings products hyperscalers users"
)
HELD = lexicon.words(
    "papers paper citations citation wages wage salaries salary pay revenue revenues costs cost spending "
    "researchers graduates patents downloads usage use sales prices price engineers scientists staff workers "
    "investment output shipments exports yields yield research training growth headcount budget budgets"
)
"""What is counted at or from a house, and so the house's."""
LISTS = re.compile(r"(?:such as|like|including|e\.g\.,?|namely)\Z", re.I)
HUBS = lexicon.words("Silicon Zhongguancun Shenzhen Hsinchu")
MAKERS = lexicon.words("creator maker developer owner parent publisher builder company startup lab")
RESTRICTS = re.compile(
    r"['’]?s?\s(?:[\w-]+\s){0,2}?(?:restrict|export|control|sanction|curb|ban|tariff|polic|government|"
    r"official|law|regulat)",
    re.I,
)
NEXT = re.compile(r"\s?,?\s(?:and\s|or\s|as well as\s)?(?:the\s)?")
TITLES = (
    "Mr|Ms|Mrs|Dr|Prof|Professor|President|Minister|Senator|Secretary|CEO|analyst|founder|economist|"
    "author|Sir"
)
THIS_EVENT = re.compile(r"\b(?:[Tt]his|[Tt]he)\s(?:event|release|launch|announcement|debut|unveiling)\b")
MONTH = re.compile(
    r"\A(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|"
    r"Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|AI|GPU|GPUs|LLM|LLMs|AGI|CEO|API|GDP|R&D|IT|EV|"
    r"Months?|Years?|Weeks?|Internet|AIGC|NLP|ML|CPU|EUV|DUV|HBM|IPO|VC|VCs|English|Chinese|Moore|"
    r"Figure|Table|Chapter|I)\Z"
)
