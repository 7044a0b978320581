"""Status lines, headers, and media types to ask for."""

import pytest

from scraper.blocks import Code
from scraper.layout.answers import read_head
from scraper.layout.headers import add_accepted, find_accepted, find_media_types, take_content_type
from scraper.layout.material import Material
from scraper.layout.notes import Notes
from scraper.ledger import Ledger
from spec.model import Source

HEAD = """\
Status: 200 OK
Content-Type: text/html; charset=utf-8
Link: <https://a.example/?page=2>; rel="next",
      <https://a.example/?page=5>; rel="last"

<p>body</p>"""
SOURCE = Source("page", 1, 1)


def read(text):
    return read_head(Code(text, 10, 10 + text.count("\n"), 10), Notes("page", Ledger(())))


def test_a_head_has_a_status_headers_with_their_lines_and_a_rest():
    found = read(HEAD)
    assert found is not None
    status, rest = found
    assert (status.code, status.text, status.is_printed) == ("200", "OK", True)
    assert [(name, source.first, source.last) for name, _, source in status.headers] == [
        ("Content-Type", 11, 11),
        ("Link", 12, 13),
    ]
    assert status.headers[1][1].endswith('"next", <https://a.example/?page=5>; rel="last"')
    assert rest is not None
    assert (rest.text, rest.text_first) == ("<p>body</p>", 15)


def test_the_content_type_is_the_media_type_of_the_body():
    found = read(HEAD)
    assert found is not None
    status, media = take_content_type(found[0])
    assert media == "text/html"
    assert [name for name, _, _ in status.headers] == ["Link"]


@pytest.mark.parametrize("text", ['{"a": 1}', "plain words", "https://a.example/", ""])
def test_other_code_has_no_head(text):
    assert read(text) is None


def test_headers_need_no_status():
    found = read("X-Poll: 60")
    assert found is not None
    assert (found[0].code, [name for name, _, _ in found[0].headers], found[1]) == ("", ["X-Poll"], None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("application/vnd.a.b-preview+json\n", ("application/vnd.a.b-preview+json",)),
        ("Accept: application/vnd.a+json", ("application/vnd.a+json",)),
        ("text/html\ntext/plain; charset=utf-8", ("text/html", "text/plain; charset=utf-8")),
        ("`application/a`", ("application/a",)),
        ("use text/html", ()),
        ("GET /lamps", ()),
    ],
)
def test_media_types_stand_alone(text, expected):
    assert find_media_types(text) == expected


def test_media_types_are_asked_for_where_the_page_says_so():
    assert find_accepted("text/html", "Set the `Accept` header to:") == ("text/html",)
    assert find_accepted("Accept: text/html", "") == ("text/html",)
    assert find_accepted("text/html", "These are the types:") == ()


def test_all_media_types_are_examples_of_one_header():
    material = Material(text=["Why.", "More."])
    add_accepted(material, ("a/b",), "Why.", SOURCE)
    add_accepted(material, ("a/b", "c/d"), "Also.", SOURCE)
    (accept,) = material.parameters
    assert [(example.name, example.value) for example in accept.examples] == [
        ("example-1", "a/b"),
        ("example-2", "c/d"),
    ]
    assert accept.property.description == "Why.\n\nAlso."
    assert material.text == ["More."]
