"""What a host's robots.txt allows, after RFC 9309 (Robots Exclusion Protocol, 2022).

| its answer | what follows | section |
| --- | --- | --- |
| 2xx | its rules hold; of the file the first 500 KiB | 2.3.1.1, 2.5 |
| redirects | at most five are followed, to other hosts too; beyond that as if there were none | 2.3.1.2 |
| 4xx | everything is allowed | 2.3.1.3 |
| 5xx, no answer | nothing is allowed for now | 2.3.1.4 |

It is kept for at most 24 hours (2.4). 408, 425 and 429 ask us to come back rather than saying that there is
no file, so they count as no answer. Crawl-delay and Request-rate, of which the RFC does not speak, are
kept to as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic

import httpx
from protego import Protego

TOKEN = "theodolite"
"""Our name in a robots.txt (section 2.2.1)."""
MOST_BYTES = 500 * 1024
KEPT_SECONDS = 24 * 3600.0
_AGENT = re.compile(r"\s*user[- ]?agent[\s:]+([^#]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin allows. `delay` is how many seconds it wants between two requests."""

    delay: float = 0.0
    _parsed: Protego | None = None

    def allows(self, url: httpx.URL) -> bool:
        """Whether we may fetch this."""
        if self._parsed is None:
            return True
        try:
            return bool(self._parsed.can_fetch(str(url), TOKEN))
        except ValueError:  # an address that the rules cannot be held against
            return False


ANYTHING = Rules()


def rules(content: bytes) -> Rules:
    """The rules of a robots.txt. Lines that are none are passed over, as the RFC asks."""
    lines = content[:MOST_BYTES].decode("utf-8-sig", "replace").splitlines()
    parsed = Protego.parse("\n".join(_few_agents(lines)))
    rate = parsed.request_rate(TOKEN)
    per_request = rate.seconds / rate.requests if rate else 0.0
    return Rules(max(parsed.crawl_delay(TOKEN) or 0.0, per_request), parsed)


def _few_agents(lines: list[str]) -> Iterator[str]:
    """The lines, with all other agents under one name.

    A group of thousands of names over thousands of rules is small to send; kept as each name's own rules it
    would fill the memory.
    """
    for line in lines:
        found = _AGENT.match(line)
        name = found[1].strip().lower() if found else ""
        yield line if found is None or "*" in name or TOKEN.startswith(name) else "User-agent: another"


@dataclass(slots=True)
class Robots:
    """The rules of every origin that was asked, kept for a day. One for a process, over many rounds."""

    clock: Callable[[], float] = monotonic
    _kept: dict[str, tuple[float, Rules]] = field(default_factory=dict)

    def get(self, origin: str) -> Rules | None:
        """The rules of an origin; None where they are not known or too old."""
        kept = self._kept.get(origin)
        if kept is None or self.clock() - kept[0] > KEPT_SECONDS:
            return None
        return kept[1]

    def put(self, origin: str, found: Rules) -> None:
        """Keep what was found now."""
        self._kept[origin] = (self.clock(), found)


def origin_of(url: httpx.URL) -> str:
    """Scheme, host and port: what one robots.txt speaks for (section 2.3)."""
    port = f":{url.port}" if url.port is not None else ""
    host = f"[{url.host}]" if ":" in url.host else url.host
    return f"{url.scheme}://{host}{port}"


def address_of(origin: str) -> httpx.URL:
    """Where an origin's robots.txt is."""
    return httpx.URL(f"{origin}/robots.txt")
