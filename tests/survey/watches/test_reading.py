"""A file of watches: what it may say, and one clear line for each thing that it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.watch import ClaimConditions, GapLine, LinesFile, Program, VerdictChange, Webhook
from theodolite.survey.watches.reading import LARGEST, read_watches

GOOD = """
watches:
  - name: lag under six months
    gap: {leader: US, follower: China, measure: eci, quantity: backward_lag_months, below: 6, interval: true}
    webhook: https://hooks.example.org/t?x=1
    secret: HOOK_SECRET
    private: true
    retry: {seconds: 5, first_wait: 1, longest_wait: 60}
  - name: "  contradictions   on compute "
    names: [NVIDIA, 英伟达]
    dimensions: compute
    kinds: [quantity, comparison]
    verdicts: contradicted
    speakers: [Jensen Huang]
    languages: [en, zh]
    from: beginning
    command: [notify, --title, "a b; rm -rf /"]
  - name: changed
    change: {from: supported, to: [contradicted, mixed]}
    webhook: http://192.168.1.20/x
    allow: ["192.168.1.20:80", "[fd00::1]:80"]
  - name: any
    change: any
    file: out/notices.jsonl
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "w.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    found, refusals = read_watches(write(tmp_path, GOOD))
    assert refusals == []
    gap, claims, changed, anything = found
    assert gap.looks_for == GapLine(
        leader="US", follower="China", measure="eci", quantity="backward_lag_months", below=6.0, interval=True
    )
    assert gap.target == Webhook(address="https://hooks.example.org/t?x=1", secret="HOOK_SECRET")
    assert (gap.private, gap.retry.seconds, gap.retry.longest_wait) == (True, 5.0, 60.0)
    assert claims.name == "contradictions on compute"
    assert claims.looks_for == ClaimConditions(
        names=("NVIDIA", "英伟达"), dimensions=("compute",), kinds=("quantity", "comparison"),
        verdicts=("contradicted",), speakers=("Jensen Huang",), languages=("en", "zh"),
    )  # fmt: skip
    assert claims.target == Program(arguments=("notify", "--title", "a b; rm -rf /"))
    assert claims.begins == "beginning"
    assert changed.looks_for == ClaimConditions(
        change=VerdictChange(before=("supported",), after=("contradicted", "mixed"))
    )
    assert changed.target == Webhook(address="http://192.168.1.20/x", allow=("192.168.1.20:80", "fd00::1:80"))
    assert anything.target == LinesFile(path=str(tmp_path / "out" / "notices.jsonl"))
    assert "HOOK_SECRET" in gap.body  # the variable's name, which is no secret
    # ... but the path of an address often is.
    assert gap.target_words == "https://hooks.example.org/…"
    assert "/t?x=1" not in gap.body


