"""Who or what a phrase stands for: names through the vocabulary, pronouns, "the company"."""

from theodolite.extract.referents.phrases import Referents
from theodolite.extract.referents.referent import Referent, from_mention

__all__ = ["Referent", "Referents", "from_mention"]
