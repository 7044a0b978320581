"""Documented patterns as patterns of Python: the same meaning, bounded time, values that match."""

from __future__ import annotations

import re
import time

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.patterns import read_pattern, sample_texts

USABLE = (
    "",
    "^$",
    "^[a-z]+(-[a-z0-9]+)*$",
    r"^(\d{1,3}\.){3}\d{1,3}$",
    r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
    "^.*a.*$",
    r"\s+$",
    r"^\S*$",
    "^[A-Za-z0-9+/]*={0,2}$",
    r"^[^/\s]+$",
    "[中-龥]{2,}",
    r"^[\w.+-]+@[\w-]+\.[a-z]{2,4}$",
    "^(?!a)[a-c]{1,3}$",
    r"^(?=.*\d)(?=.*[a-z]).{2,}$",
    "^(?:Z|[+-]\\d{2}:\\d{2})$",
    "(?<year>a)|b",
    "(foo|bar)*x",
    r"\u0041\x42\/\-\$",
    r"[\]\\\-b-d-]",
    r"[[&&~~+--a]",
    "a{2}b{1,}c{0,1}?",
    r"\u{1F600}",
    r"^[a-z0-9._-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$",
    r"^([a-z]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$",
    r"^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)$",
    "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    "^[A-Z][a-z]{0,20}( [A-Z][a-z]{0,20}){0,3}$",
    r"^-?(0|[1-9]\d{0,17})(\.\d{1,9})?([eE][+-]?\d{1,3})?$",
    r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$",
    "^[a-z]*[0-9]*[A-Z]*$",
    r"^((25[0-5]|(2[0-4]|1[0-9]|[1-9]|)[0-9])(\.(?!$)|$)){4}",
    "^([a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])(\\.([a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9]))*$",
    "(^$)|(^.*:.+$)",
    r"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}",
    "https?://[a-z0-9.-]{1,256}\\.[a-z]{2,6}(/[!-~]*)?",
    "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)?$",
    "^[^ \\[\\\\<~\\^:\\?\\*!\\(\\)'\"\\|\\-\\.\\/]$",
)
# What browsers take for plain characters; stricter readers of patterns refuse it.
PLAIN = {"{a}": "{a}", "a{,2}": "a{,2}", "]": "]"}
UNUSABLE = {
    "(": "it ends too early",
    ")": "it closes a group that is not open",
    "[a": "it ends too early",
    "[]": "it has brackets with nothing between",
    "[z-a]": "it has a range that ends before it starts",
    "a**": "it repeats a repetition '*'",
    "a*+": "it repeats a repetition '+'",
    "*": "it repeats nothing",
    "^*": "it repeats what is no character",
    "(?i)a": "it has a group that starts with '(?i'",
    r"\p{L}": r"Python has no '\p' of this meaning",
    r"\A": r"Python has no '\A' of this meaning",
    r"(a)\1": r"Python has no '\1' of this meaning",
    r"[\S]": r"Python has no '\S' of this meaning",
    r"\ud83d\ude00": "it names half of a character, 'ud83d'",
    "/^a$/": "it is written between slashes",
    "(?<=a*)b": "look-behind requires fixed-width pattern",
    "(" * 5000 + ")" * 5000: "it has too many groups inside one another",
}
DANGEROUS = (
    # exponential
    "(a+)+$",
    "(a|a)*$",
    "(a*)*b",
    "(a|ab)*$",
    r"(\w+,?)*$",
    "^(.+,)*.+$",
    "(a?){40}b",
    "(?=(a+)+$)",
    r"^(\w{1,32} ?){1,8}$",
    "^((a{0,8}){0,8}){0,8}$",
    "(a{0,8}){8}b",
    r"^(\w{0,8}a{30}){0,8}!",
    r"(b{1,40}[ab]){3}\w{30}!",
    "a?" * 28 + "a" * 28,
    "^(xa*a*)*$",
    "^(x(a?){5},)*$",
    "^((x?)?[ab])*!",
    "^((a|a),)*$",
    r"(,|\w,?){2,}b{3}!",
    "^(a?b?c?d?e?f?){24}x$",
    # cubic
    ".*.*=",
    r"^.*a.*b.*c$",
    r"\S+@\S+\.\S+$",
    "a{0,4000}a{0,4000}a{0,4000}b",
    "^a{1,1000}a{1,1000}a{1,1000}$",
    "^a*b*a*b*a*$",
)
TEXTS = st.text("ab1Z -_.:/@=中\n\t\u00a0\u2028😀", max_size=6) | st.sampled_from(
    (
        "a-b",
        "1.1.1.1",
        "a.b",
        "foobarx",
        "foox",
        "AB/-$",
        "b@b.aa",
        "+01:01",
        "aabb",
        "aabbc",
        "ab",
        "\r",
    )
)


@settings(max_examples=1000, deadline=None)
@given(documented=st.sampled_from(USABLE), text=TEXTS)
def test_pattern_means_in_python_what_it_means_in_json_schema(documented: str, text: str):
    found = re.search(read_pattern(documented).python, text, re.ASCII)
    assert bool(found) == jsonschema_rs.Draft202012Validator({"pattern": documented}).is_valid(text)


@pytest.mark.parametrize("documented", USABLE)
def test_usable_pattern_has_no_problem(documented: str):
    assert read_pattern(documented).problem == ""


@pytest.mark.parametrize(("documented", "text"), PLAIN.items())
def test_bracket_that_closes_or_opens_nothing_stands_for_itself(documented: str, text: str):
    pattern = re.compile(read_pattern(documented).python)
    assert pattern.search(text)
    assert not pattern.search("aa")


def test_edge_of_a_word_knows_ascii_only_as_in_ecma():
    assert re.search(read_pattern(r"^a\b").python, "a中", re.ASCII)


@pytest.mark.parametrize("documented", UNUSABLE, ids=lambda text: text[:20])
def test_pattern_that_python_would_read_differently_is_refused(documented: str):
    assert read_pattern(documented).problem == UNUSABLE[documented]


@pytest.mark.parametrize("documented", DANGEROUS, ids=lambda text: text[:30])
def test_pattern_that_can_take_too_long_is_refused(documented: str):
    assert read_pattern(documented).problem == "matching it can take too long"


@pytest.mark.parametrize("documented", USABLE)
def test_matching_takes_bounded_time(documented: str):
    pattern = re.compile(read_pattern(documented).python, re.ASCII)
    for part in ("a", "a-", "1.", "-", " ", "a@", "foo", "中", "="):
        started = time.process_time()
        pattern.search((part * 4096)[:4096] + "\n!")
        assert time.process_time() - started < 2


@pytest.mark.parametrize("documented", [text for text in USABLE if "(?!" not in text and "(?=" not in text])
def test_sample_matches(documented: str):
    pattern = read_pattern(documented)
    texts = list(sample_texts(pattern.tree, 3))
    assert all(re.search(pattern.python, text, re.ASCII) for text in texts), texts


def test_sample_is_as_long_as_it_must_be():
    assert any(len(text) >= 20 for text in sample_texts(read_pattern("^[a-z]+$").tree, 20))
