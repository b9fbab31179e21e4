"""Markup that cannot be broken by what is put into it.

`Html` is markup as it stands; every other string that reaches `tag` is text and is escaped.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from planparse.findings.visible import visible_character

# What a browser drops, acts on or cannot hold: controls, marks that reverse the direction of reading,
# lone surrogates. Line breaks and tabs stay.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_VOID = frozenset({"input", "br", "meta"})
#: Nothing may be loaded, sent, framed or run but the script and style whose digests stand here.
_POLICY = (
    "default-src 'none'; {script}style-src '{style}'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


class Html(str):
    """Markup that is safe as it stands."""

    __slots__ = ()


def text(value: str) -> Html:
    """A string as text of a page, hidden characters shown as escapes."""
    if not value.isprintable():
        value = _HIDDEN.sub(lambda match: visible_character(match[0]), value)
    return Html(escape(value))


def tag(name: str, /, *children: str, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` and `data_n` are the attributes class and data-n; None and False leave one out."""
    opening = name
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")
        opening += f" {key}" if value is True else f' {key}="{text(str(value))}"'
    if name in _VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{join(children)}</{name}>")


def join(parts: Iterable[str]) -> Html:
    """Parts one after another."""
    return Html("".join([part if isinstance(part, Html) else text(part) for part in parts]))


def page(
    *,
    title: str,
    language: str,
    styles: Iterable[str],
    body: Html,
    scripts: Iterable[str] = (),
    data: Any = None,
) -> str:
    """A whole page from names of assets, its body, and data for the script."""
    style = "".join(map(asset, styles))
    script = "".join(map(asset, scripts))
    allowed = f"script-src '{_digest(script)}'; " if script else ""
    return Template(asset("page.html")).substitute(
        language="zh-CN" if language == "zh" else language,
        policy=_POLICY.format(script=allowed, style=_digest(style)),
        title=text(title),
        style=style,
        body=body,
        script=f"{_data(data)}<script>{script}</script>" if script else "",
    )


def asset(name: str) -> str:
    """The text of a file of the package."""
    return (files("planparse.output.html") / "assets" / name).read_text("utf-8")


def _data(data: Any) -> str:
    """Data as JSON in an element that no browser runs; nothing in it can end the element."""
    written = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="data">{written}</script>'


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(sha256(content.encode()).digest()).decode()
