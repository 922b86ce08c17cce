"""Documents that tell of the same event, in English and Chinese (see `grouping` and `docs/stories.md`)."""

from theodolite.resolve.stories.describing import described
from theodolite.resolve.stories.grouping import VERSION, grouped

__all__ = ["VERSION", "described", "grouped"]
