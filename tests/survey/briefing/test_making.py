"""A brief of a ledger: what is new in it, in which order, on what it rests, and that it can be made again."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import gathered_stories
import gathered_stream
import pytest
from briefed import HARM, Made, finding, gaps, lag, put
from tellings import gold

from theodolite import ledger
from theodolite.compose.brief.quoting import MOST_WORDS, words
from theodolite.ledger import Judgement
from theodolite.model.brief import Brief, Part, Window
from theodolite.model.origin import Origin
from theodolite.model.profile import Profile
from theodolite.model.pull import Pull
from theodolite.survey.briefing.making import brief, brief_for, latest
from theodolite.survey.briefing.window import window


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A ledger of two rounds."""
    return Made(tmp_path / "l.sqlite").first().second()


def of(made: Made, since: str | None = "first", profile: Profile | None = None, **more: bool) -> Brief:
    """The brief between the rounds, or from the beginning."""
    with ledger.open(made.path) as store:
        found = window(store, "nobody", as_of=made.rounds[-1])
        if since == "first":
            found = type(found)(since=made.rounds[0], until=made.rounds[1], why="the test's window")
        return brief(store, profile or Profile(length="full"), found, **more)


def learn(made: Made) -> None:
    """Something that changes no line."""
    with ledger.open(made.path) as store, store.begin("judge"):
        store.put_judgement(
            Judgement(
                kind="accepted", subject="x", judge="a", reason="b", made_at="2026-08-12T00:00:00+00:00"
            )
        )


def part(found: Brief, name: str) -> Part:
    """A part by its name."""
    return next(p for p in found.parts if p.name == name)


def test_verdicts_come_in_the_stated_order_and_say_why(made: Made) -> None:
    lines = part(of(made), "verdicts").lines
    assert [line.verdict for line in lines] == ["contradicted", "contradicted", "supported", "mixed"]
    assert lines[0].sentence.startswith(
        "Undecided before, contradicted now: Ada Example said China lagged by 12 to 24 months"
    )
    assert lines[0].why.startswith("the verdict changed, cause: ")
    assert lines[1].why.startswith("a new verdict, contradicted")


def test_every_line_has_sources_few_words_and_exact_quotes(made: Made) -> None:
    found = of(made)
    assert sum(len(p.lines) for p in found.parts) >= 8
    with ledger.open(made.path) as store:
        texts = {e.text_sha256: store.text_by_sha(e.text_sha256) for e in store.texts()}
        claims = {k.value.id for k in store.claims()}
        observed = {k.value.id for k in store.observations()}
    for line in found.lines:
        assert line.sources and all(s.words and s.id for s in line.sources)
        assert line.why and line.sentence.endswith((".", ".”", "。”", "!”", "?”"))
        assert words(line.sentence) <= MOST_WORDS, line.sentence
        assert set(line.claims) <= claims and set(line.observations) <= observed
        if line.quote is not None:
            text = texts[line.text_sha256]  # type: ignore[index]
            assert text is not None
            assert text.content[line.quote.start : line.quote.end] == line.quote.words
    for fresh in found.fresh:
        assert fresh.sources and fresh.words.endswith(".")


def test_a_move_is_called_one_only_where_the_intervals_do_not_meet(made: Made) -> None:
    lines = part(of(made), "moves").lines
    assert [line.why for line in lines] == ["a newer vintage: moved", "a newer vintage: no measurable change"]
    assert lines[0].sentence == (
        "The distance of China behind the United States in level is 10.0 to 14.0 points (90%) on Test Index; "
        "the vintage before gave 2.0 to 9.0 points (90%): it moved."
    )
    assert "6 to 8 months (90%)" in lines[1].sentence and "no measurable change" in lines[1].sentence
    assert not any("backward" in o for line in lines for o in line.sentence.split())


def test_what_is_told_as_a_verdict_is_no_plain_claim_besides(made: Made) -> None:
    found = of(made)
    told = {c for line in part(found, "verdicts").lines for c in line.claims}
    plain = {c for line in part(found, "claims").lines for c in line.claims}
    assert told and plain and not told & plain


def test_the_first_brief_tells_everything_and_the_next_what_is_new(made: Made) -> None:
    first, _ = brief_for(made.path)
    assert first.window.since is None and "first brief" in first.window.why
    again, _ = brief_for(made.path)
    assert again == first, "nothing was learned: the same brief again"
    learn(made)
    later, _ = brief_for(made.path)
    assert later.window.since == first.window.until
    assert later.news == 0 and all(p.empty for p in later.parts)


def test_profiles_are_remembered_apart(made: Made, tmp_path: Path) -> None:
    desk = tmp_path / "desk.yml"
    desk.write_text("profiles: {a: {names: [OpenAI]}, b: {length: short}}\n", encoding="utf-8")
    brief_for(made.path, f"{desk}#a")
    learn(made)
    one, _ = brief_for(made.path, f"{desk}#a")
    other, _ = brief_for(made.path, f"{desk}#b")
    assert one.window.since is not None and other.window.since is None


