"""A second extractor behind the same door: any OpenAI-compatible endpoint, off unless asked for.

`Endpoint(from_environment(os.environ)).claims(text, origin)` gives claims as the rules do. The model gives
quotes and slots; offsets, sides and identities are worked out here, and what the text does not bear fails the
gate.
"""

from theodolite.extract.endpoint.extractor import Endpoint, Found, Memory
from theodolite.extract.endpoint.settings import VARIABLES, Settings, from_environment

__all__ = ["VARIABLES", "Endpoint", "Found", "Memory", "Settings", "from_environment"]
