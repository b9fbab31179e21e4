"""PDF files: paragraphs from where lines stand, tables from ruled lines, pages kept, bad files refused."""

from __future__ import annotations

import zlib
from base64 import b64decode

import pytest

from planparse.findings.model import Findings
from planparse.intake import read
from planparse.intake.source import SourceText

from ..paged_files import LEFT, PITCH, RIGHT, SIZE, TOP, Page, Rule, Text, assembled, pdf, set_pages, stream

FULL = "各乡镇人民政府要把春茶采摘摆上重要位置，备足农资，"  # a line without room for more, set in by two
assert len(FULL) == 25


def codes(findings: Findings) -> list[str]:
    return [finding.code for finding in findings]


def source_of(data: bytes, findings: Findings | None = None) -> SourceText:
    source = read(data, "通知.pdf", Findings() if findings is None else findings)
    assert source is not None
    return source


def lines_of(data: bytes) -> list[str]:
    return source_of(data).text.splitlines()


def page(*lines: tuple[str, float], size: float = SIZE, pitch: float = PITCH) -> Page:
    """Lines one below the other, each with where it begins, in characters right of the margin."""
    return [
        Text(text, LEFT + size * left, TOP + pitch * place, size) for place, (text, left) in enumerate(lines)
    ]


BODY: list[tuple[str, float]] = [
    (FULL, 2),
    *[("修好道路，抓好试验，及时了解群众意见，定期公布进展，确", 0)] * 3,
]
BODY_TEXT = FULL + BODY[1][0] * 3


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([("保安全。", 0)], [BODY_TEXT + "保安全。"]),
        ([("保安全。", 0), ("二、修路。", 2)], [BODY_TEXT + "保安全。", "二、修路。"]),
        (
            [("保安全。", 0), ("附件不设首行缩进的段落。", 0)],
            [BODY_TEXT + "保安全。", "附件不设首行缩进的段落。"],
        ),
        ([("保安全。", 0), ("青禾县人民政府", 18)], [BODY_TEXT + "保安全。", "青禾县人民政府"]),
        (
            [("保安全。", 0), ("青禾县人民政府", 18), ("2023年3月1日", 18.5)],
            [BODY_TEXT + "保安全。", "青禾县人民政府", "2023年3月1日"],
        ),
        ([("保安全。", 0), ("附件目录", 11.8)], [BODY_TEXT + "保安全。", "附件目录"]),
        (
            [("保安全，完成投资", 0), ("12345678901234567890万元以上。", 0)],
            [BODY_TEXT + "保安全，完成投资", "12345678901234567890万元以上。"],
        ),
        (
            [("保安全，公布网址，并报送县里，", 0), ("https://example.com/qinghe/2023/03。", 0)],
            [BODY_TEXT + "保安全，公布网址，并报送县里，https://example.com/qinghe/2023/03。"],
        ),
    ],
)
def test_a_line_goes_on_the_paragraph_unless_it_is_set_in_or_the_last_ended_early(
    lines: list[tuple[str, float]], paragraphs: list[str]
) -> None:
    assert lines_of(pdf([page(*BODY, *lines)])) == paragraphs


def test_paragraphs_that_are_not_set_in_are_parted_by_distance_and_number() -> None:
    full = "各乡镇人民政府要把春茶采摘摆上重要位置，备足农资，修好道"
    near = [Text(full, LEFT, TOP + PITCH * place, SIZE) for place in range(3)]
    far = [Text(full, LEFT, TOP + PITCH * (place + 0.6), SIZE) for place in range(3, 6)]
    numbered = [
        Text(text, LEFT, TOP + PITCH * 6.6 + 28 * i, SIZE)
        for i, text in enumerate([full[:-1] + "。", "2.修路。"])
    ]
    assert lines_of(pdf([[*near, *far, *numbered]])) == [full * 3, full * 3 + full[:-1] + "。", "2.修路。"]


def test_a_title_too_long_for_its_line_is_one_paragraph() -> None:
    first = "青禾县人民政府办公室关于印发青禾县茶"  # 18 characters of 22 points of 20 that fit
    title = [Text(first + "业提", LEFT, TOP, 22.0), Text("升方案的通知", 230.0, TOP + PITCH, 22.0)]
    body = [item._replace(bottom=item.bottom + 3 * PITCH) for item in page(*BODY) if isinstance(item, Text)]
    assert lines_of(pdf([[*title, *body]])) == [first + "业提升方案的通知", BODY_TEXT]


def test_a_paragraph_goes_on_over_pages_and_pages_are_marked() -> None:
    source = source_of(
        pdf([page(*BODY), page(("保安全。", 0), ("二、修路。", 2)), [], page(("三、完。", 2))])
    )
    assert source.text == f"{BODY_TEXT}保安全。\n二、修路。\n三、完。\n"
    start, last = len(BODY_TEXT), source.text.index("三、")
    assert source.pages() == (0, start, last, last)


