"""Title, author, publisher, date, language and address, from what a page states of itself.

Only explicit statements count: JSON-LD, meta tags, microdata, the article's own header, the data that a page
built by script carries along, and a line below the headline that is a date or a byline and nothing else.
Words in running text are never taken for a date or a name: what is not stated is None.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from itertools import islice
from urllib.parse import urljoin, urlsplit

import lxml.html

from theodolite.model.text import canonical
from theodolite.read import head_lines, jsonld, page_state
from theodolite.read.flow import visible_text
from theodolite.read.header import Header
from theodolite.read.stated_date import iso

_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "articletitle")
_AUTHOR = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author",
           "sailthru.author", "byl")  # fmt: skip
_PUBLISHER = ("og:site_name", "citation_publisher", "citation_journal_title", "dc.publisher",
              "dcterms.publisher", "publisher", "mediaid", "application-name")  # fmt: skip
_DATE = (
    "article:published_time", "og:article:published_time", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "datepublished", "publishdate", "publish_date", "publish-date", "published_time",
    "publishedtime", "publication_date", "publicationdate", "pubdate", "og:release_date", "og:published_time",
    "parsely-pub-date", "sailthru.date", "articledate", "analyticsattributes.articledate",
    "govuk:first-published-at", "firstpublishedtime", "article:create_at", "weibo:article:create_at",
    "bytedance:published_time", "apub:time", "date", "dcterms.created", "dc.date.created",
)  # fmt: skip
_CITED = ("citation_publication_date", "citation_online_date", "citation_date")
"""Of these the earliest: archives state the day of the last version among them."""
_NAME_LIMIT = 120
_LINE_LIMIT = 500
_NOBODY = frozenset({"admin", "administrator", "root", "user", "unknown", "anonymous", "none", "null",
                     "super user", "webmaster", "管理员", "小编", "佚名"})  # fmt: skip
_BY = re.compile(
    r"^(?:(?:(?:written|reporting|report|words|story|text|posted) )?by[:\s]+|authors?\s*[:：]"
    r"|作\s*者\s*[:：/]|(?:本报|本報|特约)?(?:记者|記者)\s*[:：/]?|文\s*[/:：|])\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<=[a-z]) in [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\Z")
"""Where a correspondent writes from, behind the name."""
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\Z")
_OUTLET = re.compile("(?:网|網|报|報|社|新闻|新聞|频道|在线|传媒|杂志|客户端)\\Z")
"""What names of outlets end with: no person's does."""
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_PIECES = re.compile(r"\s+[|–—·•»-]\s+|[_|]")
_ANY_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+|\s*[_|]\s*|(?<=[\u4e00-\u9fff])-|-(?=[\u4e00-\u9fff])")
_LEAST_TITLE = 6
_FEW = 20
_BEHIND = re.compile(r"\s*(?:[|–—·•»_-]|::?)\s*\S.{0,39}")
_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+|\s*[_|]\s*|\s+::?\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself; None where it does not."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None
    body: str | None = field(default=None, repr=False)
    """The whole article as the page's JSON-LD holds it, free to read; markup or plain lines."""


