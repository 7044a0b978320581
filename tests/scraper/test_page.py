import pytest

from scraper.page import InputError, parse_page


def test_line_ends_and_byte_order_mark_are_no_content() -> None:
    assert parse_page(b"\xef\xbb\xbfa\r\nb\rc\n", "p").lines == ("a", "b", "c")


def test_html_is_decoded_as_it_declares_itself() -> None:
    page = '<html><head><meta charset="gb2312"></head><body>项目</body></html>'.encode("gb2312")
    assert "项目" in parse_page(page, "p.html").text


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "p:1: expected a documentation page, found an empty file"),
        (b" \n\n", "p:1: expected a documentation page, found an empty file"),
        (b"a\nb\0c", "p:2: expected text, found binary data"),
        (b"a\nb\n\xff\xfe", "p:3: expected UTF-8, found byte 0xff"),
        (b'<meta charset="ascii">\n\xe9', "p:2: expected UTF-8 or ascii, found byte 0xe9"),
        (b'<meta charset="no-such-thing">\n\xe9', "p:2: expected UTF-8 or no-such-thing, found byte 0xe9"),
    ],
)
def test_what_is_no_text_gets_one_line_of_complaint(data: bytes, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_page(data, "p")
    assert str(caught.value) == complaint


def test_oversized_page_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.page.MAX_BYTES", 2**20)
    with pytest.raises(InputError, match="at most 1 MB"):
        parse_page(b"x" * (2**20 + 1), "p")
