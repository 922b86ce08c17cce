"""What a model's name says: family words, version, size; snapshot, tune, preview; effort and other variants.

The rules are those of names in this field, not of likeness of letters: "8b" and "70b" are two models though
one letter differs, "claude-3-5-sonnet-20241022" and "Claude 3.5 Sonnet (Oct 2024)" are one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from theodolite.catalog.names import NameWords, chinese, name_words
from theodolite.resolve.registry.stamps import Stamp, stamp

_LONGEST = 200
_BEDROCK = re.compile(r"^(?:(?:us-gov|us|eu|apac|global|regional|au|jp|ca|sa)\.)?([a-z0-9-]+)\.(?=[a-z])")
_SUFFIX = re.compile(r"(?:[-:]v?\d+)?:\d+k?$")
_WINDOW = frozenset({"2048", "4096", "8192", "16384", "32768", "65536", "131072"})
_SIZE = re.compile(r"(?:\d+(?:\.\d+)?[bm]|\d+x\d+(?:\.\d+)?b|e\d+b|\d(?:\.\d+)?t)")
_ACTIVE = re.compile(r"a\d+(?:\.\d+)?b|\d+e")
_CONTEXT = re.compile(r"\d+k|\d+m-?context")
_NUMBER = re.compile(r"v?(\d+(?:\.\d+)*)([a-z]?)")
_SERIES = re.compile(r"[a-z]\d+(?:\.\d+)?")
_GLUED = re.compile(r"([a-z]+?)-?v?(\d+(?:\.\d+)*)([a-z]*)")


@dataclass(frozen=True, slots=True)
class ModelName:
    """One name taken apart.

    `words`, `versions` and `size` say which model; `stamp`, `revision`, `tune` and `preview` which version of
    it; `effort` (how long it may think), `quantised`, `context` and `speed` how it is run. `maker` is the
    maker or seller that the name itself mentions.
    """

    written: str
    words: tuple[str, ...]
    versions: tuple[str, ...]
    size: str | None = None
    stamp: Stamp | None = None
    revision: str | None = None
    tune: str | None = None
    preview: bool = False
    effort: str | None = None
    quantised: str | None = None
    context: str | None = None
    speed: str | None = None
    maker: str | None = None

    @property
    def core(self) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
        """What tells the model."""
        return self.words, self.versions, self.size

    @property
    def variant(self) -> str:
        """How it is run, in words; empty where the name does not say."""
        parts = (self.effort, self.quantised, self.context, self.speed)
        return ", ".join(part for part in parts if part)


@dataclass(slots=True)
class _Draft:
    words: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)
    preview: bool = False


@cache
def parse(written: str) -> ModelName:
    """Take a name apart. A name that says nothing we know comes back with its words."""
    known = name_words()
    name, maker = _plain(written)
    moving = bool(re.search(r"(?<![a-z])latest", name))
    folded = re.sub(r"[\s_/]+", "-", name)
    day, rest = stamp(name)
    draft = _Draft()
    rest = _underscored(rest, draft, known)
    tokens = _tokens(rest, known)
    thinks = bool(known.thinkers.search(folded))
    at = 0
    while at < len(tokens):
        at += _take(tokens, at, draft, known, thinks, folded)
    _speeds(draft, known)
    if maker in known.families and not known.families & set(draft.words):
        draft.words.append(str(maker))  # "deepseek.v3.2": the maker's name is the family's
    if moving and not (draft.versions or day or any(_SERIES.fullmatch(w) for w in draft.words)):
        draft.words.append("latest")  # an alias that moves from model to model
    versions = tuple(sorted(set(draft.versions)))
    versions = () if versions == ("1",) else versions  # the first version is not told from none
    return ModelName(
        written=written, words=tuple(sorted(set(draft.words))), versions=versions,
        size=draft.found.get("size"), stamp=day, revision=draft.found.get("revision"),
        tune=draft.found.get("tune"), preview=draft.preview, effort=draft.found.get("effort"),
        quantised=draft.found.get("quantised"), context=draft.found.get("context"),
        speed=draft.found.get("speed"), maker=maker or draft.found.get("maker"),
    )  # fmt: skip


def _plain(written: str) -> tuple[str, str | None]:
    """The name in one spelling, without the address of who serves it; and the maker that address names."""
    known = name_words()
    name = unicodedata.normalize("NFKC", written[:_LONGEST]).casefold().strip()
    for zh, latin in chinese():
        if zh in name:
            name = name.replace(zh, f" {latin} ")
    maker = None
    if "/" in name:
        *front, name = name.rsplit("/", 1)
        maker = re.split(r"[/@]", front[0])[-1] if front else None
    dotted = _BEDROCK.match(name)
    if dotted:
        maker, name = dotted[1], name[dotted.end() :]
    suffix = _SUFFIX.search(name)
    if suffix:
        # "claude-v2:1" and "mistral-7b-instruct-v0:2" are versions; a "-v1:0" behind one is the seller's.
        bare = name[: suffix.start()]
        keep = not re.search(r"\d[.-]\d|-\d-|\d{6}", bare) and re.search(r"v(?:2|0):\d", suffix[0])
        name = bare + (suffix[0].replace(":", ".") if keep else "")
    name = name.replace("@", "-").replace(":", "-")
    name = re.sub(r"(?<=\d)_(?!\d+k(?:\W|$))(?=\d)", ".", name)
    name = re.sub(r"(?<=\d)p(?=\d)", ".", name)
    for pattern, one in known.rewrite:
        name = pattern.sub(one, name)
    return name, maker


def _underscored(name: str, draft: _Draft, known: NameWords) -> str:
    """Epoch's way to say the effort: behind an underscore at the end."""
    found = re.search(r"_(\d+k|[a-z]+)\s*$", name)
    if found and (found[1] in known.effort or found[1] in known.modes or found[1][0].isdigit()):
        draft.found["effort"] = known.modes.get(found[1], found[1])
        return name[: found.start()]
    return name


