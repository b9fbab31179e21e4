"""`planparse extract --overrides`: corrections from the review page."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from planparse import yaml_writer
from planparse.overrides import names_of, values
from planparse.pipeline import analyse_bytes

from .conftest import Runner


@pytest.fixture
def corrections(notice: Path) -> Path:
    """Corrections of three values of the notice: a target, a body, a time that is none."""
    analysis = analyse_bytes(notice.read_bytes())
    found = {(v.kind, v.address.text): v for v in values(analysis.document, analysis.text)}
    entries = [
        {
            **found["target", "20个以上"].address._asdict(),
            "node": "1.1",
            "was": {"value": 20},
            "now": {"value": 22},
        },
        {
            **found["department", "市财政局"].address._asdict(),
            "node": "1.1",
            "was": {"name": "市财政局"},
            "now": {"name": "市财政局（国资委）"},
        },
        {
            **(whole_year := found["deadline", "全年"]).address._asdict(),
            "node": "1.2",
            "was": whole_year.fields(),
            "wrong": True,
        },
    ]
    data = {
        "overrides_version": "1",
        "source": {"sha256": analysis.document.source.sha256, **names_of(analysis.document)},
        "corrections": entries,
    }
    path = notice.with_suffix(".overrides.yaml")
    path.write_text(yaml_writer.dump(data), encoding="utf-8")
    return path


def test_corrections_are_applied(cli: Runner, notice: Path, corrections: Path) -> None:
    result = cli("extract", str(notice), "--overrides", str(corrections))
    assert (result.status, result.error) == (0, "")
    record = yaml.safe_load(result.text)
    first, second = record["plan"]["sections"][0]["measures"]
    assert first["targets"][0]["value"] == 22
    assert first["responsibilities"][1]["departments"][0]["name"] == "市财政局（国资委）"
    assert "deadlines" not in second
    assert {key: record["overrides"][key] for key in ("applied", "dropped")} == {"applied": 3, "dropped": 0}


def test_what_no_longer_fits_is_said_and_the_rest_applied(
    cli: Runner, notice: Path, corrections: Path
) -> None:
    notice.write_text(notice.read_text("utf-8").replace("20个以上", "25个以上"), encoding="utf-8")
    result = cli("extract", str(notice), "--overrides", str(corrections), "--findings", "concise", lang="zh")
    assert result.status == 1
    assert "PP711 overrides-of-other-text: 更正是对另一版原文作的：仍适用 1 项，未采用 2 项" in result.error
    assert "PP712 override-text-changed: “20个以上”（1.1）所在的文字已变，更正未采用" in result.error
    record = yaml.safe_load(result.text)
    first, second = record["plan"]["sections"][0]["measures"]
    assert first["targets"][0]["value"] == 25
    assert first["responsibilities"][1]["departments"][0]["name"] == "市财政局"
    assert "deadlines" not in second
    assert [f["code"] for f in record["findings"] if f["code"] > "PP7"] == ["PP711", "PP712", "PP712"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"corrections: []\n", "line 1: expected a file of corrections"),
        (b"\xff", "line 1: expected UTF-8, found the byte 0xff"),
    ],
)
def test_a_file_that_is_not_valid_stops_everything(
    cli: Runner, notice: Path, content: bytes, complaint: str
) -> None:
    path = notice.with_name("bad.yaml")
    path.write_bytes(content)
    result = cli("extract", str(notice), "--overrides", str(path))
    assert (result.status, result.out) == (2, b"")
    assert f"The corrections in {path} are not valid; nothing was processed:\n{complaint}" in result.error


def test_a_file_that_does_not_exist(cli: Runner, notice: Path) -> None:
    result = cli("extract", str(notice), "--overrides", "none.yaml")
    assert (result.status, result.out) == (2, b"")
    assert "none.yaml does not exist" in result.error
