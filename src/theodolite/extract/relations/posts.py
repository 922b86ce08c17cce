"""Ties that a post states: "A founder and chief executive B", "B, head of A", "B, a researcher at A"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from theodolite.catalog import vocabulary
from theodolite.extract.proper_names import unlisted
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations import second_posts
from theodolite.extract.relations.focus import house, protagonist
from theodolite.extract.relations.named import NamedRow, first_place
from theodolite.extract.relations.tie import Tie
from theodolite.extract.relations.titles import FOUNDER, HEAD, OF, TITLE, TITLE_BEHIND, TITLES
from theodolite.extract.words import lexicon
from theodolite.extract.words.folded import Folded
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.names import Mention
from theodolite.model.claim import Predicate

# "Named B (as its new) chief executive (of)"
HEADED = re.compile(
    rf"\b(?<!deputy )(?<!vice )(?:as\s|to\shead\s|to\slead\s|\s){HEAD}\b(?:\s(?:of|at)\s(?:the\s)?)?", re.I
)
# "B, the former chief executive of A", "B is head of A", "B (president, A)"
_AFTER = re.compile(
    rf"(?:,\s|\s\(|\s(?:is|was|became|becomes|will be|will become|is to be|has been|remains|serves as|"
    rf"served as|who is|as)\s)(?:who is\s)?(?P<lead>(?:(?!\bof\b)[\w-]+\s){{0,6}}?)"
    rf"{TITLES}(?:{OF}|,\s(?:the\s)?)",
    re.I,
)
# "A's chief executive, B", "A founder B"
_BEFORE = re.compile(
    rf"(?P<of>['’]s?)?\s(?P<lead>(?:[\w-]+\s){{0,3}}?)(?:{TITLES}|(?P<chief>chief)),?\s"
    r"(?:(?:Dr|Mr|Ms|Mrs|Professor|Sir)\.?\s)?",
    re.I,
)
# "chief executive B of A", "founder B's A" are rarer and read from "of A"
_AT = re.compile(r",?\s(?:of|at)\s(?:the\s)?(?:[A-Z]\w+\s){0,2}")
_BETWEEN = re.compile(r"(?:,\s(?:who\s)?|\s)(?:of|at|from)\s(?:the\s)?", re.I)
_TITLE_BEFORE = re.compile(rf"{TITLES}\s\Z", re.I)
# "B, the former A president"
_IS_HIS = re.compile(r",\s(?:(?:the|an?)\s)?(?:(?!of\b|said\b|who\b)[\w-]+,?\s){0,6}?", re.I)
# "The founder of A, B"
_THE_TITLE = re.compile(rf"{TITLES}{OF}\Z", re.I)
_TURNED = re.compile(r",\s")
_FORMER = re.compile(r"\b(?:former|formerly|ex|then|previously|late|outgoing|onetime)\b", re.I)
_NO_LEAD = re.compile(
    r"\b(?:said|says|told|and|but|that|which|with|to|in|on|when|if|not|no|deputy|vice)\s", re.I
)
CUE = re.compile(
    rf"\b(?:{TITLE})s?\b|\bchief\b|\bleadership\b|\bSecretary\b|[A-Z][\w-]+ of (?:the )?[A-Z]|['’]s [A-Z]",
    re.I,
)
_SPELT = re.compile(r"C\\\.E\\\.O\\\.|\bVP\b")  # no run of letters for a gate
_TITLE_GATE = Gates(re.compile(_SPELT.sub("CEO", rf"(?:{TITLE})|chief|leadership|Secretary"), re.I))
_SHORT_CUE = re.compile(r"['’]s [A-Z]|[A-Z][\w-]* of (?:the )?[A-Z]|\bC\.E\.O\.|VP", re.I)
_LONG_LOOK, _SHORT_LOOK = Folded(CUE), Folded(_SHORT_CUE)


def may_state(words: Collection[str], content: str, start: int, end: int) -> bool:
    """Whether a sentence with these words, from `start` to `end`, has a sign of a post (`CUE`)."""
    return (_LONG_LOOK if _TITLE_GATE.may(words) else _SHORT_LOOK).search(content, start, end) is not None


# "Director of A's B": of B
_OWNS_HOUSE = re.compile(r"['’]s?\s[A-Z]\w+\s(?:[A-Z]\w+|for|of)\b")
_SAYS = re.compile(
    r"\s(?:said|says|told|argued|argues|thinks|wrote|writes|notes|noted|warned|warns|believes|put\sit|joked|admitted|"
    r"agrees|agreed|added|adds|predicts|predicted|reckons|explains|explained|claims|claimed|estimates|estimated)\b"
)
_UNDER = re.compile(
    r",?\s(?:now\s)?under\s(?:the\s)?(?:leadership|direction|stewardship|helm|guidance)\sof\s(?:\w+\s){0,3}",
    re.I,
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties that the posts of one sentence state."""
    yield from _of_the_house(row)
    yield from _untold_house(row)
    yield from _of_protagonist(row)
    for first, a, second, b, between in row.pairs(2):
        if not (is_person(a) or is_person(b) or _is_titled(row, first, a)):
            continue
        if len(between) > 120 or _OWNS_HOUSE.match(row.content, second.end):
            continue
        if (
            (match := _AFTER.fullmatch(between))
            and (is_person(a) or _is_titled(row, first, a))
            and _is_body(b)
        ):
            told = re.search(r"\b(?:said|says|told|but|that|which|to|when|if)\s", match["lead"])
            if not told and b.name not in _PARTS_OF_HOUSES:
                yield from _ties(a, b, match, first.start, second.end, first.end)
                for body, told, end, cue in second_posts.behind(row, second):
                    yield from _ties(a, body, told, first.start, end, cue)
        elif (match := _BEFORE.fullmatch(between)) and is_person(b) and _is_body(a) and not first.adjective:
            if match["chief"] and _CHIEFS.match(b.name or ""):
                continue
            portfolio = a.kind == "unknown" and _OF_STATE.search(match["titles"] or "")
            if not _NO_LEAD.search(match["lead"]) and not portfolio:
                yield from _ties(b, a, match, first.start, second.end, first.end)
        elif _IS_HIS.fullmatch(between) and is_person(a) and _is_body(b):
            behind = TITLE_BEHIND.match(row.content, second.end)
            if behind and not re.match(r"\s(?:Dr\.?\s)?[A-Z]", row.content[behind.end() : behind.end() + 6]):
                yield from _ties(a, b, behind, first.start, behind.end(), first.end)
        elif (match := _TURNED.fullmatch(between)) and _is_body(a) and is_person(b):
            before = row.content[max(row.sentence.start, first.start - 90) : first.start]
            if title := _THE_TITLE.search(before):
                yield from _ties(b, a, title, first.start - len(title.group()), second.end, first.start)
        elif (
            between == ", "
            and is_person(a)
            and b.kind == "organisation"
            and _OWN_MAN.match(row.content, second.end)
        ):
            yield Tie(a, "part_of", b, first.start, second.end, first.end)
        elif between in ("'s ", "’s ") and a.kind == "organisation" and is_person(b):
            if b.kind == "person" or _SAYS.match(row.content, second.end):
                yield Tie(b, "part_of", a, first.start, second.end, first.end)
        elif _UNDER.fullmatch(between) and _is_body(a) and is_person(b):
            yield Tie(b, "leads", a, first.start, second.end, first.end)
        elif _BETWEEN.fullmatch(between) and is_person(a) and _is_body(b):
            before = row.content[max(row.sentence.start, first.start - 60) : first.start]
            if title := _TITLE_BEFORE.search(before):
                yield from _ties(a, b, title, first.start - len(title.group()), second.end, first.start)
            elif _is_member(a, b, between):
                yield Tie(a, "part_of", b, first.start, second.end, first.end)
        elif _is_member(a, b, between):
            yield Tie(a, "part_of", b, first.start, second.end, first.end)


