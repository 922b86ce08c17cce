"""Ties that stand between two names without a verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]


def ties(found: list[Claim]) -> set[tuple[str | None, str | None, str | None]]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


STATED = [
    ("TikTok's owner, ByteDance, is based in Beijing.", "ByteDance", "owns", "TikTok"),
    ("Microsoft-owned GitHub added the model.", "Microsoft", "owns", "GitHub"),
    ("TikTok's owner, ByteDance, is based in Beijing.", "ByteDance", "owns", "TikTok"),
    ("Khosla Ventures, an early investor in OpenAI, sold nothing.", "Khosla Ventures", "funds", "OpenAI"),
    ("Meta's release of Llama 4 disappointed many.", "Meta", "develops", "Llama 4"),
    ("The Qwen models from Alibaba are the most downloaded.", "Alibaba", "develops", "Qwen"),
    ("Anthropic, the maker of Claude, and OpenAI agreed.", "Anthropic", "develops", "Claude"),
    ("Grok, the chatbot of xAI, went offline.", "xAI", "develops", "Grok"),
    ("Moonshot AI, the company behind Kimi, has doubled its staff.", "Moonshot AI", "develops", "Kimi"),
    ("ChatGPT maker OpenAI opened an office in Seoul.", "OpenAI", "develops", "ChatGPT"),
    ("OpenAI and its video model Sora lost users.", "OpenAI", "develops", "Sora"),
    ("Baidu's answer to ChatGPT, Ernie Bot, is free.", "Baidu", "develops", "Ernie Bot"),
    ("Google's Gemini is fast.", "Google", "develops", "Gemini"),
    ("The Microsoft-Mistral partnership drew scrutiny.", "Microsoft", "partners_with", "Mistral"),
    ("A venture between OpenAI, Oracle and SoftBank is planned.", "OpenAI", "partners_with", "SoftBank"),
    ("Microsoft-backed OpenAI grew.", "Microsoft", "funds", "OpenAI"),
    ("The creator of ChatGPT, OpenAI, grew.", "OpenAI", "develops", "ChatGPT"),
]
SILENT = [
    "Nvidia's shares were in the news.",
    "Alibaba's ChatGPT competitor is free.",
]


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), STATED)
def test_words_between_names(read: Read, text: str, subject: str, predicate: str, object_: str) -> None:
    assert (subject, predicate, object_) in ties(read(text))


@pytest.mark.parametrize("text", SILENT)
def test_names_beside_each_other_state_none(read: Read, text: str) -> None:
    assert ties(read(text)) == set()
