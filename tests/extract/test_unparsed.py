"""What a text holds beyond its share of parsing is read without syntax: fewer claims, and never a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from theodolite import extract
from theodolite.extract import reading
from theodolite.extract.chinese import relations as zh_relations
from theodolite.extract.lags import stretches
from theodolite.model.origin import Origin
from theodolite.model.text import Text

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize("name", ["press_photonics", "forum_weights", "launch_ember", "page_slashdot"])
def test_every_rule_stands_without_syntax(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    content = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    origin = Origin(location="a.txt", published="2025-03-01")
    whole = extract.claims(text, origin)
    monkeypatch.setattr(reading, "_PARSED_AT_MOST", 0)
    without = extract.claims(text, origin)
    assert 0 < len(without) < len(whole)
    assert all(content[c.start : c.end] == c.quote for c in without)


def test_figures_beyond_what_is_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "Acme AI sold 4,000 chips in 2024. " * 5
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    origin = Origin(location="a.txt", published="2025-03-01")
    whole = extract.found(text, origin)
    assert len(whole.claims) == 5 and not whole.unread
    monkeypatch.setattr(reading, "_FIGURES_AT_MOST", 3)
    part = extract.found(text, origin)
    assert 0 < len(part.claims) < 5
    (left,) = part.unread
    assert left.place == "a.txt" and "quantity" in left.reason
    assert max(c.end for c in part.claims) <= int(left.reason.split("character ")[1].split()[0])


def test_lags_beyond_what_is_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "China is two years behind the United States in chips. " * 5
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    origin = Origin(location="a.txt", published="2025-03-01")
    assert sum(c.KIND == "lag" for c in extract.found(text, origin).claims) == 5
    monkeypatch.setattr(stretches, "_IN_A_TEXT", 3)
    part = extract.found(text, origin)
    lags = [c for c in part.claims if c.KIND == "lag"]
    assert len(lags) == 3
    (left,) = part.unread
    assert "more lag claims" in left.reason
    assert max(c.end for c in lags) <= int(left.reason.split("character ")[1].split()[0])


def test_chinese_ties_beyond_what_is_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "阿里巴巴投资了月之暗面。华为开发了盘古模型。百度收购了YY直播。"
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    origin = Origin(location="a.txt", published="2025-03-01")
    whole = extract.found(text, origin)
    assert sum(c.KIND == "relation" for c in whole.claims) > 1 and not whole.unread
    monkeypatch.setattr(zh_relations, "_TRIED_AT_MOST", 1)
    part = extract.found(text, origin)
    assert sum(c.KIND == "relation" for c in part.claims) == 1
    assert ["more relation claims" in left.reason for left in part.unread] == [True]
