"""Runs of capitalised words that may be names, cut where one name ends and another begins.

A capital alone makes no name: words stand with one at the start of a sentence, in titles, as months and as
posts. What a text writes small elsewhere is no name; in a title written in capitals only what the body names
is one. Offsets are code points of the text; time is linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from theodolite.extract.words import lexicon

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŞŠŽŹŻĆČĐĞİŐŰ"
_RUN = re.compile(
    rf"[{_UPPER}](?<!\w.)(?:[\w’'&.-]*[\w])?(?:(?:"
    r"\s(?:(?:of|for|on)(?:\sthe)?|de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|bin|ibn|and|"
    r"&)\s"
    rf"(?=[{_UPPER}])|\s|-)(?:[{_UPPER}][\w’'&.-]*[\w]|[{_UPPER}]\b))*"
)
_PIECE = re.compile(r"\S+")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]*[a-z]\b")
# A capital first and what stands before it second: so a search steps from capital to capital.
_INNER_WORD = re.compile(rf"[{_UPPER}](?<=[a-z0-9,;)] .)[\w&-]*\w")
_LINE = re.compile(r"[^\r\n]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_POSSESSIVE = re.compile(r"['’](?:s|re|d|ve|ll|m|t)?\Z")
_MARKED = re.compile(r"\d|[a-z][A-Z]|[A-Z]{2}")
_TAILED = re.compile(
    r"[A-Z]\w*-(?:(?:based|backed|owned|led|made|trained|built|born|funded|run|listed|generated|assisted|"
    r"powered|driven|language|speaking|stage|end|level|style|class|wide|first|only|looking|tuning|tuned|"
    r"training|trained|free|era|year|old|time|term|scale|size|source|weight|weights|bit|like|ready|native|"
    r"one|two|three|four|five|six|seven|eight|nine|related|focused|sized|designed|approved)\b)\Z"
)
# In front of "of", "for", "on" and "and" these belong to one name with what follows.
_INSTITUTIONS = lexicon.words(
    """Ministry Department Bureau Office Bank University Institute Institution Centre Center College School
    Academy Council Committee Subcommittee Commission Board Society Association Federation Confederation
    Observatory House Court Agency Authority Chamber Union Republic Kingdom Library Museum Foundation Fund
    Alliance Coalition Division Directorate Faculty Laboratory Lab Forum Network Organisation Organization
    Campaign Partnership Initiative Programme Program Secretary Under-Secretary Administration Conference
    Journal Group Consortium"""
)
_NO_OF = lexicon.words(
    """Officer President Director Chairman Chairwoman Chair CEO CFO CTO COO Head Founder Co-Founder Professor
    Dean Date GB TB MB KB PB MW GW KW Member Members Governor Mayor Chief Editor Partner Manager Lead Vice
    Executive Minister Analyst Senator"""
)
_POSTS = lexicon.words(
    """Dr Mr Mrs Ms Prof Professor Sir Lord Lady Dame Madam Frau Herr Ambassador Reporter Correspondent Rep
    Sen Senator Congressman Congresswoman CEO CFO CTO COO CIO President Chairman Chairwoman Chair Founder
    Co-Founder Director Minister Secretary Governor Mayor Commissioner Chancellor Premier Vice Deputy Senior
    Chief Executive Officer Managing Analyst Spokesman Spokeswoman Comrade Reverend Captain General Colonel
    Hon Honourable"""
)
HEADLINE = lexicon.words(
    """Reportedly Allegedly Purportedly Apparently Supposedly Falsely Wrongly Wrongfully Mistakenly
    Erroneously Incorrectly Correctly Disproportionately Inadvertently Purported Alleged Failed
    Fails Failing Showed Shows Shown Showing Causes Caused Causing Leads Led Leading Found Finds
    Misidentified Misidentifies Blocked Deployed Depicts Depicted Depicting Impersonating
    Impersonates Impersonated Impersonate Used Uses Using Targeting Targeted Announces Announced
    Announcing Circulating Circulated Circulates Linked Involving Involved Following Amid Ahead
    Prompting Prompts Allows Allowed Allowing Promoting Spreading Posing Endorsing Featuring
    Containing Resulting Killed Kills Killing Arrested Sued Sues Crashed Crashes Crashing Struck
    Kicks Gets Becomes Became Makes Made Tricked Tricks Defrauded Scammed Induced Induces Exposes
    Exposed Produces Produced Generates Loses Lost Accused Accuses Amplified Reveals Revealed Faces
    Faced Raises Sparks Sparked Misleads Misled Harassed Suspended Due Against Via Into Without Onto
    Towards Disrupts Misused Asks Says Wins Beats Unveils Launches Releases Acquires Invests Plans
    Seeks Cuts Warns Told"""
)
"""Words that stand with a capital inside of headlines and end a name there."""
_OWN_NAMES = lexicon.words("People Humanity Women Men Children King Queen Moody Lloyd Nature McDonald")
_DAYS = lexicon.words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter"""
)
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
    Merely Exactly Within Total Yesterday Tomorrow Tonight"""
)
"""Words that stand with a capital only because they begin a sentence or a title."""
_NO_HEADS = COMMON | _DAYS
_OPENING = re.compile(r"(?:\A|[\"“‘(:;…—–]|\s-)[\s#*>_\"“'‘(-]*\Z")
"""What stands before the first word of a sentence, a quotation or a clause of its own."""
_OPENERS = lexicon.words(
    """None Nobody Nothing Nor Somebody Someone Something Anybody Anyone Anything Anyway Everybody Everyone
    Everything Whoever Whatever Whether Whereas Where Without Maybe Perhaps Okay OK Oh Ha Um Mm Hi Hello Yeah
    Yep Nope Right Sure True Good Great Nice Fair Thanks Thank Dear Please Sorry See Look Listen Wait Take Get
    Make Keep Stop Come Go Went Ran Says Said Asked Founded Established Established Based Born Built People
    Worth Twice Better Worse Bigger Best Honest Update Source Same Different Inside Outside Apart Besides
    Behind Below Above Against Ago Again Already Always Never Often Sometimes Too Very Quite Rather Ladies
    Gentlemen Comrades Laughter Applause Translated Original Unofficial Reviewed Recorded Posted Edited
    Reporting Editing Summary Introduction Conclusion Live Latest Breaking Exclusive Opinion Analysis Section
    Figure Table Box Annex Appendix Chapter Part Page Vol Volume Release Contact Contacts Inquiries Press
    Media Customers Proceeds Terms Shares Rivals Pollsters Readers Users Engineers Founders Workers"""
)


def runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each run of capitalised words between two places (a sentence) that may be a name."""
    title: bool | None = None
    for match in _RUN.finditer(text, start, end):
        if match.group() in _NO_HEADS:
            continue  # the first word of most sentences: it begins no name and is none
        if title is None:
            title = _is_title(text, start, end)
        opens = bool(_OPENING.search(text[max(start, match.start() - 12) : match.start()]))
        for words in _cut([(match.start() + w.start(), w.group()) for w in _PIECE.finditer(match.group())]):
            for kept in _in_title(text, words) if title else (words,):
                if kept and (name := _name(text, kept, opens and kept[0][0] == match.start())):
                    yield name


