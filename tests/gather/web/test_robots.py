"""What a robots.txt allows, honest and hostile."""

from __future__ import annotations

import httpx
import pytest

from theodolite.gather.web.robots import KEPT_SECONDS, MOST_BYTES, Robots, address_of, origin_of, rules


def allows(text: str, path: str) -> bool:
    return rules(text.encode()).allows(httpx.URL(f"https://example.org{path}"))


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", "/a/b", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: other\nDisallow: /", "/", True),
        ("User-agent: theodolite\nDisallow: /t\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: Theodolite\nUser-agent: other\nDisallow: /t", "/t", False),
        ("User-agent: other\nUser-agent: theodolite\nDisallow: /t", "/t", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
        ("User-agent: *\nDisallow:", "/", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("<html><body>Not here</body></html>", "/a", True),
        ("", "/a", True),
        ("User-agent: *\nDisallow: /中", "/%E4%B8%AD/1", False),
    ],
)  # fmt: skip
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert allows(text, path) is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 7.5\nDisallow: /x", 7.5),
        ("User-agent: *\nRequest-rate: 1/10\nDisallow: /x", 10.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: -3", 0.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
        ("User-agent: other\nCrawl-delay: 9", 0.0),
    ],
)
def test_delays(text: str, delay: float) -> None:
    assert rules(text.encode()).delay == delay


def test_bytes_that_are_no_text_are_no_rules() -> None:
    found = rules(bytes(range(256)) * 100)
    assert found.allows(httpx.URL("https://example.org/a"))


def test_a_group_of_thousands_of_names_does_not_fill_the_memory() -> None:
    names = "".join(f"User-agent: a{i}\n" for i in range(15_000))
    lines = "".join(f"Disallow: /{i}\n" for i in range(15_000))
    found = rules((names + "User-agent: *\n" + lines).encode())
    assert not found.allows(httpx.URL("https://example.org/14999"))
    assert found.allows(httpx.URL("https://example.org/none"))


def test_what_is_beyond_the_limit_is_not_read() -> None:
    text = b"User-agent: *\nDisallow: /a\n" + b"#" * MOST_BYTES + b"\nDisallow: /b\n"
    assert not rules(text).allows(httpx.URL("https://example.org/a"))
    assert rules(text).allows(httpx.URL("https://example.org/b"))


def test_rules_are_kept_for_a_day() -> None:
    moment = 0.0
    kept = Robots(clock=lambda: moment)
    kept.put("https://example.org", rules(b""))
    moment = KEPT_SECONDS
    assert kept.get("https://example.org") is not None
    moment += 1
    assert kept.get("https://example.org") is None
    assert kept.get("http://example.org") is None


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Example.org/a?b", "https://example.org"),
        ("https://example.org:443/a", "https://example.org"),
        ("http://example.org:8080/a", "http://example.org:8080"),
        ("http://[2606:4700::1]:81/", "http://[2606:4700::1]:81"),
    ],
)
def test_origins(address: str, origin: str) -> None:
    assert origin_of(httpx.URL(address)) == origin
    assert str(address_of(origin)) == f"{origin}/robots.txt"
