"""For all tests: nothing of the user's own archive is measured on; examples of a property have no time limit.

(A first call loads what it needs.)
"""

import os
import tempfile

from hypothesis import settings

os.environ.pop("THEODOLITE_LEDGER", None)
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="theodolite-tests-")

settings.register_profile("theodolite", deadline=None)
settings.load_profile("theodolite")
