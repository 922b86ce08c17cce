"""Who signs a text: byline, a lead that introduces a speech, a speaker's own first words."""

from __future__ import annotations

import itertools
import re

from theodolite.extract.voices import introductions, reporting
from theodolite.extract.voices.speaker_words import PERSON_NAME as _NAME
from theodolite.model.origin import Origin

_TALKS = frozenset(
    (
        "speech",
        "interview",
        "talk",
        "opinion",
        "remarks",
        "testimony",
        "statement",
        "essay",
        "letter",
        "lecture",
    )
)
_TITLE = (
    r"(?i:(?:the\s)?(?:Hon(?:ou?rable|\.)?|Dr\.?|Prof(?:essor|\.)?|Mr\.?|Mrs\.?|Ms\.?|Sir|Sen(?:ator|\.)|"
    r"Rep\.|Minister|President|Commissioner|Secretary|Ambassador|Chair(?:man|woman|person)?|CEO)\s){0,3}"
)
_KINDS = (
    r"(?:(?:written|oral|prepared|opening|closing|full|edited|verbatim|keynote|public)\s)?(?:speech|"
    r"remarks|address|"
    r"keynote|talk|testimony|statement|lecture|evidence|essay|letter|transcript)"
)
_OPENING = re.compile(
    rf"^[#*_ \t]*(?i:{_KINDS}(?:\s(?:delivered|given|made|submitted|prepared))?(?:\sfor the record)?"
    rf"(?:\s(?:by|of|from)|:|\s[–—-]))\s+{_TITLE}(?P<name>{_NAME})",
    re.M,
)
_BY = re.compile(
    rf"^[^\n]{{0,160}}?(?:\b(?i:testimony|statement|remarks|speech|address|keynote|lecture|evidence|"
    rf"testified|"
    rf"appeared|hearing))\b[^\n]{{0,160}}?(?:\b(?:by|of|from)|:|,|"
    rf"\s[–—-])\s{_TITLE}(?P<name>{_NAME})(?=[,.;(]|\s*$)",
    re.M,
)
_BEGINS = re.compile(
    rf"^[#*_ \t]*{_TITLE}(?P<name>{_NAME})(?:,|\s\(|:|\s[–—-])[^\n]{{0,160}}?\b(?i:testimony|statement|"
    rf"remarks|speech|"
    rf"testif\w+|evidence|witness|before the|address(?:es|ed)?)\b",
    re.M,
)
_LABEL = re.compile(
    rf"^[#*_ \t]*(?i:witness|speaker|author|presenter|presented by|delivered by|given by|submitted by|signed|"
    rf"written by|words by|from|testimony|lecturer)(?:[*_]*:[*_]*|\s(?=[A-Z]))\s*{_TITLE}(?P<name>{_NAME})"
    r"(?=[*_]*\s*(?:$|[,(–—-]))",
    re.M,
)
_SELF = re.compile(rf"\b(?:[Mm]y name is|I am|I[’']m)\s{_TITLE}(?P<name>{_NAME})(?=[,.;]|\sand\s)")
_SIGNED = re.compile(
    rf"^[*_ \t]*(?:[—–-]{{1,2}}\s?|(?i:yours\s\w+,|sincerely,)\s*){_TITLE}(?P<name>{_NAME})", re.M
)
_ABOUT = re.compile(
    rf"^[*_ \t]*(?P<name>{_NAME})\s(?:is|was|serves as|works as|leads|heads|teaches|writes|"
    rf"runs)\s(?:an?\s|the\s)?"
    r"(?:[\w-]+\s){0,4}?(?:author|professor|fellow|researcher|partner|founder|co-founder|economist|"
    r"minister|editor|"
    r"director|columnist|analyst|lecturer|writer|executive|president|chair)\b",
    re.M,
)
_ALONE = re.compile(rf"^[#*_ \t]*{_TITLE}(?P<name>{_NAME})(?:,\s[^\n]{{3,90}})?[*_]*[ \t]*$", re.M)
_PLACE_AND_DAY = re.compile(
    rf"[#*_ \t]*{_NAME},\s(?:\d{{1,2}}\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|"
    r"\w+day\b)"
)
"""A dateline ("New Delhi, 12 August"): nobody's name."""
_TALK_HEAD = re.compile(
    r"\b(?:testimony|statement|remarks|speech|address|hearing|keynote|lecture|committee|written evidence)\b",
    re.I,
)
_NO_PERSON = re.compile(
    r"\b(?:Senate|House|Congress|Parliament|United|States|Subcommittee|Commission|Institute|University|"
    r"Ministry|"
    r"Department|Council|The|Artificial|Intelligence|AI|Technology|Science|National|Security|Street|Road|"
    r"Summit|"
    r"Conference|Forum|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us|I'm|I've|I’m|I’ve)\b", re.I)


