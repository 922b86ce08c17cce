"""Where to look for a document's story: by the rare terms it has, so that few stories are ever compared."""

from __future__ import annotations

from collections.abc import Container

from theodolite.resolve.stories.likeness import Bundle

_KEYS = 14
_BRIDGES = 8
_ENDS = 60
"""A term that stands in very many stories of late leads to so many of the oldest and of the newest of them:
a report that hundreds copy on one day is found all the same, and what is looked at stays bounded."""
_MOST_FOUND = 24


class Index:
    """Rare term -> the stories that have it. A story is a number; one that joins another leads to that."""

    def __init__(self) -> None:
        self._stories: dict[str, list[int]] = {}
        self._keys: dict[int, dict[str, float]] = {}
        self._into: dict[int, int] = {}

    def add(self, number: int, own: Bundle) -> None:
        """Enter a document that is its own story."""
        keys: dict[str, float] = {}
        for half in own.halves.values():
            for vector, most in ((half.whole, _KEYS), (half.shared, _BRIDGES)):
                # A document's terms stand in order of weight.
                keys |= {t: w for t, w in list(vector.items())[:most] if t not in keys}
        self._keys[number] = keys
        for term in keys:
            self._stories.setdefault(term, []).append(number)

    def join(self, number: int, into: int) -> None:
        """From now on what leads to one story leads to the other."""
        self._into[number] = into

    def split(self, number: int) -> None:
        """A document is its own story again."""
        self._into.pop(number, None)

    def story(self, number: int) -> int:
        """The story that a document's number leads to."""
        root = number
        while root in self._into:
            root = self._into[root]
        while number != root:
            following = self._into[number]
            self._into[number] = root
            number = following
        return root

    def near(self, number: int) -> list[int]:
        """Stories that share rare terms with a document, those first that share most; itself left out."""
        weights: dict[int, float] = {}
        for term, weight in self._keys.get(number, {}).items():
            stories = self._compact(term)
            if len(stories) > 2 * _ENDS:
                stories = [*stories[:_ENDS], *stories[-_ENDS:]]
            for story in stories:
                weights[story] = weights.get(story, 0.0) + weight
        weights.pop(self.story(number), None)
        return sorted(weights, key=lambda s: (-round(weights[s], 9), s))[:_MOST_FOUND]

    def _compact(self, term: str) -> list[int]:
        """The stories of a term, each once."""
        stories = sorted({self.story(n) for n in self._stories[term]})
        self._stories[term] = stories
        return stories

    def sweep(self, live: Container[int]) -> None:
        """Forget what leads to stories that are over."""
        self._stories = {
            term: kept
            for term in self._stories
            if (kept := [story for story in self._compact(term) if story in live])
        }
        self._keys.clear()
        self._into = {number: root for number in self._into if (root := self.story(number)) in live}
