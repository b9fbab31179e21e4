"""Binary Word files that are damaged, locked, old or made to do harm: one clear finding, and no more."""

from __future__ import annotations

import os
import stat
import struct
import time
from pathlib import Path

import pytest

from planparse import extract_bytes
from planparse.findings.model import Findings
from planparse.intake import read
from planparse.intake.unreadable import Unreadable
from planparse.intake.word import conversion
from planparse.intake.word.reader import read_story

from ...word_binary import Binary, Para, Style, container, modifier
from ...word_files import docx, paragraph

BODY = [Para("一、总体要求"), Para("到2025年底建成。")]
GOOD = Binary(BODY).to_bytes()
OLD = {"identity": 0xA5DC, "version": 0x68}


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "COMMAND", "planparse-has-no-such-program")


def codes(data: bytes, name: str = "通知.doc") -> list[str]:
    findings = Findings()
    read(data, name, findings)
    return [finding.code for finding in findings]


def patched(data: bytes, place: int, value: int) -> bytes:
    return data[:place] + struct.pack("<I", value) + data[place + 4 :]


def main_stream(data: bytes) -> int:
    return data.index(b"\xec\xa5")


def part_at(index: int) -> int:
    """Where the header says how long a part of the table stream is."""
    return main_stream(GOOD) + 0x9A + 8 * index + 4


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    findings = Findings()
    source = read(GOOD, "通知.doc", findings)
    assert source is not None
    assert (source.text, source.format, source.encoding) == ("一、总体要求\n到2025年底建成。\n", "doc", "")
    assert list(findings) == []


@pytest.mark.parametrize("name", ["通知.wps", "通知.dot", "通知"])
def test_names_that_go_with_the_format(name: str) -> None:
    assert codes(GOOD, name) == []


@pytest.mark.parametrize("name", ["通知.docx", "通知.txt", "通知.pdf"])
def test_a_renamed_file_is_read_all_the_same(name: str) -> None:
    assert codes(GOOD, name) == ["PP032"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD[:8], "PP021"),
        (GOOD[:512], "PP021"),
        (GOOD[:3000], "PP021"),
        (Binary(BODY, flags=0x0100).to_bytes(), "PP020"),
        (container({"EncryptedPackage": b"", "EncryptionInfo": b""}), "PP020"),
        (Binary(BODY, **OLD).to_bytes(), "PP045"),  # type: ignore[arg-type]
        (Binary(BODY, version=0x65).to_bytes(), "PP045"),
        (container({"Workbook": b""}), "PP003"),
        (container({"PowerPoint Document": b""}), "PP003"),
        (container({"WordDocument": b""}), "PP045"),
        (container({"WordDocument": Binary(BODY).to_bytes()[512:1500]}), "PP021"),  # no table stream
        (patched(GOOD, part_at(33), 0), "PP021"),  # no piece table
        (patched(GOOD, part_at(33), 12), "PP021"),
        (Binary([]).to_bytes(), "PP021"),
        (Binary([Para("")]).to_bytes(), "PP010"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_finding_says_why(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def test_an_error_gives_a_document_and_no_plan() -> None:
    document = extract_bytes(GOOD[:3000], name="通知.doc")
    assert document.plan is None
    assert [(each.code, each.severity) for each in document.findings or []] == [("PP021", "error")]


@pytest.mark.parametrize("index", [1, 6, 12, 13, 15, 33, 40, 50, 56, 73, 74])
@pytest.mark.parametrize("length", [1, 7, 0x7FFF_FFFF, 0xFFFF_FFFF])
def test_a_part_of_any_length(index: int, length: int) -> None:
    """A length that does not fit costs the part, or the file; nothing hangs."""
    try:
        story = read_story(patched(GOOD, part_at(index), length))
    except Unreadable as problem:
        assert problem.code == "PP021"
    else:
        assert len(story.body) <= 2


def test_pieces_that_show_one_text_again_and_again_are_refused() -> None:
    """A few bytes of piece table could otherwise ask for any amount of text."""
    pieces = 2_000
    places = struct.pack(f"<{pieces + 1}I", *(100_000 * i for i in range(pieces + 1)))
    table = places + struct.pack("<HIH", 0, 1024, 0) * pieces
    clx = b"\x02" + struct.pack("<I", len(table)) + table
    data = Binary([Para("青" * 100_000)], streams={"1Table": clx}).to_bytes()
    data = patched(patched(data, part_at(33) - 4, 0), part_at(33), len(clx))
    with pytest.raises(Unreadable) as refused:
        read_story(data)
    assert refused.value.code == "PP021"


def test_modifiers_that_go_on_beyond_their_group() -> None:
    body = [
        Para("甲", b"\x08\xd6\xff\xff"),
        Para("乙", b"\x15\xc6\xff\x40"),
        Para("丙", modifier(0x6646, 2**31)),
    ]
    styles = (Style(paragraph=b"\x0b"), Style(base=1))
    assert len(read_story(Binary(body, styles=styles).to_bytes()).body) == 3


# LibreOffice as the last resort


def office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that stands in for LibreOffice; `$out` is the folder it writes to."""
    program = folder / "soffice"
    program.write_text(f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout="$2"\n{script}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(conversion, "COMMAND", str(program))


posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")


@posix
@pytest.mark.parametrize(
    ("data", "reason"), [(Binary(BODY, **OLD).to_bytes(), "old"), (GOOD[:3000], "damaged")]
)  # type: ignore[arg-type]
def test_what_libreoffice_converts_is_read(
    data: bytes, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(docx(paragraph("一、总体要求")))
    office(tmp_path, f'cp "{tmp_path}/made.docx" "$out/notice.docx"', monkeypatch)
    findings = Findings()
    source = read(data, "通知.doc", findings)
    assert source is not None
    assert (source.text, source.format) == ("一、总体要求\n", "doc")
    assert [(each.code, dict(each.values)) for each in findings] == [("PP046", {"reason": reason})]


@posix
def test_libreoffice_works_in_a_folder_that_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(
        tmp_path,
        f'ls "$out/profile/user" > "{tmp_path}/seen"; echo "$out" >> "{tmp_path}/seen"; exit 1',
        monkeypatch,
    )
    assert codes(Binary(BODY, **OLD).to_bytes()) == ["PP045"]  # type: ignore[arg-type]
    settings, folder = (tmp_path / "seen").read_text().split()
    assert settings == "registrymodifications.xcu"
    assert not Path(folder).exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for the process in /proc")
def test_libreoffice_is_stopped_when_it_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, f'sleep 600 & echo $! > "{tmp_path}/child"; wait', monkeypatch)
    monkeypatch.setattr(conversion, "SECONDS", 0.5)
    assert codes(Binary(BODY, **OLD).to_bytes()) == ["PP045"]  # type: ignore[arg-type]
    child = Path("/proc", (tmp_path / "child").read_text().strip(), "stat")
    assert any(_is_gone(child) for _ in range(50))


def _is_gone(process: Path) -> bool:
    """Whether a process has ended; a moment is left to it."""
    if not process.exists() or process.read_text().split()[2] in "ZX":
        return True
    time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    ("version", "name"),
    [(0x65, "MS WinWord 6.0"), (0x68, "MS Word 95"), (0xC1, "MS Word 97"), (0x112, "MS Word 97")],
)
def test_libreoffice_is_told_the_version(version: int, name: str) -> None:
    identity = 0xA5EC if version > 0x68 else 0xA5DC
    assert conversion._filter(Binary(BODY, identity=identity, version=version).to_bytes()) == name
