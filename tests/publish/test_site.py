"""The written site: every file, the same bytes, pictures that hold no script and load nothing."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from theodolite.compose import compose_site
from theodolite.publish import publish


@pytest.fixture(scope="module")
def written(specimen, tmp_path_factory):
    out = tmp_path_factory.mktemp("sites") / "one"
    assert publish(compose_site(specimen.view()), out) == out / "index.html"
    return out


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_same_view_gives_the_same_bytes_on_disk(specimen, written, tmp_path):
    publish(compose_site(specimen.view()), tmp_path / "two")
    assert contents(tmp_path / "two") == contents(written)


def test_every_chart_has_its_csv_svg_and_png(written):
    files = contents(written)
    stems = {n.split("/")[1].split(".")[0] for n in files if n.startswith("charts/")}
    assert stems == {
        "said",
        "frontiers-china-united-states-test-index",
        "match-china-united-states-test-index",
    }
    for stem in stems:
        assert files[f"charts/{stem}.png"].startswith(b"\x89PNG")
        assert files[f"charts/{stem}.csv"].count(b"\n") > 2
        for variant in ("", ".dark", ".narrow-light", ".narrow-dark"):
            assert f"charts/{stem}{variant}.svg" in files


def test_pictures_are_sound_xml_without_script_or_address(written):
    for path in sorted((written / "charts").glob("*.svg")):
        text = path.read_text(encoding="utf-8")
        tree = ElementTree.fromstring(text)
        for element in tree.iter():
            assert element.tag.rpartition("}")[2] not in ("script", "foreignObject", "image", "a", "style")
            assert not any(name.lower().startswith("on") or name.endswith("href") for name in element.attrib)
        assert not re.search("[\u202a-\u202e]", text)
        addresses = re.findall(r"https?://[^\"\s]+", text)
        assert set(addresses) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_the_hostile_name_is_text_in_the_picture(written):
    text = (written / "charts" / "said.svg").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in text and "<script" not in text
