"""Settings from the environment: strict, and silent about the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from theodolite.extract.endpoint import VARIABLES, from_environment
from theodolite.model.errors import Misuse

SECRET = "sk-secret-123"
GOOD = {
    "THEODOLITE_ENDPOINT": "https://models.example/v1",
    "THEODOLITE_MODEL": "house/m",
    "THEODOLITE_KEY": SECRET,
}


def test_the_defaults() -> None:
    settings = from_environment(GOOD)
    assert settings.address == "https://models.example/v1/chat/completions"
    assert (settings.max_tokens, settings.max_cost, settings.price_input) == (1_000_000, None, None)
    assert SECRET not in repr(settings) and settings.key == SECRET


def test_the_method_names_model_and_prompt_and_is_cut_at_its_last_slash() -> None:
    name, _, version = from_environment(GOOD).method.rpartition("/")
    assert name == "endpoint"
    assert version.startswith("house%2Fm+prompt-") and len(version.split("prompt-")[1]) == 12


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"THEODOLITE_ENDPOINT": ""}, "THEODOLITE_ENDPOINT is not set"),
        ({"THEODOLITE_MODEL": " "}, "THEODOLITE_MODEL is not set"),
        ({"THEODOLITE_MODEL": "a\nb"}, "THEODOLITE_MODEL"),
        ({"THEODOLITE_ENDPOINT": "ftp://models.example"}, "no http or https address"),
        ({"THEODOLITE_ENDPOINT": "models.example/v1"}, "http"),
        ({"THEODOLITE_ENDPOINT": "https://me:pass@models.example/v1"}, "user name or password"),
        ({"THEODOLITE_ENDPOINT": "https://models.example/v1?key=pass"}, "query"),
        ({"THEODOLITE_ENDPOINT": "http://models.example/v1"}, "unencrypted"),
        ({"THEODOLITE_ENDPOINT": "http://localhost.models.example/v1"}, "unencrypted"),
        ({"THEODOLITE_ENDPOINT": "http://127.0.0.1.models.example/v1"}, "unencrypted"),
        ({"THEODOLITE_ENDPOINT": "http://10.0.0.1/v1"}, "unencrypted"),
        ({"THEODOLITE_KEY": "two words"}, "THEODOLITE_KEY"),
        ({"THEODOLITE_KEY": "a\r\nHost: b"}, "THEODOLITE_KEY"),
        ({"THEODOLITE_MAX_TOKENS": "-1"}, "THEODOLITE_MAX_TOKENS"),
        ({"THEODOLITE_MAX_TOKENS": "1e6"}, "THEODOLITE_MAX_TOKENS"),
        ({"THEODOLITE_PRICE_INPUT": "nan"}, "THEODOLITE_PRICE_INPUT"),
        ({"THEODOLITE_PRICE_OUTPUT": "free"}, "THEODOLITE_PRICE_OUTPUT"),
        ({"THEODOLITE_MAX_COST": "5"}, "needs THEODOLITE_PRICE_INPUT"),
        ({"THEODOLITE_SECONDS": "0"}, "THEODOLITE_SECONDS"),
        ({"THEODOLITE_PRICE_CURRENCY": "$ 5"}, "THEODOLITE_PRICE_CURRENCY"),
    ],
)
def test_what_makes_no_sense_is_misuse_that_names_the_variable(change: dict[str, str], said: str) -> None:
    with pytest.raises(Misuse) as caught:
        from_environment({**GOOD, **change})
    assert said in str(caught.value)
    assert SECRET not in str(caught.value) and "pass@" not in str(caught.value)
    assert not change.get("THEODOLITE_KEY") or change["THEODOLITE_KEY"] not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("http://localhost:8080/v1", ""),
        ("http://127.0.0.1:8080/v1/", ""),
        ("http://[::1]:8080/v1", ""),
        ("http://models.example/v1", "1"),
        ("https://models.example/v1/chat/completions", ""),
    ],
)
def test_addresses_that_may_be_called(address: str, plain: str) -> None:
    made = from_environment({**GOOD, "THEODOLITE_ENDPOINT": address, "THEODOLITE_PLAIN_HTTP": plain}).address
    assert made.endswith("/v1/chat/completions") and "//chat" not in made


def test_every_variable_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs" / "endpoint.md").read_text(encoding="utf-8")
    for name in VARIABLES:
        assert f"`{name}`" in page, name
