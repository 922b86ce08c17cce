"""What a judgement is on: its dimension, by the words nearest to it."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.assessments import context
from theodolite.extract.assessments.cue import Cue
from theodolite.extract.assessments.lexicon import adjectives
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.model.claim import Dimension

_TOPIC = re.compile(
    r"[^,;.]{0,30}?\b(?:in terms of|when it comes to|in|for|of|on|at|as)\s(?P<what>[^,;.]{3,90})"
)
_POINTS_BACK = re.compile(
    r"\b(?:in|of|on)\s(?:this|that|these|those|the same|all these)\s(?:\w+\s)?(?:regards?|areas?|fields?|"
    r"respects?|space|sector|aspects?|domain|front|topic)\b|\b(?:ha(?:s|ve|d)|faces?|"
    r"shares?)\s(?:no\s|not\s)?(?:this|that|such)\s"
    r"(?:an?\s)?(?:problems?|weakness|advantages?|shortages?|constraints?|bottlenecks?|strengths?|"
    r"issues?|challenges?)\b",
    re.I,
)
_ENDS = re.compile(
    r"[,;:.!?—()\"”](?:\s|\Z)|\s(?:while|but|although|though|whereas|because|since|which|according)\b|"
    r"\sand\s(?:it|they|he|she|we)\s"
)
_BUT = re.compile(r"\bnot\s(?!only\b|just\b)[^,;.]{2,40}\Z")
_MODELS = re.compile(r"\b(?:models?|benchmarks?|capabilit\w+)\b", re.I)
_LIST = re.compile(
    r"(?:,\s(?!but|while|which|who|with|as|and\s\w+\s(?:is|are|has)\b)[^,;.:]{2,40}){0,5},?\s(?:and|or|as "
    r"well as)\s(?![^,;.:]{0,60}\b(?:is|are|was|were|has|have|remains?|leads?|lags?|can|will|does|do|did|had|"
    r"it|they|he|she|we)\b)[^,;.:]{2,40}"
)
_NOT_SO = re.compile(r"(?:but\s)?(?:few|no|not|little|hardly|neither|scant|too\s(?:few|little))\s", re.I)
"""How a member of a list begins that is not had like the others."""
_JOINED = re.compile(
    r"(?:,\s(?:and\s)?|\s(?:and|as well as)\s)(?:in\s|on\s|also\s|our\s|its\s|their\s|the\s)*"
)


def end(parties: Parties, at: int) -> int:
    """The end of the cue's clause, as far as a comma or a turn."""
    tail = parties.words(at, min(parties.sentence.end, at + 140))
    stop = _ENDS.search(tail)
    if stop is not None and stop.group() == " but" and _BUT.search(tail[: stop.start()]):
        stop = _ENDS.search(tail, stop.end())  # "not money but chips"
    return at + (stop.start() if stop else len(tail.rstrip(' .!?"”')))


def dimensions_of(
    parties: Parties, cue: Cue, match: re.Match[str], anchor: Any, start: int, stop: int, who: Referent
) -> list[Dimension]:
    """The dimension of a judgement; more than one where its topic is a list of things ("patents and
    talent")."""
    if cue.dimension:
        return [cue.dimension]
    if cue.name in ("is strong", "is weak"):
        word = match.group().split()[-1].lower()
        if (shown := adjectives.ON.get(word) or adjectives.AGAINST.get(word)) is not None:
            return [_thing_first(parties, anchor, shown)]
        if word in OF_MEANS and stop - match.end() < 2 and _is_named(parties, anchor):
            return ["capital"]
    if (
        cue.way == "patient"
        and _OWN_RULES.search(parties.words(parties.sentence.start, match.start()))
        and ("United States" in _sides(parties, match.end(), stop))
    ):
        return ["policy"]  # who makes the rules suffers from them, not from what they withhold
    if cue.way == "patient" and (cause := _cause(parties, anchor, match)):
        return [cause]
    if cue.way == "agent":
        return [_ruled(parties, anchor) or "capability"]
    if cue.name == "has strong" and (own := listed(match.group())):
        return own
    after = unnamed(parties, match.start(), stop)
    if _POINTS_BACK.search(after):
        return [before(parties)]
    if topic := _TOPIC.match(after, match.end() - match.start()):
        what = topic["what"]
        if dimensions.judged(what) and (
            more := _LIST.match(parties.words(match.start() + topic.end(), parties.sentence.end))
        ):
            what += more.group()
        if several := listed(what):
            return several
    if cue.way in ("owner", "subject") and (said_of := _subject(parties, anchor)):
        return list(dict.fromkeys([said_of, *_so_too(parties, match.end())]))
    if several := listed(after):
        return several
    if found := dimensions.judged(unnamed(parties, start, stop)):
        return [found]
    if cue.way == "owner" and anchor.dep_ != "attr":
        return [context.trade(who) or "capability"]
    if trade := context.trade(who):
        return [trade]
    if several := listed(_described(parties, anchor)):
        return several
    return [around(parties, anchor, who)]


