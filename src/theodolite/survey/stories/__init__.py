"""Stories of what was gathered: documents of one event, with copies and independent origins."""

from theodolite.survey.stories.report import StoriesReport, stories_in
from theodolite.survey.stories.telling import stories_of

__all__ = ["StoriesReport", "stories_in", "stories_of"]