def stated(tree: lxml.html.HtmlElement, name: str, received: dt.date | None) -> Facts:
    """The facts of a parsed page. Relative links are resolved against `name` where it is an address."""
    metas = _metas(tree)
    header = Header(tree)
    address = _first(_absolute(name, link) for link in (*_canonical(tree), *metas.get("og:url", ())))
    page_title = _line(tree.findtext(".//title"))
    titles = [t for t in (page_title, *metas.get("og:title", ())) if t]
    node, by_id = jsonld.article(tree, {address} if address else set(), titles)
    publisher = _first(
        (*(n for n, _ in jsonld.names(node.get("publisher"), by_id)), *_values(metas, _PUBLISHER))
    )
    dates = (
        *_values(metas, _DATE), *header.itemprop("datePublished"),
        *header.times(),
    )  # fmt: skip
    cited = sorted(day for date in _values(metas, _CITED) if (day := iso(date, received)))
    language = (*tree.xpath("/html/@lang | /html/@xml:lang"), node.get("inLanguage"),
                *_values(metas, ("og:locale", "content-language", "language", "dc.language")))  # fmt: skip
    tongue = _first(_language(tag) for tag in language)
    title = _title(tree, header, node, metas, page_title, publisher)
    site = {piece.strip().casefold() for piece in _PIECES.split(page_title or "")[1:]}
    author = _author(header, node, by_id, metas, publisher, site)
    first = (iso(node.get("datePublished"), received), iso(jsonld.indexed(tree), received), *cited[:1])
    published = _first((*first, *(iso(date, received) for date in dates)))
    if title and not (author and published):
        chinese = tongue == "zh" or re.search("[\u4e00-\u9fff]", title) is not None
        held, signer = page_state.stated(tree, [title, *titles], chinese)
        below = head_lines.below(tree, [title, header.headline() or title])
        beside = head_lines.beside(tree)
        published = published or iso(held, received)
        published = published or head_lines.date(below, received) or head_lines.date(beside, received)
        signers = (signer, head_lines.author(below), head_lines.author(beside))
        author = author or _first(_name(one or "", publisher) for one in signers)
    return Facts(
        title=title,
        author=author,
        publisher=publisher,
        published=published,
        language=tongue,
        address=address or _absolute(name, jsonld.address(node)),
        body=jsonld.body(node),
    )


def completed(facts: Facts, head: list[str], received: dt.date | None) -> Facts:
    """The facts, with date and author from the first lines of the main text where the page states none."""
    signer = head_lines.author([line for line in head if head_lines.is_signature(line)])
    return replace(
        facts,
        published=facts.published or head_lines.date(head, received),
        author=facts.author or _name(signer or "", facts.publisher),
    )


def _metas(tree: lxml.html.HtmlElement) -> dict[str, list[str]]:
    """Values of meta tags by their name in lower case, in order."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        value = _line(meta.get("content"))
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if value and key:
            metas.setdefault(key.strip().lower(), []).append(value)
    return metas


def _values(metas: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return [value for key in keys for value in metas.get(key, ())]


def _title(
    tree: lxml.html.HtmlElement,
    header: Header,
    node: jsonld.Node,
    metas: dict[str, list[str]],
    page_title: str | None,
    publisher: str | None,
) -> str | None:
    """The headline as stated, without the name of the site behind it."""
    explicit = _first((jsonld.text(node.get("headline")), *_values(metas, _TITLE)))
    heading = header.headline()
    if explicit:
        named = _without_site(explicit, publisher)
        if heading and heading != publisher and _is_fuller(named, heading, tree):
            return _line(heading)
        return _line(named)
    if heading and (page_title is None or (heading != publisher and page_title.startswith(heading))):
        return _line(heading)
    inside = header.headline(inside=True)
    if inside and page_title and inside in (piece.strip() for piece in _ANY_SEPARATOR.split(page_title)):
        return _line(inside)
    return _line(_shown(_without_site(page_title, publisher), tree)) if page_title else None


def _shown(page_title: str, tree: lxml.html.HtmlElement) -> str:
    """The first piece of a page's title where it is a line of the page, else all of it.

    On a page without a top heading it may be any piece: papers of old put their own name first.
    """
    pieces = [piece.strip() for piece in _ANY_SEPARATOR.split(page_title)]
    if len(pieces) < 2 and ":" not in page_title:
        return page_title
    lines = {_squeezed(line) for line in visible_text(tree).split("\n")}
    if _squeezed(page_title) in lines:
        return page_title
    headings = [" ".join(e.text_content().split()) for e in islice(tree.iter("h2", "h3"), _FEW)]
    ending = [
        h
        for h in headings
        if len(h) >= _LEAST_TITLE and re.search(rf"[:：|_-]\s*{re.escape(h)}\Z", page_title)
    ]
    if ending and tree.find(".//h1") is None:
        return max(ending, key=len)
    tried = pieces if tree.find(".//h1") is None else pieces[:1]
    shown = [piece for piece in tried if len(piece) >= _LEAST_TITLE and _squeezed(piece) in lines]
    return max(shown, key=len, default=page_title)


def _is_fuller(explicit: str, heading: str, tree: lxml.html.HtmlElement) -> bool:
    """Whether what the page states for others is its headline with a section or site around it.

    Either the headline begins it and a separator follows, or it is made of pieces and is nowhere on the page.
    """
    if explicit.startswith(heading) and _BEHIND.fullmatch(explicit, len(heading)):
        return True
    body = tree.find("body")
    if _SEPARATOR.search(explicit) is None or body is None:
        return False
    return _squeezed(explicit) not in _squeezed(body.text_content())


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _without_site(title: str, publisher: str | None) -> str:
    """Cut what follows the last separator for as long as it is the publisher's name."""
    if not publisher:
        return title
    *_, last = [None, *_SEPARATOR.finditer(title)]
    if last is not None and last.start() > 0 and title[last.end() :].casefold() == publisher.casefold():
        return title[: last.start()]
    return title


