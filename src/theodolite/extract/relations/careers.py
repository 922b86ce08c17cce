"""People and houses, without syntax: who founded, leads or belongs to what, whatever stands between them.

One table of words for each tie, which all ways of putting them share: "B heads A", "B, 34, a former engineer,
heads A", "A, headed by B", "headed by B, A", "before heading A, B", "she heads A", "A named B as its head".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.proper_names import unlisted
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations import in_charge, parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person, last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.names import Mention
from theodolite.model.claim import Predicate

_TIE = tuple[Predicate, str]
_FOUND = r"(?:co-?\s?found|found|set\sup|establish|start(?:\sup)?|creat|launch|incorporat)"
_VERBS: tuple[tuple[Predicate, str], ...] = (
    (
        "founded",
        r"(?:co-?)?founded|co-?started|set\sup|established|started(?:\sup)?|created|launched|incorporated",
    ),
    (
        "leads",
        r"(?:leads|heads|runs|chairs|oversees|directs|manages|steers|presides\sover|led|headed|ran|chaired|"
        r"oversaw|directed|"
        r"managed|presided\sover|(?:takes|took|taking)\s(?:over|charge\sof|the\shelm\s(?:of|at)|"
        r"the\sreins\s(?:of|at))|"
        r"(?:is|was|remains)\s(?:now\s)?(?:in\scharge\sof|at\sthe\shelm\sof|the\shead\sof)|"
        r"(?:was|is|has\sbeen)\s(?:put|placed)\sin\scharge\sof|"
        r"(?:was|is|has\sbeen)\s(?:named|appointed|chosen|picked|hired|tapped|brought\sin|elected|selected)\s"
        r"to\s(?:lead|head|run|chair|direct|manage)|(?:will|would|is\sto|to)\s(?:(?:now|"
        r"jointly)\s)?(?:lead|head|run|chair|oversee))",
    ),
    (
        "part_of",
        r"(?:works|worked|working|used\sto\s(?:work|be))\s(?:at|for|with)|joined|joins|is\sjoining|"
        r"will\sjoin|has\sjoined|"
        r"(?:moved|went|gone|goes|moves|returned|defected|decamped|jumped|jumps|transferred|"
        r"switched)\s(?:back\s)?to|"
        r"(?:is|was)\s(?:now\s|currently\s|formerly\s|previously\s)?(?:at|with)|"
        r"(?:teaches|taught|lectures|lectured|interned|studies|studied|researches|serves|"
        r"served)\s(?:[a-z]+\s){0,3}?(?:at|with)|"
        r"spent\s(?:[\w-]+\s){1,3}(?:years?|months|decades?)\s(?:at|with|inside)|"
        r"(?:is|was|has\sbeen)\s(?:now\s)?employed\s(?:by|at)|signed\son\s(?:with|at)|"
        r"(?:sits|sat|serves|served)\son\sthe\s(?:board|council|faculty)\sof|left\sfor|left|quit|departed|"
        r"(?:was|is|has\sbeen)\s(?:hired|recruited|poached|lured|snapped\sup|brought\sin)\sby",
    ),
)
_AUX = (
    r"(?:(?:who|has|had|have|used\sto|also|now|then|later|first|once|still|currently|recently|previously|"
    r"formerly|already|reportedly|"
    r"quietly|herself|himself|himself,|together|jointly|long|since|briefly|subsequently|originally|helped|"
    r"eventually)\s){0,4}"
)
_THE_HOUSE = (
    r"(?:(?:the|an?|its|their|his|her)\s)?(?:(?!(?:of|in|to|for|by|with|from|at|and|or|that|"
    r"which)\b)[a-z][\w-]+\s){0,5}"
)
_ASIDE = r"(?:,\s[^.;:()]{1,90}?)?,?\s"
_DEED = re.compile(
    _ASIDE + _AUX + "(?:" + "|".join(rf"(?P<{p}>{words})" for p, words in _VERBS) + rf")\s{_THE_HOUSE}\Z"
)
_TO_DEED = re.compile(
    r"(?:,\s[^.;:()]{1,60},)?\s(?:\w+\s){0,2}?(?:left|quit|departed|went\son|decided|wants|plans|wanted|"
    r"teamed\sup|resigned|"
    r"agreed|is)\s(?:(?!(?:said|that)\b)[\w&.’'-]+\s){0,7}?to\s(?:help\s)?(?:(?P<founded>(?:co-?)?found|"
    r"set\sup|establish|start|"
    rf"create|launch)|(?P<leads>lead|head|run|chair|take\sover)|(?P<part_of>join|work\s(?:at|"
    rf"for)))\s{_THE_HOUSE}\Z"
)
""" "Left Larch to found A", "went on to lead A"."""
_DONE = re.compile(
    r"(?:,\s(?:which\s(?:is|was|has\sbeen)\s)?|\s(?:which\s)?(?:is|was|has\sbeen|will\sbe|are|were)\s)"
    r"(?:(?:now|also|currently|originally|first|jointly|still)\s)?"
    r"(?:(?P<founded>(?:co-?)?founded|set\sup|established|started|created|launched|begun)|(?P<leads>led|"
    r"headed|run|chaired|directed|"
    r"managed|overseen))(?:\s(?:in|on|back\sin|last|two|three|five|ten)\s[\w\s]{2,24}?)?,?\sby\s"
    r"(?P<who>(?:(?:the|its|an?|former|ex-|current|fellow|then|serial|longtime|brothers?|siblings|"
    r"friends)\s?|[a-z][\w-]+\s|"
    r"[A-Z][\w.&-]+\s(?=[a-z])){0,6})\Z"
)
_HEADING = re.compile(
    r"(?:\A|[;:(]\s)(?:(?P<founded>(?:[Cc]o-?)?[Ff]ounded|[Ss]et\sup|[Ee]stablished|[Ss]tarted|[Cc]reated)|"
    r"(?P<leads>[Ll]ed|[Hh]eaded|[Rr]un|[Cc]haired))"
    r"(?:\s(?:in|on|back\sin|last|two|three|five|ten)\s[\w\s]{2,24}?)?,?\sby\s(?:[a-z][\w-]+\s){0,4}\Z"
)
""" "Founded in 2021 by B, A has ..."."""
_DOING = re.compile(
    r"(?:\A|[,;:(]\s)(?:[Bb]efore|[Aa]fter|[Ss]ince|[Ww]hile|[Bb]esides|[Uu]pon|[Ii]n|[Oo]n)\s"
    r"(?:(?P<founded>(?:co-?)?founding|setting\sup|establishing|starting|creating|launching)|"
    r"(?P<leads>leading|heading|running|chairing|taking\sover)|(?P<part_of>joining|working\s(?:at|for)|"
    r"leaving|quitting))\s"
    rf"{_THE_HOUSE}\Z"
)
""" "Before founding A, B ..."."""
_TOOK_OVER = re.compile(
    r"\s(?:has\s|had\s|then\s|later\s|will\s){0,2}(?:took|takes|take|"
    r"taken)\sover\s(?:as\s[\w\s]{3,40}?\s)?from\s\Z"
)
""" "B took over from C": at the house that the text is about."""
_HIRES = re.compile(
    r"(?:,\s[^.;:()]{1,60},)?\s(?:has\s|had\s|also\s|just\s|recently\s|then\s|quietly\s){0,3}"
    r"(?:hired|hires|took\son|takes\son|has\staken\son|recruited|poached|lured|employs|employed|signed|"
    r"snapped\sup|brought\sin|brought\sback|rehired|"
    r"(?P<named>named|names|appointed|appoints|picked|picks|tapped|taps|promoted|elected|chose|chooses|"
    r"installed|selected))\s"
    r"(?:(?!(?:of|in|to|for|by|with|that|a|an|the|its|more|some)\b)[a-z][\w-]+\s|"
    r"former\s[A-Z]\w+\s[a-z]+\s){0,4}\Z"
)
_TITLE = (
    r"(?:(?:global|group|interim|executive|acting|joint|new|next|first)\s){0,3}(?:CEO|"
    r"chief\sexecutive(?:\sofficer)?|president|"
    r"chair(?:man|woman|person)?|managing\sdirector|executive\sdirector|director[- ]general|director|head|"
    r"boss|leader|"
    r"general\smanager|governor|dean|rector)"
)
_AS_HEAD = re.compile(
    rf"(?:,\s[^.;:()]{{1,60}},)?\s(?:as\s|to\sbe\s|to\sbecome\s|to\s(?:lead|head|run)\s(?:it|the|its)|"
    rf")(?:its\s|the\s|their\s|an?\s)?"
    rf"(?:{_TITLE}\b|(?<=\slead\s)it|(?<=\shead\s)it|(?<=\srun\s)it)(?!\s(?:of|at)\s[A-Z])"
)
_POSTED_TO = re.compile(
    r"(?:,\s[^.;:()]{1,60},)?\s(?:has\s|had\s|will\s|was\s|is\s|now\s|then\s|later\s){0,3}(?:stepped\sup|"
    r"returned|returns|took\sover|takes\sover|"
    r"replaced\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}|replaces\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}|"
    r"succeeded\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}|succeeds\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}|"
    r"promoted|elevated|"
    rf"elected|installed|confirmed|started|stayed\son|stays\son|serves|served|acts)\s(?:as\s|"
    rf"to\s)?(?:the\s|its\s|an?\s)?{_TITLE}"
    rf"\s(?:of|at)\s{_THE_HOUSE}\Z"
)
_JOINED_AS = re.compile(rf"\s(?:last\s\w+\s|in\s\w+\s)?as\s(?:its\s|the\s|their\s)?{_TITLE}\b(?!\sof\s[A-Z])")
_UNDER = re.compile(rf"(?:\A|[;:(,]\s)[Uu]nder\s(?:(?:its|the)\s)?(?:(?:new|current)\s)?(?:{_TITLE},?\s)?\Z")
_AT = re.compile(
    r",?\s(?:\((?=[A-Z])|(?:now|currently|formerly|previously|then|who\sis\snow|today|once|long)\s(?:at|of|"
    r"with)\s(?:the\s)?|"
    r"(?:,\s)?(?:of|from|at)\s(?:the\s)?)\Z"
)
_SPEAKS = re.compile(
    r"[,)]{0,2}\s(?:also\s|once\s|has\s|had\s)?(?:said|says|told|argued|argues|thinks|wrote|writes|notes|"
    r"noted|warned|warns|believes|put\sit|"
    r"joked|admitted|agrees|agreed|added|adds|predicts|predicted|reckons|explains|explained|claims|claimed|"
    r"estimates|estimated|"
    r"calls|called|points\sout|pointed\sout|described|describes|tells|asked|asks|counts|reported|finds|"
    r"found|calculates)\b"
)
_WHERE = re.compile(r",\swhere\s(?:(?:the|an?|his|her|[a-z]+)\s){0,3}\Z")
_WORKS = re.compile(
    r"\s(?:now\s|also\s|once\s)?(?:works|worked|teaches|taught|leads|heads|runs|is\sa|was\sa|studies|"
    r"studied|serves)\b"
)
_SHE = re.compile(
    rf"(?:\A|[;:.]\s|,\s(?:and|but)\s|\b(?:and|but)\s)(?P<who>[Hh]e|[Ss]he)\s{_AUX}(?:"
    + "|".join(rf"(?P<{p}>{words})" for p, words in _VERBS)
    + rf")\s{_THE_HOUSE}\Z"
)
_IT = re.compile(
    r"\s(?:it\b|the\s(?:company|firm|start-?up|lab|group|institute|business|unit|centre|center|chipmaker|"
    r"organi[sz]ation)\b)"
    r"(?!\s(?:behind|of|that|which|at|by|called|named)\b)(?!-|['’])"
)
_DEED_OF_IT = re.compile(
    _ASIDE + _AUX + "(?:" + "|".join(rf"(?P<{p}>{words})" for p, words in _VERBS[:2]) + r")\Z"
)
_CUE = re.compile(
    r"found(?:ed|ing)?|set|establish|start|creat|launch|incorporat|lead|led|head|run|ran|chair|oversee|"
    r"oversaw|direct|manag|"
    r"preside|took|take|taking|charge|helm|work|join|moved|went|return|defect|decamp|jump|employ|teach|"
    r"taught|spent|left|quit|"
    r"hire|recruit|poach|lure|named|appoint|pick|tap|promot|elect|install|replac|succe|step|under|where|"
    r"said|says|now|former|"
    r"intern|serve|sits|told|argue|with|from"
)
_GATE = Gates(_CUE)
_HOUSES = ("organisation", "unknown")


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties of people to houses that one sentence states."""
    words = row.scene.reading.words[row.number]
    somebody = any(is_person(r) for _, r in row.names)
    if not (somebody or "she" in words or "he" in words) or not _GATE.may(words):
        return
    yield from _alone(row)
    if not somebody:
        return
    for first, a, second, b, between in row.pairs(3):
        if len(between) > _LONGEST or not (is_person(a) or is_person(b)):
            continue
        if len(between) > _SHORT and not _DEEDS.search(between):
            continue
        if is_person(a) and is_person(b) and _TOOK_OVER.fullmatch(between):
            house = last_house(row, row.sentence.start, [a.name, b.name])
            if house is not None and house.kind == "organisation":
                body = Referent(house.name, "", house.side, first.start, first.start, house.kind)
                yield from _tie(a, "leads", body, first.start, second.end, first.end)
            continue
        if is_person(a) and _is_house(b):
            yield from _person_first(row, first, a, second, b, between)
        elif is_person(b) and _is_house(a):
            yield from _house_first(row, first, a, second, b, between)


