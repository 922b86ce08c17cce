"""What a notice says: JSON that is frozen when it is made, the same bytes each time it is sent."""

from __future__ import annotations

import json
from typing import Any

from theodolite.compose.naming import gist
from theodolite.compose.verdicts import verdict_of
from theodolite.model.news import NewClaim, NewVerdict
from theodolite.model.notice import Notice, notice_id
from theodolite.model.version import Version, as_held
from theodolite.model.watch import Watch
from theodolite.survey.news import may_be_published
from theodolite.survey.record.voices import voice_of
from theodolite.survey.watches.crossing import Crossing, Reading

SCHEMA_VERSION = "1"
KEPT_BACK = (
    "kept back: the licence of its data does not allow publishing, and the watch has no `private: true`"
)


def of_claim(watch: Watch, news: NewClaim | NewVerdict) -> Notice:
    """A new claim, or a verdict that came to be."""
    version = news.version
    claim = as_held(news.claim, version.finding if version else None)
    sort = "claim" if isinstance(news, NewClaim) else "verdict"
    before = news.before if isinstance(news, NewVerdict) else None
    event: dict[str, Any] = {
        "sort": sort,
        "claim": {
            "id": claim.id, "saying_id": claim.saying_id, "kind": claim.kind, "says": gist(claim),
            "quote": claim.quote, "speaker": claim.speaker, "attribution": claim.attribution,
            "polarity": claim.polarity, "forecast": claim.forecast, "dimension": claim.dimension,
            "said_on": claim.said_on, "document": claim.document, "text_sha256": claim.text_sha256,
        },
        "verdict": _verdict(watch, version) if version else None,
        "before": {"then": before[0], "now": before[1]} if before else None,
    }  # fmt: skip
    return _notice(watch, news.id, news.at, event)


def _verdict(watch: Watch, version: Version) -> dict[str, Any]:
    """A verdict on a named person's words is a draft until a person accepts it: the notice says whose words
    they are, and the finding's name, under which its state can be asked for."""
    hidden = watch.target_kind == "webhook" and not watch.private
    back = hidden and not all(may_be_published(h.source) for h in version.finding.held if h.source)
    return {
        "then": version.verdicts[0], "now": version.verdicts[1], "filed": verdict_of(version.finding),
        "finding": version.name,
        "sha256": version.sha256, "of_a_person": voice_of(version.claim) == "person",
        "sentence": None if back else version.finding.sentence, "kept_back": KEPT_BACK if back else None,
    }  # fmt: skip


def of_crossing(watch: Watch, found: Crossing) -> Notice:
    """A gap that has stayed beyond a line."""
    line = found.line
    side, value = ("below", line.below) if line.below is not None else ("above", line.above)
    event: dict[str, Any] = {
        "sort": "gap", "leader": found.readings[-1].gap.leader, "follower": found.readings[-1].gap.follower,
        "measure": found.measure, "quantity": line.quantity, side: value, "for_days": line.for_days,
        "interval": line.interval, "began": found.began.isoformat(), "reached": found.reached.isoformat(),
        "days": (found.reached - found.began).days, "readings": [_reading(r) for r in found.readings],
    }  # fmt: skip
    return _notice(watch, found.id, found.at, event)


def _reading(one: Reading) -> dict[str, Any]:
    figure, gap = one.figure, one.gap
    return {
        "observed_until": one.day.isoformat(), "vintage": gap.day, "source": gap.source, "sha256": gap.sha256,
        "estimate": figure.value, "low": figure.low, "high": figure.high, "censored": figure.censored,
        "unit": figure.unit,
    }  # fmt: skip


def _notice(watch: Watch, event_id: str, at: str, event: dict[str, Any]) -> Notice:
    body = {
        "schema_version": SCHEMA_VERSION, "id": notice_id(watch.name, event_id), "watch": watch.name,
        "event": event_id, "known_at": at, **event,
    }  # fmt: skip
    text = json.dumps(body, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return Notice(watch=watch.name, event=event_id, at=at, body=text)


def in_words(notice: Notice) -> str:
    """A notice in a line, for people."""
    body = json.loads(notice.body)
    if body["sort"] == "gap":
        side = "below" if "below" in body else "above"
        who = f"{body['follower']} behind {body['leader']}, {body['measure']}"
        return f"{who}: {body['quantity']} {side} {body[side]:g} since {body['began']}"
    claim, verdict = body["claim"], body["verdict"]
    words = f"{claim['speaker'] or 'unsigned'}: {claim['says']}"
    if not verdict:
        return words
    then, now = verdict["then"], verdict["now"]
    return f"{words} [{then}]" if then == now else f"{words} [{then}, today {now}]"
