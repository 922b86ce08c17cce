"""Writes a composed site: checks it first, draws the charts, then swaps the whole folder in at once."""

from theodolite.publish.folder import check_place
from theodolite.publish.site import UnsoundSiteError, publish

__all__ = ["UnsoundSiteError", "check_place", "publish"]
