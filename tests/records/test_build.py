"""From the decided plan to the record: what is written, in which form, and what is left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest

from planparse import Document, extract, extract_bytes, load_rules
from planparse.findings.model import Findings
from planparse.records.build import build_document

from ..support import measure, measures, notice, plan

BODY = (
    "为健全服务体系，根据《云岭省养老服务规划》（云政发〔2021〕3号），制定本计划。\n"
    "一、养老服务（养老专班牵头负责）\n"
    "1.建食堂。2023年6月底前新建社区食堂20个以上，每个补助5万元。（县民政局具体负责）\n"
    "2.设驿站。新建驿站1—2座，入学率达到98.5%。（县住建局牵头，县财政局等部门配合）\n"
    "本计划由县民政局负责解释。"
)
TEXT = notice(BODY)


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(TEXT, name="青禾.txt")


def covered(spans: list[list[int]]) -> str:
    return "".join(TEXT[start:end] for start, end in spans)


def leaves(value: Any) -> Iterator[dict[str, Any]]:
    """Every record below `value` that has a span and a text of its own."""
    if isinstance(value, dict):
        if "span" in value and "text" in value and "id" not in value:
            yield value
        for entry in value.values():
            yield from leaves(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from leaves(entry)


def test_source_tells_the_file_apart(document: Document) -> None:
    assert document.source.model_dump() == {
        "name": "青禾.txt",
        "format": "text",
        "encoding": "utf-8",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "characters": len(TEXT),
    }


def test_source_of_another_encoding() -> None:
    data = TEXT.encode("gb18030")
    source = extract_bytes(data).source
    assert source.encoding == "gb18030"
    assert (source.sha256, source.characters) == (hashlib.sha256(data).hexdigest(), len(TEXT))


def test_rules_are_named(document: Document) -> None:
    rules = load_rules()
    assert document.rules.model_dump() == {
        "name": rules.name,
        "version": rules.version,
        "sha256": rules.sha256,
    }


def test_elements_of_the_notice(document: Document) -> None:
    found = document.to_dict()["notice"]
    number, spans = found.pop("document_number"), found.pop("spans")
    assert found == {
        "issuers": ["青禾县人民政府"],
        "title": "青禾县人民政府关于印发青禾县服务提升2023年行动计划的通知",
        "addressees": ["各乡镇人民政府", "县直各有关单位"],
        "date": "2023-03-10",
    }
    assert [number[key] for key in ("text", "agency", "year", "serial")] == [
        "青政发〔2023〕7号",
        "青政发",
        2023,
        7,
    ]
    assert covered(number["span"]) == "青政发〔2023〕7号"
    assert covered(spans["title"]) == found["title"]
    assert covered(spans["issuers"]) == "青禾县人民政府"
    assert covered(spans["date"]) == "2023年3月10日"
    assert [TEXT[start:end] for start, end in spans["addressees"]] == found["addressees"]


def test_the_plan_and_its_period(document: Document) -> None:
    found = document.to_dict()["plan"]
    assert found["title"] == "青禾县服务提升2023年行动计划"
    assert found["kind"] == "plan"
    assert found["period"] == {"start": "2023-01-01", "end": "2023-12-31"}
    assert covered(found["spans"]["title"]) == found["title"]


def test_text_of_every_leaf_is_what_its_span_covers(document: Document) -> None:
    found = list(leaves(document.to_dict()["plan"]))
    assert len(found) >= 12
    for leaf in found:
        if "rule" not in leaf or leaf["rule"].startswith(("quantities", "deadlines")):
            assert "".join(covered(leaf["span"]).split()) == "".join(leaf["text"].split())


def test_every_fact_names_the_rule_that_found_it(document: Document) -> None:
    facts = [
        fact
        for node in measures(document.to_dict()["plan"])
        for field in ("responsibilities", "targets", "standards", "deadlines", "references")
        for fact in node.get(field, [])
    ]
    assert len(facts) == 8
    assert {fact["rule"] for fact in facts} <= set(load_rules().rules)


def test_places_of_a_measure_s_own_fields(document: Document) -> None:
    first = measures(document.to_dict()["plan"])[0]
    assert covered(first["spans"]["label"]) == "1."
    assert covered(first["spans"]["title"]) == "建食堂"
    assert covered(first["span"]).startswith("1.建食堂。")
    assert covered(first["span"]).endswith("（县民政局具体负责）")


def test_span_of_a_section_reaches_over_what_it_holds(document: Document) -> None:
    (section,) = document.to_dict()["plan"]["sections"]
    for node in section["measures"]:
        assert section["span"][0][0] <= node["span"][0][0]
        assert node["span"][-1][1] <= section["span"][-1][1]


def test_what_the_text_lacks_is_left_out() -> None:
    written = extract(notice("一、主要任务\n1.建设社区食堂，方便老人就餐。（县民政局负责）")).to_json()
    assert "null" not in written
    assert "[]" not in written
    assert "{}" not in written
    (node,) = measures(json.loads(written)["plan"])
    assert set(node) == {"id", "label", "number", "text", "responsibilities", "spans", "span"}


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("新建管网3.5公里。", '"value":3.5,'),
        ("新建驿站20座。", '"value":20,'),
        ("新建管网8.0公里。", '"value":8,'),
        ("完成投资1.1亿元。", '"value":110000000,'),
        ("完成投资0.29亿元。", '"value":29000000,'),
        ("新建管网0.1公里。", '"value":0.1,'),
    ],
    ids=["decimal", "integer", "trailing nought", "scaled decimal", "no binary rounding", "tenth"],
)
def test_numbers_are_exact(sentence: str, written: str) -> None:
    assert written in extract(notice(f"一、主要任务\n1.完善设施。{sentence}（县住建局负责）")).to_json()


def test_name_of_a_body_has_brackets_of_one_width() -> None:
    found = measure("建食堂。方便就餐。（各县〈市、区〉人民政府负责）")["responsibilities"][0]["departments"][
        0
    ]
    assert (found["text"], found["name"]) == ("各县〈市、区〉人民政府", "各县(市、区)人民政府")


def test_an_open_list_is_written_only_where_it_is_open(document: Document) -> None:
    groups = [group for node in measures(document.to_dict()["plan"]) for group in node["responsibilities"]]
    assert [group.get("open") for group in groups] == [None, None, True]


def test_an_unspecified_role_has_no_role_text() -> None:
    (group,) = measure("建食堂。方便就餐。（县民政局、县财政局）")["responsibilities"]
    assert group["role"] == "unspecified"
    assert "role_text" not in group


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = extract(
        notice(
            "一、主要任务\n1.建食堂。方便就餐。（县民政局、县财政局）\n2.设驿站。新建驿站1—2座以上。（县住建局负责"
        )
    ).findings
    places = [finding.span[0] for finding in found or () if finding.span]
    assert len(places) >= 2
    assert places == sorted(places)


def test_a_finding_has_line_and_column_from_one() -> None:
    (finding,) = (
        entry
        for entry in extract(notice("一、主要任务\n1.建食堂。方便就餐。（县民政局、县财政局）")).findings
        or ()
        if entry.code == "PP403"
    )
    assert (finding.line, finding.column, finding.node) == (13, len("1.建食堂。方便就餐。") + 1, "1.1")


def test_nothing_to_parse_gives_a_document_with_its_findings() -> None:
    findings = Findings()
    findings.add("PP001")
    found = build_document(None, "青禾.txt", load_rules(), findings)
    assert (found.plan, found.notice, found.source.name, found.source.characters) == (
        None,
        None,
        "青禾.txt",
        0,
    )
    assert [finding.code for finding in found.findings or ()] == ["PP001"]


def test_a_regulation_keeps_its_outline_and_text() -> None:
    found = plan(
        "第一章 总则\n第一条 为了规范停车秩序，制定本办法。\n第二章 附则\n第二条 本办法自印发之日起施行。",
        plan="青禾县停车管理办法",
    )
    assert found["kind"] == "regulation"
    assert [section["title"] for section in found["sections"]] == ["总则", "附则"]
    assert "为了规范停车秩序" in json.dumps(found, ensure_ascii=False)