def test_an_old_brief_is_made_again(tmp_path: Path) -> None:
    made = Made(tmp_path / "l.sqlite").first()
    old, _ = brief_for(made.path)
    made.second()
    brief_for(made.path)
    again, _ = brief_for(made.path, as_of=made.rounds[0])
    assert json.dumps(again.to_json()) == json.dumps(old.to_json())


def test_a_day_begins_the_window(made: Made) -> None:
    asked, _ = brief_for(made.path, since=dt.date(2000, 1, 1))
    assert asked.window.since == "2000-01-01T00:00:00.000000+00:00"
    assert asked.news == of(made, since=None, profile=Profile()).news


def test_interests_are_any_and_limits_are_all(made: Made) -> None:
    def claims(**values: object) -> set[str | None]:
        found = of(made, profile=Profile(name="p", length="full", **values))  # type: ignore[arg-type]
        return {line.read_as for p in found.parts for line in p.lines if line.read_as}

    assert claims(names=("OpenAI",)) == {"OpenAI: revenue"}
    assert {"OpenAI: revenue", "Anthropic: price"} == claims(names=("OpenAI", "Anthropic"))
    assert claims(dimensions=("efficiency",)) == {"Anthropic: price"}
    assert claims(names=("OpenAI", "Anthropic"), kinds=("lag",)) == set()
    assert claims(languages=("zh",), kinds=("lag",)) == {"China behind United States: 6 to 12 months"}
    assert claims(sides=("China",), least="supported") == {
        "China behind United States: 12 to 24 months", "China behind United States: 6 to 12 months"
    }  # fmt: skip
    assert not claims(names=("DeepSeek",))


def test_a_line_says_what_it_touches(made: Made) -> None:
    found = of(made, profile=Profile(name="p", sides=("China",), dimensions=("capability",)))
    first = part(found, "verdicts").lines[0]
    assert "touches capability, China" in first.why
    assert part(found, "moves").lines, "a gap of the side is told"


def test_a_short_brief_counts_what_it_leaves_out(made: Made) -> None:
    short = part(of(made, profile=Profile(length="short")), "verdicts")
    assert len(short.lines) == 3 and short.left_out == 1


def test_a_public_brief_holds_back_drafts(made: Made) -> None:
    private, public = of(made), of(made, private=False)
    assert any(line.draft for line in part(private, "verdicts").lines)
    assert not any(line.draft for line in part(public, "verdicts").lines)
    assert any("held back" in note for note in public.notes)


def test_freshness_says_what_is_old(made: Made) -> None:
    about = {f.name: f for f in of(made).fresh}
    assert about["documents"].newest == "2026-08-10"
    assert about["Test Index"].newest == "2026-08-11"
    assert "data to 11 August 2026" in about["Test Index"].words


def test_an_empty_ledger_has_an_honest_brief(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    ledger.open(path).close()
    found, refusals = brief_for(path)
    assert found.news == 0 and not found.parts and not refusals
    assert "holds nothing" in found.notes[0] and found.warnings


def test_a_round_without_documents_or_gaps_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bare.sqlite"
    with ledger.open(path) as store, store.begin("survey") as run:
        run.count("refusals")
    found, _ = brief_for(path)
    assert found.news == 0
    assert [f.words for f in found.fresh] == ["No document has been read.", "No gap has been measured."]


def test_no_path_of_a_machine_and_no_hidden_letter_is_told(made: Made) -> None:
    told = json.dumps(of(made).to_json(), ensure_ascii=False)
    assert "/home/" not in told and 'javascript:alert(1)"' not in told
    for line in of(made).lines:
        assert "\u202e" not in line.sentence + line.why + "".join(s.words for s in line.sources)
    assert HARM[:20] in told


def test_who_writes_keeps_the_brief_and_loses_the_memory(made: Made) -> None:
    with ledger.open(made.path) as store, store.begin("survey"):
        found, refusals = brief_for(made.path)
    assert found.news and "not remembered" in str(refusals[0])


SCRIPT = """
import sys
from dataclasses import replace
from pathlib import Path
from theodolite.survey.briefing.making import brief_for
from theodolite.compose.brief import letter, markdown, page, printed
from theodolite.publish.typeset import pdf
from theodolite.model.identity import sha256
import json
made, _ = brief_for(Path(sys.argv[1]), as_of=sys.argv[2])
forms = (json.dumps(made.to_json()).encode(), page.html(made).encode(), markdown.markdown(made).encode(),
         letter.letter(made), pdf(printed.description(), printed.data(made)))
print([sha256(one) for one in forms])
"""


def test_two_processes_with_other_hash_seeds_give_the_same_bytes(made: Made) -> None:
    found = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(made.path), made.rounds[-1]], capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"},
            check=True,
        )  # fmt: skip
        found.add(done.stdout)
    assert len(found) == 1 and len(found.pop()) > 300


