"""Zip archives: what is in them by content, names as people read them, one bad file costs itself alone."""

from __future__ import annotations

import pytest

from planparse.findings.model import Findings
from planparse.intake import read
from planparse.intake.archive import archive_files
from planparse.intake.members import Members
from planparse.intake.unreadable import Unreadable

from ..paged_files import Text, ofd, pdf, zipped

NOTICE = "青禾县人民政府关于做好春茶采摘工作的通知\n一、备足农资。（县农业农村局负责）\n".encode()
PAGE = b"<html><body><p>" + NOTICE + b"</body></html>"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


def files(data: bytes, findings: Findings | None = None) -> list[str]:
    return [file.path for file in archive_files(data, Findings() if findings is None else findings)]


def said(findings: Findings) -> list[tuple[str, dict[str, str]]]:
    return [(finding.code, dict(finding.values)) for finding in findings]


def test_files_are_told_by_content() -> None:
    line = [[Text("一、采茶", 79, 120)]]
    members = {"a": NOTICE, "b.doc": PAGE, "c.txt": pdf(line), "d.bin": ofd(line), "e.txt": PICTURE}
    findings = Findings()
    assert files(zipped(members), findings) == ["a", "b.doc", "c.txt", "d.bin"]
    assert said(findings) == [("PP035", {"name": "e.txt", "kind": "PNG"})]


@pytest.mark.parametrize(
    "name", ["__MACOSX/._a.txt", "x/.DS_Store", "Thumbs.db", "~$通知.docx", "x/._通知.txt"]
)
def test_what_systems_leave_behind_is_passed_over(name: str) -> None:
    findings = Findings()
    assert files(zipped({name: NOTICE, "通知.txt": NOTICE}), findings) == ["通知.txt"]
    assert said(findings) == []


@pytest.mark.parametrize("gb18030", [True, False])
@pytest.mark.parametrize(
    "names", [["通知.txt"], ["关于采茶/通知.txt", "关于采茶/附件/方案.html"], ["a.txt", "㐂𠮷.txt"]]
)
def test_names_are_read_as_people_wrote_them(names: list[str], gb18030: bool) -> None:
    assert files(zipped(dict.fromkeys(names, NOTICE), gb18030=gb18030)) == names


def test_names_in_utf_8_without_the_mark() -> None:
    data = zipped({"XXXXXXXXXX": NOTICE}).replace(b"XXXXXXXXXX", "通知.txt".encode())
    assert files(data) == ["通知.txt"]


def test_an_archive_inside_another_and_no_further() -> None:
    inner = zipped({"方案.txt": NOTICE})
    innermost = zipped({"更深.zip": zipped({"表.txt": NOTICE})})
    findings = Findings()
    assert files(zipped({"附件.zip": inner, "通知.txt": NOTICE}), findings) == [
        "附件.zip/方案.txt",
        "通知.txt",
    ]
    assert files(zipped({"附件.zip": innermost}), findings) == []
    assert said(findings) == [("PP035", {"name": "附件.zip/更深.zip", "kind": "ZIP"})]


def test_documents_inside_do_not_make_the_archive_one() -> None:
    """Their parts stand in the archive's bytes where nothing is packed."""
    line = [[Text("一、采茶", 79, 120)]]
    assert files(zipped({"a.ofd": ofd(line), "b.ofd": ofd(line)})) == ["a.ofd", "b.ofd"]


def test_the_only_file_is_read() -> None:
    findings = Findings()
    source = read(
        zipped({"通知/春茶.txt": NOTICE.decode().encode("gb18030"), "章.png": PICTURE}), "a.zip", findings
    )
    assert source is not None
    assert (source.name, source.format, source.encoding) == ("a.zip/通知/春茶.txt", "text", "gb18030")
    assert source.text.encode() == NOTICE
    assert [code for code, _ in said(findings)] == ["PP035", "PP007"]


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"a.txt": NOTICE, "b.txt": NOTICE}, ("PP033", {"count": "2", "names": "a.txt、b.txt"})),
        ({}, ("PP034", {})),
        ({"章.png": PICTURE}, ("PP034", {})),
    ],
)
def test_several_files_or_none(members: dict[str, bytes], found: tuple[str, dict[str, str]]) -> None:
    findings = Findings()
    assert read(zipped(members), "a.zip", findings) is None
    assert said(findings)[-1] == found


def test_a_bad_file_costs_itself_alone() -> None:
    good = zipped({"a.txt": NOTICE, "b.txt": NOTICE + b"x", "c.txt": NOTICE})
    damaged = bytearray(good)
    damaged[good.index(b"b.txt") + 5] ^= 0xFF
    locked = bytearray(good)
    entry = good.rindex(b"PK\x01\x02", 0, good.rindex(b"b.txt"))
    locked[good.index(b"b.txt") - 24] |= 1
    locked[entry + 8] |= 1
    for data, code in ((damaged, "PP021"), (locked, "PP020")):
        findings = Findings()
        assert files(bytes(data), findings) == ["a.txt", "c.txt"]
        assert said(findings) == [("PP035", {"name": "b.txt", "kind": code})]


BOMB = zipped({"a.txt": bytes(400 * 2**20)})
TENS = zipped({"a.txt": b"".join(str(number).encode() for number in range(1_500_000))})


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (BOMB, "bytes"),
        (zipped({"a.txt": bytes(60 * 2**20)}), "ratio"),
        (zipped({f"{number}.txt": TENS for number in range(30)}), ""),
    ],
    ids=["400 MB", "packed too well", "many of ten"],
)
def test_members_beyond_a_limit_are_not_unpacked(data: bytes, what: str) -> None:
    members = Members(data)
    with pytest.raises(Unreadable) as caught:
        for member in members:
            inner = members.read(member)
            for file in Members(inner, members.bytes_read) if what == "" else ():
                members.bytes_read += len(Members(inner, members.bytes_read).read(file))
    assert caught.value.code == "PP022"
    assert caught.value.values["what"] == (what or "bytes")


def test_archives_in_an_archive_share_the_limit() -> None:
    findings = Findings()
    assert len(files(zipped({f"{number:02}.zip": TENS for number in range(30)}), findings)) < 30
    assert {code for code, _ in said(findings)} == {"PP035"}
    assert {values["kind"] for _, values in said(findings)} == {"PP022"}


def test_more_members_than_an_archive_has() -> None:
    data = zipped({f"{number}.txt": b"" for number in range(6_000)})
    with pytest.raises(Unreadable) as caught:
        Members(data)
    assert (caught.value.code, caught.value.values["what"]) == ("PP022", "members")


@pytest.mark.parametrize("name", ["../../etc/x.txt", "/etc/x.txt", "C:\\x.txt", "a/../../x.txt"])
def test_a_path_leads_nowhere(name: str) -> None:
    """Nothing is written; the name is only shown."""
    source = read(zipped({name: NOTICE}), "a.zip", Findings())
    assert source is not None
    assert source.text.encode() == NOTICE
