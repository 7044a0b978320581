import pytest

from scraper.blocks import Code
from scraper.layout.documents import parse_document, split_documents
from spec.model import JSON


def read(text: str) -> tuple[JSON, list[int]] | None:
    parsed = parse_document(Code(text, 4, 6 + text.count("\n"), 5, "json"))
    return None if parsed is None else (parsed.value, [repair.line for repair in parsed.repairs])


@pytest.mark.parametrize(
    ("text", "value", "lines"),
    [
        ('{"a": "b //c", "d": "..."}', {"a": "b //c", "d": "..."}, []),
        ('{\n"a": "x // y", //gone\n"b": 1 // gone\n}', {"a": "x // y", "b": 1}, [6, 7]),
        ('{\n"a": 1, /* one */ "b": 2 # two\n}', {"a": 1, "b": 2}, [6]),
        ('{"a": {...}, "b": "…"}', {"a": {}, "b": "…"}, [5]),
        ('{"a": [ ... ], "b": [1, ...], "c": [..., 2]}', {"a": [], "b": [1], "c": [2]}, [5]),
        ('[{"a": 1}, ...]', [{"a": 1}], [5]),
        ('{\n"a": 1,\n...\n}', {"a": 1}, [7]),
        ('{"a": nil,\n"b": "nil"}', {"a": None, "b": "nil"}, [5]),
        ('{"a": <number>, "b": 2}', {"a": "<number>", "b": 2}, [5]),
        ('"a": 1,\n"b": [2]', {"a": 1, "b": [2]}, [5]),
        ('  "a": 1,\n  ...\n', {"a": 1}, [5, 6]),
    ],
)
def test_a_document_is_read_without_what_only_people_read(text, value, lines):
    assert read(text) == (value, lines)


@pytest.mark.parametrize("text", ["no", '"a"', "", "a: 1"])
def test_other_text_is_no_document(text):
    assert read(text) is None or read(text) == ("a", [])


def test_documents_one_after_the_other_are_parted_with_their_lines():
    found = split_documents(Code('{"a": 1}\n\n{\n"b": 2\n}\n[3]', 4, 11, 5, "json"))
    assert [(code.text, code.first, code.last) for code in found] == [
        ('{"a": 1}', 5, 5),
        ('{\n"b": 2\n}', 7, 9),
        ("[3]", 10, 10),
    ]


@pytest.mark.parametrize("text", ['{"a": 1}', '{"a": 1}\nor\n{"b": 2}', '{"a": 1}, {"b": 2}', '{"a": 1}\n{"b"}'])
def test_what_is_not_only_documents_stays_whole(text):
    code = Code(text, 4, 9, 5, "json")
    assert split_documents(code) == (code,)


def test_an_unclosed_url_is_not_joined_with_the_line_below():
    parsed = parse_document(Code('{\n  "url": "http://lamps.example.com/\n  "hidden": false\n}', 1, 4, 1))
    assert parsed is None or "http:\n" not in str(parsed.value)