_LONGEST, _SHORT = 150, 12  # characters between two names; those that need no verb
_DEEDS = re.compile(
    r"found|set\sup|establish|start|creat|launch|incorporat|lead|led\b|head|run|ran\b|chair|overse|oversaw|direct|manag|"
    r"presid|took|take|taking|charge|helm|work|join|moved|went|go|return|defect|decamp|jump|transfer|switch|teach|taught|"
    r"lectur|intern|stud|research|serv|spent|employ|sign|sit|sat\b|left|quit|depart|hire|recruit|poach|lure|snap|brought|"
    r"name|appoint|pick|tap|promot|elect|chose|choos|install|select|replac|succe|step|confirm|stay|act|where|now|former|"
    r"previous|steer|\bat\b|\bwith\b|rehired|run\b"
)


def _is_house(referent: Referent) -> bool:
    return referent.kind in _HOUSES and not is_person(referent)


def _sure(row: NamedRow, referent: Referent) -> bool:
    """Whether a name is surely a house: listed, or shown to be one by the text."""
    return referent.kind == "organisation" or row.scene.unlisted.kind(referent.name or "") == "organisation"


def _predicate(match: re.Match[str]) -> Predicate:
    known: tuple[Predicate, ...] = ("founded", "leads", "part_of")
    for predicate in known:
        if match.groupdict().get(predicate):
            return predicate
    return "part_of"


