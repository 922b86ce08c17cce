"""Text from outside, made safe to show: nothing hides, nothing runs, nothing reorders the page around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(
    f"[{_BIDI}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029\ud800-\udfff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")


def _token(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def plain(text: object) -> str:
    """The text with direction overrides and control characters written out as "[U+202E]".

    For titles, attributes and charts. The result is valid in XML and still needs escaping in markup.
    """
    return _HIDDEN.sub(_token, str(text))


def shown(text: object) -> Markup:
    """The text as markup: escaped, hidden characters made visible in an element of their own."""
    parts = []
    last = 0
    content = str(text)
    for found in _HIDDEN.finditer(content):
        parts.append(escape(content[last : found.start()]))
        parts.append(Markup('<span class="hidden-char">{}</span>').format(_token(found)))
        last = found.end()
    parts.append(escape(content[last:]))
    return Markup("").join(parts)


def file_name(path: str) -> str:
    """The last part of a path: what a page may say of a file without naming the folders of a machine."""
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def escape_json(text: str) -> str:
    """JSON with every character escaped that could end a script, split a line or reorder it."""
    return re.sub(f"[<>&]|{_HIDDEN.pattern}", lambda m: f"\\u{ord(m[0]):04x}", text)


def linkable(address: object) -> str | None:
    """The address if a page may link to it (http or https with a host), else None."""
    if not isinstance(address, str) or _HIDDEN.search(address) or any(c.isspace() for c in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host else None


def csv_cell(value: object) -> str:
    """One cell of a CSV line. Text that a spreadsheet would run as a formula gets a leading apostrophe.

    Numbers are written as they are; a text that starts with = + - @ tab or return is prefixed with ', and
    characters that hide or reorder text are written out as in `plain`.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(round(float(value), 6)) if isinstance(value, float) else str(value)
    text = plain(value)
    if text.startswith(_FORMULA):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text


def csv_text(header: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A whole CSV file: one header line, LF at each end of line."""
    return "".join(",".join(csv_cell(cell) for cell in row) + "\n" for row in [header, *rows])


def file_stem(name: str) -> str:
    """A file stem for an id: itself where it is plainly safe, else 24 hex digits of its hash."""
    return name if _SAFE_NAME.match(name) else sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def slug(words: str) -> str:
    """A readable stem for a name: lower case and dashes, with a hash where letters are lost."""
    lower = re.sub(r"[ _-]+", "-", words.strip().lower())
    kept = re.sub(r"[^a-z0-9-]", "", lower)[:48].strip("-")
    if kept == lower and kept:
        return kept
    return f"{kept or 'x'}-{sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def readable_stem(name: str) -> str:
    """A file stem for an id from outside: itself where it is plainly safe, else its letters and a hash."""
    if _SAFE_NAME.match(name):
        return name
    kept = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:48].strip("-")
    return f"{kept or 'x'}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def language_of(text: str, told: str | None = None) -> str:
    """ "zh" where at least a fifth of the letters are Han (and no kana), else what was told, else "en"."""
    letters = [c for c in text if c.isalpha()]
    names = [unicodedata.name(c, "") for c in letters[:400]]
    if any(n.startswith(("HIRAGANA", "KATAKANA")) for n in names):
        return "ja"
    if names and sum(n.startswith("CJK") for n in names) * 5 >= len(names):
        return "zh"
    return (
        told if told and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", told) and told != "zh" else "en"
    )