def _tokens(name: str, known: NameWords) -> list[str]:
    tokens: list[str] = []
    for token in re.split(r"[^\w.+]+|_+", name):
        for part in re.split(r"\.(?!\d)|(?<!\d)\.", token.strip(".+")):
            glued = _GLUED.fullmatch(part)
            if glued and glued[1] in known.families and part not in known.tunes:
                tokens += [glued[1], glued[2] + glued[3]]
            elif part:
                tokens.append(part)
    return tokens


def _take(tokens: list[str], at: int, draft: _Draft, known: NameWords, thinks: bool, folded: str) -> int:
    """Put one token (with the one behind it, where both are a version) where it belongs; how many it took."""
    token, found = tokens[at], draft.found
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    behind = following if re.fullmatch(r"[1-9]\d?|0", following) else ""
    number = _NUMBER.fullmatch(token)
    if token in known.quantised or re.fullmatch(r"q\d(?:_k(?:_[sml])?)?", token):
        found["quantised"] = token
    elif _SIZE.fullmatch(token):
        found.setdefault("size", token)
    elif _ACTIVE.fullmatch(token):
        if "size" not in found:
            draft.words.append(token)  # "hunyuan-a13b": all the size that is said
    elif token in _WINDOW:
        found["context"] = token
    elif _CONTEXT.fullmatch(token):
        budget = "thinking" in folded or "claude" in folded or found.get("effort") == "thinking"
        found["effort" if budget else "context"] = token
    elif re.fullmatch(r"0\d\d|0\.\d|v0\.\d", token):
        found["revision"] = token.removeprefix("v")
    elif token == "v1":
        pass  # the first version is not told from none
    elif number:
        joined = "." not in token and not number[2] and behind and len(number[1]) < 3
        draft.versions.append(_version(f"{number[1]}.{behind}" if joined else number[1] + number[2]))
        return 2 if joined else 1
    elif known.modes.get(token) == "plain" and token != "instant":
        found["effort"] = "plain"
    elif token in known.modes and not thinks and known.mode_families & set(tokens):
        found.setdefault("effort", known.modes[token])
    elif token in known.tunes:
        found.setdefault("tune", known.tunes[token])
    elif _is_effort(token, tokens, known, folded):
        found["effort"] = token
    elif token in known.previews:
        draft.preview = True
    elif token in known.noise:
        pass
    elif token in known.makers:
        found.setdefault("maker", token)
    elif _SERIES.fullmatch(token) and "." not in token and behind and token[0] in "kmv":
        draft.words.append(_version(f"{token}.{behind}"))
        return 2
    else:
        draft.words.append(_version(token) if _SERIES.fullmatch(token) else token)
    return 1


def _is_effort(token: str, tokens: list[str], known: NameWords, folded: str) -> bool:
    """Whether a word of effort is one here, and no part of the name ("Mistral Medium", "Qwen Max")."""
    if token not in known.effort or not known.effort_families & set(tokens):
        return False
    return token != "max" or not known.effort_words_in.search(folded)


def _version(number: str) -> str:
    """One way to write a version: 2.0 is 2."""
    return re.sub(r"(?:\.0)+$", "", number)


def _speeds(draft: _Draft, known: NameWords) -> None:
    """A word of speed tells a variant where something else tells the model."""
    told = "size" in draft.found or known.fast_families & set(draft.words)
    fast = [w for w in draft.words if w in known.speeds]
    if told and fast and not ("instant" in fast and "claude" in draft.words):
        draft.found["speed"] = fast[0]
        draft.words = [w for w in draft.words if w not in known.speeds]
