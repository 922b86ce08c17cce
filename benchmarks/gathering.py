"""`theodolite gather` over a made-up web of 60 feeds and 5,000 pages that misbehaves, killed again and again.

    python benchmarks/gathering.py [--feeds 60] [--pages 5000] [--seed 0] [--kills 50]

The server (`tests/made/web_server.py`) answers with 429, 500, 503, half and broken answers, loops, wrong
character sets, bombs, redirects to private hosts and whatever else `tests/made/web_faults.py` lists; one item
in ten is bad, and so are six feeds. It knows what must be held, and politeness is measured there.

First two rounds of the command, each in a process of its own: the web as it is, then with edited pages, new
items, items dropped from feeds, and noise around pages. After each, every good item must be in the ledger
exactly once in its newest state, every bad one in the report of `theodolite health` with its reason.

Then rounds over smaller worlds of other seeds, killed with SIGKILL at random moments. Every world is killed
until it was hit five times, then gathered to its end, once with the web as it is and once after it changed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from gathering_truth import held_against, shown
from served import Apart, apart

HERE = Path(__file__).parent
KILLS_OF_ONE = 5
MANNERS = {
    "host_seconds": 0.05, "first_wait_seconds": 0.2, "longest_wait_seconds": 5.0, "read_seconds": 3.0,
    "answer_seconds": 10.0, "content_bytes": 5_000_000,
}  # fmt: skip
"""A faster pace than anybody's hosts are owed, so that the benchmark ends; every rule is the same."""


class Command:
    """The command on one ledger and one world."""

    def __init__(self, folder: Path, server: Apart) -> None:
        self.ledger = folder / "ledger.sqlite"
        self._watchlist = folder / "watchlist.yml"
        self._server = server
        world = server.world
        self._given = json.dumps({"allowed": world.hosts, "manners": MANNERS})
        self._watchlist.write_text(
            "".join(
                f"- name: feed{feed.number:02d}\n  shape: feed\n  address: {world.feed_address(feed)}\n"
                for feed in world.feeds
            ),
            encoding="utf-8",
        )

    def _words(self, *words: str) -> list[str]:
        own = ["--ledger", str(self.ledger), "--watchlist", str(self._watchlist), "--format", "json"]
        return [sys.executable, str(HERE / "gather_made.py"), self._given, *words, *own]

    def gather(self, kill_after: float | None = None) -> tuple[float, float, bool]:
        """Seconds, the most memory in MB, and whether it was killed before it had ended."""
        began = time.monotonic()
        with tempfile.TemporaryFile("w+") as said:
            process = subprocess.Popen(self._words("gather"), stdout=subprocess.DEVNULL, stderr=said)
            if kill_after is not None:
                time.sleep(kill_after)
                os.kill(process.pid, signal.SIGKILL)  # not by `process`, which would reap it
            _, status, used = os.wait4(process.pid, 0)
            code = os.waitstatus_to_exitcode(status)
            process.returncode = code
            said.seek(0)
            if code not in (0, 1, -signal.SIGKILL) or "Traceback" in (told := said.read()):
                raise SystemExit(f"the command ended with {code}:\n{told[-2000:]}")
        return time.monotonic() - began, used.ru_maxrss / 1024, code == -signal.SIGKILL

    def health(self) -> dict[str, Any]:
        """The report of `theodolite health`."""
        done = subprocess.run(self._words("health"), capture_output=True, text=True, check=False)
        return dict(json.loads(done.stdout))


def whole(chosen: argparse.Namespace) -> None:
    """Two rounds over the whole web."""
    with (
        tempfile.TemporaryDirectory() as folder,
        apart(feeds_count=chosen.feeds, pages=chosen.pages, seed=chosen.seed) as server,
    ):
        command = Command(Path(folder), server)
        for phase in (0, 1):
            server.phase(phase)
            server.forget()
            seconds, memory, _ = command.gather()
            print(f"round {phase + 1}: {seconds:.1f} s, at most {memory:.0f} MB")
            print(f"  held: {shown(held_against(server.world, command.ledger, command.health()))}")
            for name, value in server.stats().items():
                print(f"  {name}: {value if not isinstance(value, float) else round(value, 4)}", flush=True)
        print(f"  asked for: {MANNERS['host_seconds']} s between two requests to one host")


def killed(chosen: argparse.Namespace) -> None:
    """Worlds that are killed until it was enough."""
    rng = random.Random(chosen.seed)
    kills = wrong = 0
    for series in range(-(-chosen.kills // KILLS_OF_ONE)):
        with (
            tempfile.TemporaryDirectory() as folder,
            apart(feeds_count=16, pages=400, seed=chosen.seed + 1 + series) as server,
        ):
            command = Command(Path(folder), server)
            longest, hit = 6.0, 0
            for phase in (0, 1):
                server.phase(phase)
                goal = min(KILLS_OF_ONE, chosen.kills - kills) if phase else KILLS_OF_ONE // 2 + 1
                moments = []
                while hit < goal:
                    moment = rng.uniform(0.3, longest)
                    *_, was_killed = command.gather(moment)
                    if was_killed:
                        hit += 1
                        moments.append(round(moment, 2))
                    else:  # it had ended before: what is left to do takes less than that
                        longest = max(0.5, moment * 0.8)
                        if longest <= 0.5:
                            break
                command.gather()
                held = held_against(server.world, command.ledger, command.health())
                wrong += sum(map(len, held.faults.values()))
                print(f"world {series + 1}, phase {phase}: killed at {moments} s; {shown(held)}", flush=True)
                longest = 6.0
            kills += hit
    print(f"{kills} kills; faults: {wrong}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--feeds", type=int, default=60)
    options.add_argument("--pages", type=int, default=5_000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--kills", type=int, default=50)
    chosen = options.parse_args()
    if chosen.pages:
        whole(chosen)
    if chosen.kills:
        killed(chosen)


if __name__ == "__main__":
    main()