def _person_first(
    row: NamedRow, first: Mention, a: Referent, second: Mention, b: Referent, between: str
) -> Iterator[Tie]:
    match = _DEED.fullmatch(between) or _TO_DEED.fullmatch(between) or in_charge.known_for(between)
    if match is not None and not _GOES_ON.match(row.content, second.end):
        predicate = _predicate(match)
        if predicate == "founded" and not (_FIRM.search(match.group()) or _sure(row, b)):
            return
        if predicate == "part_of" and not _sure(row, b) and _NEEDS_SURE.search(match.group()):
            return
        if predicate == "part_of" and _JOINED_AS.match(row.content, second.end):
            predicate = "leads"
        cue = first.end + match.start(predicate if match.groupdict().get(predicate) else 0)
        for person in _people_to(row, first):
            yield from _tie(person, predicate, b, person.start, second.end, cue)
        return
    if _POSTED_TO.fullmatch(between):
        yield from _tie(a, "leads", b, first.start, second.end, first.end)
        return
    at = _AT.fullmatch(between)
    if at is None or not (
        _sure(row, b) or " " in (b.name or "") or "now" in between or "formerly" in between
    ):
        doing = _TO_HOUSE.fullmatch(between)
        if doing is not None and _UNDER.search(
            row.content[max(row.sentence.start, first.start - 50) : first.start]
        ):
            yield from _tie(a, "leads", b, first.start, second.end, first.end)
        return
    closes = not between.endswith("(") or row.content[second.end : second.end + 1] == ")"
    there = "now" in between or "ormer" in between or _SPEAKS.match(row.content, second.end)
    if closes and there and not _PLACES.search(b.name or ""):
        yield from _tie(a, "part_of", b, first.start, second.end, first.end)


