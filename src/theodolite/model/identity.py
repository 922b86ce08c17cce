"""Identities that cannot collide by joining: a hash over length-prefixed fields.

Fields joined with a separator collide as soon as a field holds the separator. Each field is written
as its kind, its length in bytes and its bytes, so two different sequences never give the same input.
"""

from __future__ import annotations

import hashlib

_TAGS = {str: b"s", int: b"i", float: b"f", bool: b"b", bytes: b"y"}


def digest(*fields: str | int | float | bool | bytes | None) -> str:
    """Return the SHA-256 (64 hex digits) over `fields`, each length-prefixed; None is a field of its own.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    state = hashlib.sha256()
    for field in fields:
        if field is None:
            state.update(b"n0:")
            continue
        if isinstance(field, bytes):
            raw = field
        elif isinstance(field, float):
            raw = repr(field + 0.0).encode()  # -0.0 and 0.0 are one value
        else:
            raw = str(field).encode("utf-8", "surrogatepass")
        state.update(_TAGS[type(field)] + str(len(raw)).encode() + b":" + raw)
    return state.hexdigest()


def document(address: str | None, text_sha256: str) -> str:
    """The identity of a document: over its address where it has one, else over its text."""
    return digest("document", address or text_sha256)


def sha256(content: bytes) -> str:
    """SHA-256 of bytes, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()
