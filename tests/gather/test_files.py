from __future__ import annotations

import datetime as dt
import os
import socket
import threading
from pathlib import Path

import pytest

from theodolite.gather import files
from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Gathered


def gathered(*paths: Path) -> list[Gathered]:
    return [one for one in files.walk(paths) if isinstance(one, Gathered)]


def refusals(*paths: Path) -> list[Refusal]:
    return [one for one in files.walk(paths) if isinstance(one, Refusal)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "documents"
    for name in ("b.txt", "a.md", "sub/c.html", "sub/deep/d.txt", ".hidden/e.txt", ".f.txt", "sub/.g"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"words of {name}")
    (top / "b.txt.origin.yml").write_text("title: B\n")
    return top


def test_a_folder_gives_its_documents_in_order_without_hidden_files_and_sidecars(folder: Path) -> None:
    found = gathered(folder)
    assert [Path(g.origin.location).relative_to(folder).as_posix() for g in found] == [
        "a.md", "b.txt", "sub/c.html", "sub/deep/d.txt",
    ]  # fmt: skip
    assert found[0].snapshot.content == b"words of a.md"
    assert refusals(folder) == []


def test_locations_are_as_the_user_gave_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [g.origin.location for g in gathered(Path("sub"), Path("b.txt"))] == [
        "sub/c.html",
        "sub/deep/d.txt",
        "b.txt",
    ]


def test_the_moment_of_fetching_has_a_zone(folder: Path) -> None:
    moment = dt.datetime.fromisoformat(gathered(folder / "b.txt")[0].fetched_at)
    assert moment.utcoffset() == dt.timedelta(0)


def test_what_cannot_be_had_is_refused_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "empty.txt").touch()
    found = list(
        files.walk([folder / "missing.txt", folder / "empty.txt", folder / "b.txt", folder / "b.txt" / "x"])
    )
    assert [type(one).__name__ for one in found] == ["Refusal", "Refusal", "Gathered", "Refusal"]
    assert "no such file" in str(found[0])
    assert "empty" in str(found[1])
    assert str(found[0]).startswith(f"{folder / 'missing.txt'}: ")


def test_a_file_of_two_gigabytes_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("the file was opened"))
    [refused] = refusals(path)
    assert "2,048 MiB are over the limit of 64 MiB" in refused.reason


def test_the_limit_is_exact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "DOCUMENT_LIMIT", 1024)
    (tmp_path / "a.txt").write_bytes(b"x" * 1024)
    (tmp_path / "b.txt").write_bytes(b"x" * 1025)
    assert len(gathered(tmp_path)) == len(refusals(tmp_path)) == 1


def test_a_file_that_grows_while_it_is_read_is_held_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "DOCUMENT_LIMIT", 1024)
    monkeypatch.setattr(files, "_check_stat", lambda *_: None)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 5000)
    assert "over the limit" in refusals(path)[0].reason


def test_pipes_sockets_and_devices_are_refused_and_nobody_waits(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        found: list[Refusal] = []
        worker = threading.Thread(
            target=lambda: found.extend(refusals(tmp_path, Path("/dev/zero"))), daemon=True
        )
        worker.start()
        worker.join(timeout=10)
    assert not worker.is_alive()
    assert [r.reason for r in found] == ["this is a pipe, socket or device, not a file"] * 3


def test_links_out_of_the_folder_are_refused_and_links_inside_are_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("outside")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.txt").write_text("outside")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to("..")
    (folder / "otherdir").symlink_to(tmp_path / "other")
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "loop").symlink_to("loop")
    (folder / "self").symlink_to(".")
    (folder / "in.txt").symlink_to(Path(".hidden") / "e.txt")
    names = [Path(g.origin.location).name for g in gathered(folder)]
    assert names == ["a.md", "b.txt", "in.txt", "c.html", "d.txt"]
    assert b"outside" not in b"".join(g.snapshot.content for g in gathered(folder))
    assert sorted(Path(r.place).name for r in refusals(folder)) == [
        "gone.txt",
        "loop",
        "otherdir",
        "out.txt",
        "up",
    ]


def test_a_link_that_the_user_names_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "link.txt").symlink_to(folder / "b.txt")
    assert len(gathered(tmp_path / "link")) == 4
    assert gathered(tmp_path / "link.txt")[0].snapshot.content == b"words of b.txt"


def test_a_binary_file_of_no_document_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "b").write_bytes(b"words without an ending")
    (tmp_path / "c").write_bytes("words in UTF-16".encode("utf-16"))
    assert [Path(r.place).name for r in refusals(tmp_path)] == ["a.png"]
    assert len(gathered(tmp_path)) == 2


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text("words")
    assert [r.reason for r in refusals(tmp_path)] == ["the folder holds no documents"]


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"words")
    [one] = gathered(tmp_path)
    one.origin.location.encode("utf-8")
    assert len(one.origin.id) == 64


def test_a_path_with_nul_is_refused() -> None:
    [refused] = refusals(Path("a\0b"))
    assert refused.mend


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    assert "permission" in refusals(folder)[0].mend
