"""A document as one HTML file that needs nothing else: renderer, style and document are in it.

What a vendor wrote stays text: the renderer takes scripts out of the Markdown of descriptions, and the page's policy
(W3C Content Security Policy) lets the browser run only the scripts whose hash it names, and load nothing from anywhere.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from generator.html_templates import html_template
from generator.redoc import Bundle

#: `sanitize` has Redoc clean the HTML in descriptions.
_START = """\
Redoc.init(
  JSON.parse(document.getElementById("document").textContent),
  { sanitize: true },
  document.getElementById("page")
);
"""
#: Workers are for the search; `data:` for the pictures that Redoc has within its styles.
_POLICY = (
    "default-src 'none'; script-src {scripts}; worker-src blob:; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)
#: Ends a script element, or changes how the rest of it is read (HTML Living Standard, script data states).
_MARKUP = re.compile(r"<(?=!--|/?script)", re.IGNORECASE)
#: What JSON may say as it is, but not inside of HTML, of JavaScript before 2019, or of UTF-8.
_UNSAFE = re.compile(r"[<>&\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Page:
    """What the template lays out; all but the title is safe to stand in its element."""

    title: str
    policy: str
    licences: Markup
    document: Markup
    scripts: tuple[Markup, ...]


def render_html(document: Mapping[str, object], bundle: Bundle) -> str:
    """The page of a document; the same document and bundle give the same text."""
    scripts = (escape_script(bundle.script), _START)
    info = document.get("info")
    title = info.get("title") if isinstance(info, Mapping) else None
    page = _Page(
        title=_without_surrogates(title) if isinstance(title, str) else "API",
        policy=_POLICY.format(scripts=" ".join(_hash_source(script) for script in scripts)),
        licences=Markup(_MARKUP.sub("<\\\\", bundle.licences)),
        document=Markup(escape_json(document)),
        scripts=tuple(Markup(script) for script in scripts),
    )
    return html_template("page").render(page=page)


def escape_json(value: object) -> str:
    """JSON that may stand in a script element and reads back as the same value.

    Raises:
        ValueError: A number is infinite or none, which JSON cannot say.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def escape_script(script: str) -> str:
    r"""A script that may stand in a script element.

    `<` before `!--` and `script` becomes `\x3c`, which means the same in strings, templates and regular expressions;
    elsewhere a script cannot have it.
    """
    return _MARKUP.sub(r"\\x3c", script)


def _hash_source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
