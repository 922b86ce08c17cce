"""Where a watch may tell what it found. What is not allowed raises ValueError: "reason; mend"."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from theodolite.model.watch import LinesFile, Program, Webhook

_LINK_LOCAL = tuple(
    ipaddress.ip_network(n) for n in ("169.254.0.0/16", "fe80::/10", "fd00:ec2::/32", "168.63.129.16/32")
)
"""Where clouds answer with the keys of a machine: never a receiver of notices, whoever allows it."""
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}\Z")
_MOST_ARGUMENTS = 100


def webhook(address: str, allow: tuple[str, ...], secret: str | None) -> Webhook:
    """An address to post to: https at a public host, or one of the endpoints that are allowed by number."""
    endpoints = tuple(_endpoint(one) for one in allow)
    try:
        parts = urlsplit(address)
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
        host = parts.hostname
    except ValueError:
        raise ValueError("webhook: is no address; write https://host/path") from None
    if parts.scheme not in ("https", "http") or not host or not port or not address.isprintable():
        raise ValueError("webhook: is no address; write https://host/path")
    if parts.username is not None or parts.password is not None or " " in address:
        raise ValueError("webhook: holds a user name, a password or a space; sign with `secret` instead")
    if parts.scheme == "http" and not _is_allowed(host, port, endpoints):
        raise ValueError(
            "webhook: is not https; give https, or inside your network the number and port that you `allow`"
        )
    if secret is not None and not _VARIABLE.match(secret):
        raise ValueError(
            "secret: is no name of an environment variable; put the secret there and name it here"
        )
    return Webhook(address=address, allow=endpoints, secret=secret)


def _is_allowed(host: str, port: int, endpoints: tuple[str, ...]) -> bool:
    """Whether a host is itself one of the numbers that are allowed. A name may lead to any."""
    try:
        return f"{ipaddress.ip_address(host)}:{port}" in endpoints
    except ValueError:
        return False


def _endpoint(written: str) -> str:
    number, _, port = written.rpartition(":")
    try:
        parsed = ipaddress.ip_address(number.strip("[]"))
        sound = port.isascii() and port.isdigit() and 0 < int(port) < 65536
    except ValueError:
        sound = False
    if not sound:
        raise ValueError(f"allow: {written[:60]!r} is no number with a port; write 192.168.1.20:8080")
    if any(parsed.version == n.version and parsed in n for n in _LINK_LOCAL):
        raise ValueError(f"allow: {written[:60]!r} is never allowed; clouds keep a machine's keys there")
    return f"{parsed}:{int(port)}"


def command(given: Any) -> Program:
    """A program with its arguments, each a word of its own."""
    sound = isinstance(given, list) and 0 < len(given) <= _MOST_ARGUMENTS
    if not sound or not all(isinstance(word, str) and word and "\0" not in word for word in given):
        raise ValueError("command: is no list of words; write [program, argument, ...]: no shell reads it")
    return Program(arguments=tuple(given))


def lines_file(path: str, folder: Path) -> LinesFile:
    """A file, by the folder of the file of watches."""
    if "\0" in path:
        raise ValueError("file: holds U+0000; name a file")
    return LinesFile(path=str((folder / Path(path).expanduser()).absolute()))
