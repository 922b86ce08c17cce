"""The choice of an extractor: the rules (the default), or an endpoint that the environment names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from theodolite.model.errors import Misuse

if TYPE_CHECKING:
    from theodolite.extract.endpoint import Endpoint

NAMES = ("rules", "endpoint")


def chosen_extractors(given: Sequence[str]) -> frozenset[str]:
    """The extractors named. Misuse for a name that is none."""
    for name in given:
        if name not in NAMES:
            raise Misuse(f"--extractor {name}: choose {' or '.join(NAMES)}")
    return frozenset(given)


def endpoint_of_environment() -> Endpoint:
    """The endpoint as the environment describes it. Misuse where it does not."""
    from theodolite.extract.endpoint import Endpoint, from_environment

    return Endpoint(from_environment(os.environ))


def say_what_it_took(endpoint: Endpoint, show_failed: bool) -> None:
    """Calls, tokens, cost and the gate's counts on standard error; each failure where asked for."""
    lines: Iterable[str] = endpoint.lines()
    if show_failed:
        lines = [*endpoint.failed_lines(), *lines]
    for line in lines:
        print(line, file=sys.stderr)
