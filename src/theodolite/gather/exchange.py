"""One request and what came of it: the only place from which the web is asked for anything.

Nothing of the environment is used (no proxy, no .netrc) and nothing is carried from one request to the next
(no cookies). Redirects are not followed here: whoever asks checks where each leads and asks again. The body
is limited after decompression.
"""

from __future__ import annotations

import contextlib
import re
import ssl
import time
from dataclasses import dataclass, field
from urllib.parse import unquote

import httpcore
import httpx

from theodolite import __version__
from theodolite.engine.deadlines import Deadline
from theodolite.engine.waiting import asked_wait, in_one_line
from theodolite.gather.answers import (
    PASSING_STATUS,
    REDIRECTS,
    EndlessRedirect,
    LastingRefusal,
    PassingRefusal,
    StaleConnection,
    body,
    redirected,
)
from theodolite.gather.files import now
from theodolite.gather.network import CheckedTransport, NotPublicError

USER_AGENT = f"theodolite/{__version__}"
LATER = "try again later"
_VALIDATOR = 256
"""Characters of a host's validator that are kept; a longer one is not kept at all."""
_DRAINED = 64 * 1024
"""Bytes of a page that only says what went wrong that are read so that its connection can be kept."""
_MARKUP = re.compile(r"\s*(?:text/html|application/xhtml|text/plain|$)", re.IGNORECASE)
_NO_TEXT = re.compile(r"(?:image|audio|video|font)/", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What the host said of the bytes it sent, for asking whether they are still the same."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """As a conditional request sends them."""
        sent = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in sent.items() if value}


@dataclass(frozen=True, slots=True)
class Hop:
    """One address that was asked and the status it answered with."""

    address: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back. `address` is the one that answered; `hops` are all that were asked, the first first.

    `content` is None where nothing changed (status 304). `media_type` is the declared one, its charset
    included. `at` is ISO 8601 with its zone.
    """

    address: str
    hops: tuple[Hop, ...]
    status: int
    content: bytes | None = field(repr=False)
    media_type: str | None
    validators: Validators
    at: str

    @property
    def file(self) -> str:
        """The last part of the address's path, as a plain file name."""
        return file_name(httpx.URL(self.address).path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an answer is held to, and what a user can do about one that does not hold.

    `content_bytes` counts after decompression; `page_bytes`, where given, is the limit of what is or may be
    HTML, which takes many times its size to read. With `cut`, what is beyond is left out in place of a
    refusal, and nothing at all is an answer too. `text` refuses what by its declared type holds no text.
    `downgrade` lets a redirect lead from https to http.
    """

    accept: str
    content_bytes: int
    page_bytes: int | None = None
    redirects: int = 5
    agent: str = USER_AGENT
    text: bool = False
    cut: bool = False
    downgrade: bool = True
    if_private: str = "give a public address"
    if_large: str = "save the part you need as a file"
    if_refused: str = "check the address"


class Line:
    """Connections to hosts, for one request at a time; `idle_seconds` is how long one is kept for the next.

    `allow_private` names endpoints ("127.0.0.1:8000") that may be reached although they are not public; it
    is for tests and is set by nothing outside the code. `began` is when the last answer began to come.
    """

    def __init__(
        self,
        *,
        connect_seconds: float,
        read_seconds: float,
        allow_private: frozenset[str] = frozenset(),
        tls: ssl.SSLContext | None = None,
        idle_seconds: float = 5.0,
    ) -> None:
        self.began = 0.0
        self._deadline = Deadline(0.0)
        self._transport = CheckedTransport(self._deadline, allow_private, tls=tls, idle_seconds=idle_seconds)
        self._timeout = httpx.Timeout(read_seconds, connect=connect_seconds).as_dict()

    def ask(
        self, address: str, url: httpx.URL, terms: Terms, deadline: float, kept: Validators | None = None
    ) -> Answer | tuple[int, httpx.URL]:
        """The answer to one request, or the status and target of a redirect.

        `address` is what the user gave and refusals name; all must be over at `deadline`, a time.monotonic().
        Raises LastingRefusal and PassingRefusal; StaleConnection asks for the same once more.
        """
        dialled = self._transport.dialled
        self._deadline.move(deadline)
        conditional = kept.headers() if kept else {}
        request = httpx.Request(
            "GET",
            url,
            headers={
                "User-Agent": terms.agent,
                "Accept": terms.accept,
                # Others are not asked for, as their decoders give no bound on what one input block becomes.
                "Accept-Encoding": "gzip",
                **conditional,
            },
            extensions={"timeout": self._timeout},
        )
        try:
            with contextlib.closing(self._transport.handle_request(request)) as answer:
                self.began = time.monotonic()
                if not self._deadline.heard:
                    # It was there before we asked: a host that sends too much would answer each request with
                    # what belongs to another.
                    self.close()
                    raise StaleConnection(address, "the host answered before it was asked", LATER)
                if answer.status_code in REDIRECTS:
                    _drain(answer)
                    return answer.status_code, _next(address, url, answer, terms)
                return _received(address, url, answer, terms, bool(conditional))
        except NotPublicError as error:
            reason = f"the address leads to the private host {error.host} ({error.address})"
            raise LastingRefusal(address, reason, terms.if_private) from None
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            unreached = isinstance(error, httpcore.ConnectTimeout)
            raise PassingRefusal(
                address, "the host did not answer in time", LATER, silent=True, unreached=unreached
            ) from None
        except (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError) as error:
            kept_open = self._transport.dialled == dialled
            if kept_open and not self._transport.answered:
                raise StaleConnection(address, "the host closed a kept connection", LATER) from None
            reason = f"it cannot be fetched, the answer broke off ({in_one_line(error)})"
            raise PassingRefusal(address, reason, LATER) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, OSError, ValueError) as error:
            unreached = isinstance(error, httpcore.ConnectError)
            reason = f"it cannot be fetched ({in_one_line(error)})"
            raise PassingRefusal(address, reason, LATER, unreached=unreached) from None

    def hang_up(self) -> None:
        """End what is under way at its next step; may be called from another thread."""
        self._deadline.at = 0.0

    def close(self) -> None:
        """Close every connection."""
        self._transport.close()


def follow(
    line: Line, address: str, url: httpx.URL, terms: Terms, deadline: float, kept: Validators | None = None
) -> Answer:
    """The answer at the end of all redirects, each checked like the first. Raises Refusal."""
    hops: list[Hop] = []
    while True:
        try:
            got = line.ask(address, url, terms, deadline, kept)
        except StaleConnection:  # the connection is gone, so this happens once
            got = line.ask(address, url, terms, deadline, kept)
        if isinstance(got, Answer):
            return with_hops(got, hops)
        status, target = got
        hops.append(Hop(str(url), status))
        if len(hops) > terms.redirects:
            raise too_many(address, terms)
        url = target


def with_hops(answer: Answer, before: list[Hop]) -> Answer:
    """The answer with the redirects that led to it."""
    return Answer(
        address=answer.address,
        hops=(*before, *answer.hops),
        status=answer.status,
        content=answer.content,
        media_type=answer.media_type,
        validators=answer.validators,
        at=answer.at,
    )


def too_many(address: str, terms: Terms) -> EndlessRedirect:
    """The refusal of an address that is never there."""
    reason = f"it redirects more than {terms.redirects} times"
    return EndlessRedirect(address, reason, "give the final address")


def file_name(path: str) -> str:
    """The last part of an address's path or of a member's, as a plain file name."""
    name = re.sub(r"[^\w.\-]+", "_", unquote(path).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])
    return name.strip("._")[:120] or "data"


def _next(address: str, url: httpx.URL, answer: httpx.Response, terms: Terms) -> httpx.URL:
    target = redirected(url, answer, address)
    if url.scheme == "https" and target.scheme != "https" and not terms.downgrade:
        raise LastingRefusal(address, "it redirects from https to http", "name the final https address")
    return target


def _received(
    address: str, url: httpx.URL, answer: httpx.Response, terms: Terms, conditional: bool
) -> Answer:
    status, media_type = answer.status_code, answer.headers.get("content-type")
    if status != 200 and not (status == 304 and conditional):
        _drain(answer)
        reason = f"the host answered with status {status}"
        if status in PASSING_STATUS:
            wait = asked_wait(answer.headers.get("retry-after"))
            raise PassingRefusal(address, reason, LATER, wait, status=status)
        raise LastingRefusal(address, reason, terms.if_refused, status=status)
    content = None
    if status == 200:
        if terms.text and media_type and _NO_TEXT.match(media_type.strip()):
            said = media_type.split(";")[0].strip()[:40]
            raise LastingRefusal(address, f"it is {said}, which holds no text", terms.if_refused, status=200)
        limit = terms.content_bytes
        if terms.page_bytes is not None and _MARKUP.match(media_type or ""):
            limit = min(limit, terms.page_bytes)
        content = body(address, answer, limit, terms.if_large, cut=terms.cut)
        if not content and not terms.cut:
            raise PassingRefusal(address, "the answer is empty", LATER, status=200)
    return Answer(
        address=str(url),
        hops=(Hop(str(url), status),),
        status=status,
        content=content,
        media_type=media_type,
        validators=Validators(
            etag=_kept(answer.headers.get("etag")), last_modified=_kept(answer.headers.get("last-modified"))
        ),
        at=now(),
    )


def _drain(answer: httpx.Response) -> None:
    """Read a short rest, so that the connection can serve the next request; what is wrong in it is let be."""
    size = answer.headers.get("content-length", "")
    if not (size.isascii() and size.isdigit() and int(size[:9]) <= _DRAINED):
        return
    with contextlib.suppress(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError):
        for _ in answer.iter_raw():
            pass


def _kept(validator: str | None) -> str | None:
    """A validator that can be sent back as it is."""
    if validator and len(validator) <= _VALIDATOR and validator.isascii() and validator.isprintable():
        return validator
    return None


def seconds_from_now(seconds: float) -> float:
    """The deadline that is so many seconds away."""
    return time.monotonic() + seconds
