"""Tables whose head names who does a task read as items; other tables and notes stand apart.

A source here is written as readers write it: a row on each line, tabs between cells. `|` stands for the tab,
`*` before a cell says that it is merged with the one above and shown again.
"""

from __future__ import annotations

from typing import Any

import pytest

from planparse.findings.model import Findings
from planparse.intake.source import Mark, SourceText
from planparse.pipeline import parse
from planparse.records import Document
from planparse.records.build import build_document
from planparse.rulepack import load_rules

HEAD = """\
青禾县人民政府关于印发青禾县服务提升2023年行动计划的通知
各乡镇人民政府：
现将《青禾县服务提升2023年行动计划》印发给你们。
青禾县人民政府
2023年3月10日
青禾县服务提升2023年行动计划
一、任务分工
"""


def source(rows: str, after: str = "", note: str = "") -> SourceText:
    text = HEAD
    marks: list[Mark] = []
    start = len(text)
    for row in rows.splitlines():
        for column, cell in enumerate(row.split("|")):
            bare = cell.removeprefix("*")
            if bare != cell:
                marks.append(Mark("merged", len(text), len(text) + len(bare), column))
            text += f"{bare}\t"
        text = text[:-1] + "\n"
    marks.append(Mark("table", start, len(text), 1))
    text += after
    if note:
        marks.append(Mark("note", len(text), len(text) + len(note), 1))
    return SourceText(
        text + note, "x", "docx", "", "0" * 64, marks=tuple(sorted(marks, key=lambda mark: mark.start))
    )


def document(found: SourceText) -> Document:
    findings, rules = Findings(), load_rules()
    return build_document(parse(found, rules, findings), "x", rules, findings)


def owners(node: Any) -> list[str]:
    """`牵头单位 县甲局、县乙局` for each group."""
    groups = node.responsibilities or []
    return [f"{group.role_text} {'、'.join(each.text for each in group.departments)}" for group in groups]


def measures(rows: str, **more: str) -> list[tuple[str | None, str | None, str | None, list[str]]]:
    """Label, title, text and owners of each measure."""
    nodes = [node for node, _ in document(source(rows, **more)).nodes() if node.id.count(".")]
    return [(node.label, node.title, node.text, owners(node)) for node in nodes]


def test_a_table_of_tasks() -> None:
    rows = (
        "序号|工作任务|牵头单位|配合单位\n1|建设便民站点。新建站点20个。|县甲局|县乙局、各乡镇人民政府\n"
        "2|开展培训。|县丙局|"
    )
    assert measures(rows) == [
        ("1", "建设便民站点", "新建站点20个。", ["牵头单位 县甲局", "配合单位 县乙局、各乡镇人民政府"]),
        ("2", None, "开展培训。", ["牵头单位 县丙局"]),
    ]


def test_what_is_found_stands_where_the_spans_say() -> None:
    found = source("序号|工作任务|责任单位|完成时限\n1|新建站点20个。|县甲局|2023年6月底前")
    (measure,) = (node for node, _ in document(found).nodes() if node.label == "1")
    (group,) = measure.responsibilities or []
    (deadline,) = measure.deadlines or []

    def covered(spans: Any) -> list[str]:
        return [found.text[start:end] for start, end in spans]

    assert covered(group.departments[0].span) == ["县甲局"]
    assert covered(group.span) == ["县甲局"]
    assert covered(deadline.span) == ["2023年6月底前"]
    assert str(deadline.end) == "2023-06-30"


def test_a_task_with_its_actions_in_a_column_of_their_own() -> None:
    rows = (
        "序号|重点任务|具体举措|责任单位\n1|优化服务|新建站点20个。|县甲局\n2|培训队伍|培训300人次。|县乙局"
    )
    assert measures(rows) == [
        ("1", "优化服务", "新建站点20个。", ["责任单位 县甲局"]),
        ("2", "培训队伍", "培训300人次。", ["责任单位 县乙局"]),
    ]


def test_an_owner_merged_over_rows_owns_each() -> None:
    rows = "序号|工作任务|责任单位\n1|优化服务。逐项梳理。|县甲局\n2|培训队伍。分批轮训。|*县甲局"
    assert [owner for *_, owner in measures(rows)] == [["责任单位 县甲局"], ["责任单位 县甲局"]]


def test_a_task_merged_over_rows_is_one_measure() -> None:
    rows = (
        "序号|重点任务|具体举措|责任单位\n1|优化服务|新建站点20个。|县甲局\n*1|*优化服务|推行上门办理。|县乙局\n"
        "2|培训队伍|培训300人次。|县丙局"
    )
    assert measures(rows) == [
        ("1", "优化服务", "新建站点20个。\n推行上门办理。", ["责任单位 县甲局", "责任单位 县乙局"]),
        ("2", "培训队伍", "培训300人次。", ["责任单位 县丙局"]),
    ]


