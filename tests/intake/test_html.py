"""What a web page gives: the lines that a browser shows of the notice, and nothing of the website."""

from __future__ import annotations

import pytest

from planparse.findings.model import Findings
from planparse.intake import read
from planparse.intake.source import Mark, SourceText
from planparse.rulepack import load_rules

BODY = "为加快春茶采摘，经县政府同意，现就有关事项通知如下，请认真落实。"


def text_of(page: str | bytes) -> str:
    source = source_of(page)
    assert source is not None
    return source.text


def source_of(page: str | bytes, findings: Findings | None = None) -> SourceText | None:
    data = page.encode() if isinstance(page, str) else page
    return read(data, "通知.html", Findings() if findings is None else findings)


def shown(body: str) -> list[str]:
    """The lines of a page with this body."""
    return text_of(f"<!DOCTYPE html><html><body>{body}</body></html>").splitlines()


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>一、备足农资。</p><p>二、修好道路。</p>", ["一、备足农资。", "二、修好道路。"]),
        ("<div>一、备足农资。<div>县水利局负责。</div></div>", ["一、备足农资。", "县水利局负责。"]),
        ("一、农资<br>二、修好道路<br/><br />三、抓好试验", ["一、农资", "二、修好道路", "三、抓好试验"]),
        ("<p><span>新<b>路灯</b><span>3</span></span>0<span lang=EN-US>盏<o:p></o:p></span>", ["新路灯30盏"]),
        ("<p>　　一、备足&nbsp;农资</p>", ["　　一、备足\xa0农资"]),
        ("<p>青禾县  水利局\t和\n农业农村局</p>", ["青禾县 水利局 和农业农村局"]),
        ("<p>由 the county\n  office 办理</p>", ["由 the county office 办理"]),
        ("<p>前<!-- 不显示 -->后</p><script>var x = '<p>脚本</p>'</script><style>p{}</style>", ["前后"]),
        ("<p>前<span style='display: none'>藏</span>后<i hidden>藏</i></p>", ["前后"]),
        ("<p>前<span style='mso-hide:all'>藏</span><b style='VISIBILITY:hidden'>藏</b>后</p>", ["前后"]),
        ("<select><option>选项</select><button>打印</button><p>正文</p><textarea>稿</textarea>", ["正文"]),
        ("<pre>一、备足农资\n二、修好道路</pre>", ["一、备足农资", "二、修好道路"]),
        ("<p>未闭合<p>一、备足农资<li>二、修好道路", ["未闭合", "一、备足农资", "二、修好道路"]),
        (
            "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span "
            "style='font:7.0pt \"Times New Roman\"'>&nbsp;</span></span><![endif]>备足农资<o:p></o:p></p>",
            ["一、\xa0备足农资"],
        ),
        ("<p>⼈⺠政府⼾籍⻔⾯</p>", ["人民政府户籍门面"]),
        ("<p>\ue5e5\ue5e5一、备足农资</p>", ["\u3000\u3000一、备足农资"]),
        ("", []),
    ],
)  # fmt: skip
def test_lines_are_those_that_a_browser_shows(body: str, lines: list[str]) -> None:
    assert shown(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<ol><li>备足农资<li>修好道路</ol>", ["1.备足农资", "2.修好道路"]),
        ("<ol start=3><li><p>备足农资</p><li>修好道路</ol>", ["3.备足农资", "4.修好道路"]),
        ("<ol type=a><li>甲<li value=27>乙</ol>", ["a.甲", "aa.乙"]),
        ("<ol type=I><li>甲<li value=9>乙</ol>", ["I.甲", "IX.乙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li value=12>乙</ol>", ["一、甲", "十二、乙"]),
        ("<ol><li>甲<ol><li>丙</ol><li>乙</ol>", ["1.甲", "1.丙", "2.乙"]),
        ("<ol><li>（一）农资<li>二、修好道路<li>3.试验</ol>", ["（一）农资", "二、修好道路", "3.试验"]),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
    ],
)  # fmt: skip
def test_numbers_of_lists_are_written_unless_the_text_has_its_own(body: str, lines: list[str]) -> None:
    assert shown(body) == lines


