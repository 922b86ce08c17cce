"""Caps on tokens and cost: no call is made that could exceed them, and what was read is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.endpoint import Endpoint, Settings
from theodolite.extract.endpoint.meter import Meter
from theodolite.model.origin import Origin
from theodolite.model.text import Text

Make = Callable[..., Endpoint]
PARAGRAPH = (
    "China is a year behind the United States in AI, said Ada Quill of Northgate, part {n}. " + "Words. " * 30
)


def long_text(make_text: Callable[[str], Text], parts: int) -> Text:
    return make_text("\n\n".join(PARAGRAPH.format(n=n) for n in range(parts)))


def answer_with_lag(step: Any) -> Callable[[dict[str, Any]], Any]:
    claim = {
        "kind": "lag", "quote": "China is a year behind the United States in AI", "occurrence": 1,
        "follower": "China", "leader": "United States", "low_months": 12, "high_months": 12,
    }  # fmt: skip
    return lambda asked: step(claims=[claim], usage=("given", 2000, 100))


def test_the_cap_on_tokens_stops_before_the_call_that_could_pass_it(
    server: Any, endpoint: Make, step: Any, make_text: Callable[[str], Text], origin: Origin
) -> None:
    server.answer = answer_with_lag(step)
    asking = endpoint(passage=400, max_tokens=30_000, answer_tokens=500)
    found = asking.claims(long_text(make_text, 30), origin)
    assert 2 <= len(server.asked) < 15
    assert asking.meter.tokens_in + asking.meter.tokens_out <= 30_000
    assert len(found.claims) == len(server.asked)
    assert len(found.refusals) == 1
    line = str(found.refusals[0])
    assert "could pass the cap of 30000 tokens" in line and "\n" not in line
    assert 0 < found.read_to < len(long_text(make_text, 30).content) and not found.whole


def test_the_cap_on_cost_stops_likewise(
    server: Any, endpoint: Make, step: Any, make_text: Callable[[str], Text], origin: Origin
) -> None:
    server.answer = answer_with_lag(step)
    prices = {"price_input": 1.0, "price_output": 4.0}
    asking = endpoint(passage=400, max_cost=0.03, answer_tokens=500, **prices)
    found = asking.claims(long_text(make_text, 30), origin)
    assert 2 <= len(server.asked) < 30
    assert asking.meter.cost is not None and asking.meter.cost <= 0.03
    assert "the cap of 0.03 USD" in str(found.refusals[0])


def test_after_a_cap_no_other_document_is_asked_about(
    server: Any, endpoint: Make, text: Text, origin: Origin
) -> None:
    asking = endpoint(max_tokens=500)
    for _ in range(2):
        found = asking.claims(text, origin)
        assert found.claims == () and found.read_to == 0 and len(found.refusals) == 1
    assert server.asked == []


def test_a_repeat_is_listed_at_each_place_and_grouped(
    server: Any, endpoint: Make, step: Any, make_text: Callable[[str], Text], origin: Origin
) -> None:
    server.answer = answer_with_lag(step)
    found = endpoint(passage=400).claims(long_text(make_text, 4), origin)
    assert len(found.claims) == 4 == len({claim.id for claim in found.claims})
    assert len({claim.group for claim in found.claims}) == 1 and found.claims[0].group
    assert len({claim.saying_id for claim in found.claims}) == 1


@given(
    reports=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 300)) | st.none(), max_size=30),
    cap=st.integers(1, 40_000),
)
def test_whatever_is_reported_within_the_bounds_no_cap_is_passed(
    reports: list[tuple[int, int] | None], cap: int
) -> None:
    meter = Meter(Settings(address="http://localhost/v1", model="m", max_tokens=cap, answer_tokens=300))
    request = b"x" * 2800  # with the template's allowance, at least what is reported
    for usage in reports:
        if meter.refuses(request):
            break
        meter.report(request, usage)
        assert meter.tokens_in + meter.tokens_out + meter.open_in + meter.open_out <= cap


def test_without_prices_the_cost_is_unknown_and_tokens_are_told(
    server: Any, endpoint: Make, text: Text, origin: Origin
) -> None:
    asking = endpoint()
    asking.claims(text, origin)
    assert "1 call, 100 tokens in, 20 out, cost unknown (no prices given)" in asking.lines()[0]
    assert asking.meter.cost == pytest.approx(None)
