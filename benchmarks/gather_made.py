"""`theodolite gather` on the made-up web: the very command, but allowed to reach hosts of this machine.

Nothing outside the code can allow that, so the values are put in here, before the command runs.

    python benchmarks/gather_made.py '{"allowed": [...], "manners": {...}}' gather --ledger FILE ...
"""

from __future__ import annotations

import json
import sys
from functools import partial

import theodolite.survey.gathering.rounds as rounds
from theodolite.cli import main
from theodolite.gather.web.manners import Manners

if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    made = partial(
        rounds.Gathering, manners=Manners(**given["manners"]), allow_private=frozenset(given["allowed"])
    )
    rounds.Gathering = made  # type: ignore[misc, assignment]
    sys.argv = ["theodolite", *sys.argv[2:]]
    main()
