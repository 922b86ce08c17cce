"""Latin names in a Chinese text that no vocabulary lists, and the tails of those that it does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from theodolite.extract.words import lexicon
from theodolite.extract.words.known_names import Mention

_NAME = re.compile(
    r"(?<![A-Za-z0-9_./@-])(?:[A-Z][A-Za-z0-9&.+]*|[a-z]+[A-Z][A-Za-z0-9]*"
    r"|[a-z]{1,3}(?=-?\d))(?:[-·][A-Za-z0-9.]+)*"
    r"(?:\s(?:of|for|to|the|de|&)\s(?=[A-Z])|\s(?=[A-Z])"
    r"|(?:\s(?=\d+(?:\.\d+)?(?![\d,]*\s?(?:[亿万年月日个款名家%倍项美人篇种位次元件分GTKM]|多|余)))))?"
    r"(?:[A-Z0-9][A-Za-z0-9&.+-]*(?:\s(?=[A-Z]))?){0,5}(?:\s[vV]\d+(?:\.\d+){0,2})?"
)
_COMMON = lexicon.words(
    """AI AIGC AGI API APP App Apps GPU CPU TPU NPU CEO CTO CFO COO CMO VP HR PR IPO GDP IT ID IP LLM LLMs
    MoE MOE RAG SDK SOTA PC 5G 4G 6G 3D 2D VR AR XR B2B SoTA BERT ToB ToC SaaS IoT R&D UI UX PPT PDF URL HTTP
    HTTPS JSON CLI IDE MCP Token Tokens token tokens Transformer GitHub Elo ELO VC PE LP GP
    II III IV A B C D E F G H OK No Yes RL SFT RLHF MIT Apache Benchmark FLOPS
    TFLOPS FLOPs PFLOPS Petaflops GB TB PB MB GW MW KW W K M T Q1 Q2 Q3 Q4 H1 H2 Blog Docker Linux macOS
    Windows iOS Android Web WAIC CES GTC AIME MATH GPQA MMLU SWE OSWorld ARC AI+ EB Series
    Top TOP ASIC FPGA HBM EUV DUV USD RMB CNY EDA SoC Source Claim Evidence Implication BF16
    FP32 FP16 TF32 FP8 FP4 F1 Macro-F1 cuDNN
    NVFP4 INT4 INT8 GGUF xHigh SVG OCR HD UHD TTS STT ASR CoT KV KVCache MTP DiT SAE GUI TUI SSH CI CD
    HTML CSS PPTX BYOK ARR IQ SQL CUDA GRPO ViT VLM VAE DAU MAU SLA SSO EEG fMRI VPC Unix Gbps Mbps TPS QPS"""
)
"""Stripped from both ends of a name; alone they are none."""
_ENDING = lexicon.words("Agent Agents Skill Skills Pro Max Plus Mini Turbo Lite Scaling Law Insights Free OS")
"""Alone, or before a name, these are common words; behind one they belong to it ("Managed Agents")."""
_GROUPED = lexicon.words("Agent Skill Pro")
_KINDS_OF_PLACE = lexicon.words("Cloud Mode Builder Studio Platform Kit Store Hub Space Bench Teams Swarm")
_PLAIN = lexicon.words(
    """Agentic Beta Alpha Plan Enterprise Coding Mode OAuth Key Markdown Team Teams Prompt Prompts Bug Credits
    Credit Search Thinking Responses Computer Code Harness Business Fast TypeScript JavaScript React
    Python Rust Go Java Prefill Decode Shell Embedding Subagent Subagents Plugin Plugins Connectors
    Gateway Store Desktop Realtime Memory Base Cloud Diffusion Actions Automations Projects Project
    Provider Custom Instruct Instant Bot Demo Edu Priority Library Workers Auto Bearer Playground Preview
    High Medium Low Image Video Audio Text Standard Premium Free Open Issue Issues Pull Request Requests
    Commit Branch Worktree Cache Caching Bench Advisor Executor Orchestrator Vibe Live Worker Planner
    Evaluator Generator Reviewer Docs Sheets Slides Drive Canvas Studio Build Work Use Deep Research Voice
    Chat Claw Ultra Flash Max Pro Coherent Encoder Decoder Attention Linear Tool Tools Tab Turn Turbo Mac
    Model Models Context Window Windows Level Apache-2.0 Coarse-to-Fine Fast-Thinking Think Reasoning
    Non-Thinking Stealth Run Fine-Tuning Few-Shot Zero-Shot Text-to-Image Text-to-Video Image-to-Video
    End-to-End Human-in-the-Loop Mixture-of-Experts Multi-Agent"""
)
"""Words of the trade: a name only together with another word."""
_BENCHMARK = re.compile(
    r"(?:[Bb]ench|Arena|Eval|Leaderboard|Verified|Exam|Index|GSM8K|MMMU|HLE|BrowseComp|LMSYS)(?![a-z])"
    r"|(?:GDPval|AIME|GPQA|MMLU|MATH|OSWorld|ARC)-|SWE-(?=[BbPpLVM])"
)
_VERSION = re.compile(
    r"v\d[\d.]*|V\d+\.\d+\.\d[\d.]*|[A-Za-z]+-(?:as|of|in|on|the)-[A-Za-z-]+|[A-Za-z]-[a-z]+"
)  # of something, or a word of the trade
_RATED_ON = re.compile(
    r"(?!在|登|位|居|以|拿|冲|跻)\s?(?:[vV]?\d[\d.]*\s?)?(?:等)?[^，。；、]{0,4}?(?:基准|榜|排行|评测|测评|跑分|竞技场|指标|得分|分数|值(?![得班守]))"
)


_SMALL_TEAM = re.compile(
    r"(?<![A-Za-z0-9_./@-])[a-z][a-z0-9]{2,}(?:-[a-z0-9]+){0,3}(?=\s?(?:团队|公司|实验室)(?!协作|成员|合作))"
)


def find(content: str) -> Iterator[Mention]:
    """Runs of Latin words that are names by their form; a benchmark is marked like a title, as it neither
    acts nor is made."""
    for match in _NAME.finditer(content):
        name = match.group().rstrip(" .-&+")
        at, pieces = match.start(), name.split()
        while pieces and _is_before(pieces):
            at += len(pieces[0]) + 1
            pieces = pieces[1:]
        while pieces and (pieces[-1] in _COMMON or pieces[-1] in ("of", "for", "to", "the", "&")):
            pieces = pieces[:-1]
        plain = all(p in _PLAIN or p in _ENDING for p in pieces)
        if plain and not (len(pieces) == 2 and pieces[0] in _GROUPED and pieces[1] in _KINDS_OF_PLACE):
            continue
        name = " ".join(pieces)
        if len(name) > 1 and not name.replace(".", "").isdigit() and content.startswith(name, at):
            rated = (
                _VERSION.fullmatch(name)
                or _BENCHMARK.search(name)
                or _RATED_ON.match(content, at + len(name))
            )
            yield Mention(at, at + len(name), name, "unknown", None, noun="title" if rated else None)

    for match in _SMALL_TEAM.finditer(content):
        if match.group() not in ("agent", "agents", "multi-agent", "web", "app"):
            yield Mention(*match.span(), match.group(), "unknown", None)


def _is_before(pieces: list[str]) -> bool:
    """Whether the first word stands before a name and is no part of it."""
    if pieces[0] in _GROUPED and len(pieces) > 1 and pieces[1] in _KINDS_OF_PLACE:
        return False
    return pieces[0] in _COMMON or pieces[0] in _ENDING


_TAIL = re.compile(r"(?:-[A-Za-z0-9][A-Za-z0-9.]*){1,6}")
_WORDS_BEHIND = re.compile(r"(?:\s[A-Z][a-z]+(?:[A-Z][a-z]+)?(?![A-Za-z0-9-])){1,2}")
_PRODUCT = re.compile(r"(?P<name>(?:\s[A-Z][A-Za-z0-9]*(?:\.\d+)?){1,3})\s?(?:系列)?(?:大?模型|芯片|智能体)")
_BUILT_SO = re.compile(
    r"-(?:based|powered|native|compatible|like|style|only|generated|driven|as|API|CLI|SDK)\b.*"
)
_NOT_BEHIND = _COMMON | _ENDING | lexicon.words("Beta Alpha Preview High Low Medium Enterprise Team Teams")


def completed(content: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Listed names with the rest of their words, in order; what lies inside such a rest is dropped."""
    found: list[Mention] = []
    given = list(mentions)
    for number, mention in enumerate(given):
        if found and mention.start < found[-1].end:
            continue
        limit = given[number + 1].start if number + 1 < len(given) else len(content)
        found.append(_completed(content, mention, limit))
    made = (m for m in found if m.noun == "product" and m.maker)
    products = {m.name: m for m in itertools.islice(made, 20)}
    return tuple(_product(content, m, products) for m in found) if products else tuple(found)


