"""Which sentences are worth a parse: those with words that compare and somebody who may be compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from weakref import WeakKeyDictionary

from theodolite.extract.comparisons import (
    apart,
    beside,
    carried,
    cues,
    factors,
    foreseen,
    former,
    groups,
    likeness,
    ratios,
    unmatched,
)
from theodolite.extract.comparisons.lexicon import degrees
from theodolite.extract.comparisons.roles import NUMBER
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.folded import Folded, may_fold
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.sentences import Sentence

_POINTING = lexicon.words(
    """we us our ours it its itself they them their theirs he she this that these those which who both two
    pair company country firm startup start-up lab model nation difference it's
    it’s that's that’s they're they’re"""
)
_OURS = lexicon.words("we us our ours")
_BACK = 2  # sentences that a pronoun may look back
_VERSUS = lexicon.words("versus vs")
_BESIDE = lexicon.words("compared comparison relative beside alongside against next")
_BEHIND = lexicon.words("behind back lag lags lagged lagging trail trails trailed trailing")
_AHEAD = lexicon.words("ahead lead leads leading front advantage edge")
_EVEN = lexicon.words("par parity level neck caught even")
_RIVAL = lexicon.words(
    "contender rival equivalent answer competitor match counterpart peer challenger analogue"
)
_RIVALS = _RIVAL | {word + "s" for word in _RIVAL}
_NONE = lexicon.words("no nobody without lacks lack yet")
_GAP = lexicon.words("gap gulf disparity divide chasm imbalance shortfall")
_APART = lexicon.words("difference gap distance daylight distinction choose separates separate")
_TIMES = lexicon.words(
    """twice double triple treble quadruple quintuple half thirds quarters thrice times x fold percent doubled
    doubles doubling tripled triples tripling trebled trebling quadrupled quadrupling halved halves halving
    magnitude multiplied multiplying premium discount third quarter fifth tenth"""
)
_TIMES_SIGN = re.compile(
    r"\d\s?(?:x\b|×|%)|\B[a-z]{1,6}fold\b|\b1/\d|\d-?fold|[a-z]ths?\b|-(?:half|third|quarter)s?\b"
)
_MULTIPLES = (
    factors.MULTIPLE,
    factors.PART_OF_NAME,
    factors.GROWN,
    factors.GROWN_BY,
    factors.FOLD,
    factors.INCREASE,
    factors.PREMIUM,
    factors.PERCENT_BETTER,
    carried.BARE_MULTIPLE,
    carried.PART,
)
_MULTIPLE_GATES = Gates(*_MULTIPLES)
_MULTIPLE_LOOKS = tuple(Folded(p).search if may_fold(p) else p.search for p in _MULTIPLES)
_LEAP = lexicon.words("leap jump step advance improvement upgrade progress")
_LEVEL = lexicon.words(
    "equal equals same alike identical tied similar interchangeable comparable level twins tie "
    "indistinguishable equivalent matched"
)
_EVENLY = re.compile(r"\beven(?:\s?[.,;!]|\s(?:footing|terms|keel)|\s?\Z)", re.I)
_TWO = lexicon.words("two both pair they")
_MUCH = lexicon.words("much little nothing")
_NEVER = lexicon.words(
    "no not cannot can't can’t couldn't couldn’t nobody nothing little hardly barely "
    "few hard difficult impossible"
)
_EACH = lexicon.words("every each")
_ONLY_MORE = frozenset(("more",))
_BARE = degrees.COMPARATIVES - carried.NO_DEGREE
_MORE = re.compile(
    r"(?<!\bno )(?<!\b(?:any|the|and) )(?<!\b(?:even|ever|once) )(?<!\bor )\bmore\b(?!\sand\smore)"
)
_TURNING = re.compile(r"[,;]\s(?:but|while|whereas|and yet|though|although)\s|;\s|\sbut\s")
_QUALITY = re.compile(
    r"\b(?:is|are|was|were|seems?|feels?|looks?|costs?|charges?|performs?|does|do|runs?|scores?|works?)\s(?:[a-z]+\s){0,2}?"
    r"(?:[a-z]{2,}er|less|more|worse|better)\b"
)
_SUBJECT = 60  # characters in which the subject of a sentence stands
_NEAR = 5  # sentences that a bare comparative may look back for a comparison
_PAIRING = lexicon.words(
    """compare compared compares comparing comparison pit pits pitted between test tests tested run ran stack
    stacks stacked put choose chose choosing weigh weighed move moved switch switched"""
)
_THAN = re.compile(r"(?<!\brather )(?<!\bother )\bthan\s")
_AS = re.compile(r"\b(?:as|so)\s(?P<how>[a-z]+)\b(?P<again>\sas\s)?", re.I)
_OTHERS_DO = re.compile(r"\sas\s(?:[\w’'-]+\s){1,4}?(?:does|do|did|can|could)\b")
_AGAIN = re.compile(r"\bas\b")
_NOT = re.compile(r"(?:\bnot|n['’]t|\bnever|\bhardly|\bnowhere|\bnor|\bno|\bbarely|\bscarcely)\b", re.I)


def wanted(scene: Scene) -> list[int]:
    """The numbers of the sentences that are worth parsing for comparisons."""
    if scene not in _WANTED:
        _WANTED[scene] = _find(scene)
    return _WANTED[scene]


_WANTED: WeakKeyDictionary[Scene, list[int]] = WeakKeyDictionary()


def _find(scene: Scene) -> list[int]:
    reading = scene.reading
    found: list[int] = []
    last, held = -10, -10  # the last sentence with a name, and the last that may compare
    for number, sentence in enumerate(reading.sentences):
        span = (sentence.start, sentence.end)
        named = bool(reading.mentions_in(*span))
        if named:
            last = number
        words = reading.words[number]
        if not (
            named
            or (number - last <= _BACK and words & _POINTING)
            or words & _OURS
            or reading.unknown_in(*span)
            or groups.two(scene.content, words, span)
        ):
            continue
        if _compares(scene, words, span) or (
            (bare := words & _BARE)
            and (number - held <= _NEAR or _has_other(scene, number))
            and (bare != _ONLY_MORE or _MORE.search(scene.content, *span))
        ):
            found.append(number)
            held = number
    return found


def _compares(scene: Scene, words: frozenset[str], span: tuple[int, int]) -> bool:
    """Whether a sentence compares by words that say with what."""
    content = scene.content
    if words & _VERSUS or (words & _BESIDE and words & beside.TOLD and beside.BESIDE.search(content, *span)):
        return True
    if "than" in words and any(not NUMBER.match(content, m.end()) for m in _THAN.finditer(content, *span)):
        return True
    if "as" in words and words & degrees.AS and _likens(content, *span):
        return True
    if (words & _BEHIND and cues.BEHIND.search(content, *span)) or (
        words & _AHEAD and cues.AHEAD.search(content, *span)
    ):
        return True
    if (words & former.AVERAGES and former.AVERAGE.search(content, *span)) or (
        words & apart.SIGNS and words & _NEVER
    ):
        return True
    if "for" in words and words & _EACH and ratios.FOR_EVERY.search(content, *span):
        return True
    if "to" in words and "one" in words and ratios.TO_ONE.search(content, *span):
        return True
    if "what" in words and unmatched.WHAT.search(content, *span):
        return True
    if words & _EVEN and cues.LEVEL.search(content, *span):
        return True
    if words & _NONE and words & _RIVALS and cues.RIVAL_TO.search(content, *span):
        return True
    if "between" in words and words & _GAP:
        return True
    if factors.may_hold(words, content, *span) and _multiplies(content, words, span):
        return True
    if words & _LEAP and cues.FROM_TO.search(content, *span):
        return True
    if "like" in words and cues.LIKE.search(content, *span):
        return True
    if content.find(" > ", *span) > 0 or foreseen.may_hold(words, content, *span, _named(scene)):
        return True
    return _together(scene, words, span)


def _multiplies(content: str, words: frozenset[str], span: tuple[int, int]) -> bool:
    """ "Twice as much as", "a fifth of that"."""
    if words.isdisjoint(_TIMES) and not _TIMES_SIGN.search(content, *span):
        return False
    return any(_MULTIPLE_LOOKS[n](content, *span) for n in _MULTIPLE_GATES.opened(words))


def _likens(content: str, start: int, end: int) -> bool:
    """ "As good as", "not so mature": not "as well as" between two nouns, nor "as long as"."""
    for match in _AS.finditer(content, start, end):
        how = match["how"].lower()
        if how not in degrees.AS or (how in ("far", "long") and match["again"]):
            continue
        if match["again"] and NUMBER.match(content, match.end()):
            continue
        before = content[max(start, match.start() - 30) : match.start()]
        last = before.split()[-1:]
        doing = not last or last[0].lower() in likeness.DOING_WELL
        if how == "well" and not doing and not _OTHERS_DO.match(content, match.end("how")):
            continue
        if _AGAIN.search(content, match.end("how"), min(end, match.end() + 90)) or _NOT.search(before):
            return True
        if last and last[0].lower() in likeness.LEVEL_BEFORE and how != "well":
            return True
    return False


def _together(scene: Scene, words: frozenset[str], span: tuple[int, int]) -> bool:
    """Two sides that "and" joins, or that were named before, held level."""
    level = words & _LEVEL or ("even" in words and _EVENLY.search(scene.content, *span))
    if level and words & _TWO:
        return True
    if "and" in words and (level or ("between" in words and words & _MUCH) or words & _APART):
        return len(scene.reading.mentions_in(*span)) + len(scene.reading.unknown_in(*span)) > 1
    return False


def _named(scene: Scene) -> Callable[[int, int], bool]:
    return lambda start, end: any(m.kind != "person" for m in scene.reading.mentions_in(start, end))


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _has_other(scene: Scene, number: int) -> bool:
    """Whether a bare comparative may find its other side near by: a clause that it is set against, another
    country, or one that was set beside its subject before."""
    reading = scene.reading
    sentence = reading.sentences[number]
    before = reading.sentences[max(0, number - 1)]
    named = reading.mentions_in(before.start, sentence.end)
    sides = {m.side or m.name for m in named if m.kind in ("side", "group")}
    if len(sides) > 1:
        return True
    main = scene.referents.main_sides
    first = next((m for m in named if sentence.start <= m.start < sentence.start + _SUBJECT), None)
    if first is not None and first.kind in ("side", "group") and first.side in main and len(main) > 1:
        return True
    houses = {m.name for m in named if m.kind in ("model", "organisation")}
    if len(houses) == 2 and first is not None and _QUALITY.search(scene.content, *_span(sentence)):
        return True
    if any(reading.words[n] & _PAIRING for n in range(max(0, number - 3), number)):
        return True
    return bool(_TURNING.search(scene.content, sentence.start, sentence.end))
