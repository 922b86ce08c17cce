"""What the site shows of gathering: stories, how the sources are, and what moves."""

from __future__ import annotations

from dataclasses import replace

from theodolite.compose.survey_view import SurveyView
from theodolite.ledger.base import Ledger
from theodolite.survey.gathering.articles import articles
from theodolite.survey.gathering.health import last_health
from theodolite.survey.stories import stories_of
from theodolite.survey.trends.gathered import trends_of


def with_gathered(shown: SurveyView, store: Ledger) -> SurveyView:
    """The view with what was gathered in it; what moves says so where too little was."""
    found = articles(store)
    return replace(
        shown, stories=tuple(stories_of(store, found)), health=last_health(store),
        trends=trends_of(store, shown.generated_for),
    )  # fmt: skip