def _product(content: str, mention: Mention, products: dict[str, Mention]) -> Mention:
    """A maker's name that opens the name of a product of theirs, as the text has it elsewhere."""
    if mention.kind != "organisation":
        return mention
    for name, product in products.items():
        if product.maker == mention.name and content.startswith(name, mention.start):
            return replace(product, start=mention.start, end=mention.start + len(name))
    return mention


def _stem(content: str, mention: Mention) -> str:
    """What a rest is joined to: the canonical name, but the written one where that is a shorter form."""
    written = content[mention.start : mention.end]
    short = mention.name.casefold().startswith(written.casefold())
    return written if short and len(written) < len(mention.name) else mention.name


def _completed(content: str, mention: Mention, limit: int) -> Mention:
    """A name with what a hyphen joins to it ("Granite-4.0-1b" + "-speech"), a model's with the words behind
    that make it another product ("Grok Build"); a maker's name with such a rest is a product of theirs."""
    last = content[mention.end - 1 : mention.end]
    if mention.kind not in ("model", "organisation") or not (last.isascii() and last.isalnum()):
        return mention
    if tail := _TAIL.match(content, mention.end):
        rest = tail.group().rstrip(".")
        if mention.kind == "model" and not _BUILT_SO.fullmatch(rest):
            return replace(mention, end=mention.end + len(rest), name=_stem(content, mention) + rest)
        if mention.kind == "organisation" and re.match(r"-(?:[A-Z]{0,6}\d|[A-Z][a-z]+-\d)", rest):
            return Mention(
                mention.start, mention.end + len(rest), mention.name + rest, "unknown", mention.side,
                maker=mention.name, noun="product",
            )  # fmt: skip
        return mention
    if mention.kind == "organisation" and (made := _PRODUCT.match(content, mention.end, limit)):
        if any(w in _COMMON for w in made["name"].split()):
            return mention
        name = content[mention.start : made.end("name")]
        return Mention(
            mention.start, made.end("name"), name, "unknown", mention.side, maker=mention.name, noun="product"
        )
    behind = _WORDS_BEHIND.match(content, mention.end, limit) if mention.kind == "model" else None
    if behind is None:
        return mention
    pieces = behind.group().split()
    paired = len(pieces) == 2 and pieces[0] in _GROUPED and pieces[1] in _KINDS_OF_PLACE
    if paired or not any(w in _NOT_BEHIND for w in pieces):
        return replace(mention, end=behind.end(), name=_stem(content, mention) + behind.group())
    return mention
