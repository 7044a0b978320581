import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.examples import parse_json
from scraper.passes.shown import shown_by
from spec.model import Evidence, Example, Source

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_valid_json_is_read_without_repair(value) -> None:
    parsed = parse_json(json.dumps(value), 1)
    assert parsed is not None
    assert parsed.value == value
    assert parsed.repairs == ()


@pytest.mark.parametrize(
    ("text", "value", "lines"),
    [
        ('{\n"a": 1\n"b": 2\n}', {"a": 1, "b": 2}, [12]),
        ('{\n"a": 1,\n}', {"a": 1}, [12]),
        ('{"a": {"b": null,},\n"c": [1,]}', {"a": {"b": None}, "c": [1]}, [10, 11]),
    ],
)
def test_every_repair_names_its_line(text: str, value: object, lines: list[int]) -> None:
    parsed = parse_json(text, 10)
    assert parsed is not None
    assert parsed.value == value
    assert [repair.line for repair in parsed.repairs] == lines


@pytest.mark.parametrize("text", ["", "hello", "GET /things", "{{ name }}", "[" * 100_000])
def test_text_that_is_no_json_is_not_read(text: str) -> None:
    assert parse_json(text, 1) is None


@given(st.text(alphabet='{}[]",:ab1 \n\\', max_size=40))
def test_reading_never_raises_and_never_invents_words(text: str) -> None:
    parsed = parse_json(text, 1)
    if parsed is not None and parsed.repairs and isinstance(parsed.value, dict):
        for key in parsed.value:
            assert all(word in text for word in re.findall(r"\w+", key))


def test_nesting_beyond_the_limit_is_not_read() -> None:
    assert parse_json("[" * 100 + "]" * 100, 1) is not None
    assert parse_json("[" * 200 + "]" * 200, 1) is None
    assert parse_json('{"a":' * 200 + "1," + "}" * 200, 1) is None


def test_shown_values_know_their_lines() -> None:
    text = '{\n "a": {"b": 1},\n "list": [\n  {"a": 2}\n ]\n}'
    shown = shown_by(Example("e", json.loads(text), Source("p", 10, 15, Evidence.EXAMPLE), text), "op")
    inner = shown.member("list")
    assert inner is not None
    assert (inner.source.first, inner.items[0].member("a").source.first) == (12, 13)
    assert shown.member("a").member("b").source.first == 11


def test_a_string_that_swallowed_a_member_is_no_value():
    parsed = parse_json('{\n  "url": "https://lamps.exam\n  "kind": "desk",\n  "watt": 40\n}', 1)
    assert parsed is None or "kind" not in str(parsed.value.get("url"))


@pytest.mark.parametrize("text", ['{\n"a": cte:asa" ,\n}', '{\n"a": 44:33.959Z,\n"b": 1}'])
def test_no_piece_of_a_word_is_a_value(text):
    parsed = parse_json(text, 1)
    assert parsed is None or not {"te:asa", "959", "33.959", 33.959, 959} & set(map(str, parsed.value.values()))
