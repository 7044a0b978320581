import math

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from spec.yaml import YamlError, dump_yaml, load_yaml, load_yaml_with_lines

LOOKALIKES = [
    "on", "yes", "No", "y", "n", "off", "true", "NULL", "null", "~", "", "1.0", "1", "+1", "-1", ".5", "1e3", "1E+3",
    "0o17", "017", "0x1F", "0b1", "1_000", "12:30:45", "2020-01-01", "2016-01-07T12:44:33.959Z", ".inf", "-.INF",
    ".nan", "nan", "=", "<<", "!!python/object:os.system", "!tag", "*a", "&a", "@a", "`a", "%a", "- a", "? a", ": a",
    "a: b", "a:", "a #b", "#a", "{a", "[a", "]", ",a", "'a", '"a', '"""', "{{ x }}", "|", ">", "---", "...", " a",
    "a ", "\ta", "a\tb", "a\nb", "a\n", "\na", "a\n\n", "a\n b \n", "  a\nb", "a\r\nb", "\r", "\x00", "\x07", "\x7f",
    "\x85", "\u2028", "\u2029", "\ufeff", "\u200b", "用户", "😀", "../../x", "None", "class", "x" * 500, "x\n" * 200,
    "key with spaces", "/open-api#DescribeIssue", "/a/{b}", "#/components/schemas/A", "4XX",
]  # fmt: skip

texts = st.one_of(
    st.sampled_from(LOOKALIKES),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text("ab:#- \n\t'\"|>&*!%@`{}[],?0.x~", max_size=12),
)
scalars = (
    st.none() | st.booleans() | st.integers() | st.integers(10**30, 10**60)
    | st.floats(allow_nan=False, allow_infinity=False) | texts
)  # fmt: skip
json_values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=15
)


@pytest.mark.parametrize("text", LOOKALIKES)
@pytest.mark.parametrize("load", [load_yaml, yaml.safe_load], ids=["YAML 1.2", "YAML 1.1"])
def test_strings_that_look_like_something_else_stay_strings(text, load):
    value = {"value": text, "list": [text], text: 1}
    assert load(dump_yaml(value)) == value


@given(json_values)
@settings(max_examples=300, deadline=None)
def test_reading_what_was_written_gives_the_same_value(value):
    text = dump_yaml(value)
    assert repr(load_yaml(text)) == repr(value)
    assert repr(yaml.safe_load(text)) == repr(value)
    assert "\r" not in text
    assert dump_yaml(load_yaml(text)) == text


@pytest.mark.parametrize("value", [math.nan, math.inf, "\ud800", {"\udfff": 1}, {1: 2}, {"a": object()}])
def test_values_that_json_lacks_are_refused(value):
    with pytest.raises(ValueError, match=r"\S"):
        dump_yaml(value)


def test_text_stays_readable():
    value = {"openapi": "3.1.0", "text": "一\n二", "long": "word " * 50 + "end", "path": "/a/{b}"}
    assert dump_yaml(value) == ("openapi: '3.1.0'\ntext: |-\n  一\n  二\nlong: " + "word " * 50 + "end\npath: /a/{b}\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on: on\nyes: no", {"on": "on", "yes": "no"}),
        ("200: 010\n0x10: 0x10\n0o7: 0o7", {"200": 10, "0x10": 16, "0o7": 7}),
        ("a: 2020-01-01\nb: 1:30\nc: 1_0", {"a": "2020-01-01", "b": "1:30", "c": "1_0"}),
        ("a: 1e3\nb: .5\nc: ~\nd:", {"a": 1e3, "b": 0.5, "c": None, "d": None}),
        ("e: !!str 1\nf: ! 1\ng: !!int '1'", {"e": "1", "f": "1", "g": 1}),
        ("a: &x {b: 1}\nc: *x", {"a": {"b": 1}, "c": {"b": 1}}),
        ("a: &x {b: 1, c: 3}\nd: {<<: *x, b: 2}\n'<<': [1]", {"a": {"b": 1, "c": 3}, "d": {"b": 2, "c": 3}, "<<": [1]}),
        ("", None),
    ],
)  # fmt: skip
def test_reading_follows_yaml_1_2(text, value):
    assert load_yaml(text) == value


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3", 3, "distinct keys, found 'a' twice"),
        ("a:\n  - b: 1\n    b: 2", 3, "found 'b' twice"),
        ("a: !!python/object/apply:os.system [x]", 1, "the tag"),
        ("a: !x b", 1, "the tag !x"),
        ("? [a]\n: 1", 1, "string as key"),
        ("a: 1\n--- \nb: 2", 2, "one YAML document"),
        ("a: .nan\nb: !!float .nan", 2, "number that JSON can write"),
        ("a: 1e999", 1, "number that JSON can write"),
        ("a: *b", 1, "anchor"),
        ("a: &a [*a]", 1, "anchor"),
        ("a: [1, 2", 1, "expected YAML"),
        ("a: b: c", 1, "expected YAML"),
        ("[" * 5000, 1, "nesting"),
        ("a: " + "9" * 5000, 1, "integer"),
        ("a: \x07", 1, "expected YAML"),
    ],
)
def test_what_is_no_plain_data_is_an_error_with_its_line(text, line, message):
    with pytest.raises(YamlError, match=message) as caught:
        load_yaml(text)
    assert caught.value.line == line


def test_aliases_cannot_grow_without_bound():
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12)
    )
    with pytest.raises(YamlError, match="nodes"):
        load_yaml(bomb)


def test_lines_are_known_by_pointer():
    _, lines = load_yaml_with_lines("a: 1\nb:\n- c: 2\n  d/e: 3\n- 4\n")
    assert lines["/a"] == 1
    assert lines["/b"] == 2
    assert lines["/b/0/d~1e"] == 4
    assert lines["/b/1"] == 5
