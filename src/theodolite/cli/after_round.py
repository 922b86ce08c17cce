"""What follows a round of gathering: the health page anew, and the commands of `--then`."""

from __future__ import annotations

import shlex
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.model.errors import Refusal

if TYPE_CHECKING:
    from theodolite.survey.gathering.round import Gone

LONGEST_SECONDS = 6 * 3600.0
"""A command that goes on for longer hangs: it is ended, as nothing is gathered meanwhile."""
_STEP_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class After:
    """`aside` is whether what a command prints goes to standard error, as the standard output is a report."""

    ledger: Path
    page: Path | None
    commands: Sequence[list[str]]
    stopping: threading.Event
    aside: bool = False

    def done(self, gone: Gone) -> list[Refusal]:
        """Write the page, and run the commands where the round brought something. What fails is returned and
        ends nothing; a gathering that was told to stop begins no command and ends the one that runs."""
        failed = []
        if self.page is not None:
            from theodolite.survey.gathering.telling import write_health

            try:
                write_health(self.ledger, self.page)
            except Refusal as refusal:
                failed.append(refusal)
        if any(look.new or look.edited for look in gone.looks):
            ran = (self._run(words) for words in self.commands if not self.stopping.is_set())
            failed += [refusal for refusal in ran if refusal is not None]
        return failed

    def _run(self, words: list[str]) -> Refusal | None:
        sys.stdout.flush()
        try:
            with subprocess.Popen(words, stdout=sys.stderr if self.aside else None) as running:
                status = self._wait(running)
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or str(error)
            return Refusal(words[0], f"it cannot be run ({said})", "mend --then")
        if status is None:
            return Refusal(shlex.join(words), f"it went on for {LONGEST_SECONDS / 3600:g} hours", "see why")
        if status and not self.stopping.is_set():
            return Refusal(shlex.join(words), f"it ended with status {status}", "run it by hand")
        return None

    def _wait(self, running: subprocess.Popen[bytes]) -> int | None:
        """The status with which it ended; None where it had to be ended."""
        left = LONGEST_SECONDS
        while True:
            try:
                return running.wait(_STEP_SECONDS)
            except subprocess.TimeoutExpired:
                left -= _STEP_SECONDS
            if self.stopping.is_set():
                running.terminate()
                return running.wait()
            if left <= 0:
                running.kill()
                return None
