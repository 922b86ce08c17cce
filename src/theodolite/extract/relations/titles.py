"""Which words are posts: what somebody is called who founded a house, heads it or works there."""

from __future__ import annotations

import re

FOUNDER = r"(?:co-?\s?)?founder"
HEAD = (
    r"(?:(?:global|group|interim|executive|acting|joint|founding|honorary|non-executive)\s|co-)?"
    r"(?:CEO|C\.E\.O\.|chief executive(?:\sofficer)?|president|chair(?:man|"
    r"woman|person)?|"
    r"managing director|executive director|director general|director-general|director|head|boss|general "
    r"manager|"
    r"leader|principal|rector|(?:vice-)?chancellor|governor|dean|secretary[- ]general|managing partner|"
    r"provost)"
)
MEMBER = (
    r"(?:(?:senior|principal|lead|leading|staff|research|associate|assistant|deputy|vice|general|visiting|"
    r"distinguished|"
    r"former|policy|managing|venture|AI|machine learning|deep learning|chief|technical|equity|industry|"
    r"market|"
    r"technology|executive|founding|independent|adjunct)\s){0,4}"
    r"(?:researcher|analyst|partner|professor|fellow|engineer|scientist|economist|spokes(?:man|woman|"
    r"person)|CTO|CFO|"
    r"COO|chief (?:technology|operating|financial|scientific|product|strategy|AI|marketing|information|"
    r"revenue) officer|"
    r"chief scientist|chief engineer|chief of staff|vice president|vice-president|VP|adviser|advisor|"
    r"strategist|"
    r"executive|manager|lecturer|counsel|lawyer|scholar|expert|alumnus|alumna|employee|board member|"
    r"official|graduate|postdoc|veteran|representative|czar|co-lead|co-head|minister|alum|"
    r"strategist)"
)
TITLE = rf"(?:{FOUNDER}|{HEAD}|{MEMBER})"
TITLES = rf"(?P<titles>{TITLE}(?:(?:,\s|,?\sand\s(?:the\s|an?\s)?|\s?/\s?|-)(?:{TITLE}))*)"
OF = (
    r"\s(?:of|at|for|with)\s(?:(?:the|a|an|his|her|its|their|Chinese|American|British|French|AI|US|"
    r"U\.S\.)\s)?(?-i:[A-Z][\w.-]+['’]s\s)?"
    r"(?:(?:AI|VC|US|UK|EU|IT|U\.S\.|(?!and\sthe\b)(?-i:[a-z])[\w-]*)\s){0,7}"
)
TITLE_BEHIND = re.compile(rf"(?:['’]s)?\s(?:(?:former|current|senior|new)\s)?{TITLES}(?=[,.;:)\s])", re.I)
