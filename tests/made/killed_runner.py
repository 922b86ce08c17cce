"""A runner of watches that is killed at random points, against a receiver that misbehaves; what came of it.

Run as a program it is the runner: `python killed_runner.py LEDGER PORT FILE` puts and delivers until it is
killed or nothing waits.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from receiver import Receiver, receiving

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a series of killed runs left.

    `expected` notices; `lost`: not taken by the receiver; `twice`: taken more than once; `unmarked`: taken
    again without the sender saying that it is in doubt. `in_doubt`: attempts marked so. `lines_twice` and
    `lines_lost` are of the file target.
    """

    kills: int
    expected: int
    requests: int
    lost: int
    twice: int
    unmarked: int
    in_doubt: int
    lines_twice: int
    lines_lost: int


def killed(folder: Path, kills: int, seed: int, claims: int) -> Report:
    """Kill a runner so many times, then let one end; `claims` claims are told to a webhook and to a file."""
    from watched_ledger import many

    chance = random.Random(seed)
    path, out = folder / "some.ledger", folder / "out.jsonl"
    many(path, claims)
    with receiving() as hook:
        _misbehave(hook, random.Random(seed + 1))
        for n in range(kills):
            _kill_one(hook, path, out, chance, whole=claims * (n + 1) // (kills + 1))
        hook.behave = lambda n: (0.0, 200)
        subprocess.run(_words(path, hook, out), check=True, timeout=300)
        return _report(hook, out, kills, claims)


def _misbehave(hook: Receiver, chance: random.Random) -> None:
    """Now and then an error, a request to wait, a slow answer, or none at all. A notice that is answered with
    an error was not taken; one that is answered slowly or not at all was."""

    def behave(n: int) -> tuple[float, int | str]:
        drawn = chance.random()
        if drawn < 0.10:
            return 0.0, 500
        if drawn < 0.15:
            return 0.0, 429
        if drawn < 0.45:
            return chance.uniform(0.0, 0.03), 200
        return 0.0, 200

    hook.behave = behave


def _kill_one(hook: Receiver, path: Path, out: Path, chance: random.Random, whole: int) -> None:
    """Start a runner; kill it a moment after it has begun to send, or before it has."""
    before = len(hook.took)
    runner = subprocess.Popen(_words(path, hook, out))
    early = chance.random() < 0.1
    until = time.monotonic() + (chance.uniform(0.0, 3.0) if early else 120.0)
    target = max(before + 1, min(whole, before + chance.randrange(1, 12)))
    while runner.poll() is None and time.monotonic() < until and len(hook.took) < target:
        time.sleep(0.0005)
    time.sleep(chance.uniform(0.0, 0.02))
    runner.send_signal(signal.SIGKILL)
    runner.wait()


def _words(path: Path, hook: Receiver, out: Path) -> list[str]:
    return [sys.executable, str(HERE / "killed_runner.py"), str(path), str(hook.port), str(out)]


def _report(hook: Receiver, out: Path, kills: int, claims: int) -> Report:
    took = Counter(t.name for t in hook.took if t.answered == 200)
    marked = [t for t in hook.took if "theodolite-in-doubt" in t.headers]
    seen: set[str] = set()
    unmarked = 0
    for one in hook.took:
        if one.answered == 200:
            unmarked += one.name in seen and "theodolite-in-doubt" not in one.headers
            seen.add(one.name)
    lines = Counter(out.read_text(encoding="utf-8").splitlines())
    return Report(
        kills=kills, expected=claims, requests=len(hook.took), lost=claims - len(took),
        twice=sum(n - 1 for n in took.values()), unmarked=unmarked, in_doubt=len(marked),
        lines_twice=sum(n - 1 for n in lines.values()), lines_lost=claims - len(lines),
    )  # fmt: skip


def main(path: str, port: str, out: str) -> None:
    """Put and deliver until nothing waits."""
    from theodolite import ledger
    from theodolite.model.watch import ClaimConditions, LinesFile, Retry, Watch, Webhook
    from theodolite.survey.watches.delivering import deliver, pending
    from theodolite.survey.watches.evaluating import put

    soon = Retry(seconds=10.0, first_wait=0.001, longest_wait=0.01)
    sought = ClaimConditions(kinds=("lag",))
    targets = (
        Webhook(address=f"http://127.0.0.1:{port}/", allow=(f"127.0.0.1:{port}",)),
        LinesFile(path=out),
    )
    watches = [
        Watch(name=str(n), looks_for=sought, target=target, begins="beginning", retry=soon)
        for n, target in enumerate(targets)
    ]
    with ledger.open(Path(path)) as store:
        put(store, watches)
        while pending(store.notices(), store.deliveries()):
            deliver(store, watches)


if __name__ == "__main__":
    main(*sys.argv[1:])
