from scraper.blocks import Code
from scraper.layout.documents import parse_document


def test_an_unclosed_url_is_not_joined_with_the_line_below():
    text = '{\n  "url": "http://lamps.example.com/\n  "hidden": false,\n  "watt": 40\n}'
    parsed = parse_document(Code(text, 1, 5, 1))
    assert parsed is None or "http:\n" not in str(parsed.value)


def test_a_comment_behind_a_value_is_left_out():
    parsed = parse_document(Code('{\n  "watt": 40 // at most 60\n}', 1, 3, 1))
    assert parsed is not None
    assert parsed.value == {"watt": 40}