def test_a_number_beside_a_merged_task() -> None:
    rows = (
        "序号|重点任务|具体举措|责任单位\n1|优化服务|新建站点20个。|县甲局\n2|*优化服务|推行上门办理。|县乙局"
    )
    assert measures(rows)[1] == ("2", None, "推行上门办理。", ["责任单位 县乙局"])


def test_rows_without_a_number() -> None:
    rows = "工作任务|责任单位\n新建站点20个。|县甲局\n培训300人次。|县乙局"
    assert measures(rows) == [
        (None, None, "新建站点20个。", ["责任单位 县甲局"]),
        (None, None, "培训300人次。", ["责任单位 县乙局"]),
    ]


def test_rows_that_hold_a_heading() -> None:
    rows = (
        "序号|工作任务|责任单位\n（一）优化服务\n1|新建站点20个|县甲局\n（二）培训队伍\n2|培训300人次|县乙局"
    )
    sections = {node.id: node.title for node, _ in document(source(rows)).nodes()}
    assert sections == {
        "1": "任务分工",
        "1.1": "优化服务",
        "1.1.1": "新建站点20个",
        "1.2": "培训队伍",
        "1.2.2": "培训300人次",
    }


def test_a_head_of_two_rows() -> None:
    rows = "序号|工作任务|责任单位|责任单位\n*序号|*工作任务|牵头单位|配合单位\n1|新建站点20个|县甲局|县乙局"
    assert measures(rows) == [("1", "新建站点20个", None, ["牵头单位 县甲局", "配合单位 县乙局"])]


def test_a_head_that_stands_again_on_the_next_page() -> None:
    rows = "序号|工作任务|责任单位\n1|新建站点。|县甲局\n序号|工作任务|责任单位\n2|培训队伍。|县乙局"
    assert [(label, owner) for label, _, _, owner in measures(rows)] == [
        ("1", ["责任单位 县甲局"]),
        ("2", ["责任单位 县乙局"]),
    ]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("责任单位", "责任单位"),
        ("责 任 单 位", "责任单位"),
        ("市级责任单位", "责任单位"),
        ("牵头（责任）单位", "牵头责任单位"),
        ("牵头部门", "牵头部门"),
    ],
)
def test_heads_of_columns(head: str, role: str) -> None:
    assert measures(f"序号|工作任务|{head}\n1|新建站点。|县甲局")[0][3] == [f"{role} 县甲局"]


@pytest.mark.parametrize("number", ["1", "1.", "1、", "1.1", "（1）", "①", "（一）"])
def test_numbers_in_a_cell_of_their_own(number: str) -> None:
    ((label, _, _, owner),) = measures(f"序号|工作任务|责任单位\n{number}|新建站点。|县甲局")
    assert (label, owner) == (number, ["责任单位 县甲局"])


def test_bodies_in_one_cell_parted_by_blanks() -> None:
    assert measures("序号|工作任务|责任单位\n1|新建站点。|县甲局 县乙局")[0][3] == ["责任单位 县甲局、县乙局"]


def test_a_table_that_names_no_responsibility_is_text() -> None:
    rows = "序号|指标|目标值\n1|站点|20个\n2|满意率|95%"
    found = document(source(f"{rows}", after="二、保障措施\n1.加强领导。成立专班。（县甲局负责）\n"))
    assert [(node.id, node.title) for node, _ in found.nodes()] == [
        ("1", "任务分工"),
        ("2", "保障措施"),
        ("2.1", "加强领导"),
    ]


def test_labels_quoted_in_cells_are_no_outline() -> None:
    rows = "事项|依据\n办证|一、身份证明 （一）原件 1.复印件\n（二）查询|第三条 提供材料"
    assert [node.id for node, _ in document(source(rows)).nodes()] == ["1"]


def test_rows_are_not_joined_with_each_other() -> None:
    found = document(source("指标|目标值\n站点|20个\n满意率|95%"))
    (section,) = (node for node, _ in found.nodes())
    assert section.text == "指标\t目标值\n站点\t20个\n满意率\t95%"


def test_text_goes_on_below_a_table() -> None:
    rows = "序号|工作任务|责任单位\n1|新建站点。|县甲局"
    found = document(source(rows, after="二、保障措施\n2.加强领导。成立专班。（县乙局负责）\n"))
    assert [node.id for node, _ in found.nodes()] == ["1", "1.1", "2", "2.2"]


def test_notes_are_no_text_of_the_plan() -> None:
    found = document(source("指标|目标值", after="二、保障措施\n加强领导。\n", note="站点指便民服务站点。\n"))
    assert [node.text for node, _ in found.nodes()] == ["指标\t目标值", "加强领导。"]