def test_page_numbers_and_running_heads_are_left_out_with_a_finding() -> None:
    findings = Findings()
    pages = [
        [Text("青禾县人民政府公报", 220.0, 50.0, 10.5), *page(*BODY), Text(number, 280.0, 790.0, 14.0)]
        for number in ("— 1 —", "— 2 —", "3", "第 4 页 共 5 页", "5 / 5")
    ]
    source = source_of(pdf(pages), findings)
    assert source.text == (BODY_TEXT + "\n") * 5
    assert [(each.code, dict(each.values)) for each in findings] == [("PP031", {"count": "10"})]


def test_a_title_that_running_heads_repeat_stays() -> None:
    title = Text("青禾县茶业提升方案", 200.0, 90.0, 22.0)
    heads = [Text("青禾县茶业提升方案", 250.0, 60.0, 10.5)]
    pages = [[title, *page(*BODY)], *[[*heads, *page(*BODY)]] * 3]
    assert lines_of(pdf(pages)) == ["青禾县茶业提升方案", *[BODY_TEXT] * 4]


def test_figures_in_a_list_are_no_page_numbers() -> None:
    assert lines_of(pdf([page(("2022", 2), ("2023", 2), ("完成。", 2))])) == ["2022", "2023", "完成。"]


def test_watermarks_that_lean_are_left_out() -> None:
    content = zlib.decompress(pdf([page(*BODY)]).split(b"stream\n")[1].split(b"\nendstream")[0])
    leaning = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{'内部资料'.encode('utf-16-be').hex()}> Tj ET\n"
    findings = Findings()
    data = pdf([page(*BODY)]).replace(zlib.compress(content), b"")  # the same objects with another content
    assert data
    source = source_of(_with_content(leaning.encode() + content), findings)
    assert source.text == BODY_TEXT + "\n"
    assert codes(findings) == ["PP031"]


def _with_content(content: bytes, page_entries: bytes = b"") -> bytes:
    """A file of one page with this content."""
    font = pdf([[]]).split(b"3 0 obj\n")[1]
    objects = [part.split(b" obj\n")[1] for part in (b"3 0 obj\n" + font).split(b"\nendobj\n")[:3]]
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
            *objects,
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
            b"/Resources << /Font << /F1 3 0 R >> /XObject << /I 8 0 R >> >> " + page_entries + b" >>",
            stream(zlib.compress(content)),
            b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
            b"/BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream",
        ]
    )


def test_a_page_set_sideways_is_read_as_a_reader_turns_it() -> None:
    items = [item for item in page(*BODY, ("保安全。", 0), ("二、修路。", 2)) if isinstance(item, Text)]
    drawn = "\n".join(
        f"BT /F1 16 Tf 0 1 -1 0 {item.bottom:g} {item.left:g} Tm "
        f"<{item.text.encode('utf-16-be').hex()}> Tj ET"
        for item in items
    )
    source = source_of(_with_content(drawn.encode(), b"/Rotate 90"))
    assert source.text.splitlines() == [BODY_TEXT + "保安全。", "二、修路。"]


def test_lines_are_read_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    upside_down = list(reversed(page(("一、备足农资。", 2), ("二、修好道路。", 2), ("三、抓好试验。", 2))))
    assert lines_of(pdf([upside_down])) == ["一、备足农资。", "二、修好道路。", "三、抓好试验。"]


def test_pieces_of_a_line_are_joined_and_a_gap_is_a_blank() -> None:
    pieces = [
        Text("青禾县", LEFT, TOP),
        Text("水利局", LEFT + 3 * SIZE, TOP),
        Text("2023年", LEFT + 12 * SIZE, TOP),
    ]
    assert lines_of(pdf([pieces])) == ["青禾县水利局 2023年"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("⼈⺠政府⾏动", "人民政府行动"),
        ("2023 年 3 月", "2023 年 3 月"),
        ("目 录", "目 录"),
        ("到2025年底", "到2025年底"),
    ],
)
def test_characters_as_written_radicals_as_ideographs(written: str, read_as: str) -> None:
    assert lines_of(pdf([page((written, 2))])) == [read_as]


def test_a_line_set_wide_has_no_blanks_in_it() -> None:
    wide = [
        Text(character, LEFT + 26.0 * place, TOP)
        for place, character in enumerate("各乡镇要备足农资修好道路抓好")
    ]
    assert lines_of(pdf([[*wide, Text("试验。", LEFT, TOP + PITCH)]])) == [
        "各乡镇要备足农资修好道路抓好试验。"
    ]


def grid(columns: list[float], rows: list[float]) -> list[Rule]:
    across = [Rule(columns[0], row, columns[-1], row) for row in rows]
    return across + [Rule(column, rows[0], column, rows[-1]) for column in columns]