_Words = list[tuple[int, str]]


def _cut(words: _Words) -> Iterator[_Words]:
    """A run parted where a name ends: at a post, behind an owner, at "and" between two names."""
    part: _Words = []
    ends_in_house = len(words) > 3 and words[-1][1] in _INSTITUTIONS and words[0][1].endswith("s")
    for at, word in words:
        before = part[-1][1] if part else ""
        house = any(w in _INSTITUTIONS for _, w in part) or (ends_in_house and len(part) == 1)
        if (word == "of" and not house and _may_be_person(part)) or (
            _parts(word, before, len(part)) and (not house or (word == "of" and before in _NO_OF))
        ):
            yield part
            part = []
        elif before and _POSSESSIVE.search(before) and _POSSESSIVE.sub("", before) not in _OWN_NAMES:
            yield part
            part = [(at, word)]
        else:
            part.append((at, word))
    yield part


def _may_be_person(words: _Words) -> bool:
    """Whether what stands before "of" may be somebody: "Ada Holt of the Larch Institute"."""
    plain = [word for _, word in words]
    return len(plain) == 2 and all(map(_FORENAME.fullmatch, plain)) and _NO_PEOPLE.isdisjoint(plain)


_FORENAME = re.compile(rf"[{_UPPER}][a-zà-ÿ’'-]+(?:-[{_UPPER}][a-zà-ÿ’'-]+)*")
_NO_PEOPLE = _INSTITUTIONS | lexicon.words(
    """Party Act Law Bill Army Navy Force Church Order Stock Exchange Prize Award Medal Gulf Bay Lords Port
    Province
    Treaty Declaration Standard Index Report Review Convention Code Guide History Theory Hall Cup Games
    Team Star
    Empire States Nations City State Isle Sea Lake Mount River Street Times Post News Daily Voice Sons
    Daughters
    Knights Friends Doctors Bar Bank Master Masters Bachelor Mobile Web Internet Intelligence Learning Data
    Computing World Chronicles Rise Age Art Sword Call Game War Wars League Guild Assembly Congress Parliament
    Senate Treasury Ministry Tower Bridge Valley Silicon Digital Big Great New North South East West National
    Royal Federal Central Supreme High First Second Third General Public Artificial Machine Open"""
)