def around(parties: Parties, token: Any, who: Referent) -> Dimension:
    """What the words around a judgement are on, where its own do not say: what opens its sentence ("In chips,
    ..."), what its clause hangs on ("chips, where ..."), else what most of the words near it show."""
    if found := fronted(parties, token):
        return found
    if trade := context.trade(who):
        return trade
    if any(lemma(t) in _HOUSES for t in (token, *(c for c in token.children if c.dep_ == "attr"))):
        return "capability"  # "is a serious company", "is the only European lab that ..."
    start, stop = parties.parse.clause(parties.parse.verb_above(token))
    for mention in parties.scene.reading.mentions_in(start, stop):
        if mention.kind == "organisation" and (
            trade := context.trade(from_mention(parties.scene.content, mention))
        ):
            return trade  # "Europe has no TSMC"
    whole = unnamed(parties, parties.sentence.start, parties.sentence.end)
    return context.of(parties, who, clause(parties, token), whole)


OF_MEANS = ("poor", "rich", "wealthy", "broke", "skint", "penniless")
"""What is said of what somebody has, where nothing else is named."""
_PRONOUNS = ("it", "they", "we", "us", "them")


def _is_named(parties: Parties, anchor: Any) -> bool:
    """Whether a country or house itself is the subject: "Kenya is poor", not "its data are poor"."""
    subject = parties.parse.subject(parties.parse.verb_above(anchor))
    return subject is not None and parties.covering(parties.parse.span(subject)[0]) is not None


def is_open(parties: Parties, who: Referent) -> bool:
    """Whether a country is judged by a pronoun in a sentence that shows nothing on what: both would be
    guessed, and more often wrongly than not."""
    if who.kind != "side" or who.text.lower() not in _PRONOUNS:
        return False
    whole = (parties.sentence.start, parties.sentence.end)
    return dimensions.judged(unnamed(parties, *whole)) is None and not points_back(parties, *whole)


def _thing_first(parties: Parties, anchor: Any, own: Dimension) -> Dimension:
    """ "Its engineers are cheap" is on engineers, "its models are cheap" on their price."""
    return thing(parties, parties.parse.subject(parties.parse.verb_above(anchor)), own)


def thing(parties: Parties, subject: Any | None, own: Dimension) -> Dimension:
    """The dimension of a word, or of the thing it is said of where that is people, power or money."""
    if own != "efficiency" or subject is None:
        return own
    named = parties.covering(parties.parse.span(subject)[0])
    if named is not None and named.kind != "group":
        return own
    shown = dimensions.judged(unnamed(parties, *parties.parse.phrase(subject)))
    return shown if shown in ("talent", "energy", "capital") else own


_FRONTED = re.compile(
    r"[\s\"“'‘(–—-]*(?:(?:and|but|so|yet|still|even|only|especially|particularly)\s)?"
    r"(?:in|on|at|for|as for|as to|when it comes to|in terms of|with regard to|as regards|as far as)"
    r"\s(?P<what>[^,;:.]{3,70}),",
    re.I,
)


