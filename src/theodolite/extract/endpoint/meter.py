"""Tokens and cost of a run, counted as the endpoint reports them, and the caps that stop it.

A call is allowed only if the most it could use still fits under every cap. No token is shorter than a byte,
so the bytes of a request bound its tokens; the answer is bound by what the request allows. Calls that are
under way count with the most they can use, so that no number of them at once passes a cap.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Condition

from theodolite.extract.endpoint.settings import Settings

TEMPLATE_TOKENS = 256
"""What an endpoint may add around the messages of a request (roles, separators)."""


@dataclass(slots=True)
class Meter:
    """What a run has used. `open_in` and `open_out` bound what calls may have used that were not reported.

    Threads may share it.
    """

    settings: Settings
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    open_in: int = 0
    open_out: int = 0
    _held_in: int = 0
    _held_out: int = 0
    _settled: Condition = field(default_factory=Condition, repr=False)

    def most(self, request: bytes) -> tuple[int, int]:
        """The most tokens, in and out, that a call with this request can use."""
        return len(request) + TEMPLATE_TOKENS, self.settings.answer_tokens

    def take(self, request: bytes) -> str | None:
        """Begin a call, to be ended by `give_back`; or why it could exceed a cap. Where only calls under way
        leave it no room, it waits for them."""
        with self._settled:
            while (reason := self.refuses(request)) is not None and self._held_in:
                self._settled.wait()
            if reason is None:
                more_in, more_out = self.most(request)
                self._held_in += more_in
                self._held_out += more_out
            return reason

    def give_back(self, request: bytes) -> None:
        """End a call that was begun, after what it used was counted."""
        more_in, more_out = self.most(request)
        with self._settled:
            self._held_in -= more_in
            self._held_out -= more_out
            self._settled.notify_all()

    def refuses(self, request: bytes) -> str | None:
        """Why a call could exceed a cap, or None where it cannot."""
        more_in, more_out = self.most(request)
        most_in = self.tokens_in + self.open_in + self._held_in + more_in
        most_out = self.tokens_out + self.open_out + self._held_out + more_out
        if most_in + most_out > self.settings.max_tokens:
            return (
                f"the next call could pass the cap of {self.settings.max_tokens} tokens "
                f"({most_in + most_out - more_in - more_out} used, up to {more_in + more_out} more)"
            )
        cost = self._cost(most_in, most_out)
        if self.settings.max_cost is not None and cost is not None and cost > self.settings.max_cost:
            return (
                f"the next call could pass the cap of {self.settings.max_cost:g} {self.settings.currency} "
                f"({self._cost(most_in - more_in, most_out - more_out):.4f} used)"
            )
        return None

    def report(self, request: bytes, usage: tuple[int, int] | None) -> None:
        """Count a call with what the endpoint reported, or with the most it can have used."""
        more_in, more_out = self.most(request)
        with self._settled:
            self.calls += 1
            if usage is not None:
                self.tokens_in += usage[0]
                self.tokens_out += usage[1]
            else:
                self.open_in += more_in
                self.open_out += more_out

    @property
    def cost(self) -> float | None:
        """What the reported tokens cost; None without prices."""
        return self._cost(self.tokens_in, self.tokens_out)

    def _cost(self, tokens_in: int, tokens_out: int) -> float | None:
        if self.settings.price_input is None or self.settings.price_output is None:
            return None
        return (tokens_in * self.settings.price_input + tokens_out * self.settings.price_output) / 1e6

    def line(self) -> str:
        """The figures of the run in one line."""
        cost = "cost unknown (no prices given)"
        if self.cost is not None:
            cost = f"{self.cost:.4f} {self.settings.currency}"
        calls = f"{self.calls} call{'' if self.calls == 1 else 's'}"
        line = f"{calls}, {self.tokens_in} tokens in, {self.tokens_out} out, {cost}"
        if self.open_in or self.open_out:
            more = self._cost(self.open_in, self.open_out)
            money = "" if more is None else f", {more:.4f} {self.settings.currency}"
            line += f"; not reported by the endpoint: at most {self.open_in + self.open_out} tokens{money}"
        return line