CELLS = [
    Text("序号", 90, 220), Text("任务", 160, 220), Text("责任单位", 420, 220),
    Text("1", 90, 260), Text("修好茶园道路，备足", 160, 250), Text("农资", 160, 272),
    Text("县水利局", 420, 260),
    Text("2", 90, 310), Text("抓好试验", 160, 310), Text("县农业农村局", 420, 310),
]  # fmt: skip


def test_a_table_of_ruled_lines_has_a_row_on_each_line() -> None:
    rules = grid([80, 150, 400, 520], [200, 235, 285, 325])
    around = [Text("任务分工如下。", LEFT, 150), Text("以上任务年底前完成。", LEFT, 380)]
    source = source_of(pdf([[*around, *rules, *CELLS]]))
    rows = ["序号\t任务\t责任单位", "1\t修好茶园道路，备足农资\t县水利局", "2\t抓好试验\t县农业农村局"]
    assert source.text.splitlines() == ["任务分工如下。", *rows, "以上任务年底前完成。"]
    (mark,) = (mark for mark in source.marks if mark.kind == "table")
    assert source.text[mark.start : mark.end].splitlines() == rows


def test_a_cell_that_reaches_down_is_shown_in_each_row() -> None:
    rules = [
        rule for rule in grid([80, 150, 400, 520], [200, 235, 285, 325]) if rule != Rule(80, 285, 520, 285)
    ]
    cells = [cell for cell in CELLS if cell.text != "县农业农村局"]
    source = source_of(pdf([[*rules, Rule(80, 285, 400, 285), *cells]]))
    assert source.text.splitlines()[1:] == ["1\t修好茶园道路，备足农资\t县水利局", "2\t抓好试验\t县水利局"]
    (merged,) = (mark for mark in source.marks if mark.kind == "merged")
    assert source.text[merged.start : merged.end] == "县水利局"
    assert merged.start > source.text.index("抓好试验")


def test_a_table_goes_on_on_the_next_page() -> None:
    rules = grid([80, 150, 400, 520], [200, 235, 285, 325])
    source = source_of(pdf([[*rules, *CELLS], [*rules, *CELLS]]))
    assert [mark.number for mark in source.marks if mark.kind == "table"] == [1]


@pytest.mark.parametrize(
    "rules",
    [
        [Rule(80, 300, 520, 300)],
        [Rule(80, 200, 520, 200), Rule(80, 300, 520, 300), Rule(80, 400, 520, 400)],
        grid([80, 520], [100, 400]),
        grid([80, 520], [100, 200, 300, 400]),
    ],
    ids=["a line", "lines", "a frame", "frames"],
)
def test_lines_and_frames_are_no_tables(rules: list[Rule]) -> None:
    source = source_of(pdf([[*page(*BODY), *rules]]))
    assert source.text == BODY_TEXT + "\n"
    assert {mark.kind for mark in source.marks} == {"page"}