@pytest.mark.parametrize(
    ("body", "rows", "merged"),
    [
        (
            "<table><tr><th>序号<th>任务<th>责任单位<tr><td>1<td>修路<td>县水利局</table>",
            ["序号\t任务\t责任单位", "1\t修路\t县水利局"],
            [],
        ),
        (
            "<table><tr><td>1<td><p>修路</p><p>架桥</p><td>县水利局<br>县住建局</table>",
            ["1\t修路 架桥\t县水利局 县住建局"],
            [],
        ),
        (
            "<table><tr><td>1<td>修路<td rowspan=2>县水利局<td>年底<tr><td>2<td>架桥<td>长期</table>",
            ["1\t修路\t县水利局\t年底", "2\t架桥\t县水利局\t长期"],
            ["县水利局"],
        ),
        (
            "<table><tr><td colspan=2>合计<td>3<tr><td>甲<td>乙<td>丙</table>",
            ["合计\t\t3", "甲\t乙\t丙"],
            [],
        ),
        (
            "<table><tr><td rowspan=9 colspan=2>甲<td>乙<tr><td>丙<tr></table>",
            ["甲\t\t乙", "甲\t\t丙"],
            ["甲"],
        ),
    ],
)
def test_a_table_has_a_row_on_each_line(body: str, rows: list[str], merged: list[str]) -> None:
    source = source_of(f"<html><body><p>见下表：</p>{body}<p>完</p></body></html>")
    assert source is not None
    table, *others = (mark for mark in source.marks if mark.kind != "page")
    assert source.text[table.start : table.end].splitlines() == rows
    assert (table.kind, table.number) == ("table", 1)
    assert [(mark.kind, source.text[mark.start : mark.end]) for mark in others] == [
        ("merged", text) for text in merged
    ]


def test_the_caption_of_a_table_is_a_line_above_it() -> None:
    table = "<table><caption>任务分工表</caption><tr><td>1<td>修路<tr><td>2<td>架桥</table>"
    source = source_of(f"<html><body>{table}</body></html>")
    assert source is not None
    assert source.text == "任务分工表\n1\t修路\n2\t架桥\n"
    assert source.marks == (Mark("table", 6, 16, 1),)


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    page = f"<table><tr><td><ul><li>栏目</ul></td><td><p>一、总则</p><p>{BODY * 20}</p></td></tr></table>"
    source = source_of(f"<html><body>{page}</body></html>")
    assert source is not None
    assert source.marks == ()
    assert source.text.splitlines()[-2:] == ["一、总则", BODY * 20]


MENU = "<div class=nav>" + "".join(f"<a href=/{i}>栏目{i}</a>" for i in range(30)) + "</div>"
FOOT = "<div class=foot><p>主办单位：青禾县人民政府办公室，未经许可，不得转载。</p></div>"


@pytest.mark.parametrize(
    "holder", ["id=UCAP-CONTENT", "class='view TRS_Editor'", "id=zoom", "class=unknown-name"]
)
def test_menus_and_feet_are_left_out_with_a_finding(holder: str) -> None:
    findings = Findings()
    text = f"<p>关于采茶的通知</p>{f'<p>{BODY}</p>' * 4}"
    page = f"<html><body>{MENU}<div {holder}>{text}</div>{FOOT}</body></html>"
    source = source_of(page, findings)
    assert source is not None
    assert source.text.splitlines() == ["关于采茶的通知", *[BODY] * 4]
    (finding,) = findings
    assert finding.code == "PP030"


def test_a_named_element_without_the_text_is_passed_over() -> None:
    page = f"<html><body><div id=zoom>字体</div><div class=x>{f'<p>{BODY}</p>' * 4}</div></body></html>"
    assert text_of(page).splitlines()[-4:] == [BODY] * 4


