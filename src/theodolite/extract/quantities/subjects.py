"""Whose figure it is, and the words that carry it: from the nearest name, the syntax, the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from theodolite.extract.quantities import wholes
from theodolite.extract.quantities.subject_words import (
    ARTICLE,
    AT,
    AT_WORK,
    BRACKET,
    DAYS,
    DID,
    FRONTED,
    GENERATIVE,
    HEADLINE,
    LEADING,
    LEFT_OUT,
    LIST,
    LOCAL_AFTER,
    LOCAL_BEFORE,
    MEASURES,
    NEXT,
    NO_WHOLE,
    NOBODY,
    NOUNS,
    OF_THEM,
    OF_WHAT,
    OPENS,
    ORIGIN,
    OWNS,
    PREPOSITION,
    PRODUCTS,
    PUTTING,
    RESPECTIVELY,
    SCORING,
    SINGLE,
    STUDY_WORD,
    SYMBOLS,
    TELLING,
    WHICH,
    WHOLE,
    made_to,
)
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words.names import Mention
from theodolite.extract.words.numbers import Figure
from theodolite.extract.words.syntax import Parse


class SubjectFinder:
    """Finds the subject of figures in one sentence."""

    def __init__(self, scene: Scene, number: int) -> None:
        self.scene = scene
        self.number = number
        self.sentence = scene.reading.sentences[number]
        self.content = scene.content
        self.is_open = False
        """Whether the figure is of "we" whom the text does not name."""

    @property
    def parse(self) -> Parse:
        return self.scene.reading.parse(self.number)

    def find(self, figure: Figure, clause_start: int) -> Referent | None:
        """The subject: a name right at the figure, the subject of its verb, the share's whole, the topic."""
        if wholes.is_fronted(self.content, self.sentence.start, figure):
            return None
        if OF_THEM.match(self.content, figure.end) and (spoken_of := self._topic(figure.opening)):
            return spoken_of
        found = (
            self._respectively(figure)
            or self._attached(figure)
            or self._share_of(figure)
            or self._beside(figure, clause_start)
            or self._named_subject(figure, self._of_verb(figure))
        )
        if found is None and (at_work := self._at_work(figure)):
            return at_work
        if found is None and not self.is_open:
            found = self._last_in_clause(figure, clause_start) or self._topic()
        if found and found.kind == "unknown" and found.name:
            if HEADLINE.match(found.name) or NOBODY.match(found.name):
                return None
            name = SYMBOLS.sub("", found.name)
            return replace(found, name=GENERATIVE.sub("generative AI", name))
        return found

    def _at_work(self, figure: Figure) -> Referent | None:
        """ "In my own school forty students share a cluster": the speaker's place of work."""
        placed = AT_WORK.search(self.content, self.sentence.start, figure.opening)
        if placed is None:
            return None
        return self.scene.referents.at_work(placed["where"], *placed.span("where"))

    def _names(self, start: int, end: int) -> list[Mention]:
        return list(self.scene.reading.mentions_in(start, end))

    def _respectively(self, figure: Figure) -> Referent | None:
        """ "A, B and C had 12, 7 and 5, respectively": the name in the figure's place of the list."""
        listed = [f for f in self.scene.reading.figures_in(self.sentence.start, self.sentence.end)]
        run: list[Figure] = []
        for f in listed:
            joined = run and LIST.fullmatch(self.content[run[-1].end : f.opening])
            run = [*run, f] if joined else [f]
            if RESPECTIVELY.match(self.content, f.end):
                break
        else:
            return None
        at = next((i for i, f in enumerate(run) if f.start == figure.start), None)
        named = self._any_names(self.sentence.start, run[0].opening)[-len(run) :]
        gaps = [self.content[a.end : b.start] for a, b in pairwise(named)]
        if at is None or len(run) < 2 or len(named) < len(run) or not all(LIST.fullmatch(g) for g in gaps):
            return None
        return from_mention(self.content, named[at])

    def _any_names(self, start: int, end: int) -> list[Mention]:
        """Names that stand for somebody, listed in the vocabulary or not, in order."""
        unknown = self.scene.reading.unknown_in(start, end)
        return sorted((*self._names(start, end), *unknown), key=lambda m: m.start)

    def _attached(self, figure: Figure) -> Referent | None:
        """ "Kiln (1,564)", "Oto and Kiln, which had 12", "with Kiln scoring 12", "the 12 users Kiln has"."""
        for mention in reversed(self._any_names(self.sentence.start, figure.opening)):
            between = self.content[mention.end : figure.opening]
            if mention.adjective and mention.kind == "side":
                continue
            if NEXT.fullmatch(between) and LEFT_OUT.search(self.content, self.sentence.start, mention.start):
                return from_mention(self.content, mention)
            if BRACKET.fullmatch(between) or (WHICH.fullmatch(between) or SCORING.fullmatch(between)):
                return from_mention(self.content, mention)
            break
        if figure.kind == "count":
            for mention in self._names(figure.end, min(self.sentence.end, figure.end + 60))[:1]:
                behind = self.content[mention.end : self.sentence.end]
                if NOUNS.fullmatch(self.content[figure.end : mention.start]) and OWNS.match(behind):
                    return from_mention(self.content, mention)
        return None

    def _named_subject(self, figure: Figure, found: Referent | None) -> Referent | None:
        """A name that is subject right before the figure, where the syntax shows only a thing."""
        if found is None or found.kind != "unknown":
            return found
        named = self._names(self.sentence.start, figure.opening)
        if named and named[-1].start >= found.end and not named[-1].adjective:
            before = self.content[self.sentence.start : named[-1].start]
            if DID.fullmatch(self.content[named[-1].end : figure.opening]) and not PREPOSITION.search(before):
                return from_mention(self.content, named[-1])
        for mention in reversed(named):
            if mention.start < found.end or (mention.adjective and mention.kind == "side"):
                break
            token = self.parse.head_of(mention.start, mention.end)
            if (
                token is not None
                and token.dep_ in ("nsubj", "nsubjpass")
                and token.head.tag_.startswith("VB")
            ):
                return from_mention(self.content, mention)
        return found

    def _beside(self, figure: Figure, clause_start: int) -> Referent | None:
        """ "China with 12%", "68 deals in China", "China's 38%", "37% from the U.S."."""
        before = [m for m in self._names(clause_start, figure.opening)]
        if before and LOCAL_BEFORE.fullmatch(self.content[before[-1].end : figure.opening]):
            return from_mention(self.content, before[-1])
        end = min(self.sentence.end, figure.end + 70)
        turned = clause_start > self.sentence.start
        following = [
            m
            for m in self._names(figure.end, end)
            if m.kind in ("side", "organisation", "group", "model") and not (m.adjective and m.kind == "side")
        ]
        if (
            following
            and (following[0].kind == "side" or turned)
            and LOCAL_AFTER.fullmatch(self.content[figure.end : following[0].start])
        ):
            own = self._of_verb(figure)
            if turned or own is None or own.side is None:
                return from_mention(self.content, following[0])
        return None

    def _share_of(self, figure: Figure) -> Referent | None:
        """ "95% of startup companies rely on ...": the whole is the subject where the share is one itself."""
        start = self.sentence.start
        if fronted := FRONTED.search(self.content[start : figure.opening]):
            return self._whole(start + fronted.start("what"), start + fronted.end("what"))
        if figure.kind != "percent" or not OPENS.search(self.content[self.sentence.start : figure.opening]):
            return None
        after = self.content[figure.end : self.sentence.end]
        if origin := ORIGIN.match(after):
            named = self.scene.reading.mentions_in(figure.end, figure.end + origin.end() + 30)
            for mention in named:
                if mention.start >= figure.end + origin.start("who") - 4 and mention.kind == "side":
                    return from_mention(self.content, mention)
        match = WHOLE.match(after)
        if not match:
            return None
        if NO_WHOLE.match(match["what"]):
            return None
        start, end = figure.end + match.start("what"), figure.end + match.end("what")
        end = wholes.end(self.parse, start, end)
        first = self.parse.at(start)
        if not re.match(r"\s+of\s", after) and first is not None and first.tag_.startswith("VB"):
            return None  # "37 percent use ..."
        return self._whole(start, end)

    def _whole(self, start: int, end: int) -> Referent:
        """The first name of a whole, else the whole as it is called."""
        if named := self.scene.reading.mentions_in(start, end):
            return from_mention(self.content, named[0])
        words = self.content[start:end]
        return Referent(wholes.unnumbered(" ".join(words.split())), words, None, start, end)

    def _of_verb(self, figure: Figure) -> Referent | None:
        """The subject of the verb above the figure, through its owner: "its stock price rose 60 times"."""
        token = self.parse.head_of(figure.start, figure.end)
        if token is None:
            return None
        verb = self.parse.verb_above(token)
        spoken = False  # whether a pronoun was the subject of a verb below
        for _ in range(4):
            subject = made_to(verb) or self.parse.subject(verb)
            if subject is not None and not self.inside(subject, figure):
                told = verb.text.lower() in TELLING and not spoken  # "Kiln says it has 40 staff"
                put = self._put(verb, figure) if verb.text.lower() in PUTTING else None
                found = put or (None if told else self._owner_or_self(subject))
                spoken = spoken or subject.tag_ == "PRP"
                if found is not None:
                    return found
                if subject.text.lower() in ("we", "i"):
                    self.is_open = True
                    return None
            if verb.head.i == verb.i:
                return None
            verb = self.parse.verb_above(verb.head)
        return None

    def _put(self, verb: Any, figure: Figure) -> Referent | None:
        """What is put at a figure: "she put the goods at $3 million", "the sale values Kiln at"."""
        if not AT.search(self.content, max(self.sentence.start, figure.opening - 4), figure.opening):
            return None
        for child in verb.children:
            if child.dep_ == "dobj" and self.parse.span(child)[1] <= figure.opening:
                return self._owner_or_self(child)
        return None

    def inside(self, token: Any, figure: Figure) -> bool:
        at = self.parse.span(token)[0]
        return figure.opening <= at < figure.end or any(
            figure.opening <= self.parse.span(c)[0] < figure.end
            for c in token.children
            if c.dep_ in ("nummod", "quantmod")
        )

    def _owner_or_self(self, subject: Any) -> Referent | None:
        if subject.tag_ == "CD":
            return self._counted(subject)
        at = self.parse.span(subject)[0]
        for mention in self.scene.reading.mentions_in(max(self.sentence.start, at - 50), self.sentence.end):
            if mention.start <= at < mention.end and not (mention.adjective and mention.kind == "side"):
                return from_mention(self.content, mention)
        if (model := self._model_before(subject, at)) is not None:
            return from_mention(self.content, model)
        for child in subject.children:
            if child.dep_ == "appos" and not subject.tag_.startswith("NNP"):
                near = self.parse.span(child)
                for mention in self.scene.reading.mentions_in(near[0] - 40, near[1] + 40):
                    if mention.start <= near[0] < mention.end and not mention.adjective:
                        return from_mention(self.content, mention)
            if child.dep_ == "poss" and child.tag_ == "WP$":
                verb = self.parse.verb_above(subject)
                return (
                    self.scene.referents.of(self.parse, verb.head, self.number)
                    if verb.dep_ == "relcl"
                    else None
                )
            if child.dep_ == "poss" and child.text.lower() not in (*DAYS, "our", "my"):
                owner = self.scene.referents.of(self.parse, child, self.number)
                if owner.name and owner.kind == "person":
                    held = self.scene.referents.of(self.parse, subject, self.number)
                    return held if held.kind == "organisation" else owner
                if owner.name:
                    return owner
        if named := self._named_behind(subject):
            return named
        found = self.scene.referents.of(self.parse, subject, self.number)
        start = self.parse.phrase(subject)[0]
        if found.kind == "side" and subject.text.lower() in SINGLE and not self._names(start, at):
            words = ARTICLE.sub("", self.content[start : at + len(subject.text)])
            return Referent(words, words, None, at + len(subject.text) - len(words), at + len(subject.text))
        if (
            not found.name
            or (found.kind == "unknown" and LEADING.match(found.name))
            or STUDY_WORD.search(found.text)
            or re.fullmatch(r"(?i)it|there|this|that|one|which|who|what|percent|per cent", found.name)
        ):
            return None
        if found.kind == "unknown" and (whole := found.name) and (counted := OF_WHAT.match(whole)):
            found = replace(found, name=whole[counted.end() :], text=found.text[counted.end() :])
        if found.kind == "unknown" and (found.name or "")[:1].islower():
            inside = self.scene.reading.mentions_in(found.start, found.end)
            if not inside and subject.text.lower() in MEASURES:
                beside = self._topic_of(found)
                return self._topic(found.start) or found if beside is found else beside
            return from_mention(self.content, inside[0]) if inside else self._topic_of(found)
        return found

    def _counted(self, number: Any) -> Referent | None:
        """Of whom a number that is a subject counts some: "nine of our graduates"."""
        for child in number.children:
            if child.dep_ == "prep" and child.text.lower() == "of":
                for whole in child.children:
                    if whole.dep_ == "pobj" and whole.tag_ != "PRP":
                        return self._owner_or_self(whole)
        return None

    def _model_before(self, subject: Any, at: int) -> Mention | None:
        """ "Meta's latest Llama 3.1 70B model": the model right before its noun."""
        if subject.text.lower() not in PRODUCTS:
            return None
        for mention in self.scene.reading.mentions_in(max(self.sentence.start, at - 50), at):
            if mention.kind == "model" and not self.content[mention.end : at].strip(" *"):
                return mention
        return None

    def _named_behind(self, subject: Any) -> Referent | None:
        """ "The maker of Grok, xAI, has ...": the name between commas behind a description."""
        if subject.tag_ != "NN":
            return None
        for child in subject.children:
            hull = self.parse.hull(list(child.subtree)) if child.dep_ == "prep" else None
            named = self.scene.reading.mentions_in(*hull) if hull else ()
            behind = self.scene.reading.mentions_in(named[0].end, named[0].end + 40)[:1] if named else ()
            for mention in behind:
                if self.content[named[0].end : mention.start] == ", " and self.content[mention.end] == ",":
                    return from_mention(self.content, mention)
        return None

    def _topic_of(self, found: Referent) -> Referent | None:
        """A common noun as subject ("revenue", "investment") belongs to a name beside it, else stands
        for itself."""
        end = min(self.sentence.end, found.end + 30)
        for mention in self.scene.reading.mentions_in(found.end, end):
            if re.fullmatch(
                r"\s+(?:in|of|at|by|from|for)\s+(?:the\s)?", self.content[found.end : mention.start]
            ):
                return from_mention(self.content, mention)
        return found

    def _last_in_clause(self, figure: Figure, clause_start: int) -> Referent | None:
        before = [
            m
            for m in self._names(clause_start, figure.opening)
            if m.kind in ("side", "organisation", "model", "group")
        ]
        return from_mention(self.content, before[-1]) if before else None

    def _topic(self, before: int | None = None) -> Referent | None:
        """The first name of this sentence (`before` a place) or of the one before it in the paragraph."""
        for back in (0, 1):
            if self.number - back < 0:
                return None
            s = self.scene.reading.sentences[self.number - back]
            if back and s.paragraph != self.sentence.paragraph:
                return None
            stop = s.end if back or before is None else before
            found = [
                m
                for m in (
                    *(self.scene.unlisted.within(s.start, stop) if before is not None else ()),
                    *self._names(s.start, stop),
                )
                if not (m.adjective and m.kind == "side")
                and (before is None or m.kind != "person")
                and not re.search(
                    r"(?i)according to (?:the )?\Z", self.content[max(0, m.start - 18) : m.start]
                )
            ]
            if found:
                return from_mention(self.content, min(found, key=lambda m: m.start))
        return None
