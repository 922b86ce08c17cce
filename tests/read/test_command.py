"""The command as its own process: what is on standard output is the text, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RUN = [sys.executable, "-c", "import typer; from theodolite.cli.read import read; typer.run(read)"]
TEXTS = ["one line", "a\r\nb\rc\n\n", "\ufeffmark", "差距\u200b 两年\U0001f600", " \n"]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*RUN, *map(str, arguments)], capture_output=True, timeout=60)


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_is_written_byte_for_byte(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    done = run(path)
    assert (done.returncode, done.stdout, done.stderr) == (0, text.encode(), b"")


def test_a_page_is_written_as_its_reader_made_it(tmp_path: Path) -> None:
    done = run(Path(__file__).parent / "pages" / "chinese_news.utf8.html")
    assert done.returncode == 0
    assert "大约落后九个月" in done.stdout.decode()
    assert b"<p>" not in done.stdout


@pytest.mark.parametrize(
    ("argument", "reason"),
    [
        ("missing.txt", "no such file"), (".", "folder"), ("/dev/zero", "device"), ("empty.txt", "empty"),
        ("http://127.0.0.1:9/", "private host"), ("image.txt", "PNG"), ("a\nb.txt", "no such file"),
    ],
)  # fmt: skip
def test_a_refusal_is_one_line_and_exit_status_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").touch()
    Path("image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    done = run(argument)
    assert (done.returncode, done.stdout) == (1, b"")
    assert reason in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words and more words\n" * 200_000)
    with subprocess.Popen([*RUN, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert complaint == b""


@pytest.mark.shared
@pytest.mark.parametrize("name", ["001_c7a3d33b4e0bb471.txt", "004_7e1d22fb92ae47a1.txt"])
def test_the_shared_documents_are_written_byte_for_byte(name: str) -> None:
    path = Path(__file__).parents[3] / "shared" / "documents" / name
    if not path.is_file():
        pytest.skip(f"no shared document at {path}")
    assert run(path).stdout == path.read_bytes()