def test_the_table_of_the_website_stands_above_the_text() -> None:
    fields = (
        "<table><tr><td><b>索 引 号：</b><td>000-1<td>发文字号：<td>青政发〔2023〕7号</table>"
        "<ul><li><span>成文日期：</span>2023年3月1日<li>栏目<li>文　号：青政发〔2023〕7号</ul>"
    )
    page = f"<html><body>{MENU}{fields}<div id=zoom>{f'<p>{BODY}</p>' * 4}</div></body></html>"
    assert text_of(page).splitlines()[:-4] == [
        "索 引 号：\t000-1\t发文字号：\t青政发〔2023〕7号",
        "成文日期：2023年3月1日",
        "文　号：青政发〔2023〕7号",
    ]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<body><h1>青禾县关于采茶的通知</h1>", ["青禾县关于采茶的通知"]),
        (
            "<head><meta name=ArticleTitle content=青禾县关于采茶的通知></head><body>",
            ["青禾县关于采茶的通知"],
        ),
        ("<head><title>青禾县 - 门户网站</title></head><body><h1>LOGO PAGE</h1>", []),
    ],
)
def test_the_title_of_the_page_where_the_text_lacks_it(head: str, title: list[str]) -> None:
    page = f"<html>{head}{MENU}<div id=zoom>{f'<p>{BODY}</p>' * 4}</div></body></html>"
    assert text_of(page).splitlines() == [*title, *[BODY] * 4]
    page = page.replace("<div id=zoom>", "<div id=zoom><p>青禾县关于</p><p>采茶的通知</p>")
    assert text_of(page).splitlines()[:2] == ["青禾县关于", "采茶的通知"]


@pytest.mark.parametrize(
    ("declared", "encoding"), [("utf-8", "gb18030"), ("gb2312", "utf-8"), ("big5", "utf-16")]
)
def test_bytes_tell_the_encoding_not_the_meta_tag(declared: str, encoding: str) -> None:
    page = f"<html><head><meta charset={declared}></head><body><p>{BODY}</p></body></html>"
    source = source_of(page.encode(encoding))
    assert source is not None
    assert (source.text, source.encoding) == (f"{BODY}\n", encoding)


def test_a_page_cut_out_by_a_crawler_is_a_page() -> None:
    part = f"<tbody><tr><td id='UCAP-CONTENT'><p>{BODY}</p><p>一、备足农资。</p></td></tr></tbody>"
    source = source_of(part)
    assert source is not None
    assert (source.format, source.text) == ("html", f"{BODY}\n一、备足农资。\n")


def test_users_may_name_an_element(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("rules")
    (folder / "website.yaml").write_text(
        "- id: website.main-text\n  extend: true\n  why: our own website\n"
        "  table: [{attribute: class, value: notice-box}]\n",
        "utf-8",
    )
    boxes = f"<div class=x>{f'<p>{BODY}</p>' * 5}</div><div class=notice-box>{f'<p>乙{BODY}</p>' * 4}</div>"
    page = f"<html><body>{boxes}"
    shipped = read(page.encode(), "x.html", Findings())
    ours = read(page.encode(), "x.html", Findings(), rules=load_rules(folder))
    assert shipped is not None and ours is not None
    assert len(shipped.text.splitlines()) == 9
    assert ours.text.splitlines() == [f"乙{BODY}"] * 4


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<html><body>" + "<div>" * 200_000 + "正文", "tags"),
        ("<html><body>" + "<div>" * 1_000 + "正文", "depth"),
        ("<html><body><table>" + "<tr><td>1</td></tr>" * 1_000_000, "tags"),
        ("<html><body><p>" + "青禾县，" * 1_500_000, "characters"),
    ],
    ids=["nested tags", "nested a little", "rows", "text"],
)
def test_a_page_beyond_a_limit_is_refused(page: str, what: str) -> None:
    findings = Findings()
    assert source_of(page, findings) is None
    (finding,) = findings
    assert (finding.code, dict(finding.values)["what"]) == ("PP022", what)


def test_formatting_that_is_never_closed_costs_nothing() -> None:
    assert shown("<p>" + "<font><span style='x'>青" * 2_000) == ["青" * 2_000]


def test_a_large_page_gives_the_same_as_a_small_one() -> None:
    """It is read in another process."""
    text = f"{f'<p>{BODY}</p>' * 10_000}<table><tr><td>甲<td>乙</table>"
    page = f"<html><body>{MENU}<div id=zoom>{text}</div></body>"
    source = source_of(page)
    assert source is not None
    assert source.text == f"{BODY}\n" * 10_000 + "甲\t乙\n"
    assert source.marks == (Mark("table", len(source.text) - 4, len(source.text), 1),)
