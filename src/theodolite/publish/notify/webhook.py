"""One notice posted to an address.

Signed, where there is a secret, as the Standard Webhooks specification (standardwebhooks.com, 1.0) has it:
`webhook-signature: v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. The notice's name is also the
`Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header). Redirects are not followed: a POST that moves
elsewhere is another receiver than the one that was named.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time

import httpcore
import httpx

from theodolite.engine.waiting import asked_wait, in_one_line
from theodolite.publish.notify.outcome import Attempted, Sending

_LONGEST_WAIT = 604_800.0


def post(
    client: httpx.Client, address: str, sending: Sending, *, agent: str, secret: str | None = None
) -> Attempted:
    """Send one notice and say what came of it. Never raises for the receiver.

    `client` must end its connections itself (a deadline, public hosts only) and follow no redirect; only the
    answer's status and headers are read.
    """
    try:
        with client.stream(
            "POST", address, content=sending.body, headers=headers(sending, agent, secret, int(time.time()))
        ) as answer:
            return _answered(answer)
    except (
        httpcore.ConnectError,
        httpcore.ConnectTimeout,
        httpx.ConnectError,
        httpx.ConnectTimeout,
    ) as error:
        return Attempted(outcome="failed", reason=f"it could not be reached ({in_one_line(error)})")
    except (httpcore.TimeoutException, httpx.TimeoutException):
        return Attempted(outcome="unclear", reason="it did not answer in time")
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, OSError) as error:
        return Attempted(outcome="unclear", reason=f"the connection broke ({in_one_line(error)})")


def headers(sending: Sending, agent: str, secret: str | None, timestamp: int) -> dict[str, str]:
    """What is sent beside the body; the signature where there is a secret."""
    made = {
        "Content-Type": "application/json", "User-Agent": agent, "Idempotency-Key": f'"{sending.id}"',
        "webhook-id": sending.id, "webhook-timestamp": str(timestamp),
        "Theodolite-Attempt": str(sending.attempt),
    }  # fmt: skip
    if sending.in_doubt:
        made["Theodolite-In-Doubt"] = "true"
    if secret is not None:
        made["webhook-signature"] = signature(secret, sending.id, timestamp, sending.body)
    return made


def signature(secret: str, name: str, timestamp: int, body: bytes) -> str:
    """ "v1,..." over name, time and body. A secret "whsec_..." is base64, as that specification writes it."""
    signed = b".".join((name.encode(), str(timestamp).encode(), body))
    made = hmac.new(_key(secret), signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(made).decode()}"


def _key(secret: str) -> bytes:
    if secret.startswith("whsec_"):
        try:
            return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except binascii.Error:
            pass  # a secret of one's own that begins alike
    return secret.encode()


def _answered(answer: httpx.Response) -> Attempted:
    status = answer.status_code
    if 200 <= status < 300:
        return Attempted(outcome="delivered", status=status)
    reason = f"it answered with status {status}"
    if 300 <= status < 400:
        reason += ", a redirect, which is not followed"
    wait = asked_wait(answer.headers.get("retry-after"))
    if wait is not None:
        wait = min(wait, _LONGEST_WAIT)
    return Attempted(outcome="failed", status=status, reason=reason, wait=wait)
