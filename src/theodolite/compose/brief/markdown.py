"""A brief as Markdown (CommonMark): words from outside mean nothing in it."""

from __future__ import annotations

import re

from theodolite.compose.brief.quoting import line
from theodolite.compose.brief.shown import SHAPES, Shown, left_out, parts_shown, shown, window_words
from theodolite.model.brief import Brief, Fresh

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~&!$@])")
_STARTS = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = {"<": "%3C", ">": "%3E", "\\": "%5C", "`": "%60"}


def markdown(brief: Brief) -> str:
    """The whole brief. The same brief gives the same text."""
    out = [f"# {escaped(brief.title)}", "", escaped(window_words(brief)), ""]
    if brief.private:
        out += ["Private: not for publication.", ""]
    for counted in brief.summary:
        told = "; ".join(_source(*s) for s in shown(counted).sources)
        out.append(f"- {escaped(counted.sentence)} Source: {told}")
    if brief.summary:
        out.append("")
    for part, groups in parts_shown(brief):
        out += [f"## {escaped(part.title)}", ""]
        if not groups:
            out += [escaped(part.empty), ""]
            continue
        for head, lines in groups:
            out += [f"### {escaped(head)}", ""] if head else []
            for one in lines:
                out += _line(one)
            out.append("")
        rest = left_out(part)
        out += [escaped(rest), ""] if rest else []
        out += [f"Order: {escaped(part.rule)}", ""]
    if brief.fresh:
        out += ["## How fresh this is", "", *(row for one in brief.fresh for row in _fresh(one)), ""]
    out += ["## Notes", "", *(f"- {escaped(note)}" for note in brief.notes), ""]
    out += [f"Theodolite {escaped(brief.software_version)}.", ""]
    return "\n".join(out)


def _line(one: Shown) -> list[str]:
    mark = f"{SHAPES.get(one.verdict or '', '')} **{escaped(one.label)}** " if one.label else ""
    rows = [f"- {mark}{escaped(one.sentence)}"]
    if one.excerpt:
        rows += [f"  - In the text: {escaped(one.excerpt)}"]
    if one.read_as:
        rows.append(f"  - Read as: {escaped(one.read_as)}")
    rows.append(f"  - Source: {'; '.join(_source(*s) for s in one.sources)}")
    rows.append(f"  - Why here: {escaped(one.why)}")
    return rows


def _fresh(one: Fresh) -> list[str]:
    old = "**old or failing** " if one.stale else ""
    told = "; ".join(_source(line(s.words), s.address) for s in one.sources)
    return [f"- {old}{escaped(one.words)}", f"  - Source: {told}"]


def _source(words: str, address: str | None) -> str:
    if address is None:
        return escaped(words)
    safe = re.sub(r"[<>\\`]", lambda m: _ADDRESS[m[0]], address)
    return f"[{escaped(words)}](<{safe}>)"


def escaped(text: str) -> str:
    """Words on one line, no sign of which means anything, at the start of a line neither.

    An address in them stays words: readers that make links of bare addresses find none.
    """
    told = _SIGNS.sub(r"\\\1", line(text))
    told = re.sub(r"(?i)(https?|ftp)(:)(?=//)", r"\1\\\2", told)
    told = re.sub(r"(?i)\b(www)(\.)", r"\1\\\2", told)
    told = _STARTS.sub(r"\1\\\2", told)
    return re.sub(r"^([-+=])", r"\\\1", told)
