"""A flood of lags: no more are read than are told, and the rest is not read as something else."""

from __future__ import annotations

import pytest

from theodolite import extract
from theodolite.extract.chinese import lags
from theodolite.model.origin import Origin
from theodolite.model.text import Text


def test_lags_beyond_those_that_are_read_are_named_and_are_no_quantities(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lags, "_MADE_AT_MOST", 10)
    text = Text(snapshot="0" * 64, reader="test/1", content="中国在模型上落后美国两年。\n" * 40)
    found = extract.found(text, Origin(location="a.txt", published="2025-05-05"))
    assert {claim.kind for claim in found.claims} == {"lag"} and 10 <= len(found.claims) < 40
    (unread,) = found.unread
    assert "more lag claims than are read" in unread.reason
