"""Readers' profiles: what is read, what is asked back, and what is refused."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.profile import Profile
from theodolite.survey.briefing.profiles import LIMIT, profile

SEVERAL = """
profiles:
  desk:
    names: [深度求索, OpenAI, OpenAI]
    dimensions: [capability, compute]
    sides: China
    kinds: [lag, quantity]
    languages: [zh, en]
    sources: [official]
    least: mixed
    length: short
  other: {}
"""


def file(tmp_path: Path, text: str | bytes) -> Path:
    """A file of profiles."""
    path = tmp_path / "readers.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_profile_of_several_is_read_whole(tmp_path: Path) -> None:
    read = profile(f"{file(tmp_path, SEVERAL)}#desk")
    assert not read.refusals
    assert read.profile == Profile(
        name="desk", names=("DeepSeek", "OpenAI"), dimensions=("capability", "compute"), sides=("China",),
        kinds=("lag", "quantity"), languages=("zh", "en"), sources=("official",), least="mixed",
        length="short",
    )  # fmt: skip


def test_a_file_of_one_needs_no_name(tmp_path: Path) -> None:
    assert profile(str(file(tmp_path, "length: full\n"))).profile == Profile(name="readers", length="full")
    assert profile(str(file(tmp_path, "name: mine\n"))).profile == Profile(name="mine")


def test_a_file_name_may_have_the_sign(tmp_path: Path) -> None:
    path = tmp_path / "a#b.yml"
    path.write_text("length: full\n", encoding="utf-8")
    assert profile(str(path)).profile.length == "full"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dimensions: [capabilty]", "do you mean capability?"),
        ("dimension: [capability]", "do you mean dimensions?"),
        ("names: [Deepsek]", "do you mean DeepSeek"),
        ("names: [Xyzzy Frobnitz]", "looked for as it is written"),
        ("languages: [no]", "no word"),
        ("languages: [xx]", "choose among"),
        ("least: certain", "choose among"),
        ("length: [longest]", "choose among"),
        ("kinds: [[lag]]", "no word"),
        ("sides: [China, 3]", "no word"),
    ],
)
def test_what_nobody_knows_is_one_line_and_the_rest_is_used(tmp_path: Path, text: str, said: str) -> None:
    read = profile(str(file(tmp_path, f"{text}\nsources: [wire]\n")))
    assert len(read.refusals) == 1 and said in str(read.refusals[0])
    assert read.profile.sources == ("wire",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("- a\n- b", "no mapping"),
        ("a: [", "not valid YAML"),
        (b"\xff\xfe\x00", "not valid YAML"),
        ("profiles: []", "1 to 50"),
        ("profiles: 3", "1 to 50"),
        (SEVERAL, "2 profiles in it"),
        ("!!python/object/apply:os.system [true]", "not valid YAML"),
        ("a: " + "[" * 2000, "not valid YAML"),
        ("#" * (LIMIT + 1), "over 65,536 bytes"),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        profile(str(file(tmp_path, text)))
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_a_name_that_is_not_there_is_asked_back(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        profile(f"{file(tmp_path, SEVERAL)}#dsek")
    assert "desk" in str(refused.value)


def test_no_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for given in (tmp_path / "none.yml", tmp_path, f"{tmp_path}#a", "\x00"):
        with pytest.raises(Refusal):
            profile(str(given))


def test_aliases_do_not_blow_up(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{k}: &a{k} [*a{k - 1}, *a{k - 1}, *a{k - 1}, *a{k - 1}, *a{k - 1}]" for k in range(1, 30)]
    read = profile(str(file(tmp_path, "\n".join([*rows, "names: *a29"]))))
    assert len(read.refusals) == 30 + 5 and not read.profile.names


def test_the_example_of_the_docs_is_one(tmp_path: Path) -> None:
    docs = (Path(__file__).parents[3] / "docs" / "brief.md").read_text(encoding="utf-8")
    block = re.search(r"^    profiles:\n(?:    .*\n)+", docs, re.M)
    assert block is not None
    read = profile(f"{file(tmp_path, textwrap.dedent(block[0]))}#desk")
    assert not read.refusals
    assert read.profile.names == ("DeepSeek", "Qwen", "Nvidia") and read.profile.length == "short"