_OWN_MAN = re.compile(
    r"['’]s\s(?!(?:[\w-]+\s){0,4}(?:critic|rival|lawyer|client|customer|foe|opponent|competitor|investor|backer|owner|"
    r"ally|friend|wife|husband|chatbot|model|app|product)s?\b)(?:(?:(?:second|number\stwo|deputy|point\sman|man|woman|lead|chief|"
    r"top|head|long-?time|former|senior|star|veteran|resident|in-house|global|first|new)\b[\w\s’-]{0,50}?))(?=[,.;)])"
)
""" "Ada Holt, Larch's second in command"."""
_OCCASION = re.compile(
    r"\b(?:Summit|Forum|Conference|Week|Expo|Fair|Congress|Computex|CES|GTC|Day|Hall|Hotel|Arena|Street|Palace|Airport|"
    r"Square|House|Convention|Festival|Symposium|Workshop|Cup|Games)\b"
)


def _is_member(person: Referent, body: Referent, between: str) -> bool:
    """ "Ada Holt of the Larch Institute"."""
    sure = body.kind == "organisation" or bool(_BODY.search(body.name or ""))
    named_so = between == " at " and " " in (body.name or "") and not _OCCASION.search(body.name or "")
    sure = (sure or (named_so and body.kind == "unknown")) and (
        person.kind == "person" or between.startswith((" of ", " at "))
    )
    return sure and is_person(person) and _AT.fullmatch(between) is not None


