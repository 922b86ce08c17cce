"""Who told first: credit before dates, dates as precisely as stated, and what is not decided."""

from __future__ import annotations

import random
from typing import Any

from theodolite.model.article import Article
from theodolite.model.copies import Copies, Copy, CopyGroup, Credit, First
from theodolite.resolve.copies import first, independent, with_firsts


def article(name: str, published: str | None = None, publisher: str | None = None, **known: Any) -> Article:
    return Article(
        id=name, text_sha256=name, title=name, address=None, publisher=publisher, author=None, language="en",
        published=published, **{"basis": "feed", "first_seen": "2026-06-01T00:00:00+00:00", **known},
        last_changed="2026-06-01T00:00:00+00:00", editions=1, sources=("s",),
    )  # fmt: skip


def credits(**names: str) -> dict[str, Credit]:
    return {d: Credit(document=d, name=name, words=name) for d, name in names.items()}


def test_the_earliest_date_is_first() -> None:
    found = first([article("b", "2026-05-02"), article("a", "2026-05-01")], {})
    assert (found.rule, found.document, found.date, found.basis) == ("date", "a", "2026-05-01", "feed")


def test_a_day_is_not_before_a_moment_of_that_day() -> None:
    found = first([article("a", "2026-05-01"), article("b", "2026-05-01T23:00:00+00:00")], {})
    assert (found.rule, found.candidates) == ("not decided", ("a", "b"))
    assert found.why == "2 copies are of 2026-05-01"


def test_moments_are_compared_across_zones() -> None:
    one, other = article("a", "2026-05-01T09:00:00+08:00"), article("b", "2026-05-01T02:00:00+00:00")
    assert first([other, one], {}).document == "a"


def test_a_year_decides_nothing_within_it() -> None:
    found = first([article("a", "2026"), article("b", "2026-05-01"), article("c", "2027-01-01")], {})
    assert (found.rule, found.candidates) == ("not decided", ("a", "b"))


def test_without_a_date_it_may_have_been_the_first() -> None:
    found = first([article("a", "2026-05-01"), article("b"), article("c", "2026-05-03")], {})
    assert (found.rule, found.candidates) == ("not decided", ("a", "b"))
    assert found.why == "1 copy has no date of publication"


def test_what_was_here_before_the_others_were_published_is_first() -> None:
    early = article("b", "2026-04-30", basis="fetch", first_seen="2026-04-30T08:00:00+00:00")
    found = first([article("a", "2026-05-01"), early], {})
    assert (found.rule, found.document, found.basis) == ("date", "b", "fetch")


def test_no_dates_at_all_decide_nothing() -> None:
    assert first([article("a"), article("b")], {}).why == "no copy has a date of publication"


def test_credit_beats_an_earlier_date() -> None:
    members = [article("a", "2026-05-01", "Daily"), article("w", "2026-05-02", "Reuters")]
    found = first(members, credits(a="Reuters"))
    assert (found.rule, found.document, found.credited) == ("credit", "w", "Reuters")


def test_a_source_outside_is_named_without_a_document() -> None:
    found = first(
        [article("a", "2026-05-01", "Daily"), article("b", "2026-05-02", "Post")], credits(b="Reuters")
    )
    assert (found.document, found.credited) == (None, "Reuters")
    assert "not among them" in found.why


def test_a_chain_of_credits_is_followed_to_its_end_and_a_circle_stops() -> None:
    members = [article("a", None, "Daily"), article("b", None, "Post"), article("w", None, "Reuters")]
    assert first(members, credits(a="Post", b="Reuters")).document == "w"
    circle = first(members[:2], credits(a="Post", b="Daily"))
    assert circle.rule == "not decided"


def test_two_credits_as_often_decide_nothing() -> None:
    found = first(
        [article("a", "2026-05-01"), article("b", "2026-05-02")], credits(a="Reuters", b="Bloomberg")
    )
    assert found.rule == "not decided" and "as many copies" in found.why


def _copies(*groups: tuple[str, ...], **names: str) -> Copies:
    made = tuple(
        CopyGroup(
            id=own[0], centre=own[0],
            members=tuple(
                Copy(document=d, kind="near", resemblance=0.9, containment=0.9, version=k)
                for k, d in enumerate(own)
            ),
        )
        for own in groups
    )  # fmt: skip
    return Copies(groups=made, credits=credits(**names))


def test_groups_get_their_firsts() -> None:
    articles = [article("a", "2026-05-01"), article("b", "2026-05-02")]
    made = with_firsts(_copies(("a", "b")), articles, {})
    assert made.groups[0].first == First(
        rule="date", why="has the earliest date, 2026-05-01, found in the feed", document="a",
        date="2026-05-01", basis="feed",
    )  # fmt: skip


def test_copies_one_credit_and_one_publisher_count_once() -> None:
    articles = [
        article("copy1", publisher="Daily"), article("copy2", publisher="Post"),
        article("wired1", publisher="Gazette"), article("wired2", publisher="Herald"),
        article("xwire", publisher="路透社"),
        article("own1", publisher="Tribune"), article("own2", publisher="Tribune"),
        article("alone", publisher="Echo"), article("nobody"), article("noone"),
    ]  # fmt: skip
    made = _copies(("copy1", "copy2"), wired1="Reuters", wired2="Reuters")
    found = independent(articles, made)
    assert found.count == 6
    assert {j.rule for j in found.joined} == {"copy", "same credit", "credited publisher", "same publisher"}
    random.Random(1).shuffle(articles)
    assert independent(articles, made) == found


def test_of_nothing_there_is_no_origin() -> None:
    assert independent([], Copies(groups=())).count == 0
