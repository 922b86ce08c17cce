"""What a reader of a brief must know besides its lines."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.compose.brief.sentences import listed
from theodolite.model.profile import EVERYTHING, Profile
from theodolite.survey.briefing.state import State


def notes(state: State, profile: Profile, private: bool) -> tuple[str, ...]:
    """The window, the profile, how claims are read, and what is embedded or held back."""
    return tuple(_notes(state, profile, private))


def _notes(state: State, profile: Profile, private: bool) -> Iterator[str]:
    window = state.window
    yield f"Window: {window.why}. It ends with the last thing that the ledger had learned."
    yield _profile(profile)
    yield (
        "Claims and speakers are read from the texts by rules and can be misread: the quote decides. "
        "Verdicts are on sentences, never on people."
    )
    if state.drafts:
        yield (
            "A draft is a verdict on a named person's words that no person has accepted yet."
            if private
            else "Verdicts on named people's words that no person has accepted yet are held back."
        )
    if any(e.origin.location.startswith("starter/") for e in state.texts.values()):
        yield "Some of it is the default that comes with the package, not news."


def _profile(profile: Profile) -> str:
    interests = [*profile.names, *profile.dimensions, *profile.sides]
    limits = [f"{name} {listed(given)}" for name, given in _limits(profile) if given]
    told = f"what touches {listed(interests)}" if interests else "everything"
    within = f", within {'; '.join(limits)}" if limits else ""
    whose = "No profile" if profile.name == EVERYTHING else f"Profile {profile.name}"
    return f"{whose}: {told}{within}, in the order that each part states; {profile.length} length."


def _limits(profile: Profile) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "kinds of claim", profile.kinds
    yield "languages", profile.languages
    yield "kinds of source", profile.sources
    yield "verdicts at least", (profile.least,) if profile.least else ()
