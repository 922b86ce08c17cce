"""Backers in long lists, posts in appositions, shares held and reports put out, in Chinese."""

from __future__ import annotations

from theodolite.extract import found
from theodolite.model.origin import Origin
from theodolite.model.text import Text


def ties(text: str) -> set[tuple[object, object, object]]:
    origin = Origin(location="x", published="2025-06-01", language="zh")
    claims = found(Text(snapshot="0" * 64, reader="t/1", content=text), origin).claims
    return {(c.subject, c.predicate, c.object) for c in claims if c.kind == "relation"}


def test_backers_are_listed_in_two_runs() -> None:
    got = ties("DeepSeek的投资人中既有腾讯、小米等企业，也有真格基金、启明创投等机构。")
    backers = {subject for subject, predicate, target in got if (predicate, target) == ("funds", "DeepSeek")}
    assert backers == {"Tencent", "Xiaomi", "ZhenFund", "Qiming Venture Partners"}


def test_whom_two_houses_back() -> None:
    got = ties("腾讯、小米加持的百川智能发展很快。")
    assert {("Tencent", "funds", "Baichuan"), ("Xiaomi", "funds", "Baichuan")} <= got


def test_a_wish_to_invest_is_no_tie() -> None:
    assert not {t for t in ties("腾讯想投资百川智能。") if t[1] == "funds"}


def test_a_lead_investor_is_not_funded() -> None:
    assert ("Baichuan", "funds", "Tencent") not in ties("百川智能此次融资的领投方是腾讯。")


def test_a_share_is_held() -> None:
    assert ("Tencent", "owns", "Baichuan") in ties("腾讯持有百川智能约7%的股份。")


def test_posts_as_an_apposition() -> None:
    got = ties("作为百川智能的创始人兼CEO，王小川出席了会议。")
    assert {("Wang Xiaochuan", "founded", "Baichuan"), ("Wang Xiaochuan", "leads", "Baichuan")} <= got


def test_a_report_is_made_by_those_who_put_it_out() -> None:
    got = ties("根据清华大学与北京大学联合发布的《海湾算力报告》，需求在增长。")
    assert ("Tsinghua University", "develops", "海湾算力报告") in got
    assert ("Peking University", "develops", "海湾算力报告") in got
    assert not ties("清华大学关于《海湾算力报告》没有回应。")
