"""Names of the vocabulary in a text: the longest way of writing wins, and a doubtful one needs its context.

A name that is also a word counts where its neighbourhood says so (its maker, a word of the field, a version),
or where the same text names it surely somewhere else. Offsets are code points of the text. Latin names are
found inside Chinese text too; Chinese names are not looked for here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from theodolite.catalog import vocabulary
from theodolite.catalog.vocabulary import Entry
from theodolite.extract.words.name_context import (
    SURNAME,
    Neighbourhood,
    has_other_forename,
    is_inside,
    is_namesake,
    is_of_the_field,
    is_unmade,
)

MentionKind = Literal["side", "organisation", "model", "person", "group", "unknown"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start` to `end`. `name` is canonical (as found, for one nobody listed); `side` its country.

    `adjective`: the word was a demonym or adjective ("Chinese"). `noun`: what a group consists of.
    """

    start: int
    end: int
    name: str
    kind: MentionKind
    side: str | None
    adjective: bool = False
    maker: str | None = None
    noun: str | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to write an entry: its name or an alias, an adjective, a seat of power, or a short form."""

    written: str
    entry: Entry
    use: Literal["name", "adjective", "metonym", "capital", "short"] = "name"


# Versions and variants are ASCII: a Chinese character behind them ends them like a space does.
_VERSION = re.compile(
    r"(?:\.\d+(?![\w%])|[- ]?[vV]?\d+(?:\.\d+)*(?:o|[a-z]{1,2})?(?![\w%,.]?\d|\w|%|"
    r"\s(?:percent|million|billion|trillion|times|months|years|users)|\s?[–-]\s?\d[\d.]*\s(?:months?|"
    r"years?|weeks?)|\s?[个亿万年月日倍款家名次])"
    r"|[- ]?(?:\d{3,4}[A-JN-Z](?!\w)|A\d{1,3}(?:\.\d)?B(?![\w])|[A-Z]\d{1,3}(?:\.\d+)?|"
    r"\d+(?:\.\d+)?[Bb](?![\w])|o\d))",
    re.ASCII,
)
_VARIANT = re.compile(
    r"[- ](?:Pro|Max|Mini|mini|Nano|nano|Turbo|Opus|Sonnet|Haiku|Flash|Ultra|Large|Small|"
    r"Medium|Plus|Lite|Air|Instruct|Chat|Coder|Codex|Preview|"
    r"Thinking|Reasoning|Deep Research|Vision|VL|Omni|Next|Base|Scout|Maverick|Behemoth|Heavy|"
    r"Fast|Exp|Titan|Image|Embed|Bot|preview|pro|high|Distill|Experimental|Enterprise|Edu|"
    r"Enhanced Edition|Advanced|\d+(?:\.\d+)?[Bb])(?![\w])(?:[- ](?:Lite|Preview|mini|Mini|Max|"
    r"Thinking|High))?",
    re.ASCII,
)
_TOKEN = re.compile(r"[A-Za-z0-9_\u00c0-\u024f]+")
_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
# A place in a longer proper name, or in an address line, is the place, not the state.
_METONYM_UNLESS = re.compile(
    r"\s(?:Post|University|Institute|Times|School|D\.?C\.?|state|State|Academy|Exchange|Stock|"
    r"Accord|Agreement|Summit|Airport|Street|Avenue|Heights|Monument|Examiner|Commanders|Hilton|Olympics|"
    r"Marathon|Motor Show|Fashion Week)\b|,\s(?:D\.?C|Texas|Ont|Ohio|Conn|Ky)\b"
)
_ADDRESS = re.compile(r"(?:^|\W)(?P<town>[A-Z][\w.]+),\s\Z")
_ADDRESS_END = re.compile(r"[,.;)]|\s*\Z")
_ACTS = re.compile(
    r"\s(?:(?:has|had|is|was|will|would|may|could|must|should|can|also|now|then|still|itself)\b|"
    r"(?:sa(?:id|ys)|plan|want|announce|agree|ban|back|sign|launch|approve|adopt|pass|fear|hope|seek|sought|aim|"
    r"move|push|pledge|vow|warn|refuse|join|accuse|argue|call|insist|block|order|ask|urge|"
    r"spend|invest|pour|fund|subsidi[sz]e|impose|tighten|relax|ease|lift|promise|intend|retaliate|regulate|permit|forbid|allow)(?:e?d|ne?d|s|es)?\b)"
)
_AI = re.compile(r"\sAI(?![\w-])")
# "SMIC Corp", "Huawei Technologies Co., Ltd.": a form has its point only where the sentence goes on.
_LEGAL_FORM = re.compile(
    r"(?:\s(?:Technology|Technologies|Holdings?|Group|International|Electronics|Semiconductors?|Systems|Intelligent))?"
    r"(?:,?\s(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|AG|SE|NV|N\.V|SA|S\.A|KK|Oyj|Bhd)"
    r"(?![\w-])(?:\.(?=,|\s[a-z(&L]|['’]s))?){1,2}"
)
_SIZE = re.compile(r"\d+(?:\.\d+)?[Bb](?![\w.])")


def find(text: str) -> tuple[Mention, ...]:
    """Every name that the vocabulary knows, in order, none overlapping."""
    sure: list[Mention] = []
    doubtful: list[tuple[Mention, Entry]] = []
    named: set[str] = set()
    for mention, entry, is_sure in _matches(text):
        if sure and entry.national and _belongs_elsewhere(mention, sure[-1]):
            continue
        if is_sure:
            sure.append(mention)
            named.add(entry.name)
        else:
            doubtful.append((mention, entry))
    if doubtful and is_of_the_field(text):
        named.update(e.name for m, e in doubtful if not e.needs and is_inside(text, m.start, m.end))
    return _merged(sure, [mention for mention, entry in doubtful if entry.name in named])


def _belongs_elsewhere(mention: Mention, before: Mention) -> bool:
    """ "Norway's Supreme Court": a body that many countries have, behind another country's name."""
    return before.kind == "side" and before.side != mention.side and 0 < mention.start - before.end <= 3


