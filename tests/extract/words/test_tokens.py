"""Our own tokens say of a tree what the parser's say."""

from __future__ import annotations

import pytest

from theodolite.extract.words import syntax
from theodolite.extract.words.tokens import Sentence, Token

SENTENCES = (
    "China’s labs, which are two years behind, will not catch up with OpenAI in 2025, said Ana Ruiz.",
    "Customers include Siemens, Legrand and a bank that nobody named; none of them pays.",
    "(“Why?”) — no verb here",
    "He asked what, if anything, the chips that Huawei, long a laggard, makes are used for.",
)


@pytest.mark.parametrize("content", SENTENCES)
def test_the_tree_is_that_of_the_parser(content: str) -> None:
    theirs = syntax._pipeline()(syntax._plain(content))
    ours = syntax.parse([(content, 7)])[0].doc
    for a, b in zip(theirs, ours, strict=True):
        assert (a.i, a.idx, a.text, a.whitespace_) == (b.i, b.idx, b.text, b.whitespace_)
        assert (a.tag_, a.dep_, a.head.i) == (b.tag_, b.dep_, b.head.i)
        assert [c.i for c in a.children] == [c.i for c in b.children]
        assert sorted(c.i for c in a.subtree) == [c.i for c in b.subtree]
        assert (a.left_edge.i, a.right_edge.i) == (b.left_edge.i, b.right_edge.i)
        assert [a.is_ancestor(o) for o in theirs] == [b.is_ancestor(o) for o in ours]


def test_a_sentence_that_is_not_parsed_has_roots_only() -> None:
    doc = syntax.unparsed("Two words, no tree", 0).doc
    assert [t.text for t in doc] == ["Two", "words", ",", "no", "tree"]
    assert all(t.head is t and not t.children and not t.tag_ for t in doc)


def test_a_neighbour_beyond_the_sentence_is_refused() -> None:
    doc = syntax.unparsed("One two", 0).doc
    assert doc[0].nbor().text == "two"
    for token, step in ((doc[0], -1), (doc[1], 1)):
        with pytest.raises(IndexError):
            token.nbor(step)


def test_edges_reach_over_a_long_chain() -> None:
    doc = Sentence("x " * 1200)
    doc.extend(Token(doc, i, 2 * i, "x", " ", "NN", "dep") for i in range(1200))
    doc.hang([min(i + 1, 1199) for i in range(1200)])
    assert [t.i for t in doc[1199].subtree] == list(range(1200))
    assert doc[600].left_edge.i == 0 and doc[600].right_edge.i == 600
    assert doc[1199].is_ancestor(doc[0]) and not doc[0].is_ancestor(doc[1199])