_CHIEFS = re.compile(
    r"(?:Advis[eo]r|Scientist|Technology|Technical|Operating|Financial|Product|Information|Data|Legal|Justice|Minister)\b"
)
_OF_STATE = re.compile(r"\bminister\Z", re.I)  # "Innovation Minister B": of no body of that name
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant|associate)\s\Z", re.I)
_PARTS_OF_HOUSES = lexicon.words(
    """International Global Worldwide Engineering Research Policy Product Products Marketing Sales Operations
    Strategy Communications Americas Finance Growth"""
)


def is_person(referent: Referent) -> bool:
    """Whether a name is a person's: listed, or two to four words of which none belongs to a body."""
    if referent.kind != "unknown":
        return referent.kind == "person"
    return _is_persons(referent.name or "")


@lru_cache(maxsize=8_192)
def _is_persons(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 4
        and all(w[0].isupper() or w.startswith(("al-", "el-", "van", "von", "bin", "de")) for w in words)
        and not _BODY.search(name)
    )


_BODY = re.compile(
    r"\b(?:University|Institute|Labs?|Group|Center|Centre|Capital|Ventures|Inc|Corp|School|College|Council|"
    r"Foundation|"
    r"Research|Technologies|Partners|Technology|Bank|Fund|Securities|Committee|Commission|Department|"
    r"Ministry|Academy|"
    r"Association|Company|Systems|Intelligence|Policy|Index|Act|House|Street|Times|Post|News|Journal|AI(?![\s-])|Co|Ltd|"
    r"Corporation|Holdings?|Motors?|Robotics|Semiconductors?|Electronics|Networks?|Software|Energy|Computing|"
    r"Dynamics|Telecom|Airlines|Airways|Industries|Enterprises?|Studios?|Investments?|Microsystems|Biosciences|"
    r"Therapeutics|Pharmaceuticals?|Aerospace|Insurance|Bancorp|Logistics|Mobility)\b"
)


def _is_titled(row: NamedRow, mention: Mention, referent: Referent) -> bool:
    """ "Mr. Holt": one word, but a person's."""
    before = row.content[max(row.sentence.start, mention.start - 6) : mention.start]
    return referent.kind == "unknown" and _MISTER.search(before) is not None


_MISTER = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.?\s\Z")


def _is_body(referent: Referent) -> bool:
    return referent.kind in ("organisation", "unknown", "model")


