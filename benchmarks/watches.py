"""Kill a runner of saved watches at random points and count what its receiver took.

    python benchmarks/watches.py [KILLS] [CLAIMS] [SEED]

A local receiver answers now and then with 500, 429 or slowly. `lost` and `unmarked` must be 0: every notice
is taken, and none a second time without being marked as in doubt. What was in doubt is reported.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "made"))

from killed_runner import killed


def main(kills: int = 50, claims: int = 300, seed: int = 20261122) -> None:
    """Print the report, one figure a line."""
    with tempfile.TemporaryDirectory() as folder:
        found = killed(Path(folder), kills, seed, claims)
    for name, value in asdict(found).items():
        print(f"{name:>12}  {value}")
    sys.exit(1 if found.lost or found.unmarked or found.lines_lost or found.lines_twice else 0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
