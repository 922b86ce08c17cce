"""The folder is swapped in whole, and nothing of the user's is ever deleted."""

from __future__ import annotations

import json

import pytest

from theodolite.model.errors import Refusal
from theodolite.publish.folder import swapped_in


def write(out, text):
    with swapped_in(out) as folder:
        (folder / "site.json").write_text(json.dumps({"kind": "theodolite-site"}))
        (folder / "page.html").write_text(text)


def leftovers(path):
    return [p.name for p in path.iterdir() if p.name.startswith(".")]


def test_a_new_folder_an_empty_one_and_an_earlier_site_are_taken(tmp_path):
    write(tmp_path / "deep" / "site", "one")
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", "two")
    write(tmp_path / "empty", "three")
    assert (tmp_path / "empty" / "page.html").read_text() == "three"
    assert leftovers(tmp_path) == []


def test_files_of_an_earlier_site_do_not_stay(tmp_path):
    out = tmp_path / "site"
    write(out, "one")
    (out / "old.html").write_text("old")
    write(out, "two")
    assert not (out / "old.html").exists()


@pytest.mark.parametrize("content", ["notes", '{"kind": "other"}', "[1]", "\xff"])
def test_a_folder_of_somebody_else_is_refused_and_untouched(tmp_path, content):
    out = tmp_path / "home"
    out.mkdir()
    (out / "diary.txt").write_text("dear diary")
    (out / "site.json").write_text(content)
    with pytest.raises(Refusal, match="not a Theodolite site"):
        write(out, "one")
    assert (out / "diary.txt").read_text() == "dear diary"
    assert leftovers(tmp_path) == []


def test_a_file_and_a_link_are_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(Refusal, match="not a folder"):
            write(tmp_path / name, "one")


def test_a_failure_on_the_way_leaves_the_earlier_site(tmp_path):
    out = tmp_path / "site"
    write(out, "one")
    with pytest.raises(RuntimeError), swapped_in(out) as folder:
        (folder / "page.html").write_text("half")
        raise RuntimeError("killed")
    assert (out / "page.html").read_text() == "one"
    assert leftovers(tmp_path) == []


def test_after_a_kill_between_the_two_renames_the_earlier_site_comes_back(tmp_path):
    out = tmp_path / "site"
    write(out, "one")
    out.rename(tmp_path / ".site.previous")
    with pytest.raises(RuntimeError), swapped_in(out):
        raise RuntimeError("killed again")
    assert (out / "page.html").read_text() == "one"


def test_after_a_kill_at_the_very_end_the_remains_go(tmp_path):
    out = tmp_path / "site"
    write(out, "one")
    (tmp_path / ".site.previous").mkdir()
    write(out, "two")
    assert (out / "page.html").read_text() == "two" and leftovers(tmp_path) == []


def test_a_place_where_nothing_can_be_made_is_refused(tmp_path):
    (tmp_path / "file.txt").write_text("mine")
    with pytest.raises(Refusal, match=r"site: cannot be written \("):
        write(tmp_path / "file.txt" / "site", "one")
    assert (tmp_path / "file.txt").read_text() == "mine"
