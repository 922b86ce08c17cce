"""Who told first what a group of copies tells: by credit, else by date, else it is not decided.

A line of credit beats dates: a rewrite may carry an earlier date than its origin, by a clock or a time zone.
Of two dates the earlier is told as precisely as both are stated: a day is neither before nor after a moment
of the same day. A date of fetching is no date of publication: it only says that the document was there by
then.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from theodolite.model.article import Article
from theodolite.model.copies import Copies, Credit, First
from theodolite.resolve.copies.credits import publisher_name


def with_firsts(copies: Copies, articles: Sequence[Article], credits: Mapping[str, Credit]) -> Copies:
    """The same groups, each with who told it first, and the credits of all documents."""
    known = {article.id: article for article in articles}
    groups = tuple(
        replace(group, first=first([known[d] for d in group.documents], credits)) for group in copies.groups
    )
    return replace(copies, groups=groups, credits=dict(credits))


def first(members: Sequence[Article], credits: Mapping[str, Credit]) -> First:
    """Who told first what these copies tell."""
    return _by_credit(members, credits) or _by_date(members)


def _by_credit(members: Sequence[Article], credits: Mapping[str, Credit]) -> First | None:
    """Whom most copies credit, followed to the end of the chain; None where nobody."""
    owner: dict[str, list[str]] = {}
    for member in sorted(members, key=lambda m: m.id):
        if name := publisher_name(member.publisher):
            owner.setdefault(name, []).append(member.id)
    named = {m.id: credits[m.id].name for m in members if m.id in credits}
    if not named:
        return None
    ends = Counter(_end(name, owner, named) for name in named.values())
    (name, most), *others = ends.most_common()
    if others and others[0][1] == most:
        return _undecided(members, f"as many copies credit {name} as {others[0][0]}")
    own = owner.get(name, [])
    bare = [d for d in own if d not in named] or own
    why = f"{most} of {len(members)} copies credit{'s' if most == 1 else ''} {name}"
    if not bare:
        return First(rule="credit", why=f"{why}, whose own document is not among them", credited=name)
    whole = next(m for m in members if m.id == bare[0])
    if len(bare) > 1:
        return First(rule="credit", why=why, credited=name, candidates=tuple(bare))
    return First(
        rule="credit", why=why, document=whole.id, credited=name, date=whole.published,
        basis=whole.basis if whole.published else None,
    )  # fmt: skip


def _end(name: str, owner: Mapping[str, Sequence[str]], named: Mapping[str, str]) -> str:
    """Whom the one credited credits in turn, as far as its document is among the copies; a circle ends where
    it closes."""
    passed = {name}
    while True:
        further = {named[d] for d in owner.get(name, ()) if d in named}
        if len(further) != 1 or (following := further.pop()) in passed:
            return name
        passed.add(following)
        name = following


def _by_date(members: Sequence[Article]) -> First:
    earliest = [m for m in members if not any(_before(other, m) for other in members)]
    sure = [m for m in earliest if all(m is other or _before(m, other) for other in members)]
    if sure:
        only = sure[0]
        stated = _stated(only)
        if stated is None:
            why = f"was here on {only.first_seen[:10]}, before any other was published"
            return First(rule="date", why=why, document=only.id, date=only.first_seen, basis="fetch")
        why = f"has the earliest date, {stated}, found in the {only.basis}"
        return First(rule="date", why=why, document=only.id, date=stated, basis=only.basis)
    undated = sum(_stated(m) is None for m in members)
    if undated == len(members):
        return _undecided(members, "no copy has a date of publication")
    dated = [m for m in earliest if _stated(m) is not None]
    if undated:
        has = "copy has" if undated == 1 else "copies have"
        return _undecided(earliest, f"{undated} {has} no date of publication")
    return _undecided(earliest, f"{len(dated)} copies are of {min(_stated(m) or '' for m in dated)[:10]}")


def _undecided(candidates: Sequence[Article], why: str) -> First:
    return First(rule="not decided", why=why, candidates=tuple(sorted(m.id for m in candidates)))


def _stated(article: Article) -> str | None:
    """The date of publication; that of fetching is none."""
    return article.published if article.published and article.basis != "fetch" else None


def _before(one: Article, other: Article) -> bool:
    """Whether one was surely published before another."""
    published = _stated(other)
    if published is None:
        return False
    return _earlier(_stated(one) or one.first_seen, published)


def _earlier(one: str, other: str) -> bool:
    """Whether a moment, day, month or year is before another, as precisely as both are stated."""
    moments = _moment(one), _moment(other)
    if moments[0] and moments[1]:
        return moments[0] < moments[1]
    length = min(len(one), len(other), 10)
    return one[:length] < other[:length]


def _moment(stated: str) -> dt.datetime | None:
    """A moment with its zone; None where less is stated."""
    if len(stated) <= 10:
        return None
    try:
        moment = dt.datetime.fromisoformat(stated)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
