"""What moves in the documents when the window ends: bursts, rising, newly named, quiet, falling."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.compose.brief import trends as sentences
from theodolite.model.brief import Line, Part, Source
from theodolite.model.trends import Followed, TrendReport
from theodolite.survey.briefing.choosing import Reader, Topic
from theodolite.survey.briefing.drafting import Draft, part, why
from theodolite.survey.briefing.state import State
from theodolite.survey.trends.gathered import told_in
from theodolite.survey.trends.report import trends

TITLE = "New, rising and quiet"
RULE = (
    "At the end of the window: bursts with a new document, what is spoken of more, names first told by a new "
    "document, what has gone quiet, what is spoken of less; each at the stated rate of false alarms."
)
EMPTY = "Nothing moves more than chance would have it."
_BURST, _RISING, _NEW, _QUIET, _FALLING = range(5)


def trend_part(state: State, reader: Reader) -> Part:
    """The lines on what moves; where too little was gathered to tell, why."""
    empty, drafts = "No document is new.", list[Draft]()
    if state.new_texts:
        told = [t for t in told_in(state.store, state.window.until) if t.article.text_sha256 in state.texts]
        report = trends(told)
        empty = f"It cannot be told: {report.reason}." if not report.enough else EMPTY
        drafts = list(_drafts(state, reader, report))
    return part("trends", TITLE, RULE, drafts, reader, empty)


def _drafts(state: State, reader: Reader, report: TrendReport) -> Iterator[Draft]:
    counted = sentences.counted_source(report)
    for burst in report.bursts:
        if burst.goes_on or any(e.text_sha256 in state.new_texts for e in burst.examples):
            yield from _draft(
                reader, _of(burst.of), _BURST, sentences.burst_sentence(burst), "a burst", burst.end,
                (counted, *map(sentences.example_source, burst.examples)),
            )  # fmt: skip
    for movements, rank, words in ((report.rising, _RISING, "rising"), (report.falling, _FALLING, "falling")):
        for moved in movements:
            told = sentences.movement_sentence(moved, report.since)
            yield from _draft(reader, _of(moved.of), rank, told, words, report.until, (counted,))
    for new in report.new_names:
        if new.example.text_sha256 in state.new_texts:
            topic = Topic(names=frozenset({new.name}), sides=frozenset({new.side or ""}))
            yield from _draft(
                reader, topic, _NEW, sentences.new_name_sentence(new), "a new name", new.first,
                (sentences.example_source(new.example), counted), minor=new.count < 2,
            )  # fmt: skip
    for quiet in report.quiet:
        topic = Topic(names=frozenset({quiet.name}))
        yield from _draft(
            reader, topic, _QUIET, sentences.quiet_sentence(quiet), "gone quiet", quiet.last, (counted,)
        )


def _of(one: Followed) -> Topic:
    dimension = one.name if one.what == "dimensions" else None
    return Topic(
        names=frozenset({one.name}), sides=frozenset({one.side or ""}),
        dimension=dimension,  # type: ignore[arg-type]
    )  # fmt: skip


def _draft(
    reader: Reader, topic: Topic, rank: int, sentence: str, first: str, day: str,
    sources: tuple[Source, ...], *, minor: bool = False,
) -> Iterator[Draft]:  # fmt: skip
    touched = reader.interests(topic)
    if touched is not None:
        line = Line(
            sentence=sentence, why=why(first, touched), sources=sources, day=day, basis="published",
            dimension=topic.dimension,
        )  # fmt: skip
        yield Draft(line=line, rank=rank, touched=touched, minor=minor)
