"""Comparisons in words: verbs, comparatives, "behind", "on par with", "superiority over", and who has no rival."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import cues, factors, frames
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon, predications

_ANY = (
    cues.ABOVE_VERB,
    cues.EQUAL_VERB,
    cues.BELOW,
    cues.ABOVE,
    cues.EQUAL,
    cues.LIKE,
    cues.THAN,
    cues.COMPARED,
    cues.NO_RIVAL,
    cues.GAP,
    cues.BEHIND,
    cues.FROM_TO,
    cues.AHEAD,
    cues.LEVEL,
    cues.BARE,
    cues.CANNOT,
    factors.INCREASE,
    factors.MULTIPLE,
    factors.GROWN,
)
_RIVALS = lexicon.words(
    "rivals rival competitors competitor peers predecessor predecessors counterparts counterpart methods humans others "
    "incumbents opponents alternatives contemporaries leaders giants models frontier predecessors systems standards"
)
_RACE = re.compile(r"['’]s\s|\s(?:race|and\s[A-Z]\w+\srace)\b")
_NO_OBJECT = lexicon.words(
    "expectations forecasts estimates way world pack field charge race industry market expectation"
)


def may_compare(scene: Scene, number: int) -> bool:
    """Whether a sentence has words that compare."""
    sentence = scene.reading.sentences[number]
    return any(pattern.search(scene.content, sentence.start, sentence.end) for pattern in _ANY)


def find(parties: Parties) -> Iterator[Found]:
    """The comparisons of one sentence."""
    for rule in (
        _from_to,
        _cannot,
        _adjacent,
        _verbs,
        _no_rival,
        _comparatives,
        _phrases,
        _like,
        _compared,
        _gap,
    ):
        yield from rule(parties)


# --- verbs


_BETWEEN = re.compile(
    r"\s(?:(?:has|have|had|is|are|was|were|already|now|still|also|just|recently|clearly|easily|once|again|far|even|currently|"
    r"[a-z]+ly)\s){0,3}\Z"
)


def _adjacent(parties: Parties) -> Iterator[Found]:
    """ "A surpasses B": names on both sides of the verb, whatever the parser makes of it."""
    content, sentence = parties.scene.content, parties.sentence
    for pattern, direction in ((cues.ABOVE_VERB, "above"), (cues.EQUAL_VERB, "equal")):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start())
            if token is None or token.tag_.startswith("VB"):
                continue
            before = [
                m
                for m in parties.scene.reading.mentions_in(
                    max(sentence.start, match.start() - 80), match.start()
                )
                if m.kind != "person" and not (m.kind == "side" and m.adjective)
            ]
            after = [
                m
                for m in parties.scene.reading.mentions_in(match.end(), min(sentence.end, match.end() + 60))
                if m.kind != "person"
            ]
            if not before or not after or (after[0].kind == "side" and after[0].adjective):
                continue
            left, right = before[-1], after[0]
            if _BETWEEN.match(content[left.end : match.start()]) and re.fullmatch(
                r"\s(?:the\s|all\s|even\s)?", content[match.end() : right.start]
            ):
                if _RACE.match(content[right.end : right.end + 12]):
                    continue
                factor = factors.by_factor(parties.words(match.end(), min(sentence.end, match.end() + 120)))
                way: Direction = "above" if direction == "above" else "equal"
                yield Found(
                    [from_mention(content, left)],
                    [from_mention(content, right)],
                    way,
                    *match.span(),
                    token,
                    factor,
                )  # type: ignore[arg-type]


def _verbs(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for pattern, direction in ((cues.ABOVE_VERB, "above"), (cues.EQUAL_VERB, "equal")):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start())
            if token is None or not token.tag_.startswith("VB") or not frames.claimed(parties.parse, token):
                continue
            yield from _verb(parties, token, match.span(), direction)  # type: ignore[arg-type]


def _verb(parties: Parties, token: Any, span: tuple[int, int], direction: Direction) -> Iterator[Found]:
    act = predications.of(parties.parse, token)
    upper, lower = act.agents, act.patients
    if any(t.text.lower() in _NO_OBJECT for t in lower):
        return
    uppers, lowers = _all(parties, upper), _others(parties, lower)
    if not uppers and not act.passive:
        uppers = _around(parties, token)
    if not uppers or not lowers:
        return
    denied = _none(parties, upper) or _none(parties, lower)
    factor = factors.by_factor(parties.words(span[1], min(parties.sentence.end, span[1] + 120)))
    if act.passive:
        turned: Direction = "below" if direction == "above" else "equal"
        yield Found(lowers, uppers, turned, *span, token, 1 / factor if factor else None, denied=denied)
    else:
        yield Found(uppers, lowers, direction, *span, token, factor, denied=denied)


def _all(parties: Parties, tokens: tuple[Any, ...]) -> list[Referent]:
    found = [r for t in tokens for r in parties.of(t)]
    return list({(r.name, r.start): r for r in found}.values())


def _others(parties: Parties, tokens: tuple[Any, ...]) -> list[Referent]:
    """The parties of an object; rivals without a name stand as they are called."""
    if found := _all(parties, tokens):
        return found
    for token in tokens:
        if token.text.lower() in _RIVALS:
            start, end = parties.parse.phrase(token)
            words = parties.words(start, end)
            return [Referent(words, words, None, start, end)]
    return []


def _none(parties: Parties, tokens: tuple[Any, ...]) -> bool:
    """ "No Chinese model", "none of the labs": the statement is denied."""
    return any(
        t.text.lower() in ("none", "nobody", "neither", "no")
        or any(c.dep_ == "det" and c.text.lower() in ("no", "neither") for c in t.children)
        for t in tokens
    )


def _cannot(parties: Parties) -> Iterator[Found]:
    """ "China cannot match ...": who cannot, stands below."""
    for match in cues.CANNOT.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        objects = behind_cue(parties, match.end())
        token = parties.parse.at(match.end() - 2)
        if not objects or token is None:
            continue
        subjects = _subjects(parties, token, objects, match.start())
        if subjects:
            yield Found(subjects, objects, "below", *match.span(), token, sure=True)


def behind_cue(parties: Parties, at: int) -> list[Referent]:
    """The parties behind a cue; rivals without a name stand as they are called."""
    if found := parties.after(at):
        return found
    head = parties.parse.object_from(at)
    if head is None or head.text.lower() not in _RIVALS or not head.tag_.startswith("NN"):
        return []
    start, end = parties.parse.phrase(head)
    words = parties.words(max(start, at), end)
    return (
        [Referent(re.sub(r"\A(?:the|its|their)\s", "", words), words, None, max(start, at), end)]
        if words
        else []
    )


# --- what the words around a cue say of its subject


def _around(parties: Parties, token: Any) -> list[Referent]:
    """The subject of what hangs on `token`: the phrase that it describes, else the subject of its verb."""
    seen = 0
    while seen < 20:
        if token.tag_.startswith(("NN", "PRP")) and not _is_metric(token):
            if token.dep_ == "appos" and (found := parties.of(token.head)):
                return found
            covering = parties.one(token)
            if covering is not None and (
                covering.kind in ("model", "group", "organisation") or token.dep_ in ("nsubj", "nsubjpass")
            ):
                whole = covering.start <= parties.parse.span(token)[0] < covering.end
                if whole and token.dep_ != "pobj":
                    return parties.of(token)
        if token.tag_.startswith(("VB", "MD")):
            if found := parties.subjects(token):
                return found
            if token.dep_ in ("ROOT",) or token.head.i == token.i:
                return []
            if token.dep_ == "conj" and parties.parse.subject(token) is not None:
                return []
        if token.head.i == token.i:
            return []
        token, seen = token.head, seen + 1
    return []


def _is_metric(token: Any) -> bool:
    return token.text.lower() in ("performance", "cost", "costs", "price", "quality")


def _phrases(parties: Parties) -> Iterator[Found]:
    """ "Behind", "ahead of", "on par with", "superiority over", with their object behind them."""
    content, sentence = parties.scene.content, parties.sentence
    for pattern, direction in (
        (cues.BELOW, "below"),
        (cues.ABOVE, "above"),
        (cues.EQUAL, "equal"),
    ):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start("cue"))
            if token is None or not frames.claimed(parties.parse, token):
                continue
            if direction == "equal" and _of_number(parties, match):
                continue
            if direction == "below" and _STRETCH.search(
                content, max(sentence.start, match.start() - 40), match.start()
            ):
                continue  # how long it is behind is a lag's to say
            if direction == "below" and _LED.search(
                content[max(sentence.start, match.start() - 40) : match.start()]
            ):
                continue
            objects = behind_cue(parties, match.end())
            if direction == "below" and not objects:
                objects = _not_only(parties, match.end())
            if not objects:
                continue
            subjects = _subjects(parties, token, objects, match.start())
            if subjects:
                times = factors.by_factor(parties.words(match.end(), min(sentence.end, match.end() + 90)))
                factor = (1 / times if direction == "below" else times) if times else None
                sure = bool(NOT_FAR.search(content[max(sentence.start, match.start() - 24) : match.start()]))
                yield Found(subjects, objects, direction, *match.span(), token, factor, sure=sure)  # type: ignore[arg-type]


_LED = re.compile(r"\b(?:led|leads?|leading|first|top(?:ped|s)?|won|wins)\b[^,;]{0,30},\s(?:\w+\s)?\Z")
_STRETCH = re.compile(r"(?:months?|years?|weeks?|decades?|days?)['’]?\s(?:or (?:so|more)\s|or less\s)?\Z")
NOT_FAR = re.compile(
    r"(?:\bnot|n['’]t)\s(?:all\s|that\s|so\s|too\s|very\s|really\s){0,3}(?:far|much|long)?\s?\Z", re.I
)
"""Who is not far behind is behind."""


def _not_only(parties: Parties, at: int) -> list[Referent]:
    """ "We fall behind in papers, not only compared to A but also B": the objects stand further on."""
    match = cues.COMPARED.search(parties.scene.content, at, parties.sentence.end)
    if match is None:
        return []
    found = parties.after(match.end())
    also = re.search(r"\bbut also\s(?:\w+\s){0,2}?", parties.words(match.end(), parties.sentence.end))
    if also:
        head = parties.parse.object_from(match.end() + also.end())
        found = [*found, *(parties.of(head) if head is not None else [])]
    return list({r.name: r for r in found}.values())


def _subjects(parties: Parties, token: Any, objects: list[Referent], before: int) -> list[Referent]:
    """Who is held against the objects: what the cue describes, else the last name before it."""
    names = {o.name for o in objects}
    owner = parties.one(token) if token.tag_.startswith("NN") else None
    if owner is not None and owner.name not in names and owner.start < before + 30:
        return [owner]
    found = [r for r in _around(parties, token) if r.name not in names or r.start < before - 1]
    if found and not (len(found) == 1 and found[0].name in names):
        return found
    subject = parties.parse.subject(parties.parse.verb_above(token))
    if subject is not None and subject.text.lower() in ("that", "this"):
        return [r for r in parties.pointed_to(subject) if r.name not in names]
    found = parties.close_before(before) or _in_headline(parties, before)
    return [r for r in found if r.name not in names]


def _in_headline(parties: Parties, at: int) -> list[Referent]:
    """The only name that a headline has before its verb."""
    words = parties.words(parties.sentence.start, parties.sentence.end)
    if len(words) > 110 or words.rstrip()[-1:] in ".!?":
        return []
    named = {m.side or m.name for m in parties.scene.reading.mentions_in(parties.sentence.start, at)}
    return parties.first_name() if len(named) == 1 else []


# --- comparatives


def _comparatives(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for match in cues.THAN.finditer(content, sentence.start, sentence.end):
        if _of_number(parties, match):
            continue
        degree = _degree(parties, match.start())
        if degree is None or not frames.claimed(parties.parse, degree):
            continue
        objects = behind_cue(parties, match.end())
        if not objects:
            continue
        objects = _with_figures(parties, objects)
        start = parties.parse.span(degree)[0]
        subjects = _subjects(parties, degree, objects, start)
        if subjects:
            yield Found(subjects, objects, direction_of(parties, degree), start, match.end(), degree)


def _with_figures(parties: Parties, objects: list[Referent]) -> list[Referent]:
    """ "Than in A (70%), B (65%) and C": the members that figures stand between."""
    found = list(objects)
    at = found[-1].end
    for mention in parties.scene.reading.mentions_in(at, parties.sentence.end):
        if not re.fullmatch(
            r"\s?(?:\([^)]{1,30}\))?,?\s(?:and\s)?(?:in\s)?(?:the\s)?", parties.words(at, mention.start)
        ):
            break
        if mention.kind == "person" or mention.adjective:
            break
        found.append(from_mention(parties.scene.content, mention))
        at = mention.end
    return list({r.name: r for r in found}.values())


def _of_number(parties: Parties, match: re.Match[str]) -> bool:
    after = parties.words(match.end(), match.end() + 24)
    return bool(
        re.match(
            r"(?:[~$€£¥]?\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|half|just|only|ever|expected|usual|twice|double|hundreds?|thousands?|"
            r"millions?|dozens?|previously|before|anticipated|any other time|to\b|ways?)\b(?!\s(?:Chinese|American|US|U\.S)))",
            after,
        )
    )


def _degree(parties: Parties, at: int) -> Any | None:
    """The comparative that "than" belongs to: the nearest before it."""
    for token in reversed(parties.parse.within(max(parties.sentence.start, at - 90), at)):
        if token.tag_ in ("JJR", "RBR") or token.text.lower() in ("more", "less", "fewer", "better", "worse"):
            following = parties.parse.tokens[token.i + 1] if token.i + 1 < len(parties.parse.tokens) else None
            if following is not None and following.tag_ in ("JJR",):
                continue
            return token
        if token.text in (";", ":") or token.text.lower() in ("than", "other", "rather"):
            return None
    return None


def direction_of(parties: Parties, degree: Any) -> Direction:
    """Above or below, by the comparative."""
    word = degree.text.lower()
    return "below" if word in cues.LOWER else "above"


def _compared(parties: Parties) -> Iterator[Found]:
    """ "Higher performance compared to Y": a comparative or a verb of change with the object behind "compared"."""
    content, sentence = parties.scene.content, parties.sentence
    for match in cues.COMPARED.finditer(content, sentence.start, sentence.end):
        before = content[max(sentence.start, match.start() - 110) : match.start()]
        inferior = re.search(
            r"\b(?P<how>inferiority|inferior|superiority|superior|disadvantage|advantage)\b", before, re.I
        )
        degree = (
            _degree(parties, match.start())
            if not inferior
            else parties.parse.at(match.start() - len(before) + inferior.start())
        )
        if (
            degree is None
            or re.search(r"[;.]\s", before[before.rfind(degree.text) :])
            or not frames.claimed(parties.parse, degree)
        ):
            continue
        start = parties.parse.span(degree)[0]
        if re.match(r"\w+\sthan\b", content[start : match.start()]):
            continue
        objects = parties.after(match.end())
        if not objects:
            continue
        subjects = _subjects(parties, degree, objects, start)
        if not subjects:
            continue
        down = (inferior and inferior["how"].lower().startswith(("inf", "dis"))) or direction_of(
            parties, degree
        ) == "below"
        yield Found(subjects, objects, "below" if down else "above", start, match.end(), degree)
        if inferior:
            yield from _joined(parties, subjects, objects, match.end())


def _joined(parties: Parties, subjects: list[Referent], objects: list[Referent], at: int) -> Iterator[Found]:
    """ "... inferior in A to Y, yet have larger B and stronger C": the same two sides are compared on."""
    tail = parties.words(at, parties.sentence.end)
    turn = re.search(r",?\s(?:yet|but|though|although|while)\s", tail)
    if turn is None or any(parties.scene.reading.mentions_in(at + turn.end(), parties.sentence.end)):
        return
    for token in parties.parse.after(at + turn.end()):
        if token.tag_ in ("JJR", "RBR") and token.dep_ == "amod":
            start = parties.parse.span(token)[0]
            end = parties.parse.phrase(token.head)[1]
            yield Found(subjects, objects, direction_of(parties, token), start, end, token)


# --- likenesses, missing rivals, gaps


def _like(parties: Parties) -> Iterator[Found]:
    for match in cues.LIKE.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        token = parties.parse.at(match.start())
        objects = parties.after(parties.scene.content.index("like", match.start("cue")) + 5)
        if token is None or not objects:
            continue
        subjects = parties.subjects(parties.parse.verb_above(token))
        if subjects:
            yield Found(subjects, objects, "equal", *match.span(), token)


def _no_rival(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for match in cues.NO_RIVAL.finditer(content, sentence.start, sentence.end):
        objects = parties.after(match.end())
        token = parties.parse.at(match.start("cue"))
        if not objects or token is None:
            continue
        names = {o.name for o in objects}
        placed = re.search(
            r"\b(?:in|from|out of)\s(?:the\s)?(?=[A-Z])", content[objects[-1].end : sentence.end]
        )
        found = parties.after(objects[-1].end + placed.end()) if placed else []
        subjects = found or [r for r in _around(parties, token) if r.name not in names]
        if not subjects:
            subjects = [r for r in _place_before(parties, match.start()) if r.name not in names]
        if subjects:
            yield Found(subjects, objects, "below", match.start("no"), match.end(), token)


def _place_before(parties: Parties, at: int) -> list[Referent]:
    match = re.search(r"\b(?:in|In)\s(?:the\s)?(?=[A-Z])", parties.words(parties.sentence.start, at))
    return parties.after(parties.sentence.start + match.end()) if match else []


def _gap(parties: Parties) -> Iterator[Found]:
    for match in cues.GAP.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        sides = [
            m
            for m in parties.scene.reading.mentions_in(match.start("both"), match.end("both"))
            if m.kind in ("side", "group")
        ]
        token = parties.parse.at(match.start())
        if len(sides) < 2 or token is None:
            continue
        one, two = (from_mention(parties.scene.content, m) for m in sides[:2])
        follower, _ = parties.scene.referents.order(
            one.side or one.name or "", two.side or two.name or "", match.start()
        )
        low, high = (one, two) if follower in (one.side, one.name) else (two, one)
        yield Found([low], [high], "below", match.start(), match.end(), token)


def _from_to(parties: Parties) -> Iterator[Found]:
    """ "A leap from GPT-3 to GPT-4": the newer stands above the older."""
    for match in cues.FROM_TO.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        older, newer = parties.after(match.start("old")), parties.after(match.end())
        token = parties.parse.at(match.start())
        if older and newer and token is not None and older[0].name != newer[0].name:
            yield Found(newer[:1], older[:1], "above", *match.span(), token)


def described(parties: Parties, token: Any) -> list[Referent]:
    """Who is behind or ahead: what the word describes."""
    if token.head.tag_.startswith("NN") and token.dep_ in ("prep", "advmod", "advcl", "amod", "acl"):
        return parties.of(token.head)
    return _around(parties, token)
