"""For all tests: no example of a property has a time limit, as a first call loads what it needs."""

from hypothesis import settings

settings.register_profile("theodolite", deadline=None)
settings.load_profile("theodolite")
