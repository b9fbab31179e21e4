"""The whole way: three entrances, one record; and whatever comes in, a document comes out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planparse import Document, extract, extract_bytes, extract_file, load_rules
from planparse.pipeline import analyse_bytes, analyse_text

from .support import NEXT, notice

TEXT = notice(
    "一、主要任务\n1.建食堂。2023年6月底前新建社区食堂20个以上，每个补助5万元。（县民政局牵头，县财政局配合）\n"
    + NEXT
)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings or ()]


@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT.replace("\n", "\r\n"), "", " \n\n", "全县动员。", "县\x07民政"],
    ids=["a notice", "CRLF", "empty", "blank", "a sentence", "a control character"],
)
def test_three_entrances_give_the_same_record(text: str, tmp_path: Path) -> None:
    path = tmp_path / "青禾.txt"
    path.write_bytes(text.encode())
    from_text = extract(text, name=path.name)
    assert extract_bytes(text.encode(), name=path.name).to_json() == from_text.to_json()
    assert extract_file(path).to_json() == from_text.to_json()
    assert extract_file(str(path)).to_json() == from_text.to_json()


def test_a_record_names_the_file_without_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "青禾.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert extract_file(path).source.name == "青禾.txt"


def test_rules_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "青禾.txt"
    path.write_text(TEXT, encoding="utf-8")
    rules = load_rules()
    expected = extract(TEXT, name=path.name).to_json()
    assert extract(TEXT, name=path.name, rules=rules).to_json() == expected
    assert extract_bytes(TEXT.encode(), name=path.name, rules=rules).to_json() == expected
    assert extract_file(path, rules=rules).to_json() == expected


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "gbk"]
)
def test_the_encoding_changes_nothing_but_the_source(encoding: str) -> None:
    expected, found = extract(TEXT), extract_bytes(TEXT.encode(encoding))
    assert found.plan is not None
    assert found.to_dict(provenance=False)["plan"] == expected.to_dict(provenance=False)["plan"]


def test_a_file_that_is_not_there_raises() -> None:
    with pytest.raises(OSError, match=r"missing\.txt"):
        extract_file("missing.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        extract_file(tmp_path)


UNREADABLE = {
    "empty": (b"", "PP001"),
    "blank": (b" \n\t\n\r\n", "PP010"),
    "blank, ideographic": ("\u3000\n\u3000".encode(), "PP010"),
    "a page number": ("\n— 3 —\n".encode(), "PP010"),
    "picture": (PNG, "PP003"),
    "archive": (b"PK\x03\x04" + bytes(range(256)), "PP021"),
    "noughts": (b"\0" * 200, "PP003"),
}


@pytest.mark.parametrize(("data", "code"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_where_there_is_nothing_to_parse_an_error_says_so(data: bytes, code: str) -> None:
    found = extract_bytes(data, name="青禾.txt")
    assert found.plan is None
    assert [(finding.code, finding.severity) for finding in found.findings or ()] == [(code, "error")]


DAMAGED = {
    "cut in a character": (TEXT.encode()[:-2], "PP006"),
    "a nought in the text": (TEXT.replace("社区", "社\0区").encode(), "PP009"),
    "a byte that is none of UTF-8": (
        TEXT.encode().replace("惠".encode(), b"\xff") + b"\xff\n" + TEXT.encode(),
        "PP005",
    ),
    "no measures": (notice("全县上下要高度重视，抓好落实。").encode(), "PP304"),
    "no plan": (notice("第一条 为规范停车，制定本办法。", plan="青禾县停车管理办法").encode(), "PP305"),
    "no number": (TEXT.replace("青政发〔2023〕7号\n", "").encode(), "PP201"),
    "no date": (TEXT.replace("2023年3月10日\n", "").encode(), "PP203"),
    "no addressees": (TEXT.replace("各乡镇人民政府，县直各有关单位：\n", "").encode(), "PP206"),
}


@pytest.mark.parametrize(("data", "code"), DAMAGED.values(), ids=DAMAGED.keys())
def test_damage_is_told_and_the_rest_is_read(data: bytes, code: str) -> None:
    found = extract_bytes(data)
    assert found.plan is not None
    assert code in codes(found)


def test_a_whole_notice_has_no_findings() -> None:
    assert codes(extract(TEXT)) == []


@pytest.mark.parametrize("character", [*"一（）《》1.:。、\0\n\x85\ud800", "", "（一）", "一、", "1."])
def test_the_smallest_texts_give_a_document(character: str) -> None:
    found = extract(character)
    assert found.source.characters == len(character)
    assert Document.model_validate_json(found.to_json()).to_json() == found.to_json()


def test_every_beginning_of_a_notice_gives_a_document() -> None:
    for length in range(0, len(TEXT), 7):
        assert extract(TEXT[:length]).source.characters == length


def test_the_findings_of_an_analysis_are_those_of_its_record() -> None:
    damaged = TEXT.replace("县财政局配合）", "县财政局配合")
    for analysis in (analyse_text(damaged), analyse_bytes(damaged.encode())):
        assert sorted(finding.code for finding in analysis.findings) == sorted(codes(analysis.document))
        assert "PP402" in codes(analysis.document)
        assert analysis.text == damaged


def test_the_same_bytes_again_and_again() -> None:
    first = extract(TEXT)
    again = [extract(TEXT) for _ in range(3)]
    assert {entry.to_json() for entry in again} == {first.to_json()}
    assert {entry.to_yaml() for entry in again} == {first.to_yaml()}


def test_one_notice_leaves_nothing_behind_for_the_next() -> None:
    alone = extract(TEXT).to_json()
    for other in (
        "",
        "\0",
        notice("一、其他\n1.改环境。（县城管局负责，列第一位者为牵头单位，下同）"),
        "（" * 500,
    ):
        extract(other)
        assert extract(TEXT).to_json() == alone


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_same_bytes_in_another_process(seed: str) -> None:
    program = (
        "import sys, planparse\n"
        "found = planparse.extract_bytes(sys.stdin.buffer.read())\n"
        "sys.stdout.buffer.write(found.to_json().encode())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        input=TEXT.encode(),
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1] / "src")},
    )
    assert run.stdout.decode() == extract(TEXT).to_json()
