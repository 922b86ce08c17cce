"""Members of zips, honest and hostile."""

from __future__ import annotations

import io
import zipfile

import pytest

from theodolite.gather.data.archives import member_of
from theodolite.model.errors import Refusal

TABLE = b"name,score\nA,1\n" * 50


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".csv", content)
    return buffer.getvalue()


def test_the_member_is_chosen_by_path_or_name() -> None:
    content = zipped(a__scores=TABLE, readme=b"x", **{"..__..__etc__evil": b"y"})
    assert member_of(content, "scores.csv", "z", 10_000) == ("a/scores.csv", TABLE)
    assert member_of(content, "a/*.csv", "z", 10_000)[1] == TABLE
    assert member_of(content, "evil.csv", "z", 10_000)[1] == b"y"


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [("gone.csv", "no member fits 'gone.csv'; found: a.csv, b.csv"), ("*.csv", "2 members fit")],
)
def test_a_member_that_is_not_or_is_many_is_refused(wanted: str, reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        member_of(zipped(a=TABLE, b=TABLE), wanted, "z", 10_000)
    assert reason in str(caught.value)


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_is() -> None:
    content = zipped(a=bytes(20_000_000))
    with pytest.raises(Refusal, match="over the limit"):
        member_of(content, "a.csv", "z", 100_000)
    # The same with a lie about its size, in both places where a zip says it.
    true, lie = (20_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert content.count(true) == 2
    with pytest.raises(Refusal):
        member_of(content.replace(true, lie), "a.csv", "z", 100_000)


@pytest.mark.parametrize("cut", [10, 100, -40])
def test_half_a_zip_is_refused(cut: int) -> None:
    with pytest.raises(Refusal, match="broken"):
        member_of(zipped(a=TABLE)[:cut], "a.csv", "z", 10_000)


def test_a_wrong_checksum_is_refused() -> None:
    content = bytearray(zipped(a=TABLE))
    content[14] ^= 0xFF  # the checksum of the first member, where it stands locally
    at = content.index(b"PK\x01\x02")
    content[at + 16] ^= 0xFF
    with pytest.raises(Refusal, match="broken"):
        member_of(bytes(content), "a.csv", "z", 10_000)


def test_what_is_no_zip_is_refused() -> None:
    with pytest.raises(Refusal, match="broken"):
        member_of(b"<html>not today</html>", "a.csv", "z", 10_000)


def test_names_cannot_move_a_terminal() -> None:
    with pytest.raises(Refusal) as caught:
        member_of(zipped(**{"\x1b[2Ja": TABLE, "b\u202e": TABLE}), "gone.csv", "z", 10_000)
    said = str(caught.value)
    assert "\x1b" not in said and "\u202e" not in said and "\ufffd[2Ja.csv" in said
    assert "\x1b" not in str(Refusal("a\x1b[2J", "b\x9b", "c\u202ed"))