def test_stories_are_told_when_they_begin_and_when_they_grow(tmp_path: Path) -> None:
    path = gathered_stories.make(tmp_path / "g.sqlite", until="2025-08-13")
    first, _ = brief_for(path)
    told = part(first, "stories")
    assert told.lines and all(line.why.startswith("a story that began") for line in told.lines)
    assert [line.origins for line in told.lines] == sorted((x.origins for x in told.lines), reverse=True)  # type: ignore[type-var]
    assert all(len(line.sources) >= 1 and words(line.sentence) <= MOST_WORDS for line in told.lines)
    late = replace(gold()[0][0], id="late", publisher="Late Post", seen="2025-08-14", address=None)
    with ledger.open(path) as store, store.begin("gather"):
        gathered_stories.put(store, late)
    later, _ = brief_for(path)
    (grown,) = part(later, "stories").lines
    assert grown.why == "a story that grew" and "one of them new" in grown.sentence
    again, _ = brief_for(path, as_of=first.window.until)
    assert again == first, "what came later changes nothing in it"


def test_stories_keep_to_a_profile(tmp_path: Path) -> None:
    path = gathered_stories.make(tmp_path / "g.sqlite", until="2025-08-13")
    with ledger.open(path) as store:
        found = window(store, "x")

        def told(**values: object) -> int:
            made = brief(store, Profile(name="p", length="full", **values), found)  # type: ignore[arg-type]
            return len(part(made, "stories").lines)

        assert 0 < told(names=("OpenAI",)) < told()
        assert told(sources=("research",)) < told()
        assert told(names=("Zorblax",)) == 0


def test_what_moves_is_told_with_the_rate_of_false_alarms(tmp_path: Path) -> None:
    path = gathered_stream.make(tmp_path / "s.sqlite")
    found, _ = brief_for(path, length="full")
    lines = part(found, "trends").lines
    assert {line.why.partition(";")[0] for line in lines} & {"a burst", "rising", "a new name", "gone quiet"}
    for line in lines:
        assert any("false alarms 5%" in source.words for source in line.sources)
        assert words(line.sentence) <= MOST_WORDS, line.sentence


def test_where_nothing_can_be_told_of_movement_the_part_says_why(made: Made) -> None:
    empty = part(of(made), "trends")
    assert not empty.lines and empty.empty.startswith("It cannot be told: ")


def test_a_public_brief_keeps_back_figures_of_private_files(made: Made) -> None:
    with ledger.open(made.path) as store, store.begin("pull"):
        put(store, "e", Origin(location="e.csv"))
        sha = store.snapshots()[-1].sha256
        store.put_pull(
            Pull(
                source="test/index", at="2026-08-12T00:00:00+00:00", outcome="vintage", address="e.csv",
                snapshot=sha, file="e.csv", vintage=dt.date(2026, 8, 11), private=True,
            )
        )  # fmt: skip
        store.put_observations("gap two", "gap/2", gaps("2026-08-11", sha, (10.0, 14.0), (6.0, 8.0)))
    with ledger.open(made.path) as store:
        found = Window(since=made.rounds[0], until=str(store.runs()[-1].ended), why="the test's")
        assert part(brief(store, Profile(), found), "moves").lines
        assert not part(brief(store, Profile(), found, private=False), "moves").lines


def test_a_site_tells_of_its_own_documents_alone(made: Made) -> None:
    with ledger.open(made.path) as store:
        works = {k.value.document for k in store.claims() if "中国" in k.value.quote}
        found = latest(store, works, private=True)
        whole = latest(store, {k.value.document for k in store.claims()}, private=True)
    told = {c for line in found.lines for c in line.claims}
    assert 0 < len(told) < len({c for line in whole.lines for c in line.claims})
    assert "one document" in found.summary[0].sentence and "2 new claims" not in found.summary[0].sentence
    assert found.window.until and whole.window == found.window
    assert made.rounds[-1] not in json.dumps([n for n in found.notes])


def test_a_correction_names_the_words_it_is_on(made: Made) -> None:
    (line,) = part(of(made), "corrections").lines
    assert line.sentence == (
        "The finding on “They are one to two years behind the United States” was put right: undecided "
        "before, contradicted now."
    )
    assert [s.kind for s in line.sources] == ["document", "finding", "finding"]


def test_a_denial_turns_round_where_a_verdict_stands(made: Made) -> None:
    with ledger.open(made.path) as store, store.begin("survey"):
        text = put(
            store, "China is not behind the United States, said Bo.", Origin(location="n.txt", title="N")
        )
        said = lag(
            text, "China is not behind the United States", speaker="Bo Lan", polarity="denied", low_months=3,
            high_months=3,
        )  # fmt: skip
        store.put_claims(text.sha256, "rules/1", [said])
        store.put_findings("verdicts/1", [*(k.value for k in store.findings()), finding(said, "supported")])
    with ledger.open(made.path) as store:
        window = Window(since=made.rounds[0], until=str(store.runs()[-1].ended), why="the test's")
        lines = part(brief(store, Profile(length="full"), window), "verdicts").lines
    assert [(line.verdict, line.denied) for line in lines] == [
        ("contradicted", False), ("supported", True), ("contradicted", False), ("supported", False),
        ("mixed", False),
    ]  # fmt: skip
