"""What became known: one value a change, none twice, none for an edit, each with an identity that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from issues import HELD, contradicted, issued

from theodolite.model.claim import Lag
from theodolite.model.news import NewClaim, NewVerdict
from theodolite.model.version import Version
from theodolite.reconcile import news, reissued

DAYS = [f"2026-05-{n:02}T00:00:00.000000+00:00" for n in range(1, 10)]


def lag(text: str = "a" * 64, start: int = 0, **values: Any) -> Lag:
    given: dict[str, Any] = {
        "text_sha256": text, "document": "d", "source": "s", "quote": "q", "start": start, "end": start + 1,
        "follower": "China", "leader": "United States", "low_months": 12, "high_months": 24,
    }  # fmt: skip
    return Lag(**(given | values))


def issue(claim: Lag, verdict: str, known_from: str, known_to: str | None = None) -> Version:
    found = replace(contradicted(claim), verdict_then=verdict, verdict_now=verdict)  # type: ignore[arg-type]
    return issued(claim, found, known_from, known_to)


def line(*verdicts: str, claim: Lag, start: int = 0) -> tuple[Version, ...]:
    days = DAYS[start:]
    return tuple(
        issue(claim, verdict, days[n], days[n + 1] if n + 1 < len(verdicts) else None)
        for n, verdict in enumerate(verdicts)
    )


def test_a_claim_brings_the_verdict_that_became_known_with_it() -> None:
    one = lag()
    (found,) = news.of_claims([(DAYS[0], one)], {one.id: line("supported", claim=one)})
    assert isinstance(found, NewClaim)
    assert found.version is not None
    assert found.version.verdicts == ("supported", "supported")


def test_a_verdict_that_comes_later_is_news_of_its_own() -> None:
    one = lag()
    first, second = news.of_claims([(DAYS[0], one)], {one.id: line("supported", claim=one, start=2)})
    assert isinstance(first, NewClaim)
    assert first.version is None
    assert isinstance(second, NewVerdict)
    assert (second.before, second.at) == (None, DAYS[2])


def test_a_verdict_that_changes_and_comes_back_is_news_each_time() -> None:
    one = lag()
    found = news.of_claims([(DAYS[0], one)], {one.id: line("supported", "mixed", "supported", claim=one)})
    turns = [n for n in found if isinstance(n, NewVerdict)]
    assert [(n.before, n.version.verdicts) for n in turns] == [
        (("supported",) * 2, ("mixed",) * 2), (("mixed",) * 2, ("supported",) * 2),
    ]  # fmt: skip
    assert len({n.id for n in found}) == 3


def test_another_issue_with_the_same_verdict_is_no_news() -> None:
    one = lag()
    again = issued(one, contradicted(one, replace(HELD, day_value=8.0)), DAYS[1])
    own = (issued(one, contradicted(one), DAYS[0], DAYS[1]), again)
    assert len(news.of_claims([(DAYS[0], one)], {one.id: own})) == 1


def test_an_edited_page_says_nothing_new() -> None:
    one, other = lag(), lag(text="b" * 64, start=7)
    assert (one.saying_id, one.id == other.id) == (other.saying_id, False)
    known = [(DAYS[0], one), (DAYS[3], other)]
    lines = {one.id: line("supported", claim=one), other.id: line("supported", claim=other, start=3)}
    assert [type(n) for n in news.of_claims(known, lines)] == [NewClaim]
    # ... save where it is judged otherwise
    lines[other.id] = line("mixed", claim=other, start=3)
    second = news.of_claims(known, lines)[1]
    assert isinstance(second, NewVerdict)
    assert second.before == ("supported",) * 2


def test_the_same_words_read_otherwise_later_say_nothing_new() -> None:
    one, again, beside = lag(), lag(low_months=6), lag(low_months=3)
    assert len({c.saying_id for c in (one, again, beside)}) == 3
    together = news.of_claims([(DAYS[0], one), (DAYS[0], beside)], {})
    assert [type(n) for n in together] == [NewClaim, NewClaim]
    lines = {one.id: line("supported", claim=one), again.id: line("supported", claim=again, start=3)}
    known = [(DAYS[0], one), (DAYS[3], again)]
    assert [type(n) for n in news.of_claims(known, lines)] == [NewClaim]
    lines[again.id] = line("mixed", claim=again, start=3)
    second = news.of_claims(known, lines)[1]
    assert isinstance(second, NewVerdict)
    assert second.before == ("supported", "supported")


def test_names_do_not_depend_on_what_else_is_there_or_on_the_moment() -> None:
    one, other = lag(), lag(document="e", low_months=1)
    alone = news.of_claims([(DAYS[0], one)], {one.id: line("supported", "mixed", claim=one)})
    beside = news.of_claims(
        [(DAYS[0], other), (DAYS[4], one)], {one.id: line("supported", "mixed", claim=one, start=4)}
    )
    assert {n.id for n in alone} == {n.id for n in beside if n.claim == one}


def test_every_entry_of_the_log_is_told_with_its_moment() -> None:
    one = lag()
    lines = {one.id: line("supported", "mixed", claim=one)}
    log = reissued.log(lines.values())
    (found,) = news.of_corrections(log, lines)
    assert (found.at, found.version.verdicts[0]) == (DAYS[1], "supported")
    assert found.correction.to_json()["day"] == "2026-05-02"
    taken = {one.id: (issue(one, "mixed", DAYS[0], DAYS[5]),)}
    (gone,) = news.of_corrections(reissued.log(taken.values()), taken)
    assert (gone.at, gone.correction.present) == (DAYS[5], None)
