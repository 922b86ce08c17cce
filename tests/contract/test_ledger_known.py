"""Claims, observations, findings and when they were known: only complete runs move known-time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest

from theodolite.ledger import Judgement, LedgerError
from theodolite.model.claim import KINDS, Assessment, Claim, Comparison, Event, Quantity, Relation
from theodolite.model.errors import Refusal
from theodolite.model.finding import Finding, Held
from theodolite.model.identity import sha256
from theodolite.model.observation import Observation
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text

CONTENT = "China is 12 to 24 months behind the United States, said Ma."


def quotes(store: Any, as_of: Any = None) -> list[str]:
    return [known.value.quote for known in store.claims(as_of)]


def observation(value: float, **more: Any) -> Observation:
    values: dict[str, Any] = {
        "indicator": "gap", "subject": "China", "counterpart": "United States", "definition": "vertical",
        "unit": "point", "value": value, "low": value - 1, "high": None, "censored": None,
        "holds_on": "2026-07-31", "known_on": "2026-08-11", "source": "epoch-eci",
        "vintage_file": "eci 中.csv", "vintage_sha256": "f" * 64,
    }  # fmt: skip
    return Observation(**{**values, **more})


def finding(claim: Claim, verdict: Any = "supported", sentence: str = "S.", version: str = "1") -> Finding:
    held = Held(
        definition="backward lag", measure="ECI", basis="now", vintage_file="f", vintage_date="2026-08-11",
        vintage_sha256="f" * 64, data_until="2026-07-31", source="epoch-eci", day="2024-05-15",
        day_value=7.0, low=4.5, high=8.0,
        censored=None, share=0.25, strict="fails", result="holds", arithmetic="8 - 1 = 7",
    )  # fmt: skip
    return Finding(
        claim_id=claim.id, saying_id=claim.saying_id, definitions_version=version, binding={"a": [1, None]},
        verdict_then=verdict, verdict_then_basis="reconstructed", verdict_now=verdict, outdated=False,
        stance_agrees=True, reason=None, sentence=sentence, held=(held, held), flags=("x", "y"),
    )  # fmt: skip


def test_claims_of_all_six_kinds_come_back_whole(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        head: dict[str, Any] = {
            "text_sha256": text.sha256, "document": "d", "source": "a\udce9.txt", "quote": CONTENT[0:5],
            "start": 0, "end": 5, "speaker": "Ma", "speaker_text": "Ma\x00", "via": ("Xinhua", "路透社"),
            "attribution": "indirect", "polarity": "denied", "hedged": True, "forecast": True,
            "condition": "if", "scope": "copies", "dimension": "compute", "said_on": "2024-05", "group": "g",
        }  # fmt: skip
        claims: list[Claim] = [
            make.lag(text, 6, 20, low_months=12.5, high_months=None, reading="standing"),
            Quantity(
                **head, subject="China", metric="users", value_low=38000, value_high=None, unit="people"
            ),
            Comparison(**head, subject="a", object="b", direction="below", factor=0.1),
            Relation(**head, subject="a", predicate="funds", object="b", amount=31000000000, unit="USD"),
            Event(**head, subject="a", action="released", object="b", date="2024-05-15"),
            Assessment(**head, subject="China", direction="strength"),
        ]
        assert {claim.kind for claim in claims} == set(KINDS)
        assert store.put_claims(text.sha256, "rules/1", claims) == 6
        assert store.put_claims(text.sha256, "rules/1", claims[::-1]) == 0
    again = {k.value.id: k.value for k in ledger_factory.open().claims()}
    assert again == {claim.id: claim for claim in claims}
    # 31000000000 stays an integer, 12.5 a float: equality does not tell.
    assert all(json.dumps(again[c.id].to_json()) == json.dumps(c.to_json()) for c in claims)


def test_a_run_is_seen_by_itself_at_once_and_by_others_when_complete(ledger_factory: Any, make: Any) -> None:
    store, other = ledger_factory.open(), ledger_factory.open()
    with store.begin("survey") as run:
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
        assert [k.known_from for k in store.claims()] == [None]
        assert quotes(other) == [] == other.snapshots()
        run.count("readers called", 3)
    assert quotes(other) == ["China"]
    (entry,) = other.runs()
    assert entry.status == "complete"
    assert entry.counts == {"snapshots": 1, "fetches": 1, "texts": 1, "claims": 1, "readers called": 3}
    assert [k.known_from for k in other.claims()] == [entry.ended]


def test_a_newer_extractor_closes_what_it_no_longer_finds_and_deletes_nothing(
    ledger_factory: Any, make: Any
) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5), make.lag(text, 6, 8)])
    first = store.runs()[0].ended
    with store.begin("survey"):
        assert store.extracted(text.sha256, "rules/1")
        assert not store.extracted(text.sha256, "rules/2")
        assert not store.extracted(text.sha256, "rules/1", "another date")
        store.put_claims(text.sha256, "rules/2", [make.lag(text, 0, 5), make.lag(text, 9, 11)])
        assert quotes(store) == ["China", "12"]
        assert quotes(store, as_of=first) == ["China", "is"]
    second = store.runs()[1].ended
    assert quotes(store) == quotes(store, as_of=second) == ["China", "12"]
    assert quotes(store, as_of=first) == ["China", "is"]
    just_before = dt.datetime.fromisoformat(second) - dt.timedelta(microseconds=1)
    assert quotes(store, as_of=just_before) == ["China", "is"]
    (gone,) = [k for k in store.claims(as_of=first) if k.value.quote == "is"]
    assert (gone.known_from, gone.known_to, gone.superseded_by) == (first, second, None)
    (row,) = [row for row in store.export("claims") if row["quote"] == "China"]
    assert (row["extractors"], row["known_from"]) == (["rules/1", "rules/2"], first)
    # Going back to the older version opens a second interval; the first stays as it was.
    with store.begin("survey"):
        assert not store.extracted(text.sha256, "rules/1")
        assert store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5), make.lag(text, 6, 8)]) == 0
    assert quotes(store) == ["China", "is"]
    assert quotes(store, as_of=second) == ["China", "12"]


def test_a_second_extractor_stands_beside_the_first(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
        store.put_claims(text.sha256, "other/1", [make.lag(text, 0, 5), make.lag(text, 6, 8)])
    with store.begin("survey"):
        store.put_claims(text.sha256, "rules/2", [])
    assert quotes(store) == ["China", "is"]
    with store.begin("survey"):
        store.put_claims(text.sha256, "other/2", [])
    assert quotes(store) == []


def test_what_an_extractor_gave_last_is_told_whoever_else_gave_it(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5), make.lag(text, 6, 8)])
        assert store.given(text.sha256, "other") == [] == store.given("0" * 64, "rules")
        store.put_claims(text.sha256, "other/1", [make.lag(text, 9, 11), make.lag(text, 0, 5)])
        assert [c.quote for c in store.given(text.sha256, "other")] == ["China", "12"]
    with store.begin("survey"):
        store.put_claims(text.sha256, "other/2", [make.lag(text, 0, 5)])
    assert [c.quote for c in store.given(text.sha256, "other")] == ["China"]
    assert [c.quote for c in store.given(text.sha256, "rules")] == ["China", "is"]


def test_of_two_forms_of_one_claim_the_last_derived_stands(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()

    def speakers() -> list[str | None]:
        return [known.value.speaker for known in store.claims()]

    with store.begin("survey"):
        text = make.document(store, CONTENT)
        by_ma, by_all = make.lag(text, 0, 5, speaker="Ma"), make.lag(text, 0, 5)
        store.put_claims(text.sha256, "rules/1", [by_ma])
        store.put_claims(text.sha256, "other/1", [by_all])
        assert speakers() == [None]
    with store.begin("survey"):
        store.put_claims(text.sha256, "rules/2", [by_ma])
        assert speakers() == ["Ma"]
    assert speakers() == ["Ma"]
    # The other extractor still holds its form: it stands again when the first gives up the claim.
    with store.begin("survey"):
        store.put_claims(text.sha256, "rules/3", [])
    assert speakers() == [None]


def test_a_text_of_two_snapshots_stands_while_one_of_them_is_read_so(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        # The same page fetched again with another advertisement: other bytes, the same text.
        page = Snapshot(b"<p>" + CONTENT.encode() + b"<p>advertisement")
        store.put_gathered(Gathered(Origin(location="page"), page, "2026-08-12T00:00:00Z"))
        store.put_text(Text(snapshot=page.sha256, reader="html/1", content=CONTENT))
        assert not store.extracted(text.sha256, "rules/1")
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
        assert store.extracted(text.sha256, "rules/1")
    with store.begin("survey"):
        other = Text(snapshot=page.sha256, reader="html/2", content="P: " + CONTENT)
        store.put_text(other)
        store.put_claims(other.sha256, "rules/1", [make.lag(other, 3, 8)])
        assert store.extracted(text.sha256, "rules/1")
    assert sorted(k.value.start for k in store.claims()) == [0, 3]


def test_a_better_reading_of_one_claim_is_another_form_of_it(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
    first = store.runs()[0].ended
    with store.begin("survey"):
        claim = make.lag(text, 0, 5, speaker="Ma", said_on="2024")
        assert store.put_claims(text.sha256, "rules/1", [claim], "dated 2024") == 1
    (now,) = store.claims()
    (then,) = store.claims(as_of=first)
    assert now.value.id == then.value.id
    assert (then.value.speaker, now.value.speaker) == (None, "Ma")
    assert then.superseded_by == now.form
    assert then.known_to == now.known_from


def test_a_newer_reader_takes_the_place_of_the_older_text(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
    with store.begin("survey"):
        better = dataclasses.replace(text, reader="plain/2", content="Title\n" + CONTENT)
        store.put_text(better)
        store.put_claims(better.sha256, "rules/1", [make.lag(better, 6, 11)])
    assert [k.value.text_sha256 for k in store.claims()] == [better.sha256]
    with store.begin("survey"):
        assert not store.extracted(text.sha256, "rules/1")
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
    assert [k.value.text_sha256 for k in store.claims()] == [text.sha256]


@pytest.mark.parametrize("how", ["failed", "interrupted", "closed", "abandoned"])
def test_a_run_that_does_not_complete_opens_and_closes_nothing(
    ledger_factory: Any, make: Any, how: str
) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
        store.put_findings("reconcile/1", [finding(make.lag(text, 0, 5))])

    def work(into: Any) -> None:
        other = make.document(into, "Another text.", "b.txt")
        into.put_claims(text.sha256, "rules/2", [make.lag(text, 6, 8)])
        into.put_claims(other.sha256, "rules/2", [make.lag(other, 0, 7)])
        into.put_observations("gap", "gap/1", [observation(1)])
        into.put_findings("reconcile/1", [finding(make.lag(text, 0, 5), "contradicted")])
        into.put_judgement(
            Judgement(kind="accepted", subject="s", judge="j", reason="r", made_at="2026-01-01T00:00:00Z")
        )
        into.put_derived("fit", "key", b"half")

    def content(of: Any) -> Any:
        whats = ("claims", "observations", "findings")
        return (
            [list(of.export(what)) for what in whats],
            of.snapshots(),
            of.texts(),
            of.text_by_sha(sha256(b"Another text.")),
            of.judgements(),
            of.derived("fit", "key"),
        )

    before = content(store)
    if how == "failed":
        with pytest.raises(ZeroDivisionError), store.begin("survey"):
            work(store)
            _ = 1 / 0
    elif how == "interrupted":
        with pytest.raises(KeyboardInterrupt), store.begin("survey"):
            work(store)
            raise KeyboardInterrupt
    else:
        second = ledger_factory.open()
        run = second.begin("survey")
        work(second)
        if how == "abandoned":
            run._lock.release()  # as the system does when a process is killed
        else:
            second.close()
    assert content(store) == before
    assert store.runs()[-1].status == {"abandoned": "running", "closed": "failed"}.get(how, "failed")
    with store.begin("survey"):
        assert store.runs()[-2].status in ("failed", "abandoned")
        assert content(store) == before
        assert not store.extracted(text.sha256, "rules/2")
        work(store)
    assert sorted(quotes(store)) == ["Another", "is"]
    assert [k.value.value for k in store.observations()] == [1]
    assert store.derived("fit", "key") == b"half"
    assert len(store.judgements()) == 1
    assert store.check() == []


def test_all_vintages_of_an_observation_are_kept_and_a_new_method_supersedes(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    old, new = observation(3.5, vintage_sha256="a" * 64), observation(4.5)
    with store.begin("survey"):
        assert store.put_observations("gap " + "a" * 64, "gap/1", [old]) == 1
        assert store.put_observations("gap " + "f" * 64, "gap/1", [new, observation(1, subject="EU")]) == 2
        assert store.put_observations("gap " + "f" * 64, "gap/1", [new, observation(1, subject="EU")]) == 0
    first = store.runs()[0].ended
    with store.begin("survey"):
        assert store.measured("gap " + "a" * 64, "gap/1")
        assert not store.measured("gap " + "f" * 64, "gap/2")
        assert store.put_observations("gap " + "f" * 64, "gap/2", [observation(4.75)]) == 1
    assert {(k.value.vintage_sha256[0], k.value.value) for k in store.observations()} == {
        ("a", 3.5),
        ("f", 4.75),
    }
    assert {k.value.value for k in store.observations(as_of=first)} == {3.5, 4.5, 1}
    assert {k.value for k in store.observations(as_of=first)} >= {old, new}
    with store.begin("survey"), pytest.raises(LedgerError, match="not JSON"):
        store.put_observations("gap", "gap/1", [observation(float("nan"))])


def test_claims_need_their_text_and_findings_their_claim(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with pytest.raises(ZeroDivisionError), store.begin("survey"):
        text = make.document(store, CONTENT)
        _ = 1 / 0
    with store.begin("survey"):
        # Only the failed run has read this text: what is extracted from it could not stand.
        with pytest.raises(LedgerError, match="put what was read"):
            store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
        make.document(store, CONTENT)
        with pytest.raises(LedgerError, match="not here"):
            store.put_findings("reconcile/1", [finding(make.lag(text, 0, 5))])
        with pytest.raises(LedgerError, match="a claim of text"):
            store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5, text_sha256="0" * 64)])
        with pytest.raises(LedgerError, match="name/version"):
            store.put_claims(text.sha256, "rules", [])


def test_superseded_findings_stay_visible(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        one, two = make.lag(text, 0, 5), make.lag(text, 6, 8)
        store.put_claims(text.sha256, "rules/1", [one, two])
        assert store.put_findings("reconcile/1", [finding(one), finding(two)]) == 2
        assert store.put_findings("reconcile/1", [finding(two), finding(one)]) == 0
        with pytest.raises(LedgerError):
            store.put_findings("reconcile/1", [finding(one), finding(one, sentence="Other.")])
    with store.begin("survey"):
        # A new vintage gives a new id; a reworded sentence gives a new form of the same id.
        assert store.put_findings("reconcile/1", [finding(one, "mixed"), finding(two, sentence="T.")]) == 2
    by_claim = {k.value.claim_id: k for k in store.findings()}
    assert by_claim[one.id].value == finding(one, "mixed")
    assert by_claim[two.id].value == finding(two, sentence="T.")
    every = list(store.findings(current_only=False))
    assert len(every) == 4
    for claim, first_said in ((one, finding(one)), (two, finding(two))):
        (old,) = [k for k in every if k.value.claim_id == claim.id and k.known_to is not None]
        assert old.value == first_said
        assert old.superseded_by == by_claim[claim.id].form
        assert old.known_to == by_claim[claim.id].known_from
    assert [row["superseded_by"] is None for row in store.export("findings")].count(True) == 2
    # A claim that no longer stands takes its finding with it.
    with store.begin("survey"):
        store.put_claims(text.sha256, "rules/2", [two])
    assert [k.value.claim_id for k in store.findings()] == [two.id]
    assert len(list(store.findings(current_only=False))) == 4


def test_judgements_stand_beside_and_are_kept_once(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    made = Judgement(
        kind="corrected", subject="c1", judge="editor", reason="wrong side 中",
        made_at="2026-08-11T10:00:00+02:00", correction={"leader": "United States"},
    )  # fmt: skip
    with store.begin("judge"):
        assert store.put_judgement(made) is True
        assert store.put_judgement(made) is False
        with pytest.raises(Refusal, match="zone"):
            store.put_judgement(dataclasses.replace(made, made_at="2026-08-11T10:00:00"))
    assert store.judgements() == [made]
    assert store.judgements(as_of="2001-01-01") == []


def test_derived_values_keep_their_first_word(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        assert store.derived("fit", "k") is None
        store.put_derived("fit", "k", b"\x00\xff")
        store.put_derived("fit", "k", b"other")
        store.put_derived("read", "k", b"")
        assert store.derived("fit", "k") == b"\x00\xff"
    assert ledger_factory.open().derived("fit", "k") == b"\x00\xff"
    assert ledger_factory.open().derived("read", "k") == b""


def test_days_and_moments_of_known_time(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
    ended = dt.datetime.fromisoformat(store.runs()[0].ended)
    assert quotes(store, ended.date()) == quotes(store, ended.date().isoformat()) == ["China"]
    assert quotes(store, ended.date() - dt.timedelta(days=1)) == []
    east = ended.astimezone(dt.timezone(dt.timedelta(hours=8)))
    assert quotes(store, east) == quotes(store, east.isoformat()) == ["China"]
    assert quotes(store, east - dt.timedelta(microseconds=1)) == []
    for wrong in ("2026", "soon", ended.replace(tzinfo=None)):
        with pytest.raises(Refusal):
            list(store.claims(wrong))


def test_known_time_goes_forward_even_when_the_clock_goes_back(
    ledger_factory: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from theodolite.ledger import clock

    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 5)])
    real = dt.datetime

    class Back(dt.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return real(1999, 1, 1, tzinfo=tz)

    monkeypatch.setattr(clock.dt, "datetime", Back)
    with store.begin("survey"):
        store.put_claims(text.sha256, "rules/2", [])
    first, second = store.runs()
    assert first.started < first.ended < second.started < second.ended
    assert quotes(store) == []


def test_exports_are_plain_and_in_a_stable_order(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, CONTENT)
        claims = [make.lag(text, start, start + 3) for start in (30, 0, 12)]
        store.put_claims(text.sha256, "rules/1", claims)
        store.put_observations("gap", "gap/1", [observation(1, subject=s) for s in ("c", "a", "b")])
        store.put_findings("reconcile/1", [finding(claim) for claim in claims])
        inside = [row["start"] for row in store.export("claims")]
    assert inside == [row["start"] for row in store.export("claims")] == [0, 12, 30]
    assert [row["subject"] for row in store.export("observations")] == ["a", "b", "c"]
    assert len(list(store.export("findings"))) == 3
    for what in ("claims", "observations", "findings"):
        rows = list(store.export(what))
        assert json.loads(json.dumps(rows, allow_nan=False)) == rows
        assert all({"id", "known_from", "known_to"} <= row.keys() for row in rows)


def test_a_run_ends_once_and_only_one_is_open(ledger_factory: Any) -> None:
    store, other = ledger_factory.open(), ledger_factory.open()
    with store.begin("survey", {"documents": ("a", "b"), "as_of": dt.date(2026, 1, 1)}) as run:
        with pytest.raises(LedgerError):
            store.begin("survey")
        with pytest.raises(Refusal, match="another run"):
            other.begin("survey")
        run.complete()
    with pytest.raises(LedgerError):
        run.complete()
    with other.begin("survey"):
        pass
    assert [r.status for r in store.runs()] == ["complete", "complete"]
    assert store.runs()[0].arguments == {"documents": ["a", "b"], "as_of": "2026-01-01"}
