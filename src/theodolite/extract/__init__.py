"""Texts to attributed claims, by rules for the language and the field; no file is read and none is written.

`claims` is the whole of it. `VERSION` and `theodolite.catalog.vocabulary.digest()` name what it was read
with.
"""

from theodolite.extract.claims import VERSION, claims

__all__ = ["VERSION", "claims"]
