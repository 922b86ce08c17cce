from __future__ import annotations

from pathlib import Path

import pytest

from theodolite.catalog import watchlist as shipped
from theodolite.model.errors import Refusal
from theodolite.survey.place import default_watchlist
from theodolite.survey.watchlist.importing import imported
from theodolite.survey.watchlist.meant import listed, watchlist


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A user without a watchlist."""
    monkeypatch.delenv("THEODOLITE_WATCHLIST", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_the_file_named_then_the_users_own_then_the_shipped(
    nobody: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert watchlist(None) == (shipped.default(), ())
    assert listed(None).file is None
    own = nobody / "config" / "theodolite" / "watch.yml"
    own.parent.mkdir(parents=True)
    own.write_text("- https://own.example/feed\n- nowhere\n")
    assert default_watchlist() == own
    entries, refused = watchlist(None)
    assert [one.name for one in entries] == ["own.example"]
    assert len(refused) == 1
    named = nobody / "named.yml"
    named.write_text("- https://named.example/feed\n")
    assert listed(named).entries[0].name == "named.example"
    monkeypatch.setenv("THEODOLITE_WATCHLIST", str(named))
    assert listed(None).place == str(named)


def test_a_file_that_is_named_must_be_there(nobody: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="there is no such watchlist"):
        listed(nobody / "none.yml")
    with pytest.raises(Refusal, match="it cannot be read"):
        listed(nobody)
    monkeypatch.setenv("THEODOLITE_WATCHLIST", str(nobody / "none.yml"))
    with pytest.raises(Refusal, match="there is no such watchlist"):
        listed(None)


def test_folders_are_beside_the_file(nobody: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(nobody / "me"))
    file = nobody / "lists" / "watch.yml"
    file.parent.mkdir()
    folders = ("releases", "../papers", "~/notes", str(nobody / "far"), "~no one at all/x")
    file.write_text("".join(f'- {{shape: folder, address: "{path}"}}\n' for path in folders))
    assert [one.address for one in listed(file).entries] == [
        str(nobody / "lists" / "releases"), str(nobody / "papers"), str(nobody / "me" / "notes"),
        str(nobody / "far"), str(nobody / "lists" / "~no one at all" / "x"),
    ]  # fmt: skip


OPML = """<opml version="2.0"><body>
<outline text="Import AI" xmlUrl="https://a.example/feed"/><outline text="New" xmlUrl="https://b.example/feed"/>
<outline text="Bad" xmlUrl="x"/></body></opml>"""


def test_an_import_goes_to_the_end_and_leaves_the_rest_as_it_was(nobody: Path) -> None:
    opml, into = nobody / "a.opml", nobody / "sub" / "watch.yml"
    opml.write_text(OPML)
    first = imported(opml, into)
    assert ([one.name for one in first.added], len(first.refused)) == (["import-ai", "new"], 1)
    assert [one.name for one in listed(into).entries] == ["import-ai", "new"]
    into.write_text("# mine\n- {name: new, address: HTTPS://A.example/feed} # keep")
    second = imported(opml, into)
    assert second.already == ("https://a.example/feed",)
    assert into.read_text().startswith(
        "# mine\n- {name: new, address: HTTPS://A.example/feed} # keep\n\n- name: "
    )
    assert [one.name for one in listed(into).entries] == ["new", "new-b.example"]
    assert imported(opml, into).added == ()
    assert sorted(p.name for p in into.parent.iterdir()) == ["watch.yml"]


def test_a_link_stays_one_and_its_file_as_private_as_it_was(nobody: Path) -> None:
    opml, real, link = nobody / "a.opml", nobody / "real.yml", nobody / "watch.yml"
    opml.write_text(OPML)
    real.write_text("- https://c.example/feed\n")
    real.chmod(0o600)
    link.symlink_to(real)
    imported(opml, link)
    assert link.is_symlink()
    assert len(listed(real).entries) == 3
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_watchlist_that_cannot_grow_is_left_alone(nobody: Path) -> None:
    opml, into = nobody / "a.opml", nobody / "watch.yml"
    opml.write_text(OPML)
    into.write_text("[https://c.example/]")
    with pytest.raises(Refusal, match="the new entries do not fit at its end"):
        imported(opml, into)
    assert into.read_text() == "[https://c.example/]"
    (nobody / "file").touch()
    with pytest.raises(Refusal, match="cannot be written"):
        imported(opml, nobody / "file" / "watch.yml")


def test_what_another_s_list_should_not_decide_unseen(nobody: Path) -> None:
    yml = nobody / "theirs.yml"
    yml.write_text(
        "- {name: a, shape: folder, address: /etc}\n"
        "- {name: b, address: 'https://b.example/', may_republish: true}\n"
    )
    assert imported(yml, None).warnings == (
        "a: reads the folder /etc of this machine",
        "b: whole texts may be shown to the public (may_republish)",
    )
