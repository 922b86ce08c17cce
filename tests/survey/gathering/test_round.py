"""Rounds of gathering over a web in memory."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from fake_web import FakeWeb, item, page, rss

from theodolite import ledger
from theodolite.model.errors import Refusal
from theodolite.model.watchlist import Watched
from theodolite.survey.gathering import known
from theodolite.survey.gathering.articles import articles
from theodolite.survey.gathering.known import TRIES
from theodolite.survey.gathering.look import Look
from theodolite.survey.gathering.round import go
from theodolite.survey.gathering.writing import Writer
from theodolite.survey.order import Order
from theodolite.survey.order import run as survey

FEED = "https://lab.test/feed"
LAB = Watched(name="lab", shape="feed", address=FEED, kind="official")
DATE = "Fri, 20 Nov 2026 08:00:00 GMT"


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with ledger.open(tmp_path / "l.sqlite") as opened:
        yield opened


def one(number: int, **more: Any) -> str:
    return item(f"https://lab.test/{number}", f"Story {number}", **{"date": DATE, **more})


def web_of(numbers: range) -> FakeWeb:
    pages: dict[str, Any] = {f"https://lab.test/{n}": page(f"Story {n}", f"Words of {n}.") for n in numbers}
    return FakeWeb({FEED: rss(*(one(n) for n in numbers)), **pages})


def only(gone: Any) -> Any:
    (look,) = gone.looks
    return look


def test_every_item_becomes_a_document_once(store: Any) -> None:
    web = web_of(range(1, 4))
    look = only(go(store, [LAB], web))
    assert (look.outcome, look.listed, look.new, look.edited, look.refusals) == ("taken", 3, 3, 0, [])
    found = articles(store)
    assert [a.title for a in found] == ["Story 1", "Story 2", "Story 3"]
    assert {(a.published, a.basis, a.kind) for a in found} == {("2026-11-20", "feed", "official")}
    assert "Words of 1." in store.text_by_sha(found[0].text_sha256).content
    again = only(go(store, [LAB], web))
    assert (again.outcome, again.new, again.edited) == ("unchanged", 0, 0)
    assert web.asked.count("https://lab.test/1") == 1
    assert len(articles(store)) == 3


def test_an_edit_is_a_new_snapshot_of_the_same_document(store: Any) -> None:
    web = web_of(range(1, 3))
    go(store, [LAB], web)
    web.pages["https://lab.test/1"] = page("Story 1", "Other words of 1.")
    web.pages[FEED] = rss(one(1, date="Sat, 21 Nov 2026 08:00:00 GMT"), one(2))
    look = only(go(store, [LAB], web))
    assert (look.new, look.edited) == (0, 1)
    first = next(a for a in articles(store) if a.title == "Story 1")
    assert first.editions == 2
    assert first.published == "2026-11-20"  # an edit does not move the day of publication
    assert web.asked.count("https://lab.test/2") == 1


def test_a_silent_edit_is_seen_at_the_ages_at_which_pages_are_looked_at_again(store: Any) -> None:
    web = web_of(range(1, 3))
    go(store, [LAB], web)
    web.pages["https://lab.test/1"] = page("Story 1", "Quietly put right.")
    web.pages["https://lab.test/2"] = 410
    web.at = "2026-11-22T20:00:00+00:00"
    assert only(go(store, [LAB], web)).edited == 0
    for day, edited in ((23, 1), (24, 0), (25, 0), (26, 0), (29, 0), (30, 0)):
        web.at = f"2026-11-{day}T11:00:00+00:00"
        assert only(go(store, [LAB], web)).edited == edited
    assert web.asked.count("https://lab.test/1") == 4  # first, and after one, three and seven days
    assert web.asked.count("https://lab.test/2") == 2  # what is gone meanwhile stays as it was seen
    assert [a.editions for a in articles(store)] == [2, 1]


def test_a_page_that_failed_once_is_looked_at_again_at_its_ages_too(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages["https://lab.test/1"] = 503
    go(store, [LAB], web)
    for hour, words in ((11, "At last."), (12, "Quietly put right.")):
        web.at = f"2026-11-{hour + 11}T{hour}:00:00+00:00"
        web.pages["https://lab.test/1"] = page("Story 1", words)
        go(store, [LAB], web)
    assert "Quietly" in store.text_by_sha(articles(store)[0].text_sha256).content


def test_what_changes_in_the_frame_is_no_edit(store: Any) -> None:
    web = FakeWeb({"https://lab.test/about": page("About", "What we do.", frame="token 1")})
    source = Watched(name="about", shape="page", address="https://lab.test/about")
    assert only(go(store, [source], web)).new == 1
    web.pages["https://lab.test/about"] = page("About", "What we do.", frame="token 2")
    assert only(go(store, [source], web)).outcome == "unchanged"
    web.pages["https://lab.test/about"] = page("About", "What we did.", frame="token 3")
    look = only(go(store, [source], web))
    assert (look.outcome, look.edited) == ("taken", 1)
    assert [a.editions for a in articles(store)] == [2]


def test_a_page_that_fails_for_a_moment_is_asked_for_again_and_its_words_are_kept_meanwhile(
    store: Any,
) -> None:
    web = web_of(range(1, 3))
    web.pages[FEED] = rss(one(1, words="What the feed says."), one(2))
    web.pages["https://lab.test/1"] = 503
    look = only(go(store, [LAB], web))
    assert (look.new, [r.reason for r in look.refusals]) == (2, ["the host answered with status 503"])
    assert "What the feed says." in store.text_by_sha(articles(store)[0].text_sha256).content
    web.pages["https://lab.test/1"] = page("Story 1", "The whole of it.")
    web.pages[FEED] = rss(one(2))  # the feed has dropped it meanwhile
    look = only(go(store, [LAB], web))
    assert (look.new, look.edited, look.refusals) == (0, 0, [])
    first = next(a for a in articles(store) if a.title == "Story 1")
    assert "The whole of it." in store.text_by_sha(first.text_sha256).content
    assert first.editions == 2


def test_a_host_that_is_down_for_a_day_loses_nobody_its_pages(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages["https://lab.test/1"] = 500
    for n in range(TRIES + 2):
        web.pages[FEED] = rss(one(1)) + f"<!-- {n} -->"
        go(store, [LAB], web)
    assert not any(missed.lasting for missed in store.missed_items())
    web.pages["https://lab.test/1"] = page("Story 1", "The whole of it.")
    go(store, [LAB], web)
    assert "The whole of it." in store.text_by_sha(articles(store)[0].text_sha256).content


def test_what_is_gone_is_asked_for_once_and_what_stays_away_a_few_times(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "PATIENCE", dt.timedelta(0))
    web = web_of(range(1, 3))
    web.pages["https://lab.test/1"] = 410
    web.pages["https://lab.test/2"] = 500
    for n in range(TRIES + 2):
        web.pages[FEED] = rss(one(1), one(2)) + f"<!-- {n} -->"
        go(store, [LAB], web)
    assert web.asked.count("https://lab.test/1") == 1
    assert web.asked.count("https://lab.test/2") == TRIES
    assert [m.lasting for m in store.missed_items() if m.address.endswith("/2")] == [False] * (TRIES - 1) + [
        True
    ]


def test_a_page_that_is_not_there_yet_is_asked_for_once_more(store: Any) -> None:
    web = web_of(range(1, 3))
    web.pages["https://lab.test/1"] = web.pages["https://lab.test/2"] = 404
    go(store, [LAB], web)
    web.pages["https://lab.test/1"] = page("Story 1", "There it is.")
    assert only(go(store, [LAB], web)).refusals[0].place.endswith("/2)")
    go(store, [LAB], web)
    assert [web.asked.count(f"https://lab.test/{n}") for n in (1, 2)] == [2, 2]
    assert [m.lasting for m in store.missed_items() if m.address.endswith("/2")] == [False, True]


def test_two_sources_that_list_one_page_ask_for_it_once(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages["https://wire.test/feed"] = rss(item("https://lab.test/1?utm_source=wire", "Story 1, by wire"))
    wire = Watched(name="wire", shape="feed", address="https://wire.test/feed", tags=("wires",))
    go(store, [LAB, wire], web)
    (found,) = articles(store)
    assert (found.sources, found.editions, found.tags) == (("lab", "wire"), 1, ("wires",))
    assert len([a for a in web.asked if a.startswith("https://lab.test/1")]) == 1
    # and where the second source names it a day later, not again
    press = Watched(name="press", shape="feed", address="https://press.test/feed")
    web.pages["https://press.test/feed"] = rss(one(1))
    go(store, [press], web)
    assert articles(store)[0].sources == ("lab", "wire", "press")
    assert len([a for a in web.asked if a.startswith("https://lab.test/1")]) == 1


def test_a_redirect_names_the_page_and_a_front_page_names_none(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages["https://go.test/a"] = "-> https://lab.test/1"
    web.pages["https://go.test/b"] = "-> https://lab.test/"
    web.pages["https://lab.test/"] = page("Lab", "Welcome.")
    web.pages["https://go.test/feed"] = rss(
        item("https://go.test/a", "Story 1"), item("https://go.test/b", "Story 2")
    )
    other = Watched(name="go", shape="feed", address="https://go.test/feed")
    gone = go(store, [LAB, other], web)
    assert [r.reason for look in gone.looks for r in look.refusals] == ["it redirects to the front page"]
    assert sorted(str(a.title) for a in articles(store)) == ["Story 1", "Story 2"]


def test_an_edit_is_seen_on_the_word_of_either_source_that_lists_the_page(store: Any) -> None:
    web = web_of(range(1, 2))
    wire = Watched(name="wire", shape="feed", address="https://wire.test/feed")
    web.pages[wire.address] = rss(one(1))
    go(store, [LAB], web)
    go(store, [wire], web)
    web.pages["https://lab.test/1"] = page("Story 1", "Other words of 1.")
    web.pages[FEED] = rss(item("https://lab.test/1", "Story 1, put right", date=DATE))
    assert only(go(store, [LAB], web)).edited == 1
    assert articles(store)[0].editions == 2


def test_what_a_redirect_led_to_is_known_again_with_another_title_and_when_it_fails(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages["https://lab.test/go"] = "-> https://lab.test/1"
    web.pages[FEED] = rss(item("https://lab.test/go", "Story 1"))
    go(store, [LAB], web)
    web.pages["https://lab.test/1"] = page("Story 1", "Other words of 1.")
    web.pages[FEED] = rss(item("https://lab.test/go", "Story 1, put right"))
    assert (only(go(store, [LAB], web)).edited, len(articles(store))) == (1, 1)
    web.pages["https://lab.test/go"] = 503
    web.pages[FEED] = rss(item("https://lab.test/go", "Story 1, put right again", words="In short."))
    assert only(go(store, [LAB], web)).new == 0
    web.pages["https://lab.test/go"] = "-> https://lab.test/1"
    web.at = "2026-11-24T10:00:00+00:00"
    web.pages["https://lab.test/1"] = page("Story 1", "Quietly put right.")
    assert (only(go(store, [LAB], web)).edited, len(articles(store))) == (1, 1)
    web.at = "2026-11-27T10:00:00+00:00"  # a page that is led to is looked at again at its ages too
    web.pages["https://lab.test/1"] = page("Story 1", "Put right for good.")
    assert only(go(store, [LAB], web)).new == 0
    assert len(articles(store)) == 1


def test_a_watched_page_that_sends_to_its_door_is_missed_and_one_that_stays_costs_no_row(store: Any) -> None:
    web = FakeWeb({"https://lab.test/about": page("About", "What we do.")})
    source = Watched(name="about", shape="page", address="https://lab.test/about")
    for _ in range(3):
        go(store, [source], web)
    assert len(store.editions()) == 1
    web.pages["https://lab.test/about"] = "-> https://lab.test/login"
    web.pages["https://lab.test/login"] = page("Sign in", "Who are you?")
    look = only(go(store, [source], web))
    assert (look.outcome, len(store.editions())) == ("missed", 1)
    assert "asks who is there" in str(look.reason)


def test_an_item_of_which_nothing_is_held_is_named_once(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages[FEED] = rss("<item><link>https://lab.test/1</link></item>")
    source = Watched(name="lab", shape="feed", address=FEED, full_text=False)
    assert [r.reason for r in only(go(store, [source], web)).refusals] == ["nothing is said of it"]
    assert only(go(store, [source], web)).refusals == []


def test_a_list_is_read_again_when_more_of_it_is_wanted(store: Any) -> None:
    web = web_of(range(1, 5))
    few = Watched(name="lab", shape="feed", address=FEED, most=2)
    assert only(go(store, [few], web)).new == 2
    assert only(go(store, [LAB], web)).new == 2
    assert only(go(store, [LAB], web)).outcome == "unchanged"


def test_a_title_without_end_is_cut(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages[FEED] = rss(
        item("https://lab.test/1", "L" * 100_000), item(None, "M" * 100_000, words="Words.")
    )
    go(store, [LAB], web)
    assert sorted(len(str(a.title)) for a in articles(store)) == [500, 500]


def test_items_without_a_page_are_documents_of_their_own(store: Any) -> None:
    web = FakeWeb({FEED: rss(item(None, "First", words="One.", guid="a"), item(None, "Second", guid="b"))})
    assert only(go(store, [LAB], web)).new == 2
    assert [a.title for a in articles(store)] == ["First", "Second"]
    web.pages[FEED] = rss(
        item(None, "First", words="One and more.", guid="a"), item(None, "Second", guid="b")
    )
    look = only(go(store, [LAB], web))
    assert (look.new, look.edited) == (0, 1)
    words = Watched(name="words", shape="feed", address=FEED, full_text=False)
    before = len(web.asked)
    go(store, [words], web)
    assert len(web.asked) == before + 1


def test_items_that_share_a_page_stay_several_as_a_changelog_has_them(store: Any) -> None:
    log = "https://lab.test/changelog"

    def entries(*numbers: int) -> str:
        return rss(*(item(f"{log}#v{n}", f"Version {n}", words=f"Faster by {n}.") for n in numbers))

    web = FakeWeb({FEED: entries(2, 1), log: page("Changelog", "All of it.")})
    assert only(go(store, [LAB], web)).new == 2
    web.pages[FEED] = entries(3, 2, 1)
    assert only(go(store, [LAB], web)).new == 1
    web.pages[FEED] = entries(3)  # also where one of them is left
    assert only(go(store, [LAB], web)).new == 0
    found = articles(store)
    assert [(a.title, a.address) for a in found] == [(f"Version {n}", f"{log}#v{n}") for n in (2, 1, 3)]
    assert "Faster by 3." in store.text_by_sha(found[2].text_sha256).content
    assert log not in web.asked
    # and where only their ids tell them apart
    web.pages["https://go.test/feed"] = rss(
        *(item("https://go.test/", f"Note {n}", words=f"Words of {n}.", guid=str(n)) for n in (1, 2))
    )
    assert only(go(store, [Watched(name="go", shape="feed", address="https://go.test/feed")], web)).new == 2


def test_a_site_that_moves_to_https_has_no_new_pages(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages["http://lab.test/1"] = web.pages["https://lab.test/1"]
    web.pages[FEED] = rss(item("http://lab.test/1", "Story 1"))
    go(store, [LAB], web)
    web.pages["http://lab.test/1"] = "-> https://lab.test/1"
    web.pages[FEED] = rss(item("https://lab.test/1", "Story 1"))
    assert only(go(store, [LAB], web)).new == 0
    assert len(articles(store)) == 1


def test_an_anchor_of_one_item_makes_no_other_page_of_it(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages[FEED] = rss(item("https://lab.test/1#rss", "Story 1", guid="a"))
    go(store, [LAB], web)
    web.pages[FEED] = rss(one(1))
    assert only(go(store, [LAB], web)).new == 0
    assert "Words of 1." in store.text_by_sha(articles(store)[0].text_sha256).content


def test_of_mixed_news_only_what_a_source_is_watched_for_is_taken(store: Any) -> None:
    web = web_of(range(1, 5))
    web.pages[FEED] = rss(
        one(1, words="A large language model was shown."), one(2, words="<b class='ai'>Rain</b> fell."),
        item("https://lab.test/3", "国产芯片量产"), item("https://lab.test/4", "Harvest of the year"),
    )  # fmt: skip
    mixed = Watched(name="mixed", shape="feed", address=FEED, about=("ai",))
    look = only(go(store, [mixed], web))
    assert look.line() == "mixed: 4 listed, 2 to the point, 2 new"
    assert len(articles(store)) == 2
    assert "https://lab.test/4" not in web.asked


def test_a_feed_that_fails_is_missed_with_its_reason_and_the_rest_goes_on(store: Any) -> None:
    web = web_of(range(1, 2))
    web.pages["https://bad.test/feed"] = "<html><body>Not a feed.</body></html>"
    bad = Watched(name="bad", shape="feed", address="https://bad.test/feed")
    down = Watched(name="down", shape="feed", address="https://down.test/feed")
    gone = go(store, [bad, LAB, down], web)
    outcomes = {look.source.name: look.outcome for look in gone.looks}
    assert outcomes == {"bad": "missed", "lab": "taken", "down": "missed"}
    reasons = {visit.source: visit.reason for visit in store.visits() if visit.reason}
    assert "not a feed" in reasons["bad"]
    assert "404" in reasons["down"]


def test_a_sitemaps_newest_pages_and_those_of_its_index(store: Any) -> None:
    web = web_of(range(1, 5))
    urls = "".join(
        f"<url><loc>https://lab.test/{n}</loc><lastmod>2026-11-0{n}</lastmod></url>" for n in range(1, 5)
    )
    head = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    web.pages["https://lab.test/a.xml"] = f"<urlset {head}>{urls}</urlset>"
    web.pages["https://lab.test/sitemap.xml"] = (
        f"<sitemapindex {head}><sitemap><loc>https://lab.test/a.xml</loc></sitemap></sitemapindex>"
    )
    source = Watched(name="map", shape="sitemap", address="https://lab.test/sitemap.xml", most=2)
    look = only(go(store, [source], web))
    assert look.new == 2
    assert [a.title for a in articles(store)] == ["Story 4", "Story 3"]


def test_an_index_that_does_not_date_its_sitemaps_is_followed_though_it_stays_the_same(store: Any) -> None:
    web = web_of(range(1, 6))
    head = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

    def part(*numbers: int) -> str:
        urls = "".join(f"<url><loc>https://lab.test/{n}</loc></url>" for n in numbers)
        return f"<urlset {head}>{urls}</urlset>"

    parts = "".join(f"<sitemap><loc>https://lab.test/{name}.xml</loc></sitemap>" for name in "abc")
    web.pages["https://lab.test/sitemap.xml"] = f"<sitemapindex {head}>{parts}</sitemapindex>"
    web.pages["https://lab.test/a.xml"] = part(1, 2)
    web.pages["https://lab.test/b.xml"] = part(2, 3, 4)
    web.pages["https://lab.test/c.xml"] = f"<sitemapindex {head}>{parts}</sitemapindex>"
    web.pages["https://lab.test/2"] = 503
    source = Watched(name="map", shape="sitemap", address="https://lab.test/sitemap.xml")
    look = only(go(store, [source], web))
    assert (look.new, sorted(r.reason for r in look.refusals)) == (
        3, ["an index within an index", "the host answered with status 503"],
    )  # fmt: skip
    assert len(store.missed_items()) == 1
    assert len(store.editions()) == 3
    web.pages["https://lab.test/b.xml"] = part(2, 3, 4, 5)
    assert only(go(store, [source], web)).new == 1


def test_a_folder_of_files(store: Any, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "a.txt").write_text("China is one to two years behind.\n", "utf-8")
    (folder / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    source = Watched(name="drop", shape="folder", address=str(folder))
    look = only(go(store, [source], FakeWeb()))
    assert (look.outcome, look.new, len(look.refusals)) == ("taken", 1, 1)
    (folder / "a.txt").write_text("China is two to three years behind.\n", "utf-8")
    look = only(go(store, [source], FakeWeb()))
    assert (look.new, look.edited) == (0, 1)
    (tmp_path / "empty").mkdir()
    empty = Watched(name="empty", shape="folder", address=str(tmp_path / "empty"))
    look = only(go(store, [empty], FakeWeb()))
    assert (look.outcome, look.refusals) == ("taken", [])
    wrong = Watched(name="wrong", shape="folder", address=str(tmp_path / ("x" * 300)))
    assert only(go(store, [wrong], FakeWeb())).outcome == "missed"
    single = Watched(name="single", shape="folder", address=str(folder / "a.txt"))
    assert only(go(store, [single], FakeWeb())).listed == 1
    absent = Watched(name="absent", shape="folder", address=str(tmp_path / "absent"))
    assert only(go(store, [absent], FakeWeb())).outcome == "missed"


def test_a_survey_without_documents_reads_what_was_gathered(store: Any, tmp_path: Path) -> None:
    web = web_of(range(1, 3))
    said = "China is one to two years behind the United States in AI models."
    web.pages["https://lab.test/1"] = page("Story 1", said)
    go(store, [LAB], web)
    path = store.path
    store.close()
    order = Order(out=tmp_path / "site", ledger=path, generated_for=dt.date(2026, 11, 22))
    done = survey(order)
    assert done.documents == 2
    assert done.claims["lag"] >= 1
    assert "documents" not in done.embedded
    with ledger.open(path) as again:
        claims = [known.value for known in again.claims() if known.value.KIND == "lag"]
    assert {claim.said_on for claim in claims} == {"2026-11-20"}  # the feed's date
    assert {claim.source for claim in claims} == {"https://lab.test/1"}
    shown = (tmp_path / "site" / "health.html").read_text("utf-8")
    assert "1 of 1 sources answered when last asked" in shown


def test_a_line_for_a_terminal_moves_no_cursor() -> None:
    look = Look(source=LAB, at="2026-11-22T10:00:00+00:00")
    look.fail(Refusal("x", "status \x1b[2J\nnice", "look"))
    assert look.line() == "lab: missed, status \ufffd[2J nice; look"


def test_a_run_that_the_ledger_cannot_finish_counts_for_nothing(store: Any) -> None:
    writer = Writer(store)

    def full(into: Any) -> None:
        raise Refusal(str(into.path), "the disk is full", "free some space")

    writer.put(lambda into: into.put_watched([LAB]) and None)
    writer.put(full)
    with pytest.raises(Refusal, match="the disk is full"):
        writer.flush()
    assert store.watched() == []
