"""The second extractor: a text in passages, each asked about once, each answer through the gate."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event
from typing import Protocol

from theodolite.extract.endpoint import gate, prompt
from theodolite.extract.endpoint.chunks import Chunk, chunks
from theodolite.extract.endpoint.client import Client, NoAnswerError, Said
from theodolite.extract.endpoint.gate import Failure, Gate
from theodolite.extract.endpoint.meter import Meter
from theodolite.extract.endpoint.proposals import proposals
from theodolite.extract.endpoint.settings import Settings
from theodolite.model.claim import Claim
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.origin import Origin
from theodolite.model.text import Text

ANSWERS = 2
"""How often a passage is asked about where the answer holds nothing that can be read."""


Messages = list[dict[str, str]]


class Memory(Protocol):
    """Answers kept between runs, by a key over everything they follow from."""

    def get(self, key: str) -> bytes | None:
        """What was kept under a key."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep an answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The claims of a text in order of place, and what was refused on the way.

    `read_to` is the place up to which every passage was read, the text's length where `whole`.
    """

    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]
    read_to: int
    whole: bool


class Endpoint:
    """Asks one endpoint about documents, for one run: its meter and its counts go over all of them."""

    def __init__(self, settings: Settings, *, client: Client | None = None) -> None:
        self.settings = settings
        self.meter = client.meter if client else Meter(settings)
        self.passed = 0
        self.failures: list[Failure] = []
        self.emptied: Counter[str] = Counter()
        self.remembered = 0
        self._memory: Memory | None = None
        self._client = client or Client(settings, self.meter)
        self._over: NoAnswerError | None = None
        self._ahead: dict[str, Said | NoAnswerError | None] = {}
        self._stopped = Event()

    @property
    def method(self) -> str:
        """The extractor as the ledger names it: "endpoint/", the model, the version of the prompt."""
        return self.settings.method

    def remember_in(self, memory: Memory) -> None:
        """Keep answers there from now on, and look there before asking."""
        self._memory = memory

    @property
    def inputs(self) -> str:
        """What else claims follow from, besides text, origin, model and prompt."""
        return digest(gate.VERSION, self.settings.passage, self.settings.answer_tokens)

    @property
    def at_once(self) -> int:
        """Documents that are best given to `ask_ahead`: so many that a slow one keeps few others waiting."""
        return 1 if self.settings.calls == 1 else 8 * self.settings.calls

    def claims(self, text: Text, origin: Origin, *, document: str | None = None) -> Found:
        """The claims of a text that the model proposes and the gate admits. Raises nothing for any answer."""
        guard = Gate(text, origin, document)
        made: list[Claim] = []
        refusals: list[Refusal] = []
        read_to: int | None = None
        for chunk in chunks(text.content, self.settings.passage):
            try:
                said = self._said(text, origin, chunk)
            except NoAnswerError as error:
                read_to = chunk.start if read_to is None else read_to
                refusals.append(_refusal(origin, chunk, error))
                if error.for_good:
                    self._over = error
                    break
                continue
            proposed, whole = proposals(said.content)
            if not whole:
                read_to = chunk.start if read_to is None else read_to
                refusals.append(_refusal(origin, chunk, self._broken(said)))
            made += self._admitted(guard, proposed, chunk)
        self.emptied.update(guard.emptied)
        return Found(
            claims=tuple(_grouped(made)),
            refusals=tuple(refusals),
            read_to=len(text.content) if read_to is None else read_to,
            whole=read_to is None,
        )

    def ask_ahead(self, texts: Iterable[tuple[Text, Origin]]) -> None:
        """Ask about several documents, as many calls at a time as the settings allow.

        `claims` then takes the answers from there: nothing changes but the time.
        """
        if self.settings.calls < 2:
            return
        wanted: dict[str, Messages] = {}
        for text, origin in texts:
            for chunk in chunks(text.content, self.settings.passage):
                messages = prompt.messages(chunk, text, origin)
                key = self._key(messages)
                if key not in self._ahead and not (self._memory and self._memory.get(key)):
                    wanted[key] = messages
        if not self.meter.calls:  # the first call learns which form of request the endpoint takes
            for key in list(wanted)[:1]:
                self._ahead[key] = self._outcome(wanted.pop(key))
        with ThreadPoolExecutor(self.settings.calls) as pool:
            for key, outcome in zip(wanted, pool.map(self._outcome, wanted.values()), strict=True):
                if outcome is not None:
                    self._ahead[key] = outcome

    def _outcome(self, messages: Messages) -> Said | NoAnswerError | None:
        """The answer, or why there is none; None where no other call of this run brings anything."""
        if self._stopped.is_set():
            return None
        try:
            return self._asked(messages)
        except NoAnswerError as error:
            if error.for_good:
                self._stopped.set()
            return error

    def _asked(self, messages: Messages) -> Said:
        """The answer. One without any JSON is asked for once more."""
        said = Said("")
        for _ in range(ANSWERS):
            said = self._client.ask(messages)
            found, whole = proposals(said.content)
            if found or whole:
                break
        return said

    def _key(self, messages: Messages) -> str:
        return digest(self.method, self.settings.answer_tokens, *(m["content"] for m in messages))

    def _said(self, text: Text, origin: Origin, chunk: Chunk) -> Said:
        """The answer for a passage: kept, asked ahead, or new."""
        messages = prompt.messages(chunk, text, origin)
        key = self._key(messages)
        if self._memory and (kept := self._memory.get(key)) is not None:
            self.remembered += 1
            content, cut = json.loads(kept)
            return Said(content, cut)
        outcome = self._ahead.pop(key, None)
        if isinstance(outcome, NoAnswerError):
            raise outcome
        if outcome is None and self._over:
            raise self._over
        said = outcome or self._asked(messages)
        if self._memory and (said.cut or proposals(said.content)[1]):
            self._memory.put(key, json.dumps([said.content, said.cut]).encode())
        return said

    def _broken(self, said: Said) -> NoAnswerError:
        if said.cut:
            reason = f"the answer broke off at {self.settings.answer_tokens} tokens"
            return NoAnswerError(reason, "raise THEODOLITE_ANSWER_TOKENS or lower THEODOLITE_PASSAGE")
        return NoAnswerError("the answer is broken JSON; what could be read of it was", "try another model")

    def _admitted(self, guard: Gate, proposed: Iterable[object], chunk: Chunk) -> list[Claim]:
        found = []
        for proposal in proposed:
            outcome = guard.admit(proposal, chunk)
            if isinstance(outcome, Failure):
                self.failures.append(outcome)
            else:
                self.passed += 1
                found.append(outcome)
        return found

    def lines(self) -> list[str]:
        """What the run used and what the gate did, in a line each."""
        reasons = Counter(failure.reason for failure in self.failures)
        failed = ", ".join(f"{n} {reason}" for reason, n in reasons.most_common())
        gate_line = f"gate: {self.passed} passed, {len(self.failures)} failed"
        if failed:
            gate_line += f" ({failed})"
        if self.emptied:
            fields = ", ".join(f"{n} {name}" for name, n in sorted(self.emptied.items()))
            gate_line += f"; emptied, as the text does not have the words: {fields}"
        were = "answer was" if self.remembered == 1 else "answers were"
        kept = f"; {self.remembered} {were} kept from before" if self.remembered else ""
        asked = f"endpoint: {gate.shown(self.settings.model)}, {prompt.version()}: {self.meter.line()}{kept}"
        return [asked, gate_line]

    def failed_lines(self) -> list[str]:
        """Every failure with the model's words, a line each."""
        return [f"failed the gate: {failure.reason}: {failure.detail}" for failure in self.failures]


def _refusal(origin: Origin, chunk: Chunk, error: NoAnswerError) -> Refusal:
    place = f"{origin.location}, characters {chunk.start} to {chunk.end}"
    return Refusal(place, error.reason, error.mend)


def _grouped(made: list[Claim]) -> list[Claim]:
    """In order of place, each once; repeats of one claim share a group, named by the first of them."""
    distinct = {claim.id: claim for claim in reversed(made)}
    found = sorted(distinct.values(), key=lambda c: (c.start, c.end, c.KIND, repr(c.slots)))
    places: dict[str, list[int]] = {}
    for i, claim in enumerate(found):
        places.setdefault(digest(claim.KIND, claim.polarity, repr(claim.slots)), []).append(i)
    for indices in places.values():
        if len(indices) > 1:
            name = digest("group", found[indices[0]].id)[:16]
            for i in indices:
                found[i] = replace(found[i], group=name)
    return found
