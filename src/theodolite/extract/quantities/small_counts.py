"""Small numbers in words: they count something only where the number is the point, not in passing."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re

from theodolite.extract.quantities.elliptic import is_part

DETERMINED = re.compile(
    r"\b(?:the|these|those|both|his|her|its|their|our|my|your|other|last|next|past|first|"
    r"another|any|every|each|coming|previous|following|former|latter|all)\s+(?:\w+\s)?\Z",
    re.I,
)
INCIDENTAL = re.compile(
    r"(?:[\s-](?:(?!(?:per|an?)\s)[\w-]+\s){0,2}?)(?:countries|nations|sides|superpowers|powers|ways?|things?|"
    r"reasons?|parts?|steps?|kinds?|types?|sorts?|factors?|questions?|points?|points of|"
    r"approach(?:es)?|options?|areas?|"
    r"misconceptions?|myths?|roles?|worlds?|ecosystems?|issues?|problems?|lessons?|examples?|"
    r"categories|phases?|stages?|cases|camps|groups|aspects?|levels?|sections?|pillars?|"
    r"principles?|directions?|fronts?|"
    r"themes?|trends?|paths?|hands?|eyes|weeks?|months?|years?|days?|hours?|decades?|minutes?|"
    r"seconds?|generations?|rounds?|dimensions?|ones|biggest|largest|most|main|key|major|"
    r"leading|different|other|such|parallel|giants?|rivals?|"
    r"pieces|letters|scenarios|challenges|advantages|obstacles|bottlenecks|ideas|arguments|"
    r"claims|goals|tasks|times|people familiar|sources|others|words|tracks|regions?|"
    r"continents?|economies)\b",
    re.I,
)
_WORD_COUNTED = re.compile(
    r"\s+(?:[\w-]+\s){0,3}?(?:models|labs|companies|firms|startups|papers|patents|researchers|"
    r"engineers|scientists|chips|GPUs|data cent(?:er|re)s|users|employees|plants|fabs|clusters|"
    r"leaderboards|domains|tiers|nodes|officers|campuses|providers|students|supercomputers|factories|reactors|"
    r"satellites|hospitals|banks|languages|offices|licen[cs]es|founders|teams|hubs|checkpoints|processors|servers|"
    r"accelerators|vendors|suppliers|customers|graduates|"
    r"deals|systems|universities|benchmarks|people|papers|parameters|tokens|billionaires|"
    r"unicorns|institutions|bills|laws)\b",
    re.I,
)
_FIELD_COUNTED = re.compile(
    r"\s+(?:of\s(?:the|these|those|its|their)\s(?:\w+\s)?)?(?:[\w-]+\s){0,2}?(?:models|labs|startups|papers|patents|"
    r"researchers|engineers|scientists|chips|GPUs|data cent(?:er|re)s|plants|fabs|clusters|universities|"
    r"benchmarks|leaderboards|domains|tiers|nodes|unicorns|institutions|officers|campuses|providers|students|"
    r"supercomputers|factories|reactors|satellites|hospitals|banks|languages|offices|bills|laws|licen[cs]es|"
    r"founders|teams|hubs|checkpoints|processors|servers|accelerators|vendors|suppliers|customers|graduates)\b",
    re.I,
)
_COUNTING = re.compile(
    r"\b(?:only|just|at least|more than|fewer than|released|produced|launched|published|has|"
    r"have|had|home to|counted|account\w*|with|of the top|compared with|compared to|versus|"
    r"against|than)\s*\Z",
    re.I,
)


_HAVING = re.compile(
    r"\b(?:has|have|had|having|employs?|employed|counts?|counted|numbers|owns?|owned|operates?|operated|runs? on|ran on|holds?|"
    r"holding|held|lists?|opens?|opened|builds?|built|building|hires?|hired|lost|loses|adds?|added|wins?|won|"
    r"files?|filed|publish(?:es|ed)|releas(?:es|ed)|produc(?:es|ed)|ships?|shipped|launch(?:es|ed)|trains?|trained|sells?|sold|"
    r"buys?|bought|acquir(?:es|ed)|plac(?:es|ed)|(?:lent|gave|sold|sent|left|offered) (?:us|them|him|her|it)|names?|named|"
    r"finds?|found|receiv(?:es|ed)|got|secur(?:es|ed)|contain(?:s|ed)|carr(?:ies|ied)|boasts?|boasted|exactly|at least|only|"
    r"just|across|in all|there (?:are|were|is)|home to|up to|more than|fewer than|includ(?:es|ed)|including|comprises?|"
    r"comprised|maintains?|maintained|funds?|funded|backs?|backed|serves?|served|retains?|poached|gets?|tried|met|saw|makes?|made|wrote|runs?|ran|offers?|offered|loses|lose|approved|rejected|granted|"
    r"awarded|graduated|recruited|attracted|deliver(?:s|ed)|delivery of|installed|commissioned|ordered|spawned|spun out|"
    r"cover(?:s|ed)|span(?:s|ned)|supports?|supported|tested|fielded|deployed|needs?|needed|wants?|wanted)"
    r"(?:\s(?:away|back|on|up|out|down|over))?(?:,\s[\w’' ]{2,20},|\s(?:now|already|so far|only|just|some|about|around|at least|perhaps|maybe|like|exactly))?\s*\Z",
    re.I,
)
"""Words behind which a number says how many of something a side has or makes."""
_THINGS = re.compile(
    r"[\s-](?!(?:more|less|other|others|such|thirds|fifths|quarters|tenths|of|to|in|on|and|or|at|by|for|from|point|"
    r"percent|per)\b)(?:[\w’'-]+\s){0,3}?(?!(?:kids|children|sons|daughters|brothers|sisters|dogs|cats|parents|glasses|"
    r"cups|drinks|legs|feet|this|its|his|was|is|has|does|less|us|sizes|flavou?rs|halves|ends|choices|lines|calls|dinners|"
    r"beers|coffees|series|means|respects|budgets|years|months)\b)(?:[\w-]{2,}(?<![su])s|people|staff)\b"
)
_PLACES = re.compile(r"\bin\s(?:(?:more than|over|at least|some|about|only|just|up to)\s)?\Z", re.I)
_LANDS = re.compile(
    r"\s(?:[A-Z]\w+\s)?(?:countries|member states|US states|states|cities|provinces|jurisdictions|markets|prefectures)\b"
)
_OF_ALL = re.compile(
    r"\sof\s(?:(?:the|its|their|our|those|these)\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"twenty|top|world[’']s|leading|largest|biggest|best)\b|us\b|whom\b|last\syear[’']s\b)"
)
_TEAM = re.compile(
    r"\b(?:team|staff|crew|group|workforce|cohort|class|panel|batch|payroll|headcount|staff count|squad|lab)\sof\s"
    r"(?:(?:about|some|only|just|perhaps|maybe|around|nearly|over|more than)\s)?\Z",
    re.I,
)
_SINGLE = re.compile(r"(?:\b(?:exactly|only|just|precisely|a grand total of)|:)\s\Z", re.I)
_HAS_ONE = re.compile(r"\b(?:has|have|had|with|there (?:is|was))\s\Z", re.I)
_ONE_THING = re.compile(
    r"\s(?:[\w-]+\s){0,3}(?:model|lab|cluster|fab|paper|patent|chip|supercomputer|plant|data cent(?:er|re)|reactor|satellite|"
    r"customer|supplier|employee|server|machine|campus|factory|officer|inspector|engineer|foundry|person|buyer)"
    r"(?=\s?[,.;:]|\s(?:for|in|at|on)\s(?:all|the\swhole|the\sentire|[A-Z]))"
)
_HAVE_BEEN = re.compile(
    r"\s(?:have|were|are|had)\s(?:(?:been|now|already|since|so far)\s){0,2}[a-z]+(?:ed|en|t)\b"
)
_DO = re.compile(
    r"\s(?:were|are|have|had|came|come|went|go|left|stayed|failed|work|now|use|used|run|do|did|said|turned|held|hold|wrote|"
    r"took|chose|found|began|became|got|gave|told|won|lost|completed|finished|passed|made it|reached|refused|agreed|replied|answered|joined|moved|survived)\b"
)
_SINGLE_THING = re.compile(
    r"\s(?!(?:of|way|thing|day|side|hand|reason|point|problem|word|part|step|more|other|who|that|which|in|to)\b)[a-z]{3,}"
)
_SAID = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:people|officials?|executives?|sources?|persons|men|women|others)\s"
    r"(?:said|say|told|familiar|with)\b"
)


_MOVED = re.compile(
    r"\b(?:slip|drop|fall|fell|rose|rise|climb|mov|jump|gain|los|lost|slid|sank|advanc|up|down)[a-z]*\s\Z",
    re.I,
)
_PLACES_MOVED = re.compile(r"\s(?:places|spots|positions|ranks)\b")
_CONNECTIVE = re.compile(r"\A(?:and|but|so|then|still|of (?:these|those|them)),?\Z", re.I)
_HAS_SO_MANY = re.compile(r"\b(?:[A-Z]\w+|[Ww]e|they)\s(?:has|have|had)(?:\s(?:only|just|now))?\s\Z")
_SO_MANY = re.compile(r"\s?[.,;]|\s(?:today|now|already|so far|left)\b")
""" "DeepSeek has three, ...": of what was spoken of before."""
_SUCH = re.compile(r"\ssuch\s(?:[a-z-]+\s)?[a-z]{3,}s\s(?:have|had|were|are|now)\b")
_OR_SO_MANY = re.compile(r"\ban?\s[a-z]+\sor\s\Z", re.I)
""" "A point or two" is no count."""


_GENERATIONS = re.compile(r"\sgenerations?\s(?:old|older|newer|apart)\b")


def counts_things(value: float, before: str, after: str) -> bool:
    """Whether a number in words counts something; `before` and `after` are the text around it."""
    near = before[-70:]
    if _GENERATIONS.match(after):
        return True
    if _OR_SO_MANY.search(near):
        return False
    if _MOVED.search(near) and _PLACES_MOVED.match(after):
        return True
    if value == 1:
        single = _SINGLE.search(near) and _SINGLE_THING.match(after)
        return bool(single or (_HAS_ONE.search(near) and _ONE_THING.match(after)))
    if value < 1:
        return bool(re.search(r"\b(?:was|is|were|are|at|to)\s\Z", near) and re.match(r"\s?[.,;)]|\Z", after))
    if _SAID.match(after):
        return False
    if (_OF_ALL.match(after) and not DETERMINED.search(before)) or (
        _PLACES.search(near) and _LANDS.match(after)
    ):
        return True
    if _HAS_SO_MANY.search(near) and _SO_MANY.match(after):
        return True
    opens = not _CONNECTIVE.sub("", before.strip('“" '))
    counted = re.search(
        r"\d[^.;:]{3,60}\b(?:and|but|of (?:whom|which|them))\s(?:only\s|just\s)?\Z", before[-80:]
    )
    if (opens and (_HAVE_BEEN.match(after) or _SUCH.match(after))) or (
        (opens or is_part(before) or counted) and _DO.match(after)
    ):
        return True
    if re.search(r"\bbetween\s\w+\sand\s\Z", near) and re.match(r"\s?[.,;]|\Z", after):
        return False  # "between ten and six" are hours
    if _TEAM.search(near) and re.match(
        r"\s?[.,;)]|\s[a-z]+(?:ed|s|t)\b|\s(?:in|at|who|that|has|had|wrote|built|and|is|was)\b|\Z", after
    ):
        return True
    if re.match(r"\sof\s(?:\d+|ten|twelve|fifteen|twenty)\s(?:[a-z-]+\s)?[a-z-]{3,}s\b", after):
        return True
    if DETERMINED.search(before) or INCIDENTAL.match(after):
        return False
    if value >= 20:
        return bool(re.match(r"\s+[a-z]", after))
    if _HAVING.search(near) and (_THINGS.match(after) or re.match(r"\sof\sthem\b", after)):
        return True
    return bool(_WORD_COUNTED.match(after) and (_COUNTING.search(before) or _FIELD_COUNTED.match(after)))
