"""Boards on common software (phpBB, XenForo, Discourse) and pages with schema.org's microdata."""

from __future__ import annotations

from itertools import islice

from theodolite.read.threads.walk import Element, Shape, tokens, words

_FIRST_TAGS = 30


def _kind(element: Element) -> str:
    """The last word of a microdata type."""
    return (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]


def _named(element: Element, *names: str) -> bool:
    stated = element.get("itemprop")
    return stated is not None and not set(names).isdisjoint(stated.split())


def _stated_author(element: Element) -> str | None:
    if not _named(element, "author", "creator"):
        return None
    named = next((e for e in islice(element.iter(), _FIRST_TAGS) if _named(e, "name")), element)
    return str(named.get("content") or words(named))


def _asked(element: Element) -> str | None:
    """The name of a question; other names inside of it are people's."""
    parent = element.getparent()
    if not _named(element, "name") or parent is None or _kind(parent) != "Question":
        return None
    return element.get("content") or words(element)


MICRODATA = Shape(
    sign="//*[contains(@itemtype, 'schema.org/Comment') or contains(@itemtype, 'schema.org/Answer')]",
    is_comment=lambda e: _kind(e) in ("Comment", "UserComments", "Answer"),
    is_article=lambda e: _kind(e) in ("DiscussionForumPosting", "SocialMediaPosting", "Question"),
    is_body=lambda e: _named(e, "text", "articleBody", "commentText") and e.tag != "meta",
    author=_stated_author,
    published=lambda e: e.get("datetime") or e.get("content") or words(e)
    if _named(e, "datePublished", "dateCreated", "commentTime") else None,
    title=lambda e: (e.get("content") or words(e)) if _named(e, "headline") else _asked(e),
    address=lambda e: e.get("href") if _named(e, "url") and "//" in (e.get("href") or "") else None,
    signed_elsewhere=True,
)  # fmt: skip

XENFORO = Shape(
    sign="//article[contains(@class, 'message') and @data-author]",
    is_comment=lambda e: e.tag == "article" and e.get("data-author") is not None and "message" in tokens(e),
    is_body=lambda e: "bbwrapper" in tokens(e),
    author=lambda e: e.get("data-author"),
    published=lambda e: e.get("datetime") if e.tag == "time" else None,
    first_is_article=True,
)

PHPBB = Shape(
    sign="//div[contains(@class, 'postbody')]",
    is_comment=lambda e: e.tag == "div" and "post" in tokens(e) and (e.get("id") or "").startswith("p"),
    is_body=lambda e: e.tag == "div" and "content" in tokens(e),
    author=lambda e: words(e) if tokens(e) & {"username", "username-coloured"} else None,
    published=lambda e: e.get("datetime") if e.tag == "time" else None,
    title=lambda e: words(e) if e.tag == "h3" else None,
    first_is_article=True,
)


def _discourse_day(element: Element) -> str | None:
    return element.get("data-time") if "relative-date" in tokens(element) else None


DISCOURSE = Shape(
    sign="//article[@data-post-id]",
    is_comment=lambda e: e.tag == "article" and e.get("data-post-id") is not None,
    is_body=lambda e: "cooked" in tokens(e),
    author=lambda e: words(e) if "username" in tokens(e) else None,
    published=_discourse_day,
    is_quote=lambda e: e.tag == "aside" and "quote" in tokens(e),
    first_is_article=True,
)