def _house_first(
    row: NamedRow, first: Mention, a: Referent, second: Mention, b: Referent, between: str
) -> Iterator[Tie]:
    done = _DONE.fullmatch(between)
    if done is not None:
        people = row.list_from(row.index_of(second))
        for person in people:
            if is_person(person):
                yield from _tie(person, _predicate(done), a, first.start, person.end, second.start)
        return
    hired = _HIRES.fullmatch(between)
    if hired is not None:
        head = _AS_HEAD.match(row.content, second.end, min(row.sentence.end, second.end + 110))
        if not hired["named"] or head is not None:
            predicate: Predicate = "leads" if head is not None else "part_of"
            end = head.end() if head is not None else second.end
            for person in row.list_from(row.index_of(second)):
                if is_person(person):
                    yield from _tie(person, predicate, a, first.start, max(end, person.end), first.end)
            yield from in_charge.to_lead(row, a, b, first.start, second)
        return
    before = row.content[max(row.sentence.start, first.start - 60) : first.start]
    doing = _DOING.search(before)
    if doing is not None and _TO_HOUSE.fullmatch(between):
        yield from _tie(b, _predicate(doing), a, first.start - len(doing.group()), second.end, first.start)
    elif _WHERE.fullmatch(between) and _WORKS.match(row.content, second.end):
        yield from _tie(b, "part_of", a, first.start, second.end, first.end)


