"""The parser's network, run by hand: the same weights and the same parses in less than half of the time.

spaCy keeps the machinery of training around every layer, and its loop over the parser's moves takes the
interpreter's lock anew at every comparison of two numbers. Here the layers of the pinned model are plain
products of matrices: words are looked up in a table that is filled as they are met (`MultiHashEmbed`), four
layers look at the neighbours of each word (`MaxoutWindowEncoder`), tags are the best of one product more,
and the moves of the arc-eager parser are made step by step from here, where the lock is held anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

from theodolite.engine.batches import batches

Floats = NDArray[np.float32]

_KNOWN_AT_MOST = 30_000
"""Words whose vectors are kept: some 12 MB."""
_ROWS = 640
"""Words that are encoded in one go: so many stay in the processor's cache from layer to layer."""
_TINY = np.float32(1e-8)


class _Ops(NumpyOps):  # type: ignore[misc]
    """The model's array operations with numpy's matrix product, faster here than the model's own."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


class Network:
    """Tags and trees of tokenised sentences, by the weights of a loaded pipeline with a tok2vec, a tagger and
    a parser."""

    def __init__(self, pipeline: Any) -> None:
        operations = _Ops()
        for _, component in pipeline.pipeline:
            for layer in component.model.walk():
                layer.ops = operations
        self._pipeline = pipeline
        self._labels: dict[int, str] = {}
        encoder = pipeline.get_pipe("tok2vec").model
        self._vectors = _Vectors(encoder.get_ref("embed"))
        inner = list(encoder.get_ref("encode").walk())
        maxouts = [layer for layer in inner if layer.name == "maxout"]
        norms = [layer for layer in inner if layer.name == "layernorm"]
        self._layers = [_Layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)]
        self._depth = len(self._layers)  # so far reaches what a word looks at
        tagger = pipeline.get_pipe("tagger")
        softmax = next(layer for layer in tagger.model.walk() if layer.name == "softmax")
        self._tags: tuple[str, ...] = tagger.labels
        self._tag_weights = np.ascontiguousarray(softmax.get_param("W").T)
        self._tag_bias = softmax.get_param("b")
        self._parser = pipeline.get_pipe("parser")
        scores = self._parser.model.get_ref("upper")
        self._move_weights = np.ascontiguousarray(scores.get_param("W").T)
        self._move_bias = scores.get_param("b")

    def read(self, sentences: Sequence[str]) -> list[tuple[Any, list[str]]]:
        """Each sentence as spaCy's tokens, hung on their heads, and the tags of its words beside them."""
        docs = [self._pipeline.tokenizer(sentence) for sentence in sentences]
        spoken = [doc for doc in docs if len(doc)]
        tags = iter(self._tagged(spoken))
        if spoken:
            self._hang(spoken)
        return [(doc, next(tags) if len(doc) else []) for doc in docs]

    def label(self, number: int) -> str:
        """The name of a label by its number."""
        if number not in self._labels:
            self._labels[number] = self._pipeline.vocab.strings[number]
        return self._labels[number]

    def _tagged(self, docs: Sequence[Any]) -> list[list[str]]:
        """The tags; on the way each sentence is given its vectors, for the parser."""
        found = []
        for few in batches(docs, _ROWS):
            encoded = self._encoded(few)
            scores = encoded @ self._tag_weights
            scores += self._tag_bias
            best = scores.argmax(axis=1).tolist()
            at = self._depth
            for doc in few:
                doc.tensor = encoded[at : at + len(doc)]
                found.append([self._tags[number] for number in best[at : at + len(doc)]])
                at += len(doc) + self._depth
        return found

    def _encoded(self, docs: Sequence[Any]) -> Floats:
        """Sentences one behind the other, `depth` empty rows before, between and behind them: no word looks
        so far as into another sentence."""
        lengths = [len(doc) for doc in docs]
        rows = sum(lengths) + self._depth * (len(docs) + 1)
        words = np.zeros((rows, self._vectors.width), dtype=np.float32)
        found = self._vectors.of(docs)
        at, taken = self._depth, 0
        for length in lengths:
            words[at : at + length] = found[taken : taken + length]
            at, taken = at + length + self._depth, taken + length
        around = np.zeros((rows, 3 * self._vectors.width), dtype=np.float32)
        for layer in self._layers:
            words += layer(words, around)
        return words

    def _hang(self, docs: Sequence[Any]) -> None:
        """The parser's moves, each the best for all sentences that are not done: what a move sees is summed
        from what each word gives to each place (`state2vec`), and one product more weighs the moves."""
        parser = self._parser
        states = parser.moves.init_batch(docs)
        step = parser.model.predict(docs)
        seen, vectors = step.get_token_ids, step.state2vec.predict
        left = [state for state in states if not state.is_final()]
        while left:
            scores = vectors(seen(left)) @ self._move_weights
            scores += self._move_bias
            left = parser.transition_states(left, scores)
        step.clear_memory()
        parser.set_annotations(docs, states)


class _Vectors:
    """What a word is by itself: a vector for each word met so far, by the features that the model sees."""

    def __init__(self, embed: Any) -> None:
        extract, _, hashed, mixed, _ = embed.layers
        self._features: list[str] = extract.attrs["columns"]
        self._hashed, self._mixed = hashed.layers[0], mixed.layers[0]
        self.width: int = embed.get_dim("nO")
        self._rows: dict[bytes, int] = {}
        self._table = np.empty((0, self.width), dtype=np.float32)

    def of(self, docs: Sequence[Any]) -> Floats:
        """The vectors of the words of sentences, one a row."""
        features = np.concatenate([doc.to_array(self._features) for doc in docs])
        keys = features.view(f"V{features.shape[1] * features.itemsize}").ravel().tolist()
        try:
            numbers = [self._rows[key] for key in keys]
        except KeyError:
            numbers = self._learnt(keys, features)
        return self._table[numbers]

    def _learnt(self, keys: list[bytes], features: NDArray[np.uint64]) -> list[int]:
        if len(self._rows) > _KNOWN_AT_MOST:
            self._rows, self._table = {}, self._table[:0]
        new = {key: number for number, key in enumerate(keys) if key not in self._rows}
        vectors = self._mixed.predict(self._hashed.predict(features[list(new.values())]))
        for key in new:
            self._rows[key] = len(self._rows)
        if len(self._rows) > len(self._table):
            grown = np.empty((2 * len(self._rows), self.width), dtype=np.float32)
            grown[: len(self._table)] = self._table
            self._table = grown
        self._table[len(self._rows) - len(new) : len(self._rows)] = vectors
        return [self._rows[key] for key in keys]


class _Layer:
    """One layer of the encoder: of each word and its two neighbours the greatest of three products,
    normalised."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        self._width, self._pieces, _ = weights.shape
        # The pieces one behind the other, so that the greatest of them is that of whole rows.
        self._weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
        self._bias = np.ascontiguousarray(bias.T.reshape(-1))
        self._gain, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, words: Floats, around: Floats) -> Floats:
        """What is added to the words; `around` is room for each word with its neighbours, whose first and
        last rows stay empty on their outer sides."""
        width = self._width
        around[1:, :width] = words[:-1]
        around[:, width : 2 * width] = words
        around[:-1, 2 * width :] = words[1:]
        products = around @ self._weights
        products += self._bias
        best: Floats = products[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, products[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best)
        spread /= np.float32(width)
        spread += _TINY
        best /= np.sqrt(spread)[:, None]
        best *= self._gain
        best += self._shift
        return best
