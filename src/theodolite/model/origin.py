"""Where something comes from, and on what terms it may be shown."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.model.identity import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known about a document or data file besides its bytes.

    Every field may be None: a fact that is not given is not guessed. `published` is ISO 8601, as precise
    as known ("2024", "2024-05", "2024-05-15"). `address` is where it can be found; `location` is where
    this copy was read (a path as the user gave it, or an address). `licence` is a short name or an SPDX
    identifier; `may_republish` says whether whole texts may be shown to the public.
    """

    location: str
    address: str | None = None
    title: str | None = None
    author: str | None = None
    speaker: str | None = None
    publisher: str | None = None
    producer: str | None = None
    kind: str | None = None
    language: str | None = None
    published: str | None = None
    version: str | None = None
    citation: str | None = None
    licence: str | None = None
    licence_address: str | None = None
    may_republish: bool = False

    @property
    def id(self) -> str:
        """Identity over every field: new metadata for known bytes is a new origin, never a new claim."""
        return digest(*(getattr(self, name) for name in self.__slots__))