def _ties(
    person: Referent, body: Referent, match: re.Match[str], start: int, end: int, cue: int
) -> Iterator[Tie]:
    found: set[Predicate] = set()
    before = str(match.groupdict().get("lead") or "")
    if match.groupdict().get("chief"):  # "Larch chief B", but "Larch safety chief B"
        yield Tie(person, "part_of" if _PART_LED.search(before) else "leads", body, start, end, cue)
        return
    titles = re.split(r",?\sand\s(?:the\s|an?\s)?|,\s|\s?/\s?", match["titles"])
    if _DEPUTY.search(before):  # "deputy head", but "vice chair and president"
        found.add("part_of")
        titles = titles[1:]
    part = _OF_A_PART.search(match.group()[match.end("titles") - match.start() :])
    for title in titles:
        if re.fullmatch(FOUNDER, title, re.I):
            found.add("founded")
        elif re.fullmatch(rf"{FOUNDER}-.*", title, re.I):
            found |= {"founded", "leads"}
        elif re.fullmatch(HEAD, title, re.I):
            found.add("part_of" if part else "leads")
        else:
            found.add("part_of")
    for post in sorted(found - {"part_of"}) or sorted(found):
        yield Tie(person, post, body, start, end, cue)


_PART_LED = re.compile(r"(?!(?:former|ex|then|current|new|long-?time|interim|outgoing)\b)\b[\w-]+\s\Z", re.I)
_OF_A_PART = re.compile(
    r"\A\s(?:of|for)\s(?:[a-z][\w-]*|AI|R&D|\sand\s)(?:\s(?:[a-z][\w-]*|AI)){0,4}\s(?:at|for|in)\s"
)
""" "Head of research at A": of a part of it."""


_HOUSE = (
    r"(?:company|firm|institute|lab|laboratory|start-?up|group|agency|chipmaker|council|university|fund|"
    r"centre|center|"
    r"organi[sz]ation|foundation|think tank|developer|maker)"
)
_ITS_TITLE = re.compile(
    rf"\b(?:the\s{_HOUSE}['’]s|its|their)\s(?:(?:new|former|current|own)\s)?{TITLES},?\s\Z", re.I
)


_ITS_BEHIND = re.compile(
    rf",\s(?:the\s{_HOUSE}['’]s|its|their)\s(?:(?:new|former|current|own)\s)?{TITLES}(?=[,.;)])", re.I
)
_HIRED = re.compile(r"\b(?:hired|hiring|hire|poached|recruited|lured)\s\Z")


def _just_named(row: NamedRow, at: int) -> Referent | None:
    """ "Bought B and hired its founder": the last house of the same sentence."""
    houses = [r for m, r in row.names if m.end <= at and r.kind == "organisation"]
    return houses[-1] if len(houses) > 1 else None


def called(row: NamedRow, noun: str) -> Referent | None:
    """ "The institute": the last body before whose name says that it is an institute."""
    at = row.sentence.start
    near = [
        *row.scene.reading.mentions_in(max(0, at - 3000), at),
        *unlisted(row.scene, max(0, at - 3000), at),
    ]
    for mention in sorted(near, key=lambda m: -m.start):
        if noun.capitalize() in mention.name.split():
            return from_mention(row.content, mention)
    return None


def _called(row: NamedRow, title: re.Match[str]) -> Referent | None:
    """ "The institute's director": of that institute."""
    noun = re.match(r"[Tt]he\s(?P<noun>[a-z]+)", title.group())
    return called(row, noun["noun"]) if noun else None


def _of_the_house(row: NamedRow) -> Iterator[Tie]:
    """ "The institute's director, B", "its founder, B": of the organisation named last."""
    for mention, person in row.names:
        if not is_person(person):
            continue
        before = row.content[max(row.sentence.start, mention.start - 60) : mention.start]
        behind = _ITS_BEHIND.match(row.content, mention.end, min(row.sentence.end, mention.end + 70))
        if behind and (body := last_house(row, mention.start, [person.name])) is not None:
            yield from _ties(person, body, behind, mention.start, behind.end(), mention.end)
        title = _ITS_TITLE.search(before)
        house = _called(row, title) if title else None
        if title and _HIRED.search(before[: title.start()]):
            house = house or _just_named(row, mention.start - len(title.group()))
        house = house or (last_house(row, mention.start - len(title.group())) if title else None)
        if title and house is not None:
            yield from _ties(
                person, house, title, mention.start - len(title.group()), mention.end, mention.start
            )


