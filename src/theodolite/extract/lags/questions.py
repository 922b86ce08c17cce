"""Who is behind whom where no length is said yet: in a question of how far, a gap that is named."""

from __future__ import annotations

import re

from theodolite.extract.lags import cues, followers, parties
from theodolite.extract.lags.sides import SideFinder, Sides
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene

ASKED = 110  # characters of a question that the next sentence answers
_HOW_FAR = re.compile(
    r"\bhow\s(?:far|long|much|many\s(?:years|months|weeks))\s(?:(?P<first>[^,;.?!]{2,70}?)\s)?"
    r"(?P<way>behind|ahead|in front|trails?|lags?|leads?|trailing|lagging)\b(?:\s(?:behind|of)\b)?",
    re.I,
)
_BE = re.compile(
    r"\s*(?:(?:is|are|was|were|has|have|had|really|now|still|might|may|be|been|actually|lag|lags|fall|fell|do|does|did|then|"
    r"currently|exactly)\b\s?)+",
    re.I,
)
_GAP = re.compile(r"\b(?:lag|gap|distance|lead|head start|divide)\b", re.I)
GOAL_ASKED = re.compile(rf"\b{cues.MATCH}\b", re.I)
_HOW_LONG = re.compile(
    r"\b(?:how\s(?:long|soon|fast|quickly|many\s(?:years|months))|when|"
    r"what would it take)\b(?P<mid>[^;.?!]{1,70}?)\s?"
    rf"\b(?P<match>{cues.MATCH})\b",
    re.I,
)
_STANDS = re.compile(
    r"\b(?P<verb>(?:is|are|was|were|remains?|remained|stays?|still|far|well|falls?|fell|fallen|lags?|lagging|trails?|"
    r"trailing)\s(?:[\w.-]+\s){0,4}?(?:behind|ahead of)|trails?|trailing|lags)\s(?=(?:the\s|its\s|"
    r"their\s)?[A-Z]|closed\s)",
)


def names_gap(scene: Scene, number: int) -> bool:
    """Whether a sentence asks how far, or names a gap: then its syntax is looked at."""
    sentence = scene.reading.sentences[number]
    return any(
        p.search(scene.content, sentence.start, sentence.end) for p in (_HOW_FAR, _GAP, _STANDS, _AS_THEN)
    )


def topic(scene: Scene, number: int) -> Sides | None:
    """Who is behind whom in a sentence that gives no length."""
    return (
        asked(scene, number)
        or gap(scene, number)
        or stands(scene, number)
        or then(scene, number)
        or (goal(scene, number) if before(scene, number + 1) else None)
    )


def asked(scene: Scene, number: int, end: int | None = None) -> Sides | None:
    """Who is behind whom in a question of how far: "asked how far behind Taiwan they were"."""
    sentence = scene.reading.sentences[number]
    stop = sentence.end if end is None else end
    match = _HOW_FAR.search(scene.content, sentence.start, stop)
    if match is None:
        return None
    finder = SideFinder(scene, number)
    first = _first_in(finder, *match.span("first")) if match["first"] else None
    at = _past_be(scene.content, match.end(), stop)
    after = finder.object_at(at)
    if (
        first is None and after is not None and at == match.end()
    ):  # "how far behind Taiwan is Arm", "... they are"
        first = _second(finder, max(at, after.end), stop)
    leads = match["way"].lower().startswith(("ahead", "lead", "in front"))
    if first is None:  # "how far behind are they"
        after, first = None, after
    return Sides(after, first) if leads else Sides(first, after)


def _second(finder: SideFinder, start: int, stop: int) -> Referent | None:
    """The other side behind the first one, before or behind "is"."""
    at = _past_be(finder.scene.content, start, stop)
    while at < stop and finder.scene.content[at] == " ":
        at += 1
    end = re.compile(r"[^,;.?!:]{0,50}?(?=\s(?:is|are|was|were|has|have|had)\b|[,;.?!:]|\Z)").match(
        finder.scene.content, at, stop
    )
    return parties.within(finder, at, end.end()) if end else None


def gap(scene: Scene, number: int) -> Sides | None:
    """The sides of a gap that a sentence names without its length: "we measured the lag of Korean models"."""
    sentence = scene.reading.sentences[number]
    match = _GAP.search(scene.content, sentence.start, sentence.end)
    if match is None or cues.OTHER_GAP.search(
        scene.content[max(sentence.start, match.start() - 25) : match.end()]
    ):
        return None
    finder = SideFinder(scene, number)
    leads = match.group().lower() in ("lead", "head start")
    if not leads and (pair := finder.pair(*finder.clause(match.start()))):
        return pair
    owner = followers.gap_of(finder, match.end(), sentence.end) or finder.owner(
        max(sentence.start, match.start() - 45), match.start()
    )
    if owner is None:
        return None
    partner = finder.partner(max(match.end(), owner.end), sentence.end)
    if leads:
        return Sides(partner, owner) if partner and partner.name != owner.name else None
    if owner.side == "United States":
        return None
    return Sides(owner, partner if partner and partner.name != owner.name else finder.default_other(owner))


