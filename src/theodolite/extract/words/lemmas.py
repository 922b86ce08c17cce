"""Plain forms of verbs and singulars of nouns by small tables: the model's own lemmatizer is not loaded.

What no table or ending reaches is kept as written; rules ask for the words of their own tables only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from theodolite.extract.words import lexicon

_IRREGULAR_FORMS = """
    be: was were is are been am being; bear: bore born borne;
    beat: beat beaten; become: became; begin: began begun;
    bet: bet;
    bind: bound; break: broke broken; bring: brought; build: built; buy: bought; cast: cast; catch:
    caught; choose: chose chosen; come: come came; cost: cost; cut: cut; deal: dealt; die: died; do: did
    does done; draw: drew drawn; drive: drove driven; embed: embed; expel: expelled expelling; fall: fell
    fallen; feed: fed; fight: fought; find:
    found; fly: flew flown; forbid: forbade forbidden; found: founded founding founds; get: got gotten;
    give: gave given; go: went gone; grow: grew grown; have: had has; hit: hit; hold: held; keep: kept;
    know: knew known; lay: laid; lead: led; leave: left leaving; lend: lent; let: let; lie: lain lying;
    lose: lost; make: made; mean: meant; meet: met; model: modelled modelling; outgrow: outgrew; oversee:
    oversaw overseen overseeing; overtake: overtook overtaken; pay:
    paid; put: put; rebuild: rebuilt; rely: relied relying relies; resell: resold; rise: rose risen;
    run: ran; say: said; see: saw seen; seek: sought; sell: sold; send: sent; set: set; shed: shed;
    show: showed shown; shut: shut; sit: sat; speak: spoke spoken; spend: spent; spin: spun; split: split;
    spread: spread; stand: stood; strike: struck; swear: swore sworn; take: took taken taking; teach:
    taught; tell:
    told; think: thought; throw: threw thrown; tie: tied tying; tout: touted touting; trial: trialled
    trialling; undercut: undercut; undergo: underwent;
    understand: understood; use: using used; win: won; withdraw: withdrew withdrawn; write: wrote
    written
"""
IRREGULAR = {
    form: plain.strip()
    for entry in _IRREGULAR_FORMS.split(";")
    for plain, _, forms in [entry.partition(":")]
    for form in forms.split()
}
# Verbs whose ending alone would mislead.
_PLAIN = lexicon.words(
    """
    ape bring choke cling discourage dissuade hang impede muzzle prototype preside repackage ring shackle
    sing stifle stockpile string subscribe swing tape underwrite upgrade
    acquire agree argue assume beat become eat belong blame cite clone code combine compare compete compile
    complete conclude concur consume continue cope cut debut decide declare decline define delete
    describe determine devote die divide encourage engage escape examine excite exclude expire explore
    favour file fine-tune finetune fire frame guide hide hire honour hope ignore imagine include incur
    inspire invite issue leverage make manage mine name note occur outline overcome overtake pile
    postpone prepare profile promote provide pursue put quote refine rename require rescue restore
    resume retire revoke rule scale scare schedule score shape share shut slide spare stage store style
    sue tackle tie time tune type unite value vote wire write
    allege axe barricade boycott bring cheat choke coat collapse come concede countersue decree defeat demote
    dethrone discontinue discourage dissuade downgrade eclipse elapse enshrine extradite fine float hang
    heat hike impede lapse like mimic muzzle oblige oversee persuade premiere probe prolong prototype rebuke
    rehire repackage repeat reshuffle ring scout seat shackle shout stifle strike subscribe take tape tire
    tout trade treat undertake underwrite unseat upgrade
    """
)


def lemma(token: Any) -> str:
    """The plain form of a verb ("released": "release"), the singular of a plural noun; lower case."""
    return _lemma(token.text, token.tag_)


@lru_cache(maxsize=16_384)
def _lemma(written: str, tag: str) -> str:
    word = written.lower().strip("’'")
    if tag == "VB":
        return word
    if tag.startswith("VB"):
        return verb_lemma(word)
    if tag in ("NNS", "NNPS"):
        return _singular(word)
    return word


def verb_lemma(word: str) -> str:
    """The plain form of a verb's written form; what no rule reaches is kept as it is."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        stem = word[:-1]
        return stem[:-1] if stem.endswith(("she", "che", "sse", "xe", "oe", "zze")) else stem
    if (word.endswith("eed") and word not in _ED) or (word.endswith("ing") and not _VOWEL.search(word[:-3])):
        return word  # "need", "bring"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return _restore(word[: -len(ending)])
    return word


def _restore(stem: str) -> str:
    """What stood before "-ed" or "-ing": without a doubled consonant, with its silent e."""
    if stem in _PLAIN or stem.endswith("our"):
        return stem
    if stem + "e" in _PLAIN:
        return stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2] and (stem[-1] in "bdgkmnprt" or stem[:-1] in _ONE_L):
        return stem[:-1]
    return stem + "e" if _SILENT_E.search(stem) else stem


_ED = lexicon.words("agreed disagreed freed guaranteed decreed refereed")
_VOWEL = re.compile(r"[aeiouy]")
_ONE_L = lexicon.words(
    """cancel channel compel control counsel dispel excel expel fuel fulfil funnel label level model patrol
    propel rebel repel signal total travel tunnel"""
)
"""Verbs that end in one l, which British spelling doubles: "cancelled"."""
_SILENT_E = re.compile(r"(?:v|z|[aeiou](?:c|dg|s)|[lnr](?:c|s|g|v)|at|ut|ur|bl|tl|gl|pl|dl)\Z")


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def forms(verbs: Iterable[str]) -> Iterator[str]:
    """The written forms that verbs may have in a text, for a pattern of cues."""
    irregular: dict[str, list[str]] = {}
    for form, plain in IRREGULAR.items():
        irregular.setdefault(plain, []).append(form)
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb
        yield from (verb, verb + "s", stem + "ed", stem + "ing", *irregular.get(verb, ()))
        if verb.endswith("y"):
            yield from (verb[:-1] + "ied", verb[:-1] + "ies")
        if verb.endswith(("sh", "ch", "ss", "x")):
            yield verb + "es"
        if verb[-1] in "bdgklmnprt":
            yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
