"""Names in a text: longest match in the vocabulary, national groups, and capitalised names nobody listed.

A name that is ambiguous as a word counts only in its context (`needs`, `unless`, versions); a place name that
stands for a state counts as that state. Offsets are code points of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from theodolite.catalog import vocabulary
from theodolite.catalog.vocabulary import Entry
from theodolite.extract.words import lexicon

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


_VERSION = re.compile(
    r"(?:\.\d+(?![\w%])|[- ]?[vV]?\d+(?:\.\d+)*(?:o|[a-z]{1,2})?(?![\w%,.]?\d|\w|%|"
    r"\s(?:percent|million|billion|trillion|times|months|years|users)|\s?[–-]\s?\d[\d.]*\s(?:months?|"
    r"years?|weeks?))"
    r"|[- ]?(?:[A-Z]\d{1,3}(?:\.\d+)?|\d+(?:\.\d+)?[Bb](?![\w])|o\d))"
)
_VARIANT = re.compile(
    r"[- ](?:Pro|Max|Mini|mini|Nano|nano|Turbo|Opus|Sonnet|Haiku|Flash|Ultra|Large|Small|"
    r"Medium|Plus|Lite|Air|Instruct|Chat|Coder|Codex|Preview|"
    r"Thinking|Reasoning|Deep Research|Vision|VL|Omni|Next|Base|Scout|Maverick|Behemoth|Heavy|"
    r"Fast|Exp|Titan|Image|Embed|Bot|preview|pro|high|Distill|Experimental|Enterprise|Edu|"
    r"Enhanced Edition|Advanced|\d+(?:\.\d+)?[Bb])(?![\w])(?:[- ](?:Lite|Preview|mini|Mini|Max|"
    r"Thinking|High))?"
)
_CAPITALISED = re.compile(
    r"(?<![\w])(?:[A-Z][\w’'&.-]*[\w]|[A-Z])(?:(?:\s(?:of|the|for|de|van|von|and|&)\s(?=[A-Z])|"
    r"\s|-)(?:[A-Z][\w’'&.-]*[\w]|[A-Z]\b))*"
)
_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
COMMON = lexicon.words(
    """The A An This That These Those It He She They We I You In On At By For From With As But And
    Or So Yet While When After Before If Although Though However Meanwhile There Here Its His
    Her Their Our My Your Such Some Many Most Both All Another Other According Since Still Now
    Then Today What Why How Who Which Moreover Furthermore Despite Even Just Only No Not Nearly
    About Over More Less Few Several One Two Three Four Five Six Seven Eight Nine Ten First
    Second Third Also Overall Instead Indeed Thus Therefore Recently Currently Finally
    Additionally Last Next Earlier Later Once Until Unlike Like Because Between Among Under
    During Through Across Every Each Any Experts Analysts Researchers Scientists Officials
    Critics Investors Executives Companies Firms Models Chips Open Closed Yes Ok Well Let Given
    Of To Is Are Was Were Do Does Did Can Could Should Would Will May Might Must Have Has Had Be
    Been Being Lastly Firstly Secondly Thirdly Unfortunately Nevertheless Nonetheless
    Consequently Hence Half Out Up Down Key Note Technology Research Global Artificial
    Intelligence AI Reaching Hitting Lasting Nearly Almost Roughly Around Least Most Than Past
    Merely Exactly Within Total"""
)


@cache
def _index() -> dict[str, list[tuple[str, Entry, bool, bool]]]:
    """First word of a name -> (way of writing, entry, is adjective, is metonym), longest first."""
    found: dict[str, list[tuple[str, Entry, bool, bool]]] = defaultdict(list)
    for entry in vocabulary.load().entries.values():
        for written in (entry.name, *entry.aliases):
            found[_first(written)].append((written, entry, False, False))
        for written in entry.adjectives:
            found[_first(written)].append((written, entry, True, False))
        for written in entry.metonyms:
            found[_first(written)].append((written, entry, False, True))
    for rows in found.values():
        rows.sort(key=lambda row: (-len(row[0]), row[1].kind != "side"))
    return dict(found)


def _first(name: str) -> str:
    match = re.match(r"[\w]+", name)
    return match.group() if match else name[:1]


_TOKEN = re.compile(r"(?<![\w])[\w]+")
# A place in a longer proper name, or in an address line, is the place, not the state.
_METONYM_UNLESS = re.compile(
    r"\s(?:Post|University|Institute|Times|School|D\.?C\.?|state|State|Academy|Exchange|Stock|"
    r"Accord|Agreement|Summit)\b|,\s(?:D\.?C|Texas|Ont|Ohio|Conn|Ky)\b"
)


def find(text: str) -> tuple[Mention, ...]:
    """Every name that the vocabulary knows, national groups included, in order, none overlapping."""
    known = tuple(_known(text))
    return _grouped(text, known)


def _known(text: str) -> Iterator[Mention]:
    index = _index()
    position = 0
    for token in _TOKEN.finditer(text):
        if token.start() < position:
            continue
        mention = _match(text, token.start(), index.get(token.group(), ()))
        if mention is None and token.group()[0].isupper():
            mention = _prefix_match(text, token, index)
        if mention:
            position = mention.end
            yield mention


def _prefix_match(
    text: str, token: re.Match[str], index: dict[str, list[tuple[str, Entry, bool, bool]]]
) -> Mention | None:
    """A family written in one word with its version: "Qwen3", "Llama3.1"."""
    head = re.match(r"[A-Za-z]{3,}(?=\d)", token.group())
    return _match(text, token.start(), index.get(head.group(), ()), joined=True) if head else None


def _match(
    text: str, at: int, rows: list[tuple[str, Entry, bool, bool]] | tuple[()], joined: bool = False
) -> Mention | None:
    for written, entry, adjective, metonym in rows:
        if not text.startswith(written, at):
            continue
        end = at + len(written)
        if not joined and end < len(text) and _WORD.match(text[end]) and _WORD.match(written[-1]):
            continue
        stop = _with_version(text, end) if entry.family else end
        if (entry.versioned or joined) and stop == end:
            continue
        if metonym and _METONYM_UNLESS.match(text, end):
            continue
        if entry.exact and at and text[at - 1] in "-/":
            continue
        if not _in_context(text, at, stop, entry):
            continue
        name = _canonical(entry, text[end:stop])
        return Mention(at, stop, name, entry.kind, entry.side, adjective, entry.maker or entry.organisation)
    return None


def _with_version(text: str, end: int) -> int:
    """The end of the name with its version and variants: "Llama" + " 3.1 405B Instruct"."""
    for pattern in (_VERSION, _VARIANT, _VERSION, _VARIANT, _VARIANT):
        match = pattern.match(text, end)
        if match and match.end() > end:
            end = match.end()
    return end


def _canonical(entry: Entry, version: str) -> str:
    """The name with the version as written, joined as the family joins it."""
    if not version:
        return entry.name
    stem, joint = entry.name, version
    if entry.name in ("GPT", "GLM", "DALL-E") and version[0] != "-":
        joint = "-" + version.lstrip()
    elif version[0] == "-" and entry.name in ("Llama", "Claude", "Gemini", "Grok", "Gemma"):
        joint = " " + version[1:]
    elif version[0] not in " -" and entry.name in ("Llama", "Claude", "Gemini", "Grok", "Gemma"):
        joint = " " + version
    return stem + joint


def _in_context(text: str, at: int, end: int, entry: Entry) -> bool:
    if entry.unless and re.match(rf"\s(?:{'|'.join(entry.unless)})\b", text[end : end + 24]):
        return False
    if not entry.needs:
        return True
    around = text[max(0, at - 160) : at] + " " + text[end : end + 160]
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", around) for word in entry.needs)


@cache
def _noun() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, vocabulary.load().group_nouns), key=len, reverse=True))
    modifiers = (
        r"(?:(?:AI|gen|generative|A\.I\.|tech|technology|internet|large|language|leading|top|best|"
        r"frontier|foundation|foundational|domestic|local|open|open-source|"
        r"open-weight|open-weights|closed|closed-source|own|big|small|major|listed|public|private|"
        r"model|chip|cloud|semiconductor|most|advanced|cutting-edge|homegrown|"
        r"native|many|young|other|reasoning|video|new|newer|latest|elite|research|-based|"
        r"state-of-the-art|academic|software|hardware|reasoning-model|flagship|strongest|"
        r"artificial|intelligence|AI-chip|robotics|robot|EV|e-commerce|social|media|market|"
        r"industry|state-owned|state-backed|well-funded)[\s,]+(?:and\s+)?){0,5}?"
    )
    return re.compile(rf"(?:['’]s?)?\s+{modifiers}(?P<noun>{nouns})\b(?![-’'])")


@cache
def _openness() -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups = vocabulary.load().openness
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)) for name, patterns in groups.items()
    )


def demonym(side: str) -> str:
    """How a national group of `side` is named: "Chinese", "United States"."""
    entry = vocabulary.load().entries.get(side)
    return (entry.demonym if entry else None) or side


def _grouped(text: str, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Sides that a collective noun follows become groups; groups by openness are added."""
    found: list[Mention] = []
    for i, mention in enumerate(known):
        group = _noun().match(text, mention.end) if mention.kind == "side" else None
        nearest = known[i + 1].start if i + 1 < len(known) else len(text)
        possessive = text[mention.end : mention.end + 2] in ("'s", "’s")
        if group and group.end() <= nearest and (mention.adjective or possessive or text[mention.end] == " "):
            noun = group["noun"]
            name = f"{demonym(mention.name)} {noun}"
            found.append(Mention(mention.start, group.end(), name, "group", mention.side, True, noun=noun))
        else:
            found.append(mention)
    starts = [m.start for m in found]  # in order and disjoint: only the neighbours can overlap
    for name, pattern in _openness():
        for match in pattern.finditer(text):
            at = bisect_left(starts, match.start())
            if (not at or found[at - 1].end <= match.start()) and (
                at == len(found) or match.end() <= starts[at]
            ):
                found.insert(at, Mention(match.start(), match.end(), name, "group", None, noun="models"))
                starts.insert(at, match.start())
    return tuple(found)


def unknown(text: str, start: int, end: int, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Capitalised names between two places that the vocabulary does not know, kept as found."""
    found: list[Mention] = []
    for match in _CAPITALISED.finditer(text, start, end):
        a, b = match.span()
        words = match.group().split()
        while words and words[0].rstrip(".,") in COMMON:
            a += len(words[0])
            while a < b and text[a].isspace():
                a += 1
            words = words[1:]
        name = re.sub(r"['’]s?\Z", "", text[a:b])
        if len(name) > 1 and all(a + len(name) <= m.start or m.end <= a for m in known):
            found.append(Mention(a, a + len(name), name, "unknown", None))
    return tuple(found)
