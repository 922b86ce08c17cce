"""Asking again: how long to wait, by what the host says and what we add of our own, and why in one line."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime

Uniform = Callable[[float, float], float]


def back_off(
    failures: int, first: float, longest: float, asked: float | None, uniform: Uniform = random.uniform
) -> float:
    """Seconds to wait after so many failures (at least 1), never less than the host asks for.

    Half to all of `first` doubled with each failure, at most `longest`: at random, so that many machines do
    not come back at one moment.
    """
    own = min(first * 2.0 ** min(failures - 1, 60), longest)
    return max(uniform(0.5, 1.0) * own, asked or 0.0)


def asked_wait(header: str | None) -> float | None:
    """Seconds that Retry-After asks for, written as a number or as a date; None for anything else."""
    if not header:
        return None
    text = header.strip()
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max((until - dt.datetime.now(dt.UTC)).total_seconds(), 0.0)


def in_one_line(error: Exception) -> str:
    """The error's own words on one line of at most 120 characters, or its name where it has none."""
    return " ".join(str(error).split())[:120] or type(error).__name__
