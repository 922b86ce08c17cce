"""Pictures that were drawn once are not drawn again, and are the same bytes."""

from __future__ import annotations

import pytest

from theodolite.model.site import ChartFile
from theodolite.publish import render

SPEC = {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a"}}}


class Memory(dict[str, bytes]):
    """Pictures in a dictionary."""

    def put(self, key: str, value: bytes) -> None:
        assert key not in self
        self[key] = value


def test_a_kept_picture_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = ChartFile(
        name="one", specs={"light": SPEC, "dark": {**SPEC, "background": "black"}}, csv="a\n1\n"
    )
    kept = Memory()
    plain, first = dict(render.drawn(chart)), dict(render.drawn(chart, kept))
    assert plain == first and set(first) == {"one.csv", "one.svg", "one.dark.svg", "one.png"}
    assert len(kept) == 3

    def never(*_: object, **__: object) -> None:
        raise AssertionError("drawn again")

    monkeypatch.setattr("theodolite.publish.render.vl_convert.vegalite_to_svg", never)
    monkeypatch.setattr("theodolite.publish.render.vl_convert.vegalite_to_png", never)
    assert dict(render.drawn(chart, kept)) == first
    with pytest.raises(AssertionError, match="drawn again"):
        dict(render.drawn(ChartFile(name="two", specs={"light": {**SPEC, "width": 8}}, csv=""), kept))
