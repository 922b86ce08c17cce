"""Findings to pages, charts and air cards: pure functions of a `SurveyView`, no input and no output."""

from theodolite.compose.pages import compose_site
from theodolite.compose.survey_view import (
    DataView,
    DefinitionView,
    DocumentView,
    FrontierPoint,
    FrontierView,
    GapView,
    LagDay,
    LagSeries,
    SurveyView,
)

__all__ = [
    "DataView",
    "DefinitionView",
    "DocumentView",
    "FrontierPoint",
    "FrontierView",
    "GapView",
    "LagDay",
    "LagSeries",
    "SurveyView",
    "compose_site",
]
