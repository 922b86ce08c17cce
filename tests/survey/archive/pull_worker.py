"""A pull in a process of its own, to be killed: python pull_worker.py LEDGER ADDRESS."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from theodolite import ledger
from theodolite.survey.archive.pullable import source
from theodolite.survey.archive.pulling import Hosts, pull

if __name__ == "__main__":
    address = sys.argv[2]
    one = replace(source("epoch/capabilities_index"), download=address)
    with ledger.open(Path(sys.argv[1])) as store:
        print("ready", flush=True)
        pulled = pull(store, one, Hosts(allow_private=frozenset({urlsplit(address).netloc})))
        print(pulled.pull.outcome if pulled.pull else pulled.refusal)