def _merged(sure: list[Mention], more: Sequence[Mention]) -> tuple[Mention, ...]:
    """Both in order; of `more` only what overlaps nothing that is there already."""
    if not more:
        return tuple(sure)
    starts = [m.start for m in sure]
    kept: list[Mention] = []
    for mention in more:
        at = bisect_left(starts, mention.start)
        free = (not at or sure[at - 1].end <= mention.start) and (
            at == len(sure) or mention.end <= sure[at].start
        )
        if free and (not kept or kept[-1].end <= mention.start):
            kept.append(mention)
    return tuple(sorted((*sure, *kept), key=lambda m: m.start))


def _matches(text: str) -> Iterator[tuple[Mention, Entry, bool]]:
    """What the vocabulary knows from left to right, and whether it is sure. A doubtful one is not stepped
    over: a sure name may begin inside it."""
    index = _index()
    near = Neighbourhood(text)
    position = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < position:
            continue
        word = token.group()
        rows = index.get(word)
        found = _match(text, start, rows, near) if rows else None
        if found is None and word[-1].isdigit() and word[0].isupper():
            found = _joined_match(text, token, index, near)
        if found:
            if found[2]:
                position = found[0].end
            yield found


def _joined_match(
    text: str, token: re.Match[str], index: dict[str, tuple[_Way, ...]], near: Neighbourhood
) -> tuple[Mention, Entry, bool] | None:
    """A family written in one word with its version: "Qwen3", "Llama3.1"."""
    head = re.match(r"[A-Za-z]{3,}(?=\d)", token.group())
    rows = index.get(head.group()) if head else None
    return _match(text, token.start(), rows, near, joined=True) if rows else None


def _match(
    text: str, at: int, rows: tuple[_Way, ...], near: Neighbourhood, joined: bool = False
) -> tuple[Mention, Entry, bool] | None:
    """The longest way of writing that is sure, else the longest that may be meant."""
    doubtful: tuple[Mention, Entry, bool] | None = None
    for way in rows:
        if not text.startswith(way.written, at):
            continue
        found = _fitting(text, at, way, near, joined)
        if found is None:
            continue
        if found[2]:
            return found
        doubtful = doubtful or found
    return doubtful


