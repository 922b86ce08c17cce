"""Names of models taken apart: what tells a model, a version of it, and how it is run."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.resolve.registry.names import parse
from theodolite.resolve.registry.stamps import Stamp, stamp


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gpt-4o-2024-08-06", "GPT-4o (Aug 2024)"),
        ("us.anthropic.claude-3-5-sonnet-20240620-v1:0", "Claude 3.5 Sonnet (20240620)"),
        ("vertex_ai/claude-3-5-sonnet@20240620", "anthropic/claude-3.5-sonnet-20240620"),
        ("anthropic.claude-v2:1", "Claude 2.1"),
        ("qwen2-5-72b-instruct", "Qwen/Qwen2.5-72B-Instruct"),
        ("accounts/fireworks/models/llama-v3p1-405b-instruct", "Llama 3.1 405B Instruct"),
        ("deepseek.v3.2", "DeepSeek-V3.2"),
        ("k2p5", "Kimi K2.5"),
        ("amazon.nova-pro-v1:0", "Amazon Nova Pro 1.0"),
        ("claude-4.5-opus", "claude-opus-4-5"),
        ("Qwen-1_8B", "qwen-1.8b"),
        ("通义千问2.5-72B", "Qwen2.5 72B"),
        ("command-r-plus-04-2024", "Command R+ (04-2024)"),
    ],
)
def test_ways_to_write_one_model(one: str, other: str) -> None:
    assert parse(one).core == parse(other).core
    first, second = parse(one).stamp, parse(other).stamp
    assert (first is None) == (second is None)
    assert first is None or (second is not None and first.agrees(second))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Llama-3.1-8B", "Llama-3.1-70B"),
        ("llama-3.1-8b", "llama-3-8b"),
        ("gpt-5-mini", "gpt-5"),
        ("gpt-5-chat-latest", "gpt-5"),
        ("Mistral Medium 3", "Mistral Large 3"),
        ("deepseek-r1", "deepseek-r1-distill-llama-70b"),
        ("kimi-k2-thinking", "kimi-k2"),
        ("gemini-2.0-flash-thinking-exp", "gemini-2.0-flash"),
        ("gpt-5.1-codex-max", "gpt-5.1-codex"),
        ("mistral-large-latest", "mistral-large-2402"),
        ("Qwen3-235B-A22B-Thinking-2507", "Qwen3-235B-A22B-Instruct-2507"),
    ],
)
def test_models_that_differ(one: str, other: str) -> None:
    assert parse(one).core != parse(other).core


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("o3-mini-2025-01-31_high", "high"),
        ("gpt-5.2 (xhigh)", "xhigh"),
        ("claude-opus-4-5-20251101-thinking-32k", "32k"),
        ("qwen3-235b-a22b-no-thinking", "plain"),
        ("Meta-Llama-3.1-405B-Instruct-fp8", "fp8"),
        ("Meta-Llama-3.1-8B-Instruct-Turbo", "turbo"),
        ("Phi-3-medium-128k-instruct", "128k"),
        ("gemini-2.5-flash:thinking", "thinking"),
    ],
)
def test_how_it_is_run_is_no_other_model(name: str, variant: str) -> None:
    assert parse(name).variant == variant


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("gpt-4-0613", Stamp(None, 6, 13)),
        ("mistral-large-2407", Stamp(2024, 7, None)),
        ("chatgpt-4o-01-29-2025", Stamp(2025, 1, 29)),
        ("doubao-seed-1-8-251215", Stamp(2025, 12, 15)),
        ("phi-3-mini-june-2024", Stamp(2024, 6, None)),
        ("llama3-70b-8192", None),
        ("gpt-4-1399", None),
    ],
)
def test_stamps(name: str, found: Stamp | None) -> None:
    assert stamp(name)[0] == found


def test_a_stamp_without_a_year_is_the_nearest_such_day() -> None:
    assert Stamp(None, 12, 30).near(dt.date(2025, 1, 10)) == dt.date(2024, 12, 30)
    assert Stamp(None, 2, 29).near(dt.date(2025, 3, 1)) == dt.date(2024, 2, 29)


@pytest.mark.parametrize("name", ["", "///", ":::", "\x00", "a" * 10_000, "１２３", "()", "_high", "@"])
def test_no_name_is_too_odd(name: str) -> None:
    parse(name)
