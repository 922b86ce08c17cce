"""What a cue of a judgement is, and the words that cues share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from theodolite.model.claim import Dimension

Way = Literal["subject", "agent", "patient", "owner", "named", "before", "place"]
"""Where the judged side stands. `subject`: the subject of the cue's verb, or what the cue describes.
`agent`: behind
"by". `patient`: whom something holds back. `owner`: whose the noun is, else the subject of its verb.
`named`: a name
right behind the cue, `before`: right before it. `place`: "in China, there is no ..."."""
Direction = Literal["strength", "weakness"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording. `alone`: with another party as its object it would be a comparison. `advice`: it holds
    behind
    "must" too. `dimension`: where the wording itself says what it is on."""

    name: str
    way: Way
    direction: Direction
    pattern: re.Pattern[str]
    alone: bool = False
    advice: bool = False
    dimension: Dimension | None = None


def one_of(*lines: str) -> str:
    """A pattern for any of the wordings, which are listed with commas; a space stands for any single one."""
    listed = [w.strip() for line in lines for w in line.split(",")]
    return "(?:" + "|".join(w.replace(" ", r"\s") for w in listed if w) + ")"


BE = one_of(
    "is, are, was, were, be, been, being, remains?, remained, remaining, becomes?, became, stays?, stayed,"
    " stands?, stood",
    "looks?, looked, seems?, seemed, continu(?:es|ed|e) to be, ['’]re, ['’]s",
)
HAVE = one_of(
    "has, have, had, having, ['’]ve, holds?, holding, held, enjoys?, enjoyed, enjoying, maintains?, "
    "maintained",
    "maintaining, boasts?, boasted, boasting, possess(?:es|ed|ing)?, keeps?, kept, retains?, retained, "
    "gains?, gained",
    "commands?, secures?, secured, wields?, takes?, taken, took, claims?, claimed, occup(?:y|ies|ied), "
    "establish(?:es|ed)",
)
ANY = r"(?:(?!not\b|no\b|never\b|hardly\b)[\w’'-]+,?\s)"
"""A word between, but none that denies."""
SUPERLATIVE = one_of(
    "largest, biggest, leading, best, strongest, fastest, top, highest, greatest, foremost, premier, "
    "dominant",
    "number[- ]one, No\\.?\\s?1, fastest-growing, most valuable, most advanced, most capable, most "
    "powerful, most popular",
    "most competitive, most innovative, most sophisticated, most important, most influential, most active,"
    " most prolific",
    "most efficient, most successful, most prominent, most impressive, most significant, most widely used,"
    " most used",
    "most ambitious, most complete, most accurate, most intelligent, most cited, most cost-effective, "
    "most prestigious",
    "most comprehensive, most sought-after, most formidable, most promising, most dominant, most talented,"
    " most productive",
    "most profitable, most established, most mature, most open, most affordable, cheapest, smartest, "
    "deepest, richest",
)
GOOD = one_of(
    "strong, stronger, strongest, deep, vast, abundant, ample, rich, robust, world-class, cutting-edge, "
    "impressive",
    "state-of-the-art, remarkable, outstanding, excellent, superb, formidable, unmatched, unrivall?ed, "
    "unparalleled",
    "enormous, huge, massive, significant, substantial, considerable, large, unique, structural, natural, "
    "competitive",
    "commanding, dominant, superior, thriving, vibrant, mature, dynamic, favou?rable, solid, great, "
    "good, better, "
    "powerful, big",
)
