"""Uses that stand between two names without a verb of using: "A's assistant runs on B", "A's B-based app",
"users of B include A", "B is the default at A", "A replaced C with B", "A, whose engineers rely on B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from theodolite.extract.referents import Referent
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.relations import parties
from theodolite.extract.relations.hardware import ware_of
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.names import Mention

_NOUN = (
    r"(?:assistants?|chatbots?|apps?|applications?|bots?|tools?|services?|search(?:\sengine)?|products?|"
    r"systems?|agents?|"
    r"platforms?|copilots?|help\s?desk|call\scent(?:re|er)s?|features?|engines?|software|sites?|"
    r"websites?|cars|vehicles|phones?|"
    r"smartphones?|handsets?|robots?|humanoids?|glasses|devices?|clusters?|supercomputers?|cloud|clouds|"
    r"models?|workloads?|backend|"
    r"stack|helper|translator|tutor|speaker|speakers|recommendations?|summari[sz]er|customer\sservice|"
    r"support|inference|training|"
    r"machines?|vessels|ships|drones|workflows?|pipelines?|editor|browser|inbox|desk|portal|line|hotline)"
)
_FEW = r"(?:(?!(?:and|but|that|which|who|with|from|than|rival|competitor)\b)[\w.+-]+\s){0,4}?"
_NOW = (
    r"(?:(?:now|already|still|currently|also|mostly|mainly|largely|partly|today|reportedly|itself|all|"
    r"entirely|quietly)\s){0,3}"
)
_USES = (
    r"(?:runs?\s(?:\w+\s)?on|ran\son|uses?|used|rel(?:y|ies)\s(?:heavily\s|largely\s|mainly\s)?on|"
    r"depends?\s(?:heavily\s)?on|"
    r"(?:is|are|was|were|will\sbe|has\sbeen|have\sbeen|being)\s(?:now\s|partly\s|largely\s|all\s|"
    r"currently\s)?"
    r"(?:powered|driven|run|served|backed|handled|operated|hosted|trained|answered|supported)\s(?:by|on|"
    r"from|with)|"
    r"draws?\son|works?\swith|talks?\swith|calls?(?:\son)?|leans?\son|employs?|taps?|switched\sto|moved\sto)"
)
_WARE = (
    r"\s(?:the\s|a\s|an\s|its\s|some\s|several\s|older\s|new\s|small\s|fine-tuned\s|version\sof\s|"
    r"copy\sof\s|copies\sof\s|cop(?:y|ies)\sof\s|[A-Z]\w+['’]s\s){0,4}"
)
_OWN_RUNS = re.compile(rf"['’]s?\s{_FEW}{_NOUN}(?:,\s(?:which|that))?\s{_NOW}{_USES}{_WARE}\Z")
_OWN_ASIDE = re.compile(
    rf"['’]s?\s{_FEW}{_NOUN},?\s(?:{_NOW})(?:powered|driven|run|served|hosted|trained)\s(?:by|on|"
    rf"from){_WARE}\Z"
)
_WITH_PEOPLE = re.compile(
    rf",\swhose\s{_FEW}[a-z-]+(?:s|staff|people|app|assistant|chatbot|cars|software)\s{_NOW}"
    rf"(?:{_USES}|run|work\swith|swear\sby|code\swith|write\swith|train\son|build\son){_WARE}\Z"
)
_POWERS = re.compile(
    rf"(?:\smodels?|\schips?)?\s{_NOW}(?:powers?|powered|drives?|runs?\s(?:inside|behind|in|underneath|"
    rf"beneath)|sits?\s(?:inside|behind|underneath|under|in)|"
    rf"is\s(?:inside|behind|underneath|at\swork\sin|at\sthe\sheart\sof|the\s(?:brain|engine|model)"
    rf"\s(?:behind|of|inside|in))|"
    rf"answers?\s\w+\s(?:in|for)|works?\sin|has\sfound\sits\sway\sinto|found\sits\sway\sinto|went\sinto|"
    rf"goes\sinto|ships\s(?:with|in|on)|comes\s(?:with|on|in)|"
    rf"handles\s(?:\w+\s){{1,3}}(?:for|at|in))\s(?:the\s)?\Z"
)
_OWNERS_NOUN = re.compile(rf"['’]s?\s{_FEW}{_NOUN}\b")
_BASED = re.compile(rf"-(?:based|powered|driven|equipped|trained)\s{_FEW}{_NOUN}\b")
_GENERAL = frozenset(
    {"AI", "GenAI", "GPU", "GPUs", "LLM", "LLMs", "API", "ML", "Arm", "Linux", "Android", "Web"}
)
_INSIDE = re.compile(r"(?P<name>.{2,40})-(?:based|powered|driven|equipped|trained)\Z")
_POSS = re.compile(
    r"['’]s?\s(?:(?:new|own|latest|popular|first|free|main|[a-z]+-language|[A-Z][a-z]+)\s){0,2}\Z"
)
_ITS = re.compile(
    r"\b(?:its|their|the\s(?:company|firm|group|lab|bank)['’]s)\s(?:(?:new|own|latest|popular|first|"
    r"free)\s){0,2}\Z"
)
_USERS_OF = re.compile(
    r"\b(?P<among>[Aa]mong\s)?(?:[Tt]he\s)?(?:(?:[Ll]argest|[Bb]iggest|[Ee]arly|[Kk]nown|[Hh]eaviest|"
    r"[Ff]irst|[Pp]aying|[Mm]ain)\s)?"
    r"(?:[Uu]sers|[Aa]dopters|[Ll]icensees|[Bb]uyers)\sof\s(?:the\s)?\Z"
)
_ITS_USERS = re.compile(
    r"['’]s?\s(?:(?:largest|biggest|early|known|heaviest|first|paying|main|corporate)\s){0,2}(?:users|"
    r"adopters|licensees|customers)\s"
    r"(?:now\s)?(?:include|are|included|such\sas|like)\s(?:the\s)?\Z"
)
_INCLUDE = re.compile(
    r"(?:\smodels?|\schips?)?,?\s(?:include|includes|included|including|are|is|were|was|such\sas|like)"
    r"\s(?:the\s)?\Z"
)
_DEFAULT = re.compile(
    r"\s(?:is|remains|became|has\s(?:now\s)?become|was|stays|has\slong\sbeen|has\sbeen)\s(?:now\s|still"
    r"\s|already\s)?(?:the\s|a\s|its\s)?"
    r"(?:(?:default|standard|preferred|house|main|usual|in-house|favourite|favorite|workhorse|only|"
    r"approved|official|chosen)\s?)"
    r"(?:(?:coding\s|language\s)?(?:model|assistant|tool|choice|chatbot|option|system|chip|engine|one)"
    r"\s)?(?:at|in|inside|across|for|with|of|throughout)\s(?:the\s)?\Z"
)
_INSTEAD = re.compile(
    r"(?:\s(?:has|had|have|recently|also|then|just|quietly)){0,3}\s(?:replaced?s?|swapp?(?:ed|s)|"
    r"exchanged?s?|ditched|dropped|dumped|abandoned|traded)\s(?:out\s)?"
    r"(?P<old>[^,;.:]{2,50}?)\s(?:with|for|in\sfavou?r\sof|by)\s(?:the\s)?(?:[A-Z]\w+['’]s\s)?\Z"
)
_RUNS_IT = re.compile(
    r"(?:\s(?:has|had|have|now|also|still|already|quietly|then|is|are)){0,3}\s(?:hosts?|hosted|runs?|ran|"
    r"running|serves?|served|serving|resells?|resold|chose|picked|favou?rs?|prefers?|"
    r"kept|keeps|went\swith|goes\swith|gone\sover\sto|opted\sfor|settled\son|plumped\sfor|swears\sby|"
    r"makes?\s(?:heavy\s)?use\sof|has\smade|standardi[sz]ed\son|"
    r"pays\sfor|paid\sfor|licensed|licenses|trials?|trialled|trialling)\s(?:the\s|its\sown\s|a\s|an\s|"
    r"copies\sof\s|copy\sof\s|version\sof\s|fine-tuned\s|mainly\s|mostly\s|[A-Z]\w+['’]s\s){0,3}\Z"
)
_USED_BY = re.compile(
    r"(?:\smodels?|\schips?)?,?(?:\s(?:which|that))?(?:\s(?:is|was|are|were|has\sbeen|have\sbeen))?"
    r"\s(?:now\s|widely\s|already\s|heavily\s|also\s)?"
    r"(?:relied\s(?:up)?on|depended\son|trialled|piloted|chosen|picked|favou?red|preferred|licensed|run|"
    r"hosted|used|adopted|deployed)\s(?:by|at)\s(?:the\s)?\Z"
)
_WHICH_A = re.compile(
    r"(?:\smodels?|\schips?|\sassistant|\sfamily|\ssystem)?,?\s(?:which|that)\s(?:the\s(?:[\w-]+\s){0,2})?\Z"
)
_A_USES = re.compile(
    r"\s(?:(?:has|have|had|is|are|now|also|still|already|currently|mostly|itself|since|long|heavily)\s){0,3}"
    r"(?:uses|used|use|using|runs|run|deploys|deployed|adopted|adopts|installed|employs|licensed|"
    r"licenses|relies\son|rely\son|relied\son|depends\son|"
    r"depend\son|leans\son|hosts|tapped|taps|pilots|piloted|pays\sfor|swears\sby|chose|picked|prefers|"
    r"favou?rs|integrated|embedded)"
    r"(?=[,.;:)]|\s(?:in|for|at|on|to|as|since|across|with|today|now|internally|last|this|every|"
    r"throughout|,)\b)"
)
_DEFAULT_MADE = re.compile(r"\s(?:its|their|the)\s(?:new\s)?(?:default|standard|preferred|house|main)\b")
_MADE_IT = re.compile(
    r"(?:\s(?:has|have|had|also|now)){0,2}\s(?:made|makes|named|declared)\s(?:the\s)?(?:[A-Z]\w+['’]s\s)?\Z"
)
CUES = words.words(
    """run runs ran running use uses used using relies rely relied depends depend depended powered driven
    served backed hosted trained answered supported draws works work talks calls leans employs taps switched
    moved powers drives sits brain engine heart handles answers found ships comes goes went users adopters
    licensees customers buyers default standard preferred main usual favourite favorite workhorse approved
    official chosen replaced replaces swapped swaps exchanged ditched dropped dumped abandoned traded hosts
    serves resells resold chose picked favours favors prefers kept keeps opted settled plumped swears make
    makes made standardised standardized pays paid licensed licenses trials trialled piloted pilots deploys
    deployed adopted adopts installed tapped integrated embedded handled operated trialling serving named
    declared employed whose favoured favored lean leaned rely prefer deploy using deploying adopting"""
)
"""Words of which one stands in every wording above, but for what ends in "-based"."""
_ENDS = ("based", "powered", "driven", "equipped", "trained")
_END_GATE = Gates(re.compile("|".join(_ENDS)))
_LONGEST = 110
_HOUSES = ("organisation", "unknown", "group", "side")


def find(row: NamedRow) -> Iterator[Tie]:
    """The uses of one sentence that stand between names."""
    said = row.scene.reading.words[row.number]
    told = not said.isdisjoint(CUES)
    adjective = _END_GATE.may(said) and any(word.endswith(_ENDS) for word in said)
    if not told and not adjective:
        return
    for i, (first, a) in enumerate(row.names):
        if adjective:
            yield from _based(row, i, first, a)
        if i + 1 >= len(row.names) or not told:
            continue
        for k in (i + 1, i + 2):
            if k >= len(row.names):
                break
            second = row.names[k][0]
            between = row.content[first.end : second.start]
            if not between or len(between) > _LONGEST:
                break
            yield from _pair(row, i, k, between)


def _pair(row: NamedRow, i: int, k: int, between: str) -> Iterator[Tie]:
    (first, a), (second, b) = row.names[i], row.names[k]
    if first.adjective and first.kind == "side":
        return
    before = row.content[max(row.sentence.start, first.start - 50) : first.start]
    if a.kind in _HOUSES and a.kind != "model":
        if (
            _OWN_RUNS.match(between)
            or _OWN_ASIDE.match(between)
            or _WITH_PEOPLE.match(between)
            or _INSTEAD.match(between)
        ):
            for other in row.list_from(k):
                yield from _tie(row, a, other, first.start)
            return
        if k == i + 1 and (
            _RUNS_IT.match(between)
            or (_MADE_IT.match(between) and _DEFAULT_MADE.match(row.content, second.end))
        ):
            for user in row.list_to(i):
                for other in row.list_from(k):
                    if other.kind == "model" and not is_chip(other.name or ""):
                        yield from _tie(row, user, other, first.start)
            return
    if b.kind not in _HOUSES or k != i + 1 or a.kind not in ("model", "unknown"):
        return
    behind = row.content[second.end : min(row.sentence.end, second.end + 60)]
    if (
        (_POWERS.match(between) and _OWNERS_NOUN.match(behind))
        or _DEFAULT.match(between)
        or _ITS_USERS.match(between)
        or (_INCLUDE.match(between) and _USERS_OF.search(before))
        or (_USED_BY.match(between) and a.kind == "model")
    ):
        for user in row.list_from(k):
            yield from _tie(row, user, a, first.start)
    elif _WHICH_A.match(between) and _A_USES.match(row.content, second.end):
        yield from _tie(row, b, a, first.start)


def _based(row: NamedRow, i: int, ware: Mention, b: Referent) -> Iterator[Tie]:
    """ "A's B-based assistant", "its B-powered app"."""
    inside = _INSIDE.match(b.name or "")  # a name that nobody listed, with its "-based"
    end = ware.start + len(inside["name"]) if inside else ware.end
    match = _BASED.match(row.content, end, min(row.sentence.end, end + 90))
    if inside:
        b = replace(b, name=inside["name"], text=inside["name"], end=end)
    if match is None or b.name in _GENERAL or b.kind not in ("model", "organisation", "unknown"):
        return
    before = row.content[max(row.sentence.start, ware.start - 40) : ware.start]
    if i and _POSS.search(row.content[row.names[i - 1][0].end : ware.start]):
        yield from _tie(row, row.names[i - 1][1], b, row.names[i - 1][0].start, loose=True)
    elif _ITS.search(before):
        owner = next((r for m, r in reversed(row.names[:i]) if r.kind in ("organisation", "unknown")), None)
        owner = owner or last_house(row, row.sentence.start)
        if owner is not None and owner.kind in ("organisation", "unknown"):
            yield from _tie(row, replace(owner, start=ware.start - len(before)), b, ware.start, loose=True)


def _tie(row: NamedRow, user: Referent, ware: Referent, start: int, loose: bool = False) -> Iterator[Tie]:
    """A use of a model, of what is named like one, or of chips: not of a house as such."""
    if user.kind not in _HOUSES or user.name == ware.name:
        return
    used = ware_of(row, ware) or ware
    if used.kind == "organisation" and not loose:
        return
    if used.kind == "model" and used.maker and made_by(user, used) and user.kind == "organisation":
        return  # its own
    if parties.fit(user, "uses", used):
        at = min(start, used.start)
        yield Tie(user, "uses", used, at, max(used.end, user.end), start)
