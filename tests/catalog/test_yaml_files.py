"""YAML that users write: its values, or where it breaks."""

from __future__ import annotations

import pytest

from theodolite.catalog.yaml_files import NotYamlError, of_user


def test_values_with_and_without_a_byte_order_mark() -> None:
    assert of_user(b"a: [1, b]") == {"a": [1, "b"]}
    assert of_user(b"\xef\xbb\xbfa: 1") == {"a": 1}
    assert of_user(b"") is None


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"a: 1\nb: [", 2),
        (b"\xff\xfe\x00", None),
        (b"!!python/object/apply:os.system [true]", 1),
        (b"[" * 5000, None),
        (b"2024-13-45", None),
        (b"{[]: 1}", 1),
    ],
)
def test_what_is_none_names_its_line_where_it_is_known(content: bytes, line: int | None) -> None:
    with pytest.raises(NotYamlError) as refused:
        of_user(content)
    assert refused.value.line == line
    assert refused.value.at("f.yml") == (f"f.yml:{line}" if line else "f.yml")