def _author(
    header: Header,
    node: jsonld.Node,
    by_id: dict[str, jsonld.Node],
    metas: dict[str, list[str]],
    publisher: str | None,
    site: set[str],
) -> str | None:
    """Names joined by a comma, from the first kind of statement that has a usable one.

    A page signed by its publisher alone is unsigned. What the page's title ends with is the `site`, and is
    its author only where nobody else is named.
    """
    ld = [name for name, _ in jsonld.names(node.get("author") or node.get("creator"), by_id)]
    # On platforms whose pages name the account as the medium, the account is who writes.
    accounts = metas.get("mediaid", [])
    kinds = (ld, *(_in_order(key, metas.get(key, [])) for key in _AUTHOR), header.authors())
    signed = [[name for raw in kind if (name := _name(raw, publisher))] for kind in kinds]
    signed.append([name for account in accounts[:1] if (name := _name(account, None))])
    others = [[n for n in names if not _is_of_site(n, site)] for names in signed]
    people = [[n for n in names if not _OUTLET.search(n)] for names in signed]
    for names in (*others, *people):
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _is_of_site(name: str, site: set[str]) -> bool:
    """Whether a name is what the page's title ends with, or what a Chinese one there begins with."""
    folded = name.casefold()
    return folded in site or any(_HAN.match(name) and piece.startswith(folded) for piece in site)


def _in_order(key: str, names: list[str]) -> list[str]:
    """Bibliographic tags hold "Family, Given" by their convention; elsewhere a comma parts two people."""
    if not key.startswith(("citation_", "dc")):
        return names
    return [" ".join(reversed(name.split(", "))) if name.count(",") == 1 else name for name in names]


def _name(raw: str, publisher: str | None) -> str | None:
    name = _BY.sub("", canonical(" ".join(raw[:_LINE_LIMIT].split()))).strip(" ,;|/")
    name = _PLACE.sub("", head_lines.joined(name))
    if (
        not name
        or name.isdigit()
        or len(name) > _NAME_LIMIT
        or "//" in name
        or "@" in name
        or "www." in name.lower()
    ):
        return None
    if name.casefold() in _NOBODY or (publisher and name.casefold() == publisher.casefold()):
        return None
    return name


def _canonical(tree: lxml.html.HtmlElement) -> list[str]:
    return [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]


def _absolute(name: str, link: str | None) -> str | None:
    """An http(s) address, resolved against the page's own where that is one."""
    if not link or len(link) > 2_000:
        return None
    try:
        full = urljoin(name, link.strip()) if name.startswith(("http://", "https://")) else link.strip()
        parts = urlsplit(full)
    except ValueError:
        return None
    usable = parts.scheme in ("http", "https") and parts.netloc and not re.search(r"[\s<>\"]", full)
    return canonical(full) if usable else None


def _language(tag: object) -> str | None:
    """The primary language of a tag ("zh-Hans-CN" is "zh"), None for what is no tag."""
    found = _LANGUAGE.match(tag.strip()) if isinstance(tag, str) else None
    return found.group(1).lower() if found else None


def _line(value: str | None) -> str | None:
    shown = canonical(" ".join(value.split()))[:_LINE_LIMIT] if value else ""
    return shown or None


def _first(values: object) -> str | None:
    for value in values:  # type: ignore[attr-defined]
        if value:
            return str(value)
    return None
