"""The registry of mentions: versions, aliases, and every placing explained."""

from __future__ import annotations

import datetime as dt

from theodolite.model.registry import Fact, Mention, Registry
from theodolite.model.scores import Vintage
from theodolite.resolve.registry.assembling import assemble


def mention(name: str, tracker: str, day: str | None = None, vintage: str = "2026-07-01") -> Mention:
    facts = (Fact("date", dt.date.fromisoformat(day), "released"),) if day else ()
    date = dt.date.fromisoformat(vintage)
    kept = Vintage(file=f"{tracker}.csv", sha256=f"{tracker}{vintage}", date=date)
    return Mention(name=name, source=tracker, tracker=tracker, line=2, facts=facts, vintage=kept)


def version(registry: Registry, name: str) -> str:
    return registry.by_name[name].names[name].version


def test_an_alias_of_a_maker_that_stamps_every_release_is_that_release() -> None:
    made = assemble([mention("GPT-5", "a", "2025-08-01"), mention("gpt-5-2025-08-07_high", "b")])
    assert len(made.models) == 1
    assert version(made, "GPT-5") == "2025-08-07"
    assert made.by_name["gpt-5-2025-08-07_high"].names["gpt-5-2025-08-07_high"].variant == "high"


def test_a_name_without_a_stamp_is_not_an_update_months_later() -> None:
    made = assemble(
        [mention("DeepSeek-R1", "a", "2025-01-20"), mention("deepseek-r1-0528", "a", "2025-05-28")]
    )
    assert len(made.models) == 1
    assert version(made, "DeepSeek-R1") == ""
    assert version(made, "deepseek-r1-0528") == "May 28"


def test_of_several_stamps_the_listed_day_decides() -> None:
    rows = [
        mention("gpt-4o", "a", "2024-05-13"),
        mention("gpt-4o-2024-05-13", "b"),
        mention("gpt-4o-2024-08-06", "b"),
    ]
    made = assemble(rows)
    assert version(made, "gpt-4o") == "2024-05-13"
    assert any("listed within" in rule for rule in made.by_name["gpt-4o"].names["gpt-4o"].rules)


def test_preview_and_general_are_apart_where_one_source_names_both() -> None:
    both = assemble([mention("gemini-3-flash", "a"), mention("gemini-3-flash-preview", "a")])
    assert version(both, "gemini-3-flash-preview") == "preview"
    one = assemble([mention("gemini-3-flash", "a"), mention("gemini-3-flash-preview", "b")])
    assert version(one, "gemini-3-flash-preview") == ""


def test_base_is_apart_and_an_unstated_tuning_is_the_one_offered() -> None:
    made = assemble([mention(n, "a") for n in ("Llama-3.1-8B", "Llama-3.1-8B-Instruct", "Llama-3.1-8B-Base")])
    assert version(made, "Llama-3.1-8B-Base") == "base"
    assert version(made, "Llama-3.1-8B") == version(made, "Llama-3.1-8B-Instruct") == ""


def test_one_known_size_is_the_size() -> None:
    made = assemble(
        [mention("Llama 4 Maverick", "a"), mention("llama-4-maverick-17b-128e-instruct-fp8", "b")]
    )
    assert len(made.models) == 1
    rules = made.by_name["Llama 4 Maverick"].names["Llama 4 Maverick"].rules
    assert "only one size of it is known: 17b" in rules
    assert len(assemble([mention("Gemini 1.5 Flash", "a"), mention("gemini-1.5-flash-8b", "a")]).models) == 2


def test_the_catalogue_joins_what_no_rule_could() -> None:
    made = assemble([mention("Mistral Large 2 (Nov 2024)", "a"), mention("mistral-large-2411", "b")])
    assert len(made.models) == 1
    assert made.models[0].name == "Mistral Large 2 (Nov 2024)"
    assert made.models[0].maker == "Mistral AI"


def test_names_that_say_nothing_are_counted() -> None:
    made = assemble([mention("GPT-5", "a"), mention("()", "a"), mention("\u202e\u0007", "a")])
    assert [m.name for m in made.models] == ["GPT-5"]
    assert made.warnings == ("2 names say nothing of a model and are left out",)


def test_ten_thousand_long_names_are_no_trouble() -> None:
    made = assemble([mention(f"model-{k}-{'x-' * 500}{k}b", "a") for k in range(2_000)])
    assert len(made.by_name) == 2_000
