"""Words that turn a judgement round."""

from __future__ import annotations

from theodolite.extract.words.lexicon import words

NOT = words(
    """
    not n't n’t never hardly scarcely barely no nor neither without nowhere rarely seldom nothing
    nobody none
    """
)
