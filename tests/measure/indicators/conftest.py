"""A small table of models, of no publisher."""

from __future__ import annotations

import pytest

from theodolite.model.table import Table
from theodolite.read.inferred import inferred

ROWS = """Model,Organization,Country,Release date,Open,Compute
A,OpenAI,United States,2022-03-01,no,1e22
B,"OpenAI,Oxford","United States,United Kingdom",2023-05-01,no,1e23
C,Qwen,China,2023-06-01,yes,4e22
D,"Mistral AI,Qwen","France,China",2024-01-15,yes,2e23
E,Nobody,,2024-07-01,no,
F,OpenAI,United States,2024-12-31,no,1e24
"""


@pytest.fixture
def table() -> Table:
    return inferred(ROWS.encode(), "models_2025-01-31.csv")
