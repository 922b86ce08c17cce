"""For all tests: nothing of the user's own archive is measured on; examples of a property have no time limit.

(A first call loads what it needs.)
"""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

os.environ.pop("THEODOLITE_LEDGER", None)
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="theodolite-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_DATA_HOME"], ignore_errors=True)

settings.register_profile("theodolite", deadline=None)
settings.load_profile("theodolite")
