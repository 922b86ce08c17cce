"""What the site shows of gathering: stories, and how the sources are."""

from __future__ import annotations

from dataclasses import replace

from theodolite.compose.survey_view import SurveyView
from theodolite.ledger.base import Ledger
from theodolite.survey.gathering.articles import articles
from theodolite.survey.gathering.health import last_health
from theodolite.survey.stories import stories_of


def with_gathered(shown: SurveyView, store: Ledger) -> SurveyView:
    """The view with what was gathered in it; the same where nothing was."""
    found = articles(store)
    return replace(shown, stories=tuple(stories_of(store, found)), health=last_health(store))
