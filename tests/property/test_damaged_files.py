"""Whatever befalls a file on its way, reading it gives a text or an error finding, and raises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.findings.catalogue import severity
from planparse.findings.model import Findings, Severity
from planparse.intake import read

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = {
    suffix: next(path.read_bytes() for path in sorted(SAMPLES.iterdir()) if path.suffix == suffix)
    for suffix in (".html", ".pdf", ".ofd", ".zip")
}
DAMAGE = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["flip", "cut", "drop", "twice", "nul"])), max_size=6
)


def damaged(data: bytes, damage: list[tuple[float, str]]) -> bytes:
    """The bytes with each of these done at its place, given as a share of their length."""
    for share, what in damage:
        at = int(share * len(data))
        if what == "cut":
            data = data[: max(at, len(data) // 2)]
        elif what == "flip" and at < len(data):
            data = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        elif what == "drop":
            data = data[:at] + data[at + 7 :]
        elif what == "twice":
            data = data[:at] + data[at : at + 500] + data[at:]
        else:
            data = data[:at] + bytes(20) + data[at:]
    return data


@pytest.mark.parametrize("suffix", FILES)
def test_a_damaged_file_gives_a_text_or_an_error(suffix: str) -> None:
    @settings(max_examples=60)
    @given(DAMAGE)
    def check(damage: list[tuple[float, str]]) -> None:
        findings = Findings()
        source = read(damaged(FILES[suffix], damage), f"x{suffix}", findings)
        if source is None:
            assert any(severity(finding) is Severity.ERROR for finding in findings)
            return
        for finding in findings:
            assert all(0 <= start < end <= len(source.text) for start, end in finding.spans)
        for mark in source.marks:
            assert 0 <= mark.start <= mark.end <= len(source.text)

    check()


@pytest.mark.parametrize("number", ["nan", "inf", "-1e300", "1e9", "x", ""])
@pytest.mark.parametrize("attribute", ["Boundary", "Size", "X", "DeltaX", "CTM"])
def test_numbers_of_an_ofd_file_may_be_anything(attribute: str, number: str) -> None:
    from ..paged_files import zipped

    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    values = {"Boundary": "10 10 50 5", "Size": "5", "X": "0", "DeltaX": "5", "CTM": "1 0 0 1 0 0"}
    values[attribute] = " ".join(number for _ in values[attribute].split())
    text = (
        f'<ofd:TextObject Boundary="{values["Boundary"]}" Size="{values["Size"]}" CTM="{values["CTM"]}">'
        f'<ofd:TextCode X="{values["X"]}" Y="4" DeltaX="{values["DeltaX"]}">甲乙</ofd:TextCode>'
        "</ofd:TextObject>"
    )
    parts = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "D.xml": f"<ofd:Document {space}><ofd:Pages><ofd:Page BaseLoc='P.xml'/></ofd:Pages></ofd:Document>",
        "P.xml": f"<ofd:Page {space}><ofd:Content><ofd:Layer>{text * 3}</ofd:Layer></ofd:Content></ofd:Page>",
    }
    findings = Findings()
    source = read(zipped(parts), "x.ofd", findings)
    assert source is not None or any(severity(finding) is Severity.ERROR for finding in findings)
