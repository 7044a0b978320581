"""Which of two patterns matches more."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spec.diff.inclusion import Relation, relate_divisors
from spec.diff.patterns import relate_patterns

EQUAL, MORE, LESS, OTHER = Relation.EQUAL, Relation.GENERALIZED, Relation.SPECIALIZED, Relation.CHANGED


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        ("^(a|b)$", "^(a|b|c)$", MORE),
        ("^[0-9]+$", "^[0-9]*$", MORE),
        ("^[0-9]+$", r"^\d+$", EQUAL),
        ("^[0-9]{1,3}$", "^[0-9]{2}$", LESS),
        ("a", "ab", LESS),
        ("^a", "a", MORE),
        ("^$", "", MORE),
        ("^a|b$", "^a", LESS),
        ("[a-z]", "[^a-z]", OTHER),
        ("^[a-z0-9-]{1,63}$", "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", LESS),
        ("^(?:a|b)+?$", "^[ab]+$", EQUAL),
        (r"^\S+$", r"^[^\s]+$", EQUAL),
        ("^.*$", "", MORE),  # a dot is no line break
        # nobody can tell
        ("(?=a)", "b", OTHER),
        (r"\bfoo", "foo", OTHER),
        (r"(a)\1", "aa", OTHER),
        ("(?i)a", "a", OTHER),
        ("[", "a", OTHER),
        ("^(a{1,500}){1,500}$", "^a+$", OTHER),
    ],
)
def test_relations(old: str, new: str, relation: Relation) -> None:
    assert relate_patterns(old, new) is relation


_MIRROR = {EQUAL: EQUAL, MORE: LESS, LESS: MORE, OTHER: OTHER}
_ATOMS = st.sampled_from(["a", "b", "[ab]", "[^a]", ".", r"\d", "1"])
_PATTERNS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from("*+?")).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        inner.map(lambda pattern: f"^{pattern}"),
        inner.map(lambda pattern: f"{pattern}$"),
    ),
    max_leaves=5,
)
_TEXTS = [
    "",
    *"ab1x",
    *(x + y for x in "ab1x" for y in "ab1x"),
    *(x + y + z for x in "ab" for y in "b1" for z in "a1x"),
]


@given(_PATTERNS, _PATTERNS)
@settings(max_examples=300, deadline=None)
def test_relations_hold_for_texts_that_are_tried(old: str, new: str) -> None:
    relation = relate_patterns(old, new)
    assert relate_patterns(new, old) is _MIRROR[relation]
    for text in _TEXTS:
        before, after = bool(re.search(old, text)), bool(re.search(new, text))
        assert not (before and not after and relation in (EQUAL, MORE))
        assert not (after and not before and relation in (EQUAL, LESS))


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [(6, 3, MORE), (3, 6, LESS), (2, 3, OTHER), (0.3, 0.1, MORE), (0.1, 0.3, LESS)],
)
def test_divisors(old: float, new: float, relation: Relation) -> None:
    assert relate_divisors(old, new) is relation
