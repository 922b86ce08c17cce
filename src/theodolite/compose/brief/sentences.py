"""The sentences of a brief: attributed, under 35 words, and none says more than its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from theodolite.compose.air_card import air_card
from theodolite.compose.brief.quoting import MOST_WORDS, cut, excerpt, line, quoted, short, words
from theodolite.compose.naming import as_subject, document_title, gist, said_on, speaker_label
from theodolite.compose.outside import linkable
from theodolite.compose.survey_view import DefinitionView, DocumentView, SurveyView
from theodolite.compose.words import day_words, start
from theodolite.model.article import Article
from theodolite.model.brief import Quote, Source
from theodolite.model.claim import Claim
from theodolite.model.finding import Finding, Held
from theodolite.model.period import day_of
from theodolite.model.version import Version, as_held

_ENDS = ".!?。！？"


def finding_sentence(
    version: Version, document: DocumentView | None, definitions: tuple[DefinitionView, ...], until: dt.date
) -> str:
    """What was said beside what was measured, as the finding's air card has it."""
    claim = as_held(version.claim, version.finding)
    view = SurveyView(generated_for=until, definitions=definitions)
    sentence = line(air_card(version.finding, claim, document, view, ()).sentence)
    return _in_own_words(sentence, claim)


def _in_own_words(sentence: str, claim: Claim) -> str:
    """The same with what was said in exact words: a reading in a few words is no quotation."""
    reading = line(f"“{gist(claim)}”")
    own, goes_on = cut(claim.quote)
    exact = sentence.replace(f" {reading}", f": {quoted(own, goes_on)}", 1)
    read = sentence.replace(f" {reading}", f", as read, {reading[1:-1]}", 1)
    return _fitting(exact, read) if reading in sentence else sentence


def changed_sentence(before: str, after: str, sentence: str) -> str:
    """A verdict that is another now, before what it is on."""
    return _fitting(
        f"{start(before)} before, {after} now: {sentence}", f"{start(before)} before, {after} now."
    )


def said_sentence(claim: Claim, document: DocumentView | None, quote: Quote) -> str:
    """Who said it, in their own words. The sentence around them is the text's, not the speaker's."""
    verb = "denied" if claim.polarity == "denied" else "foretold" if claim.forecast else "said"
    who = short(start(as_subject(speaker_label(claim, document))))
    told = excerpt(quote) if own_words(claim) else quoted(*cut(claim.quote))
    return f"{who} {verb}: {told}" + ("" if told[-2] in _ENDS else ".")


def own_words(claim: Claim) -> bool:
    """Whether the sentence around a claim is its speaker's own: of the text, or of who wrote it."""
    return claim.speaker is None or claim.attribution == "own_voice"


def read_as(claims: Iterable[tuple[Claim, Finding | None]], most: int = 3) -> str:
    """The claims in a few words, as they were read or put right."""
    told = dict.fromkeys(short(gist(as_held(claim, finding)), 100) for claim, finding in claims)
    more = f"; {len(told) - most} more" if len(told) > most else ""
    return "; ".join(list(told)[:most]) + more


def document_source(claim: Claim, document: DocumentView | None, article: Article | None) -> Source:
    """The document that a claim stands in."""
    if document is None:
        return Source(kind="document", words=short(claim.source.rsplit("/", 1)[-1], 80), id=claim.document)
    origin = document.origin
    publisher = origin.publisher or (article.publisher if article else None)
    title = short(document_title(document), 80)
    published = day_of((article.published if article else None) or origin.published)
    parts = [f"“{title}”", *([short(publisher)] if publisher else [])]
    parts += [f"published {day_words(published)}"] if published else []
    address = (article.address if article else None) or origin.address
    return Source(
        kind="document", words=", ".join(parts), id=claim.document, address=linkable(address), day=published
    )


def finding_source(version: Version) -> Source:
    """A finding by its permanent name."""
    words_told = f"finding {version.name}, issued {day_words(version.issued)}"
    return Source(kind="finding", words=words_told, id=version.name, day=version.issued)


def vintage_sources(held: Iterable[Held], most: int = 3) -> tuple[Source, ...]:
    """The vintages behind the rows of a finding, each once."""
    found: dict[str, Source] = {}
    for h in held:
        key = h.vintage_sha256 or h.source
        if h.measured and key and key not in found:
            found[key] = vintage_source(h.source or h.measure, h.vintage_date, key)
    return tuple(found.values())[:most]


def vintage_source(source: str, date: str | None, sha256: str) -> Source:
    """A publisher's table of one day."""
    dated = f"vintage of {day_words(date)}" if date else "no date"
    address = linkable(source)
    name = (urlsplit(address).hostname or source) if address else source
    return Source(kind="vintage", words=f"{short(name, 60)}, {dated}", id=sha256, address=address, day=date)


def said_day(claim: Claim, document: DocumentView | None, article: Article | None) -> tuple[str | None, str]:
    """The day that a claim counts for and what it is the day of."""
    told = said_on(claim, document)
    if claim.said_on:
        return told, "said"
    if article is not None and article.published:
        return day_of(article.published), "published"
    return day_of(told), "published"


def correction_sentence(claim: Claim, before: str, after: str, present: str | None) -> str:
    """One entry of the log, by the words that it is on."""
    on = quoted(*cut(claim.quote))
    what = "was taken back" if present is None else "was put right"
    change = f"{before} before, {after} now"
    return _fitting(f"The finding on {on} {what}: {change}.", f"A finding {what}: {change}.")


def listed(parts: Iterable[str]) -> str:
    """ "a, b and c"."""
    *head, last = parts
    return f"{', '.join(head)} and {last}" if head else last


def _fitting(*forms: str) -> str:
    """The fullest that has fewer than 35 words."""
    return next((f for f in forms if words(f) <= MOST_WORDS), forms[-1])
