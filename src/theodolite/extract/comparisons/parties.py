"""Who is compared or judged: the subjects of verbs, and what stands behind a preposition."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.comparisons.phrases import Phrases
from theodolite.extract.referents import Referent, from_mention


class Parties(Phrases):
    """The parties of one parsed sentence."""

    def subjects(self, verb: Any) -> list[Referent]:
        """The parties that are the subject of a verb."""
        subject = self.subject_token(verb)
        if subject is None or (
            subject.text.lower() in ("this", "these", "that", "those") and subject.tag_ == "DT"
        ):
            return []
        if verb.dep_ == "relcl" and subject.text.lower() in ("both", "all", "most", "some", "many", "each"):
            subject = verb.head
        if subject.tag_ in ("WDT", "WP"):
            subject = subject.head.head
        if verb.dep_ == "relcl" and (near := self._before_which(verb)):
            return near
        if subject.text.lower() in ("both", "neither") and subject.dep_ in ("nsubj", "nsubjpass"):
            two = self.last_two(self.parse.span(subject)[0])
            return [from_mention(self.scene.content, m) for m in two] if two else []
        if (headed := self._described(subject)) is not None:
            return [headed]
        found = self.of(subject)
        return found or self._again(subject)

    def _described(self, subject: Any) -> Referent | None:
        """ "ALLaM, the company's Arabic model, trails ...": the name that opens the sentence, where the
        parser takes its apposition for the subject."""
        start, end = self.parse.phrase(subject)
        if not subject.tag_.startswith("NN") or self.words(end, end + 1) != ",":
            return None
        if start - self.sentence.start > 60 or self.words(start - 2, start) != ", ":
            return None
        for mention in self.scene.reading.mentions_in(self.sentence.start, start):
            if mention.end == start - 2 and mention.start == self.sentence.start and mention.kind != "person":
                return from_mention(self.scene.content, mention)
        name = self.unlisted(self.sentence.start)
        return from_mention(self.scene.content, name) if name and name.end == start - 2 else None

    def _before_which(self, verb: Any) -> list[Referent]:
        """ "A and B, which leads": a single relative clause belongs to the name right before it."""
        if verb.tag_ == "VBP" or any(c.tag_ == "VBP" and c.dep_ in ("aux", "auxpass") for c in verb.children):
            return []
        for child in verb.children:
            if child.tag_ in ("WDT", "WP") and child.i < verb.i:
                at = self.parse.span(child)[0]
                for mention in self.scene.reading.mentions_in(max(self.sentence.start, at - 60), at):
                    if mention.kind == "group" and mention.side is None and self.one_of(mention):
                        continue
                    if self.words(mention.end, at) in (", ", " ") and not mention.adjective:
                        return [from_mention(self.scene.content, mention)]
        return []

    def _again(self, subject: Any) -> list[Referent]:
        """ "Much of this data": whose the data of the sentence before is, where it speaks of one side
        only."""
        start, end = self.parse.phrase(subject)
        match = re.search(
            r"\b(?:this|these|that|such)\s(?:\w+\s)?(?P<noun>[a-z]{3,})\b", self.words(start, end), re.I
        )
        if match is None or self.number == 0:
            return []
        before = self.scene.reading.sentences[self.number - 1]
        stem = match["noun"].lower().rstrip("s")
        if (
            before.paragraph != self.sentence.paragraph
            or stem not in self.words(before.start, before.end).lower()
        ):
            return []
        sides = {
            m.side: m
            for m in self.scene.reading.mentions_in(before.start, before.end)
            if m.kind in ("side", "group")
        }
        side = next(iter(sides), None)
        if len(sides) != 1 or side is None:
            return []
        return [Referent(side, self.words(start, end), side, start, end, "side")]

    def after(self, position: int) -> list[Referent]:
        """The parties of the noun phrase that begins at a place: behind "than", "behind", "over"."""
        while position < self.sentence.end and self.scene.content[position] in ' ,"“':
            position += 1
        if self.scene.content.startswith("what ", position):
            position += 5
        head = self.parse.object_from(position)
        if head is None:
            return []
        placed = self.words(position, position + 60)
        # "than in China", "than that of the U.S.", "than for Nvidia"
        lead = re.match(
            r"(?i)(?:(?:that|those|the ones?|what|any(?:thing)?|all|even|its|their|only)\s)?"
            r"(?:(?:seen|found|recorded|achieved|reported|observed|reached|shown|offered|posted|made|built|used|sold|paid|"
            r"set|held|produced|available)\s)?(?:(?:of|in|"
            r"from|for|made by|by|at)\s)(?:the\s)?",
            placed,
        )
        if lead:
            inner = self.parse.object_from(position + lead.end())
            if inner is not None and (found := self.of(inner)):
                return found
        return self.of(head)
