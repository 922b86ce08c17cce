"""The dispatches of the starter: enough of them, each sourced, dated and short."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

import theodolite.catalog
from theodolite.gather import sidecar as reader

STARTER = Path(theodolite.catalog.__file__).parent / "starter"
DISPATCHES = sorted((STARTER / "dispatches").glob("*.md"))
LAST_DAY = "2026-11-21"  # the day the sources were read: nothing here can be younger
HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[A-Za-z0-9$][\w$.,%'-]*")
QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')
SOURCE = re.compile(r"Source: (?P<publisher>.+), (?P<date>\d{4}(?:-\d{2}){0,2}), (?P<address>https?://\S+)")
NUMBER = r"(?:\d[\d.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|half a)"
SPAN_EN = re.compile(
    NUMBER + r"\b[\w\s,.-]{0,24}\b(?:months?|years?|decade)\b|matter of months|months, not years", re.I
)
SPAN_ZH = re.compile(r"[\d一二两三四五六七八九十几]+(?:年半?|个月)|[一两]+到?两?年|一两个月")
LAG_WORD = re.compile(
    r"\b(?:behind|ahead|lags?|lagged|gap|trails?|catch(?:ing)? up|caught up|lead|older)\b"
    r"|落后|领先|差距|追上|赶上|追赶|差别",
    re.I,
)
SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.](?=\d)[^.!?。！？\n]+)*[.!?。！？]?")


def sidecar(path: Path) -> dict[str, object]:
    return dict(yaml.safe_load((path.parent / f"{path.name}.origin.yml").read_text(encoding="utf-8")))


def parts(path: Path) -> tuple[str, list[str], str]:
    """Heading, paragraphs of the body, source line."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return blocks[0], blocks[1:-1], blocks[-1]


def words(text: str) -> float:
    """Length in words; a Chinese word is taken as 1.6 characters."""
    return len(WORD.findall(HAN.sub(" ", text))) + len(HAN.findall(text)) / 1.6


def states_a_lag_in_time(path: Path) -> bool:
    text = "\n".join([parts(path)[0], *parts(path)[1]])
    return any(
        LAG_WORD.search(sentence) and (SPAN_EN.search(sentence) or SPAN_ZH.search(sentence))
        for sentence in SENTENCE.findall(text)
    )


def test_there_are_enough_dispatches_and_enough_in_chinese() -> None:
    languages = [sidecar(path)["language"] for path in DISPATCHES]
    assert len(DISPATCHES) >= 30
    assert languages.count("zh") >= 6
    assert set(languages) == {"en", "zh"}


def test_enough_dispatches_state_a_lag_in_months_or_years() -> None:
    assert sum(map(states_a_lag_in_time, DISPATCHES)) >= 14


def test_enough_dispatches_carry_figures() -> None:
    figures = re.compile(r"\d[\d,.]*")
    rich = [p for p in DISPATCHES if len(figures.findall(" ".join(parts(p)[1]))) >= 4]
    assert len(rich) >= 20


def test_sidecars_and_dispatches_come_in_pairs() -> None:
    beside = {path.name for path in (STARTER / "dispatches").iterdir()}
    assert beside == {path.name for path in DISPATCHES} | {f"{path.name}.origin.yml" for path in DISPATCHES}


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_a_dispatch_has_the_form_of_a_dispatch(path: Path) -> None:
    heading, body, source = parts(path)
    assert heading.startswith("# ") and "\n" not in heading
    assert body, "a dispatch has a text"
    assert all("\n" not in paragraph for paragraph in body), "one paragraph, one line"
    assert 60 <= words(" ".join(body)) <= 260
    assert SOURCE.fullmatch(source), source


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_a_sidecar_says_what_the_dispatch_says(path: Path) -> None:
    heading, body, source = parts(path)
    found = SOURCE.fullmatch(source)
    assert found is not None
    known = sidecar(path)
    assert known == {
        "title": heading.removeprefix("# "),
        "publisher": "Theodolite starter",
        "kind": "dispatch",
        "language": "zh" if HAN.search(" ".join(body)) else "en",
        "published": found["date"],
        "address": found["address"],
        "licence": "CC BY 4.0",
        "may_republish": True,
    }


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_the_survey_reads_the_sidecar_without_refusal(path: Path) -> None:
    facts, refusals = reader.beside(path)
    assert refusals == []
    assert facts == sidecar(path)


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_the_date_is_real_not_in_the_future_and_in_the_name(path: Path) -> None:
    published = str(sidecar(path)["published"])
    year, *rest = (int(part) for part in published.split("-"))
    dt.date(year, *[*rest, 1, 1][:2])  # raises where there is no such day
    assert published <= LAST_DAY
    assert re.match(r"\d{4}(-\d{2}){1,2}-[a-z0-9]", path.name)
    assert path.name.startswith(published)


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_quotations_are_short_and_closed(path: Path) -> None:
    text = " ".join(parts(path)[1])
    assert text.count('"') % 2 == 0
    assert text.count("“") == text.count("”")
    for plain, curly in QUOTED.findall(text):
        assert words(plain or curly) < 25, plain or curly


def test_no_paragraph_and_no_heading_stands_twice() -> None:
    paragraphs = [paragraph for path in DISPATCHES for paragraph in parts(path)[1]]
    headings = [parts(path)[0] for path in DISPATCHES]
    assert len(paragraphs) == len(set(paragraphs))
    assert len(headings) == len(set(headings))


def test_the_list_of_sources_names_every_dispatch_once_and_nothing_else() -> None:
    listed = re.findall(
        r"^\| (\S+) \| `([^`]+)` \| .*<(\S+)> \| .+ \| (en|zh) \|$",
        (STARTER / "DISPATCHES.md").read_text(encoding="utf-8"),
        flags=re.M,
    )
    expected = [
        (str(known["published"]), path.stem, str(known["address"]), str(known["language"]))
        for path, known in ((path, sidecar(path)) for path in DISPATCHES)
    ]
    assert sorted(listed) == sorted(expected)
