"""Restrictions by what stands between a name and a place or another name, without syntax: "A cut off users in
China", "B may not be used in A", "A's licence excludes China"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.names import Mention

_AUX = (
    r"(?:(?:has|have|had|also|now|then|recently|already|quietly|will|would|is|was|itself|reportedly|since|which|that|plans?\sto|"
    r"moved\sto|decided\sto|began\sto|agreed\sto)\s){0,3}"
)
_PEOPLE = (
    r"(?:(?:all|any|its|some|the|most|new|existing|paying|other)\s){0,2}(?:users?|customers?|firms?|companies|developers?|access|use|usage|downloads?|"
    r"accounts?|clients?|entities|subscribers?|buyers?|service|services|businesses|people|residents|researchers|sign-ups|traffic|sales)"
)
_NO_SALE = (
    r"(?:do(?:es)?\snot|do(?:es)?n['’]t|did\snot|didn['’]t|will\snot|won['’]t|no\slonger|can\sno\slonger|refus(?:es|ed)\sto|declin(?:es|ed)\sto|"
    r"stopped|has\sstopped|have\sstopped|ceased|halted|suspended)\s"
)
_OUT = re.compile(
    rf"(?:['’]s\s(?:[\w-]+\s){{0,3}}?(?:licen[cs]es?|terms|conditions|policy|rules|usage\spolicy|agreement)\s(?:[\w-]+\s){{0,2}}?)?\s?{_AUX}(?:"
    rf"(?:block|bar|ban|exclud|restrict|prohibit|forbid|forbad|suspend|reject|lock|shut)(?:s|ed|es|ned|red|ned|ting|ing|ring|ning|den|e|ding)?(?:\soff|\sout)?\s"
    rf"(?:{_PEOPLE}\s(?:in|from|inside|based\sin|by)\s)?|"
    rf"(?:cut|cuts|shut|shuts|lock|locks|locked|kept|keep|keeps|geo-?block(?:s|ed)?|geofenc(?:es|ed)?)\s(?:(?:off|out)\s)?(?:{_PEOPLE}\s(?:in|from|inside|out\sof)\s)|"
    rf"(?:closed|withdrew|pulled|removed|suspended|ended|shut\sdown|switched\soff|discontinued)\s(?:(?:its|the|all|their)\s)?(?:[\w-]+\s){{0,2}}?"
    rf"(?:services?|apps?|sales|access|models?|chatbot|API|product|business)\s(?:in|from|to|for)\s|"
    rf"(?:keeps|kept|holds|held)\s(?:(?:its|the|all|their)\s)?(?:[\w-]+\s){{0,2}}?(?:models?|services?|chatbot|products?|chips?|tools|technology)\sout\sof\s|"
    rf"{_NO_SALE}(?:sell|selling|offer|offering|serve|serving|provide|providing|supply|supplying|ship|shipping|export|exporting|license|licensing|operate|operating)\s"
    rf"(?:(?:its|the|their|any)\s)?(?:[\w-]+\s){{0,3}}?(?:(?:to|in|into|for)\s)?(?:(?:{_PEOPLE})\s(?:in|from)\s)?"
    rf")(?:the\s|mainland\s)?\Z"
)
_MAY_NOT = re.compile(
    r"\s(?:(?:itself|also|therefore|still)\s)?(?:may\snot|cannot|can['’]t|could\snot|couldn['’]t|can\sno\slonger|must\snot|is\snot\sallowed\sto|was\snot\sallowed\sto|"
    r"are\snot\sallowed\sto|is\snot\sto)\s(?:legally\s)?be\s(?:used|sold|downloaded|offered|deployed|accessed|bought|run|exported|imported|shipped)\s"
    r"(?:[\w-]+\s){0,2}?(?:in|to|into|by|inside)\s(?:the\s|mainland\s)?\Z"
)
_IS_OUT = re.compile(
    r"(?:,\swhich)?\s(?:is|was|are|were|remains?|has\sbeen|have\sbeen)\s(?:(?:now|also|still|already|effectively|formally)\s)?(?:banned|blocked|barred|outlawed|prohibited|"
    r"forbidden|restricted|excluded|shut\sout|kept\sout|suspended|unavailable\sby\slaw)\s(?:(?:from\s(?:[\w-]+\s){1,4}?)?(?:in|from|by|across|of|out\sof)\s)(?:the\s|mainland\s)?\Z"
)
_NO_USE = re.compile(
    rf"\s{_AUX}(?:(?:do(?:es)?\snot|do(?:es)?n['’]t|did\snot|will\snot|won['’]t|no\slonger)\s(?:allow|permit|let|authori[sz]e)s?\s|(?:refus(?:es|ed)\sto\s(?:allow|permit|let)\s))"
    r"(?:(?:the|any|its|their)\s)?(?:(?:use|sale|export|import|purchase|deployment)\sof\s|[\w-]+\s(?:to\s)?(?:use|buy|sell|install|deploy|import)\s)?(?:the\s)?\Z"
)
_KEEPS_FROM = re.compile(
    rf"\s{_AUX}(?:keeps|kept|withholds|withheld|is\skeeping|bars|barred|denies|denied)\s(?:(?:its|the|most|all)\s)?(?:[\w-]+\s){{0,3}}?"
    r"(?:chips?|GPUs?|semiconductors?|processors|tools|technology|equipment|machines|scanners|software|licences|licenses)\s(?:from|to)\s(?:the\s)?\Z"
)
_LICENCE = re.compile(
    rf"\s{_AUX}(?:requires?|required|demands?|demanded|introduced|imposed)\s(?:(?:an?|export|special|new|government)\s){{0,3}}(?:licen[cs]es?|permits?|approval|permission)\s"
    r"(?:(?:for|to|before|on)\s)(?:[\w’'-]+\s){1,7}?(?:to|with|in)\s(?:the\s)?\Z"
)
_SANCTIONED = re.compile(
    r"(?:,|,\swhich)?\s(?:is|was|are|were|has\sbeen|have\sbeen|remains?|came|stands?|fell)?\s?(?:now\s|still\s|placed\s|put\s)?(?:under|subject\sto|hit\sby|targeted\sby|facing|on)\s"
    r"(?:(?:the\s|new\s|tough\s|heavy)?(?:sanctions|restrictions|export\scontrols|curbs|an?\s(?:ban|embargo|blacklist)|(?:entity\slist|blacklist))\s(?:from|by|of|in)\s)(?:the\s)?\Z"
)
_STAFF = re.compile(
    rf"\s{_AUX}(?:forb(?:ids|ade|id)|forbidden|bar(?:s|red)|ban(?:s|ned)|prohibit(?:s|ed)|tells?|told|order(?:s|ed)|instruct(?:s|ed)|"
    r"stop(?:s|ped)|block(?:s|ed)|restrict(?:s|ed))\s(?:(?:its|their|all|the|most|some|own|public|federal|government|civil|state)\s){0,3}"
    r"(?:staff|employees|engineers|workers|officials|agencies|servants|departments|schools|teachers|students|lawyers|doctors|"
    r"ministries|companies|firms|banks|soldiers|contractors|developers|teams|personnel)\s(?:(?:in|at|of)\s\w+\s)?"
    r"(?:to\suse|from\s(?:using|buying|installing|downloading|ordering)|not\sto\s(?:use|buy|order|install)|using|against\susing|"
    r"to\s(?:stop|avoid|quit|cease)\s(?:using|buying|ordering))\s(?:the\s)?\Z"
)
_PEOPLE_OF = lexicon.words(
    """staff employees engineers workers officials agencies servants departments schools teachers students
    lawyers doctors ministries companies firms banks soldiers contractors developers teams personnel"""
)
_DENIED = re.compile(
    r"\b(?:lift\w*|eas\w+|relax\w*|if|whether|might|could|should|would|rumou?r\w*|consider\w*|threaten\w*)\b|\b(?:not|never)\s(?:block|ban|bar|restrict)"
)
_BEFORE_NO = re.compile(r"\b(?:of|in|at|from|by|to|with|for|than|near)\s(?:the\s)?\Z")
_CUE = re.compile(
    r"block|bar|ban|exclud|restrict|prohibit|forbid|forbad|suspend|reject|lock|shut|cut|kept|keep|geo|closed|withdrew|pulled|removed|"
    r"ended|discontinued|sell|offer|serv|provid|suppl|ship|export|licen|used|sold|downloaded|deployed|accessed|allow|permit|let|"
    r"withh|den[iy]|sanction|curb|embargo|blacklist|controls|outlaw|operat"
)
_GATE = Gates(_CUE)
_LONGEST = 130


def find(row: NamedRow) -> Iterator[Tie]:
    """Who shuts whom out in one sentence."""
    words = row.scene.reading.words[row.number]
    aimed = any(r.kind in ("side", "group") for _, r in row.names) or not words.isdisjoint(_PEOPLE_OF)
    if len(row.names) < 2 or not aimed or not _GATE.may(words):
        return
    for first, a, second, b, between in row.pairs(2):
        if len(between) > _LONGEST or _is_demonym(first) or not _CUE.search(between):
            continue
        if _DENIED.search(between):
            continue
        before = row.content[max(row.sentence.start, first.start - 12) : first.start]
        if _BEFORE_NO.search(before):
            continue
        places = [r for r in row.list_from(row.index_of(second)) if r.kind in ("side", "group")]
        if _STAFF.fullmatch(between):
            yield from _kept_from_staff(row, first, a, second)
            continue
        houses = a.kind in ("organisation", "unknown") and not is_person(a)
        if houses and places and _OUT.fullmatch(between) and not _is_demonym(second):
            for place in places:
                yield from _tie(a, place, first.start, place.end, first.end)
        elif a.kind in ("model", "unknown", "organisation") and b.kind == "side" and not _is_demonym(second):
            if _MAY_NOT.fullmatch(between) or _IS_OUT.fullmatch(between) or _SANCTIONED.fullmatch(between):
                for place in places:
                    yield from _tie(place, a, first.start, place.end, first.end)
        elif a.kind == "side" and b.side != a.side and _is_kept_out(between):
            for other in row.list_from(row.index_of(second)):
                yield from _tie(a, other, first.start, other.end, first.end)


def _is_kept_out(between: str) -> bool:
    return any(p.fullmatch(between) for p in (_NO_USE, _KEEPS_FROM, _LICENCE))


def _kept_from_staff(row: NamedRow, first: Mention, a: Referent, second: Mention) -> Iterator[Tie]:
    """ "A forbade its staff to use B"."""
    if a.kind not in ("organisation", "unknown", "side") or is_person(a):
        return
    for other in row.list_from(row.index_of(second)):
        if other.kind in ("model", "organisation", "unknown", "group"):
            yield from _tie(a, other, first.start, other.end, first.end)


def _is_demonym(mention: Mention) -> bool:
    return mention.adjective and mention.kind == "side"


def _tie(who: Referent, whom: Referent, start: int, end: int, cue: int) -> Iterator[Tie]:
    if who.side is not None and who.side == whom.side and "side" in (who.kind, whom.kind):
        return
    if parties.fit(_as_state(who), "restricts", _as_state(whom)):
        yield Tie(_as_state(who), "restricts", _as_state(whom), start, end, cue)


def _as_state(referent: Referent) -> Referent:
    if referent.kind != "side" or not referent.side:
        return referent
    return Referent(referent.side, referent.text, referent.side, referent.start, referent.end, "side")
