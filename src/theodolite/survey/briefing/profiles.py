"""Readers' profiles from a YAML file: one, or several under `profiles`, each by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from theodolite.catalog import vocabulary
from theodolite.catalog.yaml_files import NotYamlError, of_user
from theodolite.model.claim import KINDS as CLAIM_KINDS
from theodolite.model.claim import Dimension
from theodolite.model.errors import Refusal, plain
from theodolite.model.finding import Verdict
from theodolite.model.nearness import do_you_mean
from theodolite.model.profile import FIELDS, LENGTHS, Profile
from theodolite.model.watchlist import KINDS as SOURCE_KINDS
from theodolite.survey.briefing.choosing import known_names

LIMIT = 64 * 1024
"""The largest file of profiles, in bytes."""
_MOST, _LONGEST, _PROFILES = 200, 120, 50
_LANGUAGES = ("en", "zh", "ja", "ko", "de", "fr", "es", "ru")
_WORDS: dict[str, Sequence[str]] = {
    "dimensions": get_args(Dimension),
    "kinds": tuple(CLAIM_KINDS),
    "languages": _LANGUAGES,
    "sources": SOURCE_KINDS,
    "least": get_args(Verdict),
    "length": LENGTHS,
}
"""What the fields that have fixed words may say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A profile, and what its file says that could not be used."""

    profile: Profile
    refusals: tuple[Refusal, ...] = ()


def profile(given: str) -> Read:
    """The profile at FILE or FILE#name. Raises Refusal where there is no such file or profile in it."""
    place, _, name = given.rpartition("#") if "#" in given and not Path(given).is_file() else (given, "", "")
    path = Path(place)
    found = _profiles(_content(path), place, path.name.partition(".")[0])
    if name:
        if name not in found:
            hint = do_you_mean(name, found) or f"choose among {', '.join(sorted(found)[:10])}"
            raise Refusal(place, f"no profile {name[:40]!r} in it", hint)
        return _read(name, found[name], place)
    if len(found) > 1:
        some = ", ".join(sorted(found)[:10])
        raise Refusal(place, f"{len(found)} profiles in it", f"name one with {path.name}#NAME: {some}")
    return _read(*next(iter(found.items())), place)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refusal(str(path), "there is no file of profiles here", "see docs/brief.md for an example")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "cannot be read"
        raise Refusal(str(path), f"cannot be read: {reason}", "give another file") from None
    if len(content) > LIMIT:
        raise Refusal(str(path), f"a file of profiles over {LIMIT:,} bytes", "make it smaller")
    return content


def _profiles(content: bytes, place: str, stem: str) -> dict[str, dict[Any, Any]]:
    """Profiles by name; a file of one without a name has the file's."""
    try:
        raw = of_user(content)
    except NotYamlError as error:
        where = error.at(place)
        raise Refusal(where, "this is not valid YAML", "mend it; see docs/brief.md for an example") from None
    if raw is None:
        raise Refusal(place, "the file is empty", "see docs/brief.md for an example")
    if not isinstance(raw, dict):
        raise Refusal(place, "it holds no mapping of keys to values", "see docs/brief.md for an example")
    if "profiles" not in raw:
        name = raw.get("name") if isinstance(raw.get("name"), str) else stem
        return {_name(name): raw}
    several = raw["profiles"]
    if not isinstance(several, dict) or not several or len(several) > _PROFILES:
        raise Refusal(place, "profiles: give 1 to 50 profiles, each under its name", "see docs/brief.md")
    return {_name(name): one if isinstance(one, dict) else {} for name, one in several.items()}


def _name(given: object) -> str:
    """A profile's name as a line can print it; YAML keys may be numbers."""
    told = given if isinstance(given, str | int | float) else type(given).__name__
    return plain(str(told)[:_LONGEST]) or "unnamed"


def _read(name: str, raw: dict[Any, Any], place: str) -> Read:
    """A profile with what of it can be used."""
    values: dict[str, Any] = {}
    refusals: list[Refusal] = []
    where = f"{place}#{name}"
    for key, value in raw.items():
        if key == "name":
            continue
        if key not in FIELDS:
            named = key[:40] if isinstance(key, str) else type(key).__name__
            hint = do_you_mean(named, FIELDS) or f"the keys are {', '.join(FIELDS)}"
            refusals.append(Refusal(where, f"{named!r} is no key of a profile", hint))
            continue
        told = list(_told(str(key), value, where, refusals))
        if str(key) in ("least", "length"):
            values.update({str(key): told[0]} if told else {})
        else:
            values[str(key)] = tuple(dict.fromkeys(told))
    return Read(profile=Profile(name=name, **values), refusals=tuple(refusals))


def _told(key: str, value: object, where: str, refusals: list[Refusal]) -> Iterator[str]:
    """The usable words of a field; a wrong one is refused, the rest is kept."""
    several = value if isinstance(value, list) else [] if value is None else [value]
    if len(several) > _MOST:
        refusals.append(Refusal(where, f"{key}: over {_MOST} words", f"the first {_MOST} are used"))
    for one in several[:_MOST]:
        word = plain(one).strip() if isinstance(one, str) else ""
        if not word or len(word) > _LONGEST:
            # Never the value itself: a list of lists of lists may be endless. YAML reads "no" as false.
            shown = repr(word[:40]) if word else "an empty word" if one == "" else f"a {type(one).__name__}"
            refusals.append(Refusal(where, f"{key}: {shown} is no word", "write it in quotes"))
        elif (usable := _usable(key, word, where, refusals)) is not None:
            yield usable


def _usable(key: str, word: str, where: str, refusals: list[Refusal]) -> str | None:
    allowed = _WORDS.get(key)
    if allowed is None:
        return _named(word, where, refusals)
    low = word.casefold().replace("_", " ")
    if low in allowed:
        return low
    hint = do_you_mean(word, allowed) or f"choose among {', '.join(allowed)}"
    refusals.append(Refusal(where, f"{key}: {word[:40]!r} is none", hint))
    return None


def _named(word: str, where: str, refusals: list[Refusal]) -> str:
    """A name by the vocabulary. One that it does not list is looked for as it is written, and asked back."""
    known = vocabulary.canonical(word)
    if known is None:
        hint = do_you_mean(word, known_names()) or "it is looked for as it is written"
        refusals.append(Refusal(where, f"{word[:40]!r} is no name of the vocabulary", hint))
    return known or word
