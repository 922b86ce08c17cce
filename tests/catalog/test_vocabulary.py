"""The vocabulary: every entry sound, no way of writing that means two things, enough of each kind."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest
import yaml

from theodolite.catalog import vocabulary
from theodolite.catalog.vocabulary.entries import Entry

ENTRIES = tuple(vocabulary.load().entries.values())
FOLDER = resources.files("theodolite.catalog.vocabulary")


def _written(entry: Entry) -> set[str]:
    """Every way to write a name in Latin script."""
    return {
        *(entry.name, *entry.aliases, *entry.short),
        *(*entry.adjectives, *entry.metonyms, *entry.capitals),
    }


def test_sizes() -> None:
    kinds = Counter(entry.kind for entry in ENTRIES)
    assert kinds["organisation"] >= 900
    assert kinds["model"] >= 500
    assert kinds["person"] >= 150
    assert kinds["side"] >= 120
    assert sum(entry.what == "chip" for entry in ENTRIES) >= 90


def test_chinese_names_of_each_kind() -> None:
    named = Counter(entry.kind for entry in ENTRIES if entry.zh)
    assert named["side"] >= 115
    assert named["organisation"] >= 550
    assert named["model"] >= 100
    assert named["person"] >= 100


def test_sides_of_entries_are_sides() -> None:
    known = vocabulary.load()
    for entry in ENTRIES:
        assert entry.side is None or known.entries[entry.side].kind == "side", entry


def test_one_way_of_writing_names_one_entry() -> None:
    seen: dict[str, str] = {}
    for entry in ENTRIES:
        for written in _written(entry):
            assert seen.setdefault(written, entry.name) == entry.name, written


def test_one_chinese_way_of_writing_names_one_entry() -> None:
    seen: dict[str, str] = {}
    for entry in ENTRIES:
        for written in (*entry.zh, *entry.zh_metonyms, *entry.zh_adjectives):
            assert seen.setdefault(written, entry.name) == entry.name, written


def test_models_are_on_their_makers_side() -> None:
    known = vocabulary.load()
    for entry in ENTRIES:
        if entry.kind == "model":
            assert entry.maker is not None
            assert known.entries[entry.maker].kind == "organisation"
            assert entry.side == known.side_of(entry.maker)


def test_organisations_of_people_are_known() -> None:
    known = vocabulary.load()
    names = {n for e in known.entries.values() for n in (e.name, *e.metonyms)}
    assert [e.name for e in ENTRIES if e.organisation and e.organisation not in names] == []


def test_every_person_was_confirmed_somewhere() -> None:
    people = [entry for entry in ENTRIES if entry.kind == "person"]
    assert [p.name for p in people if not p.source or not p.post] == []


def test_what_a_context_word_undoes_is_not_the_name_itself() -> None:
    for entry in ENTRIES:
        assert not set(entry.unless) & {entry.name, *entry.aliases}, entry.name
        assert not set(entry.zh_unless) & set(entry.zh), entry.name


def test_longer_chinese_words_contain_a_name() -> None:
    """`zh_unless` is matched in place of a name: a word that holds none, from whatever entry, is idle."""
    names = {w for e in ENTRIES for w in (*e.zh, *e.zh_metonyms)}
    idle = [w for e in ENTRIES for w in e.zh_unless if not any(n in w for n in names)]
    assert idle == []


def test_the_chinese_index_finds_the_longest_name_first() -> None:
    index = vocabulary.load().han()
    for first, rows in index.items():
        assert all(row.written.startswith(first) for row in rows)
        lengths = [len(row.written) for row in rows]
        assert lengths == sorted(lengths, reverse=True)
    found = {row.written: row.entry.name if row.entry else None for row in index["阿"]}
    assert (found["阿里巴巴"], found["阿里云"], found["阿里山"]) == ("Alibaba", "Alibaba Cloud", None)


@pytest.mark.parametrize(
    ("chinese", "name"),
    [
        *(
            ("美国", "United States"),
            ("华盛顿", "United States"),
            ("中方", "China"),
            ("欧盟", "European Union"),
        ),
        *(("英伟达", "Nvidia"), ("字节跳动", "ByteDance"), ("月之暗面", "Moonshot AI"), ("中芯国际", "SMIC")),
        *(("通义千问", "Qwen"), ("文心一言", "Ernie Bot"), ("豆包", "Doubao"), ("昇腾910B", "Ascend 910B")),
        *(("黄仁勋", "Jensen Huang"), ("奥特曼", "Sam Altman"), ("阿尔特曼", "Sam Altman")),
        *(("辉达", "Nvidia"), ("川普", "Donald Trump"), ("商务部", "Ministry of Commerce")),
    ],
)
def test_chinese_names(chinese: str, name: str) -> None:
    rows = vocabulary.load().han()[chinese[0]]
    assert [row.entry.name for row in rows if row.written == chinese and row.entry] == [name]


def _han(text: str) -> list[str]:
    """Names by longest match from left to right; single characters and doubtful names aside."""
    found, at = [], 0
    while at < len(text):
        rows = vocabulary.load().han().get(text[at], ())
        row = next((r for r in rows if len(r.written) > 1 and text.startswith(r.written, at)), None)
        if row and row.entry and not row.entry.zh_needs:
            found.append(row.entry.name)
        at += len(row.written) if row else 1
    return found


@pytest.mark.parametrize(
    "text",
    [
        *("其中方案不同", "其中共有三家", "其中金额不大", "其中兴起一股开源浪潮", "近日立即停止", "完美方案"),
        *(
            "高通量测序",
            "算法方面领先",
            "平台方表示",
            "请你联想到这一点",
            "科技部门的人",
            "全链路透明",
            "每个字节",
        ),
        *(
            "三星级酒店",
            "瑞士军刀",
            "一盘意大利面",
            "蓝思科技",
            "有求必应",
            "甲骨文字",
            "文心雕龙",
            "中东部地区",
        ),
        *("界面使用友好", "今日资本市场大涨", "十兆芯片", "千寻智能体", "京东方便"),
        *("产品玩法", "北极星计划", "平台达电力", "夏普比率", "典礼来了", "银行业", "计算能力", "财政部门"),
    ],
)
def test_chinese_words_that_only_hold_the_characters_of_a_name(text: str) -> None:
    assert _han(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("英伟达向中国出售H20芯片", ["Nvidia", "China"]),
        ("美国商务部限制华为", ["Commerce Department", "Huawei"]),
        ("北京大学与阿里云合作", ["Peking University", "Alibaba Cloud"]),
        ("中方与美方会谈", ["China", "United States"]),
        ("字节跳动的豆包和腾讯", ["ByteDance", "Doubao", "Tencent"]),
        ("今日资本与用友", ["Capital Today", "Yonyou"]),
        ("京东方面与京东方", ["JD.com", "BOE"]),
        ("兆芯与千寻智能", ["Zhaoxin", "Spirit AI"]),
        (
            "挪威央行、阿布扎比投资局与柏基投资",
            ["Norges Bank", "Abu Dhabi Investment Authority", "Baillie Gifford"],
        ),
        ("易方达与米哈游认购", ["E Fund", "miHoYo"]),
        ("中信建投与中信证券", ["CSC Financial", "CITIC"]),
        ("西安电子科技大学和圣路易斯华盛顿大学", ["Xidian University", "Washington University in St. Louis"]),
        (
            "香港证监会与证监会",
            ["Securities and Futures Commission", "China Securities Regulatory Commission"],
        ),
        ("财联社称阿里·法哈迪加入", ["Cailian Press", "Ali Farhadi"]),
    ],
)
def test_chinese_names_in_a_text(text: str, found: list[str]) -> None:
    assert _han(text) == found


def test_names_are_listed_as_rows_of_short_files() -> None:
    for folder in ("organisations", "models", "people"):
        for path in FOLDER.joinpath(folder).iterdir():
            text = path.read_text(encoding="utf-8")
            assert path.name.endswith(".yml")
            assert len(text.splitlines()) < 400
            assert text.startswith("# ")
            assert len(yaml.safe_load(text)) == text.count("\n- {name: ")


def test_a_signs_currency_is_one_currency() -> None:
    signs = Counter(s for row in vocabulary.load().currencies.values() for s in row["signs"])
    assert max(signs.values()) == 1


def test_digest_is_stable_within_a_run() -> None:
    assert vocabulary.digest() == vocabulary.digest() and len(vocabulary.digest()) == 64


def test_unknown_names_have_no_side() -> None:
    assert vocabulary.load().side_of("Foothill Ventures") is None
    assert vocabulary.load().side_of(None) is None


def test_a_name_that_is_meant_by_a_way_to_write_it() -> None:
    assert vocabulary.canonical(" us ") == vocabulary.canonical("United  States") == "United States"
    assert vocabulary.canonical("美国") == "United States"
    assert vocabulary.canonical("nobody of this name") is None
