"""Bytes on the wire and bytes on disk: compression, size, character sets."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.fetching.body import Body
from scraper.fetching.findings import FetchError
from scraper.fetching.messages import Policy
from scraper.fetching.targets import Outcome
from scraper.fetching.text import decode_body
from tests.scraper.fetch.site import Response, Site
from tests.scraper.fetch.workspace import FULL, Workspace

DATA = FULL.encode()


def deflate(data: bytes) -> bytes:
    """The stream alone, without zlib's header."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS = {
    "identity": bytes,
    "gzip": gzip.compress,
    "gzip in members": lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:]),
    "deflate": zlib.compress,
    "deflate bare": deflate,
}


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(DATA)),
        ("GZIP", gzip.compress(DATA)),
        ("x-gzip", gzip.compress(DATA)),
        ("gzip", gzip.compress(DATA[:50]) + gzip.compress(DATA[50:])),
        ("gzip", gzip.compress(DATA) + b"\0" * 20),
        ("deflate", zlib.compress(DATA)),
        ("deflate", deflate(DATA)),
        ("identity", DATA),
        ("", DATA),
    ],
)
def test_compressed_pages_are_saved_as_text(docs: Site, workspace: Workspace, encoding: str, body: bytes) -> None:
    docs.routes["/a"] = Response(body, headers={"Content-Encoding": encoding, "Content-Type": "text/plain"})
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])
    assert workspace.path().read_bytes() == DATA
    assert docs.visits[-1].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("encoding", "body", "code"),
    [
        ("gzip", gzip.compress(DATA)[:-20], "broken-answer"),
        ("gzip", DATA, "broken-answer"),
        ("deflate", b"\xff" * 50, "broken-answer"),
        ("br", b"x", "not-text"),
        ("gzip, gzip", b"x", "not-text"),
    ],
)
def test_a_body_that_cannot_be_decompressed_leaves_the_snapshot(
    docs: Site, workspace: Workspace, encoding: str, body: bytes, code: str
) -> None:
    workspace.save(FULL)
    docs.routes["/a"] = Response(body, headers={"Content-Encoding": encoding})
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, [code])
    assert workspace.path().read_text("utf-8") == FULL


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_a_page_of_exactly_the_largest_size_is_saved_and_a_larger_one_is_not(
    docs: Site, workspace: Workspace, encoding: str
) -> None:
    pack = gzip.compress if encoding else bytes
    docs.routes["/a"] = Response(pack(DATA), headers={"Content-Encoding": encoding})
    workspace.policy = Policy(max_bytes=len(DATA) - 1)
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["too-large"])
    workspace.policy = Policy(max_bytes=len(DATA))
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, [])


