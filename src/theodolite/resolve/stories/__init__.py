"""Documents that tell of the same event, in English and Chinese (see `grouping`)."""

from theodolite.resolve.stories.grouping import VERSION, grouped

__all__ = ["VERSION", "grouped"]
