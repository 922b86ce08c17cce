"""Several calls at a time: the same claims, within the same caps, in less time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from theodolite.extract.endpoint import Endpoint
from theodolite.model.origin import Origin
from theodolite.model.text import Text

Make = Callable[..., Endpoint]
Document = tuple[Text, Origin]


@pytest.fixture
def documents(make_text: Callable[[str], Text]) -> list[Document]:
    said = "China is {n} months behind the United States in AI, said Ada Quill of Northgate."
    return [(make_text(said.format(n=n)), Origin(location=f"{n}.txt")) for n in range(2, 14)]


def months(asked: dict[str, Any]) -> int:
    passage = asked["messages"][-1]["content"].split("China is ", 1)[1]
    return int(passage.split(" ", 1)[0])


def answering(step: Any) -> Callable[[dict[str, Any]], Any]:
    """An answer that follows from what is asked, whoever asks first."""

    def answer(asked: dict[str, Any]) -> Any:
        n = months(asked)
        claim = {
            "kind": "lag", "quote": f"China is {n} months behind the United States in AI",
            "follower": "China", "leader": "United States", "low_months": n, "high_months": n,
        }  # fmt: skip
        return step(claims=[claim], usage=("given", 2000, 100))

    return answer


def read(asking: Endpoint, documents: list[Document]) -> list[Any]:
    asking.ask_ahead(documents)
    return [asking.claims(text, origin) for text, origin in documents]


def test_the_claims_are_those_of_one_call_after_the_other(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    server.answer = answering(step)
    slow, fast = endpoint(), endpoint(calls=4)
    assert read(slow, documents) == read(fast, documents)
    assert len(server.asked) == 2 * len(documents)
    assert slow.meter.line() == fast.meter.line()
    assert [claim.low_months for text, origin in documents for claim in fast.claims(text, origin).claims] == [
        *range(2, 14)
    ]  # asked anew: an answer is taken once


def test_calls_are_under_way_at_the_same_time(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    together = threading.Barrier(3, timeout=10)
    answer = answering(step)

    def meeting(asked: dict[str, Any]) -> Any:
        if months(asked) in (3, 4, 5):
            together.wait()  # breaks unless the three are here together
        return answer(asked)

    server.answer = meeting
    found = read(endpoint(calls=3, seconds=20.0), documents[:4])
    assert all(one.whole and len(one.claims) == 1 for one in found)


def test_one_call_at_a_time_is_never_two(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    asking = endpoint()
    asking.ask_ahead(documents)
    assert server.asked == [] and asking.at_once == 1


def test_no_number_of_calls_passes_a_cap(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    server.answer = answering(step)
    asking = endpoint(calls=8, max_tokens=40_000, answer_tokens=500)
    found = read(asking, documents)
    assert asking.meter.tokens_in + asking.meter.tokens_out <= 40_000
    whole = [one for one in found if one.whole]
    assert len(whole) == len(server.asked) and 2 <= len(whole) < len(documents)
    refused = [one.refusals[0] for one in found if not one.whole]
    assert refused and all("could pass the cap of 40000 tokens" in str(one) for one in refused)


def test_calls_under_way_leave_room_again_when_they_end(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    """The worst case of four calls passes the cap, what they use does not: each waits for the others."""
    server.answer = answering(step)
    alone = endpoint(answer_tokens=500)
    assert all(one.whole for one in read(alone, documents[:6]))
    most = 6 * 2100 + 2 * (max(len(str(asked)) for asked in server.asked) + 800)
    assert all(
        one.whole for one in read(endpoint(calls=4, max_tokens=most, answer_tokens=500), documents[:6])
    )


def test_a_form_that_is_refused_is_left_by_all(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    answer = answering(step)

    def choosy(asked: dict[str, Any]) -> Any:
        return step(status=400) if "response_format" in asked else answer(asked)

    server.answer = choosy
    found = read(endpoint(calls=4), documents)
    assert all(one.whole and len(one.claims) == 1 for one in found)
    assert sum("response_format" in asked for asked in server.asked) == 2  # the first call learns it


def test_what_is_for_good_ends_the_run_and_what_was_read_stays(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    answer = answering(step)
    server.answer = lambda asked: step(status=401) if months(asked) >= 6 else answer(asked)
    found = read(endpoint(calls=2), documents)
    assert [one.whole for one in found] == [True] * 4 + [False] * 8
    assert len(server.asked) <= 4 + 2 + 1
    assert all("refuses the key" in str(one.refusals[0]) for one in found[4:])


def test_kept_answers_are_not_asked_for(
    server: Any, endpoint: Make, step: Any, documents: list[Document]
) -> None:
    server.answer = answering(step)
    kept: dict[str, bytes] = {}

    class Kept:
        def get(self, key: str) -> bytes | None:
            return kept.get(key)

        def put(self, key: str, value: bytes) -> None:
            kept[key] = value

    first, second = endpoint(calls=4), endpoint(calls=4)
    first.remember_in(Kept())
    second.remember_in(Kept())
    once = read(first, documents)
    assert read(second, documents) == once
    assert len(server.asked) == len(documents) == second.remembered
