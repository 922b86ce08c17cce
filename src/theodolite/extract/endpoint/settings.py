"""Where the endpoint is, which model is asked, what it may cost: from the environment, checked here.

Nothing is sent anywhere because a variable is set; the endpoint is asked only where a command says so.
"""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpcore

from theodolite.extract.endpoint import prompt
from theodolite.model.errors import Misuse

VARIABLES = {
    "THEODOLITE_ENDPOINT": "address of the endpoint, up to and with /v1",
    "THEODOLITE_MODEL": "the model's name, as the endpoint knows it",
    "THEODOLITE_KEY": "the key, sent as a bearer token to that address only; none is sent where it is unset",
    "THEODOLITE_PRICE_INPUT": "price of a million tokens in",
    "THEODOLITE_PRICE_OUTPUT": "price of a million tokens out",
    "THEODOLITE_PRICE_CURRENCY": "currency of the prices, a word such as USD (the default)",
    "THEODOLITE_MAX_TOKENS": "most tokens, in and out together, of one run (default 1000000)",
    "THEODOLITE_MAX_COST": "most that one run may cost, in the currency of the prices",
    "THEODOLITE_ANSWER_TOKENS": "most tokens of one answer (default 4096)",
    "THEODOLITE_PASSAGE": "most characters of a document in one call (default 6000)",
    "THEODOLITE_SECONDS": "most seconds that one call may take (default 120)",
    "THEODOLITE_CALLS": "most calls at a time (default 1)",
    "THEODOLITE_PLAIN_HTTP": "1 allows http beyond this machine: key and texts travel unencrypted",
}
"""Every variable that is read, and what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run of the endpoint works with. The key is never shown by `repr`.

    `price_input` and `price_output` are in `currency` per million tokens, None where not known. `seconds` is
    the limit of one call from the first connection to the last byte; `patience` the most seconds that are
    waited between attempts of one call, all waits together; `answer_bytes` the most of an answer that is
    read.
    """

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    price_input: float | None = None
    price_output: float | None = None
    currency: str = "USD"
    max_tokens: int = 1_000_000
    max_cost: float | None = None
    answer_tokens: int = 4096
    passage: int = 6000
    seconds: float = 120.0
    calls: int = 1
    patience: float = 90.0
    attempts: int = 4
    answer_bytes: int = 4_000_000

    @property
    def method(self) -> str:
        """The extractor as the ledger names it, "endpoint/" and the model and the version of the prompt."""
        # A method is cut at its last slash, and models are often written with one.
        return f"endpoint/{self.model.replace('%', '%25').replace('/', '%2F')}+{prompt.version()}"


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment gives. Misuse, naming the variable and never the key, where one is
    missing or makes no sense."""
    given = {name: environment.get(name, "").strip() for name in VARIABLES}
    for name in ("THEODOLITE_ENDPOINT", "THEODOLITE_MODEL"):
        if not given[name]:
            raise Misuse(f"the endpoint is asked for and {name} is not set: set it to {VARIABLES[name]}")
    model = given["THEODOLITE_MODEL"]
    if len(model) > 200 or not model.isprintable():
        raise Misuse("THEODOLITE_MODEL: give a name of at most 200 printable characters")
    currency = given["THEODOLITE_PRICE_CURRENCY"] or "USD"
    if not (currency.isalpha() and len(currency) <= 10):
        raise Misuse("THEODOLITE_PRICE_CURRENCY: give a word such as USD")
    settings = Settings(
        address=_address(given["THEODOLITE_ENDPOINT"], given["THEODOLITE_PLAIN_HTTP"] == "1"),
        model=model,
        key=_key(given["THEODOLITE_KEY"]),
        price_input=_amount(given, "THEODOLITE_PRICE_INPUT"),
        price_output=_amount(given, "THEODOLITE_PRICE_OUTPUT"),
        currency=currency,
        max_tokens=_whole(given, "THEODOLITE_MAX_TOKENS", 1_000_000, 1, 10**12),
        max_cost=_amount(given, "THEODOLITE_MAX_COST"),
        answer_tokens=_whole(given, "THEODOLITE_ANSWER_TOKENS", 4096, 16, 200_000),
        passage=_whole(given, "THEODOLITE_PASSAGE", 6000, 200, 200_000),
        seconds=float(_whole(given, "THEODOLITE_SECONDS", 120, 1, 3600)),
        calls=_whole(given, "THEODOLITE_CALLS", 1, 1, 64),
    )
    if settings.max_cost is not None and None in (settings.price_input, settings.price_output):
        raise Misuse(
            "THEODOLITE_MAX_COST: a cap on cost needs THEODOLITE_PRICE_INPUT and THEODOLITE_PRICE_OUTPUT"
        )
    return settings


def _address(given: str, plain_allowed: bool) -> str:
    """The address that is called. The message never repeats what was given: it may hold a password."""
    name = "THEODOLITE_ENDPOINT"
    try:
        url = httpcore.URL(given)
        given.encode("ascii")
    except (ValueError, TypeError, UnicodeError):
        raise Misuse(f"{name}: it is no valid address; write https://host/v1") from None
    host = url.host.decode("ascii")
    if url.scheme not in (b"http", b"https") or not host:
        raise Misuse(f"{name}: it is no http or https address; write https://host/v1")
    if "@" in given.split("//", 1)[1].split("/", 1)[0]:
        raise Misuse(f"{name}: it holds a user name or password; give the key in THEODOLITE_KEY")
    if "?" in given or "#" in given or any(c.isspace() or not c.isprintable() for c in given):
        raise Misuse(f"{name}: give the address without spaces, query and fragment")
    if url.scheme == b"http" and not is_loopback(host) and not plain_allowed:
        raise Misuse(
            f"{name}: http to another host sends key and texts unencrypted; write https, or set "
            "THEODOLITE_PLAIN_HTTP=1"
        )
    base = given.rstrip("/")
    return base if base.endswith("/chat/completions") else f"{base}/chat/completions"


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its number or by the reserved name."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _key(given: str) -> str | None:
    if given and not (given.isascii() and given.isprintable() and " " not in given and len(given) < 4096):
        raise Misuse("THEODOLITE_KEY: it holds spaces or characters that no key has; set it again")
    return given or None


def _amount(given: Mapping[str, str], name: str) -> float | None:
    if not given[name]:
        return None
    try:
        amount = float(given[name])
    except ValueError:
        amount = math.nan
    if not (math.isfinite(amount) and amount >= 0):
        raise Misuse(f"{name}: give a number that is not negative: {VARIABLES[name]}")
    return amount


def _whole(given: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    if not given[name]:
        return default
    if not (given[name].isascii() and given[name].isdigit() and least <= int(given[name][:15]) <= most):
        raise Misuse(f"{name}: give a whole number from {least} to {most}: {VARIABLES[name]}")
    return int(given[name])
