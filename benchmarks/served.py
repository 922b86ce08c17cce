"""The made-up web of `tests/made` in a process of its own, so that it takes nothing from who is measured.

    python benchmarks/served.py '{"seed": 0, "feeds_count": 60, "pages": 5000}'

prints the port and then obeys lines: `phase N`, `stats` (a line of JSON), `forget`; it ends with its input.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "made"))

from web_server import Served, serving
from web_world import BAD_FEEDS, Item, World

__all__ = ["BAD_FEEDS", "Apart", "Item", "World", "apart"]


class Apart:
    """A world served elsewhere, and the same world here to know the truth by."""

    def __init__(self, process: subprocess.Popen[str], world: World) -> None:
        self._process = process
        self.world = world

    def _say(self, line: str) -> str:
        assert self._process.stdin is not None and self._process.stdout is not None
        print(line, file=self._process.stdin, flush=True)
        return self._process.stdout.readline()

    def phase(self, number: int) -> None:
        """Let the world change."""
        self.world.phase = number
        self._say(f"phase {number}")

    def stats(self) -> dict[str, Any]:
        """What was asked since the start or since `forget`."""
        return dict(json.loads(self._say("stats")))

    def forget(self) -> None:
        """Count anew."""
        self._say("forget")


@contextmanager
def apart(**world: Any) -> Iterator[Apart]:
    """Serve a world in another process until the block ends."""
    command = [sys.executable, __file__, json.dumps(world)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        made = World(**world)
        assert process.stdout is not None
        made.port = int(process.stdout.readline())
        yield Apart(process, made)
    finally:
        process.kill()
        process.wait()


def _stats(served: Served) -> dict[str, Any]:
    return {
        "requests": len(served.seen),
        "connections": served.connections,
        "shortest distance": served.shortest_distance(),
        "most open at one host": max(served.most_open.values(), default=0),
        "robots.txt first": all(
            next(one.path for one in served.seen if one.host == host) == "/robots.txt"
            for host in {one.host for one in served.seen}
        ),
        "not allowed": sum(one.path.startswith("/private/") for one in served.seen),
        "seconds": max((one.ended for one in served.seen), default=0.0)
        - min((one.began for one in served.seen), default=0.0),
    }


def main() -> None:
    with serving(World(**json.loads(sys.argv[1]))) as served:
        print(served.world.port, flush=True)
        for line in sys.stdin:
            word, _, number = line.strip().partition(" ")
            said: Any = "done"
            if word == "phase":
                served.world.phase = int(number)
            elif word == "stats":
                said = _stats(served)
            elif word == "forget":
                served.seen.clear()
                served.most_open.clear()
                served.connections = 0
            print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
