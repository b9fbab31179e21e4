"""A record of a file with pages says where they begin, and on which page a finding stands."""

from __future__ import annotations

from planparse import extract, extract_bytes

from ..paged_files import ofd, pdf, set_pages

BODY = "\n".join(
    f"{number}.抓好第{number}项试验，定期公布进展。（县水利局负责）"
    for number in range(1, 60)
    if number != 40
)
NOTICE = f"^青禾县采茶行动计划\n一、主要任务\n{BODY}"


def test_where_pages_begin_and_findings_stand() -> None:
    pages = set_pages(NOTICE)
    for data in (pdf(pages), ofd(pages)):
        record = extract_bytes(data, name="计划").to_dict()
        source = record["source"]
        assert len(source["pages"]) == len(pages) == 3
        assert source["pages"][0] == 0
        assert "encoding" not in source
        (gap,) = (found for found in record["findings"] if found["code"] == "PP301")
        assert source["pages"][1] <= gap["span"][0][0] < source["pages"][2]
        assert gap["page"] == 2
        assert all("page" not in found for found in record["findings"] if "span" not in found)


def test_pages_are_provenance() -> None:
    document = extract_bytes(pdf(set_pages(NOTICE)), name="计划")
    assert "pages:" in document.to_yaml()
    assert "pages:" not in document.to_yaml(provenance=False)


def test_plain_text_has_no_pages() -> None:
    record = extract(NOTICE).to_dict()
    assert record["source"]["encoding"] == "utf-8"
    assert "pages" not in record["source"]
    assert all("page" not in found for found in record["findings"])
