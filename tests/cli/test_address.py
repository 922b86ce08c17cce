"""`survey --address`: where the site will stand, or one line that says how to write it."""

from __future__ import annotations

import pytest
from commands import run

from theodolite.cli.options import site_address


@pytest.mark.parametrize(
    ("given", "address"),
    [
        (None, None),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/ai/", "https://example.org/ai/"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a/"),
    ],
)
def test_an_address_ends_with_a_slash(given: str | None, address: str | None) -> None:
    assert site_address(given) == address


@pytest.mark.parametrize(
    "given",
    ["example.org", "ftp://example.org/", "https://", "https://a/?q=1", "https://a/#x", "https://u:p@a/",
     "https://a/b c", "https://a/<b>", "https://例.example/", "https://a:99999/", "javascript:alert(1)", "https://[/"],
)  # fmt: skip
def test_what_is_no_address_is_misuse(given: str) -> None:
    done = run("survey", "--address", given)
    assert done.returncode == 2
    assert "give the folder that the site will stand in" in done.stderr
    assert done.stderr.count("\n") == 1
