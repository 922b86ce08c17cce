"""What a model is built on, in plain order and without syntax: "B is a fine-tuned A", "B, a version of A",
"A fine-tuned B to make C", "A served as the base of B".

One table of nouns, participles and verbs serves every structure: what stands between two names is held
against each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from theodolite.extract.referents import Referent
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words.names import Mention

_HOW = (
    r"(?:(?:\w+ly|just|itself|in\s(?:fact|turn|effect|essence)|also|still|all|now|then|reportedly|apparently|"
    r"said\sto\sbe|believed\sto\sbe|thought\sto\sbe|little\smore\sthan|nothing\sbut|no\smore\sthan),?\s){0,3}"
)
_COPY = (
    r"(?:versions?|variants?|cop(?:y|ies)|clones?|forks?|derivatives?|derivations?|fine-?tunes?|"
    r"descendants?|offshoots?|"
    r"adaptations?|distillations?|distillates?|distils?|LoRAs?|quanti[sz]ations?|ports?|remix(?:es)?|"
    r"merges?|replicas?|"
    r"re-?skins?|wrappers?|rebadges?|rebrands?|modifications?|reworkings?|spin-?offs?|knock-?offs?|"
    r"rip-?offs?|"
    r"imitations?|repackagings?|retrainings?|extensions?|build|iterations?|flavou?rs?|mutations?|"
    r"children|child|edition)"
)
_DONE = (
    r"(?:(?:\w+-)?fine-?tuned|tuned|distilled|derived|adapted|re-?trained|post-?trained|pre-?trained|"
    r"modified|rebranded|"
    r"re-?packaged|re-?badged|re-?labell?ed|re-?skinned|renamed|customi[sz]ed|tweaked|quanti[sz]ed|"
    r"pruned|compressed|shrunken|"
    r"slimmed-down|stripped-down|souped-up|beefed-up|warmed-over|dressed-up|reworked|forked|cloned|"
    r"copied|extended|"
    r"upcycled|jailbroken|uncensored|abliterated|doctored|lightly\schanged|disguised|instruction-tuned|"
    r"specially\strained)"
)
_BASED = (
    r"(?:based|built|founded|grounded|modell?ed|grafted|layered|trained|post-?trained|fine-?tuned|tuned|"
    r"distilled|derived|"
    r"adapted|initiali[sz]ed|copied|forked|cloned|developed|created|made|assembled|bootstrapped|"
    r"descended|stitched|"
    r"constructed|put\stogether|warm-started|evolved|upcycled)"
)
_ON = (
    r"(?:(?:directly|largely|mainly|partly|mostly|entirely|closely|heavily|in\spart|up)\s)?"
    r"(?:on\stop\sof|on|upon|from|off|out\sof|around|atop)\s"
)
_PARTS = (
    r"(?:the\s|its\s|open\s|some\s)*(?:weights|code|codebase|architecture|backbone|base|checkpoints?|"
    r"outputs?|answers|"
    r"traces|blueprint|recipe|design|a\s(?:version|checkpoint|copy|base)|parts)\sof\s"
)
_N = (
    rf"(?:{_PARTS})?(?:(?:the|an?|their|its|version|(?:(?:[Oo]pen-?(?:source|weights?)?|American|Chinese|"
    rf"French|older|"
    r"earlier|existing|small(?:er)?|larger?|big(?:ger)?|free|rival)\s)?(?:model|version|system|family))\s)*"
    r"(?:(?:of|from|by)\s)?(?:the\s)?(?:[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)?['’]s?\s(?:(?:open|new|older|"
    r"smaller|own|large|latest)\s)?)?[\"“'‘]?"
)
"""What may stand before the name of the base: its parts, its kind, its maker."""
_IS = (
    rf"(?:\s(?:is|was|are|were|has\sbeen|have\sbeen|had\sbeen|remains|became|(?:has\s)?turned\sout\sto"
    rf"\sbe|proved\sto\sbe|looks\slike|amounts\sto|will\sbe|would\sbe|is\sto\sbe)\s{_HOW})"
)
_THAT = r"(?:,?\s(?:which|that)\s(?:is|was|are|were|has\sbeen|have\sbeen)\s(?:\w+ly\s)?)"
_KIND = r"(?:(?:an?|the|its|their|our)\s(?:[\w.-]+,?\s){0,5}?)"
_MODEL = r"(?:\s(?:models?|assistant|chatbot|system|family|series|app|bot|tool|product)\b)?"
_A_COPY = (
    rf"(?:an?|the|its|another|one|two|three|several|merely|simply)?\s?(?:[\w.-]+,?"
    rf"\s){{0,4}}?{_COPY}\s(?:of|on)\s{_N}"
)
_A_DONE = (
    rf"(?:an?|the|two|simply)\s(?:[\w-]+\s){{0,3}}?{_DONE}\s(?:[\w-]+\s){{0,2}}?(?:(?:version|"
    rf"variant|copy|build|edition)s?\sof\s)?{_N}"
)

_FORWARD = tuple(
    re.compile(rf"{_MODEL}{pattern}\Z")
    for pattern in (
        # "B is a fork of A", "B is a fine-tuned A", "B is A with a new name" (not here)
        rf"{_IS}(?:{_A_COPY}|{_A_DONE})",
        # "B, a fine-tuned version of A"; "B (a fork of A)"
        rf"(?:,\s|\s\(|\s[–—]\s|[–—])(?:itself\s|in\sfact\s)?(?:{_A_COPY}|{_A_DONE})",
        # "B was fine-tuned from A", "B, based on A", "B, which is built on A", "B is a model based on A"
        rf"(?:{_IS}|{_THAT}|,\s|\s\(){_HOW}(?:{_KIND})?{_BASED}\s(?:{_HOW})?{_ON}{_N}",
        rf"(?:,?\s(?:which|that))?(?:\s(?:itself|now|also|in\sturn|largely|mostly|originally|clearly|"
        rf"reportedly|has|had))*\s"
        rf"(?:builds?\s(?:up)?on|rests?\son|sits?\son(?:\stop\sof)?|derives?\sfrom|derived\sfrom|"
        rf"descends?\sfrom|stems?\sfrom|"
        rf"grew\sout\sof|grows\sout\sof|started\s(?:out\s)?(?:as|from)|starts\sfrom|began\s(?:life\s)?as|"
        rf"evolved\s(?:from|out\sof)|"
        rf"takes\s(?:off\s)?from|draws\son|borrows?\s(?:\w+\s){{0,3}}from|borrowed\s(?:\w+\s){{0,3}}from|"
        rf"inherit(?:s|ed)\s(?:\w+\s){{0,3}}from|share[sd]?\s(?:its|an|the|most\sof\sits)"
        rf"\s(?:architecture|weights|backbone|code|base)\swith)"
        rf"\s(?:an?\s(?:[\w-]+\s){{0,2}}?{_COPY}\sof\s)?{_N}",
        rf"{_IS}not\s(?:\w+\s){{0,3}}from\sscratch,?\sbut\s(?:{_BASED}\s)?{_ON}{_N}",
        r"(?:,?\s(?:which|that))?\s(?:uses?|used|reuses?|adopts?|adopted|copies|copied)\s(?:the\s(?:\w+"
        r"\s)?(?:architecture|weights|code|backbone|recipe|tokeni[sz]er)\sof\s)"
        r"(?:the\s)?",
    )
)
_OWN_INNARDS = re.compile(
    rf"{_MODEL}\s(?:(?:re)?uses?|used|adopts?|adopted|copies|copied|shares?|shared)\s(?:the"
    rf"\s)?(?:[A-Z]\w+['’]s\s)?\Z"
)
_INNARDS = re.compile(
    r"['’]s?\s(?:\w+\s)?(?:architecture|weights|code|codebase|backbone|recipe|tokeni[sz]er|design)\b"
)
_BACKWARD = tuple(
    re.compile(pattern)
    for pattern in (
        # "A is the base of B", "A served as the foundation for B", "A underlies B"
        rf"(?:\smodel)?\s(?:(?:was|is|are|were|has\sbeen|remains|became|(?:has\s)?served\sas|serves\sas|"
        rf"served\sas|acts\sas|provided|provides|"
        rf"forms|formed|was\sused\sas|is\sused\sas)\s)(?:\w+ly\s)?(?:the|its|a)?\s?(?:\w+\s)?"
        rf"(?:base|basis|foundation|backbone|starting\spoint|teacher|core|groundwork|scaffold|engine|model)\s"
        rf"(?:of|for|behind|underneath|under|beneath|inside|below)\s{_N}\Z",
        rf"(?:\smodel)?,?\s(?:which\s)?(?:(?:also|now|still)\s)?(?:underlies|underlie|underlay|underpins|"
        rf"underpin|underpinned|lies\sbeneath|"
        rf"sits\s(?:underneath|under|beneath|inside)|lies\sbehind|gave\s(?:birth|rise)\sto)\s{_N}\Z",
        r"-(?:based|derived|tuned)\s(?:(?!(?:and|but|than|in|for|to|of|with)\b)[\w-]+\s){0,4}?[\"“]?\Z",
    )
)
_DERIVED = re.compile(
    rf"\b(?:(?:[Dd]erivatives?|[Dd]escendants?|[Ff]ine-?tunes?|[Ff]orks?|[Vv]ersions?|[Cc]opies|"
    rf"[Cc]lones?|[Vv]ariants?|[Oo]ffshoots?)\sof|"
    rf"(?:[Mm]odels?|[Ss]ystems?|[Aa]pps?|[Aa]ssistants?|[Cc]hatbots?|[Pp]roducts?)\s(?:that\s(?:are|"
    rf"were)\s)?{_BASED}\s{_ON})"
    r"\s?(?:the\s)?(?:[A-Z]\w+['’]s\s)?\Z"
)
_MEMBERS = re.compile(
    r"(?:\smodels?|\sfamily)?,?\s(?:such\sas|like|including|among\sthem|includes?|included|are|is)"
    r"\s(?:the\s)?\Z"
)
# With a maker before both: "A fine-tuned B to make C"
_TO_MAKE = (
    r"(?:\s(?:weights|model|models|outputs?|on\s[\w-]+(?:\s[\w-]+){0,3}))?,?\s(?:in\sorder\s)?"
    r"(?:to\s(?:make|create|produce|build|train|get|obtain|develop|form)|into|to\sbecome|"
    r"as\s(?:the|a|its)\s(?:base|basis|foundation|starting\spoint|backbone|teacher)\s(?:of|for)|when"
    r"\s(?:it|they)\s(?:built|made|trained)|"
    r"(?:and\s)?call(?:ed|ing)\s(?:it|the\sresult))\s(?:its\s|their\s|the\s|an?\s)?(?:own\s)?(?:(?:new|"
    r"first|small|smaller|larger|compact)\s)?"
    r"(?:(?:model|assistant|chatbot|version|system)s?,?\s)?(?:called\s|named\s|dubbed\s)?[\"“]?\Z"
)
_INTO = re.compile(_TO_MAKE)
_TAKES = re.compile(
    r"\b(?:fine-?tun(?:ed|es|e|ing)|distil(?:led|s|l|ling)?|adapt(?:ed|s|ing)?|us(?:ed|es|ing)|turn(?:ed|"
    r"s|ing)|took|takes|taking|started\sfrom|starting\sfrom|"
    r"fork(?:ed|s|ing)|re-?train(?:ed|s|ing)|post-?train(?:ed|s|ing)|modif(?:ied|ies|ying)|compress(?:ed|"
    r"es|ing)|"
    rf"customi[sz](?:ed|es|ing)|extend(?:ed|s|ing)|quanti[sz](?:ed|es|ing)|clon(?:ed|es|ing)|cop(?:ied|"
    rf"ies|ying)|rework(?:ed|ing)|repackag(?:ed|ing)|rebrand(?:ed|ing))\s{_N}\Z"
)
_FROM_BASE = re.compile(
    r"\s(?:models?\s)?(?:by\s(?:fine-?tuning|distilling|adapting|modifying|re-?training|post-?training|"
    r"forking|tuning|pruning|compressing)|"
    rf"{_ON.removesuffix(chr(92) + 's')}|using|starting\sfrom|with|as\san?\s(?:[\w-]+\s){{0,2}}{_COPY}"
    rf"\sof)\s{_N}\Z"
)
_MADE = re.compile(
    r"\b(?:buil[dt]s?|based?|creat(?:ed|es|e)|train(?:ed|s)?|develop(?:ed|s)?|derive[ds]?|"
    r"fine-?tune[ds]?|distil(?:led|s|l)?|made|makes|"
    r"bootstrapp?(?:ed|s)|initiali[sz]e[ds]?|produce[ds]?|adapt(?:ed|s)?|assemble[ds]?|building|basing|"
    r"training|creating|developing|deriving|"
    r"fine-?tuning|making)\s(?:its\s|their\s|the\s|an?\s)?(?:own\s)?(?:(?:new|first|small|flagship|"
    r"latest|chatbot|assistant|model|system),?\s)*(?:called\s)?[\"“]?\Z"
)
_OWN_MADE = re.compile(
    r"(?P<verb>\s(?:(?:has|have|had|also|then|reportedly|is|are|said\sit\shad)\s){0,2}(?:buil[dt]s?|"
    r"based|created|trained|developed|derived|fine-?tuned|distilled|made|"
    r"adapted|assembled|building|training|basing))\s(?:(?:its|their|an?|the)\s(?:own\s)?(?:[\w-]+\s){0,4}?)"
    r"(?:models?|chatbots?|assistants?|systems?|apps?|bots?|agents?|tools?|products?|services?|LLMs?)\s"
    rf"(?:on\stop\sof|on|upon|from|off|out\sof|around|atop|by\s(?:fine-?tuning|distilling|adapting))\s{_N}\Z"
)
_MAKER_FIRST = re.compile(
    r"['’]s?\s(?P<what>(?:(?:own|new|first|second|next|latest|main|flagship|open|newest|earlier|early|"
    r"later|previous)\s){0,2}(?:[\w-]+\s){0,2}?"
    r"(?:models?|chatbots?|assistants?|systems?|apps?|bots?|agents?|tools?|products?|LLMs?|planner|"
    r"engine|search|copilot))"
)
_NOT_IT = re.compile(r"-(?:style|like|class|level|sized|scale|compatible|killer|era|type|beating)\b")
_ON_CHIPS = re.compile(
    r"\btrained\s(?:\w+ly\s)?(?:on\stop\sof|on|upon|atop|around)\s(?!.*(?:outputs?|answers|traces)\b)"
)
"""What is trained on something uses chips or data; trained from it, it is built on it."""
_WHOLE = re.compile(
    r"(?:['’]s)?\s(?:[\w-]+\s){0,2}(?:chips?|machines|hardware|GPUs?|processors?|accelerators?|servers?|"
    r"clusters?|cloud|"
    r"supercomputers?|TPUs?|silicon)\b|-[a-z]|['’]s\s(?:own|chips|GPUs|cloud|platform|servers|data|infrastructure|hardware)\b"
)
CUES = words.words(
    """version versions variant variants copy copies clone clones fork forks derivative derivatives tune tunes
    fine-tune fine-tunes finetune descendant descendants offshoot adaptation distillation lora quantisation
    quantization port remix merge replica reskin wrapper rebadge rebrand modification reworking spin-off
    knock-off rip-off imitation repackaging retraining extension build iteration tuned fine-tuned finetuned
    distilled derived adapted retrained re-trained post-trained modified rebranded repackaged rebadged
    renamed customised customized tweaked quantised quantized pruned compressed reworked forked cloned
    copied extended upcycled jailbroken uncensored abliterated based built founded grounded modelled modeled
    grafted layered trained initialised initialized developed created made assembled bootstrapped descended
    constructed evolved builds rests rest sits derives descends stems grew grows started starts began draws
    borrows borrowed inherits inherited shares shared uses used adopts adopted underlies underlie underpins
    underpin underpinned base basis foundation backbone teacher starting core distil distill fine-tuning
    distilling adapting adapted turned turns took takes building basing training creating child children
    edition scratch"""
)
"""Words of which one stands in every wording above."""
_LONGEST = 130


def find(row: NamedRow) -> Iterator[Tie]:
    """What the models of one sentence are built on."""
    if len(row.names) < 2 or row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    for i, (base, b) in enumerate(row.names):
        if (
            b.kind not in ("model", "unknown", "organisation")
            or is_chip(b.name or "")
            or (b.kind == "unknown" and is_person(b))
        ):
            continue
        if _NOT_IT.match(row.content, base.end):
            continue
        yield from _backward(row, i, base, b)
        yield from _forward(row, i, base, b)


def _forward(row: NamedRow, i: int, base: Mention, b: Referent) -> Iterator[Tie]:
    """The base stands last: "B is a fork of A"."""
    if _WHOLE.match(row.content, base.end):
        return
    for first, a in reversed(row.names[max(0, i - 3) : i]):
        between = row.content[first.end : base.start]
        if len(between) > _LONGEST or _ON_CHIPS.search(between):
            break
        if a.kind == "side" or (first.adjective and a.kind == "side"):
            continue
        own = _MAKER_FIRST.match(between) if a.kind in ("organisation", "unknown", "person") else None
        if own is not None and _matches(between[own.end() :]):
            name = f"{a.name} {own['what']}"
            thing = Referent(name, name, a.side, first.start, first.end + own.end(), "thing")
            yield from _tie(row, thing, b, first.start)
            return
        if a.kind in ("model", "unknown") and (
            _matches(between) or (_OWN_INNARDS.match(between) and _INNARDS.match(row.content, base.end))
        ):
            for derived in row.list_to(row.index_of(first)):
                yield from _tie(row, derived, b, derived.start)
            return
        if (
            a.kind in ("organisation", "unknown")
            and b.kind != "organisation"
            and _OWN_MADE.fullmatch(between)
        ):
            yield from _tie(row, a, b, first.start)
            return
        if a.kind in ("model", "unknown") and _FROM_BASE.match(between) and b.kind != "organisation":
            before = row.content[max(row.sentence.start, first.start - 60) : first.start]
            if _MADE.search(before):
                yield from _tie(row, a, b, first.start)
                return
        if not _SKIPPED.search(between):
            break


def _matches(between: str) -> bool:
    return any(pattern.match(between) for pattern in _FORWARD)


_SKIPPED = re.compile(r"['’]s?\s\Z|\bby\s|,\s")


def _backward(row: NamedRow, i: int, base: Mention, b: Referent) -> Iterator[Tie]:
    """The base stands first: "A served as the base of B", "A-based B", "derivatives of A such as B"."""
    if i + 1 >= len(row.names) or b.kind == "organisation":
        return
    following, c = row.names[i + 1]
    between = row.content[base.end : following.start]
    if (
        len(between) > _LONGEST
        or c.kind not in ("model", "unknown")
        or (c.kind == "unknown" and is_person(c))
    ):
        return
    before = row.content[max(row.sentence.start, base.start - 90) : base.start]
    derived = any(p.match(between) for p in _BACKWARD)
    derived = derived or (_MEMBERS.match(between) is not None and _DERIVED.search(before) is not None)
    derived = derived or (_INTO.match(between) is not None and _TAKES.search(before + "x"[:0]) is not None)
    if not derived:
        return
    for made in row.list_from(i + 1):
        yield from _tie(row, made, b, base.start)


def _tie(row: NamedRow, derived: Referent, base: Referent, start: int) -> Iterator[Tie]:
    if derived.kind == "organisation" and base.kind == "organisation":
        return
    if derived.kind == "unknown" and is_person(derived):
        return
    if parties.fit(derived, "built_on", base):
        at = min(start, base.start)
        yield Tie(derived, "built_on", replace(base), at, max(base.end, derived.end), at)
