"""Stories that began or grew within the window: what several documents tell of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from theodolite.compose.brief.stories import story_sentence, story_sources
from theodolite.model.brief import Line
from theodolite.model.claim import Claim
from theodolite.model.story import ToldStory
from theodolite.survey.briefing.choosing import Reader, Topic
from theodolite.survey.briefing.drafting import Draft, why
from theodolite.survey.briefing.state import State
from theodolite.survey.stories import stories_of

TITLE = "Stories"
RULE = (
    "What at least two documents tell of one event and one of them newly: stories that began first, then "
    "those that grew; in each, what touches more of the profile, then more independent origins. Copies "
    "count for no origin."
)
EMPTY = "No story began or grew."
_BEGAN, _GREW = 0, 1


def story_drafts(state: State, reader: Reader, private: bool) -> list[Draft]:
    """A line for each story with a document that is new, and that the reader wants told."""
    if not state.new_articles:
        return []
    claims: dict[str, list[Claim]] = {}
    for claim in state.claims.values():
        claims.setdefault(claim.text_sha256, []).append(claim)
    found = stories_of(state.store, list(state.articles.values()))
    drafts = (_draft(state, reader, told, claims) for told in found if len(told.articles) > 1)
    return [d for d in drafts if d is not None]


def _draft(state: State, reader: Reader, told: ToldStory, claims: dict[str, list[Claim]]) -> Draft | None:
    fresh = [a for a in told.articles if a.id in state.new_articles]
    if not fresh:
        return None
    own = [c for a in told.articles for c in claims.get(a.text_sha256, ())]
    touched = _touched(reader, told, own)
    if touched is None:
        return None
    began = len(fresh) == len(told.articles)
    new = sorted(c.id for c in own if c.id in state.new)
    dimensions = Counter(d for c in own if (d := c.dimension) is not None)
    origins = told.story.origins
    line = Line(
        sentence=story_sentence(told, len(fresh), len(new)),
        why=why("a story that began" if began else "a story that grew", touched),
        sources=story_sources(told),
        day=told.story.last,
        basis="published",
        dimension=min(dimensions.items(), key=lambda d: (-d[1], d[0]))[0] if dimensions else None,
        origins=origins,
        claims=tuple(new),
    )
    return Draft(line=line, rank=_BEGAN if began else _GREW, touched=touched)


def _touched(reader: Reader, told: ToldStory, claims: list[Claim]) -> tuple[str, ...] | None:
    """What of the profile a story touches; of its limits one document must keep to each."""
    p = reader.profile
    limits = (
        (p.languages, set(told.story.languages)),
        (p.sources, set(told.story.kinds)),
        (p.kinds, {c.kind for c in claims}),
    )
    if any(allowed and not set(allowed) & given for allowed, given in limits):
        return None
    found = dict.fromkeys(name for topic in _topics(told, claims) for name in reader.interests(topic) or ())
    return tuple(found) if found or not p.interested else None


def _topics(told: ToldStory, claims: list[Claim]) -> Iterator[Topic]:
    """The names and titles of a story, and the dimension of each of its claims."""
    yield Topic(
        names=frozenset(name for name, _ in told.story.names),
        sides=frozenset(side for side, _ in told.story.sides),
        words="\n".join(a.title or "" for a in told.articles),
    )
    for dimension in dict.fromkeys(c.dimension for c in claims):
        yield Topic(dimension=dimension)
