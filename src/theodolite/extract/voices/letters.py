"""Letters to an editor: several signed texts in one, each with its writer's name below it."""

from __future__ import annotations

import re

from theodolite.extract.voices.turns import UP, Turn

_PAGE = re.compile(r"\bletters?\b", re.I)
_GREETING = re.compile(
    r"^[ \t]*(?:(?:Dear )?(?:Sir|Madam|Sirs|Editor)(?: or Madam)?|To the Editor|Re:[^\n]{3,80})\b[ \t]?"
    r"(?:[,.:;–—-]|(?=\s+[A-Z]))",
    re.M,
)
_SIGNATURE = re.compile(
    r"^[ \t*_–—-]*(?:(?:Rev|Col|Lt|Capt|Gen|Maj|Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|"
    r"Baroness)\.? )*"
    rf"(?P<name>[{UP}][\w.'’-]*(?: (?:[{UP}][\w.'’-]*|de|van|von|der|bin|al|ap)){{0,3}} [{UP}][\w'’-]+)"
    r"(?: ?\([\w., ]{1,20}\))?(?:,[^\n.]{2,70})?[ \t*_]*$",
    re.M,
)
_ENDED = re.compile(r"[.!?…)\"”’*_][ \t]*\n\s*\Z|\b(?:sincerely|faithfully|truly|regards),?\s*\Z", re.I)


def find(content: str, title: str | None) -> tuple[Turn, ...]:
    """The letters of a page of them; none where a text is no such page."""
    greetings = [m.start() for m in _GREETING.finditer(content)]
    page = bool(_PAGE.search(content[:200]) or _PAGE.search(title or ""))
    if not greetings or (len(greetings) < 2 and not page):
        return ()
    found = []
    for start, end in zip(greetings, [*greetings[1:], len(content)], strict=True):
        for signature in _SIGNATURE.finditer(content, content.find("\n", start, end) + 1 or end, end):
            if _ENDED.search(content, max(start, signature.start() - 40), signature.start()):
                found.append(Turn(start, signature.end(), signature["name"]))
                break
    return tuple(found)
