"""Published figures held against ours: paths in a report, verdicts, the declared checks, the real files."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from theodolite.catalog.published import Published, published
from theodolite.measure.published import WORKS, found_at, judged

CHECK = Published(
    id="x", words="x", published=1.0, accepted=(0.9, 1.1), tolerance="x", unit="", source="",
    command="share --data f.csv", figure="total", reason="why not",
)  # fmt: skip
REPORT = {
    "total": 7, "gap": {"low": None}, "deep": {"rows": [{"months": 9.0}, {"months": None}, {"months": 2.0}]},
    "shares": [{"group": "China", "value": 2.0}, {"group": "US", "value": 5}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("total", 7),
        ("shares[0].value", 2),
        ("shares[-1].value", 5),
        ("shares[group=US].value", 5),
        ("sum(shares.value)", 7),
        ("min(deep.rows.months)", 2),
        ("max(deep.rows.months)", 9),
        ("max(deep.none.months)", None),
        ("shares[group=Nobody].value", None),
        ("shares[9].value", None),
        ("gap.low", None),
        ("nothing.here", None),
    ],
)
def test_paths(path: str, value: float | None) -> None:
    assert found_at(REPORT, path) == value


def test_a_path_that_is_none() -> None:
    with pytest.raises(ValueError, match="no path"):
        found_at(REPORT, "shares[[")


@pytest.mark.parametrize(
    ("value", "verdict", "reason"),
    [
        (1.0, "reproduced", None),
        (1.2, "not reproduced", "why not"),
        (float("nan"), "not reproduced", "the data does not hold what it needs"),
        (None, "not reproduced", "the data does not hold what it needs"),
    ],
)
def test_verdicts(value: float | None, verdict: str, reason: str | None) -> None:
    found = judged(CHECK, value, ())
    assert (found.verdict, found.reason) == (verdict, reason)
    assert (found.difference is None) == (value is None or value != value)


@pytest.mark.parametrize("check", published(), ids=lambda c: c.id)
def test_every_check_is_a_command_that_there_is(check: Published) -> None:
    from theodolite.cli.app import app

    known = {command.name for command in app.registered_commands}
    for command in (check.command, *(t.command for t in check.tried)):
        if command is not None:
            words = shlex.split(command)
            assert words[0] in known
            assert "--data" in words
    assert check.work is None or check.work in WORKS
    assert check.accepted[0] <= check.accepted[1]


@pytest.mark.shared
def test_what_reproduces_on_the_published_data_and_what_does_not() -> None:
    from theodolite.cli.reproduce import run

    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("shared data is not beside the checkout")
    outcomes, refusals = run(folder)
    assert refusals == []
    assert len(outcomes) == len(published())
    by_id = {o.check.id: o for o in outcomes}
    assert {
        "eci-cost", "eci-scores", "eci-difficulties", "metr-doubling", "compute-notable", "compute-frontier",
        "notable-2024-us", "notable-2024-europe", "arena-2025-02",
        "arena-percent-2025-02-04", "arena-percent-2025-02-18", "arena-percent-2025-06-12",
        "arena-percent-2025-06-17", "clusters-performance", "clusters-cost", "clusters-power",
        "clusters-private", "power-frontier", "training-cost", "china-lag-mean", "industry-2024",
    } <= {o.check.id for o in outcomes if o.verdict == "reproduced"}  # fmt: skip
    china = by_id["notable-2024-china"]
    assert (china.verdict, china.ours) == ("not reproduced", 10)
    # It moves with the vintage (10, 26, 31), and under no rule of the first one beyond 11.
    assert [a.ours for a in china.tried][:5] == [10, 10, 10, 9, 11]
    assert {26, 31} <= {a.ours for a in china.tried}
    assert by_id["compute-notable"].ours == pytest.approx(4.58, abs=0.005)
    assert by_id["compute-frontier"].ours == pytest.approx(4.76, abs=0.005)
    for o in outcomes:
        assert o.verdict == "reproduced" or o.reason, o.check.id
        assert o.check.cannot or o.vintages