def test_a_small_body_that_unpacks_to_a_huge_one_is_never_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    tracemalloc.start()
    body = Body("gzip", 1_000_000)
    with pytest.raises(FetchError, match="more than 1,000,000 bytes"):
        body.feed(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


@given(st.binary(max_size=300), st.sampled_from([*PACKERS]), st.integers(1, 40))
def test_a_body_is_the_same_in_pieces_of_any_size(data: bytes, form: str, size: int) -> None:
    packed = PACKERS[form](data)
    body = Body(form.split()[0], 300)
    for start in range(0, len(packed), size):
        body.feed(packed[start : start + size])
    assert body.finish() == data


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate"]))
def test_damaged_bodies_are_findings(data: bytes, encoding: str) -> None:
    body = Body(encoding, 1000)
    try:
        body.feed(data)
        body.finish()
        code = ""
    except FetchError as error:
        code = error.finding.code
    assert code in ("", "broken-answer", "too-large")


CHINESE = "# 接口\n" + FULL
HTML = '<html><head><meta charset="{}"></head><body>Größe é 接口</body></html>'


@pytest.mark.parametrize(
    ("data", "content_type", "text"),
    [
        (CHINESE.encode(), "text/plain; charset=utf-8", CHINESE),
        (CHINESE.encode(), "", CHINESE),
        (CHINESE.encode("gb18030"), "text/plain; charset=GB2312", CHINESE),
        (CHINESE.encode("gbk"), 'text/plain; charset="gbk"', CHINESE),
        (CHINESE.encode("big5"), "text/plain; charset=big5", CHINESE),
        (codecs.BOM_UTF8 + CHINESE.encode(), "text/plain; charset=gbk", CHINESE),
        (CHINESE.encode("utf-16"), "text/plain", CHINESE),
        (codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"), "text/plain; charset=utf-8", CHINESE),
        (CHINESE.encode("utf-16-le"), "text/plain; charset=utf-16le", CHINESE),
        (HTML.format("gbk").replace("ß", "s").encode("gbk", "replace"), "text/html", None),
        ("Größe".encode("latin-1"), "text/plain; charset=iso-8859-1", "Größe"),
        ("a “b”".encode("cp1252"), "text/plain; charset=iso-8859-1", "a “b”"),
        (b"plain", "text/plain; charset=iso-8859-1", "plain"),
        (b"a\r\nb\rc\n", "", "a\nb\nc\n"),
        (CHINESE.encode(), "text/plain; charset=rot13", CHINESE),
        (CHINESE.encode(), "text/plain; charset=none-such", CHINESE),
        (CHINESE.encode(), "text/plain; charset=unicode_escape", CHINESE),
        (CHINESE.encode(), "text/plain; charset=\x00", CHINESE),
    ],
)
def test_the_character_set_is_that_of_mark_header_or_page(data: bytes, content_type: str, text: str | None) -> None:
    decoded = decode_body(data, content_type)
    assert decoded.finding is None
    if text is not None:
        assert decoded.data.decode() == text
    else:
        assert "接口" in decoded.data.decode()


@pytest.mark.parametrize(
    ("data", "content_type", "text", "words"),
    [
        ("Größe 接口".encode(), "text/plain; charset=iso-8859-1", "Größe 接口", "announced as cp1252"),
        ("Größe".encode(), "text/plain; charset=latin1", "Größe", "announced as Western text"),
        ("Größe".encode(), "text/plain; charset=us-ascii", "Größe", "announced as ascii"),
        ("Größe 接口!".encode("gb18030"), "text/plain; charset=utf-8", None, ""),
        ('<meta charset="gbk">接口'.encode("gbk"), "text/html; charset=utf-8", '<meta charset="gbk">接口', "as utf-8"),
        ('<meta charset="ascii">ÿ'.encode(), "text/html", '<meta charset="ascii">ÿ', "announced as ascii"),
    ],
)
def test_a_character_set_that_the_bytes_contradict_is_reported(
    data: bytes, content_type: str, text: str | None, words: str
) -> None:
    if text is None:
        with pytest.raises(FetchError, match="not text in utf-8"):
            decode_body(data, content_type)
        return
    decoded = decode_body(data, content_type)
    assert decoded.data.decode() == text
    assert decoded.finding is not None
    assert words in decoded.finding.message


@pytest.mark.parametrize("body", [b"%PDF-1.7\0\0\0", b"\x89PNG\r\n\x1a\n\0", b"\xff\xfe\xfd", b"GIF89a\x80\x00"])
def test_what_is_no_text_leaves_the_snapshot(docs: Site, workspace: Workspace, body: bytes) -> None:
    workspace.save(FULL)
    docs.routes["/a"] = Response(body)
    assert workspace.fetch(docs.url("/a")) == (Outcome.FAILED, ["not-text"])
    assert workspace.path().read_text("utf-8") == FULL


def test_a_contradicted_character_set_alone_is_no_failure(docs: Site, workspace: Workspace) -> None:
    docs.routes["/a"] = Response(CHINESE.encode(), headers={"Content-Type": "text/markdown; charset=ISO-8859-1"})
    assert workspace.fetch(docs.url("/a")) == (Outcome.NEW, ["charset-mismatch"])
    assert workspace.path().read_text("utf-8") == CHINESE
    assert workspace.records()["pages/a.md"]["charset"] == "utf-8"


def test_the_hash_is_that_of_the_file_whatever_the_page_came_in(docs: Site, workspace: Workspace) -> None:
    docs.routes["/a"] = Response(CHINESE.encode("gbk"), headers={"Content-Type": "text/markdown; charset=gbk"})
    workspace.fetch(docs.url("/a"))
    assert workspace.records()["pages/a.md"]["sha256"] == hashlib.sha256(CHINESE.encode()).hexdigest()
    docs.routes["/a"] = Response(CHINESE.encode(), headers={"Content-Type": "text/markdown; charset=utf-8"})
    assert workspace.fetch(docs.url("/a")) == (Outcome.UNCHANGED, [])


@given(st.binary(max_size=80), st.text(max_size=20))
def test_any_body_is_text_or_a_finding(data: bytes, charset: str) -> None:
    try:
        decode_body(data, f"text/plain; charset={charset}").data.decode()
        code = ""
    except FetchError as error:
        code = error.finding.code
    assert code in ("", "not-text")