def _parts(word: str, before: str, length: int) -> bool:
    """Whether a word stands between two names and belongs to none: a post, "and", "of" behind a post."""
    if word == "of":
        return before in _NO_OF or len(before) == 1  # "the Series B of Larch"
    if length and word in HEADLINE:
        return True
    return word in ("and", "for", "on") or (word == "&" and length != 1) or word.rstrip(".") in _POSTS


def _name(text: str, words: _Words, opens: bool) -> tuple[int, int] | None:
    """What is left of a part once the words at its ends that belong to no name are gone."""
    words = [*words]
    begins = opens
    while words and (_is_no_head(words[0][1]) or (begins and _plain(words[0][1]) in _OPENERS)):
        words.pop(0)
        opens = False
    while words and (words[-1][1][0].islower() or words[-1][1] in ("I", "&")):
        words.pop()
    if opens and len(words) > 1 and _is_word(text, words[0][1]) and words[1][1] in _inner(text):
        words.pop(0)
    elif opens and len(words) == 1 and _is_word(text, _POSSESSIVE.sub("", words[0][1])):
        return None
    if not words:
        return None
    if words[-1][1] == "Prime" and text.startswith(" Minister", words[-1][0] + 5):
        return _name(text, words[:-1], False)
    end = words[-1][0] + len(_POSSESSIVE.sub("", words[-1][1]))
    return (words[0][0], end) if end - words[0][0] > 1 else None


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word.rstrip("."))


def _is_no_head(word: str) -> bool:
    """Whether a word begins no name wherever it stands."""
    plain = _plain(word)
    return plain in _NO_HEADS or word[0].islower() or word == "&" or bool(_TAILED.match(word))


def _is_word(text: str, word: str) -> bool:
    """Whether a capitalised word at the start of a sentence is one that the text also writes small."""
    return not _MARKED.search(word) and word not in _inner(text) and word.lower() in small(text)


def _in_title(text: str, words: _Words) -> Iterator[_Words]:
    """The names in a title that has capitals throughout: those that the body names too, and institutions."""
    plain = [word for _, word in words]
    if any(a in _INSTITUTIONS and b in ("of", "for") for a, b in pairwise(plain)):
        yield words
        return
    part: _Words = []
    for at, word in words:
        if _MARKED.search(word) or _POSSESSIVE.sub("", word) in _inner(text) or (word[0].islower() and part):
            part.append((at, word))
        elif part:
            yield part
            part = []
    if part:
        yield part


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether nearly all long words of a line have capitals, in a text that has a body."""
    if end - start > 250 or len(text) < 2 * (end - start) + 60:
        return False
    long = _LONG_WORD.findall(text, start, end)
    closed = text[end - 1 : end] in '.!?…”"'
    return len(long) >= 5 and (6 if closed else 4) * sum(w[0].islower() for w in long) <= len(long)


@lru_cache(maxsize=4)
def small(text: str) -> frozenset[str]:
    """The words that a text writes small."""
    return frozenset(_SMALL_WORD.findall(text))


@lru_cache(maxsize=4)
def _inner(text: str) -> frozenset[str]:
    """The words that a text writes with a capital inside a sentence of its body."""
    found: set[str] = set()
    for line in _LINE.finditer(text):
        if line.end() - line.start() > 160 or text[line.end() - 1] in '.!?…”"':
            found.update(_INNER_WORD.findall(text, line.start(), line.end()))
    return frozenset(found)
