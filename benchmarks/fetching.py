"""The fetcher beside a plain httpx loop and Scrapy, on well-behaved pages of many hosts, in one run.

    python benchmarks/fetching.py [--hosts 60] [--pages 1500] [--pause 0.1] [--scrapy PYTHON] [--rounds 3]

Each fetches the same pages from the same server on this machine, in a process of its own, round by round in
turn. With a pause all three keep it between two requests to one host; at no pause the cost of a request
itself shows. The loop goes from host to host, one request at a time, over one client that keeps connections.
PYTHON is an environment with Scrapy (`pip install scrapy==2.19.0`): eight requests at a time, one to a host,
robots.txt obeyed. Politeness is measured at the server; times are from the first request to the last answer
there, so that starting up counts for nobody. Each must bring every page.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from served import Apart, apart

HERE = Path(__file__).parent


def ours(addresses: list[str], pause: float) -> int:
    from theodolite.gather.web.fetcher import Fetcher
    from theodolite.gather.web.manners import Manners
    from theodolite.gather.web.request import Request

    allowed = frozenset(address.split("/")[2] for address in addresses)
    with Fetcher(Manners(host_seconds=pause), allow_private=allowed) as fetcher:
        for address in addresses:
            fetcher.put(Request(address=address))
        return sum(result.answer is not None for result in fetcher.results())


def loop(addresses: list[str], pause: float) -> int:
    import time

    import httpx

    came, last = 0, dict[str, float]()
    with httpx.Client(trust_env=False, limits=httpx.Limits(max_keepalive_connections=None)) as client:
        for address in addresses:
            host = address.split("/")[2]
            time.sleep(max(last.get(host, 0.0) + pause - time.monotonic(), 0.0))
            came += client.get(address).status_code == 200
            last[host] = time.monotonic()
    return came


SPIDER = """
import json, sys
import scrapy
from scrapy.crawler import CrawlerProcess

addresses, pause = json.load(open(sys.argv[1])), float(sys.argv[2])
came = 0

class Spider(scrapy.Spider):
    name = "pages"
    start_urls = addresses

    def parse(self, response):
        global came
        came += response.status == 200

process = CrawlerProcess({
    "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS": 8, "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": pause, "RANDOMIZE_DOWNLOAD_DELAY": False, "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False, "RETRY_ENABLED": True,
})
process.crawl(Spider)
process.start()
print(came)
"""


def run(command: list[str]) -> tuple[int, float, float]:
    """How many pages came, the processor seconds and the most memory (MB) of a process of its own."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ})
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} failed")
    return int(said.split()[-1]), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measured(server: Apart, command: list[str], pages: int) -> dict[str, Any]:
    server.forget()
    came, processor, memory = run(command)
    if came != pages:
        raise SystemExit(f"{came} of {pages} pages came: {command}")
    return {**server.stats(), "processor": processor, "memory": memory}


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--hosts", type=int, default=60)
    options.add_argument("--pages", type=int, default=1_500)
    options.add_argument("--pause", type=float, default=0.1)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--scrapy", default=None)
    options.add_argument("--as", dest="who", default=None)
    options.add_argument("--addresses", default=None)
    chosen = options.parse_args()
    if chosen.who:
        addresses = json.loads(Path(chosen.addresses).read_text(encoding="utf-8"))
        print({"ours": ours, "loop": loop}[chosen.who](addresses, chosen.pause))
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        apart(feeds_count=chosen.hosts, pages=chosen.pages, well_behaved=True) as server,
    ):
        listed = Path(folder) / "addresses.json"
        listed.write_text(json.dumps([server.world.address(item) for item in server.world.items]))
        spider = Path(folder) / "spider.py"
        spider.write_text(SPIDER)
        for pause in (chosen.pause, 0.0):
            own = [sys.executable, __file__, "--addresses", str(listed), "--pause", str(pause), "--as"]
            commands = {"ours": [*own, "ours"], "httpx loop": [*own, "loop"]}
            if chosen.scrapy:
                commands["Scrapy"] = [chosen.scrapy, str(spider), str(listed), str(pause)]
            found: dict[str, list[dict[str, Any]]] = {name: [] for name in commands}
            for _ in range(chosen.rounds):
                for name, command in commands.items():
                    found[name].append(measured(server, command, chosen.pages))
            show(found, pause, chosen.pages)


def show(found: dict[str, list[dict[str, Any]]], pause: float, pages: int) -> None:
    print(f"\n{pages:,} pages, pause {pause} s; medians of {len(next(iter(found.values())))} rounds")
    print(
        f"{'':12} {'seconds':>8} {'ratio':>6} {'cpu s':>6} {'MB':>5} {'shortest':>9} {'open':>4} {'conn.':>6}"
    )
    first = statistics.median(one["seconds"] for one in found["ours"])
    for name, runs in found.items():
        middle = {key: statistics.median(one[key] for one in runs) for key in runs[0]}
        shortest = min(one["shortest distance"] for one in runs)
        most = max(one["most open at one host"] for one in runs)
        print(
            f"{name:12} {middle['seconds']:8.2f} {middle['seconds'] / first:6.2f} {middle['processor']:6.2f} "
            f"{middle['memory']:5.0f} {shortest:9.4f} {most:4.0f} {middle['connections']:6.0f}"
        )


if __name__ == "__main__":
    main()
