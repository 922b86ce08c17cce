"""Asking the endpoint: forms of request that it takes, attempts, waits, and what its envelope says.

A refused form is not asked for again in the same run. The meter counts every attempt and may refuse it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any

from theodolite.engine.waiting import asked_wait
from theodolite.extract.endpoint.meter import Meter
from theodolite.extract.endpoint.schema import answer_schema
from theodolite.extract.endpoint.settings import Settings
from theodolite.extract.endpoint.wire import (
    NO_CONNECTION,
    Answer,
    NoTimeLeftError,
    TooLargeError,
    UnreachableError,
    Wire,
)

_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""Statuses after which the same call may succeed."""
_FORMS = ("json_schema", "json_object", "none")


@dataclass(frozen=True, slots=True)
class Said:
    """What the model said. `cut`: the answer ended at the limit of tokens."""

    content: str
    cut: bool = False


class NoAnswerError(Exception):
    """A call brought nothing that can be used. `for_good`: no other call of this run would, either."""

    def __init__(self, reason: str, mend: str, *, for_good: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend
        self.for_good = for_good


class Client:
    """Asks one endpoint, for the length of one run; several threads may ask at a time."""

    def __init__(
        self,
        settings: Settings,
        meter: Meter,
        *,
        sleep: Callable[[float], None] = time.sleep,
        wire: Wire | None = None,
    ) -> None:
        self.settings = settings
        self.meter = meter
        self._sleep = sleep
        self._wire = wire or Wire(settings.address, settings.key)
        self._form = 0
        self._limit = "max_tokens"
        self._temperature = True
        self._adapting = Lock()

    def ask(self, messages: list[dict[str, str]]) -> Said:
        """The model's words in answer to messages. Raises NoAnswerError."""
        patience = self.settings.patience
        failure = NoAnswerError("the endpoint gave no answer", "try again later")
        attempt, form = 0, self._form
        while attempt < self.settings.attempts:
            shape = self._shape
            request = self._request(messages)
            if (reason := self.meter.take(request)) is not None:
                raise NoAnswerError(
                    reason, "raise THEODOLITE_MAX_TOKENS or THEODOLITE_MAX_COST to go on", for_good=True
                )
            try:
                answer = self._post(request)
                if isinstance(answer, Answer) and answer.status == 200:
                    return self._said(request, answer)
            finally:
                self.meter.give_back(request)
            if isinstance(answer, Answer) and answer.status in (400, 422) and self._adapt(answer, shape):
                continue  # each adaptation happens once, so this ends
            attempt += 1
            failure = _failure(answer, self.settings)
            if isinstance(answer, Answer) and answer.status not in _AGAIN:
                self._form = form  # no form was taken, so it was not the form
                raise failure
            wait = _wait(answer, attempt)
            if attempt < self.settings.attempts and wait > patience:
                raise NoAnswerError(
                    f"{failure.reason}, and asks to wait {wait:.0f} seconds", "try again later", for_good=True
                )
            if attempt < self.settings.attempts:
                patience -= wait
                self._sleep(wait)
        raise failure

    @property
    def _shape(self) -> tuple[int, str, bool]:
        """What a request is made with, as far as the endpoint had its say in it."""
        return self._form, self._limit, self._temperature

    def _request(self, messages: list[dict[str, str]]) -> bytes:
        body: dict[str, Any] = {"model": self.settings.model, "messages": messages, "stream": False}
        body[self._limit] = self.settings.answer_tokens
        if self._temperature:
            body["temperature"] = 0
        if _FORMS[self._form] == "json_schema":
            named = {"name": "claims", "strict": True, "schema": answer_schema()}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif _FORMS[self._form] == "json_object":
            body["response_format"] = {"type": "json_object"}
        return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")

    def _post(self, request: bytes) -> Answer | Exception:
        """The answer, or why there is none. What may have been worked on in silence is counted as open."""
        try:
            return self._wire.post(request, self.settings.seconds, self.settings.answer_bytes)
        except (NoTimeLeftError, TooLargeError) as error:
            self.meter.report(request, None)
            return error
        except UnreachableError as error:
            if str(error) != NO_CONNECTION:
                self.meter.report(request, None)
            return error

    def _adapt(self, answer: Answer, shape: tuple[int, str, bool]) -> bool:
        """Change to a form that the endpoint may take, by what it complains of; False where none is left.

        What another thread has changed since the request of this `shape` is tried first.
        """
        complaint = answer.body[:4000].decode("utf-8", "replace").lower()
        with self._adapting:
            if self._shape != shape:
                return True
            if self._limit == "max_tokens" and "max_completion_tokens" in complaint:
                self._limit = "max_completion_tokens"
                return True
            if self._temperature and "temperature" in complaint:
                self._temperature = False
                return True
            if self._form < len(_FORMS) - 1:
                self._form += 1
                return True
            return False

    def _said(self, request: bytes, answer: Answer) -> Said:
        """The words inside the envelope of a chat completion."""
        try:
            envelope = json.loads(answer.body)
            choice = envelope["choices"][0]
            content = choice["message"].get("content")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self.meter.report(request, None)
            mend = "check that THEODOLITE_ENDPOINT is an OpenAI-compatible address ending in /v1"
            raise NoAnswerError("the answer is no chat completion", mend) from None
        self.meter.report(request, _usage(envelope))
        if isinstance(content, list):  # the form with parts
            content = "".join(p.get("text") or "" for p in content if isinstance(p, dict))
        if not isinstance(content, str) or not content.strip():
            raise NoAnswerError("the model said nothing", "try another model")
        return Said(content, choice.get("finish_reason") == "length")


def _usage(envelope: dict[str, Any]) -> tuple[int, int] | None:
    """(in, out) as the endpoint reports them; None where it does not, or reports what cannot be."""
    usage = envelope.get("usage")
    if not isinstance(usage, dict):
        return None
    found = (usage.get("prompt_tokens"), usage.get("completion_tokens"))
    if all(type(n) is int and 0 <= n < 10**9 for n in found):
        return found  # type: ignore[return-value]
    return None


def _failure(answer: Answer | Exception, settings: Settings) -> NoAnswerError:
    """What to say of an attempt. Nothing of the answer's body is repeated: it may echo the key."""
    if isinstance(answer, NoTimeLeftError):
        reason = f"the endpoint did not answer within {settings.seconds:g} seconds"
        return NoAnswerError(reason, "raise THEODOLITE_SECONDS or lower THEODOLITE_PASSAGE")
    if isinstance(answer, TooLargeError):
        reason = f"the answer is over the limit of {settings.answer_bytes} bytes"
        return NoAnswerError(reason, "check what THEODOLITE_ENDPOINT leads to")
    if isinstance(answer, Exception):
        reason = f"the endpoint cannot be reached ({answer})"
        gone = str(answer) == NO_CONNECTION
        return NoAnswerError(reason, "check THEODOLITE_ENDPOINT and the network", for_good=gone)
    if answer.status in (401, 403):
        return NoAnswerError("the endpoint refuses the key", "check THEODOLITE_KEY", for_good=True)
    if answer.status == 404:
        mend = "check THEODOLITE_ENDPOINT and THEODOLITE_MODEL"
        return NoAnswerError("the endpoint does not know the address or the model", mend, for_good=True)
    if answer.status == 429:
        return NoAnswerError("the endpoint limits the rate of calls", "try again later")
    mend = "try again later" if answer.status >= 500 else "check THEODOLITE_ENDPOINT and THEODOLITE_MODEL"
    return NoAnswerError(f"the endpoint answered with status {answer.status}", mend)


def _wait(answer: Answer | Exception, attempt: int) -> float:
    """Seconds before the next attempt: what the endpoint asks for, else twice as long each time."""
    asked = asked_wait(answer.headers.get("retry-after")) if isinstance(answer, Answer) else None
    return float(2 ** (attempt - 1)) if asked is None else asked
