"""Nothing that is put into a page can be anything but text."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from planparse.output.html.markup import Html, asset, join, page, tag, text

from .elements import parse


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("各县〈市、区〉人民政府", "各县〈市、区〉人民政府"),
        ("<script>", "&lt;script&gt;"),
        ("a & b", "a &amp; b"),
        ("&lt;", "&amp;lt;"),
        ("\"'", "&quot;&#x27;"),
        ("一\n二\t三\u3000四", "一\n二\t三\u3000四"),
        ("\x00\x1b[2J", "\\x00\\x1b[2J"),
        ("\u202e\u2066\u200b\ufeff", "\\u202e\\u2066\\u200b\\ufeff"),
        ("\ud800", "\\ud800"),
        ("𠮷", "𠮷"),
    ],
)
def test_text_is_escaped_and_what_hides_is_shown(value: str, written: str) -> None:
    assert text(value) == written
    text(value).encode("utf-8")


def test_an_element_escapes_its_text_and_attributes_and_keeps_markup() -> None:
    inner = tag("b", "<i>")
    assert tag("p", inner, "<u>", title='"><img onerror=1>') == (
        '<p title="&quot;&gt;&lt;img onerror=1&gt;"><b>&lt;i&gt;</b>&lt;u&gt;</p>'
    )


@pytest.mark.parametrize(
    ("attributes", "written"),
    [
        ({"class_": "a b"}, '<p class="a b"></p>'),
        ({"data_n": 3}, '<p data-n="3"></p>'),
        ({"aria_label": ""}, '<p aria-label=""></p>'),
        ({"hidden": True}, "<p hidden></p>"),
        ({"hidden": False, "title": None}, "<p></p>"),
    ],
)
def test_attributes(attributes: dict[str, str | int | bool | None], written: str) -> None:
    assert tag("p", **attributes) == written


def test_strings_and_markup_are_joined_as_what_they_are() -> None:
    assert join(["<", Html("<br>"), tag("br")]) == "&lt;<br><br>"


def make(title: str = "t", data: object = None) -> str:
    return page(
        title=title,
        language="zh",
        styles=("base.css",),
        scripts=("review.js",),
        body=tag("p", "x"),
        data=data,
    )


def test_the_policy_allows_the_one_style_and_the_one_script_by_their_digests() -> None:
    root = parse(make())
    policy = root.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    style, script = root.one("style").text, [s for s in root.all("script") if "type" not in s.attributes]
    assert policy == (
        f"default-src 'none'; script-src '{digest(script[0].text)}'; style-src '{digest(style)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    assert len(script) == 1


def digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_a_page_without_a_script_allows_none() -> None:
    written = page(title="t", language="en", styles=("base.css",), body=tag("p", "x"))
    assert "script-src" not in written
    assert list(parse(written).all("script")) == []


@pytest.mark.parametrize(
    "value", ["</script><script>x()</script>", "<!--", "]]>", "\u2028", "\ud800", '"\\', "</SCRIPT >"]
)
def test_data_comes_back_as_it_was_and_ends_nothing(value: str) -> None:
    root = parse(make(data={"v": [value]}))
    element = root.one("script", id="data")
    assert element.attributes["type"] == "application/json"
    assert json.loads(element.text) == {"v": [value]}
    assert len(list(root.all("script"))) == 2


def test_a_title_is_text() -> None:
    assert parse(make(title="</title><script>x()</script>$style")).one("title").text == (
        "</title><script>x()</script>$style"
    )


@pytest.mark.parametrize("name", ["base.css", "review.css", "report.css"])
def test_styles_load_nothing(name: str) -> None:
    assert re.findall(r"url\(|@import|@font-face|https?:|</", asset(name)) == []


@pytest.mark.parametrize("name", ["review.js", "corrections.js"])
def test_scripts_make_no_markup_and_no_code_from_strings(name: str) -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|fetch\(|https?:|</s"
    )
    assert re.findall(forbidden, asset(name)) == []
