"""Quantities: a figure for somebody or something, with its subject, metric, unit, period and statistic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from theodolite.extract import dimensions, introduced, nationals
from theodolite.extract.lags.claims import slot
from theodolite.extract.quantities import durations, evidence, further, gapped, sizes, unowned, wholes
from theodolite.extract.quantities import nouns as quantity_nouns
from theodolite.extract.quantities.counted import counted_noun
from theodolite.extract.quantities.elliptic import (
    Told,
    antecedent,
    counted_subject,
    goes_without,
    is_part,
    listed_names,
    remembered,
    scale_of,
    stands_bare,
    topic,
    whole_of,
)
from theodolite.extract.quantities.filter import is_claim, stands_beside
from theodolite.extract.quantities.metric import by_unit, metric_of
from theodolite.extract.quantities.subject_words import FRONTED, LIST
from theodolite.extract.quantities.subjects import SubjectFinder
from theodolite.extract.quantities.unit import MONEY, is_part_of_name, unit_of
from theodolite.extract.referents import from_mention
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import ranks
from theodolite.extract.words.numbers import Figure
from theodolite.extract.words.ranges import times
from theodolite.extract.words.shares import shares
from theodolite.model.claim import Dimension

_TURN = re.compile(
    r";|,\s(?:which|while|whereas|compared|but|and|with|versus|up from|down from|though|"
    r"although|from|against|an? (?:increase|decrease|rise|drop|decline))\b|\btimes\s(?=the\b|"
    r"that\b)|\b(?:compared (?:with|to)|versus|while|whereas)\b",
    re.I,
)


_LINK = re.compile(rf"{LIST.pattern}|\sto\s")
_BATCH = 64  # sentences whose syntax is made in one go
_MOST = 60  # figures of one sentence that are read: more is a table without lines
_WINDOW = 320  # characters before and behind a figure that rules look at
_ONES = re.compile(r"(?:[\w-]+\s){0,2}ones")
_ANYBODY = frozenset(("everyone", "everybody", "someone", "somebody", "anyone", "anybody", "nobody"))


def find(scene: Scene) -> Iterator[Draft]:
    """Every quantity: figures, shares in words, ranks."""
    counted: Draft | None = None  # what the paragraph counted last: "We need 100,000 GPUs. We have 18,000."
    told: list[Told] = []
    sentences = scene.reading.sentences
    ahead: dict[int, list[Figure]] = {}
    for number, sentence in enumerate(sentences):
        if number % _BATCH == 0:
            ahead = {n: _claimed(scene, n) for n in range(number, min(number + _BATCH, len(sentences)))}
            scene.reading.prepare([n for n, figures in ahead.items() if figures])
        if number and sentence.paragraph != sentences[number - 1].paragraph:
            counted = None
        sample = _sample(scene, number) if ahead[number] else None
        for i, figure in enumerate(ahead[number]):
            shared = counted or _listed(scene, number, ahead[number][i : i + 9])
            made = _draft(scene, number, figure, shared, sample, told)
            if made:
                told[:] = [_told(made, figure, sentence.paragraph, scene.content)]
                is_count = figure.kind == "count" and made.slots["unit"] not in MONEY
                counted = made if is_count else counted
                made = introduced.retold(scene, made)
                yield nationals.retold(scene, made) or made
        yield from ranks.find(scene, number)


def wanted(scene: Scene) -> list[int]:
    """The sentences whose syntax will be asked for: about those with a figure or a rank."""
    held = {scene.reading.sentence_at(f.start) for f in scene.reading.figures}
    return sorted(held.union(ranks.wanted(scene)))


def _claimed(scene: Scene, number: int) -> list[Figure]:
    """The figures of a sentence that are claims, in order; at most so many as prose can hold."""
    sentence = scene.reading.sentences[number]
    span = (sentence.start, sentence.end)
    figures = [f for f in scene.reading.figures_in(*span)[:_MOST] if is_claim(scene.reading, f, span)]
    named = scene.reading.mentions_in(*span)
    in_words = [
        s
        for s in shares(scene.content, *span, scene.reading.words[number])[:_MOST]
        if not any(m.start < s.start < m.end for m in named)  # "GPT-4.1 in three sizes"
    ]
    figures = [f for f in figures if not any(f.start < s.end and s.start < f.end for s in in_words)]
    figures += [s for s in in_words if is_claim(scene.reading, s, span)]
    counts = [f for f in figures if f.kind in ("count", "percent")]
    if counts:
        figures += [
            f
            for a, b, f in listed_names(scene.content, counts[0].end, sentence.end)
            if not any(f.start < g.end and g.start < f.end for g in figures)
            and any(m.kind in ("organisation", "side", "model") for m in scene.reading.mentions_in(a, b))
        ]
    heads = sorted((f for f in figures if f.kind == "count"), key=lambda f: f.start)
    figures += [
        f
        for f in gapped.find(scene.reading, number, heads)
        if not any(f.start < g.end and g.start < f.end for g in figures)
        and not scene.reading.is_taken(f.start, f.end)
    ]
    if any(f.kind == "count" for f in figures):
        figures += [
            f
            for f in scene.reading.figures_in(*span)[:_MOST]
            if f not in figures and stands_beside(scene.content, f, span)
        ]
    return sorted(figures, key=lambda f: f.start)


def _listed(scene: Scene, number: int, figures: list[Figure]) -> Draft | None:
    """What the last of several listed figures counts, the first ones count as well: "12, 7 and 5 patents"."""
    for before, after in pairwise(figures):
        if before.kind != "count" or not _LINK.fullmatch(scene.content[before.end : after.opening]):
            return None
        if after.kind == "count" and (made := _draft(scene, number, after, None, None)):
            return made
    return None


def _draft(
    scene: Scene,
    number: int,
    figure: Figure,
    counted: Draft | None,
    sample: str | None = None,
    told: Sequence[Told] = (),
) -> Draft | None:
    content, sentence = scene.content, scene.reading.sentences[number]
    near = max(sentence.start, figure.opening - _WINDOW)
    after = content[figure.end : min(sentence.end, figure.end + _WINDOW)]
    clause_start = _clause_start(content, sentence.start, figure.opening)
    before = content[max(clause_start, near) : figure.opening]
    figure = sizes.whole(figure, content)
    so_far = content[near : figure.opening]
    finder = SubjectFinder(scene, number)
    words, length = counted_noun(finder.parse, content, figure, *quantity_nouns.noun_phrase(after))
    if counted and _ONES.fullmatch(words):
        words = ""  # "ChatGPT has 800m weekly users, Doubao 157m monthly ones"
    if counted and counted.sentence == number and is_part(so_far):
        words, length = "", 0
    if figure.worded and not words and (persons := re.match(r"\sof (?:us|whom)\b", after)):
        words, length = "people", persons.end()
    noun = length if words else 0
    bare = figure.kind == "count" and not quantity_nouns.unit_of(words)
    if (bare and is_part_of_name(scene, figure)) or sizes.is_version(figure, content):
        return None
    gone_on = remembered(told, figure, number, so_far, after) if bare else None
    subject_noun = counted_subject(finder.parse, figure) if bare and not gone_on else None
    if bare and (about := _topic(scene, number, figure, told)):
        gone_on, subject_noun = None, about
    unit = (
        (gone_on.unit if gone_on else None)
        or subject_noun
        or (whole_of(so_far) if bare and not counted else None)
        or (scale_of(figure, so_far, after) if bare else None)
        or unit_of(scene, figure, words, counted.slots["unit"] if counted else None, before, sentence.start)
    )
    if unit is None and figure.worded and not figure.scaled and bare:
        unit = _spoken_of(scene, number)
    if unit is None and not (bare and goes_without(figure, so_far, after)):
        return None
    if gone_on and gone_on.kind in ("money", "measure") and not figure.scaled:
        figure = replace(
            figure, low=times(figure.low, gone_on.magnitude), high=times(figure.high, gone_on.magnitude)
        )
    if gone_on and gone_on.kind == "percent":
        figure = replace(figure, kind="percent", unit="percent")
    subject = finder.find(figure, clause_start)
    if subject is not None and (subject.name or "").lower() in _ANYBODY:
        return None  # "everyone gets a few thousand cards"
    metric = metric_of(figure, unit, before, so_far, after, words)
    metric = wholes.share(finder.parse, content, figure, metric)
    if size := sizes.of(figure, content):
        unit, metric = size
        subject = sizes.named(scene, figure, number) or subject
    if bare and not words and counted and (place := gapped.place(scene.reading, figure)):
        subject = from_mention(content, place)
    elif bare and not words and counted and gapped.opens(scene.reading, number, figure):
        subject = None
    subject = unowned.owner(scene, figure, unit, subject)
    if (figure.kind == "count" or subject is None) and (by := further.maker(scene, figure.end + noun)):
        subject = by
    if unit == "star" and subject and subject.kind == "group":
        subject = None  # "an open-source project with 4,000 stars" is one of them
    start, end = evidence.extent(
        finder,
        figure,
        subject,
        figure.end + (noun if figure.kind in ("count", "percent") else durations.extent(figure, after)),
    )
    told_metric = gone_on.metric if gone_on else None
    inherited = counted.slots["metric"] if counted and figure.kind == "count" and not words else None
    metric = unowned.without_parties(metric, unit)
    above = unowned.without_parties(evidence.governing_noun(finder, figure), unit)
    metric_words = told_metric or metric or inherited or above or by_unit(unit)
    slots: dict[str, Any] = {
        **slot("subject", subject),
        "metric": further.metric(figure, unit, metric_words, so_far, after, noun)
        or further.lent(told, figure, unit, number, so_far),
        "value_low": sizes.as_told(figure.low),
        "value_high": sizes.as_told(figure.high),
        "unit": unit,
        "period": _period(scene, number, figure, clause_start),
        "statistic": quantity_nouns.statistic(figure, so_far, after, unit),
        "of": _of(figure, so_far, after, words, metric_words) or further.whole(figure, so_far),
        "base": _base(after[: _clause_length(after)]),
        "counted": further.counted(words, after),
        "sample": sample,
    }
    slots["statistic"] = _with_period(slots["statistic"], slots["period"], figure)
    default: Dimension | None = "capital" if figure.kind == "money" else None
    around = content[max(clause_start, near) : min(sentence.end, figure.end + 60)]
    dimension = dimensions.of(
        metric_words, words, around, content[sentence.start : sentence.end], default=default
    )
    override: dict[str, Any] = {"dimension": dimension}
    if content[sentence.start : sentence.end].rstrip().endswith("?"):
        override["polarity"] = "asserted"  # one that is only asked for is no claim, and is left out before
    return Draft("quantity", start, end, figure.start, number, slots, override)


def _spoken_of(scene: Scene, number: int) -> str | None:
    """The unit of what the sentence before in the paragraph speaks of."""
    sentences = scene.reading.sentences
    if not number or sentences[number - 1].paragraph != sentences[number].paragraph:
        return None
    return antecedent(scene.reading.parse(number - 1))


_PLAIN = re.compile(r"\d{1,6}(?:\.\d{1,4})?(?![\d.,]\d)")


def _told(made: Draft, figure: Figure, paragraph: int, content: str) -> Told:
    kind = "percent" if made.slots["unit"] == "percent" else figure.kind
    value, magnitude = figure.low or figure.high or 0.0, 1.0
    while figure.scaled and value >= 1000:
        value, magnitude = value / 1000, magnitude * 1000
    if figure.kind == "measure" and not figure.scaled and (written := _PLAIN.match(content, figure.start)):
        magnitude = value / float(written.group()) if float(written.group()) else 1.0  # "60 MW" is 60 million
    if made.slots["unit"] in MONEY:
        kind = "money"
    return Told(kind, made.slots["unit"], made.slots["metric"], made.sentence, paragraph, magnitude)


def _topic(scene: Scene, number: int, figure: Figure, told: Sequence[Told]) -> str | None:
    """What the passage counts, where that was said later than the last figure."""
    first = max(0, number - 2, told[-1].sentence if told else 0)
    sentences = scene.reading.sentences
    while sentences[first].paragraph < sentences[number].paragraph - 1:
        first += 1
    since = (
        [f.end for f in scene.reading.figures_in(sentences[first].start, figure.start)][-1:] if told else []
    )
    near = scene.content[max(0, figure.opening - _WINDOW) : figure.opening]
    if not stands_bare(near, scene.content[figure.end : figure.end + 40]):
        return None
    return topic(scene.content, max([sentences[first].start, *since]), figure.start)


def _clause_start(content: str, start: int, at: int) -> int:
    """Where the figure's own clause begins: after the last turn of the sentence before it."""
    turns = list(_TURN.finditer(content, start, at))
    return turns[-1].start() if turns else start