# A file of one line, locked with a password (RC4, 40 bits); made once with a PDF library.
LOCKED = b64decode(
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovVHlwZSAvQ2F0YWxvZwovUGFnZXMgMiAwIFIKPj4KZW5kb2JqCjIgMCBvYmoKPDwK"
    "L1R5cGUgL1BhZ2VzCi9LaWRzIFsgMyAwIFIgXQovQ291bnQgMQo+PgplbmRvYmoKMyAwIG9iago8PAovVHlwZSAvUGFnZQovUGFy"
    "ZW50IDIgMCBSCi9NZWRpYUJveCBbIDAgMCA1OTUgODQyIF0KL0NvbnRlbnRzIDQgMCBSCi9SZXNvdXJjZXMgPDwKL0ZvbnQgPDwK"
    "L0YxIDUgMCBSCj4+Cj4+Cj4+CmVuZG9iago0IDAgb2JqCjw8Ci9GaWx0ZXIgL0ZsYXRlRGVjb2RlCi9MZW5ndGggNDkKPj4Kc3Ry"
    "ZWFtCqrg+qcZOtzHa8UJwZOQqWeC7bxdpLgCejkaOiBvFbLE7pL2L4888ifhCSiY3EDqEJgKZW5kc3RyZWFtCmVuZG9iago1IDAg"
    "b2JqCjw8Ci9UeXBlIC9Gb250Ci9TdWJ0eXBlIC9UeXBlMAovQmFzZUZvbnQgL1NUU29uZy1MaWdodAovRW5jb2RpbmcgL1VuaUdC"
    "LVVDUzItSAovRGVzY2VuZGFudEZvbnRzIFsgNiAwIFIgXQo+PgplbmRvYmoKNiAwIG9iago8PAovVHlwZSAvRm9udAovU3VidHlw"
    "ZSAvQ0lERm9udFR5cGUwCi9CYXNlRm9udCAvU1RTb25nLUxpZ2h0Ci9EVyAxMDAwCi9XIFsgMSA5NSA1MDAgXQovQ0lEU3lzdGVt"
    "SW5mbyA8PAovUmVnaXN0cnkgPDRjMDY3MTdkYTE+Ci9PcmRlcmluZyA8NGEyMDJmPgovU3VwcGxlbWVudCAyCj4+Ci9Gb250RGVz"
    "Y3JpcHRvciA3IDAgUgo+PgplbmRvYmoKNyAwIG9iago8PAovVHlwZSAvRm9udERlc2NyaXB0b3IKL0ZvbnROYW1lIC9TVFNvbmct"
    "TGlnaHQKL0ZsYWdzIDYKL0ZvbnRCQm94IFsgLTI1IC0yNTQgMTAwMCA4ODAgXQovSXRhbGljQW5nbGUgMAovQXNjZW50IDg4MAov"
    "RGVzY2VudCAtMTIwCi9DYXBIZWlnaHQgODgwCi9TdGVtViA5Mwo+PgplbmRvYmoKOCAwIG9iago8PAovViAxCi9SIDIKL0xlbmd0"
    "aCA0MAovUCA0Mjk0OTY3MjkyCi9GaWx0ZXIgL1N0YW5kYXJkCi9PIDw5MTBlN2I1NzgyMDE4OTA0OGI4MTBhYmQ3MzQ0NjM2ZjIy"
    "YjFiNjg1MmMyOTNjYzg1NWMwYzBiNDA2YWNhNDYyPgovVSA8YzY3NjdlNDE0OTllZjM1ZWNlOWYxYzYyZjQ5ODNmMWNlMmFiYTI5"
    "Y2UxZGMzNTgzMjgzMzg1NTQ4YzRhYWNhOT4KPj4KZW5kb2JqCnhyZWYKMCA5CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAx"
    "NSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAwMDAwMDAxMjMgMDAwMDAgbiAKMDAwMDAwMDI1MSAwMDAwMCBuIAowMDAw"
    "MDAwMzcxIDAwMDAwIG4gCjAwMDAwMDA0OTUgMDAwMDAgbiAKMDAwMDAwMDY5OSAwMDAwMCBuIAowMDAwMDAwODczIDAwMDAwIG4g"
    "CnRyYWlsZXIKPDwKL1NpemUgOQovUm9vdCAxIDAgUgovSUQgWyA8MjMxZDE2MDA5MWVhNzQ4ZjQxMzZkOWYxYjFjNzE1Zjk+IDwy"
    "MzFkMTYwMDkxZWE3NDhmNDEzNmQ5ZjFiMWM3MTVmOT4gXQovRW5jcnlwdCA4IDAgUgo+PgpzdGFydHhyZWYKMTA4NwolJUVPRgo="
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_with_content(b"q 500 0 0 700 50 50 cm /I Do Q"), "PP024"),
        (
            _with_content(b"q 500 0 0 700 50 50 cm /I Do Q BT /F1 9 Tf 50 20 Td <626B63CF4EEA> Tj ET"),
            "PP024",
        ),
        (pdf([page(*[("\ue123\ue234\ue345测", 2)] * 20)]), "PP029"),
        (pdf([page(*[("頔朢硠螶蟘貜鉥钄鱤鷴", 2)] * 20)]), "PP029"),
        (pdf([page(*BODY)])[:900], "PP021"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "PP021"),
        (LOCKED, "PP020"),
    ],
    ids=[
        "scan",
        "scan with a scanner's mark",
        "private characters",
        "wrong characters",
        "cut off",
        "noise",
        "locked",
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, code: str) -> None:
    findings = Findings()
    assert read(data, "通知.pdf", findings) is None
    assert codes(findings) == [code]


def test_a_blank_file_has_nothing_to_parse() -> None:
    findings = Findings()
    assert source_of(pdf([[], []]), findings).text == ""
    assert codes(findings) == ["PP010"]


def test_pages_without_text_are_named() -> None:
    findings = Findings()
    source_of(pdf([[], page(*BODY), []]), findings)
    assert [(each.code, dict(each.values)) for each in findings] == [
        ("PP025", {"count": "2", "pages": "1、3"})
    ]


def test_the_same_lines_make_the_same_text_in_ofd() -> None:
    from ..paged_files import ofd

    notice = (
        "^青禾县茶业提升方案\n<各乡镇人民政府：\n"
        + f"一、{FULL * 8}\n" * 9
        + ">青禾县人民政府\n>2023年3月1日"
    )
    pages = set_pages(notice)
    assert len(pages) > 3 and RIGHT > LEFT
    one, other = source_of(pdf(pages)), read(ofd(pages), "通知.ofd", Findings())
    assert other is not None
    assert (one.text, one.marks) == (other.text, other.marks)