def _alone(row: NamedRow) -> Iterator[Tie]:
    """One of the two is told of before: "she founded A", "B heads the company", "founded by B, A ..."."""
    content, sentence = row.content, row.sentence
    words = row.scene.reading.words[row.number]
    by_pronoun, headed = not words.isdisjoint(("she", "he")), "by" in words
    for i, (mention, referent) in enumerate(row.names):
        before = content[max(sentence.start, mention.start - 110) : mention.start]
        if by_pronoun and _is_house(referent) and (she := _SHE.search(before)) is not None:
            predicate = _predicate(she)
            at = mention.start - len(before) + she.start("who")
            person = _last_person(row, at)
            fits = predicate != "founded" or _sure(row, referent) or _FIRM.search(she.group()) is not None
            fits = fits and not (
                predicate == "part_of" and not _sure(row, referent) and _NEEDS_SURE.search(she.group())
            )
            if person is not None and fits:
                yield from _tie(person, predicate, referent, at, mention.end, at)
        if not is_person(referent):
            continue
        heading = _HEADING.search(before) if headed else None
        if heading is not None:
            people = [r for r in row.list_from(i) if is_person(r)]
            behind = row.names[i + len(people) : i + len(people) + 1]
            if behind and people and content[people[-1].end : behind[0][0].start] in (", ", ", the "):
                for person in people:
                    start = mention.start - len(before) + heading.start()
                    yield from _tie(
                        person, _predicate(heading), behind[0][1], start, behind[0][0].end, mention.start
                    )
        it = None
        for place in _IT.finditer(content, mention.end, min(sentence.end, mention.end + 120)):
            deed = _DEED_OF_IT.fullmatch(content, mention.end, place.start())
            if deed is not None:
                it = (deed, place)
                break
        if it is not None and not any(mention.end <= m.start < it[1].start() for m, _ in row.names):
            house = last_house(row, sentence.start, [referent.name])
            if house is not None:
                body = Referent(
                    house.name, it[1].group().strip(), house.side, it[1].start() + 1, it[1].end(), house.kind
                )
                yield from _tie(referent, _predicate(it[0]), body, mention.start, it[1].end(), mention.end)


def _last_person(row: NamedRow, at: int) -> Referent | None:
    """Whom "she" means: the person that this sentence, or the one before it, named last; the only one."""
    here = [r for m, r in row.names if m.end <= at and is_person(r)]
    if here:
        return here[-1] if len({r.name for r in here}) == 1 else None
    sentences = row.scene.reading.sentences
    for n in range(row.number - 1, max(-1, row.number - 3), -1):
        s = sentences[n]
        listed = [
            from_mention(row.content, m)
            for m in row.scene.reading.mentions_in(s.start, s.end)
            if m.kind == "person"
        ]
        found = listed + [
            r for m in unlisted(row.scene, s.start, s.end) if is_person(r := from_mention(row.content, m))
        ]
        if found:
            person = found[0] if len({r.name for r in found}) == 1 else None
            return Referent(person.name, "", person.side, at, at, person.kind) if person else None
    return None


def _people_to(row: NamedRow, last: Mention) -> list[Referent]:
    """The person who ends a list, and those before."""
    at = row.index_of(last)
    found = [row.names[at][1]]
    while at and re.fullmatch(
        r",?\sand\s|,\s", row.content[row.names[at - 1][0].end : row.names[at][0].start]
    ):
        at -= 1
        if not is_person(row.names[at][1]):
            break
        found.insert(0, row.names[at][1])
    return found


_FIRM = re.compile(
    r"\b(?:co-?founded|found(?:ed|ing)?|set\sup|company|firm|start-?up|lab|business|agency|venture)\b"
)
_NEEDS_SURE = re.compile(
    r"\b(?:to|at|with|left|quit|departed)\s(?:the\s)?\Z|\b(?:left|quit|departed|moved|went|returned)\b"
)
_TO_HOUSE = re.compile(r",?\s(?:the\s)?")
_GOES_ON = re.compile(r"(?:['’]s?\s(?!\Z)|-\w|\s(?:model|models|chips?|project|paper|app|chatbot)\b)")
_PLACES = re.compile(
    r"\A(?:[A-Z][a-z]+,\s)?(?:Washington|London|Paris|Berlin|Beijing|Shanghai|Tokyo|New\sYork|California|"
    r"Texas)\Z"
)


def _tie(
    person: Referent, predicate: Predicate, body: Referent, start: int, end: int, cue: int
) -> Iterator[Tie]:
    if parties.fit(person, predicate, body):
        yield Tie(person, predicate, body, min(start, cue), end, cue)