def of(origin: Origin, author: str | None, content: str) -> str | None:
    """The speaker of a text's body: option or sidecar, byline, the text's own lead, in that order."""
    signed = origin.speaker or person(origin.author) or person(author)
    return signed or _byline(content) or _lead(origin, content)


def person(name: str | None) -> str | None:
    """The author's name where it is one: not a desk, an agency or "staff"."""
    name = re.sub(r"\A(?:by|von|from)\s+", "", (name or "").strip(), flags=re.I)
    if (
        not name
        or reporting.STAFF.search(name)
        or len(name) > 60
        or "://" in name
        or not re.search(r"\w", name)
    ):
        return None
    return name


_FROM_PLACE = re.compile(
    rf"^[ \t]*(?P<name>{_NAME})\s(?:in|reporting from)\s[A-Z][\w.’'-]+(?:[ ,]+[A-Z][\w.’'-]+){{0,3}}"
    rf"(?:\sand\s{_NAME}\sin\s[A-Z][\w ]+)?[ \t]*$",
    re.M,
)
"""A byline that names the correspondent's place: "Ana Ruiz in Lisbon"."""


def _byline(content: str) -> str | None:
    for match in reporting.BYLINE.finditer(content[:1200]):
        if person(match["name"]):
            return str(match["name"].strip())
    placed = _FROM_PLACE.search(content[:1200])
    if placed and person(placed["name"]) and not _NO_PERSON.search(placed["name"]):
        return str(placed["name"])
    return None


def _lead(origin: Origin, content: str) -> str | None:
    """A text in the first person that says whose it is: "Testimony of X", "My name is X"."""
    first_person = len(_FIRST_PERSON.findall(content))
    introduced = introductions.of(content)
    if introduced and person(introduced) and not _NO_PERSON.search(introduced):
        return introduced
    last = content.rstrip().rpartition("\n\n")[2]
    if re.search(r"\bI\b", content) and len(last) < 400 and (about := _ABOUT.match(last)):
        return person(about["name"]) if not _NO_PERSON.search(about["name"]) else None
    if first_person < 3:
        return None
    for pattern, head in ((_OPENING, 600), (_LABEL, 600), (_SELF, 1500), (_BY, 500), (_BEGINS, 500)):
        match = pattern.search(content[:head])
        if match and person(match["name"]) and not _NO_PERSON.search(match["name"]):
            return _cased(match["name"])
    if _TALK_HEAD.search(content[:400]) or (origin.kind or "").lower() in _TALKS - {"interview"}:
        for match in _ALONE.finditer(content[:500]):
            if (
                person(match["name"])
                and not _PLACE_AND_DAY.match(match.group())
                and not _TALK_HEAD.search(match["name"])
                and not _NO_PERSON.search(match["name"])
            ):
                return _cased(match["name"])
    if first_person < max(6, len(content.split()) // 120):
        return None
    kind = (origin.kind or "").lower()
    if kind not in _TALKS and not reporting.LEAD_SPEECH.search(content[:2500]):
        return None
    found = re.search(
        r"(?:speech|remarks|address|keynote|talk|testimony|statement|lecture)(?: delivered| given| made)?\s+"
        r"(?:by|of|from)\s+(?:[\w'’,.-]+\s){0,6}?(?P<a>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})"
        r"|said\s+(?:[\w'’,.-]+\s){0,8}?(?P<b>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2}),? in (?:a|his|her|"
        r"the)\b",
        content[:2500],
    )
    name = (found["a"] or found["b"]) if found else None
    if name is None and kind in _TALKS and kind != "interview":
        ending = (
            _SIGNED.search(content[-400:]) or _ABOUT.search(content[-700:]) or _ABOUT.search(content[:600])
        )
        name = ending["name"] if ending else None
    return person(name)


def preamble(content: str, speaker: str) -> int:
    """Where the lines end that tell of a speaker before the speech: "Ana Ruiz of Kiln spoke on Friday"."""
    last, end = speaker.split()[-1], 0
    told = re.compile(
        rf"\b{re.escape(last)}\b(?:,[^.\n]{{3,200}},)?\s(?:\w+\s)?(?:spoke|speaks|gave|delivered|addressed|is|was|heads?|leads|runs|teaches|"
        r"said|told|made|opened|closed|appeared|talked)\b"
    )
    for match in itertools.islice(re.finditer(r"[^\n]*\S[^\n]*", content), _LINES_BEFORE):
        if _FIRST_PERSON.search(re.sub(r"[“\"][^“”\"]{0,120}[”\"]", "", match.group())):
            break
        if told.search(match.group()):
            end = match.end()
    return end


_LINES_BEFORE = 6
"""Lines of a speech that can be others' words on its speaker."""


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name