def _period(scene: Scene, number: int, figure: Figure, clause_start: int) -> str | None:
    """The period that the figure's clause states; one that opens the sentence holds for all of it."""
    sentence = scene.reading.sentences[number]
    turn = _TURN.search(scene.content, figure.end, sentence.end)
    clause_end = turn.start() if turn else sentence.end
    inside = [p for p in scene.reading.periods_in(clause_start, clause_end) if p.iso]
    inside = [p for p in inside if not further.is_of_prices(scene.content, p)]
    if inside:
        leading = [p for p in inside if p.leading and p.end <= figure.start]
        after = [p for p in inside if not p.leading and p.start >= figure.end]
        ahead = [p for p in inside if p.end <= figure.opening]
        right = [
            p
            for p in after[:1]
            if re.fullmatch(
                r"[^,;]{0,40}?\s(?:in|by|for|during|as of|at the end of|through|of)\s(?:early |late |mid-|"
                r"the )?",
                scene.content[figure.end : p.start],
            )
        ]
        for group in (
            leading[-1:],
            right,
            [p for p in ahead[-1:] if figure.opening - p.end <= 6],
            after[:1],
            ahead[-1:],
        ):
            if group:
                return group[0].iso
    opening = [
        p for p in scene.reading.periods_in(sentence.start, min(sentence.end, sentence.start + 40)) if p.iso
    ]
    if opening and opening[0].start - sentence.start <= 12:
        return opening[0].iso
    return None