def stands(scene: Scene, number: int) -> Sides | None:
    """Who is behind whom where no length is said: the gap that the next sentence may measure."""
    sentence = scene.reading.sentences[number]
    match = _STANDS.search(scene.content, sentence.start, sentence.end)
    if match is None:
        return _well_behind(scene, number)
    finder = SideFinder(scene, number)
    first = finder.follower_of(match.start("verb")) or _inverted(finder, match)
    after = finder.object_at(match.end())
    if not parties.is_somebody(finder, first) or first is None or after is None or first.name == after.name:
        return None
    return Sides(after, first) if "ahead" in match["verb"] else Sides(first, after)


_WELL_BEHIND = re.compile(
    r"\b(?:is|are|was|were|['’]re|['’]s|remains?|sits?)\s(?:still\s)?(?:a\s(?:ways?|bit|little|"
    r"fair bit|long way)|well|far|some way|way|"
    r"somewhat)\s(?:back|behind)(?=\s?[.,;!?]|\s(?:in|on|for|still)\b|\Z)",
    re.I,
)
_AS_THEN = re.compile(
    r"\b(?:as (?:good|strong|capable|smart|fast|well) as|where|what|on par with|comparable to|"
    r"level with)\s(?P<whom>[^,;.?!]{2,40}?)\s"
    r"(?:was|were|did|had|stood)\s(?:back\s)?(?:last|in|a|two|the)\s",
    re.I,
)


def _well_behind(scene: Scene, number: int) -> Sides | None:
    """ "On agents they're a ways back."."""
    sentence = scene.reading.sentences[number]
    match = _WELL_BEHIND.search(scene.content, sentence.start, sentence.end)
    if match is None:
        return None
    finder = SideFinder(scene, number)
    follower = finder.follower_of(match.end() - 1) or finder.follower_of(match.start())
    many = follower is not None and follower.text.lower() in ("they", "they're", "they’re")
    if follower is None or not parties.is_somebody(finder, follower) or (many and follower.kind != "group"):
        return None
    return Sides(follower, finder.default_other(follower))


def then(scene: Scene, number: int) -> Sides | None:
    """ "It is as good as Claude was last winter": so long is the one behind that the next sentence says."""
    sentence = scene.reading.sentences[number]
    match = _AS_THEN.search(scene.content, sentence.start, sentence.end)
    if match is None:
        return None
    finder = SideFinder(scene, number)
    leader = parties.within(finder, *match.span("whom"))
    names = scene.reading.mentions_in(sentence.start, match.start())
    follower = from_mention(scene.content, names[-1]) if names else finder.follower_of(match.start())
    if leader is None or not parties.is_somebody(finder, follower) or follower is None:
        return None
    return Sides(follower, leader) if follower.name != leader.name else None


def _inverted(finder: SideFinder, match: re.Match[str]) -> Referent | None:
    """ "Are the Dutch still behind Japan?": the subject inside the verb."""
    inside = re.match(r"(?i)(?:is|are|was|were)\s", match["verb"])
    if not inside:
        return None
    return parties.within(finder, match.start("verb") + inside.end(), match.end("verb"))


def goal(scene: Scene, number: int) -> Sides | None:
    """Who is to match whom in a question of how long: "how long did it take Arm to catch up with Intel?"."""
    sentence = scene.reading.sentences[number]
    match = _HOW_LONG.search(scene.content, sentence.start, sentence.end)
    if match is None:
        return None
    finder = SideFinder(scene, number)
    start, end = match.span("mid")
    found = scene.reading.mentions_in(start, end)
    follower = parties.within(finder, found[-1].start, end) if found else None
    for mention in scene.reading.unknown_in(start, end) if follower is None else ():
        follower = parties.within(finder, mention.start, mention.end)
    if follower is None:
        follower = finder.follower_of(match.start("match"))
    if follower is None or not parties.is_somebody(finder, follower):
        return None
    return Sides(follower, parties.goal(finder, match.end(), follower))


def _past_be(content: str, at: int, end: int) -> int:
    be = _BE.match(content, at, end)
    return be.end() if be else at


def _first_in(finder: SideFinder, start: int, end: int) -> Referent | None:
    content = finder.scene.content
    at = _past_be(content, start, end)
    while at < end and content[at] == " ":
        at += 1
    token = finder.parse.at(at)
    if token is not None and token.tag_.startswith("PRP"):
        found = finder.of(token)
        return found if found.name else None
    return finder.object_at(at)


def before(scene: Scene, number: int) -> bool:
    """Whether the sentence before asks how far or how long, so that this one may only answer."""
    if not 0 < number < len(scene.reading.sentences):
        return False
    last = scene.reading.sentences[number - 1]
    start = max(last.start, last.end - ASKED)
    far = _HOW_FAR.search(scene.content, start, last.end)
    if "?" not in scene.content[last.end - 2 : last.end]:
        return bool(far and re.search(r"\b(?:asked|wondered|question)\b", scene.content[start : last.end]))
    return bool(
        far
        or GOAL_ASKED.search(scene.content, start, last.end)
        or _GAP.search(scene.content, start, last.end)
        or _STANDS.search(scene.content, start, last.end)
    )
