"""YAML: of the catalogue, parsed by libyaml where PyYAML has it (some eight times as fast, the same values),
and of files that users write."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotYamlError(ValueError):
    """What a user wrote is no YAML; `line` counts from 1, None where the parser does not say."""

    def __init__(self, line: int | None) -> None:
        super().__init__("not valid YAML")
        self.line = line

    def at(self, place: str) -> str:
        """The place with the line, as a refusal names it."""
        return f"{place}:{self.line}" if self.line else place


def parse(text: str) -> Any:
    """The values of one of our own YAML files. Raises yaml.YAMLError: a fault of ours."""
    return yaml.load(text, Loader=_LOADER)


def of_user(content: bytes) -> Any:
    """The values of a file that somebody wrote, of whatever size its reader lets in. Raises NotYamlError."""
    try:
        return yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError, AttributeError) as error:
        # PyYAML's constructors raise the last three on dates and mappings that are none.
        mark = getattr(error, "problem_mark", None)
        raise NotYamlError(mark.line + 1 if mark else None) from None
