"""A made-up web of feeds and pages, wholly given by a seed, which knows what of it is good.

`World` lists hosts, feeds and items; `web_faults` says how each kind of item answers; `web_server` serves it.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

WORDS = re.findall(
    r"\w+",
    """
survey model laboratory lag frontier benchmark release measure compute training chip export
licence reader ministry company researcher claim index interval vintage source data capability
parameter price cluster paper agency forecast estimate report government open weights system
result month question answer table error policy budget market school factory record harbour
mountain river winter garden
    """,
)
HAN = (
    "研究机构发布模型训练数据芯片出口许可公司政府报告差距能力测量指数价格市场学校工厂记录河流冬季花园问题结果"
)

GOOD = (
    "plain", "plain", "plain", "plain", "plain", "plain", "gzip", "etag", "slow", "late429", "late503",
    "late500", "half", "chunks", "cut_gzip", "empty_first", "moved", "moved_host", "gb18030", "lying",
    "western", "noise", "edited", "tracked", "shared", "undated", "nameless",
    "shortened", "fragment", "repeated", "relative", "spelled",
)  # fmt: skip
"""How items answer that must be there in the end, each exactly once. See `web_faults`."""

IN_TWO = frozenset({"shared", "shortened", "fragment", "spelled"})
"""Kinds that two feeds list, each by an address of its own."""

BAD = {
    "gone404": "status 404",
    "gone410": "status 410",
    "forbidden": "status 403",
    "always500": "status 500",
    "loop": "redirects more than 5 times",
    "private": "private host",
    "metadata": "private host",
    "other_port": "private host",
    "file": "leads to a file address",
    "bomb": "over the limit",
    "endless": "over the limit",
    "always_half": "broke off",
    "always_empty": "empty",
    "picture": "holds no text",
    "binary": "binary",
    "disallowed": "robots.txt",
}
"""How items answer that cannot be had, with words of the reason."""

BAD_FEEDS = {
    "feed404": "status 404",
    "feed500": "status 500",
    "feed_broken": "",
    "robots503": "robots.txt",
    "busy": "left alone",
    "feed_bomb": "over the limit",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One page and how it answers. `feeds` are those that list it, the first its own host's."""

    number: int
    host: int
    kind: str
    chinese: bool
    feeds: tuple[int, ...]

    @property
    def good(self) -> bool:
        return self.kind not in BAD

    @property
    def reason(self) -> str | None:
        return BAD.get(self.kind)

    @property
    def path(self) -> str:
        folder = "/private" if self.kind == "disallowed" else "/news"
        return f"{folder}/{self.number:05d}"

    @property
    def title(self) -> str:
        return f"第{self.number}号观察" if self.chinese else f"Sighting {self.number:05d}"

    def sentence(self, phase: int = 0) -> str:
        """What stands in the page and in no other; an edited page says something else from phase 1 on."""
        edit = min(phase, 2) if self.kind == "edited" else 0
        if self.chinese:
            changed = f"（第{edit}次修改）" if edit else ""
            return f"第{self.number}号记录由测量员在山上写下{changed}。"
        changed = f" (put right {edit} times)" if edit else ""
        accent = "naïve café – “quoted” " if self.kind == "western" else ""
        return f"The {accent}record number {self.number:05d} was written on the hill{changed}."

    def paragraphs(self, seed: int, phase: int = 0) -> list[str]:
        """Five paragraphs with the sentence in the first."""
        rng = random.Random(f"{seed} {self.number}")
        told = []
        for _ in range(5):
            if self.chinese:
                told.append("".join("".join(rng.choices(HAN, k=14)) + "。" for _ in range(4)))
            else:
                told.append(" ".join(" ".join(rng.choices(WORDS, k=11)).capitalize() + "." for _ in range(3)))
        told[0] = self.sentence(phase) + ("" if self.chinese else " ") + told[0]
        return told


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, on the host of its number. `kind` is rss, atom or json, or one of BAD_FEEDS."""

    number: int
    kind: str

    @property
    def path(self) -> str:
        return {"atom": "/feed.atom", "json": "/feed.json"}.get(self.kind, "/feed.xml")

    @property
    def good(self) -> bool:
        return self.kind not in BAD_FEEDS


@dataclass(slots=True)
class World:
    """`port` is set by the server; `phase` by the test: 0 at first, later looks see 1, 2, and so on.

    From phase 1 on edited pages have changed, and each feed has dropped its oldest item (which must stay
    known) and lists one in ten of its items only then.
    """

    seed: int = 0
    feeds_count: int = 60
    pages: int = 5_000
    bad_share: float = 0.1
    bad_feeds: bool = True
    well_behaved: bool = False
    port: int = 0
    phase: int = 0
    feeds: list[Feed] = field(init=False)
    items: list[Item] = field(init=False)

    def __post_init__(self) -> None:
        rng = random.Random(self.seed)
        bad_feeds = list(BAD_FEEDS) if self.bad_feeds and not self.well_behaved else []
        good = self.feeds_count - len(bad_feeds)
        kinds = [("rss", "atom", "json")[n % 3] for n in range(good)] + bad_feeds
        self.feeds = [Feed(number, kind) for number, kind in enumerate(kinds)]
        self.items = []
        bad = sorted(BAD)
        for number in range(self.pages):
            host = number % good
            if self.well_behaved:
                kind = "plain"
            elif number < len(bad) + len(GOOD):  # each kind at least once, however small the world
                kind = [*bad, *GOOD][number]
            else:
                kind = rng.choice(bad) if rng.random() < self.bad_share else rng.choice(GOOD)
            also = (host + 1 + rng.randrange(good - 1)) % good if kind in IN_TWO and good > 1 else None
            chinese = kind in ("gb18030", "lying") or (rng.random() < 0.3 and kind != "western")
            self.items.append(Item(number, host, kind, chinese, (host,) if also is None else (host, also)))

    def host(self, number: int) -> str:
        """The host's own number and port; loopback numbers are hosts of their own."""
        return f"127.0.0.{number + 2}:{self.port}"

    @property
    def hosts(self) -> list[str]:
        return [self.host(feed.number) for feed in self.feeds]

    def address(self, item: Item) -> str:
        """The item's address without what follows its readers."""
        return f"http://{self.host(item.host)}{item.path}"

    def feed_address(self, feed: Feed) -> str:
        return f"http://{self.host(feed.number)}{feed.path}"

    def link(self, item: Item, feed: int) -> str:
        """The item's address as a feed has it."""
        if item.kind == "relative":
            return item.path
        if feed == item.feeds[0] and item.kind == "shortened":
            return f"http://{self.host(feed)}/r{item.path}"
        if feed != item.feeds[0] and item.kind == "fragment":
            return f"{self.address(item)}#comments"
        if feed != item.feeds[0] and item.kind == "spelled":
            return f"HTTP://{self.host(item.host)}/news/./%30{item.number % 10_000:04d}?utm_campaign=x"
        if item.kind == "tracked" or feed != item.feeds[0]:
            return f"{self.address(item)}?utm_source=feed{feed}&utm_medium=rss"
        return self.address(item)

    def listed(self, feed: Feed) -> list[Item]:
        """What a feed lists in the present phase, the newest first."""
        of = [item for item in self.items if feed.number in item.feeds]
        of = [one for item in of for one in ([item, item] if item.kind == "repeated" else [item])]
        if self.phase == 0:
            return [item for item in of if item.number % 10 != 9 or item.number < 50][::-1]
        return of[1:][::-1]

    def told(self, item: Item) -> str:
        """What is to be held of an item now. An edit of a page that its feeds dropped nobody can know of."""
        listed = any(item in self.listed(self.feeds[number]) for number in item.feeds)
        return item.sentence(self.phase if listed else 0)

    def known(self) -> list[Item]:
        """All items that were listed from phase 0 to the present one."""
        if self.phase:
            return self.items
        return [item for item in self.items if item.number % 10 != 9 or item.number < 50]
