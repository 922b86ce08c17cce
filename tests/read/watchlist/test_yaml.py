from __future__ import annotations

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.watchlist import Watched
from theodolite.read import watchlist as reader
from theodolite.read.watchlist import Watchlist, watchlist

NAME = "watch.yml"


def of(text: str | bytes) -> Watchlist:
    return watchlist(text.encode() if isinstance(text, str) else text, NAME)


def refused(text: str) -> list[str]:
    return [str(one) for one in of(text).refused]


def whole(text: str | bytes) -> str:
    with pytest.raises(Refusal) as caught:
        of(text)
    return str(caught.value)


def test_every_field_and_the_short_form() -> None:
    found = of(
        """# what we watch
- name: harbour-news
  title: "Harbour: news"
  publisher: Harbour Institute
  shape: page
  address: " https://harbour.example/news page "
  home: https://harbour.example/
  kind: official
  language: en-GB
  tags: [labs, 大模型, labs]
  full_text: no
  most: 50
  licence: CC BY 4.0
  may_republish: yes
  confirmed: https://list.example/feeds.md
- https://Quay.example/feed.xml
- address: https://nordlys.example/rss
  language: no
  tags: labs, models
  title: ~
"""
    )
    assert found.refused == ()
    assert found.form == "yaml"
    assert found.entries == (
        Watched(
            name="harbour-news", title="Harbour: news", publisher="Harbour Institute", shape="page",
            address="https://harbour.example/news%20page", home="https://harbour.example/", kind="official",
            language="en", tags=("labs", "大模型"), full_text=False, most=50, licence="CC BY 4.0",
            may_republish=True, confirmed="https://list.example/feeds.md",
        ),
        Watched(name="quay.example", shape="feed", address="https://Quay.example/feed.xml"),
        Watched(
            name="nordlys.example", shape="feed", address="https://nordlys.example/rss", language="no",
            tags=("labs", "models"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("shape: fed", "shape: 'fed' is none; do you mean feed?"),
        ("kind: newspaper", "kind: 'newspaper' is none; give official, wire, press"),
        ("langauge: en", "the field langauge is none; do you mean language?"),
        ("language: english", "language: 'english' is no language code; give en, zh"),
        ("most: 0", "most: '0' is no such number; give 1 to 10000"),
        ("most: 10", None),
        ("full_text: perhaps", "full_text: 'perhaps' is neither; give true or false"),
        ("name: two words", "name: 'two words' is no name; give 1 to 80 letters"),
        ("name: ../x", "is no name"),
        ("name: ''", "name: it is empty"),
        ("home: javascript:alert(1)", "home: 'javascript:alert(1)' is no web address"),
        ("title: {a: b}", "title: it has fields or lists of its own; give one text"),
        ("title: [a, b]", "title: it is a list; give one text"),
        ("tags: [[a]]", "tags: it has fields or lists of its own"),
        (f"title: {'x' * 301}", "title: it has 301 characters; give at most 300"),
        (f"tags: {'x' * 81}", "goes on for 81 characters"),
        (f"tags: [{', '.join(str(n) for n in range(31))}]", "tags: there are 31; give at most 30"),
        ("most: 5\n  most: 6", "the field most stands in it twice (line 3 before); keep one of the two"),
        ("? [a]\n  : b", "a field has no name"),
    ],
)
def test_an_entry_that_breaks_a_rule_is_refused_and_the_rest_goes_on(entry: str, said: str | None) -> None:
    found = of(
        f"- https://quay.example/feed\n- address: https://harbour.example/feed\n  {entry}\n- https://z.example/\n"
    )
    if said is None:
        assert found.refused == ()
        assert len(found.entries) == 3
        return
    assert [one.name for one in found.entries] == ["quay.example", "z.example"]
    [line] = map(str, found.refused)
    assert line.startswith("watch.yml line ")
    assert ", entry 2" in line
    assert said in line


def test_addresses_by_shape() -> None:
    text = """- {shape: folder, address: ~/press releases}
- {shape: data, address: epoch/notable_models}
- {shape: data, address: epoch/notable_modles}
- {shape: sitemap}
- {title: Harbour, address: ftp://harbour.example/}
- [a]
-
"""
    found = of(text)
    assert [(one.name, one.address) for one in found.entries] == [
        ("press-releases", "~/press releases"),
        ("epoch-notable-models", "epoch/notable_models"),
    ]
    assert [str(one) for one in found.refused] == [
        "watch.yml line 3, entry 3: address: no source 'epoch/notable_modles' in the catalogue; "
        "do you mean epoch/notable_models or epoch/all_models or epoch/frontier_models?",
        "watch.yml line 4, entry 4: address: it is missing; give the address of the source",
        "watch.yml line 5, entry 5 (Harbour): address: 'ftp://harbour.example/' is no web address; "
        "give one that begins with https:// or http://",
        "watch.yml line 6, entry 6: it is neither an address nor fields; "
        "begin each source with `- `, its fields under it as `field: value`",
        "watch.yml line 7, entry 7: it is neither an address nor fields; "
        "begin each source with `- `, its fields under it as `field: value`",
    ]


def test_an_address_or_a_name_stands_once() -> None:
    text = """- https://harbour.example/feed
- HTTPS://HARBOUR.example:443/feed?utm_source=x
- {name: quay, address: https://quay.example/1}
- {name: quay, address: https://quay.example/2}
"""
    assert refused(text) == [
        "watch.yml line 2, entry 2: HTTPS://HARBOUR.example:443/feed?utm_source=x is listed before "
        "(line 1, entry 1); keep one of the two",
        "watch.yml line 4, entry 4 (quay): the name quay is taken (line 3, entry 3); "
        "give it a name of its own",
    ]


def test_names_from_titles_and_addresses() -> None:
    text = """- {title: Import AI!, address: https://a.example/feed}
- {title: 量子位 · 新闻, address: https://b.example/feed/}
- {title: import ai, address: https://www.c.example/blog/ai/rss.xml}
- {title: import ai, address: "https://www.c.example/blog/ai/atom.xml"}
- {title: "!!!", address: https://d.example/index.xml}
- {name: e.example, address: https://f.example/}
- https://e.example/feeds/all.rss
- https://g.example/newest?q=AI&points=50
"""
    found = of(text)
    names = [one.name for one in found.entries]
    assert names[:3] == ["import-ai", "量子位-新闻", "import-ai-c.example-blog-ai"]
    assert names[3].startswith("import-ai-")
    assert names[4] == "d.example"
    assert names[5] == "e.example"
    assert names[6].startswith("e.example-")
    assert names[7] == "g.example-newest-q-ai-points-50"
    assert len(set(names)) == len(names)
    # What is put at the end changes no other name.
    more = of(text + "- {title: Import AI, address: https://z.example/}\n")
    assert [one.name for one in more.entries][:-1] == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "watch.yml: it lists no source; begin each source with `- `"),
        ("# nothing\n", "it lists no source"),
        ("[]", "it lists no source"),
        ("address: https://a.example/", "it is no list of sources"),
        ("- a: [b\n- c: d\n", "watch.yml line 2: this is not YAML"),
        ("- a: b: c\n", "watch.yml line 1: this is not YAML"),
        ("- &a https://a.example/\n- *a\n", "watch.yml line 1: it has an alias or anchor (& or *)"),
        ("- *nobody\n", "it has an alias or anchor"),
        (
            "- !!python/object/apply:os.system [x]\n",
            "it has the tag tag:yaml.org,2002:python/object/apply:os",
        ),
        ("--- [https://a.example/]\n--- []\n", "watch.yml line 2: a second document begins here"),
        ("[" * 100_000, "nested too deep"),
        ("- " * 100_000, "nested too deep"),
        ("- a: {b: {c: {d: e}}}\n", "watch.yml line 1: lists and fields are nested too deep"),
        (f"- {'x' * 99}\x07\n", "this is not YAML"),
        ("#" * (1024**2 + 1), "over the limit of 1 MiB"),
        (b"\x00\x01\x02\xff" * 200, "save it as UTF-8"),
    ],
)
def test_what_is_no_watchlist(text: str | bytes, said: str) -> None:
    assert said in whole(text)


def test_character_sets() -> None:
    text = "- {title: 量子位, address: https://a.example/feed}\n"
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        assert of(text.encode(codec)).entries[0].title == "量子位"


def test_no_more_entries_and_refusals_than_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "ENTRY_LIMIT", 3)
    found = of("".join(f"- https://a.example/{n}\n" for n in range(5)))
    assert len(found.entries) == 3
    assert [str(one) for one in found.refused] == ["watch.yml: it lists more than 3 sources; split it"]
    monkeypatch.undo()
    lines = refused("- x\n" * 250)
    assert len(lines) == 101
    assert lines[-1] == "watch.yml: 150 more entries are refused; mend these first"
    said = "watch.yml: 900 more entries are refused, and what follows was not looked at; mend these first"
    assert refused("- x\n" * 2500)[-1] == said
