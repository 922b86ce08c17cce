"""Tokens of one sentence in plain Python, with the parser's tags and tree or with none.

Rules walk the tree of a sentence again and again. The parser's own tokens are made anew at every step; these
are made once, so that a step costs no more than looking at a field.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

_number = attrgetter("i")
_NONE: list[Token] = []
"""The children of every token that has none: most have none, so that they share one list."""


class Token:
    """A word or mark: its number `i`, its place `idx` in the sentence, its fine-grained tag and its label.

    The root is its own head. A token that was not parsed is a root without tag, label or children.
    """

    __slots__ = (
        "_children",
        "_left",
        "_right",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "tag_",
        "text",
        "whitespace_",
    )

    def __init__(self, doc: Sentence, i: int, idx: int, text: str, space: str, tag: str, dep: str) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.whitespace_, self.tag_, self.dep_ = text, space, tag, dep
        self.head = self
        self._children = _NONE
        self._left = self._right = i

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.tag_}, {self.dep_})"

    def __len__(self) -> int:
        return len(self.text)

    @property
    def children(self) -> list[Token]:
        """What hangs on it directly, in order."""
        return self._children

    @property
    def subtree(self) -> list[Token]:
        """It and all that hangs on it, in order."""
        if self._left == self._right:
            return [self]
        held = [self]
        for token in held:  # it grows while it is walked
            held.extend(token._children)
        return sorted(held, key=_number)

    @property
    def left_edge(self) -> Token:
        """The first token of what it governs."""
        return self.doc[self._left]

    @property
    def right_edge(self) -> Token:
        """The last token of what it governs."""
        return self.doc[self._right]

    def nbor(self, i: int = 1) -> Token:
        """The token so many places on; IndexError beyond the sentence."""
        if not 0 <= self.i + i < len(self.doc):
            raise IndexError(i)
        return self.doc[self.i + i]

    def is_ancestor(self, other: Token) -> bool:
        """Whether `other` hangs on it, directly or not."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


class Sentence(list[Token]):
    """The tokens of a sentence, and its text as the parser saw it."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def hang(self, heads: Iterable[int]) -> None:
        """Build the tree: for each token, the number of its head (its own for a root)."""
        for token, head in zip(self, heads, strict=True):
            if head != token.i:
                token.head = above = self[head]
                if above._children is _NONE:
                    above._children = [token]
                else:
                    above._children.append(token)
        for token in self:
            above = token
            while above.head is not above:
                above = above.head
                if above._left > token.i:
                    above._left = token.i
                elif above._right < token.i:
                    above._right = token.i
                else:  # its reach holds the token, and so does that of everything above
                    break
