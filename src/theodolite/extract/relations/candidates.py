"""Which sentences are worth their syntax: a word that can state a tie, with its parties near by.

Parsing is what costs, so a word alone is not enough: a name has to stand before it and a name (or, for verbs
of making and using, a noun of the field) behind it, within a few words.
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from theodolite.extract.proper_names import unlisted
from theodolite.extract.relations import frame_cues, lexicon
from theodolite.extract.relations.nouns import DEEDS
from theodolite.extract.relations.role_nouns import BEING, ROLES
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon as words
from theodolite.extract.words.lemmas import forms
from theodolite.extract.words.names import Mention
from theodolite.extract.words.sentences import Sentence

_BEFORE = 110  # characters before a word within which its first party stands
_BEHIND = 90  # and behind it, its second one
_NEAR = 60  # and a noun of the field
_WORD = re.compile(r"[A-Za-z][\w]*(?:-[a-z]+)?")
_STAND_IN = words.words(
    """it its they their them he she his her we our us i which who that company firm lab startup group
    start-up unicorn developer carmaker bank
    these those giant chipmaker state government"""
)

_SAY_IT = words.words(
    "invest pour inject plough plow pump pledge commission form distill distil accuse impose tighten"
)
# Verbs and nouns that `verbs.py` knows beside the table.
_MORE = words.words(
    """invest pour inject plough plow pump commit pledge channel funnel raise receive secure attract
    obtain close impose tighten hold take provide give strike sign announce commission lay conduct
    reach put add place get grant award lend allocate accuse form distill distil pay replace
    have seal renew extend confirm deepen expand promise donate earmark enter require demand"""
)
_NOUNS = words.words(
    """copies copy clone clones fork forks wrapper wrappers subsidiary subsidiaries unit division arm
    affiliate maker developer creator owner parent supplier provider investor backer shareholder
    customer partner partners talks dependent reliant cannot stake part member customers investors
    partnership agreement alliance venture"""
)
_PARTICLES = {
    head: particle
    for head, _, particle in (verb.partition(" ") for verb in lexicon.VERBS if " " in verb)
    for head in forms([head])
}
_THINGS = frozenset(
    forms(
        [
            *(v for v, s in lexicon.VERBS.items() if s.things and " " not in v),
            *words.in_order("impose tighten put pour invest pump plough plow inject channel sink"),
        ]
    )
) | frozenset(DEEDS)
_NOUNS_RATHER = words.words(
    """found model models modeling modelling team teams source sources engineer engineers engineering
    leading training fabricated present preview curb directing head heads chair chairs group lead leads
    market markets marketing field fields program programs programming code codes coding hand hands route
    routes author authors fashion issue issues host hosts update updates upgrade upgrades outline export
    work works working sits sit grow grows"""
)  # forms that are nouns or adjectives far more often than verbs of a tie
# Verbs that state a tie only by the noun they carry ("took a stake"), and those that do so by a preposition.
_LIGHT = frozenset(
    forms(
        [*(v for v in _MORE if v not in _SAY_IT and v not in lexicon.VERBS), *(v for v, _ in lexicon.IDIOMS)]
    )
) - frozenset(forms([*_SAY_IT, "pay", *(v for v in lexicon.VERBS if " " not in v)]))
_CARRIED = (
    lexicon.PARTNER_NOUNS
    | lexicon.MONEY_NOUNS
    | lexicon.RULES_NOUNS
    | frozenset(form for _, noun in lexicon.IDIOMS for form in (noun, noun + "s"))
    | words.words(
        "permit permits licence licences license licenses approval "
        "share shares interest holding list blacklist groundwork foundation "
        "series bet million billion "
        "trillion euros dollars yuan yen won bn"
    )
)
_WITH_WORD: dict[str, frozenset[str]] = {}
for _phrase, _sense in lexicon.PREPOSITIONAL.items():
    _verb, _, _word = _phrase.partition(" ")
    if _verb not in lexicon.VERBS:
        for _form in forms([_verb]):
            _WITH_WORD[_form] = _WITH_WORD.get(_form, frozenset()) | {_word, *_sense.object}
for _form in forms(["name", "appoint", "hire", "poach", "promote", "elect", "recruit"]):
    _WITH_WORD[_form] = words.words(
        "chief executive ceo head president chairman chairwoman chair director boss"
    )
_CHOSEN = frozenset(forms(["select", "choose", "pick", "contract", "enlist", "engage"])) | {"chose", "chosen"}
for _form in _CHOSEN:
    _WITH_WORD[_form] = words.words(
        "supply provide build deliver design power make develop manufacture host run supplier provider "
        "partner vendor base basis foundation backbone"
    )
for _form in forms(["pay", "spend", "implement"]):
    _WITH_WORD[_form] = frozenset({"for", "on", "in", "at", "across"})
_BEHIND_DEED = words.words("of by for in into on upon with to from")
_BEFORE_VERB = words.words("to will would can could may might should must they we i you who that also now")
_GIVING = frozenset(forms(["give", "lend", "hand"]))
_TO_WHOM = words.words("us them it him her me you")
_PARTS = words.words("part member unit division arm affiliate customer partner")
_FIELD = lexicon.USED | lexicon.RESTRICTED | lexicon.FUNDED
_Word = tuple[str, int, int]
"""A word in small letters, and where it stands."""
_CUES = (
    frozenset(
        {
            *forms(v for v in lexicon.VERBS if " " not in v),
            *forms(_MORE),
            *forms(v.split()[0] for v in lexicon.PREPOSITIONAL),
            *forms(v for v, _ in lexicon.IDIOMS),
            *forms(["name", "appoint", "hire", "poach", "promote", "elect", "recruit"]),
            *_NOUNS,
            *DEEDS,
            *_PARTICLES,
            *_CHOSEN,
            *forms(["spend", "implement"]),
            "can't",
            "lean",
        }
    )
    - _NOUNS_RATHER
)


def wanted(scene: Scene) -> list[int]:
    """The numbers of the sentences that are worth parsing for ties."""
    if scene not in _WANTED:
        _WANTED[scene] = [n for n in range(len(scene.reading.sentences)) if _is_wanted(scene, n)]
    return _WANTED[scene]


_WANTED: WeakKeyDictionary[Scene, list[int]] = WeakKeyDictionary()


def _is_wanted(scene: Scene, number: int) -> bool:
    s = scene.reading.sentences[number]
    known = [
        (m.start, m.end)
        for m in scene.reading.mentions_in(s.start, s.end)
        if not _is_demonym(m) or _GOVERNMENT.match(scene.content, m.end, min(s.end, m.end + 40))
    ]
    others = [(m.start, m.end) for m in unlisted(scene, s.start, s.end)]
    if not known and not others:
        return False
    present = scene.reading.words[number]
    if _has_cue(scene.content, s, present):
        words = [
            (m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(scene.content, s.start, s.end)
        ]
        if others and len(words) > 5 and _is_headline(scene.content, words):
            others = []  # its words are no names
        reach = (_BEFORE, _BEHIND) if known else (_NEAR, _NEAR)
        if _is_told(scene.content, words, present, sorted(known + others), reach):
            return True
    if not present.isdisjoint(frame_cues.OF_MODELS) and _stands_behind_a_house(scene, s.start, s.end):
        return True
    return frame_cues.paired(present)


def _has_cue(content: str, s: Sentence, present: frozenset[str]) -> bool:
    """Whether a word may state a tie. It is mostly one of the sentence's words; only those of `_WORD`, which
    parts them otherwise ("state-owned-run"), tell for sure."""
    if not present.isdisjoint(_MAY_TIE):
        return True
    return not _MAY_TIE.isdisjoint(map(str.lower, _WORD.findall(content, s.start, s.end)))


def _is_headline(content: str, words: list[_Word]) -> bool:
    """Whether more than seven words of ten begin with a capital."""
    small = 0
    for _, start, _ in words:
        small += not content[start].isupper()
        if small * 10 >= len(words) * 3:
            return False
    return True


def _is_told(
    content: str,
    words: list[_Word],
    present: frozenset[str],
    names: list[tuple[int, int]],
    reach: tuple[int, int],
) -> bool:
    """Whether a word states a tie, with its parties near by."""
    ends = {b for _, b in names}
    carrying = not present.isdisjoint(_CARRIED)
    for i, (word, start, end) in enumerate(words):
        if word not in _MAY_TIE or not _is_cue(content, words, i):
            continue
        if any(a <= start < b for a, b in names):
            continue
        given = word in _GIVING and i + 1 < len(words) and words[i + 1][0] in _TO_WHOM
        particle = _PARTICLES.get(word, "").partition(" ")[0]
        apart = bool(particle) and particle in (w for w, _, _ in words[i + 1 : i + 5])
        carried = given or carrying or apart
        if word in _LIGHT and not carried and "from" not in (w for w, _, _ in words[i + 1 : i + 7]):
            continue
        if word in _WITH_WORD and present.isdisjoint(_WITH_WORD[word]):
            continue
        if word in DEEDS and not any(w in _BEHIND_DEED for w, _, _ in words[i + 1 : i + 4]):
            done = i and (words[i - 1][0] in _BEFORE_VERB or words[i - 1][2] in ends)
            if not done and not content[end + 1 : end + 2].isupper():  # "and use Qwen"
                continue
        if particle and word not in _PLAIN and word not in _WITH_WORD and not apart:
            continue
        if _has_parties(names, words, i, word in _THINGS or given, reach):
            return True
    return False


def _stands_behind_a_house(scene: Scene, start: int, end: int) -> bool:
    """Whether a model of the vocabulary follows somebody who may use or have it."""
    party = False
    for mention in scene.reading.mentions_in(start, end):
        if party and mention.kind == "model":
            return True
        party = (
            party
            or mention.kind in ("organisation", "group")
            or (mention.kind == "side" and not mention.adjective)
        )
    return False


_GOVERNMENT = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:government|ministry|state|authorities|regulators?|parliament|administration|fund|army|"
    r"military|officials|agency|agencies|[a-z]+(?:ers|ors|ups|ies|anks|abs|als|ools|rms|ants|ists|ents))\b"
)


def _is_demonym(mention: Mention) -> bool:
    return mention.adjective and mention.kind == "side"


_PLAIN = frozenset(forms(v for v in lexicon.VERBS if " " not in v)) | frozenset(forms(_MORE)) | _NOUNS


def _is_cue(content: str, words: list[_Word], at: int) -> bool:
    """Whether a word can state a tie; some can only with the word beside them."""
    word, start, end = words[at]
    if word in ("export", "exports"):
        return (words[at + 1][0] if at + 1 < len(words) else "") in _SENT
    if word in ("work", "working", "works", "worked"):
        return any(w in _WORKED for w, _, _ in words[at + 1 : at + 4])
    if word == "own":
        return not at or words[at - 1][0] not in ("its", "their", "his", "her", "our", "my", "your", "s")
    if word in _PARTS:
        return content.startswith((" of ", " with ", " to "), end)
    if word in _CUES:
        return True
    if word == "curb":
        return bool(at) and words[at - 1][0] in _BEFORE_VERB
    if word in _HOSTS:
        return content[end + 1 : end + 2].isupper()
    if word in _GERUNDS and at and words[at - 1][0] in _GOING_ON:
        return content[end + 1 : end + 2].isupper()
    if word in ROLES and any(w in BEING for w, _, _ in words[max(0, at - 8) : at]):
        return content.startswith(_ON, end)
    if word == "can":
        return bool(re.match(r"['’]t|\snot\b|\sno longer\b", content[end : end + 11]))
    if word in _HEADS and at:
        return words[at - 1][0] == "who" or content[words[at - 1][1]].isupper()
    if word == "found":
        return content[max(0, start - 3) : start].lower() in ("to ", " co-")
    return word == "company" and any(w in ("is", "was", "became") for w, _, _ in words[max(0, at - 7) : at])


_HOSTS = words.words("hosts hosted markets presents fields issues authors updates updated")
_GERUNDS = words.words(
    "training programming modeling modelling leading hosting presenting marketing updating upgrading"
)
_GOING_ON = words.words(
    "is are was were been begun began started starts begins of by after before and finished in"
)
"""Words behind which "training" is what somebody does."""
_HOUSES = words.words("it them company startup firm lab group start-up up institute chipmaker")
_HEADS = words.words("leads heads chairs headed chaired")
_MAY_TIE = _CUES.union(
    ("curb", "export", "exports", "work", "working", "works", "worked", "own", "can", "found", "company"),
    _PARTS, _HOSTS, ROLES, _HEADS, _GERUNDS,
)  # fmt: skip
"""Every word that `_is_cue` may say yes to."""
_HEADED = words.words(
    "unit team group lab laboratory division department office programme program agency institute centre "
    "center arm"
)
_FUNDERS = words.words(
    "fund funds foundation foundations ministry ministries bank banks investors donors billionaire agency "
    "trust "
    "philanthropist philanthropists governments conglomerate"
)
_DONE_TO = _FIELD | words.words("index institute project round venture report study which campus programme")
_BODILY = frozenset(
    form
    for form in forms(
        v
        for v, s in lexicon.VERBS.items()
        if " " not in v and s.predicate in ("owns", "funds", "supplies", "founded", "partners_with")
    )
) | frozenset(forms(["hold", "pour", "put", "sell", "invest", "pay", "take"]))
_ON = (" of ", " to ", " in ", " for ", " behind ", " on ", " with ")
_SENT = words.words("to their its the chips them advanced")
_WORKED = words.words("on with at for")


_FRONTED = words.words("after by before since in through while when on having upon")
_BY_IT = words.words("it them company firm lab startup start-up group him her us")


def _is_told_of(names: list[tuple[int, int]], words: list[_Word], at: int) -> bool:
    """ "B, which A has built", "B is used by it": both parties where none stands behind the verb."""
    start = words[at][1]
    if sum(start - _NEAR <= b <= start for _, b in names) >= 2:
        before = [w for w, _, _ in words[max(0, at - 9) : at]]
        return "which" in before or "that" in before or before[-1:] in (["has"], ["have"], ["had"])
    told = [i for i in range(max(1, at - 8), at) if words[i][0] in ("which", "that")]
    if told and words[at - 1][0] in _STAND_IN and told[-1] >= at - 4:
        return True  # "B, which the company has built"
    if told and words[told[-1] - 1][0] in _FIELD:
        return words[at][0] in _THINGS  # "methods that A has adopted"
    behind = [w for w, _, _ in words[at + 1 : at + 6]]
    return "by" in behind[:3] and not _BY_IT.isdisjoint(behind)


def _has_parties(
    names: list[tuple[int, int]],
    words: list[_Word],
    at: int,
    things: bool,
    reach: tuple[int, int],
) -> bool:
    _, start, end = words[at]
    named_before = any(start - reach[0] <= b <= start for _, b in names)
    named_behind = any(end <= a <= end + reach[1] for a, _ in names)
    if named_before and named_behind:
        return True
    if named_behind:
        passive = any(w == "by" for w, _, _ in words[at + 1 : at + 5])
        before = {w for w, _, _ in words[max(0, at - 6) : at]}
        if at and words[at][0].endswith("ing") and words[at - 1][0] in _FRONTED:
            if sum(end <= a <= end + _BEHIND for a, _ in names) >= 2:  # "after building B, A ..."
                return True
            return not _BY_IT.isdisjoint(w for w, _, _ in words[at + 1 : at + 12])
        return not before.isdisjoint(_STAND_IN) or (passive and not before.isdisjoint(_DONE_TO))
    if named_before and _is_told_of(names, words, at):
        return True
    if named_before and words[at][0] in _HEADS:
        return any(w in _HEADED for w, _, _ in words[at + 1 : at + 12])
    if named_before and words[at][0] in _BODILY:
        behind = {w for w, _, _ in words[at + 1 : at + 10]}
        return not behind.isdisjoint(_HOUSES) or ("by" in behind and not behind.isdisjoint(_FUNDERS))
    told_of = words[at - 1][0] in _STAND_IN and words[at - 2][0] in ("which", "that") if at > 1 else False
    if things and at > 2 and words[at - 3][0] in ("which", "that") and words[at - 2][0] in ("only", "alone"):
        told_of = True
    if things and told_of and any(start - _NEAR <= b <= start for _, b in names):
        return True
    if things and any(start - _NEAR <= b <= start for _, b in names):
        return any(w in _FIELD for w, a, _ in words[at + 1 : at + 10] if a <= end + _NEAR)
    # "the models that Alibaba has built": both before it
    return sum(start - _NEAR <= b <= start for _, b in names) >= 2
