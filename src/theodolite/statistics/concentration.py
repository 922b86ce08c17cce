"""How much of a total the largest hold: concentration ratios and the Herfindahl-Hirschman index."""

from __future__ import annotations

from collections.abc import Sequence


def concentration_ratio(amounts: Sequence[float], n: int) -> float | None:
    """CR-n: the share of the n largest in the sum of all, in 0 to 1; None without a positive sum."""
    total = sum(amounts)
    return sum(sorted(amounts, reverse=True)[:n]) / total if total > 0 else None


def herfindahl(amounts: Sequence[float]) -> float | None:
    """Sum of the squared shares, in 0 to 1: 1/k for k equal holders, 1 for one. None without a sum.

    Herfindahl-Hirschman index; authorities on competition quote it times 10,000.
    """
    total = sum(amounts)
    return sum((a / total) ** 2 for a in amounts) if total > 0 else None


def ranks(amounts: Sequence[float | None]) -> list[int | None]:
    """Competition ranks, the largest first: equal amounts share the better rank; None for no amount."""
    known = [a for a in amounts if a is not None]
    return [None if a is None else 1 + sum(other > a for other in known) for a in amounts]
