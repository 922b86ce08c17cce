"""Texts to attributed claims, by rules for the language and the field; no file is read and none is written.

`claims` is the whole of it; `found` gives the rules that found them as well, `each` reads many texts
together. `VERSION` and `theodolite.catalog.vocabulary.digest()` name what a text was read with.
"""

from theodolite.extract.claims import VERSION, Found, claims, each, found
from theodolite.extract.explaining import lines as explanation

__all__ = ["VERSION", "Found", "claims", "each", "explanation", "found"]
