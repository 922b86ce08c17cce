"""Rules on verbs are asked only for verbs that they know: the list of those verbs holds every one of them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from types import ModuleType

import pytest

from theodolite.extract.assessments import behaviours, deeds, standings
from theodolite.extract.relations import hirings, refusals, takings

ASKED = [
    (refusals, refusals._REFUSING, set()),
    (takings, takings._TAKING, {"taken", "_is_ware"}),  # the list itself, and a question of others
    (hirings, hirings._POSTING, {"_both"}),  # it is asked for any verb
    (behaviours, behaviours._ACTIVE | behaviours._PASSIVE, set()),
    (standings, standings._ASKED, set()),
]


def _compared(module: ModuleType, spared: set[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Where a module compares the lemma of a verb: the function, and the words it is compared with."""
    for function in ast.walk(ast.parse(inspect.getsource(module))):
        if not isinstance(function, ast.FunctionDef) or function.name in spared:
            continue
        for node in ast.walk(function):
            if not isinstance(node, ast.Compare) or not _is_lemma_of_a_verb(node.left):
                continue
            if isinstance(node.comparators[0], ast.IfExp):
                continue  # the look at the list itself
            words = eval(  # the project's own source
                compile(ast.Expression(node.comparators[0]), module.__name__, "eval"), vars(module)
            )
            words = [words] if isinstance(words, str) else words
            yield function.name, frozenset(word.split()[0] for word in words)  # "show off" is asked as "show"


def _is_lemma_of_a_verb(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "lemma"
        and isinstance(node.value, ast.Name)
        and node.value.id in ("p", "act")
    )


@pytest.mark.parametrize(("module", "asked", "spared"), ASKED, ids=lambda v: getattr(v, "__name__", ""))
def test_every_verb_of_a_rule_is_asked_for(
    module: ModuleType, asked: frozenset[str], spared: set[str]
) -> None:
    found = list(_compared(module, spared))
    assert len(found) > 3
    for function, words in found:
        assert words <= asked, (function, sorted(words - asked))


def test_every_verb_that_judges_in_company_is_asked_for() -> None:
    rules = ("_in_company", "_is_capable")
    found = [words for name, words in _compared(deeds, set()) if name in rules]
    assert len(found) > 10
    assert frozenset().union(*found) <= deeds._WITH_COMPANY
