"""Fail if a survey ended without its site, with a quote off its offsets, or with a lag claim left hanging."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path


def exported(what: str, ledger: str) -> list[dict]:
    command = [str(Path(sys.executable).with_name("theodolite")), "export", what, "--ledger", ledger]
    done = subprocess.run([*command, "--format", "jsonl"], capture_output=True, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def texts(ledger: str) -> dict[str, str]:
    """Every text, put together from the store's own blocks."""
    joined: dict[str, str] = {}
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as store:
        for text, content in store.execute(TEXTS):
            joined[text] = joined.get(text, "") + content
    return joined


TEXTS = "SELECT text, content FROM text_block ORDER BY text, n"


def main(site: str, ledger: str) -> int:
    faults = []
    for page in ("index.html", "said.html", "claims.html", "gap.html", "sources.html", "method.html"):
        if not (Path(site) / page).is_file():
            faults.append(f"the site has no {page}")
    held = {row["claim_id"]: row for row in exported("findings", ledger)}
    stored = texts(ledger)
    claims = exported("claims", ledger)
    for claim in claims:
        text = stored.get(claim["text_sha256"], "")
        if text[claim["start"] : claim["end"]] != claim["quote"]:
            faults.append(f"claim {claim['id'][:12]}: its quote is not at its offsets")
        if claim["kind"] == "lag":
            finding = held.get(claim["id"])
            if finding is None or not (
                finding["verdict_now"] in ("supported", "contradicted", "mixed") or finding["reason"]
            ):
                faults.append(f"lag claim {claim['id'][:12]} has neither a verdict nor a reason")
    if not claims:
        faults.append("the survey found no claim at all")
    for fault in faults:
        print("FAULT", fault)
    print(f"{site}: {len(claims)} claims, {len(held)} findings, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
