"""A ledger of two rounds, made by hand: what a brief tells of, with words that mean harm in every form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from theodolite import ledger
from theodolite.ledger import Ledger
from theodolite.model.claim import Claim, Comparison, Lag, Quantity
from theodolite.model.finding import Finding, Held
from theodolite.model.observation import Observation
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text

US, CN = "United States", "China"
FETCHED = "2026-08-11T00:00:00+00:00"
HARM = (
    "<script>alert(1)</script> [x](javascript:alert(1)) ![p](http://evil.example/p.png) `code` **b** | a | "
    "\u202eesrever\u202c #import \\begin{x} $x$ &lt; http://evil.example/a www.evil.example"
)
SPEECH = "We begin. They are one to two years behind the United States, she said. Then lunch."
DISPATCH = "今天的消息。他表示，中国只落后六个月到一年。后面还有更多内容。"
KOREAN = "앤트로픽 가격은 38 달러였다. Ends here."


class Made:
    """The ledger, and the moments at which its rounds ended."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rounds: list[str] = []

    def first(self) -> Made:
        """A speech with a lag that nothing decides yet, and gaps of one vintage."""
        with ledger.open(self.path) as store, store.begin("survey"):
            text = put(
                store,
                SPEECH,
                Origin(
                    location="speech.txt",
                    title="A speech",
                    publisher="The Daily",
                    published="2026-06-01",
                    address="https://example.org/speech",
                ),
            )
            said = lag(
                text,
                "They are one to two years behind the United States",
                speaker="Ada Example",
                attribution="indirect",
                low_months=12,
                high_months=24,
            )
            store.put_claims(text.sha256, "rules/1", [said])
            store.put_findings("verdicts/1", [finding(said, "undecided")])
            store.put_observations("gap one", "gap/1", gaps("2025-12-19", "a" * 64, (2.0, 9.0), (5.0, 9.0)))
        return self._ended()

    def second(self) -> Made:
        """The verdict turns, the level moves, a Chinese dispatch and a harmful page are read."""
        with ledger.open(self.path) as store, store.begin("survey"):
            text = next(e for e in store.texts() if e.title is None)
            said = next(k.value for k in store.claims())
            zh = put(
                store,
                DISPATCH,
                Origin(
                    location="d.md",
                    title="一则消息",
                    publisher="新华社",
                    language="zh",
                    published="2026-08-10",
                    address="https://example.cn/消息",
                ),
            )
            half = lag(
                zh,
                "中国只落后六个月到一年",
                speaker="王某",
                attribution="indirect",
                low_months=6,
                high_months=12,
            )
            bad = put(
                store,
                f"Revenue was 38,000 units, wrote {HARM} there. End.",
                Origin(location="bad.html", title=HARM, publisher=HARM, address="javascript:alert(1)"),
            )
            harm = quantity(bad, f"38,000 units, wrote {HARM}", speaker=HARM)
            ko = put(
                store,
                KOREAN,
                Origin(location="ko.txt", title="가격", address="https://example.kr/a?b=1&c=<d>"),
            )
            price = quantity(
                ko, "가격은 38 달러", metric="price", subject="Anthropic", dimension="efficiency"
            )
            above = comparison(zh, "中国只落后")
            store.put_claims(zh.sha256, "rules/1", [half, above])
            store.put_claims(bad.sha256, "rules/1", [harm])
            store.put_claims(ko.sha256, "rules/1", [price])
            assert text is not None
            store.put_findings(
                "verdicts/1",
                [
                    finding(said, "contradicted"),
                    finding(half, "supported"),
                    finding(harm, "contradicted"),
                    finding(price, "not checkable"),
                    finding(above, "mixed"),
                ],
            )
            store.put_observations("gap two", "gap/1", gaps("2026-08-11", "b" * 64, (10.0, 14.0), (6.0, 8.0)))
        return self._ended()

    def _ended(self) -> Made:
        with ledger.open(self.path) as store:
            self.rounds.append(str(store.runs()[-1].ended))
        return self


def put(store: Ledger, content: str, origin: Origin) -> Text:
    """Gather and read one text."""
    snapshot = Snapshot(content.encode(), "text/plain")
    store.put_gathered(Gathered(origin, snapshot, FETCHED))
    text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content)
    store.put_text(text)
    return text


def _at(text: Text, quote: str) -> dict[str, Any]:
    start = text.content.index(quote)
    return {
        "text_sha256": text.sha256, "document": text.snapshot, "source": "/home/so/x.txt", "quote": quote,
        "start": start, "end": start + len(quote), "dimension": "capability", "said_on": "2026-08-01",
    }  # fmt: skip


def lag(text: Text, quote: str, **values: Any) -> Lag:
    """China behind the United States."""
    told = {
        **_at(text, quote), "follower": CN, "follower_side": CN, "leader": US, "leader_side": US,
        "reading": "standing",
    }  # fmt: skip
    return Lag(**{**told, **values})


def quantity(text: Text, quote: str, **values: Any) -> Quantity:
    """A figure of somebody."""
    told = {
        **_at(text, quote), "subject": "OpenAI", "subject_side": US, "metric": "revenue", "value_low": 38000,
        "value_high": 38000, "unit": "unit", "dimension": "capital",
    }  # fmt: skip
    return Quantity(**{**told, **values})


def comparison(text: Text, quote: str, **values: Any) -> Comparison:
    """One side below another."""
    told = {
        **_at(text, quote), "subject": CN, "subject_side": CN, "object": US, "object_side": US,
        "direction": "below", "metric": "talent", "dimension": "talent",
    }  # fmt: skip
    return Comparison(**{**told, **values})


def finding(claim: Claim, verdict: Any, **values: Any) -> Finding:
    """A finding on one definition; nothing is held where it is not checkable."""
    held = Held(
        definition="backward-0", measure="Test Index", basis="now", vintage_file="e.csv",
        vintage_date="2026-08-11", vintage_sha256="b" * 64, data_until="2026-07-31", source="test/index",
        day="2026-07-31", day_value=5.0, low=4.2, high=7.6, censored=None, share=0.0, strict="fails",
        result="fails", arithmetic="5.0", unit="month",
    )  # fmt: skip
    told: dict[str, Any] = {
        "definitions_version": "lag/1", "binding": {"leader": US, "follower": CN, "day": "2026-08-01"},
        "verdict_then": verdict, "verdict_then_basis": "now", "verdict_now": verdict, "outdated": False,
        "stance_agrees": None, "reason": None, "sentence": "S.", "kind": claim.kind,
        "held": () if verdict == "not checkable" else (held,),
    }  # fmt: skip
    return Finding(claim_id=claim.id, saying_id=claim.saying_id, **{**told, **values})


def gaps(day: str, sha256: str, level: tuple[float, float], months: tuple[float, float]) -> list[Observation]:
    """The level, the averaged shift and the saw-tooth of one vintage."""
    rows = (("vertical_gap", "point", level), ("level_shift_months", "month", months),
            ("backward_lag_months", "month", (1.0, 2.0)))  # fmt: skip
    return [
        Observation(
            indicator=f"capability gap: {name}", subject=CN, counterpart=US,
            definition=f"{name}, tolerance 0, Test Index", unit=unit, value=sum(ends) / 2,
            low=ends[0],
            high=ends[1], censored=None, holds_on=day, known_on=day, source="test/index",
            vintage_file="e.csv",
            vintage_sha256=sha256,
        )
        for name, unit, ends in rows
    ]  # fmt: skip