ROW = "  - {name: x, kinds: [lag], file: f"
GAP = "  - {name: x, file: f, gap: {leader: US, "
HOOK = "  - {name: x, kinds: lag, webhook: https://a.example/, "


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW + ", kind: lag}", "unknown key 'kind'; do you mean kinds"),
        ("  - {kinds: [lag], file: f}", "name: is no text"),
        ("  - just words", "no mapping"),
        ("  - {name: x, file: f}", "looks for nothing"),
        ("  - {name: x, kinds: [lag]}", "has 0 targets"),
        (ROW + ", command: [a]}", "has 2 targets"),
        ("  - {name: x, kinds: [lags], file: f}", "kinds: 'lags' is none; do you mean lag"),
        ("  - {name: x, dimensions: [money], file: f}", "dimensions: 'money' is none"),
        ("  - {name: x, verdicts: wrong, file: f}", "verdicts: 'wrong' is none; give supported"),
        ("  - {name: x, names: [], file: f}", "names: is no list of words"),
        ("  - {name: x, names: [1], file: f}", "names: is no list of words"),
        ("  - {name: x, names: {a: b}, file: f}", "names: is no list of words"),
        ('  - {name: x, names: ["a\\u0000b"], file: f}', "names: is no list of words"),
        ("  - {name: x, change: maybe, file: f}", "neither `any` nor a mapping"),
        ("  - {name: x, kinds: lag, command: notify}", "no list of words; write [program"),
        ("  - {name: x, kinds: lag, command: [a, 1]}", "no list of words"),
        ("  - {name: x, kinds: lag, command: []}", "no list of words"),
        ("  - {name: x, kinds: lag, webhook: ftp://a/b}", "webhook: is no address"),
        ("  - {name: x, kinds: lag, webhook: http://a.example/}", "is not https"),
        ("  - {name: x, kinds: lag, webhook: http://a.example:8/, allow: ['10.0.0.1:8']}", "is not https"),
        ("  - {name: x, kinds: lag, webhook: 'https://u:p@a.example/'}", "a user name, a password"),
        ("  - {name: x, kinds: lag, webhook: 'https://a.example:99999/'}", "is no address"),
        (HOOK + "secret: 'a b'}", "no name of an environment"),
        ("  - {name: x, kinds: lag, webhook: https://a/, allow: [localhost]}", "is no number with a port"),
        ("  - {name: x, kinds: lag, webhook: https://a/, allow: ['169.254.169.254:80']}", "never allowed"),
        (ROW + ", secret: A}", "without a webhook"),
        (ROW + ", from: yesterday}", "from: 'yesterday'"),
        (ROW + ", private: maybe}", "neither true nor false"),
        (ROW + ", retry: {seconds: 0}}", "time that is none"),
        (ROW + ", retry: {seconds: .inf}}", "is no number"),
        (GAP + "follower: China}, kinds: [lag]}", "`gap` and `kinds`; make two"),
        (GAP + "follower: China, quantity: backward_lag_months}}", "not one line"),
        (GAP + "follower: China, quantity: lag, below: 6}}", "quantity: 'lag' is none"),
        (GAP + "follower: China, quantity: vertical_gap, below: six}}", "is no number"),
        (GAP + "quantity: vertical_gap, below: 6}}", "follower: is no text"),
        (GAP + "follower: b, quantity: vertical_gap, above: 1, for_days: -1}}", "for_days"),
        (GAP + "follower: b, quantity: vertical_gap, above: 1, days: 3}}", "gap: unknown key"),
    ],
)  # fmt: skip
def test_a_watch_that_makes_no_sense_is_one_line_and_the_rest_goes_on(
    tmp_path: Path, row: str, said: str
) -> None:
    good = "  - {name: good, kinds: [lag], file: f}"
    found, refusals = read_watches(write(tmp_path, f"watches:\n{row}\n{good}\n"))
    assert [w.name for w in found] == ["good"]
    assert said in str(refusals[0])
    assert "watch 1" in str(refusals[0])
    assert "\n" not in str(refusals[0])


def test_two_of_one_name_are_not_one(tmp_path: Path) -> None:
    found, refusals = read_watches(write(tmp_path, f"watches:\n{ROW}}}\n{ROW}}}\n"))
    assert len(found) == 1
    assert "the name of another, 'x'" in str(refusals[0])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"watches: [", "not valid YAML"),
        (b"\xff\xfe\x00", "not valid YAML"),
        (b"- a", "holds no list `watches:`"),
        (b"watches: {}", "holds no list `watches:`"),
        (b"watches: []\nother: 1", "holds no list `watches:`"),
        (b"", "holds no list `watches:`"),
        (b"watches: !!python/object/apply:os.system [id]", "not valid YAML"),
        (b"[" * 5000, "not valid YAML"),
        (b"#" * (LARGEST + 1), "over the limit"),
    ],
)
def test_what_is_no_file_of_watches_is_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "w.yml"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=said) as refusal:
        read_watches(path)
    assert "\n" not in str(refusal.value)


def test_no_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be read"):
        read_watches(tmp_path / "gone.yml")


def test_the_target_alone_leaves_the_conditions_as_they_are(tmp_path: Path) -> None:
    both = (
        f"watches:\n{ROW}}}\n"
        + "  - {name: y, kinds: [lag], command: [a]}\n  - {name: z, kinds: [event], file: f}"
    )
    one, other, third = read_watches(write(tmp_path, both))[0]
    assert one.conditions == other.conditions != third.conditions
    assert one.body != other.body


def test_a_line_that_folds_a_million_into_one_costs_nothing(tmp_path: Path) -> None:
    bomb = "\n".join(
        [
            f"  - &a0 [{', '.join(['lol'] * 9)}]",
            *(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)),
        ]
    )
    rows = [
        f"  - {{name: {key}, kinds: [lag], file: f, {key}: *a29}}" for key in ("private", "from", "retry")
    ]
    rows += ["  - {name: n, names: *a29, file: f}", "  - {name: g, gap: *a29, file: f}", "  - *a29"]
    found, refusals = read_watches(write(tmp_path, "watches:\n" + bomb + "\n" + "\n".join(rows) + "\n"))
    assert found == []
    assert len(refusals) == 36
