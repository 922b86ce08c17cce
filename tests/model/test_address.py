from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.model.address import LIMIT, TRACKING, absolute, canonical_address


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("HTTPS://Example.ORG:443/a", "https://example.org/a"),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org/a#top", "https://example.org/a"),
        ("https://example.org/#!/talk/7", "https://example.org/#!/talk/7"),
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?id=1&fbclid=z&page=2", "https://example.org/a?id=1&page=2"),
        ("https://example.org/%7Ebee/%e4%b8%ad", "https://example.org/~bee/中"),
        ("https://example.org/a%2fb", "https://example.org/a%2Fb"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"),
        ("https://example.org./a", "https://example.org/a"),
    ],
)
def test_two_ways_to_write_one_address(one: str, same: str) -> None:
    assert canonical_address(one) == canonical_address(same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("?id=1", "?id=2"), ("a", "a/"), ("a", "A"), ("a/", "a/index.html"), ("?a=1&b=2", "?b=2&a=1"),
        ("?from=timeline", "?from=weekly"), ("?ref=1", "?ref=2"), ("a%2Fb", "a/b"), ("?q=a%26b", "?q=a&b"),
        ("#!/1", "#!/2"), ("?q=a+b", "?q=a%2Bb"), ("?pk_id=1", "?pk_id=2"), ("?", "?a"), ("?a", "?a="),
    ],
)  # fmt: skip
def test_two_pages_stay_two(one: str, other: str) -> None:
    base = "https://example.org/"
    assert canonical_address(base + one) != canonical_address(base + other)


@pytest.mark.parametrize(
    "odd", ["", "mailto:x@y.example", "http://", "http://[::1", "http://x:99999/", "words"]
)
def test_what_is_no_address_stays_as_it_is(odd: str) -> None:
    assert canonical_address(odd) == odd


SEGMENT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="/?#\\"), max_size=8
).map(lambda s: s.strip())  # fmt: skip
VALUES = st.lists(
    st.tuples(st.sampled_from(["id", "p", "q", "page", "from", "ref", "article"]), st.integers(0, 99)),
    max_size=4,
)  # fmt: skip


HOST = st.from_regex(r"[a-zA-Z]{1,8}\.[a-zA-Z]{2,4}", fullmatch=True)


@given(host=HOST, path=st.lists(SEGMENT, max_size=3),
       values=VALUES, tracking=st.lists(st.sampled_from(sorted(TRACKING)), max_size=2))  # fmt: skip
def test_the_form_is_its_own_form_and_tracking_never_matters(
    host: str, path: list[str], values: list[tuple[str, int]], tracking: list[str]
) -> None:
    plain = f"https://{host}/{'/'.join(path)}"
    own = [f"{k}={v}" for k, v in values]
    bare = plain + ("?" + "&".join(own) if own else "")
    tracked = plain + ("?" + "&".join(own + [f"{t}=1" for t in tracking]) if own or tracking else "")
    form = canonical_address(bare)
    assert canonical_address(form) == form
    assert canonical_address(tracked) == form
    assert canonical_address(f"HTTPS://{host.upper()}:443{bare[len(host) + 8 :]}#part") == form


@given(one=VALUES, other=VALUES)
def test_different_parameters_are_different_pages(
    one: list[tuple[str, int]], other: list[tuple[str, int]]
) -> None:
    def form(values: list[tuple[str, int]]) -> str:
        return canonical_address("https://example.org/a?" + "&".join(f"{k}={v}" for k, v in values))

    assert (form(one) == form(other)) == (one == other)


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("/b", "https://example.org/b"), ("c.html", "https://example.org/a/c.html"),
        ("//other.example/x", "https://other.example/x"), ("?id=2", "https://example.org/a/?id=2"),
        ("  https://example.org/x y\n", "https://example.org/x%20y"), ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/中文", "https://example.org/中文"),
        ("javascript:alert(1)", None), ("mailto:a@b.example", None), ("data:text/html,x", None), ("", None),
        (7, None),
        ("https://ann:secret@example.org/", None), ("https://example.org/\x1b[2J", None), ("http:///x", None),
        ("https://example.org\\@evil.example/", None), ("https://example.org/\u202egpj", None),
        ("https://example.org:port/", None), ("https://example.org/" + "a" * LIMIT, None), ("https:", None),
    ],
)  # fmt: skip
def test_links_to_absolute_addresses(link: object, found: str | None) -> None:
    assert absolute(link, "https://example.org/a/") == found


def test_a_relative_link_without_a_base_is_none() -> None:
    assert absolute("/b") is None


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_is_taken_apart_or_is_none(link: str, base: str) -> None:
    found = absolute(link, base)
    if found is not None:
        assert urlsplit(found).scheme.lower() in ("http", "https")
    assert isinstance(canonical_address(link), str)