def _fitting(
    text: str, at: int, way: _Way, near: Neighbourhood, joined: bool
) -> tuple[Mention, Entry, bool] | None:
    entry = way.entry
    end = at + len(way.written)
    stop, versioned = end, False
    if not joined and end < len(text) and _WORD.match(text[end]) and _WORD.match(way.written[-1]):
        return None
    if entry.family:
        stop = _with_version(text, end)
        versioned = stop > end
    elif entry.name == f"{way.written} AI" and _AI.match(text, end):
        stop += 3  # "Moonshot AI", where the name is found by its short form
    elif entry.kind == "organisation" and (form := _LEGAL_FORM.match(text, end)):
        stop = form.end()
    if not versioned and (joined or (entry.versioned and not _is_owned(text, at, end, entry, near))):
        return None
    if entry.dash and text[end : end + 1] != "-":
        return None
    if entry.exact and at and text[at - 1] in "-/":
        return None
    if text.startswith(("$", ".$"), end):  # "US$4 billion" is money
        return None
    if way.use == "metonym" and (_METONYM_UNLESS.match(text, end) or _is_address(text, at, end)):
        return None
    if way.use == "capital" and not _ACTS.match(text, end):
        return None
    if entry.kind == "person" and _is_another(text, at, stop, way):
        return None
    if entry.unless and is_unmade(text, at, end, stop, entry):
        return None
    name = _canonical(entry, text[end:stop]) if versioned else entry.name
    mention = Mention(
        at, stop, name, entry.kind, entry.side, way.use == "adjective", entry.maker or entry.organisation
    )
    return mention, entry, _is_sure(text, at, stop, way, near, versioned)


def _is_owned(text: str, at: int, end: int, entry: Entry, near: Neighbourhood) -> bool:
    """A family without a version, which is also a word: where its maker stands near ("IBM ... Granite")."""
    return len(entry.name) > 3 and is_inside(text, at, end) and near.has_owner(entry, at, end)


def _is_another(text: str, at: int, end: int, way: _Way) -> bool:
    """Whether a surname belongs to somebody else here: "Percy Liang"."""
    if way.use == "short":
        return is_namesake(text, at, end)
    return " " not in way.written and has_other_forename(text, at, way.entry)


def _is_address(text: str, at: int, end: int) -> bool:
    """A town in a state ("Redmond, Washington,"); in "Tokyo, Washington, Brussels" each is a government."""
    town = _ADDRESS.search(text[max(0, at - 30) : at])
    return bool(town and _ADDRESS_END.match(text, end) and town["town"] not in _index())


def _is_sure(text: str, at: int, end: int, way: _Way, near: Neighbourhood, versioned: bool) -> bool:
    """Whether a name that fits is meant, as far as its neighbourhood tells."""
    entry = way.entry
    if way.use == "short":
        return False
    if entry.forename and not versioned and SURNAME.match(text, end):
        return near.has_owner(entry, at, end)
    if versioned and not entry.needs and _SIZE.search(text, at, end):
        return True
    if " " in way.written and way.written.endswith(" AI"):
        return True
    if entry.needs or (entry.ambiguous and (entry.versioned or not versioned)):
        return near.proves(entry, at, end)
    return True


def _with_version(text: str, end: int) -> int:
    """The end of the name with its version and variants: "Llama" + " 3.1 405B Instruct"."""
    for pattern in (_VERSION, _VARIANT, _VERSION, _VARIANT, _VARIANT):
        match = pattern.match(text, end)
        if match and match.end() > end:
            end = match.end()
    return end


def _canonical(entry: Entry, version: str) -> str:
    """The name with the version, joined as the family joins it."""
    bare = version.lstrip(" -")
    if entry.joint is None or (not entry.joint and (not bare[:1].isdigit() or _SIZE.match(bare))):
        return entry.name + version
    return entry.name + entry.joint + bare


@cache
def _index() -> dict[str, tuple[_Way, ...]]:
    """First word of a name -> the ways of writing that begin with it, longest first."""
    found: dict[str, list[_Way]] = defaultdict(list)
    for entry in vocabulary.load().entries.values():
        ways = [_Way(written, entry) for written in (entry.name, *entry.aliases)]
        if entry.what == "chip":
            ways += [_Way(f"{way.written}s", entry) for way in ways]
        ways += [_Way(written, entry, "adjective") for written in (*entry.adjectives, *_people(entry))]
        ways += [_Way(written, entry, "metonym") for written in entry.metonyms]
        ways += [_Way(written, entry, "capital") for written in entry.capitals]
        ways += [_Way(written, entry, "short") for written in entry.short]
        for way in ways:
            found[_first(way.written)].append(way)
    order = {"side": 0}
    return {
        first: tuple(sorted(rows, key=lambda w: (-len(w.written), order.get(w.entry.kind, 1))))
        for first, rows in found.items()
    }


def _people(entry: Entry) -> list[str]:
    """The people of a country by its adjective: "Emiratis", "Estonians"."""
    nations = (a for a in entry.adjectives if re.search(r"(?:an|[a-z]i)\Z", a))
    return [f"{nation}s" for nation in nations if f"{nation}s" not in entry.adjectives]


def _first(name: str) -> str:
    match = _TOKEN.match(name)
    return match.group() if match else name[:1]