def _with_period(statistic: str, period: str | None, figure: Figure) -> str:
    """A flow over an interval of years is cumulative."""
    return (
        "cumulative"
        if statistic == "flow"
        and period
        and "/" in period
        and not period.endswith("..")
        and period[:4] != period.split("/")[1][:4]
        else statistic
    )


def _of(figure: Figure, before: str, after: str, words: str, metric: str | None) -> str | None:
    """What a share is of: the noun phrase after "of", or the one that opens the sentence."""
    if fronted := FRONTED.search(before):
        return " ".join(fronted["what"].split())
    if figure.kind != "percent" or not re.match(r"\s+of\s", after):
        return None
    shared = metric.removeprefix("share of ").partition(" that ")[0] if metric else ""
    whole = re.sub(r"\A(?:the|all|its|their)\s", "", words) or (shared if shared != metric else "")
    return None if not whole or _NO_NOUN.match(whole) else whole


_NO_NOUN = re.compile(r"(?:them|it|what|those|these|us|you|which|whom)\b", re.I)


def _clause_length(after: str) -> int:
    """How much of what follows a figure belongs to its clause."""
    turn = _CLAUSE_END.search(after)
    return turn.start() if turn else len(after)


_CLAUSE_END = re.compile(
    r"[;:(]|,\s(?=and\b|but\b|while\b|which\b|who\b|[A-Z])|\s(?:and|but|while|among|that|who|which)\s"
)


