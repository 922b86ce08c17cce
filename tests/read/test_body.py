from __future__ import annotations

import json

import lxml.html

from theodolite.model.snapshot import Snapshot
from theodolite.read import document
from theodolite.read.body import body_of, trimmed, with_standfirst

P = "A sentence of the article stands here, long enough that nobody takes it for a label or a link."
Q = "Another one follows it, just as long, and says something that the first one did not say at all."


def tree(markup: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<body>{markup}</body>")


def test_the_innermost_element_that_is_called_the_body_and_has_all_sentences() -> None:
    page = tree(
        f"<div class='article-content wide'><div id=artibody><p>{P}</p><p>{Q}</p></div>"
        "<ul><li>A headline of some other story without a stop</li></ul></div>"
    )
    found = body_of(page)
    assert found is not None
    assert found.get("id") == "artibody"


def test_several_bodies_of_one_size_are_a_list_and_none_is_the_body() -> None:
    assert body_of(tree(f"<div class=entry-content><p>{P} {Q}</p></div>" * 3)) is None


def test_a_summary_that_is_called_a_body_is_not_trusted() -> None:
    page = tree(f"<div class=abstract><p>{P} {P}</p></div><div class=x><p>{Q}</p><p>{Q}</p><p>{Q}</p></div>")
    assert trimmed(f"{P} {P}\n{Q}\n{Q}\n{Q}", page, None).count(Q) == 3


def test_what_stands_around_the_body_is_cut_and_lost_words_come_back() -> None:
    page = tree(
        f"<p>Kicker</p><h1>Title</h1><p>15 May 2024</p><div class=entry-content><p>{P}</p>"
        f"<div>Bare words that the search lost, {'and more ' * 20}</div><p>{Q}</p></div>"
        "<p>Tail of the page.</p>"
    )
    found = trimmed(f"Kicker\nTitle\n15 May 2024\n{P}\n{Q}\nTail of the page.", page, "Title")
    assert found.startswith(f"Title\n{P}\nBare words")
    assert found.endswith(Q)


def test_without_a_body_only_lines_that_say_what_they_are_go() -> None:
    page = tree(f"<p>{P}</p>")
    lines = f"Home\nTitle\n{P}\nAdvertisement\n{Q}\nRelated articles\nSome other story"
    assert trimmed(lines, page, "Title") == f"Title\n{P}\n{Q}"
    assert trimmed("Advertisement", page, None) == "Advertisement"


def test_a_standfirst_that_was_left_out_is_put_first() -> None:
    page = tree(
        f"<h1>Title</h1><p class=article__standfirst>Why it matters to those who count.</p><p>{P}</p>"
    )
    assert with_standfirst(P, page) == f"Why it matters to those who count.\n{P}"
    again = f"Why it matters to those who count.\n{P}"
    assert with_standfirst(again, page) == again


def page_text(markup: str) -> str:
    return document(Snapshot(markup.encode(), "text/html"), "https://harbour.example/a").content


def test_comments_longer_than_their_article_are_none_of_it() -> None:
    comments = "".join(
        f"<div class=comment><p>{Q.replace('Another', f'Number {n}')}</p></div>" for n in range(60)
    )
    article = f"<h1>Title</h1><div class=post-content><p>{P}</p><p>{P}</p><p>{P} {P}</p></div>"
    found = page_text(f"<html><body>{article}<section id=comments>{comments}</section></body></html>")
    assert "Number" not in found
    assert found.count(P) == 4


def test_an_article_that_only_the_pages_data_holds_is_read_where_it_is_free() -> None:
    data = {"@type": "NewsArticle", "headline": "Title", "articleBody": f"{P}\n\n{Q}"}

    def shell(**more: object) -> str:
        return (
            f"<html><head><script type='application/ld+json'>{json.dumps(data | more)}</script></head>"
            "<body><div id=root>App</div></body></html>"
        )

    assert page_text(shell()) == f"{P}\n{Q}"
    assert page_text(shell(articleBody=f"<p>{P}</p><p>{Q}</p>")) == f"{P}\n{Q}"
    assert page_text(shell(isAccessibleForFree="False")) == "App"
    assert page_text(shell(articleBody=["x"])) == "App"


def author_of(head: str) -> str | None:
    markup = f"<html><body><article><h1>Title</h1>{head}<p>{P} {Q}</p></article></body></html>"
    return document(Snapshot(markup.encode(), "text/html"), "https://harbour.example/a").author


def test_a_link_to_a_profile_on_the_site_names_the_author_and_one_to_a_network_does_not() -> None:
    assert author_of("<a href='/people/ann/'>Ann Bee</a>") == "Ann Bee"
    assert author_of("<a href='https://m.weibo.cn/u/12345'>Follow the Harbour</a>") is None
    assert author_of("<a href='/people/ann/'>Ann Bee</a><a href='/people/rui/'>Rui Ma</a>") is None
