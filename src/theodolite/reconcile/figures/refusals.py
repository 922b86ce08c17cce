"""Claims that nothing can be held against, whatever they count: with the reason."""

from __future__ import annotations

import re

from theodolite.catalog.vocabulary.objections import objects_to_measure
from theodolite.model.claim import Comparison, Quantity
from theodolite.reconcile.figures.senses import Meant
from theodolite.reconcile.figures.spoken import Figured, Spoken, narrowing
from theodolite.reconcile.figures.subjects import Named, forms

_NOT_SO = re.compile(
    r"\b(?:would|could|might|should) (?:\w+ ){0,2}have\b"
    r"|\b(?:suppose|imagine|hypothetical\w*|what if|let['’]s say)\b"
    r"|假设|假如|如果当初|本来会|本可以",
    re.I,
)


_EARLIER = re.compile(
    r"\b(?:up|down|ris(?:en|ing)|rose|gr[eo]wn?|growing|fell|fall(?:en|ing)|(?:in|de)creased)"
    r" from [^,;]{0,30}\Z"
    r"|从[^，。；]{0,16}\Z",
    re.I,
)
"""What stands at the end of a quotation whose figure is what something rose from."""


def refused(claim: Figured) -> str | None:
    """Why a claim is not held at all; None where it may be."""
    if objects_to_measure(claim.quote):
        return "an objection to the measure itself"
    if _NOT_SO.search(claim.quote):
        return "a hypothetical: it speaks of what would have been, which nothing that happened can decide"
    if isinstance(claim, Quantity) and claim.value_low is None and claim.value_high is None:
        return "no figure is stated"
    if isinstance(claim, Comparison) and claim.factor is None and claim.direction is None:
        return "neither a factor nor an order is stated"
    if isinstance(claim, Quantity) and claim.period is None and _EARLIER.search(claim.quote):
        return "a figure of an earlier time that the words do not name"
    if claim.forecast and claim.period is None:
        return "a forecast without a day by which it is due"
    return None


_WORDY = 60
_SIZE = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?\s?(?:[BbTMKk](?![A-Za-z])|亿)")
_LISTED = re.compile(rf"{_SIZE.pattern}[^\d,;，；。]{{0,6}}(?:、|与|和|或|\band\b|\bor\b|,)\s?\d")
_AMONG = re.compile(r"\b(?:includ\w+|ranging|sizes|variants|versions)\b|包括|涵盖|包含|分别|提供", re.I)


_VERSION = re.compile(
    r"\b(?:small\w*|medium|mini|lite|light(?:weight|er)?|tiny|large\w*|compact|distilled|quanti[sz]ed|pruned|"
    r"(?:scaled|cut|stripped|slimmed|pared)[- ]down|reduced|preview|test)[- ]"
    r"(?:\w+[- ])?(?:version|variant|edition|size)s?\b"
    r"|(?:精简|轻量|轻量化|蒸馏|量化|小型|迷你|缩小|中型|大型|极速|预览|测试)(?:版|尺寸|变体)|[大中小]尺寸",
    re.I,
)
_SIZED = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?\s?B(?![A-Za-z])")


def several(quote: str) -> str | None:
    """Why a figure of one model cannot be told: its quotation lists several sizes, or speaks of a version."""
    if (_AMONG.search(quote) and _SIZE.search(quote)) or _LISTED.search(quote):
        return "one of several sizes"
    if version := _VERSION.search(quote):
        return f"one version of it: {version[0]}"
    return None


def _sized(claim: Figured) -> str | None:
    """The size that a quotation narrows a family to: "its 0.8B model reads 32K"."""
    found = _SIZED.search(claim.quote)
    named = f"{claim.subject} {claim.subject_text}".replace(" ", "")
    return found[0] if found and found[0].replace(" ", "") not in named else None


def subset(claim: Figured, words: Spoken, one: Meant, who: tuple[Named | None, ...]) -> str | None:
    """The part of the whole that the words narrow a figure to; None where they speak of the whole."""
    known = tuple(form for name in who if name is not None for form in forms(name))
    said = one.sense.said
    if said.only_one and (sizes := several(claim.quote)):
        return sizes
    if one.sense.series == "model context" and (size := _sized(claim)):
        return f"the size of {size}"
    unit = claim.unit if isinstance(claim, Quantity) else None
    phrases = (*said.phrases, *said.needs, *said.groups, *((unit[:_WORDY],) if unit and unit.strip() else ()))
    if claim.scope and narrowing(claim.scope, 0, 0, known, phrases):
        return claim.scope
    if one.text is words.named:
        return narrowing(one.text, one.start, one.end, known, phrases)
    return None
