"""Total processing performance of a chip from its rates by format.

TPP = 2 x MacTOPS x bit length of the operation, the greatest over the formats, for dense matrices (Bureau of
Industry and Security, 88 FR 73458, technical notes to 3A090). A multiply and an add are two operations, so a
rate in operations a second is already 2 x Mac; in units of 10^12 bit-operations a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MATRIX: Mapping[str, int] = {
    "tensor_fp16": 16, "fp8": 8, "fp4": 4, "tf32": 19, "int16": 16, "int8": 8, "int4": 4,
}  # fmt: skip
"""Formats of matrix units, with their bit length: TF32 has 19 bits."""
GENERAL: Mapping[str, int] = {"fp16": 16, "fp32": 32, "fp64": 64}
"""Rates that lists give without saying whether a matrix unit reaches them."""
SAME_RATE = 1e-3
"""One rate stands in lists with different rounding (90.52 TFLOP/s beside 181 of half the length)."""
SPARSE_FACTOR = (1.9, 2.1)
"""A format so many times above every other of at most 19 bits is really so, or for sparse matrices."""


@dataclass(frozen=True, slots=True)
class Performance:
    """`tpp` in 10^12 bit-operations a second, with the format it is of and that format's rate a second.

    `suspect` says that the format stands twice above every other of 16 bits and fewer: it may be a figure for
    sparse matrices.
    """

    tpp: float
    format: str
    rate: float
    bits: int
    suspect: bool = False


def performance(rates: Mapping[str, float | None]) -> Performance | None:
    """The greatest product of rate and bit length; None where no rate is known.

    `rates` are operations a second by format. A general rate that is a matrix rate within a part in a
    thousand is the same rate with other rounding, and the matrix one is taken.
    """
    products = {
        name: rate * bits / 1e12
        for name, bits in {**MATRIX, **GENERAL}.items()
        if (rate := rates.get(name)) is not None and rate > 0
    }
    if not products:
        return None
    best = max(products, key=lambda name: products[name])
    matrix = [name for name in MATRIX if name in products]
    if best in GENERAL and matrix:
        of_matrix = max(matrix, key=lambda name: products[name])
        if products[best] <= products[of_matrix] * (1 + SAME_RATE):
            best = of_matrix
    others = [v for name, v in products.items() if name != best and name not in ("fp32", "fp64")]
    low, high = SPARSE_FACTOR
    suspect = best in MATRIX and bool(others) and low <= products[best] / max(others) <= high
    bits = {**MATRIX, **GENERAL}[best]
    rate = rates[best]
    assert rate is not None
    return Performance(products[best], best, rate, bits, suspect)