_ALONE = re.compile(
    r"(?:\A|[^\w’'](?<![A-Z][a-z] ))(?P<title>CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|"
    r"(?:[Cc]o-?)?[Ff]ounder|"
    r"(?:[Cc]o-?)?[Ff]ounder and CEO|[Cc]hairman|boss)\s\Z"
)


def _untold_house(row: NamedRow) -> Iterator[Tie]:
    """ "CEO B", where the text names B's house elsewhere."""
    entries = vocabulary.load().entries
    for i, (mention, person) in enumerate(row.names):
        entry = entries.get(person.name or "")
        house = entry.organisation if entry and person.kind == "person" else None
        if not house or (i and mention.start - row.names[i - 1][0].end < 30):
            continue
        before = row.content[max(row.sentence.start, mention.start - 30) : mention.start]
        title = _ALONE.search(before)
        first = first_place(row.scene, house)
        known = first is not None and first < row.sentence.end + 400
        if title and known:
            body = Referent(
                house,
                "",
                entries[house].side if house in entries else None,
                mention.start,
                mention.start,
                "organisation",
            )
            post: Predicate = "founded" if "ounder" in title["title"] else "leads"
            yield Tie(person, post, body, mention.start - len(title["title"]) - 1, mention.end, mention.start)


_OF_PROTAGONIST = re.compile(
    r"(?:\A|[^\w’'](?<![A-Z][a-z] ))(?:CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hairman|President)\s\Z"
)


_ANOTHERS = re.compile(r"\b[A-Z][\w’'.-]+\s(?:President|Chairman|Chief\s\w+|CEO)\s\Z")  # "Kenyan President"


def _of_protagonist(row: NamedRow) -> Iterator[Tie]:
    """ "President B", in a text about one company."""
    for i, (mention, person) in enumerate(row.names):
        if person.kind != "unknown" or not is_person(person):
            continue
        if i and mention.start - row.names[i - 1][0].end < 40:
            continue
        before = row.content[max(row.sentence.start, mention.start - 30) : mention.start]
        alone = _OF_PROTAGONIST.search(before) and not _ANOTHERS.search(before)
        main = protagonist(row.scene) if alone else None
        if main is not None and main.start < mention.start:
            body = Referent(main.name, "", main.side, mention.start, mention.start, "organisation")
            yield Tie(person, "leads", body, mention.start, mention.end, mention.start)


_LEAD_IN = 16  # characters before the subject of a sentence
_TELLS = re.compile(
    r"\s(?:today\s|also\s|now\s)?(?:said|says|announced|announces|unveiled|raised|has|makes|builds|sells|counts|lists|"
    r"names|plans|expects|launched|will|was\sfounded)\b"
)


def last_house(row: NamedRow, at: int, but: Collection[str | None] = ()) -> Referent | None:
    """The organisation that the words before a place are about, else the one named last; none of `but`."""
    if row.names and (first := row.names[0])[1].kind == "unknown" and first[1].name not in but:
        mention, subject = first
        heads = mention.start - row.sentence.start <= _LEAD_IN and mention.end <= at
        if heads and not is_person(subject) and _TELLS.match(row.content, mention.end):
            return subject
    if found := house(row.scene, at, but):
        return found
    near = [*row.scene.reading.mentions_in(max(0, at - 500), at), *unlisted(row.scene, max(0, at - 500), at)]
    for mention in sorted(near, key=lambda m: -m.start):
        named = mention.kind == "organisation" or (mention.kind == "unknown" and _BODY.search(mention.name))
        if named and mention.name not in but:
            return from_mention(row.content, mention)
    return None
