"""What a watch on claims and verdicts is told, and what it is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from issues import contradicted, issued

from theodolite.model.claim import Lag, Quantity
from theodolite.model.news import NewClaim, NewVerdict
from theodolite.model.version import Version
from theodolite.model.watch import ClaimConditions, VerdictChange
from theodolite.survey.watches.matching import canonical, matches

AT = "2026-05-01T00:00:00.000000+00:00"


def lag(**values: Any) -> Lag:
    given: dict[str, Any] = {
        "text_sha256": "a" * 64, "document": "d", "source": "s", "quote": "China is behind", "start": 0,
        "end": 15, "follower": "China", "follower_side": "China", "leader": "OpenAI",
        "leader_side": "United States", "dimension": "capability", "speaker": "Kai-Fu Lee",
    }  # fmt: skip
    return Lag(**(given | values))


def issue(claim: Any, then: str, now: str | None = None, day: str | None = "2026-01-01") -> Version:
    found = replace(
        contradicted(claim),
        verdict_then=then,
        verdict_now=now or then,
        binding={"day": day},  # type: ignore[arg-type]
    )
    return issued(claim, found, AT)


def read(claim: Any = None, verdict: str | None = None) -> NewClaim:
    claim = claim or lag()
    return NewClaim(at=AT, claim=claim, version=issue(claim, verdict) if verdict else None)


@pytest.mark.parametrize(
    ("sought", "told"),
    [
        ({"names": ("china",)}, True),
        ({"names": ("PRC",)}, True),
        ({"names": ("中国",)}, True),
        ({"names": ("Kai-Fu Lee",)}, True),
        ({"names": ("United States",)}, False),  # OpenAI's side is no name in the claim
        ({"sides": ("US",)}, True),
        ({"names": ("DeepSeek", "OpenAI")}, True),
        ({"names": ("DeepSeek",)}, False),
        ({"speakers": ("kai-fu lee",)}, True),
        ({"speakers": ("OpenAI",)}, False),
        ({"dimensions": ("compute", "capability")}, True),
        ({"dimensions": ("compute",)}, False),
        ({"kinds": ("lag",), "dimensions": ("capability",)}, True),
        ({"kinds": ("quantity",)}, False),
        ({"languages": ("en",)}, True),
        ({"languages": ("zh",)}, False),
        ({"kinds": ("lag",), "speakers": ("nobody",)}, False),
    ],
)
def test_every_condition_that_is_given_must_hold(sought: dict[str, Any], told: bool) -> None:
    assert matches(ClaimConditions(**sought), read()) is told


def test_a_chinese_quote_is_chinese() -> None:
    claim = lag(quote="中国落后六个月", end=7)
    assert matches(ClaimConditions(languages=("ZH",)), read(claim))
    assert not matches(ClaimConditions(languages=("en",)), read(claim))


def test_a_watch_on_claims_is_told_of_each_once_and_of_no_verdict() -> None:
    sought = ClaimConditions(kinds=("lag",))
    assert matches(sought, read(verdict="supported"))
    changed = NewVerdict(at=AT, version=issue(lag(), "mixed"), before=("supported", "supported"), turn=1)
    assert not matches(sought, changed)


def test_a_watch_on_a_verdict_is_told_when_it_comes_to_be() -> None:
    sought = ClaimConditions(verdicts=("contradicted",))
    assert matches(sought, read(verdict="contradicted"))
    assert not matches(sought, read(verdict="supported"))
    assert not matches(sought, read())
    now = issue(lag(), "contradicted")
    assert matches(sought, NewVerdict(at=AT, version=now, before=None, turn=0))
    assert matches(sought, NewVerdict(at=AT, version=now, before=("mixed", "mixed"), turn=1))
    assert not matches(sought, NewVerdict(at=AT, version=now, before=("contradicted", "mixed"), turn=1))


def test_a_claim_is_filed_under_its_own_day_and_what_has_none_under_today() -> None:
    day, today = (
        ClaimConditions(verdicts=("contradicted",)),
        ClaimConditions(verdicts_today=("contradicted",)),
    )
    one = NewClaim(at=AT, claim=lag(), version=issue(lag(), "supported", "contradicted"))
    assert (matches(day, one), matches(today, one)) == (False, True)
    undated = NewClaim(at=AT, claim=lag(), version=issue(lag(), "supported", "contradicted", day=None))
    assert matches(day, undated)


@pytest.mark.parametrize(
    ("change", "before", "after", "told"),
    [
        (VerdictChange(), ("supported", "supported"), ("mixed", "mixed"), True),
        (VerdictChange(), None, ("mixed", "mixed"), False),
        (VerdictChange(before=("supported",)), ("supported", "supported"), ("supported", "mixed"), True),
        (VerdictChange(before=("mixed",)), ("supported", "mixed"), ("undecided", "mixed"), False),
        (VerdictChange(after=("contradicted",)), ("supported", "mixed"), ("supported", "contradicted"), True),
        (VerdictChange(after=("contradicted",)), ("contradicted", "mixed"), ("contradicted", "open"), False),
    ],
)
def test_a_watch_on_a_change_is_told_of_that_change(
    change: VerdictChange, before: Any, after: tuple[str, str], told: bool
) -> None:
    news = NewVerdict(at=AT, version=issue(lag(), *after), before=before, turn=1)
    assert matches(ClaimConditions(change=change), news) is told


def test_a_claim_is_seen_as_a_person_corrected_it() -> None:
    claim = lag()
    judged = {"kind": "corrected", "judge": "j", "reason": "r", "made_at": AT, "fields": {"speaker": "Bo"}}
    found = replace(contradicted(claim), judged=judged)
    news = NewClaim(at=AT, claim=claim, version=issued(claim, found, AT))
    assert matches(ClaimConditions(speakers=("Bo",)), news)
    assert not matches(ClaimConditions(speakers=("Kai-Fu Lee",)), news)


def test_any_kind_of_claim_may_be_asked_about() -> None:
    claim = Quantity(
        text_sha256="a" * 64, document="d", source="s", quote="q", start=0, end=1, subject="Nvidia"
    )
    assert matches(ClaimConditions(names=("NVIDIA",)), read(claim))


def test_names_are_compared_by_what_they_mean() -> None:
    assert canonical("USA") == canonical("美国") == canonical("United  States") == "united states"
    assert canonical("No Such Lab") == "no such lab"
