"""A file of watches, strictly parsed: one that makes no sense is refused with its name, the rest goes on."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from theodolite.catalog.yaml_files import NotYamlError, of_user
from theodolite.model.claim import KINDS, Dimension
from theodolite.model.errors import Refusal
from theodolite.model.finding import Verdict
from theodolite.model.nearness import do_you_mean
from theodolite.model.watch import (
    Begins,
    ClaimConditions,
    GapLine,
    LinesFile,
    Program,
    Retry,
    VerdictChange,
    Watch,
    Webhook,
)
from theodolite.survey.observing import QUANTITIES
from theodolite.survey.watches.targets import command, lines_file, webhook

LARGEST = 1_000_000
"""Bytes of a file of watches."""
_MOST = 1000
_NAME = 200
_LISTS = ("names", "sides", "speakers", "dimensions", "kinds", "languages", "verdicts", "verdicts_today")
_KEYS = (
    "name", *_LISTS, "change", "gap", "webhook", "command", "file", "allow", "secret", "from", "private",
    "retry",
)  # fmt: skip
_QUANTITIES = (*QUANTITIES, "time_to_match_median_months")
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "dimensions": get_args(Dimension), "kinds": tuple(KINDS), "verdicts": get_args(Verdict),
    "verdicts_today": get_args(Verdict),
}  # fmt: skip


def read_watches(path: Path) -> tuple[list[Watch], list[Refusal]]:
    """The watches of a file in its order, and why others are none. Raises Refusal where there is no such file
    or it is no list of watches."""
    place = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Refusal(place, f"is over the limit of {LARGEST:,} bytes", "split it")
        given = of_user(content)
    except OSError as error:
        raise Refusal(place, f"cannot be read ({error.strerror})", "name a file of watches") from None
    except NotYamlError as error:
        raise Refusal(error.at(place), "is not valid YAML", "mend it; see docs/watches.md") from None
    rows = given.get("watches") if isinstance(given, dict) else None
    if not isinstance(rows, list) or set(given) != {"watches"}:
        raise Refusal(place, "holds no list `watches:` alone", "begin it with `watches:` and a list below")
    if len(rows) > _MOST:
        raise Refusal(place, f"has more than {_MOST:,} watches", "split it")
    found: dict[str, Watch] = {}
    refusals = []
    for n, row in enumerate(rows, 1):
        where = f"{place}, watch {n}"
        try:
            one = _Row(row, where).watch(path.parent)
            if one.name in found:
                raise Refusal(where, f"has the name of another, {one.name!r}", "give each a name of its own")
            found[one.name] = one
        except Refusal as refusal:
            refusals.append(refusal)
    return list(found.values()), refusals


class _Row:
    """One entry of the list; every method raises Refusal with its place."""

    def __init__(self, given: Any, place: str) -> None:
        self.place = place
        if not isinstance(given, dict):
            raise self.refusal("is no mapping of keys to values", "write `- name: ...`")
        name = given.get("name")
        if isinstance(name, str) and name.strip():
            self.place = f"{place} ({' '.join(name.split())[:60]})"
        self.given: dict[str, Any] = given

    def refusal(self, reason: str, mend: str) -> Refusal:
        return Refusal(self.place, reason, mend)

    def watch(self, folder: Path) -> Watch:
        self.known(self.given, _KEYS, "")
        name = self.text(self.given, "name")
        if len(name) > _NAME:
            raise self.refusal(f"has a name of more than {_NAME} characters", "give it a short name")
        begins = self.given.get("from", "now")
        if begins not in get_args(Begins):
            raise self.refusal(f"from: {_shown(begins)}", "say `from: now` or `from: beginning`")
        return Watch(
            name=name, looks_for=self.looks_for(), target=self.target(folder), begins=begins,
            private=self.truth(self.given, "private"), retry=self.retry(),
        )  # fmt: skip

    # -- what it looks for -------------------------------------------------------------------------------
    def looks_for(self) -> ClaimConditions | GapLine:
        claims = [key for key in (*_LISTS, "change") if key in self.given]
        if "gap" in self.given:
            if claims:
                raise self.refusal(f"has `gap` and `{claims[0]}`", "make two watches of it")
            return self.gap(self.given["gap"])
        if not claims:
            raise self.refusal("looks for nothing", f"give one of {', '.join(_LISTS)}, change, gap")
        lists = {key: self.words(self.given, key, _KNOWN.get(key)) for key in _LISTS}
        return ClaimConditions(**lists, change=self.change())

    def change(self) -> VerdictChange | None:
        given = self.given.get("change")
        if given is None:
            return None
        if given == "any":
            return VerdictChange()
        if not isinstance(given, dict):
            raise self.refusal(
                "change: is neither `any` nor a mapping", "write `change: {from: ..., to: ...}`"
            )
        self.known(given, ("from", "to"), "change: ")
        verdicts = _KNOWN["verdicts"]
        return VerdictChange(
            before=self.words(given, "from", verdicts), after=self.words(given, "to", verdicts)
        )

    def gap(self, given: Any) -> GapLine:
        keys = ("leader", "follower", "measure", "quantity", "below", "above", "for_days", "interval")
        if not isinstance(given, dict):
            raise self.refusal("gap: is no mapping", f"give it {', '.join(keys)}")
        self.known(given, keys, "gap: ")
        below, above = (self.number(given, key) for key in ("below", "above"))
        if (below is None) == (above is None):
            raise self.refusal("gap: has not one line", "give `below` or `above`")
        days = given.get("for_days", 30)
        if isinstance(days, bool) or not isinstance(days, int) or not 0 <= days <= 3660:
            raise self.refusal(f"gap: for_days: {_shown(days)}", "give a whole number of days from 0 to 3660")
        return GapLine(
            leader=self.text(given, "leader"), follower=self.text(given, "follower"),
            measure=self.text(given, "measure") if given.get("measure") is not None else None,
            quantity=self.one_of(self.text(given, "quantity"), _QUANTITIES, "gap: quantity"),
            below=below, above=above, for_days=days, interval=self.truth(given, "interval"),
        )  # fmt: skip

    # -- where it tells it ---------------------------------------------------------------------------------
    def target(self, folder: Path) -> Webhook | Program | LinesFile:
        kinds = [key for key in ("webhook", "command", "file") if key in self.given]
        if len(kinds) != 1:
            raise self.refusal(f"has {len(kinds)} targets", "give one of webhook, command, file")
        if kinds != ["webhook"] and {"allow", "secret"} & set(self.given):
            raise self.refusal("has `allow` or `secret` without a webhook", "take it out")
        try:
            if kinds == ["webhook"]:
                secret = self.text(self.given, "secret") if "secret" in self.given else None
                allow = self.words(self.given, "allow") if "allow" in self.given else ()
                return webhook(self.text(self.given, "webhook"), allow, secret)
            if kinds == ["command"]:
                return command(self.given["command"])
            return lines_file(self.text(self.given, "file"), folder)
        except ValueError as error:
            reason, _, mend = str(error).partition("; ")
            raise self.refusal(reason, mend) from None

    def retry(self) -> Retry:
        given = self.given.get("retry", {})
        keys = {"seconds": "seconds", "first_wait": "first_wait", "longest_wait": "longest_wait"}
        if not isinstance(given, dict):
            raise self.refusal("retry: is no mapping", f"give it {', '.join(keys)}, in seconds")
        self.known(given, tuple(keys), "retry: ")
        values = {key: self.number(given, key) for key in given}
        if any(v is None or not 0 < v <= 604_800 for v in values.values()):
            raise self.refusal("retry: has a time that is none", "give seconds above 0, at most a week")
        return Retry(**{key: float(v) for key, v in values.items() if v is not None})

    # -- values --------------------------------------------------------------------------------------------
    def known(self, given: Mapping[Any, Any], keys: tuple[str, ...], under: str) -> None:
        for key in given:
            if key not in keys:
                near = do_you_mean(key, keys) if isinstance(key, str) else ""
                hint = near or f"the keys are {', '.join(keys)}"
                raise self.refusal(f"{under}unknown key {_shown(key)}", hint)

    def text(self, given: Mapping[str, Any], key: str) -> str:
        value = given.get(key)
        if not isinstance(value, str) or not value.strip() or not _plain(value):
            raise self.refusal(
                f"{key}: is no text", f"write `{key}: ...` with a word, in quotes where need be"
            )
        return " ".join(value.split()) if key == "name" else value.strip()

    def words(
        self, given: Mapping[str, Any], key: str, known: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """A word or a list of words; empty where it is not there."""
        if key not in given:
            return ()
        value = given[key]
        rows = value if isinstance(value, list) else [value]
        sound = [r for r in rows if isinstance(r, str) and r.strip() and _plain(r)]
        if not sound or len(sound) < len(rows) or len(rows) > _MOST:
            raise self.refusal(f"{key}: is no list of words", f"write `{key}: [one, other]`")
        made = tuple(dict.fromkeys(" ".join(r.split()) for r in sound))
        return tuple(self.one_of(word, known, key) for word in made) if known else made

    def one_of(self, word: str, known: tuple[str, ...], key: str) -> str:
        if word not in known:
            raise self.refusal(
                f"{key}: {word[:40]!r} is none", do_you_mean(word, known) or f"give {', '.join(known)}"
            )
        return word

    def number(self, given: Mapping[str, Any], key: str) -> float | None:
        value = given.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self.refusal(f"{key}: {_shown(value)} is no number", f"write `{key}: 6`")
        return float(value)

    def truth(self, given: Mapping[str, Any], key: str) -> bool:
        value = given.get(key, False)
        if not isinstance(value, bool):
            raise self.refusal(f"{key}: {_shown(value)} is neither true nor false", f"write `{key}: true`")
        return value


def _plain(text: str) -> bool:
    return re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text) is None


def _shown(value: Any) -> str:
    """A value as a line can quote it. Lists are not written out: a line of YAML can fold a million in one."""
    return repr(value)[:42] if isinstance(value, (str, int, float)) else f"a {type(value).__name__}"
