"""What was gathered, in one place of the navigation: brief, stories, what is moving, how the sources are."""

from __future__ import annotations

from theodolite.compose.brief.page import NAV as BRIEF
from theodolite.compose.health import NAV as HEALTH
from theodolite.compose.page_stories import NAV as STORIES
from theodolite.compose.survey_view import SurveyView
from theodolite.compose.trends.page import NAV as TRENDS

LABEL = "What is new"


def ways(view: SurveyView) -> list[tuple[str, str]]:
    """(path, name) of the pages that every one of them links to; the first is where the place leads."""
    told = any(len(story.articles) > 1 for story in view.stories)
    parts = (
        (view.brief is not None, BRIEF), (told, STORIES), (view.trends is not None, TRENDS),
        (view.health is not None, HEALTH),
    )  # fmt: skip
    return [way for there, way in parts if there]


def under(path: str) -> str:
    """The page of these that another stands under: a story under the stories."""
    return STORIES[0] if path.partition("/")[0] == STORIES[0].partition("/")[0] else path