def fronted(parties: Parties, token: Any) -> Dimension | None:
    """ "In chips, ...", "chips, where ...": the topic that a clause is set in."""
    verb = parties.parse.verb_above(token)
    where = verb.dep_ == "relcl" and any(c.text.lower() == "where" for c in verb.children)
    if where and (found := dimensions.judged(unnamed(parties, *parties.parse.phrase(verb.head)))):
        return found
    if (of := _of_copula(parties, verb)) is not None and (found := dimensions.judged(unnamed(parties, *of))):
        return found
    at = parties.parse.span(token)[0]
    match = _FRONTED.match(parties.words(parties.sentence.start, at))
    if match is None:
        return None
    start = parties.sentence.start
    return dimensions.judged(unnamed(parties, start + match.start("what"), start + match.end("what")))


_FIELDS = (
    "field",
    "area",
    "thing",
    "place",
    "domain",
    "respect",
    "discipline",
    "sector",
    "front",
    "one",
    "part",
)


def _of_copula(parties: Parties, verb: Any) -> tuple[int, int] | None:
    """ "Power is the one field in which A has an edge", "chips are where A leads": what that is said of."""
    above = verb.head
    if verb.dep_ == "relcl" and above.dep_ == "attr" and lemma(above) in _FIELDS:
        above = above.head
    elif verb.dep_ not in ("ccomp", "advcl", "attr") or not any(
        c.text.lower() == "where" for c in verb.children
    ):
        return None
    subject = parties.parse.subject(above) if lemma(above) in ("be", "remain") else None
    return parties.parse.phrase(subject) if subject is not None and subject.i < above.i else None


_WITHHELD = re.compile(
    r"\b(?:export (?:controls?|rules|restrictions?|bans?|curbs)|restrictions?|sanctions?|curbs|chip bans?)\b",
    re.I,
)


def withheld(parties: Parties, side: str | None, found: list[Dimension]) -> list[Dimension]:
    """A side that others withhold chips from is judged in its compute, not in its policy."""
    if side in (None, "United States") or found != ["policy"]:
        return found
    if _WITHHELD.search(parties.words(parties.sentence.start, parties.sentence.end)):
        return ["compute"]
    return found


_OWN_RULES = re.compile(
    r"\b(?:regulation|rules|export (?:controls?|rules|restrictions?)|restrictions|"
    r"tariffs|curbs)\b",
    re.I,
)


def _sides(parties: Parties, start: int, stop: int) -> set[str | None]:
    return {m.side for m in parties.scene.reading.mentions_in(start, stop)}


def _subject(parties: Parties, anchor: Any) -> Dimension | None:
    """What a predicate is said of: "their data is useless", "computing power is a bottleneck"."""
    verb = parties.parse.verb_above(anchor)
    if not any(c.dep_ in ("attr", "acomp") for c in verb.children) and lemma(verb) not in ("be", "remain"):
        return None
    subject = parties.parse.subject(verb)
    if (
        subject is None
        or not subject.tag_.startswith("NN")
        or parties.covering(parties.parse.span(subject)[0])
    ):
        return None
    return dimensions.judged(unnamed(parties, *parties.parse.phrase(subject)))


def _so_too(parties: Parties, at: int) -> list[Dimension]:
    """ "... and so too is our data": what the same is said of."""
    match = re.search(
        r"\bso (?:too )?(?:is|are)\s(?P<what>[^.;]{3,120})", parties.words(at, parties.sentence.end)
    )
    return listed(match["what"]) if match else []


def listed(words: str) -> list[Dimension]:
    """The dimensions of the members of a list; of the whole, where it is none."""
    parts = [p for p in _JOINED.split(words) if not _NOT_SO.match(p)] or [words]
    found = [d for part in parts if (d := dimensions.judged(part))]
    whole = dimensions.judged(words)
    if len(parts) > 1 and len(set(found)) > 1 and ("capability" not in found or _MODELS.search(words)):
        return list(dict.fromkeys(found))[:4]
    return [whole] if whole else []


