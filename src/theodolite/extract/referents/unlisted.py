"""What kind of thing a capitalised name is that nobody listed, by what the text says of it.

A name is an organisation, a model or a person where its own words ("Foothill Labs"), what stands beside it
("the start-up Foothill", "Foothill, a maker of chips") or what it does ("Foothill raised ...") show it. Other
capitalised words name nothing that a pronoun could stand for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from theodolite.extract.reading import Reading
from theodolite.extract.words import lexicon, names
from theodolite.extract.words.names import Mention

_BODY = lexicon.words(
    """Labs Lab Inc Corp Technologies Technology Group Holdings Institute Capital Ventures Robotics Systems
    Semiconductor Semiconductors Networks Research Analytics Media Industries Intelligence Computing Partners
    Foundation Association Company Co Ltd Limited Corporation Bank Motors Electronics Software Solutions Cloud
    Energy Studios International Dynamics Works Micro Materials Interactive Entertainment Games University
    College Council Center Centre Agency Securities Insights Consulting Innovations AI"""
)
_NO_NAMES = lexicon.words(
    """GenAI LLM LLMs AGI ASI GPU GPUs CPU CPUs API APIs CEO CTO NLP ML IP IPO GDP VC R&D PhD English Internet
    Web Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Act Bill Mr Mrs Ms Dr EUV DUV HBM DRAM MoE RL
    RLHF SOTA EV EVs CAGR"""
)
_ORG_NOUN = (
    r"(?:company|firm|start-?up|lab|laboratory|group|maker|developer|chipmaker|giant|provider|manufacturer|"
    r"foundry|vendor|conglomerate|unicorn|outfit|supplier|tank|institute|platform)"
)
_MODEL_NOUN = r"(?:model|chatbot|system|app|assistant|tool|LLM|chip|processor|agent)"
_DESCRIBED = (
    r",\s(?:an?|the|one\sof\sthe|its|whose)\s(?:(?!(?:at|of|in|for|from|with|who|by|to)\s)[\w’'-]+\s){0,5}?"
)
_ORG_AFTER = re.compile(rf"{_DESCRIBED}{_ORG_NOUN}\b")
_MODEL_AFTER = re.compile(rf"{_DESCRIBED}{_MODEL_NOUN}\b|\s(?:model|chatbot|LLM|chip)\b")
_ORG_BEFORE = re.compile(rf"\b{_ORG_NOUN},?\s(?:called\s|named\s)?[\"“]?\Z")
_MODEL_BEFORE = re.compile(rf"\b{_MODEL_NOUN},?\s(?:called\s|named\s|dubbed\s)?[\"“]?\Z")
_ORG_DOES = re.compile(
    r"\s(?:has\s|had\s|also\s|recently\s|later\s|then\s)*(?:raised|launched|released|unveiled|announced|hired|"
    r"acquired|employs|develops|developed|makes|sells|builds|introduced|ships|trained|open-sourced|plans|reported|"
    r"invested|partnered|expects|competes|supplies|manufactures|designs|operates)\b"
)
_MODEL_DOES = re.compile(
    r"\s(?:also\s)?(?:outperform\w*|beats?|surpass\w*|scor(?:es|ed)|tops?|topped|matche[sd]|was\s(?:trained|released)|"
    r"rank(?:s|ed)|achieve[sd]|costs?\b)"
)
_PERSON_BESIDE = re.compile(
    r"\s(?:said|says|told|added|wrote|argued|explained|noted)\b|,\s(?:\d\d|who|an?\s\w+\s(?:at|of|with))\b|"
    r",\s(?:the\s|an?\s)?(?:[\w-]+\s){0,3}?(?:founder|co-founder|chief|CEO|director|president|head|professor|analyst|"
    r"chairman|researcher|partner|fellow|senator|minister)\b"
)
_PERSON_TITLE = re.compile(
    r"\b(?:CEO|founder|co-founder|chairman|president|director|professor|analyst|Dr|Mr|Ms|Mrs|Professor|President|"
    r"Senator|Minister|chief|scientist|researcher|officer|executive)\.?,?\s\Z"
)
_TITLE_WORD = re.compile(
    r"\b(?:CEO|CTO|CFO|COO|President|Chairman|Chairwoman|Founder|Director|Professor|Minister|Secretary|Senator)\b"
)


class Unlisted:
    """The unlisted names of one document whose kind the text shows."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def within(self, start: int, end: int) -> list[Mention]:
        """Those between two places, each with its kind, under its full name."""
        if not self._kinds:
            return []
        found = []
        for mention in self._reading.unknown_in(start, end):
            if known := self._kinds.get(mention.name):
                found.append(replace(mention, kind=known[0], name=known[1]))
        return found

    def full(self, name: str) -> str:
        """The full name of an unlisted organisation that is written short: "Foothill" of "Foothill Labs"."""
        known = self._kinds.get(name)
        return known[1] if known else name

    @cached_property
    def _kinds(self) -> dict[str, tuple[names.MentionKind, str]]:
        """Every name of a known kind: its kind and its full name."""
        found: dict[str, tuple[names.MentionKind, str]] = {}
        for mention in self._reading.unknown:
            if mention.name not in found and (kind := self._kind(mention)):
                found[mention.name] = (kind, mention.name)
        longer = {m.name for m in self._reading.unknown if self._has_body(m.name)}
        for name in longer:
            found.setdefault(name, ("organisation", name))
            short = name.split()[0]
            if (
                len(short) > 2
                and short not in names.COMMON
                and sum(n.split()[0] == short for n in longer) == 1
            ):
                found[short] = ("organisation", name)
        return found

    def _has_body(self, name: str) -> bool:
        words = name.split()
        return 2 <= len(words) <= 6 and words[-1].rstrip(".") in _BODY and not _TITLE_WORD.search(name)

    def _kind(self, mention: Mention) -> names.MentionKind | None:
        content = self._reading.content
        if (
            mention.name in names.COMMON
            or mention.name in _NO_NAMES
            or len(mention.name) < 3
            or _TITLE_WORD.search(mention.name)
        ):
            return None
        before = content[max(0, mention.start - 40) : mention.start]
        after = mention.end
        words = mention.name.split()
        if self._has_body(mention.name) or _ORG_AFTER.match(content, after) or _ORG_BEFORE.search(before):
            return "organisation"
        if 2 <= len(words) <= 3 and (_PERSON_BESIDE.match(content, after) or _PERSON_TITLE.search(before)):
            return "person"
        if len(words) > 4:
            return None
        if (
            _MODEL_AFTER.match(content, after)
            or _MODEL_BEFORE.search(before)
            or _MODEL_DOES.match(content, after)
        ):
            return "model"
        if _ORG_DOES.match(content, after) and (len(words) > 1 or not self._opens(mention.start)):
            return "organisation"
        return None

    def _opens(self, at: int) -> bool:
        """Whether a word opens its sentence, where any word is capitalised."""
        sentence = self._reading.sentences[self._reading.sentence_at(at)]
        return not self._reading.content[sentence.start : at].strip(" #*>\"“'")
