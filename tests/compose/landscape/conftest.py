"""The made landscape on the specimen survey, loaded by path: test folders are no packages."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _load(name: str, path: Path) -> ModuleType:
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The module of the made landscape."""
    here = Path(__file__)
    _load("theodolite_tests_landscape_indicators", here.with_name("indicator_specimen.py"))
    _load("theodolite_tests_landscape_models", here.with_name("model_specimen.py"))
    return _load("theodolite_tests_landscape", here.with_name("landscape_specimen.py"))


@pytest.fixture(scope="session")
def whole(specimen: ModuleType, made: ModuleType):
    """The specimen survey with the made landscape, private."""
    return specimen.view(landscape=made.landscape(specimen.report), private=True)


@pytest.fixture(scope="session")
def public(specimen: ModuleType, made: ModuleType):
    """The same as a public build."""
    return specimen.view(landscape=made.landscape(specimen.report), private=False)
