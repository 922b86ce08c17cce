"""The command line: thin doors to the rooms. Heavy imports wait until a command runs."""

from __future__ import annotations

import os
import sys

from theodolite.model.errors import Misuse, Refusal, TheodoliteError, plain


def main() -> None:
    """Run the command line; one clear line instead of a traceback, exit status by contract."""
    from theodolite.cli.app import app

    try:
        app(prog_name="theodolite")
    except BrokenPipeError:
        # The reader of our output went away (for example `head`): nothing is wrong with the input.
        _abandon_output()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Misuse as error:
        _say(str(error))
        sys.exit(2)
    except (Refusal, TheodoliteError) as error:
        _say(str(error))
        sys.exit(1)
    except OSError as error:
        # A full disk, a closed stream, a folder that vanished: of this machine, not of the program.
        if os.environ.get("THEODOLITE_DEBUG"):
            raise
        place = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else "output"
        _say(f"{place}: cannot be used ({error.strerror or error}); check the disk and its permissions")
        _abandon_output()
        sys.exit(1)
    except Exception as error:
        if os.environ.get("THEODOLITE_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        _say(f"internal error: {what}; set THEODOLITE_DEBUG=1 and report what it prints")
        sys.exit(1)


def _abandon_output() -> None:
    """What is still buffered goes nowhere: Python would complain when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(line: str) -> None:
    print(plain(line), file=sys.stderr)