def _cause(parties: Parties, verb: Any, match: re.Match[str]) -> Dimension | None:
    """What holds somebody back says what the weakness is in: chips, rules, money."""
    if not verb.tag_.startswith("VB"):
        return dimensions.judged(parties.words(parties.sentence.start, match.start()))
    act = predications.of(parties.parse, verb)
    for token in act.agents:
        first, last = token.left_edge.i, token.right_edge.i
        words = parties.words(parties.parse.starts[first], parties.parse.ends[last])
        if found := dimensions.judged(words):
            return found
    return None


def _ruled(parties: Parties, verb: Any) -> Dimension | None:
    """What is dominated: the subject of a passive, or the noun that a participle goes with."""
    subject = parties.parse.subject(verb)
    if subject is None:
        return None
    start, stop = parties.parse.phrase(subject)
    return dimensions.judged(unnamed(parties, start, stop))


def _described(parties: Parties, token: Any) -> str:
    """What the cue's verb is said of, with all that hangs on it: "the volume of papers published ...,
    which rank"."""
    verb = parties.parse.verb_above(token)
    subject = verb.head if verb.dep_ == "relcl" else parties.parse.subject(verb)
    if subject is None or subject.i > verb.i:
        return ""
    start = parties.parse.starts[subject.left_edge.i]
    stop = min(parties.parse.span(verb)[0], parties.parse.ends[subject.right_edge.i])
    return unnamed(parties, start, min(stop, start + 240)) if stop > start else ""


def clause(parties: Parties, token: Any) -> str:
    start, stop = parties.parse.clause(parties.parse.verb_above(token))
    return unnamed(parties, start, min(stop, start + 300))


def points_back(parties: Parties, start: int, stop: int) -> bool:
    """Whether what is judged is what the sentences before are on: "in this regard", "has this problem"."""
    return _POINTS_BACK.search(parties.words(start, stop)) is not None


def before(parties: Parties) -> Dimension:
    """ "In this regard": what the sentences before are on."""
    reading = parties.scene.reading
    words = ""
    for back in (1, 2):
        if parties.number < back:
            break
        earlier = reading.sentences[parties.number - back]
        words = unnamed(parties, earlier.start, earlier.end) + words
        if (found := dimensions.by_most(words)) != "capability":
            return found
    return "capability"


def unnamed(parties: Parties, start: int, stop: int) -> str:
    """The words between two places without names, whose words say nothing of the matter."""
    words, position = [], start
    reading = parties.scene.reading
    named = [*reading.mentions_in(start, stop)]
    said = parties.words(start, stop)
    if len(_SMALL.findall(said)) > len(_LARGE.findall(said)):  # no heading, which is all capitals
        named += reading.unknown_in(start, stop)
    for mention in sorted(named, key=lambda m: m.start):
        if (
            mention.kind in ("organisation", "person", "model", "unknown")
            and mention.start >= position
            and " " in mention.name
        ):
            words += [parties.words(position, mention.start), "it"]
            position = mention.end
    return _ASIDE.sub(" ", "".join([*words, parties.words(position, stop)]))


_HOUSES = ("company", "firm", "lab", "laboratory", "start-up", "startup", "player", "outfit", "developer")
_SMALL, _LARGE = re.compile(r"\b[a-z]{2,}\b"), re.compile(r"\b[A-Z]")
_ASIDE = re.compile(
    r"\b(?:despite|in spite of|according to|regardless of|notwithstanding|rather than|instead of|"
    r"as opposed to)"
    r"\s[^,;.]{2,80}|\bnot\s(?!only\b|just\b|merely\b|simply\b|enough\b)[^,;.]{2,40}?\s(?=but\b)|"
    r"(?<=,)\s(?:and\s)?not\s[^,;.]{2,40}(?=[,.;])",
    re.I,
)
"""What is named only to be set aside says nothing of the matter."""
