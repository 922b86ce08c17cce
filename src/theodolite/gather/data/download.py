"""One data file from its address: asked for only if it changed, asked again where a host fails for a moment.

Connections end at public hosts only, redirects are followed by hand and each is checked like the first, and
nothing of the environment is used (no proxy, no .netrc, no cookies).
"""

from __future__ import annotations

import datetime as dt
import math
import re
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

import httpcore
import httpx

from theodolite import __version__
from theodolite.gather.answers import (
    PASSING_STATUS,
    REDIRECTS,
    PassingRefusal,
    body,
    parsed,
    redirected,
    why,
)
from theodolite.gather.data.manners import Manners, Pace
from theodolite.gather.files import now
from theodolite.gather.network import CheckedTransport, NotPublicError
from theodolite.model.errors import Refusal

USER_AGENT = f"theodolite/{__version__} (data pull, one request a file)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/csv, application/json, application/zip, */*;q=0.5",
    # Other encodings are not asked for, as their decoders give no bound on what one input block becomes.
    "Accept-Encoding": "gzip",
}
_LATER = "try again later"
_TOO_LARGE = "fetch it by hand and give it with --from"
_VALIDATOR = 256
"""Characters of a host's validator that are kept; a longer one is not kept at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What the host said of the bytes it sent, for asking whether they are still the same."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """As a conditional request sends them."""
        sent = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in sent.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: `content` is None where nothing changed (status 304). `file` is a plain file name."""

    address: str
    status: int
    content: bytes | None = field(repr=False)
    media_type: str | None
    validators: Validators
    file: str
    at: str


def download(
    address: str,
    *,
    pace: Pace,
    kept: Validators | None = None,
    allow_private: frozenset[str] = frozenset(),
) -> Answer:
    """Fetch one file, or learn that it did not change since `kept`.

    Raises Refusal with how often it was tried. `allow_private` names endpoints ("127.0.0.1:8000") that may be
    reached although they are not public; it is for tests and is set by nothing outside the code.
    """
    manners = pace.manners
    deadline = time.monotonic() + manners.total_seconds
    timeout = httpx.Timeout(manners.read_seconds, connect=manners.connect_seconds)
    conditional = (kept or Validators()).headers()
    host = parsed(address, address).host
    if host in pace.left_alone:
        raise Refusal(address, f"not asked, since {pace.left_alone[host]}", _LATER)
    with httpx.Client(
        transport=CheckedTransport(deadline, allow_private), timeout=timeout, trust_env=False
    ) as client:
        for attempt in range(1, manners.attempts + 1):
            pace.turn(host)
            try:
                return _once(client, address, conditional, manners)
            except PassingRefusal as refusal:
                _wait_or_give_up(refusal, attempt, deadline, pace, host)
    raise AssertionError("the last attempt gives up")


def _wait_or_give_up(refusal: PassingRefusal, attempt: int, deadline: float, pace: Pace, host: str) -> None:
    manners = pace.manners
    tried = "" if attempt == 1 else f" ({attempt} attempts)"
    asked = refusal.wait
    if asked is not None and asked > manners.longest_wait_seconds:
        reason = f"{refusal.reason} and asks to be left alone for {math.ceil(asked)} seconds{tried}"
        pace.left_alone[host] = f"{host} asked to be left alone for {math.ceil(asked)} seconds"
        raise Refusal(refusal.place, reason, "try again after that")
    wait = manners.wait(attempt, asked)
    if attempt == manners.attempts or time.monotonic() + wait >= deadline:
        if refusal.unreached:
            pace.left_alone[host] = f"{host} could not be reached a moment ago"
        raise Refusal(refusal.place, refusal.reason + tried, refusal.mend)
    pace.sleep(wait)


def _once(client: httpx.Client, address: str, conditional: dict[str, str], manners: Manners) -> Answer:
    try:
        return _follow(client, address, conditional, manners)
    except NotPublicError as error:
        reason = f"the address leads to the private host {error.host} ({error.address})"
        raise Refusal(address, reason, "name a public address in the source's definition") from None
    except (httpcore.TimeoutException, httpx.TimeoutException):
        raise PassingRefusal(address, "the host did not answer in time", _LATER) from None
    except (httpcore.RemoteProtocolError, httpx.RemoteProtocolError) as error:
        raise PassingRefusal(address, f"the answer broke off ({why(error)})", _LATER) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, OSError) as error:
        unreached = isinstance(error, (httpcore.ConnectError, httpx.ConnectError))
        reason = f"it cannot be fetched ({why(error)})"
        raise PassingRefusal(address, reason, _LATER, unreached=unreached) from None


def _follow(client: httpx.Client, address: str, conditional: dict[str, str], manners: Manners) -> Answer:
    url = parsed(address, address)
    headers = {**_HEADERS, **conditional}
    for _ in range(manners.redirects + 1):
        with client.stream("GET", url, headers=headers, follow_redirects=False) as answer:
            if answer.status_code not in REDIRECTS:
                return _received(address, url, answer, bool(conditional), manners)
            secure = url.scheme == "https"
            url = redirected(url, answer, address)
            if secure and url.scheme != "https":
                raise Refusal(address, "it redirects from https to http", "name the final https address")
    raise Refusal(address, f"it redirects more than {manners.redirects} times", "name the final address")


def _received(
    address: str, url: httpx.URL, answer: httpx.Response, conditional: bool, manners: Manners
) -> Answer:
    status = answer.status_code
    if status not in (200, 304) or (status == 304 and not conditional):
        reason = f"the host answered with status {status}"
        if status in PASSING_STATUS:
            raise PassingRefusal(address, reason, _LATER, _asked_wait(answer.headers.get("retry-after")))
        raise Refusal(address, reason, "check whether the publisher has moved the file")
    content = None
    if status == 200:
        declared = answer.headers.get("content-length", "")
        if declared.isascii() and declared.isdigit() and int(declared[:20]) > manners.content_bytes:
            raise Refusal(
                address, f"the file is over the limit of {manners.content_bytes:,} bytes", _TOO_LARGE
            )
        content = body(address, answer, manners.content_bytes, _TOO_LARGE)
        if not content:
            raise PassingRefusal(address, "the answer is empty", _LATER)
    return Answer(
        address=str(url),
        status=status,
        content=content,
        media_type=answer.headers.get("content-type"),
        validators=Validators(
            etag=_kept(answer.headers.get("etag")), last_modified=_kept(answer.headers.get("last-modified"))
        ),
        file=file_name(url.path),
        at=now(),
    )


def _kept(validator: str | None) -> str | None:
    """A validator that can be sent back as it is."""
    if validator and len(validator) <= _VALIDATOR and validator.isascii() and validator.isprintable():
        return validator
    return None


def _asked_wait(header: str | None) -> float | None:
    """Seconds that Retry-After asks for, written as a number or as a date; None for anything else."""
    if not header:
        return None
    text = header.strip()
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max((until - dt.datetime.now(dt.UTC)).total_seconds(), 0.0)


def file_name(path: str) -> str:
    """The last part of an address's path or of a member's, as a plain file name."""
    name = re.sub(r"[^\w.\-]+", "_", unquote(path).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])
    return name.strip("._")[:120] or "data"