def _base(after: str) -> str | None:
    """What it is compared with: "compared to existing methods", "year on year"."""
    match = re.search(
        r"\b(?:compared (?:with|to)|relative to|versus|(?:increase|rise|growth|drop|decline|fall|gain|"
        r"jump|surge|premium|"
        r"up|down|more|less|higher|lower|fewer|larger|faster|cheaper|slower|better)\s(?:\w+\s){0,2}?(?:over|from|on|to|"
        r"than)|(?=over\sthe\s(?:prior|previous|same|preceding))over)\s"
        r"(?P<what>(?!\$|\d|over\b|about\b|around\b|some\b|nearly\b|planned)[^,.;:()]{2,70})",
        after[:140],
        re.I,
    )
    if match:
        return " ".join(match["what"].split())
    yearly = re.search(
        r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|from a year (?:earlier|ago)|"
        r"from the previous year|month[- ]on[- ]month|quarter[- ]on[- ]quarter)\b",
        after[:80],
        re.I,
    )
    return yearly.group() if yearly else None


_SAMPLE = re.compile(
    r"\b(?:survey(?:ed|ing)?|poll(?:ed|ing)?|interview(?:ed|s)?(?: with)?|asked|out of|among|"
    r"sample of|responses from|questioned)\s(?:of\s)?(?:the\s)?(?P<who>(?:(?:more than|over|"
    r"nearly|about|around|some|almost|at least)\s)?\d[\d,.]*\s(?:[\w-]+\s){0,3}?[a-z]+s\b)",
    re.I,
)


def _sample(scene: Scene, number: int) -> str | None:
    """Who was asked: in this sentence or one before in the paragraph."""
    here = scene.reading.sentences[number]
    for back in range(3):
        if number - back < 0 or scene.reading.sentences[number - back].paragraph != here.paragraph:
            return None
        s = scene.reading.sentences[number - back]
        if match := _SAMPLE.search(scene.content, s.start, s.end):
            return " ".join(match["who"].split())
    return None
